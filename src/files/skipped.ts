/**
 * Whether a folder of this name is left out wherever it stands: it holds what tools wrote or what others wrote, and a
 * finding in it would be nobody's to fix. The configuration brings one back with `!name/` among its ignore patterns.
 */
export function isSkippedFolder(name: string): boolean {
  return skipped.has(name) || name.endsWith('.egg-info')
}

/** Whether a folder with these entries is a Python environment, whatever its name. */
export function isEnvironment(entries: readonly string[]): boolean {
  return entries.includes('pyvenv.cfg') || entries.includes('conda-meta')
}

const skipped = new Set(
  [
    // version control
    '.git .hg .svn .jj',
    // installed packages
    'node_modules bower_components site-packages dist-packages __pypackages__ .eggs',
    // caches of tools
    '__pycache__ .cache .mypy_cache .pytest_cache .ruff_cache .pytype .hypothesis .tox .nox .ipynb_checkpoints',
    '.gradle .terraform',
    // copies of other people's code
    'vendor vendored _vendor third_party third-party thirdparty 3rdparty',
  ].flatMap(names => names.split(' ')),
)
