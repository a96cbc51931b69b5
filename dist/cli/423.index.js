"use strict";
exports.id = 423;
exports.ids = [423];
exports.modules = {

/***/ 2423:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mergeShards: () => (/* binding */ mergeShards)
});

// EXTERNAL MODULE: ./src/files/text-file.ts
var text_file = __webpack_require__(5279);
// EXTERNAL MODULE: ./src/base/user-error.ts
var user_error = __webpack_require__(4813);
// EXTERNAL MODULE: ./src/scan/conclude.ts + 10 modules
var conclude = __webpack_require__(8279);
// EXTERNAL MODULE: ./src/scan/examine.ts + 74 modules
var examine = __webpack_require__(6938);
;// CONCATENATED MODULE: ./src/scan/merge.ts



/** The report of a run from those of its shards, as if it had been made in one go. That they are no whole is a UserError. */
async function mergeParts(named) {
    const parts = inOrder(named);
    const [first] = parts;
    const { version, rules, configuration, proposal, whole, tree, base, before } = first;
    const touched = new Set(before?.touched ?? []);
    const sides = (side) => (0,examine/* seenIn */.vV)(eachOf(parts, side));
    return (0,conclude/* concluded */._S)({
        version,
        rules,
        configuration,
        proposal,
        whole,
        tree,
        head: sides(part => part.head),
        base: base && 'commit' in base ? { kind: 'base', commit: base.commit, remarks: remarksIn(parts) } : base,
        before: before && {
            isTouched: path => touched.has(path),
            seen: async () => sides(part => part.before?.side ?? null),
        },
        other: async () => sides(part => part.other),
    });
}
// All were made from the same, so that what one has, each of them has.
function eachOf(parts, take) {
    const [first, ...others] = parts.flatMap(part => take(part) ?? []);
    if (!first || others.length + 1 !== parts.length)
        throw new Error('a shard lacks a side that others have');
    return [first, ...others];
}
function remarksIn(parts) {
    const all = parts.flatMap(({ base }) => (base && 'commit' in base ? base.remarks : []));
    return () => [...new Set(all)];
}
/** The shards from the first to the last, each once. */
function inOrder(named) {
    const [first, ...others] = named;
    if (!first)
        throw new user_error/* UserError */.y('a report is missing; write `modelgate merge FILE\u2026` with those of all shards');
    for (const other of others)
        refuseStranger(first, other);
    const { of } = first.part.shard;
    const byNumber = new Map();
    for (const one of named) {
        const known = byNumber.get(one.part.shard.number);
        if (known)
            throw new user_error/* UserError */.y(`${one.file}: shard ${shown(one)} is in ${known.file} too; name each shard once`);
        byNumber.set(one.part.shard.number, one);
    }
    const missing = Array.from({ length: of }, (_, at) => at + 1).filter(number => !byNumber.has(number));
    if (missing.length > 0)
        throw new user_error/* UserError */.y(`${missing.length === 1 ? 'shard' : 'shards'} ${missing.join(', ')} of ${of} ${missing.length === 1 ? 'is' : 'are'} missing; name the reports of all shards`);
    const [one = first, ...more] = [...byNumber.values()].sort((a, b) => a.part.shard.number - b.part.shard.number);
    return [one.part, ...more.map(({ part }) => part)];
}
// In the order in which they are told: a configuration that was added is a file, too.
const differences = {
    rules: 'other rules than',
    policy: 'another configuration than',
    files: 'other files than',
    base: 'a comparison with another commit than',
};
function refuseStranger(first, other) {
    if (other.part.shard.of !== first.part.shard.of)
        throw new user_error/* UserError */.y(`${other.file}: this is shard ${shown(other)}, and ${first.file} is shard ${shown(first)}; name the shards of one run`);
    for (const [what, says] of Object.entries(differences))
        if (other.part.madeFrom[what] !== first.part.madeFrom[what])
            throw new user_error/* UserError */.y(`${other.file}: it was made from ${says} ${first.file}; run all shards on one commit, with the same options`);
}
function shown({ part: { shard } }) {
    return `${shard.number}/${shard.of}`;
}

// EXTERNAL MODULE: ./src/scan/parts.ts
var scan_parts = __webpack_require__(2371);
// EXTERNAL MODULE: ./src/cli/formats.ts
var formats = __webpack_require__(8726);
// EXTERNAL MODULE: ./src/cli/report.ts + 1 modules
var report = __webpack_require__(3108);
;// CONCATENATED MODULE: ./src/cli/merge.ts





// What it holds is packed, with the text of every file that something was found in.
const mostBytes = 256 * 1024 * 1024;
/** Makes one report of those of all shards, writes it, and returns the exit code that one scan would have. */
async function mergeShards(request, version) {
    const here = process.cwd();
    const plan = (0,formats/* planReports */.L)(request, here, here);
    const parts = request.files.map(file => (0,scan_parts/* parsePart */.x)((0,text_file/* readTextFile */.G)(file, file, mostBytes), file, version));
    return (0,report/* tellReport */.k)(await mergeParts(parts), plan, request);
}


/***/ })

};
;