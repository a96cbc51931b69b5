import { expectAsMarked } from './marked'

const prelude = `
  import builtins, io, pickle, sys
  ALLOWED = {("numpy", "ndarray"), ("numpy", "dtype")}
`

const cases = {
  'a list of pairs, and an exception for the rest, restricts': `
    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            if (module, name) in ALLOWED:
                return super().find_class(module, name)
            raise pickle.UnpicklingError(name)

    def load(file):
        return Restricted(file).load()
  `,
  'an early exception restricts as well': `
    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            if (module, name) not in ALLOWED:
                raise pickle.UnpicklingError(name)
            return super().find_class(module, name)

    def load(data):
        return Restricted(io.BytesIO(data)).load()
  `,
  'refusing everything restricts': `
    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            raise pickle.UnpicklingError(name)

    def load(file):
        return Restricted(file).load()
  `,
  'a list of dotted names restricts': `
    NAMES = {"numpy.ndarray", "numpy.dtype"}

    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            if f"{module}.{name}" not in NAMES:
                raise pickle.UnpicklingError(name)
            return super().find_class(module, name)

    def load(file):
        return Restricted(file).load()
  `,
  'some names of builtins, by a list, restrict': `
    SAFE = {"range", "complex", "set", "frozenset", "slice"}

    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            if module == "builtins" and name in SAFE:
                return getattr(builtins, name)
            raise pickle.UnpicklingError(name)

    def load(file):
        return Restricted(file).load()
  `,
  'a class that inherits the restriction has it': `
    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            if (module, name) not in ALLOWED:
                raise pickle.UnpicklingError(name)
            return super().find_class(module, name)

    class Tables(Restricted):
        pass

    def load(file):
        return Tables(file).load()
  `,
  'pairs that are matched restrict': `
    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            match (module, name):
                case ("numpy", "ndarray") | ("numpy", "dtype"):
                    return super().find_class(module, name)
                case _:
                    raise pickle.UnpicklingError(name)

    class Few(pickle.Unpickler):
        def find_class(self, module, name):
            match module, name:
                case "numpy", "ndarray":
                    return super().find_class(module, name)
            raise pickle.UnpicklingError(name)

    def load(file):
        return Restricted(file).load(), Few(file).load()
  `,
  'a module that is matched does not restrict': `
    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            match (module, name):
                case ("numpy", _):
                    return super().find_class(module, name)
            raise pickle.UnpicklingError(name)

    def load(file):
        return Restricted(file).load()  # reported
  `,
  'a table of what may be made restricts': `
    TABLE = {("collections", "OrderedDict"): dict, ("numpy", "ndarray"): list}

    class Listed(pickle.Unpickler):
        def find_class(self, module, name):
            return TABLE[module, name]

    class Refusing(pickle.Unpickler):
        def find_class(self, module, name):
            try:
                return TABLE[(module, name)]
            except KeyError:
                raise pickle.UnpicklingError(name)

    class Asking(pickle.Unpickler):
        def find_class(self, module, name):
            found = TABLE.get((module, name))
            if found is None:
                raise pickle.UnpicklingError(name)
            return found

    def load(file):
        return Listed(file).load(), Refusing(file).load(), Asking(file).load()
  `,
  'a table with a way around it does not restrict': `
    TABLE = {("collections", "OrderedDict"): dict}

    class Falling(pickle.Unpickler):
        def find_class(self, module, name):
            try:
                return TABLE[(module, name)]
            except KeyError:
                return super().find_class(module, name)

    class Asking(pickle.Unpickler):
        def find_class(self, module, name):
            return TABLE.get((module, name)) or super().find_class(module, name)

    class Given(pickle.Unpickler):
        def find_class(self, module, name):
            return TABLE.get((module, name), getattr(sys.modules[module], name))

    class All(pickle.Unpickler):
        def find_class(self, module, name):
            return vars(sys.modules[module])[name]

    def load(file):
        Falling(file).load()  # reported
        Asking(file).load()  # reported
        Given(file).load()  # reported
        All(file).load()  # reported
  `,
  'an assertion restricts only where assertions are kept': `
    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            assert (module, name) in ALLOWED
            return super().find_class(module, name)

    def load(file):
        return Restricted(file).load()  # reported as note
  `,
  'a part of a text is on no list': `
    NAMES = "ndarray dtype"

    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            if name not in "ndarray dtype":
                raise pickle.UnpicklingError(name)
            return super().find_class(module, name)

    class Named(pickle.Unpickler):
        def find_class(self, module, name):
            if name not in NAMES:
                raise pickle.UnpicklingError(name)
            return super().find_class(module, name)

    def load(file):
        Restricted(file).load()  # reported
        Named(file).load()  # reported
  `,
  'any name of builtins does not restrict': `
    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            if module == "builtins":
                return getattr(builtins, name)
            raise pickle.UnpicklingError(name)

    def load(file):
        return Restricted(file).load()  # reported
  `,
  'any name below a module does not restrict': `
    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            if module.startswith("numpy"):
                return super().find_class(module, name)
            raise pickle.UnpicklingError(name)

    def load(file):
        return Restricted(file).load()  # reported
  `,
  'falling through to the base class does not restrict': `
    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            if (module, name) in ALLOWED:
                return super().find_class(module, name)
            return super().find_class(module, name)

    def load(file):
        return Restricted(file).load()  # reported
  `,
  'renaming a module does not restrict': `
    class Renaming(pickle.Unpickler):
        def find_class(self, module, name):
            if module == "churn.old":
                module = "churn.new"
            return super().find_class(module, name)

    def load(file):
        return Renaming(file).load()  # reported
  `,
  'logging does not restrict': `
    class Warning(pickle.Unpickler):
        def find_class(self, module, name):
            if (module, name) not in ALLOWED:
                print(module, name)
            return super().find_class(module, name)

    def load(file):
        return Warning(file).load()  # reported
  `,
  'refusing some names does not restrict': `
    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            if name in ("eval", "exec"):
                raise pickle.UnpicklingError(name)
            return super().find_class(module, name)

    def load(file):
        return Restricted(file).load()  # reported
  `,
  'comparing names by their order does not restrict': `
    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            if name < "churn":
                raise pickle.UnpicklingError(name)
            return super().find_class(module, name)

    def load(file):
        return Restricted(file).load()  # reported
  `,
  'another method does not restrict': `
    class Restricted(pickle.Unpickler):
        def persistent_load(self, pid):
            raise pickle.UnpicklingError(pid)

    def load(file):
        return Restricted(file).load()  # reported
  `,
  'a restricted class that is not used does not restrict': `
    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            if (module, name) not in ALLOWED:
                raise pickle.UnpicklingError(name)
            return super().find_class(module, name)

    def load(file):
        return pickle.load(file)  # reported
  `,
}

test.each(Object.entries(cases))('%s', (_, python) => expectAsMarked(prelude, python))
