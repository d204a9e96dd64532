# Everything a visitor or a developer needs. Each target installs what it lacks, as root or through sudo.
SWIFT  := swift
CHECKS := --explicit-target-dependency-import-check error
DIR    ?= demo-out
VOTERS ?= 1203
SEED   ?= 1

MARKS  ?= ../shared/data/marks/marks.json
BOXES  ?= 20000

.PHONY: demo test check build format lint docs bench accuracy fuzz sanitize packages peers clean
SECONDS ?= 60
SUITES  ?= ScannerTests

## One whole election day on simulated paper, in $(DIR).
demo: packages
	$(SWIFT) build --product kiosk $(CHECKS)
	"$$($(SWIFT) build --show-bin-path)/kiosk" demo --dir "$(DIR)" --voters $(VOTERS) --seed $(SEED)

## All tests, with the independent checkers.
test: packages peers
	$(SWIFT) build --build-tests $(CHECKS)
	KIOSK_PYTHON="$(CURDIR)/.venv/bin/python" $(SWIFT) test --skip-build

## What a change has to pass: format, build, tests, documents.
check: lint test docs

## Every link between our documents leads somewhere.
docs:
	@.ci/links

## Ratios against other programs, in one run; Benchmarks/README.md.
bench: packages
	@.ci/peers Benchmarks/pip-packages.txt Benchmarks/.venv
	$(SWIFT) build -c release --product kiosk $(CHECKS)
	$(SWIFT) build -c release --product Photographs $(CHECKS)
	Benchmarks/.venv/bin/python Benchmarks/bench.py "$$($(SWIFT) build -c release --show-bin-path)/kiosk"
	Benchmarks/.venv/bin/python Benchmarks/console.py "$$($(SWIFT) build -c release --show-bin-path)/kiosk"
	Benchmarks/.venv/bin/python Benchmarks/reading.py "$$($(SWIFT) build -c release --show-bin-path)/Photographs" "$(MARKS)"
	Benchmarks/.venv/bin/python Benchmarks/another_camera.py "$$($(SWIFT) build -c release --show-bin-path)/kiosk" "$(MARKS)"
	Benchmarks/.venv/bin/python Benchmarks/camera.py "$$($(SWIFT) build -c release --show-bin-path)/Photographs" .build/frames

## How well ballots of unseen writers are read: accuracy-out/index.html and accuracy.json; a quarter of an hour.
accuracy: packages
	$(SWIFT) build -c release --product Photographs $(CHECKS)
	"$$($(SWIFT) build -c release --show-bin-path)/Photographs" accuracy "$(MARKS)" accuracy-out $(BOXES)

## Damaged pictures for both readers, by libFuzzer, for $(SECONDS) seconds; what breaks them is left in fuzz-out.
fuzz: packages
	$(SWIFT) build -c release --product Photographs $(CHECKS)
	"$$($(SWIFT) build -c release --show-bin-path)/Photographs" keep none fuzz-out/photographs 1 5 small
	mkdir -p fuzz-out/corpus && cp fuzz-out/photographs/*.jpg fuzz-out/corpus
	$(SWIFT) build -c release --scratch-path .build-fuzz --sanitize=fuzzer -Xswiftc -DFUZZING --product Photographs
	.build-fuzz/release/Photographs fuzz-out/corpus -max_total_time=$(SECONDS) -max_len=400000 -rss_limit_mb=1500 -artifact_prefix=fuzz-out/

## The reader's tests under the address sanitizer and under the thread sanitizer, or all: make sanitize SUITES=.
sanitize: packages
	for kind in address thread; do \
	  $(SWIFT) build --build-tests --sanitize=$$kind --scratch-path .build-$$kind || exit; \
	  setarch -R $(SWIFT) test --skip-build --disable-xctest --sanitize=$$kind --scratch-path .build-$$kind --filter "$(SUITES)" || exit; \
	done

build: packages
	$(SWIFT) build $(CHECKS)

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Training
	@! git ls-files --cached --ignored --exclude-standard | grep . || { echo "ignored files are committed"; exit 1; }
	@! git ls-files --stage | grep ^120000 || { echo "links are committed"; exit 1; }

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests Training

packages:
	@.ci/packages

peers:
	@.ci/peers

clean:
	rm -rf .build .build-fuzz .build-address .build-thread fuzz-out .venv Benchmarks/.venv demo-out accuracy-out
