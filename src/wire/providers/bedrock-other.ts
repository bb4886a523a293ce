/**
 * What else a Bedrock run-time host takes: counting tokens, guardrails by themselves, and jobs whose result lands in S3.
 * A guardrail sees placeholders in place of values, so its filters for personal data find none.
 */
import type { WireFormat } from '../format.ts'
import { compileRules, type Shape } from '../rules.ts'
import { converseBlock, converseRequest, converseShapes } from './bedrock-converse.ts'
import { invokeRequest, invokeShapes } from './bedrock-invoke.ts'
import { guardrailTexts } from './cited-documents.ts'
import { generic } from './generic.ts'

const nothingStreams = { ...generic, readModel: () => null, promptOrder: [] }

/** `POST …/model/{modelId}/count-tokens`. An InvokeModel body stands in it as base64. */
export const bedrockCountTokens: WireFormat = {
  ...nothingStreams,
  name: 'bedrock-count-tokens',
  request: compileRules({
    shapes: { ...converseShapes, block: converseBlock, converse: converseRequest },
    root: { 'input.converse': '$converse', 'input.invokeModel.body': 'BASE64' },
  }),
}

const guardContent: Shape = {
  'image.format': 'ID',
  'image.source.bytes': 'MEDIA',
  'text.qualifiers': 'ID',
  'text.text': 'TEXT',
}

/** `POST …/guardrail/{id}/version/{version}/apply` and `…/guardrail-checks/invoke`. */
export const bedrockGuardrail: WireFormat = {
  ...nothingStreams,
  name: 'bedrock-guardrail',
  request: compileRules({
    shapes: { guardContent },
    root: { source: 'ID', outputScope: 'ID', 'content[]': '$guardContent' },
  }),
  answer: compileRules({
    root: {
      action: 'ID',
      guardrailCoverage: 'FIXED',
      'results.sensitiveInformation.results[].beginOffset': 'SENT_START',
      'results.sensitiveInformation.results[].endOffset': 'SENT_END',
      usage: 'FIXED',
    },
  }),
  // Characters of a block of the request.
  positions: {
    unit: 'characters',
    texts: [],
    documents: guardrailTexts,
    documentIndex: ['messageIndex', 'contentIndex'],
    unknown: 'zero',
  },
}

/** `POST …/async-invoke`: the prompt of a film, for instance. */
export const bedrockAsyncInvoke: WireFormat = {
  ...nothingStreams,
  name: 'bedrock-async-invoke',
  request: compileRules({
    shapes: { ...invokeShapes, model: invokeRequest },
    root: {
      clientRequestToken: 'ID',
      modelId: 'ID',
      modelInput: '$model',
      'outputDataConfig.s3OutputDataConfig': 'ID',
    },
  }),
  answer: compileRules({ root: { invocationArn: 'ID', modelArn: 'ID' } }),
}
