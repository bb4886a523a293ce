/** How a recognizer of this folder gives up. The reason says what went wrong in words of its own, never in words of a text. */
import { GuardError } from '../errors.ts'

export function failed(recognizer: string, reason: string): GuardError {
  return new GuardError('ERR_GDPR_RECOGNIZER_FAILED', `recognizer "${recognizer}": ${reason}`)
}

export function wrongOption(recognizer: string, problem: string): GuardError {
  return new GuardError('ERR_GDPR_OPTIONS_INVALID', `${recognizer}: ${problem}`)
}

/** A whole number of at least `least`, or the options are wrong. */
export function atLeast(recognizer: string, option: string, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least) return value
  throw wrongOption(recognizer, `\`${option}\` must be a whole number of at least ${least}`)
}

/** A probability, or the options are wrong. */
export function probability(recognizer: string, option: string, value: number): number {
  if (value >= 0 && value <= 1) return value
  throw wrongOption(recognizer, `\`${option}\` must be a number from 0 to 1`)
}
