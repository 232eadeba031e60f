"""The house as data, and the functions that find where a tree of sources departs from it.

A tree is a mapping from module names to sources, so that the rules can be tried on invented trees. A room
is what stands directly in symspec/: a package or a module. Every finding is one sentence.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

HOUSE = "symspec"
Tree = Mapping[str, str]

# From the ground up: a room imports from itself and from lower floors only.
FLOORS: tuple[tuple[str, ...], ...] = (
    (
        "_version",
        "errors",
        "truth",
        "record",
        "field_claims",
        "certificate",
        "certificate_json",
        "theorems",
        "languages",
        "budget",
        "fact",
        "guard",
        "atomic",
    ),
    ("checker",),
    ("syntax", "notation", "algebra"),
    ("spectral",),
    ("decision", "numeric"),
    ("proof", "formal"),
    ("render",),
    ("certification",),
    ("analysis",),
    ("affine_maps", "bulk", "exercises", "recurrences"),
    ("cli", "__main__"),
)
# (importer, imported): the edges within one floor.
SIDEWAYS: frozenset[tuple[str, str]] = frozenset(
    {
        ("budget", "errors"),
        ("guard", "errors"),
        ("guard", "budget"),
        ("atomic", "errors"),
        ("field_claims", "record"),
        ("certificate", "field_claims"),
        ("certificate", "record"),
        ("certificate_json", "certificate"),
        ("certificate_json", "errors"),
        ("theorems", "errors"),
        ("languages", "errors"),
        ("certificate_json", "record"),
        ("algebra", "syntax"),
        ("algebra", "notation"),
        ("formal", "proof"),
        ("bulk", "exercises"),
        ("__main__", "cli"),
    }
)
# Rooms that run on the standard library alone, so that a checker can be read and trusted by itself.
STANDARD_LIBRARY_ONLY = frozenset({*FLOORS[0], "checker"})
# All that the trusted part may see of the house.
SEEN_BY_THE_CHECKER = frozenset(
    {"checker", "errors", "truth", "record", "field_claims", "certificate", "certificate_json"}
)
# Finding certificates and checking them meet here and nowhere below.
MEETS_THE_CHECKER = frozenset(
    {"checker", "certification", "analysis", "bulk", "exercises", "cli", "__main__"}
)
# A library is imported in these rooms (or modules) only.
LIBRARIES: Mapping[str, tuple[str, ...]] = {
    "flint": ("algebra", "numeric"),
    "sympy": ("algebra", "numeric", "render.plots"),
    "mpmath": ("algebra", "numeric", "render.plots"),
    "numpy": ("algebra", "numeric", "render.plots"),
    "lark": ("syntax",),
    "matplotlib": ("render.plots",),
    "typst": ("render",),
    "dask": ("bulk",),
    "distributed": ("bulk",),
}
# Ways for text to become code.
CODE_FROM_TEXT = frozenset({"eval", "exec", "sympify", "parse_expr", "parse_latex", "lambdify"})
UNSAFE_MODULES = frozenset({"pickle", "marshal", "shelve"})
# Also methods with other meanings (sympy's Poly.eval), so forbidden as bare names only.
BARE_NAMES_ONLY = frozenset({"eval", "exec"})

# What `import symspec` may load at once, beside the standard library.
LIGHT_AT_THE_DOOR = frozenset({"symspec._version"})

LONGEST_FILE = 400
LONGEST_BODY = 40


@dataclass(frozen=True, slots=True)
class Import:
    """One imported module or name; `typing_only` under `if TYPE_CHECKING`, `deferred` inside a function."""

    importer: str
    target: str
    line: int
    typing_only: bool
    deferred: bool

    def __str__(self) -> str:
        return f"{self.importer}:{self.line} imports {self.target}"


def tree(root: Path) -> Tree:
    """Every module under root, which is the folder of the package itself."""
    names = {p: ".".join((root.name, *p.relative_to(root).with_suffix("").parts)) for p in root.rglob("*.py")}
    return {name.removesuffix(".__init__"): path.read_text("utf-8") for path, name in sorted(names.items())}


def room(module: str) -> str:
    """The room of a module of the house; "" for the house itself.

    >>> room("symspec.algebra.backend.flint"), room("symspec.errors"), room("symspec")
    ('algebra', 'errors', '')
    """
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def imports(module: str, source: str, modules: Tree) -> Iterator[Import]:
    """Every import statement of the source, wherever it stands, with its target made absolute."""
    pending: list[tuple[ast.AST, bool, bool]] = [(ast.parse(source), False, False)]
    while pending:
        node, typing_only, deferred = pending.pop()
        if isinstance(node, ast.Import | ast.ImportFrom):
            for target in targets(module, node, modules):
                yield Import(module, target, node.lineno, typing_only, deferred)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            pending += [(child, True, deferred) for child in node.body]
            pending += [(child, typing_only, deferred) for child in node.orelse]
            continue
        deferred = deferred or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        pending += [(child, typing_only, deferred) for child in ast.iter_child_nodes(node)]


def targets(module: str, node: ast.Import | ast.ImportFrom, modules: Tree) -> Iterator[str]:
    """The modules that the statement names; for a name in the house that is no module, module.name."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
        return
    base = node.module or ""
    if node.level:
        is_package = any(name.startswith(module + ".") for name in modules) or module == HOUSE
        parts = module.split(".")
        parents = parts[: len(parts) - node.level + is_package]
        base = ".".join((*parents, node.module) if node.module else parents)
    for alias in node.names:
        name = f"{base}.{alias.name}"
        yield name if name in modules or base == HOUSE else base


def all_imports(modules: Tree) -> tuple[Import, ...]:
    """The imports of all modules."""
    return tuple(i for name, source in modules.items() for i in imports(name, source, modules))


def is_inside(target: str) -> bool:
    """The target belongs to the house."""
    return library(target) == HOUSE


def library(target: str) -> str:
    """The first part of a dotted name: what a package index would call the library."""
    return target.partition(".")[0]


def upward(modules: Tree) -> Iterator[str]:
    """Imports of the house that do not go down, and rooms that no floor knows."""
    floor = {name: height for height, names in enumerate(FLOORS) for name in names}
    for name in sorted({room(m) for m in modules} - floor.keys() - {""}):
        yield f"{HOUSE}.{name} has no floor: give it one in FLOORS"
    for found in all_imports(modules):
        if not is_inside(found.target) or room(found.importer) not in floor:
            continue
        here, there = room(found.importer), room(found.target)
        if there not in floor:
            yield f"{found}: import the module that defines it"
        elif here != there and floor[there] >= floor[here] and (here, there) not in SIDEWAYS:
            yield f"{found}: {there} is not below {here}"


def cycles(modules: Tree) -> Iterator[str]:
    """Groups of modules that import one another at run time, deferred imports included."""
    graph: dict[str, set[str]] = {name: set() for name in modules if name != HOUSE}
    for found in all_imports(modules):
        if found.importer in graph and found.target in graph and not found.typing_only:
            graph[found.importer].add(found.target)
    reach = {name: reachable(graph, name) for name in graph}
    groups = {frozenset(m for m in reach[name] if name in reach[m]) for name in graph if name in reach[name]}
    for group in sorted(sorted(g) for g in groups):
        yield f"import cycle: {', '.join(group)}"


def reachable(graph: Mapping[str, set[str]], start: str) -> set[str]:
    """What can be reached from start in one step or more; contains start iff start is on a cycle."""
    found: set[str] = set()
    pending = list(graph[start])
    while pending:
        node = pending.pop()
        if node not in found:
            found.add(node)
            pending += graph[node]
    return found


def foreign(modules: Tree) -> Iterator[str]:
    """Libraries outside their rooms, and anything but the standard library where only that is allowed."""
    for found in all_imports(modules):
        name = library(found.target)
        if name == HOUSE or name in sys.stdlib_module_names:
            continue
        if room(found.importer) in STANDARD_LIBRARY_ONLY:
            yield f"{found}: {room(found.importer)} uses the standard library only"
        elif name not in LIBRARIES:
            yield f"{found}: {name} is no dependency of the house: see LIBRARIES"
        elif not any(f"{found.importer}.".startswith(f"{HOUSE}.{place}.") for place in LIBRARIES[name]):
            yield f"{found}: {name} belongs in {', '.join(LIBRARIES[name])}"


def trust(modules: Tree) -> Iterator[str]:
    """Breaches of the wall between finding a certificate and checking it."""
    for found in all_imports(modules):
        here, there = room(found.importer), room(found.target)
        if not is_inside(found.target):
            continue
        if here == "checker" and there not in SEEN_BY_THE_CHECKER:
            yield f"{found}: the checker sees {', '.join(sorted(SEEN_BY_THE_CHECKER))} only"
        if there == "checker" and here not in MEETS_THE_CHECKER and found.importer != HOUSE:
            yield f"{found}: only {', '.join(sorted(MEETS_THE_CHECKER))} may import the checker"


def heavy_door(modules: Tree) -> Iterator[str]:
    """What keeps `import symspec` from being light: its public names must load at first use."""
    source = modules[HOUSE]
    if not any(isinstance(n, ast.FunctionDef) and n.name == "__getattr__" for n in ast.parse(source).body):
        yield f"{HOUSE} has no module __getattr__: its public names must load at first use"
    for found in imports(HOUSE, source, modules):
        light = library(found.target) in sys.stdlib_module_names or found.target in LIGHT_AT_THE_DOOR
        if not (light or found.typing_only or found.deferred):
            yield f"{found} when it is itself imported"


def code_from_text(modules: Tree) -> Iterator[str]:
    """Uses of what turns text into code."""
    for found in all_imports(modules):
        if library(found.target) in UNSAFE_MODULES:
            yield f"{found}, which turns data into code"
    for module, source in modules.items():
        for node in ast.walk(ast.parse(source)):
            name = used_name(node)
            if name:
                yield f"{module}:{node.lineno} uses {name}, which turns text into code"


def used_name(node: ast.AST) -> str:
    """The forbidden name that the node uses or imports, or ""."""
    match node:
        case ast.Name(id=name) if name in CODE_FROM_TEXT:
            return name
        case ast.Attribute(attr=name) if name in CODE_FROM_TEXT - BARE_NAMES_ONLY:
            return name
        case ast.alias(name=name) if name.split(".")[-1] in CODE_FROM_TEXT:
            return name
    return ""


def oversized(modules: Tree) -> Iterator[str]:
    """Files and functions over their limits; a docstring counts for its file, not for its function."""
    for module, source in modules.items():
        length = len(source.splitlines())
        if length > LONGEST_FILE:
            yield f"{module} has {length} lines, over {LONGEST_FILE}"
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and body_length(node) > LONGEST_BODY:
                yield f"{module}:{node.lineno} {node.name} has {body_length(node)} lines, over {LONGEST_BODY}"


def body_length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from the first statement after the docstring to the last."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


RULES = (upward, cycles, foreign, trust, heavy_door, code_from_text, oversized)
