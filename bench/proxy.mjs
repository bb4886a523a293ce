/**
 * Requests per second through plain http-proxy-middleware, gdprProxy on it, and the gateway, against one loopback upstream:
 *
 *     npm run build && node bench/proxy.mjs [seconds]
 *
 * 1 kB of JSON with six values, 32 connections. Version 4 of http-proxy-middleware where Node can run it, else 3.
 */
import { fork } from 'node:child_process'
import { createServer } from 'node:http'
import autocannon from 'autocannon'

const seconds = Number(process.argv[2] ?? 5)
const major = Number(process.versions.node.split('.')[0]) >= 22 ? 4 : 3

if (process.argv[2] === 'serve') await serveRoute(process.argv[3], process.argv[4])
else await compare()

async function compare() {
  const upstream = await startUpstream()
  const rows = []
  for (const route of ['plain', 'gdprProxy', 'gateway']) {
    const child = fork(new URL(import.meta.url), ['serve', route, upstream.origin])
    const url = await new Promise(resolve => child.once('message', resolve))
    await load(url, 1)
    const { requests, latency, non2xx, errors } = await load(url, seconds)
    child.send('memory')
    const rss = await new Promise(resolve => child.once('message', resolve))
    rows.push({
      route,
      perSecond: Math.round(requests.average),
      p50: latency.p50,
      p99: latency.p99,
      non2xx,
      errors,
      rss,
    })
    child.kill()
  }
  upstream.close()
  console.log(`Node ${process.version}, http-proxy-middleware ${major}, ${seconds} s each`)
  for (const row of rows) {
    const share = ((100 * row.perSecond) / rows[0].perSecond).toFixed(0)
    console.log(
      `${row.route.padEnd(10)} ${String(row.perSecond).padStart(6)}/s ${share.padStart(4)} %  p50 ${row.p50} ms  p99 ${row.p99} ms  ${Math.round(row.rss / 1e6)} MB  failed ${row.non2xx + row.errors}`,
    )
  }
}

function load(url, duration) {
  return autocannon({
    url,
    duration,
    connections: 32,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer x' },
    body: requestBody(),
  })
}

function requestBody() {
  const facts = [
    'mail jo.doe@mailbox.example',
    'phone +49 1512 3456789',
    'IBAN DE89 3704 0044 0532 0130 00',
    'card 4111 1111 1111 1111',
    'address 203.0.113.42',
    'order ORD-2025-88317',
  ]
  const filler = 'The parcel has not arrived and nobody at the depot knows where it went. '.repeat(10)
  const content = `${facts.join(', ')}. ${filler}`.slice(0, 900)
  return JSON.stringify({ model: 'm', messages: [{ role: 'user', content }] })
}

async function startUpstream() {
  const answer = JSON.stringify({
    choices: [{ index: 0, message: { role: 'assistant', content: 'Written to [EMAIL_1] about [ORDER_NUMBER_1].' } }],
  })
  const server = createServer((req, res) => {
    req.resume()
    req.on('end', () => res.writeHead(200, { 'content-type': 'application/json' }).end(answer))
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }
}

async function serveRoute(route, origin) {
  process.on('message', () => process.send(process.memoryUsage().rss))
  if (route === 'gateway') {
    const { runCli } = await import('../.cache/build/cli/cli.js')
    const stdout = Object.assign(process.stdout, { write: text => announce(/listening on (\S+)/.exec(text)?.[1]) })
    const terminal = {
      stdin: process.stdin,
      stdout,
      stderr: process.stderr,
      env: {},
      stopSignal: () => new AbortController().signal,
    }
    await runCli(['serve', '--port', '0', '--upstream', `openai=${origin}`], terminal)
    return
  }
  const { createProxyMiddleware } = await import(major === 4 ? 'http-proxy-middleware4' : 'http-proxy-middleware')
  const { proxyWith } = await import('../.cache/build/adapters/proxy-with.js')
  const { Agent } = await import('node:http')
  const middleware =
    route === 'plain'
      ? createProxyMiddleware({
          target: origin,
          changeOrigin: true,
          pathRewrite: { '^/openai': '' },
          agent: new Agent({ keepAlive: true }),
        })
      : proxyWith(createProxyMiddleware)({ providers: { openai: origin } })
  const server = createServer((req, res) => middleware(req, res, () => res.end()))
  server.listen(0, '127.0.0.1', () => announce(`http://127.0.0.1:${server.address().port}`))
}

function announce(url) {
  if (url !== undefined) process.send(`${url}/openai/v1/chat/completions`)
  return true
}
