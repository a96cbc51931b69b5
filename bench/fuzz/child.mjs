// Reads hostile inputs one after another and says what is wrong with what comes out. Started by `../fuzz.mjs`.
import { requireSource } from '../typescript.mjs'
import { dice, mutated, seedOf } from './mutate.mjs'
import { beside, samples } from './samples.mjs'

const { readGrammar } = requireSource('src/files/grammars.ts')
const { decode, isBinary } = requireSource('src/files/decode.ts')
const { isReadable, openFrontends, pythonIn, readProgram } = requireSource('src/frontends/index.ts')
const { selectFiles } = requireSource('src/analysis/select.ts')
const { examine } = requireSource('src/analysis/check.ts')
const { builtinRules } = requireSource('src/rules/builtin.ts')
const { ruleText } = requireSource('src/rules/pages.ts')
const { applyIgnores } = requireSource('src/policy/ignores.ts')
const { formats } = requireSource('src/reporters/index.ts')
const { onDisk } = requireSource('src/program/index.ts')
const { summarise, commentOn } = requireSource('src/action/summary.ts')

const [seed, name, from, until, rest = '[]'] = process.argv.slice(2)
const skipped = new Set(JSON.parse(rest))
const frontends = await openFrontends(readGrammar, { shell: true, documents: true, terraform: true })
const rules = builtinRules()
const texts = Object.values(samples).flatMap(list => list.flatMap(files => Object.values(files)))

for (let index = Number(from); index < Number(until); index += 1) {
  if (skipped.has(index)) continue
  process.send({ kind: 'begun', index })
  const before = process.cpuUsage()
  const says = wrongWith(inputFor(index))
  const { user, system } = process.cpuUsage(before)
  process.send({ kind: 'done', index, says, seconds: (user + system) / 1e6 })
}
process.send({ kind: 'end' })

function inputFor(index) {
  const roll = dice(seedOf(seed, name, index))
  const sample = roll.pick(samples[name])
  const files = { ...beside, ...sample }
  const hostile = roll.pick(Object.keys(sample))
  const bytes = mutated(sample[hostile], texts, roll)
  if (process.env.FUZZ_SHOW) process.stderr.write(`--- ${hostile}\n${bytes}\n---\n`)
  return { ...files, [hostile]: bytes }
}

function wrongWith(input) {
  try {
    const files = Object.entries(input).flatMap(([path, content]) => fileOf(path, Buffer.from(content)))
    return problemsOf(files).slice(0, 3)
  } catch (error) {
    return [`thrown: ${error?.stack?.split('\n').slice(0, 6).join(' | ').slice(0, 900) ?? error}`]
  }
}

function fileOf(path, bytes) {
  return isBinary(bytes) || bytes.length > 1_500_000 || !isReadable(path)
    ? []
    : [{ path, text: decode(bytes).text }]
}

function problemsOf(all) {
  all.sort((a, b) => (a.path < b.path ? -1 : 1))
  const paths = new Set(all.map(file => file.path))
  const byPath = new Map(all.map(file => [file.path, file]))
  const cells = file => pythonIn(file, path => byPath.get(path))
  const chosen = new Map(selectFiles(all, rules, { paths, pythonIn: cells }).map(file => [file.path, file]))
  const times = [performance.now()]
  // What is not chosen is read all the same every other time: that is more to go wrong.
  const parsed = readProgram(
    frontends,
    all.flatMap(file => chosen.get(file.path) ?? (all.length % 2 === 0 ? file : [])),
    { others: all },
  )
  times.push(performance.now())
  const found = examine({ ...parsed, paths, open: path => byPath.get(path) }, rules)
  times.push(performance.now())
  applyIgnores(
    found.findings,
    parsed.remarks,
    rules.rules.map(rule => rule.id),
    true,
  )
  const notices = [...parsed.notices, ...found.notices]
  const report = {
    ...found,
    version: '0',
    rules: rules.rules.map(ruleText),
    suppressed: [],
    policy: [],
    notices,
    verdict: { failOn: 'error', failed: false, blocking: 0 },
    comparison: null,
    files: { seen: all.length, parsed: all.length },
  }
  const problems = [
    ...spanProblems(parsed, byPath),
    ...noticeProblems(notices, byPath),
    ...textProblems(report),
  ]
  if (process.env.FUZZ_SHOW)
    process.stderr.write(
      `${JSON.stringify({ read: times[1] - times[0], examine: times[2] - times[1], notices })}\n`,
    )
  return problems
}

function spanProblems({ units }, byPath) {
  return [...units.values()].flatMap(unit =>
    unit.blocks.flatMap(block => [
      ...block.next
        .filter(edge => !unit.blocks[edge.to])
        .map(edge => `edge: ${unit.name} leads to ${edge.to}`),
      ...block.facts.flatMap(fact => misplaced(fact.span, byPath)),
    ]),
  )
}

function misplaced(span, byPath) {
  const { file, start, end } = onDisk(span)
  const fits =
    byPath.get(file.path)?.text === file.text && start >= 0 && start <= end && end <= file.text.length
  return fits ? [] : [`span: ${file.path}:${start}-${end}`]
}

function noticeProblems(notices, byPath) {
  return notices.flatMap(({ path, line, message }) => {
    const lines = byPath.get(path)?.text.split(/\r\n|\r|\n/).length ?? -1
    return line >= 0 && line <= lines ? [] : [`notice: ${path}:${line} of ${lines}: ${message}`]
  })
}

// What acts on a terminal or on a CI system; JSON may hold anything as escapes, and SARIF is JSON.
function textProblems(report) {
  const written = Object.entries(formats).map(([format, write]) => [
    format,
    write(report, { showGuarded: true }),
  ])
  const pages = [
    ['summary', summarise(report, null)],
    ['comment', commentOn(report, null, [])],
  ]
  return [...written, ...pages].flatMap(([format, text]) => {
    const bad = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.exec(text)
    const command = (
      format === 'azure' ? /##(?!vso\[task\.logissue type=)(?=\w*\[)|^\s*::/m : /##(?=\w*\[)|^\s*::/m
    ).exec(text)
    const large = text.length > 60_000_000 ? [`${format}: ${text.length} characters`] : []
    return [bad, command]
      .flatMap(hit => (hit ? [`${format}: ${JSON.stringify(text.slice(hit.index, hit.index + 40))}`] : []))
      .concat(large)
  })
}
