import type { Reading } from '../../../src/program'
import { withoutMargin } from '../../support/margin'
import { waysThrough } from '../ways'
import { callsIn, sayCall, shell } from './scripts'

type Language = 'powershell' | 'cmd'

async function read(text: string, language: Language): Promise<Reading> {
  const file = { path: 'ci.yml#step-1', text: withoutMargin(text) }
  const reading = (await shell()).readEmbedded?.({
    file,
    language,
    shell: { errexit: false, pipefail: false },
  })
  if (!reading) throw new Error('nothing was read')
  return reading
}

function testWays(
  language: Language,
  cases: Readonly<Record<string, readonly [script: string, ways: readonly string[]]>>,
): void {
  for (const [title, [script, expected]] of Object.entries(cases))
    test(title, async () => {
      const [unit] = (await read(script, language)).units
      expect(unit && waysThrough(unit)).toEqual([...expected].sort())
    })
}

function testCommands(
  language: Language,
  cases: Readonly<Record<string, readonly [script: string, commands: readonly string[]]>>,
): void {
  for (const [title, [script, expected]] of Object.entries(cases))
    test(title, async () => expect(callsIn(await read(script, language)).map(sayCall)).toEqual(expected))
}

describe('PowerShell: ways', () =>
  testWays('powershell', {
    'a failure does not stop it, and its last command decides': [
      'a\nb',
      ['a b', 'a! b', 'a b! ^', 'a! b! ^'],
    ],
    '`$ErrorActionPreference` does not stop it either': [
      `
        $ErrorActionPreference = 'Stop'
        a
        exit 0
      `,
      ['a ^', 'a! ^'],
    ],
    'a test of the status does': [
      `
        a
        if ($LASTEXITCODE -ne 0) {
          exit 1
        }
        b
        exit 0
      `,
      ['a yes ^', 'a no b ^', 'a no b! ^', 'a! yes ^', 'a! no b ^', 'a! no b! ^'],
    ],
    '`throw` ends it': ['a\nthrow "no"\nb', ['a ^', 'a! ^']],
    '`||` and `&&` look at the status': [
      'a || exit 1\nb && c\nexit 0',
      ['a b c ^', 'a b c! ^', 'a b! ^', 'a! ^'],
    ],
    'a condition that is not known has two ways': [
      'if (Test-Path x) { a } else { b }\nexit 0',
      [
        'Test-Path yes a ^',
        'Test-Path no b ^',
        'Test-Path yes a! ^',
        'Test-Path no b! ^',
        'Test-Path! yes a ^',
        'Test-Path! no b ^',
        'Test-Path! yes a! ^',
        'Test-Path! no b! ^',
      ],
    ],
  }))

describe('PowerShell: commands', () =>
  testCommands('powershell', {
    'words, options and quotes': [
      'aws sagemaker update-endpoint --name=x --stage "a b" \'c $d\'',
      ['aws sagemaker update-endpoint --name=x --stage a b c $d'],
    ],
    'a line goes on behind a backtick': ['aws x `\n  --stage prod', ['aws x --stage prod']],
    comments: ['# a\nb # c\n<# d\ne #>\nf', ['b', 'f']],
    variables: [
      '$s = "prod"\n$env:A = $s\ncmd $s "x-$s" $env:A $env:B "$($s)"',
      ['cmd prod x-prod prod $0 unknown'],
    ],
    'what a command gives': ['$v = aws get-version\ncmd $v', ['aws get-version', 'cmd <aws>']],
    'commands in brackets': [
      '$v = (aws x | ConvertFrom-Json).Version\ncmd "$v"',
      ['aws x', 'ConvertFrom-Json', 'cmd unknown'],
    ],
    'the call operator': ['& ./deploy.ps1 prod', ['./deploy.ps1 prod']],
    folders: ['cd infra\na\nSet-Location ..\nb', ['[infra] a', 'b']],
    'calculations are no commands': ['$x += 1\n[string]$y\n"text"\n@{a=1}', []],
  }))

describe('`cmd`: ways', () =>
  testWays('cmd', {
    'a failure does not stop it, and its last command decides': [
      'a\nb',
      ['a b', 'a! b', 'a b! ^', 'a! b! ^'],
    ],
    '`|| exit /b 1` does': ['a || exit /b 1\nb\nexit /b 0', ['a b ^', 'a b! ^', 'a! ^']],
    '`if errorlevel 1 exit` does': [
      'a\nif errorlevel 1 exit /b 1\nexit /b 0',
      ['a yes ^', 'a no ^', 'a! yes ^', 'a! no ^'],
    ],
    '`&&` goes on after success only': ['a && b\nexit /b 0', ['a b ^', 'a b! ^', 'a! ^']],
    'a block runs or not': [
      'if exist x (\n a\n) else (\n b\n)\nexit /b 0',
      ['yes a ^', 'yes a! ^', 'no b ^', 'no b! ^'],
    ],
  }))

describe('`cmd`: commands', () =>
  testCommands('cmd', {
    'words, options and quotes': [
      '@echo off\naws x --stage "a b" --name=%NAME%',
      ['@echo off', 'aws x --stage a b --name=·$0'],
    ],
    'a line goes on behind a caret': ['aws x ^\r\n  --stage prod\r\n', ['aws x --stage prod']],
    remarks: ['REM a\n:: b\nc', ['c']],
    variables: ['set S=prod\nset "T=x-%S%"\ncmd %S% %T% %1', ['cmd prod x-prod unknown']],
    loops: ['for %%i in (a b) do python x.py %%i', ['python x.py unknown']],
    'several on a line': ['cd infra & a & call b', ['[infra] a', '[infra] b']],
  }))

test('a test of the status asks for the command before it', async () => {
  const { units } = await read('a\nif ($LASTEXITCODE -ne 0) { exit 1 }\nb', 'powershell')
  const facts = units.flatMap(unit => unit.blocks.flatMap(block => block.facts))
  expect(facts.find(fact => fact.kind === 'test')).toMatchObject({
    value: { operator: '!=', operands: [{ kind: 'mix', of: [{ value: 0 }, { value: 1 }] }, { value: 0 }] },
  })
})
