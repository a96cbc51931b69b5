import { analyseSources } from '../support/analyse'
import { builtin as rules } from '../support/builtin'
import { withoutMargin } from '../support/margin'

/** The levels of what is found, each with where the artifact comes from. */
async function told(python: string): Promise<readonly string[]> {
  const found = await analyseSources({ 'churn.py': withoutMargin(python) }, rules)
  return found.map(({ level, message }) => `${level} ${/The artifact [^.]*/.exec(message)?.[0] ?? ''}`)
}

test('what MLflow gives to a model of Python comes with the model', async () => {
  const python = `
    import joblib
    from mlflow.pyfunc import PythonModel

    class Churn(PythonModel):
        def load_context(self, context):
            self.model = joblib.load(context.artifacts["model"])
  `
  expect(await told(python)).toEqual(['warning The artifact comes with a model that MLflow loads'])
})

test('a method of the same name that takes over from no library is filled by nobody', async () => {
  const python = `
    import joblib

    class Churn:
        def load_context(self, context):
            self.model = joblib.load(context.artifacts["model"])
  `
  expect(await told(python)).toEqual([
    'warning The artifact comes in through the parameter `context`, which nothing in this repository sets',
  ])
})

const handler = (line: string): string => `
    import io
    import pickle

    import torch
    from ts.torch_handler.base_handler import BaseHandler

    class Handler(BaseHandler):
        def read(self, payload):
            return pickle.loads(payload)

    class Scorer(Handler):
        def handle(self, data, context):
            ${line}
  `

test('a handler of TorchServe is given requests, also by a class between', async () => {
  const says = 'error The artifact comes with a request'
  expect(await told(handler('return self.model(pickle.loads(data[0]["body"]))'))).toContain(says)
  expect(await told(handler('return self.model(self.read(data[0]["body"]))'))).toEqual([says])
})

test('what else it is given is none', async () => {
  const found = await told(handler('self.model = torch.load(context.system_properties["model_dir"])'))
  expect(found.filter(one => one.includes('request'))).toEqual([])
  expect(found).toHaveLength(2)
})

test('a model server that waits for its requests is one', async () => {
  const python = `
    import base64
    import pickle

    import kserve

    class Churn(kserve.Model):
        async def predict(self, payload, headers=None):
            return pickle.loads(base64.b64decode(payload["instances"][0]))
  `
  expect(await told(python)).toEqual(['error The artifact comes with a request'])
})

test('all that a predictor of Cog takes comes with a request', async () => {
  const python = `
    import torch
    from cog import BasePredictor, Input, Path

    class Predictor(BasePredictor):
        def predict(self, image: Path, weights: Path = Input(description="weights")) -> Path:
            return torch.load(weights, weights_only=False)(image)
  `
  expect(await told(python)).toEqual(['error The artifact comes with a request'])
})
