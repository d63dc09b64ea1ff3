"""Drives Dateline's window as a person does: keys and pointer through xdotool,
what is shown through AT-SPI, commands and their states through D-Bus."""

import os
import signal
import subprocess
import sys
import time
import warnings

warnings.simplefilter("ignore")
try:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, Gio, GLib
except (ImportError, ValueError) as error:
    print(f"driver: skipped, for this Python cannot use AT-SPI: {error}", file=sys.stderr)
    sys.exit(77)

APP_ID = "io.github.dateline.Dateline"
APP_PATH = "/" + APP_ID.replace(".", "/")
# Only what fails waits so long; a busy machine under sanitizers needs it.
PATIENCE = 30.0


def poll(test, patience):
    """What test() says as soon as it is true, or None."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            found = test()
        except GLib.Error:
            found = None
        if found:
            return found
        time.sleep(0.03)
    return None


def wait_for(what, test):
    """Polls until test() is true and returns what it said."""
    found = poll(test, PATIENCE)
    if not found:
        raise AssertionError(f"waited in vain for {what}")
    return found


def happens_soon(test):
    """For what need not happen: whether test() is true within a moment."""
    return poll(test, 0.3) is not None


def xdotool(*words):
    done = subprocess.run(["timeout", "20", "xdotool", *map(str, words)], check=True, capture_output=True, text=True)
    return done.stdout


def children(accessible):
    return [c for c in map(accessible.get_child_at_index, range(accessible.get_child_count())) if c]


def walk(accessible):
    for child in children(accessible):
        yield child
        yield from walk(child)


def role_of(accessible):
    # 4.8 says "push button", later ones "button".
    return accessible.get_role_name().replace("push ", "")


class App:
    """One run of the program, with a window."""

    def __init__(self, program, *arguments, env=None):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.process = subprocess.Popen([program, *map(str, arguments)], env={**os.environ, **(env or {})})
        self.id = wait_for("a window", self.find_window)
        xdotool("windowactivate", "--sync", self.id)
        wait_for("the actions", lambda: self.describe())
        wait_for("the work's end", lambda: self.state("busy") == "")
        self.root = wait_for("accessibility", self.find_root)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        if error[0] is not None and os.environ.get("UI_SHOTS"):
            # How it looked when it went wrong.
            subprocess.run(["import", "-window", "root", f"{os.environ['UI_SHOTS']}/{time.time():.0f}.png"])
        if self.process.poll() is None:
            self.process.kill()
        code = self.process.wait()
        # By our own hand, or by the person's: anything else is a crash.
        if error[0] is None:
            assert code in (0, -signal.SIGKILL, -signal.SIGTERM), f"ended with {code}"
        wait_for("the name's end", lambda: not self.has_name())

    def has_name(self):
        answer = self.bus.call_sync(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
            GLib.Variant("(s)", (APP_ID,)), None, Gio.DBusCallFlags.NONE, -1, None)
        return answer.unpack()[0]

    def find_window(self):
        assert self.process.poll() is None, f"the program ended with {self.process.returncode}"
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                               capture_output=True, text=True).stdout.split()
        return found[-1] if found else None

    def find_root(self):
        Atspi.get_desktop(0).clear_cache()
        for app in children(Atspi.get_desktop(0)):
            if app.get_process_id() == self.process.pid and app.get_child_count() > 0:
                return app
        return None

    # --- commands ---

    def call(self, method, arguments, window=1):
        path = f"{APP_PATH}/window/{window}" if window else APP_PATH
        return self.bus.call_sync(APP_ID, path, "org.gtk.Actions", method, arguments,
                                  None, Gio.DBusCallFlags.NONE, -1, None)

    def describe(self, window=1):
        return self.call("DescribeAll", None, window).unpack()[0]

    def state(self, name, window=1):
        return self.describe(window)[name][2][0]

    def is_enabled(self, name):
        return self.describe()[name][0]

    def activate(self, name, parameter=None, window=1):
        self.call("Activate", GLib.Variant("(sava{sv})", (name, [parameter] if parameter else [], {})), window)

    def open(self, *names):
        self.activate("open-files", GLib.Variant("as", [str(n) for n in names]))
        time.sleep(0.05)
        wait_for("the work's end", lambda: self.state("busy") == "")

    # --- what is shown ---

    def find(self, role, name):
        """The accessible of that role whose name holds these words."""
        return wait_for(f"a {role} “{name}”", lambda: self.look(role, name))

    def look(self, role, name):
        root = self.find_root()
        for found in walk(root) if root else []:
            if role_of(found) == role and name in (found.get_name() or ""):
                return found
        return None

    def texts(self):
        """All that can be read in labels, notices included."""
        root = self.find_root()
        return "\n".join(a.get_name() or "" for a in (walk(root) if root else []) if role_of(a) in ("label", "alert"))

    def reads(self, words):
        wait_for(f"the words “{words}”", lambda: words in self.texts())

    def events(self):
        root = self.find_root()
        return [a for a in (walk(root) if root else []) if role_of(a) == "list item" and a.get_description()]

    # --- hand and keyboard ---

    def geometry(self):
        lines = xdotool("getwindowgeometry", "--shell", self.id).split()
        return {k: int(v) for k, v in (line.split("=") for line in lines)}

    def point_at(self, x, y):
        place = self.geometry()
        xdotool("mousemove", place["X"] + x, place["Y"] + y)

    def keys(self, *keys):
        xdotool("key", "--delay", 30, *keys)

    def type(self, text):
        xdotool("type", "--delay", 20, text)
