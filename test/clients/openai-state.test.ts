import OpenAI, { toFile } from 'openai'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import type { GuardOptions } from '../../src/options.ts'
import { liveScopes } from '../../src/pipeline/index.ts'
import { plant } from '../kit/planted.ts'
import { type Answer, sendJson, Upstream } from '../kit/upstream.ts'

let guard: Guard

afterEach(async () => await guard.close())

function clientFor(upstream: Upstream, options: GuardOptions = {}): OpenAI {
  const baseURL = `${upstream.origin}/v1`
  guard = createGuard({ ...options, providers: { openai: { baseUrl: baseURL } } })
  return new OpenAI({ apiKey: 'test-key', baseURL, maxRetries: 0 })
}

/** Every call outside of a request has a scope of its own, as calls of two requests have. */
const first = plant(5_101).email
const second = plant(5_102).email

function response(id: string, text: string): object {
  const message = { type: 'message', role: 'assistant', content: [{ type: 'output_text', text, annotations: [] }] }
  return { id, object: 'response', status: 'completed', output: [message] }
}

/** Answers in the order of calls; every answer quotes what an earlier turn of this provider said. */
function inTurn(...bodies: object[]): Answer {
  let turn = 0
  return (_, res) => sendJson(res, bodies[turn++] ?? {})
}

const blocked = { cause: { code: 'ERR_GDPR_STATE_BLOCKED' } }

describe('a call that leans on an earlier one', () => {
  it('is refused in another scope, and nothing of it leaves', async () => {
    await using upstream = await Upstream.start(inTurn(response('resp_1', 'Noted [EMAIL_1].')))
    const client = clientFor(upstream)
    await client.responses.create({ model: 'm', input: `I am ${first}` })
    const live = liveScopes()
    await expect(
      client.responses.create({ model: 'm', previous_response_id: 'resp_1', input: `Write to ${second}` }),
    ).rejects.toMatchObject(blocked)
    await expect(client.responses.retrieve('resp_1')).rejects.toMatchObject(blocked)
    await expect(client.conversations.retrieve('conv_9')).rejects.toMatchObject(blocked)
    await expect(
      client.responses.create({ model: 'm', conversation: { id: 'conv_9' }, input: 'Go on' }),
    ).rejects.toMatchObject(blocked)
    await expect(client.chat.completions.list()).rejects.toMatchObject(blocked)
    expect(upstream.received).toHaveLength(1)
    expect(liveScopes()).toBe(live)
  })

  it('goes on in the scope that began it, with the same placeholders', async () => {
    await using upstream = await Upstream.start(
      inTurn(response('resp_1', 'Noted [EMAIL_1].'), response('resp_2', '[EMAIL_1] and [EMAIL_2]')),
    )
    const client = clientFor(upstream)
    const text = await guard.run({}, async () => {
      await client.responses.create({ model: 'm', input: `I am ${first}` })
      const next = await client.responses.create({ model: 'm', previous_response_id: 'resp_1', input: `And ${second}` })
      return next.output_text
    })
    expect(text).toBe(`${first} and ${second}`)
    expect(upstream.bodies[1]).toMatchObject({ input: 'And [EMAIL_2]' })
  })

  it('needs no map where nothing had been replaced', async () => {
    await using upstream = await Upstream.start(inTurn(response('resp_1', 'Hello.'), response('resp_2', '[EMAIL_1]!')))
    const client = clientFor(upstream)
    await client.responses.create({ model: 'm', input: 'Hello' })
    const next = await client.responses.create({ model: 'm', previous_response_id: 'resp_1', input: `I am ${first}` })
    expect(next.output_text).toBe(`${first}!`)
  })

  it('is restored with the map of the earlier one where maps are kept', async () => {
    await using upstream = await Upstream.start(
      inTurn(
        response('resp_1', 'Noted [EMAIL_1].'),
        response('resp_2', 'First [EMAIL_1], now [EMAIL_2].'),
        response('resp_3', 'All: [EMAIL_1] [EMAIL_2]'),
        response('resp_1', 'Noted [EMAIL_1].'),
      ),
    )
    const client = clientFor(upstream, { state: 'memory' })
    await client.responses.create({ model: 'm', input: `I am ${first}` })
    const next = await client.responses.create({
      model: 'm',
      previous_response_id: 'resp_1',
      input: `Write to ${second}`,
    })
    expect(next.output_text).toBe(`First ${first}, now ${second}.`)
    const last = await client.responses.create({ model: 'm', previous_response_id: 'resp_2', input: 'All of them' })
    expect(last.output_text).toBe(`All: ${first} ${second}`)
    expect((await client.responses.retrieve('resp_1')).output_text).toBe(`Noted ${first}.`)
    for (const value of [first, second]) expect(upstream.everything).not.toContain(value)
  })

  it('uses a map of its own, so that the request around it cannot mix values up', async () => {
    await using upstream = await Upstream.start(
      inTurn(
        response('resp_1', 'Noted.'),
        response('resp_2', 'Other request: [EMAIL_1]'),
        response('resp_3', 'Back to [EMAIL_1]'),
      ),
    )
    const client = clientFor(upstream, { state: 'memory' })
    await client.responses.create({ model: 'm', input: `I am ${first}` })
    const texts = await guard.run({}, async () => {
      const other = await client.responses.create({ model: 'm', input: `I am ${second}` })
      const back = await client.responses.create({ model: 'm', previous_response_id: 'resp_1', input: 'Who am I?' })
      return [other.output_text, back.output_text]
    })
    expect(texts).toEqual([`Other request: ${second}`, `Back to ${first}`])
  })

  it('is refused when the map has expired, was pushed out, or was deleted', async () => {
    const answers = () =>
      inTurn(response('resp_1', '[EMAIL_1]'), response('resp_2', '[EMAIL_1]'), { id: 'resp_2', deleted: true })
    const unknown = { cause: { code: 'ERR_GDPR_STATE_UNKNOWN' } }
    await using upstream = await Upstream.start(answers())
    const client = clientFor(upstream, { state: 'memory', limits: { states: 1 } })
    await client.responses.create({ model: 'm', input: first })
    await client.responses.create({ model: 'm', input: second })
    await expect(client.responses.retrieve('resp_1')).rejects.toMatchObject(unknown)
    await client.responses.delete('resp_2')
    await expect(client.responses.retrieve('resp_2')).rejects.toMatchObject(unknown)
    await guard.close()
    upstream.answer = answers()
    const hasty = clientFor(upstream, { state: 'memory', limits: { stateMinutes: 1e-9 } })
    await hasty.responses.create({ model: 'm', input: first })
    await expect(hasty.responses.retrieve('resp_1')).rejects.toMatchObject(unknown)
  })

  it('finds the id in a stream as well', async () => {
    const events = [
      { type: 'response.created', sequence_number: 0, response: response('resp_7', '') },
      {
        type: 'response.output_text.delta',
        sequence_number: 1,
        item_id: 'm',
        output_index: 0,
        content_index: 0,
        delta: 'ok',
      },
      { type: 'response.completed', sequence_number: 2, response: response('resp_7', 'ok') },
    ]
    await using upstream = await Upstream.start((_, res) => {
      res.writeHead(200, { 'content-type': 'text/event-stream' })
      for (const event of events) res.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
      res.end()
    })
    const client = clientFor(upstream, { state: 'memory' })
    for await (const _ of await client.responses.create({ model: 'm', input: first, stream: true }));
    upstream.answer = inTurn(response('resp_8', 'You are [EMAIL_1]'))
    const next = await client.responses.create({ model: 'm', previous_response_id: 'resp_7', input: 'Who am I?' })
    expect(next.output_text).toBe(`You are ${first}`)
  })
})

describe('a batch', () => {
  it('comes back restored line by line, in any order', async () => {
    const results = [
      { custom_id: 'b', response: { body: { choices: [{ message: { content: 'to [EMAIL_2]' } }] } } },
      { custom_id: 'a', response: { body: { choices: [{ message: { content: 'to [EMAIL_1]' } }] } } },
    ]
    await using upstream = await Upstream.start(({ method, url }, res) => {
      if (method === 'POST' && url === '/v1/files') sendJson(res, { id: 'file-in', object: 'file' })
      else if (url === '/v1/batches') sendJson(res, { id: 'batch_1', object: 'batch', input_file_id: 'file-in' })
      else if (url === '/v1/batches/batch_1') sendJson(res, { id: 'batch_1', output_file_id: 'file-out' })
      else {
        res.writeHead(200, { 'content-type': 'application/octet-stream' })
        res.end(results.map(line => `${JSON.stringify(line)}\n`).join(''))
      }
    })
    const client = clientFor(upstream, { state: 'memory' })
    const line = (id: string, text: string) =>
      JSON.stringify({
        custom_id: id,
        method: 'POST',
        url: '/v1/chat/completions',
        body: { model: 'm', messages: [{ role: 'user', content: text }] },
      })
    const lines = `${line('a', first)}\n${line('b', second)}\n`
    const file = await client.files.create({ file: await toFile(Buffer.from(lines), 'in.jsonl'), purpose: 'batch' })
    await client.batches.create({ input_file_id: file.id, endpoint: '/v1/chat/completions', completion_window: '24h' })
    const batch = await client.batches.retrieve('batch_1')
    const content = await (await client.files.content(batch.output_file_id ?? '')).text()
    const read = content
      .trim()
      .split('\n')
      .map(text => JSON.parse(text))
    expect(read.map(({ custom_id, response: { body } }) => [custom_id, body.choices[0].message.content])).toEqual([
      ['b', `to ${second}`],
      ['a', `to ${first}`],
    ])
    for (const value of [first, second]) expect(upstream.everything).not.toContain(value)
  })

  it('is refused at the file already where maps are not kept', async () => {
    await using upstream = await Upstream.start(inTurn({ id: 'file-1' }, { id: 'file-2' }))
    const client = clientFor(upstream)
    const upload = async (text: string) =>
      client.files.create({ file: await toFile(Buffer.from(text), 'note.txt'), purpose: 'user_data' })
    await expect(upload(`Mail of ${first}`)).rejects.toMatchObject(blocked)
    expect(upstream.received).toHaveLength(0)
    await upload('Nothing of anybody')
    expect(upstream.received).toHaveLength(1)
  })
})
