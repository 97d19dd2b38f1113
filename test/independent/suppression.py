"""What is withheld of a tree, once more and in another language: the plan that `src/suppression/tree.ts` is held against.

Reads JSON from standard input, a list of {"root": NODE, "enough": k, "fixed": [ids]} with NODE = {"id", "answers", "parts"}; prints a list of
sorted ids to withhold for each, or null where what is fixed cannot be told safely. Exhaustive over the states of every node, in plain sets.
"""
import json
import sys
from itertools import product

sys.setrecursionlimit(10_000)


def total(node):
    return sum(map(total, node["parts"])) if node["parts"] else node["answers"]


def better(a, b):
    """Of two costs (count, answers, ids): the smaller; where both are equal the set that has the smallest id not shared."""
    if a[:2] != b[:2]:
        return a if a[:2] < b[:2] else b
    differing = a[2] ^ b[2]
    return a if not differing or min(differing) in a[2] else b


def keep(found, state, cost):
    found[state] = better(found[state], cost) if state in found else cost


def solve(node, enough, fixed):
    """For each number of answers that no published node covers, capped at what is enough, the least that it costs."""
    if node["parts"]:
        states = {0: (0, 0, frozenset())}
    else:
        states = {min(node["answers"], enough): (0, 0, frozenset())}
    for part in node["parts"]:
        merged = {}
        for (s, c), (t, d) in product(states.items(), solve(part, enough, fixed).items()):
            keep(merged, min(s + t, enough), (c[0] + d[0], c[1] + d[1], c[2] | d[2]))
        states = merged
    result = {}
    for s, c in states.items():
        if s in (0, enough):
            keep(result, 0, c)
        if node["id"] not in fixed:
            keep(result, s, (c[0] + 1, c[1] + total(node), c[2] | {node["id"]}))
    return result


def plan(root, enough, fixed):
    best = None
    for cost in solve(root, enough, frozenset(fixed)).values():
        best = cost if best is None else better(best, cost)
    return None if best is None else sorted(best[2])


if __name__ == "__main__":
    print(json.dumps([plan(case["root"], case["enough"], case["fixed"]) for case in json.load(sys.stdin)]))
