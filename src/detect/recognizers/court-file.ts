/**
 * File marks of courts and prosecutors by their form, with no word for a file before them: the chamber, the register, the number and
 * the year. `12 O 1184/24`, `II K 447/26`, `21 C 307/2023-18`, `12Co/44/2024`, `7.P.30.267/2023`, `5A_118/2026`, `3627/23.4T8VCT`.
 * Shorter ones count beside the word for a court, an office of prosecutors or the police.
 */
import { isWholeToken } from '../boundaries.ts'
import { isDigit, isLetter, isWord } from '../characters.ts'
import { isLawBefore } from '../laws.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onRun, onShape } from '../recognizer.ts'
import { LIKELY, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'

/** Who numbers files so. */
const courtWords: LabelGroup = {
  name: 'COURT',
  words: {
    '*': 'tribunal|police|docket',
    bg: 'съд|съда|съдът|районен съд|окръжен съд|прокуратура|прокуратурата|полиция|полицията|рпу|съдия изпълнител|чси',
    cs: 'soud|soudu|soudem|soudní|soudce|státní zastupitelství|policie|policii|exekutor|exekutora|exekuce|žaloba|žalobě|rozsudek|usnesení',
    da: 'retten|byret|byretten|landsret|landsretten|politi|politiet|fogedretten|fogedret|anklager|dom',
    de: 'gericht|gerichts|gerichte|amtsgericht|landgericht|oberlandesgericht|sozialgericht|landessozialgericht|verwaltungsgericht|oberverwaltungsgericht|verwaltungsgerichtshof|arbeitsgericht|landesarbeitsgericht|finanzgericht|familiengericht|bezirksgericht|kreisgericht|kantonsgericht|obergericht|handelsgericht|bundesgericht|registergericht|nachlassgericht|betreuungsgericht|insolvenzgericht|vollstreckungsgericht|mahngericht|ag|lg|olg|sg|lsg|vg|ovg|arbg|fg|bg|gerichtsvollzieher|gerichtsvollzieherin|staatsanwaltschaft|sta|amtsanwaltschaft|strafsache|familiensache|nachlasssache|betreuungssache|betreuungsakte|grundbuchsache|rechtsstreit|rechtssache|in sachen|zwangsvollstreckungssache|insolvenzverfahren|ermittlungsverfahren|strafverfahren|zivilverfahren|klage|kläger|klägerin|beklagte|beklagter|strafbefehl|beschluss|urteil|verfahren|polizei|polizeiinspektion|polizeirevier|widerspruch|widerspruchsbescheid|mahnbescheid|vollstreckungsbescheid|haftbefehl|anwalt|anwältin',
    el: 'δικαστήριο|δικαστηρίου|πρωτοδικείο|πρωτοδικείου|ειρηνοδικείο|ειρηνοδικείου|εφετείο|εισαγγελία|εισαγγελίας|αστυνομία|αστυνομίας|αγωγή|αγωγής|μήνυση|απόφαση',
    en: 'court|courts|tribunals|employment tribunal|crown court|county court|high court|family court|magistrates|prosecutor|cps|judgment|lawsuit|versus|hearing|solicitor|garda|gardai|gardaí|bailiff',
    es: 'juzgado|juzgados|audiencia|fiscalía|policía|guardia civil|mossos|sentencia|demanda|juicio|ejecución|procurador|procuradora',
    et: 'kohus|kohtu|kohtus|maakohus|maakohtu|ringkonnakohus|halduskohus|prokuratuur|politsei|kohtutäitur|hagi',
    fi: 'käräjäoikeus|käräjäoikeuden|käräjäoikeudessa|hovioikeus|hallinto oikeus|syyttäjä|syyttäjän|poliisi|poliisin|poliisille|tuomio|ulosotto|oikeudessa',
    fr: "tribunal judiciaire|tribunal administratif|cour|cour d'appel|parquet|procureur|jugement|ordonnance|prud'hommes|prud hommes|conseil de prud'hommes|commissariat|gendarmerie|affaire|audience|huissier|assignation|plainte",
    ga: 'cúirt|cúirte|garda|gardaí',
    hr: 'sud|suda|sudu|sudom|općinski sud|županijski sud|državno odvjetništvo|odvjetništvo|policija|policije|policiji|presuda|rješenje|ovrha|ovršni|tužba|javni bilježnik',
    hu: 'bíróság|járásbíróság|törvényszék|ítélőtábla|ügyészség|rendőrség|rendőrkapitányság|végrehajtó|ítélet|végzés|per|perben|kereset|közjegyző',
    it: 'tribunale|procura|giudice|corte|corte d appello|sentenza|decreto ingiuntivo|ricorso|udienza|carabinieri|questura|polizia|procedimento|causa|ruolo|precetto|atto di citazione',
    lt: 'teismas|teismo|teisme|teismui|apylinkės teismas|apygardos teismas|prokuratūra|prokuratūros|policija|policijos|antstolis|antstolio|nutartis|nutarties|sprendimas|ieškinys',
    lv: 'tiesa|tiesas|tiesā|rajona tiesa|prokuratūra|prokuratūras|policija|policijas|policijā|spriedums|prasība|tiesu izpildītājs',
    mt: 'qorti|pulizija|tribunal|sentenza',
    nl: 'rechtbank|gerechtshof|hof|kantonrechter|politie|parket|officier van justitie|vonnis|deurwaarder|zitting|dagvaarding|rechter|vredegerecht',
    no: 'retten|tingrett|tingretten|lagmannsrett|politiet|politi|namsmannen|forliksrådet|dom',
    pl: 'sąd|sądu|sądem|sądzie|sądowi|prokuratura|prokuratury|prokuraturę|policja|policji|policję|komornik|komornika|komornikiem|wyrok|wyroku|postanowienie|postanowienia|pozew|pozwu|nakaz zapłaty|nakazu zapłaty|rozprawa',
    pt: 'tribunal|comarca|juízo|ministério público|psp|gnr|polícia|sentença|ação|solicitador|agente de execução|injunção',
    ro: 'judecătoria|judecătoriei|tribunalul|tribunalului|instanța|instanței|parchetul|parchetului|poliția|poliției|curtea|sentința|hotărârea|executor|executorul|executorului|proces',
    sk: 'súd|súdu|súdom|súde|okresný súd|krajský súd|prokuratúra|prokuratúry|polícia|polície|exekútor|exekútora|exekúcia|rozsudok|uznesenie|žaloba',
    sl: 'sodišče|sodišča|sodišču|okrajno sodišče|okrožno sodišče|tožilstvo|policija|policije|izvršitelj|izvršba|sodba|sklep|tožba',
    sv: 'tingsrätt|tingsrätten|hovrätt|hovrätten|förvaltningsrätt|förvaltningsrätten|åklagare|åklagaren|polisen|dom|domen|kronofogden|rätten|stämning',
    uk: 'суд|суду|суді|прокуратура|прокуратури|поліція|поліції|рішення',
  },
}
const nearness = 60

/** Chamber, register and perhaps a second register, as they stand before the number and its blank. */
const registerBefore =
  /(?:^|[^\p{L}\p{N}.])((?:\p{Lu} \d{1,3}|[IVXL]{1,5}|\d{1,3}|\p{Lu}{1,2}|\p{Lu}\p{L}{0,4}) ?(?:\p{Lu}[\p{L}]{0,4}\.? (?:\d{1,3} )?(?:\p{Lu}[\p{L}]{0,4}\.? )?)|\p{Lu}\p{L}{0,4}\.? )$/u
const longestRegister = 24
/** `7.P.30.`, `e2-3627-`, `Ovr-`: what is joined to the number. */
const joinedBefore =
  /(?:^|[^\p{L}\p{N}./-])(\d{1,3}\.\p{Lu}\p{L}{0,3}\.(?:\d{1,3}\.)?|\p{Lu}{2}\.?(?:\d{2}\.)?[A-Z]\d\.|(?:e?\d{1,2}\p{Lu}{0,3}|\p{Lu}{1,2}\d?)-\d{1,6}-|\p{Lu}\p{Ll}{1,3}\p{Lu}?-(?:\p{Lu}{1,3}-)?)$/u
/** Year, sheet, second instance, the clerk or the court. */
const yearBehind =
  /\/(?:(?:19|20)\d\d|[0-3]\d|[89]\d)(?![\d])(?:[a-z](?![\p{L}\p{N}])|-\d{1,4}(?!\d)|\/\d{1,3}(?!\d))?(?: (?:\p{Lu}\p{Ll}|\p{Lu}{1,2}(?: \p{Lu}{2})?)(?! ?[\p{Lu}\p{N}]|\p{L})| \p{Lu}{3}(?=[,.;)\n]|$)| \([IVX]{1,4}\))?(?![\p{L}\p{N}])/uy
/** Behind a number of a Portuguese court: the unit that the case came to. */
const portuguese = /\d{1,6}\/\d{2}\.\d[A-Z][A-Z0-9]{4,5}(?:-[A-Z])?(?![A-Za-z0-9])/y
/** `1234/215/2025`: number, court, year; a date has smaller numbers. */
const romanian =
  /(?:\d{3,6}\/\d{1,3}\/20\d\d|\d{1,5}\/(?:3[2-9]|[4-9]\d|[1-9]\d\d)\/20\d\d)(?:\*|\/a\d)?(?![\p{L}\p{N}/]|\.\d)/uy
const numberAndYear =
  /(?:\d{2}\/(?!(?:19|20)\d\d(?!\d))\d{4,6}|\d{4,7}\/\d{2}|\d{3,7}\/20\d\d|(?:19|20)\d\d\/\d{2,6})(?: [A-Z]{1,2}(?=[,.;)\n]|$))?(?![\p{L}\p{N}/]|\.\d)/uy
/** `12Co/44/2024`, `5A_118/2026`, `118447TVI-TOSL/04` */
const digitLed =
  /(?:\d{1,3}\p{Lu}\p{L}{0,4}\/\d{1,6}\/(?:19|20)\d\d|\d[A-Z]_\d{1,4}\/(?:19|20)\d\d|\d{6}[A-Z]{3}-[A-Z]{4}(?:\/\d{2})?)(?![\p{L}\p{N}])/uy

/** Signs of units and sizes: beside them a small number says nothing. */
const units = /^(?:A|C|F|G|H|Hz|J|K|L|M|N|Nm|Pa|S|T|V|VA|W|Ah|Kg|Km|Kč|Ft|X|B|D|P|Q)$/
/** Months, files of printed laws, and registers of the highest courts, whose decisions are printed. */
const printed =
  /(?:^|[ .])(?:Jan|Feb|Mar|Mär|Apr|May|Mai|Jun|Jul|Aug|Sep|Sept|Oct|Okt|Nov|Dec|Dez|St?R|AZR|ABR|AZN|I?ZR|ZB|BvR|BvL|BvF|BvE|GrS|Ob|Cdo|CSK|CZP|CKN|Uhr|Abs|Art|Nr|No|Tel|Fax|Bd|Vol|Pos|Kap|Seite|Page|EU|EG|CE|UE|EC|EK|ES|EÚ|RS|NN|DV|EN|ISO|DIN|IEC|UN|WTO|OJ|BGB|HGB|Dz|US|UK|Ps|Gal|Kor|Cor|Mt|Mk|Lk|Joh|Gen|RD|RDL|LO|STSJ?|STC|SAN|ATS|STJUE|DL|DPR|DPCM|Lgs|Drs|SFS|LBK|BEK|OUG|HG)\.? ?$/u

export const courtFile: BuiltInRecognizer = {
  name: 'court-file',
  source: 'https://e-justice.europa.eu/topics/legislation-and-case-law/european-case-law-identifier-ecli_en',
  types: ['CASE_NUMBER'],
  context: [courtWords],
  anchors: [
    onRun(1, 7, findNumber, { made: ['9'], after: ['/9'] }),
    onShape(['99999 99 9 9999 9999999', '99.999.99.9-9999/9999999'], (_view, start, end, findings) =>
      findings.add(start, end, 'CASE_NUMBER', TYPICAL),
    ),
    onRun(2, 9, findDigitLed, { made: ['9A'], after: ['/9', '_9', '-A'] }),
  ],
  examples: {
    match: [
      'In dem Rechtsstreit Krause ./. Lindner, «4 O 217/25», nehmen',
      'Landgericht Kassel – «12 O 1184/24»',
      'Das Amtsgericht hat unter «31 C 88/26» terminiert.',
      '(«214 Js 60417/25»)',
      'Sozialgericht Halle, «S 14 AS 2204/25 ER»',
      'Gerichtsvollzieherin: «DR II 0884/26»',
      'Strafsache, «16 Hv 44/26f»',
      'rozprawa «II K 447/26» w maju',
      'v žalobě «21 C 307/2023-18»',
      'rozsudok «12Co/44/2024»',
      'a «7.P.30.267/2023» ítélet',
      'bylos «e2-3627-307/2024»',
      'proces «3627/23.4T8VCT»',
      'Judecătoria, «4471/215/2025»',
      'vor Bundesgericht «5A_118/2026»',
      'tingretten, 25-«118447TVI-TOSL/04»',
      'Tribunal judiciaire de Lille, «25/04471»',
      'NIG «02155 18 3 2024 6790949»',
      'plainte, PV «TO.L7.026751/2025», donné',
      'Employment Tribunal «2204471/2025»',
    ],
    miss: [
      'on 12/05/2024 and 4 May 12/25',
      '12 V 10/20 A, 230 V 50/60 Hz',
      'BGH VIII ZR 118/20',
      'véase en juicio la STS 1384/2021 y el RD 1007/2023',
      'the court cited Regulation (EU) 2016/679',
      'Zakon 118/2025',
      'the court met on 12/2024',
      'vgl. BVerfG, Beschluss – 1 BvR 2771/18, Rn. 44',
      'a ratio of 4 to 10/20',
      'score 6/4 7/5',
      'court fees of 118/20',
    ],
  },
}

function findNumber(view: View, start: number, end: number, findings: Findings): void {
  const before = view.unit(start - 1)
  const stop = matchAt(view, yearBehind, end)
  if (before === 0x20 && stop > 0 && mayBeRegister(view, start - 2)) {
    const from = registerStart(view, start, end)
    if (from >= 0) findings.add(from, stop, 'CASE_NUMBER', TYPICAL)
    const office = from < 0 ? officeStart(view, start, end) : -1
    if (office >= 0) findings.add(office, stop, 'CASE_NUMBER', anyOther)
    if (from >= 0 || printed.test(view.text.slice(Math.max(0, start - longestRegister), start))) return
  }
  if ((before === 0x2e || before === 0x2d) && stop > 0 && isWord(view.unit(start - 2))) {
    const from = startBefore(view, joinedBefore, start)
    if (from >= 0 && (end - start > 2 || isInCourt(view, from))) findings.add(from, stop, 'CASE_NUMBER', TYPICAL)
    return
  }
  findBare(view, start, findings)
}

/** A number and its year alone: behind the word for a court, or in a form that says it. */
function findBare(view: View, start: number, findings: Findings): void {
  const before = view.unit(start - 1)
  if (isWord(before) || before === 0x2f || before === 0x2e || before === 0x2d) return
  const formed = Math.max(matchAt(view, portuguese, start), matchAt(view, romanian, start))
  if (formed > 0) {
    findings.add(start, formed, 'CASE_NUMBER', TYPICAL)
    return
  }
  const end = matchAt(view, numberAndYear, start)
  if (end > 0 && isInCourt(view, start) && !isLawBefore(view, start)) findings.add(start, end, 'CASE_NUMBER', LIKELY)
}

/** A word of at most five letters, the first a capital, or a Roman number, ends here. */
function mayBeRegister(view: View, last: number): boolean {
  let at = view.unit(last) === 0x2e ? last - 1 : last
  if (!isLetter(view.unit(at))) return isDigit(view.unit(at)) && isLetter(view.unit(at - 2))
  const word = at
  while (isLetter(view.unit(at - 1)) && word - at < 5) at--
  return word - at < 5 && /\p{Lu}/u.test(view.text.charAt(at))
}

/** Where chamber and register begin; -1 where they are none. */
function registerStart(view: View, start: number, end: number): number {
  const from = startBefore(view, registerBefore, start)
  if (from < 0) return -1
  const head = view.text.slice(from, start)
  if (printed.test(head) || isLawBefore(view, from)) return -1
  const parts = head.trim().split(/[ .]+/)
  const isChambered = parts.length > 1 && /^(?:\d{1,3}|[IVXL]{1,5}|\p{Lu})$/u.test(parts[0]!)
  if (isInCourt(view, from))
    return parts.length > 1 || end - start > 2 || /^\p{Lu}{1,4}\p{Ll}?$/u.test(parts[0]!) ? from : -1
  const register = parts.at(-1)!
  if (!isChambered || /^\d/.test(register)) return -1
  return end - start > (units.test(register) ? 2 : 1) ? from : -1
}

/** "ETJ 1187/26", "UTR 4471/2026": capitals of an office or a register, a number of three digits or more and a year of our time. */
function officeStart(view: View, start: number, end: number): number {
  let from = start - 1
  while (from > 0 && start - from < 7 && isLetter(view.unit(from - 1))) from--
  const office = view.text.slice(from, start - 1)
  if (end - start < 3 || !/^\p{Lu}{2,5}$/u.test(office) || ofOthers.has(office) || printed.test(` ${office} `))
    return -1
  if (isWord(view.unit(from - 1)) || isLawBefore(view, from)) return -1
  return !/^(?:19|20)\d\d$/.test(view.text.slice(start, end)) && matchAt(view, recentYear, end) > 0 ? from : -1
}
/** Any other recognizer knows better what the number is. */
const anyOther = LIKELY - 0.08
const recentYear = /\/(?:20[12]\d|1[5-9]|2\d)(?!\d)/y
/** Journals of laws, bills, norms, terms of schools, pressures of blood. */
const ofOthers: ReadonlySet<string> = new Set(
  (
    'FY WS SS SJ AY BP RR TA HR NR ART ABS TEL FAX LOI ACT LAW REG VO DM OM LR LD PL PR CP CR JO BOE DOG DOF MO GU UL SG TG RT VVD COM SWD CETS ETS UNE NOM IFRS RES ' +
    'KOM JOIN SEC ABL BGBL PSA HB GA MB GB USB IP GSM LTE HTTP DVD CD TV HD UV PC IPC LP WP DP NDR SAE UNI GOST NF BS ASTM API AN EU ΦΕΚ ΚΥΑ ΠΔ ДВ ПМС РМС'
  ).split(' '),
)

/** Where what the expression finds right before `start` begins; -1 where it finds nothing. */
function startBefore(view: View, expression: RegExp, start: number): number {
  const least = Math.max(0, start - longestRegister)
  const match = expression.exec(view.text.slice(least, start))
  return match === null ? -1 : start - match[1]!.length
}

function isInCourt(view: View, start: number): boolean {
  return view.isNear(courtWords.name, start, nearness)
}

function findDigitLed(view: View, start: number, _end: number, findings: Findings): void {
  const end = matchAt(view, digitLed, start)
  if (end > 0 && isWholeToken(view, start, end)) findings.add(start, end, 'CASE_NUMBER', TYPICAL)
}
