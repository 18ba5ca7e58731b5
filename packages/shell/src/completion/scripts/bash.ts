/**
 * For bash 4.4 and later: `source <(cmdlet completion bash)`.
 *
 * bash cuts words at colons and equals signs too, so that the whole line goes to the command, which cuts it itself. The
 * first line of its answer are options of `compopt`. A call by npx is answered by the command that npx would start; who
 * completes npx already is left alone.
 */
export const bashScript = `# Completes calls of cmdlet. Load it with: source <(cmdlet completion bash)
_cmdlet_answer() {
  local answer options
  mapfile -t answer < <("$1" complete --shell bash --cursor "$2" --replaced "$3" -- "$4" 2>/dev/null)
  options=(\${answer[0]})
  ((\${#options[@]})) && compopt "\${options[@]/#/-o}" 2>/dev/null
  COMPREPLY=("\${answer[@]:1}")
}
_cmdlet_complete() {
  _cmdlet_answer "$1" "$COMP_POINT" "$2" "$COMP_LINE"
}
_cmdlet_complete_npx() {
  [[ $COMP_CWORD -gt 1 && \${COMP_WORDS[1]} == cmdlet ]] || return 0
  compopt +o default 2>/dev/null
  local folder=$PWD call=\${COMP_LINE#*npx}
  until [[ -x $folder/node_modules/.bin/cmdlet ]]; do
    [[ -n $folder ]] || return 0
    folder=\${folder%/*}
  done
  _cmdlet_answer "$folder/node_modules/.bin/cmdlet" $((COMP_POINT - \${#COMP_LINE} + \${#call})) "$2" "$call"
}
complete -F _cmdlet_complete cmdlet
complete -p npx >/dev/null 2>&1 || complete -o default -F _cmdlet_complete_npx npx
`;
