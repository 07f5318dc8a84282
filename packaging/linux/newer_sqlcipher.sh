#!/bin/sh
# Brings Debian 13's sqlcipher (version 4) to a machine whose own is older, for the tests alone.
#
# Nothing is installed: the packages, with the C library that they were built for, are unpacked
# into build/sqlcipher4, and build/sqlcipher4/sqlcipher starts the program. apt checks the
# signatures, and asks the very mirror that this machine uses anyway. Where the system's program is
# new enough, or there is no apt, nothing happens; without a network it says so and ends well.
set -eu

cd "$(dirname "$0")/../.."
into="$PWD/build/sqlcipher4"

newest=$(sqlcipher :memory: 'PRAGMA cipher_version;' 2>/dev/null | head -n 1 | cut -d . -f 1)
[ "${newest:-0}" -lt 4 ] || exit 0
[ ! -x "$into/sqlcipher" ] || exit 0
command -v apt-get >/dev/null 2>&1 || exit 0
keys=/usr/share/keyrings/debian-archive-keyring.gpg
[ -f "$keys" ] || exit 0

mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Component: main' | head -n 1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/archives/partial" "$work/debs"
echo "deb [signed-by=$keys] $mirror trixie main" >"$work/sources.list"

apt() {
    apt-get -qq -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=- \
        -o Dir::State::Lists="$work/lists" -o Dir::State::Status=/dev/null \
        -o Dir::Cache="$work" -o APT::Sandbox::User=root "$@"
}

give_up() {
    echo "sqlcipher 4 could not be fetched; the test with the stock program will be skipped."
    exit 0
}

apt update || give_up
cd "$work/debs"
apt download sqlcipher libsqlcipher1 libc6 libssl3t64 libreadline8t64 libtinfo6 zlib1g libzstd1 ||
    give_up
mkdir "$work/root"
for deb in ./*.deb; do dpkg-deb -x "$deb" "$work/root"; done

libraries=$(find "$work/root" -name libc.so.6 -printf '%h\n' | head -n 1)
cat >"$work/root/sqlcipher" <<'RUN'
#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
RUN
name=${libraries#"$work/root"}
loader=$(find "$work/root/usr/lib" -name 'ld-linux*.so.*' | head -n 1)
echo "exec \"\$here${loader#"$work/root"}\" --library-path \"\$here$name\" \"\$here/usr/bin/sqlcipher\" \"\$@\"" \
    >>"$work/root/sqlcipher"
chmod +x "$work/root/sqlcipher"
"$work/root/sqlcipher" :memory: 'PRAGMA cipher_version;' >/dev/null || give_up
rm -rf "$into"
mkdir -p "$(dirname "$into")"
cp -a "$work/root" "$into"
