import { selectFiles } from '../../src/analysis/select'
import { readRules } from '../../src/rules/read'

const rules = readRules(['rules'])

function chosen(sources: Readonly<Record<string, string>>): string[] {
  const files = Object.entries(sources).map(([path, text]) => ({ path, text }))
  return selectFiles(files, rules).map(file => file.path)
}

const posting = 'import requests\n\ndef tell(url, body):\n    return requests.post(url, json=body)\n'

test('a file that posts somewhere is left unread where nothing names the address of a registry', () => {
  expect(chosen({ 'hooks.py': posting })).toEqual([])
})

test('a file that posts somewhere is read where another file names the address of a registry', () => {
  const addresses = 'ALIAS = "/api/2.0/mlflow/registered-models/alias"\n'
  const promote =
    'from addresses import ALIAS\nfrom hooks import tell\n\ntell(ALIAS, {"alias": "champion"})\n'
  expect(chosen({ 'addresses.py': addresses, 'hooks.py': posting, 'promote.py': promote })).toEqual([
    'addresses.py',
    'hooks.py',
    'promote.py',
  ])
})

test('a file that only assigns a variable of the environment is read', () => {
  const start = 'import os\n\nos.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"\n'
  expect(chosen({ 'start.py': start, 'other.py': 'import os\n\nos.environ["HOME"] = "/"\n' })).toEqual([
    'start.py',
  ])
})

test('a file that only replaces a check is read', () => {
  const patch =
    'from transformers import modeling_utils\n\nmodeling_utils.check_torch_load_is_safe = lambda: None\n'
  expect(chosen({ 'patch.py': patch })).toEqual(['patch.py'])
})
