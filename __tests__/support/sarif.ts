import { spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import type { Log } from 'sarif'

/** What the official JSON schema of SARIF 2.1.0, which ships with the Multitool, finds wrong with a log. */
export function schemaErrors(log: unknown): string[] {
  const ajv = addFormats(new Ajv2020({ allErrors: true, strict: false }))
  const schema = JSON.parse(readFileSync(join(packageFolder(), 'sarif-2.1.0.json'), 'utf8'))
  ajv.validate(schema, log)
  return (ajv.errors ?? []).map(error => `${error.instancePath || '/'} ${error.message}`)
}

/** Why the Multitool cannot run here; null where it can. */
export function multitoolMissing(): string | null {
  const supported = process.arch === 'x64' && ['linux', 'darwin', 'win32'].includes(process.platform)
  return supported ? null : `the SARIF Multitool has no program for ${process.platform} on ${process.arch}`
}

/** What the SARIF Multitool finds wrong with a log in a file, GitHub's ingestion rules included. */
export function multitoolErrors(file: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'multitool-'))
  try {
    const output = join(folder, 'verdict.sarif')
    const settings = join(folder, 'settings.xml')
    writeFileSync(settings, offline)
    const rules = ['--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning;Note', '--config', settings]
    runMultitool(['validate', file, ...rules, '--output', output])
    return complaints(JSON.parse(readFileSync(output, 'utf8')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs the Multitool, and throws with its words when it fails. */
export function runMultitool(words: readonly string[]): void {
  const environment = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' }
  const { status, stdout, stderr, error } = spawnSync(program(), [...words], {
    env: environment,
    encoding: 'utf8',
  })
  if (status !== 0) throw error ?? new Error(`the SARIF Multitool ended with ${status}: ${stdout}${stderr}`)
}

// SARIF2006 asks the network for every address in the log.
const offline = `<?xml version="1.0" encoding="utf-8"?>
<Properties>
  <Properties Key="SARIF2006.UrisShouldBeReachable.Options">
    <Property Key="RuleEnabled" Value="Disabled" Type="Driver.RuleEnabledState" />
  </Properties>
</Properties>
`

/** Rules of the Multitool that we break on purpose, all of them mere notes. */
const tolerated: Readonly<Record<string, string>> = {
  SARIF2002: 'wants message templates with arguments, which GitHub does not fill in',
  SARIF2003: 'wants the revision of the scanned code, which the upload names and the scan does not ask for',
  SARIF2009: 'wants numbered rule ids; ours are named for the hazard',
  SARIF2010: 'wants snippets of code; viewers take them from the repository',
  SARIF2011: 'wants the lines around a region; viewers take them from the repository',
}

function complaints(log: Log): string[] {
  const [run] = log.runs
  const failed = run?.invocations?.some(invocation => invocation.executionSuccessful === false)
  const results = (run?.results ?? []).filter(({ ruleId = '' }) => !Object.hasOwn(tolerated, ruleId))
  const found = results.map(
    ({ ruleId, level = 'warning', message }) =>
      `${level} ${ruleId}: ${message.text ?? message.arguments?.join(' ')}`,
  )
  return failed ? ['the Multitool could not finish', ...found] : found
}

function program(): string {
  const path = join(packageFolder(), process.platform === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool')
  // The package sets this bit in an install script, and installs here run none.
  if (!isExecutable(path)) chmodSync(path, 0o755)
  return path
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function packageFolder(): string {
  const folder = dirname(require.resolve(`@microsoft/sarif-multitool-${process.platform}/package.json`))
  if (!existsSync(folder)) throw new Error(`there is no SARIF Multitool for ${process.platform}`)
  return folder
}
