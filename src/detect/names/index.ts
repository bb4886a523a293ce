/** The name tagger: people, and in `strict` places and organisations, in 24 languages. MODEL.md has data, figures and limits. */
import type { FieldHint, Finding, Profile } from '../../types.ts'
import { loadModel } from './model.ts'
import { makeTagger } from './tagger.ts'

export type Sensitivity = 'low' | 'normal' | 'high'

export interface NameOptions {
  /** `balanced` finds people; `strict` places and organisations too. */
  readonly profile: Exclude<Profile, 'structured'>
  /** How little evidence is enough: `high` leaks less and marks more by mistake. */
  readonly sensitivity: Sensitivity
  /** What the structured recognizers found: sorted by start, not overlapping. Nothing inside them is looked at. */
  readonly findings: readonly Finding[]
  readonly hint?: FieldHint
}

let tagger: ReturnType<typeof makeTagger> | undefined

/** Finds names in a text: sorted by start, never overlapping one another nor `options.findings`. */
export function tagNames(text: string, options: NameOptions): Finding[] {
  tagger ??= makeTagger(loadModel())
  return tagger(text, options)
}

export { loadModel } from './model.ts'
