"""Whose turn it is: seats, the queue for them, and what each client took of late."""

from __future__ import annotations

import asyncio
import heapq
import math
import time
from dataclasses import dataclass

from pcgraph.serve.limits import WAITING
from pcgraph.serve.worker import Fault

BUSY = 503, "server: too many queries are running; expected fewer at once; try again in a few seconds"
_HALF_LIFE = 30.0  # seconds after which half of what a client took is forgotten
_MOST_CLIENTS = 10_000


class Lane:
    """Seats, and a queue for them in which the smallest rank comes first."""

    def __init__(self, seats: int) -> None:
        self.free, self._count = seats, 0
        self._queue: list[tuple[float, int, asyncio.Future[None]]] = []

    async def take(self, rank: float) -> None:
        """Wait for a seat.

        Raises
        ------
        Fault
            If too many wait already.
        """
        if self.take_now():
            return
        self._queue = [one for one in self._queue if not one[2].done()]
        heapq.heapify(self._queue)
        if len(self._queue) >= WAITING:
            raise Fault(*BUSY)
        self._count += 1
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._queue, (rank, self._count, turn))
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.give()
            raise

    def take_now(self) -> bool:
        """Take a seat if one is free."""
        if self.free:
            self.free -= 1
            return True
        return False

    def give(self) -> None:
        """Hand the seat to the next."""
        while self._queue:
            turn = heapq.heappop(self._queue)[2]
            if not turn.done():
                turn.set_result(None)
                return
        self.free += 1


@dataclass
class Seat:
    """A seat that is held; it may be exchanged for one in another lane."""

    lane: Lane


class Thrift:
    """What each client took of late, in seconds of a worker; it fades."""

    def __init__(self) -> None:
        self._taken: dict[str, tuple[float, float]] = {}

    def of(self, client: str) -> float:
        """Give what is left of what the client took."""
        taken, at = self._taken.get(client, (0.0, 0.0))
        return taken * math.exp2((at - time.monotonic()) / _HALF_LIFE)

    def add(self, client: str, seconds: float) -> None:
        """Note what the client took."""
        self._taken[client] = (self.of(client) + seconds, time.monotonic())
        if len(self._taken) > _MOST_CLIENTS:
            self._taken = {
                one: self._taken[one] for one in heapq.nlargest(_MOST_CLIENTS // 2, self._taken, key=self.of)
            }
