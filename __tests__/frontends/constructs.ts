/** A piece of Python with nearly every construct of the language. */
export const everyConstruct = `from __future__ import annotations
import os.path as p, torch
from ..pkg import (one, two as deux)
from stars import *

LIMIT: float = 1_000.5e-3
first, *rest, (inner, [last]) = LIMIT, 0x1F, -1, (2j, [~3])
type Alias[T] = list[T] | None
type(p).field = rest[1:2, ::3] = d = {"a": 1, **rest, 'b': [*rest, None]}


@deco(1)
@other.deco
class Model(Base[int], metaclass=Meta):
    """Doc \\N{DASH}"""
    __slots__ = ("x",)

    @property
    async def run(self, a, /, b: int = 2, *c, d=3, e, **kw) -> "Model":
        async with self.open() as f, lock:
            async for chunk in f:
                yield await chunk
        return

    def walk(self, x=lambda y, *z: (yield y)):
        global LIMIT
        LIMIT += x if self.ok and not x or x is not None else yield_from
        while (n := self.next()) and n != 3:
            try:
                if 0 < n <= 4 or n in rest:
                    continue
                elif n not in d:
                    break
                else:
                    raise ValueError(f"bad {n!r:>{LIMIT}} {{x}} {n=}") from None
            except (KeyError, TypeError) as error:
                del d["a"], self.x
                raise
            except* OSError:
                pass
            else:
                return self.walk(*rest, n=n, **d)[0](1).y
            finally:
                print("%s" % n, file=p)
        else:
            assert n, "no n"

        def inside():
            nonlocal n
            n = yield from (i for i in range(3) if i % 2 for j in i)
            return {k: v for k, v in d.items()}, {s for s in rest}, [[w for w in r] for r in rest]


match d, rest:
    case {"a": 1 | -2, **others}, [_, *tail] if others:
        pass
    case Model(x=0, y=(yy)) as whole, p.path | None:
        print(whole)
    case _:
        ...
for i, (a, b) in enumerate(d): x = a @ b ** -i // 2; y = a if b else i << 1 ^ 2 & ~3 | 4
else:
    with (open(rb'a\\x00') as f, suppress(E)): x = r"\\d" 'b' "c" f"""{
        d['a']
    }""" ; exec("x")
if __name__ == "__main__": main(  # comment
    x, \\
    y=1)
`
