import { findingsIn } from '../pipelines/scanned'

const load = 'import pickle\n\n\ndef read(path):\n    return pickle.load(open(path, "rb"))\n'

test('what was installed into a folder counts for less than what lies beside it', async () => {
  const found = await findingsIn({
    'function/package/fancy_pickle/reading.py': load,
    'function/package/single.py': load,
    'function/package/handler.py': load,
    'function/package/Fancy_Pickle-2.1.0.dist-info/METADATA': 'Name: fancy-pickle\n',
    'function/package/single-1.0.dist-info/METADATA': 'Name: single\n',
    'fancy_pickle/reading.py': load,
  })
  expect(found.map(({ finding }) => finding).sort()).toEqual([
    'note function/package/fancy_pickle/reading.py:5 unverified-artifact-load',
    'note function/package/single.py:5 unverified-artifact-load',
    'warning fancy_pickle/reading.py:5 unverified-artifact-load',
    'warning function/package/handler.py:5 unverified-artifact-load',
  ])
  expect(found.find(({ finding }) => finding.startsWith('note'))?.message).toContain(
    'It counts for less, since it is a package of others that was installed here.',
  )
})
