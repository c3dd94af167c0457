"""Lack of memory, made on purpose (Linux)."""

from pathlib import Path


def leave_no_memory(process: int, megabytes: int) -> None:
    """Let a process have so much more than now at most."""
    import resource

    pages = int(Path(f"/proc/{process}/statm").read_text().split()[0])
    _, most = resource.prlimit(process, resource.RLIMIT_AS)
    resource.prlimit(process, resource.RLIMIT_AS, (pages * resource.getpagesize() + (megabytes << 20), most))
