"use strict";
exports.id = 357;
exports.ids = [357];
exports.modules = {

/***/ 7357:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseConfiguration: () => (/* binding */ parseConfiguration)
});

// UNUSED EXPORTS: configurationNames, defaultConfiguration, failOnLevels

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
// EXTERNAL MODULE: ./src/base/nearest.ts
var nearest = __webpack_require__(8859);
// EXTERNAL MODULE: ./src/base/user-error.ts
var user_error = __webpack_require__(4813);
// EXTERNAL MODULE: ./src/policy/settings.ts
var policy_settings = __webpack_require__(3693);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/base/lines.ts
var lines = __webpack_require__(8114);
;// CONCATENATED MODULE: ./src/policy/yaml-text.ts



const longest = 64 * 1024;
const deepest = 20;
/** Reads a YAML document of plain values: no aliases, no tags, each key once. Anything else is a UserError. */
function readYaml(text, fileName) {
    const at = (offset) => {
        const { line, column } = (0,lines/* lineOf */.cA)(text, offset);
        return `${fileName}:${line}:${column}`;
    };
    if (text.length > longest)
        throw new user_error/* UserError */.y(`${fileName}:1:1: the file is larger than 64 KiB; keep only settings in it`);
    refuseDeepBrackets(text, at);
    const document = (0,dist/* parseDocument */.Tp)(text, { prettyErrors: false, uniqueKeys: true });
    refuseBroken(document, at, text);
    refuseExotic(document, at);
    return { ...places(document), value: document.toJS({ maxAliasCount: 0 }), at };
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






const ruleLevels = ['error', 'warning', 'note', 'off'];
/** Reads a `.modelgate.yml`. The first thing wrong in it ends in a UserError that names its place and the remedy. */
function parseConfiguration(text, fileName, knownRuleIds) {
    const yaml = readYaml(text, fileName);
    if (yaml.value === null)
        return policy_settings/* defaultConfiguration */._0;
    const read = settingsSchema(knownRuleIds).safeParse(yaml.value);
    if (!read.success)
        throw firstProblem(read.error.issues, yaml, knownRuleIds);
    return toConfiguration(read.data);
}
// Each `error` is the remedy; what is wrong is said from the value that stands there.
function settingsSchema(ruleIds) {
    const level = schemas/* enum */.k5n(ruleLevels, { error: `write ${either(ruleLevels)}` });
    const words = textList('write a list of words, for example `[live, serving]`').nullish();
    return schemas/* strictObject */.rej({
        'fail-on': schemas/* enum */.k5n(policy_settings/* failOnLevels */.RV, { error: `write ${either(policy_settings/* failOnLevels */.RV)}` }).optional(),
        rules: schemas/* strictObject */.rej(Object.fromEntries(ruleIds.map(id => [id, level.optional()])), {
            error: 'write one `rule-id: level` a line',
        })
            .nullish(),
        ignore: textList('write a list of patterns, for example `[build/, "*_test.py"]`').nullish(),
        production: schemas/* strictObject */.rej({ words, not: words }, { error: 'write `words: [live]` or `not: [shadow]` below it' })
            .nullish(),
    }, { error: 'write `setting: value` lines, for example `fail-on: warning`' });
}
function textList(remedy) {
    const text = schemas/* string */.YjP({ error: 'write text, in quotes where it looks like a number' })
        .refine(s => s.trim() !== '', {
        error: 'write some text, or remove it',
    });
    return schemas/* array */.YOg(text, { error: remedy });
}
function toConfiguration(settings) {
    const rules = Object.entries(settings.rules ?? {}).flatMap(([id, level]) => level ? [[id, level]] : []);
    return {
        failOn: settings['fail-on'] ?? policy_settings/* defaultConfiguration */._0.failOn,
        rules: new Map(rules),
        ignore: settings.ignore ?? [],
        production: { words: settings.production?.words ?? [], not: settings.production?.not ?? [] },
    };
}
function firstProblem(issues, yaml, ruleIds) {
    const problems = issues.flatMap(issue => problemsOf(issue, yaml, ruleIds));
    const [first] = problems.sort((a, b) => a.offset - b.offset);
    return new user_error/* UserError */.y(`${yaml.at(first?.offset ?? 0)}: ${first?.says ?? 'this is no configuration'}`);
}
function problemsOf(issue, yaml, ruleIds) {
    const path = issue.path.filter(key => typeof key !== 'symbol');
    if (issue.code === 'unrecognized_keys')
        return issue.keys.map(key => ({
            offset: yaml.keyOffset(path, key),
            says: unknownKey(path, key, ruleIds),
        }));
    return [{ offset: yaml.valueOffset(path), says: wrongValue(path, yaml.get(path), issue.message) }];
}
function unknownKey(path, key, ruleIds) {
    const inRules = path[0] === 'rules';
    const valid = inRules ? ruleIds : path[0] === 'production' ? ['words', 'not'] : topLevel;
    const guess = (0,nearest/* nearest */.p)(key, valid);
    const remedy = guess
        ? `write \`${guess}\``
        : inRules
            ? '`modelgate rules` lists them'
            : `write ${either(valid)}`;
    return `\`${shorten(key)}\` is no ${inRules ? 'rule' : 'setting'}; ${remedy}`;
}
const topLevel = ['fail-on', 'rules', 'ignore', 'production'];
function wrongValue(path, value, remedy) {
    return `${path.length === 0 ? 'the file' : `\`${configuration_name(path)}\``} is ${describe(value)}; ${remedy}`;
}
function configuration_name(path) {
    return path
        .map(key => (typeof key === 'number' ? `[${key}]` : `.${key}`))
        .join('')
        .replace(/^\./, '');
}
function describe(value) {
    if (value === null || value === undefined || value === '')
        return 'empty';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a mapping';
    return `\`${shorten(String(value))}\``;
}
function shorten(text) {
    return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
function either(words) {
    const quoted = words.map(word => `\`${word}\``);
    return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}


/***/ })

};
;