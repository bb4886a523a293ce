/** What the messages of the Gemini API and of Vertex AI are made of, in requests, answers and streams. */
import type { Shape } from '../rules.ts'
import { jsonSchema } from './json-schema.ts'
import { bothSpellings } from './spelling.ts'

/** OpenAPI's dialect of JSON Schema, and the real one beside it. */
export const geminiSchema: Shape = bothSpellings({
  ...jsonSchema,
  example: 'VALUE',
  maxProperties: 'ID',
  minProperties: 'ID',
  nullable: 'ID',
  propertyOrdering: 'ID',
})

/**
 * One part of a message, without its text. `thoughtSignature` is a seal over the part it stands in. Files are named by
 * addresses nobody here opens.
 */
const partBeside: Shape = bothSpellings({
  thought: 'ID',
  thoughtSignature: 'SEAL',
  'audioTranscription.languageCode': 'ID',
  'codeExecutionResult.id': 'ID',
  'codeExecutionResult.outcome': 'ID',
  'codeExecutionResult.output': 'TEXT',
  'executableCode.code': 'TEXT',
  'executableCode.id': 'ID',
  'executableCode.language': 'ID',
  'fileData.displayName': 'NAME',
  'fileData.fileUri': 'MEDIA',
  'fileData.mimeType': 'ID',
  'functionCall.args': 'SIGNED_VALUE',
  'functionCall.id': 'ID',
  'functionCall.name': 'ID',
  'functionCall.willContinue': 'ID',
  'functionResponse.id': 'ID',
  'functionResponse.name': 'ID',
  'functionResponse.parts[]': '$part',
  'functionResponse.response': 'VALUE',
  'functionResponse.scheduling': 'ID',
  'functionResponse.willContinue': 'ID',
  'inlineData.data': 'MEDIA',
  'inlineData.displayName': 'NAME',
  'inlineData.mimeType': 'ID',
  'mediaResolution.level': 'ID',
  'mediaResolution.numTokens': 'ID',
  partMetadata: 'VALUE',
  'toolCall.args': 'SIGNED_VALUE',
  'toolCall.id': 'ID',
  'toolCall.toolType': 'ID',
  'toolResponse.id': 'ID',
  'toolResponse.response': 'VALUE',
  'toolResponse.toolType': 'ID',
  videoMetadata: 'ID',
})

export const geminiPart: Shape = { ...partBeside, text: 'SIGNED' }

/**
 * In streams the texts of parts are increments, and their signature comes with any of them. A piece that has one goes back
 * as it came; the others are scrubbed anew. Arguments come whole, or piece by piece under a JSONPath.
 */
export const geminiStreamedPart: Shape = {
  ...partBeside,
  text: 'GROWS',
  ...bothSpellings({
    'functionCall.partialArgs[].jsonPath': 'TEXT',
    'functionCall.partialArgs[].stringValue': 'PIECE',
    'functionCall.partialArgs[].nullValue': 'ID',
  }),
}

export const geminiContent: Shape = { role: 'ID', 'parts[]': '$part' }
export const geminiStreamedContent: Shape = { role: 'ID', parts: 'RUN', 'parts[]': '$streamedPart' }
