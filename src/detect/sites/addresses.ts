/** The parts of an address (RFC 3986): where its host and its path end, and what says that they are a person's. */
import { isAsciiLetter, isDigit, isLetter, isWord } from '../characters.ts'
import { matchAt } from '../patterns.ts'
import type { View } from '../view.ts'

/** Top-level domains that people use for themselves; `org` and `io` are those of projects. */
export const personalEnds = new Set(
  (
    'at be bg ch cy cz de dk ee es eu fi fr gr hr hu ie is it li lt lu lv me mt name nl no nu pl pt ro se si sk uk wales cat bzh scot gal eus ' +
    'blog bio page site online dev photo photos art design studio life social club world email ink one pro expert com net example'
  ).split(' '),
)

/** Ends that projects and firms use at least as often as people. */
export const sharedEnds = new Set('org info io ai co biz'.split(' '))

const longestHost = 100
const path = /[/?#][^\s"'`<>|{}\\^]{0,200}/y
export const rootPath =
  /^(?:\/(?:about(?:-?me)?|contact|kontakt|contacto|contatti|ueber-mich|uber-mich|over-mij|om-mig|om-meg|o-mnie|a-propos|sobre-mi|chi-sono|cv|portfolio|blog|index\.html?|me|home)?\/?)?(?:\.html?)?$/i

export function hostStart(view: View, at: number): number {
  let start = at
  while (start > at - longestHost && isHostUnit(view.unit(start - 1))) start--
  return isHostUnit(view.unit(start - 1)) || view.unit(start) === 0x2e || view.unit(start) === 0x2d ? -1 : start
}

function isHostUnit(unit: number): boolean {
  return isAsciiLetter(unit) || isDigit(unit) || unit === 0x2d || unit === 0x2e || isLetter(unit)
}

export function endOfHost(view: View, from: number): number {
  let end = from
  while (end < from + longestHost && isHostUnit(view.unit(end))) end++
  while (end > from && !isWord(view.unit(end - 1))) end--
  return end
}

/** Signs at the end belong to the sentence. */
export function endOfPath(view: View, hostEnd: number): number {
  let end = matchAt(view, path, hostEnd)
  if (end < 0) return hostEnd
  // A cell or a parameter of another URL ends there.
  const cut = view.text.slice(hostEnd, end).search(/;|^[^?]*&/)
  if (cut >= 0) end = hostEnd + Math.max(cut, view.text.slice(hostEnd, end).search(/[;&]/))
  const hasBracket = view.text.slice(hostEnd, end).includes('(')
  while (
    end > hostEnd &&
    /[.,;:!?'")\]*_>]/.test(view.text.charAt(end - 1)) &&
    !(hasBracket && view.unit(end - 1) === 0x29)
  )
    end--
  return end
}

/** Two labels, or three with a second-level domain, and an end that people use. */
export function isPersonalHost(host: string): boolean {
  const labels = host.split('.')
  const end = labels.at(-1)!
  const isShort =
    labels.length === 2 || (labels.length === 3 && (end === 'example' || /^(?:co|com|org|me|net)$/.test(labels[1]!)))
  return isShort && personalEnds.has(end) && labels[0]!.length >= 4
}

/** Addresses of routers at home: `lyle-home.dyndns.org`. */
export function isDynamic(host: string): boolean {
  return /^[\w-]{3,40}\.(?:[\w-]{1,20}\.)?(?:dyndns|ddns|no-?ip|duckdns|myfritz|spdns|selfhost|dynv6|synology|hopto|zapto|dnsalias|homelinux|dynu)\b/.test(
    host,
  )
}

/** Pages of somebody at a firm, a school, a club or a forum: `/people/jo-doe`, `/u/jo.doe`. */
export const peoplePath =
  /^\/(?:[\w-]{2,12}\/)?(?:people|staff|team|person|personen|profile|profil|profiles|profilo|perfil|profiel|profiili|u|users?|usuarios?|utilisateurs?|utenti|nutzer|members?|membres?|miembros|mitglieder|mitarbeiter|mitarbeitende|medewerkers?|equipe|personnel|personale|docenti|faculty|trainers?|aerzte|doctors?|therapeuten|autor(?:en)?|authors?|o-nas|zespol|lide)\/(?:[a-z]{1,15}[._-][a-z]{2,20}(?:[._-][a-z]{2,20})?|[a-z]\.[a-z]{3,20})\/?$/i

/** "About me", as people call the first page of a site of their own. */
export const aboutPath =
  /^\/(?:[a-z]{2}\/)?(?:about-?me|who-?i-?am|ueber-?mich|uber-?mich|%C3%BCber-mich|zu-meiner-person|lebenslauf|over-?mij?|wie-ben-ik|om-?mig|om-?meg|hvem-er-jeg|vem-ar-jag|o-?mnie|kim-jestem|o-?mne|o-?meni|o-?mn\u011b|kdo-jsem|kto-som|tko-sam|kdo-sem|rolam|magamrol|despre-?mine|cine-sunt|za-?men|zamen|sobre-?mi|sobre-?mim|quien-?soy|quem-?sou|acerca-de-mi|qui-?suis-?je|a-?propos-?de-?moi|moi|chi-?sono|su-di-me|minust|minusta|kes-ma-olen|kuka-olen|par-?mani|apie-?mane|dwari|poios-eimai|sxetika-me-mena|fum|my-?(?:story|cv|resume|life)|mon-cv|mi-cv|mein-lebenslauf)(?:\.html?|\.php)?\/?$/i

/** One plain page of a site. */
export const pagePath = /^(?:\/[a-z][\w-]{1,30}){0,2}\/?(?:\.html?)?$/i
