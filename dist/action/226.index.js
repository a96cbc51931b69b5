"use strict";
exports.id = 226;
exports.ids = [226];
exports.modules = {

/***/ 7226:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openRunCache: () => (/* binding */ openRunCache)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(3838);
// EXTERNAL MODULE: ./package.json
var package_0 = __webpack_require__(8330);
// EXTERNAL MODULE: ./src/base/visible.ts
var visible = __webpack_require__(299);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/base/hash.ts
var hash = __webpack_require__(2497);
;// CONCATENATED MODULE: ./src/files/folders.ts


/** Makes a folder and those above it that are missing; throws where that cannot be. */
function makeFolders(path, mode) {
    // Node's own `recursive` never ends where a folder cannot be made although the one above it is there, as in `/proc`.
    const missing = [];
    let above = path;
    while (!(0,external_node_fs_.statSync)(above, { throwIfNoEntry: false })?.isDirectory() && above !== (0,external_node_path_.dirname)(above)) {
        missing.push(above);
        above = (0,external_node_path_.dirname)(above);
    }
    for (const folder of missing.reverse())
        makeOne(folder, mode);
}
// Another run may make it at the same time.
function makeOne(folder, mode) {
    try {
        (0,external_node_fs_.mkdirSync)(folder, mode);
    }
    catch (error) {
        if (!(0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory())
            throw error;
    }
}

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
        makeFolders((0,external_node_path_.resolve)(directory));
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

// EXTERNAL MODULE: ./src/base/packed.ts
var packed = __webpack_require__(6345);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
;// CONCATENATED MODULE: ./src/files/kept.ts






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
    if ((0,hash/* digestOf */.o)([body]) !== digest)
        return refuse('is not as it was written');
    const entries = (0,external_node_v8_.deserialize)(body);
    // Not `instanceof`: it is of another realm where a test runs in a context of its own.
    return external_node_util_.types.isMap(entries)
        ? { entries: entries, refused: null }
        : refuse('holds something else');
}
/** Writes entries, all or none of them. What hinders it is returned, to complete "The cache `x` \u2026". */
function keep(path, stamp, entries) {
    const body = (0,external_node_v8_.serialize)(entries);
    const temporary = `${path}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.tmp`;
    try {
        (0,external_node_fs_.writeFileSync)(temporary, Buffer.concat([Buffer.from(`${mark} ${stamp} ${(0,hash/* digestOf */.o)([body])}\n`), body]), {
            flag: 'wx',
        });
        (0,external_node_fs_.renameSync)(temporary, path);
        return null;
    }
    catch (error) {
        return `cannot be written (${(0,files_open/* systemCode */.xU)(error)})`;
    }
    finally {
        (0,external_node_fs_.rmSync)(temporary, { force: true });
    }
}
function bytesOf(path) {
    try {
        const stats = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
        if (!stats)
            return null;
        if (!stats.isFile())
            return 'is no file';
        return stats.size > mostBytes ? 'is too large' : (0,external_node_fs_.readFileSync)(path);
    }
    catch (error) {
        return `cannot be read (${(0,files_open/* systemCode */.xU)(error)})`;
    }
}

// EXTERNAL MODULE: ./src/frontends/parser.ts
var parser = __webpack_require__(4514);
;// CONCATENATED MODULE: ./src/scan/memory.ts





const mostSides = 6;
// Those of both sides of a comparison, and of one before.
const mostChoices = 4;
const memory_mostBytes = 256 * 1024 * 1024;
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
        const { entries, refused } = readKept(path, stamp);
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
                    tell(path, keep(path, stamp, entries));
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
    return within(memory_mostBytes, [...news, ...still]);
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

;// CONCATENATED MODULE: ./src/action/cache.ts






/** Events that only people with write access to the repository bring about. */
const trusted = ['push', 'schedule', 'workflow_dispatch', 'merge_group', 'release', 'pull_request'];
/**
 * Brings the cache, where the run is one that strangers have no say in. Whatever hinders that is told, and the scan goes on
 * without it.
 */
async function openRunCache(workspace, run, environment) {
    const why = whyNot(run, environment);
    if (why !== null)
        (0,core/* info */.pq)(`The cache is not used, since ${why}.`);
    if (why !== null || 'why' in run)
        return null;
    // It brings a client of a cloud's storage along, which most runs do not need.
    const { isFeatureAvailable, restoreCache, saveCache } = await __webpack_require__.e(/* import() */ 15).then(__webpack_require__.bind(__webpack_require__, 5015));
    if (!isFeatureAvailable()) {
        (0,core/* info */.pq)('The cache is not used, since this runner has none.');
        return null;
    }
    const directory = (0,external_node_path_.join)(environment.RUNNER_TEMP ?? '', 'modelgate-cache');
    const prefix = `modelgate-${programStamp(package_0/* version */.rE).slice(0, 16)}-`;
    const key = `${prefix}${run.commit}`;
    const found = await attempt(() => restoreCache([directory], key, [prefix]));
    const memory = openMemory(directory, package_0/* version */.rE, workspace);
    return {
        memory,
        close: async () => {
            const { says, written } = memory.close();
            for (const one of says)
                (0,core/* warning */.$e)((0,visible/* visible */.RK)(one));
            // What was kept under a key stays as it is.
            if (written && found !== key)
                await attempt(() => saveCache([directory], key));
        },
    };
}
function whyNot(run, environment) {
    const event = environment.GITHUB_EVENT_NAME ?? '';
    if ('why' in run)
        return `nothing is known of this run (${(0,visible/* visible */.RK)(run.why)})`;
    if (!trusted.includes(event))
        return `what \`${(0,visible/* visible */.RK)(event)}\` brings in may come from anybody`;
    if (event === 'pull_request' && run.pull?.readOnly !== false)
        return 'the pull request comes from a fork';
    return environment.RUNNER_TEMP ? null : 'RUNNER_TEMP names no directory';
}
async function attempt(act) {
    try {
        return await act();
    }
    catch (error) {
        (0,core/* warning */.$e)(`The cache does not work: ${(0,visible/* visible */.RK)(error instanceof Error ? error.message : String(error))}`);
        return undefined;
    }
}


/***/ })

};
;