// What reading provider formats costs: events of a stream beside parsing them, and a large chat body beside JSON itself.
//   npm run build && node --expose-gc bench/wire.mjs
import { createGuard } from '../.cache/build/guard.js'
import { machine, median, table, textOf } from './kit.mjs'

const guard = createGuard({
  mode: 'explicit',
  providers: { openai: { baseUrl: 'http://127.0.0.1:9/v1' }, anthropic: { baseUrl: 'http://127.0.0.1:9/a' } },
})
const { opener } = guard.pipeline
const headers = [['content-type', 'application/json']]

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
    for (let round = 0; round < 25; round++) {
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
    const perEvent = samples => (1_000 * median(samples)) / events.length
    rows.push([
      name,
      String(events.length),
      perEvent(parse).toFixed(2),
      perEvent(restore).toFixed(2),
      (perEvent(restore) - perEvent(parse)).toFixed(2),
    ])
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
  for (let round = 0; round < 15; round++) {
    const start = process.cpuUsage()
    await once()
    ours.push(since(start))
    json.push(cpu(() => JSON.stringify(JSON.parse(text))))
  }
  const memory = await peakMemory(once)
  return table(
    ['1 MB chat, texts in the cache', 'ms', 'ratio'],
    [
      ['JSON.parse + JSON.stringify', median(json).toFixed(2), '1.0'],
      ['walk, scrub, serialise', median(ours).toFixed(2), (median(ours) / median(json)).toFixed(1)],
      [
        'memory over the body',
        memory === null ? 'run with --expose-gc' : `${(memory / 1e6).toFixed(1)} MB`,
        memory === null ? '' : (memory / body.length).toFixed(1),
      ],
    ],
  )
}

/** Growth of heap and buffers while one body is under way, sampled at each turn of the event loop. */
async function peakMemory(work) {
  if (globalThis.gc === undefined) return null
  const samples = []
  for (let round = 0; round < 7; round++) {
    globalThis.gc()
    const before = held()
    let peak = 0
    let running = true
    const watch = () => {
      peak = Math.max(peak, held() - before)
      if (running) setImmediate(watch)
    }
    watch()
    await work()
    peak = Math.max(peak, held() - before)
    running = false
    samples.push(peak)
  }
  return median(samples)
}

function held() {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
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
