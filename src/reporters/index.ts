import { azure } from './azure'
import { bitbucket } from './bitbucket'
import { codeQuality } from './codequality'
import type { Format } from './format'
import { gitlab } from './gitlab'
import { json } from './json'
import { junit } from './junit'
import { markdown } from './markdown'
import { pretty } from './pretty'
import { sarif } from './sarif'

export type { Format, FormatOptions } from './format'
export type FormatName =
  | 'pretty'
  | 'sarif'
  | 'json'
  | 'markdown'
  | 'junit'
  | 'gitlab'
  | 'gitlab-codequality'
  | 'azure'
  | 'bitbucket'

/** Every output format by its name on the command line. */
export const formats: Readonly<Record<FormatName, Format>> = {
  pretty,
  sarif,
  json,
  markdown,
  junit,
  gitlab,
  'gitlab-codequality': codeQuality,
  azure,
  bitbucket,
}
