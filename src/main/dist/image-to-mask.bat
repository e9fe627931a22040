@echo off
rem Starts the command line from the jar beside this script. Java keeps what it has loaded in a file in the cache folder, so
rem that later runs start sooner; without that file, or with one of another Java or jar, the run is the same.
rem
rem JAVA_HOME: the Java to use; else java is searched for. JAVA_OPTS: options for Java, such as -Xmx8g.
setlocal DisableDelayedExpansion

set "jar="
for %%F in ("%~dp0Image_To_Mask-*-all.jar") do set "jar=%%~fF"
if not defined jar (
    echo There is no file Image_To_Mask-VERSION-all.jar in "%~dp0", but it must be beside image-to-mask.bat. 1>&2
    exit /b 2
)

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"

set "cache=%LOCALAPPDATA%\image-to-mask"
if not exist "%cache%" mkdir "%cache%" 2>nul
for %%F in ("%jar%") do set "archive=%cache%\%%~nF-%%~zF.jsa"

rem Java's second compiler takes a second of most runs. It begins ten times later than by Java's own choice.
set "compiler=-XX:Tier4BackEdgeThreshold=400000 -XX:Tier4InvocationThreshold=50000"
set "compiler=%compiler% -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000"

set "share=-XX:SharedArchiveFile"
if not exist "%archive%" set "share=-XX:ArchiveClassesAtExit"
if not exist "%cache%" (
    "%java%" %compiler% -XX:-UsePerfData %JAVA_OPTS% -jar "%jar%" %*
) else (
    "%java%" -Xshare:auto -Xlog:disable %compiler% -XX:-UsePerfData "%share%=%archive%" %JAVA_OPTS% -jar "%jar%" %*
)
exit /b %ERRORLEVEL%
