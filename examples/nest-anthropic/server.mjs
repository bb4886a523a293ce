// NestJS with the module, and the Anthropic SDK. Plain JavaScript: the functions at the end do what decorators do.
//   node examples/nest-anthropic/server.mjs [--once]        ANTHROPIC_API_KEY=… calls Anthropic itself
import 'reflect-metadata'
import Anthropic from '@anthropic-ai/sdk'
import { Body, Controller, Module, Post } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { createGuard } from 'llm-gdpr-guard'
import { GdprGuardModule } from 'llm-gdpr-guard/nest'
import { startLoopbackModel } from '../loopback-model.mjs'
import { print } from '../print.mjs'
import { ticket } from '../ticket.mjs'

const apiKey = process.env.ANTHROPIC_API_KEY
const loopback = apiKey === undefined ? await startLoopbackModel() : null
const baseUrl = loopback === null ? 'https://api.anthropic.com' : loopback.origin
const client = new Anthropic({ apiKey: apiKey ?? 'none', baseURL: baseUrl })
const guard = createGuard({ providers: { anthropic: { baseUrl } } })

class SupportController {
  async answer({ text }) {
    const message = await client.messages.create({
      model: loopback === null ? 'claude-haiku-4-5' : 'loopback',
      max_tokens: 500,
      system: 'You answer support tickets of a furniture shop. Be brief and repeat the references.',
      messages: [{ role: 'user', content: text }],
    })
    return message.content.map(block => (block.type === 'text' ? block.text : '')).join('')
  }
}
// @Controller('support'), @Post(), @Body()
Controller('support')(SupportController)
Post()(SupportController.prototype, 'answer', Object.getOwnPropertyDescriptor(SupportController.prototype, 'answer'))
Body()(SupportController.prototype, 'answer', 0)

class AppModule {}
// @Module({ … })
Module({
  imports: [GdprGuardModule.forRoot(guard)], // ← the line
  controllers: [SupportController],
})(AppModule)

const app = await NestFactory.create(AppModule, { logger: ['error', 'warn'] })
await app.listen(Number(process.env.PORT ?? 3004), '127.0.0.1')
const url = `${await app.getUrl()}/support`
const headers = { 'content-type': 'application/json' }
const answer = await (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ text: ticket }) })).text()
print('what the user typed', ticket)
if (loopback !== null) print('what the provider received', loopback.lastRequest.body.messages.at(-1).content)
print('what the user got back', answer)
if (process.argv.includes('--once')) {
  loopback?.close()
  await app.close()
  await guard.close()
} else {
  console.log(`Try it:\n  curl ${url} -H 'content-type: application/json' -d '{"text":"I am jo@mailbox.example"}'\n`)
}
