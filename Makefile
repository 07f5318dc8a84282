# Everything there is to do with this checkout; `make help` lists it.
.DEFAULT_GOAL := help
.PHONY: help environment run test check fix bench lock helplines schema translations tour wheel \
    package package-quick package-folder package-try package-test package-check-windows clean
PYTHON ?= python3
IN := .venv/bin
RESOLVE = $(IN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header \
    --python-version 3.11

help:  ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-21s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

environment:  ## Set up .venv from dev.lock (the other targets do it themselves)
	@packaging/linux/system_packages.sh run
	@$(PYTHON) packaging/environment.py

run: environment  ## Open the app; with no display, draw every page into build/tour instead
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
	    $(IN)/copingkit; \
	else \
	    echo "There is no display here, so every page is drawn into a folder instead."; \
	    $(IN)/copingkit tour --out build/tour && echo "The pictures are in $(CURDIR)/build/tour"; \
	fi

test: environment  ## Run all tests
	@packaging/linux/system_packages.sh test
	@packaging/linux/newer_sqlcipher.sh
	@$(IN)/python packaging/suite.py

check: environment  ## Format, ruff, mypy, import contracts, tests, coverage gates
	@packaging/linux/system_packages.sh test
	@packaging/linux/newer_sqlcipher.sh
	$(IN)/ruff format --check -q
	$(IN)/ruff check -q
	$(IN)/mypy
	$(IN)/lint-imports
	$(IN)/python packaging/suite.py --if-changed
	$(IN)/python packaging/coverage_gates.py

fix: environment  ## Format, and mend what ruff can mend
	$(IN)/ruff check --fix -q
	$(IN)/ruff format -q

bench: environment  ## Measure start, memory, saves and search; writes build/bench.json
	@packaging/linux/system_packages.sh test
	$(IN)/python -m tests.bench

lock: environment  ## Resolve the dependencies anew into dev.lock and package.lock
	$(IN)/python -m pip install -q uv
	$(RESOLVE) --group dev pyproject.toml -o dev.lock
	$(RESOLVE) --group package -c dev.lock pyproject.toml -o package.lock

helplines: environment  ## Check the table of helplines (SOURCE=path) and write it into resources/
	$(IN)/python packaging/helplines.py $(SOURCE)

schema: environment  ## Write the JSON Schema of exercises from the model
	$(IN)/python packaging/exercise_schema.py

translations: environment  ## Collect texts into resources/locale/*.ts and compile them (LANGUAGE=xx adds one)
	$(IN)/python packaging/translations.py $(LANGUAGE)

tour: environment  ## Draw every page into build/tour
	$(IN)/copingkit tour --out build/tour

wheel: environment  ## Build the wheel into dist/
	$(IN)/python -m hatchling build -t wheel

package:  ## Build what people install or carry along into dist/ (some minutes)
	@packaging/linux/system_packages.sh package
	@$(PYTHON) packaging/environment.py package
	nice -n 10 build/package-env/bin/python packaging/bundle/package.py

package-quick: package-folder package-try  ## Build the program alone and try that here; what CI does (two minutes)

package-folder:
	@packaging/linux/system_packages.sh package
	@$(PYTHON) packaging/environment.py package
	build/package-env/bin/python packaging/bundle/package.py --folder

package-try: environment
	@packaging/linux/system_packages.sh test
	$(IN)/python -m pytest -q -p no:randomly -p no:cacheprovider packaging/proof/test_one_folder.py

package-test:  ## Try dist/ on bare Debian roots without Python (root; some minutes)
	@packaging/linux/system_packages.sh bare
	@$(PYTHON) packaging/environment.py
	nice -n 10 $(IN)/python -m pytest -q -p no:randomly -p no:cacheprovider packaging/proof

package-check-windows:  ## Build for Windows under Wine and try that; a check, never shipped
	@packaging/linux/system_packages.sh windows
	nice -n 10 $(PYTHON) packaging/windows/check_under_wine.py

clean:  ## Remove what was built, the caches and .venv
	rm -rf build dist .venv .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
