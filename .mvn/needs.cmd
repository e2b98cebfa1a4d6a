rem needs.cmd TOOL: sets JDK to the folder of a JDK 25 or newer that has bin\TOOL.exe.
rem Ends with 1 when there is none, with 2 when the one asked for is none (and says so).
rem Reads each "release" file: starting Java is slow. pyo3-doctor.cmd and mvnw.cmd "call" this file.
set "JDK="
if not defined PYO3_DOCTOR_JAVA_HOME goto :look
call :try "%PYO3_DOCTOR_JAVA_HOME%" %1
if defined JDK exit /b 0
echo pyo3-doctor: PYO3_DOCTOR_JAVA_HOME="%PYO3_DOCTOR_JAVA_HOME%" is no JDK 25 or newer (with bin\%1.exe).>&2
exit /b 2

:look
if defined JAVA_HOME call :try "%JAVA_HOME%" %1
for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :try "%%~dp$PATH:j.." %1
for %%r in (
  "%ProgramFiles%\Eclipse Adoptium"
  "%ProgramFiles%\Java"
  "%ProgramFiles%\Microsoft"
  "%ProgramFiles%\Zulu"
  "%ProgramFiles%\Amazon Corretto"
  "%ProgramFiles%\BellSoft"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
  "%USERPROFILE%\.jdks"
  "%USERPROFILE%\.gradle\jdks"
  "%USERPROFILE%\scoop\apps"
) do for /d %%d in ("%%~r\*") do call :try "%%~d" %1 & call :try "%%~d\current" %1
if not defined JDK exit /b 1
exit /b 0

:try
if defined JDK exit /b 0
if not exist "%~1\bin\%~2.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "MAJOR=0"
for /f "usebackq tokens=1,2 delims==" %%a in ("%~1\release") do if "%%a"=="JAVA_VERSION" call :major_of %%b
if %MAJOR% geq 25 set "JDK=%~f1"
exit /b 0

:major_of
for /f "delims=.-" %%v in ("%~1") do set "MAJOR=%%v"
exit /b 0
