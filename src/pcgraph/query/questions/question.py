"""One question of the catalogue: its text, the fields of its header, and the types of its parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pcgraph.model import namespaces
from pcgraph.model.namespaces import Namespaces

NAMESPACES = {
    "sector": namespaces.SECTOR,
    "status": namespaces.V,
    "kind": namespaces.V,
    "relation": namespaces.PCG,
    "property": namespaces.PCG,
    "class": namespaces.PCG,
}
LITERALS = {"text": "string", "number": "integer", "decimal": "decimal", "date": "date", "period": "string"}


@dataclass(frozen=True)
class Query:
    """One question: the SPARQL text and the fields of its header.

    Attributes
    ----------
    name : str
        File name without suffix.
    text : str
        The SPARQL text.
    where : str
        The file, for messages.
    topic : str
        Folder name.
    title, question : str
    parameters : mapping
        Variable → {type, example}. A type is a namespace (sector, status, kind, source, relation, property, class), a
        literal (text, number, date, period), or a thing of the graph (agent, engagement, place, thing …).
    columns : mapping
        Projected variable → meaning, in order.
    scope : str
        ``current`` or ``sources``.
    page : int
        Position among the questions that the page answers; 0 if it answers others.
    titles : mapping
        Language → title in a language other than English.
    keywords : tuple of str
        Other words by which a reader of the page finds the question.
    """

    name: str
    text: str = field(repr=False)
    where: str = ""
    topic: str = ""
    title: str = ""
    question: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    scope: str = "current"
    page: int = 0
    titles: Mapping[str, str] = field(default_factory=dict)
    keywords: tuple[str, ...] = ()


def namespace(kind: str, names: Namespaces) -> str:
    """Return the namespace of a type of parameter.

    >>> namespace("source", namespaces.SHIPPED), namespace("agent", namespaces.SHIPPED)
    ('https://w3id.org/pcgraph/source/', 'https://w3id.org/pcgraph/id/')
    """
    return names.src if kind == "source" else NAMESPACES.get(kind, names.id)
