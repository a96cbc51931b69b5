import { expectAsMarked } from '../guards/marked'

const handed = {
  'a function that calls what it is given speaks for all that give it': `
    import joblib

    CACHE = {}

    def cached(path, load, **options):
        if path not in CACHE:
            CACHE[path] = load(path)  # reported
        return CACHE[path]

    def predict(rows):
        return cached("churn.joblib", joblib.load).predict(rows)

    def explain(rows):
        return cached("explainer.joblib", load=joblib.load)(rows)
  `,
  'a method that does': `
    import joblib

    class Cache:
        def __init__(self):
            self.kept = {}

        def get(self, path, load):
            if path not in self.kept:
                self.kept[path] = load(path)  # reported
            return self.kept[path]

    cache = Cache()
    model = cache.get("churn.joblib", joblib.load)
  `,
  'one that hands it on to somebody else': `
    import joblib
    from concurrent.futures import ThreadPoolExecutor

    pool = ThreadPoolExecutor()

    def later(load, path):
        return pool.submit(load, path)

    model = later(joblib.load, "churn.joblib").result()  # reported
  `,
  'one that only asks about it, or calls another': `
    import joblib

    def describe(path, load, other):
        print(load.__name__)
        return other(path)

    model = describe("churn.joblib", joblib.load, open)  # reported
  `,
  'one of which nobody knows which it is': `
    import joblib
    from tools import run

    model = run("churn.joblib", joblib.load)  # reported
  `,
}

describe('a loader that is handed to a function of the repository', () => {
  test.each(Object.entries(handed))('%s', (_, marked) => expectAsMarked('', marked))
})
