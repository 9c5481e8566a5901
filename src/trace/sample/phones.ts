import {
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";

const lettersMax = 40;

/** A number written with its country; undefined when it can't be one. */
export function internationalNumber(text: string): PhoneNumber | undefined {
  if (text.length > lettersMax) return undefined;
  const written = text
    .trim()
    .replace(/^00/, "+")
    .replace(/^\+\s*\(0\)/, "+");
  if (!written.startsWith("+")) return undefined;
  const number = parsePhoneNumberFromString(written.replace(/\(0\)/, ""), { extract: false });
  return number?.isPossible() ? number : undefined;
}

/**
 * A number in E.164, by the country that it is dialled in when it names none; undefined when it can't be told. Digits
 * that lead with that country's code, their plus lost in a table, read as international.
 */
export function numberIn(text: string, country: string | undefined): string | undefined {
  if (/^(?:\+|00)/.test(text)) return internationalNumber(text)?.number;
  if (text.length > lettersMax || !country || !isSupportedCountry(country)) return undefined;
  const national = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
  if (national?.isValid()) return national.number;
  const whole = internationalNumber(`+${text.replace(/\D/g, "")}`);
  if (whole?.isValid() && whole.country === country) return whole.number;
  return national?.isPossible() ? national.number : undefined;
}
