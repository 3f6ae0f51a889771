"""The server's view of the workers: it assigns queries to them, limits their time and handles their deaths.

A query starts in the quick queue. If it is not finished after `QUICK` seconds of processor time, it moves to the slow
queue if a slot is free there; otherwise it is stopped, waits for such a slot and starts again. So quick queries always
find workers, however many slow ones there are. On a busy machine, as during a reload, a quick query takes longer by the
clock, but remains a quick one. In both queues the clients that used least worker time recently come first.
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
from functools import cached_property
from typing import Any

import pyoxigraph as ox

from pcgraph.web.limits import PIECE, QUICK, STALLED, Limits
from pcgraph.web.pool import worker
from pcgraph.web.pool.queue import BUSY, Queue, Slot, UsageMeter
from pcgraph.web.pool.unread_answers import Buffers
from pcgraph.web.pool.worker import Fault

START_TIMEOUT = 10.0  # seconds for a new worker to answer
TICK = 0.02  # seconds between two looks at the time that a query has used
GONE = 499, "client: disconnected"
FAILED = (
    500,
    "query: the engine failed, which is a bug of the engine; expected an answer; rewrite the query, and report it "
    "to the server's administrator",
)
LOST = (
    500,
    "server: the worker was lost; expected an answer; ask again, and tell the server's administrator if it recurs",
)


@dataclass
class Answer:
    """A complete answer: media type, bytes, seconds that the engine took, hints on the query, whether it is gzipped."""

    media: str
    body: memoryview
    seconds: float
    hints: list[str]
    packed: bool = False


@dataclass
class Worker:
    """A process that answers one query at a time; `death` resolves to the cause of its death."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    death: asyncio.Future[str]
    pid: int = 0
    slowed: bool = False

    async def ask(self, job: Mapping[str, Any], buffers: Buffers, client: str) -> tuple[dict[str, Any], memoryview]:
        """Send a job and return the complete answer."""
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
        """Return the head of the next message."""
        length = worker.LENGTH.unpack(await self.reader.readexactly(worker.LENGTH.size))[0]
        found: dict[str, Any] = json.loads(await self.reader.readexactly(length))
        return found

    @cached_property
    def _clock(self) -> int:
        """The clock of the processor time that the process uses; the clock of the machine where there is none."""
        clock = ~self.pid << 3 | 2  # what clock_getcpuclockid(3) of Linux returns
        try:
            time.clock_gettime(clock)
        except OSError:
            return time.CLOCK_MONOTONIC
        return clock

    def _used(self) -> float:
        try:
            return time.clock_gettime(self._clock)
        except OSError:  # it has ended; who reads its answer learns that
            return 0.0

    async def wait_briefly(self, tasks: set[asyncio.Task[Any]], seconds: float) -> None:
        """Wait until a task is done or the query is slow, at most so many seconds."""
        began, end = self._used(), time.monotonic() + min(STALLED, seconds)
        while (left := min(QUICK - self._used() + began, end - time.monotonic())) > 0:
            done, _ = await asyncio.wait(tasks, timeout=max(left, TICK), return_when=asyncio.FIRST_COMPLETED)
            if done:
                break

    def slow_down(self) -> None:
        """Lower the priority of the process."""
        self.slowed = True
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.pid, 10)


@dataclass
class Workers:
    """All workers, and the fork server that starts them."""

    pid: int  # process of the fork server
    limits: Limits
    _control: socket.socket
    _idle: list[Worker] = field(default_factory=list)
    _deaths: dict[int, asyncio.Future[str]] = field(default_factory=dict)
    # set when the fork server has died: no query can be answered any more
    lost: asyncio.Event = field(default_factory=asyncio.Event)

    @classmethod
    def fork(cls, store: ox.Store, limits: Limits, *others: socket.socket) -> Workers:
        """Start the fork server, which closes `others`. Call this while the process has only one active thread."""
        control, its = socket.socketpair()
        pid = os.fork()
        if pid == 0:
            try:
                for inherited in (control, *others):
                    inherited.close()
                worker.fork_server(its, store, limits)
            finally:
                os._exit(1)
        its.close()
        return cls(pid, limits, control)

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Start the first workers; stop all workers at the end."""
        self._quick, self._slow, self._usage = Queue(self.limits.quick), Queue(self.limits.slow), UsageMeter()
        self._buffers = Buffers(self.limits.buffer_bytes)
        self._control.setblocking(False)
        loop = asyncio.get_running_loop()
        loop.add_reader(self._control, self._read_death)
        try:
            self._idle += await asyncio.gather(*(self._start_worker() for _ in range(self.limits.quick)))
            yield
        finally:
            loop.remove_reader(self._control)
            self.close()
            for idle in self._idle:
                idle.writer.close()

    def close(self) -> None:
        """Stop the fork server, and with it every worker, and wait for it."""
        self._control.close()
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.pid, 0)

    @property
    def room(self) -> int:
        """Bytes of memory that are free for answers."""
        return self.limits.buffer_bytes - self._buffers.held

    async def run(self, job: Mapping[str, Any], client: str, gone: Coroutine[Any, Any, None]) -> Answer:
        """Return the answer to a query."""
        disconnected = asyncio.create_task(gone)
        try:
            for queue in (self._quick, self._slow):
                async with self._slot(queue, client, disconnected) as slot:
                    if found := await self._try(job, client, disconnected, slot):
                        return found
        finally:
            disconnected.cancel()
        raise Fault(422, "time")

    async def _try(
        self, job: Mapping[str, Any], client: str, disconnected: asyncio.Task[None], slot: Slot
    ) -> Answer | None:
        """Return a worker's answer; None if it is not finished in time and the slow queue has no free slot."""
        process = await self._acquire_worker()
        asked, start, ended = asyncio.create_task(process.ask(job, self._buffers, client)), time.monotonic(), False
        tasks: set[asyncio.Task[Any]] = {asked, disconnected}
        try:
            if slot.queue is self._quick:
                await process.wait_briefly(tasks, self.limits.timeout)
                if not (asked.done() or disconnected.done()) and self._slow.try_acquire():
                    slot.queue = self._slow
                    self._quick.release()
            if slot.queue is self._slow:
                process.slow_down()
                rest = self.limits.timeout - (time.monotonic() - start)
                await asyncio.wait(tasks, timeout=rest, return_when=asyncio.FIRST_COMPLETED)
            if not asked.done():
                if disconnected.done():
                    raise Fault(*GONE)
                if slot.queue is self._slow or time.monotonic() - start >= self.limits.timeout:
                    raise Fault(422, "time")
                return None
            head, body = await asked
            ended = not (head["last"] or process.slowed)
            if head["status"] != 200:
                raise Fault(head["status"], head["line"])
            return Answer(head["media"], body, head["seconds"], head["hints"], head["packed"])
        except (EOFError, OSError) as error:
            raise await self._cause_of_death(process) from error
        finally:
            self._usage.add(client, time.monotonic() - start)
            if ended:
                self._idle.append(process)
            else:
                asked.cancel()
                self._stop_worker(process)

    @contextlib.asynccontextmanager
    async def _slot(self, queue: Queue, client: str, disconnected: asyncio.Task[None]) -> AsyncIterator[Slot]:
        """Hold a slot; wait for it, but not longer than a query may run."""
        turn = asyncio.create_task(queue.acquire(self._usage.recent(client)))
        try:
            await asyncio.wait({turn, disconnected}, timeout=self.limits.timeout, return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            if not turn.cancel() and not turn.exception():
                queue.release()
            raise
        if not turn.done():
            turn.cancel()
            raise Fault(*(GONE if disconnected.done() else BUSY))
        await turn
        slot = Slot(queue)
        try:
            yield slot
        finally:
            slot.queue.release()

    async def _acquire_worker(self) -> Worker:
        """Return an idle worker that is alive, or start one."""
        while self._idle:
            process = self._idle.pop()
            if not process.reader.at_eof():
                return process
            self._stop_worker(process)
        return await self._start_worker()

    async def _start_worker(self) -> Worker:
        mine, its = socket.socketpair()
        with its:
            try:
                socket.send_fds(self._control, [worker.ORDER.pack(worker.START, 0)], [its.fileno()])
            except OSError as error:
                mine.close()
                raise Fault(*LOST) from error
        reader, writer = await asyncio.open_connection(sock=mine)
        process = Worker(reader, writer, asyncio.get_running_loop().create_future())
        with contextlib.ExitStack() as unless_started:
            unless_started.callback(writer.close)  # which stops the worker
            try:
                process.pid = (await asyncio.wait_for(process.head(), START_TIMEOUT))["pid"]
            except (OSError, EOFError, TimeoutError) as error:
                raise Fault(*LOST) from error
            unless_started.pop_all()
        self._deaths[process.pid] = process.death
        return process

    def _stop_worker(self, process: Worker) -> None:
        process.writer.close()
        if not process.death.done():
            with contextlib.suppress(OSError):
                self._control.send(worker.ORDER.pack(worker.KILL, process.pid))

    def _read_death(self) -> None:
        """Read a notice of a worker's death from the fork server."""
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

    async def _cause_of_death(self, lost: Worker) -> Fault:
        """Return why a worker died: a limit, a bug of the engine, or something else."""
        with contextlib.suppress(TimeoutError):
            cause = await asyncio.wait_for(asyncio.shield(lost.death), 2)
            if cause:
                return Fault(*FAILED) if cause == "engine" else Fault(422, cause)
        return Fault(*LOST)
