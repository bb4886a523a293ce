import { describeTypes } from './describe-coverage.ts'
import type { TypeCase } from './sdk-coverage.ts'

function shape(type: string, path: string, as: TypeCase['as'], without: readonly string[] = ['modelId']): TypeCase {
  const url = `https://bedrock-runtime.eu-central-1.amazonaws.com/${path}`
  return { file: 'dist-types/models/models_0.d.ts', type, as, url, without }
}

describeTypes(
  {
    packageName: '@aws-sdk/client-bedrock-runtime',
    cases: [
      shape('ConverseRequest', 'model/m/converse', 'request'),
      shape('ConverseStreamRequest', 'model/m/converse-stream', 'request'),
      shape('ApplyGuardrailRequest', 'guardrail/g/version/1/apply', 'request', [
        'guardrailIdentifier',
        'guardrailVersion',
      ]),
      shape('CountTokensRequest', 'model/m/count-tokens', 'request'),
      shape('ConverseResponse', 'model/m/converse', 'answer'),
      shape('ConverseStreamOutput', 'model/m/converse-stream', 'event'),
      shape('ApplyGuardrailResponse', 'guardrail/g/version/1/apply', 'answer'),
    ],
    request: {
      'ids that the provider or the application gave out': ['guardrailIdentifier', 'guardrailVersion', 'toolUseId'],
      'names by which a call finds its tool or its form of answer': [
        '**.jsonSchema.name',
        '**.systemTool.name',
        '**.tool.name',
        '**.toolSpec.name',
        '**.toolUse.name',
      ],
      'models, formats, times and kinds: words of the protocol': [
        'additionalModelResponseFieldPaths',
        'effort',
        '**.toolResult.type',
      ],
      'seals, which have to come back as they are': ['signature'],
    },
    answer: {
      'addresses of media': ['**.s3Location.**'],
      'seals, which have to come back as they are': ['signature'],
    },
  },
  { sent: 100, answered: 100 },
)
