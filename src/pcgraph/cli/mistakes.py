"""The message for a wrong verb, option or argument, with the nearest one that exists."""

from __future__ import annotations

import re
import sys
from typing import Any

from pcgraph.errors import nearest


def describe(error: Any) -> str:
    """Return one line for a usage error of the argument parser.

    Parameters
    ----------
    error : click.UsageError
        Of the parser that Typer contains, which has no public name.
    """
    context = getattr(error, "ctx", None)
    command = getattr(context, "command_path", "pcgraph")
    what, advice = error.message.rstrip("."), "fix the call"
    verbs = getattr(getattr(context, "command", None), "commands", {})
    if unknown := re.match(r"No such command '(.*?)'", what):
        what, advice = unknown[0], _nearest_verb(unknown[1], command, verbs)
    elif option := getattr(error, "option_name", None):
        verb = next((name for name, each in verbs.items() if any(option in p.opts for p in each.params)), None)
        if parameter := _parameter(option):
            advice = f"write it as --param {parameter}=VALUE"
        elif verb is not None:
            advice = f"write it after the verb, as in {command} {verb} {option}"
        elif error.possibilities:
            advice = nearest(option, error.possibilities)
    else:
        what = error.format_message().rstrip(".")
        extra = re.search(r"unexpected extra arguments?(?:\(s\))? \((.*)\)", what)
        if extra and "=" in extra[1] and command.endswith(" query"):
            advice = "write " + " ".join(f"--param {word}" for word in extra[1].split())
    return f"{command}: {what}; expected what {command} --help lists; {advice}"


def _parameter(option: str) -> str | None:
    """Return the parameter of the question in the call that somebody wrote as an option, such as ``--party``."""
    from pcgraph.query import catalogue

    name = option.lstrip("-")
    named = (asked for word, asked in catalogue.catalogue().items() if word in sys.argv)
    return next((name for asked in named if name in asked.parameters), None)


def _nearest_verb(name: str, command: str, verbs: dict[str, Any]) -> str:
    """Return advice for an unknown verb; the name of a question is a frequent slip."""
    from pcgraph.store.files import home

    questions = {path.stem for path in home("queries").glob("*/*.rq")}
    if name in questions:
        return f"did you mean {command} query {name}?"
    return nearest(name, verbs)
