# Completion of dateline's command line for fish.

set -l commands read extract render date check-language

complete -c dateline -n "not __fish_seen_subcommand_from $commands" -a read -d "title, byline, date, language and text"
complete -c dateline -n "not __fish_seen_subcommand_from $commands" -a extract -d "mentions of time and what they date"
complete -c dateline -n "not __fish_seen_subcommand_from $commands" -a render -d "the drawn timeline as SVG, PDF or PNG"
complete -c dateline -n "not __fish_seen_subcommand_from $commands" -a date -d "how a date in words is understood"
complete -c dateline -n "not __fish_seen_subcommand_from $commands" -a check-language -d "what is wrong with a language pack"

complete -c dateline -n "__fish_seen_subcommand_from $commands" -l input -x -a "auto text html jsonl" -d "what the input is"
complete -c dateline -n "__fish_seen_subcommand_from $commands" -l format -x -a "json jsonl csv timeml text" -d "form of the output"
complete -c dateline -n "__fish_seen_subcommand_from $commands" -l published -x -d "date of an article without its own"
complete -c dateline -n "__fish_seen_subcommand_from $commands" -l language -x -d "language of the articles"
complete -c dateline -n "__fish_seen_subcommand_from $commands" -l language-file -r -d "language pack of your own"
complete -c dateline -n "__fish_seen_subcommand_from $commands" -l place -x -d "country of the dates"
complete -c dateline -n "__fish_seen_subcommand_from $commands" -l jobs -x -d "inputs to work on at once"
complete -c dateline -n "__fish_seen_subcommand_from $commands" -l fetch -d "fetch inputs that are addresses"
complete -c dateline -n "__fish_seen_subcommand_from $commands" -l explain -d "say where each value comes from"
complete -c dateline -n "__fish_seen_subcommand_from $commands" -l quiet -d "no messages but errors"
complete -c dateline -n "__fish_seen_subcommand_from render" -s o -l output -r -d "the picture to write"
complete -c dateline -n "__fish_seen_subcommand_from render" -l theme -x -a "light dark high-contrast high-contrast-dark"
complete -c dateline -n "__fish_seen_subcommand_from render" -l from -x -d "left edge"
complete -c dateline -n "__fish_seen_subcommand_from render" -l to -x -d "right edge"
complete -c dateline -n "__fish_seen_subcommand_from render" -l width -x
complete -c dateline -n "__fish_seen_subcommand_from render" -l height -x
complete -c dateline -n "__fish_seen_subcommand_from render" -l scale -x
complete -c dateline -n "__fish_seen_subcommand_from render" -l title -x -d "title of the picture"
complete -c dateline -n "__fish_seen_subcommand_from render" -l pages -x -d "number of pages"
complete -c dateline -n "__fish_seen_subcommand_from render" -l paper -x -a "a3 a4 a5 letter legal tabloid" -d "sheets of paper"
complete -c dateline -n "__fish_seen_subcommand_from render" -l lanes -x -a "article one" -d "lanes"
complete -c dateline -n "__fish_seen_subcommand_from render" -l calendar -x -d "calendar of the axis"
complete -c dateline -n "__fish_seen_subcommand_from render" -l labels -x -d "language of dates"
complete -c dateline -n "__fish_seen_subcommand_from render" -l common-era -d "BCE and CE"
complete -c dateline -n "__fish_seen_subcommand_from date" -l edtf -d "read EDTF instead of prose"
complete -c dateline -n "__fish_seen_subcommand_from date" -l reference -x -d "the date last mentioned"
complete -c dateline -n "__fish_seen_subcommand_from date" -l calendar -x -d "show in this calendar too"
