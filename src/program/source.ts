/** A text file of the scanned tree. `path` is relative to the root, with forward slashes. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** Half-open UTF-16 offsets into the text of the file on disk. */
export interface Span {
  readonly file: SourceFile
  readonly start: number
  readonly end: number
}

/** Something that could not be read. It is in every report, and the scan goes on. */
export interface Notice {
  readonly path: string
  /** 1-based; 0 where the whole file is meant. */
  readonly line: number
  readonly kind: 'too-large' | 'binary' | 'encoding' | 'syntax' | 'unsupported' | 'unreadable' | 'limit'
  readonly message: string
}
