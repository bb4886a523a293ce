// A Next.js route with `withGuard` and the Vercel AI SDK, streamed: the map of the request lives until the last piece has been sent.
//   node examples/next-ai-sdk/server.mjs [--once]        OPENAI_API_KEY=… calls OpenAI itself
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import next from 'next'
import { startLoopbackModel } from '../loopback-model.mjs'
import { print } from '../print.mjs'
import { ticket } from '../ticket.mjs'

const loopback = process.env.OPENAI_API_KEY === undefined ? await startLoopbackModel() : null
if (loopback !== null)
  Object.assign(process.env, { OPENAI_BASE_URL: `${loopback.origin}/v1`, OPENAI_MODEL: 'loopback' })

process.env.NEXT_TELEMETRY_DISABLED = '1'

const app = next({ dev: true, dir: fileURLToPath(new URL('.', import.meta.url)), quiet: true })
await app.prepare()
const handle = app.getRequestHandler()
const server = createServer((req, res) => handle(req, res))
server.listen(Number(process.env.PORT ?? 3005), '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}/api/support`
  const answer = await (await fetch(url, { method: 'POST', body: ticket })).text()
  print('what the user typed', ticket)
  if (loopback !== null) print('what the provider received', loopback.lastRequest.body.messages.at(-1).content)
  print('what the user got back', answer)
  if (process.argv.includes('--once')) process.exit(0)
  console.log(`Try it:\n  curl -N ${url} -d 'I am jo@mailbox.example, order #12345'\n`)
})
