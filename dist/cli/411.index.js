"use strict";
exports.id = 411;
exports.ids = [411];
exports.modules = {

/***/ 2497:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

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

/***/ 1411:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

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
/* harmony import */ var _files_folders__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2814);
/* harmony import */ var _files_inside__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2019);
/* harmony import */ var _files_kept__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7667);








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
        return (0,_files_inside__WEBPACK_IMPORTED_MODULE_6__/* .isInside */ .F)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(scanned), nearest(place));
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
        (0,_files_folders__WEBPACK_IMPORTED_MODULE_5__/* .makeFolders */ .w)(place, 0o700);
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
    const { entries } = (0,_files_kept__WEBPACK_IMPORTED_MODULE_7__/* .readKept */ .D)(path, by);
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
            (0,_files_kept__WEBPACK_IMPORTED_MODULE_7__/* .keep */ .a)(path, by, new Map([...others, ...compiled, [count, Uint8Array.of(runs + 1)]]));
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

/***/ 2814:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ makeFolders)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/** Makes a folder and those above it that are missing; throws where that cannot be. */
function makeFolders(path, mode) {
    // Node's own `recursive` never ends where a folder cannot be made although the one above it is there, as in `/proc`.
    const missing = [];
    let above = path;
    while (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(above, { throwIfNoEntry: false })?.isDirectory() && above !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(above)) {
        missing.push(above);
        above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(above);
    }
    for (const folder of missing.reverse())
        makeOne(folder, mode);
}
// Another run may make it at the same time.
function makeOne(folder, mode) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, mode);
    }
    catch (error) {
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder, { throwIfNoEntry: false })?.isDirectory())
            throw error;
    }
}


/***/ }),

/***/ 2019:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isInside)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

/** Whether `path` is `directory` or lies below it. Both are absolute and free of links. */
function isInside(directory, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(directory, path);
    return way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(way);
}


/***/ }),

/***/ 7667:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readKept),
/* harmony export */   a: () => (/* binding */ keep)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8877);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_v8__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _base_hash__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2497);
/* harmony import */ var _open__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6055);






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
    if ((0,_base_hash__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .o)([body]) !== digest)
        return refuse('is not as it was written');
    const entries = (0,node_v8__WEBPACK_IMPORTED_MODULE_3__.deserialize)(body);
    // Not `instanceof`: it is of another realm where a test runs in a context of its own.
    return node_util__WEBPACK_IMPORTED_MODULE_2__.types.isMap(entries)
        ? { entries: entries, refused: null }
        : refuse('holds something else');
}
/** Writes entries, all or none of them. What hinders it is returned, to complete "The cache `x` \u2026". */
function keep(path, stamp, entries) {
    const body = (0,node_v8__WEBPACK_IMPORTED_MODULE_3__.serialize)(entries);
    const temporary = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.tmp`;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(temporary, Buffer.concat([Buffer.from(`${mark} ${stamp} ${(0,_base_hash__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .o)([body])}\n`), body]), {
            flag: 'wx',
        });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(temporary, path);
        return null;
    }
    catch (error) {
        return `cannot be written (${(0,_open__WEBPACK_IMPORTED_MODULE_5__/* .systemCode */ .xU)(error)})`;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(temporary, { force: true });
    }
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
        return `cannot be read (${(0,_open__WEBPACK_IMPORTED_MODULE_5__/* .systemCode */ .xU)(error)})`;
    }
}


/***/ }),

/***/ 6055:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lf: () => (/* binding */ openRegular),
/* harmony export */   oQ: () => (/* binding */ notRegular),
/* harmony export */   xU: () => (/* binding */ systemCode),
/* harmony export */   xx: () => (/* binding */ because)
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
        return { refused: 'unreadable', says: `It cannot be read${because(path, error)}.` };
    }
}
/** Why a listed file or folder cannot be opened. */
function because(path, error) {
    const code = systemCode(error);
    // What Node lists is text: bytes that are none are gone, and nothing has the name that is left.
    return code === 'ENOENT' && path.includes('\ufffd') ? ': its name is not UTF-8' : ` (${code})`;
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


/***/ })

};
;