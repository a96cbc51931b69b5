import { z } from 'zod'
import { names, provenance } from './schema-words'

const someNames = names.default([])

const callee = {
  call: someNames.describe(
    'last names of calls, wherever in the packages they are imported from: `PythonOperator`; `*Sensor` for all that end so',
  ),
  decorates: someNames.describe('decorators, in the same way: `task.branch`'),
  parameters: z.array(z.string()).default([]).describe('names of the positional parameters, in order'),
}

export const engineSchema = z.strictObject({
  name: z.string().describe('what its users call it'),
  packages: z.array(z.string()).min(1).describe('the packages from which all of its names are imported'),
  pipelines: z
    .array(
      z.strictObject({
        ...callee,
        name: z.string().describe('the argument that names it').optional(),
        schedule: someNames.describe('arguments that say when it starts by itself'),
        defaults: z.string().describe('the argument with what holds for each of its tasks').optional(),
        steps: z.string().describe('the argument that lists the tasks that always run').optional(),
        ...provenance,
      }),
    )
    .default([])
    .describe('what makes a pipeline'),
  groups: z
    .array(z.strictObject({ ...callee, name: z.string().optional(), ...provenance }))
    .default([])
    .describe('what holds several tasks that are ordered as if they were one'),
  tasks: z
    .array(
      z.strictObject({
        ...callee,
        name: z.string().describe('the argument that names it').optional(),
        runs: z
          .string()
          .describe('the argument with the function that it runs; itself where absent')
          .optional(),
        defers: z.string().describe('the argument with a call that is put off until it runs').optional(),
        method: z
          .string()
          .describe('the method that runs where the repository has a class of its own: `execute`')
          .optional(),
        file: z.string().describe('the argument with the path of the script that it runs').optional(),
        positional: z.string().describe('the argument with what that function is given by place').optional(),
        named: z.string().describe('the argument with what that function is given by name').optional(),
        lets: z
          .enum(['chosen', 'true', 'answer', 'passed'])
          .describe(
            'which of the next tasks run: those that its result names, all where it is true, where a person says so, where its result has `passed`',
          )
          .optional(),
        'of-callee': z
          .boolean()
          .default(false)
          .describe('what runs is the call that made what is called: `step = command("…")`, then `step()`'),
        defined: z
          .boolean()
          .default(false)
          .describe('a function under such a decorator is a task where it stands, and nobody calls it'),
        checks: z
          .strictObject({
            of: z.string().describe('the argument with the task that it checks'),
            blocking: z.string().describe('the argument that lets those after that one wait for it'),
            tolerates: z
              .array(z.string())
              .default([])
              .describe('words by which its failure counts for nothing'),
          })
          .describe('it looks at what another task has made, before those after that one go on')
          .optional(),
        'all-below': z
          .strictObject({ argument: z.string(), default: z.boolean() })
          .describe('whether what it holds back is held back to the end, whatever rules stand further below')
          .optional(),
        ...provenance,
      }),
    )
    .default([])
    .describe('what makes a task; the first entry that fits decides'),
  making: someNames.describe('methods of the function of a task that make a task of it: `expand`'),
  order: z
    .strictObject({
      operators: z.boolean().default(false).describe('`first >> second` and `second << first`'),
      before: someNames.describe('methods of a task whose arguments come after it: `set_downstream`'),
      after: someNames.describe('methods of a task whose arguments come before it: `set_upstream`'),
      chain: someNames.describe('calls whose arguments come one after another'),
      cross: someNames.describe('calls whose second list comes after all of the first'),
      labels: someNames.describe(
        'what may stand between two tasks to say why the one comes after the other: `Label`',
      ),
      arguments: someNames.describe('arguments of a task that name those before it'),
      names: z
        .boolean()
        .default(false)
        .describe('a task may be given by its name: `depends_on=["evaluate"]`'),
      parameters: z
        .boolean()
        .default(false)
        .describe('a task comes after those that its parameters are named after'),
      results: z.boolean().default(false).describe('a task comes after those whose results it is given'),
      ...provenance,
    })
    .optional(),
  trigger: z
    .strictObject({
      argument: z.string().describe('the argument with the rule by which a task starts').optional(),
      success: z.array(z.string()).default([]).describe('all before it went well'),
      unfailed: z.array(z.string()).default([]).describe('none before it failed; they may have been skipped'),
      one: z.array(z.string()).default([]).describe('one before it went well'),
      skipping: z
        .array(z.string())
        .default([])
        .describe('words in the file of a function, or arguments of a task, by which it may skip itself'),
      regardless: someNames.describe('methods that let a task start whatever came of those before it'),
      ...provenance,
    })
    .optional(),
  conditions: z
    .array(
      z.strictObject({
        call: names,
        parameters: z.array(z.string()).default([]),
        is: z.enum(['if', 'elif', 'else']),
        asks: z.string().describe('the argument with the condition').default('condition'),
        ...provenance,
      }),
    )
    .default([])
    .describe('contexts whose tasks run where a condition holds'),
  branches: z
    .array(
      z.strictObject({
        call: names,
        parameters: z.array(z.string()).default([]),
        asks: z.string().describe('the argument with the conditions, all of which have to hold'),
        met: z.string().describe('the argument with the tasks that run then'),
        unmet: z.string().describe('the argument with those that run where one does not hold'),
        ...provenance,
      }),
    )
    .default([])
    .describe('tasks that choose between others'),
  comparisons: z
    .array(
      z.strictObject({
        call: names,
        parameters: z.array(z.string()),
        operator: z.enum(['<', '<=', '>', '>=', '==', 'in', 'not', 'or']),
        operands: z.array(z.string()).min(1).describe('the arguments that it compares or joins'),
        ...provenance,
      }),
    )
    .default([])
    .describe('calls that stand for an operator'),
  reads: z
    .array(z.strictObject({ call: names, parameters: z.array(z.string()), key: z.string(), ...provenance }))
    .default([])
    .describe('calls that read a number by its name: `JsonGet(json_path="metrics.auc")`'),
  outputs: z
    .strictObject({
      only: someNames.describe('fields of a task that are what its function gives back'),
      named: someNames.describe('fields of a task that hold, by name, parts of what its function gives back'),
      ...provenance,
    })
    .optional(),
})

export type EngineRule = z.infer<typeof engineSchema>
export type TaskRule = EngineRule['tasks'][number]
export type PipelineRule = EngineRule['pipelines'][number]
