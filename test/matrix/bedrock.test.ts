import { bedrockClients } from './bedrock-clients.ts'
import { runMatrix } from './run.ts'

runMatrix('Amazon Bedrock', bedrockClients)
