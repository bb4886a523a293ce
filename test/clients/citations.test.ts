/** Citations as real clients read them: the words that the positions give are the words that were cited. */
import Anthropic from '@anthropic-ai/sdk'
import { GoogleGenAI } from '@google/genai'
import { CohereClientV2 } from 'cohere-ai'
import OpenAI from 'openai'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { planted } from '../kit/planted.ts'
import { message, openStream, pieces, sendEvent, sendJson, Upstream } from '../kit/upstream.ts'

let guard: Guard

afterEach(async () => await guard.close())

function guardFor(provider: string, { origin }: Upstream): Guard {
  guard = createGuard({ providers: { [provider]: { baseUrl: origin } } })
  return guard
}

/** What a provider saw of a text: the placeholder in it, and where it stands. */
function placeholderIn(text: string): { words: string; start: number; end: number } {
  const words = /\[EMAIL_\d+\]/.exec(text)?.[0] ?? ''
  const start = [...text.slice(0, text.indexOf(words))].length
  return { words, start, end: start + words.length }
}

const cut = (text: string, start: number, end: number) => [...text].slice(start, end).join('')

describe('citations', () => {
  it.each([false, true])('of an Anthropic document are those of the own document (streamed: %s)', async streamed => {
    const { email } = emailOf(610)
    const document = `\u{1f4c4} Gr\u00f6\u00dfe of the list\nowner: ${email} since May\n`
    await using upstream = await Upstream.start((received, res) => {
      const asked = JSON.parse(received.body.toString('utf8')) as {
        messages: [{ content: [{ source: { data: string } }] }]
      }
      const { words, start, end } = placeholderIn(asked.messages[0].content[0].source.data)
      const citation = {
        type: 'char_location',
        cited_text: `owner: ${words}`,
        document_index: 0,
        document_title: null,
        file_id: null,
        start_char_index: start - 'owner: '.length,
        end_char_index: end,
      }
      if (!streamed)
        return sendJson(res, message('', [{ type: 'text', text: `It is ${words}.`, citations: [citation] }]))
      openStream(res)
      const send = (event: object) => sendEvent(res, event as { type: string })
      send({ type: 'message_start', message: message('', []) })
      send({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '', citations: [] } })
      send({ type: 'content_block_delta', index: 0, delta: { type: 'citations_delta', citation } })
      for (const piece of pieces(`It is ${words}.`, 3)) {
        send({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: piece } })
      }
      send({ type: 'content_block_stop', index: 0 })
      send({
        type: 'message_delta',
        delta: { stop_reason: 'end_turn', stop_sequence: null },
        usage: { output_tokens: 1 },
      })
      send({ type: 'message_stop' })
      res.end()
    })
    const client = new Anthropic({ apiKey: 'test-key', baseURL: upstream.origin, maxRetries: 0 })
    const source = { type: 'text', media_type: 'text/plain', data: document } as const
    const body: Anthropic.MessageCreateParamsNonStreaming = {
      model: 'test-model',
      max_tokens: 10,
      messages: [{ role: 'user', content: [{ type: 'document', source, citations: { enabled: true } }] }],
    }
    const answer = await guardFor('anthropic', upstream).run({}, () =>
      streamed ? client.messages.stream(body).finalMessage() : client.messages.create(body),
    )
    const [block] = answer.content
    if (block?.type !== 'text') return expect.unreachable('no text')
    expect(block.text).toBe(`It is ${email}.`)
    const [cited] = block.citations ?? []
    if (cited?.type !== 'char_location') return expect.unreachable('no citation')
    expect(cited.cited_text).toBe(`owner: ${email}`)
    expect(cut(document, cited.start_char_index, cited.end_char_index)).toBe(cited.cited_text)
    expect(upstream.everything).not.toContain(email)
  })

  it.each([false, true])('of an OpenAI response are those of its text (streamed: %s)', async streamed => {
    const { email } = emailOf(611)
    await using upstream = await Upstream.start((received, res) => {
      const asked = JSON.parse(received.body.toString('utf8')) as { input: string }
      const text = `\u{1f600} ${asked.input} (see [1])`
      const start = [...text].length - 9
      const annotation = {
        type: 'url_citation',
        url: 'https://a.example',
        title: 'A',
        start_index: start,
        end_index: start + 9,
      }
      const part = { type: 'output_text', text, annotations: [annotation], logprobs: [] }
      const item = { id: 'msg_1', type: 'message', role: 'assistant', status: 'completed', content: [part] }
      const response = { id: 'resp_1', object: 'response', status: 'completed', model: 'm', output: [item] }
      if (!streamed) return sendJson(res, response)
      openStream(res)
      let sequence_number = 0
      const send = (event: { type: string; [field: string]: unknown }) => {
        const numbered = { ...event, sequence_number: sequence_number++ }
        sendEvent(res, numbered)
      }
      const place = { item_id: 'msg_1', output_index: 0, content_index: 0 }
      send({ type: 'response.created', response: { ...response, status: 'in_progress', output: [] } })
      send({ type: 'response.output_item.added', output_index: 0, item: { ...item, content: [] } })
      send({ type: 'response.content_part.added', ...place, part: { ...part, text: '', annotations: [] } })
      for (const delta of pieces(text, 4)) send({ type: 'response.output_text.delta', ...place, delta, logprobs: [] })
      send({ type: 'response.output_text.annotation.added', ...place, annotation_index: 0, annotation })
      send({ type: 'response.output_text.done', ...place, text, logprobs: [] })
      send({ type: 'response.content_part.done', ...place, part })
      send({ type: 'response.output_item.done', output_index: 0, item })
      send({ type: 'response.completed', response })
      res.end()
    })
    const client = new OpenAI({ apiKey: 'test-key', baseURL: `${upstream.origin}/v1`, maxRetries: 0 })
    const body = { model: 'm', input: `Who is ${email}?`, store: false }
    const added: OpenAI.Responses.ResponseOutputText.URLCitation[] = []
    const answer = await guardFor('openai', upstream).run({}, async () => {
      if (!streamed) return client.responses.create(body)
      const stream = client.responses.stream(body)
      for await (const event of stream) {
        if (event.type === 'response.output_text.annotation.added') added.push(event.annotation as (typeof added)[0])
      }
      return stream.finalResponse()
    })
    const [item] = answer.output
    const part = item?.type === 'message' ? item.content[0] : undefined
    if (part?.type !== 'output_text') return expect.unreachable('no text')
    expect(part.text).toContain(email)
    const cited = [...added, ...part.annotations] as typeof added
    expect(cited).toHaveLength(streamed ? 2 : 1)
    for (const { start_index, end_index } of cited) expect(cut(part.text, start_index, end_index)).toBe('(see [1])')
  })

  it('of Cohere come in their stream before the text ends', async () => {
    const { email } = emailOf(612)
    await using upstream = await Upstream.start((received, res) => {
      const asked = JSON.parse(received.body.toString('utf8')) as { messages: [{ content: string }] }
      const text = asked.messages[0].content
      const { words, start, end } = placeholderIn(text)
      openStream(res)
      const send = (event: object) => sendEvent(res, event as { type: string })
      send({ type: 'message-start', id: 'x', delta: { message: { role: 'assistant', content: [] } } })
      send({ type: 'content-start', index: 0, delta: { message: { content: { type: 'text', text: '' } } } })
      const delta = (piece: string) =>
        send({ type: 'content-delta', index: 0, delta: { message: { content: { text: piece } } } })
      for (const piece of pieces(text.slice(0, text.indexOf(words) + words.length), 4)) delta(piece)
      const citations = { start, end, text: words, sources: [], content_index: 0, type: 'TEXT_CONTENT' }
      send({ type: 'citation-start', index: 0, delta: { message: { citations } } })
      send({ type: 'citation-end', index: 0 })
      delta(text.slice(text.indexOf(words) + words.length))
      send({ type: 'content-end', index: 0 })
      send({ type: 'message-end', delta: { finish_reason: 'COMPLETE' } })
      res.end()
    })
    const client = new CohereClientV2({ token: 'test-key', baseUrl: upstream.origin })
    const content = `Gr\u00f6\u00dfe \u{1f600} of ${email} is known`
    let text = ''
    const cited: { start?: number; end?: number; text?: string }[] = []
    await guardFor('cohere', upstream).run({}, async () => {
      const stream = await client.chatStream({ model: 'command-a-03-2025', messages: [{ role: 'user', content }] })
      for await (const event of stream) {
        if (event.type === 'content-delta') text += event.delta?.message?.content?.text ?? ''
        if (event.type === 'citation-start') cited.push(event.delta?.message?.citations ?? {})
      }
    })
    expect(text).toBe(content)
    expect(cited.map(({ start = 0, end = 0 }) => cut(text, start, end))).toEqual([email])
    expect(cited[0]?.text).toBe(email)
  })

  it.each([false, true])('of Gemini count bytes (streamed: %s)', async streamed => {
    const { email } = emailOf(613)
    await using upstream = await Upstream.start((received, res) => {
      const asked = JSON.parse(received.body.toString('utf8')) as { contents: [{ parts: [{ text: string }] }] }
      const text = `${asked.contents[0].parts[0].text} \u2192 gr\u00f6\u00dfer`
      const startIndex = Buffer.byteLength(text) - Buffer.byteLength('gr\u00f6\u00dfer')
      const segment = { startIndex, endIndex: Buffer.byteLength(text), text: 'gr\u00f6\u00dfer' }
      const groundingMetadata = { groundingSupports: [{ segment, groundingChunkIndices: [0] }] }
      const candidate = (part: string, more: object = {}) => ({
        candidates: [{ index: 0, content: { role: 'model', parts: [{ text: part }] }, ...more }],
      })
      const last = { finishReason: 'STOP', groundingMetadata }
      if (!streamed) return sendJson(res, candidate(text, last))
      openStream(res)
      for (const piece of pieces(text, 5)) res.write(`data: ${JSON.stringify(candidate(piece))}\n\n`)
      res.end(`data: ${JSON.stringify(candidate('', last))}\n\n`)
    })
    const client = new GoogleGenAI({ apiKey: 'test-key', httpOptions: { baseUrl: upstream.origin } })
    const asked = { model: 'gemini-2.5-flash', contents: `\u00dcber ${email}` }
    const { text, supports } = await guardFor('gemini', upstream).run({}, async () => {
      let text = ''
      if (!streamed) {
        const answer = await client.models.generateContent(asked)
        return { text: answer.text ?? '', supports: answer.candidates?.[0]?.groundingMetadata?.groundingSupports ?? [] }
      }
      for await (const chunk of await client.models.generateContentStream(asked)) {
        text += chunk.text ?? ''
        const supports = chunk.candidates?.[0]?.groundingMetadata?.groundingSupports
        if (supports !== undefined) return { text, supports }
      }
      return { text, supports: [] }
    })
    expect(text).toContain(email)
    const { startIndex, endIndex } = supports[0]?.segment ?? {}
    expect(Buffer.from(text).subarray(startIndex, endIndex).toString()).toBe('gr\u00f6\u00dfer')
  })
})

function emailOf(seed: number): { email: string } {
  const [email = ''] = planted(seed).values
  return { email }
}
