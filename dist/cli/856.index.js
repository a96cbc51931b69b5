"use strict";
exports.id = 856;
exports.ids = [856];
exports.modules = {

/***/ 2391:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ firstMistake),
/* harmony export */   z: () => (/* binding */ check)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(820);
/* harmony import */ var _base_nearest__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8859);
/* harmony import */ var _yaml_file__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7647);



/** The file's content in the shape of the schema, with defaults filled in. Throws a UserError for the first mistake. */
function check(file, schema) {
    const result = schema.safeParse(file.value);
    if (result.success)
        return result.data;
    const mistake = firstMistake(file, result.error, schema);
    throw (0,_yaml_file__WEBPACK_IMPORTED_MODULE_1__/* .problemAt */ .l4)(file, mistake.offset, mistake.says);
}
/** The mistake that comes first in the file. */
function firstMistake(file, error, schema) {
    const [first] = error.issues.map(meant).sort((a, b) => rank(file, a) - rank(file, b));
    if (!first)
        throw error;
    return explain(file, first, zod__WEBPACK_IMPORTED_MODULE_2__/* .toJSONSchema */ .bl(schema, { io: 'input' }));
}
// A misspelt key is also a missing one; the misspelling says more.
function rank(file, issue) {
    const path = keysOf(issue);
    if (issue.code !== 'unrecognized_keys')
        return (0,_yaml_file__WEBPACK_IMPORTED_MODULE_1__/* .offsetOf */ .b4)(file, path) + 0.5;
    return (0,_yaml_file__WEBPACK_IMPORTED_MODULE_1__/* .offsetOfKey */ .qz)(file, path, issue.keys[0] ?? '') - Number.MAX_SAFE_INTEGER / 2;
}
/** Of a union, the mistake in the form that its writer had in mind. */
function meant(issue) {
    if (issue.code !== 'invalid_union')
        return issue;
    const inner = issue.errors.map(branch => branch.map(one => meant(placedUnder(one, issue.path))));
    const inside = (one) => one.path.length > issue.path.length;
    const known = inner.find(branch => branch.every(one => inside(one) && one.code !== 'unrecognized_keys'));
    return known?.[0] ?? inner.flat().find(one => one.code === 'unrecognized_keys') ?? issue;
}
function placedUnder(issue, path) {
    return { ...issue, path: [...path, ...issue.path] };
}
function explain(file, issue, schema) {
    const keys = keysOf(issue);
    if (issue.code === 'unrecognized_keys') {
        const key = issue.keys[0] ?? '';
        return { offset: (0,_yaml_file__WEBPACK_IMPORTED_MODULE_1__/* .offsetOfKey */ .qz)(file, keys, key), says: unknownKey(key, namesAt(schema, keys)) };
    }
    return { offset: (0,_yaml_file__WEBPACK_IMPORTED_MODULE_1__/* .offsetOf */ .b4)(file, keys), says: wrong(issue, keys, valueAt(file, keys), schema) };
}
function unknownKey(key, names) {
    if (names.includes(key))
        return `\`${key}\` cannot stand beside the other key; keep one of them`;
    const near = (0,_base_nearest__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(key, names);
    return `\`${key}\` is not a key here; write ${near ? `\`${near}\`` : oneOf(names.map(quoted))}`;
}
function wrong(issue, keys, value, schema) {
    if (value === undefined)
        return missing(keys, schema);
    switch (issue.code) {
        case 'custom':
            return issue.message;
        case 'invalid_value':
            return `${label(keys)} cannot be ${shown(value)}; write ${oneOf(issue.values.map(v => quoted(String(v))))}`;
        case 'invalid_format':
            return `${shown(value)} does not fit; ${format(issue)}`;
        case 'too_small':
            return `${label(keys)} is too ${small(issue.origin)}; write at least ${issue.minimum}${unit(issue.origin)}`;
        case 'too_big':
            return `${label(keys)} is too ${big(issue.origin)}; write at most ${issue.maximum}${unit(issue.origin)}`;
        case 'invalid_type':
        case 'invalid_union':
            return `${label(keys)} is ${kindOf(value)}; write ${forms(at(schema, keys))}`;
        default:
            return `${label(keys)} is wrong: ${issue.message}; see rules/schema.json`;
    }
}
function missing(keys, schema) {
    const about = at(schema, keys).find(one => one.description)?.description;
    return `${label(keys)} is missing; add it${about ? `: ${about}` : ''}`;
}
function format(issue) {
    if (issue.format === 'date')
        return 'write a date as `2026-01-31`';
    if (issue.format === 'url')
        return 'write an address that begins with `https://`';
    return issue.message.startsWith('Invalid') ? `write text of the form \`${issue.pattern}\`` : issue.message;
}
function small(origin) {
    return origin === 'number' ? 'small' : 'short';
}
function big(origin) {
    return origin === 'number' ? 'large' : 'long';
}
function unit(origin) {
    if (origin === 'array')
        return ' of them';
    return origin === 'string' ? ' characters' : '';
}
function label(keys) {
    const last = keys.at(-1);
    if (last === undefined)
        return 'the file';
    return typeof last === 'number' ? `entry ${last + 1} of ${label(keys.slice(0, -1))}` : quoted(last);
}
function shown(value) {
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
    return quoted(text.length > 60 ? `${text.slice(0, 60)}\u2026` : text);
}
function kindOf(value) {
    if (value === null)
        return 'empty';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a mapping';
    return typeof value === 'string' ? 'text' : `the ${typeof value} ${shown(value)}`;
}
function forms(schemas) {
    const types = schemas.flatMap(one => one.type ?? []);
    return oneOf([...new Set(types.map(type => formNames.get(type) ?? type))]);
}
const formNames = new Map([
    ['string', 'text'],
    ['number', 'a number'],
    ['boolean', '`true` or `false`'],
    ['array', 'a list'],
    ['object', 'a mapping'],
    ['null', '`null`'],
]);
/** What the schema says about a place: several schemas where it allows several forms. */
function at(schema, keys) {
    const alternatives = schema.anyOf
        ? schema.anyOf.flatMap(one => (isSchema(one) ? at(one, []) : []))
        : [schema];
    const [key, ...rest] = keys;
    if (key === undefined)
        return alternatives;
    return alternatives.flatMap(one => {
        const next = typeof key === 'number' ? items(one, key) : (one.properties?.[key] ?? one.additionalProperties);
        return isSchema(next) ? at(next, rest) : [];
    });
}
function items(schema, index) {
    return schema.prefixItems?.[index] ?? schema.items;
}
function isSchema(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function namesAt(schema, keys) {
    return at(schema, keys).flatMap(one => Object.keys(one.properties ?? {}));
}
function keysOf(issue) {
    return issue.path.map(key => (typeof key === 'symbol' ? String(key) : key));
}
function valueAt(file, keys) {
    return keys.reduce((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), file.value);
}
function quoted(text) {
    return `\`${text}\``;
}
function oneOf(choices) {
    if (choices.length < 2)
        return choices[0] ?? 'another one';
    return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}


/***/ }),

/***/ 3091:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iw: () => (/* binding */ isQualifiedName),
/* harmony export */   d5: () => (/* binding */ agree),
/* harmony export */   go: () => (/* binding */ conditionsHold),
/* harmony export */   zT: () => (/* binding */ caseHolds)
/* harmony export */ });
/* unused harmony export isCommandLine */
/* harmony import */ var _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8898);
/* harmony import */ var _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_nearest__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8859);
/* harmony import */ var _yaml_file__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7647);



/** Throws a UserError where files that are right in themselves contradict each other or what is known already. */
function agree(rules, catalogs, known) {
    const all = [...known.catalogs, ...catalogs.map(read => read.value)];
    const words = all.flatMap(catalog => Object.keys(catalog.words));
    uniqueRules(rules, known);
    rulesHaveSinks(rules, all.flatMap(hazards));
    rulesAreOrdered(rules, known);
    const reported = [...known.rules, ...rules.map(read => read.value)].map(rule => rule.sink);
    for (const read of [...rules, ...catalogs])
        uniqueTitles(read);
    for (const read of catalogs)
        catalogHolds(read, words);
    for (const read of catalogs)
        furtherHazardsHold(read, reported);
}
/** The hazards that sinks of a catalogue report. */
function hazards(catalog) {
    return catalog.sinks.flatMap(sink => [
        sink.does,
        ...sink.when.flatMap(one => [...(one.report === undefined ? [] : [one.report]), ...(one.also ?? [])]),
        ...sink.aspects.map(aspect => aspect.report),
    ]);
}
function uniqueRules(rules, known) {
    const taken = new Set(known.rules.map(rule => rule.id));
    for (const { file, value } of rules) {
        if (taken.has(value.id)) {
            throw (0,_yaml_file__WEBPACK_IMPORTED_MODULE_2__/* .wrongValue */ .NT)(file, ['id'], `another rule is called \`${value.id}\`; give this one a name of its own`);
        }
        taken.add(value.id);
    }
}
function rulesHaveSinks(rules, hazards) {
    for (const { file, value } of rules) {
        if (hazards.includes(value.sink))
            continue;
        const says = `no catalogue has a sink that does \`${value.sink}\`; ${choice(value.sink, hazards)}`;
        throw (0,_yaml_file__WEBPACK_IMPORTED_MODULE_2__/* .wrongValue */ .NT)(file, ['sink'], says);
    }
}
function rulesAreOrdered(rules, known) {
    const over = new Map([...known.rules, ...rules.map(read => read.value)].map(rule => [rule.id, rule.over]));
    for (const { file, value } of rules)
        value.over.forEach((id, index) => {
            const place = ['over', index];
            if (!over.has(id))
                throw (0,_yaml_file__WEBPACK_IMPORTED_MODULE_2__/* .wrongValue */ .NT)(file, place, `no rule is called \`${id}\`; ${choice(id, [...over.keys()])}`);
            if (id !== value.id && !over.get(id)?.includes(value.id))
                return;
            const says = `\`${id}\` is to speak for \`${value.id}\` as well; keep one of the two`;
            throw (0,_yaml_file__WEBPACK_IMPORTED_MODULE_2__/* .wrongValue */ .NT)(file, place, says);
        });
}
// A hazard that no rule reports would be left out in silence.
function furtherHazardsHold({ file, value }, reported) {
    const holds = (keys, hazard) => {
        if (reported.includes(hazard))
            return;
        const near = (0,_base_nearest__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(hazard, reported);
        const remedy = near ? `write \`${near}\`` : `add a rule whose \`sink\` it is`;
        throw (0,_yaml_file__WEBPACK_IMPORTED_MODULE_2__/* .wrongValue */ .NT)(file, keys, `no rule reports \`${hazard}\`; ${remedy}`);
    };
    value.sinks.forEach((sink, index) => {
        sink.aspects.forEach(({ report }, at) => holds(['sinks', index, 'aspects', at, 'report'], report));
        sink.when.forEach((one, at) => one.also?.forEach((hazard, i) => holds(['sinks', index, 'when', at, 'also', i], hazard)));
    });
}
function uniqueTitles({ file, value }) {
    const taken = new Set();
    for (const kind of ['bad', 'good']) {
        value.examples?.[kind].forEach((example, index) => {
            if (taken.has(example.title)) {
                const says = 'another example has this title; say what this one shows';
                throw (0,_yaml_file__WEBPACK_IMPORTED_MODULE_2__/* .wrongValue */ .NT)(file, ['examples', kind, index, 'title'], says);
            }
            taken.add(example.title);
        });
    }
}
function catalogHolds({ file, value }, words) {
    value.results.forEach((result, index) => {
        callsHold(file, ['results', index], result.call);
        conditionsHold(file, ['results', index, 'if'], result.if, result.parameters, words);
        argumentHolds(file, ['results', index, 'through'], result.through, result.parameters);
    });
    for (const key of ['iterators', 'infinities', 'nans', 'choices', 'setters', 'openers'])
        callsHold(file, [], value[key] ?? [], key);
    value.delegates?.forEach((delegate, index) => {
        callsHold(file, ['delegates', index], delegate.call);
        argumentHolds(file, ['delegates', index, 'calls'], delegate.calls, delegate.parameters);
    });
    value.fields?.forEach((field, index) => callsHold(file, ['fields', index], field.call));
    value.digests?.forEach((digest, index) => {
        const keys = ['digests', index];
        callsHold(file, keys, digest.call);
        conditionsHold(file, [...keys, 'if'], digest.if, digest.parameters, words, digest.call.every(isCommandLine));
    });
    value.options?.forEach((option, index) => {
        for (const key of ['holds', 'default', 'decorates', 'all'])
            callsHold(file, ['options', index], option[key] ?? [], key);
    });
    value.widgets?.forEach((widget, index) => {
        callsHold(file, ['widgets', index], widget.call);
        callsHold(file, ['widgets', index, 'declared'], widget.declared.by, 'by');
    });
    value.readers.forEach((reader, index) => callsHold(file, ['readers', index], reader.call));
    value.manifests.forEach((manifest, index) => manifestHolds(file, ['manifests', index], manifest, words));
    value.sinks.forEach((sink, index) => {
        const keys = ['sinks', index];
        callsHold(file, keys, sink.call);
        const command = sink.call.every(isCommandLine);
        conditionsHold(file, [...keys, 'if'], sink.if, sink.parameters, words, command);
        sink.when.forEach((one, at) => {
            caseHolds(file, [...keys, 'when', at], one, at === sink.when.length - 1);
            conditionsHold(file, [...keys, 'when', at, 'if'], one.if, sink.parameters, words, command);
        });
        sink.aspects.forEach((aspect, at) => {
            const place = [...keys, 'aspects', at];
            conditionsHold(file, [...place, 'if'], aspect.if, sink.parameters, words, command);
            if (aspect.with)
                companionHolds(file, [...place, 'with'], aspect.with, words);
        });
    });
}
function companionHolds(file, keys, other, words) {
    callsHold(file, keys, other.call);
    conditionsHold(file, [...keys, 'if'], other.if, other.parameters, words, other.call.every(isCommandLine));
}
function manifestHolds(file, keys, manifest, words) {
    // A manifest is asked as a command line is: by the names of its parts, and by `$`.
    conditionsHold(file, [...keys, 'if'], manifest.if, [], words, true);
    manifest.guards.forEach((guard, at) => {
        for (const key of ['if', 'where', 'until'])
            conditionsHold(file, [...keys, 'guards', at, key], guard[key], [], words, true);
        if ((guard.some === undefined) === (guard.where === undefined))
            return;
        const says = '`some` names a list and `where` what one of its items is; write both or neither';
        throw (0,_yaml_file__WEBPACK_IMPORTED_MODULE_2__/* .wrongValue */ .NT)(file, [...keys, 'guards', at], says);
    });
}
/** Whether a text is the name of a function as the catalogue writes it. */
function isQualifiedName(text) {
    return qualifiedName.test(text);
}
/** Whether a text is the beginning of a command line as the catalogue writes it: `$ aws sagemaker update-endpoint`. */
function isCommandLine(text) {
    return /^\$( [^\s$]+)+$/.test(text);
}
const qualifiedName = /^(\*|[\p{L}_][\p{L}\p{N}_]*)(\(\)|\[\])*(\.(\*|[\p{L}_][\p{L}\p{N}_]*)(\(\)|\[\])*)*$/u;
function callsHold(file, keys, calls, key = 'call') {
    calls.forEach((call, index) => {
        if (isQualifiedName(call) || isCommandLine(call))
            return;
        const says = `\`${call}\` is not a qualified name; write one such as \`mlflow.MlflowClient().copy_model_version\``;
        throw (0,_yaml_file__WEBPACK_IMPORTED_MODULE_2__/* .wrongValue */ .NT)(file, [...keys, key, index], says);
    });
}
/** Throws a UserError for a case that no call can ask or that hides those behind it. */
function caseHolds(file, keys, one, last) {
    if (!one.if && one.pinned === undefined && !last) {
        throw (0,_yaml_file__WEBPACK_IMPORTED_MODULE_2__/* .wrongValue */ .NT)(file, keys, 'a case without `if` or `pinned` takes every call; put it last');
    }
    if (one.pinned !== undefined && !isRequirement(one.pinned)) {
        throw (0,_yaml_file__WEBPACK_IMPORTED_MODULE_2__/* .wrongValue */ .NT)(file, [...keys, 'pinned'], `\`${one.pinned}\` is not a requirement; write one such as \`torch>=2.6\``);
    }
}
function isRequirement(text) {
    const [, range] = /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?\s*((?:[<>=!~]).+)$/.exec(text) ?? [];
    return range !== undefined && (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.validRange)(range);
}
/** Throws a UserError for conditions on what is no argument, or that nothing can meet. */
function conditionsHold(file, keys, conditions, parameters, words, command = false) {
    for (const [path, matcher] of Object.entries(conditions ?? {})) {
        const problem = nameProblem(path, parameters, command);
        if (problem)
            throw (0,_yaml_file__WEBPACK_IMPORTED_MODULE_2__/* .wrongKey */ .PT)(file, keys, path, problem);
        matcherHolds(file, [...keys, path], matcher, words);
    }
}
function argumentHolds(file, keys, name, parameters) {
    const problem = name === undefined ? null : nameProblem(name, parameters, false);
    if (problem)
        throw (0,_yaml_file__WEBPACK_IMPORTED_MODULE_2__/* .wrongValue */ .NT)(file, keys, problem);
}
// Keyword-only arguments are not among the parameters, so only what cannot be an argument, or is one in other letters, is wrong.
function nameProblem(path, parameters, command) {
    const [argument = '', ...keys] = path.split('.');
    if (command && /^(?:[$<>]|[A-Za-z][\w-]*)$/.test(argument) && !keys.includes(''))
        return null;
    const same = (a, b) => a.toLowerCase().replace(/-/g, '_') === b.toLowerCase();
    const other = parameters.find(name => name !== argument && same(argument, name));
    if (other)
        return `\`${argument}\` is not a parameter of this call; write \`${other}\``;
    if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(argument) && !keys.includes(''))
        return null;
    return `\`${path}\` is not the name of an argument; write \`argument\` or \`argument.key\``;
}
// Matchers that name a word list.
const wordLists = new Set(['target', 'elsewhere', 'unless-elsewhere', 'mentions']);
function matcherHolds(file, keys, matcher, words) {
    if (typeof matcher !== 'object' || matcher === null)
        return;
    for (const [key, list] of Object.entries(matcher)) {
        if (!wordLists.has(key) || typeof list !== 'string' || words.includes(list))
            continue;
        throw (0,_yaml_file__WEBPACK_IMPORTED_MODULE_2__/* .wrongValue */ .NT)(file, [...keys, key], `there is no word list \`${list}\`; ${choice(list, words)}`);
    }
    if ('matches' in matcher)
        expressionHolds(file, [...keys, 'matches'], matcher.matches);
}
function expressionHolds(file, keys, expression) {
    try {
        new RegExp(expression);
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        const reason = error.message.replace(/^.*\/: /, '').toLowerCase();
        throw (0,_yaml_file__WEBPACK_IMPORTED_MODULE_2__/* .wrongValue */ .NT)(file, keys, `this is not a regular expression: ${reason}; correct it`);
    }
}
function choice(word, known) {
    const near = (0,_base_nearest__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(word, known);
    if (near)
        return `write \`${near}\``;
    const names = [...new Set(known)].map(name => `\`${name}\``);
    return names.length > 0 ? `write one of ${names.join(', ')}` : 'add one to a file of `catalog/`';
}


/***/ }),

/***/ 9664:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $D: () => (/* binding */ verdictSchema),
/* harmony export */   Fp: () => (/* binding */ measuringSchema),
/* harmony export */   HR: () => (/* binding */ metricsSchema),
/* harmony export */   nX: () => (/* binding */ lookalikeSchema),
/* harmony export */   rc: () => (/* binding */ manifestSchema),
/* harmony export */   t8: () => (/* binding */ guardSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6921);
/* harmony import */ var _schema_words__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2684);
/* harmony import */ var _sink_schema__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2522);



const guardSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    call: _schema_words__WEBPACK_IMPORTED_MODULE_0__/* .names */ .Dy,
    parameters: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).default([]),
    if: _sink_schema__WEBPACK_IMPORTED_MODULE_1__/* .conditions */ .jA.optional(),
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['approval', 'evaluation', 'canary', 'verification', 'target', 'comparison'])
        .describe('what passing it shows; `target` that it is settled which cluster or registry is meant, `comparison` is `==` by another name'),
    strength: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['strong', 'medium', 'weak', 'void'])
        .default('strong')
        .describe('`void` for a form of the call that checks nothing; it speaks before the other entries of the call'),
    softens: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()
        .optional()
        .describe('for a weak one: a finding behind it is one level milder, where nothing stronger stands there'),
    holds: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['no-exception', 'true', 'false', 'answer'])
        .describe('how a call says that the check passed: by returning at all, by what it returns, or, as an `answer`, by what it is compared with'),
    typed: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()
        .optional()
        .describe('somebody types the answer, and where a pipe gives it nobody is asked: `yes | python promote.py`'),
    taken: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()
        .optional()
        .describe('it is taken from what a call gives back, and not called: `verified.valid`, `report["issues"]`'),
    subject: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .describe('the argument that names what was verified; `()` where that is what the call gives back, `*` for everything that is loaded afterwards')
        .optional(),
    listed: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()
        .optional()
        .describe('`subject` is a list of digests and files, one file a line: `1f3a\u2026  churn.joblib`'),
    trusts: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
        .optional()
        .describe('the arguments that name files with the keys of those who sign: fetched with what they signed, they show nothing'),
    says: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().describe('what it does, to complete "`click.confirm` \u2026"'),
    ..._schema_words__WEBPACK_IMPORTED_MODULE_0__/* .provenance */ .aH,
});
const manifestSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    kind: _schema_words__WEBPACK_IMPORTED_MODULE_0__/* .names */ .Dy.describe('kinds of objects, or of resources: `aws_sagemaker_endpoint`'),
    group: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .describe('the API group: `serving.kserve.io`; for others than Kubernetes the language: `terraform`, `cloudformation`, `azureml`, `databricks`'),
    serves: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['model', 'workload', 'approval', 'anything', 'target'])
        .default('model')
        .describe('a model for certain, a `workload` that serves one by its name, the `approval` of a model; `anything` for what may deploy whatever it likes, `target` for where the rest goes'),
    if: _sink_schema__WEBPACK_IMPORTED_MODULE_1__/* .conditions */ .jA
        .optional()
        .describe('what has to hold: a key leads into the manifest (`spec.predictor`), `$` is its name with the names of its images'),
    says: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().describe('what it is, to complete "It deploys \u2026": the KServe `InferenceService`'),
    covers: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
        .default([])
        .describe('kinds of the same group that its guards hold back where they are deployed with it'),
    guards: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        if: _sink_schema__WEBPACK_IMPORTED_MODULE_1__/* .conditions */ .jA.optional(),
        some: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().describe('a list in the manifest, of which one item meets `where`').optional(),
        where: _sink_schema__WEBPACK_IMPORTED_MODULE_1__/* .conditions */ .jA.optional(),
        until: _sink_schema__WEBPACK_IMPORTED_MODULE_1__/* .conditions */ .jA.describe('what an item of `some` must not be that stands before it').optional(),
        kind: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['approval', 'evaluation', 'canary']),
        strength: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['strong', 'medium', 'weak', 'void']).default('strong'),
        says: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().describe('what stands before all of the traffic'),
    }))
        .default([])
        .describe('what in the manifest itself holds a new version back; the first that applies speaks'),
    ..._schema_words__WEBPACK_IMPORTED_MODULE_0__/* .provenance */ .aH,
});
const metricsSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    higher: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).describe('names of metrics of which more is better'),
    lower: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).describe('names of metrics of which less is better'),
    other: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).describe('words of metrics that do not tell'),
    reference: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).describe('words for what a candidate is measured against'),
    candidate: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).describe('words for what is measured against it'),
    stages: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
        .describe('words for stages before production: what stands there is a candidate beside a reference, else the reference'),
    serving: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).describe('words for the model that serves now, which there may be none of'),
    counts: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).describe('words for numbers that say nothing of a model'),
    training: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
        .describe('words for the data that a model has learnt from, of which a metric says little'),
    'held-back': zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).describe('words for data that it has not learnt from'),
});
const measuringSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    calls: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).describe('qualified names: `sklearn.metrics.*`'),
    methods: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).describe('last names, whatever they are called on: `score`'),
    fits: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
        .default([])
        .describe('methods that fit a model to rows and what is true of them: `fit`'),
    predicts: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
        .default([])
        .describe('methods that tell what a model says of rows: `predict`'),
    scores: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
        .default([])
        .describe('methods that measure a model by rows and what is true of them: `score`'),
    compares: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
        .default([])
        .describe('calls that measure what a model says, their second argument, by what is true, the first'),
});
const lookalikeSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    names: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
        .min(1)
        .describe('names that a condition uses, in lower case with underscores: of a variable, a field, a function, a key, a text; `*` for any letters'),
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['approval', 'evaluation', 'canary', 'verification']).describe('what it looks like'),
    strength: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['weak', 'void']).default('void'),
    about: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['run', 'choice', 'presence', 'file', 'artifact', 'loaded', 'before'])
        .default('run')
        .describe('what the condition asks about: anything, which of several is chosen, whether there is such a thing, whether there is such a file, the artifact that is loaded, or what came out of it; `before` for a call that stands in front of the sink and is no condition'),
    says: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().describe('why it is none, to complete "`os.path.exists(path)` \u2026"'),
});
const verdictSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    names: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
        .min(1)
        .describe('last names of functions, fields, keys, parameters and files whose answer is a verdict, in lower case with underscores; `*` for any letters'),
    unless: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).optional().describe('names among these that are no verdicts'),
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['approval', 'evaluation']).describe('what it is taken for, where its making cannot be seen'),
    says: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().describe('what it is, to complete "`report.passed` \u2026"'),
});


/***/ }),

/***/ 2684:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ names),
/* harmony export */   V$: () => (/* binding */ foreign),
/* harmony export */   aH: () => (/* binding */ provenance),
/* harmony export */   d_: () => (/* binding */ scalar)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4377);

const scalar = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), zod__WEBPACK_IMPORTED_MODULE_0__/* ["null"] */ .chJ()]);
/** Where bytes come from that somebody outside of the repository has a hand in. */
const foreign = [
    'network',
    'hub',
    'upload',
    'command-line',
    'environment',
    'registry',
    'bucket',
];
const provenance = {
    source: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('a documentation page or a release that shows it'),
    checked: zod__WEBPACK_IMPORTED_MODULE_1__/* .date */ .p6().describe('when the source was read'),
};
const names = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).min(1)])
    .transform(n => (typeof n === 'string' ? [n] : n));


/***/ }),

/***/ 2522:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FD: () => (/* binding */ resultSchema),
/* harmony export */   HH: () => (/* binding */ sinkSchema),
/* harmony export */   ID: () => (/* binding */ originSchema),
/* harmony export */   jA: () => (/* binding */ conditions)
/* harmony export */ });
/* unused harmony exports matcherSchema, caseSchema, aspectSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6921);
/* harmony import */ var _schema_words__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2684);


/** A question about one argument. It may be answered yes, no or unknown. */
const matcherSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    _schema_words__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_.describe('the argument is this literal'),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ given: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().describe('the argument is written in the call') }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ target: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('the value names production, by this word list') }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        elsewhere: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('the value names a target that does not serve users, by this word list'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        mentions: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
            .describe('one of the words in it is a production word of this list, and none is one of the others'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        'unless-elsewhere': zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
            .describe('the value may name production: nothing says that it is another target of this word list'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ 'one-of': zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_schema_words__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_).min(1) }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ between: zod__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()]).describe('a number, both ends included') }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        resolves: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).min(1).describe('the argument is one of these qualified names'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        suffix: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).min(1).describe('the text ends in one of these, in any case'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ matches: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('the text matches this regular expression') }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        empty: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().describe('the argument is `None`, or a collection with nothing in it'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        tracked: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().describe('the argument is the path of a file of this repository'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        whole: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().describe('the argument may be all members of an archive: nothing chooses among them'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        fresh: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().describe('a part of the text is another one in each run'),
    }),
]);
const conditions = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), matcherSchema)
    .describe('argument name, or `argument.key.key` into a dictionary or an object made here (`*` for every key), to what it must be; all must hold. Of a command line: `$` for all of it, `<` and `>` for what it reads and where its output goes, `argument.$` for the argument with the names of the variables in it');
/** Cases are asked in order; the first that holds decides. One that may hold is kept as a possibility. */
const caseSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    if: conditions.optional(),
    pinned: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .describe('a requirement that the nearest manifest must guarantee: `torch>=2.6`')
        .optional(),
    safe: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('why this form of the call is harmless').optional(),
    report: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('the hazard; that of the sink where absent').optional(),
    also: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())
        .describe('further hazards that it is: the most specific of their rules reports it and names the others')
        .optional(),
    says: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('what the call does, to complete "`torch.load` \u2026"').optional(),
    level: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['error', 'warning', 'note']).optional(),
    automatic: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['error', 'warning'])
        .describe('the level where the call names no environment and what surrounds it does: a pipeline that runs it by itself, or whose names say production; without a `level` nothing is reported otherwise')
        .optional(),
    beside: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['error', 'warning'])
        .describe('the level where another kind of command in the same job promotes too')
        .optional(),
    floor: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['error', 'warning', 'note'])
        .describe('the level below which no origin of the artifact takes it, outside of tests')
        .optional(),
    fix: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
})
    .refine(c => !(c.safe && (c.report || c.also || c.says || c.level || c.automatic || c.beside)), {
    message: 'a case is either `safe` or reported; remove one of `safe` and `report`/`says`/`level`',
});
/** A further hazard of a call that a case reports. Each is asked by itself, whichever case that is. */
const aspectSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    report: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('the hazard'),
    says: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('what the call does beside the rest, to complete "It also \u2026"').optional(),
    fix: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    alone: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().default(true).describe('whether it is told where the call is nothing else'),
    if: conditions.optional().describe('what has to be certain of the call'),
    unset: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())
        .default([])
        .describe('environment variables that neither its script nor what runs that gives: `KUBECONFIG`'),
    with: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        call: _schema_words__WEBPACK_IMPORTED_MODULE_0__/* .names */ .Dy.describe('another call beside it'),
        parameters: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).default([]),
        if: conditions.optional(),
        argument: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('the argument of that call whose origin is asked').optional(),
        from: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['upload', 'command-line']))
            .min(1)
            .describe('where that argument comes from')
            .optional(),
        behind: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()
            .default(false)
            .describe('it comes later, in the same function, script or job; else it stands in the same file'),
    })
        .refine(one => (one.argument === undefined) === (one.from === undefined), {
        message: 'an origin is that of an argument; write both `argument` and `from`, or neither',
    })
        .describe('another call that makes it this hazard')
        .optional(),
});
const sinkSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    call: _schema_words__WEBPACK_IMPORTED_MODULE_0__/* .names */ .Dy.describe('qualified names; `()` stands for what a call gives back: `mlflow.MlflowClient().copy_model_version`; `*` for one name; `$` and words for a command line: `$ aws sagemaker update-endpoint`'),
    distinctive: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()
        .default(false)
        .describe('the last name alone is enough where the receiver is unknown, at lower precision'),
    common: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()
        .default(false)
        .describe('many objects have a method of this name (`copy`, `fit`): it is searched for only in files in which its own object is made'),
    bare: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()
        .default(false)
        .describe('it takes no arguments: a call that is given some is one of something else'),
    parameters: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).default([]).describe('names of the positional parameters, in order'),
    if: conditions
        .optional()
        .describe('what has to be certain before a call is looked at: `requests.post` to one address'),
    near: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())
        .default([])
        .describe('texts of which one stands in every repository that has this hazard; others are not searched for it. One in double quotes stands in a text of the code. For a command line: in its own file, in one that runs it, or in their paths'),
    closer: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())
        .default([])
        .describe('more such texts, for repositories of very many files only: one of them stands in the file of the call or next to it. `*` in one stands for anything up to the end of a name: `model*.zip`'),
    does: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('the hazard: rules name it as their `sink`'),
    says: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('what the call does, to complete "`joblib.load` \u2026"'),
    artifact: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('the argument that carries the loaded artifact, or `receiver`').optional(),
    deploys: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())
        .default([])
        .describe('of a command line: the arguments that name what it deploys, be that a file or a folder of manifests, a chart, or an application that is defined by name; `-` in one is what the command reads. Conditions then ask for `deploys` (`model`, `workload` that serves one by its name, `approval`, `anything`, `other`, `unknown`) and `deploys-to` (the command line, with the names, namespaces and files of what it deploys)'),
    'described-in': zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['kubernetes', 'terraform', 'cloudformation', 'azureml', 'databricks'])
        .default('kubernetes')
        .describe('the language of what it `deploys`. Of Terraform that is the folder in which the command works, of Databricks the bundle there; conditions may then ask for `deploys-as` too (the names by which users know what serves them) and `deploys-into` (what the target of a bundle is meant for)'),
    names: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['path', 'model', 'content'])
        .default('path')
        .describe('what a text in `artifact` is: the path of a file, a name that the library looks up, or the `content` itself'),
    aspects: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(aspectSchema).default([]).describe('further hazards of a call that a case reports'),
    'only-from': zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_schema_words__WEBPACK_IMPORTED_MODULE_0__/* .foreign */ .V$))
        .min(1)
        .describe('where the artifact has to come from: a call with any other is ordinary')
        .optional(),
    'restricted-by': zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .describe('the method that a subclass overrides to decide what may be loaded: `find_class`')
        .optional(),
    when: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(caseSchema)
        .default([])
        .describe('where given, a call that no case matches is silent; end with a case without `if` to report the rest'),
    ..._schema_words__WEBPACK_IMPORTED_MODULE_0__/* .provenance */ .aH,
});
const resultSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    call: _schema_words__WEBPACK_IMPORTED_MODULE_0__/* .names */ .Dy.default([]),
    decorates: _schema_words__WEBPACK_IMPORTED_MODULE_0__/* .names */ .Dy
        .default([])
        .describe('decorators of functions whose first parameter is what `gives` names'),
    parameters: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).default([]),
    if: conditions.optional(),
    gives: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('the name of what the call gives back: `aws.sagemaker()`').optional(),
    through: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .describe('in place of `gives`: the argument that it gives back as it is, or once it is there')
        .optional(),
    ..._schema_words__WEBPACK_IMPORTED_MODULE_0__/* .provenance */ .aH,
})
    .refine(r => (r.gives === undefined) !== (r.through === undefined), {
    message: 'a call gives back what `gives` names or the argument `through`; write one of them',
})
    .refine(r => r.through === undefined || r.decorates.length === 0, {
    message: 'a decorator says by `gives` what a function is given; write that in place of `through`',
});
const originSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    call: _schema_words__WEBPACK_IMPORTED_MODULE_0__/* .names */ .Dy
        .default([])
        .describe('calls, types and variables: what they give, and what is taken from it, comes from there'),
    decorates: _schema_words__WEBPACK_IMPORTED_MODULE_0__/* .names */ .Dy
        .default([])
        .describe('decorators: the parameters of a function under one of them come from there'),
    overrides: _schema_words__WEBPACK_IMPORTED_MODULE_0__/* .names */ .Dy
        .default([])
        .describe('methods of classes that a class of the repository takes over: the parameters that `parameters` lists, or all, come from there'),
    begins: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).default([]).describe('beginnings of addresses that are written out: `s3://`'),
    shared: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()
        .default(true)
        .describe('for `begins`: whether others write there too, where a part of the address is of this program'),
    distinctive: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()
        .default(false)
        .describe('the last name of `call` alone is enough where the receiver is unknown'),
    parameters: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).default([]),
    if: conditions.optional().describe('what has to be certain; the first entry that fits decides'),
    from: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n([..._schema_words__WEBPACK_IMPORTED_MODULE_0__/* .foreign */ .V$, 'pinned', 'peers', 'self'])
        .describe('where the bytes come from, or who names them; `pinned` for an address that always gives the same, `peers` for the other processes of the same job, `self` for what this program has just written')
        .optional(),
    through: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .describe('in place of `from`: the argument that it passes on, or `receiver`')
        .optional(),
    to: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('the argument that names the file into which they go, or `receiver`').optional(),
    'last-step': zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()
        .default(false)
        .describe('the file has the name that the path or address in `to` ends in'),
    calls: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .describe('the argument that takes a function, whose parameters come from there')
        .optional(),
    otherwise: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('the argument that stands in where there is nothing').optional(),
    except: _schema_words__WEBPACK_IMPORTED_MODULE_0__/* .names */ .Dy.default([]).describe('for `decorates`: defaults of parameters that come from elsewhere'),
    says: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('to complete "The artifact \u2026": `comes from the network`').optional(),
    ..._schema_words__WEBPACK_IMPORTED_MODULE_0__/* .provenance */ .aH,
})
    .refine(o => (o.from === undefined) !== (o.through === undefined), {
    message: 'an origin has either `from` or `through`; keep one of them',
})
    .refine(o => (o.from === undefined) === (o.says === undefined), {
    message: 'what is said goes with `from`; write both or neither',
})
    .refine(o => o.call.length + o.decorates.length + o.overrides.length + o.begins.length > 0, {
    message: 'nothing comes from here; write `call`, `decorates`, `overrides` or `begins`',
});


/***/ }),

/***/ 7647:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NT: () => (/* binding */ wrongValue),
/* harmony export */   PT: () => (/* binding */ wrongKey),
/* harmony export */   b4: () => (/* binding */ offsetOf),
/* harmony export */   hN: () => (/* binding */ parseYaml),
/* harmony export */   l4: () => (/* binding */ problemAt),
/* harmony export */   qz: () => (/* binding */ offsetOfKey)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _base_user_error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4813);


/** Reads one YAML document. Throws a UserError where it is not one. */
function parseYaml(path, text) {
    if (depthOf(text) > deepest)
        throw tooDeep(path);
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = guarded(path, () => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, prettyErrors: false }));
    const file = { path, document, lines, value: null };
    const error = document.errors[0];
    if (error)
        throw problemAt(file, error.pos[0], syntaxProblem(error.code, error.message));
    return { ...file, value: guarded(path, () => document.toJS()) };
}
/** The error of a value that is wrong: `file:line:column: what is wrong; what to write instead`. */
function wrongValue(file, keys, says) {
    return problemAt(file, offsetOf(file, keys), says);
}
/** The error of a key that is wrong. */
function wrongKey(file, keys, key, says) {
    return problemAt(file, offsetOfKey(file, keys, key), says);
}
/** Where a value begins, or what is nearest around it where it is missing. */
function offsetOf(file, keys) {
    for (let length = keys.length; length > 0; length--) {
        const node = file.document.getIn(keys.slice(0, length), true);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) && node.range)
            return node.range[0];
    }
    return file.document.contents?.range?.[0] ?? 0;
}
/** Where a key of the mapping at `keys` begins. */
function offsetOfKey(file, keys, key) {
    const map = keys.length === 0 ? file.document.contents : file.document.getIn(keys, true);
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(map))
        return offsetOf(file, keys);
    const pair = map.items.find(item => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item.key) && String(item.key.value) === key);
    return ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair?.key) ? pair.key.range?.[0] : undefined) ?? offsetOf(file, keys);
}
/** The error of what stands at an offset. */
function problemAt(file, offset, says) {
    const { line, col } = file.lines.linePos(offset);
    return new _base_user_error__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`${file.path}:${Math.max(line, 1)}:${Math.max(col, 1)}: ${says}`);
}
function syntaxProblem(code, message) {
    if (code === 'DUPLICATE_KEY')
        return 'this key is already there above; remove one of the two';
    if (code === 'MULTIPLE_DOCS')
        return 'a second document begins here; put it into a file of its own';
    return `this is not valid YAML: ${lowerFirst(message)}; correct the syntax`;
}
function lowerFirst(text) {
    return text.charAt(0).toLowerCase() + text.slice(1);
}
const deepest = 200;
// The parser runs out of memory on brackets nested thousands deep. Those in text count too, but close again.
function depthOf(text) {
    let depth = 0;
    let most = 0;
    for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
        depth += bracket === '[' || bracket === '{' ? 1 : -1;
        most = Math.max(most, depth);
    }
    return most;
}
function tooDeep(path) {
    return new _base_user_error__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`${path}:1:1: this is nested too deeply; flatten it`);
}
// Blocks nested deeper than the stack end in a RangeError, aliases that multiply in a ReferenceError.
function guarded(path, read) {
    try {
        return read();
    }
    catch (error) {
        if (error instanceof RangeError)
            throw tooDeep(path);
        if (error instanceof ReferenceError) {
            throw new _base_user_error__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`${path}:1:1: an alias has no anchor or multiplies too often; write the value out`);
        }
        throw error;
    }
}


/***/ })

};
;