/** Whose site is it? Its host holds the name of somebody who is written about. */
import type { View } from '../view.ts'
import { isPersonalHost, sharedEnds } from './addresses.ts'

const nearness = 500

/** Is the person whose name is in the host written about here? Their name stands in the text, and an e-mail address or a telephone number. */
export function isNamedAround(view: View, start: number, end: number, host: string): boolean {
  const around = `${view.text.slice(Math.max(0, start - nearness), start)}\n${view.text.slice(end, end + nearness)}`
  const plain = /[^\p{ASCII}]/u.test(around) ? around.normalize('NFD').replace(/\p{M}/gu, '') : around
  const label = host.slice(0, host.indexOf('.'))
  if (beginsWithName(label, plain)) return true
  if (!around.includes('@') && !/\+\d\d/.test(around)) return false
  const parts = label.split('-').filter(part => part.length >= 4)
  const isMentioned = parts.some(part => new RegExp(`(?<![\\p{L}.@/])${capitalize(part)}(?!\\p{L})`, 'u').test(plain))
  return isMentioned || holdsName(label, plain)
}

/** `wietskeschrijft` where Wietske, `rosarioquiroga` where Rosario is written about. */
function beginsWithName(label: string, around: string): boolean {
  const head = label.slice(0, shortestName)
  if (head.length < shortestName) return false
  const from = new RegExp(`(?<![\\p{L}.@/])${capitalize(head)}\\p{Ll}{0,16}(?!\\p{L})`, 'gu')
  for (const [word] of around.matchAll(from)) if (label.replaceAll('-', '').startsWith(word.toLowerCase())) return true
  return false
}
export const shortestName = 5

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** `ainhoagarmendia` begins with the name before the `@`, or is it without its dots. */
function holdsName(label: string, around: string): boolean {
  const at = around.indexOf('@')
  const local = /[\w.+-]{3,40}$/.exec(around.slice(Math.max(0, at - 40), Math.max(0, at)))?.[0].toLowerCase() ?? ''
  const joined = label.replaceAll('-', '')
  const parts = local
    .split(/[._+-]/)
    .filter(part => part.length >= 4 && !/^(?:info|mail|office|contact|kontakt|hello)$/.test(part))
  return parts.some(part => joined.includes(part)) || (local.length >= 5 && local.replace(/[._+-]/g, '') === joined)
}

/** Does the host hold the whole name of somebody around, their surname at its end, or the name of an account? */
export function namesOwner(view: View, start: number, end: number, host: string): boolean {
  const labels = host.split('.')
  const label = labels[0]!
  const isShared = labels.length === 2 && sharedEnds.has(labels[1]!)
  // The link of a document.
  if (view.unit(start - 1) === 0x28 && view.unit(start - 2) === 0x5d) return false
  if (label.length < 6 || !(isShared || isPersonalHost(host))) return false
  const before = view.text.slice(Math.max(0, start - nearness), start)
  const around = `${before}\n${view.text.slice(end, end + nearness)}`
  const plain = /[^\p{ASCII}]/u.test(around) ? around.normalize('NFD').replace(/\p{M}/gu, '') : around
  const names = new Set<string>()
  for (const [word] of plain.matchAll(capitalized)) names.add(word.toLowerCase())
  const joined = label.replaceAll('-', '')
  const isContact = /@[\w-]+\.|\+\d\d|\nFN:/.test(around)
  if (isJoined(joined, names) && (isContact || (!isShared && label.includes('-')))) return true
  return !isShared && (endsWithName(joined, names) || holdsAccount(joined, plain))
}

const capitalized = /(?<![\p{L}.@/_-])\p{Lu}\p{Ll}{2,20}(?![\p{L}@])/gu

/** `temperanceoduya`: two names, and nothing else. */
function isJoined(label: string, names: ReadonlySet<string>): boolean {
  for (let at = 3; at <= label.length - 3; at++)
    if (names.has(label.slice(0, at)) && names.has(label.slice(at))) return true
  return false
}

/** `pvdubreuil`: initials and a surname. */
function endsWithName(label: string, names: ReadonlySet<string>): boolean {
  for (let at = 1; at <= 3; at++) if (label.length - at >= shortestName && names.has(label.slice(at))) return true
  return false
}

/** `giadamarzotti` where `gmarzotti` signs in. */
function holdsAccount(label: string, around: string): boolean {
  for (let at = 2; at <= label.length - 6; at++) {
    const found = around.indexOf(label.slice(at))
    if (found < 0) continue
    return around.charAt(found - 1) === label.charAt(0) && !/[\p{L}\d]/u.test(around.charAt(found - 2))
  }
  return false
}
