import { once } from '../base/once'
import type { AnswerRule } from '../rules/answers-schema'
import type { Catalog } from '../rules/schema'
import { escapeName } from './knowledge'

/** What words say of answers, and names of what keeps them. */
export interface Answers {
  /** Whether a text agrees. */
  readonly agrees: (text: string) => boolean
  /** Whether it does not; who says nothing does not agree. */
  readonly refuses: (text: string) => boolean
  /** Whether a verdict says with this text that something has passed. */
  readonly passes: (text: string) => boolean
  /** Whether a record says under this key whether somebody has approved. */
  readonly isApproval: (key: string) => boolean
  /** Whether it does so where the value says what it is. */
  readonly isDecision: (key: string) => boolean
  /** Whether a value says that it is an approval. */
  readonly isGranted: (text: string) => boolean
  /** Whether whoever starts a pipeline types into this input that they mean it. */
  readonly isConfirmation: (input: string) => boolean
  /** Whether a field holds such keys. */
  readonly isRecord: (field: string) => boolean
  /** Whether a method writes one. */
  readonly writes: (method: string) => boolean
}

/** Arranges what the catalogue knows of answers. */
export function arrangeAnswers(catalogs: readonly Catalog[]): Answers {
  const fits = (list: keyof AnswerRule): ((text: string) => boolean) =>
    among(catalogs.flatMap(({ answers }) => answers?.[list] ?? []))
  const [agrees, refuses, isGranted] = [fits('yes'), fits('no'), fits('granted')]
  return {
    agrees: text => agrees(text) || isGranted(text),
    refuses: text => text === '' || refuses(text),
    passes: fits('passed'),
    isApproval: fits('approvals'),
    isDecision: fits('decisions'),
    isGranted,
    isConfirmation: fits('confirmations'),
    isRecord: fits('records'),
    writes: fits('writers'),
  }
}

function among(words: readonly string[]): (text: string) => boolean {
  const pattern = once(
    () => new RegExp(`^(?:${words.map(word => escapeName(word).replaceAll('*', '[^]*')).join('|')})$`, 'i'),
  )
  return text => words.length > 0 && pattern().test(text)
}
