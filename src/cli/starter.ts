/** A configuration that changes nothing yet and shows what can be said. `schema` is where editors find its form. */
export function starter(schema: string): string {
  return `# yaml-language-server: $schema=${schema}

# The mildest level that fails a run: error, warning, note or never.
fail-on: error

# A change is judged by the policy of the commit that it is compared with. With head here, once that commit has it, by its own.
# policy-from: base

# The level of a rule, or off. \`modelgate rules\` lists them.
# rules:
#   unsafe-load-option: error
#   unverified-artifact-load: { level: warning, fail-on: never }

# What holds below some paths. Of several entries that fit the last one decides.
# paths:
#   - path: notebooks/**
#     fail-on: never

# What to skip, in the notation of .gitignore.
# ignore:
#   - notebooks/export/

# Your own words for targets that serve users, and for targets that do not.
# words:
#   production: [blue]
#   other: [shadow]

# Your own metrics: more is better, or less is.
# metrics:
#   higher: [ks_stat]
#   lower: [refund_share]

# Your own checks and moves.
# guards:
#   - call: acme.release.require_signoff
#     kind: approval
#     holds: no-exception
# sinks:
#   - call: acme.release.push_live
#     does: promotion

# Environments whose settings ask a person. Modelgate cannot see them, so this is your word for it.
# trusted-environments: [production]

# What a promotion has to have in front of it: approval, evaluation, canary. Without it any of them is enough.
# promotion:
#   require: approval

# What a scan may cost, and how many findings are listed. What goes beyond is a notice.
# limits:
#   file-bytes: 1500000
#   notebook-bytes: 15000000
#   seconds: 30
#   depth: 400
#   yaml-values: 300000
#   findings: 25000

# Findings that somebody answers for until a day. For a single line, a comment beside it is enough, which says
# \`modelgate: ignore[unverified-artifact-load]\` and why.
# waivers:
#   - rule: unverified-artifact-load
#     path: legacy/**
#     reason: the old scorer goes away with the migration
#     owner: risk-team
#     expires: 2026-12-31

# Findings that were there before, as \`modelgate baseline\` writes them down.
# baseline: .modelgate-baseline.json
`
}
