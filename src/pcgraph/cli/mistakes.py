"""The message for a wrong verb, option or argument, with the nearest one that exists."""

from __future__ import annotations

import re
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pcgraph.errors import nearest

VERBS = {  # words of other programs, and what does it here
    "ask": "query",
    "describe": "show",
    "help": "--help",
    "list": "query",
    "questions": "query",
    "search": "find",
    "select": "query",
    "sparql": "query",
    "validate": "check",
    "version": "--version",
}


def describe(error: Any) -> str:
    """Return one line for a usage error of the argument parser."""
    context = getattr(error, "ctx", None)
    command = getattr(context, "command_path", "pcgraph")
    verbs = getattr(getattr(context, "command", None), "commands", {})
    what = error.message.rstrip(".")
    if unknown := re.match(r"No such command '(.*?)'", what):
        return f"{command}: {unknown[0]}; {_nearest_verb(unknown[1], command, verbs)}"
    if what.startswith("No such option"):
        advice = _nearest_option(error.option_name, command, context, verbs)
        return f"{command}: {what}; expected what {command} --help lists{advice}"
    what = error.format_message().rstrip(".")
    if what.startswith("Invalid value"):
        return f"{command}: {what}; expected what {command} --help lists; correct it"
    if context is None:  # an option at the end of the line
        return f"{command}: {what}; expected a value after it; add one"
    usage = " ".join([command, *context.command.collect_usage_pieces(context)])
    extra = re.search(r"unexpected extra arguments?(?:\(s\))? \((.*)\)", what)
    advice = _place(extra[1], command, context) if extra else ""
    return f"{command}: {what}; expected {usage}; {advice or f'see {command} --help'}"


def _place(words: str, command: str, context: Any) -> str:
    """Return where the words belong that the command does not take as arguments, if an option takes them."""
    options = {name for each in context.command.params for name in each.opts}
    if "=" in words and command.endswith(" query"):
        return "write " + " ".join(f"--param {word}" for word in words.split())
    if "-o" in options and Path(words).suffix:
        return f"write -o {words}"
    if "--focus" in options:
        return f"write --focus {words!r}" if " " in words else f"write --focus {words}"
    return f"write --data {words}" if "--data" in options and Path(words).exists() else ""


def _nearest_option(option: str, command: str, context: Any, verbs: dict[str, Any]) -> str:
    """Return advice for an unknown option, after a semicolon, or nothing."""
    verb = next((name for name, each in verbs.items() if any(option in p.opts for p in each.params)), None)
    if parameter := _parameter(option):
        return f"; write it as --param {parameter}=VALUE"
    if verb is not None:
        return f"; write it after the verb, as in {command} {verb} {option}"
    known = [name for each in getattr(getattr(context, "command", None), "params", ()) for name in each.opts]
    close = get_close_matches(option.lstrip("-"), [name.lstrip("-") for name in known if name[:2] == "--"], n=1)
    return f"; did you mean --{close[0]}?" if close else "; choose one"


def _parameter(option: str) -> str | None:
    """Return the parameter of the question in the call that somebody wrote as an option, such as ``--party``."""
    from pcgraph.query.questions import catalogue

    name = option.lstrip("-")
    named = (asked for word, asked in catalogue.catalogue().items() if word in sys.argv)
    return next((name for asked in named if name in asked.parameters), None)


def _nearest_verb(name: str, command: str, verbs: dict[str, Any]) -> str:
    """Return what was expected in place of an unknown verb; the name of a question is a frequent slip."""
    from pcgraph.store.files import home

    if name in {path.stem for path in home("queries").glob("*/*.rq")}:
        return f"expected a verb; did you mean {command} query {name}?"
    if name in VERBS:
        return f"expected a verb; did you mean {command} {VERBS[name]}?"
    return f"expected one of {', '.join(verbs)}; {nearest(name, verbs, listed=True)}"
