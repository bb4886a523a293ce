import { checkStream } from './check-stream.ts'
import { responsesStreams } from './openai-responses-stream.ts'
import { openaiStreams } from './openai-streams.ts'

for (const stream of [...openaiStreams, ...responsesStreams]) checkStream(stream)
