/**
 * Anthropic messages: `POST …/v1/messages` and `…/v1/messages/count_tokens`.
 * Fields not listed are text. Facts: @anthropic-ai/sdk 1.11.0, recorded streams.
 */
import type { WireFormat } from '../format.ts'
import type { Positions } from '../positions.ts'
import { compileRules, type Shape } from '../rules.ts'
import { anthropicDocuments } from './cited-documents.ts'
import { jsonSchema } from './json-schema.ts'
import { readModelField } from './model.ts'
import { addSystemField } from './note.ts'

/**
 * Where a text has something from. `start_char_index` and `end_char_index` count characters of a document of the request, as
 * the provider got it; pages, blocks and search results have numbers that do not change.
 */
const blockCitation: Shape = {
  // In an event these texts are complete, although they stand in a delta.
  '*': 'VALUE',
  type: 'ID',
  document_index: 'ID',
  encrypted_index: 'OPAQUE',
  end_block_index: 'ID',
  end_char_index: 'SENT_END',
  end_page_number: 'ID',
  file_id: 'ID',
  search_result_index: 'ID',
  start_block_index: 'ID',
  start_char_index: 'SENT_START',
  start_page_number: 'ID',
  url: 'URL',
}

/**
 * A content block, in requests, in answers, and inside tool results. `source.data` is text where the source is of type
 * `text` and a file where it is base64. Thinking is signed over what the provider wrote. Results of server tools hold
 * their seals in `encrypted_*`.
 */
const block: Shape = {
  'citations[]': '$blockCitation',
  type: 'ID',
  id: 'ID',
  name: 'ID',
  server_name: 'ID',
  tool_use_id: 'ID',
  'cache_control.type': 'ID',
  'cache_control.ttl': 'ID',
  caller: 'ID',
  error_code: 'ID',
  return_code: 'ID',
  tab_id: 'ID',
  tool_name: 'ID',
  toolset_name: 'ID',
  text: 'TEXT',
  title: 'TEXT',
  context: 'TEXT',
  'source.type': 'ID',
  'source.media_type': 'ID',
  'source<text>.data': 'TEXT',
  'source<base64>.data': 'MEDIA',
  'source<url>.url': 'MEDIA',
  'source<file>.file_id': 'ID',
  'source<content>.content': 'TEXT',
  'source<content>.content[]': '$block',
  '<search_result>.source': 'URL',
  '<thinking>.thinking': 'SIGNED',
  '<thinking>.signature': 'SEAL',
  '<redacted_thinking>.data': 'OPAQUE',
  '<compaction>.content': 'SIGNED',
  '<compaction>.signature': 'SEAL',
  '<compaction>.encrypted_content': 'SEAL',
  '<tool_use|server_tool_use|mcp_tool_use>.input': 'VALUE',
  content: 'TEXT',
  'content[]': '$block',
  'content.type': 'ID',
  'content.error_code': 'ID',
  'content.return_code': 'ID',
  'content.url': 'URL',
  'content.content': '$block',
  'content.content[]': '$block',
  'content.encrypted_stdout': 'OPAQUE',
  encrypted_content: 'OPAQUE',
  encrypted_index: 'OPAQUE',
  encrypted_stdout: 'OPAQUE',
  file_id: 'ID',
  url: 'URL',
}

const tool: Shape = {
  type: 'ID',
  name: 'ID',
  description: 'TEXT',
  input_schema: '$schema',
  'input_examples[]': 'VALUE',
  'cache_control.type': 'ID',
  'cache_control.ttl': 'ID',
  user_location: 'IDENT',
  allowed_callers: 'ID',
  max_uses: 'ID',
  display_width_px: 'ID',
  display_height_px: 'ID',
  display_number: 'ID',
  max_characters: 'ID',
  max_content_tokens: 'ID',
}

/** What the other endpoints of this API, and the servers that speak it too, are made of. */
export const anthropicShapes = { schema: jsonSchema, block, blockCitation, tool }

export const anthropicRequest: Shape = {
  model: 'ID',
  system: 'TEXT',
  'system[]': '$block',
  'messages[].role': 'ID',
  'messages[].content': 'TEXT',
  'messages[].content[]': '$block',
  stop_sequences: 'TEXT',
  'tools[]': '$tool',
  tool_choice: 'ID',
  // Plain string or the list of skills to load; both name things of the provider.
  container: 'ID',
  metadata: 'IDENT',
  user_profile_id: 'IDENT',
  workspace_id: 'IDENT',
  diagnostics: 'IDENT',
  'mcp_servers[].authorization_token': 'SECRET',
  'mcp_servers[].name': 'ID',
  'mcp_servers[].type': 'ID',
  'mcp_servers[].url': 'URL',
  'output_config.effort': 'ID',
  'output_config.format.type': 'ID',
  'output_config.format.schema': '$schema',
  'output_format.type': 'ID',
  'output_format.schema': '$schema',
  // Settings: numbers, enums and tokens of the provider.
  billing_policy: 'ID',
  cache_control: 'ID',
  fallback_credit_token: 'OPAQUE',
  inference_geo: 'ID',
  max_tokens: 'ID',
  service_tier: 'ID',
  speed: 'ID',
  temperature: 'ID',
  thinking: 'ID',
  top_k: 'ID',
  top_p: 'ID',
}

export const anthropicMessage: Shape = {
  id: 'ID',
  type: 'ID',
  role: 'ID',
  model: 'ID',
  'content[]': '$block',
  stop_reason: 'ID',
  'container.id': 'ID',
  usage: 'FIXED',
}

export const anthropicEvents: Shape = {
  type: 'ID',
  message: '$message',
  content_block: '$block',
  'delta.type': 'ID',
  'delta<text_delta>.text': 'GROWS',
  'delta<input_json_delta>.partial_json': 'JSON_GROWS',
  'delta<thinking_delta>.thinking': 'SIGNED_GROWS',
  'delta<signature_delta>.signature': 'SEAL',
  'delta<citations_delta>.citation': '$blockCitation',
  'delta<compaction_delta>.content': 'SIGNED_GROWS',
  'delta<compaction_delta>.encrypted_content': 'SEAL',
  'delta.stop_reason': 'ID',
  'delta.stop_sequence': 'TEXT',
  'delta.stop_details': 'VALUE',
  'delta.container': 'ID',
  usage: 'FIXED',
}

const shapes = anthropicShapes

/** Citations of documents that were uploaded before count in a text that is not at hand. */
export const anthropicPositions: Positions = {
  unit: 'characters',
  texts: [],
  documents: anthropicDocuments,
  documentIndex: ['document_index'],
  unknown: 'zero',
}

export const anthropicMessages: WireFormat = {
  name: 'anthropic-messages',
  request: compileRules({ shapes, root: anthropicRequest }),
  // The order of the provider's own prompt cache.
  promptOrder: ['tools', 'system', 'messages'],
  answer: compileRules({ shapes, root: anthropicMessage }),
  events: compileRules({ shapes: { ...shapes, message: anthropicMessage }, root: anthropicEvents }),
  endTypes: ['content_block_stop', 'message_delta', 'message_stop', 'error'],
  positions: anthropicPositions,
  readModel: readModelField,
  addNote: addSystemField,
}
