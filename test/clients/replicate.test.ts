import Replicate from 'replicate'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { type Answer, openStream, pieces, sendJson, Upstream } from '../kit/upstream.ts'
import { expectNothingArrived, Planting } from './kit.ts'

const apiKey = ['key', 'of', 'a', 'test'].join('-')
let guard: Guard

afterEach(async () => await guard.close())

interface Asked {
  readonly version?: string
  readonly stream?: boolean
  readonly input?: { readonly prompt?: string }
}

/** Checks what it is sent, repeats the prompt as a list of pieces, and streams it as raw text. */
function service(): Answer {
  let prompt = ''
  return (received, res) => {
    const { pathname } = new URL(received.url, 'http://x')
    const origin = `http://${received.headers.host}`
    if (pathname === '/v1/stream/p1') {
      openStream(res)
      for (const [number, piece] of pieces(prompt, 4).entries()) {
        const data = piece.split('\n').map(line => `data: ${line}\n`)
        res.write(`event: output\nid: ${number}\n${data.join('')}\n`)
      }
      res.end('event: done\ndata: {}\n\n')
      return
    }
    const urls = { get: `${origin}/v1/predictions/p1`, cancel: `${origin}/v1/c`, stream: `${origin}/v1/stream/p1` }
    if (received.method === 'GET') {
      const output = pieces(prompt, 4)
      return sendJson(res, { id: 'p1', status: 'succeeded', input: { prompt }, output, logs: prompt, urls })
    }
    const asked = JSON.parse(received.body.toString('utf8')) as Asked
    if (typeof asked.input?.prompt !== 'string') return sendJson(res, { detail: 'no input', status: 422 }, 422)
    prompt = asked.input.prompt
    sendJson(res, { id: 'p1', status: 'starting', input: { prompt }, output: null, logs: '', urls }, 201)
  }
}

function clientFor(upstream: Upstream): Replicate {
  const baseUrl = `${upstream.origin}/v1`
  guard = createGuard({ providers: { replicate: { baseUrl } } })
  return new Replicate({ auth: apiKey, baseUrl, useFileOutput: false })
}

describe('replicate', () => {
  it('runs a model with placeholders and reads the originals, each time it asks', async () => {
    await using upstream = await Upstream.start(service())
    const client = clientFor(upstream)
    const fields = new Planting(4_200)
    const [prompt, system] = [fields.text(), fields.text()]
    const input = { prompt, system_prompt: system, nested: { list: [fields.text()], mail: fields.email() } }
    const [output, { made, got }] = await guard.run({}, async () => {
      const whole = (await client.run('owner/name', { input, wait: { mode: 'poll', interval: 1 } })) as string[]
      const made = await client.predictions.create({ model: 'owner/name', input })
      const got = await client.predictions.get(made.id)
      return [whole.join(''), { made, got }] as const
    })
    expect(output).toBe(prompt)
    expect(made.input).toEqual({ prompt })
    expect([(got.output as string[]).join(''), got.logs]).toEqual([prompt, prompt])
    expectNothingArrived(upstream, fields.values)
  })

  it('streams raw text with the originals', async () => {
    await using upstream = await Upstream.start(service())
    const client = clientFor(upstream)
    const fields = new Planting(4_210)
    const prompt = `${fields.text()}\n${fields.text()}`
    const text = await guard.run({}, async () => {
      let collected = ''
      for await (const { event, data } of client.stream('owner/name', { input: { prompt } })) {
        if (event === 'output') collected += data
      }
      return collected
    })
    expect(text).toBe(prompt)
    expectNothingArrived(upstream, fields.values)
  })

  it('hears what the service refuses', async () => {
    await using upstream = await Upstream.start(service())
    const client = clientFor(upstream)
    const refused = guard.run({}, () => client.predictions.create({ model: 'owner/name', input: {} }))
    await expect(refused).rejects.toThrow('no input')
  })
})
