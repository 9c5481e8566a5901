import assert from "node:assert/strict";
import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import sharp from "sharp";
import { letterShift, letterShifts } from "#mark";
import { minuteMs, UsageError } from "#platform";
import { openTestSite, openTestStaff, runCommand, type TestPerson, type TestSite } from "#test";
import { traceCommands } from "#trace";
import { importClients, look, type TracedClient } from "../traced-desk.ts";

const colleagues = 6;

/** A part of a screen that shows a value and no tile: letters of one width, beside their places as the shifts say. */
async function pictured(text: string, shifts: Int8Array): Promise<Buffer> {
  const [size, advance] = [20, 0.602];
  const letters = [...text].map((letter, at) => {
    const x = size * (1 + advance * at + letterShift * (shifts[2 * at] ?? 0));
    const y = size * (1.6 + letterShift * (shifts[2 * at + 1] ?? 0));
    return `<text x="${x}" y="${y}">${letter}</text>`;
  });
  const width = size * (2 + advance * text.length);
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${2.4 * size}" font-family="monospace"
    font-weight="650" font-size="${size}"><rect width="100%" height="100%" fill="#fff3c4"/>${letters.join("")}</svg>`;
  return await sharp(Buffer.from(page)).jpeg({ quality: 80 }).toBuffer();
}

suite("a value is pictured on a screen whose tile was taken away", () => {
  let site: TestSite;
  let [client, another]: TracedClient[] = [];
  let leaker: TestPerson;
  let picture: Buffer;

  before(async () => {
    site = await openTestSite();
    const { time } = site;
    const since = new Date(time.now.getTime() - minuteMs);
    [client, another] = await importClients(site, since, { from: 0, count: 2 });
    assert.ok(client && another);
    leaker = await openTestStaff(site);
    for (let count = 0; count < colleagues; count++) {
      const colleague = await openTestStaff(site);
      await markOf(colleague);
      const { session, staff } = colleague;
      await look(site, staff, [client, another], { fields: ["email"], since: time.now, session });
    }
    const { payload } = await markOf(leaker);
    const { session, staff } = leaker;
    await look(site, staff, [client], { fields: ["email"], since: time.now, session });
    picture = await pictured(
      client.email,
      letterShifts(payload, site.accounts.screenMarks.tileKey),
    );
  });
  after(() => site[Symbol.asyncDispose]());

  async function markOf({ staff, session }: TestPerson) {
    const held = { id: session, holder: { is: "staff", id: staff } } as const;
    return await site.accounts.screenMarks.markOf(held, site.time.now);
  }

  /** Runs the command on the picture, with this text beside it. */
  async function compare(text: string, ...words: string[]) {
    await using folder = await mkdtempDisposable(join(tmpdir(), "holdfast-pictured-"));
    const [file, value] = [join(folder.path, "crop.jpg"), join(folder.path, "value.txt")];
    await writeFile(file, picture);
    await writeFile(value, `${text}\n`);
    const command = traceCommands(async () => site.tracing.desk).find(
      ({ name }) => name === "mark compare",
    );
    const all = [file, "--value", value, "--font", "monospace", ...words];
    return await runCommand(command, all, { clock: () => site.time.now });
  }

  test("its letters name the session and the minute, and say how likely that is by chance", async () => {
    const { client: id = "", email = "" } = client ?? {};
    const of = ["--client", id, "--field", "email"];
    const { code, stdout } = await compare(email, ...of, "--json");
    const { is, session, minute, candidates, letters, chance } = JSON.parse(stdout);
    assert.deepEqual([code, is, session, letters], [0, "named", leaker.session, email.length]);
    assert.equal(candidates, 4 * (colleagues + 1));
    assert.ok(chance < 0.001 && Math.abs(Date.parse(minute) - site.time.now.getTime()) < minuteMs);
    const { stdout: said } = await compare(email, ...of);
    assert.match(
      said,
      /^Session [0-9A-Z]{3}-[0-9A-Z]{4} \(session_.* by chance with .*no proof\.\n$/,
    );
    assert.ok(!said.includes(email) && !said.includes(leaker.staff));
  });

  test("nobody is named who wasn't shown it, nor for another text, and why is said", async () => {
    const { client: id = "", email = "" } = client ?? {};
    const { code, stdout } = await compare(
      email,
      "--client",
      another?.client ?? "",
      "--field",
      "email",
    );
    assert.equal(code, 1);
    assert.match(stdout, /^Nobody\. None agrees well enough: \d+ letters, 24 screens/);
    const none = await compare(email, "--client", id, "--field", "phone");
    assert.match(none.stdout, /^Nobody\. The ledger has no look at this field of this client\./);
    const unlike = await compare("Nothing of the kind", "--client", id, "--field", "email");
    assert.match(unlike.stdout, /^Nobody\. The picture doesn't show this text in this type/);
    const outside = await compare(email, "--client", id, "--field", "email", "--at", "0,0,9000,20");
    assert.match(outside.stdout, /^Not compared\. The picture has \d+ x \d+ pixels/);
    for (const wrong of [
      ["--client", "ada", "--field", "email"],
      ["--client", id, "--field", "shoe"],
      ["--client", id, "--field", "email", "--at", "1,2"],
      ["--client", id, "--field", "email", "--from", "0"],
    ])
      await assert.rejects(compare(email, ...wrong), UsageError);
    await assert.rejects(compare("two\nlines", "--client", id, "--field", "email"), UsageError);
  });
});
