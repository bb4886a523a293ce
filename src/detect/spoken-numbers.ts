/** Numbers from one to ninety-nine in words, as they are said on the telephone: Unicode CLDR, spell-out rules. */
import { foldWord } from './characters.ts'
import { HashTable } from './hash-table.ts'
import type { LabelGroup } from './recognizer.ts'
import type { View } from './view.ts'
import { hashSpan, hashWord, wordEnd } from './words.ts'

const german = compound(
  'ein zwei drei vier fünf sechs sieben acht neun',
  'und',
  'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
)
const dutch = [
  ...compound(
    'een drie vier vijf zes zeven acht negen',
    'en',
    'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
  ),
  ...compound('twee', 'ën', 'twintig dertig veertig vijftig zestig zeventig tachtig negentig'),
  ...compound('drie', 'ën', 'twintig dertig veertig vijftig zestig zeventig tachtig negentig'),
]
const danish = compound(
  'en et to tre fire fem seks syv otte ni',
  'og',
  'tyve tredive fyrre halvtreds tres halvfjerds firs halvfems',
)
const italian = ['vent', 'trent', 'quarant', 'cinquant', 'sessant', 'settant', 'ottant', 'novant'].flatMap(tens =>
  ['uno', 'otto', 'adue', 'atre', 'atré', 'aquattro', 'acinque', 'asei', 'asette', 'anove'].map(unit =>
    tens === 'vent' ? `vent${unit.replace(/^a/, 'i')}` : `${tens}${unit}`,
  ),
)
const swedish = ['tjugo', 'trettio', 'fyrtio', 'femtio', 'sextio', 'sjuttio', 'åttio', 'nittio'].flatMap(tens =>
  ['ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio'].map(unit => `${tens}${unit}`),
)

/** Words that a number in words begins with. Those that are common words otherwise are left out. */
export const spokenNumbers: LabelGroup = {
  name: 'SPOKEN_NUMBER',
  words: {
    bg: list(
      'две три четири пет шест седем осем девет десет единадесет дванадесет тринадесет четиринадесет петнадесет шестнадесет седемнадесет осемнадесет деветнадесет двадесет тридесет четиридесет петдесет шестдесет седемдесет осемдесет деветдесет единайсет дванайсет тринайсет четиринайсет петнайсет шестнайсет седемнайсет осемнайсет деветнайсет двайсет трийсет четирийсет шейсет',
    ),
    cs: list(
      'dva dvě tři čtyři pět šest sedm osm devět deset jedenáct dvanáct třináct čtrnáct patnáct šestnáct sedmnáct osmnáct devatenáct dvacet třicet čtyřicet padesát šedesát sedmdesát osmdesát devadesát',
    ),
    da: list(
      'fire fem seks syv otte ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve tredive fyrre halvtreds tres halvfjerds firs halvfems',
      danish,
    ),
    de: list(
      'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
      german,
    ),
    el: list(
      'δύο τρία τέσσερα πέντε έξι επτά εφτά οκτώ οχτώ εννέα εννιά δέκα έντεκα δώδεκα δεκατρία δεκατέσσερα δεκαπέντε δεκαέξι δεκάξι δεκαεπτά δεκαεφτά δεκαοκτώ δεκαοχτώ δεκαεννέα δεκαεννιά είκοσι τριάντα σαράντα πενήντα εξήντα εβδομήντα ογδόντα ενενήντα',
    ),
    en: list(
      'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety',
    ),
    es: list(
      'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    ),
    et: list(
      'kaks kolm neli viis kuus seitse kaheksa üheksa kümme üksteist kaksteist kolmteist neliteist viisteist kakskümmend kolmkümmend nelikümmend viiskümmend kuuskümmend seitsekümmend kaheksakümmend üheksakümmend',
    ),
    fi: list(
      'kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen yksitoista kaksitoista kolmetoista neljätoista viisitoista kuusitoista kaksikymmentä kolmekymmentä neljäkymmentä viisikymmentä kuusikymmentä seitsemänkymmentä kahdeksankymmentä yhdeksänkymmentä',
    ),
    fr: list(
      'deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante septante huitante nonante',
    ),
    ga: list('ceathair cúig seacht ocht naoi hocht deich fiche tríocha caoga seasca seachtó ochtó nócha'),
    hr: list(
      'dva tri četiri pet šest sedam osam devet deset jedanaest dvanaest trinaest četrnaest petnaest šesnaest sedamnaest osamnaest devetnaest dvadeset trideset četrdeset pedeset šezdeset sedamdeset osamdeset devedeset',
    ),
    hu: list(
      'kettő három négy öt hat hét nyolc kilenc tíz tizenegy tizenkettő tizenhárom tizennégy tizenöt tizenhat tizenhét tizennyolc tizenkilenc húsz harminc negyven ötven hatvan hetven nyolcvan kilencven',
    ),
    it: list(
      'due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
      italian,
    ),
    lt: list(
      'du trys keturi penki šeši septyni aštuoni devyni dešimt vienuolika dvylika trylika keturiolika penkiolika dvidešimt trisdešimt keturiasdešimt penkiasdešimt šešiasdešimt septyniasdešimt aštuoniasdešimt devyniasdešimt',
    ),
    lv: list(
      'divi trīs četri pieci seši septiņi astoņi deviņi desmit vienpadsmit divpadsmit trīspadsmit četrpadsmit piecpadsmit divdesmit trīsdesmit četrdesmit piecdesmit sešdesmit septiņdesmit astoņdesmit deviņdesmit',
    ),
    mt: list(
      'tnejn tlieta erbgħa ħamsa sitta sebgħa tmienja disgħa għaxra ħdax tnax tlettax erbatax ħmistax sittax sbatax tmintax dsatax għoxrin tletin erbgħin ħamsin sittin sebgħin',
    ),
    nl: list(
      'twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig',
      dutch,
    ),
    pl: list(
      'dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt',
    ),
    pt: list(
      'dois três quatro cinco seis sete oito nove dez onze doze treze catorze quatorze quinze dezasseis dezesseis dezassete dezessete dezoito dezanove dezenove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
    ),
    ro: list(
      'doi două trei patru cinci șase șapte opt nouă zece unsprezece doisprezece douăsprezece treisprezece paisprezece cincisprezece șaisprezece șaptesprezece optsprezece nouăsprezece paișpe cinșpe șaișpe douăzeci treizeci patruzeci cincizeci șaizeci șaptezeci optzeci nouăzeci',
    ),
    sk: list(
      'dva dve tri štyri päť šesť sedem osem deväť desať jedenásť dvanásť trinásť štrnásť pätnásť šestnásť sedemnásť osemnásť devätnásť dvadsať tridsať štyridsať päťdesiat šesťdesiat sedemdesiat osemdesiat deväťdesiat',
    ),
    sl: list(
      'dva dve tri štiri pet šest sedem osem devet deset enajst dvanajst trinajst štirinajst petnajst šestnajst sedemnajst osemnajst devetnajst dvajset trideset štirideset petdeset šestdeset sedemdeset osemdeset devetdeset',
    ),
    sv: list(
      'två tre fyra fem sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo trettio fyrtio femtio sextio sjuttio åttio nittio',
      swedish,
    ),
  },
}

function list(words: string, compounds: readonly string[] = []): string {
  return [...words.split(' '), ...compounds].join('|')
}

function compound(units: string, link: string, tens: string): string[] {
  return units.split(' ').flatMap(unit => tens.split(' ').map(ten => `${unit}${link}${ten}`))
}

/** Every word of a number, in lower case. */
export const numbersInWords: ReadonlySet<string> = new Set(
  Object.values(spokenNumbers.words)
    .flatMap(words => words.split('|'))
    .concat('one', 'un', 'une', 'uno', 'eins', 'een', 'één', 'ein', 'jeden', 'um', 'uma', 'en', 'ett', 'vingts'),
)

const links: ReadonlySet<string> = new Set(['y', 'et', 'e', 'i', 'și', 'и', 'and', 'og', 'och'])
const mostWords = 5
/** What a word looks like without its accents: nearly all words of a text are none of these, and need not be cut out. */
const hashes = new HashTable([...numbersInWords, ...links].map(word => [hashWord(foldWord(word)), 1]))

/** End of the number in words whose first word ends at `end`: "fifty-eight", "quatre-vingt-deux", "treinta y dos". */
export function spokenNumberEnd(view: View, end: number): number {
  let last = end
  let at = end
  for (let count = 0; count < mostWords; count++) {
    const joint = view.unit(at)
    if (joint !== 0x20 && joint !== 0x2d) break
    const stop = wordEnd(view.units, at + 1)
    if (hashes.get(hashSpan(view.units, at + 1, stop)) === 0) break
    const word = view.text.slice(at + 1, stop).toLowerCase()
    if (numbersInWords.has(word)) last = stop
    else if (!links.has(word)) break
    at = stop
  }
  return last
}
