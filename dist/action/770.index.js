"use strict";
exports.id = 770;
exports.ids = [770];
exports.modules = {

/***/ 7770:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseConfiguration: () => (/* binding */ parseConfiguration)
});

// UNUSED EXPORTS: configurationNames, defaultConfiguration, failOnLevels

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/base/lines.ts
var base_lines = __webpack_require__(8114);
// EXTERNAL MODULE: ./src/base/user-error.ts
var user_error = __webpack_require__(4813);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(8439);
// EXTERNAL MODULE: ./src/base/nearest.ts
var base_nearest = __webpack_require__(8859);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./src/rules/yaml-file.ts


/** Reads one YAML document. Throws a UserError where it is not one. */
function parseYaml(path, text) {
    if (depthOf(text) > deepest)
        throw tooDeep(path);
    const lines = new LineCounter();
    const document = guarded(path, () => parseDocument(text, { lineCounter: lines, prettyErrors: false }));
    const file = { path, document, lines, value: null };
    const error = document.errors[0];
    if (error)
        throw yaml_file_problemAt(file, error.pos[0], syntaxProblem(error.code, error.message));
    return { ...file, value: guarded(path, () => document.toJS()) };
}
/** The error of a value that is wrong: `file:line:column: what is wrong; what to write instead`. */
function yaml_file_wrongValue(file, keys, says) {
    return yaml_file_problemAt(file, offsetOf(file, keys), says);
}
/** The error of a key that is wrong. */
function wrongKey(file, keys, key, says) {
    return yaml_file_problemAt(file, offsetOfKey(file, keys, key), says);
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
/** The error of what stands at an offset. */
function yaml_file_problemAt(file, offset, says) {
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
    return new UserError(`${path}:1:1: this is nested too deeply; flatten it`);
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
            throw new UserError(`${path}:1:1: an alias has no anchor or multiplies too often; write the value out`);
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
    const mistake = firstMistake(file, result.error, schema);
    throw problemAt(file, mistake.offset, mistake.says);
}
/** The mistake that comes first in the file. */
function firstMistake(file, error, schema) {
    const [first] = error.issues.map(meant).sort((a, b) => rank(file, a) - rank(file, b));
    if (!first)
        throw error;
    return explain(file, first, json_schema_processors/* toJSONSchema */.bl(schema, { io: 'input' }));
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
        return { offset: offsetOfKey(file, keys, key), says: unknownKey(key, namesAt(schema, keys)) };
    }
    return { offset: offsetOf(file, keys), says: wrong(issue, keys, valueAt(file, keys), schema) };
}
function unknownKey(key, names) {
    if (names.includes(key))
        return `\`${key}\` cannot stand beside the other key; keep one of them`;
    const near = (0,base_nearest/* nearest */.p)(key, names);
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

// EXTERNAL MODULE: ./src/rules/own.ts
var own = __webpack_require__(2015);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
// EXTERNAL MODULE: ./node_modules/@renovatebot/pep440/index.js
var pep440 = __webpack_require__(8898);
;// CONCATENATED MODULE: ./src/rules/consistency.ts



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
function rulesAreOrdered(rules, known) {
    const over = new Map([...known.rules, ...rules.map(read => read.value)].map(rule => [rule.id, rule.over]));
    for (const { file, value } of rules)
        value.over.forEach((id, index) => {
            const place = ['over', index];
            if (!over.has(id))
                throw wrongValue(file, place, `no rule is called \`${id}\`; ${choice(id, [...over.keys()])}`);
            if (id !== value.id && !over.get(id)?.includes(value.id))
                return;
            const says = `\`${id}\` is to speak for \`${value.id}\` as well; keep one of the two`;
            throw wrongValue(file, place, says);
        });
}
// A hazard that no rule reports would be left out in silence.
function furtherHazardsHold({ file, value }, reported) {
    const holds = (keys, hazard) => {
        if (reported.includes(hazard))
            return;
        const near = nearest(hazard, reported);
        const remedy = near ? `write \`${near}\`` : `add a rule whose \`sink\` it is`;
        throw wrongValue(file, keys, `no rule reports \`${hazard}\`; ${remedy}`);
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
        throw wrongValue(file, [...keys, 'guards', at], says);
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
        throw wrongValue(file, [...keys, key, index], says);
    });
}
/** Throws a UserError for a case that no call can ask or that hides those behind it. */
function caseHolds(file, keys, one, last) {
    if (!one.if && one.pinned === undefined && !last) {
        throw yaml_file_wrongValue(file, keys, 'a case without `if` or `pinned` takes every call; put it last');
    }
    if (one.pinned !== undefined && !isRequirement(one.pinned)) {
        throw yaml_file_wrongValue(file, [...keys, 'pinned'], `\`${one.pinned}\` is not a requirement; write one such as \`torch>=2.6\``);
    }
}
function isRequirement(text) {
    const [, range] = /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?\s*((?:[<>=!~]).+)$/.exec(text) ?? [];
    return range !== undefined && (0,pep440.validRange)(range);
}
/** Throws a UserError for conditions on what is no argument, or that nothing can meet. */
function conditionsHold(file, keys, conditions, parameters, words, command = false) {
    for (const [path, matcher] of Object.entries(conditions ?? {})) {
        const problem = nameProblem(path, parameters, command);
        if (problem)
            throw wrongKey(file, keys, path, problem);
        matcherHolds(file, [...keys, path], matcher, words);
    }
}
function argumentHolds(file, keys, name, parameters) {
    const problem = name === undefined ? null : nameProblem(name, parameters, false);
    if (problem)
        throw wrongValue(file, keys, problem);
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
        throw yaml_file_wrongValue(file, [...keys, key], `there is no word list \`${list}\`; ${choice(list, words)}`);
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
        throw yaml_file_wrongValue(file, keys, `this is not a regular expression: ${reason}; correct it`);
    }
}
function choice(word, known) {
    const near = (0,base_nearest/* nearest */.p)(word, known);
    if (near)
        return `write \`${near}\``;
    const names = [...new Set(known)].map(name => `\`${name}\``);
    return names.length > 0 ? `write one of ${names.join(', ')}` : 'add one to a file of `catalog/`';
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
;// CONCATENATED MODULE: ./src/rules/schema-words.ts

const scalar = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY(), schemas/* null */.chJ()]);
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
    source: schemas/* string */.YjP().describe('a documentation page or a release that shows it'),
    checked: iso/* date */.p6().describe('when the source was read'),
};
const names = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP()).min(1)])
    .transform(n => (typeof n === 'string' ? [n] : n));

;// CONCATENATED MODULE: ./src/rules/sink-schema.ts


/** A question about one argument. It may be answered yes, no or unknown. */
const matcherSchema = schemas/* union */.KCZ([
    scalar.describe('the argument is this literal'),
    schemas/* strictObject */.rej({ given: schemas/* boolean */.zMY().describe('the argument is written in the call') }),
    schemas/* strictObject */.rej({ target: schemas/* string */.YjP().describe('the value names production, by this word list') }),
    schemas/* strictObject */.rej({
        elsewhere: schemas/* string */.YjP().describe('the value names a target that does not serve users, by this word list'),
    }),
    schemas/* strictObject */.rej({
        mentions: schemas/* string */.YjP()
            .describe('one of the words in it is a production word of this list, and none is one of the others'),
    }),
    schemas/* strictObject */.rej({
        'unless-elsewhere': schemas/* string */.YjP()
            .describe('the value may name production: nothing says that it is another target of this word list'),
    }),
    schemas/* strictObject */.rej({ 'one-of': schemas/* array */.YOg(scalar).min(1) }),
    schemas/* strictObject */.rej({ between: schemas/* tuple */.PVZ([schemas/* number */.aig(), schemas/* number */.aig()]).describe('a number, both ends included') }),
    schemas/* strictObject */.rej({
        resolves: schemas/* array */.YOg(schemas/* string */.YjP()).min(1).describe('the argument is one of these qualified names'),
    }),
    schemas/* strictObject */.rej({
        suffix: schemas/* array */.YOg(schemas/* string */.YjP()).min(1).describe('the text ends in one of these, in any case'),
    }),
    schemas/* strictObject */.rej({ matches: schemas/* string */.YjP().describe('the text matches this regular expression') }),
    schemas/* strictObject */.rej({
        empty: schemas/* boolean */.zMY().describe('the argument is `None`, or a collection with nothing in it'),
    }),
    schemas/* strictObject */.rej({
        tracked: schemas/* boolean */.zMY().describe('the argument is the path of a file of this repository'),
    }),
    schemas/* strictObject */.rej({
        whole: schemas/* boolean */.zMY().describe('the argument may be all members of an archive: nothing chooses among them'),
    }),
    schemas/* strictObject */.rej({
        fresh: schemas/* boolean */.zMY().describe('a part of the text is another one in each run'),
    }),
]);
const conditions = schemas/* record */.g1P(schemas/* string */.YjP(), matcherSchema)
    .describe('argument name, or `argument.key.key` into a dictionary or an object made here (`*` for every key), to what it must be; all must hold. Of a command line: `$` for all of it, `<` and `>` for what it reads and where its output goes, `argument.$` for the argument with the names of the variables in it');
/** Cases are asked in order; the first that holds decides. One that may hold is kept as a possibility. */
const caseSchema = schemas/* strictObject */.rej({
    if: conditions.optional(),
    pinned: schemas/* string */.YjP()
        .describe('a requirement that the nearest manifest must guarantee: `torch>=2.6`')
        .optional(),
    safe: schemas/* string */.YjP().describe('why this form of the call is harmless').optional(),
    report: schemas/* string */.YjP().describe('the hazard; that of the sink where absent').optional(),
    also: schemas/* array */.YOg(schemas/* string */.YjP())
        .describe('further hazards that it is: the most specific of their rules reports it and names the others')
        .optional(),
    says: schemas/* string */.YjP().describe('what the call does, to complete "`torch.load` \u2026"').optional(),
    level: schemas/* enum */.k5n(['error', 'warning', 'note']).optional(),
    automatic: schemas/* enum */.k5n(['error', 'warning'])
        .describe('the level where the call names no environment and what surrounds it does: a pipeline that runs it by itself, or whose names say production; without a `level` nothing is reported otherwise')
        .optional(),
    beside: schemas/* enum */.k5n(['error', 'warning'])
        .describe('the level where another kind of command in the same job promotes too')
        .optional(),
    floor: schemas/* enum */.k5n(['error', 'warning', 'note'])
        .describe('the level below which no origin of the artifact takes it, outside of tests')
        .optional(),
    fix: schemas/* string */.YjP().optional(),
})
    .refine(c => !(c.safe && (c.report || c.also || c.says || c.level || c.automatic || c.beside)), {
    message: 'a case is either `safe` or reported; remove one of `safe` and `report`/`says`/`level`',
});
/** A further hazard of a call that a case reports. Each is asked by itself, whichever case that is. */
const aspectSchema = schemas/* strictObject */.rej({
    report: schemas/* string */.YjP().describe('the hazard'),
    says: schemas/* string */.YjP().describe('what the call does beside the rest, to complete "It also \u2026"').optional(),
    fix: schemas/* string */.YjP().optional(),
    alone: schemas/* boolean */.zMY().default(true).describe('whether it is told where the call is nothing else'),
    if: conditions.optional().describe('what has to be certain of the call'),
    unset: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('environment variables that neither its script nor what runs that gives: `KUBECONFIG`'),
    with: schemas/* strictObject */.rej({
        call: names.describe('another call beside it'),
        parameters: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
        if: conditions.optional(),
        argument: schemas/* string */.YjP().describe('the argument of that call whose origin is asked').optional(),
        from: schemas/* array */.YOg(schemas/* enum */.k5n(['upload', 'command-line']))
            .min(1)
            .describe('where that argument comes from')
            .optional(),
        behind: schemas/* boolean */.zMY()
            .default(false)
            .describe('it comes later, in the same function, script or job; else it stands in the same file'),
    })
        .refine(one => (one.argument === undefined) === (one.from === undefined), {
        message: 'an origin is that of an argument; write both `argument` and `from`, or neither',
    })
        .describe('another call that makes it this hazard')
        .optional(),
});
const sinkSchema = schemas/* strictObject */.rej({
    call: names.describe('qualified names; `()` stands for what a call gives back: `mlflow.MlflowClient().copy_model_version`; `*` for one name; `$` and words for a command line: `$ aws sagemaker update-endpoint`'),
    distinctive: schemas/* boolean */.zMY()
        .default(false)
        .describe('the last name alone is enough where the receiver is unknown, at lower precision'),
    common: schemas/* boolean */.zMY()
        .default(false)
        .describe('many objects have a method of this name (`copy`, `fit`): it is searched for only in files in which its own object is made'),
    bare: schemas/* boolean */.zMY()
        .default(false)
        .describe('it takes no arguments: a call that is given some is one of something else'),
    parameters: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('names of the positional parameters, in order'),
    if: conditions
        .optional()
        .describe('what has to be certain before a call is looked at: `requests.post` to one address'),
    near: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('texts of which one stands in every repository that has this hazard; others are not searched for it. One in double quotes stands in a text of the code. For a command line: in its own file, in one that runs it, or in their paths'),
    closer: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('more such texts, for repositories of very many files only: one of them stands in the file of the call or next to it. `*` in one stands for anything up to the end of a name: `model*.zip`'),
    does: schemas/* string */.YjP().describe('the hazard: rules name it as their `sink`'),
    says: schemas/* string */.YjP().describe('what the call does, to complete "`joblib.load` \u2026"'),
    artifact: schemas/* string */.YjP().describe('the argument that carries the loaded artifact, or `receiver`').optional(),
    deploys: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('of a command line: the arguments that name what it deploys, be that a file or a folder of manifests, a chart, or an application that is defined by name; `-` in one is what the command reads. Conditions then ask for `deploys` (`model`, `workload` that serves one by its name, `approval`, `anything`, `other`, `unknown`) and `deploys-to` (the command line, with the names, namespaces and files of what it deploys)'),
    'described-in': schemas/* enum */.k5n(['kubernetes', 'terraform', 'cloudformation', 'azureml', 'databricks'])
        .default('kubernetes')
        .describe('the language of what it `deploys`. Of Terraform that is the folder in which the command works, of Databricks the bundle there; conditions may then ask for `deploys-as` too (the names by which users know what serves them) and `deploys-into` (what the target of a bundle is meant for)'),
    names: schemas/* enum */.k5n(['path', 'model', 'content'])
        .default('path')
        .describe('what a text in `artifact` is: the path of a file, a name that the library looks up, or the `content` itself'),
    aspects: schemas/* array */.YOg(aspectSchema).default([]).describe('further hazards of a call that a case reports'),
    'only-from': schemas/* array */.YOg(schemas/* enum */.k5n(foreign))
        .min(1)
        .describe('where the artifact has to come from: a call with any other is ordinary')
        .optional(),
    'restricted-by': schemas/* string */.YjP()
        .describe('the method that a subclass overrides to decide what may be loaded: `find_class`')
        .optional(),
    when: schemas/* array */.YOg(caseSchema)
        .default([])
        .describe('where given, a call that no case matches is silent; end with a case without `if` to report the rest'),
    ...provenance,
});
const resultSchema = schemas/* strictObject */.rej({
    call: names.default([]),
    decorates: names
        .default([])
        .describe('decorators of functions whose first parameter is what `gives` names'),
    parameters: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    if: conditions.optional(),
    gives: schemas/* string */.YjP().describe('the name of what the call gives back: `aws.sagemaker()`').optional(),
    through: schemas/* string */.YjP()
        .describe('in place of `gives`: the argument that it gives back as it is, or once it is there')
        .optional(),
    ...provenance,
})
    .refine(r => (r.gives === undefined) !== (r.through === undefined), {
    message: 'a call gives back what `gives` names or the argument `through`; write one of them',
})
    .refine(r => r.through === undefined || r.decorates.length === 0, {
    message: 'a decorator says by `gives` what a function is given; write that in place of `through`',
});
const originSchema = schemas/* strictObject */.rej({
    call: names
        .default([])
        .describe('calls, types and variables: what they give, and what is taken from it, comes from there'),
    decorates: names
        .default([])
        .describe('decorators: the parameters of a function under one of them come from there'),
    overrides: names
        .default([])
        .describe('methods of classes that a class of the repository takes over: the parameters that `parameters` lists, or all, come from there'),
    begins: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('beginnings of addresses that are written out: `s3://`'),
    shared: schemas/* boolean */.zMY()
        .default(true)
        .describe('for `begins`: whether others write there too, where a part of the address is of this program'),
    distinctive: schemas/* boolean */.zMY()
        .default(false)
        .describe('the last name of `call` alone is enough where the receiver is unknown'),
    parameters: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    if: conditions.optional().describe('what has to be certain; the first entry that fits decides'),
    from: schemas/* enum */.k5n([...foreign, 'pinned', 'peers', 'self'])
        .describe('where the bytes come from, or who names them; `pinned` for an address that always gives the same, `peers` for the other processes of the same job, `self` for what this program has just written')
        .optional(),
    through: schemas/* string */.YjP()
        .describe('in place of `from`: the argument that it passes on, or `receiver`')
        .optional(),
    to: schemas/* string */.YjP().describe('the argument that names the file into which they go, or `receiver`').optional(),
    'last-step': schemas/* boolean */.zMY()
        .default(false)
        .describe('the file has the name that the path or address in `to` ends in'),
    calls: schemas/* string */.YjP()
        .describe('the argument that takes a function, whose parameters come from there')
        .optional(),
    otherwise: schemas/* string */.YjP().describe('the argument that stands in where there is nothing').optional(),
    except: names.default([]).describe('for `decorates`: defaults of parameters that come from elsewhere'),
    says: schemas/* string */.YjP().describe('to complete "The artifact \u2026": `comes from the network`').optional(),
    ...provenance,
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

;// CONCATENATED MODULE: ./src/rules/guard-schema.ts



const guardSchema = schemas/* strictObject */.rej({
    call: names,
    parameters: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    if: conditions.optional(),
    kind: schemas/* enum */.k5n(['approval', 'evaluation', 'canary', 'verification', 'target', 'comparison'])
        .describe('what passing it shows; `target` that it is settled which cluster or registry is meant, `comparison` is `==` by another name'),
    strength: schemas/* enum */.k5n(['strong', 'medium', 'weak', 'void'])
        .default('strong')
        .describe('`void` for a form of the call that checks nothing; it speaks before the other entries of the call'),
    softens: schemas/* boolean */.zMY()
        .optional()
        .describe('for a weak one: a finding behind it is one level milder, where nothing stronger stands there'),
    holds: schemas/* enum */.k5n(['no-exception', 'true', 'false', 'answer'])
        .describe('how a call says that the check passed: by returning at all, by what it returns, or, as an `answer`, by what it is compared with'),
    typed: schemas/* boolean */.zMY()
        .optional()
        .describe('somebody types the answer, and where a pipe gives it nobody is asked: `yes | python promote.py`'),
    taken: schemas/* boolean */.zMY()
        .optional()
        .describe('it is taken from what a call gives back, and not called: `verified.valid`, `report["issues"]`'),
    subject: schemas/* string */.YjP()
        .describe('the argument that names what was verified; `()` where that is what the call gives back, `*` for everything that is loaded afterwards')
        .optional(),
    listed: schemas/* boolean */.zMY()
        .optional()
        .describe('`subject` is a list of digests and files, one file a line: `1f3a\u2026  churn.joblib`'),
    trusts: schemas/* array */.YOg(schemas/* string */.YjP())
        .optional()
        .describe('the arguments that name files with the keys of those who sign: fetched with what they signed, they show nothing'),
    says: schemas/* string */.YjP().describe('what it does, to complete "`click.confirm` \u2026"'),
    ...provenance,
});
const manifestSchema = schemas/* strictObject */.rej({
    kind: names.describe('kinds of objects, or of resources: `aws_sagemaker_endpoint`'),
    group: schemas/* string */.YjP()
        .describe('the API group: `serving.kserve.io`; for others than Kubernetes the language: `terraform`, `cloudformation`, `azureml`, `databricks`'),
    serves: schemas/* enum */.k5n(['model', 'workload', 'approval', 'anything', 'target'])
        .default('model')
        .describe('a model for certain, a `workload` that serves one by its name, the `approval` of a model; `anything` for what may deploy whatever it likes, `target` for where the rest goes'),
    if: conditions
        .optional()
        .describe('what has to hold: a key leads into the manifest (`spec.predictor`), `$` is its name with the names of its images'),
    says: schemas/* string */.YjP().describe('what it is, to complete "It deploys \u2026": the KServe `InferenceService`'),
    covers: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('kinds of the same group that its guards hold back where they are deployed with it'),
    guards: schemas/* array */.YOg(schemas/* strictObject */.rej({
        if: conditions.optional(),
        some: schemas/* string */.YjP().describe('a list in the manifest, of which one item meets `where`').optional(),
        where: conditions.optional(),
        until: conditions.describe('what an item of `some` must not be that stands before it').optional(),
        kind: schemas/* enum */.k5n(['approval', 'evaluation', 'canary']),
        strength: schemas/* enum */.k5n(['strong', 'medium', 'weak', 'void']).default('strong'),
        says: schemas/* string */.YjP().describe('what stands before all of the traffic'),
    }))
        .default([])
        .describe('what in the manifest itself holds a new version back; the first that applies speaks'),
    ...provenance,
});
const metricsSchema = schemas/* strictObject */.rej({
    higher: schemas/* array */.YOg(schemas/* string */.YjP()).describe('names of metrics of which more is better'),
    lower: schemas/* array */.YOg(schemas/* string */.YjP()).describe('names of metrics of which less is better'),
    other: schemas/* array */.YOg(schemas/* string */.YjP()).describe('words of metrics that do not tell'),
    reference: schemas/* array */.YOg(schemas/* string */.YjP()).describe('words for what a candidate is measured against'),
    candidate: schemas/* array */.YOg(schemas/* string */.YjP()).describe('words for what is measured against it'),
    stages: schemas/* array */.YOg(schemas/* string */.YjP())
        .describe('words for stages before production: what stands there is a candidate beside a reference, else the reference'),
    serving: schemas/* array */.YOg(schemas/* string */.YjP()).describe('words for the model that serves now, which there may be none of'),
    counts: schemas/* array */.YOg(schemas/* string */.YjP()).describe('words for numbers that say nothing of a model'),
    training: schemas/* array */.YOg(schemas/* string */.YjP())
        .describe('words for the data that a model has learnt from, of which a metric says little'),
    'held-back': schemas/* array */.YOg(schemas/* string */.YjP()).describe('words for data that it has not learnt from'),
});
const measuringSchema = schemas/* strictObject */.rej({
    calls: schemas/* array */.YOg(schemas/* string */.YjP()).describe('qualified names: `sklearn.metrics.*`'),
    methods: schemas/* array */.YOg(schemas/* string */.YjP()).describe('last names, whatever they are called on: `score`'),
    fits: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('methods that fit a model to rows and what is true of them: `fit`'),
    predicts: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('methods that tell what a model says of rows: `predict`'),
    scores: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('methods that measure a model by rows and what is true of them: `score`'),
    compares: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('calls that measure what a model says, their second argument, by what is true, the first'),
});
const lookalikeSchema = schemas/* strictObject */.rej({
    names: schemas/* array */.YOg(schemas/* string */.YjP())
        .min(1)
        .describe('names that a condition uses, in lower case with underscores: of a variable, a field, a function, a key, a text; `*` for any letters'),
    kind: schemas/* enum */.k5n(['approval', 'evaluation', 'canary', 'verification']).describe('what it looks like'),
    strength: schemas/* enum */.k5n(['weak', 'void']).default('void'),
    about: schemas/* enum */.k5n(['run', 'choice', 'presence', 'file', 'artifact', 'loaded', 'before'])
        .default('run')
        .describe('what the condition asks about: anything, which of several is chosen, whether there is such a thing, whether there is such a file, the artifact that is loaded, or what came out of it; `before` for a call that stands in front of the sink and is no condition'),
    says: schemas/* string */.YjP().describe('why it is none, to complete "`os.path.exists(path)` \u2026"'),
});
const verdictSchema = schemas/* strictObject */.rej({
    names: schemas/* array */.YOg(schemas/* string */.YjP())
        .min(1)
        .describe('last names of functions, fields, keys, parameters and files whose answer is a verdict, in lower case with underscores; `*` for any letters'),
    unless: schemas/* array */.YOg(schemas/* string */.YjP()).optional().describe('names among these that are no verdicts'),
    kind: schemas/* enum */.k5n(['approval', 'evaluation']).describe('what it is taken for, where its making cannot be seen'),
    says: schemas/* string */.YjP().describe('what it is, to complete "`report.passed` \u2026"'),
});

;// CONCATENATED MODULE: ./src/rules/own-schema.ts






const own_schema_provenance = { source: true, checked: true };
// YAML reads `true` as no text.
const holds = schemas/* preprocess */.vkY(value => (typeof value === 'boolean' ? String(value) : value), guardSchema.shape.holds.extract(['no-exception', 'true', 'false']))
    .describe('how a call says that the check passed: by returning at all, or by what it returns');
const ownGuard = guardSchema.omit(own_schema_provenance).extend({
    kind: guardSchema.shape.kind.exclude(['comparison']),
    holds,
    strength: schemas/* enum */.k5n(['strong', 'medium', 'weak']).default('strong'),
    says: guardSchema.shape.says.optional(),
});
const ownSink = sinkSchema
    .omit({ ...own_schema_provenance, aspects: true })
    .extend({ says: sinkSchema.shape.says.optional() });
/** The part of a configuration that names a project's own guards and sinks, in the words of the catalogue. */
const own_schema_ownSchema = schemas/* looseObject */._H3({
    guards: schemas/* array */.YOg(ownGuard).nullish(),
    sinks: schemas/* array */.YOg(ownSink).nullish(),
});
/** Throws a UserError for an entry that is right in itself and cannot work. */
function ownEntriesHold(file, { guards, sinks }, known) {
    guards?.forEach((guard, index) => {
        const keys = ['guards', index];
        own_schema_callsHold(file, keys, guard.call);
        ownConditionsHold(file, [...keys, 'if'], guard.if, guard.parameters, known);
        subjectHolds(file, keys, guard);
    });
    sinks?.forEach((sink, index) => {
        const keys = ['sinks', index];
        own_schema_callsHold(file, keys, sink.call);
        hazardHolds(file, [...keys, 'does'], sink.does, known.hazards);
        ownConditionsHold(file, [...keys, 'if'], sink.if, sink.parameters, known);
        sink.when.forEach((one, at) => {
            const place = [...keys, 'when', at];
            caseHolds(file, place, one, at === sink.when.length - 1);
            if (one.report !== undefined)
                hazardHolds(file, [...place, 'report'], one.report, known.hazards);
            one.also?.forEach((hazard, i) => hazardHolds(file, [...place, 'also', i], hazard, known.hazards));
            ownConditionsHold(file, [...place, 'if'], one.if, sink.parameters, known);
        });
    });
}
// A repository brings its configuration along, and an expression can be written so that trying it never ends.
function ownConditionsHold(file, keys, conditions, parameters, known) {
    conditionsHold(file, keys, conditions, parameters, known.wordLists);
    for (const [name, matcher] of Object.entries(conditions ?? {}))
        if (typeof matcher === 'object' && matcher !== null && 'matches' in matcher)
            throw wrongKey(file, [...keys, name], 'matches', '`matches` is for the catalogue only; write `one-of` or `suffix`');
}
function own_schema_callsHold(file, keys, calls) {
    for (const call of calls) {
        const place = [...keys, 'call'];
        if (call.includes('*'))
            throw yaml_file_wrongValue(file, place, `\`${call}\` names more than one function; write a line for each of them`);
        if (isQualifiedName(call) && call.includes('.'))
            continue;
        const says = `\`${call}\` is not the full name of a function; write it as an import would, with its module: \`acme.release.require_signoff\``;
        throw yaml_file_wrongValue(file, place, says);
    }
}
function hazardHolds(file, keys, hazard, hazards) {
    if (hazards.includes(hazard))
        return;
    const guess = (0,base_nearest/* nearest */.p)(hazard, hazards);
    const choice = guess ? `\`${guess}\`` : `one of ${hazards.map(name => `\`${name}\``).join(', ')}`;
    throw yaml_file_wrongValue(file, keys, `no rule reports \`${hazard}\`; write ${choice}`);
}
function subjectHolds(file, keys, guard) {
    const { kind, subject, parameters } = guard;
    if (kind === 'verification' && subject === undefined)
        throw yaml_file_wrongValue(file, keys, 'a verification is of one artifact; add `subject:` with the name of the argument that holds it');
    const guess = subject === undefined || parameters.includes(subject) ? null : (0,base_nearest/* nearest */.p)(subject, parameters);
    if (guess)
        throw yaml_file_wrongValue(file, [...keys, 'subject'], `\`${subject}\` is not a parameter of this call; write \`${guess}\``);
}

// EXTERNAL MODULE: ./src/policy/settings.ts
var policy_settings = __webpack_require__(3693);
// EXTERNAL MODULE: ./src/policy/paths.ts
var paths = __webpack_require__(786);
;// CONCATENATED MODULE: ./src/policy/settings-schema.ts





const ruleLevels = ['error', 'warning', 'note', 'off'];
/** The form of a configuration. Each `error` is the remedy; what is wrong is said from the value that stands there. */
function settingsSchema(ruleIds) {
    const failOn = schemas/* enum */.k5n(policy_settings/* failOnLevels */.RV, { error: `write ${either(policy_settings/* failOnLevels */.RV)}` })
        .describe('the mildest level that fails a run');
    return schemas/* strictObject */.rej({
        'fail-on': failOn.optional(),
        'policy-from': schemas/* enum */.k5n(['base', 'head'], { error: 'write `base` or `head`' })
            .optional()
            .describe('whose configuration, exceptions and baseline judge a change: those of the commit that it is compared with (base, the default), or its own (head); what the base says decides'),
        rules: rulesSchema(ruleIds).nullish().describe('the level of a rule, or off'),
        paths: schemas/* array */.YOg(pathSchema(ruleIds, failOn), { error: 'write a list of entries, each with a `path`' })
            .nullish()
            .describe('what holds below some paths; of several entries that fit the last one decides'),
        ignore: textList('write a list of patterns, for example `[build/, "*_test.py"]`')
            .nullish()
            .describe('paths to skip, in the notation of .gitignore'),
        words: wordsSchema().nullish(),
        metrics: settings_schema_metricsSchema().nullish(),
        'trusted-environments': environmentList()
            .nullish()
            .describe('environments that ask a person before a job goes on; `*` stands for any letters'),
        promotion: promotionSchema().nullish(),
        limits: limitsSchema().nullish(),
        waivers: schemas/* array */.YOg(waiverSchema(ruleIds), { error: 'write a list of entries, each with a `rule` and a `path`' })
            .nullish()
            .describe('findings that somebody answers for until a day'),
        baseline: someText('write the path of a baseline, for example `.modelgate-baseline.json`')
            .optional()
            .describe('a file of known findings, which do not fail a run'),
        // Read by `ownSchema`.
        guards: schemas/* unknown */.L5J().optional(),
        sinks: schemas/* unknown */.L5J().optional(),
    }, { error: 'write `setting: value` lines, for example `fail-on: warning`' });
}
function wordsSchema() {
    const words = textList('write a list of words, for example `[live, serving]`').nullish();
    return schemas/* strictObject */.rej({ production: words, other: words }, { error: 'write `production: [live]` or `other: [shadow]` below it' })
        .describe('words for targets that serve users, and for targets that do not');
}
function settings_schema_metricsSchema() {
    const names = textList('write a list of names, for example `[lift_at_10]`').nullish();
    return schemas/* strictObject */.rej(Object.fromEntries(own/* metricLists */.KN.map(list => [list, names])), {
        error: 'write `higher: [lift_at_10]` or `lower: [churned_revenue]` below it',
    })
        .describe('names of metrics of which more is better, or less; words for candidates, stages and references');
}
/** The same as a JSON schema, for editors. */
function configurationJsonSchema(ruleIds) {
    const { guards, sinks } = z.toJSONSchema(ownSchema, { io: 'input' }).properties ?? {};
    const schema = z.toJSONSchema(settingsSchema(ruleIds), { io: 'input' });
    return {
        ...schema,
        title: 'The configuration of Modelgate',
        type: ['object', 'null'],
        properties: { ...schema.properties, guards, sinks },
    };
}
function rulesSchema(ruleIds) {
    const level = schemas/* enum */.k5n(ruleLevels, { error: `write ${either(ruleLevels)}` });
    const both = schemas/* strictObject */.rej({
        level: level.optional(),
        'fail-on': schemas/* enum */.k5n(policy_settings/* failOnLevels */.RV, { error: `write ${either(policy_settings/* failOnLevels */.RV)}` })
            .optional()
            .describe('the mildest level of its findings that fails a run'),
    }, { error: 'write `level` and `fail-on` below it' });
    return schemas/* strictObject */.rej(Object.fromEntries(ruleIds.map(id => [id, schemas/* union */.KCZ([level, both]).optional()])), {
        error: 'write one `rule-id: level` a line',
    });
}
function pathSchema(ruleIds, failOn) {
    const level = schemas/* enum */.k5n(ruleLevels, { error: `write ${either(ruleLevels)}` });
    return schemas/* strictObject */.rej({
        path: oneOrMore(glob(), 'write a path, for example `notebooks/**`').describe('a path or a list of paths; `*` stands for a part of a name, `**` for any folders'),
        rules: schemas/* strictObject */.rej(Object.fromEntries(ruleIds.map(id => [id, level.optional()])), {
            error: 'write one `rule-id: level` a line',
        })
            .nullish(),
        'fail-on': failOn.optional(),
    }, { error: 'write `path: notebooks/**`, and `rules` or `fail-on` below it' });
}
function promotionSchema() {
    const kind = schemas/* enum */.k5n(policy_settings/* requirable */.Pt, { error: `write ${either(policy_settings/* requirable */.Pt)}` });
    return schemas/* strictObject */.rej({
        require: oneOrMore(kind, `write ${either(policy_settings/* requirable */.Pt)}`).describe('the kinds of guard of which each has to stand in front of a promotion'),
    }, { error: 'write `require: approval` below it' })
        .describe('what a promotion has to have in front of it');
}
function waiverSchema(ruleIds) {
    return schemas/* strictObject */.rej({
        rule: schemas/* enum */.k5n(['*', ...ruleIds], { error: 'write the id of a rule; `modelgate rules` lists them' })
            .describe('the id of a rule, or "*" for each'),
        path: glob().describe('`*` stands for a part of a name, `**` for any folders'),
        fingerprint: schemas/* string */.YjP({ error: 'write the fingerprint of a finding in quotes' })
            .regex(/^[0-9a-f]{16,64}$/, {
            error: 'write the fingerprint of a finding, as `--format json` has it',
        })
            .optional()
            .describe('of one finding, as `--format json` has it'),
        reason: someText('write why this is acceptable until then'),
        owner: someText('write who answers for it'),
        expires: iso/* date */.p6({ error: 'write a day that there is, as `2026-12-31`' })
            .describe('the last day on which it holds'),
    }, { error: 'write `rule`, `path`, `reason`, `owner` and `expires` below it' })
        .refine(waiver => waiver.rule !== '*' || !(0,paths/* isAnywhere */.aW)(waiver.path), {
        error: 'it waives everything; name a rule, or a folder in `path`',
    });
}
function limitsSchema() {
    const within = (name) => {
        const { least, most, usual } = policy_settings/* limitRanges */.mn[name];
        const error = `write a number from ${least} to ${most}; ${usual} is usual`;
        return schemas/* int */.Whr({ error }).min(least).max(most).optional();
    };
    return schemas/* strictObject */.rej({
        'file-bytes': within('file-bytes').describe('how many bytes a file may have'),
        'notebook-bytes': within('notebook-bytes').describe('how many bytes a notebook may have'),
        seconds: within('seconds').describe('how long the parser may take for one file'),
        depth: within('depth').describe('how deep code and values may be nested'),
        'yaml-values': within('yaml-values').describe('how many values of a YAML file are looked at, those that its aliases repeat among them'),
        findings: within('findings').describe('how many findings a report lists; the most severe are chosen'),
    }, { error: 'write `file-bytes: 3000000` or `findings: 500` below it' })
        .describe('what a scan may cost, and how much it lists; what goes beyond is a notice');
}
function environmentList() {
    const few = (name) => (name.match(/\*/g)?.length ?? 0) <= 2;
    return schemas/* array */.YOg(someText('write the name of an environment').refine(few, { error: 'write at most two `*` in a name' }), { error: 'write a list of names, for example `[production, "prod-*"]`' });
}
function oneOrMore(item, remedy) {
    return schemas/* union */.KCZ([item, schemas/* array */.YOg(item, { error: remedy }).min(1)])
        .transform(value => (Array.isArray(value) ? value : [value]));
}
function glob() {
    return someText('write a path, for example `notebooks/**`')
        .refine(path => !path.startsWith('/') && !path.startsWith('./') && !path.includes('\\'), {
        error: 'write it relative to the scanned directory, with forward slashes',
    })
        .refine(paths/* isModest */.FG, {
        error: 'write at most four `*` or `**` in a path, two of them in one name, and at most four `{\u2026}`',
    });
}
function someText(remedy) {
    return schemas/* string */.YjP({ error: remedy }).refine(s => s.trim() !== '');
}
function textList(remedy) {
    const text = schemas/* string */.YjP({ error: 'write text, in quotes where it looks like a number' })
        .refine(s => s.trim() !== '', {
        error: 'write some text, or remove it',
    });
    return schemas/* array */.YOg(text, { error: remedy });
}
/** Words as a choice: `a`, `b` or `c`. */
function either(words) {
    const quoted = words.map(word => `\`${word}\``);
    return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

;// CONCATENATED MODULE: ./src/policy/mistakes.ts




/** What is wrong in a configuration, in plain words. */
function problemsIn(issues, yaml, ruleIds) {
    return issues.flatMap(issue => problemsOf(issue, yaml, ruleIds));
}
function problemsOf(issue, yaml, ruleIds) {
    const path = issue.path.filter(key => typeof key !== 'symbol');
    if (issue.code === 'unrecognized_keys')
        return issue.keys.map(key => ({
            offset: yaml.keyOffset(path, key),
            says: mistakes_unknownKey(path, key, ruleIds),
        }));
    const value = yaml.get(path);
    // Of several forms, the one that its writer had in mind: a word, or else a mapping or a list.
    const written = typeof value === 'object' && value !== null ? -1 : 0;
    const inner = issue.code === 'invalid_union' ? issue.errors.at(written) : undefined;
    if (inner) {
        const nested = inner.map(one => ({ ...one, path: [...path, ...one.path] }));
        return problemsIn(nested, yaml, ruleIds);
    }
    const guess = issue.code === 'invalid_value' ? nearestOf(value, issue.values) : null;
    const remedy = guess === null ? issue.message : `write \`${guess}\``;
    const missing = !yaml.has(path);
    return [
        {
            offset: mistakes_offsetOf(path, yaml),
            says: mistakes_wrongValue(path, missing ? 'missing' : describe(value), remedy),
            missing,
        },
    ];
}
// Of a long list of names only the one that was meant is of use; a short one is its own remedy.
function nearestOf(value, values) {
    const names = values.filter(one => typeof one === 'string');
    return typeof value === 'string' && names.length > 3 && !names.includes('never') && !names.includes('off')
        ? (0,base_nearest/* nearest */.p)(value, names)
        : null;
}
// What is missing is told at the entry that lacks it.
function mistakes_offsetOf(path, yaml) {
    for (let length = path.length; length > 0; length -= 1) {
        const place = path.slice(0, length);
        if (yaml.has(place))
            return yaml.valueOffset(place);
    }
    return yaml.valueOffset([]);
}
function mistakes_unknownKey(path, key, ruleIds) {
    const inRules = path.at(-1) === 'rules';
    const valid = inRules ? ruleIds : (settingsIn.get(String(path[0] ?? '')) ?? topLevel);
    const guess = (0,base_nearest/* nearest */.p)(key, valid);
    const remedy = guess
        ? `write \`${guess}\``
        : inRules
            ? '`modelgate rules` lists them'
            : `write ${either(valid)}`;
    return `\`${shorten(key)}\` is no ${inRules ? 'rule' : 'setting'}; ${remedy}`;
}
const topLevel = [
    'fail-on',
    'policy-from',
    'rules',
    'paths',
    'ignore',
    'guards',
    'sinks',
    'words',
    'metrics',
    'trusted-environments',
    'promotion',
    'limits',
    'waivers',
    'baseline',
];
const settingsIn = new Map([
    ['rules', ['level', 'fail-on']],
    ['paths', ['path', 'rules', 'fail-on']],
    ['words', ['production', 'other']],
    ['metrics', own/* metricLists */.KN],
    ['promotion', ['require']],
    ['limits', Object.keys(policy_settings/* limitRanges */.mn)],
    ['waivers', ['rule', 'path', 'fingerprint', 'reason', 'owner', 'expires']],
]);
function mistakes_wrongValue(path, what, remedy) {
    return `${path.length === 0 ? 'the file' : `\`${mistakes_name(path)}\``} is ${what}; ${remedy}`;
}
function mistakes_name(path) {
    return path
        .map(key => (typeof key === 'number' ? `[${key}]` : `.${key}`))
        .join('')
        .replace(/^\./, '');
}
function describe(value) {
    if (value === null || value === '')
        return 'empty';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a mapping';
    return `\`${shorten(String(value))}\``;
}
/** A word of the file, short enough for a line. */
function shorten(text) {
    return text.length > 40 ? `${text.slice(0, 40)}\u2026` : text;
}

;// CONCATENATED MODULE: ./src/policy/own.ts
/** A guard as the catalogue has it. What it does is told from its kind where the project does not say more. */
function own_ownGuard(entry, file) {
    return { ...entry, says: entry.says ?? whatItDoes[entry.kind], namedIn: file };
}
const whatItDoes = {
    approval: 'asks for an approval',
    evaluation: 'evaluates the model',
    canary: 'watches a part of the traffic',
    verification: 'verifies the artifact',
    target: 'settles which cluster or registry is meant',
};
/** A sink as the catalogue has it. */
function own_ownSink(entry, file) {
    return { ...entry, aspects: [], says: entry.says ?? `counts as \`${entry.does}\` in \`${file}\`` };
}
/** What a project that vouches for an environment adds: naming it counts as the approval that it asks for. */
function trusting(environment, file) {
    return {
        call: ['pipeline.environment'],
        parameters: ['name'],
        if: { name: { matches: `^${environment.split('*').map(escaped).join('.*')}$` } },
        kind: 'approval',
        strength: 'strong',
        holds: 'no-exception',
        says: `the job names an environment that asks a person, as \`${file}\` says of \`${environment.replaceAll('`', "'")}\``,
    };
}
// The names of environments are the same in upper and lower case:
// https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments
function escaped(text) {
    return text
        .replace(/[.+?^${}()|[\]\\/-]/g, '\\$&')
        .replace(/\p{L}/gu, letter => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}

;// CONCATENATED MODULE: ./src/policy/yaml-text.ts



const longest = 64 * 1024;
const yaml_text_deepest = 20;
/** Reads a YAML document of plain values: no aliases, no tags, each key once. Anything else is a UserError. */
function readYaml(text, fileName) {
    const at = (offset) => {
        const { line, column } = (0,base_lines/* lineOf */.cA)(text, offset);
        return `${fileName}:${line}:${column}`;
    };
    if (text.length > longest)
        throw new user_error/* UserError */.y(`${fileName}:1:1: the file is larger than 64 KiB; keep only settings in it`);
    refuseDeepBrackets(text, at);
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { prettyErrors: false, uniqueKeys: true, lineCounter: lines });
    refuseBroken(document, at, text);
    refuseExotic(document, at);
    const value = document.toJS({ maxAliasCount: 0 });
    return { ...places(document), value, file: { path: fileName, document, lines, value }, at };
}
// The parser runs out of memory on brackets nested thousands deep; its lexer does not.
function refuseDeepBrackets(text, at) {
    let depth = 0;
    let offset = 0;
    for (const token of new dist/* Lexer */.JG().lex(text)) {
        if (token === '[' || token === '{')
            depth += 1;
        if (token === ']' || token === '}')
            depth -= 1;
        if (depth > yaml_text_deepest)
            throw new user_error/* UserError */.y(`${at(offset)}: brackets are nested more than ${yaml_text_deepest} deep; write a flat list`);
        if (!standsForNoText(token))
            offset += token.length;
    }
}
function standsForNoText(token) {
    const type = dist/* CST */.DB.tokenType(token);
    return type === 'doc-mode' || type === 'flow-error-end' || type === 'scalar';
}
function refuseBroken(document, at, text) {
    const [problem] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
    if (!problem)
        return;
    const [start, end] = problem.pos;
    throw new user_error/* UserError */.y(`${at(start)}: ${inPlainWords(problem.code, problem.message, text.slice(start, end))}`);
}
function inPlainWords(code, message, text) {
    switch (code) {
        case 'DUPLICATE_KEY':
            return 'this key stands twice; keep one of them';
        case 'TAB_AS_INDENT':
            return 'a tab indents this line; write spaces';
        case 'MULTIPLE_DOCS':
            return 'a second document begins; keep one and remove the `---`';
        case 'TAG_RESOLVE_FAILED':
            return 'a tag stands before the value; remove the word that begins with `!`';
        case 'RESOURCE_EXHAUSTION':
            return 'the file is nested too deep; write `setting: value` lines';
        default:
            return `this is not YAML (${firstLine(message)}${text.trim() === '' ? '' : ` at \`${firstLine(text)}\``}); write \`setting: value\` lines, with text in quotes where it holds \`: \``;
    }
}
function firstLine(text) {
    return (text.split('\n', 1)[0] ?? '').slice(0, 80);
}
function refuseExotic(document, at) {
    (0,dist/* visit */.YR)(document, {
        Alias: (_, node) => {
            throw new user_error/* UserError */.y(`${at(node.range?.[0] ?? 0)}: an alias stands here; write the value itself`);
        },
        Pair: (_, pair) => {
            if ((0,dist/* isScalar */.jn)(pair.key) || (0,dist/* isAlias */.Vj)(pair.key))
                return;
            const offset = (0,dist/* isNode */.Ll)(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
            throw new user_error/* UserError */.y(`${at(offset)}: the key is a list or a mapping; write a word`);
        },
    });
}
function places(document) {
    const node = (place) => (place.length === 0 ? document.contents : document.getIn(place, true));
    return {
        get: place => {
            const found = node(place);
            return (0,dist/* isNode */.Ll)(found) ? found.toJS(document) : found;
        },
        has: place => place.length === 0 || document.hasIn(place),
        valueOffset: place => {
            const found = node(place);
            return (0,dist/* isNode */.Ll)(found) ? (found.range?.[0] ?? 0) : 0;
        },
        keyOffset: (place, key) => {
            const found = node(place);
            const pair = (0,dist/* isMap */.jh)(found)
                ? found.items.find(item => (0,dist/* isScalar */.jn)(item.key) && String(item.key.value) === key)
                : undefined;
            return pair && (0,dist/* isScalar */.jn)(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
        },
    };
}

;// CONCATENATED MODULE: ./src/policy/configuration.ts












/** Reads a `.modelgate.yml`. The first thing wrong in it ends in a UserError that names its place and the remedy. */
function parseConfiguration(text, fileName, known) {
    const yaml = readYaml(text, fileName);
    if (yaml.value === null)
        return policy_settings/* defaultConfiguration */._0;
    const settings = settingsSchema(known.ruleIds).safeParse(yaml.value);
    const entries = own_schema_ownSchema.safeParse(isMapping(yaml.value) ? yaml.value : {});
    if (!settings.success || !entries.success) {
        const own = entries.error ? [firstMistake(yaml.file, entries.error, own_schema_ownSchema)] : [];
        throw firstOf([...own, ...problemsIn(settings.error?.issues ?? [], yaml, known.ruleIds)], yaml);
    }
    ownEntriesHold(yaml.file, entries.data, known);
    refuseTwice(yaml, 'words', settings.data.words ?? {});
    refuseTwice(yaml, 'metrics', settings.data.metrics ?? {});
    const lineAt = (offset) => (0,base_lines/* lineOf */.cA)(text, offset).line;
    return toConfiguration(settings.data, entries.data, (0,external_node_path_.basename)(fileName), index => lineAt(yaml.valueOffset(['waivers', index])));
}
function toConfiguration(settings, entries, file, waiverLine) {
    const { words, metrics } = settings;
    const trusted = settings['trusted-environments'] ?? [];
    return {
        ...policy_settings/* defaultConfiguration */._0,
        file,
        policyFrom: settings['policy-from'] ?? policy_settings/* defaultConfiguration */._0.policyFrom,
        failOn: settings['fail-on'] ?? policy_settings/* defaultConfiguration */._0.failOn,
        ...rulesOf(settings.rules ?? {}),
        paths: (settings.paths ?? []).map(toPathPolicy),
        ignore: settings.ignore ?? [],
        own: {
            guards: (entries.guards ?? []).map(guard => own_ownGuard(guard, file)),
            sinks: (entries.sinks ?? []).map(sink => own_ownSink(sink, file)),
            words: { production: words?.production ?? [], other: words?.other ?? [] },
            metrics: Object.fromEntries(own/* metricLists */.KN.map(list => [list, metrics?.[list] ?? []])),
            trusted: { environments: trusted, guards: trusted.map(name => trusting(name, file)) },
            require: settings.promotion?.require ?? [],
        },
        limits: (0,policy_settings/* limitsFrom */.Dd)(settings.limits ?? {}),
        waivers: (settings.waivers ?? []).map((waiver, index) => toWaiver(waiver, waiverLine(index))),
        baselineFile: settings.baseline ?? null,
    };
}
function rulesOf(rules) {
    const given = Object.entries(rules).map(([id, value]) => ({
        id,
        level: typeof value === 'string' ? value : value?.level,
        bar: typeof value === 'string' ? undefined : value?.['fail-on'],
    }));
    return {
        rules: new Map(given.flatMap(({ id, level }) => (level ? [[id, level]] : []))),
        bars: new Map(given.flatMap(({ id, bar }) => (bar ? [[id, bar]] : []))),
    };
}
function toPathPolicy(entry) {
    const levels = Object.entries(entry.rules ?? {}).flatMap(([id, level]) => level ? [[id, level]] : []);
    return { paths: entry.path, rules: new Map(levels), failOn: entry['fail-on'] ?? null };
}
function toWaiver(entry, line) {
    return { ...entry, fingerprint: entry.fingerprint ?? null, line };
}
function refuseTwice(yaml, section, lists) {
    const seen = new Map();
    for (const [list, words] of Object.entries(lists))
        for (const [index, word] of (words ?? []).entries()) {
            const before = seen.get(word.toLowerCase());
            seen.set(word.toLowerCase(), list);
            if (before === undefined || before === list)
                continue;
            const says = `\`${shorten(word)}\` stands in \`${before}\` and in \`${list}\`; keep it in one of them`;
            throw new user_error/* UserError */.y(`${yaml.at(yaml.valueOffset([section, list, index]))}: ${says}`);
        }
}
function isMapping(value) {
    return typeof value === 'object' && !Array.isArray(value);
}
function firstOf(problems, yaml) {
    const [first] = problems.toSorted((a, b) => Number(a.missing ?? false) - Number(b.missing ?? false) || a.offset - b.offset);
    return new user_error/* UserError */.y(`${yaml.at(first?.offset ?? 0)}: ${first?.says ?? 'this is no configuration'}`);
}


/***/ })

};
;