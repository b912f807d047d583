# Everything that is done with this project, each in one word. Needs make and Python 3.11 or newer.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
ARGS ?=
# Processes that share the tests; 0 for a single one, in which a debugger can stop.
WORKERS ?= 2
CODE := bot handlers locales storage tests

.PHONY: help demo test check format lint types texts coverage crash fuzz access seals canary year reminders race bench bench-cases bench-reminders bench-sending requirements clean

help:
	@echo "make demo      a rehearsal in your browser: phones, people who do not exist, nothing to set up"
	@echo "make test      all tests"
	@echo "make check     format, lint, types, texts, and all tests with coverage"
	@echo "make format    put the code into its form"
	@echo "make crash     kill the bot a thousand times while families report (long)"
	@echo "make fuzz      a million hostile updates (long)"
	@echo "make access    ten thousand forged buttons and guessed links, and what a clock can tell (long)"
	@echo "make seals     ten thousand false values offered to the vault, and what a seal costs"
	@echo "make canary    marked values through the whole hotline, every function failing once, and none found (long)"
	@echo "make year      a year of a thousand cases: is every promise kept, and nobody woken (minutes)"
	@echo "make race      a thousand offers, five volunteers, two processes: has exactly one each"
	@echo "make bench     how fast, beside other bots (long)"
	@echo "make bench-cases  how long a coordinator waits, with 100,000 cases (minutes)"
	@echo "make bench-sending  broadcasts at the speed of the line, beside other bots, killed, on a bad line (long)"

# --- environments ---------------------------------------------------------------------------

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Izdeu needs Python 3.11 or newer; this is $$($(PYTHON) --version). Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.ok: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test.ok: requirements-test.txt $(VENV)/run.ok
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@

.venv-peers/ok: requirements-peers.txt
	$(PYTHON) -m venv .venv-peers
	.venv-peers/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-peers.txt
	@touch $@

# --- what people do -------------------------------------------------------------------------

demo: $(VENV)/run.ok
	$(BIN)/izdeu demo $(ARGS)

test: $(VENV)/test.ok
	$(BIN)/python -m pytest -n $(WORKERS) $(ARGS)

check: lint types texts coverage

format: $(VENV)/test.ok
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

lint: $(VENV)/test.ok
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)

types: $(VENV)/test.ok
	$(BIN)/mypy

texts: $(VENV)/test.ok
	$(BIN)/python -m locales.lint

coverage: $(VENV)/test.ok
	$(BIN)/python -m pytest -n $(WORKERS) --cov --cov-report=term:skip-covered $(ARGS)

# --- long runs ------------------------------------------------------------------------------

crash: $(VENV)/test.ok
	$(BIN)/python -m tests.crash $(ARGS)

fuzz: $(VENV)/test.ok
	$(BIN)/python -m tests.fuzz $(ARGS)

access: $(VENV)/test.ok
	$(BIN)/python -m tests.access $(ARGS)

seals: $(VENV)/test.ok
	$(BIN)/python -m tests.storage.seals $(ARGS)

canary: $(VENV)/test.ok
	$(BIN)/python -m tests.canary $(ARGS)

year: $(VENV)/test.ok
	$(BIN)/python -m tests.year $(ARGS)

race: $(VENV)/test.ok
	$(BIN)/python -m tests.race $(ARGS)
	$(BIN)/python -m tests.race --postgresql $(ARGS)

bench: $(VENV)/test.ok .venv-peers/ok
	$(BIN)/python -m tests.bench $(ARGS)

reminders: $(VENV)/test.ok
	$(BIN)/python -m tests.reminders $(ARGS)
	$(BIN)/python -m tests.reminders --postgresql $(ARGS)

bench-reminders: $(VENV)/test.ok
	$(BIN)/python -m tests.bench.reminders $(ARGS)

bench-cases: $(VENV)/test.ok
	$(BIN)/python -m tests.bench.cases $(ARGS)

bench-sending: $(VENV)/test.ok .venv-peers/ok
	$(BIN)/python -m tests.bench.sending all --check $(ARGS)

# --- upkeep ---------------------------------------------------------------------------------

PINNED := --generate-hashes --no-strip-extras --allow-unsafe --no-header --no-annotate --quiet

# Option lines name where somebody's packages come from; they are cut out of the pinned files.
requirements: $(VENV)/test.ok
	$(BIN)/python -m pip install -q pip-tools
	$(BIN)/pip-compile $(PINNED) --upgrade --extra build -o requirements.txt pyproject.toml
	$(BIN)/pip-compile $(PINNED) --upgrade --extra build --extra test -c requirements.txt -o requirements-test.txt pyproject.toml
	$(BIN)/pip-compile $(PINNED) --upgrade -o requirements-peers.txt tests/bench/peers.in
	sed -i '/^--/d' requirements.txt requirements-test.txt requirements-peers.txt

clean:
	rm -rf $(VENV) .venv-peers build dist *.egg-info .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis
