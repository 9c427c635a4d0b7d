# Every target does its own set-up; set-up is done once and again when its lock changes.
# Nothing is expected on the machine but Python >= 3.11, Node >= 20, make and git.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
UV := .local/tools/bin/uv
RUN := .venv/bin/python -m
STAGE ?= dev

TOOLS := .local/tools/.stamp
VENV := .venv/.stamp
MINISTACK := .local/ministack/.stamp
NODE := node_modules/.stamp
WEB := frontend/dist/index.html
READY := $(VENV) $(MINISTACK) $(NODE)

## Use it
.PHONY: demo
demo: $(READY) $(WEB) ## plan, generate, review and export 90 conversations on the local cloud
	@$(RUN) infra.local.demo

.PHONY: run
run: $(READY) $(WEB) ## start the local cloud and the web app (PORT, ANTHROPIC_API_KEY, ANTHROPIC_BASE_URL, SUPPORT)
	@exec $(RUN) infra.local.run

.PHONY: stop
stop: $(VENV) ## stop the local cloud cleanly; its state stays in .local/
	@$(RUN) infra.local.stop

.PHONY: invoke
invoke: $(READY) ## run one function on a sample event: FUNCTION=sweeper EVENT=tick
	@$(RUN) infra.local.invoke --function "$(FUNCTION)" --event "$(EVENT)"

## Prove it
.PHONY: test
test: check browser-present $(WEB) ## everything: check, then end to end, then in Chromium
	@$(RUN) infra.check --only end-to-end browser

.PHONY: thorough
thorough: $(READY) browser-present $(WEB) ## the long journeys: sixty read by keyboard, axe on every page, opinions after a run, any request to a local cloud
	@$(RUN) infra.check --only long

.PHONY: check
check: $(READY) ## lint, types, contracts, unit tests; in parallel, prints failures only
	@$(RUN) infra.check

.PHONY: stories
stories: $(READY) browser-present $(WEB) ## one line a story: what is proven
	@$(RUN) tests.stories

.PHONY: bench
bench: $(READY) $(WEB) ## measure against the bounds; writes out/bench.json
	@$(RUN) tests.bench

.PHONY: mutants
mutants: $(VENV) ## planted faults, each of which must turn a named test red
	@$(RUN) tests.mutants

.PHONY: chaos
chaos: $(READY) ## everything fails at random, then nothing may be lost or unaccounted for: SEED=7 MINUTES=2
	@$(RUN) tests.chaos --minutes "$(or $(MINUTES),2)" $(if $(SEED),--seed "$(SEED)")

.PHONY: fuzz
fuzz: $(READY) ## requests that nobody thought of, by every role: EXAMPLES=100 of each operation; a tenth of them to a local cloud
	@FUZZ_EXAMPLES="$(or $(EXAMPLES),100)" $(RUN) pytest -n auto tests/functions/test_any_request.py
	@FUZZ_EXAMPLES="$$(( ($(or $(EXAMPLES),100) + 9) / 10 ))" $(RUN) pytest tests/e2e/test_any_request_deployed.py

.PHONY: screenshots
screenshots: $(READY) browser-present $(WEB) ## every page as pictures, in out/screenshots/
	@$(RUN) tests.browser.screenshots

## Ship it
.PHONY: synth
synth: $(VENV) $(NODE) ## render both targets to cdk.out/
	@$(RUN) infra.synth --stage "$(STAGE)"

.PHONY: deploy
deploy: $(VENV) $(NODE) $(WEB) ## deploy to AWS: STAGE=dev|prod, needs AWS credentials; SUPPORT
	@$(RUN) infra.deploy --stage "$(STAGE)"

.PHONY: lock
lock: $(TOOLS) ## renew every lock from its requirements
	@$(PYTHON) layers/lock.py --uv $(UV)

.PHONY: clean
clean: ## remove everything that a set-up or a run left behind, the local cloud's state too
	@if [ -x .venv/bin/python ] && [ -f .local/stack.json ]; then $(RUN) infra.local.stop || true; fi
	@rm -rf .local .venv out cdk.out cdk.out.* node_modules frontend/node_modules frontend/dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: help
help:
	@awk -F ':.*## ' '/^## /{printf "\n%s\n", substr($$0, 4)} /^[a-z]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

## Set-up (by the targets themselves)
$(TOOLS):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "Bright Run needs Python 3.11 or newer as '$(PYTHON)' (or: make PYTHON=/path/to/python3.12 …)." >&2; exit 1; }
	@echo "· tools (uv)"
	@$(PYTHON) -m venv .local/tools
	@.local/tools/bin/pip install --quiet --quiet --disable-pip-version-check --require-hashes -r layers/tools.lock
	@touch $@

$(VENV): $(TOOLS) requirements-dev.lock layers/common/pyproject.toml
	@echo "· Python packages"
	@[ -x .venv/bin/python ] || $(UV) venv --quiet --python .local/tools/bin/python .venv
	@$(UV) pip sync --quiet --python .venv --require-hashes requirements-dev.lock
	@$(UV) pip install --quiet --python .venv --no-deps --no-build-isolation --editable layers/common
	@touch $@

$(MINISTACK): $(TOOLS) infra/local/ministack.lock
	@echo "· MiniStack (the local cloud)"
	@[ -x .local/ministack/bin/python ] || $(UV) venv --quiet --python .local/tools/bin/python .local/ministack
	@$(UV) pip sync --quiet --python .local/ministack --require-hashes infra/local/ministack.lock
	@touch $@

$(NODE): package-lock.json package.json $(wildcard frontend/package.json)
	@node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 20 ? 1 : 0)' 2>/dev/null \
	  || { echo "Bright Run needs Node 20 or newer ('node' and 'npm' on PATH)." >&2; exit 1; }
	@echo "· npm packages"
	@npm ci --silent --no-audit --no-fund
	@touch $@

$(WEB): $(NODE) $(shell find frontend -path '*/node_modules' -prune -o -path frontend/dist -prune -o -type f -print 2>/dev/null)
	@echo "· web app"
	@npm run --silent --workspace frontend build -- --logLevel error
	@touch $@

.PHONY: browser-present
browser-present:
	@infra/chromium.sh
