import { findingsIn, type Repository } from '../pipelines/scanned'

// A client that a setting switches on, and what uses it.
const repository = (settings: string): Repository => ({
  'settings.py': settings,
  'registry.py': `
    from mlflow import MlflowClient

    from settings import get_settings


    def client():
        if not get_settings().tracking_uri:
            return None
        return MlflowClient(get_settings().tracking_uri)


    def promote(version):
        found = client()
        if found is None:
            return False
        found.set_registered_model_alias("churn", "champion", version)
        return True
  `,
})

async function foundIn(settings: string): Promise<string[]> {
  return (await findingsIn(repository(settings))).map(({ finding }) => finding)
}

const reported = ['error registry.py:16 unguarded-promotion']

test.each(['from pydantic_settings import BaseSettings', 'from pydantic import BaseSettings'])(
  'the default of a setting that the environment may give is one of its values: %s',
  async line => {
    const settings = `
      ${line}


      class Base(BaseSettings):
          debug: bool = False


      class Settings(Base):
          tracking_uri: str = ""


      def get_settings() -> Settings:
          return Settings()
    `
    expect(await foundIn(settings)).toEqual(reported)
  },
)

test('the default of a field that nothing else can give is its value', async () => {
  const settings = `
    from dataclasses import dataclass


    @dataclass
    class Settings:
        tracking_uri: str = ""


    def get_settings() -> Settings:
        return Settings()
  `
  expect(await foundIn(settings)).toEqual([])
})
