"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from symspec.errors import InputError


def write_whole(path: str | Path, parts: Iterable[str]) -> None:
    """Writes the parts, one after another; whatever ends the process, the file is the old one or the new one.

    Algorithm: a new file beside it takes the parts and then its name. An exception removes the new file.

    Raises:
        InputError: the file cannot be written.
    """
    path = Path(path)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise _not_written(path, error) from None
    try:
        with open(handle, "w", encoding="utf-8") as stream:
            stream.writelines(parts)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, _mode(path))
        os.replace(name, path)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _not_written(path, error) from None
        raise


def _mode(path: Path) -> int:
    """The permissions that the file has, or that a new one gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _not_written(path: Path, error: OSError) -> InputError:
    return InputError(f'cannot write "{path}": {error.strerror}.')


def write_bytes(path: str | Path, content: bytes) -> None:
    """Writes the file.

    Raises:
        InputError: it cannot be written.
    """
    try:
        Path(path).write_bytes(content)
    except OSError as error:
        raise InputError(f'cannot write "{path}": {error.strerror}.') from None
