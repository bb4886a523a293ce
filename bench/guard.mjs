// What the guard costs: text throughput, CPU added to a call, time added to the first streamed chunk.
//   npm run build && node bench/guard.mjs [--write]      --write puts the table into README.md
import { createServer } from 'node:http'
import { createGuard } from 'llm-gdpr-guard'
import { machine, median, table, textOf, time, writeReadme } from './kit.mjs'

const sections = [await throughput(), await calls(), await firstChunk()]
const report = `${sections.join('\n\n')}\n\n${machine()}. Command: \`node bench/guard.mjs\`.`
console.log(report)
if (process.argv.includes('--write')) writeReadme('guard', report)

async function throughput() {
  const guard = createGuard({ mode: 'explicit' })
  const rows = []
  for (const [name, bytes] of [
    ['1 kB', 1_000],
    ['16 kB', 16_000],
    ['256 kB', 256_000],
    ['4 MB', 4_000_000],
  ]) {
    const text = textOf(bytes)
    let turn = 0
    // A new ending each time: the cache of findings must not answer for the detector.
    const scrubMs = await time(async () => {
      const scope = guard.scope()
      await scope.scrub(`${text} ${turn++}`)
      scope.close()
    })
    const scope = guard.scope()
    const { text: scrubbed } = await scope.scrub(text)
    const restoreMs = await time(() => scope.restore(scrubbed))
    scope.close()
    rows.push([name, rate(bytes, scrubMs), rate(bytes, restoreMs)])
  }
  await guard.close()
  return table(['text', 'scrub MB/s', 'restore MB/s'], rows)
}

function rate(bytes, milliseconds) {
  return (bytes / 1_000 / milliseconds).toFixed(1)
}

async function startModel(answer) {
  const server = createServer(async (req, res) => {
    for await (const _ of req);
    answer(res)
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  return { server, url: `http://127.0.0.1:${server.address().port}/v1` }
}

async function calls() {
  const answer = JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content: 'Done: [EMAIL_1]' } }] })
  const { server, url } = await startModel(res =>
    res.writeHead(200, { 'content-type': 'application/json' }).end(answer),
  )
  const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: textOf(1_000) }] })
  const call = async () => {
    const response = await fetch(`${url}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    await response.text()
  }
  const cpuOf = async count => {
    const start = process.cpuUsage()
    for (let turn = 0; turn < count; turn++) await call()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / count
  }
  await cpuOf(500)
  const bare = []
  const guarded = []
  // Alternating, so that both see the same machine.
  for (let round = 0; round < 7; round++) {
    bare.push(await cpuOf(300))
    const guard = createGuard({ providers: { openai: { baseUrl: url } } })
    await guard.run({}, () => cpuOf(100))
    guarded.push(await guard.run({}, () => cpuOf(300)))
    await guard.close()
  }
  server.close()
  const added = median(guarded) - median(bare)
  return table(
    ['1 kB call by fetch', 'bare µs CPU', 'guarded µs CPU', 'added µs CPU'],
    [
      [
        'client and loopback server in one process',
        median(bare).toFixed(0),
        median(guarded).toFixed(0),
        added.toFixed(0),
      ],
    ],
  )
}

async function firstChunk() {
  const { server, url } = await startModel(res => {
    res.writeHead(200, { 'content-type': 'text/event-stream' })
    for (let turn = 0; turn < 50; turn++) {
      res.write(
        `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: `word ${turn} [EMAIL_1] ` } }] })}\n\n`,
      )
    }
    res.end('data: [DONE]\n\n')
  })
  const body = JSON.stringify({ model: 'm', stream: true, messages: [{ role: 'user', content: textOf(1_000) }] })
  const once = async () => {
    const start = performance.now()
    const response = await fetch(`${url}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    const reader = response.body.getReader()
    await reader.read()
    const elapsed = performance.now() - start
    while (!(await reader.read()).done);
    return elapsed
  }
  const many = async count => {
    const samples = []
    for (let turn = 0; turn < count; turn++) samples.push(await once())
    return samples
  }
  await many(200)
  const bare = []
  const guarded = []
  for (let round = 0; round < 5; round++) {
    bare.push(...(await many(100)))
    const guard = createGuard({ providers: { openai: { baseUrl: url } } })
    guarded.push(...(await guard.run({}, () => many(100))))
    await guard.close()
  }
  server.close()
  const [bareMs, guardedMs] = [median(bare), median(guarded)]
  return table(
    ['first streamed chunk', 'bare ms', 'guarded ms', 'added ms'],
    [['loopback, 1 kB prompt', bareMs.toFixed(2), guardedMs.toFixed(2), (guardedMs - bareMs).toFixed(2)]],
  )
}
