import { describe, expect, it } from 'vitest'
import { JsonDocument, StateIds, stateUse } from '../../src/wire/index.ts'

const limits = { depth: 50 }

function needsOf(method: string, path: string, body?: object): readonly string[] {
  return stateUse(method, path, body === undefined ? null : JsonDocument.parse(JSON.stringify(body), limits)).needs
}

describe('what a call leans on', () => {
  it.each([
    ['GET', '/v1/responses/resp_1', undefined, ['resp_1']],
    ['GET', '/v1/responses/resp_1/input_items', undefined, ['resp_1']],
    ['POST', '/v1/responses', { previous_response_id: 'resp_1' }, ['resp_1']],
    ['POST', '/v1/responses', { conversation: 'conv_1' }, ['conv_1']],
    ['POST', '/v1/responses', { conversation: { id: 'conv_1' } }, ['conv_1']],
    ['POST', '/v1/responses/input_tokens', {}, []],
    ['POST', '/v1/threads/runs', {}, []],
    ['POST', '/v1/threads/thread_1/runs', {}, ['thread_1']],
    ['GET', '/openai/threads/thread_1/messages/', undefined, ['thread_1']],
    ['GET', '/v1/chat/completions', undefined, ['*']],
    ['POST', '/v1/chat/completions', { messages: [] }, []],
    ['GET', '/v1/chat/completions/chatcmpl-1/messages', undefined, ['chatcmpl-1']],
    ['GET', '/v1/files/file-1/content', undefined, ['file-1']],
    ['GET', '/v1/files/file-1', undefined, []],
    ['POST', '/v1/batches', { input_file_id: 'file-1' }, ['file-1']],
    ['GET', '/v1/messages/batches/msgbatch_1/results', undefined, ['msgbatch_1']],
    ['POST', '/v1beta/models/m:generateContent', { cachedContent: 'cachedContents/abc' }, ['abc']],
    ['GET', '/v1beta/cachedContents/abc', undefined, ['abc']],
    ['POST', '/v1beta/interactions', { previous_interaction_id: 'int_1' }, ['int_1']],
    ['POST', '/v1/conversations/conv_1', {}, ['conv_1']],
    ['POST', '/v1/chat', { conversation_id: 'talk-1', message: 'x' }, ['talk-1']],
    ['GET', '/v1/predictions/p1', undefined, ['p1']],
    ['DELETE', '/v1/responses/resp_1', undefined, []],
    ['GET', '/v1/models', undefined, []],
  ])('%s %s %o', (method, path, body, needs) => {
    expect(needsOf(method, path, body)).toEqual(needs)
  })

  it('cannot be hidden by the way a key is written', () => {
    const document = JsonDocument.parse('{"previous\\u005fresponse_id":"resp_1"}', limits)
    expect(stateUse('POST', '/v1/responses', document).needs).toEqual(['resp_1'])
  })

  it('may be a file named anywhere in the body, but not inside a text', () => {
    const body = { input: [{ content: [{ file_id: 'file-1' }, { text: '{"file_id":"file-2"}' }] }] }
    const document = JsonDocument.parse(JSON.stringify(body), limits)
    expect(stateUse('POST', '/v1/responses', document).mayNeed).toEqual(['file-1'])
  })

  it('is a kept answer where the call asks for one', () => {
    const makes = (path: string, body: object) =>
      stateUse('POST', path, JsonDocument.parse(JSON.stringify(body), limits)).makes
    expect(makes('/v1/chat/completions', { store: true })).toBe(true)
    expect(makes('/v1/chat/completions', { store: false })).toBe(false)
    expect(makes('/v1/embeddings', {})).toBe(false)
    expect(makes('/v1/responses', {})).toBe(true)
  })
})

describe('ids in an answer', () => {
  function idsOf(...pieces: string[]): string[] {
    const ids = new StateIds()
    for (const piece of pieces) ids.read(piece)
    ids.end()
    return [...ids.found]
  }

  it('are read from JSON and from events, however they are cut', () => {
    const json = JSON.stringify({
      id: 'batch_1',
      output_file_id: 'file-2',
      name: 'cachedContents/c1',
      text: '"id":"x"',
    })
    const events = `event: a\r\ndata: {"response":{"id":"resp_1","conversation":{"id":"c"}}}\r\n\r\ndata: {"id":"x2"}\n\n`
    for (let cut = 0; cut <= json.length; cut++) {
      expect(idsOf(json.slice(0, cut), json.slice(cut))).toEqual(['batch_1', 'c1', 'file-2'])
    }
    for (let cut = 0; cut <= events.length; cut++) {
      expect(idsOf(events.slice(0, cut), events.slice(cut))).toEqual(['resp_1', 'x2'])
    }
  })

  it('are none in what is no object', () => {
    expect(idsOf('[1]', ' broken')).toEqual([])
    expect(idsOf('{"id": ')).toEqual([])
    expect(idsOf('')).toEqual([])
  })

  it('cost bounded memory', () => {
    const ids = new StateIds()
    ids.read('{"text":"')
    for (let piece = 0; piece < 40; piece++) ids.read('x'.repeat(65_536))
    ids.read('","id":"late"}')
    ids.end()
    expect([...ids.found]).toEqual([])
  })
})
