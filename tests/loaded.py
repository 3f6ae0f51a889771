"""Graphs that no test changes, loaded once in each process of the tests, however many commands ask for them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import chdir, contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

from helpers import ROOT, TINY
from pcgraph import api
from pcgraph.model.scope import OMIT
from pcgraph.store import files, project

really_load = api.load


def load(
    data: str | Path | project.Project | None = None, build: str | Path | bool | None = True, **scope: Any
) -> api.KnowledgeGraph:
    """Load as pcgraph does, but the shipped and the tiny data once for each scope, unless a build is there."""
    found = project.find(data).data.absolute()
    shipped = found == files.home("data")
    built = Path("build").exists() and Path.cwd() != ROOT
    if build is not True or built or not (shipped or found == TINY):
        return really_load(data, build=build, **scope)
    given = {name: tuple(value) if isinstance(value, list) else value for name, value in scope.items()}
    asked = {name: value for name, value in given.items() if value and value != OMIT}  # without what is so by default
    return _load_once(None if shipped else TINY, **asked)


@cache
def _load_once(data: Path | None, **scope: Any) -> api.KnowledgeGraph:
    with chdir(ROOT):
        return really_load(data, build=None, **scope)


@contextmanager
def once() -> Iterator[None]:
    """Make all calls of `pcgraph.api.load` calls of `load`, those of the command line too."""
    with mock.patch.object(api, "load", load):
        yield
