import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { HoldfastError } from "#platform";
import { type Column, meaningOf, meaningWords, readSample, type Sample, wordOf } from "./index.ts";

const meanings = (columns: readonly Column[]) =>
  Object.fromEntries(
    columns.map(({ name, meaning, sure }) => [name, wordOf(meaning) + (sure ? "" : "?")]),
  );

/** Rows as short texts: `name=Test Amber | phone.end=0107 | account 4817-2093-6650`. */
function said({ rows }: Sample): string[] {
  return rows.map(({ values, account, reference, foreign }) =>
    [
      ...values.map(
        ({ field, part, text }) => `${field}${part === "whole" ? "" : `.${part}`}=${text}`,
      ),
      ...(account ? [`account ${account}`] : []),
      ...(reference ? [`reference ${reference}`] : []),
      ...foreign.map((name) => `foreign ${name}`),
    ].join(" | "),
  );
}

const forms: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    "comma_separated",
    "a CSV with quoted values, a foreign column and one that nobody knows",
    'id,First Name,Last Name,E-mail,DOB,last4,password,shoe\nA-1,Test,"Amber, Anchor",t1@demo.example,28.05.1984,1234,hunter2,43\n',
    [
      "name=Test Amber, Anchor | email=t1@demo.example | date_of_birth=1984-05-28 | bank_last_four=1234 | reference A-1 | foreign password",
    ],
  ],
  [
    "comma_separated",
    "values between apostrophes, as a database writes them; a name that begins with one keeps it",
    "'name','email'\n'Test O''Amber','t1@demo.example'\n't Anchor Test,t2@demo.example\n",
    ["name=Test O'Amber | email=t1@demo.example", "name='t Anchor Test | email=t2@demo.example"],
  ],
  [
    "semicolon_separated",
    "a German table: its numbers' country and its commas are those of its column",
    "Kundennummer;Name;Telefon;Kontostand\nK1;Anchor, Test;+49 151 12345678;1.204,50 EUR\nK2;Test Birch;+49 151 12345679;3,20 EUR\nK3;Test Cedar;+49 151 12345680;1.204\nK4;Test Dune;0151 12345681;\n",
    [
      "name=Test Anchor | phone=+4915112345678 | balance=1204.50 EUR | reference K1",
      "name=Test Birch | phone=+4915112345679 | balance=3.20 EUR | reference K2",
      "name=Test Cedar | phone=+4915112345680 | balance=1204 | reference K3",
      "name=Test Dune | phone=+4915112345681 | reference K4",
    ],
  ],
  [
    "tab_separated",
    "French names of columns; a number that names no country is an end",
    "prénom\tnom\tcourriel\ttél\tville\nTest\tAmber\tt1@demo.example\t06 12 34 56 78\tTestville\n",
    ["name=Test Amber | email=t1@demo.example | phone.end=612345678 | address.words=Testville"],
  ],
  [
    "tab_separated",
    "one column with its name: whatever stands in a line is a value",
    "name\ntest amber\nTest Birch, Anchor\n",
    ["name=test amber", "name=Anchor Test Birch"],
  ],
  [
    "pipe_separated",
    "no names of columns: its values tell",
    "Test Amber Anchor|4817-2093-6650|t1@demo.example|+1 (202) 555-0101\nTest Birch Anchor|4817-2093-6651|t2@demo.example|0012025550102\n",
    [
      "name=Test Amber Anchor | email=t1@demo.example | phone=+12025550101 | account 4817-2093-6650",
      "name=Test Birch Anchor | email=t2@demo.example | phone=+12025550102 | account 4817-2093-6651",
    ],
  ],
  [
    "space_separated",
    "a table pasted from a page",
    "Nombre completo   Correo           Fecha de nacimiento\nTest Amber        t1@demo.example  28 de mayo de 1984\nTest Birch        t2@demo.example  1984-02-01\n",
    [
      "name=Test Amber | email=t1@demo.example | date_of_birth=1984-05-28",
      "name=Test Birch | email=t2@demo.example | date_of_birth=1984-02-01",
    ],
  ],
  [
    "json_lines",
    "JSON Lines with objects in objects, lists, and a key that reaches for more",
    '{"name":"Test Amber","__proto__":{"email":"t1@demo.example"},"address":{"city":"Testville"}}\n{"constructor":"x","phones":["+12025550101","+12025550102"]}\n',
    [
      "name=Test Amber | email=t1@demo.example | address.words=Testville",
      "phone=+12025550101 | phone=+12025550102",
    ],
  ],
  [
    "json",
    "one array in an object, over several lines",
    '{"clients": [\n  {"name": "Test Amber", "ssn": "078-05-1120"},\n  {"name": "Test Birch"}\n]}',
    ["name=Test Amber | foreign ssn", "name=Test Birch"],
  ],
  [
    "labelled_lines",
    "a client a line",
    "Name: Test Amber, Email: t1@demo.example, City: Testville\nName: Test Birch, Email: t2@demo.example\n",
    [
      "name=Test Amber | email=t1@demo.example | address.words=Testville",
      "name=Test Birch | email=t2@demo.example",
    ],
  ],
  [
    "labelled_blocks",
    "a screen typed by hand, with what it masks",
    "#1\nName: Test Amber\nEmail: t***@d***.example\nPhone: +1 202 *** **07\nDOB: 05/28/1984\nIBAN: **** 1234\n\n#2\nName: Test Birch\nPhone: ...0108\nAddress: 1 Example Street, Testville\n",
    [
      "name=Test Amber | email.masked=t•••@d•••.example | phone.masked=+1 202 ••• ••07 | date_of_birth=1984-05-28 | bank_last_four=1234",
      "name=Test Birch | phone.end=0108 | address=1 Example Street, Testville",
    ],
  ],
  [
    "free_text",
    "a page of a browser: its tags part what they stand around",
    '<table class="x"><tr><td>Test Amber Anchor</td><td>t1@demo.example</td><td>+1 202 555 0101</td></tr>\n<email>t2@demo.example</email><br/>\nTest Birch <t3@demo.example>\n',
    [
      "email=t1@demo.example | phone=+12025550101",
      "email=t2@demo.example",
      "email=t3@demo.example",
    ],
  ],
  [
    "free_text",
    "a chat",
    "[12:04] seller: proof, as promised\n[12:05] seller: Test Amber Anchor +1 202 555 0101 (t1@demo.example), 4817-2093-6650\n12:06 - seller: t2@demo.example\n",
    [
      "phone=+12025550101 | email=t1@demo.example | account 4817-2093-6650",
      "email=t2@demo.example",
    ],
  ],
];

for (const [format, what, text, wanted] of forms) {
  test(`${format}: ${what}`, async () => {
    const sample = await readSample(text);
    assert.equal(sample.stated.format, format);
    assert.deepEqual(said(sample), wanted);
  });
}

test("a column is called what it is in six languages, and a strange one is unknown, not foreign", async () => {
  const { columns } = await readSample(
    "E-Mail-Adresse,Geburtsdatum,Nom de famille,Número de teléfono,Morada,Codice fiscale,User ID,seedPhrase,shoe size\n",
  );
  assert.deepEqual(meanings(columns), {
    "E-Mail-Adresse": "email",
    Geburtsdatum: "date_of_birth",
    "Nom de famille": "name.last",
    "Número de teléfono": "phone",
    Morada: "address",
    "Codice fiscale": "foreign.ssn",
    "User ID": "reference",
    seedPhrase: "foreign.seed",
    "shoe size": "ignored?",
  });
});

test("what stands around a column's name doesn't hide it: whose, which number, how much of it", async () => {
  const { columns } = await readSample(
    "N° de téléphone,card_last_four,phone_last4,SSN (last 4),User No.,Customer email address,Balance (USD)\n",
  );
  assert.deepEqual(Object.values(meanings(columns)), [
    ...["phone", "bank_last_four", "phone.end", "foreign.ssn", "reference", "email", "balance"],
  ]);
});

test("where name and values differ the values win, and nobody is sure", async () => {
  const text =
    "name,account,note\nt1@demo.example,4817-2093-6650,10.0.0.1\nt2@demo.example,4817-2093-6651,10.0.0.2\n";
  const { columns } = await readSample(text);
  assert.deepEqual(meanings(columns), { name: "email?", account: "account", note: "foreign.ip" });
});

test("under a name of another language only what its values alone tell is guessed", async () => {
  const { columns } = await readSample(
    "Telefoonnummer,Adres,Geboortedatum,Beroep\n+12025550101,t•••@demo.example,1984-05-28,Bakker\n+12025550102,u•••@demo.example,1984-05-29,Arts\n",
  );
  assert.deepEqual(Object.values(meanings(columns)), ["phone?", "email?", "unknown?", "unknown?"]);
});

test("a person corrects a column, and the rows are read by it", async () => {
  const text = "who,when\nTest Amber,03/04/1984\n";
  const before = await readSample(text);
  assert.deepEqual(said(before), [""]);
  const columns = new Map([
    ["who", meaningOf("name") ?? assert.fail()],
    ["when", meaningOf("date_of_birth") ?? assert.fail()],
  ]);
  const after = await readSample(text, { columns });
  assert.deepEqual(said(after), ["name=Test Amber | date_of_birth=1984-03-04"]);
  assert.deepEqual(after.rows[0]?.values[1]?.also, ["1984-04-03"]);
  assert.ok(after.columns.every(({ sure }) => sure));
  assert.equal(before.digest, after.digest);
});

test("a column's other dates say which number is the day", async () => {
  const { rows } = await readSample("dob\n28/05/1984\n03/04/1984\n", { format: "comma_separated" });
  assert.deepEqual(
    rows.map(({ values }) => values.map(({ text, also }) => [text, also])),
    [[["1984-05-28", undefined]], [["1984-04-03", undefined]]],
  );
});

test("a number without its country takes the one that is given", async () => {
  const given = await readSample("name,phone\nTest Amber,(202) 555-0103\n", { country: "US" });
  assert.deepEqual(said(given), ["name=Test Amber | phone=+12025550103"]);
});

test("every meaning is one word, there and back", () => {
  for (const word of meaningWords) assert.equal(wordOf(meaningOf(word) ?? assert.fail()), word);
  assert.equal(meaningOf("__proto__"), undefined);
});

test("examples show the form of a value and none of its letters, and no value becomes a column's name", async () => {
  const { columns } = await readSample(
    '{"name":"Amber Zypq","zypq@demo.example":"x","id 482093":1}\n',
  );
  assert.deepEqual(
    columns.map(({ name, examples }) => [name, ...examples]),
    [
      ["name", "Xxxxx Xxxx"],
      ["column 2", "x"],
      ["column 3", "0"],
    ],
  );
});

const line = fc.oneof(
  fc.string({ unit: codePoint, maxLength: 30 }),
  fc.stringMatching(/^[a-z0-9@.,;|:"'{}[\]+\- \t]{0,40}$/),
  fc.constantFrom(
    "name,email,phone",
    "Name: Test Amber",
    '{"name":"Test"}',
    '"a',
    "",
    "[",
    "Test,t@b.example,+12025550101",
    "1|2|3",
  ),
);

test("of any text each line is a row's, a name's, blank, repeated or bad, and nothing but a refusal is thrown", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), fc.boolean(), async (lines, isWide) => {
      const text = lines.join("\n");
      const source = isWide ? Buffer.from(text, "utf16le") : text;
      try {
        const { rows, bad, stated } = await readSample(source);
        const { all, ...each } = stated.lines;
        assert.equal(
          Object.values(each).reduce((sum, one) => sum + one, 0),
          all,
        );
        assert.ok(rows.length <= stated.lines.rows && bad.length <= stated.lines.bad);
        const places = [...rows, ...bad].map((one) => one.line);
        assert.equal(new Set(places).size, places.length);
        assert.ok(places.every((place) => place >= 1 && place <= all));
      } catch (error) {
        assert.ok(error instanceof HoldfastError, String(error));
      }
    }),
    { numRuns: 300 },
  );
});

test("any bytes are read or refused", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      await readSample(bytes).catch((error) =>
        assert.ok(error instanceof HoldfastError, String(error)),
      );
    }),
    { numRuns: 200 },
  );
});
