import { decided, type Files } from './answers'

type Table = Record<string, readonly [files: Files, decided: string, path?: string]>

const project = (torch: string) => `
  [project]
  dependencies = ["${torch}"]
`
const lock = (version: string) => `
  [[package]]
  name = "torch"
  version = "${version}"
`
const dockerfile = (...commands: readonly string[]) => ['FROM python:3.11', ...commands].join('\n')
const workflow = (command: string) => `
  on: push
  jobs:
    test:
      runs-on: ubuntu-latest
      steps:
        - run: ${command}
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

const nearest: Table = {
  'the own folder before that above': [
    { 'requirements.txt': 'torch==2.9.0', 'serve/requirements.txt': 'torch==2.10.0' },
    'safe',
  ],
  'the own folder before that above, the other way round': [
    { 'requirements.txt': 'torch==2.10.0', 'serve/requirements.txt': 'torch==2.9.0' },
    'serve/requirements.txt | torch==2.9.0 | 1',
  ],
  'another folder has no say': [{ 'train/requirements.txt': 'torch==2.10.0' }, 'nothing'],
  'a folder whose name begins alike has no say': [{ 'ser/requirements.txt': 'torch==2.10.0' }, 'nothing'],
  'a folder that says nothing of it leaves it to that above': [
    { 'requirements.txt': 'torch==2.10.0', 'serve/requirements.txt': 'fastapi' },
    'safe',
  ],
  'a manifest that is nearer before a lock file': [
    { 'uv.lock': lock('2.10.0'), 'serve/pyproject.toml': project('torch>=2.9') },
    'serve/pyproject.toml | torch>=2.9 | 2',
  ],
  'a lock file that is shared is as near as its members': [
    {
      'uv.lock': `${lock('2.10.0')}\n[[package]]\nname = "serve"\nversion = "1"\nsource = { editable = "serve" }\n`,
      'serve/pyproject.toml': project('torch>=2.9'),
    },
    'safe',
  ],
  'a lock file before a manifest': [
    { 'pyproject.toml': project('torch>=2.0'), 'poetry.lock': lock('2.10.0') },
    'safe',
  ],
  'a lock file before a manifest, below': [
    { 'pyproject.toml': project('torch>=2.10'), 'poetry.lock': lock('2.9.0') },
    'poetry.lock | torch 2.9.0 | 2',
  ],
  'what a tool wrote before what it was written from': [
    {
      'requirements.in': 'torch',
      'requirements.txt': '# This file is autogenerated by pip-compile\ntorch==2.10.0',
    },
    'safe',
  ],
  'a manifest before a command': [
    { 'requirements.txt': 'torch==2.10.0', Dockerfile: dockerfile('RUN pip install torch==2.9.0') },
    'safe',
  ],
  'a manifest before a command, below': [
    { 'requirements.txt': 'torch', Dockerfile: dockerfile('RUN pip install torch==2.10.0') },
    'requirements.txt | torch | 1',
  ],
  'exact versions before what a package needs': [
    { 'requirements.txt': 'torch==2.10.0\nfastapi', 'pyproject.toml': project('torch>=2.0') },
    'safe',
  ],
  'files of one kind have to agree': [
    { 'requirements.txt': 'torch==2.10.0', 'requirements-gpu.txt': 'torch>=2.9' },
    'requirements-gpu.txt | torch>=2.9 | 1',
  ],
  'files of one kind that agree': [
    { 'requirements.txt': 'torch==2.10.0', 'requirements-gpu.txt': 'torch>=2.10' },
    'safe',
  ],
  'files for those who work on the code come last': [
    { 'requirements.txt': 'torch==2.10.0', 'requirements-dev.txt': 'torch==2.9.0' },
    'safe',
  ],
  'files for those who work on the code make nothing safe': [
    { 'requirements.txt': 'torch>=2.9', 'requirements-dev.txt': 'torch==2.10.0' },
    'requirements.txt | torch>=2.9 | 1',
  ],
  'groups for those who work on the code come last': [
    { 'pyproject.toml': `${project('torch>=2.10')}[dependency-groups]\ndev = ["torch==2.9.0"]\n` },
    'safe',
  ],
  'a folder of requirements is meant for the one above': [
    { 'requirements/prod.txt': 'torch==2.10.0' },
    'safe',
  ],
  'a folder of requirements is meant for the one above, and no higher': [
    { 'train/requirements/prod.txt': 'torch==2.10.0' },
    'nothing',
  ],
}

const together: Table = {
  'a file that another takes in': [
    { 'requirements.txt': '-r requirements/base.txt', 'requirements/base.txt': 'torch>=2.10' },
    'safe',
  ],
  'a file that another takes in, below': [
    { 'requirements.txt': '-r requirements/base.txt', 'requirements/base.txt': 'numpy\ntorch>=2.9' },
    'requirements/base.txt | torch>=2.9 | 2',
  ],
  'a file from another folder': [
    {
      'serve/requirements.txt': '-r ../common/base.txt',
      'common/base.txt': 'x\ntorch==2.10.0',
      'requirements.txt': '-r common/base.txt',
    },
    'nothing',
  ],
  'a file of requirements from another folder': [
    {
      'serve/requirements.txt': '-r ../common/requirements.txt',
      'common/requirements.txt': 'torch==2.10.0',
      'requirements.txt': 'torch==2.9.0',
    },
    'safe',
  ],
  'a part is not asked by itself': [
    { 'requirements/base.txt': 'torch', 'requirements/prod.txt': '-r base.txt\ntorch==2.10.0' },
    'safe',
  ],
  'a part from which two are made': [
    {
      'requirements/base.txt': 'torch',
      'requirements/prod.txt': '-r base.txt\ntorch==2.10.0',
      'requirements/gpu.txt': '-r base.txt',
    },
    'requirements/base.txt | torch | 1',
  ],
  'files that take in each other': [
    { 'requirements.txt': '-r requirements-b.txt\ntorch>=2.10', 'requirements-b.txt': '-r requirements.txt' },
    'safe',
  ],
  'files that take in each other, below': [
    { 'requirements.txt': '-r requirements-b.txt\ntorch>=2.9', 'requirements-b.txt': '-r requirements.txt' },
    'requirements.txt | torch>=2.9 | 2',
  ],
  constraints: [
    { 'requirements.txt': 'torch\n-c constraints.txt', 'constraints.txt': 'torch==2.10.0' },
    'safe',
  ],
  'constraints, below': [
    { 'requirements.txt': 'torch\n-c constraints.txt', 'constraints.txt': 'torch==2.9.0' },
    'constraints.txt | torch==2.9.0 | 1',
  ],
  'constraints that nobody names': [
    { 'requirements.txt': 'torch', 'constraints.txt': 'torch==2.10.0' },
    'requirements.txt | torch | 1',
  ],
  'constraints that every command names': [
    {
      'requirements.txt': 'torch',
      'constraints.txt': 'torch==2.10.0',
      Dockerfile: dockerfile(
        'COPY . /app',
        'WORKDIR /app',
        'RUN pip install -r requirements.txt -c constraints.txt',
      ),
    },
    'safe',
  ],
  'constraints that one of two commands names': [
    {
      'requirements.txt': 'torch',
      'constraints.txt': 'torch==2.10.0',
      Dockerfile: dockerfile(
        'COPY . /app',
        'WORKDIR /app',
        'RUN pip install -r requirements.txt -c constraints.txt',
      ),
      'install.sh': 'pip install -r requirements.txt',
    },
    'requirements.txt | torch | 1',
  ],
  'constraints of uv': [
    { 'pyproject.toml': `${project('torch')}[tool.uv]\nconstraint-dependencies = ["torch>=2.10"]\n` },
    'safe',
  ],
  'what uv puts in place of a dependency': [
    { 'pyproject.toml': `${project('torch>=2.10')}[tool.uv]\noverride-dependencies = ["torch==2.9.0"]\n` },
    'pyproject.toml | torch==2.9.0 | 4',
  ],
  'an extra narrows what a package needs': [
    { 'pyproject.toml': `${project('torch>=2.10')}[project.optional-dependencies]\ngpu = ["torch"]\n` },
    'safe',
  ],
  'an extra does not narrow what is there without it': [
    { 'pyproject.toml': `${project('torch')}[project.optional-dependencies]\ngpu = ["torch>=2.10"]\n` },
    'pyproject.toml | torch | 2',
  ],
  'extras have to agree': [
    { 'pyproject.toml': '[project.optional-dependencies]\na = ["torch>=2.10"]\nb = ["torch>=2.9"]' },
    'pyproject.toml | torch>=2.9 | 3',
  ],
}

const commands: Table = {
  'a Dockerfile': [{ Dockerfile: dockerfile('RUN pip install --no-cache-dir "torch>=2.10"') }, 'safe'],
  'a Dockerfile, below': [
    { Dockerfile: dockerfile('RUN pip install \\\n    numpy \\\n    torch==2.9.0') },
    'Dockerfile | torch==2.9.0 | 4',
  ],
  'an argument of the build': [
    { Dockerfile: dockerfile('ARG TORCH=2.9.0', 'RUN pip install torch==$TORCH') },
    'Dockerfile | torch==2.9.0 | 3',
  ],
  'a variable of the image': [
    { Dockerfile: dockerfile('ENV TORCH=2.10.0', 'RUN pip install torch==$TORCH') },
    'safe',
  ],
  'a Dockerfile for what it copies': [
    {
      'docker/serve.Dockerfile': dockerfile(
        'COPY serve /app',
        'WORKDIR /app',
        'RUN pip install torch==2.10.0',
      ),
      'docker/train.Dockerfile': dockerfile(
        'COPY train /app',
        'WORKDIR /app',
        'RUN pip install torch==2.9.0',
      ),
      'train/a.py': '',
    },
    'safe',
  ],
  'a Dockerfile for what it copies, below': [
    {
      'docker/serve.Dockerfile': dockerfile(
        'COPY serve /app',
        'WORKDIR /app',
        'RUN pip install torch==2.9.0',
      ),
      'docker/train.Dockerfile': dockerfile(
        'COPY train /app',
        'WORKDIR /app',
        'RUN pip install torch==2.10.0',
      ),
      'train/a.py': '',
    },
    'docker/serve.Dockerfile | torch==2.9.0 | 4',
  ],
  'a Dockerfile in a folder for such files': [
    { 'docker/Dockerfile': dockerfile('RUN pip install torch==2.10.0') },
    'safe',
  ],
  'a Dockerfile of another folder': [
    { 'train/Dockerfile': dockerfile('RUN pip install torch==2.10.0') },
    'nothing',
  ],
  'a workflow': [{ '.github/workflows/ci.yml': workflow('python -m pip install torch==2.10.0') }, 'safe'],
  'a workflow, below': [
    { '.github/workflows/ci.yml': workflow('sudo pip3 install -U torch==2.9.0 numpy') },
    '.github/workflows/ci.yml | torch==2.9.0 | 6',
  ],
  'a workflow with several versions': [
    { '.github/workflows/ci.yml': workflow(`pip install torch==\${{ matrix.torch }}`) },
    '.github/workflows/ci.yml | torch==… | 6',
  ],
  'commands have to agree': [
    {
      '.github/workflows/ci.yml': workflow('pip install torch==2.10.0'),
      'scripts/setup.sh': 'pip install torch',
    },
    'scripts/setup.sh | torch | 1',
  ],
  uv: [{ 'setup.sh': 'uv pip install --system torch==2.9.0' }, 'setup.sh | torch==2.9.0 | 1'],
  'uv adds': [{ 'setup.sh': 'uv add "torch>=2.10"' }, 'safe'],
  'Poetry adds': [{ 'setup.sh': 'poetry add torch@^2.9' }, 'setup.sh | torch@^2.9 | 1'],
  conda: [{ 'setup.sh': 'conda install -y -c conda-forge pytorch=2.10 cpuonly' }, 'safe'],
  'conda, below': [
    { 'setup.sh': 'mamba create -n serve -c pytorch python=3.11 pytorch=2.9' },
    'setup.sh | pytorch=2.9 | 1',
  ],
  'options are no packages': [{ 'setup.sh': 'pip install --target torch numpy' }, 'nothing'],
  'constraints of a command': [
    {
      'setup.sh': 'pip install torch -c serve/pins/constraints.txt',
      'serve/pins/constraints.txt': 'torch==2.10.0',
    },
    'safe',
  ],
  'what is not installed': [
    { 'setup.sh': 'pip uninstall torch==2.10.0\npip download torch==2.10.0' },
    'nothing',
  ],
  'a list for installers is nearer than the command of a folder above': [
    { Dockerfile: dockerfile('RUN pip install torch==2.9.0'), 'serve/requirements.txt': 'torch>=2.10' },
    'safe',
  ],
}

describe.each(Object.entries({ boundaries, conditions, nearest, together, commands }))('%s', (_, table) => {
  test.each(Object.entries(table))('%s', async (_, [files, expected, path]) => {
    expect(await decided(files, path)).toBe(expected)
  })
})
