"use strict";
exports.id = 951;
exports.ids = [951];
exports.modules = {

/***/ 6951:
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
// EXTERNAL MODULE: ./src/rules/check.ts
var check = __webpack_require__(2391);
// EXTERNAL MODULE: ./src/rules/own.ts
var own = __webpack_require__(2015);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
// EXTERNAL MODULE: ./src/base/nearest.ts
var nearest = __webpack_require__(8859);
// EXTERNAL MODULE: ./src/rules/consistency.ts
var consistency = __webpack_require__(3091);
// EXTERNAL MODULE: ./src/rules/guard-schema.ts
var guard_schema = __webpack_require__(9664);
// EXTERNAL MODULE: ./src/rules/sink-schema.ts
var sink_schema = __webpack_require__(2522);
// EXTERNAL MODULE: ./src/rules/yaml-file.ts
var yaml_file = __webpack_require__(7647);
;// CONCATENATED MODULE: ./src/rules/own-schema.ts






const provenance = { source: true, checked: true };
// YAML reads `true` as no text.
const holds = schemas/* preprocess */.vkY(value => (typeof value === 'boolean' ? String(value) : value), guard_schema/* guardSchema */.t8.shape.holds.extract(['no-exception', 'true', 'false']))
    .describe('how a call says that the check passed: by returning at all, or by what it returns');
const ownGuard = guard_schema/* guardSchema */.t8.omit(provenance).extend({
    kind: guard_schema/* guardSchema */.t8.shape.kind.exclude(['comparison']),
    holds,
    strength: schemas/* enum */.k5n(['strong', 'medium', 'weak']).default('strong'),
    says: guard_schema/* guardSchema */.t8.shape.says.optional(),
});
const ownSink = sink_schema/* sinkSchema */.HH
    .omit({ ...provenance, aspects: true })
    .extend({ says: sink_schema/* sinkSchema */.HH.shape.says.optional() });
/** The part of a configuration that names a project's own guards and sinks, in the words of the catalogue. */
const own_schema_ownSchema = schemas/* looseObject */._H3({
    guards: schemas/* array */.YOg(ownGuard).nullish(),
    sinks: schemas/* array */.YOg(ownSink).nullish(),
});
/** Throws a UserError for an entry that is right in itself and cannot work. */
function ownEntriesHold(file, { guards, sinks }, known) {
    guards?.forEach((guard, index) => {
        const keys = ['guards', index];
        callsHold(file, keys, guard.call);
        ownConditionsHold(file, [...keys, 'if'], guard.if, guard.parameters, known);
        subjectHolds(file, keys, guard);
    });
    sinks?.forEach((sink, index) => {
        const keys = ['sinks', index];
        callsHold(file, keys, sink.call);
        hazardHolds(file, [...keys, 'does'], sink.does, known.hazards);
        ownConditionsHold(file, [...keys, 'if'], sink.if, sink.parameters, known);
        sink.when.forEach((one, at) => {
            const place = [...keys, 'when', at];
            (0,consistency/* caseHolds */.zT)(file, place, one, at === sink.when.length - 1);
            if (one.report !== undefined)
                hazardHolds(file, [...place, 'report'], one.report, known.hazards);
            one.also?.forEach((hazard, i) => hazardHolds(file, [...place, 'also', i], hazard, known.hazards));
            ownConditionsHold(file, [...place, 'if'], one.if, sink.parameters, known);
        });
    });
}
// A repository brings its configuration along, and an expression can be written so that trying it never ends.
function ownConditionsHold(file, keys, conditions, parameters, known) {
    (0,consistency/* conditionsHold */.go)(file, keys, conditions, parameters, known.wordLists);
    for (const [name, matcher] of Object.entries(conditions ?? {}))
        if (typeof matcher === 'object' && matcher !== null && 'matches' in matcher)
            throw (0,yaml_file/* wrongKey */.PT)(file, [...keys, name], 'matches', '`matches` is for the catalogue only; write `one-of` or `suffix`');
}
function callsHold(file, keys, calls) {
    for (const call of calls) {
        const place = [...keys, 'call'];
        if (call.includes('*'))
            throw (0,yaml_file/* wrongValue */.NT)(file, place, `\`${call}\` names more than one function; write a line for each of them`);
        if ((0,consistency/* isQualifiedName */.Iw)(call) && call.includes('.'))
            continue;
        const says = `\`${call}\` is not the full name of a function; write it as an import would, with its module: \`acme.release.require_signoff\``;
        throw (0,yaml_file/* wrongValue */.NT)(file, place, says);
    }
}
function hazardHolds(file, keys, hazard, hazards) {
    if (hazards.includes(hazard))
        return;
    const guess = (0,nearest/* nearest */.p)(hazard, hazards);
    const choice = guess ? `\`${guess}\`` : `one of ${hazards.map(name => `\`${name}\``).join(', ')}`;
    throw (0,yaml_file/* wrongValue */.NT)(file, keys, `no rule reports \`${hazard}\`; write ${choice}`);
}
function subjectHolds(file, keys, guard) {
    const { kind, subject, parameters } = guard;
    if (kind === 'verification' && subject === undefined)
        throw (0,yaml_file/* wrongValue */.NT)(file, keys, 'a verification is of one artifact; add `subject:` with the name of the argument that holds it');
    const guess = subject === undefined || parameters.includes(subject) ? null : (0,nearest/* nearest */.p)(subject, parameters);
    if (guess)
        throw (0,yaml_file/* wrongValue */.NT)(file, [...keys, 'subject'], `\`${subject}\` is not a parameter of this call; write \`${guess}\``);
}

// EXTERNAL MODULE: ./src/policy/settings.ts
var policy_settings = __webpack_require__(3693);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
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
        metrics: metricsSchema().nullish(),
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
function metricsSchema() {
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
            says: unknownKey(path, key, ruleIds),
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
            offset: offsetOf(path, yaml),
            says: wrongValue(path, missing ? 'missing' : describe(value), remedy),
            missing,
        },
    ];
}
// Of a long list of names only the one that was meant is of use; a short one is its own remedy.
function nearestOf(value, values) {
    const names = values.filter(one => typeof one === 'string');
    return typeof value === 'string' && names.length > 3 && !names.includes('never') && !names.includes('off')
        ? (0,nearest/* nearest */.p)(value, names)
        : null;
}
// What is missing is told at the entry that lacks it.
function offsetOf(path, yaml) {
    for (let length = path.length; length > 0; length -= 1) {
        const place = path.slice(0, length);
        if (yaml.has(place))
            return yaml.valueOffset(place);
    }
    return yaml.valueOffset([]);
}
function unknownKey(path, key, ruleIds) {
    const inRules = path.at(-1) === 'rules';
    const valid = inRules ? ruleIds : (settingsIn.get(String(path[0] ?? '')) ?? topLevel);
    const guess = (0,nearest/* nearest */.p)(key, valid);
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
function wrongValue(path, what, remedy) {
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

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./src/policy/yaml-text.ts



const longest = 64 * 1024;
const deepest = 20;
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
        if (depth > deepest)
            throw new user_error/* UserError */.y(`${at(offset)}: brackets are nested more than ${deepest} deep; write a flat list`);
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
        const own = entries.error ? [(0,check/* firstMistake */.$)(yaml.file, entries.error, own_schema_ownSchema)] : [];
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