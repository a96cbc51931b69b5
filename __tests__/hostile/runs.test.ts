import { check } from '../../src/analysis/check'
import { selectFiles } from '../../src/analysis/select'
import { builtin } from '../policy/configured'
import { readSources } from '../support/analyse'

const n = 400_000
const load = 'import joblib\njoblib.load("a")\n'

/** Everything that is found in files, within the time that a test has. */
async function read(sources: Readonly<Record<string, string>>): Promise<void> {
  const files = Object.entries(sources).map(([path, text]) => ({ path, text }))
  selectFiles(files, builtin, { paths: new Set(Object.keys(sources)) })
  check(await readSources(sources), builtin)
}

const promote = (stage: string): string =>
  `import mlflow\nmlflow.MlflowClient().transition_model_version_stage("m", 1, ${stage})\n`

const notebook = (...source: readonly string[]): string =>
  JSON.stringify({ cells: [{ cell_type: 'code', source }], metadata: {}, nbformat: 4 })

// In each of them an expression once looked again from every sign for what is not there.
test.each([
  ['letters of a module', 'b.py', `import ${'a'.repeat(n)}, joblib\n${'a'.repeat(n)}[0].x[0](joblib.load)\n`],
  [
    'letters of a module in brackets',
    'b.py',
    `import joblib as ${'a'.repeat(n)}\nmap((${'a'.repeat(n)}.load), x)\n`,
  ],
  [
    'digits of a number',
    'b.py',
    `import argparse\np = argparse.ArgumentParser()\np.add_argument("--a", type=float, default="${'0'.repeat(n)}-")\na = p.parse_args()\nif a.a > 1: pass\n${promote('a.a')}`,
  ],
  ['letters of a target', 'b.py', promote(`f"${'a'.repeat(n)}0{x}"`)],
  ['a field of a format', 'b.py', promote(`"{${'a'.repeat(n)}".format(x)`)],
  [
    'blanks behind a dot',
    'b.py',
    `${load}def f():\n    joblib.load(g())\ndef g():\n    return a.${'\t'.repeat(n)}b\n`,
  ],
  ['letters of a getattr', 'b.py', `import joblib\n${'getattr(joblib, "load")'.repeat(n / 20)}\n`],
  [
    'names in dots',
    'b.py',
    `import joblib\nx = [${'a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.load(x), '.repeat(n / 40)}]\n`,
  ],
  [
    'paths that are put together of one another again and again',
    'b.py',
    `import joblib\nfrom pathlib import Path\n\np0 = ""\n${Array.from(
      { length: 11 },
      (_, at) => `p${at + 1} = Path(${Array(40).fill(`p${at}`).join(', ')})\n`,
    ).join('')}joblib.load(p11)\n`,
  ],
  ['hashes of an import', 'b.py', `${load}import (${'#aa'.repeat(60)}\n`],
  ['imports in the comment of an import', 'b.py', `${load}${'import(#'.repeat(n / 8)}\n`],
  ['comments of an import that go on', 'b.py', `${load}import(\n${'#import(\n'.repeat(n / 9)}`],
  ['modules of an import', 'b.py', `${load}${'from.'.repeat(n / 5)}\n`],
  ['commas behind a variable', 'b.py', `${load}a${', '.repeat(60)}\n`],
  ['brackets behind a variable', 'b.py', `${load}a${')'.repeat(60)}\n`],
  ['dots with blanks behind them', 'b.py', `${load}x = f(${'a. '.repeat(n / 3)}a=1)\n`],
  ['names that a variable is called by', 'b.py', `import subprocess\n# ${'subprocess '.repeat(n / 11)}\n`],
  ['lines in front of an import', 'noxfile.py', `${load}${'\n'.repeat(n)}x\n`],
  ['names of notebooks', 'a.sh', `papermill a.ipynb\n${'papermill-'.repeat(n / 10)}\n`],
  ['stars of a comment', 'b.py', `${load}# modelgate: ignore ${'*'.repeat(n)}x\n`],
  [
    'brackets of a metric',
    'b.py',
    `import mlflow\nif ${'('.repeat(50)}auc${')'.repeat(50)} > ${'('.repeat(9)}0.9: pass\nif x["${')'.repeat(n)}a"] > 0.9:\n    ${promote('"Production"').split('\n')[1]}\n`,
  ],
  [
    'slashes of a folder',
    'b.py',
    `import os, hashlib, huggingface_hub, joblib\np = huggingface_hub.snapshot_download("a", local_dir="a${'/'.repeat(n)}x")\nif hashlib.sha256(open("a${'/'.repeat(n)}x/b", "rb").read()).hexdigest() != "aa": raise SystemExit(1)\njoblib.load("a${'/'.repeat(n)}x/b")\n`,
  ],
  [
    'letters of an option',
    '.github/workflows/a.yml',
    `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: python a.py\n        shell: bash -${'e'.repeat(n)}!\n`,
  ],
  [
    'blanks of arguments',
    'azure-pipelines.yml',
    `steps:\n- task: PythonScript@0\n  inputs: {scriptSource: filePath, scriptPath: a.py, arguments: "a${' '.repeat(n)}b"}\n`,
  ],
  [
    'signs of an image',
    'cloudbuild.yaml',
    `steps:\n- name: "a${'@'.repeat(n)}\\n@"\n  args: [python, a.py]\n`,
  ],
  ['comments of an environment', 'a.env', `A=b${' #'.repeat(n / 2)}\rx\n`],
  [
    'a name in Compose',
    'compose.yaml',
    `services: {a: {image: x, command: "python a.py \${${'a'.repeat(n)}"}}\n`,
  ],
  ['dots of an instruction', 'Dockerfile', `FROM x\n${`RUN ${'.'.repeat(3_990)}\n`.repeat(n / 4_000)}`],
  ['blanks of a variable', 'Dockerfile', `FROM x\nENV A${'\t'.repeat(n)}b=\nRUN python a.py\n`],
  ['letters of a variable', 'Dockerfile', `FROM x\nENV ${'A'.repeat(n)}\nRUN python a.py\n`],
  ['signs of an address', 'Dockerfile', `FROM x\nADD https://a/b${'#'.repeat(n)}\r# /x\nRUN python a.py\n`],
  ['letters of a number', 'Jenkinsfile', `node { def a = 0x${'A'.repeat(n)}_1; sh "python a.py" }\n`],
  ['lines of a change', 'README.md', `\`\`\`diff\n+++ a\n${'+\n'.repeat(n / 2)}+x\n\`\`\`\n`],
  ['blanks of a directive', 'a.rst', `.. code::${'\t'.repeat(n)}x\ry\n\n   python a.py\n`],
  [
    'blanks of a magic',
    'a.ipynb',
    notebook(`%env A=${'\t'.repeat(n)}x\ry\n`, 'import joblib\n', 'joblib.load("a")'),
  ],
  [
    'blanks of an assignment',
    'a.ipynb',
    notebook(`a${' '.repeat(n)}b = 1\n`, 'import joblib\n', 'joblib.load("a")'),
  ],
  [
    'quotes of a manifest',
    'pyproject.toml',
    `[tool.poe.tasks]\na = "python a.py" # modelgate: ignore x\nb = ${'"\\'.repeat(n / 2)}\n`,
  ],
  [
    'triple quotes of a manifest',
    'pyproject.toml',
    `[tool.poe.tasks]\na = "python a.py" # modelgate: ignore x\nb = "x"\n${`"""'''`.repeat(n / 6)}\n`,
  ],
  [
    'comments of Groovy',
    'Jenkinsfile',
    `node { sh "python a.py" } // modelgate: ignore x\n${'/*\n'.repeat(n / 3)}`,
  ],
  ['comments of a requirement', 'requirements.txt', `torch${' #'.repeat(n / 2)}\rx\n`],
  ['comments of a setup', 'setup.cfg', `[options]\ninstall_requires =\n  torch${' #'.repeat(n / 2)}\rx\n`],
  ['letters of an address', 'requirements.txt', `torch @ https://x/${'a'.repeat(n)}/y\n`],
  [
    'letters of an address in a lock',
    'uv.lock',
    `version = 1\n[[package]]\nname = "torch"\nsource = { url = "https://x/${'a'.repeat(n)}/y" }\n`,
  ],
  [
    'an environment of conda',
    'environment.yml',
    `dependencies:\n  - torch${'='.repeat(n)}1\n  - "torch ${'>'.repeat(n)}1${' '.repeat(n)}x"\n`,
  ],
  [
    'awk',
    'a.sh',
    `awk '{if (($1)${' '.repeat(n)}x > 0.9) exit 1}' a || exit 1\nawk '{ exit (a${' '.repeat(n)}b > 1) }' a\npython a.py\n`,
  ],
  ['a question of digits', 'a.sh', `if [ ${'0'.repeat(n)}- -gt 1 ]; then exit 1; fi\npython a.py\n`],
  ['a question of PowerShell', 'a.ps1', `if ($LASTEXITCODE${'\t'.repeat(n)}0) { exit 1 }\npython a.py\n`],
  ['quotes of PowerShell', 'a.ps1', `python a.py "$(${'"`'.repeat(n / 2)}\n`],
  ['braces of PowerShell', 'a.ps1', `python a.py ${'${'.repeat(n / 2)}\n`],
  ['a line that begins something', 'a.sh', `python a.py\ncat <<${'\t'.repeat(n)}< x\n`],
  ['lines that are printed', 'a.sh', `a=$(echo "a${'\n'.repeat(n)}b")\npython a.py "$a"\n`],
  [
    'blanks of an entry',
    'setup.cfg',
    `[options.entry_points]\nconsole_scripts =\n  a =${'\t'.repeat(n)}x\ry\n`,
  ],
  [
    'blanks of a tox variable',
    'tox.ini',
    `[testenv]\nsetenv =\n  A =${'\t'.repeat(n)}x\ry\ncommands = python a.py\n`,
  ],
  [
    'blanks of an INI file',
    'tox.ini',
    `[testenv]\n${`a${'\t'.repeat(3_900)}\r:x\n`.repeat(n / 4_000)}commands = python a.py\n`,
  ],
  ['blanks of a just variable', 'justfile', `a :=${'\t'.repeat(n)}x\ry\nb:\n  python a.py\n`],
  ['names of a just recipe', 'justfile', `a: (A${'-'.repeat(n)}\n  python a.py\n`],
  ['open brackets of a just recipe', 'justfile', `a: ${'(A '.repeat(n / 3)}\n  python a.py\n`],
  ['holes of a just recipe', 'justfile', `a:\n  python a.py {{${'\t'.repeat(n)}x\n`],
  ['blanks of a makefile', 'Makefile', `a${' '.repeat(n)}b\na: b\n\tpython a.py\n`],
  ['blanks of a makefile value', 'Makefile', `A = a${' '.repeat(n)}b\na: b\n\tpython a.py\n`],
  ['blanks of a makefile variable', 'Makefile', `A =${' '.repeat(n)}b\ra\na: b\n\tpython a.py\n`],
  [
    'lines of a task',
    'Taskfile.yml',
    `version: '3'\ntasks: {a: {cmds: ["python a.py${'\\n'.repeat(n)}x"]}}\n`,
  ],
  [
    'tests in a name',
    '.github/workflows/a.yml',
    `on: push\njobs:\n  a:\n    name: ${'test'.repeat(n / 4)}\n    runs-on: x\n    steps: [{run: pytest}]\n  b:\n    needs: a\n    runs-on: x\n    steps: [{run: python a.py}]\n`,
  ],
  [
    'names of scripts',
    'pyproject.toml',
    `[project.scripts]\n"${':[scripts] a'.repeat(n / 12)}\\n" = "a:f"\n`,
  ],
  ['brackets of a session', 'a.sh', `nox -s "${'('.repeat(n)}x"\npython a.py\n`],
  [
    'lines of a listing',
    'b.py',
    `import joblib, subprocess\nopen("a", "w").write("aa${'\t'.repeat(n)}x\\ry")\nsubprocess.run(["sha256sum", "-c", "a"], check=True)\njoblib.load("y")\n`,
  ],
  [
    'colons of a list of environments',
    'tox.ini',
    `[tox]\nenvlist = a\n[testenv:${':0'.repeat(n / 8)}]\ncommands = python a.py\n`,
    `tox -e '${':0'.repeat(n / 8)}'\n`,
  ],
  [
    'blanks of a slice',
    'b.py',
    `import hashlib, joblib\ndata = open("p", "rb").read()\nif hashlib.sha256(data[${'\t'.repeat(n)}x:${'1'.repeat(n)}]).hexdigest() != "aa": raise ValueError\njoblib.load("p")\n`,
  ],
  [
    'brackets of a text that is compared',
    'b.py',
    `import joblib\ndata = open("p", "rb").read()\nif data.startswith(b"${'['.repeat(n)}"): raise ValueError\njoblib.load("p")\n`,
  ],
  [
    'references of Argo',
    'w.yaml',
    `apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nx: "${'templateRef:template:-'.repeat(n / 23)}"\n`,
  ],
  [
    'references of Tekton',
    'w.yaml',
    `apiVersion: tekton.dev/v1\nkind: Pipeline\nx: "${'taskRef:kind:-'.repeat(n / 14)}"\n`,
  ],
  [
    'blanks behind a variable that is written',
    '.github/workflows/a.yml',
    `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: "echo a >> $GITHUB_ENV\\n${'|u='.repeat(70)}${'\\t'.repeat(n)}\\n"\n      - run: python a.py\n`,
  ],
  [
    'letters of an import in a document',
    'README.md',
    `\`\`\`python\n${load}import ${'a'.repeat(n)}!\n\`\`\`\n\n\`\`\`python\njoblib.load(1)\n\`\`\`\n`,
  ],
  [
    'lines of a document that end with a return alone',
    'README.md',
    `\`\`\`python\n${load}${'l:\r'.repeat(n / 3)}\n\`\`\`\n\n\`\`\`python\njoblib.load(1)\n\`\`\`\n`,
  ],
  [
    'blanks in front of a call of Databricks',
    'a.ipynb',
    notebook(`import joblib\n${'\t'.repeat(n)}dbutils\njoblib.load("a")\n`),
  ],
  [
    'quotes in front of a remark',
    'a.ipynb',
    notebook('import joblib\n', `!python a.py ${'"\\'.repeat(n / 2)} # modelgate: ignore\n`),
  ],
  [
    'quotes in a list of requirements',
    'setup.py',
    `install_requires = ["torch",\n"${'\\"'.repeat(n / 2)}\n]\nextras_require = {\n"${'\\"'.repeat(n / 2)}\n`,
  ],
  [
    'colons of a file of DVC',
    'dvc.yaml',
    `vars: ["${':'.repeat(n)}\\n:"]\nstages: {a: {cmd: python a.py}}\n`,
  ],
  [
    'blanks behind an environment variable',
    'Dockerfile',
    `FROM x\n# TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD${'\t'.repeat(n)}x\nENV TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD=1\nCMD python a.py\n`,
  ],
  ['blanks of a list of jobs', 'd/x.yml', `jobs:\n- ${' '.repeat(n)}x\n`],
  [
    'a name that an import gives',
    'b.py',
    `from joblib import load as ${'load'.repeat(n / 4)}\n${'load'.repeat(n / 4)}(x)\n`,
  ],
  [
    'brackets of a rule',
    '.gitlab-ci.yml',
    `a:\n  rules: [{if: '${'('.repeat(n)}'}]\n  script: [python a.py]\n`,
  ],
  [
    'a path that is put together of itself',
    'b.py',
    `import joblib\np = "a"\n${'p = p + p\n'.repeat(200)}joblib.load(p)\n`,
  ],
  [
    'decorators around one another',
    'b.py',
    `import joblib\n\n\ndef d(f):\n    def w(p):\n        return f(p)\n\n    return w\n\n\n${'@d\n'.repeat(3_000)}def go(p):\n    joblib.load(p)\n\n\ngo("a")\n`,
  ],
])('%s', async (_, path, text, script = '') => {
  await read({ [path]: text, 'a.py': load, 'z.sh': script })
})

// More than fit on the stack as arguments of one call.
test('of very many names that one statement binds each is read', async () => {
  const names = 'a,'.repeat(130_000)
  const program = await readSources({
    'a.py': `(${names}) = read()\nfor ${names} in rows:\n    pass\nmatch row:\n    case [${names}]:\n        pass\n`,
  })
  expect(program.notices).toEqual([])
  expect([...(program.units.get('a.py')?.bound.keys() ?? [])]).toEqual(['a'])
})

describe('what leads to a sink by very many steps is followed in a few passes', () => {
  const numbers = Array.from({ length: 50_000 }, (_, at) => at)
  const first = 'import joblib\n\n\ndef f0(x):\n    joblib.load(x)\n'
  const chosen = (sources: Readonly<Record<string, string>>): number =>
    selectFiles(
      Object.entries(sources).map(([path, text]) => ({ path, text })),
      builtin,
    ).length

  test.each([
    ['functions that call one another', numbers.map(at => `def f${at + 1}(x):\n    f${at}(x)\n`)],
    ['functions that call the same one', numbers.map(at => `def g${at}(x):\n    f0(x)\n`)],
    ['variables', ['v0 = f0(1)\n', ...numbers.map(at => `v${at + 1} = v${at}\n`)]],
    ['variables on one line', [`${'f0, '.repeat(50_000)} v = f0(1)\n`]],
  ])('%s', (_, lines) => {
    expect(chosen({ 'a.py': first + lines.join('') })).toBe(1)
  })

  test('methods in files that know one another', () => {
    const files = numbers
      .slice(0, 6_000)
      .map((at): [string, string] => [
        `m${at + 1}.py`,
        `from m${at} import A${at}\n\n\nclass A${at + 1}:\n    def f${at + 1}(self, x):\n        self.a.f${at}(x)\n`,
      ])
    const zero = 'import joblib\n\n\nclass A0:\n    def f0(self, x):\n        joblib.load(x)\n'
    expect(chosen({ 'm0.py': zero, ...Object.fromEntries(files) })).toBe(6_001)
  })
})

test('lists of defaults of Hydra that take one another in are put together as far as that goes', async () => {
  const config = (at: number): string =>
    `defaults:\n${Array.from({ length: 20 }, (_, to) => `  - c${to}\n  - g@x${to}: c${to}\n`).join('')}${Array.from({ length: 200 }, (_, key) => `k${at}_${key}: 1\n`).join('')}`
  const configs = Array.from({ length: 20 }, (_, at) => [`conf/c${at}.yaml`, config(at)])
  const script = `import hydra\n\n\n@hydra.main(version_base=None, config_path="conf", config_name="c0")\ndef main(cfg):\n    ${promote('cfg.stage').replace('\n', '; ')}\n\nmain()\n`
  const scripts = Array.from({ length: 10 }, (_, at) => [`a${at}.py`, script])
  const lines = scripts.map(([path]) => `python ${path} -m stage=${'abcdefghijklmno'.split('').join(',')}\n`)
  await read({ ...Object.fromEntries([...configs, ...scripts]), 'go.sh': lines.join('') })
})
