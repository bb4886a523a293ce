import { checkStream } from './check-stream.ts'
import { geminiStreams } from './gemini-streams.ts'

for (const stream of geminiStreams) checkStream(stream)
