"use strict";
exports.id = 239;
exports.ids = [239];
exports.modules = {

/***/ 617:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ byCodeUnits)
/* harmony export */ });
/** Orders two texts by their UTF-16 code units, the same on every machine whatever its locale. */
function byCodeUnits(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 1239:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readRules: () => (/* binding */ readRules)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/base/order.ts
var order = __webpack_require__(617);
// EXTERNAL MODULE: ./src/base/user-error.ts
var user_error = __webpack_require__(4813);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(8439);
// EXTERNAL MODULE: ./src/base/nearest.ts
var nearest = __webpack_require__(8859);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./src/rules/yaml-file.ts


/** Reads one YAML document. Throws a UserError where it is not one. */
function parseYaml(path, text) {
    if (depthOf(text) > deepest)
        throw tooDeep(path);
    const lines = new dist/* LineCounter */.HN();
    const document = guarded(path, () => (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false }));
    const file = { path, document, lines, value: null };
    const error = document.errors[0];
    if (error)
        throw problem(file, error.pos[0], syntaxProblem(error.code, error.message));
    return { ...file, value: guarded(path, () => document.toJS()) };
}
/** The error of a value that is wrong: `file:line:column: what is wrong; what to write instead`. */
function wrongValue(file, keys, says) {
    return problem(file, offsetOf(file, keys), says);
}
/** The error of a key that is wrong. */
function wrongKey(file, keys, key, says) {
    return problem(file, offsetOfKey(file, keys, key), says);
}
/** Where a value begins, or what is nearest around it where it is missing. */
function offsetOf(file, keys) {
    for (let length = keys.length; length > 0; length--) {
        const node = file.document.getIn(keys.slice(0, length), true);
        if ((0,dist/* isNode */.Ll)(node) && node.range)
            return node.range[0];
    }
    return file.document.contents?.range?.[0] ?? 0;
}
/** Where a key of the mapping at `keys` begins. */
function offsetOfKey(file, keys, key) {
    const map = keys.length === 0 ? file.document.contents : file.document.getIn(keys, true);
    if (!(0,dist/* isMap */.jh)(map))
        return offsetOf(file, keys);
    const pair = map.items.find(item => (0,dist/* isScalar */.jn)(item.key) && String(item.key.value) === key);
    return ((0,dist/* isScalar */.jn)(pair?.key) ? pair.key.range?.[0] : undefined) ?? offsetOf(file, keys);
}
function problem(file, offset, says) {
    const { line, col } = file.lines.linePos(offset);
    return new user_error/* UserError */.y(`${file.path}:${Math.max(line, 1)}:${Math.max(col, 1)}: ${says}`);
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
    return new user_error/* UserError */.y(`${path}:1:1: this is nested too deeply; flatten it`);
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
            throw new user_error/* UserError */.y(`${path}:1:1: an alias has no anchor or multiplies too often; write the value out`);
        }
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/rules/check.ts



/** The file's content in the shape of the schema, with defaults filled in. Throws a UserError for the first mistake. */
function check(file, schema) {
    const result = schema.safeParse(file.value);
    if (result.success)
        return result.data;
    const [first] = result.error.issues.map(meant).sort((a, b) => rank(file, a) - rank(file, b));
    if (!first)
        throw result.error;
    throw explain(file, first, json_schema_processors/* toJSONSchema */.bl(schema, { io: 'input' }));
}
// A misspelt key is also a missing one; the misspelling says more.
function rank(file, issue) {
    const path = keysOf(issue);
    if (issue.code !== 'unrecognized_keys')
        return offsetOf(file, path) + 0.5;
    return offsetOfKey(file, path, issue.keys[0] ?? '') - Number.MAX_SAFE_INTEGER / 2;
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
        return wrongKey(file, keys, key, unknownKey(key, namesAt(schema, keys)));
    }
    return wrongValue(file, keys, wrong(issue, keys, valueAt(file, keys), schema));
}
function unknownKey(key, names) {
    if (names.includes(key))
        return `\`${key}\` cannot stand beside the other key; keep one of them`;
    const near = (0,nearest/* nearest */.p)(key, names);
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
            return `${label(keys)} is ${kindOf(value)}; write ${check_forms(at(schema, keys))}`;
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
function check_forms(schemas) {
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

// EXTERNAL MODULE: ./node_modules/@renovatebot/pep440/index.js
var pep440 = __webpack_require__(8898);
;// CONCATENATED MODULE: ./src/rules/consistency.ts



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
            throw wrongValue(file, ['id'], `another rule is called \`${value.id}\`; give this one a name of its own`);
        }
        taken.add(value.id);
    }
}
function rulesHaveSinks(rules, hazards) {
    for (const { file, value } of rules) {
        if (hazards.includes(value.sink))
            continue;
        const says = `no catalogue has a sink that does \`${value.sink}\`; ${choice(value.sink, hazards)}`;
        throw wrongValue(file, ['sink'], says);
    }
}
function uniqueTitles({ file, value }) {
    const taken = new Set();
    for (const kind of ['bad', 'good']) {
        value.examples?.[kind].forEach((example, index) => {
            if (taken.has(example.title)) {
                const says = 'another example has this title; say what this one shows';
                throw wrongValue(file, ['examples', kind, index, 'title'], says);
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
        sink.when.forEach((one, at) => {
            caseHolds(file, [...keys, 'when', at], one, at === sink.when.length - 1);
            conditionsHold(file, [...keys, 'when', at, 'if'], one.if, sink.parameters, words);
        });
    });
}
const qualifiedName = /^(\*|[\p{L}_][\p{L}\p{N}_]*)(\(\)|\[\])*(\.(\*|[\p{L}_][\p{L}\p{N}_]*)(\(\)|\[\])*)*$/u;
function callsHold(file, keys, calls) {
    calls.forEach((call, index) => {
        if (qualifiedName.test(call))
            return;
        const says = `\`${call}\` is not a qualified name; write one such as \`mlflow.MlflowClient().copy_model_version\``;
        throw wrongValue(file, [...keys, 'call', index], says);
    });
}
function caseHolds(file, keys, one, last) {
    if (!one.if && one.pinned === undefined && !last) {
        throw wrongValue(file, keys, 'a case without `if` or `pinned` takes every call; put it last');
    }
    if (one.pinned !== undefined && !isRequirement(one.pinned)) {
        throw wrongValue(file, [...keys, 'pinned'], `\`${one.pinned}\` is not a requirement; write one such as \`torch>=2.6\``);
    }
}
function isRequirement(text) {
    const [, range] = /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?\s*((?:[<>=!~]).+)$/.exec(text) ?? [];
    return range !== undefined && (0,pep440.validRange)(range);
}
function conditionsHold(file, keys, conditions, parameters, words) {
    for (const [path, matcher] of Object.entries(conditions ?? {})) {
        const problem = nameProblem(path, parameters);
        if (problem)
            throw wrongKey(file, keys, path, problem);
        matcherHolds(file, [...keys, path], matcher, words);
    }
}
// Keyword-only arguments are not among the parameters, so only what cannot be an argument, or is one in other letters, is wrong.
function nameProblem(path, parameters) {
    const [argument = '', ...keys] = path.split('.');
    const same = (a, b) => a.toLowerCase().replace(/-/g, '_') === b.toLowerCase();
    const other = parameters.find(name => name !== argument && same(argument, name));
    if (other)
        return `\`${argument}\` is not a parameter of this call; write \`${other}\``;
    if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(argument) && !keys.includes(''))
        return null;
    return `\`${path}\` is not the name of an argument; write \`argument\` or \`argument.key\``;
}
function matcherHolds(file, keys, matcher, words) {
    if (typeof matcher !== 'object' || matcher === null)
        return;
    if ('target' in matcher && !words.includes(matcher.target)) {
        const says = `there is no word list \`${matcher.target}\`; ${choice(matcher.target, words)}`;
        throw wrongValue(file, [...keys, 'target'], says);
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
        throw wrongValue(file, keys, `this is not a regular expression: ${reason}; correct it`);
    }
}
function choice(word, known) {
    const near = (0,nearest/* nearest */.p)(word, known);
    if (near)
        return `write \`${near}\``;
    const names = [...new Set(known)].map(name => `\`${name}\``);
    return names.length > 0 ? `write one of ${names.join(', ')}` : 'add one to a file of `catalog/`';
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/iso.js



function datetime(params) {
    return core._isoDateTime(ZodISODateTime, params);
}
function date(params) {
    return api/* _isoDate */.db(schemas/* ZodISODate */.Brp, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}

;// CONCATENATED MODULE: ./src/rules/schema.ts

const scalar = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY(), schemas/* null */.chJ()]);
/** A question about one argument. It may be answered yes, no or unknown. */
const matcherSchema = schemas/* union */.KCZ([
    scalar.describe('the argument is this literal'),
    schemas/* strictObject */.rej({ given: schemas/* boolean */.zMY().describe('the argument is written in the call') }),
    schemas/* strictObject */.rej({ target: schemas/* string */.YjP().describe('the value names production, by this word list') }),
    schemas/* strictObject */.rej({ 'one-of': schemas/* array */.YOg(scalar).min(1) }),
    schemas/* strictObject */.rej({ between: schemas/* tuple */.PVZ([schemas/* number */.aig(), schemas/* number */.aig()]).describe('a number, both ends included') }),
    schemas/* strictObject */.rej({
        resolves: schemas/* array */.YOg(schemas/* string */.YjP()).min(1).describe('the argument is one of these qualified names'),
    }),
    schemas/* strictObject */.rej({
        suffix: schemas/* array */.YOg(schemas/* string */.YjP()).min(1).describe('the text ends in one of these, in any case'),
    }),
    schemas/* strictObject */.rej({ matches: schemas/* string */.YjP().describe('the text matches this regular expression') }),
]);
const conditions = schemas/* record */.g1P(schemas/* string */.YjP(), matcherSchema)
    .describe('argument name, or `argument.key.key` into a dictionary or an object made here (`*` for every key), to what it must be; all must hold');
/** Cases are asked in order; the first that holds decides. One that may hold is kept as a possibility. */
const caseSchema = schemas/* strictObject */.rej({
    if: conditions.optional(),
    pinned: schemas/* string */.YjP()
        .describe('a requirement that the nearest manifest must guarantee: `torch>=2.6`')
        .optional(),
    safe: schemas/* string */.YjP().describe('why this form of the call is harmless').optional(),
    report: schemas/* string */.YjP().describe('the hazard; that of the sink where absent').optional(),
    says: schemas/* string */.YjP().describe('what the call does, to complete "`torch.load` …"').optional(),
    level: schemas/* enum */.k5n(['error', 'warning', 'note']).optional(),
    fix: schemas/* string */.YjP().optional(),
})
    .refine(c => !(c.safe && (c.report || c.says || c.level)), {
    message: 'a case is either `safe` or reported; remove one of `safe` and `report`/`says`/`level`',
});
const provenance = {
    source: schemas/* string */.YjP().describe('a documentation page or a release that shows it'),
    checked: date().describe('when the source was read'),
};
const names = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP()).min(1)])
    .transform(n => (typeof n === 'string' ? [n] : n));
const sinkSchema = schemas/* strictObject */.rej({
    call: names.describe('qualified names; `()` stands for what a call gives back: `mlflow.MlflowClient().copy_model_version`; `*` for one name'),
    distinctive: schemas/* boolean */.zMY()
        .default(false)
        .describe('the last name alone is enough where the receiver is unknown, at lower precision'),
    parameters: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('names of the positional parameters, in order'),
    does: schemas/* string */.YjP().describe('the hazard: rules name it as their `sink`'),
    says: schemas/* string */.YjP().describe('what the call does, to complete "`joblib.load` …"'),
    artifact: schemas/* string */.YjP().describe('the argument that carries the loaded artifact').optional(),
    'restricted-by': schemas/* string */.YjP()
        .describe('the method that a subclass overrides to decide what may be loaded: `find_class`')
        .optional(),
    when: schemas/* array */.YOg(caseSchema)
        .default([])
        .describe('where given, a call that no case matches is silent; end with a case without `if` to report the rest'),
    ...provenance,
});
const resultSchema = schemas/* strictObject */.rej({
    call: names,
    parameters: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    if: conditions.optional(),
    gives: schemas/* string */.YjP().describe('the name of what the call gives back: `aws.sagemaker()`'),
    ...provenance,
});
const originSchema = schemas/* strictObject */.rej({
    call: names.describe('calls, or what is taken from their results: `requests.get().content`'),
    parameters: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    from: schemas/* enum */.k5n(['network', 'hub', 'upload', 'command-line', 'registry', 'bucket', 'self'])
        .describe('where the bytes come from; `self` for what this program has just written'),
    to: schemas/* string */.YjP().describe('the argument that names the file into which they go').optional(),
    says: schemas/* string */.YjP().describe('to complete "the file …": `comes from the network`'),
    ...provenance,
});
const guardSchema = schemas/* strictObject */.rej({
    call: names,
    parameters: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    if: conditions.optional(),
    kind: schemas/* enum */.k5n(['approval', 'evaluation', 'canary', 'verification', 'comparison'])
        .describe('what passing it shows; `comparison` is `==` by another name'),
    strength: schemas/* enum */.k5n(['strong', 'medium', 'weak']).default('strong'),
    holds: schemas/* enum */.k5n(['no-exception', 'true', 'false'])
        .describe('how a call says that the check passed: by returning at all, or by what it returns'),
    subject: schemas/* string */.YjP().describe('the argument that names what was verified').optional(),
    says: schemas/* string */.YjP().describe('what it does, to complete "`click.confirm` …"'),
    ...provenance,
});
const metricsSchema = schemas/* strictObject */.rej({
    higher: schemas/* array */.YOg(schemas/* string */.YjP()).describe('names of metrics of which more is better'),
    lower: schemas/* array */.YOg(schemas/* string */.YjP()).describe('names of metrics of which less is better'),
    other: schemas/* array */.YOg(schemas/* string */.YjP()).describe('words of metrics that do not tell'),
    reference: schemas/* array */.YOg(schemas/* string */.YjP()).describe('words for what a candidate is measured against'),
    counts: schemas/* array */.YOg(schemas/* string */.YjP()).describe('words for numbers that say nothing of a model'),
});
const exampleSchema = schemas/* strictObject */.rej({
    title: schemas/* string */.YjP(),
    python: schemas/* string */.YjP().describe('the code; every reported line ends in a comment `# reported`'),
    requirements: schemas/* string */.YjP().describe('a requirements.txt beside the code').optional(),
});
const examplesSchema = schemas/* strictObject */.rej({
    bad: schemas/* array */.YOg(exampleSchema).default([]),
    good: schemas/* array */.YOg(exampleSchema).default([]),
});
const catalogSchema = schemas/* strictObject */.rej({
    library: schemas/* string */.YjP().describe('what this file knows, as its users call it'),
    aliases: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())
        .default({})
        .describe('other spellings: a dotted name, or the start of one, to its canonical form'),
    words: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* strictObject */.rej({
        production: schemas/* array */.YOg(schemas/* string */.YjP()),
        other: schemas/* array */.YOg(schemas/* string */.YjP()).describe('names of targets that do not serve users'),
        neutral: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
        negations: schemas/* array */.YOg(schemas/* string */.YjP())
            .default([])
            .describe('prefixes that turn a production word into another'),
    }))
        .default({})
        .describe('word lists for the matcher `target`'),
    results: schemas/* array */.YOg(resultSchema).default([]),
    sinks: schemas/* array */.YOg(sinkSchema).default([]),
    origins: schemas/* array */.YOg(originSchema).default([]),
    guards: schemas/* array */.YOg(guardSchema).default([]),
    metrics: metricsSchema.optional(),
    terminators: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('calls that never return'),
    observers: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('functions that take another function without calling it: `functools.wraps`, `inspect.*`'),
    doubles: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('starts of the names of stand-ins for real objects: `unittest.mock`'),
    contexts: schemas/* strictObject */.rej({ test: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('globs of test code') })
        .optional()
        .describe('what a path says about how its code is used'),
    examples: examplesSchema.optional(),
});
const ruleSchema = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP()
        .regex(/^[a-z]+(-[a-z]+)*$/, 'an id is lower-case words joined by hyphens, named for the hazard'),
    title: schemas/* string */.YjP().max(255),
    sink: schemas/* string */.YjP().describe('the hazard whose sinks it reports'),
    unless: schemas/* array */.YOg(schemas/* enum */.k5n(['approval', 'evaluation', 'canary', 'verification']))
        .default([])
        .describe('kinds of guard that make its sinks safe'),
    missing: schemas/* string */.YjP().describe('what was not there, to end the message: "nothing verified the file first"'),
    level: schemas/* enum */.k5n(['error', 'warning', 'note']),
    severity: schemas/* number */.aig()
        .min(0.1)
        .max(10)
        .refine(s => s !== 9, { message: '9.0 lies between two of GitHub’s bands; write 8.9 or 9.1' }),
    precision: schemas/* enum */.k5n(['very-high', 'high', 'medium', 'low']),
    why: schemas/* string */.YjP().describe('what an attacker or an accident gains, in two sentences'),
    fix: schemas/* string */.YjP().describe('something a reader can paste'),
    cwe: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^CWE-\d+$/)).default([]),
    atlas: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^AML\.[TM]\d{4}(\.\d{3})?$/)).default([]),
    owasp: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    references: schemas/* array */.YOg(schemas/* url */.OZ5()).default([]),
    examples: examplesSchema,
});

;// CONCATENATED MODULE: ./src/rules/read.ts








const none = { rules: [], catalogs: [] };
const mostBytes = 1024 * 1024;
/**
 * The rules (`*.yaml`) and catalogue files (`catalog/*.yaml`) of the directories, added to `known`. Throws a UserError
 * with file, line and remedy where a file is wrong or the files contradict each other.
 */
function readRules(dirs, known = none) {
    const rules = [];
    const catalogs = [];
    for (const dir of dirs) {
        const listed = list(dir);
        for (const path of listed.rules)
            rules.push(readFile(path, ruleSchema));
        for (const path of listed.catalogs)
            catalogs.push(readFile(path, catalogSchema));
    }
    agree(rules, catalogs, known);
    return {
        rules: [...known.rules, ...rules.map(read => read.value)],
        catalogs: [...known.catalogs, ...catalogs.map(read => read.value)],
    };
}
function list(dir) {
    const stats = statusOf(dir, 'name a directory that holds rule files');
    if (!stats.isDirectory())
        throw new user_error/* UserError */.y(`${dir}: this is not a directory; name the directory that holds it`);
    const names = (0,external_node_fs_.readdirSync)(dir);
    const catalog = names.includes('catalog') ? join(dir, 'catalog') : null;
    const rules = yamlFiles(dir, names);
    const catalogs = catalog === null ? [] : yamlFiles(catalog, catalogNames(catalog));
    if (rules.length + catalogs.length === 0) {
        throw new user_error/* UserError */.y(`${dir}: there are no rules here; add rules as *.yaml or libraries as catalog/*.yaml`);
    }
    return { rules, catalogs };
}
function catalogNames(path) {
    if (!statusOf(path, 'remove it').isDirectory()) {
        throw new user_error/* UserError */.y(`${path}: this is not a directory; make it one that holds catalogue files`);
    }
    return (0,external_node_fs_.readdirSync)(path);
}
function yamlFiles(dir, names) {
    const misnamed = names.find(name => name.endsWith('.yml'));
    if (misnamed) {
        throw new user_error/* UserError */.y(`${join(dir, misnamed)}: only *.yaml files are read; rename it to end in .yaml`);
    }
    return names
        .filter(name => name.endsWith('.yaml'))
        .sort(order/* byCodeUnits */.C)
        .map(name => join(dir, name));
}
function readFile(path, schema) {
    const file = parseYaml(path, readText(path));
    return { file, value: check(file, schema) };
}
function readText(path) {
    const stats = statusOf(path, 'remove it');
    if (!stats.isFile())
        throw new user_error/* UserError */.y(`${path}: this is not a regular file; put a copy of it here`);
    if (stats.size > mostBytes)
        throw new user_error/* UserError */.y(`${path}: this is larger than 1 MiB; split it`);
    const bytes = readBytes(path);
    if (!(0,external_node_buffer_.isUtf8)(bytes))
        throw new user_error/* UserError */.y(`${path}: this is not UTF-8; save it as UTF-8`);
    return bytes.toString('utf8').replace(/^\ufeff/, '');
}
function readBytes(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path);
    }
    catch (error) {
        throw unreadable(path, error);
    }
}
// Links are refused: a rules directory may belong to the repository that is scanned, and must not lead out of it.
function statusOf(path, remedy) {
    let stats;
    try {
        stats = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    }
    catch (error) {
        throw unreadable(path, error);
    }
    if (!stats)
        throw new user_error/* UserError */.y(`${path}: there is nothing of this name; ${remedy}`);
    if (stats.isSymbolicLink())
        throw new user_error/* UserError */.y(`${path}: this is a symbolic link; put what it leads to here`);
    return stats;
}
function unreadable(path, error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return new user_error/* UserError */.y(`${path}: this cannot be read${code}; check its permissions`);
}
function join(dir, name) {
    return `${dir.replace(/[/\\]+$/, '')}/${name}`;
}


/***/ })

};
;