/** Colours for people: on a terminal only, and never where NO_COLOR is set (no-color.org). */
import type { Terminal } from './command.ts'

export interface Colors {
  /** A value that was found. */
  value(text: string): string
  faint(text: string): string
  strong(text: string): string
}

const painted: Colors = {
  value: text => `\u001b[30;43m${text}\u001b[0m`,
  faint: text => `\u001b[2m${text}\u001b[0m`,
  strong: text => `\u001b[1m${text}\u001b[0m`,
}

/** Without colours a value still has to stand out. */
const plain: Colors = {
  value: text => `\u00ab${text}\u00bb`,
  faint: text => text,
  strong: text => text,
}

export function colorsFor({ stdout, env }: Terminal): Colors {
  const isForced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0'
  const isWanted = !env['NO_COLOR'] && env['TERM'] !== 'dumb' && (stdout.isTTY === true || isForced)
  return isWanted ? painted : plain
}

/** For reports that judge. */
export interface DoctorColors {
  good(text: string): string
  bad(text: string): string
  faint(text: string): string
  strong(text: string): string
}

export function doctorColorsFor(terminal: Terminal): DoctorColors {
  const colors = colorsFor(terminal)
  if (colors === plain) return { ...plain, good: text => text, bad: text => text }
  return { ...colors, good: text => `\u001b[32m${text}\u001b[0m`, bad: text => `\u001b[1;31m${text}\u001b[0m` }
}
