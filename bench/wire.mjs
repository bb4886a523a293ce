// What reading provider formats costs: events of a stream beside parsing them, and a large chat body beside JSON itself.
// Milliseconds of CPU, the best of many rounds, taken in turns: other work on the machine makes a round longer, never shorter.
//   npm run build && node --expose-gc bench/wire.mjs
import { createGuard } from '../.cache/build/guard.js'
import { machine, table, textOf } from './kit.mjs'

const guard = createGuard({
  mode: 'explicit',
  providers: { openai: { baseUrl: 'http://127.0.0.1:9/v1' }, anthropic: { baseUrl: 'http://127.0.0.1:9/a' } },
})
const { opener } = guard.pipeline
const headers = [['content-type', 'application/json']]

/** Beyond these the benchmark fails. */
const most = { overParsing: 5, ratio: 4, memory: 4 }

console.log(await streams())
console.log(await largeBody())
console.log(`${machine()}. Command: \`node --expose-gc bench/wire.mjs\`.`)
await guard.close()

async function streams() {
  const rows = []
  for (const [name, path, events] of [
    ['OpenAI chat', '/v1/chat/completions', chatEvents()],
    ['OpenAI responses', '/v1/responses', responseEvents()],
    ['Anthropic messages', '/a/v1/messages', messageEvents()],
  ]) {
    const text = events.map(
      event => `${event.type === undefined ? '' : `event: ${event.type}\n`}data: ${JSON.stringify(event)}\n\n`,
    )
    const chunks = text.map(event => Buffer.from(event))
    const request = { model: 'm', messages: [{ role: 'user', content: 'Write to jo.example@mailbox.example' }] }
    const body = Buffer.from(
      JSON.stringify(path.endsWith('responses') ? { model: 'm', input: request.messages[0].content } : request),
    )
    const restore = []
    const parse = []
    for (let round = 0; round < 40; round++) {
      const exchange = await opener.open({ method: 'POST', url: new URL(`http://127.0.0.1:9${path}`), headers, body })
      const { body: restorer } = exchange.answer(200, [['content-type', 'text/event-stream']])
      restore.push(
        cpu(() => {
          for (const chunk of chunks) restorer.write(chunk)
          restorer.end()
        }),
      )
      exchange.close('done')
      parse.push(
        cpu(() => {
          const decoder = new TextDecoder()
          for (const chunk of chunks) {
            const event = decoder.decode(chunk, { stream: true })
            JSON.parse(event.slice(event.indexOf('data: ') + 6))
          }
        }),
      )
    }
    const perEvent = samples => (1_000 * Math.min(...samples)) / events.length
    const over = perEvent(restore) - perEvent(parse)
    expect(over <= most.overParsing, `${name}: more than ${most.overParsing} \u00b5s over parsing`)
    rows.push([name, String(events.length), perEvent(parse).toFixed(2), perEvent(restore).toFixed(2), over.toFixed(2)])
  }
  return table(['stream', 'events', 'parse \u00b5s/event', 'restore \u00b5s/event', 'over parsing'], rows)
}

async function largeBody() {
  // Turns as a long conversation has them, 1 MB in all.
  const messages = Array.from({ length: 250 }, (_, turn) => ({
    role: turn % 2 === 0 ? 'user' : 'assistant',
    content: `Turn ${turn}. ${textOf(4_000)}`,
  }))
  const text = JSON.stringify({ model: 'm', messages })
  const body = Buffer.from(text)
  const once = async () => {
    const exchange = await opener.open({
      method: 'POST',
      url: new URL('http://127.0.0.1:9/v1/chat/completions'),
      headers,
      body,
    })
    exchange.close('done')
    return exchange.request.body.length
  }
  await once()
  const ours = []
  const json = []
  for (let round = 0; round < 150; round++) {
    const start = process.cpuUsage()
    await once()
    ours.push(since(start))
    json.push(cpu(() => JSON.stringify(JSON.parse(text))))
  }
  const memory = await memoryOf(once)
  const [best, bestJson] = [Math.min(...ours), Math.min(...json)]
  expect(best / bestJson <= most.ratio, `a large body: more than ${most.ratio} times JSON itself`)
  expect(memory / body.length <= most.memory, `a large body: more than ${most.memory} times its memory`)
  return table(
    ['1 MB chat, texts in the cache', 'ms', 'ratio'],
    [
      ['JSON.parse + JSON.stringify', bestJson.toFixed(2), '1.0'],
      ['walk, scrub, serialise', best.toFixed(2), (best / bestJson).toFixed(1)],
      ['memory in use, at most', `${(memory / 1e6).toFixed(1)} MB`, (memory / body.length).toFixed(1)],
    ],
  )
}

/**
 * What one body takes beside itself: what is in use at most, seen by collecting garbage at every eighth text and before the bytes
 * that leave are written.
 */
async function memoryOf(work) {
  if (globalThis.gc === undefined) throw new Error('run with --expose-gc')
  const { tools } = guard.pipeline
  const { detector } = tools
  let texts = 0
  let peak = 0
  let before = 0
  const look = () => {
    globalThis.gc()
    peak = Math.max(peak, held() - before)
  }
  tools.detector = {
    detect(text, hint) {
      if (texts++ % 8 === 0) look()
      return detector.detect(text, hint)
    },
  }
  // The moment at which the text that came, its changes and the bytes that leave are all there.
  const { allocUnsafe } = Buffer
  Buffer.allocUnsafe = size => {
    const bytes = allocUnsafe.call(Buffer, size)
    if (size > 500_000) look()
    return bytes
  }
  await settled()
  before = held()
  await work()
  Buffer.allocUnsafe = allocUnsafe
  tools.detector = detector
  return peak
}

/** Buffers are given back some time after they were collected. */
async function settled() {
  for (let round = 0; round < 3; round++) {
    globalThis.gc()
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

function held() {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

function expect(holds, otherwise) {
  if (holds) return
  console.error(otherwise)
  process.exitCode = 1
}

function cpu(work) {
  const start = process.cpuUsage()
  work()
  return since(start)
}

/** Milliseconds of CPU. */
function since(start) {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}

function pieces() {
  const text = 'Dear [EMAIL_1], the parcel left the depot on Monday and should be with you soon. '.repeat(60)
  return text.match(/.{1,5}/gs)
}

function chatEvents() {
  const chunk = delta => ({
    id: 'c',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices: [{ index: 0, delta, finish_reason: null }],
  })
  return [chunk({ role: 'assistant', content: '' }), ...pieces().map(content => chunk({ content }))]
}

function responseEvents() {
  return pieces().map((delta, sequence_number) => ({
    type: 'response.output_text.delta',
    sequence_number,
    item_id: 'msg_1',
    output_index: 0,
    content_index: 0,
    delta,
    logprobs: [],
    obfuscation: 'aB3dE6gH9',
  }))
}

function messageEvents() {
  return [
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    ...pieces().map(text => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } })),
    { type: 'content_block_stop', index: 0 },
  ]
}
