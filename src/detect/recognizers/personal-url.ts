/**
 * Pages of persons: profiles at networks whose addresses hold the name of the account, and sites that their label or the
 * lines around make a person's own. RFC 3986; the paths are those that the networks document.
 */
import { isAsciiLetter, isDigit, isLetter, isWord } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel, onText } from '../recognizer.ts'
import { CERTAIN, LABELLED, LIKELY, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'

/** What the path of a profile looks like, per host. */
const anyName = /^\/@?[\w.%+-]{2,60}\/?$/
const statusOrName = /^\/@?\w{2,30}(?:\/status\/\d{5,25})?\/?$/
const atName = /^\/@[\w.%+-]{2,60}/
const profilePaths: ReadonlyMap<string, RegExp> = new Map([
  ['about.me', anyName],
  ['academia.edu', anyName],
  ['ask.fm', anyName],
  ['bandcamp.com', anyName],
  ['behance.net', anyName],
  ['bitbucket.org', anyName],
  ['bsky.app', /^\/profile\/[\w.%:-]{3,80}/],
  ['buymeacoffee.com', anyName],
  ['cal.com', /^\/[\w.-]{2,60}/],
  ['calendly.com', /^\/[\w.-]{2,60}/],
  ['codeberg.org', anyName],
  ['codepen.io', anyName],
  ['dev.to', anyName],
  ['discord.com', /^\/users\/\d{10,25}/],
  ['discordapp.com', /^\/users\/\d{10,25}/],
  ['dribbble.com', anyName],
  ['etsy.com', /^\/(?:shop|people)\/[\w.-]{2,60}/],
  ['facebook.com', /^\/(?:profile\.php\?id=\d{4,25}|people\/[^\s/]{2,80}\/\d{4,25}|[\w.]{5,60}\/?$)/],
  ['fb.com', anyName],
  ['flickr.com', /^\/(?:people|photos)\/[\w.@-]{2,60}/],
  ['github.com', anyName],
  ['gist.github.com', /^\/[\w-]{2,40}(?:\/[0-9a-f]{20,40})?/],
  ['gitlab.com', anyName],
  ['goodreads.com', /^\/user\/show\/[\w-]{2,80}/],
  ['hub.docker.com', /^\/u\/[\w.-]{2,60}/],
  ['huggingface.co', anyName],
  ['instagram.com', anyName],
  ['kaggle.com', anyName],
  ['keybase.io', anyName],
  ['ko-fi.com', anyName],
  ['last.fm', /^\/user\/[\w.-]{2,60}/],
  ['linkedin.com', /^\/(?:in|pub)\/[^\s/?#"'<>)\]]{2,100}/],
  ['linktr.ee', anyName],
  ['malt.de', /^\/profile\/[\w.-]{2,60}/],
  ['malt.fr', /^\/profile\/[\w.-]{2,60}/],
  ['matrix.to', /^\/#\/@[^\s]{3,100}/],
  ['mastodon.social', atName],
  ['medium.com', atName],
  ['myspace.com', anyName],
  ['news.ycombinator.com', /^\/user\?id=[\w-]{2,40}/],
  ['npmjs.com', /^\/~[\w.-]{2,60}/],
  ['ok.ru', /^\/(?:profile\/)?[\w.-]{3,60}/],
  ['onlyfans.com', anyName],
  ['orcid.org', /^\/\d{4}-\d{4}-\d{4}-\d{3}[\dX]/],
  ['patreon.com', anyName],
  ['paypal.me', /^\/[\w.%+-]{2,60}(?:\/[\d.,]{1,9}\w{0,3})?\/?$/],
  ['pinterest.com', anyName],
  ['pypi.org', /^\/user\/[\w.-]{2,60}/],
  ['quora.com', /^\/profile\/[\w-]{2,80}/],
  ['reddit.com', /^\/(?:u|user)\/[\w-]{2,40}/],
  ['researchgate.net', /^\/profile\/[\w.-]{2,80}/],
  ['revolut.me', anyName],
  ['scholar.google.com', /^\/citations\?[^\s]{0,40}user=[\w-]{6,20}/],
  ['snapchat.com', /^\/(?:add\/|@)[\w.-]{2,40}/],
  ['soundcloud.com', anyName],
  ['speakerdeck.com', anyName],
  ['open.spotify.com', /^\/user\/[\w.-]{2,60}/],
  ['stackoverflow.com', /^\/users\/\d{1,12}/],
  ['steamcommunity.com', /^\/(?:id|profiles)\/[\w-]{2,60}/],
  ['strava.com', /^\/athletes\/[\w-]{2,40}/],
  ['t.me', anyName],
  ['telegram.me', anyName],
  ['threads.net', atName],
  ['tiktok.com', atName],
  ['twitch.tv', anyName],
  ['twitter.com', statusOrName],
  ['upwork.com', /^\/freelancers\/[~\w-]{4,60}/],
  ['venmo.com', /^\/(?:u\/)?[\w-]{2,60}/],
  ['viadeo.com', /^\/[\w/.-]{4,80}/],
  ['vimeo.com', /^\/[A-Za-z][\w.-]{2,60}\/?$/],
  ['vk.com', anyName],
  ['wa.me', /^\/\d{7,15}/],
  ['x.com', statusOrName],
  ['zoom.us', /^\/(?:j\/\d{9,11}|my\/[\w.-]{2,60}|w\/\d{9,11})/],
  ['meet.google.com', /^\/[a-z]{3}-[a-z]{4}-[a-z]{3}/],
  ['teams.microsoft.com', /^\/(?:l\/meetup-join|meet)\/[\w%@.-]{6,}/],
  ['teams.live.com', /^\/meet\/\d{6,}/],
  ['drive.google.com', /^\/(?:file\/d\/|drive\/(?:u\/\d\/)?folders\/|open\?id=|uc\?)[\w=&-]{10,}/],
  ['docs.google.com', /^\/(?:document|spreadsheets|presentation|forms)\/d\/(?:e\/)?[\w-]{20,}/],
  ['calendar.google.com', /^\/calendar\/(?:ical|embed|event|u\/\d)[^\s]{4,}/],
  ['outlook.office365.com', /^\/owa\/calendar\/[\w@.-]{10,}/],
  ['dropbox.com', /^\/(?:s|sh|t|scl\/f[io])\/[\w-]{6,}/],
  ['1drv.ms', /^\/\w\/[\w!-]{6,}/],
  ['we.tl', /^\/t-\w{6,}/],
  ['wetransfer.com', /^\/downloads\/\w{8,}/],
  ['photos.app.goo.gl', anyName],
  ['maps.app.goo.gl', anyName],
  ['icloud.com', /^\/(?:photos|iclouddrive|sharedalbum)\/?#?[\w-]{6,}/],
  ['gofundme.com', /^\/f\/[\w-]{4,80}/],
  ['leetchi.com', /^\/[a-z]{0,2}\/?c\/[\w-]{4,80}/],
  ['airbnb.com', /^\/users\/show\/\d{3,12}/],
  ['ebay.com', /^\/(?:usr|str)\/[\w.-]{3,60}/],
  ['ebay.co.uk', /^\/(?:usr|str)\/[\w.-]{3,60}/],
  ['vinted.com', /^\/member\/[\w-]{3,60}/],
  ['deviantart.com', anyName],
  ['tumblr.com', anyName],
  ['xing.com', /^\/profile\/[\w.%-]{2,80}/],
  ['youtube.com', /^\/(?:@|c\/|user\/|channel\/UC)[\w.%-]{2,60}/],
])

/** First parts of a path that are pages of the network itself. */
const ownPages = new Set(
  (
    'about account accounts ads api app apps auth blog business careers contact cookies dashboard developer developers discover docs download ' +
    'enterprise events explore features feed groups hashtag help home i intent jobs join legal library login logout marketplace messages news ' +
    'notifications oauth orgs pages policies policy premium pricing privacy products pulls register search security session settings share ' +
    'shop signin signup site sponsors start status store stories support terms topics tos trending watch wiki issues sharer dialog plugins'
  ).split(' '),
)

/** Hosts on which the first label is the person's. */
const hostings = new Set(
  (
    'github.io gitlab.io codeberg.page blogspot.com blogspot.de wordpress.com tumblr.com substack.com medium.com wixsite.com webnode.com webnode.cz ' +
    'webnode.sk webnode.fr webnode.page jimdofree.com jimdosite.com jimdo.com carrd.co weebly.com squarespace.com over-blog.com livejournal.com ' +
    'hashnode.dev bandcamp.com deviantart.com neocities.org webflow.io myportfolio.com strikingly.com blogg.se blog.hu blogspot.fr ' +
    'blogspot.it eklablog.com canalblog.com skyrock.com overblog.com'
  ).split(' '),
)

/** Labels that one of those hosts uses for itself. */
const ownHosts = new Set('www docs blog api help support status about en de fr pages cdn static assets'.split(' '))

const siteWords: LabelGroup = {
  name: 'PERSONAL_URL',
  words: {
    '*': 'homepage|website|web site|web|blog|portfolio|linkedin|github|gitlab|xing|twitter|facebook|instagram|mastodon|personal website|personal site|personal url|profile url|profile link|url profile|linkedin url|github url|www|url|homepage url|site url|blog url|linktree|linked in|git hub|insta page|fb page|youtube channel|calendly|doodle',
    bg: 'сайт|уебсайт|личен сайт|блог|уеб страница|профил|страница|страницата|сайта|личен блог|профила',
    cs: 'webové stránky|osobní stránky|můj web|stránky|blog|profil|stránka|moje stránky|web stránky|osobní web|web klienta|blogu',
    da: 'hjemmeside|min hjemmeside|personlig hjemmeside|blog|profil|side|min side|blogg',
    de: 'webseite|internetseite|persönliche seite|eigene seite|meine seite|blog|profil|webauftritt|homepage privat|private homepage|homepage von|webadresse|netzseite|seite von|auftritt|blog von|onlineshop|profillink',
    el: 'ιστοσελίδα|ιστότοπος|προσωπική σελίδα|ιστολόγιο|προφίλ|σελίδα|σελίδα μου|η σελίδα μου|το site μου|μπλογκ',
    en: 'my site|personal page|home page|own site|profile|online at|my website|portfolio site|web page|site|page|his website|her website|their website|personal blog|blog post|own website|private website|website of|profile page|profile at|my page|her blog|his blog|vlog|shop page',
    es: 'página web|sitio web|página personal|mi web|mi página|perfil|sitio|página de|web personal|mi blog|blog personal|canal',
    et: 'koduleht|kodulehekülg|isiklik leht|blogi|profiil|veeb|lehekülg|minu leht|veebileht|blogi aadress',
    fi: 'kotisivu|kotisivut|verkkosivu|verkkosivut|blogi|profiili|nettisivu|sivu|sivuni|sivut|kotisivuni|blogini',
    fr: 'site web|site internet|site perso|site personnel|mon site|page personnelle|profil|site|ma page|mon blog|page|page perso|site de|blog perso|blogue|chaîne',
    ga: 'suíomh gréasáin|láithreán gréasáin|blag|próifíl|suíomh|mo shuíomh|láithreán',
    hr: 'web stranica|osobna stranica|moja stranica|blog|profil|stranica|web|moj blog|osobni blog|web mjesto',
    hu: 'weboldal|honlap|honlapom|saját oldal|blogom|weblap|profilom|oldal|oldalam|oldala|az oldalam|weboldalam|honlapja|blog|weblapom',
    is: 'vefsíða|heimasíða|blogg|vefur|síða|heimasíðan mín',
    it: 'sito|sito web|sito personale|mio sito|pagina personale|profilo|pagina|pagina web|mio blog|il mio blog|blog personale|canale',
    lt: 'svetainė|asmeninė svetainė|tinklaraštis|profilis|interneto svetainė|puslapis|mano puslapis|blogas|interneto puslapis',
    lv: 'mājaslapa|tīmekļa vietne|personīgā lapa|blogs|profils|lapa|mana lapa|blogā|tīmekļvietne',
    mt: 'sit elettroniku|sit personali|websajt|profil|sit|is sit tiegħi|paġna|blogg',
    nl: 'persoonlijke site|persoonlijke website|mijn site|mijn website|webpagina|profiel|site|mijn pagina|pagina|mijn blog|eigen site',
    no: 'hjemmeside|nettside|nettsted|blogg|profil|side|min side|bloggen',
    pl: 'strona|strona www|strona internetowa|moja strona|strona domowa|blog|profil|strony|strona klienta|mój blog|blog osobisty|witryna|moja strona to|strona autora',
    pt: 'página pessoal|site pessoal|meu site|página|sítio|site|perfil|marcações em|meu blog|blogue|o meu site|sítio web|canal',
    ro: 'pagina web|site personal|site ul meu|site|pagina personală|profil|pagina|pagina mea|blogul meu|blog|situl',
    sk: 'webová stránka|osobná stránka|môj web|stránka|profil|moja stránka|web|osobný web|blogu',
    sl: 'spletna stran|osebna stran|moja stran|spletišče|profil|stran|moj blog|spletna',
    sv: 'hemsida|webbplats|min hemsida|webbsida|blogg|profil|sida|min sida|min blogg',
    uk: 'сайт|сторінка|блог',
  },
}

/** Top-level domains that people use for themselves; `org` and `io` are those of projects. */
const personalEnds = new Set(
  (
    'at be bg ch cy cz de dk ee es eu fi fr gr hr hu ie is it li lt lu lv me mt name nl no nu pl pt ro se si sk uk wales cat bzh scot gal eus ' +
    'blog bio page site online dev photo photos art design studio life social club world email ink one pro expert com net example'
  ).split(' '),
)

const longestHost = 100
const path = /[/?#][^\s"'`<>|{}\\^]{0,200}/y
const rootPath =
  /^(?:\/(?:about(?:-?me)?|contact|kontakt|contacto|contatti|ueber-mich|uber-mich|over-mij|om-mig|om-meg|o-mnie|a-propos|sobre-mi|chi-sono|cv|portfolio|blog|index\.html?|me|home)?\/?)?(?:\.html?)?$/i

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
  if (ending === 'name' || isInExpression(view, start, end)) return false
  if (!personalEnds.has(ending) || (ending.length === 2 && !/^(?:www\.|[a-z]{7})/.test(view.text.slice(start, at))))
    return false
  const host = view.text.slice(start, end).replace(/^www\./, '')
  return isPersonalHost(host) && isNamedAround(view, start, end, host)
}

/** `${plural.is}`, `fields[field.page]`, `error.dev ? …`: the member of an object. */
function isInExpression(view: View, start: number, end: number): boolean {
  return (
    /[[{!$]$/.test(view.text.slice(start - 1, start)) || / (?:[=!&|?+]{1,3}|:) /y.test(view.text.slice(end, end + 5))
  )
}

function hostStart(view: View, at: number): number {
  let start = at
  while (start > at - longestHost && isHostUnit(view.unit(start - 1))) start--
  return isHostUnit(view.unit(start - 1)) || view.unit(start) === 0x2e || view.unit(start) === 0x2d ? -1 : start
}

function isHostUnit(unit: number): boolean {
  return isAsciiLetter(unit) || isDigit(unit) || unit === 0x2d || unit === 0x2e || isLetter(unit)
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
  if (peoplePath.test(rest)) {
    findings.add(start, end, 'PERSONAL_URL', LIKELY)
    return
  }
  const isHomeFolder = /^\/(?:~|%7E|users?\/~|@)[\w.-]{2,40}/i.test(rest)
  if ((isHomeFolder && !isBare) || isHosted(host, rest)) findings.add(start, end, 'PERSONAL_URL', TYPICAL)
  else if (rootPath.test(rest) && isPersonalHost(host) && (isBare || isNamedAround(view, start, end, host))) {
    findings.add(start, end, 'PERSONAL_URL', isBare ? TYPICAL : LABELLED)
  }
}

/** `instagram.de/jo_doe`: the network under the end of a country. */
function networkOf(host: string): RegExp | undefined {
  const labels = host.split('.')
  const end = labels.at(-1)!
  if (labels.length !== 2 || !(end === 'example' || (end.length === 2 && end !== 'io' && end !== 'ai'))) {
    return host.endsWith('.zoom.us') ? profilePaths.get('zoom.us') : undefined
  }
  return profilePaths.get(`${labels[0]}.com`) ?? (labels[0] === 'bsky' ? profilePaths.get('bsky.app') : undefined)
}

function isNetwork(host: string): boolean {
  return profilePaths.has(host) || networkOf(host) !== undefined
}

/** Addresses of routers at home: `lyle-home.dyndns.org`. */
function isDynamic(host: string): boolean {
  return /^[\w-]{3,40}\.(?:[\w-]{1,20}\.)?(?:dyndns|ddns|no-?ip|duckdns|myfritz|spdns|selfhost|dynv6|synology|hopto|zapto|dnsalias|homelinux|dynu)\b/.test(
    host,
  )
}

/** Pages of somebody at a firm, a school or a club: `/people/jo-doe`. */
const peoplePath =
  /^\/(?:[\w-]{2,12}\/)?(?:people|staff|team|person|personen|profile|profil|profiles|members?|mitglieder|mitarbeiter|mitarbeitende|medewerkers?|equipe|personnel|personale|docenti|faculty|trainers?|aerzte|doctors?|therapeuten|autor(?:en)?|authors?|o-nas|zespol|lide)\/(?:[a-z]{1,15}[._-][a-z]{2,20}(?:[._-][a-z]{2,20})?|[a-z]\.[a-z]{3,20})\/?$/i

function endOfHost(view: View, from: number): number {
  let end = from
  while (end < from + longestHost && isHostUnit(view.unit(end))) end++
  while (end > from && !isWord(view.unit(end - 1))) end--
  return end
}

/** Signs at the end belong to the sentence. */
function endOfPath(view: View, hostEnd: number): number {
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

/** Projects have pages at these, too: only the first page is a person's. */
const projectHosts = /^(?:github\.io|gitlab\.io|codeberg\.page|webflow\.io|netlify\.app)$/

function isHosted(host: string, rest: string): boolean {
  const dot = host.indexOf('.')
  if (projectHosts.test(host.slice(dot + 1)) && !rootPath.test(rest)) return false
  return hostings.has(host.slice(dot + 1)) && !ownHosts.has(host.slice(0, dot))
}

/** Two labels, or three with a second-level domain, and an end that people use. */
function isPersonalHost(host: string): boolean {
  const labels = host.split('.')
  const end = labels.at(-1)!
  const isShort =
    labels.length === 2 || (labels.length === 3 && (end === 'example' || /^(?:co|com|org|me|net)$/.test(labels[1]!)))
  return isShort && personalEnds.has(end) && labels[0]!.length >= 4
}

const nearness = 500

/** Is the person whose name is in the host written about here? Their name stands in the text, and an e-mail address or a telephone number. */
function isNamedAround(view: View, start: number, end: number, host: string): boolean {
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
const shortestName = 5

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
  const isOwn = isPersonalLabel(view, value) || !commonEnds.has(ending)
  if (!isOwn && !isNamedAround(view, first, end, host.replace(/^www\./, ''))) return
  const isSite =
    host.startsWith('www.') ||
    value.link !== 'bare' ||
    isPersonalLabel(view, value) ||
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
