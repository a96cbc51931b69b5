"use strict";
exports.id = 360;
exports.ids = [360];
exports.modules = {

/***/ 1360:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openBase: () => (/* binding */ openBase)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/files/ground.ts
var ground = __webpack_require__(7720);
// EXTERNAL MODULE: ./src/files/limits.ts
var limits = __webpack_require__(9507);
// EXTERNAL MODULE: ./src/files/start.ts
var files_start = __webpack_require__(8103);
// EXTERNAL MODULE: ./src/files/walk.ts + 4 modules
var walk = __webpack_require__(4876);
// EXTERNAL MODULE: ./src/base/user-error.ts
var user_error = __webpack_require__(4813);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./src/files/git/run.ts

/** Asks git. No setting of the repository can make it run another program, and it asks nobody for a password. */
function git(words, { directory, from, input = '', network }) {
    const { status, stdout, stderr, error } = (0,external_node_child_process_.spawnSync)('git', [...neutral, ...words], {
        cwd: from,
        env: { ...(network ? environmentFor(network) : run_closed()), GIT_DIR: directory },
        input,
        maxBuffer: mostBytes,
        timeout: 60_000,
        killSignal: 'SIGKILL',
        windowsHide: true,
    });
    if (status === 0)
        return { kind: 'output', bytes: stdout };
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'EACCES')
        return { kind: 'missing' };
    const late = code === 'ETIMEDOUT' ? 'git did not answer in time' : null;
    return { kind: 'failed', says: late ?? firstLine(stderr) ?? code ?? 'git gave no reason' };
}
/** The lines that git has answered; none where it has not. */
function linesOf(answer) {
    return answer.kind === 'output' ? answer.bytes.toString('utf8').split('\n').filter(Boolean) : [];
}
// A tree may hold itself many times over, and then says more than any machine can keep.
const mostBytes = 256 * 1024 * 1024;
// These go before the settings of any file.
const neutral = [
    '--no-pager',
    ...[
        'core.fsmonitor=false',
        'core.hooksPath=/dev/null',
        'core.alternateRefsCommand=true',
        'core.askPass=',
        'gc.auto=0',
        'maintenance.auto=false',
        'submodule.recurse=false',
        'fetch.recurseSubmodules=false',
        'http.followRedirects=false',
    ].flatMap(setting => ['-c', setting]),
];
const quiet = {
    LC_ALL: 'C',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_ATTR_NOSYSTEM: '1',
};
// Settings of the machine and the user have no say where nothing is fetched, and no transport is allowed: an old git that
// does not know GIT_NO_LAZY_FETCH would else fetch what a partial clone lacks.
function run_closed() {
    return {
        ...withoutGit(process.env),
        ...quiet,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_ALLOW_PROTOCOL: '',
    };
}
// Proxies and certificates are settings of the machine and the user, so those hold here.
function environmentFor({ settings }) {
    const named = settings.flatMap(([name, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, name],
        [`GIT_CONFIG_VALUE_${index}`, value],
    ]);
    return {
        GIT_SSH_COMMAND: 'ssh -o BatchMode=yes',
        ...withoutGit(process.env, /^GIT_(SSH|SSL|HTTP|PROXY)/),
        ...quiet,
        // Neither `ext::`, which runs a command, nor a path, whose repository may have hooks of its own.
        GIT_ALLOW_PROTOCOL: 'https:http:ssh',
        GIT_CONFIG_COUNT: String(settings.length),
        ...Object.fromEntries(named),
    };
}
// A hook that calls this program has set `GIT_DIR`, and a step of a workflow its token.
function withoutGit(environment, kept) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(GIT_|INPUT_|ACTIONS_)/i.test(name) || kept?.test(name) === true));
}
function firstLine(bytes) {
    const lines = bytes?.toString('utf8').split('\n') ?? [];
    const line = lines.find(text => /^(fatal|error): /.test(text)) ?? lines[0];
    return line ? line.replace(/^(fatal|error): /, '').slice(0, 200) : null;
}
function codeOf(error) {
    return error && 'code' in error ? String(error.code) : null;
}

;// CONCATENATED MODULE: ./src/files/git/fetch.ts


/** Fetches one commit, without its history, from where the repository came from. Returns why that failed, or `null`. */
function fetchCommit(repository, commit, credential) {
    return fetchFrom(repository, { words: ['--depth=1', 'base', commit], input: '', settings: [] }, credential);
}
/** Fetches blobs that a partial clone has left out. Returns why that failed, or `null`. */
function fetchBlobs(repository, ids, credential) {
    const input = `${ids.join('\n')}\n`;
    return fetchFrom(repository, { words: ['base', '--stdin'], input, settings: withoutHaves }, credential);
}
function fetchFrom(repository, { words, input, settings }, credential) {
    const remotes = remotesOf(repository);
    if (remotes.length === 0)
        return 'the repository has no remote';
    let why = '';
    for (const url of remotes) {
        const answer = git(['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', ...words], {
            directory: repository.own,
            from: repository.own,
            input,
            network: { settings: [...settings, ['remote.base.url', url], ...headersFor(url, credential)] },
        });
        if (answer.kind === 'output')
            return null;
        why ||= answer.kind === 'failed' ? presentable(answer.says, repository, credential) : 'there is no git';
    }
    return why;
}
// A server takes whoever has a commit to have all that is in it, which does not hold for a partial clone.
const withoutHaves = [['fetch.negotiationAlgorithm', 'noop']];
const mostRemotes = 3;
// Where the clone came from is asked first. What the file includes, and what it puts in place of an address, has no say.
function remotesOf({ common, ask }) {
    const file = ['config', '--no-includes', '--file', (0,external_node_path_.join)(common, 'config')];
    const lines = linesOf(ask([...file, '--get-regexp', '^remote\\..*\\.url$']));
    const remotes = lines.map(line => ({
        isOrigin: line.startsWith('remote.origin.url '),
        url: line.slice(line.indexOf(' ') + 1),
    }));
    const sorted = [...remotes.filter(r => r.isOrigin), ...remotes.filter(r => !r.isOrigin)];
    return [...new Set(sorted.map(({ url }) => url))].slice(0, mostRemotes);
}
function headersFor(url, credential) {
    if (!credential || !isOn(credential.server, url))
        return [];
    const basic = Buffer.from(`x-access-token:${credential.token}`).toString('base64');
    return [[`http.${credential.server}/.extraheader`, `AUTHORIZATION: basic ${basic}`]];
}
function isOn(server, url) {
    return URL.canParse(url) && URL.canParse(server) && new URL(url).origin === new URL(server).origin;
}
// Git repeats the address, which may hold a password, and where it works, which is another place each time.
function presentable(says, { own }, credential) {
    const plain = says.replace(/:\/\/[^/\s@]*@/g, '://').replaceAll(own, '.');
    return credential ? plain.replaceAll(credential.token, '***') : plain;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/files/open.ts
var files_open = __webpack_require__(6055);
;// CONCATENATED MODULE: ./src/files/git/repository.ts






/** Opens the repository that a folder lies in. Must be closed. */
function openRepository(root) {
    const folder = withSlash((0,external_node_fs_.realpathSync)(root));
    const top = [...(0,files_start/* foldersAbove */.Z)(folder), folder].findLast(path => lstatOf(`${path}.git`));
    if (top === undefined)
        return unavailable('The scanned directory is no git repository.');
    const directory = gitDirectory(top);
    if (directory === null)
        return unavailable('`.git` leads to no git repository.');
    const common = commonDirectory(directory);
    const own = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'modelgate-git-'));
    const close = () => (0,external_node_fs_.rmSync)(own, { recursive: true, force: true });
    const head = headOf(directory, own);
    if (typeof head !== 'string') {
        close();
        return head;
    }
    const shallow = borrow(own, common, head);
    return {
        top,
        head,
        shallow,
        ask: (words, input) => git(words, { directory: own, from: own, ...(input !== undefined && { input }) }),
        askItself: words => git(words, { directory, from: own }),
        own,
        common,
        close,
    };
}
/** Why something cannot be done, as data. */
function unavailable(says) {
    return { kind: 'unavailable', says };
}
/** What is said where there is no git. */
const noGit = 'There is no program `git` on this machine.';
function headOf(directory, from) {
    const answer = git(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], { directory, from });
    if (answer.kind === 'missing')
        return unavailable(noGit);
    const [head] = linesOf(answer);
    if (head && /^[0-9a-f]{40,64}$/.test(head))
        return head;
    return unavailable('The repository has no commit that could be read.');
}
// In a linked work tree and in a submodule `.git` is a file that says where the repository is.
function gitDirectory(top) {
    const path = `${top}.git`;
    const stats = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (stats?.isDirectory())
        return path;
    const said = stats?.isFile() ? textOf((0,external_node_fs_.realpathSync)(path)) : null;
    const named = said === null ? null : /^gitdir: ([^\n]+)\n?$/.exec(said)?.[1];
    const directory = named ? (0,external_node_path_.resolve)(top, named) : null;
    return directory !== null && (0,external_node_fs_.existsSync)(directory) ? directory : null;
}
function commonDirectory(directory) {
    const said = textOf((0,external_node_path_.join)(directory, 'commondir'))?.trimEnd();
    return said ? (0,external_node_path_.resolve)(directory, said) : directory;
}
function borrow(own, common, head) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(own, 'objects', 'info'), { recursive: true });
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(own, 'refs', 'heads'), { recursive: true });
    const objects = (0,external_node_path_.join)(common, 'objects').split(external_node_path_.sep).join('/');
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(own, 'objects', 'info', 'alternates'), `${objects}\n`);
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(own, 'HEAD'), 'ref: refs/heads/none\n');
    // What is checked out is what a fetch may build on.
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(own, 'refs', 'heads', 'head'), `${head}\n`);
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(own, 'config'), head.length === 64 ? sha256 : '');
    const shallow = (0,external_node_fs_.statSync)((0,external_node_path_.join)(common, 'shallow'), { throwIfNoEntry: false })?.isFile() === true;
    if (shallow)
        (0,external_node_fs_.copyFileSync)((0,external_node_path_.join)(common, 'shallow'), (0,external_node_path_.join)(own, 'shallow'));
    return shallow;
}
const sha256 = '[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256\n';
const longest = 10_000;
function textOf(path) {
    const opened = (0,files_open/* openRegular */.lf)(path, longest);
    return 'bytes' in opened ? Buffer.from(opened.bytes).toString('utf8') : null;
}
function lstatOf(path) {
    return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
}
function withSlash(folder) {
    const slashed = folder.split(external_node_path_.sep).join('/');
    return slashed.endsWith('/') ? slashed : `${slashed}/`;
}

;// CONCATENATED MODULE: ./src/files/git/commits.ts




/** Finds the commit, and fetches it where the clone lacks it. A name that stands for nothing is a UserError. */
function choose(repository, wanted, credential) {
    switch (wanted.kind) {
        case 'named':
            return sinceName(repository, wanted.ref, credential);
        case 'pull-request':
            return beforePullRequest(repository, wanted, credential);
        case 'commit':
            return apart(repository, present(repository, wanted.commit, credential));
    }
}
const full = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
function sinceName(repository, ref, credential) {
    if (ref === '')
        throw new user_error/* UserError */.y('--since: no commit is named, as where a variable of the CI system is not set; leave the option out to judge everything');
    // Git would take it for an option, or for more than one commit.
    const odd = ref.startsWith('-') || /\.\.|[\p{Cc}]/u.test(ref);
    if (odd)
        throw new user_error/* UserError */.y(`--since: \`${ref}\` names no commit; write a branch, a tag or a commit`);
    const answer = repository.askItself(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
    if (answer.kind === 'missing')
        return unavailable(noGit);
    const [commit = full.test(ref) ? ref : null] = linesOf(answer);
    if (commit === null || !full.test(commit))
        throw unknown(repository, ref);
    const there = present(repository, commit, credential);
    return there.kind === 'commit' ? forked(repository, commit, `\`${ref}\``) : there;
}
function unknown({ shallow }, ref) {
    const remedy = shallow ? 'fetch it first: this clone is shallow' : '`git branch --all` lists branches';
    return new user_error/* UserError */.y(`--since: \`${ref}\` names no commit of this repository; ${remedy}`);
}
function beforePullRequest(repository, { base, head, merges }, credential) {
    const [first, second, ...others] = parentsOf(repository, repository.head);
    // Whoever proposes a change decides about its commits, but not about those that the server makes of them.
    const isTrial = merges.includes(repository.head) && second === head && others.length === 0;
    if (isTrial && first)
        return present(repository, first, credential);
    const there = present(repository, base, credential);
    if (there.kind !== 'commit')
        return there;
    return apart(repository, forked(repository, base, 'the branch that it goes into'));
}
// A change is never a part of what it is made to. Where it was not checked out, nothing would be new.
function apart({ head }, chosen) {
    if (chosen.kind === 'unavailable' || chosen.commit !== head)
        return chosen;
    return unavailable('What is checked out is the commit that the change is made to, and not the change.');
}
/** The commit where the checked-out one has left `other`. */
function forked(repository, other, called) {
    const [commit] = linesOf(repository.ask(['merge-base', '--all', other, repository.head]));
    if (commit)
        return { kind: 'commit', commit, remark: null };
    if (!repository.shallow)
        return unavailable(`The checked-out commit and ${called} have no history in common.`);
    const remark = `The clone is shallow, so that the commit where the change has left ${called} cannot be told. What stands in ${called} now is compared; \`fetch-depth: 0\` would tell.`;
    return { kind: 'commit', commit: other, remark };
}
// Read as text: where a clone is shallow git hides the parents.
function parentsOf({ ask }, commit) {
    const lines = linesOf(ask(['cat-file', 'commit', commit]));
    return lines.filter(line => line.startsWith('parent ')).map(line => line.slice('parent '.length));
}
function present(repository, commit, credential) {
    if (!full.test(commit))
        return unavailable('The event names no commit to compare with.');
    const chosen = { kind: 'commit', commit, remark: null };
    if (isThere(repository, commit))
        return chosen;
    const why = fetchCommit(repository, commit, credential);
    if (why === null && isThere(repository, commit))
        return chosen;
    const short = commit.slice(0, 12);
    return unavailable(`The clone lacks the commit \`${short}\`, and it cannot be fetched: ${why ?? 'it did not come'}.`);
}
function isThere({ ask }, commit) {
    return ask(['cat-file', '-e', `${commit}^{tree}`]).kind === 'output';
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/files/git/objects.ts
/** All that a commit holds; `null` where its tree cannot be read in full. */
function listTree(repository, commit) {
    const answer = repository.ask(['ls-tree', '-r', '-z', '--full-tree', commit]);
    if (answer.kind !== 'output')
        return null;
    const lines = answer.bytes.toString('utf8').split('\0');
    return lines.flatMap(line => {
        const [, mode = '', id = '', path = ''] = /^(\d+) \w+ ([0-9a-f]+)\t([\s\S]+)$/.exec(line) ?? [];
        return path === '' || isOdd(path) ? [] : [{ path, kind: kinds.get(mode.slice(0, 3)) ?? 'link', id }];
    });
}
// Git itself makes no such names, and checks none out. https://git-scm.com/docs/git-fsck (hasDotdot, hasDotgit)
function isOdd(path) {
    return path.split('/').some(name => /^(|\.|\.\.|\.git)$/i.test(name));
}
const kinds = new Map([
    ['100', 'file'],
    ['120', 'link'],
    ['160', 'submodule'],
]);
/** The sizes of objects; those that are not there are left out. */
function sizesOf(repository, ids) {
    if (ids.length === 0)
        return new Map();
    const answer = repository.ask(['cat-file', '--batch-check'], `${ids.join('\n')}\n`);
    const lines = answer.kind === 'output' ? answer.bytes.toString('latin1').split('\n') : [];
    return new Map(lines.flatMap(line => {
        const [, id, size] = /^([0-9a-f]+) blob (\d+)$/.exec(line) ?? [];
        return id && size ? [[id, Number(size)]] : [];
    }));
}
const mostAtOnce = 64 * 1024 * 1024;
/** The bytes of blobs of known sizes, as they were committed: no filter has changed them. */
function readBlobs(repository, sizes) {
    const read = new Map();
    let batch = [];
    let weight = 0;
    const flush = () => {
        if (batch.length > 0)
            readBatch(repository, batch, read);
        batch = [];
        weight = 0;
    };
    for (const [id, size] of sizes) {
        if (weight + size > mostAtOnce)
            flush();
        batch.push(id);
        weight += size;
    }
    flush();
    return read;
}
// Each answer is a line `<id> blob <size>`, the bytes, and a line end.
function readBatch(repository, ids, into) {
    const answer = repository.ask(['cat-file', '--batch'], `${ids.join('\n')}\n`);
    if (answer.kind !== 'output')
        return;
    const { bytes } = answer;
    for (let at = 0; at < bytes.length;) {
        const end = bytes.indexOf(0x0a, at);
        if (end < 0)
            return;
        const [, id, size] = /^([0-9a-f]+) blob (\d+)$/.exec(bytes.toString('latin1', at, end)) ?? [];
        at = end + 1;
        if (!id || !size)
            continue;
        into.set(id, bytes.subarray(at, at + Number(size)));
        at += Number(size) + 1;
    }
}

;// CONCATENATED MODULE: ./src/files/git/ground.ts



/**
 * The tree of a commit as if it were checked out where the work tree is. Links and submodules are not followed; a submodule
 * that has not moved is read from the work tree.
 */
function committed(repository, blobs, reading) {
    const { top } = repository;
    const files = new Map(blobs.map(blob => [top + blob.path, blob]));
    const folders = foldersOf(top, blobs);
    const within = (path) => isWithin(reading.submodules, path, top);
    const known = knownFiles(repository, files, reading);
    const contents = new Map(readAhead(repository, files, known, reading));
    return {
        entries: folder => {
            if (within(folder))
                return ground/* disk */.E.entries(folder);
            const entries = folders.get(folder) ?? [];
            // What stands in `.git/info/exclude` holds for both sides.
            return folder === top ? [...entries, { name: '.git', kind: 'other' }] : entries;
        },
        open: (path, most) => {
            if (within(path) || path.startsWith(`${top}.git/`))
                return ground/* disk */.E.open(path, most);
            return openBlob(repository, contents, files.get(path), { most, bring: reading.bring });
        },
        target: link => (within(link) ? ground/* disk */.E.target(link) : null),
        above: ground/* disk */.E.above,
        kind: path => {
            if (within(`${path}/`))
                return ground/* disk */.E.kind(path);
            if (files.get(path)?.kind === 'file')
                return 'file';
            return folders.has(path.endsWith('/') ? path : `${path}/`) ? 'folder' : null;
        },
        tracked: root => trackedBelow(root, top, blobs),
        known: path => known.get(reading.root + path) ?? null,
        lasts: false,
    };
}
function foldersOf(top, blobs) {
    const folders = new Map([[top, []]]);
    const add = (path, kind) => {
        const at = path.lastIndexOf('/') + 1;
        const folder = top + path.slice(0, at);
        const known = folders.get(folder);
        if (known)
            known.push({ name: path.slice(at), kind });
        else
            folders.set(folder, [{ name: path.slice(at), kind }]);
        return known || at === 0 ? null : path.slice(0, at - 1);
    };
    for (const { path, kind } of blobs) {
        let folder = add(path, kind === 'submodule' ? 'folder' : kind);
        while (folder !== null)
            folder = add(folder, 'folder');
    }
    return folders;
}
function isWithin(submodules, path, top) {
    if (submodules.size === 0)
        return false;
    return [...submodules].some(submodule => path.startsWith(`${top}${submodule}/`));
}
function trackedBelow(root, top, blobs) {
    const prefix = root.slice(top.length);
    const paths = blobs.filter(({ path, kind }) => kind === 'file' && path.startsWith(prefix));
    return new Set(paths.map(({ path }) => path.slice(prefix.length)));
}
/** The files of the work tree, by their absolute paths, that are what the commit holds. */
function knownFiles({ top }, files, { root, limit, unchanged, submodules }) {
    const same = [...unchanged].filter(([path]) => {
        const blob = files.get(root + path);
        if (blob === undefined)
            return isWithin(submodules, root + path, top);
        const opened = blob.kind === 'file' ? ground/* disk */.E.open(root + path, limit(path)) : null;
        return opened !== null && 'bytes' in opened && blob.id === idOf(opened.bytes, blob.id.length);
    });
    return new Map(same.map(([path, file]) => [root + path, file]));
}
// https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
function idOf(bytes, digits) {
    return (0,external_node_crypto_.createHash)(digits === 64 ? 'sha256' : 'sha1')
        .update(`blob ${bytes.length}\0`)
        .update(bytes)
        .digest('hex');
}
// Asking for one blob after another would start as many processes.
function readAhead(repository, files, known, { root, wants, limit, bring }) {
    const wanted = new Map();
    for (const [path, { kind, id }] of files) {
        const inside = path.startsWith(root) ? path.slice(root.length) : null;
        const asked = path.endsWith('/.gitignore') || (inside !== null && !known.has(path) && wants(inside));
        if (kind === 'file' && asked)
            wanted.set(id, path);
    }
    const sizes = sizesOf(repository, [...wanted.keys()]);
    const lacking = [...wanted].filter(([id]) => !sizes.has(id));
    const onDisk = lacking.map(([id, path]) => [id, sameOnDisk(path, id, limit(path))]);
    const gone = onDisk.flatMap(([id, bytes]) => (bytes === null ? [id] : []));
    if (gone.length > 0)
        bring(gone);
    const all = new Map([...sizes, ...sizesOf(repository, gone)]);
    const small = new Map([...all].filter(([id, size]) => size <= limit(wanted.get(id) ?? '')));
    return new Map([
        ...readBlobs(repository, small),
        ...onDisk.flatMap(([id, bytes]) => (bytes ? [[id, bytes]] : [])),
    ]);
}
/** What a partial clone lacks though it is checked out; no bytes where it is too large to be read. */
function sameOnDisk(path, id, most) {
    const opened = ground/* disk */.E.open(path, most);
    if ('refused' in opened)
        return opened.refused === 'too-large' ? new Uint8Array() : null;
    return idOf(opened.bytes, id.length) === id ? opened.bytes : null;
}
function sizesOrBring(repository, ids, bring) {
    const sizes = sizesOf(repository, ids);
    if (sizes.size === ids.length)
        return sizes;
    bring(ids.filter(id => !sizes.has(id)));
    return sizesOf(repository, ids);
}
function openBlob(repository, contents, blob, { most, bring }) {
    if (blob?.kind !== 'file')
        return { refused: 'unreadable', says: 'The commit holds no such file.' };
    const known = contents.get(blob.id);
    if (known && known.length <= most)
        return { bytes: known };
    const sizes = sizesOrBring(repository, [blob.id], bring);
    const size = sizes.get(blob.id);
    if (size === undefined)
        return { refused: 'unreadable', says: 'Its content is not in this clone.' };
    if (size > most)
        return { refused: 'too-large', says: `It has more than ${most} bytes.` };
    const read = readBlobs(repository, sizes);
    for (const [id, bytes] of read)
        contents.set(id, bytes);
    const bytes = read.get(blob.id);
    return bytes ? { bytes } : { refused: 'unreadable', says: 'Its content cannot be read.' };
}

// EXTERNAL MODULE: ./src/files/decode.ts
var decode = __webpack_require__(409);
;// CONCATENATED MODULE: ./src/files/git/texts.ts





const usual = 1024 * 1024;
const mostLinks = 5;
/** The text of a file of a commit; `null` where there is none, or none that can be read. Links inside the commit are followed. */
function textIn(repository, commit, path, most = usual) {
    let at = placeOf(repository, commit, path);
    for (let links = 0; links <= mostLinks; links += 1) {
        const blob = commit.blobs.find(one => one.path === at);
        const text = blob && blob.kind !== 'submodule' ? contentOf(repository, commit, blob, most) : null;
        if (blob?.kind !== 'link' || text === null)
            return text;
        at = external_node_path_.posix.join(external_node_path_.posix.dirname(at), text);
    }
    return null;
}
/** Whether anything stands at a path. */
function holds(repository, commit, path) {
    const place = placeOf(repository, commit, path);
    return commit.blobs.some(one => one.path === place || one.path.startsWith(`${place}/`));
}
/**
 * The path of a file that the user named, from the scanned folder; `null` where it lies outside of the repository, or where
 * neither side has committed it: such a file is the user's own. Links inside the work tree are not followed, since who
 * proposes a change decides where they lead.
 */
function pathInside(repository, commit, named) {
    const place = placeInside(repository, (0,external_node_path_.resolve)(named));
    if (place === null)
        return null;
    const path = external_node_path_.posix.relative(`/${prefixOf(repository, commit.root)}`, `/${place}`);
    return holds(repository, commit, path) || isCommitted(repository, place) ? path : null;
}
function placeInside({ top }, path) {
    const above = [];
    for (let at = (0,external_node_path_.dirname)(path);; at = (0,external_node_path_.dirname)(at)) {
        above.unshift(at);
        if ((0,external_node_path_.dirname)(at) === at)
            break;
    }
    // The way to the repository may lead over links; what stands behind it is taken as it is written.
    const entry = above.find(folder => realOf(folder) === top);
    if (entry !== undefined)
        return path.slice(texts_withSlash(entry).length).split(external_node_path_.sep).join('/');
    const real = realOf(path)?.slice(0, -1);
    return real?.startsWith(top) ? real.slice(top.length) : null;
}
// With slashes, and one at its end.
function realOf(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false }) ? texts_withSlash((0,external_node_fs_.realpathSync)(path)) : null;
}
function texts_withSlash(path) {
    const slashed = path.split(external_node_path_.sep).join('/');
    return slashed.endsWith('/') ? slashed : `${slashed}/`;
}
function isCommitted({ ask, head }, place) {
    const answer = ask(['ls-tree', '-z', '--full-tree', head, '--', place]);
    return answer.kind === 'output' && answer.bytes.length > 0;
}
function prefixOf({ top }, root) {
    return (0,files_start/* findStart */.k)(root, []).root.slice(top.length);
}
function placeOf(repository, { root }, path) {
    return external_node_path_.posix.join(prefixOf(repository, root), path);
}
function contentOf(repository, { bring }, { id }, most) {
    const known = sizesOf(repository, [id]);
    if (known.size === 0)
        bring([id]);
    const sizes = known.size === 0 ? sizesOf(repository, [id]) : known;
    const [bytes] = readBlobs(repository, new Map([...sizes].filter(([, size]) => size <= most))).values();
    return bytes ? (0,decode/* decode */.D4)(bytes).text : null;
}

;// CONCATENATED MODULE: ./src/files/git/base.ts











/** Opens the commit that the tree below `root` is to be compared with, or says why that cannot be done. */
function openBase(root, wanted, credential) {
    const repository = openRepository(root);
    if ('kind' in repository)
        return repository;
    try {
        const base = baseOf(repository, root, choose(repository, wanted, credential), credential);
        if (base.kind === 'unavailable')
            repository.close();
        return base;
    }
    catch (error) {
        repository.close();
        throw error;
    }
}
function baseOf(repository, root, chosen, credential) {
    if (chosen.kind === 'unavailable')
        return chosen;
    const { commit, remark } = chosen;
    const blobs = listTree(repository, commit);
    if (!blobs)
        return unavailable(`The tree of the commit \`${commit.slice(0, 12)}\` cannot be read in full.`);
    const remarks = new Set(remark === null ? [] : [remark]);
    const bring = (ids) => {
        const why = fetchBlobs(repository, ids, credential);
        if (why !== null)
            remarks.add(lacking(why));
    };
    const of = { root, commit, blobs, bring };
    return {
        kind: 'base',
        commit,
        remarks: () => [...remarks],
        walk: options => walkCommit(repository, of, options),
        text: (path, most) => textIn(repository, of, path, most),
        has: path => holds(repository, of, path),
        pathOf: named => pathInside(repository, of, named),
        close: repository.close,
    };
}
function lacking(why) {
    return `The clone is partial, and some files of the base cannot be fetched: ${why}. What is found in them counts as new.`;
}
function walkCommit(repository, of, options) {
    const { root, commit, blobs, bring } = of;
    const start = (0,files_start/* findStart */.k)(root, []);
    const places = placesIn(repository, commit, start.root, options.paths ?? []);
    const ground = committed(repository, blobs, {
        root: start.root,
        wants: options.claims,
        limit: path => (0,limits/* limitFor */.D)(path, options),
        bring,
        unchanged: new Map(options.unchanged.map(file => [file.path, file])),
        submodules: submodulesIn(repository, commit, blobs),
    });
    const present = places.flatMap(path => {
        const kind = path === '' ? 'folder' : ground.kind(start.root + path);
        return kind ? [{ path, kind }] : [];
    });
    return (0,walk/* walkOver */._)(ground, { root: start.root, places: present }, options);
}
/** What was asked for, and where it was before it was moved there. */
function placesIn(repository, commit, root, paths) {
    if (paths.length === 0)
        return [''];
    const { places } = (0,files_start/* findStart */.k)(root, paths);
    const named = places.map(({ path }) => path);
    const prefix = root.slice(repository.top.length);
    const moved = renames(repository, commit).flatMap(({ from, to }) => {
        if (!from.startsWith(prefix) || !to.startsWith(prefix))
            return [];
        const inside = named.some(path => path === '' || `${to}/`.startsWith(`${prefix}${path}/`));
        return inside ? [from.slice(prefix.length)] : [];
    });
    return [...new Set([...named, ...moved])];
}
const mostRenames = 1000;
function renames(repository, commit) {
    const words = [
        'diff-tree',
        '-r',
        '-z',
        '--no-ext-diff',
        '--no-textconv',
        '--diff-filter=R',
        '--name-status',
    ];
    const answer = repository.ask([...words, '--find-renames', `-l${mostRenames}`, commit, repository.head]);
    const parts = answer.kind === 'output' ? answer.bytes.toString('utf8').split('\0') : [];
    return parts.flatMap((part, at) => {
        const [from, to] = [parts[at + 1], parts[at + 2]];
        return at % 3 === 0 && /^R\d+$/.test(part) && from && to ? [{ from, to }] : [];
    });
}
// What lies in a submodule that has moved is not here to be read.
function submodulesIn(repository, commit, blobs) {
    const all = blobs.filter(({ kind }) => kind === 'submodule').map(({ path }) => path);
    if (all.length === 0)
        return new Set();
    const words = ['diff-tree', '-r', '-z', '--no-renames', '--name-only', commit, repository.head];
    const answer = repository.ask(words);
    if (answer.kind !== 'output')
        return new Set();
    const changed = new Set(answer.bytes.toString('utf8').split('\0'));
    return new Set(all.filter(path => !changed.has(path) && base_isThere(repository.top + path)));
}
// Somebody may have put a link in its place, or in that of a folder around it.
function base_isThere(folder) {
    return ground/* disk */.E.target(folder)?.split(external_node_path_.sep).join('/') === folder;
}


/***/ })

};
;