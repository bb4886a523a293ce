import { execFile, spawnSync } from 'node:child_process'
import { request } from 'node:http'
import { promisify } from 'node:util'
import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Running, startCli } from '../cli/kit.ts'
import { planted } from '../kit/planted.ts'
import { type Answer, chatAnswer, Upstream } from '../kit/upstream.ts'
import { everybody, listenerOf, type Mount } from './kit.ts'
import { type SpeakerName, speak, speakers } from './speakers.ts'

const { text, values } = planted(5_100)
const names = Object.keys(speakers) as SpeakerName[]
const hasCurl = spawnSync('curl', ['--version']).status === 0
const run = promisify(execFile)

/** A language without a library of ours: curl where there is one, else bytes written to a socket. */
async function send(url: string, body: object): Promise<string> {
  if (!hasCurl) return post(url, JSON.stringify(body))
  const json = ['-H', 'content-type: application/json', '--data-binary', JSON.stringify(body)]
  return (await run('curl', ['--silent', '--show-error', '--noproxy', '*', ...json, url])).stdout
}

function post(url: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', headers: { 'content-type': 'application/json' } }, answer => {
      let seen = ''
      answer.setEncoding('utf8').on('data', chunk => {
        seen += chunk
      })
      answer.on('end', () => resolve(seen))
    })
    call.on('error', reject)
    call.end(body)
  })
}

/** All six on one server, below a path of their own; the version that clients expect stands before the rest. */
function speakAll(length: number): Answer {
  return (received, res, req) => {
    const [, name, rest = ''] = /^\/([a-z]+)(\/.*)$/.exec(received.url) ?? []
    const url = /^(?:anthropic|cohere|ollama)$/.test(name ?? '') ? rest : rest.replace(/^\/v1(?:beta)?/, '')
    return speak(name as SpeakerName, prompt => `You wrote: ${prompt}`, length)({ ...received, url }, res, req)
  }
}

function contentOf(stream: string): string {
  const events = [...stream.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data!))
  expect(events.at(-1)).toMatchObject({ done: true })
  return events.map(event => event.content_delta ?? '').join('')
}

describe('from any language, by the gateway', () => {
  let upstream: Upstream
  let gateway: Running

  beforeAll(async () => {
    upstream = await Upstream.start(speakAll(4))
    const upstreams = names.flatMap(name => ['--upstream', `${name}=${upstream.origin}/${name}`])
    gateway = await startCli(['serve', '--port', '0', ...upstreams])
  })

  afterAll(async () => {
    const { stdout, stderr } = await gateway.stop()
    await upstream[Symbol.asyncDispose]()
    for (const value of values) expect(stdout + stderr).not.toContain(value)
  })

  it('scrub, send the text to whomever, restore', async () => {
    await using model = await Upstream.start(chatAnswer(prompt => `You wrote: ${prompt}`))
    const { scrubbed, entities, placeholders } = JSON.parse(await send(`${gateway.url}/api/scrub`, { text }))
    const chat = { model: 'm', messages: [{ role: 'user', content: scrubbed }] }
    const said = JSON.parse(await send(`${model.origin}/v1/chat/completions`, chat)).choices[0].message.content
    const back = JSON.parse(await send(`${gateway.url}/api/restore`, { text: said, entities, placeholders }))
    expect(back).toEqual({ restored: `You wrote: ${text}` })
    expect(model.everything).toContain('[EMAIL_1]')
    for (const value of values) expect(model.everything).not.toContain(value)
  })

  it.each(names)('one call to /api/proxy, answered by %s with the originals, whole and streamed', async provider => {
    upstream.received.length = 0
    const ask = { provider, model: 'm', messages: [{ role: 'user', content: text }] }
    expect(JSON.parse(await send(`${gateway.url}/api/proxy`, ask)).content).toBe(`You wrote: ${text}`)
    const streamed = await send(`${gateway.url}/api/proxy`, { ...ask, stream: true })
    expect(contentOf(streamed)).toBe(`You wrote: ${text}`)
    expect(upstream.received).toHaveLength(2)
    for (const value of values) expect(upstream.everything).not.toContain(value)
  })
})

const mounts: readonly Mount[] = ['express4', 'express5', 'koa2', 'koa3']

describe.each(mounts)('in %s', mount => {
  const plantedHere = planted(5_110 + mounts.indexOf(mount))

  it('scrub, send the text to whomever, restore', async () => {
    await using model = await Upstream.start(chatAnswer(prompt => `You wrote: ${prompt}`))
    const app = supertest(await listenerOf(mount, everybody))
    const scrubbed = await app.post('/api/scrub').send({ text: plantedHere.text }).expect(200)
    const chat = { model: 'm', messages: [{ role: 'user', content: scrubbed.body.scrubbed }] }
    const said = await supertest(model.origin).post('/v1/chat/completions').send(chat).expect(200)
    const { entities, placeholders } = scrubbed.body
    const answer = { text: said.body.choices[0].message.content, entities, placeholders }
    const back = await app.post('/api/restore').send(answer).expect(200).expect('content-type', /json/)
    expect(back.body).toEqual({ restored: `You wrote: ${plantedHere.text}` })
    for (const value of plantedHere.values) expect(model.everything).not.toContain(value)
  })

  it.each(names)('one call to /api/proxy, answered by %s with the originals, whole and streamed', async provider => {
    await using upstream = await Upstream.start(speak(provider, prompt => `You wrote: ${prompt}`, 3))
    const providers = { [provider]: { baseUrl: upstream.origin } }
    const app = supertest(await listenerOf(mount, { ...everybody, providers }))
    const ask = { provider, model: 'm', messages: [{ role: 'user', content: plantedHere.text }] }
    const whole = await app.post('/api/proxy').send(ask).expect(200)
    expect(whole.body.content).toBe(`You wrote: ${plantedHere.text}`)
    const streamed = await app
      .post('/api/proxy')
      .send({ ...ask, stream: true })
      .expect(200)
      .expect('content-type', /event-stream/)
    expect(contentOf(streamed.text)).toBe(`You wrote: ${plantedHere.text}`)
    for (const value of plantedHere.values) expect(upstream.everything).not.toContain(value)
  })
})
