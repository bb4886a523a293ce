/**
 * What the proxy costs beside plain http-proxy-middleware, against one loopback upstream: requests per second, delay per
 * streamed chunk, a body of 12 MB, peak memory. Version 4 of http-proxy-middleware where Node can run it, else 3.
 *
 *     npm run build && npx node@22 bench/proxy.mjs [seconds] [--write]      --write puts the tables into README.md
 */
import { fork } from 'node:child_process'
import { Agent, createServer, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import autocannon from 'autocannon'
import { machine, median, table, textOf, writeReadme } from './kit.mjs'

const seconds = Number(process.argv.slice(2).find(word => /^\d+$/.test(word)) ?? 3)
const rounds = 5
const major = Number(process.versions.node.split('.')[0]) >= 22 ? 4 : 3

const jsonType = { 'content-type': 'application/json' }
const head = { method: 'POST', headers: { ...jsonType, authorization: 'Bearer x' } }
const agent = new Agent({ keepAlive: true })
const streamedChunks = 100
let nextTurn = 1

const upstream = await startUpstream()
const sections = [await throughput(), await chunks(), await largeBodies()]
upstream.close()
const note = `http-proxy-middleware ${major}, 1 kB of JSON with six values, 32 connections, everything on one machine.`
const report = `${sections.join('\n\n')}\n\n${note} ${machine()}. Command: \`npx node@22 bench/proxy.mjs\`.`
console.log(report)
if (process.argv.includes('--write')) writeReadme('proxy', report)
process.exit(0)

async function throughput() {
  const ways = [
    { name: 'http-proxy-middleware alone', route: 'plain' },
    { name: '`gdprProxy`, a text it has seen', route: 'gdprProxy' },
    { name: '`gdprProxy`, new text each time', route: 'gdprProxy', isNew: true },
    { name: '`llm-gdpr-guard serve`, a text it has seen', route: 'gateway' },
  ]
  for (const way of ways) {
    way.child = await open(way.route)
    way.samples = []
    await expectGuarded(way)
    // Compiling takes thousands of requests, and a server runs for days.
    await load(way, 8)
  }
  // Taking turns, so that all see the same machine.
  for (let round = 0; round < rounds; round++) for (const way of ways) way.samples.push(await sample(way))
  const rows = []
  const [plain] = ways
  for (const way of ways) {
    const of = key => median(way.samples.map(one => one[key]))
    const share = median(way.samples.map((one, round) => one.perSecond / plain.samples[round].perSecond))
    const cpuShare = median(way.samples.map((one, round) => plain.samples[round].cpuUs / one.cpuUs))
    const { peakMB } = await way.child.use()
    const failed = way.samples.reduce((sum, one) => sum + one.failed, 0)
    if (failed > 0) throw new Error(`${failed} requests failed by ${way.name}`)
    const shares = [share, cpuShare].map(one => `${Math.round(one * 100)} %`)
    rows.push([way.name, of('perSecond'), shares[0], of('cpuUs'), shares[1], of('p50'), of('p99'), peakMB])
    way.child.kill()
  }
  return table(['way', 'requests/s', 'share', 'CPU µs each', 'share by CPU', 'p50 ms', 'p99 ms', 'peak MB'], rows)
}

/** A figure counts only where the values stayed here and came back: the plain way shows them to the upstream, the others do not. */
async function expectGuarded({ name, route, child }) {
  const body = requestBody(0)
  const answer = await fetch(child.url, { ...head, body }).then(response => response.text())
  const [address] = /[\w.]+@[\w.]+/.exec(body)
  const isPlain = route === 'plain'
  if (upstream.lastBody().includes(address) !== isPlain) throw new Error(`${name}: the upstream saw what it should not`)
  if (answer.includes('[EMAIL_1]') !== isPlain) throw new Error(`${name}: the answer is not what it should be`)
}

async function sample(way) {
  const before = await way.child.use()
  const result = await load(way, seconds)
  const after = await way.child.use()
  const count = result['2xx'] + result.non2xx
  return {
    perSecond: Math.round(result.requests.average),
    cpuUs: Math.round((after.cpuUs - before.cpuUs) / count),
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
  }
}

function load({ child, isNew = false }, duration) {
  const request = { ...head, body: requestBody(0) }
  if (isNew) request.setupRequest = given => ({ ...given, body: requestBody(nextTurn++) })
  return autocannon({ url: child.url, duration, connections: 32, requests: [request] })
}

/** Upstream and client are in this process, so one clock tells how long each chunk was under way. */
async function chunks() {
  const ways = [
    { name: 'http-proxy-middleware alone', route: 'plain' },
    { name: '`gdprProxy`', route: 'gdprProxy' },
  ]
  for (const way of ways) {
    way.child = await open(way.route)
    way.delays = []
    await streams(way.child.url)
  }
  for (let round = 0; round < 2 * rounds; round++) {
    for (const way of ways) way.delays.push((await streams(way.child.url)).sort((a, b) => a - b))
  }
  const at = (delays, share) => delays[Math.floor(delays.length * share)]
  const rows = ways.map(({ name, delays }) => {
    const each = share => median(delays.map(round => at(round, share))).toFixed(2)
    // Round by round: both ways see the same neighbours on the machine.
    const added = share =>
      median(delays.map((round, turn) => at(round, share) - at(ways[0].delays[turn], share))).toFixed(2)
    return [name, each(0.5), each(0.99), added(0.5), added(0.99), delays.flat().length]
  })
  for (const { child } of ways) child.kill()
  return table(['each streamed chunk', 'p50 ms', 'p99 ms', 'added p50', 'added p99', 'chunks'], rows)
}

/** Milliseconds from the upstream's write to the client's data event, for each chunk of eight streams at once. */
async function streams(url) {
  const body = requestBody(0)
  const one = async () => {
    const response = await post(url, body, { accept: 'text/event-stream' })
    const delays = []
    let seen = 0
    response.on('data', chunk => {
      const now = performance.now()
      for (const [, sent] of String(chunk).matchAll(/at ([\d.]+) /g)) {
        delays.push(now - Number(sent))
        seen++
      }
    })
    await new Promise(resolve => response.once('end', resolve))
    if (seen !== streamedChunks) throw new Error(`${seen} of ${streamedChunks} chunks came`)
    return delays
  }
  return (await Promise.all(Array.from({ length: 8 }, one))).flat()
}

async function largeBodies() {
  const text = textOf(12_000_000)
  const image = `data:image/png;base64,${Buffer.alloc(9_000_000, 'x').toString('base64')}`
  const ask = messages => JSON.stringify({ model: 'm', messages })
  const history = turn => [
    ...Array.from({ length: 120 }, (_, at) => ({
      role: 'user',
      content: text.slice(at * 100_000, (at + 1) * 100_000),
    })),
    { role: 'user', content: `And now? ${turn}` },
  ]
  const picture = turn => [
    {
      role: 'user',
      content: [
        { type: 'text', text: `What is this? ${turn}` },
        { type: 'image_url', image_url: { url: image } },
      ],
    },
  ]
  const kinds = [
    ['12 MB of text, first time', turn => ask([{ role: 'user', content: `${turn} ${text}` }])],
    ['12 MB of history and a new turn', turn => ask(history(turn))],
    ['12 MB image (`media: allow`)', turn => ask(picture(turn))],
  ]
  const rows = []
  for (const [name, bodyOf] of kinds) {
    const [plain, guarded] = [await open('plain'), await open('gdprProxy')]
    const times = { plain: [], guarded: [] }
    for (let turn = 0; turn < 5; turn++) {
      const body = bodyOf(turn)
      for (const [key, child] of Object.entries({ plain, guarded })) times[key].push(await roundTrip(child.url, body))
    }
    // The first is for the compiler, and for the history to be seen once.
    const [plainMs, guardedMs] = [median(times.plain.slice(1)), median(times.guarded.slice(1))]
    const factor = (guardedMs / plainMs).toFixed(1)
    const { peakMB } = await guarded.use()
    rows.push([name, plainMs.toFixed(0), guardedMs.toFixed(0), factor, (await plain.use()).peakMB, peakMB])
    plain.kill()
    guarded.kill()
  }
  return table(['body', 'alone ms', '`gdprProxy` ms', 'factor', 'alone peak MB', '`gdprProxy` peak MB'], rows)
}

async function roundTrip(url, body) {
  const start = performance.now()
  const response = await post(url, body)
  if (response.statusCode !== 200) throw new Error(`answered ${response.statusCode}`)
  response.resume()
  await new Promise(resolve => response.once('end', resolve))
  return performance.now() - start
}

function post(url, body, more = {}) {
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', headers: { ...head.headers, ...more }, agent }, resolve)
    call.on('error', reject)
    call.end(body)
  })
}

async function open(route) {
  const child = fork(new URL('./proxy-route.mjs', import.meta.url), [route, upstream.origin])
  const heard = () => new Promise(resolve => child.once('message', resolve))
  const url = await heard()
  const use = () => {
    const answer = heard()
    child.send('use')
    return answer
  }
  return { url, use, kill: () => child.kill() }
}

async function startUpstream() {
  const content = 'Written to [EMAIL_1] about [ORDER_NUMBER_1].'
  const answer = JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content } }] })
  let last = []
  const server = createServer((req, res) => {
    const isStream = req.headers.accept === 'text/event-stream'
    last = []
    req.on('data', piece => last.length < 4 && last.push(piece))
    req.on('end', () => (isStream ? stream(res) : res.writeHead(200, jsonType).end(answer)))
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    lastBody: () => Buffer.concat(last).toString(),
    close: () => server.close(),
  }
}

async function stream(res) {
  res.writeHead(200, { 'content-type': 'text/event-stream' })
  for (let chunk = 0; chunk < streamedChunks; chunk++) {
    await pause(4)
    const content = `word ${chunk} of [EMAIL_1] at ${performance.now()} `
    res.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`)
  }
  res.end('data: [DONE]\n\n')
}

/** 1 kB of JSON with six values; another `turn` has other values. */
function requestBody(turn) {
  const facts = [
    `mail jo.doe${turn}@mailbox.example`,
    `phone +49 1512 ${3456789 + turn}`,
    'IBAN DE89 3704 0044 0532 0130 00',
    'card 4111 1111 1111 1111',
    `address 203.0.113.${turn % 250}`,
    `order ORD-2025-${88317 + turn}`,
  ]
  const filler = 'The parcel has not arrived and nobody at the depot knows where it went. '.repeat(10)
  const content = `${facts.join(', ')}. ${filler}`.slice(0, 900)
  return JSON.stringify({ model: 'm', messages: [{ role: 'user', content }] })
}
