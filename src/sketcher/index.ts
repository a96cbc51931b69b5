import { openSketcher, type SketchWords } from '../analysis/selection/sketch'
import { toBytes } from '../base/packed'
import { serve } from '../files/threads'

// What a thread does that sketches files for a scan.
void serve<string, SketchWords>(async words => {
  const { sketch } = openSketcher(words)
  return text => toBytes(sketch(text))
})
