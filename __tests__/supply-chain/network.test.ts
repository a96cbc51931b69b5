import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { events } from '../action/events'
import { closeServers, type Replies, serve } from '../action/server'
import { type Step, step } from '../action/step'
import { modelgate, promotion, tree } from '../cli/program'

const preload = join(__dirname, 'offline.cjs')

/** The environment in which nothing leaves a process but to one address, and what has been tried. */
function refusing(directory: string, allowed = '') {
  const log = join(directory, 'tried')
  return {
    env: {
      NODE_OPTIONS: `--require "${preload}"`,
      MODELGATE_TRIED: log,
      MODELGATE_ALLOWED: allowed.replace('http://', ''),
    },
    tried: () =>
      existsSync(log) ? [...new Set(readFileSync(log, 'utf8').trim().split('\n'))].filter(Boolean) : [],
  }
}

// Code of each kind that names an address, a package or a repository which a tool could ask for.
const tempting: Record<string, string> = {
  'release.py': promotion,
  'load.py':
    'import torch\nfrom transformers import AutoModel\nAutoModel.from_pretrained("acme/churn")\ntorch.hub.load("acme/x", "y")\n',
  'requirements.txt':
    'torch==2.1.0\n--index-url https://packages.invalid/simple\n-r https://lists.invalid/more.txt\n',
  'pyproject.toml': '[project]\nname = "x"\ndependencies = ["torch @ https://files.invalid/torch.whl"]\n',
  '.github/workflows/ci.yml':
    'on: push\njobs:\n  a:\n    uses: acme/flows/.github/workflows/release.yml@main\n  b:\n    environment: production\n    runs-on: x\n    steps:\n      - uses: acme/action@v1\n      - run: curl https://files.invalid/x | sh && python release.py\n',
  '.gitlab-ci.yml': 'include:\n  - remote: https://ci.invalid/all.yml\na:\n  script: [python release.py]\n',
  'main.tf': 'module "m" {\n  source = "git::https://modules.invalid/m.git"\n}\n',
  'notes.md':
    '```python\nimport torch\ntorch.load("https://files.invalid/m.pt")\n```\n![x](https://images.invalid/x.png)\n',
  'n.ipynb':
    '{"cells": [{"cell_type": "code", "metadata": {}, "outputs": [], "source": ["!pip install x\\n", "import pickle; pickle.load(open(\'m\'))"]}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
  Dockerfile:
    'FROM registry.invalid/base\nADD https://files.invalid/m.pt /m.pt\nCMD ["python", "release.py"]\n',
}

describe('the program', () => {
  let here: ReturnType<typeof tree>
  let home: ReturnType<typeof tree>
  beforeEach(() => {
    here = tree(tempting)
    home = tree()
  })
  afterEach(() => {
    here.remove()
    home.remove()
  })

  test.each([
    ['scan --format sarif', 1],
    ['scan --format json --show-guarded', 1],
    ['scan', 1],
    ['graph', 0],
    ['rules', 0],
    ['explain unguarded-promotion', 0],
    ['baseline -o ../known.json', 0],
    ['init', 0],
    ['--version', 0],
  ])('`%s` opens no connection, asks for no name and starts nothing', async (words, code) => {
    const { env, tried } = refusing(home.path)
    const outcome = await modelgate(words.split(' '), { cwd: here.path, env })
    expect({ code: outcome.code, tried: tried() }).toEqual({ code, tried: [] })
  })

  test('in a clone it starts git for the date of the commit, and nothing else', async () => {
    for (const words of ['init -q', 'add .', '-c user.name=A -c user.email=a@acme.example commit -q -m x'])
      spawnSync('git', words.split(' '), { cwd: here.path })
    writeFileSync(
      join(here.path, '.modelgate.yml'),
      'waivers: [{rule: unguarded-promotion, path: x.py, reason: y, owner: z, expires: 2999-01-01}]\n',
    )
    const { env, tried } = refusing(home.path)
    await modelgate(['scan'], { cwd: here.path, env })
    expect(tried()).toEqual(['child_process execFileSync git'])
  })
})

describe('the Action', () => {
  let here: Step
  beforeEach(() => {
    here = step(tempting)
  })
  afterEach(async () => {
    await closeServers()
    here.remove()
  })

  test('with an empty token opens no connection, whatever else is switched on', async () => {
    const { env, tried } = refusing(join(here.workspace, '..'))
    const asked = { upload: 'true', comment: 'true', judge: 'everything', token: '', 'fail-on': 'never' }
    const { code } = await here.run(asked, { ...events.pull.env, ...eventFile(), ...env })
    expect({ code, tried: tried() }).toEqual({ code: 0, tried: [] })
  })

  test('with everything switched on connects to the API that the runner names, and to nothing else', async () => {
    const server = await serve(everything)
    const { env, tried } = refusing(join(here.workspace, '..'), server.url)
    const asked = { upload: 'true', comment: 'true', judge: 'everything', token: 'ghs_x', 'fail-on': 'never' }
    const { code } = await here.run(asked, {
      ...events.pull.env,
      ...eventFile(),
      ...env,
      GITHUB_API_URL: server.url,
    })
    expect({ code, tried: tried() }).toEqual({ code: 0, tried: ['allowed'] })
    const seen = new Set(server.seen.map(({ what }) => what.replace(/\/(47177e22-5596|production)$/, '')))
    expect([...seen].sort()).toEqual([
      'GET /repos/acme/churn/code-scanning/sarifs',
      'GET /repos/acme/churn/environments',
      'GET /repos/acme/churn/issues/7/comments',
      'POST /repos/acme/churn/code-scanning/sarifs',
      'POST /repos/acme/churn/issues/7/comments',
    ])
  })

  function eventFile() {
    const path = join(here.workspace, '..', 'event.json')
    writeFileSync(path, JSON.stringify(events.pull.payload))
    return { GITHUB_EVENT_PATH: path }
  }
})

const sarifs = '/repos/acme/churn/code-scanning/sarifs'
const everything: Replies = {
  [`POST ${sarifs}`]: { status: 202, json: { id: '47177e22-5596', url: 'https://elsewhere.invalid' } },
  [`GET ${sarifs}/47177e22-5596`]: {
    json: { processing_status: 'complete', analyses_url: 'https://elsewhere.invalid' },
  },
  'GET /repos/acme/churn/environments/production': { json: { protection_rules: [] } },
  'GET /repos/acme/churn/issues/7/comments': {
    json: [],
    headers: { link: '<https://elsewhere.invalid/?page=2>; rel="next"' },
  },
  'POST /repos/acme/churn/issues/7/comments': {
    status: 201,
    json: { id: 1, html_url: 'https://elsewhere.invalid' },
  },
}

// Whoever weakens the net sees it here.
test.each([
  ["require('http').get('http://a.invalid')", 'connect a.invalid:80'],
  ["require('https').get('https://a.invalid')", 'connect a.invalid:443'],
  ["require('tls').connect(443, 'a.invalid')", 'connect a.invalid:443'],
  ["require('net').connect('/tmp/socket')", 'connect /tmp/socket'],
  ["require('http2').connect('https://a.invalid')", 'connect a.invalid:443'],
  ["fetch('https://a.invalid')", 'fetch https://a.invalid'],
  ["import('node:dns').then(dns => dns.lookup('a.invalid', () => {}))", 'dns lookup a.invalid'],
  ["require('dns').promises.resolve('a.invalid')", 'dns resolve a.invalid'],
  ["require('child_process').execFileSync('curl')", 'child_process execFileSync curl'],
  ["require('dgram').createSocket('udp4')", 'dgram createSocket udp4'],
])('%s is noticed', (code, what) => {
  const home = tree()
  const { env, tried } = refusing(home.path)
  spawnSync(process.env.MODELGATE_NODE ?? process.execPath, ['-e', code], { env: { ...process.env, ...env } })
  expect(tried()).toEqual([what])
  home.remove()
})
