/**
 * A loopback service that speaks chat completions and responses as OpenAI does, checks what it is sent, and answers by
 * repeating every text it was told: as content, as reasoning, and as the arguments of a call of the tool named first.
 */
import { type Answer, openStream, pieces, sendData, sendEvent, sendJson } from '../kit/upstream.ts'
import { stringsOf } from './kit.ts'

interface Asked {
  readonly model?: unknown
  readonly stream?: boolean
  readonly messages?: readonly Told[]
  readonly input?: string | readonly Told[]
  readonly instructions?: string
  readonly tools?: readonly { readonly name?: string; readonly function?: { readonly name: string } }[]
  readonly text?: unknown
  readonly response_format?: { readonly type: string }
}

interface Told {
  readonly role?: string
  readonly type?: string
  readonly content?: unknown
  readonly output?: unknown
}

/** How long the pieces of a streamed text are. */
export function openaiService(length = 7): Answer {
  return (received, res) => {
    const path = new URL(received.url, 'http://x').pathname
    const asked = JSON.parse(received.body.toString('utf8')) as Asked
    const problem = problemOf(path, asked, received.headers['content-type'])
    if (problem !== null) return sendJson(res, { error: { message: problem, type: 'invalid_request_error' } }, 400)
    if (path.endsWith('/chat/completions')) return answerChat(asked, length, res)
    return answerResponse(asked, length, res)
  }
}

function problemOf(path: string, { model, messages, input }: Asked, contentType: string | undefined): string | null {
  if (contentType?.startsWith('application/json') !== true) return 'not JSON'
  if (typeof model !== 'string') return 'no model'
  if (path.endsWith('/chat/completions')) return Array.isArray(messages) ? null : 'no messages'
  if (!path.endsWith('/responses')) return 'no such path'
  return typeof input === 'string' || Array.isArray(input) ? null : 'no input'
}

/** With the result of a tool there is nothing left to call. */
function isAnswered(told: readonly Told[]): boolean {
  const last = told.at(-1)
  return last?.role === 'tool' || last?.type === 'function_call_output'
}

/** A text, or the texts of a list of parts. */
function textOf(content: unknown): string[] {
  if (!Array.isArray(content)) return stringsOf(content)
  return content.flatMap((part: object) => stringsOf({ ...part, type: null }))
}

function toolOf({ tools }: Asked): string | null {
  return tools?.[0]?.function?.name ?? tools?.[0]?.name ?? null
}

type Send = Parameters<Answer>[1]

function answerChat(asked: Asked, length: number, res: Send): void {
  const told = asked.messages ?? []
  const text = told.flatMap(({ content }) => textOf(content)).join('\n')
  const name = isAnswered(told) ? null : toolOf(asked)
  const content = asked.response_format?.type === 'json_schema' ? JSON.stringify({ text }) : text
  const base = { id: 'chatcmpl-1', created: 1, model: 'test-model' }
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 }
  const finish = name === null ? 'stop' : 'tool_calls'
  const args = JSON.stringify({ text })
  if (asked.stream !== true) {
    const tool_calls =
      name === null ? {} : { tool_calls: [{ id: 'call_1', type: 'function', function: { name, arguments: args } }] }
    const message = { role: 'assistant', content, refusal: null, reasoning_content: text, ...tool_calls }
    const choices = [{ index: 0, message, finish_reason: finish, logprobs: null }]
    sendJson(res, { ...base, object: 'chat.completion', choices, usage })
    return
  }
  openStream(res)
  const send = (delta: object, finish_reason: string | null = null) =>
    sendData(res, { ...base, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason }] })
  send({ role: 'assistant', content: '' })
  for (const piece of pieces(text, length)) send({ reasoning_content: piece })
  for (const piece of pieces(content, length)) send({ content: piece })
  if (name !== null) {
    send({ tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: { name, arguments: '' } }] })
    for (const piece of pieces(args, length)) send({ tool_calls: [{ index: 0, function: { arguments: piece } }] })
  }
  send({}, finish)
  sendData(res, { ...base, object: 'chat.completion.chunk', choices: [], usage })
  sendData(res, '[DONE]')
  res.end()
}

interface Item {
  readonly id: string
  readonly type: string
  readonly [field: string]: unknown
}

function itemsFor(text: string, name: string | null, isJson: boolean): Item[] {
  const content = isJson ? JSON.stringify({ text }) : text
  const part = { type: 'output_text', text: content, annotations: [], logprobs: [] }
  const call = {
    type: 'function_call',
    id: 'fc_1',
    call_id: 'call_1',
    name,
    arguments: JSON.stringify({ text }),
    status: 'completed',
  }
  return [
    { id: 'rs_1', type: 'reasoning', summary: [{ type: 'summary_text', text }] },
    { id: 'msg_1', type: 'message', role: 'assistant', status: 'completed', content: [part] },
    ...(name === null ? [] : [call]),
  ]
}

function answerResponse(asked: Asked, length: number, res: Send): void {
  const told = typeof asked.input === 'string' ? [{ content: asked.input }] : (asked.input ?? [])
  const text = told.flatMap(({ content, output }) => [...textOf(content), ...textOf(output)]).join('\n')
  const isJson = JSON.stringify(asked.text ?? '').includes('json_schema')
  const items = itemsFor(text, isAnswered(told) ? null : toolOf(asked), isJson)
  const response = (status: string, output: readonly Item[]) => ({
    id: 'resp_1',
    object: 'response',
    created_at: 1,
    model: 'test-model',
    status,
    error: null,
    incomplete_details: null,
    instructions: asked.instructions ?? null,
    parallel_tool_calls: true,
    tool_choice: 'auto',
    tools: asked.tools ?? [],
    output,
    usage: {
      input_tokens: 1,
      output_tokens: 1,
      total_tokens: 2,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens_details: { reasoning_tokens: 0 },
    },
  })
  if (asked.stream !== true) {
    sendJson(res, response('completed', items))
    return
  }
  openStream(res)
  let sequence_number = 0
  const send = (type: string, fields: object) => {
    const event = { type, sequence_number: sequence_number++, ...fields }
    sendEvent(res, event)
  }
  send('response.created', { response: response('in_progress', []) })
  for (const [output_index, item] of items.entries()) streamItem(send, output_index, item, length)
  send('response.completed', { response: response('completed', items) })
  res.end()
}

function streamItem(
  send: (type: string, fields: object) => void,
  output_index: number,
  item: Item,
  length: number,
): void {
  const place = { item_id: item.id, output_index }
  const grow = (kind: string, where: object, field: string, text: string) => {
    for (const delta of pieces(text, length)) send(`response.${kind}.delta`, { ...place, ...where, delta })
    send(`response.${kind}.done`, { ...place, ...where, [field]: text })
  }
  if (item.type === 'reasoning') {
    const [part] = item['summary'] as [{ text: string }]
    const where = { summary_index: 0 }
    send('response.output_item.added', { output_index, item: { ...item, summary: [] } })
    send('response.reasoning_summary_part.added', { ...place, ...where, part: { ...part, text: '' } })
    grow('reasoning_summary_text', where, 'text', part.text)
    send('response.reasoning_summary_part.done', { ...place, ...where, part })
  } else if (item.type === 'message') {
    const [part] = item['content'] as [{ text: string }]
    const where = { content_index: 0 }
    send('response.output_item.added', { output_index, item: { ...item, content: [], status: 'in_progress' } })
    send('response.content_part.added', { ...place, ...where, part: { ...part, text: '' } })
    grow('output_text', { ...where, logprobs: [] }, 'text', part.text)
    send('response.content_part.done', { ...place, ...where, part })
  } else {
    send('response.output_item.added', { output_index, item: { ...item, arguments: '', status: 'in_progress' } })
    grow('function_call_arguments', { name: item['name'] }, 'arguments', item['arguments'] as string)
  }
  send('response.output_item.done', { output_index, item })
}
