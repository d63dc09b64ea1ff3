#!/usr/bin/env python3
"""Measures how well dates are found and articles are read, and writes it down.

  score.py --dateline PROGRAM --tools DIR --data DIR [--vectors DIR] [timex] [article]

The scorers (DIR/timex/evaluate.py, DIR/time/phrasings.py, DIR/article/evaluate.py and
score.py beside it) and the gold data (DIR/timex/CORPUS, DIR/article/SET) are not part of
the project. Only figures are kept of them: everything from the heading "## Figures" on is
written anew in tests/extract/SCORES.md ("timex") and tests/article/SCORES.md ("article").
"""
import argparse
import datetime
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEADING = "## Figures"

# Value F1 in percent.
TIMEX_AIMS = {
    "timebank": 86,
    "aquaint": 80,
    "wikiwars": 89,
    "meantime-en": 80,
    "tweets-train": 92,
    "wikiwars-de": 90,
    "krauts-dolomiten-42": 85,
    "krauts-diezeit": 74,
}

# Set, figure, what it is called, aim; a figure with "<" has to stay below its aim.
ARTICLE_AIMS = [
    ("aeb", "shingle_f", "main text, shingle F1", 0.965),
    ("fundus", "shingle_f", "main text, shingle F1", 0.935),
    ("wcxb", "word_f", "main text, word F1", 0.960),
    ("wcxb", "word_f_low", "share of texts under 0.5", "<0.01"),
    ("trafilatura", "snippet_f", "snippets, F1", 0.935),
    ("htmldate", "date_a", "dates right", 0.935),
    ("wcxb", "date_a", "dates right", 0.900),
    ("wcxb", "date_p", "dates, precision", 0.95),
    ("wcxb", "date_invented", "dates invented", "<0.10"),
    ("trafilatura", "date_a", "dates right", 0.910),
    ("wcxb", "title_exact", "titles exact", 0.86),
    ("wcxb", "byline_f", "bylines, F1", 0.80),
    ("wcxb", "byline_invented", "bylines invented", "<0.15"),
    ("wcxb", "lang", "language right", 0.985),
]


def ask(*command):
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, text=True)
    return done.stdout


def commit():
    """What was measured: the commit, and whether anything was changed since."""
    git = ["git", "-C", ROOT]
    name = ask(*git, "rev-parse", "--short=12", "HEAD").strip() or "unknown"
    changed = [line for line in ask(*git, "status", "--porcelain", "-uno").splitlines()
               if not line.endswith("SCORES.md")]
    return name + (" and changes" if changed else "")


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows])


def write_figures(path, command, parts):
    """Replaces what stands behind the heading; what stands before it was written by hand."""
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    kept = kept.split(HEADING)[0].rstrip()
    head = "Made on %s from commit %s by\n\n    %s" % (datetime.date.today(), commit(), command)
    path.write_text("\n\n".join([kept, HEADING, head] + parts) + "\n", encoding="utf-8")
    print(path.relative_to(ROOT))


# --- dates ---


def list_corpora(data):
    found = sorted(path for path in data.iterdir() if any(path.glob("*.json")))
    order = list(TIMEX_AIMS)
    return sorted(found, key=lambda path: order.index(path.name) if path.name in order else 99)


def read_corpus_row(line):
    name, docs, mentions, strict, relaxed, kind, value, speed, _ = line.split()
    return [name, docs, mentions, strict, relaxed, kind, value, TIMEX_AIMS.get(name, ""), speed]


def score_corpora(options):
    corpora = list_corpora(options.data / "timex")
    out = ask(sys.executable, options.tools / "timex/evaluate.py", "--dateline", options.dateline, *corpora)
    names = {corpus.name for corpus in corpora}
    rows = [read_corpus_row(line) for line in out.splitlines() if len(line.split()) == 9 and line.split()[0] in names]
    head = ["corpus", "documents", "mentions", "strict", "relaxed", "type", "value", "aim", "KB a CPU second"]
    return table(head, rows)


def close_open_days(source, folder):
    """The scorer trips over days that are no numbers; without days it compares the bounds' labels."""
    lines = []
    for line in source.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if not all(re.fullmatch(r"jdn_\w+|-?[\d.]+", cell) for cell in cells[8:10]):
            cells[8:10] = "-", "-"
        lines.append("\t".join(cells))
    copy = folder / source.name
    copy.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return copy


def score_phrases(options):
    with tempfile.TemporaryDirectory() as folder:
        files = [close_open_days(path, pathlib.Path(folder))
                 for path in sorted((options.vectors / "time").glob("phrasings-*.tsv"))]
        out = ask(sys.executable, options.tools / "time/phrasings.py", "--dateline", options.dateline, *files)
    rows = re.findall(r"phrasings-(\w+)\.tsv: (\d+) of (\d+) right; with other context (\d+) of (\d+)", out)
    return table(["phrases", "right", "of", "with other context", "of"], rows)


def measure(*command):
    """Wall seconds, CPU seconds and peak MiB of one call; its output is thrown away."""
    code = ("import os,resource,subprocess,sys,time\n"
            "t=time.monotonic()\n"
            "subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL)\n"
            "t=time.monotonic()-t\n"
            "u=resource.getrusage(resource.RUSAGE_CHILDREN)\n"
            "print(t,u.ru_utime+u.ru_stime,u.ru_maxrss/1024)")
    return [float(word) for word in ask(sys.executable, "-c", code, *command).split()]


def repeat_texts(folder, target, size):
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))) + "\n\n"
    data = text.encode()
    target.write_bytes(data * (size // len(data) + 1))
    return target.stat().st_size


def write_lines(folder, target, count):
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt")))
    with target.open("w", encoding="utf-8") as file:
        for i in range(count):
            at = i * 797 % (len(text) - 1000)
            file.write(json.dumps({"id": str(i), "text": text[at:at + 800]}, ensure_ascii=False) + "\n")
    return target.stat().st_size


def describe_call(name, size, cost):
    wall, cpu, peak = cost
    speed = "%.1f" % (size / 1e6 / cpu) if size > 1e6 else ""
    return [name, "%.1f MB" % (size / 1e6) if size > 1e6 else "%d bytes" % size, "%.3f" % wall, "%.3f" % cpu, speed,
            "%.1f" % peak]


def score_cost(options):
    texts = options.data / "timex/wikiwars"
    extract = [options.dateline, "extract", "--language", "en"]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        long, short, lines = folder / "long.txt", folder / "short.txt", folder / "lines.jsonl"
        size = repeat_texts(texts, long, 50_000_000)
        short.write_bytes(next(iter(sorted(texts.glob("*.txt")))).read_bytes()[:3000])
        many = write_lines(texts, lines, 100_000)
        starts = sorted(measure(*extract, short) for _ in range(21))
        rows = [describe_call("a short article, median of 21 calls", 3000, starts[10]),
                describe_call("one long text to CSV", size, measure(*extract, "--format", "csv", long)),
                describe_call("one long text to JSON lines", size, measure(*extract, "--format", "jsonl", long)),
                describe_call("100,000 JSON lines", many, measure(*extract, "--input", "jsonl", lines)),
                describe_call("the same, --jobs 2", many, measure(*extract, "--input", "jsonl", "--jobs", "2", lines))]
    return table(["whole call", "input", "wall seconds", "CPU seconds", "MB a CPU second", "peak MiB"], rows)


def score_timex(options, command):
    write_figures(ROOT / "tests/extract/SCORES.md", command,
                  [score_corpora(options), score_phrases(options), score_cost(options)])


# --- articles ---


def compare(report, name, figure, title, aim):
    got = report.get(name, {}).get("read", {}).get(figure)
    return [name, title, "-" if got is None else "%.3f" % got, str(aim).replace("<", "at most ")]


def score_article(options, command):
    data = options.data / "article"
    with tempfile.TemporaryDirectory() as name:
        out = pathlib.Path(name) / "read.jsonl"
        cost = ask(sys.executable, options.tools / "article/evaluate.py", "--dateline", options.dateline, "--data", data,
                   "--out", out).splitlines()[0]
        report = json.loads(ask(sys.executable, options.tools / "article/score.py", "--data", data, "--json", out))
    rows = [compare(report, *aim) for aim in ARTICLE_AIMS]
    write_figures(ROOT / "tests/article/SCORES.md", command, [table(["set", "figure", "measured", "aim"], rows), cost + "."])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--dateline", required=True, type=pathlib.Path, metavar="PROGRAM")
    parser.add_argument("--tools", required=True, type=pathlib.Path, metavar="DIR", help="the scorers")
    parser.add_argument("--data", required=True, type=pathlib.Path, metavar="DIR", help="the gold data")
    parser.add_argument("--vectors", type=pathlib.Path, metavar="DIR", help="tables of phrases (beside the data by default)")
    parser.add_argument("what", nargs="*", choices=["timex", "article", []], help="all by default")
    options = parser.parse_args()
    options.vectors = options.vectors or options.data.parent / "vectors"
    for what, score in (("timex", score_timex), ("article", score_article)):
        if not options.what or what in options.what:
            score(options, "./dev score " + what)


if __name__ == "__main__":
    main()
