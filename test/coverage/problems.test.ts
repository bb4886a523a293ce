import { describe, expect, it } from 'vitest'
import { type Circumstances, findProblems } from '../../src/coverage/problems.ts'

const fine: Circumstances = {
  environment: {},
  modules: [],
  earlyHosts: [],
  isClosed: false,
  isExplicit: false,
  hasForeignDispatcher: false,
  workers: { guarded: 2, bare: 0 },
  workersArePreloaded: true,
}
const codesOf = (circumstances: Partial<Circumstances>) =>
  findProblems({ ...fine, ...circumstances }).map(({ code, severity }) => `${code} ${severity}`)

describe('findProblems', () => {
  it('finds none where all is well', () => {
    expect(findProblems(fine)).toEqual([])
  })

  it.each([
    [{ environment: { OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'true' } }, 'CAPTURED_PROMPTS leak'],
    [{ environment: { OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'SPAN_ONLY' } }, 'CAPTURED_PROMPTS leak'],
    [{ environment: { LANGCHAIN_TRACING_V2: 'true' } }, 'CAPTURED_PROMPTS leak'],
    [{ environment: { LANGSMITH_TRACING: '1', LANGSMITH_HIDE_INPUTS: 'true' } }, 'CAPTURED_PROMPTS leak'],
    [{ modules: ['/app/node_modules/@traceloop/node-server-sdk/dist/index.js'] }, 'CAPTURED_PROMPTS leak'],
    [
      { modules: ['C:\\app\\node_modules\\@arizeai\\openinference-instrumentation-openai\\index.js'] },
      'CAPTURED_PROMPTS leak',
    ],
    [{ environment: { NODE_DEBUG: 'fs,HTTP' } }, 'DEBUG_OUTPUT leak'],
    [{ environment: { OPENAI_LOG: 'debug' } }, 'DEBUG_OUTPUT leak'],
    [{ earlyHosts: ['api.openai.com'] }, 'LATE_INSTALLATION leak'],
    [{ hasForeignDispatcher: true }, 'FOREIGN_DISPATCHER notice'],
    [{ workers: { guarded: 0, bare: 1 } }, 'BARE_WORKERS leak'],
    [{ workersArePreloaded: false }, 'NO_PRELOAD_FOR_WORKERS notice'],
    [{ isClosed: true }, 'GUARD_CLOSED leak'],
  ] as [Partial<Circumstances>, string][])('%j: %s', (circumstances, expected) => {
    expect(codesOf(circumstances)).toEqual([expected])
  })

  it.each([
    { environment: { OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'false', LANGSMITH_TRACING: '' } },
    { environment: { OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'NO_CONTENT' } },
    { environment: { LANGSMITH_TRACING: '1', LANGSMITH_HIDE_INPUTS: 'true', LANGSMITH_HIDE_OUTPUTS: 'true' } },
    {
      environment: { TRACELOOP_TRACE_CONTENT: 'false' },
      modules: ['/app/node_modules/@traceloop/node-server-sdk/dist/index.js'],
    },
    { environment: { NODE_DEBUG: 'fs module', OPENAI_LOG: 'info' } },
    { isExplicit: true, earlyHosts: ['api.openai.com'], workersArePreloaded: false },
  ])('%j: none', circumstances => {
    expect(codesOf(circumstances)).toEqual([])
  })

  it('gives a fix for each', () => {
    const all = findProblems({
      ...fine,
      environment: { NODE_DEBUG: 'http', LANGSMITH_TRACING: 'true' },
      earlyHosts: ['api.openai.com', 'api.mistral.ai'],
      isClosed: true,
      hasForeignDispatcher: true,
      workers: { guarded: 0, bare: 2 },
    })
    expect(all).toHaveLength(6)
    for (const { title, fix } of all) expect([title.length > 15, fix.length > 15]).toEqual([true, true])
    expect(all.map(({ title }) => title).join()).toContain('api.openai.com, api.mistral.ai')
    expect(all.map(({ title }) => title).join()).toContain('2 worker threads run')
  })
})
