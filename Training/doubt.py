"""Who causes doubt, and what other limits would do: from boxes that `Photographs read` has kept.

    python Training/doubt.py NAME.csv [NAME.csv ...] [level=0] [pens=ball,gel]

Prints doubt by level and size of box, by pen, breadth, hand and sign, by reason, and pairs of doubt and error when all
limits of `MarkLimits` are moved by one factor. Boxes are judged again from what the networks and the strokes said; no
photograph is read again. Boxes with points or other signs are left out.
"""
import collections
import csv
import math
import sys

OTHER_SHARE = .1
LEAST_SHARE = 1e-6
FINE = dict(cross=-4, approval=-5, low=-3, high=3)
BROAD = dict(cross=-9.5, approval=-8, low=-3, high=2)
CUT = dict(FINE, cross=-9.5)
BROAD_FROM, MOST_TRACE = .2, .05
MARKS = ("for", "against", "blank", "other")
KEPT = {"inkAmount", "frameNotFound", "nameUnclear"}  # not a matter of these limits


class Box:
    """One box that was read, and what is known of it."""

    def __init__(self, row):
        self.level, self.truth, self.label, self.kind = int(row["level"]), row["truth"], row["label"], row["kind"]
        self.mark, self.doubts = row["mark"], set(row["doubts"].split())
        scores = [float(value) for value in row["scores"].split()]
        self.networks = [scores[n:n + 5] for n in range(0, len(scores), 5)]
        self.evidence, self.thickness = float(row["evidence"] or 0), float(row["thickness"] or 0)
        self.feet = int(row.get("feet") or 0)
        self.size, self.hand, self.pen = row["box"], row["hand"], row["pen"]
        self.width, self.outside = float(row["width"] or 0), float(row["outside"] or 0)

    @property
    def writer(self):
        name = self.hand.split(" ")[0]
        return name if name.startswith("d1") or name == "rule" else "other writers"

    @property
    def is_plain(self):
        return self.truth != "other" and self.kind != "dot"

    def shares(self, scores):
        """What one network gives each mark, other signs being rare."""
        values = [scores[0] + scores[2], scores[1], scores[3], scores[4] * OTHER_SHARE]
        return [value / sum(values) for value in values]

    def judged(self, factor=1.0):
        """Whether the reading is clear when all limits are so many times as wide; `MarkClassifier.judge` again."""
        shares = [self.shares(scores) for scores in self.networks]
        mean = [sum(column) for column in zip(*shares)]
        best = mean.index(max(mean))
        mark = MARKS[best]
        if mark == "other" or self.doubts & KEPT or any(s.index(max(s)) != best for s in shares):
            return mark, False
        if "objection" in self.doubts:  # of the first look against the closer one
            return mark, False
        miss = (.02 if mark == "blank" else .1) * factor
        if any(s[best] < 1 - miss for s in shares):
            return mark, False
        return mark, self.allowed(mark, math.log(factor), factor)

    def allowed(self, mark, slack, factor):
        limits = BROAD if self.thickness > BROAD_FROM else CUT if self.feet > 1 else FINE
        if mark == "for":
            crosses = [scores[1] for scores in self.networks]
            return (self.evidence <= limits["high"] + slack and max(crosses) <= MOST_TRACE * factor
                    and self.odds(crosses) + self.evidence <= limits["cross"] + slack)
        if mark == "against":
            approvals = [scores[0] + scores[2] for scores in self.networks]
            return (self.evidence >= limits["low"] - slack
                    and self.odds(approvals) - self.evidence <= limits["approval"] + slack)
        return True

    @staticmethod
    def odds(shares):
        return sum(math.log(max(share, LEAST_SHARE)) for share in shares) / len(shares)


def line(name, boxes):
    doubtful = sum(not box.judged()[1] for box in boxes)
    wrong = sum(box.judged()[1] and box.judged()[0] != box.truth for box in boxes)
    right = sum(box.judged()[0] == box.truth for box in boxes)
    count = max(len(boxes), 1)
    return (f"{name:24}{len(boxes):7}{doubtful:6}  {100 * doubtful / count:5.2f} %   right {100 * right / count:6.2f} %"
            f"   wrong and clear {wrong}")


def table(title, boxes, key):
    groups = collections.defaultdict(list)
    for box in boxes:
        groups[key(box)].append(box)
    print(f"\n{title}")
    for name in sorted(groups):
        print(line(str(name), groups[name]))


def breadth(box):
    for limit in (.5, .7, .9, 1.3, 2):
        if box.width < limit:
            return f"under {limit} mm"
    return "2 mm and over"


def drawings(boxes):
    """How few drawings most of the doubt comes from: each drawing of the held-out writers is used many times."""
    doubts = collections.Counter((box.hand, box.label) for box in boxes if box.doubts and box.hand != "rule")
    times = collections.Counter((box.hand, box.label) for box in boxes)
    print(f"\n{sum(doubts.values())} doubts of {len(set(times) - {('rule', x) for x in MARKS})} drawings; most by")
    for drawing, count in doubts.most_common(10):
        print(f"{drawing[0]:20}{drawing[1]:8}{count:5} of {times[drawing]}")


def curve(boxes):
    print("\nall limits so many times as wide: doubtful, wrong and clear")
    for power in range(-3, 11):
        answers = [box.judged(math.exp(power)) for box in boxes]
        doubtful = sum(not clear for _, clear in answers)
        wrong = sum(clear and mark != box.truth for (mark, clear), box in zip(answers, boxes))
        print(f"e^{power:<4}{100 * doubtful / len(boxes):7.2f} % {wrong:5}")


def main():
    options = dict(word.split("=") for word in sys.argv[1:] if "=" in word)
    boxes = []
    for path in (word for word in sys.argv[1:] if "=" not in word):
        boxes += [box for box in map(Box, csv.DictReader(open(path))) if box.is_plain]
    strange = sum(box.judged() != (box.mark, not box.doubts) for box in boxes)
    if "level" in options:
        boxes = [box for box in boxes if box.level in map(int, options["level"].split(","))]
    if "pens" in options:
        boxes = [box for box in boxes if box.pen in options["pens"].split(",") or box.label == "blank"]
    print(f"{len(boxes)} boxes; {strange} of all are judged otherwise here than they were by the reader")
    table("level and box", boxes, lambda box: (f"L{box.level}", box.size))
    marked = [box for box in boxes if box.label != "blank"]
    table("sign", boxes, lambda box: box.label)
    table("pen", marked, lambda box: box.pen)
    table("width of the pen", marked, breadth)
    table("hand", marked, lambda box: box.writer)
    table("hand and sign", marked, lambda box: f"{box.writer} {box.label}")
    drawings(marked)
    plain = [box for box in boxes if box.label != "check" and box.pen not in ("brush", "marker")]
    table("○, × and blank, without brush and marker", plain, lambda box: (f"L{box.level}", box.size))
    usual = [box for box in boxes if box.pen not in ("brush", "marker")]
    table("without brush and marker", usual, lambda box: (f"L{box.level}", box.size))
    table("leaves the box", marked, lambda box: "a tenth and more outside" if box.outside >= .1 else
          "some outside" if box.outside > 0 else "inside")
    table("strokes, as the reader sees them", marked, lambda box: "broad" if box.thickness > BROAD_FROM else "fine")
    reasons = collections.Counter(reason for box in boxes for reason in box.doubts)
    print("\nreasons", dict(reasons))
    curve(boxes)


if __name__ == "__main__":
    main()
