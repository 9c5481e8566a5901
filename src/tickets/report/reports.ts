import { accountOf, type ClientSession, clientWithEmail } from "#accounts";
import { dayMs, type Id, newId, type Transaction, transaction } from "#platform";
import {
  type Enclosed,
  nothingEnclosed,
  openEnclosed,
  textsOf,
  withFileTexts,
} from "../attachment/index.ts";
import { askAsGuest, type Ready } from "../guest/index.ts";
import { nothingAround, withoutSecrets } from "../message/index.ts";
import { scamReported } from "../report-events.ts";
import type { Ticket } from "../ticket/index.ts";
import type { Tickets } from "../tickets.ts";
import { ConfirmedIndicators } from "./confirmed.ts";
import { confirmByReports, type Decision, decideIndicator, OfficialContact } from "./confirming.ts";
import { type Examined, examine, indicatorsIn, type ReadContact } from "./examine.ts";
import { type Indicator, indicatorOf } from "./indicator.ts";
import { networkHash } from "./network.ts";
import { type Contact, withoutAddress, withoutOwnContacts } from "./own-contacts.ts";
import { insertReport, insertSighting, type KeptReport } from "./store.ts";

/** An account that is younger adds nothing: making some costs a scammer little. */
const accountAgeMs = 7 * dayMs;

export type ReportsOptions = {
  readContact: ReadContact;
  /** How many independent clients' reports confirm an indicator. */
  toConfirm: number;
  /** Whether a client has a contact on file, beside the account's address. */
  isOnFile(client: Id<"client">, contact: Contact): Promise<boolean>;
};

const clientReports = { name: "client_reports", requestsMax: 10, windowSeconds: 3_600 };

/** What somebody reports, as a ticket's first message. */
export type ReportedWords = { name: string; text: string; language: string; enclosed?: Enclosed };

/** What the reporter is told at once. */
export type Told = { removed: readonly string[]; examined: Examined; ticket?: Ticket };

type Reporter = Pick<KeptReport, "reporter" | "network">;

/** Reports of scams: each is a ticket of its queue, and its indicators are counted. */
export class Reports {
  readonly tickets: Tickets;
  readonly confirmed: ConfirmedIndicators;
  readonly #options: ReportsOptions;

  constructor(tickets: Tickets, options: ReportsOptions) {
    this.tickets = tickets;
    this.confirmed = new ConfirmedIndicators(tickets.desk.database);
    this.#options = options;
  }

  /**
   * A signed-in client reports. It is made ready here, as all reports are, and done in the caller's transaction.
   * @param address where the request came from: only a keyed hash of its network is kept
   * @throws {WrongTicket} {MessageHeld} {TooManyRequests}
   */
  async bySignedIn(
    session: ClientSession,
    words: ReportedWords,
    address: string,
    now: Date,
  ): Promise<Ready<Told>> {
    await this.tickets.desk.accounts.desk.limits(clientReports)(session.holder.id);
    return await this.prepareSignedIn(session, words, address, now);
  }

  /**
   * The same, without a limit of its own.
   * @throws {MessageHeld}
   */
  async prepareSignedIn(
    session: ClientSession,
    words: ReportedWords,
    address: string,
    now: Date,
  ): Promise<Ready<Told>> {
    const { database, accounts } = this.tickets.desk;
    const { id } = session.holder;
    const text = await this.withoutOwn(id, words.text);
    const examined = await this.examine({ ...words, text }, now, id);
    const openedAt = (await accountOf(database, id))?.openedAt;
    const isOld = openedAt !== undefined && now.getTime() - openedAt.getTime() >= accountAgeMs;
    const network = isOld ? networkHash(accounts.desk.key, address) : undefined;
    const question = { ...words, text, topic: "scam" } as const;
    const act = { topic: "scam", via: "page" } as const;
    const prepared = await this.tickets.prepareSignedIn(session, act, now);
    return async (joining) => {
      const { ticket, removed } = await this.tickets.openSignedIn(
        joining,
        session,
        question,
        "page",
        now,
        prepared,
      );
      await this.#record(joining, ticket, { reporter: "client", network }, examined, now);
      return { removed, examined, ticket };
    };
  }

  /**
   * Somebody who isn't signed in and wants an answer: it becomes a report when the address is proven.
   * @throws {WrongTicket} {MessageHeld} {TooManyRequests}
   */
  async byGuest(words: ReportedWords, email: string, now: Date): Promise<Ready<Told>> {
    const own = email.trim();
    const without = (text: string) => (own === "" ? text : withoutAddress(text, own)); // it is no indicator
    const { enclosed = nothingEnclosed } = words;
    const opened = await openEnclosed(this.tickets.desk.database, enclosed, now);
    const files = withFileTexts(opened, without);
    const mended = { ...words, text: without(words.text), enclosed: { files, tokens: [] } };
    const examined = await this.examine(mended, now);
    const question = { ...mended, topic: "scam" } as const;
    const asking = await askAsGuest(this.tickets, question, email, now);
    return async (joining) => ({ ...(await asking(joining)), examined });
  }

  /** Somebody who wants no answer. Nothing is kept of who it was. @throws {WrongTicket} {MessageHeld} */
  async anonymously(words: ReportedWords, now: Date): Promise<Ready<Told>> {
    const examined = await this.examine(words, now);
    const requester = { is: "guest", id: newId("client", now) } as const;
    const question = { ...words, topic: "scam" } as const;
    const opening = { at: now, via: "page" } as const;
    const { tickets } = this;
    const made = await tickets.prepare(requester.id, now);
    return async (joining) => {
      const accepted = await tickets.open(joining, requester, question, opening, now, made);
      const reporter = { reporter: "anonymous", network: undefined } as const;
      await this.#record(joining, accepted.ticket, reporter, examined, now);
      return { removed: accepted.removed, examined, ticket: accepted.ticket };
    };
  }

  /** A guest's address is proven: what was typed is a report now. */
  async recordProven(joining: Transaction, ticket: Ticket, examined: Examined, now: Date) {
    const reporter = { reporter: "guest", network: undefined } as const;
    await this.#record(joining, ticket, reporter, examined, now);
  }

  /** Words of a client, without that client's own contacts: they are no indicators, and nobody reads them in a report. */
  async withoutOwn(client: Id<"client">, words: string): Promise<string> {
    return await withoutOwnContacts(words, async (contact) => {
      if (await this.#isOf(client, contact)) return true;
      const read = await this.#indicatorOf(contact);
      return read !== undefined && (await this.#isOf(client, read));
    });
  }

  async #isOf(client: Id<"client">, contact: Contact): Promise<boolean> {
    const { database, accounts } = this.tickets.desk;
    const { type, value } = contact;
    const { keykeeper } = accounts.desk;
    const holder = type === "email" && (await clientWithEmail(database, keykeeper, value));
    return holder === client || (await this.#options.isOnFile(client, contact));
  }

  /** A contact as its indicator would name it: a number with its country. Undefined when it is written so already. */
  async #indicatorOf({ type, value }: Contact): Promise<Contact | undefined> {
    const [key = ""] = (await this.#options.readContact(value)).keys;
    const indicator = indicatorOf(key);
    const isOther = indicator?.type === type && indicator.value !== value;
    return isOther ? { type, value: indicator.value } : undefined;
  }

  /**
   * Looks through words, from which the secrets are taken first, and through the text files that go with them.
   * @param client whose own contacts are no indicators
   * @throws {MessageHeld}
   */
  async examine(
    { text, enclosed = nothingEnclosed }: Pick<ReportedWords, "text" | "enclosed">,
    now: Date,
    client?: Id<"client">,
  ): Promise<Examined> {
    const { database, guard } = this.tickets.desk;
    const typed = withoutSecrets(guard, text, nothingAround).text;
    const files = await openEnclosed(database, enclosed, now);
    const read = textsOf(files);
    const all = [typed, ...read].join("\n\n");
    const words = client ? await this.withoutOwn(client, all) : all;
    const reportedOn = await this.confirmed.reportedOn(now);
    const examined = await examine(words, async (contact) => {
      const { verdict, keys } = await this.#options.readContact(contact);
      const isWarned = /^(?:not_ours|imitates_us)$/.test(verdict) && reportedOn(keys) !== undefined;
      return { keys, verdict: isWarned ? "reported" : verdict };
    });
    const filesCount = enclosed.files.length + enclosed.tokens.length;
    return { ...examined, isUnread: filesCount > read.length };
  }

  /** An analyst's word about an indicator. @throws {IndicatorUnknown} {OfficialContact} */
  async decide(
    indicator: Indicator,
    decision: Decision,
    by: Id<"staff">,
    now: Date,
  ): Promise<void> {
    const { database } = this.tickets.desk;
    if (decision === "confirmed" && (await this.#isOurs(indicator))) {
      throw new OfficialContact(indicator);
    }
    await transaction(database, (joining) =>
      decideIndicator(
        this.tickets.desk,
        joining,
        indicator,
        decision,
        { is: "staff", id: by },
        now,
      ),
    );
    this.confirmed.forget();
  }

  async #isOurs({ value }: Indicator): Promise<boolean> {
    const { verdict } = await this.#options.readContact(value);
    return verdict.startsWith("ours");
  }

  async #record(
    joining: Transaction,
    ticket: Ticket,
    { reporter, network }: Reporter,
    examined: Examined,
    now: Date,
  ): Promise<void> {
    const { appender } = this.tickets.desk;
    const client = ticket.requester.id;
    const { verdict, signals } = examined.analysis;
    const codes = [...new Set(signals.map(({ code }) => code))];
    const id = newId("report", now);
    const kept = { client, id, ticket: ticket.id, reporter, network, verdict, signals: codes };
    await insertReport(joining, kept, now);
    const indicators = indicatorsIn(examined);
    const details = {
      report: id,
      reporter,
      verdict,
      signals: codes,
      indicators: indicators.length,
    };
    const author = { is: "client", id: client } as const;
    await this.tickets.append(author, ticket, scamReported, details, now, joining);
    for (const indicator of indicators) {
      const standing = await insertSighting(joining, kept, indicator, now);
      if (standing.is !== "seen" || network === undefined) continue;
      await confirmByReports({ appender }, joining, indicator, this.#options.toConfirm, now);
    }
  }
}
