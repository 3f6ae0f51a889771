"""The description as JSON of DataCite's metadata schema 4, with which a DOI can be registered."""

from __future__ import annotations

from typing import Any

from pcgraph.export.description.content import Description, given
from pcgraph.export.description.licence import spdx
from pcgraph.export.description.schema_org import OPEN_ACCESS
from pcgraph.model.namespaces import BASE

MEDIA = "application/vnd.datacite.datacite+json"
SCHEMA = "http://datacite.org/schema/kernel-4"
UNKNOWN = ":unav"  # the word of the schema for a value that it demands and nobody has


def datacite(what: Description) -> dict[str, Any]:
    """Return the description for DataCite; without creators they are "unavailable", as its rules say."""
    code = spdx(what.licence)
    licence = {"rightsUri": what.licence, "rights": code or what.licence}
    if code:
        licence |= {"rightsIdentifier": code.lower(), "rightsIdentifierScheme": "SPDX"}
    related = [("HasMetadata", f"{what.address}void.ttl"), ("IsDocumentedBy", f"{what.address}methods.html"),
               ("Requires", f"{BASE}ontology")]  # fmt: skip
    covered = [{"date": f"{what.first}/{what.last}", "dateType": "Other", "dateInformation": "what happened"}]
    return {
        "schemaVersion": SCHEMA,
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Knowledge graph"},
        "identifiers": [{"identifier": what.base, "identifierType": "URL"}],
        "url": what.address,
        "creators": [{"name": name} for name in what.creators or (UNKNOWN,)],
        "titles": [{"title": what.title}],
        "publisher": ", ".join(what.creators) or UNKNOWN,
        **given({"publicationYear": what.modified and str(what.modified.year)}),
        "subjects": [{"subject": word} for word in dict.fromkeys(what.keywords)],
        "dates": [
            *([{"date": str(what.modified), "dateType": "Updated"}] if what.modified else []),
            *(covered if what.first and what.last else []),
        ],
        "language": what.languages[0],
        "relatedIdentifiers": [
            {"relatedIdentifier": address, "relatedIdentifierType": "URL", "relationType": relation}
            for relation, address in related
        ],
        "sizes": [f"{number} {name}" for name, number in what.counts.items()],
        "formats": sorted({file.media_type for file in what.files}),
        **given({"version": what.version}),
        "rightsList": [*([licence] if what.licence else []), {"rightsUri": OPEN_ACCESS, "rights": "Open access"}],
        "descriptions": [{"description": what.text, "descriptionType": "Abstract"}],
    }
