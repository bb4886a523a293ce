/**
 * OpenAI chat completions: `POST …/chat/completions`, spoken by many other servers as well.
 * Fields not listed are text. `wire-format` facts: OpenAI API 2.3.0, openai 6.49.0, recorded streams of compatible servers.
 */

import type { WireFormat } from '../format.ts'
import { compileRules, type Shape } from '../rules.ts'
import { jsonSchema } from './json-schema.ts'
import { readModelField } from './model.ts'
import { addSystemMessage } from './note.ts'
import { openaiAnnotation, openaiPositions } from './openai-positions.ts'

/** A tool call in a request or in a complete answer. `custom.input` is free text, not JSON. */
const toolCall: Shape = {
  id: 'ID',
  index: 'ID',
  type: 'ID',
  'function.name': 'ID',
  'function.arguments': 'JSONTEXT',
  'custom.name': 'ID',
  'custom.input': 'TEXT',
}

/** One entry of a content list. `file_data` and `data` hold base64, `url` a data URL or an address nobody here opens. */
const part: Shape = {
  type: 'ID',
  'cache_control.type': 'ID',
  'cache_control.ttl': 'ID',
  'file.file_data': 'MEDIA',
  'file.file_id': 'ID',
  'file.filename': 'NAME',
  image_url: 'MEDIA',
  'image_url.url': 'MEDIA',
  'image_url.detail': 'ID',
  'input_audio.data': 'MEDIA',
  'input_audio.format': 'ID',
  refusal: 'TEXT',
  text: 'TEXT',
  // OpenRouter, vLLM.
  'video_url.url': 'MEDIA',
}

const functionTool: Shape = {
  name: 'ID',
  description: 'TEXT',
  parameters: '$schema',
}

/** Reasoning text and its seal, as OpenRouter sends and takes it. */
const reasoningDetail: Shape = {
  type: 'ID',
  id: 'ID',
  format: 'ID',
  index: 'ID',
  data: 'OPAQUE',
  signature: 'SEAL',
  summary: 'SIGNED',
  text: 'SIGNED',
}

const shapes = { annotation: openaiAnnotation, schema: jsonSchema, toolCall, part, functionTool, reasoningDetail }

const request = compileRules({
  shapes,
  root: {
    model: 'ID',
    'messages[].role': 'ID',
    'messages[].name': 'NAME',
    'messages[].content': 'TEXT',
    'messages[].content[]': '$part',
    'messages[].refusal': 'TEXT',
    'messages[].reasoning': 'TEXT',
    'messages[].reasoning_content': 'TEXT',
    'messages[].reasoning_details[]': '$reasoningDetail',
    'messages[].annotations[]': '$annotation',
    'messages[].tool_call_id': 'ID',
    'messages[].tool_calls[]': '$toolCall',
    'messages[].function_call.name': 'ID',
    'messages[].function_call.arguments': 'JSONTEXT',
    'messages[].audio.id': 'ID',
    'messages[].prefix': 'ID',
    // Predicted output has to be scrubbed as the prompt is.
    'prediction.type': 'ID',
    'prediction.content': 'TEXT',
    'prediction.content[]': '$part',
    'tools[].type': 'ID',
    'tools[].function': '$functionTool',
    'tools[].custom.name': 'ID',
    'tools[].custom.description': 'TEXT',
    'tools[].custom.format.type': 'ID',
    'tools[].custom.format.grammar.syntax': 'ID',
    'tools[].custom.format.grammar.definition': 'TEXT',
    'functions[]': '$functionTool',
    tool_choice: 'ID',
    function_call: 'ID',
    'response_format.type': 'ID',
    'response_format.json_schema.name': 'ID',
    'response_format.json_schema.description': 'TEXT',
    'response_format.json_schema.schema': '$schema',
    // Groq: reference texts beside the conversation.
    'documents[].id': 'ID',
    stop: 'TEXT',
    user: 'IDENT',
    safety_identifier: 'IDENT',
    prompt_cache_key: 'IDENT',
    metadata: 'IDENT',
    session_id: 'IDENT',
    'web_search_options.search_context_size': 'ID',
    'web_search_options.user_location': 'IDENT',
    user_location: 'IDENT',
    // Azure: search sources with their keys.
    'data_sources[].type': 'ID',
    'data_sources[].parameters.authentication': 'SECRET',
    'data_sources[].parameters.endpoint': 'URL',
    user_security_context: 'IDENT',
    // Settings: numbers and enums.
    audio: 'ID',
    frequency_penalty: 'ID',
    logit_bias: 'ID',
    'logit_bias.*': 'ID',
    logprobs: 'ID',
    max_completion_tokens: 'ID',
    max_tokens: 'ID',
    min_p: 'ID',
    modalities: 'ID',
    moderation: 'ID',
    models: 'ID',
    n: 'ID',
    presence_penalty: 'ID',
    prompt_cache_options: 'ID',
    prompt_cache_retention: 'ID',
    reasoning_effort: 'ID',
    repetition_penalty: 'ID',
    seed: 'ID',
    service_tier: 'ID',
    stream_options: 'ID',
    temperature: 'ID',
    top_k: 'ID',
    top_logprobs: 'ID',
    top_p: 'ID',
    verbosity: 'ID',
  },
})

/**
 * Token lists (`logprobs`) are left alone in answers: a placeholder spans several tokens, so they show its pieces
 * beside the restored text. Audio says the placeholder aloud and is left alone too; its transcript is restored.
 */
const answerRoot: Shape = {
  id: 'ID',
  object: 'ID',
  created: 'ID',
  model: 'ID',
  provider: 'ID',
  system_fingerprint: 'ID',
  service_tier: 'ID',
  'choices[].finish_reason': 'ID',
  'choices[].logprobs': 'FIXED',
  'choices[].prompt_logprobs': 'FIXED',
  'choices[].message.role': 'ID',
  'choices[].message.annotations[]': '$annotation',
  'choices[].message.audio.data': 'MEDIA',
  'choices[].message.audio.id': 'ID',
  'choices[].message.function_call.name': 'ID',
  'choices[].message.function_call.arguments': 'JSONTEXT',
  'choices[].message.images[].image_url.url': 'MEDIA',
  'choices[].message.reasoning_details[]': '$reasoningDetail',
  'choices[].message.tool_calls[]': '$toolCall',
  // vLLM; Together, which repeats the prompt; Groq.
  prompt_logprobs: 'FIXED',
  'prompt[].logprobs': 'FIXED',
  'x_groq.debug': 'FIXED',
  usage: 'FIXED',
}

const answer = compileRules({ shapes, root: answerRoot })

const events = compileRules({
  shapes,
  root: {
    ...answerRoot,
    'choices[].finish_reason': 'ENDS',
    'choices[].delta.role': 'ID',
    'choices[].delta.annotations[]': '$annotation',
    error: 'ENDS',
    'choices[].delta.content': 'GROWS',
    'choices[].delta.refusal': 'GROWS',
    'choices[].delta.reasoning': 'GROWS',
    'choices[].delta.reasoning_content': 'GROWS',
    'choices[].delta.reasoning_details[].type': 'ID',
    'choices[].delta.reasoning_details[].id': 'ID',
    'choices[].delta.reasoning_details[].format': 'ID',
    'choices[].delta.reasoning_details[].data': 'OPAQUE',
    'choices[].delta.reasoning_details[].signature': 'SEAL',
    'choices[].delta.reasoning_details[].summary': 'SIGNED_GROWS',
    'choices[].delta.reasoning_details[].text': 'SIGNED_GROWS',
    'choices[].delta.tool_calls[].id': 'ID',
    'choices[].delta.tool_calls[].type': 'ID',
    'choices[].delta.tool_calls[].function.name': 'ID',
    'choices[].delta.tool_calls[].function.arguments': 'JSON_GROWS',
    'choices[].delta.tool_calls[].custom.name': 'ID',
    'choices[].delta.tool_calls[].custom.input': 'GROWS',
    'choices[].delta.function_call.name': 'ID',
    'choices[].delta.function_call.arguments': 'JSON_GROWS',
    'choices[].delta.audio.id': 'ID',
    'choices[].delta.audio.data': 'MEDIA',
    'choices[].delta.audio.transcript': 'GROWS',
    // Azure repeats the retrieved texts, Perplexity the whole message: complete texts, although beside a delta.
    'choices[].delta.context': 'VALUE',
    obfuscation: 'OPAQUE',
  },
})

export const openaiChat: WireFormat = {
  name: 'openai-chat',
  request,
  // The server reads tools and the wanted form of the answer ahead of the conversation.
  promptOrder: ['tools', 'functions', 'response_format', 'messages'],
  answer,
  events,
  endTypes: ['error'],
  positions: openaiPositions,
  readModel: readModelField,
  addNote: addSystemMessage,
}
