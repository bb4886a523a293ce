/** Keys and tokens with their maker's prefix, and JSON Web Tokens (RFC 7519). Forms as published for secret scanning. */
import { isAsciiLetter, isDigit, isWord } from '../characters.ts'
import { encodedJsonEnd } from '../encoded-json.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, onRun } from '../recognizer.ts'
import { CERTAIN } from '../scores.ts'
import type { View } from '../view.ts'

/** One form a line: maker, then form. All begin with the prefix and are bounded. */
const forms: readonly string[] = [
  'sk-(?:[a-z0-9]{2,12}-){0,3}[\\w-]{20,220}', // OpenAI, Anthropic and those who copied them
  '[rs]k_(?:live|test)_[A-Za-z0-9]{10,180}', // Stripe
  'whsec_[A-Za-z0-9+/=]{16,100}', // Stripe, Svix
  'gh[oprsu]_[A-Za-z0-9]{30,255}', // GitHub
  'github_pat_[A-Za-z0-9_]{22,255}',
  'gl(?:pat|dt|rt|ptt|ft|agent|soat|cbt)-[\\w.-]{20,100}', // GitLab
  'xox[abeoprs]-[A-Za-z0-9-]{10,250}', // Slack
  'xapp-\\d-[A-Za-z0-9-]{10,250}',
  'A(?:KIA|SIA|BIA|CCA)[A-Z0-9]{16}', // AWS
  'AIza[\\w-]{35}', // Google
  'GOCSPX-[\\w-]{20,40}',
  'ya29\\.[\\w-]{20,400}',
  'SG\\.[\\w-]{16,32}\\.[\\w-]{16,64}', // SendGrid
  'SK[0-9a-f]{32}', // Twilio
  'key-[0-9a-f]{32}', // Mailgun
  'npm_[A-Za-z0-9]{36}',
  'pypi-[\\w-]{50,300}',
  'hf_[A-Za-z0-9]{30,50}', // Hugging Face
  'do[opr]_v1_[0-9a-f]{64}', // DigitalOcean
  'shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}', // Shopify
  'dapi[0-9a-f]{32}', // Databricks
  'lin_api_[A-Za-z0-9]{32,64}', // Linear
  'ntn_[A-Za-z0-9]{40,60}', // Notion
  'secret_[A-Za-z0-9]{40,60}',
  'sq0(?:atp|csp)-[\\w-]{22,43}', // Square
  'hv[bs]\\.[\\w-]{24,300}', // HashiCorp Vault
  'glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}', // Grafana
  'figd_[\\w-]{30,60}', // Figma
  'ATATT3[\\w=-]{60,300}', // Atlassian
  'AGE-SECRET-KEY-1[A-Z0-9]{58}', // age
  '[MNO][\\w-]{23,27}\\.[\\w-]{6}\\.[\\w-]{27,40}', // Discord
  '[ps]k\\.eyJ[\\w-]{20,200}\\.[\\w-]{16,60}', // Mapbox
  'xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}', // Brevo
  're_[A-Za-z0-9]{6,12}_[A-Za-z0-9]{16,32}', // Resend
  'gsk_[A-Za-z0-9]{40,60}', // Groq
  'pplx-[A-Za-z0-9]{40,60}', // Perplexity
  'r8_[A-Za-z0-9]{30,45}', // Replicate
  'nvapi-[\\w-]{50,80}', // NVIDIA
  'xai-[A-Za-z0-9]{60,90}', // xAI
  'tvly-[A-Za-z0-9-]{20,50}', // Tavily
  'sbp_[0-9a-f]{40}', // Supabase
  'dckr_pat_[\\w-]{20,40}', // Docker
  'PMAK-[0-9a-f]{24}-[0-9a-f]{34}', // Postman
  'NRAK-[A-Z0-9]{27}', // New Relic
  'pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}', // Airtable
  '(?:live|test)_[A-Za-z0-9]{30,40}', // Mollie
  'T[A-Z0-9]{8,12}/B[A-Z0-9]{8,12}/[A-Za-z0-9]{20,30}', // Slack webhook
  'phc_[A-Za-z0-9]{40,50}', // PostHog
  'EAA[A-Za-z0-9]{60,300}', // Meta
  'sntrys_[\\w+/=]{40,300}', // Sentry
  'pul-[0-9a-f]{40}', // Pulumi
  'sk_[a-z]{2,8}_[A-Za-z0-9]{16,80}', // many
  'glptt-[\\w-]{20,60}',
  'ops_eyJ[\\w-]{40,900}', // 1Password
  'FlyV1 [\\w+/=,-]{40,400}',
  'sl\\.[\\w-]{60,200}', // Dropbox
  'EZ[AT]K[a-f0-9]{40,60}', // EasyPost
  'rubygems_[a-f0-9]{48}',
  'shippo_(?:live|test)_[a-f0-9]{40}',
  'dop_v1_[a-f0-9]{64}',
  'CFPAT-[\\w-]{43}', // Contentful
  'dp\\.(?:pt|st|ct|sa)\\.[\\w.-]{40,60}', // Doppler
  'ATCTT3xFf[\\w=-]{60,300}', // Atlassian
  'tfp_[\\w-]{40,60}', // Typeform
  'eyJ[\\w-]{8,4000}\\.[\\w-]{8,8000}(?:\\.[\\w-]{2,4000}){0,3}', // JSON Web Token
]
const anyForm = new RegExp(`(?:${forms.join('|')})(?![A-Za-z0-9])`, 'y')
/** How far before its first long run a key can begin. */
const reach = 40

export const accessKey: BuiltInRecognizer = {
  name: 'access-key',
  source: 'https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns',
  types: ['SECRET'],
  anchors: [onRun(8, 256, findKey, { made: ['9A', 'A9'] })],
  examples: {
    match: [
      `KEY=«sk-proj-${'aB3dE6gH9'.repeat(4)}»`,
      `token «ghp_${'aB3dE6gH9'.repeat(4)}» leaked`,
      `"«AKIA${'Q3ZX'.repeat(4)}»"`,
      `xoxb: «xoxb-${'1234567890'}-${'aB3dE6gH9'.repeat(2)}»`,
      `Authorization: Bearer «eyJ${'hbGciOiJ9'.repeat(2)}.${'eyJzdWI1'.repeat(3)}.${'sig_Na-7u'.repeat(3)}»`,
      `key «SG.${'aB3dE6gH'.repeat(2)}.${'xY_-1234'.repeat(4)}»`,
      `payload «${btoa('{"id":4,"email":"jo@mail.example","n":"x"}')}» sent`,
      `stripe «sk_live_${'aB3dE6gH9'.repeat(3)}».`,
    ],
    miss: [
      'sk-learn-contrib-0123',
      `commit ${'0123456789abcdef'.repeat(2)}01234567`,
      'task-0123456789abcdef01234567',
      'eyJ is how JSON looks in base64',
      `icon ${btoa('{"version":3,"sources":["a.ts","b.ts"],"names":[]}')} end`,
    ],
  },
}

/** Called at each run of eight and more: the key begins there or, with its prefix, a little before. */
function findKey(view: View, run: number, end: number, findings: Findings): void {
  if (!hasLetterAndDigit(view, run, end)) return
  const json = encodedJsonEnd(view, run)
  if (json > 0) findings.add(run, json, 'SECRET', CERTAIN)
  let start = run
  while (start > run - reach && isKeyUnit(view.unit(start - 1))) start--
  while (start < run && !isAsciiLetter(view.unit(start))) start++
  const stop = matchAt(view, anyForm, start)
  if (stop > run && !isWord(view.unit(start - 1))) findings.add(start, stop, 'SECRET', CERTAIN)
}

function isKeyUnit(unit: number): boolean {
  return isAsciiLetter(unit) || isDigit(unit) || unit === 0x5f || unit === 0x2d || unit === 0x2e
}

function hasLetterAndDigit(view: View, start: number, end: number): boolean {
  let hasLetter = false
  let hasDigit = false
  for (let at = start; at < end && !(hasLetter && hasDigit); at++) {
    if (isDigit(view.unit(at))) hasDigit = true
    else hasLetter = true
  }
  return hasLetter && hasDigit
}
