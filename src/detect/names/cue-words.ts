/**
 * Words beside which a name stands, in 24 languages, as sets of hashes; case and diacritics do not count. Languages follow one
 * another: bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv.
 */
import { HashSet } from './hash-set.ts'
import { hashWord } from './tokens.ts'

function setOf(words: string): HashSet {
  return new HashSet(words.trim().split(/\s+/).map(hashWord))
}

/** Relatives, friends and neighbours, in the cases that stand before a name. */
export const kin = setOf(`
съпруг съпруга съпругът съпругата син сина синът дъщеря дъщерята майка баща бащата сестра брат леля лелята чичо баба дядо внук внучка съсед съседа съседка колега
колежка колежката годеник годеница племенник племенница приятел приятелка снаха зет тъща свекърва вуйчо
manžel manžela manželem manželovi manželka manželky manželce manželkou manželku syna synem synovi dcera dcery dceři dcerou dceru matka matky matce
otec otce sestra sestry sestře sestrou sestru bratr bratra bratrem bratrovi teta strýc babička děda dědeček vnuk vnučka přítel přítelkyně soused sousedka
kolega kolegu kolegou kolegovi kolegyně kolegyni kolegyní snoubenec snoubenka tchyně tchán zeť snacha švagr švagrová
kone hustru ægtefælle ægtefællen sønnen datter datteren søster søsteren broder onkel kæreste kæresten samlever nabo naboen kollega kollegaen svigermor svigerfar svigersøn
svigerdatter barnebarn niece nevø
ehefrau ehemann gatte gatten gattin sohn sohnes tochter mutter vater schwester bruder tante onkel nichte neffe neffen enkel enkelin enkelsohn enkeltochter
oma opa großmutter großvater cousin cousine schwager schwägerin schwiegermutter schwiegervater schwiegersohn schwiegertochter verlobte verlobter verlobten
lebensgefährte lebensgefährtin lebensgefährten freundin nachbarin nachbar nachbarn kollegin kollege kollegen mitbewohner mitbewohnerin tagesmutter witwe witwer
σύζυγος σύζυγό συζύγου γιος γιο γιου γιό κόρη κόρης μητέρα μητέρας πατέρας πατέρα αδελφή αδερφή αδελφής αδελφός αδερφός αδελφό αδερφό θεία θείος γιαγιά
παππούς εγγονή εγγονός γείτονας γείτονα συνάδελφος συνάδελφο συναδέλφου ξάδερφος ξαδέρφη πεθερά πεθερός αρραβωνιαστικός αρραβωνιαστικιά ανιψιός ανιψιά
wife husband son daughter mother father sister brother mum mom dad aunt auntie uncle niece nephew grandson granddaughter grandmother grandfather grandma grandpa
cousin girlfriend boyfriend fiancé fiancée stepson stepdaughter stepmother stepfather godson goddaughter widow widower roommate flatmate housemate nanny
childminder colleague neighbour neighbor babysitter sons daughters
marido mujer esposa esposo hijo hija madre padre hermana hermano tía tío sobrina sobrino nieta nieto abuela abuelo novia novio cuñado cuñada suegra suegro
yerno nuera vecina vecino compañera compañero viuda viudo
abikaasa poeg poja tütar tütre tütrega pojaga õde vend tädi onu vanaema vanaisa elukaaslane naaber naabri kolleeg kolleegi sõber sõbranna lapselaps ämm
vaimo vaimoni vaimonsa aviomies mieheni miehensä poika poikani poikansa pojan tytär tyttäreni tyttärensä tyttären äitini äitinsä isäni isänsä sisko siskoni siskonsa
veljeni veljensä täti setä mummo ukki serkku miniä vävy anoppi appi puoliso avopuoliso tyttöystävä poikaystävä naapuri naapurin kollega työkaveri kaveri ystäväni ystävä
mari épouse époux fils fille mère père soeur sœur frère tante oncle nièce neveu cousin cousine mamie papi papy mamy compagne compagnon conjoint conjointe
copine copain voisin voisine collègue nounou
iníon deartháir deirfiúr athair athar máthair máthar aintín uncail comharsa comhghleacaí
muž supruga suprug suprugu suprugom sin sina sinu sinom kći kćer kćeri kćerka kćerkom majka majke majci otac oca sestra sestre sestri sestru sestrom brat
brata bratu bratom tetka teta stric ujak baka djed unuk unuka susjed susjeda susjedu zaručnik zaručnica svekrva punica zet kolegica kolegici
férje férjem felesége feleségem fia fiam lánya lányom anyám apám nővére nővérem húga húgom bátyja bátyám öccse öcsém nagymama unokája unokám szomszéd
szomszédom kolléga kollégám kolléganő kolléganőm barátnőm barátom élettársa élettársam vőlegényem menyasszonyom
marito moglie figlio figlia sorella fratello zia zio nipote nonna nonno cugina cugino fidanzata fidanzato cognata cognato suocera suocero genero collega
compagna compagno vedova
vyras vyrui vyru žmona žmonai žmoną sūnus sūnui sūnumi sūnų dukra dukrai dukrą duktė motina tėvas sesuo sesers brolis broliui broliu teta dėdė močiutė senelis
kaimynas kaimynė kolega kolegė draugas draugė
vīrs vīram vīru sieva sievai sievu dēls dēlam dēlu meita meitai meitu māte tēvs māsa māsai brālis brālim tante vecmāmiņa vectēvs kaimiņš kaimiņiene kolēģis
kolēģe draugs draudzene
żewġi żewġha żewġek martu marti martek ibni binti bintu oħti ħija nanna nannu ziju kuġin kuġina
vrouw echtgenoot echtgenote zoon dochter moeder vader zus zuster broer nicht neef kleinzoon kleindochter partner vriendin vriend buurvrouw buurman
schoonmoeder schoonvader schoonzoon schoondochter zwager schoonzus verloofde weduwe weduwnaar
mąż męża mężem mężowi żona żony żonie żonę żoną syn syna synem synowi córka córki córce córkę córką matka matki matce matką ojciec ojca siostra siostry
siostrze siostrę siostrą brat brata bratem bratu ciocia wujek babcia dziadek wnuk wnuczka kuzyn kuzynka narzeczona narzeczony chłopak dziewczyna sąsiad
sąsiada sąsiadka sąsiadki koleżanka koleżanki koleżanką kolegi kolegą kolegę teściowa teść zięć synowa szwagier
filho filha mãe pai irmã irmão sobrinho sobrinha neto neta avó avô primo prima namorada namorado cunhado cunhada sogra sogro genro vizinha vizinho
companheira companheiro mulher
soț soțul soțului soția soției fiul fiului fiica fiicei mama fratele fratelui sora mătușa unchiul bunica bunicul nepotul nepoata vecinul vecina colegul colega
logodnicul logodnica prietena prietenul soacra socrul ginerele
manželom manželke dcéra dcéry dcére dcérou dcéru synom mužom sestrou bratom bratovi bratmi strýko babka dedko vnučka priateľ priateľka sused suseda kolegyňa kolegom kolegyňou
mož moža možem možu žena žene ženi ženo hči hčerka hčere hčeri hčerjo mati mater mamo oče očeta očetom sestro dedek vnukinja sosed soseda sosedo sodelavec
sodelavka sodelavcem sodelavko partnerka partner zaročenec zaročenka
hustru sonen dotter dottern systern brodern mormor farmor morfar farfar moster faster morbror farbror sambo fästman fästmö flickvän pojkvän granne grannen
kollegan svärmor svärfar svåger svägerska hustrun maken makan`)

/** Who takes part in a contract, a case or a treatment, as one says it before a name inside a sentence. */
export const parties = setOf(`
наемател наемателя наемателят наемателка наемателката наемодател наемодателя наемодателят собственик собственика собственикът ищец ищеца ищецът ответник ответника ответникът свидетел свидетеля
свидетелят шофьор шофьора шофьорът пациентката пациентът заявител заявителя заявителят наследник наследникът наследницата пострадалият пострадалата длъжник длъжника длъжникът
nájemce nájemkyně nájemnice pronajímatel pronajímatelka majitel majitelka žalobce žalobkyně žalovaný žalovaná svědek svědkyně řidič řidička žadatel žadatelka dědic dědička poškozený poškozená dlužník dlužnice
lejer lejeren udlejer udlejeren ejer ejeren sagsøger sagsøgeren sagsøgte vidne vidnet chauffør chaufføren patienten ansøger ansøgeren arving arvingen forurettede medarbejder medarbejderen lærer læreren skyldner skyldneren
mieter mieterin vermieter vermieterin eigentümer eigentümerin inhaber inhaberin halter halterin kläger klägerin beklagte beklagter beklagten zeuge zeugin zeugen fahrer fahrerin antragsteller antragstellerin erbe erbin
geschädigte geschädigter betreuer betreuerin betreuten versicherte versicherter schüler schülerin schuldner schuldnerin verstorbene verstorbenen
ενοικιαστής ενοικιάστρια εκμισθωτής εκμισθώτρια ιδιοκτήτης ιδιοκτήτρια ενάγων ενάγουσα εναγόμενος εναγόμενη μάρτυρας μάρτυρα οδηγός οδηγό αιτών αιτούσα κληρονόμος παθών οφειλέτης μαθητής μαθήτρια
tenant landlord landlady owner claimant plaintiff defendant respondent appellant petitioner witness driver applicant executor executrix insured policyholder payee payer debtor keyworker caseworker deceased beneficiary
complainant lodger caregiver lessee lessor guarantor suspect carer
inquilina inquilino arrendador arrendadora arrendatario arrendataria propietario propietaria demandante demandado demandada testigo conductor conductora solicitante heredero heredera asegurado asegurada cuidador cuidadora deudor deudora
üürnik üürniku üürileandja omanik omaniku hageja kostja tunnistaja taotleja pärija kannatanu võlgnik
vuokralainen vuokralaisen vuokranantaja omistaja omistajan kantaja vastaaja todistaja kuljettaja kuljettajan hakija hakijan perillinen asianomistaja velallinen
locataire patiente bailleur bailleresse propriétaire demandeur demanderesse défendeur défenderesse témoin conducteur conductrice requérant requérante héritier héritière assuré assurée salarié salariée élève débiteur débitrice curateur curatrice tuteur tutrice
défunt défunte
tionónta úinéir gearánaí cosantóir finné tiománaí iarratasóir
najmoprimac najmoprimka najmodavac vlasnik vlasnica tužitelj tužiteljica tuženik tuženica svjedok svjedokinja vozač vozačica podnositelj nasljednik nasljednica oštećenik dužnik
bérlő bérbeadó tulajdonos felperes alperes tanú sofőr kérelmező örökös sértett adós
inquilino inquilina locatore locatrice conduttore conduttrice proprietario proprietaria attrice convenuto convenuta testimone conducente richiedente ricorrente erede assicurato assicurata debitore debitrice defunto defunta badante curante
nuomininkas nuomininkė nuomotojas nuomotoja savininkas savininkė ieškovas ieškovė atsakovas atsakovė liudytojas liudytoja vairuotojas vairuotoja pareiškėjas pareiškėja paveldėtojas paveldėtoja nukentėjusysis skolininkas
īrnieks īrniece izīrētājs izīrētāja īpašnieks īpašniece prasītājs prasītāja atbildētājs atbildētāja liecinieks lieciniece vadītājs vadītāja iesniedzējs iesniedzēja mantinieks mantiniece cietušais cietusī parādnieks
inkwilin attur konvenut xhud xufier eredi debitur
huurder huurster verhuurder verhuurster eigenaar eigenaresse eiser eiseres gedaagde getuige chauffeur bestuurder mantelzorger aanvrager aanvraagster erfgenaam verzekerde schuldenaar overledene
najemca najemczyni wynajmujący wynajmująca właściciel właścicielka powód powódka pozwany pozwana świadek kierowca wnioskodawca opiekun opiekunka wnioskodawczyni spadkobierca spadkobierczyni poszkodowany poszkodowana dłużnik dłużniczka
inquilino inquilina senhorio senhoria proprietário proprietária testemunha condutor condutora requerente herdeiro herdeira segurado segurada devedor devedora falecido falecida
chiriaș chiriașul chiriașa locatar locatorul proprietar proprietarul proprietara reclamant reclamantul reclamanta pârâtul pârâta martor martorul martora șoferul solicitantul moștenitorul moștenitoarea asiguratul
debitorul
nájomca nájomník nájomníčka prenajímateľ prenajímateľka majiteľ majiteľka žalobca žalobkyňa žalovaný žalovaná svedok svedkyňa vodič vodička žiadateľ žiadateľka dedič dedička poškodený poškodená dlžník
najemnik najemnica najemodajalec najemodajalka lastnik lastnica tožnik tožnica toženec toženka priča voznik voznica vlagatelj vlagateljica dedič dedinja oškodovanec oškodovanka dolžnik
hyresgäst hyresgästen hyresvärd hyresvärden ägare ägaren kärande käranden svarande svaranden vittne vittnet chaufför chauffören patienten sökande sökanden arvinge arvingen målsägande målsäganden medarbetare
medarbetaren gäldenär gäldenären`)

/** Stand before the name of a family. */
export const families = setOf(`
семейство rodina rodině rodiny rodinu familie familien οικογένεια οικογένειας family familia familiei família famiglia perekond perhe perheen famille teaghlach obitelj obitelji družina
család šeima šeimos ģimene ģimenes familja gezin rodzina rodziny rodzinie famīlija ménage eheleute ehepaar époux cónyuges coniugi matrimonio echtpaar małżonkowie manželé manželia casal soții makarna
ægteparret`)

/** Labels of lists of people, of doorbells and of who sees to a case. */
export const gatherings = setOf(`
участници присъстващи отсъстващи звънец следовател účastníci přítomni přítomní omluveni zvonek vyšetřovatel deltagere tilstede fraværende dørklokke teilnehmer teilnehmende teilnehmerinnen anwesend anwesende
abwesend entschuldigt klingel klingelschild briefkasten συμμετέχοντες παρόντες απόντες κουδούνι ανακριτής attendees participants present apologies absent doorbell bell investigator asistentes presentes ausentes
timbre instructor osalejad kohal puudusid uurija osallistujat läsnä poissa ovikello tutkija présents participants absents excusés sonnette interphone enquêteur láthair sudionici prisutni odsutni zvono
istražitelj résztvevők jelenlévők kapucsengő nyomozó előadó ügyintéző presenti partecipanti assenti citofono dalyviai dalyvavo tyrėjas dalībnieki klāt izmeklētājs preżenti parteċipanti aanwezig aanwezigen
deelnemers afwezig deurbel rechercheur obecni uczestnicy nieobecni dzwonek domofon śledczy presentes participantes ausentes campainha inspetor prezenți participanți absenți interfon anchetator prítomní účastníci
zvonček vyšetrovateľ prisotni udeleženci odsotni zvonec preiskovalec närvarande deltagare frånvarande dörrklocka utredare`)

/** Stand before two who have something to do with one another. */
export const betweens = setOf(`
между mezi medzi mellem mellan zwischen μεταξύ between entre idir između među fra tra tarp starp bejn tussen między pomiędzy entre între med`)

/** Stand before those, of things that are compared: brands, mostly. */
export const comparisons = setOf(`
разлика разликата сравнение rozdíl rozdíly porovnání forskel forskellen sammenligning skillnad skillnaden jämförelse unterschied unterschiede vergleich διαφορά διαφορές σύγκριση difference differences
comparison choice choose diferencia diferencias comparación erinevus ero erot vertailu différence différences comparaison difríocht razlika razlike usporedba különbség differenza differenze confronto
skirtumas atšķirība differenza verschil verschillen vergelijking różnica różnice porównanie diferença diferenças comparação diferența diferențe rozdiel rozdiely razlika hay es ist is jest są est`)

export const germanArticles = setOf('der die den dem des')

/** `a certain Riwal`, behind an article or another short word. */
export const certains = setOf(
  'certain certaine certo certa cierto cierta tal gewisser gewisse gewissen zekere niejaki niejaka niejakiego niejaką jistý jistá jistého istý istá istého izvjesni izvjesna izvjesnog oarecare viss vis bizonyos κάποιος κάποια κάποιον някой ċertu ċerta',
)

/** Stand between a relative and the name: `soțul meu Ion`, `дъщеря ми Вяра`, `η κόρη του Ελένη`. */
export const possessives = setOf(
  'ми му ѝ им ни ви си μου του της μας τους σας meu mea mei ei lui sa sau său mia mio sua suo nostra mijn tiegħi is named called',
)

/** Forms of address and titles that stand before names only. */
export const addresses = setOf(`
г-н господин господина г-жа госпожа госпожо господине д-р pan pana panem panu panovi paní pí pánovi slečna slečny mudr judr phdr mvdr hr fru frk herr herrn frau fräulein dr drs
κος κα κυρία κύριο κύριος κύριε κυρίας κυρίου κ κας mr mrs ms mx sra señora señor señorita härra proua preili herra rouva neiti hra mme mlle madame monsieur
mademoiselle gospodin gospođa gospođe gospođi gospođo gospodina gospodinu gospođu gđa úr sig sigra signora signor signorina dott dottssa dottoressa dottor avv ponas ponia ponui poniai poną
ponios pono kungs kungam kundze kundzei kundzes sinjur sinjura mevr mevrouw meneer dhr mw mej pani panią panią państwo senhor senhora domnul doamna domnului doamnei
dl dna pán pánom gospod gospa gospe gospo gospodom fröken dra drª`)

/** Stand behind names: `Kov\u00e1cs \u00farnak`, `Kalni\u0146a kundzei`. */
export const addressesBehind = setOf(
  'úr úrral úrnak úrtól úrhoz úrról urat asszony asszonynak asszonnyal asszonyhoz néni néninek nénivel bácsi bácsinak bácsival kisasszony kungs kungam kungu kundze kundzei kundzi',
)

/** Stand before a name and belong to none, as the words for a family do: a nurse, a client by her title. */
export const frames = setOf('ssk usk leg pfleger pflegerin schwester verpleegkundige')

/** In capitals, of things: in forms, bank papers, networks and clinics. */
export const abbreviations = setOf(`
mac iva puk mrn pin tan iban bic swift vat tva mwst ust kdv moms dph pdv afa ip url uri api sdk sim imei esim gps usb ssd hdd cpu gpu ram pdf csv xml json html http https sql ssl tls vpn
wifi wlan lan wan dns dob doa ssn nhs nhc nino nif nie dni cif niu nir bsn kvk kvnr svnr pesel nip regon cnp cui egn ico dic oib jmbg emso cpr cvr hetu amka afm aem gp icu ed er ent mri ct
ekg ecg rr bp hb crp inr copd asa bmi icd opd pkw lkw kfz tuv hu au agb dsgvo gdpr rgpd avg rodo hr it pr qa ceo cfo cto coo faq eta asap fyi rsvp tbd tba nb ps cc bcc re fw fwd tel fax mob
lpa poa dvla hmrc dwp nok atm pos ean isbn sku rma crm erp eur usd gbp chf pln czk huf ron bgn sek nok dkk id ids no nr ref att attn samu urssaf caf cpam ssi spid pec suap imu tari ife mutua
utc gmt cet cest est pst am pm bst rgb led lcd hdmi suv abs esp mot vin ppe nda sla kpi roi pmi kyc aml pep`)

/** Of labels that ask where somebody was born, beside a word for birth or in one word. */
export const birthplaces = setOf(`
lieu luogo lugar local place místo miesto mjesto kraj miejsce locul место мястото месторождение τόπος vieta hely koht áit post naturalidade geburtsort fødested födelseort geboorteplaats
syntymäpaikka sünnikoht birthplace fødeby`)

/** Fruit, vegetables, flowers and things of which each kind has a name: `Potatoes: Charlotte, Desiree`. */
export const produce = setOf(`
картофи домати ябълки круши рози сортове сорт brambory rajčata jablka hrušky růže odrůdy odrůda kartofler tomater æbler pærer roser sorter sort kartoffeln kartoffelsorten tomaten äpfel birnen rosen sorten
sorte πατάτες ντομάτες μήλα αχλάδια τριαντάφυλλα ποικιλίες ποικιλία potatoes potato tomatoes apples pears roses strawberries varieties variety cultivars cultivar shades patatas tomates manzanas peras rosas
variedades variedad kartulid tomatid õunad pirnid roosid sordid perunat peruna tomaatit omenat päärynät ruusut lajikkeet tomates pommes poires roses variétés variété prátaí trátaí úlla cineálacha
krumpir rajčice jabuke kruške ruže burgonya krumpli paradicsom almák körték rózsák fajták fajta patate pomodori mele pere varietà bulvės pomidorai obuoliai kriaušės rožės veislės kartupeļi tomāti āboli
bumbieri rozes šķirnes patata tadam tuffieħ varjetajiet aardappelen aardappels appels peren rozen rassen rassoort ziemniaki pomidory jabłka gruszki róże odmiany odmiana batatas maçãs cartofi roșii trandafiri
soiuri soi zemiaky paradajky jablká ruže odrody krompir paradižnik jabolka hruške vrtnice potatis äpplen päron rosor wines weine vins vinos vini wijnen wina vína vinuri viner viinit sofas chairs lamps
tables fabrics colours colors sofabezüge stühle lampen farben farbtöne stoffe coloris teintes couleurs colores colori tonalità kleuren kolory barvy farger färger värit`)

/** Say what somebody's name was before marriage. */
export const maiden = setOf(
  'родена rozená rozena rozené født geb geborene geborener geborenen γεννηθείσα née nées nee rođena rojena szül született född ogift rodená rozenou narozená sündinud nata de_soltera',
)

/** Say in brackets behind a name what it was before, or is besides. */
export const former = setOf(`
преди бивша бивш предишно dříve dřívější původně tidligere før früher vormals vorher ehemals πρώην πρότερον formerly previously once alias aka antes anteriormente varem endine aiemmin entinen ent anciennement
autrefois prijašnje prije korábban azelőtt già precedentemente anksčiau buvusi buvęs agrāk bijušais qabel voorheen eerder dawniej wcześniej poprzednio anteriormente outrora anterior fost fosta predtým pôvodne
prej nekdaj tidigare förut`)

/** Machines that are called after who has them. */
export const devices = setOf(`
laptop notebook macbook mbp imac ipad iphone ipod phone handy pc desktop workstation tablet pixel galaxy thinkpad surface chromebook watch airpods printer android nas mac mini rechner computer portable ordinateur telefon
telefono movil portatil`)

/** Of these, what one person has: a word that is ordinary elsewhere names their owner too. */
export const ownDevices = setOf('macbook mbp imac ipad iphone ipod handy airpods galaxy')

/** Say before quotation marks what else somebody is called. */
export const aliases = setOf(`
наричан наричана прякор zvaný zvaná přezdívaný přezdívaná přezdívkou kaldet kaldt genannt genannte alias aka γνωστός παρατσούκλι nicknamed nickname called as apodado apodada alias conocido hüüdnimega nimeltään
kutsuttu surnommé surnommée dit dite zvan zvana nadimka becenevén becenevű ragadványneve detto detta soprannominato soprannominata vadinamas pravarde saukts iesauka imsejjaħ bijgenaamd genaamd zwany zwana
pseudonim ps ksywa por conhecido apelidado alcunha zis zisă poreclit poreclită prezývaný prezývaná imenovan klican vzdevkom kallad kallas`)

/** Say when or where somebody was born, or what a name was before. */
export const births = setOf(`
роден родена родени narozen narozena narozený narozená narozeného narozené født geb geboren geborene geborener γεννημένος γεννημένη γεννηθείς γεννηθείσα γενν γεννήθηκε born nacido nacida nació
sündinud snd syntynyt synt né née nés nées rugadh rođen rođena rođ született szül szülhely nato nata nati gimęs gimusi gim dzimis dzimusi dzim imwieled imwielda twieled twieldet
geborenen ur urodzony urodzona urodził urodziła nascido nascida nasceu născut născută narodený narodená narodeného nar rojen rojena roj född naissance nascita nacimiento nascimento geburtsort
birthplace geboorteplaats születési fødested födelseort syntymäpaikka narození narodenia urodzenia nașterii rođenja rojstva γέννησης раждане sünnikoht dzimšanas gimimo twelid breith`)

/** Stand before the place where somebody was born. */
export const placing = setOf(`
в във v ve i på in σε στη στην στο στον at from near en a linnas à au aux ins na u nel nella te w we em no na în la vo út til dans den der les le la mill fi ag`)

/** Say that a word is told letter by letter. */
export const spelling = setOf(`
буквувам буква букви изписва спелува hláskuji hláskuju hláskovat hláskování písmenech staves staver stavet bogstaverer buchstabiere buchstabiert buchstabieren buchstabier buchstabe buchstaben γράφεται συλλαβίζω
γράμμα γράμματα spelled spelt spell spelling spells letters deletreo deletrea deletreado deletrear letra veerin veeritakse tähthaaval tavaan tavattuna tavataan kirjain kirjaimittain épelle épeler épelé
épellation lettre litrigh litriú litrithe slovkam slovkati slovo betűzöm betűzve betűzi betűnként lettera lettere sillabo scandisco paraidžiui raidėmis raidės burtoju burtiem nispelli ittri ittra spel
gespeld spellen spelling literuję literuje literka litera literować soletro soletra soletrado soletrar literă litere hláskujem hláskovanie črkujem črkovano črka črke bokstaverar bokstaveras stavas
bokstav nachname vorname familienname surname lastname apellido apellidos nom prénom cognome achternaam nazwisko příjmení priezvisko prezime priimek apelido sukunimi efternamn efternavn perekonnanimi
uzvārds pavardė vezetéknév nume kunjom sloinne επώνυμο фамилия`)

/** Open a line of a dialogue, or head a line, and are no names. */
export const speakersByRole = setOf(`
въпрос отговор агент клиент оператор потребител система асистент лекар пациент съдия otázka odpověď zákazník operátor operátorka uživatel asistent lékař pacient pacientka soudce svědek spørgsmål svar kunde
bruger medarbejder læge frage antwort kundin nutzer berater beraterin anrufer anruferin mitarbeiter arzt ärztin patient patientin richter zeuge ερώτηση απάντηση πελάτης χρήστης γιατρός ασθενής υπάλληλος καλών
question answer user assistant system bot agent customer client support caller operator doctor nurse judge witness teacher student interviewer interviewee host moderator speaker narrator guest admin human ai
pregunta respuesta cliente usuario asistente médico paciente juez testigo llamante agente küsimus vastus klienditeenindaja arst patsient kysymys vastaus asiakas asiakaspalvelu lääkäri potilas soittaja
demande réponse cliente utilisateur conseiller conseillère médecin appelant opératrice opérateur juge témoin ceist freagra custaiméir othar dochtúir pitanje odgovor korisnik klijent liječnik pacijent pozivatelj
kérdés válasz ügyfél felhasználó orvos beteg hívó domanda risposta utente operatore operatrice medico paziente chiamante giudice testimone klausimas atsakymas klientas gydytojas pacientas jautājums atbilde
klients ārsts pacients mistoqsija tweġiba klijent tabib pazjent vraag antwoord klant medewerker gebruiker arts patiënt beller rechter pytanie odpowiedź klient klientka użytkownik konsultant konsultantka lekarz
pacjent pacjentka dzwoniący sędzia pergunta resposta utilizador atendente utente întrebare răspuns utilizator pacient otázka odpoveď zákazník lekár vprašanje odgovor stranka uporabnik zdravnik fråga kund användare
handläggare läkare uppringare note info error warning debug warn trace subject date time from to cc re fwd status type title name total ps nb todo tip hint summary result results output input example`)
