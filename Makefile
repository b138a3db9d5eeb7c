# make lab       open the lessons in JupyterLab          make lab UI=ko   make lab UI=pt   make lab ARGS=--no-browser
# make test      prove every number                      make test-all    the same on other Pythons and oldest versions
# make notebooks build the lessons whose source changed  make slides      one deck per lesson and language
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: env lab test test-all notebooks slides lock clean

env: $(VENV)/ready

$(VENV)/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --constraint constraints.txt --editable ".[lessons,lab,press]"
	touch $@

lab: env
	$(BIN)/python -m press.lab $(UI:%=--ui=%) $(ARGS)

test: env
	$(BIN)/pytest $(ARGS)

# PYTHONS and OLDEST name interpreters that are installed here
PYTHONS ?= python3.11 python3.12 python3.13
OLDEST ?= python3.11
test-all:
	for python in $(PYTHONS); do $(MAKE) test PYTHON=$$python VENV=build/$$(basename $$python) || exit 1; done
	$(OLDEST) -m venv --clear build/oldest
	build/oldest/bin/pip install uv
	build/oldest/bin/uv pip install --python build/oldest --resolution lowest-direct --editable ".[lessons,lab,press]"
	build/oldest/bin/pytest

notebooks: env
	$(BIN)/python -m press.build $(ARGS)

slides: env
	$(BIN)/jupyter nbconvert --to slides --output-dir build/slides/pt notebooks/pt/*.ipynb
	$(BIN)/jupyter nbconvert --to slides --output-dir build/slides/ko notebooks/ko/*.ipynb

lock: env
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --all-extras pyproject.toml --output-file constraints.txt

clean:
	rm -rf build $(VENV)
