"""Entities, explanations and differences as plain text for a terminal; every value passes through `visible`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import DATE, PCG, TYPE, compact, local
from pcgraph.model.passages import STATE_LABELS
from pcgraph.model.text import counted, markdown, visible

CLAIM = {PCG + "claimedAmount": "claim"}


def named(iri: str, entities: Mapping[str, Entity]) -> str:
    """Return the label and the short IRI of an entity; of anything else, its short IRI or the text itself."""
    return f"{entities[iri].label} [{compact(iri)}]" if iri in entities else compact(iri)


def _passages(rows: Iterable[Mapping[str, Any]], entities: Mapping[str, Entity], indent: str = "  ") -> list[str]:
    out = []
    for row in rows:
        publisher = entities[row["publisher"]].label if row["publisher"] in entities else "publisher unknown"
        speakers = (
            f"; speaking: {', '.join(entities[s].label if s in entities else compact(s) for s in row['said_by'])}"
            if row["said_by"]
            else ""
        )
        card = f"({publisher}, {row['date']}, {row['tier']}{speakers})"
        place = f"{compact(row['source'])}, {row['place']}, {STATE_LABELS[row['state']]}"
        out.append(f"{indent}{place}: {compact(row['of'])} {card}")
        if "quote" in row:
            out.append(f"{indent}  “{row['quote']}”")
    return out


def _list(iris: Iterable[str]) -> str:
    return ", ".join(map(compact, iris))


def _voices(row: Mapping[str, Any], what: str = "") -> str:
    """Return how many voices state a row, or what of it, if it is more than one."""
    return f", {what}{row['voices']} voices" if row.get("voices", 0) > 1 else ""


def _mark(row: Mapping[str, Any]) -> str:
    return " (inferred)" if row.get("inferred") else ""


def _when(step: Mapping[str, Any]) -> str:
    return f", {step['date']}" if step["date"] else ", undated"


def why(found: Mapping[str, Any], entities: Mapping[str, Entity]) -> str:
    """Return the explanation of a tie, or what is missing for it, as text."""
    tie = f"{named(found['from'], entities)} {local(found['relation'])} {named(found['to'], entities)}"
    out = [tie if found["ties"] else f"no such tie: {tie}", f"rule: {found['rule']}"]
    for row in found["ties"]:
        out += ["", f"by {named(row['engagement'], entities)}{_voices(row)}", "facts"]
        out += [
            f"  {local(role['role'])}: {named(role['agent'], entities)}{_mark(role)}{_voices(role)} "
            f"({_list(role['sources'])})"
            for role in row["roles"]
        ]
        out += [
            f"  step: {local(step['status'])}{_when(step)}{_mark(step)}{_voices(step, 'status by ')} "
            f"({_list(step['sources'])})"
            for step in row["steps"]
        ]
        out += ["passages", *_passages(row["evidence"], entities)]
    if found["kept_out"]:
        out += [
            "",
            "kept out",
            *(f"  by {named(row['engagement'], entities)}: {row['why']}" for row in found["kept_out"]),
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
        "parties": (
            f"{local(p['role'])}: {'not named' if p['unnamed'] else named(p['agent'], entities)}{_mark(p)}{_voices(p)}"
            for p in found["parties"]
        ),
        "representatives": (
            f"{named(r['agent'], entities)} for {named(r['body'], entities)}, {local(r['role'])} in "
            f"{named(r['engagement'], entities)}{_mark(r)}"
            for r in found["representatives"]
        ),
        "steps": (
            f"{local(s['status'])}{_when(s)}{''.join(f', {number}' for number in s['numbers'])}{_mark(s)}"
            for s in found["steps"]
        ),
        "offices": (_office(office, found["iri"], entities) for office in found["offices"]),
        "more" if about else "facts": (
            f"{CLAIM.get(f['property'], local(f['property']))}: {named(f['value'], entities)}"
            f"{' (background)' if f['background'] and not about else ''}{_mark(f)}{_voices(f)}"
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
            f"{local(r['role'])}{_mark(r)}: {named(r['engagement'], entities)}, {local(r['status'] or 'no status')}"
            for r in found["roles"]
        ),
        "ties": (
            f"{local(t['relation'])} {named(t['other'], entities)}"
            if t["outward"]
            else f"{named(t['other'], entities)} {local(t['relation'])} this"
            for t in found["ties"]
        ),
        "kept out": (
            f"{named(t['from'], entities)} {local(t['relation'])} {named(t['to'], entities)}, by "
            f"{named(t['engagement'], entities)}: {t['why']}"
            for t in found["kept_out"]
        ),
    }
    voices = f", stated by {counted(found['status_voices'], 'independent voice')}"
    out += [f"status: {local(about['status'] or 'none')}{voices if about['status'] else ''}"] if about else []
    for title, lines in sections.items():
        rows = [f"  {line}" for line in lines]
        out += [title, *rows] if rows else []
        signed = found["signings"]
        if title == "roles" and signed["all"]:
            out.append(f"signings: {signed['all']}, {signed['inferred']} of them inferred")
    if found["evidence"]:
        number = counted(found["voices"], "independent voice")
        out += [f"passages, {f'at most {number} for one statement' if about else f'from {number}'}"]
        out += _passages(found["evidence"], entities)
    return visible("\n".join(out)) + "\n"


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
        mark = _mark(row) if before != after else f", {'now' if row['inferred'] else 'no longer'} only inferred"
        out.append(f"  {row['change']:<8} {text}{mark} ({_list(row['sources']) or 'by verdict'})")
    return visible("\n".join(out[1:] or ["no difference"])) + "\n"


def _value(term: str | None, entities: Mapping[str, Entity]) -> str:
    if term is None or not term.startswith("<"):
        return "" if term is None else term[1:].rpartition('"')[0]
    iri = term.strip("<>")
    return named(iri, entities) if compact(iri).startswith("id:") else local(iri)
