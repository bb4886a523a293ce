// What interception adds to one call, detection and masking left out: processor time of this process per call of 1 kB,
// bare, guarded by an opener that changes nothing, and to a host that nobody guards while the hooks are on.
// Run after `npm run build`: node bench/intercept.mjs
import { fork } from 'node:child_process'
import { once } from 'node:events'
import * as http from 'node:http'
import { installHooks } from '../dist/intercept/index.js'

const callsPerRound = 300
const rounds = 15
const body = 'x'.repeat(1024)

if (process.argv[2] === 'serve') serve()
else await measureAll()

function serve() {
  const server = http.createServer((request, response) => {
    request.resume().on('end', () => response.setHeader('content-type', 'text/plain').end(body))
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1', () => process.send(server.address().port))
}

async function measureAll() {
  const guarded = await startServer()
  const other = await startServer()
  const opener = plainOpener(`127.0.0.1:${guarded.port}`)
  const agent = new http.Agent({ keepAlive: true })
  const carriers = { fetch: callByFetch, 'node:http': port => callByHttp(port, agent) }
  console.log(`${rounds} rounds of ${callsPerRound} calls, Node ${process.version}`)
  console.log('carrier     bare    guarded   other host   (microseconds of processor time per call, medians)')
  for (const [name, call] of Object.entries(carriers)) {
    const samples = { bare: [], guarded: [], other: [] }
    for (let round = 0; round <= rounds; round++) {
      const bare = await spend(() => call(guarded.port))
      const hooks = installHooks(opener)
      const scrubbed = await spend(() => call(guarded.port))
      const passed = await spend(() => call(other.port))
      hooks.remove()
      // The first round warms up.
      if (round === 0) continue
      samples.bare.push(bare)
      samples.guarded.push(scrubbed - bare)
      samples.other.push(passed - bare)
    }
    const [bare, added, passed] = Object.values(samples).map(median)
    console.log(`${name.padEnd(10)}${pad(bare)}   +${pad(added)}      +${pad(passed)}`)
  }
  agent.destroy()
  for (const { child } of [guarded, other]) child.kill()
}

async function startServer() {
  const child = fork(new URL(import.meta.url), ['serve'])
  const [port] = await once(child, 'message')
  return { child, port }
}

async function spend(call) {
  const before = process.cpuUsage()
  for (let count = 0; count < callsPerRound; count++) await call()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / callsPerRound
}

async function callByFetch(port) {
  const response = await fetch(`http://127.0.0.1:${port}/v1/chat`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/plain', authorization: 'Bearer none' },
  })
  await response.text()
}

function callByHttp(port, agent) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'text/plain', authorization: 'Bearer none' }
    const request = http.request({ host: '127.0.0.1', port, path: '/v1/chat', method: 'POST', agent, headers })
    request.on('response', response => response.resume().on('end', resolve))
    request.on('error', reject)
    request.end(body)
  })
}

function plainOpener(host) {
  const { signal } = new AbortController()
  return {
    bodyBytes: 1_000_000,
    guards: url => url.host === host,
    open: async request => ({
      request,
      signal,
      answer: (status, headers) => ({
        status,
        headers,
        decode: [],
        body: { write: chunk => chunk, end: () => new Uint8Array() },
      }),
      close() {},
    }),
  }
}

function median(values) {
  return values.sort((left, right) => left - right)[values.length >> 1]
}

function pad(value) {
  return value.toFixed(0).padStart(6)
}
