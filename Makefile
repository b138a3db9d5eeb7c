# make lab       open the lessons in JupyterLab          make lab UI=ko   make lab UI=pt   make lab ARGS=--no-browser
# make test      prove every number                      make test-all    the same with oldest versions, and the slow tests
# make notebooks build the lessons whose source changed  make pages       one page per lesson and language
# make slides    one deck per lesson and language        make site        the whole course as static files
# make serve     the site, to look at on this machine    make assignment  the exercises as an nbgrader course
# make real-model  the model of lesson 15 again, from its package (the file stands in models/: nobody needs to)
# make pack      worksheets, keys, teachers' sheets: PDF make questions   the question bank for Moodle and nbgrader
# make bench     every figure about speed, in one table
# Each command stands in CONTRIBUTING.md without make too, for Windows.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
# --no-compile: Python compiles what is used when it is first used, in a tenth of the time
INSTALL = $(BIN)/python -m pip install --no-compile --constraint constraints.txt

.PHONY: env lab test test-all notebooks pages slides site serve assignment questions pack bench real-model lock clean

# what a student needs
$(VENV)/lab: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) --editable ".[lessons,lab,fast]"
	touch $@

# what those need who build, print and prove
env: $(VENV)/press

$(VENV)/press: $(VENV)/lab attnpress/pyproject.toml
	$(INSTALL) --editable . --editable "./attnpress[test]"
	touch $@

lab: $(VENV)/lab
	$(BIN)/python -m attnpress.lab $(UI:%=--ui=%) $(ARGS)

test: env
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest $(ARGS)   # four workers already fill two cores

# PYTHONS and OLDEST name interpreters that are installed here
PYTHONS ?= python3.11 python3.12 python3.13
OLDEST ?= python3.11
# older processors, whose sums OpenBLAS does in another order: every notebook prints the same figures there
CORES ?= Haswell Sandybridge Nehalem
test-all: env
	for python in $(PYTHONS); do $(MAKE) test PYTHON=$$python VENV=build/$$(basename $$python) || exit 1; done
	$(OLDEST) -m venv --clear build/oldest
	build/oldest/bin/python -m pip install uv
	build/oldest/bin/uv pip install --python build/oldest --resolution lowest-direct --editable . --editable "./attnpress[test]"
	build/oldest/bin/python -m pytest
	for core in $(CORES); do OPENBLAS_CORETYPE=$$core OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest notebooks || exit 1; done
	$(BIN)/python -m pytest -m slow
	$(PYTHON) -m venv --clear build/torch
	build/torch/bin/python -m pip install --constraint constraints.txt --editable . --editable "./attnpress[test]" torch==2.13.0
	REQUIRE_TORCH=1 build/torch/bin/python -m pytest tests/test_kernels.py tests/test_pytorch.py

notebooks: env
	$(BIN)/python -m attnpress.build $(ARGS)

# an export says which file it reads and which it writes
pages: env
	for language in pt ko; do $(BIN)/jupyter nbconvert --to lesson --LessonExporter.linked=True \
		--output-dir build/pages/$$language notebooks/$$language/*.ipynb || exit 1; done

slides: env
	for language in pt ko; do $(BIN)/jupyter nbconvert --to deck --LessonExporter.linked=True \
		--output-dir build/slides/$$language notebooks/$$language/*.ipynb || exit 1; done

site: env
	$(BIN)/python -m attnpress.site $(ARGS)

serve: env
	$(BIN)/python -m attnpress.site --serve $(ARGS)

assignment: env
	$(BIN)/python -m attnpress.assignment $(ARGS)

questions: env
	$(BIN)/python -m attnpress.questions $(ARGS)

pack: env
	$(BIN)/python -m attnpress.pack $(ARGS)

bench: env
	$(BIN)/python -m bench $(ARGS)

real-model: env
	$(INSTALL) --editable ".[real-model]"
	$(BIN)/python models/make_e5.py

# the versions after it take a second of every program that reads a notebook (rfc3987-syntax)
QUICK = 'jsonschema<4.25'
lock: env
	$(BIN)/python -m pip install --quiet uv
	printf '%s\n' '-e .[lessons,lab,fast,validate,real-model]' '-e ./attnpress[test]' $(QUICK) | $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
		--no-emit-package attnlib --no-emit-package attnpress --custom-compile-command "make lock" --output-file constraints.txt -

clean:
	rm -rf build site $(VENV)
