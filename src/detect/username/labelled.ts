/** Names behind their label: in a field, in a sentence, at the head of a line. */
import { runStart } from '../boundaries.ts'
import { isWord } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import type { Findings } from '../recognizer.ts'
import { CHECKED, LABELLED, LIKELY, TYPICAL } from '../scores.ts'
import { isIdentifier, isOperand } from '../secret-values.ts'
import type { View } from '../view.ts'
import {
  closesName,
  isCoded,
  isDotted,
  isInitialled,
  isLineStart,
  isLowerLetter,
  isName,
  isSaidOfNames,
  looksLikeName,
  name,
} from './account-names.ts'

/** Words of everyday language too: what follows has to look like a name of an account. */
const informal =
  /^(?:nick|snap|snapchat\p{L}{0,2}|telegram\p{L}{0,3}|insta|instagram\p{L}{0,3}|ig|tiktok|twitter\p{L}{0,3}|mastodon|bluesky|skype|twitch|xbox|psn|kik|wechat|pseudo|login|nickname|git(?:hub|lab)|facebook\p{L}{0,3}|fb|reddit|strava|vinted|soundcloud|discord\p{L}{0,3}|steam|tik ?tok|git ?hub|git ?lab|e ?bay|depop|leboncoin|marktplaats|allegro|willhaben|kleinanzeigen|play ?station|deviant ?art|sound ?cloud|blue ?sky|we ?chat|threema|okcupid|couchsurfing|k\u00fcrzel|ign)$/iu

export function findNamed(view: View, value: LabelledValue, findings: Findings): void {
  const { link, labelStart, labelEnd } = value
  const start = nameStart(view, value)
  const end = nameEnd(view, start, value)
  const isField = link !== 'bare' && link !== 'number'
  if (end < 0) {
    if (!isField) findCodedBehindWords(view, value, findings, true)
    return
  }
  const written = view.text.slice(start, end)
  const label = view.text.slice(labelStart, labelEnd)
  const isInBrackets = view.unit(labelStart - 1) === 0x28 && /[,)]/.test(view.text.charAt(end))
  const isSigned = isCoded(written) || isDotted(written) || isInitialled(written)
  const isWordOnly = !isSigned && !/\d/.test(written)
  if (isWordOnly && isSaidOfNames(written)) {
    if (!isField) findCodedBehindWords(view, value, findings, true)
    return
  }
  if (informal.test(label) && !isInBrackets && isWordOnly) {
    const isAlone = isField
      ? isAloneInField(view, written, end)
      : namesLogin.test(label) && (isSaid(view, value, end) || (oddStart.test(written) && closesName(view, end)))
    if (isAlone && isName(view, written, end) && written.length > 3) findings.add(start, end, 'USERNAME', LABELLED)
    else if (!isField) findCodedBehindWords(view, value, findings, true)
    return
  }
  const isPlayer = player.test(label) && /^[A-Za-z][\w-]{2,23}$/.test(written) && (isField || /[\d_]/.test(written))
  const isGiven = isField ? isName(view, written, end) || /^\d{5,14}$/.test(written) : looksLikeName(written)
  const isNamed = isGiven || isPlayer
  if (!isField && isWordOnly && verbBehind.test(view.text.slice(end, end + 8))) {
    findCodedBehindWords(view, value, findings, true)
    return
  }
  if (!isField && isWordOnly && !closesName(view, end) && findCodedBehindWords(view, value, findings, true)) return
  if (isNamed || isSigned || (isWordOnly && isShortName(view, value, written, end))) {
    findings.add(start, end, 'USERNAME', written.includes('@') ? LABELLED : CHECKED)
  } else if (!isField && !findCodedBehindWords(view, value, findings, true)) findBehindWords(view, value, findings)
}

/** "identifiant internet est …": the word belongs to the label. */
const verbBehind =
  /^ (?:is|are|was|ist|war|est|es|era|\u00e8|\u00e9|er|\u00e4r|jest|je|este|on|oli|yra|ir|hu|\u0435|\u03b5\u03af\u03bd)(?: |$|\u03b1)/i

/** Players write themselves in capitals and small letters. */
const player =
  /^(?:gamer|psn|xbox|steam|riot|in-?game|game|minecraft|fortnite|roblox|epic|play ?station|battle|twitch|spieler|forum|reddit|discord)?[ _-]?(?:tag|id|name|ign|account|user)?$/i

/** Words for the name itself, beside those of networks. */
const namesLogin = /^(?:login|nick|pseudo|nickname)$/i

/** "Telegram: kostasdim" and the end of the line, not "Telegram: see below". */
function isAloneInField(view: View, written: string, end: number): boolean {
  return /^\p{Ll}[\p{Ll}\d._-]{2,30}$/u.test(written) && closesName(view, end)
}

/** "login is …": a verb stands between, and the clause ends behind the name. */
function isSaid(view: View, { labelEnd, start }: LabelledValue, end: number): boolean {
  return start - labelEnd > 2 && closesName(view, end)
}

/** "Brukernavnet ditt er oleknu.", "ingelogd als fkok" */
function isShortName(view: View, value: LabelledValue, written: string, end: number): boolean {
  if (!/^\p{Ll}[\p{Ll}-]{2,20}$/u.test(written) || !isName(view, written, end)) return false
  const leads = leadsToName.test(view.text.slice(value.labelStart, value.labelEnd)) && closesName(view, end)
  return leads || isSaid(view, value, end)
}

const leadsToName =
  /(?: is| er| je| to| ist| lautet| \u00e4r| \u00e8| \u00e9| est| as| als| como| come| que| sous| jako| ako| kao| kot| ca| som| mint| kaip| k\u0101| kui| mar| sem| \u03c9\u03c2| \u043a\u0430\u0442\u043e| b\u0127ala| nimell\u00e4)$/i

/** "Login w sklepie mazur44", "Usuario de la web: leo.barquin": small words, then what no word looks like. */
const smallWords = /(?:\p{Ll}[\p{L}'-]{0,14} ){0,5}(?:\p{L}[\p{L}-]{0,14} ?: ?)?["'`(]?(?=[\p{Ll}\d])/uy
/** "identifiant internet est 18720044" */
const verb =
  /(?:^| )(?:is|are|ist|lautet|est|es|\u00e8|\u00e9|er|\u00e4r|jest|to|je|este|e|on|yra|ir|hu|\u0435|\u03b5\u03af\u03bd\u03b1\u03b9|:) ?["'`(]?$/iu

/** `isStrong`: the label names nothing but accounts, so that what program text has too is taken. */
function findCodedBehindWords(view: View, value: LabelledValue, findings: Findings, isStrong = false): boolean {
  const start = matchAt(view, smallWords, value.start)
  const end = start < 0 ? -1 : matchAt(view, name, start)
  if (end < 0 || !closesName(view, end) || isWord(view.unit(start - 1))) return false
  const written = view.text.slice(start, end)
  const isCustomer = isStrong && /^\d{5,14}$/.test(written) && verb.test(view.text.slice(value.start, start))
  const isNamed =
    isDotted(written) ||
    isInitialled(written) ||
    (isStrong && isCoded(written) && /\d/.test(written) && !/^\d/.test(written))
  // "mój nick na forum to zimorodek"
  const isPlain =
    isStrong &&
    /^[a-z][a-z\d_-]{3,20}$/.test(written) &&
    start > value.start &&
    verb.test(view.text.slice(value.start, start)) &&
    !isSaidOfNames(written) &&
    isName(view, written, end)
  if (isPlain) {
    findings.add(start, end, 'USERNAME', LIKELY)
    return true
  }
  if (!isCustomer && (!isNamed || (!isStrong && isIdentifier(written)))) return false
  findings.add(start, end, 'USERNAME', LIKELY)
  return true
}

/** "Identifiant de connexion : 66120934", "the Telegram handle @jo" (the sign is found for itself). */
function findBehindWords(view: View, value: LabelledValue, findings: Findings): void {
  const start = matchAt(view, /\p{L}[\p{L} ']{1,24} ?: ?["'`]?(?=[\p{L}\p{N}_])/uy, value.start)
  const end = start < 0 ? -1 : matchAt(view, name, start)
  if (end > 0 && looksLikeName(view.text.slice(start, end))) findings.add(start, end, 'USERNAME', LABELLED)
}

export function findLoose(view: View, value: LabelledValue, findings: Findings): void {
  const { link, labelStart, labelEnd } = value
  const start = nameStart(view, value)
  const end = nameEnd(view, start, value)
  if (end < 0) return
  const written = view.text.slice(start, end)
  const isBeside = link === 'bare' && isBesidePassword(view, value, written, end)
  if (!isBeside && link === 'bare' && !isCoded(written) && findCodedBehindWords(view, value, findings)) return
  if (
    link === 'bare' &&
    (isUserNamed(view, value, written, start, end) || isMember(view, value, written) || isBeside)
  ) {
    findings.add(start, end, 'USERNAME', LIKELY)
    return
  }
  const isInBrackets = view.unit(labelEnd) === 0x28 && view.unit(end) === 0x29 && start === labelEnd + 1
  const isField = link === 'pair' || link === 'cell' || link === 'hint' || isInBrackets
  if (!isField && view.unit(end) !== 0x3a && !isCoded(written)) return
  if (isFlagOrUnion(view, value, start)) return
  const isNote = /^(?:todo|fixme|hack|xxx)$/i.test(view.text.slice(labelStart, labelEnd))
  if (isNote && !isInBrackets) return
  const isExpression = /^\s=\s$/.test(view.text.slice(start - 3, start)) && isIdentifier(written)
  const isVague = /^(?:handle|alias|sub|auth|member|owner|actor|principal|uid|cn|mod|op|cc|creator)$/i.test(
    view.text.slice(labelStart, labelEnd),
  )
  if (
    isVague &&
    (isWord(view.unit(labelStart - 1)) ||
      view.unit(labelStart - 1) === 0x2e ||
      (link === 'bare' && isIdentifier(written)) ||
      (link === 'cell' && !/\d/.test(written)))
  )
    return
  if (link === 'cell' && written.length < 4) return
  const isGiven = isField && !isExpression && isName(view, written, end) && isInLowerCase(written)
  // "Reviewer tmallory:" stands at the start of its line.
  const isHead =
    /^(?:reviewer|assignee|author|maintainer|reporter|owner)$/i.test(view.text.slice(labelStart, labelEnd)) &&
    view.unit(end) === 0x3a &&
    isLineStart(view, labelStart) &&
    isInLowerCase(written)
  const isProse =
    view.unit(start - 1) !== 0x3d && view.unit(end) === 0x20 && isSmallWord(view, end + 1) && !/[\d_.-]/.test(written)
  const isSure =
    (isGiven && !isProse) || (isHead && isName(view, written, end)) || (isCoded(written) && isName(view, written, end))
  if (isSure && !(link === 'bare' && /^\d/.test(written)))
    findings.add(start, end, 'USERNAME', link === 'bare' ? LIKELY : TYPICAL)
}

/** Nouns for the person who signs in. */
const userNoun =
  /^(?:(?:by |for )?users?|userul|benutzer|nutzer|anwender|utilisat|usuari|utent|gebruiker|bruger|bruker|anv\u00e4ndar|u\u017cytkown|u\u017eivatel|pou\u017e\u00edvate|uporabnik|korisnik|felhaszn\u00e1l|utilizator|utilizador|\u043f\u043e\u0442\u0440\u0435\u0431|\u03c7\u03c1\u03ae\u03c3\u03c4|vartotoj|lietot|kasutaj|k\u00e4ytt\u00e4j|notand|tunnu|account$|konto$|compte$|cuenta$)/iu
/** "created by", "Passwort von", "log in with", "account is called": an account or a person follows. */
const agentLabel =
  / (?:by|for|of|as|using|with|to|called|von|f\u00fcr|mit|an|hei\u00dft|par|de|avec|que|\u00e0|s?appelle|por|con|a|llama|da|di|chiama|com|chama se|door|van|met|aan|heet|af|av|f\u00f6r|med|przez|do|jako|ako|kot|kao|ca|si\u0119|u\u017cytkownika|u\u017eivatele|pou\u017e\u00edvate\u013ea|uporabnika|korisnika|\u043e\u0442|\u043d\u0430|\u03b1\u03c0\u03cc|\u03c7\u03c1\u03ae\u03c3\u03c4\u03b7|kaip|k\u0101|kasutajaga|tunnuksella)$|konto$|^account locked$|^request[eo]r$/iu
/** Two consonants that begin hardly any word: "jmolina", "hgrotjahn". */
export const oddStart =
  /^(?:[bcdfghjklmnpqrstvwxz]{4}|b[cdfghkmnpqstvwxz]|c[bdfgkmnpqstvwx]|d[bcfghkmpqtvx]|f[bcdghkmnpqstvwxz]|g[bcfhjkmpqtxz]|h[bcdfgjkmnpqstxz]|j[bcdfghklmnpqrstvwxz]|k[bcdfghjmpqtxz]|l[bcdfghkmnpqrstvwxz]|m[bcdfghjkpqstvwxz]|n[bcdfghkmpqrstvwxz]|p[bcdgkmnqtvwxz]|r[bcdfgjkmnpqstvwx]|s[bdfgrx]|t[bcdfgkmnpqx]|v[bcdfghkmnpqstwx]|w[bcdfgjkmnpqtvx]|z[cfghkpqrstx])/

/** "lietotājs mliepa, parole …", "user jharlow, pw …", "användare elsa.th fel lösen": a password is spoken of next, or words have no dot. */
function isBesidePassword(
  view: View,
  { labelStart, labelEnd, start }: LabelledValue,
  written: string,
  end: number,
): boolean {
  if (start - labelEnd > 3 || !userNoun.test(view.text.slice(labelStart, labelEnd))) return false
  if (isSaidOfNames(written) || !isName(view, written, end)) return false
  if (isDotted(written) || isInitialled(written)) return true
  return /^\p{Ll}[\p{Ll}\d_-]{2,30}$/u.test(written) && passwordBehind.test(view.text.slice(end, end + 30))
}
const passwordBehind =
  /^["'`]?(?:,|;| \/| \||\n)? ?(?:\p{L}{1,5} ){0,2}(?:pass(?:w(?:or[dt]|d)\p{L}{0,2}|phrase|code)?|kennw\p{L}{1,4}|pw|pwd|mot de passe|mdp|contras\p{L}{2,4}|clave|wachtw\p{L}{2,6}|has[\u0142l]\p{L}{1,3}|hesl\p{L}{1,3}|adgangsk\p{L}{2,4}|kodeord\p{L}{0,2}|l\u00f6sen\p{L}{0,6}|salasan\p{L}{1,5}|jelsz\p{L}{1,5}|paroo?l\p{L}{0,5}|senha|palavra|lozin\p{L}{2,4}|zapork\p{L}{1,2}|gesl\p{L}{1,3}|\u043f\u0430\u0440\u043e\u043b\p{L}{1,3}|\u03ba\u03c9\u03b4\u03b9\u03ba\p{L}{1,4}|slapta\p{L}{4,8}|lykilor\p{L}{1,3})(?![\p{L}])/iu

/** "user StarGazer_99 reported" */
function isMember(view: View, { labelStart, labelEnd, start }: LabelledValue, written: string): boolean {
  return (
    start - labelEnd < 4 &&
    userNoun.test(view.text.slice(labelStart, labelEnd)) &&
    /^(?:[A-Z][a-z]+[A-Z][a-z]+_?\d{1,4}|[A-Z][A-Za-z]{3,}_\d{1,4}|[A-Z][a-z]{4,}\d{2,4})$/.test(written)
  )
}

/** "(user niamhod)", "Benutzer 'hgrotjahn'", "Su usuario es jmolina.": words that are nothing but a name there. */
function isUserNamed(view: View, value: LabelledValue, written: string, start: number, end: number): boolean {
  const { labelStart, labelEnd } = value
  const label = view.text.slice(labelStart, labelEnd)
  if (!(userNoun.test(label) || agentLabel.test(label)) || !/^\p{Ll}[\p{Ll}\d_-]{2,30}$/u.test(written)) return false
  if (isSaidOfNames(written) || isIdentifier(written) || !isName(view, written, end)) return false
  if (/^[a-z]/.test(written) && oddStart.test(written) && written.length > 4 && start - labelEnd < 3) return true
  const quote = view.unit(start - 1)
  const isQuoted = (quote === 0x27 || quote === 0x22 || quote === 0x60) && view.unit(end) === quote
  if (isQuoted) return start - labelEnd < 4
  const isInBrackets = view.unit(labelStart - 1) === 0x28 && view.unit(end) === 0x29
  if (isInBrackets) return start === labelEnd + 1 && written.length > 3
  return oddStart.test(written) && written.length > 4 && isSaid(view, value, end)
}

/** `--reporter=lcov`, and `'user' | 'workspace'` as types are written. */
function isFlagOrUnion(view: View, value: LabelledValue, start: number): boolean {
  if (view.unit(value.labelStart - 1) === 0x2d && view.unit(value.labelStart - 2) === 0x2d) return true
  const between = view.text.slice(value.labelEnd, start)
  return between.includes('|') && /["'`]/.test(between)
}

/** `CORP\\jdoe`, `live:jo.doe`: what stands before the name itself. */
function behindDomain(view: View, start: number): number {
  const end = matchAt(view, /(?:[A-Z][A-Z\d-]{1,15}\\{1,2}|live:(?:\.cid\.)?)(?=[A-Za-z])/y, start)
  return end < 0 ? start : end
}

/** "usuario c.prieto": one letter and a dot are no word for "number" there. */
function nameStart(view: View, { start, labelEnd }: LabelledValue): number {
  const at = behindDomain(view, runStart(view, start, labelEnd))
  if (at > start) return at
  const isInitial = view.unit(at - 1) === 0x2e && isLowerLetter(view.unit(at - 2)) && view.unit(at - 3) === 0x20
  return isInitial && at - 3 >= labelEnd ? at - 2 : at
}

/** End of the name behind a label; -1 where a call, a member access or a placeholder stands. */
function nameEnd(view: View, start: number, value: LabelledValue): number {
  const end = matchAt(view, name, start)
  if (end < 0) return -1
  const next = view.unit(end)
  // `(`, `[`, `{`, `/`, `\`, `=`, `<`: code and paths.
  const closes = next === 0x5c && (view.unit(end + 1) === 0x22 || view.unit(end + 1) === 0x27)
  if (next === 0x28 || next === 0x5b || next === 0x7b || (next === 0x5c && !closes)) return -1
  if ((next === 0x2f || next === 0x3d) && value.link !== 'cell') return -1
  // `"user": {"name": …`: a key; `users_email`: the label goes on.
  if (value.link === 'pair' && /^["'`] ?:/.test(view.text.slice(end, end + 3))) return -1
  if (start === value.labelEnd + 1 && view.unit(start - 1) === 0x5f) return -1
  const before = view.unit(start - 1)
  // :class:`Session`, `# type: ignore` behind "account": the sign before it makes it a role of mark-up.
  if (before === 0x3a && next === 0x3a) return -1
  if (view.unit(value.labelStart - 1) === 0x3a && view.unit(value.labelEnd) === 0x3a) return -1
  // `user.tool_result`: the member of an object.
  if (before === 0x2e && start === value.labelEnd + 1 && view.text.slice(start, end).includes('_')) return -1
  if (isOwnMember(view, start, end, value) || isOperand(view, start, end)) return -1
  // `--scope`, and what stands in another line.
  if (before === 0x2d || (value.link === 'pair' && view.text.slice(value.labelEnd, start).includes('\n'))) return -1
  if (before === 0x24 || before === 0x3c || before === 0x7b || before === 0x2f) return -1
  if (before === 0x5c && !/[A-Z\d]\\{1,2}$/.test(view.text.slice(start - 3, start))) return -1
  return end
}

/** `alias: payload.alias`, `auth = auth`, `users.map`: a name in program text that is called like its label, or a part of it. */
function isOwnMember(view: View, start: number, end: number, { labelStart, labelEnd, link }: LabelledValue): boolean {
  const before = view.unit(start - 1)
  if (link === 'cell' || link === 'hint' || before === 0x22 || before === 0x27) return false
  const written = view.text.slice(start, end).toLowerCase()
  const label = view.text.slice(labelStart, labelEnd).toLowerCase()
  return written === label || written.endsWith(`.${label}`) || fileOfProgram.test(written)
}
const fileOfProgram = /\.(?:[cm]?[jt]s|map|d)(?:\.map)?$/

function isInLowerCase(written: string): boolean {
  return !/\p{Lu}/u.test(written.charAt(0)) || /\d/.test(written)
}

/** Does a word in small letters start here, so that a sentence goes on? */
function isSmallWord(view: View, at: number): boolean {
  const unit = view.unit(at)
  return (
    unit >= 0x61 && unit <= 0x7a && view.unit(at + 1) !== 0x3d && !/^[\w.]{1,30}[=:]/.test(view.text.slice(at, at + 32))
  )
}
