/** Every SDK that is installed for tests is covered by its types, or has none of its own, and why. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const withoutTypes: Readonly<Record<string, string>> = {
  '@ai-sdk/anthropic':
    'builds bodies from prompts of `ai`; their types are not exported. The API is that of @anthropic-ai/sdk',
  '@ai-sdk/google': 'the same. The API is that of @google/genai',
  '@ai-sdk/openai': 'the same. The API is that of openai',
  '@langchain/core': 'has messages of its own, which @langchain/openai turns into those of openai',
  '@langchain/openai': 'takes the types of bodies from openai',
  ai: 'sends through a provider package: @ai-sdk/openai and its like',
  'ai-sdk-openai4': 'as @ai-sdk/openai',
  ai7: 'as ai',
  replicate: 'declares predictions only, whose `input` and `output` are of any type: all text below them is read',
}

const sdk =
  /^(?:ai\d*|ai-sdk-\S+|@ai-sdk\/\S+|\S*openai\d*|@anthropic-ai\/\S+|\S*genai\d*|@langchain\/\S+|@mistralai\/\S+|cohere-ai|groq-sdk|ollama|replicate|voyageai|@aws-sdk\/client-bedrock-\S+)$/

it('is true of every SDK in the list of dependencies', () => {
  const { devDependencies } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
    devDependencies: object
  }
  const folder = new URL('./', import.meta.url)
  const tests = readdirSync(folder).filter(name => name.endsWith('.test.ts') && name !== 'sdks.test.ts')
  const sources = tests.map(name => readFileSync(new URL(name, folder), 'utf8')).join('\n')
  const sdks = Object.keys(devDependencies).filter(name => sdk.test(name))
  expect(sdks.length).toBeGreaterThan(15)
  const uncovered = sdks.filter(name => !sources.includes(`'${name}'`))
  expect(uncovered.sort()).toEqual(Object.keys(withoutTypes).sort())
})
