import { told } from '../reasons'

/** An archive that is unpacked after a loop over what is in it. */
function unpack(members: string, checks: readonly string[]): string {
  return `
import os, tarfile
from pathlib import Path

def unpack(path, target):
    with tarfile.open(path) as tar:
        for member in ${members}:
${checks.map(check => `            if ${check}:\n                raise ValueError(member)`).join('\n')}
        tar.extractall(target)
`
}

const medium = ['note', 'medium verification: where its members go is compared, links in it apart']
const weak = ['warning', 'weak verification: where its members go is compared, by their names alone']
const inside = 'os.path.realpath(os.path.join(target, member.name)).startswith(target)'
const below = 'Path(target, member.name).resolve().is_relative_to(target)'

const rows: readonly (readonly [members: string, checks: readonly string[], found: readonly string[]])[] = [
  ['tar', ['member.issym() or member.islnk()', `not ${inside}`], []],
  ['tar.getmembers()', ['member.issym()', `not ${below}`], []],
  ['tar', ['not member.isreg()', `not ${below}`], []],
  ['tar', ['not member.isfile()', `not ${below}`], []],
  ['tar.getmembers()', [`not ${inside}`], medium],
  ['tar', [`not ${inside}`], medium],
  ['tar', [`not ${below}`], medium],
  ['tar', ['member.isdir()', `not ${below}`], medium],
  ['tar', ['target.islnk()', `not ${below}`], medium],
  ['tar.getnames()', ['not Path(target) in Path(target, member).resolve().parents'], medium],
  ['tar.getnames()', ['Path(target) not in Path(target, member).resolve().parents'], medium],
  [
    'tar.getnames()',
    ['os.path.commonpath([target, os.path.abspath(os.path.join(target, member))]) != target'],
    medium,
  ],
  [
    'tar.getnames()',
    ['target != os.path.commonpath([target, os.path.normpath(os.path.join(target, member))])'],
    medium,
  ],
  ['tar', ['".." in member.name'], weak],
  ['tar', ['member.issym()', '".." in member.name'], weak],
  ['tar', ['".." not in member.name'], ['warning']],
  ['tar', ['"." in member.name'], ['warning']],
  ['tar', ['member.name in ".."'], ['warning']],
  ['tar.getnames()', ['Path(target) in Path(target, member).resolve().parents'], ['warning']],
  ['tar.getnames()', ['Path(target) not in Path(target, member).parents'], ['warning']],
  ['tar.getnames()', ['Path(target) not in Path(target, member).resolve().parts'], ['warning']],
  ['tar.getnames()', ['Path(target, member).resolve() > Path(target)'], ['warning']],
  ['tar', ['not member.name.startswith("churn")'], ['warning']],
  ['tar', ['not os.path.realpath(os.path.join(target, member.name)).endswith(target)'], ['warning']],
  [
    'os.listdir(target)',
    ['not os.path.realpath(os.path.join(target, member)).startswith(target)'],
    ['warning'],
  ],
]
test.each(rows)('of what is in %s: %j', async (members, checks, found) => {
  const [level, ...reasons] = await told(unpack(members, checks))
  expect([level, ...reasons.filter(reason => !reason.startsWith('void'))].filter(Boolean)).toEqual(found)
})

function unpackWith(helper: string): string {
  return `
import os, tarfile

def is_within_directory(folder, target):
${helper.replaceAll(/^/gm, '    ')}

def unpack(path, target):
    with tarfile.open(path) as tar:
        for member in tar.getmembers():
            if not is_within_directory(target, os.path.join(target, member.name)):
                raise ValueError(member)
        tar.extractall(target)
`
}

test('a function that looks where members go is none that looks at a name', async () => {
  const looks = 'folder = os.path.abspath(folder)\nreturn os.path.abspath(target).startswith(folder)'
  expect(await told(unpackWith(looks))).toEqual(medium)
})

test('one that does not is', async () => {
  expect(await told(unpackWith('return len(target) < 200'))).toEqual([
    'warning',
    'void verification: `is_within_directory(target, os.path.join(target, member.nam…` asks what the file is called, not what is in it',
  ])
})

test('where members go is looked at when they are there already', async () => {
  const late = unpack('tar', ['member.issym()', `not ${below}`])
  const extract = '        tar.extractall(target)\n'
  const early = late.replace(extract, '').replace('        for member', `${extract}        for member`)
  expect(await told(late)).toEqual([])
  expect((await told(early))[0]).toBe('warning')
})
