"""Draws mark patches directly, to train before (and beside) patches that the reader cut from photographs.

    python synth.py MARKS.json OUT.npz COUNT SEED [unseen]
"""
import sys
import numpy as np
from PIL import Image, ImageDraw, ImageFilter
import strokes as S

W, H, K = 40, 32, 4  # cells and pixels a cell
BOX = (5, 4, 35, 28)
STYLES = [(14, 10, 12.5), (12, 9, 11), (9, 7, 8.8)]


def mark(kind, real, rng):
    if kind == "circle":
        s = S.pick(real["circle"], rng) if rng.random() < .45 else S.circle(rng)
        return S.affine(S.wobble(S.fitted(s), rng, .05), rng, 1.0, .12, .13)
    if kind == "cross":
        s = S.pick(real["cross"], rng) if rng.random() < .6 else S.cross(rng)
        return S.affine(S.wobble(S.fitted(s), rng, .05), rng, .16, .12, .15)
    if kind == "check":
        s = S.pick(real["check"], rng) if rng.random() < .6 else S.check(rng)
        return S.affine(S.wobble(S.fitted(s), rng, .05), rng, .12, .12, .15)
    r = rng.random()
    if r < .34:
        s = S.pick(real["other"], rng)
        return S.affine(S.wobble(S.fitted(s), rng, .04), rng, .15, .1, .12)
    if r < .46:
        return S.scribble(rng)
    if r < .6:
        return S.filled(rng)
    if r < .68:
        return S.affine(S.single(rng), rng, .1, .1, .1)
    if r < .74:
        return S.fitted(S.hook(rng))
    pair = [["circle", "cross"], ["cross", "check"], ["circle", "scribble"], ["cross", "scribble"],
            ["circle", "cross"]][rng.integers(5)]
    out = []
    for p in pair:
        part = S.scribble(rng) if p == "scribble" else mark(p, real, rng)
        k, off = rng.uniform(.6, 1), rng.normal(0, .12, 2)
        out += [q * k + off for q in part]
    return out


def pen(draw, lines, width, shade):
    for s in lines:
        pts = [tuple(p) for p in s]
        if len(pts) > 1:
            draw.line(pts, fill=shade, width=max(int(round(width)), 1), joint="curve")
        for p in (pts if width > 5 else [pts[0], pts[-1]]):
            r = width / 2
            draw.ellipse([p[0] - r, p[1] - r, p[0] + r, p[1] + r], fill=shade)


def patch(kind, real, rng):
    bw, bh, pitch = STYLES[rng.choice(3, p=[.35, .4, .25])]
    mm = np.array([30 * K / bw, 24 * K / bh])  # pixels a millimetre
    im = Image.new("L", (W * K, H * K), 255)
    d = ImageDraw.Draw(im)
    centre = np.array([W * K / 2, H * K / 2])
    if kind != "blank" or rng.random() < .12:
        blank = kind == "blank"
        width = np.exp(rng.normal(np.log(.6), .35)) * mm.mean()
        shade = int(rng.uniform(0, 130) if rng.random() < .35 else rng.uniform(0, 60))
        ink = Image.new("L", im.size, 255)
        di = ImageDraw.Draw(ink)
        if blank:  # a speck, or dirt
            for _ in range(rng.integers(1, 3)):
                p = rng.uniform([0, 0], [W * K, H * K])
                r = rng.uniform(.08, .28) * mm.mean()
                di.ellipse([p[0] - r, p[1] - r * rng.uniform(.5, 1), p[0] + r, p[1] + r], fill=shade)
        else:
            size = rng.uniform(.5, 1.12) * bh * mm
            if kind == "check" and rng.random() < .3:
                size = size * 1.15
            off = rng.normal(0, [.09 * bw, .08 * bh]) * mm
            pen(di, [s * size + centre + off for s in mark(kind, real, rng)], width, shade)
        im = Image.fromarray(np.minimum(np.asarray(im), np.asarray(ink)))
        d = ImageDraw.Draw(im)
    if rng.random() < .3:  # a neighbour's mark reaches in
        k = ["circle", "cross", "check"][rng.integers(3)]
        way = rng.choice([-1, 1])
        size = rng.uniform(.7, 1.15) * bh * mm
        at = centre + np.array([rng.normal(0, 1), way * pitch + rng.normal(0, .8)]) * mm
        pen(d, [s * size + at for s in mark(k, real, rng)], .6 * mm.mean(), int(rng.uniform(0, 80)))
    # the print: box and row lines, placed as well as the reader finds them
    j = lambda s=.09: rng.normal(0, s) * mm[0]
    x0, y0, x1, y1 = [v * K for v in BOX]
    q = [(x0 + j(), y0 + j()), (x1 + j(), y0 + j()), (x1 + j(), y1 + j()), (x0 + j(), y1 + j())]
    tone = int(rng.uniform(0, 60))
    w = .35 * mm.mean()
    inner = [(a + (w / 2 if a < centre[0] else -w / 2), b + (w / 2 if b < centre[1] else -w / 2)) for a, b in q]
    d.line(inner + inner[:2], fill=tone, width=max(int(round(w)), 1))
    for way in (-1, 1):
        y = centre[1] + way * pitch / 2 * mm[1] + j()
        d.line([(0, y + j()), (W * K, y + j())], fill=tone, width=max(int(round(.18 * mm[1])), 1))
    if rng.random() < .5:
        x = x1 + 4 * mm[0] + j()
        d.line([(x, 0), (x, H * K)], fill=tone, width=2)
    if rng.random() < .7:
        im = im.rotate(rng.normal(0, .8), fillcolor=255, resample=Image.BILINEAR)
    blur = abs(rng.normal(0, .22)) * mm.mean()
    im = im.filter(ImageFilter.GaussianBlur(float(blur) + .5))
    if rng.random() < .15:  # shaken
        a = np.asarray(im, np.float32)
        n, vertical = rng.integers(2, 8), rng.random() < .5
        a = sum(np.roll(a, i - n // 2, 0 if vertical else 1) for i in range(n)) / n
        im = Image.fromarray(a.astype(np.uint8))
    a = np.asarray(im, np.float32).reshape(H, K, W, K).mean((1, 3)) / 255
    gx, gy = rng.normal(0, .05, 2)
    yy, xx = np.mgrid[-1:1:H * 1j, -1:1:W * 1j]
    black = rng.uniform(.1, .4)
    a = (black + (1 - black) * a) * (1 + gx * xx + gy * yy)
    noise = rng.normal(0, 1, a.shape)
    if rng.random() < .5:
        noise = (noise + np.roll(noise, 1, 0) + np.roll(noise, 1, 1)) / 1.7
    a = a + noise * abs(rng.normal(0, .02))
    white = np.quantile(a, .8)
    ink = np.clip((white - a) / max(white * (1 - black * rng.uniform(.8, 1.2)), .02), 0, 1)
    return (ink * 255).astype(np.uint8)


def main():
    source, out, count, seed = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    real = S.load(source, len(sys.argv) > 5)
    rng = np.random.default_rng(seed)
    labels = rng.choice(5, count, p=[.24, .24, .2, .12, .2])
    x = np.stack([patch(S.CLASSES[k], real, rng) for k in labels])
    np.savez(out, x=x, y=labels.astype(np.uint8))


main()
