"""Rules for w3id.org or any other Apache at permanent addresses: the document that fits, 410 for what is gone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from pcgraph.export.description.signposts import LINK_SET, LINK_SET_MEDIA, Link, header
from pcgraph.web import pages
from pcgraph.web.context import SPACES, Site, own_path
from pcgraph.web.pages.serialisation import FORMS
from pcgraph.web.site.releases import Gone

NEGOTIATED = (("jsonld", r"application/ld\+json"), ("ttl", "text/turtle"))
HEAD = """# Permanent addresses of {base}, which lead to {address}
# Put this file at the path of the base, for example into a folder of https://github.com/perma-id/w3id.org.
Options +FollowSymLinks
RewriteEngine on

# Typed links (Signposting): what describes a thing, and all links of the data set
<IfModule mod_headers.c>
SetEnvIf Request_URI "/((?:id|source)/[A-Za-z0-9_-]+)$" THING=$1
Header always set Link "{thing}" env=THING
Header always set Link "{whole}" env=!THING
</IfModule>
"""


def htaccess(site: Site, address: str, gone: Iterable[Gone]) -> str:
    """Return the rules.

    A thing is no document, so its address leads with 303 to the document that the client accepts: HTML unless it asks
    for Turtle or JSON-LD and not for HTML. Part of a thing (a step) leads to a place on the page of the thing. What is
    gone answers 410, or leads to what replaces it. Every other path leads to the same path of the site.
    """
    described = [Link("describedby", f"{address}@THING@.{suffix}", FORMS[suffix]) for suffix in ("ttl", "jsonld")]
    pair = described, [Link("linkset", address + LINK_SET, LINK_SET_MEDIA)]
    thing, whole = (header(links).replace('"', '\\"').replace("@THING@", "%{THING}e") for links in pair)
    lines = [HEAD.format(base=site.project.base, address=address, thing=thing, whole=whole)]
    for each in gone:
        if (pattern := _pattern(site, each.iri)) and each.instead:
            lines.append(f"RewriteRule {pattern} {_place(site, each.instead, address)} [R=303,NE,L]\n")
        elif pattern:
            lines.append(f"RewriteRule {pattern} - [G,L]\n")
    for part, whole in pages.parts(site).items():
        if not part.startswith(f"{whole}."):  # of what is merged
            lines.append(f"RewriteRule {_pattern(site, part)} {_place(site, part, address)} [R=303,NE,L]\n")
    spaces = "|".join(SPACES)
    documents = rf"^((?:(?:{spaces})/.+|ontology)\.(?:html|ttl|jsonld))$"
    lines.append(f"\n# Documents\nRewriteRule {documents} {address}$1 [R=302,L]\n")
    for suffix, media in NEGOTIATED:
        lines.append(
            f"\n# {media}\nRewriteCond %{{HTTP_ACCEPT}} {media}\nRewriteCond %{{HTTP_ACCEPT}} !text/html\n"
            f"RewriteRule ^id/([^.]+)\\.[^.]+$ {address}id/$1.{suffix} [R=303,L]\n"
            f"RewriteCond %{{HTTP_ACCEPT}} {media}\nRewriteCond %{{HTTP_ACCEPT}} !text/html\n"
            f"RewriteRule ^((?:{spaces})/.+|ontology)$ {address}$1.{suffix} [R=303,L]\n"
        )
    lines.append(
        f"\n# Pages\nRewriteRule ^id/([^.]+)\\.([^.]+)$ {address}id/$1.html#$1.$2 [R=303,NE,L]\n"
        f"RewriteRule ^((?:{spaces})/.+|ontology)$ {address}$1.html [R=303,L]\n"
        f"RewriteRule ^graph/ {address}data.html [R=303,L]\n"
        f"\n# Everything else\nRewriteRule ^(.*)$ {address}$1 [R=302,L]\n"
    )
    return "".join(lines)


def _pattern(site: Site, iri: str) -> str:
    """Return the pattern of a path below the base, which Apache compares when it is decoded; "" for any other IRI."""
    path = own_path(iri, site.project.base) if iri.startswith(site.project.base) else None
    return f"^{re.escape(unquote(path))}$" if path else ""


def _place(site: Site, iri: str, address: str) -> str:
    """Return the address of the document of an IRI; Apache takes a percent sign for a reference, unless escaped."""
    return str(site.href(iri, address.rstrip("/"))).replace("%", "\\%")
