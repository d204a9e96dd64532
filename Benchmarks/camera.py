"""Codes of voter cards in camera frames: the product, zxing-cpp and zbar on the same simulated frames.

    camera.py PHOTOGRAPHS DIR [--cards N]

Makes the frames in DIR (640×480, 1280×720, 1920×1080; a card held near, and one that lies under a camera that sees a
whole sheet, `-far`), counts the codes that each program finds, and prints milliseconds of the thread. All look for QR
symbols only. `glance` is what the product does with every frame of a stream, `codes` with one frame of every
scene in which that finds nothing.
"""
import argparse
import glob
import subprocess
import time

import cv2
import zxingcpp
from pyzbar import pyzbar


def text(path):
    return open(path[:-4] + ".txt", encoding="utf-8").read().strip()


def measure(files, decode):
    """How many codes are found, how many other texts, and the milliseconds of a frame."""
    found = wrong = 0
    spent = 0.0
    for path in files:
        image = cv2.imread(path, cv2.IMREAD_GRAYSCALE)
        start = time.thread_time()
        texts = decode(image)
        spent += time.thread_time() - start
        found += text(path) in texts
        wrong += bool(texts) and text(path) not in texts
    return f"found {found} of {len(files)} other text {wrong} mean ms {spent / len(files) * 1e3:.2f}"


PEERS = {
    "zxing-cpp": lambda image: [c.text for c in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)],
    "zbar": lambda image: [c.data.decode("utf-8", "replace") for c in pyzbar.decode(image, [pyzbar.ZBarSymbol.QRCODE])],
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("photographs")
    parser.add_argument("folder")
    parser.add_argument("--cards", type=int, default=16)
    options = parser.parse_args()

    def run(*words):
        return subprocess.run([options.photographs, *words], capture_output=True, text=True, check=True).stdout
    run("frames", options.folder, str(options.cards))
    for place in sorted(glob.glob(f"{options.folder}/*x*")):
        files = [f for f in sorted(glob.glob(f"{place}/*.jpg")) if not f.endswith("-back.jpg")]
        print(place.rsplit("/", 1)[-1])
        print("  kiosk     ", run("codes", place, "qr").splitlines()[-1])
        for name, decode in PEERS.items():
            print(f"  {name:<10}", measure(files, decode))
    print(run("glances", options.folder))


if __name__ == "__main__":
    main()
