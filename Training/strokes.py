"""Pen strokes: real ones split by writer, and parametric ones, as polylines in a unit square (y down)."""
import json
import numpy as np

CLASSES = ["circle", "cross", "check", "blank", "other"]
SOURCES = {
    "circle": ["circle", "circle_hard"],
    "cross": ["cross", "cross_joined"],
    "check": ["check", "vee"],
    "other": ["triangle", "other"],
}


def held_out(writer):
    """Whether a writer is kept for measuring: two of the six log writers, every third of the others."""
    if writer.startswith("d1-"):
        return writer in ("d1-s07", "d1-s10")
    return int(writer.rsplit("-", 1)[1]) % 6 == 3


def load(path, unseen, without=()):
    """Drawings by class and then by writer, so that a writer with one drawing counts as much as one with thirty."""
    data = json.load(open(path))
    strokes = {}
    for name, kinds in SOURCES.items():
        writers = strokes[name] = {}
        for kind in kinds:
            for item in data[kind]:
                if held_out(item["w"]) == unseen and item["src"] not in without:
                    drawing = [np.asarray(s, float) for s in item["s"] if len(s) > 0]
                    writers.setdefault(item["w"], []).append(drawing)
    return {name: list(writers.values()) for name, writers in strokes.items()}


def pick(writers, rng):
    """A drawing of a writer."""
    drawings = writers[rng.integers(len(writers))]
    return drawings[rng.integers(len(drawings))]


def fitted(strokes, aspect_free=False):
    """Centres strokes and scales the larger side to 1."""
    points = np.concatenate(strokes)
    low, high = points.min(0), points.max(0)
    size = np.maximum(high - low, 1e-6)
    scale = size if aspect_free else np.full(2, size.max())
    return [(s - (low + high) / 2) / scale for s in strokes]


def wobble(strokes, rng, amount):
    """Elastic change: a smooth random displacement of low frequency."""
    f = rng.uniform(0.5, 2.2, (2, 2, 3))
    p = rng.uniform(0, 2 * np.pi, (2, 3))
    a = rng.normal(0, amount / 2, (2, 3))
    return [
        s + np.stack([
            sum(a[k, i] * np.sin(2 * np.pi * (f[0, k, i] * s[:, 0] + f[1, k, i] * s[:, 1]) / 2 + p[k, i])
                for i in range(3)) for k in range(2)], 1)
        for s in strokes
    ]


def affine(strokes, rng, turn, shear, squash):
    t = rng.normal(0, turn)
    m = np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]])
    m = m @ np.array([[1, rng.normal(0, shear)], [0, 1]])
    m = m @ np.diag(np.exp(rng.normal(0, squash, 2)))
    return [s @ m.T for s in strokes]


def circle(rng):
    start, way = rng.uniform(0, 2 * np.pi), rng.choice([-1, 1])
    turns = 1 + rng.normal(0.03, 0.09)
    if rng.random() < 0.12:
        turns = rng.uniform(1.3, 2.4)
    t = np.linspace(0, 1, 60)
    angle = start + way * 2 * np.pi * turns * t
    r = 0.5 * (1 + rng.normal(0, 0.06) * (t - 0.5) * 2)
    for k in (2, 3):
        r = r * (1 + rng.normal(0, 0.05) * np.cos(k * angle + rng.uniform(0, 6)))
    pts = np.stack([r * np.cos(angle), r * np.sin(angle)], 1)
    if rng.random() < 0.3:  # a tail where the pen came or went
        tail = pts[-1] + np.outer(np.linspace(0, 1, 8), rng.normal(0, 0.16, 2))
        pts = np.concatenate([pts, tail])
    return [pts]


def line(a, b, rng, bow=0.06):
    t = np.linspace(0, 1, 20)[:, None]
    n = np.array([b[1] - a[1], a[0] - b[0]])
    return a + (b - a) * t + n * (rng.normal(0, bow) * 4 * t * (1 - t))


def cross(rng):
    e = lambda x, y: np.array([x, y]) + rng.normal(0, 0.07, 2)
    one, two = line(e(-.5, -.5), e(.5, .5), rng), line(e(.5, -.5), e(-.5, .5), rng)
    if rng.random() < 0.25:  # joined: the pen was not lifted
        return [np.concatenate([one, line(one[-1], two[0] if rng.random() < .7 else two[-1], rng, .2),
                                two if rng.random() < .7 else two[::-1]])] if rng.random() < .5 else [one, two]
    return [one, two]


def check(rng):
    low = np.array([rng.uniform(-.3, .05), .5])
    left = low + np.array([-rng.uniform(.12, .45), -rng.uniform(.15, .6)])
    right = low + np.array([rng.uniform(.4, .9), -rng.uniform(.7, 1.1)])
    parts = [line(left, low, rng), line(low, right, rng, .1)]
    return [np.concatenate(parts)]


def scribble(rng):
    n = rng.integers(6, 22)
    t = np.linspace(-.5, .5, n)
    x = t + rng.normal(0, .05, n)
    y = np.where(np.arange(n) % 2 == 0, -.5, .5) * rng.uniform(.5, 1, n)
    pts = np.stack([x, y], 1)
    return affine([pts], rng, 1.2, .2, .2)


def filled(rng):
    """A shape blackened all over."""
    n = rng.integers(14, 30)
    t = np.linspace(-1, 1, n)
    half = np.sqrt(np.maximum(1 - t * t, .02)) if rng.random() < .5 else np.ones(n)
    x = np.where(np.arange(n) % 2 == 0, -.5, .5) * half
    return affine([np.stack([x, t / 2], 1)], rng, 1.5, .1, .1)


def single(rng):
    """One line through the box, or a tilde."""
    a = rng.uniform(0, np.pi)
    d = np.array([np.cos(a), np.sin(a)]) / 2
    return [line(-d, d, rng, .12)]


def hook(rng):
    return [rng.normal(0, .3, (rng.integers(3, 8), 2)).cumsum(0)]
