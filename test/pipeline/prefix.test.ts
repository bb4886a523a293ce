import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { plant } from '../kit/planted.ts'
import { completion, sendJson, Upstream } from '../kit/upstream.ts'

let upstream: Upstream
let guard: Guard

beforeAll(async () => {
  upstream = await Upstream.start((_, res) => sendJson(res, completion('ok')))
  guard = createGuard({
    providers: { openai: { baseUrl: `${upstream.origin}/v1` }, anthropic: { baseUrl: `${upstream.origin}/a` } },
  })
})

afterAll(async () => {
  await guard.close()
  await upstream[Symbol.asyncDispose]()
})

interface Sent {
  readonly system?: string
  readonly messages: readonly { role: string; content: string }[]
}

/** What the provider receives for one turn. Each turn is a request of its own, as in a chat application. */
async function sent(path: string, body: object): Promise<Sent> {
  await guard.run({}, async () => {
    const response = await fetch(`${upstream.origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'anthropic-version': '2023-06-01' },
      body: JSON.stringify(body),
    })
    await response.text()
  })
  return JSON.parse(upstream.received.pop()!.body.toString('utf8')) as Sent
}

const value = fc.oneof(
  fc.integer({ min: 0, max: 9 }).map(seed => plant(seed).email),
  fc.integer({ min: 0, max: 9 }).map(seed => `order #${plant(seed).order}`),
  fc.integer({ min: 0, max: 9 }).map(seed => plant(seed).iban),
  fc.constantFrom('[EMAIL_1]', '[EMAIL_2]', 'EMAIL_1', '[iban_1]', 'hello', 'thanks,\n\nbye "now" \\'),
)
const text = fc.array(value, { minLength: 1, maxLength: 5 }).map(values => values.join(' and '))

it.each(['/v1/chat/completions', '/a/v1/messages'])(
  'turn N+1 begins with exactly the bytes of turn N: %s',
  async path => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), text, async (history, added) => {
        const system = `You write for ${plant(77).email}`
        const turn = (texts: string[]) => {
          const messages = texts.map((content, index) => ({ role: index % 2 === 0 ? 'user' : 'assistant', content }))
          // Key order must not matter: the provider reads system before messages wherever it stands.
          return path === '/a/v1/messages' ? { model: 'm', messages, system } : { model: 'm', messages }
        }
        const before = await sent(path, turn(history))
        const after = await sent(path, turn([...history, added]))
        expect(after.system).toBe(before.system)
        expect(after.messages.slice(0, history.length)).toEqual(before.messages)
        expect(after.messages).toHaveLength(history.length + 1)
      }),
      { numRuns: 60 },
    )
  },
)
