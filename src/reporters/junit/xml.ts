import XMLBuilder from 'fast-xml-builder'
import { visible } from '../../base/visible'

/** An element: attributes begin with `@_`, text is `#text`, a list is that element several times. */
export interface Element {
  readonly [name: string]: string | number | Element | readonly Element[]
}

/** A document with this root. Text has to come from `xmlText`. */
export function xmlDocument(name: string, root: Element): string {
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    format: true,
    // Otherwise an attribute with the value `true` would be written without any value, as HTML allows and XML does not.
    suppressBooleanAttributes: false,
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [name]: root })}`
}

/** Text with nothing in it that XML cannot hold, in one line. */
export function xmlText(text: string): string {
  // These two are the only characters that XML forbids and `visible` leaves alone. https://www.w3.org/TR/xml/#charsets
  return visible(text).replace(/[\ufffe\uffff]/g, character => `\\u${character.charCodeAt(0).toString(16)}`)
}
