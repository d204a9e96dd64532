#!/usr/bin/env python3
"""How long the console takes to its first screen and from a key to the screen, with a large election. See README.md."""
import fcntl, hashlib, json, os, pathlib, pty, select, shutil, signal, sqlite3, statistics, struct, subprocess, sys
import tempfile, termios, time

from bench import cards_plan, write_roll

VOTERS, EVENTS, DONE = 3000, 20_000, b"\x1b[?2026l"


def run(kiosk, home, *words):
    subprocess.run([kiosk, "--home", home, *words], check=True, stdout=subprocess.DEVNULL)


def prepare(kiosk, folder):
    """An open poll with so many voters, and a journal filled up with exchanged ballots."""
    home, roll = folder / "home", folder / "roll.xlsx"
    write_roll(roll, VOTERS)
    run(kiosk, home, "election", "create", cards_plan(folder, roll))
    run(kiosk, home, "roll", "import", roll)
    run(kiosk, home, "roll", "freeze")
    run(kiosk, home, "ballot", "print", "--copies", "100000", "--to-file")
    run(kiosk, home, "poll", "open")
    run(kiosk, home, "poll", "issue", "--roll", "1")
    run(kiosk, home, "poll", "spoil")
    journal = sqlite3.connect(home / "journal" / "journal.sqlite")
    size, line = journal.execute("SELECT sequence, line FROM journal ORDER BY sequence DESC LIMIT 1").fetchone()
    event = json.loads(line)
    rows = []
    for sequence in range(size + 1, EVENTS + 1):
        if sequence - size < VOTERS:
            event.update(type="ballot.issued", data=dict(desk=1, generation=0, manner="inPerson", roll=sequence - size + 1))
        else:
            event.update(type="ballot.spoiled", data=dict(desk=1))
        event["seq"] = sequence
        text = json.dumps(event, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        rows.append((sequence, text, hashlib.sha256(b"\0" + text.encode()).digest()))
    with journal:
        journal.executemany("INSERT INTO journal (sequence, line, leaf) VALUES (?, ?, ?)", rows)
    journal.close()
    return home


def until(terminal, text, limit=20):
    """Reads until a text has come; what was read."""
    seen, end = b"", time.monotonic() + limit
    while text not in seen:
        if not select.select([terminal], [], [], max(0, end - time.monotonic()))[0]:
            sys.exit(f"nothing more came after {seen[-300:]!r}")
        seen += os.read(terminal, 65536)
    return seen


def session(kiosk, home):
    """Seconds, and processor seconds, to the first screen; then from each of some keys to the screen."""
    start = time.monotonic()
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 133, 0, 0))
        os.execv(kiosk, [kiosk, "--home", str(home)])
    seen = until(terminal, "选举进度".encode())
    if DONE not in seen[seen.rindex("选举进度".encode()):]:
        until(terminal, DONE)
    first = time.monotonic() - start
    fields = pathlib.Path(f"/proc/{child}/stat").read_text().rsplit(")", 1)[1].split()
    work = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    keys = []
    time.sleep(1)
    for key in [b"\x1b[A", b"\x1b[B"] * 30:
        while select.select([terminal], [], [], 0.05)[0]:
            os.read(terminal, 65536)
        start = time.monotonic()
        os.write(terminal, key)
        until(terminal, DONE)
        keys.append(time.monotonic() - start)
    os.kill(child, signal.SIGTERM)
    os.waitpid(child, 0)
    os.close(terminal)
    return first, work, keys


def main():
    kiosk = str(pathlib.Path(sys.argv[1]).resolve())
    folder = pathlib.Path(tempfile.mkdtemp(prefix="kiosk-bench-"))
    try:
        home = prepare(kiosk, folder)
        runs = [session(kiosk, home) for _ in range(5)]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    keys = sorted(key for run in runs for key in run[2])
    print(f"console, {VOTERS} voters, {EVENTS} events; load {os.getloadavg()[0]:.1f}")
    print(f"  first screen      best {min(r[0] for r in runs) * 1e3:6.0f} ms   median {statistics.median(r[0] for r in runs) * 1e3:6.0f} ms"
          f"   processor {min(r[1] for r in runs) * 1e3:5.0f} ms   target <= 300 ms")
    print(f"  key to screen     median {statistics.median(keys) * 1e3:4.1f} ms   95 % {keys[int(len(keys) * 0.95)] * 1e3:6.1f} ms"
          f"   target <= 30 ms")


if __name__ == "__main__":
    main()
