"""What CPython itself says about every .py file below a directory: one JSON object a line.

For each unit (module, function, lambda, class body): its calls, whether the compiler keeps them, and what its names
mean. `run.mjs` compares that with what the Python frontend says.
"""

import ast
import dis
import json
import re
import symtable
import sys
import warnings
from pathlib import Path
from tokenize import detect_encoding

SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)


def main(root):
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20_000)
    for path in sorted(Path(root).rglob("*.py")):
        if path.is_file():
            answer = describe(path)
            print(json.dumps({"path": str(path), **answer}), flush=True)


def describe(path):
    try:
        source = path.read_bytes()
        tree = ast.parse(source)
        code = compile(source, "source", "exec", dont_inherit=True, optimize=0)
        table = symtable.symtable(source, "source", "exec")
        encoding, _ = detect_encoding(iter(source.splitlines(keepends=True)).__next__)
        lines = re.split("\r\n|\r|\n", source.decode(encoding))
    except (SyntaxError, ValueError, RecursionError, MemoryError, LookupError) as error:
        return {"skipped": type(error).__name__}
    reader = Reader(lines, kept_calls(code))
    reader.unit(tree, table, None)
    return {"units": reader.units}


def kept_calls(code):
    """Where the calls end that the compiler kept; it drops what can never run."""
    ends = set()
    open_codes = [code]
    while open_codes:
        one = open_codes.pop()
        open_codes.extend(const for const in one.co_consts if hasattr(const, "co_code"))
        for instruction in dis.get_instructions(one):
            if instruction.opname.startswith("CALL"):
                ends.add((instruction.positions.end_lineno, instruction.positions.end_col_offset))
    return ends


class Reader:
    def __init__(self, lines, kept):
        self.lines = lines
        self.kept = kept
        self.units = []

    def unit(self, node, table, around):
        """`around` is the class whose private names are mangled here."""
        kind = type(node).__name__
        around = node.name.lstrip("_") if kind == "ClassDef" else around
        at = "module" if kind == "Module" else self.place(node)
        unit = {"at": at, "kind": kind, "calls": [], "names": names_of(table, around), "imprecise": False}
        self.units.append(unit)
        tables = {}
        for child in children_of(table):
            tables.setdefault((child.get_type(), child.get_name(), child.get_lineno()), []).append(child)
        body = [node.body] if kind == "Lambda" else node.body
        for part in body:
            self.visit(part, unit, tables, around, False, False)

    def visit(self, node, unit, tables, around, formatted, annotation):
        if isinstance(node, SCOPES):
            for part, is_annotation in outside(node):
                self.visit(part, unit, tables, around, formatted, annotation or is_annotation)
            self.unit(node, table_of(node, tables), around)
            self.units[-1]["imprecise"] = formatted
            return
        if isinstance(node, ast.Call):
            self.call(node, unit, formatted, annotation)
        inside = formatted or isinstance(node, ast.JoinedStr)
        for field, value in ast.iter_fields(node):
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, ast.AST):
                    self.visit(part, unit, tables, around, inside, annotation or field == "annotation")

    def call(self, node, unit, formatted, annotation):
        callee = node.func
        name = callee.attr if isinstance(callee, ast.Attribute) else getattr(callee, "id", None)
        line = callee.end_lineno if isinstance(callee, ast.Attribute) else callee.lineno
        dead = (node.end_lineno, node.end_col_offset) not in self.kept
        unit["calls"].append([0 if formatted else line, name, dead and not annotation, annotation])

    def place(self, node):
        line = self.lines[node.lineno - 1].encode("utf-8", "surrogatepass")
        before = line[: node.col_offset].decode("utf-8", "surrogatepass")
        return f"{node.lineno}:{len(before.encode('utf-16-le', 'surrogatepass')) // 2}"


def table_of(node, tables):
    """None where two definitions on one line cannot be told apart."""
    kind = "class" if isinstance(node, ast.ClassDef) else "function"
    name = "lambda" if isinstance(node, ast.Lambda) else node.name
    keys = ((kind, name, line) for line in lines_of(node))
    found = [table for key in keys for table in tables.get(key, [])]
    return found[0] if len(found) == 1 else None


def names_of(table, around):
    if table is None:
        return None
    return {
        plain(symbol.get_name(), around): meaning(symbol)
        for symbol in table.get_symbols()
        if not symbol.get_name().startswith(".")
    }


def lines_of(node):
    decorators = getattr(node, "decorator_list", [])
    return {node.lineno, *(decorator.lineno for decorator in decorators)}


def children_of(table):
    """Tables inside, those of comprehensions replaced by what is in them: to the frontend they are no units."""
    for child in table.get_children() if table else []:
        if child.get_name() in ("listcomp", "setcomp", "dictcomp", "genexpr"):
            yield from children_of(child)
        else:
            yield child


def outside(node):
    """Parts of a definition that run where it stands."""
    if isinstance(node, ast.ClassDef):
        return [(part, False) for part in [*node.decorator_list, *node.bases, *node.keywords]]
    arguments = node.args
    given = [part for part in [*arguments.defaults, *arguments.kw_defaults] if part]
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
    types = [argument.annotation for argument in every if argument and argument.annotation]
    if isinstance(node, ast.Lambda):
        return [(part, False) for part in given]
    returns = [node.returns] if node.returns else []
    return [*((part, False) for part in [*node.decorator_list, *given]), *((part, True) for part in [*types, *returns])]


def plain(name, around):
    """A private name as it is written."""
    return name[len(around) + 1 :] if around and name.startswith(f"_{around}__") else name


def meaning(symbol):
    if symbol.is_declared_global():
        return "global" + ("+" if symbol.is_assigned() or symbol.is_imported() else "")
    if symbol.is_free():
        return "free" + ("+" if symbol.is_assigned() or symbol.is_imported() else "")
    if symbol.is_local():
        return "local"
    return "outer"


main(sys.argv[1])
