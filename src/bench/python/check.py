"""The baseline of the check benchmark: one canonical return read, its members required, its six printed relations held.

Standard library only. Same arguments and same JSON answer as `./jianxi check … --json`, but English alone, one edition of
the form alone, and none of the field, code, deadline and balance rules.
"""

import argparse
import json
import re
import sys
from decimal import Decimal

RELATIONS = [
    ("L-1", [1], [2]),
    ("L-3", [3], [4]),
    ("L-5", [5], [6]),
    ("L-6", [6], [7]),
    ("L-8", [8], [9, 11]),
    ("L-9", [9], [10]),
]
INDICATORS = [str(number) for number in range(1, 15)]
MEMBERS = {"form", "period", "sender", "revision", "indicators"}
MONEY = re.compile(r"(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?")


def unique(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("duplicate member")
    return members


def finding(rule, pointer, message):
    return {"rule": rule, "severity": "error", "at": {"pointer": pointer}, "message": {"en": message}}


def figures(document, findings):
    found = {}
    given = document.get("indicators", {})
    for name in INDICATORS:
        pointer = "/indicators/" + name
        value = given.get(name)
        if value is None:
            findings.append(finding("F-MISSING", pointer, "no figure for indicator " + name))
        elif name == "14":
            if isinstance(value, str) and MONEY.fullmatch(value):
                found[14] = Decimal(value)
            else:
                findings.append(finding("F-MONEY", pointer, "not an amount: " + repr(value)))
        elif isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 999_999_999:
            found[int(name)] = value
        else:
            findings.append(finding("F-COUNT", pointer, "not a count: " + repr(value)))
    for name in given.keys() - set(INDICATORS):
        findings.append(finding("S-MEMBER", "/indicators/" + name, "unknown indicator"))
    return found


def check(document, sender, period):
    findings = []
    for name in sorted(MEMBERS - document.keys()):
        findings.append(finding("S-REQUIRED", "/" + name, name + " is missing"))
    for name in sorted(document.keys() - MEMBERS - {"explanations"}):
        findings.append(finding("S-MEMBER", "/" + name, name + " is unknown"))
    if document.get("sender") != sender or document.get("period") != period:
        findings.append(finding("P-SENDER", "", "another sender or period"))
    of = figures(document, findings)
    for rule, left, right in RELATIONS:
        if all(number in of for number in left + right):
            short = sum(of[number] for number in right) - sum(of[number] for number in left)
            if short > 0:
                findings.append(finding(rule, "/indicators/%d" % left[0], "short by %d" % short))
    return findings


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--sender", required=True)
    parser.add_argument("--dataset", required=True)
    parser.add_argument("--period", required=True)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with open(asked.file, encoding="utf-8") as file:
        document = json.load(file, object_pairs_hook=unique)
    findings = check(document, asked.sender, asked.period)
    verdict = "rejected" if findings else "accepted"
    json.dump({"results": [{"file": asked.file, "verdict": verdict, "findings": findings}]}, sys.stdout)
    return 1 if findings else 0


sys.exit(main())
