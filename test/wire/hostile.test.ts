/**
 * Inputs made to be slow. Each is so large that cost growing with its square would take minutes and run into the time
 * limit of the test, so passing at all is the point.
 */
import { describe, expect, it } from 'vitest'
import { createAnswerRewriter } from '../../src/wire/answer.ts'
import { JsonDocument, valueRules } from '../../src/wire/json-document.ts'
import { anthropicMessages } from '../../src/wire/providers/anthropic-messages.ts'
import { generic } from '../../src/wire/providers/generic.ts'
import { openaiChat } from '../../src/wire/providers/openai-chat.ts'
import { fakeRestorer } from './fake-restorer.ts'

const many = 100_000
const limits = { bodyBytes: 50_000_000, depth: 200 }
const restorer = fakeRestorer({ A: 'x' })

describe('a request', () => {
  it.each([
    ['backslashes', `["${'\\\\'.repeat(many * 4)}"]`],
    ['escaped quotes', `["${'\\"'.repeat(many * 4)}"]`],
    ['empty arrays', `[${'[],'.repeat(many)}[]]`],
    ['empty objects in one key', `{${'"a":{},'.repeat(many)}"a":{}}`],
    ['digits', `[${'1'.repeat(many * 5)}]`],
    ['braces in a string', JSON.stringify([`${'{'.repeat(many * 4)}`])],
    ['strings that begin like JSON', JSON.stringify(Array.from({ length: many }, () => '{"'))],
    [
      'JSON in JSON in JSON',
      JSON.stringify(Array.from({ length: 9 }).reduce(inner => JSON.stringify([inner, inner]), 'x')),
    ],
    ['blanks', `[${' '.repeat(many * 5)}]`],
  ])('of %s is read, edited in every leaf and written', (_name, text) => {
    const document = JsonDocument.parse(text, limits)
    const leaves = document.leaves(valueRules)
    for (const leaf of leaves) leaf.replace(`${leaf.class} ${leaf.hint.key}`)
    expect(document.toText().length).toBeGreaterThan(0)
  })

  it('of many texts beside one signature is read', () => {
    const block = `{"type":"thinking","signature":"s",${'"thinking":"t",'.repeat(many)}"thinking":"t"}`
    const document = JsonDocument.parse(`{"messages":[{"role":"assistant","content":[${block}]}]}`, limits)
    const signed = document.leaves(anthropicMessages.request).filter(leaf => leaf.signed === 's')
    expect(signed).toHaveLength(many + 1)
  })

  it('of many identifiers loses them all', () => {
    const document = JsonDocument.parse(`{${'"user":"u",'.repeat(many)}"n":[${'"x",'.repeat(many)}"x"]}`, limits)
    for (const leaf of document.leaves(openaiChat.request)) leaf.remove()
    expect(document.toText()).toBe('{"n":[]}')
  })

  it('of many leaves at the greatest depth is read', () => {
    const text = `${'{"k":'.repeat(198)}[${'{"k":"v"},'.repeat(many)}0]${'}'.repeat(198)}`
    const leaves = JsonDocument.parse(text, limits).leaves(valueRules)
    expect(leaves.every(leaf => leaf.hint.key === 'k')).toBe(true)
  })
})

function feed(format: typeof generic, contentType: string, chunks: Iterable<string>): number {
  const rewriter = createAnswerRewriter(format, contentType, restorer, limits)
  let length = 0
  for (const chunk of chunks) length += rewriter.write(Buffer.from(chunk)).length
  return length + rewriter.end().length
}

function* cut(text: string, size: number): Iterable<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

describe('a stream', () => {
  const sse = 'text/event-stream'

  it.each([
    ['one long event', `data: {"choices":[{"index":0,"delta":{"content":"${'x'.repeat(many * 5)}"}}]}\n\n`],
    ['one long line without an end', `data: ${'x'.repeat(many * 5)}`],
    ['blank lines', '\n'.repeat(many)],
    ['lone returns', '\r'.repeat(many)],
    ['events without data', ':\n\n'.repeat(many)],
  ])('of %s in small chunks is read', (_name, text) => {
    expect(feed(openaiChat, sse, cut(text, 16))).toBe(text.length)
  })

  it('of one event with many growing texts is read', () => {
    const keys = Array.from({ length: many }, (_, index) => `"k${index}":"«"`).join()
    const text = `data: {"delta":{${keys}}}\n\ndata: {"type":"x.done"}\n\n`
    expect(feed(generic, sse, [text])).toBe(Buffer.byteLength(text))
  })

  it('of one event with many growing texts that could be cited is read', () => {
    const keys = Array.from({ length: many }, (_, index) => `"k${index}":"«"`).join()
    const text = `data: {"choices":[{"index":0,"delta":{${keys}}}]}\n\n`
    expect(feed(openaiChat, sse, [text])).toBe(Buffer.byteLength(text))
  })

  it('of many positions in one text, beside many fields, is read', () => {
    const annotation = '{"type":"url_citation","url_citation":{"start_index":1,"end_index":2,"url":"u","title":"t"}}'
    const fields = Array.from({ length: many / 10 }, (_, index) => `"k${index}":1`).join()
    const list = Array.from({ length: many / 10 }, () => annotation).join()
    const choice = (name: string) =>
      `{"choices":[{"index":0,"${name}":{${fields},"content":"ab","annotations":[${list}]}}]}`
    const event = `data: ${choice('delta')}\n\n`
    expect(feed(openaiChat, sse, [event, event])).toBe(2 * event.length)
    expect(feed(openaiChat, 'application/json', [choice('message')])).toBe(choice('message').length)
  })

  it('of many texts that never end is read', () => {
    const events = Array.from(
      { length: many / 10 },
      (_, index) => `data: {"index":${index},"delta":"«"}\n\ndata: {"index":-1,"type":"x.done"}\n\n`,
    )
    expect(feed(generic, sse, events)).toBe(Buffer.byteLength(events.join('')))
  })

  it.each(['"', '\\', '`', '{', '\\"', '```json\n', '«'])('of arguments made of %j in small pieces is read', unit => {
    const piece = JSON.stringify(unit.repeat(20))
    const event = `data: {"choices":[{"index":0,"delta":{"content":${piece},"tool_calls":[{"index":0,"function":{"arguments":${piece}}}]}}]}\n\n`
    const events = Array.from({ length: many / 10 }, () => event)
    expect(feed(openaiChat, sse, events)).toBe(Buffer.byteLength(event) * events.length)
  })

  it('of many lines is read line by line', () => {
    const text = '{"text":"a «"}\n'.repeat(many / 4)
    expect(feed(generic, 'application/x-ndjson', cut(text, 100))).toBe(Buffer.byteLength(text))
  })
})
