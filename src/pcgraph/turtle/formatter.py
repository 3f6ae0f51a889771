"""Formats Turtle files in one canonical layout and keeps every comment.

The layout
    The encoding is UTF-8; every line ends in a line feed. Comments at the head come first, then the prefixes that are
    used, sorted, then the blocks in the order of the file. Two blocks are separated by one empty line or none, as in
    the file: usually there is none between an engagement and its steps.
    A block is one subject: ``a`` first, then the predicates and their objects in the order of the file, which the
    curator chose. The first predicate is on the line of the subject, and every other has its own line.
    A list of objects or a ``[ … ]`` longer than 120 characters is broken into lines. A single long term is not.
    A passage is one line, like a row of a table. Terms keep their spelling, except that ``rdf:type`` becomes ``a``.
Comments
    Comments stay before their block, before their predicate, or at the end of their line. A comment anywhere else
    (inside a list of objects, between subject and predicate, at a prefix) is refused, because it would have to move.

``turtlefmt`` (0.1.2) is not used. It joins every list of objects and every ``[ … ]`` into one line of any length, puts
a space before the first comment, and joins two comments into one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import pyoxigraph as ox

from pcgraph.errors import InvalidInput, UsageError
from pcgraph.model.namespaces import PCG, SHIPPED, TYPE, Namespaces
from pcgraph.store import nquads
from pcgraph.store.files import regular, replacing, shown
from pcgraph.turtle.parser import (
    Block,
    Bracket,
    Collection,
    Fact,
    Node,
    Tokens,
    Unexpected,
    parse_document,
    prefixes_used,
)

WIDTH = 120
INDENT = "    "
ROWS = {PCG + "Passage"}  # classes whose blocks are one line each


def formatted(text: str, where: str) -> str:
    """Return a Turtle document in the canonical layout.

    >>> print(formatted('''PREFIX ex: <http://e.x/> PREFIX no: <http://n.o/>
    ... # why
    ... ex:b  ex:p 1,2;a ex:C.''', "example"), end="")
    @prefix ex: <http://e.x/> .
    <BLANKLINE>
    # why
    ex:b a ex:C ;
        ex:p 1 , 2 .
    """
    text = text.removeprefix("\ufeff")
    before = _graph(text, where)
    try:
        header, prefixes, items = parse_document(Tokens(text))
        laid = layout(header, prefixes, items)
        same = _graph(laid, where) == before and comments(laid) == comments(text)
    except Unexpected as error:
        raise InvalidInput(f"{where}:{error}") from error
    if not same:
        raise InvalidInput(
            f"{where}:1: layout: formatting would change the content; expected the same facts and comments; "
            "keep the file as it is and report this"
        )
    return laid


def render(parts: Iterable[Iterable[Block]], names: Namespaces = SHIPPED) -> str:
    """Return blocks as a document in the canonical layout, with the standard prefixes that they use.

    >>> print(render([[Block("id:acme", [Fact("a", ["pcg:Company"])])]]), end="")
    @prefix id: <https://w3id.org/pcgraph/id/> .
    @prefix pcg: <https://w3id.org/pcgraph/ontology#> .
    <BLANKLINE>
    id:acme a pcg:Company .
    """
    return layout([], names.prefixes, [(not number, block) for part in parts for number, block in enumerate(part)])


def run(paths: Iterable[Path], check: bool) -> list[str]:
    """Format Turtle files, or report which are not in the canonical layout.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "a.ttl"
    >>> _ = file.write_text("<http://e.x/a>   a   <http://e.x/C>.")
    >>> len(run([file], check=True)), len(run([file], check=False)), len(run([file], check=True))
    (1, 1, 0)
    """
    faults: list[str] = []
    changes: list[tuple[Path, bytes, int]] = []
    for path in _files(paths):
        try:
            old = regular(path).read_bytes()
            new = formatted(old.decode("utf-8"), shown(path)).encode("utf-8")
        except InvalidInput as error:
            faults += error.faults
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            faults.append(f"{shown(path)}:{line}: not-utf8: not UTF-8; expected UTF-8 text; save the file as UTF-8")
        except OSError as error:
            faults.append(f"{shown(path)}:1: unreadable: {error.strerror}; expected a readable file; check its rights")
        else:
            if new != old:
                changes.append((path, new, _first_difference(old, new)))
    if faults:
        raise InvalidInput(faults)
    if check:
        return [
            f"{shown(path)}:{line}: not in canonical layout; expected {_line(new, line)}; run pcgraph fmt"
            for path, new, line in changes
        ]
    for path, new, _ in changes:
        with replacing(path) as temporary:
            temporary.write_bytes(new)
    return [f"{shown(path)}: formatted" for path, *_ in changes]


def _files(paths: Iterable[Path]) -> list[Path]:
    found: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise UsageError(
                f"{shown(path)}: does not exist; expected a Turtle file or a folder of them; correct the path"
            )
        found |= dict.fromkeys(sorted(path.rglob("*.ttl")) if path.is_dir() else [path])
    return list(found)


def _first_difference(old: bytes, new: bytes) -> int:
    lines = zip(old.split(b"\n"), new.split(b"\n"), strict=False)
    shorter = min(old.count(b"\n"), new.count(b"\n")) + 1
    return next((number for number, (one, other) in enumerate(lines, 1) if one != other), shorter)


def _line(text: bytes, number: int) -> str:
    line = text.decode("utf-8").split("\n")[number - 1]
    return repr(line if len(line) <= 60 else line[:59] + "…") if line.strip() else "an empty line or the end"


def _graph(text: str, where: str) -> Counter[tuple[str, ...]]:
    """Return the triples with their counts; all blank nodes are equal, as comparing them may take exponential time."""
    return Counter(
        tuple("_:" if isinstance(term, ox.BlankNode) else str(term) for term in (t.subject, t.predicate, t.object))
        for t in nquads.parse_turtle(text, where)
    )


def comments(text: str) -> Counter[str]:
    """Return the comments of a document, each with how often it stands there."""
    return Counter(token.text.rstrip(" \t") for token in Tokens(text).all if token.kind == "comment")


def layout(header: list[str], prefixes: dict[str, str], items: Sequence[tuple[bool, Block | str]]) -> str:
    """Return what `pcgraph.turtle.parser.parse_document` returned as a document in the canonical layout.

    >>> print(layout([], {"id": "http://e.x/"}, [(False, Block("id:a", [Fact("a", ["id:C"])]))]), end="")
    @prefix id: <http://e.x/> .
    <BLANKLINE>
    id:a a id:C .
    """

    def type_first(block: Block) -> list[Fact]:
        facts = [Fact("a" if iri(f.verb) == TYPE else f.verb, f.objects, f.above, f.after, f.line) for f in block.facts]
        facts.sort(key=lambda fact: fact.verb != "a")
        if facts and facts[0].above:
            raise Unexpected(
                facts[0].line, "a comment between subject and first predicate", "it above the block", "move it there"
            )
        return facts

    def iri(term: Node) -> str:
        if not isinstance(term, str):
            return ""
        name, _, rest = term.partition(":")
        return term[1:-1] if term.startswith("<") else prefixes.get(name, "") + rest

    body = ""
    for blank, item in items:
        body += "\n" * (blank and bool(body))
        if isinstance(item, str):
            body += item + "\n"
            continue
        facts = type_first(item)
        row = bool(facts) and facts[0].verb == "a" and {iri(term) for term in facts[0].objects} <= ROWS
        body += _block(item.subject, facts, row) + "\n"
    head = "".join(line + "\n" for line in header)
    names = "".join(f"@prefix {name}: <{prefixes[name]}> .\n" for name in sorted(prefixes_used(body) & set(prefixes)))
    return head + names + "\n" * bool((head or names) and body) + body


def _block(subject: Node, facts: list[Fact], row: bool) -> str:
    flat = [_flat_fact(fact) for fact in facts]
    if row and None not in flat:
        return f"{_flat(subject)} {' ; '.join(filter(None, flat))} ."
    out = _flat(subject) or _broken("", subject, 0)
    for number, fact in enumerate(facts):
        for comment in fact.above:
            out += "\n" + INDENT + comment
        end = " ;" if number < len(facts) - 1 else " ."
        out = _fact(out + ("\n" + INDENT if number else " "), fact, 1) + end + (f"  {fact.after}" if fact.after else "")
    return out if facts else out + " ."


def _fact(head: str, fact: Fact, depth: int) -> str:
    return _fill(head + fact.verb, fact.objects, " ,", depth, 2)


def _fill(head: str, nodes: list[Node], comma: str, depth: int, tail: int) -> str:
    """Return `head` followed by the nodes; a node that does not fit starts a new line, or is broken into several.

    `head` is the text before the first node; `tail` is the number of characters to reserve after the last node.
    """
    for number, node in enumerate(nodes):
        last = number == len(nodes) - 1
        flat, end = _flat(node), "" if last else comma
        need = len((flat or "").partition("\n")[0]) + (tail if last else len(comma))
        column = len(head) - head.rfind("\n")
        space = "" if head.endswith(INDENT) else " "
        if flat is not None and (column + need <= WIDTH or (isinstance(node, str) and number == 0)):
            head += space + flat + end
        elif flat is not None and number and (len(INDENT) * (depth + 1) + need <= WIDTH or isinstance(node, str)):
            head += "\n" + INDENT * (depth + 1) + flat + end
        else:
            head = _broken(head + space, node, depth) + end
    return head


def _broken(head: str, node: Node, depth: int) -> str:
    """Return `head` followed by a node that is broken into several lines."""
    if isinstance(node, Collection):
        if all(isinstance(item, str) for item in node.items):
            return _fill(head + "(", node.items, "", depth, 4) + " )"
        for number, item in enumerate(node.items):
            head = _fill(head + ("" if number else "(") + "\n" + INDENT * (depth + 1), [item], "", depth + 1, 0)
        return head + "\n" + INDENT * depth + ")"
    if isinstance(node, str):
        return head + node
    out, facts = head + "[", node.facts
    for number, fact in enumerate(facts):
        for comment in fact.above:
            out += "\n" + INDENT * (depth + 1) + comment
        end = " ;" if number < len(facts) - 1 else ""
        out = _fact(out + "\n" + INDENT * (depth + 1), fact, depth + 1) + end
        out += f"  {fact.after}" if fact.after else ""
    return out + "\n" + INDENT * depth + "]"


def _flat(node: Node) -> str | None:
    """Return a node on one line; None if it contains a comment, or contains a line break and is not a plain term."""
    if isinstance(node, str):
        return node
    if isinstance(node, Bracket):
        facts = [_flat_fact(fact) for fact in node.facts]
        return None if None in facts else f"[ {' ; '.join(filter(None, facts))} ]" if facts else "[]"
    items = [_flat(item) for item in node.items]
    if any(item is None or "\n" in item for item in items):
        return None
    return f"( {' '.join(filter(None, items))} )" if items else "()"


def _flat_fact(fact: Fact) -> str | None:
    objects = [_flat(node) for node in fact.objects]
    if fact.above or fact.after or any(flat is None or "\n" in flat for flat in objects):
        return None
    return f"{fact.verb} {' , '.join(filter(None, objects))}"
