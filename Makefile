# Everything a newcomer needs: `make demo` and `make test` make their own environment in .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# pytest -n: "auto" is one worker per core; WORKERS=0 runs in this process, for a debugger.
WORKERS ?= auto

.PHONY: help env demo test test-heavy languages reference lint bench peers peer-table clean

help:
	@echo "make demo    analyse a dozen matrices and print one whole proof"
	@echo "make test    format, lint, types, architecture, tests and doctests"
	@echo "make test-heavy  proofs set by LaTeX, Chromium, Pandoc and Typst, validated and measured"
	@echo "make languages   bring the catalogues of translations in step with the English texts"
	@echo "make reference   bring the pages of docs/reference in step with the code"
	@echo "make lint    the first three of these"
	@echo "make bench   speed, as ratios to python-flint and to bare Python"
	@echo "make peers   install other exact systems beside it; make peer-table compares with them"
	@echo "make clean   remove the environment and every cache"

env: $(STAMP)

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "symspec needs Python 3.11 or later; name one by: make PYTHON=python3.11 ..." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "$(PYTHON) cannot make an environment; install its venv module (Debian, Ubuntu: apt install python3-venv)" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

demo: $(STAMP)
	$(BIN)/python examples/demo.py

lint: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

# The floors come first and alone, because a broken floor explains many other failures.
test: lint
	$(BIN)/python -m pytest -q tests/architecture
	$(BIN)/python -m pytest -q -n $(WORKERS)

# What needs programs of the system; where one is absent its tests skip with a reason.
test-heavy: $(STAMP)
	$(BIN)/python -m pytest -q -m heavy -n $(WORKERS) tests/heavy

languages: $(STAMP)
	$(BIN)/python -m tests.languages.update

reference: $(STAMP)
	$(BIN)/python -m tests.reference.update

bench: $(STAMP)
	$(BIN)/python benchmarks/run.py

# The exact systems that can be installed from PyPI; giacpy needs the headers of giac, and is left out without them.
peers: $(STAMP)
	test -x .venv-peers/bin/python || $(PYTHON) -m venv .venv-peers
	.venv-peers/bin/python -m pip install --quiet sympy python-flint cypari pexpect \
	  passagemath-modules passagemath-flint passagemath-pari passagemath-linbox
	-.venv-peers/bin/python -m pip install --quiet giacpy

peer-table: $(STAMP)
	$(BIN)/python benchmarks/peer_table.py --output benchmarks/peers.txt

clean:
	rm -rf $(VENV) build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
