"use strict";
exports.id = 887;
exports.ids = [887];
exports.modules = {

/***/ 887:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


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

/***/ 94:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

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
/* harmony import */ var _inside__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2019);





/**
 * Makes sure, before any work is done, that a report can be written to `path`, or says why not. A path that reads as inside
 * `root` must be inside: a link that the scanned tree brought along shall not choose another file to overwrite.
 */
function planOutput(path, from, root) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(from, path);
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(absolute);
    if (path === '' || path.endsWith('/'))
        throw refuse(path === '' ? '``' : path, 'this names no file', 'write a file name');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(directory, { throwIfNoEntry: false })?.isDirectory())
        throw refuse(path, `the directory \`${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path)}\` does not exist`, 'create it first');
    const real = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(directory), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(absolute));
    const realRoot = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(root);
    const readsInside = (0,_inside__WEBPACK_IMPORTED_MODULE_4__/* .isInside */ .F)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(root), absolute) || (0,_inside__WEBPACK_IMPORTED_MODULE_4__/* .isInside */ .F)(realRoot, absolute);
    if (readsInside && !(0,_inside__WEBPACK_IMPORTED_MODULE_4__/* .isInside */ .F)(realRoot, real))
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


/***/ })

};
;