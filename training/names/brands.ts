/**
 * What bears a name like a person's and is bought, driven, played or installed, the same in all languages. Carriers draw them as
 * `{software}`, `{car}`, `{shop}`, `{maker}` and `{game}`; they may be firms, never people. Commas part those of several words.
 */
const brands = {
  software: `Claude,Gemini,Mistral,Llama,Grok,Copilot,Cortana,Alexa,Siri,Bixby,Watson,Perplexity,Whisper,Gemma,Qwen,Falcon,Bard,ChatGPT,DeepSeek,
Kafka,Rabbit,Spark,Flink,Airflow,Cassandra,Hadoop,Hive,Druid,Presto,Trino,Snowflake,Redis,Postgres,Mongo,Maria,Neo4j,Elastic,Kibana,Grafana,Loki,Prometheus,Jaeger,Sentry,
Docker,Kubernetes,Helm,Podman,Vagrant,Puppet,Chef,Ansible,Salt,Terraform,Pulumi,Nomad,Consul,Vault,Jenkins,Travis,Argo,Tekton,Gerrit,Bamboo,Sonar,Nexus,Istio,Linkerd,Envoy,
Python,Ruby,Julia,Scala,Pascal,Ada,Perl,Swift,Kotlin,Elixir,Erlang,Haskell,Crystal,Dart,Elm,Rust,Java,Groovy,Fortran,Eiffel,Haxe,
Django,Flask,Rails,Laravel,Symfony,Spring,Quarkus,Micronaut,Angular,React,Vue,Svelte,Ember,Backbone,Next,Nuxt,Remix,Astro,Gatsby,Jekyll,Hugo,Hexo,Jasmine,Karma,Mocha,Jest,Cypress,Selenium,Celery,Tornado,Sanic,Jinja,Gunicorn,
Jupyter,Pandas,Numpy,Keras,Torch,Dask,Polars,Seaborn,Plotly,Bokeh,Tableau,Looker,Stata,Maple,Octave,
Jira,Trello,Asana,Notion,Slack,Teams,Zoom,Miro,Figma,Canva,Obsidian,Evernote,Todoist,Zapier,Airtable,Basecamp,Confluence,Zendesk,Intercom,Hubspot,Pipedrive,Marketo,Mailchimp,Calendly,
Shopify,Magento,Joomla,Drupal,Typo3,Strapi,Ghost,Moodle,Odoo,Nextcloud,Thunderbird,Outlook,Safari,Brave,Opera,Vivaldi,Gimp,Inkscape,Blender,Audacity,Darktable,Kodi,Plex,
Debian,Ubuntu,Fedora,Mint,Arch,Gentoo,Ventura,Sonoma,Monterey,Hetzner,Heroku,Vercel,Netlify,Akamai,Twilio,Stripe,Klarna,Revolut,Adyen,Mollie`,
  car: `Clio,Megane,Zoe,Twingo,Captur,Kadjar,Kangoo,Scenic,Espace,Panda,Punto,Tipo,Doblo,Ducato,Giulia,Giulietta,Stelvio,Mito,Ypsilon,Corsa,Astra,Mokka,Zafira,Vivaro,Insignia,
Polo,Golf,Passat,Tiguan,Touran,Sharan,Caddy,Arteon,Jetta,Fabia,Octavia,Superb,Kodiaq,Karoq,Kamiq,Rapid,Ibiza,Leon,Ateca,Arona,Toledo,Alhambra,Fiesta,Focus,Mondeo,Kuga,Puma,Galaxy,Ranger,Transit,Mustang,Escort,
Civic,Jazz,Accord,Corolla,Yaris,Auris,Prius,Avensis,Hilux,Sandero,Duster,Logan,Lodgy,Jogger,Micra,Juke,Qashqai,Navara,Leaf,Swift,Vitara,Ignis,Baleno,Outlander,Pajero,Lancer,Colt,Forester,Impreza,
Berlingo,Picasso,Saxo,Xsara,Sprinter,Vito,Cayenne,Macan,Panamera,Taycan,Wrangler,Cherokee,Renegade,Compass,Picanto,Rio,Ceed,Sportage,Sorento,Tucson,Kona,Bayon,Santa Fe,Seat Leon,Alfa Giulia,Dacia Logan,Skoda Fabia,Opel Corsa,Renault Clio,Fiat Panda,Vauxhall Astra,Ford Fiesta,Volvo Amazon,Tesla Model Y`,
  shop: `Aldi,Lidl,Rewe,Edeka,Kaufland,Penny,Netto,Rossmann,Tegut,Hofer,Billa,Spar,Merkur,Migros,Denner,Carrefour,Auchan,Leclerc,Casino,Monoprix,Boulanger,Darty,Decathlon,Castorama,Mercadona,Eroski,Alcampo,Hipercor,Conad,Esselunga,Coop,Pam,Eurospin,
Jumbo,Albert Heijn,Hema,Kruidvat,Etos,Delhaize,Colruyt,Tesco,Asda,Morrisons,Waitrose,Boots,Argos,Iceland,Primark,Dunnes,Centra,Ica,Willys,Hemköp,Clas Ohlson,Rema,Kiwi,Netto,Bilka,Prisma,Alepa,Stockmann,Rimi,Maxima,Iki,Selver,Biedronka,Dino,Allegro,Albert,Globus,Billa,Jednota,Konzum,Plodine,Mercator,Mega Image,Dedeman,Fantastico,Kaufland,Sklavenitis,Continente,Pingo Doce,Worten,Fnac,Ikea,Jysk,Zara,Mango,Bershka,Douglas,Zalando,Otto,Bonprix,
Vodafone,Orange,Telia,Elisa,Movistar,Bouygues,Yoigo,Fastweb,Iliad,Telekom,Proximus,Telenet,Ziggo,Tele2,Bolt,Uber,Wolt,Glovo,Ryanair,Wizz`,
  maker: `Bosch,Siemens,Miele,Philips,Braun,Grundig,Bauknecht,Liebherr,Neff,Gorenje,Zanussi,Candy,Ariston,Indesit,Whirlpool,Vaillant,Viessmann,Junkers,Buderus,Wolf,Grohe,Geberit,Makita,Stihl,Husqvarna,Einhell,Metabo,Hilti,Festool,Phillips,Stanley,
Dyson,Vorwerk,Thermomix,Jura,Melitta,Krups,Rowenta,Moulinex,Seb,Tefal,Magimix,Delonghi,Smeg,Bialetti,Lavazza,Nespresso,Linky,Gazpar,Netatmo,Nest,Roomba,Garmin,Suunto,Lenovo,Acer,Huawei,Nokia,Brother,Epson,Canon,Ricoh,Leica,Sonos,Marshall,Fender,Gibson,Steinway,Rolex,Tissot,Casio,Lego,Playmobil`,
  game: `Zelda,Mario,Kirby,Luigi,Tetris,Fortnite,Minecraft,Skyrim,Hades,Celeste,Portal,Doom,Fallout,Diablo,Overwatch,Valorant,Catan,Carcassonne,Azul,Dixit,Monopoly,Cluedo,Risk,Splendor,Pandemic,Gloomhaven,Stardew,Terraria,Undertale,Okami,Tekken,Persona,Sekiro,Elden Ring,Baldur's Gate,Civilization,Anno,Hearthstone,Genshin,Ori,Cuphead,Bayonetta,Alan Wake,Max Payne,Lara Croft,Tomb Raider`,
  drug: `Marcumar,Xarelto,Eliquis,Ozempic,Wegovy,Novalgin,Aspirin,Ibuprofen,Paracetamol,Metformin,Ramipril,Bisoprolol,Amlodipin,Candesartan,Torasemid,Pantoprazol,Simvastatin,Atorvastatin,Levothyroxin,Euthyrox,Insulin,Lantus,Humira,Methotrexat,Prednisolon,Dexamethason,Amoxicillin,Penicillin,Clarithromycin,
Tavor,Valium,Lyrica,Gabapentin,Sertralin,Citalopram,Mirtazapin,Quetiapin,Ritalin,Tramadol,Tilidin,Morphin,Fentanyl,Doliprane,Spasfon,Levotyrox,Ventolin,Salbutamol,Spiriva,Symbicort,Nurofen,Tachipirina,Brufen,Lasix,Warfarin,Codeine,Naproxen,Omeprazole,Losartan,Plavix,Crestor,Lipitor,Zoloft,Prozac,Xanax,Viagra,Imodium,Voltaren,Bepanthen,Panadol,Burana,Alvedon,Apap,Ketonal,Enap,Concor`,
  drink: `Riesling,Merlot,Chianti,Barolo,Barbera,Dolcetto,Rioja,Ribera,Sauternes,Madiran,Chablis,Sancerre,Malbec,Syrah,Tempranillo,Tokaji,Prosecco,Lambrusco,Porto,Madeira,Campari,Aperol,Martini,Cointreau,Baileys,Jameson,Becherovka,Metaxa,Guinness,Heineken,Peroni,
Gouda,Edam,Brie,Camembert,Roquefort,Gorgonzola,Parmigiano,Pecorino,Manchego,Feta,Halloumi,Emmentaler,Tilsiter,Havarti,Cheddar,Stilton,Oreo,Nutella,Haribo,Milka,Kinder Bueno,Toblerone,Barilla,Knorr,Maggi,Fanta,Sinalco,Schweppes,Perrier,Evian,Gala,Fuji,Braeburn,Elstar,Boskoop,Jonagold,Cox Orange,Granny Smith,Pink Lady,Linda,Annabelle,Charlotte,Nicola,San Marzano`,
  band: `Everton,Chelsea,Arsenal,Ajax,Feyenoord,Benfica,Juventus,Inter,Sampdoria,Sevilla,Betis,Celta,Marseille,Monaco,Werder,Schalke,Hertha,Rapid,Sparta,Slavia,Dinamo,Hajduk,Olimpija,Panathinaikos,Levski,Legia,Cracovia,Ferencvaros,Celtic,Ranger,Rosenborg,
Blur,Muse,Placebo,Garbage,Oasis,Genesis,Queen,Pulp,Rammstein,Kraftwerk,Scorpions,Accept,Nightwish,Apocalyptica,Roxette,Europe,Abba,Aqua,Madonna,Adele,Dido,Shakira,Rosalia,Aida,Carmen,Tosca,Otello,Nabucco,Hamlet,Macbeth,Faust,Emma,Rebecca,Matilda,Ivanhoe,Candide,Germinal`,
} as const

export type BrandKind = keyof typeof brands

const kept = new Map<BrandKind, readonly string[]>()

export function brandsOf(kind: BrandKind): readonly string[] {
  const list = kept.get(kind) ?? brands[kind].split(/,\s*/).map(name => name.trim())
  kept.set(kind, list)
  return list
}
