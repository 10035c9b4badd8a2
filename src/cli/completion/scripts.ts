import type { Shell } from './shells.ts';

/**
 * The script that makes a shell ask followup for completions. No shell ever evaluates an answer: bash and zsh
 * compare and insert it literally (which is why `compgen -W` is not used), and fish quotes what it inserts.
 * If followup has no answer, the shell completes files. In bash, descriptions appear only in lists that are
 * merely shown, because bash inserts the whole of what it is given.
 */
export function completionScript(shell: Shell): string {
  return SCRIPTS[shell];
}

const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `# Completion of followup in bash. In ~/.bashrc: source <(followup completion bash)

_followup() {
  # The words up to the cursor, without quotes. COMP_WORDS would break them at every = and :.
  local line=\${COMP_LINE:0:\${COMP_POINT:-\${#COMP_LINE}}} words=() word='' quote='' begun='' char i
  for ((i = 0; i < \${#line}; i++)); do
    char=\${line:i:1}
    if [[ $quote == '\\' ]]; then
      word+=$char quote=''
    elif [[ -n $quote ]]; then
      if [[ $char == "$quote" ]]; then quote=''; else word+=$char; fi
    elif [[ $char == [\\'\\"\\\\] ]]; then
      quote=$char begun=yes
    elif [[ $char == [[:space:]] ]]; then
      if [[ -n $begun ]]; then words+=("$word"); fi
      word='' begun=''
    else
      word+=$char begun=yes
    fi
  done

  # Bash replaces only what follows the last character that breaks a word.
  local breaks=\${COMP_WORDBREAKS//[!=:]/} kept=''
  if [[ -n $breaks ]]; then kept=\${word%"\${word##*[$breaks]}"}; fi

  local value description descriptions=() width=0 answered=''
  COMPREPLY=()
  while IFS=$'\\t' read -r value description; do
    answered=yes
    [[ $value == "$word"* ]] || continue
    value=\${value:\${#kept}}
    COMPREPLY+=("$value")
    descriptions+=("$description")
    if ((\${#value} > width)); then width=\${#value}; fi
  done < <(followup completion --candidates -- "\${words[@]:1}" "$word" 2>/dev/null)
  if [[ -n $answered ]]; then compopt +o default 2>/dev/null; fi

  # Bash only shows this list, and inserts no more than what all entries have in common.
  [[ \${COMP_TYPE:-} == 63 || \${COMP_TYPE:-} == 33 || \${COMP_TYPE:-} == 64 ]] || return 0
  ((\${#COMPREPLY[@]} > 1)) || return 0
  local spaces half=$((\${COLUMNS:-80} / 2))
  printf -v spaces '%*s' "$width" ''
  for i in "\${!COMPREPLY[@]}"; do
    [[ -n \${descriptions[i]} ]] || continue
    value=\${COMPREPLY[i]}
    # Wider than half of the screen, so that each entry has its own line.
    printf -v line '%-*s' "$half" "$value\${spaces:\${#value}}  \${descriptions[i]}"
    COMPREPLY[i]=$line
  done
}

complete -o default -o nosort -F _followup followup fup 2>/dev/null ||
  complete -o default -F _followup followup fup`,

  zsh: `#compdef followup fup
# Completion of followup in zsh. In ~/.zshrc, below compinit: source <(followup completion zsh)

_followup() {
  local -a given values descriptions shown
  local line
  local -i width=0 i
  if (( CURRENT > 2 )); then given=("\${(@Q)words[2,CURRENT-1]}"); fi
  for line in "\${(@f)$(followup completion --candidates -- "\${given[@]}" "\${(Q)PREFIX}" 2>/dev/null)}"; do
    [[ -n $line ]] || continue
    values+=("\${line%%$'\\t'*}")
    descriptions+=("\${line#*$'\\t'}")
    if (( \${(m)#values[-1]} > width )); then width=\${(m)#values[-1]}; fi
  done
  if (( $#values == 0 )); then
    _files
    return
  fi
  for (( i = 1; i <= $#values; i++ )); do
    shown+=("\${(mr:width:)values[i]}  $descriptions[i]")
  done
  compadd -V followup -l -d shown -a values
}

if [[ $funcstack[1] == _followup ]]; then
  _followup "$@"
else
  compdef _followup followup fup
fi`,

  fish: `# Completion of followup in fish. In a file that fish reads at its start:
# followup completion fish > ~/.config/fish/conf.d/followup.fish

function __followup_candidates
    set -l given (commandline -opc)
    set -e given[1]
    set -l word (commandline -ct)
    set -l found (followup completion --candidates -- $given "$word" 2>/dev/null)
    if set -q found[1]
        printf '%s\\n' $found
    else
        __fish_complete_path "$word"
    end
end

complete -c followup -f -k -a '(__followup_candidates)'
complete -c fup -f -k -a '(__followup_candidates)'`,
};
