import { decided, type Files } from './answers'

type Table = Record<string, readonly [files: Files, decided: string, path?: string]>

const dockerfile = (...commands: readonly string[]) => ['FROM python:3.11', ...commands].join('\n')
const workflow = (command: string) => `
  on: push
  jobs:
    test:
      runs-on: ubuntu-latest
      steps:
        - run: ${command}
`

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
  'constraints of a command for several packages': [
    {
      'setup.sh': 'pip install numpy torch --constraint=serve/pins/constraints.txt',
      'serve/pins/constraints.txt': 'numpy==1.26\ntorch==2.9.0; python_version < "3.9"\nTorch==2.10.0',
    },
    'safe',
  ],
  'commands of one file have to agree': [
    { 'setup.sh': 'pip install torch==2.10.0\npip install torch' },
    'setup.sh | torch | 2',
  ],
  'what starts what starts a command': [
    { 'setup.sh': 'sudo -E timeout 60 pip install torch==2.9.0' },
    'setup.sh | torch==2.9.0 | 1',
  ],
  'a package of another channel': [
    { 'setup.sh': 'conda install conda-forge::pytorch=2.9' },
    'setup.sh | conda-forge::pytorch=2.9 | 1',
  ],
  'a step for the folder in which it works': [
    {
      '.github/workflows/ci.yml': `${workflow('pip install torch==2.10.0')}          working-directory: serve\n`,
      'requirements.txt': 'torch==2.9.0',
    },
    'safe',
  ],
  'a Dockerfile two folders down for what it copies': [
    {
      'deploy/docker/Dockerfile': dockerfile(
        'COPY serve /app',
        'WORKDIR /app',
        'RUN pip install torch==2.10.0',
      ),
      'requirements.txt': 'torch==2.9.0',
    },
    'safe',
  ],
  'a Dockerfile two folders down for what it copies from beside it': [
    {
      'deploy/docker/Dockerfile': dockerfile(
        'COPY serve /app',
        'WORKDIR /app',
        'RUN pip install torch==2.10.0',
      ),
      'deploy/requirements.txt': 'torch==2.9.0',
    },
    'safe',
    'deploy/serve/app.py',
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

describe.each(Object.entries({ commands }))('%s', (_, table) => {
  test.each(Object.entries(table))('%s', async (_, [files, expected, path]) => {
    expect(await decided(files, path)).toBe(expected)
  })
})
