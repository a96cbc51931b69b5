import type { Files, Frontend, Reading, SourceFile } from '../../program'
import { readEnvironment, readRecipe } from './conda'
import { looksLikeRequirements, readLines } from './lines'
import { readCondaLock, readLock, readPipfileLock } from './locks'
import { readProject } from './project'
import type { Versions } from './requirement'
import { readSetup, readSetupConfig } from './setup'

/** Manifests and lock files of Python projects to the versions that they allow. */
export const requirementsFrontend: Frontend = {
  name: 'requirements',
  claims: path => formatOf(path) !== null,
  recognises: file => formatOf(file.path)?.recognises?.(file) !== false,
  read: (file, others = () => undefined) => readVersions(file, others),
}

interface Format {
  readonly path: RegExp
  readonly recognises?: (file: SourceFile) => boolean
  readonly read: (file: SourceFile, others: Files) => Versions
}

const formats: readonly Format[] = [
  {
    path: /(^|\/)[^/]*requirements[^/]*\.(txt|in)$|(^|\/)requirements\/[^/]+\.(txt|in)$|(^|\/)constraints[^/]*\.(txt|in)$/,
    read: readLines,
  },
  {
    path: /(^|\/)([^/]*(require|constraint)[^/]*|([^/]*[-_.])?(reqs?|deps|dependencies)([-_.][^/]*)?)\.(txt|in|pip)$|(^|\/)(reqs?|deps|dependencies|constraints)\/[^/]+\.(txt|in|pip)$/i,
    recognises: looksLikeRequirements,
    read: readLines,
  },
  { path: /(^|\/)(poetry|uv|pdm)\.lock$|(^|\/)pylock(\.[^/]+)?\.toml$/, read: readLock },
  { path: /(^|\/)(pyproject\.toml|pixi\.toml|Pipfile)$/, read: readProject },
  { path: /(^|\/)Pipfile\.lock$/, read: readPipfileLock },
  { path: /(^|\/)([\w.-]+\.)?conda-lock\.ya?ml$/, read: readCondaLock },
  {
    // `conda_build_config.yaml` has the variants of a recipe.
    path: /(^|\/)(?!conda_build_config)([^/]*[-_.])?(conda|env|environment)([-_.\d][^/]*)?\.ya?ml$/i,
    recognises: ({ text }) => /^["']?dependencies["']?[ \t]*:/m.test(text),
    read: readEnvironment,
  },
  {
    path: /(^|\/)meta\.ya?ml$/,
    recognises: ({ text }) =>
      /^[ \t]*(?:- )?requirements[ \t]*:/m.test(text) && /^package[ \t]*:/m.test(text),
    read: readRecipe,
  },
  {
    path: /(^|\/)setup\.cfg$/,
    read: readSetupConfig,
    recognises: ({ text }) => /install_requires|extras_require/.test(text),
  },
  {
    path: /(^|\/)setup\.py$/,
    read: readSetup,
    recognises: ({ text }) => /install_requires|extras_require/.test(text),
  },
]

function formatOf(path: string): Format | null {
  return formats.find(format => format.path.test(path)) ?? null
}

function readVersions(file: SourceFile, others: Files): Reading {
  const { settings, includes, notices } = formatOf(file.path)?.read(file, others) ?? nothing
  return { units: [], classes: [], stars: [], settings, includes, notices }
}

const nothing: Versions = { settings: [], includes: [], notices: [] }
