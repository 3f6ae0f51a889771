"""Checks what a request holds, so that a wrong one is told from an error of the app."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from pcgraph.errors import UsageError
from pcgraph.intake.curation.form import CHILDREN

Check = Callable[[Any], bool]


class BadRequest(UsageError):
    """Raised for a request that the page does not send."""


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _texts(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_text, value.values()))


def _list(each: Check) -> Check:
    return lambda value: isinstance(value, list) and all(map(each, value))


def _record(value: Any, /, **checks: Check) -> bool:
    return isinstance(value, dict) and all(check(value.get(name)) for name, check in checks.items())


def _fields(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_list(lambda each: isinstance(each, dict)), value.values()))


def _node(value: Any) -> bool:
    own: dict[str, Check] = dict.fromkeys(("id", "class", "rest"), _text)
    parts: dict[str, Check] = {name: _list(_node) for name in CHILDREN}
    return _record(value, fields=_fields, passages=_list(_text), **own, **parts)


def _thing(value: Any) -> bool:
    given = value if isinstance(value, dict) else {}
    return _record(value, label=_text, **{"class": _text}) and all(
        check(given[name])
        for name, check in {"fields": _fields, "id": _text, "aliases": _list(_text), "newKind": _texts}.items()
        if name in given
    )


CHECKS: dict[str, Check] = {  # parameter → what it has to be; all others are texts
    "start": lambda value: type(value) is int,
    "end": lambda value: type(value) is int,
    "node": lambda value: value is None or _node(value),
    "fields": _fields,
    "passages": _list(lambda each: _record(each, id=_text)),
    "things": _list(_thing),
    "columns": _texts,
    "answers": _texts,
    "decisions": _list(_texts),
    "terms": _list(_texts),
    "dispute": lambda value: isinstance(value, dict),
    "restsOn": _list(_text),
    "pair": lambda value: _list(_text)(value) and len(value) == 2,
    "before": _list(lambda each: isinstance(each, dict)),
    "names": _list(lambda each: _record(each, kind=_text, value=_text, language=_text)),
}


def checked(data: Any, required: Iterable[str]) -> dict[str, Any]:
    """Return the parameters of a request.

    >>> checked({"slug": "post-2024", "start": "0"}, ["slug"])
    Traceback (most recent call last):
    pcgraph.web.curate.requests.BadRequest: request: wrong start; expected what the page sends; reload the page
    """
    if not isinstance(data, dict):
        raise BadRequest("request: no parameters; expected what the page sends; reload the page")
    missing = [name for name in required if name not in data]
    wrong = [name for name, value in data.items() if not CHECKS.get(name, _text)(value)]
    if missing or wrong:
        what = f"no {missing[0]}" if missing else f"wrong {wrong[0][:40]}"
        raise BadRequest(f"request: {what}; expected what the page sends; reload the page")
    return data
