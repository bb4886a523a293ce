/**
 * What the package costs before its first call: CPU time of a process that imports it, less that of an empty one, and the size of
 * what npm downloads.
 *
 *     npm run build && node bench/start.mjs [--write]
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { machine, table } from './kit.mjs'
import { writeSection } from './page.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const dist = name => JSON.stringify(new URL(`../dist/${name}.js`, import.meta.url).href)
const rounds = 10

const imported = `const { createGuard } = await import(${dist('index')})`
const steps = [
  ['importing `llm-gdpr-guard`', imported],
  ['the same and `createGuard()`', `${imported}\ncreateGuard()`],
  [
    'the same and a first `scrub`',
    `${imported}\nconst scope = createGuard().scope()\nawait scope.scrub('Write to jo@firm.example, or call Ann Miller on +44 20 7946 0958')\nscope.close()`,
  ],
  ['importing `llm-gdpr-guard/proxy`', `await import(${dist('adapters/proxy')})`],
]

const empty = bestOf('')
const rows = steps.map(([name, code]) => [name, `${(bestOf(code) - empty).toFixed(0)} ms`])
const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--loglevel=error'], { cwd: root, encoding: 'utf8' }),
)
rows.push(
  ['the packed package', `${(packed.size / 1e6).toFixed(2)} MB`],
  ['unpacked', `${(packed.unpackedSize / 1e6).toFixed(2)} MB`],
)
const text = `${table(['', ''], rows)}

${machine()}; an empty process takes ${empty.toFixed(0)} ms here.`
console.log(text)
if (process.argv.includes('--write')) writeSection('start', text)

function bestOf(code) {
  const whole = `${code}\nconst { user, system } = process.cpuUsage()\nconsole.log((user + system) / 1000)\nprocess.exit()`
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', whole], {
      cwd: root,
      encoding: 'utf8',
    })
    best = Math.min(best, Number(output.trim().split('\n').at(-1)))
  }
  return best
}
