#!/usr/bin/env python3
"""Reads the same photographs with the product and with what a skilled user would build from OpenCV.

    reading.py PHOTOGRAPHS MARKS.json [--sheets N] [--codes DIR] [--json FILE]

PHOTOGRAPHS is the program of that name (Training/README.md); MARKS.json are real pen strokes, all marks are drawn by
rule where it is absent. The peer: libjpeg-turbo, nested contours for the bull's-eyes, a warp to 8 pixels a millimetre,
each box found again by its frame within 2 mm, the code by zxing-cpp, marks by HOG and an SVM that was trained on other
writers. One thread, thread time, product and peer picture by picture.
"""
import argparse, collections, glob, json, os, pathlib, resource, shutil, subprocess, sys, tempfile, time

DOTS = 8  # pixels a millimetre after the warp
SIDE = 32  # of a box for HOG
CLASSES = ["circle", "cross", "check", "blank"]
MARKS = {"circle": "for", "check": "for", "cross": "against", "blank": "blank"}


def missing():
    for module in ("cv2", "numpy", "zxingcpp"):
        if subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True).returncode != 0:
            return module


class Peer:
    """The OpenCV pipeline."""

    def __init__(self, pages):
        import cv2, numpy
        self.cv2, self.np = cv2, numpy
        cv2.setNumThreads(1)
        self.pages = pages
        self.hog = cv2.HOGDescriptor((SIDE, SIDE), (16, 16), (8, 8), (8, 8), 9)
        self.svm = None
        self.times = collections.Counter()
        self.templates = {}

    def bullseyes(self, gray):
        """Centres of round contours with a round hole with a disc in it, found at half size, then measured."""
        cv2, np = self.cv2, self.np
        half = cv2.resize(gray, None, fx=.5, fy=.5, interpolation=cv2.INTER_AREA)
        binary = cv2.adaptiveThreshold(half, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 51, 12)
        contours, tree = cv2.findContours(binary, cv2.RETR_TREE, cv2.CHAIN_APPROX_NONE)
        found = []
        for index, contour in enumerate(contours):
            if len(contour) < 24:
                continue
            child = tree[0][index][2]
            if child < 0 or tree[0][child][2] < 0:
                continue
            length, area = cv2.arcLength(contour, True), cv2.contourArea(contour)
            if length == 0 or 12.566 * area / length ** 2 < .8:
                continue
            (x, y), radius = cv2.minEnclosingCircle(contour)
            r = int(radius * 2 * 1.4)
            cx, cy = int(x * 2), int(y * 2)
            part = gray[max(cy - r, 0):cy + r, max(cx - r, 0):cx + r]
            _, b = cv2.threshold(part, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
            outer, _ = cv2.findContours(b, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
            best = max(outer, key=cv2.contourArea, default=None)
            if best is None or len(best) < 5:
                continue
            (ex, ey), _, _ = cv2.fitEllipse(best)
            found.append((ex + max(cx - r, 0), ey + max(cy - r, 0), radius))
        return found

    def warped(self, gray):
        """The page at 8 pixels a millimetre, the right way up, and its code's text."""
        import zxingcpp
        cv2, np = self.cv2, self.np
        found = self.bullseyes(gray)
        if len(found) < 4:
            return None, None
        radius = sorted(f[2] for f in found)[len(found) // 2]
        four = np.float32([f[:2] for f in sorted(found, key=lambda f: abs(f[2] - radius))[:4]])
        middle = four.mean(0)
        four = four[np.argsort(np.arctan2(four[:, 1] - middle[1], four[:, 0] - middle[0]))]
        page = self.pages[0]
        target = np.float32(page["fiducials"]) * DOTS
        sides = [np.linalg.norm(four[1] - four[0]), np.linalg.norm(four[2] - four[1])]
        first = 0 if sides[0] < sides[1] else 1
        self.clock("markers")
        for turn in (first, first + 2):
            matrix = cv2.getPerspectiveTransform(np.roll(four, -turn, 0), target)
            code = page["code"]
            x, y, s = (code["x"] - 3) * DOTS, (code["y"] - 3) * DOTS, int((code["w"] + 6) * DOTS)
            shift = np.float64([[1, 0, -x], [0, 1, -y], [0, 0, 1]])
            corner = cv2.warpPerspective(gray, shift @ matrix, (s, s))
            read = zxingcpp.read_barcodes(corner, formats=zxingcpp.BarcodeFormat.QRCode)
            if read:
                self.clock("code")
                sheet = cv2.warpPerspective(gray, matrix, (210 * DOTS, 297 * DOTS))
                self.clock("warp")
                return sheet, read[0].text
        return None, None

    def template(self, w, h):
        key = (w, h)
        if key not in self.templates:
            frame = self.np.full((h, w), 255, self.np.uint8)
            self.cv2.rectangle(frame, (1, 1), (w - 2, h - 2), 0, 2)
            mask = self.np.zeros((h, w), self.np.uint8)
            self.cv2.rectangle(mask, (0, 0), (w - 1, h - 1), 255, 5)
            self.templates[key] = frame, mask
        return self.templates[key]

    def boxes(self, sheet, page):
        """Each box, its frame found again within 2 mm."""
        cv2, np = self.cv2, self.np
        reach = 2 * DOTS
        for box in page["boxes"]:
            w, h = int(box["w"] * DOTS), int(box["h"] * DOTS)
            x, y = int(box["x"] * DOTS) - reach, int(box["y"] * DOTS) - reach
            part = sheet[y:y + h + 2 * reach, x:x + w + 2 * reach]
            if part.shape != (h + 2 * reach, w + 2 * reach):
                yield None
                continue
            dark = 255 - part
            across, down = dark.sum(0, dtype=np.int32), dark.sum(1, dtype=np.int32)
            # The frame's two lines of each pair are the place where the sum of both is the darkest.
            left = int((across[:2 * reach + 1] + across[w - 2:w - 1 + 2 * reach]).argmax())
            top = int((down[:2 * reach + 1] + down[h - 2:h - 1 + 2 * reach]).argmax())
            yield part[top:top + h, left:left + w]

    def feature(self, crop):
        cv2, np = self.cv2, self.np
        white = np.percentile(crop, 85)
        small = cv2.resize(crop, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
        small = cv2.convertScaleAbs(small, alpha=255 / max(white, 1))
        inner = small[5:-5, 5:-5]
        ink = np.float32([(inner < 200).mean() * 4, (inner < 150).mean() * 4, inner.std() / 64])
        return np.concatenate([self.hog.compute(small).ravel(), ink])

    def clock(self, name):
        now = time.thread_time()
        self.times[name] += now - self.since
        self.since = now

    def features(self, jpeg, ballot):
        cv2, np = self.cv2, self.np
        self.since = time.thread_time()
        gray = cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_GRAYSCALE)
        self.clock("decode")
        sheet, text = self.warped(gray)
        if sheet is None:
            return None
        crops = list(self.boxes(sheet, self.pages[ballot]))
        self.clock("boxes")
        if any(c is None for c in crops):
            return None
        return np.float32([self.feature(c) for c in crops])

    def train(self, pictures):
        cv2, np = self.cv2, self.np
        xs, ys = [], []
        for jpeg, truth in pictures:
            x = self.features(jpeg, truth["ballot"])
            if x is None:
                continue
            xs.append(x)
            ys += [CLASSES.index(label) for label in truth["labels"]]
        self.svm = cv2.ml.SVM_create()
        self.svm.setKernel(cv2.ml.SVM_RBF)
        self.svm.setC(10)
        self.svm.setGamma(.5)
        self.svm.train(np.concatenate(xs), cv2.ml.ROW_SAMPLE, np.int32(ys))
        return len(ys)

    def read(self, jpeg, ballot):
        start = time.thread_time()
        x = self.features(jpeg, ballot)
        labels = None
        if x is not None:
            labels = [CLASSES[int(c)] for c in self.svm.predict(x)[1].ravel()]
            self.clock("HOG and SVM")
        return labels, (time.thread_time() - start) * 1e3


def photographs(program, *words):
    done = subprocess.run([program, *map(str, words)], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{program} {words[0]} ended with {done.returncode}: {done.stderr[-300:]}")
    return done.stdout


def bench_ballots(program, marks, folder, sheets, rows):
    train, test = folder / "train", folder / "test"
    photographs(program, "dump", marks, train, 8_100_000, 2 * sheets)
    photographs(program, "dump", marks, test, 8_200_000, sheets, "unseen")
    pages = json.loads((test / "geometry.json").read_text())
    peer = Peer(pages)

    def load(where):
        return [((where / t["file"]).read_bytes(), t) for t in json.loads((where / "truth.json").read_text())]
    count = peer.train([p for p in load(train) if p[1]["level"] != "L4"])
    print(f"the peer's SVM learned from {count} boxes")
    peer.times.clear()
    ours = {}
    # Product and peer in turn, picture by picture, so that a busy machine slows both.
    score = collections.defaultdict(collections.Counter)
    for jpeg, truth in load(test):
        one = folder / "one"
        shutil.rmtree(one, ignore_errors=True)
        one.mkdir()
        shutil.copy(test / truth["file"], one)
        line = json.loads(photographs(program, "timed", one, 3, "-").splitlines()[-1])
        best, labels = None, None
        for _ in range(3):
            labels, spent = peer.read(jpeg, truth["ballot"])
            best = spent if best is None else min(best, spent)
        level = score[truth["level"]]
        want = [MARKS[label] for label in truth["labels"]]
        level["sheets"] += 1
        level["boxes"] += len(want)
        level["peer refused"] += labels is None
        level["our refused"] += not line["marks"]
        if labels is None or not line["marks"]:
            continue
        theirs = [MARKS[label] for label in labels]
        level["both read"] += len(want)
        level["peer right"] += sum(a == b for a, b in zip(theirs, want))
        level["peer swaps"] += sum({a, b} == {"for", "against"} for a, b in zip(theirs, want))
        level["our right"] += sum(a == b for a, b in zip(line["marks"], want))
        level["our swaps called clear"] += sum(
            c and {a, b} == {"for", "against"} for a, b, c in zip(line["marks"], want, line["clear"]))
        level["our doubtful"] += sum(not c for c in line["clear"])
        level["timed"] += 1
        level["our ms"] += line["milliseconds"]
        level["peer ms"] += best
    print("\nlevel  boxes read by both   right: kiosk  peer    doubtful  swaps: kiosk (clear)  peer   ms: kiosk  peer  ratio   refused: kiosk  peer")
    for name in sorted(score):
        s = score[name]
        n, t = max(s["both read"], 1), max(s["timed"], 1)
        print(f"{name}     {n:6}              {s['our right'] / n:10.2%} {s['peer right'] / n:8.2%} {s['our doubtful'] / n:8.2%} "
              f"{s['our swaps called clear']:10} {s['peer swaps']:18} {s['our ms'] / t:12.1f} {s['peer ms'] / t:6.1f} "
              f"{s['our ms'] / max(s['peer ms'], 1e-9):6.2f} {s['our refused']:12} {s['peer refused']:6}")
        rows.append(dict(level=name, **s))
    runs = sum(s["sheets"] for s in score.values()) * 3
    print("the peer's parts, ms:", ", ".join(f"{k} {v / runs * 1e3:.1f}" for k, v in peer.times.items()))
    loads = [json.loads(photographs(program, "load", test, threads, 2 * sheets)) for threads in (1, 2)]
    memory = json.loads(photographs(program, "load", test, 2, 500))["megabytes"]
    print(f"two threads {loads[0]['seconds'] / loads[1]['seconds']:.2f} times one (target 1.8); "
          f"500 sheets in {memory} MB (target 200)")
    rows.append(dict(scaling=loads[0]["seconds"] / loads[1]["seconds"], megabytes=memory))


def bench_codes(program, codes, rows):
    import cv2, zxingcpp
    files = [f for f in sorted(glob.glob(f"{codes}/**/*.png", recursive=True)) if os.path.exists(f[:-4] + ".txt")]
    if not files:
        return print("no pictures of codes: not measured")

    def text(path):
        return open(path[:-4] + ".txt", encoding="utf-8", errors="replace").read().replace("\r\n", "\n").strip()
    found, spent = 0, 0.0
    for path in files:
        image = cv2.imread(path, cv2.IMREAD_GRAYSCALE)
        start = time.process_time()
        read = zxingcpp.read_barcodes(image)
        spent += time.process_time() - start
        found += text(path) in [r.text.replace("\r\n", "\n").strip() for r in read]
    print(f"\ncodes in {len(files)} public photographs\nkiosk        {photographs(program, 'codes', codes).splitlines()[-1]}")
    print(f"zxing-cpp    found {found} mean ms {spent / len(files) * 1e3:.2f}")
    rows.append(dict(codes=len(files), zxing=found, zxing_ms=spent / len(files) * 1e3))
    if shutil.which("zbarimg"):
        before, found = resource.getrusage(resource.RUSAGE_CHILDREN), 0
        for path in files:
            out = subprocess.run(["zbarimg", "-q", "--raw", path], capture_output=True).stdout
            found += text(path) in out.decode("utf-8", "replace").replace("\r\n", "\n").strip()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        ms = (after.ru_utime - before.ru_utime) / len(files) * 1e3
        print(f"zbarimg      found {found} mean ms {ms:.2f} with starting the program and decoding the picture")
        rows.append(dict(zbarimg=found, zbarimg_ms=ms))
    else:
        print("zbarimg is not installed: not measured")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photographs")
    parser.add_argument("marks")
    parser.add_argument("--sheets", type=int, default=40)
    parser.add_argument("--codes", default="../shared/data/codes")
    parser.add_argument("--json")
    options = parser.parse_args()
    if module := missing():
        return print(f"the peer's {module} cannot be installed: nothing is measured")
    folder = pathlib.Path(tempfile.mkdtemp(prefix="kiosk-reading-"))
    rows = []
    try:
        bench_ballots(options.photographs, options.marks, folder, options.sheets, rows)
        bench_codes(options.photographs, options.codes, rows)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main()
