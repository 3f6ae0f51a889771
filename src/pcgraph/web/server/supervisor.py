"""The process that keeps a server running while its data are loaded again.

It holds the listening socket and forks a serving process, which inherits it. To reload, it forks another one. As soon
as that one can answer, the first takes no more connections and ends when its clients have their answers. The supervisor
loads no data and starts no thread, so it can fork safely at any time. A serving process obeys only its `Link`, never
the signals that a terminal or a service manager sends to all processes. It ends when the supervisor does.
"""

from __future__ import annotations

import os
import select
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
POLL = 2.0  # seconds between two looks at the watched file
STOP, DRAIN, NOT_RELOADED = b"s", b"d", b"n"  # the orders to a serving process; the last one is news
FIRST, LATER = "serving at {} (Ctrl-C stops)", "serving build {} from now on"
FAILED = (
    "serve: the data were not loaded again{}, and the old ones are still served; expected data that load; fix them, "
    "then reload again"
)
DIED = "serve: the process that answers died ({}); expected it to run; start the server again"


@dataclass(frozen=True)
class Link:
    """What a serving process has of its supervisor."""

    orders: socket.socket  # an order arrives here; its end means that the supervisor has died
    again: bool  # whether another process serves until this one is ready

    def ready(self, build: str) -> None:
        """Report that this process answers, and the key of its build."""
        with suppress(OSError):
            self.orders.sendall(build.encode())


@dataclass
class _Child:
    pid: int
    link: socket.socket
    heard: bool = False  # whether it has reported, or closed its link

    def order(self, what: bytes) -> None:
        with suppress(OSError):
            self.link.sendall(what)

    def exit_code(self) -> int | None:
        """Return its exit code (negative for a signal), or None while it runs."""
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        return os.waitstatus_to_exitcode(status) if pid else None


def supervise(address: str, tell: Callable[[str], object], watched: Path | None = None) -> Link | int:
    """Fork serving processes until SIGTERM or SIGINT; fork another one on SIGHUP, or when a file changes.

    Call this from the only thread of a process. At most two processes serve or load at a time: a reload waits for the
    process that the one before replaced. A hang-up of the terminal stops the server.
    """
    with _signals() as woken:
        return _Supervisor(address, tell, watched, woken).run()


@contextmanager
def _signals() -> Iterator[socket.socket]:
    """Turn signals into bytes that can be read from a socket."""
    woken, wake = socket.socketpair()
    with woken, wake:
        woken.setblocking(False)
        wake.setblocking(False)
        before = {name: signal.signal(name, lambda *_: None) for name in (*SIGNALS, signal.SIGCHLD)}
        signal.set_wakeup_fd(wake.fileno())
        try:
            yield woken
        finally:
            signal.set_wakeup_fd(-1)
            for name, handler in before.items():
                signal.signal(name, handler)


class _Supervisor:
    def __init__(self, address: str, tell: Callable[[str], object], watched: Path | None, woken: socket.socket) -> None:
        self.address, self.watched, self.woken = address, watched, woken
        self._tell = tell
        self.serving: _Child | None = None
        self.coming: _Child | None = None  # loads, to replace the one that serves
        self.leaving: _Child | None = None  # was replaced, and finishes
        self.wanted, self.stopping = True, False
        self.seen = self.content()
        self.terminal = os.isatty(2)

    @property
    def children(self) -> list[_Child]:
        return [child for child in (self.serving, self.coming, self.leaving) if child]

    def run(self) -> Link | int:
        while True:
            if self.wanted and not (self.coming or self.leaving or self.stopping):
                self.wanted = False
                try:
                    if link := self.fork():
                        return link
                except OSError as error:  # no memory, or too many processes
                    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
                    if not self.serving:
                        raise
                    self.not_reloaded(self.serving, f" ({error.strerror})")
            waiting = [self.woken, *([self.coming.link] if self.coming and not self.coming.heard else [])]
            readable = select.select(waiting, [], [], POLL if self.watched else None)[0]
            if self.watched and (content := self.content()) not in (b"", self.seen):
                self.seen, self.wanted = content, True
            if self.coming and self.coming.link in readable:
                self.replace(self.coming)
            signals = self.woken.recv(64) if self.woken in readable else b""
            if any(self.obey(number) for number in signals if number in SIGNALS):
                return 0
            if (code := self.bury()) is not None:
                return code

    def tell(self, line: str) -> None:
        with suppress(OSError):  # nobody reads any more
            self._tell(line)

    def not_reloaded(self, serving: _Child, why: str) -> None:
        self.tell(FAILED.format(why))
        serving.order(NOT_RELOADED)

    def content(self) -> bytes:
        with suppress(OSError):
            return self.watched.read_bytes() if self.watched else b""
        return b""

    def fork(self) -> Link | None:
        """Start a serving process; return its link there, and None here."""
        mine, its = socket.socketpair()
        signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)  # none may reach the new process before it is deaf to them
        if pid := os.fork():
            its.close()
            self.coming = _Child(pid, mine)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
            return None
        for child in self.children:
            child.link.close()
        mine.close()
        return Link(its, again=self.serving is not None)

    def replace(self, new: _Child) -> None:
        """Let a process that is ready serve, and the one before finish."""
        build, new.heard = "", True
        with suppress(OSError):
            build = new.link.recv(64).decode()
        if not build or self.stopping:  # it is about to exit
            return
        self.tell((LATER if self.serving else FIRST).format(build if self.serving else self.address))
        if self.serving:
            self.serving.order(DRAIN)
        self.serving, self.coming, self.leaving = new, None, self.serving

    def obey(self, number: int) -> bool:
        """Act on a signal; return whether all is over at once."""
        hangup = number == signal.SIGHUP
        if hangup and not (self.terminal and not os.isatty(2)):
            self.wanted = True
            return False
        if not self.serving or self.stopping:
            self.kill()
            if not self.stopping:  # nothing is served yet: end as a program that handles no signals
                signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
                signal.raise_signal(number)
            return True
        self.stopping = True
        for child in self.children:
            child.order(STOP)
        if self.coming:
            os.kill(self.coming.pid, signal.SIGKILL)
        return False

    def bury(self) -> int | None:
        """Forget the processes that have ended; return the exit code if the server has to end, too."""
        for child in self.children:
            if (code := child.exit_code()) is None:
                continue
            child.link.close()
            loaded, replaced = child is not self.coming, child is self.leaving
            self.serving, self.coming, self.leaving = (
                None if child is each else each for each in (self.serving, self.coming, self.leaving)
            )
            if self.stopping or replaced:
                continue
            if not loaded and self.serving:
                self.not_reloaded(self.serving, f" ({signal.strsignal(-code)})" if code < 0 else "")
                continue
            self.kill()
            if code <= 0:  # else it has said itself what was wrong
                self.tell(DIED.format(signal.strsignal(-code) if code else "without an error"))
            return max(code, 1)
        return 0 if self.stopping and not self.children else None

    def kill(self) -> None:
        """End all processes at once."""
        for child in self.children:
            os.kill(child.pid, signal.SIGKILL)
            os.waitpid(child.pid, 0)
