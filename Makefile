# `make site` builds the site, `make test` runs every test. Both set up what they need in .venv.
# Python 3.11 or newer, with venv, is all that must be there; name another with `make PYTHON=python3.12 site`.
PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -r .venv/needs.txt
# What pyproject.toml says is needed: always, and for the extras named after it.
NEEDS := $(BIN)/python -c 'import sys, tomllib; p = tomllib.load(open("pyproject.toml", "rb"))["project"]; \
	print(*p["dependencies"], *(n for e in sys.argv[1:] for n in p["optional-dependencies"][e]), sep="\n")'

.PHONY: site test style browser clean

site: .venv/for-site
	$(BIN)/python build_site.py

test: .venv/for-test browser
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

style: .venv/for-style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

browser: .venv/for-test
	@$(BIN)/python -m tests.browser.chromium

clean:
	rm -rf .venv .cache site build *.egg-info

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python site"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python's venv is needed (on Debian: apt-get install python3-venv)"; rm -rf .venv; exit 1; }

.venv/for-site: .venv/bin/python pyproject.toml constraints.txt
	@$(NEEDS) > .venv/needs.txt
	$(INSTALL)
	@touch $@

.venv/for-test: .venv/for-site
	@$(NEEDS) test > .venv/needs.txt
	$(INSTALL)
	@touch $@

.venv/for-style: .venv/for-test
	@$(NEEDS) test style > .venv/needs.txt
	$(INSTALL)
	@touch $@
