/**
 * Pages of persons: profiles at networks whose addresses hold the name of the account, and sites that their label or the
 * lines around make a person's own. RFC 3986; the paths are those that the networks document.
 */
import { isAsciiLetter, isWord } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, onLabel, onText } from '../recognizer.ts'
import { CERTAIN, LABELLED, LIKELY, TYPICAL } from '../scores.ts'
import {
  aboutPath,
  endOfHost,
  endOfPath,
  hostStart,
  isDynamic,
  isPersonalHost,
  pagePath,
  peoplePath,
  personalEnds,
  rootPath,
} from '../sites/addresses.ts'
import { anyName, isHosted, isNetwork, networkOf, ownPages, profilePaths, statusOrName } from '../sites/networks.ts'
import { isNamedAround, namesOwner, shortestName } from '../sites/owners.ts'
import { siteWords } from '../sites/site-words.ts'
import type { View } from '../view.ts'

export const personalUrl: BuiltInRecognizer = {
  name: 'personal-url',
  source: 'https://www.rfc-editor.org/rfc/rfc3986',
  types: ['PERSONAL_URL'],
  anchors: [onText('://', findUrl, undefined, 'A'), onText('.', findHost, 'A', 'A9'), onLabel(siteWords, findNamed)],
  examples: {
    match: [
      '«https://linkedin.com/in/jo-doe-4b7»',
      'see «linkedin.com/in/jodoe».',
      '«github.com/jodoe» | cv',
      'Xing: «https://xing.com/profile/Jo_Doe2»',
      'site perso : «https://jo-doe.example/contact».',
      'Homepage «www.jo-doe.example»',
      'jo.doe: «https://jodoe.github.io/»',
      'profile «https://x.com/jodoe»',
      'page «https://uni.example/~jdoe/»',
      'at «https://orcid.org/0000-0002-1825-0097»',
      'call me «https://t.me/jo_doe»',
      '06 | «jo@mail.example» | «jo-doe.nl»',
      'strona: «https://jodoe.pl»',
      'Hemsida: «https://jodoe.nu»',
      'personal site «https://jo.social.example/about-me».',
      'Jo writes to «jodoe@mail.example», reads «https://jodoe.dev»',
    ],
    miss: [
      'https://docs.python.org/3/library/re.html',
      'https://github.com/features',
      'https://github.com/owner/repo/issues/12',
      'see https://www.youtube.com/watch?v=abc',
      'www.w3.org/TR/html',
      'node.js and vue.js',
      'array.length / obj.name',
      'website: https://host.example/a/b/c.html?page=2',
      'e.g. this.is',
      '"homepage": "https://somelib.com"',
      'https://api.service.example/v1/users',
    ],
  },
}

/** `https://…`: profiles, sites of hosting services, home directories at universities, pages of the person written about. */
function findUrl(view: View, at: number, start: number, findings: Findings): void {
  const first = view.unit(at - 1) === 0x73 ? at - 5 : at - 4
  if (!/^https?$/i.test(view.text.slice(first, at)) || isWord(view.unit(first - 1))) return
  judge(view, first, start, false, findings)
}

/** `linkedin.com/in/…`, `www.jo.example` and `jo-doe.nl` without a scheme. */
function findHost(view: View, at: number, _end: number, findings: Findings): void {
  if (!isAsciiLetter(view.unit(at + 1)) || !isWord(view.unit(at - 1))) return
  let end = at + 1
  while (end < at + 12 && isAsciiLetter(view.unit(end))) end++
  const next = view.unit(end)
  // Inside of a longer host, an address, or a call.
  if (isWord(next) || next === 0x40 || next === 0x28 || next === 0x2d || next === 0x5f) return
  if (next === 0x2e && isWord(view.unit(end + 1))) return
  const start = hostStart(view, at)
  const before = view.unit(start - 1)
  if (start < 0 || before === 0x2f || before === 0x40 || before === 0x5c || before === 0x2e) return
  if (next === 0x2f || isContactLine(view, start, end)) judge(view, start, start, next !== 0x2f, findings)
  else if (isOwnHost(view, start, at, end)) findings.add(start, end, 'PERSONAL_URL', LIKELY)
}

/** A host in a sentence: one whose name begins with that of somebody in the text, or that of a router at home. */
function isOwnHost(view: View, start: number, at: number, end: number): boolean {
  if (at - start < shortestName || !/^[a-z]/.test(view.text.charAt(start))) return false
  const ending = view.text.slice(at + 1, end)
  if (isDynamic(view.text.slice(start, end))) return true
  // "az dzsoni-auto.hu oldalt viszi"
  if (pageBehind.test(view.text.slice(end, end + 14)) && personalEnds.has(ending)) return true
  if (ending === 'name' || isInExpression(view, start, end)) return false
  if (!personalEnds.has(ending) || (ending.length === 2 && !/^(?:www\.|[a-z]{7})/.test(view.text.slice(start, at))))
    return false
  const host = view.text.slice(start, end).replace(/^www\./, '')
  return isPersonalHost(host) && isNamedAround(view, start, end, host)
}

const pageBehind = /^\/? (?:oldal|honlap|weboldal|weblap|nevű oldal|blog)/iu

/** `${plural.is}`, `fields[field.page]`, `error.dev ? …`: the member of an object. */
function isInExpression(view: View, start: number, end: number): boolean {
  return (
    /[[{!$]$/.test(view.text.slice(start - 1, start)) || / (?:[=!&|?+]{1,3}|:) /y.test(view.text.slice(end, end + 5))
  )
}

/** `start` is where the address begins, `hostFrom` where its host does. */
function judge(view: View, start: number, hostFrom: number, isBare: boolean, findings: Findings): void {
  const hostEnd = endOfHost(view, hostFrom)
  if (hostEnd <= hostFrom + 3) return
  // `http://localhost:3000`: neither a domain nor a path.
  if (view.unit(hostEnd) !== 0x2f && !view.text.slice(hostFrom, hostEnd).includes('.')) return
  const host = view.text
    .slice(hostFrom, hostEnd)
    .toLowerCase()
    .replace(/^(?:www|m|mobile|de|fr|it|es|nl|pl|pt|se|at|ch|uk|ie|dk|no|fi)\./, '')
  const end = endOfPath(view, hostEnd)
  const rest = view.text.slice(hostEnd, end)
  const known = profilePaths.get(host) ?? networkOf(host)
  if (known !== undefined) {
    const page = /^\/@?([\w.-]*)/.exec(rest)?.[1]?.toLowerCase() ?? ''
    const isOwnPage = ownPages.has(page) && (known === anyName || known === statusOrName)
    if (known.test(rest) && !isOwnPage) findings.add(start, end, 'PERSONAL_URL', CERTAIN)
    return
  }
  if (isDynamic(host)) {
    findings.add(start, end, 'PERSONAL_URL', TYPICAL)
    return
  }
  if (peoplePath.test(rest) || (aboutPath.test(rest) && isPersonalHost(host))) {
    findings.add(start, end, 'PERSONAL_URL', LIKELY)
    return
  }
  const isHomeFolder = /^\/(?:~|%7E|users?\/~|@)[\w.-]{2,40}/i.test(rest)
  if ((isHomeFolder && !isBare) || isHosted(host, rest)) findings.add(start, end, 'PERSONAL_URL', TYPICAL)
  else if (rootPath.test(rest) && isPersonalHost(host) && (isBare || isNamedAround(view, start, end, host))) {
    findings.add(start, end, 'PERSONAL_URL', isBare ? TYPICAL : LABELLED)
  } else if (pagePath.test(rest) && namesOwner(view, start, end, host)) {
    findings.add(start, end, 'PERSONAL_URL', LIKELY)
  }
}

/** A host alone between `|`, `·`, bullets or line ends, in a line with an e-mail address or a telephone number. */
function isContactLine(view: View, start: number, end: number): boolean {
  const before = /(?:[|\u00b7\u2022\u2014]|[-/]) ?$/.test(view.text.slice(start - 3, start))
  const after = /^ ?[|\u00b7\u2022\u2014]/.test(view.text.slice(end, end + 2))
  if (!before && !after) return false
  const line = lineAround(view, start, end)
  return /@[\w-]{1,60}\.|\+?\d[\d ()./-]{6,20}\d/.test(line)
}

function lineAround(view: View, start: number, end: number): string {
  const left = view.text.slice(Math.max(0, start - 200), start)
  const right = view.text.slice(end, end + 200)
  return `${left.slice(left.lastIndexOf('\n') + 1)} ${right.split('\n', 1)[0]}`
}

/** Ends that firms and projects use at least as often. */
const commonEnds = new Set('com net one pro expert online site page dev email design studio'.split(' '))

/** "my blog", "portfolio"; not the home page of a package. */
function isPersonalLabel(view: View, value: LabelledValue): boolean {
  return /blog|portfolio|profil|oldalam|oldala|stran\b|stránk|perso|\bmy |mein|mijn|\bmin |mi |meu|mio|můj|moj|honlapom|eigene|saját/iu.test(
    view.text.slice(value.labelStart, value.labelEnd),
  )
}

/** Nouns for a site: a host right behind one is that site, without `www.` too. */
const namesSite =
  /kotisiv|nettisiv|verkkosiv|honlap|weboldal|weblap|hemsid|webbplats|hjemmesid|nettsid|nettsted|heimas|vefs|koduleh|veebileh|home ?page|web ?site|webse?ite|webseite|webauftritt|svetain|interneto|m\u0101jaslap|t\u012bmek|strona|str\u00e1nk|spletna|sit |websajt|sito|\bsite|sitio|web$|\u0441\u0430\u0439\u0442|\u03b9\u03c3\u03c4\u03bf|blog|l\u00e1ithre\u00e1n|su\u00edomh|leht$/iu

/** `URL:https://…` of a vCard is that of who the card is about. */
function isOfCard(view: View, { labelStart, labelEnd }: LabelledValue): boolean {
  if (!/^url$/i.test(view.text.slice(labelStart, labelEnd))) return false
  return /(?:^|\n)BEGIN:VCARD(?![\s\S]*END:VCARD)/i.test(view.text.slice(Math.max(0, labelStart - 2_000), labelStart))
}

/** "strona klienta https://…", "az oldalam amúgy …" */
const wordsBefore =
  /(?:[\p{L}'\u2019-]{1,14},? ){1,3}(?=(?:https?:\/\/|www\.)|[a-z\d-]{4,40}\.[a-z]{2,10}(?:[/\s,;.)]|$))/uy
const sitePattern = /(?:https?:\/\/)?(?:[\p{L}\p{N}-]{1,60}\.){1,4}\p{L}{2,20}(?![\p{L}\p{N}@(])/uy

/** A site that a label names: only its first page, which is whose site it is. */
function findNamed(view: View, value: LabelledValue, findings: Findings): void {
  // Inside of a longer host no word is a label.
  if (view.unit(value.labelStart - 1) === 0x2e) return
  const first = Math.max(value.start, matchAt(view, wordsBefore, value.start))
  const hostEnd = matchAt(view, sitePattern, first)
  if (hostEnd < 0) return
  const end = endOfPath(view, hostEnd)
  const host = view.text
    .slice(first, hostEnd)
    .toLowerCase()
    .replace(/^https?:\/\//, '')
  // "GitHub: https://github.com": the network itself.
  if (isNetwork(host.replace(/^www\./, ''))) return
  const ending = host.slice(host.lastIndexOf('.') + 1)
  if (value.link !== 'bare' && isOfCard(view, value)) {
    findings.add(first, end, 'PERSONAL_URL', LABELLED)
    return
  }
  const isOwn = isPersonalLabel(view, value) || !commonEnds.has(ending)
  if (!isOwn && !isNamedAround(view, first, end, host.replace(/^www\./, ''))) return
  const isSite =
    host.startsWith('www.') ||
    value.link !== 'bare' ||
    isPersonalLabel(view, value) ||
    namesSite.test(view.text.slice(value.labelStart, value.labelEnd)) ||
    /^https?:/.test(view.text.slice(first, first + 6))
  const last = host.slice(host.lastIndexOf('.') + 1)
  const rest = view.text.slice(hostEnd, end)
  if (
    isSite &&
    personalEnds.has(last) &&
    !/^(?:docs|api|help|support|status)\./.test(host) &&
    (rootPath.test(rest) || (last !== 'com' && /^(?:\/\d{4})?\/[a-z][\w-]{1,40}\/?$/i.test(rest)))
  ) {
    findings.add(first, end, 'PERSONAL_URL', LABELLED)
  }
}
