"""Nothing that a person reads has the words of the project's first, private dialect."""

from __future__ import annotations

import re

import pytest

from helpers import ROOT

WORDS = re.compile(
    r'"""Give |\bmend(?:s|ed|ing)?\b|\btold apart\b|\bof late\b|\bNothing is called so\b|\bNothing says so yet\b'
    r"|\bChoose to narrow\b|\bto heed\b|\bwritten beside\b",
    re.IGNORECASE,
)
FUNCTIONS = re.compile(r"^\s*def (?:of|at|one|found|below|apart)\(", re.MULTILINE)
KINDS = {".py", ".md", ".js", ".j2", ".css", ".ttl", ".rq", ".toml", ".yml"}
FOLDERS = ("src", "docs", "ontology", "queries", "data", "examples", "README.md", "CONTRIBUTING.md", "ARCHITECTURE.md")
FILES = [
    path
    for name in FOLDERS
    for path in ([ROOT / name] if (ROOT / name).is_file() else sorted((ROOT / name).rglob("*")))
    if path.suffix in KINDS and not {"_build", "_generated"} & {*path.parts}
]


def test_the_files_are_found() -> None:
    assert len(FILES) > 500


@pytest.mark.parametrize("pattern", [WORDS, FUNCTIONS], ids=["words", "functions"])
def test_plain_words(pattern: re.Pattern[str]) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0].strip()}"
        for path in FILES
        for match in pattern.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_a_word_of_the_dialect_is_noticed() -> None:
    assert WORDS.search("expected Turtle; mend the line")
    assert FUNCTIONS.search("    def of(self) -> None:")
