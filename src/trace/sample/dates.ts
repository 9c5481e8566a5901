/** Which way round a date of two small numbers and a year is. */
export type DateOrder = "day_first" | "month_first";

/** `certain`: no other order is possible, so it speaks for its column. */
export type ReadDate = { iso: string; other?: string; order?: DateOrder; isCertain: boolean };

const yearFirst = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})(?:[T ]\d.*)?$/;
const yearLast = /^(\d{1,2})([-/. ]) ?(\d{1,2})\2 ?(\d{4}|\d{2})$/;
const dayMonthYear =
  /^(\d{1,2})(?:\.|st|nd|rd|th)?[ -](?:de )?(\p{L}{3,12})\.?,?(?: de)?[ -](\d{4})$/u;
const monthDayYear = /^(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u;

/** The beginnings of the months' names in en, de, fr, es, pt and it, without accents. */
const months: readonly (readonly string[])[] = [
  ["jan", "ene", "gen"],
  ["feb", "fev"],
  ["mar"],
  ["apr", "abr", "avr"],
  ["may", "mai", "mag"],
  ["jun", "juin", "giu"],
  ["jul", "juil", "lug"],
  ["aug", "ago", "aou"],
  ["sep", "set"],
  ["oct", "okt", "out", "ott"],
  ["nov"],
  ["dec", "dez", "dic"],
];

/** People alive were born in these years: of two digits the century is guessed by it, and the other one is kept beside it. */
const years = { first: 1900, last: 2100, shortFrom: 20 } as const;

/**
 * A date in any of the usual spellings. `04/05/1984` reads both ways: the column's order decides, else the sign
 * between the numbers (`.` and `-` put the day first), and the other reading is kept beside it.
 */
export function readDate(text: string, ofColumn?: DateOrder): ReadDate | undefined {
  const iso = yearFirst.exec(text);
  if (iso) return certain(dateOf(iso[1], iso[3], iso[4]));
  const named = dayMonthYear.exec(text);
  if (named) return certain(dateOf(named[3], monthOf(named[2]), named[1]));
  const american = monthDayYear.exec(text);
  if (american) return certain(dateOf(american[3], monthOf(american[1]), american[2]));
  const numbers = yearLast.exec(text);
  return numbers ? twoWays(numbers, ofColumn) : undefined;
}

function twoWays(numbers: RegExpExecArray, ofColumn?: DateOrder): ReadDate | undefined {
  const [, one, sign, two, year = ""] = numbers;
  const whole = year.length === 4 ? year : centuryOf(year);
  const dayFirst = dateOf(whole, two, one);
  const monthFirst = dateOf(whole, one, two);
  if (dayFirst === monthFirst) return certain(dayFirst);
  if (!monthFirst) return { iso: dayFirst ?? "", order: "day_first", isCertain: true };
  if (!dayFirst) return { iso: monthFirst, order: "month_first", isCertain: true };
  const order = ofColumn ?? (sign === "/" ? "month_first" : "day_first");
  const [iso, other] = order === "day_first" ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  return { iso, order, isCertain: false, ...(!ofColumn && { other }) };
}

function centuryOf(short: string): string {
  return Number(short) >= years.shortFrom ? `19${short}` : `20${short}`;
}

function certain(iso: string | undefined): ReadDate | undefined {
  return iso === undefined ? undefined : { iso, isCertain: true };
}

function dateOf(year = "", month = "", day = ""): string | undefined {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  const isPossible = Number(year) >= years.first && Number(year) <= years.last;
  return isReal && isPossible ? iso : undefined;
}

function monthOf(name = ""): string {
  const bare = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const found = months.findIndex((starts) => starts.some((start) => bare.startsWith(start)));
  return found < 0 ? "" : String(found + 1);
}
