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
  'an older version for sure before a version of a matrix': [
    {
      '.github/workflows/ci.yml': workflow(`pip install torch==\${{ matrix.torch }}`),
      'scripts/setup.sh': 'pip install torch==2.9.0',
    },
    'scripts/setup.sh | torch==2.9.0 | 1',
  ],
  'an older version for sure before one that a variable says': [
    { 'setup.sh': 'pip install torch==$TORCH\npip install torch==2.9.0' },
    'setup.sh | torch==2.9.0 | 2',
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
  'a condition of a command': [
    { 'setup.sh': `pip install "torch==2.10.0; python_version < '3.9'"` },
    `setup.sh | torch==2.10.0; python_version < '3.9' | 1`,
  ],
  'a condition of a command alone': [
    { 'setup.sh': `pip install "torch; python_version < '3.9'"` },
    `setup.sh | torch; python_version < '3.9' | 1`,
  ],
  'an address in a command': [
    { 'setup.sh': 'pip install "torch @ https://example.com/torch-2.10.0-cp311-cp311-linux_x86_64.whl"' },
    'safe',
  ],
  'an address in a command, below': [
    { 'setup.sh': 'pip install "torch@https://example.com/torch-2.9.0-cp311-cp311-linux_x86_64.whl"' },
    'setup.sh | torch@https://example.com/torch-2.9.0-cp311-cp311-linux_x86_64.whl | 1',
  ],
  'an address that says no version': [
    { 'setup.sh': 'pip install "torch @ git+https://github.com/pytorch/pytorch"' },
    'setup.sh | torch @ git+https://github.com/pytorch/pytorch | 1',
  ],
  'an address by itself is no package': [
    { 'setup.sh': 'pip install git+https://example.com/torch ./torch torch/' },
    'nothing',
  ],
  'extras in a command': [{ 'setup.sh': 'pip install "torch[opt]>=2.10"' }, 'safe'],
  'extras alone': [{ 'setup.sh': 'pip install torch[opt]' }, 'setup.sh | torch[opt] | 1'],
  'a range that is none': [{ 'setup.sh': 'pip install "torch>=new"' }, 'setup.sh | torch>=new | 1'],
  'a channel is no part of a name of PyPI': [
    { 'setup.sh': 'pip install conda-forge::torch==2.9.0' },
    'nothing',
  ],
  'the latest of Poetry': [{ 'setup.sh': 'poetry add torch@latest' }, 'setup.sh | torch@latest | 1'],
  'a caret of Poetry, new enough': [{ 'setup.sh': 'poetry add torch@^2.10' }, 'safe'],
  'a build of conda': [{ 'setup.sh': 'conda install pytorch=2.10.0=py3.11_cuda12' }, 'safe'],
  'a range of conda': [{ 'setup.sh': 'conda install "pytorch >=2.10"' }, 'safe'],
  'a version of which only some are known': [
    { 'setup.sh': 'pip install torch==${TORCH:-2.10.0}' },
    'setup.sh | torch==… | 1',
  ],
  'a version of which only the beginning is known': [
    { 'setup.sh': 'pip install "torch>=2.10$MORE"' },
    'setup.sh | torch>=2.10… | 1',
  ],
  'words that are not known': [{ 'setup.sh': 'pip install $PACKAGES' }, 'nothing'],
  'options before the verb': [
    { 'setup.sh': 'pip --proxy http://proxy --no-input install torch==2.10.0' },
    'safe',
  ],
  'options are not what is done': [{ 'setup.sh': 'pip --log install freeze torch==2.10.0' }, 'nothing'],
  'files that are joined with their option': [
    {
      'setup.sh': 'pip install -rserve/pins/list.txt -cserve/pins/constraints.txt',
      'serve/pins/list.txt': 'torch',
      'serve/pins/constraints.txt': 'torch==2.10.0',
      'requirements.txt': '-r serve/pins/list.txt',
    },
    'safe',
  ],
  'a channel that is joined with its option': [
    { 'setup.sh': 'conda install -cpytorch pytorch=2.10' },
    'safe',
  ],
  'a constraint and a version': [
    { 'setup.sh': 'pip install torch==2.10.0 -c constraints.txt', 'constraints.txt': 'torch<3' },
    'safe',
  ],
  'a constraint and a range': [
    { 'setup.sh': 'pip install "torch>=2.8" -c constraints.txt', 'constraints.txt': 'torch>=2.10' },
    'safe',
  ],
  'a constraint and a range that does not do': [
    { 'setup.sh': 'pip install "torch<3" -c constraints.txt', 'constraints.txt': 'torch>=2.9' },
    'setup.sh | torch<3 | 1',
  ],
  'a constraint for what is under a condition': [
    {
      'setup.sh': `pip install "torch; python_version < '3.9'" -c constraints.txt`,
      'constraints.txt': 'torch==2.10.0',
    },
    'constraints.txt | torch==2.10.0 | 1',
  ],
  'a constraint for what the command does not name': [
    { 'setup.sh': 'pip install numpy -c constraints.txt', 'constraints.txt': 'torch==2.9.0' },
    'constraints.txt | torch==2.9.0 | 1',
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
