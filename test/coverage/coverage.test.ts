import { Worker } from 'node:worker_threads'
import * as undici from 'undici'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Coverage } from '../../src/coverage/index.ts'
import { createGuard, type Guard } from '../../src/guard.ts'
import type { GuardOptions } from '../../src/options.ts'
import { liveScopes } from '../../src/pipeline/index.ts'

let guard: Guard | undefined

afterEach(async () => {
  await guard?.close()
  vi.unstubAllEnvs()
})

function make(options: GuardOptions = {}): Guard {
  guard = createGuard({ profile: 'structured', ...options })
  return guard
}

const stateOf = ({ carriers }: Coverage, name: string) => carriers.find(({ carrier }) => carrier === name)?.state
const codesOf = ({ problems }: Coverage) => problems.map(({ code }) => code)
const byHooks = [
  'fetch',
  'fetch taken earlier',
  'fetch with its own Agent',
  'node:http',
  'node:https',
  'undici',
  'undici Pool',
]

describe('coverage()', () => {
  it('proves each carrier of this process, and tells versions', async () => {
    const coverage = await make().coverage()
    for (const name of ['guard.fetch', ...byHooks]) expect([name, stateOf(coverage, name)]).toEqual([name, 'guarded'])
    expect(stateOf(coverage, 'WebSocket')).toBe('WebSocket' in globalThis ? 'refused' : 'absent')
    expect(stateOf(coverage, 'sockets')).toBe('unwatched')
    expect(coverage.carriers.find(({ carrier }) => carrier === 'undici')?.version).toMatch(/^7\./)
    expect([coverage.node, coverage.mode]).toEqual([process.version, 'enforce'])
  })

  it('finds sockets refused in strict mode', async () => {
    expect(stateOf(await make({ mode: 'strict' }).coverage(), 'sockets')).toBe('refused')
  })

  it('is not fooled by options that let the canary pass', async () => {
    const coverage = await make({ entities: { EMAIL: 'allow' }, allow: [/.*/], outsideScope: 'block' }).coverage()
    expect(stateOf(coverage, 'fetch')).toBe('guarded')
  })

  it('says that nothing but guard.fetch works where nothing is intercepted', async () => {
    const coverage = await make({ mode: 'explicit' }).coverage()
    expect(stateOf(coverage, 'guard.fetch')).toBe('guarded')
    expect([stateOf(coverage, 'fetch'), stateOf(coverage, 'node:http')]).toEqual(['unwatched', 'unwatched'])
    expect(coverage.complete).toBe(true)
  })

  it('sees a hook that somebody took off', async () => {
    make()
    const hooked = globalThis.fetch
    globalThis.fetch = async () => new Response('{}')
    const coverage = await guard!.coverage()
    globalThis.fetch = hooked
    expect(stateOf(coverage, 'fetch')).toBe('broken')
    expect(coverage.complete).toBe(false)
    expect(coverage.carriers.find(({ carrier }) => carrier === 'fetch')?.fix).toContain('register')
  })

  it('tells after a close that nothing is guarded any more', async () => {
    await make().close()
    const coverage = await guard!.coverage()
    expect(codesOf(coverage)).toContain('GUARD_CLOSED')
    expect([stateOf(coverage, 'fetch'), coverage.complete]).toEqual(['open', false])
  })

  it('sees a dispatcher that was set since, and wraps it', async () => {
    make()
    const before = undici.getGlobalDispatcher()
    const agent = new undici.Agent().compose(dispatch => dispatch)
    undici.setGlobalDispatcher(agent)
    const [first, second] = [await guard!.coverage(), await guard!.coverage()]
    undici.setGlobalDispatcher(before)
    await agent.destroy()
    expect([codesOf(first), codesOf(second)]).toEqual([
      ['FOREIGN_DISPATCHER', 'NO_PRELOAD_FOR_WORKERS'],
      ['NO_PRELOAD_FOR_WORKERS'],
    ])
    expect([stateOf(first, 'fetch taken earlier'), stateOf(first, 'undici')]).toEqual(['guarded', 'guarded'])
  })

  it('counts threads that run without the guard', async () => {
    make()
    const worker = new Worker('setInterval(() => undefined, 1000)', { eval: true })
    await new Promise(resolve => worker.once('online', resolve))
    const coverage = await guard!.coverage()
    await worker.terminate()
    expect(coverage.workers).toEqual({ guarded: 0, bare: 1 })
    expect(codesOf(coverage)).toContain('BARE_WORKERS')
    expect((await guard!.coverage()).workers).toEqual({ guarded: 0, bare: 0 })
  })

  it('reports tracing that records prompts', async () => {
    vi.stubEnv('LANGSMITH_TRACING', 'true')
    const coverage = await make().coverage()
    expect(codesOf(coverage)).toContain('CAPTURED_PROMPTS')
    expect(coverage.complete).toBe(false)
  })

  it('leaves nothing behind: no owner, no mark, no scope, no listener', async () => {
    make()
    const registry = () => Reflect.get(globalThis, Symbol.for('llm-gdpr-guard.intercept.1'))
    await guard!.coverage()
    expect([registry().owners.length, registry().marks.size, liveScopes()]).toEqual([1, 0, 0])
  })

  it('may run several times at once, also inside a request', async () => {
    make()
    const all = await guard!.run({}, () => Promise.all([guard!.coverage(), guard!.coverage()]))
    for (const coverage of all)
      for (const name of byHooks) expect([name, stateOf(coverage, name)]).toEqual([name, 'guarded'])
  })
})
