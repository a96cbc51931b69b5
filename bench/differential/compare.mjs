import { requireSource } from '../typescript.mjs'

const { lineOf } = requireSource('src/base/lines.ts')

/** What differs between the reading of one file and what CPython says of its units. */
export function compareFile(reading, expected) {
  const ours = new Map(reading.units.map(unit => [placeOf(unit), unit]))
  const totals = { units: 0, calls: 0, names: 0, resolutions: 0, differences: [] }
  const places = new Map(expected.map(unit => [unit.at, unit]))
  const declared = globalsBoundInside(expected)
  for (const unit of expected) {
    const own = ours.get(unit.at)
    const line = unit.at === 'module' ? 1 : Number(unit.at.split(':')[0])
    const differ = (kind, says, at = line) => totals.differences.push({ kind, line: at, says })
    if (!own) {
      if (!unit.imprecise) differ('unit', `${unit.kind} is missing`)
      continue
    }
    totals.units += 1
    totals.calls += unit.calls.length
    compareCalls(own, unit, differ)
    if (!unit.names) continue
    totals.names += compareBound(own, unit, declared, differ)
    totals.resolutions += compareResolved(own, unit, { reading, places, declared }, differ)
  }
  for (const place of ours.keys())
    if (!places.has(place) && !expected.some(unit => unit.imprecise))
      totals.differences.push({ kind: 'unit', line: place, says: 'is invented' })
  return totals
}

function placeOf(unit) {
  if (unit.kind === 'module') return 'module'
  const { line, start } = lineAt(unit.file.text, unit.span.start)
  return `${line}:${unit.span.start - start}`
}

function lineAt(text, offset) {
  const { line } = lineOf(text, offset)
  return { line, start: Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1 }
}

function compareCalls(own, unit, differ) {
  const reached = reachedBlocks(own.blocks)
  const seen = new Map()
  for (const [at, block] of own.blocks.entries())
    for (const fact of block.facts)
      if (fact.kind === 'call' && !isEntry(fact)) remember(seen, fact, reached.has(at))
  const all = [...seen.values()]
  const later = []
  for (const call of unit.calls) {
    const match = call[0] > 0 && all.find(one => !one.matched && one.line === call[0] && agrees(one, call))
    if (match) accept(match, call, differ)
    else later.push(call)
  }
  for (const call of later) {
    const match = call[0] === 0 && all.find(one => !one.matched && agrees(one, call))
    if (match) accept(match, call, differ)
    else differ('lost', call[1] ?? '(…)', call[0] || undefined)
  }
  for (const one of all) if (!one.matched) differ('invented', one.name, one.line)
}

// What `with` does to its value; nobody wrote a call there.
function isEntry({ callee, span, name }) {
  return callee.kind === 'field' && callee.name === '__enter__' && span.end === name.end
}

// A call in a `finally` body is one call, and reached if one of its copies is.
function remember(seen, fact, reached) {
  const key = `${fact.span.start}:${fact.span.end}`
  const known = seen.get(key)
  if (known) known.reached ||= reached
  else {
    const { text } = fact.name.file
    const name = text.slice(fact.name.start, fact.name.end)
    seen.set(key, { name, line: lineOf(text, fact.name.start).line, reached, matched: false })
  }
}

function agrees(one, [, name]) {
  return name === null ? !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(one.name) : one.name.normalize('NFKC') === name
}

function accept(match, [line, name, dead, annotation], differ) {
  match.matched = true
  if (annotation) return
  if (dead && match.reached) differ('alive', name ?? '(…)', line || match.line)
  if (!dead && !match.reached) differ('dead', name ?? '(…)', line || match.line)
}

function reachedBlocks(blocks) {
  const reached = new Set([0])
  for (const at of reached) for (const edge of blocks[at].next) reached.add(edge.to)
  return reached
}

/** Names that some function declares global and binds: they are variables of the module. */
function globalsBoundInside(units) {
  const inner = units.filter(unit => unit.at !== 'module' && unit.names)
  return new Set(
    inner.flatMap(unit => Object.keys(unit.names).filter(name => unit.names[name] === 'global+')),
  )
}

function compareBound(own, unit, declared, differ) {
  const expected = new Set(Object.keys(unit.names).filter(name => unit.names[name] === 'local'))
  if (unit.at === 'module')
    for (const name of [...declared, ...Object.keys(unit.names).filter(n => unit.names[n] === 'global+')])
      expected.add(name)
  for (const name of expected) if (!own.bound.has(name)) differ('bound', `${name} is not bound`)
  for (const name of own.bound.keys()) if (!expected.has(name)) differ('bound', `${name} is bound`)
  return expected.size
}

function compareResolved(own, unit, { reading, places, declared }, differ) {
  if (own.kind === 'class') return 0
  const units = new Map(reading.units.map(one => [one.name, one]))
  const module = places.get('module').names
  let count = 0
  for (const value of valuesOf(own)) {
    if (value.kind === 'variable') {
      count += 1
      const owner = units.get(value.unit)
      const wanted = ownerOf(own, unit, value.name, units, places)
      if (wanted !== null && owner !== wanted)
        differ('resolved', `${value.name} belongs to ${wanted.label}, not to ${owner?.label}`)
    } else if (value.kind === 'name' && value.from === null && own.kind === 'function') {
      count += 1
      const means = unit.names[value.name]
      const known = means === 'free' || means === 'local' || module[value.name] === 'local'
      if (means !== undefined && (known || declared.has(value.name)))
        differ('resolved', `${value.name} is taken for a builtin`)
    }
  }
  return count
}

/** The unit whose variable `name` is, as the symbol tables have it; `null` where they do not say. */
function ownerOf(own, unit, name, units, places) {
  const means = unit.names[name]
  if (means === undefined) return null
  const module = [...units.values()].find(one => one.kind === 'module')
  if (own.kind === 'module' || means.startsWith('global') || means === 'outer') return module
  if (means === 'local') return own
  for (let at = units.get(own.parent); at; at = units.get(at.parent)) {
    if (at.kind === 'class') continue
    if (places.get(placeOf(at))?.names?.[name] === 'local') return at
  }
  return null
}

function valuesOf(unit) {
  const found = new Set()
  const open = unit.blocks.flatMap(block => block.facts.flatMap(factValues))
  while (open.length > 0) {
    const value = open.pop()
    if (found.has(value)) continue
    found.add(value)
    open.push(...inside(value))
  }
  return found
}

function factValues(fact) {
  if (fact.kind === 'call') return [fact.callee, ...fact.arguments.map(argument => argument.value)]
  if (fact.kind === 'store') return [fact.of, fact.value]
  return [fact.value]
}

function inside(value) {
  switch (value.kind) {
    case 'field':
    case 'instance':
      return [value.of]
    case 'item':
      return [value.of, value.key]
    case 'operation':
      return value.operands
    case 'mix':
      return value.of
    case 'text':
      return value.parts
    case 'collection':
      return value.items
    case 'dictionary':
      return value.entries.flatMap(entry => (entry.key ? [entry.key, entry.value] : [entry.value]))
    default:
      return []
  }
}
