import { expectAsMarked } from '../guards/marked'
import { rules } from '../guards/reasons'
import { analyseSources } from '../support/analyse'

const prelude = `
  import hashlib, os, shutil, sys
  from pathlib import Path
  import joblib, numpy, torch
  EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

  def verify(path):
      if hashlib.sha256(Path(path).read_bytes()).hexdigest() != EXPECTED:
          raise ValueError(path)
`

const spelled = {
  'the same name put together twice': [
    'Path(folder) / Path(name).name',
    'Path(folder) / Path(name).name',
    true,
  ],
  basename: [
    'os.path.join(folder, os.path.basename(name))',
    'os.path.join(folder, os.path.basename(name))',
    true,
  ],
  'another basename': [
    'os.path.join(folder, os.path.basename(name))',
    'os.path.join(folder, os.path.basename(other))',
    false,
  ],
  with_suffix: ['Path(name).with_suffix(".pkl")', 'Path(name).with_suffix(".pkl")', true],
  'with another suffix': ['Path(name).with_suffix(".json")', 'Path(name).with_suffix(".pkl")', false],
  splitext: ['os.path.splitext(name)[0] + ".pkl"', 'os.path.splitext(name)[0] + ".pkl"', true],
  'splitext, another': ['os.path.splitext(name)[0] + ".json"', 'os.path.splitext(name)[0] + ".pkl"', false],
  'splitext, one with another': [
    'os.path.splitext(name)[0] + ".pkl"',
    'os.path.splitext(other)[0] + ".pkl"',
    false,
  ],
  stem: ['f"{Path(name).stem}.pkl"', 'f"{Path(name).stem}.pkl"', true],
  'stem of another': ['f"{Path(name).stem}.pkl"', 'f"{Path(other).stem}.pkl"', false],
  'written name and its spelling': [
    '"models/churn.pkl"',
    'Path("models/churn.json").with_suffix(".pkl")',
    true,
  ],
  'written name and its spelling, another': [
    '"models/churn.json"',
    'Path("models/churn.json").with_suffix(".pkl")',
    false,
  ],
  'written parent': ['"models/churn.pkl"', 'Path("models/churn.json").parent / "churn.pkl"', true],
  'written with_name': ['"models/churn.pkl"', 'Path("models/x.json").with_name("churn.pkl")', true],
  'written with_stem': ['"models/churn.pkl"', 'Path("models/x.pkl").with_stem("churn")', true],
  'written dirname': [
    '"models/churn.pkl"',
    'os.path.join(os.path.dirname("models/x.json"), "churn.pkl")',
    true,
  ],
  'written basename': ['"churn.pkl"', 'os.path.basename("models/churn.pkl")', true],
  'written basename is another file': ['"models/churn.pkl"', 'os.path.basename("models/churn.pkl")', false],
  'written splitext': ['"models/churn.pkl"', 'os.path.splitext("models/churn.json")[0] + ".pkl"', true],
  'written join': ['"models/churn.pkl"', 'os.path.join("models", "churn.pkl")', true],
  'written slash': ['"models/churn.pkl"', 'Path("models") / "churn.pkl"', true],
  'written f': ['"models/churn.pkl"', 'f"models/churn.pkl"', true],
  'written sum': ['"models/churn.pkl"', '"models/" + "churn.pkl"', true],
} as const

const written = {
  'what was written': ['Path("models/churn.json").with_suffix(".pkl")', '"models/churn.pkl"'],
  stem: ['"models/" + Path("x/churn.json").stem + ".pkl"', '"models/churn.pkl"'],
  name: ['"models/" + Path("x/churn.pkl").name', '"models/churn.pkl"'],
  parent: ['Path("models/churn.json").parent / "churn.pkl"', '"models/churn.pkl"'],
  basename: ['os.path.join("models", os.path.basename("x/churn.pkl"))', '"models/churn.pkl"'],
  splitext: ['os.path.splitext("models/churn.json")[0] + ".pkl"', '"models/churn.pkl"'],
  with_stem: ['Path("models/x.pkl").with_stem("churn")', '"models/churn.pkl"'],
}

test.each(Object.entries(spelled))('verified: %s', (_, [verified, loaded, same]) =>
  expectAsMarked(
    prelude,
    `
    def load(folder, name, other):
        verify(${verified})
        return joblib.load(${loaded})${same ? '' : '  # reported'}
  `,
  ),
)

test.each(Object.entries(written))('written: %s', (_, [dumped, loaded]) =>
  expectAsMarked(
    prelude,
    `
    def load(model):
        joblib.dump(model, ${dumped})
        return joblib.load(${loaded})
  `,
  ),
)

describe('what the end of a path decides', () => {
  const levels = async (path: string): Promise<readonly string[]> => {
    const python = `
import os
from pathlib import Path
import keras

def load(name: str, folder: Path, other):
    return keras.models.load_model(${path})
`
    return (await analyseSources({ 'churn.py': python, 'requirements.txt': 'keras==3.13.1' }, rules)).map(
      ({ level, also }) => `${level} ${also.join(' ')}`,
    )
  }

  test.each([
    'Path(name).with_suffix(".keras")',
    'folder.with_suffix(".keras")',
    'folder / (Path(name).stem + ".keras")',
    'os.path.splitext(name)[0] + ".keras"',
    'folder.parent / "churn.keras"',
    'folder.joinpath("churn.keras")',
    'folder.with_name("churn.keras")',
    'Path("churn.keras").name',
    'Path("churn.keras").with_stem(name)',
    'os.path.join(name, os.path.basename("models/churn.keras"))',
    'str((folder / "churn.h5").with_suffix(".keras"))',
  ])('%s ends as what is written out', async path => {
    expect(await levels(path)).toEqual(await levels('name + ".keras"'))
  })

  test.each([
    'Path(name + ".keras").with_suffix(other)',
    'Path(name + ".keras").stem',
    'Path(name + ".keras").with_suffix(".h5")',
    'os.path.splitext(name + ".keras")[0]',
    'Path(name + ".keras").parent',
    'Path(name + ".keras").with_name(other)',
    'os.path.dirname(name + ".keras")',
    'os.path.splitext(name + ".keras")[0] + other',
  ])('%s does not', async path => {
    expect(await levels(path)).not.toEqual(await levels('name + ".keras"'))
  })
})
