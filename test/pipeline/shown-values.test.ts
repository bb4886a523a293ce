/** Values that a request has in written-out characters: answers show them as a person reads them. */
import OpenAI from 'openai'
import { afterEach, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { completion, sendJson, Upstream } from '../kit/upstream.ts'

let guard: Guard

afterEach(() => guard.close())

async function ask(content: string, answer: string) {
  await using upstream = await Upstream.start((_, res) => sendJson(res, completion(answer)))
  guard = createGuard({ providers: { openai: { baseUrl: `${upstream.origin}/v1` } } })
  const client = new OpenAI({ apiKey: 'none', baseURL: `${upstream.origin}/v1`, maxRetries: 0 })
  const { choices } = await client.chat.completions.create({ model: 'm', messages: [{ role: 'user', content }] })
  return { left: upstream.everything, shown: choices[0]!.message.content }
}

it.each([
  [
    String.raw`Write to this customer: {"name":"Ren\u00e9e M\u00fcller"}`,
    'Ren\\\\u00e9e',
    'Dear [PERSON_1],',
    'Dear Renée Müller,',
  ],
  ['Write to <td>Mr.&nbsp;Andr&eacute; Lef&egrave;vre</td>', 'Lef&egrave', 'Dear [PERSON_1],', 'Dear André Lefèvre,'],
  ['Who is it? GET /s?name=J%C3%B6rg+Schr%C3%B6der HTTP/1.1', 'Schr%C3', 'It is [PERSON_1].', 'It is Jörg Schröder.'],
  ['GET /s?phone=%2B48%20601%20234%20567 HTTP/1.1', '601', 'Call [PHONE_1].', 'Call +48 601 234 567.'],
  [
    String.raw`Copy this: {"name":"Ren\u00e9e M\u00fcller"}`,
    'u00e9e',
    '```json\n{"name":"[PERSON_1]"}\n```',
    '```json\n{"name":"Renée Müller"}\n```',
  ],
])('%s', async (content, planted, answer, expected) => {
  const { left, shown } = await ask(content, answer)
  expect(left).not.toContain(planted)
  expect(shown).toBe(expected)
})

it('stay as they were in a URL of the same host', async () => {
  const url = 'https://shop.example/s?phone=%2B48%20601%20234%20567'
  const { left, shown } = await ask(`Open ${url}`, 'Here: https://shop.example/s?phone=[PHONE_1]')
  expect(left).not.toMatch(/601(?:%20| )234|234(?:%20| )567/)
  expect(shown).toBe(`Here: ${url}`)
})

it('come back exactly where a scope restores what it scrubbed', async () => {
  guard = createGuard()
  const scope = guard.scope()
  const text = String.raw`{"name":"Ren\u00e9e M\u00fcller"}`
  expect(scope.restore((await scope.scrub(text)).text)).toBe(text)
  scope.close()
})
