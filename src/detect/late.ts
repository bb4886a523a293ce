/**
 * A detector whose code is loaded when the first one is made: it is more than half of the package, and a program that imports the
 * package pays for it only once it has a guard. Loading begins at once, so that it is mostly done before the first text comes.
 */
import { isGuardError } from '../errors.ts'
import type { Detector } from '../types.ts'
import type { createDetector, DetectorOptions } from './detector.ts'
import { brokenInstallation } from './package-file.ts'

/** Set when the code is there: detectors that are made then answer at once from the start. */
let create: typeof createDetector | null = null

export function createLateDetector(options: DetectorOptions): Detector {
  if (create !== null) return create(options)
  let detector: Detector | null = null
  const loading = import('./detector.ts').then(
    module => {
      create = module.createDetector
      detector = create(options)
      return detector
    },
    (error: unknown) => {
      throw isGuardError(error) ? error : brokenInstallation('the code of detection')
    },
  )
  // Each text that waits is refused with the reason; a process that has none is not ended by it.
  loading.catch(() => undefined)
  return {
    detect: (text, hint) => detector?.detect(text, hint) ?? loading.then(loaded => loaded.detect(text, hint)),
  }
}
