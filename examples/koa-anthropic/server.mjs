// The same in Koa with the Anthropic SDK, built before the guard on purpose: clients made earlier are guarded too.
//   node examples/koa-anthropic/server.mjs [--once]        ANTHROPIC_API_KEY=… calls Anthropic itself
import Anthropic from '@anthropic-ai/sdk'
import Koa from 'koa'
import { createGuard, gdprGuard } from 'llm-gdpr-guard'
import { startLoopbackModel } from '../loopback-model.mjs'
import { ticket } from '../ticket.mjs'

const apiKey = process.env.ANTHROPIC_API_KEY
const loopback = apiKey === undefined ? await startLoopbackModel() : null
const baseUrl = loopback === null ? 'https://api.anthropic.com' : loopback.origin
const client = new Anthropic({ apiKey: apiKey ?? 'none', baseURL: baseUrl })

const guard = createGuard({ providers: { anthropic: { baseUrl } } })
const app = new Koa()
app.use(gdprGuard(guard)) // ← the line

app.use(async context => {
  let text = ''
  for await (const piece of context.req.setEncoding('utf8')) text += piece
  const message = await client.messages.create({
    model: loopback === null ? 'claude-haiku-4-5' : 'loopback',
    max_tokens: 500,
    system: 'You answer support tickets of a furniture shop. Be brief and repeat the references.',
    messages: [{ role: 'user', content: text }],
  })
  context.body = message.content.map(block => (block.type === 'text' ? block.text : '')).join('')
})

const server = app.listen(Number(process.env.PORT ?? 3001), '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}/`
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
  console.log(`Try it:\n  curl ${url} -d 'I am jo@mailbox.example, order #12345'\n`)
})

function print(title, text) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}\n${text}`)
}
