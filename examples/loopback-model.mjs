// A model on the loopback address, so that the examples need no key and no network. It speaks OpenAI chat completions and
// Anthropic messages, answers with the placeholders it was given, and remembers the last prompt for printing.
import { createServer } from 'node:http'

export async function startLoopbackModel() {
  const model = { lastRequest: null, origin: '', close: () => undefined }
  const server = createServer(async (req, res) => {
    let text = ''
    for await (const piece of req.setEncoding('utf8')) text += piece
    model.lastRequest = { path: req.url, headers: req.headers, body: JSON.parse(text) }
    const answer = writeAnswer(model.lastRequest.body)
    if (req.url.endsWith('/messages')) return sendMessage(res, answer, model.lastRequest.body.stream)
    return sendCompletion(res, answer, model.lastRequest.body.stream)
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  model.origin = `http://127.0.0.1:${server.address().port}`
  model.close = () => {
    server.closeAllConnections()
    server.close()
  }
  return model
}

/** A model repeats what it was given: it has never seen more than placeholders. */
function writeAnswer({ messages }) {
  const prompt = messages.at(-1).content
  const first = type => prompt.match(new RegExp(`\\[${type}_\\d+\\]`))?.[0] ?? 'the value you sent'
  return [
    `Thank you for your message. We have found order ${first('ORDER_NUMBER')} and will refund it to ${first('IBAN')}.`,
    `A confirmation goes to ${first('EMAIL')}; if anything is unclear we call you at ${first('PHONE')}.`,
    `The sign-in from ${first('IP_ADDRESS')} has been blocked, and card ${first('CREDIT_CARD')} will not be charged again.`,
  ].join('\n')
}

const pieces = text => text.match(/[\s\S]{1,6}/g) ?? []

function sendCompletion(res, text, stream) {
  const base = { id: 'chatcmpl-1', created: 1700000000, model: 'loopback' }
  if (!stream) {
    const choices = [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }]
    return sendJson(res, { ...base, object: 'chat.completion', choices })
  }
  res.writeHead(200, { 'content-type': 'text/event-stream' })
  const send = (delta, finish_reason = null) => {
    const choices = [{ index: 0, delta, finish_reason }]
    res.write(`data: ${JSON.stringify({ ...base, object: 'chat.completion.chunk', choices })}\n\n`)
  }
  send({ role: 'assistant', content: '' })
  for (const content of pieces(text)) send({ content })
  send({}, 'stop')
  res.end('data: [DONE]\n\n')
}

function sendMessage(res, text, stream) {
  const usage = { input_tokens: 1, output_tokens: 1 }
  const message = { id: 'msg_1', type: 'message', role: 'assistant', model: 'loopback', stop_sequence: null, usage }
  if (!stream) return sendJson(res, { ...message, content: [{ type: 'text', text }], stop_reason: 'end_turn' })
  res.writeHead(200, { 'content-type': 'text/event-stream' })
  const send = event => res.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
  send({ type: 'message_start', message: { ...message, content: [], stop_reason: null } })
  send({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } })
  for (const piece of pieces(text))
    send({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: piece } })
  send({ type: 'content_block_stop', index: 0 })
  send({ type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage })
  send({ type: 'message_stop' })
  res.end()
}

function sendJson(res, value) {
  res.writeHead(200, { 'content-type': 'application/json' })
  res.end(JSON.stringify(value))
}
