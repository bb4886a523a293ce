/**
 * Mistral completions: `POST …/v1/chat/completions`, `…/v1/agents/completions` and `…/v1/fim/completions`, and what takes the
 * same messages (`…/v1/chat/moderations`, `…/v1/chat/classifications`). Fields not listed are text.
 * Facts: @mistralai/mistralai 2.7.0, recorded streams.
 */
import type { WireFormat } from '../format.ts'
import { compileRules, type Shape } from '../rules.ts'
import { mistralMessage, mistralSettings, mistralShapes } from './mistral-content.ts'
import { readModelField } from './model.ts'
import { addSystemMessage } from './note.ts'

/** What is to be judged: texts, messages, lists of messages, or whole requests. */
const judged: Shape = { ...mistralMessage, '[]': '$judged', 'messages[]': '$message' }

const request = compileRules({
  shapes: { ...mistralShapes, judged },
  root: {
    ...mistralSettings,
    agent_id: 'ID',
    'guardrails[]': 'ID',
    input: '$judged',
    'messages[]': '$message',
    metadata: 'IDENT',
    model: 'ID',
    'tools[]': '$tool',
  },
})

const answerRoot: Shape = {
  id: 'ID',
  created: 'ID',
  model: 'ID',
  object: 'ID',
  'choices[].finish_reason': 'ID',
  'choices[].message': '$message',
  'choices[].messages[]': '$message',
  'results[].category_scores': 'FIXED',
  usage: 'FIXED',
}

/** The content of a delta is a text, or a list of chunks; reasoning models mix both. */
const events = compileRules({
  shapes: mistralShapes,
  root: {
    ...answerRoot,
    'choices[].finish_reason': 'ENDS',
    'choices[].delta.role': 'ID',
    'choices[].delta.content': 'RUN',
    'choices[].delta.content[]': '$streamedChunk',
    'choices[].delta.tool_call_id': 'ID',
    'choices[].delta.tool_calls[].id': 'ID',
    'choices[].delta.tool_calls[].type': 'ID',
    'choices[].delta.tool_calls[].function.name': 'ID',
    'choices[].delta.tool_calls[].function.arguments': 'JSON_GROWS',
    error: 'ENDS',
    // Padding that hides the length of tokens.
    p: 'OPAQUE',
  },
})

export const mistralChat: WireFormat = {
  name: 'mistral-chat',
  request,
  promptOrder: ['tools', 'response_format', 'messages', 'prompt', 'suffix'],
  answer: compileRules({ shapes: mistralShapes, root: answerRoot }),
  events,
  endTypes: ['error'],
  readModel: readModelField,
  addNote: addSystemMessage,
}
