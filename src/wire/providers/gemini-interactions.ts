/**
 * Gemini interactions: `POST …/interactions` and what is stored under it. Fields not listed are text.
 * Facts: @google/genai 2.32.0.
 */
import type { WireFormat } from '../format.ts'
import type { Positions } from '../positions.ts'
import { compileRules, type Shape } from '../rules.ts'
import { geminiSchema } from './gemini-content.ts'
import { readModelField } from './model.ts'
import { addSystemInstructionText } from './note.ts'

/** Where a text has something from: `start_index` and `end_index` count bytes of its UTF-8. */
const annotation: Shape = {
  // In an event these texts are complete, although they stand in a delta.
  '*': 'VALUE',
  type: 'ID',
  document_uri: 'URL',
  end_index: 'END',
  file_name: 'NAME',
  media_id: 'ID',
  place_id: 'ID',
  'review_snippets[].review_id': 'ID',
  'review_snippets[].url': 'URL',
  start_index: 'START',
  url: 'URL',
}

/** Text, or a file by its content or by an address nobody here opens. */
const content: Shape = {
  type: 'ID',
  text: 'TEXT',
  'annotations[]': '$annotation',
  data: 'MEDIA',
  mime_type: 'ID',
  '<video>.name': 'NAME',
  resolution: 'ID',
  uri: 'MEDIA',
}

/** One step of a conversation: what the user said, what the model said, thought or called, what a tool gave back. */
const step: Shape = {
  type: 'ID',
  id: 'ID',
  call_id: 'ID',
  name: 'ID',
  server_name: 'ID',
  signature: 'SEAL',
  content: 'TEXT',
  'content[]': '$content',
  'summary[].type': 'ID',
  'summary[].text': 'SIGNED_VALUE',
  arguments: 'SIGNED_VALUE',
  'arguments.language': 'ID',
  result: 'VALUE',
  'result[]': '$result',
  retrieval_type: 'ID',
  search_type: 'ID',
}

/** What a tool gives back is a free value, or a list of content. */
const result: Shape = {
  '': 'VALUE',
  '<audio|document|image|text|video>.type': 'ID',
  '<audio|document|image|video>.data': 'MEDIA',
  '<audio|document|image|video>.mime_type': 'ID',
  '<audio|document|image|video>.uri': 'MEDIA',
  widget_context_token: 'OPAQUE',
}

/** `google_maps` says where the end user is; `retrieval` and `mcp_server` hold keys of other systems. */
const tool: Shape = {
  type: 'ID',
  name: 'ID',
  description: 'TEXT',
  parameters: '$schema',
  disabled_safety_policies: 'ID',
  environment: 'ID',
  excluded_predefined_functions: 'ID',
  file_search_store_names: 'ID',
  headers: 'SECRET',
  latitude: 'IDENT',
  longitude: 'IDENT',
  retrieval_types: 'ID',
  search_types: 'ID',
  top_k: 'ID',
  url: 'URL',
  'exa_ai_search_config.api_key': 'SECRET',
  'parallel_ai_search_config.api_key': 'SECRET',
  'rag_store_config.rag_resources[].rag_corpus': 'ID',
  'rag_store_config.rag_resources[].rag_file_ids': 'ID',
  'vertex_ai_search_config.datastores': 'ID',
  'vertex_ai_search_config.engine': 'ID',
}

const responseFormat: Shape = { type: 'ID', mime_type: 'ID', schema: '$schema', aspect_ratio: 'ID', image_size: 'ID' }

const shapes = { annotation, content, responseFormat, result, schema: geminiSchema, step, tool }

/** What a request says and an answer repeats. `env` of an environment holds settings of the program that runs there. */
const shared: Shape = {
  agent: 'ID',
  'agent_config.model': 'ID',
  'agent_config.session_id': 'ID',
  'agent_config.thinking_summaries': 'ID',
  'agent_config.type': 'ID',
  cached_content: 'ID',
  continuation_token: 'OPAQUE',
  'environment.environment_id': 'ID',
  'environment.type': 'ID',
  'generation_config.image_config': 'ID',
  'generation_config.max_output_tokens': 'ID',
  'generation_config.seed': 'ID',
  'generation_config.speech_config.language': 'ID',
  'generation_config.speech_config.voice': 'ID',
  'generation_config.speech_config[].language': 'ID',
  'generation_config.speech_config[].voice': 'ID',
  'generation_config.temperature': 'ID',
  'generation_config.thinking_level': 'ID',
  'generation_config.thinking_summaries': 'ID',
  'generation_config.tool_choice': 'ID',
  'generation_config.top_p': 'ID',
  'generation_config.video_config': 'ID',
  labels: 'IDENT',
  model: 'ID',
  previous_interaction_id: 'ID',
  response_format: '$responseFormat',
  response_mime_type: 'ID',
  response_modalities: 'ID',
  safety_settings: 'ID',
  service_tier: 'ID',
  system_instruction: 'TEXT',
  'tools[]': '$tool',
  'webhook_config.uris': 'URL',
  'webhook_config.user_metadata': 'IDENT',
}

/** A text, content, or a list of steps or content: their fields do not contradict each other. */
const input: Shape = { ...content, ...step, '': 'TEXT', '[]': '$input' }

const interaction: Shape = {
  ...shared,
  input: '$input',
  id: 'ID',
  created: 'ID',
  continuation_ids: 'ID',
  environment_id: 'ID',
  'errors[].code': 'ID',
  object: 'ID',
  'output_audio.data': 'MEDIA',
  'output_image.data': 'MEDIA',
  'output_video.data': 'MEDIA',
  status: 'ID',
  'steps[]': '$step',
  updated: 'ID',
  usage: 'FIXED',
}

const answerShapes = { ...shapes, input, interaction }

/**
 * Arguments of a function come as pieces of JSON, all other arguments whole. A thought's summary grows in one delta and its
 * signature comes in another, so the text is scrubbed anew when it comes back.
 */
const events = compileRules({
  shapes: answerShapes,
  root: {
    event_id: 'ID',
    event_type: 'ID',
    interaction_id: 'ID',
    status: 'ID',
    interaction: '$interaction',
    step: '$step',
    metadata: 'FIXED',
    step_usage: 'FIXED',
    usage: 'FIXED',
    continuation_token: 'OPAQUE',
    'delta.type': 'ID',
    'delta.call_id': 'ID',
    'delta.data': 'MEDIA',
    'delta.id': 'ID',
    'delta.mime_type': 'ID',
    'delta.name': 'NAME',
    'delta.server_name': 'ID',
    'delta.signature': 'SEAL',
    'delta.uri': 'MEDIA',
    'delta<text>.text': 'GROWS',
    'delta<thought_summary>.content.type': 'ID',
    'delta<thought_summary>.content.text': 'GROWS',
    'delta<thought_summary>.content.data': 'MEDIA',
    'delta<arguments_delta>.arguments': 'JSON_GROWS',
    'delta<code_execution_call>.arguments.language': 'ID',
    'delta<code_execution_call>.arguments.code': 'GROWS',
    'delta<code_execution_result>.result': 'GROWS',
    'delta<text_annotation_delta>.annotations[]': '$annotation',
    'delta.arguments': 'VALUE',
    'delta.result': 'VALUE',
    'delta.result[]': '$result',
  },
})

const positions: Positions = { unit: 'bytes', texts: ['text'], unknown: 'remove' }

export const geminiInteractions: WireFormat = {
  name: 'gemini-interactions',
  request: compileRules({ shapes: answerShapes, root: { ...shared, input: '$input' } }),
  promptOrder: ['system_instruction', 'tools', 'input'],
  answer: compileRules({ shapes: answerShapes, root: interaction }),
  events,
  endTypes: ['step.stop', 'interaction.completed', 'error'],
  positions,
  readModel: readModelField,
  addNote: addSystemInstructionText,
}
