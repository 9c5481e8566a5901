import { InvalidInput } from "#platform";
import { hidden, maskedEmail, maskedName, maskedNumber, maskedWhole } from "./mask.ts";
import {
  normalDate,
  normalEmail,
  normalNumber,
  normalPhone,
  normalReference,
  normalWallet,
  normalWords,
} from "./normal-form.ts";

/** How many letters and digits of a value its mask may show. */
const shownMax = { ordinary: 6, sensitive: 2, restricted: 0 } as const;

export const fieldKinds = [
  "email",
  "phone",
  "name",
  "date",
  "address",
  "document",
  "account",
  "wallet",
  "reference",
  "amount",
  "text",
] as const;

export type FieldKind = (typeof fieldKinds)[number];

type Rules = {
  class: keyof typeof shownMax;
  /** In words, for the sentence about a value that isn't one. */
  form: string;
  normalise(value: string): string | undefined;
  mask(value: string): string;
  /**
   * Length of the blind index. Whole for what is nobody else's; cut where there are few values, so that one index
   * stands for many values and counting says little; absent where no one searches. One of 256 can't be told from chance.
   */
  indexBits?: number;
};

/** Everything that differs between kinds of fields. A kind that isn't here can't be stored. */
export const kinds: Readonly<Record<FieldKind, Rules>> = {
  email: {
    class: "ordinary",
    form: "an e-mail address, such as name@example.com",
    normalise: normalEmail,
    mask: maskedEmail,
    indexBits: 256,
  },
  phone: {
    class: "sensitive",
    form: "a phone number with its country, such as +1 202 555 0100",
    normalise: normalPhone,
    mask: maskedNumber,
    indexBits: 256,
  },
  name: {
    class: "sensitive",
    form: "a name",
    normalise: normalWords,
    mask: maskedName,
    indexBits: 16,
  },
  date: {
    class: "restricted",
    form: "a date, such as 1984-05-28",
    normalise: normalDate,
    mask: maskedWhole,
    indexBits: 12,
  },
  address: {
    class: "restricted",
    form: "a postal address",
    normalise: normalWords,
    mask: maskedWhole,
    indexBits: 16,
  },
  document: {
    class: "restricted",
    form: "the number of a document",
    normalise: normalNumber,
    mask: maskedWhole,
    indexBits: 256,
  },
  account: {
    class: "sensitive",
    form: "the number of an account",
    normalise: normalNumber,
    mask: maskedNumber,
    indexBits: 256,
  },
  wallet: {
    class: "sensitive",
    form: "the address of a wallet",
    normalise: normalWallet,
    mask: maskedNumber,
    indexBits: 256,
  },
  /** What the firm's own systems call somebody or something: every letter of it counts. */
  reference: {
    class: "restricted",
    form: "an id of 1 to 100 visible ASCII characters",
    normalise: normalReference,
    mask: maskedWhole,
    indexBits: 256,
  },
  amount: {
    class: "restricted",
    form: "an amount",
    normalise: (value) => value,
    mask: maskedWhole,
  },
  text: {
    class: "restricted",
    form: "a text",
    normalise: (value) => value,
    mask: maskedWhole,
  },
};

/** A value that isn't of its field's kind. The sentence doesn't repeat it: values are personal. */
export class WrongKind extends InvalidInput {
  constructor(form: string) {
    super("wrong_kind", `What was given isn't ${form}. Correct it and try again.`);
  }
}

/** How many bits the blind index of a kind has: 256 stand for one value, few for many; none where no one searches. */
export function indexBitsOf(kind: FieldKind): number | undefined {
  return kinds[kind].indexBits;
}

export function isIndexed(kind: FieldKind): boolean {
  return kinds[kind].indexBits !== undefined;
}

/** The form in which two values of a kind are compared. @throws {WrongKind} */
export function normalForm(kind: FieldKind, value: string): string {
  const { normalise, form } = kinds[kind];
  const normal = value.isWellFormed() ? normalise(value) : undefined;
  if (normal === undefined) throw new WrongKind(form);
  return normal;
}

/** What lists show of a value: never more of it than its kind's class allows. */
export function maskOf(kind: FieldKind, value: string): string {
  const rules = kinds[kind];
  const mask = rules.mask(value);
  const shown = [...mask.matchAll(/[^•\s@.-]/gu)].length;
  return shown > shownMax[rules.class] ? hidden : mask;
}
