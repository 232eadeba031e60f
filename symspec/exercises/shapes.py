"""Vectors as they are written: what is one, and what its entries are."""

from __future__ import annotations

from symspec.syntax.tree import (
    ListOf,
    Name,
    Node,
    Number,
    Product,
    Relation,
    Rows,
    SetOf,
    Statement,
    Transpose,
    TupleOf,
    children,
)

BRACKETED = ListOf | TupleOf | SetOf


def is_vector(node: Node) -> bool:
    """(1, 2), [1, 2], [1; 2], [1 2]^T, {1, 2}: a row or a column of numbers."""
    return bool(vector_entries(node))


def vector_entries(node: Node) -> tuple[Node, ...]:
    """The entries of a row or column written out; () if it is none."""
    match node:
        case Transpose(inner):
            return vector_entries(inner)
        case Rows(((single,),)) if isinstance(single, Rows | BRACKETED):
            return vector_entries(single)
        case Rows((items,)) | ListOf(items) | TupleOf(items) | SetOf(items):
            if len(items) == 1 and isinstance(items[0], Rows | BRACKETED):
                return vector_entries(items[0])
            if items and all(isinstance(x, BRACKETED) and len(x.items) == 1 for x in items):
                return tuple(x.items[0] for x in items if isinstance(x, BRACKETED))
            return () if any(map(_is_no_entry, items)) else items
        case Rows(rows) if all(len(row) == 1 for row in rows):
            items = tuple(row[0] for row in rows)
            return () if any(map(_is_no_entry, items)) else items
    return ()


def _is_no_entry(node: Node) -> bool:
    """It holds a bracketed list, is a unit vector e_k, or is more than an expression."""
    if unit_index(node) is not None:
        return True
    return isinstance(node, Rows | BRACKETED | Statement | Relation) or any(map(_is_no_entry, children(node)))


def unit_index(node: Node) -> int | None:
    """k for e_k, also written ek."""
    match node:
        case Name(name) if name.startswith("e_") and name[2:].isdigit():
            return int(name[2:])
        case Product((Name("e"), Number(k))) if k.denominator == 1:
            return int(k)
    return None
