#!/bin/sh
# Looks for the Debian or Ubuntu packages that copingkit needs and installs those that are missing.
#
#   system_packages.sh run     to open the window (and print, where that is possible)
#   system_packages.sh test    to run the tests as well
#   system_packages.sh package to build the packages that people install
#   system_packages.sh bare    to try them on a bare machine (with those for the tests)
#   system_packages.sh windows to try the Windows build under Wine
#   system_packages.sh list    say what each package is for
#
# Installing needs root or a sudo that asks nothing; otherwise the exact command is printed. Exit
# status 1 only when something is missing without which the target cannot work.
set -eu

packages() {
    case "$1" in
    run) cat <<'LIST' ;;
python3-venv        the environment that everything is installed into
libglib2.0-0        Qt itself
libdbus-1-3         Qt itself; the keyring is spoken to over it
libegl1             Qt's windows
libgl1              Qt's windows
libfontconfig1      finding the system's fonts
libxkbcommon0       the keyboard
libxkbcommon-x11-0  the keyboard under X11
libx11-xcb1         windows under X11
libxcb-cursor0      windows under X11
libxcb-icccm4       windows under X11
libxcb-image0       windows under X11
libxcb-keysyms1     windows under X11
libxcb-randr0       windows under X11
libxcb-render-util0 windows under X11
libxcb-shape0       windows under X11
libxcb-xkb1         windows under X11
fonts-dejavu-core   some font, for machines without a desktop
libpulse0           soft tones, where the sound goes through PulseAudio or PipeWire
LIST
    test) cat <<'LIST' ;;
gnome-keyring       a real keyring, in a session of the tests' own
dbus                the bus for that session
xvfb                a screen for the tests that need a real one
xauth               lets programs onto that screen
sqlcipher           opens the vault with a program that is not ours
poppler-utils       reads the text of the PDFs that we write
qpdf                checks their structure
strace              shows that no network socket is opened
at-spi2-core        the accessibility bus, to read the program as a screen reader does
gir1.2-atspi-2.0    speaks to that bus
python3-gi          lets the system's Python use it
pulseaudio          a sound device that nobody hears
pulseaudio-utils    records what is played on it
speech-dispatcher   the system's voices, in a session of the tests' own
speech-dispatcher-espeak-ng  one of those voices
espeak-ng-data      how that voice sounds
LIST
    package) cat <<'LIST' ;;
binutils            what the build needs from a system; strips Python and what is no part of Qt
chrpath             takes paths of the building machine out of libraries
dpkg-dev            the .deb
squashfs-tools      the AppImage
LIST
    bare) cat <<'LIST' ;;
debootstrap         a Debian root without Python
debian-archive-keyring  knows Debian's signatures
util-linux          namespaces of its own for it
rpm                 looks into the .rpm and unpacks it
cpio                unpacks it
LIST
    windows) cat <<'LIST' ;;
wine                runs programs for Windows
wine64              runs programs for Windows
gcc-mingw-w64-x86-64  makes what Wine lacks of them
nsis                the installer for Windows
unzip               unpacks wheels
xvfb                a screen for them
xauth               lets programs onto that screen
LIST
    print) cat <<'LIST' ;;
libcups2            real printers; saving a PDF works without
LIST
    esac
}

here() {  # since the change to 64-bit time some libraries carry "t64" behind their name
    for variant in "$1" "$1t64"; do
        if dpkg-query -W -f '${Status}\n' "$variant" 2>/dev/null | grep -q ' installed$'; then
            return 0
        fi
    done
    [ "$1" = python3-venv ] && python3 -c 'import ensurepip, venv' 2>/dev/null
}

missing_of() {
    packages "$1" | while read -r name _; do
        here "$name" || printf '%s ' "$name"
    done
}

case "${1:-}" in
run) needed="run" ;;
test) needed="run test" ;;
package) needed="run package" ;;
bare) needed="run test package bare" ;;
windows) needed="windows" ;;
list)
    for group in run test package bare windows print; do
        printf '%s:\n' "$group"
        packages "$group" | sed 's/^/  /'
    done
    exit 0
    ;;
*)
    echo "usage: $0 run|test|package|bare|windows|list" >&2
    exit 2
    ;;
esac

if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "Not a Debian or Ubuntu system. What has to be there, by its Debian name: $0 list"
    exit 0
fi

required=""
for group in $needed; do required="$required$(missing_of "$group")"; done
wanted="$required$(missing_of print)"
[ -n "$wanted" ] || exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        echo "These Debian packages are missing. Please run, and then try again:"
        echo
        echo "    sudo apt-get update && sudo apt-get install --no-install-recommends $wanted"
        echo
        [ -z "$required" ]
        exit
    fi
fi

echo "Installing Debian packages: $wanted"
# env, not export: sudo passes on nothing else
# shellcheck disable=SC2086  # lists of words
{
    $as_root apt-get -q update &&
        $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get -q install -y --no-install-recommends $wanted
} || [ -z "$(for group in $needed; do missing_of "$group"; done)" ]
