/**
 * For fish 3 and later: `cmdlet completion fish | source`, or as a file `cmdlet.fish` in its folder `completions`.
 *
 * Each line of the answer holds a word and what it means.
 */
export const fishScript = `# Completes calls of cmdlet. Load it with: cmdlet completion fish | source
function __cmdlet_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -l all (commandline -op)
    set -l next (math (count $before) + 1)
    test -n "$current"; and set next (math $next + 1)
    set -l after
    test $next -le (count $all); and set after $all[$next..-1]
    command $before[1] complete --shell fish --cursor (count $before) -- $before "$current" $after 2>/dev/null
end
complete -c cmdlet -f -a '(__cmdlet_complete)'
`;
