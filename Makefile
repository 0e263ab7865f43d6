# `make ask Q="…"` and `make test` do everything from a fresh clone; see the README.
PYTHON ?= python3
Q ?= how much is Russia's signing bonus?
RUN := .venv/bin/newsdesk
PIP := .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation
# Exactly the files whose hashes stand there, and nothing that they would bring besides.
LOCKED := $(PIP) --require-hashes -r deploy/locked

.PHONY: ask bot test test-servers scenario check coverage fix torture counts soak bench figures peers eval pictures tree migration constraints
export Q M
# What one worker compiles, the others and the programs that tests start read, even where the shell keeps nothing.
test test-servers coverage torture: export PYTHONDONTWRITEBYTECODE :=

ask: .venv/runs
	@$(RUN) add --samples --quiet
	@$(RUN) ask "$$Q"

bot: .venv/runs
	@$(RUN) bot

# Three at once keep two cores busy: many tests wait for what happens.
# With NOISE=0.997, and SEED=2 and so on, vectors are off by as much as those of two processors.
test: .venv/develops
	NEWSDESK_TEST_NOISE=$(NOISE) NEWSDESK_TEST_SEED=$(SEED) .venv/bin/python -m pytest --numprocesses 3 --dist worksteal

# What stores, finds and is said in Discord once more, over PostgreSQL and Chroma's server; each worker starts its own.
test-servers: .venv/develops
	NEWSDESK_TEST_SERVERS=1 .venv/bin/python -m pytest --numprocesses 3 --dist worksteal \
		tests/storage tests/retrieval tests/discord tests/jobs

# Two bots, two workers, PostgreSQL and Chroma's server, each killed once: 200 articles, 500 questions, four minutes.
# It needs PostgreSQL's programs (Debian: apt-get install postgresql), as `make test-servers` does.
scenario: .venv/develops
	.venv/bin/python -m pytest -m torture -s tests/jobs/test_scenario.py

# `make test` with what it covers, which may only rise; it takes a third longer.
coverage: .venv/develops
	.venv/bin/python -m pytest --numprocesses 3 --dist worksteal --cov

check: .venv/develops
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/bandit --quiet --configfile pyproject.toml --recursive bot retrieval corpus
	.venv/bin/python deploy/audit.py
	$(MAKE) test

fix: .venv/develops
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

# The longer suite: `kill -9` in every kind of click and change, a whole training, everything as long as it can be.
# A thousand additions at once and servers that go away have the machine to themselves, afterwards.
torture: .venv/develops
	.venv/bin/python -m pytest -m torture --numprocesses 2 --dist worksteal --ignore tests/load
	.venv/bin/python -m pytest -m torture tests/load

# The tables of counts in docs/, from what `make torture` counted.
counts: .venv/develops
	.venv/bin/python -m tests.tally

# An hour of fifty busy servers, whose table goes to SOAK_OUT; MINUTES=5 tries it.
MINUTES ?= 60
SOAK_OUT ?= soak
soak: .venv/develops
	.venv/bin/python -m tests.soak --minutes $(MINUTES) --out $(SOAK_OUT)

# newsdesk beside LangChain, LlamaIndex and txtai, in environments that it makes in build/peers; see docs/performance.md.
# BENCH="--articles FILE --questions FILE --sizes 1000,10000,100000 --rounds 5 --peers langchain" says otherwise.
bench: .venv/develops
	.venv/bin/python -m tests.benchmarks.side_by_side $(BENCH)

# The tables and plots of docs/performance.md, from what `make bench` measured last.
figures: .venv/develops
	.venv/bin/python -m tests.benchmarks.side_by_side.publish

# What those peers are installed from, in their newest versions.
peers: .venv/develops
	.venv/bin/python -m tests.benchmarks.peers.lock

# The figures of docs/quality.md; XQuAD's and SQuAD's too where they are at hand, or with EVAL_DATA=/path/to/qa.
# EVERY=2 asks every second question of these alone: all take half an hour.
EVAL_DATA ?= $(wildcard ../shared/data/qa)
EVERY ?= 1
eval: .venv/develops
	@.venv/bin/python -m tests.quality docs --data "$(EVAL_DATA)" --every $(EVERY)

# The README's pictures, from what the bot really sends; needs Chromium.
pictures: .venv/develops
	.venv/bin/python -W ignore -m tests.pictures docs/pictures

# docs/tree.md, after a file was added, moved or given another purpose.
tree: .venv/develops
	.venv/bin/python -m tests.project.tree

# The newest versions that pyproject.toml allows, with their hashes; with UPGRADE= those that are there stay.
UPGRADE ?= --upgrade
constraints: .venv/develops
	.venv/bin/python deploy/lock.py $(UPGRADE)

# The next step of the catalogue's schema, after a table or column was changed: make migration M="Give feeds a colour"
migration: .venv/develops
	.venv/bin/python -m tests.project.migration "$$M"

.venv/runs: pyproject.toml $(wildcard deploy/locked/*.txt)
	@echo "Installing newsdesk into .venv; the first time this takes a few minutes." >&2
	@$(PYTHON) -m venv .venv
	@$(LOCKED)/build.txt
	@# CUDA is several GB, which a torch that is built for the CPU does without.
	@$(LOCKED)/torch-cpu.txt 2>/dev/null || $(LOCKED)/torch.txt
	@$(LOCKED)/runs.txt
	@$(PIP) -e .
	@touch $@

.venv/develops: .venv/runs
	@$(LOCKED)/develops.txt
	@touch $@
