"""Runs the command line in a second process where memory is limited, so that its end is one line.

The engine ends its process when memory runs out, and prints a backtrace; nothing in the process itself can prevent it.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from contextlib import suppress

from pcgraph.cli.terminal import report_error

PASSED_ON = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
MEMORY = 5  # the exit code of a `LimitError`


def memory_limit() -> int | None:
    """Return the kilobytes that ``ulimit -v`` allows, or None."""
    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    return None if limit == resource.RLIM_INFINITY else limit // 1024


def message(what: str) -> str:
    """Return the line about a program that failed under the limit."""
    return (
        f"pcgraph: {what} where {memory_limit():,} kB of memory are allowed; expected more; "
        "raise the limit with  ulimit -v, or ask for less"
    )


def watch() -> None:
    """Fork if memory is limited: return in the new process, and end the old one when that has ended, with its code."""
    if memory_limit() is None or not hasattr(signal, "sigwaitinfo") or sys.stderr is not sys.__stderr__:
        return
    signals = (*PASSED_ON, signal.SIGCHLD)
    signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    with suppress(OSError):  # no second process: without it there may be a backtrace
        if pid := os.fork():
            _end_like(_wait(pid, signals))
        sys.stderr = os.fdopen(os.dup(2), "w", 1, encoding="utf-8", errors="backslashreplace")
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what the engine prints
    signal.pthread_sigmask(signal.SIG_UNBLOCK, signals)


def _wait(pid: int, signals: tuple[signal.Signals, ...]) -> int:
    """Pass signals on until the process ends; return its exit code, negative for a signal."""
    while True:
        came = signal.sigwaitinfo(signals)
        if came.si_signo != signal.SIGCHLD:
            if came.si_pid:  # 0 is the terminal, which sends it to both processes
                os.kill(pid, came.si_signo)
        elif (ended := os.waitpid(pid, os.WNOHANG))[0]:
            return os.waitstatus_to_exitcode(ended[1])


def _end_like(code: int) -> None:
    """End this process as the other one ended; a fault of the engine has one line."""
    if -code in PASSED_ON:
        signal.signal(-code, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, PASSED_ON)
        signal.raise_signal(-code)
    if code < 0:
        report_error(message("stopped by the system"))
    sys.stderr.flush()
    os._exit(code if code >= 0 else MEMORY)
