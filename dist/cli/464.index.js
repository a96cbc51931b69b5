"use strict";
exports.id = 464;
exports.ids = [464];
exports.modules = {

/***/ 2391:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ firstMistake),
/* harmony export */   z: () => (/* binding */ check)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8439);
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
    return quoted(text.length > 60 ? `${text.slice(0, 60)}…` : text);
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
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

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
    for (const read of [...rules, ...catalogs])
        uniqueTitles(read);
    for (const read of catalogs)
        catalogHolds(read, words);
}
/** The hazards that sinks of a catalogue report. */
function hazards(catalog) {
    return catalog.sinks.flatMap(sink => [sink.does, ...sink.when.flatMap(one => one.report ?? [])]);
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
    });
    value.sinks.forEach((sink, index) => {
        const keys = ['sinks', index];
        callsHold(file, keys, sink.call);
        const command = sink.call.every(isCommandLine);
        conditionsHold(file, [...keys, 'if'], sink.if, sink.parameters, words, command);
        sink.when.forEach((one, at) => {
            caseHolds(file, [...keys, 'when', at], one, at === sink.when.length - 1);
            conditionsHold(file, [...keys, 'when', at, 'if'], one.if, sink.parameters, words, command);
        });
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
function callsHold(file, keys, calls) {
    calls.forEach((call, index) => {
        if (isQualifiedName(call) || isCommandLine(call))
            return;
        const says = `\`${call}\` is not a qualified name; write one such as \`mlflow.MlflowClient().copy_model_version\``;
        throw (0,_yaml_file__WEBPACK_IMPORTED_MODULE_2__/* .wrongValue */ .NT)(file, [...keys, 'call', index], says);
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
const wordLists = new Set(['target', 'elsewhere', 'mentions']);
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

/***/ 7776:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AZ: () => (/* binding */ ruleSchema),
/* harmony export */   HH: () => (/* binding */ sinkSchema),
/* harmony export */   X8: () => (/* binding */ catalogSchema),
/* harmony export */   t8: () => (/* binding */ guardSchema)
/* harmony export */ });
/* unused harmony exports matcherSchema, caseSchema, resultSchema, originSchema, lookalikeSchema, verdictSchema, launcherSchema, starterSchema, programSchema, examplesSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4377);

const scalar = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), zod__WEBPACK_IMPORTED_MODULE_0__/* ["null"] */ .chJ()]);
/** A question about one argument. It may be answered yes, no or unknown. */
const matcherSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
    scalar.describe('the argument is this literal'),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ given: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().describe('the argument is written in the call') }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ target: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('the value names production, by this word list') }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        elsewhere: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('the value names a target that does not serve users, by this word list'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        mentions: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
            .describe('one of the words in it is a production word of this list, and none is one of the others'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ 'one-of': zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(scalar).min(1) }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ between: zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()]).describe('a number, both ends included') }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        resolves: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).min(1).describe('the argument is one of these qualified names'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        suffix: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).min(1).describe('the text ends in one of these, in any case'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ matches: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('the text matches this regular expression') }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        empty: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().describe('the argument is `None`, or a collection with nothing in it'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        tracked: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().describe('the argument is the path of a file of this repository'),
    }),
]);
const conditions = zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), matcherSchema)
    .describe('argument name, or `argument.key.key` into a dictionary or an object made here (`*` for every key), to what it must be; all must hold. Of a command line: `$` for all of it, `<` and `>` for what it reads and where its output goes, `argument.$` for the argument with the names of the variables in it');
/** Cases are asked in order; the first that holds decides. One that may hold is kept as a possibility. */
const caseSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    if: conditions.optional(),
    pinned: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .describe('a requirement that the nearest manifest must guarantee: `torch>=2.6`')
        .optional(),
    safe: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('why this form of the call is harmless').optional(),
    report: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('the hazard; that of the sink where absent').optional(),
    says: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('what the call does, to complete "`torch.load` …"').optional(),
    level: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['error', 'warning', 'note']).optional(),
    floor: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['error', 'warning', 'note'])
        .describe('the level below which no origin of the artifact takes it, outside of tests')
        .optional(),
    fix: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
})
    .refine(c => !(c.safe && (c.report || c.says || c.level)), {
    message: 'a case is either `safe` or reported; remove one of `safe` and `report`/`says`/`level`',
});
const provenance = {
    source: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('a documentation page or a release that shows it'),
    checked: zod__WEBPACK_IMPORTED_MODULE_1__/* .date */ .p6().describe('when the source was read'),
};
const names = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).min(1)])
    .transform(n => (typeof n === 'string' ? [n] : n));
const sinkSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    call: names.describe('qualified names; `()` stands for what a call gives back: `mlflow.MlflowClient().copy_model_version`; `*` for one name; `$` and words for a command line: `$ aws sagemaker update-endpoint`'),
    distinctive: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()
        .default(false)
        .describe('the last name alone is enough where the receiver is unknown, at lower precision'),
    parameters: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).default([]).describe('names of the positional parameters, in order'),
    if: conditions
        .optional()
        .describe('what has to be certain before a call is looked at: `requests.post` to one address'),
    near: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
        .default([])
        .describe('texts of which one stands in every repository that has this hazard; others are not searched for it. For a command line: in its own file, in one that runs it, or in their paths'),
    does: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('the hazard: rules name it as their `sink`'),
    says: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('what the call does, to complete "`joblib.load` …"'),
    artifact: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('the argument that carries the loaded artifact, or `receiver`').optional(),
    names: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['path', 'model'])
        .default('path')
        .describe('what a text in `artifact` is: the path of a file, or a name that the library looks up'),
    'restricted-by': zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .describe('the method that a subclass overrides to decide what may be loaded: `find_class`')
        .optional(),
    when: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(caseSchema)
        .default([])
        .describe('where given, a call that no case matches is silent; end with a case without `if` to report the rest'),
    ...provenance,
});
const resultSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    call: names,
    parameters: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).default([]),
    if: conditions.optional(),
    gives: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('the name of what the call gives back: `aws.sagemaker()`'),
    ...provenance,
});
const originSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    call: names
        .default([])
        .describe('calls, types and variables: what they give, and what is taken from it, comes from there'),
    decorates: names
        .default([])
        .describe('decorators: the parameters of a function under one of them come from there'),
    begins: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).default([]).describe('beginnings of addresses that are written out: `s3://`'),
    distinctive: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()
        .default(false)
        .describe('the last name of `call` alone is enough where the receiver is unknown'),
    parameters: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).default([]),
    if: conditions.optional().describe('what has to be certain; the first entry that fits decides'),
    from: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n([
        'network',
        'hub',
        'upload',
        'command-line',
        'environment',
        'registry',
        'bucket',
        'pinned',
        'self',
    ])
        .describe('where the bytes come from, or who names them; `pinned` for an address that always gives the same, `self` for what this program has just written')
        .optional(),
    through: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .describe('in place of `from`: the argument that it passes on, or `receiver`')
        .optional(),
    to: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('the argument that names the file into which they go, or `receiver`').optional(),
    'last-step': zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()
        .default(false)
        .describe('the file has the name that the path or address in `to` ends in'),
    calls: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .describe('the argument that takes a function, whose parameters come from there')
        .optional(),
    otherwise: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('the argument that stands in where there is nothing').optional(),
    except: names.default([]).describe('for `decorates`: defaults of parameters that come from elsewhere'),
    says: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('to complete "The artifact …": `comes from the network`').optional(),
    ...provenance,
})
    .refine(o => (o.from === undefined) !== (o.through === undefined), {
    message: 'an origin has either `from` or `through`; keep one of them',
})
    .refine(o => (o.from === undefined) === (o.says === undefined), {
    message: 'what is said goes with `from`; write both or neither',
})
    .refine(o => o.call.length + o.decorates.length + o.begins.length > 0, {
    message: 'nothing comes from here; write `call`, `decorates` or `begins`',
});
const guardSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    call: names,
    parameters: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).default([]),
    if: conditions.optional(),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['approval', 'evaluation', 'canary', 'verification', 'comparison'])
        .describe('what passing it shows; `comparison` is `==` by another name'),
    strength: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['strong', 'medium', 'weak', 'void'])
        .default('strong')
        .describe('`void` for a form of the call that checks nothing; it speaks before the other entries of the call'),
    holds: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['no-exception', 'true', 'false', 'answer'])
        .describe('how a call says that the check passed: by returning at all, by what it returns, or, as an `answer`, by what it is compared with'),
    taken: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()
        .optional()
        .describe('it is taken from what a call gives back, and not called: `verified.valid`, `report["issues"]`'),
    subject: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .describe('the argument that names what was verified; `()` where that is what the call gives back, `*` for everything that is loaded afterwards')
        .optional(),
    listed: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()
        .optional()
        .describe('`subject` is a list of digests and files, one file a line: `1f3a…  churn.joblib`'),
    says: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('what it does, to complete "`click.confirm` …"'),
    ...provenance,
});
const metricsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    higher: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('names of metrics of which more is better'),
    lower: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('names of metrics of which less is better'),
    other: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('words of metrics that do not tell'),
    reference: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('words for what a candidate is measured against'),
    serving: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('words for the model that serves now, which there may be none of'),
    counts: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('words for numbers that say nothing of a model'),
});
const measuringSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    calls: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('qualified names: `sklearn.metrics.*`'),
    methods: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('last names, whatever they are called on: `score`'),
});
const lookalikeSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    names: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
        .min(1)
        .describe('names that a condition uses, in lower case with underscores: of a variable, a field, a function, a key, a text; `*` for any letters'),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['approval', 'evaluation', 'canary', 'verification']).describe('what it looks like'),
    strength: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['weak', 'void']).default('void'),
    about: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['run', 'choice', 'presence', 'artifact', 'loaded', 'before'])
        .default('run')
        .describe('what the condition asks about: anything, which of several is chosen, whether there is such a thing, the artifact that is loaded, or what came out of it; `before` for a call that stands in front of the sink and is no condition'),
    says: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('why it is none, to complete "`os.path.exists(path)` …"'),
});
const verdictSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    names: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
        .min(1)
        .describe('last names of functions, fields, keys, parameters and files whose answer is a verdict, in lower case with underscores; `*` for any letters'),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['approval', 'evaluation']).describe('what it is taken for, where its making cannot be seen'),
    says: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('what it is, to complete "`report.passed` …"'),
});
const exampleSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    python: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('the code; every reported line ends in a comment `# reported`').optional(),
    shell: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .describe('a script `release.sh` beside it, which may run it as `churn.py`, with the same comments')
        .optional(),
    requirements: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('a requirements.txt beside the code').optional(),
})
    .refine(e => e.python !== undefined || e.shell !== undefined, {
    message: 'an example without code shows nothing; write `python`, `shell` or both',
});
const launcherSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    command: names.describe('command lines that run something else: `python`, `uv run`, `make`'),
    runs: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['script', 'command', 'task'])
        .describe('a file of the repository, another command line, or a task that a file of the repository defines'),
    values: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).default([]).describe('its own options that take the next word as their value'),
    skip: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
        .int()
        .min(0)
        .default(0)
        .describe('words before the command that it runs: 1 for `timeout 5`'),
    module: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('the option that names a module in place of a file: `-m`').optional(),
    files: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).default([]).describe('files that define its tasks: `Makefile`'),
    directory: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('the option that names the folder of that file: `-C`').optional(),
    default: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('the task that runs when none is named').optional(),
    ...provenance,
});
const starterSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    call: names.describe('calls that run a command line: `subprocess.run`'),
    parameters: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).default([]),
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('the argument that says what to run, as a text or as a list of words'),
    directory: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('the argument that says where to run it').optional(),
    raises: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), conditions])
        .describe('whether a command that fails raises, or the arguments that make it so'),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .describe('the field that is 0 where the command went well; `()` where that is what the call gives back')
        .optional(),
    ...provenance,
});
const programSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    command: names.describe('programs whose options these are: `aws`, `kubectl`'),
    flags: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).default([]).describe('options that take no value, without dashes'),
    spellings: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
        .default({})
        .describe('other spellings of options, without dashes: `n` for `namespace`'),
    ...provenance,
});
const examplesSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    bad: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(exampleSchema).default([]),
    good: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(exampleSchema).default([]),
});
const catalogSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    library: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('what this file knows, as its users call it'),
    aliases: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
        .default({})
        .describe('other spellings: a dotted name, or the start of one, to its canonical form'),
    words: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        production: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        other: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('names of targets that do not serve users'),
        neutral: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).default([]),
        possible: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
            .default([])
            .describe('words that name production in some places only, which makes a finding a note'),
        counted: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).default([]).describe('words behind which a number stands: `epoch 3`'),
        negations: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
            .default([])
            .describe('prefixes that turn a production word into another'),
    }))
        .default({})
        .describe('word lists for the matcher `target`'),
    results: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(resultSchema).default([]),
    sinks: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(sinkSchema).default([]),
    origins: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(originSchema).default([]),
    guards: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(guardSchema).default([]),
    metrics: metricsSchema.optional(),
    measuring: measuringSchema.optional().describe('calls that measure a model'),
    lookalikes: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(lookalikeSchema).default([]).describe('conditions that look like guards and are none'),
    verdicts: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(verdictSchema)
        .default([])
        .describe('answers that are known by their names only; they count as declared'),
    services: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
        .default([])
        .describe('calls that make a process serve others, who then may reach its command line'),
    launchers: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(launcherSchema).default([]),
    programs: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(programSchema).default([]),
    starters: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(starterSchema).default([]),
    terminators: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).default([]).describe('calls that never return'),
    observers: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
        .default([])
        .describe('functions that take another function without calling it: `functools.wraps`, `inspect.*`'),
    doubles: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
        .default([])
        .describe('starts of the names of stand-ins for real objects: `unittest.mock`'),
    contexts: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ test: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).default([]).describe('globs of test code') })
        .optional()
        .describe('what a path says about how its code is used'),
    examples: examplesSchema.optional(),
});
const ruleSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^[a-z]+(-[a-z]+)*$/, 'an id is lower-case words joined by hyphens, named for the hazard'),
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(255),
    sink: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('the hazard whose sinks it reports'),
    unless: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['approval', 'evaluation', 'canary', 'verification']))
        .default([])
        .describe('kinds of guard that make its sinks safe'),
    reports: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['unguarded', 'void-guards'])
        .default('unguarded')
        .describe('which sinks it reports: those that nothing guards, or only those behind a check that decides and cannot fail'),
    'harmless-in': zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
        .default([])
        .describe('globs for the names of functions in which the sink is meant: `rollback*`'),
    missing: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('what was not there, to end the message: "nothing verified the file first"'),
    level: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['error', 'warning', 'note']),
    floor: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['error', 'warning', 'note'])
        .describe('the level below which no origin of the artifact takes it, outside of tests')
        .optional(),
    severity: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
        .min(0.1)
        .max(10)
        .refine(s => s !== 9, { message: '9.0 lies between two of GitHub’s bands; write 8.9 or 9.1' }),
    precision: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['very-high', 'high', 'medium', 'low']),
    why: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('what an attacker or an accident gains, in two sentences'),
    fix: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('something a reader can paste'),
    cwe: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^CWE-\d+$/)).default([]),
    atlas: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^AML\.[TM]\d{4}(\.\d{3})?$/)).default([]),
    owasp: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).default([]),
    references: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .url */ .OZ5()).default([]),
    examples: examplesSchema,
});


/***/ }),

/***/ 7647:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

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