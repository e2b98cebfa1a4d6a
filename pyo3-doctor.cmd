@echo off
rem Starts PyO3 Doctor:
rem   pyo3-doctor                  the desktop app
rem   pyo3-doctor ARGUMENT...      the command line
rem   pyo3-doctor --yes [...]      the same, and this launcher installs what is missing without asking
rem Only a --yes in first place is the launcher's own; every other argument is the program's.
setlocal DisableDelayedExpansion
set "MAIN=io.github.pyo3doctor.Main"
rem What the start-up cache is made from: it runs what users run, changes nothing and needs no network.
set "REHEARSAL=io.github.pyo3doctor.Rehearsal"
rem For the short-lived command line.
set "QUICK=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UnlockDiagnosticVMOptions"
set "QUICK=%QUICK% -XX:-AOTRecordTraining -XX:-AOTReplayTraining -XX:ArchiveRelocationMode=0"
set "QUICK=%QUICK% -XX:MaxTenuringThreshold=0 -Xmn64m -XX:Tier3BackEdgeThreshold=5000"
set "QUICK=%QUICK% -XX:Tier3MinInvocationThreshold=20 -XX:C1MaxInlineSize=20"

set "TOP=%~dp0"
set "APP=%TOP%target\app"
set "SOURCES=%TOP%target\launcher.sources"
set "LOCK=%TOP%target\launcher.lock"

call :needs_build
set "TOOL=java"
if defined BUILD set "TOOL=javac"
call "%TOP%.mvn\needs.cmd" %TOOL%
if errorlevel 2 exit /b 2
if errorlevel 1 call :offer_jdk %1
if not defined JDK exit /b 2
call :name_cache
if not defined BUILD if exist "%CACHE%" goto :start

if not defined WRITABLE if not defined BUILD goto :start
if not defined WRITABLE echo pyo3-doctor: PyO3 Doctor is not built yet, and "%TOP%target" cannot be written.>&2
if not defined WRITABLE exit /b 2

rem The lock is a file that only one process can have open for writing; a killed process loses it by itself.
if not exist "%APP%" md "%APP%" 2>nul
set "TRIES=0"
:lock
set "LOCKED="
set "FAILED="
8>&2 2>nul ( 9>"%LOCK%" ( 2>&8 call :prepare ) )
if defined FAILED exit /b 2
if defined LOCKED goto :start
if not defined BUILD goto :start
set /a TRIES+=1
if %TRIES% equ 3 echo pyo3-doctor: Waiting for another start that is building...>&2
if %TRIES% lss 900 ping -n 2 127.0.0.1 >nul & goto :lock
echo pyo3-doctor: Not built, and "%LOCK%" cannot be written.>&2
exit /b 2

:start
call :choose_options
if "%~1"=="--yes" goto :start_after_yes
if "%~1"=="" set "QUICK="
"%JDK%\bin\java.exe" "-XX:AOTCache=%CACHE%" %QUICK% %OPTIONS% %MAIN% %*
exit /b %errorlevel%

:start_after_yes
set ARGUMENTS=%*
set ARGUMENTS=%ARGUMENTS:*--yes=%
if "%~2"=="" set "QUICK="
"%JDK%\bin\java.exe" "-XX:AOTCache=%CACHE%" %QUICK% %OPTIONS% %MAIN% %ARGUMENTS%
exit /b %errorlevel%

rem JavaFX wants to be modules; everything else is on the class path. Java's own messages go to standard
rem error, and those about an unusable cache nowhere.
:choose_options
set "JAVAFX="
pushd "%APP%\lib"
for %%j in (javafx-*-win*.jar) do call :add_javafx "%%~fj"
popd
set OPTIONS=-XX:+IgnoreUnrecognizedVMOptions -Xlog:disable "-Xlog:all=warning,aot*=off,cds*=off:stderr"
set OPTIONS=%OPTIONS% -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8
set OPTIONS=%OPTIONS% --module-path "%JAVAFX%" --add-modules javafx.controls
set OPTIONS=%OPTIONS% --enable-native-access=javafx.graphics,ALL-UNNAMED
set OPTIONS=%OPTIONS% -cp "%APP%\pyo3-doctor.jar;%APP%\lib\*"
exit /b 0

:add_javafx
if defined JAVAFX set "JAVAFX=%JAVAFX%;%~1"
if not defined JAVAFX set "JAVAFX=%~1"
exit /b 0

rem Sets BUILD when there is no jar, or the sources (times, sizes, names) are not those it was built from;
rem and WRITABLE when it could be built.
:needs_build
set "BUILD="
set "WRITABLE="
if not exist "%TOP%target" md "%TOP%target" 2>nul
set "NOW=%TOP%target\launcher.sources.%RANDOM%"
call :list_sources >"%NOW%" 2>nul
if exist "%NOW%" set "WRITABLE=1"
if not exist "%APP%\pyo3-doctor.jar" set "BUILD=1"
if not defined WRITABLE exit /b 0
fc "%NOW%" "%SOURCES%" >nul 2>nul
if errorlevel 1 set "BUILD=1"
del "%NOW%" 2>nul
exit /b 0

:list_sources
for %%f in ("%TOP%pom.xml" "%TOP%pyo3-doctor.cmd") do echo %%~tzf %%f
for /r "%TOP%src\main" %%f in (*) do echo %%~tzf %%f
if exist "%TOP%faq-data" for /r "%TOP%faq-data" %%f in (*) do echo %%~tzf %%f
exit /b 0

rem Runs while the lock is held; another start may have done all of it meanwhile.
:prepare
set "LOCKED=1"
call :needs_build
if defined BUILD call :build
if defined FAILED exit /b 0
if not exist "%CACHE%" call :make_cache
exit /b 0

:build
set "LOG=%TOP%target\launcher-build.log"
set "WHY=first start only"
if exist "%APP%\pyo3-doctor.jar" set "WHY=its sources changed"
echo pyo3-doctor: Building PyO3 Doctor (%WHY%)...>&2
call :list_sources >"%SOURCES%.new"
rem Libraries of an older version must not stay on the class path.
rd /s /q "%APP%" 2>nul
pushd "%TOP%"
set "JAVA_HOME=%JDK%"
call mvnw.cmd -B --no-transfer-progress -Dmaven.test.skip=true package >"%LOG%" 2>&1 <nul
set "BUILT=%errorlevel%"
popd
if "%BUILT%"=="0" move /y "%SOURCES%.new" "%SOURCES%" >nul
if "%BUILT%"=="0" exit /b 0
set "FAILED=1"
findstr /b /c:"[ERROR] " /c:"[WARNING] " /c:"pyo3-doctor" "%LOG%" >&2
echo pyo3-doctor: The build failed; all it said is in "%LOG%">&2
exit /b 0

rem An empty cache stands for one that could not be made: Java does without, and nobody tries again.
:make_cache
del "%APP%\start-*.aot*" 2>nul
call :choose_options
pushd "%TOP%"
"%JDK%\bin\java.exe" "-XX:AOTCacheOutput=%CACHE%.new" %QUICK% %OPTIONS% %REHEARSAL% >"%TOP%target\launcher-cache.log" 2>&1 <nul
popd
if not exist "%CACHE%.new" type nul >"%CACHE%.new"
move /y "%CACHE%.new" "%CACHE%" >nul
exit /b 0

rem A cache holds for one exact Java.
:name_cache
set "RUNTIME=unknown"
for /f "usebackq tokens=1,2 delims==" %%a in ("%JDK%\release") do if "%%a"=="JAVA_RUNTIME_VERSION" set "RUNTIME=%%~b"
set "CACHE=%APP%\start-%RUNTIME%.aot"
exit /b 0

:offer_jdk
set "MISSING=No JDK 25 or newer was found."
where winget >nul 2>nul
if errorlevel 1 echo pyo3-doctor: %MISSING% Get one from https://adoptium.net/>&2
if errorlevel 1 exit /b 2
set "PACKAGE="
for %%p in (EclipseAdoptium.Temurin.25.JDK Microsoft.OpenJDK.25) do call :choose_package %%p
if not defined PACKAGE echo pyo3-doctor: %MISSING% winget knows no package of it: get one from https://adoptium.net/>&2
if not defined PACKAGE exit /b 2
set "INSTALL=winget install -e --id %PACKAGE% --accept-source-agreements --accept-package-agreements"
if "%~1"=="--yes" goto :install_jdk
powershell -NoProfile -Command "exit [int][Console]::IsInputRedirected"
if errorlevel 1 echo pyo3-doctor: %MISSING% Install it with: %INSTALL%>&2
if errorlevel 1 exit /b 2
echo %MISSING%>&2
set "REPLY="
set /p "REPLY=Install it now with "%INSTALL%"? [y/N] " >&2
if /i not "%REPLY%"=="y" if /i not "%REPLY%"=="yes" exit /b 2
:install_jdk
echo pyo3-doctor: Installing it: %INSTALL%>&2
%INSTALL% >&2 <nul
call "%TOP%.mvn\needs.cmd" %TOOL%
if errorlevel 1 echo pyo3-doctor: Still no JDK 25 or newer was found; set PYO3_DOCTOR_JAVA_HOME to its folder.>&2
exit /b 0

:choose_package
if defined PACKAGE exit /b 0
winget show -e --id %1 --accept-source-agreements >nul 2>nul && set "PACKAGE=%1"
exit /b 0
