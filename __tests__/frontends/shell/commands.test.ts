import { callsIn, commands, readScript, sayCall } from './scripts'

/** Tests that each script runs these commands, each of them as a shell would show it. */
function testCommands(
  cases: Readonly<Record<string, readonly [script: string, commands: readonly string[], label?: string]>>,
): void {
  for (const [title, [script, expected, label]] of Object.entries(cases))
    test(title, async () => expect(await commands(script, label)).toEqual(expected))
}

describe('words', () =>
  testCommands({
    'quotes and escapes are resolved': [
      `aws "a b" 'c $d' e\\ f "g\\"h" $'i\\tj' k"l"'m'`,
      ['aws a b c $d e f g"h i\tj klm'],
    ],
    'a line may go on in the next one': [
      'aws sagemaker \\\n  update-endpoint \\\n  --name=x',
      ['aws sagemaker update-endpoint --name=x'],
    ],
    'blanks between two expansions stay': ['A=1; B=2; echo "$A $B" "$A  x"', ['echo 1 2 1  x']],
    'a variable has the value of the last assignment': ['A=1; A=2; cmd "$A"', ['cmd 2']],
    'a known unquoted one is split': ['O="--stage prod"; cmd $O x', ['cmd --stage prod x']],
    'an empty unquoted one vanishes': ['O=; cmd $O x', ['cmd x']],
    'one that is not known may be any number of words': ['cmd $O "$O" a$O', ['cmd *$0 $0 a·$0']],
    'arrays are spread': ['A=(a "b c"); A+=(d); cmd "${A[@]}" "${A[1]}"', ['cmd a b c d b c']],
    'an element of an array is one word': ['A=(--stage "$S" $T); cmd "${A[@]}"', ['cmd --stage $0 *$1']],
    'an array that is not known may be any number of words': ['cmd "${A[@]}"', ['cmd *$0']],
    'a fallback is one of two values': [
      'cmd "${STAGE:-prod}" "${A-b}" "${C:=d}"',
      ['cmd {$0|prod} {$1|b} {$2|d}'],
    ],
    'a fallback of what is known is not used': ['S=x; cmd "${S:-prod}"', ['cmd x']],
    'a changed value is not known': ['cmd "a${X%.*}" "${#X}" "${!X}"', ['cmd a·unknown unknown unknown']],
    '`+=` adds to a text': ['A=x; A+=y; cmd $A', ['cmd xy']],
    'a value by way': ['if a; then S=prod; else S=dev; fi; cmd "$S"', ['a', 'cmd {prod|dev}']],
    'what a subshell binds is forgotten': ['S=a; (S=b; x "$S"); cmd "$S"', ['x b', 'cmd a']],
    'a variable of the loop is one of its words': ['for s in dev prod; do cmd $s; done', ['cmd {dev|prod}']],
    'several assignments on a line end with it': ['A=1 B=2\nexport C=3\ncmd $A $B $C', ['cmd 1 2 3']],
    'carriage returns are no part of words': ['cmd a \\\r\n  b\r\nnext\r\n', ['cmd a b', 'next']],
  }))

describe('names', () =>
  testCommands({
    'a name may come from a variable': ['P=python3; $P x.py', ['python3 x.py']],
    'a fallback counts': ['P=${PYTHON:-python3}; "$P" x.py', ['python3 x.py']],
    'a command in a variable is taken apart': ['C="python -m x"; $C y', ['python -m x y']],
    'one that is not known is unknown': ['$P x.py', ['unknown x.py']],
    'of a path that is not known the last step is': ['"$(venv)/bin/python" x.py', ['venv', 'python x.py']],
    'a path that a variable begins has its name in it': [
      '"$VENV/bin/python" x.py',
      ['${VENV}/bin/python x.py'],
    ],
    'a variable in front is one of its environment': [
      'STAGE=prod A=$B python x.py',
      ['python STAGE=prod A=$0 x.py'],
    ],
    'what is evaluated is unknown': ['eval "$X"', ['unknown $0']],
    'a dot is `source`': ['. ./env.sh; source lib.sh a', ['source ./env.sh', 'source lib.sh a']],
    '`time` and `command` are passed': ['time command python x.py', ['python x.py']],
    'wrappers stay as they are': ['sudo timeout 5 python x.py', ['sudo timeout 5 python x.py']],
  }))

describe('folders', () =>
  testCommands({
    '`cd` holds for what follows': ['cd infra/prod; a; cd ..; b', ['[infra/prod] a', '[infra] b']],
    'a subshell comes back': ['(cd infra && a); b', ['[infra] a', 'b']],
    '`popd` comes back': ['pushd infra; a; popd; b', ['[infra] a', 'b']],
    'a folder that is not known': ['cd "$(mktemp -d)"; a', ['mktemp -d', '[?] a']],
    'a folder that a variable holds': [
      'cd "$DIR"; a; cd src; b; cd ../..; c',
      ['[${DIR}] a', '[${DIR}/src] b', '[?] c'],
    ],
    'a script finds itself': ['cd "$(dirname "$0")/.."; a', ['dirname /deploy.sh', '[/] a']],
    'by a variable': [
      'D="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"; python "$D/train.py"; "$D/x.sh"',
      ['dirname /deploy.sh', '[/] pwd', 'python /train.py', '/x.sh'],
    ],
    'branches that differ': ['if a; then cd x; fi; b', ['a', '[?] b']],
    'a loop stays where it is': ['cd x; for i in 1 2; do a; done', ['[x] a']],
    'a function runs where it is called': ['f() { a; }; cd x; f', ['deploy.sh:f()']],
  }))

describe('parameters', () => {
  testCommands({
    'by number': ['cmd "$1" "${2:-b}"', ['cmd $0 {$1|b}']],
    'all at once': ['cmd "$@"', ['cmd *$0']],
    'the rest after `shift`': ['A=$1; shift; cmd "$A" "$@"', ['cmd $0 *$1']],
    'options in a loop are any of them': [
      'while [ $# -gt 0 ]; do case $1 in --stage) S=$2; shift 2;; *) exit 1;; esac; cmd "$S"; done',
      ['cmd $0[unknown]'],
    ],
    'of a function': ['f() { cmd "$1" "$STAGE"; }; f a', ['cmd $0 $0'], 'f'],
    'variables of the script in a function': ['S=prod; f() { cmd "$S"; }; f', ['cmd @S'], 'f'],
    'local ones': ['f() { local s=x; cmd "$s"; }; f', ['cmd x'], 'f'],
    'what a function binds is not known to be what it was': [
      'S=a; f() { S=b; }; f; cmd "$S"',
      ['deploy.sh:f()', 'cmd @S'],
    ],
  })

  test('a script has positional ones first, and those of the environment after them', async () => {
    const { units } = await readScript('cmd "$B" "$2" "$@" "$A"')
    expect(units[0]?.parameters.map(p => `${p.kind} ${p.name}`)).toEqual([
      'positional 1',
      'positional 2',
      'rest @',
      'environment B',
      'environment A',
    ])
  })

  test('a variable that the environment may set is bound to that as well', async () => {
    const { units } = await readScript('if [ -z "$S" ]; then S=prod; fi; f() { cmd "$S"; }; f')
    expect(units[0]?.bound.get('S')?.map(value => value.kind)).toEqual(['parameter', 'constant'])
  })
})

describe('places', () => {
  test('a call spans the command, and its name the first word', async () => {
    const text = 'A=1 aws \\\n x > log <<EOF\nbody\nEOF\n'
    const [call] = callsIn(await readScript(text))
    expect(text.slice(call?.span.start, call?.span.end)).toBe('A=1 aws \\\n x')
    expect(text.slice(call?.name.start, call?.name.end)).toBe('aws')
  })
})

describe('substitutions', () =>
  testCommands({
    'run before the command': ['cmd "$(a)" `b`', ['a', 'b', 'cmd <a> *<b>']],
    'give what the last part of a pipe prints': ['X=$(a | b); cmd "$X"', ['a', 'b', 'cmd <b>']],
    'give what `echo` prints': ['X=$(echo "a $S"); cmd "$X"', ['echo a ·$0', 'cmd a ·$0']],
    'pass through what only cuts': [
      'X=$(a | tr -d x | head -1); cmd "$X"',
      ['a', 'tr -d x', 'head -1', 'cmd <a>'],
    ],
    '`jq` takes a field': [
      'X=$(jq -r \'.metrics.f1\' m.json); cmd "$X"',
      ['jq -r .metrics.f1 m.json', 'cmd <jq>.metrics.f1'],
    ],
    'a function prints': ['f() { echo prod; }; cmd "$(f)"', ['deploy.sh:f()', 'cmd <function>']],
    'what is printed to a file is not': ['X=$(echo a > f; b); cmd "$X"', ['echo a', 'b', 'cmd <b>']],
    'beside a command': ['cmd <(a)', ['a', 'cmd unknown']],
    'in a here-document': ['cat <<EOF\n$(a)\nEOF', ['a', 'cat']],
    '`read` gives what a person types': [
      'read -r -p "Go? " ok; cmd "$ok"',
      ['read -r -p Go?  ok', 'cmd <read>'],
    ],
  }))

test('a function that prints a text returns it', async () => {
  const { units } = await readScript('f() { echo "prod-$1"; }')
  const facts = units.find(u => u.label === 'f')?.blocks.flatMap(b => b.facts)
  expect(facts?.at(-1)).toMatchObject({
    kind: 'return',
    value: { kind: 'text', parts: [{ value: 'prod-' }, { kind: 'parameter' }] },
  })
})

test.each([
  ['log "$COMMIT${TAG:+  (tag: ${TAG})}"', 'log'],
  ['log "${TAG:+ (tag: $TAG)}" now', 'log'],
  ['log ${TAG:-(none, not even $OTHER)}', 'log'],
])('brackets around a variable in a fallback are text: %s', async (line, program) => {
  const reading = await readScript(`${line}\nafter it\n`)
  expect(reading.notices).toEqual([])
  expect(callsIn(reading).map(call => sayCall(call).split(' ')[0])).toEqual([program, 'after'])
})
