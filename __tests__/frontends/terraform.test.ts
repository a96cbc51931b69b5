import { readSources } from '../support/analyse'
import { withoutMargin } from '../support/margin'

async function declaredIn(text: string) {
  const program = await readSources({ 'main.tf': withoutMargin(text) })
  return { declared: program.declared.get('main.tf'), notices: program.notices }
}

/** A value as JSON shows it best. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const { kind, ...rest } = value as { kind?: string; [key: string]: unknown }
  if (kind === 'constant') return rest.value
  if (kind === 'name') return `\${${String(rest.name)}}`
  if (kind === 'unknown') return '?'
  if (kind === 'text') return (rest.parts as unknown[]).map(plain).join('')
  if (kind === 'collection') return plain(rest.items)
  if (kind === 'mix') return { either: plain(rest.of) }
  const entries = (rest.entries ?? []) as { key: unknown; value: unknown }[]
  return Object.fromEntries(entries.map(({ key, value: inner }) => [String(plain(key)), plain(inner)]))
}

test.each<[string, string, unknown]>([
  ['a text', '"a"', 'a'],
  ['a text with quotes', '"a \\"b\\""', 'a "b"'],
  ['a text with a hole', '"churn-${var.stage}"', 'churn-${var.stage}'],
  ['a text with blanks around a hole', '" a ${var.b} c "', ' a ${var.b} c '],
  ['a hole with a text in it', '"a${f("${x}")}"', 'a?'],
  ['a long text', '<<-EOT\n    a ${local.b}\n  EOT', '    a ${local.b}\n'],
  ['numbers', '[1, 2.5, -3]', [1, 2.5, '?']],
  ['words', '[true, false, null]', [true, false, null]],
  ['a map', '{ a = 1, "b" : "c", (var.d) = 2 }', { a: 1, b: 'c', '${var.d}': 2 }],
  ['JSON', 'jsonencode({ "1" = 100 })', { '1': 100 }],
  ['a choice', 'var.a ? "b" : "c"', { either: ['b', 'c'] }],
  ['a fallback', 'coalesce(var.a, "b")', { either: ['${var.a}', 'b'] }],
  ['a computed value', 'max(1, 2)', '?'],
  ['a look-up', 'var.a[0].b', '?'],
  ['an operation', '1 + 2', '?'],
  ['a loop', '[for x in var.a : x]', '?'],
  ['a comment', '1 /* one */ # two', 1],
])('%s', async (_, expression, expected) => {
  const { declared, notices } = await declaredIn(`a = ${expression}\n`)
  expect(declared?.blocks.map(({ value }) => plain(value))).toEqual([{ a: expected }])
  expect(notices).toEqual([])
})

test('blocks have labels, settings and blocks of their own', async () => {
  const { declared } = await declaredIn(`
    resource "databricks_model_serving" "churn" {
      name = "churn"
      config {
        routes {
          share = 90
        }
        routes {
          share = 10
        }
        dynamic "tags" {
          for_each = var.tags
          content {
            key = tags.key
          }
        }
      }
    }
    // the end
    variable "tags" {}
  `)
  expect(declared?.broken).toBe(false)
  expect(declared?.blocks.map(({ type, labels, value }) => [type, labels, plain(value)])).toEqual([
    [
      'resource',
      ['databricks_model_serving', 'churn'],
      { name: 'churn', config: { routes: [{ share: 90 }, { share: 10 }], tags: { key: '${tags.key}' } } },
    ],
    ['variable', ['tags'], {}],
  ])
})

test('what is broken is told, and the rest is read', async () => {
  const { declared, notices } = await declaredIn(
    'resource "a" "b" {\n  c = 1\n}\n\nresource "d" "e" {\n  f = [\n}\n',
  )
  expect(declared?.broken).toBe(true)
  expect(declared?.blocks.map(({ type, labels }) => [type, labels])).toContainEqual(['resource', ['a', 'b']])
  expect(notices.map(({ path, kind }) => [path, kind])).toEqual([['main.tf', 'syntax']])
  expect(notices[0]?.line).toBeGreaterThan(3)
})

test('what is too deep is told', async () => {
  const { declared, notices } = await declaredIn(`a = ${'['.repeat(100)}${']'.repeat(100)}\n`)
  expect(declared?.broken).toBe(true)
  expect(notices.map(({ kind }) => kind)).toEqual(['limit'])
})

test('reading takes time in proportion', async () => {
  const block = 'resource "a" "b" {\n  name = "x-${var.y}"\n}\n'
  const time = async (copies: number): Promise<number> => {
    const started = performance.now()
    await readSources({ 'main.tf': block.repeat(copies) })
    return performance.now() - started
  }
  await time(500)
  expect(await time(8_000)).toBeLessThan(Math.max(1_000, 30 * (await time(1_000))))
})
