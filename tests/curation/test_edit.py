"""An edit changes the blocks of one engagement, and nothing else of the file."""

from __future__ import annotations

import copy
from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from curating import HEAD, facts, project, through_json
from pcgraph.errors import InvalidInput
from pcgraph.intake.curation import form, writing
from pcgraph.intake.curation.edit import with_engagement
from pcgraph.intake.curation.form import Node, Passage, SourceForm
from pcgraph.model.namespaces import TYPE
from pcgraph.store.data_folder import File, Inputs
from pcgraph.turtle.formatter import formatted

WORDS = project("tiny")[1]
SOURCE = "https://w3id.org/pcgraph/source/post"
TEXT = f"""# head
{HEAD}
<{SOURCE}> a pcg:Source ;
    pcg:title "Post" .

# about the deal
id:deal a pcg:Agreement ;
    pcg:kind v:mou ;
    # why two
    pcg:signatory id:acme , id:deal.unnamed ;  # read twice
    pcg:step id:deal.signed ;
    pcg:statedIn <{SOURCE}#para=1> , <{SOURCE}#para=2> .
id:deal.unnamed a pcg:UnnamedParty .
# about its step
id:deal.signed a pcg:Step ;
    pcg:status v:signed ;
    pcg:date "2024" ;  # as printed
    pcg:statedIn <{SOURCE}#para=1> .

# about the talks
id:talks a pcg:Talks ;
    pcg:discussant id:acme ;
    pcg:statedIn <{SOURCE}#para=2> .

<{SOURCE}#para=1> a pcg:Passage ; pcg:locator "para 1" .
<{SOURCE}#para=2> a pcg:Passage ; pcg:locator "para 2" .
"""
TEXT = formatted(TEXT, "post.ttl")


def read(text: str = TEXT) -> SourceForm:
    return through_json(form.read_quads(ox.parse(text, format=ox.RdfFormat.TURTLE), "post", WORDS))


def deal() -> Node:
    return copy.deepcopy(read()["engagements"][0])


def edit(id_: str, node: Node | None, passages: list[Passage] | None = None, text: str = TEXT) -> str:
    passages = read()["passages"] if passages is None else passages
    return with_engagement(text, "post.ttl", id_, node, passages, WORDS, "post")


def differing(after: str, before: str = TEXT) -> tuple[list[str], list[str]]:
    """Return the lines that are gone, and those that are new."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def sources(inputs: Inputs) -> Iterator[File]:
    """Yield the sources of a project; of the shipped data, which are hundreds, those with a construct of their own.

    An edit depends on how a fact is written and not on its words. So a source is left out if shorter ones have all its
    classes, and all its properties with the same kinds of values.
    """
    found, seen = inputs.by_role("source"), set[object]()
    for file in sorted(found, key=lambda file: (len(file.text), file.slug)):
        constructs = {(quad.predicate, kind(quad.predicate, quad.object)) for quad in file.quads}
        if len(found) < 100 or not constructs <= seen:
            yield file
        seen |= constructs


def kind(property_: ox.NamedNode, value: object) -> object:
    if isinstance(value, ox.Literal):
        return value.datatype, value.language
    return value if property_.value == TYPE else type(value)


def everything(said: SourceForm, seen: set[tuple[str, str]]) -> Iterator[Node]:
    """Yield the nodes of a source that have a field which no node in `seen` has, and add them to it."""
    for node in (said["card"], *said["engagements"], *said["things"]):
        parts = (node, *node["unnamed"], *node["representatives"], *node["steps"])
        fields = {(part["class"], field) for part in parts for field in part["fields"]}
        if not fields <= seen:
            yield node
        seen |= fields


@pytest.mark.parametrize("name", ["tiny", "maresia", pytest.param("data", marks=pytest.mark.slow)])
def test_replacing_anything_by_itself_gives_the_same_bytes(name: str) -> None:
    inputs, words = project(name)
    seen = set[tuple[str, str]]()
    for file in sources(inputs):
        said = through_json(form.read(inputs, file.slug, words))
        for node in everything(said, seen if name == "data" else set()):
            after = with_engagement(file.text, file.slug, node["id"], node, said["passages"], words, file.slug)
            assert after == file.text, (file.slug, node["id"])


@pytest.mark.parametrize("name", ["tiny", "maresia", pytest.param("data", marks=pytest.mark.slow)])
def test_removing_an_engagement_and_adding_it_again_gives_the_same_facts(name: str) -> None:
    inputs, words = project(name)
    for file in sources(inputs):
        said = through_json(form.read(inputs, file.slug, words))
        for node in said["engagements"][:1] + said["engagements"][-1:]:
            less = with_engagement(file.text, file.slug, node["id"], None, [], words, file.slug)
            more = with_engagement(less, file.slug, node["id"], node, said["passages"], words, file.slug)
            assert facts(less) < facts(file.text)
            assert facts(more) == facts(file.text), (file.slug, node["id"])
            assert formatted(less, "") == less
            assert formatted(more, "") == more


def test_a_changed_value_changes_its_line_and_keeps_the_comment() -> None:
    node = deal()
    node["steps"][0]["fields"]["date"][0]["value"] = "2024-05"
    assert differing(edit("deal", node)) == (
        ['    pcg:date "2024" ;  # as printed'],
        ['    pcg:date "2024-05" ;  # as printed'],
    )


def test_a_new_field_and_a_mark_come_where_the_form_has_them() -> None:
    node = deal()
    node["fields"]["signatory"].append({"value": "borealis", "inferred": "party"})
    node["fields"]["place"] = [{"value": "vik", "inferred": True}]
    gone, new = differing(edit("deal", node))
    assert gone == ["    pcg:signatory id:acme , id:deal.unnamed ;  # read twice"]
    assert new == [
        "    pcg:signatory id:acme , id:deal.unnamed , id:borealis ;  # read twice",
        "    pcg:place id:vik ;",
        "    pcg:inferred pcg:place ;",
        "    pcg:inferredParty id:borealis ;",
    ]
    assert edit("deal", node).index("pcg:signatory") < edit("deal", node).index("pcg:place id:vik")


def test_a_field_that_is_gone_leaves_its_comments_above_the_block() -> None:
    node = deal()
    del node["fields"]["signatory"]
    node["unnamed"] = []
    after = edit("deal", node)
    assert "# about the deal\n# why two\n# read twice\nid:deal a pcg:Agreement ;\n    pcg:kind v:mou ;" in after
    assert "unnamed" not in after


def test_a_comment_on_what_comes_first_now_stands_above_the_block() -> None:
    text = formatted(f"{TEXT}\nid:deal pcg:place id:vik ;\n    # why here\n    pcg:summary 'Short.'@en .\n", "post.ttl")
    node = copy.deepcopy(read(text)["engagements"][0])
    del node["fields"]["place"]
    assert "# why here\nid:deal pcg:summary 'Short.'@en ." in edit("deal", node, text=text)


def test_a_removed_engagement_takes_its_own_passages_along() -> None:
    gone, new = differing(edit("deal", None))
    assert new == ["# why two", "# read twice", "# as printed"]  # they stand alone now
    assert [line for line in gone if "Passage" in line] == [f'<{SOURCE}#para=1> a pcg:Passage ; pcg:locator "para 1" .']
    for comment in ("# head", "# about the deal", "# why two", "# read twice", "# about its step", "# as printed"):
        assert comment in edit("deal", None)


def test_a_passage_that_nothing_cited_before_stays() -> None:
    text = TEXT + f'<{SOURCE}#para=9> a pcg:Passage ; pcg:locator "para 9" .\n'
    assert "para=9" in edit("deal", None, text=text)


def test_a_new_engagement_comes_before_the_passages_and_its_passage_at_the_end() -> None:
    node = writing.node("loan", "Loan", {"funder": [{"value": "acme"}]}, ["char=1,9", "para=2"])
    node["steps"] = [writing.node("loan.planned", "Step", {"status": [{"value": "planned"}]}, ["char=1,9"])]
    passage: Passage = {"id": "char=1,9", "start": 1, "end": 9, "sha256": "0" * 64}
    gone, new = differing(edit("loan", node, [passage, {"id": "para=7", "locator": "not cited"}]))
    assert gone == []
    assert new == [
        "id:loan a pcg:Loan ;",
        "    pcg:funder id:acme ;",
        "    pcg:step id:loan.planned ;",
        f"    pcg:statedIn <{SOURCE}#char=1,9> , <{SOURCE}#para=2> .",
        "id:loan.planned a pcg:Step ;",
        "    pcg:status v:planned ;",
        f"    pcg:statedIn <{SOURCE}#char=1,9> .",
        f'<{SOURCE}#char=1,9> a pcg:Passage ; pcg:start 1 ; pcg:end 9 ; pcg:sha256 "{"0" * 64}" .',
    ]
    after = edit("loan", node, [passage])
    assert "\n\nid:loan a pcg:Loan ;" in after
    assert after.index("id:loan") < after.index("#para=1> a pcg:Passage") < after.index("#char=1,9> a pcg:Passage")


def test_a_needed_prefix_is_added_and_an_unneeded_one_goes() -> None:
    node = writing.node("loan", "Loan", {"sector": [{"value": "quays"}]})
    after = edit("loan", node)
    assert "@prefix sector:" in after
    assert formatted(edit("loan", None, text=after), "") == TEXT


def test_a_renamed_engagement_stays_in_its_place() -> None:
    node = deal()
    node["id"] = "accord"
    for child, name in ((node["unnamed"][0], "unnamed"), (node["steps"][0], "signed")):
        child["id"] = f"accord.{name}"
    node["fields"]["signatory"][1]["value"] = "accord.unnamed"
    after = edit("deal", node)
    assert "# about the deal\n" in after
    assert after.index("id:accord a pcg:Agreement") < after.index("id:talks")
    assert "id:deal" not in after


def test_the_prefixes_of_the_file_are_used() -> None:
    text = TEXT.replace("@prefix id:", "@prefix thing:").replace(" id:", " thing:").replace("\nid:", "\nthing:")
    node = deal()
    node["fields"]["place"] = [{"value": "vik", "inferred": False}]
    assert "pcg:place thing:vik ;" in edit("deal", node, text=text)


def test_another_use_of_a_standard_prefix_is_respected() -> None:
    text = TEXT.replace("@prefix v:", "@prefix words:").replace(" v:", " words:")
    text = text.replace("# head\n", "# head\n@prefix sector: <http://e.x/> .\n") + "\nsector:a pcg:parent sector:b .\n"
    node = deal()
    node["fields"]["sector"] = [{"value": "quays", "inferred": False}]
    after = edit("deal", node, text=text)
    assert "pcg:sector <https://w3id.org/pcgraph/vocab/sector/quays>" in after or "pcg:sector words:sector" in after
    assert ("<http://e.x/a>", "<https://w3id.org/pcgraph/ontology#parent>", "<http://e.x/b>") in facts(after)


def test_an_unformatted_file_is_laid_out() -> None:
    assert edit("deal", deal(), text=TEXT.replace("    pcg:kind", "  pcg:kind")) == TEXT


ERRORS = {
    "nothing to remove": ("other", None, TEXT, "other"),
    "an id that another has": ("deal", {**deal(), "id": "talks"}, TEXT, "id:talks"),
    "a step of another": ("talks", {**deal(), "id": "talks"}, TEXT, "id:deal"),
    "no Turtle": ("deal", deal(), TEXT + "id:x", "turtle-syntax"),
    "a comment that cannot stay": ("deal", deal(), TEXT.replace("id:acme ,", "id:acme , # x\n"), "comment inside"),
}


@pytest.mark.parametrize(("id_", "node", "text", "fragment"), ERRORS.values(), ids=ERRORS.keys())
def test_what_cannot_be_edited_is_an_error(id_: str, node: Node | None, text: str, fragment: str) -> None:
    with pytest.raises(InvalidInput, match=fragment) as caught:
        edit(id_, node, text=text)
    assert "; expected " in str(caught.value)
