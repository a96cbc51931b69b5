"use strict";
exports.id = 757;
exports.ids = [757];
exports.modules = {

/***/ 617:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ byCodeUnits)
/* harmony export */ });
/** Orders two texts by their UTF-16 code units, the same on every machine whatever its locale. */
function byCodeUnits(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 7757:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readRules: () => (/* binding */ readRules)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/base/order.ts
var order = __webpack_require__(617);
// EXTERNAL MODULE: ./src/base/user-error.ts
var user_error = __webpack_require__(4813);
// EXTERNAL MODULE: ./src/rules/check.ts
var check = __webpack_require__(2391);
// EXTERNAL MODULE: ./src/rules/consistency.ts
var consistency = __webpack_require__(3091);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
;// CONCATENATED MODULE: ./src/rules/answers-schema.ts

const words = schemas/* array */.YOg(schemas/* string */.YjP().min(1)).default([]);
/** Words in which people answer and in which records keep that: case does not matter, and `*` stands for any part of a name. */
const answersSchema = schemas/* strictObject */.rej({
    yes: words.describe('what a person says who agrees, and a record of that: `y`, `accepted`'),
    no: words.describe('what a person says who does not: `n`, `abort`'),
    passed: words.describe('what a verdict says that is known by its name only: `pass`'),
    approvals: words.describe('keys under which a record says whether somebody has approved: `*approv*`'),
    decisions: words.describe('keys of tickets and reviews whose value says what it is: `state`'),
    granted: words.describe('the values of those that say it, which agree anywhere else as well: `approved`'),
    confirmations: words.describe('inputs of pipelines in which whoever starts one types that they mean it: `*confirm*`'),
    records: words.describe('fields in which something keeps such keys: `tags`'),
    writers: words.describe('methods that write a key of them: `set_*tag`'),
});

// EXTERNAL MODULE: ./src/rules/schema-words.ts
var schema_words = __webpack_require__(2684);
;// CONCATENATED MODULE: ./src/rules/engine-schema.ts


const someNames = schema_words/* names */.Dy.default([]);
const callee = {
    call: someNames.describe('last names of calls, wherever in the packages they are imported from: `PythonOperator`; `*Sensor` for all that end so'),
    decorates: someNames.describe('decorators, in the same way: `task.branch`'),
    parameters: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('names of the positional parameters, in order'),
};
const engineSchema = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().describe('what its users call it'),
    packages: schemas/* array */.YOg(schemas/* string */.YjP()).min(1).describe('the packages from which all of its names are imported'),
    pipelines: schemas/* array */.YOg(schemas/* strictObject */.rej({
        ...callee,
        name: schemas/* string */.YjP().describe('the argument that names it').optional(),
        schedule: someNames.describe('arguments that say when it starts by itself'),
        defaults: schemas/* string */.YjP().describe('the argument with what holds for each of its tasks').optional(),
        steps: schemas/* string */.YjP().describe('the argument that lists the tasks that always run').optional(),
        ...schema_words/* provenance */.aH,
    }))
        .default([])
        .describe('what makes a pipeline'),
    groups: schemas/* array */.YOg(schemas/* strictObject */.rej({ ...callee, name: schemas/* string */.YjP().optional(), ...schema_words/* provenance */.aH }))
        .default([])
        .describe('what holds several tasks that are ordered as if they were one'),
    tasks: schemas/* array */.YOg(schemas/* strictObject */.rej({
        ...callee,
        name: schemas/* string */.YjP().describe('the argument that names it').optional(),
        runs: schemas/* string */.YjP()
            .describe('the argument with the function that it runs; itself where absent')
            .optional(),
        defers: schemas/* string */.YjP().describe('the argument with a call that is put off until it runs').optional(),
        method: schemas/* string */.YjP()
            .describe('the method that runs where the repository has a class of its own: `execute`')
            .optional(),
        file: schemas/* string */.YjP().describe('the argument with the path of the script that it runs').optional(),
        positional: schemas/* string */.YjP().describe('the argument with what that function is given by place').optional(),
        named: schemas/* string */.YjP().describe('the argument with what that function is given by name').optional(),
        lets: schemas/* enum */.k5n(['chosen', 'true', 'answer', 'passed'])
            .describe('which of the next tasks run: those that its result names, all where it is true, where a person says so, where its result has `passed`')
            .optional(),
        'of-callee': schemas/* boolean */.zMY()
            .default(false)
            .describe('what runs is the call that made what is called: `step = command("\u2026")`, then `step()`'),
        defined: schemas/* boolean */.zMY()
            .default(false)
            .describe('a function under such a decorator is a task where it stands, and nobody calls it'),
        checks: schemas/* strictObject */.rej({
            of: schemas/* string */.YjP().describe('the argument with the task that it checks'),
            blocking: schemas/* string */.YjP().describe('the argument that lets those after that one wait for it'),
            tolerates: schemas/* array */.YOg(schemas/* string */.YjP())
                .default([])
                .describe('words by which its failure counts for nothing'),
        })
            .describe('it looks at what another task has made, before those after that one go on')
            .optional(),
        'all-below': schemas/* strictObject */.rej({ argument: schemas/* string */.YjP(), default: schemas/* boolean */.zMY() })
            .describe('whether what it holds back is held back to the end, whatever rules stand further below')
            .optional(),
        ...schema_words/* provenance */.aH,
    }))
        .default([])
        .describe('what makes a task; the first entry that fits decides'),
    making: someNames.describe('methods of the function of a task that make a task of it: `expand`'),
    order: schemas/* strictObject */.rej({
        operators: schemas/* boolean */.zMY().default(false).describe('`first >> second` and `second << first`'),
        before: someNames.describe('methods of a task whose arguments come after it: `set_downstream`'),
        after: someNames.describe('methods of a task whose arguments come before it: `set_upstream`'),
        chain: someNames.describe('calls whose arguments come one after another'),
        cross: someNames.describe('calls whose second list comes after all of the first'),
        labels: someNames.describe('what may stand between two tasks to say why the one comes after the other: `Label`'),
        arguments: someNames.describe('arguments of a task that name those before it'),
        names: schemas/* boolean */.zMY()
            .default(false)
            .describe('a task may be given by its name: `depends_on=["evaluate"]`'),
        parameters: schemas/* boolean */.zMY()
            .default(false)
            .describe('a task comes after those that its parameters are named after'),
        results: schemas/* boolean */.zMY().default(false).describe('a task comes after those whose results it is given'),
        ...schema_words/* provenance */.aH,
    })
        .optional(),
    trigger: schemas/* strictObject */.rej({
        argument: schemas/* string */.YjP().describe('the argument with the rule by which a task starts').optional(),
        success: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('all before it went well'),
        unfailed: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('none before it failed; they may have been skipped'),
        one: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('one before it went well'),
        skipping: schemas/* array */.YOg(schemas/* string */.YjP())
            .default([])
            .describe('words in the file of a function, or arguments of a task, by which it may skip itself'),
        regardless: someNames.describe('methods that let a task start whatever came of those before it'),
        ...schema_words/* provenance */.aH,
    })
        .optional(),
    conditions: schemas/* array */.YOg(schemas/* strictObject */.rej({
        call: schema_words/* names */.Dy,
        parameters: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
        is: schemas/* enum */.k5n(['if', 'elif', 'else']),
        asks: schemas/* string */.YjP().describe('the argument with the condition').default('condition'),
        ...schema_words/* provenance */.aH,
    }))
        .default([])
        .describe('contexts whose tasks run where a condition holds'),
    branches: schemas/* array */.YOg(schemas/* strictObject */.rej({
        call: schema_words/* names */.Dy,
        parameters: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
        asks: schemas/* string */.YjP().describe('the argument with the conditions, all of which have to hold'),
        met: schemas/* string */.YjP().describe('the argument with the tasks that run then'),
        unmet: schemas/* string */.YjP().describe('the argument with those that run where one does not hold'),
        ...schema_words/* provenance */.aH,
    }))
        .default([])
        .describe('tasks that choose between others'),
    comparisons: schemas/* array */.YOg(schemas/* strictObject */.rej({
        call: schema_words/* names */.Dy,
        parameters: schemas/* array */.YOg(schemas/* string */.YjP()),
        operator: schemas/* enum */.k5n(['<', '<=', '>', '>=', '==', 'in', 'not', 'or']),
        operands: schemas/* array */.YOg(schemas/* string */.YjP()).min(1).describe('the arguments that it compares or joins'),
        ...schema_words/* provenance */.aH,
    }))
        .default([])
        .describe('calls that stand for an operator'),
    reads: schemas/* array */.YOg(schemas/* strictObject */.rej({ call: schema_words/* names */.Dy, parameters: schemas/* array */.YOg(schemas/* string */.YjP()), key: schemas/* string */.YjP(), ...schema_words/* provenance */.aH }))
        .default([])
        .describe('calls that read a number by its name: `JsonGet(json_path="metrics.auc")`'),
    outputs: schemas/* strictObject */.rej({
        only: someNames.describe('fields of a task that are what its function gives back'),
        named: someNames.describe('fields of a task that hold, by name, parts of what its function gives back'),
        ...schema_words/* provenance */.aH,
    })
        .optional(),
});

;// CONCATENATED MODULE: ./src/rules/given-schema.ts


const commandLine = schemas/* string */.YjP()
    .regex(/^[\w.+-]+( [\w.+-]+)*$/, 'write the program without a folder, and words behind it: `pip install`');
const actionName = schemas/* string */.YjP()
    .regex(/^[\w.-]+(\/[\w.-]+)+$/, 'write an action as a step names it, without its version: `azure/cli`');
const options = schemas/* array */.YOg(schemas/* string */.YjP().regex(/^-/, 'write an option with its dashes, as `-r` or `--requirement`'));
const installerSchema = schemas/* strictObject */.rej({
    command: schemas/* union */.KCZ([commandLine, schemas/* array */.YOg(commandLine).min(1)])
        .transform(n => (typeof n === 'string' ? [n] : n))
        .describe('command lines that install the packages which they name: `pip install`, `uv pip install`'),
    from: schemas/* enum */.k5n(['pypi', 'conda'])
        .describe('where from, which says how packages and their versions are written'),
    values: options.default([]).describe('options that take the next word as their value'),
    requirements: options.default([]).describe('options that name a file of requirements: `-r`'),
    constraints: options.default([]).describe('options that name a file of constraints: `-c`'),
    ...schema_words/* provenance */.aH,
});
const actionSchema = schemas/* strictObject */.rej({
    uses: schemas/* union */.KCZ([actionName, schemas/* array */.YOg(actionName).min(1)])
        .transform(n => (typeof n === 'string' ? [n] : n))
        .describe('actions of GitHub that run a script which a step gives them: `azure/cli`'),
    script: schemas/* string */.YjP().describe('the input with the script'),
    language: schemas/* enum */.k5n(['shell', 'powershell', 'cmd', 'python'])
        .default('shell')
        .describe('what it is written in'),
    stops: schemas/* union */.KCZ([schemas/* boolean */.zMY(), schemas/* string */.YjP()])
        .default(false)
        .describe('whether its shell stops at the first command that fails, or the input that says so'),
    tolerates: schemas/* string */.YjP()
        .describe('the input with which the step ends well although the script failed')
        .optional(),
    elsewhere: schemas/* boolean */.zMY()
        .default(false)
        .describe('whether it runs on another machine, which has none of the variables of this one'),
    variables: schemas/* string */.YjP()
        .describe('for `elsewhere`: the input that lists variables which go there')
        .optional(),
    'all-variables': schemas/* string */.YjP().describe('for `elsewhere`: the input that sends all of them').optional(),
    ...schema_words/* provenance */.aH,
})
    .refine(a => a.elsewhere || (a.variables === undefined && a['all-variables'] === undefined), {
    message: 'a script that runs here has all variables; write `elsewhere: true`, or leave `variables` out',
});
/** Words for what programs and actions make of what they are given: parts of a catalogue file that few files have. */
const given = {
    installers: schemas/* array */.YOg(installerSchema).optional().describe('programs that install packages'),
    actions: schemas/* array */.YOg(actionSchema)
        .optional()
        .describe('actions of GitHub that run a script which a step gives them'),
};

// EXTERNAL MODULE: ./src/rules/guard-schema.ts
var guard_schema = __webpack_require__(9664);
// EXTERNAL MODULE: ./src/rules/sink-schema.ts
var sink_schema = __webpack_require__(2522);
;// CONCATENATED MODULE: ./src/rules/idiom-schema.ts



const fieldSchema = schemas/* strictObject */.rej({
    call: schema_words/* names */.Dy.describe('calls that declare a field of a class: `dataclasses.field`'),
    parameters: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    default: schemas/* string */.YjP().describe('the argument with what a new object has in it'),
    factory: schemas/* string */.YjP().describe('the argument with what is called to make that').optional(),
    ...schema_words/* provenance */.aH,
});
const delegateSchema = schemas/* strictObject */.rej({
    call: schema_words/* names */.Dy.describe('calls that have another thread or process make a call, and give what that gives: `asyncio.to_thread`'),
    parameters: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    calls: schemas/* string */.YjP()
        .describe('the argument with the function that is called; what stands behind it is what that is given'),
    ...schema_words/* provenance */.aH,
});
const digestSchema = schemas/* strictObject */.rej({
    call: schema_words/* names */.Dy.describe('calls that make a digest, and programs that print one: `hashlib.sha256`, `$ sha256sum`'),
    parameters: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    if: sink_schema/* conditions */.jA.optional(),
    data: schemas/* string */.YjP()
        .describe('the argument of which it is the digest; where it is not given, that is what `update` feeds it, and of a program the one file that it is given')
        .optional(),
    key: schemas/* string */.YjP().describe('the argument with a key that nobody can do without').optional(),
    algorithm: schemas/* string */.YjP()
        .describe('what it is made by, where neither its name nor an argument says so: `SHA-1`')
        .optional(),
    gives: schemas/* array */.YOg(schemas/* string */.YjP())
        .min(1)
        .describe('methods that give the digest, where these are others than `digest` and `hexdigest`')
        .optional(),
    ...schema_words/* provenance */.aH,
});
const widgetSchema = schemas/* strictObject */.rej({
    call: schema_words/* names */.Dy.describe('calls that give what a notebook was given for a widget: `dbutils.widgets.get`'),
    parameters: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    widget: schemas/* string */.YjP().describe('the argument that names the widget'),
    otherwise: schemas/* string */.YjP().describe('the argument that stands in where nothing was given').optional(),
    declared: schemas/* strictObject */.rej({
        by: schema_words/* names */.Dy.describe('calls of the same notebook: `dbutils.widgets.text`'),
        parameters: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
        widget: schemas/* string */.YjP().describe('the argument that names it'),
        default: schemas/* string */.YjP().describe('the argument with what it holds where nothing is given'),
    })
        .describe('how a widget is made'),
    given: schemas/* strictObject */.rej({
        parameters: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
        values: schemas/* string */.YjP().describe('the argument with a table of what each widget is given'),
    })
        .describe('what the call that runs the notebook says'),
    ...schema_words/* provenance */.aH,
});
const optionSchema = schemas/* strictObject */.rej({
    holds: schema_words/* names */.Dy
        .describe('objects of which each field is an option: `argparse.ArgumentParser().parse_args()`')
        .optional(),
    'declared-by': schemas/* string */.YjP()
        .describe('for `holds`: the last name of the calls that declare these options: `add_argument`')
        .optional(),
    default: schema_words/* names */.Dy
        .describe('calls that stand as the default of a parameter that is an option: `typer.Option`')
        .optional(),
    decorates: schema_words/* names */.Dy.describe('decorators that declare a parameter as an option: `click.option`').optional(),
    all: schema_words/* names */.Dy
        .describe('decorators of functions of which each parameter is an option: `typer.Typer().command`')
        .optional(),
    ...schema_words/* provenance */.aH,
})
    .refine(o => [o.holds, o.default, o.decorates, o.all].filter(word => word !== undefined).length === 1, {
    message: 'options are told by one of `holds`, `default`, `decorates` and `all`; keep one of them',
})
    .refine(o => (o.holds === undefined) === (o['declared-by'] === undefined), {
    message: '`holds` names what has options and `declared-by` what declares them; write both or neither',
});
/**
 * Words for what libraries do with values: parts of a catalogue file. Few files have any of them, so what is not there takes no
 * place in the rules that every start reads.
 */
const idioms = {
    iterators: schemas/* array */.YOg(schemas/* string */.YjP())
        .optional()
        .describe('calls that give the items of what they are given, one after another, and leave none out: `tqdm.tqdm`'),
    infinities: schemas/* array */.YOg(schemas/* string */.YjP())
        .optional()
        .describe('names of a number that no other one exceeds: `math.inf`, `sys.maxsize`'),
    nans: schemas/* array */.YOg(schemas/* string */.YjP())
        .optional()
        .describe('names of what is no number, and makes every comparison false: `math.nan`'),
    delegates: schemas/* array */.YOg(delegateSchema)
        .optional()
        .describe('calls that have another thread or process make a call'),
    fields: schemas/* array */.YOg(fieldSchema).optional().describe('calls that declare a field of a class'),
    digests: schemas/* array */.YOg(digestSchema).optional().describe('calls that make a digest of a file'),
    fooled: schemas/* array */.YOg(schemas/* string */.YjP())
        .optional()
        .describe('algorithms whose digests two files may share on purpose, as people write them: `SHA-1`'),
    choices: schemas/* array */.YOg(schemas/* string */.YjP())
        .optional()
        .describe('starts of the names of what whoever runs a program chooses, and nobody has found out: `os.environ`, `click`'),
    ambient: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^[A-Za-z_]\w*$/, 'write one name, without what is taken from it'))
        .optional()
        .describe('names that code has without an import, as notebooks do: `dbutils`'),
    dumpers: schemas/* array */.YOg(schemas/* string */.YjP())
        .optional()
        .describe('calls that give a text which says what their first argument says: `json.dumps`'),
    setters: schemas/* array */.YOg(schemas/* string */.YjP())
        .optional()
        .describe('calls that set something which has a name of its own, their first argument: messages call it by that: `os.environ.__setitem__`'),
    textual: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^[\w.+-]+$/, 'write a program as a command line names it, without a folder'))
        .optional()
        .describe('programs that handle text and files, and check nothing of what these speak of: `cat`, `git`'),
    openers: schemas/* array */.YOg(schemas/* string */.YjP())
        .optional()
        .describe('calls that open the file that is their first argument: `gzip.open`'),
    options: schemas/* array */.YOg(optionSchema).optional().describe('options of command lines'),
    widgets: schemas/* array */.YOg(widgetSchema).optional().describe('parameters of notebooks'),
};

;// CONCATENATED MODULE: ./src/rules/reader-schema.ts


const word = schemas/* string */.YjP().min(1);
const reader_schema_option = schemas/* string */.YjP().regex(/^-/, 'write an option with its dashes, as `-cn` or `--config-name`');
/** How a file of settings takes in others. */
const compositionSchema = schemas/* strictObject */.rej({
    list: word.describe('the key under which it names them: `defaults`'),
    self: word
        .describe('what stands there for the file itself, which otherwise comes last: `_self_`')
        .optional(),
    nests: schemas/* boolean */.zMY()
        .default(true)
        .describe('whether what a file of a folder says stands under the name of that folder'),
    replaces: word
        .describe('the word in front of a folder that puts another of its files in the place of the one that is named elsewhere: `override`')
        .optional(),
    marks: schemas/* array */.YOg(word)
        .default([])
        .describe('further words in front of a folder, which change nothing of what is taken in: `optional`'),
    place: word
        .describe('what a comment at the top begins with that says under which keys the file stands: `@package`')
        .optional(),
    usual: word.describe('the place that a file has anyway: `_group_`').optional(),
    here: word.describe('in a place, that of whoever takes the file in: `_here_`').optional(),
    top: word.describe('in a place, the top of the whole: `_global_`').optional(),
});
const readerSchema = schemas/* strictObject */.rej({
    call: schema_words/* names */.Dy.default([]).describe('calls that read a configuration file: `yaml.safe_load`'),
    decorates: schema_words/* names */.Dy
        .default([])
        .describe('decorators of functions whose first parameter is what was read: `hydra.main`'),
    parameters: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    file: schemas/* string */.YjP()
        .describe('the argument that names the file, or is it opened or read; `*` for each positional one')
        .optional(),
    default: schemas/* string */.YjP().describe('the file that is read where none is named').optional(),
    'found-by': schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('calls that look for that file: `dotenv.find_dotenv`'),
    folder: schemas/* string */.YjP()
        .describe('the argument that names the folder of the file, seen from the folder of the code')
        .optional(),
    within: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())
        .default({})
        .describe('calls that name the folder instead, each with the argument that does: `hydra.initialize`'),
    format: schemas/* enum */.k5n(['yaml', 'json', 'toml', 'ini', 'env'])
        .describe('what the file is written in; its ending says so where absent')
        .optional(),
    composes: compositionSchema.describe('how it takes in other files of its folder').optional(),
    'name-options': schemas/* array */.YOg(reader_schema_option)
        .default([])
        .describe('for `decorates`: options of the program that name the first file: `--config-name`'),
    'folder-options': schemas/* array */.YOg(reader_schema_option)
        .default([])
        .describe('for `decorates`: options of the program that name its folder: `--config-path`'),
    overrides: schemas/* string */.YjP()
        .describe('the argument with a list of `key=value`; for `decorates`, the command line has such words')
        .optional(),
    gives: schemas/* enum */.k5n(['result', 'receiver', 'environment'])
        .default('result')
        .describe('where the values go: what the call gives back, the object it is called on, `os.environ`'),
    through: schemas/* string */.YjP()
        .describe('in place of `file`: the argument that it gives back in another form; `*` for all of them, the later ones over the earlier')
        .optional(),
    keys: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('in place of `file`: the arguments under which it looks into its receiver, one in the other'),
    of: schemas/* string */.YjP()
        .describe('for `keys`: the argument that it looks into, in place of its receiver')
        .optional(),
    dotted: schemas/* boolean */.zMY().default(false).describe('whether a key is a path: `registry.stage`'),
    otherwise: schemas/* string */.YjP()
        .describe('for `keys`: the argument that stands in where there is nothing')
        .optional(),
    puts: schemas/* string */.YjP()
        .describe('for `keys`: the argument that it puts there, in place of looking for what is there')
        .optional(),
    as: schemas/* enum */.k5n(['number', 'boolean']).describe('what it makes of a text').optional(),
    ...schema_words/* provenance */.aH,
})
    .refine(r => [r.file, r.through, r.keys[0]].filter(word => word !== undefined).length === 1, {
    message: 'a reader has one of `file`, `through` and `keys`; keep one of them',
})
    .refine(r => r.decorates.length > 0 || r['name-options'].length + r['folder-options'].length === 0, {
    message: 'only what decorates a function is told by options of its program; leave out `name-options` and `folder-options`',
})
    .refine(r => r.call.length + r.decorates.length > 0, {
    message: 'nothing reads here; write `call` or `decorates`',
});

;// CONCATENATED MODULE: ./src/rules/running-schema.ts



const program = schemas/* string */.YjP().regex(/^[\w.+-]+$/, 'write a program as a command line names it, without a folder');
const running_schema_status = schemas/* string */.YjP()
    .regex(/^(?=.)(?:[\p{L}_][\p{L}\p{N}_]*)?(?:\(\))?$/u, 'write a field such as `returncode`, a method such as `wait()`, or `()`');
const launcherSchema = schemas/* strictObject */.rej({
    command: schema_words/* names */.Dy.describe('command lines that run something else: `python`, `uv run`, `make`'),
    runs: schemas/* enum */.k5n(['script', 'notebook', 'command', 'task', 'image', 'build'])
        .describe('a file of the repository, a notebook of it, another command line, a task that a file of the repository defines, a container, or the build of its image'),
    values: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('its own options that take the next word as their value'),
    skip: schemas/* number */.aig()
        .int()
        .min(0)
        .default(0)
        .describe('words before the command that it runs: 1 for `timeout 5`'),
    module: schemas/* string */.YjP().describe('the option that names a module in place of a file: `-m`').optional(),
    files: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('files that define its tasks: `Makefile`'),
    file: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('options that name that file itself: `-f`'),
    directory: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('options that name the folder of that file, or the one that a command runs in: `-C`'),
    group: schemas/* string */.YjP()
        .describe('how its tasks are told from those of others in the same file: `poe`')
        .optional(),
    named: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('options that name its tasks, or the tags of an image, in place of words: `-s`'),
    several: schemas/* enum */.k5n(['success', 'anything'])
        .describe('for further words that name tasks: whether they run only while all goes well')
        .optional(),
    unless: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('options that turn that round: `--keep-going`'),
    inside: schemas/* boolean */.zMY()
        .default(false)
        .describe('whether words behind the name of a task are a command that runs in its place'),
    environment: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('options that give an environment variable: `-e`'),
    mounts: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('options that put a folder into a container: `-v HOST:CONTAINER`, `--mount source=HOST,\u2026`'),
    workdir: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('options that say in which folder of a container it starts: `-w`'),
    entrypoint: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('options that name the program of a container, in front of its words: `--entrypoint`'),
    folder: schemas/* boolean */.zMY().default(false).describe('whether its first word names the folder of that file'),
    default: schemas/* string */.YjP().describe('the task that runs when none is named').optional(),
    all: schemas/* strictObject */.rej({
        decorated: schemas/* string */.YjP()
            .describe('the last name of the decorator that makes a function a task: `session`'),
        without: schemas/* string */.YjP().describe('its argument that leaves a task out with `False`: `default`'),
        chosen: schemas/* string */.YjP().describe('what a file says that runs some of them only: `options.sessions`'),
    })
        .describe('for what runs all tasks of a Python file when none is named')
        .optional(),
    ...schema_words/* provenance */.aH,
});
const worktreeSchema = schemas/* strictObject */.rej({
    names: schema_words/* names */.Dy.describe('variables, and what else is filled in, that name a folder of the work tree: `CI_PROJECT_DIR`'),
    holds: schemas/* enum */.k5n(['top', 'here'])
        .describe('whether it is the top of the tree, or the folder in which a command runs'),
    ...schema_words/* provenance */.aH,
});
const starterSchema = schemas/* strictObject */.rej({
    call: schema_words/* names */.Dy.describe('calls that run a command line: `subprocess.run`'),
    parameters: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    line: schemas/* string */.YjP()
        .describe('the argument that says what to run, as a text or as a list of words; `*` where each positional argument is a word'),
    begins: schemas/* string */.YjP().describe('words in front of these: `nox -s`').optional(),
    program: schemas/* string */.YjP()
        .describe('the argument with the words that stand in front of those of `line`')
        .optional(),
    directory: schemas/* string */.YjP().describe('the argument that says where to run it').optional(),
    environment: schemas/* string */.YjP().describe('the argument that gives it environment variables').optional(),
    raises: schemas/* union */.KCZ([schemas/* boolean */.zMY(), sink_schema/* conditions */.jA])
        .describe('whether a command that fails raises, or the arguments that make it so'),
    status: schemas/* union */.KCZ([running_schema_status, schemas/* array */.YOg(running_schema_status).min(1)])
        .transform(s => (typeof s === 'string' ? [s] : s))
        .describe('what is 0 where the command went well: a field of what the call gives back, a method of it (`wait()`), or `()` for that itself')
        .optional(),
    'raised-by': schemas/* string */.YjP()
        .regex(/^[\p{L}_][\p{L}\p{N}_]*$/u, 'write the name of a method without its brackets')
        .describe('the method of what the call gives back that raises where the command failed: `check_returncode`')
        .optional(),
    ...schema_words/* provenance */.aH,
});
const registrarSchema = schemas/* strictObject */.rej({
    decorates: schema_words/* names */.Dy.describe('decorators that keep a function for later: `typer.Typer().command`'),
    runs: schemas/* string */.YjP()
        .describe('what is called to run one of them: `typer.Typer()`; empty for the function that the decorator hangs on')
        .optional(),
    methods: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('methods of what the decorator makes of a function, which run it, most often later: `submit`'),
    wrapped: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('the same, where what it is given holds the arguments of the function: `apply_async((3,))`'),
    same: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('methods that give such a thing anew: `promote.with_options(retries=3).submit()`'),
    ...schema_words/* provenance */.aH,
});
const programSchema = schemas/* strictObject */.rej({
    command: schema_words/* names */.Dy.describe('programs whose options these are: `aws`, `kubectl`'),
    flags: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('options that take no value, without dashes'),
    spellings: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())
        .default({})
        .describe('other spellings of options, without dashes: `n` for `namespace`'),
    ...schema_words/* provenance */.aH,
});
const changerSchema = schemas/* strictObject */.rej({
    command: schemas/* union */.KCZ([program, schemas/* array */.YOg(program).min(1)])
        .transform(n => (typeof n === 'string' ? [n] : n))
        .describe('programs that change files: `sed`, `cp`'),
    option: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^\w[\w-]*$/, 'write an option without its dashes in front'))
        .min(1)
        .describe('options of which one has to stand there, without dashes: `i`, `in-place`')
        .optional(),
    files: schemas/* enum */.k5n(['all', 'last']).describe('which of its words may name what it changes'),
    ...schema_words/* provenance */.aH,
});
const swallowerSchema = schemas/* strictObject */.rej({
    decorates: schema_words/* names */.Dy.describe('decorators under which a function that fails comes back all the same'),
    argument: schemas/* string */.YjP().describe('the argument that asks for that, where a call has to').optional(),
    ...schema_words/* provenance */.aH,
});

;// CONCATENATED MODULE: ./src/rules/words-schema.ts

/** What the words of a list tell where nobody asks for that list. */
const telling = schemas/* enum */.k5n(['environment', 'evaluation', 'serving']);
const wordListSchema = schemas/* strictObject */.rej({
    production: schemas/* array */.YOg(schemas/* string */.YjP()),
    other: schemas/* array */.YOg(schemas/* string */.YjP()).describe('names of targets that do not serve users'),
    neutral: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    possible: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('words that name production in some places only, which makes a finding a note'),
    counted: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('words behind which a number stands: `epoch 3`'),
    products: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('names in which a production word says nothing, words joined by `-`: `stable-diffusion`'),
    negations: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('prefixes that turn a production word into another'),
    tells: telling
        .describe('what its words tell of any name: the environment in which something works, that a script evaluates a model, or that something serves one')
        .optional(),
});

;// CONCATENATED MODULE: ./src/rules/schema.ts











const environmentSchema = schemas/* strictObject */.rej({
    exists: schemas/* boolean */.zMY().default(true),
    reviewers: schemas/* number */.aig().int().min(0).default(0).describe('how many may approve, of whom one has to'),
    'prevent-self-review': schemas/* boolean */.zMY().default(false).describe('whether who starts a run may not approve it'),
    programs: schemas/* number */.aig().int().min(0).default(0).describe('checks that other programs make'),
    branches: schemas/* boolean */.zMY().default(false).describe('whether only some branches may deploy to it'),
    minutes: schemas/* number */.aig().int().min(0).default(0).describe('how long a job waits'),
});
const exampleSchema = schemas/* strictObject */.rej({
    title: schemas/* string */.YjP(),
    python: schemas/* string */.YjP().describe('the code; every reported line ends in a comment `# reported`').optional(),
    shell: schemas/* string */.YjP()
        .describe('a script `release.sh` beside it, which may run it as `churn.py`, with the same comments')
        .optional(),
    workflow: schemas/* string */.YjP()
        .describe('a workflow of GitHub beside it, `release.yml`, with the same comments')
        .optional(),
    requirements: schemas/* string */.YjP().describe('a requirements.txt beside the code').optional(),
    files: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).describe('other files by their paths').optional(),
    environments: schemas/* record */.g1P(schemas/* string */.YjP(), environmentSchema)
        .describe('what the settings of environments ask for, where somebody has asked the server for them')
        .optional(),
})
    .refine(e => e.python !== undefined || e.shell !== undefined || e.workflow !== undefined, {
    message: 'an example without code shows nothing; write `python`, `shell`, `workflow` or several of them',
});
const examplesSchema = schemas/* strictObject */.rej({
    bad: schemas/* array */.YOg(exampleSchema).default([]),
    good: schemas/* array */.YOg(exampleSchema).default([]),
});
const packageName = schemas/* string */.YjP()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write a package in lower case, with `-` between its words');
const packageSchema = schemas/* strictObject */.rej({
    name: packageName.describe('as `pinned` names it'),
    pypi: schemas/* array */.YOg(packageName).default([]).describe('packages that hold the same and have the same versions'),
    conda: schemas/* array */.YOg(packageName).default([]).describe('what conda calls it'),
    brought: schemas/* array */.YOg(schemas/* strictObject */.rej({
        asks: schemas/* string */.YjP()
            .describe('a package that installs it where nothing else asks for it: `tensorflow>=2.16`'),
        gives: schemas/* string */.YjP().describe('the versions that it gets then: `>=3`'),
    }))
        .default([]),
    ...schema_words/* provenance */.aH,
});
const catalogSchema = schemas/* strictObject */.rej({
    library: schemas/* string */.YjP().describe('what this file knows, as its users call it'),
    aliases: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())
        .default({})
        .describe('other spellings: a dotted name, or the start of one, to its canonical form'),
    words: schemas/* record */.g1P(schemas/* string */.YjP(), wordListSchema).default({}).describe('word lists for the matcher `target`'),
    results: schemas/* array */.YOg(sink_schema/* resultSchema */.FD).default([]),
    sinks: schemas/* array */.YOg(sink_schema/* sinkSchema */.HH).default([]),
    origins: schemas/* array */.YOg(sink_schema/* originSchema */.ID).default([]),
    manifests: schemas/* array */.YOg(guard_schema/* manifestSchema */.rc)
        .default([])
        .describe('objects of Kubernetes that serve a model; of several entries the first that fits speaks'),
    guards: schemas/* array */.YOg(guard_schema/* guardSchema */.t8).default([]),
    metrics: guard_schema/* metricsSchema */.HR.optional(),
    measuring: guard_schema/* measuringSchema */.Fp.optional().describe('calls that measure a model'),
    lookalikes: schemas/* array */.YOg(guard_schema/* lookalikeSchema */.nX).default([]).describe('conditions that look like guards and are none'),
    verdicts: schemas/* array */.YOg(guard_schema/* verdictSchema */.$D)
        .default([])
        .describe('answers that are known by their names only; they count as declared'),
    answers: answersSchema.optional().describe('words in which people answer, and in which records keep that'),
    services: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('calls that make a process serve others, who then may reach its command line'),
    launchers: schemas/* array */.YOg(launcherSchema).default([]),
    programs: schemas/* array */.YOg(programSchema).default([]),
    worktrees: schemas/* array */.YOg(worktreeSchema)
        .default([])
        .describe('variables that name folders of the work tree where a command is run'),
    starters: schemas/* array */.YOg(starterSchema).default([]),
    readers: schemas/* array */.YOg(readerSchema).default([]).describe('calls that read configuration files'),
    changers: schemas/* array */.YOg(changerSchema).optional().describe('programs that change files'),
    outcomes: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('globs for names of files that say what a run has found, and are no configuration'),
    registrars: schemas/* array */.YOg(registrarSchema).default([]),
    engines: schemas/* array */.YOg(engineSchema).default([]).describe('workflow engines whose pipelines are Python'),
    packages: schemas/* array */.YOg(packageSchema).default([]).describe('packages that have several names'),
    terminators: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('calls that never return'),
    quits: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('calls and exceptions that end the program with an exit status, their first argument: with 0 or none whoever started it goes on'),
    fresh: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('calls, fields and variables that are something else in each run: `uuid.uuid4`, `$RANDOM`'),
    swallowers: schemas/* array */.YOg(swallowerSchema).default([]),
    observers: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('functions that take another function without calling it: `functools.wraps`, `inspect.*`'),
    doubles: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('starts of the names of stand-ins for real objects: `unittest.mock`'),
    filled: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('classes of which objects take their fields from outside: from the environment, or from files and command lines that are merged into them'),
    ...idioms,
    ...given,
    contexts: schemas/* strictObject */.rej({ test: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('globs of test code') })
        .optional()
        .describe('what a path says about how its code is used'),
    examples: examplesSchema.optional(),
});
const ruleSchema = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP()
        .regex(/^[a-z]+(-[a-z]+)*$/, 'an id is lower-case words joined by hyphens, named for the hazard'),
    title: schemas/* string */.YjP().max(255),
    sink: schemas/* string */.YjP().describe('the hazard whose sinks it reports'),
    family: schemas/* enum */.k5n(['promotion', 'load'])
        .describe('what its sinks are in the end: those of a `promotion` are on the map of promotions')
        .optional(),
    over: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('rules that are less specific: at a call that several rules report, this one speaks for them'),
    unless: schemas/* array */.YOg(schemas/* enum */.k5n(['approval', 'evaluation', 'canary', 'verification', 'target']))
        .default([])
        .describe('kinds of guard that make its sinks safe'),
    reports: schemas/* enum */.k5n(['unguarded', 'void-guards'])
        .default('unguarded')
        .describe('which sinks it reports: those that nothing guards, or only those behind a check that decides and cannot fail'),
    'harmless-in': schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('globs for the names of functions in which the sink is meant: `rollback*`'),
    guarded: schemas/* literal */.euz('afterwards')
        .describe('a guard may also stand behind the sink: a download is verified once it is there')
        .optional(),
    yields: schemas/* boolean */.zMY()
        .describe('left out where another finding, or a guarded sink, follows its artifact back to the same place')
        .optional(),
    covers: schemas/* boolean */.zMY()
        .describe('what is reported inside of its own statement is left out: this one tells it')
        .optional(),
    'only-in-use': schemas/* boolean */.zMY().describe('left out in test code and in documents').optional(),
    once: schemas/* boolean */.zMY()
        .describe('of several sinks with the same artifact only the first is reported, and counts the others')
        .optional(),
    missing: schemas/* string */.YjP().describe('what was not there, to end the message: "nothing verified the file first"'),
    level: schemas/* enum */.k5n(['error', 'warning', 'note']),
    floor: schemas/* enum */.k5n(['error', 'warning', 'note'])
        .describe('the level below which no origin of the artifact takes it, outside of tests')
        .optional(),
    severity: schemas/* number */.aig()
        .min(0.1)
        .max(10)
        .refine(s => s !== 9, { message: '9.0 lies between two of GitHub\u2019s bands; write 8.9 or 9.1' }),
    precision: schemas/* enum */.k5n(['very-high', 'high', 'medium', 'low']),
    why: schemas/* string */.YjP().describe('what an attacker or an accident gains, in two sentences'),
    fix: schemas/* string */.YjP().describe('something a reader can paste'),
    cwe: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^CWE-\d+$/)).default([]),
    atlas: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^AML\.[TM]\d{4}(\.\d{3})?$/)).default([]),
    owasp: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    references: schemas/* array */.YOg(schemas/* url */.OZ5()).default([]),
    examples: examplesSchema,
});

// EXTERNAL MODULE: ./src/rules/yaml-file.ts
var yaml_file = __webpack_require__(7647);
;// CONCATENATED MODULE: ./src/rules/read.ts








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
            rules.push(readFile(path, ruleSchema));
        for (const path of listed.catalogs)
            catalogs.push(readFile(path, catalogSchema));
    }
    (0,consistency/* agree */.d5)(rules, catalogs, known);
    return {
        rules: [...known.rules, ...rules.map(read => read.value)],
        catalogs: [...known.catalogs, ...catalogs.map(read => read.value)],
    };
}
function list(dir) {
    const stats = statusOf(dir, 'name a directory that holds rule files');
    if (!stats.isDirectory())
        throw new user_error/* UserError */.y(`${dir}: this is not a directory; name the directory that holds it`);
    const names = (0,external_node_fs_.readdirSync)(dir);
    const catalog = names.includes('catalog') ? join(dir, 'catalog') : null;
    const rules = yamlFiles(dir, names);
    const catalogs = catalog === null ? [] : yamlFiles(catalog, catalogNames(catalog));
    if (rules.length + catalogs.length === 0) {
        throw new user_error/* UserError */.y(`${dir}: there are no rules here; add rules as *.yaml or libraries as catalog/*.yaml`);
    }
    return { rules, catalogs };
}
function catalogNames(path) {
    if (!statusOf(path, 'remove it').isDirectory()) {
        throw new user_error/* UserError */.y(`${path}: this is not a directory; make it one that holds catalogue files`);
    }
    return (0,external_node_fs_.readdirSync)(path);
}
function yamlFiles(dir, names) {
    const misnamed = names.find(name => name.endsWith('.yml'));
    if (misnamed) {
        throw new user_error/* UserError */.y(`${join(dir, misnamed)}: only *.yaml files are read; rename it to end in .yaml`);
    }
    return names
        .filter(name => name.endsWith('.yaml'))
        .sort(order/* byCodeUnits */.C)
        .map(name => join(dir, name));
}
function readFile(path, schema) {
    const file = (0,yaml_file/* parseYaml */.hN)(path, readText(path));
    return { file, value: (0,check/* check */.z)(file, schema) };
}
function readText(path) {
    const stats = statusOf(path, 'remove it');
    if (!stats.isFile())
        throw new user_error/* UserError */.y(`${path}: this is not a regular file; put a copy of it here`);
    if (stats.size > mostBytes)
        throw new user_error/* UserError */.y(`${path}: this is larger than 1 MiB; split it`);
    const bytes = readBytes(path);
    if (!(0,external_node_buffer_.isUtf8)(bytes))
        throw new user_error/* UserError */.y(`${path}: this is not UTF-8; save it as UTF-8`);
    return bytes.toString('utf8').replace(/^\ufeff/, '');
}
function readBytes(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path);
    }
    catch (error) {
        throw unreadable(path, error);
    }
}
// Links are refused: a rules directory may belong to the repository that is scanned, and must not lead out of it.
function statusOf(path, remedy) {
    let stats;
    try {
        stats = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    }
    catch (error) {
        throw unreadable(path, error);
    }
    if (!stats)
        throw new user_error/* UserError */.y(`${path}: there is nothing of this name; ${remedy}`);
    if (stats.isSymbolicLink())
        throw new user_error/* UserError */.y(`${path}: this is a symbolic link; put what it leads to here`);
    return stats;
}
function unreadable(path, error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return new user_error/* UserError */.y(`${path}: this cannot be read${code}; check its permissions`);
}
function join(dir, name) {
    return `${dir.replace(/[/\\]+$/, '')}/${name}`;
}


/***/ })

};
;