import { verbs } from "../claim/index.ts";
import { verbWords } from "../proposing/index.ts";
import { never } from "./pattern.ts";

/** What is told of data, of somebody or of systems, and turned around by a "not" in the wrong place. */
export const deeds = [
  ...verbs,
  "breached",
  "paid",
  "negotiated",
  "extorted",
  "risked",
  "lost",
  "bribed",
  "defrauded",
  "lied",
] as const;
export type Deed = (typeof deeds)[number];

/** How a language tells what happened, and that it didn't. Patterns are parts of expressions. */
export type Telling = {
  /** A word that stands under two deeds tells either. */
  deeds: Readonly<Record<Deed, string>>;
  /** What begins another statement; patterns as they stand, without what may not be before or behind a word. */
  breaks: string;
  /** The same between two things that are told: a verb of its own, where German puts a comma before. */
  pauses: string;
  possibly: string;
  /** What denies once; `within` denies nothing more where one of them stands. */
  denials: string;
  within: string;
  /** What of it denies the verb right before it too: "pays no ransom". */
  behind: string;
  /** Phrases with a "not" that deny nothing. */
  idle: string;
  /** The same where the sentence has one of them too: "sans doute" alone is "probably". */
  emphatic: string;
};

const ends = "[;:–—]|(?<!\\bca)[.!?]\\s";

/** A verb that begins a statement, with its "not", and not the second one in a row. */
function verbOf(words: string, no = ""): string {
  return `(?<![\\p{L}'’]|(?:${words})\\s(?:${no})?)(?=(?:${no})?(?:${words})\\s)`;
}

const english: Telling = {
  deeds: {
    ...verbWords,
    breached:
      "breach(?:es|ed|ing)?|hack(?:s|ed|ing)?|br(?:oke|oken|eak) into|penetrat\\p{L}*|intrusions?",
    ...{
      paid: "pay|pays|paid|paying|payments?|refund\\p{L}*|reimburs\\p{L}*",
      negotiated: "negotiat\\p{L}*",
    },
    ...{
      extorted: "extort\\p{L}*|blackmail\\p{L}*|ransom\\p{L}*",
      risked: "risks?|danger|endangered|threat\\p{L}*",
    },
    ...{
      lost: "lose|loses|lost|loss|losses",
      bribed: "brib\\p{L}*",
      defrauded: "fraud\\p{L}*|scam\\p{L}*",
    },
    lied: "lie|lies|lied|lying|conceal\\p{L}*|cover(?:ed|s)? up",
  },
  breaks: `${ends}|,?\\s(?:but|although|though|while|whereas|because|if|whether|when|how|why)\\s|\\sand\\s|,?\\s(?=without\\s)|\\bthat\\s(?!(?:was|were|is|are|has|have|had|may|might|could|will)\\s)`,
  pauses: verbOf(
    "(?:was|were|is|are|has|have|had|do|does|did|may|might|could|will|would)(?:n['’]t)?",
  ),
  possibly:
    "potentially|possibly|allegedly|alleged|reportedly|may|might|could|unverified|supposed(?:ly)?|claims? to have",
  denials:
    "no|not|never|none|neither|(?<!\\bneither\\b.*)nor|nobody|nothing|without|cannot|den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing|al)|\\p{L}+n['’]t",
  within: "nor",
  behind: "no|nothing",
  idle: "(?:no|not) more than",
  emphatic:
    "no (?:matter|question|doubt|wonder|surprise|less)|not (?:only|just|least|merely)|without (?:an? |any )?(?:doubt|question)|nothing (?:less|short)",
};

/** It may stand behind the verb of its statement. */
const but = "aber|jedoch|hingegen|dagegen|allerdings";
const german: Telling = {
  deeds: {
    viewed:
      "eingesehen\\p{L}*|angesehen\\p{L}*|einsehen|ansehen|gesehen|(?:ein)?sah(?:en)?|einblick\\p{L}*|zugriff\\p{L}*|zugegriffen|zug[aä]ng(?:e|en|s)?|abgerufen\\p{L}*|betrachtet\\p{L}*",
    exposed: "offengelegt\\p{L}*|preisgegeben\\p{L}*|kompromittier\\p{L}*|entblößt",
    copied:
      "kopi\\p{L}*|gestohlen\\p{L}*|stahl(?:en)?|\\p{L}*diebst[aä]hle?[ns]?|entwend\\p{L}*|abgegriffen\\p{L}*|erbeutet\\p{L}*|heruntergeladen\\p{L}*|geleakt\\p{L}*|leaks?|(?:daten)?lecks?|verkauf(?:en|t\\p{L}*)|abgefilmt\\p{L}*|gefilmt\\p{L}*|abgeflossen\\p{L}*|\\p{L}*abfl[uü](?:ss|sse|sses)",
    published:
      "veröffentlich\\p{L}*|publizier\\p{L}*|gepostet\\p{L}*|verbreitet\\p{L}*|hochgeladen\\p{L}*",
    breached:
      "(?:ge)?hack\\p{L}*|eingedrungen\\p{L}*|eindring\\p{L}*|eingebrochen\\p{L}*|einbr[uü]ch\\p{L}*|geknackt\\p{L}*|verletzt\\p{L}*|\\p{L}*verletzung(?:en)?|(?:daten|sicherheits)?lecks?|datenpannen?|gekapert\\p{L}*|unterwandert\\p{L}*",
    paid: "(?:be|aus|zurück|ge|zurückge|ausge)?zahl(?:en|t\\p{L}*|ung|ungen)|(?:zu)?rückerstatt\\p{L}*",
    ...{ negotiated: "verhand\\p{L}*", extorted: "erpress\\p{L}*|lösegeld\\p{L}*" },
    ...{
      risked:
        "gefahr(?:en)?|risik\\p{L}*|gefährdet\\p{L}*|bedroh\\p{L}*|droh(?:en|t\\p{L}*|ung|ungen)",
      lost: "verl(?:or|us|ier)\\p{L}*|einbüß\\p{L}*",
    },
    ...{
      bribed: "besto?ech\\p{L}*|bestoch\\p{L}*|geschmiert|schmiergeld\\p{L}*",
      defrauded: "betr[uü]g\\p{L}*|betrog\\p{L}*",
    },
    lied: "l[uü]g(?:e|en|t|ner)|gelogen|log(?:en)?|vertusch\\p{L}*|verschw[ie]{2,}g\\p{L}*|verheimlich\\p{L}*",
  },
  breaks: `${ends}|,\\s(?:dass|obwohl|während|weil|sondern|doch|ob|wann|wie|warum|wenn|als)\\s|,\\s(?=(?:\\p{L}+\\s){1,3}(?:${but})\\s)|(?<!,\\s(?:\\p{L}+\\s){0,2}\\p{L}+),?\\s(?:${but})\\s|\\sund\\s|,?\\s(?=ohne\\s)`,
  pauses:
    "(?=,\\s(?:[^,]*\\s)?(?:wird|werden|wurden?|ist|sind|war|waren|hat|haben|hatten?|könnten?)(?![\\p{L}]))",
  possibly:
    "möglicherweise|vielleicht|potenziell\\p{L}*|potentiell\\p{L}*|mutmaßlich\\p{L}*|angeblich\\p{L}*|könnte[n]?|womöglich|eventuell",
  denials:
    "nicht|kein\\p{L}*|nie|niemals|niemand\\p{L}*|nichts|ohne|weder|verweiger\\p{L}*|weiger\\p{L}*|lehn\\p{L}* (?:\\p{L}+ ){0,3}ab|ablehn\\p{L}*|bestreite\\p{L}*|dementier\\p{L}*",
  within: "noch",
  behind: "nicht|kein\\p{L}*|nie|nichts",
  idle: "nicht mehr als",
  emphatic: "nicht (?:nur|bloß|allein|zuletzt)|ohne (?:zweifel|frage)",
};

const french: Telling = {
  deeds: {
    viewed: "consult\\p{L}*|vues?|vus?|accès|accéd\\p{L}*|visionn\\p{L}*",
    exposed: "expos\\p{L}*|compromis\\p{L}*",
    copied:
      "copi\\p{L}*|vol(?:é|ée|és|ées|er|s)?|dérob\\p{L}*|exfiltr\\p{L}*|télécharg\\p{L}*|fuit\\p{L}*|vend\\p{L}*|film\\p{L}*",
    published: "publi(?:é|ée|és|ées|er|cation)|diffus\\p{L}*|post(?:é|ée|és|ées)",
    breached:
      "pirat\\p{L}*|hack\\p{L}*|pénétr\\p{L}*|compromissions?|intrusions?|forcés?|forcées?|infiltr\\p{L}*|viol(?:ations?|é|ée|és|ées)|brèches?",
    ...{
      paid: "pai(?:e|er|era|ement|é|és|ée|ées|eront|ements)|payer?|payé\\p{L}*|paye(?:ra|ront)|vers(?:é|ée|és|ées|er|ements?)|rembours\\p{L}*",
      negotiated: "négoci\\p{L}*",
    },
    ...{
      extorted:
        "extor\\p{L}*|rançon\\p{L}*|chantage|f(?:ait|ont|aire|aisait|aisaient) chanter|maîtres?[ -]chanteurs?",
      risked: "danger\\p{L}*|risque\\p{L}*|menac\\p{L}*",
    },
    ...{
      lost: "perd\\p{L}*|pertes?",
      bribed: "corromp\\p{L}*|soudoy\\p{L}*|pots?-de-vin",
      defrauded: "fraud\\p{L}*|escroqu\\p{L}*|arnaqu\\p{L}*",
    },
    lied: "ment(?:i|ir|ent|eur|euse|eurs)|mensong\\p{L}*|dissimul\\p{L}*",
  },
  breaks: `${ends}|,?\\s(?:mais|cependant|toutefois|tandis que|alors que|bien que|si|quand|lorsque|comment|pourquoi)\\s|,\\scar\\s|\\set\\s|\\bqu(?:e\\s|['’])|,?\\s(?=sans\\s)`,
  pauses: verbOf(
    "est|sont|a|ont|était|étaient|avait|avaient|sera|seront|aura|auront|pourraient|pourrait|aurait|auraient",
    "ne\\s|n['’]",
  ),
  possibly:
    "potentiellement|peut-être|possiblement|éventuellement|présumé\\p{L}*|prétendu\\p{L}*|pourrai(?:t|ent)|aurai(?:t|ent)|serai(?:t|ent)",
  denials:
    "aucune? (?:(?!sans )[\\p{L}'’-]+ ){0,6}?(?:ne|n['’]\\p{L}+)|(?<!ni )(?:ne|n['’]\\p{L}+)(?!(?:\\s\\p{L}+){0,3}\\sguère)|sans|refus\\p{L}*|nie(?:nt)?|dément\\p{L}*",
  within: "pas|aucune?s?|jamais|rien|personne|ni",
  behind: never,
  idle: "pas plus de",
  emphatic: "(?:non|pas) (?:seulement|uniquement)|sans aucun doute",
};

const spanish: Telling = {
  deeds: {
    viewed: "vist[oa]s?|consultad[oa]s?|visualizad[oa]s?|acced\\p{L}*|accesos?",
    exposed: "expuest[oa]s?|comprometid[oa]s?",
    copied:
      "copi(?:ad[oa]s?|ar\\p{L}*|ó|as?)|rob(?:ad[oa]s?|ar\\p{L}*|ó|os?)|sustraíd[oa]s?|exfiltrad[oa]s?|filtr(?:ad[oa]s?|ar|ó|aron|ación|aciones)|fugas?|descargad[oa]s?|vend(?:id[oa]s?|er|ió|ieron|en?)|filmad[oa]s?|grabad[oa]s?",
    published: "public(?:ad[oa]s?|ó|ar\\p{L}*|ación)|difundid[oa]s?|divulgad[oa]s?",
    breached:
      "hacke\\p{L}*|jacke\\p{L}*|pirate\\p{L}*|vulnera(?:d|r|ron|ci)\\p{L}*|vulneró|intrusi\\p{L}*|penetrad\\p{L}*|infiltr\\p{L}*|asaltad\\p{L}*|brechas?|viola(?:d[oa]s?|ción|ciones)",
    ...{
      paid: "pag(?:ar|ará|arán|ad[oa]s?|aron|ó|a|an|o|os|ue|uen)|reembols\\p{L}*",
      negotiated: "negoci(?:ar|ará|arán|ad[oa]s?|aron|ó|a|an|aciones|ación)",
    },
    ...{
      extorted: "extor\\p{L}*|rescates?|chantaj\\p{L}*",
      risked: "riesgos?|peligr\\p{L}*|amenaz\\p{L}*",
    },
    ...{
      lost: "perd\\p{L}*|pierd\\p{L}*|pérdidas?",
      bribed: "soborn\\p{L}*",
      defrauded: "fraud\\p{L}*|estaf\\p{L}*",
    },
    lied: "mint\\p{L}*|ment(?:ir|ira|iras|ido)|miente\\p{L}*|ocult\\p{L}*|encubr\\p{L}*",
  },
  breaks: `${ends}|,?\\s(?:pero|sino|aunque|mientras|sin embargo|en cambio|si|cuándo|cuando|cómo|por qué)\\s|\\sy\\s|\\bque\\s|,?\\s(?=sin\\s)`,
  pauses: verbOf(
    "es|son|fue|fueron|ha|han|había|habían|será|serán|está|están|era|eran|podrían?|habrían?",
    "no\\s|nunca\\s",
  ),
  possibly:
    "potencialmente|posiblemente|quizás?|tal vez|presunt\\p{L}*|supuest\\p{L}*|podrían?|habrían?|pued(?:e|en)|pudieron|pudo",
  denials: "no|sin|nunca|jamás|nieg\\p{L}*|rechaz\\p{L}*|se negó",
  within: "(?<!\\bni\\b.*)ni|ningun[oa]s?|ningún|nada|nadie",
  behind: never,
  idle: "no más de|sin embargo",
  emphatic: "no (?:solo|sólo|solamente|únicamente)|sin (?:duda|lugar a dudas)",
};

export const tellings = { en: english, de: german, fr: french, es: spanish } as const;
