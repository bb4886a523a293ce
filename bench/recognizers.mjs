/**
 * What each recognizer costs at each kind of anchor, on mixed text and on hostile inputs:
 *
 *     npm run build && node bench/recognizers.mjs [INPUT…]
 *
 * The calls that one search of an input makes are noted, then repeated by themselves: nanoseconds per unit of the text, without the
 * scan and without the way to the calls. 60 MB/s leave 16.7 for all of that together. `INPUT` is `mixed`, `prose` or a name of the
 * hostile inputs; without any all are shown.
 */
import { Candidates } from '../.cache/build/detect/candidates.js'
import { sharedGroups } from '../.cache/build/detect/context-words.js'
import { findCandidates } from '../.cache/build/detect/find.js'
import { Offsets } from '../.cache/build/detect/offsets.js'
import { builtInRecognizers } from '../.cache/build/detect/recognizers/index.js'
import { compileTables } from '../.cache/build/detect/tables.js'
import { LentText } from '../.cache/build/detect/units.js'
import { hostilePieces, mixedText, prose, repeatTo } from './texts.mjs'

const length = 131_072
const shown = 24
/** What costs less is left out. */
const least = 0.05
const chosen = process.argv.slice(2)
const inputs = Object.entries({ mixed: mixedText(length), prose: repeatTo(prose, length) }).concat(
  Object.entries(hostilePieces).map(([name, piece]) => [name, repeatTo(piece, length)]),
)

// The calls are repeated when the search is over: what it looked things up in must stay.
Offsets.prototype.release = () => {}
LentText.prototype.release = () => {}
const nothing = { add() {}, addFramed() {} }
const noted = new Map()
const tables = compileTables(builtInRecognizers, sharedGroups)
const noting = compileTables(
  builtInRecognizers.map(recognizer => ({
    ...recognizer,
    anchors: recognizer.anchors.map(anchor => noteCalls(recognizer.name, anchor)),
  })),
  sharedGroups,
)
for (let round = 0; round < 20; round++) search(tables, inputs[0][1])

for (const [input, text] of inputs) {
  if (chosen.length > 0 && !chosen.includes(input)) continue
  const whole = best(() => search(tables, text)) / length
  noted.clear()
  search(noting, text)
  const rows = [...noted].map(([name, calls]) => ({
    name,
    calls: calls.length,
    cost: best(() => repeatCalls(calls)) / length,
  }))
  rows.sort((left, right) => right.cost - left.cost)
  const sum = rows.reduce((total, { cost }) => total + cost, 0)
  console.log(`\n${input}: ${whole.toFixed(1)} ns, ${sum.toFixed(1)} in recognizers`)
  for (const { name, calls, cost } of rows.slice(0, shown)) {
    if (cost < least) continue
    const each = ((cost * length) / calls).toFixed(0)
    console.log(`  ${name.padEnd(36)} ${cost.toFixed(2).padStart(7)} ns   ${calls} calls of ${each} ns`)
  }
}

/** The anchor, noting its calls under the names of recognizer and function. */
function noteCalls(recognizer, anchor) {
  const name = `${recognizer} ${anchor.find.name}`
  const find = (...args) => {
    const calls = noted.get(name) ?? []
    noted.set(name, calls)
    calls.push({ find: anchor.find, args: args.slice(0, -1) })
    anchor.find(...args)
  }
  return { ...anchor, find }
}

function repeatCalls(calls) {
  for (const { find, args } of calls) {
    if (args.length === 2) find(args[0], args[1], nothing)
    else find(args[0], args[1], args[2], nothing)
  }
}

function search(from, text) {
  const steps = findCandidates(text, undefined, from, new Candidates(() => true))
  while (!steps.next().done);
}

/** Nanoseconds: the best of several rounds, each some milliseconds long; CPU time, since other processes may be at work. */
function best(work) {
  const start = process.hrtime.bigint()
  work()
  const times = Math.max(1, Math.min(1000, Math.round(3e6 / Number(process.hrtime.bigint() - start))))
  let fastest = Number.POSITIVE_INFINITY
  for (let round = 0; round < 10; round++) {
    const before = process.cpuUsage()
    for (let time = 0; time < times; time++) work()
    const { user, system } = process.cpuUsage(before)
    fastest = Math.min(fastest, ((user + system) * 1000) / times)
  }
  return fastest
}
