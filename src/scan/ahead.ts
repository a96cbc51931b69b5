import { fromBytes } from '../base/packed'
import { readGrammar } from '../files/grammars'
import { type Crew, openCrew } from '../files/threads'
import { aloneWith, type Readings } from '../frontends'
import type { Bounds } from '../frontends/bounds'
import type { Frontend, Reading, SourceFile } from '../program'

/** Other threads that read files for this one. */
export interface Readers {
  /** Readings of which they make some ahead of time, the last ones first: what this thread would have made of these files. */
  ahead(frontends: readonly Frontend[], files: readonly SourceFile[], readings: Readings): Readings
  close(): Promise<void>
}

/** What a thread reads. */
export interface Page {
  readonly file: SourceFile
  /** The name of the frontend. */
  readonly by: string
}

/** What a thread needs to read. */
export interface Tools {
  readonly runtime: Uint8Array
  /** By the names of frontends. */
  readonly grammars: Readonly<Record<string, Uint8Array>>
  readonly seconds: number
  readonly bounds: Bounds
}

/** How a thread sends what it has read: without the text, which this thread has. */
export interface Sent {
  readonly file: { text: string }
  readonly reading: Reading
}

/** Starts so many threads, this one counted. They take as long as this one to get going: the earlier the better. */
export function openReaders(threads: number, seconds: number, bounds: Bounds): Readers | null {
  if (threads < 2) return null
  const crew = openCrew<Page, Tools>('reader.js', threads - 1, toolsFor(seconds, bounds), 2 * seconds)
  return (
    crew && {
      ahead: (frontends, files, readings) => {
        const unread = files.flatMap((file): Page[] => {
          const by = aloneWith(frontends, file)?.name
          return by !== undefined && readings.get(file) === undefined ? [{ file, by }] : []
        })
        const places = new Map(unread.map(({ file }, index) => [file, index]))
        const handOver = openHandingOver(crew, unread)
        handOver(0)
        const readElsewhere = (file: SourceFile): Reading | undefined => {
          const index = places.get(file)
          if (index === undefined) return undefined
          places.delete(file)
          handOver(index)
          const bytes = crew.take(index)
          const reading = bytes && unpacked(bytes, file)
          if (!reading) return undefined
          readings.set(file, reading)
          return reading
        }
        return {
          get: file => readings.get(file) ?? readElsewhere(file),
          set: (file, reading) => readings.set(file, reading),
        }
      },
      close: crew.close,
    }
  )
}

/** Hands pages over from the last one back, as long as threads take them, and none up to the one that this thread is at. */
function openHandingOver(crew: Crew<Page>, pages: readonly Page[]): (at: number) => void {
  let end = pages.length
  return at => {
    for (let last = pages[end - 1]; last && end - 1 > at && crew.offer(end - 1, last); last = pages[end - 1])
      end -= 1
  }
}

function toolsFor(seconds: number, bounds: Bounds): Tools {
  const grammars = {
    python: readGrammar('python'),
    shell: readGrammar('bash'),
    terraform: readGrammar('terraform'),
  }
  return { runtime: readGrammar('runtime'), grammars, seconds, bounds }
}

function unpacked(bytes: Uint8Array, { text }: SourceFile): Reading | null {
  const known = fromBytes(bytes)
  if (!known) return null
  const { file, reading } = known.value as Sent
  file.text = text
  return reading
}
