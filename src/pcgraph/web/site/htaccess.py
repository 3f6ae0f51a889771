"""Rules for w3id.org or any other Apache at permanent addresses: the document that fits, 410 for what is gone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pcgraph.web.context import SPACES, Site, own_path
from pcgraph.web.site.releases import Gone

FORMS = (("jsonld", r"application/ld\+json"), ("ttl", "text/turtle"))
HEAD = """# Permanent addresses of {base}, which lead to {address}
# Put this file at the path of the base, for example into a folder of https://github.com/perma-id/w3id.org.
Options +FollowSymLinks
RewriteEngine on
"""


def htaccess(site: Site, address: str, gone: Iterable[Gone]) -> str:
    """Return the rules.

    A thing is no document, so its address leads with 303 to the document that the client accepts: HTML unless it asks
    for Turtle or JSON-LD and not for HTML. Part of a thing (a step) leads to a place on the page of the thing. What is
    gone answers 410, or leads to what replaces it. Every other path leads to the same path of the site.
    """
    lines = [HEAD.format(base=site.project.base, address=address)]
    for each in gone:
        path = own_path(each.iri, site.project.base)
        if path is None or not each.iri.startswith(site.project.base):
            continue
        pattern = f"^{re.escape(path)}$"
        if each.instead and (instead := site.href(each.instead, address.rstrip("/"))):
            lines.append(f"RewriteRule {pattern} {instead} [R=303,NE,L]\n")
        else:
            lines.append(f"RewriteRule {pattern} - [G,L]\n")
    for whole, parts in site.parts.items():
        for part in parts:
            if not part.startswith(f"{whole}."):  # of what is merged
                pattern = re.escape(own_path(part, site.project.base) or "")
                lines.append(f"RewriteRule ^{pattern}$ {site.href(part, address.rstrip('/'))} [R=303,NE,L]\n")
    spaces = "|".join(SPACES)
    documents = rf"^((?:(?:{spaces})/.+|ontology)\.(?:html|ttl|jsonld))$"
    lines.append(f"\n# Documents\nRewriteRule {documents} {address}$1 [R=302,NE,L]\n")
    for suffix, media in FORMS:
        lines.append(
            f"\n# {media}\nRewriteCond %{{HTTP_ACCEPT}} {media}\nRewriteCond %{{HTTP_ACCEPT}} !text/html\n"
            f"RewriteRule ^id/([^.]+)\\.[^.]+$ {address}id/$1.{suffix} [R=303,NE,L]\n"
            f"RewriteCond %{{HTTP_ACCEPT}} {media}\nRewriteCond %{{HTTP_ACCEPT}} !text/html\n"
            f"RewriteRule ^((?:{spaces})/.+|ontology)$ {address}$1.{suffix} [R=303,NE,L]\n"
        )
    lines.append(
        f"\n# Pages\nRewriteRule ^id/([^.]+)\\.([^.]+)$ {address}id/$1.html#$1.$2 [R=303,NE,L]\n"
        f"RewriteRule ^((?:{spaces})/.+|ontology)$ {address}$1.html [R=303,NE,L]\n"
        f"RewriteRule ^graph/ {address}data.html [R=303,L]\n"
        f"\n# Everything else\nRewriteRule ^(.*)$ {address}$1 [R=302,NE,L]\n"
    )
    return "".join(lines)
