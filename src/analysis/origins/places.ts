import { shortened } from '../../base/shortened'
import type { Program, Value } from '../../program'
import { foldersIn } from '../folders'
import type { Knowledge } from '../knowledge'
import { hole } from '../possible'
import { isAbsolute, normalised, type Spelling, spellingsOf } from './spelling'
import { type Scene, waysOf } from './trace'
import { type From, isChosenByStrangers, type Trail, unknownWay, type Way } from './trail'

/** Where the file lies that a written path or address names, and who chooses the parts of it that are not written. */
export function placesOf(scene: Scene, value: Value): readonly Way[] {
  if (value.kind === 'constant' && value.value === null) return []
  const spellings = spellingsOf(scene.sources.linked, value, scene.file, scene.search.book)
  // Each is followed once: there are only so many steps.
  const parts = partsOf(value).map(part => waysOf({ ...scene, named: true }, part))
  const [base = unknownWay] = parts
  const chosen = parts.flat().filter(isChosenByStrangers)
  const open = spellings.filter(spelling => spelling.text.startsWith(hole))
  const written = spellings.filter(spelling => !spelling.text.startsWith(hole))
  const dynamic = open.length === 0 ? [] : base
  return [...written.flatMap(spelling => placesWritten(scene, spelling, value)), ...dynamic, ...chosen]
}

// A run that this program has started holds what it has put there itself.
function placesWritten(scene: Scene, spelling: Spelling, value: Value): readonly Way[] {
  const entry = addressOf(scene, spelling)?.entry
  const own = entry?.shared === false ? partsOf(value).map(part => waysOf(scene, part)) : []
  const isOwn = (ways: readonly Way[]): boolean => ways.length > 0 && ways.every(way => way?.from === 'self')
  return own.find(isOwn) ?? [placeOf(scene, spelling)]
}

// The parts of a path that is put together, the first of which says where it begins, unless a template does.
function partsOf(value: Value): readonly Value[] {
  if (value.kind === 'text') return value.parts
  if (value.kind === 'operation')
    return value.operator === '%' ? value.operands.slice(1).flatMap(filledIn) : value.operands
  if (value.kind !== 'result') return []
  const { callee, arguments: args } = value.call
  const parts = args.map(argument => argument.value)
  const isMethod = callee.kind === 'field' && /^(joinpath|with_name|with_suffix)$/.test(callee.name)
  return isMethod ? [callee.of, ...parts] : parts
}

function filledIn(value: Value): readonly Value[] {
  return value.kind === 'collection' ? value.items : [value]
}

// `models/*.pkl`, `${MODEL_PATH}`, `{{ model_path }}`, `<your-model>`
const filledLater = /[*?[]|\{[^{}]*\}|<[^<>]*>/

function placeOf(scene: Scene, spelling: Spelling): Way {
  const { linked } = scene.sources
  const address = addressOf(scene, spelling)
  if (address) return trail(scene, address.entry.from ?? 'elsewhere', address.entry.says ?? '')
  if (!spelling.anchored && isAbsolute(spelling.text))
    return trail(scene, 'volume', `lies outside of this repository, at \`${visible(plain(spelling.text))}\``)
  const path = normalised(spelling)
  if (path === null) return trail(scene, 'volume', 'lies outside of this repository')
  const tracked = trackedPath(linked.program, path, spelling.anchored ? null : scene.file.path)
  if (tracked === 'folder') return null
  if (tracked) return trail(scene, 'tracked', `is \`${visible(tracked.file)}\`, a file of this repository`)
  if (scene.search.names === 'model' || path === '') return null
  if (path.includes(hole) || filledLater.test(path))
    return trail(scene, 'elsewhere', 'is a file whose name is only known when the program runs')
  return trail(scene, 'elsewhere', `is \`${visible(path)}\`, which this repository does not contain`)
}

// What joins parts may put a second slash between them.
function plain(path: string): string {
  return path.replace(/\/{2,}/g, '/')
}

function addressOf(
  { sources }: Scene,
  { anchored, text }: Spelling,
): Knowledge['addresses'][number] | undefined {
  return anchored ? undefined : sources.linked.knowledge.addresses.find(({ start }) => text.startsWith(start))
}

function trail({ seen }: Scene, from: From, says: string): Trail {
  return { from, says, steps: [{ span: seen, says: `The artifact ${says}` }], written: true }
}

/**
 * What the repository has at a path; `null` where it has nothing there. A relative path begins where the program was
 * started: most often beside the file, or in a folder above it.
 */
export function trackedPath(
  program: Program,
  path: string,
  near: string | null,
): { file: string } | 'folder' | null {
  const starts = near === null ? [''] : foldersAbove(near)
  const places = starts.flatMap(
    start => normalised({ text: start === '' ? path : `${start}/${path}`, anchored: true }) ?? [],
  )
  const file = places.find(place => program.paths.has(place))
  if (file) return { file }
  const folders = foldersIn(program)
  return places.some(place => folders.has(place)) ? 'folder' : null
}

function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return [...parts.map((_, at) => parts.slice(0, parts.length - at).join('/')), '']
}

/** A text of the repository as a message shows it: a hole as people write one, and no mark-up. */
export function visible(text: string): string {
  return shortened(text.replaceAll(hole, '…').replaceAll('`', "'"), 80)
}
