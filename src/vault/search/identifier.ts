import { type Keykeeper, normalForm } from "#keys";
import { InvalidInput } from "#platform";
import { fieldTable, kindOf, referencePlace } from "../field.ts";

/** By what a client is found: exactly, or not at all. */
export const identifierKinds = ["account", "email", "phone", "id_number", "reference"] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

export type Identifier = { by: IdentifierKind; value: string };

/** What the database is asked for: one of them stands in it, the others are null. */
export type Wanted = {
  field: string | null;
  index: Uint8Array | null;
  reference: Uint8Array | null;
  publicId: string | null;
};

const lettersMax = 200;
const none: Wanted = { field: null, index: null, reference: null, publicId: null };

export class WrongIdentifier extends InvalidInput {
  constructor(sentence: string) {
    super("wrong_identifier", sentence);
  }
}

/** What somebody typed, as one of the kinds. @throws {WrongIdentifier} it isn't of that kind, whoever has it */
export function readIdentifier(by: string, typed: string): Identifier {
  const kind = identifierKinds.find((one) => one === by);
  const value = typed.trim();
  if (!kind) throw new WrongIdentifier("Choose what you search by.");
  if (value === "" || value.length > lettersMax) {
    throw new WrongIdentifier("Type the whole of it, exactly as the client says it.");
  }
  if (kind === "account") return { by: kind, value: publicIdIn(value) };
  try {
    normalForm(kind === "reference" ? referencePlace.kind : kindOf[kind], value);
  } catch (error) {
    throw error instanceof InvalidInput ? new WrongIdentifier(error.message) : error;
  }
  return { by: kind, value };
}

/** An index is made for each kind, so that all take the same work; that of an account's id is thrown away. */
export async function wantedBy(
  keykeeper: Pick<Keykeeper, "blindIndex">,
  { by, value }: Identifier,
): Promise<Wanted> {
  if (by === "account" || by === "reference") {
    const index = await keykeeper.blindIndex({ ...referencePlace, value });
    return by === "account" ? { ...none, publicId: value } : { ...none, reference: index ?? null };
  }
  const kind = kindOf[by];
  const index = await keykeeper.blindIndex({ table: fieldTable, field: by, kind, value });
  return { ...none, field: by, index: index ?? null };
}

function publicIdIn(typed: string): string {
  const digits = typed.replace(/[\s‐-―-]/g, "");
  if (!/^\d{12}$/.test(digits)) {
    throw new WrongIdentifier("A public account id has twelve digits, such as 4817-2093-6650.");
  }
  return digits.replace(/(\d{4})(?=\d)/g, "$1-");
}
