"""What a process that answers strangers gives up. The system sees to it; nothing in the process can undo it."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import resource
import struct
from pathlib import Path
from typing import Any

NETWORK = 0x10000000 | 0x40000000  # CLONE_NEWUSER, CLONE_NEWNET
SOCKET = {"x86_64": 41, "aarch64": 198, "riscv64": 198}  # the number of the system call, by machine
SIZES = Path("/proc/self")  # where Linux tells of a process; elsewhere there is no limit of memory


def shut_in(memory: int) -> None:
    """Give up network, files and memory, for good.

    A process that may open no descriptor has no network. One that reads a store on disk has to open its files, so the
    system is told to refuse it sockets; where it can, it gets an empty network besides.

    Parameters
    ----------
    memory : int
        MiB beyond what it has.
    """
    system = ctypes.CDLL(None, use_errno=True)
    if hasattr(system, "unshare"):
        system.unshare(NETWORK)
    shut = no_sockets(system)
    if SIZES.is_dir():
        most = _address_space() + memory * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    none = [resource.RLIMIT_FSIZE, resource.RLIMIT_CORE]
    if not (shut and _on_disk()):
        none.append(resource.RLIMIT_NOFILE)
    for what in none:
        resource.setrlimit(what, (0, 0))


def no_sockets(system: Any) -> bool:
    """Have the kernel refuse this process every new socket (seccomp); False where it does not know how."""
    number = SOCKET.get(os.uname().machine) if hasattr(system, "prctl") else None
    if number is None:
        return False
    steps = [(0x20, 0, 0, 0), (0x15, 0, 1, number), (0x06, 0, 0, 0x50000 | errno.EACCES), (0x06, 0, 0, 0x7FFF0000)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(steps), ctypes.addressof(code)))
    no_more_rights, seccomp, filter_ = 38, 22, 2
    system.prctl(no_more_rights, 1, 0, 0, 0)
    return bool(system.prctl(seccomp, filter_, ctypes.byref(program), 0, 0) == 0)


def _on_disk() -> bool:
    """Say whether the store of this process lies on disk."""
    for one in (SIZES / "fd").iterdir() if SIZES.is_dir() else ():
        with contextlib.suppress(OSError):
            if one.readlink().suffix == ".sst":
                return True
    return False


def limit_cpu(seconds: float) -> None:
    """End the process by itself if the server, which kills it in time, is no longer there to do so."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime + seconds) + 5
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _address_space() -> int:
    """Measure the address space in use, in bytes."""
    return int((SIZES / "statm").read_text().split()[0]) * resource.getpagesize()
