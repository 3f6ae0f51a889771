"""The short names of licences."""

from __future__ import annotations

import re

KNOWN = {
    "https://creativecommons.org/publicdomain/zero/1.0/": "CC0-1.0",
    "https://opendatacommons.org/licenses/by/1-0/": "ODC-By-1.0",
    "https://opendatacommons.org/licenses/odbl/1-0/": "ODbL-1.0",
    "https://opendatacommons.org/licenses/pddl/1-0/": "PDDL-1.0",
}


def spdx(address: str) -> str:
    """Return the identifier of a licence for data in the list of SPDX, by its address; "" if it is not known here.

    >>> spdx("http://creativecommons.org/licenses/by/4.0"), spdx("https://example.org/terms")
    ('CC-BY-4.0', '')
    """
    address = re.sub(r"^http://", "https://", address.rstrip("/") + "/")
    common = re.fullmatch(
        r"https://creativecommons\.org/licenses/(by|by-sa|by-nc|by-nd|by-nc-sa|by-nc-nd)/(\d\.\d)/", address
    )
    return f"CC-{common[1].upper()}-{common[2]}" if common else KNOWN.get(address, "")
