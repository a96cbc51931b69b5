import { builtinRules } from '../../src/rules/builtin'
import { analyseSources } from '../support/analyse'

const rules = builtinRules()

const fields = `from pydantic import Field


def flag(usual: bool, description: str = "", later=None):
    return Field(default=usual, description=description)


def flag_by_default(usual=True):
    return Field(default=usual)
`

const levelsOf = async (trusting: string): Promise<readonly string[]> => {
  const config = `import fields
from pydantic import BaseModel

OFF = {"usual": False}


class Config(BaseModel):
    trust: bool = ${trusting}
    other: bool = fields.flag(True)
    third: bool = fields.flag(False)
`
  const load = `from config import Config
from transformers import AutoConfig


def start(config: Config):
    return AutoConfig.from_pretrained("acme/model", trust_remote_code=config.trust)
`
  const found = await analyseSources({ 'fields.py': fields, 'config.py': config, 'load.py': load }, rules)
  return found.flatMap(({ rule, level }) => (rule === 'remote-code-load' ? [level] : []))
}

describe('a field that a function of the repository declares has the default that its own call gives', () => {
  test.each(['fields.flag(False)', 'fields.flag(description="a", usual=False)', 'fields.flag(**OFF)'])(
    '%s',
    async declaration => {
      expect(await levelsOf(declaration)).toEqual([])
    },
  )

  test.each(['fields.flag(True)', 'fields.flag_by_default()'])('%s', async declaration => {
    expect(await levelsOf(declaration)).toEqual(['error'])
  })
})
