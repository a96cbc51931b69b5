import { once } from '../../base/once'
import type { SourceFile } from '../../program'
import { withoutProse } from './prose'
import type { Sketch } from './sketch'
import { type Use, useAt } from './uses'

/** What choosing files asks of the text of a file that it leaves out in the end, beside its sketch. */
export interface Probe {
  /** Whether a name stands in the text. */
  says(name: string): boolean
  /** Whether a function or class of this name stands at its top. */
  defines(name: string): boolean
  /** Whether a pattern without flags stands in it. */
  matches(pattern: RegExp): boolean
  /** Opens the uses of the sketch, each by its number; `null` for an import. */
  uses(): (number: number) => Use | null
}

/** Asks the text of a file. */
export function openProbe(file: SourceFile, { uses }: Pick<Sketch, 'uses'>): Probe {
  return new TextProbe(file, uses)
}

// A class, as outlines are.
class TextProbe implements Probe {
  constructor(
    private readonly file: SourceFile,
    private readonly places: Sketch['uses'],
  ) {}

  says(name: string): boolean {
    const { text } = this.file
    return text.includes(name) && new RegExp(`\\b${name}\\b`).test(text)
  }

  defines(name: string): boolean {
    const { text } = this.file
    return (
      text.includes(name) && new RegExp(`^(?:async[ \\t]+)?(?:def|class)[ \\t]+${name}\\b`, 'm').test(text)
    )
  }

  matches(pattern: RegExp): boolean {
    return pattern.test(this.file.text)
  }

  uses(): (number: number) => Use | null {
    const { file, places } = this
    // Not for longer: there are many files.
    let code: string | null = null
    const inProse = (at: number): boolean => {
      code ??= withoutProse(file.text)
      return code[at] !== file.text[at]
    }
    return number => {
      const at = places[2 * number]
      return at === undefined ? null : useAt(file.text, at, inProse)
    }
  }
}

/** A probe that writes down what it is asked. */
export interface Recording {
  readonly probe: Probe
  /** Each question with its answer. */
  readonly log: ReadonlyMap<string, string>
}

// A use is told by the number of its word, and by how many of that word stand before it.
type Question =
  | readonly ['says' | 'defines' | 'matches', string]
  | readonly ['use' | 'given' | 'prose', word: number, nth: number]

/** Writes down what is asked of a probe. */
export function recorded(plain: Probe, { uses }: Pick<Sketch, 'uses'>): Recording {
  const log = new Map<string, string>()
  const places = once(() => placesOf(uses))
  const keep = <Answer>(question: Question, answer: Answer): Answer => {
    log.set(JSON.stringify(question), JSON.stringify(answer))
    return answer
  }
  const probe: Probe = {
    says: name => keep(['says', name], plain.says(name)),
    defines: name => keep(['defines', name], plain.defines(name)),
    matches: pattern => keep(['matches', pattern.source], plain.matches(pattern)),
    uses: () => {
      const open = plain.uses()
      return number => {
        const { word, nth } = places()[number] ?? nowhere
        const use = open(number)
        keep(['use', word, nth], use && fieldsOf(use))
        if (!use) return null
        return {
          ...use,
          given: () => keep(['given', word, nth], use.given()),
          inProse: () => keep(['prose', word, nth], use.inProse()),
        }
      }
    },
  }
  return { probe, log }
}

/** What a probe says to such questions. */
export function answersTo(
  questions: readonly string[],
  probe: Probe,
  { uses }: Pick<Sketch, 'uses'>,
): readonly string[] {
  const places = placesOf(uses)
  const open = probe.uses()
  const answers = questions.map(asked => {
    const question = JSON.parse(asked) as Question
    if (question[0] === 'says' || question[0] === 'defines') return probe[question[0]](question[1])
    if (question[0] === 'matches') return probe.matches(new RegExp(question[1]))
    const [what, word, nth] = question
    const use = open(places.findIndex(place => place.word === word && place.nth === nth))
    if (what === 'use') return use && fieldsOf(use)
    return what === 'given' ? (use?.given() ?? null) : (use?.inProse() ?? null)
  })
  return answers.map(answer => JSON.stringify(answer))
}

/** How often the words are used of which such questions ask: who asks for one use asks for all. */
export function usesAsked(questions: readonly string[], { uses }: Pick<Sketch, 'uses'>): number {
  const words = new Set(
    questions.flatMap(asked => {
      const [what, word] = JSON.parse(asked) as Question
      return what === 'use' ? [word] : []
    }),
  )
  return uses.filter((word, at) => at % 2 === 1 && words.has(word)).length
}

interface Place {
  readonly word: number
  readonly nth: number
}

const nowhere: Place = { word: -1, nth: 0 }

function placesOf(uses: readonly number[]): readonly Place[] {
  const counts = new Map<number, number>()
  return uses.flatMap((word, at) => {
    if (at % 2 === 0) return []
    const nth = counts.get(word) ?? 0
    counts.set(word, nth + 1)
    return [{ word, nth }]
  })
}

// Where in the text it stands decides nothing.
function fieldsOf({ method, dotted, chain, other, args }: Use) {
  return { method, dotted, chain, other, args }
}
