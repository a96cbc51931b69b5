/** The words of a text that is written as names are: `champion_f1`, `bestModel`, `"models:/churn@champion"`. */
export function wordsIn(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
}
