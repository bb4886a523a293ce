// One way to an upstream, in a process of its own: `fork(…, [route, origin])`. Sends its address, then its use on each message.
import { Agent, createServer } from 'node:http'

const [, , route, origin] = process.argv
const major = Number(process.versions.node.split('.')[0]) >= 22 ? 4 : 3
const { createProxyMiddleware } = await import(major === 4 ? 'http-proxy-middleware4' : 'http-proxy-middleware')

process.on('message', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  process.send({ cpuUs: userCPUTime + systemCPUTime, peakMB: Math.round(maxRSS / 1_000) })
})

if (route === 'gateway') await serveGateway()
else serve(route === 'plain' ? plainProxy() : await guardedProxy())

function plainProxy() {
  const agent = new Agent({ keepAlive: true })
  return createProxyMiddleware({ target: origin, changeOrigin: true, pathRewrite: { '^/openai': '' }, agent })
}

async function guardedProxy() {
  const { proxyWith } = await import('../.cache/build/adapters/proxy-with.js')
  return proxyWith(createProxyMiddleware)({ providers: { openai: origin }, guard: { media: 'allow' } })
}

function serve(middleware) {
  const server = createServer((req, res) => middleware(req, res, () => res.end()))
  server.listen(0, '127.0.0.1', () => announce(`http://127.0.0.1:${server.address().port}`))
}

async function serveGateway() {
  const { runCli } = await import('../.cache/build/cli/cli.js')
  const stdout = Object.assign(process.stdout, { write: text => announce(/listening on (\S+)/.exec(text)?.[1]) })
  const stopSignal = () => new AbortController().signal
  const terminal = { stdin: process.stdin, stdout, stderr: process.stderr, env: {}, stopSignal }
  await runCli(['serve', '--port', '0', '--upstream', `openai=${origin}`], terminal)
}

function announce(url) {
  if (url !== undefined) process.send(`${url}/openai/v1/chat/completions`)
  return true
}
