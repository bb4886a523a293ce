// Hono with the Vercel AI SDK, streamed: the map of the request lives until the last piece has been sent.
//   node examples/hono-ai-sdk/server.mjs [--once]        OPENAI_API_KEY=… calls OpenAI itself
import { createOpenAI } from '@ai-sdk/openai'
import { serve } from '@hono/node-server'
import { streamText } from 'ai'
import { Hono } from 'hono'
import { createGuard } from 'llm-gdpr-guard'
import { gdprGuard } from 'llm-gdpr-guard/hono'
import { startLoopbackModel } from '../loopback-model.mjs'
import { print } from '../print.mjs'
import { ticket } from '../ticket.mjs'

const apiKey = process.env.OPENAI_API_KEY
const loopback = apiKey === undefined ? await startLoopbackModel() : null
const baseURL = loopback === null ? 'https://api.openai.com/v1' : `${loopback.origin}/v1`
const openai = createOpenAI({ apiKey: apiKey ?? 'none', baseURL })

const guard = createGuard({ providers: { openai: { baseUrl: baseURL } } })
const app = new Hono()
app.use(gdprGuard(guard)) // ← the line

app.post('/', async context => {
  const result = streamText({
    model: openai.chat(loopback === null ? 'gpt-4o-mini' : 'loopback'),
    system: 'You answer support tickets of a furniture shop. Be brief and repeat the references.',
    prompt: await context.req.text(),
  })
  return result.toTextStreamResponse()
})

const server = serve(
  { fetch: app.fetch, port: Number(process.env.PORT ?? 3003), hostname: '127.0.0.1' },
  async info => {
    const url = `http://127.0.0.1:${info.port}/`
    const answer = await (await fetch(url, { method: 'POST', body: ticket })).text()
    print('what the user typed', ticket)
    if (loopback !== null) print('what the provider received', loopback.lastRequest.body.messages.at(-1).content)
    print('what the user got back', answer)
    if (process.argv.includes('--once')) {
      loopback?.close()
      server.close()
      await guard.close()
      return
    }
    console.log(`Try it:\n  curl -N ${url} -d 'I am jo@mailbox.example, order #12345'\n`)
  },
)
