/**
 * How much live memory a file in a form takes on its way through the guard, per byte of the file. Run with --expose-gc:
 * garbage is collected before each look, so that only what is held counts.
 */
import { createServer } from 'node:http'
import { createGuard } from '../.cache/build/guard.js'

const mebibyte = 2 ** 20

const kinds = {
  jsonl: content =>
    JSON.stringify({
      custom_id: 'r',
      method: 'POST',
      url: '/v1/chat/completions',
      body: { model: 'm', messages: [{ role: 'user', content }] },
    }),
  txt: content => content,
}

function fileOf(kind, size) {
  const lines = []
  for (let length = 0, index = 0; length < size; index++) {
    const line = `${kinds[kind](`Please write to user${index % 500}@example.org about the delivery, it is late again this week.`)}\n`
    lines.push(line)
    length += line.length
  }
  return new File([lines.join('')], `f.${kind}`)
}

async function peakOf(origin, kind, size) {
  const guard = createGuard({
    mode: 'explicit',
    state: 'memory',
    limits: { findings: 900_000, bodyBytes: 2 * size + mebibyte },
    providers: { openai: { baseUrl: `${origin}/v1` } },
  })
  const body = new FormData()
  body.set('purpose', kind === 'jsonl' ? 'batch' : 'assistants')
  body.set('file', fileOf(kind, size))
  const look = () => {
    gc()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const before = look()
  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(peak, look())
  }, 20)
  await guard.run({}, async () => {
    const response = await guard.fetch(`${origin}/v1/files`, { method: 'POST', body })
    await response.text()
  })
  clearInterval(timer)
  await guard.close()
  return peak - before
}

const server = createServer((req, res) => {
  req.resume().on('end', () => {
    res.setHeader('content-type', 'application/json')
    res.end('{"id":"file-1"}')
  })
})
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
const origin = `http://127.0.0.1:${server.address().port}`
const [small, large] = [2 * mebibyte, 8 * mebibyte]
for (const kind of Object.keys(kinds)) {
  await peakOf(origin, kind, mebibyte)
  const growth = (await peakOf(origin, kind, large)) - (await peakOf(origin, kind, small))
  console.log(`${kind}: ${(growth / (large - small)).toFixed(1)} bytes of memory per byte of file`)
}
server.close()
