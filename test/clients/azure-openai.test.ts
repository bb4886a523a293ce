import { AzureOpenAI } from 'openai'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { Upstream } from '../kit/upstream.ts'
import { expectNothingArrived, Planting } from './kit.ts'
import { openaiService } from './openai-service.ts'

const apiKey = ['key', 'of', 'a', 'test'].join('-')
let guard: Guard

afterEach(async () => await guard.close())

function clientFor(upstream: Upstream): AzureOpenAI {
  guard = createGuard({ providers: { 'azure-openai': { baseUrl: upstream.origin } } })
  const apiVersion = '2025-04-01-preview'
  return new AzureOpenAI({ endpoint: upstream.origin, apiKey, apiVersion, deployment: 'support', maxRetries: 0 })
}

describe('AzureOpenAI', () => {
  it.each([false, true])(
    'sends placeholders to its deployment and reads the originals (streamed: %s)',
    async streamed => {
      await using upstream = await Upstream.start(openaiService(3))
      const fields = new Planting(streamed ? 2_400 : 2_420)
      const client = clientFor(upstream)
      const text = fields.text()
      const secret = ['search', 'key'].join('-')
      // Fields of Azure's own, which the types of the SDK do not name.
      const own = {
        data_sources: [
          {
            type: 'azure_search',
            parameters: {
              endpoint: 'https://search.example.org',
              index_name: 'docs',
              role_information: fields.text(),
              authentication: { type: 'api_key', key: secret },
            },
          },
        ],
        user_security_context: { end_user_id: 'planted-user', source_ip: '198.51.100.77' },
      }
      const body = { model: 'gpt', messages: [{ role: 'user' as const, content: text }], user: 'planted-user', ...own }
      const answer = await guard.run({}, async () => {
        if (!streamed) return (await client.chat.completions.create(body)).choices[0]?.message.content
        let collected = ''
        for await (const { choices } of await client.chat.completions.create({ ...body, stream: true })) {
          collected += choices[0]?.delta.content ?? ''
        }
        return collected
      })
      expect(answer).toBe(text)
      expectNothingArrived(upstream, [...fields.values, 'planted-user', '198.51.100.77'])
      const [received] = upstream.received
      expect(received?.url).toBe('/openai/deployments/support/chat/completions?api-version=2025-04-01-preview')
      expect(received?.headers['api-key']).toBe(apiKey)
      expect(upstream.everything).toContain(secret)
    },
  )

  it('sends placeholders by the responses of its first version and reads the originals', async () => {
    await using upstream = await Upstream.start(openaiService())
    const fields = new Planting(2_440)
    const client = clientFor(upstream)
    const [text, instructions] = [fields.text(), fields.text()]
    const answer = await guard.run({}, () => client.responses.create({ model: 'gpt', input: text, instructions }))
    expect(answer.output_text).toBe(text)
    expect(answer.instructions).toBe(instructions)
    expectNothingArrived(upstream, fields.values)
    expect(upstream.received[0]?.url).toMatch(/^\/openai\/.*responses/)
  })
})
