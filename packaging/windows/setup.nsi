; The installer for Windows: for one account, so that nobody has to be asked for permission.
;   makensis -DVERSION=0.1.0 -DPROGRAM=folder -DICON=copingkit.ico -DLICENCE=LICENSE -DOUT=setup.exe setup.nsi
; What is written in copingkit lies in %LOCALAPPDATA%\copingkit, apart from the program; neither the
; installer nor the uninstaller touches it.
Unicode true
Target amd64-unicode
!include "MUI2.nsh"

!define NAME "copingkit"
!define KEPT "What you wrote stays on this computer, encrypted, in $LOCALAPPDATA\${NAME}."
!define REGISTERED "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"

Name "${NAME}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
SetCompressor /SOLID lzma
BrandingText "${NAME} ${VERSION}"
ManifestDPIAware true
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${NAME} setup"
VIAddVersionKey LegalCopyright "GPL-3.0-or-later"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_TEXT "copingkit is in your Start menu, and so is Help me now.$\r$\n$\r$\n${KEPT}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\copingkit.exe"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "This removes the program. ${KEPT} It is there again when you install copingkit anew."
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; Ends where the program is open: half of it would be old, half new.
!macro MUST_BE_CLOSED
  ClearErrors
  Delete "$INSTDIR\copingkit.exe"
  IfErrors 0 +3
    MessageBox MB_OK "Please close copingkit, and try again." /SD IDOK
    Abort
!macroend

Section
  !insertmacro MUST_BE_CLOSED
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}/*.*"
  CreateDirectory "$SMPROGRAMS\${NAME}"
  CreateShortcut "$SMPROGRAMS\${NAME}\copingkit.lnk" "$INSTDIR\copingkit.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}\Help me now.lnk" "$INSTDIR\copingkit.exe" "--crisis"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${REGISTERED}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${REGISTERED}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${REGISTERED}" "DisplayIcon" "$INSTDIR\copingkit.exe"
  WriteRegStr HKCU "${REGISTERED}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${REGISTERED}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${REGISTERED}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${REGISTERED}" "NoModify" 1
  WriteRegDWORD HKCU "${REGISTERED}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  !insertmacro MUST_BE_CLOSED
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\copingkit-terminal.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  RMDir /r "$SMPROGRAMS\${NAME}"
  DeleteRegKey HKCU "${REGISTERED}"
SectionEnd
