/**
 * Shapes that several APIs of OpenAI share: content parts, items of a response or a conversation, tools. Fields not listed
 * are text. Facts: OpenAI API 2.3.0, openai 6.49.0, recorded streams.
 */
import type { Shape } from '../rules.ts'
import { jsonSchema } from './json-schema.ts'
import { responsesAnnotation } from './openai-positions.ts'

/** One part of a content list. What `file_url` and `image_url` point at is read by the provider and by nobody here. */
const part: Shape = {
  type: 'ID',
  text: 'TEXT',
  refusal: 'TEXT',
  transcript: 'TEXT',
  'annotations[]': '$annotation',
  audio: 'MEDIA',
  detail: 'ID',
  encrypted_content: 'OPAQUE',
  file_data: 'MEDIA',
  file_id: 'ID',
  file_url: 'MEDIA',
  filename: 'NAME',
  format: 'ID',
  'image_file.file_id': 'ID',
  'image_file.detail': 'ID',
  image_url: 'MEDIA',
  'image_url.detail': 'ID',
  'image_url.url': 'MEDIA',
  'input_audio.data': 'MEDIA',
  'input_audio.format': 'ID',
  // How a shell command ended: a kind and a number.
  outcome: 'ID',
  'prompt_cache_breakpoint.mode': 'ID',
}

/**
 * An item of a response or a conversation, told apart by `type`. Results of tools are strings that often hold JSON, so they
 * stay unnamed: JSON in them is opened. Code, commands, diffs and input of custom tools are free text.
 */
const item: Shape = {
  type: 'ID',
  id: 'ID',
  role: 'ID',
  status: 'ID',
  phase: 'ID',
  // Agents of one response by their names, as tool calls name their tools.
  agent: 'ID',
  author: 'ID',
  recipient: 'ID',
  call_id: 'ID',
  caller: 'ID',
  created_by: 'ID',
  name: 'ID',
  namespace: 'ID',
  server_label: 'ID',
  container_id: 'ID',
  approval_request_id: 'ID',
  approve: 'ID',
  execution: 'ID',
  max_output_length: 'ID',
  timeout_ms: 'ID',
  content: 'TEXT',
  'content[]': '$part',
  'summary[].type': 'ID',
  'summary[].text': 'TEXT',
  encrypted_content: 'OPAQUE',
  '<program>.fingerprint': 'OPAQUE',
  '<function_call|mcp_call|mcp_approval_request|multi_agent_call>.arguments': 'JSONTEXT',
  '<tool_search_call>.arguments': 'VALUE',
  '<custom_tool_call>.input': 'TEXT',
  '<image_generation_call>.result': 'MEDIA',
  '<image_generation_call>.action': 'ID',
  '<image_generation_call>.background': 'ID',
  '<image_generation_call>.output_format': 'ID',
  '<image_generation_call>.quality': 'ID',
  '<image_generation_call>.size': 'ID',
  code: 'TEXT',
  'outputs[].type': 'ID',
  'outputs[].logs': 'TEXT',
  'outputs[].url': 'MEDIA',
  'output[]': '$part',
  'output.type': 'ID',
  'output.file_id': 'ID',
  'output.image_url': 'MEDIA',
  'operation.type': 'ID',
  'operation.diff': 'TEXT',
  'operation.path': 'TEXT',
  action: '$action',
  'actions[]': '$action',
  'acknowledged_safety_checks[].code': 'ID',
  'acknowledged_safety_checks[].id': 'ID',
  'pending_safety_checks[].code': 'ID',
  'pending_safety_checks[].id': 'ID',
  environment: '$environment',
  'queries[]': 'TEXT',
  'results[].file_id': 'ID',
  'results[].filename': 'NAME',
  'results[].score': 'ID',
  'results[].attributes': 'VALUE',
  'tools[]': '$tool',
}

/** What a tool is to do: a search, a page to open, keys to press, commands to run. */
const action: Shape = {
  type: 'ID',
  button: 'ID',
  keys: 'ID',
  max_output_length: 'ID',
  'path[].x': 'ID',
  'path[].y': 'ID',
  scroll_x: 'ID',
  scroll_y: 'ID',
  'sources[].type': 'ID',
  'sources[].url': 'URL',
  timeout_ms: 'ID',
  url: 'URL',
  x: 'ID',
  y: 'ID',
}

const tool: Shape = {
  type: 'ID',
  name: 'ID',
  description: 'TEXT',
  parameters: '$schema',
  input_schema: '$schema',
  output_schema: '$schema',
  // Chat completions and assistants.
  'function.name': 'ID',
  'function.description': 'TEXT',
  'function.parameters': '$schema',
  'tools[]': '$tool',
  'format.type': 'ID',
  'format.syntax': 'ID',
  'format.definition': 'TEXT',
  allowed_callers: 'ID',
  execution: 'ID',
  // Remote servers, with their credentials.
  allowed_tools: 'ID',
  authorization: 'SECRET',
  connector_id: 'ID',
  headers: 'SECRET',
  require_approval: 'ID',
  server_description: 'TEXT',
  server_label: 'ID',
  server_url: 'URL',
  tunnel_id: 'ID',
  // Search.
  filters: '$filter',
  max_num_results: 'ID',
  ranking_options: 'ID',
  'file_search.max_num_results': 'ID',
  'file_search.ranking_options': 'ID',
  search_content_types: 'ID',
  search_context_size: 'ID',
  user_location: 'IDENT',
  vector_store_ids: 'ID',
  // Code, shells and screens.
  container: 'ID',
  'container.network_policy': '$network',
  display_height: 'ID',
  display_width: 'ID',
  environment: '$environment',
  // Pictures.
  action: 'ID',
  background: 'ID',
  input_fidelity: 'ID',
  'input_image_mask.file_id': 'ID',
  'input_image_mask.image_url': 'MEDIA',
  model: 'ID',
  moderation: 'ID',
  output_compression: 'ID',
  output_format: 'ID',
  partial_images: 'ID',
  quality: 'ID',
  size: 'ID',
}

/** A condition on attributes of files: keys are the user's field names, values may be anything. */
const filter: Shape = {
  type: 'ID',
  key: 'ID',
  value: 'VALUE',
  'filters[]': '$filter',
  allowed_domains: 'ID',
  blocked_domains: 'ID',
}

const environment: Shape = {
  type: 'ID',
  container_id: 'ID',
  file_ids: 'ID',
  memory_limit: 'ID',
  network_policy: '$network',
  'skills[]': '$skill',
}

const skill: Shape = {
  type: 'ID',
  skill_id: 'ID',
  version: 'ID',
  'source.type': 'ID',
  'source.media_type': 'ID',
  'source.data': 'MEDIA',
}

const network: Shape = {
  type: 'ID',
  allowed_domains: 'ID',
  'domain_secrets[].domain': 'ID',
  'domain_secrets[].name': 'ID',
  'domain_secrets[].value': 'SECRET',
}

/** A prompt stored at the provider, with what fills it. */
const storedPrompt: Shape = {
  id: 'ID',
  version: 'ID',
  'variables.*': '$part',
}

/** The form that an answer is asked for. */
const answerFormat: Shape = {
  type: 'ID',
  name: 'ID',
  description: 'TEXT',
  schema: '$schema',
  'json_schema.name': 'ID',
  'json_schema.description': 'TEXT',
  'json_schema.schema': '$schema',
}

/** A string, or token ids in its place, in lists of either. */
const tokens: Shape = { '': 'PROMPT', '[]': '$tokens' }

export const openaiShapes = {
  action,
  annotation: responsesAnnotation,
  answerFormat,
  environment,
  filter,
  item,
  network,
  part,
  schema: jsonSchema,
  skill,
  storedPrompt,
  tokens,
  tool,
}

/** Fields that name the end user, wherever a request of OpenAI has them. */
export const openaiIdentity: Shape = {
  // Codex: the installation, the session and its turns.
  client_metadata: 'IDENT',
  metadata: 'IDENT',
  prompt_cache_key: 'IDENT',
  safety_identifier: 'IDENT',
  user: 'IDENT',
}
