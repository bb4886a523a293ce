// Fastify with the plugin: every call to the model made in a handler leaves scrubbed and comes back restored, streamed.
//   node examples/fastify-openai/server.mjs [--once]        OPENAI_API_KEY=… calls OpenAI itself
import { Readable } from 'node:stream'
import fastify from 'fastify'
import { createGuard } from 'llm-gdpr-guard'
import { gdprGuard } from 'llm-gdpr-guard/fastify'
import OpenAI from 'openai'
import { startLoopbackModel } from '../loopback-model.mjs'
import { print } from '../print.mjs'
import { ticket } from '../ticket.mjs'

const apiKey = process.env.OPENAI_API_KEY
const loopback = apiKey === undefined ? await startLoopbackModel() : null
const baseUrl = loopback === null ? 'https://api.openai.com/v1' : `${loopback.origin}/v1`
const client = new OpenAI({ apiKey: apiKey ?? 'none', baseURL: baseUrl })

const guard = createGuard({ providers: { openai: { baseUrl } } })
const app = fastify()
app.register(gdprGuard(guard)) // ← the line

app.post('/support', async (request, reply) => {
  const stream = await client.chat.completions.create({
    model: loopback === null ? 'gpt-4o-mini' : 'loopback',
    stream: true,
    messages: [
      {
        role: 'system',
        content: 'You answer support tickets of a furniture shop. Be brief and repeat the references.',
      },
      { role: 'user', content: request.body.text },
    ],
  })
  return reply.type('text/plain; charset=utf-8').send(Readable.from(texts(stream)))
})

async function* texts(stream) {
  for await (const event of stream) yield event.choices[0]?.delta.content ?? ''
}

const origin = await app.listen({ port: Number(process.env.PORT ?? 3002), host: '127.0.0.1' })
const body = JSON.stringify({ text: ticket })
const headers = { 'content-type': 'application/json' }
const answer = await (await fetch(`${origin}/support`, { method: 'POST', headers, body })).text()
print('what the user typed', ticket)
if (loopback !== null) print('what the provider received', loopback.lastRequest.body.messages.at(-1).content)
print('what the user got back', answer)
if (process.argv.includes('--once')) {
  loopback?.close()
  await app.close()
  await guard.close()
} else {
  console.log(
    `Try it:\n  curl -N ${origin}/support -H 'content-type: application/json' -d '{"text":"I am jo@mailbox.example"}'\n`,
  )
}
