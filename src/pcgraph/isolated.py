"""A job in a process of its own, because the engine ends its process on some faults instead of raising an error."""

from __future__ import annotations

import faulthandler
import os
import re
import signal
import tempfile
import warnings
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, TypeVar

from pcgraph.errors import LimitError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Made = TypeVar("Made")


def run(job: Callable[[], Made]) -> Made:
    """Run a job in a forked process and return its result, which is pickled on its way.

    The job sees everything that this process has loaded, without a copy. Costs some milliseconds, more for a process of
    several gigabytes. Where processes cannot fork (Windows), the job runs in this one.

    Raises
    ------
    Exception
        Whatever the job raises.
    LimitError
        If the process died: its memory, its stack, or a fault of the engine.

    >>> run(lambda: 6 * 7)
    42
    >>> run(os.abort)
    Traceback (most recent call last):
    pcgraph.errors.LimitError: query: the engine failed on it (exit code -6); expected an answer; \
write it differently, and report its text
    """
    if not hasattr(os, "fork"):
        return job()
    import multiprocessing

    with tempfile.TemporaryFile() as errors:
        mine, its = multiprocessing.Pipe(duplex=False)
        process = multiprocessing.get_context("fork").Process(target=_child, args=(its, mine, errors, job), daemon=True)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # Python 3.12 warns of every fork beside threads
            process.start()
        its.close()
        try:
            failed, made = mine.recv()
            if failed is not None:
                raise failed
            result: Made = made
            return result
        except EOFError:
            process.join()
            errors.seek(0)
            raise LimitError(died(process.exitcode or 0, errors.read())) from None
        finally:
            mine.close()
            process.kill()
            process.join()


def cause(exit_code: int, errors: bytes) -> str:
    """Return what a process died of: ``memory``, ``depth`` (its stack), ``engine`` (a fault of the engine), or "".

    Parameters
    ----------
    exit_code : int
        Negative for a signal, as `multiprocessing` has it.
    errors : bytes
        What the process wrote to standard error: before it aborts, the engine says there why.

    >>> cause(-6, b"memory allocation of 360 bytes failed")
    'memory'
    """
    if -exit_code in (signal.SIGSEGV, signal.SIGBUS) or b"overflowed its stack" in errors:
        return "depth"
    if -exit_code != signal.SIGABRT:
        return ""
    return "memory" if re.search(rb"memory allocation of \d+ bytes failed|bad_alloc|MemoryError", errors) else "engine"


def died(exit_code: int, errors: bytes) -> str:
    """Return one line on why a process that answers a query died; parameters as for `cause`.

    >>> died(-6, b"memory allocation of 8 bytes failed")[:22]
    'query: out of memory; '
    """
    found = cause(exit_code, errors)
    if found == "memory" or -exit_code == signal.SIGKILL:  # which the system sends when memory is short
        return "query: out of memory; expected a smaller answer; ask for less, or use a machine with more memory"
    if found == "depth":
        return "query: too deep or too long a chain; expected a flatter query; rewrite it"
    lines = [line.strip() for line in errors.decode(errors="replace").splitlines() if line.strip()]
    reason = next((line for line in lines if "panicked" not in line), f"exit code {exit_code}")[:160]
    return f"query: the engine failed on it ({reason}); expected an answer; write it differently, and report its text"


def _child(out: Connection, mine: Connection, errors: IO[bytes], job: Callable[[], object]) -> None:
    mine.close()  # so that sending fails when the parent is gone
    os.dup2(errors.fileno(), 2)
    faulthandler.disable()  # a notebook's kernel has it on
    result: tuple[Exception | None, object]
    try:
        result = (None, job())
    except Exception as error:  # whatever it is, the parent raises it
        result = (error, None)
    out.send(result)
