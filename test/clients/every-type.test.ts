/** Every entity type, through every SDK: whole, streamed, restored, and nothing of it arrived. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { everyType } from '../kit/every-type.ts'
import { type Model, startModel } from '../matrix/model.ts'
import { sdks } from '../matrix/sdks.ts'

const names = ['openai', 'anthropic', 'gemini', 'mistral', 'cohere', 'groq', 'ollama', 'replicate', 'voyage']
const { text, values } = everyType()

let model: Model
let guard: Guard

beforeAll(async () => {
  // Of a model that it does not know.
  Reflect.set(globalThis, 'AI_SDK_LOG_WARNINGS', false)
  model = await startModel()
  const places = names.map(name => [name, { baseUrl: `${model.origin}/${name}${name === 'openai' ? '/v1' : ''}` }])
  guard = createGuard({ providers: Object.fromEntries(places) })
})

afterAll(async () => {
  await guard.close()
  await model[Symbol.asyncDispose]()
})

describe.each(sdks.map(sdk => [sdk.name, sdk] as const))('%s', (_, { build }) => {
  it('sends a placeholder for a value of every type, and reads the values', async () => {
    const { whole, streamed } = build(model)
    for (const ask of [whole, streamed]) {
      if (ask === undefined) continue
      model.take()
      const answer = await guard.run({}, () => ask(text))
      const arrived = model.take()
      // Embeddings are answered with numbers.
      if (answer !== null) expect(answer).toBe(text)
      for (const [type, value] of Object.entries(values)) {
        expect(arrived).not.toContain(value)
        expect(arrived).toContain(`[${type}_1]`)
      }
    }
  })
})
