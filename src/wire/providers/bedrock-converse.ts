/**
 * Amazon Bedrock Converse and ConverseStream: `POST …/model/{modelId}/converse[-stream]`. Unions have no `type`: the key of a
 * member tells what it is. Fields not listed are text. Facts: @aws-sdk/client-bedrock-runtime 3.1162.
 */
import type { WireFormat } from '../format.ts'
import type { Positions } from '../positions.ts'
import { compileRules, type Shape } from '../rules.ts'
import { converseDocuments } from './cited-documents.ts'
import { jsonSchema } from './json-schema.ts'
import { addSystemBlock } from './note.ts'

const citation: Shape = {
  title: 'TEXT',
  source: 'URL',
  'sourceContent[].text': 'TEXT',
  'location.web.url': 'URL',
  'location.web.domain': 'TEXT',
  'location.documentChar.documentIndex': 'ID',
  'location.documentChar.end': 'SENT_END',
  'location.documentChar.start': 'SENT_START',
  'location.documentChunk': 'ID',
  'location.documentPage': 'ID',
  'location.searchResultLocation': 'ID',
}

/**
 * A content block, in requests, in answers, and inside tool results. Reasoning is signed over what the provider wrote. Bytes
 * are base64: of a text file, which is read, or of something that cannot be. A file in S3 cannot be read either.
 */
export const converseBlock: Shape = {
  text: 'TEXT',
  json: 'VALUE',
  'audio.format': 'ID',
  'audio.source.bytes': 'MEDIA',
  'audio.source.s3Location': 'MEDIA',
  'cachePoint.ttl': 'ID',
  'cachePoint.type': 'ID',
  'citationsContent.content[].text': 'TEXT',
  'citationsContent.citations[]': '$citation',
  'document.context': 'TEXT',
  'document.format': 'ID',
  'document.name': 'TITLE',
  'document.source.bytes': 'BASE64',
  'document.source.content[].text': 'TEXT',
  'document.source.s3Location': 'MEDIA',
  'document.source.text': 'TEXT',
  'guardContent.image.format': 'ID',
  'guardContent.image.source.bytes': 'MEDIA',
  'guardContent.text.qualifiers': 'ID',
  'guardContent.text.text': 'TEXT',
  'image.format': 'ID',
  'image.source.bytes': 'MEDIA',
  'image.source.s3Location': 'MEDIA',
  'reasoningContent.reasoningText.signature': 'SEAL',
  'reasoningContent.reasoningText.text': 'SIGNED',
  'reasoningContent.redactedContent': 'OPAQUE',
  'searchResult.content[].text': 'TEXT',
  'searchResult.source': 'URL',
  'searchResult.title': 'TEXT',
  'toolResult.content[]': '$block',
  'toolResult.status': 'ID',
  'toolResult.toolUseId': 'ID',
  'toolResult.type': 'ID',
  'toolUse.input': 'VALUE',
  'toolUse.name': 'ID',
  'toolUse.toolUseId': 'ID',
  'toolUse.type': 'ID',
  'video.format': 'ID',
  'video.source.bytes': 'MEDIA',
  'video.source.s3Location': 'MEDIA',
}

export const converseShapes = { citation, schema: jsonSchema }

const shapes = { ...converseShapes, block: converseBlock }

/** Numbers, enums and names of the provider, with the two exceptions that are written by people. */
export const converseSettings: Shape = {
  inferenceConfig: 'ID',
  'inferenceConfig.stopSequences': 'TEXT',
  'toolConfig.toolChoice': 'ID',
  'toolConfig.tools[].cachePoint': 'ID',
  'toolConfig.tools[].systemTool.name': 'ID',
  'toolConfig.tools[].toolSpec.description': 'TEXT',
  'toolConfig.tools[].toolSpec.inputSchema.json': '$schema',
  'toolConfig.tools[].toolSpec.name': 'ID',
}

export const converseRequest: Shape = {
  ...converseSettings,
  'messages[].role': 'ID',
  'messages[].content[]': '$block',
  'system[]': '$block',
  additionalModelRequestFields: 'VALUE',
  additionalModelResponseFieldPaths: 'ID',
  guardrailConfig: 'ID',
  'outputConfig.effort': 'ID',
  'outputConfig.textFormat.structure.jsonSchema.description': 'TEXT',
  'outputConfig.textFormat.structure.jsonSchema.name': 'ID',
  'outputConfig.textFormat.structure.jsonSchema.schema': 'JSONTEXT',
  'outputConfig.textFormat.type': 'ID',
  performanceConfig: 'ID',
  'promptVariables.*.text': 'TEXT',
  requestMetadata: 'IDENT',
  serviceTier: 'ID',
}

const answer = compileRules({
  shapes,
  root: {
    'output.message.role': 'ID',
    'output.message.content[]': '$block',
    stopReason: 'ID',
    additionalModelResponseFields: 'VALUE',
    metrics: 'FIXED',
    performanceConfig: 'FIXED',
    serviceTier: 'FIXED',
    usage: 'FIXED',
  },
})

/** The content of one event; what kind it is, the framing says (`:event-type`). `p` pads it. */
export const converseDelta: Shape = {
  citation: '$citation',
  'image.source.bytes': 'MEDIA',
  'reasoningContent.redactedContent': 'OPAQUE',
  'reasoningContent.signature': 'SEAL',
  'reasoningContent.text': 'SIGNED_GROWS',
  text: 'GROWS',
  'toolResult[].json': 'VALUE',
  'toolResult[].text': 'GROWS',
  'toolUse.input': 'JSON_GROWS',
}

const events = compileRules({
  shapes: { ...shapes, delta: converseDelta },
  root: {
    role: 'ID',
    start: 'ID',
    delta: '$delta',
    stopReason: 'ID',
    additionalModelResponseFields: 'VALUE',
    metrics: 'FIXED',
    p: 'FIXED',
    performanceConfig: 'FIXED',
    serviceTier: 'FIXED',
    usage: 'FIXED',
  },
})

/** Characters of a document of the request. */
const positions: Positions = {
  unit: 'characters',
  texts: [],
  documents: converseDocuments,
  documentIndex: ['documentIndex'],
  unknown: 'remove',
}

export const bedrockConverse: WireFormat = {
  name: 'bedrock-converse',
  request: compileRules({ shapes, root: converseRequest }),
  // The order of the provider's own prompt cache.
  promptOrder: ['toolConfig', 'system', 'messages'],
  answer,
  events,
  endTypes: ['contentBlockStop', 'messageStop', '*Exception', 'error'],
  positions,
  // The model stands in the path.
  readModel: () => null,
  addNote: addSystemBlock,
}
