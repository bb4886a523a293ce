/** Anthropic messages. https://docs.anthropic.com/en/api/messages */
import { at, conversationOf, type Dialect, said, systemOf, textOf } from './dialect.ts'

/** The API asks for a limit; `params.max_tokens` sets another. */
const defaultMaxTokens = 4_096

export const anthropic: Dialect = {
  name: 'anthropic',
  baseUrl: 'https://api.anthropic.com',
  framing: 'sse',
  path: () => '/v1/messages',
  headers: key => ({ ...(key === '' ? {} : { 'x-api-key': key }), 'anthropic-version': '2023-06-01' }),
  body: ask => ({
    max_tokens: defaultMaxTokens,
    ...ask.params,
    ...(systemOf(ask) === '' ? {} : { system: systemOf(ask) }),
    model: ask.model,
    messages: conversationOf(ask),
    stream: ask.stream,
  }),
  readAnswer: answer =>
    said(
      textOf(at(answer, 'content')),
      at(answer, 'stop_reason'),
      at(answer, 'usage', 'input_tokens'),
      at(answer, 'usage', 'output_tokens'),
    ),
  readEvent: event =>
    said(
      textOf(at(event, 'delta', 'text')),
      at(event, 'delta', 'stop_reason'),
      at(event, 'message', 'usage', 'input_tokens') ?? at(event, 'usage', 'input_tokens'),
      at(event, 'usage', 'output_tokens'),
    ),
  isFailure: event => at(event, 'type') === 'error',
}
