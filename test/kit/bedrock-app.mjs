// An application that knows nothing of guardAws: it loads the SDK before or after the guard, as it is told, and asks once.
import { createGuard } from 'llm-gdpr-guard'

const { origin, text, order, module } = JSON.parse(process.env.APP)
delete process.env.APP
const options = { providers: { bedrock: { baseUrl: origin } } }
const load = async () =>
  module === 'cjs'
    ? process.getBuiltinModule('node:module').createRequire(import.meta.url)('@aws-sdk/client-bedrock-runtime')
    : import('@aws-sdk/client-bedrock-runtime')
if (order === 'guard first') createGuard(options)
const { BedrockRuntimeClient, ConverseCommand } = await load()
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'x'.repeat(40) }
const client = new BedrockRuntimeClient({ region: 'eu-central-1', endpoint: origin, credentials })
if (order === 'guard last') createGuard(options)
const output = await client.send(
  new ConverseCommand({ modelId: 'm', messages: [{ role: 'user', content: [{ text }] }] }),
)
client.destroy()
process.stdout.write(`\n${JSON.stringify(output.output.message.content)}`)
