// The published JSON Schema against what it describes: the samples and the oldest save fit it, and broken ones do not.
//
//   node tests/browser/schema.mjs [schema file]
//
// The schema is written by the native tests (tests/assets/saves_test.cpp) to
// build/tests/handfast.schema.json, and checked with ajv as JSON Schema 2020-12.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const schemaFile = process.argv[2] ?? join(root, "build/tests/handfast.schema.json");
assert.ok(existsSync(schemaFile), `${schemaFile} is missing: run the native tests first (bash tests/run.sh --quick).`);

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));
const schema = readJson(schemaFile);
const isDate = (text) => {
    const day = new Date(`${text}T00:00Z`);
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};
const ajv = new Ajv2020({ allErrors: true, strictTypes: false, formats: { date: isDate } });
const validate = ajv.compile(schema);
const problems = (document) => (validate(document) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`));

const samples = readdirSync(join(root, "assets/samples")).filter((name) => name.endsWith(".json"));
const saves = readdirSync(join(root, "tests/golden/saves")).filter((name) => name.endsWith(".json"));
const v1 = () => readJson(join(root, "tests/golden/saves/v1.handfast.json"));

test("the schema is valid JSON Schema 2020-12 and names itself", () => {
    assert.equal(schema.$schema, "https://json-schema.org/draft/2020-12/schema");
    assert.ok(ajv.validateSchema(schema), ajv.errorsText());
    assert.match(schema.title, /save format 1/);
});

test("every sample fits the schema", () => {
    assert.ok(samples.length >= 3);
    for (const name of samples) assert.deepEqual(problems(readJson(join(root, "assets/samples", name))), [], name);
});

test("every old save fits the schema", () => {
    assert.ok(saves.length >= 1);
    for (const name of saves) assert.deepEqual(problems(readJson(join(root, "tests/golden/saves", name))), [], name);
});

// Each changes a good save in one way that Handfast refuses too.
const breaks = {
    "no version": (save) => { delete save.version; },
    "a newer version": (save) => { save.version = 2; },
    "a version as text": (save) => { save.version = "1"; },
    "another format": (save) => { save.format = "handfast snapshot"; },
    "an id with a space": (save) => { save.id = "a b"; },
    "a fraction of an edition": (save) => { save.edition = 1.5; },
    "no design": (save) => { delete save.design; },
    "a number for a title": (save) => { save.design.profile.title = 5; },
    "a date that is none": (save) => { save.design.profile.start_date = "2028-02-30"; },
    "an unknown kind of sample": (save) => { save.design.profile.sample = "rumour"; },
    "one party": (save) => { save.design.parties.length = 1; },
    "nine parties": (save) => { while (save.design.parties.length < 9) save.design.parties.push({ id: `q${save.design.parties.length}` }); },
    "a party without an id": (save) => { delete save.design.parties[0].id; },
    "importance beyond five": (save) => { save.design.answers["strategy.horizon"].positions.p1.importance = 6; },
    "a truth for an answer": (save) => { save.design.answers["strategy.horizon"].agreed = true; },
    "an answer of two shapes": (save) => { save.design.answers["strategy.horizon"].agreed = { rows: [], matrix: {} }; },
    "a row without an id": (save) => { delete save.design.answers["strategy.metrics"].agreed.rows[0].id; },
    "a list within a list": (save) => { save.design.answers["strategy.outcomes"].agreed = [["software"]]; },
    "a question id with a slash": (save) => { save.design.answers["a/b"] = {}; },
    "an unknown reply": (save) => { save.design.answers["exit.lessons"].reply = "perhaps"; },
    "a text beyond its length": (save) => { save.design.profile.title = "x".repeat(401); },
};

for (const [name, change] of Object.entries(breaks)) {
    test(`the schema refuses ${name}`, () => {
        const save = v1();
        assert.deepEqual(problems(save), []);
        change(save);
        assert.notDeepEqual(problems(save), []);
    });
}

test("the schema lets through what a later version may add", () => {
    const save = v1();
    save.later = save.design.later = save.design.parties[0].later = { x: [1] };
    assert.deepEqual(problems(save), []);
});
