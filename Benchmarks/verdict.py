#!/usr/bin/env python3
"""From a new card under the camera to the verdict's bytes on the terminal. See README.md.

    verdict.py KIOSK FRAMES [WIDTHxHEIGHT]

FRAMES is what `Photographs frames` made. The camera is emulated (Tests/Peers/video/fakevideo.c) at 30 frames a second.
"""
import fcntl, os, pathlib, pty, select, shutil, signal, statistics, struct, subprocess, sys, tempfile, termios, time

from bench import cards_plan, write_roll

DONE, VERDICT = b"\x1b[?2026l", 1500  # a verdict in large letters writes more bytes than this


def quiet(terminal, seconds):
    """Reads what comes until nothing has come for so long."""
    while select.select([terminal], [], [], seconds)[0]:
        os.read(terminal, 65536)


def until_verdict(terminal, limit=5):
    """Whether a whole screen with a verdict came."""
    seen, end = b"", time.monotonic() + limit
    while time.monotonic() < end:
        if select.select([terminal], [], [], max(0, end - time.monotonic()))[0]:
            seen += os.read(terminal, 65536)
            if any(len(part) > VERDICT for part in seen.split(DONE)[:-1]):
                return True
    return False


def main():
    kiosk, frames = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2])
    size = sys.argv[3] if len(sys.argv) > 3 else "1280x720"
    folder = pathlib.Path(tempfile.mkdtemp(prefix="kiosk-bench-"))
    source = pathlib.Path(__file__).parent / "../Tests/Peers/video/fakevideo.c"
    camera = folder / "video/video0"
    camera.mkdir(parents=True)
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", folder / "fake.so", source], check=True)
    (camera / "name").write_text("Bench camera")
    (camera / "modes").write_text(f"MJPG {size.replace('x', ' ')} 30")

    def show(file):
        shutil.copy(file, folder / "part")
        os.rename(folder / "part", camera / f"{size}.jpg")
    roll, home = folder / "roll.xlsx", folder / "home"
    write_roll(roll, 100)
    for words in (["election", "create", cards_plan(folder, roll)], ["roll", "import", roll], ["roll", "freeze"], ["card", "print", "--to-file"],
                  ["ballot", "print", "--copies", "120", "--to-file"], ["poll", "open"]):
        subprocess.run([kiosk, "--home", home, *words], check=True, stdout=subprocess.DEVNULL)
    cards = [file for file in sorted((frames / size).glob("L*.jpg")) if not file.name.endswith("-back.jpg")]
    show(str(cards[0])[:-4] + "-back.jpg")
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 133, 0, 0))
        os.environ.update(LD_PRELOAD=str(folder / "fake.so"), FAKE_VIDEO=str(folder / "video"))
        os.execv(kiosk, [kiosk, "--home", str(home), "console", "--camera", "/dev/video0"])
    quiet(terminal, 2)
    os.write(terminal, b"\r")
    quiet(terminal, 2)
    times, missed = [], []
    for file in cards:
        start = time.monotonic()
        show(file)
        if until_verdict(terminal):
            times.append(time.monotonic() - start)
        else:
            missed.append(file.stem)
        show(str(file)[:-4] + "-back.jpg")
        quiet(terminal, 1)
        os.write(terminal, b"\x1b")
        quiet(terminal, 1)
    os.kill(child, signal.SIGTERM)
    os.waitpid(child, 0)
    shutil.rmtree(folder, ignore_errors=True)
    times.sort()
    print(f"card to verdict, {size}, {len(times)} cards, without: {', '.join(missed) or 'none'}; load {os.getloadavg()[0]:.1f}")
    print(f"  median {statistics.median(times) * 1e3:.0f} ms   95 % {times[int(len(times) * 0.95)] * 1e3:.0f} ms"
          f"   worst {times[-1] * 1e3:.0f} ms   target <= 100 ms")


if __name__ == "__main__":
    main()
