/**
 * Cohere chat, version 2: `POST …/v2/chat`. Fields not listed are text. The wire is snake_case, also where the SDK is not.
 * Facts: cohere-ai 8.1.0.
 */
import type { WireFormat } from '../format.ts'
import type { Positions } from '../positions.ts'
import { compileRules, type Shape } from '../rules.ts'
import { jsonSchema } from './json-schema.ts'
import { readModelField } from './model.ts'
import { addSystemMessage } from './note.ts'

/** Documents are free values; so is what a tool gave back. */
const content: Shape = {
  type: 'ID',
  text: 'TEXT',
  thinking: 'TEXT',
  'document.data': 'VALUE',
  'document.id': 'ID',
  'image_url.url': 'MEDIA',
  'image_url.detail': 'ID',
}

/** `start` and `end` count characters of the content, or of the plan, they stand for; `text` repeats it. */
const citation: Shape = {
  type: 'ID',
  content_index: 'ID',
  end: 'END',
  start: 'START',
  text: 'TEXT',
  'sources[].type': 'ID',
  'sources[].id': 'ID',
  'sources[].document': 'VALUE',
  'sources[].document.id': 'ID',
  'sources[].tool_output': 'VALUE',
}

const toolCall: Shape = { id: 'ID', type: 'ID', 'function.name': 'ID', 'function.arguments': 'JSONTEXT' }

const message: Shape = {
  role: 'ID',
  'citations[]': '$citation',
  content: 'TEXT',
  'content[]': '$content',
  tool_call_id: 'ID',
  'tool_calls[]': '$toolCall',
  tool_plan: 'TEXT',
}

const shapes = { citation, content, message, schema: jsonSchema, toolCall }

const request = compileRules({
  shapes,
  root: {
    model: 'ID',
    'messages[]': '$message',
    'documents[].data': 'VALUE',
    'documents[].id': 'ID',
    'tools[].type': 'ID',
    'tools[].function.name': 'ID',
    'tools[].function.description': 'TEXT',
    'tools[].function.parameters': '$schema',
    'response_format.type': 'ID',
    'response_format.json_schema': '$schema',
    'response_format.schema': '$schema',
    stop_sequences: 'TEXT',
    // Settings: numbers and enums.
    citation_options: 'ID',
    frequency_penalty: 'ID',
    k: 'ID',
    max_tokens: 'ID',
    p: 'ID',
    presence_penalty: 'ID',
    priority: 'ID',
    safety_mode: 'ID',
    seed: 'ID',
    temperature: 'ID',
    thinking: 'ID',
    tool_choice: 'ID',
  },
})

/** Token lists (`logprobs`) are left alone: a placeholder spans several tokens. */
const answer = compileRules({
  shapes,
  root: { id: 'ID', finish_reason: 'ID', logprobs: 'FIXED', message: '$message', usage: 'FIXED', meta: 'FIXED' },
})

/** Only contents, arguments and the tool plan grow; citations and what starts something come whole. */
const events = compileRules({
  shapes,
  root: {
    type: 'ID',
    id: 'ID',
    logprobs: 'FIXED',
    'delta.error': 'TEXT',
    'delta.finish_reason': 'ID',
    'delta.usage': 'FIXED',
    '<message-start|tool-call-start>.delta.message.role': 'ID',
    '<tool-call-start>.delta.message.tool_calls': '$toolCall',
    '<content-start|content-delta>.delta.message.content.type': 'ID',
    '<content-start|content-delta>.delta.message.content.text': 'GROWS',
    '<content-start|content-delta>.delta.message.content.thinking': 'GROWS',
    '<tool-plan-delta>.delta.message.tool_plan': 'GROWS',
    '<tool-call-delta>.delta.message.tool_calls.function.arguments': 'JSON_GROWS',
    '<citation-start>.delta.message.citations': '$citation',
    // The whole prompt.
    '<debug>.prompt': 'VALUE',
  },
})

const positions: Positions = {
  unit: 'characters',
  texts: ['content[content_index].text', 'content[content_index].thinking', 'content', 'tool_plan'],
  streamed: {
    'citation-start': [
      { type: 'content-delta', indices: { index: 'content_index' } },
      { type: 'tool-plan-delta', indices: {} },
    ],
  },
  unknown: 'remove',
}

export const cohereChat: WireFormat = {
  name: 'cohere-chat',
  request,
  promptOrder: ['documents', 'tools', 'response_format', 'messages'],
  answer,
  events,
  endTypes: ['content-end', 'tool-call-end', 'message-end'],
  positions,
  readModel: readModelField,
  addNote: addSystemMessage,
}
