/**
 * Things, firms and places known by the name of a person, or by words that people are called too. The name alone does not
 * tell them from people; that they are widely known does. Written for this package, by kind; one phrase between commas. A
 * phrase hides the names in it only as a whole: "Hugo Boss" is a firm, "Hugo" is not. Firms whose name a customer may well
 * bear ("John Lewis", "Robert Bosch") are left out, and so are first names that stand alone: a false alarm costs less.
 */

const fashion =
  'Hugo Boss, Calvin Klein, Ralph Lauren, Tommy Hilfiger, Louis Vuitton, Christian Dior, Yves Saint Laurent, Saint Laurent, Giorgio Armani, ' +
  'Emporio Armani, Jack Wolfskin, Jack & Jones, Karl Lagerfeld, ' +
  'Vivienne Westwood, Stella McCartney, Alexander McQueen, Helly Hansen, Levi Strauss, Marks & Spencer, Marks and Spencer, ' +
  'Jean Paul Gaultier, Paco Rabanne, ' +
  "Salvatore Ferragamo, Jimmy Choo, Christian Louboutin, Manolo Blahnik, Marc O'Polo, Peek & Cloppenburg, " +
  'Jil Sander, Hermès Paris, Coco Chanel, Estée Lauder, ' +
  "Yves Rocher, Charlotte Russe, Victoria's Secret, " +
  'Dr. Martens, Doc Martens, Ray Ban, Ray-Ban, Hunkemöller, Oscar de la Renta'
const vehicles =
  'Harley Davidson, Harley-Davidson, Mercedes Benz, Mercedes-Benz, Alfa Romeo, Rolls Royce, Rolls-Royce, Aston Martin, Ford Focus, Ford Fiesta, ' +
  'Henry Ford Museum, Jeep Cherokee, Land Rover, Range Rover, Lotus Elise, Renault Clio, Renault Zoe, Renault Megane, Dacia Sandero, ' +
  'Dacia Duster, Opel Astra, Opel Corsa, Opel Adam, Seat Leon, Seat Ibiza, Škoda Octavia, Skoda Octavia, Škoda Fabia, Skoda Fabia, Škoda Kamiq, ' +
  'VW Polo, VW Golf, VW Passat, VW Tiguan, VW Caddy, Volkswagen Golf, Volkswagen Polo, Toyota Yaris, Toyota Corolla, Nissan Juke, Nissan Leaf, ' +
  'Nissan Micra, Citroën Berlingo, Fiat Tipo, Fiat Panda, Lancia Ypsilon, Massey Ferguson, Ever Given, Queen Mary, ' +
  'Queen Mary 2, Costa Concordia, MSC Virtuosa'
const foodAndDrink =
  "Jack Daniel's, Johnnie Walker, Captain Morgan, Bloody Mary, Shirley Temple, Earl Grey, Lady Grey, " +
  "Ben & Jerry's, Ben and Jerry's, Uncle Ben's, Aunt Bessie's, Aunt Jemima, Dr. Oetker, Dr Oetker, Dr Pepper, Dr. Pepper, " +
  "Famous Amos, Little Debbie, Mrs. Fields, Papa John's, Domino's, Jamba Juice, Fanta Lemon, " +
  'eggs Benedict, Eggs Benedict, Peach Melba, pêche Melba, Pêche Melba, Pfirsich Melba, crêpes Suzette, Crêpes Suzette, crêpe Suzette, Beef Wellington, ' +
  'beef Wellington, Beef Stroganoff, beef Stroganoff, bœuf Stroganoff, Bœuf Stroganoff, Boeuf Stroganoff, oysters Rockefeller, Oysters Rockefeller, ' +
  'Victoria sponge, Victoria Sponge, Bakewell tart, Bakewell Tart, Caesar salad, Caesar Salad, Waldorf salad, Waldorf Salad, Cobb salad, chicken Kiev, ' +
  'Chicken Kiev, tarte Tatin, Tarte Tatin, Granny Smith, Pink Lady, Cox Orange, Williams Christ, Conference pear, ' +
  'Charlotte potatoes, Belle de Boskoop, Marie Rose sauce, Johnny cake, Sloppy Joe, Monte Cristo sandwich, Rigó Jancsi, Rigo Jancsi, ' +
  'Douwe Egberts, Van Houten, Van Melle, Dom Pérignon, Veuve Clicquot, Moët & Chandon, Laurent Perrier, Laurent-Perrier, ' +
  'Grand Marnier, Aperol Spritz, Pan Tadeusz, Karlovarská Becherovka, Harvey Wallbanger, ' +
  'tarta de Santiago, Tarta de Santiago, Zé do Pipo, Santa Clara, Santa Teresa, Dobos torte, Esterházy torta, Eszterházy torta, ' +
  "Sacher Torte, Fürst Pückler, Hershey's, Kellogg's"
const money =
  'Morgan Stanley, Charles Schwab, Goldman Sachs, Wells Fargo, Lehman Brothers, Merrill Lynch, Merrill Edge, JP Morgan, ' +
  'J.P. Morgan, JPMorgan Chase, Credit Suisse, Julius Bär, Julius Baer, Lloyds Bank, Lombard Odier, Rothschild & Co, Crédit Agricole, ' +
  "Dun & Bradstreet, Standard & Poor's, Ernst & Young, Ernst and Young, Arthur D. Little, Oliver Wyman, Booz Allen, " +
  'Booz Allen Hamilton, McKinsey & Company, Price Waterhouse, Baker McKenzie, Norton Rose, Clifford Chance, Dow Jones, ' +
  'Marsh McLennan, Willis Towers Watson, Arthur J. Gallagher, Dean Witter, Sallie Mae, Fannie Mae, Freddie Mac, Ginnie Mae, ' +
  'Gini coefficient, Roth IRA, Van Eck, T. Rowe Price, Fidelity Investments'
const software =
  'Claude Code, Claude Sonnet, Claude Opus, Claude Haiku, Claude API, Gemini Pro, Gemini Flash, Gemini Ultra, Gemini Nano, ' +
  'Ruby on Rails, Ruby Gems, Ruby gem, Ruby gems, Django, Django REST, Gunicorn, Travis CI, Argo, Argo CD, Argo Workflows, ' +
  'Grafana, Grafana Loki, Grafana Tempo, Linkerd, Istio, Apache Cassandra, Apache Kafka, Apache Spark, Apache Felix, Apache Hudi, Maria DB, ' +
  'Julia language, Julia 1, Ada 95, Ada 2012, Object Pascal, Turbo Pascal, ' +
  'Ada Lovelace GPU, Nvidia Ada, NVIDIA Ada, Nvidia Hopper, NVIDIA Hopper, Nvidia Blackwell, NVIDIA Blackwell, Nvidia Tesla, Hey Siri, Hey Google, Alexa Skill, ' +
  'Alexa skill, Amazon Alexa, Lambda Labs, Hugging Face, Watson Studio, IBM Watson, Watson Assistant, Watsonx, Salesforce Einstein, ' +
  'Einstein GPT, Adobe Sensei, Norton AntiVirus, Norton Antivirus, John the Ripper, Burp Suite, Charles Proxy, Docker Swarm, ' +
  'Rust Clippy, Mistral, Mistral Large, ' +
  'Sidekiq, Hermes Agent, Amazon Titan, Amazon Nova, Lucene, ' +
  'Lexware, Datev, ' +
  'Jekyll, Ember, Ember.js, Hapi, Azure Cosmos'
const science =
  'Morbus Crohn, Morbus Bechterew, Morbus Parkinson, Morbus Basedow, Morbus Alzheimer, Morbus Menière, Marie Curie programme, Marie Curie Fellowship, ' +
  'Marie Skłodowska-Curie Actions, Marie Curie Actions, Max Planck Institute, Max-Planck-Institut, Max Planck Society, Max-Planck-Gesellschaft, Fraunhofer, ' +
  'Robert Koch Institut, Robert Koch-Institut, Robert-Koch-Institut, Paul-Ehrlich-Institut, Helmholtz Zentrum, Helmholtz-Zentrum, Alfred-Wegener-Institut, ' +
  'Niels Bohr Institute, Karolinska Institutet, Johns Hopkins, Johns Hopkins University, Mount Sinai, Mayo Clinic, Sloan Kettering, Dana-Farber, Cleveland Clinic, ' +
  "Hubble, James Webb, James Webb Space Telescope, Hubble Space Telescope, Euclid telescope, Halley's Comet, Vera Rubin Observatory, " +
  'Adams Bashforth, Adams-Bashforth, Runge Kutta, Runge-Kutta, Monte Carlo, Cox regression, Mann Whitney, Mann-Whitney, Kaplan Meier, Kaplan-Meier, Pearson correlation, ' +
  "Spearman rank, Student's t, Fisher exact, Erdős number, Black Scholes, Black-Scholes, Hardy Weinberg, Hardy-Weinberg, Myers Briggs, Myers-Briggs, " +
  "Stanley Cup, Dean's list, Arnold press, Arnold Press, Bulgarian split squat, Nordic curl, Pallof press, Zottman curl, Jefferson curl"
/** Diseases, fractures, scales and methods of clinics and of computing; of single names only those that hardly anybody bears. */
const eponyms =
  'Wolff-Parkinson-White, Guillain-Barré, Guillain-Barre, Creutzfeldt-Jakob, Creutzfeldt-Jakobs, Charcot-Marie-Tooth, Stevens-Johnson, Ehlers-Danlos, Klippel-Feil, Prader-Willi, Lennox-Gastaut, ' +
  'Zollinger-Ellison, Peutz-Jeghers, Budd-Chiari, Arnold-Chiari, Henoch-Schönlein, Schönlein-Henoch, Osgood-Schlatter, Legg-Calvé-Perthes, Legg-Perthes, Mallory-Weiss, Epstein-Barr, Roux-en-Y, ' +
  "Baker's cyst, Baker cyst, Baker-Zyste, kyste de Baker, cisti di Baker, quiste de Baker, Colles fracture, Colles' fracture, Colles-Fraktur, Smith's fracture, Smith-Fraktur, Le Fort fracture, Le-Fort-Fraktur, " +
  "Bell's palsy, Crohn's disease, maladie de Crohn, enfermedad de Crohn, malattia di Crohn, doença de Crohn, choroba Crohna, ziekte van Crohn, Hodgkin lymphoma, Hodgkin-Lymphom, Non-Hodgkin, non-Hodgkin, " +
  "Hashimoto's thyroiditis, Hashimoto thyroiditis, Hashimoto-Thyreoiditis, thyroïdite de Hashimoto, tiroidite di Hashimoto, tiroiditis de Hashimoto, zapalenie Hashimoto, Hashimotos tyreoidit, " +
  "Graves' disease, Graves disease, Raynaud's, Raynaud-Syndrom, Sjögren's syndrome, Sjögren syndrome, Sjögren-Syndrom, Down syndrome, Down's syndrome, Down-Syndrom, Turner syndrome, Turner-Syndrom, Marfan syndrome, " +
  "Marfan-Syndrom, Lynch syndrome, Cushing's, Cushing-Syndrom, Addison's disease, Parkinson's disease, Parkinson-Syndrom, maladie de Parkinson, malattia di Parkinson, enfermedad de Parkinson, doença de Parkinson, " +
  'choroba Parkinsona, ziekte van Parkinson, ziekte van Lyme, Lyme disease, Lyme-Borreliose, Barthel-Index, Barthel Index, Barthel index, Norton-Skala, Norton scale, Braden-Skala, Braden scale, Tinetti-Test, ' +
  "Glasgow Coma Scale, Foley catheter, Foley-Katheter, Holter monitor, Dijkstra's algorithm, Dijkstra algorithm, Dijkstra-Algorithmus, Kruskal's algorithm, Prim's algorithm, Floyd-Warshall, Bellman-Ford, " +
  'Knuth-Morris-Pratt, Boyer-Moore, Needleman-Wunsch, Smith-Waterman, Aho-Corasick, Ford-Fulkerson, Karl-Johansvamp, Karl Johan-svamp, Karljohansvamp'
const prizes =
  'Nobel Prize, Nobel Peace Prize, Nobelpreis, Nobelpriset, Oscars, Emmys, Grammy, Tony Award, Tony Awards, Pulitzer Prize, Booker Prize, Man Booker, ' +
  "Turner Prize, Fields Medal, Abel Prize, Turing Award, Ballon d'Or, Davis Cup, Ryder Cup, Roland Garros, Billie Jean King Cup, Laver Cup, Copa Davis, Copa Libertadores, " +
  'Premio Strega, Premi Goya, Premios Goya, Goncourt, Prix Goncourt, Prix Femina, Leibniz-Preis, Büchner-Preis, Georg-Büchner-Preis'
const publishing =
  'Merriam Webster, Merriam-Webster, Collins Dictionary, HarperCollins, Harper Collins, Random House, Simon & Schuster, John Wiley, Wiley-VCH, Thomson Reuters, ' +
  "Men's Health, Marie Claire, Elle Decor, Good Housekeeping, National Geographic, Frankfurter Allgemeine, Harry Potter, James Bond, " +
  'Sherlock Holmes, Mickey Mouse, Donald Duck, Peter Pan, Robin Hood, Father Christmas, Santa Claus, Winnie the Pooh, Peppa Pig, Thomas the Tank Engine, ' +
  'Bob the Builder, Tom & Jerry, Tom and Jerry, Bugs Bunny, Super Mario, Lara Croft, Darth Vader, Luke Skywalker, Indiana Jones, King Arthur, ' +
  'Romeo and Juliet, Romeo & Juliet, Madame Bovary, Anna Karenina, Don Quijote, Don Quixote, ' +
  'Alice in Wonderland, Pippi Langstrumpf, Pippi Långstrump, Nils Holgersson, Jane Eyre, ' +
  'GI Joe, Uncle Sam, Big Ben, Jack Russell Terrier, King Charles Spaniel, ' +
  'Times New Roman, Franklin Gothic, Gill Sans, Comic Sans, Courier New, Garamond, Baskerville, Lucida Grande'
const trade =
  'Johnson & Johnson, Johnson and Johnson, Procter & Gamble, Procter and Gamble, Black & Decker, Black and Decker, Bang & Olufsen, Bang and Olufsen, Bowers & Wilkins, ' +
  'Harman Kardon, Bristol Myers Squibb, Bristol-Myers Squibb, Smith & Nephew, Smith & Wesson, Abercrombie & Fitch, Pratt & Whitney, ' +
  "Briggs & Stratton, Warner Bros, Warner Brothers, Walt Disney, Walt Disney World, Levi's, Paddy Power, Mary's Meals, Hilton Garden Inn, " +
  'Ritz Carlton, Ritz-Carlton, Rosa Luxemburg Stiftung, Rosa-Luxemburg-Stiftung, Friedrich-Ebert-Stiftung, ' +
  'Friedrich Ebert Stiftung, Konrad-Adenauer-Stiftung, Konrad Adenauer Stiftung, Heinrich-Böll-Stiftung, Heinrich Böll Stiftung, Bertelsmann Stiftung, Hans-Böckler-Stiftung, ' +
  'Robert Bosch GmbH, Carl Zeiss AG, Ernst Klett Verlag, Adam Opel AG, ' +
  'Leroy Merlin, ' +
  "Maxi Zoo, Ernsting's family, Hansgrohe, Villeroy & Boch, Villeroy und Boch, " +
  'Fisher Price, Fisher-Price, Mary Poppins, Barbie Doll, Billy Bookcase, Billy bookcase, Billy bokhylla, Billy Regal, Billy-Regal, ' +
  "George Foreman Grill, George Foreman grill, De Longhi, DeLonghi, Giorgio Fedon, Sainsbury's, " +
  'Holland & Barrett, Sherwin-Williams, Farrow & Ball, Cath Kidston, Royal Albert, Royal Doulton'
const places =
  'Charles de Gaulle, John F. Kennedy Airport, JFK Airport, John Lennon Airport, Franz Josef Strauß Flughafen, Adolfo Suárez Madrid-Barajas, ' +
  'Leonardo da Vinci, Leonardo da Vinci Airport, Marco Polo Airport, Ferenc Liszt Airport, Liszt Ferenc, Václav Havel Airport, ' +
  'Letiště Václava Havla, Frédéric Chopin Airport, Lotnisko Chopina, Ελευθέριος Βενιζέλος, Eleftherios Venizelos, Willy Brandt Flughafen, Willy-Brandt-Haus, George Best Airport, ' +
  "Nikola Tesla Airport, Franjo Tuđman, Rosa Parks, St Pancras, King's Cross, Victoria Station, Victoria station, Elizabeth line, Elizabeth Line, Jubilee line, " +
  'Gare Saint-Lazare, Saint-Lazare, Denfert-Rochereau, Place Monge, Atocha, Santa Cruz, Santa Monica, Santa Fe, Santa Barbara, San Francisco, San Diego, ' +
  'San José, San Jose, San Marino, San Sebastián, San Remo, Saint Petersburg, St. Petersburg, St. Gallen, St. Moritz, Sankt Gallen, Sankt Augustin, St Albans, St Andrews, ' +
  'St Helens, Saint-Denis, Saint-Étienne, Saint-Malo, Saint-Tropez, Mont Blanc, Monte Rosa, Monte Cervino, Ellis Island, Grand Prix, Lake Geneva, Lake Constance, Lake Victoria, ' +
  'Victoria Falls, Mount Everest, Ben Nevis, Cape Horn, Falkland Islands, Virgin Islands, Christmas Island, Easter Island, Cook Islands, Marie Byrd Land, Ross Sea, ' +
  'Prinz Eugen, Васил Левски, Ștefan cel Mare, Dealu Mare, Piața Victoriei, Henri Coandă, Dvořákova síň, Karlův most'

/** Where a word that is a first name too can only be a language or a people. */
const peoples =
  'to German, into German, from German, in German, Germans, German-speaking, German language, German translation, German text, German version, ' +
  'Norman conquest, Roman numerals, Roman Empire, Romans'

/** Where a word stands in a phrase. */
interface Place {
  readonly phrase: string
  readonly at: number
}

/** Phrases by each of their words, so that a name found anywhere in one leads to it. Read when the first name is asked about. */
let byWord: ReadonlyMap<string, readonly Place[]> | null = null

function readPlaces(): ReadonlyMap<string, readonly Place[]> {
  const kinds = [
    fashion,
    vehicles,
    foodAndDrink,
    money,
    software,
    science,
    eponyms,
    prizes,
    publishing,
    trade,
    places,
    peoples,
  ]
  const read = new Map<string, Place[]>()
  for (const written of kinds.flatMap(kind => kind.split(', '))) {
    const phrase = written.normalize('NFC')
    for (const { 0: word, index } of phrase.matchAll(/[\p{L}\p{M}]+/gu)) {
      const known = read.get(word)
      if (known === undefined) read.set(word, [{ phrase, at: index }])
      else known.push({ phrase, at: index })
    }
  }
  return read
}

const firstWord = /[\p{L}\p{M}]+/u
/** Who is addressed or introduced is a person, whatever else is called so. */
const beforePerson =
  /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Miss|Mx|Sir|Dr|Prof|Herr|Herrn|Frau|Monsieur|Madame|Mme|Mlle|Señora?|Sra?|Signora?|Sig|Senhora?|Sra|Dhr|Mevr|Pan|Pani|Paní|Pana|Dear|Hi|Hello|Hallo|Hej|Ciao|Cher|Chère|Liebe|Lieber)\.?,?\s$/u

/** Is what was found a part of a known thing that stands there in full? */
export function isKnownThing(text: string, start: number, end: number): boolean {
  const [word] = firstWord.exec(text.slice(start, end)) ?? []
  if (word === undefined) return false
  const from = start + text.slice(start, end).indexOf(word)
  byWord ??= readPlaces()
  return (byWord.get(word) ?? []).some(({ phrase, at }) => {
    const phraseStart = from - at
    const phraseEnd = phraseStart + phrase.length
    if (phraseStart > start || phraseEnd < end || !text.startsWith(phrase, phraseStart)) return false
    return !isLetter(text, phraseStart - 1) && !isLetter(text, phraseEnd) && !isAddressed(text, phraseStart)
  })
}

function isAddressed(text: string, at: number): boolean {
  return beforePerson.test(text.slice(Math.max(0, at - 12), at))
}

function isLetter(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at))
}
