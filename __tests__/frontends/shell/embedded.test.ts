import { onDisk } from '../../../src/program'
import { withoutMargin } from '../../support/margin'
import { callsIn, readScript, sayCall } from './scripts'

async function read(script: string): Promise<{ calls: string[]; code: string[] }> {
  const reading = await readScript(script)
  const code = (reading.embedded ?? []).map(({ file, language, shell }) =>
    [
      file.path,
      language,
      ...(shell.errexit ? ['-e'] : []),
      ...(shell.pipefail ? ['pipefail'] : []),
      file.text,
    ].join(' '),
  )
  return { calls: callsIn(reading).map(sayCall), code }
}

test('a here-document for Python is a unit, and the command a call of it', async () => {
  expect(await read('python3 - "$STAGE" <<\'EOF\'\nimport sys\nEOF\nafter\n')).toEqual({
    calls: ['deploy.sh#heredoc-1() $0', 'after'],
    code: ['deploy.sh#heredoc-1 python import sys\n'],
  })
})

test('so is the text behind `-c`, and its words follow', async () => {
  expect(await read(`python -u -c 'import x; x.go("a")' b`)).toEqual({
    calls: ['deploy.sh#command-1() b'],
    code: ['deploy.sh#command-1 python import x; x.go("a")'],
  })
})

test('a shell gets the mode of its options, and takes the first word for its name', async () => {
  expect(await read("bash -euo pipefail -c 'a; b' x y\nsh -c 'c'\nbash <<'EOF'\nd\nEOF\n")).toEqual({
    calls: ['deploy.sh#command-1() y', 'deploy.sh#command-2()', 'deploy.sh#heredoc-1()'],
    code: [
      'deploy.sh#command-1 shell -e pipefail a; b',
      'deploy.sh#command-2 shell c',
      'deploy.sh#heredoc-1 shell d\n',
    ],
  })
})

test('what starts an interpreter in its own environment is passed', async () => {
  expect((await read("uv run python - <<'EOF'\nx\nEOF\nsudo -E bash -c 'y'\n")).calls).toEqual([
    'deploy.sh#heredoc-1()',
    'deploy.sh#command-1()',
  ])
})

describe('what another machine is given to run is code', () => {
  const shell = (text: string): string => `deploy.sh#command-1 shell ${text}`

  test.each([
    ["ssh churn 'cd app && restart'", 'cd app && restart'],
    [
      'ssh -i key -p 22 -o StrictHostKeyChecking=no -tt acme@churn "cd app; restart $STAGE"',
      'cd app; restart $STAGE',
    ],
    ['ssh "$USER@$HOST" -p 22 "restart churn"', 'restart churn'],
    ['ssh $OPTIONS -q "$USER@$HOST" "restart churn"', 'restart churn'],
    ['sudo ssh churn "restart churn"', 'restart churn'],
    ['sshpass -p "$PASSWORD" ssh acme@churn "restart churn"', 'restart churn'],
    ['gcloud compute ssh churn --zone z --command "restart churn"', 'restart churn'],
    ['gcloud beta compute ssh churn --command="restart churn" --zone z', 'restart churn'],
  ])('%s', async (line, code) => {
    expect(await read(line)).toEqual({ calls: ['deploy.sh#command-1()'], code: [shell(code)] })
  })

  test.each([
    "ssh churn <<'EOF'\nx\nEOF\n",
    "ssh -T -i key acme@churn <<'EOF'\nx\nEOF\n",
    "ssh churn bash -s <<'EOF'\nx\nEOF\n",
    "ssh churn 'bash -s' <<'EOF'\nx\nEOF\n",
  ])('%s', async script => {
    const mine = await read(script)
    expect(mine).toEqual({ calls: ['deploy.sh#heredoc-1()'], code: ['deploy.sh#heredoc-1 shell x\n'] })
  })

  test('Python is Python there too', async () => {
    expect((await read("ssh churn python3 - <<'EOF'\nx()\nEOF\n")).code).toEqual([
      'deploy.sh#heredoc-1 python x()\n',
    ])
  })

  test.each([
    ['ssh churn', 'ssh churn'],
    ['ssh churn uptime', 'ssh churn uptime'],
    ['ssh churn restart churn', 'ssh churn restart churn'],
    ['ssh -i "the key" churn', 'ssh -i the key churn'],
    ["ssh-keyscan 'a b' 'c d'", 'ssh-keyscan a b c d'],
    ["gcloud compute scp a b --command 'x y'", 'gcloud compute scp a b --command x y'],
    ["cat churn <<'EOF'\nx\nEOF\n", 'cat churn'],
  ])('%s brings none along', async (line, call) => {
    expect(await read(line)).toEqual({ calls: [call], code: [] })
  })
})

test('a file, a module and data are no code', async () => {
  expect(
    await read("python x.py -c a <<'EOF'\nx\nEOF\npython -m pkg\ncat <<'EOF'\nx\nEOF\nbash x.sh -c 'a'"),
  ).toEqual({
    calls: ['python x.py -c a', 'python -m pkg', 'cat', 'bash x.sh -c a'],
    code: [],
  })
})

test('known variables stand in the code, and others under a name of their own', async () => {
  const script = 'A=5; python - <<EOF\nx = $A\ny = $B\nz = "${C}"\nw = \\$d # $A\nEOF\n'
  expect((await read(script)).code).toEqual([
    'deploy.sh#heredoc-1 python x = 5\ny = _B\nz = "${C}"\nw = $d # 5\n',
  ])
})

test('a shell finds its variables by itself', async () => {
  expect((await read('bash -c "deploy $STAGE \\"a b\\""')).code).toEqual([
    'deploy.sh#command-1 shell deploy $STAGE "a b"',
  ])
})

test('each place in the code leads to its place in the script', async () => {
  const text = withoutMargin(`
    A=production
    python - <<EOF
    first()
    stage("\${A}", \\$x)
    last()
    EOF
  `)
  const { embedded } = await readScript(text)
  const file = embedded?.[0]?.file
  if (!file) throw new Error('there is no code')
  for (const word of ['first', 'stage', '$x', 'last']) {
    const start = file.text.indexOf(word)
    const span = onDisk({ file, start, end: start + word.length })
    expect(text.slice(span.start, span.end)).toBe(word)
  }
})

test('an indented here-document loses its tabs and keeps its places', async () => {
  const text = "python <<-'EOF'\n\tif x:\n\t\ty()\n\tEOF\n"
  const { embedded } = await readScript(text)
  const file = embedded?.[0]?.file
  expect(file?.text).toBe('if x:\ny()\n')
  const at = file?.text.indexOf('y') ?? 0
  expect(file && onDisk({ file, start: at, end: at + 1 }).start).toBe(text.indexOf('y()'))
})

test('code in a function that is read twice is one unit', async () => {
  const { code } = await read("f() { python -c 'x()'; }; f; (cd a; f)")
  expect(code).toEqual(['deploy.sh#command-1 python x()'])
})
