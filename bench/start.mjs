/**
 * What the package costs before its first call: time of a process that imports it, less that of an empty one, and the size of
 * what npm downloads.
 *
 *     npm run build && node bench/start.mjs [--write]
 *
 * CPU time counts the threads of the engine too, which compile and collect beside the program; the clock does not, and hangs on
 * what else the machine does. The rounds of all rows take turns, so that a busy minute falls on all of them.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { machine, median, table } from './kit.mjs'
import { writeSection } from './page.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const dist = name => JSON.stringify(new URL(`../dist/${name}.js`, import.meta.url).href)
const rounds = 15

const imported = `const { createGuard } = await import(${dist('index')})`
const steps = [
  ['an empty process', ''],
  ['importing `llm-gdpr-guard`', imported],
  ['the same and `createGuard()`', `${imported}\ncreateGuard()`],
  [
    'the same and a first `scrub`',
    `${imported}\nconst scope = createGuard().scope()\nawait scope.scrub('Write to jo@firm.example, or call Ann Miller on +44 20 7946 0958')\nscope.close()`,
  ],
  ['importing `llm-gdpr-guard/proxy`', `await import(${dist('adapters/proxy')})`],
].map(([name, code]) => ({ name, code, samples: [] }))
for (let round = 0; round < rounds; round++) for (const { code, samples } of steps) samples.push(measure(code))

const [empty, ...others] = steps.map(({ name, samples }) => {
  const cpu = samples.map(sample => sample.cpu)
  const clock = samples.map(sample => sample.clock)
  return { name, figures: [Math.min(...cpu), median(cpu), Math.min(...clock), median(clock)] }
})
const rows = others.map(({ name, figures }) => [
  name,
  ...figures.map((figure, column) => `${(figure - empty.figures[column]).toFixed(0)} ms`),
])
const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--loglevel=error'], { cwd: root, encoding: 'utf8' }),
)
const size = bytes => `${(bytes / 1e6).toFixed(2)} MB`
const text = `${table(['', 'CPU, best', 'CPU, median', 'clock, best', 'clock, median'], rows)}

An empty process takes ${empty.figures[0].toFixed(0)} ms of CPU here. The packed package has ${size(packed.size)}, unpacked ${size(packed.unpackedSize)}.

${machine()}.`
console.log(text)
if (process.argv.includes('--write')) writeSection('start', text)

/** Milliseconds since the process began. */
function measure(code) {
  const whole = `${code}\nconst { user, system } = process.cpuUsage()\nconsole.log(JSON.stringify({ cpu: (user + system) / 1000, clock: performance.now() }))\nprocess.exit()`
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', whole], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return JSON.parse(output.trim().split('\n').at(-1))
}
