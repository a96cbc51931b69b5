const imports = `import hashlib, joblib, mlflow, sys, torch
client = mlflow.MlflowClient()
`

/** Python that is hard to analyse, by what makes it so; each function writes about `n` of its pieces. */
export const shapes = {
  // Functions in which branches, loops and exceptions stand in one another.
  nested: n => imports + repeat(n, nestedFunction),
  // Functions that call one another in circles, and hand a path and a flag on.
  recursion: n =>
    `${imports}${repeat(
      n,
      i => `
def f${i}(path, ok):
    if ok and path:
        f${(i + 1) % n}(path, ok)
    elif not f${(i * 7 + 3) % n}(path + "x", not ok):
        f${(i * 13 + 5) % n}(path, verify(path))
    if not ok:
        raise ValueError(path)
    return torch.load(path)
`,
    )}
def verify(path):
    return hashlib.sha256(open(path, "rb").read()).hexdigest() == "00"
f0(sys.argv[1], False)
`,
  // One long chain of alternatives that choose the target of a promotion.
  alternatives: n =>
    `${imports}def promote(kind, version, auc):
    if kind == "start":
        stage, ok = "Staging", False
${repeat(
  n,
  i => `    elif kind == "k${i}" and auc > 0.${i}:
        stage, ok = "${i % 2 === 0 ? 'Production' : 'Staging'}", check(${i})
`,
)}    else:
        raise ValueError(kind)
    if ok:
        client.transition_model_version_stage("m", version, stage)
`,
  // A long row of flags, each set from the one before and tested once.
  flags: n =>
    `${imports}def promote(metrics, version):
    ok = True
${repeat(
  n,
  i => `    if metrics["m${i}"] < 0.5:
        ok = False
    seen${i} = ok and metrics["n${i}"] > ${i}
    if not seen${i}:
        ok = seen${i}
`,
)}    if not ok:
        raise ValueError(metrics)
    client.transition_model_version_stage("m", version, "Production")
`,
  // Rows of assignments and calls in one body that may fail at each of them.
  failing: n =>
    `${imports}def load(paths):
    ok = False
    try:
${repeat(
  n,
  i => `        ok = False
        part = paths["p${i}"]
        ok = verify(part)
`,
)}    except (KeyError, OSError) as error:
        print(error)
    finally:
        print(ok)
    if ok:
        return joblib.load(paths["all"])
`,
  // One after another, each with its handlers and an end that always runs.
  tries: n =>
    `${imports}def load(path):
    state = None
${repeat(
  n,
  i => `    try:
        state = fetch(${i}, state)
    except ValueError:
        state = None
    except OSError:
        raise
    else:
        state = joblib.load(path)
    finally:
        close(state)
`,
)}    return state
`,
  // One helper with very many callers, only some of which check first.
  callers: n =>
    `${imports}def load(path):
    return joblib.load(path)
${repeat(
  n,
  i => `def call${i}(path, expected):
    ${i % 2 === 0 ? `if hashlib.sha256(open(path, "rb").read()).hexdigest() != expected: raise ValueError(path)` : 'pass'}
    return load(path)
`,
)}`,
  // Methods that reach one another through fields of objects.
  methods: n =>
    `${imports}${repeat(
      n,
      i => `class C${i}:
    def __init__(self, other=None):
        self.other = other or C${(i + 1) % n}(self)
        self.path = "a${i}"
    def load(self, path):
        self.other.load(self.path if path is None else path)
        return joblib.load(path)
`,
    )}C0().load(sys.argv[1])
`,
  // Loops in loops that hand values round.
  loops: n =>
    imports +
    repeat(
      n,
      i => `def loop${i}(paths):
    best, last = None, paths[0]
    for path in paths:
        while best is None:
            for other in path:
                if other > last:
                    best, last = last, other
                    continue
                if other == best:
                    break
            else:
                best = path
        last = joblib.load(best)
    return best
`,
    ),
  // A dictionary and a text that grow.
  growing: n =>
    `${imports}settings, name = {}, ""
${repeat(n, i => `settings["k${i}"] = name\nname += "${i}"\nif name in settings:\n    settings = {**settings, "x": name}\n`)}
client.transition_model_version_stage(**settings)
`,
}

function nestedFunction(i) {
  return `
def n${i}(path, metrics):
    for attempt in range(3):
        try:
            if metrics["auc"] > 0.8:
                with open(path) as f:
                    while f.readline():
                        if attempt:
                            try:
                                model = torch.load(path)
                            except OSError:
                                continue
                            finally:
                                print(path)
                        elif path:
                            break
                        else:
                            return None
            elif metrics["f1"] > 0.5:
                model = joblib.load(path)
            else:
                raise ValueError(path)
        except (KeyError, ValueError):
            if attempt == 2:
                raise
        else:
            client.transition_model_version_stage("m", model, "Production")
    return model
`
}

function repeat(n, write) {
  return Array.from({ length: n }, (_, i) => write(i)).join('')
}
