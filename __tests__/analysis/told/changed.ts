import { catalogSchema } from '../../../src/rules/schema'
import { analyseSources } from '../../support/analyse'
import { builtin as rules } from '../../support/builtin'

const imports = `import codecs, io, yaml
from pathlib import Path
from urllib.request import urlretrieve
from mlflow import MlflowClient
client = MlflowClient()
`
const config = 'registry:\n  alias: champion\n  other: shadow\n'

/** `MOVE(alias)` moves the alias, `READ` reads `config.yaml`; the level of that, and where a file says so. */
async function told(
  python: string,
  more: Readonly<Record<string, string>> = {},
  known = rules,
): Promise<string> {
  const text = python
    .replaceAll(/MOVE\((.*)\)$/gm, 'client.set_registered_model_alias("churn", $1, 4)')
    .replace('READ', 'cfg = yaml.safe_load(open("config.yaml"))')
  const findings = await analyseSources({ 'config.yaml': config, ...more, 'churn.py': imports + text }, known)
  return (
    findings
      .map(({ level, message }) => level + (/ `[^`]+` says so in line \d+/.exec(message)?.[0] ?? ''))
      .join() || 'silent'
  )
}

const first = 'error `config.yaml` says so in line 2'

describe('a file that the code writes says nothing', () => {
  test.each([
    ['open("config.yaml", "w").write(text)', 'note'],
    ['open("config.yaml", mode="w").write(text)', 'note'],
    ['open(f"{folder}/config.yaml", "wb").write(text)', 'note'],
    ['Path("config.yaml").write_text(text)', 'note'],
    ['Path("config.yaml").open("a").write(text)', 'note'],
    ['Path("config.yaml").open(mode="x").write(text)', 'note'],
    ['open("config.yaml", "r+").write(text)', 'note'],
    ['open("config.yaml", "rb+").write(text)', 'note'],
    ['open("config.yaml", "tw").write(text)', 'note'],
    ['io.open("config.yaml", "w").write(text)', 'note'],
    ['codecs.open("config.yaml", mode="w").write(text)', 'note'],
    ['urlretrieve(url, "config.yaml")', 'note'],
    ['urlretrieve(url, "conf/other.yaml")', 'silent'],
    ['open("config.yaml", mode).write(text)', 'note'],
    ['archive.open("config.yaml", mode).write(text)', 'silent'],
    ['open()', 'silent'],
    ['write_text("config.yaml")', 'silent'],
    ['Path("config.yaml").write_bytes(text)', 'note'],
    ['Path("config.yaml").rewrite_text(text)', 'silent'],
    ['Path("config.yaml").write_texts(text)', 'silent'],
    ['open("config.yaml")', 'silent'],
    ['open("config.yaml", 0)', 'silent'],
    ['reopen("config.yaml", "w")', 'silent'],
    ['text.replace("config.yaml", "w")', 'silent'],
    ['open("config.yaml", mode="r").read()', 'silent'],
    ['open("config.yaml", "rb").read()', 'silent'],
    ['open("other.yaml", "w").write(text)', 'silent'],
    ['open(f"config.{kind}", "w").write(text)', 'silent'],
    ['Path("config.yaml").read_text()', 'silent'],
  ])('%s: %s', async (line, said) => {
    expect(await told(`${line}\nREAD\nMOVE(cfg["registry"]["other"])`)).toBe(said)
  })
})

describe('a file that a script changes may say something else', () => {
  test.each([
    ['sed -i "s/shadow/$ALIAS/" config.yaml', 'note'],
    ['sed -i.bak "s/shadow/x/" conf/config.yaml other.yaml', 'note'],
    ['perl -pi -e s/shadow/x/ ./config.yaml', 'note'],
    ['yq --inplace .a=1 config.yaml', 'note'],
    ['sed "s/shadow/x/" config.yaml', 'silent'],
    ['sed -n s/shadow/x/p config.yaml', 'silent'],
    ['echo "registry: {other: $ALIAS}" > config.yaml', 'note'],
    ['echo "x" >> conf/config.yaml', 'note'],
    ['echo "x" > other.yaml', 'silent'],
    ['echo "x" > "$FOLDER/config.yaml"', 'note'],
    ['echo "x" > "$NAME"', 'silent'],
    ['envsubst < template.yaml > config.yaml', 'note'],
    ['cat config.yaml', 'silent'],
    ['envsubst < config.yaml', 'silent'],
    ['cp live.yaml config.yaml', 'note'],
    ['mv live.yaml config.yaml', 'note'],
    ['cp config.yaml saved.yaml', 'silent'],
    ['cp live.yaml config.yaml saved/', 'silent'],
    ['cpx live.yaml config.yaml', 'silent'],
    ['xsed -i s/a/b/ config.yaml', 'silent'],
    ['yq .a config.yaml --in-place', 'note'],
    ['echo x | tee -a config.yaml', 'note'],
    ['sed -Ei s/a/b/ config.yaml', 'note'],
    ['cp', 'silent'],
  ])('%s: %s', async (line, said) => {
    const python = 'READ\nMOVE(cfg["registry"]["other"])'
    expect(await told(python, { 'release.sh': `${line}\npython churn.py\n` })).toBe(said)
    const [live] = (await told('READ\nMOVE(cfg["registry"]["alias"])', { 'release.sh': `${line}\n` })).split(
      ',',
    )
    expect(live).toBe(first)
  })

  test('by a program that only a file of rules knows', async () => {
    const python = 'READ\nMOVE(cfg["registry"]["other"])'
    const script = { 'release.sh': 'acme-fill --in config.yaml\npython churn.py\n' }
    const changer = {
      command: 'acme-fill',
      option: ['in'],
      files: 'all',
      source: 'https://acme.example',
      checked: '2026-11-30',
    }
    const acme = catalogSchema.parse({ library: 'Acme', changers: [changer] })
    expect(await told(python, script, { ...rules, catalogs: [...rules.catalogs, acme] })).toBe('note')
    expect(await told(python, script)).toBe('silent')
  })

  test('not where it is a test', async () => {
    const writes = { 'tests/test_config.py': 'open("config.yaml", "w").write("x")\n' }
    const runs = { 'tests/run.sh': 'cp live.yaml config.yaml\n' }
    expect(await told('READ\nMOVE(cfg["registry"]["other"])', { ...writes, ...runs })).toBe('silent')
  })

  test('not where it is an example', async () => {
    const guide = { 'guide.md': '```sh\nsed -i s/a/b/ config.yaml\n```\n' }
    expect(await told('READ\nMOVE(cfg["registry"]["other"])', guide)).toBe('silent')
  })
})
