import { checkStream } from './check-stream.ts'
import { cohereStreams } from './cohere-streams.ts'

for (const stream of cohereStreams) checkStream(stream)
