/**
 * Calls whose texts are compared with texts of other calls: embeddings, rerank, vector stores, and the files that go into
 * them. A placeholder numbered by appearance would mean another value in each of them, so an index and its queries would disagree.
 */
const comparing = new Set([
  'contextualizedembeddings',
  'embed',
  'embed-jobs',
  'embeddings',
  'files',
  'multimodalembeddings',
  'rerank',
])

export function comparesTexts(path: string): boolean {
  const segments = (path.endsWith('/') ? path.slice(0, -1) : path).split(/[/:]/)
  const last = segments.at(-1) ?? ''
  return comparing.has(last) || /embedcontents?$/i.test(last) || segments.includes('vector_stores')
}
