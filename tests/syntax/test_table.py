"""The shipped parse table is the one that Lark makes from the grammar."""

from __future__ import annotations

from symspec.syntax.build import Builder
from symspec.syntax.table import TABLE, generated, written


def test_the_table_is_up_to_date() -> None:
    assert TABLE.read_text("utf-8") == written(generated())


def test_every_rule_has_its_method() -> None:
    for origin, length, make, left_out, helper in generated()["rules"]:
        assert hasattr(Builder, make) or helper or (left_out and length == 1), origin
