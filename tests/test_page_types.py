"""The types of the page's script name the tables and columns of the view."""

from __future__ import annotations

import re
import typing

import pytest

from helpers import ROOT
from pcgraph.page.view import schema

TYPES = (ROOT / "src" / "pcgraph" / "page" / "app" / "types.d.ts").read_text(encoding="utf-8")
INTERFACES = dict(re.findall(r"^interface (\w+) \{\n(.*?)^\}", TYPES, re.MULTILINE | re.DOTALL))
TABLES = {name: kind for name, kind in vars(schema).items() if typing.is_typeddict(kind)}


@pytest.mark.parametrize("name", TABLES)
def test_the_script_reads_the_columns_that_the_view_has(name: str) -> None:
    """`npm run types` sees to it that the script reads nothing else; a ? marks what may be missing."""
    assert name in INTERFACES, f"types.d.ts: no interface {name}; expected one for each TypedDict of schema.py; add it"
    hints = typing.get_type_hints(TABLES[name], include_extras=True)
    expected = {column + "?" * (typing.get_origin(hint) is typing.NotRequired) for column, hint in hints.items()}
    assert set(re.findall(r"^  (\w+\??):", INTERFACES[name], re.MULTILINE)) == expected
