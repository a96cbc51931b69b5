import { toldOf } from './reasons'

const listed = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  churn.joblib\n'
const sum = '["sha256sum", "-c", "churn.sha256"]'

/** A file that is fetched and loaded, with lines in between. */
function foundBehind(lines: string, more = ''): Promise<readonly string[]> {
  const between = lines.split('\n').map(line => `    ${line}\n`)
  const python = `
import os
import subprocess
import sys
import urllib.request
import joblib
${more}
def restore():
    urllib.request.urlretrieve("https://models.acme.io/churn.joblib", "churn.joblib")
${between.join('')}    return joblib.load("churn.joblib")
`
  return toldOf({ 'churn.py': python, 'churn.sha256': listed })
}

const goesOn = 'and where it fails, what follows runs all the same'
const digest = `void verification: \`sha256sum\` ends badly when a file does not have the digest that the repository keeps of it, ${goesOn}`

test.each([
  `subprocess.run(${sum}, check=True)`,
  `subprocess.check_call(${sum})`,
  `subprocess.check_output(${sum})`,
  'subprocess.run("sha256sum -c churn.sha256", shell=True, check=True)',
  `if subprocess.run(${sum}).returncode != 0:\n    sys.exit(1)`,
  `done = subprocess.run(${sum})\nif done.returncode:\n    raise ValueError("another file")`,
  'if os.system("sha256sum -c churn.sha256") != 0:\n    sys.exit(1)',
  `if subprocess.call(${sum}) != 0:\n    sys.exit(1)`,
  `done = subprocess.run(${sum})\ndone.check_returncode()`,
  `subprocess.run(${sum}, capture_output=True).check_returncode()`,
  `try:\n    subprocess.run(${sum}).check_returncode()\nexcept subprocess.CalledProcessError:\n    sys.exit(1)`,
])('digests are checked by a program whose failure ends the run: %s', async lines => {
  expect(await foundBehind(lines)).toEqual([])
})

test.each([
  `subprocess.run(${sum})`,
  `subprocess.run(${sum}, check=False)`,
  'subprocess.run("sha256sum -c churn.sha256", shell=True)',
  `subprocess.call(${sum})`,
  'os.system("sha256sum -c churn.sha256")',
  `subprocess.Popen(${sum}).wait()`,
  `done = subprocess.run(${sum})\nprint(done.returncode)`,
  `done = subprocess.run(${sum})\ndone.returncode`,
  `try:\n    subprocess.check_call(${sum})\nexcept subprocess.CalledProcessError:\n    print("another file")`,
])('a program checks digests in vain, and that is told: %s', async lines => {
  expect(await foundBehind(lines)).toEqual(['error', digest])
})

test('a status that is asked for, whose exception is swallowed, is no check', async () => {
  const lines = `done = subprocess.run(${sum})\ntry:\n    done.check_returncode()\nexcept Exception:\n    pass`
  expect((await foundBehind(lines))[0]).toBe('error')
})

test('the status of another program says nothing of the digests', async () => {
  const lines = `subprocess.run(${sum})\nother = subprocess.run(["python", "clean.py"])\nother.check_returncode()`
  expect((await foundBehind(lines))[0]).toBe('error')
})

test('what signatures and scanners say in vain is told like that, too', async () => {
  const signed = '"cosign", "verify-blob", "--key", "cosign.pub", "--signature", "churn.sig", "churn.joblib"'
  const says = `void verification: \`cosign verify-blob\` ends badly when the signature does not fit, ${goesOn}`
  expect(await foundBehind(`subprocess.run([${signed}])`)).toEqual(['error', says])
  expect(await foundBehind(`subprocess.run([${signed}], check=True)`)).toEqual([])
})

test('a list that is checked after the load comes too late', async () => {
  const lines = `model = joblib.load("churn.joblib")\nsubprocess.run(${sum}, check=True)`
  expect((await foundBehind(lines))[1]).toContain('but only after the call')
})
