import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { briefsCommands, briefsEventKinds } from "#briefs";
import { Appender } from "#ledger";
import { type Database, newId, uuidOf } from "#platform";
import { decideTestApproval, proveTestStaff } from "./break-glass.ts";
import { runCommand } from "./command.ts";
import { openTestDatabase } from "./open-database.ts";
import type { TestSite } from "./site.ts";
import type { TestPerson } from "./staff.ts";

const now = new Date("2026-11-20T12:00:00Z");

/** What a command wrote, a line of JSON each. */
// biome-ignore lint/suspicious/noExplicitAny: lines of many kinds, which a test looks into
type Line = any;

/** Briefs on a database of their own, worked on by their commands. */
export class TestBriefs {
  readonly database: Database;
  readonly folder: string;
  readonly appender: Appender;
  readonly #now: () => Date;
  readonly #commands: ReturnType<typeof briefsCommands>;
  /** Somebody who may decide on claims. */
  comms = "";
  /** Somebody who may not even write one. */
  agent = "";

  constructor(database: Database, folder: string, clock: () => Date) {
    this.#now = clock;
    this.database = database;
    this.folder = folder;
    const { privateKey: receiptKey } = generateKeyPairSync("ed25519");
    const appender = new Appender({ database, receiptKey, kinds: briefsEventKinds, now });
    this.appender = appender;
    this.#commands = briefsCommands(
      async () => ({ database, appender }),
      async (bytes) => (bytes.includes("bomb") ? undefined : "Two clients were viewed."),
      async () => ["We never ask for your password."],
    );
  }

  run(name: string, ...words: string[]) {
    return this.runPiped("", name, ...words);
  }

  /** The same with `--by` somebody who may do it. */
  async do(name: string, ...words: string[]): Promise<{ code: number; lines: Line[] }> {
    const { code, stdout } = await this.run(name, ...words, "--by", this.comms);
    return { code, lines: linesIn(stdout) };
  }

  async runPiped(piped: string, name: string, ...words: string[]) {
    const command = this.#commands.find((one) => one.name === `brief ${name}`);
    return await runCommand(command, words, { clock: this.#now, piped });
  }

  /** @returns the brief's id */
  async begin(title: string): Promise<string> {
    const { lines } = await this.do("new", title, "--firm", "Kraken", "--author", "third_party");
    return lines[0].id;
  }

  /** What a command has to do without refusing any of it. @returns its lines */
  async all(name: string, ...words: string[]): Promise<Line[]> {
    const { code, lines } = await this.do(name, ...words);
    assert.equal(code, 0, JSON.stringify(lines, undefined, 1));
    return lines;
  }

  /** The Kraken brief by commands that its README names, to be published next. @returns its id */
  async writeKraken(): Promise<string> {
    const kraken = (file: string) =>
      new URL(`../examples/kraken/${file}.jsonl`, import.meta.url).pathname;
    const brief = await this.begin("Kraken is extorted");
    await this.all("import", brief, kraken("sources"));
    await this.all("claims", brief, "--add", kraken("claims"));
    await this.all("questions", brief, "--add", kraken("questions"));
    await this.all("claims", brief, "--decide", kraken("decisions"));
    await this.all("claims", brief, "--decide", kraken("public"));
    await this.all("questions", brief, "--checked", kraken("checks"));
    await this.all("draft", brief, kraken("edition"));
    await this.all("translate", brief, "de", kraken("de"));
    await this.all("translate", brief, "fr", kraken("fr"));
    return brief;
  }

  /** Prepared by the command, asked for by one person, agreed to by another whom the desk draws. */
  async publish(
    { site, asker, second }: { site: TestSite; asker: TestPerson; second: TestPerson },
    brief: string,
    ...words: string[]
  ): Promise<void> {
    // Approvals of one moment have no order.
    site.time.now = new Date(site.time.now.getTime() + 60_000);
    const [line] = await this.all("publish", brief, ...words);
    const proven = await proveTestStaff(site, asker);
    const reason = "It is ready for its readers.";
    const asked = await site.post(`/staff/briefs/editions/${line.edition}/ask`, { reason }, proven);
    assert.equal(asked.status, 303, await asked.text());
    const decided = await decideTestApproval(site, second);
    assert.equal(decided.status, 303, await decided.text());
  }

  async claims(brief: string): Promise<Line[]> {
    return linesIn((await this.run("claims", brief)).stdout);
  }

  async check(brief: string): Promise<Line> {
    return JSON.parse((await this.run("check", brief, "--json")).stdout);
  }

  /** Gives lines to an option of a command, such as `--add`, or to none. */
  async give(name: string, brief: string, option: string | undefined, ...lines: object[]) {
    const text = lines.map((line) => JSON.stringify(line)).join("\n");
    const path = await this.file("lines.jsonl", text);
    return await this.do(name, brief, ...(option ? [option] : []), path);
  }

  async file(name: string, content: string | Buffer): Promise<string> {
    const path = join(this.folder, name);
    await writeFile(path, content);
    return path;
  }

  /** Each decision on a claim of a brief, as the ledger has it. */
  async decidedEvents(brief: string): Promise<string[]> {
    const { rows } = await this.database.query<{ details: string }>(
      "select details from ledger.events where kind = 'briefs.claim_decided'",
    );
    return rows
      .map(({ details }) => JSON.parse(details))
      .filter((event) => event.brief === brief)
      .map((event) => decidedLine(event.claim, event.number, event, event.person))
      .sort();
  }

  /** The same, as the brief has it. */
  async keptDecisions(brief: string): Promise<string[]> {
    return (await this.claims(brief))
      .flatMap(({ id, decisions }) =>
        decisions.map((one: Line, place: number) => decidedLine(id, place + 1, one, one.by)),
      )
      .sort();
  }

  async addStaff(role: string): Promise<string> {
    const staff = newId("staff", now);
    await this.database.query(
      `insert into accounts.staff (staff, name, email, team, employer, languages, time_zone, shift, joined_at)
       values ($1, $2, $3, 'desk', 'Larkmoor', '{en}', 'UTC', '{}', $4)`,
      [uuidOf(staff), role, `${role}@larkmoor.example`, now],
    );
    await this.database.query(
      "insert into accounts.staff_roles (staff, role, granted_at) values ($1, $2, $3)",
      [uuidOf(staff), role, now],
    );
    return staff;
  }
}

/** @param site on whose database and by whose clock they are worked on, beside it */
export async function openTestBriefs(site?: {
  opened: { database: Database };
  time: { now: Date };
}) {
  const opened = site ? undefined : await openTestDatabase();
  const database = opened?.database ?? site?.opened.database;
  assert.ok(database);
  const folder = await mkdtemp(join(tmpdir(), "holdfast-briefs-"));
  const briefs = new TestBriefs(database, folder, () => site?.time.now ?? now);
  briefs.comms = await briefs.addStaff("comms");
  briefs.agent = await briefs.addStaff("agent");
  return Object.assign(briefs, {
    [Symbol.asyncDispose]: async () => {
      await opened?.[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  });
}

function decidedLine(claim: string, nth: number, { status, visibility }: Line, by: string): string {
  return [claim, nth, status, visibility, by].join(" ");
}

function linesIn(text: string): Line[] {
  const lines = text.trim();
  return lines === "" ? [] : lines.split("\n").map((line) => JSON.parse(line));
}
