/** Mistral chat completions: OpenAI's form, without `stream_options`. https://docs.mistral.ai/api */
import type { Dialect } from './dialect.ts'
import { openai } from './openai.ts'

export const mistral: Dialect = {
  ...openai,
  name: 'mistral',
  baseUrl: 'https://api.mistral.ai/v1',
  body: ({ model, messages, stream, params }) => ({ ...params, model, messages, stream }),
}
