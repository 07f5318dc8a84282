"""The words for every problem of the machine: what happened, what is safe, what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from copingkit.core import errors
from copingkit.ui.language import QT_TRANSLATE_NOOP, translate


@dataclass(frozen=True, slots=True)
class Words:
    """Three short sentences or groups of sentences; `safe` may be empty."""

    what: str
    safe: str
    next: str


def words_for(problem: errors.EnvironmentProblem) -> Words:
    """The words for a problem, by its class or the nearest class above it."""
    for kind in type(problem).__mro__:
        if kind in _WORDS:
            what, safe, then = _WORDS[kind]
            name = problem.name if isinstance(problem, errors.FileProblem) else ""
            where = problem.where if isinstance(problem, errors.ImportRefused) else ""
            return Words(*(_said(text, name, where) for text in (what, safe, then)))
    raise LookupError(type(problem).__name__)


def _said(text: str, name: str, where: str) -> str:
    said = translate("Problems", text) if text else ""
    return said.replace("{file}", name).replace("{where}", where)


_KEPT = QT_TRANSLATE_NOOP("Problems", "Your plan is still here, encrypted.")
_UNTOUCHED = QT_TRANSLATE_NOOP("Problems", "Nothing was changed.")
_SAFE_BEFORE = QT_TRANSLATE_NOOP("Problems", "What was saved before is safe.")
_DAMAGE_SAFE = QT_TRANSLATE_NOOP("Problems", "Nothing was overwritten.")
_BRING_BACK = QT_TRANSLATE_NOOP("Problems", "A backup can bring it back.")
_USE_WORDS = QT_TRANSLATE_NOOP(
    "Problems", "Open it with your recovery words, or with the passphrase if you set one."
)

_WORDS: dict[type[BaseException], tuple[str, str, str]] = {
    errors.EnvironmentProblem: (
        QT_TRANSLATE_NOOP("Problems", "Something on this computer got in the way."),
        _SAFE_BEFORE,
        QT_TRANSLATE_NOOP("Problems", "Close copingkit and open it again."),
    ),
    errors.FileProblem: (
        QT_TRANSLATE_NOOP("Problems", "A file could not be used: {file}."),
        _SAFE_BEFORE,
        QT_TRANSLATE_NOOP("Problems", "Try again, or use another folder."),
    ),
    errors.NoKeyringService: (
        QT_TRANSLATE_NOOP("Problems", "This computer offers no keyring that copingkit trusts."),
        _KEPT,
        _USE_WORDS,
    ),
    errors.KeyringLocked: (
        QT_TRANSLATE_NOOP("Problems", "The computer's keyring is locked."),
        _KEPT,
        QT_TRANSLATE_NOOP("Problems", "Unlock the keyring, or use your recovery words."),
    ),
    errors.KeyringPromptDismissed: (
        QT_TRANSLATE_NOOP("Problems", "The question for the keyring's password was closed."),
        _KEPT,
        QT_TRANSLATE_NOOP("Problems", "Try again, or use your recovery words."),
    ),
    errors.KeyringDidNotAnswer: (
        QT_TRANSLATE_NOOP("Problems", "The computer's keyring does not answer."),
        _KEPT,
        QT_TRANSLATE_NOOP("Problems", "Try again, or use your recovery words."),
    ),
    errors.KeyringItemMissing: (
        QT_TRANSLATE_NOOP(
            "Problems",
            "The computer's keyring holds no key for this vault. This happens after a new login, "
            "a reset keyring, or a move to another computer.",
        ),
        _KEPT,
        _USE_WORDS,
    ),
    errors.KeyringDoesNotKeep: (
        QT_TRANSLATE_NOOP("Problems", "The computer's keyring did not keep what it was given."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("Problems", "Use a passphrase instead."),
    ),
    errors.VaultMissing: (
        QT_TRANSLATE_NOOP("Problems", "There is nothing kept in this folder yet."),
        "",
        QT_TRANSLATE_NOOP("Problems", "Set copingkit up, or choose another folder."),
    ),
    errors.VaultExists: (
        QT_TRANSLATE_NOOP("Problems", "Something is kept in this folder already."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("Problems", "Open what is there, or choose another folder."),
    ),
    errors.NoSuchSlot: (
        QT_TRANSLATE_NOOP("Problems", "This vault cannot be opened that way."),
        _KEPT,
        QT_TRANSLATE_NOOP("Problems", "Use one of the other ways on this page."),
    ),
    errors.WordsMistyped: (
        QT_TRANSLATE_NOOP("Problems", "These are not twelve recovery words as we write them."),
        _KEPT,
        QT_TRANSLATE_NOOP("Problems", "Look for a word that is missing, doubled or misspelt."),
    ),
    errors.WrongWords: (
        QT_TRANSLATE_NOOP("Problems", "These are recovery words, but not the ones for this vault."),
        _KEPT,
        QT_TRANSLATE_NOOP("Problems", "Perhaps there is another sheet of words."),
    ),
    errors.WrongPassphrase: (
        QT_TRANSLATE_NOOP("Problems", "This passphrase does not open the vault."),
        _KEPT,
        QT_TRANSLATE_NOOP(
            "Problems", "Try again. Capital letters and the keyboard's language matter."
        ),
    ),
    errors.SlotsDamaged: (
        QT_TRANSLATE_NOOP("Problems", "The file with the locks is damaged or missing: {file}."),
        _DAMAGE_SAFE,
        _BRING_BACK,
    ),
    errors.DatabaseDamaged: (
        QT_TRANSLATE_NOOP("Problems", "The file with your records is damaged or missing: {file}."),
        _DAMAGE_SAFE,
        _BRING_BACK,
    ),
    errors.NewerFormat: (
        QT_TRANSLATE_NOOP("Problems", "This was written by a newer copingkit: {file}."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("Problems", "Install the newest copingkit and open it again."),
    ),
    errors.AlreadyOpen: (
        QT_TRANSLATE_NOOP("Problems", "copingkit is open already."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("Problems", "Go on in the window that is open."),
    ),
    errors.NoTerminal: (
        QT_TRANSLATE_NOOP("Problems", "A passphrase is needed, and nobody can be asked here."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("Problems", "Run the same command in a terminal."),
    ),
    errors.VaultClosed: (
        QT_TRANSLATE_NOOP("Problems", "copingkit was locked in the meantime."),
        _SAFE_BEFORE,
        QT_TRANSLATE_NOOP("Problems", "Unlock it and go on."),
    ),
    errors.FolderNotWritable: (
        QT_TRANSLATE_NOOP("Problems", "copingkit may not write here: {file}."),
        _SAFE_BEFORE,
        QT_TRANSLATE_NOOP("Problems", "Allow writing to the folder, or use another one."),
    ),
    errors.FolderGone: (
        QT_TRANSLATE_NOOP("Problems", "The folder with your records cannot be reached: {file}."),
        _SAFE_BEFORE,
        QT_TRANSLATE_NOOP("Problems", "Plug the stick or disk in again, then go on."),
    ),
    errors.DiskFull: (
        QT_TRANSLATE_NOOP("Problems", "The disk is full, so this could not be saved: {file}."),
        _SAFE_BEFORE,
        QT_TRANSLATE_NOOP("Problems", "Make some room, then go on. Your typing stays here."),
    ),
    errors.FileUnreadable: (
        QT_TRANSLATE_NOOP("Problems", "This file cannot be read: {file}."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("Problems", "Choose another file."),
    ),
    errors.BackupDamaged: (
        QT_TRANSLATE_NOOP("Problems", "This backup is damaged, or is not one of ours: {file}."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("Problems", "Try an older backup."),
    ),
    errors.ImportRefused: (
        QT_TRANSLATE_NOOP("Problems", "This file does not fit at {where}: {file}."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("Problems", "Mend that place in the file, or choose another one."),
    ),
    errors.FileRefused: (
        QT_TRANSLATE_NOOP("Problems", "This file cannot be taken as it is: {file}."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("Problems", "Mend what is named below in the file, and try again."),
    ),
    errors.AttachmentTooLarge: (
        QT_TRANSLATE_NOOP("Problems", "This file is larger than 20 MB: {file}."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("Problems", "Choose a smaller one."),
    ),
    errors.ContentDamaged: (
        QT_TRANSLATE_NOOP("Problems", "A part of the program is missing or broken: {file}."),
        _KEPT,
        QT_TRANSLATE_NOOP("Problems", "Install copingkit again. Your records stay."),
    ),
    errors.RecordMissing: (
        QT_TRANSLATE_NOOP("Problems", "This entry is not here any more."),
        QT_TRANSLATE_NOOP("Problems", "It may be in Recently removed."),
        QT_TRANSLATE_NOOP("Problems", "Look there, or go back."),
    ),
    errors.UnknownKind: (
        QT_TRANSLATE_NOOP("Problems", "Some entries come from another copingkit."),
        QT_TRANSLATE_NOOP("Problems", "They are kept as they are."),
        QT_TRANSLATE_NOOP("Problems", "Use that copingkit to see them."),
    ),
}
