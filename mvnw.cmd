@echo off
rem Runs Maven: an installed one, the pinned one (checksum verified) otherwise. The counterpart of mvnw for Windows.
rem Settings: .mvn\wrapper\maven-wrapper.properties
setlocal
set "PROJECT=%~dp0"
where /q mvn.cmd && (
  call mvn.cmd %*
  exit /b
)
for /f "usebackq tokens=1,* delims==" %%a in ("%PROJECT%.mvn\wrapper\maven-wrapper.properties") do set "MAVEN_%%a=%%b"
set "MAVEN_HOME=%USERPROFILE%\.m2\wrapper\apache-maven-%MAVEN_version%"
if not exist "%MAVEN_HOME%\bin\mvn.cmd" (
  powershell -NoProfile -Command ^
    "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';" ^
    "$folder = Split-Path $env:MAVEN_HOME; $archive = $env:MAVEN_HOME + '.tar.gz';" ^
    "New-Item -ItemType Directory -Force $folder | Out-Null;" ^
    "Write-Host ('Downloading Maven from ' + $env:MAVEN_distributionUrl);" ^
    "Invoke-WebRequest -UseBasicParsing $env:MAVEN_distributionUrl -OutFile $archive;" ^
    "if ((Get-FileHash -Algorithm SHA512 $archive).Hash -ne $env:MAVEN_distributionSha512) { Remove-Item $archive; throw 'The downloaded Maven does not match its checksum; nothing was installed.' };" ^
    "tar -xzf $archive -C $folder; Remove-Item $archive" || exit /b 1
)
call "%MAVEN_HOME%\bin\mvn.cmd" %*
exit /b
