/**
 * Amazon Bedrock InvokeModel and InvokeModelWithResponseStream: the body is the model's own. One format for all families, since
 * the id of an inference profile, of provisioned throughput or of an imported model does not tell which one it is. Where
 * families give one name to different things, the place or the `type` tells them apart. Fields not listed are text.
 * Facts: inference parameters of the Bedrock user guide, recorded streams.
 */

import type { WireFormat } from '../format.ts'
import type { JsonDocument } from '../json-document.ts'
import type { Positions } from '../positions.ts'
import { compileRules, type Shape } from '../rules.ts'
import {
  anthropicEvents,
  anthropicMessage,
  anthropicPositions,
  anthropicRequest,
  anthropicShapes,
} from './anthropic-messages.ts'
import { converseBlock, converseDelta, converseSettings, converseShapes } from './bedrock-converse.ts'
import { anthropicDocuments, converseDocuments } from './cited-documents.ts'
import { addSystemBlock, addSystemField } from './note.ts'

/** Anthropic's blocks, Nova's (which are Converse's) and the parts of models that speak like OpenAI. */
const block: Shape = {
  ...anthropicShapes.block,
  ...converseBlock,
  image_url: 'MEDIA',
  'image_url.url': 'MEDIA',
}

const shapes = { ...anthropicShapes, ...converseShapes, block, message: anthropicMessage, delta: converseDelta }

/** AI21, DeepSeek, Mistral, OpenAI and Qwen models. */
const toolCalls: Shape = {
  'messages[].tool_call_id': 'ID',
  'messages[].tool_calls[].id': 'ID',
  'messages[].tool_calls[].type': 'ID',
  'messages[].tool_calls[].function.name': 'ID',
  'messages[].tool_calls[].function.arguments': 'JSONTEXT',
  'response_format.type': 'ID',
  'response_format.json_schema.name': 'ID',
  'response_format.json_schema.schema': '$schema',
}

/** Pictures that Titan, Nova and Stability models take; small ones do not show what they are. */
const pictures: Shape = {
  image: 'MEDIA',
  images: 'MEDIA',
  init_image: 'MEDIA',
  inputImage: 'MEDIA',
  mask: 'MEDIA',
  mask_image: 'MEDIA',
  'backgroundRemovalParams.image': 'MEDIA',
  'colorGuidedGenerationParams.referenceImage': 'MEDIA',
  'imageVariationParams.images': 'MEDIA',
  'inPaintingParams.image': 'MEDIA',
  'inPaintingParams.maskImage': 'MEDIA',
  'outPaintingParams.image': 'MEDIA',
  'outPaintingParams.maskImage': 'MEDIA',
  'textToImageParams.conditionImage': 'MEDIA',
  'textToVideoParams.images[].source.bytes': 'MEDIA',
}

const tool: Shape = {
  ...anthropicShapes.tool,
  'function.name': 'ID',
  'function.description': 'TEXT',
  'function.parameters': '$schema',
}

/** Members of a request of any family. */
export const invokeRequest: Shape = {
  ...anthropicRequest,
  ...converseSettings,
  ...toolCalls,
  ...pictures,
  anthropic_beta: 'ID',
  anthropic_version: 'ID',
  'chat_history[].role': 'ID',
  embeddingTypes: 'ID',
  embedding_types: 'ID',
  input_type: 'ID',
  prompt: 'PROMPT',
  'prompt[]': 'PROMPT',
  schemaVersion: 'ID',
  taskType: 'ID',
  'textGenerationConfig.stopSequences': 'TEXT',
  truncate: 'ID',
  user: 'IDENT',
}

export const invokeShapes = { ...shapes, tool }

const answerRoot: Shape = {
  ...anthropicMessage,
  'output.message.role': 'ID',
  'output.message.content[]': '$block',
  'artifacts[].base64': 'MEDIA',
  'choices[].finish_reason': 'ID',
  'choices[].logprobs': 'FIXED',
  'choices[].message.role': 'ID',
  'choices[].message.tool_calls[].id': 'ID',
  'choices[].message.tool_calls[].type': 'ID',
  'choices[].message.tool_calls[].function.name': 'ID',
  'choices[].message.tool_calls[].function.arguments': 'JSONTEXT',
  embedding: 'FIXED',
  embeddings: 'FIXED',
  embeddingsByType: 'FIXED',
  generation_id: 'ID',
  images: 'MEDIA',
  metrics: 'FIXED',
  response_id: 'ID',
  stopReason: 'ID',
}

const events = compileRules({
  shapes: { ...invokeShapes, contentBlockDelta: { delta: '$delta' } },
  root: {
    ...anthropicEvents,
    'amazon-bedrock-invocationMetrics': 'FIXED',
    // Nova: the events of ConverseStream, each under its name.
    contentBlockDelta: '$contentBlockDelta',
    'contentBlockStart.start': 'ID',
    contentBlockStop: 'ENDS',
    messageStop: 'ENDS',
    // Titan.
    outputText: 'GROWS',
    completionReason: 'ENDS',
    // Llama, DeepSeek and text of Anthropic's older models.
    completion: 'GROWS',
    generation: 'GROWS',
    stop_reason: 'ENDS',
    // Mistral.
    'outputs[].text': 'GROWS',
    'outputs[].stop_reason': 'ENDS',
    // Models that speak like OpenAI; some put the piece into `message`.
    'choices[].text': 'GROWS',
    'choices[].delta.role': 'ID',
    'choices[].delta.content': 'GROWS',
    'choices[].delta.reasoning': 'GROWS',
    'choices[].delta.reasoning_content': 'GROWS',
    'choices[].delta.tool_calls[].id': 'ID',
    'choices[].delta.tool_calls[].type': 'ID',
    'choices[].delta.tool_calls[].function.name': 'ID',
    'choices[].delta.tool_calls[].function.arguments': 'JSON_GROWS',
    'choices[].message.role': 'ID',
    'choices[].message.content': 'GROWS',
    'choices[].message.tool_calls[].function.arguments': 'JSONTEXT',
    'choices[].logprobs': 'FIXED',
    'choices[].finish_reason': 'ENDS',
    'choices[].stop_reason': 'ENDS',
    // Cohere.
    text: 'GROWS',
    finish_reason: 'ENDS',
    is_finished: 'ENDS',
    'generations[].text': 'GROWS',
  },
})

/** Citations of Anthropic's models, and of Nova, which cites as Converse does. */
const positions: Positions = {
  ...anthropicPositions,
  documentIndex: ['document_index|documentIndex'],
  documents: request => [...anthropicDocuments(request), ...converseDocuments(request)],
}

export const bedrockInvoke: WireFormat = {
  name: 'bedrock-invoke',
  request: compileRules({ shapes: invokeShapes, root: invokeRequest }),
  promptOrder: ['tools', 'toolConfig', 'system', 'messages'],
  answer: compileRules({ shapes: invokeShapes, root: answerRoot }),
  events,
  endTypes: ['content_block_stop', 'message_delta', 'message_stop', 'stream-end', 'error', '*Exception'],
  positions,
  // The model stands in the path.
  readModel: () => null,
  addNote: addNoteByFamily,
}

/** Only where the family shows: a field that a model does not know makes it refuse the call. */
function addNoteByFamily(document: JsonDocument, note: string): void {
  if (document.field('anthropic_version') !== null) addSystemField(document, note)
  else if (document.field('schemaVersion') !== null) addSystemBlock(document, note)
}
