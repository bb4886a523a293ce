/** What users leave alone (`allow` as an action of a type, allowed values) and what they always want replaced (`deny`). */
import type { EntityAction, Finding } from '../types.ts'
import { withoutShielded } from './overlaps.ts'
import { createAllowList, createDenyList } from './value-lists.ts'

export interface SelectionOptions {
  readonly entities: Readonly<Record<string, EntityAction>>
  readonly allow: readonly (string | RegExp)[]
  readonly deny: Readonly<Record<string, readonly (string | RegExp)[]>>
}

export interface Selected {
  /** To be replaced, in any order. */
  readonly kept: readonly Finding[]
  /** Left alone; so is what lies inside them. */
  readonly shields: readonly Finding[]
}

export type Selection = (text: string, candidates: readonly Finding[]) => Selected

export function createSelection({ entities, allow, deny }: SelectionOptions): Selection {
  const isAllowedValue = createAllowList(allow)
  const findDenied = createDenyList(deny)
  const leavesNothing = allow.length === 0 && !Object.values(entities).includes('allow')

  /** The finding as a shield; `null` where it is to be replaced. */
  function shieldFor(text: string, finding: Finding): Finding | null {
    const { start, end, canonicalStart = start, canonicalEnd = end } = finding
    if (isAllowedValue(text.slice(start, end)) || isAllowedValue(text.slice(canonicalStart, canonicalEnd))) {
      return { ...finding, score: 1 }
    }
    return entities[finding.type] === 'allow' ? finding : null
  }

  return (text, candidates) => {
    const denied = findDenied(text)
    if (leavesNothing) return { kept: denied.length === 0 ? candidates : [...candidates, ...denied], shields: [] }
    const shields: Finding[] = []
    const open: Finding[] = []
    for (const finding of candidates) {
      const shield = shieldFor(text, finding)
      if (shield === null) open.push(finding)
      else shields.push(shield)
    }
    return { kept: [...withoutShielded(open, shields), ...denied], shields }
  }
}
