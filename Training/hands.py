"""Invents hands: drawings of marks by writers who never lived, for the photographs that networks learn from.

    python hands.py MARKS.json OUT.json WRITERS SEED

Half of the drawings are real ones of the writers that may be learned from, blended with each other, bent and warped;
half are drawn by rule, each writer with a habit of his own. The writers kept for measuring give nothing.
"""
import json
import sys
import numpy as np
import strokes as S


def resampled(path, count=32):
    """The path with points at even distances along it."""
    steps = np.hypot(*np.diff(path, axis=0).T)
    along = np.concatenate([[0], np.cumsum(steps)])
    if along[-1] < 1e-9:
        return np.repeat(path[:1], count, 0)
    at = np.linspace(0, along[-1], count)
    return np.stack([np.interp(at, along, path[:, k]) for k in (0, 1)], 1)


def bezier(a, b, c, n=16):
    t = np.linspace(0, 1, n)[:, None]
    return (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c


def rounded(path, times):
    """Corners cut (Chaikin), ends kept."""
    for _ in range(times):
        q = .75 * path[:-1] + .25 * path[1:]
        r = .25 * path[:-1] + .75 * path[1:]
        path = np.concatenate([path[:1], np.stack([q, r], 1).reshape(-1, 2), path[-1:]])
    return path


def limb(a, b, bow, s=0.0, n=20):
    """A stroke with a bow to one side and an S."""
    t = np.linspace(0, 1, n)[:, None]
    normal = np.array([b[1] - a[1], a[0] - b[0]])
    return a + (b - a) * t + normal * (bow * 4 * t * (1 - t) + s * np.sin(2 * np.pi * t))


def hooked(path, rng, size):
    """A hook where the pen came or left."""
    end = path[-1] + rng.normal(0, size, 2)
    mid = (path[-1] + end) / 2 + rng.normal(0, size / 3, 2)
    return np.concatenate([path, bezier(path[-1], mid, end, 6)[1:]])


def crossing(strokes):
    """The shortest of the four arms of the best crossing, as a part of the mark's larger side; 0 where none is."""
    starts = np.concatenate([s[:-1] for s in strokes])
    steps = np.concatenate([np.diff(s, axis=0) for s in strokes])
    lengths = [np.hypot(*np.diff(s, axis=0).T) for s in strokes]
    stroke = np.repeat(np.arange(len(strokes)), [len(n) for n in lengths])
    before = np.concatenate([np.cumsum(n) - n for n in lengths])
    own, whole = np.concatenate(lengths), np.array([n.sum() for n in lengths])[stroke]
    apart = starts[None] - starts[:, None]
    turn = steps[:, None, 0] * steps[None, :, 1] - steps[:, None, 1] * steps[None, :, 0]
    turn = np.where(np.abs(turn) < 1e-12, np.nan, turn)
    one = (apart[..., 0] * steps[None, :, 1] - apart[..., 1] * steps[None, :, 0]) / turn
    two = (apart[..., 0] * steps[:, None, 1] - apart[..., 1] * steps[:, None, 0]) / turn
    met = np.argwhere((one >= 0) & (one < 1) & (two >= 0) & (two < 1) & np.triu(np.ones(one.shape, bool), 2))
    best = 0.0
    for i, j in met:
        a, b = before[i] + one[i, j] * own[i], before[j] + two[i, j] * own[j]
        inner = [(b - a) / 2] if stroke[i] == stroke[j] else [whole[i] - a, b]
        best = max(best, min([a, whole[j] - b] + inner))
    return best / np.ptp(np.concatenate(strokes), axis=0).max()


class Check:
    """√, ∨ and レ; never with a loop at the bottom, which is a × whose strokes meet near their joined ends."""

    def __init__(self, rng):
        self.left = np.clip(np.exp(rng.normal(np.log(.45), .4)), .2, 1.1)
        self.left_angle = rng.uniform(20, 88) if rng.random() < .7 else rng.uniform(-15, 60)
        self.right_angle = rng.uniform(32, 86)
        self.arch = rng.normal(.05, .22) + (rng.uniform(.2, .5) if rng.random() < .3 else 0)
        self.bow = rng.normal(0, .11)
        self.lean = rng.uniform(.2, .8) if rng.random() < .35 else 0
        if self.lean:
            self.left_angle = rng.uniform(-40, 45)
        self.curl = rng.uniform(.05, .25) if rng.random() < .25 else 0
        self.round = rng.choice([0, 0, 0, 1, 2, 3])
        self.serif = rng.uniform(.05, .22) if rng.random() < .1 else 0
        self.hook = rng.uniform(.03, .16) if rng.random() < .2 else 0
        self.lifted = rng.random() < .12

    def draw(self, rng):
        a, b = np.radians(self.left_angle + rng.normal(0, 6)), np.radians(self.right_angle + rng.normal(0, 5))
        length = self.left * np.exp(rng.normal(0, .15))
        start = length * np.array([-np.cos(a), -np.sin(a)])
        end = np.array([np.cos(b), -np.sin(b)])
        low = np.zeros(2)
        down = limb(start, low, self.arch + rng.normal(0, .05), rng.normal(0, .02))
        if self.lean:  # as λ: the first arm comes in from beside and goes down where the second will go up
            over = low + self.lean * max(length, .3) * end * np.exp(rng.normal(0, .2)) + rng.normal(0, .03, 2)
            down = bezier(start, over, low, 20)
        up = limb(low, end, self.bow + rng.normal(0, .03), rng.normal(0, .015))
        if self.serif:
            down = np.concatenate([[start + self.serif * np.array([-1, rng.normal(0, .3)])], down])
        if self.curl:  # the pen came from beside, from above or out of a small hook
            down = hooked(down[::-1], rng, self.curl)[::-1]
        if self.hook:
            up = hooked(up, rng, self.hook)
        if self.lifted:
            return [down, up + rng.normal(0, .05, 2)]
        corner = np.concatenate([resampled(down, 10), resampled(up, 14)[1:]])
        return [rounded(corner, self.round) if self.round else np.concatenate([down, up[1:]])]


class Cross:
    """×, χ, strokes that meet near an end, and what becomes of × when the pen is not lifted."""

    def __init__(self, rng):
        self.open = np.radians(rng.uniform(58, 120))
        self.turn = rng.normal(0, .16)
        self.uneven = rng.normal(0, .12, 2)
        self.bow = rng.normal(0, .06, 2)
        self.s = rng.normal(0, .035, 2) + (rng.normal(0, .08, 2) if rng.random() < .12 else 0)
        self.hook = rng.uniform(.05, .28) if rng.random() < .3 else 0
        self.joined = rng.random() < .5
        self.length = np.exp(rng.normal(0, .16))
        self.meeting = self.place(rng)

    @staticmethod
    def place(rng):
        """How far along each stroke they meet: in the middle, near one side of the mark, or near one stroke's end."""
        if rng.random() < .55:
            return np.array([.5, .5])
        near = rng.uniform(.14, .34, 2)
        if rng.random() < .3:
            near[rng.integers(2)] = rng.uniform(.35, .65)
        ends = rng.integers(2, size=2)
        return np.where(ends == 1, 1 - near, near)

    def draw(self, rng):
        strokes = []
        for k, way in ((0, 1), (1, -1)):
            angle = way * self.open / 2 + self.turn + rng.normal(0, .06)
            d = np.array([np.sin(angle), np.cos(angle)]) * (self.length if k else 1)
            shift = self.uneven[k] * d / 2 * (self.meeting[k] == .5) + rng.normal(0, .03, 2)
            along = np.clip(self.meeting[k] + rng.normal(0, .03), .12, .88)
            strokes.append(limb(-along * d + shift, (1 - along) * d + shift,
                                self.bow[k] + rng.normal(0, .03), self.s[k] + rng.normal(0, .02)))
        if rng.random() < .5:
            strokes = strokes[::-1]
        if self.hook:
            k = rng.integers(2)
            strokes[k] = hooked(strokes[k], rng, self.hook)
        if self.joined and rng.random() < .85:
            return [self.in_one_go(strokes, rng)]
        if rng.random() < .04:
            strokes.append(strokes[0] + rng.normal(0, .04, 2))
        return strokes

    @staticmethod
    def in_one_go(strokes, rng):
        """Both strokes without lifting the pen, which goes from one end to the next: straight, or round outside."""
        one, two = strokes
        if rng.random() < .4:
            two = two[::-1]
        if rng.random() < .3:
            one, two = two[::-1], one[::-1]
        mid = (one[-1] + two[0]) / 2
        out = mid + (mid - (one.mean(0) + two.mean(0)) / 2) * rng.uniform(-.3, .5)
        return np.concatenate([one, bezier(one[-1], out, two[0], 10)[1:], two[1:]])


class Circle:
    """○, closed or nearly, round or angular, once or more."""

    def __init__(self, rng):
        self.tall = np.exp(rng.normal(0, .16))
        self.tilt = rng.uniform(0, np.pi)
        self.square = rng.choice([2, 2, 2, rng.uniform(1.6, 4.5)])
        self.overlap = rng.normal(.12, .35)
        self.way = -1 if rng.random() < .7 else 1
        self.start = -np.pi / 2 + rng.normal(0, .6) if rng.random() < .75 else rng.uniform(0, 2 * np.pi)
        self.tail = rng.uniform(.05, .3) if rng.random() < .3 else 0
        self.turns = rng.integers(2, 4) if rng.random() < .06 else 1
        self.drop = rng.uniform(.05, .3) if rng.random() < .15 else 0
        self.corners = rng.random() < .06
        self.halves = rng.random() < .05

    def draw(self, rng):
        sweep = 2 * np.pi * self.turns + np.clip(self.overlap + rng.normal(0, .2), -.7, 1.4)
        n = 22 if self.corners else 56
        t = np.linspace(0, 1, n)
        angle = self.start + rng.normal(0, .2) + self.way * sweep * t
        c, s = np.cos(angle), np.sin(angle)
        r = .5 / (np.abs(c) ** self.square + np.abs(s) ** self.square) ** (1 / self.square)
        r = r * (1 + rng.normal(0, .09) * (t - .5) * (1 if self.turns == 1 else 2))
        for k in (2, 3, 5):
            r = r * (1 + rng.normal(0, .03) * np.cos(k * angle + rng.uniform(0, 6)))
        r = r * (1 + self.drop * np.exp(-((np.mod(angle - self.tilt, 2 * np.pi) - np.pi) / .5) ** 2))
        path = np.stack([r * c * self.tall ** -.5, r * s * self.tall ** .5], 1)
        if self.corners:
            path = path[::3]
        if self.tail and rng.random() < .8:
            path = hooked(path, rng, self.tail) if rng.random() < .6 else hooked(path[::-1], rng, self.tail)
        if self.halves:
            cut = len(path) // 2 + rng.integers(-4, 5)
            return [path[:cut], path[cut - 1:] + rng.normal(0, .03, 2)]
        return [path]


def other(rng):
    """What is no mark: both signs, struck out, filled, a line, an arc, letters and shapes."""
    r = rng.integers(13)
    circle, cross, check = (lambda: Circle(rng).draw(rng)), (lambda: Cross(rng).draw(rng)), (lambda: Check(rng).draw(rng))

    def placed(parts, size, spread):
        off = rng.normal(0, spread, 2)
        return [p * size + off for p in S.fitted(parts)]
    if r == 0:
        return placed(circle(), 1, 0) + placed(cross(), rng.uniform(.6, 1.2), .08)
    if r == 1:  # a mark struck out, and another beside it
        first = [circle, cross, check][rng.integers(3)]
        second = [circle, cross, check][rng.integers(3)]
        strike = [limb(np.array([-.6, y + rng.normal(0, .12)]), np.array([.6, y + rng.normal(0, .12)]), rng.normal(0, .05))
                  for y in rng.uniform(-.3, .3, rng.integers(1, 4))]
        struck = placed(first(), .9, .05) + strike
        if rng.random() < .35:
            return struck
        return [p * .7 - [.45, 0] for p in struck] + [p * rng.uniform(.5, .7) + [.45, 0] for p in S.fitted(second())]
    if r == 2:
        return S.scribble(rng)
    if r in (3, 4):
        return S.filled(rng)
    if r == 5:
        return S.single(rng)
    if r == 6:  # an arc, too open for a ○
        angle = rng.uniform(0, 6.3) + np.linspace(0, rng.uniform(1, 3.6), 30)
        return [.5 * np.stack([np.cos(angle), np.sin(angle) * rng.uniform(.7, 1.2)], 1)]
    if r == 7:  # upright cross, T, Y
        a, b = rng.normal(0, .08, 2)
        bar = rng.choice([0, -.5, rng.uniform(-.3, .3)])
        return [np.array([[a, -.5], [b, .5]]), np.array([[-.5, bar + rng.normal(0, .05)], [.5, bar + rng.normal(0, .05)]])]
    if r == 8:  # √ with a line or a point through it
        if rng.random() < .5:
            c = rng.uniform(-.2, .35, 2) * [1, -1]
            d = rng.uniform(.15, .35) * np.array([1, rng.uniform(.2, 1.4)])
            return S.fitted(check()) + [np.array([c - d, c + d])]
        return placed(check(), 1, 0) + placed(circle(), rng.uniform(.6, 1.2), .1)
    if r == 9:  # two marks side by side or one over the other
        one, two = [circle, check][rng.integers(2)], [circle, cross, check][rng.integers(3)]
        gap = np.array([rng.uniform(.35, .6), rng.normal(0, .1)])
        if one == two:
            two = cross
        return [p * .7 - gap for p in S.fitted(one())] + [p * .7 + gap for p in S.fitted(two())]
    if r == 10:
        return S.hook(rng)
    if r == 11:  # a letter-like zigzag
        return [rng.uniform(-.5, .5, (rng.integers(4, 8), 2))]
    return placed(cross(), 1, 0) + placed(cross(), rng.uniform(.7, 1.2), .15) + S.scribble(rng)


def blended(a, b, share):
    """Between two drawings of one stroke each: both laid on each other's box, begun at the same end."""
    (a,), (b,) = S.fitted([a]), S.fitted([b])
    a, b = resampled(a), resampled(b)
    if np.hypot(*(a[0] - b[0])) + np.hypot(*(a[-1] - b[-1])) > np.hypot(*(a[0] - b[-1])) + np.hypot(*(a[-1] - b[0])):
        b = b[::-1]
    return (1 - share) * a + share * b


def real(name, writers, rng):
    """A real drawing made somebody else's."""
    strokes = S.pick(writers, rng)
    if name == "check" and len(strokes) == 1 and rng.random() < .6:  # a ○ begins anywhere: no blend of two
        second = S.pick(writers, rng)
        if len(second) == 1 and len(second[0]) > 1 and len(strokes[0]) > 1:
            strokes = [blended(strokes[0], second[0], rng.uniform(-.15, 1.15))]
    strokes = [resampled(s, min(40, max(len(s), 2))) for s in strokes]
    strokes = S.fitted(strokes)
    if rng.random() < .3:  # one side drawn larger than the other
        p = np.exp(rng.normal(0, .16, 2))
        strokes = [np.sign(s) * .5 * np.abs(2 * s) ** p for s in strokes]
    if name == "cross" and rng.random() < .4:  # the strokes meet nearer to one side
        aside = rng.uniform(-.65, .65, 2) * (rng.random(2) < .7)
        strokes = [s + aside * (.25 - s * s) for s in strokes]
    return S.wobble(strokes, rng, rng.uniform(.01, .045))


def spoiled(strokes, name, rng):
    """Turned, sheared, squeezed; a shaking hand."""
    turn = {"circle": .8, "cross": .15, "check": .14, "other": .1}[name]
    strokes = S.affine(S.fitted(strokes), rng, turn, .09, .1)
    if rng.random() < .25:
        shake = rng.uniform(.004, .02)
        strokes = [s + rng.normal(0, shake, s.shape) for s in strokes]
    return S.fitted(strokes)


def fair(name, strokes):
    """Whether people would see what the label says: a × crosses, a √ does not."""
    if name == "cross":
        return crossing(strokes) > .1
    return name != "check" or crossing(strokes) < .08


def drawn(name, habit, known, rng):
    """A mark of this name, by rule or by a real hand made somebody else's."""
    while True:
        if rng.random() < .5 if habit else rng.random() < .3:
            strokes = real(name, known[name], rng)
        else:
            strokes = habit.draw(rng) if habit else other(rng)
        strokes = [np.asarray(s, float) for s in strokes if len(s) > 1]
        if not strokes:
            continue
        strokes = spoiled(strokes, name, rng)
        if fair(name, strokes):
            return strokes


def main():
    source, out, writers, seed = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    known = S.load(source, False, without=["d1-rectangle"])  # a box in a box may be a clumsy ○
    rng = np.random.default_rng(seed)
    result = {"circle": [], "cross": [], "check": [], "other": []}
    rules = {"circle": Circle, "cross": Cross, "check": Check}
    for number in range(writers):
        for name in result:
            habit = rules[name](rng) if name in rules else None
            for drawing in range(3):
                strokes = drawn(name, habit, known, rng)
                result[name].append(
                    {"w": "made-%d" % (number * 6), "s": [np.round(s * 1000).astype(int).tolist() for s in strokes]})
    json.dump(result, open(out, "w"), separators=(",", ":"))


if __name__ == "__main__":
    main()
