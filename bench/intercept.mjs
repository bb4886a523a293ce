// What guarding adds to one call: processor time of the calling process per call with a body of 1 kB.
// `guarded`: a guard with its defaults; the text is the same in all calls, so that it is searched once and then known.
// `in a scope`: each call in a scope of its own, by `guard.run`, as the handler of a request makes it.
// `hooks`: the hooks alone, by an opener that changes nothing. `other host`: a guard is on, but nobody guards the host.
// `loaded`: the tables of a guard are in memory, but no hook is on: what the larger heap alone costs the collector.
// Each way runs in processes of its own, since two processes that do the same differ by some microseconds a call, for as long
// as they live. All take short turns, in both orders, so that all see the same load of the machine. `spread` is how far the
// bare processes lie apart: what is added by less than that is noise.
//   npm run build && node bench/intercept.mjs [--write]      --write puts the table into docs/performance.md
import { fork } from 'node:child_process'
import { once } from 'node:events'
import * as http from 'node:http'
import { installHooks } from '../.cache/build/intercept/index.js'
// As it is packed: its tables lie outside the heap, so that the collector has less to do.
import { createGuard } from '../dist/index.js'
import { machine, median, table, textOf } from './kit.mjs'
import { writeSection } from './page.mjs'

const callsPerTurn = 30
const turns = 150
const processesPerWay = 3
const warmUpTurns = 100
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
    const callers = Array.from({ length: processesPerWay }, () => ways)
      .flat()
      .map(way => ({ way, child: start(way, name, at), samples: [] }))
    for (let turn = -warmUpTurns; turn < turns; turn++) {
      for (const { child, samples } of order(callers, turn + warmUpTurns)) {
        child.send('go')
        const [spent] = await once(child, 'message')
        if (turn >= 0) samples.push(spent)
      }
    }
    const levels = ways.map(way => callers.filter(caller => caller.way === way).map(({ samples }) => median(samples)))
    const [bare, ...others] = levels.map(median)
    const spread = Math.max(...levels[0]) - Math.min(...levels[0])
    rows.push([name, ...[bare, ...others.map(level => level - bare), spread].map(value => value.toFixed(0))])
    for (const child of [server, ...callers.map(caller => caller.child)]) {
      child.removeAllListeners('exit')
      child.kill()
    }
  }
  const head = ['\u00b5s of CPU per call', ...ways.map(way => (way === 'bare' ? way : `+ ${way}`)), 'spread']
  const counts = `medians of ${turns} turns of ${callsPerTurn} calls in ${processesPerWay} processes each`
  const text = `${table(head, rows)}\n\n${machine()}; ${counts}.`
  console.log(text)
  if (process.argv.includes('--write')) writeSection('calls', text)
}

/** Whoever comes first in a turn finds the machine in another state, so another begins each turn; every second turn runs back. */
function order(callers, turn) {
  const first = Math.floor(turn / 2) % callers.length
  const turned = [...callers.slice(first), ...callers.slice(0, first)]
  return turn % 2 === 0 ? turned : turned.reverse()
}

function start(...parameters) {
  const child = fork(new URL(import.meta.url), parameters.map(String), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  child.on('exit', code => {
    console.error(`the process for ${parameters.join(' ')} ended (${code}); was the package built by npm run build?`)
    process.exit(1)
  })
  return child
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
