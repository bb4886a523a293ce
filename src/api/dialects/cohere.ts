/** Cohere chat, version 2. https://docs.cohere.com/reference/chat */
import { at, bearer, type Dialect, said, textOf } from './dialect.ts'

export const cohere: Dialect = {
  name: 'cohere',
  baseUrl: 'https://api.cohere.com',
  framing: 'sse',
  path: () => '/v2/chat',
  headers: bearer,
  body: ({ model, messages, stream, params }) => ({ ...params, model, messages, stream }),
  readAnswer: answer =>
    said(
      textOf(at(answer, 'message', 'content')),
      at(answer, 'finish_reason'),
      at(answer, 'usage', 'tokens', 'input_tokens'),
      at(answer, 'usage', 'tokens', 'output_tokens'),
    ),
  readEvent: event =>
    said(
      textOf(at(event, 'delta', 'message', 'content', 'text')),
      at(event, 'delta', 'finish_reason'),
      at(event, 'delta', 'usage', 'tokens', 'input_tokens'),
      at(event, 'delta', 'usage', 'tokens', 'output_tokens'),
    ),
  isFailure: event => at(event, 'delta', 'finish_reason') === 'ERROR',
}
