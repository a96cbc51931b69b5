import { withoutMargin } from '../support/margin'
import { evaluateScript, findingsIn } from './scanned'

/** Whether a check that Python starts, in these lines of a function, stands in front of the promotion behind them. */
async function holds(lines: string): Promise<boolean> {
  const body = withoutMargin(lines)
    .trim()
    .split('\n')
    .map(line => `    ${line}`)
    .join('\n')
  const release = `
    import os
    import runpy
    import shlex
    import subprocess
    import sys
    from pathlib import Path

    import mlflow

    BASE = ["python", "-u"]
    CHECK = ["python", "evaluate.py"]
    OTHER = ["python", "other.py"]
    SCRIPT = "evaluate.py"
    HERE = Path(__file__).resolve().parent
    ADDED = ["python"]
    ADDED.append("evaluate.py")


    def main(strict=False):
        BODY
        mlflow.MlflowClient().set_registered_model_alias("churn", "champion", 3)


    main()
  `
  const found = await findingsIn({
    'release.py': withoutMargin(release).replace('BODY', body.trimStart()),
    'evaluate.py': evaluateScript,
    'jobs/second.py': evaluateScript,
    'other.py': 'print("nothing")\n',
  })
  return !found.some(({ finding }) => finding.startsWith('error'))
}

describe('a check that is started by words that are put together', () => {
  test.each([
    'subprocess.run(["python"] + ["evaluate.py"], check=True)',
    'subprocess.run(BASE + ["evaluate.py"], check=True)',
    'subprocess.run([*BASE, "evaluate.py", *sys.argv[1:]], check=True)',
    'subprocess.run(list(CHECK), check=True)',
    'subprocess.run(tuple(CHECK) + ("--strict",), check=True)',
    'subprocess.run(ADDED, check=True)',
    'words = ["python"]\nwords.append("evaluate.py")\nwords.extend(["--fast", "--strict"])\nsubprocess.run(words, check=True)',
    'subprocess.run(shlex.split(f"python {SCRIPT}"), check=True)',
    'subprocess.run(f"python {SCRIPT}".split(" "), check=True)',
    'subprocess.run(" ".join(CHECK), shell=True, check=True)',
    'subprocess.run(" ".join(["python", SCRIPT]), shell=True, check=True)',
    'if os.system("python %s" % SCRIPT) != 0:\n    sys.exit(1)',
    'process = subprocess.Popen(CHECK)\nif process.wait() != 0:\n    sys.exit(1)',
    'runpy.run_path("evaluate.py")',
    'runpy.run_module("evaluate", run_name="__main__")',
  ])('%j', async lines => {
    expect(await holds(lines)).toBe(true)
  })
})

describe('a check that is named from where the code lies', () => {
  test.each([
    'subprocess.run([sys.executable, str(Path(__file__).parent / "evaluate.py")], check=True)',
    'subprocess.run([sys.executable, HERE / "evaluate.py"], check=True)',
    'subprocess.run([sys.executable, f"{HERE}/evaluate.py"], check=True)',
    'subprocess.run([sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), "evaluate.py")], check=True)',
    'subprocess.run(["python", "second.py"], cwd=Path(__file__).parent / "jobs", check=True)',
    'subprocess.run(["python", "second.py"], cwd=os.path.join(os.path.dirname(__file__), "jobs"), check=True)',
    'subprocess.run(["python", "evaluate.py"], cwd=HERE, check=True)',
  ])('%s', async lines => {
    expect(await holds(lines)).toBe(true)
  })
})

describe('words that start no check, or one whose failure nobody sees', () => {
  test.each([
    'subprocess.run(BASE + ["other.py", "evaluate.py"], check=True)',
    'subprocess.run([*OTHER, "evaluate.py"], check=True)',
    'subprocess.run(CHECK if strict else OTHER, check=True)',
    'words = ["python"]\nif strict:\n    words.append("evaluate.py")\nsubprocess.run(words, check=True)',
    'words = ["python"]\nwords.insert(1, SCRIPT)\nsubprocess.run(words, check=True)',
    'subprocess.run(ADDED)',
    'subprocess.Popen(CHECK).wait()',
    'process = subprocess.Popen(OTHER)\nif process.wait() != 0:\n    sys.exit(1)',
    'subprocess.run(["python", "second.py"], cwd=HERE, check=True)',
    'subprocess.run([sys.executable, HERE / os.environ["SCRIPT"]], check=True)',
    'runpy.run_path("other.py")',
  ])('%j', async lines => {
    expect(await holds(lines)).toBe(false)
  })
})
