// The tests of this project as plain functions: loaded once, and run as often as a mutant needs them.
import Module, { createRequire } from 'node:module'
import { relative, resolve, sep } from 'node:path'
import { requireSource } from '../typescript.mjs'

const require = createRequire(import.meta.url)

/** The tests in these files, in their order. Caches that their modules hold are emptied by `forget`. */
export function loadTests(files) {
  unloadUpperFloors()
  requireSource('src/base/order.ts')
  compileOnce()
  const tests = []
  const caches = withCachesKnown(() => {
    readRulesOnce()
    for (const file of files) declareInto(tests, file, () => requireSource(file))
  })
  return { tests, forget: () => caches.forEach(cache => cache.clear()) }
}

/** Runs a test with what has to happen before and after it, and returns its error or null. */
export async function errorOf({ before, body, after }) {
  try {
    for (const each of before) await each()
    await body()
    return null
  } catch (error) {
    return error ?? new Error('nothing was thrown')
  } finally {
    for (const each of after) await each()
  }
}

function declareInto(tests, file, load) {
  const { bind } = require('jest-each')
  let scope = { title: '', before: [], after: [] }
  const test = (title, body) => {
    const name = `${relative('__tests__', file)}: ${scope.title}${title}`
    tests.push({ name: free(tests, name), file, ...ways(scope), body })
  }
  const describe = (title, body) => {
    const outer = scope
    scope = { title: `${outer.title}${title} `, before: [...outer.before], after: [...outer.after] }
    body()
    scope = outer
  }
  test.each = bind(test, false)
  test.skip = () => {}
  test.skip.each = () => () => {}
  describe.each = bind(describe, false)
  const beforeEach = body => scope.before.push(body)
  const afterEach = body => scope.after.unshift(body)
  Object.assign(globalThis, { test, describe, beforeEach, afterEach, expect: require('expect').expect })
  load()
}

// Hooks may be declared below the tests that they belong to.
function ways(scope) {
  return {
    get before() {
      return scope.before
    },
    get after() {
      return scope.after
    },
  }
}

function free(tests, name) {
  const same = tests.filter(each => each.name === name || each.name.startsWith(`${name} #`)).length
  return same === 0 ? name : `${name} #${same + 1}`
}

/** Modules keep what they have found out by rule set or path; what one mutant leaves there must not meet the next. */
function withCachesKnown(load) {
  const caches = []
  // Below them are caches of what does not change, such as the grammars.
  const rooms = ['src/analysis', 'src/policy'].map(room => resolve(room) + sep)
  const { Map: PlainMap, WeakMap: PlainWeakMap } = globalThis
  const { load: loadModule } = Module.prototype
  let isOurs = false
  const known = (cache, entries) => {
    if (isOurs && entries === undefined) caches.push(cache)
  }
  globalThis.WeakMap = class extends PlainWeakMap {
    #held = new PlainWeakMap()
    constructor(entries) {
      super()
      for (const [key, value] of entries ?? []) this.set(key, value)
      known(this, entries)
    }
    get(key) {
      return this.#held.get(key)
    }
    has(key) {
      return this.#held.has(key)
    }
    set(key, value) {
      this.#held.set(key, value)
      return this
    }
    delete(key) {
      return this.#held.delete(key)
    }
    clear() {
      this.#held = new PlainWeakMap()
    }
  }
  // Not a class of its own: `toEqual` tells its objects from plain ones.
  globalThis.Map = new Proxy(PlainMap, {
    construct(target, [entries]) {
      const map = new target(entries)
      known(map, entries)
      return map
    },
  })
  Module.prototype.load = function (file) {
    const was = isOurs
    isOurs = rooms.some(room => file.startsWith(room))
    try {
      loadModule.call(this, file)
    } finally {
      isOurs = was
    }
  }
  try {
    load()
  } finally {
    Object.assign(globalThis, { Map: PlainMap, WeakMap: PlainWeakMap })
    Module.prototype.load = loadModule
  }
  // What is filled as it is loaded is a table and not a cache.
  return caches.filter(cache => cache instanceof PlainWeakMap || cache.size === 0)
}

/** What is loaded while a mutant is active has to be loaded again; what lies below the mutants need not. */
function unloadUpperFloors() {
  const kept = ['base', 'program', 'files', 'frontends', 'rules'].map(room => resolve('src', room) + sep)
  for (const path of Object.keys(require.cache))
    if (path.endsWith('.ts') && !kept.some(room => path.startsWith(room))) delete require.cache[path]
}

function compileOnce() {
  const compile = Module._extensions['.ts']
  if (compile === undefined || compile.name === compileKnown.name) return
  const codes = new Map()
  Module._extensions['.ts'] = compileKnown

  function compileKnown(module, file) {
    const code = codes.get(file)
    if (code !== undefined) return module._compile(code, file)
    const { _compile } = module
    module._compile = (text, path) => {
      codes.set(path, text)
      return _compile.call(module, text, path)
    }
    compile(module, file)
  }
}

/** The rules are read by each file of tests; they are the same for all of them, and no mutant is in what reads them. */
function readRulesOnce() {
  const path = resolve('src/rules/read.ts')
  const { readRules, ...rest } = requireSource('src/rules/read.ts')
  if (readRules.name === once.name) return
  const builtin = readRules(['rules'])
  require.cache[path].exports = { ...rest, readRules: once }

  function once(folders, ...known) {
    return folders.join() === 'rules' && known.length === 0 ? builtin : readRules(folders, ...known)
  }
}
