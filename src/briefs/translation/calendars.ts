/** A weekend before the week that is in it. */
const periods = ["hour", "day", "weekend", "week", "month", "quarter", "year"] as const;
type Period = (typeof periods)[number];

/** How a language tells when. Patterns are parts of expressions; what counts through has them in a row, by spaces. */
export type Calendar = {
  months: string;
  /** Spring to winter. */
  seasons: string;
  early: string;
  mid: string;
  late: string;
  since: string;
  /** Monday to Sunday. */
  weekdays: string;
  /** Days that are another one to each reader. */
  days: Readonly<
    Record<
      | "day before yesterday"
      | "yesterday"
      | "today"
      | "day after tomorrow"
      | "tomorrow"
      | "recently",
      string
    >
  >;
  periods: Readonly<Record<Period, string>>;
  /** Periods that are another one to each reader, and how often: "%" stands for one, "#" for how many of them. */
  spans: Readonly<Record<"ago" | "later" | "last" | "this" | "next" | "every", string>>;
  /** How often, in a word. */
  often: Readonly<Partial<Record<Period, string>>>;
};

/** All that is another day to each reader, or how often something is, each with a name that is the same in every language. */
export function relativesOf(calendar: Calendar, number: string): (readonly [string, string])[] {
  const { weekdays, days, spans, often } = calendar;
  const names = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
  return [
    ...Object.entries(spans).flatMap(([span, pattern]) =>
      periods.map((period) => {
        const filled = pattern.replaceAll("%", `(?:${calendar.periods[period]})`);
        return [`${span} ${period}`, filled.replaceAll("#", number)] as const;
      }),
    ),
    ...Object.entries(often).map(([period, pattern]) => [`every ${period}`, pattern] as const),
    ...Object.entries(days),
    ...weekdays.split(" ").map((pattern, day) => [names[day] ?? "", pattern] as const),
  ];
}

const english: Calendar = {
  months: "january february march april may june july august september october november december",
  seasons: "spring summer autumn|fall winter",
  ...{ early: "early", mid: "mid", late: "late", since: "since" },
  weekdays: "mondays? tuesdays? wednesdays? thursdays? fridays? saturdays? sundays?",
  days: {
    "day before yesterday": "(?:the )?day before yesterday",
    "day after tomorrow": "(?:the )?day after tomorrow",
    ...{ yesterday: "yesterday", today: "today|tonight", tomorrow: "tomorrow" },
    recently: "recently|lately",
  },
  periods: {
    ...{ hour: "hours?", day: "days?", week: "weeks?", weekend: "weekends?" },
    ...{ month: "months?", quarter: "quarters?", year: "years?" },
  },
  spans: {
    ...{ ago: "(?:an? )?% ago", later: "(?:an? )?% (?:later|after)" },
    ...{
      last: "(?:last|past|recent) %",
      this: "this %",
      next: "next %",
      every: "(?:per|every|each) %",
    },
  },
  often: {
    ...{
      hour: "(?<!\\b(?:within|in|for) )an hour|hourly",
      day: "(?<!\\b(?:within|in|for) )a day|daily",
    },
    week: "(?<!\\b(?:within|in|for) )a week|weekly",
    month: "(?<!\\b(?:within|in|for) )a month|monthly",
  },
};

const german: Calendar = {
  months:
    "januar|jänner februar märz april mai juni juli august september oktober november dezember",
  seasons: "frühling|frühjahr sommer herbst winter",
  ...{ early: "anfang", mid: "mitte", late: "ende", since: "seit" },
  weekdays:
    "montags? dienstags? mittwochs? donnerstags? freitags? (?:samstag|sonnabend)s? sonntags?",
  days: {
    ...{ "day before yesterday": "vorgestern", "day after tomorrow": "übermorgen" },
    ...{ yesterday: "gestern", today: "heute", tomorrow: "morgen" },
    recently: "kürzlich|jüngst|neulich|unlängst",
  },
  periods: {
    ...{ hour: "stunden?", day: "tage?[ns]?", week: "wochen?", weekend: "wochenendes?" },
    ...{ month: "monate?[ns]?", quarter: "quartale?[ns]?", year: "jahre?[ns]?" },
  },
  spans: {
    ...{ ago: "vor #%", later: "% (?:später|danach|nach)" },
    last: "(?:letzte|vorige|vergangene)\\p{L}* %",
    this: "diese[mnrs]? %",
    next: "(?:kommende|nächste)\\p{L}* %",
    every: "(?:pro|je|jede[nrs]?) %",
  },
  often: {
    ...{ hour: "stündlich\\p{L}*", day: "täglich\\p{L}*" },
    ...{ week: "wöchentlich\\p{L}*", month: "monatlich\\p{L}*" },
  },
};

const french: Calendar = {
  months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  seasons: "printemps été automne hiver",
  ...{ early: "début|au début de", mid: "mi|à la mi", late: "fin|à la fin de", since: "depuis" },
  weekdays: "lundis? mardis? mercredis? jeudis? vendredis? samedis? dimanches?",
  days: {
    ...{ "day before yesterday": "avant-hier", "day after tomorrow": "après-demain" },
    ...{ yesterday: "hier", today: "aujourd['’]hui|ce soir", tomorrow: "demain" },
    recently: "récemment|dernièrement",
  },
  periods: {
    ...{ hour: "heures?", day: "jours?|journées?", week: "semaines?", weekend: "week-ends?" },
    ...{ month: "mois", quarter: "trimestres?", year: "ans?|années?" },
  },
  spans: {
    ...{ ago: "il y a #%", later: "% (?:plus tard|après)" },
    ...{
      last: "% (?:derni|pass|récent)\\p{L}*|(?:derni|récent)\\p{L}* %",
      this: "c(?:e|et|ette|es) %",
      next: "% prochain\\p{L}*",
    },
    every: "(?:par|chaque) %|tou(?:te)?s les %",
  },
  often: { day: "quotidien\\p{L}*", week: "hebdomadaire\\p{L}*", month: "mensuel\\p{L}*" },
};

const spanish: Calendar = {
  months:
    "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre",
  seasons: "primavera verano otoño invierno",
  early: "(?:a )?(?:principios|comienzos|inicios) de",
  ...{ mid: "(?:a )?mediados de", late: "(?:a )?(?:finales|fines) de", since: "desde" },
  weekdays: "lunes martes miércoles jueves viernes sábados? domingos?",
  days: {
    ...{ "day before yesterday": "anteayer|antes de ayer", "day after tomorrow": "pasado mañana" },
    ...{ yesterday: "ayer", today: "hoy|esta noche", tomorrow: "(?<!\\bla )mañana" },
    recently: "recientemente|últimamente",
  },
  periods: {
    ...{ hour: "horas?", day: "días?", week: "semanas?", weekend: "fin(?:es)? de semana" },
    ...{ month: "mes(?:es)?", quarter: "trimestres?", year: "años?" },
  },
  spans: {
    ...{ ago: "hace #%", later: "% (?:después|más tarde)" },
    last: "% (?:pasad[oa]s?|recientes?)|(?:(?:últim|pasad)[oa]s?|recientes) %",
    ...{ this: "est[ae] %", next: "% (?:próxim[oa]s?|que viene)|próxim[oa]s? %" },
    every: "(?:por|cada|al|a la) %|tod[oa]s l[oa]s %",
  },
  often: { day: "diari\\p{L}*", week: "semanal\\p{L}*", month: "mensual\\p{L}*" },
};

export const calendars = { en: english, de: german, fr: french, es: spanish } as const;
