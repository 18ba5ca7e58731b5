/**
 * For bash 4.4 and later: `source <(cmdlet completion bash)`.
 *
 * bash cuts words at colons and equals signs too, so that the whole line goes to the command, which cuts it itself. The
 * first line of its answer are options of `compopt`.
 */
export const bashScript = `# Completes calls of cmdlet. Load it with: source <(cmdlet completion bash)
_cmdlet_complete() {
  local answer options
  mapfile -t answer < <("$1" complete --shell bash --cursor "$COMP_POINT" --replaced "$2" -- "$COMP_LINE" 2>/dev/null)
  options=(\${answer[0]})
  ((\${#options[@]})) && compopt "\${options[@]/#/-o}" 2>/dev/null
  COMPREPLY=("\${answer[@]:1}")
}
complete -F _cmdlet_complete cmdlet
`;
