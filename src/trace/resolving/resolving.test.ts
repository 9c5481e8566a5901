import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import fc from "#fast-check";
import { dayOf, type Id, idFrom, uuidOf } from "#platform";
import { type FieldName, fieldNames } from "#policy";
import { makeTestCanary, openTestClient, openTestSite, openTestStaff, type TestSite } from "#test";
import { importFile } from "#vault";
import type { Candidate, LeakedRow, LeakedValue, ResolvedRow } from "../leak.ts";
import { guessesMax } from "./guesses.ts";
import { fitAmong, resolve } from "./index.ts";

type Fields = Partial<Record<FieldName, string>>;

/** Values that are this client's alone; another `edition` of them are other values. */
function ownOf(place: number, edition = 1): Required<Fields> {
  const digits = `${edition}${String(place).padStart(4, "0")}`;
  return {
    name: `Test${letters(digits)} Own${letters(digits)}`,
    email: `own.${digits}@example.net`,
    phone: `+1 202 55${digits}`,
    address: `${digits} Example Street, Testville`,
    date_of_birth: dayOf(new Date(Date.UTC(1950, 0, 1 + Number(digits)))),
    nationality: ["NL", "DE", "US"][(place + edition) % 3] ?? "",
    id_number: `TEST-${digits}`,
    bank_last_four: String(1_000 * edition + place),
    balance: `${digits}.50 EUR`,
    holdings_tier: ["small", "large"][(place + edition) % 2] ?? "",
    flags: `Test: note ${digits}`,
  };
}

const own = Array.from({ length: 12 }, (_, place) => place);
const isFinding = (field: FieldName) =>
  !["nationality", "balance", "holdings_tier", "flags"].includes(field);

suite("whom leaked rows are about", () => {
  let site: TestSite;
  let folder: string;
  const clients = new Map<string, Id<"client">>();
  let publicId: string;
  let firstAt: Date;
  let thenAt: Date;

  before(async () => {
    site = await openTestSite();
    folder = await mkdtemp(join(tmpdir(), "holdfast-resolving-"));
    const account = await openTestClient(site);
    clients.set("account", account.client);
    publicId = account.publicId;
    firstAt = site.time.now;
    const many = Array.from({ length: 25 }, (_, place) => ({
      id: `many-${place}`,
      fields: {
        ...{ name: "Test Crowd", phone: "+1 202 555 9999" },
        email: `many.${place}@example.net`,
      },
    }));
    const few = [1, 2, 3].map((place) => ({
      id: `few-${place}`,
      fields: {
        name: "Test Few",
        date_of_birth: `1984-05-0${place}`,
        balance: `${place}00.00 EUR`,
      },
    }));
    await take([
      ...own.map((place) => ({ id: `own-${place}`, country: "NL", fields: ownOf(place) })),
      { id: "account-1", account: publicId, fields: { name: "Test Account" } },
      ...[...many, ...few],
    ]);
    site.time.now = new Date(firstAt.getTime() + 3_600_000);
    thenAt = site.time.now;
    await take(own.map((place) => ({ id: `own-${place}`, fields: ownOf(place, 2) })));
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
    await site[Symbol.asyncDispose]();
  });

  test("a value leads to its client and to the version that it was, ended ones and another person's decoy too", async () => {
    const { email, name } = ownOf(0);
    const [then] = await candidatesOf(
      row({ email: email.toUpperCase(), phone: ownOf(0, 2).phone }),
    );
    assert.deepEqual(then, {
      ...{ client: clientOf("own-0"), isCanary: false, country: "NL" },
      matched: new Map([
        ["email", [{ version: 1, from: firstAt, to: thenAt, viewer: undefined }]],
        ["phone", [{ version: 2, from: thenAt, to: undefined, viewer: undefined }]],
      ]),
      ...{ fitting: new Set(), wrong: new Set() },
    });
    const { staff } = await openTestStaff(site);
    const canary = clientOf("own-11");
    await makeTestCanary(site, canary);
    const place = { table: "vault.fields", field: "email", client: canary, version: 3 };
    const value = "decoy@example.net";
    const decoy = await site.keykeeper.encrypt({ ...place, kind: "email", value });
    await site.opened.database.query(
      `insert into vault.fields (client, field, version, viewer, valid_from, ciphertext, mask, index, fingerprint)
       values ($1, 'email', 3, $2, $3, $4, $5, $6, $7)`,
      [
        ...[uuidOf(canary), uuidOf(staff), thenAt, decoy.ciphertext, decoy.mask],
        ...[decoy.index, decoy.fingerprint],
      ],
    );
    const [touched] = await candidatesOf(row({ email: value, name }));
    assert.deepEqual([touched?.client, touched?.isCanary], [canary, true]);
    assert.equal(touched?.matched.get("email")?.[0]?.viewer, staff);
    assert.deepEqual(touched?.wrong, new Set(["name"]));
  });

  test("two identifiers of two clients are two candidates, one of nobody is wrong, and none of anybody is nobody", async () => {
    const [one, other] = [ownOf(1), ownOf(2)];
    const both = await candidatesOf(row({ email: one.email, phone: other.phone, name: one.name }));
    assert.deepEqual(both.map(briefly), [
      { client: "own-1", matched: ["email", "name"], fitting: [], wrong: ["phone"] },
      { client: "own-2", matched: ["phone"], fitting: [], wrong: ["email", "name"] },
    ]);
    const foreign = row({ email: "nobody@example.net", id_number: "NOBODY-1" });
    assert.equal(await outcomeOf(foreign), "nobody");
    const mixed = await candidatesOf(
      row({ email: "nobody@example.net", id_number: other.id_number }),
    );
    assert.deepEqual(mixed.map(briefly), [
      { client: "own-2", matched: ["id_number"], fitting: [], wrong: ["email"] },
    ]);
    const named = { account: publicId, reference: "account-1" };
    const byAccount = await candidatesOf({ ...row({ name: "Test Other" }), ...named });
    assert.deepEqual(byAccount.map(briefly), [
      { client: "account", matched: [], fitting: [], wrong: ["name"] },
    ]);
    const odd = { ...row({ phone: one.phone }), reference: "account-1" };
    assert.deepEqual(
      (await candidatesOf(odd)).map(({ client }) => nameOf(client)),
      ["account", "own-1"],
    );
    assert.equal(await outcomeOf({ ...row({}), account: "0000-0000-0000" }), "nobody");
  });

  test("what several have in common is told apart by the rest of a row, kept as a set, or too little", async () => {
    const few = await candidatesOf(row({ name: "Test Few" }));
    assert.deepEqual(
      few.map(({ client }) => nameOf(client)),
      ["few-1", "few-2", "few-3"],
    );
    for (const rest of [{ date_of_birth: "1984-05-02" }, { balance: "200.00" }] as const) {
      const [only, ...others] = await candidatesOf(row({ name: "TEST FEW", ...rest }));
      assert.deepEqual([nameOf(only?.client), others], ["few-2", []]);
      assert.deepEqual(only?.wrong, new Set());
    }
    const wrong = await candidatesOf(row({ name: "Test Few", date_of_birth: "1971-02-03" }));
    assert.deepEqual(
      wrong.map(({ matched }) => [...matched.keys()]),
      [["name"], ["name"], ["name"]],
    );
    assert.deepEqual(await fitsOf(row({ name: "Test Crowd" })), 25);
    assert.deepEqual(await fitsOf(row({ phone: "+1 202 555 9999" })), 25);
    const shared = await candidatesOf(
      row({ phone: "+1 202 555 9999", email: "many.7@example.net" }),
    );
    assert.deepEqual(
      shared.map(({ client, wrong }) => [nameOf(client), wrong.size]),
      [["many-7", 0]],
    );
    const [crowded] = await candidatesOf(row({ email: "many.7@example.net", name: "CROWD, TEST" }));
    assert.deepEqual(crowded?.wrong, new Set(["name"]));
    const said = { nationality: "Dutch", holdings_tier: "LARGE", balance: "1.00 EUR" };
    const [told] = await candidatesOf(row({ email: ownOf(5).email, ...said }));
    assert.deepEqual(told && briefly(told), {
      ...{ client: "own-5", matched: ["email", "holdings_tier"] },
      ...{ fitting: ["nationality"], wrong: ["balance"] },
    });
  });

  test("a part of a value fits, or it is wrong; alone it finds nobody, but can be held against whom somebody saw", async () => {
    const { email, name, address } = ownOf(3);
    const parts: LeakedValue[] = [
      { field: "name", part: "words", text: name.split(" ")[0] ?? "" },
      { field: "address", part: "words", text: "Testville" },
      { field: "phone", part: "end", text: "03" },
      { field: "bank_last_four", part: "end", text: "99" },
    ];
    const whole: LeakedValue = { field: "email", part: "whole", text: email };
    const [found] = await candidatesOf({ ...row({}), values: [whole, ...parts] });
    assert.deepEqual(found && briefly(found), {
      ...{ client: "own-3", matched: ["email"] },
      ...{ fitting: ["address", "name", "phone"], wrong: ["bank_last_four"] },
    });
    const vague = { ...row({}), values: parts.slice(0, 3) };
    assert.deepEqual(await outcomeOf(vague), "too_little");
    const among = [...clients.values()];
    const said = await fitAmong(
      site.vault.desk,
      [vague, row({ address }), row({ address: "1 Nowhere" }), row({})],
      among,
    );
    const [first, second, third, last] = said.map(({ fits, clients }) => [
      fits,
      ...clients.slice(0, 3).map(nameOf),
    ]);
    assert.deepEqual([first, second, third], [[1, "own-3"], [1, "own-3"], [0]]);
    assert.equal(last?.[0], among.length);
  });

  test("a row of what was once a client's finds that client, with that version; a row of other values matches nobody", async () => {
    const fields = fc
      .subarray([...fieldNames], { minLength: 1 })
      .filter((some) => some.some(isFinding));
    const drawn = fc.record({
      place: fc.constantFrom(...own),
      edition: fc.constantFrom(1, 2),
      fields,
    });
    const genuine = ({
      place,
      edition,
      fields,
    }: {
      place: number;
      edition: number;
      fields: FieldName[];
    }) => row(Object.fromEntries(fields.map((field) => [field, ownOf(place, edition)[field]])));
    await fc.assert(
      fc.asyncProperty(fc.array(drawn, { minLength: 1, maxLength: 20 }), async (given) => {
        const resolved = await resolve(site.vault.desk, [
          ...given.map(genuine),
          ...given.map((one) => genuine({ ...one, edition: 7 })),
        ]);
        for (const [place, { place: whose, edition, fields }] of given.entries()) {
          const found = candidatesIn(resolved[place]).find(
            ({ client }) => client === clientOf(`own-${whose}`),
          );
          for (const field of fields) {
            const versions = found?.matched.get(field)?.map(({ version }) => version);
            assert.ok(versions?.includes(edition), `${field} of ${whose}`);
          }
          assert.deepEqual(candidatesIn(resolved[given.length + place]), []);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("whoever tries all values of a field at one client learns of a few, and not of the right one behind them", async () => {
    const { email, name, date_of_birth: born } = ownOf(6);
    const tries = [...Array.from({ length: 30 }, (_, day) => `1931-01-${day + 1}`), born];
    for (const found of [{ email }, { name }]) {
      const rows = tries.map((date_of_birth, place) => row({ ...found, date_of_birth }, place + 1));
      const resolved = await resolve(site.vault.desk, rows);
      const told = resolved.filter(({ outcome }) => outcome.is === "found");
      assert.deepEqual(
        told.map((one) => one.row.line),
        [1, 2, 3, 4, 5].slice(0, guessesMax),
      );
      assert.deepEqual(resolved.at(-1)?.outcome, { is: "too_little", fits: undefined });
      assert.deepEqual(resolved.at(-1)?.row.values, []);
    }
  });

  test("who was erased is nobody, and a sample of many rows comes back in its order", async () => {
    const rows = Array.from({ length: 700 }, (_, place) =>
      row(ownOf(place % own.length), place + 1),
    );
    const told: number[] = [];
    const resolved = await resolve(site.vault.desk, rows, (done) => told.push(done));
    assert.deepEqual(
      resolved.map((one) => [one.row.line, nameOf(candidatesIn(one)[0]?.client)]),
      rows.map(({ line }) => [line, `own-${(line - 1) % own.length}`]),
    );
    assert.equal(told.at(-1), 700);
    await site.opened.database.query("select vault.erase_client($1)", [uuidOf(clientOf("own-4"))]);
    assert.equal(await outcomeOf(row({ email: ownOf(4).email, name: ownOf(4).name })), "nobody");
  });

  const row = (fields: Fields, line = 1): LeakedRow => ({
    line,
    values: Object.entries(fields).map(([field, text]) => ({
      ...{ field: field as FieldName, part: "whole" as const, text },
    })),
    foreign: [],
  });

  async function outcomeOf(one: LeakedRow): Promise<ResolvedRow["outcome"]["is"] | undefined> {
    return (await resolve(site.vault.desk, [one]))[0]?.outcome.is;
  }

  async function fitsOf(one: LeakedRow): Promise<number | undefined> {
    const [resolved] = await resolve(site.vault.desk, [one]);
    return resolved?.outcome.is === "too_little" ? resolved.outcome.fits : assert.fail();
  }

  /** In the order of their names. */
  async function candidatesOf(one: LeakedRow): Promise<Candidate[]> {
    const found = candidatesIn((await resolve(site.vault.desk, [one]))[0]);
    return found.sort((a, b) => (nameOf(a.client) < nameOf(b.client) ? -1 : 1));
  }

  function candidatesIn(resolved: ResolvedRow | undefined): Candidate[] {
    return resolved?.outcome.is === "found" ? [...resolved.outcome.candidates] : [];
  }

  function briefly({ client, matched, fitting, wrong }: Candidate) {
    const [of, fits, isnt] = [matched.keys(), fitting, wrong].map((some) => [...some].sort());
    return { client: nameOf(client), matched: of, fitting: fits, wrong: isnt };
  }

  function clientOf(name: string): Id<"client"> {
    return clients.get(name) ?? assert.fail();
  }

  function nameOf(client: Id<"client"> | undefined): string {
    return [...clients].find(([, one]) => one === client)?.[0] ?? "nobody";
  }

  type Given = { id: string; account?: string; country?: string; fields: Fields };

  async function take(lines: readonly Given[]): Promise<void> {
    const file = join(folder, "clients.jsonl");
    await writeFile(file, lines.map((line) => JSON.stringify(line)).join("\n"));
    const bad = async () => assert.fail("no line is bad");
    await importFile(site.vault.desk, file, { bad, done: () => {} });
    for (const { id } of lines) {
      if (id.startsWith("account")) continue;
      const index = await site.keykeeper.blindIndex({
        ...{ table: "vault.clients", field: "reference", kind: "reference", value: id },
      });
      const { rows } = await site.opened.database.query<{ client: string }>(
        "select client from vault.door_clients where reference_index = $1",
        [index],
      );
      clients.set(id, idFrom("client", rows[0]?.client ?? ""));
    }
  }
});

/** Digits as letters. */
function letters(digits: string): string {
  return [...digits].map((digit) => "abcdefghij"[Number(digit)]).join("");
}
