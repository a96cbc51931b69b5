"use strict";
exports.id = 151;
exports.ids = [151];
exports.modules = {

/***/ 8114:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZX: () => (/* binding */ lineSpan),
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   oZ: () => (/* binding */ lineText)
/* harmony export */ });
/** The place of an offset. An offset inside a line's terminator belongs to that line. */
function lineOf(text, offset) {
    const starts = lineStarts(text);
    const line = lastAtMost(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
}
/** Where a line, counted from 1, begins and ends, without its terminator. A line that is not there is empty, at the end. */
function lineSpan(text, line) {
    const starts = lineStarts(text);
    const start = starts[line - 1] ?? text.length;
    const next = starts[line];
    if (next === undefined)
        return { start, end: text.length };
    return { start, end: text[next - 2] === '\r' && next - 2 >= start ? next - 2 : next - 1 };
}
/** The text of a line, counted from 1, without its terminator. */
function lineText(text, line) {
    const { start, end } = lineSpan(text, line);
    return text.slice(start, end);
}
const remembered = new Map();
const mostRemembered = 32;
function lineStarts(text) {
    const known = remembered.get(text);
    if (known)
        return known;
    const starts = findStarts(text);
    const oldest = remembered.keys().next();
    if (remembered.size >= mostRemembered && !oldest.done)
        remembered.delete(oldest.value);
    remembered.set(text, starts);
    return starts;
}
// LF ends a line, with or without a CR before it; a lone CR does not. So count SARIF by default, git, GitHub's file view
// and tree-sitter. A place counted otherwise would stand beside the code it means.
function findStarts(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
}
function lastAtMost(sorted, limit) {
    let low = 0;
    let high = sorted.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((sorted[middle] ?? 0) <= limit)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}


/***/ }),

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

/***/ 6151:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drawGraph: () => (/* binding */ drawGraph),
  runScan: () => (/* binding */ runScan)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/base/user-error.ts
var user_error = __webpack_require__(4813);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./src/base/lines.ts
var lines = __webpack_require__(8114);
;// CONCATENATED MODULE: ./src/files/decode.ts


/**
 * Turns the bytes of a file into text, by its byte order mark, its PEP 263 coding line, or as UTF-8. Line ends stay as they
 * are. The byte order mark is no part of the text, so offsets count from the character behind it, as SARIF demands.
 * What cannot be decoded is read as Latin-1, which no byte can break, and leaves a doubt.
 */
function decode(bytes) {
    if (startsWith(bytes, [0xef, 0xbb, 0xbf]))
        return decodeUtf8(bytes.subarray(3));
    const wide = utf16(bytes);
    if (wide)
        return decodeUtf16(bytes.subarray(2), wide);
    const declared = codingLine(bytes);
    if (declared === null || utf8Names.has(declared))
        return decodeUtf8(bytes);
    return latin1Names.has(declared) ? sure(latin1(bytes)) : decodeAs(bytes, declared);
}
/** Whether a file is anything but text: it holds a NUL byte early on and does not say that it is UTF-16. */
function isBinary(bytes) {
    return utf16(bytes) === null && bytes.subarray(0, 8000).includes(0);
}
// ASCII counts as UTF-8: TextDecoder takes it for windows-1252, where Python refuses every byte above 127.
const utf8Names = new Set(['utf-8', 'utf8', 'u8', 'utf', 'utf-8-sig', 'cp65001', 'ascii', 'us-ascii', '646']);
// Python's Latin-1 has control characters where the web's, and so TextDecoder's, has those of windows-1252.
const latin1Names = new Set([
    'latin-1',
    'latin1',
    'latin',
    'l1',
    'iso-8859-1',
    'iso8859-1',
    'iso-latin-1',
    '8859',
    'cp819',
]);
function utf16(bytes) {
    if (startsWith(bytes, [0xff, 0xfe]))
        return 'utf-16le';
    return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : null;
}
function startsWith(bytes, mark) {
    return mark.every((byte, at) => bytes[at] === byte);
}
/** The encoding that one of the first two lines declares, spelt as Python normalises it. */
function codingLine(bytes) {
    const [first = '', second = ''] = latin1(bytes.subarray(0, 1000)).split(/\r\n|\r|\n/, 2);
    const name = codingOf(first) ?? (/^[ \t\f]*(#|$)/.test(first) ? codingOf(second) : null);
    const plain = name?.toLowerCase().replaceAll('_', '-');
    return plain?.replace(/-(unix|dos|mac)$/, '') ?? null;
}
function codingOf(line) {
    return /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line)?.[1] ?? null;
}
function decodeUtf8(bytes) {
    if ((0,external_node_buffer_.isUtf8)(bytes))
        return sure(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
    const doubt = {
        line: firstBadLine(bytes),
        says: 'It is not valid UTF-8 from here on, and was read as Latin-1.',
    };
    return { text: latin1(bytes), doubt };
}
function decodeUtf16(bytes, label) {
    const text = new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
    // A lone surrogate was replaced. A replacement character that stood in the file costs a doubt too many, and no more.
    const bad = text.indexOf('\ufffd');
    return bad === -1
        ? sure(text)
        : { text, doubt: { line: (0,lines/* lineOf */.cA)(text, bad).line, says: 'It is not valid UTF-16 here.' } };
}
function decodeAs(bytes, label) {
    const text = tryDecode(bytes, label);
    if (text !== null)
        return sure(text);
    const read = (0,external_node_buffer_.isUtf8)(bytes) ? 'UTF-8' : 'Latin-1';
    const says = `It cannot be read in the encoding \`${label}\` that it declares, and was read as ${read}.`;
    return { text: (0,external_node_buffer_.isUtf8)(bytes) ? decodeUtf8(bytes).text : latin1(bytes), doubt: { line: 0, says } };
}
function tryDecode(bytes, label) {
    try {
        const decoder = new TextDecoder(label, { fatal: true });
        // A file whose coding line can be read byte by byte is not in UTF-16, whatever the line says.
        return decoder.encoding.startsWith('utf-16') ? null : decoder.decode(bytes);
    }
    catch (error) {
        const { code } = Object(error);
        if (code === 'ERR_ENCODING_NOT_SUPPORTED' || code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
            return null;
        throw error;
    }
}
/** No character of UTF-8 contains the byte of a line feed, so lines can be asked one by one. */
function firstBadLine(bytes) {
    let line = 1;
    for (let start = 0; start < bytes.length; line += 1) {
        const end = bytes.indexOf(0x0a, start);
        if (end === -1 || !(0,external_node_buffer_.isUtf8)(bytes.subarray(start, end)))
            return line;
        start = end + 1;
    }
    return line;
}
function latin1(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
function sure(text) {
    return { text, doubt: null };
}

;// CONCATENATED MODULE: ./src/files/text-file.ts




const longest = 1024 * 1024;
/** The text of a file that the user named. Whatever hinders reading it is a UserError that shows the path as `shown`. */
function readTextFile(path, shown) {
    const stats = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (!stats)
        throw new user_error/* UserError */.y(`${shown}: there is no such file; write the path of one that exists`);
    if (!stats.isFile())
        throw new user_error/* UserError */.y(`${shown}: this is no file; write the path of a text file`);
    if (stats.size > longest)
        throw new user_error/* UserError */.y(`${shown}: the file is larger than 1 MiB; keep only settings in it`);
    const bytes = readBytes(path, shown);
    const { text, doubt } = decode(bytes);
    if (doubt || isBinary(bytes))
        throw new user_error/* UserError */.y(`${shown}:${doubt?.line ?? 1}:1: the text is not UTF-8; save it as UTF-8`);
    return text;
}
/** Whether the root holds an entry of this name. A link that leads out of the root is a UserError: who wrote the tree chose where it leads. */
function hasOwnFile(root, name) {
    const path = (0,external_node_path_.join)(root, name);
    if (!(0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }))
        return false;
    if (!(0,external_node_fs_.statSync)(path, { throwIfNoEntry: false }) || isInside((0,external_node_fs_.realpathSync)(root), (0,external_node_fs_.realpathSync)(path)))
        return true;
    throw new user_error/* UserError */.y(`${name}: this link leads out of the scanned directory; put the file itself there`);
}
/** Whether `path` is `directory` or lies below it. Both are absolute and free of links. */
function isInside(directory, path) {
    const way = (0,external_node_path_.relative)(directory, path);
    return way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}
function readBytes(path, shown) {
    try {
        return (0,external_node_fs_.readFileSync)(path);
    }
    catch (error) {
        throw new user_error/* UserError */.y(`${shown}: the file cannot be read (${codeOf(error)}); give it read permission`);
    }
}
function codeOf(error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

;// CONCATENATED MODULE: ./src/files/output.ts





/**
 * Makes sure, before any work is done, that a report can be written to `path`, or says why not. A path that reads as inside
 * `root` must be inside: a link that the scanned tree brought along shall not choose another file to overwrite.
 */
function planOutput(path, from, root) {
    const absolute = (0,external_node_path_.resolve)(from, path);
    const directory = (0,external_node_path_.dirname)(absolute);
    if (path === '' || path.endsWith('/'))
        throw refuse(path, 'this names no file', 'write a file name');
    if (!(0,external_node_fs_.statSync)(directory, { throwIfNoEntry: false })?.isDirectory())
        throw refuse(path, `the directory \`${(0,external_node_path_.dirname)(path)}\` does not exist`, 'create it first');
    const real = (0,external_node_path_.join)((0,external_node_fs_.realpathSync)(directory), (0,external_node_path_.basename)(absolute));
    const realRoot = (0,external_node_fs_.realpathSync)(root);
    const readsInside = isInside((0,external_node_path_.resolve)(root), absolute) || isInside(realRoot, absolute);
    if (readsInside && !isInside(realRoot, real))
        throw refuse(path, 'a link on the way leads out of the scanned directory', 'write a path with no links');
    const present = (0,external_node_fs_.lstatSync)(real, { throwIfNoEntry: false });
    if (present && !present.isFile())
        throw refuse(path, `this is ${present.isDirectory() ? 'a directory' : 'no regular file'}`, 'write the path of a file');
    refuseUnwritable((0,external_node_path_.dirname)(real), path);
    return { path: real, shown: path };
}
/** Writes the reports, each of them whole or not at all. */
function writeOutputs(outputs) {
    const written = [];
    try {
        for (const { to, text } of outputs) {
            // A name that nobody can guess, and `wx`, so that no link planted beforehand is followed.
            const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(to.path), `.${(0,external_node_path_.basename)(to.path).slice(0, 100)}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.tmp`);
            written.push({ temporary, to });
            attempt(to, () => (0,external_node_fs_.writeFileSync)(temporary, text, { flag: 'wx' }));
        }
        for (const { temporary, to } of written)
            attempt(to, () => (0,external_node_fs_.renameSync)(temporary, to.path));
    }
    finally {
        for (const { temporary } of written)
            (0,external_node_fs_.rmSync)(temporary, { force: true });
    }
}
function refuseUnwritable(directory, shown) {
    try {
        (0,external_node_fs_.accessSync)(directory, external_node_fs_.constants.W_OK);
    }
    catch {
        throw refuse(shown, 'the directory cannot be written to', 'choose another one');
    }
}
function attempt(to, write) {
    try {
        write();
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
        throw refuse(to.shown, `the report cannot be written (${code})`, 'make room, or choose another place');
    }
}
function refuse(shown, wrong, remedy) {
    return new user_error/* UserError */.y(`${shown}: ${wrong}; ${remedy}`);
}

// EXTERNAL MODULE: ./src/policy/settings.ts
var settings = __webpack_require__(3693);
;// CONCATENATED MODULE: ./src/policy/read.ts




/** The policy in the file that the user named, else that in the root's `.modelgate.yml`, else the default. */
async function readConfiguration(root, given, rules) {
    const file = given ?? findIn(root);
    if (!file)
        return settings/* defaultConfiguration */._0;
    const text = readTextFile(file.path, file.shown);
    // The schema library is a tenth of the start-up, and most repositories have no such file.
    const { parseConfiguration } = await Promise.all(/* import() */[__webpack_require__.e(377), __webpack_require__.e(425), __webpack_require__.e(973)]).then(__webpack_require__.bind(__webpack_require__, 3973));
    return parseConfiguration(text, file.shown, knownIn(rules));
}
/** What a configuration may name: what these rules know. */
function knownIn({ rules, catalogs }) {
    return {
        ruleIds: rules.map(rule => rule.id),
        hazards: [...new Set(rules.map(rule => rule.sink))],
        wordLists: catalogs.flatMap(catalog => Object.keys(catalog.words)),
    };
}
function findIn(root) {
    const present = settings/* configurationNames */.zG.filter(name => hasOwnFile(root, name));
    const [first, second] = present;
    if (first && second)
        throw new user_error/* UserError */.y(`${second}: \`${first}\` stands beside it; keep one of the two`);
    return first ? { path: (0,external_node_path_.join)(root, first), shown: first } : null;
}

;// CONCATENATED MODULE: ./src/reporters/json-text.ts
/**
 * JSON that may be printed to any terminal and CI log: what would act there is written as `\u` escapes, so that whoever
 * parses it gets the very same data. Ends in a line end.
 */
function toJson(value) {
    const text = JSON.stringify(value, null, 2);
    return `${text.replace(command, '#\\u0023').replace(unseen, escapeUnits)}\n`;
}
// Outside of strings JSON has no `##`, and no character that these match but line ends and spaces.
const command = /##(?=\w*\[)/g;
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
function escapeUnits(character) {
    return character
        .split('')
        .map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join('');
}

;// CONCATENATED MODULE: ./src/reporters/region.ts

/**
 * What a finding marks: the part of its call that stands on the line of the callee's last name. GitHub shows an alert in a
 * pull request only if every line of its region is part of the change, so there is never a second line.
 */
function primaryRegion(finding) {
    const { file, start } = finding.name;
    return regionOn((0,lines/* lineOf */.cA)(file.text, start).line, { file, start: finding.span.start, end: finding.span.end });
}
/** The part of a span that stands on its first line. */
function firstLineOf(span) {
    return regionOn((0,lines/* lineOf */.cA)(span.file.text, span.start).line, span);
}
function regionOn(line, span) {
    const { text } = span.file;
    const onLine = (0,lines/* lineSpan */.ZX)(text, line);
    const written = text.slice(onLine.start, onLine.end);
    const first = onLine.start + written.length - written.trimStart().length;
    const last = onLine.start + written.trimEnd().length;
    const start = Math.max(span.start, first);
    const end = Math.max(Math.min(span.end, last), start);
    return { line, column: start - onLine.start + 1, endColumn: end - onLine.start + 1 };
}

;// CONCATENATED MODULE: ./src/reporters/json/index.ts


/** The report for programs: everything that is known, in a shape that stays. */
function json(report, _options = {}) {
    const shape = {
        schema: 1,
        version: report.version,
        verdict: {
            failOn: report.verdict.failOn,
            failed: report.verdict.failed,
            blocking: report.verdict.blocking,
        },
        counts: countsOf(report),
        findings: report.findings.map(findingOf),
        guarded: report.guarded.map(guardedOf),
        policy: report.policy.map(({ setting, count, says }) => ({ setting, count, says })),
        notices: report.notices.map(({ path, line, kind, message }) => ({ path, line, kind, message })),
    };
    return toJson(shape);
}
function countsOf({ findings, guarded, files, notices }) {
    const of = (level) => findings.filter(finding => finding.level === level).length;
    return {
        findings: findings.length,
        error: of('error'),
        warning: of('warning'),
        note: of('note'),
        guarded: guarded.length,
        filesWithFindings: new Set(findings.map(finding => finding.span.file.path)).size,
        filesSeen: files.seen,
        filesParsed: files.parsed,
        notices: notices.length,
    };
}
function findingOf(finding) {
    return {
        rule: finding.rule,
        path: finding.name.file.path,
        ...primaryRegion(finding),
        level: finding.level,
        severity: finding.securitySeverity,
        precision: finding.precision,
        message: finding.message,
        fix: finding.fix,
        within: finding.within,
        steps: finding.steps.map(({ span, says }) => ({ ...placeOf(span), says })),
        guards: finding.guards.map(guardOf),
        fingerprint: finding.fingerprint,
    };
}
function guardedOf(site) {
    const { rule, message, within, guards } = site;
    const path = site.name.file.path;
    return { rule, path, ...primaryRegion(site), message, within, guards: guards.map(guardOf) };
}
function guardOf({ span, kind, strength, says }) {
    return { ...placeOf(span), kind, strength, says };
}
function placeOf(span) {
    return { path: span.file.path, ...firstLineOf(span) };
}

// EXTERNAL MODULE: ./node_modules/string-width/index.js
var string_width = __webpack_require__(60);
var string_width_default = /*#__PURE__*/__webpack_require__.n(string_width);
// EXTERNAL MODULE: ./src/base/visible.ts
var visible = __webpack_require__(299);
// EXTERNAL MODULE: ./src/base/order.ts
var base_order = __webpack_require__(617);
// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(7336);
;// CONCATENATED MODULE: ./src/reporters/pretty/paint.ts



/** Paper that nobody has to scroll sideways on, and that stays readable where the terminal is very wide or very narrow. */
function paperOf(colours, width) {
    return { colour: (0,picocolors.createColors)(colours), width: Math.min(Math.max(width, 40), 120) };
}
/** A level in its colour. */
function paintLevel({ colour }, level, text) {
    if (level === 'note')
        return colour.cyan(text);
    return colour.bold(level === 'error' ? colour.red(text) : colour.yellow(text));
}
/**
 * Prose made safe to print, its code spans set off by colour, wrapped between words. All lines but the first begin with
 * `indent` columns; the first is taken to stand there already.
 */
function prose(paper, text, indent) {
    const painted = (0,visible/* visibleLines */.gB)(text).replace(/`[^`\n]+`/g, code => paper.colour.bold(code));
    const lines = painted.split('\n').flatMap(line => wrap(line, paper.width - indent));
    return lines.join(`\n${' '.repeat(indent)}`);
}
function wrap(line, columns) {
    if (string_width_default()(line) <= columns)
        return [line];
    const wrapped = [];
    let current = '';
    let width = 0;
    for (const word of line.split(' ')) {
        const needed = string_width_default()(word);
        if (width > 0 && width + 1 + needed > columns) {
            wrapped.push(current);
            current = '';
            width = 0;
        }
        current += current === '' ? word : ` ${word}`;
        width = string_width_default()(current);
    }
    return [...wrapped, current];
}
/** Text filled up with spaces to a number of columns. */
function padTo(columns, text) {
    return text + ' '.repeat(Math.max(0, columns - string_width_default()(text)));
}
/** `1 finding`, `2 findings`. */
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./src/reporters/pretty/advice.ts




/**
 * What the rules that fired mean and how to put things right, each once: a reader of forty findings would have to tell forty
 * equal paragraphs apart.
 */
function advice(paper, { findings, rules }) {
    if (findings.length === 0)
        return [];
    const fired = [...groupBy(findings, finding => finding.rule)].sort(([a], [b]) => (0,base_order/* byCodeUnits */.C)(a, b));
    const why = new Map(rules.map(rule => [rule.id, rule.why]));
    const lines = fired.flatMap(([id, own]) => [...ruleLines(paper, id, why.get(id) ?? null, own), '']);
    return [paper.colour.bold('How to fix'), '', ...lines];
}
function ruleLines(paper, id, why, findings) {
    const fixes = [...groupBy(findings, finding => finding.fix)];
    return [
        `  ${(0,visible/* visible */.RK)(id)} ${paper.colour.dim(`(${count(findings.length, 'finding')})`)}`,
        ...(why === null ? [] : [`    why  ${prose(paper, why, 9)}`]),
        ...fixes.flatMap(([fix, of]) => fixLines(paper, fix, fixes.length > 1 ? of : [])),
    ];
}
function fixLines(paper, fix, onlyFor) {
    const line = `    fix  ${prose(paper, fix, 9)}`;
    return onlyFor.length === 0
        ? [line]
        : [line, paper.colour.dim(`         ${prose(paper, placesOf(onlyFor), 9)}`)];
}
const mostPlaces = 3;
function placesOf(findings) {
    const places = findings
        .slice(0, mostPlaces)
        .map(finding => (0,visible/* visible */.RK)(`${finding.name.file.path}:${primaryRegion(finding).line}`));
    const more = findings.length > mostPlaces ? ` and ${findings.length - mostPlaces} more` : '';
    return `for ${places.join(', ')}${more}`;
}
function groupBy(findings, key) {
    const groups = new Map();
    for (const finding of findings) {
        const group = groups.get(key(finding));
        if (group)
            group.push(finding);
        else
            groups.set(key(finding), [finding]);
    }
    return groups;
}

;// CONCATENATED MODULE: ./src/reporters/guard-text.ts
/** What a check proves, to complete "The check …". */
const proof = {
    strong: 'holds',
    medium: 'is not enough by itself',
    weak: 'is not enough',
    void: 'does not hold',
};
/** A sentence on a check. `name` is what it is called where a format can do more than name it. */
function guardSentence({ kind, strength, says }, name = `${kind} check`) {
    return `The ${name} ${proof[strength]}: ${says.replace(/\.$/, '')}.`;
}
const mostGuards = 3;
/** The message of a finding with its checks in words, for formats that have no other place for them. */
function messageWithGuards({ message, guards }) {
    return [message, ...guards.slice(0, mostGuards).map(guard => guardSentence(guard))].join(' ');
}

;// CONCATENATED MODULE: ./src/reporters/pretty/excerpt.ts





/** The line of a finding behind its number, and carets under what it marks. */
function excerpt(paper, finding) {
    const { line, column, endColumn } = primaryRegion(finding);
    const code = (0,lines/* lineText */.oZ)(finding.name.file.text, line);
    const gutter = `${line} | `.padStart(8);
    const { before, marked, after } = narrow(paper.width - gutter.length, {
        before: code.slice(0, column - 1),
        marked: code.slice(column - 1, endColumn - 1),
        after: code.slice(endColumn - 1),
    });
    const carets = '^'.repeat(Math.max(1, string_width_default()(marked)));
    const margin = paper.colour.dim(`${' '.repeat(gutter.length - 2)}| `);
    return [
        (paper.colour.dim(gutter) + before + paper.colour.bold(marked) + after).trimEnd(),
        margin + ' '.repeat(string_width_default()(before)) + paintLevel(paper, finding.level, carets),
    ];
}
/** The three parts of a line made visible, and cut so that they fit and the beginning of the marked part can be seen. */
function narrow(columns, { before, marked, after }) {
    const whole = { before: show(before, 'end'), marked: show(marked, 'start'), after: show(after, 'start') };
    if (string_width_default()(whole.before + whole.marked + whole.after) <= columns)
        return whole;
    const forMarked = Math.min(string_width_default()(whole.marked), Math.floor(columns / 2));
    const forAfter = Math.min(string_width_default()(whole.after), Math.floor(columns / 4));
    const start = cutStart(whole.before, columns - forMarked - forAfter);
    const middle = cutEnd(whole.marked, columns - string_width_default()(start));
    return { before: start, marked: middle, after: cutEnd(whole.after, columns - string_width_default()(start + middle)) };
}
// A line of a megabyte is not worth looking at beyond what could fit on any paper.
const excerpt_longest = 1000;
function show(text, nearest) {
    const near = nearest === 'start' ? text.slice(0, excerpt_longest) : text.slice(-excerpt_longest);
    return (0,visible/* escapeControls */.UN)(near.replaceAll('\t', '    '));
}
function cutEnd(text, columns) {
    if (string_width_default()(text) <= columns)
        return text;
    return columns < 1 ? '' : `${fitting([...text], columns - 1).join('')}…`;
}
function cutStart(text, columns) {
    if (string_width_default()(text) <= columns)
        return text;
    return columns < 1
        ? ''
        : `…${fitting([...text].reverse(), columns - 1)
            .reverse()
            .join('')}`;
}
function fitting(characters, columns) {
    let left = columns;
    const end = characters.findIndex(character => {
        left -= string_width_default()(character);
        return left < 0;
    });
    return end === -1 ? [...characters] : characters.slice(0, end);
}

;// CONCATENATED MODULE: ./src/reporters/pretty/block.ts







/** One finding as a block of lines: where, what, the code, and how it comes about. What to do stands once at the end. */
function block(paper, finding) {
    const { line, column } = primaryRegion(finding);
    const { colour } = paper;
    const place = `${colour.bold((0,visible/* visible */.RK)(finding.name.file.path))}${colour.dim(`:${line}:${column}`)}`;
    const rows = [...stepRows(finding), ...guardRows(finding)];
    return [
        `${place}  ${paintLevel(paper, finding.level, finding.level)}  ${(0,visible/* visible */.RK)(finding.rule)}`,
        `  ${prose(paper, finding.message, 2)}`,
        '',
        ...excerpt(paper, finding),
        ...(rows.length > 0 ? ['', ...layOut(paper, rows)] : []),
    ];
}
/** A call that is guarded, with what guards it. */
function guardedBlock(paper, site) {
    const { line, column } = primaryRegion(site);
    const { colour } = paper;
    return [
        `${colour.bold((0,visible/* visible */.RK)(site.name.file.path))}${colour.dim(`:${line}:${column}`)}  ${(0,visible/* visible */.RK)(site.rule)}`,
        `  ${prose(paper, site.message, 2)}`,
        ...layOut(paper, guardRows(site)),
    ];
}
const mostSteps = 12;
function stepRows({ steps, name }) {
    const rows = steps.map(({ span, says }, index) => ({
        label: index === 0 ? 'path' : '',
        place: block_placeOf(span, name),
        says,
    }));
    if (rows.length <= mostSteps)
        return rows;
    const half = mostSteps / 2;
    const left = { label: '', place: '…', says: `${rows.length - mostSteps} more steps` };
    return [...rows.slice(0, half), left, ...rows.slice(-half)];
}
function guardRows({ guards, name }) {
    return guards.map(({ span, kind, strength, says }, index) => ({
        label: index === 0 ? 'guard' : '',
        place: block_placeOf(span, name),
        says: `${kind} check ${proof[strength]}: ${says}`,
    }));
}
/** Short where it is in the same file as the finding. */
function block_placeOf(span, at) {
    const { line, column } = (0,lines/* lineOf */.cA)(span.file.text, span.start);
    return span.file.path === at.file.path ? `line ${line}` : (0,visible/* visible */.RK)(`${span.file.path}:${line}:${column}`);
}
function layOut(paper, rows) {
    const widest = Math.max(...rows.map(row => string_width_default()(row.place)));
    const places = Math.min(widest, Math.floor(paper.width / 3));
    return rows.map(({ label, place, says }) => {
        const head = `  ${padTo(7, label)}${padTo(places, place)}  `;
        const indent = 11 + places;
        // A place that is too long for its column has a line of its own.
        const gap = string_width_default()(place) > places ? `\n${' '.repeat(indent)}` : '';
        return (paper.colour.dim(head.trimEnd()) +
            (gap || ' '.repeat(indent - string_width_default()(head.trimEnd()))) +
            prose(paper, says, indent));
    });
}

;// CONCATENATED MODULE: ./src/reporters/pretty/totals.ts

/** The last lines: how much was found where, and whether the gate lets it pass. */
function totals(paper, report) {
    const { findings, guarded, files, notices } = report;
    const unread = new Set(notices.map(notice => notice.path)).size;
    const scanned = `${count(files.seen, 'file')} scanned${unread > 0 ? `, ${unread} not read in full` : ''}`;
    const places = new Set(findings.map(finding => finding.name.file.path)).size;
    const found = findings.length === 0
        ? 'No findings'
        : `${count(findings.length, 'finding')}: ${levels(paper, report)} in ${count(places, 'file')}`;
    const silent = guarded.length > 0 ? `; ${guarded.length} guarded` : '';
    return [`${found}${silent}; ${scanned}`, verdictLine(paper, report.verdict)];
}
function levels(paper, { findings }) {
    const parts = ['error', 'warning', 'note'].flatMap(level => {
        const number = findings.filter(finding => finding.level === level).length;
        return number > 0 ? [paintLevel(paper, level, count(number, level))] : [];
    });
    return parts.join(', ');
}
function verdictLine({ colour }, { failOn, failed, blocking }) {
    if (failOn === 'never')
        return 'Gate off: no finding fails this run.';
    if (failed)
        return `${colour.bold(colour.red('Gate failed:'))} ${count(blocking, 'finding')} ${above(failOn)}.`;
    return `${colour.bold(colour.green('Gate passed:'))} nothing ${above(failOn)}.`;
}
function above(level) {
    return level === 'error' ? 'at level `error`' : `at or above \`${level}\``;
}

;// CONCATENATED MODULE: ./src/reporters/pretty/index.ts






/** The report for people. No text of the scanned repository can act on the terminal or the CI that shows it. */
function pretty(report, { colours = false, width = 100, showGuarded = false } = {}) {
    const paper = paperOf(colours, width);
    const lines = [
        ...report.findings.flatMap(finding => [...block(paper, finding), '']),
        ...advice(paper, report),
        ...(showGuarded ? guardedLines(paper, report.guarded) : []),
        ...policyLines(paper, report.policy),
        ...noticeLines(paper, report.notices),
        ...totals(paper, report),
    ];
    return (0,visible/* breakCommands */.ix)(`${lines.join('\n').replace(/ +$/gm, '')}\n`);
}
function guardedLines(paper, guarded) {
    if (guarded.length === 0)
        return ['No call is guarded.', ''];
    return [paper.colour.bold('Guarded'), '', ...guarded.flatMap(site => [...guardedBlock(paper, site), ''])];
}
function policyLines(paper, policy) {
    if (policy.length === 0)
        return [];
    const lines = policy.map(({ says }) => `  ${prose(paper, says, 2)}`);
    return [paper.colour.bold('By the configuration'), ...lines, ''];
}
const mostNotices = 20;
function noticeLines(paper, notices) {
    if (notices.length === 0)
        return [];
    const shown = notices.slice(0, mostNotices);
    const places = shown.map(({ path, line }) => (0,visible/* visible */.RK)(line > 0 ? `${path}:${line}` : path));
    const widest = Math.max(...places.map(place => string_width_default()(place)));
    const column = Math.min(widest, Math.floor(paper.width / 3));
    const more = notices.length - shown.length;
    return [
        paper.colour.bold('Not read in full'),
        ...shown.map(({ message }, index) => noticeLine(paper, column, places[index] ?? '', message)),
        ...(more > 0 ? [`  and ${more} more; the formats \`json\` and \`sarif\` list them all`] : []),
        '',
    ];
}
function noticeLine(paper, column, place, message) {
    const gap = string_width_default()(place) > column ? `\n${' '.repeat(4 + column)}` : '  ';
    return `  ${padTo(column, place)}${gap}${prose(paper, message, 4 + column)}`;
}

;// CONCATENATED MODULE: ./src/base/uri.ts
/** A relative path with forward slashes as a relative URI reference: only the slashes stay bare. */
function encodePath(path) {
    // A lone surrogate, from a file name that is not text, has no encoding.
    return path
        .replace(/\p{Cs}/gu, '\ufffd')
        .split('/')
        .map(encodeURIComponent)
        .join('/');
}

;// CONCATENATED MODULE: ./src/reporters/sarif/text.ts

/** Text for a SARIF message: nothing hidden in it, and no bracket or backslash that a viewer would read as part of a link. */
function plainText(text) {
    return (0,visible/* visibleLines */.gB)(text).replace(/[[\]\\]/g, '\\$&');
}
/** The text, cut where a field of GitHub's ends. */
function atMost(length, text) {
    return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

;// CONCATENATED MODULE: ./src/reporters/sarif/places.ts



/** The first line of a span, with what is to say about it. */
function locationOf(span, says) {
    return {
        physicalLocation: physicalLocation(span.file.path, firstLineOf(span)),
        message: { text: plainText(says) },
    };
}
/** A stretch of a line, in the only form of which GitHub reads all fields. */
function physicalLocation(path, { line, column, endColumn }) {
    // No snippet: viewers show the code from the repository, and a log with none can be shared more freely.
    return { artifactLocation: artifact(path), region: { startLine: line, startColumn: column, endColumn } };
}
/** A file by its path from the root of the repository, which is where GitHub looks for it. */
function artifact(path) {
    return { uri: encodePath(path) };
}

;// CONCATENATED MODULE: ./src/reporters/sarif/notifications.ts


/** What could not be read, as a notification of the tool: the run itself has succeeded. */
function notificationOf({ path, line, kind, message }) {
    const region = line > 0 ? { region: { startLine: line } } : {};
    return {
        // There is no descriptor to look up: GitHub would ask of each, used or not, what it asks of a rule.
        descriptor: { id: kind },
        level: 'warning',
        message: { text: plainText(message) },
        locations: [{ physicalLocation: { artifactLocation: artifact(path), ...region } }],
    };
}
/** What the configuration leaves out or takes for granted. */
function configurationNotificationOf({ setting, says }) {
    return { descriptor: { id: `configured-${setting}` }, level: 'note', message: { text: plainText(says) } };
}

;// CONCATENATED MODULE: ./src/reporters/sarif/line-hash.ts
/**
 * The value of every line under GitHub's fingerprint `primaryLocationLineHash`; the first item belongs to line 1. It names a
 * line by the 100 significant characters that begin there and by how many lines before it had the same ones.
 *
 * GitHub's upload computes it anew from the file on disk and warns where ours differs. That happens only in files whose
 * bytes are not plain UTF-8, and in the first line behind a byte order mark; ours is kept then too.
 */
function lineHashes(text) {
    const { characters, lineStarts } = significant(text);
    const seen = new Map();
    return hashesAt(characters, lineStarts).map(hash => {
        const times = (seen.get(hash) ?? 0) + 1;
        seen.set(hash, times);
        return `${hash.toString(16)}:${times}`;
    });
}
const windowLength = 100;
const base = 37n;
const endMark = 65535;
const lineFeed = 10;
const carriageReturn = 13;
function significant(text) {
    const characters = new Uint16Array(text.length + 1 + windowLength);
    const lineStarts = [0];
    let length = 0;
    for (let at = 0; at < text.length; at += 1) {
        const character = text.charCodeAt(at);
        if (isSkipped(text, at, character))
            continue;
        const ends = character === lineFeed || character === carriageReturn;
        characters[length++] = ends ? lineFeed : character;
        if (ends)
            lineStarts.push(length);
    }
    characters[length] = endMark;
    return { characters: characters.subarray(0, length + 1 + windowLength), lineStarts };
}
function isSkipped(text, at, character) {
    if (character === 32 || character === 9)
        return true;
    return character === lineFeed && text.charCodeAt(at - 1) === carriageReturn;
}
/** A rolling polynomial hash, read where a line begins, modulo 2 to the power of 64. */
function hashesAt(characters, lineStarts) {
    const leaving = BigInt.asUintN(64, base ** BigInt(windowLength));
    const hashes = [];
    let hash = 0n;
    for (let end = 0; hashes.length < lineStarts.length; end += 1) {
        if (end - windowLength === lineStarts[hashes.length])
            hashes.push(hash);
        const out = BigInt(characters[end - windowLength] ?? 0);
        hash = BigInt.asUintN(64, hash * base + BigInt(characters[end] ?? 0) - leaving * out);
    }
    return hashes;
}

;// CONCATENATED MODULE: ./src/reporters/sarif/results.ts





/** Turns the findings into results, in the same order. */
function resultsOf(findings, rules) {
    const indexes = new Map(rules.map((rule, index) => [rule.id, { rule, index }]));
    const hashes = new Map();
    return findings.map(finding => {
        const { file } = finding.name;
        const known = hashes.get(file) ?? lineHashes(file.text);
        hashes.set(file, known);
        const described = indexes.get(finding.rule);
        return {
            ...resultOf(finding, described?.rule ?? null, known),
            ...(described && { ruleIndex: described.index }),
        };
    });
}
function resultOf(finding, rule, hashes) {
    const region = primaryRegion(finding);
    const guards = finding.guards.slice(0, results_mostGuards);
    return {
        ruleId: finding.rule,
        level: finding.level,
        message: { text: messageOf(finding, guards, rule) },
        locations: [{ physicalLocation: physicalLocation(finding.name.file.path, region) }],
        partialFingerprints: {
            primaryLocationLineHash: hashes[region.line - 1] ?? '',
            'modelgate/v1': finding.fingerprint,
        },
        ...(finding.steps.length > 0 && { codeFlows: [codeFlowOf(finding)] }),
        ...(guards.length > 0 && { relatedLocations: guards.map(relatedLocation) }),
        properties: {
            'security-severity': finding.securitySeverity.toFixed(1),
            precision: finding.precision,
            within: finding.within,
        },
    };
}
// Of the places of one result, GitHub asks for ten at most.
const results_mostGuards = 9;
function messageOf(finding, guards, rule) {
    // The page of the rule already shows its own fix.
    const fix = rule?.fix === finding.fix ? [] : [plainText(finding.fix)];
    return [plainText(finding.message), ...guards.map(linkedSentence), ...fix].join(' ');
}
/** A sentence with a link to the guard's place: GitHub shows related locations only where the message links to them. */
function linkedSentence(guard, index) {
    return guardSentence({ ...guard, says: plainText(guard.says) }, `[${guard.kind} check](${index + 1})`);
}
function relatedLocation(guard, index) {
    return { id: index + 1, ...locationOf(guard.span, guard.says) };
}
const results_mostSteps = 100;
function codeFlowOf(finding) {
    const all = [...finding.steps, ...sinkStep(finding)];
    const half = results_mostSteps / 2;
    const kept = all.length <= results_mostSteps ? all : [...all.slice(0, half), ...all.slice(-half)];
    return {
        threadFlows: [{ locations: kept.map(({ span, says }) => ({ location: locationOf(span, says) })) }],
    };
}
/** The sink itself, where the path does not end in it already. */
function sinkStep({ steps, span, name }) {
    const last = steps.at(-1)?.span;
    if (last && last.file === span.file && last.start < span.end && span.start < last.end)
        return [];
    return [{ span, says: `\`${name.file.text.slice(name.start, name.end)}\` is called here` }];
}

;// CONCATENATED MODULE: ./src/reporters/sarif/rules.ts

/** Where the project and the pages of its rules can be read. */
const homepage = 'https://github.com/modelgate/modelgate';
/** A rule as code-scanning shows it. */
function descriptorOf(rule) {
    return {
        id: rule.id,
        name: pascalCase(rule.id),
        shortDescription: { text: atMost(1024, rule.title) },
        fullDescription: { text: atMost(1024, rule.why) },
        help: { text: `${rule.why}\n\n${rule.fix}`, markdown: rule.help },
        helpUri: `${homepage}/blob/main/rules/README.md#${rule.id}`,
        defaultConfiguration: { level: rule.level },
        properties: {
            tags: rule.tags.slice(0, 9),
            precision: rule.precision,
            'problem.severity': severities[rule.level],
            'security-severity': rule.securitySeverity.toFixed(1),
        },
    };
}
const severities = {
    error: 'error',
    warning: 'warning',
    note: 'recommendation',
};
function pascalCase(id) {
    return id.replace(/(^|-)([a-z])/g, (_, __, letter) => letter.toUpperCase());
}

;// CONCATENATED MODULE: ./src/reporters/sarif/index.ts





/** The report as SARIF 2.1.0, within what GitHub's code scanning reads. */
function sarif(report, { category = 'modelgate/' } = {}) {
    const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [runOf(report, category)],
    };
    return toJson(log);
}
function runOf(report, category) {
    const rules = [...report.rules].sort((a, b) => (0,base_order/* byCodeUnits */.C)(a.id, b.id));
    return {
        tool: {
            driver: {
                // GitHub's rulesets name the tool by this word: another one would unhinge them.
                name: 'Modelgate',
                semanticVersion: report.version,
                informationUri: homepage,
                rules: rules.map(descriptorOf),
            },
        },
        // Up to its last slash this is the category; what follows would name a single run.
        automationDetails: { id: category.endsWith('/') ? category : `${category}/` },
        invocations: [
            {
                executionSuccessful: true,
                toolExecutionNotifications: report.notices.map(notificationOf),
                ...(report.policy.length > 0 && {
                    toolConfigurationNotifications: report.policy.map(configurationNotificationOf),
                }),
            },
        ],
        columnKind: 'utf16CodeUnits',
        results: resultsOf(report.findings, rules),
    };
}

;// CONCATENATED MODULE: ./src/reporters/index.ts



/** Every output format by its name on the command line. */
const formats = { pretty: pretty, sarif: sarif, json: json };

;// CONCATENATED MODULE: ./src/reporters/graph/text.ts

const text_longest = 80;
/** What a node says of itself, in a few words. */
function nodeText(node) {
    const { kind, label, span, strength, status } = node;
    const at = `${span.file.path}:${(0,lines/* lineOf */.cA)(span.file.text, span.start).line}`;
    const name = label.length > text_longest ? `${label.slice(0, text_longest)}…` : label;
    switch (kind) {
        case 'gate':
            return `${name}, ${strength ?? 'unknown'} (${at})`;
        case 'promotion':
            return `${name}: ${status ?? 'unknown'} (${at})`;
        case 'trigger':
        case 'pipeline':
        case 'job':
        case 'script':
        case 'function':
            return name;
    }
}
/** How well a promotion or a gate holds: what colour it gets. `null` for other nodes. */
function openEnds({ kind, strength, status }) {
    if (kind === 'promotion')
        return status;
    if (kind !== 'gate')
        return null;
    if (strength === 'strong')
        return 'guarded';
    return strength === 'medium' ? 'declared' : 'open';
}

;// CONCATENATED MODULE: ./src/reporters/graph/dot.ts


const shapes = {
    trigger: 'oval',
    pipeline: 'component',
    job: 'box',
    script: 'note',
    function: 'box',
    gate: 'hexagon',
    promotion: 'cds',
};
const colours = { open: '#cf222e', declared: '#9a6700', guarded: '#1a7f37' };
/** A map in the language of Graphviz. https://graphviz.org/doc/info/lang.html */
function dot({ nodes, edges }) {
    const drawn = nodes.map(node => {
        const ends = openEnds(node);
        const colour = ends === null ? '' : `, color=${quoted(colours[ends])}`;
        return `  ${node.id} [label=${quoted(nodeText(node))}, shape=${shapes[node.kind]}${colour}]`;
    });
    const lines = edges.map(({ from, to, kind, regardless }) => {
        const style = regardless === null ? '' : ', style=dashed';
        return `  ${from} -> ${to} [label=${quoted(regardless === null ? kind : `${kind}: ${regardless}`)}${style}]`;
    });
    return `${['digraph promotions {', '  rankdir=LR', ...drawn, ...lines, '}'].join('\n')}\n`;
}
function quoted(text) {
    return `"${(0,visible/* visible */.RK)(text).replace(/["\\]/g, character => `\\${character}`)}"`;
}

;// CONCATENATED MODULE: ./src/reporters/graph/json.ts


/** A map as JSON; `docs/json.md` describes it. */
function graphJson({ nodes, edges }) {
    return toJson({
        nodes: nodes.map(({ id, kind, label, span, strength, status }) => {
            const { line, column } = (0,lines/* lineOf */.cA)(span.file.text, span.start);
            return { id, kind, label, path: span.file.path, line, column, strength, status };
        }),
        edges,
    });
}

;// CONCATENATED MODULE: ./src/reporters/graph/mermaid.ts


const mermaid_shapes = {
    trigger: ['([', '])'],
    pipeline: ['[[', ']]'],
    job: ['[', ']'],
    script: ['[/', '/]'],
    function: ['(', ')'],
    gate: ['{{', '}}'],
    promotion: ['>', ']'],
};
/** A map as a Mermaid flowchart, which GitHub and GitLab draw. https://mermaid.js.org/syntax/flowchart.html */
function mermaid(map) {
    const nodes = map.nodes.map(node => {
        const [open, close] = mermaid_shapes[node.kind];
        return `  ${node.id}${open}"${escaped(nodeText(node))}"${close}${classOf(node)}`;
    });
    const edges = map.edges.map(edge => `  ${edge.from} ${arrow(edge)} ${edge.to}`);
    return `${['flowchart LR', ...nodes, ...edges, ...classes].join('\n')}\n`;
}
const classes = [
    '  classDef open fill:#ffebe9,stroke:#cf222e,color:#1f2328',
    '  classDef declared fill:#fff8c5,stroke:#9a6700,color:#1f2328',
    '  classDef guarded fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
];
function classOf(node) {
    const ends = openEnds(node);
    return ends === null ? '' : `:::${ends}`;
}
function arrow({ kind, regardless }) {
    const words = kind === 'runs' || kind === 'calls' ? '' : kind;
    const label = regardless === null ? words : `${kind}, in vain`;
    const line = regardless === null ? '-->' : '-.->';
    return label === '' ? line : `${line}|${escaped(label)}|`;
}
// Anything but plain words may mean something to Mermaid or to HTML.
function escaped(text) {
    return (0,visible/* visible */.RK)(text).replace(/[^A-Za-z0-9 _./,-]/gu, character => `#${character.codePointAt(0)};`);
}

;// CONCATENATED MODULE: ./src/reporters/graph/index.ts



/** How a promotion map is written. */
const graphFormats = {
    mermaid: mermaid,
    dot: dot,
    json: graphJson,
};

;// CONCATENATED MODULE: ./src/program/source.ts
/** The span in the file on disk that holds a span of embedded code; the span itself where nothing is embedded. */
function onDisk(span) {
    const { container } = span.file;
    if (!container)
        return span;
    const start = offsetOnDisk(container, span.start);
    const end = Math.max(start, offsetOnDisk(container, span.end));
    return onDisk({ file: container.file, start, end });
}
function offsetOnDisk({ pieces }, offset) {
    const piece = pieces.findLast(p => p.from <= offset) ?? pieces[0];
    return piece ? piece.to + Math.min(Math.max(0, offset - piece.from), piece.length) : 0;
}

;// CONCATENATED MODULE: ./src/program/value.ts
const unknown = { kind: 'unknown' };
function constant(value) {
    return { kind: 'constant', value };
}
/** One of these, whichever path was taken. */
function mixOf(values) {
    const of = [...new Set(values)];
    const [only, second] = of;
    if (only === undefined)
        return unknown;
    return second === undefined ? only : { kind: 'mix', of, from: of.map(() => -1) };
}

;// CONCATENATED MODULE: ./src/program/index.ts








;// CONCATENATED MODULE: ./src/analysis/commands/options.ts
/** The options that a word gives: one, several letters behind one dash, or none where it is no option. */
function optionsIn(text, grammar) {
    const found = /^(--?)([A-Za-z][^=\s]*)(=?)/.exec(text);
    if (!found)
        return [];
    const [whole, dashes = '', name = '', equals] = found;
    const single = dashes === '-' && name.length > 1 && !isKnown(grammar, name);
    if (single && isKnown(grammar, name[0] ?? ''))
        return lettersOf(name, equals ?? '', grammar);
    const takes = equals === '=' ? 'rest' : grammar.flags.has(name) ? 'nothing' : 'open';
    return [{ name: grammar.spellings.get(name) ?? name, takes, from: whole.length }];
}
function isKnown({ flags, spellings }, name) {
    return flags.has(name) || spellings.has(name);
}
// `-fsSLo model.pkl`, `-nprod`: letters that take no value, and at last one that may.
function lettersOf(name, equals, grammar) {
    const letters = [...name];
    const last = letters.findIndex(letter => !grammar.flags.has(letter));
    const flags = last < 0 ? letters : letters.slice(0, last);
    const options = flags.map(letter => optionOf(letter, 'nothing', 0, grammar));
    if (last < 0)
        return options;
    const ends = last === letters.length - 1 && equals === '';
    return [...options, optionOf(letters[last] ?? '', ends ? 'next' : 'rest', last + 2, grammar)];
}
function optionOf(letter, takes, from, { spellings }) {
    return { name: spellings.get(letter) ?? letter, takes, from };
}

;// CONCATENATED MODULE: ./src/analysis/commands/lines.ts


/** The words of a call of a command, its name first. */
function partsOf(call) {
    const name = call.callee.kind === 'command' ? call.callee.name : '';
    const first = { name: null, value: constant(name), span: call.name };
    return {
        words: [first, ...call.arguments.filter(argument => argument.name === null)],
        environment: call.arguments.filter(argument => argument.name !== null),
    };
}
/** A word's text; `null` where it is not known. */
function wordOf(argument) {
    const value = argument?.value;
    return value?.kind === 'constant' && !argument?.splat ? String(value.value) : null;
}
/**
 * Takes a command line apart. An option of which nothing is known takes the next word as its value when `greedy`, and
 * stands alone otherwise.
 */
function takeApart(words, grammar, greedy) {
    const plain = [];
    const options = new Map();
    for (let i = 0; i < words.length; i += 1) {
        const word = words[i];
        if (!word)
            continue;
        const text = startOf(word);
        if (text === '--') {
            plain.push(...words.slice(i + 1));
            break;
        }
        const given = text === null || i === 0 ? [] : optionsIn(text, grammar);
        if (given.length === 0)
            plain.push(word);
        for (const option of given) {
            const next = words[i + 1];
            const { takes } = option;
            if (takes === 'rest')
                add(options, option.name, { ...word, value: restOf(word.value, option.from) });
            else if (next && !looksLikeOption(next) && (takes === 'next' || (takes === 'open' && greedy))) {
                add(options, option.name, next);
                i += 1;
            }
            else
                add(options, option.name, { ...word, value: constant(true) });
        }
    }
    return { words: plain, options };
}
function add(options, name, argument) {
    const known = options.get(name);
    if (known)
        known.push(argument);
    else
        options.set(name, [argument]);
}
function looksLikeOption(word) {
    const text = startOf(word);
    return text !== null && /^--?[A-Za-z]/.test(text);
}
// What a word begins with, as far as it is written out; a space stands for the rest, since no option has one.
function startOf({ value }) {
    if (value.kind === 'constant')
        return String(value.value);
    const first = value.kind === 'text' ? value.parts[0] : undefined;
    return first?.kind === 'constant' ? `${String(first.value)} ` : null;
}
// `--stage=$STAGE` without its first characters.
function restOf(value, from) {
    if (value.kind === 'constant')
        return constant(String(value.value).slice(from));
    if (value.kind !== 'text')
        return { kind: 'unknown' };
    const [first, ...others] = value.parts;
    const rest = first?.kind === 'constant' ? String(first.value).slice(from) : '';
    const [only] = others;
    if (rest === '' && others.length === 1 && only)
        return only;
    return { kind: 'text', parts: rest === '' ? others : [constant(rest), ...others] };
}
/**
 * The arguments of a command as those of a call: options by their names, the words behind its own ones by position, and what
 * a condition may ask besides: `$` for the whole line, `<` and `>` for what it reads and where its output goes.
 */
function argumentsOf(line, ownWords, environment, call, job) {
    const options = [...line.options].map(([name, given]) => {
        const [first, ...others] = given;
        if (!first)
            throw new Error(`no value for ${name}`);
        const all = given.map(argument => argument.value);
        return { ...first, name, value: others.length === 0 ? first.value : { kind: 'collection', items: all } };
    });
    const { span, input, output } = call;
    const streams = [
        ...(input ? [{ name: '<', value: input, span }] : []),
        ...(output ? [{ name: '>', value: output, span }] : []),
    ];
    const whole = { name: '$', value: wholeLine(call, job), span };
    return [...line.words.slice(ownWords), ...options, ...environment, ...streams, whole];
}
// Names of variables tell as much as their values, and so do the folder and the job in which a command runs.
function wholeLine(call, job) {
    const directory = call.callee.kind === 'command' ? call.callee.directory : null;
    const around = [directory ?? '', goesOn.test(job) ? '' : job].filter(text => text !== '').map(constant);
    const words = partsOf(call).words.map(word => word.value);
    const parts = [...around, ...words, written(call.span)];
    return { kind: 'text', parts: parts.flatMap(part => [part, constant(' ')]) };
}
// `build-test-deploy` tests first, and what it deploys is no test.
const goesOn = /test.*(?:deploy|release|publish|promot|roll)/i;
/** A place as its file writes it. */
function written({ file, start, end }) {
    return constant(file.text.slice(start, Math.min(end, start + lines_longest)));
}
const lines_longest = 2000;

;// CONCATENATED MODULE: ./src/analysis/bindings.ts
/** The values that `of[key]` may stand for where `of` is written out; `null` where it is not. */
function itemsOf(of, key) {
    if (of.kind === 'collection') {
        const at = key.kind === 'constant' && typeof key.value === 'number' ? of.items.at(key.value) : undefined;
        return at ? [at] : of.items;
    }
    if (of.kind !== 'dictionary')
        return null;
    const written = of.entries.filter(entry => entry.key?.kind === 'constant');
    if (key.kind !== 'constant')
        return of.entries.map(entry => entry.value);
    const same = written.filter(entry => entry.key?.kind === 'constant' && entry.key.value === key.value);
    const last = same.at(-1);
    return last ? [last.value] : [];
}
/** What a unit returns, or yields where it is a generator. */
function givenBack(linked, unit) {
    const known = linked.givenBack.get(unit);
    if (known)
        return known;
    const wanted = unit.generator ? 'yield' : 'return';
    const facts = unit.blocks.flatMap(block => block.facts);
    const values = facts.flatMap(fact => (fact.kind === wanted && 'value' in fact ? [fact.value] : []));
    const distinct = [...new Set(values)].filter(value => value.kind !== 'constant' && value.kind !== 'unknown');
    linked.givenBack.set(unit, distinct);
    return distinct;
}

;// CONCATENATED MODULE: ./src/analysis/decorated.ts
/** Whether a method takes no receiver. */
function isStatic(unit) {
    return unit.decorators.some(d => d.kind === 'name' && d.name === 'staticmethod');
}
/** Whether a method takes its class as its receiver. */
function isClassMethod(unit) {
    return unit.decorators.some(d => d.kind === 'name' && d.name === 'classmethod');
}
/** Whether a method is read like a field. */
function isProperty(unit) {
    return unit.decorators.some(d => d.kind === 'name'
        ? /^(property|functools\.cached_property)$/.test(d.name)
        : d.kind === 'field' && /property$/.test(d.name));
}

;// CONCATENATED MODULE: ./src/analysis/inert.ts
/** Files of pipelines that never run where they stand, each with the reason. */
function findInert(program) {
    const found = new Map();
    for (const { file, inert } of program.units.values())
        if (inert !== undefined)
            found.set(file.path, inert);
    return found;
}
/** The path on disk of a file that may be embedded. */
function pathOnDisk(file) {
    return file.container ? pathOnDisk(file.container.file) : file.path;
}

;// CONCATENATED MODULE: ./src/analysis/callers.ts



const mostArguments = 40;
/** Calls of a unit that count: what a test gives it says nothing about how it is used. */
function callersOf(linked, unit) {
    const known = linked.counted.get(unit);
    if (known)
        return known;
    const sites = linked.callers.get(unit.name) ?? [];
    const { isTest } = linked.knowledge;
    const used = isTest(unit.file.path) ? sites : sites.filter(site => !isTest(site.unit.file.path));
    const counted = linked.inert.size === 0 ? used : used.filter(site => runs(linked, site, unit));
    linked.counted.set(unit, counted);
    return counted;
}
// A pipeline that never runs starts nothing but what stands in its own file.
function runs({ inert }, site, unit) {
    const path = pathOnDisk(site.unit.file);
    return !inert.has(path) || path === pathOnDisk(unit.file);
}
/** What callers give for a parameter; its default where one of them gives nothing. */
function argumentsFor(linked, unit, index) {
    const shape = unit.parameters[index];
    if (!shape)
        return [];
    const known = linked.given.get(shape);
    if (known)
        return known;
    const given = givenBy(callersOf(linked, unit), unit, index, shape.default);
    linked.given.set(shape, given);
    return given;
}
function givenBy(sites, unit, index, otherwise) {
    if (sites.length === 0)
        return otherwise ? [otherwise] : [];
    const given = sites.slice(0, mostArguments).map(site => argumentFor(unit, index, site.call) ?? otherwise);
    return [...new Set(given.filter(value => value !== null))];
}
/** The argument of a call that fills the parameter `index` of a unit; `null` where the call leaves it out. */
function argumentFor(unit, index, call) {
    const shape = unit.parameters[index];
    if (!shape)
        return null;
    const named = call.arguments.find(argument => argument.name === shape.name);
    if (named)
        return named.value;
    const splat = call.arguments.find(argument => argument.name === '**');
    if (splat)
        return itemsOf(splat.value, { kind: 'constant', value: shape.name })?.[0] ?? { kind: 'unknown' };
    if (shape.kind !== 'positional')
        return null;
    const bound = unit.owner !== null && !isStatic(unit) ? 1 : 0;
    const positional = call.arguments.filter(argument => argument.name === null);
    const spread = positional.findIndex(argument => argument.splat);
    const at = index - bound;
    if (spread >= 0 && at >= spread)
        return { kind: 'unknown' };
    return positional[at]?.value ?? null;
}

;// CONCATENATED MODULE: ./src/analysis/defaults.ts
const fields = /^(dataclasses\.field|attrs?\.(field|ib|attrib)|(pydantic|pydantic\.fields|sqlmodel)\.Field)$/;
/** The default that the declaration of a field gives: `field(default="x")`, `Field("x")`; `null` for any other call. */
function fieldDefault(names, call) {
    if (!names.some(name => fields.test(name)))
        return null;
    const named = call.arguments.find(argument => argument.name === 'default');
    return (named ?? call.arguments.find(argument => argument.name === null))?.value ?? null;
}
/** The class of which the declaration of a field makes an object: `field(default_factory=Registry)`. */
function fieldFactory(name, call) {
    if (!fields.test(name))
        return null;
    return call.arguments.find(a => a.name === 'default_factory' || a.name === 'factory')?.value ?? null;
}

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
var picomatch_default = /*#__PURE__*/__webpack_require__.n(picomatch);
;// CONCATENATED MODULE: ./src/analysis/commands/known.ts
/** Arranges what the catalogue knows of command lines. `names` are all names that it has entries for. */
function arrangeCommands(catalogs, names) {
    const spelled = names.filter(isCommand).map(name => name.slice(2).split(' '));
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
    };
}
const none = { flags: new Set(), spellings: new Map() };
/** Whether a name of the catalogue is that of a command line. */
function isCommand(name) {
    return name.startsWith('$ ');
}
function byFirstWord(entries, wordsOf) {
    const found = new Map();
    for (const entry of entries)
        for (const first of new Set(wordsOf(entry).map(words => words.split(' ')[0] ?? '')))
            found.set(first, [...(found.get(first) ?? []), entry]);
    return found;
}

;// CONCATENATED MODULE: ./src/analysis/knowledge.ts


function arrange(rules) {
    const { catalogs, own = { guards: [], sinks: [] } } = rules;
    // Of two entries for one call the first that is certain speaks, so the project's come first.
    const sinks = [...own.sinks, ...catalogs.flatMap(catalog => catalog.sinks)];
    const aliases = new Map(catalogs.flatMap(catalog => Object.entries(catalog.aliases)));
    return {
        ...arrangeCommands(catalogs, namesOf(catalogs, sinks)),
        rules: rules.rules,
        aliases,
        spelled: new Map(),
        sinks: byName(sinks),
        distinctive: byLastName(sinks.filter(sink => sink.distinctive)),
        results: byName(catalogs.flatMap(catalog => catalog.results)),
        engines: catalogs.flatMap(catalog => catalog.engines),
        starters: byName(catalogs.flatMap(catalog => catalog.starters)),
        ...arrangeOrigins(catalogs.flatMap(catalog => catalog.origins)),
        services: new Set(catalogs.flatMap(catalog => catalog.services)),
        guards: byName([...own.guards, ...catalogs.flatMap(catalog => catalog.guards)]),
        own,
        terminators: new Set(catalogs.flatMap(catalog => catalog.terminators)),
        metrics: {
            higher: metricWords(catalogs, 'higher'),
            lower: metricWords(catalogs, 'lower'),
            other: metricWords(catalogs, 'other'),
            reference: metricWords(catalogs, 'reference'),
            counts: metricWords(catalogs, 'counts'),
        },
        measuring: {
            calls: catalogs.flatMap(catalog => catalog.measuring?.calls ?? []).map(namePattern),
            methods: new Set(catalogs.flatMap(catalog => catalog.measuring?.methods ?? [])),
        },
        lookalikes: catalogs
            .flatMap(catalog => catalog.lookalikes)
            .map(entry => ({ names: anyOf(entry.names), entry })),
        lastNames: new Set([...sinks.flatMap(sink => sink.call), ...aliases.keys()].filter(name => !isCommand(name)).map(lastName)),
        words: wordLists(catalogs),
        observers: catalogs.flatMap(catalog => catalog.observers).map(namePattern),
        doubles: catalogs
            .flatMap(catalog => catalog.doubles)
            .map(name => new RegExp(`^${escapeName(name)}(\\b|$)`)),
        isTest: remembered(picomatch_default()(catalogs.flatMap(catalog => catalog.contexts?.test ?? []))),
    };
}
function namesOf(catalogs, sinks) {
    const entries = catalogs.flatMap(({ guards, origins, results }) => [...guards, ...origins, ...results]);
    return [
        ...new Set([
            ...[...entries, ...sinks].flatMap(entry => entry.call),
            ...catalogs.flatMap(c => c.terminators),
        ]),
    ];
}
function arrangeOrigins(origins) {
    const addresses = origins.flatMap(entry => entry.begins.map(start => ({ start, entry })));
    return {
        origins: byName(origins),
        distinctiveOrigins: byLastName(origins.filter(origin => origin.distinctive)),
        decorators: byName(origins.map(origin => ({ ...origin, call: origin.decorates }))),
        addresses: addresses.sort((a, b) => b.start.length - a.start.length),
        writers: new Set(origins.flatMap(origin => (origin.to === undefined ? [] : origin.call)).map(lastName)),
        takers: new Set(origins.flatMap(origin => (origin.calls === undefined ? [] : origin.call)).map(lastName)),
    };
}
/** The last name of a qualified one, without what stands for its result. */
function lastName(name) {
    if (/^\w+$/.test(name))
        return name;
    return /(\w+)(?:\(\))?$/.exec(name)?.[1] ?? name;
}
/** Whether a name stands for an assignment: `os.environ.__setitem__`. */
function isAssignment(name) {
    return /\.__set(attr|item)__$/.test(name);
}
function byName(entries) {
    const exact = new Map();
    const patterns = [];
    for (const entry of entries)
        for (const name of entry.call) {
            if (name.includes('*'))
                patterns.push({ pattern: namePattern(name), entry });
            else
                push(exact, name, entry);
        }
    return { exact, patterns, found: new Map() };
}
// `*` stands for one name: `mlflow.*.load_model`.
function namePattern(name) {
    return new RegExp(`^${escapeName(name).replaceAll('*', '[^.]+')}$`);
}
function escapeName(name) {
    return name.replace(/[.()[\]]/g, '\\$&');
}
function byLastName(entries) {
    const found = new Map();
    for (const entry of entries)
        for (const last of new Set(entry.call.map(name => name.slice(name.lastIndexOf('.') + 1))))
            push(found, last, entry);
    return found;
}
function push(map, key, value) {
    const known = map.get(key);
    if (known)
        known.push(value);
    else
        map.set(key, [value]);
}
function remembered(ask) {
    const answers = new Map();
    return path => {
        const known = answers.get(path);
        if (known !== undefined)
            return known;
        const answer = ask(path);
        answers.set(path, answer);
        return answer;
    };
}
function metricWords(catalogs, list) {
    return new Set(catalogs.flatMap(catalog => catalog.metrics?.[list] ?? []));
}
// `skip_*` stands for every name that begins so.
function anyOf(names) {
    return new RegExp(`^(${names.map(name => escapeName(name).replaceAll('*', '.*')).join('|')})$`);
}
function wordLists(catalogs) {
    return new Map(catalogs.flatMap(catalog => Object.entries(catalog.words)));
}
/** The entries that a qualified name matches. */
function entriesFor(names, name) {
    const known = names.found.get(name);
    if (known)
        return known;
    const exact = names.exact.get(name) ?? [];
    const others = names.patterns.filter(({ pattern }) => pattern.test(name)).map(({ entry }) => entry);
    const found = others.length === 0 ? exact : [...exact, ...others];
    names.found.set(name, found);
    return found;
}
/** The canonical spelling of a name: its longest start that has another name is replaced. */
function canonical(knowledge, name) {
    const known = knowledge.spelled.get(name);
    if (known !== undefined)
        return known;
    const found = replaceStarts(knowledge.aliases, name);
    knowledge.spelled.set(name, found);
    return found;
}
function replaceStarts(aliases, name) {
    let at = name;
    // Aliases may lead to aliases; a cycle in the catalogue must not hang.
    for (let steps = 0; steps < 8; steps += 1) {
        const next = replaceStart(aliases, at);
        if (next === at)
            return at;
        at = next;
    }
    return at;
}
function replaceStart(aliases, name) {
    for (let end = name.length; end > 0; end = lastBoundary(name, end)) {
        const target = aliases.get(name.slice(0, end));
        if (target !== undefined)
            return target + name.slice(end);
    }
    return name;
}
function lastBoundary(name, end) {
    const dot = name.lastIndexOf('.', end - 1);
    const call = name.endsWith('()', end) ? end - 2 : -1;
    return Math.max(dot, call);
}

;// CONCATENATED MODULE: ./src/analysis/libraries.ts

// A chain of calls on calls names nothing of a library when it is longer.
const libraries_longest = 400;
/** The canonical spelling of a library's name. */
function libraryName(knowledge, name) {
    return name.length > libraries_longest ? '…' : canonical(knowledge, name);
}
/** The name of what a call of a library's function gives back. */
function resultName(knowledge, name, call) {
    const given = entriesFor(knowledge.results, name).find(rule => givesHere(rule, call));
    return given ? given.gives : `${name}()`;
}
// Factories are told apart by literal arguments only: `boto3.client("sagemaker")`.
function givesHere(rule, call) {
    return Object.entries(rule.if ?? {}).every(([parameter, wanted]) => {
        const index = rule.parameters.indexOf(parameter);
        const named = call.arguments.find(argument => argument.name === parameter);
        const argument = named ?? call.arguments.filter(a => a.name === null)[index];
        return argument?.value.kind === 'constant' && argument.value.value === wanted;
    });
}
/** Whether a base brings no members of a library worth naming. */
function isPlainBase(name) {
    return /^(object|abc\.ABC|typing\.\w+|enum\.\w+|str|int|dict|list|Exception)$/.test(name);
}
/** Whether a type has no members of a library worth naming. */
function isPlainType(name) {
    return /^(typing\.|None$|str$|int$|float$|bool$|dict$|list$|tuple$|object$)/.test(name);
}

;// CONCATENATED MODULE: ./src/analysis/modules.ts
/** Indexes every Python file under each dotted name that an import could use for it. */
function indexModules(files) {
    const byName = new Map();
    const tops = new Set();
    const paths = new Set();
    for (const path of files) {
        if (!/\.pyw?$/.test(path))
            continue;
        paths.add(path);
        const parts = path.replace(/(\/__init__)?\.pyw?$/, '').split('/');
        for (let from = parts.length - 1; from >= 0; from -= 1) {
            tops.add(parts[from] ?? '');
            const name = parts.slice(from).join('.');
            const places = byName.get(name);
            const place = { path, root: parts.slice(0, from).join('/') };
            if (places)
                places.push(place);
            else
                byName.set(name, [place]);
        }
    }
    return { byName, tops, paths };
}
// Packages nest less deeply than this.
const deepest = 32;
/** The repository's module behind an absolute import in `from`, or `null` where the name is somebody else's. */
function findModule(index, name, from) {
    const parts = name.split('.');
    if (!index.tops.has(parts[0] ?? ''))
        return null;
    for (let length = Math.min(parts.length, deepest); length > 0; length -= 1) {
        const places = index.byName.get(parts.slice(0, length).join('.')) ?? [];
        const others = places.filter(place => place.path !== from || isWhole(place));
        const searched = others.filter(place => isSearched(index, place.root, from));
        // A repository of several packages installs them beside each other; a dotted name is too particular to be another's.
        const roots = searched.length > 0 || length < 2 ? searched : others;
        const [first] = roots.sort((a, b) => b.root.length - a.root.length || (a.path < b.path ? -1 : 1));
        if (first)
            return { path: first.path, rest: parts.slice(length) };
    }
    return null;
}
// A file that is called like a library imports the library; a package at the root imports itself.
function isWhole({ path, root }) {
    return root === '' && path.endsWith('/__init__.py');
}
// Python looks in the folder of the script, in the roots that the environment adds, and in installed packages.
// A repository's roots are the folders above the importing file and the source folders in them.
function isSearched(index, root, from) {
    const folder = from.includes('/') ? from.slice(0, from.lastIndexOf('/')) : '';
    const base = root.replace(/(^|\/)(src|lib|python|app|code)$/, '');
    const above = (candidate) => candidate === '' || folder === candidate || folder.startsWith(`${candidate}/`);
    if (!above(root) && !above(base))
        return false;
    return root === '' || !index.paths.has(`${root}/__init__.py`);
}
/** The repository's module behind a relative import in `from`; `null` where there is no such file. */
function findRelative(index, name, dots, from) {
    const folders = from.split('/').slice(0, -1);
    if (dots - 1 > folders.length)
        return null;
    const base = folders.slice(0, folders.length - (dots - 1));
    const parts = name === '' ? [] : name.split('.');
    for (let length = Math.min(parts.length, deepest); length >= 0; length -= 1) {
        const stem = [...base, ...parts.slice(0, length)].join('/');
        const path = [`${stem}.py`, stem === '' ? '__init__.py' : `${stem}/__init__.py`].find(p => index.paths.has(p));
        if (path)
            return { path, rest: parts.slice(length) };
    }
    return null;
}
/** The file of the submodule `name` of a package, or `null`. */
function findSubmodule(index, path, name) {
    if (!path.endsWith('__init__.py'))
        return null;
    const folder = path.slice(0, -'__init__.py'.length);
    return [`${folder}${name}.py`, `${folder}${name}/__init__.py`].find(p => index.paths.has(p)) ?? null;
}

;// CONCATENATED MODULE: ./src/analysis/referents.ts
/** The first referents, without those that are the same. */
function unique(referents, most) {
    if (referents.length <= 1)
        return referents;
    const byKey = new Map();
    for (const referent of referents) {
        const key = keyOf(referent);
        if (!byKey.has(key))
            byKey.set(key, referent);
        if (byKey.size === most)
            break;
    }
    return [...byKey.values()];
}
function keyOf(referent) {
    switch (referent.kind) {
        case 'unit':
            return `unit ${referent.unit.name}`;
        case 'module':
            return `module ${referent.path}`;
        case 'partial':
            return `partial ${referent.call.span.start} ${keyOf(referent.of)}`;
        case 'external':
        case 'class':
        case 'object':
            return `${referent.kind} ${referent.name}`;
    }
}

;// CONCATENATED MODULE: ./src/analysis/resolve.ts










// A name that stands for more things than this is not resolved to more of them.
const most = 12;
const resolve_deepest = 60;
const resolve_mostSteps = 600;
/** What a value refers to; nothing where that cannot be told. */
function referentsOf(linked, value) {
    return resolve({ linked, open: new Set(), partly: new Map(), steps: 0, cut: false }, value);
}
function resolve(search, value) {
    const known = search.linked.referents.get(value);
    if (known)
        return known;
    const partly = search.partly.get(value);
    search.steps += 1;
    if (partly || search.open.has(value) || search.open.size > resolve_deepest || search.steps > resolve_mostSteps) {
        search.cut = true;
        return partly ?? [];
    }
    const before = search.cut;
    search.cut = false;
    search.open.add(value);
    const found = unique(resolveByKind(search, value), most);
    search.open.delete(value);
    if (search.cut && search.open.size > 0)
        search.partly.set(value, found);
    else
        search.linked.referents.set(value, found);
    search.cut = search.cut || before;
    return found;
}
function resolveByKind(search, value) {
    const { program } = search.linked;
    switch (value.kind) {
        case 'name':
            return resolveName(search, value);
        case 'variable':
            return (program.units.get(value.unit)?.bound.get(value.name) ?? []).flatMap(bound => resolve(search, bound));
        case 'field':
            return resolve(search, value.of).flatMap(of => memberNamed(search, of, value.name, value.of));
        case 'item':
            return resolveItem(search, value.of, value.key);
        case 'result':
            return resolveResult(search, value.call);
        case 'parameter':
            return resolveParameter(search, value);
        case 'instance':
            return instancesOf(search, value.of);
        case 'function':
            return unitOf(search, value.unit);
        case 'class':
            return [{ kind: 'class', name: value.name }];
        case 'mix':
            return value.of.flatMap(way => resolve(search, way));
        case 'operation':
            return value.operator === 'or' || value.operator === 'and'
                ? value.operands.flatMap(o => resolve(search, o))
                : [];
        case 'constant':
        case 'text':
        case 'collection':
        case 'dictionary':
        case 'command':
        case 'unknown':
            return [];
    }
}
function unitOf({ linked }, name) {
    const unit = linked.program.units.get(name);
    return unit ? [{ kind: 'unit', unit, receiver: null }] : [];
}
function external(search, name) {
    return { kind: 'external', name: libraryName(search.linked.knowledge, name) };
}
function resolveName(search, name) {
    const { modules } = search.linked;
    if (name.from === null)
        return [external(search, name.name)];
    const found = name.dots > 0
        ? findRelative(modules, name.name, name.dots, name.from)
        : findModule(modules, name.name, name.from);
    if (!found)
        return name.dots > 0 ? [] : [external(search, name.name)];
    let at = [{ kind: 'module', path: found.path }];
    for (const part of found.rest)
        at = at.flatMap(of => memberNamed(search, of, part, null));
    return at;
}
function memberNamed(search, of, name, receiver) {
    switch (of.kind) {
        case 'external':
            return [external(search, `${of.name}.${name}`)];
        case 'module':
            return moduleMember(search, of.path, name);
        case 'class':
            return classMember(search, of.name, name, null, new Set());
        case 'object':
            return objectMember(search, of.name, name, receiver);
        case 'unit':
        case 'partial':
            return [];
    }
}
function moduleMember(search, path, name) {
    const { program, modules } = search.linked;
    const bound = program.units.get(path)?.bound.get(name);
    if (bound)
        return bound.flatMap(value => resolve(search, value));
    const submodule = findSubmodule(modules, path, name);
    if (submodule)
        return [{ kind: 'module', path: submodule }];
    return starMember(search, path, name);
}
// `from .client import *` in a package passes the client's names on.
function starMember(search, path, name) {
    const stars = search.linked.program.stars.get(path) ?? [];
    return stars.flatMap(star => resolve(search, star).flatMap(of => of.kind === 'module' && of.path !== path ? memberNamed(search, of, name, null) : []));
}
/** A member of a class or of one of its bases. */
function classMember(search, className, name, receiver, seen) {
    if (seen.has(className))
        return [];
    seen.add(className);
    const { program } = search.linked;
    const shape = program.classes.get(className);
    const bound = program.units.get(shape?.body ?? '')?.bound.get(name);
    if (bound)
        return bound.flatMap(value => bindReceiver(resolve(search, value), receiver));
    for (const base of shape?.bases ?? []) {
        for (const of of resolve(search, base)) {
            const found = of.kind === 'class'
                ? classMember(search, of.name, name, receiver, seen)
                : of.kind === 'external' && !isPlainBase(of.name)
                    ? [external(search, `${of.name}${receiver ? '()' : ''}.${name}`)]
                    : [];
            if (found.length > 0)
                return found;
        }
    }
    return [];
}
function bindReceiver(referents, receiver) {
    return referents.map(referent => referent.kind === 'unit' && receiver ? { ...referent, receiver } : referent);
}
function objectMember(search, className, name, receiver) {
    const stored = fieldValues(search.linked, className, name);
    const fromFields = stored.flatMap(value => resolve(search, value));
    const members = classMember(search, className, name, receiver ?? { kind: 'unknown' }, new Set());
    const read = members.flatMap(of => of.kind === 'unit' && isProperty(of.unit) ? returned(search, of.unit) : [of]);
    return [...fromFields, ...read];
}
/** What is stored in a field of objects of a class, its bases included. */
function fieldValues(linked, className, name) {
    const values = [];
    for (const owner of withBases(linked, className))
        values.push(...(linked.fields.get(owner)?.get(name) ?? []));
    return values;
}
/** A class and its bases inside the repository. */
function withBases(linked, className, seen = new Set()) {
    if (seen.has(className))
        return seen;
    seen.add(className);
    for (const base of linked.program.classes.get(className)?.bases ?? [])
        for (const of of referentsOf(linked, base))
            if (of.kind === 'class')
                withBases(linked, of.name, seen);
    return seen;
}
function resolveItem(search, of, key) {
    const inside = itemsOf(of, key);
    if (inside)
        return inside.flatMap(value => resolve(search, value));
    return resolve(search, of).flatMap(base => base.kind === 'external' ? [external(search, `${base.name}[]`)] : []);
}
function resolveResult(search, call) {
    return resolve(search, call.callee).flatMap(callee => {
        switch (callee.kind) {
            case 'external':
                return externalResult(search, call, callee.name);
            case 'class':
                return [{ kind: 'object', name: callee.name }];
            case 'unit':
                return returned(search, callee.unit);
            case 'partial':
                return callee.of.kind === 'unit' ? returned(search, callee.of.unit) : [];
            case 'object':
                return classMember(search, callee.name, '__call__', null, new Set()).flatMap(of => of.kind === 'unit' ? returned(search, of.unit) : []);
            case 'module':
                return [];
        }
    });
}
function externalResult(search, call, name) {
    if (name === 'functools.partial') {
        const of = call.arguments[0] ? resolve(search, call.arguments[0].value) : [];
        return of.map((target) => ({ kind: 'partial', call, of: target }));
    }
    if (name === 'getattr')
        return resolveGetattr(search, call);
    const factory = fieldFactory(name, call);
    if (factory)
        return instancesOf(search, factory);
    if (/^(asyncio\.run|asyncio\.wait_for|typing\.cast|contextlib\.closing)$/.test(name)) {
        const argument = call.arguments[name === 'typing.cast' ? 1 : 0];
        return argument ? resolve(search, argument.value) : [];
    }
    return [external(search, resultName(search.linked.knowledge, name, call))];
}
function resolveGetattr(search, call) {
    const [object, name] = call.arguments;
    if (!object || name?.value.kind !== 'constant' || typeof name.value.value !== 'string')
        return [];
    return resolve(search, { kind: 'field', of: object.value, name: name.value.value });
}
function returned(search, unit) {
    const found = givenBack(search.linked, unit).flatMap(value => resolve(search, value));
    return found.length > 0 || !unit.returns ? found : instancesOf(search, unit.returns);
}
/** Objects of the type that an annotation names. */
function instancesOf(search, type) {
    if (type.kind === 'operation')
        return type.operands.flatMap(operand => instancesOf(search, operand));
    if (type.kind === 'constant')
        return [];
    if (type.kind === 'item') {
        const base = resolve(search, type.of);
        const wrapper = base.some(of => of.kind === 'external' && /^typing\.(Optional|Union|Annotated)$/.test(of.name));
        const inner = type.key.kind === 'collection' ? type.key.items : [type.key];
        return wrapper ? inner.slice(0, 4).flatMap(t => instancesOf(search, t)) : [];
    }
    return resolve(search, type).flatMap((of) => {
        if (of.kind === 'class')
            return [{ kind: 'object', name: of.name }];
        return of.kind !== 'external' || isPlainType(of.name) ? [] : [external(search, `${of.name}()`)];
    });
}
function resolveParameter(search, parameter) {
    const { linked } = search;
    const unit = linked.program.units.get(parameter.unit);
    const shape = unit?.parameters[parameter.index];
    if (!unit || !shape)
        return [];
    if (unit.owner && parameter.index === 0 && !isStatic(unit))
        return [{ kind: isClassMethod(unit) ? 'class' : 'object', name: unit.owner }];
    const typed = shape.type ? instancesOf(search, shape.type) : [];
    if (typed.length > 0)
        return typed;
    return argumentsFor(linked, unit, parameter.index).flatMap(value => resolve(search, value));
}

;// CONCATENATED MODULE: ./src/analysis/launched.ts

const mostUnits = 200;
/**
 * What an environment variable is where a unit runs: what the command that started it, its script, its job or its pipeline
 * says, the nearest first.
 */
function environmentOf(linked, unit, name) {
    const values = [];
    let complete = true;
    const queue = [unit];
    const seen = new Set(queue);
    const visit = (next) => {
        if (!seen.has(next) && seen.size < mostUnits)
            queue.push(next);
        seen.add(next);
    };
    for (const at of queue) {
        const around = runsOf(linked, at);
        if (around.length === 0)
            complete = false;
        for (const { site, unit: outer } of around) {
            const given = site?.call.arguments.find(argument => argument.name === name)?.value;
            const bound = isScript(outer) ? (outer.bound.get(name) ?? []) : [];
            if (given)
                values.push(given);
            else if (bound.length > 0)
                values.push(...bound);
            else
                visit(outer);
        }
    }
    return { values: [...new Set(values)], complete: complete && values.length > 0 };
}
// What a pipeline, a job or a shell script knows by a name is what it hands on.
function isScript(unit) {
    return unit.kind === 'pipeline' || unit.kind === 'job' || !/\.pyw?$/.test(unit.file.path);
}
// Who runs a unit: its callers, the file that holds a function, the pipeline that holds a job.
function runsOf(linked, unit) {
    const parent = unit.kind === 'job' ? unit.parent : unit.kind === 'function' ? unit.file.path : null;
    const outer = parent === null ? undefined : linked.program.units.get(parent);
    const callers = callersOf(linked, unit).map(site => ({
        site: launches(unit) ? site : null,
        unit: site.unit,
    }));
    return outer && unit.kind === 'job'
        ? [{ site: null, unit: outer }]
        : [...callers, ...(outer ? [{ site: null, unit: outer }] : [])];
}
// A call of a file, or of a pipeline, gives it an environment; a call of a function gives it arguments.
function launches(unit) {
    return unit.kind === 'module' || unit.kind === 'pipeline';
}
/** The words that those who run a file give it, one list for each of them. */
function wordsGiven(linked, path) {
    const unit = linked.program.units.get(path);
    if (!unit)
        return [];
    return callersOf(linked, unit).map(site => site.call.arguments.filter(argument => argument.name === null));
}
/** What an option of these spellings is in a list of words; `null` where it is not among them. */
function optionAmong(words, spellings) {
    for (const [i, { value }] of words.entries()) {
        const text = textOf(value);
        for (const spelling of spellings) {
            if (text === spelling)
                return words[i + 1]?.value ?? { kind: 'unknown' };
            if (text?.startsWith(`${spelling}=`))
                return { kind: 'constant', value: text.slice(spelling.length + 1) };
            const rest = value.kind === 'text' ? restBehind(value.parts, `${spelling}=`) : null;
            if (rest)
                return rest;
        }
    }
    return words.some(word => word.splat) ? { kind: 'unknown' } : null;
}
function textOf(value) {
    return value?.kind === 'constant' ? String(value.value) : null;
}
// `--stage=$STAGE`
function restBehind(parts, start) {
    const [first, ...others] = parts;
    if (textOf(first) !== start)
        return null;
    const [only] = others;
    return only && others.length === 1 ? only : { kind: 'text', parts: others };
}

;// CONCATENATED MODULE: ./src/analysis/commandline.ts


const parsed = /^argparse\.(ArgumentParser\(\)(\.\w+\(\))?\.parse_(known_)?args\(\)(\[\])?|Namespace\(\))$/;
/**
 * For `args.stage`: what the commands that run the program give `--stage`, and what `add_argument("--stage", …)` gives it
 * when they say nothing. `null` for other fields.
 */
function commandLineValues(linked, field) {
    const names = referentsOf(linked, field.of).flatMap(r => (r.kind === 'external' ? [r.name] : []));
    if (!names.some(name => parsed.test(name)))
        return null;
    const declared = declarations(linked).get(field.name) ?? [];
    const nearest = declared.filter(site => site.unit.file.path === fileOf(field));
    const calls = nearest.length > 0 ? nearest : declared;
    return together(calls.map(site => optionValues(linked, site.unit.file.path, site.call)));
}
function together(parts) {
    const complete = parts.length > 0 && parts.every(part => part.complete);
    return { values: parts.flatMap(part => part.values), complete };
}
function optionValues(linked, path, call) {
    const spellings = spellingsOf(call).filter(name => name.startsWith('-'));
    return fromLines(linked, path, spellings, defaultOf(call));
}
// Who runs the file and gives nothing takes the default.
function fromLines(linked, path, spellings, fallback) {
    const given = wordsGiven(linked, path).map(words => optionAmong(words, spellings));
    if (given.length === 0)
        return { values: fallback, complete: false };
    const values = given.flatMap(value => (value ? [value] : fallback));
    return { values, complete: given.every(value => value !== null || fallback.length > 0) };
}
const known = new WeakMap();
/** Every `add_argument` of the program, by the name that its value gets. */
function declarations(linked) {
    const found = known.get(linked) ?? new Map();
    if (known.has(linked))
        return found;
    known.set(linked, found);
    for (const site of linked.sites) {
        const name = isNamed(site.call, 'add_argument') ? destination(site.call) : null;
        if (name === null)
            continue;
        const same = found.get(name);
        if (same)
            same.push(site);
        else
            found.set(name, [site]);
    }
    return found;
}
// A field has no place of its own; the call that it was taken from has.
function fileOf(field) {
    return field.of.kind === 'result' ? field.of.call.span.file.path : null;
}
function isNamed(call, name) {
    return call.callee.kind === 'field' && call.callee.name === name;
}
function defaultOf(call) {
    const given = call.arguments.find(argument => argument.name === 'default');
    if (given)
        return [given.value];
    const action = call.arguments.find(argument => argument.name === 'action')?.value;
    if (action?.kind !== 'constant')
        return [];
    if (action.value === 'store_true')
        return [{ kind: 'constant', value: false }];
    return action.value === 'store_false' ? [{ kind: 'constant', value: true }] : [];
}
/** The name that an option's value gets: `dest`, or the longest of its names without dashes. */
function destination(call) {
    const dest = call.arguments.find(argument => argument.name === 'dest')?.value;
    if (dest?.kind === 'constant' && typeof dest.value === 'string')
        return dest.value;
    const names = spellingsOf(call);
    const long = names.find(name => name.startsWith('--')) ?? names.find(name => !/\s/.test(name));
    return long ? long.replace(/^-+/, '').replaceAll('-', '_') : null;
}
function spellingsOf(call) {
    return call.arguments.flatMap(({ name, value }) => name === null && value.kind === 'constant' && typeof value.value === 'string' ? [value.value] : []);
}
/** What a `click` option or a `typer` declaration gives a parameter; `null` where there is none. */
function optionGiven(linked, unit, index) {
    const shape = unit.parameters[index];
    if (!shape)
        return null;
    const { path } = unit.file;
    const declared = shape.default;
    if (declared?.kind === 'result' && isLibraryCall(linked, declared.call, /^typer\.(Option|Argument)$/)) {
        const written = spellingsOf(declared.call).filter(name => name.startsWith('-'));
        const usual = [`--${shape.name.replaceAll('_', '-')}`];
        return fromLines(linked, path, written.length > 0 ? written : usual, firstDefault(declared.call));
    }
    const options = unit.decorators.flatMap(d => d.kind === 'result' && isLibraryCall(linked, d.call, /^click\.(option|argument)$/) ? [d.call] : []);
    const option = options.find(call => destination(call) === shape.name);
    return option ? optionValues(linked, path, option) : null;
}
function firstDefault(call) {
    const named = call.arguments.find(argument => argument.name === 'default');
    const value = (named ?? call.arguments.find(argument => argument.name === null))?.value;
    return value ? [value] : [];
}
function isLibraryCall(linked, call, name) {
    return referentsOf(linked, call.callee).some(r => r.kind === 'external' && name.test(r.name));
}

;// CONCATENATED MODULE: ./src/analysis/holders.ts

const holders_most = 24;
const holders_deepest = 40;
const holders_mostSteps = 2000;
/** The written-out collections that a value may stand for. */
function holders(linked, value) {
    return hold(linked, value, { open: new Set(), holders: new Map(), steps: 0 });
}
/** The same, as part of a larger question. */
function hold(linked, value, search) {
    const known = search.holders.get(value);
    if (known)
        return known;
    search.steps += 1;
    if (search.open.has(value) || search.open.size > holders_deepest || search.steps > holders_mostSteps)
        return [];
    search.open.add(value);
    const found = [...new Set(holdersByKind(linked, value, search))].slice(0, holders_most);
    search.open.delete(value);
    search.holders.set(value, found);
    return found;
}
function holdersByKind(linked, value, search) {
    switch (value.kind) {
        case 'collection':
        case 'dictionary':
            return [value];
        case 'mix':
            return value.of.flatMap(way => hold(linked, way, search));
        case 'variable':
            return (linked.program.units.get(value.unit)?.bound.get(value.name) ?? []).flatMap(v => hold(linked, v, search));
        case 'name': {
            const dot = value.name.lastIndexOf('.');
            if (value.from === null || dot < 0)
                return [];
            const of = { kind: 'name', name: value.name.slice(0, dot), from: value.from, dots: value.dots };
            return memberValues(linked, of, value.name.slice(dot + 1)).flatMap(v => hold(linked, v, search));
        }
        case 'field':
            return memberValues(linked, value.of, value.name).flatMap(v => hold(linked, v, search));
        case 'item':
            return hold(linked, value.of, search)
                .flatMap(holder => itemsOf(holder, value.key) ?? [])
                .flatMap(v => hold(linked, v, search));
        case 'parameter': {
            const unit = linked.program.units.get(value.unit);
            return unit ? argumentsFor(linked, unit, value.index).flatMap(v => hold(linked, v, search)) : [];
        }
        case 'result':
            return resultHolders(linked, value.call, search);
        default:
            return [];
    }
}
/** What a name may be bound to in what a value refers to: a module, a class, an object. */
function memberValues(linked, of, name) {
    return referentsOf(linked, of).flatMap(referent => {
        if (referent.kind === 'module')
            return linked.program.units.get(referent.path)?.bound.get(name) ?? [];
        if (referent.kind === 'class')
            return classValues(linked, referent.name, name);
        return referent.kind === 'object' ? objectValues(linked, referent.name, name) : [];
    });
}
function resultHolders(linked, call, search) {
    if (call.callee.kind === 'name' && call.callee.name === 'dict' && call.callee.from === null)
        return [
            {
                kind: 'dictionary',
                entries: call.arguments.map(({ name, value }) => ({
                    key: name === null || name === '**' ? null : { kind: 'constant', value: name },
                    value,
                })),
            },
        ];
    return returnValues(linked, call).flatMap(v => hold(linked, v, search));
}
/** What the repository's functions that a call reaches return. */
function returnValues(linked, call) {
    return referentsOf(linked, call.callee).flatMap(referent => referent.kind === 'unit'
        ? referent.unit.blocks.flatMap(b => b.facts.flatMap(fact => (fact.kind === 'return' ? [fact.value] : [])))
        : []);
}
/** What a name may be bound to in a class or in its bases. */
function classValues(linked, className, name) {
    for (const owner of withBases(linked, className)) {
        const bound = linked.program.units.get(owner)?.bound.get(name);
        if (bound)
            return bound;
    }
    return [];
}
/** What a field of an object may hold: what is stored, what its class says, what a dataclass is made with. */
function objectValues(linked, className, name) {
    const stored = fieldValues(linked, className, name);
    const made = constructorArguments(linked, className, name);
    return [...stored, ...made, ...classValues(linked, className, name)];
}
function constructorArguments(linked, className, name) {
    const sites = linked.makers.get(className) ?? [];
    return sites.flatMap(site => site.call.arguments.filter(argument => argument.name === name).map(a => a.value));
}

;// CONCATENATED MODULE: ./src/analysis/possible.ts






/** Stands for the part of a text that is not known. */
const hole = '\u0000';
const possible_most = 24;
const possible_deepest = 40;
const possible_mostSteps = 2000;
// Longer texts name nothing, and one that is put together from itself would fill the memory.
const possible_longest = 10_000;
const nothing = { values: [], complete: false };
/** Folds a value to the literals that it may stand for, through variables, defaults, fallbacks and every caller. */
function possibleLiterals(linked, value) {
    return fold(linked, value, openSearch());
}
function openSearch() {
    return { open: new Set(), literals: new Map(), holders: new Map(), steps: 0 };
}
function fold(linked, value, search) {
    if (value.kind === 'constant')
        return { values: [value.value], complete: true };
    const known = search.literals.get(value);
    if (known)
        return known;
    if (search.open.has(value))
        return { values: [], complete: true };
    search.steps += 1;
    if (search.open.size > possible_deepest || search.steps > possible_mostSteps)
        return nothing;
    search.open.add(value);
    const found = foldByKind(linked, value, search);
    search.open.delete(value);
    search.literals.set(value, found);
    return found;
}
function foldByKind(linked, value, search) {
    switch (value.kind) {
        case 'constant':
            return { values: [value.value], complete: true };
        case 'text':
            return foldText(linked, value.parts, search);
        case 'mix':
            return foldAll(linked, value.of, search);
        case 'collection':
            return value.items.length === 0 ? { values: [], complete: true } : foldAll(linked, value.items, search);
        case 'variable':
            return foldAll(linked, linked.program.units.get(value.unit)?.bound.get(value.name) ?? [], search);
        case 'name':
            return foldName(linked, value, search);
        case 'field':
            return foldField(linked, value, search);
        case 'item':
            return foldItem(linked, value, search);
        case 'parameter':
            return foldParameter(linked, value, search);
        case 'result':
            return foldResult(linked, value.call, search);
        case 'operation':
            return foldOperation(linked, value, search);
        case 'dictionary':
        case 'instance':
        case 'function':
        case 'class':
        case 'command':
        case 'unknown':
            return nothing;
    }
}
function foldAll(linked, values, search) {
    if (values.length === 0)
        return nothing;
    return possible_together(values.map(value => fold(linked, value, search)));
}
function possible_together(parts) {
    const values = [...new Set(parts.flatMap(part => part.values))];
    return {
        values: values.slice(0, possible_most),
        complete: parts.every(part => part.complete) && values.length <= possible_most,
    };
}
function foldText(linked, parts, search) {
    let texts = [''];
    for (const part of parts) {
        const { values, complete } = fold(linked, part, search);
        const ways = [...values.map(String), ...(complete && values.length > 0 ? [] : [hole])];
        texts = texts.flatMap(text => ways.map(way => text + way)).slice(0, possible_most);
        if (texts.some(text => text.length > possible_longest))
            return nothing;
    }
    return { values: texts, complete: true };
}
// An imported constant: `from config import STAGE`.
function foldName(linked, value, search) {
    const dot = value.name.lastIndexOf('.');
    if (value.from === null || dot < 0)
        return nothing;
    const of = { kind: 'name', name: value.name.slice(0, dot), from: value.from, dots: value.dots };
    return foldMembers(linked, of, value.name.slice(dot + 1), search);
}
function foldField(linked, value, search) {
    const parsed = commandLineValues(linked, value);
    if (parsed)
        return foldGiven(linked, parsed, search);
    // `Stage.PRODUCTION.value` is the member's value, and its name says the same.
    if (value.name === 'value' || value.name === 'name') {
        const member = fold(linked, value.of, search);
        if (member.values.length > 0)
            return member;
    }
    return foldMembers(linked, value.of, value.name, search);
}
function foldGiven(linked, given, search) {
    const { values, complete } = foldAll(linked, given.values, search);
    return { values, complete: complete && given.complete };
}
function foldMembers(linked, of, name, search) {
    const parts = referentsOf(linked, of).flatMap((referent) => {
        switch (referent.kind) {
            case 'module':
                return [foldAll(linked, linked.program.units.get(referent.path)?.bound.get(name) ?? [], search)];
            case 'class':
                return [foldAll(linked, classValues(linked, referent.name, name), search)];
            case 'object':
                return [foldAll(linked, objectValues(linked, referent.name, name), search)];
            case 'external':
            case 'unit':
            case 'partial':
                return [nothing];
        }
    });
    return parts.length === 0 ? nothing : possible_together(parts);
}
// `os.environ["STAGE"]`, `sys.argv[1]`.
function givenFromOutside(linked, { of, key }) {
    const root = of.kind === 'field' ? of.of : of;
    if (root.kind !== 'name' || root.from === null || key.kind !== 'constant')
        return null;
    const names = referentsOf(linked, of).flatMap(r => (r.kind === 'external' ? [r.name] : []));
    if (names.includes('os.environ'))
        return givenByEnvironment(linked, root.from, key);
    if (!names.includes('sys.argv') || typeof key.value !== 'number')
        return null;
    const given = wordsGiven(linked, root.from).map(words => words.at(Number(key.value) - 1)?.value);
    const values = given.filter(value => value !== undefined);
    return { values, complete: given.length > 0 && values.length === given.length };
}
// A variable that a pipeline or a script sets for the file that asks for it.
function givenByEnvironment(linked, path, name) {
    const unit = linked.program.units.get(path);
    return unit && name?.kind === 'constant' ? environmentOf(linked, unit, String(name.value)) : null;
}
function foldItem(linked, value, search) {
    const outside = givenFromOutside(linked, value);
    if (outside)
        return foldGiven(linked, outside, search);
    const held = hold(linked, value.of, search);
    const inside = held.map(holder => itemsOf(holder, value.key));
    if (inside.length === 0 || inside.includes(null))
        return nothing;
    return foldAll(linked, inside.flatMap(items => items ?? []), search);
}
function foldParameter(linked, value, search) {
    const unit = linked.program.units.get(value.unit);
    const shape = unit?.parameters[value.index];
    if (!unit || !shape)
        return nothing;
    if (shape.kind === 'environment')
        return foldGiven(linked, environmentOf(linked, unit, shape.name), search);
    const option = optionGiven(linked, unit, value.index);
    if (option)
        return foldOption(linked, unit, value.index, option, search);
    const given = foldAll(linked, argumentsFor(linked, unit, value.index), search);
    return { ...given, complete: given.complete && callersOf(linked, unit).length > 0 };
}
// Callers give such a parameter its value only where they call the function as one, past its command line.
function foldOption(linked, unit, index, option, search) {
    const direct = argumentsFor(linked, unit, index).filter(value => value.kind !== 'result');
    const outside = foldGiven(linked, option, search);
    return direct.length === 0
        ? outside
        : { ...possible_together([foldAll(linked, direct, search), outside]), complete: false };
}
function foldResult(linked, call, search) {
    const { callee } = call;
    const method = callee.kind === 'field' ? callee.name : null;
    const [first, second] = call.arguments;
    const names = referentsOf(linked, callee).flatMap(r => (r.kind === 'external' ? [r.name] : []));
    // A setting from outside: its fallback is one of the values that it has in practice.
    if (names.some(name => /^(os\.getenv|os\.environ\.get|decouple\.config|environ\.Env\(\).*)$/.test(name))) {
        const fallback = call.arguments.find(a => a.name === 'default') ?? second;
        const given = givenByEnvironment(linked, call.span.file.path, first?.value);
        const known = given ? foldGiven(linked, given, search) : nothing;
        if (known.complete || !fallback)
            return known;
        return { ...possible_together([known, fold(linked, fallback.value, search)]), complete: false };
    }
    const declared = fieldDefault(names, call);
    if (declared)
        return fold(linked, declared, search);
    if (names.includes('str') && first)
        return fold(linked, first.value, search);
    if (names.some(name => paths.test(name)))
        return foldPath(linked, call, search);
    if (callee.kind === 'field' && method && /^(lower|upper|strip|title|capitalize)$/.test(method))
        return mapTexts(fold(linked, callee.of, search), text => changeCase(text, method));
    if (callee.kind === 'field' && method === 'format')
        return foldFormat(linked, callee.of, search);
    if (callee.kind === 'field' && method === 'get' && first)
        return foldGet(linked, callee.of, call, search);
    const returned = returnValues(linked, call);
    return returned.length > 0 ? foldAll(linked, returned, search) : nothing;
}
const paths = /^(os\.path\.join|pathlib\.(Pure)?(Posix|Windows)?Path)$/;
function foldPath(linked, call, search) {
    const slash = { kind: 'constant', value: '/' };
    const parts = call.arguments.flatMap((argument, i) => i === 0 ? [argument.value] : [slash, argument.value]);
    return call.arguments.some(argument => argument.splat) ? nothing : foldText(linked, parts, search);
}
function changeCase(text, method) {
    if (method === 'lower')
        return text.toLowerCase();
    if (method === 'upper')
        return text.toUpperCase();
    return method === 'strip' ? text.trim() : text;
}
function mapTexts(possible, change) {
    return { ...possible, values: possible.values.map(v => (typeof v === 'string' ? change(v) : v)) };
}
// What the braces stand for is not worth finding: the words around them decide.
function foldFormat(linked, template, search) {
    return mapTexts(fold(linked, template, search), text => text.replace(/\{[^{}]*\}/g, hole));
}
function foldGet(linked, of, call, search) {
    const [key, fallback] = call.arguments;
    const inside = holders(linked, of).flatMap(holder => itemsOf(holder, key?.value ?? { kind: 'unknown' }) ?? []);
    const otherwise = fallback ? fold(linked, fallback.value, search) : nothing;
    return inside.length > 0
        ? possible_together([foldAll(linked, inside, search), otherwise])
        : { ...otherwise, complete: false };
}
function foldOperation(linked, value, search) {
    const [left, right] = value.operands;
    if (value.operator === 'or' || value.operator === 'and')
        return possible_together(value.operands.map(operand => fold(linked, operand, search)));
    if (value.operator === '+')
        return foldText(linked, value.operands, search);
    if (value.operator === '/' && left && right)
        return foldText(linked, [left, { kind: 'constant', value: '/' }, right], search);
    if (value.operator === '%' && left)
        return mapTexts(fold(linked, left, search), text => text.replace(/%(\(\w+\))?[-\d.]*[sdifr]/g, hole));
    return nothing;
}

;// CONCATENATED MODULE: ./src/analysis/objects.ts



const objects_deepest = 6;
const objects_most = 24;
/** Looks into what a value stands for: what was last stored there before a call, or what it was made with. */
function lookInside(linked, value, key, before) {
    return look({ linked, key, before }, value, 0);
}
function look(question, value, depth) {
    const { linked, key } = question;
    const stored = storedIn(question, value);
    if (stored)
        return { values: [stored], hidden: false };
    const ways = depth < objects_deepest ? waysBehind(linked, value) : [];
    if (ways.length > 0) {
        const parts = [...new Set(ways)].slice(0, objects_most).map(way => look(question, way, depth + 1));
        return { values: parts.flatMap(part => part.values), hidden: parts.some(part => part.hidden) };
    }
    const held = heldBy(linked, value, key);
    const hidden = held.length === 0 && value.kind !== 'result' && value.kind !== 'constant';
    return { values: held.flatMap(holder => itemsUnder(holder, key)), hidden };
}
// A command line is a list of words, whether it is written as one or not.
function heldBy(linked, value, key) {
    const asked = isFlag(key) || /^\d+$/.test(key);
    if (value.kind !== 'constant' && value.kind !== 'text')
        return holders(linked, value);
    if (!asked)
        return possibleLiterals(linked, value).values.flatMap(textualHolder);
    return possibleLiterals(linked, value).values.flatMap(text => typeof text === 'string'
        ? [
            {
                kind: 'collection',
                items: text
                    .trim()
                    .split(/\s+/)
                    .map(word => constant(word)),
            },
        ]
        : []);
}
// The body of a request as a shell writes it: `'{"alias": "champion"}'`.
function textualHolder(text) {
    if (typeof text !== 'string' || !/^\s*\{.*\}\s*$/s.test(text))
        return [];
    // What is not known stands in quotes or by itself.
    const spelled = text.replaceAll(new RegExp(`(?<![^:,\\s])${hole}(?=\\s*[,}\\]])`, 'g'), '"\\u0000"');
    return fromJson(spelled.replaceAll(hole, '\\u0000'));
}
function fromJson(text) {
    try {
        return [inJson(JSON.parse(text), 0)];
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return [];
        throw error;
    }
}
function inJson(json, depth) {
    if (depth > objects_deepest)
        return { kind: 'unknown' };
    if (json === null || typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean')
        return constant(json);
    if (Array.isArray(json))
        return { kind: 'collection', items: json.map(item => inJson(item, depth + 1)) };
    if (typeof json !== 'object')
        return { kind: 'unknown' };
    const entries = Object.entries(json);
    return {
        kind: 'dictionary',
        entries: entries.map(([key, value]) => ({ key: constant(key), value: inJson(value, depth + 1) })),
    };
}
function itemsUnder(holder, key) {
    if (holder.kind === 'collection' && isFlag(key))
        return afterFlag(holder.items, key);
    return itemsOf(holder, objects_keyOf(holder, key)) ?? [];
}
function isFlag(key) {
    return key.startsWith('-');
}
// `--stage prod`, `--stage=prod`.
function afterFlag(items, flag) {
    return items.flatMap((item, i) => {
        const [start, ...rest] = item.kind === 'text' ? item.parts : [item];
        const text = start?.kind === 'constant' ? start.value : null;
        const next = items[i + 1];
        if (text === flag && rest.length === 0)
            return next ? [next] : [];
        if (typeof text !== 'string' || !text.startsWith(`${flag}=`))
            return [];
        return [{ kind: 'text', parts: [constant(text.slice(flag.length + 1)), ...rest] }];
    });
}
function waysBehind(linked, value) {
    switch (value.kind) {
        case 'mix':
            return value.of;
        case 'variable':
            return linked.program.units.get(value.unit)?.bound.get(value.name) ?? [];
        case 'field':
            return memberValues(linked, value.of, value.name);
        case 'item':
            return holders(linked, value.of).flatMap(holder => itemsOf(holder, value.key) ?? []);
        case 'parameter': {
            const unit = linked.program.units.get(value.unit);
            return unit ? argumentsFor(linked, unit, value.index) : [];
        }
        case 'result':
            return [...returnValues(linked, value.call), ...wrapped(linked, value.call)];
        default:
            return [];
    }
}
// The text of a dictionary says what the dictionary says, and the words of a command what the command says.
function wrapped(linked, call) {
    const [first] = call.arguments;
    if (!first || (call.callee.kind !== 'field' && call.callee.kind !== 'name'))
        return [];
    if (!/(^|\.)(dumps|split)$/.test(call.callee.name))
        return [];
    const names = referentsOf(linked, call.callee).flatMap(r => (r.kind === 'external' ? [r.name] : []));
    return names.some(name => /^((json|orjson|ujson|simplejson)\.dumps|shlex\.split)$/.test(name))
        ? [first.value]
        : [];
}
// `*` stands for every key. A list is asked by number; `{"0": 100}` by text.
function objects_keyOf(holder, key) {
    if (key === '*')
        return { kind: 'unknown' };
    return { kind: 'constant', value: holder.kind === 'collection' && /^\d+$/.test(key) ? Number(key) : key };
}
function storedIn({ linked, key, before }, value) {
    const stores = storesTo(linked, value, before);
    const whole = stores.findLast(({ store, field }) => field === null && isKey(store.name, key))?.store;
    const start = whole?.value ?? (value.kind === 'result' ? keyword(value.call, key) : null);
    const entries = stores
        .filter(({ store, field }) => field === key && (!whole || store.span.start > whole.span.start))
        .flatMap(({ store }) => (typeof store.name === 'string' ? [] : [{ key: store.name, value: store.value }]));
    if (entries.length === 0)
        return start;
    return { kind: 'dictionary', entries: [...(start?.kind === 'dictionary' ? start.entries : []), ...entries] };
}
function isKey(name, key) {
    return typeof name === 'string' ? name === key : name.kind === 'constant' && name.value === key;
}
function keyword(call, name) {
    return call.arguments.find(argument => argument.name === name)?.value ?? null;
}
// Of stores in the file of the call only those count that stand above it.
function storesTo(linked, value, before) {
    const all = indexStores(linked).get(value) ?? [];
    return all.filter(({ store }) => !before || store.span.file !== before.file || store.span.start < before.start);
}
const objects_known = new WeakMap();
function indexStores(linked) {
    const ready = objects_known.get(linked);
    if (ready)
        return ready;
    const found = new Map();
    objects_known.set(linked, found);
    for (const { store } of linked.stores) {
        const field = store.of.kind === 'field' && typeof store.name !== 'string' ? store.of : null;
        const object = field ? field.of : store.of;
        const same = found.get(object);
        if (same)
            same.push({ store, field: field?.name ?? null });
        else
            found.set(object, [{ store, field: field?.name ?? null }]);
    }
    return found;
}

;// CONCATENATED MODULE: ./src/analysis/arguments.ts




/** Finds an argument by the name of its parameter, by its position, or in a splatted dictionary. */
function givenFor(linked, args, parameters, name) {
    const [head = '', ...path] = name.split('.');
    if (path[0] === '$')
        return asWritten(args, parameters, head);
    const first = findArgument(linked, args, parameters, head);
    const before = args[0]?.span ?? null;
    return path.reduce((given, key) => (given.kind === 'given' ? inside(linked, given.values, key, before) : given), first);
}
// The name of a variable says something where its value is not known: `s3://$MODELS_PROD`.
function asWritten(args, parameters, name) {
    const positional = args.filter(argument => argument.name === null);
    const at = args.find(argument => argument.name === name) ?? positional[parameters.indexOf(name)];
    if (!at)
        return { kind: 'absent' };
    return { kind: 'given', values: [{ kind: 'text', parts: [at.value, constant(' '), written(at.span)] }] };
}
function findArgument(linked, args, parameters, name) {
    const named = args.find(argument => argument.name === name);
    if (named)
        return { kind: 'given', values: [named.value] };
    const index = parameters.indexOf(name);
    const positional = args.filter(argument => argument.name === null);
    const spread = positional.findIndex(argument => argument.splat);
    const at = index >= 0 && (spread < 0 || index < spread) ? positional[index] : undefined;
    if (at)
        return { kind: 'given', values: [at.value] };
    const splats = args
        .filter(argument => argument.name === '**')
        .flatMap(argument => inSplat(linked, argument, name));
    const found = splats.flatMap(given => (given.kind === 'given' ? given.values : []));
    if (found.length > 0)
        return { kind: 'given', values: found };
    const hidden = splats.some(given => given.kind === 'hidden') || (index >= 0 && spread >= 0 && index >= spread);
    return { kind: hidden ? 'hidden' : 'absent' };
}
function inSplat(linked, { value, span }, name) {
    const { values, hidden } = lookInside(linked, value, name, span);
    if (values.length > 0)
        return [{ kind: 'given', values }];
    const held = holders(linked, value);
    const open = held.some(holder => holder.kind === 'dictionary' && holder.entries.some(entry => entry.key === null));
    return [{ kind: hidden || open || held.length === 0 ? 'hidden' : 'absent' }];
}
function inside(linked, values, key, before) {
    const parts = values.map(value => lookInside(linked, value, key, before));
    const found = parts.flatMap(part => part.values);
    if (found.length > 0)
        return { kind: 'given', values: found };
    return { kind: parts.some(part => part.hidden) ? 'hidden' : 'absent' };
}

;// CONCATENATED MODULE: ./src/analysis/targets.ts

/**
 * What a target's name says: whether it serves users. Words are compared without case, between separators and
 * humps. A word for another environment wins: `prod-candidate` does not serve users. A word that says so only now and
 * then leaves it unknown.
 */
function classify(value, words) {
    if (value === null)
        return 'other';
    if (typeof value !== 'string')
        return 'neutral';
    const tokens = [...tokensOf(value), ...tokensOf(value.toLowerCase())];
    const says = (list) => tokens.some(token => list.includes(token) || list.includes(withoutNumber(token))) ||
        list.some(word => isWritten(word, value));
    if (isNegated(tokensOf(value), words) || says(words.other))
        return 'other';
    if (says(words.production))
        return 'production';
    return says(words.possible) || hasOpenPart(value, words) ? 'unknown' : 'neutral';
}
// What stands behind `epoch` or `v` is a number.
function hasOpenPart(text, words) {
    const before = text.split(hole).slice(0, -1);
    return before.some(part => !words.counted.includes(/([a-z]+)[^a-z0-9]?$/.exec(part.toLowerCase())?.[1] ?? ''));
}
// A project may name its targets in any script, and by more than one word.
function isWritten(word, text) {
    if (/^[a-z0-9]+$/.test(word))
        return false;
    const written = text.toLowerCase();
    return written === word || `-${written.replace(/[^\p{L}\p{N}]+/gu, '-')}-`.includes(`-${word}-`);
}
// `preprod`, `non-prod`, `NotProduction`.
function isNegated(tokens, words) {
    if (words.negations.length === 0)
        return false;
    const negation = words.negations.map(escapeWord).join('|');
    const production = words.production.map(escapeWord).join('|');
    return new RegExp(`(^|-)(${negation})-?(${production})(-|$)`).test(tokens.join('-'));
}
function tokensOf(text) {
    return text
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter(token => token !== '');
}
// `prod2` is one of several, `ga4` a product.
function withoutNumber(token) {
    return token.replace(/^([a-z]{3,})\d+$/, '$1');
}
function escapeWord(word) {
    return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

// EXTERNAL MODULE: ./node_modules/@renovatebot/pep440/index.js
var pep440 = __webpack_require__(8898);
// EXTERNAL MODULE: ./node_modules/@renovatebot/pep440/lib/specifier.js
var specifier = __webpack_require__(790);
;// CONCATENATED MODULE: ./src/analysis/versions.ts


/** Asks the manifest nearest to `path` whether every version that it allows meets `requirement`: `torch>=2.6`. */
function pinFor(program, requirement, path) {
    const [, name = '', range = ''] = /^([\w.-]+)\s*(.*)$/.exec(requirement) ?? [];
    const setting = nearestSetting(program, normalise(name), path);
    if (!setting)
        return { answer: 'maybe', setting: null };
    return { answer: guarantees(setting.range, range), setting };
}
/** The package name as indexes compare it: https://packaging.python.org/en/latest/specifications/name-normalization/ */
function normalise(name) {
    return name.toLowerCase().replace(/[-_.]+/g, '-');
}
function nearestSetting(program, name, path) {
    const around = program.settings.filter(s => normalise(s.package) === name && isAround(folderOf(s.span.file.path), path));
    const sorted = around.sort((a, b) => folderOf(b.span.file.path).length - folderOf(a.span.file.path).length ||
        Number(isExact(b.range)) - Number(isExact(a.range)) ||
        (a.span.file.path < b.span.file.path ? -1 : 1));
    return sorted[0] ?? null;
}
function isExact(range) {
    return /^={2,3}[^*]+$/.test(range.trim());
}
function folderOf(path) {
    return path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
}
function isAround(folder, path) {
    return path.startsWith(folder);
}
function boundsOf(range) {
    const parts = range.trim() === '' ? [] : (0,specifier.parse)(range);
    if (!parts)
        return null;
    let low = null;
    let high = null;
    for (const { operator, version } of parts) {
        const plain = version.replace(/\.\*$/, '');
        if (/^(>=|>|~=|==|===)$/.test(operator) && (low === null || (0,pep440.compare)(plain, low) > 0))
            low = plain;
        if (/^(<=|==|===)$/.test(operator) && !version.endsWith('*'))
            high = { version: plain, included: true };
        if (operator === '<')
            high = { version: plain, included: false };
    }
    return { low, high };
}
function guarantees(allowed, wanted) {
    const have = boundsOf(allowed);
    const want = boundsOf(wanted);
    if (!have || !want)
        return 'maybe';
    const lowMet = want.low === null || (have.low !== null && (0,pep440.compare)(have.low, want.low) >= 0);
    const highMet = want.high === null || (have.high !== null && isBelow(have.high, want.high));
    if (lowMet && highMet)
        return 'yes';
    const tooOld = want.low !== null && have.high !== null && isUnder(have.high, want.low);
    const tooNew = want.high !== null &&
        have.low !== null &&
        (0,pep440.compare)(have.low, want.high.version) >= (want.high.included ? 1 : 0);
    return tooOld || tooNew ? 'no' : 'maybe';
}
function isBelow(have, want) {
    const order = (0,pep440.compare)(have.version, want.version);
    return order < 0 || (order === 0 && (want.included || !have.included));
}
function isUnder(high, low) {
    const order = (0,pep440.compare)(high.version, low);
    return order < 0 || (order === 0 && !high.included);
}

;// CONCATENATED MODULE: ./src/analysis/conditions.ts





/** Asks the cases of a sink in order; `null` where the call is harmless. */
function outcomeOf(linked, sink, args, path) {
    if (sink.when.length === 0)
        return outcome(sink, {}, false, null, null);
    let fallback = null;
    let pin = null;
    for (const entry of sink.when) {
        const asked = ask(linked, sink, entry, args, path);
        pin = asked.pin?.setting ? asked.pin : pin;
        if (asked.answer === 'no')
            continue;
        if (entry.safe !== undefined) {
            if (asked.answer === 'yes')
                return fallback;
            continue;
        }
        const found = outcome(sink, entry, asked.answer === 'maybe', asked.target, pin);
        if (asked.answer === 'yes')
            return found;
        fallback ??= found;
    }
    return fallback;
}
function outcome(sink, entry, possible, target, pin) {
    return {
        hazard: entry.report ?? sink.does,
        says: entry.says ?? sink.says,
        level: entry.level ?? null,
        floor: entry.floor,
        fix: entry.fix ?? null,
        possible,
        target,
        pin,
    };
}
/** Whether a call surely meets the conditions of a catalogue entry. */
function conditionsHold(linked, entry, args) {
    return Object.entries(entry.if ?? {}).every(([name, matcher]) => askArgument(linked, entry.parameters, name, matcher, args, true).answer === 'yes');
}
function ask(linked, sink, entry, args, path) {
    const safe = entry.safe !== undefined;
    const answers = [];
    let target = null;
    for (const [name, matcher] of Object.entries(entry.if ?? {})) {
        const tested = askArgument(linked, sink.parameters, name, matcher, args, safe);
        answers.push(tested.answer);
        if (tested.texts)
            target = { argument: name, texts: tested.texts };
    }
    const pin = entry.pinned && !answers.includes('no') ? pinFor(linked.program, entry.pinned, path) : null;
    // A version that nobody pins is no sign of an old one: a case that needs one must be sure.
    if (pin)
        answers.push(pin.answer === 'maybe' && !safe ? 'no' : pin.answer);
    return { answer: every(answers), target, pin };
}
function every(answers) {
    if (answers.includes('no'))
        return 'no';
    return answers.includes('maybe') ? 'maybe' : 'yes';
}
function askArgument(linked, parameters, name, matcher, args, safe) {
    const given = givenFor(linked, args, parameters, name);
    if (typeof matcher === 'object' && matcher !== null && 'given' in matcher) {
        if (given.kind === 'hidden')
            return { answer: 'maybe' };
        return { answer: (given.kind === 'given') === matcher.given ? 'yes' : 'no' };
    }
    if (given.kind === 'absent')
        return { answer: 'no' };
    if (given.kind === 'hidden')
        return { answer: 'maybe' };
    if (typeof matcher === 'object' && matcher !== null) {
        if ('target' in matcher)
            return askTarget(linked, matcher.target, given.values, safe);
        if ('elsewhere' in matcher)
            return { answer: askElsewhere(linked, matcher.elsewhere, given.values, safe) };
        if ('resolves' in matcher)
            return { answer: askNames(linked, matcher.resolves, given.values, safe) };
        if ('empty' in matcher)
            return { answer: askEmpty(linked, matcher.empty, given.values) };
        if ('tracked' in matcher)
            return { answer: askTracked(linked, matcher.tracked, given.values) };
    }
    return { answer: askLiterals(linked, given.values, matcher, safe) };
}
function askTarget(linked, list, values, safe) {
    const { classes, open } = classesOf(linked, list, values);
    const hits = classes.filter(c => c.target === 'production');
    return { answer: decide(hits.length, classes.length, !open, safe), texts: hits.map(c => String(c.literal)) };
}
function askElsewhere(linked, list, values, safe) {
    const { classes, open } = classesOf(linked, list, values);
    return decide(classes.filter(c => c.target === 'other').length, classes.length, !open, safe);
}
function classesOf(linked, list, values) {
    const words = linked.knowledge.words.get(list);
    if (!words)
        throw new Error(`no word list ${list}`);
    const { literals, complete } = literalsOf(linked, values);
    const classes = literals.map(literal => ({ literal, target: classify(literal, words) }));
    return { classes, open: !complete || classes.some(c => c.target === 'unknown') };
}
function askLiterals(linked, values, matcher, safe) {
    const test = literalTest(matcher);
    const { literals, complete } = literalsOf(linked, values);
    const open = !complete || literals.some(literal => isOpen(literal, matcher) && !test(literal));
    return decide(literals.filter(test).length, literals.length, !open, safe);
}
// A text of which a part is not known; its end may be known all the same.
function isOpen(literal, matcher) {
    if (typeof literal !== 'string' || !literal.includes(hole))
        return false;
    if (typeof matcher !== 'object' || matcher === null || !('suffix' in matcher))
        return true;
    const end = literal.slice(literal.lastIndexOf(hole) + hole.length).toLowerCase();
    return matcher.suffix.some(suffix => suffix.length > end.length && suffix.endsWith(end));
}
// A hazard needs one value that fits; to be safe, every value must.
function decide(hits, of, complete, safe) {
    if (safe) {
        if (complete && of > 0 && hits === of)
            return 'yes';
        return hits > 0 || !complete ? 'maybe' : 'no';
    }
    if (hits > 0)
        return 'yes';
    return complete ? 'no' : 'maybe';
}
function literalsOf(linked, values) {
    const parts = values.map(value => possibleLiterals(linked, value));
    return { literals: parts.flatMap(part => part.values), complete: parts.every(part => part.complete) };
}
function literalTest(matcher) {
    if (typeof matcher !== 'object' || matcher === null)
        return value => value === matcher;
    if ('one-of' in matcher)
        return value => matcher['one-of'].includes(value);
    if ('between' in matcher) {
        const [low, high] = matcher.between;
        return value => typeof value === 'number' && value >= low && value <= high;
    }
    if ('suffix' in matcher)
        return value => typeof value === 'string' && matcher.suffix.some(s => value.toLowerCase().endsWith(s));
    if ('matches' in matcher) {
        const pattern = new RegExp(matcher.matches);
        return value => typeof value === 'string' && pattern.test(value);
    }
    return () => false;
}
function askNames(linked, names, values, safe) {
    const referents = values.flatMap(value => referentsOf(linked, value));
    const hits = referents.filter(r => r.kind === 'external' && names.includes(r.name));
    // What is written out is no name: `trusted=["acme.Ratio"]`.
    const named = values.filter(value => possibleLiterals(linked, value).values.length === 0 && holders(linked, value).length === 0);
    return decide(hits.length, referents.length, referents.length > 0 || named.length === 0, safe);
}
function askEmpty(linked, wanted, values) {
    const answers = values.map((value) => {
        const held = holders(linked, value);
        const { values: literals, complete } = possibleLiterals(linked, value);
        if (held.length > 0)
            return held.every(isEmpty) === wanted ? 'yes' : 'no';
        return complete && literals.length > 0 ? (literals.includes(null) === wanted ? 'yes' : 'no') : 'maybe';
    });
    return every(answers);
}
// Where a program starts is not known, so the end of a path is enough.
function askTracked(linked, wanted, values) {
    const { literals, complete } = literalsOf(linked, values);
    if (!complete || literals.length === 0)
        return 'maybe';
    const paths = [...linked.program.paths];
    const tracked = literals.every(literal => {
        const path = String(literal).replace(/^(?:\.{1,2}\/)+/, '');
        return paths.some(known => known === path || known.endsWith(`/${path}`));
    });
    return tracked === wanted ? 'yes' : 'no';
}
function isEmpty(holder) {
    if (holder.kind === 'collection')
        return holder.items.length === 0;
    return holder.kind === 'dictionary' && holder.entries.length === 0;
}

;// CONCATENATED MODULE: ./src/analysis/commands/replace.ts

/** A unit in which each call is replaced, in its facts and in every value that speaks of it. */
function replaceCalls(unit, replacement) {
    return rebuild(unit, { call: replacement });
}
/** A unit built anew, with every value in it. */
function rebuild(unit, rebuilding) {
    const change = { ...unchanged, ...rebuilding, calls: new Map(), values: new Map() };
    const bound = [...unit.bound].map(([name, values]) => [name, values.map(v => inValue(change, v))]);
    return { ...unit, blocks: unit.blocks.map(block => inBlock(change, block)), bound: new Map(bound) };
}
const unchanged = {
    call: call => call,
    block: index => index,
    parameter: value => value,
    status: () => null,
};
function inBlock(change, { facts, next }) {
    return { facts: facts.map(fact => inFact(change, fact)), next };
}
function inFact(change, fact) {
    switch (fact.kind) {
        case 'call':
            return inCall(change, fact);
        case 'store':
            return {
                ...fact,
                of: inValue(change, fact.of),
                name: typeof fact.name === 'string' ? fact.name : inValue(change, fact.name),
                value: inValue(change, fact.value),
            };
        case 'test':
        case 'return':
        case 'yield':
        case 'raise':
            return { ...fact, value: inValue(change, fact.value) };
        case 'after':
            return fact;
    }
}
function inCall(change, call) {
    const known = change.calls.get(call);
    if (known)
        return known;
    // By way of a loop a call can stand in its own arguments.
    const made = { ...call };
    change.calls.set(call, made);
    const args = call.arguments.map((argument) => ({
        ...argument,
        value: inValue(change, argument.value),
    }));
    const { input, output } = call;
    const callee = inValue(change, call.callee);
    const streams = {
        ...(input ? { input: inValue(change, input) } : {}),
        ...(output ? { output: inValue(change, output) } : {}),
    };
    return Object.assign(made, change.call({ ...call, ...streams, callee, arguments: args }, call));
}
function inValue(change, value) {
    const known = change.values.get(value);
    if (known)
        return known;
    if (value.kind === 'mix')
        return inMix(change, value);
    const made = statusIn(change, value) ?? rebuilt(change, value);
    change.values.set(value, made);
    return made;
}
// How a command ended is told by the way that was taken.
function statusIn({ status }, value) {
    const of = value.kind === 'field' ? value.of : value;
    if (of.kind !== 'result')
        return null;
    const ways = status(of.call, value.kind === 'field' ? value.name : '()');
    return ways ? { kind: 'mix', of: [constant(0), constant(1)], from: [...ways] } : null;
}
function inMix(change, mix) {
    const made = {
        kind: 'mix',
        of: [],
        from: mix.from.map(index => (index < 0 ? index : change.block(index))),
    };
    change.values.set(mix, made);
    for (const way of mix.of)
        made.of.push(inValue(change, way));
    return made;
}
function rebuilt(change, value) {
    const inside = (v) => inValue(change, v);
    switch (value.kind) {
        case 'result':
            return { ...value, call: inCall(change, value.call) };
        case 'text':
            return { ...value, parts: value.parts.map(inside) };
        case 'collection':
            return { ...value, items: value.items.map(inside), ...madeIn(change, value.each) };
        case 'dictionary':
            return {
                ...value,
                entries: value.entries.map(({ key, value: v }) => ({ key: key && inside(key), value: inside(v) })),
                ...madeIn(change, value.each),
            };
        case 'field':
            return { ...value, of: inside(value.of) };
        case 'item':
            return { ...value, of: inside(value.of), key: inside(value.key) };
        case 'instance':
            return { ...value, of: inside(value.of) };
        case 'operation':
            return { ...value, operands: value.operands.map(inside) };
        case 'parameter':
            return change.parameter(value);
        case 'constant':
        case 'name':
        case 'command':
        case 'variable':
        case 'function':
        case 'class':
        case 'unknown':
            return value;
    }
}
function madeIn({ block }, each) {
    return each === undefined ? {} : { each: block(each) };
}

;// CONCATENATED MODULE: ./src/analysis/engines/names.ts



/** Whether the name of an external is one of an engine's: its own last names, wherever in its packages they stand. */
function isOneOf({ packages }, name, wanted) {
    if (!packages.some(root => name.startsWith(`${root}.`)) || name.includes('('))
        return false;
    return wanted.some(one => (one.startsWith('*') ? name.endsWith(one.slice(1)) : name.endsWith(`.${one}`)));
}
/** The externals that a value refers to, those among them from which a class of the repository inherits. */
function externalsOf(linked, value) {
    return referentsOf(linked, value).flatMap(referent => {
        if (referent.kind === 'external')
            return [referent.name];
        return referent.kind === 'class' ? basesOf(linked, referent.name) : [];
    });
}
function basesOf(linked, className) {
    return [...withBases(linked, className)].flatMap(name => (linked.program.classes.get(name)?.bases ?? []).flatMap(base => referentsOf(linked, base).flatMap(r => (r.kind === 'external' ? [r.name] : []))));
}
/** Whether a value is one of these names of an engine. */
function names_isNamed(linked, engine, value, wanted) {
    return wanted.length > 0 && externalsOf(linked, value).some(name => isOneOf(engine, name, wanted));
}
/** The decorator of a unit that is one of these names; its call where it has arguments. */
function decoratorOf(linked, engine, unit, wanted) {
    if (wanted.length === 0)
        return null;
    for (const decorator of unit.decorators) {
        const call = decorator.kind === 'result' ? decorator.call : null;
        if (names_isNamed(linked, engine, call ? call.callee : decorator, wanted))
            return { call };
    }
    return null;
}
/** What a call gives for an argument; `null` where it gives nothing, or that cannot be told. */
function argumentOf(linked, args, parameters, name) {
    if (name === undefined)
        return null;
    const given = givenFor(linked, args, parameters, name);
    if (given.kind === 'given')
        return given.values[0] ?? null;
    return given.kind === 'hidden' ? { kind: 'unknown' } : null;
}
/** The one text that a value is; `null` where it may be another. */
function names_textOf(linked, value) {
    const { values, complete } = value ? possibleLiterals(linked, value) : { values: [], complete: false };
    const [only, second] = values;
    return complete && typeof only === 'string' && second === undefined ? only : null;
}

;// CONCATENATED MODULE: ./src/analysis/engines/tasks.ts



/** The call to the engine that makes a task. */
function makingOf(task) {
    return (task.inner.at(-1) ?? task.site).call;
}
const mostTasks = 4_000;
const tasks_deepest = 3;
/** Every task of an engine, by the call that makes it. */
function findTasks(linked, engine) {
    const files = filesOf(linked, engine);
    const found = new Map();
    if (files.size === 0)
        return found;
    const made = [
        ...linked.sites.flatMap(site => (files.has(site.unit.file.path) ? operatorAt(linked, engine, site) : [])),
        ...decoratedTasks(linked, engine, files),
    ];
    for (const task of made.flatMap(one => whereMade(linked, one, 0)).slice(0, mostTasks))
        if (!found.has(task.site.call))
            found.set(task.site.call, task);
    return found;
}
/** The files of a program that name an engine. */
function filesOf({ program }, { packages }) {
    const found = [...program.files.values()].filter(file => packages.some(root => file.text.includes(root)));
    return new Set(found.map(file => file.path));
}
function operatorAt(linked, engine, site) {
    const { callee } = site.call;
    if (callee.kind === 'field' && engine.making.includes(callee.name))
        return expandedAt(linked, engine, site);
    const names = externalsOf(linked, callee);
    const rule = names.length > 0 && engine.tasks.find(one => names.some(name => isOneOf(engine, name, one.call)));
    return rule ? [{ engine, rule, site, inner: [], unit: null }] : [];
}
// `Operator.partial(task_id="score").expand(op_args=batches)`
function expandedAt(linked, engine, site) {
    const partial = peeled(engine, site.call);
    const names = partial ? externalsOf(linked, partial) : [];
    const rule = names.length > 0 && engine.tasks.find(one => names.some(name => isOneOf(engine, name, one.call)));
    return rule && !isUsedAsCallee(site) ? [{ engine, rule, site, inner: [], unit: null }] : [];
}
// Only the last call of such a chain makes the task.
function isUsedAsCallee({ unit, call }) {
    return unit.blocks.some(({ facts }) => facts.some(fact => fact.kind === 'call' &&
        ((fact.callee.kind === 'field' && fact.callee.of.kind === 'result' && fact.callee.of.call === call) ||
            (fact.callee.kind === 'result' && fact.callee.call === call))));
}
/** What is left of a callee when the methods are taken off that only prepare a task. */
function peeled(engine, { callee }) {
    let at = callee;
    for (let depth = 0; depth < 6; depth += 1) {
        if (at.kind === 'result')
            at = at.call.callee;
        else if (at.kind === 'field' && engine.making.includes(at.name))
            at = at.of;
        else
            return at;
    }
    return null;
}
function decoratedTasks(linked, engine, files) {
    const units = [...linked.program.units.values()].filter(unit => unit.decorators.length > 0);
    const prepared = linked.sites.filter(site => files.has(site.unit.file.path) && isPrepared(engine, site.call));
    return units.flatMap(unit => {
        const rule = engine.tasks.find(one => decoratorOf(linked, engine, unit, one.decorates));
        if (!rule)
            return [];
        const sites = [
            ...callersOf(linked, unit),
            ...prepared.filter(site => isCallOf(linked, engine, site, unit) && !isUsedAsCallee(site)),
        ];
        return sites.map((site) => ({ engine, rule, site, inner: [], unit }));
    });
}
function isPrepared(engine, { callee }) {
    if (callee.kind === 'field')
        return engine.making.includes(callee.name);
    return callee.kind === 'result' && callee.call.callee.kind === 'field';
}
function isCallOf(linked, engine, { call }, unit) {
    const of = peeled(engine, call);
    const named = of && 'name' in of ? lastName(of.name) === lastName(unit.label) : of?.kind === 'function';
    return of !== null && named && referentsOf(linked, of).some(r => r.kind === 'unit' && r.unit === unit);
}
// A function that gives a task back makes one wherever it is called.
function whereMade(linked, task, depth) {
    const { engine, site } = task;
    const { unit } = site;
    if (unit.kind !== 'function' || depth >= tasks_deepest || holdsTasks(linked, engine, unit))
        return [task];
    const back = givenBack(linked, unit);
    const [only, second] = back;
    if (second !== undefined || only?.kind !== 'result' || only.call !== site.call)
        return [task];
    return callersOf(linked, unit).flatMap(caller => whereMade(linked, { ...task, site: caller, inner: [site, ...task.inner] }, depth + 1));
}
/** Whether a function stands for a whole pipeline, or for a group of tasks. */
function holdsTasks(linked, engine, unit) {
    return [...engine.pipelines, ...engine.groups].some(({ decorates }) => decoratorOf(linked, engine, unit, decorates));
}
/** The calls that are one of these names of an engine. */
function callsNamed(linked, engine, files, wanted) {
    if (wanted.length === 0)
        return [];
    return linked.sites.filter(site => files.has(site.unit.file.path) && names_isNamed(linked, engine, site.call.callee, wanted));
}

;// CONCATENATED MODULE: ./src/analysis/engines/runs.ts





/** The call that a task makes when it runs. */
function runs_runOf(workflows, task) {
    const own = ownRun(workflows, task) ?? makingOf(task);
    const sites = [task.site, ...task.inner];
    // What a function of the repository makes a task of was given to it where it was called.
    return sites.reduceRight((run, site, at) => {
        const caller = at > 0 ? sites[at - 1] : undefined;
        return detached(site.unit, run, caller?.call ?? null);
    }, own);
}
// In the terms of the unit that makes it; `null` where that is the call itself.
function ownRun(workflows, task) {
    const call = makingOf(task);
    if (task.unit)
        return decoratedRun(workflows, task.unit, call);
    const { rule } = task;
    const callable = argumentOf(workflows.linked, call.arguments, rule.parameters, rule.runs);
    if (callable)
        return { ...call, callee: callable, arguments: givenTo(workflows, task) };
    const deferred = deferredIn(workflows, task);
    return scriptRun(workflows, task, deferred) ?? deferred ?? methodRun(workflows, task);
}
/** The call that a task puts off: `ModelStep(step_args=model.register(…))`. */
function deferredIn({ linked }, task) {
    const value = argumentOf(linked, makingOf(task).arguments, task.rule.parameters, task.rule.defers);
    return value?.kind === 'result' ? value.call : null;
}
// `score(x)`, `score.override(task_id="s")(x)`, `score.expand(x=items)`
function decoratedRun(workflows, unit, call) {
    const callee = { kind: 'function', unit: unit.name };
    if (call.callee.kind !== 'field' || !workflows.engine.making.includes(call.callee.name))
        return { ...call, callee };
    const prepared = call.callee.of.kind === 'result' ? call.callee.of.call.arguments : [];
    const drawn = call.arguments.map((argument) => ({
        ...argument,
        value: { kind: 'item', of: argument.value, key: { kind: 'unknown' } },
    }));
    return { ...call, callee, arguments: [...prepared, ...drawn] };
}
function givenTo({ linked }, task) {
    const { rule } = task;
    const call = makingOf(task);
    const positional = argumentOf(linked, call.arguments, rule.parameters, rule.positional);
    const named = argumentOf(linked, call.arguments, rule.parameters, rule.named);
    const { span } = call;
    const places = positional?.kind === 'collection' && positional.each === undefined
        ? positional.items.map((value) => ({ name: null, value, span }))
        : positional
            ? [{ name: null, value: positional, splat: true, span }]
            : [];
    return named ? [...places, ...namesIn(named, span)] : places;
}
function namesIn(named, span) {
    if (named.kind !== 'dictionary')
        return [{ name: '**', value: named, splat: true, span }];
    return named.entries.map(({ key, value }) => {
        const name = key?.kind === 'constant' ? String(key.value) : null;
        return name === null ? { name: '**', value, splat: true, span } : { name, value, span };
    });
}
// `ProcessingStep(code="evaluate.py")`, `ProcessingStep(step_args=processor.run(code="evaluate.py"))`
function scriptRun({ linked }, task, deferred) {
    const call = makingOf(task);
    const value = argumentOf(linked, call.arguments, task.rule.parameters, task.rule.file) ??
        (deferred && argumentOf(linked, deferred.arguments, [], task.rule.file));
    const [path] = value ? possibleLiterals(linked, value).values : [];
    const unit = typeof path === 'string' ? scriptAt(linked.program.units, path, call.span.file.path) : null;
    return unit && { ...call, callee: { kind: 'function', unit: unit.name }, arguments: [] };
}
// Beside the file that names it, or wherever the end of the path leads to one file only.
function scriptAt(units, path, from) {
    const end = path.split(/[\0/]/).filter(part => part !== '' && part !== '.' && part !== '..');
    const folder = from.includes('/') ? from.slice(0, from.lastIndexOf('/') + 1) : '';
    const beside = units.get(folder + end.join('/'));
    if (beside)
        return beside;
    const found = [...units.values()].filter(({ kind, file, name }) => kind === 'module' && name === file.path && `/${name}`.endsWith(`/${end.join('/')}`));
    return found.length === 1 ? (found[0] ?? null) : null;
}
// `Promote(task_id="promote")`, whose `execute` the repository writes.
function methodRun({ linked }, task) {
    const call = makingOf(task);
    const { method } = task.rule;
    if (method === undefined || !referentsOf(linked, call.callee).some(r => r.kind === 'class'))
        return null;
    const of = { kind: 'result', call };
    return { ...call, callee: { kind: 'field', of, name: method }, arguments: [] };
}
// In another unit the blocks of this one say nothing.
function detached(unit, call, caller) {
    const parameter = (value) => caller && value.unit === unit.name
        ? (argumentFor(unit, value.index, caller) ??
            unit.parameters[value.index]?.default ?? { kind: 'unknown' })
        : value;
    const blocks = [{ facts: [call], next: [] }];
    const [block] = rebuild({ ...unit, bound: new Map(), blocks }, { block: () => -1, parameter }).blocks;
    const [fact] = block?.facts ?? [];
    return fact?.kind === 'call' ? fact : call;
}

;// CONCATENATED MODULE: ./src/analysis/guards/parts.ts
// A condition that is put together from more than this is asked about the nearest of them.
const parts_most = 120;
/**
 * A value and all that it is put together from, nearest first. What names stand for elsewhere is not followed, nor is
 * what `whole` takes for one thing.
 */
function parts_partsOf(value, whole = () => false) {
    const found = new Set([value]);
    for (const part of found) {
        if (found.size > parts_most)
            break;
        if (!whole(part))
            for (const inner of parts_inside(part))
                found.add(inner);
    }
    return [...found];
}
function parts_inside(value) {
    switch (value.kind) {
        case 'text':
            return value.parts;
        case 'collection':
            return value.items;
        case 'dictionary':
            return value.entries.flatMap(entry => (entry.key ? [entry.key, entry.value] : [entry.value]));
        case 'field':
        case 'instance':
            return [value.of];
        case 'item':
            return [value.of, value.key];
        case 'result':
            return [value.call.callee, ...value.call.arguments.map(argument => argument.value)];
        case 'operation':
            return value.operands;
        case 'mix':
            return value.of;
        default:
            return [];
    }
}
/** Whether a value is, or is made of, what a call gives back. */
function comesFrom(value, call) {
    return parts_partsOf(value).some(part => part.kind === 'result' && part.call === call);
}
/** The values that a unit decides by. */
function testedValues(unit) {
    return new Set(valuesOf(unit, fact => (fact.kind === 'test' ? [fact.value, fact.over] : [])));
}
/** The values that a unit decides by or hands on: what is none of them changes nothing. */
function decidingValues(unit) {
    const handed = valuesOf(unit, fact => fact.kind === 'return' || fact.kind === 'yield' || fact.kind === 'store' ? [fact.value] : []);
    return new Set([...testedValues(unit), ...handed]);
}
function valuesOf(unit, pick) {
    const picked = unit.blocks.flatMap(block => block.facts.flatMap(pick));
    return picked.flatMap(value => (value ? parts_partsOf(value) : []));
}

;// CONCATENATED MODULE: ./src/analysis/engines/trace.ts


const trace_deepest = 12;
const mostFound = 200;
/** The tasks and groups that a value stands for. */
function traced(workflows, value, depth = 0) {
    if (depth > trace_deepest)
        return [];
    const inner = (v) => traced(workflows, v, depth + 1);
    switch (value.kind) {
        case 'result':
            return ofCall(workflows, value.call, depth);
        case 'variable': {
            const bound = workflows.linked.program.units.get(value.unit)?.bound.get(value.name) ?? [];
            return oneOf(bound.map(inner));
        }
        case 'mix':
            return oneOf(waysOf(value).map(inner));
        case 'parameter': {
            const unit = workflows.linked.program.units.get(value.unit);
            return unit ? oneOf(argumentsFor(workflows.linked, unit, value.index).map(inner)) : [];
        }
        case 'collection': {
            const found = value.items.flatMap(inner).slice(0, mostFound);
            return value.each === undefined ? found : found.map(one => ({ ...one, each: true }));
        }
        case 'operation':
            // `a >> b` gives `b`.
            return value.operands.length === 2 && /^(>>|<<)$/.test(value.operator)
                ? value.operands.slice(1).flatMap(inner)
                : [];
        case 'field':
            return inner(value.of);
        case 'item': {
            const written = itemsOf(value.of, value.key);
            if (!written)
                return inner(value.of);
            return value.key.kind === 'constant' ? oneOf(written.map(inner)) : unsure(written.flatMap(inner));
        }
        default:
            return [];
    }
}
// In a loop a value may be a mix of itself and nothing else.
function waysOf(mix) {
    const seen = new Set([mix]);
    for (const value of seen)
        if (value.kind === 'mix')
            for (const way of value.of)
                seen.add(way);
    return [...seen].filter(value => value.kind !== 'mix');
}
// Of several values it is one, and which one is not known.
function oneOf(each) {
    return each.length === 1 ? (each[0] ?? []) : unsure(each.flat());
}
function unsure(found) {
    return found.slice(0, mostFound).map(one => ({ ...one, sure: false }));
}
function ofCall(workflows, call, depth) {
    const { tasks, made, groups, linked } = workflows;
    const task = tasks.get(call);
    if (task)
        return [{ node: { task }, sure: true, each: false }];
    const group = groups.get(call);
    if (group)
        return [{ node: { group }, sure: true, each: false }];
    const inside = made.get(call);
    if (inside)
        return inside.map(one => ({ node: { task: one }, sure: true, each: false }));
    const { callee } = call;
    // `task.after(other)`, `task.set_display_name("…")` give the task back.
    const on = callee.kind === 'field' ? traced(workflows, callee.of, depth + 1) : [];
    if (on.length > 0)
        return on;
    const units = referentsOf(linked, callee).flatMap(r => (r.kind === 'unit' ? [r.unit] : []));
    return oneOf(units.map(unit => oneOf(givenBack(linked, unit).map(v => traced(workflows, v, depth + 1)))));
}
/** The tasks whose results a value is put together from. */
function tasksIn(workflows, value) {
    const isTask = (part) => part.kind === 'mix' || (part.kind === 'result' && traced(workflows, part).length > 0);
    return parts_partsOf(value, isTask).flatMap(part => isTask(part) || part.kind === 'variable' || part.kind === 'parameter' ? traced(workflows, part) : []);
}

;// CONCATENATED MODULE: ./src/analysis/engines/branches.ts





const branches_deepest = 8;
/** What the tasks ask that choose between others: `ConditionStep(conditions=…, if_steps=[deploy])`. */
function branchGates(workflows, task, depth = 0) {
    if (workflows.engine.branches.length === 0 || depth > branches_deepest || alwaysRuns(workflows, task))
        return [];
    const chosen = [...workflows.tasks.values()].flatMap(other => choiceOf(workflows, other, task));
    const [only, second] = chosen;
    // Where two of them may run it, either is enough.
    if (!only || second)
        return [];
    return [...only.gates, ...branchGates(workflows, only.by, depth + 1)];
}
function choiceOf(workflows, by, task) {
    const { linked, engine } = workflows;
    const call = makingOf(by);
    const rule = engine.branches.find(one => names_isNamed(linked, engine, call.callee, one.call));
    if (!rule)
        return [];
    const [met, unmet] = [rule.met, rule.unmet].map(name => lists(workflows, argumentOf(linked, call.arguments, rule.parameters, name), task));
    if (!met && !unmet)
        return [];
    const conditions = argumentOf(linked, call.arguments, rule.parameters, rule.asks);
    return [{ by, gates: met === unmet ? [] : conditionsIn(workflows, conditions, met === true) }];
}
function lists(workflows, list, task) {
    return list !== null && traced(workflows, list).some(({ node }) => 'task' in node && node.task === task);
}
// What the pipeline lists itself runs whatever the choice was.
function alwaysRuns(workflows, task) {
    return workflows.pipelines.some(({ rule, call }) => {
        const steps = call && argumentOf(workflows.linked, call.arguments, rule.parameters, rule.steps);
        return lists(workflows, steps, task);
    });
}
// All of several conditions hold; where they do not, which of them failed is not known.
function conditionsIn(workflows, list, outcome) {
    const items = list?.kind === 'collection' && list.each === undefined ? list.items : [];
    const gates = items.flatMap((item) => {
        const value = comparisonOf(workflows, item);
        return value?.kind === 'operation' ? [{ value, outcome, span: value.span }] : [];
    });
    return outcome || items.length === 1 ? gates : [];
}
/** A call that stands for a comparison as the comparison. */
function comparisonOf(workflows, value, depth = 0) {
    const { linked, engine } = workflows;
    if (depth > branches_deepest)
        return null;
    if (value.kind === 'variable') {
        const [only, second] = linked.program.units.get(value.unit)?.bound.get(value.name) ?? [];
        return only && !second ? comparisonOf(workflows, only, depth + 1) : null;
    }
    if (value.kind !== 'result')
        return null;
    const { call } = value;
    const rule = engine.comparisons.find(one => names_isNamed(linked, engine, call.callee, one.call));
    if (!rule)
        return null;
    const given = rule.operands.map(name => argumentOf(linked, call.arguments, rule.parameters, name));
    const operands = given.flatMap((one) => (one ? [one] : []));
    const [first] = operands;
    if (!first || operands.length !== rule.operands.length)
        return null;
    const joins = rule.operator === 'not' || rule.operator === 'or';
    const parts = first.kind === 'collection' && joins ? first.items : operands;
    const inner = parts.map(part => joins ? comparisonOf(workflows, part, depth + 1) : readIn(workflows, part));
    if (inner.includes(null))
        return null;
    const { span } = spokenOf(workflows, call, first) ?? call;
    return { kind: 'operation', operator: rule.operator, operands: inner.map(one => one ?? first), span };
}
// The words around what is compared are not those of the metric.
function spokenOf(workflows, call, first) {
    const read = first.kind === 'result' ? readRule(workflows, first.call) : undefined;
    if (!read || first.kind !== 'result')
        return call.arguments.find(one => one.value === first) ?? null;
    const key = argumentOf(workflows.linked, first.call.arguments, read.parameters, read.key);
    return first.call.arguments.find(one => one.value === key) ?? null;
}
function readRule({ linked, engine }, call) {
    return engine.reads.find(one => names_isNamed(linked, engine, call.callee, one.call));
}
function readIn(workflows, value) {
    const rule = value.kind === 'result' ? readRule(workflows, value.call) : undefined;
    if (!rule || value.kind !== 'result')
        return value;
    const key = argumentOf(workflows.linked, value.call.arguments, rule.parameters, rule.key);
    const [path] = key ? possibleLiterals(workflows.linked, key).values : [];
    return { kind: 'item', of: { kind: 'unknown' }, key: constant(String(path ?? '')) };
}

;// CONCATENATED MODULE: ./src/analysis/engines/workflows.ts



/** The tasks of an engine with what holds them; `null` where there are none. */
function findWorkflows(linked, engine) {
    const tasks = findTasks(linked, engine);
    if (tasks.size === 0)
        return null;
    const files = filesOf(linked, engine);
    const entered = enteredIn(linked, files);
    const made = new Map();
    for (const task of tasks.values())
        for (const { call } of task.inner)
            made.set(call, [...(made.get(call) ?? []), task]);
    const pipelines = findPipelines(linked, engine, files, entered);
    const groups = findGroups(linked, engine, files, entered, tasks);
    return { linked, engine, files, tasks, made, groups, pipelines, entered };
}
function enteredIn(linked, files) {
    const found = new Map();
    for (const site of linked.sites) {
        const { path } = site.unit.file;
        if (site.call.during && files.has(path))
            found.set(path, [...(found.get(path) ?? []), site]);
    }
    return found;
}
/** The call whose result is entered. */
function managerIn({ call: { callee } }) {
    return callee.kind === 'field' && callee.of.kind === 'result' ? callee.of.call : null;
}
/** Whether a piece of code stands inside of another one. */
function workflows_isInside(span, outer) {
    return outer?.file.path === span.file.path && outer.start <= span.start && span.end <= outer.end;
}
function duringOf(entered, { unit, call }) {
    const site = entered.get(unit.file.path)?.find(one => isSame(managerIn(one), call));
    return site?.call.during ?? null;
}
// `with group as g`: what is entered may be named before.
function isSame(manager, call) {
    return manager === call;
}
function findPipelines(linked, engine, files, entered) {
    return engine.pipelines.flatMap(rule => [
        ...callsNamed(linked, engine, files, rule.call).map((site) => {
            const label = labelOf(linked, rule, site.call) ?? site.unit.file.path;
            const during = duringOf(entered, site);
            return { rule, unit: site.unit, call: site.call, span: site.call.span, label, during };
        }),
        ...decoratedUnits(linked, engine, rule.decorates).map(({ unit, call }) => {
            const label = (call && labelOf(linked, rule, call)) ?? unit.label;
            return { rule, unit, call, span: unit.span, label, during: unit.span };
        }),
    ]);
}
function labelOf(linked, { name, parameters }, call) {
    return names_textOf(linked, argumentOf(linked, call.arguments, parameters, name));
}
function decoratedUnits(linked, engine, wanted) {
    return [...linked.program.units.values()].flatMap(unit => {
        const decorator = unit.decorators.length > 0 ? decoratorOf(linked, engine, unit, wanted) : null;
        return decorator ? [{ unit, call: decorator.call }] : [];
    });
}
function findGroups(linked, engine, files, entered, tasks) {
    const groups = new Map();
    for (const rule of engine.groups) {
        for (const site of callsNamed(linked, engine, files, rule.call)) {
            const during = duringOf(entered, site);
            const members = [...tasks.values()].filter(task => workflows_isInside(task.site.call.span, during));
            const name = names_textOf(linked, argumentOf(linked, site.call.arguments, rule.parameters, rule.name));
            groups.set(site.call, { name, members });
        }
        for (const { unit } of decoratedUnits(linked, engine, rule.decorates))
            for (const { call } of callersOf(linked, unit)) {
                const members = [...tasks.values()].filter(task => task.site.unit === unit);
                groups.set(call, { name: unit.label, members });
            }
    }
    return groups;
}
/** The pipeline that a task belongs to; `null` where none is in sight. */
function pipelineOf(workflows, task) {
    const { pipelines, linked } = workflows;
    const { unit, call } = task.site;
    const around = pipelines.filter(one => workflows_isInside(call.span, one.during));
    const nearest = around.sort((a, b) => (b.during?.start ?? 0) - (a.during?.start ?? 0))[0];
    const named = call.arguments.find(argument => argument.name === 'dag')?.value;
    const given = named ? pipelines.find(one => one.call && standsFor(linked, named, one.call)) : undefined;
    const inFile = pipelines.filter(one => one.unit.file.path === unit.file.path);
    return given ?? nearest ?? inFile.find(one => one.unit === unit) ?? inFile[0] ?? null;
}
function standsFor({ program }, value, call) {
    if (value.kind === 'result')
        return value.call === call;
    if (value.kind !== 'variable')
        return false;
    const bound = program.units.get(value.unit)?.bound.get(value.name) ?? [];
    return bound.some(one => one.kind === 'result' && one.call === call);
}

;// CONCATENATED MODULE: ./src/analysis/engines/follows.ts







/** What each task before another one has come to when that one starts. */
function followsOf(workflows, order, task) {
    const edges = order.get(task) ?? [];
    const rule = ruleOf(workflows, task);
    return edges.map(({ first, sure }) => {
        if (!sure)
            return { first, regardless: 'the order of the two does not hold in every run' };
        if (standsAside(workflows, first, task))
            return { first, regardless: 'a condition of its own may skip it' };
        return { first, regardless: holds(workflows, order, rule, edges.length, first) ? null : rule.says };
    });
}
// A context around the one before, and not around this one.
function standsAside(workflows, first, task) {
    if (workflows.engine.conditions.length === 0)
        return false;
    const { span } = first.site.call;
    return (workflows.entered.get(span.file.path) ?? []).some(({ call: { during } }) => workflows_isInside(span, during) && !workflows_isInside(task.site.call.span, during));
}
function holds(workflows, order, { kind }, before, first) {
    switch (kind) {
        case 'success':
            return true;
        case 'one':
            return before === 1;
        // What the one before it holds back it holds back itself; what others held back before is only skipped.
        case 'unfailed':
            return !(order.get(first) ?? []).some(({ first: earlier }) => maySkip(workflows, order, earlier)) &&
                !skipsItself(workflows, first)
                ? first.rule.lets !== undefined || !maySkip(workflows, order, first)
                : false;
        case 'other':
            return false;
    }
}
// Whether a task, or one before it, may skip those behind it and let those go on that only ask for no failure.
function maySkip(workflows, order, task) {
    const seen = new Set([task]);
    for (const one of seen) {
        if ((one.rule.lets && !holdsAllBack(workflows, one)) || skipsItself(workflows, one))
            return true;
        for (const { first } of order.get(one) ?? [])
            seen.add(first);
    }
    return false;
}
function holdsAllBack({ linked }, task) {
    const all = task.rule['all-below'];
    if (!all)
        return false;
    const given = argumentOf(linked, makingOf(task).arguments, task.rule.parameters, all.argument);
    if (!given)
        return all.default;
    const { values, complete } = possibleLiterals(linked, given);
    return complete && values.every(value => value === true);
}
function skipsItself({ linked, engine }, task) {
    const words = engine.trigger?.skipping ?? [];
    const call = makingOf(task);
    if (call.arguments.some(argument => argument.name !== null && words.includes(argument.name)))
        return true;
    const callable = argumentOf(linked, call.arguments, task.rule.parameters, task.rule.runs);
    const units = [
        ...(task.unit ? [task.unit] : []),
        ...(callable ? referentsOf(linked, callable).flatMap(r => (r.kind === 'unit' ? [r.unit] : [])) : []),
    ];
    return units.some(unit => words.some(word => speaksOf(unit.file.text, word)));
}
// What is only imported is not used.
function speaksOf(text, word) {
    return (text.includes(word) &&
        text.split('\n').some(line => line.includes(word) && !/^\s*(?:from|import)\b/.test(line)));
}
/** The rule by which a task starts: its own, or what its pipeline says for all of them. */
function ruleOf(workflows, task) {
    const { engine, linked } = workflows;
    const { trigger } = engine;
    const success = { kind: 'success', says: '' };
    if (!trigger)
        return success;
    const method = trigger.regardless.find(name => isCalledOn(workflows, task, name));
    if (method)
        return { kind: 'other', says: `\`${method}\`` };
    if (!trigger.argument)
        return success;
    const value = settingOf(workflows, task, trigger.argument);
    if (!value)
        return success;
    const names = follows_namesOf(linked, value);
    const [name, second] = names;
    if (name === undefined || second !== undefined)
        return { kind: 'other', says: `its \`${trigger.argument}\` is not known` };
    const says = `\`${trigger.argument}="${name}"\``;
    if (trigger.success.includes(name))
        return success;
    if (trigger.unfailed.includes(name))
        return { kind: 'unfailed', says };
    return { kind: trigger.one.includes(name) ? 'one' : 'other', says };
}
function settingOf(workflows, task, name) {
    const { linked, engine } = workflows;
    const decorator = task.unit?.decorators.find(one => one.kind === 'result');
    const calls = [
        ...preparing(task).map(call => call.arguments),
        makingOf(task).arguments,
        decorator?.kind === 'result' && task.unit ? decorator.call.arguments : [],
    ];
    for (const args of calls) {
        const own = argumentOf(linked, args, task.rule.parameters, name);
        if (own)
            return own;
    }
    const pipeline = pipelineOf(workflows, task);
    const rule = pipeline && engine.pipelines.find(one => one === pipeline.rule);
    const defaults = pipeline?.call
        ? argumentOf(linked, pipeline.call.arguments, pipeline.rule.parameters, rule?.defaults)
        : null;
    if (!defaults)
        return null;
    return dictionaryItem(workflows, defaults, name);
}
// `Operator.partial(trigger_rule="all_done").expand(…)`, `score.override(trigger_rule="all_done")()`
function preparing(task) {
    const found = [];
    let at = makingOf(task).callee;
    for (let depth = 0; depth < 6; depth += 1) {
        if (at.kind === 'result') {
            found.push(at.call);
            at = at.call.callee;
        }
        else if (at.kind === 'field')
            at = at.of;
        else
            break;
    }
    return found;
}
function dictionaryItem({ linked }, value, name) {
    const key = { kind: 'constant', value: name };
    const held = holders(linked, value);
    return held.flatMap(holder => itemsOf(holder, key) ?? [])[0] ?? null;
}
function isCalledOn(workflows, task, method) {
    return workflows.linked.sites.some(({ call: { callee } }) => callee.kind === 'field' &&
        callee.name === method &&
        traced(workflows, callee.of).some(({ node }) => 'task' in node && node.task === task));
}
// `"all_done"`, `TriggerRule.ALL_DONE`
function follows_namesOf(linked, value) {
    const { values, complete } = possibleLiterals(linked, value);
    const texts = values.filter(text => typeof text === 'string');
    if (texts.length > 0)
        return complete ? texts : [...texts, ''];
    const named = referentsOf(linked, value).flatMap(r => (r.kind === 'external' ? [r.name] : []));
    return [...new Set(named.map(name => name.slice(name.lastIndexOf('.') + 1).toLowerCase()))];
}

;// CONCATENATED MODULE: ./src/analysis/tuples.ts

/** What a call gives for a field of a tuple that it makes: `namedtuple("Outputs", ["passed"])(True).passed`. */
function fieldOfTuple(linked, call, name) {
    const factory = factoryOf(linked, call.callee);
    const names = factory ? fieldsOf(factory) : [];
    const at = names.indexOf(name);
    if (at < 0)
        return null;
    const positional = call.arguments.filter(argument => argument.name === null);
    if (positional.some(argument => argument.splat))
        return null;
    return call.arguments.find(argument => argument.name === name)?.value ?? positional[at]?.value ?? null;
}
function factoryOf(linked, callee) {
    if (callee.kind === 'variable') {
        const [only, second] = linked.program.units.get(callee.unit)?.bound.get(callee.name) ?? [];
        return only?.kind === 'result' && !second ? factoryOf(linked, only) : null;
    }
    if (callee.kind !== 'result')
        return null;
    const made = referentsOf(linked, callee.call.callee).some(r => r.kind === 'external' && /^(collections\.namedtuple|typing\.NamedTuple)$/.test(r.name));
    return made ? callee.call : null;
}
// `["passed", "auc"]`, `"passed auc"`, `[("passed", bool)]`
function fieldsOf({ arguments: args }) {
    const fields = args[1]?.value;
    if (fields?.kind === 'constant')
        return String(fields.value).split(/[\s,]+/);
    if (fields?.kind !== 'collection')
        return [];
    return fields.items.map(item => {
        const name = item.kind === 'collection' ? item.items[0] : item;
        return name?.kind === 'constant' ? String(name.value) : '';
    });
}

;// CONCATENATED MODULE: ./src/analysis/engines/gates.ts







/** What a task right before another one lets through: by naming it, or by being true. */
function gateBetween(workflows, first, then) {
    const { lets } = first.rule;
    if (lets !== 'chosen' && lets !== 'true')
        return null;
    const { span } = makingOf(first);
    const result = { kind: 'result', call: runs_runOf(workflows, first) };
    if (lets === 'true')
        return { value: result, outcome: true, span };
    const names = namesFor(workflows, then).map(constant);
    const operands = [result, { kind: 'collection', items: names }];
    return names.length === 0
        ? null
        : { value: { kind: 'operation', operator: 'in', operands, span }, outcome: true, span };
}
/** What a task is called. */
function nameOfTask({ linked }, task) {
    const { rule, unit, site } = task;
    const making = makingOf(task);
    const prepared = making.callee.kind === 'result' ? making.callee.call.arguments : [];
    const decorator = unit?.decorators.find(one => one.kind === 'result');
    const settings = decorator?.kind === 'result' ? decorator.call.arguments : [];
    for (const args of [unit ? [] : making.arguments, site.call.arguments, prepared, settings]) {
        const given = names_textOf(linked, argumentOf(linked, args, rule.parameters, rule.name));
        if (given !== null)
            return given;
    }
    return unit ? unit.label.slice(unit.label.lastIndexOf('.') + 1) : null;
}
// A group stands in front of the names of what it holds, and may be named in place of them.
function namesFor(workflows, task) {
    const name = nameOfTask(workflows, task);
    const around = [...workflows.groups.values()].filter(group => group.members.includes(task));
    const groups = around.flatMap(group => (group.name === null ? [] : [group.name]));
    return name === null ? groups : [name, ...groups, ...groups.map(group => `${group}.${name}`)];
}
/** What the contexts around a task ask: `with dsl.If(…):`. */
function contextGates(workflows, task) {
    const { span } = task.site.call;
    const around = (workflows.entered.get(span.file.path) ?? []).filter(site => workflows_isInside(span, site.call.during));
    return around.flatMap(site => {
        const manager = managerIn(site);
        return manager ? gatesOf(workflows, manager, site.call) : [];
    });
}
function gatesOf(workflows, manager, entering) {
    const rule = conditionRule(workflows, manager);
    if (!rule)
        return [];
    const own = rule.is === 'else' ? [] : asked(workflows, manager, true);
    return rule.is === 'if' ? own : [...own, ...refused(workflows, entering)];
}
function conditionRule({ linked, engine }, call) {
    return engine.conditions.find(one => names_isNamed(linked, engine, call.callee, one.call));
}
function asked(workflows, call, outcome) {
    const rule = conditionRule(workflows, call);
    const value = rule && argumentOf(workflows.linked, call.arguments, rule.parameters, rule.asks);
    return value ? [{ value: asResult(workflows, value), outcome, span: call.span }] : [];
}
// The conditions right before an `Elif` or `Else`, from the `If` on.
function refused(workflows, entering) {
    const { start, file } = entering.span;
    const before = (workflows.entered.get(file.path) ?? [])
        .filter(one => (one.call.during?.end ?? start) < start)
        .sort((a, b) => b.call.span.start - a.call.span.start);
    const found = [];
    let end = start;
    for (const site of before) {
        const manager = managerIn(site);
        const rule = manager && conditionRule(workflows, manager);
        if (!manager || !rule || rule.is === 'else' || !isNext(site.call, end))
            continue;
        found.push(...asked(workflows, manager, false));
        if (rule.is === 'if')
            return found;
        end = site.call.span.start;
    }
    return [];
}
// Nothing but `with` and blanks stands between the end of one context and the next.
function isNext({ during }, start) {
    return (during !== undefined && /^[\s#]*(?:#[^\n]*\s*)*with\s*$/.test(during.file.text.slice(during.end, start)));
}
/** A value in which the outputs of tasks are what their functions give back. */
function asResult(workflows, value, depth = 0) {
    const inner = (v) => asResult(workflows, v, depth + 1);
    const { outputs } = workflows.engine;
    if (!outputs || depth > 6)
        return value;
    if (value.kind === 'operation') {
        const operands = value.operands.map(inner);
        // A number is asked for its name, which the function knows that works it out.
        const named = /^[<>]=?$/.test(value.operator) ? operands.map(one => spelledOut(workflows, one)) : operands;
        return { ...value, operands: named };
    }
    if (value.kind === 'field' && outputs.only.includes(value.name))
        return outputOf(workflows, value.of) ?? value;
    if (value.kind !== 'item' || value.of.kind !== 'field' || !outputs.named.includes(value.of.name))
        return value;
    const result = outputOf(workflows, value.of.of);
    const name = value.key.kind === 'constant' ? String(value.key.value) : null;
    if (!result || name === null)
        return value;
    return name === 'Output' ? result : { kind: 'field', of: result, name };
}
function spelledOut({ linked }, value) {
    const result = value.kind === 'field' ? value.of : value;
    if (result.kind !== 'result')
        return value;
    const units = referentsOf(linked, result.call.callee).flatMap(r => (r.kind === 'unit' ? [r.unit] : []));
    const [only, second] = units.flatMap(unit => givenBack(linked, unit));
    if (!only || second)
        return value;
    if (value.kind !== 'field')
        return only;
    return (only.kind === 'result' ? fieldOfTuple(linked, only.call, value.name) : null) ?? value;
}
function outputOf(workflows, value) {
    const call = value.kind === 'result' ? innermost(workflows, value.call) : null;
    const task = call && workflows.tasks.get(call);
    return task ? { kind: 'result', call: runs_runOf(workflows, task) } : null;
}
// `evaluate(…).after(train).output`
function innermost({ tasks }, call) {
    let at = call;
    for (let depth = 0; depth < 12 && !tasks.has(at); depth += 1) {
        if (at.callee.kind !== 'field' || at.callee.of.kind !== 'result')
            return at;
        at = at.callee.of.call;
    }
    return at;
}

;// CONCATENATED MODULE: ./src/analysis/engines/certainty.ts
/** Whether every way on from a block passes another one before the unit comes to its end. */
function alwaysPasses({ blocks }, from, through) {
    const seen = new Set([from]);
    for (const index of seen) {
        if (index === through)
            continue;
        const block = blocks[index];
        if (!block)
            return false;
        const raised = block.facts.at(-1)?.kind === 'raise';
        if (block.next.length === 0 && !raised)
            return false;
        for (const { to } of block.next)
            seen.add(to);
    }
    return true;
}

;// CONCATENATED MODULE: ./src/analysis/engines/order.ts




const mostEdges = 20_000;
/** How tasks are ordered among each other: for each the ones right before it. */
function orderOf(workflows) {
    const edges = [...writtenEdges(workflows), ...givenEdges(workflows)].slice(0, mostEdges);
    const plain = edges.flatMap(edge => betweenTasks(edge, edges));
    const order = new Map();
    for (const edge of plain) {
        const known = order.get(edge.second) ?? [];
        const same = known.findIndex(one => one.first === edge.first);
        if (same < 0)
            known.push(edge);
        else if (edge.sure)
            known[same] = edge;
        order.set(edge.second, known);
    }
    return order;
}
function writtenEdges(workflows) {
    const { linked, files, engine } = workflows;
    const { order } = engine;
    if (!order)
        return [];
    return linked.sites.flatMap(site => {
        if (!files.has(site.unit.file.path))
            return [];
        const { callee } = site.call;
        if (callee.kind === 'name' && /^operator\.[lr]shift$/.test(callee.name) && callee.from === null)
            return order.operators ? shifted(workflows, site, site.call) : [];
        if (callee.kind === 'field' && [...order.before, ...order.after].includes(callee.name))
            return byMethod(workflows, site, callee.of, order.before.includes(callee.name));
        if (names_isNamed(linked, engine, callee, order.chain))
            return chained(workflows, site);
        return names_isNamed(linked, engine, callee, order.cross) ? crossed(workflows, site) : [];
    });
}
// `a >> [b, c] >> d` holds `a >> [b, c]` on its left.
function shifted(workflows, site, call) {
    const found = [];
    const [left, right] = call.arguments.map(argument => argument.value);
    const forwards = call.callee.kind === 'name' && call.callee.name === 'operator.rshift';
    let at = { left, right, forwards };
    for (let steps = 0; at.left && at.right && steps < 400; steps += 1) {
        const [first, second] = at.forwards ? [at.left, at.right] : [at.right, at.left];
        found.push(...between(site, traced(workflows, first), traced(workflows, second)));
        const next = at.left;
        if (next.kind !== 'operation')
            break;
        const [a, b] = next.operands;
        at = { left: a, right: b, forwards: next.operator === '>>' };
    }
    return found;
}
function byMethod(workflows, site, of, before) {
    const receiver = traced(workflows, of);
    const others = site.call.arguments.flatMap(argument => traced(workflows, argument.value));
    return before ? between(site, receiver, others) : between(site, others, receiver);
}
// Two lists in a row are joined one by one, where they are of one length.
function chained(workflows, site) {
    const args = site.call.arguments;
    return args.flatMap((argument, i) => {
        const next = args[i + 1];
        if (!next)
            return [];
        const [first, second] = [traced(workflows, argument.value), traced(workflows, next.value)];
        const lists = [argument, next].every(isList);
        if (!lists || !names_isNamed(workflows.linked, workflows.engine, site.call.callee, ['chain']))
            return between(site, first, second);
        return first.flatMap((one, at) => between(site, [one], second.slice(at, at + 1)));
    });
}
function isList({ value, splat }) {
    return value.kind === 'collection' && !splat;
}
function crossed(workflows, site) {
    const [first, second] = ['from_tasks', 'to_tasks'].map(name => argumentOf(workflows.linked, site.call.arguments, ['from_tasks', 'to_tasks'], name));
    return first && second ? between(site, traced(workflows, first), traced(workflows, second)) : [];
}
function between(at, first, second) {
    return first.flatMap(a => 
    // Of what is made once for each item there may be none, before which nothing waits.
    second.map(b => ({ first: a.node, second: b.node, sure: a.sure && !a.each && b.sure, at, each: a.each })));
}
// What a task is given by others comes before it.
function givenEdges(workflows) {
    const { tasks, engine, linked } = workflows;
    const { order } = engine;
    return [...tasks.values()].flatMap(task => {
        const args = [...task.site.call.arguments, ...(task.inner.length > 0 ? makingOf(task).arguments : [])];
        const named = (order?.arguments ?? []).flatMap(name => {
            const value = argumentOf(linked, makingOf(task).arguments, task.rule.parameters, name);
            return value ? traced(workflows, value) : [];
        });
        const given = order?.results ? args.flatMap(argument => tasksIn(workflows, argument.value)) : [];
        return [...named, ...given].map(({ node, sure, each }) => ({
            first: node,
            second: { task },
            sure: sure && !each,
            at: null,
            each,
        }));
    });
}
// A group begins with the tasks that wait for none of it, and ends with those that none of it waits for.
function betweenTasks(edge, all) {
    const firsts = 'task' in edge.first ? [edge.first.task] : ends(edge.first.group.members, all, 'first');
    const seconds = 'task' in edge.second ? [edge.second.task] : ends(edge.second.group.members, all, 'second');
    return firsts.flatMap(first => seconds
        .filter(second => second !== first)
        .map(second => ({ first, second, sure: edge.sure && isCertain(edge, first, second) })));
}
function ends(members, all, side) {
    const inside = new Set(members);
    const other = side === 'first' ? 'second' : 'first';
    const has = (node) => 'task' in node && inside.has(node.task);
    const bound = new Set(all.flatMap(edge => {
        const node = edge[side];
        return 'task' in node && has(node) && has(edge[other]) ? [node.task] : [];
    }));
    return members.filter(member => !bound.has(member));
}
// An order that is written down under a condition holds in some runs only; and a task that is made under one may be missing.
function isCertain({ at }, first, second) {
    if (!at)
        return true;
    const sites = [second.site, ...second.inner];
    const own = sites.find(site => site.unit === at.unit);
    if (own)
        return alwaysPasses(at.unit, own.block, at.block) && isThere(first, second);
    return alwaysPasses(at.unit, 0, at.block) && isThere(first, second);
}
function isThere(first, second) {
    const { unit, block } = first.site;
    if (unit !== second.site.unit)
        return alwaysPasses(unit, 0, block);
    return alwaysPasses(unit, 0, block) || block === second.site.block || comesBefore(first, second);
}
// Whoever makes the second has made the first: no way leads to it past that.
function comesBefore(first, second) {
    const { blocks } = second.site.unit;
    const seen = new Set(first.site.block === 0 ? [] : [0]);
    for (const index of seen)
        for (const { to } of blocks[index]?.next ?? [])
            if (to !== first.site.block)
                seen.add(to);
    return !seen.has(second.site.block);
}

;// CONCATENATED MODULE: ./src/analysis/engines/units.ts











/** The units of a program's workflows: one for each pipeline, which starts its tasks side by side, and one for each task. */
function unitsOf(workflows) {
    const names = nameJobs(workflows);
    const order = orderOf(workflows);
    const jobs = [...names].map(([task, name]) => ({
        task,
        unit: jobUnit(workflows, task, name, followsOf(workflows, order, task), names),
    }));
    const byPipeline = new Map();
    for (const { task, unit } of jobs) {
        const known = byPipeline.get(unit.parent ?? '') ?? { pipeline: pipelineOf(workflows, task), jobs: [] };
        known.jobs.push(unit);
        byPipeline.set(unit.parent ?? '', known);
    }
    const pipelines = [...byPipeline].map(([name, { pipeline, jobs: own }]) => pipelineUnit(workflows, name, pipeline, own));
    return [...pipelines, ...jobs.map(({ unit }) => unit)];
}
// Two tasks of one name are told apart by their order in the file.
function nameJobs(workflows) {
    const taken = new Set();
    const names = new Map();
    const tasks = [...workflows.tasks.values()].sort((a, b) => (0,base_order/* byCodeUnits */.C)(a.site.unit.file.path, b.site.unit.file.path) ||
        a.site.call.span.start - b.site.call.span.start);
    for (const task of tasks) {
        const own = `${pipelineName(workflows, task)}:${nameOfTask(workflows, task) ?? 'task'}`;
        let name = own;
        for (let i = 2; taken.has(name); i += 1)
            name = `${own} ${i}`;
        taken.add(name);
        names.set(task, name);
    }
    return names;
}
function pipelineName(workflows, task) {
    const { engine } = workflows;
    const pipeline = pipelineOf(workflows, task);
    const file = pipeline?.unit.file ?? task.site.unit.file;
    return `${file.path}#${engine.name} ${pipeline?.label ?? ''}@${pipeline?.span.start ?? 0}`;
}
const plain = {
    parameters: [],
    owner: null,
    decorators: [],
    returns: null,
    generator: false,
    bound: new Map(),
};
function jobUnit(workflows, task, name, follows, names) {
    const { unit, call } = task.site;
    const afters = follows.map(({ first, regardless }) => {
        const { span } = first.site.call;
        return { kind: 'after', unit: names.get(first) ?? '', regardless, span };
    });
    const passed = follows.flatMap(({ first, regardless }) => {
        const gate = regardless === null ? gateBetween(workflows, first, task) : null;
        return gate ? [gate] : [];
    });
    const gates = [...passed, ...contextGates(workflows, task), ...branchGates(workflows, task)];
    const job = {
        ...plain,
        name,
        label: nameOfTask(workflows, task) ?? 'task',
        kind: 'job',
        parent: pipelineName(workflows, task),
        file: unit.file,
        blocks: blocksOf(afters, gates, runs_runOf(workflows, task), call.span),
        span: call.span,
    };
    return rebuild(job, { block: () => -1 });
}
// Behind a gate that does not let it through a task does not run, and none counts on it.
function blocksOf(afters, gates, run, span) {
    const blocks = [{ facts: [...afters], next: [] }];
    const end = gates.length + 1;
    for (const [i, { value, outcome, span: at }] of gates.entries()) {
        const block = blocks[i];
        block?.facts.push({ kind: 'test', value, span: at });
        block?.next.push({ to: i + 1, when: outcome ? 'true' : 'false' }, { to: end, when: outcome ? 'false' : 'true' });
        blocks.push({ facts: [], next: [] });
    }
    blocks.at(-1)?.facts.push(run);
    if (gates.length > 0)
        blocks.push({ facts: [{ kind: 'raise', value: { kind: 'unknown' }, by: 'raise', span }], next: [] });
    return blocks;
}
function pipelineUnit(workflows, name, pipeline, jobs) {
    const [first] = jobs;
    if (!first)
        throw new Error('a pipeline without tasks');
    const span = pipeline?.span ?? first.span;
    const start = { facts: [triggerCall(workflows, pipeline, span)], next: [] };
    const end = jobs.length + 2;
    const started = jobs.map((job, i) => {
        start.next.push({ to: i + 2 });
        const callee = { kind: 'function', unit: job.name };
        const call = { kind: 'call', callee, arguments: [], span: job.span, name: job.span };
        return { facts: [call], next: [{ to: end }] };
    });
    const blocks = [{ facts: [], next: [{ to: 1 }] }, start, ...started, { facts: [], next: [] }];
    const label = pipeline?.label ?? first.file.path;
    return { ...plain, name, label, kind: 'pipeline', parent: null, file: span.file, blocks, span };
}
function triggerCall(workflows, pipeline, fallback) {
    const schedule = pipeline && scheduleOf(workflows, pipeline);
    const span = schedule ?? fallback;
    const [event, says] = schedule ? ['schedule', 'on a schedule'] : ['other', 'when it is asked to'];
    const given = (name, value) => ({ name, value: constant(value), span });
    return {
        kind: 'call',
        callee: { kind: 'name', name: 'pipeline.trigger', from: null, dots: 0 },
        arguments: [given('event', event), given('says', says)],
        span,
        name: span,
    };
}
function scheduleOf({ linked }, { rule, call }) {
    for (const name of call ? rule.schedule : []) {
        const value = call && argumentOf(linked, call.arguments, rule.parameters, name);
        if (!value)
            continue;
        const { values, complete } = possibleLiterals(linked, value);
        if (complete && values.length > 0 && values.every(one => one === null))
            continue;
        return call?.arguments.find(argument => argument.value === value)?.span ?? call?.span ?? null;
    }
    return null;
}

;// CONCATENATED MODULE: ./src/analysis/engines/index.ts




/**
 * The program with the pipelines of workflow engines in it: each task is a job that runs what it was made to run, after
 * those that come before it. Where a task is made, nothing of that runs any more.
 */
function withWorkflows(linked) {
    const found = linked.knowledge.engines.flatMap(engine => findWorkflows(linked, engine) ?? []);
    if (found.length === 0)
        return linked.program;
    const units = new Map(linked.program.units);
    const changes = new Map();
    for (const workflows of found) {
        for (const unit of unitsOf(workflows))
            units.set(unit.name, unit);
        noteMade(workflows, changes);
    }
    for (const [unit, own] of changes)
        units.set(unit.name, replaceCalls(unit, (call, before) => (own.has(before) ? { ...call, callee: made } : call)));
    return { ...linked.program, units };
}
// An observer: it calls none of the functions that it is given.
const made = { kind: 'name', name: 'pipeline.task', from: null, dots: 0 };
function noteMade(workflows, changes) {
    const note = (unit, call) => {
        changes.set(unit, (changes.get(unit) ?? new Set()).add(call));
    };
    for (const task of workflows.tasks.values()) {
        for (const { unit, call } of [task.site, ...task.inner])
            note(unit, call);
        const deferred = deferredIn(workflows, task);
        if (deferred)
            note((task.inner.at(-1) ?? task.site).unit, deferred);
    }
}

;// CONCATENATED MODULE: ./src/analysis/declared.ts


/**
 * Finds the repository's own functions that the configuration names. A name is read as a file at the top of the repository
 * would import it: `acme.release.Gate.check` stands in `acme/release.py` or in `src/acme/release.py`.
 */
function findDeclared(linked) {
    const { guards, sinks } = linked.knowledge.own;
    for (const guard of guards)
        for (const { key, entry } of entriesIn(linked, guard))
            declare(linked, key, known => ({ ...known, guards: [...known.guards, entry] }));
    for (const sink of sinks)
        for (const { key, entry } of entriesIn(linked, sink))
            declare(linked, key, known => ({ ...known, sinks: [...known.sinks, entry] }));
}
function entriesIn(linked, rule) {
    return rule.call.flatMap(name => referentsOf(linked, { kind: 'name', name: name.replaceAll('()', ''), from: '', dots: 0 }).flatMap(referent => {
        const key = declared_keyOf(referent);
        if (key === null)
            return [];
        const parameters = rule.parameters.length > 0 ? rule.parameters : parametersOf(linked, referent);
        return [{ key, entry: { name, entry: { ...rule, parameters: [...parameters] } } }];
    }));
}
function declare(linked, key, add) {
    linked.declared.set(key, add(linked.declared.get(key) ?? { guards: [], sinks: [] }));
}
function declared_keyOf(referent) {
    if (referent.kind === 'unit')
        return referent.unit.name;
    return referent.kind === 'class' ? referent.name : null;
}
// As they stand in the function's own head, so that nobody has to write them twice.
function parametersOf(linked, referent) {
    if (referent.kind === 'unit')
        return positional(referent.unit);
    const made = referent.kind === 'class' ? linked.program.units.get(referent.name) : undefined;
    const [init] = made?.bound.get('__init__') ?? [];
    const unit = init?.kind === 'function' ? linked.program.units.get(init.unit) : undefined;
    return unit ? positional(unit) : [];
}
function positional(unit) {
    const bound = unit.owner !== null && !isStatic(unit) ? 1 : 0;
    return unit.parameters
        .filter(parameter => parameter.kind === 'positional')
        .slice(bound)
        .map(parameter => parameter.name);
}
/** The guards that calling this is, by the catalogue and by the configuration. */
function guardsFor(linked, referent) {
    if (referent.kind === 'external')
        return entriesFor(linked.knowledge.guards, referent.name).map(entry => ({ name: referent.name, entry }));
    return linked.declared.get(declared_keyOf(referent) ?? '')?.guards ?? [];
}
/** The sinks that calling this is, by the catalogue and by the configuration. */
function sinksFor(linked, referent) {
    if (referent.kind === 'external')
        return entriesFor(linked.knowledge.sinks, referent.name).map(entry => ({ name: referent.name, entry }));
    return linked.declared.get(declared_keyOf(referent) ?? '')?.sinks ?? [];
}
/** Whether a call reaches a function that the configuration names as a sink, whatever it is called there. */
function isDeclaredSink(linked, site) {
    for (const [name, { sinks }] of linked.declared)
        if (sinks.length > 0 && linked.callers.get(name)?.includes(site))
            return true;
    return false;
}

;// CONCATENATED MODULE: ./src/analysis/link.ts




/**
 * Resolves who calls whom, in two rounds: what callers pass for a parameter may itself be what gets called. The second
 * asks only about calls that may lead to a sink, going by their names.
 */
function link_link(program, knowledge) {
    const sites = [...program.units.values()].flatMap(callSites);
    const linked = {
        program,
        knowledge,
        modules: indexModules(program.paths),
        sites,
        inert: findInert(program),
        callers: new Map(),
        makers: new Map(),
        partials: new Map(),
        fields: new Map(),
        stores: [...program.units.values()].flatMap(storesOf),
        declared: new Map(),
        counted: new Map(),
        given: new Map(),
        givenBack: new Map(),
        referents: new Map(),
    };
    const bound = namesBound(linked);
    linkRound(linked, sites.filter(({ call }) => call.callee.kind !== 'field' || bound.has(call.callee.name)));
    const leading = namesLeadingToSinks(linked);
    linkRound(linked, sites.filter(({ call: { callee } }) => callee.kind === 'field' && leading.has(callee.name) && bound.has(callee.name)));
    findDeclared(linked);
    return linked;
}
// Every name that a module, a class or an object of the repository has: no other leads to what it defines.
function namesBound({ program, stores }) {
    const names = new Set(stores.map(({ store }) => (typeof store.name === 'string' ? store.name : '')));
    for (const unit of program.units.values())
        if (unit.kind !== 'function')
            for (const name of unit.bound.keys())
                names.add(name);
    return names;
}
function linkRound(linked, sites) {
    const { callers, makers, partials } = findCallers(linked, sites);
    const fields = findFields(linked);
    linked.referents.clear();
    linked.counted.clear();
    linked.given.clear();
    for (const [unit, found] of callers)
        merge(linked.callers, unit, found);
    for (const [name, found] of makers)
        merge(linked.makers, name, found);
    for (const [call, found] of partials)
        merge(linked.partials, call, found);
    replace(linked.fields, fields);
}
// Names of functions that hold a sink, of those that call them by name, and so on.
function namesLeadingToSinks({ sites, knowledge }) {
    const holders = new Map();
    for (const { unit, call } of sites) {
        const name = lastNameOf(call.callee);
        holders.set(name, (holders.get(name) ?? new Set()).add(lastPart(unit.label)));
    }
    const leading = new Set(knowledge.lastNames);
    for (const name of leading)
        for (const holder of holders.get(name) ?? [])
            leading.add(holder);
    return leading;
}
function lastNameOf(value) {
    return value.kind === 'field' || value.kind === 'name' || value.kind === 'variable'
        ? lastPart(value.name)
        : '';
}
function lastPart(name) {
    return name.slice(name.lastIndexOf('.') + 1);
}
function replace(map, by) {
    map.clear();
    for (const [key, value] of by)
        map.set(key, value);
}
function callSites(unit) {
    return unit.blocks.flatMap((block, i) => block.facts.flatMap(fact => (fact.kind === 'call' ? [{ unit, block: i, call: fact }] : [])));
}
function storesOf(unit) {
    return unit.blocks.flatMap((block, i) => block.facts.flatMap(fact => (fact.kind === 'store' ? [{ unit, block: i, store: fact }] : [])));
}
function findCallers(linked, sites) {
    const found = { callers: new Map(), makers: new Map(), partials: new Map() };
    for (const site of sites)
        for (const referent of referentsOf(linked, site.call.callee)) {
            if (referent.kind === 'unit')
                link_add(found.callers, referent.unit.name, site);
            if (referent.kind === 'partial')
                link_add(found.partials, referent.call, site);
            if (referent.kind !== 'class')
                continue;
            link_add(found.makers, referent.name, site);
            const shape = linked.program.classes.get(referent.name);
            const init = shape && initOf(linked, shape);
            if (init)
                link_add(found.callers, init.name, site);
        }
    return found;
}
/** The `__init__` that making an object of a class runs. */
function initOf(linked, shape) {
    const bound = linked.program.units.get(shape.body)?.bound.get('__init__');
    for (const value of bound ?? [])
        if (value.kind === 'function')
            return linked.program.units.get(value.unit) ?? null;
    return null;
}
function findFields(linked) {
    const fields = new Map();
    for (const { store } of linked.stores) {
        if (typeof store.name !== 'string')
            continue;
        for (const owner of referentsOf(linked, store.of)) {
            if (owner.kind !== 'object' && owner.kind !== 'class')
                continue;
            const own = fields.get(owner.name) ?? new Map();
            fields.set(owner.name, own);
            link_add(own, store.name, store.value);
        }
    }
    return new Map([...fields].map(([owner, own]) => [owner, new Map([...own].map(([k, v]) => [k, [...v]]))]));
}
function link_add(map, key, value) {
    const known = map.get(key);
    if (known)
        known.add(value);
    else
        map.set(key, new Set([value]));
}
function merge(map, key, values) {
    map.set(key, [...new Set([...(map.get(key) ?? []), ...values])]);
}

;// CONCATENATED MODULE: ./src/analysis/commands/insert.ts

/** A unit in which the commands that its calls start are calls themselves, behind the ones that start them. */
function withStarted(unit, starts) {
    const surgery = {
        blocks: unit.blocks.map(() => ({ facts: [], next: [] })),
        tails: new Map(),
        ways: new Map(),
    };
    for (const [index, block] of unit.blocks.entries()) {
        let at = index;
        for (const fact of block.facts) {
            surgery.blocks[at]?.facts.push(fact);
            const start = fact.kind === 'call' ? starts.get(fact) : undefined;
            if (start && fact.kind === 'call')
                at = addStarted(surgery, at, fact, start);
        }
        surgery.blocks[at]?.next.push(...block.next);
        if (at !== index)
            surgery.tails.set(index, at);
    }
    return rebuild({ ...unit, blocks: surgery.blocks }, rebuildingOf(surgery, starts));
}
// What fails unseen goes on with what stands behind it.
function addStarted({ blocks, ways }, from, by, { commands }) {
    let at = from;
    let failed = [];
    for (const [i, { call, raises }] of commands.entries()) {
        blocks[at]?.facts.push(call);
        if (raises)
            continue;
        const well = insert_add(blocks);
        const badly = insert_add(blocks);
        blocks[at]?.next.push({ to: well }, { to: badly, when: 'raises', catches: null });
        ways.set(by, [well, badly]);
        failed.push(badly);
        at = well;
        if (commands[i + 1]?.afterSuccess)
            continue;
        at = join(blocks, [well, ...failed]);
        failed = [];
    }
    return at;
}
function insert_add(blocks) {
    return blocks.push({ facts: [], next: [] }) - 1;
}
function join(blocks, from) {
    const after = insert_add(blocks);
    for (const index of from)
        blocks[index]?.next.push({ to: after });
    return after;
}
function rebuildingOf({ tails, ways }, starts) {
    return {
        block: index => tails.get(index) ?? index,
        status: (call, field) => {
            const way = ways.get(call);
            const [only, second] = starts.get(call)?.commands ?? [];
            // What several commands left behind is not told apart.
            return way && only && !second && starts.get(call)?.status === field ? way : null;
        },
    };
}

;// CONCATENATED MODULE: ./src/analysis/commands/launch.ts

/** What is left of a command line when what only starts another command is taken off: `sudo`, `uv run`, `timeout 5`. */
function unwrap(knowledge, words) {
    let rest = words;
    for (let steps = 0; steps < 8; steps += 1) {
        const launcher = launcherOf(knowledge, rest, 'command');
        if (!launcher)
            return rest;
        const inner = behindOptions(launcher, rest);
        rest = inner.slice(launcher.skip).filter((word, i) => i > 0 || !launch_isAssignment(word));
        while (launch_isAssignment(rest[0]))
            rest = rest.slice(1);
        if (rest.length === 0)
            return words;
    }
    return rest;
}
/** `python -m pytest tests`, where the module is none of the repository: what is left is a command of its own. */
function moduleRun(knowledge, words) {
    const launcher = launcherOf(knowledge, words, 'script');
    if (launcher?.module === undefined)
        return null;
    const [option, ...rest] = behindOptions(launcher, words);
    return wordOf(option) === launcher.module && rest.length > 0 ? rest : null;
}
function launch_isAssignment(word) {
    return /^[A-Za-z_]\w*=/.test(wordOf(word) ?? '');
}
/** The unit of the repository that a command runs from a folder; `null` where it runs none that was read. */
function launchedBy(program, knowledge, words, directory) {
    const [first, ...others] = words;
    const name = wordOf(first) ?? '';
    if (name.includes('/')) {
        const unit = unitAt(program, directory, name);
        if (unit)
            return { unit, arguments: others };
    }
    const script = launcherOf(knowledge, words, 'script');
    if (script)
        return runScript(program, script, words, directory);
    const task = launcherOf(knowledge, words, 'task');
    return task ? runTask(program, task, words, directory) : null;
}
function launcherOf(knowledge, words, runs) {
    const first = baseName(wordOf(words[0]) ?? '');
    const found = (knowledge.launchers.get(first) ?? []).filter(launcher => launcher.runs === runs);
    return found.find(launcher => ownWords(launcher, words) > 0) ?? null;
}
// `/usr/bin/python3.11` is a Python.
function baseName(name) {
    const base = name.slice(name.lastIndexOf('/') + 1);
    return /^python[\d.]+$/.test(base) ? 'python3' : base;
}
/** How many words name the launcher itself: two for `uv run`. */
function ownWords(launcher, words) {
    const texts = words.slice(0, 4).map((word, i) => (i === 0 ? baseName(wordOf(word) ?? '') : wordOf(word)));
    const spelled = launcher.command.map(command => command.split(' '));
    const matching = spelled.find(parts => parts.every((part, i) => part === texts[i]));
    return matching?.length ?? 0;
}
// Options of a launcher stand in front of what it launches.
function behindOptions(launcher, words) {
    let rest = words.slice(ownWords(launcher, words));
    while (rest.length > 0) {
        const text = wordOf(rest[0]);
        if (text === null || !text.startsWith('-') || text === '-' || launcher.module === text)
            break;
        rest = rest.slice(launcher.values.includes(text) ? 2 : 1);
        if (text === '--')
            break;
    }
    return rest;
}
function runScript(program, launcher, words, directory) {
    const [first, ...others] = behindOptions(launcher, words);
    const text = wordOf(first);
    if (text === null)
        return null;
    if (launcher.module !== undefined && text === launcher.module) {
        const module = wordOf(others[0]);
        const unit = module === null ? null : moduleAt(program, directory, module);
        return unit ? { unit, arguments: others.slice(1) } : null;
    }
    const unit = unitAt(program, directory, text);
    return unit ? { unit, arguments: others } : null;
}
function runTask(program, launcher, words, directory) {
    const rest = words.slice(ownWords(launcher, words));
    const at = launcher.directory ? launch_optionOf(rest, launcher.directory) : null;
    const folder = joined(directory, at ?? '');
    const [task] = behindOptions(launcher, words).filter(word => !launch_isAssignment(word));
    if (folder === null || (task && wordOf(task) === null))
        return null;
    const name = wordOf(task) ?? launcher.default;
    for (const file of launcher.files) {
        const path = joined(folder, file);
        const unit = path === null ? null : taskAt(program, path, name);
        if (unit)
            return { unit, arguments: rest.filter(word => launch_isAssignment(word)) };
    }
    return null;
}
// Without a name it is the first task of the file.
function taskAt(program, path, name) {
    if (name !== undefined)
        return program.units.get(`${path}:${name}`) ?? null;
    for (const [key, unit] of program.units)
        if (key.startsWith(`${path}:`))
            return unit;
    return null;
}
function launch_optionOf(words, option) {
    const at = words.findIndex(word => wordOf(word) === option);
    return at < 0 ? null : wordOf(words[at + 1]);
}
function unitAt(program, directory, path) {
    const at = joined(directory, path);
    if (at === null)
        return null;
    return program.units.get(at) ?? program.units.get(`${at}/__main__.py`) ?? null;
}
// `python -m pkg.mod` looks in the folder it runs in; `src` is where projects that install themselves keep theirs.
function moduleAt(program, directory, module) {
    const path = module.replaceAll('.', '/');
    for (const root of [directory, joined(directory, 'src') ?? directory, '', 'src'])
        for (const end of ['.py', '/__main__.py']) {
            const unit = program.units.get(joined(root, `${path}${end}`) ?? '');
            if (unit)
                return unit;
        }
    return null;
}
/** A path from a folder, both from the root; `null` where it leads out of the tree. */
function joined(directory, path) {
    if (path.startsWith('/'))
        return null;
    const parts = directory === '' ? [] : directory.split('/');
    for (const part of path.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.pop() === undefined)
            return null;
    }
    return parts.join('/');
}

;// CONCATENATED MODULE: ./src/analysis/commands/interpret.ts




/**
 * Reads command lines: a command that runs a unit of the repository becomes a call of it, one that the catalogue knows a
 * call of its name (`$ aws sagemaker update-model-package`) with options as named arguments. Others stay as they are.
 */
function interpretCommands(program, knowledge) {
    const units = [...program.units.values()].filter(holdsCommands);
    if (units.length === 0)
        return program;
    const places = findPlaces(program, knowledge, units);
    const jobs = findJobs(program);
    const replaced = new Map(program.units);
    for (const unit of units)
        replaced.set(unit.name, replaceCalls(unit, call => interpreted(program, knowledge, interpret_placesOf(places, unit), call, jobs.get(unit.name))));
    return { ...program, units: replaced };
}
function holdsCommands(unit) {
    return unit.blocks.some(block => block.facts.some(fact => fact.kind === 'call' && fact.callee.kind === 'command'));
}
// By the unit of a step's script: its job, where it is the step of one only.
function findJobs({ units }) {
    const jobs = new Map();
    for (const job of units.values())
        for (const { callee } of job.kind === 'job' ? callsOf(job) : [])
            if (callee.kind === 'function')
                jobs.set(callee.unit, jobs.has(callee.unit) && jobs.get(callee.unit) !== job.label ? '' : job.label);
    return jobs;
}
function interpret_placesOf(places, unit) {
    const known = places.get(unit.name);
    if (known && known.size > 0)
        return [...known];
    const { path } = unit.file;
    const own = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    return own === '' ? [''] : ['', own];
}
// Where a script starts is where the command that runs it was given.
function findPlaces(program, knowledge, units) {
    const places = new Map();
    const queue = [...program.units.values()].filter(unit => unit.kind === 'job' || unit.kind === 'pipeline');
    queue.push(...units.filter(unit => unit.kind !== 'job' && unit.kind !== 'pipeline'));
    for (let i = 0; i < queue.length && i < interpret_mostPlaces; i += 1) {
        const unit = queue[i];
        if (!unit)
            continue;
        for (const call of callsOf(unit))
            for (const [name, place] of placesGiven(program, knowledge, interpret_placesOf(places, unit), call)) {
                const known = places.get(name) ?? new Set();
                const started = program.units.get(name);
                if (known.has(place) || !started)
                    continue;
                places.set(name, known.add(place));
                queue.push(started);
            }
    }
    return places;
}
const interpret_mostPlaces = 20_000;
function callsOf(unit) {
    return unit.blocks.flatMap(block => block.facts.filter(fact => fact.kind === 'call'));
}
function placesGiven(program, knowledge, from, call) {
    if (call.callee.kind === 'function') {
        const given = call.arguments.find(argument => argument.name === 'PWD')?.value;
        const place = given?.kind === 'constant' ? [String(given.value)] : given ? [] : from;
        const { unit } = call.callee;
        return place.map(p => [unit, p]);
    }
    if (call.callee.kind !== 'command')
        return [];
    const launched = launch(program, knowledge, from, call, call.callee);
    return launched ? [[launched.unit.name, launched.place]] : [];
}
function launch(program, knowledge, from, call, { directory }) {
    const words = unwrap(knowledge, partsOf(call).words);
    for (const start of directory === null ? [] : from) {
        const place = joined(start, directory ?? '');
        const launched = place === null ? null : launchedBy(program, knowledge, words, place);
        if (launched && place !== null)
            return { ...launched, place };
    }
    return null;
}
/** A command as what it is known to be; the same call where nothing is known of it. */
function interpreted(program, knowledge, from, call, job = '') {
    const { callee } = call;
    if (callee.kind !== 'command')
        return call;
    const { words, environment } = partsOf(call);
    const launched = launch(program, knowledge, from, call, callee);
    if (launched) {
        const unit = { kind: 'function', unit: launched.unit.name };
        return { ...call, callee: unit, arguments: [...launched.arguments, ...environment] };
    }
    const inner = unwrap(knowledge, words);
    const named = nameIn(knowledge, moduleRun(knowledge, inner) ?? inner);
    if (!named)
        return call;
    const name = { kind: 'name', name: named.name, from: null, dots: 0 };
    return { ...call, callee: name, arguments: argumentsOf(named.line, named.words, environment, call, job) };
}
// The longest name in the catalogue with which the words begin, whatever options stand between them.
function nameIn(knowledge, words) {
    const first = (wordOf(words[0]) ?? '').replace(/^.*\//, '');
    const names = knowledge.commands.get(first.replace(/^uses: .*/, 'uses:')) ?? [];
    if (names.length === 0)
        return null;
    if (first.startsWith('uses: ') || wordOf(words[0])?.startsWith('uses: '))
        return usesName(names, words);
    const grammar = knowledge.commandGrammar(first);
    for (const greedy of [true, false]) {
        const line = takeApart(words, grammar, greedy);
        const texts = line.words.map((word, i) => (i === 0 ? first : wordOf(word)));
        const found = names.find(name => name.every((part, i) => part === texts[i]));
        if (found)
            return { name: `$ ${found.join(' ')}`, line, words: found.length };
    }
    return null;
}
function usesName(names, words) {
    const [action = '', version] = (wordOf(words[0]) ?? '').slice('uses: '.length).split('@');
    const found = names.find(name => name[1] === action);
    const given = new Map(version === undefined ? [] : [['@', [{ name: null, value: constant(version), span: spanOf(words) }]]]);
    return found ? { name: `$ uses: ${action}`, line: { words, options: given }, words: 1 } : null;
}
function spanOf(words) {
    const [first] = words;
    if (!first)
        throw new Error('a command without words');
    return first.span;
}

;// CONCATENATED MODULE: ./src/analysis/commands/words.ts


const mostParts = 20;
const piece = /\\[\s\S]|'[^']*'|"(?:\\[\s\S]|[^"\\])*"|\d*[<>]{1,2}&?[^\S\n]*[^\s;|&]+|&&|\|\||[;|&\n]|[^\S\n]+|[^\s\\'"|;&<>]+|[\s\S]/g;
const operator = /^(?:&&|\|\||[;|&\n])$/;
// Where the output goes says nothing of what runs.
const blank = /^(?:\s+|\d*[<>].*)$/s;
/** Takes a command line apart that is written as one text. */
function partsOfText(text, span) {
    const parts = [{ words: [], operator: '' }];
    let open = false;
    for (const [token] of text.replaceAll('\\\n', ' ').matchAll(piece)) {
        const part = parts.at(-1);
        const ends = operator.test(token);
        if (ends)
            parts.push({ words: [], operator: token });
        else if (open && part && !blank.test(token))
            part.words.push((part.words.pop() ?? '') + unquoted(token));
        else if (!blank.test(token))
            part?.words.push(unquoted(token));
        open = !ends && !blank.test(token);
    }
    const commands = parts.filter(({ words }) => words.length > 0).slice(0, mostParts);
    return commands.map(({ words, operator }, i) => ({
        words: words.map(word => ({ name: null, value: fromWord(word), span })),
        after: operator === '&&' ? 'success' : 'anything',
        decides: commands.slice(i + 1).every(later => later.operator === '&&'),
    }));
}
function unquoted(token) {
    if (token.startsWith('\\'))
        return token.slice(1);
    return /^(['"]).*\1$/s.test(token) && token.length > 1 ? token.slice(1, -1) : token;
}
function fromWord(word) {
    const [first = '', ...rest] = word.split(hole);
    if (rest.length === 0)
        return constant(first);
    const parts = rest.flatMap((text) => [{ kind: 'unknown' }, constant(text)]);
    return { kind: 'text', parts: [constant(first), ...parts].filter(part => !words_isEmpty(part)) };
}
function words_isEmpty(value) {
    return value.kind === 'constant' && value.value === '';
}

;// CONCATENATED MODULE: ./src/analysis/commands/started.ts













const mostLines = 4;
const mostHanded = 3;
/** The program with its names resolved and its command lines read, those that a call starts among them. */
function linkCommands(program, knowledge) {
    const linked = linkWorkflows(link_link(interpretCommands(program, knowledge), knowledge));
    const units = withStartedCommands(linked);
    return units === linked.program.units ? linked : link_link({ ...linked.program, units }, knowledge);
}
function linkWorkflows(linked) {
    const program = withWorkflows(linked);
    return program === linked.program ? linked : link_link(program, linked.knowledge);
}
function withStartedCommands(linked) {
    const starts = new Map();
    const note = (site, line) => {
        const start = startAt(linked, site, line);
        if (!start)
            return;
        const own = starts.get(site.unit) ?? new Map();
        starts.set(site.unit, own.set(site.call, start));
    };
    const names = new Set([...linked.knowledge.starters.exact.keys()].map(lastName));
    for (const site of linked.sites) {
        const starter = starterAt(linked, site, names);
        if (starter)
            for (const [at, line] of linesOf(linked, site, starter))
                note(at, line);
    }
    if (starts.size === 0)
        return linked.program.units;
    const units = new Map(linked.program.units);
    for (const [unit, own] of starts)
        units.set(unit.name, withStarted(unit, own));
    return units;
}
function starterAt(linked, { call }, names) {
    const { callee } = call;
    if ((callee.kind !== 'field' && callee.kind !== 'name') || !names.has(lastName(callee.name)))
        return null;
    for (const referent of referentsOf(linked, callee)) {
        const [found] = referent.kind === 'external' ? entriesFor(linked.knowledge.starters, referent.name) : [];
        if (found)
            return found;
    }
    return null;
}
// A function that only runs what it is given runs it where it is called.
function linesOf(linked, site, starter) {
    const { call } = site;
    const given = givenFor(linked, call.arguments, starter.parameters, starter.line);
    const [value] = given.kind === 'given' ? given.values : [];
    if (!value)
        return [];
    const raises = typeof starter.raises === 'boolean'
        ? starter.raises
        : conditionsHold(linked, { parameters: starter.parameters, if: starter.raises }, call.arguments);
    const line = {
        value,
        argument: call.arguments.find(argument => argument.value === value) ?? null,
        directory: directoryOf(linked, call, starter),
        raises,
        status: starter.status ?? null,
    };
    return whereGiven(linked, site, line, 0);
}
function whereGiven(linked, site, line, depth) {
    const value = unwrapped(linked, line.value);
    const callers = value.kind === 'parameter' && depth < mostHanded ? callersOf(linked, site.unit) : [];
    if (value.kind !== 'parameter' || value.unit !== site.unit.name || callers.length === 0)
        return [[site, { ...line, value }]];
    return callers.flatMap(caller => {
        const given = argumentFor(site.unit, value.index, caller.call);
        // What the function makes of the status, its callers cannot see.
        return given
            ? whereGiven(linked, caller, { ...line, value: given, argument: null, status: null }, depth + 1)
            : [];
    });
}
// `shlex.split(text)`, `text.split()`.
function unwrapped(linked, value) {
    if (value.kind !== 'result')
        return value;
    const { callee, arguments: args } = value.call;
    const [first] = args;
    if (callee.kind === 'field' && callee.name === 'split' && args.length === 0)
        return callee.of;
    const splits = referentsOf(linked, callee).some(r => r.kind === 'external' && r.name === 'shlex.split');
    return splits && first ? first.value : value;
}
function directoryOf(linked, call, { directory, parameters }) {
    const given = directory === undefined ? null : givenFor(linked, call.arguments, parameters, directory);
    if (given?.kind !== 'given')
        return '';
    const { values, complete } = possibleLiterals(linked, given.values[0] ?? { kind: 'unknown' });
    const [only, second] = values;
    return complete && typeof only === 'string' && second === undefined ? only : null;
}
function startAt(linked, site, line) {
    const lines = commandsOf(linked, site, line);
    const all = lines.flat().map((part, _, parts) => {
        const made = commandCall(linked, site, line, part);
        const sure = line.raises && lines.length === 1 && (part.decides || parts.length === 1);
        return made && { call: made, afterSuccess: part.after === 'success', raises: sure };
    });
    const commands = all.filter(one => one !== null);
    return commands.length === 0 ? null : { commands, status: line.status };
}
function commandCall(linked, { unit, call }, line, { words }) {
    const [first, ...rest] = words;
    const name = first?.value.kind === 'constant' ? String(first.value.value) : null;
    if (name === null)
        return null;
    const raw = {
        kind: 'call',
        callee: { kind: 'command', name, directory: line.directory },
        arguments: rest,
        span: call.span,
        name: call.name,
    };
    const known = interpreted(linked.program, linked.knowledge, foldersOf(unit), raw);
    return known === raw ? null : known;
}
// Where a program starts is not known: at the top of the repository, or beside it.
function foldersOf({ file }) {
    const { path } = file.container?.file ?? file;
    const own = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    return own === '' ? [''] : ['', joined(own, '') ?? ''];
}
function commandsOf(linked, { call }, { value, argument }) {
    const span = argument?.span ?? call.span;
    const lists = holders(linked, value).filter(holder => holder.kind === 'collection');
    const fromLists = lists.slice(0, mostLines).map(list => {
        const words = list.items.map((item) => ({ name: null, value: wordIn(linked, item), span }));
        return [{ words, after: 'anything', decides: true }];
    });
    if (fromLists.length > 0)
        return fromLists;
    const { values } = possibleLiterals(linked, value);
    const texts = values.filter(text => typeof text === 'string');
    return texts.slice(0, mostLines).map(text => [...partsOfText(text, span)]);
}
// `sys.executable` is a name that the catalogue of launchers has.
function wordIn(linked, item) {
    if (item.kind === 'constant')
        return item;
    const [named] = referentsOf(linked, item);
    if (named?.kind === 'external')
        return { kind: 'constant', value: named.name };
    const { values, complete } = possibleLiterals(linked, item);
    const [only, second] = values;
    return complete && only !== undefined && second === undefined
        ? { kind: 'constant', value: String(only) }
        : item;
}

;// CONCATENATED MODULE: ./src/base/hash.ts

/** SHA-256 of the text as UTF-8, in lower-case hexadecimal. */
function sha256(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text, 'utf8').digest('hex');
}

;// CONCATENATED MODULE: ./src/analysis/fingerprint.ts

/** Names findings so that they keep their names when lines move, files are renamed or a formatter runs. */
function nameFindings(identities) {
    const counts = new Map();
    return identities.map(identity => {
        const { file, start, end } = identity.call;
        const text = withoutLayout(file.text.slice(start, end));
        const key = [identity.rule, identity.sink, identity.within, text].join('\n');
        const count = (counts.get(key) ?? 0) + 1;
        counts.set(key, count);
        return sha256(`${key}\n${count}`).slice(0, 32);
    });
}
// A formatter changes white space, quotes and the comma before a closing bracket, and nothing else.
function withoutLayout(text) {
    return text
        .replace(/\s+/g, '')
        .replaceAll("'", '"')
        .replace(/,([)\]}])/g, '$1');
}

;// CONCATENATED MODULE: ./src/analysis/message.ts
/** What a finding says: first the fact and what is missing, then what else decided. Reports list the guards themselves. */
function messageFor(rule, site, { origin, inert, guards }) {
    const { outcome } = site;
    const sentences = [`\`${displayName(site.name)}\` ${outcome.says}, and ${missing(rule, guards)}.`];
    if (origin)
        sentences.push(`The artifact ${origin.says}.`);
    sentences.push(...aboutTarget(outcome), ...aboutVersion(outcome));
    if (inert !== null)
        sentences.push(`It counts for less, since ${inert}.`);
    if (site.guessed)
        sentences.push('The type of the object could not be resolved; the name of the method gave it away.');
    if (outcome.possible && !outcome.target)
        sentences.push('This depends on a value that could not be resolved.');
    return sentences.join(' ');
}
// With something in front of it, what is missing is not the check but its proof.
function missing(rule, guards) {
    return guards.some(guard => guard.strength === 'medium')
        ? 'the check in front of it proves too little'
        : rule.missing;
}
function aboutTarget({ target, possible }) {
    if (!target)
        return [];
    // Of a whole command line, which the report shows, there is no more to say.
    if (/(^|\.)\$$/.test(target.argument))
        return possible ? ['Where it works could not be resolved, so this may be a move to production.'] : [];
    const name = target.argument.split('.').at(-1) ?? target.argument;
    const [text, ...others] = target.texts.map(visibleText);
    if (text === undefined)
        return [`What \`${name}\` says could not be resolved, so this may be a move to production.`];
    const alternatives = others.length > 0 ? ', among others' : '';
    return [`\`${name}\` ${possible ? 'may be' : 'is'} \`${text}\`${alternatives}.`];
}
// A hole in a text is shown as people write one.
function visibleText(text) {
    return text.replaceAll('\u0000', '…').replaceAll('`', "'").slice(0, 80);
}
function aboutVersion({ pin }) {
    if (!pin?.setting)
        return [];
    const { setting } = pin;
    const range = setting.range === '' ? 'any version' : `\`${setting.range}\``;
    return [`\`${setting.span.file.path}\` allows ${range} of \`${setting.package}\`.`];
}
/** A sink's name as people write it: `joblib.load`, `MlflowClient.copy_model_version`. */
function displayName(name) {
    if (name.startsWith('$ '))
        return name.slice(2);
    const plain = name.replaceAll('()', '').replaceAll('[]', '');
    const parts = plain.split('.');
    return name.includes('()') || parts.length > 3 ? parts.slice(-2).join('.') : plain;
}

;// CONCATENATED MODULE: ./src/analysis/guarded.ts



/** A sink that is silent, with the guards that make it so. */
function guardedSite(rule, site, guards) {
    const proof = guards.filter(({ strength }) => strength === 'strong' || strength === 'medium');
    return {
        rule: rule.id,
        message: `\`${displayName(site.name)}\` ${site.outcome.says}.`,
        span: onDisk(site.at),
        name: onDisk(site.nameAt),
        within: site.site.unit.label,
        guards: proof.map(guard => ({ ...guard, span: onDisk(guard.span) })).sort(strongestFirst),
    };
}
/** In the order of places, each once. What a copy of a `finally` body leaves open is a finding and not guarded. */
function listGuarded(sites, findings) {
    const seen = new Set(findings.map(guarded_keyOf));
    return sites.toSorted(byPlace).filter(site => {
        const known = seen.has(guarded_keyOf(site));
        seen.add(guarded_keyOf(site));
        return !known;
    });
}
function guarded_keyOf({ rule, name }) {
    return `${name.file.path}:${name.start}:${rule}`;
}
function byPlace(a, b) {
    return ((0,base_order/* byCodeUnits */.C)(a.name.file.path, b.name.file.path) ||
        a.name.start - b.name.start ||
        (0,base_order/* byCodeUnits */.C)(a.rule, b.rule));
}
function strongestFirst(a, b) {
    return ((0,base_order/* byCodeUnits */.C)(b.strength, a.strength) ||
        (0,base_order/* byCodeUnits */.C)(a.span.file.path, b.span.file.path) ||
        a.span.start - b.span.start);
}

;// CONCATENATED MODULE: ./src/analysis/guards/handings.ts
/** Finds the arguments that may be functions, outside of tests. */
function indexHandings(linked) {
    const byUnit = new Map();
    const byCall = new Map();
    const byName = new Map();
    for (const site of linked.sites) {
        if (site.call.arguments.length === 0 || linked.knowledge.isTest(site.unit.file.path))
            continue;
        for (const argument of site.call.arguments) {
            const handing = { site, argument };
            const { value } = argument;
            if (value.kind === 'function')
                handings_push(byUnit, value.unit, handing);
            else if (value.kind === 'result')
                handings_push(byCall, value.call, handing);
            else if (handings_isNamed(value))
                handings_push(byName, handings_lastPart(value.name), handing);
        }
    }
    return { byUnit, byCall, byName };
}
function handings_isNamed(value) {
    return value.kind === 'variable' || value.kind === 'field' || value.kind === 'name';
}
/** The last of the names that are joined by dots. */
function handings_lastPart(name) {
    return name.slice(name.lastIndexOf('.') + 1);
}
function handings_push(map, key, handing) {
    const known = map.get(key);
    if (known)
        known.push(handing);
    else
        map.set(key, [handing]);
}

;// CONCATENATED MODULE: ./src/analysis/guards/engine.ts

function openEngine(linked) {
    return {
        linked,
        flows: new Map(),
        entries: new Map(),
        answers: new Map(),
        open: new Set(),
        conditions: new Map(),
        conditionCounts: new Map(),
        checks: new Map(),
        filled: new Map(),
        assumed: new Map(),
        assumedCounts: new Map(),
        numbers: new Map(),
        uses: new Map(),
        subclasses: new Map(),
        methods: new Map(),
        handings: indexHandings(linked),
        search: { depth: 0, left: 0, assuming: 0, nested: 0 },
    };
}

;// CONCATENATED MODULE: ./src/analysis/guards/artifacts.ts


const wrappers = /^(str|bytes|open|memoryview|bytearray|os\.fspath|os\.path\.(abspath|realpath|normpath|expanduser)|pathlib\.(Pure)?(Posix|Windows)?Path|io\.(BytesIO|open|BufferedReader)|(gzip|bz2|lzma|aiofiles)\.open|iter|builtins\.\w+)$/;
const readers = /^(read|read_bytes|read_text|open|resolve|absolute|expanduser|as_posix|getvalue|getbuffer|content|__enter__)$/;
/** The names of what a value is read from, nearest first: itself, then the folders around it. */
function artifactKeys(linked, value) {
    const root = artifactOf(linked, value);
    return [
        ...new Set([artifacts_keyOf(linked, root, 0), ...artifacts_foldersOf(linked, root).map(folder => artifacts_keyOf(linked, folder, 0))]),
    ];
}
/** The artifact behind a value: what is left without the ways to spell a path, open a file and read its bytes. */
function artifactOf(linked, value) {
    let at = value;
    for (let steps = 0; steps < 20; steps += 1) {
        const next = artifacts_unwrap(linked, at);
        if (next === at)
            return at;
        at = next;
    }
    return at;
}
function artifacts_unwrap(linked, value) {
    if (value.kind === 'mix' && value.of.length === 1)
        return value.of[0] ?? value;
    if (value.kind === 'item' && value.key.kind === 'unknown')
        return value.of;
    if (value.kind !== 'result')
        return value;
    const { callee, arguments: args } = value.call;
    if (callee.kind === 'field' && readers.test(callee.name) && !isFunction(linked, callee))
        return callee.of;
    if (callee.kind === 'function' || args[0] === undefined)
        return value;
    const passed = passedThrough(linked, value.call);
    if (passed)
        return passed;
    const named = referentsOf(linked, callee).some(r => r.kind === 'external' && wrappers.test(r.name));
    return named && !isJoined(value.call) ? args[0].value : value;
}
// `gzip.open(path)` opens the path; `path.open()` is a method of it.
function isFunction(linked, callee) {
    return referentsOf(linked, callee).some(r => r.kind === 'external' && /^[\w.]+$/.test(r.name));
}
// A function of the repository that gives back what it read of its parameter.
function passedThrough(linked, call) {
    for (const referent of referentsOf(linked, call.callee)) {
        if (referent.kind !== 'unit')
            return null;
        const [only, second] = givenBack(linked, referent.unit);
        if (!only || second || only.kind !== 'result' || only.call.callee.kind !== 'field')
            return null;
        const root = only.call.callee.of;
        if (!readers.test(only.call.callee.name) || root.kind !== 'parameter' || root.unit !== referent.unit.name)
            return null;
        return argumentFor(referent.unit, root.index, call);
    }
    return null;
}
// `iter(lambda: handle.read(n), b"")` draws from what the lambda reads.
function isJoined(call) {
    const [first, second] = call.arguments;
    return (second !== undefined &&
        first?.name === null &&
        second.name === null &&
        first.value.kind !== 'function' &&
        (isPath(call) || isEncoded(call)));
}
// `bytes(path, "utf-8")` is the name, not the file.
function isEncoded({ callee }) {
    return callee.kind === 'name' && /^(bytes|bytearray)$/.test(callee.name);
}
function isPath(call) {
    return call.callee.kind === 'name'
        ? /Path$/.test(call.callee.name)
        : call.callee.kind === 'field' && /Path$/.test(call.callee.name);
}
function artifacts_foldersOf(linked, value) {
    if (value.kind === 'operation' && value.operator === '/' && value.operands[0])
        return chain(linked, value.operands[0]);
    const spelled = folderInText(value);
    if (spelled)
        return chain(linked, spelled);
    if (value.kind === 'constant' && typeof value.value === 'string')
        return foldersWritten(value.value);
    if (value.kind !== 'result')
        return [];
    const names = referentsOf(linked, value.call.callee).some(r => r.kind === 'external' && r.name === 'os.path.join');
    const joins = names || (value.call.callee.kind === 'field' && value.call.callee.name === 'joinpath');
    const first = value.call.callee.kind === 'field' && !names ? value.call.callee.of : value.call.arguments[0]?.value;
    return joins && first ? chain(linked, first) : [];
}
// `"models/churn.joblib"`
function foldersWritten(path) {
    const slashes = [...path.slice(0, 400).matchAll(/(?<=[^/])\//g)].map(match => match.index);
    return slashes.reverse().map(end => constant(path.slice(0, end)));
}
// `folder + "/churn.joblib"`, `f"{folder}/churn.joblib"`.
function folderInText(value) {
    const parts = value.kind === 'text'
        ? value.parts
        : value.kind === 'operation' && value.operator === '+'
            ? value.operands
            : [];
    const [folder, rest] = parts;
    const below = rest?.kind === 'constant' && typeof rest.value === 'string' && rest.value.startsWith('/');
    return folder && below ? folder : null;
}
function chain(linked, value) {
    const root = artifactOf(linked, value);
    return [root, ...artifacts_foldersOf(linked, root)];
}
/** A text that two values share when they are put together the same way from the same parts. */
function artifacts_keyOf(linked, value, depth) {
    if (depth > 12)
        return `?${depth}`;
    const inner = (v) => artifacts_keyOf(linked, artifactOf(linked, v), depth + 1);
    switch (value.kind) {
        case 'constant':
            return JSON.stringify(value.value);
        case 'name':
            return value.name;
        case 'variable':
            return `${value.unit}#${value.name}`;
        case 'parameter':
            return `${value.unit}@${value.index}`;
        case 'field':
            return `${inner(value.of)}.${value.name}`;
        case 'item':
            return `${inner(value.of)}[${inner(value.key)}]`;
        case 'operation':
            return `(${value.operands.map(inner).join(value.operator)})`;
        case 'text':
            return `f(${value.parts.map(inner).join('+')})`;
        case 'result':
            return isPure(linked, value.call)
                ? `${inner(value.call.callee)}(${value.call.arguments.map(a => inner(a.value)).join(',')})`
                : `${value.call.span.file.path}:${value.call.span.start}`;
        case 'mix':
            return `mix(${value.of.map(way => (way.kind === 'mix' ? '~' : inner(way))).join('|')})`;
        case 'function':
            return value.unit;
        case 'class':
        case 'command':
            return value.name;
        case 'instance':
            return `a ${inner(value.of)}`;
        case 'collection':
        case 'dictionary':
        case 'unknown':
            return `${value.kind}?`;
    }
}
// Asked twice, these answer the same; any other call may bring something new.
function isPure(linked, call) {
    if (call.callee.kind === 'field' && /^(joinpath|with_suffix|with_name)$/.test(call.callee.name))
        return true;
    return referentsOf(linked, call.callee).some(r => r.kind === 'external' &&
        /^(os\.path\.join|os\.path\.dirname|os\.getenv|os\.environ\.get|pathlib\.Path)$/.test(r.name));
}

;// CONCATENATED MODULE: ./src/analysis/guards/digests.ts


const hashers = /^(hashlib|hmac|blake3|Crypto\.Hash|cryptography\.hazmat\.primitives\.hashes)\.(\w+)/;
const digests_deepest = 6;
/** The artifact whose digest a value is, or `null`. */
function digestOf(linked, value, depth = 0) {
    if (depth > digests_deepest)
        return null;
    if (value.kind === 'mix') {
        const digests = value.of.map(way => (way.kind === 'mix' ? null : digestOf(linked, way, depth + 1)));
        return digests.every(digest => digest !== null) ? (digests[0] ?? null) : null;
    }
    if (value.kind === 'variable') {
        const bound = linked.program.units.get(value.unit)?.bound.get(value.name) ?? [];
        return bound.length === 1 && bound[0] ? digestOf(linked, bound[0], depth + 1) : null;
    }
    // A prefix of a digest is not it.
    if (value.kind === 'text' && value.parts.length > 0)
        return digestOf(linked, value.parts.at(-1) ?? value, depth + 1);
    return value.kind === 'result' ? digestOfCall(linked, value.call, depth) : null;
}
function digestOfCall(linked, call, depth) {
    const { callee } = call;
    if (callee.kind === 'field' && /^(hexdigest|digest)$/.test(callee.name))
        return digestOfHasher(linked, callee.of);
    if (callee.kind === 'field' && /^(lower|upper|strip|decode|hex)$/.test(callee.name))
        return digestOf(linked, callee.of, depth + 1);
    for (const referent of referentsOf(linked, callee)) {
        if (referent.kind !== 'unit')
            continue;
        const digests = givenBack(linked, referent.unit).map(v => digestOf(linked, v, depth + 1));
        const [digest] = digests;
        if (!digest || digests.includes(null))
            continue;
        const of = artifactOf(linked, digest.of);
        const given = of.kind === 'parameter' && of.unit === referent.unit.name
            ? argumentFor(referent.unit, of.index, call)
            : null;
        return { ...digest, of: given ?? of };
    }
    return null;
}
function digestOfHasher(linked, hasher) {
    const made = hasher.kind === 'mix' ? hasher.of.find(way => way.kind === 'result') : hasher;
    if (made?.kind !== 'result')
        return null;
    const name = referentsOf(linked, made.call.callee).flatMap(r => (r.kind === 'external' ? [r.name] : []))[0];
    if (!name || !hashers.test(name))
        return null;
    const algorithm = /md5|sha1\b/.test(`${name} ${literals(made.call)}`) ? 'broken' : 'strong';
    const args = made.call.arguments.filter(argument => argument.name !== 'usedforsecurity');
    const keyed = /^hmac\./.test(name) && args[0] ? { key: args[0].value } : {};
    const data = /\.new$/.test(name) ? args[1] : args[0];
    if (data)
        return {
            of: artifactOf(linked, data.value),
            algorithm: isPartial(data.value) ? 'partial' : algorithm,
            ...keyed,
        };
    const updates = updatesOf(linked, hasher, made);
    const [first] = updates;
    return first ? { of: artifactOf(linked, first), algorithm, ...keyed } : null;
}
// `file.read(1024)`, once: what follows the first bytes may be anything.
function isPartial(data) {
    if (data.kind !== 'result' || data.call.callee.kind !== 'field' || data.call.callee.name !== 'read')
        return false;
    const [length] = data.call.arguments;
    return length?.value.kind === 'constant' && typeof length.value.value === 'number' && length.value.value > 0;
}
/** Whether a value is the digest of a hash into which nothing was fed. */
function isEmptyHash(linked, value) {
    if (value.kind !== 'result' || value.call.callee.kind !== 'field')
        return false;
    const { name, of } = value.call.callee;
    if (!/^(hexdigest|digest)$/.test(name) || of.kind !== 'result' || of.call.arguments.length > 1)
        return false;
    const named = referentsOf(linked, of.call.callee).some(r => r.kind === 'external' && hashers.test(r.name));
    return named && digestOfHasher(linked, of) === null && !isHandedOn(linked, of);
}
// `feed(digest, path)`: what it does there is not followed.
function isHandedOn(linked, hasher) {
    return linked.sites.some(({ call }) => call.arguments.some(({ value }) => value === hasher));
}
function literals(call) {
    return call.arguments.map(({ value }) => (value.kind === 'constant' ? String(value.value) : '')).join(' ');
}
function updatesOf(linked, hasher, made) {
    return linked.sites.flatMap(({ call }) => {
        if (call.callee.kind !== 'field' || call.callee.name !== 'update' || !call.arguments[0])
            return [];
        const { of } = call.callee;
        const same = of === hasher || of === made || (of.kind === 'mix' && of.of.includes(made));
        return same ? [source(linked, call.arguments[0].value)] : [];
    });
}
// A chunk comes from `handle.read(n)`, from iterating, or from `iter(lambda: handle.read(n), b"")`.
function source(linked, chunk) {
    const of = chunk.kind === 'mix'
        ? (chunk.of.find(way => way.kind === 'result' || way.kind === 'item') ?? chunk)
        : chunk;
    const at = artifactOf(linked, of);
    if (at.kind !== 'function')
        return at;
    const unit = linked.program.units.get(at.unit);
    const read = unit ? givenBack(linked, unit)[0] : undefined;
    const inside = read ? artifactOf(linked, read) : at;
    return inside.kind === 'variable' ? boundOnce(linked, inside) : inside;
}
function boundOnce(linked, value) {
    const bound = linked.program.units.get(value.unit)?.bound.get(value.name) ?? [];
    return bound[0] ? artifactOf(linked, bound[0]) : value;
}

;// CONCATENATED MODULE: ./src/analysis/guards/compared.ts






/** Reads a comparison of an artifact's digest with what was expected; `null` where it is about something else. */
function readDigestComparison(linked, operation) {
    const compared = read(linked, operation);
    if (!compared || worthless(linked, compared))
        return null;
    const { digest, expected, subject } = compared;
    const fetched = isFetched(linked, expected, 0) ? 'comes over the network without a signature' : null;
    const beside = fetched ?? compared_placeOf(linked, expected, digest, subject);
    const strength = beside ? 'weak' : digest.algorithm === 'strong' ? 'strong' : 'medium';
    const says = beside
        ? `its digest is compared with one that ${beside}`
        : `${digest.algorithm === 'partial' ? 'the digest of its first bytes' : 'its digest'} is compared${digest.algorithm === 'broken' ? ', by an algorithm that can be fooled' : ''}`;
    return {
        accepts: /^(==|in|is)$/.test(operation.operator),
        evidence: [{ kind: 'verification', subject, strength, span: operation.span, outcome: null, says }],
    };
}
function read(linked, { operator, operands }) {
    const [left, right] = operands;
    if (!left || !right || !/^(==|!=|in|not in|is|is not)$/.test(operator))
        return null;
    const first = digestOf(linked, left);
    const digest = first ?? digestOf(linked, right);
    if (!digest)
        return null;
    return { digest, expected: first ? right : left, subject: artifacts_keyOf(linked, artifactOf(linked, digest.of), 0) };
}
// Why a comparison holds whatever the file is.
function worthless(linked, { digest, expected, subject }) {
    const other = digestOf(linked, expected);
    if (other && artifacts_keyOf(linked, artifactOf(linked, other.of), 0) === subject)
        return 'the digest is compared with that of the same file';
    if (compared_isEmpty(linked, expected))
        return 'the digest is compared with nothing: what is expected is empty';
    if (digest.key && artifacts_keyOf(linked, artifactOf(linked, digest.key), 0) === subject)
        return 'the key of the digest comes out of the same file';
    if (!digest.key && artifacts_keyOf(linked, artifactOf(linked, expected), 0) === subject)
        return 'the digest is compared with one that stands in the same file';
    return null;
}
/** Why a part of a condition that is about a digest proves nothing, or next to nothing, of an artifact. */
function readVoidDigest(linked, part, subjects) {
    if (isPartOfDigest(linked, part))
        return { says: 'only a part of the digest is compared', strength: 'weak' };
    if (isEmptyHash(linked, part))
        return { says: 'nothing was fed into the digest', strength: 'void' };
    const operation = part.kind === 'operation' ? part : part.kind === 'result' ? asComparison(linked, part.call) : null;
    const compared = operation ? read(linked, operation) : null;
    if (!compared)
        return null;
    if (isNameOf(linked, compared.digest.of, subjects))
        return { says: 'the digest is that of the name, not of what is in the file', strength: 'void' };
    const says = subjects.includes(compared.subject)
        ? worthless(linked, compared)
        : 'the digest that is compared is not known to be that of this file';
    return says === null ? null : { says, strength: 'void' };
}
// `digest[:8]`, `digest.startswith(expected[:8])`.
function isPartOfDigest(linked, part) {
    if (part.kind === 'item')
        return part.key.kind === 'unknown' && digestOf(linked, part.of) !== null;
    if (part.kind !== 'result' || part.call.callee.kind !== 'field')
        return false;
    return part.call.callee.name === 'startswith' && digestOf(linked, part.call.callee.of) !== null;
}
// `hmac.compare_digest(a, b)`.
function asComparison(linked, call) {
    const compares = referentsOf(linked, call.callee).some(r => r.kind === 'external' && entriesFor(linked.knowledge.guards, r.name).some(g => g.kind === 'comparison'));
    const operands = call.arguments.slice(0, 2).map(argument => argument.value);
    return compares ? { kind: 'operation', operator: '==', operands, span: call.span } : null;
}
// `hashlib.sha256(path.encode())`.
function isNameOf(linked, of, subjects) {
    if (of.kind !== 'result' || of.call.callee.kind !== 'field' || of.call.callee.name !== 'encode')
        return false;
    return subjects.includes(artifacts_keyOf(linked, artifactOf(linked, of.call.callee.of), 0));
}
function compared_isEmpty(linked, value) {
    const { values, complete } = possibleLiterals(linked, value);
    return complete && values.length > 0 && values.every(v => v === null || v === '');
}
// Whoever can change a file can change the digest beside it.
function isFetched(linked, value, depth) {
    if (depth > 8)
        return false;
    if (value.kind === 'field' || value.kind === 'item')
        return isFetched(linked, value.of, depth + 1);
    if (value.kind === 'mix')
        return value.of.some(way => way.kind !== 'mix' && isFetched(linked, way, depth + 1));
    if (value.kind !== 'result')
        return false;
    const names = referentsOf(linked, value.call.callee).flatMap(r => (r.kind === 'external' ? [r.name] : []));
    if (names.some(name => /^(requests|httpx|urllib)\./.test(name)))
        return true;
    return value.call.callee.kind === 'field' && isFetched(linked, value.call.callee.of, depth + 1);
}
/** Where an expected digest lies so near to the artifact that both change together; `null` where it does not. */
function compared_placeOf(linked, expected, digest, subject) {
    if (expected.kind === 'parameter')
        return placeAtCallers(linked, expected, subject);
    const parts = readFrom(expected);
    if (isSidecar(linked, parts, subject))
        return 'lies beside the file';
    const sources = new Set(parts.flatMap(part => fetches(linked, part)));
    return parts_partsOf(digest.of).some(part => fetches(linked, part).some(name => sources.has(name)))
        ? 'is fetched from the same place'
        : null;
}
// What is read, without what is looked up in it: `LOCK[path.name]` does not lie beside `path`.
function readFrom(value) {
    const parts = parts_partsOf(value);
    const keys = parts.flatMap(part => {
        if (part.kind === 'item')
            return parts_partsOf(part.key);
        const looked = part.kind === 'result' && part.call.callee.kind === 'field' && part.call.callee.name === 'get';
        return looked ? part.call.arguments.flatMap(argument => parts_partsOf(argument.value)) : [];
    });
    return parts.filter(part => !keys.includes(part));
}
// `open(path + ".sha256").read()`, `path.with_suffix(".sha256").read_text()`.
function isSidecar(linked, parts, subject) {
    return parts.some(part => {
        const sum = part.kind === 'operation' && part.operator === '+' ? part.operands[0] : undefined;
        const text = part.kind === 'text' ? part.parts[0] : undefined;
        const renamed = part.kind === 'result' &&
            part.call.callee.kind === 'field' &&
            /^with_(suffix|name)$/.test(part.call.callee.name)
            ? part.call.callee.of
            : undefined;
        const from = sum ?? text ?? renamed;
        return from !== undefined && artifacts_keyOf(linked, artifactOf(linked, from), 0) === subject;
    });
}
function fetches(linked, part) {
    if (part.kind !== 'result')
        return [];
    return referentsOf(linked, part.call.callee).flatMap(r => r.kind === 'external' &&
        entriesFor(linked.knowledge.origins, r.name).some(o => o.from === 'network' || o.from === 'bucket')
        ? [r.name]
        : []);
}
// The helper compares what each caller gives it.
function placeAtCallers(linked, expected, subject) {
    const unit = linked.program.units.get(expected.unit);
    const index = unit?.parameters.findIndex((_, i) => subject === `${unit.name}@${i}`) ?? -1;
    if (!unit || index < 0)
        return null;
    const beside = callersOf(linked, unit).some(({ call }) => {
        const [given, of] = [argumentFor(unit, expected.index, call), argumentFor(unit, index, call)];
        return given && of && isSidecar(linked, readFrom(given), artifacts_keyOf(linked, artifactOf(linked, of), 0));
    });
    return beside ? 'lies beside the file' : null;
}

;// CONCATENATED MODULE: ./src/analysis/guards/evidence.ts
const evidence_nothing = new Map();
function stateOf(evidence) {
    return new Map(evidence.map(e => [idOf(e), e]));
}
function idOf(e) {
    return `${e.kind}|${e.subject}|${e.span.file.path}:${e.span.start}|${e.outcome}|${e.strength}`;
}
/** What holds where both of two things hold. */
function both(a, b) {
    if (a === null || b === null)
        return null;
    if (a.size === 0)
        return b;
    return b.size === 0 ? a : new Map([...a, ...b]);
}
/** What holds where two ways meet: a guard survives when each way has passed one, for the same subject where it has one. */
function meet(a, b) {
    if (a === null || a === b)
        return b;
    if (b === null)
        return a;
    const met = new Map();
    for (const [id, e] of a) {
        if (b.has(id))
            met.set(id, e);
        else
            for (const other of b.values())
                if (answers(e, other))
                    keep(met, weaker(e, other));
    }
    for (const [id, e] of b)
        if (!a.has(id))
            for (const other of a.values())
                if (answers(e, other))
                    keep(met, weaker(e, other));
    return met;
}
// The two outcomes of one test with no known direction say nothing together.
function answers(a, b) {
    const opposed = a.outcome !== null &&
        a.span.start === b.span.start &&
        a.span.file === b.span.file &&
        a.outcome !== b.outcome;
    return isGate(a) === isGate(b) && a.subject === b.subject && !opposed;
}
// An approval on one way and an evaluation on the other: no way is open.
function isGate(e) {
    return e.kind !== 'verification';
}
function keep(met, e) {
    met.set(idOf(e), e);
}
const rank = { strong: 3, medium: 2, weak: 1, void: 0 };
/** The one that proves less. */
function weaker(a, b) {
    return rank[b.strength] < rank[a.strength] ? b : a;
}
/** Evidence capped at a strength, with the reason. */
function evidence_atMost(state, strength, because) {
    if (state === null)
        return null;
    return stateOf([...state.values()].map(e => rank[e.strength] > rank[strength] ? { ...e, strength, says: `${e.says}, ${because}` } : e));
}
function sameState(a, b) {
    if (a === null || b === null)
        return a === b;
    return a.size === b.size && [...a.keys()].every(id => b.has(id));
}

;// CONCATENATED MODULE: ./src/analysis/guards/catalogued.ts










/** Stands, as the subject of a verification, for everything that is loaded afterwards. */
const everything = '*';
/** What the catalogue and the configuration say of a call that ended so: of several entries the first that applies. */
function namedState(engine, call, referent, holds) {
    const { linked } = engine;
    const found = guardsFor(linked, referent).find(({ entry }) => !entry.taken && entry.holds === holds && conditionsHold(linked, entry, call.arguments));
    return found ? guardState(linked, call, found) : evidence_nothing;
}
/** The same for what is taken from the result of a call: `result.issues_count`, `report["summary"]["total_issues"]`. */
function takenState(engine, value, outcome) {
    const { linked } = engine;
    const taken = takenFrom(value);
    if (!taken || taken.path === '')
        return evidence_nothing;
    for (const referent of referentsOf(linked, { kind: 'result', call: taken.call })) {
        if (referent.kind !== 'external')
            continue;
        const name = referent.name + taken.path;
        const found = guardsFor(linked, { kind: 'external', name }).find(({ entry }) => entry.taken && entry.holds === String(outcome) && conditionsHold(linked, entry, taken.call.arguments));
        if (found)
            return guardState(linked, taken.call, found);
    }
    return evidence_nothing;
}
function takenFrom(value, depth = 0) {
    if (value.kind === 'result')
        return { call: value.call, path: '' };
    if ((value.kind !== 'field' && value.kind !== 'item') || depth > 4)
        return null;
    const of = takenFrom(value.of, depth + 1);
    if (!of)
        return null;
    if (value.kind === 'field')
        return { ...of, path: `${of.path}.${value.name}` };
    return value.key.kind === 'constant' ? { ...of, path: `${of.path}[${value.key.value}]` } : null;
}
function guardState(linked, call, { name, entry: guard }) {
    if (guard.kind === 'comparison') {
        const compared = readDigestComparison(linked, {
            kind: 'operation',
            operator: '==',
            operands: call.arguments.slice(0, 2).map(argument => argument.value),
            span: call.span,
        });
        return compared ? stateOf(compared.evidence) : evidence_nothing;
    }
    const { kind, strength } = guard;
    const says = `${guard.namedIn ? `\`${name}\` (named in \`${guard.namedIn}\`)` : `\`${displayName(name)}\``} ${guard.says}`;
    return stateOf(subjectsOf(linked, call, guard).map(subject => ({
        kind,
        subject,
        strength,
        span: call.span,
        outcome: null,
        says,
    })));
}
function subjectsOf(linked, call, { subject, parameters, listed }) {
    if (subject === undefined)
        return [''];
    if (subject === everything)
        return [everything];
    if (subject === '()')
        return [artifacts_keyOf(linked, { kind: 'result', call }, 0)];
    const given = givenFor(linked, call.arguments, parameters, subject);
    if (given.kind !== 'given')
        return [];
    if (listed)
        return given.values.flatMap(value => listedIn(linked, value));
    return given.values.map(v => artifacts_keyOf(linked, artifactOf(linked, v), 0));
}
// `1f3a…  churn.joblib`: a digest, and behind two blanks or a star its file.
function listedIn(linked, value) {
    const lines = possibleLiterals(linked, value).values.flatMap(text => String(text).split(/\n|\\n/));
    return lines.flatMap(line => {
        const path = /^\S+\s+\*?(.*\S)\s*$/.exec(line)?.[1];
        return path === undefined || path.includes(hole) ? [] : [artifacts_keyOf(linked, constant(path), 0)];
    });
}

;// CONCATENATED MODULE: ./src/analysis/guards/after.ts


/** What holds where another unit has come to its end with success: a job that this one needs. */
function establishedByEnd(engine, { unit: name, regardless }) {
    const unit = regardless === null ? engine.linked.program.units.get(name) : undefined;
    const ends = (unit && flowOf(engine, unit)?.exits.map(exit => exit.state)) ?? [];
    const met = ends.reduce(meet, null);
    // A file that one job has verified is not the file of another, which runs on a machine of its own.
    return met === null ? evidence_nothing : stateOf([...met.values()].filter(e => e.subject === ''));
}

;// CONCATENATED MODULE: ./src/analysis/guards/mapping.ts




const nowhere = { flow: null, at: null };
/** What a call gives for a parameter: for the first of a method the object, for one that is left out its default. */
function mapping_givenTo(unit, index, call) {
    if (index > 0 || unit.owner === null || isStatic(unit))
        return argumentFor(unit, index, call) ?? unit.parameters[index]?.default ?? null;
    if (/\.__init__$/.test(unit.label))
        return { kind: 'result', call };
    return call.callee.kind === 'field' ? call.callee.of : call.callee;
}
/** Every parameter that a call gives something for. */
function givenIn(unit, call) {
    return unit.parameters.flatMap((_, index) => {
        const given = mapping_givenTo(unit, index, call);
        return given ? [[index, given]] : [];
    });
}
/** What a unit established, in terms of the unit that called it. */
function mapOut(engine, state, unit, call, context) {
    if (state === null)
        return null;
    const plain = [];
    const conditions = [];
    for (const e of state.values()) {
        const condition = isCondition(e) ? engine.conditions.get(e.subject) : undefined;
        if (!condition)
            plain.push(...inCaller(engine, e, unit, call));
        else if (condition.unit === unit)
            conditions.push(condition);
        else if (mapping_isAround(engine, condition.unit, unit))
            plain.push(e);
    }
    return conditions
        .map(condition => resolveCondition(engine, condition, call, index => mapping_givenTo(unit, index, call), context))
        .reduce(both, stateOf(plain));
}
function mapping_isAround(engine, outer, inner) {
    for (let at = inner; at; at = engine.linked.program.units.get(at.parent ?? ''))
        if (at.parent === outer.name)
            return true;
    return false;
}
// What was verified of a parameter was verified of the argument; what was verified before it is given back, of the result.
function inCaller(engine, e, unit, call) {
    if (e.subject === '')
        return [e];
    const { linked } = engine;
    const subject = replaceParameters(e.subject, unit, index => {
        const value = mapping_givenTo(unit, index, call);
        return value ? artifacts_keyOf(linked, artifactOf(linked, value), 0) : null;
    });
    const mapped = subject === null ? [] : [{ ...e, subject }];
    if (e.subject !== keyGivenBack(engine, unit))
        return mapped;
    return [...mapped, { ...e, subject: artifacts_keyOf(linked, { kind: 'result', call }, 0) }];
}
// A key is put together from those of its parts. The name of another unit may end in this one's.
function replaceParameters(subject, unit, given) {
    const token = `${unit.name}@`;
    const [head = '', ...rest] = subject.split(token);
    let mapped = head;
    for (const part of rest) {
        const index = /^\d+/.exec(part)?.[0] ?? '';
        const key = /[\w./-]$/.test(mapped) ? token + index : given(Number(index));
        if (key === null)
            return null;
        mapped += key + part.slice(index.length);
    }
    return mapped;
}
function keyGivenBack({ linked }, unit) {
    const keys = new Set(givenBack(linked, unit).map(value => artifacts_keyOf(linked, artifactOf(linked, value), 0)));
    const [key, second] = keys;
    return second === undefined ? (key ?? null) : null;
}
/** What a caller established, in terms of the unit that it calls. */
function mapIn(engine, state, unit, call) {
    if (state === null)
        return null;
    const keys = givenIn(unit, call).map(([index, given]) => [index, artifactKeys(engine.linked, given)]);
    const mapped = [...state.values()].flatMap((e) => {
        if (e.subject === '' || isCondition(e))
            return [e];
        const own = keys.flatMap(([index, names]) => names.flatMap(name => {
            const rest = mapping_restOf(e.subject, name);
            return rest === null ? [] : [{ ...e, subject: `${unit.name}@${index}${rest}` }];
        }));
        return [e, ...own];
    });
    return stateOf(mapped);
}
// The object itself, or a part of it: `self.path` of the object whose path was verified.
function mapping_restOf(subject, name) {
    if (subject === name)
        return '';
    return subject.startsWith(`${name}.`) ? subject.slice(name.length) : null;
}

;// CONCATENATED MODULE: ./src/analysis/guards/approvals.ts




const approvals_deepest = 4;
const affirmative = /^(y|yes|ok|approved?|true|passed|accepted|confirm(ed)?|promote|deploy|go|1)$/i;
const negative = /^(n|no|reject(ed)?|false|failed|abort|cancel|0)?$/i;
const approvalKey = /approv|sign.?off|reviewed|validation_status|release_decision/i;
/** Reads a comparison with what a person answered or approved; `null` where it is about something else. */
function readApproval(linked, operation) {
    const { operator, operands, span } = operation;
    if (!/^(==|!=|in|not in|is|is not)$/.test(operator))
        return null;
    const [left, right] = operands;
    if (!left || !right)
        return null;
    const present = readPresence(linked, operation);
    if (present)
        return present;
    const asked = [left, right].find(side => isAnswer(linked, side));
    const read = [left, right].find(side => isApprovalRecord(linked, side));
    const source = asked ?? read;
    if (!source)
        return null;
    const expected = possibleLiterals(linked, source === left ? right : left).values.map(String);
    // `answer in ("y", "n")` asks whether there is an answer, not which.
    if (expected.some(text => negative.test(text)) && expected.some(text => affirmative.test(text)))
        return null;
    // What is not rejected is not approved either; only an answer leaves no third way.
    if (asked && expected.length > 0 && expected.every(text => negative.test(text)))
        return verdict(operator === '!=' || operator === 'not in' || operator === 'is not');
    if (read && !expected.some(text => affirmative.test(text)))
        return null;
    return verdict(operator === '==' || operator === 'in' || operator === 'is');
    function verdict(accepts) {
        const says = asked ? 'a person is asked' : 'an approval is read from a record';
        return {
            accepts,
            evidence: { kind: 'approval', subject: '', strength: 'strong', span, outcome: null, says },
        };
    }
}
// `"approved_by" in version.tags`
function readPresence(linked, { operator, operands, span }) {
    const [key, record] = operands;
    if (!/^(in|not in)$/.test(operator) || key?.kind !== 'constant' || typeof key.value !== 'string')
        return null;
    if (record?.kind !== 'field' ||
        record.name !== 'tags' ||
        !approvalKey.test(key.value) ||
        writes(linked, key.value))
        return null;
    const says = 'an approval is read from a record';
    return {
        accepts: operator === 'in',
        evidence: { kind: 'approval', subject: '', strength: 'strong', span, outcome: null, says },
    };
}
/** What a person typed, asked for how it starts: `input("Promote? ").lower().startswith("y")`. */
function readStart(linked, call) {
    const { callee } = call;
    const [first] = call.arguments;
    if (callee.kind !== 'field' || callee.name !== 'startswith' || !isAnswer(linked, callee.of))
        return null;
    if (first?.value.kind !== 'constant' || !affirmative.test(String(first.value.value)))
        return null;
    return {
        kind: 'approval',
        subject: '',
        strength: 'strong',
        span: call.span,
        outcome: null,
        says: 'a person is asked',
    };
}
/** Whether a value is what a person typed. */
function isAnswer(linked, value, depth = 0) {
    if (depth > approvals_deepest)
        return false;
    if (value.kind === 'item')
        return isAnswer(linked, value.of, depth + 1);
    if (value.kind === 'mix')
        return (value.of.length > 0 && value.of.every(way => way.kind !== 'mix' && isAnswer(linked, way, depth + 1)));
    if (value.kind !== 'result')
        return false;
    const { callee } = value.call;
    if (callee.kind === 'field' &&
        /^(lower|upper|strip|casefold)$/.test(callee.name) &&
        isAnswer(linked, callee.of, depth + 1))
        return true;
    return referentsOf(linked, callee).some(r => guardsFor(linked, r).some(({ entry }) => entry.holds === 'answer' &&
        entry.kind === 'approval' &&
        conditionsHold(linked, entry, value.call.arguments)));
}
// `version.tags["approved"]`, `tags.get("approved_by")`, `package["ModelApprovalStatus"]`.
function isApprovalRecord(linked, value) {
    const key = keyOfRecord(value);
    if (!key || !approvalKey.test(key))
        return false;
    return !writes(linked, key) && !isEnvironment(linked, value);
}
// A variable of the environment selects; nobody has looked at anything.
function isEnvironment(linked, value) {
    const of = value.kind === 'result' && value.call.callee.kind === 'field'
        ? value.call.callee.of
        : value.kind === 'item'
            ? value.of
            : null;
    if (!of)
        return false;
    if (referentsOf(linked, of).some(r => r.kind === 'external' && /^os\.(environ|getenv)/.test(r.name)))
        return true;
    return of.kind === 'result' && isEnvironment(linked, of);
}
function keyOfRecord(value, depth = 0) {
    if (depth > approvals_deepest)
        return null;
    if (value.kind === 'item')
        return value.key.kind === 'constant' ? String(value.key.value) : null;
    if (value.kind === 'mix')
        return value.of.map(way => keyOfRecord(way, depth + 1)).find(key => key !== null) ?? null;
    if (value.kind !== 'result' || value.call.callee.kind !== 'field')
        return null;
    const { callee } = value.call;
    if (/^(lower|upper|strip)$/.test(callee.name))
        return keyOfRecord(callee.of, depth + 1);
    const [first] = value.call.arguments;
    return callee.name === 'get' && first?.value.kind === 'constant' ? String(first.value.value) : null;
}
/** Why a condition about an approval in a record is none: the repository writes the record itself. */
function readSelfApproval(linked, part) {
    const operands = part.kind === 'operation' ? part.operands : [part];
    for (const operand of operands) {
        const key = operand.kind === 'constant' && isPresence(part) ? String(operand.value) : keyOfRecord(operand);
        if (key && approvalKey.test(key) && writes(linked, key))
            return `\`${key.replaceAll('`', "'")}\` is written by this repository itself, which approves its own work`;
    }
    return null;
}
function isPresence(part) {
    return part.kind === 'operation' && /^(in|not in)$/.test(part.operator);
}
// A repository that writes the record itself approves its own work.
function writes(linked, key) {
    const { isTest } = linked.knowledge;
    return (linked.sites.some(({ unit, call }) => !isTest(unit.file.path) && isWriteOf(call, key)) ||
        linked.stores.some(({ unit, store }) => !isTest(unit.file.path) && isStoreOf(store, key)));
}
// `version.tags["approved"] = "true"`.
function isStoreOf({ of, name, value }, key) {
    if (of.kind !== 'field' || of.name !== 'tags' || typeof name === 'string')
        return false;
    return name.kind === 'constant' && name.value === key && value.kind === 'constant';
}
function isWriteOf(call, key) {
    const { callee } = call;
    return (callee.kind === 'field' &&
        /^set_\w*tags?$/.test(callee.name) &&
        call.arguments.some(({ value }) => value.kind === 'constant' && value.value === key));
}

;// CONCATENATED MODULE: ./src/analysis/guards/receivers.ts



const receivers_deepest = 5;
/** The units that a call reaches, by the types that are written down. */
function receivers_unitsOf(engine, call) {
    return referentsOf(engine.linked, call.callee).flatMap(r => (r.kind === 'unit' ? [r.unit] : []));
}
/** What a call of a function establishes, whichever subclass overrides it. */
function whicheverMethod(engine, call, unit, ask) {
    const methods = methodsOf(engine, call, unit);
    if (!methods)
        return ask(unit);
    if (methods.sure.length === 0)
        return evidence_nothing;
    const sure = methods.sure.map(ask).reduce(meet);
    if (methods.doubtful.length === 0)
        return sure;
    return both(methods.doubtful.map(ask).reduce(meet, sure), evidence_atMost(sure, 'medium', 'which a subclass overrides'));
}
// Nothing to choose from where it is no method, or where the object was made on the spot.
function methodsOf(engine, { callee }, unit) {
    const { linked } = engine;
    if (callee.kind !== 'field' || unit.owner === null || isMade(linked, callee.of, 0))
        return null;
    const types = referentsOf(linked, callee.of).flatMap(r => (r.kind === 'object' ? [r.name] : []));
    const [type = unit.owner] = types;
    const below = subclassesOf(engine, type);
    if (below.length === 0 && !isAbstract(unit))
        return null;
    const question = `${type}.${callee.name}`;
    const known = engine.methods.get(question) ?? chooseMethods(linked, type, below, callee.name);
    engine.methods.set(question, known);
    return known;
}
function chooseMethods(linked, type, below, name) {
    const made = below.filter(one => isMadeAnywhere(linked, one));
    const base = isMadeAnywhere(linked, type) || made.length === 0 ? [type] : [];
    const sure = methodsNamed(linked, [...base, ...made], name);
    const rest = methodsNamed(linked, below, name).filter(method => !sure.includes(method));
    return sure.length > 0 ? { sure, doubtful: rest } : { sure: rest, doubtful: [] };
}
function methodsNamed(linked, classes, name) {
    const methods = new Set(classes.map(one => methodOf(linked, one, name)));
    return [...methods].flatMap(method => (method === null || isAbstract(method) ? [] : [method]));
}
/** The method that objects of a class have under a name. */
function methodOf(linked, className, name) {
    const { program } = linked;
    for (const owner of withBases(linked, className)) {
        const bound = program.units.get(owner)?.bound.get(name)?.at(-1);
        if (bound?.kind === 'function')
            return program.units.get(bound.unit) ?? null;
    }
    return null;
}
// A method that only says that another class has it.
function isAbstract(unit) {
    const named = unit.decorators.some(d => (d.kind === 'name' || d.kind === 'field') && handings_lastPart(d.name) === 'abstractmethod');
    const [only, second] = unit.blocks.flatMap(block => block.facts.filter(fact => fact.kind !== 'call'));
    return named || (only?.kind === 'raise' && !second && raisesNotImplemented(only.value));
}
function raisesNotImplemented(value) {
    if (value.kind === 'result')
        return raisesNotImplemented(value.call.callee);
    return value.kind === 'name' && value.name === 'NotImplementedError';
}
function isMade(linked, value, depth) {
    if (depth > receivers_deepest)
        return false;
    switch (value.kind) {
        case 'result': {
            const made = referentsOf(linked, value.call.callee);
            return made.length > 0 && made.every(r => r.kind === 'class');
        }
        case 'mix':
            return value.of.every(way => isMade(linked, way, depth + 1));
        case 'variable': {
            const bound = linked.program.units.get(value.unit)?.bound.get(value.name) ?? [];
            return bound.length > 0 && bound.every(way => isMade(linked, way, depth + 1));
        }
        case 'field': {
            const stored = referentsOf(linked, value.of).flatMap(r => r.kind === 'object' ? fieldValues(linked, r.name, value.name) : []);
            return stored.length > 0 && stored.every(one => isMade(linked, one, depth + 1));
        }
        default:
            return false;
    }
}
function isMadeAnywhere(linked, className) {
    const { isTest } = linked.knowledge;
    return (linked.makers.get(className) ?? []).some(site => !isTest(site.unit.file.path));
}
// Stand-ins that tests define are used in tests.
function subclassesOf({ linked, subclasses }, className) {
    if (subclasses.size > 0)
        return subclasses.get(className) ?? [];
    const { program, knowledge } = linked;
    for (const { name, file } of program.classes.values()) {
        if (knowledge.isTest(file.path))
            continue;
        for (const owner of withBases(linked, name)) {
            const known = subclasses.get(owner) ?? [];
            subclasses.set(owner, owner === name ? known : [...known, name]);
        }
    }
    return subclasses.get(className) ?? [];
}
/** The method of a base class that `super().name()` means. */
function inherited({ linked }, { callee }, unit) {
    if (callee.kind !== 'field' || callee.of.kind !== 'result' || !unit?.owner)
        return null;
    const of = callee.of.call.callee;
    if (of.kind !== 'name' || of.name !== 'super' || of.from !== null)
        return null;
    const bases = linked.program.classes.get(unit.owner)?.bases ?? [];
    for (const base of bases.flatMap(value => referentsOf(linked, value)))
        if (base.kind === 'class') {
            const method = methodOf(linked, base.name, callee.name);
            if (method)
                return method;
        }
    return null;
}
/** The name of a call's `referent` where it is a unit. */
function unitBehind(linked, referent) {
    if (referent.kind === 'unit')
        return referent.unit;
    return referent.kind === 'object' ? methodOf(linked, referent.name, '__call__') : null;
}

;// CONCATENATED MODULE: ./src/analysis/guards/decorators.ts






/** What a function establishes, through the decorators of the repository that stand around it. */
function askUnit(engine, unit, call, context, path, wanted) {
    const bare = (p, w) => mapOut(engine, exitsOf(engine, unit, p, w), unit, call, context);
    const decorators = unit.decorators.flatMap(value => decorators_decoratorOf(engine, value) ?? []);
    const ask = decorators.reduceRight((inner, decorator) => (p, w) => askDecorated(engine, decorator, call, context, inner, p, w), bare);
    return ask(path, wanted);
}
// The wrapper says what it has established, and how the function in it came back; that is asked in turn.
function askDecorated(engine, { unit, index, wrappers }, call, context, inner, path, wanted) {
    if (wrappers === null)
        return inner(path, wanted);
    if (wrappers.length === 0)
        return evidence_nothing;
    const states = wrappers.map((wrapper) => {
        const state = mapOut(engine, exitsOf(engine, wrapper, path, wanted), wrapper, call, context);
        if (state === null)
            return null;
        return [...state.values()]
            .map((e) => {
            const condition = engine.conditions.get(e.subject);
            if (condition?.unit !== unit)
                return stateOf([e]);
            const called = condition.value.kind === 'result' ? parameterIn(engine, condition.value.call.callee) : null;
            return called?.index === index ? inner(condition.path, condition.wanted) : evidence_nothing;
        })
            .reduce(both, evidence_nothing);
    });
    return states.reduce(meet);
}
/** The decorator of the repository that a value is; `null` for one of a library. */
function decorators_decoratorOf(engine, value) {
    const { linked } = engine;
    for (const referent of referentsOf(linked, value)) {
        const unit = unitBehind(linked, referent);
        if (!unit || unit.generator)
            continue;
        const index = unit.owner === null ? 0 : 1;
        const returned = givenBack(linked, unit);
        const passed = returned.some(v => {
            const parameter = parameterIn(engine, v);
            return parameter?.unit === unit && parameter.index === index;
        });
        const wrappers = passed ? null : returned.flatMap(v => functionsIn(engine, v));
        return { unit, index, wrappers };
    }
    return null;
}
// `return wrapper`, `return functools.wraps(function)(wrapper)`, `return functools.update_wrapper(wrapper, function)`.
function functionsIn({ linked }, value) {
    const values = value.kind === 'result' ? value.call.arguments.map(argument => argument.value) : [value];
    return values.flatMap(v => v.kind === 'function' || v.kind === 'variable' || v.kind === 'mix'
        ? referentsOf(linked, v).flatMap(r => (r.kind === 'unit' ? [r.unit] : []))
        : []);
}

;// CONCATENATED MODULE: ./src/analysis/guards/wanted.ts

const wanted_deepest = 6;
const truths = new Set(['true', 'false']);
const anything = { kind: 'any' };
function truth(is) {
    return { kind: 'truth', is };
}
/** Among these and no others; a comparison with `True` asks the same as the value itself. */
function among(names, is) {
    const [only, second] = names;
    if (only !== undefined && second === undefined && truths.has(only))
        return truth((only === 'true') === is);
    return { kind: 'among', names, is };
}
/** A text for it, the same for equal ones. */
function wanted_textOf(wanted) {
    if (wanted.kind === 'any')
        return 'any';
    return wanted.kind === 'truth' ? String(wanted.is) : `${wanted.is ? '' : 'not '}${wanted.names.join('|')}`;
}
/** Whether a literal turns out as wanted. */
function fits(literal, wanted) {
    if (wanted.kind === 'any')
        return true;
    if (wanted.kind === 'truth')
        return (literal !== null && literal !== false && literal !== 0 && literal !== '') === wanted.is;
    return wanted.names.includes(JSON.stringify(literal)) === wanted.is;
}
/** Whether a value that has names turns out as wanted; `null` where it has none. */
function namedFits(linked, value, wanted) {
    if (wanted.kind !== 'among')
        return null;
    const names = wanted_namesOf(linked, value);
    // What a library's name stands for is not known.
    if (!names || names.some(name => name.startsWith(foreign)))
        return null;
    return names.some(name => wanted.names.includes(name)) === wanted.is;
}
const foreign = 'library ';
/** What a value is called in comparisons: the text of a literal, the member of a class and its value. */
function wanted_namesOf(linked, value, depth = 0) {
    if (depth > wanted_deepest)
        return null;
    const each = (values) => {
        const names = values.map(v => wanted_namesOf(linked, v, depth + 1));
        return names.length === 0 || names.includes(null) ? null : names.flatMap(n => n ?? []);
    };
    switch (value.kind) {
        case 'constant':
            return [JSON.stringify(value.value)];
        case 'mix':
            return each(value.of);
        case 'collection':
            return value.each === undefined ? each(value.items) : null;
        case 'variable': {
            const bound = linked.program.units.get(value.unit)?.bound.get(value.name) ?? [];
            return bound.length === 1 ? each(bound) : null;
        }
        case 'field':
            if (value.name === 'value' || value.name === 'name') {
                const member = wanted_namesOf(linked, value.of, depth + 1);
                if (member)
                    return member;
            }
            return memberNames(linked, value.of, value.name, depth);
        case 'name': {
            const dot = value.name.lastIndexOf('.');
            const of = dot < 0 ? { kind: 'unknown' } : { ...value, name: value.name.slice(0, dot) };
            return memberNames(linked, of, value.name.slice(dot + 1), depth);
        }
        case 'item':
            return each(itemsOf(value.of, value.key) ?? []);
        default:
            return null;
    }
}
// `Decision.PROMOTE`, and the constant of a module, here or in another one.
function memberNames(linked, of, name, depth) {
    const names = referentsOf(linked, of).flatMap((referent) => {
        if (referent.kind === 'external')
            return [`${foreign}${referent.name}.${name}`];
        const holder = holderOf(referent);
        const [only, second] = linked.program.units.get(holder)?.bound.get(name) ?? [];
        if (!only || second)
            return [];
        const own = referent.kind === 'class' ? [`${holder}.${name}`] : [];
        return [...own, ...(wanted_namesOf(linked, only, depth + 1) ?? [])];
    });
    return names.length > 0 ? names : null;
}
function holderOf(referent) {
    if (referent.kind === 'module')
        return referent.path;
    return referent.kind === 'class' ? referent.name : '';
}

;// CONCATENATED MODULE: ./src/analysis/guards/members.ts









const mostMade = 24;
/** What a field of an object says that a call has just made: what was given to it there, or what a property works out. */
function askMade(question, className, call, path, wanted) {
    const [key, ...rest] = path;
    const { linked } = question.engine;
    if (!key)
        return askTruth(question, className, call, wanted);
    const name = String(key.name);
    const read = readBy(question, className, call, name, rest, wanted);
    if (read !== undefined)
        return read;
    const init = methodOf(linked, className, '__init__');
    const stored = fieldValues(linked, className, name);
    const states = stored.map(value => askStored(question, init, call, value, rest, wanted));
    const given = init ? null : fieldGiven(question, className, call, name);
    if (given)
        states.push(outcomes_ask(question, given, rest, wanted));
    return states.length === 0 ? evidence_nothing : states.reduce(meet);
}
// An object is true unless its class says otherwise.
function askTruth(question, className, call, wanted) {
    const method = methodOf(question.engine.linked, className, '__bool__');
    if (!method)
        return wanted.kind === 'truth' && !wanted.is ? null : evidence_nothing;
    const asked = callOn({ kind: 'result', call }, '__bool__', call);
    return askUnit(question.engine, method, asked, question, [], wanted);
}
/** A property is read; a method that nobody calls is true. */
function readBy(question, className, call, name, path, wanted) {
    const method = methodOf(question.engine.linked, className, name);
    if (!method)
        return undefined;
    if (!members_isProperty(method))
        return wanted.kind === 'truth' && !wanted.is && path.length === 0 ? null : evidence_nothing;
    return askUnit(question.engine, method, callOn({ kind: 'result', call }, name, call), question, path, wanted);
}
function callOn(of, name, { span, name: nameAt }) {
    return { kind: 'call', callee: { kind: 'field', of, name }, arguments: [], span, name: nameAt };
}
function members_isProperty(unit) {
    return unit.decorators.some(d => (d.kind === 'name' || d.kind === 'field') && /property$/.test(d.name));
}
// `self.passed = passed`: what was given to the constructor.
function askStored(question, init, call, value, path, wanted) {
    const { engine } = question;
    if (!init || !mentionsParameter(engine, value, init))
        return outcomes_ask({ ...question, flow: null, at: null }, value, path, wanted);
    const given = substitute(engine, value, init, index => mapping_givenTo(init, index, call));
    return askAt(engine, question.flow, question.at, given, path, wanted);
}
/** What a dataclass or a named tuple was made with, by name, by the order of its fields, or by default. */
function fieldGiven({ engine }, className, call, name) {
    const named = call.arguments.find(argument => argument.name === name);
    if (named)
        return named.value;
    const body = engine.linked.program.units.get(className);
    const fields = [...(body?.bound ?? [])].filter(([, bound]) => bound.every(value => value.kind !== 'function'));
    const index = fields.findIndex(([field]) => field === name);
    const positional = call.arguments.filter(argument => argument.name === null);
    if (index < 0 || positional.some(argument => argument.splat))
        return null;
    const written = fields[index]?.[1].find(value => value.kind !== 'instance');
    return positional[index]?.value ?? written ?? null;
}
/** What a field says of objects that a value may be, wherever they were made and whatever was stored in them. */
function askObjects(engine, value, path, wanted) {
    const [key, ...rest] = path;
    if (key?.by !== 'field' || path.length > exits_longest)
        return evidence_nothing;
    const name = String(key.name);
    const states = referentsOf(engine.linked, value).map(referent => referent.kind !== 'object'
        ? evidence_nothing
        : exits_remembered(engine, `${referent.name}${pathText(path)} ${wanted_textOf(wanted)}`, () => askObjectsOf(engine, referent.name, name, rest, path, wanted)));
    return states.length === 0 ? evidence_nothing : states.reduce(meet);
}
function askObjectsOf(engine, className, name, rest, path, wanted) {
    const made = (engine.linked.makers.get(className) ?? []).slice(0, mostMade);
    const stored = made.length > 0 ? [] : fieldValues(engine.linked, className, name);
    const question = { engine, flow: null, at: null, open: new Set() };
    const states = [
        ...stored.map(one => askAt(engine, null, null, one, rest, wanted)),
        ...made.map(site => askMade(question, className, site.call, path, wanted)),
    ];
    return states.length === 0 ? evidence_nothing : states.reduce(meet);
}

;// CONCATENATED MODULE: ./src/analysis/guards/contexts.ts

const entering = /(^|\.)enter(_async)?_context$/;
/** The generator that runs to its `yield` where a call enters it as a context manager, and the call that made it. */
function enteredBy(engine, call) {
    const made = contexts_managerIn(call);
    return made?.kind === 'result' ? managerMadeBy(engine, made.call) : null;
}
function contexts_managerIn({ callee, arguments: args }) {
    if (callee.kind !== 'field')
        return null;
    if (callee.name === '__enter__')
        return callee.of;
    return entering.test(callee.name) ? (args[0]?.value ?? null) : null;
}
/** The generator of which a call makes a context manager. */
function managerMadeBy({ linked }, call) {
    const [unit] = referentsOf(linked, call.callee).flatMap(r => (r.kind === 'unit' ? [r.unit] : []));
    if (!unit?.generator)
        return null;
    const made = unit.decorators.some(decorator => referentsOf(linked, decorator).some(r => r.kind === 'external' && /^contextlib\.(async)?contextmanager$/.test(r.name)));
    return made ? { unit, call } : null;
}

;// CONCATENATED MODULE: ./src/analysis/guards/returns.ts









/** What a call establishes by coming back. `null` where it never does. */
function establishedByReturn(engine, call, context = nowhere) {
    const entered = enteredBy(engine, call);
    if (entered)
        return askUnit(engine, entered.unit, entered.call, context, [], anything);
    const above = inherited(engine, call, context.flow?.unit ?? null);
    if (above)
        return unitState(engine, above, call, context);
    const states = referentsOf(engine.linked, call.callee).map(r => returnState(engine, call, r, context));
    return both(calledParameter(engine, call, context), states.length === 0 ? evidence_nothing : states.reduce(meet));
}
// A function that was handed over is called: which one, the caller knows.
function calledParameter(engine, call, { flow }) {
    const parameter = flow && parameterIn(engine, call.callee);
    if (!parameter)
        return evidence_nothing;
    return conditionOn(engine, parameter.unit, { kind: 'result', call }, [], anything, call.span);
}
function returnState(engine, call, referent, context) {
    switch (referent.kind) {
        case 'external':
            if (engine.linked.knowledge.terminators.has(referent.name))
                return null;
            return namedState(engine, call, referent, 'no-exception');
        case 'unit': {
            const own = namedState(engine, call, referent, 'no-exception');
            if (own !== null && own.size > 0)
                return own;
            return whicheverMethod(engine, call, referent.unit, unit => unitState(engine, unit, call, context));
        }
        case 'partial':
            return returnState(engine, whole(referent.call, call), referent.of, context);
        case 'class': {
            const own = namedState(engine, call, referent, 'no-exception');
            if (own !== null && own.size > 0)
                return own;
            const init = methodOf(engine.linked, referent.name, '__init__');
            return init ? unitState(engine, init, call, context) : evidence_nothing;
        }
        case 'object': {
            const called = methodOf(engine.linked, referent.name, '__call__');
            return called ? unitState(engine, called, call, context) : evidence_nothing;
        }
        case 'module':
            return evidence_nothing;
    }
}
// What a generator does it does when something draws from it.
function unitState(engine, unit, call, context) {
    return unit.generator ? evidence_nothing : askUnit(engine, unit, call, context, [], anything);
}
/** A call of what `functools.partial` gave, with all of its arguments. */
function whole(partial, call) {
    return { ...call, arguments: [...partial.arguments.slice(1), ...call.arguments] };
}

;// CONCATENATED MODULE: ./src/analysis/guards/calls.ts












const drawn = { by: 'drawn', name: null };
const copying = /^(list|tuple|set|frozenset|sorted|reversed|dict|iter|typing\.cast|copy\.(deep)?copy)$/;
/** What the outcome of a call says: a guard of the catalogue, or a function of the repository followed into its body. */
function askCall(question, call, path, wanted) {
    const { engine, flow } = question;
    const started = path.length === 0 && wanted.kind === 'truth' ? readStart(engine.linked, call) : null;
    if (started)
        return wanted.kind === 'truth' && wanted.is ? stateOf([started]) : evidence_nothing;
    const parameter = flow && parameterIn(engine, call.callee);
    const handed = parameter
        ? conditionOn(engine, parameter.unit, { kind: 'result', call }, path, wanted, call.span)
        : evidence_nothing;
    const above = inherited(engine, call, flow?.unit ?? null);
    if (above)
        return askUnit(engine, above, call, question, path, wanted);
    const referents = referentsOf(engine.linked, call.callee);
    const states = referents.map(referent => askReferent(question, call, referent, path, wanted));
    const state = states.length === 0 ? evidence_nothing : states.reduce(meet);
    const known = referents.some(referent => referent.kind !== 'external');
    return both(both(handed, state), known ? evidence_nothing : askMethod(question, call, path, wanted));
}
function askReferent(question, call, referent, path, wanted) {
    const { engine } = question;
    // What the project says of its function goes before what its body shows.
    const holds = path.length === 0 && wanted.kind === 'truth' ? String(wanted.is) : null;
    const own = holds === null ? evidence_nothing : namedState(engine, call, referent, holds);
    if (own === null || own.size > 0)
        return own;
    if (referent.kind === 'external')
        return askExternal(question, call, referent.name, path, wanted);
    if (referent.kind === 'partial')
        return askReferent(question, whole(referent.call, call), referent.of, path, wanted);
    if (referent.kind === 'class')
        return askMade(question, referent.name, call, path, wanted);
    const unit = unitBehind(engine.linked, referent);
    if (!unit)
        return evidence_nothing;
    return whicheverMethod(engine, call, unit, method => askUnit(engine, method, call, question, path, wanted));
}
function askExternal(question, call, name, path, wanted) {
    const first = call.arguments[0]?.value;
    if (!first)
        return evidence_nothing;
    const [key, ...rest] = path;
    const field = key?.by === 'field' ? fieldOfTuple(question.engine.linked, call, String(key.name)) : null;
    if (field)
        return outcomes_ask(question, field, rest, wanted);
    if (name === 'bool' || copying.test(name))
        return outcomes_ask(question, first, path, wanted);
    // `next(failed, None) is None`: there was none.
    if (name === 'next' && wanted_textOf(wanted) === 'null')
        return outcomes_ask(question, first, [], truth(false));
    if (path.length > 0 || wanted.kind !== 'truth')
        return evidence_nothing;
    if (name === 'all')
        return wanted.is ? askAll(question, first, wanted) : evidence_nothing;
    if (name === 'any')
        return wanted.is ? evidence_nothing : askAll(question, first, wanted);
    // A sum of nothing but false is 0.
    if (name === 'sum')
        return wanted.is ? evidence_nothing : both(askAll(question, first, wanted), outcomes_ask(question, first, [], wanted));
    return name === 'len' ? outcomes_ask(question, first, [], wanted) : evidence_nothing;
}
// Every item turned out so.
function askAll(question, value, wanted) {
    if (value.kind === 'collection' && value.items.length > 0 && value.each === undefined) {
        const items = value.items.map(item => outcomes_ask(question, item, [], wanted)).reduce(both, evidence_nothing);
        return both(items, outcomes_ask(question, value, [drawn], wanted));
    }
    if (value.kind === 'result' && value.call.callee.kind === 'field' && value.call.callee.name === 'values') {
        const { of } = value.call.callee;
        if (of.kind === 'dictionary' && of.each === undefined && of.entries.length > 0)
            return of.entries.map(entry => outcomes_ask(question, entry.value, [], wanted)).reduce(both, evidence_nothing);
    }
    return outcomes_ask(question, value, [drawn], wanted);
}
// Methods of dictionaries and texts.
function askMethod(question, { callee, arguments: args }, path, wanted) {
    if (callee.kind !== 'field')
        return evidence_nothing;
    const [first, second] = args;
    const { of, name } = callee;
    if (name === 'get' && first?.value.kind === 'constant' && typeof first.value.value === 'string') {
        const found = outcomes_ask(question, of, [{ by: 'item', name: first.value.value }, ...path], wanted);
        return second ? meet(found, outcomes_ask(question, second.value, path, wanted)) : found;
    }
    const [key, ...rest] = path;
    if (name === 'values' && key?.by === 'drawn')
        return outcomes_ask(question, of, path, wanted);
    if (name === 'items' && key?.by === 'drawn' && rest[0]?.name === 1)
        return outcomes_ask(question, of, [key, ...rest.slice(1)], wanted);
    if (name === 'copy')
        return outcomes_ask(question, of, path, wanted);
    if (path.length > 0 || wanted.kind !== 'truth' || wanted.is)
        return evidence_nothing;
    return /^(items|values|keys)$/.test(name) ? outcomes_ask(question, of, [], truth(false)) : evidence_nothing;
}

;// CONCATENATED MODULE: ./src/analysis/guards/loops.ts



const loops_deepest = 8;
const wrapping = /^(enumerate|sorted|list|tuple|set|reversed|iter|zip|tqdm(\.\w+)*\.tqdm)$/;
const reading = /^(json|yaml|toml|tomllib|tomli|omegaconf|hydra)\./;
/**
 * What holds where a loop has come to its end. A table that is written out has items, one that comes from elsewhere is
 * taken to have some, and what a query finds may be nothing.
 */
function atLeastOnce(linked, over, whole, back) {
    const items = itemsIn(linked, over, 0);
    if (items === 'some')
        return back;
    if (whole === null)
        return null;
    const round = items === 'taken' ? back : evidence_atMost(back, 'medium', 'in a loop that may go round not once');
    return both(whole, round) ?? whole;
}
function itemsIn(linked, over, depth) {
    if (depth > loops_deepest)
        return 'maybe';
    if (over.kind === 'result')
        return itemsOfCall(linked, over.call, value => itemsIn(linked, value, depth + 1));
    if (over.kind === 'operation')
        return 'maybe';
    const held = holders(linked, over);
    if (held.length > 0)
        return held.every(isFilled) ? 'some' : 'maybe';
    return over.kind === 'mix' || over.kind === 'unknown' ? 'maybe' : 'taken';
}
function isFilled(value) {
    if (value.kind === 'dictionary')
        return value.each === undefined && value.entries.some(entry => entry.key !== null);
    if (value.kind !== 'collection' || value.each !== undefined)
        return false;
    return value.items.some(item => item.kind !== 'item' || item.key.kind !== 'unknown');
}
function itemsOfCall(linked, call, inner) {
    const { callee, arguments: args } = call;
    if (callee.kind === 'field' && /^(items|values|keys|copy)$/.test(callee.name))
        return inner(callee.of);
    if (callee.kind === 'field' && callee.name === 'get')
        return args.length > 1 ? 'maybe' : 'taken';
    const names = referentsOf(linked, callee).flatMap(r => (r.kind === 'external' ? [r.name] : []));
    if (args.length > 0 && names.some(name => wrapping.test(name)))
        return worst(args.map(({ value }) => inner(value)));
    return names.some(name => reading.test(name)) ? 'taken' : 'maybe';
}
function worst(all) {
    if (all.includes('maybe'))
        return 'maybe';
    return all.includes('taken') ? 'taken' : 'some';
}
/** The loop that changes a value, for those who ask from behind it: what it draws from, and which ways come back. */
function loopAround({ unit }, at, { from }) {
    const { blocks } = unit;
    const [head, second] = commonTargets(blocks, from);
    const test = head === undefined || second !== undefined ? undefined : blocks[head]?.facts.at(-1);
    if (head === undefined || test?.kind !== 'test' || !test.over || leadsTo(blocks, at, head))
        return null;
    const back = from.flatMap((block, i) => (leadsTo(blocks, head, block) ? [i] : []));
    return back.length > 0 && back.length < from.length ? { over: test.over, back } : null;
}
function commonTargets(blocks, from) {
    const targets = from.map(block => new Set(blocks[block]?.next.map(edge => edge.to)));
    return [...(targets[0] ?? [])].filter(to => targets.every(set => set.has(to)));
}
function leadsTo(blocks, from, to) {
    const seen = new Set([from]);
    for (const at of seen) {
        if (at === to)
            return true;
        for (const edge of blocks[at]?.next ?? [])
            seen.add(edge.to);
    }
    return false;
}
/** Blocks in reverse postorder. */
function loops_orderOf(blocks) {
    const order = [];
    const seen = new Set([0]);
    const stack = [{ at: 0, edge: 0 }];
    while (stack.length > 0) {
        const top = stack.at(-1);
        if (!top)
            break;
        const edge = blocks[top.at]?.next[top.edge];
        top.edge += 1;
        if (!edge) {
            order.push(top.at);
            stack.pop();
        }
        else if (!seen.has(edge.to)) {
            seen.add(edge.to);
            stack.push({ at: edge.to, edge: 0 });
        }
    }
    return order.reverse();
}

;// CONCATENATED MODULE: ./src/analysis/guards/bounds.ts


const bounds_deepest = 5;
const infinite = /^(math\.inf|numpy\.(inf|Inf|infty)|torch\.inf|sys\.maxsize|sys\.float_info\.max)$/;
/** The numbers that a value may be as far as they are written down, infinities among them. */
function numbersIn(linked, value) {
    const { values } = possibleLiterals(linked, value);
    return [...new Set([...values.filter(v => typeof v === 'number'), ...infinities(linked, value, 0)])];
}
/** Whether a bound is one that everything passes: `-1` for a score, `inf` for an error. */
function isLosing(bound, direction) {
    const low = bound <= 0 && direction !== 'lower';
    const high = (bound >= 1e6 || /^9{3,}$/.test(String(bound))) && direction !== 'higher';
    return low || high;
}
/** A number as it is written in Python. */
function numberText(value) {
    return Number.isFinite(value) ? String(value) : value > 0 ? 'inf' : '-inf';
}
// `float("-inf")`, `-math.inf`.
function infinities(linked, value, depth) {
    if (depth > bounds_deepest)
        return [];
    const inner = (v) => infinities(linked, v, depth + 1);
    switch (value.kind) {
        case 'mix':
            return value.of.flatMap(way => (way.kind === 'mix' ? [] : inner(way)));
        case 'variable':
            return (linked.program.units.get(value.unit)?.bound.get(value.name) ?? []).flatMap(inner);
        case 'operation':
            return value.operator === '-' && value.operands.length === 1
                ? value.operands.flatMap(inner).map(number => -number)
                : [];
        case 'name':
        case 'field':
            return referentsOf(linked, value).some(r => r.kind === 'external' && infinite.test(r.name))
                ? [Number.POSITIVE_INFINITY]
                : [];
        case 'result':
            return bounds_ofCall(value.call, inner);
        default:
            return [];
    }
}
function bounds_ofCall(call, inner) {
    const { callee } = call;
    const [first, second] = call.arguments;
    if (callee.kind === 'field' && callee.name === 'get' && second)
        return inner(second.value);
    if (callee.kind !== 'name' || callee.name !== 'float' || first?.value.kind !== 'constant')
        return [];
    const sign = /^\s*([+-]?)inf(inity)?\s*$/i.exec(String(first.value.value))?.[1];
    if (sign === undefined)
        return [];
    return [sign === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY];
}
/** Whether a bound is looked up in a table in which nothing stands. */
function isFromEmptyTable(linked, value) {
    const table = tableOf(value, 0);
    if (!table)
        return false;
    const held = holders(linked, table);
    return held.length > 0 && held.every(bounds_isEmpty);
}
function tableOf(value, depth) {
    if (depth > bounds_deepest)
        return null;
    if (value.kind === 'item')
        return tableOf(value.of, depth + 1) ?? value.of;
    if (value.kind !== 'result' || value.call.callee.kind !== 'field')
        return null;
    const { name, of } = value.call.callee;
    return /^(get|items|values)$/.test(name) ? of : null;
}
function bounds_isEmpty(table) {
    return table.kind === 'dictionary'
        ? table.entries.length === 0
        : table.kind === 'collection' && table.items.length === 0;
}

;// CONCATENATED MODULE: ./src/analysis/guards/metrics.ts




const mostItems = 8;
const ordering = new Set(['<', '<=', '>', '>=']);
/** Reads a comparison in which a metric meets a threshold or another metric; `null` where it is about something else. */
function readComparison(linked, operation) {
    const [left, right] = operation.operands;
    if (!ordering.has(operation.operator) || !left || !right)
        return null;
    const text = operation.span.file.text.slice(operation.span.start, operation.span.end);
    const [leftText = '', rightText = ''] = text.split(/<=|>=|<|>/);
    const sides = [sideOf(linked, left, leftText), sideOf(linked, right, rightText)];
    if (!sides.some(side => side.metric) || sides.some(side => side.count))
        return null;
    const flipped = isReference(sides[0], sides[1]);
    const [candidate, bound] = flipped ? [sides[1], sides[0]] : [sides[0], sides[1]];
    const name = candidate.name || bound.name || 'a metric';
    if (left === right || artifacts_keyOf(linked, left, 0) === artifacts_keyOf(linked, right, 0))
        return { kind: 'void', says: `\`${name}\` is compared with itself` };
    if (bound.fromNothing)
        return { kind: 'void', says: `the table of thresholds for \`${name}\` is empty` };
    if (candidate.literal && bound.literal)
        return { kind: 'void', says: `\`${name}\` is a constant, and so is what it is compared with` };
    if (cannotFail(bound, candidate))
        return {
            kind: 'void',
            says: `the comparison of \`${name}\` cannot fail: its bound is ${texts(bound.literals)}`,
        };
    const direction = candidate.direction ?? bound.direction;
    if (passesByDefault(candidate, bound, direction))
        return {
            kind: 'void',
            says: `where \`${name}\` is missing, its default ${texts(candidate.literals)} passes`,
        };
    const greater = operation.operator.startsWith('>') !== flipped;
    const accepts = direction === null ? null : greater === (direction === 'higher');
    const says = `\`${name}\` is compared with ${bound.name ? `\`${bound.name}\`` : 'a bound'}`;
    const open = opening(operation, candidate, bound, direction);
    return {
        kind: 'gate',
        accepts,
        strength: open ? 'medium' : 'strong',
        says: open ? `${says}, ${open}` : says,
    };
}
// Where the reference cannot be read, it counts as the worst there is: the first model passes, and so does any after an error.
function opening(operation, candidate, bound, direction) {
    const losing = bound.literal ? [] : bound.numbers.filter(number => isLosing(number, direction));
    const [worst] = losing;
    if (worst === undefined)
        return null;
    const same = losing.find(number => !candidate.literal && candidate.numbers.includes(number));
    if (same !== undefined && operation.operator.endsWith('='))
        return `and where both are missing, ${numberText(same)} ${operation.operator} ${numberText(same)} passes`;
    return `which is ${numberText(worst)} where it is missing, so that anything passes`;
}
function texts(numbers) {
    return numbers.map(numberText).join(' or ');
}
// A metric that is not there must not pass: `metrics.get("rmse", 0) > 3.0` never stops a model without one.
function passesByDefault(candidate, bound, direction) {
    if (candidate.literal || candidate.literals.length === 0 || direction === null)
        return false;
    const bounds = bound.literal ? bound.literals : [direction === 'higher' ? 0.999 : 0.001];
    return candidate.literals.some(fallback => bounds.every(limit => (direction === 'higher' ? fallback >= limit : fallback <= limit)));
}
function sideOf(linked, value, text) {
    const { metrics } = linked.knowledge;
    const spoken = [text, ...metrics_namesIn(linked, value, 0)].join(' ');
    const words = wordsOf(spoken);
    const phrases = phrasesOf(words);
    const has = (list) => phrases.some(phrase => list.has(phrase));
    const direction = directionOf(linked, phrases);
    const named = phrases.some(phrase => phrase.includes('_') && isMetric(linked, phrase));
    const { values, complete } = possibleLiterals(linked, value);
    const literals = values.filter(v => typeof v === 'number');
    const literal = complete && literals.length > 0;
    return {
        metric: !(value.kind === 'constant') && (direction !== null || has(metrics.other)),
        count: !named && has(metrics.counts),
        reference: has(metrics.reference) || literal,
        direction,
        literals,
        literal,
        numbers: numbersIn(linked, value),
        fromNothing: isFromEmptyTable(linked, value),
        gain: words.some(word => /^(delta|gain|improvement|diff|difference|change|lift|uplift)$/.test(word)) ||
            value.kind === 'operation',
        name: metrics_nameIn(text) || keyIn(value),
    };
}
function wordsOf(text) {
    return text
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter(word => word !== '');
}
// A name of several words is more particular than each of them: `error_coverage` is no error.
function phrasesOf(words) {
    return [4, 3, 2, 1].flatMap(length => words.slice(length - 1).map((_, at) => words.slice(at, at + length).join('_')));
}
function directionOf({ knowledge: { metrics } }, phrases) {
    const particular = phrases.find(phrase => phrase.includes('_') && (metrics.lower.has(phrase) || metrics.higher.has(phrase)));
    const asked = particular ? [particular] : phrases;
    if (asked.some(phrase => metrics.lower.has(phrase)))
        return 'lower';
    return asked.some(phrase => metrics.higher.has(phrase)) ? 'higher' : null;
}
function isMetric({ knowledge: { metrics } }, phrase) {
    return metrics.lower.has(phrase) || metrics.higher.has(phrase) || metrics.other.has(phrase);
}
function metrics_nameIn(text) {
    const plain = text.trim().replace(/^[(\s]+|[)\s]+$/g, '');
    return /^[\w.[\]"']{1,60}$/.test(plain) && !/^[\d.]+$/.test(plain) ? plain : '';
}
// `metrics.get("f1", 0)`, `float(metrics["f1"])`.
function keyIn(value) {
    const [first] = value.kind === 'result' ? value.call.arguments : [];
    const key = value.kind === 'item' ? value.key : first?.value;
    if (value.kind === 'mix')
        return value.of.map(way => (way.kind === 'mix' ? '' : keyIn(way))).find(name => name !== '') ?? '';
    if (key?.kind === 'constant' && typeof key.value === 'string')
        return /^[\w.-]{1,40}$/.test(key.value) ? key.value : '';
    return key && value.kind === 'result' && value.call.callee.kind === 'name' ? keyIn(key) : '';
}
// The name under which a number was found: a key, a field, a parameter, the function that gave it.
function metrics_namesIn(linked, value, depth) {
    if (depth > 5)
        return [];
    const inner = (v) => metrics_namesIn(linked, v, depth + 1);
    switch (value.kind) {
        case 'item':
            return [...(value.key.kind === 'constant' ? [String(value.key.value)] : []), ...inner(value.of)];
        case 'collection':
            return value.items.slice(0, mostItems).flatMap(inner);
        case 'field':
            return [value.name, ...inner(value.of)];
        case 'variable':
            return [value.name];
        case 'parameter':
            return [linked.program.units.get(value.unit)?.parameters[value.index]?.name ?? ''];
        case 'result': {
            const key = value.call.arguments[0]?.value;
            const callee = referentsOf(linked, value.call.callee).flatMap(r => r.kind === 'external' ? [r.name] : r.kind === 'unit' ? [r.unit.label] : []);
            const own = value.call.callee.kind === 'field' ? [value.call.callee.name, ...inner(value.call.callee.of)] : [];
            return [
                ...callee,
                ...own,
                ...(key?.kind === 'constant' ? [String(key.value)] : []),
                ...(key && /^(float|int|round|abs|max|min)$/.test(callee[0] ?? '') ? inner(key) : []),
            ];
        }
        case 'mix':
            return value.of.flatMap(way => (way.kind === 'mix' ? [] : inner(way)));
        case 'operation':
            return value.operands.flatMap(inner);
        default:
            return [];
    }
}
function isReference(left, right) {
    if (left.reference !== right.reference)
        return left.reference;
    return !left.metric && right.metric;
}
// `accuracy > 0` holds for any model. A gain of more than 0 is a gain.
function cannotFail(bound, candidate) {
    if (!bound.literal || candidate.gain || candidate.direction === 'lower')
        return false;
    return bound.literals.every(limit => limit <= 0);
}

;// CONCATENATED MODULE: ./src/analysis/guards/unpicklers.ts



/** What marks a point at which the name to be loaded was found on a list. */
const allowed = 'the name of the global';
/** Whether the object that loads lets only listed names through, by a method that its class overrides. */
function restriction(engine, sink) {
    const method = sink.sink['restricted-by'];
    const { callee } = sink.site.call;
    if (!method || callee.kind !== 'field')
        return null;
    const units = referentsOf(engine.linked, callee.of).map(r => r.kind === 'object' ? overriding(engine, r.name, method) : null);
    const [unit] = units;
    if (!unit || units.includes(null))
        return null;
    const restricts = units.every(one => one !== null && admitsListedOnly(engine, one));
    const says = restricts
        ? `\`${unit.label}\` lets only listed names through`
        : `\`${unit.label}\` restricts nothing that matters`;
    return {
        kind: 'verification',
        subject: '',
        strength: restricts ? 'strong' : 'void',
        span: unit.span,
        outcome: null,
        says,
    };
}
function overriding(engine, className, method) {
    const { program } = engine.linked;
    for (const owner of withBases(engine.linked, className)) {
        const bound = program.units.get(owner)?.bound.get(method)?.[0];
        if (bound?.kind === 'function')
            return program.units.get(bound.unit) ?? null;
    }
    return null;
}
function admitsListedOnly(engine, unit) {
    const flow = flowOf(engine, unit);
    if (!flow)
        return false;
    const state = flow.exits.map(exit => exit.state).reduce(meet, null);
    return state === null || [...state.values()].some(e => e.says.startsWith(allowed));
}
/** Reads, in such a method, a comparison of the name that is asked for with a list or a literal. */
function readNameCheck(unit, value) {
    if (!unit || !/(^|\.)find_class$/.test(unit.label))
        return null;
    if (!/^(in|not in|==|!=)$/.test(value.operator))
        return null;
    const [left] = value.operands;
    // The module alone admits every name in it: `builtins.eval` as well as `builtins.dict`.
    if (!left || !mentions(left, unit.name, 2))
        return null;
    const accepts = value.operator === 'in' || value.operator === '==';
    const evidence = {
        kind: 'verification',
        subject: 'globals',
        strength: 'strong',
        span: value.span,
        outcome: null,
        says: allowed,
    };
    return { accepts, state: stateOf([evidence]) };
}
function mentions(value, unit, index) {
    switch (value.kind) {
        case 'parameter':
            return value.unit === unit && value.index === index;
        case 'collection':
            return value.items.some(item => mentions(item, unit, index));
        case 'text':
            return value.parts.some(part => mentions(part, unit, index));
        case 'operation':
            return value.operands.some(operand => mentions(operand, unit, index));
        default:
            return false;
    }
}

;// CONCATENATED MODULE: ./src/analysis/guards/operations.ts










/** What a comparison or a boolean expression establishes where it turned out as wanted. */
function askOperation(question, value, wanted) {
    if (wanted.kind !== 'truth')
        return evidence_nothing;
    // What an expression asks it asks where it stands.
    const there = placed(question, value);
    const joined = askJoined(there, value, wanted.is);
    if (joined !== undefined)
        return joined;
    const state = both(askCheck(there, value, wanted.is), askAgainst(there, value, wanted.is));
    const { engine, flow } = there;
    if (!flow || state === null || state.size > 0 || !mentionsParameter(engine, value, flow.unit))
        return state;
    return conditionOn(engine, flow.unit, value, [], wanted, value.span);
}
function placed(question, { span }) {
    const { flow, at } = question;
    const own = flow && at && span.file === flow.unit.file && span.start >= flow.unit.span.start;
    return own && span.start < at.start ? { ...question, at: { ...at, start: span.start } } : question;
}
function askJoined(question, { operator, operands }, outcome) {
    const each = () => operands.map(operand => outcomes_ask(question, operand, [], truth(outcome)));
    const [first] = operands;
    switch (operator) {
        case 'not':
            return first ? outcomes_ask(question, first, [], truth(!outcome)) : evidence_nothing;
        case 'and':
            return each().reduce(outcome ? both : meet);
        case 'or':
            return each().reduce(outcome ? meet : both);
        case '&':
            return outcome ? each().reduce(both) : evidence_nothing;
        case '|':
            return each().reduce(outcome ? meet : both);
        case '+':
            return outcome ? evidence_nothing : each().reduce(both);
        default:
            return undefined;
    }
}
function askCheck({ engine, flow }, value, outcome) {
    const named = readNameCheck(flow?.unit ?? null, value);
    if (named)
        return named.accepts === outcome ? named.state : evidence_nothing;
    const known = engine.checks.get(value) ?? [checked(engine, value, false), checked(engine, value, true)];
    engine.checks.set(value, known);
    return known[outcome ? 1 : 0];
}
// A metric, a digest or an approval that is compared.
function checked({ linked }, value, outcome) {
    const comparison = readComparison(linked, value);
    if (comparison?.kind === 'gate') {
        const known = comparison.accepts !== null;
        if (known && comparison.accepts !== outcome)
            return evidence_nothing;
        const { strength, says } = comparison;
        return stateOf([evaluation(strength, value, says, known ? null : outcome)]);
    }
    const digest = readDigestComparison(linked, value);
    if (digest?.accepts === outcome)
        return stateOf(digest.evidence);
    const approval = readApproval(linked, value);
    return approval && approval.accepts === outcome ? stateOf([approval.evidence]) : evidence_nothing;
}
function evaluation(strength, at, says, outcome) {
    return { kind: 'evaluation', subject: '', strength, span: at.span, outcome, says };
}
// `if passed == True`, `if verdict is Verdict.PASS`, `if status not in ("pass", "warn")`, `if failures == []`.
function askAgainst(question, value, outcome) {
    const [left, right] = value.operands;
    if (!left || !right)
        return evidence_nothing;
    const counted = askCount(question, value, left, right, outcome);
    if (counted !== undefined)
        return counted;
    if (!/^(==|is|!=|is not|in|not in)$/.test(value.operator))
        return evidence_nothing;
    const same = /^(==|is|in)$/.test(value.operator) === outcome;
    if (isNone(right))
        return outcomes_ask(question, left, [], truth(!same));
    const { linked } = question.engine;
    const names = wanted_namesOf(linked, right);
    if (names)
        return outcomes_ask(question, left, [], among(names, same));
    const other = value.operator.endsWith('in') ? null : wanted_namesOf(linked, left);
    return other ? outcomes_ask(question, right, [], among(other, same)) : evidence_nothing;
}
function isNone(value) {
    if (value.kind === 'collection')
        return value.items.length === 0;
    return value.kind === 'dictionary' && value.entries.length === 0;
}
const operations_holds = {
    '<': (count, bound) => count < bound,
    '<=': (count, bound) => count <= bound,
    '>': (count, bound) => count > bound,
    '>=': (count, bound) => count >= bound,
    '==': (count, bound) => count === bound,
    '!=': (count, bound) => count !== bound,
};
// `len(failures) > 0`, `failed == 0`: whether there is none or some.
function askCount(question, { operator }, left, right, outcome) {
    const asks = operations_holds[operator];
    if (!asks || !isCount(question, left))
        return undefined;
    const { values, complete } = possibleLiterals(question.engine.linked, right);
    const [bound, second] = values;
    if (typeof bound !== 'number' || second !== undefined || !complete)
        return undefined;
    const none = asks(0, bound) === outcome;
    const some = [1, 2, bound, bound + 1, Number.MAX_SAFE_INTEGER]
        .filter(count => count >= 1)
        .some(count => asks(count, bound) === outcome);
    if (none && some)
        return evidence_nothing;
    // A number that was looked up may be below zero.
    if (!none && !some)
        return left.kind === 'field' || left.kind === 'item' ? undefined : null;
    return outcomes_ask(question, left, [], truth(some));
}
function isCount({ engine }, value) {
    if (value.kind === 'field' || value.kind === 'item')
        return true;
    if (value.kind === 'mix')
        return value.of.some(way => way.kind === 'operation' && way.operator === '+');
    if (value.kind !== 'result')
        return false;
    return referentsOf(engine.linked, value.call.callee).some(r => r.kind === 'external' && (r.name === 'len' || r.name === 'sum'));
}

;// CONCATENATED MODULE: ./src/analysis/guards/outcomes.ts















const outcomes_deepest = 25;
const mostNested = 40;
const outcomes_mostSteps = 1000;
const mostCallers = 40;
/** What is established where a value turned out true, or false. `null` where it cannot turn out so. */
function establishedBy(engine, flow, value, outcome, at = null) {
    return askAt(engine, flow, at, value, [], truth(outcome));
}
/** What is established where a part of a value turned out as wanted. `null` where it cannot turn out so. */
function askAt(engine, flow, at, value, path, wanted) {
    const { search } = engine;
    if (search.depth === 0)
        search.left = outcomes_mostSteps;
    if (search.depth > mostNested)
        return evidence_nothing;
    search.depth += 1;
    const state = wanted.kind !== 'any'
        ? outcomes_ask({ engine, flow, at, open: new Set() }, value, path, wanted)
        : value.kind === 'result'
            ? establishedByReturn(engine, value.call, { flow, at })
            : evidence_nothing;
    search.depth -= 1;
    return state;
}
/** The same for a value that another one is made of. */
function outcomes_ask(question, value, path, wanted) {
    const { open, engine } = question;
    if (open.has(value))
        return question.before?.get(value) ?? (value.kind === 'mix' ? null : evidence_nothing);
    engine.search.left -= 1;
    if (open.size > outcomes_deepest || engine.search.left < 0)
        return evidence_nothing;
    open.add(value);
    const state = askByKind(question, value, path, wanted);
    open.delete(value);
    return state;
}
function askByKind(question, value, path, wanted) {
    switch (value.kind) {
        case 'constant':
            return path.length === 0 && !fits(value.value, wanted) ? null : evidence_nothing;
        case 'operation':
            return path.length === 0 ? askOperation(question, value, wanted) : evidence_nothing;
        case 'result':
            return both(askCall(question, value.call, path, wanted), whereEmpty(question, value, path, wanted));
        case 'item':
            return [
                outcomes_ask(question, value.of, [keyFor(value.key), ...path], wanted),
                whereEmpty(question, value, path, wanted),
                outcomes_takenFrom(question, value, path, wanted),
            ].reduce(both);
        case 'mix':
            return askMix(question, value, path, wanted);
        case 'collection':
        case 'dictionary':
            return askContainer(question, value, path, wanted);
        case 'parameter':
            return askParameter(question, value, path, wanted);
        case 'variable':
        case 'field':
        case 'name':
            return askNamed(question, value, path, wanted);
        default:
            return evidence_nothing;
    }
}
// What the catalogue knows of what a call gives back.
function outcomes_takenFrom({ engine }, value, path, wanted) {
    return path.length === 0 && wanted.kind === 'truth' ? takenState(engine, value, wanted.is) : evidence_nothing;
}
function keyFor(key) {
    if (key.kind === 'unknown')
        return { by: 'drawn', name: null };
    const name = key.kind === 'constant' && typeof key.value !== 'boolean' ? key.value : null;
    return { by: 'item', name };
}
function askNamed(question, value, path, wanted) {
    const fitting = path.length === 0 ? namedFits(question.engine.linked, value, wanted) : null;
    if (fitting !== null)
        return fitting ? evidence_nothing : null;
    const empty = whereEmpty(question, value, path, wanted);
    if (value.kind === 'field') {
        const key = { by: 'field', name: value.name };
        const inside = both(outcomes_ask(question, value.of, [key, ...path], wanted), empty);
        return both(inside, outcomes_takenFrom(question, value, path, wanted));
    }
    const away = { ...question, flow: null, at: null };
    if (value.kind === 'name')
        return askObjects(question.engine, value, path, wanted);
    const bound = question.engine.linked.program.units.get(value.unit)?.bound.get(value.name) ?? [];
    const state = both(askEach(away, bound, path, wanted), onParameter(question, value, path, wanted));
    return both(state, empty);
}
/** What each of several values establishes, of which one is meant. */
function askEach(question, values, path, wanted) {
    if (values.length === 0)
        return evidence_nothing;
    return values.map(value => outcomes_ask(question, value, path, wanted)).reduce(meet);
}
// A flag: the way that made it so has passed what leads to that place.
function askMix(question, mix, path, wanted) {
    const ways = mix.of.map((_, i) => i);
    const whole = askWays(question, mix, ways, path, wanted);
    const loop = question.flow && question.at ? loopAround(question.flow, question.at.block, mix) : null;
    if (!loop)
        return whole;
    // Behind a loop that has gone round, the flag is what the last round made of it.
    const first = askWays(question, mix, ways.filter(i => !loop.back.includes(i)), path, wanted);
    const before = new Map([...(question.before ?? []), [mix, first]]);
    const back = askWays({ ...question, before }, mix, loop.back, path, wanted);
    return atLeastOnce(question.engine.linked, loop.over, whole, back);
}
function askWays(question, { of, from }, ways, path, wanted) {
    const { flow, at } = question;
    let met = null;
    for (const i of ways) {
        const way = of[i];
        const block = from[i] ?? -1;
        if (!way)
            continue;
        const before = flow && block >= 0 ? (flow.out[block] ?? null) : evidence_nothing;
        const there = flow && at && block >= 0 ? { ...question, at: { ...at, block } } : question;
        const state = outcomes_ask(there, way, path, wanted);
        met = meet(met, state === null ? null : both(before, state));
    }
    return met;
}
function askParameter(question, value, path, wanted) {
    const asked = both(whereEmpty(question, value, path, wanted), onParameter(question, value, path, wanted));
    const unit = question.engine.linked.program.units.get(value.unit);
    // Any other unit is asked where it is called, with what it is given there.
    if (!unit || !question.engine.entries.has(unit))
        return asked;
    const objects = askObjects(question.engine, value, path, wanted);
    return both(both(asked, objects), given(question, unit, value.index, path, wanted));
}
// What every caller gives for it.
function given({ engine }, unit, index, path, wanted) {
    const sites = callersOf(engine.linked, unit);
    if (sites.length === 0 || sites.length > mostCallers || path.length > exits_longest)
        return evidence_nothing;
    return exits_remembered(engine, `${unit.name}@${index}${pathText(path)} ${wanted_textOf(wanted)}`, () => sites
        .map(({ unit: caller, block, call }) => {
        const argument = argumentFor(unit, index, call) ?? unit.parameters[index]?.default;
        const at = { block, start: call.span.start };
        return argument ? askAt(engine, flowOf(engine, caller), at, argument, path, wanted) : evidence_nothing;
    })
        .reduce(meet));
}
// Who calls the unit knows what it is.
function onParameter({ engine, flow }, value, path, wanted) {
    const parameter = flow && parameterIn(engine, value);
    if (!parameter || (value.kind === 'parameter' && parameter.unit !== flow.unit))
        return evidence_nothing;
    return conditionOn(engine, parameter.unit, value, path, wanted, parameter.unit.span);
}
function askContainer(question, value, path, wanted) {
    const [key, ...rest] = path;
    if (!key)
        return wanted.kind === 'among'
            ? askListed(question.engine, value, wanted)
            : askFilled(question, value, wanted);
    const inside = itemsOf(value, key.name === null ? { kind: 'unknown' } : { kind: 'constant', value: key.name });
    const written = askEach(question, inside ?? [], rest, wanted);
    if (key.by !== 'drawn')
        return written;
    const container = { value, key: null };
    return both(written, stateWhere(question.engine, question.flow, question.at, container, { path: rest, wanted }));
}
// `return ["deploy", "notify"]` names what comes next as `return "deploy"` does.
function askListed({ linked }, value, wanted) {
    const names = wanted.is ? wanted_namesOf(linked, value) : null;
    return names && !names.some(name => wanted.names.includes(name)) ? null : evidence_nothing;
}
// Whether there is anything in it.
function askFilled(question, value, wanted) {
    if (wanted.kind !== 'truth' || wanted.is)
        return evidence_nothing;
    const items = value.kind === 'collection'
        ? value.items
        : value.entries.flatMap(entry => (entry.key ? [entry.value] : []));
    if (value.each === undefined && items.some(item => item.kind !== 'item' || item.key.kind !== 'unknown'))
        return null;
    return whereEmpty(question, value, [], wanted);
}
// Nothing was added to it: the ways on which something was are not those that led here.
function whereEmpty(question, value, path, wanted) {
    if (wanted.kind !== 'truth' || wanted.is || path.some(key => key.by !== 'field'))
        return evidence_nothing;
    const whole = path.reduce((of, key) => ({ kind: 'field', of, name: String(key.name) }), value);
    const container = containerOf(question.engine, whole);
    return container ? stateWhere(question.engine, question.flow, question.at, container, 'empty') : evidence_nothing;
}

;// CONCATENATED MODULE: ./src/analysis/guards/uses.ts

const calls = 'calls of functions that stand further in';
/** The facts of a unit that touch a container, or something that it is a part of. */
function factsAbout(engine, unit, { value, key }) {
    const uses = usesOf(engine, unit);
    if (key === null)
        return value ? (uses.get(value) ?? []) : [];
    const dot = key.lastIndexOf('.');
    const around = dot > 0 ? (uses.get(key.slice(0, dot)) ?? []) : [];
    const inner = key.startsWith(`${unit.name}#`) ? (uses.get(calls) ?? []) : [];
    return [...new Set([...(uses.get(value ?? key) ?? []), ...around, ...inner])];
}
function usesOf(engine, unit) {
    const known = engine.uses.get(unit);
    if (known)
        return known;
    const uses = new Map();
    engine.uses.set(unit, uses);
    for (const { facts } of unit.blocks)
        for (const fact of facts)
            for (const key of keysOf(engine, fact))
                uses_push(uses, key, fact);
    return uses;
}
function keysOf(engine, fact) {
    const keys = touchedBy(fact).flatMap((value) => {
        const container = containerOf(engine, value);
        return container ? [container.value ?? container.key ?? ''] : [];
    });
    const [owner] = keys;
    if (fact.kind === 'store' && typeof fact.name === 'string' && typeof owner === 'string')
        keys.push(`${owner}.${fact.name}`);
    if (fact.kind === 'call' && /^(function|variable)$/.test(fact.callee.kind))
        keys.push(calls);
    return [...new Set(keys)];
}
function touchedBy(fact) {
    if (fact.kind === 'store')
        return [fact.of];
    if (fact.kind !== 'call')
        return [];
    const given = fact.arguments.map(argument => argument.value);
    return fact.callee.kind === 'field' ? [fact.callee.of, ...given] : given;
}
function uses_push(map, key, fact) {
    const known = map.get(key);
    if (known)
        known.push(fact);
    else
        map.set(key, [fact]);
}

;// CONCATENATED MODULE: ./src/analysis/guards/containers.ts








const adding = /^(append|add|insert|appendleft|setdefault|put)$/;
const joining = /^(extend|update|extendleft)$/;
const emptying = /^(clear|pop|popleft|popitem|remove|discard)$/;
const mostEffects = 200;
const mostOpen = 8;
const mostOfOneUnit = 12;
/** The list or dictionary that a value stands for, as one unit knows it. */
function containerOf(engine, value) {
    const settled = settle(value);
    switch (settled.kind) {
        case 'collection':
        case 'dictionary':
            return { value: settled, key: null };
        case 'parameter':
        case 'variable':
        case 'field':
        case 'item':
        case 'result':
            return { value: null, key: artifacts_keyOf(engine.linked, settled, 0) };
        default:
            return null;
    }
}
// What a loop reads before it is closed turns out to be one value only.
function settle(value) {
    let at = value;
    for (let steps = 0; at.kind === 'mix' && at.of.length === 1 && at.of[0] && steps < 20; steps += 1)
        at = at.of[0];
    return at;
}
/** What holds at a place where a container turned out so, because of what adds to it before that place. */
function stateWhere(engine, flow, at, container, about) {
    if (!flow || !at || flow.assuming)
        return evidence_nothing;
    const assumed = assumedFlow(engine, flow.unit, container, about, at.start);
    return assumed ? (assumed.out[at.block] ?? null) : evidence_nothing;
}
function assumedFlow(engine, unit, container, about, before) {
    if (engine.search.assuming > mostOpen)
        return null;
    const assumption = assumptionOf(engine, unit, container, about, before);
    if (!assumption)
        return null;
    const name = [unit.name, nameOf(engine, container), aboutText(about), assumption.effects.size].join(' ');
    const known = engine.assumed.get(name);
    if (known !== undefined)
        return known;
    const count = engine.assumedCounts.get(unit) ?? 0;
    if (count >= mostOfOneUnit)
        return null;
    engine.assumedCounts.set(unit, count + 1);
    engine.assumed.set(name, null);
    engine.search.assuming += 1;
    const flow = flowAssuming(engine, unit, assumption);
    engine.search.assuming -= 1;
    engine.assumed.set(name, flow);
    return flow;
}
function nameOf(engine, { value, key }) {
    if (!value)
        return key ?? '';
    const known = engine.numbers.get(value) ?? engine.numbers.size;
    engine.numbers.set(value, known);
    return `#${known}`;
}
function aboutText(about) {
    return about === 'empty' ? about : `${about.path.map(key => key.name).join('.')} ${wanted_textOf(about.wanted)}`;
}
// `null` where nothing adds to it before that place, or where something empties what was added.
function assumptionOf(engine, unit, container, about, before) {
    const { value } = container;
    const whole = value ? { value, key: sharedKey(unit, value) } : container;
    const each = value?.kind === 'collection' || value?.kind === 'dictionary' ? value.each : undefined;
    const effects = new Map();
    const emptied = [];
    for (const fact of factsAbout(engine, unit, whole)) {
        if (fact.span.start >= before || effects.size > mostEffects)
            continue;
        const effect = effectOf(engine, fact, whole, about);
        if (effect === 'emptied')
            emptied.push(fact.span.start);
        else if (effect)
            effects.set(fact, effect);
    }
    if ([...effects.keys()].some(fact => fact.span.start < Math.max(...emptied)))
        return null;
    const dead = about === 'empty' ? (each ?? null) : null;
    return effects.size > 0 || dead !== null ? { effects, dead } : null;
}
// Functions further in see it as a variable.
function sharedKey(unit, value) {
    for (const [name, bound] of unit.bound)
        if (bound.length === 1 && bound[0] === value)
            return `${unit.name}#${name}`;
    return null;
}
function effectOf(engine, fact, container, about) {
    if (fact.kind === 'store')
        return effectOfStore(engine, fact, container, about);
    if (fact.kind !== 'call')
        return null;
    const { callee } = fact;
    if (callee.kind !== 'field' || !isContainer(engine, container, callee.of))
        return insideOf(engine, fact, container, about);
    const value = fact.arguments.at(-1)?.value;
    if (emptying.test(callee.name))
        return 'emptied';
    if (adding.test(callee.name))
        return about === 'empty' || !value ? { kind: 'never' } : { kind: 'with', value, ...about };
    if (!joining.test(callee.name) || !value)
        return null;
    if (about === 'empty')
        return { kind: 'with', value, path: [], wanted: truth(false) };
    return { kind: 'with', value, path: [{ by: 'drawn', name: null }, ...about.path], wanted: about.wanted };
}
function effectOfStore(engine, store, container, about) {
    if (!isContainer(engine, container, store.of))
        return isBoundAnew(engine, container, store) ? 'emptied' : null;
    if (container.value?.kind === 'collection')
        return 'emptied';
    return about === 'empty' ? { kind: 'never' } : { kind: 'with', value: store.value, ...about };
}
function isBoundAnew(engine, { key }, { of, name }) {
    const owner = containerOf(engine, of)?.key ?? null;
    return owner !== null && typeof name === 'string' && `${owner}.${name}` === key;
}
function isContainer(engine, container, value) {
    const other = containerOf(engine, value);
    if (!other)
        return false;
    return container.value ? other.value === container.value : other.key === container.key && other.key !== null;
}
// A unit that is handed the container, or an object that has it, or that sees it as a variable around it.
function insideOf(engine, call, container, about) {
    const [unit, second] = receivers_unitsOf(engine, call);
    if (!unit || second)
        return null;
    const inner = innerContainer(engine, unit, call, container);
    if (!inner || factsAbout(engine, unit, inner).length === 0)
        return null;
    return { kind: 'inside', unit, container: inner, about };
}
function innerContainer(engine, unit, call, container) {
    const { key, value } = container;
    if (key !== null && unit.parent !== null && key.startsWith(`${unit.parent}#`))
        return { value: null, key };
    for (const [index, given] of givenIn(unit, call)) {
        const other = containerOf(engine, given);
        if (!other)
            continue;
        const token = `${unit.name}@${index}`;
        if (value ? other.value === value : other.key === key && key !== null)
            return { value: null, key: token };
        if (other.key !== null && key?.startsWith(`${other.key}.`))
            return { value: null, key: token + key.slice(other.key.length) };
    }
    return null;
}
/** What a unit has established where one of its facts happened and what is taken for granted holds. */
function effectOn(engine, flow, at, fact, effect) {
    switch (effect.kind) {
        case 'never':
            return null;
        case 'with':
            return askAt(engine, flow, at, effect.value, effect.path, effect.wanted);
        case 'inside': {
            const inner = assumedFlow(engine, effect.unit, effect.container, effect.about, Number.MAX_SAFE_INTEGER);
            if (!inner || fact.kind !== 'call')
                return evidence_nothing;
            const state = inner.exits.map(exit => exit.state).reduce(meet, null);
            return mapOut(engine, state, effect.unit, fact, { flow, at });
        }
    }
}

;// CONCATENATED MODULE: ./src/analysis/origins/sources.ts






/** Gets everything ready to follow artifacts through a program. */
function openSources(linked) {
    const byFile = new Map();
    for (const unit of linked.program.units.values()) {
        const same = byFile.get(unit.file.path);
        if (same)
            same.push(unit);
        else
            byFile.set(unit.file.path, [unit]);
    }
    return {
        linked,
        handlers: findHandlers(linked),
        handedOn: findHandedOn(linked),
        services: findServices(linked),
        stores: new Map(linked.stores.map(stored => [stored.store.value, stored])),
        byFile,
        writes: new Map(),
        writing: findWriting(linked),
    };
}
function findWriting(linked) {
    const own = linked.sites.filter(site => mayCall(linked, site.call, linked.knowledge.writers));
    const units = new Set(own.map(site => site.unit.name));
    for (let calls = 0; calls < 2; calls += 1)
        for (const name of [...units])
            for (const site of linked.callers.get(name) ?? [])
                units.add(site.unit.name);
    const names = [...units].map(name => lastName(linked.program.units.get(name)?.label ?? ''));
    return { files: new Set(own.map(site => site.unit.file.path)), units, names: new Set(names) };
}
/** Whether something may have been written to a file before a unit comes to its end. */
function mayFollowWrites({ linked, writing }, unit) {
    if (writing.files.has(unit.file.path) || writing.units.has(unit.name))
        return true;
    return (linked.callers.get(unit.name) ?? []).some(site => writing.units.has(site.unit.name));
}
/** The entry of the catalogue that says where a value comes from, by each thing that the value may be. */
function sourcesAt(linked, value, seen) {
    const call = value.kind === 'result' ? value.call : null;
    const named = call ? call.callee : value;
    if (!['name', 'field', 'item', 'instance', 'variable', 'result'].includes(named.kind))
        return [];
    return entriesAt(linked, named, linked.knowledge.origins).flatMap(entries => {
        const entry = entries.find(e => isSource(e, call) && (!call || conditionsHold(linked, e, call.arguments)));
        return entry ? [{ entry, call, span: call?.span ?? seen }] : [];
    });
}
// What only names a file that it writes gives nothing back, and a handler is asked for elsewhere.
function isSource(entry, call) {
    return entry.calls === undefined && (call !== null || entry.through === undefined);
}
function entriesAt(linked, named, names) {
    const referents = referentsOf(linked, named);
    const found = referents.flatMap(referent => referent.kind === 'external' ? [entriesFor(names, sources_nameIn(named, referent.name))] : []);
    if (found.some(entries => entries.length > 0) || named.kind !== 'field')
        return found;
    const open = referents.every(r => r.kind === 'external');
    return open ? [linked.knowledge.distinctiveOrigins.get(named.name) ?? []] : [];
}
// A type stands for its objects: `model: UploadFile`.
function sources_nameIn({ kind }, name) {
    return kind === 'instance' ? name.replace(/\(\)$/, '') : name;
}
/** The entries that say what a call does with its arguments: writes a file, or passes one on. */
function effectsOf(linked, call) {
    return entriesAt(linked, call.callee, linked.knowledge.origins).flatMap(entries => {
        const entry = entries.find(e => conditionsHold(linked, e, call.arguments));
        return entry ? [entry] : [];
    });
}
/** What a call gives for an argument that an entry names; `receiver` is what a method is called on. */
function sources_takenFrom(linked, call, entry, name) {
    if (name === 'receiver')
        return call.callee.kind === 'field' ? [call.callee.of] : [];
    const given = givenFor(linked, call.arguments, entry.parameters, name);
    return given.kind === 'given' ? given.values : [];
}
/** The files that a call writes by an entry. */
function pathsWritten(linked, call, entry) {
    const given = entry.to ? sources_takenFrom(linked, call, entry, entry.to) : [];
    if (!entry['last-step'])
        return given;
    const texts = given.flatMap(value => possibleLiterals(linked, value).values);
    return texts.flatMap(text => {
        const step = /([^/]+?)(?:[?#].*)?$/.exec(String(text))?.[1];
        return step === undefined || step.includes(hole) ? [] : [constant(step)];
    });
}
/** Who fills the parameters of a function, going by its decorators and by what it is handed to. */
function handlersOf({ linked, handlers }, unit) {
    const decorated = unit.decorators.flatMap(decorator => {
        const call = decorator.kind === 'result' ? decorator.call : null;
        const entries = entriesAt(linked, call ? call.callee : decorator, linked.knowledge.decorators);
        return entries.flat().map(entry => ({ entry, call, span: headOf(unit) }));
    });
    return [...decorated, ...(handlers.get(unit.name) ?? [])];
}
/** The first line of a unit. */
function headOf({ span }) {
    const end = span.file.text.indexOf('\n', span.start);
    return { ...span, end: end < 0 || end > span.end ? span.end : end };
}
/** Whether a default says that a parameter is filled from elsewhere: `store=Depends(open_store)`. */
function isExcepted(linked, entry, value) {
    if (value?.kind !== 'result')
        return false;
    return referentsOf(linked, value.call.callee).some(r => r.kind === 'external' && entry.except.includes(r.name));
}
function findHandlers(linked) {
    const found = new Map();
    for (const site of linked.sites) {
        if (!mayCall(linked, site.call, linked.knowledge.takers))
            continue;
        for (const entry of effectsOf(linked, site.call))
            for (const value of entry.calls ? sources_takenFrom(linked, site.call, entry, entry.calls) : [])
                for (const unit of sources_functionsIn(linked, value)) {
                    const source = { entry, call: site.call, span: site.call.span };
                    found.set(unit.name, [...(found.get(unit.name) ?? []), source]);
                }
    }
    return found;
}
/** Whether a call may be to something of one of these last names; most calls need no closer look. */
function mayCall(linked, { callee }, names) {
    if (callee.kind === 'field' || callee.kind === 'name')
        return names.has(lastName(callee.name));
    if (callee.kind !== 'variable')
        return false;
    const bound = linked.program.units.get(callee.unit)?.bound.get(callee.name) ?? [];
    return bound.some(v => (v.kind === 'name' || v.kind === 'field') && names.has(lastName(v.name)));
}
// A function, the functions of a table, or the methods of a class.
function sources_functionsIn(linked, value) {
    if (value.kind === 'dictionary')
        return value.entries.flatMap(e => sources_functionsIn(linked, e.value));
    if (value.kind === 'collection')
        return value.items.flatMap(item => sources_functionsIn(linked, item));
    return referentsOf(linked, value).flatMap(referent => {
        if (referent.kind === 'unit')
            return [referent.unit];
        if (referent.kind !== 'class' && referent.kind !== 'object')
            return [];
        return [...linked.program.units.values()].filter(unit => unit.owner === referent.name);
    });
}
// A look at the arguments that are names: to resolve every argument of a program would take too long.
function findHandedOn({ sites, program }) {
    const found = new Set();
    for (const { call } of sites)
        for (const { value } of call.arguments) {
            const bound = value.kind === 'variable' ? program.units.get(value.unit)?.bound.get(value.name) : [value];
            for (const one of bound ?? [])
                if (one.kind === 'function')
                    found.add(one.unit);
        }
    return found;
}
function findServices(linked) {
    const { services } = linked.knowledge;
    const names = new Set([...services].map(lastName));
    const serving = linked.sites.filter(site => mayCall(linked, site.call, names) &&
        referentsOf(linked, site.call.callee).some(r => r.kind === 'external' && services.has(r.name)));
    return new Set(serving.map(site => site.unit.file.path));
}
/** Whether a call may be to a function that writes something, going by its name. */
function mayLeadToWrites({ linked, writing }, call) {
    const { callee } = call;
    const bound = callee.kind === 'variable' ? linked.program.units.get(callee.unit)?.bound.get(callee.name) : [callee];
    const known = (bound ?? []).some(value => value.kind === 'function' && writing.units.has(value.unit));
    return known || mayCall(linked, call, writing.names);
}
/** The argument in which a value stands; the whole call where it stands in none. */
function sources_spanOf(call, value) {
    return call.arguments.find((argument) => argument.value === value)?.span ?? call.span;
}

;// CONCATENATED MODULE: ./src/analysis/guards/overwritten.ts



/** What still holds behind a call: what was verified of a file says nothing of what is written to it later. */
function withoutOverwritten({ linked }, call, state) {
    if (state === null || state.size === 0 || !mayCall(linked, call, linked.knowledge.writers))
        return state;
    const verified = [...state.values()].filter(e => e.subject !== '' && e.kind === 'verification');
    if (verified.length === 0)
        return state;
    const written = effectsOf(linked, call).flatMap(entry => pathsWritten(linked, call, entry));
    const keys = new Set(written.map(path => artifacts_keyOf(linked, artifactOf(linked, path), 0)));
    return verified.some(e => keys.has(e.subject))
        ? stateOf([...state.values()].filter(e => !keys.has(e.subject)))
        : state;
}

;// CONCATENATED MODULE: ./src/analysis/guards/flow.ts








const mostRounds = 12;
const flow_mostOpen = 40;
/** What a unit establishes along its ways, started with nothing; `null` where it is being worked out already. */
function flowOf(engine, unit) {
    const known = engine.flows.get(unit);
    if (known)
        return known;
    if (engine.open.has(unit) || engine.open.size > flow_mostOpen)
        return null;
    engine.open.add(unit);
    const flow = flowAssuming(engine, unit, null);
    engine.open.delete(unit);
    engine.flows.set(unit, flow);
    return flow;
}
/** The same with something taken for granted. Rounds in reverse postorder until nothing changes. */
function flowAssuming(engine, unit, assuming) {
    const { blocks } = unit;
    const order = loops_orderOf(blocks);
    const rank = blocks.map(() => -1);
    for (const [i, block] of order.entries())
        rank[block] = i;
    const flow = {
        unit,
        into: blocks.map((_, i) => (i === 0 ? evidence_nothing : null)),
        out: blocks.map(() => null),
        exits: [],
        assuming,
    };
    const along = blocks.map(block => block.next.map(() => null));
    const asking = new Set(blocks.flatMap((block, i) => (asksOthers(block) ? [i] : [])));
    const work = { engine, flow, along, ways: waysInto(blocks), rank, asking };
    // What is asked inside counts for itself: it is remembered, and must not depend on who asked first.
    const { depth, left } = engine.search;
    engine.search.depth = 0;
    let changed = true;
    for (let round = 0; changed && round < mostRounds; round += 1) {
        changed = false;
        for (const index of order)
            changed = visit(work, index, round) || changed;
    }
    findExits(engine, flow);
    Object.assign(engine.search, { depth, left });
    return flow;
}
function waysInto(blocks) {
    const ways = blocks.map(() => []);
    for (const [from, block] of blocks.entries())
        for (const [edge, { to }] of block.next.entries())
            ways[to]?.push({ from, edge });
    return ways;
}
// A loop asks for its ways back, and a flag for the ways that set it, of which some may lead back too.
function asksOthers({ facts }) {
    return facts.some(fact => {
        if (fact.kind === 'test')
            return fact.over !== undefined || flow_isFlag(fact.value);
        return fact.kind === 'call' && fact.arguments.some(argument => flow_isFlag(argument.value));
    });
}
function flow_isFlag(value) {
    return parts_partsOf(value).some(part => part.kind === 'mix');
}
// What a way back brings is known from the round before.
function visit(work, index, round) {
    const { flow } = work;
    const start = index === 0 ? evidence_nothing : met(work, work.ways[index] ?? []);
    const changed = round === 0 || !sameState(start, flow.into[index] ?? null);
    if (!changed && !work.asking.has(index))
        return false;
    flow.into[index] = start;
    const before = [...(work.along[index] ?? [])];
    pass(work, index, index === flow.assuming?.dead ? null : start);
    return changed || before.some((state, i) => !sameState(state, work.along[index]?.[i] ?? null));
}
function met(work, ways) {
    return ways.reduce((state, way) => meet(state, work.along[way.from]?.[way.edge] ?? null), null);
}
function metBack(work, index) {
    const { ways, rank } = work;
    return met(work, (ways[index] ?? []).filter(way => (rank[way.from] ?? -1) >= (rank[index] ?? 0)));
}
// One block: its facts in order, then every way out of it.
function pass(work, index, start) {
    const { engine, flow } = work;
    const block = flow.unit.blocks[index];
    const along = work.along[index];
    if (!block || !along)
        return;
    const before = stateBefore(engine, flow, index, Math.max(0, block.facts.length - 1), start);
    const after = stateBefore(engine, flow, index, block.facts.length, start);
    flow.out[index] = after;
    const last = block.facts.at(-1);
    for (const [i, edge] of block.next.entries())
        along[i] =
            last?.kind === 'test' && last.over && edge.when === 'false'
                ? atLeastOnce(engine.linked, last.over, after, metBack(work, index))
                : alongEdge(work, index, edge, before, after);
}
/** The state before the fact `count` of a block. A call that never comes back leads nowhere. */
function stateBefore(engine, flow, index, count, start) {
    let state = start;
    for (const fact of flow.unit.blocks[index]?.facts.slice(0, count) ?? []) {
        if (state === null)
            return null;
        state = stateAfter(engine, flow, index, fact, state);
    }
    return state;
}
function stateAfter(engine, flow, index, fact, state) {
    if (fact.kind === 'raise')
        return null;
    if (fact.kind === 'after')
        return both(state, establishedByEnd(engine, fact));
    const at = { block: index, start: fact.span.start };
    const effect = flow.assuming?.effects.get(fact);
    if (effect)
        return both(state, effectOn(engine, flow, at, fact, effect));
    if (fact.kind !== 'call')
        return state;
    return both(withoutOverwritten(engine, fact, state), establishedByReturn(engine, fact, { flow, at }));
}
function alongEdge({ engine, flow }, index, edge, before, after) {
    const block = flow.unit.blocks[index];
    const last = block?.facts.at(-1);
    if (edge.when === 'raises')
        return last?.kind === 'call' || last?.kind === 'raise' ? before : after;
    if (!block || after === null || edge.when === undefined || last?.kind !== 'test')
        return after;
    const at = { block: index, start: last.span.start };
    const established = establishedBy(engine, flow, last.value, edge.when === 'true', at);
    if (established === null)
        return null;
    const removable = isAssertion(flow.unit, block);
    return both(after, removable ? evidence_atMost(established, 'medium', 'by an `assert`, which `python -O` removes') : established);
}
// `python -O` removes assertions.
function isAssertion(unit, block) {
    return block.next.some(edge => {
        const last = unit.blocks[edge.to]?.facts.at(-1);
        return last?.kind === 'raise' && last.by === 'assert';
    });
}
function findExits(engine, flow) {
    for (const [block, { facts, next }] of flow.unit.blocks.entries()) {
        const start = block === flow.assuming?.dead ? null : (flow.into[block] ?? null);
        if (start === null)
            continue;
        for (const [i, fact] of facts.entries())
            if (fact.kind === 'return' || (fact.kind === 'yield' && flow.unit.generator)) {
                const state = stateBefore(engine, flow, block, i, start);
                if (state !== null)
                    flow.exits.push({ state, value: fact.value, at: { block, start: fact.span.end } });
            }
        const falls = next.length === 0 && facts.at(-1)?.kind !== 'return' && !flow.unit.generator;
        const end = falls ? stateBefore(engine, flow, block, facts.length, start) : null;
        if (end !== null)
            flow.exits.push({ state: end, value: null, at: { block, start: flow.unit.span.end } });
    }
}

;// CONCATENATED MODULE: ./src/analysis/guards/exits.ts




/** Deeper ways into a value are not asked for across units: a function that calls itself may lengthen them for ever. */
const exits_longest = 4;
const exits_mostNested = 30;
/** What a unit has established when it comes back with what is wanted in what it gives. Recursion establishes nothing. */
function exitsOf(engine, unit, path, wanted) {
    return exits_remembered(engine, `${unit.name}${pathText(path)} ${wanted_textOf(wanted)}`, () => {
        const flow = path.length > exits_longest ? null : flowOf(engine, unit);
        return flow ? meetExits(engine, flow, path, wanted) : evidence_nothing;
    });
}
/** The answer to a question that may be asked again. Asked inside of itself, or too far down, it is nothing. */
function exits_remembered(engine, question, answer) {
    const known = engine.answers.get(question);
    if (known !== undefined)
        return known;
    const { search } = engine;
    if (search.nested > exits_mostNested)
        return evidence_nothing;
    engine.answers.set(question, evidence_nothing);
    // It must not depend on who asks first.
    const { depth, left } = search;
    search.depth = 0;
    search.nested += 1;
    const state = answer();
    Object.assign(search, { depth, left });
    search.nested -= 1;
    engine.answers.set(question, state);
    return state;
}
/** A text for a path, the same for equal ones. */
function pathText(path) {
    return path.map(({ by, name }) => (by === 'field' ? `.${name}` : `[${by} ${name}]`)).join('');
}
function meetExits(engine, flow, path, wanted) {
    let met = null;
    for (const { state, value, at } of flow.exits) {
        const said = wanted.kind === 'any'
            ? evidence_nothing
            : value
                ? askAt(engine, flow, at, value, path, wanted)
                : fallsOff(path, wanted);
        met = meet(met, said === null ? null : both(state, said));
    }
    return met;
}
// The end of a function gives `None`.
function fallsOff(path, wanted) {
    return path.length === 0 && fits(null, wanted) ? evidence_nothing : null;
}

;// CONCATENATED MODULE: ./src/analysis/guards/conditions.ts





const mark = '? ';
const conditions_mostOfOneUnit = 8;
const conditions_deepest = 6;
/** Whether evidence is only something that was asked of a parameter. */
function isCondition(e) {
    return e.subject.startsWith(mark);
}
/** States that something was asked of a unit's parameters. What it proves is seen where the unit is called. */
function conditionOn(engine, unit, value, path, wanted, span) {
    // Whether anything was given at all says nothing of what was given.
    if (wanted.kind === 'among' && wanted.names.every(name => name === 'null'))
        return evidence_nothing;
    const asked = `${artifacts_keyOf(engine.linked, value, 0)}${pathText(path)} ${wanted_textOf(wanted)}`;
    const subject = `${mark}${unit.name} ${asked}`;
    if (!engine.conditions.has(subject)) {
        const count = engine.conditionCounts.get(unit.name) ?? 0;
        if (count >= conditions_mostOfOneUnit)
            return evidence_nothing;
        engine.conditionCounts.set(unit.name, count + 1);
        engine.conditions.set(subject, { unit, value, path, wanted });
    }
    const says = 'something is asked of a parameter';
    return stateOf([{ kind: 'verification', subject, strength: 'strong', span, outcome: null, says }]);
}
/** What a condition proves where these values stand for the parameters. */
function resolveCondition(engine, condition, call, given, { flow, at }) {
    const filled = engine.filled.get(call) ?? new Map();
    engine.filled.set(call, filled);
    const { unit, path, wanted } = condition;
    const value = filled.get(condition) ?? substitute(engine, condition.value, unit, given);
    filled.set(condition, value);
    return askAt(engine, flow, at, value, path, wanted);
}
/** The parameter that a value is, seen from its own unit or from a function further in. */
function parameterIn(engine, value) {
    const { units } = engine.linked.program;
    if (value.kind === 'parameter') {
        const unit = units.get(value.unit);
        return unit ? { unit, index: value.index } : null;
    }
    if (value.kind !== 'variable')
        return null;
    const unit = units.get(value.unit);
    const [only, second] = unit?.bound.get(value.name) ?? [];
    if (!unit || second || only?.kind !== 'parameter' || only.unit !== unit.name)
        return null;
    return { unit, index: only.index };
}
/** Whether a value is put together from parameters of a unit. */
function mentionsParameter(engine, value, unit, depth = 0) {
    if (depth > conditions_deepest)
        return false;
    const inner = (v) => mentionsParameter(engine, v, unit, depth + 1);
    switch (value.kind) {
        case 'parameter':
        case 'variable':
            return parameterIn(engine, value)?.unit === unit;
        case 'field':
            return inner(value.of);
        case 'item':
            return inner(value.of) || inner(value.key);
        case 'operation':
            return value.operands.some(inner);
        case 'result':
            return inner(value.call.callee) || value.call.arguments.some(argument => inner(argument.value));
        default:
            return false;
    }
}
/** A value with these for the parameters of a unit. */
function substitute(engine, value, unit, given, depth = 0) {
    if (depth > conditions_deepest)
        return value;
    const inner = (v) => substitute(engine, v, unit, given, depth + 1);
    switch (value.kind) {
        case 'parameter':
        case 'variable': {
            const parameter = parameterIn(engine, value);
            return parameter?.unit === unit ? (given(parameter.index) ?? { kind: 'unknown' }) : value;
        }
        case 'field':
            return { ...value, of: inner(value.of) };
        case 'item':
            return { ...value, of: inner(value.of), key: inner(value.key) };
        case 'operation':
            return { ...value, operands: value.operands.map(inner) };
        case 'result':
            return mentionsParameter(engine, value, unit)
                ? { kind: 'result', call: callWith(value.call, inner) }
                : value;
        default:
            return value;
    }
}
function callWith(call, inner) {
    const args = call.arguments.map((argument) => ({ ...argument, value: inner(argument.value) }));
    return { ...call, callee: inner(call.callee), arguments: args };
}

;// CONCATENATED MODULE: ./src/analysis/guards/callbacks.ts











/** What the function that a call reaches has established before it calls its argument `index`. */
function gateBefore(engine, site, index) {
    const { linked } = engine;
    const states = referentsOf(linked, site.call.callee).map((referent) => {
        const unit = unitBehind(linked, referent);
        const parameter = unit ? parameterFilled(unit, site.call, index) : -1;
        return unit && parameter >= 0
            ? mapOut(engine, calledBehind(engine, unit, parameter), unit, site.call, nowhere)
            : evidence_nothing;
    });
    return states.length === 0 ? evidence_nothing : states.reduce(meet);
}
function parameterFilled(unit, call, index) {
    const value = call.arguments[index]?.value;
    return unit.parameters.findIndex((_, i) => value !== undefined && argumentFor(unit, i, call) === value);
}
/** What a unit has established wherever it calls its parameter. Where it keeps it for others, that is nothing. */
function calledBehind(engine, unit, index) {
    const name = `${unit.name} calls ${index}`;
    const known = engine.answers.get(name);
    if (known !== undefined)
        return known;
    engine.answers.set(name, evidence_nothing);
    const state = isKept(engine, unit, index)
        ? evidence_nothing
        : sitesIn(engine, unit)
            .flatMap(site => stateAtCall(engine, site, unit, index))
            .reduce((met, one) => (met === undefined ? one : meet(met, one)), undefined);
    engine.answers.set(name, state ?? evidence_nothing);
    return state ?? evidence_nothing;
}
function isKept(engine, unit, index) {
    const stored = unit.blocks.flatMap(block => block.facts.flatMap(fact => (fact.kind === 'store' ? [fact.value] : [])));
    return [...givenBack(engine.linked, unit), ...stored].some(value => isParameter(engine, value, unit, index));
}
function isParameter(engine, value, unit, index) {
    const parameter = parameterIn(engine, value);
    return parameter?.unit === unit && parameter.index === index;
}
// The unit's own calls and those of functions that stand in it.
function sitesIn({ linked }, unit) {
    return linked.sites.filter(site => {
        for (let at = site.unit; at; at = linked.program.units.get(at.parent ?? ''))
            if (at === unit)
                return true;
        return false;
    });
}
function stateAtCall(engine, site, unit, index) {
    if (isParameter(engine, site.call.callee, unit, index))
        return [ownStateAt(engine, site)];
    const handed = site.call.arguments.findIndex(({ value }) => isParameter(engine, value, unit, index));
    if (handed < 0 || isObserved(engine, site.call))
        return [];
    return [both(ownStateAt(engine, site), gateBefore(engine, site, handed))];
}
function isObserved({ linked }, call) {
    return referentsOf(linked, call.callee).some(r => r.kind === 'external' && linked.knowledge.observers.some(pattern => pattern.test(r.name)));
}
/** What the decorators of a unit have established before they let it run. */
function gateAround(engine, unit) {
    return unit.decorators.map(value => gateOf(engine, unit, value)).reduce(both, evidence_nothing);
}
function gateOf(engine, unit, value) {
    const { linked } = engine;
    const made = value.kind === 'result' ? value.call : null;
    const entered = made ? managerMadeBy(engine, made) : null;
    if (entered)
        return mapOut(engine, exitsOf(engine, entered.unit, [], anything), entered.unit, entered.call, nowhere);
    const decorator = decorators_decoratorOf(engine, value);
    if (decorator)
        return decorator.wrappers ? callbacks_wrapped(engine, unit, decorator.unit, decorator.index) : evidence_nothing;
    const call = made ?? {
        kind: 'call',
        callee: value,
        arguments: [],
        span: unit.span,
        name: unit.span,
    };
    return referentsOf(linked, call.callee)
        .map(referent => namedState(engine, call, referent, 'no-exception'))
        .reduce(both, evidence_nothing);
}
// What the wrapper gives the function stands for the parameters of that.
function callbacks_wrapped(engine, unit, decorator, index) {
    const states = sitesIn(engine, decorator).flatMap(site => stateAtCall(engine, site, decorator, index).map(state => mapIn(engine, state, unit, boundCall(unit, site.call))));
    return states.length === 0 ? evidence_nothing : states.reduce(meet);
}
// A wrapper hands the object over as its first argument; a call of the method has it in front of its name.
function boundCall(unit, call) {
    const [first, ...rest] = call.arguments;
    if (unit.owner === null || isStatic(unit) || !first)
        return call;
    return { ...call, callee: { kind: 'field', of: first.value, name: unit.label }, arguments: rest };
}

;// CONCATENATED MODULE: ./src/analysis/guards/entrances.ts



const entrances_none = [];
/** Where a unit is called, or handed to something that may call it. */
function entrancesOf(engine, unit) {
    const called = callersOf(engine.linked, unit).map((site) => ({ site, call: site.call, index: null }));
    return [...called, ...handingsOf(engine, unit).flatMap(handing => throughHanding(engine, unit, handing))];
}
function handingsOf(engine, unit) {
    const { linked, handings } = engine;
    if (linked.knowledge.isTest(unit.file.path))
        return [];
    const named = (handings.byName.get(handings_lastPart(unit.label)) ?? []).filter(({ argument }) => referentsOf(linked, argument.value).some(r => r.kind === 'unit' && r.unit === unit));
    return [...(handings.byUnit.get(unit.name) ?? []), ...named];
}
function throughHanding(engine, unit, { site, argument }) {
    const { linked, handings } = engine;
    const callees = referentsOf(linked, site.call.callee);
    if (callees.some(r => isObserver(engine, r)))
        return [];
    const index = site.call.arguments.indexOf(argument);
    if (!callees.some(r => r.kind === 'external' && r.name === 'functools.partial'))
        return [{ site, call: { ...site.call, arguments: entrances_none }, index }];
    const calls = partialCalls(engine, site.call, unit);
    const handed = (handings.byCall.get(site.call) ?? []).map((further) => ({
        site: further.site,
        call: { ...site.call, arguments: site.call.arguments.slice(1) },
        index: further.site.call.arguments.indexOf(further.argument),
    }));
    const found = [...calls, ...handed];
    return found.length > 0 ? found : [{ site, call: { ...site.call, arguments: entrances_none }, index: null }];
}
// Where what `functools.partial` gave is called.
function partialCalls({ linked }, partial, unit) {
    return (linked.partials.get(partial) ?? [])
        .filter(site => !linked.knowledge.isTest(site.unit.file.path) && site.unit !== unit)
        .map(site => ({ site, call: whole(partial, site.call), index: null }));
}
function isObserver({ linked }, referent) {
    return (referent.kind === 'external' && linked.knowledge.observers.some(pattern => pattern.test(referent.name)));
}

;// CONCATENATED MODULE: ./src/analysis/guards/entries.ts





const entries_mostRounds = 20;
/** Works out, for every unit that leads to a sink, what has been established before it is entered. */
function findEntries(engine, sinks) {
    const entrances = entrancesTo(engine, sinks);
    const reached = reachedFromOutside(entrances);
    for (const unit of entrances.keys())
        engine.entries.set(unit, evidence_nothing);
    const around = new Map([...entrances.keys()].map(unit => [unit, gateAround(engine, unit)]));
    for (const [unit, sites] of entrances)
        engine.entries.set(unit, sites.length > 0 && reached.has(unit) ? null : (around.get(unit) ?? evidence_nothing));
    let changed = true;
    for (let round = 0; changed && round < entries_mostRounds; round += 1) {
        changed = false;
        for (const [unit, sites] of entrances) {
            if (sites.length === 0 || !reached.has(unit))
                continue;
            const met = sites.map(entrance => stateThrough(engine, entrance, unit)).reduce(meet, null);
            const state = both(met, around.get(unit) ?? evidence_nothing);
            if (sameState(state, engine.entries.get(unit) ?? null))
                continue;
            engine.entries.set(unit, state);
            changed = true;
        }
    }
}
function stateThrough(engine, { site, call, index }, unit) {
    const before = stateAtSite(engine, site);
    const gate = index === null ? evidence_nothing : gateBefore(engine, site, index);
    return mapIn(engine, both(before, gate), unit, call);
}
function entrancesTo(engine, sinks) {
    const units = new Set(sinks.map(sink => sink.site.unit));
    const found = new Map();
    for (const unit of units) {
        const entrances = entrancesOf(engine, unit);
        found.set(unit, entrances);
        for (const { site } of entrances)
            units.add(site.unit);
    }
    return found;
}
// Functions that only call each other are reached by nobody we know; they are taken to be called from outside.
function reachedFromOutside(entrances) {
    const reached = new Set([...entrances].flatMap(([unit, sites]) => (sites.length === 0 ? [unit] : [])));
    for (let size = -1; size !== reached.size;) {
        size = reached.size;
        for (const [unit, sites] of entrances)
            if (sites.some(({ site }) => reached.has(site.unit)))
                reached.add(unit);
    }
    return reached;
}
/** What has been established when control reaches a call, by its unit and by every caller of that. */
function stateAtSite(engine, site) {
    const entry = engine.entries.get(site.unit);
    if (entry === null)
        return null;
    const own = ownStateAt(engine, site);
    return own === null ? null : both(entry ?? evidence_nothing, own);
}
/** The same for a sink, which may be a function that is handed to one that checks before it calls it. */
function stateAtSink(engine, { site, nameAt }) {
    const state = stateAtSite(engine, site);
    const handed = site.call.arguments.findIndex(({ span }) => span.start <= nameAt.start && nameAt.end <= span.end && nameAt !== site.call.name);
    return handed < 0 ? state : both(state, gateBefore(engine, site, handed));
}
/** What the unit of a call itself has established before it. */
function ownStateAt(engine, site) {
    const flow = flowOf(engine, site.unit);
    const block = site.unit.blocks[site.block];
    if (!flow || !block)
        return evidence_nothing;
    const start = flow.into[site.block] ?? null;
    // An assignment that is read as a call has its span in common with the fact that it stands for.
    const at = block.facts.findIndex(fact => fact === site.call || fact.span === site.call.span);
    return start === null ? null : stateBefore(engine, flow, site.block, at, start);
}

;// CONCATENATED MODULE: ./src/analysis/guards/verdict.ts








/** The evidence that stands before a sink, for the kinds of guard that its rule accepts. */
function evidenceFor(engine, sink, kinds) {
    const state = stateAtSink(engine, sink);
    if (state === null)
        return null;
    const chosen = whereChosen(engine, sink);
    const restricted = restriction(engine, sink);
    if (restricted)
        return [restricted];
    const all = chosen === null ? [] : [...state.values(), ...chosen.values()];
    const subjects = verdict_subjectsOf(engine.linked, sink);
    return all.filter(e => kinds.includes(e.kind) &&
        (e.kind !== 'verification' || e.subject === everything || subjects.includes(e.subject)));
}
function verdict_subjectsOf(linked, sink) {
    const { artifact, parameters } = sink.sink;
    const named = artifact ? sink.arguments.find(argument => argument.name === artifact) : undefined;
    const index = artifact ? parameters.indexOf(artifact) : 0;
    const given = named ?? sink.arguments.filter(argument => argument.name === null)[Math.max(0, index)];
    return given ? artifactKeys(linked, given.value) : [];
}
// `alias = "champion" if better else "challenger"`: the sink is one only on the way that chose the hazardous value.
function whereChosen(engine, sink) {
    const { target } = sink.outcome;
    const empty = new Map();
    if (!target)
        return empty;
    const index = sink.sink.parameters.indexOf(target.argument);
    const positional = sink.arguments.filter(argument => argument.name === null);
    const value = (sink.arguments.find(a => a.name === target.argument) ?? positional[index])?.value;
    if (value?.kind !== 'mix')
        return empty;
    const flow = flowOf(engine, sink.site.unit);
    const states = value.of.flatMap((way, i) => {
        const block = value.from[i] ?? -1;
        if (!isHazardous(engine.linked, way, target.texts))
            return [];
        return [block < 0 || !flow ? evidence_nothing : (flow.out[block] ?? null)];
    });
    return states.length === 0 ? empty : (states.reduce(meet, null) ?? empty);
}
function isHazardous(linked, way, texts) {
    const { values, complete } = possibleLiterals(linked, way);
    return !complete || values.some(value => texts.includes(String(value)));
}
/** How a finding fares against the evidence: guarded, declared only, or open. */
function weigh(evidence) {
    if (evidence.some(e => e.strength === 'strong'))
        return 'guarded';
    const medium = evidence.filter(e => e.strength === 'medium');
    if (new Set(medium.map(e => e.kind)).size > 1)
        return 'guarded';
    return medium.length > 0 ? 'declared' : 'open';
}
function verdictsOf(evidence) {
    return evidence.map(({ kind, strength, span, says }) => ({ kind, strength, span, says }));
}

;// CONCATENATED MODULE: ./src/analysis/guards/voids/places.ts


const places_mostPlaces = 4;
// Ways through a unit are followed this far: beyond it the reason stays general.
const mostBlocks = 300;
const mostTests = 40;
const places_longest = 60;
/** The sink, and the calls that lead to it, nearest first. */
function places_placesOf(engine, sink) {
    const callers = callersOf(engine.linked, sink.site.unit);
    return [sink.site, ...callers].slice(0, places_mostPlaces).map((site, i) => places_placeOf(engine, site, i === 0));
}
function places_placeOf(engine, { unit, block, call }, own) {
    const ends = endsOf(engine, unit);
    const tests = nearest(unit, call).map(one => ({
        ...one,
        towards: outcomeTowards({ unit, ends }, block, one.block, one.index),
    }));
    return { unit, block, call, own, ends, tests };
}
function endsOf(engine, unit) {
    const flow = flowOf(engine, unit);
    const ends = unit.blocks.map((_, i) => (flow && flow.into[i] !== null && flow.out[i] === null ? i : -1));
    return new Set(ends);
}
function nearest(unit, call) {
    const tests = unit.blocks.flatMap((block, index) => {
        const test = block.facts.at(-1);
        return test?.kind === 'test' ? [{ index, block, test }] : [];
    });
    const distance = (test) => Math.abs(test.span.start - call.span.start);
    return tests.sort((a, b) => distance(a.test) - distance(b.test)).slice(0, mostTests);
}
function outcomeTowards(ways, target, block, index) {
    const leads = (outcome) => reaches(ways, edgeTo(block, outcome), target, { without: index, plainly: true });
    const [yes, no] = [leads(true), leads(false)];
    return yes === no ? null : yes;
}
/** Whether one block leads to another. */
function reaches({ unit, ends }, from, to, how = {}) {
    if (from < 0 || from === how.without)
        return false;
    const seen = new Set([from]);
    for (const at of seen) {
        if (at === to)
            return true;
        if (seen.size > mostBlocks)
            return false;
        for (const next of waysOn(unit.blocks[at], ends.has(at), how))
            seen.add(next);
    }
    return false;
}
function waysOn(block, ends, how) {
    if (!block)
        return [];
    const raises = ends || block.facts.at(-1)?.kind === 'raise';
    const edges = block.next.filter(edge => (edge.when === 'raises' ? !how.plainly : !raises));
    return edges.map(edge => edge.to).filter(to => to !== how.without);
}
/** Where an outcome of a test leads, or -1. */
function edgeTo(block, outcome) {
    return block.next.find(edge => edge.when === String(outcome))?.to ?? -1;
}
/** Code as it stands in the source, short and on one line, for a message. */
function places_quoted({ file, start, end }) {
    const text = file.text.slice(start, end).replace(/\s+/g, ' ').replaceAll('`', "'");
    return `\`${text.length > places_longest ? `${text.slice(0, places_longest - 1)}…` : text}\``;
}

;// CONCATENATED MODULE: ./src/analysis/guards/voids/search.ts


function search_openSearch(engine, sink, kinds) {
    const subjects = kinds.includes('verification')
        ? sink.arguments.flatMap(argument => artifactKeys(engine.linked, argument.value))
        : [];
    const parts = subjects.length > 0 ? sink.arguments.flatMap(argument => parts_partsOf(argument.value)) : [];
    const around = parts.map(part => artifacts_keyOf(engine.linked, artifactOf(engine.linked, part), 0));
    return { engine, sink, kinds, subjects, around: [...subjects, ...around] };
}
/** The evidence in a state that would speak for the sink. */
function relevant({ kinds, subjects }, state) {
    const all = [...(state?.values() ?? [])];
    return (all.find(e => kinds.includes(e.kind) && (e.kind !== 'verification' || subjects.includes(e.subject))) ??
        null);
}
function verdict(kind, span, says, strength = 'void') {
    return { kind, strength, span, says };
}
/** How many reasons are worth reading. */
const search_most = 6;
/** The first few of what is found. */
function firstFew(among, find) {
    const found = [];
    for (const one of among) {
        const verdict = found.length < search_most ? find(one) : null;
        if (verdict)
            found.push(verdict);
    }
    return found;
}

;// CONCATENATED MODULE: ./src/analysis/guards/voids/bystanders.ts



/** Calls on the way to a place that belong to a guard as people know it, without the part that would guard. */
function bystanders(search, place) {
    return [...steps(search, place), ...openConnections(search, place)];
}
// A request for approval that the same code answers, a pause between two steps of a rollout.
function steps({ engine, kinds }, place) {
    const entries = engine.linked.knowledge.lookalikes.filter(({ entry }) => entry.about === 'before' && kinds.includes(entry.kind));
    return entries.flatMap(({ names, entry }) => {
        const call = callBefore(place, name => names.test(name));
        if (!call || (entry.kind === 'canary' && !isSecondStep(place, call)))
            return [];
        const { file, start } = call.span;
        const says = `${places_quoted({ file, start, end: call.name.end })} ${entry.says}`;
        return [verdict(entry.kind, call.span, says, entry.strength)];
    });
}
function callBefore(place, isIt, before = place.call) {
    for (const [index, block] of place.unit.blocks.entries())
        for (const fact of block.facts) {
            if (fact.kind !== 'call' || fact === place.call || fact.span.start >= before.span.start)
                continue;
            if (isIt(bystanders_lastName(fact)) && reaches(place, index, place.block))
                return fact;
        }
    return null;
}
// The same call above the pause: ten per cent, a pause, all of it.
function isSecondStep(place, pause) {
    return callBefore(place, name => name === bystanders_lastName(place.call), pause) !== null;
}
function bystanders_lastName({ callee }) {
    return callee.kind === 'field' || callee.kind === 'name' ? (callee.name.split('.').at(-1) ?? '') : '';
}
// `requests.get(url, verify=False)`, read straight into the load.
function openConnections({ kinds }, { own, call }) {
    if (!own || !kinds.includes('verification'))
        return [];
    const parts = parts_partsOf({ kind: 'result', call });
    const found = parts
        .flatMap(part => (part.kind === 'result' ? part.call.arguments : []))
        .find(({ name, value }) => name === 'verify' && value.kind === 'constant' && value.value === false);
    if (!found)
        return [];
    const says = `${places_quoted(found.span)} takes the file from any server that answers in the place of the right one`;
    return [verdict('verification', found.span, says)];
}

;// CONCATENATED MODULE: ./src/analysis/guards/voids/flags.ts




/** Flags that are tested in front of a place, and that are set whatever was checked. */
function loosenedFlags(search, place) {
    return firstFew(place.tests, placed => placed.towards === null
        ? null
        : (overwritten(search, place, placed) ?? opened(search, place, placed, placed.towards)));
}
// `deploy = int(file.read())`, then `deploy = 1`: the first value is gone when the flag is tested.
function overwritten(search, { unit }, { test }) {
    const { file, start, end } = test.span;
    const name = /^\w+(?=\s*(==|!=|is\b|$))/.exec(file.text.slice(start, end))?.[0];
    const tested = test.value.kind === 'operation' ? test.value.operands[0] : test.value;
    if (name === undefined || tested?.kind !== 'constant')
        return null;
    const before = (unit.bound.get(name) ?? []).filter(value => value.kind !== 'constant');
    if (before.length === 0)
        return null;
    const kind = kindOf(search, unit, before);
    if (!kind)
        return null;
    return verdict(kind, test.span, `\`${name}\` is overwritten with ${literal(tested)} before it is tested`);
}
// What was lost: a check, or for a promotion whatever decided before.
function kindOf(search, unit, values) {
    for (const value of values) {
        const lost = checkedBy(search, unit, value);
        if (lost)
            return lost;
    }
    return search.kinds.includes('evaluation') ? 'evaluation' : null;
}
function checkedBy({ engine, ...search }, unit, value) {
    const flow = flowOf(engine, unit);
    for (const outcome of [true, false]) {
        const found = relevant({ engine, ...search }, establishedBy(engine, flow, value, outcome));
        if (found)
            return found.kind;
    }
    return null;
}
// One way sets the flag by a check, another way sets it without one.
function opened(search, place, { test }, towards) {
    const flag = test.value;
    if (flag.kind !== 'mix')
        return null;
    const kinds = flag.of.map(way => (way.kind === 'mix' ? null : checkedBy(search, place.unit, way)));
    const kind = kinds.find(one => one !== null);
    const at = flag.of.findIndex(way => way.kind === 'constant' && isTrue(way) === towards);
    const way = flag.of[at];
    if (!kind || way?.kind !== 'constant')
        return null;
    const where = isHandler(place, flag, at) ? 'where an exception is raised' : 'on a way that checks nothing';
    return verdict(kind, test.span, `${places_quoted(test.span)} is set to ${literal(way)} ${where}`);
}
function isHandler(place, flag, at) {
    const block = flag.from[at] ?? -1;
    return block >= 0 && !reaches(place, 0, block, { plainly: true });
}
function isTrue({ value }) {
    return value !== null && value !== false && value !== 0 && value !== '';
}
function literal({ value }) {
    if (typeof value === 'string')
        return `\`${value.replaceAll('`', "'").slice(0, 30)}\``;
    return value === null ? '`None`' : value === true ? '`True`' : value === false ? '`False`' : `\`${value}\``;
}

;// CONCATENATED MODULE: ./src/analysis/guards/voids/jobs.ts





const jobs_mostUnits = 60;
/** Checks in the pipelines and scripts that lead to the sink, whose failure holds nothing back. */
function toleratedChecks(search) {
    const sites = sitesAbove(search).filter(({ unit }) => unit.kind === 'job' || !/\.pyw?$/.test(unit.file.path));
    return sites.flatMap(site => [...endedSomehow(search, site.unit), ...failedInVain(search, site)]);
}
function sitesAbove({ engine, sink }) {
    const sites = [sink.site];
    const seen = new Set();
    for (const { unit } of sites) {
        if (seen.has(unit) || seen.size > jobs_mostUnits)
            continue;
        seen.add(unit);
        sites.push(...callersOf(engine.linked, unit));
    }
    return sites;
}
// A job that is waited for, and whose failure does not count.
function endedSomehow(search, unit) {
    const afters = unit.blocks.flatMap(({ facts }) => facts.filter((fact) => fact.kind === 'after'));
    return firstFew(afters, after => {
        if (after.regardless === null || unit.kind === 'pipeline')
            return null;
        const evidence = relevant(search, establishedByEnd(search.engine, { ...after, regardless: null }));
        const job = after.unit.slice(after.unit.lastIndexOf(':') + 1).replaceAll('`', "'");
        const says = `\`${job}\` is needed, and this job goes on whatever came of it (${after.regardless})`;
        return evidence && verdict(evidence.kind, after.span, says);
    });
}
// A command or a step that fails, and what comes next runs all the same.
function failedInVain(search, site) {
    const { unit } = site;
    const blocks = [...unit.blocks.entries()].filter(([index]) => index !== site.block);
    return firstFew(blocks, ([, block]) => {
        const call = tolerated(unit, block, site.block);
        const evidence = call && relevant(search, establishedByReturn(search.engine, call));
        return evidence
            ? verdict(evidence.kind, call.span, 'it may fail, and what follows runs all the same')
            : null;
    });
}
function tolerated(unit, block, target) {
    const last = block.facts.at(-1);
    if (last?.kind !== 'call')
        return null;
    const leads = block.next.some(edge => edge.when === 'raises' && reaches({ unit, ends: new Set() }, edge.to, target));
    return leads ? last : null;
}

;// CONCATENATED MODULE: ./src/analysis/guards/voids/lookalikes.ts





/** Conditions that decide whether a place is reached and ask for nothing that a guard would ask. */
function lookalikes(search, place) {
    return firstFew(place.tests, placed => {
        if (placed.towards === null)
            return looksAtLoaded(search, place, placed);
        const entry = entryFor(search, place, placed);
        return entry ? named(placed, entry) : null;
    });
}
function named({ test }, { kind, strength, says }) {
    return verdict(kind, test.span, `${places_quoted(test.span)} ${says}`, strength);
}
function entryFor(search, place, { test }) {
    const { linked } = search.engine;
    const asked = questionsOf(search, test);
    const spoken = parts_partsOf(test.value).flatMap(part => lookalikes_namesOf(linked, part));
    const names = isPiece(test) ? [...spoken, '[]'] : spoken;
    const found = linked.knowledge.lookalikes.find(({ names: pattern, entry }) => search.kinds.includes(entry.kind) &&
        asked.has(entry.about) &&
        (entry.about === 'presence' ? wordsIn(test) : names).some(name => pattern.test(name) && (place.own || name !== '__name__')));
    return found?.entry ?? null;
}
function questionsOf(search, test) {
    if (lookalikes_isPresence(test))
        return new Set(['presence']);
    const choice = isChoice(test) ? ['choice'] : [];
    const artifact = isAboutArtifact(search, test) ? ['artifact'] : [];
    return new Set(['run', ...choice, ...artifact]);
}
// `branch == "main"`: something is compared with what is written down.
function isChoice({ value }) {
    return value.kind === 'operation' && parts_partsOf(value).some(part => part.kind === 'constant');
}
// A question about another file in the same folder is none about this one.
function isAboutArtifact({ engine: { linked }, around }, { value }) {
    const names = (part) => artifacts_keyOf(linked, artifactOf(linked, part), 0);
    const other = (part) => isJoin(part) && !around.includes(names(part));
    return parts_partsOf(value, other).some(part => around.includes(names(part)));
}
function isJoin(part) {
    if (part.kind === 'operation')
        return part.operator === '/' || part.operator === '+';
    const { kind } = part;
    return (kind === 'text' ||
        (kind === 'result' && part.call.callee.kind === 'field' && /^join(path)?$/.test(part.call.callee.name)));
}
// `data[:2]`: a piece of the bytes.
function isPiece({ span: { file, start, end } }) {
    return /\[[^\]]*:[^\]]*\]/.test(file.text.slice(start, end));
}
function wordsIn({ span: { file, start, end } }) {
    return (file.text.slice(start, end).match(/[A-Za-z_]\w*/g) ?? []).map(lookalikes_plain);
}
// What came out of the artifact is looked at: its code has run by then.
function looksAtLoaded(search, place, placed) {
    const { linked } = search.engine;
    const { value } = placed.test;
    if (!place.own || !search.kinds.includes('verification') || !comesFrom(value, place.call))
        return null;
    const names = parts_partsOf(value).flatMap(part => lookalikes_namesOf(linked, part));
    const found = linked.knowledge.lookalikes.find(({ names: pattern, entry }) => entry.about === 'loaded' && names.some(name => pattern.test(name)));
    return found ? named(placed, found.entry) : null;
}
// `auc is not None`, `len(versions) > 0`: there is something, and nobody has looked at it.
function lookalikes_isPresence({ value }) {
    if (value.kind !== 'operation')
        return false;
    const [left, right] = value.operands;
    if (right?.kind !== 'constant')
        return false;
    if (right.value === null)
        return /^(is|is not|==|!=)$/.test(value.operator);
    return isLength(left) && (right.value === 0 || right.value === 1);
}
function isLength(value) {
    return value?.kind === 'result' && value.call.callee.kind === 'name' && value.call.callee.name === 'len';
}
/** The names that one part of a condition brings in, in lower case with underscores. */
function lookalikes_namesOf(linked, part) {
    switch (part.kind) {
        case 'variable':
            return [lookalikes_plain(part.name), ...boundNames(linked, part)];
        case 'parameter':
            return [lookalikes_plain(linked.program.units.get(part.unit)?.parameters[part.index]?.name ?? '')];
        case 'field':
        case 'name':
            return [lookalikes_plain(part.name.split('.').at(-1) ?? ''), ...libraryNames(linked, part)];
        case 'constant':
            return typeof part.value === 'string' ? [lookalikes_plain(part.value)] : [];
        default:
            return [];
    }
}
// A constant of the module: `ENVIRONMENT = os.getenv("ENVIRONMENT")`.
function boundNames(linked, { unit, name }) {
    const bound = linked.program.units.get(unit)?.bound.get(name) ?? [];
    return bound
        .slice(0, 4)
        .flatMap(value => parts_partsOf(value).flatMap(part => part.kind === 'field' || part.kind === 'name' ? libraryNames(linked, part) : []));
}
function libraryNames(linked, value) {
    return referentsOf(linked, value).flatMap(r => (r.kind === 'external' ? [r.name] : []));
}
function lookalikes_plain(name) {
    return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

;// CONCATENATED MODULE: ./src/analysis/guards/voids/reasons.ts

const announcing = /^(print|echo|secho|log|debug|info|warn|warning|error|exception|critical|write|notify)$/;
/**
 * Why a test that would be a guard stops nothing on the way to a place. `accepts` is the outcome that passes, `null` where
 * either may be. `null` where it does hold there.
 */
function reasonOfTest(place, placed, accepts) {
    if (comesAfter(place, placed.index))
        return 'but only after the call';
    const { block: target } = place;
    const leads = (outcome, plainly) => reaches(place, edgeTo(placed.block, outcome), target, { without: placed.index, plainly });
    const { towards } = placed;
    if (accepts !== null && towards === !accepts)
        return 'and the call stands on the side where it failed';
    if (leads(true, true) && leads(false, true))
        return openReason(place, placed, accepts);
    if (leads(true, false) && leads(false, false))
        return 'and the exception that it raises is swallowed';
    if (!leads(true, false) && !leads(false, false))
        return null;
    return wayAround(place, placed.index);
}
/** Why a call that raises where a check fails stops nothing on the way to a place; `null` where it does hold there. */
function reasonOfCall(place, index) {
    const { block: target } = place;
    if (index !== target && comesAfter(place, index))
        return 'but only after the call';
    const handled = (place.unit.blocks[index]?.next ?? []).filter(edge => edge.when === 'raises');
    if (handled.some(edge => reaches(place, edge.to, target, { without: index })))
        return 'and the exception that it raises is swallowed';
    return index === target ? null : wayAround(place, index);
}
function comesAfter(place, index) {
    const { block: target } = place;
    if (index === target)
        return !reachesAgain(place, target);
    return reaches(place, target, index) && !reaches(place, index, target);
}
function reachesAgain(place, index) {
    return (place.unit.blocks[index]?.next ?? []).some(edge => reaches(place, edge.to, index));
}
// On both sides the call is reached: silently, with a word about it, or because something else has the last word.
function openReason(place, placed, accepts) {
    const sides = (accepts === null ? [true, false] : [!accepts]).map(side => edgeTo(placed.block, side));
    for (const side of sides) {
        const other = place.tests.find(one => one.index === side && one.towards !== null);
        if (other)
            return `but not where ${condition(other, other.towards === true)}`;
    }
    const announced = sides.filter(side => announces(place, side));
    return announced.length === 1
        ? 'and the failing side only says so and goes on'
        : 'and both outcomes lead to the call';
}
function announces({ unit, block: target }, from) {
    const facts = from === target ? [] : (unit.blocks[from]?.facts ?? []);
    const calls = facts.flatMap(fact => (fact.kind === 'call' ? [fact.callee] : []));
    const names = calls.map(callee => (callee.kind === 'field' || callee.kind === 'name' ? callee.name : ''));
    return names.some(name => announcing.test(name.split('.').at(-1) ?? ''));
}
/** Something else leads past a check: the condition that decides whether it is done at all. */
function wayAround(place, index) {
    const { block: target } = place;
    if (!reaches(place, 0, target, { without: index }))
        return null;
    for (const other of place.tests) {
        if (other.index === index)
            continue;
        const past = outcomePast(place, other, index);
        if (past === null)
            continue;
        return `but it is skipped where ${condition(other, past)}`;
    }
    return 'but the call can be reached without it';
}
// One outcome leads to the call and not to the check, the other to the check.
function outcomePast(place, other, index) {
    for (const outcome of [true, false]) {
        const [past, towards] = [edgeTo(other.block, outcome), edgeTo(other.block, !outcome)];
        const around = reaches(place, past, place.block, { without: index });
        const checked = reaches(place, past, index, { without: other.index });
        if (around && !checked && reaches(place, towards, index, { without: other.index }))
            return outcome;
    }
    return null;
}
// A comparison holds or does not; anything else is set or is not.
function condition({ test }, outcome) {
    if (test.over)
        return `${places_quoted(test.span)} is empty`;
    const compared = test.value.kind === 'operation';
    const [yes, no] = compared ? ['holds', 'does not hold'] : ['is set', 'is not set'];
    return `${places_quoted(test.span)} ${outcome ? yes : no}`;
}

;// CONCATENATED MODULE: ./src/analysis/guards/voids/tests.ts








/** Tests that ask the right thing and stop nothing on the way to a place. */
function failedTests(search, place) {
    return firstFew(place.tests, placed => askedInVain(search, placed) ?? passedBy(search, place, placed));
}
// What is compared, or with what, makes the outcome worthless.
function askedInVain(search, placed) {
    const { linked } = search.engine;
    if (placed.towards === null)
        return null;
    for (const part of parts_partsOf(placed.test.value)) {
        if (search.kinds.includes('approval')) {
            const own = readSelfApproval(linked, part);
            if (own)
                return verdict('approval', placed.test.span, own);
        }
        if (search.kinds.includes('verification')) {
            const hollow = readVoidDigest(linked, part, search.subjects);
            if (hollow)
                return verdict('verification', placed.test.span, hollow.says, hollow.strength);
        }
        const comparison = part.kind === 'operation' ? voidComparison(search, part) : null;
        if (comparison)
            return comparison;
    }
    return null;
}
function voidComparison({ engine, kinds }, operation) {
    if (!kinds.includes('evaluation'))
        return null;
    const comparison = readComparison(engine.linked, operation);
    return comparison?.kind === 'void' ? verdict('evaluation', operation.span, comparison.says) : null;
}
// A guard by itself, which the control flow passes by.
function passedBy(search, place, placed) {
    const flow = flowOf(search.engine, place.unit);
    for (const outcome of [true, false]) {
        const evidence = relevant(search, establishedBy(search.engine, flow, placed.test.value, outcome));
        if (!evidence)
            continue;
        const reason = reasonOfTest(place, placed, evidence.outcome === null ? outcome : null);
        return reason ? verdict(evidence.kind, placed.test.span, `${evidence.says}, ${reason}`) : null;
    }
    return null;
}

;// CONCATENATED MODULE: ./src/analysis/guards/voids/unused.ts










const mostCalls = 60;
const mostComparisons = 60;
/** Checks, measurements and digests of a unit by which nothing is decided before a place is reached. */
function unusedChecks(search, place) {
    const deciding = decidingValues(place.unit);
    const compared = comparisons(place.unit);
    const uses = {
        deciding: callsIn(deciding),
        tested: callsIn(testedValues(place.unit)),
        compared: callsIn(compared.flatMap(value => parts_partsOf(value))),
    };
    const calls = unused_callsOf(place);
    return [
        ...firstFew(calls, one => unusedAnswer(search, place, one, uses)),
        ...firstFew(compared, value => unusedComparison(search, place, value, deciding)),
        ...firstFew(calls, one => unusedResult(search, place, one, uses)),
    ];
}
function callsIn(values) {
    return new Set([...values].flatMap(value => (value.kind === 'result' ? [value.call] : [])));
}
// In the order of the source, those around the place.
function unused_callsOf({ unit, call: own }) {
    const calls = unit.blocks.flatMap((block, index) => block.facts.flatMap(fact => (fact.kind === 'call' ? [{ call: fact, index }] : [])));
    const at = calls.findIndex(({ call }) => call === own);
    const around = calls.slice(Math.max(0, at - mostCalls), at + mostCalls);
    return around.filter(({ call }) => call !== own);
}
// `better = auc > 0.8`, bound to a name.
function comparisons(unit) {
    const bound = [...unit.bound.values()].flat().filter(value => value.kind === 'operation');
    return bound.slice(0, mostComparisons);
}
// A check that raises where it fails, or one that answers.
function unusedAnswer(search, place, placed, uses) {
    const raising = relevant(search, establishedByReturn(search.engine, placed.call));
    const asked = raising || uses.deciding.has(placed.call) ? null : unasked(search, placed.call);
    return raising ? raisedInVain(place, placed, raising) : asked;
}
// A measurement or a digest.
function unusedResult(search, place, placed, uses) {
    const { call } = placed;
    if (uses.tested.has(call) || uses.compared.has(call))
        return null;
    return uses.deciding.has(call) ? handedOn(search, call) : unread(search, place, placed);
}
function raisedInVain(place, { call, index }, evidence) {
    if (evidence.strength === 'void')
        return null;
    const late = index === place.block && call.span.start > place.call.span.end;
    const reason = late ? 'but only after the call' : reasonOfCall(place, index);
    return reason ? verdict(evidence.kind, call.span, `${evidence.says}, ${reason}`) : null;
}
// A check that answers, and nobody looks at the answer.
function unasked({ engine, ...search }, call) {
    const value = { kind: 'result', call };
    if (search.kinds.includes('approval') && isAnswer(engine.linked, value))
        return verdict('approval', call.span, 'a person is asked, and nobody looks at the answer');
    for (const outcome of [true, false]) {
        const evidence = relevant({ engine, ...search }, establishedBy(engine, null, value, outcome));
        if (evidence && evidence.strength !== 'void')
            return verdict(evidence.kind, call.span, `${evidence.says}, and nobody looks at the answer`);
    }
    return null;
}
function unread(search, place, { call, index }) {
    if (!reaches(place, index, place.block))
        return null;
    if (search.kinds.includes('evaluation') && measures(search, call))
        return verdict('evaluation', call.span, `${places_quoted(unused_nameOf(call))} measures the model, and nothing is decided by the result`);
    return search.kinds.includes('verification')
        ? unusedDigest(search, call, 'the digest is computed and never compared')
        : null;
}
function unused_nameOf(call) {
    const { file, start } = call.span;
    return { file, start, end: call.name.end };
}
function measures({ engine: { linked } }, call) {
    const { callee } = call;
    const last = callee.kind === 'field' || callee.kind === 'name' ? (callee.name.split('.').at(-1) ?? '') : '';
    const { calls, methods } = linked.knowledge.measuring;
    const referents = referentsOf(linked, callee);
    if (referents.some(r => r.kind === 'external' && calls.some(pattern => pattern.test(r.name))))
        return true;
    const open = referents.every(r => r.kind === 'unit' || (r.kind === 'external' && r.name.includes('()')));
    return open && methods.has(last);
}
// Recorded beside the model, or given back with it.
function handedOn(search, call) {
    if (!search.kinds.includes('verification'))
        return null;
    return unusedDigest(search, call, 'the digest is computed and handed on, and never compared here');
}
function unusedDigest({ engine: { linked }, subjects }, call, says) {
    const digest = digestOf(linked, { kind: 'result', call });
    if (!digest || !subjects.includes(artifacts_keyOf(linked, artifactOf(linked, digest.of), 0)))
        return null;
    return verdict('verification', call.span, says);
}
function unusedComparison(search, { unit }, value, deciding) {
    if (deciding.has(value) || value.kind !== 'operation')
        return null;
    const flow = flowOf(search.engine, unit);
    for (const outcome of [true, false]) {
        const evidence = relevant(search, establishedBy(search.engine, flow, value, outcome));
        if (evidence)
            return verdict(evidence.kind, value.span, `${evidence.says}, and no test asks for the outcome`);
    }
    return null;
}

;// CONCATENATED MODULE: ./src/analysis/guards/voids/index.ts








// What looks most like a guard comes first.
const voids_readers = [failedTests, loosenedFlags, unusedChecks, bystanders, lookalikes];
/** Checks around a sink that look like guards of these kinds and are none, each with the reason; the nearest first. */
function findVoids(engine, sink, kinds, seen) {
    const search = search_openSearch(engine, sink, kinds);
    const places = places_placesOf(engine, sink);
    let found = [];
    for (const reader of voids_readers)
        for (const place of places)
            if (found.length < search_most)
                found = voids_unique([...found, ...reader(search, place)], seen);
    return voids_unique([...found, ...toleratedChecks(search)], seen).slice(0, search_most);
}
// The first reason for a place stands, and what holds to some degree is not void.
function voids_unique(found, seen) {
    const taken = [...seen];
    return found.filter(one => {
        if (taken.some(other => overlap(one.span, other.span)))
            return false;
        taken.push(one);
        return true;
    });
}
function overlap(a, b) {
    return a.file.path === b.file.path && a.start < b.end && b.start < a.end;
}

;// CONCATENATED MODULE: ./src/analysis/origins/trail.ts
const unknownWay = [null];
// The first counts where several ways meet. What cannot be told stands between the two lists.
const fromOutside = ['upload', 'network', 'service', 'hub'];
const fromOthers = [
    'command-line',
    'environment',
    'bucket',
    'registry',
    'volume',
    'unbound',
    'elsewhere',
];
const fromHere = ['pinned', 'tracked', 'self-at-times', 'self'];
const byGravity = [...fromOutside, ...fromOthers, ...fromHere];
/** The way that decides: the worst that is known, unless one that is not known may be worse. */
function trail_worst(ways) {
    const known = ways.filter(way => way !== null);
    const [first] = [...known].sort((a, b) => byGravity.indexOf(a.from) - byGravity.indexOf(b.from));
    if (!first || known.length === ways.length)
        return first ?? null;
    return isForeign(first) && first.from !== 'unbound' ? first : null;
}
/** Whether somebody outside of the repository has a hand in it. */
function isForeign(way) {
    return way !== null && !fromHere.includes(way.from);
}
/** Whether strangers choose it while the program runs. */
function isChosenByStrangers(way) {
    return way !== null && (way.from === 'upload' || way.from === 'service');
}
/** The level of a load by where its artifact comes from; `null` where it is no hazard. */
function levelFrom({ from }, usual, floor) {
    if (fromOutside.includes(from))
        return 'error';
    if (fromOthers.includes(from))
        return usual;
    if (floor)
        return floor;
    return from === 'self' ? null : 'note';
}
/** The way with one more step at its end. */
function andThen(way, span, says) {
    return way && { ...way, steps: [...way.steps, { span, says }] };
}

;// CONCATENATED MODULE: ./src/analysis/levels.ts

/** The level of a finding; `null` where there is nothing to report. */
function levelOf(rule, site, about) {
    const level = levelByOrigin(rule, site, about.origin);
    if (level === null)
        return null;
    if (about.test || site.outcome.possible || about.declared)
        return 'note';
    return about.inert ? oneLower[level] : level;
}
const oneLower = { error: 'warning', warning: 'note', note: 'note' };
function levelByOrigin(rule, { sink, outcome }, origin) {
    const usual = outcome.level ?? rule.level;
    if (!origin)
        return usual;
    // A call that downloads by itself has said already what that weighs.
    const own = sink.names === 'model' && (origin.from === 'network' || origin.from === 'hub');
    return own && outcome.level !== null ? usual : levelFrom(origin, usual, outcome.floor ?? rule.floor);
}
// The bands of GitHub: low to 3.9, medium to 6.9, high to 8.9.
const lowest = { error: 7, warning: 4, note: 0.1 };
const highest = { error: 8.9, warning: 6.9, note: 3.9 };
const levels_rank = { note: 1, warning: 2, error: 3 };
/** The severity at a level: that of the rule where the level is its usual one, else one in the band of the level. */
function severityAt(level, rule) {
    if (level === 'note')
        return Math.min(rule.severity, highest.note);
    if (level === rule.level)
        return rule.severity;
    const step = levels_rank[level] > levels_rank[rule.level] ? 1.5 : 0;
    const kept = Math.min(Math.max(rule.severity + step, lowest[level]), Math.max(highest[level], step > 0 ? rule.severity : 0));
    return Math.round(kept * 10) / 10;
}

;// CONCATENATED MODULE: ./src/analysis/paths.ts



const mostHops = 400;
/**
 * The calls through which control comes to a unit without having passed a guard of these kinds, from the outermost on: the
 * shortest such way. Empty where nobody calls the unit.
 */
function pathTo(engine, unit, kinds) {
    const hops = openCallers(engine, unit, kinds).map((site) => ({ site, towards: null }));
    const seen = new Set([unit]);
    for (const hop of hops) {
        if (seen.has(hop.site.unit))
            continue;
        seen.add(hop.site.unit);
        const callers = openCallers(engine, hop.site.unit, kinds);
        if (callers.length === 0 || hops.length > mostHops)
            return stepsFrom(hop, unit);
        for (const site of callers)
            hops.push({ site, towards: hop });
    }
    return [];
}
// Callers that a guard protects are not the ones to blame.
function openCallers(engine, unit, kinds) {
    return callersOf(engine.linked, unit).filter(site => paths_isOpen(mapIn(engine, stateAtSite(engine, site), unit, site.call), unit, kinds));
}
function paths_isOpen(state, unit, kinds) {
    if (state === null)
        return false;
    const evidence = [...state.values()].filter(e => kinds.includes(e.kind) && (e.subject === '' || e.subject.startsWith(`${unit.name}@`)));
    return weigh(evidence) !== 'guarded';
}
function stepsFrom(outermost, sinkUnit) {
    const steps = [];
    let runner = null;
    for (let hop = outermost; hop; hop = hop.towards) {
        const { site } = hop;
        const called = hop.towards?.site.unit ?? sinkUnit;
        if (site.unit.kind === 'pipeline')
            steps.push(...triggerSteps(site));
        // The script of a step is the job's own, and has no name of its own.
        if (site.unit.kind === 'job' && called.file.container)
            runner = site.unit;
        else
            steps.push({
                span: site.call.span,
                says: hopSays(site.unit.file.container ? runner : null, site.unit, called),
            });
    }
    return steps;
}
function hopSays(runner, from, called) {
    if (called.kind === 'job' && from.kind === 'pipeline')
        return `it runs the job ${paths_nameOf(called)}`;
    const verb = runner || called.kind === 'job' || called.kind === 'module' || from.kind === 'job' ? 'runs' : 'calls';
    return `${paths_nameOf(runner ?? from)} ${verb} ${paths_nameOf(called)}`;
}
// What starts a pipeline by itself says more than that somebody may start it by hand.
function triggerSteps(site) {
    const triggers = triggersOf(site);
    const chosen = triggers.find(({ event }) => event !== 'manual' && event !== 'call') ?? triggers[0];
    return chosen ? [{ span: chosen.span, says: `${paths_nameOf(site.unit)} starts ${chosen.says}` }] : [];
}
/** What starts a pipeline so that it comes to this call of a job. */
function triggersOf({ unit, block }) {
    // The condition of a job stands between what starts the pipeline and the job.
    const asks = unit.blocks.findIndex(({ next }) => next.some(e => e.to === block && e.when === 'true'));
    return unit.blocks.flatMap(({ facts, next }) => {
        const [first] = facts;
        const leads = next.some(edge => edge.to === block || edge.to === asks);
        if (!leads || first?.kind !== 'call' || first.callee.kind !== 'name')
            return [];
        if (first.callee.name !== 'pipeline.trigger')
            return [];
        const text = (name) => {
            const value = first.arguments.find(argument => argument.name === name)?.value;
            return value?.kind === 'constant' ? String(value.value) : '';
        };
        return [{ event: text('event'), says: text('says'), span: first.span }];
    });
}
/** A unit as a person would call it, in backticks. */
function paths_nameOf(unit) {
    const { path } = unit.file.container?.file ?? unit.file;
    return `\`${(unit.kind === 'module' ? path : unit.label).replaceAll('`', "'")}\``;
}

;// CONCATENATED MODULE: ./src/analysis/map.ts





const map_mostUnits = 2_000;
/** The map of these promotions: everybody who leads to them, the jobs that those need, and the gates that were seen. */
function mapPromotions(engine, promotions) {
    const sketch = { engine, nodes: new Map(), edges: new Map(), visited: new Set() };
    for (const promotion of promotions)
        addPromotion(sketch, promotion);
    return finish(sketch);
}
function addPromotion(sketch, { site, status, guards }) {
    const span = onDisk(site.at);
    const key = `promotion ${place(span)}`;
    addNode(sketch, key, { kind: 'promotion', label: displayName(site.name), span, strength: null, status });
    for (const guard of guards) {
        const at = onDisk(guard.span);
        const gate = `gate ${place(at)} ${guard.strength}`;
        addNode(sketch, gate, {
            kind: 'gate',
            label: guard.kind,
            span: at,
            strength: guard.strength,
            status: null,
        });
        addEdge(sketch, gate, key, 'guards', guard.strength === 'void' ? guard.says : null);
    }
    addEdge(sketch, addUnit(sketch, site.site.unit), key, 'calls', null);
}
// A script that stands in a job is the job.
function addUnit(sketch, unit) {
    const { engine, visited } = sketch;
    const callers = callersOf(engine.linked, unit);
    const [first] = callers;
    if (unit.kind === 'module' && unit.file.container && first?.unit.kind === 'job')
        return addUnit(sketch, first.unit);
    const key = `unit ${unit.name}`;
    if (visited.has(unit) || visited.size > map_mostUnits)
        return key;
    visited.add(unit);
    const label = unit.kind === 'module' ? unit.file.path : unit.label;
    addNode(sketch, key, { kind: map_kindOf(unit), label, span: onDisk(unit.span), strength: null, status: null });
    for (const site of callers)
        addCaller(sketch, site, unit, key);
    if (unit.kind === 'job')
        addNeeds(sketch, unit, key);
    return key;
}
function addCaller(sketch, site, unit, key) {
    const from = addUnit(sketch, site.unit);
    if (from === key)
        return;
    const runs = unit.kind === 'job' || unit.kind === 'module' || unit.kind === 'pipeline';
    addEdge(sketch, from, key, runs ? 'runs' : 'calls', null);
    if (site.unit.kind !== 'pipeline')
        return;
    for (const { says, span } of triggersOf(site)) {
        const trigger = `trigger ${place(span)} ${says}`;
        addNode(sketch, trigger, {
            kind: 'trigger',
            label: says,
            span: onDisk(span),
            strength: null,
            status: null,
        });
        addEdge(sketch, trigger, from, 'starts', null);
    }
}
function addNeeds(sketch, job, key) {
    for (const { facts } of job.blocks)
        for (const fact of facts) {
            if (fact.kind !== 'after')
                continue;
            const needed = sketch.engine.linked.program.units.get(fact.unit);
            if (needed)
                addEdge(sketch, addUnit(sketch, needed), key, 'needs', fact.regardless);
        }
}
function map_kindOf(unit) {
    if (unit.kind === 'pipeline' || unit.kind === 'job')
        return unit.kind;
    return unit.kind === 'module' ? 'script' : 'function';
}
function addNode(sketch, key, node) {
    const known = sketch.nodes.get(key);
    // A copy of a `finally` body may be open where another is guarded.
    if (!known || map_rank(node) > map_rank(known))
        sketch.nodes.set(key, node);
}
function map_rank({ status }) {
    return status === 'open' ? 2 : status === 'declared' ? 1 : 0;
}
function addEdge(sketch, from, to, kind, regardless) {
    sketch.edges.set(`${from} ${to} ${kind}`, { from, to, kind, regardless });
}
function place({ file, start }) {
    return `${file.path}:${start}`;
}
function finish({ nodes, edges }) {
    const sorted = [...nodes].sort(([keyA, a], [keyB, b]) => (0,base_order/* byCodeUnits */.C)(a.span.file.path, b.span.file.path) ||
        a.span.start - b.span.start ||
        (0,base_order/* byCodeUnits */.C)(keyA, keyB));
    const ids = new Map(sorted.map(([key], i) => [key, `n${i + 1}`]));
    const drawn = [...edges.values()].flatMap(({ from, to, kind, regardless }) => {
        const [start, end] = [ids.get(from), ids.get(to)];
        return start && end ? [{ from: start, to: end, kind, regardless }] : [];
    });
    const order = (id) => Number(id.slice(1));
    return {
        nodes: sorted.map(([key, node]) => ({ id: ids.get(key) ?? '', ...node })),
        edges: drawn.sort((a, b) => order(a.from) - order(b.from) || order(a.to) - order(b.to)),
    };
}

;// CONCATENATED MODULE: ./src/analysis/origins/spelling.ts




const spelling_most = 12;
const spelling_open = [{ text: hole, anchored: false }];
const joins = /^(os\.path\.join|posixpath\.join|pathlib\.(Pure)?(Posix|Windows)?Path)$/;
/** A new one. */
function openSpellbook() {
    return { left: 400, known: new Map() };
}
/** The paths that a value may spell, seen from a file. */
function spelling_spellingsOf(linked, value, file, book) {
    const known = book.known.get(value);
    if (known)
        return known;
    book.left -= 1;
    if (book.left < 0)
        return spelling_open;
    // What leads back to itself adds nothing that is known.
    book.known.set(value, spelling_open);
    const found = spell(linked, value, file, book);
    book.known.set(value, found);
    return found;
}
function spell(linked, value, file, book) {
    const inner = (v, from = file) => spelling_spellingsOf(linked, v, from, book);
    const root = artifactOf(linked, value);
    switch (root.kind) {
        case 'name':
            return root.name === '__file__' && root.from === null
                ? [{ text: file.path, anchored: true }]
                : boundTo(linked, root, inner);
        case 'text':
            return root.parts.map(part => inner(part)).reduce(appended, [{ text: '', anchored: false }]);
        case 'operation':
            return operation(root.operator, root.operands, inner);
        case 'mix':
            return few(root.of.flatMap(way => (way.kind === 'mix' ? spelling_literals(linked, way) : inner(way))));
        case 'variable': {
            const unit = linked.program.units.get(root.unit);
            return few((unit?.bound.get(root.name) ?? []).flatMap(bound => inner(bound, unit?.file)));
        }
        case 'field':
            return root.name === 'parent' ? inner(root.of).map(spelling_folderOf) : fieldSpellings(linked, root, inner);
        case 'item':
            return isParents(root) ? inner(root.of.of).map(up(root.key.value + 1)) : spelling_literals(linked, root);
        case 'parameter':
            return few(ofParameter(linked, root.unit, root.index).flatMap(({ value: given, file: from }) => inner(given, from)));
        case 'result':
            return spelling_ofCall(linked, root.call, inner);
        default:
            return spelling_literals(linked, root);
    }
}
function spelling_literals(linked, value) {
    const { values, complete } = possibleLiterals(linked, value);
    const texts = values.flatMap(v => (typeof v === 'string' ? [{ text: v, anchored: false }] : []));
    return few(complete && values.length > 0 ? texts : [...texts, ...spelling_open]);
}
function few(spellings) {
    if (spellings.length === 0)
        return spelling_open;
    return spellings.length > spelling_most ? [...spellings.slice(0, spelling_most), ...spelling_open] : spellings;
}
function appended(before, after) {
    return few(before.flatMap(b => after.map(a => ({ text: b.text + a.text, anchored: b.anchored || (b.text === '' && a.anchored) }))));
}
/** One path behind another, as `os.path.join` does it. */
function spelling_joined(before, after) {
    return few(before.flatMap(b => after.map(a => a.anchored || isAbsolute(a.text) || (b.text === '' && !b.anchored)
        ? a
        : { ...b, text: `${b.text}/${a.text}` })));
}
/** Whether a path says by itself where it lies. */
function isAbsolute(text) {
    return /^(?:[/\\~]|[A-Za-z]:[/\\])/.test(text);
}
function operation(operator, operands, inner) {
    const [left, right] = operands;
    if (!left || !right)
        return spelling_open;
    if (operator === '/')
        return spelling_joined(inner(left), inner(right));
    if (operator === '+')
        return appended(inner(left), inner(right));
    if (operator === 'or')
        return few([...inner(left), ...inner(right)]);
    if (operator !== '%')
        return spelling_open;
    return inner(left).map(s => ({ ...s, text: s.text.replace(/%(\(\w+\))?[-\d.]*[sdifr]/g, hole) }));
}
function isParents(value) {
    return (value.of.kind === 'field' &&
        value.of.name === 'parents' &&
        value.key.kind === 'constant' &&
        typeof value.key.value === 'number');
}
function spelling_folderOf(spelling) {
    const folder = external_node_path_.posix.dirname(spelling.text);
    return { ...spelling, text: spelling.text.includes(hole) && folder === '.' ? hole : folder };
}
function up(levels) {
    return spelling => {
        let at = spelling;
        for (let level = 0; level < Math.min(levels, 40); level += 1)
            at = spelling_folderOf(at);
        return at;
    };
}
/** Whether a call puts a path together. */
function spellsPath(linked, call) {
    const { callee } = call;
    if (callee.kind === 'field' && /^(joinpath|with_name|with_suffix|format)$/.test(callee.name))
        return true;
    return referentsOf(linked, callee).some(r => r.kind === 'external' && (joins.test(r.name) || others.test(r.name)));
}
const others = /^(os\.path\.(dirname|basename)|os\.getcwd|pathlib\.Path\.cwd)$/;
function spelling_ofCall(linked, call, inner) {
    const names = referentsOf(linked, call.callee).flatMap(r => (r.kind === 'external' ? [r.name] : []));
    const parts = call.arguments.map(argument => argument.value);
    const [first] = parts;
    if (first && names.some(name => joins.test(name)))
        return parts.map(part => inner(part)).reduce(spelling_joined);
    if (first && names.includes('os.path.dirname'))
        return inner(first).map(spelling_folderOf);
    if (names.some(name => /^(os\.getcwd|pathlib\.Path\.cwd)$/.test(name)))
        return [{ text: '', anchored: false }];
    if (call.callee.kind === 'field') {
        const { of, name } = call.callee;
        if (name === 'joinpath')
            return [of, ...parts].map(part => inner(part)).reduce(spelling_joined);
        if (name === 'with_name' && first)
            return spelling_joined(inner(of).map(spelling_folderOf), inner(first));
        if (name === 'with_suffix' && first)
            return appended(inner(of).map(s => ({ ...s, text: s.text.replace(/\.[^./]*$/, '') })), inner(first));
    }
    return spelling_literals(linked, { kind: 'result', call });
}
function boundTo(linked, name, inner) {
    const dot = name.name.lastIndexOf('.');
    if (name.from === null || dot < 0)
        return spelling_open;
    const of = { ...name, name: name.name.slice(0, dot) };
    return few(membersOf(linked, of, name.name.slice(dot + 1)).flatMap(({ value, file }) => inner(value, file)));
}
function fieldSpellings(linked, field, inner) {
    const members = membersOf(linked, field.of, field.name);
    return members.length === 0
        ? spelling_literals(linked, field)
        : few(members.flatMap(({ value, file }) => inner(value, file)));
}
/** What a name of a module, or a field of an object of the repository, may hold. */
function membersOf(linked, of, name) {
    const { units, classes } = linked.program;
    return referentsOf(linked, of).flatMap((referent) => {
        if (referent.kind === 'module') {
            const unit = units.get(referent.path);
            return unit ? (unit.bound.get(name) ?? []).map(value => ({ value, file: unit.file })) : [];
        }
        const shape = referent.kind === 'object' || referent.kind === 'class' ? classes.get(referent.name) : undefined;
        if (!shape)
            return [];
        const made = (linked.makers.get(shape.name) ?? []).flatMap(site => site.call.arguments
            .filter(argument => argument.name === name)
            .map(({ value }) => ({ value, file: site.unit.file })));
        const stored = fieldValues(linked, shape.name, name).map(value => ({ value, file: shape.file }));
        const said = [...withBases(linked, shape.name)].flatMap(owner => (units.get(owner)?.bound.get(name) ?? [])
            .filter(value => value.kind !== 'function')
            .map(value => ({ value, file: units.get(owner)?.file ?? shape.file })));
        return [...stored, ...made, ...said];
    });
}
function ofParameter(linked, unitName, index) {
    const unit = linked.program.units.get(unitName);
    const shape = unit?.parameters[index];
    if (!unit || !shape)
        return [];
    const given = callersOf(linked, unit).map(site => ({
        value: argumentFor(unit, index, site.call) ?? shape.default ?? { kind: 'unknown' },
        file: site.unit.file,
    }));
    return given.slice(0, spelling_most + 1);
}
/** A path without detours; `null` where it leads out of the repository. */
function normalised({ text, anchored }) {
    const path = external_node_path_.posix.normalize(text).replace(/\/$/, '');
    if (path === '..' || path.startsWith('../'))
        return anchored ? null : path;
    return path === '.' ? '' : path;
}

;// CONCATENATED MODULE: ./src/analysis/origins/places.ts





/** Where the file lies that a written path or address names, and who chooses the parts of it that are not written. */
function origins_places_placesOf(scene, value) {
    if (value.kind === 'constant' && value.value === null)
        return [];
    const spellings = spelling_spellingsOf(scene.sources.linked, value, scene.file, scene.search.book);
    const [base, ...rest] = places_partsOf(scene, value);
    const chosen = rest.flatMap(part => chosenWays(scene, part));
    const open = spellings.filter(spelling => spelling.text.startsWith(hole));
    const written = spellings.filter(spelling => !spelling.text.startsWith(hole));
    const dynamic = open.length === 0 ? [] : base ? trace_waysOf(scene, base) : unknownWay;
    return [...written.map(spelling => origins_places_placeOf(scene, spelling)), ...dynamic, ...chosen];
}
// The parts of a path that is put together, the first of which says where it begins.
function places_partsOf({ sources: { linked } }, value) {
    if (value.kind === 'text')
        return value.parts;
    if (value.kind === 'operation')
        return value.operator === '%' ? filledIn(value.operands[1]) : value.operands;
    if (value.kind !== 'result')
        return [];
    const { callee, arguments: args } = value.call;
    const parts = args.map(argument => argument.value);
    const joined = referentsOf(linked, callee).some(r => r.kind === 'external' && /^(os\.path\.(join|dirname|basename)|pathlib\.\w*Path)$/.test(r.name));
    if (joined)
        return parts;
    if (callee.kind !== 'field')
        return [];
    if (callee.name === 'format')
        return parts;
    return /^(joinpath|with_name|with_suffix)$/.test(callee.name) ? [callee.of, ...parts] : [];
}
function filledIn(value) {
    return value?.kind === 'collection' ? value.items : value ? [value] : [];
}
function origins_places_placeOf(scene, spelling) {
    const { linked } = scene.sources;
    const address = linked.knowledge.addresses.find(({ start }) => !spelling.anchored && spelling.text.startsWith(start));
    if (address)
        return trail(scene, address.entry.from ?? 'elsewhere', address.entry.says ?? '');
    if (!spelling.anchored && isAbsolute(spelling.text))
        return trail(scene, 'volume', `lies outside of this repository, at \`${places_visible(spelling.text)}\``);
    const path = normalised(spelling);
    if (path === null)
        return trail(scene, 'volume', 'lies outside of this repository');
    const tracked = trackedPath(linked.program, path, spelling.anchored ? null : scene.file.path);
    if (tracked === 'folder')
        return null;
    if (tracked)
        return trail(scene, 'tracked', `is \`${places_visible(tracked.file)}\`, a file of this repository`);
    if (scene.search.names === 'model' || path === '')
        return null;
    if (path.includes(hole) || /[*?[]/.test(path))
        return trail(scene, 'elsewhere', 'is a file whose name is only known when the program runs');
    return trail(scene, 'elsewhere', `is \`${places_visible(path)}\`, which this repository does not contain`);
}
function trail({ seen }, from, says) {
    return { from, says, steps: [{ span: seen, says: `The artifact ${says}` }], written: true };
}
// A relative path begins where the program was started: most often beside the file, or in a folder above it.
function trackedPath(program, path, near) {
    const starts = near === null ? [''] : foldersAbove(near);
    const places = starts.map(start => normalised({ text: start === '' ? path : `${start}/${path}`, anchored: true }));
    const file = places.find(place => place !== null && program.paths.has(place));
    if (file)
        return { file };
    const folders = foldersIn(program);
    return places.some(place => place !== null && folders.has(place)) ? 'folder' : null;
}
function foldersAbove(path) {
    const parts = path.split('/').slice(0, -1);
    return [...parts.map((_, at) => parts.slice(0, parts.length - at).join('/')), ''];
}
const places_foldersOf = new WeakMap();
function foldersIn(program) {
    const known = places_foldersOf.get(program);
    if (known)
        return known;
    const found = new Set();
    for (const path of program.paths)
        for (let end = path.lastIndexOf('/'); end > 0 && !found.has(path.slice(0, end)); end = path.lastIndexOf('/', end - 1))
            found.add(path.slice(0, end));
    places_foldersOf.set(program, found);
    return found;
}
/** A text of the repository as a message shows it: a hole as people write one, and no mark-up. */
function places_visible(text) {
    return text.replaceAll(hole, '…').replaceAll('`', "'").slice(0, 80);
}

;// CONCATENATED MODULE: ./src/analysis/origins/writes.ts




/** The calls of a unit that write a file, in the order of the text. */
function writesIn(sources, unit) {
    const known = sources.writes.get(unit.name);
    if (known)
        return known;
    const found = unit.blocks.flatMap((block, index) => block.facts.flatMap((fact, at) => fact.kind === 'call' ? writesOf(sources, fact, { unit, block: index, fact: at }) : []));
    const sorted = [...found].sort((a, b) => a.call.span.start - b.call.span.start);
    sources.writes.set(unit.name, sorted);
    return sorted;
}
function writesOf({ linked }, call, at) {
    if (!mayCall(linked, call, linked.knowledge.writers))
        return [];
    return effectsOf(linked, call).flatMap(entry => pathsWritten(linked, call, entry).map(path => ({
        entry,
        call,
        unit: at.unit,
        at,
        path,
        names: fileNames(linked, path, at.unit, openSpellbook()),
    })));
}
/** The names of the file that a value stands for: by the text of its path, or else by how the path is put together. */
function fileNames(linked, value, unit, book) {
    const root = writes_fileOf(linked, value);
    const [only, ...others] = isSpelled(linked, root) ? spelling_spellingsOf(linked, root, unit.file, book) : [];
    const path = only && others.length === 0 && !only.text.includes(hole) ? normalised(only) : null;
    if (only && path !== null) {
        const start = only.anchored ? 'here:' : 'path:';
        return { own: start + path, folders: writes_foldersOf(path).map(folder => start + folder), global: true };
    }
    const [own, ...folders] = artifactKeys(linked, root).map(key => ofObject(key, unit));
    const shared = own !== undefined && unit.owner !== null && own.startsWith(`${unit.owner}.`);
    return { own: own && isName(own) ? own : null, folders: folders.filter(isName), global: shared };
}
// What else may stand for a path is followed to where it is spelled, and looked at there.
function isSpelled(linked, value) {
    if (value.kind === 'result')
        return spellsPath(linked, value.call);
    return ['constant', 'text', 'operation', 'variable', 'name', 'field'].includes(value.kind);
}
// The name of an open or temporary file is as good as the file.
function writes_fileOf(linked, value) {
    const root = artifactOf(linked, value);
    return root.kind === 'field' && root.name === 'name' ? artifactOf(linked, root.of) : root;
}
function writes_foldersOf(path) {
    const parts = path.split('/');
    return parts.map((_, at) => parts.slice(0, at).join('/'));
}
// What the methods of one class call `self` is the same object to all of them.
function ofObject(key, unit) {
    return unit.owner === null ? key : key.replaceAll(`${unit.name}@0`, unit.owner);
}
// Two things of which nothing is known are not the same thing.
function isName(key) {
    return !/\b(?:unknown|collection|dictionary)\?|\?\d/.test(key);
}
/** Whether a write is to the file of these names, or brought the folder in which it lies. */
function isOf(write, names, written = write.names) {
    if (written.own === null)
        return false;
    if (written.own === names.own)
        return true;
    return write.entry.from !== 'self' && names.folders.includes(written.own);
}
/** Whether control can come from one place of a unit to another. */
function writes_reaches(from, to) {
    if (from.block === to.block && from.fact < to.fact)
        return true;
    return reachable(from.unit.blocks, successors(from.unit.blocks, from.block), -1).has(to.block);
}
/** Whether control comes to `to` on no way around `by`. */
function isPassed(by, to) {
    if (by.block === to.block)
        return by.fact < to.fact;
    return by.block === 0 || !reachable(by.unit.blocks, [0], by.block).has(to.block);
}
/** Whether a unit comes to no ordinary end without passing a place in it. */
function isAlwaysPassed({ unit, block }) {
    if (block === 0)
        return true;
    const around = reachable(unit.blocks, [0], block);
    return ![...around].some(index => isEnd(unit.blocks[index]));
}
function isEnd(block) {
    return block !== undefined && block.next.length === 0 && block.facts.at(-1)?.kind !== 'raise';
}
function reachable(blocks, start, without) {
    const seen = new Set(start.filter(index => index !== without));
    for (const index of seen)
        for (const next of successors(blocks, index))
            if (next !== without)
                seen.add(next);
    return seen;
}
function successors(blocks, index) {
    return blocks[index]?.next.map(edge => edge.to) ?? [];
}

;// CONCATENATED MODULE: ./src/analysis/origins/written.ts





const written_nothing = { ways: [], settled: false };
const written_mostCallers = 8;
const written_mostCalls = 60;
const mostWrites = 20;
/** Finds what was written before to the file that a value stands for: here, in what was called, by callers, in this file. */
function writtenTo(scene, value) {
    if (!scene.point || !mayBeFile(value) || !mayFollowWrites(scene.sources, scene.point.unit))
        return written_nothing;
    const names = fileNames(scene.sources.linked, value, scene.point.unit, scene.search.book);
    if (names.own === null)
        return written_nothing;
    const here = writtenBefore(scene, scene.point, names);
    if (here.settled || here.ways.length > 0 || !names.global)
        return here;
    const there = byCallers(scene, scene.point.unit, names);
    return there.ways.length > 0 ? there : elsewhere(scene, scene.point.unit, names);
}
function mayBeFile(value) {
    return !['unknown', 'dictionary', 'function', 'class', 'instance', 'collection'].includes(value.kind);
}
function writtenBefore(scene, point, names) {
    const all = writesIn(scene.sources, point.unit).filter(write => isOf(write, names));
    const near = written_nearest(all, written_startAt(point));
    const own = near
        .filter(write => writes_reaches(write.at, point))
        .map(write => ({ write, at: write.at, always: isPassed(write.at, point), scene: sceneAt(scene, write) }));
    const written = lastWritten([...own, ...byCallees(scene, point, names)]);
    const whole = near.length === all.length || own.some(one => one.always);
    return whole ? written : { ways: [...written.ways, null], settled: false };
}
// A file that is written at many places of one function: those around the load tell enough.
function written_nearest(writes, start) {
    const next = writes.findIndex(write => write.call.span.start > start);
    const middle = next < 0 ? writes.length : next;
    return writes.slice(Math.max(0, middle - mostWrites), middle + mostWrites);
}
function sceneAt(scene, write) {
    return { ...scene, point: write.at, file: write.unit.file, seen: write.call.span };
}
// What a function writes that was called before.
function byCallees(scene, point, names) {
    return callsBefore(scene, point).flatMap(({ call, at }) => calledUnits(scene, call).flatMap(unit => [
        ...byCallee({ ...scene, point: at }, unit, call, names, point),
        ...(names.global ? deeper(scene, unit, names, { at, point }) : []),
    ]));
}
function byCallee(scene, unit, call, names, point) {
    const at = scene.point ?? point;
    const entered = new Map(scene.entered).set(unit.name, { call, scene });
    return writesIn(scene.sources, unit)
        .filter(write => isOf(write, names, namesOutside(scene, write, call, point.unit)))
        .map(write => ({
        write,
        at,
        always: isAlwaysPassed(write.at) && isPassed(at, point),
        scene: { ...sceneAt(scene, write), entered },
    }));
}
// What that function calls in turn.
function deeper(scene, unit, names, { at, point }) {
    return written_callsIn(scene, unit).flatMap(inner => calledUnits(scene, inner.call).flatMap(called => writesIn(scene.sources, called)
        .filter(write => isOf(write, names))
        .map(write => ({
        write,
        at,
        always: isAlwaysPassed(write.at) && isAlwaysPassed(inner.at) && isPassed(at, point),
        scene: { ...sceneAt(scene, write), entered: new Map() },
    }))));
}
function callsBefore(scene, point) {
    return written_callsIn(scene, point.unit)
        .filter(({ at }) => writes_reaches(at, point))
        .slice(-written_mostCalls);
}
// The calls of functions that may write something, going by their names.
function written_callsIn({ sources }, unit) {
    return unit.blocks.flatMap((block, index) => block.facts.flatMap((fact, at) => fact.kind === 'call' && mayLeadToWrites(sources, fact)
        ? [{ call: fact, at: { unit, block: index, fact: at } }]
        : []));
}
function calledUnits({ sources: { linked } }, call) {
    return referentsOf(linked, call.callee).flatMap(referent => referent.kind === 'unit' ? [referent.unit] : []);
}
// A function that writes to what it is given writes to the argument.
function namesOutside({ sources, search }, write, call, unit) {
    const { path } = write;
    if (path.kind !== 'parameter' || path.unit !== write.unit.name)
        return write.names;
    const given = argumentFor(write.unit, path.index, call);
    return given ? fileNames(sources.linked, given, unit, search.book) : write.names;
}
// What was written before the last write on every way is no longer there.
function lastWritten(seen) {
    const sorted = [...seen].sort((a, b) => written_startOf(a) - written_startOf(b));
    const from = sorted.findLastIndex(one => one.always);
    const kept = sorted.slice(Math.max(0, from));
    const ways = kept.flatMap(one => waysOfWrite(one.scene, one.write));
    const settled = from >= 0 || (kept.length > 0 && ways.every(way => way?.from === 'self'));
    return { ways: from >= 0 ? ways : ways.map(atTimes), settled };
}
function written_startOf({ at }) {
    return written_startAt(at);
}
function written_startAt({ unit, block, fact }) {
    return unit.blocks[block]?.facts[fact]?.span.start ?? 0;
}
function atTimes(way) {
    if (way?.from !== 'self')
        return way;
    return { ...way, from: 'self-at-times', says: `${way.says}, though not on every way to the load` };
}
function waysOfWrite(scene, { entry, call }) {
    if (entry.through === undefined)
        return [originOf(scene, { entry, call, span: call.span })];
    const ways = sources_takenFrom(scene.sources.linked, call, entry, entry.through).flatMap(value => trace_waysOf({ ...scene, seen: sources_spanOf(call, value) }, value));
    if (ways.length === 0)
        return unknownWay;
    return ways.map(way => andThen(way, call.span, 'It is written to a file here'));
}
// A caller that wrote the file before it called; every one of them must have for it to be settled.
function byCallers(scene, unit, names) {
    const sites = callersOf(scene.sources.linked, unit);
    if (sites.length === 0 || sites.length > written_mostCallers || scene.entered.has(unit.name))
        return written_nothing;
    const parts = sites.map(site => {
        const point = pointOf(site.unit, site.block, site.call);
        const there = { ...scene, point, file: site.unit.file, entered: new Map() };
        return writtenBefore(there, point, names);
    });
    const settled = parts.every(part => part.settled);
    const ways = parts.flatMap(part => part.ways);
    return { ways: settled ? ways : ways.filter(isForeign), settled };
}
// Another function of the file writes it, at a time that is not known: that it may have come from outside is enough.
function elsewhere(scene, unit, names) {
    const others = (scene.sources.byFile.get(unit.file.path) ?? []).filter(other => other !== unit);
    const writes = others.flatMap(other => writesIn(scene.sources, other)).filter(write => isOf(write, names));
    const ways = writes.flatMap(write => waysOfWrite({ ...sceneAt(scene, write), entered: new Map() }, write));
    return { ways: ways.filter(isForeign), settled: false };
}

;// CONCATENATED MODULE: ./src/analysis/origins/trace.ts








const trace_mostSteps = 400;
const origins_trace_deepest = 40;
const trace_mostCallers = 24;
/** Every way from where a value comes from to here; none where the value only leads back to itself. */
function trace_waysOf(scene, value) {
    const { search } = scene;
    if (search.open.has(value))
        return [];
    search.steps += 1;
    if (search.steps > trace_mostSteps || search.open.size > origins_trace_deepest)
        return unknownWay;
    search.open.add(value);
    const ways = follow(scene, value);
    search.open.delete(value);
    return ways;
}
function follow(scene, value) {
    const written = writtenTo(scene, value);
    if (written.settled)
        return written.ways;
    return [...written.ways, ...before(scene, value)];
}
function before(scene, value) {
    const { linked } = scene.sources;
    const known = sourcesAt(linked, value, scene.seen);
    if (known.length > 0)
        return known.flatMap(source => waysFrom(scene, source));
    const root = artifactOf(linked, value);
    return root === value ? byKind(scene, value) : trace_waysOf(scene, root);
}
function byKind(scene, value) {
    const inner = (v) => trace_waysOf(scene, v);
    switch (value.kind) {
        case 'constant':
        case 'text':
            return origins_places_placesOf(scene, value);
        case 'operation':
            return value.operator === 'or' || value.operator === 'and'
                ? value.operands.flatMap(inner)
                : origins_places_placesOf(scene, value);
        case 'mix':
            return value.of.flatMap(inner);
        case 'collection':
            return value.items.flatMap(inner);
        case 'variable':
            return outer(scene, value.unit, value.name);
        case 'name':
            return fromMembers(scene, value) ?? unknownWay;
        case 'field':
            return fromField(scene, value);
        case 'item': {
            const items = holders(scene.sources.linked, value.of).flatMap(holder => itemsOf(holder, value.key) ?? []);
            return items.length > 0 ? items.flatMap(inner) : onwards(scene, value.of, true);
        }
        case 'parameter':
            return fromParameter(scene, value);
        case 'result':
            return fromCall(scene, value.call);
        default:
            return unknownWay;
    }
}
/** The ways that begin at an entry of the catalogue, or pass through one. */
function waysFrom(scene, { entry, call, span }) {
    const { linked } = scene.sources;
    const taken = (name) => call
        ? sources_takenFrom(linked, call, entry, name).flatMap(v => trace_waysOf({ ...scene, seen: sources_spanOf(call, v) }, v))
        : [];
    if (entry.through !== undefined) {
        const ways = taken(entry.through);
        return ways.length > 0 ? ways : unknownWay;
    }
    return [originOf(scene, { entry, call, span }), ...(entry.otherwise ? taken(entry.otherwise) : [])];
}
/** The beginning of a way at an entry of the catalogue. */
function originOf({ sources, file }, { entry, span }) {
    const served = sources.services.has(span.file.path) || sources.services.has(file.path);
    const service = entry.from === 'command-line' && served;
    const says = `${entry.says ?? ''}${service ? ' of a service' : ''}`;
    return {
        from: service ? 'service' : (entry.from ?? 'elsewhere'),
        says,
        steps: [{ span, says: `The artifact ${says}` }],
        written: false,
    };
}
// A variable of an enclosing unit, or of another module.
function outer(scene, unitName, name) {
    const unit = scene.sources.linked.program.units.get(unitName);
    const bound = unit?.bound.get(name) ?? [];
    if (!unit || bound.length === 0)
        return unknownWay;
    return bound.flatMap(value => trace_waysOf({ ...scene, point: null, file: unit.file }, value));
}
function fromMembers(scene, name) {
    const dot = name.name.lastIndexOf('.');
    if (name.from === null || dot < 0)
        return null;
    return members(scene, { ...name, name: name.name.slice(0, dot) }, name.name.slice(dot + 1));
}
function fromField(scene, field) {
    return members(scene, field.of, field.name) ?? onwards(scene, field.of, true);
}
function members(scene, of, name) {
    const { linked, stores } = scene.sources;
    const found = membersOf(linked, of, name);
    if (found.length === 0)
        return null;
    return found.flatMap(({ value, file }) => {
        const stored = stores.get(value);
        const there = { ...scene, point: null, file, entered: new Map() };
        if (!stored || stored.store.name !== name)
            return trace_waysOf(there, value);
        const { span } = stored.store;
        const point = pointOf(stored.unit, stored.block, stored.store);
        return trace_waysOf({ ...there, point, seen: span }, value).map(way => andThen(way, span, `It is kept as \`${name}\``));
    });
}
/** The place of a fact in its unit. */
function pointOf(unit, block, fact) {
    return { unit, block, fact: unit.blocks[block]?.facts.indexOf(fact) ?? 0 };
}
const givenByCalls = new Set([
    'network',
    'hub',
    'upload',
    'command-line',
    'service',
    'environment',
    'registry',
    'bucket',
    'pinned',
    'self',
]);
// What is taken from a thing comes from where the thing comes from, unless the thing is only the name of a place.
function onwards(scene, of, read) {
    return trace_waysOf(scene, of).map(way => way && (givenByCalls.has(way.from) || (read && way.from === 'unbound')) ? way : null);
}
function fromCall(scene, call) {
    const { linked } = scene.sources;
    const units = referentsOf(linked, call.callee).flatMap(r => (r.kind === 'unit' ? [r.unit] : []));
    if (units.length > 0)
        return units.flatMap(unit => fromReturns(scene, unit, call));
    if (spellsPath(linked, call))
        return origins_places_placesOf(scene, { kind: 'result', call });
    return call.callee.kind === 'field' ? onwards(scene, call.callee.of, false) : unknownWay;
}
function fromReturns(scene, unit, call) {
    const entered = new Map(scene.entered).set(unit.name, { call, scene });
    const wanted = unit.generator ? 'yield' : 'return';
    const ways = unit.blocks.flatMap((block, index) => block.facts.flatMap(fact => {
        if (fact.kind !== wanted || !('value' in fact) || trace_isNone(fact.value))
            return [];
        const point = pointOf(unit, index, fact);
        const inside = { ...scene, point, file: unit.file, seen: fact.span, entered };
        return trace_waysOf(inside, fact.value).map(way => andThen(way, fact.span, `\`${unit.label}\` returns it`));
    }));
    return ways.length > 0 ? ways : unknownWay;
}
function trace_isNone(value) {
    return value.kind === 'constant' && value.value === null;
}
function fromParameter(scene, parameter) {
    const { linked } = scene.sources;
    const unit = linked.program.units.get(parameter.unit);
    const shape = unit?.parameters[parameter.index];
    if (!unit || !shape)
        return unknownWay;
    if (parameter.index === 0 && unit.owner !== null && !isStatic(unit))
        return unknownWay;
    const filled = filledFromOutside(scene, unit, parameter.index);
    if (filled.length > 0)
        return filled;
    const entered = scene.entered.get(unit.name);
    if (entered)
        return fromArgument(entered.scene, unit, parameter.index, entered.call);
    const callers = callersOf(linked, unit);
    if (callers.length === 0)
        return [unboundAt(unit, shape.name)];
    const ways = callers.slice(0, trace_mostCallers).flatMap(site => {
        const point = pointOf(site.unit, site.block, site.call);
        const there = { ...scene, point, file: site.unit.file, seen: site.call.span, entered: new Map() };
        return fromArgument(there, unit, parameter.index, site.call);
    });
    return callers.length > trace_mostCallers || scene.sources.handedOn.has(unit.name) ? [...ways, null] : ways;
}
function fromArgument(there, unit, index, call) {
    const shape = unit.parameters[index];
    const value = argumentFor(unit, index, call) ?? shape?.default;
    if (!value || !shape)
        return unknownWay;
    const seen = sources_spanOf(call, value);
    const says = `\`${unit.label}\` takes it as \`${shape.name}\``;
    return trace_waysOf({ ...there, seen }, value).map(way => andThen(way, seen, says));
}
// By the type of the parameter, by its default, by a decorator, or because a framework calls the function.
function filledFromOutside(scene, unit, index) {
    const { linked } = scene.sources;
    const shape = unit.parameters[index];
    if (!shape)
        return [];
    const head = headOf(unit);
    const typed = shape.type ? sourcesAt(linked, { kind: 'instance', of: shape.type }, head) : [];
    const byDefault = shape.default ? sourcesAt(linked, shape.default, head).filter(isFromUser) : [];
    const handled = handlersOf(scene.sources, unit).filter(({ entry }) => !isExcepted(linked, entry, shape.default));
    return [...typed, ...byDefault, ...handled].map(source => originOf(scene, { ...source, span: head }));
}
function isFromUser({ entry }) {
    return entry.from === 'upload' || entry.from === 'command-line';
}
function unboundAt(unit, name) {
    const says = `comes in through the parameter \`${name}\`, which nothing in this repository sets`;
    return {
        from: 'unbound',
        says,
        steps: [{ span: headOf(unit), says: `The artifact ${says}` }],
        written: false,
    };
}
/** The ways of a part of a path that strangers choose. */
function chosenWays(scene, value) {
    return trace_waysOf(scene, value).filter(isChosenByStrangers);
}

;// CONCATENATED MODULE: ./src/analysis/origins/provenance.ts





/** Follows the artifact of a load back to where it comes from; `null` where that cannot be told. */
function provenanceOf(sources, sink) {
    const { site, sink: entry } = sink;
    const point = pointOf(site.unit, site.block, site.call);
    const search = { open: new Set(), names: entry.names, book: openSpellbook(), steps: 0 };
    const ways = artifactsOf(sources, sink).flatMap((value) => {
        const scene = {
            sources,
            point,
            file: site.unit.file,
            seen: sources_spanOf(site.call, value),
            entered: new Map(),
            search,
        };
        return trace_waysOf(scene, value);
    });
    return trail_worst(ways);
}
function artifactsOf({ linked }, { sink, site, arguments: args }) {
    if (sink.artifact === 'receiver')
        return site.call.callee.kind === 'field' ? [site.call.callee.of] : [];
    const given = sink.artifact ? givenFor(linked, args, sink.parameters, sink.artifact) : null;
    return given?.kind === 'given' ? given.values : [];
}
/** The steps of a trail and the load at its end; none where all of it is written in the load's own arguments. */
function stepsTo(trail, sink, load) {
    const steps = trail.steps.filter(({ span }, at) => !provenance_isSame(span, trail.steps[at - 1]?.span));
    const [first, ...others] = steps;
    const own = sink.site.call.arguments.some(argument => first && provenance_isSame(argument.span, first.span));
    if (first === undefined || (trail.written && own && others.length === 0))
        return [];
    return [...steps, { span: sink.at, says: load }];
}
function provenance_isSame(a, b) {
    return b !== undefined && a.file === b.file && a.start === b.start && a.end === b.end;
}

;// CONCATENATED MODULE: ./src/analysis/assignments.ts


/**
 * Assignments that may be sinks, as the calls that Python makes of them: `os.environ[key] = value` is
 * `os.environ.__setitem__(key, value)`, and `module.name = value` is `module.__setattr__("name", value)`.
 */
function assignmentSites(linked) {
    const wanted = wantedKeys(linked);
    if (wanted.size === 0)
        return [];
    return linked.stores.flatMap(({ unit, block, store }) => {
        const key = assignments_keyOf(store);
        return key !== null && wanted.has(key) ? [{ unit, block, call: callOf(store, key) }] : [];
    });
}
function assignments_keyOf({ name }) {
    if (typeof name === 'string')
        return name;
    return name.kind === 'constant' && typeof name.value === 'string' ? name.value : null;
}
function callOf(store, key) {
    const method = typeof store.name === 'string' ? '__setattr__' : '__setitem__';
    const { of, value, span } = store;
    return {
        kind: 'call',
        callee: { kind: 'field', of, name: method },
        arguments: [
            { name: null, value: constant(key), span },
            { name: null, value, span },
        ],
        span,
        name: span,
    };
}
const assignments_known = new WeakMap();
/** The names and keys that sinks of this kind ask for. */
function wantedKeys(linked) {
    const ready = assignments_known.get(linked);
    if (ready)
        return ready;
    const { exact, patterns } = linked.knowledge.sinks;
    const sinks = new Set([...[...exact.values()].flat(), ...patterns.map(pattern => pattern.entry)]);
    const found = new Set([...sinks].filter(sink => sink.call.some(isAssignment)).flatMap(assignments_keysOf));
    assignments_known.set(linked, found);
    return found;
}
function assignments_keysOf(sink) {
    return Object.values(sink.if ?? {}).filter(matcher => typeof matcher === 'string');
}

;// CONCATENATED MODULE: ./src/analysis/commands/near.ts


const near_mostUnits = 60;
/** Whether one of these texts stands in the file of a command, in one that runs it, or in their paths; so where there are none. */
function standsNear(linked, { unit }, texts) {
    if (texts.length === 0)
        return true;
    const units = [unit];
    const seen = new Set(units);
    for (const at of units) {
        if (says(onDisk(at.span).file, texts))
            return true;
        for (const caller of callersOf(linked, at))
            if (!seen.has(caller.unit) && seen.size < near_mostUnits) {
                seen.add(caller.unit);
                units.push(caller.unit);
            }
    }
    return false;
}
function says({ path, text }, texts) {
    const all = `${path}\n${text}`.toLowerCase();
    return texts.some(one => all.includes(one.toLowerCase()));
}

;// CONCATENATED MODULE: ./src/analysis/sinks.ts








/** Every sink that a program reaches: calls in the order of their places, and then assignments. */
function findSinks(linked) {
    const { lastNames } = linked.knowledge;
    const calls = linked.sites.flatMap(site => {
        const { callee, arguments: args } = site.call;
        const worth = mayName(callee, lastNames) ||
            args.some(a => sinks_isReference(a.value) && mayName(a.value, lastNames)) ||
            isDeclaredSink(linked, site);
        return worth ? sinksAt(linked, site) : [];
    });
    return [...calls, ...assignmentSites(linked).flatMap(site => sinksAt(linked, site))];
}
// Most calls are known by their last name to be no sink, which saves looking for what they are called on.
function mayName(value, lastNames) {
    switch (value.kind) {
        case 'field':
        case 'name':
            return lastNames.has(lastName(value.name)) || isCommand(value.name);
        case 'mix':
            return value.of.some(way => way.kind === 'mix' || mayName(way, lastNames));
        default:
            return true;
    }
}
function sinksAt(linked, site) {
    const { call } = site;
    const target = { args: call.arguments, at: call.span, nameAt: call.name };
    const referents = referentsOf(linked, call.callee);
    const direct = referents.flatMap(referent => sinksOf(linked, site, referent, target));
    const guessed = direct.length > 0 ? [] : guesses(linked, site, referents, target);
    return mostSevere([...direct, ...guessed, ...handedOver(linked, site, referents)]);
}
function sinksOf(linked, site, referent, target) {
    if (referent.kind === 'partial') {
        const args = [...referent.call.arguments.slice(1), ...target.args];
        return sinksOf(linked, site, referent.of, { ...target, args });
    }
    return sinksFor(linked, referent).flatMap(({ name, entry: sink }) => {
        if (isCommand(name) && !standsNear(linked, site, sink.near))
            return [];
        const outcome = certainOutcome(linked, sink, target.args, site);
        return outcome ? [siteOf(site, sink, outcome, name, false, target)] : [];
    });
}
// What a sink asks to be certain is asked first.
function certainOutcome(linked, sink, args, site) {
    if (!conditionsHold(linked, sink, args))
        return null;
    const outcome = outcomeOf(linked, sink, args, site.unit.file.path);
    return outcome && isHarmlessIn(linked, outcome.hazard, site.unit.label) ? null : outcome;
}
// A function that is there to undo moves back what served before.
function isHarmlessIn(linked, hazard, label) {
    const name = label.slice(label.lastIndexOf('.') + 1).replace(/^_+/, '');
    const patterns = linked.knowledge.rules.flatMap(rule => (rule.sink === hazard ? rule['harmless-in'] : []));
    return patterns.length > 0 && picomatch_default().isMatch(name, patterns);
}
function siteOf(site, sink, outcome, name, guessed, target) {
    return { site, sink, outcome, name, guessed, at: target.at, nameAt: target.nameAt, arguments: target.args };
}
// The receiver is unknown, and the method's name belongs to one library only.
function guesses(linked, site, referents, target) {
    const { callee } = site.call;
    if (callee.kind !== 'field' || !sinks_isOpen(linked, referents))
        return [];
    return (linked.knowledge.distinctive.get(callee.name) ?? []).flatMap(sink => {
        const outcome = certainOutcome(linked, sink, target.args, site);
        return outcome ? [siteOf(site, sink, outcome, sink.call[0] ?? callee.name, true, target)] : [];
    });
}
/** Whether what was found leaves open that a library's method is meant. */
function sinks_isOpen(linked, referents) {
    return referents.every(referent => referent.kind === 'external' &&
        !linked.knowledge.doubles.some(pattern => pattern.test(referent.name)) &&
        !isKnownLibrary(linked, referent.name));
}
// `torch.nn.Module().load_state_dict` is a method of a library that the catalogue knows under other names.
function isKnownLibrary(linked, name) {
    return entriesFor(linked.knowledge.sinks, name).length > 0;
}
/** Sinks handed to another function, which calls them: `executor.submit(joblib.load, path)`. */
function handedOver(linked, site, callees) {
    const { call } = site;
    const observed = callees.some(c => c.kind === 'external' && linked.knowledge.observers.some(pattern => pattern.test(c.name)));
    if (observed)
        return [];
    const isPartial = callees.some(c => c.kind === 'external' && c.name === 'functools.partial');
    if (isPartial && linked.partials.has(call))
        return [];
    return call.arguments.flatMap((argument, i) => {
        if (!sinks_isReference(argument.value))
            return [];
        const rest = call.arguments.slice(i + 1);
        const target = { args: rest, at: call.span, nameAt: lastNameIn(argument) };
        return referentsOf(linked, argument.value).flatMap(referent => referent.kind === 'partial' ? [] : sinksOf(linked, site, referent, target));
    });
}
function sinks_isReference(value) {
    return value.kind === 'field' || value.kind === 'name';
}
function lastNameIn(argument) {
    const { file, end } = argument.span;
    const text = file.text.slice(argument.span.start, end);
    const name = /\w+\s*$/.exec(text);
    return { file, start: name ? argument.span.start + name.index : argument.span.start, end };
}
// Several readings of one call: the one that is certain speaks for it.
function mostSevere(sites) {
    const byPlace = new Map();
    for (const site of sites) {
        const known = byPlace.get(site.nameAt.start);
        if (!known || (known.outcome.possible && !site.outcome.possible))
            byPlace.set(site.nameAt.start, site);
    }
    return [...byPlace.values()];
}

;// CONCATENATED MODULE: ./src/analysis/check.ts

















/** Checks a program against the rules. */
function check(program, rules) {
    return examine(program, rules).findings;
}
/** Checks a program against the rules, and tells what is guarded as well. */
function examine(program, rules) {
    const knowledge = arrange(rules);
    const linked = linkCommands(program, knowledge);
    const sinks = findSinks(linked);
    const engine = openEngine(linked);
    findEntries(engine, sinks);
    const sources = openSources(linked);
    const all = sinks.flatMap(site => judge(engine, sources, site));
    const judged = check_unique(all.filter(one => 'finding' in one).sort(check_byPlace));
    const fingerprints = nameFindings(judged.map(identityOf));
    const findings = judged.map(({ finding }, i) => ({ ...finding, fingerprint: fingerprints[i] ?? '' }));
    const guarded = all.flatMap(one => ('guarded' in one ? [one.guarded] : []));
    const map = mapPromotions(engine, all.flatMap(promotionIn));
    return { findings, guarded: listGuarded(guarded, findings), map };
}
function judge(engine, sources, site) {
    const { knowledge } = engine.linked;
    // A project's own rule for a hazard speaks before the built-in one.
    const rule = knowledge.rules.findLast(r => r.sink === site.outcome.hazard);
    if (!rule)
        return [];
    const evidence = evidenceFor(engine, site, rule.unless);
    // Nothing leads here.
    if (evidence === null)
        return [];
    const weight = weigh(evidence);
    if (weight === 'guarded')
        return [{ site, guarded: guardedSite(rule, site, verdictsOf(evidence)) }];
    const voids = findVoids(engine, site, rule.unless, evidence);
    const origin = provenanceOf(sources, site);
    const test = knowledge.isTest(site.at.file.path);
    const inert = engine.linked.inert.get(pathOnDisk(site.at.file)) ?? null;
    const level = levelOf(rule, site, { origin, test, declared: weight === 'declared', inert: inert !== null });
    if (level === null)
        return [];
    const steps = origin ? stepsTo(origin, site, `\`${displayName(site.name)}\` opens it`) : [];
    return [
        {
            site,
            finding: check_placed({
                rule: rule.id,
                level,
                securitySeverity: severityAt(level, rule),
                precision: precisionOf(rule, site),
                message: messageFor(rule, site, { origin, inert, guards: [...verdictsOf(evidence), ...voids] }),
                fix: site.outcome.fix ?? rule.fix,
                span: site.at,
                name: site.nameAt,
                within: site.site.unit.label,
                steps: steps.length > 0 ? steps : pathTo(engine, site.site.unit, rule.unless),
                guards: [...verdictsOf(evidence), ...voids],
            }),
        },
    ];
}
function promotionIn(one) {
    const { site } = one;
    if (site.outcome.hazard !== 'promotion')
        return [];
    if ('guarded' in one)
        return [{ site, status: 'guarded', guards: one.guarded.guards }];
    const { guards } = one.finding;
    const declared = guards.some(guard => guard.strength === 'medium');
    return [{ site, status: declared ? 'declared' : 'open', guards }];
}
// What the analysis says of embedded code is shown in the file that holds it.
function check_placed(finding) {
    return {
        ...finding,
        span: onDisk(finding.span),
        name: onDisk(finding.name),
        steps: finding.steps.map(step => ({ ...step, span: onDisk(step.span) })),
        guards: finding.guards.map(guard => ({ ...guard, span: onDisk(guard.span) })),
    };
}
function precisionOf(rule, site) {
    if (site.outcome.possible)
        return 'low';
    return site.guessed ? 'medium' : rule.precision;
}
function identityOf({ site, finding }) {
    return { rule: finding.rule, sink: site.name, within: finding.within, call: site.at };
}
function check_byPlace(a, b) {
    return ((0,base_order/* byCodeUnits */.C)(a.finding.span.file.path, b.finding.span.file.path) ||
        a.finding.name.start - b.finding.name.start ||
        (0,base_order/* byCodeUnits */.C)(a.finding.rule, b.finding.rule));
}
// A `finally` body stands in the control flow more than once.
function check_unique(sorted) {
    return sorted.filter((judged, i) => {
        const before = sorted[i - 1];
        return !before || check_byPlace(before, judged) !== 0;
    });
}

;// CONCATENATED MODULE: ./src/analysis/selection/layout.ts
/** Reads the layout of a file. */
function layoutOf(text) {
    const lines = layout_linesOf(text);
    const starts = lines.map(line => line.start);
    const around = enclosingOf(lines);
    const { definitions, top } = piecesOf(text, lines);
    return { definitions, top, around: offset => around[indexOf(starts, offset)] ?? [] };
}
function layout_linesOf(text) {
    const lines = [];
    let start = 0;
    let quote = null;
    for (const line of text.split('\n')) {
        const indent = quote ? -1 : line.search(/\S/);
        const plain = indent < 0 || /[#)\]}]/.test(line[indent] ?? '');
        lines.push({ start, text: line, indent: plain ? -1 : indent });
        if (line[indent] !== '#')
            quote = quoteAfter(line, quote);
        start += line.length + 1;
    }
    return lines;
}
// A text in triple quotes may hold lines that look like code.
function quoteAfter(line, before) {
    let quote = before;
    if (!line.includes('"""') && !line.includes("'''"))
        return quote;
    for (const [found] of line.matchAll(/"""|'''/g)) {
        if (quote === null)
            quote = found;
        else if (quote === found)
            quote = null;
    }
    return quote;
}
const definition = /^\s*(?:async\s+)?(def|class)\s+(\w+)/;
function enclosingOf(lines) {
    let open = [];
    let names = [];
    return lines.map(line => {
        if (line.indent >= 0 && (open.at(-1)?.indent ?? -1) >= line.indent) {
            open = open.filter(o => o.indent < line.indent);
            names = layout_namesOf(open);
        }
        const here = names;
        const opened = openedBy(line);
        if (!opened)
            return here;
        open = [...open, opened];
        names = layout_namesOf(open);
        // The bases and defaults of a definition are as good as inside of it.
        return names;
    });
}
const assignment = /^(\w+)[ \t]*(?::[^=]*)?=(?!=)/;
// A variable of the file holds what its lines make.
function openedBy({ indent, text }) {
    const [, type, name] = indent < 0 ? [] : (definition.exec(text) ?? []);
    if (type && name)
        return { indent, type, name };
    const variable = indent === 0 ? assignment.exec(text)?.[1] : undefined;
    return variable ? { indent, type: 'variable', name: variable } : null;
}
function layout_namesOf(open) {
    return open.map(({ type, name }, i) => ({ name, method: type === 'def' && open[i - 1]?.type === 'class' }));
}
function piecesOf(text, lines) {
    const definitions = new Map();
    const top = [];
    const heads = lines.filter(line => line.indent === 0 && /^[A-Za-z_@]/.test(line.text));
    let from = 0;
    for (const [i, head] of heads.entries()) {
        if (head.text.startsWith('@'))
            continue;
        const piece = text.slice(from, heads[i + 1]?.start ?? text.length);
        from = heads[i + 1]?.start ?? text.length;
        const named = definition.exec(head.text)?.[2];
        for (const name of named ? [named] : boundIn(piece))
            layout_push(definitions, name, piece);
        if (!named && !/^(from|import)\b/.test(head.text))
            top.push(piece);
    }
    return { definitions, top };
}
const binding = /^[ \t]*(?:(?:async[ \t]+)?(?:def|class)[ \t]+)?(\w+)((?:[ \t]*,[ \t]*\w+)*)/gm;
// What a line starts with is bound by it, or changed: `LIMITS["auc"] = 0.8`, `NAMES.append(…)`.
function boundIn(piece) {
    const names = new Set();
    for (const [, first = '', others = ''] of piece.matchAll(binding)) {
        names.add(first);
        for (const other of others.match(/\w+/g) ?? [])
            names.add(other);
    }
    return names;
}
function layout_push(map, key, value) {
    const known = map.get(key);
    if (known)
        known.push(value);
    else
        map.set(key, [value]);
}
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

;// CONCATENATED MODULE: ./src/analysis/selection/outline.ts


/** Outlines files; `modules` knows the names of all of them. */
function outline(files, modules) {
    const byPath = new Map(files.map(file => [file.path, outlineOf(file, modules)]));
    const importers = new Map();
    for (const [path, { imports }] of byPath)
        for (const each of imports)
            if (each.kind === 'own')
                outline_push(importers, each.path, { path, import: each });
    return { modules, byPath, importers, followed: new Map() };
}
/** Follows an import through the files that pass its name on: every file on the way, and the libraries behind. */
function throughPackages(outlines, { path, rest }) {
    const key = `${path} ${rest.join('.')}`;
    const known = outlines.followed.get(key);
    if (known)
        return known;
    const found = new Map();
    const open = [{ kind: 'own', bound: '', path, rest }];
    for (const each of open)
        for (const last of step(outlines, each, open))
            if (found.size < outline_most)
                found.set(JSON.stringify(last), last);
    const lasts = [...found.values()];
    outlines.followed.set(key, lasts);
    return lasts;
}
const outline_most = 60;
function step(outlines, { path, rest }, open) {
    const [name, ...further] = rest;
    const here = { kind: 'own', rest, at: path };
    const outline = outlines.byPath.get(path);
    if (name === undefined || !outline)
        return [here];
    const named = (outline.byBound.get(name) ?? []).map(next => outline_follow(next, further));
    const stars = (outline.byBound.get('*') ?? []).map(next => outline_follow(next, rest));
    const onward = [...named, ...stars];
    for (const next of onward)
        if (next.kind === 'own' && !outline_isKnown(open, next))
            open.push(next);
    return [here, ...onward.flatMap((next) => (next.kind === 'library' ? [{ ...next, at: path }] : []))];
}
function outline_isKnown(open, next) {
    return (open.length > outline_most || open.some(o => o.path === next.path && o.rest.join('.') === next.rest.join('.')));
}
function outline_follow(next, rest) {
    return next.kind === 'library'
        ? { ...next, name: [next.name, ...rest].join('.') }
        : { ...next, rest: [...next.rest, ...rest] };
}
/** The files that import a file, or something by way of it. */
function importersOf(outlines, path) {
    return [...new Set((outlines.importers.get(path) ?? []).map(importer => importer.path))];
}
function outlineOf(file, modules) {
    const imports = importsOf(file, modules);
    const byBound = new Map();
    for (const each of imports)
        outline_push(byBound, each.bound, each);
    return {
        file,
        imports,
        byBound,
        words: once(() => new Set(file.text.match(/[A-Za-z_]\w*/g))),
        plain: once(() => file.text.replace(importStatement, '')),
        layout: once(() => layoutOf(file.text)),
    };
}
function outline_push(map, key, value) {
    const known = map.get(key);
    if (known)
        known.push(value);
    else
        map.set(key, [value]);
}
function once(make) {
    let made = null;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}
// Also finds imports in strings and comments: a file too many costs less than one too few.
const importStatement = /\b(?:from(?:[ \t]|\\\r?\n)*(\.*)(?:[ \t]|\\\r?\n)*([\w.]*)(?:[ \t]|\\\r?\n)+)?import\b(?:[ \t]|\\\r?\n)*(\((?:[^()#]|#[^\n]*)*\)|(?:[\w., \t*]|\\\r?\n)+)/g;
function importsOf(file, modules) {
    const found = [];
    for (const [, dots = '', base = '', names = ''] of file.text.matchAll(importStatement)) {
        for (const part of names.replace(/#[^\n]*|[()\\]/g, ' ').split(',')) {
            const [name = '', as, alias] = part.trim().split(/\s+/);
            if (name === '')
                continue;
            const bound = as === 'as' && alias ? alias : name;
            if (dots === '' && base === '')
                found.push(...plainImport(modules, file.path, name, bound));
            else
                found.push(...namedImport(modules, file.path, dots.length, base, name, bound));
        }
    }
    return found;
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
        return [{ kind: 'own', bound, ...own }];
    return dots > 0 ? [] : [{ kind: 'library', bound, name }];
}

;// CONCATENATED MODULE: ./src/analysis/selection/candidates.ts


// Over how many files an object of a library is expected to be handed on before its method is called.
const farthest = 3;
/** The files that may hold a sink, with the offsets at which its name is used. */
function findCandidates(outlines, every) {
    const spellings = possibleHere(outlines, every);
    const evidence = openEvidence(outlines, spellings);
    const used = usePattern([...spellings.keys()]);
    const found = new Map();
    for (const [path, outline] of outlines.byPath) {
        const offsets = [
            ...(used ? usesIn(evidence, spellings, outline, used) : []),
            ...importsIn(evidence, spellings, outline),
            ...assignmentsIn(evidence, spellings, outline),
        ];
        if (offsets.length > 0)
            found.set(path, offsets);
    }
    return found;
}
// What needs a library that nothing imports need not be searched for.
function possibleHere(outlines, spellings) {
    const imports = [...outlines.byPath.values()].flatMap(each => each.imports);
    const libraries = [...new Set(imports.flatMap(each => (each.kind === 'library' ? [each.name] : [])))];
    const imported = candidates_once((root) => libraries.some(name => candidates_isOf(name, root)));
    const left = [...spellings].map(([method, named]) => [
        method,
        named.filter(({ root, distinctive }) => distinctive || root === null || imported(root)),
    ]);
    return new Map(left.filter(([, named]) => named.length > 0));
}
function candidates_once(ask) {
    const answers = new Map();
    return root => {
        const answer = answers.get(root) ?? ask(root);
        answers.set(root, answer);
        return answer;
    };
}
// A name that stands alone in prose is no use of it: it is called, handed over, quoted or taken from something.
function usePattern(words) {
    const plain = words.filter(word => /^\w+$/.test(word) && !isAssigned(word)).sort();
    if (plain.length === 0)
        return null;
    const any = plain.join('|');
    return new RegExp(`\\.[ \\t]*(${any})\\b|\\.\\s+(${any})[ \\t]*\\(|\\b(${any})[ \\t]*[(,)\\]"']`, 'g');
}
function usesIn(evidence, spellings, outline, used) {
    return [...outline.file.text.matchAll(used)].flatMap(match => {
        const use = readUse(outline, match);
        const meant = (spellings.get(use.method) ?? []).some(spelling => mayMean(evidence, outline, use, spelling));
        return meant ? [match.index] : [];
    });
}
// `from joblib import load as read`
function importsIn(evidence, spellings, outline) {
    return outline.imports.flatMap(each => {
        if (each.kind !== 'library')
            return [];
        const named = spellings.get(each.name.slice(each.name.lastIndexOf('.') + 1)) ?? [];
        const meant = named.some(spelling => candidates_isOf(each.name, spelling.root) && isNear(evidence, outline.file.path, spelling));
        return meant ? offsetsOf(outline, new RegExp(`\\b${each.bound}\\b`, 'g')) : [];
    });
}
// No method is named where something is assigned: `os.environ["NAME"] = "1"`.
function assignmentsIn(evidence, spellings, outline) {
    const { path } = outline.file;
    return [...spellings].flatMap(([method, named]) => named.flatMap(({ near, root }) => {
        if (!isAssigned(method))
            return [];
        if (near.length === 0)
            return root === null || importsRoot(evidence, outline, root) ? [0] : [];
        return near.flatMap(text => evidence.texts.get(text)?.has(path) ? [outline.file.text.indexOf(text)] : []);
    }));
}
function isAssigned(method) {
    return /^__set(attr|item)__$/.test(method);
}
const lookBack = 120;
function readUse(outline, match) {
    const [whole, same, next, alone = ''] = match;
    const taken = same ?? next;
    const before = outline.file.text.slice(Math.max(0, match.index - lookBack), match.index);
    const head = /(?:^|[^\w.)\]"'])([A-Za-z_]\w*)(?:\s*\.\s*\w+)*\s*$/.exec(before)?.[1] ?? '';
    const quoted = /["']$/.test(whole) && taken === undefined;
    const got = quoted && /\bgetattr\s*\(.*,\s*["']$/s.test(before);
    return {
        method: taken ?? alone,
        dotted: taken !== undefined || got,
        head: got ? '' : head,
        quoted: quoted && !got,
    };
}
function offsetsOf(outline, pattern) {
    return [...outline.file.text.matchAll(pattern)].map(match => match.index);
}
function openEvidence(outlines, spellings) {
    const texts = new Set([...spellings.values()].flatMap(named => named.flatMap(spelling => spelling.near)));
    return { outlines, libraries: new Map(), reached: new Map(), texts: findTexts(outlines, [...texts].sort()) };
}
function findTexts(outlines, texts) {
    const found = new Map();
    if (texts.length === 0)
        return found;
    const escaped = texts.map(text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const pattern = new RegExp(`(?:${escaped.join('|')})(?!\\w)`, 'g');
    for (const { file } of outlines.byPath.values())
        for (const [text] of file.text.matchAll(pattern))
            found.set(text, (found.get(text) ?? new Set()).add(file.path));
    return found;
}
function isNear(evidence, path, { near }) {
    if (near.length === 0)
        return true;
    const holders = near.flatMap(text => [...(evidence.texts.get(text) ?? [])]);
    return holders.length > 0 && reachedFrom(evidence, JSON.stringify(near), () => holders).has(path);
}
function mayMean(evidence, outline, use, spelling) {
    const { path } = outline.file;
    const { root, maker } = spelling;
    if (use.quoted || !isNear(evidence, path, spelling))
        return false;
    if (root === null || (spelling.distinctive && use.dotted))
        return true;
    const bound = outline.byBound.get(use.dotted ? use.head : use.method);
    if (bound)
        return bound.some(each => bringsRoot(evidence, each, root, maker));
    if (!use.dotted)
        return starsOf(outline).some(each => bringsRoot(evidence, each, root, maker));
    if (maker === null)
        return handsOver(evidence, outline, root);
    return objectsReach(evidence, root, maker).has(path);
}
function starsOf(outline) {
    return outline.byBound.get('*') ?? [];
}
function bringsRoot(evidence, each, root, maker) {
    if (librariesBehind(evidence.outlines, each).some(name => candidates_isOf(name, root)))
        return true;
    if (each.kind === 'library')
        return false;
    const home = evidence.outlines.byPath.get(each.path);
    if (!home)
        return false;
    return maker === null
        ? each.rest.length === 0 && importsRoot(evidence, home, root)
        : objectsReach(evidence, root, maker).has(each.path);
}
// A module or class in a variable was named by itself once, and not only to take something from it.
function handsOver(evidence, outline, root) {
    return outline.imports.some(each => bringsRoot(evidence, each, root, null) &&
        (each.kind === 'own' ||
            each.bound === '*' ||
            new RegExp(`\\b${each.bound}\\b(?!\\s*[.\\w])`).test(outline.plain())));
}
function importsRoot(evidence, outline, root) {
    const { modules } = evidence.outlines;
    return librariesOf(evidence, outline).some(name => candidates_isOf(name, root) &&
        (name.length >= root.length || findModule(modules, root, outline.file.path) === null));
}
function candidates_isOf(name, root) {
    return root === null || name === root || name.startsWith(`${root}.`) || root.startsWith(`${name}.`);
}
function librariesOf(evidence, outline) {
    const { path } = outline.file;
    const known = evidence.libraries.get(path);
    if (known)
        return known;
    const found = [...new Set(outline.imports.flatMap(each => librariesBehind(evidence.outlines, each)))];
    evidence.libraries.set(path, found);
    return found;
}
/** The library's names that an import brings, itself or by way of other files that pass them on. */
function librariesBehind(outlines, each) {
    if (each.kind === 'library')
        return [each.name];
    return throughPackages(outlines, each).flatMap(last => (last.kind === 'library' ? [last.name] : []));
}
/** The files to which an object of a library may be handed, from those that make it. */
function objectsReach(evidence, root, maker) {
    return reachedFrom(evidence, `${root} ${maker}`, () => [...evidence.outlines.byPath.values()]
        .filter(each => importsRoot(evidence, each, root) && (maker === '' || each.words().has(maker)))
        .map(each => each.file.path));
}
function reachedFrom(evidence, key, start) {
    const known = evidence.reached.get(key);
    if (known)
        return known;
    let frontier = new Set(start());
    const reached = new Set(frontier);
    for (let hop = 0; hop < farthest; hop += 1) {
        const next = [...frontier].flatMap(path => neighboursOf(evidence.outlines, path));
        frontier = new Set(next.filter(path => !reached.has(path)));
        for (const path of frontier)
            reached.add(path);
    }
    evidence.reached.set(key, reached);
    return reached;
}
function neighboursOf(outlines, path) {
    const imported = (outlines.byPath.get(path)?.imports ?? []).flatMap(each => each.kind === 'own' ? [each.path, ...throughPackages(outlines, each).map(last => last.at)] : []);
    return [...imported, ...importersOf(outlines, path)];
}

;// CONCATENATED MODULE: ./src/analysis/selection/closure.ts


// Beyond the files that may hold a sink; what is further away is left out, which only the largest repositories notice.
const mostText = 1_500_000;
/**
 * The files that matter for the sinks in some files: those that lead to a sink, and those that these use, to the end of both.
 * The nearest come first, so that a limit leaves out the furthest.
 */
function closeOver(outlines, sinks, scripts, admits) {
    const search = closure_openSearch(outlines, new Set(sinks.keys()), admits);
    for (const [path, offsets] of sinks)
        for (const offset of offsets)
            leadFrom(search, path, offset);
    for (const path of scripts)
        if (choose(search, path))
            closure_add(search.used, path, '');
    while (search.left > 0 && (search.leading.next.length > 0 || search.used.next.length > 0)) {
        for (const place of take(search.leading))
            lookForUsers(search, place);
        lookForMethods(search);
        for (const place of take(search.used))
            lookForUsed(search, place);
    }
    return search.chosen;
}
function closure_openSearch(outlines, chosen, admits) {
    const queue = () => ({ known: new Set(), next: [] });
    return {
        outlines,
        admits,
        chosen,
        left: mostText,
        leading: queue(),
        used: queue(),
        methods: new Set(),
        searched: new Map(),
    };
}
function closure_add(queue, path, name) {
    const key = `${path} ${name}`;
    if (queue.known.has(key))
        return;
    queue.known.add(key);
    queue.next.push({ path, name });
}
function take(queue) {
    const { next } = queue;
    queue.next = [];
    return next;
}
function choose(search, path) {
    if (search.chosen.has(path))
        return true;
    const outline = search.outlines.byPath.get(path);
    if (!outline || search.left <= 0 || !search.admits(path))
        return false;
    search.left -= outline.file.text.length;
    search.chosen.add(path);
    return true;
}
// What stands around a place that leads to a sink leads there too.
function leadFrom(search, path, offset) {
    const around = search.outlines.byPath.get(path)?.layout().around(offset) ?? [];
    for (const { name, method } of around) {
        if (/^__\w+__$/.test(name))
            continue;
        if (method)
            search.methods.add(name);
        else
            closure_add(search.leading, path, name);
    }
    closure_add(search.used, path, around[0]?.name ?? '');
}
function leadFromEach(search, outline, pattern) {
    const { path, text } = outline.file;
    for (const { index } of text.matchAll(pattern))
        if (choose(search, path))
            leadFrom(search, path, index);
}
function lookForUsers(search, { path, name }) {
    const { byPath, importers } = search.outlines;
    const own = byPath.get(path);
    if (own)
        leadFromEach(search, own, new RegExp(`\\b${name}\\b`, 'g'));
    for (const { path: user, import: each } of importers.get(path) ?? []) {
        const outline = byPath.get(user);
        if (!outline || !search.admits(user))
            continue;
        if (each.rest[0] === name) {
            if (choose(search, user))
                closure_add(search.leading, user, each.bound);
        }
        else if (each.rest.length === 0) {
            // Whoever takes everything in passes it on, whether or not it says the name.
            if (each.bound === '*')
                closure_add(search.leading, user, name);
            else if (outline.words().has(name))
                leadFromEach(search, outline, new RegExp(`\\.\\s*${name}\\b`, 'g'));
        }
    }
}
// The object of a method may come by any way, so every chosen file is asked whether it names the method.
function lookForMethods(search) {
    const methods = [...search.methods];
    for (const path of search.chosen) {
        const since = search.searched.get(path) ?? 0;
        const outline = search.outlines.byPath.get(path);
        if (since === methods.length || !outline)
            continue;
        search.searched.set(path, methods.length);
        const named = methods.slice(since).filter(name => outline.words().has(name));
        if (named.length > 0)
            leadFromEach(search, outline, new RegExp(`\\.\\s*(?:${named.join('|')})\\b`, 'g'));
    }
}
const dotted = /[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*/g;
function lookForUsed(search, { path, name }) {
    const outline = search.outlines.byPath.get(path);
    const layout = outline?.layout();
    const pieces = name === '' ? layout?.top : layout?.definitions.get(name);
    if (!outline || !pieces)
        return;
    const names = new Set(pieces.flatMap(piece => piece.match(dotted) ?? []));
    for (const each of names)
        refer(search, outline, each.split(/\s*\.\s*/));
}
function refer(search, outline, [head = '', ...attributes]) {
    const { path } = outline.file;
    const imports = outline.byBound.get(head) ?? [];
    for (const each of imports)
        if (each.kind === 'own')
            arrive(search, each, attributes);
    if (outline.layout().definitions.has(head))
        closure_add(search.used, path, head);
    if (imports.length === 0)
        for (const star of outline.byBound.get('*') ?? [])
            if (star.kind === 'own')
                arrive(search, star, [head, ...attributes]);
}
// Packages that only pass the name on are chosen as well: without them nobody knows where it leads.
function arrive(search, each, attributes) {
    const rest = [...each.rest, ...attributes];
    const lasts = throughPackages(search.outlines, { ...each, rest });
    const reached = lasts.flatMap(last => last.kind === 'own' ? endOf(search, last) : [{ path: last.at, name: '' }]);
    if (reached.length === 0)
        return;
    for (const last of lasts)
        choose(search, last.at);
    for (const { path, name } of reached)
        if (choose(search, path))
            closure_add(search.used, path, name);
}
function endOf(search, { at, rest }) {
    const [name, ...further] = rest;
    if (name === undefined)
        return [{ path: at, name: '' }];
    if (search.outlines.byPath.get(at)?.layout().definitions.has(name))
        return [{ path: at, name }];
    const inside = findSubmodule(search.outlines.modules, at, name);
    return inside === null ? [] : endOf(search, { at: inside, rest: further });
}

;// CONCATENATED MODULE: ./src/analysis/selection/scripts.ts
/** The Python files that files of other kinds name: a workflow or a shell script runs them, a notebook imports them. */
function findScripts(others, outlines) {
    const named = scripts_namesOf(outlines);
    const found = new Set();
    for (const { text } of others)
        for (const path of [
            ...filesIn(text, named),
            ...modulesIn(text, outlines, /(?:-m[\s"',]+|\b(?:from|import)\s+)(\w+(?:\.\w+)*)/g),
        ])
            found.add(path);
    return found;
}
/** The Python files that start scripts of the repository by one of these calls, and the scripts. */
function findStarters(files, outlines, calls) {
    const starting = new RegExp(calls.flatMap(scripts_spellingsOf).join('|') || '(?!)');
    const named = scripts_namesOf(outlines);
    const shell = new Set(files.filter(file => isShell(file.path)).map(file => lastStep(file.path)));
    const found = new Set();
    for (const { file } of outlines.byPath.values()) {
        if (!starting.test(file.text))
            continue;
        const started = [
            ...filesIn(file.text, named),
            ...modulesIn(file.text, outlines, /["' ]-m["', ]+(\w+(?:\.\w+)*)/g),
        ];
        const scripts = file.text.match(/[\w-]+\.(?:ba|z|k)?sh\b/g) ?? [];
        if (started.some(path => path !== file.path) || scripts.some(name => shell.has(name)))
            for (const path of [file.path, ...started])
                found.add(path);
    }
    return found;
}
function scripts_spellingsOf(call) {
    const [first = ''] = call.split(/[.(]/);
    const last = /(\w+)$/.exec(call)?.[1] ?? '';
    return [`\\b${first}\\b.*\\b${last}\\b`, `\\bimport ${first} as\\b`];
}
function isShell(path) {
    return /\.(?:ba|z|k)?sh$/.test(path);
}
function lastStep(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
function scripts_namesOf(outlines) {
    const named = new Map();
    for (const path of outlines.byPath.keys())
        named.set(lastStep(path), [...(named.get(lastStep(path)) ?? []), path]);
    return named;
}
function filesIn(text, named) {
    return [...text.matchAll(/[\w./-]*\w\.pyw?\b/g)].flatMap(([name]) => {
        const parts = name.split('/').filter(part => part !== '.' && part !== '..' && part !== '');
        const end = parts.join('/');
        return (named.get(parts.at(-1) ?? '') ?? []).filter(path => path === end || path.endsWith(`/${end}`) || end.endsWith(`/${path}`));
    });
}
function modulesIn(text, outlines, pattern) {
    return [...text.matchAll(pattern)].flatMap(([, module = '']) => [module, `${module}.__main__`].flatMap(name => (outlines.modules.byName.get(name) ?? []).map(({ path }) => path)));
}

;// CONCATENATED MODULE: ./src/analysis/selection/spellings.ts


const spellings_most = 100;
/** Every way in which code may name the sinks of the catalogue, aliases and factories undone, by last name. */
function spellings_spellingsOf({ catalogs, own }) {
    const undo = replacements(catalogs);
    const found = new Map();
    const add = (spelling) => {
        const same = found.get(spelling.method) ?? new Map();
        const { root, maker, distinctive, near } = spelling;
        found.set(spelling.method, same.set(JSON.stringify([root, maker, distinctive, near]), spelling));
    };
    for (const sink of catalogs.flatMap(catalog => catalog.sinks))
        for (const call of sink.call.filter(name => !isCommand(name)))
            for (const name of spellings_written(call, undo))
                add(spellingOf(name, sink));
    for (const [call, near] of startersOf(catalogs))
        for (const name of spellings_written(call, undo))
            add(spellingOf(name, { distinctive: false, near }));
    // A file that imports a function of its own package need not say the package's name.
    for (const sink of own?.sinks ?? [])
        for (const call of sink.call)
            add({ method: lastName(call), root: null, maker: null, distinctive: true, near: [] });
    return new Map([...found].map(([method, same]) => [method, [...same.values()]]));
}
// What a program starts is a sink where the program that it names can be one.
function startersOf(catalogs) {
    const lines = catalogs.flatMap(({ sinks }) => sinks.flatMap(sink => sink.call.filter(isCommand)));
    const programs = [...new Set(lines.map(line => line.split(' ')[1] ?? ''))];
    return catalogs.flatMap(({ starters }) => starters.flatMap(({ call }) => call.map(name => [name, programs])));
}
// By the canonical start of a name: what code may write in its place.
function replacements(catalogs) {
    const found = new Map();
    const add = (canonical, written) => found.get(canonical)?.push(written) ?? found.set(canonical, [written]);
    for (const { aliases, results } of catalogs) {
        for (const [written, canonical] of Object.entries(aliases))
            add(canonical, written);
        for (const { call, gives } of results)
            for (const name of call)
                add(gives, `${name}()`);
    }
    return found;
}
function spellings_written(call, undo) {
    const names = new Set([call]);
    for (const name of names) {
        if (names.size > spellings_most)
            break;
        // A module further in has the same library and makers, and would go on for ever.
        for (const { index } of name.matchAll(/$|[.([]/g))
            for (const start of undo.get(name.slice(0, index)) ?? [])
                if (!start.startsWith(name.slice(0, index)))
                    names.add(start + name.slice(index));
    }
    return names;
}
function spellingOf(name, { distinctive, near }) {
    const before = name.replace(/\(\)$/, '').replace(/\.?[^.]*$/, '');
    const maker = before.includes('()') ? (/(\w*)\(\)(?!.*\(\))/.exec(before)?.[1] ?? '') : null;
    return { method: lastName(name), root: rootOf(name), maker, distinctive, near };
}
// Many libraries share these first names.
function rootOf(name) {
    const [first = '', second = '', third = ''] = name.split(/[.()[\]]+/);
    if (first === '*')
        return null;
    return first === 'google' || first === 'azure' ? [first, second, third].filter(Boolean).join('.') : first;
}

;// CONCATENATED MODULE: ./src/analysis/select.ts







/**
 * The files that can matter: those that may hold a sink, those that lead there, and what all of these use. `paths` are all
 * files of the repository, by which its own modules are told from libraries.
 */
function selectFiles(files, rules, paths = new Set(files.map(file => file.path))) {
    const python = files.filter(isPython);
    const outlines = outline(python, indexModules(paths));
    const { isTest, starters } = arrange(rules);
    const candidates = findCandidates(outlines, spellings_spellingsOf(rules));
    const sinks = new Map([...candidates].filter(([path]) => !isTest(path)));
    const scripts = findScripts(files.filter(file => !isPython(file)), outlines);
    for (const path of findStarters(files, outlines, [...starters.exact.keys()]))
        scripts.add(path);
    const chosen = closeOver(outlines, sinks, scripts, path => !isTest(path));
    return files.filter(file => !isPython(file) || chosen.has(file.path) || candidates.has(file.path));
}
function isPython(file) {
    return /\.pyw?$/.test(file.path);
}

;// CONCATENATED MODULE: ./src/files/grammars.ts


/**
 * The WebAssembly file of a grammar, or of the parser's runtime. In the bundle they lie beside `index.js`; while developing
 * they are taken from the packages that ship them.
 */
function readGrammar(name) {
    const { file, shippedIn } = places[name];
    const bundled = (0,external_node_path_.join)(ownFolder(), file);
    return (0,external_node_fs_.readFileSync)((0,external_node_fs_.existsSync)(bundled) ? bundled : (0,external_node_path_.join)(ownFolder(), '..', '..', 'node_modules', shippedIn, file));
}
const places = {
    python: { file: 'tree-sitter-python.wasm', shippedIn: 'tree-sitter-python' },
    bash: { file: 'tree-sitter-bash.wasm', shippedIn: 'tree-sitter-bash' },
    runtime: { file: 'web-tree-sitter.wasm', shippedIn: 'web-tree-sitter' },
};
// A function, because the bundler works out paths that it finds written down, and then copies all that they may mean.
function ownFolder() {
    return __dirname;
}

// EXTERNAL MODULE: ./node_modules/ignore/index.js
var ignore = __webpack_require__(298);
var ignore_default = /*#__PURE__*/__webpack_require__.n(ignore);
;// CONCATENATED MODULE: ./src/files/open.ts

/** Reads a regular file of at most `most` bytes. It follows no link, and never waits on a pipe or a device. */
function openRegular(path, most) {
    try {
        const handle = (0,external_node_fs_.openSync)(path, readingOnly);
        try {
            return readOpened(handle, most);
        }
        finally {
            (0,external_node_fs_.closeSync)(handle);
        }
    }
    catch (error) {
        return { refused: 'unreadable', says: `It cannot be read (${systemCode(error)}).` };
    }
}
/** The operating system's word for what went wrong, such as `EACCES`. Any other error is a bug and flies on. */
function systemCode(error) {
    // Not `instanceof Error`: what Node throws is of another realm where a test runs in a context of its own.
    const { code, syscall } = Object(error);
    if (typeof code === 'string' && syscall !== undefined)
        return code;
    throw error;
}
// A name may turn into a link or a pipe after it was listed. Windows knows neither flag.
const readingOnly = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0);
function readOpened(handle, most) {
    const stats = (0,external_node_fs_.fstatSync)(handle);
    if (!stats.isFile())
        return { refused: 'unreadable', says: notRegular };
    if (stats.size <= most)
        return { bytes: (0,external_node_fs_.readFileSync)(handle) };
    const [size, limit] = [stats.size, most].map(bytes => bytes.toLocaleString('en-US'));
    return {
        refused: 'too-large',
        says: `It has ${size} bytes, more than the limit of ${limit}, and was not read.`,
    };
}
/** What is said of a name that leads to a device, a pipe or a socket. */
const notRegular = 'It is a device, a pipe or a socket, and was not opened.';

;// CONCATENATED MODULE: ./src/files/ignored.ts




/** Reads what a folder adds to the rules: its `.gitignore`, and at the top of a work tree `.git/info/exclude`. */
function rulesInside(outer, folder, entries, complain) {
    // A work tree within another one, a submodule, has rules of its own.
    const around = entries.includes('.git') ? withFile(null, folder, '.git/info/exclude', complain) : outer;
    return entries.includes('.gitignore') ? withFile(around, folder, '.gitignore', complain) : around;
}
/**
 * Whether a path is left out by the ignore files; the innermost one that speaks decides. A file that git tracks although a
 * pattern matches it counts as left out too: to know better we would have to read git's index.
 */
function isIgnored(rules, path) {
    for (let layer = rules; layer; layer = layer.outer) {
        const { ignored, unignored } = layer.matcher.test(path.slice(layer.folder.length));
        if (ignored || unignored)
            return ignored;
    }
    return false;
}
/** The rules for what lies in a folder that is scanned although some of them leave it out. Those fall away. */
function rulesFor(rules, folder) {
    if (!rules)
        return null;
    const outer = rulesFor(rules.outer, folder);
    const below = folder.slice(rules.folder.length);
    if (below !== '' && rules.matcher.test(below).ignored)
        return outer;
    return outer === rules.outer ? rules : { ...rules, outer };
}
/** The ignore patterns of the configuration, as one matcher. */
function configuredRules(patterns) {
    const costly = patterns.find(isCostly);
    if (costly)
        throw new user_error/* UserError */.y(`ignore: \`${costly}\` has more than three \`**\`; write it with fewer`);
    return matcher().add(patterns);
}
const mostBytes = 100_000;
function withFile(outer, folder, name, complain) {
    const opened = openRegular(folder + name, mostBytes);
    if ('bytes' in opened) {
        const lines = decode(opened.bytes).text.split(/\r?\n/);
        const cheap = lines.filter((line, at) => !isCostly(line) || complain(folder + name, at + 1, tooCostly));
        return { folder, matcher: matcher().add(cheap), outer };
    }
    // In a submodule or a linked work tree `.git` is a file, and the rules of that repository lie elsewhere.
    if (name === '.gitignore')
        complain(folder + name, 0, `${opened.says} Its patterns do not hold.`);
    return outer;
}
const tooCostly = 'The pattern has more than three `**` and does not hold.';
// The time to try a pattern on a path grows with the path's depth to the power of the number of `**`.
function isCostly(pattern) {
    return pattern.split('**').length > 4;
}
function matcher() {
    return ignore_default()({ ignorecase: false });
}

;// CONCATENATED MODULE: ./src/files/skipped.ts
/**
 * Whether a folder of this name is left out wherever it stands: it holds what tools wrote or what others wrote, and a
 * finding in it would be nobody's to fix. The configuration brings one back with `!name/` among its ignore patterns.
 */
function isSkippedFolder(name) {
    return skipped.has(name) || name.endsWith('.egg-info');
}
/** Whether a folder with these entries is a Python environment, whatever its name. */
function skipped_isEnvironment(entries) {
    return entries.includes('pyvenv.cfg') || entries.includes('conda-meta');
}
const skipped = new Set([
    // version control
    '.git .hg .svn .jj',
    // installed packages
    'node_modules bower_components site-packages dist-packages __pypackages__ .eggs',
    // caches of tools
    '__pycache__ .cache .mypy_cache .pytest_cache .ruff_cache .pytype .hypothesis .tox .nox .ipynb_checkpoints',
    '.gradle .terraform',
    // copies of other people's code
    'vendor vendored _vendor third_party third-party thirdparty 3rdparty',
].flatMap(names => names.split(' ')));

;// CONCATENATED MODULE: ./src/files/start.ts





/** Finds the root and the paths in it, or says which is missing. */
function findStart(root, paths) {
    const real = realOf((0,external_node_path_.resolve)(root), root, '');
    if (start_kindOf(real, root) === 'file')
        return { root: withSlash((0,external_node_path_.dirname)(real)), places: [placeIn((0,external_node_path_.dirname)(real), real, root)] };
    const places = paths.map(path => placeIn(real, realOf((0,external_node_path_.resolve)(real, path), path, (0,external_node_path_.isAbsolute)(path) ? '' : root), path));
    return { root: withSlash(real), places: places.length > 0 ? places : [{ path: '', kind: 'folder' }] };
}
/** The folders from the top of the enclosing work tree down to `folder`, without `folder` itself. All end in a slash. */
function start_foldersAbove(folder) {
    const above = [];
    for (let at = folder;; at = withSlash((0,external_node_path_.dirname)(at))) {
        if (at !== folder)
            above.unshift(at);
        if ((0,external_node_fs_.lstatSync)((0,external_node_path_.join)(at, '.git'), { throwIfNoEntry: false }))
            return above;
        if (withSlash((0,external_node_path_.dirname)(at)) === at)
            return [];
    }
}
function placeIn(root, real, shown) {
    if (!isInside(root, real))
        throw new user_error/* UserError */.y(`\`${shown}\`: this lies outside of the scanned directory; scan the directory that holds it`);
    return { path: (0,external_node_path_.relative)(root, real).split(external_node_path_.sep).join('/'), kind: start_kindOf(real, shown) };
}
function realOf(path, shown, within) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch (error) {
        const code = systemCode(error);
        const missing = code === 'ENOENT' || code === 'ENOTDIR';
        const what = missing ? 'there is no such file or directory' : `this cannot be read (${code})`;
        throw new user_error/* UserError */.y(`\`${shown}\`: ${what}${within && ` in \`${within}\``}; write a path that ${missing ? 'exists' : 'can be'}`);
    }
}
function start_kindOf(path, shown) {
    const stats = (0,external_node_fs_.statSync)(path);
    if (stats.isFile())
        return 'file';
    if (stats.isDirectory())
        return 'folder';
    throw new user_error/* UserError */.y(`\`${shown}\`: this is neither a file nor a directory; write the path of one`);
}
function withSlash(folder) {
    const slashed = folder.split(external_node_path_.sep).join('/');
    return slashed.endsWith('/') ? slashed : `${slashed}/`;
}

;// CONCATENATED MODULE: ./src/files/tracked.ts




const tracked_mostBytes = 100_000_000;
/**
 * The files below a folder that git tracks, relative to it; `null` where that cannot be told, as outside of a work tree.
 * Git itself is not asked: the configuration of a repository may name programs that it would run.
 */
function trackedFiles(root) {
    const top = [...start_foldersAbove(root), root].findLast(hasGit);
    const opened = top === undefined ? null : openRegular(`${top}.git/index`, tracked_mostBytes);
    const all = opened && 'bytes' in opened ? readIndex(Buffer.from(opened.bytes)) : null;
    if (!all || top === undefined)
        return null;
    const prefix = root.slice(top.length);
    return new Set(all.filter(path => path.startsWith(prefix)).map(path => path.slice(prefix.length)));
}
function hasGit(folder) {
    return (0,external_node_fs_.lstatSync)(`${folder}.git`, { throwIfNoEntry: false }) !== undefined;
}
// An entry is 40 bytes of times, modes and sizes, a hash, 2 bytes of flags, 2 more where they say so, and the path.
// https://git-scm.com/docs/index-format
const beforeHash = 40;
/** The paths in the bytes of an index; `null` where they are not understood. */
function readIndex(bytes) {
    if (bytes.length < 32 || bytes.toString('latin1', 0, 4) !== 'DIRC')
        return null;
    const version = bytes.readUInt32BE(4);
    const hash = hashLength(bytes);
    if (version < 2 || version > 4 || hash === null)
        return null;
    const paths = [];
    let at = 12;
    let path = Buffer.alloc(0);
    for (let left = bytes.readUInt32BE(8); left > 0; left -= 1) {
        const entry = readEntry(bytes, at, { version, hash, before: path });
        if (!entry)
            return null;
        ({ path, end: at } = entry);
        if (entry.isFile)
            paths.push(path.toString('utf8'));
    }
    return hasParts(bytes, at, hash) ? null : paths;
}
// The last bytes are the hash of all others; they tell which hash the repository uses, and that nothing is missing.
function hashLength(bytes) {
    for (const [name, length] of [
        ['sha1', 20],
        ['sha256', 32],
    ]) {
        const end = bytes.length - length;
        const last = bytes.subarray(end);
        // `index.skipHash` leaves zeros there; then it is the common one.
        if (length === 20 && last.every(byte => byte === 0))
            return length;
        if ((0,external_node_crypto_.createHash)(name).update(bytes.subarray(0, end)).digest().equals(last))
            return length;
    }
    return null;
}
function readEntry(bytes, start, { version, hash, before }) {
    const flagsAt = start + beforeHash + hash;
    if (flagsAt + 4 > bytes.length)
        return null;
    const extended = (bytes.readUInt16BE(flagsAt) & 0x4000) !== 0;
    const isFile = bytes.readUInt32BE(start + 24) >>> 12 === 8;
    const from = flagsAt + (extended ? 4 : 2);
    const kept = version === 4 ? readKept(bytes, from, before.length) : { length: 0, from };
    if (!kept)
        return null;
    const zero = bytes.indexOf(0, kept.from);
    if (zero < 0)
        return null;
    const path = Buffer.concat([before.subarray(0, kept.length), bytes.subarray(kept.from, zero)]);
    // Up to version 3 an entry is padded with zeros to a multiple of eight, one at least.
    const end = version === 4 ? zero + 1 : start + Math.ceil((zero + 1 - start) / 8) * 8;
    return { path, end, isFile };
}
/** Version 4 says how many bytes of the path before are dropped, in groups of seven bits. */
function readKept(bytes, start, length) {
    let dropped = -1;
    for (let at = start; at < bytes.length && at < start + 6; at += 1) {
        const byte = bytes.readUInt8(at);
        dropped = (dropped + 1) * 128 + (byte & 0x7f);
        if ((byte & 0x80) === 0)
            return dropped <= length ? { length: length - dropped, from: at + 1 } : null;
    }
    return null;
}
// A split index keeps most of its entries in another file, and a sparse one keeps folders in place of files.
function hasParts(bytes, start, hash) {
    for (let at = start; at + 8 <= bytes.length - hash; at += 8 + bytes.readUInt32BE(at + 4))
        if (/^(link|sdir)$/.test(bytes.toString('latin1', at, at + 4)))
            return true;
    return false;
}

;// CONCATENATED MODULE: ./src/files/walk.ts










/**
 * Reads the claimed files of a work tree. A file that is named in `paths` is read whatever the ignore files say; only the
 * patterns in `options.ignore` hold for it too. No link is followed: what it leads to inside the tree is read there, and
 * what lies outside is not ours to read.
 */
function walk(root, options) {
    const start = findStart(root, options.paths ?? []);
    const run = {
        root: start.root,
        claims: options.claims,
        maxBytes: options.maxBytes ?? 1_500_000,
        configured: configuredRules(options.ignore ?? []),
        files: new Map(),
        notices: new Map(),
        links: new Map(),
        paths: new Set(),
        ignored: new Set(),
    };
    for (const place of start.places)
        visitPlace(run, place);
    for (const [path, target] of run.links)
        checkLink(run, path, target);
    const files = [...run.files.values()].filter(file => file !== null);
    return {
        files: files.sort((a, b) => (0,base_order/* byCodeUnits */.C)(a.path, b.path)),
        notices: [...run.notices.values()].sort((a, b) => (0,base_order/* byCodeUnits */.C)(a.path, b.path) || a.line - b.line),
        seen: run.files.size,
        paths: trackedFiles(start.root) ?? run.paths,
        ignored: ignoredIn(run),
    };
}
function ignoredIn({ ignored, claims }) {
    const folders = [...ignored].filter(path => path.endsWith('/'));
    const files = [...ignored].filter(path => !path.endsWith('/') && claims(path));
    return { folders: folders.length, files: files.length };
}
// A tree that goes deeper was built to be slow, or by a program that lost its way.
const walk_deepest = 100;
function visitPlace(run, { path, kind }) {
    const ignored = path !== '' && run.configured.test(kind === 'folder' ? `${path}/` : path).ignored;
    if (ignored)
        run.ignored.add(kind === 'folder' ? `${path}/` : path);
    if (ignored)
        note(run, path, 'unsupported', 'It was asked for, but the configuration ignores it.');
    else if (kind === 'folder')
        visitFolder(run, path, rulesAbove(run, path), true);
    else if (run.claims(path))
        visitFile(run, path);
    else
        note(run, path, 'unsupported', 'It was asked for, but files of its kind are not read.');
}
/** The rules that folders above `path` set for it, from the top of the work tree, or else from the root. */
function rulesAbove(run, path) {
    const folder = absolute(run, path);
    const toRoot = start_foldersAbove(run.root);
    const steps = path === '' ? [] : path.split('/');
    const toFolder = steps.map((_, at) => absolute(run, steps.slice(0, at).join('/')));
    let rules = null;
    for (const above of [...toRoot, ...toFolder])
        rules = rulesInside(rules, above, walk_namesIn(above), complainTo(run));
    return rulesFor(rules, folder);
}
function visitFolder(run, path, outer, named) {
    const entries = entriesOf(run, path);
    const names = entries.map(entry => entry.name);
    if (!named && skipped_isEnvironment(names))
        return;
    const rules = rulesInside(outer, absolute(run, path), names, complainTo(run));
    for (const entry of entries)
        visitEntry(run, path === '' ? entry.name : `${path}/${entry.name}`, entry, rules);
}
function visitEntry(run, path, entry, rules) {
    if (entry.isDirectory()) {
        if (!isLeftOut(run, `${path}/`, rules))
            enterFolder(run, path, rules);
        return;
    }
    if (isLeftOut(run, path, rules))
        return;
    if (entry.isFile())
        run.paths.add(path);
    if (run.claims(path)) {
        if (entry.isFile())
            visitFile(run, path);
        else if (entry.isSymbolicLink())
            run.links.set(path, walk_targetOf(run.root + path));
        else
            note(run, path, 'unreadable', notRegular);
    }
}
function enterFolder(run, path, rules) {
    const tooDeep = `It lies more than ${walk_deepest} folders deep, and what is in it was not read.`;
    if (path.split('/').length > walk_deepest)
        note(run, path, 'limit', tooDeep);
    else
        visitFolder(run, path, rulesFor(rules, absolute(run, path)), false);
}
function isLeftOut(run, path, rules) {
    if (/(^|\/)\.git\/$/.test(path))
        return true;
    const { ignored, unignored } = run.configured.test(path);
    if (ignored)
        run.ignored.add(path);
    if (ignored || unignored)
        return ignored;
    const folder = /([^/]*)\/$/.exec(path)?.[1];
    return (folder !== undefined && isSkippedFolder(folder)) || isIgnored(rules, run.root + path);
}
function visitFile(run, path) {
    if (run.files.has(path))
        return;
    run.paths.add(path);
    const opened = openRegular(run.root + path, run.maxBytes);
    if ('refused' in opened)
        note(run, path, opened.refused, opened.says);
    run.files.set(path, 'bytes' in opened ? readText(run, path, opened.bytes) : null);
}
function readText(run, path, bytes) {
    if (isBinary(bytes)) {
        note(run, path, 'binary', 'It holds a NUL byte, so it is no text, and was not read.');
        return null;
    }
    const { text, doubt } = decode(bytes);
    if (doubt)
        note(run, path, 'encoding', doubt.says, doubt.line);
    return { path, text };
}
/** A link is nothing to read, as long as the file behind it was read under its own name. */
function checkLink(run, path, target) {
    const inside = target?.split(external_node_path_.sep).join('/').slice(run.root.length) ?? '';
    if (target === null)
        note(run, path, 'unreadable', 'It is a link that leads nowhere.');
    else if (!isInside(run.root, target))
        note(run, path, 'unreadable', 'It is a link that leads out of the scanned directory, and was not followed.');
    else if (!run.files.has(inside))
        note(run, path, 'unreadable', 'It is a link to something that is not scanned, and was not followed.');
}
function walk_targetOf(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch (error) {
        systemCode(error);
        return null;
    }
}
function entriesOf(run, path) {
    try {
        const entries = (0,external_node_fs_.readdirSync)(absolute(run, path), { withFileTypes: true });
        return entries.sort((a, b) => (0,base_order/* byCodeUnits */.C)(a.name, b.name));
    }
    catch (error) {
        note(run, path === '' ? '.' : path, 'unreadable', `The folder cannot be read (${systemCode(error)}).`);
        return [];
    }
}
function walk_namesIn(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder);
    }
    catch (error) {
        // A folder above the scanned one may be closed to us; then it has no say.
        systemCode(error);
        return [];
    }
}
function complainTo(run) {
    return (ignoreFile, line, says) => {
        const inside = ignoreFile.startsWith(run.root);
        const path = inside ? ignoreFile.slice(run.root.length) : '.gitignore';
        const kind = line === 0 ? 'unreadable' : 'limit';
        note(run, path, kind, inside ? says : `In a folder above: ${says}`, line);
    };
}
function note(run, path, kind, message, line = 0) {
    run.notices.set(`${path}\n${line}\n${kind}`, { path, line, kind, message });
}
/** With a slash at its end. */
function absolute(run, folder) {
    return folder === '' ? run.root : `${run.root}${folder}/`;
}

;// CONCATENATED MODULE: ./src/frontends/effort.ts
/** What a file may cost. */
function fullEffort() {
    return { blocks: 3_000_000, copied: 500_000, spent: false };
}
/** Passes one more block; false where too many have been passed. */
function passBlock(effort) {
    effort.blocks -= 1;
    if (effort.blocks < 0)
        effort.spent = true;
    return effort.blocks >= 0;
}
/** Walks one more copy of a body; false where too much has been copied, which bodies in bodies double at each level. */
function copyBody(effort, characters) {
    effort.copied -= characters;
    if (effort.copied < 0)
        effort.spent = true;
    return effort.copied >= 0;
}

;// CONCATENATED MODULE: ./src/frontends/variables.ts


// What a name stands for after a `return` or a `raise`: it adds nothing where ways meet.
const unreachable = { kind: 'unknown' };
/** Declares that every way into the block is known. */
function seal(builder, index) {
    const block = blockAt(builder, index);
    if (block.sealed)
        return;
    block.sealed = true;
    for (const [name, mix] of block.pending)
        variables_settle(builder, name, open => {
            open.push({ block: index, mix });
            return mix;
        });
    block.pending.clear();
}
function bind(builder, name, value) {
    blockAt(builder, builder.at).bound.set(name, value);
    builder.dirty = true;
}
/** What `name` stands for at this point. */
function lookUp(builder, name) {
    return variables_settle(builder, name, open => valueAt(builder, builder.at, name, open));
}
const variables_mostRounds = 8;
/**
 * Finds a value and fills the mixes that this opened. A worklist, since thousands of branches in a row are legal.
 * Mixes opened last mostly lie nearest to the entry, so a pass backwards replaces nearly every mix that is of one value
 * only; where ways of different lengths meet it takes another one.
 */
function variables_settle(builder, name, find) {
    const open = [];
    const found = find(open);
    for (let i = 0; i < open.length; i += 1) {
        const entry = open[i];
        if (entry)
            gather(builder, name, entry, open);
    }
    const settled = new Map();
    open.reverse();
    let changed = true;
    for (let round = 0; changed && round < variables_mostRounds; round += 1) {
        changed = false;
        for (const { mix } of open) {
            const value = simplify(mix, settled);
            changed ||= value !== mix && value !== settled.get(mix);
            settled.set(mix, value);
        }
    }
    for (const { block, mix } of open)
        blockAt(builder, block).bound.set(name, settled.get(mix) ?? mix);
    return found.kind === 'mix' ? (settled.get(found) ?? found) : found;
}
function gather(builder, name, { block, mix }, open) {
    const { from: ways, live } = blockAt(builder, block);
    for (const from of ways) {
        if (live && !blockAt(builder, from).live)
            continue;
        const value = valueAt(builder, from, name, open);
        if (value === mix || value === unreachable)
            continue;
        mix.of.push(value);
        mix.from.push(from);
    }
}
function simplify(mix, settled) {
    const ways = mix.of.map((value, i) => ({
        value: value.kind === 'mix' ? (settled.get(value) ?? value) : value,
        from: mix.from[i] ?? -1,
    }));
    const others = ways.filter(way => way.value !== mix && way.value !== unreachable);
    mix.of.splice(0, mix.of.length, ...others.map(way => way.value));
    mix.from.splice(0, mix.from.length, ...others.map(way => way.from));
    if (mix.of.length === 0)
        return unreachable;
    const [only, ...rest] = new Set(mix.of);
    return only !== undefined && rest.length === 0 ? only : mix;
}
function valueAt(builder, index, name, open) {
    const passed = [];
    let at = index;
    let value = null;
    while (value === null) {
        if (!passBlock(builder.effort))
            return unknown;
        const block = blockAt(builder, at);
        const bound = block.bound.get(name);
        const only = block.sealed && block.from.length === 1 ? block.from[0] : undefined;
        if (bound)
            value = bound;
        else if (only !== undefined) {
            passed.push(block);
            at = only;
        }
        else
            value = valueOnEntry(builder, at, name, open);
    }
    for (const block of passed)
        block.bound.set(name, value);
    return value;
}
function valueOnEntry(builder, index, name, open) {
    const block = blockAt(builder, index);
    if (block.sealed && block.from.length === 0) {
        const value = index === 0 ? builder.free(name) : unreachable;
        block.bound.set(name, value);
        return value;
    }
    const mix = { kind: 'mix', of: [], from: [] };
    block.bound.set(name, mix);
    if (block.sealed)
        open.push({ block: index, mix });
    else
        block.pending.set(name, mix);
    return mix;
}
/** The block of that number. */
function blockAt(builder, index) {
    const block = builder.blocks[index];
    if (!block)
        throw new Error(`no block ${index}`);
    return block;
}

;// CONCATENATED MODULE: ./src/frontends/builder.ts


// An exception has fewer handlers than this wherever people wrote them.
const mostWays = 64;
/** A builder that stands in an empty entry block. */
function openBuilder(free, effort) {
    const builder = { blocks: [], at: 0, frames: [], dirty: false, free, effort };
    newBlock(builder);
    blockAt(builder, 0).live = true;
    seal(builder, 0);
    return builder;
}
function newBlock(builder) {
    const [bound, pending] = [new Map(), new Map()];
    builder.blocks.push({ facts: [], next: [], from: [], bound, pending, sealed: false, live: false });
    return builder.blocks.length - 1;
}
/** Goes on in a fresh block that `from` alone leads to. */
function startBlock(builder) {
    const next = newBlock(builder);
    builder.at = next;
    return next;
}
function addFact(builder, fact) {
    blockAt(builder, builder.at).facts.push(fact);
}
function builder_addEdge(builder, from, edge) {
    const [here, there] = [blockAt(builder, from), blockAt(builder, edge.to)];
    here.next.push(edge);
    there.from.push(from);
    there.live ||= here.live;
}
/** Whether code that stands in this block can run. */
function isLive(builder, index) {
    return blockAt(builder, index).live;
}
/** A way that is written down and never taken: variables keep their values where it would end. */
function addDeadEdge(builder, from, edge) {
    blockAt(builder, from).next.push(edge);
}
/** Ends the current block with a jump. */
function goTo(builder, to) {
    builder_addEdge(builder, builder.at, { to });
}
/** Adds a call and, inside a `try`, the ways that its failure takes. */
function addCall(builder, callee, args, span, name, more = {}) {
    const call = { kind: 'call', callee, arguments: args, span, name, ...more };
    addFact(builder, call);
    if (isProtected(builder)) {
        const from = builder.at;
        const next = newBlock(builder);
        builder_addEdge(builder, from, { to: next });
        seal(builder, next);
        builder.at = from;
        raiseFrom(builder);
        builder.at = next;
    }
    return call;
}
/** Whether something around the current statement takes exceptions, for a moment at least. */
function isProtected(builder) {
    return builder.frames.some(frame => frame.kind !== 'loop');
}
/** Connects the current block to whatever takes an exception that its last fact raises. */
function raiseFrom(builder) {
    const from = builder.at;
    builder.dirty = false;
    let ways = 0;
    for (let i = builder.frames.length - 1; i >= 0; i -= 1) {
        const frame = builder.frames[i];
        if (frame?.kind === 'finally') {
            builder_addEdge(builder, from, { to: copyFor(builder, frame, 'raise'), when: 'raises', catches: null });
            return;
        }
        if (frame?.kind !== 'handlers')
            continue;
        ways += frame.handlers.length;
        if (ways > mostWays) {
            builder.effort.spent = true;
            return;
        }
        for (const h of frame.handlers)
            takeTo(builder, from, h);
        if (frame.handlers.some(h => h.total))
            return;
    }
}
/** Says that what is not a call may raise here too. */
function mayRaise(builder) {
    // Where a call ends the block, an exception of that call is meant.
    continueIn(builder);
    const from = builder.at;
    const body = newBlock(builder);
    goTo(builder, body);
    const frame = builder.frames.at(-1);
    if (frame?.kind === 'handlers' && frame.handlers.length > mostWays)
        for (const h of frame.handlers)
            takeTo(builder, from, h);
    else
        raiseFrom(builder);
    seal(builder, body);
    builder.at = body;
}
/** Goes on in a new block, and says in which. */
function continueIn(builder) {
    const next = newBlock(builder);
    goTo(builder, next);
    seal(builder, next);
    builder.at = next;
    return next;
}
function takeTo(builder, from, handler) {
    builder_addEdge(builder, from, { to: handler.block, when: 'raises', catches: handler.catches });
}
/** Leaves by `return`, `break` or `continue`, through every `finally` on the way. What follows is unreachable. */
function leave(builder, jump) {
    for (let i = builder.frames.length - 1; i >= 0; i -= 1) {
        const frame = builder.frames[i];
        if (frame?.kind === 'finally') {
            goTo(builder, copyFor(builder, frame, jump));
            break;
        }
        if (frame?.kind === 'loop' && jump !== 'return') {
            goTo(builder, jump === 'break' ? frame.breakTo : frame.continueTo);
            break;
        }
    }
    seal(builder, startBlock(builder));
}
function copyFor(builder, frame, jump) {
    const known = frame.copies.get(jump);
    if (known !== undefined)
        return known;
    const block = newBlock(builder);
    frame.copies.set(jump, block);
    return block;
}
/** The finished blocks. */
function closeBuilder(builder) {
    return builder.blocks.map(({ facts, next }) => ({ facts, next }));
}

;// CONCATENATED MODULE: ./src/frontends/pipelines/units.ts



/** The units of a pipeline: one that starts the jobs, one for each job; the scripts of their steps are handed out. */
function units_unitsOf(pipelines) {
    const embedded = [];
    const units = pipelines.flatMap(pipeline => [units_pipelineUnit(pipeline), ...jobUnits(pipeline, embedded)]);
    return { units, classes: [], settings: [], notices: [], stars: [], embedded };
}
/** The units of a file of tasks: one for each of them, started by nobody but those who ask for it. */
function tasksOf(tasks) {
    const embedded = [];
    const units = jobUnits(tasks, embedded).map(unit => ({ ...unit, parent: null }));
    return { units, classes: [], settings: [], notices: [], stars: [], embedded };
}
/** The name of the unit of a job. */
function jobName(pipeline, id) {
    return `${pipeline.name}:${id}`;
}
// Its triggers lead to its jobs side by side: what one job has shown holds in another only where that one waits for it.
function units_pipelineUnit(pipeline) {
    const builder = openBuilder(() => unknown, fullEffort());
    const entry = builder.at;
    const end = newBlock(builder);
    const triggers = pipeline.triggers.map(trigger => ({
        trigger,
        block: triggerBlock(builder, entry, trigger),
    }));
    const starts = triggers.length > 0 ? triggers : [{ trigger: null, block: entry }];
    for (const job of pipeline.jobs) {
        const from = starts.filter(({ trigger }) => trigger === null || canHold(job.condition, trigger.event));
        startJob(builder, pipeline, job, from.map(({ block }) => block), end);
    }
    for (const { block } of starts)
        builder_addEdge(builder, block, { to: end });
    seal(builder, end);
    builder.at = end;
    for (const job of pipeline.jobs)
        addFact(builder, {
            kind: 'after',
            unit: jobName(pipeline, job.id),
            regardless: whyPassed(job),
            span: job.span,
        });
    const { inputs, inert, file, span, label, name, variables } = pipeline;
    const parameters = [...inputs].map(([input, value]) => ({
        name: input,
        kind: 'keyword',
        default: value,
        type: null,
    }));
    return {
        ...emptyUnit,
        name,
        label,
        kind: 'pipeline',
        file,
        span,
        parameters,
        blocks: closeBuilder(builder),
        bound: listsOf(variables),
        ...(inert !== null && { inert }),
    };
}
const emptyUnit = {
    parent: null,
    parameters: [],
    owner: null,
    decorators: [],
    returns: null,
    generator: false,
};
function whyPassed(job) {
    const { test, events } = job.condition;
    if (test !== null && !isConstant(test, true))
        return 'the condition of that job may skip it';
    return events === null ? job.tolerates : 'that job is skipped on other events';
}
function triggerBlock(builder, entry, trigger) {
    const block = newBlock(builder);
    builder_addEdge(builder, entry, { to: block });
    seal(builder, block);
    builder.at = block;
    addFact(builder, {
        kind: 'call',
        callee: units_pipelineName('trigger'),
        arguments: [
            argument('event', constant(trigger.event), trigger.span),
            argument('says', constant(trigger.says), trigger.span),
        ],
        span: trigger.span,
        name: trigger.span,
    });
    return block;
}
/** A word of the vocabulary that every CI system shares; the catalogue says what it shows. */
function units_pipelineName(word) {
    return { kind: 'name', name: `pipeline.${word}`, from: null, dots: 0 };
}
function argument(name, value, span) {
    return { name, value, span };
}
function canHold(condition, event) {
    if (isConstant(condition.test, false))
        return false;
    return condition.events === null || condition.events.includes(event);
}
function isConstant(value, wanted) {
    return value?.kind === 'constant' && Boolean(value.value) === wanted;
}
function startJob(builder, pipeline, job, from, end) {
    if (from.length === 0)
        return;
    const block = newBlock(builder);
    for (const way of from)
        builder_addEdge(builder, way, { to: block });
    seal(builder, block);
    builder.at = block;
    const past = askFor(builder, job.condition);
    const unit = jobName(pipeline, job.id);
    addFact(builder, {
        kind: 'call',
        callee: { kind: 'function', unit },
        arguments: [],
        span: job.span,
        name: job.span,
    });
    goTo(builder, end);
    if (past !== null)
        builder_addEdge(builder, past, { to: end });
}
// The block from which the way past leads; `null` where no test is made.
function askFor(builder, { test, span }) {
    if (test === null || test.kind === 'constant')
        return null;
    addFact(builder, { kind: 'test', value: test, span });
    const asked = builder.at;
    const next = newBlock(builder);
    builder_addEdge(builder, asked, { to: next, when: 'true' });
    seal(builder, next);
    const past = newBlock(builder);
    builder_addEdge(builder, asked, { to: past, when: 'false' });
    seal(builder, past);
    builder.at = next;
    return past;
}
function jobUnits(pipeline, embedded) {
    const tolerated = new Map(pipeline.jobs.map(({ id, tolerates }) => [id, tolerates]));
    return pipeline.jobs.map(job => units_jobUnit(pipeline, job, tolerated, embedded));
}
function units_jobUnit(pipeline, job, tolerated, embedded) {
    const builder = openBuilder(() => unknown, fullEffort());
    for (const { job: needed, regardless, span } of job.needs) {
        const why = regardless ?? tolerated.get(needed) ?? null;
        addFact(builder, { kind: 'after', unit: jobName(pipeline, needed), regardless: why, span });
    }
    for (const gate of job.gates)
        passGate(builder, gate);
    runSteps({ builder, pipeline, job, embedded }, 0, true);
    const { file } = pipeline;
    const variables = new Map([...pipeline.variables, ...job.variables]);
    return {
        ...emptyUnit,
        name: jobName(pipeline, job.id),
        label: job.label,
        kind: 'job',
        parent: pipeline.name,
        file,
        span: job.span,
        blocks: closeBuilder(builder),
        bound: listsOf(variables),
    };
}
function listsOf(variables) {
    return new Map([...variables].map(([name, value]) => [name, [value]]));
}
function passGate(builder, gate) {
    const args = [argument('name', gate.name, gate.span), argument('says', constant(gate.says), gate.span)];
    addCall(builder, units_pipelineName(gate.kind), args, gate.span, gate.span);
}
// After a failure only steps that ask for it run; their copies lead to the end of a failed job.
function runSteps(run, first, well) {
    const { builder, job } = run;
    for (const [index, step] of job.steps.entries()) {
        if (index < first || !units_runs(step.condition, well))
            continue;
        const later = job.steps.findIndex((s, i) => i > index && units_runs(s.condition, false));
        const rescue = well && later >= 0 ? newBlock(builder) : null;
        if (rescue !== null)
            builder.frames = [{ kind: 'handlers', handlers: [{ block: rescue, catches: null, total: true }] }];
        runStep(run, step, index);
        builder.frames = [];
        if (rescue !== null)
            rescueFrom(run, rescue, later);
    }
    if (!well)
        addFact(builder, { kind: 'raise', value: unknown, by: 'raise', span: job.span });
}
function rescueFrom(run, block, later) {
    const { builder } = run;
    const back = builder.at;
    seal(builder, block);
    builder.at = block;
    runSteps(run, later, false);
    builder.at = back;
}
function units_runs({ after, test }, well) {
    if (isConstant(test, false))
        return false;
    return after === 'always' || (after === 'success') === well;
}
function runStep(run, step, index) {
    const { builder } = run;
    const past = askFor(builder, step.condition);
    const next = newBlock(builder);
    const { frames } = builder;
    if (step.tolerates !== null)
        builder.frames = [
            ...frames,
            { kind: 'handlers', handlers: [{ block: next, catches: null, total: true }] },
        ];
    act(run, step, index);
    builder.frames = frames;
    goTo(builder, next);
    if (past !== null)
        builder_addEdge(builder, past, { to: next });
    seal(builder, next);
    builder.at = next;
}
function act(run, step, index) {
    const { builder, job } = run;
    const { action } = step;
    if (action.kind === 'gate')
        return passGate(builder, action.gate);
    const directory = step.directory === undefined ? job.directory : step.directory;
    const callee = calleeOf(run, action, index, directory);
    const args = [...units_argumentsOf(action), ...units_environmentOf(step.variables, directory, step.span)];
    addCall(builder, callee, args, action.span, action.span);
}
function units_argumentsOf(action) {
    if (action.kind === 'script')
        return [];
    return [...action.inputs].map(([name, value]) => argument(name, value, action.span));
}
function units_environmentOf(variables, directory, span) {
    const given = [...variables].map(([name, value]) => argument(name, value, span));
    return [...given, argument('PWD', directory === null ? unknown : constant(directory), span)];
}
function calleeOf(run, action, index, directory) {
    if (action.kind === 'call')
        return { kind: 'function', unit: action.name };
    if (action.kind === 'uses')
        return { kind: 'command', name: `uses: ${action.name}`, directory };
    const { pipeline, job, embedded } = run;
    const path = `${pipeline.file.path}#${job.id}/${index + 1}`;
    const { language, shell, text, pieces } = action;
    if (!embedded.some(other => other.file.path === path))
        embedded.push({ language, shell, file: { path, text, container: { file: action.span.file, pieces } } });
    return { kind: 'function', unit: path };
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./src/frontends/pipelines/yaml.ts

const mostNodes = 300_000;
const yaml_deepest = 100;
/** Reads a YAML file. What is broken becomes a notice, and what stands before and behind it is used. */
function readYaml(file) {
    const notices = [];
    if (isTooDeep(file.text)) {
        notices.push(noticeAt(file, 1, 'limit', `Brackets or lists are nested more than ${yaml_deepest} deep.`));
        return { file, documents: [], notices };
    }
    const lines = new dist/* LineCounter */.HN();
    const parsed = (0,dist/* parseAllDocuments */.hR)(file.text, {
        prettyErrors: false,
        uniqueKeys: false,
        merge: true,
        logLevel: 'silent',
        lineCounter: lines,
    });
    const documents = (Array.isArray(parsed) ? parsed : []);
    const reader = { file, notices, document: null, left: mostNodes };
    const [problem] = documents.flatMap(document => document.errors);
    if (problem) {
        const { line } = lines.linePos(problem.pos[0]);
        notices.push(noticeAt(file, line, 'syntax', syntaxMessage));
    }
    const trees = documents.flatMap(document => {
        const own = { ...reader, document };
        return document.contents ? [treeOf(own, document.contents)] : [];
    });
    return { file, documents: trees, notices };
}
const syntaxMessage = 'The YAML could not be understood here; the rest of the file was read as far as it could be.';
function noticeAt(file, line, kind, message) {
    return { path: file.path, line, kind, message };
}
// The parser runs out of stack on brackets nested thousands deep; its lexer does not.
function isTooDeep(text) {
    let depth = 0;
    for (const token of new dist/* Lexer */.JG().lex(text)) {
        if (token === '[' || token === '{')
            depth += 1;
        if (token === ']' || token === '}')
            depth -= 1;
        if (depth > yaml_deepest)
            return true;
        if (dist/* CST */.DB.tokenType(token) === 'space' && token.length > 20 * yaml_deepest)
            return true;
    }
    return /^(?:- ){100}/m.test(text);
}
function treeOf(reader, node) {
    const [start, end] = node.range ?? [0, 0];
    return { node: followAlias(reader, node), reader, span: { file: reader.file, start, end } };
}
function followAlias(reader, node) {
    let at = node;
    for (let steps = 0; (0,dist/* isAlias */.Vj)(at) && steps < 20; steps += 1)
        at = reader.document ? at.resolve(reader.document) : undefined;
    return at && !(0,dist/* isAlias */.Vj)(at) ? at : new dist/* Scalar */.X5(null);
}
// Aliases in aliases can stand for billions of nodes; each look costs one.
function pay(reader) {
    reader.left -= 1;
    if (reader.left === -1)
        reader.notices.push(noticeAt(reader.file, 0, 'limit', 'Its aliases stand for more than can be read.'));
    return reader.left >= 0;
}
/** The entries of a map, those that `<<` merges in behind its own. Empty where the value is no map. A later duplicate of a key wins. */
function yaml_entriesOf(tree, depth = 0) {
    if (!tree || !(0,dist/* isMap */.jh)(tree.node) || depth > 10)
        return [];
    const { reader } = tree;
    const own = [];
    const merged = [];
    for (const pair of tree.node.items) {
        if (!pay(reader))
            break;
        const key = (0,dist/* isScalar */.jn)(pair.key) ? textOfScalar(pair.key) : null;
        if (key === null)
            continue;
        const [start, end] = pair.key.range ?? [0, 0];
        const value = treeOf(reader, pair.value ?? new dist/* Scalar */.X5(null));
        if (key === '<<')
            for (const from of mergedTrees(value))
                merged.push(...yaml_entriesOf(from, depth + 1));
        else
            own.push({ key, at: { file: reader.file, start, end }, value });
    }
    const last = new Map(own.map(entry => [entry.key, entry]));
    return [...last.values(), ...merged.filter(entry => !last.has(entry.key))];
}
function mergedTrees(tree) {
    return (0,dist/* isSeq */.oP)(tree.node) ? yaml_itemsOf(tree) : [tree];
}
/** The value of a key; `null` where it is absent. */
function yaml_valueAt(tree, ...keys) {
    let at = tree;
    for (const key of keys)
        at = yaml_entriesOf(at).find(entry => entry.key === key)?.value ?? null;
    return at;
}
/** The span of a key, for saying where a setting stands; that of the map where it is absent. */
function keyAt(tree, key) {
    return yaml_entriesOf(tree).find(entry => entry.key === key)?.at ?? tree.span;
}
/** The items of a list. Empty where the value is no list. */
function yaml_itemsOf(tree) {
    if (!tree || !(0,dist/* isSeq */.oP)(tree.node))
        return [];
    return tree.node.items.flatMap(item => pay(tree.reader) ? [treeOf(tree.reader, item ?? new dist/* Scalar */.X5(null))] : []);
}
/** The items of a list, or the value itself where it is none. */
function listOf(tree) {
    if (!tree || isNothing(tree))
        return [];
    return (0,dist/* isSeq */.oP)(tree.node) ? yaml_itemsOf(tree) : [tree];
}
function yaml_isList(tree) {
    return tree !== null && (0,dist/* isSeq */.oP)(tree.node);
}
function isMapping(tree) {
    return tree !== null && (0,dist/* isMap */.jh)(tree.node);
}
/** Whether a key has no value, or `null`. */
function isNothing(tree) {
    return tree === null || ((0,dist/* isScalar */.jn)(tree.node) && tree.node.value === null);
}
/** A scalar as text, however it is written; `null` for lists, maps and nothing. */
function yaml_textOf(tree) {
    return tree && (0,dist/* isScalar */.jn)(tree.node) ? textOfScalar(tree.node) : null;
}
function textOfScalar(node) {
    const { value } = node;
    if (typeof value === 'string')
        return value;
    if (value === null || value === undefined)
        return node.source === '' ? null : (node.source ?? null);
    return node.source ?? String(value);
}
/** The custom tag of a value, `!reference`; empty where it has none. */
function tagOf(tree) {
    return tree.node.tag?.startsWith('!') ? tree.node.tag : '';
}
/** A scalar's boolean; `null` where it is none. `yes`, `on`, `no` and `off` count, as older readers of YAML take them. */
function booleanOf(tree) {
    const text = yaml_textOf(tree);
    if (text === null)
        return null;
    if (/^(true|yes|on)$/i.test(text))
        return true;
    return /^(false|no|off)$/i.test(text) ? false : null;
}
/** A scalar's text with the places of its lines in the file. */
function placedText(tree) {
    const text = yaml_textOf(tree) ?? '';
    const { file } = tree.reader;
    const [start, end] = tree.node.range ?? [0, 0];
    return { text, pieces: yaml_piecesOf(text, file.text, start, end) };
}
// Indentation, folding and escapes change a text's lines; each line that survives is found again by its content.
function yaml_piecesOf(text, source, start, end) {
    const pieces = [];
    const quoted = source[start] === '"' || source[start] === "'";
    let cursor = 0;
    let at = quoted ? start + 1 : start;
    for (const line of source.slice(at, quoted ? end - 1 : end).split('\n')) {
        const content = line.trim();
        const found = content === '' ? -1 : text.indexOf(content, cursor);
        if (found >= 0) {
            pieces.push({ from: found, to: at + line.indexOf(content), length: content.length });
            cursor = found + content.length;
        }
        at += line.length + 1;
    }
    return pieces.length > 0 ? pieces : [{ from: 0, to: start, length: 0 }];
}

// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/index.js + 27 modules
var expressions_dist = __webpack_require__(2506);
// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/ast.js
var ast = __webpack_require__(2049);
;// CONCATENATED MODULE: ./src/frontends/github/expressions.ts



const contextNames = [
    'github',
    'env',
    'vars',
    'job',
    'jobs',
    'steps',
    'runner',
    'secrets',
    'strategy',
    'matrix',
    'needs',
    'inputs',
];
const statusNames = ['always', 'success', 'failure', 'cancelled'];
const functionNames = [
    ...statusNames,
    'contains',
    'startsWith',
    'endsWith',
    'format',
    'join',
    'toJSON',
    'fromJSON',
    'hashFiles',
    'case',
];
/** Parses an expression, without its `${{ }}`; `null` where it is none. */
function parseExpression(text) {
    try {
        const { tokens } = new expressions_dist/* Lexer */.JG(text).lex();
        const functions = functionNames.map(name => ({ name, minArgs: 0, maxArgs: 255 }));
        return new expressions_dist/* Parser */.iX(tokens, contextNames, functions).parse();
    }
    catch {
        // The parser says by an exception that the text is no expression; the caller makes that a notice.
        return null;
    }
}
/** What an expression gives, or may be. */
function valueOfExpression(expr, contexts, span) {
    if (expr instanceof ast/* Literal */.uS)
        return expressions_literal(expr);
    if (expr instanceof ast/* Grouping */.aU)
        return valueOfExpression(expr.group, contexts, span);
    const inside = (e) => valueOfExpression(e, contexts, span);
    if (expr instanceof ast/* Unary */._c)
        return { kind: 'operation', operator: 'not', operands: [inside(expr.expr)], span };
    if (expr instanceof ast/* Logical */.oD) {
        const operator = expr.operator.lexeme === '&&' ? 'and' : 'or';
        return { kind: 'operation', operator, operands: expr.args.map(inside), span };
    }
    if (expr instanceof ast/* Binary */.yI) {
        const operator = expressions_comparisons[expr.operator.lexeme];
        const operands = [inside(expr.left), inside(expr.right)];
        return operator ? { kind: 'operation', operator, operands, span } : unknown;
    }
    if (expr instanceof ast/* FunctionCall */.R6)
        return expressions_resultOf(expr, inside);
    const path = pathOf(expr);
    return path ? contexts(path) : unknown;
}
const expressions_comparisons = {
    '==': '==',
    '!=': '!=',
    '<': '<',
    '<=': '<=',
    '>': '>',
    '>=': '>=',
};
function expressions_literal({ literal: value }) {
    switch (value.kind) {
        case expressions_dist/* data.Kind */.p.b8.Boolean:
            return constant(value.value);
        case expressions_dist/* data.Kind */.p.b8.Number:
            return constant(value.value);
        case expressions_dist/* data.Kind */.p.b8.String:
            return constant(value.value);
        case expressions_dist/* data.Kind */.p.b8.Null:
            return constant(null);
        default:
            return unknown;
    }
}
// Of the functions only those that pass a text on are followed.
function expressions_resultOf(call, inside) {
    const [first] = call.args;
    const name = call.functionName.lexeme;
    if (/^(fromJSON|toJSON)$/i.test(name) && first)
        return inside(first);
    return { kind: 'field', of: { kind: 'name', name: 'pipeline.status', from: null, dots: 0 }, name };
}
/** `needs.evaluate.outputs.passed` as its names; `null` where an index is computed. */
function pathOf(expr) {
    if (expr instanceof ast/* ContextAccess */.QC)
        return [expr.name.lexeme];
    if (!(expr instanceof ast/* IndexAccess */.p_))
        return null;
    const of = pathOf(expr.expr);
    const { index } = expr;
    if (!of || !(index instanceof ast/* Literal */.uS) || index.literal.kind !== expressions_dist/* data.Kind */.p.b8.String)
        return null;
    return [...of, index.literal.value];
}
/** Whether an expression is true under an assumption; `null` where that is open. */
function expressions_holds(expr, assumption) {
    if (expr instanceof ast/* Grouping */.aU)
        return expressions_holds(expr.group, assumption);
    if (expr instanceof ast/* Unary */._c) {
        const inner = expressions_holds(expr.expr, assumption);
        return inner === null ? null : !inner;
    }
    if (expr instanceof ast/* Logical */.oD)
        return holdsLogical(expr, assumption);
    if (expr instanceof ast/* FunctionCall */.R6)
        return assumption.status[expr.functionName.lexeme.toLowerCase()] ?? null;
    const text = textUnder(expr, assumption);
    if (expr instanceof ast/* Binary */.yI)
        return holdsComparison(expr, assumption);
    return text === null ? null : text !== '' && text !== 'false' && text !== '0';
}
function holdsLogical(expr, assumption) {
    const answers = expr.args.map(argument => expressions_holds(argument, assumption));
    const decisive = expr.operator.lexeme === '||';
    if (answers.includes(decisive))
        return decisive;
    return answers.includes(null) ? null : !decisive;
}
function holdsComparison({ left, operator, right }, assumption) {
    const [a, b] = [textUnder(left, assumption), textUnder(right, assumption)];
    if (a === null || b === null)
        return null;
    const same = a.toLowerCase() === b.toLowerCase();
    if (operator.lexeme === '==')
        return same;
    return operator.lexeme === '!=' ? !same : null;
}
function textUnder(expr, { context }) {
    if (expr instanceof ast/* Literal */.uS) {
        const value = expressions_literal(expr);
        return value.kind === 'constant' ? String(value.value ?? '') : null;
    }
    const path = pathOf(expr);
    return path ? context(path.join('.')) : null;
}
/** Whether an expression asks how earlier steps or jobs ended. */
function asksForStatus(expr) {
    if (expr instanceof ast/* FunctionCall */.R6)
        return statusNames.includes(expr.functionName.lexeme.toLowerCase()) || expr.args.some(asksForStatus);
    if (expr instanceof ast/* Grouping */.aU)
        return asksForStatus(expr.group);
    if (expr instanceof ast/* Unary */._c)
        return asksForStatus(expr.expr);
    if (expr instanceof ast/* Logical */.oD)
        return expr.args.some(asksForStatus);
    return expr instanceof ast/* Binary */.yI && (asksForStatus(expr.left) || asksForStatus(expr.right));
}

;// CONCATENATED MODULE: ./src/frontends/azure/expressions.ts




/** Stands in a text where something is filled in that is not known. */
const openText = '__open__';
/**
 * Parses an expression without its brackets; `null` where it is none. GitHub's expressions are written in the same way, and
 * only the names differ, so that its parser reads these too.
 */
function expressions_parseExpression(text) {
    try {
        const { tokens } = new expressions_dist/* Lexer */.JG(text).lex();
        const names = tokens.filter((token, i) => isWord(token) && tokens[i - 1]?.lexeme !== '.');
        const isCall = (token) => tokens[tokens.indexOf(token) + 1]?.lexeme === '(';
        const functions = names.filter(isCall).map(({ lexeme }) => ({ name: lexeme, minArgs: 0, maxArgs: 255 }));
        const contexts = names.filter(token => !isCall(token)).map(({ lexeme }) => lexeme);
        return new expressions_dist/* Parser */.iX(tokens, contexts, functions).parse();
    }
    catch {
        // The parser says by an exception that the text is no expression; the caller makes that a notice.
        return null;
    }
}
function isWord({ lexeme }) {
    return /^[A-Za-z_]/.test(lexeme);
}
const expressions_statusNames = ['always', 'succeeded', 'failed', 'succeededorfailed', 'canceled'];
/** The name and the arguments of a function, and whether it asks how something ended. */
function expressions_callOf(expr) {
    if (!(expr instanceof ast/* FunctionCall */.R6))
        return null;
    const name = expr.functionName.lexeme.toLowerCase();
    return { name, args: expr.args, status: expressions_statusNames.includes(name) };
}
/** Whether an expression is true; `null` where that is open. */
function azure_expressions_holds(expr, question) {
    if (expr instanceof ast/* Grouping */.aU)
        return azure_expressions_holds(expr.group, question);
    const call = expressions_callOf(expr);
    if (!call)
        return expressions_isTrue(expressions_textUnder(expr, question));
    const { name, args, status } = call;
    if (status)
        return question.status(name, args.map(literalOf));
    if (name === 'and' || name === 'or')
        return expressions_decide(args, question, name === 'or');
    const [first, ...others] = args;
    if (!first)
        return null;
    if (name === 'not')
        return negated(azure_expressions_holds(first, question));
    if (name === 'notin')
        return negated(isAmong(first, others, question));
    if (name === 'in')
        return isAmong(first, others, question);
    return compare(name, expressions_textUnder(first, question), others[0] ? expressions_textUnder(others[0], question) : null);
}
function literalOf(expr) {
    return expr instanceof ast/* Literal */.uS ? expr.literal.coerceString() : openText;
}
function negated(answer) {
    return answer === null ? null : !answer;
}
function expressions_decide(args, question, decisive) {
    const answers = args.map(argument => azure_expressions_holds(argument, question));
    if (answers.includes(decisive))
        return decisive;
    return answers.includes(null) ? null : !decisive;
}
function isAmong(first, others, question) {
    const one = expressions_textUnder(first, question);
    const answers = others.map(other => compare('eq', one, expressions_textUnder(other, question)));
    if (answers.includes(true))
        return true;
    return answers.includes(null) ? null : false;
}
function expressions_isTrue(known) {
    if (!known || !('exact' in known))
        return null;
    return known.exact !== '' && !/^false$/i.test(known.exact);
}
// Texts are compared without regard to case.
function compare(name, left, right) {
    if (!left || !right || !('exact' in right))
        return null;
    const b = right.exact.toLowerCase();
    if ('start' in left)
        return compareStart(name, left.start.toLowerCase(), b);
    const a = left.exact.toLowerCase();
    if (name === 'eq')
        return a === b;
    if (name === 'ne')
        return a !== b;
    if (name === 'startswith')
        return a.startsWith(b);
    if (name === 'endswith')
        return a.endsWith(b);
    return name === 'contains' ? a.includes(b) : null;
}
function compareStart(name, start, other) {
    const differs = !other.startsWith(start) && !start.startsWith(other);
    if (name === 'startswith')
        return differs ? false : start.startsWith(other) ? true : null;
    const impossible = !other.startsWith(start);
    if (name === 'eq')
        return impossible ? false : null;
    return name === 'ne' && impossible ? true : null;
}
/** What is known of the text that an expression gives. */
function expressions_textUnder(expr, question) {
    if (expr instanceof ast/* Grouping */.aU)
        return expressions_textUnder(expr.group, question);
    if (expr instanceof ast/* Literal */.uS)
        return asKnown(expr.literal.coerceString());
    if (expr instanceof ast/* ContextAccess */.QC && /^(true|false)$/i.test(expr.name.lexeme))
        return asKnown(expr.name.lexeme);
    const call = expressions_callOf(expr);
    if (call)
        return textOfCall(expr, call, question);
    const path = pathOf(expr);
    return path ? question.text(path) : null;
}
function asKnown(text) {
    return text.includes(openText) ? null : { exact: text };
}
function textOfCall(expr, { name, args }, question) {
    const texts = args.map(argument => expressions_textUnder(argument, question));
    const exact = texts.flatMap(known => (known && 'exact' in known ? [known.exact] : []));
    const [first = '', ...others] = exact;
    if (exact.length === texts.length && exact.length > 0) {
        if (name === 'lower')
            return { exact: first.toLowerCase() };
        if (name === 'upper')
            return { exact: first.toUpperCase() };
        if (name === 'trim')
            return { exact: first.trim() };
        if (name === 'replace')
            return { exact: first.replaceAll(others[0] ?? '', others[1] ?? '') };
        if (name === 'coalesce')
            return { exact: exact.find(text => text !== '') ?? '' };
        if (name === 'format')
            return { exact: first.replace(/\{(\d+)\}/g, (_, index) => others[Number(index)] ?? '') };
    }
    const answer = azure_expressions_holds(expr, question);
    return answer === null ? null : { exact: answer ? 'True' : 'False' };
}
const operators = {
    eq: '==',
    ne: '!=',
    gt: '>',
    ge: '>=',
    lt: '<',
    le: '<=',
    and: 'and',
    or: 'or',
    not: 'not',
};
/** What an expression gives, or may be. */
function expressions_valueOfExpression(expr, contexts, span) {
    if (expr instanceof ast/* Grouping */.aU)
        return expressions_valueOfExpression(expr.group, contexts, span);
    if (expr instanceof ast/* Literal */.uS)
        return constant(expr.literal.coerceString());
    if (expr instanceof ast/* ContextAccess */.QC && /^(true|false)$/i.test(expr.name.lexeme))
        return constant(/^true$/i.test(expr.name.lexeme));
    const call = expressions_callOf(expr);
    if (!call) {
        const path = pathOf(expr);
        return path ? contexts(path) : unknown;
    }
    // `and(succeeded(), x)` asks for `x`; that all went well is said otherwise.
    const asked = call.args.filter(argument => call.name !== 'and' || expressions_callOf(argument)?.status !== true);
    const operands = asked.map(argument => expressions_valueOfExpression(argument, contexts, span));
    const [only] = operands;
    if (call.name === 'and' && only && operands.length === 1)
        return only;
    const operator = operators[call.name];
    if (operator && operands.length > 0)
        return { kind: 'operation', operator, operands, span };
    return {
        kind: 'field',
        of: { kind: 'name', name: 'pipeline.status', from: null, dots: 0 },
        name: call.name,
    };
}

;// CONCATENATED MODULE: ./src/frontends/azure/conditions.ts


/** A condition that is not written. */
function noCondition(span) {
    const condition = { after: 'success', test: null, events: null, span };
    return { condition, text: '', overrules: () => false, recursive: true, valid: true };
}
/**
 * Reads a `condition`. What is written takes the place of `succeeded()`, so that one that does not ask how things went holds
 * after a failure too. https://learn.microsoft.com/azure/devops/pipelines/process/conditions
 */
function readCondition(text, contexts, span) {
    const expr = expressions_parseExpression(text);
    if (!expr) {
        const condition = { after: 'always', test: { kind: 'unknown' }, events: null, span };
        return { condition, text, overrules: () => true, recursive: false, valid: false };
    }
    const condition = {
        after: afterWhat(expr),
        test: testOf(expr, contexts, span),
        events: eventsOf(expr),
        span,
    };
    const asks = (name, skippable) => overrules(expr, name, skippable);
    return { condition, text, overrules: asks, recursive: asksForAll(expr), valid: true };
}
const conditions_open = () => null;
const well = {
    status: name => name !== 'failed' && name !== 'canceled',
    text: conditions_open,
};
const badly = {
    status: name => name === 'always' || name === 'failed' || name === 'succeededorfailed',
    text: conditions_open,
};
function afterWhat(expr) {
    const onFailure = azure_expressions_holds(expr, badly) !== false;
    if (!onFailure)
        return 'success';
    return azure_expressions_holds(expr, well) === false ? 'failure' : 'always';
}
// `or(succeeded(), …)` asks for no success: with everything failed it may still hold.
function asksForAll(expr) {
    const question = {
        status: (name, of) => (name === 'succeeded' && of.length === 0 ? false : null),
        text: conditions_open,
    };
    return azure_expressions_holds(expr, question) === false;
}
// `in(dependencies.A.result, 'Succeeded', 'Skipped')` does not overrule `A` where nothing can skip it.
function overrules(expr, name, skippable) {
    return (skippable ? ['Failed', 'Skipped'] : ['Failed']).some(ended => azure_expressions_holds(expr, endedAs(name, ended)) !== false);
}
function endedAs(name, ended) {
    const failed = ended === 'Failed';
    const answers = {
        always: true,
        canceled: false,
        succeeded: false,
        failed: failed ? true : null,
        succeededorfailed: failed ? true : null,
    };
    return {
        status: (asked, of) => (of.length === 0 || of.includes(name) ? (answers[asked] ?? null) : null),
        text: path => (isResultOf(path, name) ? { exact: ended } : null),
    };
}
function isResultOf(path, name) {
    const [context, of, what] = path;
    return /dependencies$/i.test(context ?? '') && of?.toLowerCase() === name.toLowerCase() && what === 'result';
}
// What is asked besides how things went; `null` where nothing is.
function testOf(expr, contexts, span) {
    const answer = azure_expressions_holds(expr, well);
    if (answer === null)
        return expressions_valueOfExpression(expr, contexts, span);
    return answer || afterWhat(expr) === 'failure' ? null : constant(false);
}
const reasons = {
    push: ['IndividualCI', 'BatchedCI'],
    tag: ['IndividualCI', 'BatchedCI'],
    'pull-request': ['PullRequest'],
    schedule: ['Schedule'],
    manual: ['Manual'],
    pipeline: ['ResourceTrigger', 'BuildCompletion'],
    release: [],
    call: [],
    other: [],
};
const branches = {
    push: 'refs/heads/',
    tag: 'refs/tags/',
    'pull-request': 'refs/pull/',
};
function eventsOf(expr) {
    const events = Object.keys(reasons);
    const possible = events.filter(event => {
        const named = reasons[event];
        return named.length === 0 || named.some(reason => azure_expressions_holds(expr, startedBy(event, reason)) !== false);
    });
    return possible.length === events.length ? null : possible;
}
function startedBy(event, reason) {
    const text = ([context, ...rest]) => {
        const name = context === 'variables' ? rest.join('.').toLowerCase() : '';
        const start = branches[event];
        if (name === 'build.reason')
            return { exact: reason };
        return name === 'build.sourcebranch' && start !== undefined ? { start } : null;
    };
    // How things went is no matter of what started them.
    return { status: name => (name === 'always' ? true : null), text };
}

;// CONCATENATED MODULE: ./src/frontends/azure/scope.ts
/** Whether a node is there wherever another one is. */
function scope_isCertain(node, where) {
    return node.branches.every(({ id }) => where.some(branch => branch.id === id));
}
const scope_mostNodes = 40_000;
/** Starts to read a pipeline. */
function openRun(pipeline, others, notices) {
    return { pipeline, others, notices, templates: new Map(), left: scope_mostNodes };
}
/** Says once that there is more than can be read; whether anything is left of the budget. */
function spend(run, at) {
    run.left -= 1;
    if (run.left === -1)
        scope_note(run, at, 'limit', 'Its templates and loops stand for more than can be read.');
    return run.left >= 0;
}
/** Adds a notice at a place. */
function scope_note(run, { span }, kind, message) {
    const line = span.file.text.slice(0, span.start).split('\n').length;
    const { path } = span.file;
    if (!run.notices.some(other => other.path === path && other.line === line && other.message === message))
        run.notices.push({ path, line, kind, message });
}

;// CONCATENATED MODULE: ./src/frontends/pipelines/templates.ts
/** Puts other text into the holes of a text; what stands between them keeps its places. */
function fill({ text, pieces }, holes) {
    let filled = '';
    let from = 0;
    const kept = [];
    for (const hole of holes) {
        kept.push({ start: from, end: hole.start, at: filled.length });
        filled += text.slice(from, hole.start) + hole.text;
        from = hole.end;
    }
    kept.push({ start: from, end: text.length, at: filled.length });
    filled += text.slice(from);
    return { text: filled, pieces: kept.flatMap(({ start, end, at }) => piecesBetween(pieces, start, end, at)) };
}
// The pieces of a stretch of text, as the stretch stands elsewhere now.
function piecesBetween(pieces, start, end, at) {
    return pieces.flatMap(piece => {
        const from = Math.max(piece.from, start);
        const length = Math.min(piece.from + piece.length, end) - from;
        const standsFor = piece.length === 0 && piece.from >= start && piece.from <= end;
        if (length <= 0 && !standsFor)
            return [];
        return [{ from: at + from - start, to: piece.to + from - piece.from, length: Math.max(0, length) }];
    });
}
/** A name that a shell takes for a variable: `inputs.stage` becomes `inputs__stage`. */
function variableName(expression) {
    const plain = expression.trim().replace(/[^A-Za-z0-9_]+/g, '__');
    return /^[0-9]/.test(plain) ? `_${plain}` : plain || '_';
}
/** A text with holes as a value. */
function textWith(parts) {
    const [only] = parts;
    if (only && parts.length === 1)
        return only;
    return { kind: 'text', parts };
}

;// CONCATENATED MODULE: ./src/frontends/azure/texts.ts





/** The `${{ }}` of a text. */
function expressionsIn(text) {
    return [...text.matchAll(/\$\{\{([\s\S]*?)\}\}/g)].map(match => ({
        start: match.index,
        end: match.index + match[0].length,
        inside: (match[1] ?? '').trim(),
    }));
}
/** The expression that a text consists of; `null` where there is more to it, or less. */
function wholeExpression(text) {
    const [only, ...others] = text?.includes('${{') ? expressionsIn(text) : [];
    return only && others.length === 0 && text?.trim().length === only.end - only.start ? only.inside : null;
}
/** What names stand for while templates are put together. */
function questionOf(scope, depth = 0) {
    return {
        status: () => null,
        text: path => {
            const text = textAt(scope, path, depth);
            return text === null ? null : { exact: text };
        },
    };
}
function textAt(scope, [context = '', ...path], depth) {
    if (depth > 12)
        return null;
    if (context === 'variables') {
        const value = scope.variables.get(environmentName(path.join('.')));
        return value?.kind === 'constant' ? String(value.value) : null;
    }
    const given = givenAt(scope, context, path);
    if (given?.kind === 'pair')
        return path.at(-1) === 'key' ? given.key : null;
    return given?.kind === 'node' ? staticText(given.node, depth + 1) : null;
}
/** What a path of names was given: `parameters.steps`, or a variable of a loop. */
function givenAt(scope, context, path) {
    const [first = '', ...rest] = path;
    const start = context === 'parameters' ? scope.parameters.get(first) : scope.loops.get(context);
    const names = context === 'parameters' ? rest : path;
    return start ? texts_inside(start, names) : null;
}
function texts_inside(given, names) {
    const [first, ...rest] = names;
    if (first === undefined)
        return given;
    if (given.kind === 'pair') {
        if (first === 'key')
            return given;
        return first === 'value' ? texts_inside({ kind: 'node', node: given.value }, rest) : null;
    }
    const node = given.kind === 'node' ? resolved(given.node) : given.usual;
    const tree = node ? yaml_valueAt(node.tree, first) : null;
    return node && tree ? texts_inside({ kind: 'node', node: { ...node, tree } }, rest) : null;
}
/** The YAML that an expression stands for: a list of steps that was handed in, an item of a loop. */
function nodeOf(inside, scope, depth = 0) {
    const expr = expressions_parseExpression(inside);
    const path = expr ? pathOf(expr) : null;
    const [context = '', ...rest] = path ?? [];
    const given = path ? givenAt(scope, context, rest) : null;
    if (!given)
        return null;
    const node = given.kind === 'node' ? given.node : given.kind === 'open' ? structureOf(given) : given.value;
    return node && depth < 12 ? resolved(node, depth + 1) : null;
}
// A list of steps is what the file says; a text may be any other.
function structureOf({ usual }) {
    return usual && yaml_textOf(usual.tree) === null ? usual : null;
}
/** A node, or what stands for it where it is an expression and no more. */
function resolved(node, depth = 0) {
    const whole = wholeExpression(yaml_textOf(node.tree));
    const found = whole === null ? null : nodeOf(whole, node.scope, depth);
    return found ? { ...found, branches: [...node.branches, ...found.branches] } : node;
}
/** A scalar as it stands when all templates are put together; `null` where that is not known. */
function staticText(node, depth = 0) {
    const text = yaml_textOf(node.tree);
    if (text === null)
        return null;
    const filled = filledText(text, node.scope, depth);
    return filled.includes(openText) ? null : filled;
}
/** A text with its `${{ }}` filled in, and a mark where they are not known. */
function filledText(text, scope, depth = 0) {
    let filled = text;
    for (const { start, end, inside } of expressionsIn(text).reverse())
        filled = filled.slice(0, start) + (textOfExpression(inside, scope, depth) ?? openText) + filled.slice(end);
    return filled;
}
function textOfExpression(inside, scope, depth) {
    const expr = expressions_parseExpression(inside);
    const known = expr ? expressions_textUnder(expr, questionOf(scope, depth)) : null;
    return known && 'exact' in known ? known.exact : null;
}
/** Whether a condition of a template holds; `null` where that is open. */
function isTaken(expr, scope) {
    return expr ? azure_expressions_holds(expr, questionOf(scope)) : null;
}
/** What the names of a pipeline stand for when it runs. */
function contextsOf(scope, variables) {
    return ([context = '', ...path]) => {
        if (context === 'variables')
            return variableOf(path.join('.'), variables);
        const given = givenAt(scope, context, path);
        if (given?.kind === 'open')
            return given.value;
        if (given?.kind === 'node')
            return valueIn(given.node, variables);
        return fieldOf(context, path);
    };
}
function variableOf(name, variables) {
    return variables.get(environmentName(name)) ?? fieldOf('variables', [name]);
}
function fieldOf(context, path) {
    const start = { kind: 'name', name: `pipeline.${context}`, from: null, dots: 0 };
    return path.reduce((of, name) => ({ kind: 'field', of, name }), start);
}
/** What a scalar or a list may be when the pipeline runs. */
function valueIn(node, variables, depth = 0) {
    if (depth > 12)
        return { kind: 'unknown' };
    const { tree, scope, branches } = resolved(node);
    if (yaml_isList(tree)) {
        const items = yaml_itemsOf(tree).map(item => valueIn({ tree: item, scope, branches }, variables, depth + 1));
        return { kind: 'collection', items };
    }
    const text = yaml_textOf(tree);
    if (text === null)
        return yaml_entriesOf(tree).length > 0 ? { kind: 'unknown' } : constant('');
    return valueOfText(text, { tree, scope, branches }, variables);
}
const macro = /\$\(([A-Za-z_][\w.-]*)\)/g;
function valueOfText(text, { tree, scope }, variables) {
    const { span } = tree;
    const atRunTime = /^\s*\$\[([\s\S]*)\]\s*$/.exec(text);
    if (atRunTime)
        return valueOfInside(atRunTime[1] ?? '', scope, variables, tree);
    const parts = [];
    let from = 0;
    const plain = (piece) => {
        let at = 0;
        for (const match of piece.matchAll(macro)) {
            if (match.index > at)
                parts.push(constant(piece.slice(at, match.index)));
            parts.push(variableOf(match[1] ?? '', variables));
            at = match.index + match[0].length;
        }
        if (at < piece.length)
            parts.push(constant(piece.slice(at)));
    };
    for (const { start, end, inside } of expressionsIn(text)) {
        plain(text.slice(from, start));
        const known = textOfExpression(inside, scope, 0);
        if (known === null)
            parts.push(valueOfInside(inside, scope, variables, { ...tree, span }));
        else
            plain(known);
        from = end;
    }
    plain(text.slice(from));
    return joinedText(parts);
}
function joinedText(parts) {
    const merged = [];
    for (const part of parts) {
        const last = merged.at(-1);
        if (last?.kind === 'constant' && part.kind === 'constant')
            merged[merged.length - 1] = constant(`${last.value}${part.value}`);
        else
            merged.push(part);
    }
    return merged.length === 0 ? constant('') : textWith(merged);
}
function valueOfInside(inside, scope, variables, tree) {
    const expr = expressions_parseExpression(inside);
    return expr ? expressions_valueOfExpression(expr, contextsOf(scope, variables), tree.span) : { kind: 'unknown' };
}
// Words that stand in `$( )` of so many shell scripts that they are commands, unless a variable has the name.
const commands = new Set('arch date dirname env hostname id ls mktemp nproc pwd tty uname users whoami which jobs'.split(' '));
/**
 * A script as the shell gets it: what is known stands in it as text, and the rest is a variable. `root` leads from the
 * folder in which it starts to the top of the tree.
 */
function scriptWith(node, variables, root) {
    const made = new Map();
    const { tree, scope } = node;
    const first = placedText(tree);
    const holes = expressionsIn(first.text).map(({ start, end, inside }) => {
        const known = textOfExpression(inside, scope, 0);
        if (known !== null)
            return { start, end, text: known };
        const name = variableName(inside);
        made.set(name, valueOfInside(inside, scope, variables, tree));
        return { start, end, text: `\${${name}}` };
    });
    const second = fill(first, holes);
    const macros = [...second.text.matchAll(macro)].flatMap((match) => {
        const [whole, name = ''] = match;
        const end = match.index + whole.length;
        if (isRoot(name))
            return [{ start: match.index, end, text: root }];
        const declared = variables.has(environmentName(name));
        if (!declared && (commands.has(name) || definesFunction(second.text, name)))
            return [];
        const value = variableOf(name, variables);
        if (value.kind === 'constant')
            return [{ start: match.index, end, text: String(value.value) }];
        made.set(environmentName(name), value);
        return [{ start: match.index, end, text: `\${${environmentName(name)}}` }];
    });
    return { placed: fill(second, macros), variables: made };
}
function definesFunction(script, name) {
    return script.includes(`${name}()`) || script.includes(`function ${name}`);
}
/** The name by which scripts know a variable. */
function environmentName(name) {
    return name.replace(/[^A-Za-z0-9_]/g, '_').toUpperCase();
}
/** Whether a variable holds the folder of the sources. https://learn.microsoft.com/azure/devops/pipelines/build/variables */
function isRoot(name) {
    return /^(build\.(sourcesdirectory|repository\.localpath)|system\.defaultworkingdirectory)$/i.test(name);
}

;// CONCATENATED MODULE: ./src/frontends/azure/templates.ts



const templates_deepest = 20;
/** A template that is named, with what its parameters are given; `null` where it cannot be followed. */
function openTemplate(named, given, at) {
    const reference = staticText(named);
    const path = reference === null ? null : templates_pathOf(reference, named.tree.span.file.path);
    if (reference === null || path === null)
        return null;
    const { run, chain } = at.scope;
    if (chain.includes(path) || chain.length > templates_deepest) {
        scope_note(run, named.tree, 'limit', `The template \`${shown(path)}\` takes itself in.`);
        return null;
    }
    const tree = templates_treeOf(at, path);
    if (!tree) {
        scope_note(run, named.tree, 'unreadable', `It takes in \`${shown(reference)}\`, which is not there.`);
        return null;
    }
    const scope = scopeIn(tree, given, { ...at.scope, chain: [...chain, path] });
    return { tree, scope, branches: at.branches };
}
function shown(path) {
    return path.replaceAll('`', "'").slice(0, 80);
}
// https://learn.microsoft.com/azure/devops/pipelines/process/templates: a path is relative to the file, `/` is the top.
function templates_pathOf(reference, from) {
    const [path = '', repository = 'self'] = reference.trim().split('@');
    if (repository !== 'self')
        return null;
    const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
    for (const part of path.split(/[/\\]/)) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.pop() === undefined)
            return null;
    }
    return parts.join('/');
}
function templates_treeOf({ scope: { run } }, path) {
    const known = run.templates.get(path);
    if (known !== undefined)
        return known;
    const source = run.others(path);
    const yaml = source ? readYaml(source) : null;
    run.notices.push(...(yaml?.notices ?? []));
    const tree = yaml?.documents[0] ?? null;
    run.templates.set(path, tree);
    return tree;
}
function scopeIn(tree, nodes, outer) {
    const bare = { ...outer, parameters: new Map(), loops: new Map() };
    const parameters = new Map();
    for (const { name, usual } of declaredIn(tree))
        parameters.set(name, usual
            ? { kind: 'node', node: { tree: usual, scope: bare, branches: [] } }
            : { kind: 'open', value: { kind: 'unknown' }, usual: null });
    for (const [name, node] of nodes)
        parameters.set(name, { kind: 'node', node });
    return { ...bare, parameters };
}
/** The parameters that a file declares: a list, or a map in older ones. */
function declaredIn(tree) {
    const parameters = yaml_valueAt(tree, 'parameters');
    if (!yaml_isList(parameters))
        return yaml_entriesOf(parameters).map(({ key, value }) => ({ name: key, usual: value, values: [] }));
    return yaml_itemsOf(parameters).flatMap(item => {
        const name = isMapping(item) ? yaml_textOf(yaml_valueAt(item, 'name')) : null;
        if (name === null)
            return [];
        return [{ name, usual: yaml_valueAt(item, 'default'), values: yaml_itemsOf(yaml_valueAt(item, 'values')) }];
    });
}

;// CONCATENATED MODULE: ./src/frontends/azure/expand.ts






/** The fields of a map when its `${{ if }}` and the like are put together. */
function expand_fieldsOf(node) {
    const fields = new Map();
    for (const [key, field] of node ? pairsOf(resolved(node)) : [])
        fields.set(key, field);
    return fields;
}
/** The value of a field: what stands for it where it is an expression. */
function expand_fieldOf(fields, ...keys) {
    const [first = '', ...rest] = keys;
    const field = fields.get(first);
    if (!field)
        return null;
    return rest.length === 0 ? resolved(field) : expand_fieldOf(expand_fieldsOf(field), ...rest);
}
function pairsOf({ tree, scope, branches }) {
    const chain = openChain();
    return yaml_entriesOf(tree).flatMap(({ key, at, value }) => {
        if (!spend(scope.run, tree))
            return [];
        const directive = directiveIn(key);
        if (!directive) {
            const name = key.includes('${{') ? filledText(key, scope) : key;
            return [[name, { tree: value, scope, branches, at }]];
        }
        const node = { tree: value, scope, branches };
        return expand_waysOf(directive, node, chain).flatMap(way => pairsOf(resolved(way)));
    });
}
/** The items of a list when its templates, conditions and loops are put together. */
function expand_itemsIn(list, kind) {
    if (!list)
        return [];
    const { tree, scope, branches } = resolved(list);
    const chain = openChain();
    return yaml_itemsOf(tree).flatMap(item => {
        if (!spend(scope.run, item))
            return [];
        return itemsOfOne({ tree: item, scope, branches }, kind, chain);
    });
}
function itemsOfOne(node, kind, chain) {
    const whole = wholeExpression(yaml_textOf(node.tree));
    if (whole !== null) {
        const found = nodeOf(whole, node.scope);
        if (!found)
            return [node];
        const inner = { ...found, branches: [...node.branches, ...found.branches] };
        return yaml_isList(inner.tree) ? expand_itemsIn(inner, kind) : itemsOfOne(inner, kind, openChain());
    }
    const first = firstKey(node.tree);
    const directive = first === null ? null : directiveIn(first);
    if (!directive)
        return isTemplate(node) ? takeIn(node, kind) : [node];
    return yaml_entriesOf(node.tree).flatMap(({ key, value }) => {
        const own = directiveIn(key);
        const ways = own ? expand_waysOf(own, { ...node, tree: value }, chain) : [];
        return ways.flatMap(way => (yaml_isList(resolved(way).tree) ? expand_itemsIn(way, kind) : [resolved(way)]));
    });
}
function firstKey({ node }) {
    const key = (0,dist/* isMap */.jh)(node) ? node.items[0]?.key : null;
    return (0,dist/* isScalar */.jn)(key) && typeof key.value === 'string' ? key.value : null;
}
function isTemplate({ tree }) {
    return yaml_entriesOf(tree).some(({ key }) => key === 'template');
}
// A reference that cannot be followed stays in its place.
function takeIn(node, kind) {
    const body = templateOf(expand_fieldsOf(node), node);
    if (!body)
        return [node];
    const found = expand_fieldOf(body, kind);
    // Variables may be a map.
    return found && isMapping(found.tree) ? [found] : expand_itemsIn(found, kind);
}
/** The fields of the template that `template` names; `null` where it cannot be followed. */
function templateOf(fields, node) {
    const named = expand_fieldOf(fields, 'template');
    const body = named ? openTemplate(named, expand_fieldsOf(fields.get('parameters') ?? null), node) : null;
    return body ? expand_fieldsOf(body) : null;
}
function directiveIn(key) {
    const match = /^\$\{\{\s*(if|elseif|else|each|insert)\b([\s\S]*)$/.exec(wholeKey(key) ?? '');
    const word = match?.[1];
    return word ? { word, rest: (match?.[2] ?? '').replace(/\}\}\s*$/, '').trim() } : null;
}
function wholeKey(key) {
    return /^\s*\$\{\{[\s\S]*\}\}\s*$/.test(key) ? key.trim() : null;
}
function openChain() {
    return { taken: false };
}
// The ways in which a directive brings its value in: none, one, or one for each round of a loop.
function expand_waysOf({ word, rest }, node, chain) {
    if (word === 'insert')
        return [node];
    if (word === 'each')
        return roundsOf(rest, node);
    if (word === 'if')
        chain.taken = false;
    if (chain.taken === true)
        return [];
    const before = chain.taken;
    const expr = word === 'else' ? null : expressions_parseExpression(rest);
    const answer = word === 'else' ? true : isTaken(expr, node.scope);
    if (answer === false)
        return [];
    chain.taken = answer === true ? true : null;
    if (answer === true && before === false)
        return [node];
    const test = expr ? expressions_valueOfExpression(expr, contextsOf(node.scope, new Map()), node.tree.span) : null;
    return [withBranch(node, test ?? { kind: 'unknown' })];
}
function withBranch(node, test) {
    const { file, start } = node.tree.span;
    // An empty loop leaves no trace of its own, so that the place is name enough.
    const branch = { id: `${node.scope.chain.length} ${file.path} ${start}`, test };
    return { ...node, branches: [...node.branches, branch] };
}
function roundsOf(rest, node) {
    const match = /^([A-Za-z_]\w*)\s+in\s+([\s\S]+)$/.exec(rest);
    const over = match ? nodeOf(match[2] ?? '', node.scope) : null;
    const name = match?.[1] ?? '';
    if (!over)
        return [withBranch(node, { kind: 'unknown' })];
    const branches = [...node.branches, ...over.branches];
    return expand_givenIn(over).flatMap((given) => {
        if (!spend(node.scope.run, node.tree))
            return [];
        const loops = new Map([...node.scope.loops, [name, given]]);
        const scope = { ...node.scope, loops };
        return [{ ...node, scope, branches }];
    });
}
function expand_givenIn(over) {
    if (yaml_isList(over.tree))
        return yaml_itemsOf(over.tree).map(tree => ({ kind: 'node', node: resolved({ ...over, tree }) }));
    return [...expand_fieldsOf(over)].map(([key, value]) => ({ kind: 'pair', key, value }));
}

;// CONCATENATED MODULE: ./src/frontends/azure/graph.ts

/** A stage can have 256 jobs; what is left out counts as not waited for. */
const mostBefore = 500;
/**
 * What has ended before a point starts. `succeeded()`, which is asked where nothing is written, asks for everything that
 * leads there, and not only for what is named: also where what stands between goes on after a failure.
 */
function graph_before(point, all) {
    const byName = new Map(all.map(other => [other.name.toLowerCase(), other]));
    const found = [];
    const seen = new Set([point.name.toLowerCase()]);
    const queue = [point];
    for (const from of queue)
        for (const dependency of from.dependsOn) {
            const other = byName.get(dependency.name.toLowerCase());
            if (!other || seen.has(other.name.toLowerCase()) || found.length >= mostBefore)
                continue;
            seen.add(other.name.toLowerCase());
            const regardless = whyStarted(point, dependency, other);
            found.push({ point: other, regardless, span: dependency.span });
            const passes = regardless !== null || !other.condition.recursive;
            if (point.condition.recursive && passes)
                queue.push(other);
        }
    return found;
}
function whyStarted(point, dependency, other) {
    const left = 'a template may leave it out';
    if (!scope_isCertain(dependency, point.branches) || !scope_isCertain(other, point.branches))
        return left;
    const { condition } = point;
    if (condition.overrules(other.name, isSkippable(other, point)))
        return `\`condition: ${graph_shown(condition)}\``;
    return other.tolerates;
}
/** Whether something may be skipped where what follows it is not. */
function isSkippable(other, point) {
    const { text, condition } = other.condition;
    if (text === '' || (condition.test === null && condition.events === null))
        return false;
    return text !== point.condition.text;
}
function graph_shown({ text }) {
    return text.replace(/\s+/g, ' ').replaceAll('`', "'").slice(0, 60);
}

;// CONCATENATED MODULE: ./src/frontends/azure/tasks.ts


const inline = /^inline/i;
// https://learn.microsoft.com/azure/devops/pipelines/tasks/reference/
const tasks_shapes = {
    bash: {
        language: 'shell',
        code: ['script'],
        files: ['filePath'],
        chooses: { input: ['targetType'], code: inline, usual: 'file' },
        arguments: ['arguments'],
        directory: ['workingDirectory'],
    },
    cmdline: {
        language: 'shell',
        code: ['script'],
        files: [],
        chooses: { input: [], code: inline, usual: 'code' },
        arguments: [],
        directory: ['workingDirectory'],
    },
    shellscript: {
        language: 'shell',
        code: [],
        files: ['scriptPath'],
        chooses: { input: [], code: inline, usual: 'file' },
        arguments: ['args'],
        directory: ['cwd'],
    },
    powershell: {
        language: 'powershell',
        code: ['script'],
        files: ['filePath'],
        chooses: { input: ['targetType'], code: inline, usual: 'file' },
        arguments: ['arguments'],
        directory: ['workingDirectory'],
    },
    pythonscript: {
        language: 'python',
        code: ['script'],
        files: ['scriptPath'],
        chooses: { input: ['scriptSource'], code: inline, usual: 'file' },
        arguments: ['arguments'],
        directory: ['workingDirectory'],
    },
    azurecli: {
        language: languageOfCli,
        code: ['inlineScript', 'script'],
        files: ['scriptPath'],
        chooses: { input: ['scriptLocation'], code: inline, usual: 'file' },
        arguments: ['arguments', 'scriptArguments', 'args'],
        directory: ['workingDirectory', 'cwd'],
    },
    azurepowershell: {
        language: 'powershell',
        code: ['Inline'],
        files: ['ScriptPath'],
        chooses: { input: ['ScriptType'], code: inline, usual: 'file' },
        arguments: ['ScriptArguments'],
        directory: ['workingDirectory'],
    },
};
function languageOfCli(inputs) {
    const named = find(inputs, ['scriptType']);
    const type = (named && staticText(named))?.trim().toLowerCase();
    if (type === 'batch')
        return 'cmd';
    return type === 'ps' || type === 'pscore' ? 'powershell' : 'shell';
}
/** What a task runs, where it runs code; `null` for others. */
function ranBy(task, inputs) {
    const shape = tasks_shapes[task.split('@')[0]?.trim().toLowerCase() ?? ''];
    if (!shape)
        return null;
    const { chooses } = shape;
    const choice = find(inputs, chooses.input);
    const chosen = choice ? staticText(choice) : null;
    const code = find(inputs, shape.code);
    const file = find(inputs, shape.files);
    const wantsCode = chosen === null ? chooses.usual === 'code' || !file : chooses.code.test(chosen.trim());
    const what = wantsCode ? code : file;
    if (!what)
        return null;
    const language = typeof shape.language === 'string' ? shape.language : shape.language(inputs);
    const given = find(inputs, shape.arguments);
    return {
        // A file is started by a line of shell.
        language: wantsCode ? language : 'shell',
        code: what,
        file: wantsCode ? null : { runner: runners[language], arguments: given },
        directory: find(inputs, shape.directory),
    };
}
const runners = {
    shell: 'bash',
    python: 'python',
    powershell: 'pwsh',
    cmd: 'cmd',
};
/** An input by one of its names, however its letters are cased. */
function find(inputs, names) {
    for (const name of names)
        for (const key of inputs.keys())
            if (key.toLowerCase() === name.toLowerCase())
                return expand_fieldOf(inputs, key);
    return null;
}

;// CONCATENATED MODULE: ./src/frontends/azure/variables.ts





/** The variables of a pipeline, a stage or a job by the names that scripts know, with those around them. */
function variablesWith(outer, node) {
    const variables = new Map(outer);
    if (!node)
        return variables;
    const found = resolved(node);
    const add = (name, value) => {
        const key = environmentName(name);
        const own = valueIn({ ...value, scope: { ...value.scope, variables } }, variables);
        const before = variables.get(key);
        const open = !scope_isCertain(value, node.branches);
        variables.set(key, open ? mixOf([...(before ? [before] : []), own]) : own);
    };
    if (yaml_isList(found.tree))
        for (const item of expand_itemsIn(found, 'variables'))
            addItem(item, add);
    else
        addEach(expand_fieldsOf(found), add);
    return variables;
}
// A template may hold its variables as a map; a group of variables is not in the repository.
function addItem(item, add) {
    const fields = expand_fieldsOf(item);
    const named = expand_fieldOf(fields, 'name');
    const name = named ? staticText(named) : null;
    const value = expand_fieldOf(fields, 'value');
    if (name !== null && value)
        add(name, { ...value, branches: item.branches });
    else if (!fields.has('group') && !fields.has('template') && !fields.has('name'))
        addEach(fields, add);
}
function addEach(fields, add) {
    for (const [name, field] of fields)
        add(name, field);
}
/** What the legs of a matrix set, by the names that scripts know. */
function matrixOf(node, variables) {
    const values = new Map();
    for (const leg of expand_fieldsOf(node).values())
        for (const [name, field] of expand_fieldsOf(leg)) {
            const key = environmentName(name);
            values.set(key, [...(values.get(key) ?? []), valueIn(field, variables)]);
        }
    return new Map([...values].map(([key, all]) => [key, mixOf(all)]));
}
/** `env` of a step. */
function variables_environmentOf(node, variables) {
    return new Map([...expand_fieldsOf(node)].map(([name, field]) => [name, valueIn(field, variables)]));
}

;// CONCATENATED MODULE: ./src/frontends/azure/steps.ts








/** The steps of a job, templates taken in. */
function readSteps(list, job, around) {
    return expand_itemsIn(list, 'steps').flatMap((node, index) => readStep(node, index, job, around) ?? []);
}
function readStep(node, index, job, around) {
    const fields = expand_fieldsOf(node);
    const directory = steps_folderOf(find(fields, ['workingDirectory']));
    const made = actionOf(node, fields, around, directory);
    if (!made)
        return null;
    const read = conditionOf(fields, node);
    return {
        label: steps_labelOf(fields) ?? `step ${index + 1}`,
        span: node.tree.span,
        condition: withBranches(isEnabled(fields) ? read.condition : never(read.condition), node, job),
        variables: made.variables,
        directory: made.directory ?? directory,
        tolerates: toleratedBy(fields),
        action: made.action,
    };
}
function steps_labelOf(fields) {
    const named = expand_fieldOf(fields, 'displayName') ?? expand_fieldOf(fields, 'name');
    return named ? staticText(named) : null;
}
function isEnabled(fields) {
    const enabled = expand_fieldOf(fields, 'enabled');
    return !enabled || staticText(enabled)?.toLowerCase() !== 'false';
}
function never(condition) {
    return { ...condition, test: constant(false) };
}
/** A condition under which a node runs at all, where a template may leave it out. */
function withBranches(condition, node, where) {
    if (condition.test !== null || scope_isCertain(node, where.branches))
        return condition;
    const [open] = node.branches.filter(branch => !where.branches.some(({ id }) => id === branch.id));
    return { ...condition, test: open?.test ?? { kind: 'unknown' } };
}
/** What `condition` says. */
function conditionOf(fields, node) {
    const written = expand_fieldOf(fields, 'condition');
    const own = written ? filledOf(written) : '';
    if (!written || own === '')
        return noCondition(node.tree.span);
    const read = readCondition(own, contextsOf(written.scope, new Map()), written.tree.span);
    if (!read.valid)
        scope_note(node.scope.run, written.tree, 'syntax', 'This `condition` is no expression; it may hold.');
    return read;
}
function filledOf(node) {
    return filledText(scalarOf(node.tree), node.scope).trim();
}
function scalarOf({ node }) {
    return 'value' in node && node.value !== null && node.value !== undefined ? String(node.value) : '';
}
/** What makes a failure count for nothing, in the words of the file. */
function toleratedBy(fields) {
    const written = expand_fieldOf(fields, 'continueOnError');
    if (!written)
        return null;
    const text = staticText(written);
    if (text === null)
        return '`continueOnError`, which may be true';
    return /^(true|yes|on|1)$/i.test(text.trim()) ? '`continueOnError: true`' : null;
}
function actionOf(node, fields, around, directory) {
    const env = variables_environmentOf(expand_fieldOf(fields, 'env'), around.variables);
    for (const [key, language] of Object.entries(shortcuts(around.windows))) {
        const code = expand_fieldOf(fields, key);
        if (code)
            return scriptOf({ language, code, file: null, directory: null }, env, around, directory);
    }
    const task = expand_fieldOf(fields, 'task');
    if (task)
        return taskOf(node, task, fields, around, env);
    const template = expand_fieldOf(fields, 'template');
    if (template)
        return steps_usesOf(`template: ${staticText(template) ?? '?'}`, template, new Map());
    for (const key of ['download', 'downloadBuild', 'publish', 'getPackage']) {
        const what = expand_fieldOf(fields, key);
        if (what)
            return steps_usesOf(key, what, new Map([[key, valueIn(what, around.variables)]]));
    }
    return null;
}
function shortcuts(windows) {
    return { script: windows ? 'cmd' : 'shell', bash: 'shell', pwsh: 'powershell', powershell: 'powershell' };
}
function steps_usesOf(name, { tree }, inputs) {
    return { action: { kind: 'uses', name, inputs, span: tree.span }, variables: new Map() };
}
function taskOf(node, task, fields, around, env) {
    const name = staticText(task)?.trim() ?? '?';
    const inputs = expand_fieldsOf(fields.get('inputs') ?? null);
    if (around.server && /^ManualValidation(@|$)/i.test(name)) {
        const action = { kind: 'gate', gate: validationOf(node, inputs) };
        return { action, variables: env };
    }
    const ran = ranBy(name, inputs);
    if (ran) {
        const windows = around.windows && /^CmdLine(@|$)/i.test(name);
        const directory = steps_folderOf(ran.directory);
        const made = scriptOf(windows ? { ...ran, language: 'cmd' } : ran, env, around, directory);
        return { ...made, directory };
    }
    const given = [...inputs].map(([key, field]) => [key, valueIn(field, around.variables)]);
    return { ...steps_usesOf(name, task, new Map(given)), variables: env };
}
// https://learn.microsoft.com/azure/devops/pipelines/tasks/reference/manual-validation-v1
function validationOf({ tree }, inputs) {
    const timeout = find(inputs, ['onTimeout']);
    const answer = timeout ? staticText(timeout)?.trim().toLowerCase() : 'reject';
    const { span } = tree;
    const name = constant('ManualValidation');
    if (answer === 'reject' || answer === '')
        return { kind: 'approval', name, span, says: 'it waits until a person approves (`ManualValidation`)' };
    return { kind: 'timer', name, span, says: 'it goes on by itself after a while (`onTimeout: resume`)' };
}
// A script ends with the status of its last command. https://github.com/microsoft/azure-pipelines-agent/issues/1803
const mode = { errexit: false, pipefail: false };
function scriptOf(ran, env, around, directory) {
    const root = rootFrom(directory);
    const { placed, variables } = scriptWith(ran.code, around.variables, root);
    const started = ran.file ? fileLine(ran, placed, around, root) : { text: placed, variables: [] };
    const { span } = ran.code.tree;
    const action = { kind: 'script', language: ran.language, shell: mode, ...started.text, span };
    return { action, variables: new Map([...variables, ...started.variables, ...env]) };
}
// The line that starts a file: its path stands where the pipeline names it.
function fileLine({ file }, path, around, root) {
    const given = file?.arguments ? scriptWith(file.arguments, around.variables, root) : null;
    const end = path.text.length;
    const rest = given ? ` ${given.placed.text.replace(/\s*\n\s*/g, ' ')}` : '';
    const line = fill(path, [
        { start: 0, end: 0, text: `${file?.runner ?? ''} ` },
        { start: end, end, text: rest },
    ]);
    return { text: line, variables: given?.variables ?? [] };
}
function rootFrom(directory) {
    if (directory === null || directory === '')
        return '.';
    return directory
        .split('/')
        .map(() => '..')
        .join('/');
}
/** A folder as it is written, from the root; `null` where it is computed or leads elsewhere. */
function steps_folderOf(node) {
    if (!node)
        return '';
    const text = staticText(node);
    if (text === null)
        return null;
    const plain = text
        .trim()
        .replaceAll('\\', '/')
        .replace(/^\$\(Pipeline\.Workspace\)\/s(?=\/|$)/i, '')
        .replace(/^\$\(([\w.]+)\)/, (whole, name) => (isRoot(name) ? '' : whole))
        .replace(/^\.?\/+/, '')
        .replace(/^\.$/, '')
        .replace(/\/+$/, '');
    return /^[~$]|\$\(|(^|\/)\.\.(\/|$)/.test(plain) || /^\s*\//.test(text) ? null : plain;
}

;// CONCATENATED MODULE: ./src/frontends/azure/strategy.ts




/**
 * What a deployment does: the steps of its hooks in their order.
 * https://learn.microsoft.com/azure/devops/pipelines/process/deployment-jobs
 */
function strategyOf(strategy, job, around) {
    const [entry] = expand_fieldsOf(strategy);
    if (!entry)
        return { steps: [], gates: [] };
    const [name, field] = entry;
    const hooks = expand_fieldsOf(field);
    const hooked = (...keys) => readSteps(expand_fieldOf(hooks, ...keys, 'steps'), job, around);
    const main = ['preDeploy', 'deploy', 'routeTraffic', 'postRouteTraffic'].flatMap(key => hooked(key));
    const failed = hooked('on', 'failure').map(onFailure);
    const steps = [...main, ...hooked('on', 'success'), ...failed];
    return { steps, gates: name === 'canary' ? canaryOf(field, hooks) : [] };
}
function onFailure(step) {
    return { ...step, condition: { ...step.condition, after: 'failure' } };
}
// Without a part that comes first everything is moved at once, and nobody looks without a step that does.
function canaryOf({ at }, hooks) {
    const increments = yaml_itemsOf(expand_fieldOf(hooks, 'increments')?.tree ?? null).map(item => Number(yaml_textOf(item)));
    const watched = ['routeTraffic', 'postRouteTraffic'].some(key => expand_fieldOf(hooks, key, 'steps') !== null);
    if (!increments.some(part => part < 100) || !watched)
        return [];
    return [{ kind: 'canary', name: constant('canary'), span: at, says: 'it moves a part first (`canary`)' }];
}

;// CONCATENATED MODULE: ./src/frontends/azure/jobs.ts








/** The jobs of a stage, templates taken in. */
function jobsIn(list, prefix, used) {
    return expand_itemsIn(list, 'jobs').map((node, index) => {
        const fields = expand_fieldsOf(node);
        const deployment = fields.has('deployment');
        const named = expand_fieldOf(fields, deployment ? 'deployment' : 'job');
        const name = (named && (staticText(named) ?? yaml_textOf(named.tree))) || `job ${index + 1}`;
        return {
            name,
            id: unused(`${prefix}${name}`, used),
            node,
            fields,
            deployment,
            span: node.tree.span,
            branches: node.branches,
            condition: conditionOf(fields, node),
            dependsOn: dependenciesIn(fields) ?? [],
            tolerates: toleratedBy(fields),
        };
    });
}
function unused(id, used) {
    let unique = id;
    for (let n = 2; used.has(unique); n += 1)
        unique = `${id} ${n}`;
    used.add(unique);
    return unique;
}
/** What `dependsOn` names; `null` where it is not written. */
function dependenciesIn(fields) {
    const written = expand_fieldOf(fields, 'dependsOn');
    if (!written)
        return null;
    const nodes = yaml_isList(written.tree)
        ? expand_itemsIn(written, 'jobs')
        : listOf(written.tree).map(tree => ({ ...written, tree }));
    return nodes.flatMap(node => {
        const name = staticText(node);
        return name ? [{ name, span: node.tree.span, branches: node.branches }] : [];
    });
}
/** A job with what has ended before it starts: `needs` are those of its stage. */
function readJob(point, stage, needs, outer) {
    const { fields, node, condition } = point;
    const matrix = matrixOf(expand_fieldOf(fields, 'strategy', 'matrix'), outer.variables);
    const own = variablesWith(new Map([...outer.variables, ...matrix]), fields.get('variables') ?? null);
    const pool = expand_fieldOf(fields, 'pool') ?? outer.pool;
    const around = { variables: own, windows: isWindows(pool), server: isServer(pool) };
    const work = workOf(point, node, around);
    const within = graph_before(point, stage.jobs).map(({ point: other, regardless, span }) => ({ job: other.id, regardless, span }));
    return {
        id: point.id,
        label: point.name,
        span: (fields.get('deployment') ?? fields.get('job'))?.tree.span ?? point.span,
        needs: [...needs, ...within],
        condition: withBranches(condition.condition, node, { branches: [] }),
        gates: [...stage.gates, ...environmentGates(point, own), ...work.gates],
        variables: own,
        directory: '',
        steps: work.steps,
        tolerates: point.tolerates,
    };
}
function workOf(point, job, around) {
    const { fields, node } = point;
    if (point.deployment)
        return strategyOf(expand_fieldOf(fields, 'strategy'), job, around);
    if (fields.has('job') || fields.has('steps'))
        return { steps: readSteps(fields.get('steps') ?? null, job, around), gates: [] };
    return { steps: [opaque(node, fields)], gates: [] };
}
/** A template that cannot be followed: what it holds is not known. */
function opaque({ tree }, fields) {
    const named = expand_fieldOf(fields, 'template');
    const label = `template: ${(named && staticText(named)) ?? '?'}`;
    return {
        label,
        span: tree.span,
        condition: { after: 'success', test: null, events: null, span: tree.span },
        variables: new Map(),
        tolerates: null,
        action: { kind: 'uses', name: label, inputs: new Map(), span: tree.span },
    };
}
// A job that is no deployment knows nothing of environments.
function environmentGates(point, variables) {
    const written = point.deployment ? expand_fieldOf(point.fields, 'environment') : null;
    if (!written)
        return [];
    const named = yaml_textOf(written.tree) === null ? expand_fieldOf(expand_fieldsOf(written), 'name') : written;
    if (!named)
        return [];
    // `production.cluster` is a resource of `production`.
    const text = yaml_textOf(written.tree) === null ? null : staticText(named);
    const name = text === null ? valueIn(named, variables) : constant(text.split('.')[0] ?? text);
    const says = 'it names an environment, whose approvals are in the settings of the project and not in the file';
    return [{ kind: 'environment', name, span: named.tree.span, says }];
}
function isWindows(pool) {
    const image = pool ? (expand_fieldOf(expand_fieldsOf(pool), 'vmImage') ?? pool) : null;
    return /\b(windows|vs20\d\d)/i.test((image && staticText(image)) ?? '');
}
function isServer(pool) {
    return pool !== null && staticText(pool)?.trim().toLowerCase() === 'server';
}
/** Why a job starts although one of an earlier stage did not end well; `null` where it does not. */
function whyPast(other, stage, point) {
    if (stage.regardless !== null)
        return stage.regardless;
    if (isSkippable(other, point))
        return 'the condition of that job may skip it, and its stage succeeds without it';
    const [open] = other.branches.filter(branch => !point.branches.some(({ id }) => id === branch.id));
    return open ? 'a template may leave it out' : other.tolerates;
}

;// CONCATENATED MODULE: ./src/frontends/azure/triggers.ts

/** What starts a pipeline. Whoever may, can start each by hand. https://learn.microsoft.com/azure/devops/pipelines/build/triggers */
function readTriggers(root) {
    const place = (key) => yaml_valueAt(root, key)?.span ?? root.span;
    const at = (key, said) => said.map(one => ({ ...one, span: place(key) }));
    return [
        ...at('trigger', pushes(yaml_valueAt(root, 'trigger'))),
        ...at('pr', pullRequests(yaml_valueAt(root, 'pr'))),
        ...at('schedules', yaml_itemsOf(yaml_valueAt(root, 'schedules')).map(() => ({ event: 'schedule', says: 'on a schedule' }))),
        ...at('resources', resources(yaml_valueAt(root, 'resources'))),
        { event: 'manual', says: 'by hand', span: root.span },
    ];
}
function triggers_isNone(tree) {
    const [only, ...others] = listOf(tree);
    return only !== undefined && others.length === 0 && yaml_textOf(only)?.trim().toLowerCase() === 'none';
}
// Without `trigger` every push to every branch starts it.
function pushes(trigger) {
    if (triggers_isNone(trigger))
        return [];
    const branches = names(isMapping(trigger) ? yaml_valueAt(trigger, 'branches', 'include') : trigger);
    const tags = names(yaml_valueAt(trigger, 'tags', 'include') ?? yaml_valueAt(trigger, 'tags'));
    const ofTags = branches.filter(name => name.startsWith('refs/tags/'));
    const plain = branches.filter(name => !name.startsWith('refs/tags/'));
    const onlyTags = plain.length === 0 && (tags.length > 0 || ofTags.length > 0);
    const where = plain.map(name => `\`${name.replaceAll('`', "'").slice(0, 40)}\``).join(', ');
    const push = { event: 'push', says: where === '' ? 'on every push' : `on a push to ${where}` };
    const tag = { event: 'tag', says: 'when a tag is pushed' };
    return [...(onlyTags ? [] : [push]), ...(tags.length > 0 || ofTags.length > 0 ? [tag] : [])];
}
function names(tree) {
    return listOf(tree).flatMap(item => yaml_textOf(item) ?? []);
}
// Without `pr` the pull requests of a repository on GitHub start it.
function pullRequests(pr) {
    return triggers_isNone(pr) ? [] : [{ event: 'pull-request', says: 'on a pull request' }];
}
function resources(tree) {
    const started = (key) => yaml_itemsOf(yaml_valueAt(tree, key)).some(item => {
        const trigger = yaml_valueAt(item, 'trigger');
        return trigger !== null && !triggers_isNone(trigger) && booleanOf(trigger) !== false;
    });
    const found = [];
    if (started('pipelines'))
        found.push({ event: 'pipeline', says: 'when another pipeline has ended' });
    if (started('repositories'))
        found.push({ event: 'push', says: 'on a push to another repository' });
    if (['builds', 'containers', 'packages'].some(started) || yaml_itemsOf(yaml_valueAt(tree, 'webhooks')).length > 0)
        found.push({ event: 'other', says: 'when something outside of the repository changes' });
    return found;
}

;// CONCATENATED MODULE: ./src/frontends/azure/pipeline.ts












/** A file as a pipeline, and the templates that it took in. */
function readPipeline(tree, others, notices) {
    const { file } = tree.reader;
    const run = openRun(file.path, others, notices);
    const parameters = pipeline_parametersOf(tree, run);
    const root = pipeline_rootOf(tree, run, parameters.given);
    const own = expand_fieldsOf(root);
    const extended = expand_fieldOf(own, 'extends');
    const body = (extended && templateOf(expand_fieldsOf(extended), extended)) ?? own;
    const around = variablesWith(new Map(), own.get('variables') ?? null);
    const variables = body === own ? around : variablesWith(around, body.get('variables') ?? null);
    const outer = { variables, pool: expand_fieldOf(body, 'pool') ?? expand_fieldOf(own, 'pool') };
    const inert = pipeline_isTemplate(tree);
    const pipeline = {
        label: file.path,
        file,
        span: tree.span,
        name: file.path,
        triggers: inert
            ? [{ event: 'call', span: tree.span, says: 'when a pipeline takes it in' }]
            : readTriggers(tree),
        variables,
        inputs: parameters.inputs,
        jobs: jobsOf(stagesOf(body, root), outer),
        inert: inert ? 'a template never runs by itself' : null,
    };
    return { pipeline, templates: [...run.templates.keys()] };
}
// A file that says nothing of what starts it or where it runs is there for others to take in.
function pipeline_isTemplate(tree) {
    if (/(^|\/)\.?azure-pipelines?[^/]*$/i.test(tree.reader.file.path))
        return false;
    const ofRoot = /^(trigger|pr|schedules|pool|name|resources|extends|appendCommitMessageToRunName)$/;
    return !yaml_entriesOf(tree).some(({ key }) => ofRoot.test(key.trim()));
}
function pipeline_parametersOf(tree, { pipeline }) {
    const declared = declaredIn(tree);
    const inputs = new Map();
    for (const { name, usual, values } of declared) {
        const texts = values.flatMap(value => yaml_textOf(value) ?? []);
        const text = yaml_textOf(usual);
        // Who starts it by hand may choose another.
        const usually = text === null ? null : mixOf([constant(text), unknown]);
        inputs.set(name, texts.length > 0 ? mixOf(texts.map(constant)) : usually);
    }
    const given = (run) => new Map(declared.map(({ name, usual }, index) => {
        const scope = { run, parameters: new Map(), loops: new Map(), variables: new Map(), chain: [] };
        const value = { kind: 'parameter', unit: pipeline, index };
        return [name, { kind: 'open', value, usual: usual && { tree: usual, scope, branches: [] } }];
    }));
    return { inputs, given };
}
function pipeline_rootOf(tree, run, given) {
    const chain = [tree.reader.file.path];
    const scope = { run, parameters: given(run), loops: new Map(), variables: new Map(), chain };
    const bare = { tree, scope, branches: [] };
    const variables = variablesWith(new Map(), expand_fieldsOf(bare).get('variables') ?? null);
    return { ...bare, scope: { ...scope, variables } };
}
function stagesOf(body, root) {
    const used = new Set();
    const list = expand_fieldOf(body, 'stages');
    if (!list)
        return [onlyStage(body, root, used)];
    const stages = expand_itemsIn(list, 'stages').map((node, index) => stageOf(node, index, used));
    return stages.map((stage, index) => {
        const dependsOn = dependenciesIn(stage.fields) ?? previous(stages, index);
        return { ...stage, dependsOn };
    });
}
// Stages follow one another as they are written. Where a template may leave one out, the one before that counts too.
function previous(stages, index) {
    const found = [];
    const point = stages[index];
    for (let i = index - 1; i >= 0; i -= 1) {
        const stage = stages[i];
        if (!stage || !point)
            break;
        found.push({ name: stage.name, span: point.span, branches: point.branches });
        if (scope_isCertain(stage, point.branches))
            break;
    }
    return found;
}
function onlyStage(body, root, used) {
    const steps = expand_fieldOf(body, 'steps');
    const { span } = root.tree;
    const jobs = jobsIn(body.get('jobs') ?? null, '', used);
    const point = { name: '', span, branches: [], condition: noCondition(span), dependsOn: [], tolerates: null };
    const alone = steps
        ? [{ ...point, name: 'job', id: 'job', node: root, fields: body, deployment: false }]
        : [];
    return { ...point, node: root, fields: new Map(), jobs: [...jobs, ...alone], gates: [] };
}
function stageOf(node, index, used) {
    const fields = expand_fieldsOf(node);
    const named = expand_fieldOf(fields, 'stage');
    const name = (named && (staticText(named) ?? yaml_textOf(named.tree))) || `stage ${index + 1}`;
    const jobs = fields.has('jobs') ? jobsIn(fields.get('jobs') ?? null, `${name}.`, used) : [];
    const { span } = node.tree;
    return {
        name,
        span,
        branches: node.branches,
        condition: conditionOf(fields, node),
        dependsOn: [],
        tolerates: null,
        node,
        fields,
        jobs,
        gates: manualGates(fields),
    };
}
// https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/stages-stage
function manualGates(fields) {
    const trigger = expand_fieldOf(fields, 'trigger');
    if (!trigger || staticText(trigger)?.trim() !== 'manual')
        return [];
    const { span } = trigger.tree;
    return [
        {
            kind: 'approval',
            name: constant('manual'),
            span,
            says: 'its stage waits until a person starts it (`trigger: manual`)',
        },
    ];
}
function jobsOf(stages, outer) {
    return stages.flatMap(stage => {
        const earlier = graph_before(stage, stages);
        const variables = variablesWith(outer.variables, stage.fields.get('variables') ?? null);
        const pool = expand_fieldOf(stage.fields, 'pool') ?? outer.pool;
        return stage.jobs.map(point => {
            const needs = earlier.flatMap(({ point: other, regardless, span }) => other.jobs.map(job => ({ job: job.id, regardless: whyPast(job, { regardless }, point), span })));
            return readJob(within(point, stage), stage, needs.slice(0, mostBefore), { variables, pool });
        });
    });
}
// A job runs only where its stage does.
function within(point, { condition }) {
    const own = point.condition.condition;
    const { test, events } = condition.condition;
    const both = own.events && events ? own.events.filter(event => events.includes(event)) : null;
    const merged = { ...own, test: own.test ?? test, events: both ?? own.events ?? events };
    return { ...point, condition: { ...point.condition, condition: merged } };
}

;// CONCATENATED MODULE: ./src/frontends/azure/index.ts



// Files of these names are read by other systems, however alike they look.
const azure_others = /(^|\/)(\.(github|circleci)\/|[^/]*(buildkite|cloudbuild|bitbucket-pipelines))/;
/** Azure Pipelines: pipelines with the templates that they take in, and templates that no pipeline here takes in. */
const azureFrontend = {
    name: 'azure',
    claims: path => /\.ya?ml$/.test(path) && !azure_others.test(path),
    recognises: ({ text }) => list.test(text) || extension.test(text),
    read: azure_read,
};
// Nobody else has lists of stages, jobs or steps whose items begin with these words. The file may have any name.
const word = /(?:stage|job|deployment|template|task|script|bash|pwsh|powershell|checkout|publish|download)[ \t]*:|['"]?\$\{\{/;
const azure_blank = /[ \t]*(?:#.*)?\r?\n/;
const list = new RegExp(`^(?:stages|jobs|steps)\\s*:(?:${azure_blank.source}(?:${azure_blank.source})*[ \\t]*-[ \\t]+|\\s*\\[\\s*)\\{?[ \\t]*(?:${word.source})`, 'm');
const extension = new RegExp(`^extends\\s*:(?:${azure_blank.source}(?:${azure_blank.source})*[ \\t]+|\\s*\\{\\s*)template\\s*:`, 'm');
function azure_read(file, others = () => undefined) {
    const yaml = readYaml(file);
    const notices = [...yaml.notices];
    const [tree] = yaml.documents;
    if (!tree)
        return { ...units_unitsOf([]), notices };
    const { pipeline, templates } = readPipeline(tree, others, notices);
    return { ...units_unitsOf([pipeline]), notices, takenIn: templates };
}

;// CONCATENATED MODULE: ./src/frontends/pipelines/scripts.ts



/** The condition of what runs where everything before it went well. */
function onSuccess(span, events = null) {
    return { after: 'success', test: null, events, span };
}
/** A step that runs where everything before it went well, unless `more` says otherwise. */
function stepOf(label, action, span, more = {}) {
    return { label, span, condition: onSuccess(span), variables: new Map(), tolerates: null, action, ...more };
}
/** A script in a shell of this mode. */
function scripts_scriptOf(placed, shell, span) {
    return { kind: 'script', language: 'shell', shell, ...placed, span };
}
/** Lines that one shell runs one after another. A line that another file holds has no place of its own. */
function joinedLines(lines) {
    const file = lines.at(-1)?.span.file;
    let text = '';
    const pieces = [];
    for (const line of lines) {
        const placed = placedText(line);
        if (line.span.file === file)
            pieces.push(...placed.pieces.map(piece => ({ ...piece, from: piece.from + text.length })));
        text += `${placed.text}\n`;
    }
    return { text, pieces };
}
/** A script in which `$$` has kept a dollar sign from what the CI system fills in itself. */
function unescaped(placed) {
    const holes = [...placed.text.matchAll(/\$\$/g)].map(({ index }) => ({
        start: index,
        end: index + 2,
        text: '$',
    }));
    return fill(placed, holes);
}
/** A text in which `$NAME` and `${NAME}` are variables: those that are known, or others that are given elsewhere. */
function dollarText(text, known = new Map()) {
    const parts = [];
    let from = 0;
    for (const match of text.matchAll(/\$(?:\{(\w+)\}|(\w+))/g)) {
        if (match.index > from)
            parts.push(constant(text.slice(from, match.index)));
        const name = match[1] ?? match[2] ?? '';
        parts.push(known.get(name) ?? { kind: 'field', of: environment, name });
        from = match.index + match[0].length;
    }
    if (from < text.length || parts.length === 0)
        parts.push(constant(text.slice(from)));
    return textWith(parts);
}
const environment = { kind: 'name', name: 'pipeline.env', from: null, dots: 0 };
/** A map of texts as variables. */
function dollarVariables(tree) {
    const found = yaml_entriesOf(tree).flatMap(({ key, value }) => {
        const text = yaml_textOf(value);
        return text === null ? [] : [[key, dollarText(text)]];
    });
    return new Map(found);
}
/** A word of a file as a message shows it. */
function scripts_shown(text) {
    return text.replace(/\s+/g, ' ').replaceAll('`', "'").slice(0, 60);
}

;// CONCATENATED MODULE: ./src/frontends/bitbucket/steps.ts


/** What one step runs: its script, the pipes in it, and what comes after whatever happened. */
function steps_readSteps(step, label) {
    const main = groupsOf(listOf(yaml_valueAt(step, 'script'))).flatMap(group => readGroup(group, label));
    const after = groupsOf(listOf(yaml_valueAt(step, 'after-script'))).flatMap(group => readGroup(group, label));
    // What `after-script` answers changes nothing any more.
    const late = after.map((one) => ({
        ...one,
        condition: { ...onSuccess(one.span), after: 'always' },
        tolerates: '`after-script`',
    }));
    return [...main, ...late];
}
// Lines that follow one another are one script; a pipe stands by itself.
function groupsOf(items) {
    const groups = [];
    let open = null;
    for (const item of items) {
        if (yaml_textOf(item) === null)
            open = null;
        if (open)
            open.push(item);
        else
            groups.push([item]);
        if (yaml_textOf(item) !== null)
            open = groups.at(-1) ?? null;
    }
    return groups;
}
// The lines become one script that begins with `set -e`.
// https://support.atlassian.com/bitbucket-cloud/kb/why-does-bitbucket-pipelines-pass-build-steps-despite-previous-command-failure/
function readGroup(group, label) {
    const [first] = group;
    if (!first)
        return [];
    if (yaml_textOf(first) !== null) {
        const action = scripts_scriptOf(joinedLines(group), { errexit: true, pipefail: false }, first.span);
        return [stepOf(label, action, first.span)];
    }
    const pipe = yaml_valueAt(first, 'pipe');
    const name = yaml_textOf(pipe);
    if (!pipe || name === null)
        return [];
    const inputs = dollarVariables(yaml_valueAt(first, 'variables'));
    return [stepOf(name, { kind: 'uses', name, inputs, span: pipe.span }, first.span)];
}

;// CONCATENATED MODULE: ./src/frontends/bitbucket/pipelines.ts




const sections = {
    branches: name => ({ event: 'push', says: `on a push to \`${scripts_shown(name)}\`` }),
    tags: name => ({ event: 'tag', says: `when a tag like \`${scripts_shown(name)}\` is pushed` }),
    'pull-requests': () => ({ event: 'pull-request', says: 'on a pull request' }),
    custom: () => ({ event: 'manual', says: 'by hand' }),
};
/** Every pipeline of a configuration. */
function readPipelines(tree) {
    return yaml_entriesOf(yaml_valueAt(tree, 'pipelines')).flatMap(({ key, at, value }) => {
        if (key === 'default')
            return [pipelines_readPipeline(tree, key, value, { event: 'push', says: 'on every push', span: at })];
        const says = sections[key];
        if (!says)
            return [];
        return yaml_entriesOf(value).map(entry => pipelines_readPipeline(tree, `${key}/${entry.key}`, entry.value, { ...says(entry.key), span: entry.at }));
    });
}
function pipelines_readPipeline(tree, id, list, trigger) {
    const { file } = tree.reader;
    const placed = placedIn(isMapping(list) ? yaml_valueAt(list, 'steps') : list);
    return {
        label: `${file.path} (${id})`,
        file,
        span: trigger.span,
        name: `${file.path}:${id}`,
        triggers: [trigger],
        variables: variablesOf(list),
        inputs: new Map(),
        jobs: placed.map((one, index) => pipelines_readJob(id, one, index, placed)),
        inert: file.path.includes('/') ? 'a configuration in a subfolder never runs by itself' : null,
    };
}
// What a person may fill in who starts the pipeline.
function variablesOf(list) {
    const asked = yaml_itemsOf(list).flatMap(item => yaml_itemsOf(yaml_valueAt(item, 'variables')));
    const found = asked.flatMap((item) => {
        const name = yaml_textOf(yaml_valueAt(item, 'name'));
        const usual = yaml_textOf(yaml_valueAt(item, 'default'));
        const allowed = yaml_itemsOf(yaml_valueAt(item, 'allowed-values')).flatMap(one => yaml_textOf(one) ?? []);
        if (name === null)
            return [];
        if (allowed.length > 0)
            return [[name, mixOf(allowed.map(text => constant(text)))]];
        return usual === null ? [] : [[name, dollarText(usual)]];
    });
    return new Map(found);
}
function placedIn(list) {
    const inOrder = yaml_itemsOf(list).flatMap((item) => {
        const stage = yaml_valueAt(item, 'stage');
        if (!stage)
            return [{ item, stage }];
        return yaml_itemsOf(yaml_valueAt(stage, 'steps')).map(inner => ({ item: inner, stage }));
    });
    return inOrder.flatMap(({ item, stage }, turn) => stepsOf(item).map(step => ({ step, stage, turn })));
}
function stepsOf(item) {
    const parallel = yaml_valueAt(item, 'parallel');
    const side = yaml_isList(parallel) ? parallel : yaml_valueAt(parallel, 'steps');
    return [item, ...yaml_itemsOf(side)].flatMap(one => yaml_valueAt(one, 'step') ?? []);
}
function pipelines_idOf(id, index) {
    return `${id}/${index + 1}`;
}
// Everything that stands before a step has to have gone well, not only the step right before it.
function pipelines_readJob(id, one, index, all) {
    const { step, turn } = one;
    const span = step.span;
    const label = yaml_textOf(yaml_valueAt(step, 'name')) ?? `step ${index + 1}`;
    const skipping = pipelines_conditionOf(one);
    const ignored = yaml_textOf(yaml_valueAt(step, 'on-fail', 'strategy')) ?? yaml_textOf(yaml_valueAt(step, 'on-fail'));
    return {
        id: pipelines_idOf(id, index),
        label,
        span,
        needs: all.flatMap((other, i) => other.turn < turn
            ? [{ job: pipelines_idOf(id, i), regardless: pipelines_conditionOf(other) && 'its `condition` may skip that step', span }]
            : []),
        condition: { ...onSuccess(span), test: skipping ? { kind: 'unknown' } : null },
        gates: pipelines_gatesOf(one),
        variables: new Map(),
        directory: '',
        steps: steps_readSteps(step, label),
        tolerates: ignored === 'ignore' ? '`on-fail: ignore`' : null,
    };
}
// A step whose condition does not hold is skipped, and the next one goes on.
function pipelines_conditionOf({ step, stage }) {
    return yaml_valueAt(step, 'condition') ?? yaml_valueAt(stage, 'condition');
}
function pipelines_gatesOf({ step, stage }) {
    return [stage, step].flatMap(tree => (tree ? [...manual(tree), ...pipelines_environment(tree)] : []));
}
function manual(tree) {
    const trigger = yaml_valueAt(tree, 'trigger');
    if (!trigger || yaml_textOf(trigger) !== 'manual')
        return [];
    const says = 'it waits for a click (`trigger: manual`)';
    return [{ kind: 'approval', name: constant('manual'), span: trigger.span, says }];
}
function pipelines_environment(tree) {
    const deployment = yaml_valueAt(tree, 'deployment');
    const name = yaml_textOf(deployment) ?? yaml_textOf(yaml_valueAt(deployment, 'name'));
    if (!deployment || name === null)
        return [];
    const span = deployment.span;
    const says = 'it names an environment, whose permissions are in the settings of the repository and not in the file';
    return [{ kind: 'environment', name: dollarText(name), span, says }];
}

;// CONCATENATED MODULE: ./src/frontends/bitbucket/index.ts



/** Bitbucket Pipelines: each pipeline of a configuration, whatever starts it. */
const bitbucketFrontend = {
    name: 'bitbucket',
    claims: path => /(^|\/)bitbucket-pipelines\.ya?ml$/.test(path),
    read: bitbucket_read,
};
function bitbucket_read(file) {
    const yaml = readYaml(file);
    const notices = yaml.notices;
    const [tree] = yaml.documents;
    return { ...units_unitsOf(tree ? readPipelines(tree) : []), notices };
}

;// CONCATENATED MODULE: ./src/frontends/buildkite/order.ts

/** The steps of a pipeline, those of groups in their place. */
function order_placedIn(list) {
    return yaml_itemsOf(list).flatMap((item) => yaml_valueAt(item, 'steps')
        ? yaml_itemsOf(yaml_valueAt(item, 'steps')).map(tree => ({ tree, kind: order_kindOf(tree), group: item }))
        : [{ tree: item, kind: order_kindOf(item), group: null }]);
}
function order_kindOf(tree) {
    const plain = yaml_textOf(tree) ?? yaml_textOf(yaml_valueAt(tree, 'type'));
    const keys = yaml_entriesOf(tree).map(({ key }) => key);
    const is = (...names) => names.some(name => name === plain || keys.includes(name));
    if (is('wait', 'waiter'))
        return 'wait';
    if (is('block', 'manual'))
        return 'block';
    if (is('input'))
        return 'input';
    return is('trigger') ? 'trigger' : 'command';
}
/** The name of the job of a step. */
function order_idOf(index) {
    return `step ${index + 1}`;
}
/** What a step waits for: what it names, or else what stands before the last wait or block. */
function needsOf(steps, index) {
    const step = steps[index];
    if (!step)
        return [];
    const named = [step.tree, step.group].flatMap(tree => (tree ? (dependsOn(tree) ?? []) : []));
    const explicit = [step.tree, step.group].some(tree => tree && dependsOn(tree));
    const allowed = booleanOf(yaml_valueAt(step.tree, 'allow_dependency_failure')) === true;
    return steps.flatMap((other, i) => {
        if (other.kind === 'wait' || i === index)
            return [];
        const need = (why, span) => [
            {
                job: order_idOf(i),
                regardless: (allowed ? '`allow_dependency_failure: true`' : why) ?? whySkipped(other, step),
                span,
            },
        ];
        // A step that names others starts right behind them: waits and blocks between do not hold it.
        // https://buildkite.com/docs/pipelines/configure/depends-on
        const own = named.find(({ key }) => order_isNamed(other, key));
        if (explicit)
            return own ? need(own.allowed ? '`allow_failure: true`' : null, own.span) : [];
        const barriers = steps.filter((b, at) => at > i && isBarrier(b, at, step, index));
        if (other.kind === 'block' && isBarrier(other, i, step, index))
            barriers.push(other);
        return barriers.length > 0 ? need(whyOpen(barriers, step), step.tree.span) : [];
    });
}
function isBarrier({ kind, group }, at, step, index) {
    const holds = kind === 'wait' || kind === 'block';
    const inReach = group === null || group === step.group;
    return holds && inReach && (at < index || (at === index && kind === 'block'));
}
function whyOpen(barriers, step) {
    if (barriers.some(({ tree }) => booleanOf(yaml_valueAt(tree, 'continue_on_failure')) === true))
        return '`continue_on_failure: true`';
    return barriers.every(barrier => whySkipped(barrier, step) !== null)
        ? 'a condition may skip the wait between them'
        : null;
}
// One with the same condition is there whenever this one is.
function whySkipped(other, step) {
    const condition = conditionText(other);
    const mine = conditionText(step);
    return condition === '' || condition === mine ? null : 'a condition may skip that step';
}
/** What is asked before a step comes into a build, as it is written; empty where nothing is. */
function conditionText({ tree, group }) {
    const words = [group, tree].flatMap(of => ['if', 'if_changed', 'branches', 'skip'].flatMap(key => {
        const asked = of && yaml_valueAt(of, key);
        if (!asked || booleanOf(asked) === false || yaml_textOf(asked) === '')
            return [];
        const text = listOf(asked).flatMap(item => yaml_textOf(item) ?? []);
        return [`${key}: ${text.join(' ')}`];
    }));
    return words.join('\n').replace(/[ \t]+/g, ' ');
}
// `null` where it names nothing and nobody; an empty list says that it waits for nothing.
function dependsOn(tree) {
    const written = yaml_valueAt(tree, 'depends_on');
    if (!written)
        return null;
    const items = yaml_isList(written) ? yaml_itemsOf(written) : [written];
    return items.flatMap(item => {
        const key = yaml_textOf(item) ?? yaml_textOf(yaml_valueAt(item, 'step'));
        const allowed = booleanOf(yaml_valueAt(item, 'allow_failure')) === true;
        return key === null ? [] : [{ key, allowed, span: item.span }];
    });
}
function order_isNamed({ tree, group }, key) {
    return [tree, group].some(of => ['key', 'id', 'identifier'].some(name => of && yaml_textOf(yaml_valueAt(of, name)) === key));
}

;// CONCATENATED MODULE: ./src/frontends/buildkite/pipeline.ts





/** A whole file as one pipeline: a job for every step that does something. */
function pipeline_readPipeline(tree) {
    const { file } = tree.reader;
    const steps = order_placedIn(yaml_isList(tree) ? tree : yaml_valueAt(tree, 'steps'));
    return {
        label: file.path,
        file,
        span: tree.span,
        name: file.path,
        triggers: [{ event: 'push', says: 'when a build is made, as for every push', span: tree.span }],
        variables: dollarVariables(yaml_valueAt(tree, 'env')),
        inputs: new Map(),
        jobs: steps.flatMap((step, index) => (step.kind === 'wait' ? [] : [pipeline_readJob(steps, step, index)])),
        inert: null,
    };
}
function pipeline_readJob(steps, step, index) {
    const { tree, group } = step;
    const { span } = tree;
    const label = ['label', 'name', 'key', 'block', 'input'].flatMap(key => yaml_textOf(yaml_valueAt(tree, key)) ?? [])[0];
    const skipped = [tree, group].some(of => of && pipeline_isSkipped(yaml_valueAt(of, 'skip')));
    const test = conditionText(step) === '' ? null : { kind: 'unknown' };
    return {
        id: order_idOf(index),
        label: label ?? order_idOf(index),
        span,
        needs: needsOf(steps, index),
        condition: { ...onSuccess(span), test: skipped ? constant(false) : test },
        gates: pipeline_gatesOf(step),
        variables: dollarVariables(yaml_valueAt(tree, 'env')),
        directory: '',
        steps: pipeline_stepsOf(step, label ?? order_idOf(index)),
        tolerates: pipeline_toleratedBy(tree),
    };
}
// A text says why it is skipped.
function pipeline_isSkipped(skip) {
    const text = yaml_textOf(skip);
    return text !== null && text !== '' && booleanOf(skip) !== false;
}
function pipeline_toleratedBy(tree) {
    const soft = yaml_valueAt(tree, 'soft_fail');
    if (soft && !isNothing(soft) && booleanOf(soft) !== false)
        return '`soft_fail`';
    return booleanOf(yaml_valueAt(tree, 'async')) === true ? '`async: true`' : null;
}
function pipeline_gatesOf({ tree, kind }) {
    if (kind !== 'block' && kind !== 'input')
        return [];
    const says = `it waits until a person goes on (\`${kind}\`)`;
    return [{ kind: 'approval', name: constant(kind), span: tree.span, says }];
}
function pipeline_stepsOf({ tree, kind }, label) {
    const { span } = tree;
    const started = yaml_textOf(yaml_valueAt(tree, 'trigger'));
    if (kind === 'trigger' && started !== null) {
        const inputs = dollarVariables(yaml_valueAt(tree, 'build', 'env'));
        return [stepOf(label, { kind: 'uses', name: `trigger ${started}`, inputs, span }, span)];
    }
    const lines = ['command', 'commands'].flatMap(key => listOf(yaml_valueAt(tree, key)));
    const [first] = lines;
    return kind === 'command' && first ? [commandStep(tree, lines, label)] : [];
}
// The agent hands the lines to `/bin/bash -e -c`. https://buildkite.com/docs/pipelines/configure/step-types/command-step
function commandStep(tree, lines, label) {
    const span = lines[0]?.span ?? tree.span;
    const placed = unescaped(joinedLines(lines));
    const variables = new Map();
    const holes = [...placed.text.matchAll(/\{\{\s*(matrix[\w.]*)\s*\}\}/g)].map(match => {
        const [whole, name = ''] = match;
        variables.set(variableName(name), pipeline_matrixOf(tree, name));
        return { start: match.index, end: match.index + whole.length, text: `\${${variableName(name)}}` };
    });
    const action = scripts_scriptOf(fill(placed, holes), { errexit: true, pipefail: false }, span);
    return stepOf(label, action, span, { variables: variables });
}
function pipeline_matrixOf(tree, name) {
    const matrix = yaml_valueAt(tree, 'matrix');
    const setup = yaml_isList(matrix) ? matrix : yaml_valueAt(matrix, 'setup');
    const [, dimension] = name.split('.');
    const legs = yaml_itemsOf(dimension === undefined ? setup : yaml_valueAt(setup, dimension));
    const values = legs.flatMap(leg => yaml_textOf(leg) ?? []).map(text => constant(text));
    return values.length > 0 ? mixOf(values) : { kind: 'unknown' };
}

;// CONCATENATED MODULE: ./src/frontends/buildkite/index.ts



/** Buildkite: the steps of a pipeline, with the waits and blocks between them. */
const buildkiteFrontend = {
    name: 'buildkite',
    claims: path => /(^|\/)(\.buildkite\/.+|buildkite)\.ya?ml$/.test(path),
    recognises: ({ text }) => /^steps[ \t]*:|^- /m.test(text),
    read: buildkite_read,
};
function buildkite_read(file) {
    const yaml = readYaml(file);
    const notices = yaml.notices;
    const [tree] = yaml.documents;
    return { ...units_unitsOf(tree ? [pipeline_readPipeline(tree)] : []), notices };
}

;// CONCATENATED MODULE: ./src/frontends/circleci/parameters.ts



const expression = /<<\s*([\w.-]+)\s*>>/g;
/** The value of a text with `<< >>` in it. */
function parameters_valueOfText(text, scope) {
    const parts = [];
    let from = 0;
    for (const match of text.matchAll(expression)) {
        if (match.index > from)
            parts.push(constant(text.slice(from, match.index)));
        parts.push(scope.get(match[1] ?? '') ?? { kind: 'unknown' });
        from = match.index + match[0].length;
    }
    if (from < text.length || parts.length === 0)
        parts.push(constant(text.slice(from)));
    if (parts.every(part => part.kind === 'constant'))
        return constant(parts.map(part => String(part.value)).join(''));
    return textWith(parts);
}
/** A script in which what is known stands as text and the rest is a variable. */
function parameters_scriptWith(placed, scope) {
    const variables = new Map();
    const holes = [...placed.text.matchAll(expression)].map((match) => {
        const [whole, inside = ''] = match;
        const value = scope.get(inside) ?? { kind: 'unknown' };
        const place = { start: match.index, end: match.index + whole.length };
        if (value.kind === 'constant')
            return { ...place, text: String(value.value) };
        variables.set(variableName(inside), value);
        return { ...place, text: `\${${variableName(inside)}}` };
    });
    return { placed: fill(placed, holes), variables };
}
/** A map of texts as variables. */
function parameters_variablesOf(tree, scope) {
    // `environment` may be a list of maps.
    const maps = isMapping(tree) ? [tree] : yaml_itemsOf(tree);
    const found = maps
        .flatMap(map => yaml_entriesOf(map))
        .map(({ key, value }) => {
        const text = yaml_textOf(value);
        return [key, text === null ? { kind: 'unknown' } : parameters_valueOfText(text, scope)];
    });
    return new Map(found);
}
/** The scope inside a job or a command: its parameters as they are given, or their defaults. */
function scopeInside(definition, given, outer) {
    const scope = new Map([...outer].filter(([name]) => name.startsWith('pipeline.')));
    for (const { key, value } of yaml_entriesOf(yaml_valueAt(definition, 'parameters'))) {
        const legs = yaml_itemsOf(yaml_valueAt(given, 'matrix', 'parameters', key));
        const one = yaml_textOf(yaml_valueAt(given, key));
        const usual = yaml_textOf(yaml_valueAt(value, 'default'));
        if (legs.length > 0)
            scope.set(`parameters.${key}`, mixOf(legs.map(leg => parameters_valueOfText(yaml_textOf(leg) ?? '', outer))));
        else if (one !== null)
            scope.set(`parameters.${key}`, parameters_valueOfText(one, outer));
        else if (usual !== null)
            scope.set(`parameters.${key}`, parameters_valueOfText(usual, outer));
    }
    return scope;
}
/** Whether a condition holds; a value where that is decided when it runs. */
function parameters_readCondition(tree, scope) {
    const [entry] = yaml_entriesOf(tree);
    if (entry?.key === 'not') {
        const inner = parameters_readCondition(entry.value, scope);
        return typeof inner === 'boolean' ? !inner : { kind: 'unknown' };
    }
    const text = yaml_textOf(tree);
    if (text === null)
        return { kind: 'unknown' };
    const value = parameters_valueOfText(text, scope);
    return value.kind === 'constant' ? !/^(false|no|off|0|)$/i.test(String(value.value)) : value;
}

;// CONCATENATED MODULE: ./src/frontends/github/conditions.ts


const eventNames = {
    push: ['push'],
    tag: ['push'],
    'pull-request': ['pull_request', 'pull_request_target'],
    release: ['release'],
    schedule: ['schedule'],
    manual: ['workflow_dispatch'],
    pipeline: ['workflow_run'],
    call: [],
    other: [],
};
const conditions_well = { always: true, success: true, failure: false, cancelled: false };
const failed = { always: true, success: false, failure: true, cancelled: false };
/** A condition that is not written. */
function conditions_noCondition(span) {
    const condition = { after: 'success', test: null, events: null, span };
    return { condition, overrules: () => false, valid: true };
}
/** Reads an `if:`. Text around `${{ }}` makes it a text that is not empty, which always holds. */
function conditions_readCondition(text, contexts, span) {
    const whole = /^\s*\$\{\{([\s\S]*)\}\}\s*$/.exec(text);
    const isText = text.includes('${{') && (!whole || whole[1]?.includes('${{'));
    if (isText)
        return { ...conditions_noCondition(span), condition: { ...conditions_noCondition(span).condition, test: constant(true) } };
    const expr = parseExpression(whole?.[1] ?? text);
    if (!expr) {
        const test = { kind: 'unknown' };
        return { condition: { after: 'success', test, events: null, span }, overrules: () => false, valid: false };
    }
    const condition = {
        after: conditions_afterWhat(expr),
        test: conditions_testOf(expr, contexts, span),
        events: conditions_eventsOf(expr),
        span,
    };
    return { condition, overrules: job => conditions_overrules(expr, job), valid: true };
}
const nothingKnown = () => null;
function conditions_afterWhat(expr) {
    if (!asksForStatus(expr))
        return 'success';
    const onFailure = expressions_holds(expr, { status: failed, context: nothingKnown }) !== false;
    const onSuccess = expressions_holds(expr, { status: conditions_well, context: nothingKnown }) !== false;
    if (onFailure)
        return onSuccess ? 'always' : 'failure';
    return 'success';
}
// `always() && needs.evaluate.result == 'success'` does not overrule `evaluate`.
function conditions_overrules(expr, job) {
    if (!asksForStatus(expr))
        return false;
    const result = `needs.${job}.result`;
    return ['failure', 'skipped'].some(ended => {
        const assumption = { status: failed, context: path => (path === result ? ended : null) };
        return expressions_holds(expr, assumption) !== false;
    });
}
function conditions_testOf(expr, contexts, span) {
    const answer = expressions_holds(expr, { status: conditions_well, context: nothingKnown });
    if (answer !== null)
        return answer || asksForStatus(expr) ? answerOf(answer, expr) : constant(answer);
    return valueOfExpression(expr, contexts, span);
}
// `if: failure()` is no test: `after` says it.
function answerOf(answer, expr) {
    return asksForStatus(expr) ? null : constant(answer);
}
function conditions_eventsOf(expr) {
    const events = Object.keys(eventNames);
    const possible = events.filter(event => {
        const names = eventNames[event];
        return names.length === 0 || names.some(name => expressions_holds(expr, assumptionOn(event, name)) !== false);
    });
    return possible.length === events.length ? null : possible;
}
function assumptionOn(event, name) {
    const context = (path) => {
        if (path === 'github.event_name')
            return name;
        if (path === 'github.ref_type' && (event === 'tag' || event === 'push'))
            return event === 'tag' ? 'tag' : 'branch';
        return null;
    };
    return { status: { always: true }, context };
}

;// CONCATENATED MODULE: ./src/frontends/github/contexts.ts




/** Looks names of contexts up. */
function contexts_contextsOf({ pipeline, inputs, variables, matrix }) {
    return ([context = '', ...path]) => {
        const [first = '', second, third] = path;
        const isEvent = context === 'github' && first === 'event' && second === 'inputs';
        const input = context === 'inputs' ? first : isEvent ? third : undefined;
        const index = input === undefined ? -1 : inputs.indexOf(input);
        if (index >= 0)
            return { kind: 'parameter', unit: pipeline, index };
        if (context === 'env')
            return variables.get(first) ?? contexts_fieldOf(context, path);
        if (context === 'matrix')
            return matrix.get(first) ?? contexts_fieldOf(context, path);
        return contexts_fieldOf(context, path);
    };
}
function contexts_fieldOf(context, path) {
    const start = { kind: 'name', name: `pipeline.${context}`, from: null, dots: 0 };
    return path.reduce((of, name) => ({ kind: 'field', of, name }), start);
}
/** A text of a workflow, in which `${{ }}` are filled when it runs. */
function contexts_valueOfText(text, contexts, span) {
    const parts = [];
    let from = 0;
    for (const { start, end, inside } of contexts_expressionsIn(text)) {
        if (start > from)
            parts.push(constant(text.slice(from, start)));
        const expr = parseExpression(inside);
        parts.push(expr ? valueOfExpression(expr, contexts, span) : { kind: 'unknown' });
        from = end;
    }
    if (from < text.length || parts.length === 0)
        parts.push(constant(text.slice(from)));
    return textWith(parts);
}
/** The value of a scalar or a list of a workflow. */
function valueOfTree(tree, contexts) {
    if (yaml_isList(tree))
        return { kind: 'collection', items: yaml_itemsOf(tree).map(item => valueOfTree(item, contexts)) };
    const text = yaml_textOf(tree);
    return text === null ? { kind: 'unknown' } : contexts_valueOfText(text, contexts, tree.span);
}
/** A map of a workflow as variables. */
function contexts_variablesOf(tree, contexts) {
    return new Map(yaml_entriesOf(tree).map(({ key, value }) => [key, valueOfTree(value, contexts)]));
}
/** A script in which each `${{ }}` is a variable, and what these variables stand for. */
function contexts_scriptWith(placed, contexts, span) {
    const found = contexts_expressionsIn(placed.text).map(({ start, end, inside }) => {
        const name = variableName(inside);
        const expr = parseExpression(inside);
        const value = expr ? valueOfExpression(expr, contexts, span) : { kind: 'unknown' };
        return { hole: { start, end, text: `\${${name}}` }, name, value };
    });
    const variables = new Map(found.map(({ name, value }) => [name, value]));
    return {
        placed: fill(placed, found.map(({ hole }) => hole)),
        variables,
    };
}
/** The `${{ }}` of a text. */
function contexts_expressionsIn(text) {
    const found = [];
    for (let from = text.indexOf('${{'); from >= 0; from = text.indexOf('${{', from + 1)) {
        const end = text.indexOf('}}', from);
        if (end < 0)
            break;
        found.push({ start: from, end: end + 2, inside: text.slice(from + 3, end).trim() });
        from = end;
    }
    return found;
}
/** What the axes of a matrix may be, by name. */
function contexts_matrixOf(tree, contexts) {
    const axes = new Map();
    const add = (key, value) => {
        axes.set(key, [...(axes.get(key) ?? []), value]);
    };
    for (const { key, value } of yaml_entriesOf(tree)) {
        if (key === 'exclude')
            continue;
        if (key === 'include')
            for (const item of yaml_itemsOf(value))
                for (const entry of yaml_entriesOf(item))
                    add(entry.key, valueOfTree(entry.value, contexts));
        else
            for (const item of yaml_isList(value) ? yaml_itemsOf(value) : [value])
                add(key, valueOfTree(item, contexts));
    }
    return new Map([...axes].map(([key, values]) => [key, mixOf(values)]));
}

;// CONCATENATED MODULE: ./src/frontends/github/steps.ts



/** The steps of a job or of an action. */
function github_steps_readSteps(list, settings) {
    return yaml_itemsOf(list).flatMap((tree, index) => steps_readStep(tree, index, settings) ?? []);
}
function steps_readStep(tree, index, settings) {
    const { around } = settings;
    const env = contexts_variablesOf(yaml_valueAt(tree, 'env'), contexts_contextsOf(around));
    const contexts = contexts_contextsOf({ ...around, variables: new Map([...around.variables, ...env]) });
    const made = steps_actionOf(tree, settings, env);
    if (!made)
        return null;
    const condition = yaml_valueAt(tree, 'if');
    const text = yaml_textOf(condition);
    const read = condition && text ? conditions_readCondition(text, contexts, condition.span) : conditions_noCondition(tree.span);
    const tolerated = yaml_valueAt(tree, 'continue-on-error');
    const place = yaml_textOf(yaml_valueAt(tree, 'working-directory'));
    return {
        label: yaml_textOf(yaml_valueAt(tree, 'name')) ?? yaml_textOf(yaml_valueAt(tree, 'id')) ?? `step ${index + 1}`,
        span: tree.span,
        condition: read.condition,
        variables: made.variables,
        ...(place !== null && { directory: github_steps_folderOf(place) }),
        tolerates: tolerated && booleanOf(tolerated) !== false ? '`continue-on-error: true`' : null,
        action: made.action,
    };
}
/** A folder as it is written, from the root; `null` where it is computed or leads elsewhere. */
function github_steps_folderOf(path) {
    const plain = path
        .trim()
        .replace(/^\.\/?/, '')
        .replace(/\/+$/, '');
    return /^[/~$]|\$\{\{|(^|\/)\.\.(\/|$)/.test(plain) ? null : plain;
}
function steps_actionOf(tree, settings, env) {
    const run = yaml_valueAt(tree, 'run');
    if (run && yaml_textOf(run) !== null)
        return steps_scriptOf(tree, run, settings, env);
    const uses = yaml_textOf(yaml_valueAt(tree, 'uses'));
    if (uses === null)
        return null;
    const inputs = contexts_variablesOf(yaml_valueAt(tree, 'with'), contexts_contextsOf(settings.around));
    const span = yaml_valueAt(tree, 'uses')?.span ?? tree.span;
    const action = uses.startsWith('./')
        ? { kind: 'call', name: localName(uses), inputs, span }
        : { kind: 'uses', name: uses.trim(), inputs, span };
    return { action, variables: env };
}
/** The name of a local action or workflow: its path without `./`. */
function localName(uses) {
    return uses
        .trim()
        .replace(/^(\.\/)+/, '')
        .replace(/\/+$/, '');
}
function steps_scriptOf(tree, run, settings, env) {
    const { around } = settings;
    const contexts = contexts_contextsOf({ ...around, variables: new Map([...around.variables, ...env]) });
    const { placed, variables } = contexts_scriptWith(placedText(run), contexts, run.span);
    const shell = yaml_textOf(yaml_valueAt(tree, 'shell')) ?? settings.shell;
    const { language, mode } = languageOf(shell, settings.windows);
    const action = { kind: 'script', language, shell: mode, ...placed, span: run.span };
    return { action, variables: new Map([...env, ...variables]) };
}
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
function languageOf(shell, windows) {
    const plain = { errexit: false, pipefail: false };
    if (shell === null)
        return windows
            ? { language: 'powershell', mode: plain }
            : { language: 'shell', mode: { errexit: true, pipefail: false } };
    const name = shell.trim();
    if (name === 'bash')
        return { language: 'shell', mode: { errexit: true, pipefail: true } };
    if (name === 'sh')
        return { language: 'shell', mode: { errexit: true, pipefail: false } };
    if (/^python3?\b/.test(name))
        return { language: 'python', mode: plain };
    if (/^(pwsh|powershell)\b/.test(name))
        return { language: 'powershell', mode: plain };
    if (/^cmd\b/.test(name))
        return { language: 'cmd', mode: plain };
    const options = name.split(/\s+/).slice(1);
    const errexit = options.some(option => /^-[a-z]*e[a-z]*$/.test(option));
    return { language: 'shell', mode: { errexit, pipefail: name.includes('pipefail') } };
}
/** `with` of a call. */
function inputsOf(tree, around) {
    return contexts_variablesOf(yaml_valueAt(tree, 'with'), contexts_contextsOf(around));
}


;// CONCATENATED MODULE: ./src/frontends/shell/mode.ts
/** The mode that a shell was started in. */
function startMode({ errexit, pipefail }) {
    return { errexit, pipefail, errtrace: false, trapped: false };
}
/** The mode after `set` with these words. */
function setMode(mode, words) {
    let after = mode;
    for (const [i, word] of words.entries()) {
        if (word === '--' || word === '-')
            break;
        const [, sign, letters = ''] = /^([-+])([A-Za-z]+)$/.exec(word) ?? [];
        if (!sign)
            continue;
        const on = sign === '-';
        if (letters.includes('e'))
            after = { ...after, errexit: on };
        if (letters.includes('E'))
            after = { ...after, errtrace: on };
        if (letters.endsWith('o'))
            after = withOption(after, words[i + 1], on);
    }
    return after;
}
function withOption(mode, option, on) {
    if (option === 'errexit' || option === 'pipefail' || option === 'errtrace')
        return { ...mode, [option]: on };
    return mode;
}
/** What holds whichever of these modes is in force. */
function joinModes(modes) {
    const [first, ...rest] = modes;
    if (!first)
        return null;
    return rest.reduce(mode_weaker, first);
}
function mode_weaker(a, b) {
    if (a === b)
        return a;
    const errexit = a.errexit && b.errexit;
    const pipefail = a.pipefail && b.pipefail;
    return { errexit, pipefail, errtrace: a.errtrace && b.errtrace, trapped: a.trapped && b.trapped };
}
/** The mode that the first line of a script asks for: `#!/bin/bash -eu`; `null` where the line names no shell. */
function shebangMode(text) {
    const [, interpreter = '', words = ''] = /^#![ \t]*(?:\S*\/env[ \t]+(?:-S[ \t]+)?)?(\S+)[ \t]*([^\r\n]*)/.exec(text) ?? [];
    if (!/(^|\/)(ba|da|z|k|a|mk)?sh$/.test(interpreter))
        return null;
    return flagsMode(words.split(/\s+/));
}
/** The mode that a shell's own options ask for: `bash -euo pipefail -c …`. */
function flagsMode(words) {
    const { errexit, pipefail } = setMode(startMode({ errexit: false, pipefail: false }), words);
    return { errexit, pipefail };
}

;// CONCATENATED MODULE: ./src/frontends/circleci/steps.ts






const steps_deepest = 10;
/** The steps of a job, a command or a condition. */
function circleci_steps_readSteps(list, around) {
    return yaml_itemsOf(list).flatMap(tree => {
        const name = yaml_textOf(tree);
        if (name !== null)
            return steps_callOf(name, null, tree.span, around);
        const [entry] = yaml_entriesOf(tree);
        return entry ? circleci_steps_readStep(entry.key, entry.value, entry.at, around) : [];
    });
}
function circleci_steps_readStep(key, value, at, around) {
    if (key === 'run')
        return steps_runOf(value, at, around);
    if (key === 'when' || key === 'unless')
        return conditional(key, value, around);
    return steps_callOf(key, value, at, around);
}
function conditional(key, tree, around) {
    const holds = parameters_readCondition(yaml_valueAt(tree, 'condition'), around.scope);
    const steps = circleci_steps_readSteps(yaml_valueAt(tree, 'steps'), around);
    if (typeof holds === 'boolean')
        return holds === (key === 'when') ? steps : [];
    const test = key === 'when' ? holds : { kind: 'unknown' };
    return steps.map(step => ({ ...step, condition: { ...step.condition, test } }));
}
const afters = { always: 'always', on_fail: 'failure' };
// https://circleci.com/docs/reference/configuration-reference/#run
function steps_runOf(tree, at, around) {
    const command = isMapping(tree) ? yaml_valueAt(tree, 'command') : tree;
    if (!command || yaml_textOf(command) === null)
        return [];
    const { placed, variables } = parameters_scriptWith(placedText(command), around.scope);
    const shell = yaml_textOf(yaml_valueAt(tree, 'shell')) ?? around.shell;
    const action = { ...scripts_scriptOf(placed, modeOf(shell), command.span), language: steps_languageOf(shell) };
    const place = yaml_textOf(yaml_valueAt(tree, 'working_directory'));
    const after = afters[yaml_textOf(yaml_valueAt(tree, 'when')) ?? ''] ?? 'success';
    const own = new Map([...parameters_variablesOf(yaml_valueAt(tree, 'environment'), around.scope), ...variables]);
    const more = {
        condition: { after, test: null, events: null, span: at },
        variables: own,
        ...(place !== null && { directory: github_steps_folderOf(place.replace(/^~\/project\/?/, '')) }),
        tolerates: booleanOf(yaml_valueAt(tree, 'background')) === true ? '`background: true`' : null,
    };
    return [stepOf(yaml_textOf(yaml_valueAt(tree, 'name')) ?? 'run', action, at, more)];
}
// Without `shell` it is `/bin/bash -eo pipefail`; one that is named has the options that are written, and no others.
function modeOf(shell) {
    if (shell === null)
        return { errexit: true, pipefail: true };
    return flagsMode(shell.trim().split(/\s+/).slice(1));
}
function steps_languageOf(shell) {
    if (shell !== null && /(^|[/\\])python[\d.]*(\s|$)/.test(shell))
        return 'python';
    return shell !== null && /powershell|pwsh/i.test(shell) ? 'powershell' : 'shell';
}
// A command of the configuration, of an orb, or one that every job knows: `checkout`.
function steps_callOf(name, given, span, around) {
    const found = definitionOf('commands', name, around);
    if (!found)
        return name.includes('/') ? [stepOf(name, orbOf(name, given, span, around), span)] : [];
    if (around.depth >= steps_deepest) {
        const { file } = span;
        const line = file.text.slice(0, span.start).split('\n').length;
        const message = `The command \`${scripts_shown(name)}\` stands in itself, or too deep to be followed.`;
        around.notices.push({ path: file.path, line, kind: 'limit', message });
        return [];
    }
    const scope = scopeInside(found.tree, given, around.scope);
    return circleci_steps_readSteps(yaml_valueAt(found.tree, 'steps'), {
        ...around,
        home: found.home,
        scope,
        depth: around.depth + 1,
    });
}
/** A job or a command that the configuration defines, or an orb that is written in it. */
function definitionOf(kind, name, { home, config }) {
    const [orb = '', inner] = name.split('/');
    const place = inner === undefined ? home : yaml_valueAt(config, 'orbs', orb);
    const tree = yaml_valueAt(place, kind, inner ?? name);
    return place && tree ? { tree, home: place } : null;
}
/** What an orb of the outside is given. */
function orbOf(name, given, span, { config, scope }) {
    const [alias = '', ...rest] = name.split('/');
    const [orb = alias, version] = (yaml_textOf(yaml_valueAt(config, 'orbs', alias)) ?? alias).split('@');
    const inputs = yaml_entriesOf(given).flatMap(({ key, value }) => {
        const text = yaml_textOf(value);
        return [[key, text === null ? constant(null) : parameters_valueOfText(text, scope)]];
    });
    const full = `${[orb, ...rest].join('/')}${version === undefined ? '' : `@${version}`}`;
    return { kind: 'uses', name: full, inputs: new Map(inputs), span };
}

;// CONCATENATED MODULE: ./src/frontends/circleci/workflows.ts





/** Every workflow of a configuration as a pipeline of its own. */
function readWorkflows(config, notices) {
    const jobs = yaml_valueAt(config, 'jobs');
    const workflows = yaml_entriesOf(yaml_valueAt(config, 'workflows')).filter(({ value }) => isMapping(value));
    if (workflows.length > 0)
        return workflows.map(({ key, value, at }) => readWorkflow(key, value, at, config, notices));
    // Without workflows the job `build` runs.
    const build = yaml_entriesOf(jobs).find(({ key }) => key === 'build');
    return build
        ? [workflows_pipelineOf('build', config, build.at, [{ id: 'build', given: null, at: build.at }], config, notices)]
        : [];
}
function readWorkflow(name, tree, at, config, notices) {
    const placed = yaml_itemsOf(yaml_valueAt(tree, 'jobs')).flatMap((item) => {
        const plain = yaml_textOf(item);
        if (plain !== null)
            return [{ id: plain, given: null, at: item.span }];
        return yaml_entriesOf(item)
            .slice(0, 1)
            .map(entry => ({ id: entry.key, given: entry.value, at: entry.at }));
    });
    return workflows_pipelineOf(name, tree, at, placed, config, notices);
}
function workflows_pipelineOf(workflow, tree, span, placed, config, notices) {
    const { file } = config.reader;
    const name = `${file.path}:${workflow}`;
    const parameters = yaml_entriesOf(yaml_valueAt(config, 'parameters'));
    const inputs = new Map(parameters.map(({ key, value }) => {
        const usual = yaml_textOf(yaml_valueAt(value, 'default'));
        return [key, usual === null ? null : constant(usual)];
    }));
    const scope = new Map(parameters.map(({ key }, index) => [
        `pipeline.parameters.${key}`,
        { kind: 'parameter', unit: name, index },
    ]));
    const around = { home: config, config, scope, shell: null, notices, depth: 0 };
    const jobs = placed.map(one => workflows_readJob(workflow, one, placed, around));
    return {
        label: `${file.path} (${workflow})`,
        file,
        span,
        name,
        triggers: workflows_triggersOf(tree, span, jobs, inputs),
        variables: new Map(),
        inputs,
        jobs,
        inert: file.path.startsWith('.circleci/') ? null : 'a configuration in a subfolder never runs by itself',
    };
}
function workflows_triggersOf(tree, span, jobs, inputs) {
    const scheduled = yaml_itemsOf(yaml_valueAt(tree, 'triggers'));
    if (scheduled.length > 0)
        return scheduled.map(trigger => ({ event: 'schedule', says: 'on a schedule', span: trigger.span }));
    const asked = yaml_valueAt(tree, 'when');
    // With what the parameters are unless somebody gives others.
    const usual = new Map([...inputs].map(([name, value]) => [`pipeline.parameters.${name}`, value ?? { kind: 'unknown' }]));
    if (asked && parameters_readCondition(asked, usual) === false)
        return [{ event: 'other', says: 'when it is asked for with a parameter', span: asked.span }];
    const tagged = jobs.some(({ condition }) => condition.events?.includes('tag'));
    const push = { event: 'push', says: 'on every push', span };
    return tagged ? [push, { event: 'tag', says: 'when a tag is pushed', span }] : [push];
}
function workflows_nameOf({ id, given }) {
    return yaml_textOf(yaml_valueAt(given, 'name')) ?? id;
}
function workflows_readJob(workflow, one, all, around) {
    const { id, given, at } = one;
    const found = definitionOf('jobs', id, around);
    const scope = scopeInside(found?.tree ?? null, given, around.scope);
    const executor = executorOf(found?.tree ?? null, found?.home ?? around.home);
    const shell = yaml_textOf(yaml_valueAt(found?.tree ?? null, 'shell')) ?? yaml_textOf(yaml_valueAt(executor, 'shell'));
    const inside = { ...around, home: found?.home ?? around.home, scope, shell };
    const own = yaml_valueAt(found?.tree ?? null, 'environment');
    return {
        id: `${workflow}/${workflows_nameOf(one)}`,
        label: workflows_nameOf(one),
        span: at,
        needs: workflows_needsOf(workflow, one, all),
        condition: onSuccess(at, workflows_eventsOf(given)),
        gates: isApproval(one, found?.tree ?? null) ? [approval(at)] : [],
        variables: new Map([...parameters_variablesOf(yaml_valueAt(executor, 'environment'), scope), ...parameters_variablesOf(own, scope)]),
        directory: '',
        steps: [
            ...circleci_steps_readSteps(yaml_valueAt(given, 'pre-steps'), around),
            ...(found ? circleci_steps_readSteps(yaml_valueAt(found.tree, 'steps'), inside) : orbJob(one, around)),
            ...circleci_steps_readSteps(yaml_valueAt(given, 'post-steps'), around),
        ],
        tolerates: null,
    };
}
function orbJob({ id, given, at }, around) {
    return id.includes('/') ? [stepOf(id, orbOf(id, given, at, around), at)] : [];
}
function executorOf(job, home) {
    const executor = yaml_valueAt(job, 'executor');
    const name = yaml_textOf(executor) ?? yaml_textOf(yaml_valueAt(executor, 'name'));
    return name === null ? null : yaml_valueAt(home, 'executors', name);
}
function isApproval({ given }, definition) {
    return [given, definition].some(tree => yaml_textOf(yaml_valueAt(tree, 'type')) === 'approval');
}
function approval(span) {
    const says = 'it waits until a person approves (`type: approval`)';
    return { kind: 'approval', name: constant('approval'), span, says };
}
// A job may also ask for other ends than success: `- evaluate: [failed, success]`.
// https://circleci.com/docs/reference/configuration-reference/#requires
function workflows_needsOf(workflow, { given }, all) {
    return listOf(yaml_valueAt(given, 'requires')).flatMap((item) => {
        const [entry] = yaml_entriesOf(item);
        const name = yaml_textOf(item) ?? entry?.key;
        if (name === undefined || !all.some(other => workflows_nameOf(other) === name))
            return [];
        const ends = listOf(entry?.value ?? null).flatMap(end => yaml_textOf(end) ?? []);
        const other = ends.find(end => end !== 'success');
        const regardless = other === undefined ? null : `\`requires: ${scripts_shown(name)}: ${scripts_shown(other)}\``;
        return [{ job: `${workflow}/${name}`, regardless, span: item.span }];
    });
}
// Tags start only the jobs that ask for them. https://circleci.com/docs/guides/orchestrate/workflows/#executing-workflows-for-a-git-tag
function workflows_eventsOf(given) {
    const filters = yaml_valueAt(given, 'filters');
    const tags = yaml_valueAt(filters, 'tags');
    const ignored = listOf(yaml_valueAt(filters, 'branches', 'ignore')).flatMap(item => yaml_textOf(item) ?? []);
    const noBranch = ignored.some(pattern => /^\/\^?\.\*\$?\/$/.test(pattern));
    const events = noBranch ? ['other'] : ['push', 'schedule', 'other'];
    return tags === null && yaml_textOf(filters) === null ? events : [...events, 'tag'];
}

;// CONCATENATED MODULE: ./src/frontends/circleci/index.ts



/** CircleCI: the workflows of a configuration, with the commands and orbs that it defines itself. */
const circleciFrontend = {
    name: 'circleci',
    claims: path => /(^|\/)\.circleci\/.+\.ya?ml$/.test(path),
    read: circleci_read,
};
function circleci_read(file) {
    const yaml = readYaml(file);
    const notices = yaml.notices;
    const [tree] = yaml.documents;
    return { ...units_unitsOf(tree ? readWorkflows(tree, notices) : []), notices };
}

;// CONCATENATED MODULE: ./src/frontends/cloudbuild/commands.ts



const commands_plain = { errexit: false, pipefail: false };
/** What a step runs: its script, what it hands to a shell, or one command line. `null` where that is up to its image. */
function commandOf(step) {
    const script = yaml_valueAt(step, 'script');
    if (script && yaml_textOf(script) !== null)
        return ownScript(script);
    const words = commands_wordsOf(step);
    const [command] = words;
    if (!command)
        return null;
    if (/(^|\/)(ba|da|z|k|a)?sh$/.test(command.text)) {
        const option = words.findIndex(({ text }, i) => i > 0 && /^-[A-Za-z]*c$/.test(text));
        const code = words[option + 1];
        if (option > 0 && code?.tree) {
            const mode = flagsMode(words.slice(1, option + 1).map(({ text }) => text));
            return scripts_scriptOf(unescaped(placedText(code.tree)), mode, code.tree.span);
        }
    }
    return scripts_scriptOf(lineOf(words), commands_plain, step.span);
}
// Nothing stops it at a failing line unless its own lines do; without a first line that names a shell it is `sh`.
// https://cloud.google.com/build/docs/configuring-builds/run-bash-scripts
function ownScript(script) {
    const placed = placedText(script);
    const python = /^#!\S*(\/|\/env\s+)python/.test(placed.text);
    const made = scripts_scriptOf(placed, shebangMode(placed.text) ?? commands_plain, script.span);
    return python ? { ...made, language: 'python' } : made;
}
function commands_wordsOf(step) {
    const words = yaml_itemsOf(yaml_valueAt(step, 'args')).map((tree) => ({ text: yaml_textOf(tree) ?? '', tree }));
    const entrypoint = yaml_valueAt(step, 'entrypoint');
    const named = yaml_textOf(entrypoint);
    if (named !== null && named !== '')
        return [{ text: named, tree: entrypoint }, ...words];
    const command = commandOfImage(yaml_textOf(yaml_valueAt(step, 'name')) ?? '');
    return command === null || command === words[0]?.text ? words : [{ text: command, tree: null }, ...words];
}
// The images of the builders, and of a few tools, start the tool whose name they have; others start their first argument.
function commandOfImage(image) {
    const name = image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
    const last = name.slice(name.lastIndexOf('/') + 1);
    const tools = /^(gcloud|gsutil|bq|kubectl|docker|git|terraform|helm|curl)$/;
    return /(^|\/)cloud-builders(-community)?\//.test(name) || tools.test(last) ? last : null;
}
function lineOf(words) {
    let text = '';
    const pieces = [];
    for (const word of words) {
        if (text !== '')
            text += ' ';
        if (word.tree)
            pieces.push({ from: text.length, to: word.tree.span.start, length: 0 });
        text += commands_quoted(word.text);
    }
    return { text, pieces: pieces.length > 0 ? pieces : [{ from: 0, to: 0, length: 0 }] };
}
// Substitutions stay what they are, and no shell takes the rest apart.
function commands_quoted(word) {
    if (/^[\w@%+=:,./-]+$/.test(word))
        return word;
    const literal = word
        .replace(/[\\"`]/g, '\\$&')
        .replace(/\$\$/g, '\\$')
        .replace(/\$(?![\w{])/g, '\\$');
    return `"${literal.replace(/\\\\\$/g, '\\$')}"`;
}

;// CONCATENATED MODULE: ./src/frontends/cloudbuild/build.ts




/** A build as a pipeline: one job, or one for each step where `waitFor` changes the order. */
function readBuild(tree) {
    const { file } = tree.reader;
    const variables = dollarVariables(yaml_valueAt(tree, 'substitutions'));
    const steps = yaml_itemsOf(yaml_valueAt(tree, 'steps'));
    const shared = build_environmentOf(yaml_valueAt(tree, 'options', 'env'), variables);
    const read = (step, index) => build_readStep(step, index, variables);
    const ordered = steps.every(step => yaml_valueAt(step, 'waitFor') === null);
    const whole = jobOf('build', yaml_valueAt(tree, 'steps') ?? tree, steps.flatMap(read));
    const jobs = ordered
        ? [whole]
        : steps.map((step, i) => ({
            ...jobOf(build_nameOf(step, i), step, read(step, i)),
            needs: build_needsOf(steps, i),
        }));
    return {
        label: file.path,
        file,
        span: tree.span,
        name: file.path,
        // What starts a build is set outside of the repository, and so is whether it waits for an approval.
        triggers: [{ event: 'other', says: 'when its trigger in Cloud Build fires', span: tree.span }],
        variables: new Map([...variables, ...shared]),
        inputs: new Map(),
        jobs,
        inert: null,
    };
}
function jobOf(id, { span }, steps) {
    return {
        id,
        label: id,
        span,
        needs: [],
        condition: onSuccess(span),
        gates: [],
        variables: new Map(),
        directory: '',
        steps,
        tolerates: null,
    };
}
function build_nameOf(step, index) {
    return yaml_textOf(yaml_valueAt(step, 'id')) ?? `step ${index + 1}`;
}
// Without `waitFor` a step waits for all before it; `-` stands for the start of the build.
// https://cloud.google.com/build/docs/configuring-builds/configure-build-step-order
function build_needsOf(steps, index) {
    const step = steps[index];
    if (!step)
        return [];
    const waits = yaml_valueAt(step, 'waitFor');
    const named = waits && listOf(waits).flatMap(item => yaml_textOf(item) ?? []);
    const { span } = waits ?? step;
    return steps.flatMap((other, i) => {
        const id = build_nameOf(other, i);
        const waited = named && named.length > 0 ? named.includes(id) && i !== index : i < index;
        return waited ? [{ job: id, regardless: build_tolerated(other), span }] : [];
    });
}
function build_tolerated(step) {
    if (booleanOf(yaml_valueAt(step, 'allowFailure')) === true)
        return '`allowFailure: true`';
    const codes = yaml_valueAt(step, 'allowExitCodes');
    return yaml_isList(codes) && yaml_itemsOf(codes).length > 0 ? '`allowExitCodes`' : null;
}
function build_readStep(step, index, substitutions) {
    const action = commandOf(step);
    if (!action)
        return [];
    const place = yaml_textOf(yaml_valueAt(step, 'dir'));
    return [
        stepOf(build_nameOf(step, index), action, step.span, {
            variables: build_environmentOf(yaml_valueAt(step, 'env'), substitutions),
            ...(place !== null && { directory: github_steps_folderOf(place.replace(/^\/workspace\/?/, '')) }),
            tolerates: build_tolerated(step),
        }),
    ];
}
// `env` is a list of `NAME=value`.
function build_environmentOf(list, substitutions) {
    const found = yaml_itemsOf(list).flatMap((item) => {
        const [, name, value = ''] = /^(\w+)=([\s\S]*)$/.exec(yaml_textOf(item) ?? '') ?? [];
        return name === undefined ? [] : [[name, dollarText(value, substitutions)]];
    });
    return new Map(found);
}

;// CONCATENATED MODULE: ./src/frontends/cloudbuild/index.ts



/** Google Cloud Build: the steps of a build, in the order of the file or of `waitFor`. */
const cloudbuildFrontend = {
    name: 'cloudbuild',
    claims: path => /cloudbuild/i.test(path) && /\.(ya?ml|json)$/.test(path),
    recognises: ({ text }) => /^[ \t{]*["']?steps["']?[ \t]*:/m.test(text),
    read: cloudbuild_read,
};
function cloudbuild_read(file) {
    const yaml = readYaml(file);
    const notices = yaml.notices;
    const [tree] = yaml.documents;
    return { ...units_unitsOf(tree ? [readBuild(tree)] : []), notices };
}

;// CONCATENATED MODULE: ./src/frontends/github/actions.ts




/** An action that is made of steps, as a pipeline that others call by its folder; `null` for other actions. */
function readAction(tree, notices) {
    const { file } = tree.reader;
    if (yaml_textOf(yaml_valueAt(tree, 'runs', 'using')) !== 'composite')
        return null;
    const inputs = new Map();
    for (const { key, value } of yaml_entriesOf(yaml_valueAt(tree, 'inputs'))) {
        const given = yaml_valueAt(value, 'default');
        inputs.set(key, given ? valueOfTree(given, () => ({ kind: 'unknown' })) : null);
    }
    const name = file.path.replace(/(^|\/)action\.ya?ml$/, '') || '.';
    const around = {
        pipeline: name,
        inputs: [...inputs.keys()],
        variables: new Map(),
        matrix: new Map(),
    };
    const steps = github_steps_readSteps(yaml_valueAt(tree, 'runs', 'steps'), { around, shell: null, windows: false, notices });
    const { condition } = conditions_noCondition(tree.span);
    return {
        label: yaml_textOf(yaml_valueAt(tree, 'name')) ?? name,
        file,
        span: tree.span,
        name,
        triggers: [{ event: 'call', span: tree.span, says: 'when a workflow uses it' }],
        variables: new Map(),
        inputs,
        jobs: [
            {
                id: 'steps',
                label: yaml_textOf(yaml_valueAt(tree, 'name')) ?? name,
                span: tree.span,
                needs: [],
                condition,
                gates: [],
                variables: new Map(),
                directory: '',
                steps,
                tolerates: null,
            },
        ],
        inert: null,
    };
}

;// CONCATENATED MODULE: ./src/frontends/github/triggers.ts

/** What starts a workflow. */
function triggers_readTriggers(on) {
    if (!on)
        return [];
    if (isMapping(on))
        return yaml_entriesOf(on).flatMap(({ key, at, value }) => triggers_triggersOf(key, value).map(t => ({ ...t, span: at })));
    return listOf(on).flatMap(item => triggers_triggersOf(yaml_textOf(item) ?? '', null).map(t => ({ ...t, span: item.span })));
}
function triggers_triggersOf(event, filter) {
    switch (event) {
        case 'push':
            return triggers_pushes(filter);
        case 'pull_request':
        case 'pull_request_target':
            return [{ event: 'pull-request', says: 'on a pull request' }];
        case 'release':
            return [{ event: 'release', says: 'when a release is published' }];
        case 'schedule':
            return [{ event: 'schedule', says: 'on a schedule' }];
        case 'workflow_dispatch':
            return [{ event: 'manual', says: 'by hand' }];
        case 'workflow_run':
            return [{ event: 'pipeline', says: 'when another workflow has ended' }];
        case 'workflow_call':
            return [{ event: 'call', says: 'when another workflow calls it' }];
        default:
            return [{ event: 'other', says: `on \`${event.replaceAll('`', "'").slice(0, 40)}\`` }];
    }
}
function triggers_pushes(filter) {
    const named = (key) => listOf(yaml_valueAt(filter, key)).flatMap(item => yaml_textOf(item) ?? []);
    const branches = named('branches');
    const found = [];
    const onlyTags = yaml_valueAt(filter, 'tags') !== null && yaml_valueAt(filter, 'branches') === null;
    if (!onlyTags) {
        const where = branches.map(branch => `\`${branch.replaceAll('`', "'").slice(0, 40)}\``).join(', ');
        found.push({ event: 'push', says: branches.length > 0 ? `on a push to ${where}` : 'on every push' });
    }
    if (yaml_valueAt(filter, 'tags') !== null)
        found.push({ event: 'tag', says: 'when a tag is pushed' });
    return found;
}

;// CONCATENATED MODULE: ./src/frontends/github/workflows.ts





/** A workflow as a pipeline; `null` where the file holds none. */
function workflows_readWorkflow(tree, notices) {
    const { file } = tree.reader;
    const jobs = yaml_valueAt(tree, 'jobs');
    if (!isMapping(jobs))
        return null;
    const on = yaml_valueAt(tree, 'on') ?? yaml_valueAt(tree, 'true');
    const inputs = inputDefaults(on);
    const names = [...inputs.keys()];
    const bare = { pipeline: file.path, inputs: names, variables: new Map(), matrix: new Map() };
    const variables = contexts_variablesOf(yaml_valueAt(tree, 'env'), contexts_contextsOf(bare));
    const around = { ...bare, variables };
    return {
        label: yaml_textOf(yaml_valueAt(tree, 'name')) ?? file.path,
        file,
        span: tree.span,
        name: file.path,
        triggers: triggers_readTriggers(on),
        variables,
        inputs,
        jobs: yaml_entriesOf(jobs).flatMap(({ key, value }) => github_workflows_readJob(key, value, tree, around, notices) ?? []),
        inert: file.path.startsWith('.github/') ? null : 'a workflow in a subfolder never runs by itself',
    };
}
/** The inputs of a workflow that is called or started by hand, with their defaults. */
function inputDefaults(on) {
    const found = new Map();
    for (const event of ['workflow_call', 'workflow_dispatch'])
        for (const { key, value } of yaml_entriesOf(yaml_valueAt(on, event, 'inputs'))) {
            const given = yaml_valueAt(value, 'default');
            if (!found.get(key))
                found.set(key, given ? valueOfTree(given, () => ({ kind: 'unknown' })) : null);
        }
    return found;
}
function github_workflows_readJob(id, tree, workflow, outer, notices) {
    if (!isMapping(tree))
        return null;
    const matrix = contexts_matrixOf(yaml_valueAt(tree, 'strategy', 'matrix'), contexts_contextsOf(outer));
    const own = contexts_variablesOf(yaml_valueAt(tree, 'env'), contexts_contextsOf({ ...outer, matrix }));
    const around = { ...outer, matrix, variables: new Map([...outer.variables, ...own]) };
    const read = workflows_conditionOf(tree, around, notices);
    const tolerated = yaml_valueAt(tree, 'continue-on-error');
    const setting = (key) => yaml_textOf(yaml_valueAt(tree, 'defaults', 'run', key)) ?? yaml_textOf(yaml_valueAt(workflow, 'defaults', 'run', key));
    const windows = /windows/i.test(yaml_textOf(yaml_valueAt(tree, 'runs-on')) ?? '');
    const steps = github_steps_readSteps(yaml_valueAt(tree, 'steps'), { around, shell: setting('shell'), windows, notices });
    return {
        id,
        label: id,
        span: keyAt(workflowJobs(workflow), id),
        needs: github_workflows_needsOf(tree, read),
        condition: read.condition,
        gates: workflows_gatesOf(tree, around),
        variables: own,
        directory: github_steps_folderOf(setting('working-directory') ?? ''),
        steps: [...calledBy(tree, around), ...steps],
        tolerates: tolerated && booleanOf(tolerated) === true ? '`continue-on-error: true`' : null,
    };
}
function workflowJobs(workflow) {
    return yaml_valueAt(workflow, 'jobs') ?? workflow;
}
function workflows_conditionOf(tree, around, notices) {
    const condition = yaml_valueAt(tree, 'if');
    const text = yaml_textOf(condition);
    if (!condition || !text)
        return conditions_noCondition(tree.span);
    const read = conditions_readCondition(text, contexts_contextsOf(around), condition.span);
    if (!read.valid) {
        const { file } = tree.reader;
        const line = file.text.slice(0, condition.span.start).split('\n').length;
        const message = 'This `if` is no expression that GitHub would take; it may hold.';
        notices.push({ path: file.path, line, kind: 'syntax', message });
    }
    return read;
}
function github_workflows_needsOf(tree, read) {
    const { condition, overrules } = read;
    const { file } = tree.reader;
    const why = condition.span === tree.span ? '' : file.text.slice(condition.span.start, condition.span.end);
    const shown = why.replace(/\s+/g, ' ').replaceAll('`', "'").slice(0, 60);
    return listOf(yaml_valueAt(tree, 'needs')).flatMap((item) => {
        const job = yaml_textOf(item);
        if (job === null)
            return [];
        return [{ job, regardless: overrules(job) ? `\`if: ${shown}\`` : null, span: item.span }];
    });
}
function workflows_gatesOf(tree, around) {
    const environment = yaml_valueAt(tree, 'environment');
    const name = isMapping(environment) ? yaml_valueAt(environment, 'name') : environment;
    if (!environment || !name || yaml_textOf(name) === null)
        return [];
    const says = 'it names an environment, whose reviewers are in the settings of the repository and not in the file';
    return [{ kind: 'environment', name: valueOfTree(name, contexts_contextsOf(around)), span: name.span, says }];
}
// A job that calls another workflow has no steps of its own.
function calledBy(tree, around) {
    const called = yaml_valueAt(tree, 'uses');
    const uses = yaml_textOf(called);
    if (!called || uses === null)
        return [];
    const inputs = inputsOf(tree, around);
    const { span } = called;
    const local = uses.startsWith('./');
    const action = local
        ? { kind: 'call', name: localName(uses), inputs, span }
        : { kind: 'uses', name: uses.trim(), inputs, span };
    const { condition } = conditions_noCondition(span);
    return [{ label: uses, span, condition, variables: new Map(), tolerates: null, action }];
}

;// CONCATENATED MODULE: ./src/frontends/github/index.ts




const workflow = /(^|\/)\.github\/workflows\/[^/]+\.ya?ml$/;
const action = /(^|\/)action\.ya?ml$/;
/** GitHub Actions: workflows, and actions that are made of steps. */
const githubFrontend = {
    name: 'github',
    claims: path => workflow.test(path) || action.test(path),
    read: github_read,
};
function github_read(file) {
    const yaml = readYaml(file);
    const [tree] = yaml.documents;
    const notices = yaml.notices;
    if (!tree)
        return { ...units_unitsOf([]), notices };
    const pipeline = workflow.test(file.path) ? workflows_readWorkflow(tree, notices) : readAction(tree, notices);
    return { ...units_unitsOf(pipeline ? [pipeline] : []), notices };
}

;// CONCATENATED MODULE: ./src/frontends/gitlab/jobs.ts

const mostFiles = 60;
const jobs_deepest = 12;
/** Takes the local files in that a configuration includes; its own sections count for more than theirs. */
function withIncludes(tree, others) {
    const notices = [];
    const seen = new Set([tree.reader.file.path]);
    const trees = included(tree, others, seen, notices);
    const sections = new Map();
    for (const file of [...trees, tree])
        for (const { key, value } of yaml_entriesOf(file)) {
            const merged = isMapping(value) ? jobs_merge(sections.get(key), sectionOf(value)) : sectionOf(value);
            sections.set(key, merged);
        }
    return { sections, notices };
}
function included(tree, others, seen, notices) {
    return listOf(yaml_valueAt(tree, 'include')).flatMap(entry => {
        const path = (yaml_textOf(entry) ?? yaml_textOf(yaml_valueAt(entry, 'local')))?.replace(/^\/+/, '');
        if (path === undefined || /^https?:/.test(path) || path.includes('$'))
            return [];
        return filesMatching(path).flatMap(file => {
            if (seen.has(file) || seen.size >= mostFiles)
                return [];
            seen.add(file);
            const source = others(file);
            if (!source) {
                notices.push(jobs_missing(tree, entry, path));
                return [];
            }
            const yaml = readYaml(source);
            notices.push(...yaml.notices);
            return yaml.documents.slice(0, 1).flatMap(found => [...included(found, others, seen, notices), found]);
        });
    });
}
// A path with `*` names files that only the tree knows; those without are looked up.
function filesMatching(path) {
    return path.includes('*') ? [] : [path];
}
function jobs_missing(tree, entry, path) {
    const { file } = tree.reader;
    const line = file.text.slice(0, entry.span.start).split('\n').length;
    const shown = path.replaceAll('`', "'").slice(0, 80);
    return {
        path: file.path,
        line,
        kind: 'unreadable',
        message: `It includes \`${shown}\`, which is not there.`,
    };
}
function sectionOf(tree) {
    if (!isMapping(tree))
        return new Map([['', tree]]);
    return new Map(yaml_entriesOf(tree).map(({ key, value }) => [key, value]));
}
function jobs_merge(below, above) {
    return below ? new Map([...below, ...above]) : above;
}
/** A job with what it extends. https://docs.gitlab.com/ci/yaml/#extends */
function extended(sections, name, depth = 0) {
    const own = sections.get(name);
    if (!own || depth > jobs_deepest)
        return null;
    const bases = listOf(own.get('extends') ?? null).flatMap(item => yaml_textOf(item) ?? []);
    const below = bases.flatMap(base => [...(extended(sections, base, depth + 1) ?? [])]);
    return new Map([...below, ...own]);
}
/** The lines of a script: nested lists and `!reference` are followed. */
function jobs_linesOf(sections, tree, depth = 0) {
    if (!tree || depth > jobs_deepest)
        return [];
    if (tagOf(tree) === '!reference')
        return referred(sections, tree, depth);
    return yaml_isList(tree) ? yaml_itemsOf(tree).flatMap(item => jobs_linesOf(sections, item, depth + 1)) : [tree];
}
function referred(sections, tree, depth) {
    const [name, key, ...rest] = yaml_itemsOf(tree).map(item => yaml_textOf(item) ?? '');
    const found = name && key ? (extended(sections, name)?.get(key) ?? null) : null;
    return jobs_linesOf(sections, found && rest.length > 0 ? yaml_valueAt(found, ...rest) : found, depth + 1);
}

;// CONCATENATED MODULE: ./src/frontends/gitlab/expressions.ts
/** Whether an `if` of `rules` holds; `null` where that is open. https://docs.gitlab.com/ci/jobs/job_rules/#cicd-variable-expressions */
function ruleHolds(text, variable) {
    const tokens = expressions_tokensOf(text);
    if (!tokens)
        return null;
    const reader = { tokens, at: 0, variable };
    const answer = readOr(reader);
    return reader.at === tokens.length ? answer : null;
}
const token = /\s*(?:(&&|\|\||==|!=|=~|!~|\(|\))|\$(\w+)|\$\{(\w+)\}|"([^"]*)"|'([^']*)'|\/((?:\\.|[^/\\])*)\/[a-z]*|(null))/y;
function expressions_tokensOf(text) {
    const tokens = [];
    token.lastIndex = 0;
    for (let rest = text.trimEnd(); token.lastIndex < rest.length;) {
        const match = token.exec(rest);
        if (!match)
            return null;
        const [, operator, plain, braced, double, single, pattern] = match;
        const name = plain ?? braced;
        if (operator !== undefined)
            tokens.push({ kind: 'operator', text: operator });
        else if (name !== undefined)
            tokens.push({ kind: 'variable', text: name });
        else if (pattern !== undefined)
            tokens.push({ kind: 'pattern', text: pattern });
        else
            tokens.push({ kind: 'text', text: double ?? single ?? '\u0000null' });
        rest = text.trimEnd();
    }
    return tokens;
}
function readOr(reader) {
    let answer = readAnd(reader);
    while (takes(reader, '||'))
        answer = either(answer, readAnd(reader), true);
    return answer;
}
function readAnd(reader) {
    let answer = readTerm(reader);
    while (takes(reader, '&&'))
        answer = either(answer, readTerm(reader), false);
    return answer;
}
// `true` decides an `||` whatever the other side is, `false` an `&&`.
function either(a, b, decisive) {
    if (a === decisive || b === decisive)
        return decisive;
    return a === null || b === null ? null : !decisive;
}
function readTerm(reader) {
    if (takes(reader, '(')) {
        const inner = readOr(reader);
        takes(reader, ')');
        return inner;
    }
    const left = readOperand(reader);
    const operator = ['==', '!=', '=~', '!~'].find(text => takes(reader, text));
    if (operator === undefined)
        return left === 'unknown' ? null : left !== null && left !== '';
    const right = reader.tokens[reader.at];
    const other = readOperand(reader);
    if (left === 'unknown' || other === 'unknown' || right === undefined)
        return null;
    if (operator === '==' || operator === '!=')
        return (left === other) === (operator === '==');
    if (left === null)
        return operator === '!~';
    return right.kind === 'pattern' ? null : other !== null && left.includes(other) === (operator === '=~');
}
function readOperand(reader) {
    const at = reader.tokens[reader.at];
    reader.at += 1;
    if (at?.kind === 'variable')
        return reader.variable(at.text);
    if (at?.kind === 'text')
        return at.text === '\u0000null' ? null : at.text;
    return at?.kind === 'pattern' ? at.text : 'unknown';
}
function takes(reader, operator) {
    const at = reader.tokens[reader.at];
    const found = at?.kind === 'operator' && at.text === operator;
    if (found)
        reader.at += 1;
    return found;
}

;// CONCATENATED MODULE: ./src/frontends/gitlab/rules.ts


/** The events that pipelines are made for unless `workflow` says otherwise. */
const usualEvents = ['push', 'tag', 'schedule', 'manual'];
const allEvents = [...usualEvents, 'pull-request', 'pipeline'];
/** The events on which `workflow: rules` lets a pipeline run. */
function eventsOfWorkflow(rules, values) {
    if (!yaml_isList(rules))
        return usualEvents;
    return allEvents.filter(event => waysByRules(yaml_itemsOf(rules), event, values, 'always', false).some(way => way.when !== 'never'));
}
/** How a job may be added on each event. */
function rules_waysOf(job, events, values) {
    const rules = job.get('rules') ?? null;
    const when = whenOf(job.get('when') ?? null) ?? 'on_success';
    const allowed = job.get('allow_failure') ?? null;
    const allowFailure = isMapping(allowed) ? false : booleanOf(allowed);
    return events.map(event => {
        if (rules && yaml_isList(rules)) {
            const ways = waysByRules(flatItems(rules), event, values, when, allowFailure ?? false);
            return { event, ways };
        }
        // Outside of `rules` a manual job may be left alone: what comes later goes on.
        const usual = { when, allowFailure: allowFailure ?? when === 'manual' };
        return { event, ways: admitted(job, event) ? [usual] : [] };
    });
}
function flatItems(list) {
    return yaml_itemsOf(list).flatMap(item => (yaml_isList(item) ? yaml_itemsOf(item) : [item]));
}
function waysByRules(rules, event, values, usual, allowFailure) {
    const ways = [];
    for (const rule of rules) {
        const answer = rules_answerOf(rule, event, values);
        if (answer === false)
            continue;
        const when = whenOf(yaml_valueAt(rule, 'when')) ?? usual;
        ways.push({ when, allowFailure: booleanOf(yaml_valueAt(rule, 'allow_failure')) ?? allowFailure });
        if (answer === true)
            return ways;
    }
    return ways;
}
function rules_answerOf(rule, event, values) {
    const condition = yaml_textOf(yaml_valueAt(rule, 'if'));
    const others = yaml_entriesOf(rule).some(({ key }) => key === 'changes' || key === 'exists');
    const answer = condition === null ? true : ruleHolds(condition, name => variableOn(event, name, values));
    return answer === true && others ? null : answer;
}
const sources = {
    push: 'push',
    tag: 'push',
    schedule: 'schedule',
    manual: 'web',
    'pull-request': 'merge_request_event',
    pipeline: 'pipeline',
    release: null,
    call: 'parent_pipeline',
    other: null,
};
// https://docs.gitlab.com/ci/variables/predefined_variables/
function variableOn(event, name, values) {
    if (name === 'CI_PIPELINE_SOURCE')
        return sources[event] ?? 'unknown';
    if (name === 'CI_COMMIT_TAG')
        return event === 'tag' ? 'unknown' : event === 'manual' ? 'unknown' : null;
    if (name === 'CI_COMMIT_BRANCH')
        return event === 'tag' || event === 'pull-request' ? null : 'unknown';
    if (name.startsWith('CI_MERGE_REQUEST_'))
        return event === 'pull-request' ? 'unknown' : null;
    return name.startsWith('CI_') ? 'unknown' : (values.get(name) ?? 'unknown');
}
function whenOf(tree) {
    const text = yaml_textOf(tree);
    const known = ['on_success', 'on_failure', 'always', 'manual', 'delayed', 'never'];
    return known.find(when => when === text) ?? null;
}
const onlyWords = {
    tags: 'tag',
    schedules: 'schedule',
    web: 'manual',
    merge_requests: 'pull-request',
    pushes: 'push',
    pipelines: 'pipeline',
};
// The older `only` and `except`: words for events, or names of branches.
function admitted(job, event) {
    const only = refsOf(job.get('only') ?? null);
    const except = refsOf(job.get('except') ?? null);
    if (except.some(ref => onlyWords[ref] === event || (ref === 'branches' && event === 'push')))
        return false;
    if (only.length === 0)
        return true;
    return only.some(ref => onlyWords[ref] ? onlyWords[ref] === event : event !== 'tag' && event !== 'pull-request');
}
function refsOf(tree) {
    const list = isMapping(tree) ? yaml_valueAt(tree, 'refs') : tree;
    return listOf(list).flatMap(item => yaml_textOf(item) ?? []);
}

;// CONCATENATED MODULE: ./src/frontends/gitlab/pipeline.ts




const reserved = new Set([
    'default',
    'include',
    'stages',
    'variables',
    'workflow',
    'image',
    'services',
    'before_script',
    'after_script',
    'cache',
    'spec',
]);
/** A whole configuration as one pipeline. */
function gitlab_pipeline_readPipeline(tree, sections) {
    const { file } = tree.reader;
    const values = textsOf(sections.get('variables'));
    const events = eventsOfWorkflow(sections.get('workflow')?.get('rules') ?? null, values);
    const stages = pipeline_stagesOf(sections);
    const found = [...sections.keys()].flatMap(id => findJob(tree, sections, id, stages, events, values) ?? []);
    return {
        label: file.path,
        file,
        span: tree.span,
        name: file.path,
        triggers: events.map(event => ({ event, span: tree.span, says: pipeline_says[event] })),
        variables: pipeline_variablesOf(sections.get('variables')),
        inputs: new Map(),
        jobs: found.map(job => gitlab_pipeline_readJob(job, found, sections)),
        inert: file.path.includes('/') ? 'a pipeline in a subfolder never runs by itself' : null,
    };
}
const pipeline_says = {
    push: 'on every push',
    tag: 'when a tag is pushed',
    schedule: 'on a schedule',
    manual: 'by hand',
    'pull-request': 'on a merge request',
    pipeline: 'when another pipeline has ended',
    release: 'when a release is made',
    call: 'when another pipeline calls it',
    other: 'on another event',
};
function pipeline_stagesOf(sections) {
    const named = listOf(sections.get('stages')?.get('') ?? null).flatMap(item => yaml_textOf(item) ?? []);
    return ['.pre', ...(named.length > 0 ? named : ['build', 'test', 'deploy']), '.post'];
}
function findJob(tree, sections, id, stages, events, values) {
    if (reserved.has(id) || id.startsWith('.'))
        return null;
    const section = extended(sections, id);
    if (!section || !(section.has('script') || section.has('trigger') || section.has('run')))
        return null;
    const stage = stages.indexOf(yaml_textOf(section.get('stage') ?? null) ?? 'test');
    const span = yaml_entriesOf(tree).find(entry => entry.key === id)?.at ?? pipeline_placeOf(section) ?? tree.span;
    return { id, section, stage, ways: rules_waysOf(section, events, values), span };
}
function pipeline_placeOf(section) {
    for (const tree of section.values())
        return tree.span;
    return null;
}
function gitlab_pipeline_readJob(job, all, sections) {
    const { id, section, span } = job;
    const ways = job.ways.flatMap(w => w.ways.filter(way => way.when !== 'never'));
    const tolerated = ways.some(way => way.allowFailure && way.when !== 'manual');
    return {
        id,
        label: id,
        span,
        needs: pipeline_needsOf(job, all),
        condition: pipeline_conditionOf(job),
        gates: gitlab_pipeline_gatesOf(job),
        variables: pipeline_variablesOf(mapAt(section, 'variables')),
        directory: '',
        steps: gitlab_pipeline_stepsOf(job, sections),
        tolerates: tolerated ? '`allow_failure: true`' : null,
    };
}
function pipeline_conditionOf({ ways, span }) {
    const whens = new Set(ways.flatMap(w => w.ways.map(way => way.when)));
    whens.delete('never');
    const events = ways.filter(w => w.ways.some(way => way.when !== 'never')).map(w => w.event);
    const after = whens.has('always')
        ? 'always'
        : whens.size === 1 && whens.has('on_failure')
            ? 'failure'
            : 'success';
    return { after, test: null, events: events.length === ways.length ? null : events, span };
}
function gitlab_pipeline_gatesOf({ ways, section, span }) {
    const gates = [];
    const whens = ways.flatMap(w => w.ways.map(way => way.when)).filter(when => when !== 'never');
    const name = constant('manual');
    if (whens.length > 0 && whens.every(when => when === 'manual'))
        gates.push({ kind: 'approval', name, span, says: 'it waits for a click (`when: manual`)' });
    if (whens.includes('delayed'))
        gates.push({ kind: 'timer', name: constant('delayed'), span, says: 'it only waits' });
    const environment = section.get('environment') ?? null;
    const named = isMapping(environment) ? yaml_valueAt(environment, 'name') : environment;
    const text = yaml_textOf(named);
    if (named && text !== null)
        gates.push({
            kind: 'environment',
            name: pipeline_valueOfText(text),
            span: named.span,
            says: 'it names an environment, whose approvals are in the settings of the project and not in the file',
        });
    return gates;
}
// Without `needs` a job waits for every job of the stages before its own.
function pipeline_needsOf(job, all) {
    const own = job.section.get('needs') ?? null;
    const listed = own ? listOf(own).flatMap(item => yaml_textOf(item) ?? yaml_textOf(yaml_valueAt(item, 'job')) ?? []) : null;
    const needed = all.filter(other => listed ? listed.includes(other.id) : other.stage < job.stage && other.stage >= 0);
    const always = job.ways.some(w => w.ways.some(way => way.when === 'always'));
    return needed.map(other => ({
        job: other.id,
        regardless: always ? '`when: always`' : whyNotHeld(job, other, listed !== null),
        span: own?.span ?? job.span,
    }));
}
function whyNotHeld(job, needed, byNeeds) {
    for (const { event, ways } of job.ways) {
        if (!ways.some(way => way.when !== 'never'))
            continue;
        const other = needed.ways.find(w => w.event === event)?.ways ?? [];
        if (!other.some(way => way.when !== 'never'))
            return 'that job is not part of every pipeline that this one is in';
        const skippable = other.some(way => way.when === 'manual' && way.allowFailure);
        if (skippable && !byNeeds)
            return 'a manual job outside of `rules` does not hold later stages back';
    }
    return null;
}
function gitlab_pipeline_stepsOf({ id, section, span }, sections) {
    const fallback = (key) => section.get(key) ?? sections.get('default')?.get(key) ?? sections.get(key)?.get('') ?? null;
    const before = jobs_linesOf(sections, fallback('before_script'));
    const main = jobs_linesOf(sections, section.get('script') ?? null);
    const after = jobs_linesOf(sections, fallback('after_script'));
    const steps = [scriptStep(id, [...before, ...main], span, 'success', null)];
    if (after.length > 0)
        steps.push(scriptStep(`${id} after_script`, after, span, 'always', '`after_script`'));
    const child = yaml_valueAt(section.get('trigger') ?? null, 'include');
    const local = yaml_textOf(child) ?? listOf(child).flatMap(item => yaml_textOf(yaml_valueAt(item, 'local')) ?? [])[0];
    if (local)
        steps.push(callStep(local.replace(/^\/+/, ''), span));
    return steps.filter(step => step.action.kind !== 'script' || step.action.text !== '');
}
function callStep(name, span) {
    const condition = { after: 'success', test: null, events: null, span };
    return {
        label: name,
        span,
        condition,
        variables: new Map(),
        tolerates: null,
        action: { kind: 'call', name, inputs: new Map(), span },
    };
}
// The runner joins the lines to one script. https://docs.gitlab.com/runner/shells/
function scriptStep(label, lines, span, after, tolerates) {
    // A line may come from an included file; the places shown are those of one file.
    const at = lines.at(-1)?.span ?? span;
    const action = {
        kind: 'script',
        language: 'shell',
        shell: { errexit: true, pipefail: true },
        ...joinLines(lines, at),
        span: at,
    };
    const condition = { after, test: null, events: null, span };
    return { label, span, condition, variables: new Map(), tolerates, action };
}
function joinLines(lines, { file }) {
    let text = '';
    const pieces = [];
    for (const line of lines) {
        const placed = placedText(line);
        if (line.span.file === file)
            pieces.push(...placed.pieces.map(piece => ({ ...piece, from: piece.from + text.length })));
        text += `${placed.text}\n`;
    }
    return { text, pieces };
}
function mapAt(section, key) {
    const tree = section.get(key);
    return tree ? new Map(yaml_entriesOf(tree).map(entry => [entry.key, entry.value])) : undefined;
}
function pipeline_variablesOf(section) {
    const found = [...(section ?? [])].flatMap(([name, tree]) => {
        const options = yaml_itemsOf(yaml_valueAt(tree, 'options')).flatMap(item => yaml_textOf(item) ?? []);
        const text = yaml_textOf(tree) ?? yaml_textOf(yaml_valueAt(tree, 'value'));
        if (options.length > 0)
            return [[name, mixOf(options.map(option => constant(option)))]];
        return text === null ? [] : [[name, pipeline_valueOfText(text)]];
    });
    return new Map(found);
}
function textsOf(section) {
    const texts = [...(section ?? [])].map(([name, tree]) => [name, yaml_textOf(tree) ?? yaml_textOf(yaml_valueAt(tree, 'value'))]);
    return new Map(texts.flatMap(([name, text]) => (text === null || text.includes('$') ? [] : [[name, text]])));
}
// `$NAME` in a value is another variable.
function pipeline_valueOfText(text) {
    const parts = [];
    let from = 0;
    for (const match of text.matchAll(/\$(?:\{(\w+)\}|(\w+))/g)) {
        if (match.index > from)
            parts.push(constant(text.slice(from, match.index)));
        const name = match[1] ?? match[2] ?? '';
        parts.push({ kind: 'field', of: { kind: 'name', name: 'pipeline.env', from: null, dots: 0 }, name });
        from = match.index + match[0].length;
    }
    if (from === 0)
        return constant(text);
    if (from < text.length)
        parts.push(constant(text.slice(from)));
    const [only] = parts;
    return only && parts.length === 1 ? only : { kind: 'text', parts };
}

;// CONCATENATED MODULE: ./src/frontends/gitlab/index.ts




const claimed = /(^|\/)\.gitlab-ci\.ya?ml$/;
/** GitLab CI: the configuration of a pipeline, with the local files that it includes. */
const gitlabFrontend = { name: 'gitlab', claims: path => claimed.test(path), read: gitlab_read };
function gitlab_read(file, others = () => undefined) {
    const yaml = readYaml(file);
    const notices = [...yaml.notices];
    // With `spec: inputs` a header comes first.
    const tree = yaml.documents.at(-1);
    if (!tree)
        return { ...units_unitsOf([]), notices };
    const configuration = withIncludes(tree, others);
    const pipeline = gitlab_pipeline_readPipeline(tree, configuration.sections);
    return { ...units_unitsOf([pipeline]), notices: [...notices, ...configuration.notices] };
}

// EXTERNAL MODULE: ./node_modules/web-tree-sitter/web-tree-sitter.js
var web_tree_sitter = __webpack_require__(33);
;// CONCATENATED MODULE: ./src/frontends/parser.ts

let runtime = null;
/** Loads a grammar from its WebAssembly bytes; the runtime's bytes are needed once. */
async function loadGrammar(runtimeBytes, grammarBytes) {
    runtime ??= web_tree_sitter/* Parser */.iX.init({ wasmBinary: runtimeBytes });
    await runtime;
    const language = await web_tree_sitter/* Language */.TM.load(grammarBytes);
    const parser = new web_tree_sitter/* Parser */.iX();
    parser.setLanguage(language);
    return { parse: (text, use) => parseWith(parser, text, use) };
}
function parseWith(parser, text, use) {
    const tree = parser.parse(text);
    if (!tree)
        throw new Error('the parser gave no tree');
    try {
        return use(tree.rootNode);
    }
    finally {
        tree.delete();
    }
}

;// CONCATENATED MODULE: ./src/frontends/python/limits.ts
// Far more than people nest, and few enough for the stack.
const limits_deepest = 400;
/** Reads what is nested one level deeper, or gives `otherwise` and a notice where that is too deep for the stack. */
function oneDeeper(scope, node, otherwise, read) {
    const { module } = scope;
    if (module.depth > limits_deepest) {
        noteLimit(scope, node, `Code is nested more than ${limits_deepest} levels deep; what lies deeper was not read.`);
        return otherwise;
    }
    module.depth += 1;
    try {
        return read();
    }
    finally {
        module.depth -= 1;
    }
}
/** Says once in a file that something in it goes beyond a limit. */
function noteLimit(scope, node, message) {
    const { notices, file } = scope.module;
    if (notices.some(notice => notice.kind === 'limit' && notice.message === message))
        return;
    notices.push({ path: file.path, line: node.startPosition.row + 1, kind: 'limit', message });
}

;// CONCATENATED MODULE: ./src/frontends/python/scope.ts


// A name that is bound more often than this may stand for anything.
const mostBound = 256;
function scope_spanOf(scope, node) {
    return { file: scope.module.file, start: node.startIndex, end: node.endIndex };
}
/** What `name` stands for here. */
function lookUpName(scope, name) {
    const inner = scope.inner.get(name)?.at(-1);
    if (inner !== undefined)
        return lookUp(scope.builder, inner);
    if (scope.globals.has(name))
        return { kind: 'variable', unit: moduleScope(scope).unit, name };
    if (scope.locals.has(name))
        return scope.shared.has(name) ? { kind: 'variable', unit: scope.unit, name } : lookUp(scope.builder, name);
    return scope.kind === 'class' && scope.parent ? lookUpName(scope.parent, name) : freeName(scope, name);
}
/** What `name` stands for where `scope` itself has not bound it: a variable further out, a star import, a builtin. */
function freeName(scope, name) {
    for (let outer = scope.parent; outer; outer = outer.parent) {
        if (outer.inner.has(name))
            return unknown;
        if (outer.kind === 'class' && name === '__class__')
            return { kind: 'class', name: outer.unit };
        if (outer.kind !== 'class' && outer.locals.has(name))
            return { kind: 'variable', unit: outer.unit, name };
    }
    const { stars } = scope.module;
    const builtin = { kind: 'name', name, from: null, dots: 0 };
    if (stars.length === 0)
        return builtin;
    return mixOf([builtin, ...stars.map((star) => ({ kind: 'field', of: star, name }))]);
}
function bindName(scope, name, value) {
    const owner = ownerOf(scope, name);
    const values = owner.bound.get(name);
    if (!values)
        owner.bound.set(name, [value]);
    else if (values.length < mostBound)
        values.push(value);
    else if (values.length === mostBound)
        values.push(unknown);
    if (owner === scope)
        bind(scope.builder, name, value);
}
function ownerOf(scope, name) {
    if (scope.globals.has(name))
        return moduleScope(scope);
    if (!scope.nonlocals.has(name))
        return scope;
    for (let outer = scope.parent; outer; outer = outer.parent)
        if (outer.kind === 'function' && outer.locals.has(name))
            return outer;
    return scope;
}
/** Gives the variables of a comprehension names of their own in the blocks: its surroundings do not see them. */
function openInner(scope, names, at) {
    for (const name of names) {
        // No Python name holds a space.
        const own = `${name} ${at.startIndex}`;
        const open = scope.inner.get(name);
        if (open)
            open.push(own);
        else
            scope.inner.set(name, [own]);
    }
}
function bindInner(scope, name, value) {
    bind(scope.builder, scope.inner.get(name)?.at(-1) ?? name, value);
}
function closeInner(scope, names) {
    for (const name of names) {
        const open = scope.inner.get(name);
        open?.pop();
        if (open?.length === 0)
            scope.inner.delete(name);
    }
}
function moduleScope(scope) {
    let outer = scope;
    while (outer.parent)
        outer = outer.parent;
    return outer;
}
/** A name for a new unit or class; a second definition of the same name gets a number. */
function freshName(module, label) {
    const name = `${module.file.path}:${label}`;
    const count = (module.taken.get(name) ?? 0) + 1;
    module.taken.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
}

;// CONCATENATED MODULE: ./src/frontends/python/logic.ts





// The right side runs only after the left one; a branch is built where that right side does something.
/** `and`, `or`. */
function readBoolean(scope, node) {
    const operator = node.childForFieldName('operator')?.text === 'or' ? 'or' : 'and';
    const left = readExpression(scope, node.childForFieldName('left'));
    const right = node.childForFieldName('right');
    if (!right?.text.includes('('))
        return expressions_operation(scope, node, operator, [left, readExpression(scope, right)]);
    const { builder } = scope;
    const value = node.childForFieldName('left') ?? node;
    const [then, join] = [newBlock(builder), newBlock(builder)];
    if (operator === 'and')
        branch(scope, value, left, then, join);
    else
        branch(scope, value, left, join, then);
    seal(builder, then);
    builder.at = then;
    const second = readExpression(scope, right);
    goTo(builder, join);
    seal(builder, join);
    builder.at = join;
    return expressions_operation(scope, node, operator, [left, second]);
}
/** `a < b`, `a < b < c`. */
function logic_readComparison(scope, node) {
    const operands = node.namedChildren.filter(isCode).map(child => readExpression(scope, child));
    const operators = node.childrenForFieldName('operators').map(op => (op?.text ?? '').replace(/\s+/g, ' '));
    const links = operators.map((operator, i) => expressions_operation(scope, node, (operator === '<>' ? '!=' : operator), operands.slice(i, i + 2)));
    const [only, second] = links;
    return only !== undefined && second === undefined ? only : expressions_operation(scope, node, 'and', links);
}
/** `a if condition else b`. */
function readConditional(scope, node) {
    const [value, condition, other] = node.namedChildren.filter(isCode);
    const { builder } = scope;
    const [then, otherwise, join] = [newBlock(builder), newBlock(builder), newBlock(builder)];
    logic_readCondition(scope, condition ?? null, then, otherwise);
    const values = [
        [then, value],
        [otherwise, other],
    ];
    const ways = values.map(([block, side]) => {
        seal(builder, block);
        builder.at = block;
        const result = readExpression(scope, side ?? null);
        const from = builder.at;
        goTo(builder, join);
        return { result, from };
    });
    seal(builder, join);
    builder.at = join;
    const [only, second] = ways.filter(way => isLive(builder, way.from));
    if (only && !second)
        return only.result;
    return { kind: 'mix', of: ways.map(way => way.result), from: ways.map(way => way.from) };
}
/** Evaluates a condition and leaves by one of its two outcomes; the caller seals both blocks. */
function logic_readCondition(scope, node, onTrue, onFalse) {
    if (!node) {
        goTo(scope.builder, onTrue);
        return goTo(scope.builder, onFalse);
    }
    const read = oneDeeper(scope, node, false, () => {
        readConditionOf(scope, node, onTrue, onFalse);
        return true;
    });
    if (!read)
        split(scope, node, unknown, onTrue, onFalse);
}
function readConditionOf(scope, node, onTrue, onFalse) {
    const { builder } = scope;
    if (node.type === 'parenthesized_expression')
        return logic_readCondition(scope, node.namedChildren.find(isCode) ?? null, onTrue, onFalse);
    if (node.type === 'not_operator')
        return logic_readCondition(scope, node.childForFieldName('argument'), onFalse, onTrue);
    if (node.type === 'boolean_operator') {
        const rest = newBlock(builder);
        const isAnd = node.childForFieldName('operator')?.text !== 'or';
        logic_readCondition(scope, node.childForFieldName('left'), isAnd ? rest : onTrue, isAnd ? onFalse : rest);
        seal(builder, rest);
        builder.at = rest;
        return logic_readCondition(scope, node.childForFieldName('right'), onTrue, onFalse);
    }
    branch(scope, node, readExpression(scope, node), onTrue, onFalse);
}
// Goes on where a value leads that may be known.
function branch(scope, node, value, onTrue, onFalse) {
    const known = truthOf(node, value);
    if (known === null)
        split(scope, node, value, onTrue, onFalse);
    else if (node.type === 'identifier')
        splitOnce(scope, node, value, known ? onTrue : onFalse, known ? onFalse : onTrue);
    else
        goTo(scope.builder, known ? onTrue : onFalse);
}
// A variable that can be one thing only is asked all the same: what it was before may have been a check.
function splitOnce(scope, node, value, taken, dead) {
    const { builder } = scope;
    addFact(builder, { kind: 'test', value, span: scope_spanOf(scope, node) });
    const outcome = value.kind === 'constant' && Boolean(value.value);
    builder_addEdge(builder, builder.at, { to: taken, when: outcome ? 'true' : 'false' });
    addDeadEdge(builder, builder.at, { to: dead, when: outcome ? 'false' : 'true' });
}
function split(scope, node, value, onTrue, onFalse) {
    const { builder } = scope;
    addFact(builder, { kind: 'test', value, span: scope_spanOf(scope, node) });
    const from = builder.at;
    builder_addEdge(builder, from, { to: onTrue, when: 'true' });
    builder_addEdge(builder, from, { to: onFalse, when: 'false' });
}
function truthOf(node, value) {
    if (value.kind === 'constant')
        return Boolean(value.value);
    // `assert (ok, "message")` holds whatever `ok` is.
    const isFilled = node.type === 'tuple' && node.namedChildren.some(part => isCode(part) && !isSplat(part));
    return isFilled ? true : null;
}

;// CONCATENATED MODULE: ./src/frontends/python/items.ts

// Copying a display for every one of thousands of assignments takes too long; from then on it is a part of the next.
const mostEntries = 100;
// By its identity it tells a splat in a display from an item with a key that nobody knows.
const items_every = { kind: 'unknown' };
/** Stands in a display for any number of items: those of what is splatted there. */
function splatOf(of) {
    return { kind: 'item', of, key: items_every };
}
function isSplatted(item) {
    return item.kind === 'item' && item.key === items_every;
}
/** `of[key]`, looked up where `of` is written out. */
function itemOf(of, key) {
    if (of.kind !== 'collection' || key.kind !== 'constant' || typeof key.value !== 'number')
        return { kind: 'item', of, key };
    if (of.each !== undefined)
        return of.items[0] ?? unknown;
    const { value } = key;
    const passed = value < 0 ? of.items.slice(value) : of.items.slice(0, value + 1);
    if (passed.some(isSplatted))
        return mixOf(reachedOverSplat(of.items, value < 0));
    return of.items.at(value) ?? unknown;
}
function reachedOverSplat(items, fromEnd) {
    return fromEnd
        ? items.slice(0, items.findLastIndex(isSplatted) + 1)
        : items.slice(items.findIndex(isSplatted));
}
/** `of[key]` of what may have been changed since it was written out: no constant, as that would decide branches. */
function itemNow(of, key) {
    const item = itemOf(of, key);
    return item.kind === 'constant' ? { kind: 'item', of, key } : item;
}
/** What `*rest` takes of a value when `before` targets stand before it and `behind` behind it. */
function items_restOf(value, before, behind) {
    const isWritten = value.kind === 'collection' && value.each === undefined && !value.items.some(isSplatted);
    const items = isWritten ? value.items.slice(before, value.items.length - behind) : [splatOf(value)];
    return { kind: 'collection', items };
}
/** A display behind `of[key] = value`; `null` for what is none. */
function withItem(of, key, value) {
    if (of.kind === 'dictionary')
        return withEntry(of, key, value);
    return of.kind === 'collection' ? withElement(of, key, value) : null;
}
function withEntry(of, key, value) {
    const before = of.entries.length < mostEntries ? of.entries : [{ key: null, value: of }];
    return { kind: 'dictionary', entries: [...before, { key, value }] };
}
function withElement(of, key, value) {
    const at = key.kind === 'constant' && typeof key.value === 'number' ? key.value : null;
    const isPlain = of.each === undefined && of.items.length < mostEntries && !of.items.some(isSplatted);
    if (at === null || !isPlain || of.items.at(at) === undefined)
        return { kind: 'collection', items: [splatOf(of), value] };
    return { kind: 'collection', items: of.items.with(at, value) };
}

;// CONCATENATED MODULE: ./src/frontends/python/targets.ts






const grouped = /^(pattern_list|tuple_pattern|list_pattern|tuple|list|expression_list|parenthesized_expression|as_pattern_target)$/;
/** Assigns `value` to a target: a name, a field, an item, or several of them at once. */
function bindTarget(scope, target, value, bind = bindName) {
    if (!target)
        return;
    if (target.type === 'identifier')
        bind(scope, target.text, value);
    else if (isPlace(target))
        storeAt(scope, openPlace(scope, target), value);
    else if (target.type.startsWith('list_splat'))
        bindTarget(scope, firstCode(target), value, bind);
    else if (grouped.test(target.type))
        oneDeeper(scope, target, undefined, () => bindEach(scope, target, value, bind));
}
function bindEach(scope, target, value, bind) {
    const parts = target.namedChildren.filter(isCode);
    const [only, second] = parts;
    if (only && !second && /^(parenthesized_expression|as_pattern_target)$/.test(target.type))
        return bindTarget(scope, only, value, bind);
    const star = parts.findIndex(part => part.type.startsWith('list_splat'));
    parts.forEach((part, i) => {
        const index = star >= 0 && i > star ? i - parts.length : i;
        const given = i === star
            ? items_restOf(value, star, parts.length - star - 1)
            : itemOf(value, { kind: 'constant', value: index });
        bindTarget(scope, part, given, bind);
    });
}
function isPlace(target) {
    return target.type === 'attribute' || target.type === 'subscript';
}
function openPlace(scope, target, read = readExpression) {
    const object = target.childForFieldName(target.type === 'attribute' ? 'object' : 'value');
    const of = read(scope, object);
    if (target.type === 'attribute')
        return { target, of, name: target.childForFieldName('attribute')?.text ?? '', variable: null };
    const variable = object?.type === 'identifier' ? object.text : null;
    return { target, of, name: readKey(scope, target), variable };
}
function readAt({ of, name }) {
    return typeof name === 'string' ? { kind: 'field', of, name } : itemNow(of, name);
}
function storeAt(scope, { target, of, name, variable }, value) {
    addFact(scope.builder, { kind: 'store', of, name, value, span: scope_spanOf(scope, target) });
    if (typeof name === 'string' || variable === null)
        return;
    const isSlice = target.childrenForFieldName('subscript').some(key => key?.type === 'slice');
    changeItem(scope, variable, name, isSlice ? splatOf(value) : value);
}
// `settings["stage"] = "Production"`: what is written out grows by the entry.
function changeItem(scope, variable, key, value) {
    const changed = withItem(lookUpName(scope, variable), key, value);
    if (changed)
        bindName(scope, variable, changed);
}
/** Assigns to a target what `change` makes of its value. */
function changeTarget(scope, target, change) {
    if (!target || !isPlace(target))
        return bindTarget(scope, target, change(readExpression(scope, target)));
    const place = openPlace(scope, target);
    storeAt(scope, place, change(readAt(place)));
}
/** Assigns to a field or item that `read` leads to: its object is something that the parser has misread. */
function bindPlace(scope, target, value, read) {
    if (!isPlace(target))
        return false;
    storeAt(scope, openPlace(scope, target, read), value);
    return true;
}
/** `del`: an item that is gone is not known any more. */
function deleteTarget(scope, target) {
    if (grouped.test(target.type)) {
        const parts = target.namedChildren.filter(isCode);
        return oneDeeper(scope, target, undefined, () => parts.forEach(part => deleteTarget(scope, part)));
    }
    if (target.type !== 'subscript')
        return void readExpression(scope, target);
    const { name, variable } = openPlace(scope, target);
    if (variable !== null && typeof name !== 'string')
        changeItem(scope, variable, name, unknown);
}
/** The plain names that a target binds. */
function targetNames(target) {
    const names = [];
    const open = [target];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
        if (node?.type === 'identifier')
            names.push(node.text);
        else if (node && (grouped.test(node.type) || node.type.startsWith('list_splat')))
            open.push(...node.namedChildren);
    }
    return names;
}

;// CONCATENATED MODULE: ./src/frontends/python/comprehensions.ts






/** A comprehension: loops whose variables stay inside. It stands for a collection of what its body gives. */
function readComprehension(scope, node) {
    const { builder } = scope;
    const after = newBlock(builder);
    const heads = [];
    const names = [];
    for (const clause of node.namedChildren.filter(isCode)) {
        if (clause.type === 'for_in_clause')
            heads.push(openLoop(scope, clause, heads.at(-1) ?? after, names));
        if (clause.type === 'if_clause')
            readFilter(scope, clause, heads.at(-1) ?? after);
    }
    const body = node.childForFieldName('body');
    const item = body?.type === 'pair' ? readPair(scope, body) : readExpression(scope, body);
    const each = builder.at;
    goTo(builder, heads.at(-1) ?? after);
    for (const head of heads)
        seal(builder, head);
    closeInner(scope, names);
    seal(builder, after);
    builder.at = after;
    if (body?.type === 'pair')
        return { kind: 'dictionary', entries: [{ key: unknown, value: item }], each };
    return { kind: 'collection', items: [item], each };
}
function openLoop(scope, clause, done, names) {
    const { builder } = scope;
    const source = readExpression(scope, clause.childForFieldName('right'));
    const [head, body] = [newBlock(builder), newBlock(builder)];
    goTo(builder, head);
    builder.at = head;
    addFact(builder, { kind: 'test', value: unknown, over: source, span: scope_spanOf(scope, clause) });
    builder_addEdge(builder, head, { to: body, when: 'true' });
    builder_addEdge(builder, head, { to: done, when: 'false' });
    seal(builder, body);
    builder.at = body;
    const target = clause.childForFieldName('left');
    const own = targetNames(target);
    names.push(...own);
    openInner(scope, own, clause);
    bindTarget(scope, target, { kind: 'item', of: source, key: unknown }, bindInner);
    return head;
}
function readFilter(scope, clause, head) {
    const { builder } = scope;
    const pass = newBlock(builder);
    logic_readCondition(scope, clause.namedChildren.find(isCode) ?? null, pass, head);
    seal(builder, pass);
    builder.at = pass;
}
function readPair(scope, pair) {
    readExpression(scope, pair.childForFieldName('key'));
    return readExpression(scope, pair.childForFieldName('value'));
}

;// CONCATENATED MODULE: ./src/frontends/python/literals.ts

const escapes = {
    '\\': '\\',
    "'": "'",
    '"': '"',
    a: '\x07',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    '\n': '',
};
/** The text between the quotes of a string part, with its escapes resolved unless the prefix says raw. */
function unquote(text, raw) {
    if (raw || !text.includes('\\'))
        return text;
    return text.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|\r\n|([\s\S]))/g, (whole, x, u, long, octal, other) => {
        const hex = x ?? u ?? long;
        if (hex !== undefined)
            return codePoint(Number.parseInt(hex, 16), whole);
        if (octal !== undefined)
            return String.fromCharCode(Number.parseInt(octal, 8));
        return other === undefined ? '' : (escapes[other] ?? whole);
    });
}
function codePoint(code, whole) {
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
/** The value of a number; an imaginary one is unknown. */
function readNumber(node) {
    const text = node.text.replaceAll('_', '').toLowerCase();
    if (/[jl]$/.test(text) && !text.startsWith('0x'))
        return unknown;
    const number = Number(/^0\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : text);
    return Number.isNaN(number) ? unknown : constant(number);
}
/** Whether the quotes of a string open a raw one: `r"…"`, `Rb'…'`. */
function isRaw(start) {
    return /^[a-z]*r/i.test(start.replace(/["']+$/, ''));
}

;// CONCATENATED MODULE: ./src/frontends/python/strings.ts



// Longer ones name nothing, and a text that is put together from itself again and again would fill the memory.
const strings_mostParts = 256;
const mostCharacters = 10_000;
/** A string, an f-string or a t-string. */
function readString(scope, node) {
    let raw = false;
    let formatted = false;
    const parts = [];
    for (const child of node.children) {
        if (child?.type === 'string_start') {
            raw = isRaw(child.text);
            formatted = /[ft]/i.test(child.text.replace(/["']+$/, ''));
        }
        else if (child?.type === 'string_content') {
            const text = formatted ? child.text.replaceAll('{{', '{').replaceAll('}}', '}') : child.text;
            parts.push(constant(unquote(text, raw)));
        }
        else if (child?.type === 'interpolation') {
            parts.push(readExpression(scope, child.childForFieldName('expression')));
            readFormat(scope, child);
        }
    }
    return joinText(parts);
}
// `f"{value:{width}}"` evaluates `width` also.
function readFormat(scope, node) {
    for (const format of node.namedChildren) {
        if (format?.type !== 'format_specifier')
            continue;
        for (const inner of format.namedChildren) {
            readExpression(scope, inner?.childForFieldName('expression') ?? null);
            if (inner)
                readFormat(scope, inner);
        }
    }
}
/** Text that is put together from values. */
function joinText(parts) {
    if (parts.length === 0)
        return constant('');
    const flat = parts.flatMap(part => (part.kind === 'text' ? part.parts : [part]));
    if (flat.length > strings_mostParts)
        return unknown;
    const texts = flat.map(part => part.kind === 'constant' && typeof part.value === 'string' ? part.value : null);
    const length = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
    if (length > mostCharacters && flat.length > 1)
        return unknown;
    return texts.includes(null) ? { kind: 'text', parts: flat } : constant(texts.join(''));
}
/** Whether a value is text, whole or in parts. */
function isText(value) {
    return value.kind === 'text' || (value.kind === 'constant' && typeof value.value === 'string');
}

;// CONCATENATED MODULE: ./src/frontends/python/expressions.ts










/** Evaluates an expression: adds the facts it causes, in their order, and says what it stands for. */
function readExpression(scope, node) {
    return node ? oneDeeper(scope, node, unknown, () => readByType(scope, node)) : unknown;
}
function readByType(scope, node) {
    switch (node.type) {
        case 'identifier':
            return lookUpName(scope, node.text);
        case 'dotted_name':
            return readDotted(scope, node);
        case 'attribute':
            return readAttribute(scope, node);
        case 'subscript':
            return readSubscript(scope, node);
        case 'call':
            return readCall(scope, node);
        case 'string':
            return readString(scope, node);
        case 'concatenated_string':
            return joinText(node.namedChildren.map(part => readExpression(scope, part)));
        case 'integer':
        case 'float':
            return readNumber(node);
        case 'true':
            return constant(true);
        case 'false':
            return constant(false);
        case 'none':
            return constant(null);
        case 'list':
        case 'tuple':
        case 'set':
        case 'expression_list':
        case 'pattern_list':
            return {
                kind: 'collection',
                items: node.namedChildren.filter(isCode).map(item => readElement(scope, item)),
            };
        case 'dictionary':
            return readDictionary(scope, node);
        default:
            return readOperator(scope, node);
    }
}
function readOperator(scope, node) {
    switch (node.type) {
        case 'binary_operator':
            return readBinary(scope, node);
        case 'unary_operator':
            return readUnary(scope, node);
        case 'not_operator':
            return expressions_operation(scope, node, 'not', [readExpression(scope, node.childForFieldName('argument'))]);
        case 'boolean_operator':
            return readBoolean(scope, node);
        case 'comparison_operator':
            return logic_readComparison(scope, node);
        case 'conditional_expression':
            return readConditional(scope, node);
        case 'named_expression':
            return readWalrus(scope, node);
        case 'lambda':
            return readLambda(scope, node);
        case 'list_comprehension':
        case 'set_comprehension':
        case 'dictionary_comprehension':
        case 'generator_expression':
            return readComprehension(scope, node);
        case 'yield':
            return readYield(scope, node);
        case 'comment':
            return unknown;
        default:
            return readWrapper(scope, node);
    }
}
// `await x`, `(x)`, a type around an expression and the like stand for what is in them.
function readWrapper(scope, node) {
    const values = node.namedChildren.filter(isCode).map(child => readExpression(scope, child));
    const transparent = /^(await|parenthesized_expression|type|list_splat|expression_statement|keyword_argument)$/;
    return transparent.test(node.type) ? (values.at(-1) ?? unknown) : unknown;
}
/** Whether a node is code and not a comment. */
function isCode(node) {
    return node !== null && node.type !== 'comment' && node.type !== 'line_continuation';
}
/** The first part of a node that is code. */
function firstCode(node) {
    return node.namedChildren.find(isCode) ?? null;
}
/** An operation that stands at `node`. */
function expressions_operation(scope, node, operator, operands) {
    return { kind: 'operation', operator, operands, span: scope_spanOf(scope, node) };
}
function readDotted(scope, node) {
    const [first, ...rest] = node.text.split('.');
    return rest.reduce((of, name) => ({ kind: 'field', of, name }), lookUpName(scope, first ?? ''));
}
function readAttribute(scope, node) {
    const of = readExpression(scope, node.childForFieldName('object'));
    return { kind: 'field', of, name: node.childForFieldName('attribute')?.text ?? '' };
}
function readSubscript(scope, node) {
    const of = readExpression(scope, node.childForFieldName('value'));
    return itemNow(of, readKey(scope, node));
}
/** What stands in the brackets of `of[key]`; several keys make a tuple. */
function readKey(scope, node) {
    const keys = node
        .childrenForFieldName('subscript')
        .filter(isCode)
        .map(key => readExpression(scope, key));
    const [only, second] = keys;
    return only !== undefined && second === undefined ? only : { kind: 'collection', items: keys };
}
function readElement(scope, node) {
    const value = readExpression(scope, node);
    return isSplat(node) ? splatOf(value) : value;
}
/** Whether an element or argument stands for many. */
function isSplat(node) {
    // After another element the parser takes the star of `*names()` for a part of what is called.
    return (node.type === 'list_splat' ||
        (node.type === 'call' && node.childForFieldName('function')?.type === 'list_splat'));
}
function readCall(scope, node) {
    const written = node.childForFieldName('function');
    const callee = written?.type === 'list_splat' ? firstCode(written) : written;
    const value = readExpression(scope, callee);
    const args = readArguments(scope, node.childForFieldName('arguments'));
    const span = { ...scope_spanOf(scope, node), start: callee?.startIndex ?? node.startIndex };
    const call = addCall(scope.builder, value, args, span, scope_spanOf(scope, expressions_lastName(callee) ?? node));
    return { kind: 'result', call };
}
function expressions_lastName(callee) {
    let at = callee;
    while (at?.type === 'parenthesized_expression')
        at = at.namedChildren.find(isCode) ?? null;
    return at?.type === 'attribute' ? at.childForFieldName('attribute') : at;
}
/** The arguments of a call, evaluated from left to right. */
function readArguments(scope, node) {
    if (!node)
        return [];
    if (node.type === 'generator_expression')
        return [{ name: null, value: readExpression(scope, node), span: scope_spanOf(scope, node) }];
    return node.namedChildren.filter(isCode).map(child => readArgument(scope, child));
}
function readArgument(scope, node) {
    const span = scope_spanOf(scope, node);
    if (node.type === 'keyword_argument') {
        const name = node.childForFieldName('name')?.text ?? '';
        return { name, value: readExpression(scope, node.childForFieldName('value')), span };
    }
    if (node.type === 'dictionary_splat')
        return { name: '**', value: readExpression(scope, firstCode(node)), splat: true, span };
    if (isSplat(node))
        return { name: null, value: readExpression(scope, node), splat: true, span };
    return { name: null, value: readExpression(scope, node), span };
}
function readDictionary(scope, node) {
    const entries = [];
    for (const child of node.namedChildren.filter(isCode)) {
        if (child.type === 'pair') {
            const key = readExpression(scope, child.childForFieldName('key'));
            entries.push({ key, value: readExpression(scope, child.childForFieldName('value')) });
        }
        else
            entries.push({ key: null, value: readExpression(scope, firstCode(child)) });
    }
    return { kind: 'dictionary', entries };
}
// A long sum leans to the left; a loop walks down it, so that a thousand terms do not nest.
function readBinary(scope, node) {
    const chain = [];
    let leftmost = node;
    while (leftmost?.type === 'binary_operator') {
        chain.push(leftmost);
        leftmost = leftmost.childForFieldName('left');
    }
    let value = readExpression(scope, leftmost);
    for (const link of chain.reverse()) {
        const right = readExpression(scope, link.childForFieldName('right'));
        const operator = (link.childForFieldName('operator')?.text ?? '+');
        value =
            operator === '+' && isText(value) && isText(right)
                ? joinText([value, right])
                : expressions_operation(scope, link, operator, [value, right]);
    }
    return value;
}
function readUnary(scope, node) {
    const value = readExpression(scope, node.childForFieldName('argument'));
    const sign = node.childForFieldName('operator')?.text;
    if (sign === '~')
        return unknown;
    if (sign === '+')
        return value;
    const isNumber = value.kind === 'constant' && typeof value.value === 'number';
    return isNumber ? constant(-Number(value.value)) : expressions_operation(scope, node, '-', [value]);
}
function readWalrus(scope, node) {
    const value = readExpression(scope, node.childForFieldName('value'));
    bindName(scope, node.childForFieldName('name')?.text ?? '', value);
    return value;
}
function readYield(scope, node) {
    const value = mixOf(node.namedChildren.filter(isCode).map(child => readExpression(scope, child)));
    scope.generator = true;
    addFact(scope.builder, { kind: 'yield', value, span: scope_spanOf(scope, node) });
    if (isProtected(scope.builder))
        mayRaise(scope.builder);
    return unknown;
}

;// CONCATENATED MODULE: ./src/frontends/python/names.ts
/** The key of the module's own names. */
const moduleKey = -1;
const scopeTypes = ['function_definition', 'class_definition', 'lambda'];
const bindingTypes = [
    'assignment',
    'augmented_assignment',
    'for_statement',
    'as_pattern_target',
    'named_expression',
    'import_statement',
    'import_from_statement',
    'future_import_statement',
    'function_definition',
    'class_definition',
    'global_statement',
    'nonlocal_statement',
    'delete_statement',
    'case_pattern',
    'splat_pattern',
    'keyword_pattern',
    'as_pattern',
    'except_clause',
    'type_alias_statement',
];
/** The names of every scope of a file, by the offset of the definition; one pass over the tree. */
function readNames(root) {
    const scopes = root.descendantsOfType(scopeTypes).filter(node => node !== null);
    const names = new Map([[moduleKey, emptyNames()]]);
    for (const scope of scopes)
        names.set(scope.startIndex, emptyNames());
    const open = [];
    let next = 0;
    for (const node of root.descendantsOfType(bindingTypes)) {
        if (!node)
            continue;
        for (; (scopes[next]?.startIndex ?? Number.POSITIVE_INFINITY) < node.startIndex; next += 1) {
            const scope = scopes[next];
            if (!scope)
                continue;
            closeBefore(open, scope);
            open.push(scope);
        }
        closeBefore(open, node);
        const inner = names.get(open.at(-1)?.startIndex ?? moduleKey);
        if (inner)
            addBindings(inner, node);
        if (node.type === 'global_statement')
            share(names.get(moduleKey), node);
        if (node.type === 'nonlocal_statement')
            for (const outer of open.slice(0, -1))
                share(names.get(outer.startIndex), node);
    }
    addGlobals(names);
    return names;
}
// A function may be the only one that binds a variable of the module.
function addGlobals(names) {
    const module = names.get(moduleKey);
    for (const inner of names.values())
        for (const name of inner.globals)
            if (inner.locals.has(name))
                module?.locals.add(name);
}
function closeBefore(open, node) {
    while (open.length > 0 && (open.at(-1)?.endIndex ?? 0) <= node.startIndex)
        open.pop();
}
function share(names, statement) {
    for (const child of statement.namedChildren)
        if (child)
            names?.shared.add(child.text);
}
function emptyNames() {
    return { locals: new Set(), globals: new Set(), nonlocals: new Set(), shared: new Set() };
}
function addBindings(names, node) {
    switch (node.type) {
        case 'assignment':
        case 'augmented_assignment':
        case 'for_statement':
        case 'type_alias_statement':
            addTargets(names, node.childForFieldName('left'));
            return;
        case 'named_expression':
        case 'function_definition':
        case 'class_definition':
            addTargets(names, node.childForFieldName('name'));
            return;
        case 'global_statement':
            for (const child of node.namedChildren)
                if (child)
                    names.globals.add(child.text);
            return;
        case 'nonlocal_statement':
            for (const child of node.namedChildren)
                if (child)
                    names.nonlocals.add(child.text);
            return;
        case 'import_statement':
        case 'import_from_statement':
        case 'future_import_statement':
            for (const child of node.childrenForFieldName('name'))
                if (child)
                    names.locals.add(importedName(child));
            return;
        case 'as_pattern':
            return addCapture(names, node.lastNamedChild);
        case 'keyword_pattern':
            // Its first name is that of the field.
            return addCapture(names, node.namedChildCount > 1 ? node.lastNamedChild : null);
        case 'case_pattern':
        case 'splat_pattern':
            for (const child of node.namedChildren)
                addCapture(names, child);
            return;
        case 'except_clause':
            return;
        default:
            for (const child of node.namedChildren)
                addTargets(names, child);
    }
}
// In a pattern a bare name captures; a dotted one is a value to compare with.
function addCapture(names, node) {
    if (node?.type === 'identifier')
        names.locals.add(node.text);
    if (node?.type === 'dotted_name' && node.namedChildCount === 1)
        names.locals.add(node.text);
}
/** The name that an import binds: the alias, or the first part of a dotted name. */
function importedName(node) {
    if (node.type === 'aliased_import')
        return node.childForFieldName('alias')?.text ?? node.text;
    return node.namedChild(0)?.text ?? node.text;
}
const names_grouped = /^(pattern_list|tuple_pattern|list_pattern|list_splat_pattern|tuple|list|expression_list|parenthesized_expression|type|list_splat)$/;
// A worklist: what nests deeper than the stack is legal for the parser.
function addTargets(names, target) {
    const open = [target];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
        if (node?.type === 'identifier')
            names.locals.add(node.text);
        else if (node?.type === 'generic_type')
            open.push(node.namedChild(0));
        else if (node && names_grouped.test(node.type))
            open.push(...node.namedChildren);
    }
}

;// CONCATENATED MODULE: ./src/frontends/python/types.ts




/** An annotation, as a value that names a type: `Optional[X]` is an item, `X | None` an operation. */
function readType(scope, node) {
    if (!node)
        return unknown;
    return oneDeeper(scope, node, unknown, () => readTypeOf(scope, node));
}
function readTypeOf(scope, node) {
    const parts = node.namedChildren.filter(isCode);
    switch (node.type) {
        case 'type':
        case 'parenthesized_expression':
            return readType(scope, parts[0] ?? null);
        case 'string':
            return readQuoted(scope, node);
        case 'list':
            return { kind: 'collection', items: parts.map(part => readType(scope, part)) };
        case 'generic_type':
            return readGeneric(scope, parts[0] ?? null, parts[1]?.namedChildren.filter(isCode) ?? []);
        case 'subscript':
            return readGeneric(scope, node.childForFieldName('value'), node.childForFieldName('subscript') ? node.childrenForFieldName('subscript').filter(isCode) : []);
        case 'union_type':
        case 'binary_operator':
            return {
                kind: 'operation',
                operator: '|',
                operands: parts.map(part => readType(scope, part)),
                span: scope_spanOf(scope, node),
            };
        default:
            return readExpression(scope, node);
    }
}
function readGeneric(scope, of, parameters) {
    const base = readType(scope, of);
    const [only, ...rest] = parameters.map(parameter => readType(scope, parameter));
    const key = only !== undefined && rest.length === 0
        ? only
        : { kind: 'collection', items: only === undefined ? [] : [only, ...rest] };
    return { kind: 'item', of: base, key };
}
const types_wrapped = /^(?:\w+\.)*(?:Optional|Union|Annotated)\s*\[(.*)\]$/s;
// The parser sees a string; of what is in it only names, alone or as alternatives, are worth reading.
function readQuoted(scope, node) {
    const text = readExpression(scope, node);
    if (text.kind !== 'constant' || typeof text.value !== 'string')
        return text;
    const inner = types_wrapped.exec(text.value.trim())?.[1] ?? text.value;
    const names = inner.split(/[|,]/).map(name => name.trim());
    if (names.length > 8 || !names.every(name => /^[\w.]+$/.test(name)))
        return unknown;
    const operands = names.map(name => types_named(scope, name));
    const [only, second] = operands;
    return only !== undefined && second === undefined
        ? only
        : { kind: 'operation', operator: '|', operands, span: scope_spanOf(scope, node) };
}
function types_named(scope, name) {
    const [first = '', ...rest] = name.split('.');
    return rest.reduce((of, part) => ({ kind: 'field', of, name: part }), lookUpName(scope, first));
}

;// CONCATENATED MODULE: ./src/frontends/python/aliases.ts







/** `type Name = …`; and `type(self).count = 1`, which the parser takes for one. */
function readAlias(scope, node) {
    const [left, right] = [node.childForFieldName('left'), node.childForFieldName('right')];
    const target = left ? firstCode(left) : null;
    if (target?.type === 'identifier')
        bindTarget(scope, target, readType(scope, right));
    else if (target?.type === 'generic_type')
        bindTarget(scope, firstCode(target), readType(scope, right));
    else
        readTypeTarget(scope, node, target, readExpression(scope, right));
}
// `type(x).y: int = z` has its target and its annotation side by side, each in a node of its own.
function readTypeTarget(scope, alias, target, value) {
    const typed = target?.type === 'constrained_type' ? firstCode(target) : null;
    const place = typed ? firstCode(typed) : target;
    const read = (_, object) => readTypeCall(scope, alias, object);
    if (!place || !bindPlace(scope, place, value, read))
        readTypeCall(scope, alias, place);
}
// The brackets of `type(x)` look like a part of the name that is defined.
function readTypeCall(scope, alias, node) {
    const otherwise = () => readExpression(scope, node);
    if (!node)
        return otherwise();
    return oneDeeper(scope, node, { kind: 'unknown' }, () => {
        if (node.type === 'parenthesized_expression')
            return addTypeCall(scope, alias, node);
        if (node.type === 'subscript') {
            const of = readTypeCall(scope, alias, node.childForFieldName('value'));
            return itemNow(of, readKey(scope, node));
        }
        if (node.type !== 'attribute')
            return otherwise();
        const of = readTypeCall(scope, alias, node.childForFieldName('object'));
        return { kind: 'field', of, name: node.childForFieldName('attribute')?.text ?? '' };
    });
}
function addTypeCall(scope, alias, brackets) {
    const { file, start } = scope_spanOf(scope, alias);
    const argument = { name: null, value: readExpression(scope, brackets), span: scope_spanOf(scope, brackets) };
    const name = { file, start, end: start + 'type'.length };
    const span = { file, start, end: brackets.endIndex };
    return { kind: 'result', call: addCall(scope.builder, lookUpName(scope, 'type'), [argument], span, name) };
}

;// CONCATENATED MODULE: ./src/frontends/python/control.ts








/** `if`, `elif`, `else`. */
function readIf(scope, node) {
    const { builder } = scope;
    const after = newBlock(builder);
    const clauses = [node, ...node.childrenForFieldName('alternative').filter(isCode)];
    for (const clause of clauses) {
        if (clause.type === 'else_clause') {
            readBlock(scope, clause.childForFieldName('body'));
            break;
        }
        const [then, otherwise] = [newBlock(builder), newBlock(builder)];
        logic_readCondition(scope, clause.childForFieldName('condition'), then, otherwise);
        seal(builder, then);
        builder.at = then;
        readBlock(scope, clause.childForFieldName('consequence'));
        goTo(builder, after);
        seal(builder, otherwise);
        builder.at = otherwise;
    }
    goTo(builder, after);
    seal(builder, after);
    builder.at = after;
}
/** `while … else`. */
function readWhile(scope, node) {
    readLoop(scope, node, (_head, body, done) => logic_readCondition(scope, node.childForFieldName('condition'), body, done));
}
/** `for … in … else`: whether there is one more item is not known. */
function readFor(scope, node) {
    const source = readExpression(scope, node.childForFieldName('right'));
    const target = node.childForFieldName('left');
    readLoop(scope, node, (head, body, done) => {
        addFact(scope.builder, {
            kind: 'test',
            value: unknown,
            over: source,
            span: scope_spanOf(scope, node.childForFieldName('right') ?? node),
        });
        builder_addEdge(scope.builder, head, { to: body, when: 'true' });
        builder_addEdge(scope.builder, head, { to: done, when: 'false' });
        seal(scope.builder, body);
        scope.builder.at = body;
        bindTarget(scope, target, { kind: 'item', of: source, key: unknown });
    });
}
function readLoop(scope, node, readHead) {
    const { builder } = scope;
    const [head, body, done, after] = [
        newBlock(builder),
        newBlock(builder),
        newBlock(builder),
        newBlock(builder),
    ];
    goTo(builder, head);
    builder.at = head;
    if (isProtected(builder))
        raiseFrom(builder);
    readHead(head, body, done);
    seal(builder, body);
    builder.at = body;
    control_within(builder, { kind: 'loop', breakTo: after, continueTo: head }, () => readBlock(scope, node.childForFieldName('body')));
    goTo(builder, head);
    seal(builder, head);
    seal(builder, done);
    builder.at = done;
    readBlock(scope, node.childForFieldName('alternative')?.childForFieldName('body') ?? null);
    goTo(builder, after);
    seal(builder, after);
    builder.at = after;
}
function control_within(builder, frame, read) {
    const outer = builder.frames;
    builder.frames = [...outer, frame];
    read();
    builder.frames = outer;
}
/** `try`, `except`, `else`, `finally`. */
function readTry(scope, node) {
    const final = node.namedChildren.find(child => child?.type === 'finally_clause');
    if (!final)
        return readHandled(scope, node);
    const { builder } = scope;
    const copies = new Map();
    const body = final.namedChildren.find(child => child?.type === 'block') ?? null;
    control_within(builder, { kind: 'finally', copies }, () => readHandled(scope, node));
    readBlock(scope, body);
    const after = builder.at;
    for (const [jump, copy] of copies) {
        seal(builder, copy);
        builder.at = copy;
        if (copyBody(builder.effort, body ? body.endIndex - body.startIndex : 0))
            readBlock(scope, body);
        if (jump === 'raise')
            raiseAgain(builder, scope_spanOf(scope, final));
        else
            leave(builder, jump);
    }
    builder.at = after;
}
function raiseAgain(builder, span) {
    addFact(builder, { kind: 'raise', value: unknown, by: 'raise', span });
    raiseFrom(builder);
}
function readHandled(scope, node) {
    const { builder } = scope;
    const clauses = node.namedChildren.filter(isCode).filter(child => /^except/.test(child.type));
    const handlers = clauses.map(clause => openHandler(scope, clause));
    const after = newBlock(builder);
    control_within(builder, { kind: 'handlers', handlers }, () => {
        mayRaise(builder);
        readBlock(scope, node.childForFieldName('body'));
    });
    const otherwise = node.namedChildren.find(child => child?.type === 'else_clause');
    readBlock(scope, otherwise?.childForFieldName('body') ?? null);
    goTo(builder, after);
    clauses.forEach((clause, i) => {
        const handler = handlers[i];
        if (!handler)
            return;
        seal(builder, handler.block);
        builder.at = handler.block;
        bindAlias(scope, aliasOf(clause)?.text, caught(handler));
        readBlock(scope, clause.namedChildren.find(child => child?.type === 'block') ?? null);
        goTo(builder, after);
    });
    seal(builder, after);
    builder.at = after;
}
function openHandler(scope, clause) {
    const values = clause.childrenForFieldName('value').filter(isCode);
    const types = values.map(value => readExpression(scope, value.type === 'as_pattern' ? firstCode(value) : value));
    const catches = types.flatMap(type => (type.kind === 'collection' ? type.items : [type]));
    const total = catches.length === 0 || catches.some(isAnyException);
    return { block: newBlock(scope.builder), catches: catches.length === 0 ? null : catches, total };
}
function aliasOf(clause) {
    const value = clause.childForFieldName('value');
    return value?.type === 'as_pattern' ? (value.childForFieldName('alias')?.namedChild(0) ?? null) : null;
}
function caught(handler) {
    const [type, second] = handler.catches ?? [];
    return type && !second ? { kind: 'instance', of: type } : unknown;
}
// Inside a function an import of the module is a variable further out.
function imported(scope, value) {
    if (value.kind === 'field')
        return { ...value, of: imported(scope, value.of) };
    if (value.kind !== 'variable')
        return value;
    const [only, second] = moduleScope(scope).bound.get(value.name) ?? [];
    return only && !second ? only : value;
}
function control_isNamed(value, pattern) {
    if (value.kind === 'name')
        return pattern.test(value.name);
    return value.kind === 'field' && value.of.kind === 'name' && pattern.test(`${value.of.name}.${value.name}`);
}
/**
 * `with`: the value passes through `as`; `contextlib.suppress` swallows what is raised behind it. Of other managers that
 * is not known: only code that nothing else leads to is taken as a sign of it.
 */
function readWith(scope, node, isFollowed = false) {
    const { builder } = scope;
    const outer = builder.frames;
    const handlers = [];
    for (const item of withItems(node)) {
        const handler = suppressor(scope, readWithItem(scope, item, node.childForFieldName('body')));
        if (!handler)
            continue;
        handlers.push(handler);
        builder.frames = [...builder.frames, { kind: 'handlers', handlers: [handler] }];
        mayRaise(builder);
    }
    const [entered, after] = [isFollowed ? continueIn(builder) : builder.at, newBlock(builder)];
    if (isFollowed)
        continueIn(builder);
    readBlock(scope, node.childForFieldName('body'));
    builder.frames = outer;
    const ends = isLive(builder, builder.at);
    goTo(builder, after);
    for (const { block } of handlers) {
        seal(builder, block);
        builder_addEdge(builder, block, { to: after });
    }
    if (!ends && isFollowed)
        builder_addEdge(builder, entered, { to: after, when: 'raises', catches: null });
    seal(builder, after);
    builder.at = after;
}
function withItems(node) {
    const clause = node.namedChildren.find(child => child?.type === 'with_clause');
    return clause?.namedChildren.filter(isCode) ?? [];
}
function readWithItem(scope, item, body) {
    const value = item.type === 'with_item' ? item.childForFieldName('value') : item;
    const named = value?.type === 'as_pattern' ? value : null;
    const entered = readExpression(scope, named ? firstCode(named) : value);
    const at = scope_spanOf(scope, value ?? item);
    const during = body ? { during: scope_spanOf(scope, body) } : {};
    addCall(scope.builder, { kind: 'field', of: entered, name: '__enter__' }, [], at, at, during);
    bindTarget(scope, named?.childForFieldName('alias') ?? null, entered);
    return entered;
}
function suppressor(scope, entered) {
    if (entered.kind !== 'result')
        return null;
    if (!control_isNamed(imported(scope, entered.call.callee), /^contextlib\.suppress$/))
        return null;
    const catches = entered.call.arguments.map(argument => argument.value);
    return { block: newBlock(scope.builder), catches, total: catches.some(isAnyException) };
}
function isAnyException(type) {
    return control_isNamed(type, /^(builtins\.)?(Base)?Exception$/);
}

;// CONCATENATED MODULE: ./src/frontends/python/imports.ts



// Any free name may come from any of them.
const mostStars = 50;
/** `import a.b`, `import a.b as c`. */
function readImport(scope, node) {
    for (const child of node.childrenForFieldName('name')) {
        if (!child)
            continue;
        const bound = importedName(child);
        const whole = child.childForFieldName('name')?.text;
        bindName(scope, bound, moduleName(scope, whole ?? bound, 0));
    }
}
/** `from a import b as c`, `from ..a import b`, `from a import *`. */
function readImportFrom(scope, node) {
    const source = node.childForFieldName('module_name');
    const relative = source?.type === 'relative_import';
    const dots = relative
        ? (source.namedChildren.find(child => child?.type === 'import_prefix')?.text.length ?? 0)
        : 0;
    const path = relative
        ? source.namedChildren.find(child => child?.type === 'dotted_name')?.text
        : source?.text;
    const base = node.type === 'future_import_statement' ? '__future__' : (path ?? '').replace(/\s+/g, '');
    for (const child of node.childrenForFieldName('name')) {
        if (!child)
            continue;
        const name = child.childForFieldName('name')?.text ?? child.text;
        bindName(scope, importedName(child), moduleName(scope, base ? `${base}.${name}` : name, dots));
    }
    if (!node.namedChildren.some(child => child?.type === 'wildcard_import'))
        return;
    const { stars } = scope.module;
    if (stars.length < mostStars)
        stars.push(moduleName(scope, base, dots));
    else
        noteLimit(scope, node, `More than ${mostStars} modules give all of their names; the others were left out.`);
}
function moduleName(scope, name, dots) {
    return { kind: 'name', name, from: scope.module.file.path, dots };
}

;// CONCATENATED MODULE: ./src/frontends/python/match.ts






/** `match`: one test a case, in order. A case without a test takes the rest. */
function readMatch(scope, node) {
    const { builder } = scope;
    const subjects = node
        .childrenForFieldName('subject')
        .filter(isCode)
        .map(child => readExpression(scope, child));
    const [only, second] = subjects;
    const subject = only !== undefined && second === undefined ? only : { kind: 'collection', items: subjects };
    const after = newBlock(builder);
    const cases = node.childForFieldName('body')?.namedChildren.filter(child => child?.type === 'case_clause') ?? [];
    for (const clause of cases)
        if (clause)
            readCase(scope, clause, subject, after);
    goTo(builder, after);
    seal(builder, after);
    builder.at = after;
}
function readCase(scope, clause, subject, after) {
    const { builder } = scope;
    const [then, otherwise] = [newBlock(builder), newBlock(builder)];
    const patterns = clause.namedChildren.filter(child => child?.type === 'case_pattern').filter(isCode);
    const [pattern] = patterns;
    const value = patterns.length === 1 && pattern ? match_testOf(scope, pattern, subject) : unknown;
    if (value) {
        addFact(builder, { kind: 'test', value, span: scope_spanOf(scope, pattern ?? clause) });
        const from = builder.at;
        builder_addEdge(builder, from, { to: then, when: 'true' });
        builder_addEdge(builder, from, { to: otherwise, when: 'false' });
    }
    else
        goTo(builder, then);
    seal(builder, then);
    builder.at = then;
    const whole = pattern && patterns.length === 1 ? nameOfWhole(pattern) : null;
    for (const name of captures(patterns))
        bindName(scope, name, name === whole ? subject : unknown);
    const guard = clause.childForFieldName('guard');
    if (guard) {
        const pass = newBlock(builder);
        logic_readCondition(scope, guard.namedChildren.find(isCode) ?? null, pass, otherwise);
        seal(builder, pass);
        builder.at = pass;
    }
    readBlock(scope, clause.childForFieldName('consequence'));
    goTo(builder, after);
    seal(builder, otherwise);
    builder.at = otherwise;
}
/** What a pattern asks; `null` where it takes everything. */
function match_testOf(scope, pattern, subject) {
    const inner = pattern.namedChildren.find(isCode);
    if (!inner || isCapture(pattern))
        return null;
    if (inner.type === 'as_pattern' && inner.namedChild(0)?.type === 'case_pattern')
        return match_testOf(scope, inner.namedChild(0) ?? pattern, subject);
    const parts = inner.type === 'union_pattern'
        ? inner.children.filter(part => part?.type !== '|' && part?.type !== '-')
        : [inner];
    const values = parts.map(part => (part ? match_literal(scope, part) : unknown));
    return values.some(value => value.kind === 'unknown')
        ? unknown
        : { kind: 'operation', operator: '==', operands: [subject, mixOf(values)], span: scope_spanOf(scope, pattern) };
}
function match_literal(scope, node) {
    if (/^(string|concatenated_string|true|false|none)$/.test(node.type))
        return readExpression(scope, node);
    if (node.type === 'dotted_name' && node.namedChildCount > 1)
        return readExpression(scope, node);
    if (node.type !== 'integer' && node.type !== 'float')
        return unknown;
    const value = readExpression(scope, node);
    // The minus of `case -1` stands before the number, as its sibling.
    if (node.previousSibling?.type !== '-')
        return value;
    return value.kind === 'constant' && typeof value.value === 'number' ? constant(-value.value) : unknown;
}
function isCapture(pattern) {
    return pattern.namedChildren.every(child => !isCode(child)) || match_nameIn(pattern) !== null;
}
/** The name that a pattern gives to the whole of what it is matched with. */
function nameOfWhole(pattern) {
    const inner = pattern.namedChildren.find(isCode);
    return inner?.type === 'as_pattern' ? (inner.namedChildren.findLast(isCode)?.text ?? null) : match_nameIn(pattern);
}
function match_nameIn(pattern) {
    const inner = pattern.namedChildren.find(isCode);
    if (inner?.type === 'identifier')
        return inner.text;
    return inner?.type === 'dotted_name' && inner.namedChildCount === 1 ? inner.text : null;
}
// What is called and the keywords before a pattern name no capture. A worklist, since patterns may nest without end.
function captures(patterns) {
    const names = [];
    const open = [...patterns];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
        const children = node.namedChildren.filter(isCode);
        if (node.type === 'identifier')
            names.push(node.text);
        else if (node.type === 'dotted_name')
            names.push(...(children.length === 1 ? [node.text] : []));
        else
            open.push(...(/^(class|keyword)_pattern$/.test(node.type) ? children.slice(1) : children));
    }
    return names;
}

;// CONCATENATED MODULE: ./src/frontends/python/statements.ts












/** Runs the statements of a block, a clause or a file one after another. */
function readBlock(scope, node) {
    if (!node)
        return;
    if (node.type !== 'block' && node.type !== 'module' && node.type !== 'ERROR')
        return readStatement(scope, node);
    const statements = node.namedChildren.filter(isCode);
    for (const [i, statement] of statements.entries()) {
        if (scope.builder.dirty && isProtected(scope.builder) && canFail(statement))
            mayRaise(scope.builder);
        if (statement.type === 'with_statement')
            readWith(scope, statement, i + 1 < statements.length);
        else
            readStatement(scope, statement);
    }
}
// What a name stands for in a handler includes what it was bound to right before something failed there.
function canFail(node) {
    const [only, second] = node.type === 'expression_statement' ? node.namedChildren.filter(isCode) : [];
    if (only?.type === 'assignment' && !second)
        return !isPlain(only.childForFieldName('left')) || !isPlain(only.childForFieldName('right'));
    return (!(only && isPlain(only)) && !/^(pass|break|continue|global|nonlocal|raise|try)_statement$/.test(node.type));
}
function isPlain(node) {
    return node !== null && /^(identifier|integer|float|true|false|none)$/.test(node.type);
}
/** Runs one statement. */
function readStatement(scope, node) {
    switch (node.type) {
        case 'expression_statement':
            for (const child of node.namedChildren.filter(isCode))
                readSimple(scope, child);
            return;
        case 'if_statement':
            return readIf(scope, node);
        case 'for_statement':
            return readFor(scope, node);
        case 'while_statement':
            return readWhile(scope, node);
        case 'try_statement':
            return readTry(scope, node);
        case 'with_statement':
            return readWith(scope, node);
        case 'match_statement':
            return readMatch(scope, node);
        case 'function_definition':
            return readFunction(scope, node, []);
        case 'class_definition':
            return readClass(scope, node, []);
        case 'decorated_definition':
            return readDecorated(scope, node);
        case 'import_statement':
            return readImport(scope, node);
        case 'import_from_statement':
        case 'future_import_statement':
            return readImportFrom(scope, node);
        case 'ERROR':
        case 'block':
            return readBlock(scope, node);
        default:
            return readJump(scope, node);
    }
}
function readJump(scope, node) {
    switch (node.type) {
        case 'return_statement':
            addFact(scope.builder, {
                kind: 'return',
                value: readExpression(scope, firstCode(node)),
                span: scope_spanOf(scope, node),
            });
            return leave(scope.builder, 'return');
        case 'raise_statement':
            return readRaise(scope, node);
        case 'assert_statement':
            return readAssert(scope, node);
        case 'break_statement':
            return leave(scope.builder, 'break');
        case 'continue_statement':
            return leave(scope.builder, 'continue');
        case 'pass_statement':
        case 'global_statement':
        case 'nonlocal_statement':
            return;
        case 'delete_statement':
            return node.namedChildren.filter(isCode).forEach(target => deleteTarget(scope, target));
        case 'type_alias_statement':
            return readAlias(scope, node);
        default:
            readExpression(scope, node);
    }
}
function readSimple(scope, node) {
    if (node.type === 'assignment')
        readAssignment(scope, node);
    else if (node.type === 'augmented_assignment')
        readAugmented(scope, node);
    else
        noteShift(scope, node, readExpression(scope, node));
}
const shifts = {
    '>>': 'operator.rshift',
    '<<': 'operator.lshift',
};
// Nothing is made of the result, so the operator is there for what it does: `extract >> train`.
function noteShift(scope, node, value) {
    const name = value.kind === 'operation' ? shifts[value.operator] : undefined;
    if (value.kind !== 'operation' || name === undefined)
        return;
    const at = scope_spanOf(scope, node);
    const args = value.operands.map(operand => ({ name: null, value: operand, span: at }));
    addCall(scope.builder, { kind: 'name', name, from: null, dots: 0 }, args, at, at);
}
function readAssignment(scope, node) {
    const targets = [];
    let at = node;
    while (at?.type === 'assignment') {
        const target = at.childForFieldName('left');
        if (target)
            targets.push(target);
        at = at.childForFieldName('right');
    }
    const type = node.childForFieldName('type');
    const annotation = type ? { kind: 'instance', of: readType(scope, type) } : null;
    const value = at ? readExpression(scope, at) : annotation;
    if (value)
        for (const target of targets)
            bindTarget(scope, target, value);
}
function readAugmented(scope, node) {
    const operator = (node.childForFieldName('operator')?.text ?? '+=').slice(0, -1);
    changeTarget(scope, node.childForFieldName('left'), before => {
        const operands = [before, readExpression(scope, node.childForFieldName('right'))];
        return { kind: 'operation', operator, operands, span: scope_spanOf(scope, node) };
    });
}
function readRaise(scope, node) {
    const [value = unknown] = node.namedChildren.filter(isCode).map(child => readExpression(scope, child));
    addFact(scope.builder, { kind: 'raise', value, by: 'raise', span: scope_spanOf(scope, node) });
    raiseFrom(scope.builder);
    seal(scope.builder, startBlock(scope.builder));
}
function readAssert(scope, node) {
    const [condition, message] = node.namedChildren.filter(isCode);
    const { builder } = scope;
    const [holds, fails] = [newBlock(builder), newBlock(builder)];
    logic_readCondition(scope, condition ?? null, holds, fails);
    seal(builder, fails);
    builder.at = fails;
    if (message)
        readExpression(scope, message);
    addFact(builder, { kind: 'raise', value: unknown, by: 'assert', span: scope_spanOf(scope, node) });
    raiseFrom(builder);
    seal(builder, holds);
    builder.at = holds;
}
/** Binds the name of `except … as name`, `with … as name` or a pattern. */
function bindAlias(scope, name, value) {
    if (name)
        bindName(scope, name, value);
}

;// CONCATENATED MODULE: ./src/frontends/python/definitions.ts








/** Reads a whole file as the unit that runs when the file does. */
function readModule(module, root) {
    const names = module.names.get(moduleKey);
    const scope = openScope(module, null, 'module', module.file.path, 'module', names, []);
    readBlock(scope, root);
    return closeScope(scope, root, { parameters: [], decorators: [], returns: null });
}
/** A function definition: its unit is read at once, and its name is bound to it. */
function readFunction(scope, node, decorators) {
    const name = node.childForFieldName('name')?.text ?? '';
    bindName(scope, name, readOnce(scope, node, () => functionUnit(scope, node, name, decorators)));
}
/** A lambda: a function whose body is what it returns. */
function readLambda(scope, node) {
    return readOnce(scope, node, () => functionUnit(scope, node, `<lambda:${node.startPosition.row + 1}>`, []));
}
// A `finally` body is walked once for each way that leads through it; what it defines is defined once.
function readOnce(scope, node, read) {
    const known = scope.module.read.get(node.startIndex);
    if (known)
        return known;
    const value = read();
    scope.module.read.set(node.startIndex, value);
    return value;
}
function functionUnit(scope, node, name, decorators) {
    const { module } = scope;
    const parameters = readParameters(scope, node.childForFieldName('parameters'));
    const returnType = node.childForFieldName('return_type');
    const returns = returnType ? readType(scope, returnType) : null;
    const label = scope.kind === 'module' ? name : `${scope.label}.${name}`;
    const unit = freshName(module, label);
    const inner = openScope(module, scope, 'function', unit, label, module.names.get(node.startIndex), parameters);
    const body = node.childForFieldName('body');
    if (node.type === 'lambda') {
        addFact(inner.builder, { kind: 'return', value: readExpression(inner, body), span: scope_spanOf(scope, node) });
        leave(inner.builder, 'return');
    }
    else
        readBlock(inner, body);
    module.units.push(closeScope(inner, node, { parameters, decorators, returns }));
    return { kind: 'function', unit };
}
/** A class definition: its body runs where it stands. */
function readClass(scope, node, decorators) {
    const name = node.childForFieldName('name')?.text ?? '';
    bindName(scope, name, readOnce(scope, node, () => classUnit(scope, node, name, decorators)));
}
function classUnit(scope, node, name, decorators) {
    const { module } = scope;
    const bases = readArguments(scope, node.childForFieldName('superclasses'));
    const label = scope.kind === 'module' ? name : `${scope.label}.${name}`;
    const unit = freshName(module, label);
    const inner = openScope(module, scope, 'class', unit, label, module.names.get(node.startIndex), []);
    readBlock(inner, node.childForFieldName('body'));
    module.units.push(closeScope(inner, node, { parameters: [], decorators, returns: null }));
    const positional = bases.filter(base => base.name === null).map(base => base.value);
    module.classes.push({ name: unit, label, bases: positional, body: unit, file: module.file });
    return { kind: 'class', name: unit };
}
/** A definition under decorators, which are evaluated first. */
function readDecorated(scope, node) {
    const decorators = node.namedChildren
        .filter(child => child?.type === 'decorator')
        .map(child => readExpression(scope, child?.namedChildren.find(isCode) ?? null));
    const definition = node.childForFieldName('definition');
    if (definition?.type === 'class_definition')
        readClass(scope, definition, decorators);
    else if (definition)
        readFunction(scope, definition, decorators);
}
function openScope(module, parent, kind, unit, label, names, parameters) {
    const indices = new Map(parameters.map((parameter, i) => [parameter.name, i]));
    const scope = {
        module,
        kind,
        unit,
        label,
        parent,
        builder: openBuilder(name => onEntry(scope, name), module.effort),
        locals: new Set([...indices.keys(), ...(names?.locals ?? [])].filter(name => kind === 'module' || !isOutside(names, name))),
        globals: kind === 'module' ? new Set() : (names?.globals ?? new Set()),
        nonlocals: names?.nonlocals ?? new Set(),
        shared: names?.shared ?? new Set(),
        parameters: indices,
        bound: new Map(parameters.map(({ name }, index) => [name, [{ kind: 'parameter', unit, index }]])),
        inner: new Map(),
        generator: false,
    };
    return scope;
}
function isOutside(names, name) {
    return names !== undefined && (names.globals.has(name) || names.nonlocals.has(name));
}
function onEntry(scope, name) {
    const index = scope.parameters.get(name);
    if (index !== undefined)
        return { kind: 'parameter', unit: scope.unit, index };
    if (scope.kind === 'class' && scope.parent)
        return lookUpName(scope.parent, name);
    return scope.kind === 'module' ? freeName(scope, name) : unknown;
}
function closeScope(scope, node, signature) {
    if (scope.module.effort.spent)
        noteLimit(scope, node, 'There are too many ways through this code; some of them were not followed.');
    return {
        ...signature,
        name: scope.unit,
        label: scope.label,
        kind: scope.kind,
        parent: scope.parent?.unit ?? null,
        file: scope.module.file,
        blocks: closeBuilder(scope.builder),
        owner: scope.parent?.kind === 'class' && scope.kind === 'function' ? scope.parent.unit : null,
        generator: scope.generator,
        // Filled later also: a nested function may bind a name of its module.
        bound: scope.bound,
        span: scope_spanOf(scope, node),
    };
}
function readParameters(scope, node) {
    const shapes = [];
    let keywordOnly = false;
    for (const child of node?.namedChildren.filter(isCode) ?? []) {
        if (child.type === 'keyword_separator')
            keywordOnly = true;
        if (child.type.endsWith('_separator'))
            continue;
        const shape = readParameter(scope, child, keywordOnly);
        if (shape.kind === 'rest')
            keywordOnly = true;
        shapes.push(shape);
    }
    return shapes;
}
function readParameter(scope, node, keywordOnly) {
    const typed = node.childForFieldName('type');
    const value = node.childForFieldName('value');
    const named = node.childForFieldName('name') ?? (node.type === 'typed_parameter' ? node.namedChild(0) : node);
    const splat = named?.type ?? '';
    const kind = splat === 'list_splat_pattern' ? 'rest' : splat === 'dictionary_splat_pattern' ? 'keywords' : null;
    return {
        name: (kind ? named?.namedChild(0)?.text : named?.text) ?? '',
        kind: kind ?? (keywordOnly ? 'keyword' : 'positional'),
        default: value ? readExpression(scope, value) : null,
        type: typed ? readType(scope, typed) : null,
    };
}

;// CONCATENATED MODULE: ./src/frontends/python/prepare.ts
// The parser looks ahead over comments and continuation lines from each one of them again. So many characters take a
// second or two; a file of nothing but comments would take hours.
const mostLookedAt = 50_000_000;
/** Makes a file's text fit for the parser. */
function prepare(text) {
    // Python ends a line at a lone CR also; the parser does not.
    const lines = (text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text).split('\n');
    if (lookAhead(lines) <= mostLookedAt)
        return { text: lines.join('\n'), cutAt: 0 };
    const quieter = lines.map(line => (isLight(line) && isHarmless(line) ? prepare_blank(line) : line));
    if (lookAhead(quieter) <= mostLookedAt)
        return { text: quieter.join('\n'), cutAt: 0 };
    return { text: withoutLight(quieter), cutAt: quieter.findIndex(prepare_isCostly) + 1 };
}
/** How many characters the parser looks at: each run of light lines once for every comment and continuation in it. */
function lookAhead(lines) {
    let total = 0;
    let costly = 0;
    for (const line of lines) {
        if (!isLight(line))
            costly = 0;
        else if (prepare_isCostly(line))
            costly += 1;
        total += costly * (line.length + 1);
    }
    return total;
}
/** Whether a line is blank, a comment or a lone backslash, as far as can be seen without knowing what is around it. */
function isLight(line) {
    return /^[ \t\f\r]*(?:$|#|\\\r?$)/.test(line);
}
function prepare_isCostly(line) {
    return /^[ \t\f\r]*(?:#|\\\r?$)/.test(line);
}
// Inside a string it is no comment, so it may not be needed to end that string or to compute a part of it.
function isHarmless(line) {
    return !/["'{}\\]/.test(line);
}
function withoutLight(lines) {
    return lines
        .map(line => (prepare_isCostly(line) ? prepare_blank(line) + (line.includes('#') ? '\n' : ' ') : `${line}\n`))
        .join('')
        .slice(0, -1);
}
function prepare_blank(text) {
    return ' '.repeat(text.length);
}

;// CONCATENATED MODULE: ./src/frontends/python/index.ts




/** Python source to units: one for the file, and one for every function, lambda and class in it. */
function pythonFrontend(grammar) {
    return {
        name: 'python',
        claims: path => /\.pyw?$/.test(path),
        read: file => python_read(grammar, file),
        readEmbedded: ({ file }) => python_read(grammar, file),
    };
}
function python_read(grammar, file) {
    const { text, cutAt } = prepare(file.text);
    const reading = grammar.parse(text, root => readFile(file, root));
    if (cutAt === 0)
        return reading;
    const message = 'So many comments and continuation lines follow one another that they were left out.';
    const notice = { path: file.path, line: cutAt, kind: 'limit', message };
    return { ...reading, notices: [...reading.notices, notice] };
}
function readFile(file, root) {
    const module = {
        file,
        names: readNames(root),
        stars: [],
        units: [],
        classes: [],
        notices: syntaxNotices(file, root),
        taken: new Map(),
        read: new Map(),
        effort: fullEffort(),
        depth: 0,
    };
    const unit = readModule(module, root);
    const { units, classes, notices, stars } = module;
    return { units: [unit, ...units], classes, settings: [], stars, notices };
}
function syntaxNotices(file, root) {
    if (!root.hasError)
        return [];
    const line = (innermostError(root) ?? firstMissing(root) ?? root).startPosition.row + 1;
    const message = 'The syntax could not be understood here; the rest of the file was read as far as it could be.';
    return [{ path: file.path, line, kind: 'syntax', message }];
}
// One error may begin at the top of the file and end at its bottom; the trouble lies in one further in.
function innermostError(root) {
    let innermost = null;
    for (const error of root.descendantsOfType('ERROR')) {
        if (!error || (innermost && (rows(innermost) < aScreen || error.startIndex >= innermost.endIndex)))
            break;
        innermost = error;
    }
    return innermost;
}
const aScreen = 40;
function rows(node) {
    return node.endPosition.row - node.startPosition.row;
}
function firstMissing(root) {
    let at = root;
    while (at && !at.isMissing)
        at = at.children.find(child => child?.hasError || child?.isMissing) ?? null;
    return at;
}

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var smol_toml_dist = __webpack_require__(3292);
;// CONCATENATED MODULE: ./src/frontends/requirements/index.ts


/** Manifests and lock files of Python projects to the versions that they allow. */
const requirementsFrontend = {
    name: 'requirements',
    claims: path => readerFor(path) !== null,
    read: file => readManifest(file),
};
function readerFor(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (/^(.*requirements.*|constraints.*)\.(txt|in)$/.test(name) ||
        /(^|\/)requirements\/[^/]+\.(txt|in)$/.test(path))
        return readLines;
    if (name === 'pyproject.toml')
        return readProject;
    if (name === 'poetry.lock' || name === 'uv.lock' || name === 'pdm.lock')
        return readLock;
    if (/^(conda|environment).*\.ya?ml$/.test(name))
        return readEnvironment;
    return null;
}
function readManifest(file) {
    const empty = { units: [], classes: [], stars: [] };
    try {
        return { ...empty, settings: readerFor(file.path)?.(file) ?? [], notices: [] };
    }
    catch (error) {
        const line = lineOfError(error);
        const message = 'The file could not be parsed, so the versions that it asks for are not known.';
        const notice = { path: file.path, line, kind: 'syntax', message };
        return { ...empty, settings: [], notices: [notice] };
    }
}
function lineOfError(error) {
    if (typeof error === 'object' && error !== null && 'line' in error && typeof error.line === 'number')
        return error.line;
    return 0;
}
// Name, optional extras, specifiers up to a marker, a comment or an option: https://peps.python.org/pep-0508/
const requirement = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*\(?([^;#@()]*)\)?/;
function readLines(file) {
    const settings = [];
    let start = 0;
    for (const line of file.text.split('\n')) {
        const found = /^\s*[-#]/.test(line) ? null : requirement.exec(line);
        if (found?.[1])
            settings.push(setting(file, found[1], rangeOf(line, found[2] ?? ''), start, start + line.trimEnd().length));
        start += line.length + 1;
    }
    return settings;
}
// Under a marker the requirement holds somewhere only: elsewhere any version may be there.
function rangeOf(line, range) {
    return /;\s*\S/.test(line.replace(/#.*$/, '')) ? '' : range;
}
function setting(file, name, range, start, end) {
    const plain = range.replace(/\s*(--|\\).*$/, '').trim();
    return { kind: 'setting', package: name, range: plain, span: { file, start, end: Math.max(start, end) } };
}
// A parsed document has no positions; the first line that names the package stands for it.
function located(file, name, range) {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const at = file.text.search(new RegExp(`(^|["'\\s])${escaped}(?![\\w-])`, 'm'));
    const start = Math.max(at, 0);
    const end = file.text.indexOf('\n', start + 1);
    return setting(file, name, range, start, end < 0 ? file.text.length : end);
}
function fromText(file, text) {
    const found = typeof text === 'string' ? requirement.exec(text) : null;
    return found?.[1] ? [located(file, found[1], rangeOf(String(text), found[2] ?? ''))] : [];
}
function readProject(file) {
    const root = (0,smol_toml_dist/* parse */.qg)(file.text);
    const lists = [
        at(root, 'project', 'dependencies'),
        ...values(at(root, 'project', 'optional-dependencies')),
        ...values(at(root, 'dependency-groups')),
        at(root, 'tool', 'uv', 'dev-dependencies'),
    ];
    const tables = [
        at(root, 'tool', 'poetry', 'dependencies'),
        ...values(at(root, 'tool', 'poetry', 'group')).map(group => at(group, 'dependencies')),
    ];
    return [
        ...lists.flatMap(list => (Array.isArray(list) ? list.flatMap(text => fromText(file, text)) : [])),
        ...tables.flatMap(table => fromPoetry(file, table)),
    ];
}
function fromPoetry(file, table) {
    return Object.entries(isTable(table) ? table : {}).flatMap(([name, wanted]) => {
        const range = typeof wanted === 'string' ? wanted : at(wanted, 'version');
        return typeof range === 'string' && name !== 'python' ? [located(file, name, poetryRange(range))] : [];
    });
}
// `^2.1` allows what has the same leftmost non-zero part; a bare version is exact; `*` is anything.
function poetryRange(range) {
    return range
        .split(',')
        .map(part => part.trim())
        .map(part => part.startsWith('^')
        ? caret(part.slice(1))
        : part.startsWith('~') && !part.startsWith('~=')
            ? `>=${part.slice(1)}`
            : /^\d[\w.]*$/.test(part)
                ? `==${part}`
                : part)
        .filter(part => part !== '*')
        .join(',');
}
function caret(version) {
    const parts = version.split('.').map(Number);
    const fixed = Math.max(0, parts.findIndex(part => part !== 0));
    const next = parts.slice(0, fixed + 1).map((part, i) => (i === fixed ? part + 1 : part));
    return parts.some(Number.isNaN) ? `>=${version}` : `>=${version},<${next.join('.')}`;
}
function readLock(file) {
    const packages = at((0,smol_toml_dist/* parse */.qg)(file.text), 'package');
    return (Array.isArray(packages) ? packages : []).flatMap(entry => {
        const [name, version] = [at(entry, 'name'), at(entry, 'version')];
        return typeof name === 'string' && typeof version === 'string'
            ? [located(file, name, `==${version}`)]
            : [];
    });
}
function readEnvironment(file) {
    const list = at((0,dist/* parse */.qg)(file.text, { maxAliasCount: 20 }), 'dependencies');
    return (Array.isArray(list) ? list : []).flatMap((entry) => {
        if (typeof entry === 'string')
            return fromText(file, entry.replace(/^([\w.-]+)=([\d][\w.]*)(=.*)?$/, '$1==$2'));
        const pip = at(entry, 'pip');
        return Array.isArray(pip) ? pip.flatMap(text => fromText(file, text)) : [];
    });
}
function isTable(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function at(value, ...keys) {
    return keys.reduce((of, key) => (isTable(of) ? of[key] : undefined), value);
}
function values(value) {
    return isTable(value) ? Object.values(value) : [];
}

;// CONCATENATED MODULE: ./src/frontends/shell/comparisons.ts

const opposite = {
    '==': '!=',
    '!=': '==',
    '<': '>=',
    '<=': '>',
    '>': '<=',
    '>=': '<',
};
/** A comparison of two texts, or of a number with one. */
function comparisons_compare(operator, left, right, span) {
    const asked = askedOf(operator, left, right) ?? askedOf(operator, right, left);
    if (asked)
        return asked.holds ? asked.of : not(asked.of, span);
    // A status is a number, and scripts compare it with text.
    if (isNumeric(left) || isNumeric(right))
        return compareNumbers(operator, left, right, span);
    if (left.kind === 'constant' && right.kind === 'constant')
        return constant((left.value === right.value) === (operator === '=='));
    return { kind: 'operation', operator, operands: [left, right], span };
}
/** A comparison of numbers. */
function compareNumbers(operator, left, right, span) {
    const asked = askedOf(operator, left, right);
    if (asked)
        return asked.holds ? asked.of : not(asked.of, span);
    const [a, b] = [numberOf(left), numberOf(right)];
    if (a.kind === 'constant' &&
        b.kind === 'constant' &&
        typeof a.value === 'number' &&
        typeof b.value === 'number')
        return constant(decided(operator, a.value, b.value));
    return { kind: 'operation', operator, operands: [a, b], span };
}
/** `true` for any number but 0, as `((…))` and `bc` have it. */
function isNotZero(value, span) {
    if (value.kind === 'operation' && comparisons_isCondition(value))
        return value;
    return compareNumbers('!=', value, constant(0), span);
}
function not(value, span) {
    if (value.kind === 'constant')
        return constant(!value.value);
    if (value.kind === 'operation' && value.operator === 'not' && value.operands[0])
        return value.operands[0];
    return { kind: 'operation', operator: 'not', operands: [value], span };
}
function decided(operator, a, b) {
    switch (operator) {
        case '==':
            return a === b;
        case '!=':
            return a !== b;
        case '<':
            return a < b;
        case '<=':
            return a <= b;
        case '>':
            return a > b;
        case '>=':
            return a >= b;
    }
}
// `[ "$(echo "$a < $b" | bc)" -eq 1 ]` asks for what `bc` was asked for.
function askedOf(operator, left, right) {
    if (left.kind !== 'operation' || !comparisons_isCondition(left) || right.kind !== 'constant')
        return null;
    const number = right.value === '' ? Number.NaN : Number(right.value);
    if (number !== 0 && number !== 1)
        return null;
    const [whenTrue, whenFalse] = [decided(operator, 1, number), decided(operator, 0, number)];
    return whenTrue === whenFalse ? null : { of: left, holds: whenTrue };
}
function comparisons_isCondition({ operator }) {
    return operator in opposite || operator === 'and' || operator === 'or' || operator === 'not';
}
function isNumeric(value) {
    if (value.kind === 'constant')
        return typeof value.value === 'number';
    return (value.kind === 'mix' && value.of.some(way => way.kind === 'constant' && typeof way.value === 'number'));
}
/** The same value with numbers in place of their digits. */
function numberOf(value) {
    if (value.kind === 'constant' && typeof value.value === 'string' && isDigits(value.value))
        return constant(Number(value.value));
    if (value.kind !== 'mix' || !value.of.some(way => way.kind === 'constant' && typeof way.value === 'string'))
        return value;
    return flat(value, 0) ?? value;
}
// Every way of a mix of mixes as a way of one; `null` where one of them is no constant.
function flat(mix, depth) {
    const ways = mix.of.map((way, i) => {
        if (way.kind === 'constant')
            return { kind: 'mix', of: [numberOf(way)], from: [mix.from[i] ?? -1] };
        return way.kind === 'mix' && way !== mix && depth < 4 ? flat(way, depth + 1) : null;
    });
    const found = ways.filter(way => way !== null);
    if (found.length < ways.length)
        return null;
    return { kind: 'mix', of: found.flatMap(way => way.of), from: found.flatMap(way => way.from) };
}
function isDigits(text) {
    return /^\s*-?(\d+\.?\d*|\.\d+)\s*$/.test(text);
}
const symbols = ['<=', '>=', '==', '!=', '<', '>'];
/** Reads `x < y` in a text that a calculator gets; `null` where it is anything else. */
function readPlainComparison(value, span) {
    const parts = value.kind === 'text' ? value.parts : [value];
    const found = parts.flatMap((part, at) => {
        const text = part.kind === 'constant' ? String(part.value) : '';
        const match = /<=|>=|==|!=|<|>/.exec(text);
        return match ? [{ at, match, text }] : [];
    });
    const [only, second] = found;
    if (!only || second)
        return null;
    const operator = symbols.find(symbol => symbol === only.match[0]);
    const before = only.text.slice(0, only.match.index);
    const after = only.text.slice(only.match.index + only.match[0].length);
    if (!operator || /[<>=!&|?]/.test(after))
        return null;
    const left = comparisons_sideOf([...parts.slice(0, only.at), constant(before)]);
    const right = comparisons_sideOf([constant(after), ...parts.slice(only.at + 1)]);
    return left && right ? { kind: 'operation', operator, operands: [left, right], span } : null;
}
// What stands on one side of it: a number, or one value between blanks and brackets.
function comparisons_sideOf(parts) {
    const texts = parts.map(part => (part.kind === 'constant' ? String(part.value) : ''));
    // `scale=4;` says how many digits, and brackets say nothing.
    const text = texts
        .join('')
        .replace(/scale\s*=\s*\d+\s*;/g, '')
        .replace(/[()\s;"']/g, '');
    const values = parts.filter(part => part.kind !== 'constant');
    const [only, second] = values;
    if (only && !second && text === '')
        return only;
    if (!only && isDigits(text))
        return constant(Number(text));
    return values.length > 0 && /^[-+*/\d.^]+$/.test(text) ? { kind: 'text', parts } : null;
}

;// CONCATENATED MODULE: ./src/frontends/shell/scope.ts


// A name that is bound more often than this may stand for anything.
const scope_mostBound = 256;
/** Names of what the shell keeps beside variables, as the builder knows them. */
const kept = { status: '?', directory: '/', shifted: '#', printed: '>' };
const succeeded = constant(0);
const scope_failed = constant(1);
function shell_scope_spanOf(scope, node) {
    return { file: scope.script.file, start: node.startIndex, end: node.endIndex };
}
/** The constant of this text. */
function scope_textOf(script, text) {
    const known = script.constants.get(text);
    if (known)
        return known;
    const made = constant(text);
    script.constants.set(text, made);
    return made;
}
/** Gives a name a value. A function binds the script's variables, except for those that it declares. */
function scope_assign(scope, name, value) {
    const own = scope.kind === 'module' || scope.locals.has(name);
    if (!own)
        scope.variant.binds.add(name);
    shell_scope_note(own ? scope.bound : scope.script.bound, name, value);
    bind(scope.builder, name, value);
}
function shell_scope_note(bound, name, value) {
    const values = bound.get(name);
    if (!values)
        bound.set(name, [value]);
    else if (values.includes(value))
        return;
    else if (values.length < scope_mostBound)
        values.push(value);
    else if (values.length === scope_mostBound)
        values.push(unknown);
}
/** What a name stands for where nothing on the way from the start of a unit has bound it. */
function scope_freeName(script, kind, name) {
    const assigned = script.outline.assigned.has(name);
    if (kind === 'function' && assigned) {
        // Asks the script too, since a way on which it is not bound leads to the environment.
        if (script.builder)
            lookUp(script.builder, name);
        return { kind: 'variable', unit: script.file.path, name };
    }
    const value = {
        kind: 'parameter',
        unit: script.file.path,
        index: environmentIndex(script, name),
    };
    if (assigned)
        shell_scope_note(script.bound, name, value);
    return value;
}
function environmentIndex(script, name) {
    const known = script.environment.get(name);
    if (known !== undefined)
        return known;
    script.parameters.push({ name, kind: 'environment', default: null, type: null });
    script.environment.set(name, script.parameters.length - 1);
    return script.parameters.length - 1;
}
/** The folder at hand; `null` where it cannot be known. */
function scope_directoryOf(scope) {
    const value = lookUp(scope.builder, kept.directory);
    return value.kind === 'constant' && typeof value.value === 'string' ? value.value : null;
}
function enter(scope, directory) {
    bind(scope.builder, kept.directory, directory === null ? unknown : scope_textOf(scope.script, directory));
}
/** Says once in a file that something in it goes beyond a limit. */
function scope_noteLimit(script, node, message) {
    if (script.notices.some(notice => notice.kind === 'limit' && notice.message === message))
        return;
    script.notices.push({ path: script.file.path, line: node.startPosition.row + 1, kind: 'limit', message });
}
// Far more than people nest, and few enough for the stack.
const scope_deepest = 150;
/** Reads what is nested one level deeper, or gives `otherwise` and a notice where that is too deep for the stack. */
function scope_oneDeeper(script, node, otherwise, read) {
    if (script.depth > scope_deepest) {
        scope_noteLimit(script, node, `Code is nested more than ${scope_deepest} levels deep; what lies deeper was not read.`);
        return otherwise;
    }
    script.depth += 1;
    try {
        return read();
    }
    finally {
        script.depth -= 1;
    }
}

;// CONCATENATED MODULE: ./src/frontends/shell/folders.ts


/**
 * The path of the script itself. Where a script looks around itself, folders count from the top of the tree, which is `/`:
 * where it was started from is not known, and where it lies is.
 */
function ownPath(script) {
    return script.file.container ? unknown : scope_textOf(script, `/${script.file.path}`);
}
/** Where `cd` leads; `null` where that cannot be known. */
function folders_enterFolder(from, to) {
    if (to === '' || to === '-' || to.startsWith('~'))
        return null;
    if (to.startsWith('/'))
        return to === '/' ? '/' : normal(to);
    if (from === null)
        return null;
    if (!from.startsWith('/'))
        return normal(from === '' ? to : `${from}/${to}`);
    return normal(`${from}/${to}`);
}
// A path that climbs out of where it began says where it leads all the same.
function normal(path) {
    const steps = [];
    for (const step of path.split('/')) {
        if (step === '' || step === '.')
            continue;
        if (step === '..' && steps.length > 0 && steps.at(-1) !== '..')
            steps.pop();
        else if (step !== '..' || !path.startsWith('/'))
            steps.push(step);
    }
    return (path.startsWith('/') ? '/' : '') + steps.join('/');
}
/** The path without its last step. */
function folders_folderOf(path) {
    const at = path.replace(/\/+$/, '').lastIndexOf('/');
    if (at < 0)
        return '.';
    return at === 0 ? '/' : path.slice(0, at);
}
/** The last step of a path. */
function folders_lastStep(path) {
    return path.replace(/\/+$/, '').split('/').at(-1) ?? '';
}

;// CONCATENATED MODULE: ./src/frontends/shell/status.ts



/** A place that nothing leads to yet. */
function landing(status) {
    return { block: null, status };
}
/** A place for failures that lead where success does. */
function unwatched() {
    return { block: null, status: 1, ignored: true };
}
/** Whether a failure that leads there makes a difference. */
function isWatched(target) {
    return typeof target !== 'object' || target.ignored !== true;
}
/** The block of a landing. */
function blockOf(scope, place) {
    if (place.block === null) {
        place.block = newBlock(scope.builder);
        const at = scope.builder.at;
        scope.builder.at = place.block;
        if (place.status !== null)
            bind(scope.builder, kept.status, place.status === 0 ? succeeded : scope_failed);
        scope.builder.at = at;
    }
    return place.block;
}
/** Goes on at a landing to which every way is known; false where none leads to it. */
function status_arrive(scope, place) {
    if (place.block === null)
        return false;
    seal(scope.builder, place.block);
    scope.builder.at = place.block;
    return true;
}
/** Goes on behind a landing and the place at hand, which meet. */
function meetAt(scope, place) {
    if (place.block === null)
        return;
    const next = newBlock(scope.builder);
    goTo(scope.builder, next);
    status_arrive(scope, place);
    goTo(scope.builder, next);
    seal(scope.builder, next);
    scope.builder.at = next;
}
/** Goes on in a block that nothing leads to. */
function startDead(scope) {
    seal(scope.builder, startBlock(scope.builder));
}
/** Whether a failure ends the script by itself. */
function stops(scope) {
    return !scope.lenient && (scope.mode.errexit || scope.mode.trapped);
}
/** Where the failure of a command leads, as far as its surroundings say `otherwise`. */
function status_targetOf(scope, otherwise) {
    return stops(scope) ? scope.ends.failure : otherwise;
}
/** Fails here and now. What follows is unreachable. */
function failTo(scope, target, span) {
    if (typeof target === 'object')
        goTo(scope.builder, blockOf(scope, target));
    else {
        remember(scope, target);
        addFact(scope.builder, { kind: 'raise', value: unknown, by: 'raise', span });
    }
    startDead(scope);
}
function remember(scope, target) {
    if (!isLive(scope.builder, scope.builder.at))
        return;
    if (target === 'returns')
        scope.variant.returnsFailing = true;
    if (target === 'exits')
        scope.variant.exits = true;
}
/** Ends well: the unit, or the subshell. What follows is unreachable. */
function succeed(scope, { success }, span) {
    if (success !== 'unit') {
        goTo(scope.builder, blockOf(scope, success));
        return startDead(scope);
    }
    addFact(scope.builder, { kind: 'return', value: lookUp(scope.builder, kept.printed), span });
    leave(scope.builder, 'return');
}
/** Adds a call. What it binds is bound before `leadOn` says where it leads. */
function addCommand(scope, callee, args, place) {
    const call = { kind: 'call', callee, arguments: args, ...place };
    addFact(scope.builder, call);
    bind(scope.builder, kept.status, succeeded);
    return call;
}
/** Leads from the call at hand to each of these where it fails, or out of the unit where there are none. */
function leadOn(scope, targets) {
    const { builder } = scope;
    for (const target of targets)
        remember(scope, target);
    const places = [...new Set(targets.filter(target => typeof target === 'object'))];
    if (places.length === 0)
        return;
    const next = newBlock(builder);
    builder_addEdge(builder, builder.at, { to: next });
    for (const place of places)
        builder_addEdge(builder, builder.at, { to: blockOf(scope, place), when: 'raises', catches: null });
    seal(builder, next);
    builder.at = next;
}
/** Asks a question and leaves by one of its two outcomes; a constant has one. */
function status_ask(scope, value, span, yes, no) {
    const { builder } = scope;
    if (value.kind === 'constant')
        return goTo(builder, blockOf(scope, value.value ? yes : no));
    addFact(builder, { kind: 'test', value, span });
    const from = builder.at;
    builder_addEdge(builder, from, { to: blockOf(scope, yes), when: 'true' });
    builder_addEdge(builder, from, { to: blockOf(scope, no), when: 'false' });
}
/** Goes on where the value holds; it fails where not. */
function demand(scope, value, span, otherwise) {
    status_decide(scope, otherwise, span, (yes, no) => status_ask(scope, value, span, yes, no));
}
/** Goes on at the first of two landings, and fails at the second. */
function status_decide(scope, otherwise, span, read) {
    const [yes, no] = [landing(0), landing(1)];
    read(yes, no);
    if (status_arrive(scope, no))
        failTo(scope, status_targetOf(scope, otherwise), span);
    if (!status_arrive(scope, yes))
        startDead(scope);
}
/** Runs what somebody else looks at: `-e` does not count for it. */
function leniently(scope, run) {
    const outer = scope.lenient;
    scope.lenient = true;
    run();
    scope.lenient = outer;
}
/** Ends with a status: well where it is 0, badly where it is not, and either way where it is not known. */
function endWith(scope, status, ends, span) {
    if (status.kind === 'constant') {
        if (Number(status.value) === 0)
            return succeed(scope, ends, span);
        return failTo(scope, ends.failure, span);
    }
    const [yes, no] = [landing(0), landing(1)];
    const isZero = { kind: 'operation', operator: '==', operands: [status, succeeded], span };
    status_ask(scope, isZero, span, yes, no);
    if (status_arrive(scope, no))
        failTo(scope, ends.failure, span);
    if (status_arrive(scope, yes))
        succeed(scope, ends, span);
}

;// CONCATENATED MODULE: ./src/frontends/shell/outline.ts
const outline_named = ['variable_assignment', 'for_statement', 'function_definition', 'command'];
/** Goes over a script once, without running anything. */
function outline_outlineOf(root) {
    const functions = new Map();
    const assigned = new Set();
    for (const node of root.descendantsOfType(outline_named)) {
        if (!node)
            continue;
        if (node.type === 'function_definition') {
            const name = node.childForFieldName('name')?.text ?? '';
            const same = functions.get(name);
            if (same)
                same.push(node);
            else
                functions.set(name, [node]);
        }
        else
            for (const name of outline_namesBound(node))
                assigned.add(name);
    }
    return { functions, assigned };
}
function outline_namesBound(node) {
    if (node.type === 'for_statement')
        return [node.childForFieldName('variable')?.text ?? ''];
    if (node.type === 'variable_assignment')
        return isLocal(node) || node.parent?.type === 'command' ? [] : [assignedName(node)];
    const name = node.childForFieldName('name')?.text ?? '';
    if (!/^(read|mapfile|readarray|getopts)$/.test(name))
        return [];
    const words = node.childrenForFieldName('argument').map(child => child?.text ?? '');
    const own = words.filter(word => /^[A-Za-z_]\w*$/.test(word));
    return name === 'read' ? [...own, 'REPLY'] : name === 'getopts' ? [...own, 'OPTARG'] : own;
}
function isLocal(node) {
    const command = node.parent;
    return (command?.type === 'declaration_command' &&
        /^(local|declare|typeset)\b/.test(command.text) &&
        isInFunction(node));
}
function isInFunction(node) {
    for (let at = node.parent; at; at = at.parent)
        if (at.type === 'function_definition')
            return true;
    return false;
}
/** The name that an assignment binds: `x` in `x=1`, `x+=1` and `x[0]=1`. */
function assignedName(node) {
    const name = node.childForFieldName('name');
    return (name?.type === 'subscript' ? name.childForFieldName('name') : name)?.text ?? '';
}
/** Names that a function declares as its own. */
function localsOf(definition) {
    const locals = new Set();
    for (const node of definition.descendantsOfType('declaration_command')) {
        if (!node || !/^(local|declare|typeset)\b/.test(node.text) || /^\w+\s+-\w*g/.test(node.text))
            continue;
        for (const child of node.namedChildren) {
            if (child?.type === 'variable_assignment')
                locals.add(assignedName(child));
            else if (child?.type === 'variable_name')
                locals.add(child.text);
        }
    }
    return locals;
}
/** How a unit uses its positional parameters: how many by number, and whether all at once. */
function positionalsOf(unit, others) {
    const names = outside(unit.descendantsOfType(['variable_name', 'special_variable_name']), others).map(n => n.text);
    const words = outside(unit.descendantsOfType('command_name'), others);
    const moves = words.some(word => word.text === 'getopts' || (word.text === 'shift' && isInLoop(word)));
    const rest = moves || names.some(name => /^[@*]$/.test(name)) || words.some(word => word.text === 'shift');
    const numbers = names.filter(name => /^[1-9]\d?$/.test(name)).map(Number);
    return { count: moves ? 0 : numbers.reduce((a, b) => Math.max(a, b), 0), rest };
}
// Both are in the order of the text.
function outside(nodes, others) {
    const ranges = [...others].sort((a, b) => a.startIndex - b.startIndex);
    let at = 0;
    let end = 0;
    return nodes.filter((node) => {
        if (!node)
            return false;
        for (let range = ranges[at]; range && range.startIndex <= node.startIndex; range = ranges[at]) {
            end = Math.max(end, range.endIndex);
            at += 1;
        }
        return node.startIndex >= end;
    });
}
function isInLoop(node) {
    for (let at = node.parent; at && at.type !== 'function_definition'; at = at.parent)
        if (at.type === 'do_group')
            return true;
    return false;
}

;// CONCATENATED MODULE: ./src/frontends/shell/arithmetic.ts








const arithmetic_comparisons = new Set(['==', '!=', '<', '<=', '>', '>=']);
const arithmetic_operators = new Set(['+', '-', '*', '/', '%', '**']);
/** The value of an arithmetic expression. */
function readArithmetic(scope, node) {
    if (!node)
        return unknown;
    return scope_oneDeeper(scope.script, node, unknown, () => arithmeticByType(scope, node));
}
function arithmeticByType(scope, node) {
    switch (node.type) {
        case 'number':
            return numberOf(readWord(scope, node));
        case 'word':
        case 'variable_name':
            return numberOf(readVariable(scope, node.text));
        case 'parenthesized_expression':
            return readArithmetic(scope, node.namedChildren.at(-1) ?? null);
        case 'binary_expression':
            return arithmetic_readBinary(scope, node);
        case 'variable_assignment': {
            const value = readArithmetic(scope, node.childForFieldName('value'));
            scope_assign(scope, assignedName(node), value);
            return value;
        }
        case 'unary_expression':
        case 'postfix_expression':
            return arithmetic_readUnary(scope, node);
        case 'ternary_expression':
            for (const child of node.namedChildren)
                readArithmetic(scope, child);
            return unknown;
        default:
            return numberOf(readWord(scope, node));
    }
}
function arithmetic_readBinary(scope, node) {
    const operator = node.childForFieldName('operator')?.text ?? '';
    const left = node.childForFieldName('left');
    const span = shell_scope_spanOf(scope, node);
    const right = readArithmetic(scope, node.childForFieldName('right'));
    if (/^([-+*/%&|^]|\*\*|<<|>>)?=$/.test(operator)) {
        const value = operator === '=' ? right : unknown;
        if (left && /^(word|variable_name)$/.test(left.type))
            scope_assign(scope, left.text, value);
        return value;
    }
    const operands = [readArithmetic(scope, left), right];
    const [a = unknown, b = unknown] = operands;
    if (arithmetic_comparisons.has(operator))
        return compareNumbers(operator, a, b, span);
    if (operator === '&&' || operator === '||')
        return { kind: 'operation', operator: operator === '&&' ? 'and' : 'or', operands, span };
    return arithmetic_operators.has(operator)
        ? { kind: 'operation', operator: operator, operands, span }
        : unknown;
}
function arithmetic_readUnary(scope, node) {
    const operator = node.childForFieldName('operator')?.text ?? '';
    const inner = node.namedChildren.at(-1) ?? null;
    const value = readArithmetic(scope, inner);
    if (operator === '!')
        return not(isNotZero(value, shell_scope_spanOf(scope, node)), shell_scope_spanOf(scope, node));
    if (operator === '-' && value.kind === 'constant')
        return constant(-Number(value.value));
    if (/^(\+\+|--)$/.test(operator) && inner && /^(word|variable_name)$/.test(inner.type))
        scope_assign(scope, inner.text, unknown);
    return unknown;
}
/** `((…))` as a condition: it holds for any number but 0. */
function readArithmeticCondition(scope, node, yes, no) {
    if (!node)
        return goTo(scope.builder, blockOf(scope, no));
    const operator = node.childForFieldName('operator')?.text;
    if (node.type === 'parenthesized_expression')
        return readArithmeticCondition(scope, node.namedChildren.at(-1) ?? null, yes, no);
    if (node.type === 'binary_expression' && (operator === '&&' || operator === '||')) {
        const rest = landing(0);
        const [left, right] = [node.childForFieldName('left'), node.childForFieldName('right')];
        if (operator === '&&')
            readArithmeticCondition(scope, left, rest, no);
        else
            readArithmeticCondition(scope, left, yes, rest);
        if (status_arrive(scope, rest))
            readArithmeticCondition(scope, right, yes, no);
        return;
    }
    const value = readArithmetic(scope, node);
    status_ask(scope, isNotZero(value, shell_scope_spanOf(scope, node)), shell_scope_spanOf(scope, node), yes, no);
}

;// CONCATENATED MODULE: ./src/frontends/shell/literals.ts


/** The text of an unquoted word. */
function unescapeWord(text) {
    return text.includes('\\')
        ? text.replace(/\\(\r?\n|[\s\S])/g, (_, c) => (c.endsWith('\n') ? '' : c))
        : text;
}
/** The text between double quotes. */
function unescapeQuoted(text) {
    if (!text.includes('\\'))
        return text;
    return text.replace(/\\(\r?\n|["$`\\])/g, (_, c) => (c.endsWith('\n') ? '' : c));
}
const ansi = {
    n: '\n',
    t: '\t',
    r: '\r',
    e: '\u001b',
    a: '\u0007',
    '0': '\0',
};
/** The text of `$'…'`. */
function decodeAnsi(text) {
    return text.replace(/\\(?:x([0-9a-fA-F]{1,2})|([\s\S]))/g, (_, hex, c = '') => hex === undefined ? (ansi[c] ?? c) : String.fromCharCode(Number.parseInt(hex, 16)));
}
// A text put together from more parts than this is a log, and so is a longer one.
const literals_mostParts = 40;
const literals_longest = 10_000;
/** One text from parts. */
function literals_joinText(script, values) {
    const parts = [];
    for (const value of values.flatMap(part => (part.kind === 'text' ? part.parts : [part]))) {
        const last = parts.at(-1);
        if (value.kind === 'constant' && value.value === '')
            continue;
        if (value.kind === 'constant' && last?.kind === 'constant' && `${last.value}`.length > literals_longest)
            return unknown;
        if (value.kind === 'constant' && last?.kind === 'constant')
            parts[parts.length - 1] = scope_textOf(script, literals_joined(`${last.value}`, `${value.value}`));
        else
            parts.push(value);
    }
    const [only, second] = parts;
    if (only === undefined)
        return scope_textOf(script, '');
    if (second === undefined)
        return only;
    return parts.length > literals_mostParts ? unknown : { kind: 'text', parts };
}
// `/` is the top of the tree where the script has found it, and `$ROOT/x` is no network path.
function literals_joined(before, after) {
    return before === '/' && after.startsWith('/') ? after : before + after;
}
// Words by the thousand are a list to loop over, and no options.
const longestList = 2000;
/** The words that an unquoted value becomes; `null` where their number is not known. */
function splitText(value) {
    if (value.kind === 'constant') {
        if (typeof value.value !== 'string')
            return [value];
        return value.value.length > longestList ? null : value.value.split(/\s+/).filter(word => word !== '');
    }
    return isOneWord(value, 0) ? [value] : null;
}
function isOneWord(value, depth) {
    if (value.kind === 'constant')
        return typeof value.value !== 'string' || /^\S+$/.test(value.value);
    if (value.kind === 'operation')
        return true;
    return (value.kind === 'mix' && depth < 4 && value.of.length > 0 && value.of.every(v => isOneWord(v, depth + 1)));
}

;// CONCATENATED MODULE: ./src/frontends/shell/nodes.ts
const statements = new Set([
    'redirected_statement',
    'variable_assignment',
    'variable_assignments',
    'command',
    'declaration_command',
    'unset_command',
    'test_command',
    'negated_command',
    'for_statement',
    'c_style_for_statement',
    'while_statement',
    'if_statement',
    'case_statement',
    'pipeline',
    'list',
    'compound_statement',
    'function_definition',
    'subshell',
    'ERROR',
]);
function isStatement(node) {
    return node !== null && statements.has(node.type);
}
/** The commands that stand directly in a node. */
function statementsIn(node) {
    return node ? statementsOf(node.children) : [];
}
/** The commands in a node behind one keyword and before the next of these. */
function statementsBetween(node, from, to) {
    let inside = false;
    const found = node.children.filter(child => {
        if (child?.type === from)
            inside = true;
        else if (child && to.includes(child.type))
            inside = false;
        return inside;
    });
    return statementsOf(found);
}
// Asking a node for its neighbour takes as long as it has neighbours.
function statementsOf(nodes) {
    return nodes.flatMap((node, i) => isStatement(node) ? [{ node, background: nodes[i + 1]?.type === '&' }] : []);
}
/** Where an expansion begins: the parser counts the blanks before it in a text as a part of it. */
function beginOf(node) {
    return node.startIndex + node.text.length - node.text.trimStart().length;
}

;// CONCATENATED MODULE: ./src/frontends/shell/patterns.ts
/**
 * The plain texts that a pattern stands for where it only spells one in either case: `[Yy]`, `[Yy]*`, `^(y|yes)$`.
 * `null` where it says more than that.
 */
function plainForms(pattern, kind) {
    // Without both anchors it looks for a part of the text.
    if (kind === 'regex' && !/^\^.*\$$/.test(pattern) && !pattern.includes('['))
        return null;
    const core = kind === 'regex' ? withoutAnchors(pattern) : withoutTail(pattern);
    const forms = (kind === 'regex' ? core.split('|') : [core]).map(form => plainForm(form));
    return forms.every(form => form !== null) ? forms : null;
}
function withoutAnchors(pattern) {
    const bare = pattern.replace(/^\^/, '').replace(/\$$/, '');
    return /^\([^()]*\)$/.test(bare) ? bare.slice(1, -1) : bare;
}
// What comes after the first letters of an answer does not change it.
function withoutTail(pattern) {
    return pattern.startsWith('[') ? pattern.replace(/\*$/, '') : pattern;
}
function plainForm(form) {
    const plain = form
        .replace(/^\^|\$$/g, '')
        .replace(/^\(|\)$/g, '')
        .replace(/\[([A-Za-z])([A-Za-z])\]/g, (whole, a, b) => a.toLowerCase() === b.toLowerCase() ? a.toLowerCase() : whole);
    return /^[\w./:@%+=,-]+$/.test(plain) ? plain : null;
}

;// CONCATENATED MODULE: ./src/frontends/shell/control.ts











/** `if`, `elif`, `else`. */
function runIf(scope, node, failure) {
    const { builder } = scope;
    const after = newBlock(builder);
    const modes = [];
    const clauses = [node, ...node.namedChildren.filter(child => child?.type === 'elif_clause')];
    let open = true;
    for (const clause of clauses) {
        if (!clause || !open)
            continue;
        const otherwise = landing(1);
        const keyword = clause === node ? 'if' : 'elif';
        leniently(scope, () => runList(scope, statementsBetween(clause, keyword, ['then']), otherwise));
        const { mode } = scope;
        runList(scope, statementsBetween(clause, 'then', ['fi', 'elif_clause', 'else_clause']), failure);
        goTo(builder, after);
        modes.push(scope.mode);
        scope.mode = mode;
        open = status_arrive(scope, otherwise);
    }
    if (open) {
        const last = node.namedChildren.find(child => child?.type === 'else_clause') ?? null;
        runList(scope, statementsIn(last), failure);
        goTo(builder, after);
        modes.push(scope.mode);
    }
    seal(builder, after);
    builder.at = after;
    scope.mode = joinModes(modes) ?? scope.mode;
}
/** `case … in … esac`. */
function runCase(scope, node, failure) {
    const { builder } = scope;
    const subject = readWord(scope, node.childForFieldName('value'));
    const after = newBlock(builder);
    const { mode } = scope;
    const modes = [mode];
    let through = null;
    for (const item of node.namedChildren.filter(child => child?.type === 'case_item')) {
        if (!item)
            continue;
        const body = landing(0);
        if (through !== null)
            builder_addEdge(builder, through, { to: blockOf(scope, body) });
        for (const pattern of item.childrenForFieldName('value'))
            if (pattern)
                matchPattern(scope, subject, pattern, body);
        const otherwise = builder.at;
        if (!status_arrive(scope, body))
            continue;
        scope.mode = mode;
        runList(scope, statementsIn(item), failure);
        modes.push(scope.mode);
        through = item.childForFieldName('fallthrough') ? builder.at : null;
        if (through === null)
            goTo(builder, after);
        builder.at = otherwise;
    }
    if (through !== null)
        builder_addEdge(builder, through, { to: after });
    goTo(builder, after);
    seal(builder, after);
    builder.at = after;
    scope.mode = joinModes(modes) ?? mode;
}
// Leads to the body where the pattern fits, and goes on where it does not.
function matchPattern(scope, subject, pattern, body) {
    const span = shell_scope_spanOf(scope, pattern);
    for (const value of patternValues(scope, subject, pattern)) {
        const otherwise = landing(0);
        status_ask(scope, value, span, body, otherwise);
        if (!status_arrive(scope, otherwise))
            startDead(scope);
    }
}
function patternValues(scope, subject, pattern) {
    const span = shell_scope_spanOf(scope, pattern);
    const isQuoted = /^(string|raw_string)$/.test(pattern.type);
    if (!isQuoted && /^\*+$/.test(pattern.text))
        return [always];
    const forms = isQuoted ? null : plainForms(pattern.text, 'glob');
    if (forms)
        return forms.map(form => comparisons_compare('==', subject, { kind: 'constant', value: form }, span));
    const value = readWord(scope, pattern);
    return [isQuoted || value.kind !== 'constant' ? comparisons_compare('==', subject, value, span) : unknown];
}
const always = { kind: 'constant', value: true };
/** `for … in …`, `select`. A list that is written out runs its body at least once. */
function runFor(scope, node, failure) {
    const name = node.childForFieldName('variable')?.text ?? '';
    const values = node.childrenForFieldName('value');
    const span = shell_scope_spanOf(scope, values[0] ?? node);
    const words = expandWords(scope, values);
    const certain = words.some(word => !word.splat && word.value.kind === 'constant' && !/[*?[]/.test(`${word.value.value}`));
    control_readLoop(scope, node, failure, {
        first: certain,
        head: (body, done) => askForMore(scope, span, body, done),
        start: () => scope_assign(scope, name, mixOf(words.map(control_itemOf))),
    });
}
function control_itemOf(word) {
    return word.splat ? { kind: 'item', of: word.value, key: unknown } : word.value;
}
function askForMore(scope, span, body, done) {
    const { builder } = scope;
    addFact(builder, { kind: 'test', value: unknown, span });
    const from = builder.at;
    builder_addEdge(builder, from, { to: blockOf(scope, body), when: 'true' });
    builder_addEdge(builder, from, { to: blockOf(scope, done), when: 'false' });
}
/** `for ((…))`. */
function runCountingLoop(scope, node, failure) {
    for (const part of node.childrenForFieldName('initializer'))
        readArithmetic(scope, part);
    const condition = node.childrenForFieldName('condition').findLast(child => child?.isNamed) ?? null;
    control_readLoop(scope, node, failure, {
        first: false,
        head: (body, done) => condition
            ? readArithmeticCondition(scope, condition, body, done)
            : goTo(scope.builder, blockOf(scope, body)),
        start: () => undefined,
    });
}
/** `while`, `until`. */
function runWhile(scope, node, failure) {
    const until = node.firstChild?.type === 'until';
    const condition = statementsBetween(node, until ? 'until' : 'while', ['do_group']);
    control_readLoop(scope, node, failure, {
        first: false,
        head: (body, done) => {
            leniently(scope, () => runList(scope, condition, until ? body : done));
            goTo(scope.builder, blockOf(scope, until ? done : body));
        },
        start: () => undefined,
    });
}
function control_readLoop(scope, node, failure, { first, head, start }) {
    const { builder, mode } = scope;
    const [again, body, after] = [landing(null), landing(null), landing(0)];
    const loop = { again, after, flag: `loop ${node.startIndex}` };
    const carried = carry(scope, node);
    bind(builder, loop.flag, succeeded);
    goTo(builder, blockOf(scope, first ? body : again));
    if (!first)
        askHead(scope, again, () => head(body, after));
    if (body.block !== null) {
        builder.at = body.block;
        if (!first)
            seal(builder, body.block);
        for (const [name, value] of carried)
            bind(builder, name, value);
        start();
        runBody(scope, node, loop);
    }
    if (first)
        askHead(scope, again, () => head(body, after));
    for (const place of [again, body])
        if (place.block !== null)
            seal(builder, place.block);
    scope.mode = joinModes([mode, scope.mode]) ?? mode;
    if (!status_arrive(scope, after))
        startDead(scope);
    else if (isWatched(failure))
        askLast(scope, node, loop, failure);
}
function askHead(scope, again, ask) {
    scope.builder.at = blockOf(scope, again);
    ask();
}
function runBody(scope, node, loop) {
    const { builder } = scope;
    const outer = scope.loops;
    scope.loops = [...outer, loop];
    const failing = landing(1);
    runList(scope, statementsIn(node.childForFieldName('body')), failing);
    bind(builder, loop.flag, succeeded);
    goTo(builder, blockOf(scope, loop.again));
    if (status_arrive(scope, failing)) {
        bind(builder, loop.flag, scope_failed);
        goTo(builder, blockOf(scope, loop.again));
    }
    scope.loops = outer;
}
// The status of a loop is that of the last command in its last turn.
function askLast(scope, node, { flag }, failure) {
    const span = shell_scope_spanOf(scope, node);
    const passed = comparisons_compare('==', lookUp(scope.builder, flag), succeeded, span);
    const [yes, no] = [landing(0), landing(1)];
    status_ask(scope, passed, span, yes, no);
    if (status_arrive(scope, no))
        failTo(scope, failure, span);
    if (!status_arrive(scope, yes))
        startDead(scope);
}
// What a loop does not touch stays what it was before, which the builder knows only once it has seen the whole loop.
function carry(scope, node) {
    const text = node.text;
    const moves = [
        ...(/\b(cd|pushd|popd)\b/.test(text) ? [] : [kept.directory]),
        ...(/\b(shift|set)\b/.test(text) ? [] : [kept.shifted]),
    ];
    return moves.map(name => [name, lookUp(scope.builder, name)]);
}

;// CONCATENATED MODULE: ./src/frontends/shell/redirects.ts





/** A command with `> file`, `<<EOF` and the like; what follows the beginning of a here-document stands inside of it. */
function runRedirected(scope, node, failure) {
    const body = node.childForFieldName('body');
    const documents = node.namedChildren.filter(child => child?.type === 'heredoc_redirect');
    const files = redirectsIn(node);
    const destinations = files.map(file => {
        const words = file
            .childrenForFieldName('destination')
            .flatMap(word => (word ? [readWord(scope, word)] : []));
        return printsElsewhere(file) ? words : [];
    });
    const redirects = {
        document: documentOf(documents.at(-1) ?? null),
        words: documents.flatMap(document => document ? document.childrenForFieldName('argument').filter(isNode) : []),
        silent: files.some(file => printsElsewhere(file)),
        output: destinations.flat().at(-1) ?? null,
    };
    const first = (target) => redirects_runBody(scope, body, redirects, target);
    const more = documents.find(document => document?.namedChildren.some(isStatement)) ?? null;
    if (more)
        runFollowing(scope, node, more, first, failure);
    else
        first(failure);
}
function isNode(node) {
    return node !== null;
}
function redirectsIn(node) {
    const own = node.namedChildren.flatMap(child => child?.type === 'heredoc_redirect' ? [child, ...child.namedChildren] : [child]);
    return own.filter(isNode).filter(child => child.type === 'file_redirect');
}
function printsElsewhere(file) {
    const descriptor = file.childForFieldName('descriptor')?.text ?? '1';
    return (descriptor === '1' &&
        file.children.some(child => child !== null && /^(>|>>|&>|&>>|>\||>&)$/.test(child.type)));
}
function documentOf(node) {
    const body = node?.namedChildren.find(child => child?.type === 'heredoc_body');
    const start = node?.namedChildren.find(child => child?.type === 'heredoc_start');
    return body ? { body, expands: !/["'\\]/.test(start?.text ?? '') } : null;
}
function redirects_runBody(scope, body, redirects, failure) {
    const outer = { capturing: scope.capturing, input: scope.input };
    const { document } = redirects;
    if (document) {
        const value = document.expands
            ? words_readQuoted(scope, document.body, document.body.startIndex, document.body.endIndex)
            : null;
        scope.input = value ? { value, span: shell_scope_spanOf(scope, document.body) } : null;
    }
    if (redirects.silent)
        scope.capturing = false;
    if (body?.type === 'command')
        runCommand(scope, body, failure, redirects);
    else if (body)
        run(scope, body, failure);
    Object.assign(scope, outer);
}
// `cat <<EOF | python`, `cat <<EOF && python x.py`.
function runFollowing(scope, node, document, first, failure) {
    const operator = document.childForFieldName('operator')?.type;
    const right = document.childForFieldName('right');
    const piped = document.namedChildren.find(child => child?.type === 'pipeline') ?? null;
    if (right && operator) {
        const parts = [first, (target) => run(scope, right, target)];
        return runEither(scope, node, operator === '&&', parts, failure);
    }
    const parts = (piped?.namedChildren ?? []).filter(isStatement);
    const others = parts.map((part) => ({ node: part, run: target => run(scope, part, target) }));
    const head = node.childForFieldName('body') ?? node;
    runPipe(scope, node, [{ node: head, run: first }, ...others], failure);
}

;// CONCATENATED MODULE: ./src/frontends/shell/subshell.ts




/**
 * Runs what has a shell of its own: `exit` leaves no more than that, and what it binds or where it goes is forgotten.
 */
function inSubshell(scope, node, failure, run) {
    const outer = { mode: scope.mode, ends: scope.ends, returns: scope.returns, loops: scope.loops };
    const before = subshell_remember(scope, node);
    const done = landing(0);
    // What leaves the unit needs no place to come by.
    const failed = typeof failure !== 'object' ? failure : isWatched(failure) ? landing(1) : unwatched();
    scope.ends = { success: done, failure: failed };
    scope.returns = scope.ends;
    scope.loops = [];
    scope.mode = { ...scope.mode, trapped: scope.mode.trapped && scope.mode.errtrace };
    run(failed);
    meetAt(scope, done);
    Object.assign(scope, outer);
    restore(scope, before);
    const after = scope.builder.at;
    if (typeof failed === 'object' && status_arrive(scope, failed)) {
        restore(scope, before);
        failTo(scope, failure, shell_scope_spanOf(scope, node));
    }
    scope.builder.at = after;
}
function subshell_remember(scope, node) {
    const names = node.descendantsOfType('variable_assignment').map(a => (a ? assignedName(a) : ''));
    const all = new Set([...names.filter(name => name !== ''), kept.directory, kept.shifted]);
    return new Map([...all].map(name => [name, lookUp(scope.builder, name)]));
}
function restore(scope, before) {
    for (const [name, value] of before)
        bind(scope.builder, name, value);
}

;// CONCATENATED MODULE: ./src/frontends/shell/tests.ts







/** `[ … ]` and `[[ … ]]`: asks one operand after another, and leaves by one of the outcomes. */
function readTestCommand(scope, node, yes, no) {
    readTokens(scope, tokensIn(node.children.slice(1, -1)), yes, no);
}
/** `test …`, of which the parser knows the words only. */
function readTestWords(scope, nodes, yes, no) {
    readTokens(scope, nodes.map(tests_token), yes, no);
}
// A test of more words was written to be slow.
const tests_most = 200;
function readTokens(scope, tokens, yes, no) {
    const reading = { tokens: tokens.slice(0, tests_most), at: 0 };
    const condition = tests_readOr(reading);
    const isWhole = reading.at === tokens.length;
    decideCondition(scope, isWhole ? condition : null, tokens, yes, no);
}
// The grammar's precedence of `=` and of `-o` is not the shell's, so the tree is taken apart again.
function tokensIn(nodes) {
    const tokens = [];
    const open = [...nodes].reverse();
    while (open.length > 0 && tokens.length <= tests_most) {
        const node = open.pop();
        if (!node)
            continue;
        const isTree = /^(binary|unary|parenthesized|postfix|ternary)_expression$/.test(node.type);
        if (isTree)
            open.push(...[...node.children].reverse());
        else
            tokens.push(tests_token(node));
    }
    return tokens;
}
function tests_token(node) {
    const isQuoted = /^(string|raw_string|ansi_c_string|translated_string)$/.test(node.type);
    return { node, bare: isQuoted ? '' : node.text };
}
function peek(reading, ahead = 0) {
    return reading.tokens[reading.at + ahead]?.bare ?? '';
}
function tests_readOr(reading) {
    let left = tests_readAnd(reading);
    while (/^(\|\||-o)$/.test(peek(reading))) {
        reading.at += 1;
        left = { kind: 'or', left, right: tests_readAnd(reading) };
    }
    return left;
}
function tests_readAnd(reading) {
    let left = readNot(reading);
    while (/^(&&|-a)$/.test(peek(reading))) {
        reading.at += 1;
        left = { kind: 'and', left, right: readNot(reading) };
    }
    return left;
}
const binary = /^(==?|!=|=~|<|>|-(eq|ne|lt|le|gt|ge|nt|ot|ef))$/;
function readNot(reading) {
    if (peek(reading) === '!' && reading.tokens.length > reading.at + 1) {
        reading.at += 1;
        return { kind: 'not', of: readNot(reading) };
    }
    if (/^\\?\($/.test(peek(reading))) {
        reading.at += 1;
        const inner = tests_readOr(reading);
        if (/^\\?\)$/.test(peek(reading)))
            reading.at += 1;
        return inner;
    }
    return readPrimary(reading);
}
function readPrimary(reading) {
    const [first, second, third] = reading.tokens.slice(reading.at);
    if (!first)
        return { kind: 'nothing' };
    if (second && third && binary.test(second.bare)) {
        reading.at += 3;
        return { kind: 'binary', left: first, operator: second.bare, right: third };
    }
    if (second && /^-[a-zA-Z]$/.test(first.bare) && !/^(&&|\|\||-[ao])$/.test(second.bare)) {
        reading.at += 2;
        return { kind: 'unary', operator: first.bare, of: second };
    }
    reading.at += 1;
    return { kind: 'word', of: first };
}
function decideCondition(scope, condition, tokens, yes, no) {
    switch (condition?.kind) {
        case 'and':
        case 'or': {
            const rest = landing(0);
            if (condition.kind === 'and')
                decideCondition(scope, condition.left, tokens, rest, no);
            else
                decideCondition(scope, condition.left, tokens, yes, rest);
            if (status_arrive(scope, rest))
                decideCondition(scope, condition.right, tokens, yes, no);
            return;
        }
        case 'not':
            return decideCondition(scope, condition.of, tokens, no, yes);
        case 'nothing':
            return goTo(scope.builder, blockOf(scope, no));
        case 'binary':
            return decideBinary(scope, condition, yes, no);
        case 'unary':
        case 'word':
            return status_ask(scope, unaryValue(scope, condition), shell_scope_spanOf(scope, condition.of.node), yes, no);
        case undefined: {
            for (const { node } of tokens)
                if (node.isNamed)
                    readWord(scope, node);
            const [first] = tokens;
            if (first)
                status_ask(scope, unknown, shell_scope_spanOf(scope, first.node), yes, no);
            else
                goTo(scope.builder, blockOf(scope, no));
        }
    }
}
function unaryValue(scope, condition) {
    const value = readWord(scope, condition.of.node);
    const operator = condition.kind === 'word' ? '-n' : condition.operator;
    const span = shell_scope_spanOf(scope, condition.of.node);
    if (operator === '-n')
        return comparisons_compare('!=', value, scope_textOf(scope.script, ''), span);
    return operator === '-z' ? comparisons_compare('==', value, scope_textOf(scope.script, ''), span) : unknown;
}
const numeric = {
    '-eq': '==',
    '-ne': '!=',
    '-lt': '<',
    '-le': '<=',
    '-gt': '>',
    '-ge': '>=',
};
function decideBinary(scope, { left, operator, right }, yes, no) {
    const span = { ...shell_scope_spanOf(scope, left.node), end: right.node.endIndex };
    const value = readWord(scope, left.node);
    if (/^(==?|!=|=~)$/.test(operator))
        return decideText(scope, value, operator, right, span, yes, no);
    const other = readWord(scope, right.node);
    const comparison = numeric[operator];
    if (comparison)
        return status_ask(scope, compareNumbers(comparison, value, other, span), span, yes, no);
    const ordered = operator === '<' || operator === '>';
    status_ask(scope, ordered ? compareNumbers(operator, value, other, span) : unknown, span, yes, no);
}
// A pattern that spells one answer in either case is that answer; any other one says nothing.
function decideText(scope, value, operator, right, span, yes, no) {
    const [onEqual, onOther] = operator === '!=' ? [no, yes] : [yes, no];
    const forms = right.bare === '' ? null : plainForms(right.bare, operator === '=~' ? 'regex' : 'glob');
    const isPattern = operator === '=~' || (/[*?[]/.test(right.bare) && !/[$`]/.test(right.bare));
    const other = forms ? null : readWord(scope, right.node);
    if (forms === null) {
        const said = isPattern ? unknown : comparisons_compare('==', value, other ?? unknown, span);
        return status_ask(scope, said, span, onEqual, onOther);
    }
    for (const [i, form] of forms.entries()) {
        const rest = landing(0);
        const last = i === forms.length - 1;
        status_ask(scope, comparisons_compare('==', value, scope_textOf(scope.script, form), span), span, onEqual, last ? onOther : rest);
        if (!last && !status_arrive(scope, rest))
            return;
    }
}

;// CONCATENATED MODULE: ./src/frontends/shell/run.ts














/** Runs commands one after another; the status of the last one is that of all. */
function runList(scope, statements, failure) {
    for (const [i, { node, background }] of statements.entries()) {
        if (background)
            runInBackground(scope, node);
        else if (i < statements.length - 1)
            runAndGoOn(scope, node);
        else
            run(scope, node, failure);
    }
}
// What fails here either ends the shell, because of `-e`, or is not looked at.
function runAndGoOn(scope, node) {
    const ignored = unwatched();
    run(scope, node, ignored);
    bind(scope.builder, kept.status, succeeded);
    meetAt(scope, ignored);
}
function runInBackground(scope, node) {
    const ignored = unwatched();
    leniently(scope, () => inSubshell(scope, node, ignored, inner => run(scope, node, inner)));
    meetAt(scope, ignored);
    bind(scope.builder, kept.status, succeeded);
}
// More than the longest script that anyone wrote has, and few enough for the memory.
const run_mostBlocks = 300_000;
/** Runs one command. Control goes on where it ends well, and to `failure` where `-e` does not end the shell first. */
function run(scope, node, failure) {
    if (scope.builder.blocks.length > run_mostBlocks)
        return scope_noteLimit(scope.script, node, 'The script has too many commands; those from here on were not read.');
    scope_oneDeeper(scope.script, node, undefined, () => runByType(scope, node, failure));
}
function runByType(scope, node, failure) {
    switch (node.type) {
        case 'command':
            return runCommand(scope, node, failure, null);
        case 'redirected_statement':
            return runRedirected(scope, node, failure);
        case 'variable_assignment':
        case 'variable_assignments':
            return runAssignments(scope, node, failure);
        case 'declaration_command':
        case 'unset_command':
            return runDeclaration(scope, node);
        case 'test_command':
            return runTest(scope, node, failure);
        case 'negated_command':
            return runNegated(scope, node, failure);
        case 'list':
            return runAndOr(scope, node, failure);
        case 'pipeline':
            return runPipeline(scope, node, failure);
        case 'subshell': {
            const target = status_targetOf(scope, failure);
            return inSubshell(scope, node, target, inner => runList(scope, statementsIn(node), inner));
        }
        case 'function_definition':
            return defineFunction(scope, node);
        case 'compound_statement':
            return runGroup(scope, node, failure);
        default:
            return runCompound(scope, node, failure);
    }
}
function runCompound(scope, node, failure) {
    switch (node.type) {
        case 'if_statement':
            return runIf(scope, node, failure);
        case 'case_statement':
            return runCase(scope, node, failure);
        case 'for_statement':
            return runFor(scope, node, failure);
        case 'c_style_for_statement':
            return runCountingLoop(scope, node, failure);
        case 'while_statement':
            return runWhile(scope, node, failure);
        default:
            return runList(scope, statementsIn(node), failure);
    }
}
/** `{ …; }`, `((…))`. */
function runGroup(scope, node, failure) {
    if (node.firstChild?.type !== '((')
        return runList(scope, statementsIn(node), failure);
    const span = shell_scope_spanOf(scope, node);
    const last = node.namedChildren.at(-1) ?? null;
    status_decide(scope, failure, span, (yes, no) => readArithmeticCondition(scope, last, yes, no));
}
/** `[ … ]`, `[[ … ]]`, and what the parser takes for one. */
function runTest(scope, node, failure) {
    status_decide(scope, failure, shell_scope_spanOf(scope, node), (yes, no) => readTestCommand(scope, node, yes, no));
}
/** `! command`: no failure, and no success, of such a command ends the shell. */
function runNegated(scope, node, failure) {
    const inner = statementsIn(node)[0]?.node;
    negate(scope, node, failure, target => inner && run(scope, inner, target));
}
function negate(scope, node, failure, read) {
    const ok = landing(0);
    leniently(scope, () => read(ok));
    failTo(scope, failure, shell_scope_spanOf(scope, node));
    status_arrive(scope, ok);
}
function runAndOr(scope, node, failure) {
    const [left, right] = statementsIn(node).map(statement => statement.node);
    const isAnd = node.children.some(child => child?.type === '&&');
    const parts = [left, right].map(part => (target) => part && run(scope, part, target));
    runEither(scope, node, isAnd, parts, failure);
}
/** `a && b`, `a || b`: a failure of `a` is looked at, so `-e` does not count for it. */
function runEither(scope, node, isAnd, [left, right], failure) {
    const { builder } = scope;
    const otherwise = landing(1);
    leniently(scope, () => left?.(otherwise));
    const { mode } = scope;
    if (isAnd)
        right?.(failure);
    const after = builder.at;
    if (status_arrive(scope, otherwise)) {
        if (isAnd)
            failTo(scope, failure, shell_scope_spanOf(scope, node));
        else
            right?.(failure);
        builder.at = isAnd ? after : joinAt(scope, after);
    }
    scope.mode = joinModes([mode, scope.mode]) ?? mode;
}
function joinAt({ builder }, other) {
    const next = newBlock(builder);
    goTo(builder, next);
    builder_addEdge(builder, other, { to: next });
    seal(builder, next);
    return next;
}
function runPipeline(scope, node, failure) {
    const elements = node.namedChildren.filter(isStatement);
    const [first, ...rest] = elements;
    // The parser takes `! a | b` for a pipe whose first part is negated; the shell negates the pipe.
    const inner = first?.type === 'negated_command' ? statementsIn(first)[0]?.node : undefined;
    if (!inner)
        return runPipe(scope, node, elements.map(part => runnable(scope, part)), failure);
    negate(scope, node, failure, target => runPipe(scope, node, [inner, ...rest].map(part => runnable(scope, part)), target));
}
function runnable(scope, node) {
    return { node, run: failure => run(scope, node, failure) };
}
/**
 * Parts of a pipe run side by side: none waits for another one to succeed. A part that must not fail, because of `pipefail`,
 * is asked for its status behind the last one.
 */
function runPipe(scope, node, parts, failure) {
    const [printed, status] = [kept.printed, kept.status].map(name => lookUp(scope.builder, name));
    const outer = { capturing: scope.capturing, input: scope.input };
    const target = status_targetOf(scope, failure);
    const flags = [];
    const { pipefail } = scope.mode;
    for (const [i, part] of parts.entries()) {
        const isLast = i === parts.length - 1;
        bind(scope.builder, kept.printed, (isLast ? printed : undefined) ?? scope_textOf(scope.script, ''));
        if (status)
            bind(scope.builder, kept.status, status);
        scope.capturing = isLast ? outer.capturing : true;
        const ignored = pipefail ? landing(1) : unwatched();
        inSubshell(scope, part.node, isLast ? target : ignored, inner => part.run(inner));
        const flag = `|${part.node.startIndex}`;
        if (!isLast && flagFailure(scope, ignored, pipefail ? flag : null))
            flags.push(flag);
        scope.input = isLast ? outer.input : inputOf(scope, part.node);
    }
    for (const flag of flags)
        demandFlag(scope, node, flag, failure);
}
function flagFailure(scope, ignored, flag) {
    if (ignored.block === null)
        return false;
    if (flag !== null) {
        bind(scope.builder, flag, succeeded);
        const at = scope.builder.at;
        scope.builder.at = ignored.block;
        bind(scope.builder, flag, scope_failed);
        scope.builder.at = at;
    }
    meetAt(scope, ignored);
    return flag !== null;
}
function demandFlag(scope, node, flag, failure) {
    const span = shell_scope_spanOf(scope, node);
    const operands = [lookUp(scope.builder, flag), succeeded];
    const passed = { kind: 'operation', operator: '==', operands, span };
    demand(scope, passed, span, failure);
}

;// CONCATENATED MODULE: ./src/frontends/shell/substitutions.ts








/**
 * What `$(…)` prints. Its failure goes where `failure` says; `null` where nobody looks at it, as in an argument. The shell
 * does not hand `-e` down to it.
 */
function readSubstitution(scope, node, failure) {
    const outer = { printed: lookUp(scope.builder, kept.printed), capturing: scope.capturing, mode: scope.mode };
    const file = fileRead(node);
    if (file)
        return unknown;
    const ignored = unwatched();
    bind(scope.builder, kept.printed, scope_textOf(scope.script, ''));
    scope.capturing = true;
    inSubshell(scope, node, failure ?? ignored, inner => {
        scope.mode = { ...scope.mode, errexit: false, trapped: false };
        runList(scope, statementsIn(node), inner);
    });
    if (failure === null)
        meetAt(scope, ignored);
    const printed = lookUp(scope.builder, kept.printed);
    scope.capturing = outer.capturing;
    scope.mode = outer.mode;
    bind(scope.builder, kept.printed, outer.printed);
    return printed.kind === 'constant'
        ? scope_textOf(scope.script, String(printed.value).replace(/\n+$/, ''))
        : printed;
}
// `$(< file)` reads a file and runs nothing.
function fileRead(node) {
    const [only, second] = node.namedChildren;
    return only?.type === 'redirected_statement' && !second && !only.childForFieldName('body');
}
/** `<(…)` and `>(…)`: what runs beside the command. Nobody looks at how it ends. */
function runProcess(scope, node) {
    const ignored = unwatched();
    const { capturing, mode } = scope;
    scope.capturing = false;
    leniently(scope, () => inSubshell(scope, node, ignored, inner => runList(scope, statementsIn(node), inner)));
    scope.capturing = capturing;
    scope.mode = mode;
    meetAt(scope, ignored);
}
/** Adds to what the commands at hand have printed so far. */
function print(scope, value) {
    if (!scope.capturing)
        return;
    const before = lookUp(scope.builder, kept.printed);
    const isFirst = before.kind === 'constant' && before.value === '';
    const text = isFirst ? value : literals_joinText(scope.script, [before, scope_textOf(scope.script, '\n'), value]);
    bind(scope.builder, kept.printed, text);
}
/** The place of a command's words, for whoever reads what it prints. */
function inputOf(scope, node) {
    return { value: lookUp(scope.builder, kept.printed), span: shell_scope_spanOf(scope, node) };
}

;// CONCATENATED MODULE: ./src/frontends/shell/words.ts







/** What a word stands for, taken as one text. */
function readWord(scope, node) {
    if (!node)
        return scope_textOf(scope.script, '');
    return scope_oneDeeper(scope.script, node, unknown, () => wordByType(scope, node));
}
function wordByType(scope, node) {
    switch (node.type) {
        case 'word':
        case 'variable_name':
        case 'regex':
        case 'extglob_pattern':
            return scope_textOf(scope.script, unescapeWord(node.text));
        case 'raw_string':
            return scope_textOf(scope.script, node.text.slice(1, -1));
        case 'ansi_c_string':
            return scope_textOf(scope.script, decodeAnsi(node.text.slice(2, -1)));
        case 'string':
            return words_readQuoted(scope, node, node.startIndex + 1, node.endIndex - 1);
        case 'translated_string':
        case 'command_name':
            return readWord(scope, node.type === 'command_name' ? node.child(0) : node.namedChild(0));
        case 'concatenation':
            return literals_joinText(scope.script, node.children.map(child => readWord(scope, child)));
        case 'array':
            return { kind: 'collection', items: expandWords(scope, node.namedChildren).map(elementOf) };
        case 'number':
            return node.namedChildCount > 0 ? unknown : scope_textOf(scope.script, node.text);
        default:
            return expansionByType(scope, node);
    }
}
function expansionByType(scope, node) {
    switch (node.type) {
        case 'simple_expansion':
            return readVariable(scope, node.namedChild(0)?.text ?? '');
        case 'expansion':
            return readExpansion(scope, node);
        case 'command_substitution':
            return readSubstitution(scope, node, null);
        case 'process_substitution':
            runProcess(scope, node);
            return unknown;
        case 'arithmetic_expansion':
            return readArithmetic(scope, node.namedChildren.at(-1) ?? null);
        default:
            // A bracket or a lone `$` is text, and nothing else is known.
            return node.isNamed ? unknown : scope_textOf(scope.script, node.text);
    }
}
/** Text with expansions in it, such as stands between double quotes: the parser leaves blanks between them out. */
function words_readQuoted(scope, node, start, end) {
    const source = scope.script.file.text;
    const parts = [];
    let at = start;
    for (const child of node.namedChildren) {
        if (!child || child.type === 'string_content' || child.type === 'heredoc_content')
            continue;
        parts.push(scope_textOf(scope.script, unescapeQuoted(source.slice(at, beginOf(child)))), readWord(scope, child));
        at = child.endIndex;
    }
    parts.push(scope_textOf(scope.script, unescapeQuoted(source.slice(at, Math.max(at, end)))));
    return literals_joinText(scope.script, parts);
}
/** Words as a command gets them, after expansion and splitting. */
function expandWords(scope, nodes) {
    return nodes.flatMap(node => (node && node.type !== 'comment' ? expandWord(scope, node) : []));
}
function expandWord(scope, node) {
    const span = shell_scope_spanOf(scope, node);
    if (node.type === 'command_name')
        return node.firstChild ? expandWord(scope, node.firstChild) : [];
    const all = allNamed(node);
    if (all === '@')
        return allArguments(scope, span);
    if (all !== null)
        return elementsOf(scope, all, span);
    const value = readWord(scope, node);
    if (!/^(simple_expansion|expansion|command_substitution)$/.test(node.type))
        return [{ value, splat: node.type === 'brace_expression', span }];
    const pieces = splitText(value);
    if (pieces === null || !mayExpand(scope, pieces.length))
        return [{ value, splat: true, span }];
    return pieces.map(piece => ({
        value: typeof piece === 'string' ? scope_textOf(scope.script, piece) : piece,
        splat: false,
        span,
    }));
}
function elementOf({ value, splat }) {
    return splat ? { kind: 'item', of: value, key: unknown } : value;
}
/** `@` for all arguments, a name for all elements of an array, `null` for anything else. */
function allNamed(node) {
    const text = node.type === 'string' ? node.text.slice(1, -1) : node.text;
    if (/^\$(?:[@*]|\{[@*]\})$/.test(text))
        return '@';
    return /^\$\{(\w+)\[[@*]\]\}$/.exec(text)?.[1] ?? null;
}

;// CONCATENATED MODULE: ./src/frontends/shell/expansions.ts






/** What `$name` stands for. */
function readVariable(scope, name) {
    if (/^\d+$/.test(name))
        return readPositional(scope, Number(name));
    if (name === '?')
        return lookUp(scope.builder, kept.status);
    if (name === 'BASH_SOURCE')
        return ownPath(scope.script);
    return /^[A-Za-z_]\w*$/.test(name) && name !== '_' ? lookUp(scope.builder, name) : unknown;
}
function readPositional(scope, number) {
    if (number === 0)
        return ownPath(scope.script);
    const shifted = shiftOf(scope);
    const index = shifted === null ? -1 : number + shifted - 1;
    if (index >= 0 && index < scope.positional)
        return { kind: 'parameter', unit: scope.unit, index };
    const key = index < 0 ? unknown : { kind: 'constant', value: index - scope.positional };
    return hasRest(scope) ? { kind: 'item', of: expansions_restOf(scope), key } : unknown;
}
/** How many arguments have been shifted away; `null` where that is not known. */
function shiftOf(scope) {
    const value = lookUp(scope.builder, kept.shifted);
    return value.kind === 'constant' && typeof value.value === 'number' ? value.value : null;
}
function hasRest(scope) {
    return scope.parameters[scope.positional]?.kind === 'rest';
}
function expansions_restOf(scope) {
    return { kind: 'parameter', unit: scope.unit, index: scope.positional };
}
/** `"$@"`: the positional parameters that have a number in this unit, and the rest. */
function allArguments(scope, span) {
    const shifted = shiftOf(scope);
    const numbered = Array.from({ length: Math.max(0, scope.positional - (shifted ?? 0)) }, (_, i) => i + (shifted ?? 0));
    const words = numbered.map((index) => ({
        value: { kind: 'parameter', unit: scope.unit, index },
        splat: shifted === null,
        span,
    }));
    return [...words, { value: hasRest(scope) ? expansions_restOf(scope) : unknown, splat: true, span }];
}
/** `"${array[@]}"`: its elements where they are known. */
function elementsOf(scope, name, span) {
    const value = readVariable(scope, name);
    if (value.kind !== 'collection' || !mayExpand(scope, value.items.length))
        return [{ value, splat: true, span }];
    return value.items.map(item => isSeveral(item) ? { value: item.of, splat: true, span } : { value: item, splat: false, span });
}
// How an array keeps what may be several words.
function isSeveral(value) {
    return value.kind === 'item' && value.key === unknown;
}
/** Whether so many words may stand in the place of one. */
function mayExpand({ script }, words) {
    if (words > script.words)
        return false;
    if (words > 1)
        script.words -= words;
    return true;
}
/** `${…}`. */
function readExpansion(scope, node) {
    const variable = node.namedChildren.find(child => child && /^(variable_name|special_variable_name|subscript)$/.test(child.type));
    if (!variable)
        return unknown;
    const operators = node.childrenForFieldName('operator');
    if (operators.some(o => o && o.startIndex < variable.startIndex))
        return unknown;
    const value = variable.type === 'subscript' ? expansions_readElement(scope, variable) : readVariable(scope, variable.text);
    const operator = operators[0];
    if (!operator)
        return value;
    const operand = node.namedChildren.find(child => child && child.startIndex >= operator.endIndex) ?? null;
    return expand(scope, node, { name: variable.text, value, operator: operator.text, operand });
}
function expand(scope, node, expansion) {
    const { name, value, operator, operand } = expansion;
    switch (operator) {
        case '-':
        case ':-':
            return orElse(value, operator, () => readWord(scope, operand));
        case '=':
        case ':=': {
            const either = orElse(value, operator, () => readWord(scope, operand));
            if (/^[A-Za-z_]\w*$/.test(name))
                scope_assign(scope, name, either);
            return either;
        }
        case '+':
        case ':+':
            return mixOf([readWord(scope, operand), scope_textOf(scope.script, '')]);
        case '?':
        case ':?':
            insist(scope, value, shell_scope_spanOf(scope, node));
            return value;
        case ',':
        case ',,':
        case '^':
        case '^^':
            return expansions_changeCase(scope, value, operator);
        default:
            return unknown;
    }
}
function orElse(value, operator, fallback) {
    if (value.kind === 'constant')
        return value.value === '' && operator.startsWith(':') ? fallback() : value;
    return mixOf([value, fallback()]);
}
// `${X:?message}` ends the shell where X is empty, whatever `-e` says.
function insist(scope, value, span) {
    if (value.kind === 'constant' && value.value !== '')
        return;
    const empty = scope_textOf(scope.script, '');
    const given = { kind: 'operation', operator: '!=', operands: [value, empty], span };
    status_decide(scope, scope.ends.failure, span, (yes, no) => status_ask(scope, given, span, yes, no));
}
// Words mean the same in either case wherever a value is judged, so one that is not known stays what it is.
function expansions_changeCase(scope, value, operator) {
    if (value.kind !== 'constant' || operator.length < 2)
        return value;
    const text = String(value.value);
    return scope_textOf(scope.script, operator === ',,' ? text.toLowerCase() : text.toUpperCase());
}
function expansions_readElement(scope, node) {
    const name = node.childForFieldName('name')?.text ?? '';
    const index = node.childForFieldName('index');
    if (name === 'BASH_SOURCE')
        return ownPath(scope.script);
    const of = readVariable(scope, name);
    if (!index || /^[@*]$/.test(index.text))
        return unknown;
    const key = readWord(scope, index);
    const at = key.kind === 'constant' ? Number(key.value) : Number.NaN;
    if (of.kind === 'collection' && Number.isInteger(at))
        return of.items.at(at) ?? scope_textOf(scope.script, '');
    return { kind: 'item', of, key: Number.isInteger(at) ? { kind: 'constant', value: at } : key };
}

;// CONCATENATED MODULE: ./src/frontends/shell/declarations.ts









/** `x=1`, `x=1 y=2`. A substitution's failure is that of the assignment. */
function runAssignments(scope, node, failure) {
    const parts = node.type === 'variable_assignment' ? [node] : node.namedChildren;
    for (const part of parts)
        if (part?.type === 'variable_assignment')
            assignNode(scope, part, failure);
}
/** One assignment. */
function assignNode(scope, node, failure) {
    const value = node.childForFieldName('value');
    const only = value?.type === 'string' &&
        value.namedChildCount === 1 &&
        value.text.length === (value.namedChild(0)?.text.length ?? 0) + 2;
    const inner = only ? value.namedChild(0) : value;
    if (inner?.type !== 'command_substitution')
        return bindTo(scope, node, readWord(scope, value));
    const target = status_targetOf(scope, failure);
    const failed = typeof target === 'object' ? landing(1) : target;
    const printed = readSubstitution(scope, inner, failed);
    bindTo(scope, node, printed);
    const after = scope.builder.at;
    if (typeof failed !== 'object' || !status_arrive(scope, failed))
        return;
    bindTo(scope, node, printed);
    failTo(scope, target, shell_scope_spanOf(scope, node));
    scope.builder.at = after;
}
function bindTo(scope, node, value) {
    const name = assignedName(node);
    const adds = node.children.some(child => child?.type === '+=');
    const target = node.childForFieldName('name');
    if (target?.type === 'subscript')
        return assignElement(scope, node, target, value);
    scope_assign(scope, name, adds ? added(scope, readVariable(scope, name), value) : value);
}
const mostElements = 1000;
function added(scope, before, value) {
    if (value.kind === 'collection')
        return before.kind === 'collection' && before.items.length < mostElements
            ? { ...value, items: [...before.items, ...value.items] }
            : unknown;
    return literals_joinText(scope.script, [before, value]);
}
function assignElement(scope, node, target, value) {
    const name = assignedName(node);
    const key = readWord(scope, target.childForFieldName('index'));
    addFact(scope.builder, {
        kind: 'store',
        of: readVariable(scope, name),
        name: key,
        value,
        span: shell_scope_spanOf(scope, node),
    });
}
/** `export`, `local`, `declare`, `readonly`, `unset`: what they are given ends well, however a substitution in it ended. */
function runDeclaration(scope, node) {
    const removes = node.type === 'unset_command';
    const declares = /^(local|declare|typeset)$/.test(node.firstChild?.type ?? '');
    for (const child of node.namedChildren) {
        if (child?.type === 'variable_assignment')
            bindTo(scope, child, readWord(scope, child.childForFieldName('value')));
        else if (child?.type === 'variable_name' && (removes || declares))
            scope_assign(scope, child.text, removes || isUnset(scope, child.text) ? scope_textOf(scope.script, '') : readVariable(scope, child.text));
    }
}
function isUnset(scope, name) {
    return scope.kind === 'function' && scope.locals.has(name) && !scope.bound.has(name);
}
/** The same, where the parser took the line for a command. */
function declareWords(scope, words) {
    for (const { value } of words) {
        const parts = value.kind === 'text' ? value.parts : [value];
        const [first, ...rest] = parts;
        const [, name, begin = ''] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(first?.kind === 'constant' ? String(first.value) : '') ?? [];
        if (name !== undefined)
            scope_assign(scope, name, literals_joinText(scope.script, [scope_textOf(scope.script, begin), ...rest]));
    }
}
/** Names without a value of their own: what a program fills in. */
function declarations_fill(scope, names, value) {
    for (const name of names)
        scope_assign(scope, name, value);
}

;// CONCATENATED MODULE: ./src/frontends/shell/builtins.ts













/** Commands of the shell itself that change where control goes or what names stand for. */
const builtins = new Map([
    ['cd', (scope, command) => changeFolder(scope, command)],
    ['pushd', (scope, command) => changeFolder(scope, command)],
    ['popd', (scope, command) => changeFolder(scope, command)],
    ['set', runSet],
    ['shift', runShift],
    ['exit', (scope, command) => runEnd(scope, command, true)],
    ['return', (scope, command) => runEnd(scope, command, false)],
    ['break', (scope, command) => jump(scope, command, 'after')],
    ['continue', (scope, command) => jump(scope, command, 'again')],
    ['exec', (scope, command) => runInstead(scope, without(command, 1))],
    ['eval', runEval],
    ['source', runSource],
    ['.', runSource],
    ['trap', runTrap],
    ['read', runRead],
    ['mapfile', runFill],
    ['readarray', runFill],
    ['getopts', runFill],
    ['printf', runPrintf],
    ['true', builtins_nothing],
    [':', builtins_nothing],
    ['shopt', builtins_nothing],
    ['umask', builtins_nothing],
    ['let', builtins_nothing],
    [
        'false',
        (scope, command, failure) => failTo(scope, status_targetOf(scope, failure), shell_scope_spanOf(scope, command.node)),
    ],
    ['test', runTestWords],
    ...['export', 'readonly', 'local', 'declare', 'typeset'].map((name) => [
        name,
        (scope, command) => declareWords(scope, command.words.slice(1)),
    ]),
]);
// What does nothing but print never fails where anyone looks.
const harmless = new Set([
    'echo',
    'printf',
    'pwd',
    'dirname',
    'basename',
    'sleep',
    'hash',
    'alias',
    'unalias',
    'jobs',
    'clear',
]);
/** Whether a command cannot fail in practice. */
function builtins_isHarmless(name) {
    return harmless.has(name);
}
function builtins_nothing() { }
function builtins_textsOf(command) {
    return command.words.slice(1).map(word => commands_nameOf(word.value) ?? '');
}
// A folder that is not there would end the script or not; either way nothing runs in another one.
function changeFolder(scope, command) {
    const name = commands_nameOf(command.words[0]?.value ?? unknown);
    const [target] = command.words.slice(1).filter(word => !/^(-[LPe@]+|--)$/.test(commands_nameOf(word.value) ?? ''));
    const from = scope_directoryOf(scope);
    if (name === 'popd')
        return enter(scope, scope.folders.pop() ?? null);
    if (name === 'pushd')
        scope.folders.push(from);
    const to = target ? commands_nameOf(target.value) : null;
    enter(scope, to === null ? null : folders_enterFolder(from, to));
}
function runSet(scope, command) {
    const words = builtins_textsOf(command);
    scope.mode = setMode(scope.mode, words);
    const others = words.filter((word, i) => !/^[-+]/.test(word) && !/^[-+]\w*o$/.test(words[i - 1] ?? ''));
    if (words.includes('--') || others.length > 0)
        bind(scope.builder, kept.shifted, unknown);
}
function runShift(scope, command) {
    const by = Number(builtins_textsOf(command)[0] ?? '1');
    const before = readShift(scope);
    const known = before !== null && Number.isInteger(by) && by >= 0;
    bind(scope.builder, kept.shifted, known ? { kind: 'constant', value: before + by } : unknown);
}
function readShift(scope) {
    const value = lookUp(scope.builder, kept.shifted);
    return value.kind === 'constant' && typeof value.value === 'number' ? value.value : null;
}
function runEnd(scope, command, all) {
    const [status] = command.words.slice(1);
    const value = numberOf(status ? status.value : readVariable(scope, '?'));
    endWith(scope, value, all ? scope.ends : scope.returns, shell_scope_spanOf(scope, command.node));
}
function jump(scope, command, to) {
    const levels = Number(builtins_textsOf(command)[0] ?? '1');
    const loop = scope.loops.at(-Math.max(1, Number.isInteger(levels) ? levels : 1)) ?? scope.loops[0];
    if (!loop)
        return;
    bind(scope.builder, loop.flag, succeeded);
    goTo(scope.builder, blockOf(scope, loop[to]));
    startDead(scope);
}
// What is evaluated is not known before it runs: it may do anything, and fail.
function runEval(scope, command, failure) {
    const args = command.words.slice(1).map(commands_argumentOf);
    const call = addCommand(scope, unknown, args, commands_placeOf(scope, command));
    print(scope, { kind: 'result', call });
    leadOn(scope, [status_targetOf(scope, failure)]);
}
function runSource(scope, command, failure) {
    const callee = { kind: 'command', name: 'source', directory: scope_directoryOf(scope) };
    const args = command.words.slice(1).map(commands_argumentOf);
    addCommand(scope, callee, args, commands_placeOf(scope, command));
    leadOn(scope, [status_targetOf(scope, failure)]);
}
// `trap '…; exit 1' ERR` ends the script as `-e` does; a trap that only reports does not.
function runTrap(scope, command) {
    const [handler = '', ...signals] = builtins_textsOf(command).filter(word => word !== '--');
    if (!signals.includes('ERR'))
        return;
    const definition = functions_definitionOf(scope, handler.trim().split(/\s/)[0] ?? '');
    const text = definition ? definition.text : handler;
    scope.mode = { ...scope.mode, trapped: /\bexit\b(?!\s+0\b)/.test(text) };
}
const takesValue = /^-\w*[adinNptu]$/;
function runRead(scope, command, failure) {
    const texts = builtins_textsOf(command);
    const names = texts.filter((word, i) => /^[A-Za-z_]\w*$/.test(word) && !takesValue.test(texts[i - 1] ?? ''));
    runProgram(scope, command, failure, result => declarations_fill(scope, names.length > 0 ? names : ['REPLY'], result));
}
function runFill(scope, command, failure) {
    const names = builtins_textsOf(command).filter(word => /^[A-Za-z_]\w*$/.test(word));
    const rest = scope.parameters[scope.positional]?.kind === 'rest';
    const given = { kind: 'parameter', unit: scope.unit, index: scope.positional };
    const isOptions = commands_nameOf(command.words[0]?.value ?? unknown) === 'getopts';
    runProgram(scope, command, failure, result => declarations_fill(scope, names, isOptions ? unknown : result));
    if (isOptions)
        declarations_fill(scope, ['OPTARG'], rest ? { kind: 'item', of: given, key: unknown } : unknown);
}
function runPrintf(scope, command, failure) {
    const texts = builtins_textsOf(command);
    if (texts[0] !== '-v') {
        runProgram(scope, command, failure);
        return;
    }
    declarations_fill(scope, [texts[1] ?? ''], command.words[3]?.value ?? scope_textOf(scope.script, texts[2] ?? ''));
}
function runTestWords(scope, command, failure) {
    const nodes = command.nodes.slice(1);
    status_decide(scope, failure, shell_scope_spanOf(scope, command.node), (yes, no) => readTestWords(scope, nodes, yes, no));
}

;// CONCATENATED MODULE: ./src/frontends/shell/code.ts


function openCode(language) {
    return { language, text: '', pieces: [], quote: '' };
}
/** Adds text that stands in the file at this offset. */
function code_push(code, text, at) {
    if (text === '')
        return;
    const last = code.pieces.at(-1);
    const follows = last && last.from + last.length === code.text.length && last.to + last.length === at;
    if (last && follows)
        code.pieces[code.pieces.length - 1] = { ...last, length: last.length + text.length };
    else
        code.pieces.push({ from: code.text.length, to: at, length: text.length });
    code.text += text;
    code.quote = code_quoteAfter(code.quote, text);
}
/**
 * Adds what the shell puts in place of an expansion. Where that is not known, a shell finds the variable by itself, and
 * Python gets a name outside of its strings and the text as it stands inside of them.
 */
function pushExpansion(scope, code, node) {
    const isVariable = node.type === 'simple_expansion' || node.type === 'expansion';
    const value = isVariable && code.language !== 'shell' ? readWord(scope, node) : null;
    if (value?.kind === 'constant')
        return put(code, String(value.value), node);
    if (code.language === 'shell' || code.quote !== '')
        return put(code, node.text.trimStart(), node);
    put(code, `_${/[A-Za-z]\w*/.exec(node.text)?.[0] ?? ''}`, node);
}
function put(code, text, node) {
    if (text === '')
        return;
    const at = beginOf(node);
    const length = Math.min(text.length, node.endIndex - at);
    code.pieces.push({ from: code.text.length, to: at, length });
    code.text += text;
    code.quote = code_quoteAfter(code.quote, text);
}
/** The quote of Python that is open behind a text. */
function code_quoteAfter(before, text) {
    let open = before;
    for (const [token] of text.matchAll(/\\[\s\S]|"""|'''|["'\n]|#[^\n]*/g)) {
        if (token.startsWith('\\'))
            continue;
        if (open === '')
            open = /^["']/.test(token) ? token : '';
        else if (token === open)
            open = '';
        else if (token === '\n' && open.length === 1)
            open = '';
        else if (token.startsWith('#') && token.includes(open))
            open = code_quoteAfter(open, token.slice(1));
    }
    return open;
}

;// CONCATENATED MODULE: ./src/frontends/shell/embedded.ts






// These run the command that follows, in this shell's place or in an environment of its own.
const embedded_runners = /^(sudo|env|timeout|nohup|nice|stdbuf|uv|poetry|pipenv|pdm|hatch|rye|conda|mamba|micromamba|xvfb-run)$/;
/** The code that a command hands to an interpreter: `python - <<EOF`, `bash -c '…'`; `null` where it hands over none. */
function embedded_codeOf(scope, command, name) {
    const texts = command.words.map(word => commands_nameOf(word.value));
    const at = embedded_runners.test(folders_lastStep(name))
        ? texts.findIndex(text => text !== null && embedded_languageOf(text) !== null)
        : 0;
    const language = embedded_languageOf(texts[at] ?? '');
    if (at < 0 || language === null)
        return null;
    const given = readOptions(texts, at + 1, language);
    if (given.script)
        return null;
    const shell = language === 'shell' ? flagsMode(given.flags) : neither;
    if (given.code !== null)
        return embedded_fromWord(scope, command, given.code, language, shell);
    const document = command.redirects?.document;
    if (document) {
        const words = command.words.slice(given.next);
        const unit = embedded_unitOf(scope, document.body, 'heredoc', language, shell, code => readDocument(scope, code, document));
        return { unit, words };
    }
    return fromString(scope, command, given.next, language, shell);
}
const neither = { errexit: false, pipefail: false };
function embedded_languageOf(name) {
    const program = folders_lastStep(name);
    if (/^(python|pypy)[\d.]*$/.test(program))
        return 'python';
    return /^(ba|da|z|k)?sh$/.test(program) ? 'shell' : null;
}
function readOptions(texts, from, language) {
    const flags = [];
    for (let at = from; at < texts.length; at += 1) {
        const text = texts[at];
        if (text === '-')
            return { flags, code: null, next: at + 1, script: false };
        if (typeof text !== 'string' || !/^[-+]/.test(text))
            return { flags, code: null, next: at, script: !flags.includes('-s') };
        flags.push(text);
        if (language === 'python' && text === '-m')
            return { flags, code: null, next: at, script: true };
        if (/^-\w*c$/.test(text))
            return { flags, code: at + 1, next: at + 2, script: false };
        const takesNext = language === 'python' ? /^-[WX]$/ : /^[-+]\w*[oO]$/;
        if (takesNext.test(text)) {
            at += 1;
            flags.push(texts[at] ?? '');
        }
    }
    return { flags, code: null, next: texts.length, script: false };
}
function embedded_fromWord(scope, command, index, language, shell) {
    const word = command.words[index];
    const node = command.nodes.find(one => one.startIndex === word?.span.start);
    if (!word || !node || !embedded_isWritten(node))
        return null;
    // A shell takes the word behind its code for its own name.
    const words = command.words.slice(language === 'shell' ? index + 2 : index + 1);
    return { unit: embedded_unitOf(scope, node, 'command', language, shell, code => readNode(scope, code, node)), words };
}
function fromString(scope, command, next, language, shell) {
    const here = command.node.namedChildren.find(child => child?.type === 'herestring_redirect');
    const node = here?.namedChildren.at(-1);
    if (!node || !embedded_isWritten(node))
        return null;
    const unit = embedded_unitOf(scope, node, 'command', language, shell, code => readNode(scope, code, node));
    return { unit, words: command.words.slice(next) };
}
function embedded_isWritten(node) {
    if (node.type === 'concatenation')
        return node.namedChildren.every(child => child !== null && embedded_isWritten(child));
    return /^(string|raw_string|ansi_c_string|word)$/.test(node.type);
}
function embedded_unitOf(scope, node, kind, language, shell, read) {
    const { script } = scope;
    const known = script.codes.get(node.startIndex);
    if (known !== undefined)
        return known;
    const count = (script.taken.get(kind) ?? 0) + 1;
    script.taken.set(kind, count);
    const path = `${script.file.path}#${kind}-${count}`;
    script.codes.set(node.startIndex, path);
    const code = openCode(language);
    read(code);
    const pieces = code.pieces;
    script.embedded.push({
        file: { path, text: code.text, container: { file: script.file, pieces } },
        language,
        shell,
    });
    return path;
}
function readDocument(scope, code, { body, expands }) {
    const source = scope.script.file.text;
    const indented = body.parent?.children.some(child => child?.type === '<<-');
    if (expands)
        return readExpanding(scope, code, body, body.startIndex, body.endIndex);
    if (!indented)
        return code_push(code, source.slice(body.startIndex, body.endIndex), body.startIndex);
    for (const match of source.slice(body.startIndex, body.endIndex).matchAll(/^\t*([^\n]*\n?)/gm)) {
        const line = match[1] ?? '';
        code_push(code, line, body.startIndex + match.index + match[0].length - line.length);
    }
}
function readNode(scope, code, node) {
    const source = scope.script.file.text;
    switch (node.type) {
        case 'concatenation':
            for (const child of node.namedChildren)
                if (child)
                    readNode(scope, code, child);
            return;
        case 'string':
            return readExpanding(scope, code, node, node.startIndex + 1, node.endIndex - 1);
        case 'raw_string':
            return code_push(code, source.slice(node.startIndex + 1, node.endIndex - 1), node.startIndex + 1);
        case 'ansi_c_string':
            return code_push(code, decodeAnsi(source.slice(node.startIndex + 2, node.endIndex - 1)), node.startIndex + 2);
        default:
            return pushEscaped(code, source.slice(node.startIndex, node.endIndex), node.startIndex, /\\(\r?\n|[\s\S])/g);
    }
}
const quotedEscape = /\\(\r?\n|["$`\\])/g;
const documentEscape = /\\(\r?\n|[$`\\])/g;
function readExpanding(scope, code, node, start, end) {
    const source = scope.script.file.text;
    const escapes = node.type === 'string' ? quotedEscape : documentEscape;
    let at = start;
    for (const child of node.namedChildren) {
        if (!child || /^(string|heredoc)_content$/.test(child.type))
            continue;
        pushEscaped(code, source.slice(at, beginOf(child)), at, escapes);
        pushExpansion(scope, code, child);
        at = child.endIndex;
    }
    pushEscaped(code, source.slice(at, Math.max(at, end)), at, escapes);
}
function pushEscaped(code, text, start, escapes) {
    let at = 0;
    for (const match of text.matchAll(escapes)) {
        code_push(code, text.slice(at, match.index), start + at);
        const escaped = match[1] ?? '';
        if (!escaped.endsWith('\n'))
            code_push(code, escaped, start + match.index + 1);
        at = match.index + match[0].length;
    }
    code_push(code, text.slice(at), start + at);
}

;// CONCATENATED MODULE: ./src/frontends/shell/awk.ts


/** The condition on which `awk` ends with status 0; `null` where its program says more than that. */
function readAwkStatus(scope, command) {
    const program = programOf(scope, command);
    const body = program ? bodyOf(program) : '';
    if (!program || !/\bexit\b/.test(body))
        return null;
    return readEnd(program, body, 'exit');
}
/** What `awk` prints where that is the outcome of a comparison. */
function readAwkText(scope, command) {
    const program = programOf(scope, command);
    const body = program ? bodyOf(program) : '';
    if (!program || !/\bprint\b/.test(body))
        return null;
    return readEnd(program, body, 'print');
}
function programOf(scope, command) {
    const variables = new Map();
    const words = command.words.slice(1);
    let at = 0;
    for (; at < words.length; at += 1) {
        const value = words[at]?.value;
        const parts = value?.kind === 'text' ? value.parts : value ? [value] : [];
        const text = parts[0]?.kind === 'constant' ? String(parts[0].value) : '';
        if (!text.startsWith('-'))
            break;
        if (/^-[vF]$/.test(text))
            at += 1;
        if (text === '-v')
            awk_define(variables, words[at]?.value);
        else if (text.startsWith('-v'))
            awk_define(variables, value, 2);
    }
    const program = words[at];
    if (!program || program.splat)
        return null;
    const parts = program.value.kind === 'text' ? program.value.parts : [program.value];
    const values = parts.filter(part => part.kind !== 'constant');
    const text = parts
        .map(part => (part.kind === 'constant' ? String(part.value) : ` \ue000${values.indexOf(part)} `))
        .join('');
    return { text, values, variables, fields: awk_fieldsOf(scope), span: awk_inside(program.span) };
}
function awk_define(variables, value, skip = 0) {
    if (!value)
        return;
    const parts = value.kind === 'text' ? value.parts : [value];
    const first = parts[0]?.kind === 'constant' ? String(parts[0].value).slice(skip) : '';
    const [, name, begin = ''] = /^(\w+)=(.*)$/.exec(first) ?? [];
    if (name === undefined)
        return;
    const [only, second] = parts.slice(1);
    if (only && !second && begin === '')
        variables.set(name, only);
    else if (!only)
        variables.set(name, constant(begin));
}
function awk_fieldsOf({ input }) {
    if (!input)
        return [];
    const parts = input.value.kind === 'text' ? input.value.parts : [input.value];
    return parts.flatMap((part) => part.kind === 'constant'
        ? String(part.value)
            .split(/\s+/)
            .filter(word => word !== '')
            .map(word => constant(word))
        : [part]);
}
function awk_inside(span) {
    const quote = span.file.text[span.start];
    return quote === '"' || quote === "'" ? { ...span, start: span.start + 1, end: span.end - 1 } : span;
}
function bodyOf({ text }) {
    return (/^\s*(?:BEGIN\s*)?\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}\s*$/.exec(text)?.[1] ?? '').trim();
}
// The condition on which `exit` gives 0, or `print` gives 1.
function readEnd(program, body, verb) {
    const good = verb === 'exit' ? '0' : '1';
    const end = new RegExp(`^${verb}\\b\\s*(.*?);?$`).exec(body)?.[1];
    if (end !== undefined) {
        const [, question, yes] = /^(.*?)\?\s*"?(\w+)"?\s*:\s*"?\w+"?\s*\)*$/.exec(end) ?? [];
        if (question !== undefined)
            return readQuestion(program, question, yes === good);
        return readQuestion(program, end, verb === 'print');
    }
    const [, question = '', said] = new RegExp(`^if\\s*\\((.*)\\)\\s*\\{?\\s*${verb}\\s*\\(?"?(\\w+)"?`).exec(body) ?? [];
    return said === undefined
        ? null
        : readQuestion(program, question.replace(/\)\s*\{?\s*(exit|print)\b.*$/, ''), said === good);
}
function readQuestion(program, text, holds) {
    const bare = strip(text);
    if (bare.startsWith('!') && !bare.startsWith('!='))
        return readQuestion(program, bare.slice(1), !holds);
    const [, before = '', symbol, after = ''] = /^([^<>=!&|]+)(<=|>=|==|!=|<|>)([^<>=!&|]+)$/.exec(bare) ?? [];
    if (symbol === undefined)
        return null;
    const [left, right] = [operand(program, before), operand(program, after)];
    if (!left || !right)
        return null;
    const value = compareNumbers(symbol, left, right, program.span);
    return holds ? value : not(value, program.span);
}
// Brackets around all of it.
function strip(text) {
    let bare = text.trim();
    while (/^\(.*\)$/.test(bare) && isOnePair(bare))
        bare = bare.slice(1, -1).trim();
    return bare;
}
function isOnePair(text) {
    let depth = 0;
    for (const [i, c] of [...text].entries()) {
        if (c === '(')
            depth += 1;
        if (c === ')')
            depth -= 1;
        if (depth === 0 && i < text.length - 1)
            return false;
    }
    return depth === 0;
}
function operand(program, text) {
    const bare = strip(text.replace(/["']/g, '')).replace(/\s*[+*]\s*[01](\.0*)?$/, '');
    if (/^-?[\d.]+$/.test(bare))
        return constant(Number(bare));
    const marks = [...bare.matchAll(/\ue000(\d+)|\$(\d+)|([A-Za-z_]\w*)/g)];
    const [only] = marks;
    const [, mark, field, name] = only ?? [];
    if (mark !== undefined)
        return program.values[Number(mark)] ?? null;
    if (field !== undefined)
        return program.fields[Number(field) - 1] ?? null;
    return name === undefined ? null : (program.variables.get(name) ?? null);
}

;// CONCATENATED MODULE: ./src/frontends/shell/printed.ts







// What comes out of these is what went in, cut or spelt in another way.
const filters = new Set([
    'tr',
    'head',
    'tail',
    'sed',
    'cut',
    'sort',
    'uniq',
    'xargs',
    'tee',
    'cat',
    'awk',
    'column',
]);
/** What a program prints, as far as its words tell; its result where they do not. */
function printedBy(scope, command, name, call) {
    const result = { kind: 'result', call };
    const words = command.words.slice(1);
    const texts = words.map(word => (word.splat ? null : commands_nameOf(word.value)));
    switch (name) {
        case 'echo':
            return echoed(scope, words, texts);
        case 'printf':
            return printed(scope, words) ?? result;
        case 'dirname':
        case 'basename':
        case 'realpath':
        case 'readlink':
            return ofPath(scope, name, texts) ?? result;
        case 'pwd':
            return scope_directoryOf(scope)?.startsWith('/') ? scope_textOf(scope.script, scope_directoryOf(scope) ?? '') : result;
        case 'git':
            return texts.join(' ') === 'rev-parse --show-toplevel' ? scope_textOf(scope.script, '/') : result;
        case 'jq':
        case 'yq':
            return selected(texts, result);
        case 'bc':
            return (scope.input ? readPlainComparison(scope.input.value, scope.input.span) : null) ?? result;
        case 'awk':
        case 'gawk':
        case 'mawk':
            return readAwkText(scope, command) ?? passedOn(scope, texts, result);
        default:
            return filters.has(name) ? passedOn(scope, texts, result) : result;
    }
}
/** What a program's status says, where its words say so: `awk "BEGIN { exit !($a > $b) }"`. */
function statusOf(scope, command, name) {
    return /^[gm]?awk$/.test(name) ? readAwkStatus(scope, command) : null;
}
function echoed(scope, words, texts) {
    const said = words.filter((_, i) => !/^-[neE]+$/.test(texts[i] ?? ''));
    const blank = scope_textOf(scope.script, ' ');
    return literals_joinText(scope.script, said.flatMap(({ value }, i) => (i === 0 ? [value] : [blank, value])));
}
function printed(scope, words) {
    const [format, ...rest] = words.map(word => word.value);
    if (format?.kind !== 'constant')
        return null;
    const parts = String(format.value)
        .replace(/\\n/g, '')
        .split(/(%[-+ 0-9.]*[sdifgq])/);
    const none = scope_textOf(scope.script, '');
    return literals_joinText(scope.script, parts.map((part, i) => (i % 2 === 1 ? (rest[(i - 1) / 2] ?? none) : scope_textOf(scope.script, part))));
}
function ofPath(scope, name, texts) {
    const [path, second] = texts.filter(text => text === null || !text.startsWith('-'));
    if (typeof path !== 'string' || (second !== undefined && name !== 'basename'))
        return null;
    if (name === 'dirname')
        return scope_textOf(scope.script, folders_folderOf(path));
    if (name === 'basename')
        return scope_textOf(scope.script, folders_lastStep(path).replace(second ?? '', ''));
    return path.startsWith('/') ? scope_textOf(scope.script, path) : null;
}
// `jq -r '.metrics.f1'` gives a field of what it reads.
function selected(texts, result) {
    const path = texts.find(text => text?.startsWith('.')) ?? '';
    if (!/^(\.[A-Za-z_]\w*|\.?\["[^"\]]+"\]|\.?\[\d+\])+$/.test(path))
        return result;
    let value = result;
    for (const [, name, quoted, index] of path.matchAll(/\.?([A-Za-z_]\w*)|\["([^"\]]+)"\]|\[(\d+)\]/g)) {
        const field = name ?? quoted;
        value =
            field === undefined
                ? { kind: 'item', of: value, key: constant(Number(index)) }
                : { kind: 'field', of: value, name: field };
    }
    return value;
}
function passedOn(scope, texts, result) {
    const { input } = scope;
    if (!input || input.value.kind === 'constant')
        return result;
    const readsFile = texts.some(text => text !== null && /^[^-'"\s{}$]+\.\w+$/.test(text));
    return readsFile ? result : input.value;
}

;// CONCATENATED MODULE: ./src/frontends/shell/commands.ts












/** Runs a simple command. */
function runCommand(scope, node, failure, redirects) {
    const name = node.childForFieldName('name');
    const before = node.namedChildren.filter(child => child?.type === 'variable_assignment');
    const apart = standsApart(scope, before.at(-1) ?? null, name);
    const environment = apart ? [] : before.flatMap(a => (a ? [commands_environmentOf(scope, a)] : []));
    if (apart)
        for (const assignment of before)
            if (assignment)
                assignNode(scope, assignment, failure);
    const input = inputString(scope, node);
    const nodes = [name, ...node.childrenForFieldName('argument'), ...(redirects?.words ?? [])].filter(child => child !== null);
    const words = expandWords(scope, nodes);
    const outer = scope.input;
    if (input)
        scope.input = input;
    runSimple(scope, { node, nodes, words, environment, redirects }, failure);
    scope.input = outer;
}
// After several assignments on a line the parser overlooks the end of the line.
function standsApart(scope, last, name) {
    if (!last || !name)
        return false;
    return /(^|[^\\])\r?\n/.test(scope.script.file.text.slice(last.endIndex, name.startIndex));
}
function commands_environmentOf(scope, assignment) {
    const name = assignment.childForFieldName('name')?.text ?? '';
    return {
        name,
        value: readWord(scope, assignment.childForFieldName('value')),
        span: shell_scope_spanOf(scope, assignment),
    };
}
function inputString(scope, node) {
    const here = node.namedChildren.findLast(child => child?.type === 'herestring_redirect');
    const word = here?.namedChildren.at(-1) ?? null;
    return word ? { value: readWord(scope, word), span: commands_inside(scope, word) } : null;
}
function commands_inside(scope, word) {
    const quoted = /^(string|raw_string)$/.test(word.type) ? 1 : 0;
    return { file: scope.script.file, start: word.startIndex + quoted, end: word.endIndex - quoted };
}
const transparent = new Set(['time', 'command', 'builtin', 'nocorrect', 'noglob']);
/** Runs a command whose words are known. */
function runSimple(scope, given, failure) {
    const command = withoutPrefixes(given);
    const [first] = command.words;
    if (!first)
        return;
    const name = commands_nameOf(first.value);
    if (name === null)
        noteHandedOn(scope, command);
    const flag = command.words.length === 1 ? flagOf(scope, first) : null;
    if (flag)
        return demand(scope, flag, first.span, failure);
    const definition = name === null ? null : functions_definitionOf(scope, name);
    if (definition)
        return callFunction(scope, definition, command, failure);
    const builtin = name === null ? undefined : builtins.get(name);
    if (builtin)
        return builtin(scope, command, failure);
    runProgram(scope, command, failure);
}
// `"$@"` as a command.
function noteHandedOn(scope, command) {
    const text = command.nodes[0]?.text.replace(/^"|"$/g, '') ?? '';
    const [, from] = /^\$(?:@|\{@(?::(\d+))?\})$/.exec(text) ?? [text];
    if (!/^\$(@|\{@)/.test(text))
        return;
    scope.variant.handsOn = (from === undefined ? 0 : Number(from) - 1) + (shiftOf(scope) ?? 0);
}
// `if $DRY_RUN; then`, where the variable is `true` or `false`.
function flagOf(scope, { value, span }) {
    if (value.kind !== 'mix')
        return null;
    const said = value.of.filter(way => way.kind === 'constant');
    if (said.length === 0 || said.some(way => way.value !== 'true' && way.value !== 'false'))
        return null;
    return comparisons_compare('==', value, scope_textOf(scope.script, 'true'), span);
}
// `time` and the like look at nothing; `command -v` is a command of its own.
function withoutPrefixes(command) {
    const names = command.words.map(word => commands_nameOf(word.value) ?? '');
    const begins = names.findIndex((name, i) => !transparent.has(name) || (names[i + 1] ?? '-').startsWith('-'));
    return begins <= 0 ? command : without(command, begins);
}
/** The same command without its first words. */
function without(command, count) {
    const words = command.words.slice(count);
    const start = words[0]?.span.start ?? command.node.endIndex;
    return { ...command, words, nodes: command.nodes.filter(node => node.startIndex >= start) };
}
/** Runs a program, or code that the command itself brings along; `use` gets what it gives back, however it ends. */
function runProgram(scope, command, failure, use = () => undefined) {
    const [first] = command.words;
    if (!first)
        return;
    const name = commands_nameOf(first.value);
    const code = name === null ? null : embedded_codeOf(scope, command, name);
    const callee = code ? { kind: 'function', unit: code.unit } : commands_calleeOf(scope, first.value);
    const args = [...command.environment, ...(code?.words ?? command.words.slice(1)).map(commands_argumentOf)];
    const status = name === null ? null : statusOf(scope, command, name);
    const call = addCommand(scope, callee, args, { ...commands_placeOf(scope, command), ...streamsOf(scope, command) });
    use({ kind: 'result', call });
    if (!command.redirects?.silent)
        print(scope, printedBy(scope, command, name ?? '', call));
    // A calculator whose status is the answer fails by saying no.
    const safe = status !== null || (name !== null && builtins_isHarmless(name));
    leadOn(scope, safe ? [] : [status_targetOf(scope, failure)]);
    if (status)
        demand(scope, status, call.span, failure);
}
function streamsOf(scope, { redirects }) {
    const input = scope.input ? { input: scope.input.value } : {};
    return redirects?.output ? { ...input, output: redirects.output } : input;
}
function commands_argumentOf({ value, splat, span }) {
    return splat ? { name: null, value, splat, span } : { name: null, value, span };
}
/** The place of a command and of its first word. */
function commands_placeOf(scope, command) {
    const end = command.redirects?.words.at(-1)?.endIndex ?? command.node.endIndex;
    const span = { ...shell_scope_spanOf(scope, command.node), end: Math.max(command.node.endIndex, end) };
    return { span, name: command.words[0]?.span ?? span };
}
function commands_calleeOf(scope, value) {
    const name = commands_nameOf(value);
    if (name !== null)
        return { kind: 'command', name, directory: scope_directoryOf(scope) };
    // `"$VENV/bin/python"`: the folder is not known, and the program is.
    const last = value.kind === 'text' ? value.parts.at(-1) : undefined;
    const step = last?.kind === 'constant' && String(last.value).includes('/') ? folders_lastStep(String(last.value)) : '';
    return step === '' ? { kind: 'unknown' } : { kind: 'command', name: step, directory: null };
}
/** The one name that a word stands for; a fallback counts where the environment may give another one. */
function commands_nameOf(value) {
    if (value.kind === 'constant')
        return String(value.value);
    if (value.kind !== 'mix')
        return null;
    const [only, second] = value.of.filter(way => way.kind !== 'parameter');
    return only?.kind === 'constant' && !second ? String(only.value) : null;
}
/** Ends the shell, as `exec` does once its program has ended. */
function runInstead(scope, command) {
    if (command.words.length === 0)
        return;
    scope_oneDeeper(scope.script, command.node, undefined, () => runSimple(scope, command, scope.ends.failure));
    succeed(scope, scope.ends, shell_scope_spanOf(scope, command.node));
}

;// CONCATENATED MODULE: ./src/frontends/shell/functions.ts







/** A scope at the beginning of its unit. */
function functions_openScope(script, start) {
    const { kind, unit, label, mode, lenient, locals } = start;
    const { count, rest } = positionalsOf(start.node, start.others);
    const parameters = kind === 'module' ? script.parameters : [];
    for (let i = 1; i <= count; i += 1)
        parameters.push({ name: String(i), kind: 'positional', default: null, type: null });
    if (rest)
        parameters.push({ name: '@', kind: 'rest', default: null, type: null });
    const builder = openBuilder(name => scope_freeName(script, kind, name), script.effort);
    const failure = 'exits';
    const scope = {
        script,
        kind,
        unit,
        label,
        builder,
        locals,
        bound: kind === 'module' ? script.bound : new Map(),
        parameters,
        positional: count,
        variant: openVariant(unit, mode),
        mode,
        lenient,
        ends: { success: 'unit', failure },
        returns: { success: 'unit', failure: kind === 'module' ? failure : 'returns' },
        loops: [],
        capturing: kind === 'function',
        input: null,
        folders: [],
    };
    bind(builder, kept.status, succeeded);
    bind(builder, kept.shifted, { kind: 'constant', value: 0 });
    bind(builder, kept.printed, scope_textOf(script, ''));
    enter(scope, start.directory);
    return scope;
}
function openVariant(unit, mode) {
    const unknownYet = { returnsFailing: false, exits: false, open: false, handsOn: null };
    return { unit, starts: mode, ends: mode, directory: '', ...unknownYet, binds: new Set() };
}
/** The finished unit. */
function functions_closeScope(scope, node) {
    const { script, variant, builder } = scope;
    variant.ends = scope.mode;
    variant.directory = scope_directoryOf(scope);
    const printed = lookUp(builder, kept.printed);
    const prints = scope.kind === 'function' && !(printed.kind === 'constant' && printed.value === '');
    if (prints && isLive(builder, builder.at))
        addFact(builder, { kind: 'return', value: printed, span: shell_scope_spanOf(scope, node) });
    const blocks = closeBuilder(builder);
    return {
        name: scope.unit,
        label: scope.label,
        kind: scope.kind,
        parent: scope.kind === 'module' ? null : script.file.path,
        file: script.file,
        parameters: scope.parameters,
        blocks,
        owner: null,
        decorators: [],
        returns: null,
        generator: false,
        bound: scope.bound,
        span: shell_scope_spanOf(scope, node),
    };
}
/** From here on the name stands for this definition. */
function defineFunction(scope, node) {
    scope.script.current.set(node.childForFieldName('name')?.text ?? '', node);
}
/** The definition that a command's name stands for; a function may be called above the place of one that follows. */
function functions_definitionOf({ script }, name) {
    return script.current.get(name) ?? script.outline.functions.get(name)?.at(-1) ?? null;
}
// A function that is called from more different folders or modes than this is taken to be started anywhere.
const mostVariants = 300;
/** Reads a function as it is when it is started like this, once. */
function readVariant(scope, definition, looked, from) {
    const { script } = scope;
    const full = script.variants.size >= mostVariants;
    if (full)
        scope_noteLimit(script, definition, tooMany);
    const [lenient, directory] = full ? [true, null] : [looked, from];
    const mode = { ...scope.mode, trapped: scope.mode.trapped && scope.mode.errtrace };
    const flags = [lenient, mode.errexit, mode.pipefail, mode.trapped];
    const key = [definition.startIndex, ...(full ? [] : flags), directory].join(' ');
    const known = script.variants.get(key);
    if (known)
        return known;
    const label = definition.childForFieldName('name')?.text ?? '';
    const unit = functions_freshName(script, definition, label);
    const start = { kind: 'function', unit, label, mode, lenient, directory };
    const inner = functions_openScope(script, { ...start, locals: localsOf(definition), node: definition, others: [] });
    script.variants.set(key, inner.variant);
    readBody(inner, definition);
    return inner.variant;
}
const tooMany = 'Functions are called in so many ways that some were read as called from anywhere.';
function functions_freshName(script, definition, label) {
    script.readAt.add(definition.startIndex);
    const name = `${script.file.path}:${label}`;
    const count = (script.taken.get(name) ?? 0) + 1;
    script.taken.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
}
function readBody(scope, definition) {
    const body = definition.childForFieldName('body');
    scope.variant.open = true;
    if (body)
        run(scope, body, 'returns');
    scope.script.units.push(functions_closeScope(scope, definition));
    scope.variant.open = false;
}
/** Calls a function of the script. */
function callFunction(scope, definition, command, failure) {
    const from = scope_directoryOf(scope);
    const variant = readVariant(scope, definition, scope.lenient, from);
    const args = [...command.environment, ...command.words.slice(1).map(commands_argumentOf)];
    const callee = { kind: 'function', unit: variant.unit };
    const call = addCommand(scope, callee, args, commands_placeOf(scope, command));
    for (const name of variant.binds)
        scope_assign(scope, name, { kind: 'variable', unit: scope.script.file.path, name });
    if (variant.ends !== variant.starts)
        scope.mode = { ...scope.mode, ...variant.ends };
    if (!variant.open && variant.directory !== from)
        enter(scope, variant.directory);
    if (!command.redirects?.silent)
        print(scope, { kind: 'result', call });
    leadOn(scope, targetsOf(scope, variant, failure));
    if (variant.handsOn !== null)
        runWrapped(scope, command, variant, failure);
}
// A function that can only fail by ending the script never comes back with a failure.
function targetsOf(scope, variant, failure) {
    const targets = [];
    // One that is being read calls itself, and may do anything.
    if (variant.returnsFailing || variant.open)
        targets.push(status_targetOf(scope, failure));
    if (variant.exits)
        targets.push(scope.ends.failure);
    return targets;
}
// `run() { echo "+ $*"; "$@"; }` runs what it is given; what it makes of a failure is not followed.
function runWrapped(scope, command, variant, failure) {
    const inner = { ...without(command, 1 + (variant.handsOn ?? 0)), redirects: null };
    const [first] = inner.words;
    if (!first || commands_nameOf(first.value) === null)
        return;
    const ignored = landing(1);
    const swallows = !variant.returnsFailing && !variant.exits;
    const target = swallows ? ignored : variant.returnsFailing ? failure : scope.ends.failure;
    const { lenient } = scope;
    scope.lenient ||= swallows;
    scope_oneDeeper(scope.script, command.node, undefined, () => runSimple(scope, inner, target));
    scope.lenient = lenient;
    meetAt(scope, ignored);
}
/** Reads the functions that nothing in the script calls: whoever sources it may. */
function readUncalled(scope) {
    for (const definition of [...scope.script.outline.functions.values()].flat())
        if (!scope.script.readAt.has(definition.startIndex))
            readVariant(scope, definition, false, '');
}

;// CONCATENATED MODULE: ./src/frontends/shell/plain-values.ts




function openPlain(file, language) {
    const parameters = [];
    const bound = new Map();
    const free = (name) => {
        // Variables of PowerShell are not those of the environment.
        if (language === 'powershell' && !name.startsWith('env:'))
            return unknown;
        parameters.push({ name: name.replace(/^env:/, ''), kind: 'environment', default: null, type: null });
        return { kind: 'parameter', unit: file.path, index: parameters.length - 1 };
    };
    const assign = (builder, name, value) => {
        const plainName = name.replace(/^env:/, '');
        bound.set(plainName, [...(bound.get(plainName) ?? []).slice(-50), value]);
        bind(builder, plain_values_keyOf(language, name), value);
    };
    return { file, language, parameters, bound, free, assign, directory: '' };
}
function closeParameters({ parameters }) {
    return parameters;
}
// Names have no case in either language.
function plain_values_keyOf(language, name) {
    if (language === 'cmd')
        return name.toUpperCase();
    const [, scope, rest = ''] = /^(env):(.*)$/i.exec(name) ?? [];
    return scope ? `env:${rest.toUpperCase()}` : name.toLowerCase().replace(/^(script|global|local):/, '');
}
/** What a word stands for. */
function wordValue(plain, builder, word) {
    const parts = [];
    for (const part of word.parts) {
        const value = partValue(plain, builder, part);
        const last = parts.at(-1);
        if (value.kind === 'constant' && last?.kind === 'constant')
            parts[parts.length - 1] = { kind: 'constant', value: `${last.value}${value.value}` };
        else if (!(value.kind === 'constant' && value.value === ''))
            parts.push(value);
    }
    const [only, second] = parts;
    if (only === undefined)
        return { kind: 'constant', value: '' };
    return second === undefined ? only : { kind: 'text', parts };
}
function partValue(plain, builder, part) {
    if (part.kind === 'unknown')
        return unknown;
    if (part.kind === 'text')
        return { kind: 'constant', value: part.text };
    if (isStatus(part.name))
        return lookUp(builder, kept.status);
    if (plain.language === 'powershell' && /^(true|false|null)$/i.test(part.name))
        return { kind: 'constant', value: part.name.toLowerCase() };
    return lookUp(builder, plain_values_keyOf(plain.language, part.name));
}
/** Whether a variable holds the status of the command before. */
function isStatus(name) {
    return /^(lastexitcode|errorlevel|\?)$/i.test(name);
}
/** Goes to another folder. */
function plain_values_changeFolder(plain, to) {
    const path = to?.kind === 'constant' ? String(to.value).replaceAll('\\', '/') : null;
    plain.directory = path === null || /^[A-Za-z]:/.test(path) ? null : folders_enterFolder(plain.directory, path);
}

;// CONCATENATED MODULE: ./src/frontends/shell/plain-forms.ts




/** Reads the words of a line. */
function formOf(plain, builder, words) {
    return plain.language === 'cmd' ? cmdForm(plain, builder, words) : powershellForm(plain, builder, words);
}
const plain_forms_nothing = (words) => ({ kind: 'nothing', words });
function powershellForm(plain, builder, words) {
    const [first, second, ...rest] = words;
    if (!first)
        return plain_forms_nothing(words);
    const keyword = first.bare.toLowerCase();
    if (/^(if|elseif)$/.test(keyword.replace(/\(.*/s, '')))
        return powershellIf(plain, builder, words);
    if (/^(try|finally|do|else|begin|process|end)$/.test(keyword))
        return { kind: 'always', words, rest: words.slice(1) };
    if (/^(foreach|for|while|until|switch|catch|function|param|trap|filter)\b/.test(keyword))
        return { kind: 'maybe', words, rest: [] };
    if (keyword === 'throw')
        return { kind: 'end', words, status: { kind: 'constant', value: 1 } };
    if (keyword === 'exit')
        return { kind: 'end', words, status: second ? wordValue(plain, builder, second) : 'last' };
    if (/^(return|break|continue)$/.test(keyword))
        return plain_forms_nothing(words);
    if (/^\$/.test(first.bare) && /^\+?=$/.test(second?.bare ?? ''))
        return powershellAssign(plain, builder, first, rest, words);
    if (/^(cd|set-location|sl|push-location|pushd)$/.test(keyword)) {
        plain_values_changeFolder(plain, second ? wordValue(plain, builder, second) : null);
        return plain_forms_nothing(words);
    }
    if (keyword === '&' || keyword === '.')
        return { kind: 'command', words: words.slice(1), assigns: null };
    return isExpression(first) ? plain_forms_nothing(words) : { kind: 'command', words, assigns: null };
}
// A line that begins with a value calculates something, and runs no program.
function isExpression(word) {
    return !/^[A-Za-z_.\\/~*][^=]*$/.test(word.bare);
}
function powershellIf(plain, builder, words) {
    const at = words.findIndex(word => word.inner.length > 0);
    const [group] = words[at]?.inner ?? [];
    const text = group ? plain.file.text.slice(group.start, group.end) : '';
    const condition = powershellStatus(plain, builder, text, words);
    const rest = at < 0 ? [] : words.slice(at + 1);
    return condition ? { kind: 'if', condition, words, rest, reads: [] } : { kind: 'maybe', words, rest };
}
const plain_forms_comparisons = {
    ne: '!=',
    neq: '!=',
    eq: '==',
    equ: '==',
    gt: '>',
    gtr: '>',
    ge: '>=',
    geq: '>=',
    '==': '==',
};
// `$LASTEXITCODE -ne 0`, `$LASTEXITCODE`, `-not $?`.
function powershellStatus(plain, builder, text, words) {
    if (/^\s*(-not\s+|!\s*)\(?\$\?\)?\s*$/.test(text))
        return ofStatus(plain, builder, '!=', words);
    if (/^\s*\$\?\s*$/.test(text))
        return ofStatus(plain, builder, '==', words);
    const [whole, operator, number = '0'] = /^\s*\$lastexitcode\s*(?:-(\w+)\s+(\d+))?\s*$/i.exec(text) ?? [];
    if (whole === undefined)
        return null;
    return ofStatus(plain, builder, againstZero(operator ?? 'ne', Number(number)), words);
}
// A comparison of a status as one with 0: any other number stands for a failure.
function againstZero(operator, number) {
    const comparison = plain_forms_comparisons[operator.toLowerCase()];
    if (comparison === '==' || comparison === '!=')
        return (comparison === '==') === (number === 0) ? '==' : '!=';
    if (comparison === '>')
        return number === 0 ? '!=' : null;
    return comparison === '>=' && number === 1 ? '!=' : null;
}
function ofStatus(plain, builder, operator, words) {
    const [first] = words;
    if (!operator || !first)
        return null;
    const span = { file: plain.file, start: first.start, end: words.at(-1)?.end ?? first.end };
    return comparisons_compare(operator, lookUp(builder, kept.status), succeeded, span);
}
function powershellAssign(plain, builder, target, given, words) {
    const name = target.bare.slice(1).replace(/[{}]/g, '');
    const [first, second] = given;
    if (first && !isExpression(first))
        return { kind: 'command', words: given, assigns: name };
    const isKnown = first && !second && first.inner.length === 0;
    const value = isKnown ? wordValue(plain, builder, first) : { kind: 'unknown' };
    return { kind: 'assign', words, name, value };
}
const silent = /^(rem|setlocal|endlocal|title|color|shift|popd|goto|:.*|\(|break|pause)$/;
function cmdForm(plain, builder, given) {
    const begins = given.findIndex(word => !/^(@|@?call|do)$/i.test(word.bare));
    const words = begins < 0 ? [] : given.slice(begins);
    const [first, second, ...rest] = words;
    if (!first)
        return plain_forms_nothing(words);
    const keyword = first.bare.toLowerCase().replace(/^@/, '');
    if (keyword === 'if')
        return cmdIf(plain, builder, words);
    if (keyword === 'else')
        return { kind: 'always', words, rest: words.slice(1) };
    if (keyword === 'for')
        return { kind: 'loop', words, rest: afterDo(words) };
    if (keyword === 'exit') {
        const status = words.find(word => /^(\d+|%\w+%)$/.test(word.bare));
        return { kind: 'end', words, status: status ? wordValue(plain, builder, status) : 'last' };
    }
    if (keyword === 'set')
        return cmdSet(plain, builder, second, words);
    if (keyword === 'cd' || keyword === 'chdir' || keyword === 'pushd') {
        const target = second?.bare.toLowerCase() === '/d' ? rest[0] : second;
        plain_values_changeFolder(plain, target ? wordValue(plain, builder, target) : null);
        return plain_forms_nothing(words);
    }
    return silent.test(keyword) || keyword.startsWith(':')
        ? plain_forms_nothing(words)
        : { kind: 'command', words, assigns: null };
}
function afterDo(words) {
    const at = words.findIndex(word => word.bare.toLowerCase() === 'do');
    return at < 0 ? [] : words.slice(at + 1);
}
function cmdSet(plain, builder, given, words) {
    const value = given ? wordValue(plain, builder, given) : null;
    const parts = value?.kind === 'text' ? value.parts : value ? [value] : [];
    const [, name, begin = ''] = /^(\w+)=(.*)$/s.exec(parts[0]?.kind === 'constant' ? String(parts[0].value) : '') ?? [];
    if (name === undefined)
        return plain_forms_nothing(words);
    const others = parts.slice(1);
    const start = { kind: 'constant', value: begin };
    const all = begin === '' && others.length > 0 ? others : [start, ...others];
    const [only, second] = all;
    // A text with blanks goes on to the end of the line.
    const isWhole = words.length === 2 && only !== undefined;
    return {
        kind: 'assign',
        words,
        name,
        value: !isWhole ? { kind: 'unknown' } : second ? { kind: 'text', parts: all } : only,
    };
}
// `if errorlevel 1`, `if not "%X%"=="1"`, `if exist file`.
function cmdIf(plain, builder, words) {
    const given = words.slice(1).filter(word => word.bare.toLowerCase() !== '/i');
    const negated = given[0]?.bare.toLowerCase() === 'not';
    const [a, b, c, ...others] = negated ? given.slice(1) : given;
    const [left, operator] = [a?.bare.toLowerCase() ?? '', b?.bare.toLowerCase() ?? ''];
    const number = Number(left === 'errorlevel' ? operator : c?.bare);
    const isLevel = /^[%!]errorlevel[%!]$/.test(left) && operator in plain_forms_comparisons;
    const asked = left === 'errorlevel' ? againstZero('geq', number) : isLevel ? againstZero(operator, number) : null;
    const turned = asked && negated ? (asked === '==' ? '!=' : '==') : asked;
    const condition = ofStatus(plain, builder, turned, words);
    const takesTwo = /^(errorlevel|exist|defined|cmdextversion)$/.test(left);
    const takesThree = operator in plain_forms_comparisons || /^(lss|leq)$/.test(operator);
    const rest = takesTwo
        ? [...(c ? [c] : []), ...others]
        : takesThree
            ? others
            : [b, c, ...others].filter(w => w !== undefined);
    return condition ? { kind: 'if', words, condition, rest } : { kind: 'maybe', words, rest };
}

;// CONCATENATED MODULE: ./src/frontends/shell/plain-tokens.ts
const powershell = {
    blank: /(?:[ \t\r]|`\r?\n|<#[\s\S]*?#>|#[^\n]*)+/y,
    remark: /#[^\n]*/y,
    operator: /&&|\|\||[\n;|{}]/y,
    kinds: { '\n': 'end', ';': 'end', '&&': 'and', '||': 'or', '|': 'pipe', '{': 'open', '}': 'close' },
    piece: /@"\r?\n[\s\S]*?\n[ \t]*"@|@'\r?\n[\s\S]*?\n[ \t]*'@|"(?:`[\s\S]|""|[^"`])*"|'(?:''|[^'])*'|\$\(|@?\(|@\{|\$\{[^}]*\}|\$(?:[A-Za-z]+:)?\w+|\$[?$^_]|`[\s\S]|[^\s;|{}()"'`$&]+|[$&@)]/y,
};
const cmd = {
    blank: /(?:[ \t\r,]|\^\r?\n)+/y,
    remark: /(?:@?rem\b|::)[^\n]*/iy,
    operator: /&&|\|\||[\n&|()]/y,
    kinds: { '\n': 'end', '&': 'end', '&&': 'and', '||': 'or', '|': 'pipe', '(': 'open', ')': 'close' },
    piece: /"[^"\n]*"?|%[A-Za-z_]\w*(?::[^%\n]*)?%|![A-Za-z_]\w*!|%%?~?\w|\^[^\n]|[^\s,&|()"%!^]+|[%!^]/y,
};
/** The tokens of a text between two offsets. */
function plain_tokens_tokensOf(language, text, start, end) {
    const spelling = language === 'powershell' ? powershell : cmd;
    const tokens = [];
    let at = start;
    while (at < end) {
        const begins = tokens.at(-1)?.kind !== 'word';
        const skipped = lengthAt(spelling.blank, text, at) || (begins ? lengthAt(spelling.remark, text, at) : 0);
        const operator = skipped === 0 ? lengthAt(spelling.operator, text, at) : 0;
        if (operator > 0)
            tokens.push({ kind: spelling.kinds[text.slice(at, at + operator)] ?? 'end', start: at });
        if (skipped + operator > 0)
            at += skipped + operator;
        else {
            const word = readWordToken(language, spelling, text, at, end);
            tokens.push(word);
            at = word.end;
        }
    }
    return tokens;
}
function lengthAt(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0].length ?? 0;
}
function readWordToken(language, spelling, text, start, end) {
    const parts = [];
    const inner = [];
    let at = start;
    while (at < end) {
        const length = lengthAt(spelling.piece, text, at);
        if (length === 0)
            break;
        const piece = text.slice(at, at + length);
        const group = language === 'powershell' && /^([$@]?\(|@\{)$/.test(piece) ? groupEnd(text, at + length - 1, end) : 0;
        if (group > 0) {
            if (piece !== '@{')
                inner.push({ start: at + length, end: group - 1 });
            parts.push({ kind: 'unknown' });
            at = group;
        }
        else {
            parts.push(...plain_tokens_partsOf(language, piece));
            at += length;
        }
    }
    const stop = Math.max(at, start + 1);
    const raw = text.slice(start, stop);
    return { kind: 'word', parts, bare: /["'`^]/.test(raw) ? '' : raw, start, end: stop, inner };
}
/** Behind the bracket that closes the one at `at`. */
function groupEnd(text, at, end) {
    let depth = 0;
    for (const match of text.slice(at, end).matchAll(/"(?:`[\s\S]|[^"`])*"|'[^']*'|[({]|[)}]/g)) {
        if (/^[({]$/.test(match[0]))
            depth += 1;
        else if (/^[)}]$/.test(match[0]))
            depth -= 1;
        if (depth === 0)
            return at + match.index + 1;
    }
    return end;
}
function plain_tokens_partsOf(language, piece) {
    if (language === 'cmd')
        return cmdParts(piece);
    if (/^@["']/.test(piece))
        return [{ kind: 'text', text: piece.replace(/^@["']\r?\n|\r?\n[ \t]*["']@$/g, '') }];
    if (piece.startsWith("'"))
        return [{ kind: 'text', text: piece.slice(1, -1).replaceAll("''", "'") }];
    if (piece.startsWith('"'))
        return expanded(piece.slice(1, -1));
    if (piece.startsWith('`'))
        return [{ kind: 'text', text: piece.slice(1) }];
    return expanded(piece);
}
const expansion = /\$\{([^}]*)\}|\$((?:[A-Za-z]+:)?\w+|\?)|(\$\()|`([\s\S])/g;
function expanded(text) {
    const parts = [];
    let at = 0;
    for (const match of text.matchAll(expansion)) {
        const [whole, braced, name = braced, group, escaped] = match;
        if (match.index < at)
            continue;
        parts.push({ kind: 'text', text: text.slice(at, match.index) });
        at = match.index + whole.length;
        if (escaped !== undefined)
            parts.push({ kind: 'text', text: escaped });
        else if (group !== undefined) {
            parts.push({ kind: 'unknown' });
            at = groupEnd(text, match.index + 1, text.length);
        }
        else
            parts.push({ kind: 'variable', name: name ?? '' });
    }
    return [...parts, { kind: 'text', text: text.slice(at) }];
}
function cmdParts(piece) {
    if (/^\^[\s\S]/.test(piece))
        return [{ kind: 'text', text: piece.slice(1) }];
    const text = piece.replaceAll('"', '');
    return text.split(/(%[A-Za-z_]\w*%|![A-Za-z_]\w*!|%[A-Za-z_]\w*:[^%]*%|%%?~?\w)/).map((part) => {
        const [, name] = /^[%!]([A-Za-z_]\w*)[%!]$/.exec(part) ?? [];
        if (name !== undefined)
            return { kind: 'variable', name };
        return /^%/.test(part) && part.length > 1 ? { kind: 'unknown' } : { kind: 'text', text: part };
    });
}

;// CONCATENATED MODULE: ./src/frontends/shell/plain-ways.ts



/** A block that nothing leads to. */
function deadBlock({ builder }) {
    const block = newBlock(builder);
    seal(builder, block);
    return block;
}
/** Goes on where two ways meet. */
function plain_ways_join({ builder }, a, b) {
    if (a === null || b === null)
        return a ?? b;
    const next = newBlock(builder);
    for (const from of [a, b])
        builder_addEdge(builder, from, { to: next });
    seal(builder, next);
    return next;
}
/** Calls a program, which may fail and never stops the script by that. */
function plain_ways_runProgram(reader, words, assigns) {
    const { builder, plain } = reader;
    const [first, ...rest] = words;
    if (!first)
        return { ok: builder.at, failed: null };
    const name = wordValue(plain, builder, first);
    const last = rest.at(-1) ?? first;
    const span = plain_ways_spanOf(plain.file, first.start, last.end);
    const isName = name.kind === 'constant';
    const callee = isName
        ? { kind: 'command', name: String(name.value), directory: plain.directory }
        : { kind: 'unknown' };
    const args = rest.map(word => ({
        name: null,
        value: wordValue(plain, builder, word),
        span: plain_ways_spanOf(plain.file, word.start, word.end),
    }));
    const call = {
        kind: 'call',
        callee,
        arguments: args,
        span,
        name: plain_ways_spanOf(plain.file, first.start, first.end),
    };
    addFact(builder, call);
    bind(builder, kept.status, succeeded);
    if (assigns !== null)
        plain.assign(builder, assigns, { kind: 'result', call });
    const [ok, fails] = [newBlock(builder), newBlock(builder)];
    builder_addEdge(builder, builder.at, { to: ok });
    builder_addEdge(builder, builder.at, { to: fails, when: 'raises', catches: null });
    for (const block of [ok, fails])
        seal(builder, block);
    builder.at = fails;
    bind(builder, kept.status, scope_failed);
    return { ok, failed: fails };
}
/** A place in the script. */
function plain_ways_spanOf(file, start, end) {
    return { file, start, end };
}
/** `exit`, `throw`. */
function end(reader, { status, words }) {
    const { builder } = reader;
    const value = status === 'last' ? lookUp(builder, kept.status) : status;
    const span = plain_ways_spanOf(reader.plain.file, words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
    if (value.kind === 'constant' && Number(value.value) === 0)
        returnFrom(reader, span);
    else if (value.kind === 'constant')
        raise(reader, span);
    else {
        const [yes, no] = [newBlock(builder), newBlock(builder)];
        addFact(builder, {
            kind: 'test',
            value: { kind: 'operation', operator: '==', operands: [value, succeeded], span },
            span,
        });
        builder_addEdge(builder, builder.at, { to: yes, when: 'true' });
        builder_addEdge(builder, builder.at, { to: no, when: 'false' });
        for (const block of [yes, no])
            seal(builder, block);
        builder.at = yes;
        returnFrom(reader, span);
        builder.at = no;
        raise(reader, span);
    }
}
function returnFrom(reader, span) {
    addFact(reader.builder, { kind: 'return', value: { kind: 'unknown' }, span });
    reader.builder.at = deadBlock(reader);
}
/** Ends the script with a failure. */
function raise(reader, span) {
    addFact(reader.builder, { kind: 'raise', value: { kind: 'unknown' }, by: 'raise', span });
    reader.builder.at = deadBlock(reader);
}

;// CONCATENATED MODULE: ./src/frontends/shell/plain.ts







/**
 * Reads PowerShell and `cmd` as far as their commands go. Neither stops when a program fails: every call has a way on, and only
 * a test of the status, `||`, or the end of the script makes something of a failure.
 */
function readPlain({ file, language }) {
    const spoken = language === 'cmd' ? 'cmd' : 'powershell';
    const plain = openPlain(file, spoken);
    const builder = openBuilder(name => plain.free(name), fullEffort());
    bind(builder, kept.status, succeeded);
    const tokens = plain_tokens_tokensOf(spoken, file.text, 0, file.text.length);
    const last = tokens.findLastIndex(token => token.kind !== 'end');
    const reader = { plain, builder, tokens, at: 0, depth: 0, conditions: 0, last };
    plain_readBlock(reader);
    const span = { file, start: 0, end: file.text.length };
    const unit = {
        name: file.path,
        label: 'script',
        kind: 'module',
        parent: null,
        file,
        parameters: closeParameters(plain),
        blocks: closeBuilder(builder),
        owner: null,
        decorators: [],
        returns: null,
        generator: false,
        bound: plain.bound,
        span,
    };
    return { units: [unit], classes: [], settings: [], notices: [], stars: [] };
}
const plain_deepest = 100;
function plain_peek(reader) {
    return reader.tokens[reader.at];
}
// Up to the bracket that closes it.
function plain_readBlock(reader) {
    reader.depth += 1;
    for (let token = plain_peek(reader); token; token = plain_peek(reader)) {
        if (token.kind === 'close' && reader.depth > 1)
            break;
        if (token.kind === 'word' || token.kind === 'open')
            readChain(reader);
        else
            reader.at += 1;
    }
    reader.depth -= 1;
}
// `a && b || c | d`, up to the end of the line.
function readChain(reader) {
    let outcome = readOne(reader);
    for (let token = plain_peek(reader); token && /^(and|or|pipe)$/.test(token.kind); token = plain_peek(reader)) {
        reader.at += 1;
        while (plain_peek(reader)?.kind === 'end')
            reader.at += 1;
        const from = token.kind === 'and'
            ? outcome.ok
            : token.kind === 'or'
                ? outcome.failed
                : plain_ways_join(reader, outcome.ok, outcome.failed);
        reader.builder.at = from ?? deadBlock(reader);
        const next = readOne(reader);
        if (token.kind === 'and')
            outcome = { ok: next.ok, failed: plain_ways_join(reader, outcome.failed, next.failed) };
        else if (token.kind === 'or')
            outcome = { ok: plain_ways_join(reader, outcome.ok, next.ok), failed: next.failed };
        else
            outcome = next;
    }
    const isLast = reader.depth === 1 && reader.at > reader.last;
    if (isLast && outcome.failed !== null) {
        reader.builder.at = outcome.failed;
        raise(reader, plain_ways_spanOf(reader.plain.file, reader.tokens.at(-1)?.start ?? 0, reader.tokens.at(-1)?.start ?? 0));
        outcome = { ok: outcome.ok, failed: null };
    }
    reader.builder.at = plain_ways_join(reader, outcome.ok, outcome.failed) ?? deadBlock(reader);
}
function readOne(reader) {
    if (plain_peek(reader)?.kind === 'open') {
        // A block of PowerShell is for the command before it, which may run it or not.
        if (reader.plain.language === 'powershell')
            runBranch(reader, { kind: 'maybe', words: [], rest: [] });
        else
            plain_readGroup(reader);
        return { ok: reader.builder.at, failed: null };
    }
    const words = [];
    for (let token = plain_peek(reader); token?.kind === 'word'; token = plain_peek(reader)) {
        words.push(token);
        reader.at += 1;
    }
    return runWords(reader, words);
}
function plain_readGroup(reader) {
    reader.at += 1;
    if (reader.depth > plain_deepest)
        skipGroup(reader);
    else
        plain_readBlock(reader);
    if (plain_peek(reader)?.kind === 'close')
        reader.at += 1;
}
function skipGroup(reader) {
    for (let depth = 1; depth > 0 && plain_peek(reader); reader.at += 1) {
        if (plain_peek(reader)?.kind === 'open')
            depth += 1;
        if (plain_peek(reader)?.kind === 'close')
            depth -= 1;
        if (depth === 0)
            return;
    }
}
function runWords(reader, words) {
    const form = formOf(reader.plain, reader.builder, words);
    const here = () => ({ ok: reader.builder.at, failed: null });
    for (const word of form.reads ?? words)
        readInner(reader, word);
    switch (form.kind) {
        case 'nothing':
            return here();
        case 'command':
            return plain_ways_runProgram(reader, form.words, form.assigns);
        case 'assign':
            reader.plain.assign(reader.builder, form.name, form.value);
            return here();
        case 'if':
        case 'maybe':
            runBranch(reader, form);
            return here();
        case 'loop':
            runLoop(reader, form);
            return here();
        case 'always':
            plain_runBody(reader, form.rest);
            return here();
        case 'end':
            end(reader, form);
            return { ok: null, failed: null };
    }
}
// Commands in brackets run before the command that takes what they print.
function readInner(reader, word) {
    const { file, language } = reader.plain;
    if (reader.depth > plain_deepest)
        return;
    for (const { start, end: stop } of word.inner) {
        const tokens = plain_tokens_tokensOf(language, file.text, start, stop);
        const outer = { tokens: reader.tokens, at: reader.at, depth: reader.depth };
        Object.assign(reader, { tokens, at: 0, depth: reader.depth + 1 });
        plain_readBlock(reader);
        Object.assign(reader, outer);
    }
}
function runBranch(reader, form) {
    if (reader.conditions > plain_deepest)
        return;
    reader.conditions += 1;
    const { builder } = reader;
    const value = form.kind === 'if' ? form.condition : { kind: 'unknown' };
    const [first] = form.words;
    const span = plain_ways_spanOf(reader.plain.file, first?.start ?? 0, form.words.at(-1)?.end ?? 0);
    addFact(builder, { kind: 'test', value, span });
    const from = builder.at;
    const [yes, no] = [newBlock(builder), newBlock(builder)];
    builder_addEdge(builder, from, { to: yes, when: 'true' });
    builder_addEdge(builder, from, { to: no, when: 'false' });
    for (const block of [yes, no])
        seal(builder, block);
    builder.at = yes;
    plain_runBody(reader, form.rest);
    const after = builder.at;
    builder.at = no;
    readElse(reader);
    builder.at = plain_ways_join(reader, after, builder.at) ?? after;
    reader.conditions -= 1;
}
// `for %%x in (…) do …`.
function runLoop(reader, form) {
    if (plain_peek(reader)?.kind === 'open') {
        reader.at += 1;
        skipGroup(reader);
        reader.at += 1;
    }
    const words = [...form.rest];
    for (let token = plain_peek(reader); token?.kind === 'word'; token = plain_peek(reader)) {
        words.push(token);
        reader.at += 1;
    }
    const rest = words[0]?.bare.toLowerCase() === 'do' ? words.slice(1) : words;
    runBranch(reader, { kind: 'maybe', words: form.words, rest });
}
// What is left of the line, or the block that follows.
function plain_runBody(reader, rest) {
    if (rest.length > 0) {
        const outcome = runWords(reader, rest);
        reader.builder.at = plain_ways_join(reader, outcome.ok, outcome.failed) ?? deadBlock(reader);
        return;
    }
    const from = reader.at;
    while (plain_peek(reader)?.kind === 'end')
        reader.at += 1;
    if (plain_peek(reader)?.kind === 'open')
        plain_readGroup(reader);
    else
        reader.at = from;
}
function readElse(reader) {
    const from = reader.at;
    while (plain_peek(reader)?.kind === 'end')
        reader.at += 1;
    const token = plain_peek(reader);
    if (token?.kind !== 'word' || !/^else(if)?$/i.test(token.bare)) {
        reader.at = from;
        return;
    }
    readChain(reader);
}

;// CONCATENATED MODULE: ./src/frontends/shell/prepare.ts
/** Makes a script fit for the parser. */
function prepare_prepare(source) {
    const text = source
        .replaceAll('\0', ' ')
        // A carriage return before the end of a line is no part of a word to whoever wrote it.
        .replace(/\\\r\n/g, ' \\\n')
        .replace(/\r(?=\n|$)/g, ' ')
        // A comment in backticks, in the middle of a command, runs nothing.
        .replace(/`#[^`\n]*`/g, shell_prepare_blank)
        // The grammar has no line that goes on behind the end of the file.
        .replace(/\\\s*$/, shell_prepare_blank)
        // Nor has it a text to read behind a redirection; a file to read is the nearest thing that it has.
        .replace(/([0-9&]?>>?&?[ \t]*[\w./&"${}-]+[ \t]*)<<</g, '$1<  ');
    return withoutExcess(text);
}
function shell_prepare_blank(text) {
    return text.replace(/[^\n]/g, ' ');
}
// The parser's work grows with the square of these, each where nothing ends it; people write a few dozen at most.
const mostMarks = 2000;
const mostHeads = 300;
const prepare_deepest = 500;
function withoutExcess(text) {
    const lines = text.split('\n');
    const excess = new Set();
    let [marks, heads, depth, begins] = [0, 0, 0, 0];
    for (const [i, line] of lines.entries()) {
        const goesOn = i > 0 && /(\\|[|&])[ \t]*$/.test(lines[i - 1] ?? '');
        if (!goesOn)
            [marks, begins] = [0, i];
        marks += countOf(line, /[|()[\]{}<>]/g);
        heads = isHead(line) ? heads + 1 : line.trim() === '' ? heads : 0;
        depth = Math.max(0, depth + countOf(line, /\(/g) - countOf(line, /\)/g));
        if (marks > mostMarks)
            for (let at = begins; at <= i; at += 1)
                excess.add(at);
        if (marks > mostMarks)
            [marks, begins] = [mostMarks, i];
        if (heads > mostHeads || depth > prepare_deepest)
            excess.add(i);
    }
    if (excess.size === 0)
        return { text, cutAt: 0 };
    const kept = lines.map((line, i) => (excess.has(i) ? shell_prepare_blank(line) : line));
    return { text: kept.join('\n'), cutAt: [...excess].reduce((a, b) => Math.min(a, b)) + 1 };
}
// A line that only begins something: `f()`, `a)`, `a[`, `<<EOF`.
function isHead(line) {
    return /^\s*(<<-?\s*\S*|[^\s()[\]]*\s*(\(\)|\)|\[|=\())\s*$/.test(line);
}
function countOf(line, pattern) {
    return line.match(pattern)?.length ?? 0;
}

;// CONCATENATED MODULE: ./src/frontends/shell/index.ts









/**
 * Shell scripts to units: one for the script, and one for every function in it.
 *
 * **Exit status is control flow.** A command is a `Call`. Where its failure ends the shell, because of `set -e` or a trap, the
 * call has no `raises` edge and so leaves the unit. Where the script goes on, a `raises` edge leads to what runs next. The
 * ways of both meet again only where the script does not tell them apart, so what a check has established holds exactly
 * where the shell could not have come without it.
 *
 * - A reader gets a *target*, the place where a status other than 0 leads, and goes on where the status is 0
 *   (`run(scope, node, failure)`). `a || b`, `if`, `while` and `!` hand down a target of their own and read *leniently*:
 *   `-e` does not count for what somebody looks at, and neither does it in functions that are called from there.
 * - The last command of a script or function decides its status, so its failure leaves the unit.
 * - `exit 0` and `return 0` are a `Return`; any other status is a `Raise`; a status that is not known is asked for.
 * - `$?` is a variable: 0 where a command went well, 1 where it failed. A test of it, or of a copy, is one of a flag.
 * - Parts of a pipe run side by side: none of them waits for the others. With `pipefail` all of them are asked for their
 *   status at its end, without it only the last one is.
 * - A subshell, a part of a pipe and a substitution end by themselves: `exit` leaves no more than them.
 * - A function is read once for each way in which it is started: with `-e` or without, looked at or not, from which folder.
 *   One that can fail by `exit` only has no failing way back to its caller.
 * - `mode.ts` follows `set` and `trap` line by line; where branches differ, the weaker mode holds.
 *
 * Variables are in static single assignment form. What nothing binds is a parameter of the kind `environment`; `$1` is a
 * positional one; a function sees the script's variables as `variable` values. The folder at hand, what was shifted and what
 * was printed are kept in the same way, under names that no variable can have.
 */
function shellFrontend(grammar) {
    return {
        name: 'shell',
        claims: claimsShell,
        recognises: ({ path, text }) => hasExtension(path) || shebangMode(text) !== null,
        read: file => shell_read(grammar, file, shebangMode(file.text) ?? { errexit: false, pipefail: false }),
        readEmbedded: (embedded) => embedded.language === 'shell' ? shell_read(grammar, embedded.file, embedded.shell) : readPlain(embedded),
    };
}
/** Whether a file of this path may be a shell script; one without an extension has to say so in its first line. */
function claimsShell(path) {
    return hasExtension(path) || /(^|\/)(s?bin|scripts?|tools|hack|ci|\.ci|hooks)\/([^/]+\/)*[^/.]+$/.test(path);
}
function hasExtension(path) {
    return /\.(sh|bash|zsh|ksh)$/.test(path);
}
function shell_read(grammar, file, shell) {
    const { text, cutAt } = prepare_prepare(file.text);
    const reading = grammar.parse(text, root => readScript(file, root, shell));
    if (cutAt === 0)
        return reading;
    const message = 'So much stands here with nothing to end it that it was left out.';
    return {
        ...reading,
        notices: [...reading.notices, { path: file.path, line: cutAt, kind: 'limit', message }],
    };
}
function readScript(file, root, shell) {
    const script = openScript(file, root);
    const start = { kind: 'module', unit: file.path, label: 'script', lenient: false, directory: '' };
    const others = [...script.outline.functions.values()].flat();
    const mode = startMode(shell);
    const scope = functions_openScope(script, { ...start, mode, locals: new Set(), node: root, others });
    script.builder = scope.builder;
    runList(scope, statementsIn(root), 'exits');
    readUncalled(scope);
    const unit = functions_closeScope(scope, root);
    if (script.effort.spent)
        scope_noteLimit(script, root, 'Reading it would take too long; parts of it were read as unknown.');
    const { units, notices, embedded } = script;
    return { units: [unit, ...units], classes: [], settings: [], stars: [], notices, embedded };
}
function openScript(file, root) {
    return {
        file,
        outline: outline_outlineOf(root),
        units: [],
        embedded: [],
        notices: shell_syntaxNotices(file, root),
        effort: fullEffort(),
        current: new Map(),
        variants: new Map(),
        taken: new Map(),
        readAt: new Set(),
        codes: new Map(),
        environment: new Map(),
        constants: new Map(),
        parameters: [],
        bound: new Map(),
        builder: null,
        words: 300_000,
        depth: 0,
    };
}
function shell_syntaxNotices(file, root) {
    if (!root.hasError)
        return [];
    const line = (root.descendantsOfType('ERROR')[0] ?? shell_firstMissing(root) ?? root).startPosition.row + 1;
    const message = 'The syntax could not be understood here; the rest of the file was read as far as it could be.';
    return [{ path: file.path, line, kind: 'syntax', message }];
}
function shell_firstMissing(root) {
    let at = root;
    while (at && !at.isMissing)
        at = at.children.find(child => child?.hasError || child?.isMissing) ?? null;
    return at;
}

;// CONCATENATED MODULE: ./src/frontends/tasks/task.ts
/** A file of tasks as a pipeline that nothing starts by itself. */
function task_pipelineOf(file, tasks, variables) {
    const span = { file, start: 0, end: file.text.length };
    return {
        label: file.path,
        file,
        span,
        name: file.path,
        triggers: [],
        variables,
        jobs: tasks.map(task => task_jobOf(file, task)),
        inputs: new Map(),
        inert: null,
    };
}
function task_jobOf(file, task) {
    const { name, span, before, commands, variables, directory } = task;
    const first = before.map(other => task_stepOf(span, { kind: 'call', name: `${file.path}:${other}`, inputs: task_none, span }, null));
    const steps = commands.map(command => task_stepOf(command.span, task_scriptOf(command), command.tolerates));
    return {
        id: name,
        label: name,
        span,
        needs: [],
        condition: task_always(span),
        gates: [],
        variables,
        directory,
        steps: [...first, ...steps],
        tolerates: null,
    };
}
const task_none = new Map();
function task_always(span) {
    return { after: 'success', test: null, events: null, span };
}
function task_stepOf(span, action, tolerates) {
    return { label: '', span, condition: task_always(span), variables: task_none, tolerates, action };
}
// A shell of its own runs each command, and what it answers at its end is what counts.
function task_scriptOf({ text, pieces, span }) {
    return { kind: 'script', language: 'shell', shell: { errexit: false, pipefail: false }, text, pieces, span };
}
/** The folder of a file, from the root. */
function task_folderOf({ path }) {
    return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

;// CONCATENATED MODULE: ./src/frontends/tasks/files.ts



/** The scripts of a `package.json`; `prefoo` runs before `foo`. https://docs.npmjs.com/cli/v11/using-npm/scripts */
function readPackage(file, tree) {
    const scripts = yaml_entriesOf(yaml_valueAt(tree, 'scripts'));
    const names = new Set(scripts.map(({ key }) => key));
    return scripts.map(({ key, at, value }) => {
        const before = names.has(`pre${key}`) ? [`pre${key}`] : [];
        return files_taskOf(file, key, at, before, files_commandsOf(value));
    });
}
/** The tasks of a Taskfile. https://taskfile.dev/docs/reference/schema */
function readTaskfile(file, tree) {
    return yaml_entriesOf(yaml_valueAt(tree, 'tasks')).map(({ key, at, value }) => {
        const before = listOf(yaml_valueAt(value, 'deps')).flatMap(dep => yaml_textOf(dep) ?? yaml_textOf(yaml_valueAt(dep, 'task')) ?? []);
        const list = isMapping(value) ? (yaml_valueAt(value, 'cmds') ?? yaml_valueAt(value, 'cmd')) : value;
        return files_taskOf(file, key, at, before, files_commandsOf(list), files_variablesOf(yaml_valueAt(value, 'env')));
    });
}
/** The stages of a DVC pipeline; a stage runs after those that make what it depends on. https://doc.dvc.org/user-guide/project-structure/dvcyaml-files */
function readDvc(file, tree) {
    const stages = yaml_entriesOf(yaml_valueAt(tree, 'stages'));
    const makers = new Map();
    for (const { key, value } of stages)
        for (const made of ['outs', 'metrics', 'plots'])
            for (const path of pathsOf(yaml_valueAt(value, made)))
                makers.set(path, key);
    return stages.map(({ key, at, value }) => {
        const before = pathsOf(yaml_valueAt(value, 'deps')).flatMap(path => makers.get(path) ?? []);
        return files_taskOf(file, key, at, [...new Set(before)].filter(other => other !== key), files_commandsOf(yaml_valueAt(value, 'cmd')));
    });
}
function pathsOf(tree) {
    return yaml_itemsOf(tree).flatMap(item => yaml_textOf(item) ?? yaml_entriesOf(item).map(({ key }) => key));
}
/** The entry points of an MLflow project. https://mlflow.org/docs/latest/ml/projects/ */
function files_readProject(file, tree) {
    return yaml_entriesOf(yaml_valueAt(tree, 'entry_points')).map(({ key, at, value }) => files_taskOf(file, key, at, [], files_commandsOf(yaml_valueAt(value, 'command'))));
}
function files_taskOf(file, name, span, before, commands, variables = new Map()) {
    return { name, span, before, commands, variables, directory: task_folderOf(file) };
}
function files_commandsOf(tree) {
    return listOf(tree).flatMap(item => {
        const own = isMapping(item) ? yaml_valueAt(item, 'cmd') : item;
        const text = yaml_textOf(own);
        if (!own || text === null)
            return [];
        const tolerates = booleanOf(yaml_valueAt(item, 'ignore_error')) === true ? '`ignore_error: true`' : null;
        return [{ ...placedText(own), span: own.span, tolerates }];
    });
}
function files_variablesOf(tree) {
    return new Map(yaml_entriesOf(tree).flatMap(({ key, value }) => {
        const text = yaml_textOf(value);
        return text === null ? [] : [[key, constant(text)]];
    }));
}

;// CONCATENATED MODULE: ./src/frontends/tasks/make.ts



/** A makefile's rules as tasks. https://www.gnu.org/software/make/manual/make.html */
function readMakefile(file) {
    const rules = new Map();
    const variables = new Map();
    let open = [];
    for (const line of logicalLines(file)) {
        const assigned = /^(?:export\s+|override\s+)*([\w.-]+)\s*(?:\?|:{1,3}|\+|!)?=\s*(.*)$/.exec(line.text);
        const heads = /^([^\t#=:][^=:]*?)\s*::?(?!=)\s*([^=]*?)(?:;\s*(.*))?$/.exec(line.text);
        if (line.text.startsWith('\t'))
            for (const rule of open)
                rule.recipe.push(line);
        else if (assigned?.[1])
            variables.set(assigned[1], constant((assigned[2] ?? '').trim()));
        else if (heads?.[1] && !line.text.startsWith(' '))
            open = openRules(rules, file, line, heads[1], heads[2] ?? '');
        else if (line.text.trim() !== '' && !line.text.startsWith('#'))
            open = [];
    }
    return { tasks: [...rules.values()].map(rule => make_taskOf(file, rule, rules, variables)), variables };
}
// A backslash at the end of a line joins it with the next; the joined text keeps its length.
function logicalLines({ text }) {
    return [...text.matchAll(/(?:[^\n\\]|\\[\s\S])+/g)].map(match => ({ text: match[0], start: match.index }));
}
function openRules(rules, file, line, heads, before) {
    const names = heads
        .split(/\s+/)
        .filter(name => name !== '' && !/^\.[A-Z]/.test(name) && !name.includes('%'));
    const needed = before
        .split('#')[0]
        ?.split(/\s+/)
        .filter(name => /^[\w./-]+$/.test(name)) ?? [];
    return names.map(name => {
        const span = { file, start: line.start, end: line.start + heads.length };
        const rule = rules.get(name) ?? { name, span, before: [], recipe: [] };
        rules.set(name, rule);
        rule.before.push(...needed);
        return rule;
    });
}
function make_taskOf(file, { name, span, before, recipe }, rules, variables) {
    return {
        name,
        span,
        before: before.filter(other => other !== name && rules.has(other)),
        commands: recipe.flatMap(line => make_commandOf(file, line, variables) ?? []),
        variables: new Map(),
        directory: task_folderOf(file),
    };
}
// `-` in front tolerates a failure; `@` prints nothing.
function make_commandOf(file, { text, start }, variables) {
    const [prefix = ''] = /^\t\s*[@+-]*\s*/.exec(text) ?? [];
    const body = text.slice(prefix.length);
    if (body.trim() === '' || body.startsWith('#'))
        return null;
    const at = start + prefix.length;
    const placed = { text: body, pieces: [{ from: 0, to: at, length: body.length }] };
    const span = { file, start: at, end: at + body.length };
    return {
        ...fill(placed, holesIn(body, variables)),
        span,
        tolerates: prefix.includes('-') ? '`-` in front of it' : null,
    };
}
// `$(NAME)` is make's own, `$$NAME` the shell's. What make puts in is read as if it stood there.
function holesIn(text, variables) {
    return [...text.matchAll(/\$\$|\$\(([\w.-]+)\)|\$\{([\w.-]+)\}|\$\(([^()]*)\)|\$[@<^?*]/g)].map(match => {
        const [whole, round, curly, call] = match;
        const name = round ?? curly;
        const hole = { start: match.index, end: match.index + whole.length };
        if (whole === '$$')
            return { ...hole, text: '$' };
        const value = name === undefined ? undefined : variables.get(name);
        if (value?.kind === 'constant' && !String(value.value).includes('$'))
            return { ...hole, text: String(value.value) };
        return { ...hole, text: `\${${variableName(name ?? `make ${call ?? 'automatic'}`)}}` };
    });
}

;// CONCATENATED MODULE: ./src/frontends/tasks/index.ts





const makefile = /(^|\/)(GNUm|[Mm])akefile$/;
const tasks_readers = [
    [/(^|\/)package\.json$/, readPackage],
    [/(^|\/)[Tt]askfile\.ya?ml$/, readTaskfile],
    [/(^|\/)dvc\.yaml$/, readDvc],
    [/(^|\/)MLproject$/, files_readProject],
];
/** Task runners: make, npm scripts, Task, DVC stages, MLflow projects. A task runs where somebody asks for it. */
const tasksFrontend = {
    name: 'tasks',
    claims: path => makefile.test(path) || tasks_readers.some(([pattern]) => pattern.test(path)),
    read: tasks_read,
};
function tasks_read(file) {
    if (makefile.test(file.path)) {
        const { tasks, variables } = readMakefile(file);
        return tasksOf(task_pipelineOf(file, tasks, variables));
    }
    const reader = tasks_readers.find(([pattern]) => pattern.test(file.path))?.[1];
    const yaml = readYaml(file);
    const [tree] = yaml.documents;
    const tasks = tree && reader ? reader(file, tree) : [];
    return { ...tasksOf(task_pipelineOf(file, tasks, new Map())), notices: yaml.notices };
}

;// CONCATENATED MODULE: ./src/frontends/index.ts














// In these stand scripts of a shell.
const pipelines = [
    azureFrontend,
    bitbucketFrontend,
    buildkiteFrontend,
    circleciFrontend,
    cloudbuildFrontend,
    githubFrontend,
    gitlabFrontend,
    tasksFrontend,
];
// These need no grammar.
const frontends_plain = [...pipelines, requirementsFrontend];
/** Every frontend, ready to read. That of shell scripts is left out where nothing needs it: its grammar takes time to load. */
async function openFrontends(readGrammar, needs = { shell: false }) {
    const runtime = readGrammar('runtime');
    const python = await loadGrammar(runtime, readGrammar('python'));
    const shell = needs.shell ? [shellFrontend(await loadGrammar(runtime, readGrammar('bash')))] : [];
    return [pythonFrontend(python), ...shell, ...frontends_plain];
}
/** Whether files of this path may be of use: code, pipelines, manifests, and what these take in. */
function isReadable(path) {
    return /\.(pyw?|ya?ml)$/.test(path) || claimsShell(path) || frontends_plain.some(frontend => frontend.claims(path));
}
/** Whether shell stands in one of these files, or may. */
function needsShell(files) {
    return files.some(file => claimsShell(file.path) || pipelines.some(frontend => frontends_isOf(frontend, file)));
}
function frontends_isOf(frontend, file) {
    return frontend.claims(file.path) && frontend.recognises?.(file) !== false;
}
/** Reads files into one program, and the code that stands in them. */
function readProgram(frontends, files, { others = files, onProgress } = {}) {
    const all = new Map(others.map(file => [file.path, file]));
    const parts = emptyParts();
    for (const [i, file] of files.entries()) {
        onProgress?.(i);
        for (const frontend of frontends)
            if (frontends_isOf(frontend, file))
                frontends_take(parts, frontends, file, frontend.read(file, path => all.get(path)), 0);
    }
    leaveOut(parts);
    const byPath = new Map(files.map(file => [file.path, file]));
    const { takenIn: _, ...rest } = parts;
    return { ...rest, files: byPath, paths: new Set(byPath.keys()) };
}
function emptyParts() {
    return {
        units: new Map(),
        classes: new Map(),
        stars: new Map(),
        settings: [],
        notices: [],
        takenIn: new Set(),
    };
}
// What a template holds is judged in the pipelines that take it in, and by itself only where none does.
function leaveOut({ units, takenIn }) {
    const templates = new Set([...takenIn].filter(path => units.get(path)?.inert !== undefined));
    if (templates.size === 0)
        return;
    for (const name of [...units.keys()])
        if (templates.has(/^.*?\.ya?ml(?=$|[:#])/.exec(name)?.[0] ?? ''))
            units.delete(name);
}
// Code in code in code was written to be slow.
const frontends_deepest = 5;
function frontends_take(parts, frontends, file, reading, depth) {
    for (const unit of reading.units)
        parts.units.set(unit.name, unit);
    for (const shape of reading.classes)
        parts.classes.set(shape.name, shape);
    if (reading.stars.length > 0)
        parts.stars.set(file.path, reading.stars);
    for (const path of reading.takenIn ?? [])
        parts.takenIn.add(path);
    parts.settings.push(...reading.settings);
    parts.notices.push(...reading.notices.map(notice => noticeOnDisk(file, notice)));
    for (const embedded of depth < frontends_deepest ? (reading.embedded ?? []) : []) {
        const inner = frontendFor(frontends, embedded)?.readEmbedded?.(embedded);
        if (inner)
            frontends_take(parts, frontends, embedded.file, inner, depth + 1);
    }
}
function noticeOnDisk(file, notice) {
    if (!file.container || notice.path !== file.path)
        return notice;
    const start = file.text
        .split('\n')
        .slice(0, Math.max(0, notice.line - 1))
        .join('\n').length;
    const offset = notice.line > 1 ? start + 1 : 0;
    const place = onDisk({ file, start: offset, end: offset });
    return { ...notice, path: place.file.path, line: (0,lines/* lineOf */.cA)(place.file.text, place.start).line };
}
function frontendFor(frontends, { language }) {
    return frontends.find(({ name }) => name === (language === 'python' ? 'python' : 'shell'));
}

;// CONCATENATED MODULE: ./src/policy/effects.ts
/** What the configuration leaves out or takes for granted, so that every report can say it. */
function effects_effectsOf(configuration, { findings, ignored }) {
    const { file, rules, own } = configuration;
    if (file === null)
        return [];
    const off = [...rules].filter(([, level]) => level === 'off').map(([id]) => id);
    const metrics = Object.values(own.metrics).flat();
    const guards = own.guards.flatMap(guard => guard.call);
    return [
        ...off.map(id => ruleOff(id, file, findings.filter(finding => finding.rule === id).length)),
        ...effects_skipped(file, ignored),
        ...effects_named('words', file, own.words.other, ': such targets do not serve users'),
        ...effects_named('metrics', file, metrics, ''),
        ...effects_named('guards', file, guards, ': what passes there counts as checked'),
    ];
}
function ruleOff(id, file, count) {
    const lost = count === 0 ? '' : `: ${counted(count, 'finding')} ${count === 1 ? 'is' : 'are'} not reported`;
    return { setting: 'rules', count, says: `\`${id}\` is off in \`${file}\`${lost}.` };
}
function effects_skipped(file, { folders, files }) {
    const parts = [
        ...(folders > 0 ? [counted(folders, 'folder')] : []),
        ...(files > 0 ? [counted(files, 'file')] : []),
    ];
    if (parts.length === 0)
        return [];
    const says = `\`ignore\` in \`${file}\` skips ${parts.join(' and ')}.`;
    return [{ setting: 'ignore', count: folders + files, says }];
}
const mostNames = 5;
function effects_named(setting, file, names, meaning) {
    if (names.length === 0)
        return [];
    const says = `\`${setting}\` in \`${file}\` names ${enumerated(names)}${meaning}.`;
    return [{ setting, count: names.length, says }];
}
function enumerated(names) {
    const quoted = names.slice(0, mostNames).map(name => `\`${name}\``);
    const shown = names.length > mostNames ? [...quoted, `${names.length - mostNames} more`] : quoted;
    const last = shown.at(-1) ?? '';
    return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${last}` : last;
}
function counted(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./src/policy/verdict.ts
const verdict_rank = { error: 3, warning: 2, note: 1 };
/** Whether `level` is as severe as `bar`, or more. */
function verdict_reaches(level, bar) {
    return verdict_rank[level] >= verdict_rank[bar];
}
/** The findings at the levels that the project gives their rules, without those of rules that are off. */
function withLevels(findings, rules, wanted) {
    const usual = new Map(rules.map(rule => [rule.id, rule.level]));
    return findings.flatMap(finding => {
        const level = wanted.get(finding.rule);
        if (level === 'off')
            return [];
        if (level === undefined)
            return [finding];
        return [{ ...finding, level: relevel(finding.level, usual.get(finding.rule) ?? finding.level, level) }];
    });
}
/** Whether the run fails: one finding at or above `failOn` is enough. */
function verdict_judge(findings, failOn) {
    if (failOn === 'never')
        return { failOn, failed: false, blocking: 0 };
    const blocking = findings.filter(finding => verdict_reaches(finding.level, failOn)).length;
    return { failOn, failed: blocking > 0, blocking };
}
// A finding that its own evidence makes milder than its rule usually is stays mild when the rule is made stricter.
function relevel(own, usual, wanted) {
    return own === usual || verdict_reaches(own, wanted) ? wanted : own;
}

// EXTERNAL MODULE: ./src/rules/own.ts
var own = __webpack_require__(2015);
// EXTERNAL MODULE: ./src/rules/pages.ts
var pages = __webpack_require__(2699);
;// CONCATENATED MODULE: ./src/scan.ts










/** The whole run: walk, choose, parse, check, judge. */
async function scan(options, onProgress) {
    const { configuration } = options;
    const rules = (0,own/* withOwn */.Lw)(options.rules, configuration.own);
    const tree = walk(options.root, { paths: options.paths, ignore: configuration.ignore, claims: isReadable });
    const paths = new Set([...tree.paths, ...tree.files.map(file => file.path)]);
    const files = selectFiles(tree.files, rules, paths);
    const frontends = await openFrontends(readGrammar, { shell: needsShell(files) });
    const parsed = readProgram(frontends, files, {
        others: tree.files,
        onProgress: done => onProgress?.(done, files.length),
    });
    const program = { ...parsed, paths };
    const found = examine(program, rules);
    const findings = withLevels(found.findings, rules.rules, configuration.rules);
    return {
        version: options.version,
        rules: rules.rules.map(pages/* ruleText */.Y3),
        findings,
        guarded: found.guarded.filter(({ rule }) => configuration.rules.get(rule) !== 'off'),
        map: found.map,
        policy: effects_effectsOf(configuration, { findings: found.findings, ignored: tree.ignored }),
        notices: [...tree.notices, ...program.notices].sort(scan_byPlace),
        verdict: verdict_judge(findings, configuration.failOn),
        files: { seen: tree.seen, parsed: files.length },
    };
}
function scan_byPlace(a, b) {
    return (0,base_order/* byCodeUnits */.C)(a.path, b.path) || a.line - b.line || (0,base_order/* byCodeUnits */.C)(a.kind, b.kind);
}

// EXTERNAL MODULE: ./src/base/nearest.ts
var base_nearest = __webpack_require__(8859);
;// CONCATENATED MODULE: ./src/cli/formats.ts




/** Reads `--format FORMAT[=FILE]` as often as it was given. Without any, people get a report on the terminal. */
function planReports(request, workingDirectory, root) {
    const wishes = request.formats.map(readWish);
    const printed = wishes.filter(wish => wish.file === null).map(wish => wish.format);
    const [first, second] = printed;
    if (first && second)
        throw new user_error/* UserError */.y(`--format: \`${first}\` and \`${second}\` cannot share standard output; write one of them to a file, as in \`--format ${second}=FILE\``);
    const files = wishes.flatMap(({ format, file }) => file === null ? [] : [{ format, to: planOutput(file, workingDirectory, root) }]);
    refuseSameFile(files.map(({ to }) => to));
    return { files, printed: first ?? (wishes.length === 0 && !request.quiet ? 'pretty' : null) };
}
function readWish(wish) {
    const [name = ''] = wish.split('=', 1);
    if (!isFormat(name))
        throw unknownFormat(name);
    return { format: name, file: wish === name ? null : wish.slice(name.length + 1) };
}
function isFormat(name) {
    return Object.hasOwn(formats, name);
}
function unknownFormat(name) {
    const names = Object.keys(formats);
    const guess = (0,base_nearest/* nearest */.p)(name, names);
    const list = names.map(format => `\`${format}\``).join(', ');
    return new user_error/* UserError */.y(`--format: \`${name}\` is no format; write ${guess ? `\`${guess}\`` : `one of ${list}`}`);
}
function refuseSameFile(outputs) {
    const twice = outputs.find((output, index) => outputs.findIndex(({ path }) => path === output.path) < index);
    if (twice)
        throw new user_error/* UserError */.y(`--format: \`${twice.shown}\` is named for two reports; give each its own file`);
}

;// CONCATENATED MODULE: ./src/cli/progress.ts
/** Progress that nobody sees. */
const silence = { update: () => { }, clear: () => { } };
const patience = 1000;
const pause = 100;
/** Shows nothing in the first second, and then ten times a second at most. `now` is in milliseconds. */
function showProgress(screen, now) {
    if (screen.isTTY !== true)
        return silence;
    let next = now() + patience;
    let shown = false;
    return {
        update: (done, total) => {
            if (now() < next)
                return;
            next = now() + pause;
            shown = true;
            screen.write(`\r\u001b[K${done} of ${total} files`);
        },
        clear: () => {
            if (shown)
                screen.write('\r\u001b[K');
            shown = false;
        },
    };
}

// EXTERNAL MODULE: ./src/cli/rules.ts + 1 modules
var cli_rules = __webpack_require__(3746);
;// CONCATENATED MODULE: ./src/cli/targets.ts




/** One directory is scanned as a tree of its own; anything else is looked for in the working directory. */
function findTargets(paths, workingDirectory) {
    const found = paths.map(targets_find);
    const [only] = found;
    if (only && found.length === 1 && only.isDirectory)
        return { root: only.real, paths: [] };
    const root = (0,external_node_fs_.realpathSync)(workingDirectory);
    const inside = found.map(target => targets_within(root, target));
    return { root, paths: inside.includes('') ? [] : inside };
}
function targets_find(path) {
    const stats = path === '' ? undefined : (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (!stats)
        throw new user_error/* UserError */.y(`\`${path}\`: there is no such file or directory; write a path that exists`);
    if (!stats.isDirectory() && !stats.isFile())
        throw new user_error/* UserError */.y(`\`${path}\`: this is neither a file nor a directory; write the path of one`);
    return { shown: path, real: (0,external_node_fs_.realpathSync)(path), isDirectory: stats.isDirectory() };
}
function targets_within(root, target) {
    if (isInside(root, target.real))
        return (0,external_node_path_.relative)(root, target.real).split(external_node_path_.sep).join('/');
    throw new user_error/* UserError */.y(`\`${target.shown}\`: this lies outside of the working directory; scan one directory at a time, or run from one that holds all of them`);
}

// EXTERNAL MODULE: ./src/cli/terminal.ts
var terminal = __webpack_require__(1028);
;// CONCATENATED MODULE: ./src/cli/scan.ts










/** Scans, writes the reports, and returns the exit code. Whatever is wrong with the request is found before the scan. */
async function runScan(request, version) {
    const targets = findTargets(request.paths, process.cwd());
    const { showGuarded } = request;
    const plan = planReports(request, process.cwd(), targets.root);
    const report = await scanTargets(request, targets, version);
    writeOutputs(plan.files.map(({ format, to }) => ({ to, text: formats[format](report, { showGuarded }) })));
    await scan_show(report, plan, request);
    return report.verdict.failed ? 1 : 0;
}
/** Scans and draws how models reach production. What is found fails nothing here. */
async function drawGraph(request, version) {
    const { map } = await scanTargets({ ...request, failOn: null, quiet: false }, findTargets(request.paths, process.cwd()), version);
    await (0,terminal/* print */.yy)(graphFormats[request.format](map));
    return 0;
}
async function scanTargets(request, { root, paths }, version) {
    const rules = await (0,cli_rules/* loadRules */.A)(request.ruleDirectories);
    const file = request.config === null ? null : { path: request.config, shown: request.config };
    const configured = await readConfiguration(root, file, rules);
    const configuration = { ...configured, failOn: request.failOn ?? configured.failOn };
    const progress = request.quiet ? silence : showProgress(process.stderr, () => performance.now());
    try {
        return await scan({ root, paths, rules, configuration, version }, progress.update);
    }
    finally {
        progress.clear();
    }
}
async function scan_show(report, plan, { showGuarded, quiet }) {
    if (plan.printed)
        await (0,terminal/* print */.yy)(formats[plan.printed](report, { ...forTerminal(), showGuarded }));
    else if (!quiet)
        (0,terminal/* complain */.cc)(`modelgate: ${scan_outcome(report)}`);
}
function forTerminal() {
    const colours = (0,terminal/* wantsColour */.Ml)(process.stdout, process.env);
    return process.stdout.isTTY ? { colours, width: process.stdout.columns } : { colours };
}
function scan_outcome({ findings, verdict }) {
    const found = `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`;
    const judged = verdict.failOn === 'never' ? '' : `, ${verdict.blocking} at or above \`${verdict.failOn}\``;
    return `${found}${judged}: ${verdict.failed ? 'failed' : 'passed'}`;
}


/***/ })

};
;