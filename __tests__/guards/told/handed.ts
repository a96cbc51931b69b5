import { withoutMargin } from '../../support/margin'
import { told } from '../reasons'

const prelude = `
import abc, acme, contextlib, dataclasses, functools
from collections import namedtuple
from typing import NamedTuple
from mlflow import MlflowClient
client = MlflowClient()
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'

function python(above: string, body = ''): string {
  return `${prelude}\n${withoutMargin(above)}\n${withoutMargin(body)}`.replaceAll('MOVE', move)
}

function titleOf(code: string): string {
  return code.replaceAll(/\s+/g, ' ').trim()
}

const around: readonly (readonly [decorator: string, found: readonly string[], use?: string])[] = [
  [
    `
    def gate(f):
        def wrapper(version, auc):
            if auc < 0.8:
                raise ValueError()
            return f(version, auc)
        return wrapper
  `,
    [],
  ],
  [
    `
    def gate(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            if acme.auc() < 0.8:
                raise ValueError()
            return f(*args, **kwargs)
        return wrapper
  `,
    [],
  ],
  [
    `
    def gate(f):
        def wrapper(version, auc):
            f(version, auc)
            if auc < 0.8:
                raise ValueError()
        return wrapper
  `,
    ['error'],
  ],
  [
    `
    def gate(f):
        def wrapper(version, auc):
            if auc < 0.8:
                print("low")
            return f(version, auc)
        return wrapper
  `,
    ['error'],
  ],
  [
    `
    def gate(f):
        if acme.auc < 0.8:
            raise ValueError()
        return f
  `,
    ['error'],
  ],
  [
    `
    def gate(f):
        acme.register(f)
        return f
  `,
    ['error'],
  ],
  [
    `
    def gate(limit):
        def around(f):
            def wrapper(version, auc):
                if auc < limit:
                    raise ValueError()
                return f(version, auc)
            return wrapper
        return around
  `,
    [],
    '@gate(0.8)',
  ],
  [
    `
    def gate(limit):
        def around(f):
            def wrapper(version, auc):
                if auc < limit:
                    raise ValueError()
                return f(version, auc)
            return wrapper
        return around
  `,
    ['error'],
    '@gate(0)',
  ],
  [
    `
    class gate:
        def __init__(self, f):
            self.f = f
        def __call__(self, version, auc):
            if auc < 0.8:
                raise ValueError()
            return self.f(version, auc)
  `,
    ['error'],
  ],
  [
    `
    def gate(f):
        def wrapper(version, auc):
            if auc > 0.8:
                return f(version, auc)
        return functools.update_wrapper(wrapper, f)
  `,
    [],
  ],
  [
    `
    @contextlib.contextmanager
    def gate():
        if acme.auc() < 0.8:
            raise ValueError()
        yield
  `,
    [],
    '@gate()',
  ],
  [
    `
    @contextlib.contextmanager
    def gate():
        yield
        if acme.auc() < 0.8:
            raise ValueError()
  `,
    ['error'],
    '@gate()',
  ],
  [
    `
    def first(f):
        def wrapper(version, auc):
            if auc < 0.8:
                raise ValueError()
            return f(version, auc)
        return wrapper

    def gate(f):
        return first(f)
  `,
    [],
  ],
  [
    `
    def gate(f):
        def wrapper(version, auc):
            if auc < 0.8:
                raise ValueError()
            return acme.later(f)
        return wrapper
  `,
    [],
  ],
]
test.each(
  around.map(([decorator, found, use = '@gate']) => [use, titleOf(decorator), decorator, found] as const),
)('behind %s: %s', async (use, _, decorator, found) => {
  expect(await told(python(decorator, `${use}\ndef promote(version, auc):\n    MOVE`))).toEqual(found)
})

const handed: readonly (readonly [code: string, found: readonly string[]])[] = [
  [
    `
    def when(auc, f, version):
        if auc > 0.8:
            f(version)

    def main(auc, version):
        when(auc, move, version)
  `,
    [],
  ],
  [
    `
    def when(auc, f, version):
        f(version)

    def main(auc, version):
        when(auc, move, version)
  `,
    ['error'],
  ],
  [
    `
    def when(auc, f, version):
        if auc > 0.8:
            f(version)
        else:
            f(None)

    def main(auc, version):
        when(auc, move, version)
  `,
    ['error'],
  ],
  [
    `
    def when(auc, f, version):
        acme.keep(f)
        if auc > 0.8:
            f(version)

    def main(auc, version):
        when(auc, move, version)
  `,
    ['error'],
  ],
  [
    `
    KEPT = []
    class K:
        pass
    keeper = K()
    def when(auc, f, version):
        keeper.f = f
        if auc > 0.8:
            f(version)

    def main(auc, version):
        when(auc, move, version)
  `,
    ['error'],
  ],
  [
    `
    def when(auc, f, version):
        if auc > 0.8:
            f(version)
        return f

    def main(auc, version):
        when(auc, move, version)
  `,
    ['error'],
  ],
  [
    `
    def when(auc, f, version):
        def inner():
            f(version)
        if auc > 0.8:
            inner()

    def main(auc, version):
        when(auc, move, version)
  `,
    ['error'],
  ],
  [
    `
    def inner(g, version):
        g(version)

    def when(auc, f, version):
        if auc > 0.8:
            inner(f, version)

    def main(auc, version):
        when(auc, move, version)
  `,
    [],
  ],
  [
    `
    def when(auc, f, version):
        print(f)
        if auc > 0.8:
            f(version)

    def main(auc, version):
        when(auc, move, version)
  `,
    [],
  ],
  [
    `
    def when(auc, f, g, version):
        if auc > 0.8:
            f(version)
        g(version)

    def main(auc, version):
        when(auc, move, print, version)
  `,
    [],
  ],
  [
    `
    def when(auc, f, g, version):
        if auc > 0.8:
            f(version)
        g(version)

    def main(auc, version):
        when(auc, print, move, version)
  `,
    ['error'],
  ],
  [
    `
    def when(auc, version, f=None):
        if auc > 0.8:
            f(version)

    def main(auc, version):
        when(auc, version, f=move)
  `,
    [],
  ],
  [
    `
    def main(auc, version):
        later = functools.partial(move, version)
        if auc > 0.8:
            later()
  `,
    [],
  ],
  [
    `
    def main(auc, version):
        later = functools.partial(move, version)
        if auc > 0.8:
            print("x")
        later()
  `,
    ['error'],
  ],
  [
    `
    def main(auc, version):
        if auc > 0.8:
            acme.submit(move, version)
  `,
    [],
  ],
  [
    `
    def main(auc, version):
        acme.submit(move, version)
  `,
    ['error'],
  ],
  [
    `
    def main(auc, version):
        if auc > 0.8:
            acme.submit(functools.partial(move, version))
  `,
    [],
  ],
  [
    `
    def main(auc, version):
        later = lambda: move(version)
        if auc > 0.8:
            later()
  `,
    [],
  ],
  [
    `
    def main(auc, version):
        steps = {"move": move}
        if auc > 0.8:
            steps["move"](version)
  `,
    [],
  ],
  [
    `
    def main(auc, version):
        steps = [move]
        if auc > 0.8:
            for step in steps:
                step(version)
  `,
    [],
  ],
]
test.each(handed.map(([code, found]) => [titleOf(code), code, found] as const))(
  'handed on: %s',
  async (_, code, found) => {
    expect(await told(python('def move(version):\n    MOVE', code))).toEqual(found)
  },
)
