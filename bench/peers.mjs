/**
 * The detection beside libraries that a TypeScript user can pick, in one run, on one machine, with the texts of bench/corpus:
 *
 *     npm run build && node bench/peers.mjs [--write]
 *
 * Installs the others into .cache/peers, which needs the npm registry; `--write` puts the tables into docs/performance.md.
 * Each runs in a process of its own. Times are CPU time, so that a busy machine counts less. A value of the corpus is *readable* when
 * all of it still stands in what comes out; the same measure for all, kinder than the one of docs/detection.md.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { machine, table } from './kit.mjs'
import { writeSection } from './page.mjs'
import { hostilePieces, mixedText, repeatTo } from './texts.mjs'

const folder = fileURLToPath(new URL('../.cache/peers/', import.meta.url))
const corpus = new URL('corpus/', import.meta.url)
const wanted = ['openredaction', 'redact-pii', '@arcjet/redact']
const longestRun = 30_000
const hostileLengths = [1_000, 10_000, 100_000]
/** Milliseconds: an input that takes longer is not made longer. */
const tooLong = 500
const quasi = new Set(['AGE', 'LOCATION', 'ORGANIZATION', 'SALARY'])

/** Each gives a function from a text to the text that is left. */
const makers = {
  'llm-gdpr-guard': async () => {
    const { createDetector } = await import('../.cache/build/detect/index.js')
    const detector = createDetector({ profile: 'balanced' })
    return text => replaced(text, detector.detect(text))
  },
  'llm-gdpr-guard, no names': async () => {
    const { builtInRecognizers, createDetector } = await import('../.cache/build/detect/index.js')
    const types = builtInRecognizers.flatMap(recognizer => recognizer.types).filter(type => !quasi.has(type))
    const entities = Object.fromEntries(types.map(type => [type, 'replace']))
    const detector = createDetector({ profile: 'structured', entities })
    return text => replaced(text, detector.detect(text))
  },
  openredaction: async () => {
    const { OpenRedaction } = await load('openredaction')
    const redactor = new OpenRedaction({ redactionMode: 'placeholder' })
    return async text => (await redactor.detect(text)).redacted
  },
  'redact-pii': async () => {
    const { SyncRedactor } = await load('redact-pii')
    const redactor = new SyncRedactor()
    return text => redactor.redact(text)
  },
  '@arcjet/redact': async () => {
    const { redact } = await load('@arcjet/redact')
    return async text => (await redact(text))[0]
  },
  'JSON.parse and JSON.stringify': async () => text => JSON.stringify(JSON.parse(JSON.stringify(text))),
}

const only = process.argv.indexOf('--only')
if (only > 0) await measure(process.argv[only + 1])
else printAll()

function printAll() {
  install()
  const rows = Object.keys(makers).map(name => {
    const args = [fileURLToPath(import.meta.url), '--only', name]
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: longestRun, maxBuffer: 1 << 26 })
    return { name, figures: lastFigures(stdout) }
  })
  const head = [
    'Library',
    'Version',
    'Mixed text of 16 kB',
    'Direct identifiers still readable',
    'Clean texts changed',
    'Worst hostile input',
  ]
  const text = `${table(
    head,
    rows.map(({ name, figures }) => [name, versionOf(name), ...shown(figures)]),
  )}

\`node bench/peers.mjs\`, ${machine()}. Readable: of the direct identifiers in ${corpusFiles().length} sets of bench/corpus, those that still stand whole
in what came out. Hostile: CPU time for ${hostileLengths.at(-1) / 1000} kB of the slowest of ${Object.keys(hostilePieces).length} inputs (bench/texts.mjs); an input that took half a second is not made longer.`
  console.log(text)
  if (process.argv.includes('--write')) writeSection('peers', text)
}

/** A process that was ended has said how far it was. */
function lastFigures(stdout) {
  const line = stdout.split('\n').findLast(text => text.startsWith('{') && text.endsWith('}'))
  return line === undefined ? null : JSON.parse(line)
}

function shown(figures) {
  if (figures === null) return ['did not finish', '', '', '']
  const { speed, readable, values, changed, clean, failed, worst, trying } = figures
  const share = (part, of) => (of === 0 ? '' : `${part} of ${of} (${((100 * part) / of).toFixed(0)} %)`)
  const size = ({ name, length }) => `${length / 1000} kB (${name})`
  const slowest = worst === null ? '' : `${(worst.time / 1000).toFixed(2)} s for ${size(worst)}`
  const hostile = trying === null ? slowest : `not done after ${longestRun / 1000} s: ${size(trying)}`
  const failures = failed > 0 ? `, throws on ${failed} texts` : ''
  const rate = `${speed.toFixed(speed < 1 ? 2 : 1)} MB/s`
  return [rate, `${share(readable, values)}${failures}`, share(changed, clean), hostile]
}

function install() {
  if (wanted.every(name => existsSync(`${folder}node_modules/${name}/package.json`))) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}package.json`, '{"private":true}\n')
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', ...wanted]
  execFileSync('npm', args, { cwd: folder, stdio: 'inherit' })
}

async function load(name) {
  const require = createRequire(`${folder}package.json`)
  try {
    return require(name)
  } catch {
    const { main, exports } = JSON.parse(readFileSync(`${folder}node_modules/${name}/package.json`, 'utf8'))
    const entry = exports?.['.']?.import?.default ?? exports?.['.']?.import ?? main
    return import(pathToFileURL(`${folder}node_modules/${name}/${entry}`).href)
  }
}

function versionOf(name) {
  const file = `${folder}node_modules/${name}/package.json`
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : ''
}

function replaced(text, findings) {
  let left = ''
  let from = 0
  for (const { start, end, type } of findings) {
    left += `${text.slice(from, start)}[${type}]`
    from = end
  }
  return left + text.slice(from)
}

function corpusFiles() {
  return readdirSync(corpus).filter(file => file.endsWith('evaluation.jsonl') && !file.startsWith('names'))
}

async function measure(name) {
  const redact = await makers[name]()
  const isYardstick = name.startsWith('JSON')
  const found = isYardstick ? { readable: 0, values: 0, changed: 0, clean: 0, failed: 0 } : await readCorpus(redact)
  const text = mixedText(16_384)
  const speed = text.length / 1000 / (await bestTime(() => redact(text)))
  const figures = { speed, ...found, worst: null, trying: null }
  console.log(JSON.stringify(figures))
  if (!isYardstick) await findWorst(redact, figures)
}

async function readCorpus(redact) {
  const found = { readable: 0, values: 0, changed: 0, clean: 0, failed: 0 }
  for (const file of corpusFiles()) {
    for (const line of readFileSync(new URL(file, corpus), 'utf8').trim().split('\n')) {
      const { text, entities } = JSON.parse(line)
      let left = text
      try {
        left = await redact(text)
      } catch {
        found.failed++
      }
      if (entities.length === 0) {
        found.clean++
        if (left !== text) found.changed++
      }
      for (const { start, end, label } of entities) {
        if (quasi.has(label)) continue
        found.values++
        if (left.includes(text.slice(start, end))) found.readable++
      }
    }
  }
  return found
}

/** Milliseconds of the best of many calls, by the lesser of the clock and CPU time; the compiler has had two seconds before. */
async function bestTime(work) {
  for (let spent = 0; spent < 2_000; ) spent += await cpuTime(work, 1)
  let best = Number.POSITIVE_INFINITY
  for (let call = 0; call < 100; call++) {
    const start = performance.now()
    const time = await cpuTime(work, 1)
    best = Math.min(best, time, performance.now() - start)
  }
  return best
}

async function cpuTime(work, calls) {
  const before = process.cpuUsage()
  for (let call = 0; call < calls; call++) await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Prints the figures before each input and at the end. */
async function findWorst(redact, figures) {
  for (const [name, piece] of Object.entries(hostilePieces)) {
    for (const length of hostileLengths) {
      const text = repeatTo(piece, length)
      console.log(JSON.stringify({ ...figures, trying: { name, length } }))
      const time = await cpuTime(() => redact(text), 1).catch(() => 0)
      const isLast = length === hostileLengths.at(-1) || time > tooLong
      if (isLast && time > (figures.worst?.time ?? 0)) figures.worst = { name, length, time }
      if (time > tooLong) break
    }
  }
  console.log(JSON.stringify(figures))
}
