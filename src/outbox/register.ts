import type { KeyObject } from "node:crypto";
import type { Appender } from "#ledger";
import { type Database, type Id, newId, system, type Transaction } from "#platform";
import type { NoticeTopic } from "#policy";
import type { Addressee } from "./addressee.ts";
import { organizerOf } from "./calendar.ts";
import { messageRegistered } from "./events.ts";
import type { LinkTokens } from "./link-tokens.ts";
import type { Message } from "./message.ts";
import type { Outbox } from "./outbox.ts";
import { Reader } from "./reader.ts";
import { type Form, keptValues, render, textHash } from "./rendering.ts";
import { addDelivery, addMessage, type KeptMessage, keepForms, type Owner } from "./store.ts";
import { loadTemplates, type Templates } from "./templates.ts";

export type RegisterOptions = {
  database: Database;
  appender: Appender;
  /** The outbox's key: what codes and links are made with. */
  key: KeyObject;
  templates: Templates;
  /** The firm's name, as it stands in messages. */
  firm(): Promise<string>;
  /** Where people reach us, such as `https://help.example.com`. */
  site: string;
  /** The address that our mail comes from, where one is set. */
  mailFrom?: string | undefined;
};

/** In place of a template's name, in the event of a message that another system sends. */
const otherSystem = "other_system";

/** A message on its way into the register: where it came from, and what is kept of it. */
type Draft = Omit<KeptMessage, "id" | "codeIndex" | "registeredAt">;

/** Every genuine message: it is registered here, or it isn't ours. */
export class Register implements Outbox {
  readonly reader: Reader;
  readonly #options: RegisterOptions;
  #newestMs = 0;

  private constructor(options: RegisterOptions) {
    this.#options = options;
    this.reader = new Reader(options.database, options.key);
  }

  /** Keeps today's templates beside those of earlier days, so that old messages stay what they were. */
  static async open(options: RegisterOptions, now: Date): Promise<Register> {
    await keepForms(options.database, options.templates.all, now);
    return new Register(options);
  }

  get linkTokens(): LinkTokens {
    return this.reader.linkTokens;
  }

  async send(
    to: Addressee,
    message: Message,
    now: Date,
    joining: Transaction,
  ): Promise<Id<"notice">> {
    const { form, hash } = this.#options.templates.find(message.template, to.language);
    const links = message.links ?? {};
    checkLinks(form, links);
    const id = this.#newId(now);
    const values = keptValues(form, message.values ?? {});
    const firm = await this.#options.firm();
    const { site, mailFrom } = this.#options;
    const code = this.reader.codes.of(id);
    const organizer = organizerOf(mailFrom, site);
    const entry = message.entry && { ...message.entry, organizer };
    const addresses = this.reader.addresses(site, links);
    const around = { firm, site, code, links: addresses, entry, registeredAt: now };
    const hashed = textHash(render(form, values, around));
    const kept = { values, links, firm, site, ...(entry && { entry }) };
    const places = { topic: form.topic, template: hash, ...kept };
    await this.#add(to, form.name, { ...places, textHash: hashed }, id, now, joining);
    if (to.is === "client" && to.email) {
      await addDelivery(
        joining,
        to.id,
        { message: id, email: to.email, ticket: message.ticket },
        now,
      );
    }
    return id;
  }

  async calendarOf(
    to: Owner,
    entry: Id<string>,
  ): Promise<{ method: "request" | "cancel"; text: string } | undefined> {
    return (await this.reader.newestAbout(to, entry))?.words?.calendar;
  }

  /** What a template takes that other systems may have sent; undefined when there is none of that name. */
  parametersForSystems(name: string, language: string): Form["parameters"] | undefined {
    const { templates } = this.#options;
    if (!templates.has(name)) return undefined;
    const { form } = templates.find(name, language);
    return form.by_systems ? form.parameters : undefined;
  }

  /** Registers a message that another system of the firm sends: of its words there is the hash alone. */
  async registerWords(
    to: Owner,
    { topic, textHash: hashed }: { topic: NoticeTopic; textHash: Buffer },
    now: Date,
    joining: Transaction,
  ): Promise<Id<"notice">> {
    const id = this.#newId(now);
    const firm = await this.#options.firm();
    const places = { topic, values: {}, links: {}, firm, site: this.#options.site };
    await this.#add(to, otherSystem, { ...places, textHash: hashed }, id, now, joining);
    return id;
  }

  /** The row and its event, in the caller's transaction. */
  async #add(
    to: Owner,
    template: string,
    draft: Draft,
    id: Id<"notice">,
    now: Date,
    joining: Transaction,
  ): Promise<void> {
    const { codes } = this.reader;
    const codeIndex = codes.indexOf(codes.of(id), to);
    await addMessage(joining, to, { ...draft, id, codeIndex, registeredAt: now });
    const details = { notice: id, template, text: draft.textHash.toString("hex") };
    const client = to.is === "client" && { client: to.id as Id<"client"> };
    const event = { kind: messageRegistered, details, ...client };
    await this.#options.appender.append(system, event, now, joining);
  }

  /** Messages of one moment keep the order in which they were sent: the id of each is at least a millisecond later. */
  #newId(now: Date): Id<"notice"> {
    this.#newestMs = Math.max(now.getTime(), this.#newestMs + 1);
    return newId("notice", new Date(this.#newestMs));
  }
}

export type OpenOutboxOptions = Omit<RegisterOptions, "templates"> & {
  /** The folder of templates. */
  notices: string;
  now: Date;
};

/** Opens the outbox: what sends, finds and reads messages. @throws {BadNotice} */
export async function openOutbox(options: OpenOutboxOptions): Promise<Register> {
  const templates = await loadTemplates(options.notices);
  return await Register.open({ ...options, templates }, options.now);
}

/** It throws an Error for links that the template doesn't have, or lacks: a bug of the caller. */
function checkLinks(form: Form, given: NonNullable<Message["links"]>): void {
  const differing = Object.keys({ ...form.links, ...given }).filter(
    (name) => !(name in form.links && name in given),
  );
  if (differing.length > 0) throw new Error(`${form.name}: wrong links ${differing.join(", ")}`);
}
