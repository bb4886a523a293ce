/**
 * OpenAI responses and conversations: `POST …/responses`, with `/compact`, `/input_tokens`, `/{id}` and its items;
 * `…/conversations` and their items. Fields not listed are text. Facts: OpenAI API 2.3.0, openai 6.49.0, recorded streams.
 */
import type { WireFormat } from '../format.ts'
import { compileRules, type Shape } from '../rules.ts'
import { readModelField } from './model.ts'
import { addInstructions } from './note.ts'
import { openaiPositions } from './openai-positions.ts'
import { openaiIdentity, openaiShapes } from './openai-shapes.ts'

const request = compileRules({
  shapes: openaiShapes,
  root: {
    ...openaiIdentity,
    model: 'ID',
    input: 'TEXT',
    'input[]': '$item',
    instructions: 'TEXT',
    // Conversations.
    'items[]': '$item',
    prompt: '$storedPrompt',
    'tools[]': '$tool',
    tool_choice: 'ID',
    'text.format': '$answerFormat',
    'text.verbosity': 'ID',
    previous_response_id: 'ID',
    conversation: 'ID',
    user_location: 'IDENT',
    // xAI: where it may search.
    'search_parameters.mode': 'ID',
    // Settings: numbers and enums.
    background: 'ID',
    betas: 'ID',
    context_management: 'ID',
    include: 'ID',
    max_output_tokens: 'ID',
    max_tool_calls: 'ID',
    moderation: 'ID',
    prompt_cache_options: 'ID',
    prompt_cache_retention: 'ID',
    reasoning: 'ID',
    service_tier: 'ID',
    stream_options: 'ID',
    temperature: 'ID',
    top_logprobs: 'ID',
    top_p: 'ID',
    truncation: 'ID',
  },
})

/** Answers repeat the request: instructions, tools, format, variables. Lists hold items. */
const response: Shape = {
  id: 'ID',
  object: 'ID',
  type: 'ID',
  model: 'ID',
  status: 'ID',
  background: 'ID',
  completed_at: 'ID',
  created_at: 'ID',
  'conversation.id': 'ID',
  'error.code': 'ID',
  first_id: 'ID',
  'incomplete_details.reason': 'ID',
  last_id: 'ID',
  previous_response_id: 'ID',
  'output[]': '$item',
  'data[]': '$item',
  'items[]': '$item',
  instructions: 'TEXT',
  'instructions[]': '$item',
  prompt: '$storedPrompt',
  reasoning: 'ID',
  'text.format': '$answerFormat',
  tool_choice: 'ID',
  'tools[]': '$tool',
  truncation: 'ID',
  usage: 'FIXED',
}

const answered = { ...openaiShapes, part: { ...openaiShapes.part, logprobs: 'FIXED' }, response } as const

/** Texts that grow; what a custom tool or an interpreter is given is no JSON and grows as text. */
const growing = [
  'apply_patch_call_operation_diff',
  'audio.transcript',
  'code_interpreter_call_code',
  'custom_tool_call_input',
  'output_audio_transcript',
  'output_text',
  'reasoning_summary_text',
  'reasoning_text',
  'refusal',
  'shell_call_command',
  'text',
]
const growingJson = ['function_call_arguments', 'mcp_call_arguments']

function kinds(names: readonly string[], step: 'delta' | 'done'): string {
  return `<${names.map(name => `response.${name}.${step}`).join('|')}>`
}

/**
 * Deltas grow by their type and index fields. The events that repeat the text (`….done`, `output_item.done`,
 * `response.completed`) are complete and get the same values.
 */
const events = compileRules({
  shapes: answered,
  root: {
    type: 'ID',
    item_id: 'ID',
    response_id: 'ID',
    [`${kinds(growing, 'delta')}.delta`]: 'GROWS',
    [`${kinds(growingJson, 'delta')}.delta`]: 'JSON_GROWS',
    [`${kinds(growingJson, 'done')}.arguments`]: 'JSONTEXT',
    [`${kinds(growingJson, 'done')}.name`]: 'ID',
    '<response.audio.delta|response.output_audio.delta>.delta': 'MEDIA',
    // The one delta that is an object.
    '<response.shell_call_output_content.delta>.delta.stdout': 'GROWS',
    '<response.shell_call_output_content.delta>.delta.stderr': 'GROWS',
    annotation: '$annotation',
    item: '$item',
    part: '$part',
    response: '$response',
    logprobs: 'FIXED',
    obfuscation: 'OPAQUE',
    partial_image_b64: 'MEDIA',
  },
})

export const openaiResponses: WireFormat = {
  name: 'openai-responses',
  request,
  promptOrder: ['tools', 'text', 'instructions', 'prompt', 'input', 'items'],
  answer: compileRules({ shapes: answered, root: response }),
  events,
  endTypes: ['*.done', '*.completed', '*.failed', '*.incomplete', 'error'],
  positions: openaiPositions,
  readModel: readModelField,
  addNote: addInstructions,
}
