/** What announces a name, in 24 languages: invented names, most in no list, so that the words around them have to tell. */
import { describe, expect, it } from 'vitest'
import { detectNow } from '../marked.ts'

const balanced = { profile: 'balanced' } as const

function people(text: string): string[] {
  return detectNow(text, balanced)
    .filter(({ type }) => type === 'PERSON')
    .map(({ start, end }) => text.slice(start, end))
}

/** `N` stands for the name, `F S` for one in full. */
const languages: Record<string, [first: string, last: string, relatives: string[], addressed: string[], born: string]> =
  {
    bg: [
      'Здравена',
      'Куртланова',
      ['Със сестра ми N се разбрахме вчера.', 'Съпругът N ще дойде.', 'Свържете се със сина му N.'],
      ['Благодаря, г-жо S.', 'Писмото е за г-н S.'],
      'F S, роден на 04.06.1982 в Лом, се яви.',
    ],
    cs: [
      'Zbyhněva',
      'Kvardlová',
      ['Manžel N přijde později.', 'Volejte mého bratra N.', 'Dcera N bydlí jinde.'],
      ['Děkuji, paní S.', 'Předejte to panu S prosím.'],
      'F S, narozená 4. 6. 1982 v Táboře, se dostavila.',
    ],
    da: [
      'Torvild',
      'Brøndkjul',
      ['Min søster N henter den.', 'Min kone N ringer.', 'Kontakt min nabo N.'],
      ['Tak, fru S.', 'Send det til hr. S.'],
      'F S, født 4. juni 1982 i Skive, mødte op.',
    ],
    de: [
      'Wulfhild',
      'Quastenbrink',
      ['Meine Schwester N holt es ab.', 'Seine Ehefrau N ruft an.', 'Bitte den Nachbarn N fragen.'],
      ['Danke, Frau S.', 'Das ist für Herrn S.'],
      'F S, geb. am 4. Juni 1982 in Husum, erschien.',
    ],
    el: [
      'Ζαφειρούλα',
      'Κουρτλανίδη',
      ['Η αδερφή μου N θα έρθει.', 'Ο γιος του N τηλεφώνησε.', 'Η σύζυγος N ενημερώθηκε.'],
      ['Ευχαριστώ, κυρία S.', 'Είναι για τον κ. S.'],
      'F S, γεννημένη 4.6.1982 στη Βέροια, προσήλθε.',
    ],
    en: [
      'Thessaly',
      'Quarnbrook',
      ['My sister N will collect it.', 'His wife N called.', 'Please ask our neighbour N about it.'],
      ['Thanks, Mrs S.', 'This is for Mr S please.'],
      'F S, born on 4 June 1982 in Leeds, attended.',
    ],
    es: [
      'Zoraleja',
      'Quintarosco',
      ['Mi hermana N lo recoge.', 'Su esposo N llamó.', 'Pregunte a mi vecina N por favor.'],
      ['Gracias, señora S.', 'Es para la Sra. S.'],
      'F S, nacida el 4 de junio de 1982 en Cuenca, compareció.',
    ],
    et: [
      'Vaimela',
      'Kuresoost',
      ['Minu õde N tuleb järele.', 'Tema poeg N helistas.', 'Küsige naaber N käest.'],
      ['Aitäh, proua S.', 'See on härra S jaoks.'],
      'F S, sündinud 4. juunil 1982 Viljandis, ilmus kohale.',
    ],
    fi: [
      'Sinivuokko',
      'Hauskamäki',
      ['Siskoni N hakee sen.', 'Hänen miehensä N soitti.', 'Kysykää naapuri N kanssa.'],
      ['Kiitos, rouva S.', 'Tämä on herra S varten.'],
      'F S, syntynyt 4.6.1982 Kuopiossa, saapui.',
    ],
    fr: [
      'Aldegonde',
      'Quintarol',
      ['Ma sœur N passera le prendre.', 'Son mari N a appelé.', 'Voyez avec ma voisine N.'],
      ['Merci, madame S.', 'C’est pour M. et Mme S.'],
      'F S, née le 4 juin 1982 à Dakar, est venue.',
    ],
    ga: [
      'Sárnait',
      'Ó Cearnlaigh',
      ['Tiocfaidh mo dheirfiúr N.', 'Ghlaoigh a iníon N.', 'Cuir ceist ar mo dheartháir N.'],
      ['Go raibh maith agat, an tUasal S.', 'Don Dr S é.'],
      'Rugadh F S ar 4 Meitheamh 1982 i Leitir Ceanainn.',
    ],
    hr: [
      'Zdravenka',
      'Kvartuljić',
      ['Moja sestra N će doći.', 'Njegov brat N je zvao.', 'Pitajte moju susjedu N.'],
      ['Hvala, gospođo S.', 'To je za gospodina S.'],
      'F S, rođena 4. lipnja 1982. u Sisku, pristupila je.',
    ],
    hu: [
      'Csillagvirág',
      'Kvartuláry',
      ['A nővérem N elhozza.', 'A férje N telefonált.', 'Kérdezze a szomszédom N véleményét.'],
      ['Köszönöm, S asszony.', 'Ez S úrnak szól.'],
      'F S (szül.: Szeged, 1982. június 4.) megjelent.',
    ],
    it: [
      'Zoraide',
      'Quintarosi',
      ['Mia sorella N passa a prenderlo.', 'Suo marito N ha chiamato.', 'Chieda a mia zia N.'],
      ['Grazie, signora S.', 'È per il sig. S.'],
      'F S, nata a Cuneo il 4 giugno 1982, è comparsa.',
    ],
    lt: [
      'Žydruolė',
      'Kvartulskienė',
      ['Mano sesuo N atvyks.', 'Jo brolis N skambino.', 'Klauskite kaimynės N apie tai.'],
      ['Ačiū, ponia S.', 'Tai skirta ponui S.'],
      'F S, gimusi 1982 m. birželio 4 d. Alytuje, atvyko.',
    ],
    lv: [
      'Zvaigznīte',
      'Kvartulniece',
      ['Mana māsa N atbrauks.', 'Viņas vīrs N zvanīja.', 'Jautājiet brālim N.'],
      ['Paldies, kundze S.', 'Tas ir S kungam.'],
      'F S, dzimusi 1982. gada 4. jūnijā Cēsīs, ieradās.',
    ],
    mt: [
      'Żarinella',
      'Kwartulja',
      ['Oħti N tiġi għaliha.', 'Żewġha N ċempel.', 'Staqsi lil ħija N.'],
      ['Grazzi, sinjura S.', 'Dan għas-sur S.'],
      'F S, imwielda fl-4 ta’ Ġunju 1982 ir-Rabat, attendiet.',
    ],
    nl: [
      'Wietske',
      'Kwartelbrink',
      ['Mijn zus N haalt het op.', 'Zijn vrouw N belde.', 'Vraag het mijn buurvrouw N.'],
      ['Bedankt, mevrouw S.', 'Dit is voor dhr. S.'],
      'F S, geboren op 4 juni 1982 te Gent, verscheen.',
    ],
    pl: [
      'Zdzirosława',
      'Kwartulska',
      ['Moja siostra N odbierze.', 'Jego żona N dzwoniła.', 'Proszę zapytać sąsiadkę N.'],
      ['Dziękuję, pani S.', 'To dla pana S.'],
      'F S, ur. 4.06.1982 w Pile, stawiła się.',
    ],
    pt: [
      'Zuleimara',
      'Quintarola',
      ['A minha irmã N vai buscar.', 'O marido N telefonou.', 'Pergunte à minha vizinha N.'],
      ['Obrigado, senhora S.', 'É para a Sra. S.'],
      'F S, nascida a 4 de junho de 1982 em Tavira, compareceu.',
    ],
    ro: [
      'Zorileana',
      'Cvartulescu',
      ['Sora mea N vine să o ia.', 'Soțul ei N a sunat.', 'Întrebați-l pe vecinul N.'],
      ['Mulțumesc, doamnă S.', 'Este pentru domnul S.'],
      'F S, născută la 4 iunie 1982 în Zalău, s-a prezentat.',
    ],
    sk: [
      'Zbyhneva',
      'Kvardlová',
      ['Moja sestra N príde.', 'Jej manžel N volal.', 'Opýtajte sa suseda N.'],
      ['Ďakujem, pani S.', 'Je to pre pána S.'],
      'F S, narodená 4. júna 1982 v Zvolene, sa dostavila.',
    ],
    sl: [
      'Zarjanka',
      'Kvartulnik',
      ['Moja sestra N pride.', 'Njen mož N je klical.', 'Vprašajte soseda N.'],
      ['Hvala, gospa S.', 'To je za gospoda S.'],
      'F S, rojena 4. junija 1982 v Kranju, se je zglasila.',
    ],
    sv: [
      'Torfrida',
      'Kvartulius',
      ['Min syster N hämtar det.', 'Min fru N ringde.', 'Fråga min granne N.'],
      ['Tack, fru S.', 'Det är till herr S.'],
      'F S, född den 4 juni 1982 i Ystad, infann sig.',
    ],
  }

const place = (text: string, letter: string, name: string) =>
  text.replace(new RegExp(`(?<!\\p{L})${letter}(?!\\p{L})`, 'u'), name)

describe.each(Object.entries(languages))('in %s', (_, [first, last, relatives, addressed, born]) => {
  it.each(relatives)('finds the name of a relative or a neighbour: %s', text => {
    expect(people(place(text, 'N', first))).toContain(first)
  })

  it.each(addressed)('finds the name behind a form of address: %s', text => {
    expect(people(place(text, 'S', last))).toContain(last)
  })

  it(`finds who was born, and not where: ${born}`, () => {
    expect(people(place(place(born, 'F', first), 'S', last))).toEqual([`${first} ${last}`])
  })
})

describe('the place where somebody was born', () => {
  it.each([
    'Lieu de naissance : Castelroux',
    'Geburtsort: Quintenhausen',
    'Lugar de nacimiento: Quintanilleja',
    'Luogo di nascita: Quintarolo',
    'Miejsce urodzenia: Kwartule',
    'Místo narození: Kvardlice',
    'Místo narození: Kvardlice, okres Tábor',
    'Μέρος: εδώ. Τόπος γέννησης: Κουρτλανίδα',
    'Születési hely: Kvartulháza',
    'Gimimo vieta: Kvartulai',
    'Geboorteplaats: Kwartelwoude',
    'Szül.: Kvartulháza, 1982. 06. 04.',
  ])('is no person: %s', text => {
    expect(people(text)).toEqual([])
  })

  it('is told from the name at birth', () => {
    expect(people('Nom de naissance : Quintarol')).toEqual(['Quintarol'])
    expect(people('Marie Quintarol, née Vasseurin, est venue hier.')).toContain('Vasseurin')
  })
})

describe('kinds of fruit, flowers and furniture', () => {
  it.each([
    ['Potatoes: Charlotte did well, and so did Maris.', 'Charlotte'],
    ['Kartoffeln: Linda und Annabelle sind ausverkauft.', 'Linda'],
    ['Roses: Viola, Ludo', 'Viola'],
  ])('are people only where nothing else is likely: %s', (text, kind) => {
    expect(people(text)).not.toContain(kind)
  })
})

describe('words in capitals', () => {
  it.each(['MOTOR CLAIM', 'Le code PUK suit.', 'P. IVA 0123', 'Admitted via ED with pain.', 'MRN: unknown'])(
    'that head or abbreviate are no people: %s',
    text => {
      expect(people(text)).toEqual([])
    },
  )
})

describe('a family, a list of people, a doorbell', () => {
  it.each([
    ['Familie Quastenbrink, Lindenweg 4', 'Quastenbrink'],
    ['Rodzina Kwartulskich zgłosiła szkodę.', 'Kwartulskich'],
    ['La famille Courtelanges est partie.', 'Courtelanges'],
    ['La familia Quintarosco se mudó.', 'Quintarosco'],
    ['Het gezin Kwartelbrink is verhuisd.', 'Kwartelbrink'],
    ['Familjen Brunnskjul flyttade.', 'Brunnskjul'],
    ['Teilnehmende: Quastenbrink, Selzig, Dr. Kernbach', 'Selzig'],
    ['Présents : Courtelanges, Vasselin, Mme Lortal', 'Vasselin'],
    ['Obecni: Kwartulski, Mrugal, dr Kern', 'Mrugal'],
    ['Attendees: Quarnbrook, Tilwen, Dr Ng', 'Tilwen'],
    ['Klingel: Quastenbrink, bitte zweimal', 'Quastenbrink'],
    ['Interphone : Courtelanges', 'Courtelanges'],
    ['Nyomozó: Kvardlanki őrmester', 'Kvardlanki'],
  ])('announces a name: %s', (text, name) => {
    expect(people(text).join(' ')).toContain(name)
  })

  it('names nobody where a thing is meant', () => {
    for (const text of ['The family room and the Family Plan.', 'Present: Monday, Tuesday', 'Familie und Beruf'])
      expect(people(text)).toEqual([])
  })
})

describe('two between whom something is', () => {
  it.each([
    ['Summarize the call between Quarnbrook and Tilwen about the refund.', ['Quarnbrook', 'Tilwen']],
    ['Fasse das Gespräch zwischen Quastenrik und Selzig zusammen.', ['Quastenrik', 'Selzig']],
    ["Résume l'échange entre Courtelan et Vasselin.", ['Courtelan', 'Vasselin']],
    ['Streszczenie rozmowy między Kwartulskim a Mrugalem', ['Kwartulskim', 'Mrugalem']],
  ])('are both found: %s', (text, names) => {
    for (const name of names) expect(people(text)).toContain(name)
  })

  it('are none where two things are compared', () => {
    expect(people('What is the call between Quarnbrook and Tilwen?')).toContain('Quarnbrook')
    expect(people('What is the difference between Quarnbrook and Tilwen?')).not.toContain('Quarnbrook')
  })

  it('are none where they are places or days', () => {
    expect(people('The train between Leeds and York runs between Monday and Friday.')).toEqual([])
  })
})

describe('two people on the two sides of a stroke', () => {
  it.each([
    ['Causa Scarpellini / Brunoldi, R.G. 221/2024', ['Scarpellini', 'Brunoldi']],
    ['Zaak Kwakernaak/Dijkhuizer loopt nog.', ['Kwakernaak', 'Dijkhuizer']],
    ['Mieterhöhung für Selzig/Hannah Brinkhus, 3. OG', ['Selzig', 'Hannah Brinkhus']],
  ])('are both found: %s', (text, names) => {
    for (const name of names) expect(people(text).join(' ')).toContain(name)
  })

  it('are none in a path or a list', () => {
    expect(people('See docs/Anna/Overview/Setup and Berg/Tal/See.').join(' ')).not.toMatch(/Overview|Setup/)
  })
})
