"""Problems of the machine, each with a name of its own; everything else is a bug of ours.

Every class here that can reach a person has its words in `ui/messages.py`. None of them carries
what a person wrote or a key: an error may be logged and shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # only annotations need it, and start-up does not
    from copingkit.core.faults import Fault


class EnvironmentProblem(Exception):
    """The machine got in the way; the program can say what happened and what to do next."""


class FileProblem(EnvironmentProblem):
    """A problem with one file or folder.

    `name` is the last part of its path ("vault.db"), fit to be shown.
    """

    def __init__(self, name: str = "") -> None:
        super().__init__(name)
        self.name = name


# --- the operating system's keyring ---------------------------------------------------------


class NoKeyringService(EnvironmentProblem):
    """This computer offers no keyring that we accept."""


class KeyringLocked(EnvironmentProblem):
    """The keyring is there but locked, and it was not asked to open."""


class KeyringPromptDismissed(EnvironmentProblem):
    """The keyring asked the person for its password and the question was closed."""


class KeyringDidNotAnswer(EnvironmentProblem):
    """The keyring did not answer in time."""


class KeyringItemMissing(EnvironmentProblem):
    """The keyring works but holds no key for this vault: other login, other machine, reset."""


class KeyringDoesNotKeep(EnvironmentProblem):
    """What was stored in the keyring did not come back the same."""


# --- opening the vault -----------------------------------------------------------------------


class VaultMissing(EnvironmentProblem):
    """There is no vault in this folder yet."""


class VaultExists(EnvironmentProblem):
    """There is a vault in this folder already; a new one would overwrite it."""


class NoSuchSlot(EnvironmentProblem):
    """This vault has no slot of the kind that was asked for."""


class WordsMistyped(EnvironmentProblem):
    """The recovery words are not twelve words of the list, or their checksum is off.

    `places` counts from 1 and names those that are not in the list; empty when all are, but
    their number or their checksum is off. The words themselves are never in here.
    """

    def __init__(self, places: tuple[int, ...] = ()) -> None:
        super().__init__(places)
        self.places = places


class WrongWords(EnvironmentProblem):
    """Well-formed recovery words, but not those of this vault."""


class WrongPassphrase(EnvironmentProblem):
    """The passphrase does not open this vault."""


class SlotsDamaged(FileProblem):
    """The slots file is unreadable, incomplete or does not belong to this vault."""


class DatabaseDamaged(FileProblem):
    """The database is missing, emptied, truncated or does not pass its integrity check."""


class NewerFormat(FileProblem):
    """Written by a newer copingkit than this one."""


class AlreadyOpen(EnvironmentProblem):
    """Another copingkit has this vault open."""


class NoTerminal(EnvironmentProblem):
    """A passphrase has to be asked for, and there is no terminal to ask on."""


class VaultClosed(EnvironmentProblem):
    """The vault was locked while something still wanted to use it."""


# --- files and disks --------------------------------------------------------------------------


class FolderNotWritable(FileProblem):
    """The folder cannot be written to."""


class FolderGone(FileProblem):
    """The folder was there and is not any more (a stick pulled out, a share gone)."""


class DiskFull(FileProblem):
    """There is no room left for what was to be written."""


class FileUnreadable(FileProblem):
    """A file chosen by the person cannot be read."""


class BackupDamaged(FileProblem):
    """A backup file is not whole or is no copingkit backup."""


class ImportRefused(FileProblem):
    """A file to import does not follow its schema.

    `where` says the place in it ("records[3].body.step"), never its content.
    """

    def __init__(self, name: str, where: str) -> None:
        super().__init__(name)
        self.args = (name, where)
        self.where = where


class FileRefused(FileProblem):
    """A file that a person wrote cannot be taken as it is; `faults` says all that is wrong."""

    def __init__(self, name: str, faults: tuple[Fault, ...]) -> None:
        super().__init__(name)
        self.args = (name, faults)
        self.faults = faults


class AttachmentTooLarge(FileProblem):
    """An attachment is larger than the 20 MB that the vault takes."""


class ContentDamaged(FileProblem):
    """A file that ships with the program is missing or broken; reinstalling mends it."""


# --- records ----------------------------------------------------------------------------------


class RecordMissing(EnvironmentProblem):
    """The record is not in the vault (any more)."""


class UnknownKind(EnvironmentProblem):
    """The vault holds a kind of record that this program does not know."""
