/** Which sign stands before the cents. */
export type DecimalSign = "." | ",";

/** @property text as the desk writes amounts: `1204.50 EUR` */
export type ReadAmount = { text: string; also: string[]; sign?: DecimalSign; currency?: string };

const symbols: Readonly<Record<string, string>> = {
  "€": "EUR",
  $: "USD",
  US$: "USD",
  "£": "GBP",
  "¥": "JPY",
  "₿": "BTC",
  Fr: "CHF",
  R$: "BRL",
};
const lettersMax = 40;
const form =
  /^(-?)(US\$|R\$|Fr|[€$£¥₿]|\p{L}{3,10})? ?(-?)(\d[\d.,'’ ]*?) ?(US\$|R\$|Fr|[€$£¥₿]|\p{L}{3,10})?$/u;
const grouped = /^\d{1,3}(?:([.,'’ ])\d{3})(?:\1\d{3})*$/;

/**
 * An amount in any of the usual spellings, in the one of the desk. `1.204` reads both ways: the column's sign decides,
 * else it is taken for thousands, with the other reading beside it.
 */
export function readAmount(text: string, ofColumn?: DecimalSign): ReadAmount | undefined {
  if (text.length > lettersMax) return undefined;
  const [, before = "", front, behind = "", digits = "", back] =
    form.exec(text.replace(/[\u00a0\u202f]/g, " ")) ?? [];
  const named = front ?? back;
  const isNamedOnce = !(front && back);
  const number = numberOf(digits, ofColumn);
  if (number === undefined || !isNamedOnce) return undefined;
  const currency = named && (symbols[named] ?? named.toUpperCase());
  const minus = before || behind;
  const spellings = [number.text, ...spelledOtherwise(number.text), ...(number.other ?? [])]
    .map((one) => minus + one)
    .flatMap((one) => (currency ? [`${one} ${currency}`, one] : [one]));
  const [first = "", ...also] = new Set(spellings);
  return {
    ...{ text: first, also },
    ...(number.sign && { sign: number.sign }),
    ...(currency && { currency }),
  };
}

type ReadNumber = { text: string; other?: string[]; sign?: DecimalSign };

function numberOf(digits: string, ofColumn?: DecimalSign): ReadNumber | undefined {
  if (digits === "") return undefined;
  if (/^\d+$/.test(digits)) return { text: digits };
  const sign = /[.,](?=[^.,]*$)/.exec(digits)?.[0] as DecimalSign | undefined;
  const last = sign ? digits.lastIndexOf(sign) : -1;
  const decimals = { whole: digits.slice(0, last), part: digits.slice(last + 1) };
  const isGrouped = grouped.test(digits);
  const isDecimal =
    sign !== undefined &&
    /^\d+$/.test(decimals.part) &&
    (/^\d+$/.test(decimals.whole) ||
      (grouped.test(decimals.whole) && !decimals.whole.includes(sign)));
  const asDecimal = `${bare(decimals.whole)}.${decimals.part}`;
  if (isGrouped && isDecimal) {
    if (ofColumn === sign) return { text: asDecimal };
    return { text: bare(digits), ...(!ofColumn && { other: [asDecimal] }) };
  }
  if (isGrouped) return { text: bare(digits) };
  return isDecimal ? { text: asDecimal, sign } : undefined;
}

function bare(digits: string): string {
  return digits.replace(/\D/g, "");
}

/** With and without the cents that are nothing. */
function spelledOtherwise(number: string): string[] {
  const [whole = "", cents = ""] = number.split(".");
  const short = cents.replace(/0+$/, "");
  const shortest = short === "" ? whole : `${whole}.${short}`;
  return short.length <= 2 ? [`${whole}.${short.padEnd(2, "0")}`, shortest] : [shortest];
}
