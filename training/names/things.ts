/**
 * Nouns beside which a person's name names no person, in 24 languages. `things` are bought, eaten, planted or run, `sites` lie
 * on a map, `ideas` stand in textbooks. The lexicon flags them all; carriers draw them as `{thing}`, `{site}` and `{idea}`.
 * Words that are also names (Rose, Berg) stay out.
 */
interface Nouns {
  things: string
  sites: string
  ideas: string
}

const nouns: Readonly<Record<string, Nouns>> = {
  bg: {
    things:
      'диван стол маса легло лампа шкаф рокля обувки чанта парфюм торта салата вино бира ракия кафе чай шоколад вафли бисквити сирене кашкавал лютеница вода сок хотел ресторант кораб буря ураган сорт домат картоф ябълка модел план пакет модул приложение цвят нюанс телефон кола матрак',
    sites:
      'улица булевард площад мост парк училище гимназия болница гара летище стадион музей театър паметник квартал метростанция църква награда купа',
    ideas:
      'закон теорема болест болестта синдром тест скала метод ефект парадокс уравнение число константа правило формула разпределение алгоритъм',
  },
  cs: {
    things:
      'pohovka židle stůl postel lampa skříň křeslo šaty boty kabelka parfém dort salát víno pivo káva čaj čokoláda sušenky sýr voda džus hotel restaurace loď bouře hurikán odrůda rajče brambory jablko model tarif balíček modul aplikace barva odstín telefon auto matrace rtěnka',
    sites:
      'ulice náměstí most park škola gymnázium nemocnice nádraží letiště stadion muzeum divadlo pomník sídliště stanice kostel cena pohár třída nábřeží',
    ideas:
      'zákon věta nemoc choroba syndrom test stupnice metoda efekt paradox rovnice číslo konstanta pravidlo křivka rozdělení algoritmus',
  },
  da: {
    things:
      'sofa sofaen stol stolen bord lampe lampen seng skab reol reolen kjole sko taske parfume kage salat vin øl kaffe te chokolade kiks ost vand saft hotel restaurant skib storm stormen orkan sort tomat kartoffel æble æbler model plan pakke modul modulet app farve nuance telefon bil madras læbestift',
    sites:
      'gade vej plads bro park skole gymnasium hospital station lufthavn stadion museum teater kirke bydel stoppested pris pokal torv allé',
    ideas:
      'lov sætning sygdom syndrom test skala metode effekt paradoks ligning tal konstant regel kurve fordeling algoritme',
  },
  de: {
    things:
      'sofa sessel tisch bett lampe schrank regal stuhl kleid schuhe tasche parfüm torte salat wein bier kaffee tee schokolade kekse käse wasser saft hotel restaurant schiff fähre sturm sturmtief orkan sorte tomate kartoffel apfel modell tarif paket modul app farbe farbton handy auto matratze lippenstift joghurt pudding backpulver marmelade',
    sites:
      'straße platz brücke park schule gymnasium klinik krankenhaus bahnhof flughafen stadion museum theater kirche viertel haltestelle preis pokal allee turm ufer saal',
    ideas:
      'gesetz satz krankheit morbus syndrom test skala methode effekt paradoxon gleichung zahl konstante regel kurve verteilung algorithmus',
  },
  el: {
    things:
      'καναπές καρέκλα τραπέζι κρεβάτι λάμπα ντουλάπα φόρεμα παπούτσια τσάντα άρωμα τούρτα σαλάτα κρασί μπύρα καφές τσάι σοκολάτα μπισκότα τυρί νερό χυμός ξενοδοχείο εστιατόριο πλοίο καταιγίδα κακοκαιρία ποικιλία ντομάτα πατάτα μήλο μοντέλο πρόγραμμα πακέτο εφαρμογή χρώμα απόχρωση τηλέφωνο αυτοκίνητο στρώμα κραγιόν ούζο γλυκά',
    sites:
      'οδός λεωφόρος πλατεία γέφυρα πάρκο σχολείο λύκειο νοσοκομείο σταθμός αεροδρόμιο στάδιο μουσείο θέατρο εκκλησία συνοικία στάση βραβείο κύπελλο',
    ideas:
      'νόμος θεώρημα νόσος ασθένεια σύνδρομο τεστ κλίμακα μέθοδος φαινόμενο παράδοξο εξίσωση αριθμός σταθερά κανόνας καμπύλη κατανομή αλγόριθμος',
  },
  en: {
    things:
      'sofa armchair chair table bed lamp shelf dress shirt shirts boots boot shoes bag tote clutch handbag perfume cake pie salad wine beer whiskey whisky coffee tea chocolate biscuits cookies cheese water juice hotel restaurant ship ferry storm hurricane variety tomato tomatoes potatoes apples carrots cherries model plan package module app colour color shade shades lipstick mascara phone car mattress jeans theme plugin library framework font driver drills razor vacuum collection range edition',
    sites:
      'street road avenue bridge park school college hospital station airport stadium museum theatre church district stop prize award cup tower lake hall wing library building lane square',
    ideas:
      'law theorem disease syndrome test scale method effect paradox equation number constant rule curve distribution algorithm act conjecture principle transform index lemma',
  },
  es: {
    things:
      'sofá sillón silla mesa cama lámpara armario vestido zapatos bolso perfume tarta ensalada vino cerveza café té chocolate galletas queso agua zumo hotel restaurante barco buque borrasca huracán variedad tomate patata manzana modelo plan paquete módulo aplicación color tono teléfono coche colchón pintalabios turrón',
    sites:
      'calle avenida plaza puente parque colegio instituto hospital estación aeropuerto estadio museo teatro iglesia barrio parada premio copa paseo torre',
    ideas:
      'ley teorema enfermedad síndrome test escala método efecto paradoja ecuación número constante regla curva distribución algoritmo',
  },
  et: {
    things:
      'diivan tool laud voodi lamp kapp kleit kingad kott parfüüm kook salat vein õlu kohv tee šokolaad küpsised juust vesi mahl hotell restoran laev torm orkaan sort tomat kartul õun mudel pakett moodul moodulis rakendus värv toon telefon auto madrats huulepulk liköör kommid',
    sites:
      'tänav puiestee väljak sild park kool gümnaasium haigla jaam lennujaam staadion muuseum teater kirik linnaosa peatus auhind karikas',
    ideas:
      'seadus teoreem tõbi haigus sündroom test skaala meetod efekt paradoks võrrand arv konstant reegel kõver jaotus algoritm',
  },
  fi: {
    things:
      'sohva tuoli pöytä sänky lamppu kaappi mekko kengät laukku hajuvesi kakku salaatti viini olut kahvi tee suklaa keksit juusto vesi mehu hotelli ravintola laiva myrsky hirmumyrsky lajike tomaatti peruna omena malli paketti moduuli sovellus väri sävy puhelin auto patja huulipuna',
    sites:
      'katu tie aukio silta puisto koulu lukio sairaala asema lentoasema stadion museo teatteri kirkko kaupunginosa pysäkki palkinto malja',
    ideas:
      'laki lause tauti oireyhtymä testi asteikko menetelmä ilmiö paradoksi yhtälö luku vakio sääntö käyrä jakauma algoritmi',
  },
  fr: {
    things:
      'canapé fauteuil chaise table lit lampe armoire robe chaussures sac parfum gâteau tarte salade vin bière café thé chocolat biscuits fromage eau jus hôtel restaurant navire ferry tempête ouragan variété tomate pommes poire pêche modèle forfait module application couleur teinte téléphone voiture matelas mascara tournedos crêpes confiture',
    sites:
      'rue avenue boulevard place pont parc école lycée collège hôpital gare aéroport stade musée théâtre église quartier arrêt prix coupe quai tour',
    ideas:
      'loi théorème maladie syndrome test échelle méthode effet paradoxe équation nombre constante règle courbe distribution algorithme barème',
  },
  ga: {
    things:
      'tolg cathaoir bord leaba lampa gúna bróga mála cáca sailéad fíon beoir caife tae seacláid brioscaí cáis uisce sú óstán bialann long stoirm práta úll samhail plean modúl aip dath guthán carr',
    sites:
      'sráid bóthar cearnóg droichead páirc scoil coláiste ospidéal stáisiún aerfort staid músaem amharclann eaglais duais corn',
    ideas: 'dlí teoirim galar siondróm tástáil scála modh éifeacht paradacsa cothromóid uimhir tairiseach riail cuar',
  },
  hr: {
    things:
      'kauč stolac stol krevet lampa ormar fotelja haljina cipele torba parfem torta salata vino pivo kava čaj čokolada keksi sir voda sok hotel restoran brod oluja uragan sorta rajčica krumpir jabuka model tarifa paket modul aplikacija boja nijansa mobitel auto madrac ruž',
    sites:
      'ulica trg most park škola gimnazija bolnica kolodvor stanica stadion muzej kazalište crkva naselje nagrada kup aleja cesta',
    ideas:
      'zakon teorem poučak bolest sindrom test ljestvica metoda učinak efekt paradoks jednadžba broj konstanta pravilo krivulja raspodjela eliminacija algoritam',
  },
  hu: {
    things:
      'kanapé fotel szék asztal ágy lámpa szekrény ruha cipő táska parfüm torta saláta bor sör kávé tea csokoládé keksz sajt víz lé szálloda étterem hajó vihar hurrikán fajta paradicsom burgonya alma modell csomag modul alkalmazás szín árnyalat telefon autó matrac rúzs palacsinta szalámi',
    sites:
      'utca tér út körút híd park iskola gimnázium kórház pályaudvar repülőtér stadion múzeum színház templom negyed megálló díj kupa',
    ideas:
      'törvény törvénye tétel tétele kór betegség szindróma teszt skála módszer hatás paradoxon egyenlet szám állandó szabály görbe eloszlás algoritmus',
  },
  it: {
    things:
      'divano poltrona sedia tavolo letto lampada armadio vestito scarpe borsa profumo torta insalata vino birra caffè tè cioccolato biscotti formaggio acqua succo albergo ristorante nave traghetto tempesta uragano varietà pomodoro patate mela pesca modello tariffa pacchetto modulo applicazione colore tonalità telefono auto materasso rossetto pizza spaghetti',
    sites:
      'via viale piazza corso ponte parco scuola liceo ospedale stazione aeroporto stadio museo teatro chiesa quartiere fermata premio coppa torre',
    ideas:
      'legge teorema morbo malattia sindrome test scala metodo effetto paradosso equazione numero costante regola curva distribuzione algoritmo decreto',
  },
  lt: {
    things:
      'sofa kėdė stalas lova lempa spinta fotelis suknelė batai rankinė kvepalai tortas salotos vynas alus kava arbata šokoladas sausainiai sūris vanduo sultys viešbutis restoranas laivas audra uraganas veislė pomidoras bulvės obuolys modelis planas paketas modulis programėlė spalva atspalvis telefonas automobilis čiužinys konservai',
    sites:
      'gatvė alėja aikštė tiltas parkas mokykla gimnazija ligoninė stotis stotelė oro uostas stadionas muziejus teatras bažnyčia rajonas premija taurė prospektas',
    ideas:
      'dėsnis teorema liga sindromas testas skalė metodas efektas paradoksas lygtis skaičius konstanta taisyklė kreivė skirstinys algoritmas',
  },
  lv: {
    things:
      'dīvāns krēsls galds gulta lampa skapis kleita kurpes soma smaržas torte salāti vīns alus kafija tēja šokolāde cepumi siers ūdens sula viesnīca restorāns kuģis vētra viesuļvētra šķirne tomāts kartupeļi ābols modelis tarifs pakete modulis lietotne krāsa tonis telefons auto matracis konfektes zupa zupas',
    sites:
      'iela bulvāris laukums tilts parks skola ģimnāzija slimnīca stacija lidosta stadions muzejs teātris baznīca rajons pietura balva kauss',
    ideas:
      'likums teorēma slimība sindroms tests skala metode efekts paradokss vienādojums skaitlis konstante kārtula līkne sadalījums algoritms',
  },
  mt: {
    things:
      'sufan siġġu mejda sodda lampa gwardarobba libsa żraben basket fwieħa kejk insalata nbid birra kafè te ċikkulata gallettini ġobon ilma meraq lukanda ristorant vapur maltempata uragan tadam patata tuffieħ mudell pjan pakkett modulu app kulur telefon karozza',
    sites:
      'triq pjazza pont park skola kulleġġ sptar stazzjon ajruport grawnd mużew teatru knisja kappella festa premju tazza',
    ideas: 'liġi teorema marda sindromu test skala metodu effett paradoss ekwazzjoni numru kostanti regola kurva',
  },
  nl: {
    things:
      'bank stoel tafel bed lamp kast fauteuil jurk schoenen tas parfum taart salade wijn bier koffie thee chocolade koekjes kaas water sap hotel restaurant schip veerboot storm orkaan ras tomaat aardappel appel model abonnement pakket module app kleur tint telefoon auto matras lippenstift worst',
    sites:
      'straat laan plein brug park school lyceum ziekenhuis station luchthaven stadion museum theater kerk wijk halte prijs beker weg gracht',
    ideas:
      'wet stelling ziekte syndroom test schaal methode effect paradox vergelijking getal constante regel kromme verdeling algoritme',
  },
  pl: {
    things:
      'sofa fotel krzesło stół łóżko lampa szafa sukienka buty torebka perfumy tort ciasto sałatka wino piwo kawa herbata czekolada ciastka kiełbasa ser woda sok hotel restauracja statek prom burza huragan orkan odmiana pomidor ziemniaki jabłko model taryfa pakiet moduł aplikacja kolor odcień telefon samochód materac szminka',
    sites:
      'ulica aleja plac most park szkoła liceum szpital dworzec lotnisko stadion muzeum teatr kościół osiedle przystanek nagroda puchar rondo bulwar skwer pomnik',
    ideas:
      'prawo twierdzenie choroba zespół test skala metoda efekt paradoks równanie liczba stała reguła krzywa rozkład algorytm kodeks',
  },
  pt: {
    things:
      'sofá poltrona cadeira mesa cama candeeiro armário vestido sapatos perfume bolo salada vinho cerveja café chá chocolate bolachas bolacha queijo água sumo hotel restaurante navio tempestade furacão variedade tomate batata maçã modelo tarifário pacote módulo aplicação tom telemóvel carro colchão batom',
    sites:
      'rua avenida praça ponte parque escola liceu hospital estação aeroporto estádio museu teatro igreja bairro paragem prémio taça largo torre',
    ideas:
      'lei teorema doença síndrome teste escala método efeito paradoxo equação número constante regra curva distribuição algoritmo',
  },
  ro: {
    things:
      'canapea fotoliu scaun masă lampă dulap rochie pantofi geantă parfum tort salată vin bere cafea ceai ciocolată biscuiți brânză apă suc hotel restaurant vapor furtună uragan soi roșii cartofi măr model abonament pachet modul aplicație culoare nuanță telefon mașină saltea ruj pufuleți',
    sites:
      'strada bulevardul piața podul parcul școala liceul spitalul gara aeroportul stadionul muzeul teatrul biserica cartierul stația premiul cupa calea',
    ideas:
      'legea teorema boala sindromul testul scala metoda efectul paradoxul ecuația numărul constanta regula curba distribuția algoritmul algoritm',
  },
  sk: {
    things:
      'pohovka stolička stôl stolík posteľ lampa skriňa kreslo šaty topánky kabelka parfum torta šalát víno pivo káva čaj čokoláda sušienky syr voda džús hotel reštaurácia loď búrka hurikán odroda paradajka zemiaky jablko model paušál balík modul aplikácia farba odtieň telefón auto matrac rúž',
    sites:
      'ulica námestie most park škola gymnázium nemocnica stanica letisko štadión múzeum divadlo kostol sídlisko zastávka cena pohár trieda nábrežie',
    ideas:
      'zákon veta choroba syndróm test stupnica metóda efekt paradox rovnica číslo konštanta pravidlo krivka rozdelenie klietka algoritmus',
  },
  sl: {
    things:
      'kavč stol miza postelja luč svetilka omara obleka čevlji torba parfum torta solata vino pivo kava čaj čokolada piškoti sir voda sok hotel restavracija ladja neurje orkan sorta paradižnik krompir jabolko model paket modul aplikacija barva odtenek telefon avto vzmetnica šminka klobasa',
    sites:
      'ulica cesta trg most park šola gimnazija bolnišnica postaja letališče stadion muzej gledališče cerkev naselje nagrada pokal dom',
    ideas:
      'zakon izrek bolezen sindrom test lestvica metoda učinek paradoks enačba število konstanta pravilo krivulja porazdelitev algoritem',
  },
  sv: {
    things:
      'soffa soffan fåtölj stol stolen bord säng lampa lampan bordslampa skåp klänning skor väska parfym tårta sallad vin öl kaffe te choklad kex ost vatten juice hotell restaurang fartyg färja storm stormen orkan sort tomat potatis äpple modell abonnemang paket modul app färg nyans telefon bil madrass läppstift blomkål teleskop',
    sites:
      'gata väg torg bro park skola gymnasium sjukhus station flygplats arena museum teater kyrka stadsdel hållplats pris pokal allé',
    ideas:
      'lag sats sjukdom syndrom test skala metod effekt paradox ekvation tal konstant regel kurva fördelning algoritm',
  },
}

export type ThingKind = 'thing' | 'site' | 'idea'

function split(kind: ThingKind): ReadonlyMap<string, readonly string[]> {
  const key = `${kind}s` as const
  return new Map(Object.entries(nouns).map(([language, list]) => [language, list[key].trim().split(/\s+/)]))
}

const byKind = { thing: split('thing'), site: split('site'), idea: split('idea') }

export function thingsOf(language: string, kind: ThingKind): readonly string[] {
  return byKind[kind].get(language) ?? byKind[kind].get('en')!
}

export function allThings(): string[] {
  return Object.values(byKind).flatMap(lists => [...lists.values()].flat())
}
