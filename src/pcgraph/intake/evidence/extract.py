"""Takes the text out of a page: HTML with trafilatura, PDF with pypdfium2, plain text as it is."""

from __future__ import annotations

import importlib.metadata
import re
from dataclasses import dataclass
from functools import cache

from pcgraph.errors import InvalidInput, missing_extra
from pcgraph.intake.evidence.decoding import decode
from pcgraph.intake.evidence.fetch import Page
from pcgraph.intake.evidence.walls import find_odd_redirect, find_wall
from pcgraph.model.text import visible
from pcgraph.query.remote.transport import without_user
from pcgraph.version import __version__

PAGE_BREAK = "\f"  # between the pages of a PDF, so that "page 3" can be found
MOST_PAGES = 2000
MOST_HTML = 5_000_000  # bytes; extraction takes seconds for each million
HTML = ("text/html", "application/xhtml+xml")
PDF = ("application/pdf", "application/x-pdf")
UNKNOWN = ("", "application/octet-stream", "binary/octet-stream")


@dataclass(frozen=True)
class Extract:
    """The text of a page."""

    text: str  # with a line feed at its end; `PAGE_BREAK` stands between the pages of a PDF
    extractor: str  # the program with its version, such as ``trafilatura 2.3.1``
    title: str = ""  # the title of the page; "" if it has none
    # what may be wrong with the text, such as an encoding that differs from the declared one; "" if nothing is
    note: str = ""


class NoArticle(InvalidInput):
    """Raised when a page has something else than an article.

    Attributes
    ----------
    what : str
        Such as "a consent wall" or "a soft 404".

    >>> NoArticle("https://a.example/", "a consent wall").what
    'a consent wall'
    """

    def __init__(self, url: str, what: str, todo: str = "save its text by hand") -> None:
        self.what = what
        super().__init__(f"{without_user(url)}: {what}; expected the text of an article; {todo}")


def extract(page: Page) -> Extract:
    """Return the text of a page."""
    url = page.last.url
    if odd := find_odd_redirect(page.asked, url):
        raise NoArticle(page.asked, f"{odd} (redirected to {without_user(url)})")
    kind, charset = content_type(page.last.header("content-type"))
    head = page.content[:4096].lower()
    is_html = b"<html" in head or b"<!doctype html" in head
    if page.content[:1024].find(b"%PDF-") >= 0 and kind in (*PDF, *UNKNOWN):
        return _from_pdf(page)
    if kind in HTML or (is_html and kind in (*PDF, *UNKNOWN)):
        return _from_html(page, charset)
    if kind == "text/plain":
        decoded = decode(page.content, charset)
        if wall := find_wall("", decoded.text, ""):
            raise NoArticle(url, wall)
        return Extract(_ended(decoded.text), f"pcgraph {__version__}", note=decoded.note)
    if kind in PDF:
        raise NoArticle(url, "a PDF that is damaged")
    raise NoArticle(url, f"{visible(kind)[:80] or 'no type'}, and not HTML, PDF or plain text")


def content_type(header: str) -> tuple[str, str]:
    """Return the media type of a header ``Content-Type`` and its charset, both in lower case.

    >>> content_type('Text/HTML; Charset="UTF-8"')
    ('text/html', 'utf-8')
    """
    kind, _, rest = header.partition(";")
    found = re.search(r"charset\s*=\s*[\"']?([^\s;\"']+)", rest, re.IGNORECASE)
    return kind.strip().lower(), found[1].lower() if found else ""


@cache
def _version(package: str) -> str:
    return f"{package} {importlib.metadata.version(package)}"


def _ended(text: str) -> str:
    """Return a text with one kind of line end, and with one at its end; nothing else is changed."""
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n") + "\n"


def _from_html(page: Page, charset: str) -> Extract:
    try:
        import trafilatura
        from lxml import etree
        from lxml import html as lxml_html
    except ImportError as error:
        raise missing_extra("evidence", error.name or "trafilatura") from error
    if len(page.content) > MOST_HTML:
        raise NoArticle(page.last.url, f"a page of {len(page.content):,} bytes, which is too long")
    decoded = decode(page.content, charset)
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", decoded.text)  # lxml refuses a text that names an encoding
    title = seen = text = ""
    asks_password = False
    try:
        tree = lxml_html.document_fromstring(source)
        title = " ".join(tree.findtext(".//title", "").split())
        asks_password = bool(tree.xpath("//input[@type='password']"))
        for hidden in tree.xpath("//script|//style|//template|//head"):
            hidden.drop_tree()
        lines = (line.strip() for text in tree.itertext() for line in text.splitlines())
        seen = "\n".join(filter(None, lines))
        text = trafilatura.extract(source, include_comments=False, include_tables=True) or ""
    except (etree.LxmlError, ValueError, RecursionError):  # no element at all, or nested without end
        pass
    if wall := find_wall(title, text, seen, asks_password):
        raise NoArticle(page.last.url, wall)
    return Extract(_ended(text), _version("trafilatura"), title, decoded.note)


def _from_pdf(page: Page) -> Extract:
    try:
        import pypdfium2
    except ImportError as error:
        raise missing_extra("evidence", "pypdfium2") from error
    url = page.last.url
    try:
        document = pypdfium2.PdfDocument(page.content)
    except pypdfium2.PdfiumError as error:
        what = "a PDF with a password" if "password" in str(error).lower() else "a PDF that is damaged"
        raise NoArticle(url, what) from error
    try:
        if len(document) > MOST_PAGES:
            raise NoArticle(url, f"a PDF of {len(document)} pages, which is too long")
        title = str(document.get_metadata_value("Title") or "")
        pages = []
        for number in range(len(document)):
            sheet = document[number]
            words = sheet.get_textpage()
            pages.append(words.get_text_range().replace("\r\n", "\n").replace("\r", "\n").replace(PAGE_BREAK, "\n"))
            words.close()
            sheet.close()
    except pypdfium2.PdfiumError as error:
        raise NoArticle(url, "a PDF that is damaged") from error
    finally:
        document.close()
    if sum(map(str.isalnum, "".join(pages))) < 40:
        raise NoArticle(url, "an empty text (a PDF of pictures)", "read it and save its text by hand")
    return Extract(_ended(PAGE_BREAK.join(pages)), _version("pypdfium2"), title)
