import { expectAsMarked } from './marked'

const prelude = `
  import hashlib, os, urllib.request
  import joblib
  EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
  URL = "https://models.example.com/churn.joblib"

  def released(path):
      if hashlib.sha256(open(path, "rb").read()).hexdigest() != EXPECTED:
          raise ValueError(path)
      return path

  def fetch(target):
      urllib.request.urlretrieve(URL, target)
      return released(target)
`

const ways = {
  'verified on every way, each time another file': `
    def load(small):
        if small:
            path = released("small.joblib")
        else:
            path = fetch("large.joblib")
        return joblib.load(path)
  `,
  'verified on one way, and not on the other': `
    def load(small):
        if small:
            path = released("small.joblib")
        else:
            path = "large.joblib"
        return joblib.load(path)  # reported as warning
  `,
  'what comes from the network is verified, and a file that the caller names is not': `
    def load(name):
        if name == "churn":
            path = fetch("churn.joblib")
        elif os.path.isfile(name):
            path = name
        else:
            raise ValueError(name)
        with open(path, "rb") as file:
            return joblib.load(file)  # reported as warning
  `,
  'what comes from the network is not verified, and the other file is': `
    def load(name):
        if name == "churn":
            path = "churn.joblib"
            urllib.request.urlretrieve(URL, path)
        else:
            path = released("old.joblib")
        return joblib.load(path)  # reported as error
  `,
  'verified in place, by another condition on each way': `
    def load(new, old):
        path = new
        if os.path.exists(new):
            released(new)
        else:
            path = old
            released(old)
        return joblib.load(path)
  `,
  'by an algorithm that can be fooled on one of the ways': `
    def load(small):
        if small:
            path = released("small.joblib")
        else:
            path = "large.joblib"
            if hashlib.md5(open(path, "rb").read()).hexdigest() != EXPECTED:
                raise ValueError(path)
        return joblib.load(path)  # reported as warning
  `,
  'a way that nobody comes by': `
    import sys

    def load(small):
        if small:
            path = released("small.joblib")
        else:
            sys.exit(1)
            path = "large.joblib"
        return joblib.load(path)
  `,
  'written anew behind the end of the ways': `
    def load(small):
        if small:
            path = released("small.joblib")
        else:
            path = released("large.joblib")
        urllib.request.urlretrieve(URL, path)
        return joblib.load(path)  # reported as error
  `,
  'one file on two ways, of which nobody takes the other': `
    def load(path, verbose=True):
        if verbose:
            print("loading")
        if verbose:
            print(path)
        return joblib.load(path)  # reported as error

    urllib.request.urlretrieve(URL, "churn.joblib")
    load("churn.joblib")
  `,
  'one file on two ways, verified on one of them': `
    def load(path, careful):
        if careful:
            released(path)
            print(path)
        else:
            print(path)
        return joblib.load(path)  # reported as error

    urllib.request.urlretrieve(URL, "churn.joblib")
    load("churn.joblib", True)
    load("churn.joblib", False)
  `,
  'a third way that ends before': `
    def load(size):
        if size == "small":
            path = released("small.joblib")
        elif size == "large":
            path = released("large.joblib")
        else:
            raise ValueError(size)
        return joblib.load(path)
  `,
}

test.each(Object.entries(ways))('%s', (_, python) => expectAsMarked(prelude, python))
