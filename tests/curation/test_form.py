"""A form holds all that a source says: written into an empty file, it gives the same facts."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curating import HEAD, facts, nodes, project, read, through_json
from pcgraph.errors import InvalidInput
from pcgraph.intake.curation import form, writing
from pcgraph.model.namespaces import PCG, XSD
from pcgraph.turtle.formatter import formatted


@pytest.mark.parametrize("name", ["tiny", "maresia", pytest.param("data", marks=pytest.mark.exhaustive)])
def test_every_source_is_the_same_after_a_form_and_json(name: str) -> None:
    inputs, words = project(name)
    rest = []
    for file in inputs.by_role("source"):
        said = through_json(form.read(inputs, file.slug, words))
        text = writing.document(said, words)
        assert facts(text) == facts(file.text), file.slug
        assert formatted(text, file.slug) == text
        rest += [file.slug for node in (*nodes(said), said) if node["rest"]]
    assert len(rest) <= 6 * len(inputs.slugs) / 100, "the form should hold nearly everything in fields"


def test_the_words_of_a_form_are_plain() -> None:
    inputs, words = project("tiny")
    said = form.read(inputs, "borealis-2024", words)
    assert said["card"]["fields"]["firstSeen"] == [{"value": "2025-06-01", "inferred": False}]
    by_id = {engagement["id"]: engagement for engagement in said["engagements"]}
    talks = by_id["route-talks"]
    assert (talks["class"], talks["passages"]) == ("Talks", ["char=339,444"])
    assert [value["value"] for value in talks["fields"]["discussant"]] == [
        "borealis",
        "ministry-of-transport",
        "route-talks.unnamed",
    ]
    assert talks["fields"]["sector"] == [{"value": "ferries", "inferred": False}]
    assert talks["fields"]["partiesComplete"] == [{"value": False, "inferred": False}]
    assert talks["unnamed"][0]["fields"]["country"] == [{"value": "sudland", "inferred": False}]
    assert talks["steps"][0]["fields"] == {"status": [{"value": "interest", "inferred": True}]}
    assert by_id["quay-works"]["fields"]["quantity"] == [{"value": 1.5, "inferred": False}]
    assert said["things"][0]["fields"]["nameInSource"] == [{"value": "Vik Port Office", "inferred": False}]
    assert said["passages"][0].keys() == {"id", "start", "end", "sha256"}
    assert said["rest"] == ""


def test_several_unnamed_parties_in_one_role_and_a_representative() -> None:
    said = read(
        """id:deal a pcg:Agreement ; pcg:signatory id:deal.unnamed , id:deal.unnamed-2 , id:acme ;
            pcg:inferredParty id:acme ; pcg:representative id:deal.rep-ida ; pcg:partiesComplete true .
        id:deal.unnamed a pcg:UnnamedParty . id:deal.unnamed-2 a pcg:UnnamedParty .
        id:deal.rep-ida a pcg:Representation ; pcg:agent id:ida ; pcg:inRole pcg:signatory ."""
    )
    deal = said["engagements"][0]
    assert [each["id"] for each in deal["unnamed"]] == ["deal.unnamed", "deal.unnamed-2"]
    assert [value["inferred"] for value in deal["fields"]["signatory"]] == [False, False, "party"]
    assert deal["representatives"][0]["fields"]["inRole"] == [{"value": "signatory", "inferred": False}]
    assert said["things"] == []


ODD = {
    "an unknown property": 'id:deal a pcg:Agreement ; <http://e.x/p> "x" .',
    "two classes": "id:deal a pcg:Agreement , pcg:Project .",
    "a mark on nothing": "id:deal a pcg:Agreement ; pcg:inferred pcg:place .",
    "a mark on all and on one": """id:d a pcg:Talks ; pcg:discussant id:a ; pcg:inferred pcg:discussant ;
        pcg:inferredParty id:a .""",
    "a step of two": "id:a a pcg:Talks ; pcg:step id:s . id:b a pcg:Talks ; pcg:step id:s . id:s a pcg:Step .",
    "a step of nothing": "id:s a pcg:Step ; pcg:status v:signed .",
    "a step without a block": "id:a a pcg:Talks ; pcg:step id:s .",
    "a subject of another namespace": "<http://e.x/a> a pcg:Talks .",
    "a text for a thing": 'id:a a pcg:Talks ; pcg:place "Vik" ; pcg:aim "plain" ; pcg:title id:b .',
    "datatypes": 'id:a a pcg:Loan ; pcg:amount "7"^^xsd:decimal , 7 , "07"^^xsd:integer , 1e3 , "x"@en , 7.0 , 7.10 .',
    "large numbers": "id:a a pcg:Loan ; pcg:amount 90071992547409930 , 0.00000001 , 12345678901234567890.5 .",
    "an empty text": 'id:a a pcg:Talks ; pcg:aim ""@en ; pcg:nameInSource "" .',
    "another scheme": "id:a a pcg:Talks ; pcg:sector v:mou ; pcg:place <urn:x> , <http://e.x/y> .",
    "a passage of another source": "id:a a pcg:Talks ; pcg:statedIn <https://w3id.org/pcgraph/source/other#para=1> .",
    "a passage of two starts": """<https://w3id.org/pcgraph/source/post#char=1,2> a pcg:Passage ;
        pcg:start 1 , 2 ; pcg:end 2.0 .""",
    "a flag": 'id:a a pcg:Talks ; pcg:partiesComplete "1"^^xsd:boolean , "true" .',
    "an unnamed party in two roles": """id:a a pcg:Visit ; pcg:host id:a.u ; pcg:visitor id:a.u .
        id:a.u a pcg:UnnamedParty .""",
    "nothing": "",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_nothing_odd_is_lost(text: str) -> None:
    words = project("tiny")[1]
    assert facts(writing.document(through_json(read(text)), words)) == facts(HEAD + text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.sampled_from(["aim", "title", "nameInSource"]))
def test_every_text_survives(text: str, name: str) -> None:
    words = project("tiny")[1]
    literal = ox.Literal(text, language="en") if name == "aim" else ox.Literal(text)
    triple = ox.Triple(ox.NamedNode(words.names.id + "a"), ox.NamedNode(PCG + name), literal)
    said = through_json(form.read_quads([triple], "post", words))
    assert said["things"][0]["fields"][name][0]["value"] == text
    assert facts(writing.document(said, words)) == {tuple(map(str, triple))}


@given(st.decimals(allow_nan=False, allow_infinity=False).map(lambda number: f"{number:f}"))
def test_every_number_survives_with_its_spelling(text: str) -> None:
    words = project("tiny")[1]
    kind = XSD + ("decimal" if "." in text else "integer")
    literal = ox.Literal(text, datatype=ox.NamedNode(kind))
    triple = ox.Triple(ox.NamedNode(words.names.id + "a"), ox.NamedNode(PCG + "amount"), literal)
    said = through_json(form.read_quads([triple], "post", words))
    assert facts(writing.document(said, words)) == {tuple(map(str, triple))}


@pytest.mark.parametrize(("spelt", "value"), [(str(2**53), 2**53), (str(2**53 + 1), str(2**53 + 1)), ("1.0", "1.0")])
def test_a_number_that_javascript_would_change_is_a_text(spelt: str, value: object) -> None:
    said = read(f"id:a a pcg:Loan ; pcg:amount {spelt} .")
    assert said["engagements"][0]["fields"]["amount"][0]["value"] == value


WRONG = {
    "an unknown field": ({"fields": {"colour": [{"value": "red", "inferred": False}]}}, "colour"),
    "no value": ({"fields": {"place": [{"inferred": False}]}}, "place"),
    "an id with a space": ({"fields": {"place": [{"value": "long cape", "inferred": False}]}}, "long cape"),
    "a number that is none": ({"fields": {"amount": [{"value": float("nan"), "inferred": False}]}}, "nan"),
    "a list": ({"fields": {"amount": [{"value": [1], "inferred": False}]}}, "amount"),
    "half inferred": (
        {"fields": {"place": [{"value": "a", "inferred": True}, {"value": "b", "inferred": False}]}},
        "some values are inferred",
    ),
    "a field that is structure": ({"fields": {"statedIn": [{"value": "a", "inferred": False}]}}, "statedIn"),
    "rest about another": ({"rest": "<urn:b> <urn:p> 1 ."}, "urn:b"),
    "rest that is no Turtle": ({"rest": "id:a"}, "rest"),
    "no id": ({"id": ""}, "id"),
    "an id that is none": ({"id": "a b"}, "a b"),
    "two parts of one id": ({"steps": [writing.node("a.s", "Step"), writing.node("a.s", "Step")]}, "twice"),
    "a passage that is none": ({"passages": ["a b"]}, "a b"),
}


@pytest.mark.parametrize(("change", "fragment"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_form_is_an_error_of_one_line(change: dict[str, object], fragment: str) -> None:
    wrong = {**writing.node("a", "Talks"), **change}
    with pytest.raises(InvalidInput, match=fragment) as caught:
        writing.statements(wrong, "post", project("tiny")[1])  # type: ignore[arg-type]
    assert str(caught.value).count("; ") >= 2
    assert "\n" not in str(caught.value)


def test_an_unknown_source_is_an_error() -> None:
    with pytest.raises(InvalidInput, match="harbour-2024"):
        form.read(project("tiny")[0], "harbor-2024", project("tiny")[1])


def test_a_new_form_uses_few_words() -> None:
    words = project("tiny")[1]
    talks = writing.node(
        "quay-talks", "Talks", {"date": [{"value": "2025-02"}], "aim": [{"value": "x", "language": "en"}]}
    )
    card = writing.node("p", "Source")
    said = writing.document(
        {"slug": "p", "card": card, "engagements": [talks], "things": [], "passages": [], "rest": ""}, words
    )
    terms = {triple.object for triple in ox.parse(said, format=ox.RdfFormat.TURTLE)}
    assert {ox.Literal("2025-02"), ox.Literal("x", language="en")} < terms
