import type {
  Finding,
  GuardedSite,
  GuardVerdict,
  Notice,
  PolicyEffect,
  Report,
  RuleText,
  SourceFile,
  Span,
  Step,
  SuppressedFinding,
} from '../../src/program'

/** The first place in a file that reads like this; `after` skips to behind another text first. */
export function spanOf(file: SourceFile, text: string, after = ''): Span {
  const from = file.text.indexOf(after) + after.length
  const start = file.text.indexOf(text, from)
  if (start === -1 || from < after.length) throw new Error(`${file.path} does not contain ${text}`)
  return { file, start, end: start + text.length }
}

export const loadRule: RuleText = {
  id: 'unverified-artifact-load',
  title: 'A serialised artifact is loaded and nothing verified it first',
  level: 'warning',
  securitySeverity: 8.1,
  precision: 'high',
  why: 'Whoever can write the file runs code in the process that loads it. A digest from an independent place would stop that.',
  fix: 'Compare the file’s SHA-256 with a value that is kept apart from it, before the load, and stop where they differ.',
  help: '# A serialised artifact is loaded\n\nCompare its digest first:\n\n```python\nverify(path, EXPECTED)\n```\n',
  tags: ['security', 'external/cwe/cwe-502', 'machine-learning'],
}

export const promotionRule: RuleText = {
  id: 'unguarded-promotion',
  title: 'A model reaches production with nothing in front of it',
  level: 'error',
  securitySeverity: 7.5,
  precision: 'medium',
  why: 'A model that nobody approved and nothing evaluated serves users. One bad training run is enough.',
  fix: 'Register the model with the alias `challenger`, and move `champion` in a job that waits for an approval.',
  help: '# A model reaches production\n\nLet a person approve it.\n',
  tags: ['security', 'machine-learning'],
}

export const serving: SourceFile = {
  path: 'src/serve/app.py',
  text: `import joblib
from huggingface_hub import hf_hub_download


def load_model(name: str):
    path = hf_hub_download("acme/churn", name)
    try:
        check_digest(path)
    except Exception:
        pass
    return joblib.load(path)
`,
}

export const registry: SourceFile = {
  path: 'pipelines/promote.py',
  text: `from mlflow import MlflowClient

client = MlflowClient()


def promote(version: str) -> None:
\tclient.transition_model_version_stage(
\t\tname="churn",
\t\tversion=version,
\t\tstage="Production",
\t)
`,
}

export const loadSteps: readonly Step[] = [
  {
    span: spanOf(serving, 'hf_hub_download("acme/churn", name)'),
    says: '`path` comes from `hf_hub_download`',
  },
  { span: spanOf(serving, 'path', 'joblib.load('), says: '`joblib.load` opens it' },
]

export const voidGuard: GuardVerdict = {
  kind: 'verification',
  strength: 'void',
  span: spanOf(serving, 'check_digest(path)'),
  says: 'the exception it raises is swallowed by `except Exception: pass`',
}

export const loadFinding: Finding = {
  rule: loadRule.id,
  level: 'error',
  securitySeverity: 8.1,
  precision: 'high',
  message:
    '`joblib.load` unpickles a file that comes from `hf_hub_download`, and nothing verified the file first.',
  fix: loadRule.fix,
  span: spanOf(serving, 'joblib.load(path)'),
  name: spanOf(serving, 'load', 'joblib.'),
  within: 'load_model',
  steps: loadSteps,
  guards: [voidGuard],
  also: [],
  fingerprint: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
}

export const promotionFinding: Finding = {
  rule: promotionRule.id,
  level: 'warning',
  securitySeverity: 7.5,
  precision: 'medium',
  message:
    '`transition_model_version_stage` moves a model to `Production`, and no approval, evaluation or canary stands before it.',
  fix: promotionRule.fix,
  span: spanOf(registry, registry.text.slice(registry.text.indexOf('client.trans'), -1)),
  name: spanOf(registry, 'transition_model_version_stage'),
  within: 'promote',
  steps: [],
  guards: [],
  also: [],
  fingerprint: '7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730',
}

/** A finding that a comment takes out, and one that a waiver does. */
export const ignoredLoad: SuppressedFinding = {
  ...loadFinding,
  suppressed: {
    kind: 'ignore',
    reason: 'the file is made two steps before.',
    owner: null,
    expires: null,
    path: 'src/serve/app.py',
    line: 10,
  },
}
export const waivedPromotion: SuppressedFinding = {
  ...promotionFinding,
  suppressed: {
    kind: 'waiver',
    reason: 'until the new scorer is there',
    owner: 'risk-team',
    expires: '2026-12-31',
    path: '.modelgate.yml',
    line: 4,
  },
}

export const ownGuard: GuardVerdict = {
  kind: 'approval',
  strength: 'strong',
  span: spanOf(registry, 'MlflowClient()'),
  says: '`acme.release.require_signoff` (named in `.modelgate.yml`) asks for an approval',
}

export const guardedPromotion: GuardedSite = {
  rule: promotionRule.id,
  message: '`transition_model_version_stage` moves a model to `Production`.',
  span: promotionFinding.span,
  name: promotionFinding.name,
  within: 'promote',
  guards: [ownGuard],
}

export const policy: readonly PolicyEffect[] = [
  {
    setting: 'rules',
    count: 3,
    says: '`unsafe-load-option` is off in `.modelgate.yml`: 3 findings are not reported.',
  },
  { setting: 'ignore', count: 2, says: '`ignore` in `.modelgate.yml` skips 1 folder and 1 file.' },
]

export const notices: readonly Notice[] = [
  {
    path: 'data/dump.py',
    line: 0,
    kind: 'too-large',
    message: 'It has 2,000,000 bytes, more than the limit of 1,500,000, and was not read.',
  },
  { path: 'src/old.py', line: 7, kind: 'syntax', message: 'The syntax could not be understood here.' },
]

/** A finished scan with nothing in it, or with what is given. */
export function reportOf(parts: Partial<Report> = {}): Report {
  return {
    version: '0.1.0',
    rules: [promotionRule, loadRule],
    findings: [],
    suppressed: [],
    guarded: [],
    map: { nodes: [], edges: [] },
    policy: [],
    notices: [],
    verdict: { failOn: 'error', failed: false, blocking: 0 },
    comparison: null,
    files: { seen: 14, parsed: 6 },
    ...parts,
  }
}

/** Two findings in two files, one with a path and a guard; two notices; a gate that failed. */
export const sampleReport = reportOf({
  findings: [promotionFinding, loadFinding],
  notices,
  verdict: { failOn: 'error', failed: true, blocking: 1 },
})

/** The same, compared with a base that has the first of them. */
export const comparedReport = reportOf({
  findings: [promotionFinding, loadFinding],
  verdict: { failOn: 'error', failed: true, blocking: 1 },
  comparison: {
    commit: '0123456789abcdef0123456789abcdef01234567',
    fresh: 1,
    existing: 1,
    states: new Map([
      [promotionFinding.fingerprint, 'unchanged'],
      [loadFinding.fingerprint, 'new'],
    ]),
  },
})

/** A finding that marks `call` in a text of its own, named after the last name before its bracket. */
export function findingIn(file: SourceFile, call: string, parts: Partial<Finding> = {}): Finding {
  const span = spanOf(file, call)
  const callee = /(\w+)\s*\(/.exec(call)
  const start = span.start + (callee?.index ?? 0)
  const name = { file, start, end: start + (callee?.[1]?.length ?? call.length) }
  return { ...loadFinding, span, name, steps: [], guards: [], within: 'module', ...parts }
}

const hostilePaths = [
  'a b.py',
  'c#d?e.py',
  '100%.py',
  'mod/日本語.py',
  'x\n::error::y.py',
  'a:b.py',
  '[x]\\y.py',
  '\ud800.py',
]

/** Names and texts that try to be links, commands and terminal escapes. */
export const hostileReport = reportOf({
  findings: hostilePaths.map(path => {
    const file = { path, text: 'a = 1\r\nm = load("\u202e[x](1) ##[error]\\")  \r\n' }
    const span = spanOf(file, 'load("\u202e[x](1) ##[error]\\")')
    return {
      ...findingIn(file, 'load("\u202e[x](1) ##[error]\\")'),
      message: '`load` opens `[x](http://evil)` \x1b[2J ##[error] \\.',
      steps: [{ span, says: '`x` comes from [here](2)\n::error::' }],
      guards: [{ ...voidGuard, span, says: 'see [there](http://evil)' }],
    }
  }),
  suppressed: hostilePaths.map(path => {
    const file = { path, text: 'm = load("\u202e[x](1) ##[error]\\")  \r\n' }
    const [kind, expires] =
      path.length % 2 === 0 ? (['ignore', null] as const) : (['waiver', '2026-12-31'] as const)
    const reason = `\`${path}\` [x](http://evil) \x1b[2J ##[error] \u202e\n::error::`
    return {
      ...findingIn(file, 'load("\u202e[x](1) ##[error]\\")'),
      suppressed: { kind, reason, owner: kind === 'waiver' ? reason : null, expires, path, line: 1 },
    }
  }),
  guarded: hostilePaths.map(path => ({
    ...guardedPromotion,
    message: `\`${path}\` \x1b[2J ##[error] is guarded.`,
    guards: [{ ...ownGuard, says: `[there](http://evil) \u202e ${path}` }],
  })),
  policy: hostilePaths.map(path => ({ setting: 'guards', count: 1, says: `See [x](1) \u202e ${path}.` })),
  notices: hostilePaths.map(path => ({
    path,
    line: 2,
    kind: 'syntax' as const,
    message: 'It has [x](1) \u202e.',
  })),
})

/** A path of 300 steps. */
export const longPath: readonly Step[] = Array.from({ length: 300 }, (_, n) => ({
  span: spanOf(serving, 'import joblib'),
  says: `step ${n}`,
}))
