/** What the messages of Mistral are made of. The wire is snake_case, also where the SDK is not. */
import type { Shape } from '../rules.ts'
import { jsonSchema } from './json-schema.ts'

/**
 * A chunk of a message. Thinking is a list of chunks under a signature. Documents, pictures and sound are named by
 * addresses nobody here opens, or hold base64.
 */
const chunkBeside: Shape = {
  type: 'ID',
  closed: 'ID',
  document_name: 'NAME',
  document_url: 'MEDIA',
  favicon: 'URL',
  file_id: 'ID',
  file_name: 'NAME',
  file_type: 'ID',
  image_url: 'MEDIA',
  'image_url.url': 'MEDIA',
  'image_url.detail': 'ID',
  input_audio: 'MEDIA',
  reference_ids: 'ID',
  signature: 'SEAL',
  tool: 'ID',
  url: 'URL',
}

export const mistralChunk: Shape = {
  ...chunkBeside,
  text: 'SIGNED_VALUE',
  thinking: 'SIGNED_VALUE',
  'thinking[]': '$chunk',
}

/** In streams: lists of chunks are increments, and a signature may come after the text it seals. */
export const mistralStreamedChunk: Shape = {
  ...chunkBeside,
  text: 'GROWS',
  thinking: 'RUN',
  'thinking[]': '$streamedThought',
}

/** The signature stands beside the list of thoughts. */
export const mistralStreamedThought: Shape = { ...chunkBeside, text: 'SIGNED_PART_GROWS' }

/** `connector` tools hold the key of another system. */
const tool: Shape = {
  type: 'ID',
  'function.name': 'ID',
  'function.description': 'TEXT',
  'function.parameters': '$schema',
  authorization: 'SECRET',
  connector_id: 'ID',
  library_ids: 'ID',
  'tool_configuration.exclude': 'ID',
  'tool_configuration.include': 'ID',
  'tool_configuration.requires_confirmation': 'ID',
}

/** Arguments are a JSON text or an object. */
export const mistralToolCall: Shape = {
  id: 'ID',
  index: 'ID',
  type: 'ID',
  'function.name': 'ID',
  'function.arguments': 'JSONTEXT',
}

const responseFormat: Shape = {
  type: 'ID',
  'json_schema.name': 'ID',
  'json_schema.description': 'TEXT',
  'json_schema.schema': '$schema',
}

export const mistralMessage: Shape = {
  role: 'ID',
  content: 'TEXT',
  'content[]': '$chunk',
  // The name of the tool that answers.
  '<tool>.name': 'ID',
  name: 'NAME',
  prefix: 'ID',
  tool_call_id: 'ID',
  'tool_calls[]': '$toolCall',
}

/** How a completion is made: numbers and enums, and texts that stand beside the conversation. */
export const mistralSettings: Shape = {
  frequency_penalty: 'ID',
  max_tokens: 'ID',
  min_tokens: 'ID',
  n: 'ID',
  parallel_tool_calls: 'ID',
  'prediction.content': 'TEXT',
  'prediction.type': 'ID',
  presence_penalty: 'ID',
  prompt_cache_key: 'IDENT',
  prompt_mode: 'ID',
  random_seed: 'ID',
  reasoning_effort: 'ID',
  response_format: '$responseFormat',
  safe_prompt: 'ID',
  service_tier: 'ID',
  stop: 'TEXT',
  temperature: 'ID',
  tool_choice: 'ID',
  top_p: 'ID',
}

export const mistralShapes = {
  chunk: mistralChunk,
  message: mistralMessage,
  responseFormat,
  schema: jsonSchema,
  settings: mistralSettings,
  streamedChunk: mistralStreamedChunk,
  streamedThought: mistralStreamedThought,
  tool,
  toolCall: mistralToolCall,
}
