// What guarding adds to one call: processor time of the calling process per call with a body of 1 kB.
// `guarded`: a guard with its defaults; the text is the same in all calls, so that it is searched once and then known.
// `in a scope`: each call in a scope of its own, by `guard.run`, as the handler of a request makes it.
// `hooks`: the hooks alone, by an opener that changes nothing. `other host`: a guard is on, but nobody guards the host.
// `loaded`: the tables of a guard are in memory, but no hook is on: what the larger heap alone costs the collector.
// Each way runs in a process of its own, and the processes take turns, so that all see the same load of the machine.
//   npm run build && node bench/intercept.mjs [--write]      --write puts the table into docs/performance.md
import { fork } from 'node:child_process'
import { once } from 'node:events'
import * as http from 'node:http'
import { createGuard } from '../.cache/build/index.js'
import { installHooks } from '../.cache/build/intercept/index.js'
import { machine, median, table, textOf } from './kit.mjs'
import { writeSection } from './page.mjs'

const callsPerTurn = 100
const turns = 60
const ways = ['bare', 'guarded', 'in a scope', 'hooks', 'other host', 'loaded']
// A call with the path of a model is guarded on any host, so other hosts are asked for something else.
const pathOf = way => (way === 'other host' ? '/api/v1/items/completed' : '/v1/chat/completions')
const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: textOf(900) }] })
const answer = JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content: 'x'.repeat(900) } }] })

const [role = 'measure', carrier, port] = process.argv.slice(2).filter(word => word !== '--write')
if (role === 'measure') await measureAll()
else if (role === 'serve') serve()
else call(role)

function serve() {
  const server = http.createServer((request, response) => {
    request.resume().on('end', () => response.setHeader('content-type', 'application/json').end(answer))
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1', () => process.send(server.address().port))
}

/** Makes a turn of calls whenever it is asked to, and says what one of them took. */
function call(way) {
  if (way === 'hooks') installHooks(plainOpener(`127.0.0.1:${port}`))
  const isGuarded = way === 'guarded' || way === 'in a scope'
  const guard = isGuarded ? createGuard({ providers: { openai: { baseUrl: `http://127.0.0.1:${port}/v1` } } }) : null
  if (way === 'other host') createGuard()
  if (way === 'loaded') createGuard({ mode: 'explicit' })
  const one =
    carrier === 'fetch' ? callByFetch(pathOf(way)) : callByHttp(pathOf(way), new http.Agent({ keepAlive: true }))
  const make = way === 'in a scope' ? () => guard.run({}, one) : one
  process.on('message', async () => {
    const before = process.cpuUsage()
    for (let count = 0; count < callsPerTurn; count++) await make()
    const { user, system } = process.cpuUsage(before)
    process.send((user + system) / callsPerTurn)
  })
}

async function measureAll() {
  const rows = []
  for (const name of ['fetch', 'node:http']) {
    const server = start('serve')
    const [at] = await once(server, 'message')
    const callers = ways.map(way => start(way, name, at))
    const samples = ways.map(() => [])
    for (let turn = -10; turn < turns; turn++) {
      for (let place = 0; place < ways.length; place++) {
        // Whoever comes first in a turn finds the machine in another state, so the order rotates.
        const index = (place + turn + ways.length * 20) % ways.length
        callers[index].send('go')
        const [spent] = await once(callers[index], 'message')
        // The first turns warm up.
        if (turn >= 0) samples[index].push(spent)
      }
    }
    const added = samples.map(own => median(own.map((spent, turn) => spent - samples[0][turn])))
    rows.push([name, ...[median(samples[0]), ...added.slice(1)].map(value => value.toFixed(0))])
    for (const child of [server, ...callers]) child.kill()
  }
  const head = ['\u00b5s of CPU per call', ...ways.map(way => (way === 'bare' ? way : `+ ${way}`))]
  const text = `${table(head, rows)}\n\n${machine()}; medians of ${turns} turns of ${callsPerTurn} calls.`
  console.log(text)
  if (process.argv.includes('--write')) writeSection('calls', text)
}

function start(...parameters) {
  return fork(new URL(import.meta.url), parameters.map(String), { stdio: ['ignore', 'inherit', 'ignore', 'ipc'] })
}

function callByFetch(path) {
  return async () => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', authorization: 'Bearer none' },
    })
    await response.text()
  }
}

function callByHttp(path, agent) {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer none' }
  const options = { host: '127.0.0.1', port, path, method: 'POST', agent, headers }
  return () =>
    new Promise((resolve, reject) => {
      const request = http.request(options)
      request.on('response', response => response.resume().on('end', resolve))
      request.on('error', reject)
      request.end(body)
    })
}

function plainOpener(host) {
  const plain = { write: chunk => chunk, end: () => new Uint8Array() }
  return {
    bodyBytes: 1_000_000,
    guards: url => url.host === host,
    open: async request => ({
      request,
      onAbort: () => () => undefined,
      standsAlone: true,
      answer: (status, headers) => ({ status, headers, decode: [], body: plain }),
      close() {},
    }),
  }
}
