import { answersTo, openProbe, type Probe, recorded, usesAsked } from '../../src/analysis/selection/probe'
import { openSketcher, wordsToSketch } from '../../src/analysis/selection/sketch'
import type { SourceFile } from '../../src/program'

const words = new Map(['dump', 'load'].map(word => [word, []]))
const noPrograms = { sinks: new Map(), closer: new Map(), launchers: new Set<string>() }
const sketcher = openSketcher(wordsToSketch(words, noPrograms, [], []))

function opened(text: string): { readonly probe: Probe; readonly uses: readonly number[] } {
  const file: SourceFile = { path: 'a.py', text }
  const sketch = sketcher.sketch(text)
  return { probe: openProbe(file, sketch), uses: sketch.uses }
}

const text = `import joblib


def read(path):
    """As joblib.load(path) does."""
    joblib.dump(1, path)
    return joblib.load(path, mmap_mode="r")
`

/** Asks all that can be asked of a text, and gives each question with its answer. */
function asked(of: string): ReadonlyMap<string, string> {
  const { probe, uses } = opened(of)
  const recording = recorded(probe, { uses })
  recording.probe.says('path')
  recording.probe.says('pat')
  recording.probe.defines('read')
  recording.probe.defines('joblib')
  recording.probe.matches(/mmap_mode\s*=/)
  const use = recording.probe.uses()
  for (const number of [0, 1, 2]) {
    use(number)?.given()
    use(number)?.inProse()
  }
  return recording.log
}

test('a probe says what stands in a text, and where it is prose', () => {
  const { probe } = opened(text)
  expect([probe.says('path'), probe.says('pat')]).toEqual([true, false])
  expect([probe.defines('read'), probe.defines('joblib')]).toEqual([true, false])
  expect([probe.matches(/mmap_mode/), probe.matches(/fsspec/)]).toEqual([true, false])
  const use = probe.uses()
  expect([0, 1, 2].map(number => use(number)?.method)).toEqual(['load', 'dump', 'load'])
  expect([0, 1, 2].map(number => use(number)?.inProse())).toEqual([true, false, false])
  expect(use(2)?.given()).toEqual([
    { name: null, text: 'path' },
    { name: 'mmap_mode', text: '"r"' },
  ])
})

describe('what was asked of a file', () => {
  const answers = (of: string): readonly string[] => {
    const { probe, uses } = opened(of)
    return answersTo([...asked(text).keys()], probe, { uses })
  }
  const before = [...asked(text).values()]

  test('has the same answers where the file says the same elsewhere', () => {
    expect(before).toHaveLength(14)
    expect(answers(text)).toEqual(before)
    expect(answers(`# moved\n\n${text}`)).toEqual(before)
  })

  test.each([
    ['a word', text.replaceAll('path', 'name')],
    ['what it defines', text.replace('def read', 'def write')],
    ['what a pattern fits', text.replace('mmap_mode', 'mode')],
    ['what a use is taken from', text.replace('return joblib.load', 'return pickle.load')],
    ['what a call is given', text.replace('"r"', '"c"')],
    ['which call is the second one', text.replace('joblib.dump(1, path)', 'joblib.load(1, path)')],
    [
      'what is prose',
      text.replace('    """As joblib.load(path) does."""', '    print("""As joblib.load(path) does.""")'),
    ],
    ['whether there is a use', text.replace('    joblib.dump(1, path)\n', '')],
    ['whether there is any', 'import joblib\n'],
  ])('has others where the file changes %s', (_, changed) => {
    expect(answers(changed)).not.toEqual(before)
  })

  test('says of which words each use counts', () => {
    const questions = [...asked(text).keys()]
    expect(usesAsked(questions, opened(text))).toBe(3)
    expect(usesAsked(questions, opened(`${text}joblib.load(1)\n`))).toBe(4)
    expect(usesAsked(questions.slice(0, 5), opened(text))).toBe(0)
  })
})
