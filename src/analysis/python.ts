/** Whether code of this path is Python: a file of it, a notebook, or what a document holds of it. */
export function isPython(path: string): boolean {
  return /\.(?:pyw?|ipynb|qmd)(?:\.\w+)?$|#python-\d+$/.test(path)
}
