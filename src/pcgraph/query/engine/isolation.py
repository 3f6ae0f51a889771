"""Runs a job in a separate process, because some faults make the engine abort its process instead of raising."""

from __future__ import annotations

import faulthandler
import math
import multiprocessing
import os
import re
import signal
import threading
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from io import FileIO
from typing import TYPE_CHECKING, Any, TypeVar

from pcgraph.errors import LimitError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from types import FrameType

Made = TypeVar("Made")
More = TypeVar("More")
AFTER = 5.0  # seconds for what comes after an answer; it has limits of its own
PIECE = 0.5  # seconds of a wait: a signal that comes just before it is handled only after it
MOST = 65_536  # bytes that are read of what a process wrote to standard error


def run(job: Callable[[], Made], timeout: float | None = None) -> Made:
    """Run a job in a forked process and return its result, which is pickled.

    The job sees everything that this process has loaded, without a copy. Cost: some milliseconds, more for a process of
    several gigabytes. Where processes cannot fork (Windows), the job runs in this process and has no limit of time.
    Whatever ends this function, Ctrl-C too, ends the process.

    >>> run(lambda: 6 * 7)
    42
    >>> run(os.abort)
    Traceback (most recent call last):
    pcgraph.errors.LimitError: query: the engine failed (exit code -6); expected an answer; \
rewrite the query, and report its text
    """
    return run_both(job, lambda _: None, timeout)[0]


def run_both(job: Callable[[], Made], after: Callable[[Made], More], timeout: float | None) -> tuple[Made, More | None]:
    """Run a job as `run`, then in the same process what comes after it; None if that fails or takes too long.

    >>> run_both(lambda: 6, lambda made: made * 7, None), run_both(lambda: 6, lambda made: os.abort(), None)
    ((6, 42), (6, None))
    """
    if not hasattr(os, "fork"):
        made = job()
        return made, after(made)
    pids: list[int] = []
    with _interrupts_kept(pids) as raised:
        failed, found = _answer(job, after, timeout, pids, raised)
    if failed is not None:
        raise failed
    result: tuple[Made, More | None] = found
    return result


def _answer(
    job: Callable[[], Made], after: Callable[[Made], object], timeout: float | None, pids: list[int],
    raised: Sequence[BaseException],
) -> tuple[Exception | None, Any]:  # fmt: skip
    """Return what the jobs raise or return. The process is freed here, because that calls weak references, too."""
    try:
        with ExitStack() as ends:
            mine, its = (ends.enter_context(end) for end in multiprocessing.Pipe(duplex=False))
            errors, told = (ends.enter_context(FileIO(end, mode)) for end, mode in zip(os.pipe(), "rw", strict=True))
            for end in (errors, told):  # so that nobody waits: if the process writes too much, the rest is lost
                os.set_blocking(end.fileno(), False)
            process = multiprocessing.get_context("fork").Process(
                target=_child, args=(its, mine, told, job, after), daemon=True
            )
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)  # Python 3.12: each fork of a process with threads
                process.start()
            pids.append(process.pid or 0)
            try:
                if raised:
                    process.kill()
                its.close()
                told.close()
                latest = math.inf if timeout is None else time.monotonic() + timeout
                while not mine.poll(max(0.0, min(latest - time.monotonic(), PIECE))):
                    if time.monotonic() >= latest:
                        return LimitError(
                            f"query: stopped after {timeout:g} s; expected an answer by then; narrow the query, or "
                            "allow more time with --timeout SECONDS (in Python: timeout=SECONDS)"
                        ), None
                failed, made = mine.recv()
                return failed, (made, _received(mine))
            except EOFError:
                pids.clear()
                process.join()
                return LimitError(death_message(process.exitcode or 0, errors.read(MOST) or b"")), None
            finally:
                pids.clear()
                process.kill()
                process.join()
    except OSError as error:
        return LimitError(
            f"query: no process for it ({error.strerror or error}); expected room for one more process with four "
            "descriptors; stop other programs, or raise the limit (ulimit)"
        ), None


def _received(mine: Connection) -> object:
    """Return what comes after an answer, or None."""
    with suppress(EOFError):
        return mine.recv() if mine.poll(AFTER) else None
    return None


@contextmanager
def _interrupts_kept(pids: Iterable[int]) -> Iterator[Sequence[BaseException]]:
    """End the processes on Ctrl-C, and raise what its handler raises at the end of the block.

    A handler may run inside a hook of a fork, or a callback of a weak reference. Python prints an exception from there
    and goes on, so that the interrupt would be lost. Blocking the signal would not help: another thread may receive it.
    """
    usual, raised = signal.getsignal(signal.SIGINT), list[BaseException]()
    if not callable(usual) or threading.current_thread() is not threading.main_thread():  # others run no handlers
        yield raised
        return

    def keep(number: int, frame: FrameType | None) -> None:
        try:
            usual(number, frame)
        except BaseException as error:  # it is raised below
            raised.append(error.with_traceback(None))  # which would keep the process, to be freed at any time
            for pid in pids:
                os.kill(pid, signal.SIGKILL)

    signal.signal(signal.SIGINT, keep)
    try:
        yield raised
    finally:
        signal.signal(signal.SIGINT, usual)
        if raised:
            raise raised[0] from None


def cause(exit_code: int, errors: bytes) -> str:
    """Return why a process died: ``memory``, ``depth`` (stack overflow), ``engine`` (a fault of the engine), or "".

    >>> cause(-6, b"memory allocation of 360 bytes failed")
    'memory'
    """
    if -exit_code in (signal.SIGSEGV, signal.SIGBUS) or b"overflowed its stack" in errors:
        return "depth"
    if -exit_code != signal.SIGABRT:
        return ""
    return "memory" if re.search(rb"memory allocation of \d+ bytes failed|bad_alloc|MemoryError", errors) else "engine"


def death_message(exit_code: int, errors: bytes) -> str:
    """Return one line of error for a process that died while it answered a query; parameters as for `cause`.

    >>> death_message(-6, b"memory allocation of 8 bytes failed")[:22]
    'query: out of memory; '
    """
    found = cause(exit_code, errors)
    if found == "memory" or -exit_code == signal.SIGKILL:  # the system sends SIGKILL when memory is short
        return "query: out of memory; expected a smaller answer; narrow the query, or use a machine with more memory"
    if found == "depth":
        return "query: too deep, or a chain is too long; expected a flatter query; rewrite it"
    lines = [line.strip() for line in errors.decode(errors="replace").splitlines() if line.strip()]
    reason = next((line for line in lines if "panicked" not in line), f"exit code {exit_code}")[:160]
    return f"query: the engine failed ({reason}); expected an answer; rewrite the query, and report its text"


def _child(
    out: Connection, mine: Connection, errors: FileIO, job: Callable[[], Made],
    after: Callable[[Made], object],
) -> None:  # fmt: skip
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to both; the parent ends this process
    mine.close()  # so that sending fails when the parent has ended
    os.dup2(errors.fileno(), 2)
    faulthandler.disable()  # Jupyter kernels enable it
    try:
        made = job()
        out.send((None, made))
    except Exception as error:  # the parent raises it
        out.send((error, None))
    else:
        out.send(after(made))
