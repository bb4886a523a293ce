// Express with one line: every call to the model made in a handler leaves scrubbed and comes back restored.
//   npm start                      against a model on the loopback address
//   OPENAI_API_KEY=… npm start     against OpenAI itself
//   … -- --once                    print and exit (the tests run it this way)
import express from 'express'
import { createGuard, gdprGuard } from 'llm-gdpr-guard'
import OpenAI from 'openai'
import { startLoopbackModel } from '../loopback-model.mjs'
import { ticket } from '../ticket.mjs'

const apiKey = process.env.OPENAI_API_KEY
const loopback = apiKey === undefined ? await startLoopbackModel() : null
const baseUrl = loopback === null ? 'https://api.openai.com/v1' : `${loopback.origin}/v1`
const client = new OpenAI({ apiKey: apiKey ?? 'none', baseURL: baseUrl })

const guard = createGuard({ providers: { openai: { baseUrl } } })
guard.on('exchange', summary => {
  const counts = Object.entries(summary.counts).map(([type, count]) => `${count} ${type}`)
  console.log(`\n── exchange: ${summary.outcome}, ${counts.join(', ')}; ${summary.scrubMs.toFixed(1)} ms added\n`)
})

const app = express()
app.use(gdprGuard(guard)) // ← the line
app.use(express.json())

app.post('/support', async (req, res) => {
  const stream = await client.chat.completions.create({
    model: loopback === null ? 'gpt-4o-mini' : 'loopback',
    stream: true,
    messages: [
      {
        role: 'system',
        content: 'You answer support tickets of a furniture shop. Be brief and repeat the references.',
      },
      { role: 'user', content: req.body.text },
    ],
  })
  res.type('text/plain; charset=utf-8')
  for await (const event of stream) res.write(event.choices[0]?.delta.content ?? '')
  res.end()
})

const server = app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}/support`
  const body = JSON.stringify({ text: ticket })
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const text = await answer.text()
  print('what the user typed', ticket)
  if (loopback !== null) {
    print('what the provider received', loopback.lastRequest.body.messages.at(-1).content)
    print('with these headers', JSON.stringify(loopback.lastRequest.headers, null, 2))
  }
  print('what the user got back', text)
  if (process.argv.includes('--once')) {
    loopback?.close()
    server.close()
    await guard.close()
    return
  }
  console.log(
    `Try it:\n  curl -N ${url} -H 'content-type: application/json' -d '{"text":"I am jo@mailbox.example, order #12345"}'\n`,
  )
})

function print(title, text) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}\n${text}`)
}
