/**
 * For fish 3 and later: `cmdlet completion fish | source`, or as a file `cmdlet.fish` in its folder `completions`.
 *
 * Each line of the answer holds a word and what it means. A call by npx is answered by the command that npx would start.
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
    if test "$before[1]" = npx
        set before (__cmdlet_of_npx) $before[3..-1]
    end
    command $before[1] complete --shell fish --cursor (count $before) -- $before "$current" $after 2>/dev/null
end
function __cmdlet_of_npx
    set -l folder $PWD
    while not test -x $folder/node_modules/.bin/cmdlet
        test -n "$folder"; or return 1
        set folder (string replace -r '/[^/]*$' '' -- $folder)
    end
    echo $folder/node_modules/.bin/cmdlet
end
function __cmdlet_by_npx
    set -l before (commandline -opc)
    test "$before[2]" = cmdlet; and __cmdlet_of_npx >/dev/null
end
complete -c cmdlet -f -a '(__cmdlet_complete)'
complete -c npx -n __cmdlet_by_npx -f -a '(__cmdlet_complete)'
`;
