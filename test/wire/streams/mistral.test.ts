import { checkStream } from './check-stream.ts'
import { mistralStreams } from './mistral-streams.ts'

for (const stream of mistralStreams) checkStream(stream)
