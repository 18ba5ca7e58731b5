/**
 * For PowerShell 7.3 and later: `cmdlet completion pwsh | Out-String | Invoke-Expression`.
 *
 * `Register-ArgumentCompleter -Native` hands the word that is replaced, the parsed call and the place of the cursor in it.
 * Each line of the answer holds the four parts of a `CompletionResult`. A call by npx is answered by the command that npx
 * would start.
 */
export const powerShellScript = `# Completes calls of cmdlet. Load it with: cmdlet completion pwsh | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName cmdlet, npx -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = [System.Collections.Generic.List[string]]::new()
  $cursor = -1
  foreach ($element in $commandAst.CommandElements) {
    $start = $element.Extent.StartOffset
    if ($cursor -lt 0 -and $start -ge $cursorPosition -and $words.Count -gt 0) {
      $cursor = $words.Count
      $words.Add('')
    }
    if ($cursor -lt 0 -and $words.Count -gt 0 -and $element.Extent.EndOffset -ge $cursorPosition) {
      $cursor = $words.Count
      $words.Add($element.Extent.Text.Substring(0, $cursorPosition - $start))
    } elseif ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) {
      $words.Add($element.Value)
    } else {
      $words.Add($element.Extent.Text)
    }
  }
  if ($cursor -lt 0) {
    $cursor = $words.Count
    $words.Add('')
  }
  $program = $words[0]
  if ($program -eq 'npx') {
    if ($cursor -lt 2 -or $words[1] -ne 'cmdlet') { return }
    $words.RemoveAt(0)
    $cursor--
    $folder = $PWD.ProviderPath
    while ($folder -and -not (Test-Path "$folder/node_modules/.bin/cmdlet")) { $folder = Split-Path $folder }
    if (-not $folder) { return }
    $program = "$folder/node_modules/.bin/cmdlet"
  }
  & $program complete --shell pwsh --cursor $cursor --replaced "$wordToComplete" -- @words 2>$null | ForEach-Object {
    $text, $shown, $type, $toolTip = $_ -split "\`t"
    [System.Management.Automation.CompletionResult]::new($text, $shown, $type, $toolTip)
  }
}
`;
