import { type Identity, keysOf, nameFindings } from '../../src/analysis/fingerprint'

const call = 'client.move(name="churn", stage="Production")'

function identity(
  parts: Partial<Identity> & { text?: string; path?: string; before?: string } = {},
): Identity {
  const { text = call, path = 'release.py', before = '', ...rest } = parts
  const file = { path, text: `${before}${text}\n` }
  const span = { file, start: before.length, end: before.length + text.length }
  return {
    rule: 'unguarded-promotion',
    sink: 'mlflow.MlflowClient().move',
    within: 'module',
    call: span,
    ...rest,
  }
}

const fingerprints = (...identities: Identity[]) => nameFindings(identities)

test.each([
  ['lines that moved', { before: '# a comment\n\n\n' }],
  ['a file that was renamed', { path: 'jobs/promote.py' }],
  ['single quotes', { text: call.replaceAll('"', "'") }],
  ['one argument a line', { text: 'client.move(\n    name="churn",\n    stage="Production",\n)' }],
  ['other white space', { text: call.replace(', ', ' ,\t') }],
])('a fingerprint survives %s', (_, parts) => {
  expect(fingerprints(identity(parts))).toEqual(fingerprints(identity()))
  expect(keysOf(identity(parts))).toEqual(keysOf(identity()))
})

test.each([
  ['another rule', { rule: 'unsafe-load-option' }],
  ['another sink', { sink: 'torch.load' }],
  ['another unit', { within: 'promote' }],
  ['another argument', { text: call.replace('churn', 'fraud') }],
])('%s gives another fingerprint', (_, parts) => {
  expect(fingerprints(identity(parts))).not.toEqual(fingerprints(identity()))
  expect(keysOf(identity(parts)).key).not.toBe(keysOf(identity()).key)
  expect(keysOf(identity(parts)).call === keysOf(identity()).call).toBe('rule' in parts)
})

test('equal calls have fingerprints of their own and one key', () => {
  const [first, second] = fingerprints(identity(), identity({ path: 'z.py' }))
  expect(first).toBe(fingerprints(identity())[0])
  expect(second).not.toBe(first)
})

test('a fingerprint stays what it was in earlier versions', () => {
  expect(fingerprints(identity())).toEqual(['b24a7e1b5eeae86508c3d9d8cfb8d4c2'])
  expect(keysOf(identity())).toEqual({
    key: 'aa30f0ce02e58c5eda12d86d93506227',
    call: '438a1287d11031dd64adcc48750056f5',
  })
})

test('a unit that is called after its file keeps its key where the file is renamed', () => {
  const [old, renamed] = ['a/Dockerfile', 'b/Dockerfile'].map(path =>
    keysOf(identity({ path, within: `${path} (build)` })),
  )
  expect(renamed).toEqual(old)
})

test('the key of embedded code is told from the file that holds it', () => {
  const holder = (path: string) => {
    const whole = { path, text: call }
    const file = {
      path: `${path}#release`,
      text: call,
      container: { file: whole, pieces: [{ from: 0, to: 0, length: call.length }] },
    }
    return keysOf(identity({ within: path, call: { file, start: 0, end: call.length } }))
  }
  expect(holder('b.yml')).toEqual(holder('a.yml'))
})
