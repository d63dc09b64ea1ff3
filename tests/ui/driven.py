#!/usr/bin/env python3
"""The whole program as a person has it.

  tests/ui-session driven.py PROGRAM DRAG_SOURCE [TEST…]

Prints TAP. Each test starts the program anew, in a folder of its own.
"""

import contextlib
import http.server
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time
import xml.etree.ElementTree

from driver import App, Atspi, GLib, happens_soon, role_of, wait_for, walk, xdotool

PROGRAM = sys.argv[1]
DRAG_SOURCE = sys.argv[2]

KOREA = """A truce and its anniversary

By A. Writer
27 July 2023

The war began on 25 June 1950, when troops crossed the border at dawn.

An armistice was signed on 27 July 1953 in a village called Panmunjom. It
stopped the fighting.

In 1948 two governments had been set up. A summit was held on 27 April 2018.
"""

ROME = """Two cities

Carthage was founded in 814 BC. The first war ended in 241 BC with a battle.
"""

# Its only day has no year but that of the article, which does not say it.
BRIDGE = """The bridge of Lindau

The bridge was closed on 3 March. It had been built in 1911.
"""

UNDATED = """How to peel an onion

Take a sharp knife. Cut off both ends, and pull the skin away.
"""

TESTS = []


def test(function):
    TESTS.append(function)
    return function


def write(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def put_in_clipboard(text, kind):
    # It stays behind to serve the clipboard, and must not hold our output open.
    subprocess.run(["xclip", "-selection", "clipboard", "-t", kind], input=text.encode(),
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    time.sleep(0.3)  # until the program was told of the new owner


# --- an article ---


@test
def an_article_becomes_a_timeline(folder):
    with App(PROGRAM, write(folder, "korea.txt", KOREA)) as app:
        assert app.state("view") == "timeline"
        events = wait_for("events", lambda: app.events())
        names = {e.get_name(): e.get_description() for e in events}
        assert any("1953" in d for d in names.values()), names
        assert any("1950" in d for d in names.values()), names


@test
def an_event_tells_its_sentence(folder):
    with App(PROGRAM, write(folder, "korea.txt", KOREA)) as app:
        wait_for("events", lambda: app.events())
        event = next(e for e in app.events() if "1953" in e.get_description())
        Atspi.Action.do_action(event, 0)
        wait_for("the selection", lambda: app.state("select") != 0)
        app.reads("An armistice was signed on 27 July 1953 in a village called Panmunjom.")
        app.reads("27 July 1953")
        app.reads("A truce and its anniversary")
        app.reads("A. Writer")
        event.clear_cache()
        assert event.get_state_set().contains(Atspi.StateType.SELECTED)


@test
def the_wheel_zooms_and_zero_shows_everything(folder):
    with App(PROGRAM, write(folder, "korea.txt", KOREA)) as app:
        wide = app.state("zoom")
        app.point_at(200, 300)
        xdotool("click", "--repeat", 5, "--delay", 40, 4)
        wait_for("a closer view", lambda: app.state("zoom") < wide / 2.5)
        xdotool("click", "--repeat", 2, "--delay", 40, 5)
        near = app.state("zoom")
        app.keys("plus")
        wait_for("a closer view", lambda: app.state("zoom") < near)
        app.keys("0")
        wait_for("everything", lambda: abs(app.state("zoom") / wide - 1) < 1e-6)


@test
def a_drag_moves_the_view(folder):
    with App(PROGRAM, write(folder, "korea.txt", KOREA)) as app:
        before = app.state("middle")
        app.point_at(500, 560)
        xdotool("mousedown", 1)
        for _ in range(6):
            xdotool("mousemove_relative", "--", -30, 0)
            time.sleep(0.02)
        xdotool("mouseup", 1)
        wait_for("a later view", lambda: app.state("middle") > before)


@test
def the_arrows_walk_and_the_focus_follows(folder):
    with App(PROGRAM, write(folder, "korea.txt", KOREA), write(folder, "rome.txt", ROME)) as app:
        wait_for("events", lambda: app.events())
        app.keys("Right")
        first = wait_for("a first event", lambda: app.state("select"))
        # To the end of the lane, and one back.
        app.keys(*["Right"] * 9, "Left")
        second = wait_for("another event", lambda: app.state("select") != first and app.state("select"))
        wait_for("the focus", lambda: any(
            e.get_state_set().contains(Atspi.StateType.FOCUSED) for e in app.events()))
        app.keys("Down", "Up", "Up")
        wait_for("the other lane", lambda: app.state("select") != second)
        wide = app.state("zoom")
        app.keys("Return")
        wait_for("a close view", lambda: app.state("zoom") < wide / 2)
        app.keys("Escape")
        wait_for("nothing selected", lambda: app.state("select") == 0)


@test
def a_double_click_flies_to_the_event(folder):
    with App(PROGRAM, write(folder, "korea.txt", KOREA)) as app:
        event = wait_for("events", lambda: app.events())[0]
        wide = app.state("zoom")
        app.activate("select", GLib.Variant("i", 1))
        app.activate("deselect")
        # Where a label is, nobody knows from outside: look for one.
        canvas = app.find("list", "Timeline")
        for y in range(120, 420, 8):
            app.point_at(140, y)
            xdotool("click", 1)
            if happens_soon(lambda: app.state("select")):
                break
        assert app.state("select"), f"{event.get_name()} and others are not where a pointer finds them in {canvas}"
        # On a busy machine the two presses may lie too far apart to be one double click.
        for _ in range(10):
            time.sleep(0.6)  # or the next two clicks are the second and third
            xdotool("click", "--repeat", 2, "--delay", 40, 1)
            if happens_soon(lambda: app.state("zoom") < wide / 2):
                break
        wait_for("a close view", lambda: app.state("zoom") < wide / 2)


SECONDS_PER_YEAR = 31556952


def year_of(app):
    return 1970 + app.state("middle") / SECONDS_PER_YEAR


@test
def home_and_end_go_to_the_first_and_last_event(folder):
    with App(PROGRAM, write(folder, "korea.txt", KOREA)) as app:
        wait_for("events", lambda: app.events())
        app.keys("End")
        app.reads("A summit was held on 27 April 2018.")
        app.keys("Home")
        app.reads("In 1948 two governments had been set up.")


@test
def a_date_in_words_is_gone_to(folder):
    with App(PROGRAM, write(folder, "korea.txt", KOREA)) as app:
        wait_for("events", lambda: app.events())
        app.keys("ctrl+g")
        wait_for("the bar", lambda: app.state("find-date"))
        app.type("spring 1961")
        app.keys("Return")
        wait_for("1961", lambda: 1961 < year_of(app) < 1962)
        app.keys("ctrl+a")
        app.type("44 BC")
        app.reads("44 BC")
        app.keys("Return")
        wait_for("44 BC", lambda: -44 < year_of(app) < -42)
        app.keys("ctrl+a")
        app.type("30 February 1951")
        app.keys("Return")
        app.reads("“30 February 1951”")
        assert -44 < year_of(app) < -42
        app.keys("Escape")
        wait_for("the bar's end", lambda: not app.state("find-date"))


@test
def past_views_are_gone_back_to(folder):
    with App(PROGRAM, write(folder, "korea.txt", KOREA)) as app:
        wide = app.state("zoom")
        assert not app.is_enabled("go-back")
        time.sleep(1.1)  # a view counts when it was looked at
        app.keys("d")
        wait_for("a decade", lambda: abs(app.state("zoom") / wide - 1) > 0.5)
        near = app.state("zoom")
        app.keys("alt+Left")
        wait_for("everything", lambda: abs(app.state("zoom") / wide - 1) < 1e-6)
        Atspi.Action.do_action(app.find("button", "Forward to the view after"), 0)
        wait_for("the decade", lambda: app.state("zoom") < wide / 2)
        assert app.state("zoom") <= near * 1.5


@test
def periods_and_lanes_are_fitted(folder):
    with App(PROGRAM, write(folder, "korea.txt", KOREA), write(folder, "rome.txt", ROME)) as app:
        wait_for("events", lambda: app.events())
        wide = app.state("zoom")
        app.keys("End", "l")
        wait_for("the lane", lambda: app.state("zoom") < wide / 10)
        app.keys("c")
        wait_for("the century", lambda: 2049 < year_of(app) < 2051)
        app.keys("d")
        wait_for("the decade", lambda: 2014 < year_of(app) < 2016)
        app.keys("y")
        wait_for("the year", lambda: 2018 < year_of(app) < 2019)


@test
def motion_is_switched_off(folder):
    with App(PROGRAM, write(folder, "korea.txt", KOREA)) as app:
        wait_for("events", lambda: app.events())
        app.call("Activate", GLib.Variant("(sava{sv})", ("animate", [], {})), window=None)
        wide = app.state("zoom")
        app.activate("zoom-in")
        # At once: the next question already finds it there.
        assert abs(wide / app.state("zoom") - 1.6) < 1e-6


@test
def the_cross_hair_names_the_moment(folder):
    with App(PROGRAM, write(folder, "korea.txt", KOREA)) as app:
        wait_for("events", lambda: app.events())
        app.keys("x", "Home", "d")
        app.find("image", "1948")
        app.keys("End", "y")
        app.find("image", "27 April 2018: 1 event")
        app.keys("x")
        wait_for("its end", lambda: not app.look("image", "27 April 2018"))


@test
def the_minimap_is_dragged_and_hidden(folder):
    with App(PROGRAM, write(folder, "korea.txt", KOREA)) as app:
        wait_for("events", lambda: app.events())
        app.keys("End", "y")
        wait_for("the year", lambda: 2018 < year_of(app) < 2019)
        minimap = app.find("scroll bar", "The whole timeline")
        wait_for("what is in view", lambda: "2017 to" in (minimap.clear_cache(), minimap.get_description())[1])
        place = app.geometry()
        app.point_at(150, place["HEIGHT"] - 25)
        xdotool("click", 1)
        wait_for("an earlier year", lambda: year_of(app) < 1975)
        app.keys("m")
        wait_for("its end", lambda: not app.look("scroll bar", "The whole timeline"))


@test
def what_is_in_view_is_told_in_words(folder):
    with App(PROGRAM, write(folder, "korea.txt", KOREA)) as app:
        wait_for("events", lambda: len(app.events()) > 2)
        canvas = app.find("list", "Timeline")
        app.keys("End", "c")
        wait_for("those of the century", lambda: not any(
            "1948" in e.get_description() or "1950" in e.get_description() for e in app.events()))
        wait_for("the century in words", lambda: "to 2100s" in (canvas.clear_cache(), canvas.get_description())[1])
        # The keyboard's walk takes the focus along, in the order of time.
        app.keys("0", "Home")
        for date in ("25 June 1950", "25 June 1950", "27 July 1953", "27 April 2018"):
            app.keys("Right")
            wait_for(date, lambda: any(date in e.get_description() and (e.clear_cache(), e.get_state_set())[1].contains(
                Atspi.StateType.FOCUSED) for e in app.events()))


# --- finding ---


@test
def find_walks_the_results(folder):
    with App(PROGRAM, write(folder, "korea.txt", KOREA)) as app:
        app.keys("ctrl+f")
        wait_for("the bar", lambda: app.state("find"))
        app.type("armistice")
        app.reads("1 of 1")
        wait_for("the selection", lambda: app.state("select") != 0)
        app.keys("ctrl+a")
        app.type("xylophone")
        app.reads("Not found")
        app.keys("Escape")
        wait_for("the bar's end", lambda: not app.state("find"))


# --- bringing in ---


@test
def a_sample_opens_from_the_empty_page(folder):
    with App(PROGRAM) as app:
        assert app.state("view") == "empty"
        Atspi.Action.do_action(app.find("button", "Rome and Carthage"), 0)
        wait_for("a timeline", lambda: app.state("view") == "timeline")


@test
def text_is_pasted(folder):
    with App(PROGRAM) as app:
        put_in_clipboard(KOREA, "UTF8_STRING")
        app.keys("ctrl+v")
        wait_for("a timeline", lambda: app.state("view") == "timeline")
        wait_for("events", lambda: app.events())


@test
def a_page_is_pasted(folder):
    page = "<h1>Two wars</h1><p>The first war ended in 1918 after four years.</p><p>The second began in 1939.</p>"
    with App(PROGRAM) as app:
        put_in_clipboard(page, "text/html")
        app.keys("ctrl+v")
        wait_for("a timeline", lambda: app.state("view") == "timeline")
        assert any("1918" in e.get_description() for e in wait_for("events", app.events))


@test
def nothing_to_paste_is_said(folder):
    with App(PROGRAM) as app:
        put_in_clipboard("not text", "image/png")
        app.activate("paste")
        app.reads("There is nothing to read in the clipboard")


@test
def a_file_is_dropped(folder):
    path = write(folder, "korea.txt", KOREA)
    with App(PROGRAM) as app:
        source = subprocess.Popen([DRAG_SOURCE, str(path)])
        try:
            other = xdotool("search", "--sync", "--onlyvisible", "--pid", source.pid).split()[-1]
            xdotool("windowmove", "--sync", other, 0, 0)
            xdotool("mousemove", 80, 90, "mousedown", 1)
            place = app.geometry()
            for step in range(1, 13):
                x = 80 + (place["X"] + 400 - 80) * step // 12
                y = 90 + (place["Y"] + 300 - 90) * step // 12
                xdotool("mousemove", x, y)
                time.sleep(0.04)
            xdotool("mouseup", 1)
            wait_for("a timeline", lambda: app.state("view") == "timeline")
        finally:
            source.kill()
            source.wait()


@test
def a_file_is_opened_by_the_dialog(folder):
    path = write(folder, "korea.txt", KOREA)
    with App(PROGRAM) as app:
        app.keys("ctrl+o")
        wait_for("the dialog", lambda: "Open Articles" in xdotool("getactivewindow", "getwindowname"))
        app.keys("ctrl+l")
        time.sleep(0.3)
        app.type(str(path))
        app.keys("Return")
        wait_for("a timeline", lambda: app.state("view") == "timeline")


class Page(http.server.BaseHTTPRequestHandler):
    """Answers /article with one, /slow after a long time, all else with 404."""

    def do_GET(self):
        if self.path == "/slow":
            time.sleep(5)
        self.send_response(200 if self.path in ("/article", "/slow") else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(b"<h1>Two wars</h1><p>The first war ended in 1918 after four years of fighting.</p>"
                             b"<p>The second one began in 1939, and it was longer than the first.</p>")

    def log_message(self, *words):
        pass


@contextlib.contextmanager
def serve():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@test
def an_address_is_fetched(folder):
    with serve() as site, App(PROGRAM) as app:
        app.keys("ctrl+l")
        wait_for("the dialog", lambda: "Open an Address" in xdotool("getactivewindow", "getwindowname"))
        app.type(f"{site}/article")
        app.keys("Return")
        wait_for("a timeline", lambda: app.state("view") == "timeline")
        event = wait_for("events", app.events)[0]
        Atspi.Action.do_action(event, 0)
        wait_for("the link", lambda: app.look("link", f"{site}/article"))


@test
def a_pasted_address_is_fetched(folder):
    with serve() as site, App(PROGRAM) as app:
        put_in_clipboard(f"{site}/article", "UTF8_STRING")
        app.keys("ctrl+v")
        wait_for("a timeline", lambda: app.state("view") == "timeline")


@test
def a_missing_page_is_told(folder):
    with serve() as site, App(PROGRAM) as app:
        app.open(f"{site}/nothing")
        app.reads("There is no page at this address (404)")
        assert app.state("view") == "empty"


@test
def long_work_is_shown_and_cancelled(folder):
    with serve() as site, App(PROGRAM) as app:
        app.activate("open-files", GLib.Variant("as", [f"{site}/slow"]))
        wait_for("the work", lambda: "Reading" in app.state("busy"))
        Atspi.Action.do_action(app.find("button", "Cancel"), 0)
        wait_for("its end", lambda: app.state("busy") == "")
        assert app.state("view") == "empty"


# --- bad input ---

BAD = {
    "missing.txt": None,
    "empty.txt": b"",
    "picture.jpg": bytes.fromhex("ffd8ffe000104a46494600010100000100010000") + b"\x11\x80" * 400,
    "zeros": b"\0" * 200000,
    "noise.bin": bytes((i * 7919 >> 3) & 255 for i in range(20000)),
}


@test
def bad_files_are_told_and_the_good_one_shown(folder):
    paths = [folder / n if c is None else write(folder, n, c) for n, c in BAD.items()]
    with App(PROGRAM, write(folder, "korea.txt", KOREA)) as app:
        huge = write(folder, "huge.txt", b"")
        os.truncate(huge, 1 << 30)
        for path in paths + [folder, huge]:
            app.open(path)
            app.reads(f"Could not open “{path.name}”")
            assert app.state("view") == "timeline"
        assert app.process.poll() is None


@test
def many_bad_files_are_one_notice(folder):
    with App(PROGRAM) as app:
        app.open(*[folder / f"missing-{i}.txt" for i in range(9)])
        app.reads("9 files could not be opened")
        app.reads("and 5 more")


@test
def an_article_without_a_date_is_shown(folder):
    with App(PROGRAM, write(folder, "onion.txt", UNDATED)) as app:
        app.reads("No dates found in “How to peel an onion”")
        assert app.state("view") == "article"
        text = next(a for a in walk(app.root) if role_of(a) == "text" and "article" in (a.get_name() or ""))
        assert "pull the skin away" in Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))


# --- saving and exporting ---


@test
def pictures_are_exported(folder):
    with App(PROGRAM, write(folder, "korea.txt", KOREA)) as app:
        for name, start in (("out.svg", b"<"), ("out.pdf", b"%PDF"), ("out.png", b"\x89PNG")):
            app.activate("export-to", GLib.Variant("s", str(folder / name)))
            app.reads(f"Exported to “{name}”")
            assert (folder / name).read_bytes().startswith(start)
        drawn = "".join(xml.etree.ElementTree.parse(folder / "out.svg").getroot().itertext())
        assert "armistice" in drawn.lower(), drawn


@test
def a_picture_that_cannot_be_written_is_told(folder):
    with App(PROGRAM, write(folder, "korea.txt", KOREA)) as app:
        app.activate("export-to", GLib.Variant("s", str(folder / "no such folder" / "out.svg")))
        app.reads("Could not export to “out.svg”")
        app.reads("There is no such folder.")
        app.activate("export-to", GLib.Variant("s", str(folder / "out.doc")))
        app.reads("Could not export to “out.doc”")


@test
def a_document_is_saved_and_opened(folder):
    document = folder / "Korea.dateline"
    with App(PROGRAM, write(folder, "korea.txt", KOREA)) as app:
        names = sorted(e.get_name() for e in wait_for("events", app.events))
        app.activate("save-to", GLib.Variant("s", str(document)))
        wait_for("the file", document.exists)
        wait_for("the title", lambda: xdotool("getwindowname", app.id).strip() == "Korea")
    with App(PROGRAM, document) as app:
        again = sorted(e.get_name() for e in wait_for("events", app.events))
        assert again == names, (again, names)
        assert xdotool("getwindowname", app.id).strip() == "Korea"


@test
def closing_asks_before_something_is_lost(folder):
    with App(PROGRAM) as app:
        put_in_clipboard(KOREA, "UTF8_STRING")
        app.activate("paste")
        wait_for("a timeline", lambda: app.state("view") == "timeline")
        app.activate("close")
        app.reads("Save the timeline before closing?")
        app.keys("Escape")
        wait_for("the question's end", lambda: "Save the timeline" not in app.texts())
        assert app.state("view") == "timeline"
        app.activate("close")
        Atspi.Action.do_action(app.find("button", "Don’t Save"), 0)
        assert app.process.wait(10) == 0


@test
def a_crash_loses_nothing(folder):
    with App(PROGRAM) as app:
        put_in_clipboard(KOREA, "UTF8_STRING")
        app.activate("paste")
        wait_for("a timeline", lambda: app.state("view") == "timeline")
        wait_for("a copy", lambda: list((folder / "state" / "dateline" / "unsaved").glob("*.dateline")))
        app.process.kill()
    with App(PROGRAM, write(folder, "rome.txt", ROME)) as app:
        app.reads("Dateline ended before your timeline was saved")
        app.activate("recover")
        wait_for("the old events", lambda: any("1953" in e.get_description() for e in app.events()))


@test
def an_article_is_taken_out(folder):
    with App(PROGRAM, write(folder, "korea.txt", KOREA), write(folder, "rome.txt", ROME)) as app:
        wait_for("events", lambda: app.events())
        Atspi.Action.do_action(app.find("button", "Remove “Two cities”"), 0)
        wait_for("its end", lambda: not any("BC" in e.get_description() for e in app.events()))
        Atspi.Action.do_action(app.find("button", "Undo"), 0)
        wait_for("its return", lambda: any("BC" in e.get_description() for e in app.events()))


@test
def an_article_is_corrected(folder):
    with App(PROGRAM, write(folder, "bridge.txt", BRIDGE)) as app:
        def has_day():
            return any("3 March 2021" in e.get_description() for e in app.events())

        wait_for("events", lambda: app.events())
        assert not has_day()
        app.activate("read-article", GLib.Variant("u", 1))
        Atspi.Action.do_action(app.find("button", "Correct"), 0)
        wait_for("the focus", lambda: app.find("text", "Title").get_state_set().contains(Atspi.StateType.FOCUSED))
        # An error stands at its field, and nothing is done.
        app.keys("ctrl+a", "BackSpace", "Tab", "ctrl+a")
        app.type("soon or later")
        app.keys("Return")
        app.reads("Give the article a title.")
        app.reads("“soon or later”")
        app.type("The old bridge")
        app.keys("Tab", "ctrl+a")
        app.type("5 May 2021")
        app.keys("Return")
        app.reads("“The old bridge” was read again")
        Atspi.Action.do_action(app.find("button", "Back to the timeline"), 0)
        wait_for("the day", has_day)
        # The document has it, too.
        document = folder / "bridge.dateline"
        app.activate("save-to", GLib.Variant("s", str(document)))
        wait_for("the file", document.exists)
        app.keys("ctrl+z")
        wait_for("the day's end", lambda: app.events() and not has_day())
    with App(PROGRAM, document) as app:
        wait_for("the day", lambda: any("3 March 2021" in e.get_description() for e in app.events()))
        app.reads("The old bridge")


# --- the window ---


@test
def keys_change_the_window(folder):
    with App(PROGRAM, write(folder, "korea.txt", KOREA)) as app:
        shown = app.state("show-sidebar")
        app.keys("F9")
        wait_for("the sidebar", lambda: app.state("show-sidebar") != shown)
        app.keys("F11")
        wait_for("full screen", lambda: app.state("fullscreen"))
        app.keys("F11")
        wait_for("the window", lambda: not app.state("fullscreen"))
        app.keys("F1")
        wait_for("the keys", lambda: app.look("label", "Export a picture"))
        app.keys("Escape")
        wait_for("their end", lambda: not app.look("label", "Export a picture"))
        app.keys("ctrl+question")
        wait_for("the keys", lambda: app.look("label", "Export a picture"))


@test
def everything_has_a_name(folder):
    with App(PROGRAM, write(folder, "korea.txt", KOREA)) as app:
        app.activate("select-next")
        wait_for("a selection", lambda: app.state("select"))
        app.keys("ctrl+f")
        wait_for("the bar", lambda: app.state("find"))
        app.open(folder / "missing.txt")
        nameless = [f"{role_of(a)} {a.get_name()!r}" for a in walk(app.find_root())
                    if role_of(a) in ("button", "toggle button", "entry", "text", "list", "list item")
                    and (not a.get_name() or a.get_name().startswith("Gtk"))]
        assert not nameless, nameless


@test
def it_starts_in_other_worlds(folder):
    article = write(folder, "korea.txt", KOREA)
    for env in ({"GTK_THEME": "Default:dark"}, {"GTK_THEME": "Default-hc"}, {"GDK_SCALE": "2"},
                {"LANGUAGE": "de"}, {"GTK_DEBUG": "no-css-cache"}, {"GTK_THEME": "Default-hc-dark"}):
        with App(PROGRAM, article, env=env) as app:
            wait_for("events", lambda: app.events())


def run_here(name):
    function = next(t for t in TESTS if t.__name__ == name)
    with tempfile.TemporaryDirectory() as folder:
        # What a program killed at the end of one test leaves is not for the next.
        os.environ["XDG_STATE_HOME"] = f"{folder}/state"
        function(pathlib.Path(folder))


def run_apart(name):
    """One test in a process of its own: what went wrong, or None.

    libatspi 2.46 keeps what it knew of programs that have ended, and trips over
    it. The output goes to a file, not a pipe: what stays behind (the clipboard's
    owner) would hold a pipe open, and its reader would wait for ever. It all
    ends with the test, so that the next one finds no program running.
    """
    with tempfile.TemporaryFile("w+") as output:
        test = subprocess.Popen([sys.executable, __file__, PROGRAM, DRAG_SOURCE, "--here", name],
                                stdout=output, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            status = test.wait(60)
        except subprocess.TimeoutExpired:
            status = "no end within a minute"
        with contextlib.suppress(ProcessLookupError):
            os.killpg(test.pid, signal.SIGKILL)
        test.wait()
        output.seek(0)
        return f"{output.read()}status: {status}" if status else None


def run_patiently(name):
    """A key or a click can fall beside its window on a busy machine, as it does
    for a person, and libatspi can crash the test: one that fails gets two more
    tries, and says so."""
    for _ in range(2):
        fault = run_apart(name)
        if fault is None:
            return None
        print("".join(f"# {line}\n" for line in fault.splitlines()), "# once more", sep="", flush=True)
    return run_apart(name)


def main():
    if len(sys.argv) > 3 and sys.argv[3] == "--here":
        return run_here(sys.argv[4])

    wanted = sys.argv[3:]
    tests = [t.__name__ for t in TESTS if not wanted or t.__name__ in wanted]
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    for number, name in enumerate(tests, 1):
        fault = run_patiently(name)
        failed += fault is not None
        print("ok" if fault is None else "not ok", number, "-", name.replace("_", " "), flush=True)
        if fault is not None:
            print("".join(f"# {line}\n" for line in fault.splitlines()), end="", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
