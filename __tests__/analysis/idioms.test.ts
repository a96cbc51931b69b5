import { lineOf } from '../../src/base/lines'
import { catalogSchema } from '../../src/rules/schema'
import { analyseSources } from '../support/analyse'
import { builtin } from '../support/builtin'
import { withoutMargin } from '../support/margin'

/** What a file says of a library that no code knows, code that uses it, and what is reported with it and without. */
interface Known {
  readonly says: object
  readonly python: string
  /** By line: the rule, and what it says of checks. */
  readonly found: readonly string[]
  readonly unknown: readonly string[]
}

const words: Readonly<Record<string, Known>> = {
  iterators: {
    says: { iterators: ['acme.progress', 'acme.*.bar'] },
    python: `
      import tarfile
      import acme
      archive = tarfile.open("model.tar")
      archive.extractall("model", members=acme.progress(archive))
      archive.extractall("model", members=acme.console.bar(archive))
      archive.extractall("model", members=acme.filter(archive))
    `,
    found: ['4 unsafe-archive-extraction', '5 unsafe-archive-extraction'],
    unknown: [],
  },
}

describe.each(Object.entries(words))(
  '`%s` of a file of rules is all that a library takes',
  (_, { says, python, found, unknown }) => {
    test('what it does is followed', async () => {
      const catalog = catalogSchema.parse({ library: 'Acme', ...says })
      expect(await reported(python, { ...builtin, catalogs: [...builtin.catalogs, catalog] })).toEqual(found)
    })

    test('without it nobody knows', async () => {
      expect(await reported(python, builtin)).toEqual(unknown)
    })
  },
)

async function reported(python: string, rules: typeof builtin): Promise<readonly string[]> {
  const findings = await analyseSources({ 'churn.py': withoutMargin(python) }, rules)
  return findings.map(({ name, rule, guards }) => {
    const { line } = lineOf(name.file.text, name.start)
    return [`${line} ${rule}`, ...guards.map(({ kind, strength }) => `${strength} ${kind}`)].join(', ')
  })
}
