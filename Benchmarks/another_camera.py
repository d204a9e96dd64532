#!/usr/bin/env python3
"""Photographs of marked ballots by a simulator that shares nothing with the product's own, read by `kiosk count read`.

    another_camera.py KIOSK MARKS.json [--sheets N] [--first SEED] [--keep DIR] [--harder TIMES]
                      [--level N] [--set NAME=VALUE ...]

The printed page comes from `kiosk ballot proof` and pdftoppm; pens, paper, bend, lens, light, blur and noise are
OpenCV's and numpy's. Strokes are those of writers from whom the product's networks never learned. Prints a row a level
and every box that was read wrong and called clear; exits 1 when there is one at L0 to L3. What a reader was trained and
tuned on flatters it; this tells how it does elsewhere. `--level 1 --set blur=2.5 --set noise=8` keeps to one level and
sets what is named for every photograph, so that one property can be moved: bend, shade, blur, noise, quality, motion,
lens, pen (millimetres), ink (0 to 1), print (1 is as designed).
"""
import argparse, collections, csv, dataclasses, json, os, pathlib, subprocess, sys, tempfile

import cv2
import numpy as np

cv2.setNumThreads(1)
DOTS = 300 / 25.4
WIDTH, HEIGHT = 3264, 2448
PAGE = np.array([210.0, 297.0])
MARKS = {"blank": "blank", "circle": "for", "check": "for", "cross": "against"}


@dataclasses.dataclass
class Level:
    """How bad a photograph may be; each value is drawn up to its limit."""
    tilt: float        # degrees
    bend: float        # millimetres over the desk
    shade: float       # part of the light
    blur: tuple        # pixels
    noise: float       # levels of 255
    quality: tuple     # of JPEG
    motion: float      # pixels
    lens: float        # radial distortion at half the width, standard deviation


LEVELS = [
    Level(2, 1.2, .05, (.45, .8), 1.5, (88, 93), 0, .004),
    Level(6, 2.4, .15, (.7, 1.2), 3, (82, 90), 0, .008),
    Level(11, 5, .3, (1.1, 1.8), 5, (75, 88), 1.5, .012),
    Level(16, 7, .45, (1.6, 2.5), 8, (65, 80), 3, .016),
    Level(20, 9, .6, (2.2, 3.6), 12, (55, 75), 5, .02),
]


def changed(level, options):
    """A level with the values that were set."""
    values = {name: value for name, value in options.items() if hasattr(level, name)}
    for name in ("blur", "quality"):
        if name in values:
            values[name] = (values[name], values[name] + (name == "quality"))
    return dataclasses.replace(level, **values)


class Village:
    """A home with a frozen election, the printed page and its geometry."""

    def __init__(self, kiosk, folder, candidates):
        self.kiosk, self.home = kiosk, folder / "home"
        people = self.people(candidates + 10)
        (folder / "plan.yaml").write_text(self.plan(people, candidates))
        with open(folder / "roll.csv", "w") as file:
            rows = csv.writer(file)
            rows.writerow(["序号", "姓名", "性别", "身份证号", "村民小组", "登记类别"])
            rows.writerows([n + 1, name, "女男"[n % 2], identity(n), "1组", 1] for n, name in enumerate(people))
        for words in (["election", "create", folder / "plan.yaml"], ["roll", "import", folder / "roll.csv"],
                      ["roll", "freeze"], ["ballot", "proof", "--out", folder]):
            subprocess.run([kiosk, "--home", self.home, *words], check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["pdftoppm", "-r", "300", "-gray", "-png", "-singlefile", folder / "ballot.pdf", folder / "page"],
                       check=True)
        self.page = cv2.imread(str(folder / "page.png"), cv2.IMREAD_GRAYSCALE).astype(np.float32) / 255
        self.lines = json.loads((folder / "geometry.json").read_text())["pages"][0]["lines"]

    @staticmethod
    def people(count):
        given = "伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂英华玉兰红梅文辉建国"
        return ["王李张刘陈杨黄赵吴周"[n % 10] + given[n // 10 % 30] + given[(n * 7 + 3) % 30] for n in range(count)]

    @staticmethod
    def plan(people, count):
        def post(name, title, seats, part):
            rows = "".join(f"\n      - {{name: {person}, group: 1组}}" for person in part)
            return f"\n  - id: {name}\n    title: {title}\n    seats: {seats}\n    candidates:{rows}"
        posts = (post("director", "主任", 1, people[:3]) + post("vice", "副主任", 2, people[3:7])
                 + post("member", "委员", 3, people[7:count]))
        return ("format: kiosk-plan/1\ncommunity: {code: '500112001201', name: 石桥村}\n"
                "election: {id: 2027-1, kind: villageCommittee, term: 12, day: 2027-05-18, "
                "hours: {open: '08:00', close: '16:00'}, issuer: 石桥村村民选举委员会}\n"
                "places: [{number: 1, name: 村委会中心会场, kind: main, groups: []}]\n"
                "staff: [{name: 甲, role: chiefScrutineer}, {name: 乙, role: scrutineer}]\nposts:" + posts + "\n")

    def read(self, files):
        words = [self.kiosk, "--home", self.home, "count", "read", "--dry-run", "--format", "json", *files]
        answer = subprocess.run(words, capture_output=True, text=True)
        return [reading for reading in map(json.loads, answer.stdout.splitlines()) if "file" in reading]


def identity(number):
    """A valid identity number (GB 11643)."""
    body = f"500112{1950 + number % 40:04d}{number // 40 % 12 + 1:02d}10{number % 500 * 2 + number % 2:03d}"
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, weights)) % 11]


class Hands:
    """Strokes of writers who are kept for measuring, by kind of sign and then by writer."""
    SOURCES = {"circle": ["circle", "circle_hard"], "check": ["check", "vee"], "cross": ["cross", "cross_joined"]}

    def __init__(self, path):
        data = json.loads(pathlib.Path(path).read_text())
        self.writers = {kind: [self.by_writer(data.get(source, [])) for source in sources]
                        for kind, sources in self.SOURCES.items()}

    @staticmethod
    def is_kept(writer):
        return writer in ("d1-s07", "d1-s10") if writer.startswith("d1-") else int(writer.rsplit("-", 1)[1]) % 6 == 3

    @classmethod
    def by_writer(cls, items):
        found = collections.defaultdict(list)
        for item in items:
            if cls.is_kept(item["w"]):
                found[item["w"]].append([np.array(stroke, float) for stroke in item["s"] if stroke])
        return list(found.values())

    def pick(self, kind, rng):
        usual, rare = self.writers[kind]
        writers = (rare if rng.random() < .28 else usual) or usual or rare
        drawings = writers[rng.integers(len(writers))]
        return drawings[rng.integers(len(drawings))]


def marked(village, hands, rng, options):
    """The ink on a sheet, 0 to 1, and what stands in each box."""
    ink, truth = np.zeros_like(village.page), {}
    pen, dark = float(np.exp(rng.normal(np.log(.55), .3))), float(rng.uniform(.6, 1))
    pen, dark = options.get("pen", pen), options.get("ink", dark)
    for line in village.lines:
        kind = ("blank", "circle", "check", "cross")[rng.integers(4)]
        truth[line["id"]] = MARKS[kind]
        if kind != "blank":
            draw(ink, hands.pick(kind, rng), line["box"], pen * rng.uniform(.85, 1.15), dark, rng)
    return ink * (1 - .25 * rng.random(ink.shape, dtype=np.float32)), truth


def draw(ink, strokes, box, width, dark, rng):
    """Draws a sign into a box, about as large as people do, the pen pressing hardest in the middle of a stroke."""
    points = np.concatenate(strokes)
    low, high = points.min(0), points.max(0)
    size = rng.uniform(.45, .98) * box["h"] / max((high - low).max(), 1e-6) * np.array([rng.uniform(.9, 1.25), 1])
    turn = rng.normal(0, .08)
    rotation = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    centre = np.array([box["x"] + box["w"] / 2 + rng.normal(0, .9), box["y"] + box["h"] / 2 + rng.normal(0, .6)])
    for stroke in strokes:
        path = (((stroke - (low + high) / 2) * size) @ rotation.T + centre) * DOTS
        for n in range(len(path) - 1):
            press = .75 + .35 * np.sin(np.pi * n / (len(path) - 1))
            ends = [tuple(np.round(path[n + k] * 8).astype(int).tolist()) for k in (0, 1)]
            cv2.line(ink, *ends, dark, max(1, round(width * DOTS * press)), cv2.LINE_AA, 3)


def coloured(page, ink, rng):
    """Paper, print and pen as colours."""
    pen = [(.08, .08, .1), (.55, .2, .12), (.2, .15, .75)][rng.choice(3, p=[.55, .35, .1])]
    paper, toner = np.array([.93, .95, .96]) * rng.uniform(.92, 1), rng.uniform(.05, .25)
    sheet = np.empty(page.shape + (3,), np.float32)
    for k in range(3):
        bare = paper[k] * (toner + (1 - toner) * page)
        sheet[..., k] = bare * (1 - ink) + ink * np.minimum(pen[k], bare)
    return sheet


class Pose:
    """Where each pixel looks: a pinhole over a bent sheet, through a lens that bends lines."""

    def __init__(self, level, rank, rng, size=1):
        self.size = size
        lies = rng.random() < .6
        turn = np.radians((rng.choice([90, 270]) if lies else rng.choice([0, 90, 180, 270])) + rng.normal(0, 2 + rank * 1.5))
        extent = abs(PAGE[0] * np.cos(turn)) + abs(PAGE[1] * np.sin(turn)), abs(PAGE[0] * np.sin(turn)) + abs(PAGE[1] * np.cos(turn))
        self.scale = rng.uniform(.8, .93) * min(WIDTH / extent[0], HEIGHT / extent[1])
        self.distance = rng.uniform(400, 650)
        tx, ty = np.radians(rng.uniform(-level.tilt, level.tilt, 2))
        about_z = np.array([[np.cos(turn), -np.sin(turn), 0], [np.sin(turn), np.cos(turn), 0], [0, 0, 1]])
        about_x = np.array([[1, 0, 0], [0, np.cos(tx), -np.sin(tx)], [0, np.sin(tx), np.cos(tx)]])
        about_y = np.array([[np.cos(ty), 0, np.sin(ty)], [0, 1, 0], [-np.sin(ty), 0, np.cos(ty)]])
        self.matrix = about_x @ about_y @ about_z
        self.bend, self.across = rng.uniform(.2, 1) * level.bend, rng.uniform(0, np.pi)
        self.phase, self.waves = rng.uniform(0, 2 * np.pi), rng.uniform(.6, 1.4)
        self.lens = rng.normal(0, level.lens) if level.lens < .05 else level.lens * rng.choice([-1, 1])
        self.middle = np.array([WIDTH / 2 + rng.normal(0, WIDTH * .01), HEIGHT / 2 + rng.normal(0, HEIGHT * .01)])

    def height(self, x, y):
        along = (x * np.cos(self.across) + y * np.sin(self.across)) / 150
        return self.bend * np.cos(np.pi * self.waves * along + self.phase)

    def project(self, x, y, z):
        point = np.stack([x, y, z], -1) @ self.matrix.T
        near = self.distance / (self.distance + point[..., 2]) * self.scale
        return point[..., 0] * near, point[..., 1] * near

    def maps(self):
        """For every pixel the place on the page, in dots; worked out on every fourth pixel."""
        corners = np.array([[-.5, -.5], [.5, -.5], [.5, .5], [-.5, .5]]) * PAGE
        u, v = self.project(corners[:, 0], corners[:, 1], np.zeros(4))
        flat = cv2.getPerspectiveTransform(np.stack([u, v], 1).astype(np.float32), corners.astype(np.float32))
        step = 4
        rows, columns = np.mgrid[0:HEIGHT + step:step, 0:WIDTH + step:step].astype(np.float64)
        radius = ((columns - WIDTH / 2) ** 2 + (rows - HEIGHT / 2) ** 2) / (WIDTH / 2) ** 2
        px = (columns - WIDTH / 2) * (1 + self.lens * radius) + WIDTH / 2 - self.middle[0]
        py = (rows - HEIGHT / 2) * (1 + self.lens * radius) + HEIGHT / 2 - self.middle[1]

        def back(x, y):
            w = flat[2, 0] * x + flat[2, 1] * y + flat[2, 2]
            return (flat[0, 0] * x + flat[0, 1] * y + flat[0, 2]) / w, (flat[1, 0] * x + flat[1, 1] * y + flat[1, 2]) / w

        x, y = back(px, py)
        for _ in range(4):  # what stands above the desk is seen aside of where it would lie
            seen, lying = self.project(x, y, self.height(x, y)), self.project(x, y, np.zeros_like(x))
            x, y = back(px - (seen[0] - lying[0]), py - (seen[1] - lying[1]))
        return tuple(self.enlarged((place / self.size + PAGE[k] / 2) * DOTS, step) for k, place in enumerate((x, y)))

    @staticmethod
    def enlarged(coarse, step):
        inverse = np.array([[1 / step, 0, 0], [0, 1 / step, 0]], np.float32)
        return cv2.warpAffine(coarse.astype(np.float32), inverse, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)


def photograph(sheet, level, rank, rng, size=1):
    """The picture as a camera saves it, before JPEG; `size` is that of the print."""
    pose = Pose(level, rank, rng, size)
    soft = cv2.GaussianBlur(sheet, (0, 0), max(.3, .5 * DOTS / pose.scale))
    desk = tuple((rng.uniform(.1, .6) * rng.uniform(.8, 1.2, 3)).tolist())
    shot = cv2.remap(soft, *pose.maps(), cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=desk)
    shot *= light(level, rank, rng)[..., None]
    shot = cv2.GaussianBlur(shot, (0, 0), rng.uniform(*level.blur))
    if level.motion and rng.random() < .7:
        shot = cv2.filter2D(shot, -1, smear(rng.uniform(1, level.motion), rng.uniform(0, np.pi)))
    shot = np.clip(shot, 0, 1) ** rng.uniform(.85, 1.15) * 255
    grain = rng.standard_normal((HEIGHT, WIDTH), dtype=np.float32) * level.noise
    if rng.random() < .5:  # as denoised: fewer, larger grains
        grain = cv2.GaussianBlur(grain, (0, 0), .7) * 1.8
    shot += grain[..., None] * .8 + rng.standard_normal(shot.shape, dtype=np.float32) * level.noise * .5
    if rng.random() < .4:  # as telephones sharpen
        shot += .6 * (shot - cv2.GaussianBlur(shot, (0, 0), 1.5))
    return np.clip(shot, 0, 255).astype(np.uint8)


def light(level, rank, rng):
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    turn = rng.uniform(0, 2 * np.pi)
    field = 1 + level.shade * rng.uniform(.5, 1.6) * (np.cos(turn) * (x / WIDTH - .5) + np.sin(turn) * (y / HEIGHT - .5))
    if rank >= 2 and rng.random() < .6:
        turn = rng.uniform(0, 2 * np.pi)
        edge = (np.cos(turn) * (x - WIDTH / 2) + np.sin(turn) * (y - HEIGHT / 2) - rng.normal(0, 500)) / rng.uniform(20, 200)
        field *= 1 - level.shade * .7 / (1 + np.exp(-np.clip(edge, -30, 30)))
    return field * np.float32(rng.uniform(.75, 1.02))


def smear(length, turn):
    side = int(round(length)) * 2 + 1
    middle, kernel = side // 2, np.zeros((side, side), np.float32)
    reach = np.array([np.cos(turn), np.sin(turn)]) * middle
    ends = [tuple(int(round(middle + sign * part)) for part in reach) for sign in (-1, 1)]
    cv2.line(kernel, *ends, 1.0)
    return kernel / kernel.sum()


def score(reading, truth, count, wrong):
    count["sheets"] += 1
    count["milliseconds"] += reading.get("milliseconds", 0)
    if reading["status"] != "read":
        count["refused"] += 1
        count[reading["reason"]] += 1
        return
    for line in reading["lines"]:
        is_right = line["mark"] == truth[line["id"]]
        count["boxes"] += 1
        count["right"] += is_right
        count["doubtful"] += line["class"] == "doubtful"
        if not is_right and line["class"] == "clear":
            count["wrong and clear"] += 1
            wrong.append((reading["file"], line["id"], truth[line["id"]], line["mark"], line["confidence"]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kiosk", type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("marks")
    parser.add_argument("--sheets", type=int, default=100)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--candidates", type=int, default=24)
    parser.add_argument("--keep", type=pathlib.Path, help="keep the photographs here")
    parser.add_argument("--level", type=int, choices=range(len(LEVELS)))
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--harder", type=float, default=1, help="bend and lens so many times as strong")
    options = parser.parse_args()
    values = {name: float(value) for name, value in (word.split("=") for word in options.set)}
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        village, hands = Village(options.kiosk, folder, options.candidates), Hands(options.marks)
        shots = options.keep or folder / "shots"
        shots.mkdir(parents=True, exist_ok=True)
        counts, wrong = [collections.Counter() for _ in LEVELS], []
        for seed in range(options.first, options.first + options.sheets):
            rank = seed % len(LEVELS) if options.level is None else options.level
            base, rng = LEVELS[rank], np.random.default_rng(seed)
            level = dataclasses.replace(base, bend=base.bend * options.harder, lens=base.lens * options.harder)
            level = changed(level, values)
            ink, truth = marked(village, hands, rng, values)
            shot = photograph(coloured(village.page, ink, rng), level, rank, rng, values.get("print", 1))
            file = shots / f"L{rank}-{seed}.jpg"
            cv2.imwrite(str(file), shot, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(*level.quality))])
            for reading in village.read([file]):
                score(reading, truth, counts[rank], wrong)
            if not options.keep:
                file.unlink()
            print(f"\r{seed - options.first + 1} of {options.sheets}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    print("level  sheets  refused   boxes   right %  doubtful %  wrong and clear  ms")
    for rank, count in enumerate(counts):
        boxes = max(count["boxes"], 1)
        print(f"L{rank}   {count['sheets']:8}{count['refused']:9}{count['boxes']:8}{100 * count['right'] / boxes:10.2f}"
              f"{100 * count['doubtful'] / boxes:12.2f}{count['wrong and clear']:17}{count['milliseconds'] / max(count['sheets'], 1):6.1f}")
    for case in wrong:
        print("wrong and clear:", *case)
    sys.exit(1 if any(count["wrong and clear"] for count in counts[:4]) else 0)


if __name__ == "__main__":
    main()
