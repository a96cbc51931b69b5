import type { ArtifactLocation, Location, PhysicalLocation } from 'sarif'
import { encodePath } from '../../base/uri'
import type { Span } from '../../program'
import { firstLineOf, type Region } from '../region'
import { plainText } from './text'

/** The first line of a span, with what is to say about it. */
export function locationOf(span: Span, says: string): Location {
  return {
    physicalLocation: physicalLocation(span.file.path, firstLineOf(span)),
    message: { text: plainText(says) },
  }
}

/** A stretch of a line, in the only form of which GitHub reads all fields. */
export function physicalLocation(path: string, { line, column, endColumn }: Region): PhysicalLocation {
  // No snippet: viewers show the code from the repository, and a log with none can be shared more freely.
  return { artifactLocation: artifact(path), region: { startLine: line, startColumn: column, endColumn } }
}

/** A file by its path from the root of the repository, which is where GitHub looks for it. */
export function artifact(path: string): ArtifactLocation {
  return { uri: encodePath(path) }
}
