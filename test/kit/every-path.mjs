// A whole application on the built package that walks every path, good and bad. Prints how many; the caller searches the
// output for values.
import { createServer } from 'node:http'
import { createGuard } from 'llm-gdpr-guard'

const { text, values } = JSON.parse(process.env.PLANTED)
delete process.env.PLANTED
let mode = 'ok'
const upstream = createServer(async (req, res) => {
  let body = ''
  for await (const piece of req.setEncoding('utf8')) body += piece
  for (const value of values) if (body.includes(value)) process.exitCode = 1
  const prompt = JSON.parse(body).messages[0].content
  if (mode === 'reset') return res.socket.resetAndDestroy()
  if (mode === 'cut') {
    res.writeHead(200, { 'content-type': 'text/event-stream' })
    res.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: prompt } }] })}\n\n`)
    return setImmediate(() => res.socket.resetAndDestroy())
  }
  res.writeHead(mode === 'error' ? 400 : 200, { 'content-type': 'application/json' })
  if (mode === 'garbage') return res.end(`{"answer": "${prompt}`)
  res.end(JSON.stringify({ error: { message: prompt }, choices: [{ index: 0, message: { content: prompt } }] }))
})
await new Promise(resolve => upstream.listen(0, '127.0.0.1', resolve))
const baseUrl = `http://127.0.0.1:${upstream.address().port}/v1`
const guard = createGuard({ providers: { openai: { baseUrl } } })
guard.on('exchange', summary => console.log(JSON.stringify(summary)))

const json = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: text }] })
const call = (body, init = {}) =>
  guard.run({}, async () => {
    const response = await fetch(`${baseUrl}/chat/completions`, { method: 'POST', body, ...init })
    return response.text()
  })

let paths = 0
for (mode of ['ok', 'error', 'garbage', 'reset', 'cut']) {
  await call(json).catch(error => console.log(error, error.cause))
  paths++
}
await call(`${json}x`).catch(error => console.log(error))
await call(new Blob([json], { type: 'application/octet-stream' })).catch(error => console.log(error))
await call(json, { signal: AbortSignal.abort() }).catch(error => console.log(error))
console.log(guard)
console.log(`walked ${paths + 3} paths`)
await guard.close()
upstream.closeAllConnections()
upstream.close()
