"""Recognises pages that answer with something else than the article: a wall, or a page that says "not found".

These are rules of thumb with names. They look at short pages only, because a long article may speak of cookies.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from pcgraph.model.web_address import canonical

SHORT = 1500  # characters of a page that may be a wall as a whole
LEAST = 40  # letters and digits of a text
CONSENT = re.compile(
    r"cookies?\b|\bconsent\b|we value your privacy|\bour partners\b|\bprivacy (?:policy|settings|choices|preferences)\b"
    r"|\baccept all\b|\breject all\b|\bmanage (?:options|preferences|choices)\b|\blegitimate interest",
    re.IGNORECASE,
)
CONSENT_HOST = re.compile(r"(?:^|\.)(?:consent|cmp|guce)\.", re.IGNORECASE)
LOGIN = re.compile(
    r"\b(?:log|sign) ?in to (?:continue|read|view|access|your)"
    r"|\b(?:log|sign) ?in (?:or|/) (?:register|sign ?up|subscribe)"
    r"|\bsubscribe to (?:continue|read|unlock)|\bto continue reading\b|\balready a (?:subscriber|member)\b"
    r"|\bsubscribers? only\b|\bcreate (?:a|your) free account\b|\bforgot (?:your )?password\b",
    re.IGNORECASE,
)
ROBOT = re.compile(
    r"\bchecking (?:if the site connection is secure|your browser)|\bverify(?:ing)? (?:that )?you are (?:a )?human\b"
    r"|\benable javascript and cookies to continue\b|\bare you a robot\b|\bunusual traffic from your\b|\bcaptcha\b"
    r"|^just a moment",
    re.IGNORECASE,
)
NOT_FOUND = re.compile(
    r"\bpage (?:not found|could not be found|cannot be found|can[’']?t be found|does not exist|doesn[’']t exist)"
    r"|\b(?:error|http) ?404\b|^\W*404\b|\b404 (?:error|not found)\b|\bnot found\W*$"
    r"|\b(?:page|article|story|content|document) (?:is|has been|was) (?:no longer available|removed|deleted)"
    r"|\bno longer exists\b|\bnothing (?:was )?found\b"
    r"|页面不存在|页面未找到|找不到.{0,8}页面|صفحہ (?:نہیں ملا|موجود نہیں)",
    re.IGNORECASE,
)


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
