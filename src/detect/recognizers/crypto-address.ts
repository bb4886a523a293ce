/** Addresses of cryptocurrency wallets: base58 (Bitcoin wiki), bech32 (BIP 173, BIP 350), Ethereum's hexadecimal and others. */
import { isWord } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel, onRun } from '../recognizer.ts'
import { CERTAIN, CHECKED, LABELLED, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'

const walletWords: LabelGroup = {
  name: 'CRYPTO_ADDRESS',
  words: {
    '*': 'wallet|wallet address|btc|bitcoin|eth|ethereum|ltc|litecoin|doge|dogecoin|xrp|ripple|xmr|monero|usdt|usdc|tether|trx|tron|solana|sol address|cardano|ada address|bch|dash|zcash|xlm|stellar|polkadot|ton|bnb|crypto address|deposit address|withdrawal address|payout address|crypto|cryptocurrency|coin address|wallet id|receiving address',
    bg: 'портфейл|портфейла|криптовалут*|биткойн',
    cs: 'peněženka|peněženky|peněženku|kryptoměn*',
    da: 'tegnebog|kryptoadresse|kryptovaluta',
    de: 'wallet adresse|walletadresse|krypto adresse|kryptoadresse|kryptowährung*|einzahlungsadresse',
    el: 'πορτοφόλι|πορτοφολιού|κρυπτονομισμ*',
    es: 'monedero|billetera|cartera|criptomoneda*',
    et: 'rahakott|rahakoti|krüptoraha',
    fi: 'lompakko|lompakon|kryptovaluutta*',
    fr: 'portefeuille|adresse de dépôt|adresse de retrait|crypto monnaie*|cryptomonnaie*',
    ga: 'sparán|criptea airgeadra',
    hr: 'novčanik|novčanika|kriptovalut*',
    hu: 'pénztárca|tárca|tárcacím|kriptovalut*',
    it: 'portafoglio|criptovalut*|indirizzo wallet',
    lt: 'piniginė|piniginės|kriptovaliut*',
    lv: 'maks|maciņš|maka adrese|kriptovalūt*',
    mt: 'kartiera|kripto',
    nl: 'portemonnee|portefeuille|cryptovaluta|stortingsadres',
    pl: 'portfel|portfela|kryptowalut*',
    pt: 'carteira|criptomoeda*',
    ro: 'portofel|portofelul|criptomoned*',
    sk: 'peňaženka|peňaženky|kryptomen*',
    sl: 'denarnica|denarnice|kriptovalut*',
    sv: 'plånbok|plånboksadress|kryptovaluta*',
  },
}

const base58 = '[1-9A-HJ-NP-Za-km-z]'
const bech32 = '[02-9ac-hj-np-z]'
/** Forms that nothing else has. */
const certainForms = new RegExp(
  `(?:(?:bc1|tb1|ltc1)${bech32}{25,87}|(?:BC1|LTC1)[02-9AC-HJ-NP-Z]{25,87}|0x[0-9a-fA-F]{40}|addr1${bech32}{53,98}|stake1${bech32}{53}|(?:cosmos|osmo|terra|bnb|inj|celestia|thor)1${bech32}{38}|[48]${base58}{94}|zs1${bech32}{75}|(?:xpub|ypub|zpub)${base58}{107})(?![A-Za-z0-9])`,
  'y',
)
/** Base58 with the first letter of its chain: Bitcoin, Litecoin, Dogecoin, Dash, Ripple, Tron, Zcash, Stellar. */
const typicalForms = new RegExp(
  `(?:[13]${base58}{25,34}|[LM]${base58}{26,33}|D${base58}{33}|X${base58}{33}|r${base58}{24,34}|T${base58}{33}|t[13]${base58}{33}|G[A-Z2-7]{55})(?![A-Za-z0-9])`,
  'y',
)
/** With a label any of these, and chains whose addresses have no form of their own: Solana, Polkadot, TON, Bitcoin Cash. */
const labelledForms = new RegExp(
  `(?:${base58}{25,110}|(?:bitcoincash:)?[qp]${bech32}{41}|0x[0-9a-fA-F]{40,64}|[A-Za-z0-9_-]{48})(?![A-Za-z0-9])`,
  'y',
)

const base58Form = new RegExp(`${base58}{43,44}(?![A-Za-z0-9])`, 'y')

export const cryptoAddress: BuiltInRecognizer = {
  name: 'crypto-address',
  source: 'https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki',
  types: ['CRYPTO_ADDRESS'],
  anchors: [onRun(26, 111, findAddress), onLabel(walletWords, findNamed)],
  examples: {
    match: [
      'sent to «bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq».',
      'to «0x52908400098527886E0F7030069857D2E4169EE7» today',
      'from «1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa»',
      'and «3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy»',
      'doge «DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L»',
      'wallet: «7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV2»',
      '{"wallet_address":"«rEb8TK3gBgK5auZkwc6sHnwrGVJH8DuaLh»"}',
      'XMR «44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DSLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A»',
      'WALLET_TEST=«7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV2»',
      'Wallet-Adresse «TJRyWwFs9wTFGZg3JbrVriFbNfCug5tDeC»',
    ],
    miss: [
      `commit ${'0123456789abcdef'.repeat(2)}01234567`,
      'error 0x8007045D',
      `0x${'0123456789abcdef'.repeat(4)}`,
      'wallet with two pockets',
      'A'.repeat(34),
      '1'.repeat(34),
      '3'.repeat(20),
    ],
  },
}

function findAddress(view: View, start: number, end: number, findings: Findings): void {
  if (matchAt(view, certainForms, start) === end) {
    findings.add(start, end, 'CRYPTO_ADDRESS', CERTAIN)
    return
  }
  if (isSolana(view, start, end)) findings.add(start, end, 'CRYPTO_ADDRESS', CHECKED)
  if (end - start > 56 || matchAt(view, typicalForms, start) !== end || !isRandom(view.text.slice(start, end))) return
  if (isPartOfToken(view, start, end)) return
  const written = view.text.slice(start, end)
  // Hexadecimal digits in small letters are a hash.
  if (/^[\da-f]+$/.test(written)) return
  const isNear = view.isNear(walletWords.name, start, 100)
  // A letter in front says less than Bitcoin's digit and 33 more.
  if (isNear || /^[13]/.test(view.text.charAt(start)) || (end - start === 34 && isMixed(written))) {
    findings.add(start, end, 'CRYPTO_ADDRESS', isNear ? CHECKED : TYPICAL)
  }
}

/** Base58 of 32 bytes, which keys of many kinds are: only near a word for a wallet (`WALLET_TEST=`). */
function isSolana(view: View, start: number, end: number): boolean {
  if (end - start < 43 || end - start > 44 || !view.isNear(walletWords.name, start, 40)) return false
  if (matchAt(view, base58Form, start) !== end || isTokenUnit(view.unit(end))) return false
  const before = view.unit(start - 1)
  return (before === 0x3d || !isTokenUnit(before)) && isRandom(view.text.slice(start, end))
}

function findNamed(view: View, value: LabelledValue, findings: Findings): void {
  const end = matchAt(view, labelledForms, value.start)
  if (end < 0 || isWord(view.unit(value.start - 1)) || !isRandom(view.text.slice(value.start, end))) return
  findings.add(value.start, end, 'CRYPTO_ADDRESS', LABELLED)
}

/** Digits, capitals and small letters mixed, or small letters with many digits. */
function isRandom(written: string): boolean {
  const digits = count(written, 0x30, 0x39)
  const capitals = count(written, 0x41, 0x5a)
  const small = count(written, 0x61, 0x7a)
  if (digits === 1 && written.length === 34) return capitals >= 8 && small >= 8
  return digits >= 2 && digits + 4 < written.length && ((capitals >= 3 && small >= 3) || digits >= 6)
}

/** Of all three kinds a good part, as in what a hash gives. */
function isMixed(written: string): boolean {
  return count(written, 0x30, 0x39) >= 3 && count(written, 0x41, 0x5a) >= 6 && count(written, 0x61, 0x7a) >= 6
}

function count(written: string, first: number, last: number): number {
  let found = 0
  for (let at = 0; at < written.length; at++) {
    const unit = written.charCodeAt(at)
    if (unit >= first && unit <= last) found++
  }
  return found
}

/** Base64 and keys with dashes go on; `tip=15qi…` is a field. */
function isPartOfToken(view: View, start: number, end: number): boolean {
  const before = view.unit(start - 1)
  return (isTokenUnit(before) && before !== 0x3d) || isTokenUnit(view.unit(end))
}

function isTokenUnit(unit: number): boolean {
  return unit === 0x2b || unit === 0x2f || unit === 0x3d || unit === 0x2d || isWord(unit)
}
