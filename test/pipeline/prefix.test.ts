import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import fc from '../kit/fast-check.ts'
import { plant } from '../kit/planted.ts'
import { completion, sendJson, Upstream } from '../kit/upstream.ts'

/** A conversation in one API: how a turn is asked for, and the parts in which its history leaves. */
interface Conversation {
  readonly provider: string
  readonly path: string
  turn(texts: readonly string[], system: string): object
  /** What stands before the history, and the history. */
  read(sent: never): { head: unknown; history: readonly unknown[] }
}

const roles = (texts: readonly string[], model: string) =>
  texts.map((text, index) => ({ role: index % 2 === 0 ? 'user' : model, text }))
const messages = (texts: readonly string[]) =>
  roles(texts, 'assistant').map(({ role, text }) => ({ role, content: text }))
const readMessages = ({ system, messages }: { system?: unknown; messages: unknown[] }) => ({
  head: system,
  history: messages,
})

const conversations: readonly Conversation[] = [
  {
    provider: 'openai',
    path: '/v1/chat/completions',
    turn: texts => ({ model: 'm', messages: messages(texts) }),
    read: readMessages,
  },
  {
    provider: 'openai',
    path: '/v1/responses',
    // Key order must not matter: the provider reads instructions before the history wherever they stand.
    turn: (texts, instructions) => ({
      model: 'm',
      store: false,
      input: roles(texts, 'assistant').map(({ role, text }) => ({
        role,
        content: [{ type: role === 'user' ? 'input_text' : 'output_text', text }],
      })),
      instructions,
    }),
    read: ({ instructions, input }: { instructions: string; input: unknown[] }) => ({
      head: instructions,
      history: input,
    }),
  },
  {
    provider: 'anthropic',
    path: '/v1/messages',
    turn: (texts, system) => ({ model: 'm', max_tokens: 9, messages: messages(texts), system }),
    read: readMessages,
  },
  {
    provider: 'gemini',
    path: '/v1beta/models/m:generateContent',
    turn: (texts, system) => ({
      contents: roles(texts, 'model').map(({ role, text }) => ({ role, parts: [{ text }] })),
      systemInstruction: { parts: [{ text: system }] },
    }),
    read: ({ systemInstruction, contents }: { systemInstruction: object; contents: unknown[] }) => ({
      head: systemInstruction,
      history: contents,
    }),
  },
  {
    provider: 'gemini',
    path: '/v1beta/interactions',
    turn: (texts, system) => ({
      model: 'm',
      store: false,
      input: roles(texts, 'model').map(({ role, text }) => ({
        type: role === 'user' ? 'user_input' : 'model_output',
        content: [{ type: 'text', text }],
      })),
      system_instruction: system,
    }),
    read: ({ system_instruction, input }: { system_instruction: string; input: unknown[] }) => ({
      head: system_instruction,
      history: input,
    }),
  },
  {
    provider: 'mistral',
    path: '/v1/chat/completions',
    turn: texts => ({ model: 'm', messages: messages(texts) }),
    read: readMessages,
  },
  {
    provider: 'cohere',
    path: '/v2/chat',
    turn: texts => ({ model: 'm', messages: messages(texts) }),
    read: readMessages,
  },
  {
    provider: 'cohere',
    path: '/v1/chat',
    turn: (texts, preamble) => ({
      message: texts.at(-1),
      chat_history: roles(texts.slice(0, -1), 'CHATBOT').map(({ role, text }) => ({ role, message: text })),
      preamble,
    }),
    read: ({
      preamble,
      chat_history,
      message,
    }: {
      preamble: string
      chat_history: { message: string }[]
      message: string
    }) => ({
      head: preamble,
      history: [...chat_history.map(entry => entry.message), message],
    }),
  },
  {
    provider: 'bedrock',
    path: '/model/m/converse',
    turn: (texts, system) => ({
      messages: roles(texts, 'assistant').map(({ role, text }) => ({ role, content: [{ text }] })),
      system: [{ text: system }],
    }),
    read: readMessages,
  },
  {
    provider: 'bedrock',
    path: '/model/m/invoke',
    turn: (texts, system) => ({ anthropic_version: 'bedrock-x', max_tokens: 9, messages: messages(texts), system }),
    read: readMessages,
  },
  {
    provider: 'ollama',
    path: '/api/chat',
    turn: texts => ({ model: 'm', stream: false, messages: messages(texts) }),
    read: readMessages,
  },
]

let upstream: Upstream
let guards: Map<string, Guard>

beforeAll(async () => {
  upstream = await Upstream.start((_, res) => sendJson(res, completion('ok')))
  const providers = new Set(conversations.map(({ provider }) => provider))
  guards = new Map(
    [...providers].map(provider => [
      provider,
      createGuard({ mode: 'explicit', providers: { [provider]: { baseUrl: upstream.origin } } }),
    ]),
  )
})

afterAll(async () => {
  for (const guard of guards.values()) await guard.close()
  await upstream[Symbol.asyncDispose]()
})

const value = fc.oneof(
  fc.integer({ min: 0, max: 9 }).map(seed => plant(seed).email),
  fc.integer({ min: 0, max: 9 }).map(seed => `order #${plant(seed).order}`),
  fc.integer({ min: 0, max: 9 }).map(seed => plant(seed).iban),
  fc.constantFrom('[EMAIL_1]', '[EMAIL_2]', 'EMAIL_1', '[iban_1]', 'hello', 'thanks,\n\nbye "now" \\'),
)
const text = fc.array(value, { minLength: 1, maxLength: 5 }).map(values => values.join(' and '))

describe.each(conversations)('$provider $path', ({ provider, path, turn, read }) => {
  /** What the provider receives for one turn. Each turn is a request of its own, as in a chat application. */
  async function sent(texts: readonly string[]): Promise<ReturnType<typeof read>> {
    const guard = guards.get(provider)
    const response = await guard?.run({}, () =>
      guard.fetch(`${upstream.origin}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'anthropic-version': '2023-06-01' },
        body: JSON.stringify(turn(texts, `You write for ${plant(77).email}`)),
      }),
    )
    await response?.text()
    return read(JSON.parse(upstream.received.pop()!.body.toString('utf8')) as never)
  }

  it('has turn N+1 begin with exactly the bytes of turn N', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), text, async (history, added) => {
        const before = await sent(history)
        const after = await sent([...history, added])
        expect(after.head).toEqual(before.head)
        expect(after.history.slice(0, history.length)).toEqual(before.history)
        expect(after.history).toHaveLength(history.length + 1)
        expect(JSON.stringify(after)).not.toContain(plant(77).email)
      }),
      { numRuns: 15 },
    )
  })
})
