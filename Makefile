# Three commands for a newcomer: `make` builds everything, `make quick` runs most tests, `make test` nearly all.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
QUIET := --quiet --disable-pip-version-check
.DEFAULT_GOAL := all
# one more than there are processors, because tests wait for servers, browsers and processes; tests/conftest.py has the order
PARALLEL = --numprocesses $$(($$(getconf _NPROCESSORS_ONLN) + 1)) --dist loadfile --no-loadscope-reorder
EVERYDAY := $(if $(CI),,-m "not exhaustive")
unexport PYTHONDONTWRITEBYTECODE # the tests start a thousand processes, and each would compile the package again
# there are as many processes as processors already; of the tests that `covered` runs, polars has its threads
quick tests serve browser benchmarks: export POLARS_MAX_THREADS := 1
.PHONY: all help notebooks evidence docx quick test lint types layers formats data page script tests serve browser reference docs covered coverage wheel dist sbom picture bench benchmarks fuzz mutants growth rank-coverage choice-coverage conformance lock clean python

all: $(VENV)/.run  ## install into .venv, check the data, write build/
	$(BIN)/pcgraph build

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*  ## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r target about; do \
	    printf '%-13s %s\n' "$$target" "$$about"; done

notebooks: $(VENV)/.notebooks  ## install JupyterLab once, and open the notebooks in it (Ctrl-C stops it)
	$(BIN)/jupyter lab --ServerApp.root_dir=notebooks

docx: $(VENV)/.docx  ## install what writes a briefing as a Word file

evidence: $(VENV)/.evidence  ## install what `pcgraph capture` and the reading of web pages and PDF files need

quick: $(VENV)/.dev lint types  ## run what to run after each change: no browser, server, kernel or other engine
	$(BIN)/pytest --numprocesses auto --dist loadfile -m "not slow and not exhaustive" $(addprefix --ignore tests/,browser serve benchmarks fuzz)

test:  ## install what the tests need, check everything but the exhaustive cases (CI=true make test: these, too)
	@sh tests/machine.sh
	@$(MAKE) --no-print-directory --jobs 2 $(filter --output-sync,$(.FEATURES:%=--%)) lint types layers data docs \
	    $$(sh tests/machine.sh missing | grep -qE '^(node|npm) ' || echo script) \
	    $$(sh tests/machine.sh missing | grep -qE '^(icu|g\+\+|pkg-config) ' || echo formats)
	@$(MAKE) --no-print-directory --keep-going $(if $(CI),APART=yes covered) tests serve browser
	@sh tests/machine.sh report

lint: $(VENV)/.dev  ## check style and format of the code
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.dev  ## check types
	$(BIN)/mypy

layers: $(VENV)/.dev  ## check that packages import only what is below them
	$(BIN)/lint-imports

formats: $(VENV)/.formats  ## install what the tests check exports with, in an environment of its own

data: $(VENV)/.dev  ## check format and content of the data
	$(BIN)/pcgraph fmt --check data ontology tests/fixtures/tiny
	$(BIN)/pcgraph check $(if $(PCGRAPH_TEXTS),--texts $(PCGRAPH_TEXTS))
	$(BIN)/pcgraph verify $(if $(PCGRAPH_TEXTS),--texts $(PCGRAPH_TEXTS))

page: node_modules/.package-lock.json  ## bundle the modules of the page's script (needs Node)
	@npm run --silent build

script: $(VENV)/.dev node_modules/.package-lock.json  ## check the page's script: style, types, tests, bundle (needs Node)
	npm run --silent lint
	npm run --silent types
	PCGRAPH_PYTHON=$(BIN)/python npm test --silent
	npm run --silent check

tests: $(VENV)/.dev  ## run the tests, without those of the server and the browser
	$(if $(APART),TESTED_APART="$(COVERED)") $(BIN)/pytest $(PARALLEL) $(EVERYDAY) \
	    $(addprefix --ignore tests/,browser serve benchmarks $(if $(CI),,fuzz))

serve: $(VENV)/.dev  ## run the tests of the server
	$(BIN)/pytest $(PARALLEL) $(EVERYDAY) tests/serve

browser: $(VENV)/.dev  ## run the tests of the page in Chromium
	$(BIN)/pytest $(PARALLEL) $(EVERYDAY) tests/browser

reference: $(VENV)/.dev  ## write the generated parts of docs/reference/, and the manual page
	$(BIN)/python docs/make_reference.py

docs: $(VENV)/.dev  ## build the documentation: docs/_build/html/index.html
	$(BIN)/python -m sphinx -q -W --keep-going -n -E -b html docs docs/_build/html

# the quick tests that import one of these packages: all tests would take as long as `make test` once more
COVERED = $(shell grep -lrE '^from pcgraph(\.| import )(belief|query|validation)' --include='test_*.py' tests \
    | grep -vE '^tests/(browser|benchmarks|serve|fuzz)/')
covered: $(VENV)/.dev  ## check how much of belief, query and validation their quick tests run
	$(BIN)/pytest --cov=pcgraph.belief --cov=pcgraph.query --cov=pcgraph.validation --cov-report=term:skip-covered \
	    --cov-fail-under=82 $(PARALLEL) -m "not slow and not exhaustive" $(COVERED)

coverage: $(VENV)/.dev  ## measure which lines the tests run: htmlcov/index.html
	$(BIN)/pytest --cov --cov-report=term:skip-covered --cov-report=html $(PARALLEL) \
	    --ignore tests/browser --ignore tests/benchmarks

wheel: $(VENV)/.run  ## build dist/*.whl, with ontology, data and questions in it
	$(BIN)/python -m hatchling build -t wheel -d dist

dist: $(VENV)/.run  ## build the wheel and dist/*.tar.gz, its sources; the same sources give the same bytes
	$(BIN)/python -m hatchling build -d dist

sbom: $(VENV)/.dev  ## list the packages of the base and all extras in CycloneDX: dist/sbom.json
	@mkdir -p dist
	$(BIN)/cyclonedx-py requirements --output-reproducible --pyproject pyproject.toml --output-file dist/sbom.json requirements-notebooks.lock

picture: $(VENV)/.dev  ## take the README's picture of the page again
	PCGRAPH_PICTURE=1 $(BIN)/pytest -q tests/browser/test_readme_picture.py

bench: $(VENV)/.dev  ## measure speed, as ratios to other programs
	$(BIN)/pytest tests/benchmarks --benchmark-enable --benchmark-only --benchmark-columns=median,iqr,rounds

benchmarks: $(VENV)/.dev  ## run each benchmark once on small data, and measure nothing
	$(BIN)/pytest $(PARALLEL) tests/benchmarks

FUZZ_SECONDS ?= 600
fuzz: $(VENV)/.dev  ## try random inputs: ten minutes for each kind (FUZZ_SECONDS=60, FUZZ_SEED=2)
	FUZZ_SECONDS=$(FUZZ_SECONDS) $(BIN)/pytest --numprocesses auto tests/fuzz

# the folder must be there before Python starts, or Python finds the code that is not changed
mutants: $(VENV)/.dev  ## change the rules of belief at each place and see that a test fails (takes hours)
	mkdir -p mutants/src
	PYTHONPATH=$(CURDIR)/mutants/src $(BIN)/mutmut run
	PYTHONPATH=$(CURDIR)/mutants/src $(BIN)/mutmut results

growth: $(VENV)/.dev  ## measure growth up to ten million quads, and each command up to 100,000 engagements: over an hour, 7 GB
	$(BIN)/python tests/benchmarks/growth.py
	$(BIN)/python tests/benchmarks/growth_commands.py

rank-coverage: $(VENV)/.dev  ## check in simulated projects how often an interval holds the true rank: three minutes
	PYTHONPATH=tests $(BIN)/python tests/benchmarks/rank_coverage.py

choice-coverage: $(VENV)/.dev  ## check in 200 simulations how often an interval holds the true coefficient: three minutes
	PCGRAPH_RUNS=200 $(BIN)/pytest -n 0 tests/test_relational_events.py -k contain_the_true

conformance: $(VENV)/.dev  ## run the W3C's tests of SPARQL and RDF: RDF_TESTS=FOLDER, a checkout of w3c/rdf-tests
	PYTHONPATH=tests $(BIN)/python -m conformance.run $(RDF_TESTS)

python:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed: run  sudo apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	    || { echo "$(PYTHON) is too old: Python 3.11 or newer is needed; run  make PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "venv is missing: run  sudo apt-get install python3-venv"; exit 1; }

# nothing is resolved, as the lock has every package, and Python compiles the modules that it imports: few of all
$(VENV)/.run: requirements.lock pyproject.toml | python
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -B -m pip install $(QUIET) --no-compile --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -B -m pip uninstall --quiet --quiet --yes setuptools  # an old one that came with Python; nothing here needs it
	$(BIN)/python -B -m pip install $(QUIET) --no-compile --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.notebooks: requirements-notebooks.lock $(VENV)/.run
	$(BIN)/python -m pip install $(QUIET) --require-hashes -r requirements-notebooks.lock
	@touch $@

$(VENV)/.evidence: requirements-notebooks.lock $(VENV)/.run
	$(BIN)/python -m pip install $(QUIET) --require-hashes -c requirements-notebooks.lock lxml-html-clean pypdfium2 trafilatura warcio
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(BIN)/python -m pip install $(QUIET) --require-hashes --no-deps -r requirements-dev.lock
	@touch $@

# FollowTheMoney wants an older networkx, and brings what its check of entities does not need: `make lock` leaves it out
$(VENV)/.formats: requirements-formats.lock $(VENV)/.run
	$(PYTHON) -m venv $(VENV)/formats
	$(VENV)/formats/bin/python -m pip install $(QUIET) --require-hashes --no-deps -r requirements-formats.lock
	@touch $@

$(VENV)/.docx: requirements-notebooks.lock $(VENV)/.run
	$(BIN)/python -m pip install $(QUIET) --require-hashes -c requirements-notebooks.lock python-docx
	@touch $@

node_modules/.package-lock.json: package.json package-lock.json .npmrc
	@command -v npm >/dev/null || { echo "npm is missing: run  sudo apt-get install nodejs npm"; exit 1; }
	npm ci
	@touch $@

# `make` leaves out jedi, by which IPython completes names: 35 MB that nothing here calls. A server draws nothing, so it has no pyvis
COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate
lock:  ## renew the lock files (needs uv)
	echo jedi | $(COMPILE) --excludes - --extra fast --extra serve --extra mcp --extra spreadsheets pyproject.toml requirements-build.in -o requirements.lock
	echo pyvis | $(COMPILE) --excludes - --extra fast --extra serve -c requirements.lock pyproject.toml -o requirements-serve.lock
	$(COMPILE) --all-extras -c requirements.lock pyproject.toml requirements-build.in -o requirements-notebooks.lock
	printf '%s\n' ijson jscc libcove2 mypy networkx openpyxl pycountry rdflib rfc3987 rich types-greenlet | $(COMPILE) --excludes - requirements-formats.in -o requirements-formats.lock
	echo setuptools | $(COMPILE) --excludes - --all-extras --group dev -c requirements-notebooks.lock pyproject.toml requirements-build.in -o requirements-dev.lock

clean:  ## remove everything that is made
	rm -rf $(VENV) node_modules build dist mutants docs/_build docs/_generated htmlcov .coverage .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
