/** Papers, people at work, contracts and cars as notes of the police, of clinics and of offices put them, with short forms of everything. */
import { describe, expect, it } from 'vitest'
import { detectNow, mark, withoutNames } from './marked.ts'
import { leftReadable } from './marked-sentences.ts'

const sentences = [
  'lt vair. paž. «02883914», gim. 1990-09-14',
  'lv vad. apl. «AC 395872», dzim. Rīgā',
  'hu vezetői eng. «AC130728», szem.ig. «592144 KD»',
  'el κάτοχος Δ.Α.Τ. «ΑΗ 296124», κάτοικος',
  'el ο υπάλληλος (Α.Μ. «29817»)',
  'mt K.I. «285407M», imwieled',
  'es Doc. viaje: «XDD300353»',
  'es NHC: «00771593»  CIP/SIP: «BBBBBBBQX417933»',
  'ro permis categoria B, «B00558241T»',
  'cs v. s. «253586», částka',
  'cs trvale «Hartmanice č. p. 27», okres',
  'sk OEČ «266442», vodič',
  'pl nr sł. «887913», nr PWZ «4444783»',
  'pl L.ks.gł. «11983», oddział',
  'sl sl. št. «94210», podpis',
  'nl Wnr «7736-C», huisarts (AGB «01174529»)',
  'sv anst «A-5326», kort spärrat',
  'da medarb.nr. «1951», flyttet',
  'fi hlönro «38912»',
  'pt n_mec: «31008»',
  'ga Garda, uimh. sheirbhíse «33759K»',
  'it t.s. «80380 00100 04417 82141»',
  'it utenza «312874519», addebito',
  'lt mok. kodas «87085988», sąskaita',
  'de Pol. «77/5579406-3», Kfz',
  'de Krankenkassennummer: «M306255927»',
  'en driving licence, «OBUYB 302166 E99TS», in his name',
  'da blev standset i «DK 83 201» ved',
  'de über den Wohnwagen («HI SM 2215», rot)',
  'en my Fiesta «pk66 vrs» is a write-off',
  'lt vairavo «KLN 883» per sankryžą',
  'ro conducea auto Logan «VL-94-DRH», serie',
  'sl vozil «KK 383-ŽV» proti',
  'es la furgo «5592 LKN» está mal aparcada',
  'el παρκάρει το «ΒΟΚ 5824» στην πόρτα μου',
  'it BERTOLINO, n. «21/10/1965» a Ceva',
  'ro DRĂGHICI, n. «05.02.1976» în mun.',
  'fr né le «1er mai 87», habite ici',
  'es nacidos «14MAR83» y «02SEP14»',
  'nl gb.dat. «1965-07-18», v',
  'hu "szuletes":"«1968-09-16»"',
  "it compie gli anni il «2 giugno '96»",
  'en my number is «01295 496 0 763» not that one',
  'de mit der Nummer «0211 558 13 92 6».',
  'es su wasap «612 004 781»',
  'cs vraťte na «36-6390250217/0100», ne na účet',
  'bg клиентски № «90 801 42»',
  'sv anmälare, «Ramels väg 75, 213 69 Malmö», pass',
]

const nothing = [
  'le train ne part pas 204168883 fois',
  'les passagers n\u2019ont pas 1234567 euros',
  'pod checkout-7d9f8b6c5-x2x9q restarted, ImportJob.java:88, jobs 1180-1196 are green',
  'legge n. 21/1990, art. n. 3 del 2001',
  'drove 120 km in 2 hours, parked 3 times',
  'ART. č. p. o. 25',
]

describe('a value behind a short form', () => {
  it.each(sentences)('is found: %s', sentence => expect(leftReadable(sentence)).toEqual([]))
})

describe('short words in other texts', () => {
  it.each(nothing)('are no labels: %s', text => expect(mark(text, detectNow(text, withoutNames))).toBe(text))
})
