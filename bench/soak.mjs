// Does anything stay behind? Guarded calls by fetch, node:http and undici, whole and streamed, mixed with aborts, resets and
// time-outs, each with values of its own; then the heap, open handles, live scopes and marks are compared with what they
// were after the first tenth. Exits with 1 where they have grown.
//   npm run build && node bench/soak.mjs [200000] [--write]      --write puts the levels into docs/performance.md
import { fork } from 'node:child_process'
import { once } from 'node:events'
import * as http from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { request as undiciRequest } from 'undici'
import { machine, table } from './kit.mjs'
import { writeSection } from './page.mjs'

const atOnce = 16
const kinds = ['whole', 'whole', 'whole', 'streamed', 'streamed', 'aborted', 'left', 'reset', 'broken', 'stalled']
const clients = [byFetch, byHttp, byUndici]

/** The provider, in a process of its own so that its handles do not count. What it does stands in the path. */
function serve() {
  const server = http.createServer((request, response) => {
    const kind = request.url.split('/')[2]
    request.resume().on('end', () => {
      if (kind === 'reset') return request.socket.resetAndDestroy()
      if (kind === 'stalled' || kind === 'aborted') return
      if (kind === 'whole') return response.setHeader('content-type', 'application/json').end(whole)
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(piece('Dear user, '))
      if (kind === 'left') return
      response.write(piece('to [EMA'))
      setImmediate(() => {
        if (kind === 'broken') return request.socket.resetAndDestroy()
        response.end(`${piece('IL_1] and [IBAN_1]')}data: [DONE]\n\n`)
      })
    })
  })
  // A connection that is closed while a call is written to it breaks that call, guarded or not.
  server.keepAliveTimeout = 600_000
  server.listen(0, '127.0.0.1', () => process.send(server.address().port))
}

const whole = JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content: 'to [EMAIL_1]' } }] })
const piece = content => `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`

/** `{ createGuard, liveScopes, sharedMarks }` come from the built package, or from its sources in the test. */
export async function soak({ createGuard, liveScopes, sharedMarks }, calls) {
  const server = fork(new URL(import.meta.url), ['serve'])
  const [port] = await once(server, 'message')
  const origin = `http://127.0.0.1:${port}`
  const guard = createGuard({ providers: { openai: { baseUrl: origin } } })
  const outcomes = {}
  guard.on('exchange', ({ outcome }) => {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  })
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce })
  let next = 0
  let wrong = 0

  async function work(until) {
    while (next < until) {
      const call = next++
      const kind = kinds[call % kinds.length]
      const client = clients[Math.floor(call / kinds.length) % clients.length]
      const email = `soak.${call}@mailbox-${call % 977}.example`
      const content = `Please write to ${email}, the account is DE89 3704 0044 0532 0130 00 and the order #${10_000 + call}.`
      const ask = { url: `${origin}/v1/${kind}/chat/completions`, kind, agent }
      const body = JSON.stringify({ model: 'm', stream: kind !== 'whole', messages: [{ role: 'user', content }] })
      const text = await guard.run({}, () => client({ ...ask, body })).catch(() => null)
      const isExpected = kind === 'whole' || kind === 'streamed' ? shown(text).includes(`to ${email}`) : text === null
      if (!isExpected) wrong++
    }
  }

  async function level(until) {
    await Promise.all(Array.from({ length: atOnce }, () => work(until)))
    // Sockets that were left close in their own time.
    for (let rounds = 0; rounds < 100 && liveScopes() > 0; rounds++) await wait(20)
    await wait(300)
    for (let rounds = 0; rounds < 4; rounds++) {
      collectGarbage()
      await wait(20)
    }
    const handles = process.getActiveResourcesInfo().filter(name => name !== 'Timeout').length
    return { heap: process.memoryUsage().heapUsed, handles, scopes: liveScopes(), marks: sharedMarks().size }
  }

  const before = await level(Math.ceil(calls / 10))
  const after = await level(calls)
  await guard.close()
  agent.destroy()
  server.kill()
  return { before, after, outcomes, wrong }
}

const headers = { 'content-type': 'application/json' }

function shown(text) {
  if (text === null || text.startsWith('{')) return text ?? ''
  const events = text.split('\n').filter(line => line.startsWith('data: {'))
  return events.map(line => JSON.parse(line.slice(6)).choices[0].delta.content).join('')
}

/** When a call of this kind is given up: before the answer, by time-out, or after the first piece. */
function giveUp(kind, abort) {
  if (kind === 'aborted') setImmediate(abort)
  if (kind === 'stalled') setTimeout(abort, 15)
}

async function byFetch({ url, kind, body }) {
  const aborter = new AbortController()
  giveUp(kind, () => aborter.abort())
  const response = await fetch(url, { method: 'POST', headers, body, signal: aborter.signal })
  return collect(response.body, kind, () => aborter.abort())
}

async function byUndici({ url, kind, body }) {
  const aborter = new AbortController()
  giveUp(kind, () => aborter.abort())
  const response = await undiciRequest(url, { method: 'POST', headers, body, signal: aborter.signal })
  return collect(response.body, kind, () => aborter.abort())
}

function byHttp({ url, kind, body, agent }) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', headers, agent })
    request.on('error', reject)
    request.on('response', response => collect(response, kind, () => request.destroy()).then(resolve, reject))
    request.end(body)
    giveUp(kind, () => request.destroy(new Error('given up')))
  })
}

async function collect(stream, kind, leave) {
  let text = ''
  const decoder = new TextDecoder()
  for await (const bytes of stream) {
    text += decoder.decode(bytes, { stream: true })
    if (kind === 'left') leave()
  }
  return text
}

const collectGarbage = (() => {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc')
})()

async function main(calls) {
  const { createGuard } = await import('../.cache/build/index.js')
  const { liveScopes } = await import('../.cache/build/pipeline/index.js')
  const { sharedMarks } = await import('../.cache/build/intercept/patches.js')
  const start = performance.now()
  const { before, after, outcomes, wrong } = await soak({ createGuard, liveScopes, sharedMarks }, calls)
  const levelOf = ({ heap, handles, scopes, marks }) => [`${(heap / 1_048_576).toFixed(1)} MiB`, handles, scopes, marks]
  const levels = table(
    ['after', 'heap', 'handles', 'live maps', 'calls under way'],
    [
      ['the first tenth', ...levelOf(before)],
      ['all', ...levelOf(after)],
    ],
  )
  const ended = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`)
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  const text = `${levels}\n\n${machine()}; ${calls} calls in ${seconds} s: ${ended.join(', ')}; ${wrong} with another result than expected.`
  console.log(text)
  if (process.argv.includes('--write')) writeSection('soak', text)
  const hasGrown = after.heap > before.heap * 1.1 || after.handles > before.handles
  if (hasGrown || after.scopes > 0 || after.marks > 0 || wrong > 0) process.exitCode = 1
}

if (process.argv[2] === 'serve') serve()
else if (pathToFileURL(process.argv[1] ?? '').href === import.meta.url)
  await main(Number(process.argv.slice(2).find(word => word !== '--write') ?? 200_000))
