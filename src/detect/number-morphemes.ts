/**
 * Numbers in words, cardinal and ordinal, as birth dates are said: "neunzehnhundertvierundachtzig", "dziewiątego", "drieënnegentig".
 * A word counts where it falls apart into stems of numbers, with an ending. Loose on purpose: only asked behind a word for a birth,
 * between a day, a month and a year. Unicode CLDR, spell-out rules.
 */
import { fold, foldWord, isMark } from './characters.ts'
import { HashTable } from './hash-table.ts'
import type { Units } from './units.ts'
import { hashPrime, hashSeed, hashWord } from './words.ts'

const listed = [
  // zero
  'zero zéro cero null nul nula nulla nullás nolla noll nulis nulle nič ničla nieks нула нуля нулу μηδέν żero náid',
  // en
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand oh',
  'first second third four fif six seven eigh nin ten eleven twelf twenti thirti',
  // de nl
  'ein eins zwei zwo drei vier fünf sechs sieben acht neun zehn elf zwölf sech sieb zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend und erst dritt zwanzigst dreißigst',
  'een één twee drie vier vijf zes zeven acht negen tien elf twaalf der veer vijf twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd duizend en ën eerst tweed derd vierd vijfd zesd zevend achtst negend tiend elfd twaalfd twintigst dertigst',
  // da no sv
  'en et to tre fire fem seks syv sju otte åtte ni ti elleve tolv tretten fjorten femten seksten sytten søtten atten nitten tyve tjue tredive tretti fyrre førti halvtreds femti tres seksti halvfjerds sytti firs åtti halvfems nitti hundrede hundre tusind tusen og',
  'første anden andre tredje fjerde femte sjette syvende sjuende ottende åttende niende tiende ellevte tolvte trettende fjortende femtende sekstende syttende attende nittende tyvende tjuende tredivte trettiende',
  'ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo trettio fyrtio femtio sextio sjuttio åttio nittio hundra tusen första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde tjugonde trettionde',
  // fr it es pt ro
  'un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente quarante cinquante soixante septante huitante octante nonante cent cents mil mille premier et',
  'uno due tre tré quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti vent trenta trent quaranta quarant cinquanta cinquant sessanta sessant settanta settant ottanta ottant novanta novant cento cent mille mila duemila primo',
  'uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veinti treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento cientos novecientos mil primero',
  'um dois duas três quatro cinco seis sete oito nove dez onze doze treze catorze quatorze quinze dezasseis dezesseis dezassete dezessete dezoito dezanove dezenove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento novecentos mil primeiro',
  'unu întâi doi două trei patru cinci șase șapte opt nouă zece unsprezece doisprezece treisprezece paisprezece cincisprezece șaisprezece șaptesprezece optsprezece nouăsprezece douăzeci treizeci patruzeci cincizeci șaizeci șaptezeci optzeci nouăzeci sută sute unșpe doișpe treișpe paișpe cinșpe șaișpe șapteșpe optșpe nouășpe',
  // pl cs sk sl hr
  'jeden dwa dwóch trzy cztery pięć sześć siedem osiem dziewięć dziesięć naście nastego dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt sto set tysiąc dwutysięczn pierwsz drugi trzeci czwart piąt szóst siódm ósm dziewiąt dziesiąt jedenast dwunast trzynast czternast piętnast szesnast siedemnast osiemnast dziewiętnast dwudziest trzydziest czterdziest',
  'a jedn jedna dva dvě tři čtyři pět šest sedm osm devět deset náct nást dvacet třicet čtyřicet padesát šedesát sedmdesát osmdesát devadesát sto set tisíc prvn druh třet čtvrt pát šest sedm osm devát desát jedenáct dvanáct třináct čtrnáct patnáct šestnáct sedmnáct osmnáct devatenáct dvacát třicát',
  'dve štyri päť šesť sedem osem deväť desať násť dvadsať tridsať štyridsať päťdesiat šesťdesiat sedemdesiat osemdesiat deväťdesiat prv štvrt piat šiest siedm ôsm deviat desiat jedenást dvanást trinást štrnást pätnást šestnást sedemnást osemnást devätnást dvadsiat tridsiat',
  'ena tri štiri pet sedem osem devet deset najst dvajset trideset štirideset petdeset šestdeset sedemdeset osemdeset devetdeset tisoč tisuć četrt četvrt treć tretj jedanaest dvanaest trinaest četrnaest petnaest šesnaest sedamnaest osamnaest devetnaest dvadeset četrdeset pedeset šezdeset sedamdeset osamdeset devedeset jedan četiri šest sedam osam enajst dvanajst in i',
  // fi et hu
  'yks kaks kol nel viis kuus seittemän kaheksan yheksän kyt toist yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen kymmentä toista sata sataa tuhat tuhatta ensimmäi toinen toise kolmas kolmante neljäs neljänte viides viidente kuudes kuudente seitsemäs seitsemänte kahdeksas kahdeksante yhdeksäs yhdeksänte kymmenes kymmenente yhdes kahdes kolmas kymmenes',
  'üks kaks kolm neli viis kuus seitse kaheksa üheksa kümme kümmend teist sada tuhat esime teine kolmas neljas viies kuues seitsmes kaheksas üheksas kümnes kolmanda neljanda viienda kuuenda seitsmenda kaheksanda üheksanda kümnenda',
  'egy két kettő három négy öt hat hét nyolc kilenc tíz tizen húsz huszon harminc negyven ötven hatvan hetven nyolcvan kilencven száz ezer else első másod harmad negyed ötöd hatod heted nyolcad kilenced tized huszad',
  // lt lv
  'vien du trys keturi penki šeši septyni aštuoni devyni dešimt lika likt dvidešimt trisdešimt keturiasdešimt penkiasdešimt šešiasdešimt septyniasdešimt aštuoniasdešimt devyniasdešimt šimt tūkstan pirm antr treči trečia ketvirt penkt šešt septint aštunt devint dešimt vienuolikt dvylikt trylikt keturiolikt penkiolikt šešiolikt septyniolikt aštuoniolikt devyniolikt',
  'vien div trīs trešai četri pieci seši septiņi astoņi deviņi desmit padsmit divdesmit trīsdesmit četrdesmit piecdesmit sešdesmit septiņdesmit astoņdesmit deviņdesmit simt tūksto pirm otr treš ceturt piekt sest septīt astot devīt desmit astoņ deviņ septiņ',
  // el bg uk
  'ένα δύο τρία τρεις τέσσερ πέντε έξι επτά εφτά οκτώ οχτώ εννέα εννιά δέκα έντεκα δώδεκα είκοσι τριάντα σαράντα πενήντα εξήντα εβδομήντα ογδόντα ενενήντα εκατό εκατόν εννιακόσια χίλια χιλιάδες πρώτη δευτέρα τρίτη τετάρτη πέμπτη έκτη έβδομη ογδόη όγδοη ενάτη δεκάτη ενδεκάτη δωδεκάτη εικοστή τριακοστή και',
  'един две два три четири пет шест седем осем девет десет надесет надесет найсет двайсет трийсет четирийсет шейсет двадесет тридесет четиридесет петдесет шестдесет седемдесет осемдесет деветдесет сто стотин хиляда хиляди първи втори трети четвърти седми осми четвърта първа втора трета седма осма и',
  'один два три чотири шість сім вісім дев десят надцят двадцят тридцят сорок п ят шіст сьом восьм перш друг трет четверт тисяч сто сот',
  // ga mt
  'aon náid haon dó dhó trí ceathair cúig sé seacht ocht naoi deich déag fiche tríocha daichead caoga seasca seachtó ochtó nócha céad gcéad míle dara tríú ceathrú cúigiú séú seachtú ochtú naoú deichiú',
  'wieħed tnejn tlieta erbgħa ħamsa sitta sebgħa tmienja disgħa għaxra ħdax tnax tlettax erbatax ħmistax sittax sbatax tmintax dsatax għoxrin tletin erbgħin ħamsin sittin sebgħin tmenin disgħin mija elf disa u',
].flatMap(list => list.split(' ').map(foldWord))

/** By hash: the stems of a word are looked up letter by letter, without cutting them out. */
const stems = new HashTable(listed.map(stem => [hashWord(stem), 1]))

/** The first two letters of all stems, by their low bits: most words begin with others. */
const beginnings = new Uint8Array(0x10000)
for (const stem of listed) if (stem.length > 1) beginnings[placeOf(stem.charCodeAt(0), stem.charCodeAt(1))] = 1

function placeOf(first: number, second: number): number {
  return ((first & 0xff) << 8) | (second & 0xff)
}

/** May a number in words begin with these two units? */
export function mayBeginNumber(first: number, second: number): boolean {
  return beginnings[placeOf(fold(first), fold(second))] === 1
}

const longestStem = 16
const longestWord = 44
/** Letters that may follow the last stem: "dziewiąt-ego", "zehnt-er". */
const longestEnding = 4
/** Below this a stem alone says nothing: "en", "et", "i" join numbers, they are none. */
const shortestStem = 3

/** What numbers end in behind a short stem; any letters may stand behind a long one. */
const endings = new HashTable(
  'e ho eho ego emu te ten ter tes th s st a i o u y ta te ti to tu ty aja ais as is us os den en im ym dy ty an de je ike'
    .split(' ')
    .map(ending => [hashWord(ending), 1]),
)

/** The letters of the word that is looked at, folded. */
const letters = new Uint16Array(longestWord)
/** Longest stem on the way to each place in it, 0 for places that are not reached. */
const reached = new Uint8Array(longestWord + 1)

/** Does the word, in any case, fall apart into stems of numbers? */
export function isNumberWord(written: string): boolean {
  if (written.length < shortestStem || written.length > longestWord) return false
  if (!mayBeginNumber(written.charCodeAt(0), written.charCodeAt(1))) return false
  let length = 0
  for (let at = 0; at < written.length; at++) length = addLetter(length, written.charCodeAt(at))
  return fallsApart(length)
}

/** The same for the word between two offsets. */
export function isNumberWordAt(units: Units, start: number, end: number): boolean {
  if (end - start < shortestStem || end - start > longestWord || !mayBeginNumber(units[start]!, units[start + 1]!))
    return false
  let length = 0
  for (let at = start; at < end; at++) length = addLetter(length, units[at]!)
  return fallsApart(length)
}

function addLetter(length: number, unit: number): number {
  if (isMark(unit)) return length
  letters[length] = fold(unit)
  return length + 1
}

function fallsApart(length: number): boolean {
  reached.fill(0, 1, length + 1)
  reached[0] = 1
  let hasStem = false
  for (let at = 0; at < length; at++) {
    const longest = reached[at]!
    if (longest === 0) continue
    if (longest >= shortestStem && length - at <= longestEnding && isEnding(at, length, longest)) return true
    const furthest = Math.min(length, at + longestStem)
    let hash = hashSeed
    for (let end = at + 1; end <= furthest; end++) {
      hash = Math.imul(hash ^ letters[end - 1]!, hashPrime)
      if (stems.get(hash) === 0) continue
      reached[end] = Math.max(reached[end]!, longest, end - at)
      hasStem ||= end - at >= shortestStem
    }
  }
  return hasStem && reached[length]! >= shortestStem
}

function isEnding(from: number, length: number, stem: number): boolean {
  if (stem > shortestStem) return true
  let hash = hashSeed
  for (let at = from; at < length; at++) hash = Math.imul(hash ^ letters[at]!, hashPrime)
  return endings.get(hash) !== 0
}
