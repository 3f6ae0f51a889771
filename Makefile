# Two commands for a newcomer: `make` builds everything, `make test` runs everything that CI runs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
.DEFAULT_GOAL := all
.PHONY: all test lint types layers data tests browser picture bench fuzz growth lock clean python

all: $(VENV)/.run  ## install and build: look into build/
	$(BIN)/pcgraph build

test: $(VENV)/.dev lint types layers data tests browser  ## everything that CI runs

lint:
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types:
	$(BIN)/mypy

layers:
	$(BIN)/lint-imports

data:
	$(BIN)/pcgraph fmt --check data ontology tests/fixtures/tiny
	$(BIN)/pcgraph check $(if $(PCGRAPH_TEXTS),--texts $(PCGRAPH_TEXTS))

# what has deadlines or is measured runs alone, all else on all cores
tests:
	$(BIN)/pytest --numprocesses auto --dist loadfile --ignore tests/browser --ignore tests/serve --ignore tests/benchmarks
	$(BIN)/pytest tests/serve tests/benchmarks --ignore tests/benchmarks/test_page_browser.py

browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	    || { echo "browser tests need Chromium: run  sudo apt-get install chromium  and then  make test"; exit 1; }
	$(BIN)/pytest tests/browser
	$(BIN)/pytest tests/benchmarks/test_page_browser.py

picture: $(VENV)/.dev  ## take the README's picture of the page anew
	PCGRAPH_PICTURE=1 $(BIN)/pytest -q tests/browser/test_readme_picture.py

bench: $(VENV)/.dev  ## speed, as ratios against what one would use instead
	$(BIN)/pytest tests/benchmarks --benchmark-enable --benchmark-only --benchmark-columns=median,iqr,rounds

FUZZ_SECONDS ?= 600
fuzz: $(VENV)/.dev  ## random inputs: ten minutes for each kind, or  make fuzz FUZZ_SECONDS=60 ; FUZZ_SEED=2 makes others
	FUZZ_SECONDS=$(FUZZ_SECONDS) $(BIN)/pytest --numprocesses auto tests/fuzz

growth: $(VENV)/.dev  ## how each operation grows up to ten million quads; some twenty minutes, 7 GB of memory
	$(BIN)/python tests/benchmarks/growth.py

python:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed: run  sudo apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	    || { echo "$(PYTHON) is too old: Python 3.11 or newer is needed; run  make PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "venv is missing: run  sudo apt-get install python3-venv"; exit 1; }

$(VENV)/.run: requirements.lock pyproject.toml | python
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip uninstall --quiet --quiet --yes setuptools  # an old one that came with Python; nothing here needs it
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

lock:  ## renew the lock files (needs uv); hashes, no hosts
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra serve --extra spreadsheets pyproject.toml requirements-build.in -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra dev -c requirements.lock pyproject.toml requirements-build.in -o requirements-dev.lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
