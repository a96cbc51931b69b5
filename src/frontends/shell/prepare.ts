/** What the parser shall see, of the same length as the file, so that every offset stays true. */
export function prepare(text: string): string {
  return (
    text
      // A carriage return before the end of a line is no part of a word to whoever wrote it.
      .replace(/\\\r\n/g, ' \\\n')
      .replace(/\r(?=\n|$)/g, ' ')
      // `\`# …\`` in the middle of a command runs nothing.
      .replace(/`#[^`\n]*`/g, spaces)
      // The grammar has no line that goes on behind the end of the file.
      .replace(/\\\s*$/, spaces)
      // Nor has it a text to read behind a redirection; a file to read is the nearest thing that it has.
      .replace(/([0-9&]?>>?&?[ \t]*[\w./&"${}-]+[ \t]*)<<</g, '$1<  ')
  )
}

function spaces(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}
