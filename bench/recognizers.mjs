/**
 * What each recognizer costs, on mixed text and on the hostile input that is worst for it:
 *
 *     npm run build && node bench/recognizers.mjs [NAME…]
 *
 * Nanoseconds per unit of text beyond the bare scan. 60 MB/s leave 16.7 for all of them together with the scan.
 */
import { Candidates } from '../.cache/build/detect/candidates.js'
import { sharedGroups } from '../.cache/build/detect/context-words.js'
import { findCandidates } from '../.cache/build/detect/find.js'
import { builtInRecognizers } from '../.cache/build/detect/recognizers/index.js'
import { compileTables } from '../.cache/build/detect/tables.js'
import { hostilePieces, mixedText, repeatTo } from './texts.mjs'

const length = 65_536
const names = process.argv.slice(2)
const mixed = mixedText(length)
const hostile = Object.entries(hostilePieces).map(([name, piece]) => [name, repeatTo(piece, length)])
const bare = compileTables([], sharedGroups)
const all = compileTables(builtInRecognizers, sharedGroups)
for (let round = 0; round < 40; round++) search(all, mixed)

const bareCosts = new Map([
  ['mixed', costOf(bare, mixed)],
  ...hostile.map(([name, text]) => [name, costOf(bare, text)]),
])
console.log(`scan alone: mixed ${bareCosts.get('mixed').toFixed(1)} ns; all: mixed ${costOf(all, mixed).toFixed(1)} ns`)
const chosen = builtInRecognizers.filter(({ name }) => names.length === 0 || names.includes(name))
const rows = chosen.map(recognizer => {
  const tables = compileTables([recognizer], sharedGroups)
  const own = costOf(tables, mixed) - bareCosts.get('mixed')
  const worst = hostile
    .map(([name, text]) => ({ name, cost: costOf(tables, text, 3) - bareCosts.get(name) }))
    .sort((left, right) => right.cost - left.cost)
  return { name: recognizer.name, own, worst: worst.slice(0, 3) }
})
rows.sort((left, right) => right.own - left.own)
for (const { name, own, worst } of rows) {
  const shown = worst.map(({ name: input, cost }) => `${input} ${cost.toFixed(0)}`).join(', ')
  console.log(`${name.padEnd(26)} mixed ${own.toFixed(2).padStart(6)} ns   worst: ${shown}`)
}

function search(tables, text) {
  const steps = findCandidates(text, undefined, tables, new Candidates(() => true))
  while (!steps.next().done);
}

function costOf(tables, text, rounds = 12) {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const before = process.hrtime.bigint()
    search(tables, text)
    best = Math.min(best, Number(process.hrtime.bigint() - before))
  }
  return best / text.length
}
