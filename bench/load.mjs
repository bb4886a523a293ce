// Does the gateway stay as it is under a load that is not kind to it? Whole answers, streams, clients that leave before or
// in the middle, upstreams that reset or break off, refused bodies, and every so often a body of 12 MB, each call with
// values of its own. At intervals the load is held: heap (after a collection), memory, sockets and file handles of the
// gateway's process are counted. In the end SIGTERM is sent while streams run: none of them may lose its end.
// Exits with 1 where something has grown, an answer was wrong, a value got out, or a stream was cut.
// Run after `npm run build`: node bench/load.mjs [--minutes 30] [--rate 60] [--large 12]
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import * as http from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { machine, table } from './kit.mjs'

/** One of twenty calls each; `large` comes by time. */
const kinds = [
  ...Array(8).fill('whole'),
  ...Array(6).fill('streamed'),
  ...['aborted', 'left', 'left', 'reset', 'broken', 'refused'],
]
const firstPiece = 'Dear user, '

/** The provider, in a process of its own. What it does stands in the path; the answer uses what a placeholder stands for. */
function serveUpstream() {
  let leaks = 0
  let goOn
  const released = new Promise(resolve => {
    goOn = resolve
  })
  const server = http.createServer(async (request, response) => {
    const kind = request.url.split('/')[1]
    let bytes = 0
    let head = ''
    for await (const chunk of request) {
      bytes += chunk.length
      if (chunk.includes('planted.')) leaks++
      if (head.length < 4_096) head += chunk
    }
    if (kind === 'reset') return request.socket.resetAndDestroy()
    if (kind === 'aborted') return
    if (kind === 'whole' || kind === 'large')
      return response.setHeader('content-type', 'application/json').end(whole(kind === 'large' ? `${bytes > 1e6}` : ''))
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(event(firstPiece))
    if (kind === 'left') return
    if (kind === 'held') await released
    for (const piece of ['to [EMA', 'IL_1] and ', '[IBAN_1', ']. ', 'Good', 'bye']) {
      await wait(20)
      if (response.destroyed) return
      if (kind === 'broken' && piece === 'Good') return request.socket.resetAndDestroy()
      response.write(event(piece))
    }
    response.end('data: [DONE]\n\n')
  })
  server.keepAliveTimeout = 600_000
  process.on('message', word => (word === 'go on' ? goOn() : process.send({ leaks })))
  process.on('disconnect', () => process.exit())
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
}

const whole = more =>
  JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content: `to [EMAIL_1] ${more}` } }] })
const event = content => `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`

/** Asks the gateway's process what a look from outside does not show. It does not keep the process alive. */
const probe = `data:text/javascript,${encodeURIComponent(`
process.on('message', () => { gc(); gc(); process.send({ heap: process.memoryUsage().heapUsed }) })
process.on('disconnect', () => process.exit(1))
process.channel.unref()`)}`

async function startGateway(program, upstream) {
  const child = fork(program, ['serve', '--port', '0', '--upstream', `openai=${upstream}`], {
    execArgv: ['--expose-gc', '--import', probe],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  const url = await new Promise((resolve, reject) => {
    const hear = chunk => {
      output += chunk
      const address = /listening on (\S+)\n/.exec(output)?.[1]
      if (address !== undefined) resolve(address)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', code => reject(new Error(`the gateway ended with ${code}: ${output}`)))
  })
  return { child, url, output: () => output }
}

/** From /proc, as a look from outside would. */
function countHandles(pid) {
  const targets = readdirSync(`/proc/${pid}/fd`).map(fd => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`)
    } catch {
      return ''
    }
  })
  const sockets = targets.filter(target => target.startsWith('socket:')).length
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return { rss: Number(kilobytes) * 1024, sockets, files: targets.length - sockets }
}

/** `largeBytes` 0 sends no large bodies. `rate` is in calls a second, all kinds together. */
export async function load(options) {
  const { program, seconds, everySeconds, rate, largeBytes, largeEverySeconds, onLevel = () => {} } = options
  const upstream = fork(fileURLToPath(import.meta.url), ['upstream'])
  const [{ port }] = await once(upstream, 'message')
  const gateway = await startGateway(program, `http://127.0.0.1:${port}`)
  let agent = new http.Agent({ keepAlive: true })
  let peak = 0
  const running = new Set()
  const ends = {}
  const wrong = []
  const levels = []
  let calls = 0
  let isStopping = false
  let lastLarge = performance.now()

  function begin(kind) {
    const call = new Call(gateway.url, agent, kind, calls++, largeBytes)
    running.add(call)
    peak = Math.max(peak, running.size)
    call.ended.then(end => {
      running.delete(call)
      ends[kind] = (ends[kind] ?? 0) + 1
      // Whoever has not begun to get an answer when the gateway stops is turned away, and told so by the connection.
      if (end !== null && !(isStopping && !call.isBegun)) wrong.push(`${kind}: ${end}`)
    })
    return call
  }

  async function goOn(until) {
    const start = performance.now()
    const first = calls
    while (performance.now() < until) {
      const due = Math.floor(((performance.now() - start) / 1_000) * rate) - (calls - first)
      // A machine that is busy elsewhere gets no more than it can take.
      for (let more = Math.min(due, 64 - running.size); more > 0; more--) begin(kinds[calls % kinds.length])
      if (largeBytes > 0 && performance.now() - lastLarge > largeEverySeconds * 1_000) {
        lastLarge = performance.now()
        begin('large')
      }
      await wait(5)
    }
  }

  async function level() {
    await Promise.all([...running].map(({ ended }) => ended))
    // Connections to clients are closed; those to the provider stay open for the next calls.
    agent.destroy()
    agent = new http.Agent({ keepAlive: true })
    // What was left or reset closes in its own time.
    await wait(400)
    gateway.child.send('level')
    const [{ heap }] = await once(gateway.child, 'message')
    const now = { seconds: Math.round((performance.now() - start) / 1_000), calls, peak, heap, wrong: wrong.length }
    levels.push({ ...now, ...countHandles(gateway.child.pid) })
    onLevel(levels.at(-1))
  }

  const start = performance.now()
  const end = start + seconds * 1_000
  await level()
  while (performance.now() < end - 50) {
    await goOn(Math.min(end, performance.now() + everySeconds * 1_000))
    await level()
  }
  // The stop comes in the middle of the load: answers that have begun must end as they would have.
  const held = Array.from({ length: 24 }, () => begin('held'))
  for (const kind of kinds) begin(kind)
  await Promise.all(held.map(({ begun }) => begun))
  const streams = [...running].filter(({ isOpen }) => isOpen).length
  const before = wrong.length
  isStopping = true
  const exit = once(gateway.child, 'exit')
  gateway.child.kill('SIGTERM')
  await turnedAway(gateway.url)
  upstream.send('go on')
  const [code] = await exit
  await Promise.all([...running].map(({ ended }) => ended))
  agent.destroy()
  upstream.send('leaks')
  const [{ leaks }] = await once(upstream, 'message')
  upstream.kill()
  const hasPrinted = gateway.output().includes('planted.')
  return { levels, ends, wrong, leaks, hasPrinted, stop: { streams, code, wrong: wrong.slice(before) } }
}

/** Waits until nobody listens any more. */
async function turnedAway(url) {
  const isOpen = () =>
    new Promise(resolve => {
      const request = http.get(`${url}/healthz`, { agent: new http.Agent() }, answer => answer.resume())
      request.on('response', () => resolve(true)).on('error', () => resolve(false))
    })
  while (await isOpen()) await wait(20)
}

/** One call and how it should end. `ended` gives null, or what was wrong about it. */
class Call {
  constructor(url, agent, kind, number, largeBytes) {
    this.kind = kind
    /** Has a part of the answer come, and is more to come? */
    this.isOpen = false
    this.isBegun = false
    this.begun = new Promise(resolve => {
      this.hasBegun = resolve
    })
    const email = `planted.${number}@mailbox-${number % 977}.example`
    const body = bodyOf(kind, email, number, largeBytes)
    this.ended = this.#send(`${url}/openai/${kind}/chat/completions`, agent, body)
      .then(answer => this.#judge(answer, email))
      .catch(error => `cannot be read: ${error.name}`)
      .finally(() => {
        this.isOpen = false
        this.hasBegun()
      })
  }

  /** Gives the status and text, or null for a connection that broke. */
  #send(url, agent, body) {
    return new Promise(resolve => {
      const request = http.request(url, { method: 'POST', headers: { 'content-type': 'application/json' }, agent })
      request.on('error', () => undefined)
      request.on('close', () => resolve(null))
      request.on('response', response => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', chunk => {
          text += chunk
          if (this.kind === 'left') request.destroy()
          this.isOpen = true
          this.isBegun = true
          this.hasBegun()
        })
        response.on('end', () => resolve({ status: response.statusCode, text }))
        response.on('error', () => undefined)
      })
      request.end(body)
      if (this.kind === 'aborted') setTimeout(() => request.destroy(), 10)
    })
  }

  #judge(answer, email) {
    const { kind } = this
    if (kind === 'aborted' || kind === 'left' || kind === 'broken') return answer === null ? null : 'ended well'
    if (answer === null) return 'broke'
    const { status, text } = answer
    if (kind === 'reset') return status === 502 ? null : `status ${status}`
    if (kind === 'refused') return status === 400 && !text.includes('planted.') ? null : `status ${status}`
    const isStream = kind === 'streamed' || kind === 'held'
    const said = isStream ? shown(text) : JSON.parse(text).choices?.[0].message.content
    const isWhole = !isStream || (text.endsWith('data: [DONE]\n\n') && said.endsWith('Goodbye'))
    return status === 200 && isWhole && said.includes(`to ${email}`) ? null : `status ${status}, not what was asked`
  }
}

function shown(text) {
  const events = text.split('\n').filter(line => line.startsWith('data: {'))
  return events.map(line => JSON.parse(line.slice(6)).choices[0].delta.content).join('')
}

function bodyOf(kind, email, number, largeBytes) {
  const content = `Please write to ${email}, the account is DE89 3704 0044 0532 0130 00 and the order #${10_000 + number}.`
  if (kind === 'refused') return `{"messages":[{"content":"${content}"`
  const filler = kind === 'large' ? { role: 'user', content: log(largeBytes) } : []
  const messages = [filler, { role: 'user', content }].flat()
  return JSON.stringify({ model: 'm', stream: kind !== 'whole' && kind !== 'large', messages })
}

const logLine =
  '2025-03-02T08:15:00.412Z INFO worker job 9f8e7d6c5b4a finished, nothing retried, the queue is empty again.\n'
let logText = ''
function log(bytes) {
  if (logText.length < bytes) logText = logLine.repeat(Math.ceil(bytes / logLine.length)).slice(0, bytes)
  return logText
}

/** What has grown since a third of the time, when caches are full. Connections to the provider: one for each call at once. */
export function growth(levels) {
  const settled = levels[Math.floor(levels.length / 3)]
  const last = levels.at(-1)
  const grown = []
  if (last.heap > settled.heap * 1.1 + 1_048_576) grown.push('heap')
  if (last.sockets > last.peak + 8) grown.push('sockets')
  if (last.files > settled.files) grown.push('files')
  return grown
}

async function main() {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '30' },
      rate: { type: 'string', default: '60' },
      large: { type: 'string', default: '12' },
    },
  })
  const minutes = Number(values.minutes)
  const rate = Number(values.rate)
  const largeEverySeconds = 15
  const megabytes = bytes => (bytes / 1_048_576).toFixed(1)
  const program = fileURLToPath(new URL('../.cache/build/cli/main.js', import.meta.url))
  const { levels, ends, wrong, leaks, hasPrinted, stop } = await load({
    program,
    seconds: minutes * 60,
    everySeconds: Math.max(5, Math.min(120, minutes * 6)),
    rate,
    largeBytes: Number(values.large) * 1_000_000,
    largeEverySeconds,
    onLevel: ({ seconds, calls }) => console.error(`${seconds} s, ${calls} calls`),
  })
  console.log(
    `${machine()}; ${minutes} minutes, ${rate} calls/s at most, ${values.large} MB every ${largeEverySeconds} s\n`,
  )
  const rows = levels.map(({ seconds, calls, peak, heap, rss, sockets, files, wrong: failed }) => [
    `${(seconds / 60).toFixed(1)} min`,
    ...[calls, peak, `${megabytes(heap)} MiB`, `${megabytes(rss)} MiB`, sockets, files, failed],
  ])
  console.log(table(['after', 'calls', 'most at once', 'heap', 'resident', 'sockets', 'other handles', 'wrong'], rows))
  console.log(`\nended: ${JSON.stringify(ends)}`)
  console.log(`SIGTERM with ${stop.streams} streams open: ${stop.wrong.length} lost, exit code ${stop.code}`)
  console.log(
    `values that arrived at the provider: ${leaks}; values in what the gateway printed: ${hasPrinted ? 1 : 0}`,
  )
  const grown = growth(levels)
  console.log(grown.length === 0 ? 'nothing has grown' : `HAS GROWN: ${grown.join(', ')}`)
  for (const line of wrong.slice(0, 10)) console.log(line)
  if (grown.length > 0 || wrong.length > 0 || leaks > 0 || hasPrinted || stop.code !== 0) process.exitCode = 1
}

if (process.argv[2] === 'upstream') serveUpstream()
else if (pathToFileURL(process.argv[1] ?? '').href === import.meta.url) await main()
