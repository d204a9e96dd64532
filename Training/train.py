"""Trains a mark classifier and writes its weights.

    python train.py OUT.pt EPOCHS SEED [widths=16,32,48,64] [from=START.pt] [minutes=M] TRAIN.npz[=COUNT]… -- TEST.npz…

COUNT takes so many at random; more than there are repeats them. One thread, fixed seeds. With `minutes`, the
number of epochs is chosen so that training takes about as long.
"""
import sys
import time
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F

SIGMAS = (0.5, 0.8, 1.2)


class Net(nn.Module):
    """Three strided convolutions and two full layers."""

    def __init__(self, widths=(16, 32, 48, 64)):
        super().__init__()
        a, b, c, d = widths
        self.c1 = nn.Conv2d(1, a, 5, 2, 2)
        self.c2 = nn.Conv2d(a, b, 3, 2, 1)
        self.c3 = nn.Conv2d(b, c, 3, 2, 1)
        self.f1 = nn.Linear(c * 4 * 5, d)
        self.f2 = nn.Linear(d, 5)
        self.drop = nn.Dropout(0.15)

    @staticmethod
    def restored(path):
        """A network of the widths that its weights have."""
        state = torch.load(path)
        net = Net([state[k + ".weight"].shape[0] for k in ("c1", "c2", "c3", "f1")])
        net.load_state_dict(state)
        return net

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


def smoothed(x, sigma):
    """Blurred by a Gaussian of so many cells."""
    reach = int(np.ceil(2.5 * sigma))
    k = torch.exp(-torch.arange(-reach, reach + 1) ** 2 / (2 * sigma * sigma))
    k = k / k.sum()
    x = F.conv2d(F.pad(x, (reach, reach, 0, 0), mode="replicate"), k.view(1, 1, 1, -1))
    return F.conv2d(F.pad(x, (0, 0, reach, reach), mode="replicate"), k.view(1, 1, -1, 1))


def augment(x, y, g):
    """What other boxes, hands and cameras would have made of the patches; the batch is float 0…1."""
    n = len(x)

    def maybe(share):
        return (torch.rand(n, generator=g) < share)[:, None, None, None]

    def normal(scale):
        return scale * torch.randn(n, 1, 1, 1, generator=g)

    symmetric = (y != 2)[:, None, None, None]  # a √ turned over is no √
    for axis in (2, 3):
        x = torch.where(symmetric & maybe(0.5), x.flip(axis), x)
    # The box was found a little beside its place; the paper is not flat, the hand another.
    m = torch.eye(2, 3).repeat(n, 1, 1)
    m[:, :, :2] += 0.03 * torch.randn(n, 2, 2, generator=g)
    m[:, :, 2] += 0.03 * torch.randn(n, 2, generator=g)
    grid = F.affine_grid(m, list(x.shape), align_corners=False)
    bend = 0.025 * torch.randn(n, 2, 4, 5, generator=g)
    bend = F.interpolate(bend, size=x.shape[2:], mode="bicubic", align_corners=False)
    x = F.grid_sample(x, grid + bend.permute(0, 2, 3, 1), align_corners=False)
    # Another lens, or a camera that sharpens.
    sigma = SIGMAS[int(torch.randint(len(SIGMAS), (1,), generator=g))]
    soft = smoothed(x, sigma)
    x = torch.where(maybe(0.15), soft, torch.where(maybe(0.2), x + 1.2 * torch.rand(n, 1, 1, 1, generator=g) * (x - soft), x))
    # Another tone curve, a paper white that was guessed wrong, a shade across the box.
    x = x.clamp(0, 1) ** torch.exp(torch.where(maybe(0.4), normal(0.3), torch.zeros(n, 1, 1, 1)))
    x = x * torch.exp(normal(0.15)) + torch.where(maybe(0.3), normal(0.03), torch.zeros(n, 1, 1, 1))
    slope = torch.linspace(-1, 1, x.shape[3]) * normal(0.03) + torch.linspace(-1, 1, x.shape[2])[:, None] * normal(0.03)
    x = x + torch.where(maybe(0.3), slope, torch.zeros_like(slope))
    # Grain, fine or coarse.
    grain = torch.randn(x.shape, generator=g)
    if sigma > 0.6:
        grain = smoothed(grain, sigma) * (2.5 * sigma)
    return (x + grain * (0.045 * torch.rand(n, 1, 1, 1, generator=g))).clamp(0, 1)


def evaluate(net, x, y):
    net.eval()
    with torch.no_grad():
        return torch.cat([F.softmax(net(x[i:i + 1000, None].float() / 255), 1) for i in range(0, len(x), 1000)])


def report(p, y):
    guess = p.argmax(1)
    m = torch.zeros(5, 5, dtype=torch.long)
    for a, b in zip(y, guess):
        m[a, b] += 1
    print("accuracy %.4f" % (guess == y).float().mean().item())
    print(m.numpy())


def options(words):
    named = dict(w.split("=", 1) for w in words if w.split("=")[0] in ("widths", "from", "minutes"))
    return named, [w for w in words if w.split("=")[0] not in ("widths", "from", "minutes")]


def main():
    out, epochs, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    cut = sys.argv.index("--")
    named, files = options(sys.argv[4:cut])
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    g = torch.Generator().manual_seed(seed)
    x, y = load(files)
    tests = [(p, *load([p])) for p in sys.argv[cut + 1:]]
    net = Net([int(w) for w in named.get("widths", "16,32,48,64").split(",")])
    if "from" in named:
        net = Net.restored(named["from"])
    net = net.to(memory_format=torch.channels_last)  # half the time of the usual order
    opt = torch.optim.AdamW(net.parameters(), 2e-3, weight_decay=2e-3)
    size = 256

    def step(batch):
        picture = augment(x[batch, None].float() / 255, y[batch], g).to(memory_format=torch.channels_last)
        loss = F.cross_entropy(net(picture), y[batch], label_smoothing=0.002)
        opt.zero_grad()
        loss.backward()
        opt.step()
        return loss.item()

    steps = epochs * (len(x) // size)
    if "minutes" in named:
        start = time.process_time()
        for _ in range(20):
            step(torch.randint(len(x), (size,), generator=g))
        each = (time.process_time() - start) / 20
        epochs = max(1, int(float(named["minutes"]) * 60 / each / (len(x) // size)))
        steps = epochs * (len(x) // size)
        print("%d patches, %.1f ms a step, %d epochs" % (len(x), each * 1e3, epochs), flush=True)
    plan = torch.optim.lr_scheduler.OneCycleLR(opt, 2e-3 if "from" in named else 4e-3, steps, pct_start=0.15)
    for epoch in range(epochs):
        net.train()
        order = torch.randperm(len(x), generator=g)
        total = 0.0
        for i in range(0, len(x) - size + 1, size):
            total += step(order[i:i + size])
            plan.step()
        print(epoch, "loss %.4f" % (total * size / len(x)),
              *["%.4f" % (evaluate(net, a, b).argmax(1) == b).float().mean() for _, a, b in tests], flush=True)
        torch.save(net.state_dict(), out)
    for name, a, b in tests:
        print(name)
        report(evaluate(net, a, b), b)


if __name__ == "__main__":
    main()
