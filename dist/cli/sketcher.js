/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = require("node:crypto");
;// CONCATENATED MODULE: ./src/base/hash.ts

/** SHA-256 of the text as UTF-8, in lower-case hexadecimal. */
function sha256(text) {
    return createHash('sha256').update(text, 'utf8').digest('hex');
}
/** SHA-256 of several texts or bytes in their order, which tells where each of them ends. */
function hash_digestOf(parts) {
    const hash = (0,external_node_crypto_namespaceObject.createHash)('sha256');
    for (const part of parts) {
        hash.update(`${typeof part === 'string' ? `t${part.length}` : `b${part.byteLength}`}\n`);
        hash.update(part);
    }
    return hash.digest('hex');
}

;// CONCATENATED MODULE: ./src/base/names.ts
/**
 * Gives one string for all that are equal, and none that is a piece of a text: such a piece keeps the whole text in memory
 * for as long as it is held itself.
 */
function names_openNames() {
    const known = new Map();
    return name => {
        const before = known.get(name);
        if (before !== undefined)
            return before;
        const own = detached(name);
        known.set(own, own);
        return own;
    };
}
// V8 copies what is shorter.
const shortestPiece = 13;
/** An equal string that is no piece of another one. */
function detached(text) {
    if (text.length < shortestPiece)
        return text;
    // What comes from a parser of JSON stands by itself.
    return JSON.parse(JSON.stringify(text));
}

;// CONCATENATED MODULE: ./src/base/escaped.ts
/** A text as the part of a regular expression that stands for nothing but it. */
function escaped(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

;// CONCATENATED MODULE: ./src/analysis/commands/known.ts


/** Arranges what the catalogue knows of command lines. `sinks` are its own and those of the project. */
function arrangeCommands(catalogs, sinks) {
    const spelled = namesOf(catalogs, sinks)
        .filter(known_isCommand)
        .map(name => name.slice(2).split(' '));
    const grammars = new Map();
    for (const { command, flags, spellings } of catalogs.flatMap(catalog => catalog.programs))
        for (const program of command) {
            const known = grammars.get(program);
            grammars.set(program, {
                flags: new Set([...(known?.flags ?? []), ...flags]),
                spellings: new Map([...(known?.spellings ?? []), ...Object.entries(spellings)]),
            });
        }
    return {
        launchers: byFirstWord(catalogs.flatMap(catalog => catalog.launchers), launcher => launcher.command),
        commands: byFirstWord(spelled.sort((a, b) => b.length - a.length), words => [words[0] ?? '']),
        commandGrammar: program => grammars.get(program) ?? none,
        worktrees: new Map(catalogs.flatMap(({ worktrees }) => worktrees.flatMap(({ names, holds }) => names.map(name => [variableName(name), holds])))),
    };
}
// All that the catalogue has entries for.
function namesOf(catalogs, sinks) {
    const entries = catalogs.flatMap(({ guards, origins, results, digests = [] }) => [
        ...guards,
        ...origins,
        ...results,
        ...digests,
    ]);
    return [
        ...new Set([
            ...[...entries, ...sinks].flatMap(entry => entry.call),
            ...sinks.flatMap(({ aspects }) => aspects.flatMap(one => one.with?.call ?? [])),
            ...catalogs.flatMap(c => c.terminators),
        ]),
    ];
}
const none = { flags: new Set(), spellings: new Map() };
/** Whether a name of the catalogue is that of a command line. */
function known_isCommand(name) {
    return name.startsWith('$ ');
}
function byFirstWord(entries, wordsOf) {
    const found = new Map();
    for (const entry of entries)
        for (const first of new Set(wordsOf(entry).map(words => words.split(' ')[0] ?? '')))
            addTo(found, first, entry);
    return found;
}

;// CONCATENATED MODULE: ./src/base/exact.ts
/**
 * The same list with no room to grow, for those that are kept by the hundred thousand: most have one item or none, and a list
 * that `filter`, `flatMap` or `push` has made has room for seventeen.
 */
function exact_exact(list) {
    return list.length === 0 ? exact_none : list.slice();
}
// Frozen, since it is everybody's.
const exact_none = Object.freeze([]);

;// CONCATENATED MODULE: ./src/analysis/selection/brought.ts



/** What the imports of a file bring; `shared` gives one list for all that are equal. */
function brought_importsOf(path, written, modules, shared) {
    const found = written.flatMap(({ dots, base, name, bound }) => dots === 0 && base === ''
        ? plainImport(modules, path, name, bound)
        : namedImport(modules, path, dots, base, name, bound));
    return exact(found.map(each => (each.kind === 'own' ? { ...each, rest: shared(each.rest) } : each)));
}
/** Gives one list for all that are equal: many files import the same. */
function brought_openSharedNames() {
    const known = new Map();
    return names => keptIn(known, names.join('.'), () => names.slice());
}
// `import a.b` binds `a`, and loads `a.b` as well.
function plainImport(modules, from, name, bound) {
    if (bound !== name || !name.includes('.'))
        return targetOf(modules, from, 0, name, bound);
    const first = name.slice(0, name.indexOf('.'));
    const [outer] = targetOf(modules, from, 0, first, first);
    const [whole] = targetOf(modules, from, 0, name, '');
    if (outer?.kind === 'library')
        return whole?.kind === 'own' ? [outer, whole] : [{ ...outer, name }];
    return [outer, whole].filter(each => each !== undefined);
}
function namedImport(modules, from, dots, base, name, bound) {
    const full = [base, name === '*' ? '' : name].filter(Boolean).join('.');
    return targetOf(modules, from, dots, full, bound);
}
function targetOf(modules, from, dots, name, bound) {
    const own = dots > 0 ? findRelative(modules, name, dots, from) : findModule(modules, name, from);
    if (own)
        return [{ kind: 'own', bound, path: own.path, rest: own.rest }];
    return dots > 0 ? [] : [{ kind: 'library', bound, name }];
}

;// CONCATENATED MODULE: ./src/analysis/selection/layout.ts



/** Reads the layout of a file; `named` gives strings of their own for names that are pieces of its text. */
function layout_layoutOf(text, named = openNames()) {
    const lines = linesOf(text);
    const { starts, enclosing } = enclosingOf(lines, named);
    const pieces = piecesOf(text, lines, named);
    return { ...pieces, around: offset => enclosing[indexOf(starts, offset)] ?? [] };
}
// Where brackets do not match, what stands in one cannot be told.
function linesOf(text) {
    const { lines, matched } = linesIn(text);
    return lines.map(({ start, inside }, at) => {
        const line = text.slice(start, (lines[at + 1]?.start ?? text.length + 1) - 1);
        const indent = line.search(/\S/);
        const begins = inside === null || (inside === 'bracket' && !matched);
        return { start, text: line, indent: begins && !/[#)\]}]/.test(line[indent] ?? '') ? indent : -1 };
    });
}
const definition = /^\s*(?:async\s+)?(def|class)\s+(\w+)/;
function enclosingOf(lines, named) {
    let open = [];
    let names = [];
    const starts = [];
    const enclosing = [];
    for (const line of lines) {
        if (line.indent >= 0 && (open.at(-1)?.indent ?? -1) >= line.indent) {
            open = open.filter(o => o.indent < line.indent);
            names = layout_namesOf(open);
        }
        const opened = openedBy(line, open);
        if (opened.length > 0) {
            open = [...open, ...opened.map(one => ({ ...one, name: named(one.name) }))];
            // The bases and defaults of a definition are as good as inside of it.
            names = layout_namesOf(open);
        }
        if (enclosing.length > 0 && enclosing.at(-1) === names)
            continue;
        starts.push(line.start);
        enclosing.push(names);
    }
    return { starts, enclosing };
}
// A variable of the file holds what its lines make, and what a function makes that says so.
function openedBy({ indent, text }, open) {
    if (indent < 0)
        return [];
    const [, type, name] = definition.exec(text) ?? [];
    if (type && name)
        return [{ indent, type: type === 'def' ? 'def' : 'class', name }];
    const inner = open.findLast(o => o.type !== 'variable');
    const names = inner ? globalsIn(text) : new Set([...targetsOf(text), ...boundInside(text)]);
    // It goes on as long as the function does.
    return Array.from(names, variable => ({
        indent: inner?.indent ?? indent,
        type: 'variable',
        name: variable,
    }));
}
// What stands between two names is shared out in one way only.
const target = /^[ \t(*[]*\w+(?:[ \t]*[,)\]][ \t,)\](*[]*\w+)*(?:[ \t]*[,)\]][ \t,)\](*[]*|[ \t]*)(?::[^=]*)?=(?!=)/;
// `a = 1`, `a, (b, *c) = pair`, `a = b = 1`, `a: int = 1; b = 2`
function targetsOf(line) {
    return line.split(';').flatMap(statement => {
        const names = [];
        let rest = statement;
        for (let found = target.exec(rest)?.[0]; found !== undefined; found = target.exec(rest)?.[0]) {
            for (const [name] of found.replace(/:.*/s, '').matchAll(/\w+/g))
                names.push(name);
            rest = rest.slice(found.length);
        }
        return names;
    });
}
function layout_namesOf(open) {
    return open.map(({ type, name }, i) => {
        if (type !== 'def')
            return { name, kind: type };
        return { name, kind: open[i - 1]?.type === 'class' ? 'method' : 'function' };
    });
}
function piecesOf(text, lines, named) {
    const definitions = new Map();
    const decorated = new Map();
    const top = [];
    const heads = lines.filter(line => line.indent === 0);
    let from = 0;
    for (const [i, head] of heads.entries()) {
        if (head.text.startsWith('@'))
            continue;
        const stretch = { start: from, end: heads[i + 1]?.start ?? text.length };
        const piece = text.slice(stretch.start, stretch.end);
        from = stretch.end;
        const name = definition.exec(head.text)?.[2];
        for (const bound of new Set([...(name ? [name] : boundIn(piece)), ...globalsIn(piece)]))
            addTo(definitions, named(bound), stretch);
        if (name && piece.startsWith('@'))
            for (const [word] of piece.slice(0, piece.indexOf(head.text)).matchAll(/[A-Za-z_]\w*/g))
                addTo(decorated, named(word), named(name));
        if (!name && !/^(from|import)\b/.test(head.text))
            top.push(stretch);
    }
    return { definitions, decorated, top };
}
const binding = /(?:^|;)[ \t(*[]*(?:(?:async[ \t]+)?(?:def|class)[ \t]+)?(\w+)((?:[ \t]*[,)\]]+[ \t(*[]*\w+)*)/gm;
const chained = /=[ \t]*([A-Za-z_]\w*)(?=[ \t]*=(?!=))/g;
// What a line starts with is bound by it, or changed: `LIMITS["auc"] = 0.8`, `NAMES.append(\u2026)`; `LOW = LIMIT = 0.8`.
function boundIn(piece) {
    const names = new Set(Array.from(piece.matchAll(chained), ([, name = '']) => name));
    for (const [, first = '', others = ''] of piece.matchAll(binding)) {
        if (!keywords.has(first))
            names.add(first);
        for (const other of others.match(/\w+/g) ?? [])
            names.add(other);
    }
    for (const name of boundInside(piece))
        names.add(name);
    return names;
}
// A line may have megabytes, and a pattern that takes in all of it ends the stack.
const block = /^[ \t]{0,500}(?:async[ \t]{1,50})?(?:for[ \t]{1,50}([^\n]{1,300}?)[ \t]{1,50}in\b|with\b([^\n]{1,1000}))/gm;
const taken = /\bas[ \t]+([(*[ \t]*\w+(?:[ \t]*,[ \t*]*\w+)*)/g;
const assigned = /\b(\w{1,200})[ \t]{0,50}:=/g;
// `for name, other in pairs:`, `with opened() as name:`, `if (name := found()):`
function boundInside(piece) {
    const blocks = Array.from(piece.matchAll(block), ([, loop, context = '']) => loop === undefined ? Array.from(context.matchAll(taken), ([, name]) => name) : [loop]);
    const inside = Array.from(piece.matchAll(assigned), ([, name]) => name);
    return [...blocks.flat(), ...inside].flatMap(names => names?.match(/\w+/g) ?? []);
}
const global = /^[ \t]{1,500}global[ \t]{1,50}([\w \t,]{1,1000})/gm;
// The variables of the file that a function gives a value.
function globalsIn(piece) {
    if (!piece.includes('global'))
        return [];
    return Array.from(piece.matchAll(global), ([, names = '']) => names.match(/\w+/g) ?? []).flat();
}
// A line that begins with one of them binds what it says further on, which nobody asks for by that word.
const keywords = new Set('and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try while with yield'.split(' '));
function indexOf(starts, offset) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

;// CONCATENATED MODULE: ./src/analysis/selection/outlined.ts





/** Outlines a file. */
function outlined_openOutline(file, { imports, ...sketch }, probe, modules, shared) {
    return new FileOutline(file, sketch, importsOf(file.path, imports, modules, shared.rest), probe, shared);
}
// In most files there are too few to be worth a map of their own.
const fewImports = 40;
const noImports = (/* unused pure expression or super */ null && ([]));
// A class, since there are as many as files: functions that are made for each of them would take most of the memory.
class FileOutline {
    file;
    sketch;
    imports;
    probe;
    shared;
    byName = null;
    standing = null;
    laid = null;
    constructor(file, sketch, imports, probe, shared) {
        this.file = file;
        this.sketch = sketch;
        this.imports = imports;
        this.probe = probe;
        this.shared = shared;
    }
    says(name) {
        return this.probe.says(name);
    }
    defines(name) {
        return this.probe.defines(name);
    }
    matches(pattern) {
        return this.probe.matches(pattern);
    }
    uses() {
        return this.probe.uses();
    }
    boundTo(name) {
        if (this.imports.length <= fewImports)
            return this.imports.filter(each => each.bound === name);
        this.byName ??= byBound(this.imports);
        return this.byName.get(name) ?? noImports;
    }
    alone() {
        this.standing ??= aloneIn(withoutImports(withoutTexts(this.file.text)), new Set(this.imports.map(each => each.bound)), this.shared.named);
        return this.standing;
    }
    code() {
        return this.shared.code(this.file);
    }
    layout() {
        this.laid ??= layoutOf(this.code(), this.shared.named);
        return this.laid;
    }
}
function byBound(imports) {
    const found = new Map();
    for (const each of imports)
        addTo(found, each.bound, each);
    return found;
}
// Nothing more is taken from it there, no text says it, and it is not what gets a value.
// Of what may follow, these words let it be the value: `pickle if fast else dill`.
const onward = String.raw `(?![ \t]*[."']|[ \t]+(?!(?:if|else|or|and|for)\b)\w)`;
const standing = new RegExp(String.raw `(?<![.\w"'])(?:[A-Za-z_]\w*(?![\w"'])${onward}|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+(?![\w"'])(?![ \t]*\()${onward})(?!\s*=[^=])`, 'g');
function aloneIn(code, bound, named) {
    const found = new Set();
    for (const [name] of code.matchAll(standing)) {
        const end = name.indexOf('.');
        if (!found.has(name) && bound.has(end < 0 ? name : name.slice(0, end)))
            found.add(named(name));
    }
    return found;
}

;// CONCATENATED MODULE: ./src/analysis/selection/outline.ts






/** Outlines files; `modules` knows the names of all of them. */
function outline(files, modules, sketchOf, probeOf) {
    const shared = { rest: openSharedNames(), named: openNames(), code: openCodes() };
    const outlined = (file) => {
        const sketch = sketchOf(file);
        return openOutline(file, sketch, probeOf(file, sketch), modules, shared);
    };
    const byPath = new Map(files.map(file => [file.path, outlined(file)]));
    const importers = new Map();
    for (const [path, { imports }] of byPath)
        for (const imported of new Set(imports.flatMap(each => (each.kind === 'own' ? [each.path] : []))))
            addTo(importers, imported, path);
    const { named } = shared;
    const asked = { name: '', said: new Map(), stars: new Map() };
    return { modules, byPath, importers, named, users: new Map(), followed: new Map(), asked };
}
/** The imports that bring a file, or a name of it; those of the name come last. */
function usersOf(outlines, path, name) {
    const { whole, byName } = keptIn(outlines.users, path, () => findUsers(outlines, path));
    const named = byName.get(name);
    if (!named)
        return whole;
    return whole.length === 0 ? named : [...whole, ...named];
}
function findUsers({ importers, byPath }, path) {
    const whole = [];
    const byName = new Map();
    for (const user of importers.get(path) ?? [])
        for (const each of byPath.get(user)?.imports ?? []) {
            if (each.kind !== 'own' || each.path !== path)
                continue;
            const [name] = each.rest;
            if (name === undefined)
                whole.push({ path: user, import: each });
            else
                addTo(byName, name, { path: user, import: each });
        }
    return { whole, byName };
}
/** The files that import a file, or something by way of it. */
function outline_importersOf(outlines, path) {
    return outlines.importers.get(path) ?? [];
}

;// CONCATENATED MODULE: ./src/analysis/selection/neighbours.ts


/** Asks nothing yet. */
function openNeighbourhood(outlines) {
    return { outlines, known: new Map() };
}
/** What half of a repository imports hands nothing particular from one of its users to another. */
const mostUsers = 250;
/**
 * The files to which an object may be handed on from where it is made, over so many files at most. An importer may hand it
 * further in any direction. What it is handed down to hands it up again only where few others import that.
 */
function within(neighbourhood, start, hops) {
    const reached = new Set(start);
    const raised = new Set(start);
    let frontier = new Set(start);
    for (let hop = 0; hop < hops; hop += 1) {
        const next = new Set();
        for (const path of frontier) {
            const { imported, importers } = neighbours_neighboursOf(neighbourhood, path);
            for (const other of imported)
                if (!reached.has(other))
                    next.add(other);
            if (!raised.has(path) && importers.length > mostUsers)
                continue;
            for (const other of importers.filter(each => !raised.has(each))) {
                next.add(other);
                raised.add(other);
            }
        }
        for (const path of next)
            reached.add(path);
        frontier = next;
    }
    return reached;
}
/**
 * The files in which a value that others write down may be used: whoever imports one of these may hand it down to what it
 * imports itself. Two files that import the same one hand each other nothing.
 */
function below(neighbourhood, start, hops) {
    const above = new Set(start);
    const reached = new Set(start);
    let frontier = start;
    for (let hop = 0; hop < hops; hop += 1) {
        const next = new Set();
        for (const path of frontier) {
            const { imported, importers } = neighbours_neighboursOf(neighbourhood, path);
            for (const other of imported)
                if (!reached.has(other))
                    next.add(other);
            if (!above.has(path))
                continue;
            for (const other of importers.filter(each => !above.has(each))) {
                above.add(other);
                next.add(other);
            }
        }
        for (const path of next)
            reached.add(path);
        frontier = [...next];
    }
    return reached;
}
function neighbours_neighboursOf({ outlines, known }, path) {
    const before = known.get(path);
    if (before)
        return before;
    const imported = (outlines.byPath.get(path)?.imports ?? []).flatMap(each => each.kind === 'own' ? [each.path, ...throughPackages(outlines, each).map(last => last.at)] : []);
    const found = { imported: [...new Set(imported)], importers: importersOf(outlines, path) };
    known.set(path, found);
    return found;
}

;// CONCATENATED MODULE: ./src/analysis/selection/lexemes.ts
/** Where the text literal of Python ends whose first quote stands at `start`: behind its last one. */
function lexemes_stringEnd(text, start) {
    const quote = text.charAt(start);
    const triple = quote.repeat(3);
    if (!text.startsWith(triple, start))
        return shortEnd(text, start, quote);
    for (let at = text.indexOf(triple, start + 3); at !== -1; at = text.indexOf(triple, at + 1))
        if (!isEscaped(text, at))
            return at + 3;
    return text.length;
}
// A text in single quotes ends with its line.
function shortEnd(text, start, quote) {
    for (let at = start + 1; at < text.length; at += 1) {
        const here = text.charCodeAt(at);
        if (here === backslash)
            at += 1;
        else if (here === lineFeed)
            return at;
        else if (here === quote.charCodeAt(0))
            return at + 1;
    }
    return text.length;
}
const backslash = 0x5c;
const lineFeed = 0x0a;
function isEscaped(text, at) {
    let before = at;
    while (text.charCodeAt(before - 1) === backslash)
        before -= 1;
    return (at - before) % 2 === 1;
}
/** Where the line begins in which `at` lies. */
function lineStart(text, at) {
    return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}
/** Where the line ends in which `at` lies: at its line feed, or at the end of the text. */
function lexemes_lineEnd(text, at) {
    const end = text.indexOf('\n', at);
    return end === -1 ? text.length : end;
}
/** The lines of a text, and whether each bracket in it closes one that is open. */
function lexemes_linesIn(text) {
    const lines = [{ start: 0, inside: null }];
    let depth = 0;
    let matched = true;
    const next = /["'#()[\]{}\\\n]/g;
    for (let match = next.exec(text); match; match = next.exec(text)) {
        const { index } = match;
        const [sign] = match;
        if (sign === '\n')
            lines.push({ start: index + 1, inside: depth === 0 ? null : 'bracket' });
        else if ('([{'.includes(sign))
            depth += 1;
        else if (')]}'.includes(sign)) {
            if (depth === 0)
                matched = false;
            else
                depth -= 1;
        }
        else {
            next.lastIndex = endOf(text, sign, index);
            for (let at = index; at < next.lastIndex; at += 1)
                if (text.charCodeAt(at) === lineFeed)
                    lines.push({ start: at + 1, inside: 'text' });
        }
    }
    return { lines, matched: matched && depth === 0 };
}
function endOf(text, sign, start) {
    if (sign === '#')
        return lexemes_lineEnd(text, start);
    if (sign === '\\')
        return text.startsWith('\r\n', start + 1) ? start + 3 : start + 2;
    return lexemes_stringEnd(text, start);
}

;// CONCATENATED MODULE: ./src/analysis/selection/prose.ts

/**
 * The text of a Python file with its whole-line comments and the documentation of its functions and classes blanked out:
 * every offset stays. What cannot be told for sure stays too.
 */
function withoutProse(text) {
    const pieces = [];
    let from = 0;
    for (const { start, end } of proseIn(text)) {
        pieces.push(text.slice(from, start), ' '.repeat(end - start));
        from = end;
    }
    return from === 0 ? text : pieces.join('') + text.slice(from);
}
/** The text of a Python file without what its texts and comments say; a text that may hold code (`f"{path}"`) stays. */
function prose_withoutTexts(text) {
    const pieces = [];
    let from = 0;
    const next = /["'#]/g;
    for (let match = next.exec(text); match; match = next.exec(text)) {
        const start = match.index;
        const end = match[0] === '#' ? lineEnd(text, start) : stringEnd(text, start);
        next.lastIndex = end;
        if (match[0] !== '#' && isFormatted(text, start))
            continue;
        pieces.push(text.slice(from, start), ' '.repeat(end - start));
        from = end;
    }
    return from === 0 ? text : pieces.join('') + text.slice(from);
}
function isFormatted(text, quote) {
    return /(?:^|\W)[rR]?[fFtT][rR]?$/.test(text.slice(Math.max(0, quote - 3), quote));
}
function proseIn(text) {
    const found = [];
    const next = /["'#]/g;
    for (let match = next.exec(text); match; match = next.exec(text)) {
        const start = match.index;
        const end = match[0] === '#' ? lexemes_lineEnd(text, start) : lexemes_stringEnd(text, start);
        if (match[0] === '#' ? isBlank(text, lineStart(text, start), start) : isDocumentation(text, start, end))
            found.push({ start, end });
        next.lastIndex = end;
    }
    return found;
}
// A text by itself behind the head of a definition. In brackets it would be a value, and a prompt may hold code.
function isDocumentation(text, start, end) {
    if (!text.startsWith('"""', start) && !text.startsWith("'''", start))
        return false;
    const line = lineStart(text, start);
    if (!/^[ \t]*[rRuU]?$/.test(text.slice(line, start)) || !isBlank(text, end, lexemes_lineEnd(text, end)))
        return false;
    const head = lineBefore(text, line);
    return head === '' || /^[ \t]*(?:(?:async[ \t]+)?def\b|class\b|\)).*:[ \t\r]*$/.test(head);
}
/** The last line above that is not empty. */
function lineBefore(text, line) {
    for (let end = line - 1; end > 0;) {
        const start = lineStart(text, end);
        if (!isBlank(text, start, end))
            return text.slice(start, end);
        end = start - 1;
    }
    return '';
}
function isBlank(text, start, end) {
    for (let at = start; at < end; at += 1) {
        const here = text.charCodeAt(at);
        if (here !== 0x20 && here !== 0x09 && here !== 0x0d && here !== 0x0c)
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./src/analysis/selection/commands.ts






/** Arranges what the catalogue knows of command lines. */
function programsOf(catalogs) {
    const sinks = new Map();
    const closer = new Map();
    for (const sink of catalogs.flatMap(catalog => catalog.sinks))
        for (const line of sink.call.filter(isCommand)) {
            const [, program = '', second = ''] = line.split(' ');
            // Steps of CI systems and instructions of images are no programs.
            if (!/^[a-z][\w.-]*$/.test(program))
                continue;
            keptIn(sinks, program, () => new Set()).add(second);
            addTo(keptIn(closer, program, () => new Map()), second, sink.closer);
        }
    const launchers = catalogs.flatMap(catalog => catalog.launchers.flatMap(launcher => launcher.command));
    return { sinks, closer, launchers: new Set(launchers) };
}
/**
 * Whether a command line, as code gives it to what starts one, is written out and none that is a sink: `args` begins behind
 * the bracket of the call.
 */
function isOtherCommand({ sinks, launchers }, args) {
    const [, listed, , text = '', next] = writtenOut.exec(args) ?? [];
    const words = wordsOf(text);
    // A shell may run several, and what is filled in is not known.
    if (/[;&|`()<>%]/.test(text) || (listed && words.length > 1))
        return false;
    const [first = '', second = next] = words;
    const program = first.slice(first.lastIndexOf('/') + 1);
    if (program === '' || launchers.has(program))
        return false;
    const seconds = sinks.get(program);
    if (!seconds)
        return true;
    return second !== undefined && /^[a-z]/.test(second) && !seconds.has('') && !seconds.has(second);
}
// A text that stands alone, or begins a list, with the text behind it there. What it is put together with may go on.
const writtenOut = /^\s*(?:args\s*=\s*)?(?:([[(])\s*)?[rbu]?(["'])([^"'\\\n{$]*)\2(?=\s*[,)\]])(?:\s*,\s*["']([\w:.-]+)["'])?/;
function wordsOf(line) {
    return line
        .trim()
        .replace(/^(?:\w+=\S*\s+)+/, '')
        .split(/\s+/);
}
/**
 * The files that say such a command, or its program, where a file next to them has the second word; `isClose` tells whether one
 * of these texts stands where they have to.
 */
function findCommands(neighbourhood, { closer }, isClose) {
    return [...neighbourhood.outlines.byPath.values()].flatMap(outline => {
        const { path } = outline.file;
        const isOne = outline.sketch.programs.some(name => {
            const seconds = [...(closer.get(name) ?? [])].filter(([, lists]) => lists.some(texts => isClose(path, texts)));
            return hasSecond(neighbourhood, outline, new Set(seconds.map(([second]) => second)));
        });
        return isOne ? [path] : [];
    });
}
const commands_none = new Set();
/** Finds the programs that a text names as a command line would. */
function openProgramFinder({ sinks }) {
    if (sinks.size === 0)
        return () => [];
    const names = [...sinks.keys()].sort();
    // Where a name begins, which leaves out most of a file.
    const pattern = new RegExp(`\\b(?:${names.map(escaped).join('|')})(?![\\w-])`, 'g');
    return text => {
        const found = new Set();
        let code = null;
        for (const { 0: name, index } of text.matchAll(pattern)) {
            if (found.has(name) || !isCommandWord(text, index, name, sinks.get(name) ?? commands_none))
                continue;
            code ??= withoutProse(text);
            if (code.startsWith(name, index))
                found.add(name);
        }
        return [...found];
    };
}
const lookAround = 40;
// What a command begins behind: the quote of a text, the end of another command, its line, or what starts it.
const beginning = /(?:["'`/;&|({]|^|\n[ \t]*|[;&|(][ \t]+|\b(?:sudo|exec|env|nohup|time|xargs|then|do|else)[ \t]+|=\S{1,30}[ \t]+)$/;
// A variable of the name is assigned, called, listed or taken from.
const noCommand = /^[ \t]*[=.,:)(*+[\]]/;
function isCommandWord(text, at, name, seconds) {
    const end = at + name.length;
    const after = text.slice(end, end + lookAround);
    const next = /^[ \t]+([\w:.-]+)/.exec(after)?.[1];
    if (next !== undefined && seconds.has(next) && text[at - 1] !== '-')
        return true;
    return beginning.test(text.slice(Math.max(0, at - lookAround), at)) && !noCommand.test(after);
}
function hasSecond(neighbourhood, outline, seconds) {
    if (seconds.has('') || saysOne(outline, seconds))
        return true;
    const { imported, importers } = neighboursOf(neighbourhood, outline.file.path);
    return [...imported, ...importers].some(path => {
        const other = neighbourhood.outlines.byPath.get(path);
        return other !== undefined && saysOne(other, seconds);
    });
}
function saysOne(outline, words) {
    return [...words].some(word => outline.says(word));
}

;// CONCATENATED MODULE: ./src/analysis/selection/imports.ts

// Also finds imports in strings and comments: a file too many costs less than one too few.
// No two parts that follow one another take the same sign: trying all ways to share them out would never end.
const importStatement = /\b(?:from(?:[ \t]|\\\r?\n)*(?:(\.+)(?:[ \t]|\\\r?\n)*)?(?:(\w[\w.]{0,200})(?:[ \t]|\\\r?\n)+)?)?import\b(?:[ \t]|\\\r?\n)*(\(|(?:[\w., \t*]|\\\r?\n)+)/g;
function statementsIn(text) {
    const endOf = openBrackets(text);
    const found = [];
    importStatement.lastIndex = 0;
    for (let match = importStatement.exec(text); match; match = importStatement.exec(text)) {
        const [whole, dots = '', base = '', names = ''] = match;
        const behind = match.index + whole.length;
        const end = names === '(' ? endOf(behind) : behind;
        if (end === null)
            continue;
        found.push({
            start: match.index,
            end,
            dots,
            base,
            names: names === '(' ? text.slice(behind, end) : names,
        });
        importStatement.lastIndex = end;
    }
    return found;
}
/** Where a bracket closes, asked in the order of the text; `null` where another one opens before, or it never does. */
function openBrackets(text) {
    const sign = /[()#\n]/g;
    // From the beginning of a line on all brackets that are open there are the same.
    const known = new Map();
    let line = { start: 0, end: -1 };
    const lineEndOf = (at) => {
        if (at < line.start || at > line.end)
            line = { start: at, end: lexemes_lineEnd(text, at) };
        return line.end;
    };
    return start => {
        const passed = [];
        let end;
        for (let at = start; end === undefined;) {
            sign.lastIndex = at;
            const index = sign.exec(text)?.index ?? text.length;
            const here = text[index];
            at = here === '#' ? lineEndOf(index) : index + 1;
            if (here === ')')
                end = at;
            else if (here === '(' || here === undefined)
                end = null;
            else if (here === '\n') {
                end = known.get(at);
                passed.push(at);
            }
        }
        for (const at of passed)
            known.set(at, end);
        return end;
    };
}
/** A text without its import statements. */
function imports_withoutImports(text) {
    const pieces = [];
    let from = 0;
    for (const { start, end } of statementsIn(text)) {
        pieces.push(text.slice(from, start));
        from = end;
    }
    return from === 0 ? text : pieces.join('') + text.slice(from);
}
/** The names that the import statements of a text bring. */
function rawImports(text) {
    const found = [];
    for (const { dots, base, names } of statementsIn(text))
        for (const part of names.replace(/#[^\n]*|[()\\]/g, ' ').split(',')) {
            const [name = '', as, alias] = part.trim().split(/\s+/);
            if (name !== '')
                found.push({ dots: dots.length, base, name, bound: as === 'as' && alias ? alias : name });
        }
    return [...found, ...importsByName(text)];
}
const importByName = /\b(?:import_module|__import__)\(\s*(?:name\s*=\s*)?["']([A-Za-z_][\w.]{0,200})["']/g;
const lookBack = 200;
// `torch = importlib.import_module("torch")`. Where else it may be put, and how it is called there, is not told.
function importsByName(text) {
    if (!text.includes('import_module(') && !text.includes('__import__('))
        return [];
    return [...text.matchAll(importByName)].flatMap(({ 1: name = '', index }) => {
        const before = text.slice(Math.max(text.lastIndexOf('\n', index) + 1, index - lookBack), index);
        const variable = /^[ \t]*([A-Za-z_]\w*)[ \t]*(?::[^=\n]*)?=(?!=)/.exec(before)?.[1];
        const bounds = variable === undefined ? ['*'] : [variable, '*'];
        return bounds.map(bound => ({ dots: 0, base: '', name, bound }));
    });
}

;// CONCATENATED MODULE: ./src/analysis/selection/starting.ts

// One for all of them: there are many.
const starting_none = [];
/** Arranges calls by their names; `runners` are programs that run tasks. */
function openStarting(calls, runners) {
    const libraries = librariesOf(calls);
    const naming = new RegExp(`\\.(?:pyw?|(?:ba|z|k)?sh)\\b|["'](?:${anyOf([...runners])})(?=["' ])`);
    return {
        patterns: [
            naming.source,
            runsModule.source,
            ...libraries.map(({ first, pattern }) => `${first} ${pattern.source}`),
        ],
        // Text is full of blanks, behind which an option may stand.
        names: text => naming.test(text) || (text.includes('-m') && runsModule.test(text)),
        // What a file imports leaves little for the patterns.
        findIn: (text, imports) => {
            const found = libraries.flatMap(({ first, pattern }, number) => imports.some(each => mayBring(each, first)) && pattern.test(text) ? [number] : []);
            return found.length === 0 ? starting_none : found;
        },
        starts: ({ imports, sketch }) => libraries.some(({ first, imported }, number) => {
            const bringing = imports.filter(each => brings(each, first));
            // `from subprocess import (` and the name on a line of its own
            const named = bringing.some(each => each.kind === 'library' && imported.test(each.name));
            return named || (bringing.length > 0 && sketch.starts.includes(number));
        }),
    };
}
const runsModule = /["' ]-m["', ]/;
/** A pattern that fits any of some names, and nothing where there are none. */
function anyOf(names) {
    return names.map(escaped).join('|') || '(?!)';
}
function librariesOf(calls) {
    const lasts = new Map();
    const ways = new Map();
    for (const call of calls) {
        const [first = ''] = call.split(/[.(]/);
        const last = (/(\*?\w+)$/.exec(call)?.[1] ?? '').replace('*', '\\w*');
        lasts.set(first, (lasts.get(first) ?? new Set()).add(last));
        ways.set(first, new Set([...(ways.get(first) ?? []), ...waysTo(first, call, last)]));
    }
    return [...lasts].map(([first, names]) => {
        const plain = `\\b${first}\\b.{0,300}?\\b(?:${[...names].join('|')})\\b`;
        const any = [plain, `\\bimport ${first} as\\b`, ...(ways.get(first) ?? [])];
        const imported = new RegExp(`\\.(?:${[...names].join('|')})$`);
        return { first, imported, pattern: new RegExp(any.join('|')) };
    });
}
// `from kfp import dsl` and then `dsl.ContainerSpec`; a method is called on what only the name of a parameter tells.
function waysTo(first, call, last) {
    if (call.includes('()'))
        return [`\\.${last}\\(`];
    const [, holder] = /(\w+)\.\*?\w+$/.exec(call) ?? [];
    return holder === undefined || holder === first ? [] : [`\\b${holder}\\.${last}\\b`];
}
// Another file of the repository may hand it on.
function brings(each, first) {
    if (each.kind === 'own')
        return each.bound === first || each.bound === '*';
    return each.bound === '*' || isOrBelow(each.name, first);
}
// Whether a module is the repository's own is not known yet.
function mayBring({ base, name, bound }, first) {
    return bound === first || bound === '*' || isOrBelow(base === '' ? name : base, first);
}
function isOrBelow(name, first) {
    return name === first || name.startsWith(`${first}.`);
}

;// CONCATENATED MODULE: ./src/base/groups.ts
/** Puts a value behind those that the group under a key has. */
function groups_addTo(groups, key, value) {
    const group = groups.get(key);
    if (group === undefined)
        groups.set(key, [value]);
    // A list that is pushed to makes room for seventeen, and most groups stay small.
    else if (group.length < 4)
        groups.set(key, group.concat([value]));
    else
        group.push(value);
}

;// CONCATENATED MODULE: ./src/base/once.ts
/** What `make` makes of an object, made where it is asked for first. */
function onceFor(make) {
    const known = new WeakMap();
    return of => once_keptIn(known, of, () => make(of));
}
/** What `make` makes of a text, made where it is asked for first. */
function remembered(make) {
    const known = new Map();
    return text => once_keptIn(known, text, () => make(text));
}
/** What `make` makes, made where it is asked for first. */
function once(make) {
    let made = null;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}
/** What is known under a key, made where it is asked for first. */
function once_keptIn(known, key, make) {
    const before = known.get(key);
    if (before !== undefined)
        return before;
    const made = make();
    known.set(key, made);
    return made;
}

;// CONCATENATED MODULE: ./src/analysis/selection/texts.ts



/** By text: the files in which it stands. */
function filesByText(outlines) {
    const found = new Map();
    for (const { file, sketch } of outlines.byPath.values())
        for (const text of sketch.texts)
            found.set(text, (found.get(text) ?? new Set()).add(file.path));
    return found;
}
/**
 * Finds texts, whole where one begins or ends in a word. A text in double quotes stands in a text of the code, by itself or
 * parted from its neighbours by anything that is no letter: `"prod"` in `models_prod/churn.pkl`. A star stands for anything
 * up to the end of a name: `model*.zip` in `churn_model-v2.zip`.
 */
function openTextFinder(texts) {
    const plain = openPlain(texts.filter(text => !isQuoted(text) && !isStarred(text)));
    const quoted = openQuoted(texts.filter(isQuoted));
    const starred = openStarred(texts.filter(isStarred));
    return text => [...new Set([...plain(text), ...quoted(text), ...starred(text)])];
}
const nothing = () => [];
function openPlain(texts) {
    // The longest first: a shorter one that it holds would hide it.
    const sorted = texts.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
    const heldIn = remembered(text => sorted.filter(other => stands(other, text)));
    const pattern = patternOf(sorted, 'g');
    return text => [...new Set(Array.from(text.matchAll(pattern), ([one]) => one))].flatMap(heldIn);
}
/** Whether a text has to stand in a text. */
function isQuoted(text) {
    return text.length > 2 && text.startsWith('"') && text.endsWith('"');
}
function isStarred(text) {
    return /^[^*"]+\*[^*"]*$/.test(text);
}
const longestName = 60;
function openStarred(texts) {
    if (texts.length === 0)
        return nothing;
    const ends = new Map();
    for (const text of texts)
        groups_addTo(ends, text.slice(0, text.indexOf('*')), text.slice(text.indexOf('*') + 1));
    const starts = new RegExp([...ends.keys()].map(escaped).join('|'), 'g');
    const endOf = new Map([...ends].map(([start, those]) => [start, new RegExp(texts_anyOf(those), 'g')]));
    return text => {
        const found = new Set();
        for (const { 0: start, index } of text.matchAll(starts)) {
            const from = index + start.length;
            const name = /^[^\n"'/]*/.exec(text.slice(from, from + longestName))?.[0] ?? '';
            for (const [end] of name.matchAll(endOf.get(start) ?? /(?!)/g))
                found.add(`${start}*${end}`);
        }
        return [...found];
    };
}
function openQuoted(texts) {
    if (texts.length === 0)
        return nothing;
    const words = texts.map(text => text.slice(1, -1));
    // What stands in front is looked at behind the pattern, which finds a place sooner that way.
    const pattern = new RegExp(`(?:${words.map(escaped).join('|')})(?![A-Za-z])`, 'g');
    return text => matchesApart(text, pattern).flatMap(({ 0: word, index }) => isBetweenQuotes(text, index, index + word.length) ? [`"${word}"`] : []);
}
// Those that begin no letter, as `.pkl`, or stand behind none.
function matchesApart(text, pattern) {
    const found = [];
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
        const { 0: word, index } = match;
        if (isLetter(word[0]) && isLetter(text[index - 1]))
            pattern.lastIndex = index + 1;
        else
            found.push(match);
    }
    return found;
}
function isLetter(character = '') {
    return /^[A-Za-z]/.test(character);
}
// Whether it really is inside of a text is not asked: a file too many costs less than one too few.
function isBetweenQuotes(text, start, end) {
    const lineEnd = text.indexOf('\n', end);
    const before = text.slice(text.lastIndexOf('\n', start) + 1, start);
    const after = text.slice(end, lineEnd === -1 ? text.length : lineEnd);
    return /["']/.test(before) && /["']/.test(after);
}
// A text that begins with a letter is looked for where a name begins, which leaves out most of a file.
function patternOf(texts, flags = '') {
    const [words, others] = [true, false].map(isWord => texts.filter(text => /^\w/.test(text) === isWord));
    return new RegExp(`\\b(?:${texts_anyOf(words)})|(?:${texts_anyOf(others)})`, flags);
}
function stands(one, text) {
    return text.includes(one) && patternOf([one]).test(text);
}
function texts_anyOf(texts = []) {
    return texts.length === 0 ? '(?!)' : texts.map(whole).join('|');
}
function whole(text) {
    return /\w$/.test(text) ? `${escaped(text)}(?!\\w)` : escaped(text);
}

;// CONCATENATED MODULE: ./src/analysis/selection/written.ts
/**
 * The arguments of a call whose bracket opens right before `start`; `null` where that cannot be told without a parser, or one
 * of them stands for several.
 */
function written_argumentsAt(text, start) {
    const ends = endsOf(text, start);
    if (!ends)
        return null;
    const pieces = ends.map((end, i) => text.slice(i === 0 ? start : (ends[i - 1] ?? start) + 1, end).trim());
    if (pieces.at(-1) === '')
        pieces.pop();
    return pieces.some(piece => piece.startsWith('*')) ? null : pieces.map(argumentIn);
}
function argumentIn(text) {
    const [whole, name = null] = /^([A-Za-z_]\w*)\s*=(?!=)/.exec(text) ?? [''];
    return { name, text: text.slice(whole.length).trim() };
}
/** The offsets of the commas between the arguments, and of the bracket that closes the call. */
function endsOf(text, start) {
    const found = [];
    const open = [];
    const near = text.slice(start, start + longest);
    const signs = /["'#\\()[\]{},]/g;
    for (let match = signs.exec(near); match; match = signs.exec(near)) {
        const [here] = match;
        const at = start + match.index;
        if (here === '"' || here === "'")
            signs.lastIndex = written_stringEnd(text, at) + 1 - start;
        else if (untold.has(here))
            return null;
        else if (closing.has(here))
            open.push(closing.get(here) ?? '');
        else if (open.length > 0) {
            if (closers.has(here) && open.pop() !== here)
                return null;
        }
        else if (here === ',' || here === ')') {
            found.push(at);
            if (here === ')')
                return found;
        }
        else if (closers.has(here))
            return null;
    }
    return null;
}
const longest = 2000;
// Behind these the line ends for Python, or goes on.
const untold = new Set(['#', '\\']);
const closing = new Map([
    ['(', ')'],
    ['[', ']'],
    ['{', '}'],
]);
const closers = new Set(closing.values());
/** The offset of the quote that ends a text; beyond what is looked at where that cannot be told. */
function written_stringEnd(text, start) {
    const quote = text.charAt(start);
    const mark = text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
    const stop = Math.min(text.length, start + longest);
    for (let at = start + mark.length; at < stop; at += 1) {
        if (text[at] === '\\')
            at += 1;
        else if (text.startsWith(mark, at))
            return isWhole(text.slice(start, at)) ? at + mark.length - 1 : stop;
    }
    return stop;
}
// A text that is filled in may hold quotes of its own: `f"{", ".join(names)}"`.
function isWhole(text) {
    return text.split('{').length === text.split('}').length;
}
/** What a text says where it is a plain literal; `undefined` where it is none. */
function literalIn(text) {
    if (text === 'True')
        return true;
    if (text === 'False')
        return false;
    if (text === 'None')
        return null;
    return /^(["'])(?!\1)([^"'\\\n]*)\1$/.exec(text)?.[2];
}

;// CONCATENATED MODULE: ./src/analysis/selection/uses.ts

/** What finds words where names stand. */
function usePattern(words) {
    return new RegExp(`\\b(?:${words.join('|') || '(?!)'})\\b`, 'g');
}
/**
 * Where a text uses the words that such a pattern finds: an offset, and the number of the word, in turns. What is taken from
 * something begins at its dot. A name that stands alone in prose is no use: it is called, handed over, quoted or taken from
 * something.
 */
function findPlaces(text, pattern, numbers) {
    const places = [];
    for (const { 0: word, index } of text.matchAll(pattern)) {
        const at = placeOf(text, index, index + word.length);
        if (at !== null)
            places.push(at, numbers.get(word) ?? -1);
    }
    return places;
}
// By hand: one pattern for all of it takes three times as long for a text.
function placeOf(text, start, end) {
    const before = lastBefore(text, start, uses_isBlank);
    if (text[before] === '.')
        return before;
    let next = end;
    while (uses_isBlank(text[next]))
        next += 1;
    if (text[next] !== '(')
        return /^[,)\]"']/.test(text[next] ?? '') ? start : null;
    // The dot of a call may stand on the line before.
    const further = lastBefore(text, before + 1, isSpace);
    return text[further] === '.' ? further : start;
}
function lastBefore(text, end, skips) {
    let at = end - 1;
    while (skips(text[at]))
        at -= 1;
    return at;
}
function uses_isBlank(sign) {
    return sign === ' ' || sign === '\t';
}
function isSpace(sign) {
    return sign !== undefined && /^\s/.test(sign);
}
/** The use at such a place, with what stands around it; `null` for an import. */
function useAt(text, index, inProse) {
    written.lastIndex = index;
    const match = isImport(text, index) ? null : written.exec(text);
    return match && { ...readUse(text, match), index, inProse: () => inProse(index) };
}
const written = /\.\s*(\w+)|(\w+)[ \t]*["']?/y;
// `from salt.client import LocalClient`
function isImport(text, at) {
    const before = text.slice(Math.max(0, at - uses_lookBack), at);
    return /^[ \t]*(?:from|import)[ \t][\w., \t]*$/.test(before.slice(before.lastIndexOf('\n') + 1));
}
const uses_lookBack = 120;
const lookAhead = 160;
function readUse(text, match) {
    const [whole, taken, alone = ''] = match;
    const method = taken ?? alone;
    const before = text.slice(Math.max(0, match.index - uses_lookBack), match.index);
    const end = match.index + whole.lastIndexOf(method) + method.length;
    const after = text.slice(end, end + lookAhead);
    const quoted = /["']$/.test(whole) && taken === undefined;
    const bracket = /^[ \t]*\(/.exec(after)?.[0].length;
    const got = quoted && /\bgetattr\s*\(.*,\s*["']$/s.test(before);
    return {
        method,
        dotted: taken !== undefined || got,
        chain: got || taken === undefined ? [] : chainBefore(before),
        other: (quoted && !got) || (taken !== undefined && (isName(before, after) || isOther.test(after))),
        args: bracket === undefined ? null : after.slice(bracket),
        given: bracket === undefined ? () => null : givenAt(text, end + bracket),
    };
}
// Every sink of that name asks for them.
function givenAt(text, start) {
    let known;
    return () => {
        if (known === undefined)
            known = argumentsAt(text, start);
        return known;
    };
}
// A function has nothing to take from it: `self.client.list()`; and what gets a value is not what it had.
const isOther = /^[ \t]*(?:\.[ \t]*(?!__)[A-Za-z_]|=(?!=))/;
function chainBefore(before) {
    const chain = /(?:^|[^\w.)\]"'])([A-Za-z_]\w*(?:\s*\.\s*\w+)*)\s*$/.exec(before)?.[1] ?? '';
    return chain === '' ? [] : chain.split('.').map(name => name.trim());
}
// `"cmd.run"`: a name in a text.
function isName(before, after) {
    const quote = /(["'])[\w.]*$/.exec(before)?.[1];
    return quote !== undefined && after.startsWith(quote);
}

;// CONCATENATED MODULE: ./src/analysis/selection/sketch.ts







/** Gathers what to look for. */
function wordsToSketch(spellings, programs, calls, runners) {
    const words = [...spellings.keys()].filter(word => /^\w+$/.test(word) && !isAssigned(word)).sort();
    const texts = [
        ...new Set([
            ...[...spellings.values()].flatMap(named => named.flatMap(({ near, closer }) => [...near, ...closer])),
            ...[...programs.closer.values()].flatMap(seconds => [...seconds.values()].flat(2)),
        ]),
    ].sort();
    return { words, texts, programs, calls, runners: [...runners] };
}
/** Arranges what to look for. */
function openSketcher(by) {
    const { words, texts, programs } = by;
    const starting = openStarting(by.calls, by.runners);
    const numbers = new Map(words.map((word, number) => [word, number]));
    const used = usePattern(words);
    const named = names_openNames();
    const textsIn = openTextFinder(texts);
    const programsIn = openProgramFinder(programs);
    return {
        by,
        starting,
        stamp: hash_digestOf([
            JSON.stringify([
                words,
                texts,
                [...programs.sinks].map(([name, seconds]) => [name, ...seconds]),
                starting.patterns,
            ]),
        ]),
        words,
        sketch: text => {
            const imports = rawImports(text);
            const sketch = {
                imports,
                texts: textsIn(text),
                programs: programsIn(text),
                names: starting.names(text),
                starts: starting.findIn(text, imports),
                uses: findPlaces(text, used, numbers).slice(),
            };
            return withNames(sketch, named);
        },
    };
}
/** The same sketch, whose names are those that others have as well. */
function withNames(sketch, named) {
    const imports = sketch.imports.map(({ dots, base, name, bound }) => ({
        dots,
        base: named(base),
        name: named(name),
        bound: named(bound),
    }));
    return { ...sketch, imports, texts: sketch.texts.map(named), programs: sketch.programs.map(named) };
}
/** Whether a last name is no word of the code: Python gives it to an assignment. */
function isAssigned(method) {
    return /^__set(attr|item)__$/.test(method);
}

;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = require("node:v8");
;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = require("node:zlib");
;// CONCATENATED MODULE: ./src/base/stack.ts
/** What some work gives; `null` where the stack does not reach. */
function stack_withinStack(work) {
    try {
        return work();
    }
    catch (error) {
        // Not `instanceof`: it is of another realm where a test runs in a context of its own.
        if (Object(error).name === 'RangeError')
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/base/packed.ts




/** Plain data as text, shared parts once: objects, lists, maps and sets. */
function packed(value) {
    const bytes = gzipSync(serialize(value));
    return { payload: bytes.toString('base64'), digest: digestOf([bytes]) };
}
// What was packed to fill the memory of whoever opens it.
const mostBytes = (/* unused pure expression or super */ null && (1 << 30));
/** The data again, or `null` where the text is not what was packed. */
function unpacked(payload, digest) {
    const bytes = Buffer.from(payload, 'base64');
    if (digestOf([bytes]) !== digest)
        return null;
    try {
        return { value: deserialize(gunzipSync(bytes, { maxOutputLength: mostBytes })) };
    }
    catch {
        // A newer Node has written it in a form that this one does not know.
        return null;
    }
}
/**
 * Plain data as bytes; `null` where its parts lie so deep in one another that the stack does not reach. To open them takes more
 * of it than to make them.
 */
function toBytes(value) {
    return stack_withinStack(() => (0,external_node_v8_namespaceObject.serialize)(value));
}
/** The data again; `null` where the stack does not reach. */
function fromBytes(bytes) {
    return withinStack(() => ({ value: deserialize(bytes) }));
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = require("node:worker_threads");
;// CONCATENATED MODULE: ./src/files/grammars.ts



/**
 * The WebAssembly file of a grammar, or of the parser's runtime. In the bundle they lie beside `index.js`; while developing
 * they are taken from the packages that ship them.
 */
function readGrammar(name) {
    const before = known.get(name);
    if (before)
        return before;
    const { file, shippedIn } = places[name];
    const bundled = join(grammars_ownFolder(), file);
    const bytes = readFileSync(existsSync(bundled) ? bundled : join(grammars_ownFolder(), '..', '..', 'node_modules', shippedIn, file));
    known.set(name, bytes);
    return bytes;
}
const known = new Map();
/**
 * Has grammars translated once and in haste, in a third of the time, from now on in this process. Code that is translated again
 * for speed reads a few percent quicker in the largest trees, and to make it takes up to 700 MiB for one function.
 */
function hurry() {
    // The first implies the others only where a program is started with it, and younger versions of V8 go by the others alone.
    for (const flag of ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'])
        setFlagsFromString(flag);
}
const places = {
    python: { file: 'tree-sitter-python.wasm', shippedIn: 'tree-sitter-python' },
    bash: { file: 'tree-sitter-bash.wasm', shippedIn: 'tree-sitter-bash' },
    terraform: { file: 'tree-sitter-terraform.wasm', shippedIn: '@tree-sitter-grammars/tree-sitter-hcl' },
    runtime: { file: 'web-tree-sitter.wasm', shippedIn: 'web-tree-sitter' },
};
/** The folder of the program that runs. */
// A function, because the bundler works out paths that it finds written down, and then copies all that they may mean.
function grammars_ownFolder() {
    return __dirname;
}

;// CONCATENATED MODULE: ./src/files/threads.ts





/**
 * How many threads are of use here, this one counted. One core is for those of Node itself, which compile
 * and collect garbage; beyond four they wait for one another.
 */
function usefulThreads() {
    return Math.max(1, Math.min(4, availableParallelism() - 1));
}
// So many items wait for a thread at most: enough that it has something to do while this one is busy, and few enough that neither
// holds much of what the other one has as well.
const mostWaiting = 8;
/**
 * Starts so many threads of a program that lies beside the bundle; `null` where there is no bundle. Tools and items are copied
 * to each. A thread that died is waited for so many seconds, once.
 */
function openCrew(program, threads, tools, patience) {
    const path = join(ownFolder(), program);
    if (threads < 1 || !existsSync(path))
        return null;
    const hands = Array.from({ length: threads }, () => startThread(path, tools));
    const orders = new Map();
    const answers = new Map();
    return {
        offer: (number, item) => {
            const hand = leastBusy(hands);
            if (!hand || waitingFor(hand) >= mostWaiting)
                return false;
            orders.set(number, { hand, place: hand.given });
            hand.given += 1;
            hand.port.postMessage({ number, item });
            return true;
        },
        take: number => {
            const order = orders.get(number);
            if (!order)
                return null;
            orders.delete(number);
            waitFor(order.hand, order.place, patience);
            collect(order.hand, answers);
            const bytes = answers.get(number) ?? null;
            answers.delete(number);
            return bytes;
        },
        close: async () => {
            for (const { port } of hands)
                port.close();
            await Promise.all(hands.map(({ worker }) => worker.terminate()));
        },
    };
}
function leastBusy(hands) {
    const [first, ...others] = hands.filter(({ lost }) => !lost);
    return others.reduce((least, hand) => (waitingFor(hand) < waitingFor(least ?? hand) ? hand : least), first);
}
function waitingFor({ given, done }) {
    return given - Atomics.load(done, 0);
}
// As long as it gets on with what it was handed, it lives.
function waitFor(hand, place, patience) {
    while (!hand.lost) {
        const done = Atomics.load(hand.done, 0);
        if (done > place)
            return;
        hand.lost = Atomics.wait(hand.done, 0, done, 1000 * patience) === 'timed-out';
    }
}
function collect({ port }, answers) {
    for (let got = receiveMessageOnPort(port); got; got = receiveMessageOnPort(port)) {
        const { number, bytes } = got.message;
        answers.set(number, bytes);
    }
}
function startThread(path, tools) {
    const { port1, port2 } = new MessageChannel();
    const done = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const luggage = { tools, port: port2, done };
    const worker = new Worker(path, { workerData: luggage, transferList: [port2], execArgv: [], env: {} });
    // What it leaves undone is done here.
    worker.on('error', () => { });
    worker.unref();
    port1.unref();
    return { worker, port: port1, done, given: 0, lost: false };
}
/** The life of a thread of a crew. */
async function serve(prepare) {
    const { tools, port, done } = external_node_worker_threads_namespaceObject.workerData;
    const work = await prepare(tools);
    port.on('message', ({ number, item }) => {
        const bytes = attempt(work, item);
        if (bytes)
            port.postMessage({ number, bytes });
        Atomics.add(done, 0, 1);
        Atomics.notify(done, 0);
    });
}
// What goes wrong goes wrong again in the thread that asks, which knows what to say.
function attempt(work, item) {
    try {
        return work(item);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./src/sketcher/index.ts



// What a thread does that sketches files for a scan.
void serve(async (words) => {
    const { sketch } = openSketcher(words);
    return text => toBytes(sketch(text));
});

module.exports = __webpack_exports__;
/******/ })()
;