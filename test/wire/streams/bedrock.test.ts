import { bedrockStreams } from './bedrock-streams.ts'
import { checkStream } from './check-stream.ts'

for (const stream of bedrockStreams) checkStream(stream)
