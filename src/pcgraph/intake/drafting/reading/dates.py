"""Finds dates in a text, as EDTF strings that are no more exact than the words; relative ones need the source's day."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pcgraph.model.dates import bounds

_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
_NUMBER = {name[:3].lower(): at for at, name in enumerate(_MONTHS, 1)}
_OTHER_MONTHS = (  # noqa: SIM905 - of languages in which only names, dates and sums are found
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro "
    "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر"
).split()
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "0123456789" * 2)
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_NAMES = "|".join(_MONTHS)
_MONTH = (
    r"(?P<{0}>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|\b)|"
    # in any case before a year: "3 MAY 2021", "may 3, 2021"
    rf"(?:{_NAMES})\b|(?i:{_NAMES})(?=(?:\s[0-3]?\d(?:st|nd|rd|th)?)?,?[\s-](?:of\s)?(?:19|20)\d\d\b))"
)
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)\b"
_TO = r"\s?(?:to|until|till|through|and|–|—|-)\s?(?:the\s)?"
_WEEKDAY = "|".join(_DAYS)
_UP_TO = re.compile(r"\b(?:by|before|until|till|from next)(?: the)?(?: end(?: of)?| early| mid| late)?(?: the)?[\s-]$")
_COMING = re.compile(
    r"\b(?:will|shall|would|plan(?:s|ned|ning)? (?:to|for)|(?:is|are|was|were) to|to be|set to|(?<!had been )due"
    r"|expected|scheduled|likely|intends?|aims?|hopes?|starts|begins|opens|ends|closes|meets|hosts|holds|launches|travels"
    r"|resumes|completes|expires|takes effect|(?:comes|enters) into force|runs until)\b"
)
_DONE = re.compile(
    r"(?<!\bbe )\b(?:signed|was|were|met|held|visited|inked|had|has been|have been|opened|launched|began|completed)\b"
    r"(?! to\b)|\bafter\s\w+ing\b"
)
_COUNTS = {
    word: number
    for number, word in enumerate(["a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1)
}
_COUNTS |= {"an": 1, "one": 1}


FAR = timedelta(270)  # a month that is to come and has no year lies nearer than this


@dataclass(frozen=True)
class Found:
    """A date in a text."""

    start: int
    end: int
    edtf: str
    how: str  # what the words before it say: at, by (at the latest), since, until
    rule: str

    def after(self, day: date | None) -> bool:
        """Return whether the date lies wholly after a day."""
        earliest = bounds(self.edtf).earliest
        return bool(day and earliest and earliest > day)


def find_dates(text: str, day: date | None = None) -> list[Found]:
    """Return the dates in a text, in its order; they do not overlap."""
    text = text.translate(_DIGITS)
    found: list[Found] = []
    taken = [False] * (len(text) + 1)
    for name, pattern, read in _PATTERNS:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            edtf = _checked(read(match, _Context(text, match, day)))
            if edtf:
                taken[match.start() : match.end()] = [True] * (match.end() - match.start())
                start = match.start("whole") if "whole" in match.groupdict() else match.start()
                found.append(Found(start, match.end(), edtf, _how(text, start), f"date:{name}"))
    return sorted(found, key=lambda each: each.start)


def date_words(text: str) -> list[tuple[int, int]]:
    """Return where a text speaks of days, months and years, also where the date is not known."""
    return [
        match.span("whole" if "whole" in pattern.groupindex else 0)
        for _, pattern, _ in _PATTERNS
        for match in pattern.finditer(text)
    ]


def _checked(edtf: str | None) -> str | None:
    try:
        return edtf if edtf and bounds(edtf) else None
    except ValueError:
        return None


@dataclass(frozen=True)
class _Context:
    text: str
    match: re.Match[str]
    day: date | None

    @property
    def future(self) -> bool:
        """Whether the words before the date speak of what is to come."""
        start = self.match.start("whole" if "whole" in self.match.groupdict() else 0)
        before = re.split(r"[.!?]\s|[;\n]", self.text[max(0, start - 120) : start])[-1]
        if len(before) < 16:  # "In October, the bank plans …"
            before += re.split(r"[.!?]\s|[;\n]", self.text[self.match.end() : self.match.end() + 100])[0]
        if _UP_TO.search(self.text[max(0, start - 24) : start]):
            return True
        coming, done = (list(pattern.finditer(before)) for pattern in (_COMING, _DONE))
        return bool(coming) and (not done or coming[-1].start() > done[-1].start())

    def year(self, month: int, day: int = 1) -> int | None:
        """Return the year of a date that has none: the nearest before the source, or after it if it is to come."""
        if self.day is None:
            return None
        try:
            this = date(self.day.year, month, min(day, monthrange(self.day.year, month)[1]))
        except ValueError:
            return None
        if self.future:
            year = self.day.year + (this < self.day.replace(day=1) if day == 1 else this < self.day)
            return year if date(year, month, 1) - self.day < FAR else None  # perhaps of the past
        return self.day.year - (this > self.day)


def _how(text: str, start: int) -> str:
    before = text[max(0, start - 40) : start].lower()
    if re.search(r"\b(?:by|before|no later than)(?: the)?(?: end(?: of)?| early| mid-?| late)?(?: the)?\s*$", before):
        return "by"
    if re.search(r"\b(?:until|till|through)(?: the)?(?: end of)?\s*$", before):
        return "until"
    if re.search(
        r"\b(?:since|from|starting(?: in| on| from)?|beginning(?: in| on)?|as of)(?: early| late)?\s*$", before
    ):
        return "since"
    return "at"


def _month(text: str) -> int:
    return _NUMBER[text[:3].lower()]


def _full(year: int | None, month: int, day: int | None = None) -> str | None:
    if year is None:
        return None
    if day is not None and not 1 <= day <= monthrange(year, month)[1]:
        return None
    return f"{year}-{month:02d}" if day is None else f"{year}-{month:02d}-{day:02d}"


def _one_day(match: re.Match[str], at: _Context) -> str | None:
    month, day = _month(match["m"]), int(match["d"])
    year = int(match["y"]) if match["y"] else at.year(month, day)
    return _full(year, month, day)


def _span(match: re.Match[str], at: _Context) -> str | None:
    groups = match.groupdict()
    last = _month(match["m"])
    first = _month(groups["m1"]) if groups.get("m1") else last
    year = int(match["y"]) if match["y"] else at.year(last, int(match["d2"]))
    if year is None:
        return None
    begin, end = _full(year - (first > last), first, int(match["d"])), _full(year, last, int(match["d2"]))
    if not begin or not end:
        return None
    before = at.text[max(0, match.start() - 12) : match.start()].lower()
    return f"[{begin}..{end}]" if "between" in before else f"{begin}/{end}"


def _month_year(match: re.Match[str], at: _Context) -> str | None:
    del at
    return _full(int(match["y"]), _month(match["m"]))


def _month_alone(match: re.Match[str], at: _Context) -> str | None:
    month = _month(match["m"])
    year = at.year(month)
    if (said := match["which"]) and at.day:
        year = at.day.year + (-1 if "last year" in said else 1 if "next year" in said else 0)
    return _full(year, month)


def _year(match: re.Match[str], at: _Context) -> str | None:
    del at
    return match["y"]


def _iso(match: re.Match[str], at: _Context) -> str | None:
    del at
    return match[0]


def _quarter(match: re.Match[str], at: _Context) -> str | None:
    quarter = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}.get(match["q"].lower()) or int(
        match["q"][-1]
    )
    year = int(match["y"]) if match["y"] else at.day and at.day.year
    return f"[{year}-{quarter * 3 - 2:02d}..{year}-{quarter * 3:02d}]" if year else None


def _unspaced(match: re.Match[str], at: _Context) -> str | None:
    del at
    year, month, day = match["y"], match["m"], match["d"]
    return f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "") if month else year


def _other(match: re.Match[str], at: _Context) -> str | None:
    del at
    month = _OTHER_MONTHS.index(match["m"].lower()) % 12 + 1
    return _full(int(match["y"]), month, int(match["d"]) if match["d"] else None)


def _weekday(match: re.Match[str], at: _Context) -> str | None:
    day = _weekday_of(match["day"], (match["which"] or "").lower(), at)
    return str(day) if day else None


def _weekday_of(name: str, which: str, at: _Context) -> date | None:
    if at.day is None:
        return None
    wanted = _DAYS.index(name)
    if which == "next" or (at.future and which not in ("last", "this past")):
        return at.day + timedelta((wanted - at.day.weekday()) % 7 or 7)
    back = (at.day.weekday() - wanted) % 7
    return at.day - timedelta(back or (7 if which == "last" else 0))


def _weekdays(match: re.Match[str], at: _Context) -> str | None:
    last = _weekday_of(match["day2"], "", at)
    if last is None:
        return None
    first = last - timedelta((_DAYS.index(match["day2"]) - _DAYS.index(match["day"])) % 7)
    return f"{first}/{last}"


def _nearby(match: re.Match[str], at: _Context) -> str | None:
    if at.day is None:
        return None
    word = match[0].lower()
    return str(at.day + timedelta({"yesterday": -1, "tomorrow": 1}.get(word, 0)))


def _period(match: re.Match[str], at: _Context) -> str | None:
    if at.day is None:
        return None
    day, which, unit = at.day, match["which"].lower(), match["unit"].lower()
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(which, 0)
    if unit == "year":
        return str(day.year + step)
    if unit == "month":
        months = day.year * 12 + day.month - 1 + step
        return _full(months // 12, months % 12 + 1)
    monday = day - timedelta(day.weekday()) + timedelta(7 * step)
    sunday = monday + timedelta(6)
    if step == 0 and not at.future:
        sunday = day
    return f"[{monday}..{sunday}]" if monday != sunday else str(monday)


def _ago(match: re.Match[str], at: _Context) -> str | None:
    if at.day is None:
        return None
    from datetime import datetime

    import dateparser

    number = _COUNTS.get(match["n"].lower()) or match["n"]
    settings = {"RELATIVE_BASE": datetime(at.day.year, at.day.month, at.day.day), "PREFER_DATES_FROM": "past"}
    when = dateparser.parse(f"{number} {match['unit']} ago", languages=["en"], settings=settings)
    if when is None:
        return None
    unit = match["unit"].lower().rstrip("s")
    return {"year": f"{when:%Y}", "month": f"{when:%Y-%m}", "week": f"{when:%Y-%m}"}.get(unit, f"{when:%Y-%m-%d}")


def _patterns() -> Iterator[tuple[str, re.Pattern[str], Callable[[re.Match[str], _Context], str | None]]]:
    """Yield name, pattern and reader, those with more words first."""
    month, day, year = _MONTH.format("m"), _DAY.format("d"), _YEAR.format("y")
    second, first_month = _DAY.format("d2"), _MONTH.format("m1")
    maybe = rf"(?:,?[\s-]{year})?"
    for name, pattern, read in (
        ("iso", r"\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b", _iso),
        (
            "unspaced",
            r"(?P<y>(?:19|20)\d\d)年(?:(?P<m>1[0-2]|0?[1-9])月(?:(?P<d>[12]\d|3[01]|0?[1-9])日)?)?",
            _unspaced,
        ),
        (
            "other",
            rf"(?:(?<!\d){day}\s(?:de\s)?)?\b(?P<m>(?i:{'|'.join(_OTHER_MONTHS)}))\s(?:de\s)?{year}",
            _other,
        ),
        ("span", rf"\b{day}\s{first_month}{_TO}{second}\s{month}{maybe}", _span),
        ("span", rf"\b{first_month}\s{day}{_TO}{month}\s{second}\b{maybe}", _span),
        ("span", rf"\b{day}{_TO}{second}\s(?:of\s)?{month}{maybe}", _span),
        ("span", rf"\b{month}\s{day}{_TO}{second}\b{maybe}", _span),
        ("day", rf"\b{day}[\s-](?:of\s)?{month}{maybe}", _one_day),
        ("day", rf"\b{month}\s{day}\b(?!\s?(?:per cent|percent|%|million|billion)){maybe}", _one_day),
        ("month", rf"\b{month},?\s(?:of\s)?{year}", _month_year),
        (
            "quarter",
            rf"\b(?:(?P<q>Q[1-4]|(?i:first|second|third|fourth|last)(?=\squarter))(?:\squarter)?)(?:\sof)?(?:\s{year})?",
            _quarter,
        ),
        (
            "relative",
            r"\b(?P<n>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s(?P<unit>days?|weeks?|months?|years?)\s(?:ago|earlier)\b(?!\sthan\b)",
            _ago,
        ),
        (
            "relative",
            r"\b(?i:(?P<which>last|past|previous|next|coming|this))\s(?i:(?P<unit>week|month|year))\b(?!['’]s)",
            _period,
        ),
        ("weekday", rf"\b(?P<day>{_WEEKDAY})\s(?:and|to)\s(?P<day2>{_WEEKDAY})\b", _weekdays),
        ("weekday", rf"\b(?:(?i:(?P<which>last|next|this|this past))\s)?(?P<day>{_WEEKDAY})\b(?!['’]s)", _weekday),
        ("relative", r"\b(?i:today|yesterday|tomorrow|this (?:morning|afternoon|evening)|tonight)\b(?!['’]s)", _nearby),
        (
            "month",
            rf"(?i:\b(?:in|since|until|by|during|early|mid|late|of|from|last|to|for)[\s-])(?P<whole>{month}(?P<which>\s(?:last|this|next)\syear)?)(?!\s\d)",
            _month_alone,
        ),
        (
            "year",
            rf"(?i:\b(?:in|since|by|until|during|of|from|before|after|early|mid|late|year|to|through)[\s-]|\()(?P<whole>{year})(?!['’\d-])",
            _year,
        ),
    ):
        yield name, re.compile(pattern), read


_PATTERNS = tuple(_patterns())


def source_day(text: str) -> date | None:
    """Return the day in the dateline or in the line of a newspaper's name, at the head of a text."""
    head = "\n".join(text.split("\n")[:6])[:400]
    for found in find_dates(head):
        before, after = head[: found.start].rsplit("\n", 1)[-1], head[found.end :].split("\n", 1)[0]
        alone = (
            len(before) < 60 and not after.strip(" .)|") and not re.search(r"\b(?:on|in|by|since|until|of)\s$", before)
        )
        dateline = len(before) < 40 and re.match(r"\s?(?:\([^)]*\)\s?)?[-–—:]", after)
        if (alone or dateline) and re.fullmatch(r"\d{4}-\d\d-\d\d", found.edtf):
            return date.fromisoformat(found.edtf)
    return None
