import { anthropicStreams } from './anthropic-streams.ts'
import { checkStream } from './check-stream.ts'

for (const stream of anthropicStreams) checkStream(stream)
