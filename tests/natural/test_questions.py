"""The question box understands texts as people type them: those of questions.tsv, on which its words were tuned."""

from __future__ import annotations

import csv
import json
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from helpers import pcgraph
from pcgraph.api import KnowledgeGraph
from pcgraph.query.engine.result import Result
from pcgraph.query.names.question_box import question_box
from pcgraph.query.statements.deals import table
from pcgraph.store.files import home

TODAY = date(2026, 11, 30)
FUNDED = "filter country=id:china type=pcg:Funding,pcg:Loan,pcg:Grant,pcg:Investment"
LEAST = 0.85  # share of the texts of each language that are understood as expected


def compact(understood: dict[str, Any]) -> str:
    """Return what was understood in one line, as the third column of questions.tsv has it."""
    kind, answer = understood["kind"], understood["answer"]
    if kind in ("refuse", "choose"):
        return kind
    parts = [kind]
    if kind == "catalogue":
        parts += [answer["question"], *(f"{name}={value}" for name, value in answer["parameters"].items())]
        parts += [f"rows={value}" for value in answer["rows"]] + ["any"] * answer.get("any", False)
    elif kind == "path":
        parts += [answer["from"], answer["to"]]
    elif kind == "ranking":
        parts += [answer["measure"], *(f"{name}={value}" for name, value in answer["options"].items())]
        parts += [f"only={value}" for value in answer["only"]]
    else:
        parts += [f"show={answer['show']}"] * bool(answer["show"])
        for group, values in answer["filters"].items():
            parts.append(f"{group}={('..' if group == 'months' else ',').join(values)}")
        parts += [f"sort={answer['sort']}"] * bool(answer["sort"]) + ["count"] * answer["count"]
        parts += [f"by={group}" for group in [answer.get("by")] if group]
    parts += [f"as_of={day}" for day in [answer.get("as_of")] if day]
    return " ".join(parts)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with (Path(__file__).parent / "questions.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_most_texts_of_each_language_are_understood_and_what_the_graph_cannot_say_is_refused(
    kg: KnowledgeGraph, rows: list[dict[str, str]]
) -> None:
    box = question_box(kg, TODAY)
    found = [(row, compact(box.understand(row["text"]))) for row in rows]
    wrong = [(row, got) for row, got in found if got != row["understood"]]
    answered = [row["text"] for row, got in wrong if row["understood"] == "refuse"]
    assert answered == []
    total, missed = Counter(row["language"] for row in rows), Counter(row["language"] for row, _ in wrong)
    shares = {language: 1 - missed[language] / count for language, count in total.items()}
    assert min(shares.values()) >= LEAST, [(row["text"], got) for row, got in wrong]
    offers = [len(box.understand(row["text"])["nearest"]) for row in rows if row["understood"] == "refuse"]
    assert set(offers) == {3}


def test_a_mistake_in_typing_is_corrected_only_where_one_word_is_near(kg: KnowledgeGraph) -> None:
    box = question_box(kg, TODAY)
    assert [chip["corrected"] for chip in box.understand("Huawie")["understood"]] == [True]
    assert box.understand("debt crisis")["kind"] == "refuse"


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("president xi", "catalogue offices-of person=id:xi-jinping"),  # a last name beside an office
        ("عمران خان کے عہدے", "catalogue offices-of person=id:imran-khan"),  # a name in another script
        ("shortest way from xiaomi to nust", "path id:xiaomi id:national-university-of-sciences-and-technology"),
        ("did any of the memoranda turn into something real", "catalogue memorandum-outcomes"),
        ("google projects in pakistan", "refuse"),
        ("coal loans from china", "refuse"),
        ("has the haier industrial park been finished", "refuse"),  # "industrial" is no name of a bank
        (
            "which pakistani universities have the most chinese partners",
            "ranking degree kind=pcg:University country=id:pakistan",
        ),
    ],
)
def test_words_that_change_no_question_are_left_out_and_unknown_names_refuse(
    kg: KnowledgeGraph, text: str, understood: str
) -> None:
    assert compact(question_box(kg, TODAY).understand(text)) == understood


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("پی ایس سی اے", "filter show=id:punjab-safe-cities-authority"),  # a short name, spelt out
        ("ہواوے کو سونپی", "filter show=id:huawei"),  # a form of an ordinary verb
        ("ambassador khalil hashmi meetings", "catalogue who-talks-with rows=id:khalil-hashmi"),  # an office as a title
        ("ambassador hashmi visits", "choose"),  # whichever of the name is meant
        ("MoITT bodies under MoITT", "catalogue parts-of organisation=id:moitt"),  # named twice
        (
            "what changed between 1 Sept and 30 Sept 2025",  # the year of the second date
            "catalogue what-changed-between since=2025-09-01 until=2025-09-30",
        ),
        ("signings per year 1988 to now", "catalogue signed-begun-and-ended-by-year"),  # a question of all years
        ("chinese grants for universites", "filter country=id:china type=pcg:Grant kind=pcg:University"),
        (
            "بیجنگ میں پاکستانی سفیر 2019 میں کون تھا",  # who held an office in a year
            "catalogue who-held-office on=2019 rows=id:embassy-of-pakistan-in-beijing",
        ),
        ("huawei training for $2.3bn", "catalogue who-trains-whom rows=id:huawei"),  # a sum narrows nothing
        ("سیف\u200cسٹی لاہور", "filter sector=sector:safe-city place=id:lahore"),  # words written as one
        ("سٹی", "filter text=city"),  # a word of titles in another script, and no verb that sounds like it
        ("اینگرو", "refuse"),  # no name that begins with a consonant, whatever the others are
        ("alibaba ke sath MOU kab kab hue", "filter near=id:alibaba form=v:mou"),  # when: an answer with dates
        ("چائنا ایگزم بینک کے قرضے، رقم سمیت", "filter near=id:export-import-bank-of-china type=pcg:Loan"),
        (
            "زونگ اور پی ٹی سی ایل کے درمیان کون کون سے معاہدے ہیں؟",
            "filter near=id:china-mobile-pakistan-zong,id:ptcl type=pcg:Agreement",
        ),
        ("who attended the 14th JCC", "catalogue who-attended event=id:cpec-jcc-meeting-14"),  # an ordinal
        ("which province has the most projects", "filter type=pcg:Project by=province"),
        # of those that lend, whatever their country
        ("biggest lender to pakistan", "catalogue commitments-and-payments"),
        # sums, and no ranking of parties
        ("largest usd amounts top 5", "filter type=pcg:Funding,pcg:Loan,pcg:Grant,pcg:Investment sort=money"),
        # of an engagement that is named, its own sum
        ("gwadar institute cost", "filter engagement=id:gwadar-institute sort=money"),
        # where a visit leads
        ("visits of chinese officials to pakistan", "filter type=pcg:Visit country=id:china place=id:pakistan"),
        ("چینی حکام کے پاکستان کے دورے", "filter country=id:china type=pcg:Visit place=id:pakistan"),
        ("中国公司考察巴基斯坦", "filter country=id:china kind=pcg:Company type=pcg:Visit place=id:pakistan"),
        # who has most of something has a number of it
        ("which ministries signed the most agreements", "filter kind=pcg:Ministry type=pcg:Agreement by=party"),
        # of two statuses one is enough, whatever set has both
        ("cancelled or suspended deals", "filter status=v:cancelled,v:suspended"),
        ("stopped or suspended work", "filter set=stopped"),
        # words of a title name what is contradicted
        (
            "do sources contradict each other on the loan for islamabad safe city",
            "catalogue contradicting-values rows=id:islamabad-safe-city-loan",
        ),
        # words that are joined are none of them small
        ("granted or loaned", "catalogue commitments-and-payments"),
        ("agreements in the eighties", "filter type=pcg:Agreement months=1980-01..1989-12"),  # ten years
        ("80年代的协议", "filter type=pcg:Agreement months=1980-01..1989-12"),
        ("did zte actualy sign", "catalogue who-signed-with party=id:zte"),  # near two words that say nothing
        ("gwadar uni", "filter show=id:university-of-gwadar"),  # a word of a name, shortened and before its place
        ("announced projects with no news since 2021", "catalogue announced-and-no-later-step date=2021-01-01"),
        ("sectors that were quiet for years", "catalogue years-without-steps"),
        ("what do funders give most by year", "catalogue money-by-funder-and-year"),
        ("chief minister of punjab", "catalogue who-held-office on=2026-11-30 rows=id:government-of-punjab"),  # a post
        (
            "China's ambassador in 2021",
            "catalogue who-held-office on=2021 rows=id:embassy-of-china-in-pakistan",
        ),
        ("Yao Jing talked to which ministers", "catalogue who-talks-with rows=id:yao-jing"),  # an office beside an act
        ("agreements worth more than 200 million dollars", "filter type=pcg:Agreement"),  # a sum narrows nothing
        ("agreements signed last May", "filter type=pcg:Agreement status=v:signed months=2026-05..2026-05"),
        ("agreements signed last December", "filter type=pcg:Agreement status=v:signed months=2025-12..2025-12"),
        (
            "news since march 2026",  # one phrase that asks and begins a period
            "catalogue what-changed-between since=2026-03-01 until=2026-11-30",
        ),
        ("Paksat-1R", "filter thing=id:paksat-1r"),  # a work: what was agreed and done about it
        ("things that collapsed", "filter set=stopped"),
        ("satellites for Pakistan", "filter sector=sector:satellites country=id:pakistan"),  # two words, no name of one
        ("who will be the next it minister", "refuse"),
        ("which province did China invest in the most", FUNDED + " by=province"),
        ("MG cars plant status", "catalogue status-history engagement=id:mg-lahore-plant"),  # a name of two letters
        ("what does Zong pay its engineers", "refuse"),
        ("stuff for girls", "filter text=girl"),  # a word for people that a title has
        ("how many employees does huawei have", "refuse"),
        ("deals that never mention huawei", "refuse"),
        ("ZTE deals with the exception of 5G", "filter near=id:zte type=pcg:Agreement sector=-sector:5g"),
        (  # each name that is left out
            "MoITT agreements signed 2025 excl. Huawei or ZTE",
            "filter near=id:moitt,-id:huawei,-id:zte type=pcg:Agreement status=v:signed months=2025-01..2025-12",
        ),
        ("agreements (not MoUs) from China", "filter type=pcg:Agreement form=-v:mou country=id:china"),
        ("countries besides china", "refuse"),  # all but one is no question
        (  # what is not completed has several statuses
            "safe city, punjab, not completed yet",
            "filter sector=sector:safe-city place=id:punjab status=v:planned,v:under-way,v:suspended",
        ),
        ("AI projects", "filter sector=sector:ai type=pcg:Project,pcg:TrainingProgramme,pcg:Centre"),
        (  # all that are compared
            "Huawei vs ZTE vs Xiaomi",
            "ranking degree only=id:huawei only=id:zte only=id:xiaomi",
        ),
        (  # "under" begins a status here
            "5G projects under way or completed",
            "filter sector=sector:5g type=pcg:Project,pcg:TrainingProgramme,pcg:Centre status=v:under-way,v:completed",
        ),
        (  # a name by words of its title, where its parties would be two
            "who represented Changan at the Master joint venture",
            "catalogue who-represents-whom rows=id:changan-master-joint-venture",
        ),
        (  # one name is that of a party, though a title has it
            "who signed on behalf of the ministry of planning",
            "catalogue who-represents-whom rows=id:ministry-of-planning-development-and-special-initiatives",
        ),
        ("who funded most each year", "catalogue money-by-funder-and-year"),  # sums, and no numbers of agreements
        (  # "or" between two statuses compares nothing
            "cancelled or suspended deals pakistan china",
            "filter status=v:cancelled,v:suspended country=id:pakistan,id:china",
        ),
        # an inflection of a common word is that word
        ("MoUs & agreements dated 2007", "filter form=v:mou type=pcg:Agreement months=2007-01..2007-12"),
    ],
)
def test_a_text_is_read_by_a_rule(kg: KnowledgeGraph, text: str, understood: str) -> None:
    assert compact(question_box(kg, TODAY).understand(text)) == understood


@pytest.mark.parametrize(
    ("text", "understood", "left"),
    [
        # one common word is left out of a filter of whole names that has rows
        (
            "spectacular 5g talks with huawei",
            "filter sector=sector:5g type=pcg:Talks near=id:huawei",
            ["spectacular"],
        ),
        # of a question, the topic is left out if nothing has it
        (
            "pakistani ministers for agriculture in 2021",
            "catalogue who-held-office on=2021 rows=id:pakistan",
            ["agriculture"],
        ),
        # of a work, the dates are
        (
            "alibaba sme training pakistan 2025 tdap",
            "filter engagement=id:alibaba-sme-training country=id:pakistan "
            "near=id:trade-development-authority-of-pakistan",
            ["2025"],
        ),
        # one word that is not known, if it is no name and the others say enough
        ("zong data centre islamabad thingy", "filter engagement=id:zong-data-centre place=id:islamabad", ["thingy"]),
        # another reading of one of the names
        (
            "who says Geedge sold a firewall to islamabad",
            "catalogue what-sources-say-about thing=id:geedge-networks",
            ["sold", "firewall", "islamabad"],
        ),
    ],
)
def test_an_empty_answer_gives_way_to_one_with_rows(
    kg: KnowledgeGraph, text: str, understood: str, left: list[str]
) -> None:
    found = kg.understood(text)
    assert (compact(found), found["not_understood"]) == (understood, left)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("比亚迪跟华为是怎么连起来的", "BYD"),  # a path that does not exist
        ("is huawei equipment safe for government networks", "Huawei"),  # words that no title has together
    ],
)
def test_an_answer_without_rows_is_refused_if_an_offer_has_some(kg: KnowledgeGraph, text: str, offered: str) -> None:
    found = kg.understood(text)
    assert (found["kind"], found["nearest"][0]["label"]) == ("refuse", offered)


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        # without one group, if a title word is left
        (
            "EV charging network hubco",
            "filter sector=sector:electric-vehicles text=charg near=id:hub-power-company",
        ),
        # by a title that has a word of each name
        ("BYD Mega Motor technical licence", "filter show=id:byd-technical-licence-agreement"),
        ("和平海缆在吉布提登陆了没", "filter show=id:peace-djibouti-landing"),
        # a title word that few have carries the question
        ("Huawei layoffs in Lahore", "refuse"),
        # of several things with the name, the one that has rows
        ("sunwalk fibre talks", "filter near=id:hunan-sunwalk-group sector=sector:optical-fibre type=pcg:Talks"),
        # a name that is written as two words
        ("سن واک", "filter show=id:sunwalk-pvt-limited"),
        # a party whose name only a title has
        ("transsion factory closed?", "filter near=id:transsion type=pcg:Project"),
        # a sum about a work that only the title of another names
        (
            "who is footing the bill for smart classrooms",
            "filter text=smart,classroom by=party",
        ),
        # one character that is not known, of a whole question
        ("有没有人查过这事的后续?查了没查到也算", "catalogue searches"),
        # whatever was promised
        ("BYD plant: still on the drawing board", "filter near=id:byd type=pcg:Project"),
        # in a place without engagements of a country that most engagements are with, all of them
        ("multan mein china ke projects", "filter place=id:multan type=pcg:Project,pcg:TrainingProgramme,pcg:Centre"),
        ("indian projects in karachi", "refuse"),
        # a place or a work whose name only titles have, in any script
        ("پنجاب کے چینگدو کے ساتھ مذاکرات", "filter type=pcg:Talks text=punjab,chengdu"),
        (
            "گوادر ایئرپورٹ کے لیے پیسے قرض تھے یا گرانٹ",  # the kinds of money that it names, and no others
            "filter type=pcg:Loan,pcg:Grant text=gwadar,airport sort=money",
        ),
        (
            "kis kis university mein huawei ict academy hai",
            "filter kind=pcg:University engagement=id:huawei-ict-academies by=party",
        ),
        # of several works with the words of a text, that of its type
        (
            "sunwalk aur railway ka fibre muahida",
            "filter near=id:sunwalk-pvt-limited text=railway sector=sector:optical-fibre type=pcg:Agreement",
        ),
        # where a person went, whoever was met
        ("شہباز شریف چین کب کب گئے", "filter near=id:shehbaz-sharif type=pcg:Visit place=id:china"),
        # a ranking without rows
        ("کس نے سب سے زیادہ پاکستانیوں کو تربیت دی", "catalogue who-trains-how-many"),
        # an act that the text names is asked before an office
        ("what did president Xi sign in 2015", "filter near=id:xi-jinping months=2015-01..2015-12"),
        # a word that is left and that only some of the rows have
        (
            "did PSCA and Huawei ever settle over the broken lahore cameras",
            "filter near=id:punjab-safe-cities-authority,id:huawei place=id:lahore sector=sector:safe-city text=settle",
        ),
        # a word that no graph answers, and a title has
        (
            "training for government employees by chinese firms",
            "filter type=pcg:TrainingProgramme text=government,employee country=id:china kind=pcg:Company",
        ),
    ],
)
def test_an_empty_filter_gives_way_to_the_nearest_one_with_rows(kg: KnowledgeGraph, text: str, understood: str) -> None:
    assert compact(kg.understood(text)) == understood


def test_rows_about_a_country_or_sector_are_those_of_its_engagements_if_none_holds_it(kg: KnowledgeGraph) -> None:
    asked = kg.ask("ہواوے نے پاکستان میں کتنے نوجوانوں کو تربیت دی")
    assert compact(asked.understood) == "catalogue who-trains-how-many rows=id:huawei rows=id:pakistan"
    assert isinstance(asked.result, Result)
    assert len(asked.result.rows) > 1


@pytest.mark.parametrize(("text", "reason"), [("byd zong path", "no rows"), ("weather in lahore", "cannot say")])
def test_a_refusal_says_whether_only_rows_are_missing(kg: KnowledgeGraph, text: str, reason: str) -> None:
    found = kg.understood(text)
    assert (found["kind"], found["reason"]) == ("refuse", reason)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("provinces ranked by number of projects", "Punjab"),
        ("huawei vs zte signed agreements", "Huawei"),
        ("how many engagements in Lahore compared with Karachi", "Lahore"),
    ],
)
def test_a_text_that_asks_for_numbers_of_a_group_gets_them(kg: KnowledgeGraph, text: str, first: str) -> None:
    numbers = kg.ask(text).result
    assert numbers is not None
    rows = list(numbers.rows)
    assert rows[0][1] == first
    assert [row[2] for row in rows] == sorted((row[2] for row in rows), reverse=True)


def test_numbers_by_year_are_in_the_order_of_the_years(kg: KnowledgeGraph) -> None:
    years = [row[0] for row in kg.ask("zte deals per year").result.rows]
    assert years == sorted(years)


def test_a_comparison_has_rows_of_each_party(kg: KnowledgeGraph) -> None:
    trainers = {row[0].rsplit("/", 1)[-1] for row in kg.ask("Compare training promises of Huawei and ZTE").result.rows}
    assert trainers == {"huawei", "zte"}


def test_a_step_with_one_bound_is_in_no_earlier_period(kg: KnowledgeGraph) -> None:
    found = kg.ask("anything SUPARCO did with the Chinese before 2000").result
    assert [row[1] for row in found.rows] == ["Space agreement of 1991"]


def test_what_was_silent_since_a_day_is_asked_of_that_day(kg: KnowledgeGraph) -> None:
    text = "projects announced but not heard of again since end of 2023"
    assert compact(kg.understood(text)) == "catalogue announced-and-no-later-step date=2023-12-31"


def test_the_list_of_what_no_graph_answers_is_short() -> None:
    outside = tomllib.loads((home("queries") / "grammar" / "en.toml").read_text(encoding="utf-8"))["words"]["outside"]
    assert 300 < len(outside.split("|")) <= 520


def test_a_common_word_is_not_left_out_of_a_filter_without_rows(kg: KnowledgeGraph) -> None:
    assert kg.understood("spectacular 6g loans of xiaomi")["kind"] == "refuse"


def test_a_work_is_not_left_out_of_an_answer_without_rows(kg: KnowledgeGraph) -> None:
    found = kg.understood("do sources disagree on the orange line loan in lahore")["answer"]
    assert found["filters"]["engagement"] == ["id:orange-line-loan"]


@pytest.mark.parametrize("text", ["chinese satellite blabber", "completed lahore blabber"])
def test_a_country_or_a_term_does_not_outweigh_a_word_that_is_not_known(kg: KnowledgeGraph, text: str) -> None:
    assert kg.understood(text)["kind"] == "refuse"


def test_a_capital_letter_begins_a_name_that_is_not_known(kg: KnowledgeGraph) -> None:
    assert kg.understood("zong data centre islamabad Thingy")["kind"] == "refuse"


@pytest.mark.parametrize(
    "text",
    [
        "who did huawei train in pakistan",
        "ہواوے نے پاکستان میں کن لوگوں کو تربیت دی؟",
        "中国资助了哪些大学",
    ],
)
def test_whom_something_is_done_to_is_asked_by_other_roles(kg: KnowledgeGraph, text: str) -> None:
    assert "pcg:trainee" in kg.understood(text)["answer"]["rows"][-1]
    training = kg.understood("which Chinese universities train Pakistani agriculture graduates")
    assert "pcg:trainer" in training["answer"]["rows"][-1]


@pytest.mark.parametrize("text", ["whom did huawei train in 2025", "who did huawei train in pakistan"])
def test_whom_somebody_trained_are_those_of_trainings(kg: KnowledgeGraph, text: str) -> None:
    understood = kg.understood(text)
    assert understood["answer"]["filters"]["type"] == ["pcg:TrainingProgramme"]
    of_type = kg.tables.engagements.filter(type="https://w3id.org/pcgraph/ontology#TrainingProgramme")["engagement"]
    behind = kg.engagements_behind(understood)
    assert behind is not None
    assert {str(row[0]) for row in behind.rows} <= {*of_type}


def test_a_chinese_text_may_ask_at_its_end_who_did_something(kg: KnowledgeGraph) -> None:
    assert kg.understood("资助瓜达尔的是谁")["answer"]["rows"] == ["pcg:funder pcg:acquirer"]


def test_in_some_languages_who_is_which(kg: KnowledgeGraph) -> None:
    found = kg.understood("سب سے زیادہ منصوبے کس چینی کمپنی کے ہیں")["answer"]
    assert (found["by"], found["rows"]) == ("party", ["pcg:Company", "id:china"])


def test_a_path_without_ties_leads_over_what_both_ends_take_part_in(kg: KnowledgeGraph) -> None:
    found = kg.ask("how is Alibaba linked to Telenor?").result
    assert [row[1] for row in found] == ["pcg:participant"] * 2
    parties = {agent for row in found for agent in (row[0], row[2])}
    assert {kg.entities[kg.names.expand(str(agent))].kind for agent in parties}.isdisjoint({"Office", "Person"})
    assert kg.understood("hubco byd path")["kind"] == "filter"  # what both take part in is a list
    found = kg.ask("path from Ant Group to President of China").result
    assert "Nawaz Sharif" not in {str(kg.label(kg.names.expand(agent))) for row in found.short for agent in row[:3:2]}
    assert kg.understood("path between Orange and Alibaba")["kind"] == "refuse"  # Orange is only said to take part


def test_offers_with_rows_come_first(kg: KnowledgeGraph) -> None:
    offers = kg.understood("which deals did Xiaomi and Air Link sign")["nearest"]
    found = [kg.answer(offer) for offer in offers]
    assert [len(each) > 0 for each in found] == [True, False, False]


def test_of_what_a_text_may_mean_the_first_with_an_answer_is_taken(kg: KnowledgeGraph) -> None:
    asked = kg.ask("who paid for the gwadar airport")
    assert {row[0].rsplit("/", 1)[-1] for row in asked.result.rows} == {"government-of-china"}
    assert kg.ask("loans from germany").understood["kind"] == "refuse"
    training = kg.ask("who attended the astronaut training")  # which is no event, so nobody attends it
    assert training.understood["answer"]["show"] == "id:astronaut-training"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("who signed with acme", ["catalogue: Who signed with a party: Acme", "id:harbour-authority"]),
        ("most connected", ["ranking: degree", "id:harbour-authority"]),
        ("loans to borealis in 1999", ["this graph has no rows for that (loans, borealis); nearest:", "  Borealis"]),
        ("weather", ["this graph cannot say that (weather); nearest:"]),
    ],
)
def test_the_command_says_how_it_understood_the_text_before_it_answers(text: str, lines: list[str]) -> None:
    ran = pcgraph("ask", text, "--data", "tests/fixtures/tiny")
    assert [line for line in lines if line not in ran.stdout + ran.stderr] == []
    assert ran.returncode == (1 if any("this graph" in line for line in lines) else 0)


def test_json_holds_the_kind_the_answer_and_the_nearest_offers() -> None:
    found = json.loads(pcgraph("ask", "who signed with acme", "--json", "--data", "tests/fixtures/tiny").stdout)
    assert {"kind", "answer", "nearest", "understood", "not_understood", "reason"} == set(found)
    assert found["answer"] == {"question": "who-signed-with", "parameters": {"party": "id:acme"}, "rows": []}


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("华为都和谁签过字", "catalogue who-signed-with party=id:huawei"),
        ("哪些说法只有一家媒体报道?", "catalogue reported-by-one-voice"),
        ("各媒体说法打架的地方有哪些", "catalogue contradicting-values"),
        ("哪些说法被判定为不可信", "catalogue rejected-by-verdict"),
        ("巴基斯坦IT部下面有哪些单位", "catalogue parts-of organisation=id:moitt"),
        ("谁是2021年巴基斯坦驻华大使", "catalogue who-held-office on=2021 rows=id:embassy-of-pakistan-in-beijing"),
        ("从巴航天局到长城工业公司要经过几个人", "path id:suparco id:china-great-wall-industry-corporation"),
        (
            "进出口银行承诺贷款多少，实际放了多少",
            "catalogue commitments-and-payments rows=id:export-import-bank-of-china",
        ),
        ("哪些只停留在口头阶段", "catalogue engagements-at-status status=v:discussed"),
        ("鲁班工坊 旁遮普", "filter near=id:luban-workshop place=id:punjab"),
        ("巴中光缆现在通了没有", "catalogue status-history engagement=id:pakistan-china-fibre-link"),
        ("超算", "filter sector=sector:supercomputing"),
        ("中国手机在巴基斯坦多少钱一部", "refuse"),
        ("华为在老挝建了几个数据中心", "refuse"),
        ("وہ شخص جو ۲۰۲۰ میں ہواوے کا سربراہ تھا", "catalogue who-held-office on=2020 rows=id:huawei"),
        ("کون کون سے ادارے صرف گپ شپ کر کے رہ گئے", "catalogue who-only-talked rows=pcg:Organization"),
        ("کتنے انجینئر ہواوے سے سند لے کر نکلے", "catalogue who-trains-how-many rows=id:huawei"),
        ("سب سے زیادہ جڑے ہوئے چینی ادارے", "ranking degree kind=pcg:Organization country=id:china"),
        ("سرمایہ کاری کے وعدے اور اصل میں ملی رقم", "catalogue commitments-and-payments"),
        ("cpec ke it wale hissay ka haal batao", "catalogue what-belongs-to programme=id:cpec"),
        ("gwadar mein abhi kaun kaun si cheez chal rahi hai", "filter place=id:gwadar status=v:under-way"),
        ("ٹیکنالوجی زون", "filter sector=sector:special-technology-zones"),
        ("zte mein naukri ki tankhwah", "refuse"),
        ("سیف سٹی سے جرائم کم ہوئے", "refuse"),
    ],
)
def test_everyday_words_of_chinese_and_urdu_are_known(kg: KnowledgeGraph, text: str, understood: str) -> None:
    assert compact(question_box(kg, TODAY).understand(text)) == understood


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("claims resting on a single independent source", "catalogue reported-by-one-voice"),
        ("وہ رقم جو کسی سال میں شمار نہیں ہوئی", "catalogue money-left-out"),
        ("خلا کے شعبے میں کن سالوں میں کچھ نہیں ہوا", "catalogue years-without-steps rows=sector:space"),
        (
            "who alleges geedge supplied the national firewall",
            "filter near=id:geedge-networks sector=sector:internet-filtering by=source",
        ),
        (
            "what has been promised but not delivered in satellites",
            "filter promise=open,silent sector=sector:satellites",
        ),
        ("how expensive is a Tecno phone", "refuse"),
        ("what do you pay for a Zong 5G package", "refuse"),
        ("top 5 funders", "catalogue commitments-and-payments"),
        ("What became of the memorandum ZTE signed in 2009?", "filter form=v:mou near=id:zte months=2009-01..2009-12"),
        ("Chinese vendors in Peshawar", "filter country=id:china kind=pcg:Company place=id:peshawar by=party"),
        ("most central organizations betweenness", "ranking betweenness kind=pcg:Organization"),
        ("sources on safe cities in Punjab", "filter sector=sector:safe-city place=id:punjab by=source"),
        ("sources from China", "filter country=id:china"),  # says too little to ask for sources
        (
            "evidence for the Chinese loan for PakSat-1R",
            "filter country=id:china type=pcg:Loan text=paksat,1r by=source",
        ),
        (
            "how many agreements were claimed in September 2025",
            "catalogue claimed-and-identified rows=id:b2b-conference-2025 id:huawei-b2b-2025-signings",
        ),
        ("claims of agreements made in Shenzhen", "catalogue claimed-and-identified rows=id:shenzhen"),
        (
            "what came of the 79 agreements at the agri investment conference",
            "catalogue claimed-and-identified rows=id:pakistan-china-agri-investment-conference-2026",
        ),
        (
            "$8.5bn announced at the sept 2025 b2b conference, how much of that can be traced to named deals",
            "catalogue claimed-and-identified-money rows=id:b2b-conference-2025",
        ),
        ("who supplies cameras for Karachi", "filter sector=sector:safe-city place=id:karachi by=party"),
        ("what do we know only from Huawei itself", "catalogue self-reported-only rows=id:huawei"),
        ("deals where the chinese partner isn't named", "catalogue which-parties-are-unnamed"),
        ("attendees second Pak China B2B investment conference", "catalogue who-attended event=id:b2b-conference-2025"),
        ("seb se purana muahida konsa hai list mein", "filter type=pcg:Agreement sort=first"),
        ("tecno 停产", "filter near=id:transsion-tecno-electronics status=v:suspended"),
        (
            "ZTE vs Huawei in Pakistan, who has signed more?",  # each of two, not both together
            "filter near=id:zte,id:huawei country=id:pakistan status=v:signed by=near",
        ),
        ("上海的活动有多少", "filter place=id:shanghai count"),  # whatever was agreed and done
        ("活动", "filter type=pcg:Event"),
        ("why haven't they built it", "refuse"),
        ("are pakistani politicians corrupt", "refuse"),
    ],
)
def test_neighbouring_questions_and_everyday_words_are_told_apart(
    kg: KnowledgeGraph, text: str, understood: str
) -> None:
    assert compact(kg.understood(text)) == understood


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("前年签的协议", ["2024-01", "2024-12"]),
        ("三年前签的协议", ["2023-01", "2023-12"]),
        ("agreements signed two months ago", ["2026-09", "2026-09"]),
        ("2023年底签的协议", ["2023-11", "2023-12"]),
        ("2023年底以来签的协议", ["2023-12", "2026-11"]),
        ("今年初签的协议", ["2026-01", "2026-03"]),
        ("去年下半年签的协议", ["2025-07", "2025-12"]),
        ("2025年第一季度签的协议", ["2025-01", "2025-03"]),
        ("2015年4月底签的协议", ["2015-04", "2015-04"]),
        ("2019年底到2021年初签的协议", ["2019-12", "2021-01"]),
    ],
)
def test_a_part_of_a_year_is_a_period(kg: KnowledgeGraph, text: str, months: list[str]) -> None:
    understood = question_box(kg, TODAY).understand(text)
    assert understood["answer"]["filters"]["months"] == months


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("月球车 备忘录 原文", "catalogue passages-of engagement=id:lunar-rover-mou"),  # most words of an English title
        ("空军大学和华为的备忘录谁说的", "filter near=id:air-university,id:huawei form=v:mou by=source"),
        ("瓜达尔机场是贷款还是赠款", "filter type=pcg:Loan,pcg:Grant text=gwadar,airport"),  # whatever was built
        ("各家说法不一的地方, 信哪个", "catalogue contradicting-values"),  # the last character of a name is no name
        ("有哪些合作黄了", "filter set=stopped"),
        ("停产的手机厂", "filter status=v:suspended sector=sector:smartphones"),
        ("各个領域的合作項目數量統計", "catalogue sectors-by-engagements"),  # traditional characters
        ("PakSat-1R是哪年发射的", "catalogue status-history engagement=id:paksat-1r-launch"),
        ("华为和中兴谁的合作伙伴多", "ranking degree only=id:huawei only=id:zte"),
        (
            "谁跟SUPARCO签了北斗协议",
            "filter near=id:suparco sector=sector:satellite-navigation type=pcg:Agreement by=party",
        ),
        ("光缆二期由谁承建", "filter engagement=id:pakistan-china-fibre-link-2 by=party"),  # and not its history
        (
            "参与合作的中国银行有哪些",
            "filter country=id:china kind=pcg:FinancialInstitution by=party",
        ),  # the noun is first
        ("哪家大学和华为签了备忘录", "catalogue who-signed-with party=id:huawei rows=pcg:University"),
        ("几次大会号称签了多少份协议,实际能查到几份", "catalogue claimed-and-identified"),
        ("已签文件清单", "catalogue what-was-signed"),
        ("谁代表中国政府签的字", "catalogue who-represents-whom rows=id:government-of-china"),
        (
            "库里一共收了多少所巴基斯坦大学",
            "catalogue organisations-by-country country=id:pakistan rows=pcg:University",
        ),
        ("非华为的5G合作", "filter near=-id:huawei sector=sector:5g"),
        ("华为以外的5G合作", "filter near=-id:huawei sector=sector:5g"),  # what leaves out stands behind the name
        ("华为和中兴以外有哪些公司签了合同", "filter near=-id:huawei,-id:zte kind=pcg:Company by=party"),
        ("李强访巴期间签了哪些协议", "filter event=id:li-qiang-pakistan-visit-2024 type=pcg:Agreement"),
        ("李强访巴签的备忘录", "filter event=id:li-qiang-pakistan-visit-2024 form=v:mou"),
        (
            "夏巴兹2024年访华期间签了什么",
            "filter event=id:huawei-headquarters-visit-2024,id:shehbaz-sharif-china-visit-2024 status=v:signed",
        ),
        ("习近平访巴有哪些成果", "filter event=id:xi-jinping-pakistan-visit-2015"),
        ("华为手机在巴基斯坦多少钱", "refuse"),  # a price
        ("比亚迪电动车多少钱", "refuse"),
        ("瓜达尔机场花了多少钱", "filter engagement=id:gwadar-airport-project sort=money"),
        ("月球车项目多少钱", "filter show=id:lunar-rover-change-8"),  # of an engagement, what is known
        ("华为培训30万人是哪家媒体报的", "catalogue voices-of engagement=id:huawei-training-300000"),
        ("中国援助巴基斯坦的赠款", "filter country=id:china,id:pakistan type=pcg:Grant"),  # and no loans
        ("瓜达尔还没完工的工程", "filter place=id:gwadar status=v:planned,v:under-way,v:suspended"),
        ("小麦联合实验室 参与单位", "filter text=wheat type=pcg:Centre by=party"),
        ("谁是网络里最重要的中间人", "ranking betweenness"),
        ("拉合尔有哪些跟中国合作的大学", "filter place=id:lahore country=id:china kind=pcg:University"),
        ("谁否认了消息", "catalogue rejected-by-verdict"),
        ("哪些项目延误了", "catalogue announced-and-no-later-step date=2026-11-30"),
        ("哪些大学获得了赠款", "filter kind=pcg:University type=pcg:Grant by=party"),
        ("扫码支付有哪些合作方", "filter sector=sector:payments"),
        (
            "視頻監控項目有哪些",  # traditional characters
            "filter sector=sector:safe-city type=pcg:Project,pcg:TrainingProgramme,pcg:Centre",
        ),
        ("巴基斯坦法官是谁", "refuse"),  # neither the first character of a name nor an office
        ("偿还中国贷款的计划", "refuse"),
    ],
)
def test_chinese_names_words_and_titles(kg: KnowledgeGraph, text: str, understood: str) -> None:
    assert compact(kg.understood(text)) == understood


def test_the_command_explains_no_word_that_it_did_not_understand() -> None:
    ran = pcgraph("ask", "shortest path Huawei NUST ZTE Zong")
    assert "NUST is National University of Sciences and Technology\n" in ran.stderr
    assert "not understood: ZTE, Zong" in ran.stderr
    assert "Zong is" not in ran.stderr


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("2023年之前的协议", ["2023年之前的 is …/2022-12-31; 协议 is agreement\n"]),  # and no other of the same name
        ("Huawei and deals before the 2017 forum", ["; before the 2017 forum is …/2017-05-30\n"]),
        ("as of June 2019", ["as of June 2019 is 2019-06-30\n", "filter: 2019-06-30\n"]),
        ("ZTE 2019 to 2021", ["\nfilter: ZTE", "2019 to 2021 is 2019-01-01/2021-12-31\n"]),
        ("in 2019 ZTE", ["in 2019 is 2019-01-01/2019-12-31\n"]),
    ],
)
def test_the_command_explains_a_date_as_a_whole(text: str, lines: list[str]) -> None:
    ran = pcgraph("ask", text)
    assert [line for line in lines if line not in ran.stderr] == []


@pytest.mark.parametrize("text", ["自2024年起", "从2024年开始", "2024年起", "从2024年以来"])
def test_a_word_on_each_side_of_a_date_belongs_to_it(kg: KnowledgeGraph, text: str) -> None:
    understood = question_box(kg, TODAY).understand(text)
    assert understood["answer"]["filters"] == {"months": ["2024-01", "2026-11"]}
    assert understood["not_understood"] == []


def test_everything_about_the_only_engagement_of_an_answer_follows_it() -> None:
    for text in ("BYD car plant in Karachi latest", "timeline of BYD car plant in Karachi"):  # a filter, a question
        ran = pcgraph("ask", text)
        assert "\nBYD car plant in Karachi [id:byd-karachi-plant], Project\n" in ran.stdout
        assert "  implementer: Mega Motor [id:mega-motor]\n" in ran.stdout
    assert "Project\n" not in pcgraph("ask", "projects of Huawei").stdout  # many


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("shortest path Sky47 PTCL", ["id:ptcl-zte-video-mou ", "parties\n  signatory: PTCL [id:ptcl]\n"]),
        (
            "sources on the quantum computing centre",
            ["PKR 3.318363 bn (cost)", "decided by verdict:quantum-centre-cost"],
        ),
        ("Quaid-i-Azam University", ["id:wheat-laboratory ", "Chinese Academy of Agricultural Sciences"]),
        ("talks of Yao Jing", ["\noffices\n  ambassador, Embassy of China in Pakistan"]),
        ("landings of the PEACE cable", ["id:peace-djibouti-landing ", " planned "]),
        ("Sunwalk", ["\nHunan Sunwalk Group [id:hunan-sunwalk-group], "]),
    ],
)
def test_what_is_behind_an_answer_follows_it(text: str, lines: list[str]) -> None:
    ran = pcgraph("ask", text)
    assert [line for line in lines if line not in ran.stdout] == []


def test_a_list_says_what_each_of_its_conditions_keeps_out(kg: KnowledgeGraph) -> None:
    understood = kg.understood("satellite contracts since 2015")
    wide = {row[0] for row in kg.ask("satellite contracts").result.short}
    own = {row[0] for row in kg.ask("satellite contracts since 2015").result.short}
    kept_out = dict(kg.near_misses(understood))
    assert {row[0] for row in kept_out["months"].short} == wide - own
    assert {*kept_out} == {"form", "months"}  # and not what it is about
    printed = pcgraph("ask", "satellite contracts since 2015")
    assert f"without 2015-01/2026-11: {len(wide - own)} more:\n" in printed.stderr
    assert f"without contract: {len(kept_out['form'])} more\n" in printed.stderr  # too many to list
    assert sorted(wide - own)[0] in printed.stdout
    assert kg.near_misses(kg.understood("Huawei")) == kg.near_misses(kg.understood("most connected companies")) == []


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("zte vs huawei who signed more", "filter near=id:zte,id:huawei status=v:signed by=near"),
        ("investment in pak telecoms", "filter type=pcg:Investment country=id:pakistan sector=sector:telecom"),
    ],
)
def test_who_signed_more_is_counted_and_a_country_with_a_sector_is_no_company(
    kg: KnowledgeGraph, text: str, understood: str
) -> None:
    assert compact(kg.understood(text)) == understood


def test_or_means_any_of_some_parties_even_where_some_engagements_have_all(kg: KnowledgeGraph) -> None:
    found = {row[0] for row in kg.ask("Huawei or ZTE in telecommunications").result.short}
    parties = {iri: {*names} for iri, names in kg.tables["parties"].group_by("engagement").agg("agent").iter_rows()}
    has = [{kg.names.expand("id:huawei"), kg.names.expand("id:zte")} & parties[kg.names.expand(each)] for each in found]
    assert {len(each) for each in has} == {1, 2}


def test_undated_reports_count_from_the_first_step(kg: KnowledgeGraph) -> None:
    found = kg.query("announced-and-no-later-step", date="2019-12-31").rows
    undated = [row for row in found if row[0] is None and row[4] is not None]
    assert all(str(row[4]) <= "2019-12-31" for row in undated)
    assert any(row[0] is None for row in kg.query("announced-and-no-later-step", date="2026-11-30").rows)


def test_what_a_list_is_of_is_shown_with_its_claims() -> None:
    ran = pcgraph("ask", "how many agreements at the second B2B conference 2025")
    assert "\nSecond Pakistan–China B2B conference, 2025 [id:b2b-conference-2025], " in ran.stdout
    assert "\n  claimedCount: " in ran.stdout


def test_an_event_alone_is_shown_with_what_came_of_it() -> None:
    ran = pcgraph("ask", "visit of Imran Khan in February 2022")
    assert "with what belongs to it or came of it:\n" in ran.stderr
    assert "id:stza-zhongguancun-park-agreement " in ran.stdout


def test_between_two_parties_all_that_has_both_is_listed(kg: KnowledgeGraph) -> None:
    parties = kg.tables["parties"].group_by("engagement").agg(pl.col("agent"))
    ends = [kg.names.expand(f"id:{name}") for name in ("zte", "ptcl")]
    both = parties.filter(pl.all_horizontal(pl.col("agent").list.contains(end) for end in ends))["engagement"]
    for text in ("path from ZTE to PTCL", "relations between ZTE and PTCL"):
        found = kg.engagements_behind(kg.understood(text))
        assert found is not None
        assert {str(row[0]) for row in found.rows} == {*both}
        assert len(both) > 3


def test_numbers_by_year_stay_in_the_period(kg: KnowledgeGraph) -> None:
    years = [int(str(row[0])) for row in kg.ask("how many engagements per year from 2013 to 2019").result.rows]
    assert years == list(range(2013, 2020))


def test_of_several_engagements_each_source_is_shown_once() -> None:
    printed = pcgraph("ask", "sources of the agreement of Huawei with NTC").stdout
    of_one = printed.split("\nAgreement between Huawei and the National ")[1].split("\nContract for the first ")[0]
    shown = [line.split(",")[0] for line in of_one.splitlines() if line.startswith("  src:")]
    assert len(shown) == len({*shown}) >= 3


def test_a_step_of_a_path_has_the_direction_of_its_tie(kg: KnowledgeGraph) -> None:
    ties = {row[:3] for row in kg.tables.relations.select("from", "relation", "to").iter_rows()}
    rows = kg.ask("path from Easypaisa to Ant Group").result.rows
    assert [tuple(map(str, row[:3])) for row in rows if tuple(map(str, row[:3])) not in ties] == []
    assert str(rows[0][0]) == kg.names.expand("id:ant-group")


def test_a_year_counts_what_was_signed_in_it_whatever_became_of_it(kg: KnowledgeGraph) -> None:
    steps, agreements = kg.tables.steps, kg.tables.engagements.filter(pl.col("type").str.ends_with("Agreement"))
    signed = steps.filter(pl.col("status").str.ends_with("signed")).join(agreements, on="engagement", how="semi")
    years = signed.with_columns(year=pl.coalesce("latest", "earliest").dt.year()).drop_nulls("year")
    wanted = dict(years.group_by("year").agg(pl.col("engagement").n_unique()).iter_rows())
    rows = kg.ask("number of agreements signed each year").result.rows
    assert {int(str(row[0])): int(row[2]) for row in rows} == wanted


def test_without_a_sort_the_newest_come_first(kg: KnowledgeGraph) -> None:
    days = [str(row[4]) for row in kg.ask("projects of Huawei").result.rows if row[4] is not None]
    assert len(days) > 5
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    ("text", "understood", "left"),
    [
        ("quetta safe city chinese vendor?", "filter show=id:quetta-safe-city", ["chinese", "vendor"]),
        ("上海交大 巴方合作卫星", "filter show=id:shanghai-jiao-tong-university", ["巴方", "卫星"]),
    ],
)
def test_where_nothing_is_all_of_a_text_the_one_thing_that_it_names_is_shown(
    kg: KnowledgeGraph, text: str, understood: str, left: list[str]
) -> None:
    found = kg.understood(text)
    assert (compact(found), found["not_understood"], found["reason"]) == (understood, left, "no rows")
    assert "no engagement matches all of this; left out: " in pcgraph("ask", text).stderr


@pytest.mark.parametrize(
    "text",
    [
        "huawei contracts in saudi arabia",
        "loans to NUST in 1999",
        "Huawei layoffs in Lahore",
        "Imran Khan loans of grants",
    ],
)
def test_another_country_a_period_and_a_vague_word_are_not_left_out(kg: KnowledgeGraph, text: str) -> None:
    assert kg.understood(text)["kind"] == "refuse"


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("French, Swedish or Norwegian companies", "id:france id:sweden id:norway"),
        ("法国或瑞典的公司有哪些", "id:france id:sweden"),
    ],
)
def test_a_list_of_countries_means_any_of_them(kg: KnowledgeGraph, text: str, countries: str) -> None:
    assert kg.understood(text)["answer"]["rows"] == ["pcg:Company", countries]
    assert {"id:alcatel-lucent", "id:thales"} <= {row[0] for row in kg.ask(text).result.short}


def test_what_a_text_compares_is_told_side_by_side(kg: KnowledgeGraph) -> None:
    deals = table(kg, "deals")
    printed = pcgraph("ask", "huawei vs zte").stdout
    for name in ("Huawei", "ZTE"):
        own = deals.filter(pl.col("parties").str.split("; ").list.contains(name))
        (line,) = (line for line in printed.splitlines() if line.startswith(f"id:{name.lower()} ") and "; " in line)
        assert f" {name} " in line
        assert f" {own.height} " in line
        commonest = own["status"].drop_nulls().value_counts(sort=True).head(1)
        assert f" {commonest['status'][0]} {commonest['count'][0]}; " in line


@pytest.mark.parametrize(
    ("text", "engagements", "roles"),
    [
        ("which ministries work with Huawei", "near", ()),
        ("who built the safe city in Islamabad", "place", ("implementer", "supplier", "operator")),
    ],
)
def test_who_is_answered_with_parties_of_the_kind_and_in_the_roles_that_a_text_asks_for(
    kg: KnowledgeGraph, text: str, engagements: str, roles: tuple[str, ...]
) -> None:
    parties, wanted = kg.tables["parties"], kg.tables["engagements"]
    if engagements == "near":
        near = parties.filter(pl.col("agent") == kg.names.expand("id:huawei"))["engagement"]
        agents = [iri for iri, thing in kg.entities.items() if thing.kind == "Ministry"]
    else:
        near = wanted.filter(
            pl.col("sectors").list.contains(kg.names.expand("sector:safe-city"))
            & pl.col("places").list.contains(kg.names.expand("id:islamabad"))
        )["engagement"]
        agents = list(kg.entities)
    kept = parties.filter(pl.col("engagement").is_in(near.to_list()), pl.col("agent").is_in(agents))
    if roles:
        kept = kept.filter(pl.col("role").str.split("#").list.last().is_in(roles))
    expected = dict(kept.group_by("agent").agg(pl.col("engagement").n_unique()).iter_rows())
    result = kg.ask(text).result
    found = {kg.names.expand(str(value)): int(count) for value, _, _, count, _ in result.rows}
    assert found == expected
    titles = kg.tables["engagements"].filter(pl.col("engagement").is_in(near.to_list()))["label"]
    for row in result.rows:  # each party with the names of up to three of them, and their status
        named = str(row[4]).split("; ")
        assert len(named) == min(int(row[3]), 3)
        assert {name.rpartition(" (")[0] for name in named} <= {*titles}
    assert len(found) > 1
    assert set(", ".join(str(row[2]) for row in result.rows).split(", ")) <= {*roles} or not roles


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("grants from China", "filter type=pcg:Grant country=id:china"),
        (
            "اسلام آباد سیف سٹی کب شروع ہوا اور کب مکمل ہوا",
            "catalogue status-history engagement=id:islamabad-safe-city",
        ),
        ("跟中方来往最多的巴基斯坦大学", "ranking degree kind=pcg:University country=id:pakistan"),
        (
            "huawei agreemnts signed since 2024",
            "filter near=id:huawei type=pcg:Agreement status=v:signed months=2024-01..2026-11",
        ),
        ("huawei projets", "filter near=id:huawei type=pcg:Project,pcg:TrainingProgramme,pcg:Centre"),
        ("timeline of Alibaba in Pakistan", "filter near=id:alibaba country=id:pakistan sort=first"),
        ("Huawei vs ZTE in Pakistan", "filter near=id:huawei,id:zte country=id:pakistan by=near"),
        # by words of titles, on both sides
        ("PEACE compared with EMA", "filter engagement=id:peace-cable-project,id:ema-submarine-cable"),
        (
            "compare Multan and Faisalabad safe city",
            "filter engagement=id:multan-safe-city-2024,id:faisalabad-safe-city",
        ),
        # what either does, not how many
        (
            "is BYD or Chery further along with its plant in Pakistan",
            "filter near=id:byd,id:chery-automobile type=pcg:Project country=id:pakistan",
        ),
        ("BYD and Chery", "filter near=id:byd,id:chery-automobile"),
        # in a country, whoever takes part
        ("Hikvision in Pakistan", "filter near=id:hikvision place=id:pakistan"),
        ("satellite launches 2025 2026", "filter sector=sector:satellites text=launch months=2025-01..2026-12"),
        ("launches since 2020", "filter text=launch months=2020-01..2026-11"),
        ("submarine cables landing", "filter sector=sector:submarine-cable text=land"),
        ("gwadar proyects not finished yet", "filter place=id:gwadar status=v:planned,v:under-way,v:suspended"),
    ],
)
def test_loans_titles_countries_spellings_and_comparisons(kg: KnowledgeGraph, text: str, understood: str) -> None:
    assert compact(kg.understood(text)) == understood


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        # of a party in a sector everything, and not the one engagement whose title has both
        ("zong 5g timeline", "filter near=id:china-mobile-pakistan-zong sector=sector:5g sort=first"),
        ("announcements with no follow up since 2023", "catalogue announced-and-no-later-step date=2023-01-01"),
        # a kind of papers or works decides, also if a title word or another name has to go
        (
            "STZA letters of intent w/ Chinese tech parks",
            "filter near=id:special-technology-zones-authority form=v:letter-of-intent country=id:china"
            " sector=sector:special-technology-zones",
        ),
        (
            "latest on Pakistani astronaut training, Tiangong",
            "filter near=id:pakistani-astronauts type=pcg:TrainingProgramme",
        ),
        # the title that has that kind goes before a shorter one
        ("伊斯兰堡平安城市贷款后来怎样", "catalogue status-history engagement=id:islamabad-safe-city-loan"),
        ("گوادر ایئرپورٹ کا قرضہ کیا بنا", "catalogue status-history engagement=id:gwadar-airport-loan"),
        ("Islamabad safe city project status", "catalogue status-history engagement=id:islamabad-safe-city"),
        # a word that is left narrows the rows, or their sources, to the titles that have it
        (
            "who says Huawei settled with the Punjab Safe Cities Authority?",
            "filter near=id:huawei,id:punjab-safe-cities-authority text=settl by=source",
        ),
    ],
)
def test_a_word_that_decides_is_not_left_out(kg: KnowledgeGraph, text: str, understood: str) -> None:
    assert compact(kg.understood(text)) == understood


def test_a_kind_of_papers_that_no_title_has_is_told_as_left_out(kg: KnowledgeGraph) -> None:
    understood = kg.understood("Pakistan-China fibre link memorandum status")
    assert understood["answer"]["parameters"] == {"engagement": "id:pakistan-china-fibre-link"}
    assert understood["not_understood"] == ["memorandum"]


@pytest.mark.parametrize(
    ("text", "found", "not_found"),
    [
        # words of a description, after those of titles; and "car" is no card
        ("chinese car makers assembling in pakistan", "nexgen-chery-plant", "unionpay-bank-alfalah-tills"),
        ("Which universities host a Huawei ICT Academy?", "comsats-university", "huawei"),  # whoever runs it
        ("xiaomi local manufacturing partner Lahore", "air-link-phone-plant", "mg-lahore-plant"),  # named by its title
        ("2025年9月北京签约 名单", "huawei-ntc-agreement", "sunwalk-railways-fibre-agreement"),  # where its event was
        (
            "پنجاب میں زیر تکمیل سیف سٹی منصوبے",
            "multan-safe-city-2024",
            "karachi-safe-city",
        ),  # in a town of the province
        ("huawei in CPEC", "hec-smart-classrooms", "huawei-training-300000"),  # a part of what is named
        ("what is happening in Quetta", "quetta-safe-city", "gwadar-safe-city"),  # not only what is planned
        ("satellite launches 2025 2026", "prsc-eo1-launch", "optical-satellite-constellation"),  # a word of questions
    ],
)
def test_a_list_has_the_rows_that_belong_to_it(kg: KnowledgeGraph, text: str, found: str, not_found: str) -> None:
    rows = [str(row[0]).rpartition("/")[2] for row in kg.ask(text).result.rows]
    assert found in rows
    assert not_found not in rows
    assert kg.ask(text).understood["not_understood"] == []
