/**
 * Cohere chat, version 1: `POST …/v1/chat`, streamed as lines of JSON that name themselves by `event_type`.
 * Fields not listed are text. Facts: cohere-ai 8.1.0.
 */
import type { WireFormat } from '../format.ts'
import type { Positions } from '../positions.ts'
import { compileRules, type Shape } from '../rules.ts'
import { jsonSchema } from './json-schema.ts'
import { readModelField } from './model.ts'

const toolCall: Shape = { name: 'ID', parameters: 'VALUE' }

const toolResult: Shape = { call: '$toolCall', 'outputs[]': 'VALUE' }

const message: Shape = {
  role: 'ID',
  message: 'TEXT',
  'tool_calls[]': '$toolCall',
  'tool_results[]': '$toolResult',
}

/** Documents are flat objects with keys of the application's choice. */
const document: Shape = { '': 'VALUE', id: 'ID' }

const shapes = { document, message, schema: jsonSchema, toolCall, toolResult }

const request = compileRules({
  shapes,
  root: {
    model: 'ID',
    message: 'TEXT',
    preamble: 'TEXT',
    'chat_history[]': '$message',
    'documents[]': '$document',
    'tool_results[]': '$toolResult',
    'tools[].name': 'ID',
    'tools[].description': 'TEXT',
    'tools[].parameter_definitions.*.description': 'TEXT',
    'tools[].parameter_definitions.*.type': 'ID',
    'response_format.type': 'ID',
    'response_format.schema': '$schema',
    stop_sequences: 'TEXT',
    // Names a conversation of one end user that the provider keeps.
    conversation_id: 'IDENT',
    'connectors[].id': 'ID',
    'connectors[].options': 'VALUE',
    'connectors[].user_access_token': 'SECRET',
    // Settings: numbers and enums.
    citation_quality: 'ID',
    frequency_penalty: 'ID',
    k: 'ID',
    max_input_tokens: 'ID',
    max_tokens: 'ID',
    p: 'ID',
    presence_penalty: 'ID',
    prompt_truncation: 'ID',
    safety_mode: 'ID',
    seed: 'ID',
    temperature: 'ID',
  },
})

const answerRoot: Shape = {
  generation_id: 'ID',
  response_id: 'ID',
  finish_reason: 'ID',
  'chat_history[]': '$message',
  'citations[].document_ids': 'ID',
  'citations[].end': 'END',
  'citations[].start': 'START',
  'citations[].type': 'ID',
  'documents[]': '$document',
  meta: 'FIXED',
  'search_queries[].generation_id': 'ID',
  'search_results[].connector.id': 'ID',
  'search_results[].document_ids': 'ID',
  'search_results[].search_query.generation_id': 'ID',
  'tool_calls[]': '$toolCall',
}

/** The last event repeats the whole answer, and the conversation before it. */
const events = compileRules({
  shapes: { ...shapes, answer: answerRoot },
  root: {
    ...answerRoot,
    event_type: 'ID',
    is_finished: 'ENDS',
    response: '$answer',
    text: 'GROWS',
    'tool_call_delta.name': 'ID',
    'tool_call_delta.parameters': 'JSON_GROWS',
    'tool_call_delta.text': 'GROWS',
  },
})

/** Characters of the answer's text; each citation repeats its words. */
const positions: Positions = {
  unit: 'characters',
  texts: ['text'],
  streamed: { 'citation-generation': [{ type: 'text-generation' }] },
  unknown: 'zero',
}

export const cohereChatV1: WireFormat = {
  name: 'cohere-chat-v1',
  request,
  promptOrder: ['preamble', 'documents', 'tools', 'chat_history', 'tool_results', 'message'],
  answer: compileRules({ shapes, root: answerRoot }),
  events,
  endTypes: ['tool-calls-generation', 'stream-end', 'stream-error'],
  positions,
  readModel: readModelField,
  addNote: () => {},
}
