"""A minimal Debian of its own, without Python, in which a packaged program is tried.

Programs run in it as an ordinary person, with no network, in namespaces that end with them. Making
one and entering it takes root.
"""

from __future__ import annotations

import platform
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BARE = ROOT / "build" / "bare"
PERSON = 1000
HOME = Path("/home/person")

# $1 the root, $2 the person's number, $3 folders of this machine to share, $4 one to make
# read-only; the rest is what to run. The mounts are gone with the last process that sees them.
_ENTER = """
root=$1; person=$2; shared=$3; readonly=$4; shift 4
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
for folder in $shared; do
    mkdir -p "$root$folder"
    mount --bind "$folder" "$root$folder"
done
if [ -n "$readonly" ]; then
    mount --bind "$root$readonly" "$root$readonly"
    mount -o remount,bind,ro "$root$readonly"
fi
exec chroot --userspec="$person:$person" "$root" "$@"
"""


def base(suite: str) -> Path:
    """A freshly made minimal Debian of that name; made once, and copied from then on."""
    folder = BARE / suite
    if not (folder / "made").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        command = ["debootstrap", "--variant=minbase", suite, str(folder / "root"), mirror()]
        command.append("/usr/share/debootstrap/scripts/sid")  # an older one does not know the name
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        (folder / "made").touch()
    return folder / "root"


def mirror() -> str:
    """Where Debian's packages come from: as this machine has its own, if that is Debian."""
    if platform.freedesktop_os_release()["ID"] != "debian":
        return "http://deb.debian.org/debian"
    asked = ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"]
    said = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    return next(line for line in said.splitlines() if "security" not in line)


class BareRoot:
    """One such root, to be changed at will; `suite` is Debian's name of it."""

    def __init__(self, suite: str, name: str) -> None:
        self.folder = BARE / f"{suite}-{name}"
        shutil.rmtree(self.folder, ignore_errors=True)
        subprocess.run(["cp", "-a", str(base(suite)), str(self.folder)], check=True)
        self._as_root("useradd", "--uid", str(PERSON), "--create-home", "-d", str(HOME), "person")
        shutil.copyfile("/etc/resolv.conf", self.folder / "etc/resolv.conf")

    def apt(self, *what: str) -> None:
        """Install packages, and those they depend on, but none that are only recommended."""
        self._as_root("apt-get", "-qq", "update")
        self._as_root("apt-get", "-qq", "-y", "--no-install-recommends", *what)

    def installed(self) -> set[str]:
        """The names of all packages."""
        return set(self._as_root("dpkg-query", "-W", "-f", "${Package}\\n").split())

    def put(self, file: Path, into: str) -> str:
        """Copy a file of this machine into a folder of the root; gives its path there."""
        shutil.copy(file, self.folder / into.lstrip("/"))
        return f"{into}/{file.name}"

    def of_person(self, path: str | Path) -> Path:
        """A path in the person's home, as this machine sees it."""
        return self.folder / HOME.relative_to("/") / path

    def enter(
        self,
        command: Sequence[str],
        variables: Mapping[str, str],
        shared: Sequence[Path] = (),
        readonly: str = "",
    ) -> list[str]:
        """The command that runs `command` in here, as the person and without a network."""
        given = [f"{name}={value}" for name, value in variables.items()]
        usual = [f"HOME={HOME}", "PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8"]
        folders = " ".join(map(str, shared))
        return [
            "unshare", "--mount", "--net", "--propagation", "private",
            "sh", "-euc", _ENTER, "enter", str(self.folder), str(PERSON), folders, readonly,
            "env", "-i", *usual, *given, *command,
        ]  # fmt: skip

    def remove(self) -> None:
        """Delete it."""
        shutil.rmtree(self.folder)

    def _as_root(self, *command: str) -> str:
        done = subprocess.run(
            ["chroot", str(self.folder), *command],
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive",
                 "LC_ALL": "C.UTF-8"},
            check=False, capture_output=True, text=True,
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{command}: {done.stdout}{done.stderr}")
        return done.stdout
