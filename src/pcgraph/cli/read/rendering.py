"""Entities, explanations and differences as plain text for a terminal; every value passes through `visible`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import DATE, PCG, TYPE, compact, local
from pcgraph.model.passages import in_words
from pcgraph.model.text import counted, markdown, visible
from pcgraph.query.explain import mark

HOW = {"result": "by its result", "part": "in part, by"}  # how an outcome is known, unless by the engagement itself
CLAIM = {PCG + "claimedAmount": "claim"}


def named(iri: str, entities: Mapping[str, Entity]) -> str:
    """Return the label and the short IRI of an entity; of anything else, its short IRI or the text itself."""
    return f"{entities[iri].label} [{compact(iri)}]" if iri in entities else compact(iri)


def _passages(rows: Iterable[Mapping[str, Any]], entities: Mapping[str, Entity]) -> list[str]:
    out = []
    for row in rows:
        publisher = entities[row["publisher"]].label if row["publisher"] in entities else "publisher unknown"
        speakers = (
            f"; speaking: {', '.join(entities[s].label if s in entities else compact(s) for s in row['said_by'])}"
            if row["said_by"]
            else ""
        )
        card = f"({publisher}, {row['date']}, {row['tier']}{speakers})"
        place = f"{compact(row['source'])}, {row['place']}, {in_words(row)}"
        out.append(f"  {place}: {compact(row['of'])} {card}")
        if "quote" in row:
            out.append(f"    “{row['quote']}”")
    return out


def _list(iris: Iterable[str]) -> str:
    return ", ".join(map(compact, iris))


def _voices(row: Mapping[str, Any], what: str = "") -> str:
    """Return how many voices state a row, or what of it, if it is more than one."""
    return f", {what}{row['voices']} voices" if row.get("voices", 0) > 1 else ""


def _words(row: Mapping[str, Any]) -> str:
    return f", {row['words']}" if row["words"] else ""


def _when(step: Mapping[str, Any]) -> str:
    return f", {step['date']}" if step["date"] else ", undated"


def why(found: Mapping[str, Any], entities: Mapping[str, Entity]) -> str:
    """Return the explanation of a tie, or what is missing for it, as text."""
    tie = f"{named(found['from'], entities)} {local(found['relation'])} {named(found['to'], entities)}"
    out = [tie if found["ties"] else f"no such tie: {tie}", f"rule: {found['rule']}"]
    for row in found["ties"]:
        out += ["", f"by {named(row['engagement'], entities)}{_words(row)}{_voices(row)}"]
        out += [_status_line(row["status"])] if row["status"] else []
        out.append("facts")
        out += [
            f"  {local(role['role'])}: {named(role['agent'], entities)}{mark(role)}{_voices(role)} "
            f"({_list(role['sources'])})"
            for role in row["roles"]
        ]
        out += [
            f"  step: {local(step['status'])}{_when(step)}{mark(step)}{_voices(step, 'status by ')} "
            f"({_list(step['sources'])})"
            for step in row["steps"]
        ]
        out += ["passages", *_passages(row["evidence"], entities)]
    if found["kept_out"]:
        out += [
            "",
            "kept out",
            *(f"  by {named(row['engagement'], entities)}{_words(row)}: {row['why']}" for row in found["kept_out"]),
        ]
    if found["nearly"]:
        out += ["", "what they share", *(f"  {line}" for line in found["nearly"])]
    return visible("\n".join(out)) + "\n"


def dossier(found: Mapping[str, Any], entities: Mapping[str, Entity]) -> str:
    """Return everything about one entity as text."""
    about = found["engagement"]
    names = [f"{label} ({language})" for language, label in found["labels"].items() if label != found["label"]]
    out = [f"{found['label']} [{compact(found['iri'])}], {local(found['kinds'][0]) if found['kinds'] else 'entity'}"]
    out += [f"also known as: {', '.join([*names, *found['aliases']])}"] if names or found["aliases"] else []
    out += [found["summary"]] if found["summary"] else []
    facts = [fact for fact in found["facts"] if not (about and fact["property"] == TYPE)]
    sections = {
        "parties": (f"{local(p['role'])}: {_party(p, entities)}{mark(p)}{_voices(p)}" for p in found["parties"]),
        "representatives": (
            f"{named(r['agent'], entities)} for {named(r['body'], entities)}, {local(r['role'])} in "
            f"{named(r['engagement'], entities)}{mark(r)}"
            for r in found["representatives"]
        ),
        "steps": (
            f"{local(s['status'])}{_when(s)}{''.join(f', {number}' for number in s['numbers'])}{mark(s)}"
            for s in found["steps"]
        ),
        "offices": (_office(office, found["iri"], entities) for office in found["offices"]),
        "identifiers": (f"{local(i['scheme'])}: {i['value']}, {i['page']}, {i['day']}" for i in found["identifiers"]),
        "more" if about else "facts": (
            f"{CLAIM.get(f['property'], local(f['property']))}: {named(f['value'], entities)}"
            f"{' (background)' if f['background'] and not about else ''}{mark(f)}{_voices(f)}"
            for f in facts
        ),
        "disputes": (line for dispute in found["disputes"] for line in _dispute(dispute, found["iri"])),
        "rejected": (
            f"{_property(r, found['iri'])}: {compact(r['value'])} ({_list(r['sources'])}), by {compact(r['verdict'])}: "
            f"{r['reason']}"
            for r in found["rejected"]
        ),
        "also given": (
            f"{_property(r, found['iri'])}: {compact(r['value'])} ({_list(r['sources'])})" for r in found["also_given"]
        ),
        "roles": (
            f"{local(r['role'])}{mark(r)}: {named(r['engagement'], entities)}, {local(r['status'] or 'no status')}"
            for r in found["roles"]
        ),
        "engagements": (
            f"{local(r['property'])}{mark(r)}: {named(r['engagement'], entities)}, {local(r['status'] or 'no status')}"
            f"{', ' + r['status_date'] if r['status_date'] else ''}{_places(r, entities)} ({_list(r['sources'])})"
            for r in found["engagements"]
        ),
        "possibly": (
            f"{local(r['role'])}: one of {_one_of(r, entities)}, {named(r['engagement'], entities)}{mark(r)}"
            for r in found["possibly"]
        ),
        "ties": (
            f"{_relation(t)} {named(t['other'], entities)}"
            if t["outward"]
            else f"{named(t['other'], entities)} {_relation(t)} this"
            for t in found["ties"]
        ),
        "kept out": (
            f"{named(t['from'], entities)} {_relation(t)} {named(t['to'], entities)}, by "
            f"{named(t['engagement'], entities)}: {t['why']}"
            for t in found["kept_out"]
        ),
    }
    out += _status(found, entities) if about else []
    for title, lines in sections.items():
        out += section(title, lines)
        signed = found["signings"]
        if title == "roles" and signed["all"]:
            out.append(f"signings: {signed['all']}, {signed['inferred']} of them inferred")
    if found["evidence"]:
        number = counted(found["voices"], "independent voice")
        out += [f"passages, {f'at most {number} for one statement' if about else f'from {number}'}"]
        out += _passages(found["evidence"], entities)
    return visible("\n".join(out)) + "\n"


def section(title: str, lines: Iterable[str]) -> list[str]:
    """Return a title and its lines; nothing if there are none."""
    rows = [f"  {line}" for line in lines]
    return [title, *rows] if rows else []


def _places(row: Mapping[str, Any], entities: Mapping[str, Entity]) -> str:
    return f", in {', '.join(named(place, entities) for place in row['places'])}" if row["places"] else ""


def _relation(tie: Mapping[str, Any]) -> str:
    return tie["words"] or local(tie["relation"])


def _one_of(row: Mapping[str, Any], entities: Mapping[str, Entity]) -> str:
    return " or ".join(named(iri, entities) for iri in row["one_of"])


def _party(party: Mapping[str, Any], entities: Mapping[str, Entity]) -> str:
    """Return the name of a party, or of whom it may be."""
    if not party["unnamed"]:
        return named(party["agent"], entities)
    return f"one of {_one_of(party, entities)}" if party["one_of"] else "not named"


def _status(found: Mapping[str, Any], entities: Mapping[str, Entity]) -> list[str]:
    """Return the status of an engagement with its days, what is planned next, and what became of it, as lines."""
    outcome, promise = found["outcome"], found["promise"]
    voices = f", stated by {counted(found['status_voices'], 'independent voice')}" if found["status_voices"] else ""
    alleged = mark(outcome) if outcome and outcome["how"] == "itself" else ""
    out = [_status_line(found["engagement"], alleged) + voices]
    out += [f"next: {local(found['next']['status'])}{_when(found['next'])}"] if found["next"] else []
    if outcome is None:
        return out
    if outcome["how"] in HOW:
        by = named(outcome["by"], entities)
        out.append(f"outcome: {local(outcome['outcome'])}{mark(outcome)}, {HOW[outcome['how']]} {by}")
    if outcome["went_on_as"]:
        title = "went on as" if found["stopped"] else "stopped results"
        out.append(f"{title}: {', '.join(named(each, entities) for each in outcome['went_on_as'])}")
    if outcome["silent_since"]:
        out.append(f"silent since {outcome['silent_since']}{_searched(outcome)}")
    if promise:
        own = promise["by"] == found["iri"]
        by = "" if own else f", by {named(promise['by'], entities)}"
        out.append(f"{'promise' if own else 'part of a promise'}: {promise['state']}{mark(promise)}{by}")
    return out


def _status_line(about: Mapping[str, Any], mark: str = "") -> str:
    since = f" since {about['status_since']}" if about["status_since"] else ""
    by = f" by {about['status_by']}" if about["status_by"] else ""
    over = ", which follows from its last day" if about["ended_by_date"] else ""
    told = f", last reported {about['last_reported']}" if about["last_reported"] else ""
    return f"status: {local(about['status'] or 'none')}{mark}{since}{by}{over}{told}"


def _searched(outcome: Mapping[str, Any]) -> str:
    """Return what weakens a silence, in words: it was looked for, or its sources were not read to the end."""
    searched = f"; searched {outcome['searched']} without result" if outcome["searched"] else ""
    return searched + ("; its sources were read to the opening only" if outcome["opening_only"] else "")


def _office(office: Mapping[str, str], iri: str, entities: Mapping[str, Entity]) -> str:
    """Return an office with its period; of a person with the organisation, of an organisation with the person."""
    other = office["organization"] if office["person"] == iri else office["person"]
    period = [f"{word} {office[word]}" for word in ("from", "until") if office[word]]
    return ", ".join(filter(None, [office["post"], named(other, entities), " ".join(period)]))


def _property(row: Mapping[str, Any], iri: str) -> str:
    """Return the property of a row, and of what it is one if that is not `iri` itself, such as a step."""
    of = "" if row["subject"] == iri else f" of {compact(row['subject'])}"
    return f"{CLAIM.get(row['property'], local(row['property']))}{of}"


def _dispute(dispute: Mapping[str, Any], iri: str) -> list[str]:
    """Return a dispute as lines: what it is about and who decided, then each value with its sources."""
    decided = f"decided by {compact(dispute['verdict'])}" if dispute["verdict"] else "open: there is no verdict yet"
    lines = [f"{_property(dispute, iri)}, {decided}"]
    for row in dispute["values"]:
        believed = ", believed" if row["value"] == dispute["believed"] else ""
        lines.append(f"  {compact(row['value'])} ({_list(row['sources'])}){believed}")
    if dispute["closed"]:
        lines.append(f"  not in the complete list of parties of {_list(dispute['closed'])}")
    return lines


def outline_as_markdown(text: str) -> str:
    r"""Return a text whose lines are an outline by indentation, such as a dossier, as Markdown.

    >>> outline_as_markdown("Lumen\nroles\n  signatory: Lamp agreement\n").split("\n\n")
    ['## Lumen', '### roles', '- signatory: Lamp agreement\n']
    """
    title, *lines = [line for line in text.splitlines() if line.strip()]
    out = [f"## {markdown(title)}", ""]
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        depth = (len(line) - len(line.lstrip())) // 2
        if depth:
            out.append(f"{'  ' * (depth - 1)}- {markdown(line.strip())}")
            continue
        if out[-1]:
            out.append("")
        out += [f"{'### ' if after.startswith('  ') else ''}{markdown(line)}", ""]
    return "\n".join(out).rstrip() + "\n"


def difference(rows: Iterable[Mapping[str, Any]], entities: Mapping[str, Entity]) -> str:
    """Return a difference as text, by engagement; the date of a new step is in the line of the step."""
    rows, about, out = list(rows), "", []
    dates = {(r["subject"], r["change"]): r["after"] or r["before"] for r in rows if r["property"] == DATE}
    steps = {(r["subject"], r["change"]) for r in rows if r["what"] == "step"}
    for row in rows:
        moved = (row["subject"], row["change"])
        if row["property"] == DATE and moved in steps:
            continue
        if row["about"] != about:
            about = row["about"]
            out += ["", f"answer to {about}" if row["what"] == "answer" else named(about, entities)]
        if row["what"] == "answer":
            out.append(f"  {row['change']:<8} {row['after'] or row['before']}")
            continue
        before, after = (_value(row[side], entities) for side in ("before", "after"))
        text = " → ".join(filter(None, (before, after) if before != after else (after,)))
        head, whose = local(row["property"]), compact(row["subject"]).removeprefix(f"{compact(about)}.")
        if row["what"] in ("step", "engagement"):
            text = f"{row['what']}: {text}" + (f", {_value(dates[moved], entities)}" if moved in dates else "")
        elif row["what"] == "relation":
            text = f"{named(row['subject'], entities)} {head} {text}"
        else:
            text = f"{head}{'' if row['subject'] == about else f' of {whose}'}: {text}"
        note = mark(row) if before != after else f", {'now' if row['inferred'] else 'no longer'} only inferred"
        out.append(f"  {row['change']:<8} {text}{note} ({_list(row['sources']) or 'by verdict'})")
    return visible("\n".join(out[1:] or ["no difference"])) + "\n"


def _value(term: str | None, entities: Mapping[str, Entity]) -> str:
    if term is None or not term.startswith("<"):
        return "" if term is None else term[1:].rpartition('"')[0]
    iri = term.strip("<>")
    return named(iri, entities) if compact(iri).startswith("id:") else local(iri)
