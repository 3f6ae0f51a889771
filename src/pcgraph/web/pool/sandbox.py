"""The sandbox of a worker: no network, no new files, bounded memory. The kernel enforces it; it cannot be undone."""

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
SOCKET = {"x86_64": 41, "aarch64": 198, "riscv64": 198}  # number of the system call, by architecture
PROC = Path("/proc/self")  # Linux only; on other systems memory is not limited


def restrict(memory: int) -> None:
    """Restrict this process permanently: no network, no files, limited memory.

    A process that may not open file descriptors has no network. A process that reads a store on disk has to open files,
    so the kernel refuses it sockets instead. Where possible it also gets an empty network namespace.
    """
    system = ctypes.CDLL(None, use_errno=True)
    if hasattr(system, "unshare"):
        system.unshare(NETWORK)
    sealed = forbid_sockets(system)
    if PROC.is_dir():
        most = _address_space() + memory * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        with contextlib.suppress(OSError):  # if memory runs out, the kernel ends this process and not the server
            (PROC / "oom_score_adj").write_text("1000")
    none = [resource.RLIMIT_FSIZE, resource.RLIMIT_CORE]
    if not (sealed and _on_disk()):
        none.append(resource.RLIMIT_NOFILE)
    for what in none:
        resource.setrlimit(what, (0, 0))


def forbid_sockets(system: Any) -> bool:
    """Make the kernel refuse new sockets (seccomp); return False where that is not supported."""
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
    """Return whether this process has a store on disk open."""
    for descriptor in (PROC / "fd").iterdir() if PROC.is_dir() else ():
        with contextlib.suppress(OSError):
            if descriptor.readlink().suffix == ".sst":
                return True
    return False


def limit_cpu(seconds: float) -> None:
    """Let the process end by itself if the server, which normally stops it in time, is gone."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime + seconds) + 5
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _address_space() -> int:
    """Return the size of the address space in bytes."""
    return int((PROC / "statm").read_text().split()[0]) * resource.getpagesize()
