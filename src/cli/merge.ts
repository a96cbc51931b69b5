import { readTextFile } from '../files/text-file'
import { mergeParts } from '../scan/merge'
import { parsePart } from '../scan/parts'
import type { MergeRequest } from './asked'
import { planReports } from './formats'
import { tellReport } from './report'

// What it holds is packed, with the text of every file that something was found in.
const mostBytes = 256 * 1024 * 1024

/** Makes one report of those of all shards, writes it, and returns the exit code that one scan would have. */
export async function mergeShards(request: MergeRequest, version: string): Promise<number> {
  const here = process.cwd()
  const plan = planReports(request, here, here)
  const parts = request.files.map(file => parsePart(readTextFile(file, file, mostBytes), file, version))
  return tellReport(await mergeParts(parts), plan, request)
}
