import {
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";

const lettersMax = 40;

/** Where a number is that is written with its country: ISO 3166-1 alpha-2. Undefined when it can't be one. */
export function countryOf(text: string): string | undefined {
  return parsed(international(text))?.country;
}

/**
 * A number in E.164, by the country that it is dialled in when it names none; undefined when it can't be told. Digits
 * that lead with that country's code, their plus lost in a table, read as international.
 */
export function numberIn(text: string, country: string | undefined): string | undefined {
  const named = international(text);
  if (named !== undefined || /^(?:\+|00)/.test(text)) return named;
  if (text.length > lettersMax || !country || !isSupportedCountry(country)) return undefined;
  const national = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
  if (national?.isValid()) return national.number;
  const whole = parsed(international(`+${text.replace(/\D/g, "")}`));
  if (whole?.isValid() && whole.country === country) return whole.number;
  return national?.isPossible() ? national.number : undefined;
}

/** A plus and the digits, country first, without the zero that stands for none: `+49 (0) 151 …`. */
function international(text: string): string | undefined {
  if (text.length > lettersMax) return undefined;
  const written = text
    .replace(/^00/, "+")
    .replace("(0)", "")
    .replace(/[\s().\-/]/g, "");
  return /^\+[1-9]\d{6,14}$/.test(written) ? written : undefined;
}

function parsed(number: string | undefined): PhoneNumber | undefined {
  return number === undefined ? undefined : parsePhoneNumberFromString(number, { extract: false });
}
