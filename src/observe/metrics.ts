/** Counters and histograms from events, as Prometheus text (exposition format 0.0.4). Labels are bounded; none holds a value. */
import type { ExchangeSummary } from '../types.ts'

/** Most label sets of one metric: names of providers and types come from configuration, but nothing here relies on it. */
const mostSeries = 200
const secondsBuckets = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60]
const prefix = 'llm_gdpr_guard'

type Labels = Readonly<Record<string, string>>

class Counter {
  readonly name: string
  readonly help: string
  readonly #series = new Map<string, number>()

  constructor(name: string, help: string) {
    this.name = `${prefix}_${name}`
    this.help = help
  }

  add(labels: Labels, amount = 1): void {
    const text = labelText(labels)
    const isFull = !this.#series.has(text) && this.#series.size >= mostSeries
    const key = isFull ? labelText({ other: 'true' }) : text
    this.#series.set(key, (this.#series.get(key) ?? 0) + amount)
  }

  toText(): string {
    const lines = [...this.#series].map(([labels, value]) => `${this.name}${labels} ${value}\n`)
    return `# HELP ${this.name} ${this.help}\n# TYPE ${this.name} counter\n${lines.join('')}`
  }
}

class Histogram {
  readonly name: string
  readonly help: string
  readonly #counts = secondsBuckets.map(() => 0)
  #count = 0
  #sum = 0

  constructor(name: string, help: string) {
    this.name = `${prefix}_${name}`
    this.help = help
  }

  observe(seconds: number): void {
    this.#count++
    this.#sum += seconds
    for (const [index, bound] of secondsBuckets.entries()) if (seconds <= bound) this.#counts[index]!++
  }

  toText(): string {
    const buckets = secondsBuckets.map((bound, index) => `${this.name}_bucket{le="${bound}"} ${this.#counts[index]}\n`)
    return `# HELP ${this.name} ${this.help}\n# TYPE ${this.name} histogram\n${buckets.join('')}${this.name}_bucket{le="+Inf"} ${this.#count}\n${this.name}_sum ${this.#sum}\n${this.name}_count ${this.#count}\n`
  }
}

export class Metrics {
  readonly #exchanges = new Counter('exchanges_total', 'Calls to providers that have ended, or were refused.')
  readonly #refusals = new Counter('refusals_total', 'Refused calls, by error code.')
  readonly #values = new Counter('values_replaced_total', 'Distinct values replaced, by entity type.')
  readonly #placeholders = new Counter('placeholders_total', 'Placeholders in answers, by what became of them.')
  readonly #bytes = new Counter('body_bytes_total', 'Bytes of bodies, as sent and as received.')
  readonly #scrub = new Histogram('scrub_seconds', 'Time added before a request is sent.')
  readonly #restore = new Histogram('restore_seconds', 'Time spent on an answer.')
  readonly #total = new Histogram('exchange_seconds', 'Time of the whole call.')

  record(summary: ExchangeSummary): void {
    const { provider, outcome, counts, code } = summary
    this.#exchanges.add({ provider, outcome })
    if (code !== undefined) this.#refusals.add({ code })
    for (const [type, count] of Object.entries(counts)) this.#values.add({ type }, count)
    this.#placeholders.add({ result: 'restored' }, summary.restored)
    this.#placeholders.add({ result: 'dropped' }, summary.dropped)
    this.#placeholders.add({ result: 'invented' }, summary.invented)
    this.#bytes.add({ direction: 'request' }, summary.requestBytes)
    this.#bytes.add({ direction: 'answer' }, summary.answerBytes)
    this.#scrub.observe(summary.scrubMs / 1_000)
    this.#restore.observe(summary.restoreMs / 1_000)
    this.#total.observe(summary.totalMs / 1_000)
  }

  toText(): string {
    const counters = [this.#exchanges, this.#refusals, this.#values, this.#placeholders, this.#bytes]
    return [...counters, this.#scrub, this.#restore, this.#total].map(metric => metric.toText()).join('')
  }
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replace(/[^\w.:-]/g, '_').slice(0, 60)}"`,
  )
  return `{${pairs.join(',')}}`
}
