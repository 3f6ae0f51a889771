"""The rule that needs the captures of the sources: a card names the bytes that its newest capture holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pcgraph.errors import InvalidInput, UsageError, warn
from pcgraph.model.namespaces import PCG
from pcgraph.store import captures
from pcgraph.validation.finding import Finding
from pcgraph.validation.index import Lookup

CODE = "payload-digest"


def payload_digest(lookup: Lookup, texts: Path) -> Iterator[Finding]:
    """Find cards whose payload digest is not that of the newest capture, and captures that cannot be read."""
    for file, facts in lookup.by_role("source"):
        named = next((f.value for f in facts if f.subject == file.graph and f.predicate == PCG + "payloadDigest"), "")
        kept = captures.captures(texts, file.slug)
        if not kept or not re.fullmatch("[0-9a-f]{64}", named):  # a shape reports other values
            continue
        try:
            held = captures.read(kept[-1]).sha256
        except UsageError as error:
            warn(f"no payload digest is compared with its capture: {error}")
            return
        except InvalidInput as error:
            what, expected, todo = str(error).rsplit("; ", 2)
            yield lookup.finding(file, file.graph, CODE, f"has a capture that is damaged: {what}", expected, todo)
            continue
        if held != named:
            yield lookup.finding(
                file,
                file.graph,
                CODE,
                f"has the payload digest {named[:8]}…, but its newest capture {kept[-1].name} has {held[:8]}…",
                "expected the digest of that capture",
                f"run  pcgraph capture {file.slug}  or correct the digest, the day and the extractor",
            )
