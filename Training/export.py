"""Writes trained weights as a Swift file: eight bits a weight, one scale an output, in base64.

    python export.py NETS.pt… OUT.swift
"""
import base64
import sys
import numpy as np
import torch

NAMES = ["c1", "c2", "c3", "f1", "f2"]


def layer(state, name):
    w = state[name + ".weight"].numpy()
    if w.ndim == 4:  # outputs, inputs, rows, columns -> rows, columns, inputs, outputs
        w = w.transpose(2, 3, 1, 0).reshape(-1, w.shape[0])
    else:
        w = w.T
    scale = np.abs(w).max(0) / 127
    q = np.rint(w / np.maximum(scale, 1e-12)).astype(np.int8)
    bias = state[name + ".bias"].numpy()
    return scale.astype("<f4").tobytes() + bias.astype("<f4").tobytes() + q.tobytes()


def main():
    blob, widths = b"", []
    for path in sys.argv[1:-1]:
        state = torch.load(path)
        widths.append([state[name + ".weight"].shape[0] for name in NAMES[:4]])
        for name in NAMES:
            blob += layer(state, name)
    text = base64.b64encode(blob).decode()
    lines = [text[i:i + 100] for i in range(0, len(text), 100)]
    with open(sys.argv[-1], "w") as out:
        out.write("// Written by Training/export.py; do not edit.\n\n")
        out.write("/// The trained weights of the mark classifier, as `Network` reads them, in base64.\n")
        out.write("enum NetworkWeights {\n")
        out.write("  /// Outputs of each network's convolutions and hidden layer.\n  static let widths = %s\n" % widths)
        out.write("  static let base64: StaticString =\n    \"\"\"\n")
        out.write("".join("    %s\\\n" % line for line in lines[:-1]) + "    %s\n    \"\"\"\n}\n" % lines[-1])
    print(len(blob), "bytes")


if __name__ == "__main__":
    main()
