/**
 * Words that stand beside names, in 24 languages, by what they say about their neighbours. Case and diacritics do not count.
 * Each list is one string for reading; languages follow one another: bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv.
 */

/** Titles, forms of address, ranks and offices before a name. */
export const titles = `
naboen hustruen manden konen sønnen datteren moren faren kollegaen chefen bedriftslæge sagsbehandler
oma opa tante onkel omi opi papa mama prokurist prokuristin inhaber inhaberin beraterin berater anwalt anwältin richter richterin pfleger schwester
operatore operatrice nonno nonna zio zia perito avvocata segretaria
abuelo abuela tío tía agente perito testigo letrado letrada procurador procuradora
papi mamie tonton tata voisine voisin conseiller conseillère opératrice opérateur témoin expert notaire infirmier infirmière
bedrijfsarts huisarts oom buurman buurvrouw getuige bestuurder
kuljettaja kuljettajana todistaja naapuri asiakasneuvoja
cllr councillor grandma granny nan auntie grandpa
babičku babičce babičky tetu teta tetě strejda strýc dědu děda tetka ujo
tetu teti teta stric ujak baka djed
babcię babci cioci ciocię wujka dziadka
néni bácsi néninek bácsinak
mamma pappa moster faster morbror farbror täti setä eno mummo vaari ukki
мол леля лелята стрина вуйчо
kurator sambo mormor farmor farfar morfar handläggare
avó avô tio tia testemunha enfermeira enfermeiro médico médica
nea bunica bunicul martor avocat avocata
bolnik bolnica pacientka priča svjedok gospa
pacjentka pacjent świadek sąsiad sąsiadka babcia dziadek ciocia wujek
svědek babička děda soused sousedka pacientka
tanú szomszéd nagymama nagypapa
свидетел баба дядо леля чичо адвокат съсед съседка
γιαγια παππους θεια θειος μαρτυρας οδηγος
г-н г-жа госпожо господине господин госпожа д-р доктор проф професор инж адв адвокат
pan pani paní pane panu pánem paní slečna dr mudr judr ing mgr phdr doc prof bc mvdr rndr
hr fru frk herr frau herrn fräulein dipl ing med habil mag advokat læge overlæge
rechtsanwalt rechtsanwältin oberarzt oberärztin kollege kollegin geschäftsführer geschäftsführerin
κ κος κα κυριος κυρια κυριε κυριου κυριας κυριο δρ γιατρος καθηγητης δικηγορος
mr mrs ms miss mx sir dame lord lady dr prof professor doctor rev reverend father sister brother officer constable sergeant
captain inspector judge justice nurse coach president senator minister pc sgt capt lt col gen hon
sr sra srta señor señora señorita don doña d dª dña doctor doctora dra profesor profesora abogado abogada ing lic
härra proua preili hr pr dr prof
herra rouva neiti hra rva tohtori lääkäri professori ltl ll
m mme mlle monsieur madame mademoiselle docteur dr pr professeur maître me maitre mgr veuve
an tuasal iníon uasal dochtúir ollamh athair
gospodin gospođa gospodine gospođo gospođica g gđa dr prof dipl ing mr sc
úr úrnak úrral úrhoz úrnál urat asszony kisasszony hölgy dr ifj id özv prof doktor
signor signora signorina signore sig sigra dott dottssa dottor dottoressa ing avv avvocato geom rag prof professore professoressa arch on spett egr gent
ponas ponia ponui poniai pone gerb dr prof gydytojas gydytoja p
kungs kungam kunga kundze kundzei kundzes dr prof ārsts ārste god cien
sinjur sinjura sur sra dun patri dott tabib
meneer mevrouw mevr mw dhr heer mej mr drs ir ing prof dr juffrouw dokter notaris
pan pani panie panu pana panią panem państwo dr hab inż mgr prof mec mecenas lek ks
sr sra srª dr dra drª eng prof profª dona dom senhor senhora doutor doutora menina
dl d-l dna d-na domnul doamna domnului doamnei domnule doamnă dr prof ing av domnișoara
pán pani pane pánovi ing mgr mudr judr doc prof slečna
gospod gospa gospodu gospe gospodična dr prof mag dipl
herr fru fröken doktor dr professor advokat ingenjör
`

/** First words of a letter or a chat. */
export const greetings = `
здравейте здравей уважаеми уважаема уважаема привет драги драга скъпи скъпа
vážený vážená vážení dobrý milý milá ahoj čau zdravím
kære hej hejsa goddag
sehr geehrte geehrter geehrtes lieber liebe liebes hallo guten servus moin hi grüezi grüß
αγαπητε αγαπητη αγαπητοι γεια αξιοτιμε αξιοτιμη καλημερα καλησπερα
dear hi hello hey greetings morning afternoon evening thanks
estimado estimada estimados querido querida hola buenos buenas
lugupeetud tere kallis austatud tervist
hyvä arvoisa hei moi terve rakas
cher chère chers bonjour salut bonsoir coucou
chara dhia ghrá haigh
poštovani poštovana dragi draga bok pozdrav
tisztelt kedves szia szervusz helló üdv
gentile gentilissimo gentilissima egregio egregia caro cara ciao buongiorno salve buonasera
gerbiamas gerbiama gerbiamoji gerbiamasis mielas miela sveiki labas sveikas sveika
cienījamais cienījamā godātais godātā sveiki čau mīļā mīļais labdien sveika
għażiż għażiża bonġu hello merħba
beste geachte lieve hallo hoi dag goedendag goedemorgen goedemiddag goedenavond
szanowny szanowna szanowni drogi droga cześć dzień witaj hej witam
caro cara exmo exma estimado estimada prezado prezada olá bom
stimate stimată stimați dragă bună salut
vážený vážená milý milá ahoj dobrý
spoštovani spoštovana dragi draga živjo pozdravljeni zdravo
bästa kära hej hejsan tjena
`

/** Last words before a signature. */
export const signOffs = `
уважение поздрави поздрав искрено
pozdravem úctou pozdravy srdečně díky
hilsen hilsner venlig mvh kh vh
grüßen grüße gruß grüssen grüsse hochachtungsvoll mfg vg lg herzlich hochachtung
εκτιμηση χαιρετισμους φιλικα τιμη χαιρετισμους
regards sincerely faithfully cheers thanks best yours truly wishes love xx cordially thx ta
saludos atentamente cordialmente atte saludo abrazo cordial
lugupidamisega tervitades parimat tervitustega
terveisin ystävällisin terv kunnioittavasti yst
cordialement salutations sincèrement respectueusement distinguées bises bisous bàt amicalement
meas slán dea-mhéin
poštovanjem srdačno pozdravom lijep pozdrav
üdvözlettel tisztelettel köszönettel üdv
saluti cordiali cordialmente distinti cordialità
pagarbiai linkėjimais nuoširdžiai
cieņu cieņā sveicieniem sveicienu
tislijiet rispett grazzi tjieb
groet groeten groetjes vriendelijke hoogachtend mvg gr
poważaniem pozdrowieniami pozdrawiam pozdrowienia szacunkiem
cumprimentos atenciosamente abraço cumps cordiais respeitosamente
stimă respect cordialitate mulțumesc salutări
pozdravom úctou srdečne vďaka
spoštovanjem pozdravom lp
vänliga hälsningar hälsning mvh vh vänligen
signed unterzeichnet firmato podpisano
`

/** Labels, keys and columns whose value is a name. */
export const fields = `
име имена презиме фамилия клиент пациент служител лице титуляр подател
jméno příjmení zákazník klient pacient zaměstnanec jmeno prijmeni
navn fornavn efternavn kunde patient kontaktperson medarbejder
name vorname nachname familienname kunde kundin patient patientin mitarbeiter mitarbeiterin ansprechpartner inhaber kontoinhaber karteninhaber versicherungsnehmer mieter mieterin geburtsname halter fahrer lenker vornamen rufname
ονομα επωνυμο ονοματεπωνυμο πελατης ασθενης υπαλληλος
name firstname lastname fullname surname forename forenames given family first last full customer client patient employee contact author reviewer from to cc attn attention recipient sender holder cardholder accountholder payee payer beneficiary owner user username displayname signed signatory witness nickname assignee reporter manager requester applicant candidate tenant landlord driver insured policyholder interviewer interviewee speaker maiden middle fname lname uname guest passenger agent operator caller contactname by
nombre apellidos apellido paciente cliente titular contacto empleado nombres médico asegurado conductor remitente destinatario solicitante
nimi eesnimi perekonnanimi klient patsient töötaja isik
etunimi sukunimi asiakas potilas nimi työntekijä yhteyshenkilö hakija
nom prénom prenom prénoms client patient patiente salarié titulaire contact expéditeur destinataire assuré locataire conducteur nom_complet
ainm sloinne custaiméir othar céadainm
ime prezime klijent pacijent kupac djelatnik zaposlenik
név vezetéknév keresztnév utónév ügyfél beteg vevő eladó ügyintéző munkavállaló neve anyja kapcsolattartó
nome cognome paziente cliente intestatario dipendente contatto assicurato conducente richiedente mittente
vardas pavardė klientas pacientas darbuotojas
vārds uzvārds klients pacients darbinieks
isem kunjom klijent pazjent impjegat
naam voornaam achternaam klant patiënt medewerker contactpersoon rekeninghouder roepnaam
imię nazwisko imiona klient pacjent pracownik posiadacz nadawca odbiorca kontakt imie
nome apelido sobrenome cliente paciente utente titular funcionário segurado
nume prenume client pacient angajat titular nume_complet asigurat
meno priezvisko zákazník klient pacient zamestnanec
ime priimek stranka pacient zaposleni
namn förnamn efternamn kund patient kontakt anställd
`

/** People by their relation or role: a name is near. */
export const roles = `
съпруг съпруга съпругата син дъщеря майка баща колега колежката лекар сестра брат
manžel manželka manželky syn dcera matka otec kolega kolegyně sestra bratr
mand kone søn datter mor far kollega søster bror chef
mann frau ehemann ehefrau sohn tochter mutter vater bruder schwester kollege kollegin chef chefin nachbar nachbarin patient patientin lehrerin
συζυγος γιος κορη μητερα πατερας συναδελφος αδελφος αδελφη
husband wife son daughter mother father mum mom dad brother sister colleague boss manager neighbour neighbor friend uncle aunt cousin partner fiancé girlfriend boyfriend patient assistant solicitor tenant landlord grandmother grandfather
marido mujer esposa esposo hijo hija madre padre hermano hermana compañero compañera jefe jefa colega vecino vecina
abikaasa poeg tütar ema isa õde vend kolleeg
mies vaimo poika tytär äiti isä veli sisko kollega puoliso poikani vaimoni mieheni
mari femme épouse époux fils fille mère père frère soeur sœur collègue patron voisin voisine
bean fear mac iníon máthair athair deartháir deirfiúr
suprug supruga sin kći majka otac brat sestra kolega kolegica
férj férje férjem feleség felesége feleségem fia lánya anyja apja kollégám testvére
marito moglie figlio figlia madre padre fratello sorella collega capo vicino
vyras žmona sūnus dukra motina tėvas kolega
vīrs sieva dēls meita māte tēvs kolēģis
raġel mara iben bint omm missier
man vrouw zoon dochter moeder vader broer zus collega baas buurman buurvrouw
mąż żona syn córka matka ojciec brat siostra kolega koleżanka szef żony męża żoną mężem synem córki
marido esposa filho filha mãe pai irmão irmã colega chefe
soț soția soțul fiul fiica mama tata fratele sora colegul colega
manžel manželka syn dcéra matka otec brat sestra kolega
mož žena sin hči mati oče brat sestra sodelavec
man fru son dotter mor far bror syster kollega chef
`

/** Small words inside names. */
export const particles = `
von van de der den del della di da dos das do du la le el al bin ibn ben ter ten te zu zum zur af av y e ó ní mac mc nic uí ui mhic fitz san ul
d o l dell dall degli dalla lo st op in 't vom het
`

/** The last words of "my name is", "this is", "I am called". */
export const introductions = `
казвам съм името
jmenuji jsem jmenuju
hedder navn jeg
heiße heisse bin hier spricht
λεγομαι ειμαι λενε
is am this i'm called im here
llamo soy
nimi olen
nimeni olen täällä
appelle suis c'est
mise is ainm
zovem sam
vagyok hívnak nevem
chiamo sono
esu vardas vadinuosi
esmu sauc
jien jisimni
ben heet naam
jestem nazywam
chamo sou
numesc sunt
volám som
sem ime pišem
heter är
speaking
`

/** Parts of firms', schools' and offices' names. */
export const firmWords = `
tmi pfa osvč eti kata сд ет usluge usługi freelance

еоод оод ад болница училище университет банка
s.r.o sro spol a.s as nemocnice škola univerzita úřad banka
aps a/s sygehus skole kommune universitet
gmbh ag kg ohg ug mbh mbb ev eg gbr klinikum klinik universität schule bank sparkasse praxis verlag verein stadtwerke autohaus apotheke kanzlei hotel amt
ae επε νοσοκομειο σχολειο πανεπιστημιο τραπεζα
ltd llc inc plc corp company co limited llp group bank hospital university school college clinic council institute foundation church trust agency ministry department surgery partners solutions systems services holdings club academy centre center labs
sl sa slu hospital clínica universidad banco colegio ayuntamiento escuela
oü as haigla kool ülikool pank
oy oyj ab sairaala koulu yliopisto pankki kaupunki
sarl sas sasu hôpital clinique université lycée banque mairie école cabinet société
teo ospidéal scoil ollscoil
d.o.o doo dd bolnica škola sveučilište banka
kft zrt nyrt bt kórház iskola egyetem bank
srl spa snc sas ospedale clinica università banca scuola comune studio
uab ab ligoninė mokykla universitetas bankas
sia slimnīca skola universitāte banka
bv nv ziekenhuis universiteit school gemeente stichting vof
sp z.o.o zoo szpital szkoła uniwersytet urząd zakłady
lda unipessoal hospital universidade escola câmara banco
srl sa spital școală universitate primăria
sro nemocnica škola univerzita
doo dd bolnišnica šola univerza
ab hb sjukhus skola universitet kommun
`

/** Street words, which turn a name into an address. */
export const streets = `
ул бул улица булевард площад ulice třída náměstí vej gade allé plads straße strasse str weg platz gasse allee ufer ring οδος λεωφορος πλατεια
street road avenue lane drive close square court crescent terrace way rd ave ln blvd
calle avenida plaza paseo avda tänav mnt katu tie rue avenue boulevard place chemin impasse allée quai
sráid bóthar ulica trg cesta utca út tér körút via viale piazza corso largo vicolo gatvė g iela triq straat laan weg plein gracht kade
ulica al aleja plac os rua avenida praça travessa strada str bulevardul calea ulica námestie ulica cesta trg gatan vägen gata väg torg
`
