import {
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";
import { normalForm } from "#keys";
import { InvalidInput } from "#platform";

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

/** As the vault compares numbers; undefined for one without its country. */
function international(text: string): string | undefined {
  if (text.length > lettersMax) return undefined;
  try {
    return normalForm("phone", text);
  } catch (error) {
    if (error instanceof InvalidInput) return undefined;
    throw error;
  }
}

function parsed(number: string | undefined): PhoneNumber | undefined {
  return number === undefined ? undefined : parsePhoneNumberFromString(number, { extract: false });
}
