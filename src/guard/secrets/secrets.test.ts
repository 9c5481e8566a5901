import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { placeholderOf, removeSecrets, type SecretContext, type SecretType } from "./index.ts";

type Case = readonly [text: string, secret: string, type: SecretType, after?: string];

const hexKey = "e9873d79c6d87dc0fb6a5778633389f4453213303da61f20bd67fc233aa33262";

const secret: readonly Case[] = [
  ["my password is Hunter2!", "Hunter2!", "password"],
  ["pw: s3cr3t-stuff", "s3cr3t-stuff", "password"],
  ["my pass banana77", "banana77", "password"],
  ["The password is banana", "banana", "password"],
  ["my password was changed to Winter!23", "Winter!23", "password"],
  ["ich habe Zebra#42 als Passwort eingegeben", "Zebra#42", "password"],
  ["typed banana as my password", "banana", "password"],
  ["Zebra#42をパスワードとして入力しました", "Zebra#42", "password"],
  ["mot de passe incorrect, pourtant je tape toujours Zebra#42", "Zebra#42", "password"],
  ["şifre hatalı diyor ama hep Zebra42 yazıyorum", "Zebra42", "password"],
  ["提示密码错误，可是我一直输Zebra42", "Zebra42", "password"],
  ["Zebra42 это мой пароль", "Zebra42", "password"],
  ["비밀번호를 Zebra#42 에서 Koala#43 로 바꿨어요", "Koala#43", "password"],
  ["cambié la contraseña de Zebra42x a Koala43x", "Koala43x", "password"],
  ["altes Passwort Zebra#42, neues Koala#43", "Koala#43", "password"],
  ["password is all lowercase correcthorse", "correcthorse", "password"],
  ["ww: Ajax1995!", "Ajax1995!", "password"],
  ["hunter2xyz is my password", "hunter2xyz", "password"],
  ['password is "correct horse"', "correct horse", "password"],
  ["It's sunshine", "sunshine", "password", "What is your password?"],
  ["mein Passwort ist Sommer2024", "Sommer2024", "password"],
  ["mon mot de passe est soleil", "soleil", "password"],
  ["mi contraseña es Perro123", "Perro123", "password"],
  ["minha senha é gato2020", "gato2020", "password"],
  ["la mia password è Ferrari99", "Ferrari99", "password"],
  ["mijn wachtwoord is fiets123", "fiets123", "password"],
  ["parolam: Galata1905", "Galata1905", "password"],
  ["пароль: Ромашка77", "Ромашка77", "password"],
  ["비밀번호는 kimchi123 입니다", "kimchi123", "password"],
  ["パスワードはsakura2020です", "sakura2020", "password"],
  ["我的密码是panda888", "panda888", "password"],
  ["my password is Password123", "Password123", "password"],
  ["Password: Pass@1234", "Pass@1234", "password"],
  ["mein Passwort ist Passwort1", "Passwort1", "password"],
  ["mi clave: Clave123", "Clave123", "password"],
  ["mot de passe : Motdepasse1", "Motdepasse1", "password"],
  ["пароль: Пароль123", "Пароль123", "password"],
  ["我的密码是P@ssw0rd1", "P@ssw0rd1", "password"],
  ["비밀번호는 P@ssw0rd1 입니다", "P@ssw0rd1", "password"],
  ["パスワードはP@ssw0rd1です", "P@ssw0rd1", "password"],
  ["my password is M@ria.1984", "M@ria.1984", "password"],
  ["Password: p@ss.w0rd", "p@ss.w0rd", "password"],
  ["845270", "845270", "two_factor_code", "Bitte nennen Sie mir die sechs Ziffern."],
  ["845270", "845270", "two_factor_code", "6桁の数字を教えてください"],
  ["845270", "845270", "two_factor_code", "Назовите шесть цифр"],
  ["TOTP-Geheimnis: KJOJ2FU4H3WJCEBH", "KJOJ2FU4H3WJCEBH", "two_factor_code"],
  [
    "meine ersten sechs Wörter: moon welcome cargo reform tube version",
    "moon welcome cargo reform tube version",
    "seed_phrase",
  ],
  [
    "mis primeras seis palabras: luz juez hombre cúpula dolor vivero",
    "luz juez hombre cúpula dolor vivero",
    "seed_phrase",
  ],
  ["my code is 123456", "123456", "two_factor_code"],
  ["123456 is the code", "123456", "two_factor_code"],
  ["the 2FA code: 492 118", "492 118", "two_factor_code"],
  ["yes: 217328", "217328", "two_factor_code", "Have you received our text?"],
  ["yes it says 55120", "55120", "two_factor_code", "Did you get the SMS?"],
  ["네 465413 이라고 왔어요", "465413", "two_factor_code", "문자 받으셨어요?"],
  ["Google認証システムに811792と出ます", "811792", "two_factor_code"],
  ["the setup key under the QR is JBSW Y3DP EHPK 3PXP", "JBSW Y3DP EHPK 3PXP", "two_factor_code"],
  ["492-118", "492-118", "two_factor_code", "Please read me the code from your app."],
  ["four double nine one eight two", "four double nine one eight two", "two_factor_code", "code?"],
  ["１２３４５６", "１２３４５６", "two_factor_code", "What is the code?"],
  ["код из смс 558210", "558210", "two_factor_code"],
  ["認証コードは558210です", "558210", "two_factor_code"],
  ["the TOTP secret is JBSWY3DPEHPK3PXP", "JBSWY3DPEHPK3PXP", "two_factor_code"],
  ["482913", "482913", "device_approval_code", "Please tell me the device approval code."],
  ["approval code KX92-LL41", "KX92-LL41", "device_approval_code"],
  ["4K7Q-2M9X-0RTB-8WZE-5H3D-1VPN-77QA", "4K7Q-2M9X-0RTB-8WZE-5H3D-1VPN-77QA", "master_key"],
  ["Zebra!99x", "Zebra!99x", "master_key", "What is your master key?"],
  ["AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE", "api_key"],
  ["API Key: 9fK2mQ7xT4vB8nL1pW6z Secret: hJ8sD2kF6gA9lZ1xC4vB", "hJ8sD2kF6gA9lZ1xC4vB", "api_key"],
  ["4111 1111 1111 1111", "4111 1111 1111 1111", "card_number"],
  ["378282246310005", "378282246310005", "card_number"],
  ["123 e 15", "123 e 15", "card_number", "What is your card number?"],
  ["DE89 3704 0044 0532 0130 00", "DE89 3704 0044 0532 0130 00", "iban"],
  ["iban gb29nwbk60161331926819", "gb29nwbk60161331926819", "iban"],
  ["my ssn is 078-05-1120", "078-05-1120", "ssn"],
  ["4577", "4577", "ssn", "And the last four of your SSN?"],
  ["ssn xxx-xx-0996", "0996", "ssn"],
  ["mon numéro de sécu 2 69 05 49 588 157 80", "2 69 05 49 588 157 80", "ssn"],
  ["주민번호는 900101-2345678입니다", "900101-2345678", "ssn"],
  ["meine IBAN ist DE89 3704 0044 0532 0130 01", "DE89 3704 0044 0532 0130 01", "iban"],
  ["セキュリティコードは418です", "418", "card_number"],
  ["旅券番号はTK1234567です", "TK1234567", "passport_number"],
  ["загранпаспорт 75 1234567", "75 1234567", "passport_number"],
  [`I restored my wallet with ${hexKey}`, hexKey, "private_key"],
  [
    "curl -H 'Authorization: Bearer 9f8e7d6c5b4a39281706f5e4d3c2b1a0'",
    "9f8e7d6c5b4a39281706f5e4d3c2b1a0",
    "api_key",
  ],
  ["passport number L8988901C", "L8988901C", "passport_number"],
  ["I used Tr0ub4dor&3 as my password", "Tr0ub4dor&3", "password"],
  ["my login and password (ada_b / Lemon-Tree-44)", "Lemon-Tree-44", "password"],
  [
    "I think it was blueberry12",
    "blueberry12",
    "password",
    "Do you remember which password you used?",
  ],
  ["Reisepass Nr. C4VJGT9M2", "C4VJGT9M2", "passport_number"],
  [`I exported the key from MetaMask: 0x${hexKey}`, hexKey, "private_key"],
  ["key id 5f2b1c9a, secret Zk8Pq2Vn7Lr4Xw9Ts1By6Md3", "Zk8Pq2Vn7Lr4Xw9Ts1By6Md3", "api_key"],
  ["my passphrase is purple monkey dishwasher", "purple monkey dishwasher", "password"],
  ["login: ada@example.com / S3cr3t!x", "S3cr3t!x", "password"],
  ["it was ada@example.com:hunter2", "hunter2", "password"],
  ["my pаsswоrd is Hunter2!", "Hunter2!", "password"], // а and о are Cyrillic
  ["API-Key=AbCdEf0123456789AbCdEf01", "AbCdEf0123456789AbCdEf01", "api_key"],
  ["passport no. GBR 123456789", "123456789", "passport_number"],
  [
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
    "L898902C36UTO7408122F1204159ZE184226B",
    "passport_number",
  ],
  ["il mio codice fiscale: RSSMRA85T10A562S", "RSSMRA85T10A562S", "ssn"],
  ["o CPF dela 529.982.247-25", "529.982.247-25", "ssn"],
  ["我的身份证号11010519491231002X。", "11010519491231002X", "ssn"],
  ["112-233-445 95", "112-233-445 95", "ssn"],
  ["My national insurance number is QQ 12 34 56 C", "QQ 12 34 56 C", "ssn"],
  [`PRIVATE_KEY=0x${hexKey}`, hexKey, "private_key"],
  [`private key:\n${hexKey.slice(0, 32)}\n${hexKey.slice(32)}`, hexKey.slice(32), "private_key"],
  [`${hexKey.replace(/.{8}/g, "$& ")}is my private key`, hexKey.slice(0, 8), "private_key"],
  [`my private key: ${hexKey}`, hexKey, "private_key"],
  [`0x${hexKey}`, hexKey, "private_key", "Paste your private key here."],
  ["KwdMAjGmerYanjeui5SHS7JkmpZvVipYvB2LJGU1ZxJwYvP98617", "KwdMAjG", "private_key"],
  ["-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\n", "MHcCAQEE", "private_key"],
  [
    "ozone drill grab",
    "ozone drill grab",
    "seed_phrase",
    "Tell me the first words of your seed phrase.",
  ],
];

const harmless: readonly (readonly [text: string, after?: string])[] = [
  ["my password is not working"],
  ["I reset my password yesterday and it still fails"],
  ["password: how do I change it?"],
  ["why do you need my password?", "What is your password?"],
  ["no, I won't share that", "What is the code?"],
  ["error code 504123"],
  ["почтовый код 630099"],
  ["the last six digits of my account are 123456"],
  ["my password is not ada@example.com"],
  ["promo code SAVE2024"],
  ["My password manager is Bitwarden."],
  ["2345 6533 6795 5656 and ssn is missing"],
  ["Thanks, ada@example.com / K7QM-4D2X"],
  ["my post code is 90210"],
  ["Is this message code 7K2P-9QXM from you?"],
  ["the code 7K2P-9QXM of your message"],
  ["order number 12345678"],
  ["my public account id is 4817-2093-6650", "What is your card number?"],
  ["I sent 5000 dollars on 2024-05-12 at 10:30"],
  ["500", "How much did you send?"],
  ["call me on 07700 900123"],
  [`transaction 0x${hexKey} is pending`, "Which transaction is it?"],
  ["my address is 0x52908400098527886E0F7030069857D2E4169EE7"],
  ["bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"],
  ["I sent it to bc1qx5x7m5s9e3ujhl2rf57c459pw84wzhmd8v6dld"],
  ["I sent it to 1MjvyKEk6qjL2qsjvE8pW4DkxD5AmnLKy4"],
  ["see commit 4pw5a9c1d2"],
  ["DE89 3704 0044 0532 0130 01"],
  ["I use Chrome131 on my Windows11 laptop and the password page stays blank"],
  ["iPhone15でパスワードを入力しても進みません"],
  ["My user name is sam77x and my password is rejected"],
  ["creo que en 2021", "¿Cuándo cambió la contraseña por última vez?"],
  ["galiba 2023", "Parolanızı ne zaman yenilediniz?"],
  ["why do I need a 6-digit code every time?"],
  ["Der 2FA-Code kommt nie an, Ticket 48213390 ist offen"],
  ["2FA kodum gelmiyor, 48219903 numaralı talep açık"],
  ["payment declined with code 5105"],
  ["代码5105，付款失败"],
  ["no, ticket 482913 is still open", "Did you get our text?"],
  ["passport valid from 2019-03-04 to 2029-03-03"],
  ["mi pasaporte caduca el 16/12/2027"],
  ["パスポートの期限は2027年3月12日です"],
  ["4111 1111 1111 1112"],
  ["ticket_01abcdefghjkmnpqrstvwxyz01"],
  ["a scammer asked me for my 12 words, can you help?"],
  ["Mein Passwort funktioniert nicht"],
  ["密码忘记了怎么办"],
];

test("secrets go with their type and leave none of their characters", () => {
  for (const [text, value, type, after] of secret) {
    const { decision, secrets, redacted } = removeSecrets(text, { after: after ?? "" });
    assert.equal(decision, "allow");
    const at = text.indexOf(value);
    const found = secrets.find(({ start, end }) => start <= at && end >= at + value.length);
    assert.equal(found?.type, type, `${text} -> ${redacted}`);
    assert.ok(!redacted.includes(value), redacted);
    assert.ok(redacted.includes(placeholderOf(type)), redacted);
  }
});

test("what only looks like a secret stays", () => {
  for (const [text, after] of harmless) {
    const removal = removeSecrets(text, { after: after ?? "" });
    assert.deepEqual(removal, { decision: "allow", secrets: [], redacted: text, shred: [] }, text);
  }
});

const overLines: readonly string[] = [
  `private key\n${hexKey.slice(0, 32)}\n${hexKey.slice(32)}`,
  `My private key is ${hexKey.slice(0, 40)}\n${hexKey.slice(40)}`,
  `private key:\n${hexKey.match(/.{16}/g)?.join("\n")}`,
  "Mein Schlüssel, private key\nKwdM AjGm erYa njeu\ni5SH S7Jk mpZv VipY\nvB2L JGU1 ZxJw YvP9 8617",
  "Card: 4111 1111\n1111 1111",
  "4111\n1111\n1111\n1111",
  "my password is:\nTr0ub4dor&3xyz",
  "我的密码是\npanda888",
  "My IBAN:\nDE89 3704 0044 0532 0130 00",
  "legal winner thank year wave sausage\nworth useful legal winner thank yellow",
  "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEF\n-----END PRIVATE KEY-----\nThanks",
];

test("what is quoted goes as it does where it isn't, over several lines too", () => {
  const cases = [...secret.map(([text, , , after]) => ({ text, after })), ...overLines];
  for (const each of cases) {
    const { text, after = "" } = typeof each === "string" ? { text: each } : each;
    const bare = removeSecrets(text, { after });
    assert.notDeepEqual(bare.secrets, [], text);
    for (const mark of [">", "> ", ">> ", " > > "]) {
      const quoted = text.replace(/^/gm, mark);
      const { secrets } = removeSecrets(quoted, { after });
      const values = secrets.map(({ type, start, end }) => [type, quoted.slice(start, end)]);
      assert.deepEqual(
        values.map(([type, value]) => [type, value?.replaceAll(`\n${mark}`, "\n")]),
        bare.secrets.map(({ type, start, end }) => [type, text.slice(start, end)]),
        quoted,
      );
    }
  }
});

test("an empty line of a quote parts no secret, nor one from its name", () => {
  for (const [text, redacted] of [
    [`> private key:\n>\n> ${hexKey}\n> ok`, "> private key:\n>\n> [private key removed]\n> ok"],
    ["> The code:\n> \n>\n> 482913", "> The code:\n> \n>\n> [two-factor code removed]"],
    [">> Card 4111 1111\n>>\n>> 1111 1111", ">> Card [card number removed]"],
  ] as const) {
    assert.equal(removeSecrets(text).redacted, redacted);
  }
});

test("an empty line behind a colon parts no secret from its name", () => {
  for (const [text, redacted] of [
    [`private key:\n\n${hexKey}`, "private key:\n\n[private key removed]"],
    ["My password:\n\nTrombone#44\n\nBye", "My password:\n\n[password removed]\n\nBye"],
    ["My password: \r\n\r\nsunshine\r\n", "My password: \r\n\r\n[password removed]\r\n"],
    ["The code from the text:\n\n482913", "The code from the text:\n\n[two-factor code removed]"],
    ["我的密码：\n\npanda888", "我的密码：\n\n[password removed]"],
  ] as const) {
    assert.equal(removeSecrets(text).redacted, redacted);
  }
  for (const text of [
    "About my password:\n\nI can't log in",
    "I have a problem with my password:\n\nReset\n\nThanks",
    "Question about the code:\n\nWhy 6 digits?",
    "My password fails, and my order number:\n\n482913",
    "My password is lost.\n\nTrombone#44",
    "My password:\n\n\nSunshine",
  ]) {
    assert.deepEqual(removeSecrets(text).secrets, [], text);
  }
});

test("a challenge that waits makes its code a secret", () => {
  assert.deepEqual(removeSecrets("ok 482913").secrets, []);
  const { secrets } = removeSecrets("ok 482913", { pending: ["two_factor_code"] });
  assert.deepEqual(secrets, [{ type: "two_factor_code", start: 3, end: 9 }]);
  const device = removeSecrets("482913", { pending: ["device_approval_code"] });
  assert.equal(device.secrets[0]?.type, "device_approval_code");
});

test("a code or card in pieces is found with its last one, and the former pieces are named", () => {
  const after = "What is the code?";
  const code = removeSecrets("913", { after, before: ["hello", "482"] });
  assert.deepEqual([code.redacted, code.shred], [placeholderOf("two_factor_code"), [1]]);
  const card = removeSecrets("1111", { before: ["hi", "4111", "1111", "1111"] });
  assert.deepEqual([card.redacted, card.shred], [placeholderOf("card_number"), [1, 2, 3]]);
});

test("what a message is about to say comes with the next one, and is taken out there", () => {
  for (const [before, text, type] of [
    ["my password is", "Trombone#44", "password"],
    ["The code:", "482913", "two_factor_code"],
    ["mein Passwort lautet", "Trombone#44", "password"],
  ] as const) {
    assert.equal(removeSecrets(text, { before: ["hello", before] }).secrets[0]?.type, type, before);
  }
  for (const before of ["Is my password safe?", "I changed my password.", "my order number is"]) {
    assert.deepEqual(removeSecrets("Trombone#44", { before: [before] }).secrets, [], before);
  }
});

test("the same password said again goes too", () => {
  const { redacted } = removeSecrets("my password is Hunter2!x. Yes, Hunter2!x");
  assert.equal(redacted, "my password is [password removed]. Yes, [password removed]");
});

const pieces = fc.constantFrom(
  "password",
  "is",
  ":",
  "Hunter2!",
  "code",
  "482913",
  "4111 1111 1111 1111",
  "[password removed]",
  "seed phrase",
  "abandon ability able about above absent",
  "absorb abstract absurd abuse access accident",
  "card number",
  "ssn",
  "4577",
  "DE89 3704 0044 0532 0130 00",
  "api key",
  "9fK2mQ7xT4vB8nL1pW6z",
  "master key",
  "\n",
  "\n>",
  "密码",
  '"',
);
const asks = fc.constantFrom("", "What is your password?", "code and card number?", "seed words?");
const texts = fc.oneof(
  fc.string({ unit: codePoint, maxLength: 60 }),
  fc.array(pieces, { maxLength: 12 }).map((list) => list.join(" ")),
);

test("any text: offsets fit, nothing removed stays, and removing twice is removing once", () => {
  fc.assert(
    fc.property(texts, asks, (text, after) => {
      const context: SecretContext = { after };
      const { decision, secrets, redacted } = removeSecrets(text, context);
      assert.equal(decision, "allow");
      let from = 0;
      let rebuilt = "";
      let kept = "";
      for (const { type, start, end } of secrets) {
        assert.ok(start >= from && start < end && end <= text.length);
        rebuilt += text.slice(from, start) + placeholderOf(type);
        kept += `${text.slice(from, start)}[]`;
        from = end;
      }
      assert.equal(redacted, rebuilt + text.slice(from));
      const again = removeSecrets(redacted, context);
      assert.equal(again.redacted, redacted);
      const words = new Set((kept + text.slice(from)).split(/\s+/)); // our own placeholders have words too
      for (const { start, end } of secrets) {
        const value = text.slice(start, end);
        if (value.length >= 6 && !/\s/.test(value)) assert.ok(!words.has(value), value);
      }
    }),
    { numRuns: 400 },
  );
});

test("what can't be read is held", () => {
  const removal = removeSecrets("a".repeat(2_000_001));
  assert.deepEqual(removal, {
    decision: "hold",
    secrets: [],
    redacted: "[message held]",
    shred: [],
  });
  assert.equal(removeSecrets(undefined as unknown as string).decision, "hold");
});
