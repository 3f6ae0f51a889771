"""The description as JSON-LD of schema.org, which search engines for data sets read."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from pcgraph.export.description.content import Description, given

OPEN_ACCESS = "info:eu-repo/semantics/openAccess"  # whoever reads the page reads the files: no site asks for a password


def schema_org(what: Description) -> dict[str, Any]:
    """Return the description as a ``Dataset`` of schema.org.

    >>> from pcgraph.export.description.content import describe
    >>> from pcgraph.testing import tiny
    >>> schema_org(describe(tiny(), address="https://example.org/", files=[]))["name"]
    'Partnerships and their sources'
    """
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": what.iri,
        **common(what),
        "isAccessibleForFree": True,
        "conditionsOfAccess": OPEN_ACCESS,
        "subjectOf": {"@type": "WebPage", "name": "Methods", "url": f"{what.address}methods.html"},
        "variableMeasured": [
            {"@type": "PropertyValue", "name": name, "value": number} for name, number in what.counts.items()
        ],
        **({"temporalCoverage": f"{what.first}/{what.last}"} if what.first and what.last else {}),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file.title,
                "contentUrl": what.address + quote(file.path),
                "encodingFormat": file.media_type,
                **({"contentSize": f"{file.bytes} B", "sha256": file.sha256} if file.sha256 else {}),
            }
            for file in what.files
        ],
    }


def common(what: Description) -> dict[str, Any]:
    """Return the properties of schema.org that Croissant has too. Who made the data publishes them."""
    makers = [{"@type": "Organization", "name": name} for name in what.creators]
    return {
        "name": what.title,
        "description": what.text,
        "url": what.address or what.base,
        "identifier": what.base,
        **given({"version": what.version, "license": what.licence, "creator": makers, "publisher": makers}),
        **given({"keywords": list(what.keywords)}),
        "inLanguage": list(what.languages),
        **given(dict.fromkeys(("datePublished", "dateModified"), what.modified and str(what.modified))),
    }
