"""An import is one unit: the same twice changes nothing, undoing takes exactly it back, and a failure loses nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pcgraph.errors import InvalidInput, UsageError
from pcgraph.intake import spreadsheets
from pcgraph.intake.spreadsheets.writers import manifest
from pcgraph.turtle import formatter
from tables import MANY, TEMPLATE, contents, csv_text, deals, findings, prepared

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def here(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work beside a copy of the tiny data folder."""
    monkeypatch.chdir(data.parent)
    return data.parent


def test_the_same_twice_changes_nothing() -> None:
    assert len(spreadsheets.write(prepared(*MANY))) == 4
    before = contents()
    again = prepared(*MANY)
    assert spreadsheets.write(again) == []
    assert contents() == before


def test_the_same_table_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    deals(*MANY)
    code = (
        "import hashlib, pathlib; from pcgraph.intake import spreadsheets as intake; "
        "made = intake.prepare(pathlib.Path('deals.csv'), 'template', data=pathlib.Path('data')); "
        "print(made.id, hashlib.sha256(repr(made.files).encode()).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1
    assert found != {""}


def test_another_mapping_or_table_is_another_import() -> None:
    one = prepared({}).id
    assert prepared({"aim": "More"}).id != one
    Path("own.yml").write_text(TEMPLATE.text + "\n# mine\n", encoding="utf-8")
    assert spreadsheets.prepare(deals({}), "own.yml", data=Path("data")).id != one


def test_undo_takes_exactly_the_import_back() -> None:
    before = contents()
    made = prepared(*MANY)
    written = spreadsheets.write(made)
    assert sorted(spreadsheets.undo(made.id, Path("data"), dry_run=True)) == sorted(
        path for path in written if path.suffix == ".ttl"
    )
    assert sorted(spreadsheets.undo(made.id, Path("data"))) == sorted(written)
    assert contents() == before
    assert not Path("data/imports").exists()


def test_undo_refuses_what_was_edited_since() -> None:
    made = prepared({})
    spreadsheets.write(made)
    path = Path("data/sources/tide-example-crane-lease.ttl")
    path.write_text("# better\n" + path.read_text())
    before = contents()
    with pytest.raises(InvalidInput) as caught:
        spreadsheets.undo(made.id, Path("data"))
    assert caught.value.faults == (
        f"data/sources/tide-example-crane-lease.ttl: edited since import {made.id}, so nothing was removed; "
        "expected it unchanged; restore or keep it",
    )
    assert spreadsheets.write(prepared({})) == []  # the same table again keeps the edit
    assert contents() == before


def test_undo_refuses_what_other_data_need() -> None:
    made = prepared({})
    spreadsheets.write(made)
    source = Path("data/sources/digest.ttl")
    source.write_text(source.read_text() + "\nid:crane-lease pcg:sector <https://w3id.org/pcgraph/vocab/sector/ai> .\n")
    before = contents()
    with pytest.raises(InvalidInput) as caught:
        spreadsheets.undo(made.id, Path("data"))
    assert caught.value.faults[0].startswith(
        f"import {made.id} is needed by other data; nothing was removed: data/sources/digest.ttl:"
    )
    assert contents() == before


def test_undo_of_nothing() -> None:
    spreadsheets.write(made := prepared({}))
    with pytest.raises(UsageError) as caught:
        spreadsheets.undo("0" * 12, Path("data"))
    assert str(caught.value) == (f"import 000000000000: unknown in data; expected an existing import; known: {made.id}")


def test_an_engagement_that_an_import_made_is_that_imports() -> None:
    made = prepared({})
    spreadsheets.write(made)
    Path("more.csv").write_text(csv_text({"id": "crane-lease", "aim": "More"}), encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        spreadsheets.prepare(Path("more.csv"), "template", data=Path("data"))
    assert caught.value.faults[0] == (
        "more.csv, row 2, column source address: source-exists: src:tide-example-crane-lease tells of id:crane-lease "
        f"already, by import {made.id}; expected an engagement that is new to the source; "
        f"run pcgraph import --undo {made.id} first"
    )


NEW = {
    "label": "Pilot boats",
    "source address": "https://digest.example/wires",
    **dict.fromkeys(("source title", "publisher", "source date", "first seen", "tier"), ""),
}


def test_rows_are_added_to_a_source_that_exists() -> None:
    before = contents()
    digest = Path("data/sources/digest.ttl")
    made = prepared({**NEW, "sector": "harbours", "passage": "para 9"}, {})
    assert made.sources == ("digest", "tide-example-crane-lease")
    spreadsheets.write(made)
    text = digest.read_text(encoding="utf-8")
    assert text.startswith(before["data/sources/digest.ttl"].decode().rstrip("\n"))
    assert "id:pilot-boats a pcg:Agreement ;" in text
    assert formatter.formatted(text, "digest") == text
    assert findings() == []
    again = prepared({**NEW, "sector": "harbours", "passage": "para 9"}, {})
    assert again.files == made.files
    assert spreadsheets.write(again) == []
    manifest_path = Path(f"data/imports/{made.id}.json")
    assert [*json.loads(manifest_path.read_text())["before"]] == ["sources/digest.ttl"]
    spreadsheets.undo(made.id, Path("data"))
    assert contents() == before


def test_a_source_with_odd_signs_and_a_byte_order_mark_is_given_back_exactly() -> None:
    digest = Path("data/sources/digest.ttl")
    text = digest.read_text(encoding="utf-8").replace('"From the wires"', '"Wires <a> & \\"b\\" > c"')
    digest.write_text("\ufeff" + text, encoding="utf-8")
    before = contents()
    made = prepared({**NEW, "source title": 'Wires <a> & "b" > c'})
    spreadsheets.write(made)
    spreadsheets.undo(made.id, Path("data"))
    assert contents() == before


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            ("@prefix id: <https://w3id.org/pcgraph/id/>", "@prefix id: <http://e.x/>"),
            "has other prefixes than the project",
        ),
        (("pcg:Source ;", "\n# a source\npcg:Source ;"), "digest.ttl:.*: layout: a comment inside a fact"),
    ],
)
def test_rows_are_not_added_to_a_source_that_cannot_be_edited(change: tuple[str, str], message: str) -> None:
    digest = Path("data/sources/digest.ttl")
    text = digest.read_text()
    assert change[0] in text
    digest.write_text(text.replace(*change))
    before = contents()
    with pytest.raises(InvalidInput, match=message):
        prepared(NEW)
    assert contents() == before


def test_a_passage_that_the_source_has_is_not_written_again() -> None:
    digest = Path("data/sources/digest.ttl")
    digest.write_text(
        digest.read_text(encoding="utf-8")
        + '\n<https://w3id.org/pcgraph/source/digest#para=9> a pcg:Passage ; pcg:locator "ninth paragraph" .\n',
        encoding="utf-8",
    )
    text = prepared({**NEW, "passage": "para 9"}).files["sources/digest.ttl"].decode()
    assert text.count("#para=9> a pcg:Passage") == 1
    assert '"para 9"' not in text


def test_what_was_added_to_a_source_is_not_undone_after_an_edit() -> None:
    made = prepared(NEW)
    spreadsheets.write(made)
    digest = Path("data/sources/digest.ttl")
    digest.write_text(digest.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    before = contents()
    with pytest.raises(InvalidInput, match=f"digest.ttl: edited since import {made.id}, so nothing was removed"):
        spreadsheets.undo(made.id, Path("data"))
    assert contents() == before


def test_an_import_that_was_interrupted_before_it_added_to_a_source() -> None:
    made = prepared(NEW)
    spreadsheets.write(made)
    done = contents()
    Path("data/sources/digest.ttl").write_text(made.texts["sources/digest.ttl"], encoding="utf-8")
    assert spreadsheets.write(prepared(NEW)) == [Path("data/sources/digest.ttl")]
    assert contents() == done


def test_an_undo_that_fails_leaves_what_was_added(monkeypatch: pytest.MonkeyPatch) -> None:
    made = prepared(NEW)
    spreadsheets.write(made)
    before = contents()
    replace = Path.replace

    def replaced(self: Path, target: Path) -> Path:
        if self.name.endswith(".json"):
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", replaced)
    with pytest.raises(InvalidInput, match="data: cannot be changed"):
        spreadsheets.undo(made.id, Path("data"))
    assert contents() == before


def test_an_import_that_the_data_have_changed_under() -> None:
    rows = [{}, {"label": "Second", "signatory": "Acme; Nova"}]
    made = prepared(*rows, skip_bad=True)
    assert (made.rows, [fault.code for fault in made.faults]) == (1, ["unknown-agent"])
    spreadsheets.write(made)
    agents = Path("data/register/agents.ttl")
    agents.write_text(agents.read_text() + '\nid:nova a pcg:Company ;\n    rdfs:label "Nova"@en .\n')
    before = contents()
    with pytest.raises(InvalidInput) as caught:
        prepared(*rows, skip_bad=True)
    assert caught.value.faults == (
        f"deals.csv: import {made.id} exists and would now be different, because the data have changed; "
        f"expected the same; run pcgraph import --undo {made.id} first",
    )
    assert contents() == before
    spreadsheets.undo(made.id, Path("data"))
    assert prepared(*rows).rows == 2


@pytest.mark.parametrize("fail_at", range(8))
def test_a_failed_write_leaves_everything_as_it_was(fail_at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    made, before = prepared(*MANY), contents()
    left, replace, write = [fail_at], Path.replace, Path.open

    def count() -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "No space left on device")

    def opened(self: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
        if "w" in mode:
            count()
        return write(self, mode, *rest, **more)

    def replaced(self: Path, target: Path) -> Path:
        count()
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", opened)
        patch.setattr(Path, "replace", replaced)
        with pytest.raises(InvalidInput) as caught:
            spreadsheets.write(made)
    assert caught.value.faults == (
        "data: cannot be written (No space left on device), so nothing was changed; "
        "expected a writable folder; check its permissions",
    )
    assert contents() == before
    assert not Path("data/imports").exists()


@pytest.mark.parametrize("stop_at", range(1, 4))
def test_a_kill_between_two_files_is_made_good(stop_at: int) -> None:
    before = contents()
    made = prepared(*MANY)
    code = (
        "import os, pathlib; from pcgraph.intake import spreadsheets as intake\n"
        f"made, old, left = intake.prepare(pathlib.Path('deals.csv'), 'template', data=pathlib.Path('data')), "
        f"pathlib.Path.replace, [{stop_at}]\n"
        "def replace(self, target):\n"
        "    left[0] -= 1\n"
        "    if left[0] < 0: os._exit(9)\n"
        "    return old(self, target)\n"
        "pathlib.Path.replace = replace\n"
        "intake.write(made)\n"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 9
    half = contents()
    assert before.items() <= half.items()
    assert len(spreadsheets.write(prepared(*MANY))) == 4 - stop_at
    assert contents() == {**before, **{f"data/{name}": content for name, content in made.files.items()}}
    spreadsheets.undo(made.id, Path("data"))
    assert contents() == before


def test_an_undo_that_fails_leaves_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    made = prepared(*MANY)
    spreadsheets.write(made)
    before, replace, left = contents(), Path.replace, [2]

    def replaced(self: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] == -1:
            raise OSError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", replaced)
    with pytest.raises(InvalidInput, match=r"data: cannot be changed \(Permission denied\), so nothing was changed"):
        spreadsheets.undo(made.id, Path("data"))
    assert contents() == before


def test_a_file_that_came_in_between_is_not_overwritten() -> None:
    made = prepared({})
    Path("data/sources/tide-example-crane-lease.ttl").write_text("mine")
    before = contents()
    with pytest.raises(InvalidInput) as caught:
        spreadsheets.write(made)
    assert caught.value.faults == (
        "data/sources/tide-example-crane-lease.ttl: already exists; expected no such file; move it",
    )
    assert contents() == before


def test_a_damaged_manifest() -> None:
    Path("data/imports").mkdir()
    Path("data/imports/abc.json").write_text("{}")
    with pytest.raises(
        InvalidInput, match=r"data/imports/abc\.json: not a manifest of an import .*; expected .*; restore"
    ):
        manifest.manifests(Path("data"))
