@echo off
rem Runs Maven on a JDK that can build this project: the Maven on PATH when it is 3.8 or newer,
rem else a pinned one that is fetched once and checked.
setlocal DisableDelayedExpansion
set "VERSION=3.9.12"
if not defined MVNW_SITE set "MVNW_SITE=https://archive.apache.org/dist/maven/maven-3"

call "%~dp0.mvn\needs.cmd" javac
if errorlevel 2 exit /b 2
if not errorlevel 1 goto :find_maven
echo pyo3-doctor: No JDK 25 or newer was found. Install it with: winget install -e --id EclipseAdoptium.Temurin.25.JDK>&2
exit /b 2

:find_maven
set "JAVA_HOME=%JDK%"
set "MVN="
for %%m in (mvn.cmd) do set "MVN=%%~$PATH:m"
if not defined MVN goto :pinned
set "MAJOR=0"
set "MINOR=0"
for /f "tokens=2-4 delims=. " %%a in ('mvn.cmd -v 2^>nul') do call :note_version %%a %%b %%c
if %MAJOR% gtr 3 goto :run
if %MAJOR% equ 3 if %MINOR% geq 8 goto :run

:pinned
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "DISTS=%MAVEN_USER_HOME%\wrapper\dists\apache-maven-%VERSION%-bin"
set "MVN=%DISTS%\apache-maven-%VERSION%\bin\mvn.cmd"
if exist "%MVN%" goto :run
echo pyo3-doctor: Fetching Maven %VERSION% (once)...>&2
set "MVNW_URL=%MVNW_SITE%/%VERSION%/binaries/apache-maven-%VERSION%-bin.zip"
powershell -NoProfile -ExecutionPolicy Bypass -Command ^
  "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';" ^
  "[Net.ServicePointManager]::SecurityProtocol = 'Tls12';" ^
  "$work = Join-Path $env:DISTS ('fetch.' + $PID); New-Item -ItemType Directory -Force $work | Out-Null;" ^
  "try {" ^
  "  $web = New-Object Net.WebClient;" ^
  "  $web.DownloadFile($env:MVNW_URL, $work + '\maven.zip');" ^
  "  $expected = ($web.DownloadString($env:MVNW_URL + '.sha512').Trim() -split '\s+')[0];" ^
  "  $actual = (Get-FileHash -Algorithm SHA512 ($work + '\maven.zip')).Hash;" ^
  "  if ($actual -ne $expected) { throw ($env:MVNW_URL + ' is not what its .sha512 says.') };" ^
  "  Expand-Archive ($work + '\maven.zip') $work;" ^
  "  Move-Item ($work + '\apache-maven-' + $env:VERSION) $env:DISTS" ^
  "} catch { [Console]::Error.WriteLine('pyo3-doctor: ' + $_) }" ^
  "finally { Remove-Item -Recurse -Force $work }"
if not exist "%MVN%" exit /b 2

:run
call "%MVN%" %*
exit /b %errorlevel%

:note_version
if not "%~1"=="Maven" exit /b 0
set "MAJOR=%~2"
set "MINOR=%~3"
exit /b 0
