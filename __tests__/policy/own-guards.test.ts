import { expectAsMarked, type Marked } from '../guards/marked'
import { analyseSources } from '../support/analyse'
import { withoutMargin } from '../support/margin'
import { builtin, rulesWith } from './configured'

const move = 'client.set_registered_model_alias("churn", "champion", version)'

describe('a guard that the project names', () => {
  const rules = rulesWith(`
guards:
  - { call: acme.release.require_signoff, kind: approval, holds: no-exception }
  - { call: acme.release.is_signed_off, kind: approval, holds: true }
  - { call: acme.release.is_frozen, kind: approval, holds: false }
  - { call: acme.release.Gate.check, kind: evaluation, holds: no-exception }
  - { call: acme.release.Signed, kind: approval, holds: no-exception }
  - { call: acme.vault.verify, kind: verification, holds: no-exception, subject: path }
  - { call: acme.tickets.ask, kind: approval, holds: no-exception, parameters: [who, dry_run], if: { dry_run: false } }
  - { call: acme_platform.Approvals().wait, kind: approval, holds: no-exception }
`)
  const prelude = `
    import joblib
    from mlflow import MlflowClient
    client = MlflowClient()
  `
  const release = `
    def require_signoff(version):
        post("https://signoff.acme.example", version)

    def is_signed_off(version):
        return post("https://signoff.acme.example", version)

    def is_frozen():
        return fetch("https://calendar.acme.example")

    class Gate:
        def check(self, version):
            post("https://gate.acme.example", version)

    class Signed:
        def __init__(self, version):
            post("https://signoff.acme.example", version)
  `
  const files = (python: string, path = 'jobs/promote.py', root = ''): Marked => ({
    [`${root}acme/__init__.py`]: '',
    [`${root}acme/release.py`]: release,
    [`${root}acme/vault.py`]: 'def verify(path):\n    post("https://vault.acme.example", path)\n',
    [`${root}acme/tickets.py`]:
      'def ask(who, dry_run=False):\n    post("https://tickets.acme.example", who)\n',
    [path]: python,
  })
  const holding: Readonly<Record<string, string>> = {
    'by returning at all': `
      from acme.release import require_signoff
      def promote(version):
          require_signoff(version)
          ${move}
    `,
    'by its answer': `
      from acme import release
      def promote(version):
          if not release.is_signed_off(version):
              raise SystemExit("nobody signed")
          ${move}
    `,
    'by answering no': `
      import acme.release
      def promote(version):
          if acme.release.is_frozen():
              return
          ${move}
    `,
    'as a method': `
      from acme.release import Gate
      def promote(version):
          gate = Gate()
          gate.check(version)
          ${move}
    `,
    'as an object that is made': `
      from acme.release import Signed
      def promote(version):
          Signed(version)
          ${move}
    `,
    'inside of a helper': `
      from acme.release import require_signoff
      def prepare(version):
          require_signoff(version)
          return version
      def promote(version):
          prepare(version)
          ${move}
    `,
    'in the caller': `
      from acme.release import require_signoff as signed
      def promote(version):
          ${move}
      def release(version):
          signed(version)
          promote(version)
    `,
    'on the artifact that is loaded': `
      from acme.vault import verify
      def serve(path):
          verify(path)
          return joblib.load(path)
    `,
    'under its condition': `
      from acme.tickets import ask
      def promote(version):
          ask("risk", dry_run=False)
          ${move}
    `,
    'as a function of a library': `
      import acme_platform
      def promote(version):
          acme_platform.Approvals().wait()
          ${move}
    `,
  }

  test.each(Object.entries(holding))('holds %s', (_, python) => expectAsMarked(prelude, files(python), rules))

  test.each(Object.entries(holding))('says nothing to who has not named it: %s', (_, python) => {
    const reported = python
      .replace(move, `${move}  # reported`)
      .replace('joblib.load(path)', 'joblib.load(path)  # reported')
    return expectAsMarked(prelude, files(reported), builtin)
  })

  const useless: Readonly<Record<string, string>> = {
    'whose answer nobody looks at': `
      from acme.release import is_signed_off
      def promote(version):
          is_signed_off(version)
          ${move}  # reported
    `,
    'whose answer is only logged': `
      from acme.release import is_signed_off
      def promote(version):
          if not is_signed_off(version):
              print("nobody signed")
          ${move}  # reported
    `,
    'whose answer is read the wrong way round': `
      from acme.release import is_signed_off
      def promote(version):
          if is_signed_off(version):
              raise SystemExit("signed")
          ${move}  # reported
    `,
    'whose exception is swallowed': `
      from acme.release import require_signoff
      def promote(version):
          try:
              require_signoff(version)
          except Exception as error:
              print(error)
          ${move}  # reported
    `,
    'that comes after the call': `
      from acme.release import require_signoff
      def promote(version):
          ${move}  # reported
          require_signoff(version)
    `,
    'that only one way passes': `
      from acme.release import require_signoff
      def promote(version, force=False):
          if not force:
              require_signoff(version)
          ${move}  # reported
    `,
    'that verified another file': `
      from acme.vault import verify
      def serve(path, other):
          verify(other)
          return joblib.load(path)  # reported
    `,
    'whose condition is not met': `
      from acme.tickets import ask
      def promote(version):
          ask("risk", dry_run=True)
          ${move}  # reported
    `,
    'of the same name elsewhere': `
      from release import require_signoff
      def promote(version):
          require_signoff(version)
          ${move}  # reported
    `,
    'of another class': `
      class Gate:
          def check(self, version):
              print(version)
      def promote(version):
          Gate().check(version)
          ${move}  # reported
    `,
    'that only was handed on': `
      from acme.release import require_signoff
      def promote(version):
          checks = [require_signoff]
          ${move}  # reported
    `,
  }

  test.each(Object.entries(useless))('does not hold: one %s', (_, python) =>
    expectAsMarked(
      prelude,
      { ...Object(files(python)), 'jobs/release.py': 'def require_signoff(v):\n    print(v)\n' },
      rules,
    ),
  )

  test.each([
    ['whose answer nobody looks at', 'acme.release.is_signed_off'],
    ['whose exception is swallowed', 'acme.release.require_signoff'],
    ['that comes after the call', 'acme.release.require_signoff'],
    ['whose answer is only logged', 'acme.release.is_signed_off'],
  ])('is told with its file where it does not hold: one %s', async (title, name) => {
    const sources = { ...Object(files(useless[title] ?? '')) }
    const unindented = Object.entries(sources).map(([path, text]) => [
      path,
      `${withoutMargin(prelude)}\n${withoutMargin(String(text))}\n`,
    ])
    const [finding] = await analyseSources(Object.fromEntries(unindented), rules)
    expect(finding?.guards).toMatchObject([
      {
        kind: 'approval',
        strength: 'void',
        says: expect.stringContaining(`\`${name}\` (named in \`.modelgate.yml\`)`),
      },
    ])
  })

  test('is known in a source folder, through relative imports and through a package that passes it on', async () => {
    const relative = `
      from .release import require_signoff
      def promote(version):
          require_signoff(version)
          ${move}
    `
    const passedOn = `
      from acme import require_signoff
      def promote(version):
          require_signoff(version)
          ${move}
    `
    await expectAsMarked(prelude, files(relative, 'src/acme/promote.py', 'src/'), rules)
    const reexported = {
      ...Object(files(passedOn)),
      'acme/__init__.py': 'from .release import require_signoff\n',
    }
    await expectAsMarked(prelude, reexported, rules)
    const named = rulesWith('guards: [{ call: acme.require_signoff, kind: approval, holds: no-exception }]')
    await expectAsMarked(prelude, reexported, named)
  })

  test('is no guard of another kind', () =>
    expectAsMarked(
      prelude,
      files(`
        from acme.release import require_signoff
        def serve(path):
            require_signoff(path)
            return joblib.load(path)  # reported
      `),
      rules,
    ))

  test('goes before what its body shows', async () => {
    const sources = {
      'acme/__init__.py': '',
      'acme/gates.py': `
        def check(auc):
            if auc < 0.8:
                raise ValueError(auc)

        def unfinished(version):
            raise NotImplementedError
      `,
      'jobs/promote.py': `
        from acme.gates import check, unfinished
        def by_metric(version, auc):
            check(auc)
            ${move}  # reported as note
        def by_hand(version):
            unfinished(version)
            ${move}
      `,
    }
    const weaker = rulesWith(`
guards:
  - { call: acme.gates.check, kind: evaluation, holds: no-exception, strength: medium }
  - { call: acme.gates.unfinished, kind: approval, holds: no-exception }
`)
    await expectAsMarked(prelude, sources, weaker)
  })
})

describe('a guard that the project names takes its parameters from the function itself', () => {
  const rules = rulesWith(`
guards:
  - { call: acme.vault.Vault.verify, kind: verification, holds: no-exception, subject: path }
  - { call: acme.vault.Vault.check, kind: verification, holds: no-exception, subject: path }
  - { call: acme.vault.Verified, kind: verification, holds: no-exception, subject: path }
  - { call: acme.vault.seal, kind: verification, holds: no-exception, subject: path }
  - { call: acme.vault.Plain, kind: verification, holds: no-exception, subject: path }
`)
  const vault = `
    class Vault:
        def verify(self, path, why=""):
            post("https://vault.acme.example", path)

        @staticmethod
        def check(path):
            post("https://vault.acme.example", path)

    class Verified:
        def __init__(self, why, path):
            post("https://vault.acme.example", path)

    class Plain:
        pass

    def seal(why, *others, path, **more):
        post("https://vault.acme.example", path)
  `
  const load = (line: string, mark = ''): Marked => ({
    'acme/__init__.py': '',
    'acme/vault.py': vault,
    'serve.py': `
      import joblib
      from acme.vault import Plain, Vault, Verified, seal

      def serve(path, other):
          ${line}
          return joblib.load(path)${mark}
    `,
  })
  test.each([
    'Vault().verify(path)',
    'Vault().verify(path, other)',
    'Vault().verify(why=other, path=path)',
    'Vault.check(path)',
    'Verified(other, path)',
    'Verified(path=path, why=other)',
    'seal(other, path=path)',
  ])('%s verifies it', line => expectAsMarked('', load(line), rules))
  test.each([
    'Vault().verify(other)',
    'Vault().verify(other, path)',
    'Vault.check(other)',
    'Verified(path, other)',
    'seal(path, other)',
    'seal(other, other, path)',
    'Plain(path)',
  ])('%s does not', line => expectAsMarked('', load(line, '  # reported'), rules))
})
