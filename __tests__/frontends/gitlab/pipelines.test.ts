import { gitlabFrontend } from '../../../src/frontends/gitlab'
import type { Reading } from '../../../src/program'
import { withoutMargin } from '../../support/margin'
import { waysThrough } from '../pipeline-ways'

const path = '.gitlab-ci.yml'

function read(yaml: string, others: Readonly<Record<string, string>> = {}): Reading {
  const files = new Map(
    Object.entries(others).map(([p, text]) => [p, { path: p, text: withoutMargin(text) }]),
  )
  return gitlabFrontend.read({ path, text: withoutMargin(yaml) }, p => files.get(p))
}

function ways(yaml: string, label: string): string[] {
  return waysThrough(read(yaml), label)
}

describe('stages', () => {
  test('hold a job back until every job of the stages before has succeeded', () => {
    const yaml = `
      stages: [test, deploy]
      evaluate: {stage: test, script: python evaluate.py}
      promote: {stage: deploy, script: python promote.py}
    `
    expect(ways(yaml, 'promote')).toEqual(['after evaluate promote/1'])
  })

  test('do not where `needs` names other jobs', () => {
    const yaml = `
      stages: [test, deploy]
      evaluate: {stage: test, script: python evaluate.py}
      promote: {stage: deploy, needs: [], script: python promote.py}
    `
    expect(ways(yaml, 'promote')).toEqual(['promote/1'])
  })

  test.each<[string, string, string[]]>([
    [
      'in the usual stages',
      'evaluate: {stage: test, script: x}\npromote: {stage: deploy, script: y}',
      ['after evaluate promote/1'],
    ],
    [
      'in the usual stages, the other way round',
      'evaluate: {stage: deploy, script: x}\npromote: {stage: build, script: y}',
      ['promote/1'],
    ],
    [
      'without a stage, which is `test`',
      'evaluate: {stage: build, script: x}\npromote: {script: y}',
      ['after evaluate promote/1'],
    ],
    ['in the same stage', 'evaluate: {script: x}\npromote: {script: y}', ['promote/1']],
    [
      'before all others',
      'evaluate: {stage: .pre, script: x}\npromote: {stage: build, script: y}',
      ['after evaluate promote/1'],
    ],
    [
      'after all others',
      'evaluate: {stage: deploy, script: x}\npromote: {stage: .post, script: y}',
      ['after evaluate promote/1'],
    ],
    [
      'in a stage that there is none of',
      'evaluate: {stage: other, script: x}\npromote: {script: y}',
      ['promote/1'],
    ],
    [
      'by a need',
      'evaluate: {script: x}\npromote: {script: y, needs: [{job: evaluate}]}',
      ['after evaluate promote/1'],
    ],
    [
      'by one of two needs',
      'evaluate: {script: x}\nbuild: {script: z}\npromote: {script: y, needs: [build, evaluate]}',
      ['after evaluate after build promote/1'],
    ],
    [
      'whatever comes before',
      'evaluate: {stage: build, script: x}\npromote: {script: y, when: always}',
      ['after evaluate? promote/1'],
    ],
    [
      'a template, which is no job',
      '.evaluate: {stage: build, script: x}\npromote: {script: y}',
      ['promote/1'],
    ],
    [
      'a setting, which is no job',
      'default: {script: x}\nimage: {script: x}\npages: {stage: build}\npromote: {script: y}',
      ['promote/1'],
    ],
  ])('%s', (_, yaml, expected) => {
    expect(ways(yaml, 'promote')).toEqual(expected)
  })

  test('do not wait for a job whose failure is allowed', () => {
    const yaml = `
      stages: [test, deploy]
      evaluate: {stage: test, allow_failure: true, script: python evaluate.py}
      promote: {stage: deploy, script: python promote.py}
    `
    expect(
      waysThrough(read(yaml), path).every(
        way => !way.includes('after evaluate ') || way.includes('after evaluate?'),
      ),
    ).toBe(true)
  })
})

describe('a manual job', () => {
  const later = (manual: string): string[] =>
    ways(
      `
        stages: [approve, deploy]
        approve:
          stage: approve
          script: 'true'
          ${manual}
        promote: {stage: deploy, script: python promote.py}
      `,
      'promote',
    )

  test('that only waits for a while asks nobody', () => {
    expect(ways('promote: {when: delayed, start_in: 1 hour, script: x}', 'promote')).toEqual([
      'timer(delayed) promote/1',
    ])
  })

  test('that a rule starts after a while is none either', () => {
    const rules = 'rules: [{if: $CI_COMMIT_TAG, when: manual}, {when: delayed}]'
    expect(ways(`promote: {script: x, ${rules}}`, 'promote')).toEqual(['timer(delayed) promote/1'])
  })

  test('waits for a person itself', () => {
    expect(ways('promote: {when: manual, script: x}', 'promote')).toEqual(['approval(manual) promote/1'])
  })

  test('holds later stages back when `rules` make it manual', () => {
    expect(later('rules: [{when: manual}]')).toEqual(['after approve promote/1'])
  })

  test('does not hold later stages back outside of `rules`', () => {
    expect(later('when: manual')).toEqual(['after approve? promote/1'])
  })

  test('holds them back outside of `rules` when its failure is not allowed', () => {
    expect(later('when: manual\n          allow_failure: false')).toEqual(['after approve promote/1'])
  })

  test('is not manual where another rule starts it by itself', () => {
    const yaml = `
      promote:
        script: x
        rules:
          - if: $CI_PIPELINE_SOURCE == "schedule"
          - when: manual
    `
    expect(ways(yaml, 'promote')).toEqual(['promote/1'])
  })

  test('holds nothing back on events that it is not there for', () => {
    expect(later('rules: [{if: $CI_COMMIT_TAG, when: manual}]')).toEqual(['after approve? promote/1'])
  })
})

describe('rules', () => {
  test('bring a job in on their events', () => {
    const yaml = `
      promote:
        script: x
        rules: [{if: '$CI_PIPELINE_SOURCE == "schedule"'}]
    `
    expect(ways(yaml, path).filter(way => way.includes(' promote '))).toEqual([
      'on(schedule) promote after promote?',
    ])
  })

  test('of the workflow decide for every job', () => {
    const yaml = `
      workflow: {rules: [{if: '$CI_MERGE_REQUEST_ID'}]}
      promote: {script: x}
    `
    expect(ways(yaml, path)).toEqual([
      'on(pull-request) after promote',
      'on(pull-request) promote after promote',
    ])
  })
})

describe('the events on which a job may be there', () => {
  const all = ['manual', 'pipeline', 'pull-request', 'push', 'schedule', 'tag']
  const eventsOf = (job: string): string[] => {
    const found = ways(`workflow: {rules: [{when: always}]}\npromote: {script: x, ${job}}\n`, path)
    const said = found
      .filter(way => way.includes(' promote '))
      .map(way => /on\(([\w-]+)\)/.exec(way)?.[1] ?? '')
    return [...new Set(said)].sort()
  }
  const but = (...events: string[]): string[] => all.filter(event => !events.includes(event))

  test.each<[string, string[]]>([
    ['$CI_PIPELINE_SOURCE == "push"', ['push', 'tag']],
    ['"push" == $CI_PIPELINE_SOURCE', ['push', 'tag']],
    ["$CI_PIPELINE_SOURCE == 'merge_request_event'", ['pull-request']],
    ['${CI_PIPELINE_SOURCE} == "web"', ['manual']],
    ['$CI_PIPELINE_SOURCE != "pipeline"', but('pipeline')],
    ['$CI_PIPELINE_SOURCE =~ /sch.*/', all],
    ['$CI_PIPELINE_SOURCE =~ "sch"', ['schedule']],
    ['$CI_PIPELINE_SOURCE !~ "sch"', but('schedule')],
    ['$CI_PIPELINE_SOURCE', all],
    ['$CI_PIPELINE_SOURCE == null', []],
    ['$CI_COMMIT_TAG', ['manual', 'tag']],
    ['$CI_COMMIT_TAG == null', but('tag')],
    ['$CI_COMMIT_TAG != null', ['manual', 'tag']],
    ['$CI_COMMIT_TAG == ""', ['manual']],
    ['$CI_COMMIT_BRANCH == null', but('push')],
    ['$CI_COMMIT_TAG =~ /^v/', ['manual', 'tag']],
    ['$CI_COMMIT_TAG !~ /^v/', all],
    ['$CI_COMMIT_BRANCH == "main"', but('tag', 'pull-request')],
    ['$CI_COMMIT_BRANCH && $CI_PIPELINE_SOURCE != "push"', ['manual', 'pipeline', 'schedule']],
    ['$CI_COMMIT_BRANCH || $CI_COMMIT_TAG', but('pull-request')],
    ['$CI_MERGE_REQUEST_IID', ['pull-request']],
    ['$CI_MERGE_REQUEST_LABELS', ['pull-request']],
    ['$CI_MERGE_REQUEST_LABELS == null', all],
    ['$CI_MERGE_REQUEST_IID == null', but('pull-request')],
    ['$CI_DEFAULT_BRANCH == null', []],
    ['$CI_DEFAULT_BRANCH == "main"', all],
    ['$CI_DEFAULT_BRANCH != "main"', all],
    ['$CI_DEFAULT_BRANCH != null', all],
    ['null != $CI_DEFAULT_BRANCH', all],
    ['$CI_DEFAULT_BRANCH =~ "ma"', all],
    ['$OTHER == "yes"', all],
    ['$OTHER == "yes" && $CI_PIPELINE_SOURCE == "web"', ['manual']],
    ['$OTHER == "yes" || $CI_PIPELINE_SOURCE == "web"', all],
    [
      '$CI_PIPELINE_SOURCE == "web" || $CI_PIPELINE_SOURCE == "schedule" && $CI_COMMIT_TAG == "v1"',
      ['manual'],
    ],
    ['($CI_PIPELINE_SOURCE == "web" || $CI_PIPELINE_SOURCE == "push") && $CI_COMMIT_TAG', ['manual', 'tag']],
    ['$CI_PIPELINE_SOURCE == "web" extra', all],
    ['$CI_PIPELINE_SOURCE == "web" "', all],
    ['$CI_PIPELINE_SOURCE ==', all],
  ])('`if: %s`', (condition, events) => {
    expect(eventsOf(`rules: [{if: '${condition.replaceAll("'", "''")}'}]`)).toEqual(events)
  })

  const tag = '{if: $CI_COMMIT_TAG'
  test.each<[string, string[]]>([
    ['rules: []', []],
    ['rules: [{when: never}]', []],
    [`rules: [${tag}, when: never}, {when: on_success}]`, but('tag')],
    ['only: [branches]', but('tag', 'pull-request')],
    ['only: {changes: [a]}', all],
    ['rules: [{if: $CI_MERGE_REQUEST_IID, when: never}, {when: on_success}]', but('pull-request')],
    ['rules: [[{if: $CI_MERGE_REQUEST_IID}]]', ['pull-request']],
    ['rules: [{if: $CI_MERGE_REQUEST_IID, changes: [a], when: never}, {when: always}]', all],
    ['rules: [{if: $CI_MERGE_REQUEST_IID, exists: [a], when: never}, {when: always}]', all],
    ['only: [tags]', ['tag']],
    ['only: [schedules, web]', ['manual', 'schedule']],
    ['only: [merge_requests, pushes, pipelines]', ['pipeline', 'pull-request', 'push']],
    ['only: {refs: [tags]}', ['tag']],
    ['only: main', but('pull-request', 'tag')],
    ['except: [tags, merge_requests]', but('pull-request', 'tag')],
    ['except: [branches]', but('push')],
    ['except: [main]', all],
  ])('`%s`', (job, events) => {
    expect(eventsOf(job)).toEqual(events)
  })
})

describe('what a job is made of', () => {
  test('comes from what it extends, the nearest first', () => {
    const yaml = `
      .base: {script: [make base], when: manual, environment: production}
      promote: {extends: .base, script: [make promote]}
    `
    expect(ways(yaml, 'promote')).toEqual(['approval(manual) environment(production) promote/1'])
    expect(read(yaml).embedded?.map(e => e.file.text)).toEqual(['make promote\n'])
  })

  test.each([
    ['.a: {environment: {name: production, url: a}}', 'environment: {url: b}', '.a'],
    ['.a: {environment: {name: production}}\n.b: {environment: {url: b}}', '', '[.a, .b]'],
    ['.a: {environment: {name: review}}\n.b: {environment: {name: production}}', '', '[.a, .b]'],
    ['.b: {environment: {name: production}}\n.a: {extends: .b, environment: {url: a}}', '', '.a'],
  ])('is put together key by key (`%s`, `%s`)', (bases, own, names) => {
    const yaml = `${bases}\npromote: {extends: ${names}, ${own ? `${own}, ` : ''}script: [make promote]}`
    expect(ways(yaml, 'promote')).toEqual(['environment(production) promote/1'])
  })

  test('and a list by the last one', () => {
    const yaml = `
      .a: {rules: [{if: $CI_COMMIT_TAG, when: manual}], environment: {name: production}}
      promote: {extends: .a, rules: [{if: $CI_COMMIT_TAG}], environment: staging, script: [make promote]}
    `
    expect(ways(yaml, 'promote')).toEqual(['environment(staging) promote/1'])
  })

  test.each([
    ['before_script: [pip install x]', 'pip install x\nmake promote\n'],
    ['default: {before_script: [pip install x]}', 'pip install x\nmake promote\n'],
    ['promote: {before_script: []}\nbefore_script: [pip install x]', 'make promote\n'],
    ['.x: {before_script: [pip install x]}', 'make promote\n'],
  ])('comes with what `%s` says', (yaml, script) => {
    const own = yaml.startsWith('promote: {')
      ? yaml.replace('promote: {', 'promote: {script: [make promote], ')
      : `${yaml}\npromote: {script: [make promote]}`
    expect(read(own).embedded?.map(e => e.file.text)).toEqual([script])
  })

  test('comes with its variables', () => {
    const yaml = `
      variables:
        STAGE: Production
        PLACE: {value: eu, options: [eu, us]}
        NAME: {value: churn, description: which}
        URL: https://$PLACE.example/\${NAME}/x
      promote: {script: [x], variables: {STAGE: Staging}}
    `
    const bound = (name: string, kind: string): unknown =>
      read(yaml)
        .units.find(unit => unit.kind === kind && unit.bound.has(name))
        ?.bound.get(name)?.[0]
    expect(bound('STAGE', 'job')).toEqual({ kind: 'constant', value: 'Staging' })
    expect(bound('NAME', 'pipeline')).toEqual({ kind: 'constant', value: 'churn' })
    expect(bound('PLACE', 'pipeline')).toMatchObject({ kind: 'mix', of: [{ value: 'eu' }, { value: 'us' }] })
    expect(bound('URL', 'pipeline')).toMatchObject({
      kind: 'text',
      parts: [
        { value: 'https://' },
        { kind: 'field', name: 'PLACE', of: { name: 'pipeline.env' } },
        { value: '.example/' },
        { kind: 'field', name: 'NAME', of: { name: 'pipeline.env' } },
        { value: '/x' },
      ],
    })
  })

  test('comes from local files that are included', () => {
    const reading = read('include: [{local: /ci/deploy.yml}]\nstages: [deploy]', {
      'ci/deploy.yml': 'promote: {stage: deploy, script: [make promote]}',
    })
    expect(waysThrough(reading, 'promote')).toEqual(['promote/1'])
    expect(reading.embedded?.[0]?.file.container?.file.path).toBe('ci/deploy.yml')
  })

  test('comes from what stands behind the header of an included file', () => {
    const reading = read('include: [{local: ci/deploy.yml}]', {
      'ci/deploy.yml': 'spec: {inputs: {stage: {default: deploy}}}\n---\npromote: {script: [make promote]}',
    })
    expect(waysThrough(reading, 'promote')).toEqual(['promote/1'])
  })

  test('may be referred to by `!reference`', () => {
    const yaml = `
      .setup: {script: [pip install x]}
      promote: {script: [!reference [.setup, script], make promote]}
    `
    expect(read(yaml).embedded?.map(e => e.file.text)).toEqual(['pip install x\nmake promote\n'])
  })

  test('is one script with what comes before, and `after_script` cannot fail it', () => {
    const yaml = `
      before_script: [pip install x]
      promote: {script: [make promote], after_script: [echo done]}
    `
    expect(read(yaml).embedded?.map(e => e.file.text)).toEqual([
      'pip install x\nmake promote\n',
      'echo done\n',
    ])
    expect(ways(yaml, 'promote')).toEqual([
      'promote/1 promote/2',
      'promote/1 promote/2!',
      'promote/1! promote/2 ^',
      'promote/1! promote/2! ^',
    ])
  })
})

test.each(['ci/child.yml', '[{local: /ci/child.yml}]', '[{local: ci/child.yml}, {local: ci/other.yml}]'])(
  'a job may start the pipeline of a file: %s',
  include => {
    expect(ways(`child: {trigger: {include: ${include}}}`, 'child')).toEqual(['ci/child.yml'])
  },
)

describe('bad input', () => {
  test('a cycle of includes and of extends ends', () => {
    const reading = read('include: a.yml\na: {extends: b, script: x}\nb: {extends: a, script: y}', {
      'a.yml': 'include: b.yml',
      'b.yml': 'include: a.yml',
    })
    expect(waysThrough(reading, 'a')).toEqual(['a/1'])
  })

  test('a missing file is a notice', () => {
    expect(read('stages: [a]\ninclude: /gone.yml\na: {script: x}').notices).toEqual([
      { path, line: 2, kind: 'unreadable', message: 'It includes `gone.yml`, which is not there.' },
    ])
  })
})
