/** What @anthropic-ai/sdk does beside messages: counting, batches with their results, files. */
import Anthropic, { toFile } from '@anthropic-ai/sdk'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { type Answer, message, sendJson, Upstream } from '../kit/upstream.ts'
import { expectNothingArrived, Planting, stringsOf } from './kit.ts'

let guard: Guard

afterEach(async () => await guard.close())

function clientFor(upstream: Upstream): Anthropic {
  guard = createGuard({ providers: { anthropic: { baseUrl: upstream.origin } }, state: 'memory' })
  return new Anthropic({ apiKey: 'test-key', baseURL: upstream.origin, maxRetries: 0 })
}

interface Asked {
  readonly model?: string
  readonly messages?: readonly object[]
  readonly requests?: readonly { readonly custom_id: string; readonly params: Asked }[]
}

function lastText({ messages }: Asked): string {
  return stringsOf(messages?.at(-1)).at(-1) ?? ''
}

const batch = {
  id: 'msgbatch_1',
  type: 'message_batch',
  processing_status: 'ended',
  request_counts: { processing: 0, succeeded: 2, errored: 0, canceled: 0, expired: 0 },
  created_at: '2025-03-02T08:15:00Z',
  expires_at: '2025-03-03T08:15:00Z',
}

/** Checks what it is sent; results come in another order than the requests did. */
function service(): Answer {
  let requests: Asked['requests'] = []
  return (received, res) => {
    const { pathname } = new URL(received.url, 'http://x')
    const results_url = `http://${received.headers.host}/v1/messages/batches/msgbatch_1/results`
    if (pathname === '/v1/files') {
      const file = { id: 'file_1', type: 'file', mime_type: 'text/plain', size_bytes: 1, created_at: batch.created_at }
      const [, filename] = /filename="([^"]*)"/.exec(received.body.toString('utf8')) ?? []
      return sendJson(res, { ...file, filename })
    }
    if (pathname.endsWith('/results')) {
      const lines = requests!.toReversed().map(({ custom_id, params }) => {
        const result = { type: 'succeeded', message: message(`I read: ${lastText(params)}`) }
        return JSON.stringify({ custom_id, result })
      })
      res.writeHead(200, { 'content-type': 'application/x-jsonl' })
      res.end(`${lines.join('\n')}\n`)
      return
    }
    if (received.method === 'GET') return sendJson(res, { ...batch, results_url })
    const asked = JSON.parse(received.body.toString('utf8')) as Asked
    if (pathname === '/v1/messages/count_tokens') {
      if (typeof asked.model !== 'string' || asked.messages === undefined) return sendJson(res, { type: 'error' }, 400)
      return sendJson(res, { input_tokens: received.body.length })
    }
    requests = asked.requests
    if (requests === undefined) return sendJson(res, { type: 'error' }, 400)
    sendJson(res, { ...batch, processing_status: 'in_progress', results_url: null })
  }
}

describe('@anthropic-ai/sdk', () => {
  it('counts the tokens of placeholders', async () => {
    await using upstream = await Upstream.start(service())
    const client = clientFor(upstream)
    const fields = new Planting(4_400)
    const { input_tokens } = await guard.run({}, () =>
      client.messages.countTokens({
        model: 'test-model',
        system: fields.text(),
        messages: [{ role: 'user', content: [{ type: 'text', text: fields.text() }] }],
        tools: [{ name: 'look_up', description: fields.text(), input_schema: { type: 'object' } }],
      }),
    )
    expect(input_tokens).toBeGreaterThan(0)
    expectNothingArrived(upstream, fields.values)
  })

  it('reads the results of a batch with the originals of each request, in any order', async () => {
    await using upstream = await Upstream.start(service())
    const client = clientFor(upstream)
    const fields = new Planting(4_410)
    const texts = new Map([
      ['first', fields.text()],
      ['second', fields.text()],
    ])
    const requests = [...texts].map(([custom_id, content]) => ({
      custom_id,
      params: { model: 'test-model', max_tokens: 9, messages: [{ role: 'user' as const, content }] },
    }))
    await guard.run({}, () => client.messages.batches.create({ requests }))
    // Later, in a request of its own.
    const results = await guard.run({}, async () => {
      const { processing_status } = await client.messages.batches.retrieve('msgbatch_1')
      expect(processing_status).toBe('ended')
      const read: [string, string][] = []
      for await (const { custom_id, result } of await client.messages.batches.results('msgbatch_1')) {
        const [block] = result.type === 'succeeded' ? result.message.content : []
        read.push([custom_id, block?.type === 'text' ? block.text : ''])
      }
      return read
    })
    expect(results).toEqual(['second', 'first'].map(id => [id, `I read: ${texts.get(id)}`]))
    expectNothingArrived(upstream, fields.values)
  })

  it('uploads a text file with placeholders in it and in its name', async () => {
    await using upstream = await Upstream.start(service())
    const client = clientFor(upstream)
    const fields = new Planting(4_420)
    const name = `${fields.email()}.txt`
    const { filename } = await guard.run({}, async () =>
      client.beta.files.upload({ file: await toFile(Buffer.from(fields.text()), name, { type: 'text/plain' }) }),
    )
    expect(filename).toBe(name)
    expectNothingArrived(upstream, fields.values)
  })
})
