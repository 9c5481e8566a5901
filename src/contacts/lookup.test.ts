import assert from "node:assert/strict";
import { test } from "node:test";
import { type Contact, readDirectory, standingOf } from "./directory.ts";
import { openDirectory, reportedHost, standingOfHost, standingOfKey } from "./lookup.ts";

const now = new Date("2026-11-20T12:00:00Z");

function directoryOf(
  contacts: Contact[],
  reported: { type: Contact["type"]; value: string }[] = [],
) {
  return readDirectory({ firm: "Larkmoor", brands: ["larkmoor"], contacts, reported });
}

test("a domain includes its subdomains and nothing that only ends like it", () => {
  const open = openDirectory(directoryOf([{ type: "domain", value: "Larkmoor.example" }]));
  assert.equal(standingOfHost(open, "larkmoor.example", now)?.is, "current");
  assert.equal(standingOfHost(open, "a.b.larkmoor.example", now)?.is, "current");
  assert.equal(standingOfHost(open, "notlarkmoor.example", now), undefined);
  assert.equal(standingOfHost(open, "larkmoor.example.evil.example", now), undefined);
  assert.equal(standingOfHost(open, "example", now), undefined);
});

test("a contact is ours from its first day to the day before its last", () => {
  const contact: Contact = {
    type: "domain",
    value: "larkmoor.example",
    valid_from: "2026-01-01",
    valid_to: "2026-12-01",
  };
  assert.equal(standingOf(contact, new Date("2025-12-31T23:59:59Z")).is, "future");
  assert.equal(standingOf(contact, new Date("2026-01-01T00:00:00Z")).is, "current");
  assert.equal(standingOf(contact, new Date("2026-11-30T23:59:59Z")).is, "current");
  assert.equal(standingOf(contact, new Date("2026-12-01T00:00:00Z")).is, "past");
});

test("a number that came back to us is ours again", () => {
  const value = "+12025550100";
  const open = openDirectory(
    directoryOf([
      { type: "phone", value, valid_to: "2024-01-01" },
      { type: "phone", value, valid_from: "2026-01-01" },
    ]),
  );
  assert.equal(standingOfKey(open, `phone:${value}`, now)?.is, "current");
  assert.equal(standingOfKey(open, `phone:${value}`, new Date("2025-01-01"))?.is, "past");
});

test("a reported domain stands for its subdomains", () => {
  const open = openDirectory(directoryOf([], [{ type: "domain", value: "fake.example" }]));
  assert.equal(reportedHost(open, "login.fake.example")?.value, "fake.example");
  assert.equal(reportedHost(open, "example"), undefined);
});

for (const contact of [
  { type: "domain", value: "pages.dev" },
  { type: "domain", value: "com" },
  { type: "domain", value: "192.0.2.1" },
  { type: "domain", value: "https://larkmoor.example" },
  { type: "email", value: "larkmoor.example" },
  { type: "email", value: "a@b@larkmoor.example" },
  { type: "email_domain", value: "@larkmoor.example" },
  { type: "origin", value: "http://larkmoor.example" },
  { type: "origin", value: "https://larkmoor.example/login" },
  { type: "origin", value: "https://user@larkmoor.example" },
  { type: "phone", value: "202 555 0100" },
  { type: "phone", value: "+1" },
  { type: "handle", value: "larkmoor" },
] satisfies Contact[]) {
  test(`${contact.value} can't be listed as ${contact.type}`, () => {
    assert.throws(() => openDirectory(directoryOf([contact])), { code: "contact_invalid" });
  });
}

test("one contact can't be ours and reported", () => {
  const contact = { type: "domain", value: "larkmoor.example" } as const;
  assert.throws(() => openDirectory(directoryOf([contact], [contact])), {
    code: "contact_reported",
  });
});

test("a file that isn't a directory is refused with the field that is wrong", () => {
  assert.throws(() => readDirectory({ firm: "Larkmoor", brands: [], contacts: [] }), {
    code: "directory_invalid",
    message: /brands/,
  });
});
