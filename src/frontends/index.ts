import type { Environments, Files, Frontend, SourceFile } from '../program'
import { argoFrontend } from './argo'
import { argocdFrontend } from './argocd'
import { azureFrontend } from './azure'
import { bitbucketFrontend } from './bitbucket'
import { buildkiteFrontend } from './buildkite'
import { circleciFrontend } from './circleci'
import { cloudbuildFrontend } from './cloudbuild'
import { codebuildFrontend } from './codebuild'
import { codepipelineFrontend } from './codepipeline'
import { databricksFrontend as bundleFrontend } from './databricks'
import { declarationFrontends } from './declarations'
import { dockerFrontend } from './docker'
import { githubFrontend, githubFrontendWith } from './github'
import { type ScriptedAction, scriptedActions } from './github/given-scripts'
import { gitlabFrontend } from './gitlab'
import { jenkinsFrontend } from './jenkins'
import { claimsDocument } from './markdown/kinds'
import { notebookFrontend } from './notebook'
import { databricksFrontend } from './notebook/databricks'
import { isWritten } from './notebook/written'
import { type Grammar, loadGrammar } from './parser'
import { pythonFrontend } from './python'
import { isOf } from './reading'
import { requirementsFrontend } from './requirements'
import { claimsShell, shellFrontend } from './shell'
import { tasksFrontend } from './tasks'
import { entriesFrontend } from './tasks/entries'
import { tektonFrontend } from './tekton'
import { type Face, faceOf, pathWithoutSuffix } from './templates'
import { claimsTerraform } from './terraform/kinds'

export { aloneWith, type ReadingOptions, type Readings, readProgram } from './reading'

/** Gives the bytes of the parser's runtime or of a grammar. */
export type GrammarReader = (name: 'runtime' | 'python' | 'bash' | 'terraform') => Uint8Array

// In these stand scripts of a shell.
const pipelines: readonly Frontend[] = [
  argoFrontend,
  argocdFrontend,
  azureFrontend,
  bitbucketFrontend,
  buildkiteFrontend,
  circleciFrontend,
  cloudbuildFrontend,
  codebuildFrontend,
  codepipelineFrontend,
  bundleFrontend,
  dockerFrontend,
  githubFrontend,
  gitlabFrontend,
  jenkinsFrontend,
  tasksFrontend,
  tektonFrontend,
]

// These hand out code of other languages. The grammar of the shell is needed where the text says so.
const containers: readonly { readonly frontend: Frontend; readonly shell: RegExp }[] = [
  { frontend: notebookFrontend, shell: /%%(?:bash|sh|script|!|sx|system)|%sh|%%(?:write)?file[^\n]*sh\b/ },
  { frontend: databricksFrontend, shell: /^# MAGIC %(?:sh|%(?:write)?file[^\n]*sh$)/m },
]

// These need no grammar.
const plain: readonly Frontend[] = [
  ...pipelines,
  ...containers.map(({ frontend }) => frontend),
  ...declarationFrontends,
  entriesFrontend,
  requirementsFrontend,
]

/** What a tree needs beside Python: it takes time to load. */
export interface Needs {
  readonly shell: boolean
  readonly documents?: boolean
  readonly terraform?: boolean
}

/** Every frontend that is needed, ready to read. A parser may take so many seconds for one file; of other actions none runs a script. */
export async function openFrontends(
  readGrammar: GrammarReader,
  needs: Needs = { shell: false },
  environments?: Environments,
  seconds?: number,
  actions: readonly ScriptedAction[] = [],
): Promise<readonly Frontend[]> {
  const runtime = readGrammar('runtime')
  const load = async (name: 'python' | 'bash' | 'terraform'): Promise<Grammar> =>
    loadGrammar(runtime, readGrammar(name), seconds)
  const python = await load('python')
  const shell = needs.shell ? [shellFrontend(await load('bash'))] : []
  const documents = needs.documents ? [(await import('./markdown')).markdownFrontend] : []
  const terraform = needs.terraform ? [await openTerraform(() => load('terraform'))] : []
  const github = githubFrontendWith({ environments, actions: scriptedActions(actions) })
  const informed = plain.map(one => (one === githubFrontend ? github : one))
  return [pythonFrontend(python), ...shell, ...informed, ...documents, ...terraform]
}

async function openTerraform(load: () => Promise<Grammar>): Promise<Frontend> {
  const { terraformFrontend } = await import('./terraform')
  return terraformFrontend(await load())
}

/** Whether files of this path may be of use: code, pipelines, manifests, and what these take in. */
export function isReadable(path: string): boolean {
  const bare = pathWithoutSuffix(path)
  return (
    /\.(pyw?|ya?ml|groovy)$/.test(bare) ||
    claimsShell(bare) ||
    claimsDocument(bare) ||
    claimsTerraform(bare) ||
    plain.some(frontend => frontend.claims(bare))
  )
}

/** What these files need. */
export function needsOf(files: readonly SourceFile[]): Needs {
  const faces = files.map(file => faceOf(file))
  return {
    shell: faces.some(needsShell),
    documents: faces.some(({ path }) => claimsDocument(path)),
    terraform: faces.some(({ path }) => claimsTerraform(path)),
  }
}

function needsShell(face: Face): boolean {
  const { path, file } = face
  return (
    claimsShell(path) ||
    pipelines.some(frontend => isOf(frontend, face)) ||
    containers.some(({ frontend, shell }) => isOf(frontend, face) && shell.test(file.text)) ||
    (claimsDocument(path) && /(?:sh|bash|console|shell|session|terminal)\b/.test(file.text))
  )
}

/**
 * The Python that a file holds as a whole, and behind it that which its cells write to files, as far as it can be told without a
 * parser; `null` where it is no container of any.
 */
export function pythonIn(file: SourceFile, others: Files): SourceFile | null {
  const face = faceOf(file)
  const container = containers.find(({ frontend }) => isOf(frontend, face))
  if (!container) return face.template ? face.file : null
  const embedded = container.frontend.read(face.file, others).embedded ?? []
  const python = embedded.flatMap(one => (one.language === 'python' ? [one.file] : []))
  const whole = python.find(({ path }) => path === file.path)
  const written = python.filter(({ path }) => isWritten(path))
  return whole ? { ...whole, text: [whole, ...written].map(({ text }) => text).join('\n') } : null
}
