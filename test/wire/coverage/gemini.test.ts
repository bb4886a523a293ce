import { describeTypes } from './describe-coverage.ts'
import type { TypeCase } from './sdk-coverage.ts'

const models = 'https://generativelanguage.googleapis.com/v1beta/models/m'

/** A field of a request; the SDK's own types of whole requests are spelled for applications. */
function field(type: string, under: string, method = 'generateContent'): TypeCase {
  return { file: 'dist/genai.d.ts', type, under, as: 'request', url: `${models}:${method}` }
}

// Two majors that are in use.
for (const packageName of ['@google/genai', 'genai3'])
  describeTypes(
    {
      packageName,
      cases: [
        field('Content', 'contents[]'),
        field('Content', 'systemInstruction'),
        field('Tool', 'tools[]'),
        field('ToolConfig', 'toolConfig'),
        field('SafetySetting', 'safetySettings[]'),
        field('GenerationConfig', 'generationConfig'),
        field('Content', 'content', 'embedContent'),
        field('Content', 'contents[]', 'countTokens'),
        { file: 'dist/genai.d.ts', type: 'GenerateContentResponse', as: 'answer', url: `${models}:generateContent` },
        {
          file: 'dist/genai.d.ts',
          type: 'GenerateContentResponse',
          as: 'event',
          url: `${models}:streamGenerateContent`,
        },
      ],
      request: {
        'ids that the provider or the application gave out': [
          '**.codeExecutionResult.id',
          '**.executableCode.id',
          '**.functionCall.id',
          '**.functionResponse.id',
          '**.toolCall.id',
          '**.toolResponse.id',
          'dataStore',
          'datastore',
          'engine',
          'fileSearchStoreNames',
          'ragCorpora',
          'ragCorpus',
          'ragFileIds',
        ],
        'names by which a call finds its tool or its form of answer': [
          'allowedFunctionNames',
          'excludedPredefinedFunctions',
          '**.functionCall.name',
          '**.functionDeclarations[].name',
          '**.functionResponse.name',
          '**.mcpServers[].name',
        ],
        'models, formats, times and kinds: words of the protocol': [
          'endOffset',
          'endTime',
          'languageCode',
          'mimeType',
          'modelName',
          'responseMimeType',
          'role',
          'sseReadTimeout',
          'startOffset',
          'startTime',
          'timeout',
          'voice',
          'voiceName',
        ],
        'words of JSON Schema': [
          'format',
          'maxItems',
          'maxLength',
          'maxProperties',
          'minItems',
          'minLength',
          'minProperties',
          'propertyOrdering',
          'required',
        ],
        'seals, which have to come back as they are': ['thoughtSignature'],
        'credentials for other systems, never logged and never changed': [
          'apiKey',
          'apiKeySecretVersion',
          'apiKeyString',
          '**.authConfig.**',
          '**.headers.*',
        ],
      },
      answer: {
        'media in base64, and addresses of media': ['fileUri', '**.inlineData.data'],
        'tokens: a placeholder spans several of them': ['token'],
        'seals and tokens of the provider': [
          'continuationToken',
          'googleMapsWidgetContextToken',
          'sdkBlob',
          'thoughtSignature',
        ],
      },
    },
    { sent: 250, answered: 250 },
  )
