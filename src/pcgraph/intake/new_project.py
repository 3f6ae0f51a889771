"""Create a project folder: the project file, an invented example that builds, and a short README."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from pcgraph.errors import InvalidInput, UsageError
from pcgraph.model.text import markdown, visible
from pcgraph.store.files import real, reason, shown
from pcgraph.store.project import FILE

TEMPLATE = Path(__file__).parent / "project_template"
HIDDEN = {"gitignore": ".gitignore"}  # name in the template → name in the project
MOST_LISTED = 5


def create(folder: Path) -> list[Path]:
    """Create a project in a new or empty folder, all or nothing; a folder ``.git`` may be in it.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp()) / "harbours"
    >>> [path.relative_to(folder).as_posix() for path in create(folder)][:3]
    ['.gitignore', 'README.md', 'data/register/things.ttl']
    """
    try:
        target = real(folder)
        if target.exists() and not target.is_dir():
            raise UsageError(f"init {shown(folder)}: a file; expected a new or empty folder; choose another name")
        if found := sorted(path.name for path in target.iterdir() if path.name != ".git") if target.exists() else []:
            more = f" and {len(found) - MOST_LISTED} more" if len(found) > MOST_LISTED else ""
            raise UsageError(
                f"init {shown(folder)}: not empty ({visible(', '.join(found[:MOST_LISTED]))}{more}); "
                f"expected a new or empty folder; choose another, or write a {FILE} by hand"
            )
        target.parent.mkdir(parents=True, exist_ok=True)
        new = Path(mkdtemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent))
        try:
            _fill(new, target.name)
            _move(new, target)
        finally:
            rmtree(new, ignore_errors=True)
    except OSError as error:
        raise InvalidInput(
            f"init {shown(folder)}: cannot be written ({reason(error)}); expected a writable folder; choose another"
        ) from error
    return sorted(folder / HIDDEN.get(name, name) for name in _names())


def _names() -> list[str]:
    return [path.relative_to(TEMPLATE).as_posix() for path in TEMPLATE.rglob("*") if path.is_file()]


def _fill(new: Path, name: str) -> None:
    """Write the files of the template, with the title and the base of the project."""
    title = visible(name).replace("-", " ").replace("_", " ").strip().capitalize() or "Project"
    slug = re.sub(r"[^A-Za-z0-9.-]+", "-", name).strip("-.") or "project"
    new.chmod(0o755)
    for each in _names():
        quoted = json.dumps(title, ensure_ascii=False) if each == FILE else markdown(title)
        values = {"BASE": f"https://example.org/{slug}/", "TITLE": quoted}
        parts = re.split("(BASE|TITLE)", (TEMPLATE / each).read_text(encoding="utf-8"))
        path = new / HIDDEN.get(each, each)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(values.get(part, part) for part in parts), encoding="utf-8")


def _move(new: Path, target: Path) -> None:
    """Move the files to the folder; the project file last, so that nothing incomplete looks like a project."""
    if not target.exists():
        new.rename(target)
        return
    moved: list[Path] = []
    try:
        for path in sorted(new.iterdir(), key=lambda path: path.name == FILE):
            path.rename(target / path.name)
            moved.append(target / path.name)
    except OSError:
        for path in moved:
            with suppress(OSError):
                path.rename(new / path.name)
        raise
