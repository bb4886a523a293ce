import supertest from 'supertest'
import { afterEach, describe, expect, it } from 'vitest'
import { gdprGuard } from '../../src/adapters/auto.ts'
import { gdprGuard as forExpress } from '../../src/adapters/express.ts'
import { gdprGuard as forKoa } from '../../src/adapters/koa.ts'
import { isGuardError } from '../../src/errors.ts'
import { createGuard, type Guard } from '../../src/guard.ts'
import { currentScope, liveScopes } from '../../src/pipeline/index.ts'
import { frameworks, startApp } from '../kit/apps.ts'
import { plant } from '../kit/planted.ts'
import { chatAnswer, Upstream } from '../kit/upstream.ts'

const { email } = plant(80)
let guard: Guard

afterEach(async () => {
  await guard.close()
  expect(liveScopes()).toBe(0)
})

function guardFor(upstream: Upstream): Guard {
  guard = createGuard({ providers: { openai: { baseUrl: `${upstream.origin}/v1` } } })
  return guard
}

async function ask(upstream: Upstream, body: string): Promise<string> {
  const response = await fetch(`${upstream.origin}/v1/chat/completions`, { method: 'POST', body })
  const { choices } = (await response.json()) as { choices: { message: { content: string } }[] }
  return choices[0]!.message.content
}

const chat = (content: string) => JSON.stringify({ model: 'm', messages: [{ role: 'user', content }] })

describe.each(frameworks)('gdprGuard in %s', framework => {
  it('keeps one scope alive through body parsing, awaits, timers and a streamed response', async () => {
    await using upstream = await Upstream.start(chatAnswer(prompt => prompt))
    const scopes = new Set<unknown>()
    await using app = await startApp(framework, guardFor(upstream), async io => {
      scopes.add(currentScope())
      io.write(await ask(upstream, chat(`first ${email}`)))
      await new Promise(resolve => setImmediate(resolve))
      scopes.add(currentScope())
      io.write(' ')
      // Numbers go on where the first call ended: one vault for the request.
      io.write(await ask(upstream, chat(`then ${plant(81).email} and ${email}`)))
      io.end()
    })
    const answer = await supertest(app.server).post('/').send({})
    expect(answer.text).toBe(`first ${email} then ${plant(81).email} and ${email}`)
    expect(scopes.size).toBe(1)
    expect(upstream.everything).toContain('then [EMAIL_2] and [EMAIL_1]')
  })

  it('hands refusals to the error handler, with code, status and help', async () => {
    await using upstream = await Upstream.start(chatAnswer(() => 'never'))
    await using app = await startApp(framework, guardFor(upstream), async io => {
      io.end(await ask(upstream, `${chat(email)} trailing`))
    })
    const answer = await supertest(app.server).post('/').send({})
    expect(answer.status).toBe(500)
    const [error] = app.errors
    expect(isGuardError(error) && error.code).toBe('ERR_GDPR_JSON_INVALID')
    expect(error).toMatchObject({ status: 400, help: expect.stringContaining('docs/errors.md') })
    expect(upstream.received).toEqual([])
  })

  it('ends the scope when the handler throws', async () => {
    await using upstream = await Upstream.start(chatAnswer(prompt => prompt))
    await using app = await startApp(framework, guardFor(upstream), async () => {
      await ask(upstream, chat(email))
      throw new Error('handler')
    })
    expect((await supertest(app.server).post('/').send({})).status).toBe(500)
    expect(app.errors).toHaveLength(1)
  })
})

describe('gdprGuard', () => {
  it('checks its options when it is mounted', () => {
    guard = createGuard({ mode: 'explicit' })
    for (const make of [gdprGuard, forExpress, forKoa]) {
      expect(() => make({ profil: 'strict' } as never)).toThrow(/did you mean `profile`/)
    }
  })

  it('takes a guard that two apps share', async () => {
    await using upstream = await Upstream.start(chatAnswer(prompt => prompt))
    const shared = guardFor(upstream)
    const handler = async (io: { end(text: string): void }) => io.end(await ask(upstream, chat(email)))
    await using express = await startApp('express5', shared, handler)
    await using koa = await startApp('koa3', shared, handler)
    for (const app of [express, koa]) expect((await supertest(app.server).post('/').send({})).text).toBe(email)
  })
})
