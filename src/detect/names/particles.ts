/** Small words inside names. */
import * as flags from './flags.ts'
import { HashSet } from './hash-set.ts'
import * as shapes from './shapes.ts'
import { hashWord, type Tokens } from './tokens.ts'

export function isParticle(tokens: Tokens, at: number): boolean {
  if (tokens.shape[at] !== shapes.LOWER_WORD) return false
  return (tokens.flags[at]! & flags.PARTICLE) !== 0 || lineages.has(tokens.word[at]!)
}

/** Son, daughter, father and mother of, in Arabic and Hebrew names. */
const lineages = new HashSet('bin bint binti ibn ben bat abu umm'.split(' ').map(hashWord))
