/** Contacts as they are mentioned in a text, in the form in which the directory lists them. */
export type Mention = {
  type: "phone" | "email" | "mail_domain" | "host" | "handle";
  value: string;
};

const emails = /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@[a-z0-9][a-z0-9.-]{0,250}\.[a-z]{2,24}\b/g;
const mailDomains = /(?<![a-z0-9._%+@-])@[a-z0-9][a-z0-9.-]{0,250}\.[a-z]{2,24}\b/g;
const hosts =
  /(?<![a-z0-9@./_-]|:\/)(?:https?:\/\/)?[a-z0-9][a-z0-9.-]{0,250}\.[a-z]{2,24}\b(?!@)/g;
const handles = /(?<![\p{L}\p{N}@._%+/-])@[a-z0-9_]{2,30}(?![a-z0-9_.-]*\.[a-z]|@)\b/gu;
const numbers =
  /(?<![\p{L}\p{N}.,/-])\+?\(?\d[\d ().\u00a0\u2010-\u2015-]{5,22}\d(?![\p{L}\p{N}])/gu;

const digitsMin = 7;
const digitsMax = 15;

export function mentionsIn(sentence: string): Mention[] {
  const text = sentence.normalize("NFKC").toLowerCase();
  const found = (type: Mention["type"], pattern: RegExp, clean: (value: string) => string) =>
    Array.from(text.matchAll(pattern), ([value]) => ({ type, value: clean(value) }));
  return [
    ...found("email", emails, (value) => value),
    ...found("mail_domain", mailDomains, (value) => value.slice(1)),
    ...found("host", hosts, (value) => value.replace(/^https?:\/\//, "")),
    ...found("handle", handles, (value) => value.slice(1)),
    ...phonesIn(text),
  ];
}

const grouped = /\d[ ).\u2010-\u2015-]{1,2}\d{3,4}[ .\u2010-\u2015-]\d{3,4}$/u;
const amount = /^\d{1,3}(?:[ .\u00a0]\d{3})+$/u;

/** Numbers written as telephone numbers: with a plus, or in groups as no date or amount is. */
export function phonesIn(text: string): Mention[] {
  return Array.from(text.normalize("NFKC").matchAll(numbers), ([value]) => value)
    .filter((value) => value.startsWith("+") || (grouped.test(value) && !amount.test(value)))
    .map((value): Mention => {
      const digits = value.replace(/\D/g, "");
      return { type: "phone", value: value.startsWith("+") ? `+${digits}` : digits };
    })
    .filter(({ value }) => {
      const digits = value.replace("+", "").length;
      return digits >= digitsMin && digits <= digitsMax;
    });
}

/** Numbers kept free for fiction: 555-0100 to 555-0199 (NANP) and the ranges of Ofcom. */
export function isFictional(phone: string): boolean {
  return (
    /555-?01\d\d$/.test(phone) ||
    /^(?:\+44|0)(?:2079460|7700900|1632960|8081570|9098790)\d{3}$/.test(phone)
  );
}
