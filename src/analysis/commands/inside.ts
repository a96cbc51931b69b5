import type { Argument, Program, Unit } from '../../program'
import type { Launcher } from '../../rules/schema'
import { folderOf, joined } from './folders'
import { assignmentOf, valuesOf } from './given'
import { type Asked, type Images, nameOf, writtenAt } from './images'
import { wordOf } from './lines'
import { absolute, folderAt, type Mount, onHost, type Place } from './places'
import { plainWords } from './tasks'
import { type Ground, pathNamed, placeOf, type Stand, spelled } from './worktree'

/** What `docker run` starts: a unit with its words, or words that run in the container as they are. */
export interface Container {
  readonly unit: Unit | null
  readonly words: readonly Argument[]
  readonly environment: readonly Argument[]
  /** Where those words may run. */
  readonly places: readonly Place[]
}

/** The tree, and what images are built in it. */
export interface Harbour extends Ground {
  readonly images: Images
}

/** The container that a command starts, and what of the repository lies in it; `null` where no image is named. */
export function containerOf(harbour: Harbour, asked: Asked, file: string, stand: Stand): Container | null {
  const { launcher } = asked
  const [image, ...rest] = plainWords(launcher, asked.words)
  if (!image) return null
  const { program } = harbour
  const own = asked.words.slice(0, asked.words.length - rest.length - 1)
  const entrypoint = valuesOf(own, launcher.entrypoint).at(-1)
  const words = wordsIn(image, entrypoint, rest)
  const path = harbour.images.get(file)?.get(nameOf(image))
  const workdir = valuesOf(own, launcher.workdir).at(-1)
  const places = placesIn(mountsIn(harbour, launcher, own, stand), workdir && spelled(program, workdir.value))
  return {
    unit: path === undefined ? null : startedBy(program, path, words, entrypoint !== undefined),
    words,
    environment: valuesOf(own, launcher.environment).flatMap(word => assignmentOf(word) ?? []),
    places: path === undefined ? places : [...places, ...copiesOf(path)],
  }
}

// Code that is given to the container may stand where its image does; an empty entry point is none.
function wordsIn(
  image: Argument,
  entrypoint: Argument | undefined,
  rest: readonly Argument[],
): readonly Argument[] {
  if (image.value.kind === 'function') return [image]
  return entrypoint && wordOf(entrypoint) !== '' ? [entrypoint, ...rest] : rest
}

function startedBy(
  { units }: Program,
  path: string,
  words: readonly Argument[],
  overridden: boolean,
): Unit | null {
  if (words.length === 0) return units.get(`${path}:start`) ?? null
  return overridden ? null : (units.get(`${path}:entry`) ?? null)
}

// An image has files of the repository in a folder of its own.
function copiesOf(path: string): readonly Place[] {
  return [folderOf(path), ''].map(onHost)
}

// In which folder an image starts what it runs, it does not say: most often in what is put there.
function placesIn(mounts: readonly Mount[], workdir: string | null | undefined): readonly Place[] {
  const own = mounts.filter(({ from }) => from !== null)
  if (workdir === undefined && own.length > 0) return own.map(({ to }) => ({ path: to, mounts }))
  return [{ path: workdir ? absolute('/', workdir) : '', mounts }]
}

function mountsIn(
  harbour: Harbour,
  { mounts }: Launcher,
  words: readonly Argument[],
  stand: Stand,
): readonly Mount[] {
  return valuesOf(words, mounts).flatMap(word => {
    const { from, to } = fieldsOf(spelled(harbour.program, word.value) ?? shownBy(word))
    const folder = from === null ? null : hostFolder(harbour, from, stand)
    return to === null ? [] : [{ from: folder, to: absolute('/', to) }]
  })
}

interface Fields {
  readonly from: string | null
  readonly to: string | null
}

const halves = /^((?:\$\{[^}]*\}|[^:$]|\$(?!\{))+):((?:\$\{[^}]*\}|[^:$]|\$(?!\{))+)/

// `$PWD:/w:ro`, `type=bind,source=$PWD,target=/w`
function fieldsOf(text: string): Fields {
  if (!/(?:^|,)(?:target|destination|dst)=/.test(text)) {
    const [, from = null, to = null] = halves.exec(text) ?? []
    // A path alone is that of a new volume.
    return { from, to: to ?? (text.startsWith('/') ? text : null) }
  }
  const fields = new Map(text.split(',').map(field => [field.split('=')[0], field.replace(/^[^=]*=?/, '')]))
  const first = (...names: readonly string[]): string | null =>
    names.flatMap(name => fields.get(name) ?? [])[0] ?? null
  return {
    from: fields.get('type') === 'bind' ? first('source', 'src') : null,
    to: first('target', 'destination', 'dst'),
  }
}

function hostFolder(ground: Ground, text: string, stand: Stand): string | null {
  const named = pathNamed(ground, text, stand)
  if (named !== null || !/^\.{1,2}(?:\/|$)/.test(text)) return named
  const place = placeOf(ground, stand)
  const folder = place && folderAt(place)
  return folder === null ? null : joined(folder, text)
}

// PowerShell and `cmd` have words of their own for the folder at hand.
function shownBy(word: Argument): string {
  return writtenAt(word)
    .replace(/^["']|["']$/g, '')
    .replace(/^(?:\$\{PWD\}|\$PWD(?:\.Path)?|\$\(pwd\)|%cd%)/i, '${pwd:}')
    .replaceAll('\\', '/')
}
