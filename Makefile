# Everything a newcomer needs. Only Python 3.11+, make and the package index are taken for granted.
PYTHON ?= python3
VENV   ?= .venv
N      ?= 20000
W3C    ?=
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help graph test check lint types exports cluster conformance soak scorecard bench bench-analysis bench-growth bench-identity bench-names bench-scale bench-serve bench-views screenshot clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-15s %s\n", $$1, $$2}'

$(READY): pyproject.toml constraints.txt
	@echo "setting up $(VENV) (once)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test,check]'
	@touch $@

graph: $(READY)  ## read seeds/ and write claims, Turtle, views and the store
	@$(BIN)/kg build seeds --out exports

test: $(READY)  ## run all tests, a file at a time on each core
	@$(BIN)/python -m pytest -n auto --dist loadfile

check: lint types exports test  ## everything that CI asks for

lint: $(READY)  ## style and documentation of the code
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(READY)  ## strict types
	@$(BIN)/mypy

exports: $(READY)  ## a rebuild must give the committed bytes
	@$(BIN)/python .ci/exports.py

cluster: PAGES = $(if $(filter command line environment,$(origin N)),$(N),2000)
cluster: $(READY)  ## install Spark and run its tests: a cluster reads what one process reads (N=20000: more pages)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test,spark]' oxigraph
	@FILMKG_PAGES=$(PAGES) $(BIN)/python -m pytest tests/engine --durations=3

conformance: $(READY)  ## run the W3C's SPARQL 1.1 tests through the endpoint (W3C=folder of rdf-tests/sparql/sparql11)
	@[ -f "$(W3C)/manifest-sparql11-query.ttl" ] || { echo "no W3C tests in '$(W3C)': make conformance W3C=FOLDER"; exit 2; }
	@W3C="$(abspath $(W3C))" $(BIN)/python -m pytest tests/w3c

soak: KILLS = $(if $(filter command line environment,$(origin N)),$(N),200)
soak: $(READY)  ## kill builds, exports, judgements and servers 200 times (N=50: fewer; SEED=7: the same again)
	@$(BIN)/python tests/soak --kills $(KILLS) $(if $(SEED),--seed $(SEED))

scorecard: $(READY)  ## read the golden pages and write what is found on each
	@$(BIN)/kg evaluate tests/golden --scorecard tests/golden/scorecard.md

bench: $(READY)  ## print timings as ratios within one run
	@$(BIN)/python -m benchmarks

bench-views: $(READY)  ## print what the views cost in a browser, up to 100,000 nodes (minutes)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[bench]'
	@$(BIN)/python -m benchmarks.layout
	@$(BIN)/python -m benchmarks.views

bench-identity: $(READY)  ## print what finding look-alikes costs and finds beside Splink (N=100000: more names)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[bench]'
	@# without what Splink draws clusters with, which nothing here needs and whose licence (GPL) is not ours
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --no-deps splink
	@$(BIN)/python -m benchmarks.identity --names $(N)

bench-serve: $(READY)  ## print what the server answers under load beside Oxigraph's own (N=100000 films: the full size)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[bench]'
	@$(BIN)/python -m benchmarks.serving --films $(N)

bench-analysis: $(READY)  ## print what counting over a graph costs beside Oxigraph and networkx (N=100000: more films)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[bench]'
	@$(BIN)/python -m benchmarks.analysis --films $(N)

bench-scale: FILMS = $(if $(filter command line environment,$(origin N)),$(N),10000)
bench-scale: $(READY)  ## print what a build costs beside bare Oxigraph and rdflib (N="10000 100000" films, ONLY=exports, ONLY=ours, ONLY=quarter, ONLY=reading)
	@$(BIN)/python -m benchmarks.scale --films $(FILMS) $(if $(ONLY),--only $(ONLY))

bench-growth: PAGES = $(if $(filter command line environment,$(origin N)),$(N),300)
bench-growth: $(READY)  ## print what a build costs after one new document beside a full one (N=10000 documents)
	@$(BIN)/python -m benchmarks.growth --documents $(PAGES)

bench-names: $(READY)  ## print what the index of names costs (N=1000000: more names)
	@$(BIN)/python -m benchmarks.names --names $(N)

screenshot: $(READY)  ## draw the README's pictures afresh
	@$(BIN)/python docs/screenshot.py

clean:  ## remove what can be made again
	@rm -rf $(VENV) .kg exports/*.html
