"""What tests need of the machine besides Python packages; the list of it is in tests/machine.sh."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

MACHINE = Path(__file__).with_name("machine.sh")


@cache
def missing() -> dict[str, str]:
    """Return the needs that this machine does not meet, each with the Debian package that meets it."""
    words = ["sh", str(MACHINE), "missing"]
    lines = subprocess.run(words, capture_output=True, text=True, check=True).stdout.splitlines()
    return {need: package for need, package, _ in (line.split(" ", 2) for line in lines)}


def unmet(item: pytest.Item) -> list[str]:
    """Return the needs of a test that this machine does not meet."""
    named = {need for mark in item.iter_markers("needs") for need in mark.args}
    fixtures = getattr(item, "fixturenames", ())
    named |= {need for fixture, need in (("browser", "chromium"), ("firefox", "firefox")) if fixture in fixtures}
    return sorted(named & missing().keys())


def program(*names: str) -> str:
    """Return the path of the first of these programs that is there; without one, the test fails."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.fail(f"{names[0]}: not installed; expected one of {', '.join(names)}; run  sh tests/machine.sh")
    return found


def chromium() -> str:
    """Return the path of the browser."""
    return program("chromium-headless-shell", "chromium", "google-chrome")


def firefox() -> str:
    """Return the path of the other browser."""
    return program("firefox-esr", "firefox")
