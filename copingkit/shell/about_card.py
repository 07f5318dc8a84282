"""The card that says which copingkit this is and where it keeps what is written."""

from __future__ import annotations

from copingkit import __version__
from copingkit.ui.language import translate
from copingkit.ui.widgets.layout import Card
from copingkit.ui.widgets.text import label


def about_card(travels: bool) -> Card:
    """`travels`: the data lie beside the program."""
    version = translate("About", "Version {version}").replace("{version}", __version__)
    if travels:
        place = translate(
            "About",
            "Your data lie in the folder copingkit-data beside the program. To carry them along, "
            "take the whole folder. To update, unpack the new copingkit over it.",
        )
    else:
        place = translate(
            "About",
            "Your data lie in a folder of their own, apart from the program. They stay when "
            "copingkit is updated or removed.",
        )
    return Card(label("copingkit", "h2"), label(version), label(place, "muted"), spacing=4)
