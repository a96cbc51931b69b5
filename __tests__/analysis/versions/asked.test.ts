import { analyseSources } from '../../support/analyse'
import { builtin } from '../../support/builtin'
import { decided, type Files } from './answers'

const other: Record<string, readonly [files: Files, python: string, decided: string]> = {
  'Keras by its own version': [
    { 'requirements.txt': 'keras>=3.15\ntensorflow==2.15.0' },
    'from keras.models import load_model\nload_model("churn.h5")\n',
    'safe',
  ],
  'Keras by that of TensorFlow': [
    { 'requirements.txt': 'tensorflow-cpu==2.15.0' },
    'from keras.models import load_model\nload_model("churn.h5")\n',
    'requirements.txt | tensorflow-cpu==2.15.0 | 1',
  ],
  'a hazard of old versions, where all that are allowed are old': [
    { 'requirements.txt': 'torch>=2.0,<2.6' },
    'import torch\ntorch.load("churn.pt", weights_only=True)\n',
    'requirements.txt | torch>=2.0,<2.6 | 1',
  ],
  'a hazard of old versions, where some are new': [
    { 'requirements.txt': 'torch>=2.0' },
    'import torch\ntorch.load("churn.pt", weights_only=True)\n',
    'safe',
  ],
  'a hazard of old versions, where all are new': [
    { 'requirements.txt': 'torch>=2.6' },
    'import torch\ntorch.load("churn.pt", weights_only=True)\n',
    'safe',
  ],
  'a hazard of old versions, under a condition': [
    { 'requirements.txt': 'torch==2.5.1; python_version < "3.9"' },
    'import torch\ntorch.load("churn.pt", weights_only=True)\n',
    'safe',
  ],
  'a hazard of old versions in one of two files': [
    { 'requirements.txt': 'torch==2.5.1', 'requirements-gpu.txt': 'torch==2.6.0' },
    'import torch\ntorch.load("churn.pt", weights_only=True)\n',
    'safe',
  ],
  'a script that installs what it needs': [
    { 'requirements.txt': 'torch==2.9.0' },
    'import subprocess\nimport torch\nsubprocess.run(["pip", "install", "torch==2.10.0"], check=True)\ntorch.load("churn.pt")\n',
    'safe',
  ],
  'a script that installs what it needs, by a function that it imports': [
    { 'requirements.txt': 'torch==2.9.0' },
    'import sys\nfrom subprocess import check_call\nimport torch\ncheck_call([sys.executable, "-m", "pip", "install", "torch==2.10.0"])\ntorch.load("churn.pt")\n',
    'safe',
  ],
  'a script that installs what it needs, in a function': [
    { 'requirements.txt': 'torch==2.9.0' },
    'from subprocess import check_call\nimport torch\n\ndef prepare():\n    check_call("pip install torch==2.10.0")\n\nprepare()\ntorch.load("churn.pt")\n',
    'safe',
  ],
  'a script that installs what it needs, by a line of the shell': [
    { 'requirements.txt': 'torch==2.9.0' },
    'import os\nimport torch\nos.system("pip install \'torch==2.10.0\'")\ntorch.load("churn.pt")\n',
    'safe',
  ],
  'a script that installs one of several versions, which leaves it to the files': [
    { 'requirements.txt': 'torch==2.9.0' },
    'import os\nimport torch\nversion = "2.10.0" if os.name == "nt" else "2.9.0"\nos.system(f"pip install torch=={version}")\ntorch.load("churn.pt")\n',
    'requirements.txt | torch==2.9.0 | 1',
  ],
  ...Object.fromEntries(
    [
      'import os\nos.popen("pip install torch==2.10.0")',
      'import os\nos.system("cd serve; pip install torch==2.10.0")',
      'import os\nos.system("cd serve && sudo -E pip install \'torch==2.10.0\'")',
      'import subprocess\nsubprocess.getstatusoutput("pip install torch==2.10.0\\npip list")',
      'import subprocess\nsubprocess.run(args=["pip", "install", "torch==2.10.0"])',
      'import subprocess\nsubprocess.run(["sudo", "pip", "install", "torch==2.10.0"])',
      'import subprocess\nsubprocess.run(["python3", "-m", "pip", "install", "torch==2.10.0"])',
      'import subprocess\nimport sys\nsubprocess.run([sys.executable, "-u", "-m", "pip", "install", "torch==2.10.0"])',
      'import subprocess\nimport sys\nsubprocess.run(f"{sys.executable} -m pip install torch==2.10.0", shell=True)',
      'import subprocess\nsubprocess.run(["pip", "install", "torch==2.10.0"], env={"PIP_INDEX_URL": "https://example.com"})',
      'get_ipython().system("pip install torch==2.10.0")',
      'get_ipython().run_line_magic("pip", "install torch==2.10.0")',
      'get_ipython().run_cell_magic("bash", "", "pip install torch==2.10.0\\n")',
    ].map((line): [string, readonly [Files, string, string]] => [
      `a script that installs what it needs: ${line}`,
      [{ 'requirements.txt': 'torch==2.9.0' }, `${line}\nimport torch\ntorch.load("churn.pt")\n`, 'safe'],
    ]),
  ),
  ...Object.fromEntries(
    [
      'import os\nos.remove("pip install torch==2.10.0")',
      'print("pip install torch==2.10.0")',
      'import subprocess\nsubprocess.run(["echo", "-m", "pip", "install", "torch==2.10.0"][:1])',
      'import subprocess\nsubprocess.run(["script.py", "serve", "-m", "pip", "install", "torch==2.10.0"])',
      'import subprocess\nsubprocess.run(["pip", "download", "torch==2.10.0"])',
      'get_ipython().run_line_magic("load", "install torch==2.10.0")',
      'import subprocess\nsubprocess.run(command)',
      'import subprocess\nsubprocess.run()',
    ].map((line): [string, readonly [Files, string, string]] => [
      `a script that installs nothing: ${line}`,
      [
        { 'requirements.txt': 'torch==2.9.0' },
        `${line}\nimport torch\ntorch.load("churn.pt")\n`,
        'requirements.txt | torch==2.9.0 | 1',
      ],
    ]),
  ),
  'a script that starts one of two commands': [
    {},
    'import os\nimport subprocess\nimport torch\nsubprocess.run(["pip", "install", "torch==2.10.0"] if os.name == "nt" else ["pip", "install", "torch==2.9.0"])\ntorch.load("churn.pt")\n',
    'serve/app.py | torch==2.9.0 | 4',
  ],
  'Keras by the constraint of TensorFlow, by another spelling of its name': [
    {
      'setup.sh': 'pip install tensorflow-cpu -c serve/pins/constraints.txt',
      'serve/pins/constraints.txt': 'Tensorflow_CPU==2.15.0',
    },
    'from keras.models import load_model\nload_model("churn.h5")\n',
    'serve/pins/constraints.txt | Tensorflow_CPU==2.15.0 | 1',
  ],
}

test.each(Object.entries(other))('%s', async (_, [files, python, expected]) => {
  expect(await decided(files, 'serve/app.py', python)).toBe(expected)
})

test('a notebook installs for itself, and for no other', async () => {
  const cells = (...lines: readonly string[]) =>
    JSON.stringify({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {},
      cells: lines.map(source => ({
        cell_type: 'code',
        source,
        metadata: {},
        outputs: [],
        execution_count: null,
      })),
    })
  const own = cells('%pip install torch==2.9.0', 'import torch\ntorch.load("churn.pt")')
  const files = { 'requirements.txt': 'torch==2.10.0' }
  expect(await decided(files, 'a.ipynb', own)).toBe('a.ipynb | torch==2.9.0 | 1')
  expect(await decided({ ...files, 'b.ipynb': cells('%pip install torch==2.9.0') })).toBe('safe')
  expect(await decided({ 'b.ipynb': cells('!pip install torch==2.10.0') })).toBe('nothing')
})

test('the message names the file and the line, and the requirement as it is written', async () => {
  const sources = {
    'app.py': 'import torch\n\nstate = torch.load("churn.pt")\n',
    'requirements.txt': 'numpy\ntorch >= 2.6 , <3  # new enough\n',
  }
  const [finding] = await analyseSources(sources, builtin)
  expect(finding?.message).toContain(' `requirements.txt` says `torch >= 2.6 , <3` in line 2.')
})

test('what is huge is answered in time', async () => {
  const files: Record<string, string> = {}
  for (let i = 0; i < 400; i += 1)
    files[`requirements-${i}.txt`] =
      `torch>=2.${i}\n${Array.from({ length: 50 }, (_, j) => `-r requirements-${(i * 7 + j) % 400}.txt`).join('\n')}`
  files['uv.lock'] = '[[package]]\nname = "torch"\nversion = "2.9.0"\n'.repeat(5000)
  files['serve/app.py'] = 'import torch\n\nstate = torch.load("churn.pt")\n'
  const start = performance.now()
  const [finding] = await analyseSources(files, builtin)
  expect(finding?.message).toContain('`uv.lock` says `torch 2.9.0` in line 2.')
  expect(performance.now() - start).toBeLessThan(8000)
})
