import { expectAsMarked } from './marked'

const prelude = `
  import pickle
  import fickling
  import joblib
  import skops.io
  import torch
  from skops.io import get_untrusted_types
  ALLOWED = ["churn.features.Encoder"]
`

const scanners = {
  'a scan whose answer is looked at is declared, since a scanner knows only what it knows': `
    def load(path):
        if not fickling.is_likely_safe(path):
            raise ValueError(path)
        with open(path, "rb") as file:
            return pickle.load(file)  # reported as note
  `,
  'a scan whose answer is dropped': `
    def load(path):
        fickling.is_likely_safe(path)
        with open(path, "rb") as file:
            return pickle.load(file)  # reported
  `,
  'a scan of another file': `
    def load(path, other):
        if not fickling.is_likely_safe(other):
            raise ValueError(other)
        with open(path, "rb") as file:
            return pickle.load(file)  # reported
  `,
  'a scan behind the load': `
    def load(path):
        model = joblib.load(path)  # reported
        if not fickling.is_likely_safe(path):
            raise ValueError(path)
        return model
  `,
}

const skops = {
  'a list of trusted types': `
    def load(path):
        return skops.io.load(path, trusted=ALLOWED)
  `,
  'the untrusted types, looked at and refused': `
    def load(path):
        unknown = set(get_untrusted_types(file=path)) - set(ALLOWED)
        if unknown:
            raise ValueError(unknown)
        return skops.io.load(path, trusted=ALLOWED)
  `,
  'the untrusted types, trusted': `
    def load(path):
        return skops.io.load(path, trusted=get_untrusted_types(file=path))  # reported
  `,
  'the untrusted types, printed and trusted': `
    def load(path):
        unknown = get_untrusted_types(file=path)
        print(unknown)
        return skops.io.load(path, trusted=unknown)  # reported
  `,
}

const options = {
  'a safe attempt does not make up for an unsafe one': `
    def load(path):
        try:
            return torch.load(path, weights_only=True)
        except Exception:
            return torch.load(path, weights_only=False)  # reported
  `,
  'an exception of the loader is no check': `
    def load(path):
        try:
            with open(path, "rb") as file:
                return pickle.load(file)  # reported
        except pickle.UnpicklingError:
            return None
  `,
}

describe.each(Object.entries({ scanners, skops, options }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked(prelude, python))
})
