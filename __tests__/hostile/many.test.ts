import { chosenOf, filesOf } from '../support/choice'
import { count, rows } from '../support/effort'

// Each of them takes all names from each of them.
function entwined(files: number): Readonly<Record<string, string>> {
  const stars = rows(files, at => `from .m${at} import *\n`)
  const text = (at: number): string =>
    `import joblib\n${stars}\n\ndef f${at}(p):\n    q = g${at}(p)\n    return joblib.load(f${(at + 1) % files}(q))\n`
  return Object.fromEntries(Array.from({ length: files }, (_, at) => [`pkg/m${at}.py`, text(at)]))
}

const script = 'import joblib, sys\njoblib.load(sys.argv[1])\n'
const loader = 'import joblib\n\n\ndef go(p):\n    joblib.load(p)\n\n\n'

// Others may have the processor in the meantime.
jest.setTimeout(120_000)

// Each of them was once asked for all of the others, and took minutes.
test.each([
  ['calls of one function', { 'a.py': `${loader}${rows(20_000, at => `go("a${at}")\n`)}` }, 1],
  [
    'values that a generator yields',
    {
      'a.py': `${loader}def made():\n${rows(10_000, at => `    yield check("a${at}")\n`)}\n\ndef check(p):\n    if p:\n        raise ValueError(p)\n\n\nfor one in made():\n    go(one)\n`,
    },
    1,
  ],
  [
    'commands of a notebook',
    {
      'a.py': script,
      'a.ipynb': JSON.stringify({
        cells: Array.from({ length: 2_500 }, () => ({
          cell_type: 'code',
          source: ['%%bash\npython a.py\nkubectl apply -f x\n'],
        })),
        metadata: {},
        nbformat: 4,
      }),
    },
    1,
  ],
  [
    'examples of a document',
    {
      'a.md': rows(
        2_500,
        at => `\`\`\`python\nimport joblib\njoblib.load("a")\nv${at} = v${at - 1}\n\`\`\`\n\n`,
      ),
    },
    2_500,
  ],
  [
    'keys of a table',
    {
      'a.py': `import joblib\nfiles = {${rows(2_500, at => `"k${at}": "v${at}", `)}}\n${rows(2_500, at => `joblib.load(files["k${at}"])\n`)}`,
    },
    2_500,
  ],
  [
    'values of a field',
    {
      'a.py': `import joblib\n\n\nclass Path:\n    def __init__(self):\n        self.x = ""\n\n${rows(250, at => `    def m${at}(self):\n        self.x = self.x + self.x\n        joblib.load(self.x)\n\n`)}`,
    },
    250,
  ],
  [
    'values of a global variable',
    {
      'a.py': `import joblib\n\npath = "a"\n\n\n${rows(300, at => `def f${at}():\n    global path\n    path = path + "x"\n    joblib.load(path)\n    f${(at + 1) % 300}()\n\n\n`)}f0()\n`,
    },
    300,
  ],
  [
    'comments on one line',
    {
      'a.py': script,
      Jenkinsfile: `node { sh "python a.py" } ${'/* modelgate: ignore */ '.repeat(60_000)}\n`,
    },
    1,
  ],
  ['files that take the names of one another', entwined(120), 120],
  [
    'commands of a script that may fail',
    { 'a.py': script, 'a.sh': rows(2_000, at => `X="$X/${at}"\npython a.py "$X"\n`) },
    1,
  ],
  [
    'folders in one another',
    {
      'a.py': `import joblib, os\nd0 = "a"\n${rows(6_000, at => `d${at + 1} = os.path.join(d${at}, "x")\n`)}joblib.load(d6000)\n`,
    },
    1,
  ],
  [
    'targets and variables of a makefile',
    {
      'a.py': script,
      Makefile: rows(2_500, at => `V${at} = $(V${at + 1})\nt${at}:\n\tpython a.py $(V${at})\n`),
    },
    1,
  ],
  [
    'variables that steps of a workflow write',
    {
      'a.py': script,
      '.github/workflows/w.yml': `on: push\njobs:\n  a:\n    steps:\n${rows(1_000, at => `      - run: echo "A${at}=x" >> $GITHUB_ENV\n      - run: python a.py $A${at}\n`)}`,
    },
    1,
  ],
  [
    'variables that a script of a workflow writes',
    {
      'a.py': script,
      '.github/workflows/w.yml': `on: push\njobs:\n  a:\n    steps:\n      - run: |\n${rows(2_000, at => `          B${at}=x\n          echo "A${at}=$B${at}" >> $GITHUB_ENV\n`)}      - run: python a.py $A7\n`,
    },
    1,
  ],
  [
    'variables that a Jenkinsfile sets',
    {
      'a.py': script,
      Jenkinsfile: `node {\n${rows(1_000, at => `env.A${at} = 'x'\nsh 'python a.py $A${at}'\n`)}}\n`,
    },
    1,
  ],
  [
    'stages of a Jenkinsfile and variables for all of them',
    {
      'a.py': script,
      Jenkinsfile: `pipeline { agent any\nenvironment {\n${rows(700, at => `A${at} = 'x'\n`)}}\nstages {\n${rows(700, at => `stage('s${at}') { environment { B = 'y' }\nsteps { sh 'python a.py $A${at}' } }\n`)}} }\n`,
    },
    1,
  ],
  [
    'steps that run whatever came before them',
    {
      'a.py': script,
      '.github/workflows/w.yml': `on: push\njobs:\n  a:\n    steps:\n${rows(600, () => '      - run: python a.py x\n        if: always()\n')}`,
    },
    1,
  ],
  [
    'targets of a makefile that need the next one',
    { 'a.py': script, Makefile: rows(4_000, at => `t${at}: t${at + 1}\n\tpython a.py x\n`) },
    1,
  ],
  [
    'files that one function verifies',
    {
      'a.py': `import joblib\nfrom hashlib import sha256\n\n\ndef main():\n${rows(700, at => `    if sha256(open("p${at}", "rb").read()).hexdigest() != "${'a'.repeat(64)}":\n        raise ValueError\n    joblib.load("p${at}")\n`)}\n\nmain()\n`,
    },
    0,
  ],
  [
    'files that one function opens',
    {
      'a.py': `import joblib\n\n\ndef main(path):\n${rows(600, at => `    with open(path) as f${at}:\n        joblib.load(f${at})\n`)}`,
    },
    600,
  ],
  [
    'comprehensions that use one name',
    {
      'a.py': `import joblib\n\n\ndef main(paths):\n${rows(800, () => '    [joblib.load(path) for path in paths if path]\n')}`,
    },
    800,
  ],
  [
    'checks of one file',
    {
      'a.py': `import joblib\nfrom hashlib import sha256\n\n\ndef main(path):\n${rows(4_000, () => `    if sha256(open(path, "rb").read()).hexdigest() != "${'a'.repeat(64)}":\n        raise ValueError\n    joblib.load(path)\n`)}\n\nmain("x")\n`,
    },
    0,
  ],
  [
    'objects of a class with many methods',
    {
      'a.py': `import joblib\nfrom dataclasses import dataclass\n\n\n@dataclass\nclass Store:\n    path: str\n\n${rows(400, at => `    def m${at}(self):\n        return joblib.load(self.path)\n\n`)}\n${rows(14_000, at => `Store("a${at}")\n`)}`,
    },
    400,
  ],
  [
    'starts of a program with many loads',
    {
      'a.py': `import joblib, os\n${rows(700, at => `joblib.load(os.environ["A${at}"])\n`)}`,
      'a.sh': `${rows(700, at => `export A${at}=x\n`)}${'python a.py\n'.repeat(3_000)}`,
    },
    700,
  ],
  [
    'stages of CodePipeline',
    {
      'a.py': script,
      'template.yaml': `Resources:\n  P:\n    Type: AWS::CodePipeline::Pipeline\n    Properties:\n      Stages:\n${rows(7_000, at => `      - {Name: s${at}, Actions: [{Name: a, ActionTypeId: {Category: Build}}]}\n`)}`,
    },
    1,
  ],
])('very many %s', async (_, sources, findings) => {
  expect(await count(sources)).toBe(findings)
})

test('very many files that take the names of one another are chosen', () => {
  expect(chosenOf(filesOf(entwined(90)))).toHaveLength(90)
})

test('very many modules that import one another are chosen', () => {
  const files = 280
  const imports = rows(files, at => `from pkg import m${at}\n`)
  const text = (at: number): string =>
    `import joblib\n${imports}\n\ndef f${at}(p):\n    return joblib.load(m${(at + 1) % files}.f${(at + 1) % files}(p))\n`
  const sources = Array.from({ length: files }, (_, at) => [`pkg/m${at}.py`, text(at)] as const)
  expect(chosenOf(filesOf(Object.fromEntries(sources)))).toHaveLength(files)
})
