"""What was saved can be undone, and a kill leaves what was before or what was saved."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from killer import killed
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.intake.curation.journal import NAME, UNDONE, Journal, digest

OLD = {"a.ttl": "old a\r\n", "b.ttl": "old b\n", "c.ttl": None}
NEW = {"a.ttl": "new a\r\n", "b.ttl": "new ب\n", "c.ttl": "new c\n"}


def lay(folder: Path) -> None:
    folder.mkdir(parents=True)
    for name, text in OLD.items():
        if text is not None:
            (folder / name).write_bytes(text.encode())


def state(folder: Path) -> dict[str, str | None]:
    return {name: (folder / name).read_bytes().decode() if (folder / name).exists() else None for name in OLD}


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def write(folder: Path) -> None:
    journal = Journal(folder)
    with journal.locked():
        journal.write({folder / name: str(text) for name, text in NEW.items()})


def undo(folder: Path) -> None:
    Journal(folder).undo()


def recover(folder: Path) -> None:
    with Journal(folder).locked():
        pass


def test_a_hundred_edits_and_as_many_undos_give_the_first_bytes(tmp_path: Path) -> None:
    lay(tmp_path / "p")
    dice, journal = random.Random(20), Journal(tmp_path / "p")
    before, seen = state(tmp_path / "p"), []
    for _ in range(100):
        chosen = dice.sample(list(OLD), dice.randint(1, 3))
        seen.append(state(tmp_path / "p"))
        with journal.locked():
            journal.write({tmp_path / "p" / name: f"{dice.random()} é\n" for name in chosen})
        assert state(tmp_path / "p") != seen[-1]
    for expected in reversed(seen):
        Journal(tmp_path / "p").undo()
        assert state(tmp_path / "p") == expected
    assert state(tmp_path / "p") == before
    with pytest.raises(UsageError, match="has no step; expected"):
        journal.undo()
    assert names(tmp_path / "p") == {"a.ttl", "b.ttl", NAME.as_posix(), UNDONE.as_posix()}


@pytest.mark.exhaustive
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
@pytest.mark.parametrize("work", [write, undo])
def test_killed_at_each_call_it_leaves_the_old_files_or_the_new_ones(work: object, tmp_path: Path) -> None:
    found, last, more = [], 0, True
    while more:
        last += 1
        folder = tmp_path / str(last)
        lay(folder)
        if work is undo:
            write(folder)
        more = killed(lambda: work(folder), last)  # type: ignore[operator]  # noqa: B023
        recover(folder)
        found.append(state(folder))
        assert found[-1] in (OLD, NEW), last
        left = names(folder) - {name for name, text in found[-1].items() if text is not None}
        assert left <= {NAME.as_posix(), UNDONE.as_posix()}, last
        if found[-1] == NEW:
            Journal(folder).undo()
        assert state(folder) == OLD, last
        write(folder)
        assert state(folder) == NEW, last
    first, end = (OLD, NEW) if work is write else (NEW, OLD)
    assert (found[0], found[-1]) == (first, end)
    assert last > 20


def test_a_file_that_changed_since_is_not_undone(tmp_path: Path) -> None:
    lay(tmp_path / "p")
    write(tmp_path / "p")
    (tmp_path / "p" / "b.ttl").write_text("by hand")
    with pytest.raises(InvalidInput, match=r"b\.ttl: has changed since it was saved; expected .*; undo"):
        undo(tmp_path / "p")
    assert state(tmp_path / "p") == NEW | {"b.ttl": "by hand"}


def test_a_line_that_was_cut_off_is_ignored(tmp_path: Path) -> None:
    lay(tmp_path / "p")
    write(tmp_path / "p")
    journal = tmp_path / "p" / NAME
    whole = journal.read_bytes()
    journal.write_bytes(whole + whole[:40])
    Journal(tmp_path / "p").recover()
    assert journal.read_bytes() == whole
    undo(tmp_path / "p")
    assert state(tmp_path / "p") == OLD
    assert journal.read_bytes() == b""


def test_a_damaged_journal_is_an_error(tmp_path: Path) -> None:
    lay(tmp_path / "p")
    write(tmp_path / "p")
    journal = tmp_path / "p" / NAME
    journal.write_bytes(b"{}\n" + journal.read_bytes())
    with pytest.raises(InvalidInput, match=r"curate\.jsonl:1: is damaged; expected .*; delete"):
        undo(tmp_path / "p")


def test_a_file_that_cannot_be_written_leaves_all_as_they_were(tmp_path: Path) -> None:
    lay(tmp_path / "p")
    (tmp_path / "p" / "d").write_text("no folder")
    journal = Journal(tmp_path / "p")
    with pytest.raises(InvalidInput, match="expected"), journal.locked():
        journal.write({tmp_path / "p" / "a.ttl": "new", tmp_path / "p" / "d" / "x.ttl": "new"})
    assert state(tmp_path / "p") == OLD
    with pytest.raises(UsageError):
        journal.undo()


def test_nothing_is_written_for_what_is_the_same(tmp_path: Path) -> None:
    lay(tmp_path / "p")
    journal = Journal(tmp_path / "p")
    journal.write({tmp_path / "p" / "a.ttl": "old a\r\n"})
    assert not journal.path.exists()


def test_a_file_outside_of_the_project_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is outside the project; expected"):
        Journal(tmp_path / "p").write({tmp_path / "x.ttl": "new"})
    assert not (tmp_path / "x.ttl").exists()


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_bytes(b"\xff")
    with pytest.raises(InvalidInput, match="not UTF-8"):
        Journal(tmp_path).write({tmp_path / "x.ttl": "new"})
    assert digest("") != digest(None)


def test_what_was_undone_is_done_again(tmp_path: Path) -> None:
    folder = tmp_path / "p"
    lay(folder)
    write(folder)
    later, journal = {folder / "a.ttl": "later"}, Journal(folder)
    with journal.locked():
        journal.write(later)
    after = state(folder)
    undo(folder)
    undo(folder)
    assert state(folder) == OLD
    assert Journal(folder).redo() == [*NEW]
    assert state(folder) == NEW
    Journal(folder).redo()
    assert state(folder) == after
    with pytest.raises(UsageError, match="has no step; expected a saved change; nothing can be done again"):
        journal.redo()
    undo(folder)
    with journal.locked():
        journal.write({folder / "b.ttl": "another way"})
    with pytest.raises(UsageError, match="nothing can be done again"):  # a save forgets what was undone
        journal.redo()
    undo(folder)
    (folder / "b.ttl").write_text("by hand")
    with pytest.raises(InvalidInput, match=r"b\.ttl: has changed since it was saved"):
        journal.redo()


def test_a_file_that_is_removed_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "p"
    lay(folder)
    journal = Journal(folder)
    with journal.locked():
        journal.write({folder / "a.ttl": None, folder / "b.ttl": "new b\n", folder / "c.ttl": None})
    after = {"a.ttl": None, "b.ttl": "new b\n", "c.ttl": None}
    assert state(folder) == after
    assert journal.undo() == ["a.ttl", "b.ttl"]
    assert state(folder) == OLD
    journal.redo()
    assert state(folder) == after
    journal.undo()
    (folder / "d").mkdir()
    with pytest.raises(InvalidInput, match=r"d: cannot be .*; expected"), journal.locked():
        journal.write({folder / "a.ttl": None, folder / "d": None})
    assert state(folder) == OLD
