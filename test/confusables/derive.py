#!/usr/bin/python3
"""Derives src/contacts/confusables.generated.json and words.generated.json. Run by hand, never by the tests.

Debian packages: python3-icu (Unicode TR39 skeletons, facts of Unicode) and wamerican-small (SCOWL).
Usage: test/confusables/derive.py [WORD_LIST]
"""

import json
import re
import sys
import unicodedata
from pathlib import Path

import icu

CONTACTS = Path(__file__).resolve().parents[2] / "src" / "contacts"
WORD_LIST = "/usr/share/dict/american-english-small"
SCOWL_NOTICE = (
    "Derived from SCOWL (wamerican-small). Copyright 2000-2011 by Kevin Atkinson. Permission to use, copy, "
    "modify, distribute and sell these word lists, the associated scripts, the output created from the scripts, "
    "and its documentation for any purpose is hereby granted without fee, provided that the above copyright "
    "notice appears in all copies and that both that copyright notice and this permission notice appear in "
    'supporting documentation. Kevin Atkinson makes no representations about the suitability of this array for '
    'any purpose. It is provided "as is" without express or implied warranty.'
)

# How the eye reads small letters that TR39 gives no Latin prototype in small type.
BY_EYE = {
    "ĸ": "k", "к": "k", "м": "m", "н": "h", "т": "t", "в": "b", "г": "r", "п": "n", "и": "u", "й": "u",
    "ш": "w", "щ": "w", "ц": "u", "э": "e", "я": "r", "л": "n", "ь": "b", "б": "6", "з": "3", "ч": "4",
    "ω": "w", "ν": "v", "α": "a", "β": "b", "γ": "y", "ε": "e", "η": "n", "ι": "i", "κ": "k", "μ": "u",
    "ο": "o", "ρ": "p", "σ": "o", "τ": "t", "υ": "u", "χ": "x", "ϲ": "c", "ɑ": "a", "ə": "e", "ǝ": "e",
    "ɡ": "g", "ʍ": "m", "ʙ": "b", "ʜ": "h", "ᴛ": "t", "ð": "d", "þ": "p", "ß": "ss", "€": "e", "£": "l",
}  # fmt: skip

LATIN = re.compile(r"LATIN (?:SMALL |CAPITAL )?LETTER (?:SMALL CAPITAL |REVERSED |TURNED |SIDEWAYS |OPEN |CLOSED )*([A-Z]{1,2})(?: WITH .*| DIGRAPH)?$")

# White letters on black squares and flags' letters, which NFKD leaves alone.
FRAMED = re.compile(r"(?:NEGATIVE \w+ LATIN CAPITAL|REGIONAL INDICATOR SYMBOL) LETTER ([A-Z])$")


def bare(text):
    letters = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.category(c).startswith("M"))
    return "".join(letters).lower()


def is_plain(text):
    return 0 < len(text) <= 3 and re.fullmatch(r"[a-z0-9]+", text) is not None


def skeleton(character, checker):
    if character in BY_EYE:
        return BY_EYE[character]
    named = LATIN.match(unicodedata.name(character, "")) or FRAMED.match(unicodedata.name(character, ""))
    if named:
        return named[1].lower()
    prototype = checker.getSkeleton(0, character)
    plain = "".join(BY_EYE.get(c, c) for c in bare(prototype))
    return plain


def confusables():
    checker = icu.SpoofChecker()
    table = {}
    for point in range(0x80, 0x110000):
        character = chr(point)
        if unicodedata.category(character) in ("Cs", "Cn", "Co", "Cc"):
            continue
        # Only what is left after NFKD and without marks is ever looked up, a capital before its small letter.
        if bare(character) != character.lower() or unicodedata.normalize("NFKD", character) != character:
            continue
        plain = skeleton(character, checker)
        if is_plain(plain) and plain != character:
            table[character] = plain
    return {c: plain for c, plain in table.items() if c == c.lower() or table.get(c.lower()) != plain}


def words(path):
    found = set()
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        word = line.strip().lower()
        if re.fullmatch(r"[a-z]{3,16}", word):
            found.add(word)
    # The reader takes off these endings, so a form whose stem is listed needs no place of its own.
    endings = ("s", "ed", "ing", "er", "ers", "ly")
    return sorted(w for w in found if not any(w.endswith(e) and len(w) - len(e) >= 4 and w[: -len(e)] in found for e in endings))


def write(name, value):
    (CONTACTS / name).write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main():
    by_plain = {}
    for character, plain in confusables().items():
        by_plain.setdefault(plain, []).append(character)
    source = f"Unicode confusables by ICU {icu.ICU_VERSION} and letter names; test/confusables/derive.py"
    rows = {plain: "".join(characters) for plain, characters in sorted(by_plain.items())}
    write("confusables.generated.json", {"source": source, "table": rows})
    listed = words(sys.argv[1] if len(sys.argv) > 1 else WORD_LIST)
    by_letter = {}
    for word in listed:
        by_letter.setdefault(word[0], []).append(word)
    write("words.generated.json", {"notice": SCOWL_NOTICE, "words": [" ".join(row) for row in by_letter.values()]})
    print(sum(map(len, rows.values())), "confusables,", len(listed), "words")


main()
