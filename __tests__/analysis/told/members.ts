import { analyseSources } from '../../support/analyse'
import { builtin as rules } from '../../support/builtin'

const imports = `import attr, enum, os, pydantic_settings
from dataclasses import dataclass, field
from pydantic import BaseModel, BaseSettings, Field
from mlflow import MlflowClient
client = MlflowClient()
`
const stages = `import enum
class Stage(enum.Enum):
    LIVE = "champion"
    NEXT = "shadow"
    CHAMPION = 1
    SHADOW = 2
    OTHER = enum.auto()
    CANARY = enum.auto()
class Usual(Stage):
    PRODUCTION = 3
class Plain:
    CHAMPION = 1
`

/** The level of a move of an alias. */
async function levelOf(alias: string, before = ''): Promise<string> {
  const move = `client.set_registered_model_alias("churn", ${alias}, 4)\n`
  const files = { 'stages.py': stages, 'churn.py': `${imports}${before}\n${move}` }
  const findings = await analyseSources(files, rules)
  return findings.map(({ level }) => level).join(' ') || 'silent'
}

describe('of a member of an enumeration', () => {
  const ways: readonly (readonly [before: string, of: string])[] = [
    ['from stages import Plain, Stage, Usual', ''],
    ['import stages', 'stages.'],
  ]
  test.each([
    ['Stage.LIVE', 'error'],
    ['Stage.LIVE.value', 'error'],
    ['Stage.NEXT', 'silent'],
    ['Stage.NEXT.value', 'silent'],
    ['Stage.CHAMPION.name', 'error'],
    ['Stage.CHAMPION.value', 'silent'],
    ['Stage.CANARY.name', 'silent'],
    ['Stage.OTHER.name', 'silent'],
    ['Stage.OTHER.value', 'note'],
    ['Stage.NONE.name', 'note'],
    ['Usual.PRODUCTION.name', 'error'],
    ['Usual.CANARY.name', 'silent'],
    ['Plain.CHAMPION.name', 'silent'],
  ])('%s: %s', async (member, level) => {
    for (const [before, of] of ways) expect(await levelOf(of + member, before)).toBe(level)
  })

  test.each([
    ['s.value', 'error'],
    ['s.name', 'error'],
  ])('that has a name of its own: %s', async (member, level) => {
    expect(await levelOf(member, 'from stages import Stage\ns = Stage.LIVE')).toBe(level)
  })
})

test.each([
  ['value', 'champion', 'error'],
  ['value', 'shadow', 'silent'],
  ['name', 'champion', 'error'],
  ['name', 'shadow', 'silent'],
])('a field that is called `%s` and is no member holds what is stored: %s', async (name, alias, level) => {
  const before = `class C:\n    def __init__(self):\n        self.${name} = "${alias}"`
  expect(await levelOf(`C().${name}`, before)).toBe(level)
})

describe('of a data class whose field has a default', () => {
  const made = (call: string): string =>
    `@dataclass\nclass B:\n    a: str\n@dataclass\nclass C(B):\n    b: str = "shadow"\nc = ${call}`
  test.each([
    ['C("x")', 'silent'],
    ['C("x", "champion")', 'error'],
    ['C(a="x", b="champion")', 'error'],
    ['C("x", **{"b": "champion"})', 'error'],
    ['C("x", **{"b": "shadow"})', 'silent'],
    ['C("x", **more)', 'note'],
    ['C(*more)', 'note'],
    ['C(*more, "champion")', 'note'],
    ['C("x", "shadow", *more)', 'silent'],
    ['C("x", *more)', 'note'],
    ['C("champion")', 'silent'],
  ])('%s: %s', async (call, level) => {
    expect(await levelOf('c.b', made(call))).toBe(level)
  })

  test('what is made in an `__init__` of its own is no question of places', async () => {
    const own = (given: string): string =>
      `class C:\n    b = "shadow"\n    def __init__(self, a):\n        self.a = a\nc = C(${given})`
    expect(await levelOf('c.b', own('"champion"'))).toBe('silent')
    expect(await levelOf('c.b', own('*more'))).toBe('silent')
    expect(await levelOf('c.b', own('**more'))).toBe('silent')
    expect(await levelOf('c.a', own('"champion"'))).toBe('error')
  })
})

describe('the default of a field', () => {
  test.each([
    ['field(default="champion")', 'error'],
    ['field(default="shadow")', 'silent'],
    ['Field("champion")', 'error'],
    ['Field("shadow")', 'silent'],
    ['Field(description="champion", default="shadow")', 'silent'],
    ['Field(description="shadow")', 'note'],
    ['attr.ib(default="champion")', 'error'],
    ['attr.ib(default="shadow")', 'silent'],
    ['acme.field(default="shadow")', 'note'],
  ])('is %s: %s', async (declared, level) => {
    expect(await levelOf('C().a', `class C(BaseModel):\n    a: str = ${declared}`)).toBe(level)
  })

  test.each([
    ['BaseSettings', 'note', 'error'],
    ['pydantic_settings.BaseSettings', 'note', 'error'],
    ['BaseModel', 'silent', 'error'],
  ])('may be another where the environment fills it: %s', async (base, other, live) => {
    const settings = (alias: string): string =>
      `class B(${base}):\n    pass\nclass C(B):\n    a: str = "${alias}"`
    expect(await levelOf('C().a', settings('shadow'))).toBe(other)
    expect(await levelOf('C().a', settings('champion'))).toBe(live)
  })
})

describe('of very many', () => {
  const times = (count: number, line: (at: number) => string): string =>
    Array.from({ length: count }, (_, at) => line(at)).join('\n')
  const called = (count: number, last: string): string =>
    `def f(alias):\n    return alias\n${times(count, () => 'f("shadow")')}\nf("${last}")`

  test.each([
    [38, 'champion', 'error'],
    [38, 'shadow', 'silent'],
    [40, 'champion', 'note'],
    [40, 'shadow', 'note'],
  ])('calls, what the last of them give is not overlooked: %i, %s', async (count, last, level) => {
    expect(await levelOf('f("shadow")', called(count, last))).toBe(level)
  })

  test.each([
    [24, 'silent'],
    [25, 'note'],
  ])('texts all are known or none: %i', async (count, level) => {
    const table = `a = {\n${times(count, at => `    "k${at}": "shadow-${at}",`)}\n}`
    expect(await levelOf('a[key]', table)).toBe(level)
  })
})
