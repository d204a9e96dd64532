"""Takes the networks in use back out of the product, to go on from: import.py NetworkWeights.swift OUT.pt…

What `export.py` rounded to eight bits stays rounded; one file a network, in their order.
"""
import ast
import base64
import re
import sys
import numpy as np
import torch
from export import NAMES


def taken(blob, at, shape):
    """One layer's weights and biases in torch's order, and where the next layer begins."""
    outputs, inputs = shape[0], int(np.prod(shape[1:]))
    scale, bias = np.frombuffer(blob, "<f4", 2 * outputs, at).reshape(2, outputs)
    at += 8 * outputs
    w = np.frombuffer(blob, np.int8, inputs * outputs, at).reshape(inputs, outputs) * scale
    if len(shape) == 4:  # rows, columns, inputs, outputs -> outputs, inputs, rows, columns
        w = w.reshape(shape[2], shape[3], shape[1], outputs).transpose(3, 2, 0, 1)
    else:
        w = w.T
    return torch.tensor(w), torch.tensor(bias), at + inputs * outputs


def main():
    text = open(sys.argv[1]).read()
    widths = ast.literal_eval(re.search(r"static let widths = (.*)", text)[1])
    blob = base64.b64decode("".join(re.findall(r"^    ([A-Za-z0-9+/=]+)\\?$", text, re.M)))
    at = 0
    for (a, b, c, d), path in zip(widths, sys.argv[2:], strict=True):
        state = {}
        shapes = [(a, 1, 5, 5), (b, a, 3, 3), (c, b, 3, 3), (d, c * 4 * 5), (5, d)]
        for name, shape in zip(NAMES, shapes):
            state[name + ".weight"], state[name + ".bias"], at = taken(blob, at, shape)
        torch.save(state, path)
    assert at == len(blob), "the weights are longer than their networks"


if __name__ == "__main__":
    main()
