import { type Form, type Id, isId, textIn } from "#platform";
import { accountOf } from "../account/index.ts";
import type { Desk } from "../desk.ts";
import { beginSetUp, readSetUp, type SetUp } from "./authenticator.ts";
import { keyAddress } from "./code.ts";
import type { KeySealing } from "./key-sealing.ts";
import type { ShownSetUp } from "./pages/index.ts";

/** A set-up for a page: the one that came back with the form, or else a new one. */
export async function shownSetUp(
  desk: Desk,
  sealing: KeySealing,
  client: Id<"client">,
  now: Date,
  before?: SetUp,
): Promise<ShownSetUp> {
  const setUp = before ?? beginSetUp(sealing, client, now);
  const [firm, account] = await Promise.all([desk.firm(), accountOf(desk.database, client)]);
  return { ...setUp, address: keyAddress(setUp.key, firm, account?.publicId ?? "") };
}

/** The set-up that a form brings back; undefined when it is too old, or another client's. */
export function setUpIn(
  form: Form,
  sealing: KeySealing,
  client: Id<"client">,
  now: Date,
): SetUp | undefined {
  const factor = textIn(form, "factor");
  const sealed = textIn(form, "sealed");
  return isId("factor", factor) ? readSetUp(sealing, client, { factor, sealed }, now) : undefined;
}
