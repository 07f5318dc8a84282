#!/bin/sh
# Signs copingkit.app, packs it into a .dmg and has Apple notarise it. Prepared; not yet run on a Mac.
#
#   make_dmg.sh            after `package.py`, which makes build/package/darwin/copingkit.app
#
# SIGN_AS      the name of a "Developer ID Application" certificate in the keychain
# NOTARY       a profile that `xcrun notarytool store-credentials` has kept there
# Without them the .dmg is unsigned, and macOS opens it only after a right click. Both belong to whoever
# publishes; neither is in a file of this project.
set -eu
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' copingkit/__init__.py)
app=build/package/darwin/copingkit.app
out=dist/copingkit-$version-macos-$(uname -m).dmg
mkdir -p dist

if [ -n "${SIGN_AS:-}" ]; then
    # --deep signs each library first; the runtime allows what Python's libraries need
    codesign --force --deep --options runtime --timestamp \
        --entitlements packaging/macos/entitlements.plist --sign "$SIGN_AS" "$app"
    codesign --verify --deep --strict "$app"
else
    # what PyInstaller signed for nobody has got the licences since
    codesign --force --deep --sign - "$app"
    echo "SIGN_AS is not set: the .dmg is not signed."
fi

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
hdiutil create -quiet -ov -volname copingkit -srcfolder "$stage" -format ULMO "$out"

if [ -n "${SIGN_AS:-}" ] && [ -n "${NOTARY:-}" ]; then
    codesign --sign "$SIGN_AS" --timestamp "$out"
    xcrun notarytool submit "$out" --keychain-profile "$NOTARY" --wait
    xcrun stapler staple "$out"
else
    echo "NOTARY is not set: Apple has not looked at the .dmg."
fi
echo "$out"
