/**
 * Annotations of OpenAI and of those who speak like it: `start_index` and `end_index` (a lone `index` for files) count
 * characters of the text they stand beside, `url_citation` and the citations of Groq one level deeper. OpenAI's documents
 * say "character" and no more; code points are what its servers' language counts, and where an annotation repeats the words
 * between its positions (assistants), the unit that gives those words is taken. Facts: OpenAI API 2.3.0, groq-sdk 1.6.0.
 */
import type { Positions } from '../positions.ts'
import type { Shape } from '../rules.ts'

/** Quotes and titles are text. */
export const openaiAnnotation: Shape = {
  // In an event these texts are complete, although they stand in a delta.
  '*': 'VALUE',
  type: 'ID',
  container_id: 'ID',
  'document_citation.document_id': 'ID',
  'document_citation.end_index': 'END',
  'document_citation.start_index': 'START',
  end_index: 'END',
  'file_citation.file_id': 'ID',
  file_id: 'ID',
  'file_path.file_id': 'ID',
  filename: 'NAME',
  'function_citation.end_index': 'END',
  'function_citation.start_index': 'START',
  'function_citation.tool_call_id': 'ID',
  // Assistants: the number of the annotation.
  index: 'ID',
  start_index: 'START',
  text: 'TEXT',
  title: 'TEXT',
  url: 'URL',
  'url_citation.end_index': 'END',
  'url_citation.start_index': 'START',
  'url_citation.title': 'TEXT',
  'url_citation.url': 'URL',
}

/** Responses mark the place of a file by one position. */
export const responsesAnnotation: Shape = { ...openaiAnnotation, '<file_citation|file_path>.index': 'END' }

/** Clients of this API take no annotation without its positions. */
export const openaiPositions: Positions = {
  unit: 'characters',
  // Parts of responses, messages of chats, texts of assistants.
  texts: ['text', 'content', 'value'],
  streamed: { 'response.output_text.annotation.added': [{ type: 'response.output_text.delta' }] },
  unknown: 'zero',
}
