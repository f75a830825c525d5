# Works on a fresh machine with Python 3.11 or newer: every target makes its own environment first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint data lock clean

demo: $(VENV)/.runtime  ## Check, score, publish and report on the five real campaigns of plans/.
	@sh scripts/demo.sh $(BIN)/thidua

test: $(VENV)/.dev  ## Every test.
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.dev  ## Style, types, import contracts, compiled data.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/compile_data.py --check

data: $(VENV)/.dev  ## Compile the YAML that people edit into the JSON that the program loads; make the schemas and their pages.
	$(BIN)/python scripts/compile_data.py

lock: $(VENV)/.dev  ## Pin what is installed now.
	$(BIN)/python scripts/lock.py

clean:
	rm -rf $(VENV) out

$(VENV)/.runtime: pyproject.toml requirements/runtime.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements/runtime.txt -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements/dev.txt
	@touch $@
