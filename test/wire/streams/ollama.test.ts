import { checkStream } from './check-stream.ts'
import { ollamaStreams } from './ollama-streams.ts'

for (const stream of ollamaStreams) checkStream(stream)
