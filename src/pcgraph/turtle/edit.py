"""Sets values of one subject in a Turtle file, and keeps its comments, its order and everything else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox

from pcgraph.errors import InvalidInput
from pcgraph.model.namespaces import PREFIXES, XSD
from pcgraph.store.files import replacing, shown
from pcgraph.turtle.formatter import formatted, layout
from pcgraph.turtle.parser import Block, Fact, Node, Tokens, parse_document


def with_values(text: str, where: str, subject: str, values: Mapping[str, ox.Literal | ox.NamedNode]) -> str:
    r"""Return a document in which a subject has certain values; earlier values of the same properties are replaced.

    Parameters
    ----------
    text : str
        Turtle 1.1. A document that is not in the canonical layout is brought into it.
    where : str
        Name of the file, for error messages.
    subject : str
        IRI of the subject, which has one block or more.
    values : mapping of str to pyoxigraph.Literal or NamedNode
        IRI of each property → its value. A new property comes after the others.

    Returns
    -------
    str
        The document in the canonical layout; apart from these values, it has the same facts and comments.

    Raises
    ------
    InvalidInput
        If the document cannot be laid out, or has no block of the subject.

    Examples
    --------
    >>> text = '@prefix ex: <http://e.x/> .\n\nex:a a ex:C ;\n    ex:day "1" .  # why\n'
    >>> print(with_values(text, "a.ttl", "http://e.x/a", {"http://e.x/day": ox.Literal("2")}), end="")
    @prefix ex: <http://e.x/> .
    <BLANKLINE>
    ex:a a ex:C ;
        ex:day "2" .  # why
    """
    before = formatted(text, where)
    header, prefixes, items = parse_document(Tokens(before))

    def iri(node: Node) -> str:
        if not isinstance(node, str):
            return ""
        if node.startswith("<"):
            return node[1:-1]
        name, _, rest = node.partition(":")
        return prefixes.get(name, "") + rest.replace("\\", "")

    def short(full: str) -> str:
        for name, space in {**PREFIXES, **prefixes}.items():
            rest = full.removeprefix(space)
            if full.startswith(space) and rest.isalnum() and prefixes.setdefault(name, space) == space:
                return f"{name}:{rest}"
        return f"<{full}>"

    def term(value: ox.Literal | ox.NamedNode) -> str:
        if isinstance(value, ox.NamedNode):
            return short(value.value)
        kind = value.datatype.value
        plain = str(ox.Literal(value.value))
        return plain if kind == XSD + "string" else f"{plain}^^{short(kind)}"

    blocks = [item for _, item in items if isinstance(item, Block) and iri(item.subject) == subject]
    if not blocks:
        raise InvalidInput(f"{where}: no block of <{subject}>; expected one; add it, and run the command again")
    for name, value in values.items():
        found = next((fact for block in blocks for fact in block.facts if iri(fact.verb) == name), None)
        if found is None:
            blocks[0].facts.append(Fact(short(name), [term(value)]))
        else:
            found.objects = [term(value)]
            for block in blocks:
                block.facts = [fact for fact in block.facts if fact is found or iri(fact.verb) != name]
    after = layout(header, prefixes, items)
    wanted = {fact for fact in _facts(before) if fact[0] != f"<{subject}>" or fact[1].strip("<>") not in values}
    wanted |= {(f"<{subject}>", f"<{name}>", str(value)) for name, value in values.items()}
    if _facts(after) != wanted:
        raise InvalidInput(f"{where}: cannot be edited safely; expected only new values; write them by hand")
    return after


def write_edited(path: Path, before: str, after: str) -> None:
    """Replace the text of a file that was edited.

    Raises
    ------
    InvalidInput
        If the file has changed since it was read, or cannot be written.

    Examples
    --------
    >>> write_edited(Path("no-such.ttl"), "", "")
    Traceback (most recent call last):
    pcgraph.errors.InvalidInput: no-such.ttl: has changed since it was read; expected the same file; run ...
    """
    now = path.read_bytes().decode("utf-8", "replace") if path.is_file() else None
    if now is None or now.removeprefix("\ufeff") != before.removeprefix("\ufeff"):
        raise InvalidInput(
            f"{shown(path)}: has changed since it was read; expected the same file; run the command again"
        )
    with replacing(path) as temporary:
        temporary.write_bytes(after.encode("utf-8"))


def _facts(text: str) -> set[tuple[str, str, str]]:
    """Return the triples of a document without blank nodes, such as all data are."""
    found = ox.parse(text, format=ox.RdfFormat.TURTLE)
    return {(str(each.subject), str(each.predicate), str(each.object)) for each in found}
