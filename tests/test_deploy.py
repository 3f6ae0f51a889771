"""What an administrator gets: the lock of a server, the list of packages, the container and the unit of systemd."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

from helpers import ROOT
from test_docs import options_of

SERVER = ROOT / "examples" / "server"
CONTAINERFILE = (SERVER / "Containerfile").read_text(encoding="utf-8")
UNIT = (SERVER / "pcgraph.service").read_text(encoding="utf-8")


def pinned(lock: Path) -> set[str]:
    """Return the packages of a lock, each with its version and its hashes."""
    text = re.sub(r" ;.* \\$", r" \\", lock.read_text(encoding="utf-8").strip(), flags=re.MULTILINE)
    return {*re.split(r"\n(?=\S)", text)}


def test_a_server_installs_what_the_tests_have_tried() -> None:
    server = pinned(ROOT / "requirements-serve.lock")
    assert server <= pinned(ROOT / "requirements.lock")
    names = {re.split(r"[=\s]", package)[0] for package in server}
    assert {"starlette", "uvicorn", "prometheus-client"} <= names
    assert not {"pip", "hatchling", "mcp", "jupyterlab", "pyvis", "ipython", "jedi", "pexpect", "jsonpickle"} & names


def test_the_list_of_packages_is_that_of_the_lock_and_repeats(tmp_path: Path) -> None:
    recipe = re.search(r"\$\(BIN\)/(cyclonedx-py .*)", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert recipe
    lock = tmp_path / "requirements-notebooks.lock"  # a part, because the whole takes seconds
    packages = sorted(pinned(ROOT / lock.name))[:5]
    lock.write_text("\n".join(packages) + "\n", encoding="utf-8")
    words = [str(ROOT / word) if word == "pyproject.toml" else word for word in shlex.split(recipe[1])]
    (tmp_path / "dist").mkdir()
    written = []
    for _ in range(2):
        run = [sys.executable, "-W", "ignore", "-m", "cyclonedx_py", *words[1:], "--no-validate"]
        subprocess.run(run, cwd=tmp_path, check=True, capture_output=True)
        written.append((tmp_path / "dist" / "sbom.json").read_bytes())
    assert written[0] == written[1]
    listed = {f"{part['name']}=={part['version']}" for part in json.loads(written[0])["components"]}
    assert listed == {package.split()[0] for package in packages}


def test_the_container_and_the_unit_start_the_server_with_options_that_exist() -> None:
    command = re.search(r"^CMD (\[.*\])$", CONTAINERFILE, re.MULTILINE)
    start = re.search(r"^ExecStart=\S+/pcgraph (.*)$", UNIT, re.MULTILINE)
    assert command
    assert start
    for verb, *words in (json.loads(command[1]), start[1].split()):
        assert verb == "serve"
        assert {word for word in words if word.startswith("--")} <= options_of("serve")


def test_a_container_that_cannot_write_has_a_folder_for_temporary_files() -> None:
    guide = (ROOT / "docs" / "how-to" / "administer.md").read_text(encoding="utf-8")
    runs = re.findall(r"podman run .*", CONTAINERFILE + guide)
    assert len(runs) == 3
    assert all({"--read-only", "--tmpfs /tmp"} <= {*re.findall(r"--read-only|--tmpfs /tmp", line)} for line in runs)


def test_the_container_installs_by_hash_and_does_not_run_as_root() -> None:
    copied = {*re.findall(r"^COPY (?!--from)(\S+)", CONTAINERFILE, re.MULTILINE)}
    assert copied == {"requirements-serve.lock", "requirements.lock", "dist/pcgraph-*.whl"}
    joined = CONTAINERFILE.replace("\\\n", " ")
    installed = [line for line in joined.splitlines() if "pip " in line and " install " in line]
    assert len(installed) == 3
    assert all("--require-hashes" in line or "--no-index --no-deps" in line for line in installed)
    [drawing] = re.findall(r"--target (\S+) .* /requirements.lock$", joined, re.MULTILINE)
    assert f"RUN PYTHONPATH={drawing} /opt/pcgraph/bin/pcgraph build" in joined
    last = CONTAINERFILE.rpartition("\nFROM ")[2]
    assert drawing not in last
    user = re.search(r"^USER (\d+)$", last, re.MULTILINE)
    assert user
    assert int(user[1]) > 0
    assert not re.search(r"https?://(?!127)", CONTAINERFILE)
