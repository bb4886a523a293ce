/**
 * Throughput of the name tagger alone, handed what the recognizers find:
 *
 *     npm run build && node bench/names.mjs [--quick] [--write] [--build FOLDER]
 *
 * MB are UTF-16 units. Each figure is the best of several runs. `--write` puts the tables into docs/performance.md.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { machine, table } from './kit.mjs'
import { writeSection } from './page.mjs'
import { importPublished } from './published.mjs'
import { mixedText, prose, repeatTo } from './texts.mjs'

const args = process.argv.slice(2)
const quick = args.includes('--quick')
const folder = args.includes('--build') ? resolve(args[args.indexOf('--build') + 1]) : undefined
const { createDetector, tagNames } = await importPublished(folder)
const structured = createDetector({ profile: 'structured' })

/** Short texts with a name in every line or two: mails, chats, forms, lists, in all languages. */
const dense = ['evaluation', 'second-evaluation', 'third-evaluation', 'names-evaluation'].flatMap(set =>
  readFileSync(new URL(`./corpus/${set}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line).text),
)
const kinds = {
  'prose without names': length => repeatTo(`${prose}\n`, length),
  'mail, ticket, JSON, code, log': mixedText,
  'marked texts of bench/corpus': length => repeatTo(dense.join('\n\n'), length),
}
/** What a name costs at most in a text made to be slow, as a multiple of prose. */
const bound = 5
const hostile = {
  'one letter': 'a',
  'one capital': 'A',
  'lone capitals': 'A ',
  'words of one letter': 'a b c ',
  'words in capitals': 'DIE NAMEN ALLER ',
  initials: 'A.',
  'initials and surname': 'A. B. Berger ',
  'names only': 'Anna ',
  'names in full': 'Anna Berger ',
  'names on lines': 'Anna\n',
  'names in small letters': 'anna berger ',
  'many names': Array.from({ length: 400 }, (_, at) => `Anna Berg${(at * 7919).toString(26).replace(/\d/g, 'x')}`).join(
    ' ',
  ),
  'hyphenated names': 'Anna-',
  apostrophes: "O'A'",
  hyphens: 'a-B-',
  particles: 'van den ',
  commas: 'Berger, Anna, ',
  keys: 'first_name=',
  headers: 'name;vorname;a\n',
  'strange capitalised words': 'Xqvrzt Wblkmn ',
  'long words': `${'Wolfeschlegel'.repeat(6)} `,
}

warmUp()
const text = [speedTable(), hostileTable(), `${machine()}.`].join('\n\n')
console.log(text)
if (args.includes('--write')) writeSection('names', text)

function given(input, profile = 'balanced') {
  return { profile, sensitivity: 'normal', findings: structured.detect(input) }
}

function warmUp() {
  const inputs = [...Object.values(kinds).map(make => make(16_384)), ...dense].map(input => [input, given(input)])
  for (let round = 0; round < 30; round++) for (const [input, options] of inputs) tagNames(input, options)
}

function speedTable() {
  const rows = Object.entries(kinds).map(([name, make]) => [
    name,
    ...[1_024, 16_384, 4_194_304].map(length => megabytesPerSecond([make(length)])),
  ])
  rows.push(['the same, one by one', megabytesPerSecond(dense), '', ''])
  return table(['Names alone, MB/s', '1 KiB', '16 KiB', '4 MiB'], rows)
}

function hostileTable() {
  const length = quick ? 32_768 : 262_144
  const usual = 1 / speedOf([repeatTo(`${prose}\n`, length)])
  const rows = Object.entries(hostile)
    .map(([name, piece]) => [name, 1 / speedOf([repeatTo(piece, length)]) / usual])
    .sort((left, right) => right[1] - left[1])
  const above = rows.filter(([, times]) => times > bound).length
  const shown = rows.slice(0, Math.max(10, above)).map(([name, times]) => [name, times.toFixed(1)])
  const head = table([`Hostile input, ${length / 1024} KiB`, 'times the cost of prose'], shown)
  return `${head}\n\nThe ${rows.length - shown.length} other inputs cost less. ${above} of ${rows.length} are above ${bound} times.`
}

function megabytesPerSecond(inputs) {
  return speedOf(inputs).toFixed(1)
}

/** The best of several rounds; of each the lesser of the clock and CPU time, since other processes may be at work. */
function speedOf(inputs) {
  const calls = inputs.map(input => [input, given(input)])
  const length = inputs.reduce((sum, input) => sum + input.length, 0)
  // A round takes a millisecond at least: processor time is counted in microseconds.
  const repeats = Math.max(1, Math.round(16_384 / length))
  const rounds = Math.max(5, Math.min(quick ? 20 : 150, Math.round(6_000_000 / (length * repeats))))
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const start = process.hrtime.bigint()
    const before = process.cpuUsage()
    for (let repeat = 0; repeat < repeats; repeat++) for (const [input, options] of calls) tagNames(input, options)
    const { user, system } = process.cpuUsage(before)
    const clock = Number(process.hrtime.bigint() - start)
    best = Math.min(best, clock, (user + system) * 1000)
  }
  return (length * repeats) / 1e6 / (best / 1e9)
}
