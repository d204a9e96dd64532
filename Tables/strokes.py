#!/usr/bin/env python3
"""Makes Sources/Ballot/Candidates/strokes.txt, the strokes of the characters that names are written with.

    apt-get install rime-data-stroke unicode-data
    Tables/strokes.py > Sources/Ballot/Candidates/strokes.txt

Which characters: the Table of General Standard Chinese Characters (通用规范汉字表, kTGH) and GB 2312 (kGB0).
How many strokes: Unihan's kTotalStrokes, whose first number is that of mainland China.
In which order: rime-stroke, 1 to 5 for 横竖撇点折. It merges two tables, that of Taiwan and that of mainland
China; of the codes with the right number of strokes the last one is the mainland's.

Tables/strokes.py --compare FILE compares with another table, `character TAB digits` a line.
"""
import bz2, collections, sys

UNIHAN = "/usr/share/unicode/Unihan_%s.txt.bz2"
RIME = "/usr/share/rime-data/stroke.dict.yaml"


def unihan(part, key):
    with bz2.open(UNIHAN % part, "rt") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 3 and fields[1] == key:
                yield chr(int(fields[0][2:], 16)), fields[2]


def rime():
    codes = collections.defaultdict(list)
    with open(RIME) as lines:
        for line in lines:
            if line.startswith("..."):
                break
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) >= 2 and len(fields[0]) == 1:
                codes[fields[0]].append(fields[1].translate(str.maketrans("hspnz", "12345")))
    return codes


def table():
    wanted = {c for c, _ in unihan("OtherMappings", "kTGH")} | {c for c, _ in unihan("OtherMappings", "kGB0")}
    counts = {c: int(v.split()[0]) for c, v in unihan("IRGSources", "kTotalStrokes")}
    codes = rime()
    found = {}
    for character in wanted:
        fitting = [code for code in codes[character] if len(code) == counts.get(character)]
        if fitting:
            found[character] = fitting[-1]
    return found


def main():
    found = table()
    if sys.argv[1:2] == ["--compare"]:
        other = dict(line.rstrip("\n").split("\t") for line in open(sys.argv[2]))
        both = [c for c in found if c in other]
        for name, same in (
            ("whole code", lambda c: found[c] == other[c]),
            ("number of strokes", lambda c: len(found[c]) == len(other[c])),
            ("first stroke", lambda c: found[c][0] == other[c][0]),
        ):
            print(f"{name}: {sum(map(same, both))} of {len(both)}")
        return
    lines = collections.defaultdict(list)
    for character, code in found.items():
        lines[code].append(character)
    print("# Strokes of Chinese characters: 1 横, 2 竖, 3 撇, 4 点 (and 捺), 5 折. Written by Tables/strokes.py; do not edit.")
    print("# Order of strokes: rime-stroke (LGPL-3), https://github.com/rime/rime-stroke; characters and numbers of")
    print("# strokes: Unihan, Unicode 15 (Unicode License). This table is offered under the LGPL-3 like its source.")
    for code in sorted(lines, key=lambda code: (len(code), code)):
        print(code, "".join(sorted(lines[code])))


main()
