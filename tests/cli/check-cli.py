#!/usr/bin/env python3
"""Runs the command line as a person or a pipeline would, good calls and bad.

  check-cli.py PROGRAM SOURCE_ROOT [TEST…]
"""
import csv
import io
import json
import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

PROGRAM = sys.argv.pop(1)
ROOT = pathlib.Path(sys.argv.pop(1))
KOREA = ROOT / "resources/samples/korean-armistice.txt"
ROME = ROOT / "resources/samples/rome-and-carthage.txt"
PLANTS = ROOT / "resources/samples/how-plants-came-ashore.txt"

PAGE = """<!doctype html><html lang="en"><head><title>The weir</title>
<meta property="article:published_time" content="2021-05-06T07:00:00+02:00"></head>
<body><article><h1>The weir</h1><p>The old weir broke on 3 May 1911, and the mill below it was
never rebuilt. Its owner left the valley two years later, with his family and what the flood
had spared.</p><p>A new weir was opened by the mayor on Tuesday.</p></article></body></html>"""


def run(*words, stdin=b"", env=None, limits=None):
    """The command's exit status, output and messages."""
    done = subprocess.run([PROGRAM, *map(str, words)], input=stdin, capture_output=True,
                          env={**os.environ, **(env or {})}, preexec_fn=limits, timeout=120)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class Folder(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        self.keep = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.keep.name)

    def tearDown(self):
        self.keep.cleanup()

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


class Read(Folder):
    def test_plain_text(self):
        status, out, err = run("read", KOREA)
        article = json.loads(out)
        self.assertEqual((status, err), (0, ""))
        self.assertEqual(article["id"], "korean-armistice.txt")
        self.assertTrue(article["title"].startswith("Seventy years on"))
        self.assertEqual(article["byline"], "Hana Whitlock")
        self.assertEqual(article["published"], "2023-07-27T06:45:00+00:00")
        self.assertEqual(article["language"], "en")
        self.assertIsNone(article["url"])

    def test_html(self):
        status, out, _ = run("read", "--explain", self.write("weir.html", PAGE))
        article = json.loads(out)
        self.assertEqual(status, 0)
        self.assertEqual(article["title"], "The weir")
        self.assertEqual(article["published"], "2021-05-06T07:00:00+02:00")
        self.assertIn("3 May 1911", article["text"])
        self.assertIn("carrier", article["found_in"]["published"])

    def test_text_is_kept_unchanged(self):
        text = "  A line.\r\n\r\n\r\nOn 3 May 1911  it broke.\tCafe\u0301 \U0001f600\n"
        _, out, _ = run("read", "--input", "text", "-", stdin=text.encode())
        self.assertEqual(json.loads(out)["text"], text)

    def test_bytes_that_are_not_utf8(self):
        _, out, _ = run("read", "--input", "text", "-", stdin=b"In 1911 \xff\xfe it \xe2\x82 broke")
        self.assertEqual(json.loads(out)["text"], "In 1911 \ufffd\ufffd it \ufffd broke")

    def test_json_lines(self):
        lines = [{"id": "a", "text": "It broke in 1911."}, {"id": "b", "path": str(KOREA)},
                 {"id": "c"}, {"id": "d", "html": PAGE, "url": "https://example.org/w"}]
        stdin = "".join(json.dumps(line) + "\n" for line in lines).encode() + b"[[[\nnull\n"
        status, out, _ = run("read", "--input", "jsonl", "-", stdin=stdin)
        answers = [json.loads(line) for line in out.splitlines()]
        self.assertEqual(status, 1)
        self.assertEqual([a["id"] for a in answers], ["a", "b", "c", "d", None, None])
        self.assertEqual(["error" in a for a in answers], [False, False, True, False, True, True])
        self.assertEqual(answers[3]["url"], "https://example.org/w")

    def test_a_line_knows_its_date_better_than_the_text(self):
        line = {"text": "The weir\n\n6 May 2021\n\nIt broke.", "published": "2021-05-07"}
        _, out, _ = run("read", "--input", "jsonl", "-", stdin=json.dumps(line).encode())
        self.assertEqual(json.loads(out)["published"], "2021-05-07")
        _, out, _ = run("read", "--published", "2021-05-07", "-", stdin=line["text"].encode())
        self.assertEqual(json.loads(out)["published"], "2021-05-06")

    def test_hostile_nesting(self):
        status, out, _ = run("read", "--input", "jsonl", "-", stdin=b'{"id":' + b"[" * 1000000 + b"\n")
        self.assertEqual(status, 1)
        self.assertIn("nested", json.loads(out)["error"])


class Extract(Folder):
    def test_sample(self):
        status, out, err = run("extract", KOREA)
        answer = json.loads(out)
        text = answer["article"]["text"]
        self.assertEqual((status, err), (0, ""))
        for mention in answer["mentions"]:
            self.assertEqual(text[mention["start"]:mention["end"]], mention["text"])
            self.assertTrue(mention["why"])
        values = [m["value"] for m in answer["mentions"]]
        for value in ("1950-06-28", "1950-09-15", "1951-03", "1953-07-27T10:00"):
            self.assertIn(value, values)
        self.assertGreater(len(answer["claims"]), 15)
        for claim in answer["claims"]:
            sentence = text[claim["sentence"]["start"]:claim["sentence"]["end"]]
            self.assertIn(answer["mentions"][claim["mention"]]["text"], sentence)
            self.assertLessEqual(len(claim["title"]), 64)
            self.assertNotIn(claim["title"][-1], ",;:-")
        statuses = {c["status"] for c in answer["claims"]}
        self.assertLessEqual(statuses, {"happened", "planned", "reported", "denied", "hypothetical"})

    def test_a_short_text_is_read_by_its_script(self):
        _, out, _ = run("extract", "-", stdin="В июле 1943 года мост сгорел.".encode())
        self.assertEqual([mention["value"] for mention in json.loads(out)["mentions"]], ["1943-07"])

    def test_explain(self):
        text = "The weir broke on 3 May. It had leaked since early 1908."
        _, plain, _ = run("extract", "--published", "1911-05-06", "-", stdin=text.encode())
        _, out, _ = run("extract", "--published", "1911-05-06", "--explain", "-", stdin=text.encode())
        self.assertNotIn("steps", json.loads(plain)["mentions"][0])
        day, year = json.loads(out)["mentions"]
        self.assertRegex(day["steps"][0], r"^“3 May” is a “day” by the pattern in line \d+ of the language pack “en”$")
        self.assertIn("counted from the article’s date, 1911-05-06", day["steps"])
        self.assertIn("of 1910-05-03, 1911-05-03 and 1912-05-03 the second was taken", day["steps"])
        self.assertRegex("\n".join(year["steps"]), "widened to “early 1908”, a “year”, by the pattern in line")
        self.assertRegex(year["steps"][-1], r"^it lies between 1908-01-01 and .*EDTF")
        for mention in (day, year):
            self.assertTrue(mention["why"])

    def test_no_date(self):
        status, out, _ = run("extract", "-", stdin=b"Nobody knows when this was.")
        self.assertEqual((status, json.loads(out)["claims"]), (0, []))

    def test_same_bytes_whatever_the_jobs_and_the_locale(self):
        line = json.dumps({"path": str(KOREA)}) + "\n" + json.dumps({"path": str(ROME)}) + "\n"
        call = ("extract", "--input", "jsonl", "-", "--jobs")
        one = run(*call, 1, stdin=line.encode() * 8)
        four = run(*call, 4, stdin=line.encode() * 8)
        german = run(*call, 3, stdin=line.encode() * 8,
                     env={"LC_ALL": "C.UTF-8", "LANGUAGE": "de", "DTL_LOCALE_DIR": os.environ.get("DTL_TEST_PO", "")})
        self.assertEqual(len(one[1].splitlines()), 16)
        self.assertEqual(one, four)
        self.assertEqual(one, german)

    def test_csv(self):
        _, out, _ = run("extract", "--format", "csv", KOREA, ROME)
        rows = list(csv.DictReader(io.StringIO(out, newline="")))
        self.assertGreater(len(rows), 40)
        self.assertEqual({row["article"] for row in rows}, {KOREA.name, ROME.name})
        self.assertIn("-0201-10", {row["edtf"][:8] for row in rows})

    def test_timeml(self):
        _, out, _ = run("extract", "--format", "timeml", KOREA)
        tree = ElementTree.fromstring(out)
        text = "".join(tree.find("TEXT").itertext())
        self.assertEqual(text, json.loads(run("read", KOREA)[1])["text"])
        self.assertIn("1950-06-28", [t.get("value") for t in tree.iter("TIMEX3")])


class Render(Folder):
    def test_each_kind(self):
        for name, magic in (("a.svg", b"<?xml"), ("a.pdf", b"%PDF"), ("a.png", b"\x89PNG")):
            path = self.folder / name
            status, out, err = run("render", KOREA, ROME, "-o", path)
            self.assertEqual((status, out, err), (0, "", ""), name)
            self.assertTrue(path.read_bytes().startswith(magic), name)

    def test_svg_holds_every_claim(self):
        path = self.folder / "rome.svg"
        run("render", ROME, "-o", path)
        claims = json.loads(run("extract", ROME)[1])["claims"]
        svg = "{http://www.w3.org/2000/svg}"
        groups = [g for g in ElementTree.parse(path).iter(svg + "g") if g.get("id", "").startswith("e")
                  and g.get("id")[1:].isdigit()]
        self.assertEqual(len(groups), len(claims))
        for group in groups:
            self.assertTrue(group.find(svg + "title").text)

    def test_same_bytes_twice(self):
        for name in ("one.svg", "two.svg"):
            run("render", PLANTS, "-o", self.folder / name)
        self.assertEqual((self.folder / "one.svg").read_bytes(), (self.folder / "two.svg").read_bytes())

    def test_window_of_time(self):
        path = self.folder / "part.svg"
        status, _, err = run("render", KOREA, "--from", "1950", "--to", "1953", "--width", 800,
                             "--height", 400, "-o", path)
        self.assertEqual((status, err), (0, ""))
        self.assertIn('width="800"', path.read_text())

    def test_refusals(self):
        for words in (("render", KOREA), ("render", "-o", "x.svg"), ("render", KOREA, "-o", "x.gif"),
                      ("render", KOREA, "-o", "x.svg", "--theme", "pink"),
                      ("render", KOREA, "-o", "x.svg", "--width", "-3"),
                      ("render", KOREA, "-o", "x.svg", "--from", "2000", "--to", "1900")):
            status, out, err = run(*words)
            self.assertEqual((status, out), (2, ""), words)
            self.assertTrue(err.startswith("dateline: "), words)

    def test_an_older_picture_survives_a_full_disk(self):
        path = self.write("old.png", b"old")

        def small():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # an error, as a full disk gives
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

        status, _, err = run("render", KOREA, "-o", path, limits=small)
        self.assertEqual(status, 1)
        self.assertTrue(err.startswith("dateline: "), err)
        self.assertEqual(path.read_bytes(), b"old")
        self.assertEqual([p.name for p in self.folder.iterdir()], ["old.png"])

    def test_no_such_folder(self):
        status, _, err = run("render", KOREA, "-o", self.folder / "no" / "a.svg")
        self.assertEqual(status, 1)
        self.assertIn("a.svg", err)


class Date(unittest.TestCase):
    def test_phrase(self):
        status, out, _ = run("date", "c. 1200 BC")
        answer = json.loads(out)
        want = {"phrase": "c. 1200 BC", "type": "DATE", "value": "BC1200", "edtf": "-1199~",
                "calendar": "julian", "earliest": "-1199-01-01", "latest_start": "-1199-12-31",
                "earliest_end": "-1199-01-01", "latest": "-1199-12-31", "jdn": [1283124, 1283488],
                "approximate": True, "uncertain": False, "precision": "year"}
        self.assertEqual(status, 0)
        self.assertEqual({k: answer.get(k) for k in want}, want)

    def test_several_and_one_that_is_none(self):
        status, out, _ = run("date", "14 July 1789", "Room 1984", "30 February 2023")
        answers = [json.loads(line) for line in out.splitlines()]
        self.assertEqual(status, 1)
        self.assertEqual([a["phrase"] for a in answers], ["14 July 1789", "Room 1984", "30 February 2023"])
        self.assertEqual(["error" in a for a in answers], [False, True, True])

    def test_lines_of_standard_input(self):
        lines = '1984\n{"phrase": "three years later", "reference": "1950-06-25"}\n{"phrase": 3}\n'
        _, out, _ = run("date", "-", stdin=lines.encode())
        answers = [json.loads(line) for line in out.splitlines()]
        self.assertEqual(answers[0]["edtf"], "1984")
        self.assertTrue(answers[1]["edtf"].startswith("1953"))
        self.assertIn("error", answers[2])

    def test_edtf(self):
        _, out, _ = run("date", "--edtf", "1984-06?/2004-08", "1984-13-77")
        first, second = [json.loads(line) for line in out.splitlines()]
        self.assertEqual((first["level"], first["kind"]), (1, "span"))
        self.assertEqual((first["earliest"], first["latest"]), ("1984-06-01", "2004-08-31"))
        self.assertIn("error", second)

    def test_words(self):
        _, out, _ = run("date", "--format", "text", "44 BC")
        self.assertEqual(out, "44 BC: 44 BC\n")

    def test_unknown_calendar(self):
        self.assertEqual(run("date", "--calendar", "martian", "1984")[0], 2)


PACK = """<language tag="xx" name="Test">
<class name="month" field="month"><words value="5">Mirth</words></class>
<phrases><pattern as="day">{#day} {month} {#year}</pattern></phrases>
<examples><example text="3 Mirth 1911" value="1911-05-03"/>
<example text="3 Mirth 1912" value="1911-05-03"/></examples></language>
"""


class Languages(Folder):
    def test_in_order(self):
        status, out, err = run("check-language", ROOT / "resources/languages/en.xml")
        self.assertEqual((status, err), (0, ""))
        self.assertIn("en.xml: in order, and ", out)

    def test_a_failing_example_is_told_with_its_line(self):
        pack = self.write("xx.xml", PACK)
        self.assertEqual(run("check-language", pack),
                         (1, "", f"dateline: {pack}:5: “3 Mirth 1912” is 1912-05-03, expected 1911-05-03\n"))

    def test_each_file_is_checked(self):
        bad, good = self.write("bad.xml", "<language>"), self.write("xx.xml", PACK.replace("1912", "1911"))
        status, out, err = run("check-language", bad, good)
        self.assertEqual(status, 1)
        self.assertIn("bad.xml:1: this is not XML", err)
        self.assertIn("xx.xml: in order, and 2 examples are right", out)
        self.assertEqual(run("check-language")[0], 2)

    def test_own_pack(self):
        pack = self.write("dateline/languages/xx.xml", PACK)
        for words in (["--language-file", pack], ["--language", "xx"]):
            status, out, _ = run("date", *words, "3 Mirth 1911", env={"XDG_DATA_HOME": str(self.folder)})
            self.assertEqual((status, json.loads(out)["edtf"]), (0, "1911-05-03"))
        _, out, _ = run("extract", "--language-file", pack, "-", stdin=b"They built it on 3 Mirth 1911.")
        self.assertEqual([mention["value"] for mention in json.loads(out)["mentions"]], ["1911-05-03"])
        status, _, err = run("date", "--language-file", self.write("bad.xml", "<a/>"), "1911")
        self.assertEqual(status, 2)
        self.assertIn("bad.xml:1: ", err)


class BadInput(Folder):
    """A clear sentence, status 1, and every other input done."""

    def complaint(self, path, limits=None):
        status, out, err = run("read", "--format", "jsonl", path, KOREA, limits=limits)
        self.assertEqual(status, 1)
        self.assertEqual(json.loads(out)["id"], KOREA.name)
        self.assertTrue(err.startswith(f"dateline: {path}: "), err)
        self.assertEqual(err.count("\n"), 1, err)
        return err

    def test_missing_file(self):
        self.complaint(self.folder / "nothing.txt")

    def test_folder(self):
        self.complaint(self.folder)

    def test_empty_file(self):
        self.complaint(self.write("empty.txt", ""))

    def test_picture(self):
        self.complaint(self.write("photo.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 40))

    def test_a_gigabyte_of_zeros(self):
        path = self.folder / "zeros.txt"
        with open(path, "wb") as file:
            file.truncate(1 << 30)
        self.complaint(path)

    def test_broken_html(self):
        status, out, _ = run("read", self.write("b.html", PAGE.replace("</p>", "").replace("</article>", "<div <p><<")))
        self.assertEqual(status, 0)
        self.assertIn("3 May 1911", json.loads(out)["text"])

    def test_wrong_encoding(self):
        page = PAGE.replace("<head>", '<head><meta charset="utf-8">').replace("old weir", "alte Mühle für Öl")
        _, out, _ = run("read", self.write("w.html", page.encode("latin-1")))
        self.assertIn("alte Mühle für Öl", json.loads(out)["text"])

    def test_an_address_is_not_fetched_unasked(self):
        status, out, err = run("read", "http://127.0.0.1:9/")
        self.assertEqual((status, out), (1, ""))
        self.assertIn("--fetch", err)

    def test_a_wrong_call(self):
        for words in (("read",), ("read", "--input", "cat", KOREA), ("read", "--format", "gif", KOREA),
                      ("read", "--published", "yesterdayish", KOREA), ("read", "--jobs", "0", KOREA),
                      ("extract", "--nonsense", KOREA)):
            status, out, err = run(*words)
            self.assertEqual((status, out), (2, ""), words)
            self.assertTrue(err.startswith("dateline: "), words)

    def test_help_and_version(self):
        self.assertEqual(run("--version")[1].split()[0], "dateline")
        for word in ("read", "extract", "render", "date"):
            self.assertIn(word, run("--help")[1])
            self.assertEqual(run(word, "--help")[0], 0)


if __name__ == "__main__":
    unittest.main()
