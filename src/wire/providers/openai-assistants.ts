/**
 * OpenAI assistants: `…/assistants`, `…/threads` with messages, runs and steps (beta, with state at the provider).
 * Fields not listed are text. Facts: openai 6.49.0.
 */
import type { WireFormat } from '../format.ts'
import { compileRules, type Shape } from '../rules.ts'
import { readModelField } from './model.ts'
import { openaiAnnotation, openaiPositions } from './openai-positions.ts'
import { openaiIdentity, openaiShapes } from './openai-shapes.ts'

const message: Shape = {
  id: 'ID',
  object: 'ID',
  role: 'ID',
  status: 'ID',
  assistant_id: 'ID',
  run_id: 'ID',
  thread_id: 'ID',
  content: 'TEXT',
  'content[]': '$messagePart',
  'attachments[].file_id': 'ID',
  'attachments[].tools[]': '$tool',
  metadata: 'IDENT',
}

/** In requests `text` is a string, in answers an object. */
const messagePart: Shape = {
  type: 'ID',
  'image_file.detail': 'ID',
  'image_file.file_id': 'ID',
  'image_url.detail': 'ID',
  'image_url.url': 'MEDIA',
  'text.annotations[]': '$annotation',
}

const resources: Shape = {
  'code_interpreter.file_ids': 'ID',
  'file_search.vector_store_ids': 'ID',
  'file_search.vector_stores[].chunking_strategy': 'ID',
  'file_search.vector_stores[].file_ids': 'ID',
  'file_search.vector_stores[].metadata': 'IDENT',
}

const thread: Shape = {
  'messages[]': '$message',
  metadata: 'IDENT',
  tool_resources: '$resources',
}

/** A call that waits for its result, or one that has it. Results are strings that often hold JSON. */
const toolCall: Shape = {
  id: 'ID',
  type: 'ID',
  'code_interpreter.outputs[].type': 'ID',
  'code_interpreter.outputs[].image.file_id': 'ID',
  'file_search.ranking_options': 'ID',
  'file_search.results[].file_id': 'ID',
  'file_search.results[].file_name': 'NAME',
  'file_search.results[].score': 'ID',
  'function.name': 'ID',
  'function.arguments': 'JSONTEXT',
}

const shapes = { ...openaiShapes, annotation: openaiAnnotation, message, messagePart, resources, thread, toolCall }

const request = compileRules({
  shapes,
  root: {
    ...openaiIdentity,
    ...message,
    model: 'ID',
    assistant_id: 'ID',
    'messages[]': '$message',
    'additional_messages[]': '$message',
    thread: '$thread',
    tool_resources: '$resources',
    'tools[]': '$tool',
    'tool_outputs[].tool_call_id': 'ID',
    response_format: '$answerFormat',
    tool_choice: 'ID',
    // Settings: numbers and enums.
    max_completion_tokens: 'ID',
    max_prompt_tokens: 'ID',
    reasoning_effort: 'ID',
    temperature: 'ID',
    top_p: 'ID',
    truncation_strategy: 'ID',
  },
})

/** An assistant, a thread, a message, a run or a step. */
const object: Shape = {
  ...message,
  type: 'ID',
  model: 'ID',
  first_id: 'ID',
  last_id: 'ID',
  'data[]': '$object',
  'incomplete_details.reason': 'ID',
  'last_error.code': 'ID',
  'required_action.type': 'ID',
  'required_action.submit_tool_outputs.tool_calls[]': '$toolCall',
  response_format: '$answerFormat',
  'step_details.type': 'ID',
  'step_details.message_creation.message_id': 'ID',
  'step_details.tool_calls[]': '$toolCall',
  tool_choice: 'ID',
  tool_resources: '$resources',
  'tools[]': '$tool',
  usage: 'FIXED',
}

const answered = { ...shapes, object }

export const openaiAssistants: WireFormat = {
  name: 'openai-assistants',
  request,
  promptOrder: ['tools', 'response_format', 'instructions', 'additional_instructions', 'thread', 'messages'],
  answer: compileRules({ shapes: answered, root: object }),
  events: compileRules({
    shapes: answered,
    root: {
      ...object,
      'delta.role': 'ID',
      'delta.content[].type': 'ID',
      'delta.content[].image_file': 'ID',
      'delta.content[].image_url.url': 'MEDIA',
      'delta.content[].refusal': 'GROWS',
      'delta.content[].text.value': 'GROWS',
      'delta.content[].text.annotations[]': '$annotation',
      'delta.step_details.type': 'ID',
      'delta.step_details.message_creation': 'ID',
      'delta.step_details.tool_calls[].id': 'ID',
      'delta.step_details.tool_calls[].type': 'ID',
      'delta.step_details.tool_calls[].code_interpreter.input': 'GROWS',
      'delta.step_details.tool_calls[].code_interpreter.outputs[].type': 'ID',
      'delta.step_details.tool_calls[].code_interpreter.outputs[].image': 'ID',
      'delta.step_details.tool_calls[].code_interpreter.outputs[].logs': 'GROWS',
      'delta.step_details.tool_calls[].file_search': 'VALUE',
      'delta.step_details.tool_calls[].function.name': 'ID',
      'delta.step_details.tool_calls[].function.arguments': 'JSON_GROWS',
      // Comes whole, once the application has given it.
      'delta.step_details.tool_calls[].function.output': 'VALUE',
    },
  }),
  endTypes: [
    '*.completed',
    '*.incomplete',
    '*.failed',
    '*.cancelled',
    '*.expired',
    '*.requires_action',
    'done',
    'error',
  ],
  positions: openaiPositions,
  readModel: readModelField,
  // Instructions of a run take the place of the assistant's own.
  addNote: () => {},
}
