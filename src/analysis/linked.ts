import type { Call, Item, Notice, ParameterShape, Program, Store, Unit, Value } from '../program'
import type { GuardRule, Sink } from '../rules/schema'
import type { Knowledge } from './knowledge'
import type { ModuleIndex } from './modules'
import type { Versions } from './versions'

/** What a value refers to. */
export type Referent =
  /** A name of a library, in its canonical spelling: `torch.load`, `mlflow.MlflowClient().copy_model_version`. */
  | { readonly kind: 'external'; readonly name: string }
  /** A function of the repository; `receiver` is what it was looked up on. */
  | { readonly kind: 'unit'; readonly unit: Unit; readonly receiver: Value | null }
  /** A class of the repository, or an object of it. */
  | { readonly kind: 'class' | 'object'; readonly name: string }
  /** A file of the repository, imported. */
  | { readonly kind: 'module'; readonly path: string }
  /** A call that has some arguments already: `functools.partial`. */
  | { readonly kind: 'partial'; readonly call: Call; readonly of: Referent }

/** An entry of the catalogue or of the configuration, with the name under which a call was found in it. */
export interface Named<T> {
  readonly name: string
  readonly entry: T
}

/** What the configuration says of a function of the repository. */
export interface Declared {
  readonly guards: readonly Named<GuardRule>[]
  readonly sinks: readonly Named<Sink>[]
}

/** What the code reads from configuration files. */
export interface Configured {
  /** By the call that reads it, or that makes the object which does. */
  readonly results: Map<Call, readonly Value[]>
  /** By the unit whose first parameter it is. */
  readonly parameters: Map<string, readonly Value[]>
  /** Calls that look into such values. */
  readonly lookups: Map<Call, Lookup>
  /** What calls put into such values. */
  readonly puts: { readonly item: Item; readonly value: Value }[]
  /** Environment variables, each table with the folder in whose code they hold. */
  readonly environments: { readonly folder: string; readonly table: Value }[]
  /** By path: what could not be read. */
  readonly notices: Map<string, readonly Notice[]>
}

/** A call that gives what stands under a key. */
export interface Lookup {
  readonly item: Item
  readonly otherwise: Value | null
  readonly as: 'number' | 'boolean' | null
}

export interface CallSite {
  readonly unit: Unit
  readonly block: number
  readonly call: Call
}

/** What a module takes all names from, also by way of others. */
export interface Reached {
  readonly modules: ReadonlySet<string>
  /** Those of them that may have modules inside. */
  readonly packages: readonly string[]
  /** What is no module of the repository. */
  readonly others: readonly Referent[]
}

/** Modules that take all of the names of others: what has been worked out of them so far. */
export interface Stars {
  /** By path: what all names are taken from. */
  readonly behind: Map<string, readonly Referent[]>
  /** By path: all that names may be taken from. */
  readonly reached: Map<string, Reached>
  /** How many modules those are in all. */
  kept: number
  /** By path, then by name: what gives it. */
  readonly givers: Map<string, Map<string, readonly Referent[]>>
  /** Whether somebody asks right now what a star stands for. */
  asking: boolean
}

/** The program with its names resolved: who calls whom, and which library function is meant. */
export interface Linked {
  /** Files of pipelines that never run where they stand, each with the reason. */
  readonly inert: ReadonlyMap<string, string>
  readonly program: Program
  readonly knowledge: Knowledge
  readonly modules: ModuleIndex
  readonly configured: Configured
  readonly versions: Versions
  /** Every call of the program, in the order of files and places. */
  readonly sites: readonly CallSite[]
  /** By unit name: the calls that reach it. */
  readonly callers: Map<string, CallSite[]>
  /** By class name: the calls that make an object of it. */
  readonly makers: Map<string, CallSite[]>
  /** Calls of `functools.partial` whose result is called somewhere. */
  readonly partials: Map<Call, CallSite[]>
  /** By class name, then by field: what is stored in that field of an object. */
  readonly fields: Map<string, Map<string, Value[]>>
  readonly stores: readonly { readonly unit: Unit; readonly block: number; readonly store: Store }[]
  /** By the name of a unit or class. */
  readonly declared: Map<string, Declared>
  /** What has been worked out so far; it is forgotten when more callers are found. */
  readonly counted: Map<Unit, readonly CallSite[]>
  readonly given: Map<ParameterShape, readonly Value[]>
  /** By class and field: what those who make an object give for it. */
  readonly made: Map<string, readonly Value[]>
  readonly givenBack: Map<Unit, readonly Value[]>
  readonly referents: Map<Value, readonly Referent[]>
  /** By class name: the class and its bases. */
  readonly lineages: Map<string, ReadonlySet<string>>
  readonly stars: Stars
}
