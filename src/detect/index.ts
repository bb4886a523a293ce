/** Text in, findings out. Pure: no files, no clock, no network. */
export { createDetector, type DetectorOptions } from './detector.ts'
export { KnownValues } from './known-values.ts'
export { createLateDetector } from './late.ts'
export { isLookedFor } from './profiles.ts'
export type { BuiltInRecognizer } from './recognizer.ts'
export { builtInRecognizers } from './recognizers/index.ts'
export { shownValue } from './shown-value.ts'
