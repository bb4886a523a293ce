/**
 * Words that make a street, in the 24 languages of the Union and its neighbours, by where name and number stand. Folded:
 * lower case, no accents, one letter for `ß` `æ` `ø`. Sources: the national posts' addressing pages and the UPU's country sheets.
 */
import { foldWord } from '../characters.ts'

/** The name follows: "rue Voltaire", "ul. Leśna", "via Pisana". */
export const BEFORE_NAME = 1
/** The name stands before it: "Quarry Lane", "Váci utca", "Brīvības iela". */
export const AFTER_NAME = 2
/** The number stands first, the name last: "14, avenue Foch", "27, Triq il-Kbira". */
export const NUMBER_FIRST = 4
/** The word has other meanings: a street only with something else that speaks for an address. */
export const WEAK = 8
/** A number in the post office: "PO Box 12", "Postfach 12 34". */
export const BOX = 16
/** Part of a building: "Flat 3", "ap. 6", "bât. C". */
export const UNIT = 32
/** Closes the name of a house: "Rose Cottage", "Mill Farm". */
export const HOUSE = 64
/** Number, name, then this word: "16 Quarry Lane". */
export const ENGLISH = 128
/** With a capital it opens a street in Slavic languages: "U Staré školy 774/7", "Na zelené louce 5". */
export const PREPOSITION = 256
/** German prepositions that open a street with an article only: "An der Alten Post 3". */
export const needsArticle = /^(?:An|Auf|Bei|Hinter|In|Ob|Unter|Vor)$/
/** Any of the kinds that say "street". */
export const STREET = BEFORE_NAME | AFTER_NAME | ENGLISH

/** By folded word. */
const words = new Map<string, number>()

add(
  BEFORE_NAME,
  // bg, el
  'λεωφορο οδο πλατεια булеварда улицата площада вулици',
  'вул вулиця вулиці вулицю просп проспект проспекті пров провулок бульв бульвар майдан набережна шосе ул улица бул булевард площад жк кв квартал zhk οδος οδου λεωφ λεωφορος λεωφορου πλατεια πλατειας',
  // cs, sk, pl, hr, sl
  'ul ulice ulici ulica ulicy ulice trida tridy trida namesti nam namestie trieda nabrezi nabrezie sidliste sidlisko',
  // … and as sentences bend them: "u Ulicu grada Vukovara", "na Cesto na Roglo", "w Alejach Jerozolimskich"
  'ulicu ulico ulicom ulicou trgu trga cesto cesti ceste triede triedu triedy tride tridu namestim namestia namestiu alejach alejami aleje placem bulwarze rondzie',
  'al aleja aleje alei os osiedle osiedlu plac placu rondo skwer bulwar trg',
  // es, ca, gl
  'calle avenida avda plaza plza pza travesia ronda camino carretera ctra glorieta callejon pasaje poligono urbanizacion urb rambla',
  'costanilla calzada carrera vereda senda bulevar kalea prolongacion jiron blvd carrer passeig avinguda placa rua praza paseo cl cll',
  // fr
  'rue avenue boulevard impasse chemin allee allees quai faubourg venelle ruelle chaussee residence lotissement sentier esplanade bld',
  'hameau villa dreve lieu-dit lieudit',
  // ga, mt
  'bhothar bhothair bothair sraide shraid shraide ascaille cearnoige',
  'bothar sraid ascaill cearnog triq sqaq pjazza misrah vjal trejqet',
  // it
  'via viale piazza piazzale piazzetta vicolo vico corso contrada localita lungomare lungotevere lungarno frazione fondamenta traversa largo',
  'strada salita',
  // pt
  'travessa praceta estrada alameda calcada caminho azinhaga viela patio rampa escadinhas urbanizacao largo beco rodovia rotunda urbanizacao',
  // ro
  'bulevardului aleii soselei pietei caii stradela',
  // nl, eu
  'laan',
  // de: "Straße des 17. Juni", "Platz der Republik"
  'strasse strase allee',
  'str strada strazii bd b-dul bld bdul bulevardul blvdul calea aleea sos soseaua piata splaiul intrarea prelungirea fundatura',
)
add(
  BEFORE_NAME | WEAK,
  'c r av ave bd pl place cours route rte square sq passage cite clos mail voie domaine montee traverse promenade parvis rond ch che imp',
  'strada borgo rione regione galleria campo calle loc fraz praca quinta bairro tv lote barrio cuesta jr cra diagonal transversal',
  'obali obalu obale setalistu aveniji aveniju platz',
  'tr nabr sidl put avenija obala setaliste l pas pr п пл a via cesta pot carr',
)
add(
  AFTER_NAME,
  'strasse strase gasse straat laan gracht kade gatan gata vagen vej gade katu kuja polku',
  'utca utcaja utcai korut krt setany rakpart fasor lakotelep ltp',
  'iela ielas bulvaris gatve laukums gatve gatves prospektas plentas alejos aikste takas pr',
  'tn tanav tanava mnt maantee pst puiestee cesta ulica trg nabrezje naselje avenija',
  // In a sentence: "Savanorių prospektą", "Krasta ielu", "Riia tänaval", "Petőfi utcába", "Dunajski cesti", "Husovy třídy"
  'gatveje gatven prospekte prospekta prospekto aleja alejoje plente plenta plento aiksteje skersgatvis skg',
  'dambis dambi dambja skersiela skersielas soseja sosejas ielu ielai ielam bulvari bulvara bulvaru laukuma laukumu prospekts prospektu aleja alejas krastmala krastmalas',
  'tanaval tanavale tanavalt tanavas tanavasse tanavast maanteel maanteele maanteelt puiesteel puiesteele puiesteelt valjak valjakul',
  'kadun kadulla kadulle kadulta kujalla kujalle polulla polulle bulevardi bulevardilla esplanadilla',
  'utcaban utcaba utcabol utcan utcara utcarol utcanak utcat utcai koruton korutra korutrol setanyon rakparton fasorban fasorba',
  'cesti cesto ceste ulici ulico ulice ulicu ulicom trgu trga naselju nabrezju avenije aveniji aveniju',
  'trida tridy tride tridu namesti ulici triede triedu triedy namestia nabrezi nabrezie',
  'torget torvet plassen pladsen',
  // eu
  'kalea kaleko etorbidea hiribidea auzoa',
  'allee',
)
add(
  AFTER_NAME | WEAK,
  'alle uton utra utrol teren terre terrol kozben soron tiella tielle tielta teel teele torilla setalistu obali',
  'gate str u ut utja ter tere koz sor park dulo g al pl a weg platz ring damm ufer tee tie vag vei veien pot put',
)
// English: capitals and a number first.
add(
  ENGLISH,
  'street road avenue lane crescent terrace gardens gdns mews grove boulevard highway parkway pkwy blvd alley wharf cottages esplanade',
  'st rd ln cres ave av hwy ct',
)
add(
  ENGLISH | WEAK,
  'drive dr close court place pl square sq ter way walk hill row parade rise view green park circle cir trail trl loop pike route rte',
  'quay gate bridge yard estate end steps villas mount fields meadow meadows chase croft dale vale drove path passage broadway bank brow',
  'common cross turnpike plaza expressway heights hts point pt crossing ridge run bend glen hollow landing bush brae wynd buildings orchard',
)
// French, Irish and Maltese numbers stand first too.
add(
  NUMBER_FIRST,
  'rue avenue boulevard impasse chemin allee allees quai faubourg venelle ruelle chaussee sentier esplanade route place cours square passage',
  'cite clos mail voie montee traverse promenade av bd bld bothar sraid ascaill cearnog triq sqaq pjazza misrah vjal',
)
add(
  BOX,
  'postfach postbus postboks postbox pobox apartado kasse apdo apartat casella postholf pasto postafiok skrytka poczt postilokero postkast casuta csp ταχυδρομικη',
)
add(
  UNIT,
  'porte flt blk leil leilighet cam camera hab fl app lgt studio oddelenie afd afdeling loc fraz flat apartment apt appt appartement unit suite ste floor room block staircase stiege top tur tuer etage stock wohnung whg haus hs',
  'ap app bat batiment bte boite bus esc escalier escalera scala interno int piso planta puerta pta izda dcha dto esq bajo bajos nave local',
  'vh kv et sector sectorul jud judet judetul gr лок партер стая кабинет блок вход етаж lakrum trapp uppgang',
  'lgh as porras et kerros lok lokal m mieszkanie mieszkania byt bl bloc sc scara etaj вх ет ап бл διαμ οροφος korpus k1 lejl tv th mf sal',
  'буд будинок кв квартира під поверх building bldg workshop studio piano lakas emelet em lph stan stanovanje dz dzivoklis butas kv kab fraccion apto depto dpto bloque portal',
  'residence residenza palazzina edificio edif parcela lote nave chambre kamer zimmer wohnbereich habitacion stanza quarto pokoj izba soba szoba vaerelse huone korter korteri bt',
)
add(
  HOUSE,
  'hmp barracks kaserne caserne chalet forsthaus woonboot verpleeghuis wohnheim studentenwohnheim foyer akademik internat bungalow caravan ferienwohnung ferienhaus cottage cottages house farm farmhouse lodge barn forge mill manor hall villa grange rectory vicarage priory granary chapel towers tower',
  // … and homes for the old
  'ehpad seniorenheim pflegeheim altenheim seniorenzentrum pflegezentrum zorgcentrum verzorgingshuis woonzorgcentrum residencia riposo plejehjem plejecenter aldreboende hoitokoti palvelutalo sykehjem hospice internat',
  'hof haus muhle schloss gut moulin mas chateau ferme bastide cascina finca masia quinta herdade solar dwor folwark gard estate centre center teach dar',
)

// cs, sk, pl, sl, hr; de: "Unter den Linden", "Am Anger"
add(PREPOSITION, 'am an auf hinter im in unter vor zum zur bei beim ob')
add(PREPOSITION, 'u na pod v ve k ke za nad mezi medzi pri po od ob pred do z ze zu')

function add(kind: number, ...lists: readonly string[]): void {
  for (const written of lists.join(' ').split(' ')) {
    const word = foldWord(written)
    // The first list that names a word decides whether it is weak.
    const known = words.get(word)
    words.set(word, known === undefined ? kind : known | (kind & ~WEAK))
  }
}

/** Each word with what it is, folded. */
export function streetWords(): Iterable<readonly [word: string, kind: number]> {
  return words
}
