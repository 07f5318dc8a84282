"""Stands in for the person at the keyring's password prompt: a script, run beside a test's bus.

It takes the place of gcr's prompter on the bus and speaks its protocol (gcr,
org.gnome.keyring.internal.Prompter), the exchange of the password included ("sx-aes-1": a
Diffie-Hellman agreement over the 1536-bit group of RFC 3526, HKDF-SHA256, AES-128-CBC).
"""

from __future__ import annotations

import base64
import os
import sys
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_method_call,
    new_method_return,
)
from jeepney.io.blocking import open_dbus_connection

_PRIME = int(
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E"
    "3404DDEF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF"
    "5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D3"
    "9A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08"
    "CA237327FFFFFFFFFFFFFFFF",
    16,
)
_SIZE = 192  # bytes of the prime


class Exchange:
    """One side of the password's way from prompter to keyring."""

    def __init__(self) -> None:
        self._private = int.from_bytes(os.urandom(_SIZE), "big") % _PRIME
        self._key = b""

    def begin(self) -> str:
        """Our public number."""
        return self._message(self._public())

    def receive(self, message: str) -> None:
        """Take the other side's public number."""
        fields = dict(line.split("=", 1) for line in message.splitlines() if "=" in line)
        theirs = int.from_bytes(base64.b64decode(fields["public"]), "big")
        shared = pow(theirs, self._private, _PRIME).to_bytes(_SIZE, "big")
        # The keyring's side leaves leading zero bytes out, unlike in the Secret Service's exchange:
        # one number in 256 has such, and with them it takes the password for a wrong one.
        key = HKDF(algorithm=SHA256(), length=16, salt=None, info=b"")
        self._key = key.derive(shared.lstrip(b"\0"))

    def send(self, secret: bytes) -> str:
        """The secret, encrypted for the other side."""
        filler = 16 - len(secret) % 16
        initial = os.urandom(16)
        encryptor = Cipher(algorithms.AES(self._key), modes.CBC(initial)).encryptor()
        sealed = encryptor.update(secret + bytes([filler]) * filler) + encryptor.finalize()
        return self._message(self._public(), secret=sealed, iv=initial)

    def _public(self) -> bytes:
        return pow(2, self._private, _PRIME).to_bytes(_SIZE, "big")

    def _message(self, public: bytes, **more: bytes) -> str:
        fields = {"public": public, **more}
        lines = [f"{name}={base64.b64encode(value).decode()}" for name, value in fields.items()]
        return "\n".join(["[sx-aes-1]", *lines, ""])


class Prompter:
    """Answers every prompt in one way ("dismiss", "ignore", "unlock") and notes what happened."""

    def __init__(self, how: str, password: str, events: str) -> None:
        self._how = how
        self._password = password
        self._events = events
        self._exchange = Exchange()
        self._connection = open_dbus_connection()

    def run(self) -> None:
        """Serve until killed."""
        for name in ("org.gnome.keyring.SystemPrompter", "org.gnome.keyring.PrivatePrompter"):
            self._connection.send_and_get_reply(message_bus.RequestName(name))
        self._note("ready")
        while True:
            message = self._connection.receive()
            if message.header.message_type is MessageType.method_call:
                self._connection.send(new_method_return(message))
                self._serve(message)

    def _serve(self, message: Any) -> None:
        method = message.header.fields[HeaderFields.member]
        if method == "BeginPrompting":
            self._note("begin")
            self._tell(message, "PromptReady", "sa{sv}s", ("", {}, self._exchange.begin()))
        elif method == "PerformPrompt" and self._how != "ignore":
            reply = "yes" if self._how == "unlock" else "no"
            self._exchange.receive(message.body[3])
            answer = self._exchange.send(self._password.encode())
            self._tell(message, "PromptReady", "sa{sv}s", (reply, {}, answer))
        elif method == "StopPrompting":
            self._note("stop")
            self._tell(message, "PromptDone", "", ())

    def _note(self, event: str) -> None:
        with open(self._events, "a", encoding="ascii") as file:
            file.write(f"{event}\n")

    def _tell(self, message: Any, method: str, signature: str, body: tuple[Any, ...]) -> None:
        address = DBusAddress(
            message.body[0],
            message.header.fields[HeaderFields.sender],
            "org.gnome.keyring.internal.Prompter.Callback",
        )
        self._connection.send(new_method_call(address, method, signature, body))


if __name__ == "__main__":
    Prompter(*sys.argv[1:]).run()
