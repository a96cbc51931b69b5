import { arrange } from '../../src/analysis/knowledge'
import { hole, type Literal } from '../../src/analysis/possible'
import { classify, type Target } from '../../src/analysis/targets'
import type { Words } from '../../src/rules/words-schema'
import { builtin } from '../support/builtin'

const lists = arrange(builtin).words

function words(list: string): Words {
  const found = lists.get(list)
  if (!found) throw new Error(`no word list ${list}`)
  return found
}

const stages: Record<Target, readonly Literal[]> = {
  production: [
    ...['production', 'prod', 'prd', 'live', 'champion', 'release', 'released', 'stable', 'primary', 'ga'],
    ...['Production', 'PRODUCTION', ' production ', 'Champion', 'PrOd', 'Live'],
    ...['prod-eu', 'eu_prod', 'eu.prod', 'eu/prod', 'team:prod', 'churn@prod', '#prod', 'prod eu', 'prod=1'],
    ...[
      'Production@v2',
      'churnProd',
      'ChurnProduction',
      'EUProd',
      'churnLIVE',
      'prod2',
      'live-01',
      'prod-v3',
    ],
    ...[
      'prod.ml.churn',
      'models:/churn@champion',
      'wandb-registry-prod/churn',
      `prod-${hole}`,
      `${hole}.prod`,
    ],
    ...['stable-diffusion-prod', 'stable-diffusion-stable', 'diffusion-stable', 'stable-churn'],
    ...['best-production', 'prod_latest', 'main-prod', 'non-linear-prod', 'pretrained-prod', 'notebook-live'],
  ],
  other: [
    ...[
      'staging',
      'stage',
      'stg',
      'archived',
      'none',
      'None',
      'dev',
      'development',
      'test',
      'testing',
      'qa',
      'uat',
    ],
    ...['sandbox', 'preview', 'challenger', 'candidate', 'shadow', 'canary', 'experiment', 'experimental'],
    ...['PendingManualApproval', 'pendingmanualapproval', 'rejected', 'Rejected', 'baseline', 'nightly'],
    ...[
      'rollback-champion',
      'rollback_prod',
      'previous_champion',
      'champion-candidate',
      'prod-shadow',
      'dev-live',
    ],
    ...[
      'preprod',
      'pre-prod',
      'pre_prod',
      'PreProd',
      'preproduction',
      'Pre-Production',
      'eu-preprod',
      'pre.prod',
    ],
    ...['nonprod', 'non-prod', 'NON_PROD', 'NonProduction', 'churn-nonprod', 'non prod'],
    ...[
      'not_production',
      'not-prod',
      'notProd',
      'churnNotProduction',
      'unreleased',
      'unstable',
      'prerelease',
    ],
    ...['dev.ml.churn', 'Staging', 'STAGING', 'dev01', 'test3', 'uat-prod', `dev-${hole}`, null],
  ],
  neutral: [
    ...['latest', 'default', 'best', 'v1', '3', '', 'churn', 'fraud-detector', 'eu-west-1', 'acme'],
    ...['product', 'products', 'product-recommender', 'productId', 'productive', 'reproduce', 'reproduction'],
    ...[
      'alive',
      'delivery',
      'olive',
      'champions-league',
      'releases-notes',
      'stability',
      'primarykey',
      'ga4',
      'gas',
    ],
    ...[`epoch ${hole}`, `v${hole}`, `churn-v${hole}`, `run_${hole}`, `step=${hole}`],
    ...[
      'stable-diffusion-v1-5',
      'stabilityai/stable-diffusion-xl-base-1.0',
      'StableDiffusionXL',
      'LivePortrait',
    ],
    ...['ppo-stable-baselines3', 'stable_video_diffusion', 'Stable Diffusion'],
    ...['prodigy', 'approved', 'Approved', 'maintenance', 'currently', 3, 100, true],
  ],
  unknown: [
    'serving',
    'current',
    'main',
    'main.ml.churn',
    'churn-serving',
    hole,
    `churn-${hole}`,
    `${hole}/${hole}`,
  ],
}

const approvals: Record<Target, readonly Literal[]> = {
  production: ['Approved', 'approved', 'APPROVED'],
  other: ['PendingManualApproval', 'Rejected', 'pending', 'NotApproved', 'unapproved', 'preapproved'],
  neutral: ['Production', 'prod', 'Draft', ''],
  unknown: [hole],
}

function rows(table: Record<Target, readonly Literal[]>): [Literal, string][] {
  return Object.entries(table).flatMap(([target, values]) =>
    values.map((value): [Literal, string] => [value, target]),
  )
}

test.each(rows(stages))('the stage, alias or name %j is %s', (value, target) => {
  expect(classify(value, words('stage'))).toBe(target)
})

test.each(rows(approvals))('the approval status %j is %s', (value, target) => {
  expect(classify(value, words('approval'))).toBe(target)
})
