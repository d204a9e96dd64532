"""Makes a network's probabilities mean what they say: calibrate.py IN.pt TEST.npz OUT.pt

One temperature is fitted to patches of unseen writers (Guo and others, On calibration of modern neural networks,
2017) and divided into the last layer, so that the reader need not know of it.
"""
import sys
import numpy as np
import torch
import torch.nn.functional as F
from train import Net


def main():
    torch.set_num_threads(1)
    net = Net.restored(sys.argv[1])
    net.eval()
    data = np.load(sys.argv[2])
    y = torch.from_numpy(data["y"].astype(np.int64))
    with torch.no_grad():
        logits = torch.cat([net(torch.from_numpy(data["x"][i:i + 1000, None]).float() / 255)
                            for i in range(0, len(y), 1000)])
        losses = {t: F.cross_entropy(logits / t, y).item() for t in np.arange(0.4, 2.01, 0.02)}
        best = min(losses, key=losses.get)
        print("temperature %.2f: loss %.4f, before %.4f" % (best, losses[best], F.cross_entropy(logits, y)))
        net.f2.weight /= best
        net.f2.bias /= best
    torch.save(net.state_dict(), sys.argv[3])


main()
