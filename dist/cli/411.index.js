"use strict";
exports.id = 411;
exports.ids = [411];
exports.modules = {

/***/ 2497:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ digestOf),
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** SHA-256 of the text as UTF-8, in lower-case hexadecimal. */
function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text, 'utf8').digest('hex');
}
/** SHA-256 of several texts or bytes in their order, which tells where each of them ends. */
function digestOf(parts) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const part of parts) {
        hash.update(`${typeof part === 'string' ? `t${part.length}` : `b${part.byteLength}`}\n`);
        hash.update(part);
    }
    return hash.digest('hex');
}


/***/ }),

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

/***/ 1411:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reuseCompiled: () => (/* binding */ reuseCompiled)
/* harmony export */ });
/* unused harmony exports placeOf, openCompiled */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8995);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_module__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(714);
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_vm__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _base_hash__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2497);
/* harmony import */ var _files_cache__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(973);
/* harmony import */ var _files_text_file__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5279);







/**
 * Has the parts of this program that lie in `folder` start as they were compiled by an earlier run, and gives what keeps them
 * for the next one. It takes nothing from where somebody else may have written: who writes there decides what runs.
 */
function reuseCompiled(folder, stamp, scanned) {
    const place = placeOf(process.env, process.platform);
    if (place === null || scanned.some(path => holds(path, place)) || !isOwn(place))
        return () => { };
    const compiled = openCompiled((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(place, `code-${process.version}-${process.arch}`), stamp);
    const loaders = (node_module__WEBPACK_IMPORTED_MODULE_1___default()._extensions);
    const usual = loaders['.js'];
    loaders['.js'] = (module, path) => ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path) === folder ? compiled.load : usual)?.(module, path);
    return compiled.save;
}
/** Where compiled code is kept for one user; `null` where nobody will come back for it, or where it is not wanted. */
function placeOf(environment, platform) {
    // With the first, Node keeps it by itself. In CI most runs are the only ones of their machine.
    const { NODE_COMPILE_CACHE, NODE_DISABLE_COMPILE_CACHE, NODE_V8_COVERAGE, CI } = environment;
    if (NODE_COMPILE_CACHE || NODE_DISABLE_COMPILE_CACHE || NODE_V8_COVERAGE || CI)
        return null;
    const { XDG_CACHE_HOME, HOME, LOCALAPPDATA } = environment;
    const usual = platform === 'win32' ? LOCALAPPDATA : HOME && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(HOME, ...caches(platform));
    const chosen = XDG_CACHE_HOME && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(XDG_CACHE_HOME) ? XDG_CACHE_HOME : usual;
    return chosen && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(chosen) ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(chosen, 'modelgate') : null;
}
function caches(platform) {
    return platform === 'darwin' ? ['Library', 'Caches'] : ['.cache'];
}
// A repository may bring such a folder along.
function holds(scanned, place) {
    try {
        return (0,_files_text_file__WEBPACK_IMPORTED_MODULE_6__/* .isInside */ .FK)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(scanned), nearest(place));
    }
    catch {
        return true;
    }
}
function nearest(path) {
    const there = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
    return there ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path) : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(nearest((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path)), '-');
}
function isOwn(place) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(place, { recursive: true, mode: 0o700 });
        const { mode, uid } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(place);
        const isOurs = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
        return isOurs && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(place).isDirectory();
    }
    catch {
        return false;
    }
}
// Functions are compiled when they are first called, and runs differ in what they call.
const runsThatAdd = 4;
const count = 'runs';
/** Opens what `path` keeps of scripts under a stamp. What was compiled of other code, or by another V8, counts for nothing. */
function openCompiled(path, stamp) {
    const by = (0,_base_hash__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .o)([stamp, process.versions.v8]);
    const { entries } = (0,_files_cache__WEBPACK_IMPORTED_MODULE_5__/* .readKept */ .DL)(path, by);
    const run = { scripts: new Map(), known: true };
    const same = whileFlagsAreTheSame();
    return {
        load: (module, file) => {
            const source = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
            const name = `${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(file)} ${(0,_base_hash__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .o)([source])}`;
            const kept = entries.get(name);
            const cachedData = kept && Buffer.from(kept.buffer, kept.byteOffset, kept.byteLength);
            const script = new node_vm__WEBPACK_IMPORTED_MODULE_3__.Script(node_module__WEBPACK_IMPORTED_MODULE_1___default().wrap(source), { filename: file, ...(cachedData && { cachedData }) });
            run.known &&= cachedData !== undefined && script.cachedDataRejected === false;
            run.scripts.set(name, script);
            const start = script.runInThisContext();
            start.call(module.exports, module.exports, (0,node_module__WEBPACK_IMPORTED_MODULE_1__.createRequire)(file), module, file, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(file));
        },
        save: () => {
            const runs = run.known ? (entries.get(count)?.[0] ?? 0) : 0;
            if (run.scripts.size === 0 || runs >= runsThatAdd || !same())
                return;
            const files = new Set([...run.scripts.keys()].map(fileOf));
            const others = [...entries].filter(([name]) => !files.has(fileOf(name)));
            const compiled = [...run.scripts].map(([name, script]) => [name, script.createCachedData()]);
            (0,_files_cache__WEBPACK_IMPORTED_MODULE_5__/* .keep */ .aC)(path, by, new Map([...others, ...compiled, [count, Uint8Array.of(runs + 1)]]));
        },
    };
}
function fileOf(name) {
    return name.replace(/ .*/, '');
}
// V8 refuses what was compiled under other flags, and some of them are set while a large tree is read.
function whileFlagsAreTheSame() {
    const cachedData = new node_vm__WEBPACK_IMPORTED_MODULE_3__.Script('0').createCachedData();
    return () => new node_vm__WEBPACK_IMPORTED_MODULE_3__.Script('0', { cachedData }).cachedDataRejected === false;
}


/***/ }),

/***/ 973:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ak: () => (/* binding */ programStamp),
/* harmony export */   DL: () => (/* binding */ readKept),
/* harmony export */   Ed: () => (/* binding */ fileIn),
/* harmony export */   _l: () => (/* binding */ pathInside),
/* harmony export */   aC: () => (/* binding */ keep),
/* harmony export */   fW: () => (/* binding */ whyForeign),
/* harmony export */   fc: () => (/* binding */ makeFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8877);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_v8__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var _base_hash__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2497);
/* harmony import */ var _grammars__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1205);
/* harmony import */ var _open__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6055);
/* harmony import */ var _text_file__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5279);
/* harmony import */ var _tracked__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2837);










const mark = 'modelgate-cache';
const mostBytes = 512 * 1024 * 1024;
const nothing = new Map();
/** Reads what `keep` has written under the same stamp. Whatever else stands there is left alone and counts for nothing. */
function readKept(path, stamp) {
    const refuse = (refused) => ({ entries: nothing, refused });
    const bytes = bytesOf(path);
    if (bytes === null)
        return { entries: nothing, refused: null };
    if (typeof bytes === 'string')
        return refuse(bytes);
    const end = bytes.subarray(0, 300).indexOf('\n');
    const [word, by, digest] = bytes.subarray(0, Math.max(end, 0)).toString('latin1').split(' ');
    if (word !== mark)
        return refuse('is none');
    if (by !== stamp)
        return refuse('was written by another Modelgate or Node');
    const body = bytes.subarray(end + 1);
    if ((0,_base_hash__WEBPACK_IMPORTED_MODULE_5__/* .digestOf */ .o)([body]) !== digest)
        return refuse('is not as it was written');
    const entries = (0,node_v8__WEBPACK_IMPORTED_MODULE_4__.deserialize)(body);
    // Not `instanceof`: it is of another realm where a test runs in a context of its own.
    return node_util__WEBPACK_IMPORTED_MODULE_3__.types.isMap(entries)
        ? { entries: entries, refused: null }
        : refuse('holds something else');
}
/** Writes entries, all or none of them. What hinders it is returned, to complete "The cache `x` \u2026". */
function keep(path, stamp, entries) {
    const body = (0,node_v8__WEBPACK_IMPORTED_MODULE_4__.serialize)(entries);
    const temporary = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.tmp`;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(temporary, Buffer.concat([Buffer.from(`${mark} ${stamp} ${(0,_base_hash__WEBPACK_IMPORTED_MODULE_5__/* .digestOf */ .o)([body])}\n`), body]), {
            flag: 'wx',
        });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(temporary, path);
        return null;
    }
    catch (error) {
        return `cannot be written (${(0,_open__WEBPACK_IMPORTED_MODULE_7__/* .systemCode */ .xU)(error)})`;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(temporary, { force: true });
    }
}
/** Makes the folder of a cache. What hinders it is returned. */
function makeFolder(directory) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(directory, { recursive: true });
        return null;
    }
    catch (error) {
        return `cannot be made (${(0,_open__WEBPACK_IMPORTED_MODULE_7__/* .systemCode */ .xU)(error)})`;
    }
}
/** The path of a folder within a scanned directory; `null` where it lies elsewhere, or is that directory. */
function pathInside(directory, root) {
    const [folder, top] = [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(directory), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(root)];
    return folder !== top && (0,_text_file__WEBPACK_IMPORTED_MODULE_8__/* .isInside */ .FK)(top, folder) ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(top, folder).split(node_path__WEBPACK_IMPORTED_MODULE_2__.sep).join('/') : null;
}
/**
 * Why what stands in the folder of a cache may be the word of the scanned repository, to complete "The cache `x` \u2026"; `null`
 * where it is not. Who can commit a cache could commit the answers too.
 */
function whyForeign(directory, root) {
    const own = pathInside(directory, root);
    if (own === null)
        return null;
    const steps = own.split('/').map((_, at, all) => all.slice(0, at + 1).join('/'));
    if (steps.some(step => isLink((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, step))))
        return 'lies behind a link of the directory that is scanned';
    const tracked = [...((0,_tracked__WEBPACK_IMPORTED_MODULE_9__/* .trackedFiles */ .O)(`${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(root)}/`) ?? [])];
    return tracked.some(path => path.startsWith(`${own}/`))
        ? 'is committed to the repository that is scanned'
        : null;
}
function isLink(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    }
    catch (error) {
        // Where there can be no folder there is no link; that it cannot be made is told elsewhere.
        (0,_open__WEBPACK_IMPORTED_MODULE_7__/* .systemCode */ .xU)(error);
        return false;
    }
}
/** The path of a file in a folder. */
function fileIn(directory, name) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(directory), name);
}
/** Names the program that runs, and the form in which its Node writes data: the version alone does not tell builds apart. */
function programStamp(version) {
    const folder = (0,_grammars__WEBPACK_IMPORTED_MODULE_6__/* .ownFolder */ .vY)();
    const files = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(folder).filter(name => /\.(?:js|ts|wasm)$/.test(name));
    const texts = files.sort().flatMap(name => [name, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name))]);
    return (0,_base_hash__WEBPACK_IMPORTED_MODULE_5__/* .digestOf */ .o)([version, process.versions.v8, ...texts]);
}
function bytesOf(path) {
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path, { throwIfNoEntry: false });
        if (!stats)
            return null;
        if (!stats.isFile())
            return 'is no file';
        return stats.size > mostBytes ? 'is too large' : (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path);
    }
    catch (error) {
        return `cannot be read (${(0,_open__WEBPACK_IMPORTED_MODULE_7__/* .systemCode */ .xU)(error)})`;
    }
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

/***/ 6055:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lf: () => (/* binding */ openRegular),
/* harmony export */   oQ: () => (/* binding */ notRegular),
/* harmony export */   xU: () => (/* binding */ systemCode)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

/** Reads a regular file of at most `most` bytes. It follows no link, and never waits on a pipe or a device. */
function openRegular(path, most) {
    try {
        const handle = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, readingOnly);
        try {
            return readOpened(handle, most);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(handle);
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
const readingOnly = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0);
function readOpened(handle, most) {
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(handle);
    if (!stats.isFile())
        return { refused: 'unreadable', says: notRegular };
    if (stats.size <= most)
        return { bytes: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(handle) };
    const [size, limit] = [stats.size, most].map(bytes => bytes.toLocaleString('en-US'));
    return {
        refused: 'too-large',
        says: `It has ${size} bytes, more than the limit of ${limit}, and was not read.`,
    };
}
/** What is said of a name that leads to a device, a pipe or a socket. */
const notRegular = 'It is a device, a pipe or a socket, and was not opened.';


/***/ }),

/***/ 8103:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ foldersAbove),
/* harmony export */   k: () => (/* binding */ findStart)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_user_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4813);
/* harmony import */ var _open__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6055);
/* harmony import */ var _text_file__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5279);





/** Finds the root and the paths in it, or says which is missing. */
function findStart(root, paths) {
    const real = realOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root), root, '');
    if (kindOf(real, root) === 'file')
        return { root: withSlash((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(real)), places: [placeIn((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(real), real, root)] };
    const places = paths.map(path => placeIn(real, realOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(real, path), path, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) ? '' : root), path));
    return { root: withSlash(real), places: places.length > 0 ? places : [{ path: '', kind: 'folder' }] };
}
/** The folders from the top of the enclosing work tree down to `folder`, without `folder` itself. All end in a slash. */
function foldersAbove(folder) {
    const above = [];
    for (let at = folder;; at = withSlash((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at))) {
        if (at !== folder)
            above.unshift(at);
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(at, '.git'), { throwIfNoEntry: false }))
            return above;
        if (withSlash((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) === at)
            return [];
    }
}
function placeIn(root, real, shown) {
    if (!(0,_text_file__WEBPACK_IMPORTED_MODULE_4__/* .isInside */ .FK)(root, real))
        throw new _base_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`\`${shown}\`: this lies outside of the scanned directory; scan the directory that holds it`);
    return { path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, real).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/'), kind: kindOf(real, shown) };
}
function realOf(path, shown, within) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    }
    catch (error) {
        const code = (0,_open__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .xU)(error);
        const missing = code === 'ENOENT' || code === 'ENOTDIR';
        const what = missing ? 'there is no such file or directory' : `this cannot be read (${code})`;
        throw new _base_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`\`${shown}\`: ${what}${within && ` in \`${within}\``}; write a path that ${missing ? 'exists' : 'can be'}`);
    }
}
function kindOf(path, shown) {
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
    if (stats.isFile())
        return 'file';
    if (stats.isDirectory())
        return 'folder';
    throw new _base_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`\`${shown}\`: this is neither a file nor a directory; write the path of one`);
}
function withSlash(folder) {
    const slashed = folder.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
    return slashed.endsWith('/') ? slashed : `${slashed}/`;
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


/***/ }),

/***/ 2837:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ trackedFiles),
/* harmony export */   Qy: () => (/* binding */ withFolders),
/* harmony export */   Xz: () => (/* binding */ isTracked)
/* harmony export */ });
/* unused harmony export readIndex */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _open__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6055);
/* harmony import */ var _start__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8103);




const mostBytes = 100_000_000;
/**
 * The files below a folder that git tracks, relative to it; `null` where that cannot be told, as outside of a work tree.
 * Git itself is not asked: the configuration of a repository may name programs that it would run.
 */
function trackedFiles(root) {
    const top = [...(0,_start__WEBPACK_IMPORTED_MODULE_3__/* .foldersAbove */ .Z)(root), root].findLast(hasGit);
    const opened = top === undefined ? null : (0,_open__WEBPACK_IMPORTED_MODULE_2__/* .openRegular */ .lf)(`${top}.git/index`, mostBytes);
    const all = opened && 'bytes' in opened ? readIndex(Buffer.from(opened.bytes)) : null;
    if (!all || top === undefined)
        return null;
    const prefix = root.slice(top.length);
    return new Set(all.filter(path => path.startsWith(prefix)).map(path => path.slice(prefix.length)));
}
function withFolders(files) {
    const folders = new Set();
    for (const path of files ?? [])
        for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            const folder = path.slice(0, end + 1);
            if (folders.has(folder))
                break;
            folders.add(folder);
        }
    return { files, folders };
}
function isTracked({ files, folders }, path) {
    return files?.has(path) === true || folders.has(path.endsWith('/') ? path : `${path}/`);
}
function hasGit(folder) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(`${folder}.git`, { throwIfNoEntry: false }) !== undefined;
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
        if ((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(name).update(bytes.subarray(0, end)).digest().equals(last))
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


/***/ })

};
;