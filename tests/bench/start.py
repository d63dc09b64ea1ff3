#!/usr/bin/env python3
"""From the command to the window that shows its article, several times over.

  start.py PROGRAM ARTICLE [RUNS]

Run it through tests/ui-session. Prints medians: wall time until a visible
window bears the article's name, CPU time until then, and the most memory held.
"""
import os
import statistics
import subprocess
import sys
import time


def find_window(name):
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", name],
                           capture_output=True, check=False)
    return found.returncode == 0


def read_cpu_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def read_peak_mib(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmHWM")) / 1024


def start_once(program, article, name):
    began = time.monotonic()
    with subprocess.Popen([program, article], stderr=subprocess.DEVNULL) as process:
        while not find_window(name):
            if process.poll() is not None or time.monotonic() - began > 60:
                process.kill()
                sys.exit("the window did not open")
        took = time.monotonic() - began
        cpu = read_cpu_seconds(process.pid)
        time.sleep(0.5)
        peak = read_peak_mib(process.pid)
        process.terminate()
    return took, cpu, peak


def main():
    program, article = sys.argv[1:3]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 7
    with open(article, encoding="utf-8") as file:
        name = file.readline().strip()[:20]
    results = [start_once(program, article, name) for _ in range(runs + 1)][1:]
    took, cpu, peak = (statistics.median(column) for column in zip(*results))
    print(f"start to the article's window: {took * 1000:.0f} ms wall, {cpu * 1000:.0f} ms CPU, "
          f"{peak:.0f} MiB at most")


if __name__ == "__main__":
    main()
