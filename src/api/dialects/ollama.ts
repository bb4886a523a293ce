/** Ollama chat. `params` becomes `options`. https://docs.ollama.com/api/chat */
import { at, bearer, type Dialect, type Said, said, textOf } from './dialect.ts'

export const ollama: Dialect = {
  name: 'ollama',
  baseUrl: 'http://127.0.0.1:11434',
  framing: 'ndjson',
  path: () => '/api/chat',
  headers: bearer,
  body: ({ model, messages, stream, params }) => ({
    ...(Object.keys(params).length === 0 ? {} : { options: params }),
    model,
    messages,
    stream,
  }),
  readAnswer: read,
  readEvent: read,
  isFailure: event => at(event, 'error') !== undefined,
}

function read(answer: unknown): Said {
  return said(
    textOf(at(answer, 'message', 'content')),
    at(answer, 'done_reason'),
    at(answer, 'prompt_eval_count'),
    at(answer, 'eval_count'),
  )
}
