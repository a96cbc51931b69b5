import { analyseSources } from '../../support/analyse'
import { builtin as rules } from '../../support/builtin'

const made = 'from pickle import Unpickler\nclient = Unpickler(open("m.pkl", "rb"))\n'
const other = 'client = None\n'

/** Whether the last of these files opens what `made` makes: so the name that it imports is that of the repository's own file. */
async function isFound(files: Readonly<Record<string, string>>): Promise<boolean> {
  return (await analyseSources(files, rules)).length > 0
}

const plain = 'from clients import client\nclient.load()'

test.each<readonly [python: string, at: string, others: Readonly<Record<string, string>>]>([
  [plain, 'acme/main.py', { 'src/clients.py': made }],
  [plain, 'acme/main.py', { 'lib/clients.py': made }],
  [plain, 'acme/main.py', { 'acme/src/clients.py': made }],
  [plain, 'acme/deep/main.py', { 'acme/clients.py': made }],
  [plain, 'acme/main.py', { 'acme/clients/__init__.py': made }],
  [plain, 'acme/main.py', { 'clients.py': other, 'acme/clients.py': made }],
  [plain, 'main.py', { 'clients.pyw': made }],
  ['from deep.clients import client\nclient.load()', 'acme/main.py', { 'other/deep/clients.py': made }],
  ['from acme import sub\nsub.client.load()', 'main.py', { 'acme/__init__.py': '', 'acme/sub.py': made }],
  [
    'from acme import sub\nsub.client.load()',
    'main.py',
    { 'acme/__init__.py': '', 'acme/sub/__init__.py': made },
  ],
  ['from acme import sub\nsub.client.load()', 'main.py', { 'acme/sub.py': made }],
  ['import acme\nacme.sub.client.load()', 'main.py', { 'acme/__init__.py': '', 'acme/sub.py': made }],
  [
    'import acme\nacme.client.load()',
    'main.py',
    { 'acme/__init__.py': 'from .sub import *\n', 'acme/sub.py': made },
  ],
  ['from . import client\nclient.load()', 'acme/main.py', { 'acme/__init__.py': made }],
  ['from . import *\nclient.load()', 'acme/main.py', { 'acme/__init__.py': made }],
  [plain, 'main.py', { 'clients.py': 'from others import *\n', 'others.py': made }],
  [
    plain,
    'main.py',
    { 'clients.py': 'from others import *\n', 'others.py': `from clients import *\n${made}` },
  ],
  [
    'from clients import Unpickler\nUnpickler(open("m.pkl", "rb")).load()',
    'main.py',
    { 'clients.py': 'from pickle import *\n' },
  ],
  [
    'from clients import Unpickler\nUnpickler(open("m.pkl", "rb")).load()',
    'main.py',
    { 'clients.py': 'from others import *\n', 'others.py': 'from acme import *\nfrom pickle import *\n' },
  ],
  [plain, 'acme/main.py', { 'acme/lib/clients.py': made, 'acme/src/clients.py': other }],
  ['from . import client\nclient.load()', 'main.py', { '__init__.py': made }],
  ['from ...clients import client\nclient.load()', 'acme/deep/main.py', { 'clients.py': made }],
  ['from ..clients import client\nclient.load()', 'acme/deep/main.py', { 'acme/clients.py': made }],
])('%j in %s finds its module among %j', async (python, at, others) => {
  expect(await isFound({ ...others, [at]: python })).toBe(true)
})

test.each<readonly [python: string, at: string, others: Readonly<Record<string, string>>]>([
  [plain, 'acme/main.py', { 'other/clients.py': made }],
  [plain, 'acme/main.py', { 'acmes/clients.py': made }],
  [plain, 'acme/main.py', { 'me/clients.py': made }],
  [plain, 'acme/main.py', { 'clients.py': made, 'acme/clients.py': other }],
  [plain, 'acme/main.py', { 'acme/__init__.py': '', 'acme/clients.py': made }],
  [plain, 'main.py', { 'clients.txt': made }],
  ['from clients import others\nothers.load()', 'main.py', { 'clients.py': made }],
  [
    'from clients import others\nothers.load()',
    'main.py',
    { 'clients.py': `from clients import *\n${made}` },
  ],
  [plain, 'main.py', { 'clients.py': 'from others import *\n', 'others.py': 'from clients import *\n' }],
  [plain, 'acme/deep/main.py', { 'acme/src/deep/clients.py': made }],
  [plain, 'acme/main.py', { 'acme/lib/clients.py': other, 'acme/src/clients.py': made }],
  [
    'from acme import registry\nregistry.sub.client.load()',
    'main.py',
    { 'acme/registry.py': other, 'acme/sub.py': made },
  ],
  ['from ...clients import client\nclient.load()', 'acme/main.py', { 'clients.py': made }],
  ['from .clients import client\nclient.load()', 'acme/main.py', { 'clients.py': made }],
  [
    'from acme.sub import client\nclient.load()',
    'main.py',
    { 'acme/__init__.py': made, 'acme/sub.py': other },
  ],
])('%j in %s finds another module among %j', async (python, at, others) => {
  expect(await isFound({ ...others, [at]: python })).toBe(false)
})

test('a file that is called like a library imports the library, and a package imports itself', async () => {
  const own = 'from pickle import Unpickler\nUnpickler(open("m.pkl", "rb")).load()\n'
  expect(await isFound({ 'pickle.py': own })).toBe(true)
  expect(await isFound({ 'pickle/__init__.py': own })).toBe(false)
  expect(await isFound({ 'acme/pickle/__init__.py': own })).toBe(true)
})
