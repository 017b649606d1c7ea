# `make site` builds the site, `make test` runs every test. Both set up what they need in .venv.
# Python 3.11 or newer, with venv, is all that must be there; name another with `make PYTHON=python3.12 site`.
PYTHON ?= python3
BIN := .venv/bin
SETUP := -c constraints.txt --quiet --disable-pip-version-check

.PHONY: site test style browser clean

site: .venv/for-site
	$(BIN)/python build_site.py

test: .venv/for-test browser
	$(BIN)/python -m pytest

style: .venv/for-style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

browser: .venv/for-test
	@$(BIN)/python -m tests.browser.chromium

clean:
	rm -rf .venv site build *.egg-info

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python site"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python's venv is needed (on Debian: apt-get install python3-venv)"; rm -rf .venv; exit 1; }

.venv/for-site: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install $(SETUP) --editable .
	@touch $@

.venv/for-test: .venv/for-site
	$(BIN)/python -m pip install $(SETUP) --editable '.[test]'
	@touch $@

.venv/for-style: .venv/for-test
	$(BIN)/python -m pip install $(SETUP) --editable '.[test,style]'
	@touch $@
