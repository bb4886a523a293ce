/** Amazon Bedrock of the matrix, by either transport of the AWS SDK, with `guardAws` and without. */
import { BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { guardAws } from '../../src/adapters/aws.ts'
import type { Client } from './matrix.ts'

const installed = '@aws-sdk/client-bedrock-runtime'
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'x'.repeat(40) }
const ask = (text: string) => ({ modelId: 'm', messages: [{ role: 'user' as const, content: [{ text }] }] })

function bedrock(name: string, transport: 'HTTP/1.1' | 'HTTP/2', wrap: typeof guardAws): Client {
  return {
    name: `${name}, ${transport}`,
    installed,
    build({ origin, http2Origin }) {
      const client = wrap(
        new BedrockRuntimeClient({
          region: 'eu-central-1',
          endpoint: `${transport === 'HTTP/2' ? http2Origin : origin}/bedrock`,
          credentials,
          maxAttempts: 1,
          ...(transport === 'HTTP/1.1' && { requestHandler: new NodeHttpHandler() }),
        }),
      )
      return {
        whole: async text =>
          (await client.send(new ConverseCommand(ask(text)))).output?.message?.content?.[0]?.text ?? '',
        async streamed(text) {
          const { stream } = await client.send(new ConverseStreamCommand(ask(text)))
          let answer = ''
          for await (const { contentBlockDelta } of stream ?? []) answer += contentBlockDelta?.delta?.text ?? ''
          return answer
        },
      }
    },
  }
}

export const bedrockClients: readonly Client[] = (['HTTP/1.1', 'HTTP/2'] as const).flatMap(transport => [
  bedrock('BedrockRuntimeClient', transport, client => client),
  bedrock('guardAws(BedrockRuntimeClient)', transport, client => guardAws(client)),
])
