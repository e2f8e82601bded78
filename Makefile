# Each line calls a script that can be read.
.PHONY: up install test lint bench

up:
	@scripts/up.sh

install:
	@scripts/install.sh --dev

test:
	@scripts/test.sh

lint:
	@scripts/lint.sh

bench:
	@scripts/bench.sh
