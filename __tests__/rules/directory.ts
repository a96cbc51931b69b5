import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { UserError } from '../../src/base/user-error'
import { readRules } from '../../src/rules/read'

/** A rule and a catalogue file without mistakes, for tests that put one in. */
export const rule = `id: leaked-weights
title: Weights leave the house
sink: leak
missing: nobody was asked
level: warning
severity: 5
precision: high
why: Competitors read them. They never come back.
fix: Ask.
examples:
  bad:
    - title: An upload
      python: acme.upload("churn.pt")
  good:
    - title: A list
      python: acme.list()
`

export const catalog = `library: Acme
sinks:
  - call: acme.upload
    parameters: [path, target]
    does: leak
    says: sends a file away
    source: https://acme.example/docs
    checked: 2026-01-31
    when:
      - if: { target: public }
      - if: { path: { suffix: [.pt] } }
`

/** Runs every test of a file in an empty directory of its own. */
export function inEmptyDirectory(): void {
  const start = process.cwd()
  let home = ''

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'rules-'))
    process.chdir(home)
  })

  afterEach(() => {
    process.chdir(start)
    rmSync(home, { recursive: true })
  })
}

/** Writes files, with their directories. */
export function write(files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
}

/** The text with a mistake put in. */
export function change(text: string, from: string, to: string): string {
  expect(text).toContain(from)
  return text.replace(from, to)
}

/** What the directory `own` is refused for. */
export function refusal(files: Readonly<Record<string, string | Buffer>>): string {
  write(files)
  try {
    readRules(['own'])
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
  return 'accepted'
}
