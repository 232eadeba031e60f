"""What people type, as a tree: a closed list of characters, a small grammar, a bounded cost."""

from symspec.syntax.reader import answer, expression, pointed, rows

__all__ = ["answer", "expression", "pointed", "rows"]
