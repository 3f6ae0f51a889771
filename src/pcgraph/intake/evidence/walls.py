"""Recognises pages that answer with something else than the article: a wall, or a page that says "not found".

These are rules of thumb with names. They look at short pages only, because a long article may speak of cookies.
The words stand in walls.toml.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

from pcgraph.model.web_address import canonical

SHORT = 1500  # characters of a page that may be a wall as a whole
LEAST = 40  # letters and digits of a text
CONSENT_HOST = re.compile(r"(?:^|\.)(?:consent|cmp|guce)\.", re.IGNORECASE)
SIGNS = tomllib.loads(Path(__file__).with_name("walls.toml").read_text(encoding="utf-8"))
CONSENT, LOGIN, ROBOT, NOT_FOUND = (re.compile("|".join(signs), re.IGNORECASE) for signs in SIGNS.values())


def find_wall(title: str, text: str, visible: str, asks_password: bool = False) -> str:
    """Return what stands in the place of an article, such as "a consent wall"; "" if it looks like an article.

    >>> find_wall("Page not found", "Sorry.", "Sorry.")
    'a soft 404'
    >>> find_wall("Lights", "", "We value your privacy. Accept all cookies.")
    'a consent wall'
    >>> find_wall("Lights", "On Monday Acme and Borealis signed an agreement on lights.", "")
    ''
    """
    seen, text = visible.strip() or text, text.strip()
    short = len(text) < SHORT
    beginning = "\n".join([title, *text.splitlines()[:3], *seen.splitlines()[:3]])
    if short and (ROBOT.search(title) or (len(seen) < SHORT and ROBOT.search(seen))):
        return "a robot check"
    if short and any(NOT_FOUND.search(line.strip()) for line in beginning.splitlines() if len(line) < 200):
        return "a soft 404"
    if len(text) < SHORT // 2 and (asks_password or LOGIN.search(seen)):
        return "a login wall"
    if _is_about_consent(text) or (_letters(text) < LEAST and _is_about_consent(seen)):
        return "a consent wall"
    return "an empty text" if _letters(text) < LEAST else ""


def find_odd_redirect(asked: str, answered: str) -> str:
    """Return what a redirect to an address of another kind means; "" if it means nothing.

    >>> find_odd_redirect("https://a.example/2025/lights", "https://www.a.example/")
    'a soft 404'
    >>> find_odd_redirect("https://a.example/2025/lights", "https://consent.a.example/?continue=x")
    'a consent wall'
    """
    before, after = urlsplit(asked), urlsplit(answered)
    if canonical(asked) == canonical(answered):
        return ""
    if CONSENT_HOST.search(after.netloc) and not CONSENT_HOST.search(before.netloc):
        return "a consent wall"
    if re.search(r"/(?:log-?in|sign-?in)\b", after.path, re.IGNORECASE):
        return "a login wall"
    home = after.path.rstrip("/") in ("", "/index.html", "/index.php", "/home") and not after.query
    return "a soft 404" if home and before.path.rstrip("/") else ""


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _is_about_consent(text: str) -> bool:
    """Return whether half of the text or more stands in sentences on consent."""
    if len(text) >= 2 * SHORT or len(CONSENT.findall(text)) < 2:
        return False
    sentences = re.split(r"(?<=[.!?])\s+|\n+", text)
    return 2 * sum(len(each) for each in sentences if CONSENT.search(each)) >= sum(map(len, sentences))
