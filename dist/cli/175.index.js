"use strict";
exports.id = 175;
exports.ids = [175];
exports.modules = {

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

/***/ 6175:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readRules: () => (/* binding */ readRules)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_order__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(617);
/* harmony import */ var _base_user_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4813);
/* harmony import */ var _check__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2391);
/* harmony import */ var _consistency__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3091);
/* harmony import */ var _schema__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7305);
/* harmony import */ var _yaml_file__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7647);








const none = { rules: [], catalogs: [] };
const mostBytes = 1024 * 1024;
/**
 * The rules (`*.yaml`) and catalogue files (`catalog/*.yaml`) of the directories, added to `known`. Throws a UserError
 * with file, line and remedy where a file is wrong or the files contradict each other.
 */
function readRules(dirs, known = none) {
    const rules = [];
    const catalogs = [];
    for (const dir of dirs) {
        const listed = list(dir);
        for (const path of listed.rules)
            rules.push(readFile(path, _schema__WEBPACK_IMPORTED_MODULE_5__/* .ruleSchema */ .AZ));
        for (const path of listed.catalogs)
            catalogs.push(readFile(path, _schema__WEBPACK_IMPORTED_MODULE_5__/* .catalogSchema */ .X8));
    }
    (0,_consistency__WEBPACK_IMPORTED_MODULE_4__/* .agree */ .d5)(rules, catalogs, known);
    return {
        rules: [...known.rules, ...rules.map(read => read.value)],
        catalogs: [...known.catalogs, ...catalogs.map(read => read.value)],
    };
}
function list(dir) {
    const stats = statusOf(dir, 'name a directory that holds rule files');
    if (!stats.isDirectory())
        throw new _base_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${dir}: this is not a directory; name the directory that holds it`);
    const names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(dir);
    const catalog = names.includes('catalog') ? join(dir, 'catalog') : null;
    const rules = yamlFiles(dir, names);
    const catalogs = catalog === null ? [] : yamlFiles(catalog, catalogNames(catalog));
    if (rules.length + catalogs.length === 0) {
        throw new _base_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${dir}: there are no rules here; add rules as *.yaml or libraries as catalog/*.yaml`);
    }
    return { rules, catalogs };
}
function catalogNames(path) {
    if (!statusOf(path, 'remove it').isDirectory()) {
        throw new _base_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${path}: this is not a directory; make it one that holds catalogue files`);
    }
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(path);
}
function yamlFiles(dir, names) {
    const misnamed = names.find(name => name.endsWith('.yml'));
    if (misnamed) {
        throw new _base_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${join(dir, misnamed)}: only *.yaml files are read; rename it to end in .yaml`);
    }
    return names
        .filter(name => name.endsWith('.yaml'))
        .sort(_base_order__WEBPACK_IMPORTED_MODULE_7__/* .byCodeUnits */ .C)
        .map(name => join(dir, name));
}
function readFile(path, schema) {
    const file = (0,_yaml_file__WEBPACK_IMPORTED_MODULE_6__/* .parseYaml */ .hN)(path, readText(path));
    return { file, value: (0,_check__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z)(file, schema) };
}
function readText(path) {
    const stats = statusOf(path, 'remove it');
    if (!stats.isFile())
        throw new _base_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${path}: this is not a regular file; put a copy of it here`);
    if (stats.size > mostBytes)
        throw new _base_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${path}: this is larger than 1 MiB; split it`);
    const bytes = readBytes(path);
    if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        throw new _base_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${path}: this is not UTF-8; save it as UTF-8`);
    return bytes.toString('utf8').replace(/^\ufeff/, '');
}
function readBytes(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path);
    }
    catch (error) {
        throw unreadable(path, error);
    }
}
// Links are refused: a rules directory may belong to the repository that is scanned, and must not lead out of it.
function statusOf(path, remedy) {
    let stats;
    try {
        stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false });
    }
    catch (error) {
        throw unreadable(path, error);
    }
    if (!stats)
        throw new _base_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${path}: there is nothing of this name; ${remedy}`);
    if (stats.isSymbolicLink())
        throw new _base_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${path}: this is a symbolic link; put what it leads to here`);
    return stats;
}
function unreadable(path, error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return new _base_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${path}: this cannot be read${code}; check its permissions`);
}
function join(dir, name) {
    return `${dir.replace(/[/\\]+$/, '')}/${name}`;
}


/***/ })

};
;