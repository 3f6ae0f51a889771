"""Other processes of this program, without `multiprocessing`, which would run the user's script again."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

LOST = (OSError, EOFError, pickle.UnpicklingError, ValueError)  # raised if the other process has ended


class Helper:
    """A process that imports a function while this one goes on, and then applies it to many things."""

    def __init__(self, function: Callable[..., object]) -> None:
        named = f"from {function.__module__} import {function.__name__} as function"
        program = f"import sys; sys.path[:] = {sys.path!r}; {named}; from {__name__} import serve; serve(function)"
        self._process = subprocess.Popen(  # noqa: S603 - its own module
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C goes to the main process only, which ends this one
        )

    def send(self, thing: object) -> None:
        """Send the first argument of all calls, or the other arguments of one."""
        pickle.dump(thing, self._process.stdin)  # type: ignore[arg-type]
        self._process.stdin.flush()  # type: ignore[union-attr]

    def ask(self, *arguments: object) -> Any:
        """Return what the function makes of the first argument and these."""
        self.send(arguments)
        return pickle.load(self._process.stdout)  # type: ignore[arg-type]  # noqa: S301 - written by this program

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()


@contextmanager
def helpers(number: int, function: Callable[..., object]) -> Iterator[list[Helper]]:
    """Start processes, which end with the block."""
    started: list[Helper] = []
    try:
        for _ in range(number):
            started.append(Helper(function))
        yield started
    finally:
        for helper in started:
            helper.close()


def serve(function: Callable[..., object]) -> None:
    """Serve the program that started this process: read the first argument, then the others, and write the results."""
    with suppress(EOFError):
        first = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the program that started this one
        while True:
            pickle.dump(function(first, *pickle.load(sys.stdin.buffer)), sys.stdout.buffer)  # noqa: S301
            sys.stdout.flush()
