"""The workflow that publishes on GitHub Pages: its commands run on a small project, and it never loses a release."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml

from helpers import PATIENCE, ROOT, pcgraph
from pcgraph.store.strict_yaml import Strings
from sites import files

WORKFLOW = ROOT / "examples" / "publish" / "pages.yml"
# what GitHub makes of the expressions
# what GitHub makes of the expression
CHOSEN = {"${{ inputs.release && (inputs.first && '--release --first' || '--release') || '' }}": "--release"}


def workflow() -> dict[str, Any]:
    found = yaml.load(WORKFLOW.read_text(encoding="utf-8"), Strings)  # noqa: S506 - it makes nothing but text
    assert isinstance(found, dict)
    return found


def steps() -> list[dict[str, Any]]:
    return [step for step in workflow()["jobs"]["build"]["steps"] if "run" in step]


def run(step: dict[str, Any], folder: Path, site: str) -> subprocess.CompletedProcess[str]:
    """Run the script of a step as GitHub does."""
    own = folder.parent / "bin"
    own.mkdir(exist_ok=True)
    (own / "pcgraph").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pcgraph "$@"\n')
    (own / "pcgraph").chmod(0o755)
    given = {"SITE": site, "GITHUB_RUN_ID": "7", "RUNNER_TEMP": str(folder.parent)}
    given |= {name: CHOSEN[value] for name, value in step.get("env", {}).items()}
    environment = {**os.environ, **given, "PATH": f"{own}{os.pathsep}{os.environ['PATH']}"}
    words = ["bash", "-e", "-c", step["run"]]
    return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, timeout=PATIENCE)


@contextmanager
def host(folder: Path) -> Iterator[str]:
    """Serve a folder as a plain host."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new project with a version, and its site with a release."""
    folder = tmp_path_factory.mktemp("publishing") / "lamps"
    assert pcgraph("init", str(folder)).returncode == 0
    toml = folder / "pcgraph.toml"
    toml.write_text(toml.read_text().replace("# version =", "version ="))
    done = pcgraph("site", "hosted", "--base", "https://example.org/lamps/", "--release", "--first", cwd=folder)
    assert done.stderr.endswith("; release 0.1.0\n"), done.stderr
    return folder


def test_the_workflow_has_no_right_that_it_does_not_need() -> None:
    found = workflow()
    assert found["permissions"] == {"contents": "read"}
    assert "permissions" not in found["jobs"]["build"]
    assert found["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    upload = next(step for step in found["jobs"]["build"]["steps"] if "upload-pages" in step.get("uses", ""))
    assert upload["with"] == {"path": "public", "include-hidden-files": "true"}  # or .well-known is left out


@pytest.mark.exhaustive
@pytest.mark.slow
@pytest.mark.needs("curl", "jq")
def test_the_workflow_publishes_and_keeps_what_was_released(project: Path) -> None:
    toml = project / "pcgraph.toml"
    toml.write_text(toml.read_text().replace('"0.1.0"', '"0.2.0"'))
    _, fetch, *commands = steps()
    with host(project / "hosted") as site:
        for step in (fetch, *commands):
            done = run(step, project, site)
            assert done.returncode == 0, (step, done.stderr)
    new, old = files(project / "public"), files(project / "hosted")
    kept = {path for path in old if path.startswith("releases/")}
    assert len(kept) == 7
    assert {path: new[path] for path in kept} == {path: old[path] for path in kept}
    assert "releases/0.2.0/SHA256SUMS" in new
    assert site.encode() in new["sitemap.xml"]


@pytest.mark.needs("curl", "jq")
@pytest.mark.parametrize("missing", ["manifest.json", "releases/0.1.0/names.txt", ""])
def test_the_workflow_fails_rather_than_lose_a_release(missing: str, project: Path, tmp_path: Path) -> None:
    """A host that does not answer, a file that is not there, and one that arrives changed."""
    for path, content in files(project / "hosted").items():
        if path == "manifest.json" or path.startswith("releases/"):
            (tmp_path / "hosted" / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "hosted" / path).write_bytes(content)
    (tmp_path / "work").mkdir()
    with host(tmp_path / "hosted") as site:
        assert run(steps()[1], tmp_path / "work", site).returncode == 0
        if missing:
            (tmp_path / "hosted" / missing).unlink()
        else:
            (tmp_path / "hosted/releases/0.1.0/graph.nq.gz").write_bytes(b"other")
        assert run(steps()[1], tmp_path / "work", site).returncode != 0


def test_a_question_that_nothing_can_be_asked_with_has_a_page_without_an_answer(project: Path) -> None:
    """A new project has no sector, so the question about a sector has no example."""
    page = (project / "hosted/questions/engagements-in-sector.html").read_text()
    assert "<p>None: the graph has no sector to ask about.</p>" in page
    assert 'href="../query.html#question=engagements-in-sector"' in page


def test_what_the_guide_lists_is_in_the_folder(project: Path) -> None:
    guide = (ROOT / "docs" / "how-to" / "publish.md").read_text(encoding="utf-8")
    tree = guide.partition("```text\npublic\n")[2].partition("```")[0]
    listed = [path for line in tree.splitlines() for path in line.partition("  ")[0].split(", ")]
    assert len(listed) > 20
    assert [path for path in listed if not any((project / "hosted").glob(path.rstrip("/")))] == []
