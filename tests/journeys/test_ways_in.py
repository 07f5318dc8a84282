"""Getting back in: a wiped, hanging or missing keyring, wrong words, mistyped words."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, Qt, QTimer

from tests.support.journey import CTRL, Person
from tests.support.made_vault import make_vault
from tests.support.real_keyring import RealKeyring

SIGN = "Everything on my plate feels grey and far away"
OTHER_WORDS = "legal winner thank year wave sausage worth useful legal winner thank yellow"


def bytes_of(folder: Path) -> dict[str, bytes]:
    """What must stay as it is while somebody guesses."""
    return {name: (folder / name).read_bytes() for name in ("vault.db", "keyslots.json")}


def test_words_after_the_keyring_was_wiped(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    words = make_vault(folder)
    real_keyring.wipe()
    person.open()
    person.wait_for_page("LockPage")
    person.reads(
        "The computer's keyring holds no key for this vault.",
        "Your plan is still here, encrypted.",
    )
    person.type_words(words)
    person.wait_for_page("PlanPage")
    person.reads(SIGN)

    person.open_again()  # by the keyring, which was given its key anew
    person.wait_for_page("PlanPage")
    person.reads(SIGN)


def test_a_locked_keyring_is_asked_only_when_open_is_pressed(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    real_keyring.restart_daemon(unlocked=False)
    real_keyring.answer_prompts("unlock")
    person.open()
    person.wait_for_page("LockPage")
    assert real_keyring.prompts() == ["ready"]
    person.press("Open")
    person.wait_for_page("PlanPage")
    assert "begin" in real_keyring.prompts()


def test_a_keyring_that_takes_its_time_greys_open_until_it_answered(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    real_keyring.restart_daemon(unlocked=False)
    real_keyring.answer_prompts("unlock")
    real_keyring.hang()
    person.open()
    person.wait_for_page("LockPage")
    assert not person.button("Open").isEnabled()
    QTimer.singleShot(1_000, real_keyring.resume)
    person.press("Open")
    person.wait_for_page("PlanPage")


def test_a_prompt_that_was_closed_can_be_asked_again(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    real_keyring.restart_daemon(unlocked=False)
    real_keyring.answer_prompts("dismiss")
    person.open()
    person.wait_for_page("LockPage")
    person.press("Open")
    person.reads("The question for the keyring's password was closed.")
    real_keyring.answer_prompts("unlock")
    person.press("Open")
    person.wait_for_page("PlanPage")


def test_wrong_and_mistyped_words(person: Person, folder: Path, real_keyring: RealKeyring) -> None:
    words = make_vault(folder)
    before = bytes_of(folder)
    real_keyring.wipe()
    person.open()
    person.type_words(OTHER_WORDS)
    person.reads("These are recovery words, but not the ones for this vault.")
    person.type_words(OTHER_WORDS.replace("sausage", "sausagge"))
    person.reads("These are not twelve recovery words as we write them.")
    person.reads("Word 6 is not in the list. Look at its spelling.")
    person.type_words("legal winner thank")
    person.reads("These are not twelve recovery words as we write them.")
    assert bytes_of(folder) == before
    person.type_words(words.upper())
    person.wait_for_page("PlanPage")
    person.reads(SIGN)


def test_four_letters_of_each_word_are_enough(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    words = make_vault(folder)
    real_keyring.wipe()
    person.open()
    person.type_words(" ".join(word[:4] for word in words.split()))
    person.wait_for_page("PlanPage")


def test_a_wrong_passphrase_changes_nothing(
    person: Person, folder: Path, empty_session: RealKeyring
) -> None:
    words = make_vault(folder, keyring=False, passphrase="a grey heron at seven")
    before = bytes_of(folder)
    person.open()
    person.wait_for_page("LockPage")
    person.write("a grey heron")
    person.key(Qt.Key.Key_Return)
    person.reads("This passphrase does not open the vault.")
    assert bytes_of(folder) == before
    person.type_words(words)
    person.wait_for_page("PlanPage")
    person.reads(SIGN)
    person.reads("use its keyring or set a passphrase, in Preferences.")


def test_keyring_and_passphrase_together(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder, passphrase="a grey heron at seven")
    person.open()
    person.wait_for_page("LockPage")
    person.reads("This computer's keyring is needed as well, as you chose.")
    person.write("a grey heron at six")
    person.key(Qt.Key.Key_Return)
    person.reads("This passphrase does not open the vault.")
    person.fill("Passphrase", "a grey heron at seven")
    person.key(Qt.Key.Key_Return)
    person.wait_for_page("PlanPage")


class Pulse:
    """Notes the pauses between turns of the event loop, in milliseconds."""

    def __init__(self) -> None:
        self.pauses: list[int] = []
        self._since = QElapsedTimer()
        self._since.start()
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.timeout.connect(lambda: self.pauses.append(self._since.restart()))
        self._timer.start()


def stays_responsive(person: Person) -> None:
    """The loop turns every 100 ms; one longer pause may be the machine's, not ours."""
    pulse = Pulse()
    person.run_for(milliseconds=500)
    assert len(pulse.pauses) > 5
    *others, longest = sorted(pulse.pauses)
    assert others[-1] < 100
    assert longest < 400  # a wait for the keyring would take seconds


def test_a_keyring_that_hangs_holds_up_nothing(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    words = make_vault(folder)
    real_keyring.hang()
    begun = time.monotonic()
    person.open()
    assert time.monotonic() - begun < 2, "the window waits for a keyring that does not answer"
    person.wait_for_page("LockPage")
    person.reads("Opening …")
    stays_responsive(person)
    person.press("Cancel")
    person.press("Open")
    person.reads("Waiting for this computer's keyring …")
    stays_responsive(person)
    person.press("Cancel")
    person.key(Qt.Key.Key_H, CTRL | Qt.KeyboardModifier.ShiftModifier)
    person.reads("112")
    person.key(Qt.Key.Key_Escape)
    person.type_words(words)
    person.wait_for_page("PlanPage")
    person.reads(SIGN)


def test_a_keyring_that_hangs_is_said_to_hang(
    person: Person, folder: Path, real_keyring: RealKeyring
) -> None:
    make_vault(folder)
    real_keyring.hang()
    person.open()
    person.reads("The computer's keyring does not answer.")
    real_keyring.resume()
    person.press("Open")
    person.wait_for_page("PlanPage")
