"""Trains the mark classifier and writes its weights.

    python train.py OUT.pt EPOCHS SEED [from=START.pt] TRAIN.npz[=COUNT]… -- TEST.npz…

COUNT takes so many at random; more than there are repeats them.
"""
import sys
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F


class Net(nn.Module):
    """Three strided convolutions and two full layers, about 60,000 weights."""

    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv2d(1, 8, 5, 2, 2)
        self.c2 = nn.Conv2d(8, 24, 3, 2, 1)
        self.c3 = nn.Conv2d(24, 32, 3, 2, 1)
        self.f1 = nn.Linear(32 * 4 * 5, 48)
        self.f2 = nn.Linear(48, 5)
        self.drop = nn.Dropout(0.15)

    def forward(self, x):
        x = F.relu(self.c1(x))
        x = F.relu(self.c2(x))
        x = F.relu(self.c3(x))
        x = x.permute(0, 2, 3, 1).flatten(1)  # rows, columns, channels: the order of the reader
        return self.f2(self.drop(F.relu(self.f1(self.drop(x)))))


def load(paths):
    xs, ys = [], []
    for path in paths:
        name, _, count = path.partition("=")
        part = np.load(name)
        x, y = part["x"], part["y"].astype(np.int64)
        if count:
            pick = np.random.default_rng(1).permutation(np.arange(int(count)) % len(x))
            x, y = x[pick], y[pick]
        xs.append(x)
        ys.append(y)
    return torch.from_numpy(np.concatenate(xs)), torch.from_numpy(np.concatenate(ys))


def augment(x, y, g):
    """Turns over, distorts a little, changes gain and adds noise; the batch is float 0…1."""
    n = len(x)
    symmetric = y != 2  # a √ turned over is no √
    for axis in (2, 3):
        over = symmetric & (torch.rand(n, generator=g) < 0.5)
        x = torch.where(over[:, None, None, None], x.flip(axis), x)
    m = torch.eye(2, 3).repeat(n, 1, 1)
    m[:, :, :2] += 0.03 * torch.randn(n, 2, 2, generator=g)
    m[:, :, 2] += 0.03 * torch.randn(n, 2, generator=g)
    x = F.grid_sample(x, F.affine_grid(m, list(x.shape), align_corners=False), align_corners=False)
    gain = 1 + 0.15 * torch.randn(n, 1, 1, 1, generator=g)
    noise = torch.randn(x.shape, generator=g) * (0.04 * torch.rand(n, 1, 1, 1, generator=g))
    return (x * gain + noise).clamp(0, 1)


def evaluate(net, x, y):
    net.eval()
    with torch.no_grad():
        p = torch.cat([F.softmax(net(x[i:i + 1000, None].float() / 255), 1) for i in range(0, len(x), 1000)])
    return p


def report(p, y):
    guess = p.argmax(1)
    ok = (guess == y).float().mean().item()
    m = torch.zeros(5, 5, dtype=torch.long)
    for a, b in zip(y, guess):
        m[a, b] += 1
    print("accuracy %.4f" % ok)
    print(m.numpy())


def main():
    out, epochs, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    cut = sys.argv.index("--")
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    g = torch.Generator().manual_seed(seed)
    start = [a[5:] for a in sys.argv[4:cut] if a.startswith("from=")]
    x, y = load([a for a in sys.argv[4:cut] if not a.startswith("from=")])
    tests = [(p, *load([p])) for p in sys.argv[cut + 1:]]
    net = Net().to(memory_format=torch.channels_last)  # half the time of the usual order
    if start:
        net.load_state_dict(torch.load(start[0]))
    steps = epochs * (len(x) // 256)
    opt = torch.optim.AdamW(net.parameters(), 2e-3, weight_decay=2e-3)
    plan = torch.optim.lr_scheduler.OneCycleLR(opt, 2e-3 if start else 4e-3, steps, pct_start=0.15)
    for epoch in range(epochs):
        net.train()
        order = torch.randperm(len(x), generator=g)
        total = 0.0
        for i in range(0, len(x) - 255, 256):
            batch = order[i:i + 256]
            picture = augment(x[batch, None].float() / 255, y[batch], g).to(memory_format=torch.channels_last)
            loss = F.cross_entropy(net(picture), y[batch], label_smoothing=0.002)
            opt.zero_grad()
            loss.backward()
            opt.step()
            plan.step()
            total += loss.item()
        print(epoch, "loss %.4f" % (total * 256 / len(x)),
              *["%.4f" % (evaluate(net, a, b).argmax(1) == b).float().mean() for _, a, b in tests], flush=True)
        torch.save(net.state_dict(), out)
    for name, a, b in tests:
        print(name)
        report(evaluate(net, a, b), b)
    torch.save(net.state_dict(), out)


if __name__ == "__main__":
    main()
