"""A profile as a file of its own: an HTML page that prints on two sheets as a rule, or a Word file."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path

from pcgraph.belief.snapshot import Snapshot
from pcgraph.errors import UsageError
from pcgraph.model import namespaces
from pcgraph.model.entities import Entity
from pcgraph.profiles import word_file
from pcgraph.profiles.about import Profiles
from pcgraph.profiles.content import Profile
from pcgraph.profiles.html import environment, style
from pcgraph.profiles.picture import picture
from pcgraph.profiles.summary import WORDS
from pcgraph.query.cite.last_change import last_change
from pcgraph.query.names.resolve import resolve
from pcgraph.store.files import replacing

SUFFIXES = (".html", ".docx")


@dataclass(frozen=True)
class Briefing:
    """A profile with the words around it that a page of the site has from elsewhere."""

    snapshot: Snapshot
    profile: Profile

    def name(self, iri: str) -> tuple[str, str]:
        """Return the label of a thing or term, and "" for the language of the page."""
        return self.snapshot.label(iri) or Entity(iri).label, ""

    @property
    def title(self) -> str:
        """The name of what the profile is about; of a pair, both."""
        return " – ".join(self.name(iri)[0] for iri in (self.profile.iri, *self.profile.others))

    @property
    def labels(self) -> list[tuple[str, str]]:
        """The names in other languages, by language."""
        entity = self.snapshot.entities.get(self.profile.iri)
        found = entity.labels.items() if entity and not self.profile.others else ()
        return [(language, label) for language, label in found if label != self.title]

    @property
    def about(self) -> str:
        """What the register says of it in a sentence; "" if nothing, and of a pair."""
        entity = self.snapshot.entities.get(self.profile.iri)
        return (entity.summary or "") if entity and not self.profile.others else ""

    @property
    def origin(self) -> str:
        """The graph from which the profile is made, its version and the day of its last change."""
        project = self.snapshot.project
        return f"From {project.title}, version {project.version}, last changed {last_change(self.snapshot)}."

    def address(self, iri: str) -> str | None:
        """Return the permanent address of a thing; the page of a pair has none."""
        pair = iri.startswith(f"{self.snapshot.names.base}pair/")
        return None if pair or not iri.startswith(("https://", "http://")) else iri

    def html(self) -> str:
        """Return the profile as one HTML page, which needs no other file."""
        from markupsafe import Markup

        sheet = style()
        digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
        template = environment().get_template("brief.html.j2")
        return template.render(
            it=self.profile,
            title=self.title,
            labels=self.labels,
            about=self.about,
            origin=self.origin,
            project=self.snapshot.project,
            drawn=picture(self.profile, self.snapshot, self.address) if self.profile.neighbours else "",
            words=WORDS,
            name=self.name,
            href=self.address,
            style=Markup(sheet),  # noqa: S704 - files of the package, not data
            hash=f"sha256-{digest}",
        )


def briefing(snapshot: Snapshot, name: str, other: str = "") -> Briefing:
    """Return the briefing about a thing, or about two organisations with a tie."""
    names = (name,) if other == "" else (name, other)
    profiles, iris = Profiles(snapshot), [resolve(snapshot, text, "any", "brief") for text in names]
    found = profiles.pair(*iris) if len(iris) > 1 else profiles.profile(iris[0])
    if found is None:
        what = f"{name} and {other}: have no tie" if other else f"{name}: has no profile"
        wanted = (
            "two organisations with a tie"
            if other
            else "an organisation, event, sector, place or asset with engagements"
        )
        raise UsageError(
            f"brief {what}; expected {wanted}; name such, or run  pcgraph show {namespaces.compact(iris[0])}"
        )
    return Briefing(snapshot, found)


def check_suffix(path: str | Path) -> str:
    """Return the suffix of a briefing, and raise if there is no such format or its package is missing."""
    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError(f"{path}: unknown format; expected {' or '.join(SUFFIXES)}; end the name of the file in one")
    if suffix == ".docx":
        word_file.require_docx()
    return suffix


def write_briefing(snapshot: Snapshot, path: str | Path, name: str, other: str = "") -> Path:
    """Write a briefing to an HTML or Word file as a whole, and return its path."""
    suffix, found = check_suffix(path), briefing(snapshot, name, other)
    content = word_file.word_file(found) if suffix == ".docx" else found.html().encode()
    with replacing(Path(path)) as temporary:
        temporary.write_bytes(content)
    return Path(path)
