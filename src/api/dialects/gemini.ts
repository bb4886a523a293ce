/** Gemini generateContent. `params` becomes `generationConfig`. https://ai.google.dev/api/generate-content */
import { at, conversationOf, type Dialect, type Said, said, systemOf, textOf } from './dialect.ts'

export const gemini: Dialect = {
  name: 'gemini',
  baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
  framing: 'sse',
  path: ({ model, stream }) =>
    `/models/${encodeURIComponent(model)}:${stream ? 'streamGenerateContent?alt=sse' : 'generateContent'}`,
  headers: (key): Readonly<Record<string, string>> => (key === '' ? {} : { 'x-goog-api-key': key }),
  body: ask => ({
    ...(systemOf(ask) === '' ? {} : { systemInstruction: { parts: [{ text: systemOf(ask) }] } }),
    ...(Object.keys(ask.params).length === 0 ? {} : { generationConfig: ask.params }),
    contents: conversationOf(ask).map(({ role, content }) => ({
      role: role === 'assistant' ? 'model' : 'user',
      parts: [{ text: content }],
    })),
  }),
  readAnswer: read,
  readEvent: read,
  isFailure: event => at(event, 'error') !== undefined,
}

function read(answer: unknown): Said {
  return said(
    textOf(partsSaid(at(answer, 'candidates', 0, 'content', 'parts'))),
    at(answer, 'candidates', 0, 'finishReason'),
    at(answer, 'usageMetadata', 'promptTokenCount'),
    at(answer, 'usageMetadata', 'candidatesTokenCount'),
  )
}

/** Thoughts are parts like any other, marked as such: they are no part of what is said. */
function partsSaid(parts: unknown): unknown {
  return Array.isArray(parts) ? parts.filter(part => at(part, 'thought') !== true) : parts
}
