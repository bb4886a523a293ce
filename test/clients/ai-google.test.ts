import { createGoogleGenerativeAI } from '@ai-sdk/google'
import { generateText, jsonSchema, stepCountIs, streamText, tool } from 'ai'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { openStream, pieces, sendData, sendJson, Upstream } from '../kit/upstream.ts'
import { expectNothingArrived, Planting, stringsOf } from './kit.ts'

const apiKey = ['key', 'of', 'a', 'test'].join('-')
let guard: Guard

afterEach(async () => await guard.close())

interface Asked {
  readonly contents: { readonly parts: Record<string, unknown>[] }[]
}

describe('ai with @ai-sdk/google', () => {
  it.each([false, true])('runs a tool with the originals and reads them (streamed: %s)', async streamed => {
    await using upstream = await Upstream.start((received, res) => {
      const { contents } = JSON.parse(received.body.toString('utf8')) as Asked
      const [, found] = /"found":"([^"]+)"/.exec(JSON.stringify(contents.at(-1))) ?? []
      const [mail] = /\[EMAIL_\d+\]/.exec(stringsOf(contents).join(' ')) ?? []
      const call = {
        functionCall: { name: 'lookUp', args: { mail } },
        thoughtSignature: Buffer.from('sealed so').toString('base64'),
      }
      const parts =
        found === undefined
          ? [call]
          : pieces(`Found ${found}`, received.url.includes('alt=sse') ? 3 : 1000).map(text => ({ text }))
      const event = (eventParts: object[]) => ({
        candidates: [{ content: { role: 'model', parts: eventParts }, finishReason: 'STOP', index: 0 }],
      })
      if (!received.url.includes('alt=sse')) return sendJson(res, event(parts))
      openStream(res)
      for (const part of parts) sendData(res, event([part]))
      res.end()
    })
    guard = createGuard({ providers: { gemini: { baseUrl: upstream.origin } } })
    const fields = new Planting(streamed ? 850 : 870)
    const [email, result] = [fields.email(), fields.email()]
    const asked: string[] = []
    const lookUp = tool({
      description: `Asks ${fields.email()}`,
      inputSchema: jsonSchema<{ mail: string }>({ type: 'object', properties: { mail: { type: 'string' } } }),
      execute: ({ mail }) => {
        asked.push(mail)
        return { found: result }
      },
    })
    const model = createGoogleGenerativeAI({ apiKey, baseURL: `${upstream.origin}/v1beta` })('test-model')
    const ask = {
      model,
      system: fields.text(),
      prompt: `Who is ${email}?`,
      tools: { lookUp },
      stopWhen: stepCountIs(3),
      maxRetries: 0,
    }
    const text = await guard.run({}, async () =>
      streamed ? await streamText(ask).text : (await generateText(ask)).text,
    )
    expect(asked).toHaveLength(1)
    expect(fields.values).toContain(asked[0])
    expect(text).toBe(`Found ${result}`)
    expect(upstream.received).toHaveLength(2)
    expectNothingArrived(upstream, fields.values)
  })
})
