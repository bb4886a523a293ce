/** OpenAI chat completions, which many other services speak. https://platform.openai.com/docs/api-reference/chat */
import { at, bearer, type Dialect, said, textOf } from './dialect.ts'

export const openai: Dialect = {
  name: 'openai',
  baseUrl: 'https://api.openai.com/v1',
  framing: 'sse',
  path: () => '/chat/completions',
  headers: bearer,
  body: ({ model, messages, stream, params }) => ({
    ...params,
    ...(stream ? { stream_options: { include_usage: true } } : {}),
    model,
    messages,
    stream,
  }),
  readAnswer: answer =>
    said(
      textOf(at(answer, 'choices', 0, 'message', 'content')),
      at(answer, 'choices', 0, 'finish_reason'),
      at(answer, 'usage', 'prompt_tokens'),
      at(answer, 'usage', 'completion_tokens'),
    ),
  readEvent: event =>
    said(
      textOf(at(event, 'choices', 0, 'delta', 'content')),
      at(event, 'choices', 0, 'finish_reason'),
      at(event, 'usage', 'prompt_tokens'),
      at(event, 'usage', 'completion_tokens'),
    ),
  isFailure: event => at(event, 'error') !== undefined,
}
