import { testWays, ways } from './scripts'

describe('without `-e`', () =>
  testWays({
    'the script goes on after a failure, and its last command decides': [
      `
        a
        b
      `,
      ['a b', 'a! b'],
    ],
    'a `;` and a newline are the same': ['a; b', ['a b', 'a! b']],
    '`&&` stops at a failure, and the script goes on behind it': [
      `
        a && b
        c
      `,
      ['a b c', 'a b! c', 'a! c'],
    ],
    '`||` runs its right side after a failure only': [
      `
        a || b
        c
      `,
      ['a c', 'a! b c', 'a! b! c'],
    ],
    '`|| exit 1` ends the script': [
      `
        a || exit 1
        b
      `,
      ['a b', 'a! ^'],
    ],
    '`|| { …; exit 1; }` ends it too': [
      `
        a || { echo no; exit 1; }
        b
      `,
      ['a b', 'a! echo ^'],
    ],
    'what only prints does not fail': [
      `
        echo a
        printf b
        c
      `,
      ['echo printf c'],
    ],
    'a test asks': [
      `
        [ -f x ]
        b
      `,
      ['yes b', 'no b'],
    ],
  }))

describe('with `-e`', () =>
  testWays({
    'a failure ends the script': [
      `
        set -e
        a
        b
      `,
      ['a b'],
    ],
    'it counts from where it is set': [
      `
        a
        set -euo pipefail
        b
        set +e
        c
        d
      `,
      ['a b c d', 'a b c! d', 'a! b c d', 'a! b c! d'],
    ],
    '`set -o errexit` is the same': ['set -o errexit; a; b', ['a b']],
    'the first line may set it': ['#!/bin/bash -eu\na\nb', ['a b']],
    '`/usr/bin/env -S` hands it on': ['#!/usr/bin/env -S bash -e\na\nb', ['a b']],
    'it does not count for the left side of `&&`': [
      `
        set -e
        a && b
        c
      `,
      ['a b c', 'a! c'],
    ],
    '`|| true` swallows a failure': [
      `
        set -e
        a || true
        b
        c || :
        d
      `,
      ['a b c d', 'a! b c d', 'a b c! d', 'a! b c! d'],
    ],
    '`|| echo` swallows it as well': ['set -e; a || echo failed; b', ['a b', 'a! echo b']],
    'it does not count behind `!`': ['set -e; ! a; b', ['a b', 'a! b']],
    'it does not count for a condition': [
      `
        set -e
        if a; then b; fi
        c
      `,
      ['a b c', 'a! c'],
    ],
    'it counts in a branch': ['set -e; if a; then b; c; else d; fi; e', ['a b c e', 'a! d e']],
    'a test that fails ends the script': ['set -e; [ -f x ]; b', ['yes b', 'no ^']],
    'a branch that sets it does not set it for the other one': [
      'if a; then set -e; fi; b; c',
      ['a b c', 'a! b c', 'a b! c', 'a! b! c'],
    ],
    'a trap of failures that exits is like it': ["trap 'echo no; exit 1' ERR; a; b", ['a b']],
    'a trap that only reports is not': ["trap 'echo no' ERR; a; b", ['a b', 'a! b']],
    'a trap of the end is not': ["trap 'exit 1' EXIT; a; b", ['a b', 'a! b']],
    'a command in the background is not waited for': ['set -e; a & b; c', ['a b c', 'a! b c']],
    '`time` looks at nothing': ['set -e; time a; b', ['a b']],
  }))

describe('embedded', () => {
  test('a step starts in the mode of its shell', async () => {
    expect(await ways('a\nb', 'script', { errexit: true, pipefail: false })).toEqual(['a b'])
    expect(await ways('a\nb', 'script', { errexit: false, pipefail: false })).toEqual(['a b', 'a! b'])
  })
})

describe('pipes', () =>
  testWays({
    'only the last part counts': ['set -e; a | b; c', ['a b c', 'a! b c']],
    'without `-e` no part ends the script': ['a | b; c', ['a b c', 'a! b c', 'a b! c', 'a! b! c']],
    'with `pipefail` every part counts, and none waits for another one': [
      'set -eo pipefail; a | b; c',
      ['a b yes c', 'a b no ^', 'a! b yes c', 'a! b no ^'],
    ],
    '`!` in front negates the pipe': [
      'set -e; if ! a | b; then exit 1; fi; c',
      ['a b c', 'a! b c', 'a b! ^', 'a! b! ^'],
    ],
    '`exit` in a part leaves that part': ['a | exit 1; b', ['a b', 'a! b']],
  }))

describe('subshells and groups', () =>
  testWays({
    '`exit` leaves the subshell': ['(a; exit 1); b', ['a b', 'a! b']],
    'a subshell that fails ends the script under `-e`': ['set -e; (a; exit 1); b', ['a ^']],
    '`-e` counts in it': ['set -e; (a; b); c', ['a b c']],
    'its failure can be swallowed': ['set -e; (a; b) || true; c', ['a b c', 'a! b c', 'a b! c', 'a! b! c']],
    'a group is no shell of its own': ['{ a; exit 1; }; b', ['a ^', 'a! ^']],
    'a failure in the middle of a condition is not looked at': [
      'set -e; { a; b; } || exit 1; c',
      ['a b c', 'a! b c', 'a b! ^', 'a! b! ^'],
    ],
  }))

describe('the end', () =>
  testWays({
    '`exit 0` ends well': ['a || exit 0; b', ['a b', 'a! ^']],
    '`exit` ends with the status of what ran before': ['set -e; a; exit; b', ['a ^']],
    '`exit $?` after a failure ends badly': ['a || exit $?; b', ['a b', 'a! ^']],
    'a status that is not known ends well or badly': ['exit "$CODE"; b', ['yes ^', 'no ^']],
    '`exec` ends the script': ['exec a; b', ['a ^']],
    'what stands behind `exit` does not run': ['exit 1; a', ['^']],
  }))

describe('loops', () =>
  testWays({
    'a list may be empty': ['set -e; for x in *.pkl; do a; done; b', ['no b', 'yes a no b']],
    'one that is written out is not': ['set -e; for x in 1 2; do a; done; b', ['a no b']],
    '`while` asks before each turn': ['set -e; while a; do b; done; c', ['a b a! c', 'a! c']],
    '`break` leaves it': ['set -e; while true; do a && break; b; done; c', ['a c']],
    '`continue` goes to the next turn': [
      'set -e; for x in *; do a || continue; b; done; c',
      ['no c', 'yes a b no c', 'yes a! no c'],
    ],
    '`until` goes on where its condition holds': ['set -e; until a; do b; done; c', ['a c', 'a! b a c']],
  }))

describe('`case`', () =>
  testWays({
    'one branch runs, or none': [
      'set -e; case "$X" in a) b;; c|d) e;; esac; f',
      ['yes b f', 'no yes e f', 'no no yes e f', 'no no no f'],
    ],
    '`*` takes the rest': ['set -e; case "$X" in a) b;; *) exit 1;; esac; c', ['yes b c', 'no ^']],
    '`;&` goes on in the next branch': [
      'set -e; case "$X" in a) b;& c) d;; esac; e',
      ['yes b d e', 'no yes d e', 'no no e'],
    ],
    'a subject that is known has one way': ['set -e; X=c; case $X in a) b;; c) d;; esac', ['d']],
  }))

describe('`$?`', () =>
  testWays({
    'a test of it is a branch on the command before': [
      `
        a
        if [ $? -ne 0 ]; then
          exit 1
        fi
        b
      `,
      ['a yes ^', 'a no b', 'a! yes ^', 'a! no b'],
    ],
    'where it can be only one of them there is one way': ['if a; then [ $? -eq 0 ] && b; fi', ['a b', 'a!']],
  }))

describe('functions', () => {
  testWays({
    'a call is a call of its unit': ['f() { a; }; set -e; f; b', ['f b']],
    'its last command is its status': ['f() { a; b; }; f || exit 1', ['a b ^', 'a! b ^'], 'f'],
    '`return 1` fails, and `return` ends well': ['f() { a || return 1; return 0; }; f', ['a ^', 'a! ^'], 'f'],
    'its failure can be handled': ['f() { a; }; f || exit 1; b', ['f b', 'f! ^']],
    'one that can only exit does not come back with a failure': [
      'f() { a || exit 1; echo ok; }; f; b',
      ['f b'],
    ],
    'in a condition `-e` does not count in it': [
      'set -e; f() { a; b; }; if f; then c; fi',
      ['a b ^', 'a! b ^'],
      'f',
    ],
    'outside of one it does': ['set -e; f() { a; b; }; f', ['a b ^'], 'f'],
    'a trap of failures is not handed down': [
      "trap 'exit 1' ERR; f() { a; b; }; f",
      ['a b ^', 'a! b ^'],
      'f',
    ],
    'with `-E` it is': ["set -E; trap 'exit 1' ERR; f() { a; b; }; f", ['a b ^'], 'f'],
    'one that nothing calls is read too': ['f() { a; }', ['a ^'], 'f'],
    'one that calls itself is read once': ['f() { a || f; }; f', ['a ^', 'a! f ^'], 'f'],
    'what a wrapper is given is looked at as the wrapper is': [
      'run() { "$@"; }; if run a; then b; else c; fi',
      ['run! c', 'run a b', 'run a! c'],
    ],
    'words of its own come first': [
      'run() { echo "$1"; shift; "$@"; }; set -e; run text a b; c',
      ['run a c'],
    ],
    'a wrapper that swallows failures swallows them': [
      'run() { "$@" || true; }; set -e; run a; b',
      ['run a b', 'run a! b'],
    ],
    'a wrapper runs what it is given': [
      'run() { echo "$@"; "$@"; }; set -e; run aws s3 ls; b',
      ['run aws b'],
    ],
  })
})

describe('assignments', () =>
  testWays({
    'the failure of a substitution is that of the assignment': ['set -e; x=$(a); b', ['a b']],
    '`local x=$(…)` and `export x=$(…)` swallow it': ['set -e; export x=$(a); b', ['a b', 'a! b']],
    'in an argument it is not looked at': ['set -e; b "$(a)"; c', ['a b c', 'a! b c']],
    'an assignment can be a condition': ['if x=$(a); then b; fi; c', ['a b c', 'a b! c', 'a! c']],
    '`-e` is not handed down to a substitution': ['set -e; x=$(a; b); c', ['a b c', 'a! b c']],
    '`${X:?…}` ends the script where it is empty': ['a "${X:?needed}"; b', ['yes a b', 'yes a! b', 'no ^']],
  }))
