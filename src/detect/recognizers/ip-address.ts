/** IP addresses of users and their devices: RFC 791, RFC 4291 section 2.2, RFC 5952. */
import { isDigit, isHexDigit, isWord } from '../characters.ts'
import { THINGS } from '../context-words.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onRun, onText } from '../recognizer.ts'
import { pairs } from '../run-filter.ts'
import { CHECKED, LABELLED } from '../scores.ts'
import type { View } from '../view.ts'

const ipWords: LabelGroup = {
  name: 'IP_ADDRESS',
  words: {
    '*': 'ip|ips|ipv4|ipv6|ip address|remote addr|client ip|x forwarded for|host|adresse ip|ip adresse|adres ip|wan',
  },
}

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const version4 = new RegExp(`${octet}(?:\\.${octet}){3}`, 'y')
const version6 = /(?:[0-9a-f]{0,4}:){2,7}(?:[0-9a-f]{1,4}|(?:\d{1,3}\.){3}\d{1,3})?/iy
const longestVersion6 = 45
const rightBefore = 14
/** `4.12.0.1` is rather a release or a section than an address. */
const longestVersion = 8

export const ipAddress: BuiltInRecognizer = {
  name: 'ip-address',
  source: 'https://www.rfc-editor.org/rfc/rfc4291#section-2.2',
  types: ['IP_ADDRESS'],
  context: [ipWords],
  anchors: [
    onRun(1, 3, findVersion4, { made: ['9'], after: ['.9'], notBefore: pairs('a9', '.-/') }),
    onText('::', findShortened),
    onRun(1, 4, findVersion6, { after: pairs(':', '9a:') }),
  ],
  examples: {
    match: [
      'login from «203.0.113.58» in Bonn',
      'http://«198.51.100.4»:8080/x',
      'X-Forwarded-For: «198.51.100.4», «203.0.113.9»',
      'addr=«2001:db8:41c7::5d03:9e2:6b18»',
      'IP «2a03:7c40:5126:9300::42».',
      '[«2001:db8:0:1:2:3:4:5»]:443',
      '«fd4b:6e19:c203:7::35»,0a91',
    ],
    miss: [
      'server 127.0.0.1:3000; listen 0.0.0.0',
      'mask 255.255.255.0, net 203.0.113.0/24',
      'version 2.14.0.11, Chrome/120.0.0.0',
      'section 1.2.3.4 and 10.1.3.4',
      '::1 and ::',
      'std::vector a::b::c Cafe::add(1)',
      'at 12:30:45 or 10:11:12:13',
      '1.2.3.4.5 and 203.0.113.400',
    ],
  },
}

function findVersion4(view: View, start: number, end: number, findings: Findings): void {
  // A second dot: "19.95" has one.
  let next = end + 1
  while (next < end + 4 && isDigit(view.unit(next))) next++
  if (view.unit(next) !== 0x2e) return
  const stop = matchAt(view, version4, start)
  if (stop < 0 || !standsApart(view, start, stop) || isSpecial(view.text.slice(start, stop))) return
  if (isNetwork(view, stop) || isVersion(view, start, stop)) return
  findings.add(start, stop, 'IP_ADDRESS', CHECKED)
}

/** No part of a longer number, a version (`Chrome/120.0.0.0`) or a word. */
function standsApart(view: View, start: number, end: number): boolean {
  const before = view.unit(start - 1)
  const after = view.unit(end)
  if (isWord(before) || isWord(after)) return false
  if ((before === 0x2e || before === 0x2d) && isWord(view.unit(start - 2))) return false
  if (before === 0x2f && isWord(view.unit(start - 2))) return false
  return !((after === 0x2e || after === 0x2d) && isDigit(view.unit(end + 1)))
}

/** Loopback, "any" and masks are nobody's address. */
function isSpecial(address: string): boolean {
  return address.startsWith('127.') || address.startsWith('0.') || address.startsWith('255.')
}

/** `203.0.113.0/24` is a network. */
function isNetwork(view: View, end: number): boolean {
  return (
    view.unit(end) === 0x2f && isDigit(view.unit(end + 1)) && view.unit(end - 1) === 0x30 && view.unit(end - 2) === 0x2e
  )
}

/** Is it the number of a release or a section? Not where an address is spoken of. */
function isVersion(view: View, start: number, end: number): boolean {
  const isShort = end - start <= longestVersion
  if (!isShort && !view.isNear(THINGS.name, start, rightBefore)) return false
  return !view.isNear(ipWords.name, start, rightBefore)
}

/** `fe80::1`: the runs around `::` belong to it. */
function findShortened(view: View, at: number, _end: number, findings: Findings): void {
  if (view.unit(at - 1) === 0x3a) return
  let start = at
  while (start > at - longestVersion6 && (isHexDigit(view.unit(start - 1)) || view.unit(start - 1) === 0x3a)) start--
  reportVersion6(view, start, findings)
}

/** Eight groups without `::`, from the first one that holds a digit. */
function findVersion6(view: View, run: number, _end: number, findings: Findings): void {
  if (!isHexDigit(view.unit(run))) return
  let start = run
  while (start > run - longestVersion6 && (isHexLetter(view.unit(start - 1)) || view.unit(start - 1) === 0x3a)) start--
  reportVersion6(view, start, findings)
}

function isHexLetter(unit: number): boolean {
  return isHexDigit(unit) && !isDigit(unit)
}

function reportVersion6(view: View, start: number, findings: Findings): void {
  if (isWord(view.unit(start - 1))) return
  const end = matchAt(view, version6, start)
  if (end < 0 || isWord(view.unit(end)) || view.unit(end) === 0x3a) return
  const address = view.text.slice(start, end)
  if (!isVersion6(address)) return
  // Nearly all global addresses begin with 2; others have to look like more than a pair of words in code.
  const isTypical = /^(?:2[0-9a-f]{3}|fd[0-9a-f]{2}|fe80):/i.test(address)
  if (isTypical || view.isNear(ipWords.name, start, rightBefore))
    findings.add(start, end, 'IP_ADDRESS', isTypical ? CHECKED : LABELLED)
}

function isVersion6(address: string): boolean {
  const halves = address.split('::')
  if (halves.length > 2 || !/\d/.test(address) || address === '::1') return false
  const groups = address.split(':').filter(group => group !== '').length + (address.includes('.') ? 1 : 0)
  return halves.length === 2 ? groups >= 2 && groups <= 7 : groups === 8
}
