"""The order of queries: slots, the queue for them, and the recent usage of each client."""

from __future__ import annotations

import asyncio
import heapq
import math
import time
from dataclasses import dataclass

from pcgraph.web.limits import MAX_WAITING
from pcgraph.web.pool.worker import Fault

BUSY = 503, "server: too many queries are running; expected fewer at once; try again in a few seconds"
_HALF_LIFE = 30.0  # seconds after which a client's past usage counts half
_MOST_CLIENTS = 10_000


class Queue:
    """A number of slots, and a queue for them in which the smallest rank comes first."""

    def __init__(self, slots: int) -> None:
        self.free, self._count = slots, 0
        self._queue: list[tuple[float, int, asyncio.Future[None]]] = []

    async def acquire(self, rank: float) -> None:
        """Wait for a slot and take it."""
        if self.try_acquire():
            return
        self._queue = [entry for entry in self._queue if not entry[2].done()]
        heapq.heapify(self._queue)
        if len(self._queue) >= MAX_WAITING:
            raise Fault(*BUSY)
        self._count += 1
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._queue, (rank, self._count, turn))
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.release()
            raise

    def try_acquire(self) -> bool:
        """Take a slot if one is free, and return whether it was."""
        if self.free:
            self.free -= 1
            return True
        return False

    def release(self) -> None:
        """Pass the slot on to the next query in the queue."""
        while self._queue:
            turn = heapq.heappop(self._queue)[2]
            if not turn.done():
                turn.set_result(None)
                return
        self.free += 1


@dataclass
class Slot:
    """A slot that a query holds; it may be exchanged for one of another queue."""

    queue: Queue


class UsageMeter:
    """The recent usage of each client in seconds of worker time; it decays exponentially."""

    def __init__(self) -> None:
        self._usage: dict[str, tuple[float, float]] = {}

    def recent(self, client: str) -> float:
        """Return the decayed usage of a client in seconds."""
        seconds, when = self._usage.get(client, (0.0, 0.0))
        return seconds * math.exp2((when - time.monotonic()) / _HALF_LIFE)

    def add(self, client: str, seconds: float) -> None:
        """Add to the usage of a client."""
        self._usage[client] = (self.recent(client) + seconds, time.monotonic())
        if len(self._usage) > _MOST_CLIENTS:
            self._usage = {
                name: self._usage[name] for name in heapq.nlargest(_MOST_CLIENTS // 2, self._usage, key=self.recent)
            }
