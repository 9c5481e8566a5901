import type { Hedge, Verb } from "../claim/index.ts";

/** Languages into which a brief can be translated; English is what it is written and checked in. */
export const languages = ["de", "fr", "es"] as const;
export type TranslationLanguage = (typeof languages)[number];

export type Unit =
  | "client"
  | "staff"
  | "record"
  | "incident"
  | "person"
  | "usd"
  | "eur"
  | "percent";
/** Words that say of how many something is so, without a number. */
export type Measure = "all" | "most" | "many" | "few" | "only";

/** How a language writes what may not change in a translation. Patterns are parts of expressions. */
export type Tongue = {
  /** Two to twelve. */
  numbers: string;
  scales: Readonly<Record<string, number>>;
  decimal: "," | ".";
  months: string;
  /** Spring to winter. */
  seasons: string;
  early: string;
  mid: string;
  late: string;
  hedges: readonly (readonly [string, Hedge])[];
  units: Readonly<Record<Unit, string>>;
  measures: Readonly<Record<Measure, string>>;
  /** Numbers that say no number. */
  loose: string;
  verbs: Readonly<Record<Verb, string>>;
  possibly: string;
  /** What denies once; `within` denies nothing more where one of them stands. */
  denials: string;
  within: string;
  saying: string;
  firm: string;
  /** What begins a sentence and names nobody; a polite word too. */
  beginners: string;
};

const english: Tongue = {
  numbers: "two three four five six seven eight nine ten eleven twelve",
  scales: { thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, billion: 1e9, bn: 1e9 },
  decimal: ".",
  months: "january february march april may june july august september october november december",
  seasons: "spring summer autumn|fall winter",
  ...{ early: "early", mid: "mid", late: "late" },
  hedges: [
    ["(?:fewer|less|lower) than|under|below", "fewer_than"],
    ["(?:no|not) more than|up to|at most", "at_most"],
    ["(?:more|higher|greater) than|over|above|exceeding", "more_than"],
    ["at least", "at_least"],
    ["about|around|roughly|approximately|circa|some|nearly|almost", "about"],
  ],
  units: {
    client: "clients?|accounts?|users?|customers?",
    staff: "employees?|staff|staffers?|workers?|agents?|insiders?|contractors?",
    record: "records?|rows?|entries",
    incident: "incidents?|cases?|breaches",
    person: "people|persons|individuals",
    ...{ usd: "\\$|dollars?", eur: "€|euros?", percent: "%|percent|per cent" },
  },
  measures: {
    all: "all|every|each|everyone|everybody|whole|entire(?:ly)?",
    ...{ most: "most|majority", many: "many|several|numerous|multiple", few: "few|a couple" },
    only: "only|just|merely",
  },
  loose: "thousands|hundreds|millions|dozens?|half|third|quarter|double|twice",
  verbs: { viewed: "", exposed: "", copied: "", published: "" },
  ...{ possibly: "", denials: "", within: "", saying: "", firm: "", beginners: "" },
};

const german: Tongue = {
  numbers: "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
  scales: { tausend: 1e3, million: 1e6, millionen: 1e6, milliarde: 1e9, milliarden: 1e9 },
  decimal: ",",
  months:
    "januar|jänner februar märz april mai juni juli august september oktober november dezember",
  seasons: "frühling|frühjahr sommer herbst winter",
  ...{ early: "anfang", mid: "mitte", late: "ende" },
  hedges: [
    ["weniger als|unter", "fewer_than"],
    ["höchstens|maximal|bis zu|nicht mehr als", "at_most"],
    ["mehr als|über", "more_than"],
    ["mindestens|wenigstens", "at_least"],
    ["etwa|ungefähr|rund|circa|ca\\.|zirka|knapp", "about"],
  ],
  units: {
    client: "kund\\p{L}*|kont(?:o|en)|nutzer\\p{L}*|nutzern",
    staff: "mitarbeite\\p{L}*|angestellte\\p{L}*|beschäftigte\\p{L}*|agenten|insider\\p{L}*",
    record: "datens[aä]tze?n?|eintr[aä]ge?n?|zeilen",
    incident: "vorf[aä]lle?n?|vorfall|f[aä]lle?n?",
    person: "personen|menschen|leute",
    ...{ usd: "\\$|(?:us-)?dollar", eur: "€|euro", percent: "%|prozent" },
  },
  measures: {
    all: "alle[nrms]?|sämtliche\\p{L}*|jede[nrms]?|ganze[nrms]?|gesamte[nrms]?",
    most: "meisten|mehrheit|großteil|überwiegend\\p{L}*",
    many: "viele[nr]?|mehrere[nr]?|zahlreiche[nr]?|etliche[nr]?",
    ...{ few: "wenige[nr]?|einige[nr]?|ein paar", only: "nur|lediglich|bloß" },
  },
  loose:
    "tausende[n]?|hunderte[n]?|millionenfach|dutzende?n?|hälfte|halbe[nr]?|drittel|viertel|doppelt\\p{L}*|zweimal",
  verbs: {
    viewed:
      "eingesehen|angesehen|einsehen|ansehen|gesehen|einblick|zugriff\\p{L}*|zugegriffen|abgerufen|betrachtet",
    exposed: "offengelegt|preisgegeben|kompromittiert\\p{L}*|entblößt",
    copied:
      "kopiert\\p{L}*|gestohlen\\p{L}*|entwendet\\p{L}*|abgegriffen|erbeutet\\p{L}*|heruntergeladen|geleakt|verkauft\\p{L}*|abgefilmt|gefilmt|abgeflossen",
    published: "veröffentlich\\p{L}*|publiziert|gepostet|verbreitet\\p{L}*|hochgeladen",
  },
  possibly:
    "möglicherweise|vielleicht|potenziell\\p{L}*|potentiell\\p{L}*|mutmaßlich\\p{L}*|angeblich\\p{L}*|könnte[n]?|womöglich|eventuell",
  denials:
    "nicht|kein\\p{L}*|nie|niemals|niemand\\p{L}*|nichts|ohne|weder|verweiger\\p{L}*|weiger\\p{L}*|lehn\\p{L}* \\p{L}* ?ab|ablehn\\p{L}*|bestreite\\p{L}*|dementier\\p{L}*",
  within: "noch",
  saying:
    "sagt\\p{L}*|erklärt\\p{L}*|mitgeteilt|teilt\\p{L}*|laut|zufolge|angaben|schreibt|schrieb|gibt an",
  firm: "unternehmen\\p{L}*|firma|börse|bank|plattform|makler",
  beginners:
    "der|die|das|den|dem|des|ein|eine[nrms]?|es|er|sie|ihr\\p{L}*|und|oder|aber|auch|laut|nach|in|im|am|an|auf|aus|bei|bis|für|mit|von|vom|zu|zum|zur|über|unter|seit|etwa|rund|ungefähr|mindestens|höchstens|weniger|mehr|alle|kein\\p{L}*|nicht|niemand|nichts|weder|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|wer|was|wann|wo|wie|warum|wurde[n]?|war|waren|ist|sind|hat|haben|wird|werden|da(?:für|zu|bei|mit|ran|von|nach)|hier|dort|so|wenn|als|ob|weil|denn|doch|sein\\p{L}*|dies\\p{L}*|möglicherweise|angeblich",
};

const french: Tongue = {
  numbers: "deux trois quatre cinq six sept huit neuf dix onze douze",
  scales: { mille: 1e3, million: 1e6, millions: 1e6, milliard: 1e9, milliards: 1e9 },
  decimal: ",",
  months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  seasons: "printemps été automne hiver",
  ...{ early: "début|au début de", mid: "mi|à la mi", late: "fin|à la fin de" },
  hedges: [
    ["moins de", "fewer_than"],
    ["au plus|jusqu['’]à|pas plus de|au maximum", "at_most"],
    ["plus de|au-delà de", "more_than"],
    ["au moins", "at_least"],
    ["environ|près de|quelque|quelques|à peu près|autour de", "about"],
  ],
  units: {
    client: "clients?|clientes?|comptes?|utilisateurs?|utilisatrices?",
    staff: "employé(?:e?s)?|salarié(?:e?s)?|agents?|collaborateurs?|initiés?",
    record: "enregistrements?|fiches?|lignes?",
    ...{ incident: "incidents?|cas", person: "personnes?|gens" },
    ...{ usd: "\\$|dollars?", eur: "€|euros?", percent: "%|pour cent|pourcent" },
  },
  measures: {
    all: "tous|toutes|toute|chaque|ensemble des|entier\\p{L}*|intégralité",
    ...{ most: "la plupart|majorité", many: "plusieurs|beaucoup|nombreu\\p{L}*|maint\\p{L}*" },
    ...{ few: "peu de|certains|certaines", only: "seulement|uniquement|seuls?|seules?" },
  },
  loose:
    "milliers?|centaines?|dizaines?|douzaines?|moitié|demi\\p{L}*|tiers|quart|double|deux fois",
  verbs: {
    viewed: "consult\\p{L}*|vues?|vus?|accès|accéd\\p{L}*|visionn\\p{L}*",
    exposed: "expos\\p{L}*|compromis\\p{L}*",
    copied:
      "copi\\p{L}*|vol(?:é|ée|és|ées|er)|dérob\\p{L}*|exfiltr\\p{L}*|télécharg\\p{L}*|fuit\\p{L}*|vend\\p{L}*|film\\p{L}*",
    published: "publi(?:é|ée|és|ées|er|cation)|diffus\\p{L}*|post(?:é|ée|és|ées)",
  },
  possibly:
    "potentiellement|peut-être|possiblement|éventuellement|présumé\\p{L}*|prétendu\\p{L}*|pourrai(?:t|ent)|aurai(?:t|ent)|serai(?:t|ent)",
  denials: "(?<!ni )ne|(?<!ni )n['’]\\p{L}+|sans|refus\\p{L}*|nie(?:nt)?|dément\\p{L}*",
  within: "pas|aucune?s?|jamais|rien|personne|ni",
  saying:
    "dit|disent|déclar\\p{L}*|affirm\\p{L}*|indiqu\\p{L}*|selon|d['’]après|écri\\p{L}*|annonc\\p{L}*",
  firm: "entreprise|société|plateforme|bourse|banque|courtier",
  beginners:
    "le|la|les|un|une|des|du|de|il|elle|ils|elles|on|ce|cela|ceci|celui|cette|ces|son|sa|ses|leurs?|et|ou|mais|aussi|selon|en|au|aux|à|dans|sur|par|pour|avec|depuis|environ|plus|moins|aucune?|personne|rien|ni|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|qui|que|quand|où|comment|pourquoi|est|sont|mes|ai|je|suis|été",
};

const spanish: Tongue = {
  numbers: "dos tres cuatro cinco seis siete ocho nueve diez once doce",
  scales: { mil: 1e3, millón: 1e6, millones: 1e6 },
  decimal: ",",
  months:
    "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre",
  seasons: "primavera verano otoño invierno",
  early: "(?:a )?(?:principios|comienzos|inicios) de",
  ...{ mid: "(?:a )?mediados de", late: "(?:a )?(?:finales|fines) de" },
  hedges: [
    ["menos de", "fewer_than"],
    ["como máximo|a lo sumo|hasta|no más de", "at_most"],
    ["más de|por encima de", "more_than"],
    ["al menos|por lo menos|como mínimo", "at_least"],
    ["unos|unas|aproximadamente|alrededor de|cerca de|casi|en torno a", "about"],
  ],
  units: {
    client: "clientes?|clientas?|cuentas?|usuari\\p{L}*",
    staff: "emplead\\p{L}*|agentes?|trabajador\\p{L}*|colaborador\\p{L}*",
    ...{ record: "registros?|filas?", incident: "incidentes?|casos?", person: "personas?" },
    ...{ usd: "\\$|dólares?", eur: "€|euros?", percent: "%|por ciento" },
  },
  measures: {
    all: "todos|todas|toda|cada|enter\\p{L}*|totalidad",
    ...{ most: "la mayoría|mayoría", many: "much[oa]s|vari[oa]s|numeros[oa]s" },
    ...{ few: "poc[oa]s|algun[oa]s|un par", only: "solo|sólo|solamente|únicamente" },
  },
  loose: "miles|cientos|centenares|decenas|docenas?|mitad|medi[oa]|tercio|cuarto|doble|dos veces",
  verbs: {
    viewed: "vist[oa]s?|consultad[oa]s?|visualizad[oa]s?|acced\\p{L}*|acceso",
    exposed: "expuest[oa]s?|comprometid[oa]s?",
    copied:
      "copiad[oa]s?|robad[oa]s?|sustraíd[oa]s?|exfiltrad[oa]s?|filtrad[oa]s?|descargad[oa]s?|vendid[oa]s?|filmad[oa]s?|grabad[oa]s?",
    published: "publicad[oa]s?|publicó|difundid[oa]s?|divulgad[oa]s?",
  },
  possibly:
    "potencialmente|posiblemente|quizás?|tal vez|presunt\\p{L}*|supuest\\p{L}*|podrían?|habrían?|pued(?:e|en)|pudieron|pudo",
  denials: "no|sin|nunca|jamás|nieg\\p{L}*|niega|rechaz\\p{L}*|se negó",
  within: "ni|ningun[oa]s?|ningún|nada|nadie",
  saying:
    "dice|dicen|dijo|afirm\\p{L}*|declar\\p{L}*|según|señal\\p{L}*|indic\\p{L}*|escribi\\p{L}*|comunic\\p{L}*",
  firm: "empresa|compañía|firma|plataforma|bolsa|banco",
  beginners:
    "el|la|los|las|un|una|unos|unas|lo|ella|ellos|este|esta|esto|estos|su|sus|y|o|pero|también|según|en|al|a|de|del|por|para|con|desde|cerca|alrededor|más|menos|ningun[oa]?|ningún|nadie|nada|ni|no|se|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quién|qué|cuándo|dónde|cómo|son|es|mis|está|están|fue|fueron|me",
};

export const tongues = { en: english, de: german, fr: french, es: spanish } as const;
