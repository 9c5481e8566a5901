import { Hono } from "hono";
import {
  clockTime,
  declares,
  HoldfastError,
  type HttpContext,
  type HttpEnvironment,
  hourMs,
  type Id,
  idFrom,
  isId,
  problemOf,
  readForm,
  smallForm,
  textIn,
  uuidOf,
} from "#platform";
import {
  AccountClosed,
  AccountLocked,
  requireChangeable,
  SettingsLocked,
} from "../change/index.ts";
import { factorsOf } from "../factor/index.ts";
import { type Link, LinkRefused, linkPage } from "../link/index.ts";
import { protectionOf } from "../lock/index.ts";
import type { Accounts } from "../open.ts";
import { type ClientSession, StepUpNeeded } from "../session/index.ts";
import { addAddress, confirmByLink, removeAddress, type TypedAddress } from "./address-changes.ts";
import { type MessageKey, say } from "./messages.ts";
import {
  AddressesPage,
  addressesPath,
  NewAddressPage,
  type NewAddressPageProps,
} from "./pages/index.ts";
import { NoSuchAddress } from "./refusals.ts";
import { addressesOf, addressOf } from "./store.ts";
import { usableFrom } from "./withdrawal-address.ts";

const doneKeys: Readonly<Record<string, MessageKey>> = {
  added: "done.added",
  removed: "done.removed",
};

/** `/account/addresses`: where money can be sent. */
export function addressRoutes(accounts: Accounts) {
  const { desk, sessions } = accounts;
  const routes = new Hono<HttpEnvironment>();

  routes.get(addressesPath, async (context) => {
    const { id: client } = (await sessions.client(context)).holder;
    const now = desk.clock();
    const [addresses, protection, profile] = await Promise.all([
      addressesOf(desk.database, client),
      protectionOf(desk.database, client, now),
      desk.profile(),
    ]);
    const { language } = context.var;
    const done = doneKeys[context.req.query("done") ?? ""];
    const linkMinutes = Math.round(profile.withdrawal_address_link_seconds / 60);
    const page = { language, addresses, protection, linkMinutes, now, ...(done && { done }) };
    return context.render(AddressesPage(page), { title: say(language, "title"), unlisted: true });
  });

  routes.get(`${addressesPath}/new`, async (context) => {
    const session = await sessions.client(context);
    await requireChangeable(desk, session, "withdrawal_address_added", desk.clock());
    return await showNew(accounts, context, session);
  });

  routes.post(addressesPath, smallForm, declares("withdrawal_address_added"), async (context) => {
    const session = await sessions.client(context);
    const form = await readForm(context);
    const typed: TypedAddress = {
      network: textIn(form, "network"),
      address: textIn(form, "address"),
      label: textIn(form, "label"),
    };
    try {
      await addAddress(desk, session, typed, desk.clock());
    } catch (error) {
      if (!(error instanceof HoldfastError) || isElsewhere(error)) throw error;
      context.status(problemOf(error, context.var.requestId).status);
      return await showNew(accounts, context, session, { typed, problem: error.message });
    }
    return context.redirect(`${addressesPath}?done=added`, 303);
  });

  routes.post(
    `${addressesPath}/:address/remove`,
    smallForm,
    declares("withdrawal_address_removed"),
    async (context) => {
      const session = await sessions.client(context);
      const id = context.req.param("address");
      if (!isId("address", id)) throw new NoSuchAddress();
      await removeAddress(desk, session, id, desk.clock());
      return context.redirect(`${addressesPath}?done=removed`, 303);
    },
  );

  routes.route("/", confirmation(accounts));
  return routes;
}

/** The link in our mail; it opens only for who is signed in to the account that it is about. */
function confirmation(accounts: Accounts) {
  const { desk, sessions } = accounts;
  return linkPage(accounts, {
    purpose: "confirm_address",
    changes: "withdrawal_address_confirmed",
    async asks({ context, link }) {
      const { id } = await ownerOf(sessions, context, link);
      const address = await addressOf(desk.database, link.client, id);
      if (!address) throw new NoSuchAddress();
      const { language } = context.var;
      const { label, mask } = address;
      const network = say(language, `network.${address.network}`);
      return {
        title: say(language, "confirm.title"),
        said: [
          say(language, "confirm.what", { label, network, ending: mask.slice(-2) }),
          say(language, "confirm.stop"),
        ],
        button: say(language, "confirm.button"),
      };
    },
    async act({ context, link, now, take }) {
      const { id, session } = await ownerOf(sessions, context, link);
      const until = await confirmByLink(desk, session, id, take, now);
      const { language } = context.var;
      const time = clockTime(until);
      return {
        title: say(language, "confirmed.title"),
        said: [say(language, "confirmed.lead", { until, time })],
        next: { path: addressesPath, label: say(language, "confirmed.next") },
      };
    },
  });
}

/** @throws {NotSignedIn} {LinkRefused} for who is signed in to another account */
async function ownerOf(
  sessions: Accounts["sessions"],
  context: HttpContext,
  { client, subject }: Link,
): Promise<{ session: ClientSession; id: Id<"address"> }> {
  const session = await sessions.client(context);
  if (session.holder.id !== client || !subject) throw new LinkRefused();
  return { session, id: idFrom("address", uuidOf(subject)) };
}

async function showNew(
  { desk }: Pick<Accounts, "desk">,
  context: HttpContext,
  { holder }: ClientSession,
  told: Pick<NewAddressPageProps, "typed" | "problem"> = {},
) {
  const { language } = context.var;
  const now = desk.clock();
  const [factors, profile] = await Promise.all([
    factorsOf(desk.database, holder.id),
    desk.profile(),
  ]);
  const holdMs = usableFrom(factors, profile, now).getTime() - now.getTime();
  const page = NewAddressPage({
    language,
    linkMinutes: Math.round(profile.withdrawal_address_link_seconds / 60),
    holdHours: Math.round(holdMs / hourMs),
    ...told,
  });
  return context.render(page, { title: say(language, "new.title"), unlisted: true });
}

/** Refusals that have a page of their own. */
function isElsewhere(error: HoldfastError): boolean {
  return [StepUpNeeded, SettingsLocked, AccountLocked, AccountClosed].some(
    (other) => error instanceof other,
  );
}
