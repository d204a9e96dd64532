#!/usr/bin/env python3
"""Checks many small bundles with intake and asks the supervision's questions of them. See README.md.

usage: intake.py INTAKE [--bundles N] [--sheets N] [--engine "python3 -m chdb"] [--tars]
"""
import argparse, pathlib, re, resource, shutil, subprocess, sys, tempfile, time


def run(*words):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run([str(w) for w in words], capture_output=True, text=True)
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"{words[1]} ended with {done.returncode}: {(done.stderr or done.stdout)[-400:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, done.stdout


def queries(intake, home, engine, tars):
    """Each query by itself over the gathered rows and, where that is asked for, over the tars themselves."""
    names = re.findall(r"^-- ([a-z]+)$", run(intake, "supervise", "sql", "--home", home)[2], flags=re.M)
    for name in names:
        for source in [[], ["--tars"]] if tars else [[]]:
            wall, cpu, _ = run(intake, "supervise", "ask", "--home", home, "--engine", engine, *source, name)
            place, target = ("tars", "") if source else ("rows", "target < 5 s")
            print(f"  {name:12} {place} {wall:7.2f} s wall {cpu:7.2f} s CPU   {target}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("intake")
    parser.add_argument("--bundles", type=int, default=11_000)
    parser.add_argument("--sheets", type=int, default=1)
    parser.add_argument("--engine", help="such as “python3 -m chdb”; without it no query is run")
    parser.add_argument("--tars", action="store_true", help="ask the tars themselves as well")
    options = parser.parse_args()
    intake = pathlib.Path(options.intake).resolve()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="intake-bench-"))
    try:
        store, home, roster = folder / "store", folder / "home", folder / "roster.ndjson"
        run(intake, "rehearse", "--store", store, "--roster", roster, "--bundles", options.bundles,
            "--sheets", options.sheets)
        run(intake, "roster", "import", "--home", home, roster)
        files = list(store.rglob("*.tar"))
        size = sum(f.stat().st_size for f in files)
        print(f"{len(files)} bundles of {size / len(files) / 1000:.0f} kB")
        floor = run("sh", "-c", f"find '{store}' -name '*.tar' -print0 | xargs -0 sha256sum >/dev/null")
        wall, cpu, _ = run(intake, "run", "--home", home, "--store", store)
        print(f"  intake run   {wall:7.2f} s wall {cpu:7.2f} s CPU   {len(files) / wall:.0f} a second   target >= 100")
        print(f"  sha256sum    {floor[0]:7.2f} s wall {floor[1]:7.2f} s CPU   (the floor: every byte read and hashed once)")
        if options.engine:
            queries(intake, home, options.engine, options.tars)
        else:
            print("  no --engine: no query was run")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
