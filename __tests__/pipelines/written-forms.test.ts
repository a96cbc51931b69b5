import { findingsIn } from './scanned'

const move = `
  import os

  import mlflow

  mlflow.MlflowClient().transition_model_version_stage("churn", 3, os.environ["STAGE"])
`

/** The level at which a step is told that moves a model to what an earlier one has written. */
async function level(script: string, settings = ''): Promise<string> {
  const step = (run: string, more = ''): string => `      - run: ${JSON.stringify(run)}\n${more}`
  const workflow = (first: string, env: string): string =>
    `on: push\njobs:\n  release:\n    steps:\n${first}      - run: python move.py\n${env}`
  const text = script.includes('GITHUB_OUTPUT')
    ? workflow(
        step(script, `        id: pick\n${settings}`),
        "        env: {STAGE: '${{ steps.pick.outputs.STAGE }}'}\n",
      )
    : workflow(step(script, settings), '')
  const found = await findingsIn({ 'move.py': move, '.github/workflows/cd.yml': text })
  return found.map(({ finding }) => finding.split(' ')[0]).join(', ') || 'silent'
}

const forms = [
  '{ echo "A=b"; echo "STAGE=Production"; } >> "$GITHUB_ENV"',
  '{\n  echo "A=b"\n  echo "STAGE=Production"\n} >> $GITHUB_ENV',
  '( echo "A=b"; echo STAGE=Production ) >> ${GITHUB_ENV}',
  'cat <<EOF >> $GITHUB_ENV\nA=b\nSTAGE=Production\nEOF',
  'cat >> "$GITHUB_ENV" <<EOF\nSTAGE=Production\nEOF',
  "cat >> $GITHUB_ENV <<'END'\nSTAGE=Production\nEND",
  'cat <<-EOF >> $GITHUB_ENV\n  STAGE=Production\n  EOF\necho done',
  'tee -a "$GITHUB_ENV" <<EOF\nSTAGE=Production\nEOF',
  'printf "STAGE=Production\\n" >> "$GITHUB_ENV"',
  "printf 'STAGE=%s\\n' Production >> $GITHUB_ENV",
  'printf \'%s=%s\\n\' STAGE "Production" >> $GITHUB_ENV',
  'echo -e "A=b\\nSTAGE=Production" >> $GITHUB_ENV',
  'echo "STAGE=Production" | tee --append $GITHUB_ENV > /dev/null',
  '>> $GITHUB_ENV echo "STAGE=Production"',
  'TARGET=Production\necho "STAGE=$TARGET" >> $GITHUB_ENV',
  'echo "STAGE<<EOF" >> $GITHUB_ENV\necho "Production" >> $GITHUB_ENV\necho "EOF" >> $GITHUB_ENV',
]

describe('what a step writes for later ones, however it does so', () => {
  test.each(forms)('%j', async form => {
    for (const script of [form, form.replaceAll('GITHUB_ENV', 'GITHUB_OUTPUT')]) {
      expect(await level(script)).toBe('error')
      expect(await level(script.replaceAll('Production', 'Staging'))).toBe('silent')
    }
  })

  test.each([
    'import os\nwith open(os.environ["GITHUB_ENV"], "a") as env:\n    env.write("STAGE=Production\\n")\n',
    'import os\nwith open(os.getenv("GITHUB_ENV"), "a") as env:\n    print("STAGE=Production", file=env)\n',
  ])('in Python: %j', async script => {
    const python = '        shell: python\n'
    expect(await level(script, python)).toBe('error')
    expect(await level(script.replace('Production', 'Staging'), python)).toBe('silent')
  })
})

describe('what is written is in doubt', () => {
  test.each([
    'if [ -f live ]; then\n  { echo "STAGE=Staging"; } >> $GITHUB_ENV\nfi',
    '{ echo "STAGE=Staging"; ./more.sh; } >> $GITHUB_ENV',
    '{ echo "STAGE=$(./stage.sh)"; } >> $GITHUB_ENV',
    'cat <<EOF >> $GITHUB_ENV\nSTAGE=$(./stage.sh)\nEOF',
    'cat <<EOF >> $GITHUB_ENV\nSTAGE=$UNKNOWN\nEOF',
    'cat <<EOF >> $GITHUB_ENV\nSTAGE=Staging\n',
    'cat stage.env >> $GITHUB_ENV',
    'printf \'STAGE=%s\\n\' "$(./stage.sh)" >> $GITHUB_ENV',
    "printf 'STAGE=%5s\\n' Staging >> $GITHUB_ENV",
    'TARGET=Staging\nTARGET=$(./stage.sh)\necho "STAGE=$TARGET" >> $GITHUB_ENV',
    'TARGET=Staging\nread TARGET\necho "STAGE=$TARGET" >> $GITHUB_ENV',
    'echo "STAGE=Staging" >> $GITHUB_ENV\n./more.sh >> $GITHUB_ENV',
  ])('%j', async script => {
    expect(await level(script)).toBe('note')
  })

  test('in Python, where it is put together', async () => {
    const script =
      'import os\nwith open(os.environ["GITHUB_ENV"], "a") as env:\n    env.write(f"STAGE={pick()}\\n")\n'
    expect(await level(script, '        shell: python\n')).toBe('note')
  })
})

test('a long script is read in time', async () => {
  const script = `${'{ echo "A=b" '.repeat(1400)}\n$GITHUB_ENV`
  const start = performance.now()
  expect(await level(script)).toBe('note')
  expect(performance.now() - start).toBeLessThan(5000)
})
