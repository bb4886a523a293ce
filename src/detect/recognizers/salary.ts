/** Pay, actual or wished for, by the words beside it. Directive (EU) 2023/970 (pay transparency), article 3. */
import { isDigit, isWord } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel } from '../recognizer.ts'
import { LABELLED } from '../scores.ts'
import type { View } from '../view.ts'

const payWords: LabelGroup = {
  name: 'SALARY',
  words: {
    bg: 'заплат*|възнаграждени*|брутна заплата|месечно възнаграждение',
    cs: 'mzda|mzdu|mzdy|plat|platu|hrubá mzda|výplata|odměna za práci|očekávaná mzda',
    da: 'løn|lønnen|månedsløn|årsløn|timeløn|grundløn|lønforventning|bruttoløn|lønnes',
    de: 'gehalt*|jahreslohn|monatslohn|bruttogehalt*|grundgehalt|nettogehalt|jahresgehalt|monatsgehalt|lohn|stundenlohn|bruttolohn|gehaltsvorstellung*|gehaltswunsch|vergütung|bezüge|jahresbrutto|jahresbruttogehalt|verdient|gehaltserhöhung|wunschgehalt|einkommen|bezug',
    el: 'μισθός|μισθό|μισθού|αποδοχές|μηνιαίες αποδοχές|απολαβές',
    en: 'salary|salaries|pay|gross pay|base salary|wage|wages|compensation|earns|earning|earned|annual salary|salary expectation|hourly rate|base pay|remuneration|income|ctc|package|exp salary|desired salary|current salary|pay rate|take home|annual income',
    es: 'salario|sueldo|salarial|nómina|remuneración|pretensión salarial|retribución|cobra|gana|salario bruto|salario bruto anual|sou',
    et: 'palk|palga|palka|töötasu|brutopalk|kuupalk|palgasoov|netopalk',
    fi: 'palkka|palkan|palkasta|palkkaa|palkkatoive|kuukausipalkka|bruttopalkka|ansio|tuntipalkka|vuosipalkka',
    fr: 'salaire|salaires|rémunération|prétentions|prétentions salariales|brut annuel|traitement|paie|rémunération brute|rémunération brute mensuelle|gagne|appointements|salaire brut|salaire net',
    ga: 'tuarastal|pá|thuarastal',
    hr: 'plaća|plaće|plaću|bruto plaća|neto plaća|primanja',
    hu: 'fizetés*|bér|bére|bruttó bér|alapbér|alapbére|munkabér*|fizetési igény|havibér|jövedelem|bérigény',
    is: 'laun|mánaðarlaun|launin',
    it: 'stipendio|ral|retribuzione|retribuzione annua lorda|salario|ral attuale|compenso|paga|retribuzione lorda|guadagna',
    lt: 'alga|atlyginim*|darbo užmokestis|algos|užmokestis',
    lv: 'alga|algu|algas|darba samaksa|bruto alga|atalgojums',
    mt: 'salarju|paga|pagi|salarji',
    nl: 'salaris|brutosalaris|maandsalaris|jaarsalaris|loon|verdient|salarisindicatie|uurloon|nettoloon|brutoloon|salariswens|inkomen',
    no: 'lønn|årslønn|månedslønn|lønnen',
    pl: 'wynagrodzeni*|pensja|pensję|pensji|płaca|zarabia|oczekiwania|oczekiwania finansowe|zarobki|podwyżk*|stawka|wynagrodzenie zasadnicze',
    pt: 'salário|salario|vencimento|remuneração|ordenado|vencimento base|pretensão salarial|ganha|aufere|salário base',
    ro: 'salariu|salariul|salarial|venit|leafa|remunerație|salariu brut|salariu net|salariului|salariu dorit',
    sk: 'plat|mzda|mzdu|hrubá mzda|platu|výplata|mzdy',
    sl: 'plača|plače|plačo|bruto plača|neto plača|osebni dohodek',
    sv: 'lön|lönen|månadslön|årslön|lön idag|löneanspråk|bruttolön|timlön|grundlön|löneläge',
  },
}

const reach = 56
const amount =
  /(?:(?:[\u20ac\u00a3$]|EUR|CHF|GBP|USD|PLN|SEK|DKK|NOK|HUF|RON|BGN|CZK|Fr\.) ?)?(?:\d{1,3}(?:[ .,']\d{3}){1,3}|\d{2,7})(?:[.,]\d\d?(?!\d)|[.,]-)?(?: ?(?:[kK][\u20ac$\u00a3]?|tys\.|tis\.|K\u010d|mln|eFt|ezer)(?!\p{L}))?(?: ?[\u20ac\u00a3])?/uy
const between =
  /(?: ?(?:[\u20ac\u00a3$]|EUR|euros?|euron?|eurot|eurost|CHF|kr\.?|z\u0142|Ft|lei|K\u010d|\u043b\u0432\.?))? ?(?:-|to|auf|a|\u00e0|na|til|till|do|\u0434\u043e|\u03ad\u03c9\u03c2|tot|naar|hasta|para|la|ig|euroon|and|und|bis|al?) ?/uy

export const salary: BuiltInRecognizer = {
  name: 'salary',
  source: 'https://eur-lex.europa.eu/eli/dir/2023/970/oj',
  types: ['SALARY'],
  anchors: [onLabel(payWords, findPay)],
  examples: {
    match: [
      'yearly salary will go from «£38,200» to «£41,600» starting',
      'Bruttogehalt: «3.720,00» EUR im Monat',
      'RAL attuale «42k». Trasferta',
      'Prétentions : «41 k€» par an',
      '"salary": «52000»',
      'id,mzda\n1,«41200»',
      "rémunération annuelle brute s'élève à «31 750» euros",
    ],
    miss: ['salary is due on 2024-11-05', 'pay by 12.11.2024', 'pay 5 people', 'salary negotiations in 2024'],
  },
}

function findPay(view: View, value: LabelledValue, findings: Findings): void {
  const isField = value.link === 'cell' || value.link === 'hint'
  const limit = isField ? value.limit : Math.min(view.text.length, value.start + reach)
  for (let at = value.start; at < limit; at++) {
    const unit = view.unit(at)
    if (
      unit === 0x0a ||
      unit === 0x7b ||
      unit === 0x3b ||
      unit === 0x3f ||
      (unit === 0x2e && view.unit(at + 1) === 0x20)
    )
      return
    if (!mayStart(view, at, unit)) continue
    const end = payEnd(view, at, value)
    if (end < 0) {
      if (isDigit(unit)) while (at + 1 < limit && isWord(view.unit(at + 1))) at++
      continue
    }
    findings.add(at, end, 'SALARY', LABELLED)
    addSecond(view, end, value, findings)
    return
  }
}

function mayStart(view: View, at: number, unit: number): boolean {
  if (isWord(view.unit(at - 1)) || view.unit(at - 1) === 0x2e || view.unit(at - 1) === 0x2d) return false
  return isDigit(unit) || unit === 0x20ac || unit === 0xa3 || unit === 0x24
}

/** End of an amount that pay may be: not a date, a year, a share or a count. */
function payEnd(view: View, start: number, value: LabelledValue): number {
  const end = matchAt(view, amount, start)
  if (end < 0) return -1
  const written = view.text.slice(start, end)
  const after = view.unit(end)
  if (isWord(after) || after === 0x25 || view.unit(end + 1) === 0x25) return -1
  if ((after === 0x2d || after === 0x2e || after === 0x2f || after === 0x3a) && isDigit(view.unit(end + 1))) return -1
  const isMarked = /[\u20ac\u00a3$A-Zk]|tys|tis/.test(written)
  const digits = written.replace(/\D/g, '').length
  if (/^(?:19|20)\d\d$/.test(written)) return value.link === 'bare' ? -1 : end
  return isMarked || digits >= 4 || (digits === 3 && value.link !== 'bare') ? end : -1
}

/** "from X to Y" */
function addSecond(view: View, end: number, value: LabelledValue, findings: Findings): void {
  const start = matchAt(view, between, end)
  if (start < 0) return
  const second = payEnd(view, start, value)
  if (second > start) findings.add(start, second, 'SALARY', LABELLED)
}
