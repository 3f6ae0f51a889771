"""What the tests share: the tiny graph, worked out by hand in tests/fixtures/tiny/README.md, and the real one."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from helpers import TINY
from pcgraph import api
from pcgraph.belief import loading
from pcgraph.store import data_folder, files

settings.register_profile("pcgraph", deadline=None)  # a busy machine is no fault of an example
settings.load_profile("pcgraph")


@pytest.fixture(scope="session")
def inputs() -> data_folder.Inputs:
    return data_folder.read(TINY, files.home("ontology"))


@pytest.fixture(scope="session")
def tiny(inputs: data_folder.Inputs) -> api.KnowledgeGraph:
    return api.KnowledgeGraph(loading.compute(inputs))


@pytest.fixture(scope="session")
def real() -> api.KnowledgeGraph:
    return api.load(build=None)


@pytest.fixture(scope="session")
def article() -> api.KnowledgeGraph:
    """Return the real graph from its first source alone."""
    return api.load(build=None, only=["spin-b2b-2025"])


@pytest.fixture(scope="module")
def collected() -> Iterator[None]:
    """Keep the collector out of the threads of a server: an answer of the engine must die in the thread that asked."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a copy of the tiny data folder, to be damaged."""
    return Path(shutil.copytree(TINY, tmp_path / "data"))


@pytest.fixture(scope="session")
def chromium() -> str:
    """Find a browser; without one, the test fails and says what to install."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("PCGRAPH_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.fail("no Chromium: sudo apt-get install chromium")
    return found
