import { catalog, change, inEmptyDirectory, refusal, rule } from './directory'

inEmptyDirectory()

describe('a rule file is refused', () => {
  test.each<[string, string, string, string]>([
    ['with an unknown key', 'title:', 'titel:', '2:1: `titel` is not a key here; write `title`'],
    [
      'with a key that resembles none',
      'fix: Ask.',
      'fix: Ask.\nxylophone: 1',
      '10:1: `xylophone` is not a key here; write `id`, `title`, `sink`, `family`, `over`, `unless`, `reports`, `harmless-in`, `guarded`, `yields`, `covers`, `only-in-use`, `once`, `missing`, `level`, `floor`, `severity`, `precision`, `why`, `fix`, `cwe`, `atlas`, `owasp`, `references` or `examples`',
    ],
    [
      'without a key that it needs',
      'missing: nobody was asked\n',
      '',
      '1:1: `missing` is missing; add it: what was not there, to end the message: "nothing verified the file first"',
    ],
    ['with a list for a text', 'fix: Ask.', 'fix: [Ask.]', '9:6: `fix` is a list; write text'],
    ['with a number for a text', 'fix: Ask.', 'fix: 3', '9:6: `fix` is the number `3`; write text'],
    ['with nothing for a text', 'fix: Ask.', 'fix:', '9:5: `fix` is empty; write text'],
    ['with text for a number', 'severity: 5', 'severity: high', '6:11: `severity` is text; write a number'],
    [
      'with a number too large',
      'severity: 5',
      'severity: 50',
      '6:11: `severity` is too large; write at most 10',
    ],
    [
      'with a number too small',
      'severity: 5',
      'severity: 0',
      '6:11: `severity` is too small; write at least 0.1',
    ],
    [
      'with the severity between two bands',
      'severity: 5',
      'severity: 9',
      '6:11: 9.0 lies between two of GitHub’s bands; write 8.9 or 9.1',
    ],
    [
      'with a level that is none',
      'level: warning',
      'level: fatal',
      '5:8: `level` cannot be `fatal`; write `error`, `warning` or `note`',
    ],
    [
      'with an id of another form',
      'id: leaked-weights',
      'id: Leaked_Weights',
      '1:5: `Leaked_Weights` does not fit; an id is lower-case words joined by hyphens, named for the hazard',
    ],
    [
      'with a weakness of another form',
      'fix: Ask.',
      'fix: Ask.\ncwe: [CWE-502, 79]',
      '10:16: entry 2 of `cwe` is the number `79`; write text',
    ],
    [
      'with a reference that is no address',
      'fix: Ask.',
      'fix: Ask.\nreferences: [the manual]',
      '10:14: `the manual` does not fit; write an address that begins with `https://`',
    ],
    [
      'with a key written twice',
      'fix: Ask.',
      'fix: Ask.\nfix: Beg.',
      '10:1: this key is already there above; remove one of the two',
    ],
    [
      'with broken syntax',
      'fix: Ask.',
      'fix: "Ask.',
      '9:11: this is not valid YAML: missing closing "quote; correct the syntax',
    ],
    [
      'with a second document',
      'fix: Ask.',
      'fix: Ask.\n---\n',
      '10:1: a second document begins here; put it into a file of its own',
    ],
    [
      'with an alias that leads nowhere',
      'fix: Ask.',
      'fix: *advice',
      '1:1: an alias has no anchor or multiplies too often; write the value out',
    ],
    [
      'with a sink that no catalogue has',
      'sink: leak',
      'sink: leek',
      '3:7: no catalogue has a sink that does `leek`; write `leak`',
    ],
    [
      'with a rule to speak for that is none',
      'sink: leak',
      'sink: leak\nover: [leaked-weight]',
      '4:8: no rule is called `leaked-weight`; write `leaked-weights`',
    ],
    [
      'with itself to speak for',
      'sink: leak',
      'sink: leak\nover: [leaked-weights]',
      '4:8: `leaked-weights` is to speak for `leaked-weights` as well; keep one of the two',
    ],
    [
      'with two examples of one title',
      'title: A list',
      'title: An upload',
      '15:14: another example has this title; say what this one shows',
    ],
  ])('%s', (_, from, to, message) => {
    expect(refusal({ 'own/leak.yaml': change(rule, from, to), 'own/catalog/acme.yaml': catalog })).toBe(
      `own/leak.yaml:${message}`,
    )
  })
})

test('two rules that are to speak for each other are refused', () => {
  const first = change(rule, 'sink: leak', 'sink: leak\nover: [lost-weights]')
  const second = change(
    change(rule, 'leaked-weights', 'lost-weights'),
    'sink: leak',
    'sink: leak\nover: [leaked-weights]',
  )
  expect(refusal({ 'own/a.yaml': first, 'own/b.yaml': second, 'own/catalog/acme.yaml': catalog })).toBe(
    'own/a.yaml:4:8: `lost-weights` is to speak for `leaked-weights` as well; keep one of the two',
  )
})

describe('a catalogue file is refused', () => {
  test.each<[string, string, string, string]>([
    [
      'with a further hazard that no rule reports',
      'target: public }',
      'target: public }\n        also: [leek]',
      '11:16: no rule reports `leek`; add a rule whose `sink` it is',
    ],
    [
      'with an aspect that no rule reports',
      'does: leak',
      'does: leak\n    aspects: [{ report: leek }]',
      '6:25: no rule reports `leek`; add a rule whose `sink` it is',
    ],
    [
      'with an origin of no argument',
      'does: leak',
      'does: leak\n    aspects: [{ report: leak, with: { call: acme.log_in, from: [upload] } }]',
      '6:37: an origin is that of an argument; write both `argument` and `from`, or neither',
    ],
    [
      'with a call beside it that is no name',
      'does: leak',
      'does: leak\n    aspects: [{ report: leak, with: { call: log in } }]',
      '6:45: `log in` is not a qualified name; write one such as `mlflow.MlflowClient().copy_model_version`',
    ],
    ['with an unknown key in a sink', 'does:', 'doess:', '5:5: `doess` is not a key here; write `does`'],
    [
      'with an unknown matcher',
      '{ suffix: [.pt] }',
      '{ sufix: [.pt] }',
      '11:23: `sufix` is not a key here; write `suffix`',
    ],
    [
      'with two matchers in one',
      '{ suffix: [.pt] }',
      '{ suffix: [.pt], given: true }',
      '11:23: `suffix` cannot stand beside the other key; keep one of them',
    ],
    [
      'with a list for a matcher',
      '{ suffix: [.pt] }',
      '[.pt]',
      '11:21: `path` is a list; write text, a number, `true` or `false`, `null` or a mapping',
    ],
    [
      'with a text in the place of a list of texts',
      '{ suffix: [.pt] }',
      '{ suffix: .pt }',
      '11:31: `suffix` is text; write a list',
    ],
    [
      'with an empty list',
      '{ suffix: [.pt] }',
      '{ suffix: [] }',
      '11:31: `suffix` is too short; write at least 1 of them',
    ],
    [
      'with a call that is neither',
      'call: acme.upload',
      'call: 3',
      '3:11: `call` is the number `3`; write text or a list',
    ],
    [
      'with a call that is no name',
      'call: acme.upload',
      'call: [acme.list, acme upload]',
      '3:23: `acme upload` is not a qualified name; write one such as `mlflow.MlflowClient().copy_model_version`',
    ],
    [
      'with a date of another form',
      'checked: 2026-01-31',
      'checked: 31.1.2026',
      '8:14: `31.1.2026` does not fit; write a date as `2026-01-31`',
    ],
    [
      'with a case that is safe and reported',
      '{ target: public }',
      '{ target: public }\n        safe: no\n        level: note',
      '10:9: a case is either `safe` or reported; remove one of `safe` and `report`/`says`/`level`',
    ],
    [
      'with a word list that nobody has',
      '{ target: public }',
      '{ target: { target: shelf } }',
      '10:33: there is no word list `shelf`; add one to a file of `catalog/`',
    ],
    [
      'with an argument in other letters than the parameter',
      '{ target: public }',
      '{ Target: public }',
      '10:15: `Target` is not a parameter of this call; write `target`',
    ],
    [
      'with a condition on what is no argument',
      '{ target: public }',
      '{ "#0": public }',
      '10:15: `#0` is not the name of an argument; write `argument` or `argument.key`',
    ],
    [
      'with a bad regular expression',
      '{ suffix: [.pt] }',
      '{ matches: "[a" }',
      '11:32: this is not a regular expression: unterminated character class; correct it',
    ],
    [
      'with a requirement that is none',
      '- if: { target: public }',
      '- pinned: acme 2.6',
      '10:17: `acme 2.6` is not a requirement; write one such as `torch>=2.6`',
    ],
    [
      'with a case that hides the next',
      '- if: { target: public }',
      '- level: note',
      '10:9: a case without `if` or `pinned` takes every call; put it last',
    ],
    ['with a list of rules', catalog, '- library: Acme\n', '1:1: the file is a list; write a mapping'],
    [
      'with brackets without end',
      'library: Acme',
      `library: ${'['.repeat(5000)}`,
      '1:1: this is nested too deeply; flatten it',
    ],
  ])('%s', (_, from, to, message) => {
    expect(refusal({ 'own/catalog/acme.yaml': change(catalog, from, to) })).toBe(
      `own/catalog/acme.yaml:${message}`,
    )
  })

  const manifest = `
manifests:
  - kind: Shelf
    group: acme.example
    says: the shelf
    guards:
      - some: spec.parts
        where: { share: { between: [1, 99] } }
        kind: canary
        says: a part comes first
    source: https://acme.example/shelf
    checked: 2026-01-31
`
  test.each<[string, string, string, string]>([
    [
      'whose guard asks for an item of no list',
      'some: spec.parts',
      'if: { spec.whole: true }',
      '`some` names a list and `where` what one of its items is; write both or neither',
    ],
    [
      'whose condition has a word list that nobody has',
      'share: { between: [1, 99] }',
      'share: { target: shelf }',
      'there is no word list `shelf`; add one to a file of `catalog/`',
    ],
    ['with an unknown key', 'group:', 'grup:', '`grup` is not a key here; write `group`'],
  ])('with a manifest %s', (_, from, to, message) => {
    const whole = `${catalog}${change(manifest, from, to)}`
    expect(refusal({ 'own/catalog/acme.yaml': whole })).toContain(message)
  })

  const line = catalog.split('\n').length
  test.each<[string, string, string]>([
    [
      'iterators',
      'iterators: [acme.bar, acme bar]',
      `${line}:23: \`acme bar\` is not a qualified name; write one such as \`mlflow.MlflowClient().copy_model_version\``,
    ],
    [
      'infinities',
      'infinities: ["-acme.most"]',
      `${line}:14: \`-acme.most\` is not a qualified name; write one such as \`mlflow.MlflowClient().copy_model_version\``,
    ],
    ['nans', 'nans: acme.nothing', `${line}:7: \`nans\` is text; write a list`],
    [
      'delegates',
      'delegates:\n  - call: acme.aside\n    parameters: [work]\n    calls: Work\n    source: https://acme.example\n    checked: 2026-01-31',
      `${line + 3}:12: \`Work\` is not a parameter of this call; write \`work\``,
    ],
    [
      'results',
      'results:\n  - call: acme.wait\n    parameters: [job]\n    source: https://acme.example\n    checked: 2026-01-31',
      `${line + 1}:5: a call gives back what \`gives\` names or the argument \`through\`; write one of them`,
    ],
    [
      'results',
      'results:\n  - decorates: acme.task\n    through: job\n    source: https://acme.example\n    checked: 2026-01-31',
      `${line + 1}:5: a decorator says by \`gives\` what a function is given; write that in place of \`through\``,
    ],
    [
      'results',
      'results:\n  - call: acme.wait\n    through: its job\n    source: https://acme.example\n    checked: 2026-01-31',
      `${line + 2}:14: \`its job\` is not the name of an argument; write \`argument\` or \`argument.key\``,
    ],
    [
      'starters',
      'starters:\n  - call: acme.sh\n    line: line\n    raises: false\n    status: [code, wait(]\n    source: https://acme.example\n    checked: 2026-01-31',
      `${line + 4}:20: \`wait(\` does not fit; write a field such as \`returncode\`, a method such as \`wait()\`, or \`()\``,
    ],
    [
      'starters',
      'starters:\n  - call: acme.sh\n    line: line\n    raises: false\n    raised-by: insist()\n    source: https://acme.example\n    checked: 2026-01-31',
      `${line + 4}:16: \`insist()\` does not fit; write the name of a method without its brackets`,
    ],
    [
      'installers',
      'installers:\n  - command: /opt/acme get\n    from: pypi\n    source: https://acme.example\n    checked: 2026-01-31',
      `${line + 1}:14: \`/opt/acme get\` does not fit; write the program without a folder, and words behind it: \`pip install\``,
    ],
    [
      'installers',
      'installers:\n  - command: acme get\n    from: pypi\n    requirements: [r]\n    source: https://acme.example\n    checked: 2026-01-31',
      `${line + 3}:20: \`r\` does not fit; write an option with its dashes, as \`-r\` or \`--requirement\``,
    ],
    [
      'readers',
      'readers:\n  - decorates: acme.main\n    file: name\n    composes: {list: takes}\n    name-options: [cn]\n    source: https://acme.example\n    checked: 2026-01-31',
      `${line + 4}:20: \`cn\` does not fit; write an option with its dashes, as \`-cn\` or \`--config-name\``,
    ],
    [
      'actions',
      'actions:\n  - uses: acme/run@v2\n    script: lines\n    source: https://acme.example\n    checked: 2026-01-31',
      `${line + 1}:11: \`acme/run@v2\` does not fit; write an action as a step names it, without its version: \`azure/cli\``,
    ],
    [
      'actions',
      'actions:\n  - uses: acme/run\n    script: lines\n    variables: env\n    source: https://acme.example\n    checked: 2026-01-31',
      `${line + 1}:5: a script that runs here has all variables; write \`elsewhere: true\`, or leave \`variables\` out`,
    ],
    [
      'fields',
      'fields:\n  - call: acme.field\n    source: https://acme.example\n    checked: 2026-01-31',
      `${line + 1}:5: \`default\` is missing; add it: the argument with what a new object has in it`,
    ],
    [
      'widgets',
      'widgets:\n  - call: acme.form.get\n    widget: name\n    declared: { by: acme.form/text, widget: name, default: usual }\n    given: { values: values }\n    source: https://acme.example\n    checked: 2026-01-31',
      `${line + 3}:21: \`acme.form/text\` is not a qualified name; write one such as \`mlflow.MlflowClient().copy_model_version\``,
    ],
    [
      'digests',
      'digests:\n  - call: acme.hash\n    parameters: [data]\n    if: { Data: { given: true } }\n    source: https://acme.example\n    checked: 2026-01-31',
      `${line + 3}:11: \`Data\` is not a parameter of this call; write \`data\``,
    ],
    [
      'choices',
      'choices: [acme.]',
      `${line}:11: \`acme.\` is not a qualified name; write one such as \`mlflow.MlflowClient().copy_model_version\``,
    ],
    [
      'setters',
      'setters: [acme.settings=]',
      `${line}:11: \`acme.settings=\` is not a qualified name; write one such as \`mlflow.MlflowClient().copy_model_version\``,
    ],
    [
      'textual',
      'textual: [cat, /bin/cat]',
      `${line}:16: \`/bin/cat\` does not fit; write a program as a command line names it, without a folder`,
    ],
    [
      'changers',
      'changers:\n  - command: sed\n    option: [--in-place]\n    files: all\n    source: https://acme.example\n    checked: 2026-01-31',
      `${line + 2}:14: \`--in-place\` does not fit; write an option without its dashes in front`,
    ],
    [
      'openers',
      'openers: ["acme.open "]',
      `${line}:11: \`acme.open \` is not a qualified name; write one such as \`mlflow.MlflowClient().copy_model_version\``,
    ],
    [
      'options',
      'options:\n  - holds: acme.Words()\n    source: https://acme.example\n    checked: 2026-01-31',
      `${line + 1}:5: \`holds\` names what has options and \`declared-by\` what declares them; write both or neither`,
    ],
    ['fooled', 'fooled: MD5', `${line}:9: \`fooled\` is text; write a list`],
  ])('whose `%s` cannot work', (_, text, message) => {
    expect(refusal({ 'own/catalog/acme.yaml': `${catalog}${text}\n` })).toBe(
      `own/catalog/acme.yaml:${message}`,
    )
  })
})
