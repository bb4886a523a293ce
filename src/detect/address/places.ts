/** Names that close an address: countries as senders write them, and the states of postal codes that need them. */
import { foldWord } from '../characters.ts'

const countries = new Set(
  [
    'austria|osterreich|oesterreich|autriche|oostenrijk|belgium|belgie|belgique|belgien|belgica|belgio|bulgaria|bulgarien|bulgarie|българия',
    'croatia|hrvatska|kroatien|croatie|cyprus|zypern|chypre|κυπρος|czech republic|czechia|ceska republika|cesko|tschechien|tschechische republik',
    'denmark|danmark|danemark|danemark|dania|estonia|eesti|estland|finland|suomi|finnland|finlande|france|frankreich|frankrijk|francia|francja',
    'germany|deutschland|allemagne|duitsland|germania|alemania|niemcy|nemecko|tyskland|saksa|alemanha|nemcija|njemacka|nemetorszag|германия',
    'greece|ελλαδα|hellas|griechenland|grece|grecia|griekenland|hungary|magyarorszag|ungarn|hongrie|iceland|island|ireland|eire|irland|irlande',
    'italy|italia|italien|italie|wlochy|latvia|latvija|lettland|lithuania|lietuva|litauen|luxembourg|luxemburg|letzebuerg|liechtenstein|malta',
    'netherlands|the netherlands|nederland|niederlande|pays-bas|paesi bassi|holland|norway|norge|norwegen|norvege|poland|polska|polen|pologne|polonia',
    'portugal|romania|roumanie|rumanien|slovakia|slovensko|slovenska republika|slowakei|slovenia|slovenija|slowenien|spain|espana|spanien|espagne|spagna|spanje',
    'sweden|sverige|schweden|suede|switzerland|schweiz|suisse|svizzera|svizra|zwitserland|united kingdom|uk|great britain|england|scotland|wales',
    'northern ireland|royaume-uni|grossbritannien|vereinigtes konigreich|usa|us|united states|united states of america|canada|mexico|brasil|brazil',
    'argentina|chile|colombia|peru|uruguay|ecuador|turkey|turkiye|ukraine|serbia|srbija|bosna i hercegovina',
  ].flatMap(list => list.split('|').map(foldWord)),
)

export const firstWordsOfCountries: ReadonlySet<string> = new Set([...countries].map(name => name.split(' ')[0]!))

export function isCountry(name: string): boolean {
  return countries.has(foldWord(name))
}

const usStates = new Set(
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR AA AE AP'.split(
    ' ',
  ),
)

export function isUsState(letters: string): boolean {
  return usStates.has(letters)
}

/** Post towns' area letters: https://www.ons.gov.uk (postcode products). */
const ukAreas = new Set(
  'AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE'.split(
    ' ',
  ),
)

export function isUkArea(letters: string): boolean {
  return ukAreas.has(letters)
}
