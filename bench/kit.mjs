// What the benchmarks share: invented texts of the usual kinds, medians, a table, and the machine they ran on.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { ticket } from '../examples/ticket.mjs'

const mail = `From: jo.example@mailbox.example
Subject: Re: your invoice

Dear all, the second instalment is due next week. Nothing has changed since we last spoke: the goods were delivered in good
order, the forms are signed, and the remaining questions are of a practical kind. Whoever has the key to the storage room
should leave it at the desk before noon. You can reach the office on +49 1512 3456789 if something comes up.
`
const record = JSON.stringify({
  id: 48213,
  status: 'open',
  tags: ['billing', 'refund'],
  customer: { mail: 'kim@firm.example', phone: '+33 6 12 34 56 78' },
  history: Array.from({ length: 6 }, (_, step) => ({
    step,
    at: `2025-03-0${step + 1}T08:15:00Z`,
    text: 'moved to the next queue',
  })),
})
const code = `export function total(items, rate) {
  let sum = 0
  for (const { price, count } of items) sum += price * count
  return Math.round(sum * (1 + rate) * 100) / 100
}
`
const log = Array.from(
  { length: 8 },
  (_, line) =>
    `2025-03-02T08:15:0${line}.412Z INFO worker-${line} job 9f8e7d6c5b4a finished in ${line * 17} ms, 0 retries, queue depth ${line}`,
).join('\n')

const mixed = [ticket, mail, record, code, log].join('\n\n')

/** Mixed text of about `bytes` bytes. */
export function textOf(bytes) {
  return mixed.repeat(Math.ceil(bytes / mixed.length)).slice(0, bytes)
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

/** Median milliseconds of one call, from at least `rounds` rounds of about 20 ms each. */
export async function time(work, rounds = 15) {
  // The compiler needs some hundred calls before it knows what is hot.
  for (const start = performance.now(); performance.now() - start < 400; ) await work()
  let calls = 1
  for (let spent = 0; spent < 20; calls *= 2) {
    const start = performance.now()
    for (let call = 0; call < calls; call++) await work()
    spent = performance.now() - start
  }
  const samples = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    for (let call = 0; call < calls; call++) await work()
    samples.push((performance.now() - start) / calls)
  }
  return median(samples)
}

export function table(head, rows) {
  const line = cells => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

export function machine() {
  const [cpu] = cpus()
  return `Node ${process.version}, ${cpus().length} × ${cpu.model.trim()}, load ${loadavg()[0].toFixed(2)}`
}

/** Puts a report between `<!-- bench:NAME -->` and `<!-- /bench:NAME -->` of the README. */
export function writeReadme(name, report) {
  const file = new URL('../README.md', import.meta.url)
  const marked = new RegExp(`(<!-- bench:${name} -->)[\\s\\S]*?(<!-- /bench:${name} -->)`)
  const readme = readFileSync(file, 'utf8')
  if (!marked.test(readme)) throw new Error(`README.md has no place for ${name}`)
  writeFileSync(
    file,
    readme.replace(marked, (_, open, close) => `${open}\n${report}\n${close}`),
  )
}
