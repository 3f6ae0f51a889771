"""What the tests share: the tiny graph, worked out by hand in tests/fixtures/tiny/README.md, and the real one."""

from __future__ import annotations

import gc
import os
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

import loaded
import needs
from helpers import ROOT, TINY
from pcgraph import api
from pcgraph.belief import loading
from pcgraph.store import data_folder, files

settings.register_profile("pcgraph", deadline=None)  # a busy machine is no fault of an example
settings.load_profile("pcgraph")
TESTED_APART = {ROOT / name for name in os.environ.get("TESTED_APART", "").split()}  # files that `make covered` takes
LEFT_OUT = pytest.StashKey[dict[str, int]]()  # number of tests left out, for each need


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests whose needs this machine does not meet. Where CI is set, they run, and fail."""
    lacking = {} if os.environ.get("CI") else {item: unmet for item in items if (unmet := needs.unmet(item))}
    items[:] = [item for item in items if item not in lacking and not is_tested_apart(item)]
    long = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in long)  # so that at the end no process waits for one long file
    config.hook.pytest_deselected(items=[*lacking])
    config.stash[LEFT_OUT] = Counter(need for unmet in lacking.values() for need in unmet)
    getattr(config, "workeroutput", {})["left_out"] = dict(config.stash[LEFT_OUT])  # each process collects all tests


def is_tested_apart(item: pytest.Item) -> bool:
    return item.path in TESTED_APART and not any(map(item.get_closest_marker, ("slow", "exhaustive")))


def pytest_collection_finish() -> None:
    """Keep the collector of garbage off seven thousand tests and all modules: it took a tenth of the time."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over from a process of pytest-xdist what it left out."""
    node.config.stash[LEFT_OUT] = getattr(node, "workeroutput", {}).get("left_out", {})


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for need, number in config.stash.get(LEFT_OUT, {}).items():
        package = needs.missing()[need]
        terminalreporter.line(f"not run: {number} tests that need {need}; run  sudo apt-get install {package}")


@pytest.fixture(scope="session")
def inputs() -> data_folder.Inputs:
    return data_folder.read(TINY, files.home("ontology"))


@pytest.fixture(scope="session")
def tiny(inputs: data_folder.Inputs) -> api.KnowledgeGraph:
    return api.KnowledgeGraph(loading.compute(inputs))


@pytest.fixture(scope="session")
def real() -> api.KnowledgeGraph:
    return loaded.load()


@pytest.fixture(scope="session")
def article() -> api.KnowledgeGraph:
    """Return the real graph from its first source alone."""
    return loaded.load(only=["spin-b2b-2025"])


@pytest.fixture(scope="module", autouse=True)
def kept_off_the_collector() -> Iterator[None]:
    """Keep the collector of garbage also off what the tests of earlier files left, such as the graphs they share."""
    yield
    gc.collect()
    gc.freeze()


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
