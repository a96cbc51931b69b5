import { azureFrontend } from '../../../src/frontends/azure'
import type { Embedded, Reading } from '../../../src/program'
import { withoutMargin } from '../../support/margin'
import { waysThrough } from '../pipeline-ways'

export const path = 'azure-pipelines.yml'

/** Reads a pipeline with the templates beside it. */
export function read(yaml: string, templates: Readonly<Record<string, string>> = {}): Reading {
  const files = new Map(
    Object.entries(templates).map(([p, text]) => [p, { path: p, text: withoutMargin(text) }]),
  )
  return azureFrontend.read({ path, text: withoutMargin(yaml) }, p => files.get(p))
}

export function ways(
  yaml: string,
  label: string = path,
  templates: Readonly<Record<string, string>> = {},
): string[] {
  return waysThrough(read(yaml, templates), label)
}

/** The scripts of a pipeline, in order. */
export function scripts(yaml: string, templates: Readonly<Record<string, string>> = {}): string[] {
  return embeddedIn(yaml, templates).map(({ file }) => file.text.trim())
}

export function embeddedIn(
  yaml: string,
  templates: Readonly<Record<string, string>> = {},
): readonly Embedded[] {
  return read(yaml, templates).embedded ?? []
}

export function notices(yaml: string, templates: Readonly<Record<string, string>> = {}): string[] {
  return read(yaml, templates).notices.map(({ path: p, line, kind }) => `${p}:${line} ${kind}`)
}
