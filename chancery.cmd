@echo off
rem Starts Chancery; builds its command line first when it is missing or older than any source or project file.
rem Paths reach PowerShell through the environment, so that quotes in them do no harm; jumps instead of blocks keep %ERRORLEVEL% current.
setlocal
set "HOME_DIR=%~dp0"
set "PROJECT=%HOME_DIR%src\Chancery.Cli\Chancery.Cli.csproj"
set "PROGRAM=%HOME_DIR%src\Chancery.Cli\bin\launcher\Chancery.Cli.dll"
set "MADE=%HOME_DIR%src\Chancery.Cli\obj"
set "LOCK=%MADE%\launcher.lock"
where dotnet >nul 2>nul
if errorlevel 1 goto no_sdk
call :is_stale
if errorlevel 1 goto start

rem Two starters must not build at once. A folder is made atomically; one left by a killed build goes stale after ten minutes.
if not exist "%MADE%\" mkdir "%MADE%" 2>nul
if not exist "%MADE%\" goto not_writable
:take_lock
mkdir "%LOCK%" 2>nul
if not errorlevel 1 goto locked
if not exist "%LOCK%\" goto not_writable
powershell -NoProfile -Command "$l = Get-Item -LiteralPath $env:LOCK -ErrorAction SilentlyContinue; if ($l -and $l.CreationTimeUtc -lt [DateTime]::UtcNow.AddMinutes(-10)) { Remove-Item -LiteralPath $env:LOCK }; Start-Sleep -Milliseconds 200"
goto take_lock
:locked
set "CODE=0"
call :is_stale
if errorlevel 1 goto unlock
call :build
set "CODE=%ERRORLEVEL%"
:unlock
rmdir "%LOCK%" 2>nul
if not "%CODE%"=="0" exit /b %CODE%

:start
dotnet "%PROGRAM%" %*
exit /b %ERRORLEVEL%

:no_sdk
echo chancery: the .NET 10 SDK is missing; get it from https://dotnet.microsoft.com/download/dotnet/10.0 1>&2
exit /b 2

:not_writable
rem Another starter may just have given the lock back: only a folder that takes no file is an error.
copy /y nul "%MADE%\launcher.probe" >nul 2>nul
if errorlevel 1 goto refuse
del "%MADE%\launcher.probe" 2>nul
goto take_lock
:refuse
echo chancery: the command line must be built first, and "%MADE%" cannot be written 1>&2
exit /b 2

rem 0 when the program must be built.
:is_stale
if not exist "%PROGRAM%" exit /b 0
powershell -NoProfile -Command "$t = (Get-Item -LiteralPath $env:PROGRAM).LastWriteTimeUtc; $ends = '.cs', '.csproj', '.props', '.targets', '.json', '.razor', '.css', '.js'; $files = @(Get-ChildItem -LiteralPath ($env:HOME_DIR + 'src') -Recurse -File) + @(Get-Item -LiteralPath ($env:HOME_DIR + 'global.json'), ($env:HOME_DIR + 'Directory.Build.props'), ($env:HOME_DIR + 'Directory.Packages.props')); if ($files | Where-Object { $ends -contains $_.Extension -and $_.FullName -notmatch '\\(bin|obj)\\' -and $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1) { exit 0 }; exit 1"
exit /b %ERRORLEVEL%

:build
dotnet --list-sdks 2>nul | findstr /b "10\." >nul
if errorlevel 1 goto no_sdk
echo chancery: building the command line (once, and after each change) ... 1>&2
rem Where the package that compiles ahead of time cannot be had, the program is built without it and starts more slowly.
set "PRECOMPILE=true"
dotnet restore "%PROJECT%" -v quiet -p:Precompile=true >nul 2>nul
if errorlevel 1 set "PRECOMPILE=false"
dotnet build "%PROJECT%" -c Release -t:InstallForLauncher -v quiet -clp:NoSummary --nologo -p:Precompile=%PRECOMPILE% -p:RunAnalyzers=false -p:GenerateDocumentationFile=false 1>&2
if errorlevel 1 goto build_failed
powershell -NoProfile -Command "(Get-Item -LiteralPath $env:PROGRAM).LastWriteTimeUtc = [DateTime]::UtcNow"
exit /b 0
:build_failed
echo chancery: the build failed; its messages stand above 1>&2
exit /b 2
