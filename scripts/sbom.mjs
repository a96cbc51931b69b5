// Writes what the bundles in `dist/` are made of, as CycloneDX: `node scripts/sbom.mjs >sbom.cdx.json`. It says the same every time.
//
// All packages are development dependencies, since what is released is bundled. npm's own list would name the test runner and
// the compiler too, whose vulnerabilities reach nobody who runs Modelgate.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const words = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only']
const installed = JSON.parse(execFileSync('npm', words, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 }))
const licences = ['cli', 'action'].map(name => readFileSync(join(root, 'dist', name, 'licenses.txt'), 'utf8'))
process.stdout.write(`${JSON.stringify(bundledOf(installed, licences.join('\n')), null, 2)}\n`)

/** What npm lists, without what is in no bundle, the time, the random number and the name of the folder. */
function bundledOf({ serialNumber: _, metadata, components, dependencies, ...rest }, listed) {
  const { timestamp: __, component, ...about } = metadata
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const heads = new Set(listed.split('\n'))
  const bundled = components.filter(one => heads.has(`${one.name} ${one.version}`)).map(asBundled)
  const refs = new Set([component['bom-ref'], ...bundled.map(one => one['bom-ref'])])
  return {
    ...rest,
    metadata: { ...about, component: { ...component, name, version } },
    components: bundled,
    dependencies: dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(one => ({ ...one, dependsOn: (one.dependsOn ?? []).filter(ref => refs.has(ref)) })),
  }
}

// npm calls a development dependency optional. These are in every copy.
function asBundled({ properties: _, ...one }) {
  return { ...one, scope: 'required' }
}
