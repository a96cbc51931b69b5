import type { SourceFile } from '../program'

/** Lets go of the text of a file. Whoever asks for it has it read again, once, by `read`. */
export function release(file: SourceFile, read: (path: string) => string): void {
  hold(file, {
    get: () => {
      const text = read(file.path)
      hold(file, { value: text, writable: true })
      return text
    },
  })
}

// Enumerable, as if nothing had happened: copies have the text.
function hold(file: SourceFile, text: PropertyDescriptor): void {
  Object.defineProperty(file, 'text', { ...text, enumerable: true, configurable: true })
}
