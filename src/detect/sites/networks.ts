/** Networks and hosting services: what the addresses of their profiles look like, and which pages are their own. */
import { rootPath } from './addresses.ts'

/** What the path of a profile looks like, per host. */
export const anyName = /^\/@?[\w.%+-]{2,60}\/?$/
export const statusOrName = /^\/@?\w{2,30}(?:\/status\/\d{5,25})?\/?$/
const atName = /^\/@[\w.%+-]{2,60}/
export const profilePaths: ReadonlyMap<string, RegExp> = new Map([
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
export const ownPages = new Set(
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

/** `instagram.de/jo_doe`: the network under the end of a country. */
export function networkOf(host: string): RegExp | undefined {
  const labels = host.split('.')
  const end = labels.at(-1)!
  if (labels.length !== 2 || !(end === 'example' || (end.length === 2 && end !== 'io' && end !== 'ai'))) {
    return host.endsWith('.zoom.us') ? profilePaths.get('zoom.us') : undefined
  }
  return profilePaths.get(`${labels[0]}.com`) ?? (labels[0] === 'bsky' ? profilePaths.get('bsky.app') : undefined)
}

export function isNetwork(host: string): boolean {
  return profilePaths.has(host) || networkOf(host) !== undefined
}

/** Projects have pages at these, too: only the first page is a person's. */
const projectHosts = /^(?:github\.io|gitlab\.io|codeberg\.page|webflow\.io|netlify\.app)$/

export function isHosted(host: string, rest: string): boolean {
  const dot = host.indexOf('.')
  if (projectHosts.test(host.slice(dot + 1)) && !rootPath.test(rest)) return false
  return hostings.has(host.slice(dot + 1)) && !ownHosts.has(host.slice(0, dot))
}
