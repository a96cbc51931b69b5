import { escapeControls } from './visible'

/** A wrong option, configuration or rule file. The message is one line: what, where and what to write instead. */
export class UserError extends Error {
  override readonly name = 'UserError'

  constructor(message: string) {
    super(escapeControls(message))
  }
}
