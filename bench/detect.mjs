/**
 * Throughput of detection, all recognizers without and with the name tagger:
 *
 *     npm run build && node bench/detect.mjs [--quick] [--write]
 *
 * MB are UTF-16 units: for these texts the same as bytes. Each figure is the best of several runs. `--write` puts the tables into
 * docs/performance.md.
 */
import { machine, median, table } from './kit.mjs'
import { writeSection } from './page.mjs'
import { importPublished } from './published.mjs'
import { hostilePieces, kinds, mixedText, prose, repeatTo } from './texts.mjs'

const { builtInRecognizers, createDetector } = await importPublished()
const everyType = builtInRecognizers.flatMap(({ types }) => types.map(type => [type, 'replace']))
const detector = createDetector({ profile: 'structured', entities: Object.fromEntries(everyType) })
const withNames = createDetector({ profile: 'balanced' })
const quick = process.argv.includes('--quick')
/** Multiples of the time for prose that are still called linear work. */
const bound = 5

warmUp()
const text = [mixedTable(), kindTable(), hostileTable(), `${machine()}.`].join('\n\n')
console.log(text)
if (process.argv.includes('--write')) writeSection('detect', text)

function warmUp() {
  const mixed = mixedText(65_536)
  const plain = repeatTo(prose, 65_536)
  for (let round = 0; round < 60; round++) {
    detector.detect(mixed)
    detector.detect(plain)
  }
  for (let round = 0; round < 20; round++) withNames.detect(mixed)
}

function mixedTable() {
  const costs = new Map()
  const rows = [1_024, 16_384, 262_144, 4_194_304].map(length => {
    const texts = textsOf(length)
    const units = texts.length * length
    const searchAll = found => texts.reduce((sum, text) => sum + found.detect(text).length, 0)
    const bodies = texts.map(content => JSON.stringify({ messages: [{ role: 'user', content }] }))
    const speed = megabytesPerSecond(() => searchAll(detector), units)
    costs.set(length, 1 / speed)
    return [
      `${length / 1024} KiB`,
      speed.toFixed(1),
      megabytesPerSecond(() => searchAll(withNames), units).toFixed(1),
      Math.round(searchAll(detector) / texts.length),
      memoryOf(() => detector.detect(texts[0]), length),
      megabytesPerSecond(() => bodies.map(body => JSON.stringify(JSON.parse(body))), units).toFixed(0),
    ]
  })
  const head = ['Mixed text (mail, ticket, JSON, code, log)', 'MB/s', 'with names', 'findings', 'kB for a call']
  const ratio = (costs.get(4_194_304) / costs.get(16_384)).toFixed(2)
  return `${table([...head, 'JSON.parse + stringify'], rows)}\n\nA unit of 4 MiB costs ${ratio} times as much as one of 16 KiB.`
}

function kindTable() {
  const rows = Object.entries({ ...kinds, 'prose without a value': prose }).map(([name, piece]) => {
    const input = repeatTo(piece, 16_384)
    for (let round = 0; round < 100; round++) detector.detect(input)
    return [
      name,
      megabytesPerSecond(() => detector.detect(input), input.length).toFixed(1),
      megabytesPerSecond(() => withNames.detect(input), input.length).toFixed(1),
      detector.detect(input).length,
    ]
  })
  return table(['16 KiB of one kind', 'MB/s', 'with names', 'findings'], rows)
}

/** The parts of the mixed text cost differently: small texts are as many pieces of it as it takes to see all of them. */
function textsOf(length) {
  const pieces = Math.max(1, Math.floor(16_384 / length))
  const whole = mixedText(length * pieces)
  return Array.from({ length: pieces }, (_, piece) => whole.slice(piece * length, (piece + 1) * length))
}

/** What a call allocates on the heap and gives up when it ends, without names; not told where collections fall into the call. */
function memoryOf(work, length) {
  if (length > 1_000_000) return ''
  const grown = Array.from({ length: 31 }, () => {
    const before = process.memoryUsage().heapUsed
    work()
    return process.memoryUsage().heapUsed - before
  })
  return (median(grown.filter(bytes => bytes > 0)) / 1_000).toFixed(0)
}

function hostileTable() {
  const length = quick ? 131_072 : 1_048_576
  const plain = repeatTo(prose, length)
  const timeOfProse = () => 1 / megabytesPerSecond(() => detector.detect(plain), length)
  // Hostile texts leave the compiler with other code than it had: the faster of both is what they are compared with.
  const before = timeOfProse()
  const rows = Object.entries(hostilePieces).map(([name, piece]) => {
    const input = repeatTo(piece, length)
    return { name, time: 1 / megabytesPerSecond(() => detector.detect(input), length) }
  })
  const plainTime = Math.min(before, timeOfProse())
  rows.sort((left, right) => right.time - left.time)
  const above = rows.filter(({ time }) => time > bound * plainTime)
  const shown = rows.slice(0, Math.max(10, above.length)).map(({ name, time }) => [name, (time / plainTime).toFixed(1)])
  const head = table([`Hostile input, ${length / 1024} KiB`, 'times the cost of prose'], shown)
  return `${head}\n\nThe ${rows.length - shown.length} other inputs cost less. ${above.length} of ${rows.length} are above ${bound} times; prose: ${(1 / plainTime).toFixed(0)} MB/s.`
}

/** The best of several rounds; of each the lesser of the clock and CPU time, since other processes may be at work. */
function megabytesPerSecond(work, length) {
  const rounds = Math.max(5, Math.min(quick ? 20 : 200, Math.round(4_000_000 / length)))
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const start = process.hrtime.bigint()
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    const clock = Number(process.hrtime.bigint() - start)
    best = Math.min(best, clock, (user + system) * 1000)
  }
  return length / 1e6 / (best / 1e9)
}
