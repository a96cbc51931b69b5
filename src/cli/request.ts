import { Command, CommanderError, Option } from 'commander'
import type { Shard } from '../analysis/shards'
import { baselineName, failOnLevels, type GivenLimits } from '../policy/settings'
import type { Level } from '../program'
import type { GraphFormat } from '../reporters/graph'
import type { Request, ScanRequest } from './asked'
import { inOneLine } from './misuse'
import { exitCodes, formatOption, limitOption, readDay, readShard, readThreads, rulesOption } from './options'

interface ScanOptions {
  readonly format?: readonly string[]
  readonly failOn?: Level | 'never'
  readonly config?: string
  readonly since?: string
  readonly rules?: readonly string[]
  readonly baseline?: string
  readonly today?: string
  readonly showGuarded?: true
  readonly showSuppressed?: true
  readonly quiet?: true
  readonly shard?: Shard
  readonly cache?: string
  readonly threads?: number
  readonly limit?: GivenLimits
}

interface BaselineOptions {
  readonly output?: string
  readonly config?: string
  readonly rules?: readonly string[]
}

interface GraphOptions extends Omit<BaselineOptions, 'output'> {
  readonly format: GraphFormat
}

/** Reads the words behind the program's name. Anything that is no request is a UserError. */
export function readRequest(words: readonly string[], version: string): Request {
  const said: string[] = []
  let request: Request | null = null
  const program = describeProgram(version, read => {
    request = read
  })
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({ writeOut: text => said.push(text), writeErr: () => {} })
  try {
    program.parse([...words], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) throw inOneLine(error, words, program)
  }
  return request ?? { kind: 'text', text: said.join('') }
}

function describeProgram(version: string, take: (request: Request) => void): Command {
  const program = new Command('modelgate')
    .description(
      'Finds machine-learning models that reach production with no gate, and artifacts that are loaded unverified.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .addHelpText('after', exitCodes)
  for (const command of [
    scanCommand,
    mergeCommand,
    graphCommand,
    baselineCommand,
    initCommand,
    rulesCommand,
    explainCommand,
  ])
    program.addCommand(command(take))
  return program
}

function scanCommand(take: (request: Request) => void): Command {
  return new Command('scan')
    .description('scan files and directories, and judge what is found')
    .argument('[path...]', 'what to scan; the working directory by default')
    .addOption(formatOption())
    .addOption(
      new Option(
        '--fail-on <level>',
        'the mildest level that fails the run (default: the configuration, else error)',
      ).choices(failOnLevels),
    )
    .option('--config <file>', 'the configuration (default: .modelgate.yml in the scanned directory)')
    .option(
      '--since <ref>',
      'judge only what is new since the last commit shared with a branch, tag or commit, by the policy there',
    )
    .option('--baseline <file>', 'findings that were there before; they fail nothing')
    .addOption(
      new Option(
        '--today <date>',
        'the day to compare waivers with (default: the date of the commit)',
      ).argParser(readDay),
    )
    .addOption(rulesOption())
    .option('--show-guarded', 'list what is guarded too, each with what guards it')
    .option('--show-suppressed', 'list what comments and waivers take out too, each with the reason')
    .option('--quiet', 'print only the reports that --format asks for, and errors')
    .addOption(
      new Option(
        '--shard <i/n>',
        'one of n runs that share the work; it writes `--format shard=FILE` for `modelgate merge`, and judges nothing',
      ).argParser(readShard),
    )
    .addOption(limitOption())
    .option('--cache <dir>', 'where to keep what unchanged files say, for the next run to be faster')
    .addOption(
      new Option(
        '--threads <n>',
        'how many threads read files, 1 to 64 (default: up to 4 where there is much to read, one core left free)',
      ).argParser(readThreads),
    )
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', exitCodes)
    .action((paths: string[], options: ScanOptions) => take(scanRequest(paths, options)))
}

function mergeCommand(take: (request: Request) => void): Command {
  return new Command('merge')
    .description('make one report of those of all shards, and judge what is in it')
    .argument('<file...>', 'what `modelgate scan --shard i/n --format shard=FILE` has written')
    .addOption(formatOption())
    .option('--show-guarded', 'list what is guarded too, each with what guards it')
    .option('--show-suppressed', 'list what comments and waivers take out too, each with the reason')
    .option('--quiet', 'print only the reports that --format asks for, and errors')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', exitCodes)
    .action((files: string[], options: ScanOptions) =>
      take({
        kind: 'merge',
        files,
        formats: options.format ?? [],
        showGuarded: options.showGuarded === true,
        showSuppressed: options.showSuppressed === true,
        quiet: options.quiet === true,
      }),
    )
}

function scanRequest(paths: readonly string[], options: ScanOptions): ScanRequest {
  return {
    kind: 'scan',
    paths: paths.length === 0 ? ['.'] : paths,
    formats: options.format ?? [],
    failOn: options.failOn ?? null,
    config: options.config ?? null,
    since: options.since ?? null,
    ruleDirectories: options.rules ?? [],
    baseline: options.baseline ?? null,
    today: options.today ?? null,
    showGuarded: options.showGuarded === true,
    showSuppressed: options.showSuppressed === true,
    quiet: options.quiet === true,
    shard: options.shard ?? null,
    cache: options.cache ?? null,
    threads: options.threads ?? null,
    limits: options.limit ?? {},
  }
}

function graphCommand(take: (request: Request) => void): Command {
  return new Command('graph')
    .description('draw how models reach production: triggers, jobs, gates, scripts, promotions')
    .argument('[path...]', 'what to scan; the working directory by default')
    .addOption(
      new Option('--format <format>', 'how to draw it')
        .choices(['mermaid', 'dot', 'json'])
        .default('mermaid'),
    )
    .option('--config <file>', 'the configuration (default: .modelgate.yml in the scanned directory)')
    .addOption(rulesOption())
    .helpOption('-h, --help', 'print this help')
    .action((paths: string[], options: GraphOptions) =>
      take({
        kind: 'graph',
        paths: paths.length === 0 ? ['.'] : paths,
        format: options.format,
        config: options.config ?? null,
        ruleDirectories: options.rules ?? [],
      }),
    )
}

function baselineCommand(take: (request: Request) => void): Command {
  return new Command('baseline')
    .description('write down what is found now, for `scan --baseline`')
    .argument('[dir]', 'what to scan; the working directory by default')
    .option('-o, --output <file>', `where to write it (default: ${baselineName} in the scanned directory)`)
    .option('--config <file>', 'the configuration (default: .modelgate.yml in the scanned directory)')
    .addOption(rulesOption())
    .helpOption('-h, --help', 'print this help')
    .action((path: string | undefined, options: BaselineOptions) =>
      take({
        kind: 'baseline',
        paths: [path ?? '.'],
        output: options.output ?? null,
        config: options.config ?? null,
        ruleDirectories: options.rules ?? [],
      }),
    )
}

function initCommand(take: (request: Request) => void): Command {
  return new Command('init')
    .description('write a configuration to start from')
    .argument('[dir]', 'where to write it; the working directory by default')
    .option('--force', 'replace the one that is there')
    .helpOption('-h, --help', 'print this help')
    .action((directory: string | undefined, options: { readonly force?: true }) =>
      take({ kind: 'init', directory: directory ?? '.', force: options.force === true }),
    )
}

function rulesCommand(take: (request: Request) => void): Command {
  return new Command('rules')
    .description('list the rules')
    .addOption(
      new Option('--format <format>', 'how to print them').choices(['pretty', 'json']).default('pretty'),
    )
    .addOption(rulesOption())
    .helpOption('-h, --help', 'print this help')
    .action((options: { format: 'pretty' | 'json'; rules?: readonly string[] }) =>
      take({ kind: 'rules', format: options.format, ruleDirectories: options.rules ?? [] }),
    )
}

function explainCommand(take: (request: Request) => void): Command {
  return new Command('explain')
    .description('print the page of a rule: what it finds, why it matters, how to fix it')
    .argument('<rule>', 'the id of the rule')
    .addOption(rulesOption())
    .helpOption('-h, --help', 'print this help')
    .action((rule: string, options: { rules?: readonly string[] }) =>
      take({ kind: 'explain', rule, ruleDirectories: options.rules ?? [] }),
    )
}
