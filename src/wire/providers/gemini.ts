/**
 * The Gemini API and Vertex AI: the methods of models (`models/{model}:generateContent` and so on), `cachedContents`,
 * `files` and batches. They share their fields, so one set of rules reads them all. Fields not listed are text.
 * Facts: @google/genai 2.32.0, recorded streams.
 */
import type { WireFormat } from '../format.ts'
import type { Positions } from '../positions.ts'
import { compileRules, type Shape } from '../rules.ts'
import { geminiContent, geminiPart, geminiSchema, geminiStreamedContent, geminiStreamedPart } from './gemini-content.ts'
import { geminiGenerationConfig, geminiTool, geminiToolConfig, geminiVoice } from './gemini-tools.ts'
import { readModelField } from './model.ts'
import { addSystemInstruction } from './note.ts'
import { bothSpellings } from './spelling.ts'

/** Also inside `countTokens`, batches and lists of texts to embed, which hold requests. */
const requestFields: Shape = bothSpellings({
  model: 'ID',
  'contents[]': '$content',
  content: '$content',
  systemInstruction: '$content',
  'tools[]': '$tool',
  toolConfig: '$toolConfig',
  generationConfig: '$generationConfig',
  cachedContent: 'ID',
  labels: 'IDENT',
  safetySettings: 'ID',
  serviceTier: 'ID',
  'modelArmorConfig.promptTemplateName': 'ID',
  'modelArmorConfig.responseTemplateName': 'ID',
  // Embeddings.
  outputDimensionality: 'ID',
  taskType: 'ID',
  embedContentConfig: '$request',
  // Requests within requests.
  generateContentRequest: '$request',
  'requests[]': '$request',
  request: '$request',
  'batch.displayName': 'TEXT',
  'batch.inputConfig.fileName': 'ID',
  'batch.inputConfig.requests.requests[].metadata.key': 'ID',
  'batch.inputConfig.requests.requests[].request': '$request',
  'batch.model': 'ID',
  // Caches and files.
  'encryptionSpec.kmsKeyName': 'ID',
  expireTime: 'ID',
  kmsKeyName: 'ID',
  ttl: 'ID',
  'file.mimeType': 'ID',
  'file.name': 'ID',
  // Vertex: embeddings, pictures and films.
  'instances[].image.bytesBase64Encoded': 'MEDIA',
  'instances[].image.gcsUri': 'MEDIA',
  'instances[].image.mimeType': 'ID',
  'instances[].lastFrame.bytesBase64Encoded': 'MEDIA',
  'instances[].lastFrame.gcsUri': 'MEDIA',
  'instances[].lastFrame.mimeType': 'ID',
  'instances[].referenceImages[].image.bytesBase64Encoded': 'MEDIA',
  'instances[].referenceImages[].image.gcsUri': 'MEDIA',
  'instances[].referenceImages[].referenceImage.bytesBase64Encoded': 'MEDIA',
  'instances[].referenceImages[].referenceImage.gcsUri': 'MEDIA',
  'instances[].referenceImages[].referenceType': 'ID',
  'instances[].task_type': 'ID',
  'instances[].video.bytesBase64Encoded': 'MEDIA',
  'instances[].video.gcsUri': 'MEDIA',
  'instances[].video.mimeType': 'ID',
  'parameters.aspectRatio': 'ID',
  'parameters.autoTruncate': 'ID',
  'parameters.durationSeconds': 'ID',
  'parameters.language': 'ID',
  'parameters.outputDimensionality': 'ID',
  'parameters.outputOptions': 'ID',
  'parameters.personGeneration': 'ID',
  'parameters.resolution': 'ID',
  'parameters.safetySetting': 'ID',
  'parameters.sampleCount': 'ID',
  'parameters.seed': 'ID',
  'parameters.storageUri': 'ID',
})

const shapes = {
  content: geminiContent,
  generationConfig: geminiGenerationConfig,
  part: geminiPart,
  request: requestFields,
  schema: geminiSchema,
  streamedContent: geminiStreamedContent,
  streamedPart: geminiStreamedPart,
  tool: geminiTool,
  toolConfig: geminiToolConfig,
  voice: geminiVoice,
}

/**
 * Vectors, token lists and counters are left alone. `sdkBlob` repeats the search queries in base64, as placeholders.
 */
const answerBeside: Shape = bothSpellings({
  'candidates[].avgLogprobs': 'FIXED',
  'candidates[].citationMetadata.citations[].license': 'ID',
  'candidates[].citationMetadata.citations[].publicationDate': 'FIXED',
  'candidates[].citationMetadata.citations[].endIndex': 'END',
  'candidates[].citationMetadata.citations[].startIndex': 'START',
  'candidates[].citationMetadata.citationSources[].endIndex': 'END',
  'candidates[].citationMetadata.citationSources[].license': 'ID',
  'candidates[].citationMetadata.citationSources[].startIndex': 'START',
  'candidates[].continuationToken': 'OPAQUE',
  'candidates[].finishReason': 'ID',
  'candidates[].groundingMetadata.googleMapsWidgetContextToken': 'OPAQUE',
  'candidates[].groundingMetadata.groundingSupports[].confidenceScores': 'FIXED',
  'candidates[].groundingMetadata.groundingSupports[].groundingChunkIndices': 'FIXED',
  'candidates[].groundingMetadata.groundingSupports[].segment.endIndex': 'END',
  'candidates[].groundingMetadata.groundingSupports[].segment.startIndex': 'START',
  'candidates[].groundingMetadata.searchEntryPoint.sdkBlob': 'MEDIA',
  'candidates[].logprobsResult': 'FIXED',
  'candidates[].safetyRatings': 'FIXED',
  'candidates[].urlContextMetadata.urlMetadata[].urlRetrievalStatus': 'ID',
  createTime: 'ID',
  'embedding.values': 'FIXED',
  'embeddings[].values': 'FIXED',
  model: 'ID',
  modelVersion: 'ID',
  'predictions[].bytesBase64Encoded': 'MEDIA',
  'predictions[].embeddings.values': 'FIXED',
  'promptFeedback.blockReason': 'ID',
  'promptFeedback.safetyRatings': 'FIXED',
  responseId: 'ID',
  // `computeTokens`: a placeholder spans several tokens.
  'tokensInfo[].tokenIds': 'FIXED',
  'tokensInfo[].tokens': 'FIXED',
  updateTime: 'ID',
  usageMetadata: 'FIXED',
})

/** Answers of a batch hold whole answers. */
const answerRoot: Shape = {
  ...answerBeside,
  'candidates[].content': '$content',
  ...bothSpellings({
    'response.inlinedResponses.inlinedResponses[].response': '$answer',
    'output.inlinedResponses.inlinedResponses[].response': '$answer',
    'response.candidates[].content': '$content',
  }),
}

/**
 * A finish reason ends nothing: some models name one in every event of a stream. What is held back at the end of the
 * answer goes into its last event.
 */
const events = compileRules({
  shapes,
  root: { ...answerBeside, 'candidates[].content': '$streamedContent', error: 'ENDS' },
})

/**
 * Bytes of the UTF-8 of a part, as the types of the SDK say; a segment repeats its words. In streams they count in the text
 * of all events together. A position of 0 is left out (ProtoJSON), and so is a part number of 0.
 */
const positions: Positions = {
  unit: 'bytes',
  texts: ['content.parts[partIndex|part_index].text'],
  unknown: 'remove',
}

export const gemini: WireFormat = {
  name: 'gemini',
  request: compileRules({ shapes, root: requestFields }),
  // The order of the provider's own prompt cache.
  promptOrder: ['systemInstruction', 'system_instruction', 'tools', 'contents'],
  answer: compileRules({ shapes: { ...shapes, answer: answerRoot }, root: answerRoot }),
  events,
  endTypes: ['error'],
  streamsArrays: true,
  positions,
  // The path names the model, except in embeddings and caches.
  readModel: readModelField,
  addNote: addSystemInstruction,
}
