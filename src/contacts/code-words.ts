/** A word that says that a code or a case number follows. */
const codeBefore =
  /(?:#|\b(?:no|nr|num|id|ids|case|ticket|ref|reference|order|invoice|code|otp|pin|tx|txid|transaction|account|acct|iban|card|block|version|v)\b)[\s.:#=-]{0,4}$/i;

/** The same in more words and languages, those that may stand before a phone number too. */
const words = [
  "case|ticket|ref|reference|order|invoice|otp|pin|tan|transaction|account|card|ids?",
  "(?:bestell|auftrags?|kunden|rechnungs?|vorgangs?|vertrags?|konto|fall|referenz|klant|factuur|zaak)-?(?:nummer|nr)",
  "bestellung|auftrag|rechnung|vorgang|bestelling|factuur",
  "commande|facture|dossier|référence|pedido|factura|expediente|referencia|caso",
  "fatura|referência|ordine|fattura|pratica|riferimento",
  "заказ\\p{L}{0,3}|сч[её]т\\p{L}{0,3}|обращени\\p{L}{1,2}|sipariş",
  "\\p{L}{0,20}code|(?:codes?|códigos?|codice)(?: (?:de|di|da|do|of) \\p{L}{1,15}){0,2}",
  "код\\p{L}{0,2}(?: \\p{L}{1,15})?|kod\\p{L}{0,4}",
];
const unspacedWords =
  "订单|工单|单号|案件|编号|验证码|代码|注文|チケット|コード|주문|티켓|코드|(?:受付|お問い合わせ)(?=番号)|(?:접수|인증)(?=\\s?번호)";
/** What a scam speaks of before its phone number: "to stop the withdrawal: 612345679". A number of theirs is called one. */
const numberedWords = [
  "request|confirmation|application|device|withdrawal|deposit|transfer|payment|trade|booking|client|customer|user",
  "anfrage|aanvraag|demande|solicitud|solicitação|richiesta|запрос\\p{L}{0,2}|заявк\\p{L}{1,2}|talep",
];
const unspacedNumberedWords = "请求|申请|リクエスト|요청";
const numberWords =
  "number|no|nummer|nr|numéro|n\\.?[°ºo]|número|numero|номер\\p{L}{0,2}|№|numarası|号|号码|番号|번호|ids?";
const perhapsCodeBefore = new RegExp(
  `(?:(?:(?<!\\p{L})(?:${words.join("|")})|${unspacedWords})(?:\\s?(?:${numberWords}))?|` +
    `(?:(?<!\\p{L})(?:${numberedWords.join("|")})|${unspacedNumberedWords})\\s?(?:${numberWords}))` +
    "(?:\\s?[是为は은는]| (?:is|ist|lautet|est|est le|es|è|é))?[\\s.:：#№°º=\\p{Pd}]{0,4}$",
  "iu",
);
const callBefore =
  /(?:phone|telefo|(?<!\p{L})(?:call|tel|mobile|whatsapp|fax|sms|dial|(?:hot|help|land)?line))[^\n]{0,12}$/iu;

/** So much of the text before a number is enough to tell. */
export const codeWordsLengthMax = 40;

/** Does the text before a number say that one calls it? */
export function namesACall(before: string): boolean {
  return callBefore.test(before);
}

/** Does the text before a number say that it is a code? A word for calling makes up for it. */
export function namesACode(before: string): boolean {
  return codeBefore.test(before) && !namesACall(before);
}

/** Does it perhaps? That excuses digits that are dialled in few countries, and no others. */
export function mayNameACode(before: string): boolean {
  return (codeBefore.test(before) || perhapsCodeBefore.test(before)) && !namesACall(before);
}
