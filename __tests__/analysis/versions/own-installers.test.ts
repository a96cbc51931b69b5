import { catalogSchema } from '../../../src/rules/schema'
import { analyseSources } from '../../support/analyse'
import { builtin } from '../../support/builtin'

const acme = catalogSchema.parse({
  library: 'Acme',
  installers: [
    {
      command: ['acme get', 'acme-get', 'pip fetch'],
      from: 'pypi',
      values: ['--shelf'],
      requirements: ['--list'],
      constraints: ['--limits'],
      source: 'https://acme.example/docs',
      checked: '2026-12-01',
    },
  ],
})
const rules = { ...builtin, catalogs: [...builtin.catalogs, acme] }

// Its default is safe from PyTorch 2.10 on.
async function isSafe(command: string, known: typeof builtin): Promise<boolean> {
  const files = {
    Dockerfile: `FROM python:3.12\nRUN ${command}\n`,
    'requirements.txt': 'torch\n',
    'constraints.txt': 'torch==2.10.0\n',
    'serve.py': 'import torch\n\nstate = torch.load("churn.pt")\n',
  }
  return (await analyseSources(files, known)).length === 0
}

test.each([
  'acme get --list requirements.txt --limits constraints.txt',
  'acme --shelf models get --list requirements.txt --limits constraints.txt',
  '/opt/acme/bin/acme-get --list requirements.txt --limits constraints.txt',
  'pip fetch --list requirements.txt --limits constraints.txt',
])('a program of a file of rules installs what it is told: `%s`', async command => {
  expect(await isSafe(command, rules)).toBe(true)
  expect(await isSafe(command, builtin)).toBe(false)
})

test.each([
  'acme show --list requirements.txt --limits constraints.txt',
  'acme get --list requirements.txt --shelf constraints.txt',
  'acme get --list requirements.txt --limits other.txt',
])('and nothing where it does something else: `%s`', async command => {
  expect(await isSafe(command, rules)).toBe(false)
})

test('one more verb of a program takes none of those away that it has', async () => {
  expect(await isSafe('pip install -r requirements.txt -c constraints.txt', rules)).toBe(true)
})
