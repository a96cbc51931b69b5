import { expectAsMarked } from '../guards/marked'

const prelude = `
  import io, os, sys, zipfile
  import acme, dill, jsonpickle, pickle, yaml
  from pathlib import Path
  from ruamel.yaml import YAML
  from yaml import Loader
  TEXT = "a: 1"
`

const written = {
  'bytes that are written out': 'pickle.loads(b"\\x80\\x04N.")',
  'a document that is written out': 'yaml.load("a: 1", Loader=Loader)',
  'a document in several lines': 'yaml.unsafe_load("""\n  a: 1\n  b: 2\n  """)',
  'a document under a name': 'yaml.load(TEXT, Loader=Loader)',
  'a document of constants': 'yaml.load(TEXT + "\\nb: 2", Loader=Loader)',
  'bytes in a buffer': 'pickle.load(io.BytesIO(b"N."))',
  'a text in a buffer': 'yaml.load(io.StringIO(TEXT), Loader=Loader)',
  'a text that another library reads': 'jsonpickle.decode(\'{"a": 1}\')',
  'bytes that a caller writes out': `
  def read(data):
      return pickle.loads(data)
  read(b"N.")
  `,
}

const elsewhere = {
  'a file whose name is written out': 'yaml.load(open("model.yml"), Loader=Loader)  # reported',
  'bytes of a file whose name is written out': 'pickle.loads(open("m.pkl", "rb").read())  # reported',
  'a document with a part from elsewhere': 'yaml.load(f"a: {os.environ[\'A\']}", Loader=Loader)  # reported',
  'what the environment holds': 'yaml.load(os.environ["A"], Loader=Loader)  # reported',
  'bytes of which some callers write out': `
  def read(data):
      return pickle.loads(data)  # reported
  read(b"N.")
  read(input())
  `,
  'bytes of a file that a function reads': `
  def read(path):
      with open(path, "rb") as file:
          return file.read()
  pickle.loads(read("m.pkl"))  # reported
  `,
  'bytes of a file that a function of another name reads': `
  def slurp(path):
      with open(path, "rb") as file:
          return file.read()
  pickle.loads(slurp("m.pkl"))  # reported
  `,
  'bytes of a file that a method reads': `
  class Files:
      def read(self, path):
          with open(path, "rb") as file:
              return file.read()
  pickle.loads(Files().read("m.pkl"))  # reported
  `,
  'bytes of a file that a function reads by another': `
  def slurp(path):
      with open(path, "rb") as file:
          return file.read()
  def read(path):
      return pickle.loads(slurp(path))  # reported
  read("m.pkl")
  `,
  'a path that a parser opens': 'YAML(typ="unsafe").load(Path("m.yml"))  # reported',
  'a path under a name that a parser opens': `
  MODEL = Path("m.yml")
  YAML(typ="unsafe").load(MODEL)  # reported
  `,
  'bytes that a library makes of a text': 'pickle.loads(acme.fetch("m.pkl"))  # reported',
  'what an archive of a name holds': 'pickle.loads(zipfile.ZipFile("m.zip").read("m.pkl"))  # reported',
  'a part that is put into a text': 'yaml.load("a: b".replace("b", input()), Loader=Loader)  # reported',
  'a part that a text is filled with': 'yaml.load("a: {}".format(input()), Loader=Loader)  # reported',
  'a default that a caller replaces': `
  def read(data=b"N."):
      return pickle.loads(data)  # reported
  read(input())
  `,
  'a field that is set from elsewhere': `
  class Kept:
      data = b""
      def take(self, data):
          self.data = data
      def read(self):
          return pickle.loads(self.data)  # reported
  kept = Kept()
  kept.take(input())
  kept.read()
  `,
  'bytes that come one after another': `
  data = b""
  for line in sys.stdin.buffer:
      data += line
  pickle.loads(data)  # reported
  `,
  'a path, where the call takes one': 'pickle.load(open("a: 1", "rb"))  # reported',
}

test.each(Object.entries({ ...written, ...elsewhere }))('%s', async (_, python) => {
  await expectAsMarked(prelude, python)
})
