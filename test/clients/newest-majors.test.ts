/** The newest majors: openai 7 and @google/genai 3. Both ask for Node 22 and load on Node 20 as well. */
import { FunctionCallingConfigMode, GoogleGenAI } from 'genai3'
import OpenAI from 'openai7'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { openStream, pieces, sendData, sendJson, Upstream } from '../kit/upstream.ts'
import { expectNothingArrived, Planting, stringsOf } from './kit.ts'
import { openaiService } from './openai-service.ts'

const apiKey = ['key', 'of', 'a', 'test'].join('-')
let guard: Guard

afterEach(async () => await guard.close())

describe('openai 7', () => {
  function clientFor(upstream: Upstream): OpenAI {
    const baseURL = `${upstream.origin}/v1`
    guard = createGuard({ providers: { openai: { baseUrl: baseURL } } })
    return new OpenAI({ apiKey, baseURL, maxRetries: 0 })
  }

  it.each([false, true])('chats with the originals, calls of tools included (streamed: %s)', async streamed => {
    await using upstream = await Upstream.start(openaiService(3))
    const client = clientFor(upstream)
    const fields = new Planting(streamed ? 4_000 : 4_010)
    const text = fields.text()
    const parameters = { type: 'object', properties: { text: { type: 'string', description: fields.text() } } }
    const body = {
      model: 'test-model',
      messages: [{ role: 'user' as const, content: [{ type: 'text' as const, text }] }],
      tools: [{ type: 'function' as const, function: { name: 'send', description: fields.text(), parameters } }],
      metadata: { mail: fields.email() },
    }
    const { choices } = await guard.run({}, () =>
      streamed ? client.chat.completions.stream(body).finalChatCompletion() : client.chat.completions.create(body),
    )
    const { content, tool_calls } = choices[0]!.message
    expect(content).toBe(text)
    const [call] = tool_calls ?? []
    expect(call?.type === 'function' && JSON.parse(call.function.arguments)).toEqual({ text })
    expectNothingArrived(upstream, fields.values)
  })

  it.each([false, true])('has every copy of a response restored (streamed: %s)', async streamed => {
    await using upstream = await Upstream.start(openaiService(5))
    const client = clientFor(upstream)
    const fields = new Planting(streamed ? 4_020 : 4_030)
    const text = fields.text()
    const body = { model: 'test-model', store: false, instructions: fields.text(), input: text }
    const copies: string[] = []
    const response = await guard.run({}, async () => {
      if (!streamed) return client.responses.create(body)
      const stream = client.responses.stream(body)
      for await (const event of stream) {
        if (event.type === 'response.output_text.done') copies.push(event.text)
        if (event.type === 'response.content_part.done' && event.part.type === 'output_text')
          copies.push(event.part.text)
      }
      return stream.finalResponse()
    })
    expect([response.output_text, ...copies]).toEqual(streamed ? [text, text, text] : [text])
    const [reasoning] = response.output
    expect(reasoning?.type === 'reasoning' && reasoning.summary[0]?.text).toBe(text)
    expectNothingArrived(upstream, fields.values)
  })
})

describe('@google/genai 3', () => {
  it.each([false, true])('runs a tool with the originals and reads them (streamed: %s)', async streamed => {
    await using upstream = await Upstream.start((received, res) => {
      const { contents } = JSON.parse(received.body.toString('utf8')) as { contents: unknown[] }
      const [, found] = /"found":"([^"]+)"/.exec(JSON.stringify(contents.at(-1))) ?? []
      const [mail] = /\[EMAIL_\d+\]/.exec(stringsOf(contents).join(' ')) ?? []
      const parts =
        found === undefined
          ? [{ functionCall: { id: 'call-1', name: 'lookUp', args: { mail } } }]
          : pieces(`Found ${found}`, received.url.includes('alt=sse') ? 3 : 9_999).map(text => ({ text }))
      const event = (some: object[]) => ({
        candidates: [{ content: { role: 'model', parts: some }, finishReason: 'STOP', index: 0 }],
      })
      if (!received.url.includes('alt=sse')) return sendJson(res, event(parts))
      openStream(res)
      for (const part of parts) sendData(res, event([part]))
      res.end()
    })
    guard = createGuard({ providers: { gemini: { baseUrl: upstream.origin } } })
    const { models } = new GoogleGenAI({ apiKey, httpOptions: { baseUrl: upstream.origin } })
    const fields = new Planting(streamed ? 4_040 : 4_050)
    const [question, found] = [`Who is ${fields.email()}?`, fields.text()]
    const config = {
      systemInstruction: fields.text(),
      tools: [{ functionDeclarations: [{ name: 'lookUp', description: fields.text() }] }],
      toolConfig: { functionCallingConfig: { mode: FunctionCallingConfigMode.ANY } },
    }
    const ask = async (contents: object[]) => {
      const request = { model: 'test-model', contents, config }
      if (!streamed) {
        const { text, functionCalls } = await models.generateContent(request)
        return { text, call: functionCalls?.[0] }
      }
      let text = ''
      let call: { args?: Record<string, unknown> } | undefined
      for await (const part of await models.generateContentStream(request)) {
        call ??= part.functionCalls?.[0]
        text += part.text ?? ''
      }
      return { text, call }
    }
    const turns: object[] = [{ role: 'user', parts: [{ text: question }] }]
    const result = await guard.run({}, async () => {
      const { call } = await ask(turns)
      const response = { functionResponse: { id: 'call-1', name: 'lookUp', response: { found } } }
      turns.push({ role: 'model', parts: [{ functionCall: call }] }, { role: 'user', parts: [response] })
      return { args: call?.args, text: (await ask(turns)).text }
    })
    expect(fields.values).toContain(result.args?.['mail'])
    expect(result.text).toBe(`Found ${found}`)
    expectNothingArrived(upstream, fields.values)
  })
})
