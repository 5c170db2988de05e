# The project's commands. `make chat`, `make test` and `make run` prepare what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
# What a new release of the locker may change is reviewed like any other change.
UV_VERSION := 0.13.9
CYCLONEDX_VERSION := 7.5.0
AUDIT_VERSION := 2.10.1
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11

.DEFAULT_GOAL := help
.PHONY: help chat run test format lint types check-dockerfile pytest fuzz fuzz-briefly kills soak accuracy check-weights learn benchmark load lock sbom audit guides texts clean

help: ## List the commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 24

chat: $(VENV)/.run ## Talk to the bot in this terminal, with no token and no network
	@$(BIN)/acuerdos chat

run: $(VENV)/.run ## Start the Telegram bot (needs TELEGRAM_TOKEN)
	@$(BIN)/acuerdos run

test: format lint check-dockerfile ## Run everything that CI runs
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target accuracy check-weights types fuzz-briefly
	@$(MAKE) --no-print-directory pytest

format: $(VENV)/.dev
	$(BIN)/ruff format --check .

lint: $(VENV)/.dev
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/mypy

check-dockerfile: $(VENV)/.dev
	$(BIN)/hadolint Dockerfile

pytest: $(VENV)/.dev $(VENV)/.benchmarks
	$(BIN)/pytest --numprocesses auto

fuzz: $(VENV)/.dev $(VENV)/.fuzz ## Try properties, readers and parsers on what no run has tried, SECONDS=600 each
	$(BIN)/pytest --numprocesses auto --hypothesis-profile=fuzz -m hypothesis
	$(BIN)/python -m tests.support.fuzzing --seconds $(or $(SECONDS),600)

fuzz-briefly: $(VENV)/.dev $(VENV)/.fuzz
	$(BIN)/python -m tests.support.fuzzing --seconds 3 --inputs 1000

kills: $(VENV)/.dev ## Kill what changes what is kept at all the points that a run of the tests only samples
	ACUERDOS_TESTS_KILL_AT_ALL_POINTS=1 $(BIN)/pytest --numprocesses auto -k killed

accuracy: $(VENV)/.benchmarks ## Check that answers are no worse than they were
	$(BIN)/python -m benchmarks.answers --quick --floor

check-weights: $(VENV)/.benchmarks
	$(BIN)/python -m benchmarks.learn --check

learn: $(VENV)/.benchmarks ## Learn the weights of answers from all labelled questions, and OWN=folder of golden ones
	$(BIN)/python -m benchmarks.learn $(if $(OWN),--own $(OWN))

benchmark: $(VENV)/.benchmarks ## Measure answers, extraction and speed beside other ways to search
	$(BIN)/python -m benchmarks.answers
	$(BIN)/python -m benchmarks.extraction
	$(BIN)/python -m benchmarks.many
	$(BIN)/python -m benchmarks.hurried --acts 6
	$(BIN)/python -m benchmarks.grouping
	$(BIN)/python -m benchmarks.speed

lock: $(VENV)/.python ## Choose dependency versions anew and pin them with hashes
	$(PIP) install uv==$(UV_VERSION)
	$(LOCK) --upgrade pyproject.toml --output-file requirements/run.lock
	$(LOCK) --upgrade --group pyproject.toml:build --constraints requirements/run.lock --output-file requirements/build.lock
	$(LOCK) --upgrade --group pyproject.toml:dev --constraints requirements/run.lock --output-file requirements/dev.lock
	$(LOCK) --upgrade --group pyproject.toml:benchmarks --constraints requirements/run.lock --output-file requirements/benchmarks.lock
	$(LOCK) --upgrade --group pyproject.toml:fuzz --constraints requirements/run.lock --output-file requirements/fuzz.lock

soak: $(VENV)/.dev ## Give ANSWERS=100000, and fail if memory grows or one is lost or doubled
	$(BIN)/python -m benchmarks.soak --answers $(or $(ANSWERS),100000)

load: $(VENV)/.dev ## Measure how much the bot carries, beside a bare echo bot
	$(BIN)/python -m benchmarks.load --acts benchmarks/gold/acts/*.txt

sbom: $(VENV)/.python ## List all that the bot is made of in sbom.json (CycloneDX)
	$(PIP) install cyclonedx-bom==$(CYCLONEDX_VERSION)
	$(BIN)/cyclonedx-py requirements requirements/run.lock --pyproject pyproject.toml --output-reproducible --of JSON --output-file sbom.json

audit: $(VENV)/.python ## Ask whether weaknesses are known of what the bot is made of (needs the network)
	$(PIP) install pip-audit==$(AUDIT_VERSION)
	$(BIN)/pip-audit --requirement requirements/run.lock --require-hashes --disable-pip

guides: $(VENV)/.dev ## Write the conversations of tests/conversations into the guides, as they go
	$(BIN)/python -m tests.support.guides

texts: $(VENV)/.dev ## Take new texts for people from the code into the message catalogues
	$(BIN)/pybabel --quiet extract --no-location --sort-output --no-wrap --omit-header \
	  --keywords "mark mark_plural:1,2 count:1,2" --output $(VENV)/texts.pot bot handlers knowledge
	@for language in es en; do \
	  $(BIN)/pybabel --quiet update --no-wrap --omit-header --no-fuzzy-matching --ignore-obsolete --domain acuerdos \
	    --input-file $(VENV)/texts.pot --output-dir handlers/locale --locale $$language; done

clean: ## Remove the virtual environment and caches
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "Python 3.11 or later is needed: install it, or name it with make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "Python's venv module is missing: on Debian and Ubuntu, apt install python3-venv" >&2; rm -rf $(VENV); exit 1; }
	@touch $@

$(VENV)/.run: requirements/run.lock requirements/build.lock pyproject.toml | $(VENV)/.python
	@echo "Preparing the environment (once) …" >&2
	@$(PIP) install --require-hashes -r requirements/run.lock -r requirements/build.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.lock
	@$(PIP) install --require-hashes -r requirements/dev.lock
	@touch $@

$(VENV)/.fuzz: $(VENV)/.run requirements/fuzz.lock
	@$(PIP) install --require-hashes -r requirements/fuzz.lock
	@touch $@

$(VENV)/.benchmarks: $(VENV)/.run requirements/benchmarks.lock
	@$(PIP) install --require-hashes -r requirements/benchmarks.lock
	@touch $@
