# Completion of dateline's command line for bash.

_dateline ()
{
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
  local common='--input --format --published --language --language-file --place --jobs --fetch --explain --quiet --help'

  case $before in
    --input) COMPREPLY=($(compgen -W 'auto text html jsonl' -- "$word")); return ;;
    --format) COMPREPLY=($(compgen -W 'json jsonl csv timeml text' -- "$word")); return ;;
    --theme)
      COMPREPLY=($(compgen -W 'light dark high-contrast high-contrast-dark' -- "$word"))
      return ;;
    --published | --language | --jobs | --reference | --place | --calendar | --from | --to | \
      --width | --height | --scale | --title | --labels | --pages | --paper | --lanes) return ;;
  esac

  if [[ $word == -* ]]; then
    case ${COMP_WORDS[1]} in
      render)
        common+=' --output --from --to --width --height --scale --theme --title --labels'
        common+=' --common-era --calendar --pages --paper --lanes' ;;
      date) common+=' --edtf --reference --calendar' ;;
    esac
    COMPREPLY=($(compgen -W "$common --version" -- "$word"))
  elif [[ $COMP_CWORD == 1 ]]; then
    COMPREPLY=($(compgen -W 'read extract render date check-language' -- "$word") $(compgen -f -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}

complete -o filenames -F _dateline dateline
