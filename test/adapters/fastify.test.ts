import fastify from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { gdprGuard } from '../../src/adapters/fastify.ts'
import { createGuard, type Guard } from '../../src/guard.ts'
import { currentScope, liveScopes } from '../../src/pipeline/index.ts'

let guard: Guard

afterEach(async () => {
  await guard.close()
  expect(liveScopes()).toBe(0)
})

describe('gdprGuard in Fastify', () => {
  it('guards routes of the instance and of plugins, whatever the order', async () => {
    guard = createGuard({ mode: 'explicit' })
    const app = fastify()
    const scoped = async () => String(currentScope()?.owner === guard.pipeline.opener)
    app.get('/before', scoped)
    app.register(gdprGuard(guard))
    app.register(async child => void child.get('/child', scoped))
    app.post('/after', scoped)
    await app.listen({ port: 0, host: '127.0.0.1' })
    const origin = app.listeningOrigin
    const calls = [
      fetch(`${origin}/before`),
      fetch(`${origin}/child`),
      fetch(`${origin}/after`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1}' }),
    ]
    expect(await Promise.all(calls.map(async call => (await call).text()))).toEqual(['true', 'true', 'true'])
    await app.close()
  })

  it('checks its options when it is mounted', () => {
    guard = createGuard({ mode: 'explicit' })
    expect(() => gdprGuard({ profil: 'strict' } as never)).toThrow(/did you mean `profile`/)
  })
})
