"""The description as an RO-Crate 1.1: the folder of the site with its downloads."""

from __future__ import annotations

from typing import Any

from pcgraph.export.description.content import Description
from pcgraph.export.description.licence import spdx
from pcgraph.export.description.schema_org import common

SPECIFICATION = "https://w3id.org/ro/crate/1.1"
FILE = "ro-crate-metadata.json"


def ro_crate(what: Description) -> dict[str, Any]:
    """Return the content of ``ro-crate-metadata.json``, which belongs into the folder of the site."""
    named = enumerate(what.creators, 1)
    makers = [{"@id": f"#creator-{number}", "@type": "Organization", "name": name} for number, name in named]
    said = {**common(what), "hasPart": [{"@id": file.path} for file in what.files]}
    if makers:
        said["creator"] = said["publisher"] = [{"@id": each["@id"]} for each in makers]
    licences = []
    if what.licence:
        said["license"] = {"@id": what.licence}
        licences = [{"@id": what.licence, "@type": "CreativeWork", "name": spdx(what.licence) or what.licence}]
    files = [
        {"@id": file.path, "@type": "File", "name": file.title, "encodingFormat": file.media_type,
         "contentSize": str(file.bytes), "sha256": file.sha256}
        for file in what.files
    ]  # fmt: skip
    about = {"conformsTo": {"@id": SPECIFICATION}, "about": {"@id": "./"}}
    return {
        "@context": [f"{SPECIFICATION}/context", {"sha256": "https://schema.org/sha256"}],
        "@graph": [
            {"@id": FILE, "@type": "CreativeWork", **about},
            {"@id": "./", "@type": "Dataset", **said},
            *(files + makers + licences),
        ],
    }
