#!/usr/bin/env python3
"""Writes Sources/Ballot/Pinyin/PinyinData.swift from Debian's unicode-data (Unihan_Readings.txt.bz2).

usage: Training/Pinyin/generate.py > Sources/Ballot/Pinyin/PinyinData.swift

One line a syllable without its tone, ü as v: the characters read like that, the usual reading of a character before
the bar, further ones after it. Characters stand by frequency (kHanyuPinlu), then those of the standard list of 2013
(kTGHZ2013), then the others by code point. Readings: kMandarin, kTGHZ2013, kXHC1983; 〇 is added.
With --check it also checks the readings in SurnameReadings.swift against every reading Unihan has.
"""
import bz2, re, sys, unicodedata
from collections import defaultdict

SOURCE = "/usr/share/unicode/Unihan_Readings.txt.bz2"
FIELDS = ("kMandarin", "kTGHZ2013", "kXHC1983", "kHanyuPinlu", "kHanyuPinyin")


def plain(syllable):
    """wàn -> wan, lǘ -> lv, ê̄ -> e; the case of all tones is dropped."""
    text = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(c for c in text if c.isascii() and c.isalpha())


readings = defaultdict(dict)
version = "?"
with bz2.open(SOURCE, "rt", encoding="utf-8") as file:
    for line in file:
        if line.startswith("# Unicode version:"):
            version = line.split(":")[1].strip()
        if line.startswith("U+"):
            code, field, value = line.rstrip("\n").split("\t")
            if field in FIELDS:
                readings[int(code[2:], 16)][field] = value


def syllables(field, value):
    if field == "kHanyuPinlu":
        return [plain(part.split("(")[0]) for part in value.split()]
    if field == "kMandarin":
        return [plain(part) for part in value.split()]
    return [plain(s) for part in value.split() for s in part.split(":")[1].split(",")]


def frequency(code, syllable):
    value = readings[code].get("kHanyuPinlu", "")
    return sum(int(n) for s, n in re.findall(r"(\S+?)\((\d+)\)", value) if plain(s) == syllable)


readings[0x3007].setdefault("kMandarin", "líng")  # 〇, which Unihan counts as no ideograph
first, further = defaultdict(list), defaultdict(list)
every = {}
for code, fields in readings.items():
    found = []
    for field in FIELDS:
        if field in ("kMandarin", "kTGHZ2013", "kXHC1983") and field in fields:
            for syllable in syllables(field, fields[field]):
                if syllable and syllable not in found:
                    found.append(syllable)
    every[code] = {s for f, v in fields.items() for s in syllables(f, v)}
    if found:
        first[found[0]].append(code)
        for syllable in found[1:]:
            further[syllable].append(code)

if "--check" in sys.argv:
    text = open("Sources/Ballot/Pinyin/SurnameReadings.swift", encoding="utf-8").read()
    wrong = 0
    for name, spelled in re.findall(r'"(\w+)": "([a-z ,]+)"', text):
        for way in spelled.split(","):
            parts = way.split()
            if len(parts) != len(name) or any(p not in every.get(ord(c), ()) for c, p in zip(name, parts)):
                print(f"{name}: {way} is not a reading in Unihan", file=sys.stderr)
                wrong += 1
    sys.exit(wrong > 0)


def ordered(codes, syllable):
    key = lambda c: (-frequency(c, syllable), "kTGHZ2013" not in readings[c], c)
    return "".join(chr(c) for c in sorted(codes, key=key))


NOTICE = """\
Made by Training/Pinyin/generate.py from the Unihan database, Unicode %s; do not edit.

Source: Unihan_Readings.txt, fields kMandarin, kTGHZ2013, kXHC1983 and kHanyuPinlu, as packaged in Debian's unicode-data.
COPYRIGHT AND PERMISSION NOTICE. Copyright © 1991-2022 Unicode, Inc. All rights reserved. Distributed under the Terms
of Use in https://www.unicode.org/copyright.html. Permission is hereby granted, free of charge, to any person obtaining
a copy of the Unicode data files and any associated documentation (the "Data Files") or Unicode software and any
associated documentation (the "Software") to deal in the Data Files or Software without restriction, including without
limitation the rights to use, copy, modify, merge, publish, distribute, and/or sell copies of the Data Files or
Software, and to permit persons to whom the Data Files or Software are furnished to do so, provided that either (a)
this copyright and permission notice appear with all copies of the Data Files or Software, or (b) this copyright and
permission notice appear in associated Documentation. THE DATA FILES AND SOFTWARE ARE PROVIDED "AS IS", WITHOUT
WARRANTY OF ANY KIND, EXPRESS OR IMPLIED.""" % version

print("// swift-format-ignore-file")
for line in NOTICE.split("\n"):
    print(f"// {line}".rstrip())
print("\n/// Which characters are read how; see `PinyinTable`.\nenum PinyinData {")
print('  /// One line a syllable: the syllable, a space, characters so read, a bar, characters also so read.')
print('  static let lines = """')
for syllable in sorted(set(first) | set(further)):
    line = f"{syllable} {ordered(first[syllable], syllable)}"
    if further[syllable]:
        line += "|" + ordered(further[syllable], syllable)
    print("    " + line)
print('    """\n}')
