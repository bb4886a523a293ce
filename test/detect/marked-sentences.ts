import { detectNow, withoutNames } from './marked.ts'

/** The values marked with `«»` in a sentence, `en ` and the like before it, that detection leaves readable, in whole or in part. */
export function leftReadable(sentence: string): string[] {
  const marked = sentence.slice(3)
  const text = marked.replaceAll(/[«»]/g, '')
  const found = detectNow(text, withoutNames)
  let shift = 0
  return [...marked.matchAll(/«#?([^»]+)»/g)]
    .filter(match => {
      const start = match.index + match[0].length - 1 - match[1]!.length - shift - 1
      shift += 2
      return !found.some(finding => finding.start <= start && finding.end >= start + match[1]!.length)
    })
    .map(match => match[1]!)
}
