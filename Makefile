# The commands of the project; each sets up what it needs. `make help` lists them.
.PHONY: help site test check bench lock clean
PYTHON ?= python3
BIN := .venv/bin

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

site: .venv/site-ready  ## set up, build the shipped library, say what to open
	$(BIN)/papershelf build .

test: .venv/test-ready  ## set up, run every test
	$(BIN)/python -m pytest -n auto

check: .venv/test-ready  ## what runs before each commit: style, types, import rules, workflows, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/zizmor --offline --quiet --persona=auditor --min-severity=medium .github generator/starter
	$(BIN)/python -m pytest -n auto

bench: .venv/test-ready  ## ratios against the publisher and the physical limit
	$(BIN)/python -m bench

lock: .venv/test-ready  ## write the lock files again from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header \
		--group editable pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header \
		--group editable --group dev pyproject.toml -o requirements-dev.lock

clean:  ## remove what a build made (never the library)
	rm -rf site .papershelf docs/index.md docs/search.md docs/reading-list.md docs/papers docs/topics docs/listings docs/a-z docs/authors docs/venues docs/years docs/weeks docs/code docs/data docs/find docs/cite docs/feeds docs/cards docs/llms.txt docs/opensearch.xml docs/robots.txt docs/assets/papershelf

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Papershelf needs Python 3.11 or newer.")'
	$(PYTHON) -m venv .venv

.venv/site-ready: .venv/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/test-ready: .venv/site-ready requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
