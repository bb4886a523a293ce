import { expect, it } from 'vitest'
import { Metrics } from '../../src/observe/metrics.ts'
import { sumMetrics } from '../../src/observe/metrics-sum.ts'
import type { ExchangeSummary } from '../../src/types.ts'

function summary(more: Partial<ExchangeSummary> = {}): ExchangeSummary {
  return {
    provider: 'openai',
    host: 'api.openai.com',
    format: 'openai',
    model: null,
    streamed: false,
    status: 200,
    outcome: 'done',
    counts: { EMAIL: 2 },
    restored: 1,
    dropped: 0,
    invented: 0,
    requestBytes: 100,
    answerBytes: 50,
    scrubMs: 2,
    restoreMs: 1,
    totalMs: 250,
    ...more,
  } as ExchangeSummary
}

function metricsOf(...summaries: readonly ExchangeSummary[]): string {
  const metrics = new Metrics()
  for (const one of summaries) metrics.record(one)
  return metrics.toText()
}

it('adds up what processes counted, as if one had counted it all', () => {
  const mine = [summary(), summary({ provider: 'groq', totalMs: 2_000 })]
  const theirs = [summary({ outcome: 'aborted', counts: { IBAN: 1 } }), summary()]
  const sum = sumMetrics([metricsOf(...mine), metricsOf(...theirs), metricsOf()])
  expect(sum.split('\n').sort()).toEqual(
    metricsOf(...mine, ...theirs)
      .split('\n')
      .sort(),
  )
  expect(sum).toContain('llm_gdpr_guard_exchanges_total{provider="openai",outcome="done"} 2\n')
})

it('keeps the samples of a metric below its comments', () => {
  const names = [...sumMetrics([metricsOf(), metricsOf(summary())]).matchAll(/^(?:# TYPE )?([a-z_]+)/gm)]
  const metrics = names.map(([, name]) => name!.replace(/_(?:bucket|sum|count)$/, ''))
  const firsts = metrics.filter((name, index) => name !== metrics[index - 1])
  expect(new Set(firsts).size).toBe(firsts.length)
})

it('leaves the text of one process as it is', () => {
  const text = metricsOf(summary())
  expect(sumMetrics([text])).toBe(text)
})
