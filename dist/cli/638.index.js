"use strict";
exports.id = 638;
exports.ids = [638];
exports.modules = {

/***/ 7638:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drawGraph: () => (/* binding */ drawGraph),
  runScan: () => (/* binding */ runScan),
  writeBaseline: () => (/* binding */ writeBaseline)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/base/user-error.ts
var user_error = __webpack_require__(4813);
// EXTERNAL MODULE: ./src/base/visible.ts
var visible = __webpack_require__(299);
// EXTERNAL MODULE: ./src/files/output.ts
var output = __webpack_require__(94);
// EXTERNAL MODULE: ./src/files/ignored.ts
var ignored = __webpack_require__(5533);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./src/files/commit-date.ts


/**
 * The day on which the commit at hand was made, as its committer's clock had it; `null` where there is none or git cannot
 * be asked. `cat-file` reads one object and runs nothing, whatever the repository configures.
 */
function commitDate(root, environment) {
    try {
        const text = (0,external_node_child_process_.execFileSync)('git', [...settings, '-C', root, 'cat-file', 'commit', 'HEAD'], {
            encoding: 'utf8',
            env: quietEnvironment(environment),
            maxBuffer: 4_000_000,
            stdio: ['ignore', 'pipe', 'ignore'],
            timeout: 10_000,
            windowsHide: true,
        });
        return dateIn(text);
    }
    catch {
        return null;
    }
}
// The repository may belong to somebody else, as in a container; what it configures is switched off where it could run
// anything. https://git-scm.com/docs/git-config
const settings = [
    '--no-pager',
    '--no-replace-objects',
    ...[
        'safe.directory=*',
        'safe.bareRepository=explicit',
        `core.hooksPath=${external_node_os_.devNull}`,
        'core.fsmonitor=false',
        'protocol.allow=never',
    ].flatMap(setting => ['-c', setting]),
];
// Nothing that names another repository, a configuration or a program is handed on.
function quietEnvironment(given) {
    const kept = ['PATH', 'Path', 'PATHEXT', 'SYSTEMROOT', 'SystemRoot', 'TEMP', 'TMP'].flatMap(name => {
        const value = given[name];
        return value === undefined ? [] : [[name, value]];
    });
    return {
        ...Object.fromEntries(kept),
        LC_ALL: 'C',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: external_node_os_.devNull,
        GIT_CONFIG_SYSTEM: external_node_os_.devNull,
        GIT_NO_LAZY_FETCH: '1',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_TERMINAL_PROMPT: '0',
    };
}
/** The day in the words of a commit object: `committer Ada <ada@acme.example> 1767222000 +0100`. */
function dateIn(commit) {
    const [head = ''] = commit.split('\n\n', 1);
    const found = /^committer .*> (\d{1,12}) ([+-])(\d\d)(\d\d)$/m.exec(head);
    if (!found)
        return null;
    const [, seconds = '', sign = '', hours = '', minutes = ''] = found;
    const offset = (Number(hours) * 60 + Number(minutes)) * 60 * (sign === '-' ? -1 : 1);
    const day = new Date((Number(seconds) + offset) * 1000);
    // The calendar of files and waivers has four digits for a year.
    return day.getTime() < Date.UTC(9999, 11, 31) ? day.toISOString().slice(0, 10) : null;
}

// EXTERNAL MODULE: ./src/files/text-file.ts
var text_file = __webpack_require__(5279);
// EXTERNAL MODULE: ./src/policy/settings.ts
var policy_settings = __webpack_require__(3693);
;// CONCATENATED MODULE: ./src/policy/read.ts





/** The policy in the file that the user named, else that in the root's `.modelgate.yml`, else the default. */
async function readConfiguration(root, given, rules) {
    const file = given ?? findIn(root);
    if (!file)
        return policy_settings/* defaultConfiguration */._0;
    const text = (0,text_file/* readTextFile */.G)(file.path, file.shown);
    // The schema library is a tenth of the start-up, and most repositories have no such file.
    const { parseConfiguration } = await Promise.all(/* import() */[__webpack_require__.e(377), __webpack_require__.e(856), __webpack_require__.e(951)]).then(__webpack_require__.bind(__webpack_require__, 6951));
    return parseConfiguration(text, file.shown, knownIn(rules));
}
/** The policy of a scan: the configuration with the files that it names, and what was asked for beside it. */
async function readPolicy(root, given, rules, wishes, environment) {
    const configured = await readConfiguration(root, given, rules);
    return {
        ...asWished(configured, wishes),
        baseline: await readBaseline(root, configured, wishes.baseline),
        today: dayFor(configured, root, wishes, environment),
    };
}
/** A configuration with the level that was asked for in place of all of its own. */
function asWished(configured, { failOn }) {
    return failOn
        ? { ...configured, failOn, bars: new Map(), paths: withoutBars(configured.paths) }
        : configured;
}
/** The day that waivers are compared with; nobody is asked where there are none. */
function dayFor({ waivers }, root, { today }, environment) {
    return waivers.length === 0 ? null : (today ?? commitDate(root, environment));
}
function withoutBars(paths) {
    return paths.map(path => ({ ...path, failOn: null }));
}
async function readBaseline(root, { baselineFile }, asked) {
    if (asked === false || (asked === null && baselineFile === null))
        return null;
    const { parseBaseline } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 4887));
    if (asked !== null)
        return parseBaseline((0,text_file/* readTextFile */.G)(asked, asked, mostBytes), asked);
    const file = baselineFile ?? '';
    if (!(0,text_file/* hasOwnFile */.L)(root, file))
        throw new user_error/* UserError */.y(`${file}: there is no such baseline; write it with \`modelgate baseline -o ${file}\``);
    return parseBaseline((0,text_file/* readTextFile */.G)((0,external_node_path_.join)(root, file), file, mostBytes), file);
}
/** How large a baseline may be. A finding takes 150 bytes in it. */
const mostBytes = 16 * 1024 * 1024;
/** What a configuration may name: what these rules know. */
function knownIn({ rules, catalogs }) {
    return {
        ruleIds: rules.map(rule => rule.id),
        hazards: [...new Set(rules.map(rule => rule.sink))],
        wordLists: catalogs.flatMap(catalog => Object.keys(catalog.words)),
    };
}
function findIn(root) {
    const present = policy_settings/* configurationNames */.zG.filter(name => (0,text_file/* hasOwnFile */.L)(root, name));
    const [first, second] = present;
    if (first && second)
        throw new user_error/* UserError */.y(`${second}: \`${first}\` stands beside it; keep one of the two`);
    return first ? { path: (0,external_node_path_.join)(root, first), shown: first } : null;
}

;// CONCATENATED MODULE: ./src/policy/from-base.ts




/**
 * The policy of a run. What is compared with a commit is judged by the policy of that commit, so that no change can take out
 * what stops it. A policy of the work tree that is wrong is a UserError as ever; one of the base is not, since the change may
 * put it right.
 */
async function readPolicies(root, given, rules, { base, ...wishes }, environment) {
    const head = await readPolicy(root, given, rules, wishes, environment);
    if (base?.kind !== 'base')
        return { configuration: head, proposal: null };
    const before = await readBefore(base, given, head, rules);
    const known = await baselineBefore(base, before.configuration, wishes.baseline, head);
    const policy = {
        ...asWished(before.configuration, wishes),
        baseline: known.baseline,
        today: dayFor(before.configuration, root, wishes, environment),
    };
    const judges = policy.policyFrom;
    return {
        configuration: judges === 'head' ? head : policy,
        proposal: { judges, base: policy, head, notices: [...before.notices, ...known.notices] },
    };
}
async function readBefore(base, given, head, rules) {
    const named = given ? base.pathOf(given.path) : null;
    // A file that belongs to no side of the comparison is the word of who calls the program.
    if (given && named === null)
        return { configuration: { ...head, baseline: null }, notices: [] };
    const names = named === null ? policy_settings/* configurationNames */.zG : [named];
    const [path, second] = names.filter(name => base.has(name));
    if (path === undefined)
        return { configuration: policy_settings/* defaultConfiguration */._0, notices: addedIn(head) };
    const notices = head.file === null ? [removedIn(path)] : [];
    try {
        if (second)
            throw new user_error/* UserError */.y(`${second}: \`${path}\` stands beside it`);
        const text = base.text(path);
        if (text === null)
            throw new user_error/* UserError */.y(`${path}: it cannot be read`);
        const { parseConfiguration } = await Promise.all(/* import() */[__webpack_require__.e(377), __webpack_require__.e(856), __webpack_require__.e(951)]).then(__webpack_require__.bind(__webpack_require__, 6951));
        const configuration = parseConfiguration(text, path, knownIn(rules));
        (0,ignored/* configuredRules */.cH)(configuration.ignore);
        return { configuration, notices };
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.y))
            throw error;
        return { configuration: policy_settings/* defaultConfiguration */._0, notices: [...notices, broken(base, path, error)] };
    }
}
function addedIn({ file }) {
    const message = 'This change adds the configuration. It counts from the next change on; this one is judged by the defaults.';
    return file === null ? [] : [noticeAt(file, message)];
}
function removedIn(path) {
    const message = 'This change removes the configuration. It counts until then, and the defaults from the next change on.';
    return noticeAt(path, message);
}
function broken({ commit }, path, { message }) {
    const says = `The configuration of the base (\`${commit.slice(0, 12)}\`) is wrong: ${message}. Nothing of it holds, and the defaults judge this change.`;
    return noticeAt(path, says);
}
async function baselineBefore(base, { baselineFile }, asked, head) {
    if (asked === false || (asked === null && baselineFile === null))
        return { baseline: null, notices: [] };
    const path = asked === null ? baselineFile : base.pathOf(asked);
    // As with the configuration: what nobody has committed was not put there by the change.
    if (path === null)
        return { baseline: head.baseline, notices: [] };
    const text = base.text(path, mostBytes);
    const nothingKnown = (why) => ({
        baseline: null,
        notices: [noticeAt(path, `${why}, so no finding counts as known.`)],
    });
    if (text === null)
        return nothingKnown(`The base (\`${base.commit.slice(0, 12)}\`) has no such baseline${base.has(path) ? ' that can be read' : ''}`);
    try {
        const { parseBaseline } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 4887));
        return { baseline: parseBaseline(text, path), notices: [] };
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.y)
            return nothingKnown(`On the base this baseline is wrong: ${error.message}`);
        throw error;
    }
}
function noticeAt(path, message) {
    return { path, line: 0, kind: 'exception', message };
}

// EXTERNAL MODULE: ./src/base/lines.ts
var lines = __webpack_require__(8114);
;// CONCATENATED MODULE: ./src/reporters/graph/text.ts

const longest = 80;
/** What a node says of itself, in a few words. */
function nodeText(node) {
    const { kind, label, span, strength, status } = node;
    const at = `${span.file.path}:${(0,lines/* lineOf */.cA)(span.file.text, span.start).line}`;
    const name = label.length > longest ? `${label.slice(0, longest)}\u2026` : label;
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

// EXTERNAL MODULE: ./src/reporters/json-text.ts
var json_text = __webpack_require__(1964);
;// CONCATENATED MODULE: ./src/reporters/graph/json.ts


/** A map as JSON; `docs/json.md` describes it. */
function graphJson({ nodes, edges }) {
    return (0,json_text/* toJson */.a)({
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

// EXTERNAL MODULE: ./src/analysis/shards.ts
var shards = __webpack_require__(5777);
// EXTERNAL MODULE: ./src/base/once.ts
var once = __webpack_require__(7480);
// EXTERNAL MODULE: ./src/files/walk.ts + 4 modules
var walk = __webpack_require__(4876);
// EXTERNAL MODULE: ./src/frontends/index.ts + 208 modules
var frontends = __webpack_require__(8479);
// EXTERNAL MODULE: ./src/policy/changes.ts
var changes = __webpack_require__(2927);
// EXTERNAL MODULE: ./src/rules/own.ts
var own = __webpack_require__(2015);
// EXTERNAL MODULE: ./src/rules/pages.ts
var pages = __webpack_require__(2699);
// EXTERNAL MODULE: ./src/scan/conclude.ts + 10 modules
var conclude = __webpack_require__(8279);
// EXTERNAL MODULE: ./src/scan/examine.ts + 74 modules
var examine = __webpack_require__(6938);
// EXTERNAL MODULE: ./src/analysis/select.ts + 15 modules
var analysis_select = __webpack_require__(5562);
// EXTERNAL MODULE: ./src/analysis/selection/notebooks.ts
var notebooks = __webpack_require__(125);
// EXTERNAL MODULE: ./src/base/names.ts
var names = __webpack_require__(2017);
// EXTERNAL MODULE: ./src/files/threads.ts
var files_threads = __webpack_require__(4130);
// EXTERNAL MODULE: ./src/frontends/remarks/index.ts
var remarks = __webpack_require__(9079);
// EXTERNAL MODULE: ./src/scan/sketching.ts
var sketching = __webpack_require__(2421);
;// CONCATENATED MODULE: ./src/scan/looks.ts







// One for all of them: there are many.
const none = [];
/** Looks at files as the rules ask; `threads` says how many do, this one counted, or as many as are of use where it is `null`. */
function openLooks(rules, threads) {
    const seen = new WeakMap();
    const made = new WeakMap();
    const { by, stamp, sketch } = (0,analysis_select/* openSketching */.D)(rules);
    const others = (0,sketching/* openSketchers */.n)(by, threads ?? (0,files_threads/* usefulThreads */.OU)(), threads !== null);
    const notebooksIn = (0,notebooks/* openNotebooks */.t)(rules);
    const named = (0,names/* openNames */.L)();
    return {
        look: file => {
            const { path, text } = file;
            const plain = /\.pyw?$/.test(path) && (0,frontends/* pythonIn */.AF)(file, () => undefined) === null;
            const started = notebooksIn(file);
            const notebooks = started.length === 0 ? none : started.map(named);
            seen.set(file, { length: text.length, remark: (0,remarks/* mayRemark */.EQ)(text), plain, notebooks });
            if (plain && !others.offer(file))
                made.set(file, sketch(text));
        },
        mayRemark: file => seen.get(file)?.remark ?? (0,remarks/* mayRemark */.EQ)(file.text),
        length: file => seen.get(file)?.length ?? file.text.length,
        notebooks: file => seen.get(file)?.notebooks ?? notebooksIn(file),
        python: (file, otherwise) => (seen.get(file)?.plain ? null : otherwise(file)),
        sketches: {
            get: (file, by) => {
                const known = by === stamp ? (made.get(file) ?? others.take(file)) : undefined;
                made.delete(file);
                return known;
            },
            set: () => { },
        },
        settle: others.settle,
    };
}

// EXTERNAL MODULE: ./src/scan/parts.ts
var parts = __webpack_require__(2371);
;// CONCATENATED MODULE: ./src/scan.ts












/** The whole run: walk, choose, parse, check, compare, judge. */
async function scan(options, onProgress) {
    const run = await begin(options, shards/* wholeRun */.f, onProgress);
    const { base, configuration, version, proposal = null } = options;
    return (0,conclude/* concluded */._S)({
        version,
        rules: run.means.rules.rules.map(pages/* ruleText */.Y3),
        configuration,
        proposal,
        whole: options.paths.length === 0,
        tree: run.tree,
        head: (0,examine/* seenIn */.vV)([run.head]),
        base,
        before: base?.kind === 'base' ? beforeIt(run, base) : null,
        other: async (policy) => (0,examine/* seenIn */.vV)([await judgeBy(run, policy)]),
    });
}
/** One of several runs that share the calls of a tree among them: all that `mergeParts` needs of it. */
async function scanShard(options, shard, onProgress) {
    const run = await begin(options, shard, onProgress);
    const { base, configuration, version, proposal = null } = options;
    const { notices, ignored, seen } = run.tree;
    const before = base?.kind === 'base' ? base.walk(baseWalk(run)) : null;
    const other = proposal && (0,conclude/* otherPolicy */.ve)(proposal);
    const { opened: _, ...head } = run.head;
    return {
        shard,
        madeFrom: (0,parts/* madeFrom */.a)(options, run.tree),
        version,
        rules: run.means.rules.rules.map(pages/* ruleText */.Y3),
        configuration,
        proposal,
        whole: options.paths.length === 0,
        tree: { notices, ignored, seen },
        head,
        before: before && {
            touched: touchedIn(run.tree, before),
            side: withoutOpened(await (0,examine/* judgeTree */.g5)(before, run.means)),
        },
        other: other && !(0,changes/* isScannedAlike */.L)(other, configuration) ? withoutOpened(await judgeBy(run, other)) : null,
        base: base?.kind === 'base' ? { commit: base.commit, remarks: base.remarks() } : base,
    };
}
async function begin(options, shard, onProgress) {
    const { configuration, root, paths, environments, memory = null } = options;
    const readings = memory?.readings ?? new Map();
    const means = {
        rules: (0,own/* withOwn */.Lw)(options.rules, configuration.own),
        readings,
        environments,
        ...costsOf(configuration),
        everything: options.everything ?? false,
        shard,
        threads: options.threads ?? null,
        memory,
    };
    const looks = means.everything || memory ? null : openLooks(means.rules, means.threads);
    const tree = (0,walk/* walk */.G)(root, { paths, ...walkedBy(configuration), ...lookedAt(looks, options) });
    await looks?.settle();
    return { options, means, tree, head: await (0,examine/* judgeTree */.g5)(tree, means, looks, onProgress) };
}
/** The same tree by another policy. */
async function judgeBy({ options, means }, policy) {
    const { root, paths, rules } = options;
    const judging = { ...means, rules: (0,own/* withOwn */.Lw)(rules, policy.own), ...costsOf(policy) };
    const looks = means.everything || means.memory ? null : openLooks(judging.rules, means.threads);
    const tree = (0,walk/* walk */.G)(root, { paths, ...walkedBy(policy), ...lookedAt(looks, options) });
    await looks?.settle();
    return (0,examine/* judgeTree */.g5)(tree, judging, looks);
}
function costsOf({ limits }) {
    const { seconds, depth, yamlValues } = limits;
    return { seconds, bounds: { depth, yamlValues } };
}
// Where nobody has looked at them, all are asked for again when files are chosen.
function lookedAt(looks, { mostHeld }) {
    if (!looks)
        return { mostHeld: Number.POSITIVE_INFINITY };
    return { look: looks.look, ...(mostHeld === undefined ? {} : { mostHeld }) };
}
function walkedBy({ ignore, limits }) {
    const { fileBytes, notebookBytes } = limits;
    return { ignore, claims: frontends/* isReadable */.hS, maxBytes: fileBytes, notebookBytes };
}
function baseWalk({ options, tree }) {
    const { paths, configuration } = options;
    return { paths, ...walkedBy(configuration), unchanged: tree.files };
}
/** The base is walked and examined only where that can make a difference, and once. */
function beforeIt(run, base) {
    const { tree, head, means } = run;
    const walked = (0,once/* once */.Oo)(() => base.walk(baseWalk(run)));
    const touched = (0,once/* once */.Oo)(() => new Set(touchedIn(tree, walked())));
    const side = async () => ((0,examine/* isSame */.Ft)(tree, walked(), head.opened) ? head : await (0,examine/* judgeTree */.g5)(walked(), means));
    return {
        isTouched: path => touched().has(path),
        seen: (0,once/* once */.Oo)(async () => (0,examine/* seenIn */.vV)([await side()])),
    };
}
/** The paths at which two trees hold other files. */
function touchedIn(tree, before) {
    const old = new Map(before.files.map(file => [file.path, file]));
    const now = new Map(tree.files.map(file => [file.path, file]));
    return [...new Set([...now.keys(), ...old.keys()])].filter(path => old.get(path) !== now.get(path));
}
function withoutOpened({ opened: _, ...side }) {
    return side;
}

// EXTERNAL MODULE: ./src/cli/formats.ts
var formats = __webpack_require__(8726);
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

// EXTERNAL MODULE: ./src/cli/report.ts + 1 modules
var report = __webpack_require__(3108);
// EXTERNAL MODULE: ./src/cli/rules.ts + 1 modules
var cli_rules = __webpack_require__(3746);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/files/inside.ts
var inside = __webpack_require__(2019);
;// CONCATENATED MODULE: ./src/cli/targets.ts




/** One directory is scanned as a tree of its own; anything else is looked for in the working directory. */
function findTargets(paths, workingDirectory) {
    const found = paths.map(find);
    const [only] = found;
    if (only && found.length === 1 && only.isDirectory)
        return { root: only.real, paths: [] };
    const root = (0,external_node_fs_.realpathSync)(workingDirectory);
    const inside = found.map(target => within(root, target));
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
function within(root, target) {
    if ((0,inside/* isInside */.F)(root, target.real))
        return (0,external_node_path_.relative)(root, target.real).split(external_node_path_.sep).join('/');
    throw new user_error/* UserError */.y(`\`${target.shown}\`: this lies outside of the working directory; scan one directory at a time, or run from one that holds all of them`);
}

// EXTERNAL MODULE: ./src/cli/terminal.ts
var terminal = __webpack_require__(1028);
;// CONCATENATED MODULE: ./src/cli/scan.ts














/** Scans, writes the reports, and returns the exit code. Whatever is wrong with the request is found before the scan. */
async function runScan(request, version) {
    const targets = findTargets(request.paths, process.cwd());
    if (request.shard)
        return runShard(request, request.shard, targets, version);
    const plan = (0,formats/* planReports */.L)(request, process.cwd(), targets.root);
    return (0,report/* tellReport */.k)(await scanTargets(request, targets, version), plan, request);
}
/** Scans what belongs to a shard, and writes that down. What is found fails nothing here. */
async function runShard(request, shard, targets, version) {
    const to = (0,formats/* planShard */.k)(request, process.cwd(), targets.root);
    const { partText } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 2371));
    const part = await withOptions(request, targets, version, (options, onProgress) => scanShard(options, shard, onProgress));
    (0,output/* writeOutputs */.K)([{ to, text: partText(part) }]);
    const { found, guarded } = part.head.judgements;
    const calls = found.length + guarded.length;
    if (!request.quiet)
        (0,terminal/* complain */.cc)(`modelgate: shard ${shard.number} of ${shard.of}: ${calls} ${calls === 1 ? 'call' : 'calls'} looked at; \`modelgate merge\` makes the report of all shards`);
    return 0;
}
/** Scans and draws how models reach production. What is found fails nothing here. */
async function drawGraph(request, version) {
    const { map } = await scanTargets({ ...request, ...nothingAsked }, findTargets(request.paths, process.cwd()), version);
    await (0,terminal/* print */.yy)(graphFormats[request.format](map));
    return 0;
}
/** Scans and writes down what is found, for later scans to tell apart. */
async function writeBaseline(request, version) {
    const targets = findTargets(request.paths, process.cwd());
    if (targets.paths.length > 0)
        throw new user_error/* UserError */.y('a baseline is of a whole directory; write the path of one');
    const to = (0,output/* planOutput */.p)(request.output ?? (0,external_node_path_.join)(targets.root, policy_settings/* baselineName */.Ri), process.cwd(), targets.root);
    const shown = request.output ?? policy_settings/* baselineName */.Ri;
    const { findings } = await withOptions({ ...request, ...nothingAsked }, targets, version, scanAll);
    const { baselineText } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 4887));
    (0,output/* writeOutputs */.K)([{ to: { ...to, shown }, text: baselineText(findings) }]);
    (0,terminal/* complain */.cc)(`modelgate: ${shown} names ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`);
    return 0;
}
// The baseline of before is no part of the one of now.
const nothingAsked = {
    failOn: null,
    baseline: false,
    today: null,
    since: null,
    quiet: false,
    cache: null,
    threads: null,
    limits: {},
};
async function scanTargets(request, targets, version) {
    return withOptions(request, targets, version, scan);
}
// What is not listed would be new to the next scan.
function scanAll(options, onProgress) {
    const { configuration } = options;
    const limits = { ...configuration.limits, findings: Number.MAX_SAFE_INTEGER };
    return scan({ ...options, configuration: { ...configuration, limits } }, onProgress);
}
async function withOptions(request, { root, paths }, version, run) {
    const { cache, threads } = request;
    const rules = await (0,cli_rules/* loadRules */.A)(request.ruleDirectories);
    const file = request.config === null ? null : { path: request.config, shown: request.config };
    const base = request.since === null ? null : await openSince(root, request.since);
    if (base?.kind === 'unavailable' && !request.quiet)
        (0,terminal/* complain */.cc)(`modelgate: ${(0,visible/* visible */.RK)((0,conclude/* whole */.WQ)(base))}`);
    const progress = request.quiet ? silence : showProgress(process.stderr, () => performance.now());
    try {
        const policies = await readPolicies(root, file, rules, { ...request, base }, process.env);
        const memory = cache === null ? null : (await __webpack_require__.e(/* import() */ 538).then(__webpack_require__.bind(__webpack_require__, 4538))).openMemory(cache, version, root);
        const configuration = limited(policies.configuration, request.limits);
        const result = await run({ root, paths, rules, ...policies, configuration, version, base, memory, threads }, progress.update);
        for (const says of memory?.close().says ?? [])
            (0,terminal/* complain */.cc)(`modelgate: ${(0,visible/* visible */.RK)(says)}`);
        return result;
    }
    finally {
        progress.clear();
        if (base?.kind === 'base')
            base.close();
    }
}
function limited(configuration, given) {
    return { ...configuration, limits: (0,policy_settings/* limitsFrom */.Dd)(given, configuration.limits) };
}
async function openSince(root, ref) {
    // Most runs compare nothing.
    const { openBase } = await __webpack_require__.e(/* import() */ 360).then(__webpack_require__.bind(__webpack_require__, 1360));
    return openBase(root, { kind: 'named', ref }, null);
}


/***/ }),

/***/ 7720:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ disk)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _open__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6055);
/* harmony import */ var _start__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8103);
/* harmony import */ var _tracked__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2837);




/** The files on disk. */
const disk = {
    entries: folder => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder, { withFileTypes: true }).map(entry => ({
        name: entry.name,
        kind: entry.isDirectory()
            ? 'folder'
            : entry.isFile()
                ? 'file'
                : entry.isSymbolicLink()
                    ? 'link'
                    : 'other',
    })),
    open: _open__WEBPACK_IMPORTED_MODULE_1__/* .openRegular */ .lf,
    target: link => {
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(link);
        }
        catch (error) {
            (0,_open__WEBPACK_IMPORTED_MODULE_1__/* .systemCode */ .xU)(error);
            return null;
        }
    },
    above: _start__WEBPACK_IMPORTED_MODULE_2__/* .foldersAbove */ .Z,
    kind: path => {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false });
        return stats?.isDirectory() ? 'folder' : stats?.isFile() ? 'file' : null;
    },
    tracked: _tracked__WEBPACK_IMPORTED_MODULE_3__/* .trackedFiles */ .O,
    known: () => null,
    lasts: true,
};


/***/ }),

/***/ 5533:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NP: () => (/* binding */ rulesFor),
/* harmony export */   QR: () => (/* binding */ rulesInside),
/* harmony export */   cH: () => (/* binding */ configuredRules),
/* harmony export */   pi: () => (/* binding */ isIgnored)
/* harmony export */ });
/* harmony import */ var ignore__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(298);
/* harmony import */ var ignore__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(ignore__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_user_error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4813);
/* harmony import */ var _decode__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(409);



/** Reads what a folder adds to the rules: its `.gitignore`, and at the top of a work tree `.git/info/exclude`. */
function rulesInside(outer, folder, entries, { open, complain }) {
    const take = (around, name) => withFile(around, folder, name, { open, complain });
    // A work tree within another one, a submodule, has rules of its own.
    const around = entries.includes('.git') ? take(null, '.git/info/exclude') : outer;
    return entries.includes('.gitignore') ? take(around, '.gitignore') : around;
}
/** Whether patterns of the ignore files match a path; the innermost one that speaks decides. */
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
    // A matcher remembers every path that it was asked for.
    if (patterns.length === 0)
        return { test: () => ({ ignored: false, unignored: false }) };
    const costly = patterns.find(isCostly);
    if (costly)
        throw new _base_user_error__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`ignore: \`${costly}\` has more than three \`**\`; write it with fewer`);
    return matcher().add(patterns);
}
const mostBytes = 100_000;
function withFile(outer, folder, name, { open, complain }) {
    const opened = open(folder + name, mostBytes);
    if ('bytes' in opened) {
        const lines = (0,_decode__WEBPACK_IMPORTED_MODULE_2__/* .decode */ .D4)(opened.bytes).text.split(/\r?\n/);
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
    return ignore__WEBPACK_IMPORTED_MODULE_0___default()({ ignorecase: false });
}


/***/ }),

/***/ 9507:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ limitFor)
/* harmony export */ });
const mostBytes = 1_500_000;
// They are searched for a few keys, and what they say of a version counts more than their size.
const locks = /(?:^|\/)(?:poetry|uv|pdm)\.lock$/;
/** How many bytes a file may have. Most of a notebook is what its cells have put out: pictures and tables, which nobody reads. */
function limitFor(path, { maxBytes = mostBytes, notebookBytes = 10 * maxBytes }) {
    if (locks.test(path))
        return 10 * maxBytes;
    return path.endsWith('.ipynb') ? notebookBytes : maxBytes;
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


/***/ }),

/***/ 8103:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ foldersAbove),
/* harmony export */   k: () => (/* binding */ findStart)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_user_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4813);
/* harmony import */ var _inside__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2019);
/* harmony import */ var _open__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6055);





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
    if (!(0,_inside__WEBPACK_IMPORTED_MODULE_3__/* .isInside */ .F)(root, real))
        throw new _base_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`\`${shown}\`: this lies outside of the scanned directory; scan the directory that holds it`);
    return { path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, real).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/'), kind: kindOf(real, shown) };
}
function realOf(path, shown, within) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    }
    catch (error) {
        const code = (0,_open__WEBPACK_IMPORTED_MODULE_4__/* .systemCode */ .xU)(error);
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

/***/ 2837:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

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


/***/ }),

/***/ 4876:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ walk),
  _: () => (/* binding */ walkOver)
});

// EXTERNAL MODULE: ./src/base/order.ts
var order = __webpack_require__(617);
// EXTERNAL MODULE: ./src/files/decode.ts
var decode = __webpack_require__(409);
// EXTERNAL MODULE: ./src/files/ground.ts
var ground = __webpack_require__(7720);
// EXTERNAL MODULE: ./src/files/ignored.ts
var files_ignored = __webpack_require__(5533);
// EXTERNAL MODULE: ./src/files/limits.ts
var limits = __webpack_require__(9507);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/files/inside.ts
var files_inside = __webpack_require__(2019);
;// CONCATENATED MODULE: ./src/files/links.ts



/**
 * The links, each with what it leads to or `null`, behind which nothing was read. A link is nothing to read as long as the file
 * behind it was read under its own name. Many may lead to one file.
 */
function unreadLinks(links, root, read) {
    const unread = new Map();
    for (const [path, target] of links) {
        const says = whyUnread(target, root, read);
        if (says === null)
            continue;
        const key = `${target ?? path}\n${says}`;
        const known = unread.get(key);
        if (known)
            known.paths.push(path);
        else
            unread.set(key, { says, paths: [path] });
    }
    return [...unread.values()].map(({ says, paths }) => {
        const [path = '', ...others] = paths.sort(order/* byCodeUnits */.C);
        const more = others.length === 1 ? 'another link' : `${others.length} other links`;
        return { path, says: others.length === 0 ? says : `${says} So is it with ${more} to the same.` };
    });
}
function whyUnread(target, root, read) {
    if (target === null)
        return 'It is a link that leads nowhere.';
    if (!(0,files_inside/* isInside */.F)(root, target))
        return 'It is a link that leads out of the scanned directory, and was not followed.';
    const inside = target.split(external_node_path_.sep).join('/').slice(root.length);
    return read.has(inside) ? null : 'It is a link to something that is not scanned, and was not followed.';
}

// EXTERNAL MODULE: ./src/files/open.ts
var files_open = __webpack_require__(6055);
;// CONCATENATED MODULE: ./src/files/skipped.ts
/**
 * Whether a folder of this name is left out wherever it stands: it holds what tools wrote or what others wrote, and a
 * finding in it would be nobody's to fix. The configuration brings one back with `!name/` among its ignore patterns.
 */
function isSkippedFolder(name) {
    return skipped.has(name) || name.endsWith('.egg-info');
}
/** Whether a folder with these entries is a Python environment, whatever its name. */
function isEnvironment(entries) {
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

// EXTERNAL MODULE: ./src/files/start.ts
var start = __webpack_require__(8103);
// EXTERNAL MODULE: ./src/base/user-error.ts
var user_error = __webpack_require__(4813);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./src/files/memory.ts


/**
 * Collects what nobody uses any more. V8 takes memory as long as the machine has some, and by how much was used when it last
 * collected: at the end of a stage that leaves little behind, this halves what the next one takes.
 */
function collect() {
    if (!collector) {
        (0,external_node_v8_.setFlagsFromString)('--expose-gc');
        collector = { gc: (0,external_node_vm_.runInNewContext)('gc') };
    }
    if (typeof collector.gc === 'function')
        collector.gc();
}
let collector = null;
/**
 * Has V8 collect whenever what is in use has grown by three tenths, from now on in this process. By itself it waits until that
 * is several times as much, as long as the machine has memory.
 */
function saveMemory() {
    (0,external_node_v8_.setFlagsFromString)('--heap-growing-percent=30');
}
// MiB in each of two halves. V8 goes to twice or four times as much by itself, in a second, which gains less than a tenth of
// the time.
const enoughForNew = 8;
/** Has V8 take no more for new objects once it has enough, and says whether it has. It cannot be made to give some back. */
function capNew() {
    const space = (0,external_node_v8_.getHeapSpaceStatistics)().find(one => one.space_name === 'new_space');
    const isEnough = space !== undefined && space.space_size >= 2 * enoughForNew * 1024 ** 2;
    if (!isEnough)
        return false;
    (0,external_node_v8_.setFlagsFromString)('--semi-space-growth-factor=1');
    // Threads that begin from now on would stay with the little that they begin with.
    (0,external_node_v8_.setFlagsFromString)(`--min-semi-space-size=${enoughForNew}`);
    return true;
}
/** Lets V8 take more again, under the flags that it had. */
function uncapNew() {
    (0,external_node_v8_.setFlagsFromString)('--semi-space-growth-factor=2');
    (0,external_node_v8_.setFlagsFromString)('--min-semi-space-size=0');
}

;// CONCATENATED MODULE: ./src/files/texts.ts



const usual = 16_000_000;
const muchText = 2_000_000;
// Of what is not held for good, so much of the last is: whoever asks for a text asks more than once.
const share = 1 / 16;
// What was let go of is litter until it is collected, which V8 puts off.
const mostLitter = 100_000_000;
/**
 * Holds so many characters: the first that are read, since files are asked for in their order again and again, and those of
 * the last that were asked for. A text that was let go of is read again where somebody asks for it.
 */
function openTexts(read, most = usual) {
    const held = {
        lasting: 0,
        passing: 0,
        queue: new Set(),
        away: new Set(),
        large: false,
        capped: false,
        gone: 0,
    };
    const away = {
        get() {
            const text = read(this.path);
            held.away.delete(this);
            describe(this, { value: text, writable: true });
            pass(this);
            return text;
        },
    };
    const pass = (file) => {
        if (!held.large)
            saveMemory();
        held.large = true;
        held.passing += file.text.length;
        held.queue.add(file);
        for (const oldest of held.queue) {
            if (held.passing <= most * share || oldest === file)
                break;
            held.queue.delete(oldest);
            held.passing -= oldest.text.length;
            held.away.add(oldest);
            held.gone += oldest.text.length;
            describe(oldest, away);
        }
        if (held.gone < mostLitter)
            return;
        held.gone = 0;
        collect();
    };
    const forgetOrder = () => {
        Object.assign(held, { passing: 0, queue: new Set(), away: new Set() });
    };
    return {
        hold: file => {
            // Once it is known that a tree is large, it is too late. In a small one it would only cost: code that was compiled before
            // is refused under other flags.
            if (held.lasting > muchText)
                held.capped ||= capNew();
            if (held.lasting + file.text.length > most)
                pass(file);
            else
                held.lasting += file.text.length;
        },
        settle: (files, kept) => {
            // Only what was away: objects whose properties were described anew are slow to ask.
            for (const file of kept)
                if (held.away.has(file))
                    describe(file, { value: read(file.path), writable: true });
            forgetOrder();
            if (held.capped && !held.large)
                uncapNew();
            for (const file of files)
                if (!kept.has(file))
                    describe(file, away);
            if (held.large)
                collect();
        },
        unsettle: files => {
            if (!held.large)
                return;
            forgetOrder();
            for (const file of files)
                describe(file, away);
        },
    };
}
/** The text of a file that was read before. It is a UserError where it cannot be read any more; `path` is absolute. */
function readAgain(ground, path, limit, shown) {
    const opened = ground.open(path, limit);
    if ('bytes' in opened)
        return (0,decode/* decode */.D4)(opened.bytes).text;
    throw new user_error/* UserError */.y(`${shown}: it was there when the scan began, and is not now; scan a tree that stays as it is`);
}
// Enumerable, as if nothing had happened: copies have the text.
function describe(file, text) {
    Object.defineProperty(file, 'text', { ...text, enumerable: true, configurable: true });
}

// EXTERNAL MODULE: ./src/files/tracked.ts
var tracked = __webpack_require__(2837);
;// CONCATENATED MODULE: ./src/files/walk.ts











/**
 * Reads the claimed files of a work tree. A file that is named in `paths` is read whatever the ignore files say; only the
 * patterns in `options.ignore` hold for it too. No link is followed: what it leads to inside the tree is read there, and
 * what lies outside is not ours to read.
 */
function walk(root, options) {
    return walkOver(ground/* disk */.E, (0,start/* findStart */.k)(root, options.paths ?? []), options);
}
/** Reads the claimed files of any ground in the same way. */
function walkOver(ground, start, options) {
    const run = {
        ground,
        root: start.root,
        claims: options.claims,
        limit: path => (0,limits/* limitFor */.D)(path, options),
        configured: (0,files_ignored/* configuredRules */.cH)(options.ignore ?? []),
        tracked: (0,tracked/* withFolders */.Qy)(ground.tracked(start.root)),
        files: new Map(),
        notices: new Map(),
        links: new Map(),
        paths: new Set(),
        ignored: new Set(),
        look: options.look ?? null,
        texts: ground.lasts
            ? openTexts(path => readAgain(ground, start.root + path, (0,limits/* limitFor */.D)(path, options), path), options.mostHeld)
            : null,
    };
    for (const place of start.places)
        visitPlace(run, place);
    for (const { path, says } of unreadLinks(run.links, run.root, run.files))
        note(run, path, 'unreadable', says);
    const files = [...run.files.values()].filter(file => file !== null);
    return {
        files: files.sort((a, b) => (0,order/* byCodeUnits */.C)(a.path, b.path)),
        notices: [...run.notices.values()].sort((a, b) => (0,order/* byCodeUnits */.C)(a.path, b.path) || a.line - b.line),
        seen: run.files.size,
        paths: run.tracked.files ?? run.paths,
        open: path => openLater(run, path),
        ignored: ignoredIn(run),
        release: but => run.texts?.settle(files, but),
        releaseAll: () => run.texts?.unsettle(files),
    };
}
function openLater(run, path) {
    const known = run.files.get(path);
    if (known !== undefined || !run.paths.has(path))
        return known ?? undefined;
    const before = run.notices.size;
    const opened = run.ground.open(run.root + path, run.limit(path));
    const file = 'bytes' in opened ? readText(run, path, opened.bytes) : null;
    run.files.set(path, file);
    if ('refused' in opened)
        return { path, line: 0, kind: opened.refused, message: opened.says };
    return file ?? [...run.notices.values()].slice(before)[0];
}
function ignoredIn({ ignored, claims }) {
    const folders = [...ignored].filter(path => path.endsWith('/'));
    const files = [...ignored].filter(path => !path.endsWith('/') && claims(path));
    return { folders: folders.length, files: files.length };
}
// A tree that goes deeper was built to be slow, or by a program that lost its way.
const deepest = 100;
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
    const toRoot = run.ground.above(run.root);
    const steps = path === '' ? [] : path.split('/');
    const toFolder = steps.map((_, at) => absolute(run, steps.slice(0, at).join('/')));
    let rules = null;
    for (const above of [...toRoot, ...toFolder])
        rules = (0,files_ignored/* rulesInside */.QR)(rules, above, namesIn(run, above), reading(run));
    return (0,files_ignored/* rulesFor */.NP)(rules, folder);
}
function visitFolder(run, path, outer, named) {
    const entries = entriesOf(run, path);
    const names = entries.map(entry => entry.name);
    if (!named && isEnvironment(names.filter(name => !(0,tracked/* isTracked */.Xz)(run.tracked, join(path, name)))))
        return;
    const rules = (0,files_ignored/* rulesInside */.QR)(outer, absolute(run, path), names, reading(run));
    for (const entry of entries)
        visitEntry(run, join(path, entry.name), entry, rules);
}
function visitEntry(run, path, entry, rules) {
    if (entry.kind === 'folder') {
        if (!isLeftOut(run, `${path}/`, rules))
            enterFolder(run, path, rules);
        return;
    }
    if (isLeftOut(run, path, rules))
        return;
    if (entry.kind === 'file')
        run.paths.add(path);
    if (run.claims(path)) {
        if (entry.kind === 'file')
            visitFile(run, path);
        else if (entry.kind === 'link')
            run.links.set(path, run.ground.target(run.root + path));
        else
            note(run, path, 'unreadable', files_open/* notRegular */.oQ);
    }
}
function enterFolder(run, path, rules) {
    const tooDeep = `It lies more than ${deepest} folders deep, and what is in it was not read.`;
    if (path.split('/').length > deepest)
        note(run, path, 'limit', tooDeep);
    else
        visitFolder(run, path, rulesWithin(run, path, rules), false);
}
// Of a folder that is left out only what is tracked is read; of one that was brought back, all.
function rulesWithin(run, path, rules) {
    const folder = absolute(run, path);
    const isBack = run.configured.test(`${path}/`).unignored || !(0,files_ignored/* isIgnored */.pi)(rules, folder);
    return isBack ? (0,files_ignored/* rulesFor */.NP)(rules, folder) : rules;
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
    if (folder !== undefined && isSkippedFolder(folder))
        return true;
    // As for git: what is tracked is part of the repository, whatever its ignore files say.
    return !(0,tracked/* isTracked */.Xz)(run.tracked, path) && (0,files_ignored/* isIgnored */.pi)(rules, run.root + path);
}
function join(folder, name) {
    return folder === '' ? name : `${folder}/${name}`;
}
function visitFile(run, path) {
    if (run.files.has(path))
        return;
    run.paths.add(path);
    const known = run.ground.known(path);
    const opened = known ? null : run.ground.open(run.root + path, run.limit(path));
    if (opened && 'refused' in opened)
        note(run, path, opened.refused, opened.says);
    const file = opened && 'bytes' in opened ? readText(run, path, opened.bytes) : known;
    run.files.set(path, file);
    if (file)
        run.look?.(file);
    if (file && !known)
        run.texts?.hold(file);
}
function readText(run, path, bytes) {
    if ((0,decode/* isBinary */.Go)(bytes)) {
        const isKnown = (0,decode/* isProgram */.Vd)(bytes) && /(^|\/)[^./]+$/.test(path);
        if (!isKnown)
            note(run, path, 'binary', 'It holds a NUL byte, so it is no text, and was not read.');
        return null;
    }
    const { text, doubt } = (0,decode/* decode */.D4)(bytes);
    if (doubt)
        note(run, path, 'encoding', doubt.says, doubt.line);
    return { path, text };
}
function entriesOf(run, path) {
    try {
        return run.ground.entries(absolute(run, path)).toSorted((a, b) => (0,order/* byCodeUnits */.C)(a.name, b.name));
    }
    catch (error) {
        note(run, path === '' ? '.' : path, 'unreadable', `The folder cannot be read${(0,files_open/* because */.xx)(path, error)}.`);
        return [];
    }
}
function namesIn({ ground }, folder) {
    try {
        return ground.entries(folder).map(({ name }) => name);
    }
    catch (error) {
        // A folder above the scanned one may be closed to us; then it has no say.
        (0,files_open/* systemCode */.xU)(error);
        return [];
    }
}
function reading(run) {
    return {
        open: run.ground.open,
        complain: (ignoreFile, line, says) => {
            const inside = ignoreFile.startsWith(run.root);
            const path = inside ? ignoreFile.slice(run.root.length) : '.gitignore';
            const kind = line === 0 ? 'unreadable' : 'limit';
            note(run, path, kind, inside ? says : `In a folder above: ${says}`, line);
        },
    };
}
function note(run, path, kind, message, line = 0) {
    run.notices.set(`${path}\n${line}\n${kind}`, { path, line, kind, message });
}
/** With a slash at its end. */
function absolute(run, folder) {
    return folder === '' ? run.root : `${run.root}${folder}/`;
}


/***/ })

};
;