import { findingsIn } from '../pipelines/scanned'

const load = (write: string): string => `
  import pickle
  from pathlib import Path

  import requests

  path = Path("/srv/models/churn.pkl")
  ${write}
  model = pickle.load(path.open("rb"))
`

async function messagesIn(write: string): Promise<string[]> {
  return (await findingsIn({ 'serve.py': load(write) })).map(
    ({ finding, message }) => `${finding}: ${message}`,
  )
}

test.each(['path.write_bytes(b"x")', 'path.open("wb").write(b"cos\\nsystem\\n")'])(
  'what is written out in the code comes from the code: %s',
  async write => {
    expect(await messagesIn(write)).toEqual([])
  },
)

test('what is written to it may come from elsewhere', async () => {
  const [found] = await messagesIn('path.write_bytes(requests.get("https://acme.example/churn.pkl").content)')
  expect(found).toMatch(/^error serve.py:8 unverified-artifact-load: .* comes (over|from) the network/)
})

const bytes = {
  'bytes that are put together are no path': [
    `
    import pickle

    def read(connection):
        data = b""
        while True:
            part = connection.take()
            if not part:
                break
            data += part
        return pickle.loads(data)
    `,
    null,
  ],
  'bytes that are written out are no path': [
    `
    import pickle

    def read():
        return pickle.loads(b"cos\\nsystem\\n")
    `,
    null,
  ],
  'a part of them from outside counts': [
    `
    import pickle
    import requests

    def read(url):
        return pickle.loads(b"head" + requests.get(url).content)
    `,
    'comes from the network',
  ],
  'bytes that are put into a stream are no path either': [
    `
    import pickle
    from io import BytesIO

    def read():
        return pickle.load(BytesIO(b"cos\\nsystem\\n"))
    `,
    null,
  ],
  'a part of a stream from outside counts': [
    `
    import io
    import joblib
    import requests

    def read(url):
        return joblib.load(io.BytesIO(b"head" + requests.get(url).content))
    `,
    'comes from the network',
  ],
  'what is read from an archive has the path of the archive': [
    `
    import pickle
    from zipfile import ZipFile

    def read():
        with ZipFile("/srv/churn.zip") as archive:
            return pickle.loads(archive.read("churn.pkl"))
    `,
    'lies outside of this repository, at `/srv/churn.zip`',
  ],
  'pieces that are joined come from where the pieces do': [
    `
    import pickle
    import requests

    def read(url):
        pieces = requests.get(url, stream=True).iter_content(8192)
        return pickle.loads(b"".join(pieces))
    `,
    'comes from the network',
  ],
  'nothing is known of joined pieces that come from nowhere': [
    `
    import pickle

    def read():
        return pickle.loads(b"".join([b"cos", b"system"]))
    `,
    null,
  ],
  'a file whose bytes they are has a path': [
    `
    import pickle
    from pathlib import Path

    def read(name):
        return pickle.loads(Path(f"models/{name}.pkl").read_bytes())
    `,
    'is a file whose name is only known when the program runs',
  ],
  'a stream of a file has one too': [
    `
    import io
    import pickle
    from pathlib import Path

    def read(name):
        with open("/srv/churn.pkl", "rb") as file:
            data = io.BytesIO(file.read()).getvalue()
        return pickle.loads(data)
    `,
    'lies outside of this repository, at `/srv/churn.pkl`',
  ],
  'bytes that are put in front of those of a file come from the file': [
    `
    import io
    import pickle
    import sys

    def read(path):
        file = open(path, "rb")
        return pickle.load(io.BytesIO(b"head" + file.read()))

    read(sys.argv[1])
    `,
    'is named on the command line',
  ],
  'bytes that are put in front of those of a file, in a stream that is written to, do too': [
    `
    import io
    import pickle
    import sys

    def read(path):
        file = open(path, "rb")
        stream = io.BytesIO()
        stream.write(b"head" + file.read())
        stream.seek(0)
        return pickle.load(stream)

    read(sys.argv[1])
    `,
    'is named on the command line',
  ],
  'a path that is put together is one, whatever opens it': [
    `
    import io
    import pickle

    def read(name):
        return pickle.load(io.BytesIO(open("/srv/" + "churn.pkl", "rb").read()))
    `,
    'lies outside of this repository, at `/srv/churn.pkl`',
  ],
} satisfies Record<string, [python: string, says: string | null]>

test.each(Object.entries(bytes))('%s', async (_, [python, says]) => {
  const [found, ...others] = await findingsIn({ 'churn.py': python })
  expect(others).toEqual([])
  expect(/The artifact (.*)\./.exec(found?.message ?? '')?.[1] ?? null).toBe(says)
})
