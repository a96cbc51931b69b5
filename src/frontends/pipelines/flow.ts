import { unknown } from '../../program'
import { addCall, addEdge, addFact, bind, goTo, leave, newBlock, seal } from '../builder'
import { copyBody } from '../effort'
import { askFor } from './asking'
import { withLocals } from './locals'
import type { Flow } from './pipeline'
import { fail, handling, type Run, runSteps, startDead } from './steps'

/** Runs steps that stand inside a step. */
export function runFlow(run: Run, flow: Flow): void {
  const { builder } = run
  switch (flow.kind) {
    case 'group':
      return runGroup(run, flow)
    case 'choice':
      return choose(run, flow)
    case 'attempt':
      return attempt(run, flow)
    case 'parallel':
      return startParts(run, flow)
    case 'set':
      return bind(builder, flow.name, withLocals(builder, flow.value))
    case 'fail':
      return fail(run, flow.span)
    case 'leave':
      return leaveGroup(run, flow)
  }
}

function runGroup(run: Run, { steps, left }: Extract<Flow, { kind: 'group' }>): void {
  if (!left) return runSteps(run, steps)
  const end = newBlock(run.builder)
  runSteps({ ...run, exit: end }, steps)
  arriveAt(run, end)
}

function arriveAt({ builder }: Run, block: number): void {
  goTo(builder, block)
  seal(builder, block)
  builder.at = block
}

function leaveGroup({ builder, exit }: Run, { value, span }: Extract<Flow, { kind: 'leave' }>): void {
  if (exit !== null) {
    goTo(builder, exit)
    return startDead(builder)
  }
  addFact(builder, { kind: 'return', value: value ? withLocals(builder, value) : unknown, span })
  leave(builder, 'return')
}

function choose(run: Run, { test, yes, no, span }: Extract<Flow, { kind: 'choice' }>): void {
  const { builder } = run
  const value = withLocals(builder, test)
  if (value.kind === 'constant') return runSteps(run, value.value ? yes : no)
  const past = askFor(builder, { test: value, span })
  if (past === null) return
  const after = newBlock(builder)
  runSteps(run, yes)
  goTo(builder, after)
  builder.at = past
  runSteps({ ...run, prefix: `${run.prefix}else.` }, no)
  arriveAt(run, after)
}

function attempt(run: Run, { steps, rescue, last }: Extract<Flow, { kind: 'attempt' }>): void {
  const { builder } = run
  const { frames } = builder
  const [handler, after] = [newBlock(builder), newBlock(builder)]
  builder.frames = [...frames, handling(handler)]
  runSteps(run, steps)
  builder.frames = frames
  // What comes at the end stands once on each way, and twice as often in each end around it.
  const end = (): void =>
    copyBody(builder.effort, 100 * last.length, () =>
      runSteps({ ...run, prefix: `${run.prefix}finally.` }, last),
    )
  end()
  goTo(builder, after)
  seal(builder, handler)
  builder.at = handler
  if (rescue) runSteps({ ...run, prefix: `${run.prefix}catch.` }, rescue)
  end()
  if (!rescue) fail(run, run.job.span)
  arriveAt(run, after)
}

// None of them waits for another, and what each has shown at its end holds behind all of them.
function startParts(run: Run, { parts, span }: Extract<Flow, { kind: 'parallel' }>): void {
  const { builder, pipeline } = run
  const entry = builder.at
  const end = newBlock(builder)
  for (const id of parts) {
    const block = newBlock(builder)
    addEdge(builder, entry, { to: block })
    seal(builder, block)
    builder.at = block
    addCall(builder, { kind: 'function', unit: `${pipeline.name}:${id}` }, [], span, span)
    goTo(builder, end)
  }
  builder.at = entry
  if (parts.length === 0) goTo(builder, end)
  seal(builder, end)
  builder.at = end
  for (const id of parts)
    addFact(builder, { kind: 'after', unit: `${pipeline.name}:${id}`, regardless: null, span })
}
