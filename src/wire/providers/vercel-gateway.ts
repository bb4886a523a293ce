/**
 * Vercel AI Gateway: `POST …/v3/ai/language-model` and its like, the body that the AI SDK hands to any provider. It is where
 * calls go when `model` is a plain string. The model is named in a header. Facts: ai 6, @ai-sdk/gateway 3.
 */
import type { WireFormat } from '../format.ts'
import { compileRules, type Shape } from '../rules.ts'
import { jsonSchema } from './json-schema.ts'

/** Options and metadata of the provider behind: seals must come back as they are, wherever they stand. */
const provider: Shape = {
  '*': '$provider',
  '[]': '$provider',
  encryptedContent: 'OPAQUE',
  itemId: 'ID',
  logprobs: 'FIXED',
  reasoningEncryptedContent: 'OPAQUE',
  redactedData: 'OPAQUE',
  signature: 'OPAQUE',
  thoughtSignature: 'OPAQUE',
  safetyIdentifier: 'IDENT',
  user: 'IDENT',
  userId: 'IDENT',
}

/** A part of a message; also of an answer, where the input of a tool call is JSON text. */
const part: Shape = {
  type: 'ID',
  id: 'ID',
  text: 'TEXT',
  title: 'TEXT',
  url: 'URL',
  mediaType: 'ID',
  filename: 'NAME',
  '<file>.data': 'MEDIA',
  '<file-data|image-data|media>.data': 'MEDIA',
  '<file-url|image-url>.url': 'MEDIA',
  sourceType: 'ID',
  approvalId: 'ID',
  toolCallId: 'ID',
  toolName: 'ID',
  input: 'VALUE',
  result: 'VALUE',
  'output.type': 'ID',
  'output.value': 'VALUE',
  'output.value[]': '$part',
  providerOptions: '$provider',
  providerMetadata: '$provider',
}

const shapes = { part, provider, schema: jsonSchema }

const request = compileRules({
  shapes,
  root: {
    'prompt[].role': 'ID',
    'prompt[].content': 'TEXT',
    'prompt[].content[]': '$part',
    'prompt[].providerOptions': '$provider',
    'tools[].type': 'ID',
    'tools[].id': 'ID',
    'tools[].name': 'ID',
    'tools[].description': 'TEXT',
    'tools[].inputSchema': '$schema',
    'tools[].inputExamples': 'VALUE',
    'tools[].args': 'VALUE',
    'tools[].providerOptions': '$provider',
    toolChoice: 'ID',
    'responseFormat.type': 'ID',
    'responseFormat.name': 'ID',
    'responseFormat.schema': '$schema',
    stopSequences: 'TEXT',
    providerOptions: '$provider',
    frequencyPenalty: 'ID',
    maxOutputTokens: 'ID',
    presencePenalty: 'ID',
    seed: 'ID',
    temperature: 'ID',
    topK: 'ID',
    topP: 'ID',
    // Embeddings, reranking, pictures and films.
    values: 'TEXT',
    query: 'TEXT',
    'documents.values': 'VALUE',
    'files[].data': 'MEDIA',
    'mask.data': 'MEDIA',
    aspectRatio: 'ID',
    size: 'ID',
  },
})

/** The answer repeats the request that the gateway sent on. */
const answer = compileRules({
  shapes,
  root: {
    'content[]': '$part',
    finishReason: 'ID',
    usage: 'FIXED',
    embeddings: 'FIXED',
    images: 'MEDIA',
    videos: 'MEDIA',
    ranking: 'FIXED',
    providerMetadata: '$provider',
    'response.id': 'ID',
    'response.modelId': 'ID',
    'response.timestamp': 'ID',
    'response.headers': 'FIXED',
  },
})

const events = compileRules({
  shapes,
  root: {
    type: 'ID',
    id: 'ID',
    '<text-delta|reasoning-delta>.delta': 'GROWS',
    '<tool-input-delta>.delta': 'JSON_GROWS',
    '<tool-call>.input': 'JSONTEXT',
    '<tool-result>.result': 'VALUE',
    '<file>.data': 'MEDIA',
    '<response-metadata>.timestamp': 'ID',
    mediaType: 'ID',
    modelId: 'ID',
    toolCallId: 'ID',
    toolName: 'ID',
    title: 'TEXT',
    url: 'URL',
    finishReason: 'ID',
    usage: 'FIXED',
    providerMetadata: '$provider',
  },
})

export const vercelGateway: WireFormat = {
  name: 'vercel-gateway',
  request,
  promptOrder: ['tools', 'responseFormat', 'prompt'],
  answer,
  events,
  endTypes: ['text-end', 'reasoning-end', 'tool-input-end', 'finish', 'error'],
  channelIds: ['id'],
  readModel: () => null,
  addNote: () => {},
}
