import type { Hedge } from "../claim/index.ts";
import { type Calendar, calendars } from "./calendars.ts";

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
export type Measure = "all" | "most" | "many" | "few" | "only" | "hardly";

/** How a language writes what may not change in a translation. Patterns are parts of expressions. */
export type Tongue = {
  /** Two to twelve; "both" is two. */
  numbers: string;
  scales: Readonly<Record<string, number>>;
  decimal: "," | ".";
  calendar: Calendar;
  hedges: readonly (readonly [string, Hedge])[];
  units: Readonly<Record<Unit, string>>;
  measures: Readonly<Record<Measure, string>>;
  /** Numbers that say no number. */
  loose: string;
  saying: string;
  firm: string;
  /** What begins a sentence and names nobody; a polite word too. */
  beginners: string;
};

const english: Tongue = {
  calendar: calendars.en,
  numbers: "two|both(?!\\s\\p{L}+\\sand\\b) three four five six seven eight nine ten eleven twelve",
  scales: { thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, billion: 1e9, bn: 1e9 },
  decimal: ".",
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
    ...{
      most: "(?<!\\bat )most|majority",
      many: "many|several|numerous|multiple",
      few: "few|a couple",
    },
    ...{ only: "only|just|merely", hardly: "hardly|barely|scarcely" },
  },
  loose:
    "thousands|hundreds?|millions|dozens?|half|third|quarter|double|twice|triple|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\p{L}+)?",
  ...{ saying: "", firm: "", beginners: "" },
};

const german: Tongue = {
  calendar: calendars.de,
  numbers: "zwei|beide[nr]? drei vier fünf sechs sieben acht neun zehn elf zwölf",
  scales: { tausend: 1e3, million: 1e6, millionen: 1e6, milliarde: 1e9, milliarden: 1e9 },
  decimal: ",",
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
    hardly: "kaum",
  },
  loose:
    "(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|\\p{L}*(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|\\p{L}*hundert\\p{L}*|\\p{L}+tausend|(?:zwei|drei|vier|viel|mehr|zehn|hundert)fach\\p{L}*|tausende[n]?|hunderte[n]?|millionenfach|dutzende?n?|hälfte|halbe[nr]?|drittel|viertel|doppelt\\p{L}*|zweimal",
  saying:
    "sagt\\p{L}*|erklärt\\p{L}*|mitgeteilt|teilt\\p{L}*|laut|zufolge|angaben|schreibt|schrieb|gibt an|bestätig\\p{L}*|bestreite\\p{L}*|dementier\\p{L}*",
  firm: "unternehmen\\p{L}*|firma|börse|bank|plattform|makler",
  beginners:
    "der|die|das|den|dem|des|ein|eine[nrms]?|es|er|sie|ihr\\p{L}*|und|oder|aber|auch|laut|nach|in|im|am|an|auf|aus|bei|bis|für|mit|von|vom|zu|zum|zur|über|unter|seit|etwa|rund|ungefähr|mindestens|höchstens|weniger|mehr|alle|kein\\p{L}*|nicht|niemand|nichts|weder|zwei|beide[nr]?|drei|vier|fünf|sechs|sieben|acht|neun|zehn|wer|was|wann|wo|wie|warum|wurde[n]?|war|waren|ist|sind|hat|haben|wird|werden|da(?:für|zu|bei|mit|ran|von|nach)|hier|dort|so|wenn|als|ob|weil|denn|doch|sein\\p{L}*|dies\\p{L}*|möglicherweise|angeblich|obwohl|während|niemandem",
};

const french: Tongue = {
  calendar: calendars.fr,
  numbers: "deux trois quatre cinq six sept huit neuf dix onze douze",
  scales: { mille: 1e3, million: 1e6, millions: 1e6, milliard: 1e9, milliards: 1e9 },
  decimal: ",",
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
    hardly: "guère|à peine",
  },
  loose:
    "treize|quatorze|quinze|seize|vingt\\p{L}*|trente|quarante|cinquante|soixante|septante|huitante|octante|nonante|(?<!pour )cents?|triple\\p{L}*|quadruple\\p{L}*|\\p{L}+(?:nt|rz|qu|u)aines?|trois fois|milliers?|centaines?|dizaines?|douzaines?|moitié|demi\\p{L}*|tiers|quart|double|deux fois",
  saying:
    "dit|disent|déclar\\p{L}*|affirm\\p{L}*|indiqu\\p{L}*|selon|d['’]après|écri\\p{L}*|annonc\\p{L}*|confirm\\p{L}*|nie(?:nt)?|dément\\p{L}*",
  firm: "entreprise|société|plateforme|bourse|banque|courtier",
  beginners:
    "le|la|les|un|une|des|du|de|il|elle|ils|elles|on|ce|cela|ceci|celui|cette|ces|son|sa|ses|leurs?|et|ou|mais|aussi|selon|en|au|aux|à|dans|sur|par|pour|avec|depuis|environ|plus|moins|aucune?|personne|rien|ni|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|qui|que|quand|où|comment|pourquoi|est|sont|mes|ai|je|suis|été|bien|alors|si",
};

const spanish: Tongue = {
  calendar: calendars.es,
  numbers: "dos|amb[oa]s tres cuatro cinco seis siete ocho nueve diez once doce",
  scales: { mil: 1e3, millón: 1e6, millones: 1e6 },
  decimal: ",",
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
    hardly: "apenas",
  },
  loose:
    "trece|catorce|quince|dieci\\p{L}+|veint\\p{L}*|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|(?<!por )ciento|\\p{L}*cient[oa]s|quinient[oa]s|triple|cuádruple|quincena|millares?|tres veces|miles|cientos|centenares|decenas|docenas?|mitad|medi[oa]|tercio|cuarto|doble|dos veces",
  saying:
    "dice|dicen|dijo|afirm\\p{L}*|declar\\p{L}*|según|señal\\p{L}*|indic\\p{L}*|escribi\\p{L}*|comunic\\p{L}*|confirm\\p{L}*|(?<!\\bse )nieg\\p{L}*",
  firm: "empresa|compañía|firma|plataforma|bolsa|banco",
  beginners:
    "el|la|los|las|un|una|unos|unas|lo|ella|ellos|este|esta|esto|estos|su|sus|y|o|pero|también|según|en|al|a|de|del|por|para|con|desde|cerca|alrededor|más|menos|ningun[oa]?|ningún|nadie|nada|ni|no|se|dos|amb[oa]s|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quién|qué|cuándo|dónde|cómo|son|es|mis|está|están|fue|fueron|me|aunque|mientras|si",
};

export const tongues = { en: english, de: german, fr: french, es: spanish } as const;
