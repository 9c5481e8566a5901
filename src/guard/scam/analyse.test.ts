import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { analyseReport } from "./analyse.ts";
import type { SignalCode } from "./signal.ts";

/** What scammers say, in our own words, with a signal that must be seen in it. */
const scams: readonly [SignalCode, string][] = [
  ["asks_seed_phrase", "Restore the wallet by entering your 12 words in the form"],
  ["asks_seed_phrase", "Type all the words on your recovery card, one by one"],
  ["recovery_fee", "We located your lost ether. A retainer of 400 dollars starts the work"],
  ["recovery_fee", "The withdrawal is only possible after you deposit 15% tax"],
  ["recovery_fee", "Your stolen coins are with us, just transfer the release commission"],
  ["demands_secret", "Now read me the numbers that came to your phone"],
  ["demands_secret", "Bitte nennen Sie mir die TAN, die Sie gerade bekommen haben"],
  ["demands_secret", "Dites-moi le code que vous avez reçu"],
  ["demands_secret", "Dígame la clave que le llegó"],
  ["demands_secret", "Mi legga il codice, per favore"],
  ["demands_secret", "Me passa o código que chegou"],
  ["demands_secret", "Lees ons de pincode voor"],
  ["demands_secret", "Назовите код, который вам пришёл"],
  [
    "remote_access",
    "Go ahead and open the app store, search for any desk, install it and tell me the nine digit number.",
  ],
  ["remote_access", "Press the Windows key and the letter R, then type what I tell you"],
  [
    "safe_wallet",
    "He said he was from my bank's fraud team and I should move my money into a safe account",
  ],
  [
    "safe_wallet",
    "We've set up a self custody wallet for you. Now transfer all your coins to the secure wallet.",
  ],
  [
    "whitelist_address",
    "Please whitelist this address in your account so that the vault can receive the funds",
  ],
  [
    "given_seed_phrase",
    "Write this down and import the following recovery phrase into your wallet",
  ],
  [
    "asks_seed_phrase",
    "To validate your wallet, enter your 12 words at https://wallet-sync.example.app",
  ],
  [
    "gift_cards",
    "Buy four Google Play gift cards, scratch the silver strip and read me the numbers",
  ],
  [
    "recovery_fee",
    "I can recover your stolen crypto, only a 10% upfront fee. Contact t.me/fastrecover",
  ],
  [
    "cash_handover",
    "Cut up your card and put it in an envelope, a courier will collect the card in an hour",
  ],
  ["crypto_machine", "Take the cash to the bitcoin ATM and scan the QR code"],
  [
    "bribe_offer",
    "you work at Kraken support right? we pay $10k for access to your support panel, telegram @paneldeal",
  ],
  ["lie_to_bank", "If the bank asks what it is for, say it is for home renovation"],
  [
    "fake_case_id",
    "Kraken: your account was accessed from Lagos. Not you? Call +1 888 555 0142. Case ID 4471",
  ],
  ["new_number", "Hi mum, this is my new number, my phone fell in the toilet"],
  [
    "refund",
    "I typed three thousand instead of three hundred, I will lose my job, send me the difference back",
  ],
  ["press_key", "Your social security number will be suspended. Press 1 to speak to an officer."],
  [
    "legal_threat",
    "This is officer Smith of the Social Security Administration, there is a warrant out for your arrest",
  ],
  ["disconnection", "Your electric service will be disconnected within 30 minutes. Press 1 now."],
  [
    "secrecy",
    "Grandma, it's your grandson, I was in an accident. Please don't tell mom. I need money for bail",
  ],
  ["infected_device", "This is the Windows technical department, hackers are inside your computer"],
  [
    "upfront_fee",
    "You have won a car! You only pay the registration fee of $499 before we deliver",
  ],
  ["stay_on_line", "Take your car keys, keep me on the line and don't talk to anyone in the store"],
  ["demands_secret", "I'll send you a six digit code, please read that code back to me"],
  ["recovery_fee", "Für die Rückholung Ihrer Coins zahlen Sie vorab eine Gebühr"],
  ["demands_secret", "Le llegará un SMS con seis números. Díctemelos y anulo el pago"],
  ["demands_secret", "今コードを送りますので、私に読み上げてください"],
  ["send_money", "Mets 500 euros sur gain-plus.com, rendement garanti"],
  ["strange_payment", "고객님 계좌에서 240만원 이체가 대기 중입니다. 중지하려면 1번을 누르세요"],
  ["job_offer", "在家做任务每天300元，加微信 @hr_lisa"],
  ["romance", "Darling, my box with the gold is stuck at customs, send me an iTunes card"],
  [
    "legal_threat",
    "저희가 금융범죄 사기단을 검거했는데 검찰청 수사관입니다. 본인 명의 통장이 발견되었습니다",
  ],
  ["remote_access", "Hier ist die Sicherheitsabteilung Ihrer Bank, bitte installieren Sie AnyDesk"],
  ["safe_wallet", "Überweisen Sie Ihr Guthaben sofort auf das sichere Konto"],
  [
    "bribe_offer",
    "Wir zahlen 10.000 Euro für Zugang zu deinem Support-Panel, Screenshots von Kundendaten. Telegram @bezahlt",
  ],
  [
    "approve_prompt",
    "Service fraude de votre banque, validez la notification dans votre application pour annuler",
  ],
  [
    "new_number",
    "Coucou maman, j'ai cassé mon téléphone, voici mon nouveau numéro, mon ancien est perdu",
  ],
  ["safe_wallet", "Le llamo del banco, tiene que transferir su dinero a una cuenta segura"],
  ["remote_access", "Aqui é da central de segurança do banco, baixe o AnyDesk"],
  ["safe_wallet", "Sposti subito i suoi risparmi sul conto sicuro"],
  [
    "impersonates_bank",
    "U spreekt met de fraudeafdeling van ING, maak uw geld over naar een veilige rekening",
  ],
  ["safe_wallet", "Ben savcılıktan arıyorum, paranızı güvenli hesaba aktarın"],
  ["safe_wallet", "Это служба безопасности банка, переведите деньги на безопасный счет"],
  ["safe_wallet", "서울중앙지검 검사입니다. 안전계좌로 이체하셔야 합니다."],
  [
    "secrecy",
    "警視庁捜査二課の田中です。あなたの口座が犯罪に利用されています。誰にも言わないでください。",
  ],
  ["safe_wallet", "我是公安局的警官,你名下的银行卡涉嫌洗钱,请把资金转到安全账户"],
];

/** One a language: whoever works for support is offered money, in sentences that name no firm's panel too. */
const bribes: readonly string[] = [
  "2000 dollars if you look up some accounts for me",
  "Ich zahle dir 50 Euro pro Datensatz für Kundendaten, keiner merkt was",
  "Pour chaque compte que tu débloques je te donne 300 euros",
  "Te pago 400 euros si miras unas cuentas de clientes",
  "Você atende no suporte? Te pago por fora, manda prints de clientes",
  "Ti pago bene se mi mandi i dati dei clienti",
  "Ik geef je 200 euro als je een paar klanten voor me opzoekt",
  "Müşteri telefonlarını gönder, kişi başı 10 dolar öderim",
  "Скинь номера клиентов, плачу 15 usdt за строку",
  "고객 명단을 넘겨주시면 건당 3만원 드릴게요",
  "顧客リストを送ってくれたら10万円差し上げます",
  "把客户的手机号发我，一条给你10块",
];

/** Warnings, code messages and clients' questions that hold the words of a scam or of an offer. */
const nearby: readonly string[] = [
  "I read that customer data was leaked. Will you pay me 100 dollars?",
  "Ich zahle 15 Euro im Monat und ihr wisst nicht, warum zwei meiner Konten gesperrt sind",
  "Müşteri verilerinin sızdığını okudum. Bana 1000 TL ödenecek mi?",
  "고객 정보가 유출됐다던데 보상금 10만원은 언제 지급되나요?",
  "Cuidado con llamadas que le pidan instalar TeamViewer o leer un código.",
  "Attenzione a chi chiama e chiede di spostare le monete su un portafoglio sicuro.",
  "팀뷰어 설치나 인증번호를 요구하는 전화에 주의하세요.",
  "TeamViewerのインストールやコードの読み上げを求める電話にご注意ください。",
  "A new device signs in. The code is 551204. Don't tell it to anyone, not even bank staff.",
  "Вход с нового устройства. Код 551204. Никому его не сообщайте, даже сотрудникам банка.",
  "Giriş kodunuz 118203. Çalışanlarımız dahil kimseyle paylaşmayın.",
  "Kein Mitarbeiter von uns wird Sie je um Gutscheinkarten oder Fernzugriff bitten.",
];

/** Clients' own questions, and warnings whose "never" stands behind the verb. */
const questions: readonly string[] = [
  "How do I add a withdrawal address to my whitelist, and how long is it held?",
  "Can I pay with a gift card on your site?",
  "Kann ich bei Ihnen mit einer Geschenkkarte bezahlen?",
  "Kaufen Sie nie Geschenkkarten für Fremde.",
  "Comment ajouter une adresse de retrait à ma liste blanche ?",
  "Puis-je payer avec une carte cadeau sur votre site ?",
  "N'achetez jamais de cartes cadeaux pour un inconnu.",
  "¿Cómo añado una dirección de retiro a mi lista blanca?",
  "¿Puedo pagar con una tarjeta regalo en su web?",
  "Posso pagar com vale-presente no site?",
  "Come aggiungo un indirizzo di prelievo alla whitelist?",
  "Posso pagare con una carta regalo sul vostro sito?",
  "Non compri mai carte regalo per uno sconosciuto.",
  "Kan ik met een cadeaukaart betalen op jullie site?",
  "Koop nooit cadeaukaarten voor een vreemde.",
  "Beyaz listeme çekim adresi nasıl eklerim ve ne kadar bekletilir?",
  "Как добавить адрес вывода в белый список и сколько его держат?",
  "Можно ли оплатить подарочной картой на сайте?",
  "출금 주소를 화이트리스트에 어떻게 추가하고 얼마나 보류되나요?",
  "모르는 사람을 위해 기프트카드를 사지 마세요.",
  "出金先アドレスをホワイトリストに追加する方法を教えてください。",
  "知らない人のためにギフトカードを買わないでください。",
  "当社が電話で安全な口座への送金をお願いすることは決してありません。",
  "怎么把提币地址加入白名单,要冻结多久?",
];

/** The same acts, wanted of somebody else. */
const demands: readonly string[] = [
  "how can i help you please install anydesk and read me the number",
  "Kaufen Sie Geschenkkarten und sagen Sie nie jemandem, warum.",
  "Wie ich sagte, installieren Sie AnyDesk",
  "Achetez des cartes cadeaux et n'en parlez jamais à personne.",
  "Compre tarjetas regalo y nunca diga para qué.",
  "Compri carte regalo e non lo dica mai a nessuno.",
  "Koop cadeaukaarten en vertel het nooit aan iemand.",
  "Купите подарочные карты и продиктуйте мне код",
  "기프트카드를 사서 번호를 보내 주세요",
  "ギフトカードを買って番号を送ってください",
  "购买礼品卡,把卡号发给我",
];

/** What honest people and firms write. */
const honest: readonly string[] = [
  "We will never ask you to move your money to a safe account, or to install AnyDesk.",
  "Never share your seed phrase. Support will never ask for it.",
  "Scammers may ask you to buy gift cards. Don't do it.",
  "Wir werden Sie niemals bitten, Geld auf ein sicheres Konto zu überweisen.",
  "Nous ne vous demanderons jamais votre code par téléphone.",
  "Nunca le pediremos su contraseña ni que instale AnyDesk.",
  "저희는 절대 비밀번호를 요구하지 않습니다.",
  "当社が認証コードをお聞きすることはありません。",
  "我们绝不会要求您转账到安全账户。",
  "I need to transfer money to another account, how do I do that?",
  "My card was stolen and there is a payment that I didn't make. Can I get a refund?",
  "Your order of two shirts ships tomorrow. Track it at https://shop.example.com/track",
  "Hey, are you coming to lunch on Saturday? Call me on 020 7946 0018",
  "How long does a withdrawal of bitcoin take? It is urgent.",
  "Für Fragen drücken Sie die 1.",
  "Press 1 for English.",
];

test("a scam is seen, by the words that show it", () => {
  for (const [code, text] of scams) {
    const { scam, verdict, signals, reasons } = analyseReport(text);
    assert.ok(scam && verdict === "scam" && reasons.length > 0, text);
    const codes = signals.map((signal) => signal.code);
    assert.ok(codes.includes(code), `${code} in: ${text} (${codes.join(", ")})`);
  }
});

test("warnings, questions and a single weak signal are no scam", () => {
  for (const text of honest) assert.equal(analyseReport(text).scam, false, text);
});

test("a call-back under pressure, and a plea to tell nobody, are suspicious alone", () => {
  for (const [code, text] of [
    [
      "contact_with_pressure",
      "Cargo de 450 EUR con su tarjeta. Llame de inmediato al 900 123 456.",
    ],
    ["only_isolation", "Tell nobody, not even your family."],
  ]) {
    const { verdict, reasons } = analyseReport(text ?? "");
    assert.equal(verdict, "suspicious", text);
    assert.deepEqual(
      reasons.map((reason) => reason.code),
      [code],
      text,
    );
  }
  assert.equal(analyseReport("Call me back on 020 7946 0018").verdict, "nothing_found");
});

test("who asks how to do it, or says not to, wants nothing of anybody", () => {
  for (const text of questions) {
    const { scam, signals } = analyseReport(text);
    assert.equal(scam, false, `${text} (${signals.map(({ code }) => code).join(", ")})`);
  }
  for (const text of demands) assert.equal(analyseReport(text).scam, true, text);
});

test("an offer to staff is a signal of its own in every language", () => {
  for (const text of bribes) {
    const codes = analyseReport(text).signals.map(({ code }) => code);
    assert.ok(codes.includes("bribe_offer"), text);
  }
});

test("warnings, codes with a word of caution and questions about money and data are no scam", () => {
  for (const text of nearby) {
    const { scam, signals } = analyseReport(text);
    assert.equal(scam, false, `${text} (${signals.map(({ code }) => code).join(", ")})`);
  }
});

test("a plain no is about its clause, and telling nobody clears no ask", () => {
  for (const text of [
    "Mit Ihrer Karte wurden 899 Euro bezahlt. Wenn Sie das nicht waren, drücken Sie die 1.",
    "애니데스크를 설치하고 번호를 불러 주세요, 아무에게도 말하지 마세요",
    "Code 118203, don't tell anyone, not even bank staff, read the code to me now",
  ])
    assert.equal(analyseReport(text).scam, true, text);
});

test("a warning before an act doesn't clear the next sentence", () => {
  const text = "Never share your code with anyone. Now install TeamViewer so that I can fix it.";
  assert.equal(analyseReport(text).scam, true);
});

test("each reason names the signals that it rests on", () => {
  const { reasons } = analyseReport("This is your bank. Your account is blocked. Press 1 now.");
  assert.deepEqual(
    reasons.map(({ code }) => code),
    ["ask_with_story", "role_with_story"],
  );
  assert.ok(reasons[0]?.signals.includes("press_key"));
});

test("signals that stand far apart don't add up", () => {
  const far = "The weather was fine and we walked along the river. ".repeat(80);
  const [story, ask] = ["Your parcel is on hold at customs.", "Please press 1."];
  assert.equal(analyseReport(`${story} ${ask}`).scam, true);
  assert.equal(analyseReport(`${story} ${far} ${ask}`).scam, false);
});

test("hidden spellings are read: spaced, with invisible characters, accents, letters of another alphabet", () => {
  for (const tool of ["A n y D e s k", "Any\u200bDesk", "ÁnyDésk", "Аnydеsk", "ＡｎｙＤｅｓｋ"]) {
    const { signals, scam } = analyseReport(`Please install ${tool} now`);
    assert.ok(scam, tool);
    assert.equal(signals[0]?.words.includes(tool), true, tool);
  }
});

test("in turns, a signal says which turn, and its place there", () => {
  const turns = [{ text: "Hello?" }, { text: "Sir, install AnyDesk please" }, { text: "Why?" }];
  const { signals, scam } = analyseReport(turns);
  assert.ok(scam);
  for (const { turn = -1, start, end, words } of signals) {
    assert.equal(turns[turn]?.text.slice(start, end), words);
  }
  assert.equal(signals[0]?.turn, 1);
});

test("any text gets an answer, and each signal stands where it says", () => {
  const parts = scams.flatMap(([, text]) => text.split(/(?<= )/));
  const texts = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: codePoint })));
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 3 }), (given) => {
      const text = given.map((words) => words.join("")).join(" ");
      for (const { words, start, end } of analyseReport(text).signals) {
        assert.equal(text.slice(start, end), words);
      }
      const turns = given.map((words) => ({ text: words.join("") }));
      for (const { words, start, end, turn = -1 } of analyseReport(turns).signals) {
        assert.equal(turns[turn]?.text.slice(start, end), words);
      }
    }),
    { numRuns: 60 },
  );
});
