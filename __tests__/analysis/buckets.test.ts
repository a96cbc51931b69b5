import { findingsIn } from '../pipelines/scanned'

const started = (command: string, file = '"churn.pkl"'): string => `
  import os
  import pickle
  import subprocess

  def score(where, version):
      subprocess.check_call([${command}])
      with open(${file}, "rb") as handle:
          return pickle.load(handle)

  score(os.environ["MODELS"], 3)
`

async function originOf(python: string): Promise<string | null> {
  const [found] = await findingsIn({ 'score.py': python })
  return /The artifact (.*?)[.,]( |$)/.exec(found?.message ?? '')?.[1] ?? null
}

test.each([
  '"gsutil", "cp", where, "churn.pkl"',
  '"gsutil", "-q", "cp", "{}/{}".format(where, "churn.pkl"), "churn.pkl"',
  '"gsutil", "cp", f"gs://{where}/churn.pkl", "churn.pkl"',
  '"gcloud", "storage", "cp", where, "./churn.pkl"',
  '"aws", "s3", "cp", where, "churn.pkl"',
  '"aws", "s3", "cp", f"{where}/{version}/model.pkl", "./churn.pkl"',
  '"aws", "s3", "mv", where, "churn.pkl"',
])('what %s copies comes from a bucket, whichever it is', async command => {
  expect(await originOf(started(command))).toBe('comes from a bucket')
})

test.each([
  ['"gsutil", "cp", "/srv/old.pkl", "churn.pkl"', 'lies outside of this repository'],
  ['"gsutil", "cp", "old.pkl", "gs://acme/churn.pkl"', 'is `churn.pkl`'],
  ['"gsutil", "cp", "churn.pkl", where', 'is `churn.pkl`'],
  ['"aws", "s3", "cp", "churn.pkl", where', 'is `churn.pkl`'],
  ['"aws", "s3", "cp", where, "s3://acme/churn.pkl"', 'is `churn.pkl`'],
])('what %s copies does not', async (command, origin) => {
  expect(await originOf(started(command))).toBe(origin)
})

test('what is copied into a folder lies there', async () => {
  const command = '"aws", "s3", "sync", where, "models"'
  expect(await originOf(started(command, '"models/churn.pkl"'))).toBe('comes from a bucket')
  expect(await originOf(started(command, '"others/churn.pkl"'))).toBe('is `others/churn.pkl`')
})
