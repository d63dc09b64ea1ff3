#!/usr/bin/env python3
"""Reads every #include in src/ and holds the table of folders.

  check-layers.py SOURCE_ROOT

Prints one line for each include that the table does not allow and fails if
there is one.
"""
import pathlib
import re
import sys

MAY_INCLUDE = {
    "base": "",
    "time": "base",
    "article": "base time",
    "extract": "base time article",
    "model": "base time",
    "fuse": "base time article extract model",
    "store": "base time model",
    "scene": "base",
    "layout": "base time model scene",
    "render": "base scene layout",
    "io": "base time article extract model fuse store scene layout render",
    "cli": "base time article extract model fuse store scene layout render io",
    "ui": "base time article extract model fuse store scene layout render io",
}
# Outside libraries that only some folders may see, by the start of the name.
ONLY_IN = {
    r"(gtk|gdk|gsk)/": {"ui"},
    r"libxml/": {"base", "article", "extract", "render", "io"},
    r"sqlite3\.h": {"store"},
    r"unicode/": {"base", "time", "article", "extract", "model"},
    r"(archive|archive_entry|poppler)\.h": {"article"},
    r"cairo|pango/": {"render", "ui", "io"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def faults_of(path, folder):
    for kind, name in INCLUDE.findall(path.read_text(encoding="utf-8")):
        if kind == '"' and "/" in name:
            other = name.split("/")[0]
            if other != folder and other not in MAY_INCLUDE[folder].split():
                yield f'{folder} may not include "{name}"'
        if kind == "<":
            for pattern, folders in ONLY_IN.items():
                if re.match(pattern, name) and folder not in folders:
                    yield f"{folder} may not include <{name}>"


def main():
    root = pathlib.Path(sys.argv[1]) / "src"
    faults = []
    for folder in sorted(p for p in root.iterdir() if p.is_dir()):
        if folder.name not in MAY_INCLUDE:
            faults.append(f"{folder.name}: no row in the table of folders")
            continue
        for path in sorted(folder.rglob("*.[ch]")):
            faults += [f"{path.relative_to(root)}: {f}" for f in faults_of(path, folder.name)]
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
