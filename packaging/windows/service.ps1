# Starts the Parley server with Windows, as the account "Local Service", which may do little else:
#   powershell -ExecutionPolicy Bypass -File service.ps1 install
#   powershell -ExecutionPolicy Bypass -File service.ps1 remove
# It is a task of the scheduler: a service in the narrower sense must speak with Windows in a way that
# Java does not. Data is kept in ProgramData\Parley Server, and stays when the task is removed.
param([ValidateSet('install', 'remove')][string]$What = 'install')
$ErrorActionPreference = 'Stop'
$name = 'Parley Server'
$data = Join-Path $env:ProgramData $name

$rules = @(@('TCP', 7070), @('UDP', 7071), @('UDP', 5353))

if ($What -eq 'remove') {
  Get-NetFirewallRule -Group $name -ErrorAction SilentlyContinue | Remove-NetFirewallRule
  Stop-ScheduledTask -TaskName $name -ErrorAction SilentlyContinue
  Unregister-ScheduledTask -TaskName $name -Confirm:$false
  return
}

if ($PSScriptRoot -like "$env:USERPROFILE\*") {
  throw "Put this folder where every account can read it, such as $env:ProgramFiles, and run this there: 'Local Service' cannot read $PSScriptRoot."
}
New-Item -ItemType Directory -Force $data | Out-Null
# Its own data, for it and for administrators only.
icacls $data /inheritance:r /grant '*S-1-5-19:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' | Out-Null
$action = New-ScheduledTaskAction -Execute (Join-Path $PSScriptRoot 'Parley Server.exe') -Argument "server --data `"$data`""
$trigger = New-ScheduledTaskTrigger -AtStartup
$account = New-ScheduledTaskPrincipal -UserId 'S-1-5-19' -LogonType ServiceAccount
$settings = New-ScheduledTaskSettingsSet -ExecutionTimeLimit 0 -RestartCount 999 -RestartInterval (New-TimeSpan -Minutes 1) `
  -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries
Register-ScheduledTask -TaskName $name -Action $action -Trigger $trigger -Principal $account -Settings $settings -Force | Out-Null
# Nobody is asked at a service, so it must be let through beforehand: in networks at home and at work, not in a café.
Get-NetFirewallRule -Group $name -ErrorAction SilentlyContinue | Remove-NetFirewallRule
foreach ($rule in $rules) {
  New-NetFirewallRule -DisplayName "$name ($($rule[0]) $($rule[1]))" -Group $name -Direction Inbound -Action Allow `
    -Protocol $rule[0] -LocalPort $rule[1] -Profile Private, Domain -Program (Join-Path $PSScriptRoot 'Parley Server.exe') | Out-Null
}
Start-ScheduledTask -TaskName $name
