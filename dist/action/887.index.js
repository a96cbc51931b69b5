"use strict";
exports.id = 887;
exports.ids = [887];
exports.modules = {

/***/ 6887:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  terraformFrontend: () => (/* binding */ terraformFrontend)
});

// EXTERNAL MODULE: ./src/base/lines.ts
var lines = __webpack_require__(8114);
// EXTERNAL MODULE: ./src/frontends/parser.ts
var parser = __webpack_require__(4514);
// EXTERNAL MODULE: ./src/frontends/remarks/tree.ts
var tree = __webpack_require__(5183);
// EXTERNAL MODULE: ./src/program/index.ts + 4 modules
var program = __webpack_require__(9081);
// EXTERNAL MODULE: ./src/frontends/bounds.ts
var bounds = __webpack_require__(7508);
;// CONCATENATED MODULE: ./src/frontends/terraform/expressions.ts


const most = 100_000;
const deepest = 60;
function openBudget() {
    const budget = {
        left: most,
        exceeded: false,
        spend: (depth) => {
            budget.left -= 1;
            const fits = depth <= (0,bounds/* depthWithin */.pQ)(deepest) && budget.left >= 0;
            if (!fits)
                budget.exceeded = true;
            return fits;
        },
    };
    return budget;
}
const unknown = { kind: 'unknown' };
/** What an expression stands for: literals, texts with holes, lists, maps; references by their names; what is computed is unknown. */
function meant(node, depth, budget) {
    if (!budget.spend(depth))
        return unknown;
    const parts = node.namedChildren.flatMap(child => child ?? []).filter(({ type }) => type !== 'comment');
    const [first] = parts;
    const inside = (part) => meant(part, depth + 1, budget);
    switch (node.type) {
        case 'expression':
            if (first?.type === 'variable_expr')
                return referenceOf(parts);
            return first && parts.length === 1 ? inside(first) : unknown;
        case 'literal_value':
        case 'template_expr':
        case 'collection_value':
            return first ? inside(first) : unknown;
        case 'string_lit':
        case 'quoted_template':
        case 'heredoc_template':
            return textOf(node, parts, inside);
        case 'template_interpolation': {
            const inner = parts.find(({ type }) => type === 'expression');
            return inner ? inside(inner) : unknown;
        }
        case 'numeric_lit':
            return Number.isFinite(Number(node.text)) ? (0,program/* constant */.dY)(Number(node.text)) : unknown;
        case 'bool_lit':
            return (0,program/* constant */.dY)(node.text === 'true');
        case 'null_lit':
            return (0,program/* constant */.dY)(null);
        case 'tuple':
            return { kind: 'collection', items: parts.filter(isExpression).map(inside) };
        case 'object':
            return {
                kind: 'dictionary',
                entries: parts.filter(({ type }) => type === 'object_elem').map(elem => entryOf(elem, inside)),
            };
        case 'function_call':
            return resultOf(parts, inside);
        case 'conditional':
            return (0,program/* mixOf */._m)(parts.filter(isExpression).slice(1).map(inside));
        default:
            return unknown;
    }
}
function isExpression({ type }) {
    return type === 'expression';
}
// `var.stage`, `module.churn.name`; a look-up by an index is computed.
function referenceOf(parts) {
    if (parts.some(({ type }) => type !== 'variable_expr' && type !== 'get_attr'))
        return unknown;
    return { kind: 'name', name: parts.map(({ text }) => text).join(''), from: null, dots: 0 };
}
// The parser leaves out blanks around a hole, so texts are taken from between the holes.
function textOf(node, parts, inside) {
    const { text, startIndex } = node;
    const [from, to] = contentOf(node.type, text);
    const holes = parts.filter(({ type }) => type.startsWith('template_i') || type === 'template_directive');
    const values = [];
    let at = from;
    for (const hole of holes.filter(({ type }) => !/_(?:start|end)$/.test(type))) {
        values.push((0,program/* constant */.dY)(unescaped(text.slice(at, hole.startIndex - startIndex))), inside(hole));
        at = hole.endIndex - startIndex;
    }
    values.push((0,program/* constant */.dY)(unescaped(text.slice(at, to))));
    const [only, second] = values.filter(value => value.kind !== 'constant' || value.value !== '');
    if (!only)
        return (0,program/* constant */.dY)('');
    if (!second && only.kind === 'constant')
        return only;
    return { kind: 'text', parts: values };
}
function contentOf(type, text) {
    if (type !== 'heredoc_template')
        return [1, text.length - 1];
    return [text.indexOf('\n') + 1, Math.max(text.lastIndexOf('\n'), 0) + 1];
}
function unescaped(text) {
    return text.replace(/\\(["\\])/g, '$1');
}
function entryOf(elem, inside) {
    const key = elem.childForFieldName('key');
    const value = elem.childForFieldName('val');
    // A bare word in place of a key is that word.
    const bare = key && /^[\w-]+$/.test(key.text) ? (0,program/* constant */.dY)(key.text) : null;
    return { key: bare ?? (key ? inside(key) : unknown), value: value ? inside(value) : unknown };
}
// Functions that give back what they are given, as far as it matters here.
const same = new Set([
    'jsonencode',
    'tostring',
    'tonumber',
    'trimspace',
    'lower',
    'nonsensitive',
    'sensitive',
]);
const either = new Set(['coalesce', 'try']);
function resultOf(parts, inside) {
    const name = parts[0]?.text ?? '';
    const list = parts.find(({ type }) => type === 'function_arguments');
    const args = (list?.namedChildren ?? []).flatMap(child => (child && isExpression(child) ? [child] : []));
    const [first] = args;
    if (first && args.length === 1 && same.has(name))
        return inside(first);
    return args.length > 0 && either.has(name) ? (0,program/* mixOf */._m)(args.map(inside)) : unknown;
}

;// CONCATENATED MODULE: ./src/frontends/terraform/blocks.ts


/** The blocks of a file, and the settings that stand in none of them. */
function readBody(file, root) {
    const budget = openBudget();
    const body = partsOf(root).find(({ type }) => type === 'body');
    const parts = body ? partsOf(body) : [];
    const settings = parts.filter(({ type }) => type === 'attribute');
    const blocks = parts.flatMap(part => (part.type === 'block' ? declaredBy(file, part, budget) : []));
    const value = { kind: 'dictionary', entries: settings.flatMap(part => settingOf(part, budget)) };
    const span = { file, start: 0, end: 0 };
    const own = settings.length > 0 ? [{ type: '', labels: [], value, span }] : [];
    return { blocks: [...own, ...blocks], complete: !budget.exceeded };
}
function partsOf(node) {
    return node.namedChildren.flatMap(child => child ?? []);
}
function declaredBy(file, block, budget) {
    const { type, labels } = headOf(block);
    const span = { file, start: block.startIndex, end: block.endIndex };
    return { type, labels, value: bodyOf(block, 0, budget), span };
}
function headOf(block) {
    const [type = '', ...labels] = partsOf(block).flatMap(part => {
        if (part.type === 'identifier')
            return [part.text];
        return part.type === 'string_lit' ? [part.text.slice(1, -1)] : [];
    });
    return { type, labels };
}
function settingOf(attribute, budget) {
    const [key, value] = partsOf(attribute);
    return key && value ? [{ key: (0,program/* constant */.dY)(key.text), value: meant(value, 0, budget) }] : [];
}
function bodyOf(block, depth, budget) {
    const body = partsOf(block).find(({ type }) => type === 'body');
    const found = [];
    for (const part of body ? partsOf(body) : []) {
        if (!budget.spend(depth))
            break;
        if (part.type === 'attribute')
            for (const { key, value } of settingOf(part, budget))
                if (key?.kind === 'constant')
                    found.push([String(key.value), value]);
        if (part.type === 'block')
            found.push(innerOf(part, depth, budget));
    }
    return { kind: 'dictionary', entries: grouped(found) };
}
// `dynamic "alarms" { content { \u2026 } }` makes blocks of the name in its label.
function innerOf(block, depth, budget) {
    const { type, labels } = headOf(block);
    const value = bodyOf(block, depth + 1, budget);
    const content = value.entries.find(({ key }) => key?.kind === 'constant' && key.value === 'content');
    return type === 'dynamic' && labels[0] ? [labels[0], content?.value ?? value] : [type, value];
}
// A block may stand several times, which makes a list.
function grouped(found) {
    const byName = new Map();
    for (const [name, value] of found)
        byName.set(name, [...(byName.get(name) ?? []), value]);
    return [...byName].flatMap(([name, values]) => {
        const [first] = values;
        if (!first)
            return [];
        return [
            { key: (0,program/* constant */.dY)(name), value: values.length === 1 ? first : { kind: 'collection', items: values } },
        ];
    });
}

// EXTERNAL MODULE: ./src/frontends/terraform/kinds.ts
var kinds = __webpack_require__(8677);
;// CONCATENATED MODULE: ./src/frontends/terraform/index.ts





/** Terraform and OpenTofu: what their files declare. Nothing in them runs by itself. */
function terraformFrontend(grammar) {
    return {
        name: 'terraform',
        alone: true,
        claims: kinds/* claimsTerraform */.s,
        // The end of a long text needs a line of its own, and files may lack the last one.
        read: file => grammar.parse(`${file.text}\n`, (root, givenUp) => readFile(file, root, givenUp)),
        comments: ({ text }) => grammar.parse(`${text}\n`, root => (0,tree/* commentsOf */.u)(root, text, shape)),
    };
}
const shape = { lists: new Set(['body']), bodies: new Set(['body']) };
function readFile(file, root, givenUp) {
    const { blocks, complete } = readBody(file, root);
    const broken = root.hasError ? brokenAt(file, root) : null;
    const notices = broken ? [broken] : [];
    if (!complete)
        notices.push({ path: file.path, line: 0, kind: 'limit', message: tooMuch });
    if (givenUp > 0)
        notices.push((0,parser/* givenUpNotice */.FV)(file.path, givenUp));
    const declared = { blocks, broken: notices.length > 0 };
    return { units: [], classes: [], settings: [], stars: [], notices, declared };
}
const tooMuch = 'It holds more, or is nested deeper, than is read.';
const message = 'The configuration could not be understood here; the rest of the file was read as far as it could be.';
function brokenAt(file, root) {
    return { path: file.path, line: (0,lines/* lineOf */.cA)(file.text, problemIn(root)).line, kind: 'syntax', message };
}
// The first place that the parser made no sense of.
function problemIn(root) {
    let at = root;
    for (let depth = 0; depth < 200 && at.type !== 'ERROR' && !at.isMissing; depth += 1) {
        const inner = at.children.find(child => child?.hasError || child?.isMissing);
        if (!inner)
            break;
        at = inner;
    }
    return at.startIndex;
}


/***/ })

};
;