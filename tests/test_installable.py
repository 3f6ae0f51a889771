"""The base has a wheel of every package for each Python and each kind of Linux; this asks the package index."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from helpers import ROOT

LINUX = {
    "manylinux": ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
    "musllinux": ("musllinux_1_2_x86_64", "musllinux_1_1_x86_64"),
}


@pytest.mark.exhaustive
@pytest.mark.slow
@pytest.mark.parametrize("python", ["3.11", "3.14"])  # the oldest and the newest; a wheel of those has one between them
@pytest.mark.parametrize("linux", LINUX)
def test_the_base_installs_from_wheels_only(linux: str, python: str, tmp_path: Path) -> None:
    base = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    platforms = [word for tag in LINUX[linux] for word in ("--platform", tag)]
    words = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--dry-run",
        "--quiet",
        "--ignore-installed",
        "--only-binary=:all:",
    ]
    words += [
        "--only-binary=:all:",
        "--target",
        str(tmp_path / "nothing"),
        *platforms,
        "--python-version",
        python,
        "--implementation",
        "cp",
    ]
    done = subprocess.run([*words, *base], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
