import { questions } from './scripts'

/** Tests that each script asks these questions. */
function testQuestions(
  cases: Readonly<Record<string, readonly [script: string, questions: readonly string[]]>>,
): void {
  for (const [title, [script, expected]] of Object.entries(cases))
    test(title, async () => expect(await questions(script)).toEqual(expected))
}

describe('tests', () =>
  testQuestions({
    texts: [
      '[ "$A" = prod ] && x; [[ $B == c ]] && y; [ "$A" != d ] && z',
      ['($0 == prod)', '($1 == c)', '($0 == d)'],
    ],
    numbers: ['[ "$A" -lt 5 ] && x; [[ $A -ge 0.5 ]] && y', ['($0 < #5)', '($0 >= #0.5)']],
    emptiness: ['[ -z "$A" ] && x; [[ -n $A ]] && y; [ "$A" ] && z', ['($0 == )', '($0 != )', '($0 != )']],
    'files say nothing': ['[ -f x ] && y', ['unknown']],
    'each operand is asked by itself': [
      '[ "$A" = b -a "$C" = d ] || x; [[ $A == b && ( $C == d || $E == f ) ]] || y',
      ['($0 == b)', '($1 == d)', '($0 == b)', '($1 == d)', '($2 == f)'],
    ],
    '`test` is the same': ['test "$A" -gt 3 || x', ['($0 > #3)']],
    'patterns say nothing': ['[[ $A == prod* ]] && x; [[ $A =~ ^v[0-9]+$ ]] && y', ['unknown', 'unknown']],
    'a pattern for either case is one answer': [
      'read -p "Go? "; [[ $REPLY =~ ^[Yy]$ ]] || exit 1; case $REPLY in [Yy]*) x;; esac',
      ['(<read> == y)', '(<read> == y)'],
    ],
    'several answers are asked one after another': [
      '[[ $A =~ ^(y|yes)$ ]] && x',
      ['($0 == y)', '($0 == yes)'],
    ],
    'what is known is not asked': ['A=true; [ "$A" = true ] && x; [ "$A" = false ] && y', []],
    arithmetic: ['(( A > 3 && B )) && x', ['($0 > #3)', '($1 != #0)']],
    'arithmetic is calculated where it is known': [
      '(( 2 + 1 > 2 )) || x; A=$((B + 1))',
      ['((#2 + #1) > #2)'],
    ],
  }))

describe('statuses', () =>
  testQuestions({
    'a copy of a status is a flag': ['a || rc=$?; b; rc=$?; [ $rc -eq 0 ] || exit 1', ['({#0|#1} == #0)']],
    'a text that is a number counts as one': ['a; [ "$?" != "0" ] && exit 1', ['({#0|#1} == #0)']],
    'a flag of digits': ['ok=1; a || ok=0; [ "$ok" -eq 1 ] || exit 1', ['({#0|#1} == #1)']],
    'an `exit` with one': ['rc=0; a || rc=1; exit $rc', ['({#1|#0} == #0)']],
  }))

describe('calculators', () =>
  testQuestions({
    '`bc` in arithmetic': ['if (( $(echo "$F1 < 0.8" | bc -l) )); then exit 1; fi', ['($0 < #0.8)']],
    '`bc` in a test': ['if [ "$(echo "$A >= $B" | bc)" -eq 1 ]; then x; fi', ['($0 >= $1)']],
    '`bc` as text': ['if [[ $(echo "$A < $B" | bc -l) == "1" ]]; then exit 1; fi', ['($0 < $1)']],
    '`bc` compared with 0': ['if [ $(bc <<< "$A < $B") -eq 0 ]; then x; fi', ['not(($0 < $1))']],
    '`bc` by a variable': [
      'R=$(echo "$A > 0.9" | bc -l); if [ "$R" -ne 1 ]; then exit 1; fi',
      ['not(($0 > #0.9))'],
    ],
    '`bc` with digits': ['if (( $(echo "scale=4; $A < 0.8" | bc) )); then x; fi', ['($0 < #0.8)']],
    '`awk` by its status': ['awk "BEGIN {exit !($F1 >= 0.8)}" || exit 1', ['($0 >= #0.8)']],
    '`awk` with variables': [
      'awk -v a="$A" -v b="$B" \'BEGIN { exit (a >= b) ? 0 : 1 }\' || exit 1',
      ['($0 >= $1)'],
    ],
    '`awk` with `if`': ['awk "BEGIN { if ($A < 0.8) exit 1 }" || exit 1', ['not(($0 < #0.8))']],
    '`awk` over fields': ['echo "$A $B" | awk \'{exit !($1 > $2)}\' || exit 1', ['($0 > $1)']],
    '`awk` that prints': [
      'if [ "$(awk -v a="$A" \'BEGIN{print (a>0.9)}\')" -eq 1 ]; then x; fi',
      ['($0 > #0.9)'],
    ],
    'a metric keeps the name of its field': [
      'F=$(jq .metrics.f1 m.json); if (( $(echo "$F < 0.8" | bc -l) )); then exit 1; fi',
      ['(<jq>.metrics.f1 < #0.8)'],
    ],
  }))
