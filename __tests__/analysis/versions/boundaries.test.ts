import { decided, type Files } from './answers'

type Table = Record<string, readonly [files: Files, decided: string, path?: string]>

const lock = (version: string) => `
  [[package]]
  name = "torch"
  version = "${version}"
`

const boundaries: Table = {
  'an exact version, just safe': [{ 'requirements.txt': 'torch==2.10.0' }, 'safe'],
  'an exact version, just not': [
    { 'requirements.txt': 'torch==2.9.1' },
    'requirements.txt | torch==2.9.1 | 1',
  ],
  'a lower bound': [{ 'requirements.txt': 'numpy\ntorch>=2.10' }, 'safe'],
  'a lower bound below': [
    { 'requirements.txt': 'numpy\ntorch>=2.9,<3' },
    'requirements.txt | torch>=2.9,<3 | 2',
  ],
  'an upper bound alone': [{ 'requirements.txt': 'torch<=2.10' }, 'requirements.txt | torch<=2.10 | 1'],
  'a version that is left out': [{ 'requirements.txt': 'torch!=2.9' }, 'requirements.txt | torch!=2.9 | 1'],
  'a compatible release': [{ 'requirements.txt': 'torch~=2.10' }, 'safe'],
  'a compatible release below': [
    { 'requirements.txt': 'torch~=2.9.0' },
    'requirements.txt | torch~=2.9.0 | 1',
  ],
  'all that begin so': [{ 'requirements.txt': 'torch==2.10.*' }, 'safe'],
  'all that begin so, below': [{ 'requirements.txt': 'torch==2.*' }, 'requirements.txt | torch==2.* | 1'],
  'a local version': [{ 'requirements.txt': 'torch==2.10.0+cu128' }, 'safe'],
  'a candidate for the release': [
    { 'requirements.txt': 'torch==2.10.0rc1' },
    'requirements.txt | torch==2.10.0rc1 | 1',
  ],
  'more than a version below': [{ 'requirements.txt': 'torch>2.9' }, 'requirements.txt | torch>2.9 | 1'],
  'any version': [{ 'requirements.txt': 'torch' }, 'requirements.txt | torch | 1'],
  'an address': [
    { 'requirements.txt': 'torch @ https://example.com/torch-2.9.0-cp311-cp311-linux_x86_64.whl' },
    'requirements.txt | torch @ https://example.com/torch-2.9.0-cp311-cp311-linux_x86_64.whl | 1',
  ],
  'nothing at all': [{ 'requirements.txt': 'torchvision==0.25' }, 'nothing'],
  'another spelling': [{ 'requirements.txt': 'Torch[extra] >= 2.10 , < 3' }, 'safe'],
  'a caret of Poetry': [{ 'pyproject.toml': '[tool.poetry.dependencies]\ntorch = "^2.10"' }, 'safe'],
  'a caret of Poetry below': [
    { 'pyproject.toml': '[tool.poetry.dependencies]\ntorch = "^2.9"' },
    'pyproject.toml | torch = "^2.9" | 2',
  ],
  'a lock file': [{ 'uv.lock': lock('2.10.0') }, 'safe'],
  'a lock file below': [{ 'uv.lock': lock('2.9.1') }, 'uv.lock | torch 2.9.1 | 2'],
  'one sign of conda': [{ 'environment.yml': 'dependencies:\n  - pytorch=2.10' }, 'safe'],
  'one sign of conda below': [
    { 'environment.yml': 'dependencies:\n  - pytorch=2' },
    'environment.yml | pytorch=2 | 2',
  ],
  'two signs of conda': [{ 'conda.yaml': 'dependencies:\n  - conda-forge::pytorch==2.10.0' }, 'safe'],
  'pip inside of conda': [
    { 'conda.yaml': 'dependencies:\n  - pip:\n      - torch==2.9.0' },
    'conda.yaml | torch==2.9.0 | 3',
  ],
  'a name that is conda’s and not that of PyPI': [{ 'requirements.txt': 'pytorch==2.10.0' }, 'nothing'],
  'another name of conda': [{ 'environment.yml': 'dependencies:\n  - pytorch-gpu=2.10' }, 'safe'],
  'what an extra asks for': [
    { 'pyproject.toml': '[project.optional-dependencies]\nserve = ["torch>=2.10"]' },
    'safe',
  ],
  'a `setup.py`': [{ 'setup.py': 'setup(install_requires=["torch>=2.10"])' }, 'safe'],
  'a `setup.cfg` below': [
    { 'setup.cfg': '[options]\ninstall_requires =\n    torch>=2.9' },
    'setup.cfg | torch>=2.9 | 3',
  ],
  'what lies beside a model of MLflow': [
    {
      'model/python_env.yaml': 'dependencies:\n  - -r requirements.txt',
      'model/requirements.txt': 'torch==2.10.0',
    },
    'safe',
    'model/code/load.py',
  ],
}

const conditions: Table = {
  'a condition': [
    { 'requirements.txt': 'torch>=2.10; sys_platform == "linux"' },
    'requirements.txt | torch>=2.10; sys_platform == "linux" | 1',
  ],
  'two that leave nothing out': [
    { 'requirements.txt': 'torch==2.10.0; python_version < "3.11"\ntorch==2.11.0; python_version >= "3.11"' },
    'safe',
  ],
  'two that leave something out': [
    { 'requirements.txt': 'torch==2.10.0; python_version < "3.9"\ntorch==2.11.0; python_version >= "3.11"' },
    'requirements.txt | torch==2.10.0; python_version < "3.9" | 1',
  ],
  'two of which one is too old': [
    { 'requirements.txt': 'torch==2.10.0; python_version < "3.11"\ntorch==2.9.0; python_version >= "3.11"' },
    'requirements.txt | torch==2.9.0; python_version >= "3.11" | 2',
  ],
  'one beside a requirement that always holds': [
    { 'requirements.txt': 'torch>=2.10\ntorch>=2.11; python_version >= "3.12"' },
    'safe',
  ],
  'an extra, which is no condition that has an opposite': [
    { 'requirements.txt': 'torch==2.10.0; extra == "a"\ntorch==2.10.0; extra != "a"' },
    'requirements.txt | torch==2.10.0; extra == "a" | 1',
  ],
  'a dependency of Poetry for some': [
    { 'pyproject.toml': '[tool.poetry.dependencies]\ntorch = { version = "^2.10", platform = "linux" }' },
    'pyproject.toml | torch = { version = "^2.10", platform = "linux" } | 2',
  ],
  'a dependency of Poetry that is optional': [
    { 'pyproject.toml': '[tool.poetry.dependencies]\ntorch = { version = "^2.10", optional = true }' },
    'pyproject.toml | torch = { version = "^2.10", optional = true } | 2',
  ],
  'all entries of a lock file': [{ 'uv.lock': lock('2.10.0') + lock('2.10.0+cu128') }, 'safe'],
  'one entry of a lock file': [
    { 'uv.lock': `${lock('2.10.0')}${lock('2.9.1')}` },
    'uv.lock | torch 2.9.1 | 6',
  ],
}

describe.each(Object.entries({ boundaries, conditions }))('%s', (_, table) => {
  test.each(Object.entries(table))('%s', async (_, [files, expected, path]) => {
    expect(await decided(files, path)).toBe(expected)
  })
})
