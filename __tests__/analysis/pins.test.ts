import { openPins } from '../../src/analysis/selection/pins'
import type { PackageKnowledge } from '../../src/analysis/versions/known'

const packages: PackageKnowledge = {
  names: new Map([['conda:py-numpy', 'numpy']]),
  brought: new Map([['numpy', [{ asks: 'tensorflow<2', gives: 'numpy<1.17' }]]]),
}

describe('an old version may be asked for', () => {
  const may = (path: string, text: string, requirement = 'numpy<1.16.3'): boolean =>
    openPins([{ path, text }], packages)(requirement, { path: 'a.py', text: '' })

  test.each<[string, string, boolean]>([
    ['requirements.txt', 'numpy==1.16.2\n', true],
    ['requirements.txt', 'numpy==1.16.3\n', true],
    ['requirements.txt', 'numpy==1.16.4\n', false],
    ['requirements.txt', 'numpy==1.9\n', true],
    ['requirements.txt', 'numpy==1.17\n', false],
    ['requirements.txt', 'numpy==2\n', false],
    ['requirements.txt', 'numpy==1\n', true],
    ['requirements.txt', 'numpy<1.16\n', true],
    ['requirements.txt', 'numpy<=1.15\n', true],
    ['requirements.txt', 'numpy~=1.15\n', true],
    ['requirements.txt', 'numpy>=1.10\n', false],
    ['requirements.txt', 'numpy!=1.10\n', false],
    ['requirements.txt', 'numpy>=1.17,<1.16\n', true],
    ['requirements.txt', 'numpy\n', false],
    ['requirements.txt', 'NumPy == 1.10.0\n', true],
    ['requirements.txt', 'numpydoc==1.1\n', false],
    ['requirements.txt', 'x-numpy==1.1\n', false],
    ['requirements.txt', 'scipy==1.1\n', false],
    ['requirements.txt', 'tensorflow==1.13\n', true],
    ['environment.yml', '- py-numpy=1.14\n', true],
    ['environment.yml', '- py_numpy=1.14\n', true],
    ['environment.yml', '- numpy 1\n', true],
    ['environment.yml', '- numpy 1.*\n', true],
    ['environment.yml', '- numpy 2\n', false],
    ['Dockerfile', 'RUN pip install numpy==${NUMPY}\n', true],
    ['Dockerfile', 'RUN pip install numpy && echo ${NUMPY}\n', false],
    ['Dockerfile', 'RUN pip install numpy \\\n  scipy==1.2\n', true],
    ['pyproject.toml', 'numpy = "1.14"\n', true],
    ['poetry.lock', 'name = "numpy"\nversion = "1.14.0"\n', true],
    ['poetry.lock', 'name = "numpy"\noptional = false\nversion = "1.14.0"\n', true],
    ['poetry.lock', 'name = "numpy"\nversion = "1.24.0"\n', false],
    ['Pipfile.lock', '"numpy": {}', true],
    ['x/conda-lock.yml', 'numpy', true],
    ['notes.txt', 'numpy took 1 hour\n', false],
    ['setup.py', 'install_requires=["numpy (1.14)"]\n', true],
  ])('%s: %j is %p', (path, text, expected) => {
    expect(may(path, text)).toBe(expected)
  })

  test.each<[string, boolean]>([
    ['numpy>1.2', true],
    ['numpy', true],
    ['numpy>=1.2,<1.16.3', false],
    ['numpy<=1.16.3', false],
  ])('by what asks nothing of versions that are older: %s is %p', (requirement, expected) => {
    expect(may('a.txt', 'nothing', requirement)).toBe(expected)
  })

  test('by a file for itself, where it installs something', () => {
    const pins = openPins([], packages)
    const own = (text: string): boolean => pins('numpy<1.16.3', { path: 'a.py', text })
    expect(own('!pip install numpy==1.14')).toBe(true)
    expect(own('!pip install numpy==1.24')).toBe(false)
    expect(own('# numpy==1.14')).toBe(false)
    const file = { path: 'a.ipynb', text: '!pip install numpy==1.14' }
    const cell = { path: 'a.ipynb', text: '', container: { file, pieces: [] } }
    expect(pins('numpy<1.16.3', cell)).toBe(true)
  })
})
