import { analyseSources } from '../../support/analyse'
import { builtin as rules } from '../../support/builtin'

const imports = `import argparse, click, typer
from transformers import AutoModel
`

/** `LOAD(trust)` loads a model whose code runs where `trust` is true; what is said of that where a script starts it so. */
async function saidOf(python: string, run: string): Promise<string> {
  const load =
    'AutoModel.from_pretrained("acme/churn", revision="0123456789abcdef0123456789abcdef01234567", trust_remote_code=$1)'
  const files = {
    'start.sh': `python serve.py ${run}\n`,
    'serve.py': imports + python.replace(/LOAD\((.*?)\)$/m, load),
  }
  const findings = await analyseSources(files, rules)
  return findings.map(({ level }) => level).join(' ') || 'silent'
}

const parsed = (option: string): string =>
  `p = argparse.ArgumentParser()\np.add_argument(${option})\nLOAD(p.parse_args().trust)`
const clicked = (option: string): string =>
  `@click.command()\n@click.option(${option})\ndef main(trust):\n    LOAD(trust)\nmain()`
const typed = (parameter: string): string =>
  `app = typer.Typer()\n@app.command()\ndef main(${parameter}):\n    LOAD(trust)\napp()`

describe('an option that takes no value', () => {
  test.each<readonly [python: string, run: string, said: string]>([
    [parsed('"--trust", action="store_true"'), '', 'silent'],
    [parsed('"--trust", action="store_true"'), '--trust', 'error'],
    [parsed('"--trust", action="store_true"'), '--trust acme/churn', 'error'],
    [parsed('"--trust", action="store_true", default=True'), '', 'error'],
    [parsed('"--trust", action="store_true"'), '"$@"', 'note'],
    [parsed('"-t", "--trust", action="store_true"'), '-t acme/churn', 'error'],
    [parsed('"--careful", dest="trust", action="store_false"'), '', 'error'],
    [parsed('"--careful", dest="trust", action="store_false"'), '--careful acme/churn', 'silent'],
    [parsed('"--trust", action=argparse.BooleanOptionalAction, default=False'), '--trust x', 'error'],
    [parsed('"--trust", action=argparse.BooleanOptionalAction, default=True'), '--no-trust x', 'silent'],
    [parsed('"--trust", action=argparse.BooleanOptionalAction, default=True'), '', 'error'],
    [parsed('"--trust", action="store"'), '--trust', 'note'],
    [parsed('"--trust", action=chosen'), '', 'note'],
    [parsed('"--trust"'), '', 'note'],
    [clicked('"--trust", is_flag=True'), '', 'silent'],
    [clicked('"--trust", is_flag=True'), '--trust acme/churn', 'error'],
    [clicked('"--trust", is_flag=True, default=True'), '', 'error'],
    [clicked('"--trust", is_flag=False, default=True'), '--trust', 'note'],
    [clicked('"trust", "--sure", is_flag=True'), 'trust', 'silent'],
    [clicked('"trust", "--sure", is_flag=True'), '--sure', 'error'],
    [clicked('"--trust/--careful"'), '--trust acme/churn', 'error'],
    [clicked('"--trust/--careful", default=True'), '--careful acme/churn', 'silent'],
    [clicked('"--trust / --careful", default=True'), '--careful acme/churn', 'silent'],
    [clicked('"--trust/--careful", default=True'), '', 'error'],
    [clicked('"--trust/--careful"'), '', 'silent'],
    [typed('trust: bool = False'), '', 'silent'],
    [typed('trust: bool = False'), '--trust acme/churn', 'error'],
    [typed('trust: bool = True'), '--no-trust acme/churn', 'silent'],
    [typed('trust: bool = True'), '', 'error'],
    [typed('trust: bool = typer.Option(False)'), '--trust acme/churn', 'error'],
    [typed('trust: bool = typer.Option(True)'), '--no-trust acme/churn', 'silent'],
    [typed('trust: bool = typer.Option(False, "--sure")'), '--sure acme/churn', 'error'],
    [typed('trust: bool = typer.Option(True, "--sure/--unsure")'), '--unsure acme/churn', 'silent'],
  ])('%j with `%s`: %s', async (python, run, said) => {
    expect(await saidOf(python, run)).toBe(said)
  })
})
