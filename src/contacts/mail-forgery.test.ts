import assert from "node:assert/strict";
import { test } from "node:test";
import PostalMime from "postal-mime";
import fc from "#fast-check";
import { check, codes, compose, expectNotOurs, now, sign } from "./mail-drafts.ts";

const usual = ["From", "Subject", "Date", "To"];
const thief = "Reply-To: thief@evil.example";

/** A mail of the firm's that signs neither Reply-To nor Content-Type. */
function genuine(draft: Parameters<typeof compose>[0] = {}): Promise<string> {
  return sign(compose(draft), { headerList: usual });
}

/** The mail with another signature field below its own: the very same one but for what `change` does. */
function withTwin(mail: string, change: (field: string) => string): string {
  const end = mail.indexOf("\r\nFrom:");
  return `${mail.slice(0, end)}\r\n${change(mail.slice(0, end))}${mail.slice(end)}`;
}

const claiming = (fields: string) => (signature: string) =>
  signature.replace(/\bh=[^;]*/, `h=${fields}`);

async function expectNeverOurs(mail: string, note: string): Promise<void> {
  const finding = await check(mail);
  assert.notEqual(finding.verdict, "ours", note);
}

test("a copied seal that claims to cover more doesn't let a stranger add a line", async () => {
  const mail = await genuine();
  assert.equal((await check(mail)).verdict, "ours");
  const forged = withTwin(`${mail.replace("\r\nFrom:", `\r\n${thief}\r\nFrom:`)}`, (s) => s);
  await expectNeverOurs(forged, "copied as it is");
  const claimed = "From:Reply-To:Subject:Date:To:Content-Type";
  const added = mail.replace("\r\nTo:", `\r\n${thief}\r\nTo:`);
  await expectNotOurs(withTwin(added, claiming(claimed)), "signature_repeated");
});

test("a copied seal doesn't let a stranger turn a multipart mail into HTML", async () => {
  const body = "--inner\r\nContent-Type: text/plain\r\n\r\n<b>x</b>\r\n--inner--";
  const mail = await genuine({ type: "multipart/mixed; boundary=inner", body });
  assert.equal((await check(mail)).verdict, "ours");
  const html = mail.replace("multipart/mixed; boundary=inner", "text/html");
  const claimed = "From:Subject:Date:To:Content-Type";
  await expectNotOurs(withTwin(html, claiming(claimed)), "signature_repeated");
});

test("a copied seal written in another way is no better", async () => {
  const added = (await genuine()).replace("\r\nTo:", `\r\n${thief}\r\nTo:`);
  const claim = claiming("From:Reply-To:Subject:Date:To");
  const ways: Record<string, (field: string) => string> = {
    "padded value": (field) => `${claim(field)}==`,
    "folded value": (field) => claim(field).replace(/\bb=(....)/, "b=$1\r\n\t "),
    "junk in the value": (field) => claim(field).replace(/\bb=(....)/, "b=$1*"),
    "a second b": (field) => `${claim(field)}; b=AAAA`,
    "an upper-case B": (field) => claim(field).replace(/\bb=/, "B="),
    "another body hash": (field) => claim(field).replace(/\bbh=[^;]*/, "bh=AAAA"),
    "another selector": (field) => claim(field).replace(/\bs=news/, "s=other"),
    "another case of the domain": (field) => claim(field).replace("larkmoor", "LARKMOOR"),
    "a subdomain": (field) => claim(field).replace(/\bd=/, "d=mail."),
    "a part of the body": (field) => `${claim(field).replace(/;\s*b=/, "; l=10; b=")}`,
    "a stranger's domain": (field) => claim(field).replace("d=larkmoor.example", "d=evil.example"),
  };
  for (const [note, way] of Object.entries(ways)) {
    await expectNeverOurs(withTwin(added, way), note);
  }
});

test("nothing can be changed in the seal itself", async () => {
  const mail = await genuine({ headers: [thief] });
  await expectNotOurs(mail, "header_not_signed");
  const changes: [string, RegExp, string][] = [
    ["a longer h", /\bh=/, "h=Reply-To:"],
    ["two h", /\bh=/, "h=From:Reply-To:Subject:Date:To; h="],
    ["an upper-case H", /\bh=/, "H=From:Reply-To:Subject; h="],
    ["a folded h", /\bh=/, "h=Reply-To\r\n : "],
    ["a comment", /\bh=/, "h=(c)Reply-To:"],
    ["a later expiry", /\bd=/, "x=4102444800; d="],
    ["another date", /\bt=\d+/, "t=1795000000"],
    ["another identity", /\bd=/, "i=@larkmoor.example; d="],
    ["another way of asking", /\bd=/, "q=dns/txt; d="],
    ["copied fields", /\bd=/, "z=Reply-To:thief@evil.example; d="],
    ["another algorithm", /rsa-sha256/, "rsa-sha1"],
    ["another canonicalisation", /relaxed\/relaxed/, "simple/simple"],
    ["an invisible space in a tag's name", /\bh=/, "h\u00a0=Reply-To:From; h="],
  ];
  for (const [note, from, to] of changes) await expectNeverOurs(mail.replace(from, to), note);
});

test("a seal that ran out stays so, whatever is written beside it", async () => {
  const expires = new Date("2026-11-19T20:00:00Z");
  const expired = await sign(compose(), { expires });
  await expectNotOurs(expired, "signature_expired");
  for (const [note, to] of [
    ["later", "x=4102444800"],
    ["upper case", `X=${Math.floor(now.getTime() / 1000) + 1000}`],
    ["gone", ""],
  ] as const) {
    await expectNeverOurs(expired.replace(/\bx=\d+/, to), note);
  }
});

test("a line that another program could take for a sender, subject or type is never in a mail of ours", async () => {
  const mail = await genuine();
  const names = ["From", "Reply-To", "Subject", "Content-Type"];
  const disguises: [string, (name: string) => string][] = [
    ["a space before the colon", (name) => `${name} : x@evil.example`],
    ["a tab before the colon", (name) => `${name}\t: x@evil.example`],
    ["a fold before the colon", (name) => `${name}\r\n : x@evil.example`],
    ["a bare CR before it", (name) => `X-A: b\r${name}: x@evil.example`],
    ["a CR too many", (name) => `X-A: b\r\r\n${name}: x@evil.example`],
    ["an 8-bit space before it", (name) => `X-A: b\r\n\u00a0${name}: x@evil.example`],
    ["a vertical tab before it", (name) => `\u000b${name}: x@evil.example`],
    ["a form feed behind it", (name) => `${name}\u000c: x@evil.example`],
    ["a NUL in it", (name) => `${name}\0: x@evil.example`],
    ["a line of nothing but space", (name) => `X-A: b\r\n \r\n${name}: x@evil.example`],
    ["a header's end of bare CRs", (name) => `X-A: b\r\r${name}: x@evil.example`],
    ["capitals", (name) => `${name.toUpperCase()}: x@evil.example`],
  ];
  for (const name of names) {
    for (const [note, disguise] of disguises) {
      const line = disguise(name);
      await expectNeverOurs(`${line}\r\n${mail}`, `${name} at the top with ${note}`);
      await expectNeverOurs(
        mail.replace("\r\nTo:", `\r\n${line}\r\nTo:`),
        `${name} inside with ${note}`,
      );
    }
  }
});

test("a name folded a thousand times is the same to both parsers", async () => {
  const folded = compose({ subject: `Your${"\r\n address".repeat(1_000)}` });
  assert.equal((await check(await sign(folded))).verdict, "ours");
});

test("a boundary must be the body's own, and there must be one", async () => {
  const body = "--x--x\r\nContent-Type: text/plain\r\n\r\nHello\r\n--x--x--";
  const mail = await genuine({ type: "multipart/mixed; boundary=x--x", body });
  assert.equal((await check(mail)).verdict, "ours");
  for (const type of [
    "multipart/mixed; boundary=x",
    "multipart/mixed; boundary=other; boundary=x--x",
    "multipart/mixed; boundary*=other; boundary=x--x",
    "multipart/digest; boundary=x--x",
    "multipart/encrypted; boundary=x--x",
    "multipart/mixed; boundary=x--x\u00a0",
    "multipart/mixed;\u00a0boundary=x--x",
    "text/plain; charset=utf-7",
    "text/plain; charset=utf-16",
  ]) {
    const changed = mail.replace("multipart/mixed; boundary=x--x", type);
    await expectNotOurs(changed, "header_not_signed");
  }
});

test("a type or an encoding that was taken out after signing is seen", async () => {
  const body = "--in\r\nContent-Type: text/html\r\n\r\n<p>Hello</p>\r\n--in--";
  const parted = await genuine({ type: "multipart/mixed; boundary=in", body });
  await expectNotOurs(parted.replace(/Content-Type: multipart.*\r\n/, ""), "header_not_signed");
  const soft = "Your code word is bl=\r\nue.";
  await expectNotOurs(await genuine({ body: soft }), "header_not_signed");
});

test("written lines of delivery don't make DMARC pass", async () => {
  const lines = [
    "Return-Path: <noreply@larkmoor.example>",
    "Received: from a.example (a.example [192.0.2.7]) by mx.home.example; Thu, 19 Nov 2026 10:00:00 +0000",
  ];
  const finding = await expectNotOurs(`${lines.join("\r\n")}\r\n${compose()}`, "mail_not_signed");
  const technical = finding.reasons.find(({ code }) => code === "mail_authentication");
  assert.deepEqual([technical?.values?.spf, technical?.values?.dmarc], ["pass", "fail"]);
});

test("a stranger's words aren't repeated as the name of a server", async () => {
  const seal = "ARC-Seal: i=1; a=rsa-sha256; d=Call\u3164us\u3164now; s=a; cv=none; b=AAAA";
  const finding = await check(`${seal}\r\n${compose()}`);
  assert.ok(!codes(finding).includes("mail_forwarded"));
});

test("no line put into a genuine mail's header leaves it ours with another answer address", async () => {
  const mail = await genuine();
  const end = mail.indexOf("\r\n\r\n") + 2;
  const starts = [...mail.slice(0, end).matchAll(/\r\n(?! |\t)/g)].map(({ index }) => index + 2);
  // A line that begins with a space is more of the line above it: a seal that covers that one sees it.
  const start = fc.constantFrom("", "\r", "\u00a0", "\u000b", "\0");
  const gap = fc.constantFrom("", " ", "\t", "\r", "\u00a0", "\u000b", "\r\n ", "\0");
  const name = fc.constantFrom("From", "Reply-To", "Sender", "Subject", "Content-Type", "reply-TO");
  const lineEnd = fc.constantFrom("\r\n", "\n", "\r", "\r\r\n", "\r\n\t\r\n");
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...starts, 0),
      fc.tuple(start, name, gap, gap, lineEnd),
      async (at, [before, name, behind, after, lineEnd]) => {
        const line = `${before}${name}${behind}:${after}thief@evil.example${lineEnd}`;
        await expectNeverOurs(mail.slice(0, at) + line + mail.slice(at), JSON.stringify(line));
      },
    ),
  );
});

test("what another program reads in a changed mail of ours is what was sealed", async () => {
  const body = "--in\r\nContent-Type: text/html\r\n\r\n<p>Hello</p>\r\n--in--";
  const plain = await genuine({ headers: ["X-Mailer: ours"] });
  const parted = await genuine({ type: "multipart/mixed; boundary=in", body });
  const fragment = fc.oneof(
    fc.constantFrom(
      ...["\r\n", "\n", "\r", " ", "\t", ":", ";", '"', "\\", "<", ">", "(", ")", ",", "=", "--in"],
      ...["From:", "Reply-To: thief@evil.example\r\n", "Sender: thief@evil.example\r\n"],
      ...["Subject: call us\r\n", "Content-Type: text/html\r\n", "boundary=in", "charset=utf-7"],
      ...["Content-Transfer-Encoding: base64\r\n", "thief@evil.example", "\u00a0", "\u000b"],
    ),
    fc.string({ minLength: 1, maxLength: 5 }),
  );
  const change = fc.record({
    at: fc.nat({ max: 1_000_000 }),
    removed: fc.constantFrom(0, 0, 1, 2, 10, 40),
    put: fc.array(fragment, { maxLength: 3 }).map((pieces) => pieces.join("")),
  });
  const changes = fc.array(change, { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(plain, parted), changes, async (mail, changes) => {
      const headerLength = mail.indexOf("\r\n\r\n") + 2;
      let changed = mail;
      for (const { at, removed, put } of changes) {
        const place = at % headerLength;
        changed = changed.slice(0, place) + put + changed.slice(place + removed);
      }
      if ((await check(changed)).verdict !== "ours") return;
      assert.deepEqual(await readByOthers(changed), await readByOthers(mail), changed);
    }),
  );
});

/** Relaxed canonicalisation (RFC 6376 §3.4.2) lets spaces be added to spaces: they count as one here. */
async function readByOthers(mail: string) {
  const { from, sender, replyTo, subject, text, html } = await PostalMime.parse(mail);
  const read = JSON.stringify({ from, sender, replyTo, subject, text, html });
  return read.replace(/ +/g, " ");
}

test("a fault of ours is no damaged mail", async () => {
  const mail = await sign(compose());
  const isOurMailDomain = () => {
    throw new TypeError("a bug");
  };
  await assert.rejects(check(mail, { isOurMailDomain }), TypeError);
});
