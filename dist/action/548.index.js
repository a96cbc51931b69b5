"use strict";
exports.id = 548;
exports.ids = [548];
exports.modules = {

/***/ 1548:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  markdownFrontend: () => (/* binding */ markdownFrontend)
});

// EXTERNAL MODULE: ./src/base/lines.ts
var lines = __webpack_require__(8114);
// EXTERNAL MODULE: ./src/program/index.ts + 4 modules
var program = __webpack_require__(9081);
// EXTERNAL MODULE: ./src/frontends/builder.ts
var frontends_builder = __webpack_require__(8210);
// EXTERNAL MODULE: ./src/frontends/effort.ts
var effort = __webpack_require__(4619);
// EXTERNAL MODULE: ./src/frontends/notebook/code.ts + 2 modules
var notebook_code = __webpack_require__(324);
// EXTERNAL MODULE: ./src/frontends/placed.ts
var placed = __webpack_require__(2368);
// EXTERNAL MODULE: ./node_modules/markdown-it/dist/markdown-it.mjs + 12 modules
var markdown_it = __webpack_require__(5251);
;// CONCATENATED MODULE: ./src/frontends/markdown/comments.ts


/** `<!-- \u2026 -->` in a document, each with the block of code below it. What stands in a fence is text of that fence. */
function htmlComments({ path, text }) {
    if (/\.(?:mdx|rst)$/i.test(path))
        return [];
    const parser = new markdown_it/* default */.A('commonmark');
    parser.core.ruler.enableOnly(['normalize', 'block']);
    const lines = (0,placed/* linesIn */.hl)((0,placed/* takeFrom */.aP)(text, 0, text.length));
    const startOf = (line) => lines[line]?.at[0] ?? text.length;
    const tokens = parser
        .parse(text, {})
        .flatMap(({ type, map }) => map && (type === 'fence' || type === 'html_block')
        ? [{ type, start: startOf(map[0]), end: startOf(map[1]) }]
        : []);
    return tokens.flatMap(({ type, start, end }, index) => {
        if (type !== 'html_block')
            return [];
        const next = tokens[index + 1];
        const fence = next?.type === 'fence' && text.slice(end, next.start).trim() === '' ? next : null;
        // Behind the last end none that begins comes to one, and looking for it would take long.
        const closed = text.slice(start, Math.max(start, text.lastIndexOf('-->', end - 3) + 3));
        const found = [...closed.matchAll(/<!--[\s\S]*?-->/g)];
        const last = found.at(-1);
        // What stands behind the comments in their own block is no code.
        const ends = last !== undefined && text.slice(start + last.index + last[0].length, end).trim() === '';
        const covers = fence && ends ? { start: fence.start, end: fence.end } : null;
        return found.map(({ 0: all, index: at }) => ({
            start: start + at,
            end: start + at + all.length,
            covers,
        }));
    });
}

;// CONCATENATED MODULE: ./src/frontends/markdown/fences.ts


// Material for MkDocs indents what belongs to a note or a tab, and a fence in it looks like indented code. Without an empty line
// in between the parser would take the fence for a part of the title.
const deepest = 4;
const title = /^\s*(?:===|!!!|\?\?\?)\+?\s+\S/;
/** The fenced code of a Markdown text, in order. `jsx` is for MDX, which knows no HTML blocks and no indented code. */
function fencesIn(taken, jsx, depth = 0) {
    const parser = new markdown_it/* default */.A('commonmark');
    parser.core.ruler.enableOnly(['normalize', 'block']);
    if (jsx)
        parser.block.ruler.disable(['html_block', 'code']);
    const lines = (0,placed/* linesIn */.hl)(taken);
    const text = lines.map(line => (title.test(line.text) ? '' : line.text)).join('\n');
    const last = lines.findLastIndex(line => line.text.trim() !== '');
    return parser.parse(text, {}).flatMap((token) => {
        const [first, behind] = token.map ?? [0, 0];
        if (token.type === 'fence') {
            const code = codeOf(lines, first + 1, token.content);
            const closed = behind - first - 1 > linesOf(token.content).length;
            return [{ info: token.info.trim(), code, at: lines[first]?.at[0] ?? 0, open: !closed && behind > last }];
        }
        const nested = token.type === 'code_block' && depth < deepest && /^ *(?:```|~~~)/m.test(token.content);
        return nested ? fencesIn(codeOf(lines, first, token.content), jsx, depth + 1) : [];
    });
}
function linesOf(content) {
    return content
        .replace(/\n$/, '')
        .split('\n')
        .slice(0, content === '' ? 0 : undefined);
}
// The parser has taken off what a list, a quotation or the fence itself indents.
function codeOf(lines, first, content) {
    const parts = linesOf(content).map((text, i) => lineOf(lines[first + i] ?? { text: '', at: [0] }, text));
    return (0,placed/* join */.fj)(parts);
}
function lineOf(line, text) {
    const code = text.trimStart();
    const start = line.text.length - code.length;
    const indent = text.length - code.length;
    const at = Array.from({ length: indent }, (_, i) => line.at[Math.max(0, start - indent + i)] ?? 0);
    const end = line.at.at(-1) ?? 0;
    return { text: `${text}\n`, at: [...at, ...line.at.slice(Math.max(0, start), -1), end, end + 1] };
}

// EXTERNAL MODULE: ./src/frontends/markdown/kinds.ts
var kinds = __webpack_require__(768);
;// CONCATENATED MODULE: ./src/frontends/markdown/languages.ts

const python = /^(?:python\d?(?:\.\d+)?|py\d?|ipython\d?|pycon\d?|python-repl|jupyter-python|doctest)$/;
const shell = /^(?:bash|sh|shell|zsh|console|terminal|shell-?session|shellscript|bash-session|cmdline)$/;
/** The name of the language in the words behind a fence: `python title="x"`, `{.python}`, `{code-cell} ipython3`. */
function languageOf(info) {
    const words = info.replace(/^\{code-cell\}\s*/, '').toLowerCase();
    return /^\{?\s*\.?([\w+.-]+)/.exec(words)?.[1] ?? '';
}
/** What of a fence can be read; `null` where it holds other things. */
function exampleOf({ info, code, at }) {
    const language = languageOf(info);
    if (language === 'diff' || language === 'patch')
        return added(code, at);
    if (python.test(language))
        return { language: 'python', code: withoutPrompts(code), at };
    return shell.test(language) ? { language: 'shell', code: withoutDollars(code), at } : null;
}
// Of a change only what it brings counts.
function added(code, at) {
    const lines = (0,placed/* linesIn */.hl)(code);
    const named = lines.map(line => /^\+\+\+ .*\.(\w+)/.exec(line.text)?.[1]).find(found => found !== undefined);
    const inShell = /^(?:sh|bash|zsh)$/.test(named ?? '');
    if (named !== undefined && named !== 'py' && !inShell)
        return null;
    const kept = lines.filter(line => /^\+(?!\+\+ )/.test(line.text)).map(line => cut(line, 1));
    const text = kept.map(line => line.text).join('\n');
    if (named === undefined && !/^[ \t]*(?:from|import|def|class|with|for|if)\b|[\w\])]\s*(?:=|\()/m.test(text))
        return null;
    return { language: inShell ? 'shell' : 'python', code: withoutMargin(kept), at };
}
function withoutMargin(lines) {
    const margins = lines.filter(line => line.text.trim() !== '').map(line => line.text.search(/\S/));
    const margin = Math.min(...margins, 80);
    return ended(lines.map(line => cut(line, Math.min(margin, line.text.length))));
}
const languages_prompt = /^\s*(?:>>>|\.\.\.|In \[\d*\]:|\.{3}:)(?: |$)/;
function withoutPrompts(code) {
    const lines = (0,placed/* linesIn */.hl)(code);
    if (!lines.some(line => /^\s*(?:>>> |In \[\d*\]: )/.test(line.text)))
        return code;
    return ended(lines.flatMap(line => {
        const found = languages_prompt.exec(line.text);
        return found ? [cut(line, found[0].length)] : [];
    }));
}
const dollar = /^\s*(?:\([\w.-]+\)\s*)?(?:[\w.@:~/-]*)[$\u276f\u279c]\s+/;
// Where commands have a prompt, the lines without one are what they put out.
function withoutDollars(code) {
    const lines = (0,placed/* linesIn */.hl)(code);
    if (!lines.some(line => dollar.test(line.text)))
        return code;
    const kept = [];
    let goesOn = false;
    for (const line of lines) {
        const found = dollar.exec(line.text);
        if (found)
            kept.push(cut(line, found[0].length));
        else if (goesOn)
            kept.push(line);
        goesOn = (found !== null || goesOn) && line.text.endsWith('\\');
    }
    return ended(kept);
}
function cut({ text, at }, from) {
    return { text: text.slice(from), at: at.slice(from) };
}
function ended(lines) {
    return (0,placed/* join */.fj)(lines.map(({ text, at }) => {
        const end = at.at(-1) ?? 0;
        return { text: `${text}\n`, at: [...at.slice(0, -1), end, end + 1] };
    }));
}

;// CONCATENATED MODULE: ./src/frontends/markdown/rst.ts

const directive = /^(\s*)(?:\.\.\s+(?:code-block|code|sourcecode|code-cell|jupyter-execute|ipython|doctest|testcode)::)\s*(\S.*)?$/;
/** The code blocks of a reStructuredText, in order, and what stands behind `>>>` outside of them. */
function codeBlocksIn(taken) {
    const lines = (0,placed/* linesIn */.hl)(taken);
    const fences = [];
    for (let i = 0; i < lines.length;) {
        const line = lines[i];
        if (!line)
            break;
        const [, margin, info = ''] = directive.exec(line.text) ?? [];
        const prompted = /^\s*>>> /.test(line.text);
        const end = margin !== undefined
            ? endOfBlock(lines, i + 1, margin.length)
            : prompted
                ? endOfParagraph(lines, i)
                : i + 1;
        if (margin !== undefined)
            fences.push(blockOf(lines.slice(i + 1, end), infoOf(line.text, info), line.at[0] ?? 0));
        else if (prompted)
            fences.push(blockOf(lines.slice(i, end), 'pycon', line.at[0] ?? 0));
        i = end;
    }
    return fences;
}
function infoOf(line, info) {
    return /::.*\S/.test(line) ? info : /doctest|testcode|ipython|jupyter/.test(line) ? 'python' : '';
}
function endOfBlock(lines, from, margin) {
    let end = from;
    for (let i = from; i < lines.length; i += 1) {
        const { text } = lines[i] ?? { text: '' };
        if (text.trim() === '')
            continue;
        if (text.search(/\S/) <= margin)
            break;
        end = i + 1;
    }
    return end;
}
function endOfParagraph(lines, from) {
    const length = lines.slice(from).findIndex(line => line.text.trim() === '');
    return length < 0 ? lines.length : from + length;
}
// Options stand in front of the first empty line: `:linenos:`.
function blockOf(lines, info, at) {
    const code = lines.filter((line, i) => !isOption(lines, i, line.text));
    const margins = code.filter(line => line.text.trim() !== '').map(line => line.text.search(/\S/));
    const margin = Math.min(...margins, 80);
    const parts = code.map(({ text, at: places }) => {
        const from = Math.min(margin, text.length);
        const end = places.at(-1) ?? 0;
        return { text: `${text.slice(from)}\n`, at: [...places.slice(from, -1), end, end + 1] };
    });
    return { info, code: (0,placed/* join */.fj)(parts), at, open: false };
}
function isOption(lines, index, text) {
    return /^\s*:[\w-]+:/.test(text) && lines.slice(0, index).every(line => /^\s*:[\w-]+:/.test(line.text));
}

;// CONCATENATED MODULE: ./src/frontends/markdown/index.ts











/**
 * Documents with code in them: Markdown, MDX, Quarto, reStructuredText.
 *
 * Each fence is a unit by itself that knows the names which earlier fences have bound: documents import and define once, and
 * show alternatives side by side, so what one example has checked holds in no other. Where the code is meant to be run, in a
 * skill, a runbook, the document is a unit that runs its fences one after another, and a check in an earlier step counts. The
 * cells of Quarto are one script, as they are when it renders the document.
 */
const markdownFrontend = {
    name: 'markdown',
    claims: kinds/* claimsDocument */.py,
    read: (file, others = () => undefined) => read(file, others),
    comments: htmlComments,
};
function read(file, others) {
    const taken = (0,placed/* takeFrom */.aP)(file.text, 0, file.text.length);
    const fences = /\.rst$/i.test(file.path) ? codeBlocksIn(taken) : fencesIn(taken, file.path.endsWith('.mdx'));
    const notices = fences.filter(fence => fence.open).map(fence => noticeOf(file, fence));
    const nothing = { units: [], classes: [], settings: [], stars: [], notices };
    if ((0,kinds/* isRendered */.Ih)(file.path))
        return { ...nothing, embedded: rendered(file, fences, others) };
    const examples = fences.map(exampleOf).filter(example => example !== null);
    if (examples.length === 0)
        return nothing;
    const meant = (0,kinds/* isMeantToRun */.Yi)(file, others) && !fences.some(({ code }) => (0,kinds/* showsWhatNotToDo */.kj)(code.text));
    const embedded = embeddedIn(file, examples, !meant, others);
    return { ...nothing, units: [documentUnit(file, embedded, examples, meant)], embedded: embedded.flat() };
}
function noticeOf({ path, text }, { at }) {
    const message = 'This block of code is never closed; it was read to the end of the document.';
    return { path, line: (0,lines/* lineOf */.cA)(text, at).line, kind: 'syntax', message };
}
// What Quarto runs stands in braces, unless an option says otherwise.
function rendered(file, fences, others) {
    const cells = fences.flatMap(({ info, code, at }) => {
        if (!/^\{\s*\w/.test(info) || /^#\|\s*eval:\s*false\s*$/m.test(code.text) || /\beval\s*=\s*F/.test(info))
            return [];
        const language = languageOf(info);
        if (language === 'python')
            return [code];
        return /^(?:bash|sh)$/.test(language) ? [withFirstLine('%%bash\n', code, at)] : [];
    });
    if (cells.length === 0)
        return [];
    const { python, shell, written } = (0,notebook_code/* codeOf */.$)(file, file.path, cells, others);
    return [...shell, ...written, python];
}
function withFirstLine(line, { text, at }, place) {
    return { text: line + text, at: [...Array.from(line, () => place), ...at] };
}
/** The code of each example, the unit that it starts with last. */
function embeddedIn(file, examples, sketch, others) {
    const known = new Map();
    return examples.map(({ language, code }, i) => {
        const path = `${file.path}#${language}-${i + 1}`;
        if (language === 'shell') {
            const draft = (0,placed/* openDraft */.Ud)();
            (0,placed/* copy */.C)(draft, code);
            const mode = { errexit: false, pipefail: false };
            return [{ language, shell: mode, file: (0,placed/* placed */.GS)(draft, file, path), sketch }];
        }
        const { python, shell, written } = (0,notebook_code/* codeOf */.$)(file, path, [code], others);
        const names = new Map([...usedIn(python.file.text, known), ...(python.names ?? [])]);
        for (const name of boundIn(code.text))
            known.set(name, { kind: 'variable', unit: path, name });
        return [...shell, ...written, python].map(one => ({ ...one, sketch, ...(one === python && { names }) }));
    });
}
// A document with very many examples binds very many names, of which each example uses a few.
function usedIn(text, known) {
    return (text.match(/\w+/g) ?? []).flatMap(word => {
        const value = known.get(word);
        return value ? [[word, value]] : [];
    });
}
function boundIn(text) {
    const plain = text.matchAll(/^(?:async\s+)?(?:def|class)\s+(\w+)|^(\w+)\s*(?::[^=\r\n]*)?=(?!=)|\bas\s+(\w+)/gm);
    const imported = text.matchAll(/\bimport\s+(\([^)]*\)|[^\n#;]+)/g);
    const names = [...imported].flatMap(([, list = '']) => list.match(/\b\w+\b(?=\s*(?:[,.)]|$))/g) ?? []);
    return [...[...plain].map(([, a, b, c]) => a ?? b ?? c ?? ''), ...names];
}
function documentUnit(file, embedded, examples, meant) {
    const builder = (0,frontends_builder/* openBuilder */.IR)(() => ({ kind: 'unknown' }), (0,effort/* fullEffort */.i9)());
    for (const [i, codes] of meant ? embedded.entries() : []) {
        const unit = codes.at(-1)?.file.path ?? '';
        const start = examples[i]?.at ?? 0;
        const end = file.text.indexOf('\n', start);
        const span = { file, start, end: end < 0 ? file.text.length : end };
        (0,frontends_builder/* addCall */.A7)(builder, { kind: 'function', unit }, [], span, span);
    }
    return {
        ...program/* plainUnit */.pW,
        name: file.path,
        label: 'document',
        kind: 'module',
        file,
        blocks: (0,frontends_builder/* closeBuilder */.Gr)(builder),
        span: { file, start: 0, end: file.text.length },
        ...(!meant && { inert: 'it is an example in a document' }),
    };
}


/***/ })

};
;