import type { KeyObject } from "node:crypto";
import type { Appender } from "#ledger";
import { type Database, type Id, newId, system, type Transaction } from "#platform";
import type { LinkPurpose } from "#policy";
import type { Addressee } from "./addressee.ts";
import { Codes, subkey } from "./code.ts";
import { messageRegistered } from "./events.ts";
import { LinkTokens } from "./link-tokens.ts";
import type { Message } from "./message.ts";
import type { Outbox } from "./outbox.ts";
import { type Form, keptValues, type Rendered, render, textHash } from "./rendering.ts";
import {
  addDelivery,
  addMessage,
  formSource,
  type KeptMessage,
  keepForms,
  markRead,
  messageOf,
  messagesOf,
  type Owner,
} from "./store.ts";
import { loadTemplates, type Templates } from "./templates.ts";

/** How many messages are listed at once. */
export const listedMax = 50;

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
};

export type MessageLink = { name: string; purpose: LinkPurpose; token: string; url: string };

/** A message as it reads. One of another system has no words here. */
export type SentMessage = {
  id: Id<"notice">;
  code: string;
  topic: string;
  /** The template's name; missing for a message of another system. */
  template?: string;
  words?: Rendered & { language: string; links: MessageLink[] };
  registeredAt: Date;
  readAt?: Date;
};

/** Where a single-use link leads, below the site's address. */
export function linkPath(token: string): string {
  return `/links/${token}`;
}

/** Every genuine message: it is registered here, or it isn't ours. */
export class Register implements Outbox {
  readonly linkTokens: LinkTokens;
  readonly codes: Codes;
  readonly #options: RegisterOptions;
  /** Forms of earlier days, by their hash. */
  readonly #earlier = new Map<string, Form>();
  #newestMs = 0;

  private constructor(options: RegisterOptions) {
    this.#options = options;
    this.linkTokens = new LinkTokens(subkey(options.key, "links"));
    this.codes = new Codes(options.key);
  }

  /** Keeps today's templates beside those of earlier days, so that old messages stay what they were. */
  static async open(options: RegisterOptions, now: Date): Promise<Register> {
    await keepForms(options.database, options.templates.all, now);
    return new Register(options);
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
    const id = this.newId(now);
    const values = keptValues(form, message.values ?? {});
    const firm = await this.#options.firm();
    const { site } = this.#options;
    const code = this.codes.of(id);
    const around = { firm, site, code, links: this.#addresses(site, links) };
    const kept = {
      id,
      topic: form.topic,
      template: hash,
      textHash: textHash(render(form, values, around)),
      values,
      links,
      firm,
      site,
      codeIndex: this.codes.indexOf(code, to),
      registeredAt: now,
    };
    await this.add(to, form.name, kept, joining);
    if (to.is === "client" && to.email) await addDelivery(joining, to.id, id, to.email, now);
    return id;
  }

  /** Messages of one moment keep the order in which they were sent: the id of each is at least a millisecond later. */
  newId(now: Date): Id<"notice"> {
    this.#newestMs = Math.max(now.getTime(), this.#newestMs + 1);
    return newId("notice", new Date(this.#newestMs));
  }

  /** Registers a message, whoever wrote it: the row and its event, in the caller's transaction. */
  async add(to: Owner, template: string, kept: KeptMessage, joining: Transaction): Promise<void> {
    await addMessage(joining, to, kept);
    const details = { notice: kept.id, template, text: kept.textHash.toString("hex") };
    const client = to.is === "client" && { client: to.id as Id<"client"> };
    const draft = { kind: messageRegistered, details, ...client };
    await this.#options.appender.append(system, draft, kept.registeredAt, joining);
  }

  /** The messages of an addressee, the newest first; 50 at most, before one or from the newest. */
  async sentTo(owner: Owner, before?: Id<"notice">): Promise<SentMessage[]> {
    const kept = await messagesOf(this.#options.database, owner, listedMax, before);
    return await Promise.all(kept.map((message) => this.read(message)));
  }

  /** One message of an addressee; undefined when there is none. */
  async find(owner: Owner, id: Id<"notice">): Promise<SentMessage | undefined> {
    const kept = await messageOf(this.#options.database, owner, id);
    return kept && (await this.read(kept));
  }

  async markRead(owner: Owner, id: Id<"notice">, now: Date): Promise<void> {
    await markRead(this.#options.database, owner, id, now);
  }

  /** A kept message, said again in its own words. */
  async read(kept: KeptMessage): Promise<SentMessage> {
    const { id, topic, template, values, links, firm, site, registeredAt, readAt } = kept;
    const code = this.codes.of(id);
    const message = { id, code, topic, registeredAt, ...(readAt && { readAt }) };
    if (!template) return message;
    const form = await this.#formOf(template);
    const addresses = this.#addresses(site, links);
    const words = {
      ...render(form, values, { firm, site, code, links: addresses }),
      language: form.language,
      links: Object.entries(form.links).flatMap(([name, purpose]) => {
        const [link, url] = [links[name], addresses[name]];
        if (!link || !url) return [];
        return [{ name, purpose, token: this.linkTokens.tokenFor(link), url }];
      }),
    };
    return { ...message, template: form.name, words };
  }

  #addresses(site: string, links: KeptMessage["links"]): Record<string, string> {
    const entries = Object.entries(links).map(([name, link]) => [
      name,
      new URL(linkPath(this.linkTokens.tokenFor(link)), site).href,
    ]);
    return Object.fromEntries(entries);
  }

  async #formOf(hash: Buffer): Promise<Form> {
    const current = this.#options.templates.all.find((stored) => stored.hash.equals(hash));
    if (current) return current.form;
    const key = hash.toString("hex");
    let form = this.#earlier.get(key);
    if (!form) {
      const source = await formSource(this.#options.database, hash);
      if (source === undefined) throw new Error(`outbox.templates has no ${key}`);
      form = JSON.parse(source) as Form;
      this.#earlier.set(key, form);
    }
    return form;
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
