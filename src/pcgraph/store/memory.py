"""Returns freed memory to the system."""

from __future__ import annotations

import ctypes
import gc
from contextlib import suppress


def release() -> None:
    """Return freed memory to the system; glibc would keep it until the end, and each step of the work would add to it.

    >>> release()
    """
    gc.collect()
    with suppress(AttributeError, OSError, TypeError):  # another system
        ctypes.CDLL(None).malloc_trim(0)
