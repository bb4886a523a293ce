import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard, isGuard } from '../src/guard.ts'
import type { GuardOptions } from '../src/options.ts'
import { currentScope, liveScopes } from '../src/pipeline/index.ts'
import type { ExchangeSummary } from '../src/types.ts'
import { plant } from './kit/planted.ts'
import { chatAnswer, Upstream } from './kit/upstream.ts'

const { email } = plant(90)
let upstream: Upstream
let guard: Guard
let summaries: ExchangeSummary[]

beforeEach(async () => {
  upstream = await Upstream.start(chatAnswer(prompt => `${prompt} [EMAIL_9]`))
  summaries = []
})

afterEach(async () => {
  await guard.close()
  await upstream[Symbol.asyncDispose]()
  expect(liveScopes()).toBe(0)
})

function make(options: GuardOptions = {}): Guard {
  guard = createGuard({ ...options, providers: { openai: { baseUrl: `${upstream.origin}/v1` } } })
  guard.on('exchange', summary => summaries.push(summary))
  return guard
}

async function ask(content: unknown, call: typeof fetch = fetch): Promise<string> {
  const body = JSON.stringify({ model: 'small', messages: [{ role: 'user', content }] })
  return (await call(`${upstream.origin}/v1/chat/completions`, { method: 'POST', body })).text()
}

describe('exchange events', () => {
  it('tell what happened in numbers, without any value', async () => {
    await make().run({}, () => ask(`I am ${email}, also ${plant(91).email}`))
    expect(summaries).toEqual([
      {
        provider: 'openai',
        host: '127.0.0.1',
        format: 'openai-chat',
        model: 'small',
        streamed: false,
        status: 200,
        outcome: 'done',
        counts: { EMAIL: 2 },
        restored: 2,
        dropped: 0,
        invented: 1,
        requestBytes: upstream.received[0]!.body.length,
        answerBytes: expect.any(Number),
        scrubMs: expect.any(Number),
        restoreMs: expect.any(Number),
        totalMs: expect.any(Number),
      },
    ])
    expect(JSON.stringify(summaries)).not.toContain('planted')
  })

  it('tell of refusals with their code', async () => {
    await expect(make({ entities: { EMAIL: 'block' } }).run({}, () => ask(email))).rejects.toMatchObject({
      code: 'ERR_GDPR_ENTITY_BLOCKED',
    })
    expect(summaries).toMatchObject([{ outcome: 'refused', code: 'ERR_GDPR_ENTITY_BLOCKED', status: null }])
  })

  it('are not disturbed by a listener that throws, and stop when told', async () => {
    make()
    guard.on('exchange', () => {
      throw new Error('listener')
    })
    const warned = new Promise(resolve => process.once('warning', resolve))
    expect(await guard.run({}, () => ask(email))).toContain(email)
    expect(await warned).toMatchObject({ code: 'GDPR_GUARD_LISTENER' })
    const more: unknown[] = []
    guard.on('exchange', summary => more.push(summary))()
    await guard.run({}, () => ask('hello'))
    expect(more).toEqual([])
  })
})

describe('scopes of a guard', () => {
  it('run gives work a scope of its own, and ends it when the work has settled or thrown', async () => {
    make()
    expect(await guard.run({}, async () => (await ask(email)).includes(email))).toBe(true)
    expect(guard.run({}, () => 7)).toBe(7)
    expect(() => guard.run({}, () => throwing())).toThrow('work')
    await expect(guard.run({}, async () => throwing())).rejects.toThrow('work')
  })

  it('run ends early when its signal aborts', async () => {
    upstream.answer = (_, res) => void res.write('data: {}\n\n')
    const aborter = new AbortController()
    const work = make().run({ signal: aborter.signal }, async () => {
      const call = ask(email)
      aborter.abort()
      return call
    })
    await expect(work).rejects.toThrow()
  })

  it('bind keeps the scope for a callback that is called from elsewhere', async () => {
    make()
    await guard.run({}, async () => {
      const scope = currentScope()
      const bound = guard.bind(() => currentScope())
      expect(await new Promise(resolve => setImmediate(() => resolve(bound())))).toBe(scope)
    })
    expect(guard.bind(() => currentScope())()).toBeUndefined()
  })

  it('calls outside any request get a scope of their own, or are refused', async () => {
    make()
    expect(await ask(email)).toContain(email)
    expect(upstream.everything).not.toContain(email)
    await guard.close()
    make({ outsideScope: 'block' })
    await expect(ask(email)).rejects.toMatchObject({ code: 'ERR_GDPR_OUTSIDE_SCOPE' })
    expect(upstream.received).toHaveLength(1)
  })

  it('text scopes scrub, restore and forget', async () => {
    const scope = make().scope()
    const value = { mail: email, [plant(91).email]: ['x', { order: 'order #12345' }], n: 1.5 }
    const scrubbed = await scope.scrubJson(value)
    expect(JSON.stringify(scrubbed)).not.toContain('planted')
    expect(scope.restoreJson(scrubbed)).toEqual(value)
    expect(scope.entities).toMatchObject({ EMAIL_1: email, ORDER_NUMBER_1: '12345' })
    expect(scope.placeholders).toMatchObject({ '[ORDER_NUMBER_1]': '#12345' })
    const { text } = await scope.scrub(`again ${email}`)
    expect(text).toBe('again [EMAIL_1]')
    expect((await scope.scrub(text)).text).toBe(text)
    const stream = scope.restoreStream()
    const writer = stream.writable.getWriter()
    const pieces = collect(stream.readable)
    for (const unit of text) await writer.write(unit)
    await writer.close()
    expect(await pieces).toBe(`again ${email}`)
    scope.close()
    expect(() => scope.entities).toThrow(expect.objectContaining({ code: 'ERR_GDPR_SCOPE_CLOSED' }))
    await expect(scope.scrub('x')).rejects.toMatchObject({ code: 'ERR_GDPR_SCOPE_CLOSED' })
  })
})

describe('modes', () => {
  it('explicit intercepts nothing; guard.fetch still guards', async () => {
    make({ mode: 'explicit' })
    await ask('raw text')
    expect(await ask(email, guard.fetch)).toContain(email)
    const [bare, guarded] = upstream.received
    expect(bare!.headers['user-agent']).toBe('node')
    expect(guarded!.body.toString()).toContain('[EMAIL_1]')
    expect(guarded!.body.toString()).not.toContain(email)
  })

  it('warn lets pass what cannot be read, says so, and still scrubs the rest', async () => {
    make({ mode: 'warn' })
    await guard.run({}, async () => {
      upstream.answer = (_, res) => void res.end('ok')
      const body = new Blob([`bytes of ${email}`], { type: 'application/octet-stream' })
      await (await fetch(`${upstream.origin}/v1/files`, { method: 'POST', body })).text()
      await ask(email)
    })
    expect(upstream.received[0]!.body.toString()).toBe(`bytes of ${email}`)
    expect(upstream.received[1]!.body.toString()).not.toContain(email)
    expect(summaries[0]).toMatchObject({ outcome: 'done', code: 'ERR_GDPR_BODY_UNREADABLE' })
  })

  it('media can be allowed', async () => {
    make({ media: 'allow' })
    const image = [
      { type: 'image_url', image_url: { url: 'https://example.com/x.png' } },
      { type: 'text', text: email },
    ]
    upstream.answer = (_, res) => void res.end('{}')
    await guard.run({}, () => ask(image))
    expect(upstream.everything).toContain('https://example.com/x.png')
    expect(upstream.everything).not.toContain(email)
  })

  it('hint adds a note for the model only when there is something to keep', async () => {
    make({ hint: true })
    await guard.run({}, () => ask(email))
    await guard.run({}, () => ask('hello'))
    const [withNote, without] = upstream.bodies as { messages: { role: string; content: string }[] }[]
    expect(withNote!.messages.map(({ role }) => role)).toEqual(['system', 'user'])
    expect(without!.messages.map(({ role }) => role)).toEqual(['user'])
  })

  it('redacted types never come back', async () => {
    make({ entities: { EMAIL: 'redact' } })
    const answer = await guard.run({}, () => ask(email))
    expect(upstream.everything).toContain('[EMAIL]')
    expect(answer).not.toContain(email)
  })
})

it('guards are recognised, also those of another loaded copy', () => {
  make()
  expect(isGuard(guard)).toBe(true)
  expect(isGuard({ [Symbol.for('llm-gdpr-guard.guard')]: true })).toBe(true)
  expect(isGuard({})).toBe(false)
})

function throwing(): never {
  throw new Error('work')
}

async function collect(readable: ReadableStream<string>): Promise<string> {
  let text = ''
  for await (const piece of readable) text += piece
  return text
}
