@echo off
rem Starts Chancery; builds its command line first when it is missing or older than any source, data or project file.
setlocal
set "HOME_DIR=%~dp0"
set "PROJECT=%HOME_DIR%src\Chancery.Cli\Chancery.Cli.csproj"
set "PROGRAM=%HOME_DIR%src\Chancery.Cli\bin\Release\net10.0\Chancery.Cli.dll"
where dotnet >nul 2>nul
if errorlevel 1 (
  echo chancery: the .NET 10 SDK is missing; get it from https://dotnet.microsoft.com/download/dotnet/10.0 1>&2
  exit /b 2
)
powershell -NoProfile -Command "$p='%PROGRAM%'; if (-not (Test-Path $p)) { exit 1 }; $t=(Get-Item $p).LastWriteTimeUtc; $n=Get-ChildItem '%HOME_DIR%src','%HOME_DIR%data' -Recurse -File -Include *.cs,*.csproj,*.props,*.json,*.tsv,*.rules,*.entities,*.outlets | Where-Object { $_.FullName -notmatch '\\(bin|obj)\\' -and $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1; if ($n) { exit 1 }; exit 0"
if errorlevel 1 (
  echo chancery: building the command line ^(once, and after each change^) ... 1>&2
  dotnet build "%PROJECT%" -c Release -v quiet --nologo -p:RunAnalyzers=false -p:GenerateDocumentationFile=false 1>&2
  if errorlevel 1 (
    echo chancery: the build failed; its messages stand above 1>&2
    exit /b 2
  )
  powershell -NoProfile -Command "(Get-Item '%PROGRAM%').LastWriteTimeUtc=[DateTime]::UtcNow"
)
dotnet "%PROGRAM%" %*
exit /b %ERRORLEVEL%
