// What interception adds to one call, detection and masking left out: processor time of the calling process per call of
// 1 kB. `guarded`: by an opener that changes nothing. `other host`: hooks on, but nobody guards the host.
// Each way runs in a process of its own, and the processes take turns, so that all see the same load of the machine.
// Run after `npm run build`: node bench/intercept.mjs
import { fork } from 'node:child_process'
import { once } from 'node:events'
import * as http from 'node:http'
import { installHooks } from '../.cache/build/intercept/index.js'

const callsPerTurn = 100
const turns = 60
const ways = ['bare', 'guarded', 'other host']
const body = 'x'.repeat(1024)

const [role = 'measure', carrier, port] = process.argv.slice(2)
if (role === 'measure') await measureAll()
else if (role === 'serve') serve()
else call(role)

function serve() {
  const server = http.createServer((request, response) => {
    request.resume().on('end', () => response.setHeader('content-type', 'text/plain').end(body))
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1', () => process.send(server.address().port))
}

/** Makes a turn of calls whenever it is asked to, and says what one of them took. */
function call(way) {
  if (way !== 'bare') installHooks(plainOpener(way === 'guarded' ? `127.0.0.1:${port}` : 'nobody.example'))
  const one = carrier === 'fetch' ? callByFetch : callByHttp(new http.Agent({ keepAlive: true }))
  process.on('message', async () => {
    const before = process.cpuUsage()
    for (let count = 0; count < callsPerTurn; count++) await one()
    const { user, system } = process.cpuUsage(before)
    process.send((user + system) / callsPerTurn)
  })
}

async function measureAll() {
  console.log(`${turns} turns of ${callsPerTurn} calls, Node ${process.version}; medians in microseconds per call`)
  console.log('carrier          bare     guarded   other host')
  for (const name of ['fetch', 'node:http']) {
    const server = start('serve')
    const [at] = await once(server, 'message')
    const callers = ways.map(way => start(way, name, at))
    const samples = ways.map(() => [])
    for (let turn = -10; turn < turns; turn++) {
      for (let place = 0; place < ways.length; place++) {
        // Whoever comes first in a turn finds the machine in another state, so the order rotates.
        const index = (place + turn + ways.length * 10) % ways.length
        callers[index].send('go')
        const [spent] = await once(callers[index], 'message')
        // The first turns warm up.
        if (turn >= 0) samples[index].push(spent)
      }
    }
    const added = samples.map(own => median(own.map((spent, turn) => spent - samples[0][turn])))
    console.log(`${name.padEnd(10)} ${pad(median(samples[0]))}  +${pad(added[1])}  +${pad(added[2])}`)
    for (const child of [server, ...callers]) child.kill()
  }
}

function start(...parameters) {
  return fork(new URL(import.meta.url), parameters.map(String))
}

async function callByFetch() {
  const response = await fetch(`http://127.0.0.1:${port}/v1/chat`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/plain', authorization: 'Bearer none' },
  })
  await response.text()
}

function callByHttp(agent) {
  const headers = { 'content-type': 'text/plain', authorization: 'Bearer none' }
  const options = { host: '127.0.0.1', port, path: '/v1/chat', method: 'POST', agent, headers }
  return () =>
    new Promise((resolve, reject) => {
      const request = http.request(options)
      request.on('response', response => response.resume().on('end', resolve))
      request.on('error', reject)
      request.end(body)
    })
}

function plainOpener(host) {
  const { signal } = new AbortController()
  const plain = { write: chunk => chunk, end: () => new Uint8Array() }
  return {
    bodyBytes: 1_000_000,
    guards: url => url.host === host,
    open: async request => ({
      request,
      signal,
      answer: (status, headers) => ({ status, headers, decode: [], body: plain }),
      close() {},
    }),
  }
}

function median(values) {
  return values.toSorted((left, right) => left - right)[values.length >> 1]
}

function pad(value) {
  return value.toFixed(0).padStart(8)
}
