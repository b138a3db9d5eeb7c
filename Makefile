# make lab       open the lessons in JupyterLab          make lab UI=ko   make lab UI=pt   make lab ARGS=--no-browser
# make test      prove every number                      make test-all    the same on other Pythons and oldest versions
# make notebooks build the lessons whose source changed  make pages      one page per lesson and language
# make assignment the exercises as an nbgrader course    make pack      worksheets, keys and teachers' sheets, as PDF
# make slides    one deck per lesson and language       make bench     every figure about speed, in one table
# make site      the whole course as static files       make serve     the same, to look at on this machine
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: env lab test test-all notebooks pages slides site serve assignment pack bench lock clean

env: $(VENV)/ready

$(VENV)/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --constraint constraints.txt --editable ".[lessons,lab,fast,press]"
	touch $@

lab: env
	$(BIN)/python -m press.lab $(UI:%=--ui=%) $(ARGS)

test: env
	OPENBLAS_NUM_THREADS=1 $(BIN)/pytest $(ARGS)   # two workers already fill two cores

# PYTHONS and OLDEST name interpreters that are installed here
PYTHONS ?= python3.11 python3.12 python3.13
OLDEST ?= python3.11
test-all: env
	for python in $(PYTHONS); do $(MAKE) test PYTHON=$$python VENV=build/$$(basename $$python) || exit 1; done
	$(OLDEST) -m venv --clear build/oldest
	build/oldest/bin/pip install uv
	build/oldest/bin/uv pip install --python build/oldest --resolution lowest-direct --editable ".[lessons,lab,fast,press]"
	build/oldest/bin/pytest
	$(BIN)/pytest -m slow

notebooks: env
	$(BIN)/python -m press.build $(ARGS)

# an export says which file it reads and which it writes
pages: env
	for language in pt ko; do $(BIN)/jupyter nbconvert --to lesson --LessonExporter.linked=True \
		--output-dir build/pages/$$language notebooks/$$language/*.ipynb || exit 1; done

slides: env
	for language in pt ko; do $(BIN)/jupyter nbconvert --to deck --LessonExporter.linked=True \
		--output-dir build/slides/$$language notebooks/$$language/*.ipynb || exit 1; done

site: env
	$(BIN)/python -m press.site $(ARGS)

serve: env
	$(BIN)/python -m press.site --serve $(ARGS)

assignment: env
	$(BIN)/python -m press.assignment $(ARGS)

pack: env
	$(BIN)/python -m press.pack $(ARGS)

bench: env
	$(BIN)/python -m bench $(ARGS)

lock: env
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --all-extras pyproject.toml --output-file constraints.txt

clean:
	rm -rf build site $(VENV)
