"""A daemon's socket is a file before it takes calls: who waits for the file comes too early."""

from __future__ import annotations

import socket
import tempfile
from pathlib import Path

from tests.support.sockets import answers


def test_a_socket_answers_once_somebody_listens() -> None:
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as daemon:
        path = Path(folder) / "bus"
        assert not answers(path)
        daemon.bind(str(path))
        assert path.exists()
        assert not answers(path)
        daemon.listen()
        assert answers(path)
