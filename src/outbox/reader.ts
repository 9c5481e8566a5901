import type { KeyObject } from "node:crypto";
import type { Database, Id } from "#platform";
import type { LinkPurpose } from "#policy";
import { Codes, subkey } from "./code.ts";
import { LinkTokens } from "./link-tokens.ts";
import { type Form, type Rendered, render } from "./rendering.ts";
import {
  formSource,
  type KeptMessage,
  markRead,
  messageAbout,
  messageOf,
  messagesByCode,
  messagesOf,
  type Owner,
} from "./store.ts";

/** How many messages are listed at once. */
export const listedMax = 50;

export type MessageLink = { name: string; purpose: LinkPurpose; token: string; url: string };

export type Words = Rendered & { language: string; links: MessageLink[] };

/** A message as it reads. One of another system has no words here. */
export type SentMessage = {
  id: Id<"notice">;
  code: string;
  topic: string;
  /** The template's name; missing for a message of another system. */
  template?: string;
  firm: string;
  words?: Words;
  textHash: Buffer;
  registeredAt: Date;
  readAt?: Date;
};

/** Where a single-use link leads, below the site's address. */
function linkPath(token: string): string {
  return `/links/${token}`;
}

/** What was sent, said again in its own words: they lie nowhere, and come from template, values and key each time. */
export class Reader {
  readonly linkTokens: LinkTokens;
  readonly codes: Codes;
  readonly #database: Database;
  readonly #forms = new Map<string, Form>();

  constructor(database: Database, key: KeyObject) {
    this.#database = database;
    this.linkTokens = new LinkTokens(subkey(key, "links"));
    this.codes = new Codes(key);
  }

  /** The messages of an addressee, the newest first; 50 at most, before one or from the newest. */
  async sentTo(owner: Owner, before?: Id<"notice">): Promise<SentMessage[]> {
    const kept = await messagesOf(this.#database, owner, listedMax, before);
    return await Promise.all(kept.map((message) => this.#read(message)));
  }

  /** One message of an addressee; undefined when there is none. */
  async find(owner: Owner, id: Id<"notice">): Promise<SentMessage | undefined> {
    const kept = await messageOf(this.#database, owner, id);
    return kept && (await this.#read(kept));
  }

  /** The last message to an addressee about an entry of a calendar. */
  async newestAbout(owner: Owner, entry: Id<string>): Promise<SentMessage | undefined> {
    const kept = await messageAbout(this.#database, owner, entry);
    return kept && (await this.#read(kept));
  }

  /** An addressee's messages that have one of some codes. */
  async findByCodes(owner: Owner, codes: readonly string[]): Promise<SentMessage[]> {
    if (codes.length === 0) return [];
    const indexes = codes.map((code) => this.codes.indexOf(code, owner));
    const kept = await messagesByCode(this.#database, owner, indexes);
    return await Promise.all(kept.map((message) => this.#read(message)));
  }

  async markRead(owner: Owner, id: Id<"notice">, now: Date): Promise<void> {
    await markRead(this.#database, owner, id, now);
  }

  /** The whole address of each of a message's links, by name. */
  addresses(site: string, links: KeptMessage["links"]): Record<string, string> {
    const entries = Object.entries(links).map(([name, link]) => [
      name,
      new URL(linkPath(this.linkTokens.tokenFor(link)), site).href,
    ]);
    return Object.fromEntries(entries);
  }

  async #read(kept: KeptMessage): Promise<SentMessage> {
    const { id, topic, template, values, links, firm, site, entry, textHash } = kept;
    const { registeredAt, readAt } = kept;
    const code = this.codes.of(id);
    const message = { id, code, topic, firm, textHash, registeredAt, ...(readAt && { readAt }) };
    if (!template) return message;
    const form = await this.#formOf(template);
    const addresses = this.addresses(site, links);
    const words = {
      ...render(form, values, { firm, site, code, links: addresses, entry, registeredAt }),
      language: form.language,
      links: Object.entries(form.links).flatMap(([name, purpose]) => {
        const [link, url] = [links[name], addresses[name]];
        if (!link || !url) return [];
        return [{ name, purpose, token: this.linkTokens.tokenFor(link), url }];
      }),
    };
    return { ...message, template: form.name, words };
  }

  async #formOf(hash: Buffer): Promise<Form> {
    const key = hash.toString("hex");
    let form = this.#forms.get(key);
    if (!form) {
      const source = await formSource(this.#database, hash);
      if (source === undefined) throw new Error(`outbox.templates has no ${key}`);
      form = JSON.parse(source) as Form;
      this.#forms.set(key, form);
    }
    return form;
  }
}
