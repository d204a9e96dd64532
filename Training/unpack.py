"""Makes training arrays of what `photographs patches` wrote: unpack.py IN.bin… OUT.npz"""
import sys
import numpy as np

SIZE = 3 + 40 * 32
rows = np.concatenate([np.fromfile(path, np.uint8).reshape(-1, SIZE) for path in sorted(sys.argv[1:-1])])
print(len(rows), "patches; labels", np.bincount(rows[:, 0]), "levels", np.bincount(rows[:, 1]))
np.savez(sys.argv[-1], x=rows[:, 3:].reshape(-1, 32, 40), y=rows[:, 0], level=rows[:, 1], kind=rows[:, 2])
