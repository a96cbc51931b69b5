import { arrange } from '../../src/analysis/knowledge'
import { link } from '../../src/analysis/link'
import { membersOf } from '../../src/analysis/origins/members'
import { builtinRules } from '../../src/rules/builtin'
import { readSources } from '../support/analyse'

const source = `class Settings:
    path: str


one = Settings(path="a.yaml")
two = Settings(path="b.yaml")
`

test('whoever is found to make an object afterwards gives its fields as well', async () => {
  const linked = link(await readSources({ 'a.py': source }), arrange(builtinRules()))
  const [object] = linked.program.units.get('a.py')?.bound.get('one') ?? []
  if (!object) throw new Error('nothing is bound')
  const [[name, makers] = ['', []]] = linked.makers
  const paths = () =>
    [...membersOf(linked, object, 'path')].flatMap(({ value }) =>
      value.kind === 'constant' ? [value.value] : [value.kind],
    )

  linked.makers.set(name, makers.slice(0, 1))
  expect(paths()).toEqual(['a.yaml'])
  linked.makers.set(name, makers)
  expect(paths()).toEqual(['a.yaml', 'b.yaml'])
})
