"""The description as CITATION.cff 1.2.0, which says how to cite the data set."""

from __future__ import annotations

from typing import Any

from pcgraph.export.description.content import Description, given
from pcgraph.export.description.licence import spdx


def citation_cff(what: Description) -> str:
    """Return the content of a ``CITATION.cff``. The format needs an author: without a creator that is "anonymous".

    >>> from pcgraph.export.description.content import describe
    >>> from pcgraph.testing import tiny
    >>> citation_cff(describe(tiny(), address="https://example.org/", files=[])).splitlines()[:2]
    ['cff-version: 1.2.0', 'message: Please cite these data with their version.']
    """
    import yaml

    code = spdx(what.licence)
    content: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": "Please cite these data with their version.",
        "type": "dataset",
        "title": what.title,
        "abstract": what.text,
        "authors": [{"name": name} for name in what.creators or ("anonymous",)],
        **given({"version": what.version, "date-released": what.modified and str(what.modified)}),
        **given({"license": code} if code else {"license-url": what.licence}),
        **given({"keywords": list(dict.fromkeys(what.keywords))}),
        "url": what.address,
    }
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=120)
