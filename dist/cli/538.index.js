"use strict";
exports.id = 538;
exports.ids = [538];
exports.modules = {

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

/***/ 4538:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openMemory: () => (/* binding */ openMemory)
});

// EXTERNAL MODULE: ./src/base/hash.ts
var hash = __webpack_require__(2497);
// EXTERNAL MODULE: ./src/base/packed.ts
var packed = __webpack_require__(6345);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/files/folders.ts
var folders = __webpack_require__(2814);
// EXTERNAL MODULE: ./src/files/grammars.ts
var grammars = __webpack_require__(1205);
// EXTERNAL MODULE: ./src/files/inside.ts
var inside = __webpack_require__(2019);
// EXTERNAL MODULE: ./src/files/open.ts
var files_open = __webpack_require__(6055);
// EXTERNAL MODULE: ./src/files/tracked.ts
var files_tracked = __webpack_require__(2837);
;// CONCATENATED MODULE: ./src/files/cache.ts








/** Makes the folder of a cache. What hinders it is returned. */
function makeFolder(directory) {
    try {
        (0,folders/* makeFolders */.w)((0,external_node_path_.resolve)(directory));
        return null;
    }
    catch (error) {
        return `cannot be made (${(0,files_open/* systemCode */.xU)(error)})`;
    }
}
/** The path of a folder within a scanned directory; `null` where it lies elsewhere, or is that directory. */
function pathInside(directory, root) {
    const [folder, top] = [(0,external_node_path_.resolve)(directory), (0,external_node_path_.resolve)(root)];
    return folder !== top && (0,inside/* isInside */.F)(top, folder) ? (0,external_node_path_.relative)(top, folder).split(external_node_path_.sep).join('/') : null;
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
    if (steps.some(step => isLink((0,external_node_path_.join)(root, step))))
        return 'lies behind a link of the directory that is scanned';
    const tracked = [...((0,files_tracked/* trackedFiles */.O)(`${(0,external_node_path_.resolve)(root)}/`) ?? [])];
    return tracked.some(path => path.startsWith(`${own}/`))
        ? 'is committed to the repository that is scanned'
        : null;
}
function isLink(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    }
    catch (error) {
        // Where there can be no folder there is no link; that it cannot be made is told elsewhere.
        (0,files_open/* systemCode */.xU)(error);
        return false;
    }
}
/** The path of a file in a folder. */
function fileIn(directory, name) {
    return (0,external_node_path_.join)((0,external_node_path_.resolve)(directory), name);
}
/** Names the program that runs, and the form in which its Node writes data: the version alone does not tell builds apart. */
function programStamp(version) {
    const folder = (0,grammars/* ownFolder */.vY)();
    const files = (0,external_node_fs_.readdirSync)(folder).filter(name => /\.(?:js|ts|wasm)$/.test(name));
    const texts = files.sort().flatMap(name => [name, (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, name))]);
    return (0,hash/* digestOf */.o)([version, process.versions.v8, ...texts]);
}

// EXTERNAL MODULE: ./src/files/kept.ts
var kept = __webpack_require__(7667);
// EXTERNAL MODULE: ./src/frontends/parser.ts
var parser = __webpack_require__(4514);
;// CONCATENATED MODULE: ./src/scan/memory.ts





const mostSides = 6;
// Those of both sides of a comparison, and of one before.
const mostChoices = 4;
const mostBytes = 256 * 1024 * 1024;
/** Opens the cache in a folder. What is wrong with it is told when it is closed, and never changes a result. */
function openMemory(directory, version, root) {
    const stamp = programStamp(version);
    const says = [];
    const tell = (path, what) => {
        if (what !== null)
            says.push(`The cache \`${path}\` ${what}, and counts for nothing.`);
    };
    const paths = {
        sides: fileIn(directory, 'results.modelgate'),
        facts: fileIn(directory, 'facts.modelgate'),
        sketches: fileIn(directory, 'sketches.modelgate'),
    };
    const foreign = whyForeign(directory, root);
    tell(directory, foreign);
    const open = (path) => {
        if (foreign !== null)
            return new Map();
        const { entries, refused } = (0,kept/* readKept */.D)(path, stamp);
        tell(path, refused);
        return entries;
    };
    const digests = openDigests();
    const results = [...open(paths.sides)];
    const sides = openSides(new Map(results.filter(([key]) => !isChoice(key))));
    const choices = openChoices(new Map(results.filter(([key]) => isChoice(key))));
    const facts = openFacts(() => open(paths.facts), digests);
    const sketches = openSketches(() => open(paths.sketches), digests);
    const own = pathInside(directory, root);
    return {
        readings: facts.readings,
        sketches: sketches.sketches,
        digest: digests.of,
        side: sides.recall,
        keepSide: sides.keep,
        choices: choices.choices,
        isOwn: path => own !== null && path.startsWith(`${own}/`),
        close: () => {
            if (foreign !== null)
                return { written: false, says };
            const news = [
                { path: paths.sides, entries: together(sides.news(), choices.news()) },
                { path: paths.facts, entries: facts.news() },
                { path: paths.sketches, entries: sketches.news() },
            ].filter(({ entries }) => entries !== null);
            const why = news.length > 0 ? makeFolder(directory) : null;
            for (const { path, entries } of why === null ? news : [])
                if (entries)
                    tell(path, (0,kept/* keep */.a)(path, stamp, entries));
            tell(directory, why);
            return { written: news.length > 0, says };
        },
    };
}
function openDigests() {
    const known = new Map();
    const of = (file) => {
        const digest = known.get(file) ?? (0,hash/* digestOf */.o)([file.path, file.text, ...unreadOf(file)]);
        known.set(file, digest);
        return digest;
    };
    return { of, known };
}
// Another part of a file says other things.
function unreadOf({ unread = [] }) {
    return unread.map(({ start, end }) => `${start} to ${end}`);
}
/** Sides are kept once each, under a number, with the keys that lead there. */
function openSides(old) {
    const entries = new Map(old);
    const used = new Set();
    let changed = false;
    const recall = (key) => {
        const bytes = entries.get(key);
        if (!bytes)
            return null;
        used.add(key);
        return ((0,packed/* fromBytes */.uK)(bytes)?.value ?? null);
    };
    return {
        recall: (key) => recall(key),
        keep: (keys, side, consulted) => {
            if (!isWhole(side.notices))
                return;
            const bytes = (0,packed/* toBytes */.ZJ)({ side, consulted });
            if (!bytes)
                return;
            changed = true;
            for (const key of keys) {
                entries.set(key, bytes);
                used.add(key);
            }
        },
        news: () => ({ changed, entries: youngest(entries, used, 2 * mostSides) }),
    };
}
// Those of this run, and the youngest of those before.
function youngest(entries, used, most) {
    const others = [...entries].filter(([key]) => !used.has(key));
    const room = Math.max(0, most - used.size);
    return new Map([...others.slice(-room || others.length), ...[...entries].filter(([key]) => used.has(key))]);
}
function together(...news) {
    return news.some(({ changed }) => changed) ? new Map(news.flatMap(({ entries }) => [...entries])) : null;
}
function isChoice(key) {
    return key.startsWith('choice ');
}
function openChoices(old) {
    const entries = new Map(old);
    const used = new Set();
    let changed = false;
    const choices = {
        find: (how, holds) => {
            for (const [key, bytes] of [...entries].reverse()) {
                const choice = key.startsWith(`choice ${how} `)
                    ? (0,packed/* fromBytes */.uK)(bytes)?.value
                    : null;
                if (!choice || !holds(choice))
                    continue;
                used.add(key);
                return choice;
            }
            return null;
        },
        keep: (how, choice) => {
            const bytes = (0,packed/* toBytes */.ZJ)(choice);
            if (!bytes)
                return;
            const key = `choice ${how} ${(0,hash/* digestOf */.o)([bytes])}`;
            entries.set(key, bytes);
            used.add(key);
            changed = true;
        },
    };
    return { choices, news: () => ({ changed, entries: youngest(entries, used, mostChoices) }) };
}
function openFacts(open, digests) {
    const readings = new Map();
    let old = null;
    const news = new Map();
    const recall = (file) => {
        old ??= open();
        const bytes = old.get(digests.of(file));
        const known = bytes && (0,packed/* fromBytes */.uK)(bytes);
        if (!known)
            return undefined;
        const { file: before, reading } = known.value;
        if (before.text !== file.text || before.path !== file.path)
            return undefined;
        if (unreadOf(before).join() !== unreadOf(file).join())
            return undefined;
        readings.set(file, reading);
        return reading;
    };
    return {
        readings: {
            get: (file) => readings.get(file) ?? (file.container ? undefined : recall(file)),
            set: (file, reading) => {
                readings.set(file, reading);
                // Serialised at once: the analysis adds to units what it finds out about them.
                const bytes = file.container || !isWhole(reading.notices) ? null : (0,packed/* toBytes */.ZJ)({ file, reading });
                if (bytes)
                    news.set(digests.of(file), bytes);
            },
        },
        news: () => newsOf(news, old ?? new Map(), digests),
    };
}
function openSketches(open, digests) {
    let old = null;
    const news = new Map();
    const stamps = new Set();
    const keyOf = (file, stamp) => {
        stamps.add(stamp);
        return `${digests.of(file)} ${stamp}`;
    };
    const sketches = {
        get: (file, stamp) => {
            old ??= open();
            const bytes = old.get(keyOf(file, stamp));
            return bytes && (0,packed/* fromBytes */.uK)(bytes)?.value;
        },
        set: (file, stamp, sketch) => {
            const bytes = (0,packed/* toBytes */.ZJ)(sketch);
            if (bytes)
                news.set(keyOf(file, stamp), bytes);
        },
    };
    // Those of other words are of no use any more.
    const usable = () => new Map([...(old ?? [])].filter(([key]) => stamps.has(key.split(' ')[1] ?? '')));
    return { sketches, news: () => newsOf(news, usable(), digests) };
}
// What was made now, and what was made before of files that are still there.
function newsOf(news, old, digests) {
    if (news.size === 0)
        return null;
    const there = new Set(digests.known.values());
    const still = [...old].filter(([key]) => there.has(key.split(' ')[0] ?? ''));
    return within(mostBytes, [...news, ...still]);
}
// What was given up by a clock may be read in time by the next run.
function isWhole(notices) {
    return !notices.some(parser/* isGivenUp */.hF);
}
function within(most, entries) {
    let left = most;
    return new Map(entries.filter(([, bytes]) => {
        left -= bytes.byteLength;
        return left >= 0;
    }));
}


/***/ })

};
;