import { analyseSources } from '../../support/analyse'
import { builtin as rules } from '../../support/builtin'

const imports = 'import json, sys, click, typer\nfrom mlflow import MlflowClient\n'
const move = '    MlflowClient().set_registered_model_alias("churn", "champion", 4)\n'
const gate = 'metrics = json.load(open("metrics.json"))\nif metrics["auc"] < 0.85:\n    sys.exit(1)\n'
const typed = `${imports}app = typer.Typer()\n@app.command()\ndef promote():\n${move}`
const grouped = `${imports}@click.group()\ndef cli():\n    pass\n@cli.command()\ndef promote():\n${move}`
const another = `${imports}app = typer.Typer()\n@app.command()\ndef greet():\n    pass\napp()\n`

type Files = Readonly<Record<string, string>>

test.each<readonly [string, Files, string]>([
  ['an application, behind a gate', { 'a.py': `${typed}${gate}app()\n` }, 'guarded'],
  ['an application', { 'a.py': `${typed}app()\n` }, 'open'],
  ['an application, before a gate', { 'a.py': `${typed}app()\n${gate}` }, 'open'],
  ['nobody', { 'a.py': typed, 'b.py': another }, 'open'],
  ['an application beside another', { 'a.py': `${typed}${gate}app()\n`, 'b.py': another }, 'guarded'],
  [
    'another file that takes it',
    { 'a.py': typed, 'b.py': `${imports}from a import app\n${gate}app()\n` },
    'guarded',
  ],
  [
    'another file that takes it, too',
    { 'a.py': `${typed}${gate}app()\n`, 'b.py': 'from a import app\napp()\n' },
    'open',
  ],
  [
    'another file that asks the module',
    { 'a.py': typed, 'b.py': `${imports}import a\n${gate}a.app()\n` },
    'guarded',
  ],
  [
    'another file that asks the module, too',
    { 'a.py': `${typed}${gate}app()\n`, 'b.py': 'import a\na.app()\n' },
    'open',
  ],
  [
    'a function of another file that takes it',
    {
      'a.py': typed,
      'b.py': `${imports}from a import app\ndef main():\n${gate.replaceAll(/^/gm, '    ')}app()\nmain()\n`,
    },
    'guarded',
  ],
  ['a group, behind a gate', { 'a.py': `${grouped}${gate}cli()\n` }, 'guarded'],
  ['a group', { 'a.py': `${grouped}cli()\n` }, 'open'],
  [
    'another file that takes the group',
    { 'a.py': grouped, 'b.py': `${imports}from a import cli\n${gate}cli()\n` },
    'guarded',
  ],
])('a command that %s runs', async (_, files, is) => {
  expect((await analyseSources(files, rules)).length === 0 ? 'guarded' : 'open').toBe(is)
})
