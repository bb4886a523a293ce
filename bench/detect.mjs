/**
 * Throughput of detection, all recognizers without and with the name tagger:
 *
 *     npm run build && node bench/detect.mjs [--quick]
 *
 * MB are UTF-16 units: for these texts the same as bytes. Each figure is the best of several runs.
 */
import { cpus } from 'node:os'
import { builtInRecognizers, createDetector } from '../.cache/build/detect/index.js'
import { hostilePieces, mixedText, prose, repeatTo } from './texts.mjs'

const everyType = builtInRecognizers.flatMap(({ types }) => types.map(type => [type, 'replace']))
const detector = createDetector({ profile: 'structured', entities: Object.fromEntries(everyType) })
const withNames = createDetector({ profile: 'balanced' })
const quick = process.argv.includes('--quick')

console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}`)
warmUp()
printMixed()
printHostile()

function warmUp() {
  const text = mixedText(65_536)
  for (let round = 0; round < 60; round++) detector.detect(text)
  for (let round = 0; round < 20; round++) withNames.detect(text)
}

function printMixed() {
  console.log('\nmixed text      MB/s without names   with names   findings   JSON.parse + stringify MB/s')
  for (const length of [1_024, 16_384, 262_144, 4_194_304]) {
    const text = mixedText(length)
    const body = JSON.stringify({ messages: [{ role: 'user', content: text }] })
    const figures = [
      megabytesPerSecond(() => detector.detect(text), length).toFixed(1),
      megabytesPerSecond(() => withNames.detect(text), length).toFixed(1),
      detector.detect(text).length,
      megabytesPerSecond(() => JSON.stringify(JSON.parse(body)), length).toFixed(1),
    ]
    console.log(`${String(length).padStart(9)} units ${figures.map(figure => String(figure).padStart(14)).join('')}`)
  }
}

function printHostile() {
  const length = quick ? 131_072 : 1_048_576
  const proseSpeed = megabytesPerSecond(() => detector.detect(repeatTo(prose, length)), length)
  console.log(`\nhostile inputs of ${length} units; prose ${proseSpeed.toFixed(1)} MB/s`)
  const rows = Object.entries(hostilePieces).map(([name, piece]) => {
    const text = repeatTo(piece, length)
    return { name, speed: megabytesPerSecond(() => detector.detect(text), length) }
  })
  rows.sort((left, right) => left.speed - right.speed)
  for (const { name, speed } of rows) {
    console.log(
      `${name.padEnd(24)} ${speed.toFixed(1).padStart(8)} MB/s  ${(proseSpeed / speed).toFixed(2).padStart(6)} x prose time`,
    )
  }
}

function megabytesPerSecond(work, length) {
  const rounds = Math.max(2, Math.min(quick ? 20 : 200, Math.round(4_000_000 / length)))
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const before = process.hrtime.bigint()
    work()
    best = Math.min(best, Number(process.hrtime.bigint() - before))
  }
  return length / 1e6 / (best / 1e9)
}
