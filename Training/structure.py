"""Fits the weights of the run of the strokes (Sources/Scanner/Structure/MarkStructure+Evidence.swift).

    photographs keep MARKS.json ALBUM 30000000 250            writers that may be learned from
    photographs keep hands-5.json HANDS 30001000 250 wide     and hands that never lived
    photographs read ALBUM album -  ;  photographs read HANDS hands -
    python Training/structure.py album.csv hands.csv

Logistic regression of × against ○ and √ by Newton's steps, each class weighing the same, with a small pull to zero;
prints the weights in the order of `features`, the offset, and how far apart the classes are.
"""
import csv
import sys
import numpy as np

PULL = 1.0


def load(paths):
    rows, crosses = [], []
    for path in paths:
        for row in csv.DictReader(open(path)):
            if row["features"] and row["label"] in ("circle", "cross", "check"):
                rows.append([float(value) for value in row["features"].split()])
                crosses.append(row["label"] == "cross")
    return np.array(rows), np.array(crosses, float)


def fit(features, crosses):
    """Weights and, last, the offset."""
    terms = np.hstack([features, np.ones((len(features), 1))])
    share = np.where(crosses == 1, .5 / crosses.mean(), .5 / (1 - crosses.mean()))
    pull = np.diag([PULL] * features.shape[1] + [0])
    weights = np.zeros(terms.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(terms @ weights, -40, 40)))
        slope = terms.T @ (share * (crosses - chance)) - pull @ weights
        curve = (terms * (share * chance * (1 - chance))[:, None]).T @ terms + pull
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def main():
    features, crosses = load(sys.argv[1:])
    weights = fit(features, crosses)
    odds = features @ weights[:-1] + weights[-1]
    print("weights", " ".join(f"{weight:.2f}" for weight in weights[:-1]))
    print("offset", f"{weights[-1]:.2f}")
    print("marks", len(crosses), "crosses", int(crosses.sum()),
          "mean odds of ×", f"{odds[crosses == 1].mean():.1f}", "of ○ and √", f"{odds[crosses == 0].mean():.1f}",
          "on the wrong side", f"{100 * ((odds > 0) != (crosses == 1)).mean():.2f} %")


if __name__ == "__main__":
    main()
