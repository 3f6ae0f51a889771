"""Translates between the terms of Turtle and the words and values of a form."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from decimal import Decimal
from math import isfinite
from typing import NotRequired, TypedDict

import pyoxigraph as ox

from pcgraph.errors import InvalidInput
from pcgraph.intake.written_dates import read_date
from pcgraph.model.fields import CONCEPT, DATE, THING, WORDS, Field, properties
from pcgraph.model.namespaces import PCG, SECTOR, XSD, Namespaces, V, local
from pcgraph.model.ontology import Ontology
from pcgraph.turtle.terms import BARE, BOOLEAN, DECIMAL, INTEGER, STRING, Term

RESOURCE = "resource"  # as a datatype: the value is an IRI although the field holds text
_SAFE = 2**53  # larger whole numbers are texts, because JavaScript would round them
_SPACES = {"sector": SECTOR, "inRole": PCG}  # field → namespace of a value without prefix, where it is not the usual


class Value(TypedDict):
    """One value of a field.

    `value` is the slug of a thing or concept, a number, a flag, a date (EDTF) or a text. A name with a prefix, such as
    ``sector:quays``, or a full IRI stands for what is in another namespace than is usual for the field.

    `inferred` is true if the property is marked with ``pcg:inferred``, which marks all its values, and ``"party"`` if
    the party is marked with ``pcg:inferredParty``. `language` is that of a text in a language. `datatype` is only
    there if it is not that of the field.
    """

    value: str | int | float | bool
    inferred: bool | str
    language: NotRequired[str]
    datatype: NotRequired[str]


class Vocabulary:
    """The words of forms: fields and classes of an ontology, and the namespaces of a project.

    >>> from pcgraph.model.namespaces import SHIPPED
    >>> from pcgraph.testing import tiny
    >>> words = Vocabulary(SHIPPED, tiny().ontology, tiny().store)
    >>> words.value("signatory", ox.NamedNode(SHIPPED.id + "lumen"))
    {'value': 'lumen', 'inferred': False}
    >>> words.term("amount", {"value": 7, "inferred": False}, "a loan")
    <Literal value=7 datatype=<NamedNode value=http://www.w3.org/2001/XMLSchema#integer>>
    """

    def __init__(self, names: Namespaces, ontology: Ontology, quads: Iterable[ox.Quad]) -> None:
        self.names, self.ontology = names, ontology
        self._by_iri: dict[str, Field] = properties(quads, ontology)
        self._by_name = {field.name: field for field in self._by_iri.values()}

    def name(self, iri: str) -> str:
        """Return the name of a property; "" if no field has it."""
        field = self._by_iri.get(iri)
        return field.name if field is not None and self._by_name[field.name] is field else ""

    def property(self, name: str, where: str) -> str:
        """Return the IRI of the property of a field; `where` begins the message for an unknown one."""
        if name not in self._by_name:
            raise InvalidInput(f"{where}: has no field {name[:40]!r}; expected one of its class; correct the name")
        return self._by_name[name].iri

    def is_role(self, name: str) -> bool:
        """Return whether a field is a role."""
        return name in self._by_name and self._by_name[name].role

    def class_name(self, iri: str) -> str:
        """Return the name of a class; "" if the name alone would mean another one."""
        return local(iri) if self.ontology.term(local(iri)) == iri else ""

    def value(self, name: str, term: Term) -> Value | None:
        """Return a term as a value of a field, which `term` turns into the same term; None if there is none."""
        for each in _candidates(self._by_name[name], term, self.names):
            with suppress(InvalidInput):
                if self.term(name, each, "") == term:
                    return each
        return None

    def term(self, name: str, value: Value, where: str) -> Term:
        """Return the term of a value of a field; `where` begins the message if it has none."""
        field, given = self._by_name[name], value.get("value")
        try:
            if not isinstance(given, str | int | float) or (isinstance(given, float) and not isfinite(given)):
                raise ValueError
            if "language" in value:
                return ox.Literal(_text(given), language=value["language"])
            datatype = value.get("datatype")
            if datatype == RESOURCE or (field.kind in (THING, CONCEPT) and datatype is None):
                if not isinstance(given, str) or not given:
                    raise ValueError
                return ox.NamedNode(self.names.expand(given, _space(field, self.names)))
            text = _text(given)
            if field.kind == DATE and datatype is None:
                text = _date(text, f"{where}: field {name}")
            return ox.Literal(text, datatype=ox.NamedNode(datatype or _datatype(field, given)))
        except (ValueError, TypeError, AttributeError) as error:
            raise InvalidInput(
                f"{where}: field {name}: {str(given)[:40]!r} is no value; expected "
                f"{'a slug' if field.kind in (THING, CONCEPT) else field.kind}; correct it"
            ) from error


def _candidates(field: Field, term: Term, names: Namespaces) -> Iterable[Value]:
    """Yield values for a term, the simplest first; the last one is right for every term."""
    text = term.value
    if isinstance(term, ox.NamedNode):
        space = _space(field, names)
        for short in (text.removeprefix(space), names.compact(text), text):
            yield {"value": short, "inferred": False}
            yield {"value": short, "inferred": False, "datatype": RESOURCE}
        return
    if term.language:
        yield {"value": text, "inferred": False, "language": term.language}
        return
    if BARE[BOOLEAN].fullmatch(text):
        yield {"value": text == "true", "inferred": False}
    if text == str(_number(text)):
        yield {"value": _number(text), "inferred": False}
    yield {"value": text, "inferred": False}
    yield {"value": text, "inferred": False, "datatype": term.datatype.value}


def _number(text: str) -> int | float | str:
    """Return the number that JSON keeps as it is; a text for one that JavaScript would change."""
    try:
        number = int(text) if "." not in text else float(text)
    except ValueError:
        return text
    return text if abs(number) > _SAFE or (isinstance(number, float) and number.is_integer()) else number


def _space(field: Field, names: Namespaces) -> str:
    """Return the namespace of a value without prefix."""
    return _SPACES.get(field.name) or (V if field.kind == CONCEPT else names.id)


def _text(given: str | float) -> str:
    if isinstance(given, bool):
        return str(given).lower()
    return format(Decimal(repr(given)), "f") if isinstance(given, float) else str(given)


def _date(text: str, where: str) -> str:
    try:
        return read_date(text)
    except ValueError as error:
        raise InvalidInput(f"{where}: {error}") from error


def _datatype(field: Field, given: str | float) -> str:
    if isinstance(given, bool):
        return BOOLEAN
    if isinstance(given, int):
        return INTEGER
    if isinstance(given, float):
        return DECIMAL
    if field.kind == WORDS or not field.range:
        return STRING
    return XSD + field.range if field.range in ("date", "anyURI", "decimal", "integer") else STRING
