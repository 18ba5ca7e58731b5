/**
 * For zsh 5 and later: `source <(cmdlet completion zsh)`, or as a file `_cmdlet` in a folder of `fpath`.
 *
 * Each line of the answer holds a word, what the list shows, and a mark at words that more is typed behind. A call by npx
 * is answered by the command that npx would start; who completes npx already is left alone.
 */
export const zshScript = `#compdef cmdlet
# Completes calls of cmdlet. Load it with: source <(cmdlet completion zsh)
_cmdlet() {
  local line folder=$PWD tab=$'\\t'
  if [[ \${words[1]} == npx ]]; then
    (( CURRENT > 2 )) && [[ \${words[2]} == cmdlet ]] || { _default; return }
    until [[ -x $folder/node_modules/.bin/cmdlet ]]; do
      [[ -n $folder ]] || return 1
      folder=\${folder%/*}
    done
    shift words
    (( CURRENT-- ))
    words[1]=\${(q)folder}/node_modules/.bin/cmdlet
  fi
  local -a fields texts shown open_texts open_shown
  for line in "\${(@f)$("\${(Q)words[1]}" complete --shell zsh --cursor $((CURRENT - 1)) -- \\
    "\${(@)words[1,CURRENT-1]}" "$QIPREFIX$PREFIX" "\${(@)words[CURRENT+1,-1]}" 2>/dev/null)}"; do
    fields=("\${(@ps:\\t:)line}")
    [[ -n \${fields[1]} ]] || continue
    if [[ \${fields[3]} == open ]]; then
      open_texts+=("\${fields[1]}")
      open_shown+=("\${fields[2]}")
    else
      texts+=("\${fields[1]}")
      shown+=("\${fields[2]}")
    fi
  done
  (( \${#texts} )) && compadd -U -l -d shown -a texts
  (( \${#open_texts} )) && compadd -U -l -S '' -d open_shown -a open_texts
  (( \${#texts} + \${#open_texts} ))
}
if [[ \${funcstack[1]} == _cmdlet ]]; then
  _cmdlet "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -D }
  compdef _cmdlet cmdlet
  (( $+_comps[npx] )) || compdef _cmdlet npx
fi
`;
