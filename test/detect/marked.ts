/** Texts with values in guillemets, as the examples of recognizers are written. */
import { builtInRecognizers, createDetector, type DetectorOptions } from '../../src/detect/index.ts'
import type { Detector, FieldHint, Finding } from '../../src/types.ts'

export interface Marked {
  readonly text: string
  readonly values: readonly { start: number; end: number }[]
}

/** Takes the guillemets out and tells where they stood. */
export function readMarked(marked: string): Marked {
  let text = ''
  let start = -1
  const values: { start: number; end: number }[] = []
  for (const letter of marked) {
    if (letter === '«') start = text.length
    else if (letter === '»') values.push({ start, end: text.length })
    else text += letter
  }
  return { text, values }
}

/** Puts guillemets around findings, so that a failing test shows what was found. */
export function mark(text: string, findings: readonly Finding[]): string {
  let marked = ''
  let from = 0
  for (const { start, end } of findings) {
    marked += `${text.slice(from, start)}«${text.slice(start, end)}»`
    from = end
  }
  return marked + text.slice(from)
}

/** Every type of the built-in recognizers, without the name tagger. */
export const withoutNames: DetectorOptions = {
  profile: 'structured',
  entities: Object.fromEntries(
    builtInRecognizers.flatMap(({ types }) => types.map(type => [type, 'replace'] as const)),
  ),
}

/** Every type. */
export const everything: DetectorOptions = { profile: 'strict' }

/** Making a detector takes milliseconds: one for each profile, and for each object of options. */
const detectors = new Map<DetectorOptions | string, Detector>()

/** Detects at once; a detector without `pause` and asynchronous recognizers never answers with a promise. */
export function detectNow(text: string, options: DetectorOptions = everything, hint?: FieldHint): readonly Finding[] {
  const key = Object.keys(options).length === 1 ? options.profile : options
  const detector = detectors.get(key) ?? createDetector(options)
  detectors.set(key, detector)
  const findings = detector.detect(text, hint)
  if (findings instanceof Promise) throw new TypeError('The detector answered with a promise')
  return findings
}
