import type { Format } from './format'
import { json } from './json'
import { pretty } from './pretty'
import { sarif } from './sarif'

export type { Format, FormatOptions } from './format'
export type FormatName = 'pretty' | 'sarif' | 'json'

/** Every output format by its name on the command line. */
export const formats: Readonly<Record<FormatName, Format>> = { pretty, sarif, json }
