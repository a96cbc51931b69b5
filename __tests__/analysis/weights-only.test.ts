import { readRules } from '../../src/rules/read'
import { expectAsMarked } from '../guards/marked'
import { analyseSources } from '../support/analyse'

const options = {
  'an option that a caller may set, on by default': `
    import torch

    def load(path, weights_only=True):
        return torch.load(path, weights_only=weights_only)  # reported as warning
  `,
  'an option that is handed on, on wherever it is set': `
    import sys
    import torch

    def load(path, weights_only=True):
        return torch.load(path, weights_only=weights_only)  # reported as warning

    def resume(path, weights_only=True):
        return load(path, weights_only=weights_only)

    load(sys.argv[1], weights_only=True)
  `,
  'an option that one of the callers turns off': `
    import sys
    import torch

    def load(path, weights_only=True):
        return torch.load(path, weights_only=weights_only)  # reported: unsafe-load-option as warning

    load(sys.argv[1], weights_only=False)
  `,
  'an option that is off by default': `
    import torch

    def load(path, weights_only=False):
        return torch.load(path, weights_only=weights_only)  # reported: unsafe-load-option as warning
  `,
  'an option that says nothing by default': `
    import torch

    def load(path, weights_only=None):
        return torch.load(path, weights_only=weights_only)  # reported as warning
  `,
  'none that is written out': `
    import torch

    def load(path):
        return torch.load(path, weights_only=None)  # reported as warning
  `,
  'whatever else is handed on': `
    import torch

    def load(path, **options):
        return torch.load(path, **options)  # reported as warning
  `,
  'no option where another one says it is off': `
    import torch

    def load(path, weights_only=True):
        try:
            return torch.load(path, weights_only=weights_only)  # reported as warning
        except TypeError:
            if not weights_only:
                return torch.load(path)  # reported as warning
            raise
  `,
}

describe('an option of torch.load that a caller decides', () => {
  test.each(Object.entries(options))('%s', (_, marked) => expectAsMarked('', marked))
})

test('none that is written out counts as what the version does', async () => {
  await expectAsMarked('', {
    'requirements.txt': 'torch==2.11.0\n',
    'churn.py': 'import torch\n\n\ndef load(path):\n    return torch.load(path, weights_only=None)\n',
  })
})

test.each([
  ['weights_only=option', 'where `weights_only` is not true'],
  ['**option', 'with versions before 2.6'],
])('torch.load(path, %s): what is not known is told', async (option, says) => {
  const [finding] = await analyseSources(
    { 'churn.py': `import torch\n\n\ndef load(path, option):\n    return torch.load(path, ${option})\n` },
    readRules(['rules']),
  )
  expect([finding?.level, finding?.message]).toEqual(['warning', expect.stringContaining(says)])
})
