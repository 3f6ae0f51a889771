"""The workers as the server sees them: who gets one, for how long, and what is said when one dies.

Queries start in the quick lane. One that is not done in `QUICK` seconds moves to the slow lane if a seat is free there;
otherwise it is stopped, waits for such a seat, and starts anew. So quick queries always find workers, however many
slow ones are asked. In both lanes those who took least of late come first.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import socket
import time
from collections.abc import AsyncIterator, Coroutine, Mapping
from dataclasses import dataclass, field
from typing import Any

import pyoxigraph as ox

from pcgraph.serve import worker
from pcgraph.serve.buffers import Buffers
from pcgraph.serve.lanes import BUSY, Lane, Seat, Thrift
from pcgraph.serve.limits import PIECE, QUICK, Limits
from pcgraph.serve.worker import Fault

START = 10.0  # seconds that a new worker may take to answer
GONE = 499, "client: it left"
FAILED = (
    500,
    "query: the engine failed on it, which is a fault of the engine; expected an answer; ask in another way, and "
    "report the query to the server's administrator",
)
LOST = (
    500,
    "server: the worker was lost; expected an answer; ask again, and tell the server's administrator if that fails",
)


@dataclass
class Answer:
    """A whole answer: its media type, its bytes, and the seconds that the engine took."""

    media: str
    body: memoryview
    seconds: float


@dataclass
class Worker:
    """A process that answers one query at a time; `death` will hold what it died of."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    death: asyncio.Future[str]
    pid: int = 0
    slowed: bool = False

    async def ask(self, job: Mapping[str, Any], buffers: Buffers, client: str) -> tuple[dict[str, Any], memoryview]:
        """Send a job and take the whole answer.

        Raises
        ------
        EOFError, OSError
            If the worker dies of it.
        Fault
            If there is no memory for the answer.
        """
        text = json.dumps(job).encode()
        self.writer.write(worker.LENGTH.pack(len(text)) + text)
        head = await self.head()
        size, taken = head["size"], 0
        body = buffers.take(size, client)
        while taken < size:
            piece = await self.reader.read(min(PIECE, size - taken))
            if not piece:
                raise EOFError
            body[taken : taken + len(piece)] = piece
            taken += len(piece)
        return head, body

    async def head(self) -> dict[str, Any]:
        """Receive the head of a message."""
        length = worker.LENGTH.unpack(await self.reader.readexactly(worker.LENGTH.size))[0]
        found: dict[str, Any] = json.loads(await self.reader.readexactly(length))
        return found

    def slow_down(self) -> None:
        """Let others go first on the processor."""
        self.slowed = True
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.pid, 10)


@dataclass
class Workers:
    """All workers, and the process that makes them.

    Attributes
    ----------
    pid : int
        Of the nursery.
    lost : asyncio.Event
        Set when the nursery is gone: no query can be answered any more.
    """

    pid: int
    limits: Limits
    _control: socket.socket
    _idle: list[Worker] = field(default_factory=list)
    _deaths: dict[int, asyncio.Future[str]] = field(default_factory=dict)
    lost: asyncio.Event = field(default_factory=asyncio.Event)

    @classmethod
    def fork(cls, store: ox.Store, limits: Limits, *others: socket.socket) -> Workers:
        """Fork the nursery. To be called while the process has one thread at work; `others` are closed in it."""
        control, its = socket.socketpair()
        pid = os.fork()
        if pid == 0:
            try:
                for one in (control, *others):
                    one.close()
                worker.nursery(its, store, limits)
            finally:
                os._exit(1)
        its.close()
        return cls(pid, limits, control)

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Hire the first workers; dismiss all at the end."""
        self._quick, self._slow, self._thrift = Lane(self.limits.quick), Lane(self.limits.slow), Thrift()
        self._buffers = Buffers(self.limits.room)
        self._control.setblocking(False)
        loop = asyncio.get_running_loop()
        loop.add_reader(self._control, self._died)
        try:
            self._idle += await asyncio.gather(*(self._hire() for _ in range(self.limits.quick)))
            yield
        finally:
            loop.remove_reader(self._control)
            self.close()
            for one in self._idle:
                one.writer.close()

    def close(self) -> None:
        """Let the nursery go, and with it every worker; wait for it."""
        self._control.close()
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.pid, 0)

    @property
    def pids(self) -> list[int]:
        """Processes of the workers that live."""
        return list(self._deaths)

    async def run(self, job: Mapping[str, Any], client: str, gone: Coroutine[Any, Any, None]) -> Answer:
        """Answer a query.

        Parameters
        ----------
        job : mapping
            See `pcgraph.serve.worker.answer`.
        client : str
            Whose turn it is depends on what it took.
        gone : coroutine
            Done when nobody waits for the answer any more.

        Raises
        ------
        Fault
            If there is no answer: refused, wrong, a limit, too busy, or a worker that was lost.
        """
        left = asyncio.create_task(gone)
        brief = min(QUICK, self.limits.timeout)
        try:
            async with self._seat(self._quick, client, left) as seat:
                found = await self._try(job, client, left, seat, brief)
            if found is None and brief < self.limits.timeout:
                async with self._seat(self._slow, client, left) as seat:
                    found = await self._try(job, client, left, seat, self.limits.timeout)
        finally:
            left.cancel()
        if found is None:
            raise Fault(422, "time")
        return found

    async def _try(
        self, job: Mapping[str, Any], client: str, left: asyncio.Task[None], seat: Seat, seconds: float
    ) -> Answer | None:
        """Let a worker answer; None if it is not done in time and there is no seat in a slower lane."""
        one = await self._worker()
        asked, start, ended = asyncio.create_task(one.ask(job, self._buffers, client)), time.monotonic(), False
        try:
            if seat.lane is self._slow:
                one.slow_down()
            await asyncio.wait({asked, left}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
            if not (asked.done() or left.done()) and seat.lane is self._quick and self._slow.take_now():
                seat.lane = self._slow
                self._quick.give()
                one.slow_down()
                rest = self.limits.timeout - seconds
                await asyncio.wait({asked, left}, timeout=rest, return_when=asyncio.FIRST_COMPLETED)
                if not (asked.done() or left.done()):
                    raise Fault(422, "time")
            if not asked.done():
                if left.done():
                    raise Fault(*GONE)
                return None
            head, body = await asked
            ended = not (head["last"] or one.slowed)
            if head["status"] != 200:
                raise Fault(head["status"], head["line"])
            return Answer(head["media"], body, head["seconds"])
        except (EOFError, OSError) as error:
            raise await self._why(one) from error
        finally:
            self._thrift.add(client, time.monotonic() - start)
            if ended:
                self._idle.append(one)
            else:
                asked.cancel()
                self._fire(one)

    @contextlib.asynccontextmanager
    async def _seat(self, lane: Lane, client: str, left: asyncio.Task[None]) -> AsyncIterator[Seat]:
        """Hold a seat; wait for it, but not longer than a query may run."""
        turn = asyncio.create_task(lane.take(self._thrift.of(client)))
        try:
            await asyncio.wait({turn, left}, timeout=self.limits.timeout, return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            if not turn.cancel() and not turn.exception():
                lane.give()
            raise
        if not turn.done():
            turn.cancel()
            raise Fault(*(GONE if left.done() else BUSY))
        await turn
        seat = Seat(lane)
        try:
            yield seat
        finally:
            seat.lane.give()

    async def _worker(self) -> Worker:
        """Take an idle worker that lives, or hire one."""
        while self._idle:
            one = self._idle.pop()
            if not one.reader.at_eof():
                return one
            self._fire(one)
        return await self._hire()

    async def _hire(self) -> Worker:
        mine, its = socket.socketpair()
        with its:
            try:
                socket.send_fds(self._control, [worker.ORDER.pack(worker.HIRE, 0)], [its.fileno()])
            except OSError as error:
                mine.close()
                raise Fault(*LOST) from error
        reader, writer = await asyncio.open_connection(sock=mine)
        one = Worker(reader, writer, asyncio.get_running_loop().create_future())
        with contextlib.ExitStack() as unless_hired:
            unless_hired.callback(writer.close)  # which ends the worker
            try:
                one.pid = (await asyncio.wait_for(one.head(), START))["pid"]
            except (OSError, EOFError, TimeoutError) as error:
                raise Fault(*LOST) from error
            unless_hired.pop_all()
        self._deaths[one.pid] = one.death
        return one

    def _fire(self, one: Worker) -> None:
        one.writer.close()
        if not one.death.done():
            with contextlib.suppress(OSError):
                self._control.send(worker.ORDER.pack(worker.KILL, one.pid))

    def _died(self) -> None:
        """Take notice of deaths."""
        try:
            notice = self._control.recv(worker.DEATH.size)
        except BlockingIOError:
            return
        except OSError:
            notice = b""
        if len(notice) < worker.DEATH.size:
            asyncio.get_running_loop().remove_reader(self._control)
            self.lost.set()
            return
        pid, cause = worker.DEATH.unpack(notice)
        death = self._deaths.pop(pid, None)
        if death and not death.done():
            death.set_result(cause.rstrip(b"\0").decode())

    async def _why(self, one: Worker) -> Fault:
        """Return what a worker died of: a limit, a fault of the engine, or something else."""
        with contextlib.suppress(TimeoutError):
            cause = await asyncio.wait_for(asyncio.shield(one.death), 2)
            if cause:
                return Fault(*FAILED) if cause == "engine" else Fault(422, cause)
        return Fault(*LOST)
