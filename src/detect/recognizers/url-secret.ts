/** Secrets in the path or the query of a URL: hooks of chat services, bots, links that reset, invite and sign in. */
import { type BuiltInRecognizer, type Findings, onText } from '../recognizer.ts'
import { CHECKED } from '../scores.ts'
import type { View } from '../view.ts'

const longestUrl = 500
/** Words before the part of a path that only who has the link knows. */
const path =
  /\/(?:(?:api\/)?webhooks?|webhookb2|incomingwebhook|hooks|bot(?=\d{6,12}:)|(?:password[-_]?)?reset(?:[-_]?password)?|forgot[-_]password|set[-_]password|invites?|invitations?|verify(?:[-_]?email)?|confirm(?:ation|[-_]?email)?|activate|activation|magic(?:[-_]?link)?|autologin|one[-_]time|unsubscribe|einladung|bestaetigen|zuruecksetzen)\/?([^?#]{10,400})/i
const query =
  /[?&#](?:code|magic|ticket|otp|invite|confirm|confirmation|verify|verification|activation|reset|hash|nonce|ott|sso|jwt|t|k)=([\w.~%+/=-]{12,300})/i

export const urlSecret: BuiltInRecognizer = {
  name: 'url-secret',
  source: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.3',
  types: ['SECRET'],
  anchors: [onText('://', findInUrl)],
  isEmbedded: true,
  examples: {
    match: [
      `https://chat.example/api/webhooks/«118447188204471882/${'aB3dE6gH9'.repeat(5)}»`,
      `https://api.telegram.org/bot«8447188204:AA${'HdqTcvCH1v'.repeat(3)}»/getUpdates`,
      'https://shop.example/reset-password/«9f8e7d6c5b4a39281706abcdef»',
      'join us: https://app.example/invite/«aB3dE6gH9jK2mN5p» today',
      'https://app.example/login/magic?code=«aB3dE6gH9jK2mN5p»',
    ],
    miss: [
      'https://docs.example/webhooks/getting-started-with-events',
      'https://docs.example/reset/password-policies',
      'https://site.example/activate/product2',
      'https://site.example/?code=getting-started-now',
    ],
  },
}

function findInUrl(view: View, _at: number, start: number, findings: Findings): void {
  const piece = view.text.slice(start, start + longestUrl)
  const blank = piece.search(/[\s"'`<>)\]]/)
  const url = (blank < 0 ? piece : piece.slice(0, blank)).replace(/[.,;:!?]+$/, '')
  for (const form of [path, query]) {
    const match = form.exec(url)
    if (match === null) continue
    // A name of a method follows the key of a bot.
    const written = match[1]!.replace(/\/[a-z]{2,20}[A-Z][A-Za-z]{0,20}$|\/$/, '')
    if (!isRandom(written)) continue
    const from = start + match.index + match[0].length - match[1]!.length
    findings.add(from, from + written.length, 'SECRET', CHECKED)
  }
}

/** A part of twelve signs in which letters and digits change more often than in words. */
function isRandom(written: string): boolean {
  return written.split(/[/:@]/).some(part => {
    const changes = (part.match(/\d[A-Za-z]|[A-Za-z]\d/g) ?? []).length
    return part.length >= 12 && changes >= 3
  })
}
