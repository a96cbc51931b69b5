"use strict";
exports.id = 887;
exports.ids = [887];
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

/***/ 887:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeConfiguration: () => (/* binding */ writeConfiguration)
});

// UNUSED EXPORTS: schemaAddress

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/base/user-error.ts
var user_error = __webpack_require__(4813);
// EXTERNAL MODULE: ./src/files/output.ts
var output = __webpack_require__(94);
// EXTERNAL MODULE: ./src/policy/settings.ts
var settings = __webpack_require__(3693);
;// CONCATENATED MODULE: ./src/cli/starter.ts
/** A configuration that changes nothing yet and shows what can be said. `schema` is where editors find its form. */
function starter(schema) {
    return `# yaml-language-server: $schema=${schema}

# The mildest level that fails a run: error, warning, note or never.
fail-on: error

# A change is judged by the policy of the commit that it is compared with. With head here, once that commit has it, by its own.
# policy-from: base

# The level of a rule, or off. \`modelgate rules\` lists them.
# rules:
#   unsafe-load-option: error
#   unverified-artifact-load: { level: warning, fail-on: never }

# What holds below some paths. Of several entries that fit the last one decides.
# paths:
#   - path: notebooks/**
#     fail-on: never

# What to skip, in the notation of .gitignore.
# ignore:
#   - notebooks/export/

# Your own words for targets that serve users, and for targets that do not.
# words:
#   production: [blue]
#   other: [shadow]

# Your own metrics: more is better, or less is.
# metrics:
#   higher: [ks_stat]
#   lower: [refund_share]

# Your own checks and moves.
# guards:
#   - call: acme.release.require_signoff
#     kind: approval
#     holds: no-exception
# sinks:
#   - call: acme.release.push_live
#     does: promotion

# Environments whose settings ask a person. Modelgate cannot see them, so this is your word for it.
# trusted-environments: [production]

# What a promotion has to have in front of it: approval, evaluation, canary. Without it any of them is enough.
# promotion:
#   require: approval

# What a scan may cost, and how many findings are listed. What goes beyond is a notice.
# limits:
#   file-bytes: 1500000
#   notebook-bytes: 15000000
#   seconds: 30
#   depth: 400
#   yaml-values: 300000
#   findings: 25000

# Findings that somebody answers for until a day. For a single line, a comment beside it is enough, which says
# \`modelgate: ignore[unverified-artifact-load]\` and why.
# waivers:
#   - rule: unverified-artifact-load
#     path: legacy/**
#     reason: the old scorer goes away with the migration
#     owner: risk-team
#     expires: 2026-12-31

# Findings that were there before, as \`modelgate baseline\` writes them down.
# baseline: .modelgate-baseline.json
`;
}

;// CONCATENATED MODULE: ./src/cli/init.ts






/** Writes a configuration to start from, and tells what was written. */
function writeConfiguration({ directory, force }, manifest) {
    if (directory === '' || !(0,external_node_fs_.statSync)(directory, { throwIfNoEntry: false })?.isDirectory())
        throw new user_error/* UserError */.y(`\`${directory}\`: there is no such directory; write the path of one`);
    const root = (0,external_node_fs_.realpathSync)(directory);
    const there = settings/* configurationNames */.zG.filter(name => (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(root, name), { throwIfNoEntry: false }));
    const [first, second] = there;
    if (second)
        throw new user_error/* UserError */.y(`${second}: \`${first}\` stands beside it; remove one of the two`);
    if (first && !force)
        throw new user_error/* UserError */.y(`${first}: this is there already; write \`modelgate init --force\` to replace it`);
    const name = first ?? settings/* configurationNames */.zG[0];
    const to = { ...(0,output/* planOutput */.p)((0,external_node_path_.join)(root, name), process.cwd(), root), shown: name };
    (0,output/* writeOutputs */.K)([{ to, text: starter(schemaAddress(manifest)) }]);
    return `${name} is written; every setting in it is a comment that you can take in`;
}
const published = 'schema/modelgate.schema.json';
/**
 * Where editors find the schema of the configuration: in the repository that the package names, where it lies on GitHub,
 * else where npm puts the package.
 */
function schemaAddress(manifest) {
    const named = 'repository' in manifest ? manifest.repository : undefined;
    const text = typeof named === 'object' && named !== null && 'url' in named ? named.url : named;
    const found = typeof text === 'string'
        ? /^(?:github:|(?:git\+)?(?:https|ssh|git):\/\/(?:git@)?github\.com\/|git@github\.com:)?([\w-]+)\/([\w.-]+?)(?:\.git)?$/.exec(text)
        : null;
    return found
        ? `https://raw.githubusercontent.com/${found[1]}/${found[2]}/main/${published}`
        : `./node_modules/modelgate/${published}`;
}


/***/ }),

/***/ 409:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ decode),
/* harmony export */   Go: () => (/* binding */ isBinary),
/* harmony export */   Vd: () => (/* binding */ isProgram)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_lines__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8114);


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
/** Whether a file begins as compiled programs do, which nobody takes for text. */
function isProgram(bytes) {
    return programs.some(magic => startsWith(bytes, magic));
}
// ELF; Mach-O of both widths and byte orders; several Mach-O in one.
const programs = [
    [0x7f, 0x45, 0x4c, 0x46],
    [0xfe, 0xed, 0xfa, 0xce],
    [0xfe, 0xed, 0xfa, 0xcf],
    [0xce, 0xfa, 0xed, 0xfe],
    [0xcf, 0xfa, 0xed, 0xfe],
    [0xca, 0xfe, 0xba, 0xbe],
];
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
    if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
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
        : { text, doubt: { line: (0,_base_lines__WEBPACK_IMPORTED_MODULE_1__/* .lineOf */ .cA)(text, bad).line, says: 'It is not valid UTF-16 here.' } };
}
function decodeAs(bytes, label) {
    const text = tryDecode(bytes, label);
    if (text !== null)
        return sure(text);
    const read = (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes) ? 'UTF-8' : 'Latin-1';
    const says = `It cannot be read in the encoding \`${label}\` that it declares, and was read as ${read}.`;
    return { text: (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes) ? decodeUtf8(bytes).text : latin1(bytes), doubt: { line: 0, says } };
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
        if (end === -1 || !(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes.subarray(start, end)))
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


/***/ }),

/***/ 94:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ writeOutputs),
/* harmony export */   p: () => (/* binding */ planOutput)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _base_user_error__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4813);
/* harmony import */ var _text_file__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5279);





/**
 * Makes sure, before any work is done, that a report can be written to `path`, or says why not. A path that reads as inside
 * `root` must be inside: a link that the scanned tree brought along shall not choose another file to overwrite.
 */
function planOutput(path, from, root) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(from, path);
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(absolute);
    if (path === '' || path.endsWith('/'))
        throw refuse(path, 'this names no file', 'write a file name');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(directory, { throwIfNoEntry: false })?.isDirectory())
        throw refuse(path, `the directory \`${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path)}\` does not exist`, 'create it first');
    const real = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(directory), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(absolute));
    const realRoot = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(root);
    const readsInside = (0,_text_file__WEBPACK_IMPORTED_MODULE_4__/* .isInside */ .FK)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(root), absolute) || (0,_text_file__WEBPACK_IMPORTED_MODULE_4__/* .isInside */ .FK)(realRoot, absolute);
    if (readsInside && !(0,_text_file__WEBPACK_IMPORTED_MODULE_4__/* .isInside */ .FK)(realRoot, real))
        throw refuse(path, 'a link on the way leads out of the scanned directory', 'write a path with no links');
    const present = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(real, { throwIfNoEntry: false });
    if (present && !present.isFile())
        throw refuse(path, `this is ${present.isDirectory() ? 'a directory' : 'no regular file'}`, 'write the path of a file');
    refuseUnwritable((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(real), path);
    return { path: real, shown: path };
}
/** Writes the reports, each of them whole or not at all. */
function writeOutputs(outputs) {
    const written = [];
    try {
        for (const { to, text } of outputs) {
            // A name that nobody can guess, and `wx`, so that no link planted beforehand is followed.
            const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(to.path), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(to.path).slice(0, 100)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.tmp`);
            written.push({ temporary, to });
            attempt(to, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(temporary, text, { flag: 'wx' }));
        }
        for (const { temporary, to } of written)
            attempt(to, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(temporary, to.path));
    }
    finally {
        for (const { temporary } of written)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(temporary, { force: true });
    }
}
function refuseUnwritable(directory, shown) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync)(directory, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK);
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
    return new _base_user_error__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`${shown}: ${wrong}; ${remedy}`);
}


/***/ }),

/***/ 5279:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   Gu: () => (/* binding */ readTextFile),
/* harmony export */   L2: () => (/* binding */ hasOwnFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_user_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4813);
/* harmony import */ var _decode__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(409);




const usual = 1024 * 1024;
/** The text of a file that the user named. Whatever hinders reading it is a UserError that shows the path as `shown`. */
function readTextFile(path, shown, longest = usual) {
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false });
    if (!stats)
        throw new _base_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${shown}: there is no such file; write the path of one that exists`);
    if (!stats.isFile())
        throw new _base_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${shown}: this is no file; write the path of a text file`);
    if (stats.size > longest)
        throw new _base_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${shown}: the file is larger than ${longest / 1024 / 1024} MiB; keep only ${longest === usual ? 'settings' : 'findings'} in it`);
    const bytes = readBytes(path, shown);
    const { text, doubt } = (0,_decode__WEBPACK_IMPORTED_MODULE_3__/* .decode */ .D4)(bytes);
    if (doubt || (0,_decode__WEBPACK_IMPORTED_MODULE_3__/* .isBinary */ .Go)(bytes))
        throw new _base_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${shown}:${doubt?.line ?? 1}:1: the text is not UTF-8; save it as UTF-8`);
    return text;
}
/** Whether the root holds an entry of this name. A link that leads out of the root is a UserError: who wrote the tree chose where it leads. */
function hasOwnFile(root, name) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, name);
    if (!isInside(root, path))
        throw new _base_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${name}: this lies outside of the scanned directory; put the file there`);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false }))
        return false;
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false }) || isInside((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path)))
        return true;
    throw new _base_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${name}: this link leads out of the scanned directory; put the file itself there`);
}
/** Whether `path` is `directory` or lies below it. Both are absolute and free of links. */
function isInside(directory, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(directory, path);
    return way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way);
}
function readBytes(path, shown) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path);
    }
    catch (error) {
        throw new _base_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${shown}: the file cannot be read (${codeOf(error)}); give it read permission`);
    }
}
function codeOf(error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}


/***/ })

};
;