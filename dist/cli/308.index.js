"use strict";
exports.id = 308;
exports.ids = [308];
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

/***/ 6308:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
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
async function readConfiguration(root, given, knownRuleIds) {
    const file = given ?? findIn(root);
    if (!file)
        return settings/* defaultConfiguration */._0;
    const text = readTextFile(file.path, file.shown);
    // The schema library is a tenth of the start-up, and most repositories have no such file.
    const { parseConfiguration } = await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(357)]).then(__webpack_require__.bind(__webpack_require__, 7357));
    return parseConfiguration(text, file.shown, knownRuleIds);
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
        notices: report.notices.map(({ path, line, kind, message }) => ({ path, line, kind, message })),
    };
    return toJson(shape);
}
function countsOf({ findings, files, notices }) {
    const of = (level) => findings.filter(finding => finding.level === level).length;
    return {
        findings: findings.length,
        error: of('error'),
        warning: of('warning'),
        note: of('note'),
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
        guards: finding.guards.map(({ span, kind, strength, says }) => ({
            ...placeOf(span),
            kind,
            strength,
            says,
        })),
        fingerprint: finding.fingerprint,
    };
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
var order = __webpack_require__(617);
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
    const fired = [...groupBy(findings, finding => finding.rule)].sort(([a], [b]) => (0,order/* byCodeUnits */.C)(a, b));
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
        says: `${kind} check, ${verdicts[strength]}: ${says}`,
    }));
}
const verdicts = {
    strong: 'holds',
    medium: 'declared but not verified',
    weak: 'not enough',
    void: 'does not hold',
};
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
    const { findings, files, notices } = report;
    const unread = new Set(notices.map(notice => notice.path)).size;
    const scanned = `${count(files.seen, 'file')} scanned${unread > 0 ? `, ${unread} not read in full` : ''}`;
    const places = new Set(findings.map(finding => finding.name.file.path)).size;
    const found = findings.length === 0
        ? 'No findings'
        : `${count(findings.length, 'finding')}: ${levels(paper, report)} in ${count(places, 'file')}`;
    return [`${found}; ${scanned}`, verdictLine(paper, report.verdict)];
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
function pretty(report, { colours = false, width = 100 } = {}) {
    const paper = paperOf(colours, width);
    const lines = [
        ...report.findings.flatMap(finding => [...block(paper, finding), '']),
        ...advice(paper, report),
        ...noticeLines(paper, report.notices),
        ...totals(paper, report),
    ];
    return (0,visible/* breakCommands */.ix)(`${lines.join('\n').replace(/ +$/gm, '')}\n`);
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
    const guards = finding.guards.slice(0, mostGuards);
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
const mostGuards = 9;
function messageOf(finding, guards, rule) {
    // The page of the rule already shows its own fix.
    const fix = rule?.fix === finding.fix ? [] : [plainText(finding.fix)];
    return [plainText(finding.message), ...guards.map(guardSentence), ...fix].join(' ');
}
/** A sentence with a link to the guard's place: GitHub shows related locations only where the message links to them. */
function guardSentence({ kind, strength, says }, index) {
    return `The [${kind} check](${index + 1}) ${results_verdicts[strength]}: ${plainText(says).replace(/\.$/, '')}.`;
}
const results_verdicts = {
    strong: 'holds',
    medium: 'is declared, not verified',
    weak: 'is not enough',
    void: 'does not hold',
};
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
    const rules = [...report.rules].sort((a, b) => (0,order/* byCodeUnits */.C)(a.id, b.id));
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
            { executionSuccessful: true, toolExecutionNotifications: report.notices.map(notificationOf) },
        ],
        columnKind: 'utf16CodeUnits',
        results: resultsOf(report.findings, rules),
    };
}

;// CONCATENATED MODULE: ./src/reporters/index.ts



/** Every output format by its name on the command line. */
const formats = { pretty: pretty, sarif: sarif, json: json };

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

;// CONCATENATED MODULE: ./src/analysis/guards/engine.ts
function openEngine(linked) {
    return { linked, flows: new Map(), entries: new Map(), exits: new Map(), open: new Set() };
}
/** Whether a fact ends in an exception whatever happens. */
function isRaise(fact) {
    return fact?.kind === 'raise';
}

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
var picomatch_default = /*#__PURE__*/__webpack_require__.n(picomatch);
;// CONCATENATED MODULE: ./src/analysis/knowledge.ts

function arrange(rules) {
    const { catalogs } = rules;
    const sinks = catalogs.flatMap(catalog => catalog.sinks);
    const aliases = new Map(catalogs.flatMap(catalog => Object.entries(catalog.aliases)));
    return {
        rules: rules.rules,
        aliases,
        sinks: byName(sinks),
        distinctive: byLastName(sinks.filter(sink => sink.distinctive)),
        results: byName(catalogs.flatMap(catalog => catalog.results)),
        origins: byName(catalogs.flatMap(catalog => catalog.origins)),
        guards: byName(catalogs.flatMap(catalog => catalog.guards)),
        terminators: new Set(catalogs.flatMap(catalog => catalog.terminators)),
        metrics: {
            higher: metricWords(catalogs, 'higher'),
            lower: metricWords(catalogs, 'lower'),
            other: metricWords(catalogs, 'other'),
            reference: metricWords(catalogs, 'reference'),
            counts: metricWords(catalogs, 'counts'),
        },
        lastNames: new Set([...sinks.flatMap(sink => sink.call), ...aliases.keys()].map(lastName)),
        words: wordLists(catalogs),
        observers: catalogs.flatMap(catalog => catalog.observers).map(namePattern),
        doubles: catalogs
            .flatMap(catalog => catalog.doubles)
            .map(name => new RegExp(`^${escapeName(name)}(\\b|$)`)),
        isTest: remembered(picomatch_default()(catalogs.flatMap(catalog => catalog.contexts?.test ?? []))),
    };
}
/** The last name of a qualified one, without what stands for its result. */
function lastName(name) {
    return /(\w+)(?:\(\))?$/.exec(name)?.[1] ?? name;
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
    return { exact, patterns };
}
// `*` stands for one name: `mlflow.*.load_model`.
function namePattern(name) {
    return new RegExp(`^${escapeName(name).replaceAll('*', '[^.]+')}$`);
}
function escapeName(name) {
    return name.replace(/[.()[\]]/g, '\\$&');
}
function byLastName(sinks) {
    const found = new Map();
    for (const sink of sinks)
        for (const last of new Set(sink.call.map(name => name.slice(name.lastIndexOf('.') + 1))))
            push(found, last, sink);
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
function wordLists(catalogs) {
    return new Map(catalogs.flatMap(catalog => Object.entries(catalog.words)));
}
/** The entries that a qualified name matches. */
function entriesFor(names, name) {
    const exact = names.exact.get(name) ?? [];
    const others = names.patterns.filter(({ pattern }) => pattern.test(name)).map(({ entry }) => entry);
    return others.length === 0 ? exact : [...exact, ...others];
}
/** The canonical spelling of a name: its longest start that has another name is replaced. */
function canonical(knowledge, name) {
    let at = name;
    // Aliases may lead to aliases; a cycle in the catalogue must not hang.
    for (let steps = 0; steps < 8; steps += 1) {
        const next = replaceStart(knowledge.aliases, at);
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

;// CONCATENATED MODULE: ./src/analysis/modules.ts
/** Indexes every Python file under each dotted name that an import could use for it. */
function indexModules(files) {
    const byName = new Map();
    const paths = new Set();
    for (const path of files) {
        if (!/\.pyw?$/.test(path))
            continue;
        paths.add(path);
        const parts = path.replace(/(\/__init__)?\.pyw?$/, '').split('/');
        for (let from = parts.length - 1; from >= 0; from -= 1) {
            const name = parts.slice(from).join('.');
            const places = byName.get(name);
            const place = { path, root: parts.slice(0, from).join('/') };
            if (places)
                places.push(place);
            else
                byName.set(name, [place]);
        }
    }
    return { byName, paths };
}
// Packages nest less deeply than this.
const deepest = 32;
/** The repository's module behind an absolute import in `from`, or `null` where the name is somebody else's. */
function findModule(index, name, from) {
    const parts = name.split('.');
    for (let length = Math.min(parts.length, deepest); length > 0; length -= 1) {
        const places = index.byName.get(parts.slice(0, length).join('.')) ?? [];
        const others = places.filter(place => place.path !== from);
        const searched = others.filter(place => isSearched(index, place.root, from));
        // A repository of several packages installs them beside each other; a dotted name is too particular to be another's.
        const roots = searched.length > 0 || length < 2 ? searched : others;
        const [first] = roots.sort((a, b) => b.root.length - a.root.length || (a.path < b.path ? -1 : 1));
        if (first)
            return { path: first.path, rest: parts.slice(length) };
    }
    return null;
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

;// CONCATENATED MODULE: ./src/analysis/resolve.ts


// A name that stands for more things than this is not resolved to more of them.
const most = 12;
const resolve_deepest = 60;
const resolve_mostSteps = 600;
const mostArguments = 40;
// A chain of calls on calls names nothing of a library when it is longer.
const resolve_longest = 400;
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
    const found = unique(resolveByKind(search, value)).slice(0, most);
    search.open.delete(value);
    if (search.cut && search.open.size > 0)
        search.partly.set(value, found);
    else
        search.linked.referents.set(value, found);
    search.cut = search.cut || before;
    return found;
}
function unique(referents) {
    const byKey = new Map();
    for (const referent of referents) {
        const key = keyOf(referent);
        if (!byKey.has(key))
            byKey.set(key, referent);
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
function resolveByKind(search, value) {
    const { program } = search.linked;
    switch (value.kind) {
        case 'name':
            return resolveName(search, value);
        case 'variable':
            return (program.units.get(value.unit)?.bound.get(value.name) ?? []).flatMap(bound => resolve(search, bound));
        case 'field':
            return resolve(search, value.of).flatMap(of => member(search, of, value));
        case 'item':
            return resolveItem(search, value.of, value.key);
        case 'result':
            return resolveResult(search, value.call);
        case 'parameter':
            return resolveParameter(search, value);
        case 'instance':
            return instancesOf(search, value.of);
        case 'function': {
            const unit = program.units.get(value.unit);
            return unit ? [{ kind: 'unit', unit, receiver: null }] : [];
        }
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
        case 'unknown':
            return [];
    }
}
function external(search, name) {
    return { kind: 'external', name: name.length > resolve_longest ? '…' : canonical(search.linked.knowledge, name) };
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
function member(search, of, field) {
    return memberNamed(search, of, field.name, field.of);
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
// Bases that bring no members of a library worth naming.
function isPlainBase(name) {
    return /^(object|abc\.ABC|typing\.\w+|enum\.\w+|str|int|dict|list|Exception)$/.test(name);
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
function isProperty(unit) {
    return unit.decorators.some(d => d.kind === 'name'
        ? /^(property|functools\.cached_property)$/.test(d.name)
        : d.kind === 'field' && /property$/.test(d.name));
}
function resolveItem(search, of, key) {
    const inside = itemsOf(of, key);
    if (inside)
        return inside.flatMap(value => resolve(search, value));
    return resolve(search, of).flatMap(base => base.kind === 'external' ? [external(search, `${base.name}[]`)] : []);
}
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
    if (/^(asyncio\.run|asyncio\.wait_for|typing\.cast|contextlib\.closing)$/.test(name)) {
        const argument = call.arguments[name === 'typing.cast' ? 1 : 0];
        return argument ? resolve(search, argument.value) : [];
    }
    const given = entriesFor(search.linked.knowledge.results, name).find(rule => givesHere(rule, call));
    return [external(search, given ? given.gives : `${name}()`)];
}
function resolveGetattr(search, call) {
    const [object, name] = call.arguments;
    if (!object || name?.value.kind !== 'constant' || typeof name.value.value !== 'string')
        return [];
    return resolve(search, { kind: 'field', of: object.value, name: name.value.value });
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
function returned(search, unit) {
    const found = givenBack(search.linked, unit).flatMap(value => resolve(search, value));
    return found.length > 0 || !unit.returns ? found : instancesOf(search, unit.returns);
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
        if (of.kind !== 'external' ||
            /^(typing\.|None$|str$|int$|float$|bool$|dict$|list$|tuple$|object$)/.test(of.name))
            return [];
        return [external(search, `${of.name}()`)];
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
function isStatic(unit) {
    return unit.decorators.some(d => d.kind === 'name' && d.name === 'staticmethod');
}
function isClassMethod(unit) {
    return unit.decorators.some(d => d.kind === 'name' && d.name === 'classmethod');
}
/** Calls of a unit that count: what a test gives it says nothing about how it is used. */
function callersOf(linked, unit) {
    const sites = linked.callers.get(unit.name) ?? [];
    const { isTest } = linked.knowledge;
    return isTest(unit.file.path) ? sites : sites.filter(site => !isTest(site.unit.file.path));
}
/** What callers give for a parameter; its default where one of them gives nothing. */
function argumentsFor(linked, unit, index) {
    const shape = unit.parameters[index];
    if (!shape)
        return [];
    const sites = callersOf(linked, unit);
    const given = sites
        .slice(0, mostArguments)
        .map(site => argumentFor(unit, index, site.call) ?? shape.default);
    if (sites.length === 0 && shape.default)
        return [shape.default];
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

;// CONCATENATED MODULE: ./src/analysis/commandline.ts

const parsed = /^argparse\.(ArgumentParser\(\)(\.\w+\(\))?\.parse_(known_)?args\(\)(\[\])?|Namespace\(\))$/;
/** For `args.stage`: what `add_argument("--stage", …)` of the same program gives it when nobody says otherwise. */
function commandLineDefaults(linked, field) {
    const names = referentsOf(linked, field.of).flatMap(r => (r.kind === 'external' ? [r.name] : []));
    if (!names.some(name => parsed.test(name)))
        return null;
    const declared = declarations(linked).get(field.name) ?? [];
    const nearest = declared.filter(site => site.unit.file.path === fileOf(field));
    const calls = nearest.length > 0 ? nearest : declared;
    return calls.flatMap(site => defaultOf(site.call));
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
    const names = call.arguments.flatMap(({ name, value }) => name === null && value.kind === 'constant' && typeof value.value === 'string' ? [value.value] : []);
    const long = names.find(name => name.startsWith('--')) ?? names.find(name => !/\s/.test(name));
    return long ? long.replace(/^-+/, '').replaceAll('-', '_') : null;
}
/** The default that a `click` option or a `typer` declaration gives a parameter; `null` where there is none. */
function optionDefault(linked, unit, index) {
    const shape = unit.parameters[index];
    if (!shape)
        return null;
    const declared = shape.default;
    if (declared?.kind === 'result' && isLibraryCall(linked, declared.call, /^typer\.(Option|Argument)$/))
        return firstDefault(declared.call);
    const options = unit.decorators.flatMap(d => d.kind === 'result' && isLibraryCall(linked, d.call, /^click\.(option|argument)$/) ? [d.call] : []);
    const option = options.find(call => destination(call) === shape.name);
    return option ? defaultOf(option) : null;
}
function firstDefault(call) {
    const named = call.arguments.find(argument => argument.name === 'default');
    const value = (named ?? call.arguments.find(argument => argument.name === null))?.value;
    return value ? [value] : [];
}
function isLibraryCall(linked, call, name) {
    return referentsOf(linked, call.callee).some(r => r.kind === 'external' && name.test(r.name));
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
        case 'unknown':
            return nothing;
    }
}
function foldAll(linked, values, search) {
    if (values.length === 0)
        return nothing;
    return together(values.map(value => fold(linked, value, search)));
}
function together(parts) {
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
    const parsed = commandLineDefaults(linked, value);
    if (parsed)
        return foldDefaults(linked, parsed, search);
    // `Stage.PRODUCTION.value` is the member's value, and its name says the same.
    if (value.name === 'value' || value.name === 'name') {
        const member = fold(linked, value.of, search);
        if (member.values.length > 0)
            return member;
    }
    return foldMembers(linked, value.of, value.name, search);
}
function foldDefaults(linked, defaults, search) {
    return { ...foldAll(linked, defaults, search), complete: false };
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
    return parts.length === 0 ? nothing : together(parts);
}
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
function foldItem(linked, value, search) {
    const held = hold(linked, value.of, search);
    const inside = held.map(holder => itemsOf(holder, value.key));
    if (inside.length === 0 || inside.includes(null))
        return nothing;
    return foldAll(linked, inside.flatMap(items => items ?? []), search);
}
/** The written-out collections that a value may stand for. */
function holders(linked, value) {
    return hold(linked, value, openSearch());
}
function hold(linked, value, search) {
    const known = search.holders.get(value);
    if (known)
        return known;
    search.steps += 1;
    if (search.open.has(value) || search.open.size > possible_deepest || search.steps > possible_mostSteps)
        return [];
    search.open.add(value);
    const found = [...new Set(holdersByKind(linked, value, search))].slice(0, possible_most);
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
function foldParameter(linked, value, search) {
    const unit = linked.program.units.get(value.unit);
    if (!unit)
        return nothing;
    const option = optionDefault(linked, unit, value.index);
    const given = argumentsFor(linked, unit, value.index);
    const callers = callersOf(linked, unit).length;
    const folded = foldAll(linked, option ? [...given.filter(v => v.kind !== 'result'), ...option] : given, search);
    return { values: folded.values, complete: folded.complete && callers > 0 && !option };
}
function foldResult(linked, call, search) {
    const { callee } = call;
    const method = callee.kind === 'field' ? callee.name : null;
    const [first, second] = call.arguments;
    const names = referentsOf(linked, callee).flatMap(r => (r.kind === 'external' ? [r.name] : []));
    // A setting from outside: its fallback is one of the values that it has in practice.
    if (names.some(name => /^(os\.getenv|os\.environ\.get|decouple\.config|environ\.Env\(\).*)$/.test(name))) {
        const fallback = call.arguments.find(a => a.name === 'default') ?? second;
        return fallback ? { ...fold(linked, fallback.value, search), complete: false } : nothing;
    }
    if (names.includes('str') && first)
        return fold(linked, first.value, search);
    if (callee.kind === 'field' && method && /^(lower|upper|strip|title|capitalize)$/.test(method))
        return mapTexts(fold(linked, callee.of, search), text => changeCase(text, method));
    if (callee.kind === 'field' && method === 'format')
        return foldFormat(linked, callee.of, search);
    if (callee.kind === 'field' && method === 'get' && first)
        return foldGet(linked, callee.of, call, search);
    const returned = returnValues(linked, call);
    return returned.length > 0 ? foldAll(linked, returned, search) : nothing;
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
        ? together([foldAll(linked, inside, search), otherwise])
        : { ...otherwise, complete: false };
}
function foldOperation(linked, value, search) {
    const [left, right] = value.operands;
    if (value.operator === 'or' || value.operator === 'and')
        return together(value.operands.map(operand => fold(linked, operand, search)));
    if (value.operator === '+')
        return foldText(linked, value.operands, search);
    if (value.operator === '/' && left && right)
        return foldText(linked, [left, { kind: 'constant', value: '/' }, right], search);
    if (value.operator === '%' && left)
        return mapTexts(fold(linked, left, search), text => text.replace(/%(\(\w+\))?[-\d.]*[sdifr]/g, hole));
    return nothing;
}

;// CONCATENATED MODULE: ./src/analysis/guards/artifacts.ts

const wrappers = /^(str|bytes|open|memoryview|bytearray|os\.fspath|os\.path\.(abspath|realpath|normpath|expanduser)|pathlib\.(Pure)?(Posix|Windows)?Path|io\.(BytesIO|open|BufferedReader)|gzip\.open|bz2\.open|lzma\.open|iter|builtins\.\w+)$/;
const readers = /^(read|read_bytes|read_text|open|resolve|absolute|expanduser|as_posix|getvalue|getbuffer|content|__enter__)$/;
/** The names of what a value is read from, nearest first: itself, then the folders around it. */
function artifactKeys(linked, value) {
    const root = artifactOf(linked, value);
    return [
        ...new Set([artifacts_keyOf(linked, root, 0), ...foldersOf(linked, root).map(folder => artifacts_keyOf(linked, folder, 0))]),
    ];
}
/** The artifact behind a value: what is left without the ways to spell a path, open a file and read its bytes. */
function artifactOf(linked, value) {
    let at = value;
    for (let steps = 0; steps < 20; steps += 1) {
        const next = unwrap(linked, at);
        if (next === at)
            return at;
        at = next;
    }
    return at;
}
function unwrap(linked, value) {
    if (value.kind === 'mix' && value.of.length === 1)
        return value.of[0] ?? value;
    if (value.kind === 'item' && value.key.kind === 'unknown')
        return value.of;
    if (value.kind !== 'result')
        return value;
    const { callee, arguments: args } = value.call;
    if (callee.kind === 'field' && readers.test(callee.name))
        return callee.of;
    if (callee.kind === 'function' || args[0] === undefined)
        return value;
    const passed = passedThrough(linked, value.call);
    if (passed)
        return passed;
    const named = referentsOf(linked, callee).some(r => r.kind === 'external' && wrappers.test(r.name));
    return named && !isJoined(value.call) ? args[0].value : value;
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
        isPath(call));
}
function isPath(call) {
    return call.callee.kind === 'name'
        ? /Path$/.test(call.callee.name)
        : call.callee.kind === 'field' && /Path$/.test(call.callee.name);
}
function foldersOf(linked, value) {
    if (value.kind === 'operation' && value.operator === '/' && value.operands[0])
        return chain(linked, value.operands[0]);
    if (value.kind !== 'result')
        return [];
    const names = referentsOf(linked, value.call.callee).some(r => r.kind === 'external' && r.name === 'os.path.join');
    const joins = names || (value.call.callee.kind === 'field' && value.call.callee.name === 'joinpath');
    const first = value.call.callee.kind === 'field' && !names ? value.call.callee.of : value.call.arguments[0]?.value;
    return joins && first ? chain(linked, first) : [];
}
function chain(linked, value) {
    const root = artifactOf(linked, value);
    return [root, ...foldersOf(linked, root)];
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
/** Evidence capped at a strength. */
function evidence_atMost(state, strength) {
    if (state === null)
        return null;
    return stateOf([...state.values()].map(e => (rank[e.strength] > rank[strength] ? { ...e, strength } : e)));
}
function sameState(a, b) {
    if (a === null || b === null)
        return a === b;
    return a.size === b.size && [...a.keys()].every(id => b.has(id));
}

;// CONCATENATED MODULE: ./src/analysis/arguments.ts


/** Finds an argument by the name of its parameter, by its position, or in a splatted dictionary. */
function givenFor(linked, args, parameters, name) {
    const [head = '', ...path] = name.split('.');
    const first = findArgument(linked, args, parameters, head);
    return path.reduce((given, key) => (given.kind === 'given' ? inside(linked, given.values, key) : given), first);
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
        .flatMap(argument => inSplat(linked, argument.value, name));
    const found = splats.flatMap(given => (given.kind === 'given' ? given.values : []));
    if (found.length > 0)
        return { kind: 'given', values: found };
    const hidden = splats.some(given => given.kind === 'hidden') || (index >= 0 && spread >= 0 && index >= spread);
    return { kind: hidden ? 'hidden' : 'absent' };
}
function inSplat(linked, value, name) {
    const held = holders(linked, value);
    if (held.length === 0)
        return [{ kind: 'hidden' }];
    return held.map(holder => {
        const found = itemsOf(holder, { kind: 'constant', value: name }) ?? [];
        if (found.length > 0)
            return { kind: 'given', values: found };
        const open = holder.kind === 'dictionary' && holder.entries.some(entry => entry.key === null);
        return { kind: open ? 'hidden' : 'absent' };
    });
}
// Into a dictionary by its key, or into an object by the keyword that it was made with.
function inside(linked, values, key) {
    const found = [];
    let hidden = false;
    for (const value of values) {
        const made = value.kind === 'result' ? keyword(value.call, key) : null;
        const held = holders(linked, value);
        if (made)
            found.push(made);
        else if (held.length === 0)
            hidden = value.kind !== 'result' || hidden;
        for (const holder of held)
            found.push(...(itemsOf(holder, arguments_keyOf(holder, key)) ?? []));
    }
    if (found.length > 0)
        return { kind: 'given', values: found };
    return { kind: hidden ? 'hidden' : 'absent' };
}
// `*` stands for every key. A list is asked by number; `{"0": 100}` by text.
function arguments_keyOf(holder, key) {
    if (key === '*')
        return { kind: 'unknown' };
    return { kind: 'constant', value: holder.kind === 'collection' && /^\d+$/.test(key) ? Number(key) : key };
}
function keyword(call, name) {
    return call.arguments.find(argument => argument.name === name)?.value ?? null;
}

;// CONCATENATED MODULE: ./src/analysis/targets.ts

/**
 * What a target's name says: whether it serves users. Words are compared without case, between separators and
 * humps. A word for another environment wins: `prod-candidate` does not serve users.
 */
function classify(value, words) {
    if (value === null)
        return 'other';
    if (typeof value !== 'string')
        return 'neutral';
    const text = value.toLowerCase();
    const negation = words.negations.map(escapeWord).join('|');
    const negated = negation === ''
        ? null
        : new RegExp(`(^|[^a-z])(${negation})[-_ .]?(${words.production.map(escapeWord).join('|')})`);
    if (negated?.test(text))
        return 'other';
    const tokens = tokensOf(value);
    if (tokens.some(token => words.other.includes(token)) || words.other.includes(text))
        return 'other';
    if (tokens.some(token => words.production.includes(token)) || words.production.includes(text))
        return 'production';
    return text.includes(hole) ? 'unknown' : 'neutral';
}
function tokensOf(text) {
    return text
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter(token => token !== '');
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
        if ('resolves' in matcher)
            return { answer: askNames(linked, matcher.resolves, given.values, safe) };
    }
    return { answer: askLiterals(linked, given.values, literalTest(matcher), safe) };
}
function askTarget(linked, list, values, safe) {
    const words = linked.knowledge.words.get(list);
    if (!words)
        throw new Error(`no word list ${list}`);
    const { literals, complete } = literalsOf(linked, values);
    const classes = literals.map(literal => ({ literal, target: classify(literal, words) }));
    const hits = classes.filter(c => c.target === 'production');
    const open = !complete || classes.some(c => c.target === 'unknown');
    return { answer: decide(hits.length, classes.length, !open, safe), texts: hits.map(c => String(c.literal)) };
}
function askLiterals(linked, values, test, safe) {
    const { literals, complete } = literalsOf(linked, values);
    const open = !complete ||
        literals.some(literal => typeof literal === 'string' && literal.includes(hole) && !test(literal));
    return decide(literals.filter(test).length, literals.length, !open, safe);
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
        /^(lower|upper|strip|casefold|ask|unsafe_ask|execute)$/.test(callee.name) &&
        callee.of.kind === 'result')
        return isAnswer(linked, callee.of, depth + 1);
    return referentsOf(linked, callee).some(r => r.kind === 'external' &&
        /^(input|click\.prompt|typer\.prompt|rich\.prompt\.Prompt\.ask|questionary\.\w+|getpass\.getpass)(\(\))?(\.ask)?$/.test(r.name));
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
// A repository that writes the record itself approves its own work.
function writes(linked, key) {
    return linked.sites.some(({ unit, call }) => !linked.knowledge.isTest(unit.file.path) && isWriteOf(call, key));
}
function isWriteOf(call, key) {
    const { callee } = call;
    return (callee.kind === 'field' &&
        /^set_\w*tags?$/.test(callee.name) &&
        call.arguments.some(({ value }) => value.kind === 'constant' && value.value === key));
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
    const data = /\.new$/.test(name) ? args[1] : args[0];
    if (data)
        return { of: artifactOf(linked, data.value), algorithm };
    const updates = updatesOf(linked, hasher, made);
    const [first] = updates;
    return first ? { of: artifactOf(linked, first), algorithm } : null;
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
    const [left, right] = operation.operands;
    if (!left || !right || !/^(==|!=|in|not in|is|is not)$/.test(operation.operator))
        return null;
    const first = digestOf(linked, left);
    const second = digestOf(linked, right);
    const digest = first ?? second;
    if (!digest)
        return null;
    const subject = artifacts_keyOf(linked, artifactOf(linked, digest.of), 0);
    const other = first ? right : left;
    if (first && second && artifacts_keyOf(linked, artifactOf(linked, second.of), 0) === subject)
        return null;
    if (isEmpty(linked, other))
        return null;
    const accepts = operation.operator === '==' || operation.operator === 'in' || operation.operator === 'is';
    const fetched = isFetched(linked, other, 0);
    const strength = fetched ? 'weak' : digest.algorithm === 'broken' ? 'medium' : 'strong';
    const says = fetched
        ? 'its digest is compared with one that comes over the network without a signature'
        : `its digest is compared${digest.algorithm === 'broken' ? ', by an algorithm that can be fooled' : ''}`;
    return {
        accepts,
        evidence: [{ kind: 'verification', subject, strength, span: operation.span, outcome: null, says }],
    };
}
function isEmpty(linked, value) {
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

;// CONCATENATED MODULE: ./src/analysis/guards/metrics.ts



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
    if (cannotFail(bound, candidate))
        return {
            kind: 'void',
            says: `the comparison of \`${name}\` cannot fail: its bound is ${bound.literals.join(' or ')}`,
        };
    const direction = candidate.direction ?? bound.direction;
    if (passesByDefault(candidate, bound, direction))
        return {
            kind: 'void',
            says: `where \`${name}\` is missing, its default ${candidate.literals.join(' or ')} passes`,
        };
    const greater = operation.operator.startsWith('>') !== flipped;
    const accepts = direction === null ? null : greater === (direction === 'higher');
    const says = `\`${name}\` is compared with ${bound.name ? `\`${bound.name}\`` : 'a bound'}`;
    return { kind: 'gate', accepts, strength: bound.failsOpen ? 'medium' : 'strong', says };
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
    const spoken = [text, ...namesIn(linked, value, 0)].join(' ');
    const words = wordsOf(spoken);
    const has = (list) => words.some(word => list.has(word));
    const { values, complete } = possibleLiterals(linked, value);
    const literals = values.filter(v => typeof v === 'number');
    const literal = complete && literals.length > 0;
    const lower = has(metrics.lower);
    return {
        metric: !(value.kind === 'constant') && (lower || has(metrics.higher) || has(metrics.other)),
        count: has(metrics.counts),
        reference: has(metrics.reference) || literal,
        direction: lower ? 'lower' : has(metrics.higher) ? 'higher' : null,
        literals,
        literal,
        failsOpen: values.some(v => v === 0 || v === -1 || (typeof v === 'number' && v < 0)) && !literal,
        gain: words.some(word => /^(delta|gain|improvement|diff|difference|change|lift|uplift)$/.test(word)) ||
            value.kind === 'operation',
        name: nameIn(text),
    };
}
function wordsOf(text) {
    return text
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter(word => word !== '');
}
function nameIn(text) {
    const plain = text.trim().replace(/^[(\s]+|[)\s]+$/g, '');
    return /^[\w.[\]"']{1,60}$/.test(plain) && !/^[\d.]+$/.test(plain) ? plain : '';
}
// The name under which a number was found: a key, a field, a parameter, the function that gave it.
function namesIn(linked, value, depth) {
    if (depth > 5)
        return [];
    const inner = (v) => namesIn(linked, v, depth + 1);
    switch (value.kind) {
        case 'item':
            return [...(value.key.kind === 'constant' ? [String(value.key.value)] : []), ...inner(value.of)];
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
// `accuracy > 0` holds for any model, and so does a number compared with a number. A gain of more than 0 is a gain.
function cannotFail(bound, candidate) {
    if (candidate.literal && bound.literal)
        return true;
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
    return state === null || [...state.values()].some(e => e.says === allowed);
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

;// CONCATENATED MODULE: ./src/analysis/guards/outcomes.ts











const outcomes_deepest = 25;
/** What is established where a value turned out true, or false. `null` where it cannot turn out so. */
function establishedBy(engine, flow, value, outcome) {
    return outcomes_ask({ engine, flow, open: new Set() }, value, outcome);
}
function outcomes_ask(question, value, outcome) {
    if (question.open.has(value))
        return value.kind === 'mix' ? null : evidence_nothing;
    if (question.open.size > outcomes_deepest)
        return evidence_nothing;
    question.open.add(value);
    const state = askByKind(question, value, outcome);
    question.open.delete(value);
    return state;
}
function askByKind(question, value, outcome) {
    switch (value.kind) {
        case 'constant':
            return isTrue(value.value) === outcome ? evidence_nothing : null;
        case 'operation':
            return askOperation(question, value, outcome);
        case 'result':
            return askCall(question, value.call, null, outcome);
        case 'item':
            return askItem(question, value.of, value.key, outcome);
        case 'mix':
            return askMix(question, value.of, value.from, outcome);
        case 'variable': {
            const bound = question.engine.linked.program.units.get(value.unit)?.bound.get(value.name) ?? [];
            return askEach({ ...question, flow: null }, bound, outcome);
        }
        case 'parameter': {
            const unit = question.engine.linked.program.units.get(value.unit);
            const given = unit ? argumentsFor(question.engine.linked, unit, value.index) : [];
            const hasCallers = unit !== undefined && callersOf(question.engine.linked, unit).length > 0;
            return hasCallers ? askEach({ ...question, flow: null }, given, outcome) : evidence_nothing;
        }
        case 'field':
            return askField(question, value, outcome);
        default:
            return evidence_nothing;
    }
}
function isTrue(value) {
    return value !== null && value !== false && value !== 0 && value !== '';
}
function askEach(question, values, outcome) {
    if (values.length === 0)
        return evidence_nothing;
    return values.map(value => outcomes_ask(question, value, outcome)).reduce(meet);
}
// A flag: the way that made it so has passed what leads to that place.
function askMix(question, ways, from, outcome) {
    let met = null;
    for (const [i, way] of ways.entries()) {
        const block = from[i] ?? -1;
        const before = question.flow && block >= 0 ? (question.flow.out[block] ?? null) : evidence_nothing;
        const state = outcomes_ask(question, way, outcome);
        met = meet(met, state === null ? null : both(before, state));
    }
    return met;
}
function askOperation(question, value, outcome) {
    const { engine } = question;
    const [first] = value.operands;
    if (value.operator === 'not' && first)
        return outcomes_ask(question, first, !outcome);
    if (value.operator === 'and' || value.operator === 'or') {
        const all = (value.operator === 'and') === outcome;
        return value.operands.map(operand => outcomes_ask(question, operand, outcome)).reduce(all ? both : meet);
    }
    const named = readNameCheck(question.flow?.unit ?? null, value);
    if (named)
        return named.accepts === outcome ? named.state : evidence_nothing;
    const comparison = readComparison(engine.linked, value);
    if (comparison?.kind === 'gate') {
        const known = comparison.accepts !== null;
        if (known && comparison.accepts !== outcome)
            return evidence_nothing;
        return stateOf([
            evidence('evaluation', comparison.strength, value, comparison.says, known ? null : outcome),
        ]);
    }
    const digest = readDigestComparison(engine.linked, value);
    if (digest?.accepts === outcome)
        return stateOf(digest.evidence);
    const approval = readApproval(engine.linked, value);
    if (approval && approval.accepts === outcome)
        return stateOf([approval.evidence]);
    return askAgainstConstant(question, value, outcome);
}
// `if passed == True`, `if result is False`, `code != 0`.
function askAgainstConstant(question, value, outcome) {
    const [left, right] = value.operands;
    if (!left || right?.kind !== 'constant' || !/^(==|is|!=|is not)$/.test(value.operator))
        return evidence_nothing;
    const equal = (value.operator === '==' || value.operator === 'is') === outcome;
    if (typeof right.value === 'boolean')
        return outcomes_ask(question, left, equal === right.value);
    return left.kind === 'mix' ? askFlag(question, left, right.value, equal) : evidence_nothing;
}
// `decision == "promote"`: the ways on which the flag was set to just that.
function askFlag(question, flag, literal, equal) {
    let met = null;
    for (const [i, way] of flag.of.entries()) {
        if (way.kind !== 'constant')
            return evidence_nothing;
        if ((way.value === literal) !== equal)
            continue;
        const block = flag.from[i] ?? -1;
        met = meet(met, question.flow && block >= 0 ? (question.flow.out[block] ?? null) : evidence_nothing);
    }
    return met;
}
function evidence(kind, strength, at, says, outcome) {
    return { kind, subject: '', strength, span: at.span, outcome, says };
}
function askItem(question, of, key, outcome) {
    if (of.kind === 'result')
        return askCall(question, of.call, key, outcome);
    const inside = itemsOf(of, key);
    return inside ? askEach(question, inside, outcome) : evidence_nothing;
}
// `decision.passed`: what was stored there, or given when the object was made.
function askField(question, value, outcome) {
    const { linked } = question.engine;
    if (value.of.kind === 'result' && referentsOf(linked, value.of.call.callee).some(r => r.kind === 'unit'))
        return askCall(question, value.of.call, { kind: 'constant', value: value.name }, outcome);
    let met = null;
    let found = false;
    for (const referent of referentsOf(linked, value.of)) {
        if (referent.kind !== 'object')
            return evidence_nothing;
        const stored = linked.fields.get(referent.name)?.get(value.name) ?? [];
        const made = (linked.makers.get(referent.name) ?? []).flatMap(site => site.call.arguments.filter(argument => argument.name === value.name).map(argument => argument.value));
        for (const one of [...stored, ...made]) {
            found = true;
            met = meet(met, outcomes_ask({ ...question, flow: null }, one, outcome));
        }
    }
    return found ? met : evidence_nothing;
}
/** What the outcome of a call says: a guard of the catalogue, or a function of the repository followed into its body. */
function askCall(question, call, key, outcome) {
    const { engine } = question;
    const started = key ? null : readStart(engine.linked, call);
    if (started)
        return outcome ? stateOf([started]) : evidence_nothing;
    const referents = referentsOf(engine.linked, call.callee);
    if (referents.length === 0)
        return evidence_nothing;
    return referents
        .map((referent) => {
        if (referent.kind === 'external')
            return key ? evidence_nothing : externalOutcome(question, call, referent.name, outcome);
        if (referent.kind !== 'unit')
            return evidence_nothing;
        return unitOutcome(engine, referent.unit, call, key, outcome);
    })
        .reduce(meet);
}
function externalOutcome(question, call, name, outcome) {
    const { engine } = question;
    const [first] = call.arguments;
    if (first &&
        ((name === 'all' && outcome) || (name === 'any' && !outcome)) &&
        first.value.kind === 'collection')
        return first.value.items.map(item => outcomes_ask(question, item, outcome)).reduce(both, evidence_nothing);
    if (name === 'bool' && first)
        return outcomes_ask(question, first.value, outcome);
    const found = entriesFor(engine.linked.knowledge.guards, name).filter(guard => guard.holds === String(outcome));
    return found.map(guard => guardState(engine, call, guard)).reduce(both, evidence_nothing);
}
function guardState(engine, call, guard) {
    const { linked } = engine;
    if (guard.kind === 'comparison') {
        const compared = readDigestComparison(linked, {
            kind: 'operation',
            operator: '==',
            operands: call.arguments.slice(0, 2).map(argument => argument.value),
            span: call.span,
        });
        return compared ? stateOf(compared.evidence) : evidence_nothing;
    }
    if (!conditionsHold(linked, guard, call.arguments))
        return evidence_nothing;
    const given = guard.subject ? givenFor(linked, call.arguments, guard.parameters, guard.subject) : null;
    const subjects = given === null
        ? ['']
        : given.kind === 'given'
            ? given.values.map(v => artifacts_keyOf(linked, artifactOf(linked, v), 0))
            : [];
    return stateOf(subjects.map(subject => ({
        kind: guard.kind === 'comparison' ? 'verification' : guard.kind,
        subject,
        strength: guard.strength,
        span: call.span,
        outcome: null,
        says: guard.says,
    })));
}
/** What a call establishes by coming back. `null` where it never does. */
function establishedByReturn(engine, call) {
    const referents = referentsOf(engine.linked, call.callee);
    if (referents.length === 0)
        return evidence_nothing;
    return referents.map(referent => returnState(engine, call, referent)).reduce(meet);
}
function returnState(engine, call, referent) {
    switch (referent.kind) {
        case 'external': {
            if (engine.linked.knowledge.terminators.has(referent.name))
                return null;
            const found = entriesFor(engine.linked.knowledge.guards, referent.name).filter(g => g.holds === 'no-exception');
            return found.map(guard => guardState(engine, call, guard)).reduce(both, evidence_nothing);
        }
        case 'unit':
            return mapOut(engine, unitExits(engine, referent.unit, null, null), referent.unit, call);
        case 'partial': {
            const whole = { ...call, arguments: [...referent.call.arguments.slice(1), ...call.arguments] };
            return returnState(engine, whole, referent.of);
        }
        case 'class': {
            const made = engine.linked.program.units.get(referent.name)?.bound.get('__init__')?.[0];
            const init = made?.kind === 'function' ? engine.linked.program.units.get(made.unit) : undefined;
            return init ? mapOut(engine, unitExits(engine, init, null, null), init, call) : evidence_nothing;
        }
        case 'object':
        case 'module':
            return evidence_nothing;
    }
}
function unitOutcome(engine, unit, call, key, outcome) {
    return mapOut(engine, unitExits(engine, unit, key, outcome), unit, call);
}
/** What a unit has established when it comes back, or comes back with a given outcome. Recursion establishes nothing. */
function unitExits(engine, unit, key, outcome) {
    const question = `${unit.name} ${key?.kind === 'constant' ? key.value : key !== null} ${outcome}`;
    const known = engine.exits.get(question);
    if (known !== undefined)
        return known;
    engine.exits.set(question, evidence_nothing);
    const flow = flowOf(engine, unit);
    const state = flow ? meetExits(engine, flow, key, outcome) : evidence_nothing;
    engine.exits.set(question, state);
    return state;
}
function meetExits(engine, flow, key, outcome) {
    let met = null;
    for (const exit of flow.exits) {
        if (outcome === null)
            met = meet(met, exit.state);
        else if (exit.value === null)
            met = meet(met, outcome ? null : exit.state);
        else {
            const values = key ? partOf(exit.value, key) : [exit.value];
            const said = values
                ? values.map(v => establishedBy(engine, flow, v, outcome)).reduce(meet, null)
                : evidence_nothing;
            met = meet(met, said === null ? null : both(exit.state, said));
        }
    }
    return met;
}
// An item of a tuple, or a field of an object that is made where it is returned.
function partOf(value, key) {
    if (value.kind !== 'result')
        return itemsOf(value, key);
    const named = value.call.arguments.find(a => key.kind === 'constant' && a.name === key.value);
    return named ? [named.value] : null;
}
// What a unit verified of its parameter, its caller has verified of what it gave.
function mapOut(engine, state, unit, call) {
    if (state === null)
        return null;
    const mapped = [...state.values()].flatMap((e) => {
        const index = unit.parameters.findIndex((_, i) => e.subject === `${unit.name}@${i}`);
        if (index < 0)
            return [e];
        const given = argumentFor(unit, index, call);
        return given ? [{ ...e, subject: artifacts_keyOf(engine.linked, artifactOf(engine.linked, given), 0) }] : [];
    });
    return stateOf(mapped);
}
/** What a caller established, in terms of the unit that it calls. */
function mapIn(engine, state, unit, call) {
    if (state === null)
        return null;
    const keys = unit.parameters.map((_, i) => {
        const given = argumentFor(unit, i, call);
        return given ? artifactKeys(engine.linked, given) : [];
    });
    const mapped = [...state.values()].flatMap((e) => {
        if (e.subject === '')
            return [e];
        const own = keys.flatMap((names, i) => names.includes(e.subject) ? [{ ...e, subject: `${unit.name}@${i}` }] : []);
        return [e, ...own];
    });
    return stateOf(mapped);
}

;// CONCATENATED MODULE: ./src/analysis/guards/flow.ts


const mostRounds = 12;
/** What a unit establishes along its ways, started with nothing; `null` where it is being worked out already. */
function flowOf(engine, unit) {
    const known = engine.flows.get(unit);
    if (known)
        return known;
    if (engine.open.has(unit) || engine.open.size > 12)
        return null;
    engine.open.add(unit);
    const flow = work(engine, unit);
    engine.open.delete(unit);
    engine.flows.set(unit, flow);
    return flow;
}
// Rounds in reverse postorder until nothing changes; what a way back brings is known from the round before.
function work(engine, unit) {
    const { blocks } = unit;
    const flow = {
        unit,
        into: blocks.map((_, i) => (i === 0 ? evidence_nothing : null)),
        out: blocks.map(() => null),
        exits: [],
    };
    const along = blocks.map(block => block.next.map(() => null));
    const ways = waysInto(blocks);
    const order = reversePostorder(blocks);
    let changed = true;
    for (let round = 0; changed && round < mostRounds; round += 1) {
        changed = false;
        for (const index of order) {
            const met = (ways[index] ?? []).reduce((state, way) => meet(state, along[way.from]?.[way.edge] ?? null), null);
            const start = index === 0 ? evidence_nothing : met;
            if (round > 0 && sameState(start, flow.into[index] ?? null))
                continue;
            changed = true;
            flow.into[index] = start;
            pass(engine, flow, index, start, along[index] ?? []);
        }
    }
    findExits(engine, flow);
    return flow;
}
function waysInto(blocks) {
    const ways = blocks.map(() => []);
    for (const [from, block] of blocks.entries())
        for (const [edge, { to }] of block.next.entries())
            ways[to]?.push({ from, edge });
    return ways;
}
// One block: its facts in order, then every way out of it.
function pass(engine, flow, index, start, along) {
    const block = flow.unit.blocks[index];
    if (!block)
        return;
    const before = stateBefore(engine, block, Math.max(0, block.facts.length - 1), start);
    const after = stateBefore(engine, block, block.facts.length, start);
    flow.out[index] = after;
    for (const [i, edge] of block.next.entries())
        along[i] = alongEdge(engine, flow, block, edge, before, after);
}
/** The state before the fact `count` of a block. A call that never comes back leads nowhere. */
function stateBefore(engine, block, count, start) {
    let state = start;
    for (const fact of block.facts.slice(0, count)) {
        if (state === null)
            return null;
        if (fact.kind === 'raise')
            return null;
        if (fact.kind === 'call')
            state = both(state, establishedByReturn(engine, fact));
    }
    return state;
}
function alongEdge(engine, flow, block, edge, before, after) {
    const last = block.facts.at(-1);
    if (edge.when === 'raises')
        return last?.kind === 'call' || last?.kind === 'raise' ? before : after;
    if (after === null || edge.when === undefined || last?.kind !== 'test')
        return after;
    const established = establishedBy(engine, flow, last.value, edge.when === 'true');
    const state = established === null ? null : both(after, established);
    return isAssertion(flow.unit, block) ? evidence_atMost(state, 'medium') : state;
}
// `python -O` removes assertions.
function isAssertion(unit, block) {
    return block.next.some(edge => {
        const last = unit.blocks[edge.to]?.facts.at(-1);
        return last?.kind === 'raise' && last.by === 'assert';
    });
}
function findExits(engine, flow) {
    for (const [i, block] of flow.unit.blocks.entries()) {
        const start = flow.into[i] ?? null;
        if (start === null)
            continue;
        for (const [at, fact] of block.facts.entries())
            if (fact.kind === 'return' || (fact.kind === 'yield' && flow.unit.generator)) {
                const state = stateBefore(engine, block, at, start);
                if (state !== null)
                    flow.exits.push({ state, value: fact.value });
            }
        const falls = block.next.length === 0 && block.facts.at(-1)?.kind !== 'return' && !flow.unit.generator;
        const end = falls ? stateBefore(engine, block, block.facts.length, start) : null;
        if (end !== null)
            flow.exits.push({ state: end, value: null });
    }
}
function reversePostorder(blocks) {
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

;// CONCATENATED MODULE: ./src/analysis/guards/verdict.ts







/** Works out, for every unit that leads to a sink, what its callers have established before they call it. */
function findEntries(engine, sinks) {
    const units = unitsLeadingTo(engine.linked, sinks);
    const reached = reachedFromOutside(engine.linked, units);
    for (const unit of units)
        engine.entries.set(unit, callersOf(engine.linked, unit).length > 0 && reached.has(unit) ? null : evidence_nothing);
    let changed = true;
    for (let round = 0; changed && round < 20; round += 1) {
        changed = false;
        for (const unit of units) {
            const sites = callersOf(engine.linked, unit);
            if (sites.length === 0 || !reached.has(unit))
                continue;
            const state = sites
                .map(site => mapIn(engine, stateAtSite(engine, site), unit, site.call))
                .reduce(meet, null);
            if (sameState(state, engine.entries.get(unit) ?? null))
                continue;
            engine.entries.set(unit, state);
            changed = true;
        }
    }
}
function unitsLeadingTo(linked, sinks) {
    const units = new Set(sinks.map(sink => sink.site.unit));
    for (const unit of units)
        for (const site of callersOf(linked, unit))
            units.add(site.unit);
    return units;
}
// Functions that only call each other are reached by nobody we know; they are taken to be called from outside.
function reachedFromOutside(linked, units) {
    const reached = new Set([...units].filter(unit => callersOf(linked, unit).length === 0));
    for (let size = -1; size !== reached.size;) {
        size = reached.size;
        for (const unit of units)
            if (callersOf(linked, unit).some(site => reached.has(site.unit)))
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
function ownStateAt(engine, site) {
    const flow = flowOf(engine, site.unit);
    const block = site.unit.blocks[site.block];
    if (!flow || !block)
        return evidence_nothing;
    const start = flow.into[site.block] ?? null;
    return start === null ? null : stateBefore(engine, block, block.facts.indexOf(site.call), start);
}
/** The evidence that stands before a sink, for the kinds of guard that its rule accepts. */
function evidenceFor(engine, sink, kinds) {
    const state = stateAtSite(engine, sink.site);
    if (state === null)
        return null;
    const chosen = whereChosen(engine, sink);
    const restricted = restriction(engine, sink);
    if (restricted)
        return [restricted];
    const all = chosen === null ? [] : [...state.values(), ...chosen.values()];
    const subjects = subjectsOf(engine.linked, sink);
    return all.filter(e => kinds.includes(e.kind) && (e.kind !== 'verification' || subjects.includes(e.subject)));
}
function subjectsOf(linked, sink) {
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

;// CONCATENATED MODULE: ./src/analysis/guards/voids.ts






const voids_most = 4;
/** Checks around a sink that look like guards of these kinds and stop nothing, each with the reason. */
function findVoids(engine, sink, kinds, seen) {
    const { unit } = sink.site;
    const around = [unit, ...callersOf(engine.linked, unit).map(site => site.unit)];
    const found = [...new Set(around)]
        .slice(0, voids_most)
        .flatMap(u => [
        ...voidTests(engine, u, sink, kinds),
        ...(kinds.includes('verification') ? unusedDigests(engine, u, sink) : []),
    ]);
    const known = new Set(seen.map(e => e.span.start));
    const fresh = found.filter(v => !known.has(v.span.start));
    return voids_unique(fresh).slice(0, voids_most);
}
function voids_unique(verdicts) {
    const byPlace = new Map(verdicts.map(v => [`${v.span.file.path}:${v.span.start}`, v]));
    return [...byPlace.values()];
}
function voidTests(engine, unit, sink, kinds) {
    return unit.blocks.flatMap(block => {
        const test = block.facts.at(-1);
        if (test?.kind !== 'test')
            return [];
        const harmless = kinds.includes('evaluation') ? alwaysPasses(engine, test.value) : null;
        if (harmless)
            return [harmless];
        const flow = flowOf(engine, unit);
        for (const outcome of [true, false]) {
            const state = establishedBy(engine, flow, test.value, outcome);
            const [evidence] = [...(state?.values() ?? [])].filter(e => isAbout(engine, sink, e, kinds));
            if (evidence)
                return [verdict(evidence.kind, test.span, reasonFor(unit, block, outcome, sink, evidence))];
        }
        return [];
    });
}
function isAbout(engine, sink, e, kinds) {
    if (!kinds.includes(e.kind))
        return false;
    if (e.kind !== 'verification')
        return true;
    return sink.arguments.some(argument => artifactKeys(engine.linked, argument.value).includes(e.subject));
}
function alwaysPasses(engine, value) {
    const operations = value.kind === 'operation' ? [value] : [];
    for (const operation of operations) {
        const comparison = readComparison(engine.linked, operation);
        if (comparison?.kind === 'void')
            return verdict('evaluation', operation.span, comparison.says);
    }
    return null;
}
function verdict(kind, span, says) {
    return { kind, strength: 'void', span, says };
}
function reasonFor(unit, block, accepts, sink, evidence) {
    if (sink.site.unit === unit && block.facts.at(-1) !== undefined && evidence.span.start > sink.at.end)
        return 'it comes after the call';
    const [pass, fail] = [edgeTo(block, accepts), edgeTo(block, !accepts)];
    const target = sink.site.unit === unit ? sink.site.block : -1;
    if (target < 0)
        return 'it does not stop the way that leads here';
    const passes = pass >= 0 && reaches(unit, pass, target);
    const fails = fail >= 0 && reaches(unit, fail, target);
    if (passes && fails)
        return swallowed(unit, fail, target)
            ? 'the exception that it raises is swallowed'
            : 'both of its outcomes lead to the call';
    return fails ? 'the call stands on the side where it failed' : 'the call can be reached without it';
}
function edgeTo(block, outcome) {
    return block.next.find(edge => edge.when === String(outcome))?.to ?? -1;
}
function reaches(unit, from, to) {
    const seen = new Set([from]);
    for (const at of seen)
        for (const edge of unit.blocks[at]?.next ?? [])
            seen.add(edge.to);
    return seen.has(to);
}
// On the failing side an exception is raised, and a handler of the same unit takes it and goes on.
function swallowed(unit, from, target) {
    const raised = unit.blocks[from];
    const last = raised?.facts.at(-1);
    return last?.kind === 'raise' && (raised?.next ?? []).some(edge => reaches(unit, edge.to, target));
}
function unusedDigests(engine, unit, sink) {
    const { linked } = engine;
    const subjects = sink.arguments.flatMap(argument => artifactKeys(linked, argument.value));
    return unit.blocks.flatMap(block => block.facts.flatMap(fact => {
        if (fact.kind !== 'call')
            return [];
        const digest = digestOf(linked, { kind: 'result', call: fact });
        if (!digest || !subjects.includes(artifacts_keyOf(linked, artifactOf(linked, digest.of), 0)))
            return [];
        return [verdict('verification', fact.span, 'the digest is computed and stops nothing')];
    }));
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
        modules: indexModules(program.files.keys()),
        sites,
        callers: new Map(),
        makers: new Map(),
        partials: new Set(),
        fields: new Map(),
        stores: [...program.units.values()].flatMap(storesOf),
        writes: new Map(),
        givenBack: new Map(),
        referents: new Map(),
    };
    linkRound(linked, sites);
    const leading = namesLeadingToSinks(linked);
    linkRound(linked, sites.filter(({ call }) => call.callee.kind === 'field' && leading.has(call.callee.name)));
    return linked;
}
function linkRound(linked, sites) {
    const { callers, makers } = findCallers(linked, sites);
    const fields = findFields(linked);
    linked.referents.clear();
    for (const [unit, found] of callers)
        for (const site of found)
            add(linked.callers, unit, site);
    for (const [name, found] of makers)
        for (const site of found)
            add(linked.makers, name, site);
    replace(linked.fields, fields);
}
// Names of functions that hold a sink, of those that call them by name, and so on.
function namesLeadingToSinks({ sites, knowledge }) {
    const leading = new Set(knowledge.lastNames);
    for (let size = -1; size !== leading.size;) {
        size = leading.size;
        for (const { unit, call } of sites)
            if (leading.has(lastNameOf(call.callee)))
                leading.add(lastPart(unit.label));
    }
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
    const callers = new Map();
    const makers = new Map();
    for (const site of sites)
        for (const referent of referentsOf(linked, site.call.callee)) {
            if (referent.kind === 'unit')
                add(callers, referent.unit.name, site);
            if (referent.kind === 'partial')
                linked.partials.add(referent.call);
            if (referent.kind !== 'class')
                continue;
            add(makers, referent.name, site);
            const shape = linked.program.classes.get(referent.name);
            const init = shape && initOf(linked, shape);
            if (init)
                add(callers, init.name, site);
        }
    return { callers, makers };
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
            add(own, store.name, store.value);
        }
    }
    return fields;
}
function add(map, key, value) {
    const known = map.get(key);
    if (!known)
        map.set(key, [value]);
    else if (!known.includes(value))
        known.push(value);
}

;// CONCATENATED MODULE: ./src/analysis/message.ts
/** What a finding says: first the fact and what is missing, then what else decided. */
function messageFor(rule, site, origin, guards) {
    const { outcome } = site;
    const sentences = [`\`${displayName(site.name)}\` ${outcome.says}, and ${missing(rule, guards)}.`];
    sentences.push(...aboutGuards(guards));
    if (origin)
        sentences.push(`The artifact ${origin.says}.`);
    sentences.push(...aboutTarget(outcome), ...aboutVersion(outcome));
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
const proof = {
    strong: 'holds',
    medium: 'proves too little to be silent',
    weak: 'proves almost nothing',
    void: 'does not hold',
};
function aboutGuards(guards) {
    const worth = guards.filter(guard => guard.strength !== 'strong').slice(0, 2);
    return worth.map(({ kind, strength, says }) => `There is what looks like ${kind === 'verification' ? 'a verification' : kind === 'canary' ? 'a canary' : `an ${kind}`}, and it ${proof[strength]}: ${says}.`);
}
function aboutTarget({ target, possible }) {
    if (!target)
        return [];
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
    const plain = name.replaceAll('()', '').replaceAll('[]', '');
    const parts = plain.split('.');
    return name.includes('()') || parts.length > 3 ? parts.slice(-2).join('.') : plain;
}

;// CONCATENATED MODULE: ./src/analysis/origins.ts




const origins_deepest = 5;
/** Follows the artifact of a load back to where its bytes come from; `null` where that cannot be told. */
function provenanceOf(linked, sink) {
    const artifact = sink.sink.artifact;
    const given = artifact ? givenFor(linked, sink.arguments, sink.sink.parameters, artifact) : null;
    const values = given?.kind === 'given' ? given.values : [];
    for (const value of values) {
        const found = trace(linked, value, sink.site, 0);
        if (found)
            return found;
    }
    return null;
}
function trace(linked, value, site, depth) {
    if (depth > origins_deepest)
        return null;
    const direct = origins_known(linked, value);
    if (direct)
        return direct;
    const root = artifactOf(linked, value);
    const written = writtenBefore(linked, root, site);
    if (written)
        return written;
    const inner = (v) => trace(linked, v, site, depth + 1);
    if (root !== value)
        return inner(root);
    switch (root.kind) {
        case 'field':
            return inner(root.of);
        case 'mix':
            return worst(root.of.map(inner));
        case 'variable':
            return worst((linked.program.units.get(root.unit)?.bound.get(root.name) ?? []).map(inner));
        case 'parameter':
            return fromCallers(linked, root.unit, root.index, depth);
        default:
            return null;
    }
}
function origins_known(linked, value) {
    const span = value.kind === 'result'
        ? value.call.span
        : value.kind === 'field' && value.of.kind === 'result'
            ? value.of.call.span
            : null;
    if (!span)
        return null;
    for (const referent of referentsOf(linked, value)) {
        if (referent.kind !== 'external')
            continue;
        const name = value.kind === 'result' && !referent.name.endsWith('()') ? `${referent.name}()` : referent.name;
        const entry = [
            ...entriesFor(linked.knowledge.origins, name),
            ...entriesFor(linked.knowledge.origins, name.replace(/\(\)$/, '')),
        ].find(o => !o.to);
        if (entry)
            return { from: entry.from, says: entry.says, span };
    }
    return null;
}
// `urlretrieve(url, path)` above, or `joblib.dump(model, path)`: in the same unit, by the same way to spell the path.
function writtenBefore(linked, root, site) {
    const key = artifacts_keyOf(linked, root, 0);
    const above = linked.writes.get(site.unit.name) ?? [];
    const found = above.filter(write => write.call.span.start < site.call.span.start && write.key === key);
    const last = found.at(-1);
    return last ? { from: last.origin.from, says: last.origin.says, span: last.call.span } : null;
}
function fromCallers(linked, unitName, index, depth) {
    const unit = linked.program.units.get(unitName);
    if (!unit)
        return null;
    const sites = callersOf(linked, unit);
    if (sites.length === 0)
        return null;
    const [first] = sites;
    return worst(argumentsFor(linked, unit, index).map(value => (first ? trace(linked, value, first, depth + 1) : null)));
}
const gravity = [
    'network',
    'upload',
    'hub',
    'command-line',
    'bucket',
    'registry',
    'self',
];
// One way from outside is enough; what this code wrote counts only where there is no other way.
function worst(found) {
    const known = found.filter(p => p !== null);
    const outside = known.filter(p => p.from !== 'self');
    if (outside.length === 0 && known.length < found.length)
        return null;
    return [...known].sort((a, b) => gravity.indexOf(a.from) - gravity.indexOf(b.from))[0] ?? null;
}
/** The calls that write a file, by the unit that holds them. */
function findWrites(linked) {
    const names = new Set([...linked.knowledge.origins.exact].flatMap(([name, entries]) => entries.some(e => e.to) ? [lastName(name)] : []));
    for (const site of linked.sites) {
        const { callee } = site.call;
        if ((callee.kind !== 'field' && callee.kind !== 'name') || !names.has(lastName(callee.name)))
            continue;
        for (const referent of referentsOf(linked, callee)) {
            if (referent.kind !== 'external')
                continue;
            for (const origin of entriesFor(linked.knowledge.origins, referent.name))
                addWrite(linked, site, origin);
        }
    }
}
function addWrite(linked, site, origin) {
    const given = origin.to ? givenFor(linked, site.call.arguments, origin.parameters, origin.to) : null;
    if (given?.kind !== 'given')
        return;
    const writes = linked.writes.get(site.unit.name) ?? [];
    linked.writes.set(site.unit.name, writes);
    for (const value of given.values)
        writes.push({ call: site.call, key: artifacts_keyOf(linked, artifactOf(linked, value), 0), origin });
}

;// CONCATENATED MODULE: ./src/analysis/sinks.ts



/** Every sink that a program reaches, in the order of its places. */
function findSinks(linked) {
    const { lastNames } = linked.knowledge;
    return linked.sites.flatMap(site => {
        const { callee, arguments: args } = site.call;
        const worth = mayName(callee, lastNames) || args.some(a => sinks_isReference(a.value) && mayName(a.value, lastNames));
        return worth ? sinksAt(linked, site) : [];
    });
}
// Most calls are known by their last name to be no sink, which saves looking for what they are called on.
function mayName(value, lastNames) {
    switch (value.kind) {
        case 'field':
        case 'name':
            return lastNames.has(lastName(value.name));
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
    if (referent.kind !== 'external')
        return [];
    return entriesFor(linked.knowledge.sinks, referent.name).flatMap(sink => {
        const outcome = outcomeOf(linked, sink, target.args, site.unit.file.path);
        return outcome ? [siteOf(site, sink, outcome, referent.name, false, target)] : [];
    });
}
function siteOf(site, sink, outcome, name, guessed, target) {
    return { site, sink, outcome, name, guessed, at: target.at, nameAt: target.nameAt, arguments: target.args };
}
// The receiver is unknown, and the method's name belongs to one library only.
function guesses(linked, site, referents, target) {
    const { callee } = site.call;
    if (callee.kind !== 'field' || !isOpen(linked, referents))
        return [];
    return (linked.knowledge.distinctive.get(callee.name) ?? []).flatMap(sink => {
        const outcome = outcomeOf(linked, sink, target.args, site.unit.file.path);
        return outcome ? [siteOf(site, sink, outcome, sink.call[0] ?? callee.name, true, target)] : [];
    });
}
/** Whether what was found leaves open that a library's method is meant. */
function isOpen(linked, referents) {
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
        return referentsOf(linked, argument.value).flatMap(referent => referent.kind === 'external' ? sinksOf(linked, site, referent, target) : []);
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










/** Checks a program against the rules. Findings are in the order of paths and places. */
function check(program, rules) {
    const knowledge = arrange(rules);
    const linked = link_link(program, knowledge);
    const sinks = findSinks(linked);
    const engine = openEngine(linked);
    findEntries(engine, sinks);
    findWrites(linked);
    const judged = sinks.flatMap(site => judge(engine, site)).sort(byPlace);
    const fingerprints = nameFindings(check_unique(judged).map(identityOf));
    return check_unique(judged).map(({ finding }, i) => ({ ...finding, fingerprint: fingerprints[i] ?? '' }));
}
function judge(engine, site) {
    const { knowledge } = engine.linked;
    // A project's own rule for a hazard speaks before the built-in one.
    const rule = knowledge.rules.findLast(r => r.sink === site.outcome.hazard);
    if (!rule)
        return [];
    const evidence = evidenceFor(engine, site, rule.unless);
    const weight = evidence === null ? 'guarded' : weigh(evidence);
    if (evidence === null || weight === 'guarded')
        return [];
    const voids = findVoids(engine, site, rule.unless, evidence);
    const origin = provenanceOf(engine.linked, site);
    if (origin?.from === 'self')
        return [];
    const test = knowledge.isTest(site.at.file.path);
    const level = test || site.outcome.possible || weight === 'declared' ? 'note' : levelOf(rule, site, origin);
    return [
        {
            site,
            finding: {
                rule: rule.id,
                level,
                securitySeverity: level === 'note' ? Math.min(rule.severity, 3.9) : rule.severity,
                precision: precisionOf(rule, site),
                message: messageFor(rule, site, origin, [...verdictsOf(evidence), ...voids]),
                fix: site.outcome.fix ?? rule.fix,
                span: site.at,
                name: site.nameAt,
                within: site.site.unit.label,
                steps: stepsOf(site, origin),
                guards: [...verdictsOf(evidence), ...voids],
            },
        },
    ];
}
// What comes from outside without a pin is the worst case; what an option says weighs at least as much.
function levelOf(rule, site, origin) {
    const usual = site.outcome.level ?? rule.level;
    return origin?.from === 'network' || origin?.from === 'upload' || origin?.from === 'hub' ? 'error' : usual;
}
function stepsOf(site, origin) {
    if (!origin)
        return [];
    return [
        { span: origin.span, says: `The artifact ${origin.says}` },
        { span: site.at, says: `\`${displayName(site.name)}\` opens it` },
    ];
}
function precisionOf(rule, site) {
    if (site.outcome.possible)
        return 'low';
    return site.guessed ? 'medium' : rule.precision;
}
function identityOf({ site, finding }) {
    return { rule: finding.rule, sink: site.name, within: finding.within, call: site.at };
}
function byPlace(a, b) {
    return ((0,order/* byCodeUnits */.C)(a.finding.span.file.path, b.finding.span.file.path) ||
        a.finding.name.start - b.finding.name.start ||
        (0,order/* byCodeUnits */.C)(a.finding.rule, b.finding.rule));
}
// A `finally` body stands in the control flow more than once.
function check_unique(sorted) {
    return sorted.filter((judged, i) => {
        const before = sorted[i - 1];
        return !before || byPlace(before, judged) !== 0;
    });
}

;// CONCATENATED MODULE: ./src/analysis/select.ts


// How far callers of an interesting module, and the modules that all of them import, are followed.
const hops = 2;
const deepestReExport = 4;
/** The Python files that can matter: those that may hold a sink, those that reach it, and what all of these import. */
function selectFiles(files, rules) {
    const python = files.filter(file => /\.pyw?$/.test(file.path));
    const index = indexModules(python.map(file => file.path));
    const outlines = new Map(python.map(file => [file.path, outlineOf(index, file)]));
    const imports = new Map(python.map(file => [file.path, importedBy(outlines, file.path)]));
    const found = candidates(python, outlines, rules.catalogs);
    const { isTest } = arrange(rules);
    const chosen = new Set(found.keys());
    addCallers(chosen, found, outlines, reverse(imports), isTest);
    follow(chosen, imports, isTest);
    return files.filter(file => !/\.pyw?$/.test(file.path) || chosen.has(file.path));
}
/** Files that may hold a sink, with the names of the functions and classes around it. */
function candidates(files, outlines, catalogs) {
    const vocabularies = catalogs.map(select_wordsOf).filter(words => words.methods.length > 0);
    const used = usePattern(vocabularies.flatMap(w => w.methods));
    const roots = wordPattern(vocabularies.flatMap(w => w.roots));
    const found = new Map();
    if (!used || !roots)
        return found;
    const brought = new Map();
    for (const { path, text } of files) {
        const calls = new Set([...text.matchAll(used)].map(([, a, b]) => a ?? b ?? ''));
        if (calls.size === 0)
            continue;
        const near = new Set([...(text.match(roots) ?? []), ...rootsBrought(outlines, path, roots, brought)]);
        const methods = vocabularies.flatMap(w => w.methods.filter(m => calls.has(m) && (w.distinctive.has(m) || w.roots.some(root => near.has(root)))));
        if (methods.length > 0)
            found.set(path, namesAround(text, usePattern(methods)));
    }
    return found;
}
// A name that stands alone in prose is no use of it: it is called, handed over, quoted or taken from something.
function usePattern(words) {
    const plain = [...new Set(words)].filter(word => /^\w+$/.test(word)).sort();
    if (plain.length === 0)
        return null;
    return new RegExp(`\\.[ \\t]*(${plain.join('|')})\\b|\\b(${plain.join('|')})[ \\t]*[(,)\\]"']`, 'g');
}
/** The libraries behind the names that a file imports from the repository's own modules. */
function rootsBrought(outlines, path, roots, known) {
    return (outlines.get(path)?.imports ?? []).flatMap(({ path: target, name }) => {
        const text = outlines.get(target)?.text;
        if (text === undefined)
            return [];
        const byName = known.get(target) ?? rootsByName(text, roots);
        known.set(target, byName);
        return name === null ? [...byName.values()].flatMap(found => [...found]) : [...(byName.get(name) ?? [])];
    });
}
/** Which libraries each function, class and variable of a file speaks of. */
function rootsByName(text, roots) {
    const byName = new Map();
    for (const { line, around } of linesWithin(text)) {
        const found = line.match(roots);
        if (!found)
            continue;
        const assigned = /^(\w+)[^=\n]*=(?!=)/.exec(line)?.[1];
        const imported = /^\s*(?:from|import)\b/.test(line) ? (line.match(/\w+/g) ?? []) : [];
        for (const name of [...around, ...imported, ...(assigned ? [assigned] : [])]) {
            const known = byName.get(name) ?? new Set();
            for (const root of found)
                known.add(root);
            byName.set(name, known);
        }
    }
    return byName;
}
/** The functions and classes in whose bodies a pattern is found. */
function namesAround(text, pattern) {
    const names = new Set();
    for (const { line, around } of linesWithin(text))
        if (pattern && line.search(pattern) >= 0)
            for (const name of around)
                names.add(name);
    return names;
}
/** The lines of a file, each with the functions and classes around it, going by indentation. */
function* linesWithin(text) {
    let open = [];
    for (const line of text.split('\n')) {
        const indent = line.search(/\S/);
        if (indent < 0)
            continue;
        if ((open.at(-1)?.indent ?? -1) >= indent && !/^\s*[)\]}#]/.test(line))
            open = open.filter(o => o.indent < indent);
        yield { line, around: open.map(o => o.name) };
        const opened = /^\s*(?:async\s+)?(?:def|class)\s+(\w+)/.exec(line);
        if (opened?.[1])
            open = [...open, { indent, name: opened[1] }];
    }
}
function select_wordsOf(catalog) {
    const calls = catalog.sinks.flatMap(sink => sink.call);
    const made = catalog.results.flatMap(result => result.call);
    const roots = [...calls, ...made, ...Object.keys(catalog.aliases)].map(rootOf);
    return {
        methods: [...new Set(calls.map(lastName))],
        distinctive: new Set(catalog.sinks.filter(sink => sink.distinctive).flatMap(sink => sink.call.map(lastName))),
        roots: [...new Set(roots)].filter(root => root !== ''),
    };
}
// Many libraries share these first names, so the last module before the class or function stands for each.
function rootOf(name) {
    const modules = name.split('.').filter(part => /^[a-z_]\w*$/.test(part));
    const shared = modules[0] === 'google' || modules[0] === 'azure';
    return (shared ? modules.slice(0, 3).at(-1) : modules[0]) ?? '';
}
function wordPattern(words) {
    const plain = [...new Set(words)].filter(word => /^\w+$/.test(word)).sort();
    return plain.length === 0 ? null : new RegExp(`\\b(?:${plain.join('|')})\\b`, 'g');
}
const importLine = /^[ \t]*(?:from[ \t]+(\.*)[ \t]*([\w.]*)[ \t]+import[ \t]*(\((?:[^()#]|#[^\n]*)*\)|(?:\\\r?\n|[^\n#])*)|import[ \t]+((?:\\\r?\n|[^\n#])+))/gm;
const definition = /^[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)|^(\w+)[ \t]*(?::[^=\n]*)?=(?!=)/gm;
function outlineOf(index, file) {
    const imports = [];
    for (const [, dots = '', base = '', names = '', plain] of file.text.matchAll(importLine)) {
        const listed = (plain ?? names).replace(/#[^\n]*|[()\\]/g, ' ').split(',');
        for (const part of listed) {
            const [name = '', , alias = name] = part.trim().split(/\s+/);
            const full = plain !== undefined ? name : [base, name === '*' ? '' : name].filter(Boolean).join('.');
            const module = dots
                ? findRelative(index, full, dots.length, file.path)
                : findModule(index, full, file.path);
            if (module)
                imports.push({ path: module.path, name: module.rest[0] ?? null, alias });
        }
    }
    const defined = new Set();
    for (const [, named, assigned] of file.text.matchAll(definition))
        defined.add(named ?? assigned ?? '');
    return { text: file.text, imports, defined };
}
/** The files in which what a file imports is defined; a package that only passes a name on is passed through. */
function importedBy(outlines, path) {
    const found = new Set();
    const visit = (target, name, depth) => {
        const outline = outlines.get(target);
        if (!outline || depth > deepestReExport)
            return;
        const onward = name === null || outline.defined.has(name)
            ? []
            : outline.imports.filter(i => i.name === name || i.alias === name || i.alias === '*');
        found.add(target);
        for (const next of onward)
            if (!found.has(next.path))
                visit(next.path, name, depth + 1);
    };
    const own = outlines.get(path);
    for (const { path: target, name, alias } of own?.imports ?? []) {
        visit(target, name, 0);
        if (name === null && alias !== '*' && target.endsWith('__init__.py'))
            for (const attribute of attributesOf(own?.text ?? '', alias))
                visit(target, attribute, 0);
    }
    found.delete(path);
    return [...found];
}
// A package that is imported whole is read as far as its names are used.
function attributesOf(text, alias) {
    const pattern = new RegExp(`\\b${escapeName(alias)}\\.(\\w+)`, 'g');
    return new Set([...text.matchAll(pattern)].map(([, name = '']) => name));
}
/** Adds the files that call into chosen ones: they import such a file and name a function or class that matters in it. */
function addCallers(chosen, found, outlines, importers, isTest) {
    let frontier = found;
    for (let hop = 0; hop < hops; hop += 1) {
        const next = new Map();
        for (const [path, names] of frontier) {
            const pattern = wordPattern([...names].filter(name => !name.startsWith('__')));
            for (const importer of importers.get(path) ?? []) {
                // What a test gives to a function says nothing of how the function is used.
                if (isTest(importer))
                    continue;
                const text = outlines.get(importer)?.text ?? '';
                if (pattern && text.search(pattern) >= 0)
                    next.set(importer, namesAround(text, pattern));
            }
        }
        for (const path of next.keys())
            chosen.add(path);
        frontier = next;
    }
}
function reverse(edges) {
    const reversed = new Map();
    for (const [from, targets] of edges)
        for (const to of targets) {
            const known = reversed.get(to);
            if (known)
                known.push(from);
            else
                reversed.set(to, [from]);
        }
    return reversed;
}
// What tests import is left unread: what they do is a note at most.
function follow(chosen, edges, isTest) {
    let frontier = [...chosen].filter(path => !isTest(path));
    for (let hop = 0; hop < hops; hop += 1) {
        frontier = frontier.flatMap(path => edges.get(path) ?? []).filter(path => !chosen.has(path));
        for (const path of frontier)
            chosen.add(path);
    }
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
    if (kindOf(real, root) === 'file')
        return { root: withSlash((0,external_node_path_.dirname)(real)), places: [placeIn((0,external_node_path_.dirname)(real), real, root)] };
    const places = paths.map(path => placeIn(real, realOf((0,external_node_path_.resolve)(real, path), path, (0,external_node_path_.isAbsolute)(path) ? '' : root), path));
    return { root: withSlash(real), places: places.length > 0 ? places : [{ path: '', kind: 'folder' }] };
}
/** The folders from the top of the enclosing work tree down to `folder`, without `folder` itself. All end in a slash. */
function foldersAbove(folder) {
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
    return { path: (0,external_node_path_.relative)(root, real).split(external_node_path_.sep).join('/'), kind: kindOf(real, shown) };
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
function kindOf(path, shown) {
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
    };
    for (const place of start.places)
        visitPlace(run, place);
    for (const [path, target] of run.links)
        checkLink(run, path, target);
    const files = [...run.files.values()].filter(file => file !== null);
    return {
        files: files.sort((a, b) => (0,order/* byCodeUnits */.C)(a.path, b.path)),
        notices: [...run.notices.values()].sort((a, b) => (0,order/* byCodeUnits */.C)(a.path, b.path) || a.line - b.line),
        seen: run.files.size,
    };
}
// A tree that goes deeper was built to be slow, or by a program that lost its way.
const walk_deepest = 100;
function visitPlace(run, { path, kind }) {
    const ignored = path !== '' && run.configured.test(kind === 'folder' ? `${path}/` : path).ignored;
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
    const toRoot = foldersAbove(run.root);
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
    }
    else if (run.claims(path) && !isLeftOut(run, path, rules)) {
        if (entry.isFile())
            visitFile(run, path);
        else if (entry.isSymbolicLink())
            run.links.set(path, targetOf(run.root + path));
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
    if (ignored || unignored)
        return ignored;
    const folder = /([^/]*)\/$/.exec(path)?.[1];
    return (folder !== undefined && isSkippedFolder(folder)) || isIgnored(rules, run.root + path);
}
function visitFile(run, path) {
    if (run.files.has(path))
        return;
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
function targetOf(path) {
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
        return entries.sort((a, b) => (0,order/* byCodeUnits */.C)(a.name, b.name));
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







;// CONCATENATED MODULE: ./src/frontends/builder.ts


// An exception has fewer handlers than this wherever people wrote them.
const mostWays = 64;
// What a name stands for after a `return` or a `raise`: it adds nothing where ways meet.
const unreachable = { kind: 'unknown' };
/** A builder that stands in an empty entry block. */
function openBuilder(free, effort) {
    const builder = { blocks: [], at: 0, frames: [], free, effort };
    newBlock(builder);
    seal(builder, 0);
    return builder;
}
function newBlock(builder) {
    builder.blocks.push({ facts: [], next: [], from: [], bound: new Map(), pending: new Map(), sealed: false });
    return builder.blocks.length - 1;
}
/** Declares that every way into the block is known. */
function seal(builder, index) {
    const block = blockAt(builder, index);
    if (block.sealed)
        return;
    block.sealed = true;
    for (const [name, mix] of block.pending)
        settle(builder, name, open => {
            open.push({ block: index, mix });
            return mix;
        });
    block.pending.clear();
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
function addEdge(builder, from, edge) {
    blockAt(builder, from).next.push(edge);
    blockAt(builder, edge.to).from.push(from);
}
/** Ends the current block with a jump. */
function goTo(builder, to) {
    addEdge(builder, builder.at, { to });
}
/** Adds a call and, inside a `try`, the ways that its failure takes. */
function addCall(builder, callee, args, span, name) {
    const call = { kind: 'call', callee, arguments: args, span, name };
    addFact(builder, call);
    if (builder.frames.some(frame => frame.kind !== 'loop')) {
        const from = builder.at;
        const next = newBlock(builder);
        addEdge(builder, from, { to: next });
        seal(builder, next);
        builder.at = from;
        raiseFrom(builder);
        builder.at = next;
    }
    return call;
}
/** Connects the current block to whatever takes an exception that its last fact raises. */
function raiseFrom(builder) {
    const from = builder.at;
    let ways = 0;
    for (let i = builder.frames.length - 1; i >= 0; i -= 1) {
        const frame = builder.frames[i];
        if (frame?.kind === 'finally') {
            addEdge(builder, from, { to: copyFor(builder, frame, 'raise'), when: 'raises', catches: null });
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
/** Says that what is not a call may raise at the start of a body too: each of its own handlers can be reached from here. */
function mayRaise(builder) {
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
function takeTo(builder, from, handler) {
    addEdge(builder, from, { to: handler.block, when: 'raises', catches: handler.catches });
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
function bind(builder, name, value) {
    blockAt(builder, builder.at).bound.set(name, value);
}
/** What `name` stands for at this point. */
function lookUp(builder, name) {
    return settle(builder, name, open => valueAt(builder, builder.at, name, open));
}
/**
 * Finds a value and fills the mixes that this opened. A worklist, since thousands of branches in a row are legal.
 * Mixes opened last lie nearest to the entry, so one pass backwards replaces every mix that is of one value only.
 */
function settle(builder, name, find) {
    const open = [];
    const found = find(open);
    for (let i = 0; i < open.length; i += 1) {
        const entry = open[i];
        if (entry)
            gather(builder, name, entry, open);
    }
    const settled = new Map();
    for (const entry of open.reverse()) {
        const value = simplify(entry.mix, settled);
        settled.set(entry.mix, value);
        blockAt(builder, entry.block).bound.set(name, value);
    }
    return found.kind === 'mix' ? (settled.get(found) ?? found) : found;
}
function gather(builder, name, { block, mix }, open) {
    for (const from of blockAt(builder, block).from) {
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
function blockAt(builder, index) {
    const block = builder.blocks[index];
    if (!block)
        throw new Error(`no block ${index}`);
    return block;
}
/** The finished blocks. */
function closeBuilder(builder) {
    return builder.blocks.map(({ facts, next }) => ({ facts, next }));
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
function spanOf(scope, node) {
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
        return operation(scope, node, operator, [left, readExpression(scope, right)]);
    const { builder } = scope;
    const value = node.childForFieldName('left');
    addFact(builder, { kind: 'test', value: left, span: spanOf(scope, value ?? node) });
    const from = builder.at;
    const [then, join] = [newBlock(builder), newBlock(builder)];
    addEdge(builder, from, { to: then, when: operator === 'and' ? 'true' : 'false' });
    addEdge(builder, from, { to: join, when: operator === 'and' ? 'false' : 'true' });
    seal(builder, then);
    builder.at = then;
    const second = readExpression(scope, right);
    goTo(builder, join);
    seal(builder, join);
    builder.at = join;
    return operation(scope, node, operator, [left, second]);
}
/** `a < b`, `a < b < c`. */
function logic_readComparison(scope, node) {
    const operands = node.namedChildren.filter(isCode).map(child => readExpression(scope, child));
    const operators = node.childrenForFieldName('operators').map(op => (op?.text ?? '').replace(/\s+/g, ' '));
    const links = operators.map((operator, i) => operation(scope, node, (operator === '<>' ? '!=' : operator), operands.slice(i, i + 2)));
    const [only, second] = links;
    return only !== undefined && second === undefined ? only : operation(scope, node, 'and', links);
}
/** `a if condition else b`. */
function readConditional(scope, node) {
    const [value, condition, other] = node.namedChildren.filter(isCode);
    const { builder } = scope;
    const [then, otherwise, join] = [newBlock(builder), newBlock(builder), newBlock(builder)];
    readCondition(scope, condition ?? null, then, otherwise);
    const values = [
        [then, value],
        [otherwise, other],
    ];
    const ways = values.map(([block, branch]) => {
        seal(builder, block);
        builder.at = block;
        const result = readExpression(scope, branch ?? null);
        const from = builder.at;
        goTo(builder, join);
        return { result, from };
    });
    seal(builder, join);
    builder.at = join;
    return { kind: 'mix', of: ways.map(way => way.result), from: ways.map(way => way.from) };
}
/** Evaluates a condition and leaves by one of its two outcomes; the caller seals both blocks. */
function readCondition(scope, node, onTrue, onFalse) {
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
        return readCondition(scope, node.namedChildren.find(isCode) ?? null, onTrue, onFalse);
    if (node.type === 'not_operator')
        return readCondition(scope, node.childForFieldName('argument'), onFalse, onTrue);
    if (node.type === 'boolean_operator') {
        const rest = newBlock(builder);
        const isAnd = node.childForFieldName('operator')?.text !== 'or';
        readCondition(scope, node.childForFieldName('left'), isAnd ? rest : onTrue, isAnd ? onFalse : rest);
        seal(builder, rest);
        builder.at = rest;
        return readCondition(scope, node.childForFieldName('right'), onTrue, onFalse);
    }
    const value = readExpression(scope, node);
    if (value.kind === 'constant')
        return goTo(builder, isTruthy(value.value) ? onTrue : onFalse);
    split(scope, node, value, onTrue, onFalse);
}
function split(scope, node, value, onTrue, onFalse) {
    const { builder } = scope;
    addFact(builder, { kind: 'test', value, span: spanOf(scope, node) });
    const from = builder.at;
    addEdge(builder, from, { to: onTrue, when: 'true' });
    addEdge(builder, from, { to: onFalse, when: 'false' });
}
function isTruthy(value) {
    return value !== null && value !== false && value !== 0 && value !== '';
}

;// CONCATENATED MODULE: ./src/frontends/python/targets.ts





const mostEntries = 100;
const grouped = /^(pattern_list|tuple_pattern|list_pattern|tuple|list|expression_list|parenthesized_expression|as_pattern_target)$/;
/** Assigns `value` to a target: a name, a field, an item, or several of them at once. */
function bindTarget(scope, target, value, bind = bindName) {
    if (!target)
        return;
    if (target.type === 'identifier')
        bind(scope, target.text, value);
    else if (target.type === 'attribute')
        storeField(scope, target, value);
    else if (target.type === 'subscript')
        storeItem(scope, target, value);
    else if (target.type.startsWith('list_splat'))
        bindTarget(scope, target.namedChild(0), { kind: 'item', of: value, key: unknown }, bind);
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
        bindTarget(scope, part, i === star ? value : itemOf(value, constant(index)), bind);
    });
}
function storeField(scope, target, value) {
    const of = readExpression(scope, target.childForFieldName('object'));
    const name = target.childForFieldName('attribute')?.text ?? '';
    addFact(scope.builder, { kind: 'store', of, name, value, span: spanOf(scope, target) });
}
// `settings["stage"] = "Production"`: a dictionary that is written out grows by the entry.
function storeItem(scope, target, value) {
    const object = target.childForFieldName('value');
    const of = readExpression(scope, object);
    const key = readKey(scope, target);
    addFact(scope.builder, { kind: 'store', of, name: key, value, span: spanOf(scope, target) });
    if (object?.type !== 'identifier')
        return;
    const known = lookUpName(scope, object.text);
    if (known.kind === 'dictionary')
        bindName(scope, object.text, grown(known, key, value));
}
// Copying a dictionary for every one of thousands of assignments takes too long; from then on it is a part of the next.
function grown(known, key, value) {
    const before = known.entries.length < mostEntries ? known.entries : [{ key: null, value: known }];
    return { kind: 'dictionary', entries: [...before, { key, value }] };
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
    goTo(builder, heads.at(-1) ?? after);
    for (const head of heads)
        seal(builder, head);
    closeInner(scope, names);
    seal(builder, after);
    builder.at = after;
    if (body?.type === 'pair')
        return { kind: 'dictionary', entries: [{ key: unknown, value: item }] };
    return { kind: 'collection', items: [item] };
}
function openLoop(scope, clause, done, names) {
    const { builder } = scope;
    const source = readExpression(scope, clause.childForFieldName('right'));
    const [head, body] = [newBlock(builder), newBlock(builder)];
    goTo(builder, head);
    builder.at = head;
    addFact(builder, { kind: 'test', value: unknown, span: spanOf(scope, clause) });
    addEdge(builder, head, { to: body, when: 'true' });
    addEdge(builder, head, { to: done, when: 'false' });
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
    readCondition(scope, clause.namedChildren.find(isCode) ?? null, pass, head);
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
const mostParts = 256;
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
    if (flat.length > mostParts)
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
            return operation(scope, node, 'not', [readExpression(scope, node.childForFieldName('argument'))]);
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
/** An operation that stands at `node`. */
function operation(scope, node, operator, operands) {
    return { kind: 'operation', operator, operands, span: spanOf(scope, node) };
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
    return itemOf(of, readKey(scope, node));
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
/** `of[key]`, looked up where `of` is written out. */
function itemOf(of, key) {
    if (of.kind === 'collection' && key.kind === 'constant' && typeof key.value === 'number')
        return of.items.at(key.value) ?? unknown;
    return { kind: 'item', of, key };
}
function readElement(scope, node) {
    const value = readExpression(scope, node);
    return isSplat(node) ? { kind: 'item', of: value, key: unknown } : value;
}
// After another element the parser takes the star of `*names()` for a part of what is called.
function isSplat(node) {
    return (node.type === 'list_splat' ||
        (node.type === 'call' && node.childForFieldName('function')?.type === 'list_splat'));
}
function readCall(scope, node) {
    const written = node.childForFieldName('function');
    const callee = written?.type === 'list_splat' ? written.namedChild(0) : written;
    const value = readExpression(scope, callee);
    const args = readArguments(scope, node.childForFieldName('arguments'));
    const span = { ...spanOf(scope, node), start: callee?.startIndex ?? node.startIndex };
    const call = addCall(scope.builder, value, args, span, spanOf(scope, expressions_lastName(callee) ?? node));
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
        return [{ name: null, value: readExpression(scope, node), span: spanOf(scope, node) }];
    return node.namedChildren.filter(isCode).map(child => readArgument(scope, child));
}
function readArgument(scope, node) {
    const span = spanOf(scope, node);
    if (node.type === 'keyword_argument') {
        const name = node.childForFieldName('name')?.text ?? '';
        return { name, value: readExpression(scope, node.childForFieldName('value')), span };
    }
    if (node.type === 'dictionary_splat')
        return { name: '**', value: readExpression(scope, node.namedChild(0)), splat: true, span };
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
            entries.push({ key: null, value: readExpression(scope, child.namedChild(0)) });
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
                : operation(scope, link, operator, [value, right]);
    }
    return value;
}
function readUnary(scope, node) {
    const value = readExpression(scope, node.childForFieldName('argument'));
    if (value.kind === 'constant' &&
        typeof value.value === 'number' &&
        node.childForFieldName('operator')?.text === '-')
        return constant(-value.value);
    return operation(scope, node, '-', [value]);
}
function readWalrus(scope, node) {
    const value = readExpression(scope, node.childForFieldName('value'));
    bindName(scope, node.childForFieldName('name')?.text ?? '', value);
    return value;
}
function readYield(scope, node) {
    const value = mixOf(node.namedChildren.filter(isCode).map(child => readExpression(scope, child)));
    scope.generator = true;
    addFact(scope.builder, { kind: 'yield', value, span: spanOf(scope, node) });
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
    'function_definition',
    'class_definition',
    'global_statement',
    'nonlocal_statement',
    'delete_statement',
    'case_pattern',
    'splat_pattern',
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
            if (scope)
                open.push(scope);
        }
        while (open.length > 0 && (open.at(-1)?.endIndex ?? 0) <= node.startIndex)
            open.pop();
        const inner = names.get(open.at(-1)?.startIndex ?? moduleKey);
        if (inner)
            addBindings(inner, node);
        if (node.type === 'global_statement')
            share(names.get(moduleKey), node);
        if (node.type === 'nonlocal_statement')
            for (const outer of open.slice(0, -1))
                share(names.get(outer.startIndex), node);
    }
    return names;
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
            for (const child of node.childrenForFieldName('name'))
                if (child)
                    names.locals.add(importedName(child));
            return;
        case 'case_pattern':
        case 'splat_pattern':
            for (const child of node.namedChildren)
                addCapture(names, child);
            return;
        case 'except_clause':
        case 'delete_statement':
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
        readCondition(scope, clause.childForFieldName('condition'), then, otherwise);
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
    readLoop(scope, node, (_head, body, done) => readCondition(scope, node.childForFieldName('condition'), body, done));
}
/** `for … in … else`: whether there is one more item is not known. */
function readFor(scope, node) {
    const source = readExpression(scope, node.childForFieldName('right'));
    const target = node.childForFieldName('left');
    readLoop(scope, node, (head, body, done) => {
        addFact(scope.builder, {
            kind: 'test',
            value: unknown,
            span: spanOf(scope, node.childForFieldName('right') ?? node),
        });
        addEdge(scope.builder, head, { to: body, when: 'true' });
        addEdge(scope.builder, head, { to: done, when: 'false' });
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
    readHead(head, body, done);
    seal(builder, body);
    builder.at = body;
    within(builder, { kind: 'loop', breakTo: after, continueTo: head }, () => readBlock(scope, node.childForFieldName('body')));
    goTo(builder, head);
    seal(builder, head);
    seal(builder, done);
    builder.at = done;
    readBlock(scope, node.childForFieldName('alternative')?.childForFieldName('body') ?? null);
    goTo(builder, after);
    seal(builder, after);
    builder.at = after;
}
function within(builder, frame, read) {
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
    within(builder, { kind: 'finally', copies }, () => readHandled(scope, node));
    readBlock(scope, body);
    const after = builder.at;
    for (const [jump, copy] of copies) {
        seal(builder, copy);
        builder.at = copy;
        if (copyBody(builder.effort, body ? body.endIndex - body.startIndex : 0))
            readBlock(scope, body);
        if (jump === 'raise')
            raiseAgain(builder, spanOf(scope, final));
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
    within(builder, { kind: 'handlers', handlers }, () => {
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
    const types = values.map(value => readExpression(scope, value.type === 'as_pattern' ? value.namedChild(0) : value));
    const catches = types.flatMap(type => (type.kind === 'collection' ? type.items : [type]));
    const total = catches.length === 0 || catches.some(type => control_isNamed(type, /^(builtins\.)?(Base)?Exception$/));
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
/** `with`: the value passes through `as`; `contextlib.suppress` swallows what its body raises. */
function readWith(scope, node) {
    const { builder } = scope;
    const items = node.namedChildren.find(child => child?.type === 'with_clause')?.namedChildren.filter(isCode) ?? [];
    const handlers = [];
    for (const item of items) {
        const value = item.type === 'with_item' ? item.childForFieldName('value') : item;
        const entered = readExpression(scope, value?.type === 'as_pattern' ? value.namedChild(0) : value);
        const alias = value?.type === 'as_pattern' ? value.childForFieldName('alias') : null;
        if (alias)
            bindTarget(scope, alias, entered);
        if (entered.kind === 'result' && control_isNamed(imported(scope, entered.call.callee), /^contextlib\.suppress$/))
            handlers.push(suppressor(builder, entered.call.arguments.map(argument => argument.value)));
    }
    const after = newBlock(builder);
    const body = () => {
        if (handlers.length > 0)
            mayRaise(builder);
        readBlock(scope, node.childForFieldName('body'));
    };
    if (handlers.length === 0)
        body();
    else
        within(builder, { kind: 'handlers', handlers }, body);
    goTo(builder, after);
    for (const handler of handlers) {
        seal(builder, handler.block);
        builder.at = handler.block;
        goTo(builder, after);
    }
    seal(builder, after);
    builder.at = after;
}
function suppressor(builder, catches) {
    const total = catches.some(type => control_isNamed(type, /^(builtins\.)?(Base)?Exception$/));
    return { block: newBlock(builder), catches, total };
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
    const base = (path ?? '').replace(/\s+/g, '');
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
    const value = patterns.length === 1 && pattern ? testOf(scope, pattern, subject) : unknown;
    if (value) {
        addFact(builder, { kind: 'test', value, span: spanOf(scope, pattern ?? clause) });
        const from = builder.at;
        addEdge(builder, from, { to: then, when: 'true' });
        addEdge(builder, from, { to: otherwise, when: 'false' });
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
        readCondition(scope, guard.namedChildren.find(isCode) ?? null, pass, otherwise);
        seal(builder, pass);
        builder.at = pass;
    }
    readBlock(scope, clause.childForFieldName('consequence'));
    goTo(builder, after);
    seal(builder, otherwise);
    builder.at = otherwise;
}
/** What a pattern asks; `null` where it takes everything. */
function testOf(scope, pattern, subject) {
    const inner = pattern.namedChildren.find(isCode);
    if (!inner || isCapture(pattern))
        return null;
    if (inner.type === 'as_pattern' && inner.namedChild(0)?.type === 'case_pattern')
        return testOf(scope, inner.namedChild(0) ?? pattern, subject);
    const parts = inner.type === 'union_pattern'
        ? inner.children.filter(part => part?.type !== '|' && part?.type !== '-')
        : [inner];
    const values = parts.map(part => (part ? literal(scope, part) : unknown));
    return values.some(value => value.kind === 'unknown')
        ? unknown
        : { kind: 'operation', operator: '==', operands: [subject, mixOf(values)], span: spanOf(scope, pattern) };
}
function literal(scope, node) {
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
                span: spanOf(scope, node),
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
const wrapped = /^(?:\w+\.)*(?:Optional|Union|Annotated)\s*\[(.*)\]$/s;
// The parser sees a string; of what is in it only names, alone or as alternatives, are worth reading.
function readQuoted(scope, node) {
    const text = readExpression(scope, node);
    if (text.kind !== 'constant' || typeof text.value !== 'string')
        return text;
    const inner = wrapped.exec(text.value.trim())?.[1] ?? text.value;
    const names = inner.split(/[|,]/).map(name => name.trim());
    if (names.length > 8 || !names.every(name => /^[\w.]+$/.test(name)))
        return unknown;
    const operands = names.map(name => named(scope, name));
    const [only, second] = operands;
    return only !== undefined && second === undefined
        ? only
        : { kind: 'operation', operator: '|', operands, span: spanOf(scope, node) };
}
function named(scope, name) {
    const [first = '', ...rest] = name.split('.');
    return rest.reduce((of, part) => ({ kind: 'field', of, name: part }), lookUpName(scope, first));
}

;// CONCATENATED MODULE: ./src/frontends/python/statements.ts











/** Runs the statements of a block, a clause or a file one after another. */
function readBlock(scope, node) {
    if (!node)
        return;
    if (node.type !== 'block' && node.type !== 'module' && node.type !== 'ERROR')
        return readStatement(scope, node);
    for (const child of node.namedChildren.filter(isCode))
        readStatement(scope, child);
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
                value: readExpression(scope, node.namedChild(0)),
                span: spanOf(scope, node),
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
        case 'future_import_statement':
            return;
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
        readExpression(scope, node);
}
// `type(self).count = 1` looks like a type alias to the parser, which takes the brackets for a part of the name.
function readAlias(scope, node) {
    const [left, right] = [node.childForFieldName('left'), node.childForFieldName('right')];
    const target = left?.namedChild(0) ?? null;
    if (target?.type === 'identifier')
        bindTarget(scope, target, readType(scope, right));
    else if (target?.type === 'generic_type')
        bindTarget(scope, target.namedChild(0), readType(scope, right));
    else {
        readExpression(scope, target);
        readExpression(scope, right);
    }
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
    const target = node.childForFieldName('left');
    const operator = (node.childForFieldName('operator')?.text ?? '+=').slice(0, -1);
    const operands = [readExpression(scope, target), readExpression(scope, node.childForFieldName('right'))];
    bindTarget(scope, target, { kind: 'operation', operator, operands, span: spanOf(scope, node) });
}
function readRaise(scope, node) {
    const [value = unknown] = node.namedChildren.filter(isCode).map(child => readExpression(scope, child));
    addFact(scope.builder, { kind: 'raise', value, by: 'raise', span: spanOf(scope, node) });
    raiseFrom(scope.builder);
    seal(scope.builder, startBlock(scope.builder));
}
function readAssert(scope, node) {
    const [condition, message] = node.namedChildren.filter(isCode);
    const { builder } = scope;
    const [holds, fails] = [newBlock(builder), newBlock(builder)];
    readCondition(scope, condition ?? null, holds, fails);
    seal(builder, fails);
    builder.at = fails;
    if (message)
        readExpression(scope, message);
    addFact(builder, { kind: 'raise', value: unknown, by: 'assert', span: spanOf(scope, node) });
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
        addFact(inner.builder, { kind: 'return', value: readExpression(inner, body), span: spanOf(scope, node) });
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
        locals: new Set([...indices.keys(), ...(names?.locals ?? [])].filter(name => !isOutside(names, name))),
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
        span: spanOf(scope, node),
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
    const quieter = lines.map(line => (isLight(line) && isHarmless(line) ? blank(line) : line));
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
        .map(line => (prepare_isCostly(line) ? blank(line) + (line.includes('#') ? '\n' : ' ') : `${line}\n`))
        .join('')
        .slice(0, -1);
}
function blank(text) {
    return ' '.repeat(text.length);
}

;// CONCATENATED MODULE: ./src/frontends/python/index.ts




/** Python source to units: one for the file, and one for every function, lambda and class in it. */
function pythonFrontend(grammar) {
    return { name: 'python', claims: path => /\.pyw?$/.test(path), read: file => read(grammar, file) };
}
function read(grammar, file) {
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
    const broken = root.descendantsOfType('ERROR').find(node => node !== null);
    const line = (broken ?? firstMissing(root) ?? root).startPosition.row + 1;
    const message = 'The syntax could not be understood here; the rest of the file was read as far as it could be.';
    return [{ path: file.path, line, kind: 'syntax', message }];
}
function firstMissing(root) {
    let at = root;
    while (at && !at.isMissing)
        at = at.children.find(child => child?.hasError || child?.isMissing) ?? null;
    return at;
}

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(8815);
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
    const root = (0,dist/* parse */.qg)(file.text);
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
    const packages = at((0,dist/* parse */.qg)(file.text), 'package');
    return (Array.isArray(packages) ? packages : []).flatMap(entry => {
        const [name, version] = [at(entry, 'name'), at(entry, 'version')];
        return typeof name === 'string' && typeof version === 'string'
            ? [located(file, name, `==${version}`)]
            : [];
    });
}
function readEnvironment(file) {
    const list = at((0,yaml_dist/* parse */.qg)(file.text, { maxAliasCount: 20 }), 'dependencies');
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

;// CONCATENATED MODULE: ./src/frontends/index.ts



/** Every frontend, ready to read. */
async function openFrontends(readGrammar) {
    const python = await loadGrammar(readGrammar('runtime'), readGrammar('python'));
    return [pythonFrontend(python), requirementsFrontend];
}
/** Whether some frontend reads files of this path; known before any grammar is loaded. */
function isReadable(path) {
    return /\.pyw?$/.test(path) || requirementsFrontend.claims(path);
}
/** Reads files into one program. */
function readProgram(frontends, files, onProgress = () => undefined) {
    const units = new Map();
    const classes = new Map();
    const stars = new Map();
    const settings = [];
    const notices = [];
    for (const [i, file] of files.entries()) {
        onProgress(i);
        for (const frontend of frontends) {
            if (!frontend.claims(file.path))
                continue;
            const reading = frontend.read(file);
            for (const unit of reading.units)
                units.set(unit.name, unit);
            for (const shape of reading.classes)
                classes.set(shape.name, shape);
            if (reading.stars.length > 0)
                stars.set(file.path, reading.stars);
            settings.push(...reading.settings);
            notices.push(...reading.notices);
        }
    }
    return { files: new Map(files.map(file => [file.path, file])), units, classes, stars, settings, notices };
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

// EXTERNAL MODULE: ./src/rules/pages.ts
var pages = __webpack_require__(2699);
;// CONCATENATED MODULE: ./src/rules/words.ts
/** The rules with a project's own words for what serves users, and for what does not, in every word list. */
function withWords(rules, own) {
    if (own.words.length === 0 && own.not.length === 0)
        return rules;
    const lower = (words) => words.map(word => word.toLowerCase());
    const catalogs = rules.catalogs.map(catalog => ({
        ...catalog,
        words: Object.fromEntries(Object.entries(catalog.words).map(([name, list]) => [
            name,
            {
                ...list,
                production: [
                    ...list.production.filter(word => !lower(own.not).includes(word)),
                    ...lower(own.words),
                ],
                other: [...list.other.filter(word => !lower(own.words).includes(word)), ...lower(own.not)],
            },
        ])),
    }));
    return { ...rules, catalogs };
}

;// CONCATENATED MODULE: ./src/scan.ts









/** The whole run: walk, choose, parse, check, judge. */
async function scan(options, onProgress) {
    const { configuration } = options;
    const rules = withWords(options.rules, configuration.production);
    const tree = walk(options.root, { paths: options.paths, ignore: configuration.ignore, claims: isReadable });
    const files = selectFiles(tree.files, rules);
    const frontends = await openFrontends(readGrammar);
    const program = readProgram(frontends, files, done => onProgress?.(done, files.length));
    const findings = withLevels(check(program, rules), rules.rules, configuration.rules);
    return {
        version: options.version,
        rules: rules.rules.map(pages/* ruleText */.Y3),
        findings,
        notices: [...tree.notices, ...program.notices].sort(scan_byPlace),
        verdict: verdict_judge(findings, configuration.failOn),
        files: { seen: tree.seen, parsed: files.length },
    };
}
function scan_byPlace(a, b) {
    return (0,order/* byCodeUnits */.C)(a.path, b.path) || a.line - b.line || (0,order/* byCodeUnits */.C)(a.kind, b.kind);
}

// EXTERNAL MODULE: ./src/base/nearest.ts
var nearest = __webpack_require__(8859);
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
    const guess = (0,nearest/* nearest */.p)(name, names);
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
    const found = paths.map(find);
    const [only] = found;
    if (only && found.length === 1 && only.isDirectory)
        return { root: only.real, paths: [] };
    const root = (0,external_node_fs_.realpathSync)(workingDirectory);
    const inside = found.map(target => targets_within(root, target));
    return { root, paths: inside.includes('') ? [] : inside };
}
function find(path) {
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
    const plan = planReports(request, process.cwd(), targets.root);
    const report = await scanTargets(request, targets, version);
    writeOutputs(plan.files.map(({ format, to }) => ({ to, text: formats[format](report, {}) })));
    await scan_show(report, plan, request.quiet);
    return report.verdict.failed ? 1 : 0;
}
async function scanTargets(request, { root, paths }, version) {
    const rules = await (0,cli_rules/* loadRules */.A)(request.ruleDirectories);
    const ids = rules.rules.map(rule => rule.id);
    const file = request.config === null ? null : { path: request.config, shown: request.config };
    const configured = await readConfiguration(root, file, ids);
    const configuration = { ...configured, failOn: request.failOn ?? configured.failOn };
    const progress = request.quiet ? silence : showProgress(process.stderr, () => performance.now());
    try {
        return await scan({ root, paths, rules, configuration, version }, progress.update);
    }
    finally {
        progress.clear();
    }
}
async function scan_show(report, plan, quiet) {
    if (plan.printed)
        await (0,terminal/* print */.yy)(formats[plan.printed](report, forTerminal()));
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