import type { Actor, Id } from "#platform";

/** Far below what an index of the database takes. */
const keyBytesMax = 1_000;

/** What the checker can warn of. A program that a scammer named (`app`) is nobody's contact. */
export const indicatorTypes = [
  "phone",
  "email",
  "domain",
  "url",
  "handle",
  "crypto_address",
] as const;
export type IndicatorType = (typeof indicatorTypes)[number];

/** How scammers reach people, as the checker reads it: equal values are the same contact. */
export type Indicator = { type: IndicatorType; value: string };

export type Standing =
  /** In reports, and not decided: nobody is warned of it. */
  | { is: "seen"; since: Date }
  /** The checker answers `reported`. By the system, where independent reports say so. */
  | { is: "confirmed"; since: Date; by: Actor; event: Id<"event"> }
  /** An analyst looked at it and says that it is nobody's to warn of, whatever is reported. */
  | { is: "rejected"; since: Date; by: Actor; event: Id<"event"> };

/** An indicator with what is known of its reports. */
export type ReportedIndicator = Indicator & {
  standing: Standing;
  reports: number;
  /** Different clients, and clients that are independent: accounts that aren't new, each on a network of its own. */
  clients: number;
  independent: number;
  guests: number;
  anonymous: number;
  firstAt: Date;
  lastAt: Date;
};

/** How the checker names a contact: `type:value`. */
export function keyOf({ type, value }: Indicator): string {
  return `${type}:${value}`;
}

/** The indicator that a key of the checker names; undefined for what isn't kept, or is too long to be anybody's. */
export function indicatorOf(key: string): Indicator | undefined {
  if (Buffer.byteLength(key) > keyBytesMax) return undefined;
  const at = key.indexOf(":");
  const type = indicatorTypes.find((one) => one === key.slice(0, at));
  return type && { type, value: key.slice(at + 1) };
}

/**
 * Whether reports alone may confirm it, however many. A page (`url`) can be one of a good site, and the site of somebody
 * whom everybody knows is where scams are talked about: there an analyst looks first.
 */
export function isForReportsAlone({ type, value }: Indicator): boolean {
  if (type === "url") return false;
  return type !== "domain" || !isWellKnown(value);
}

/** A domain of this list, or below one. */
export function isWellKnown(domain: string): boolean {
  const labels = domain.split(".");
  return labels.some((_, at) => wellKnown.has(labels.slice(at).join(".")));
}

/**
 * Domains that many honest people use: a crowd that reports one of them is wrong or means harm. Hosting where anybody
 * opens a site below the firm's name isn't here, for that name is a public suffix, which nobody can report.
 */
const wellKnown: ReadonlySet<string> = new Set(
  `google.com google.co.uk google.de google.fr youtube.com youtu.be gmail.com goo.gl android.com apple.com icloud.com
  me.com microsoft.com live.com outlook.com office.com hotmail.com windows.com bing.com msn.com skype.com linkedin.com
  github.com amazon.com amazon.co.uk amazon.de amazonaws.com paypal.com paypal.me venmo.com cash.app zellepay.com
  wise.com revolut.com n26.com monzo.com stripe.com klarna.com visa.com mastercard.com americanexpress.com
  bankofamerica.com chase.com wellsfargo.com citi.com capitalone.com usbank.com pnc.com hsbc.com hsbc.co.uk
  barclays.co.uk lloydsbank.com natwest.com santander.com santander.co.uk deutsche-bank.de commerzbank.de sparkasse.de
  ing.com ing.de rabobank.nl abnamro.nl bnpparibas.com societegenerale.fr unicredit.it intesasanpaolo.com bbva.com
  caixabank.es ubs.com kraken.com coinbase.com binance.com bitstamp.net gemini.com okx.com bybit.com bitfinex.com
  crypto.com kucoin.com bitpanda.com blockchain.com etherscan.io metamask.io ledger.com trezor.io uniswap.org
  tether.to circle.com facebook.com fb.com messenger.com instagram.com whatsapp.com wa.me meta.com x.com twitter.com
  t.co t.me telegram.org telegram.me signal.org discord.com discord.gg reddit.com tiktok.com snapchat.com pinterest.com
  zoom.us teams.com slack.com dropbox.com docusign.com docusign.net adobe.com yahoo.com aol.com proton.me
  protonmail.com gmx.de gmx.net web.de mail.ru yandex.ru vk.com qq.com wechat.com naver.com kakao.com line.me baidu.com
  wikipedia.org mozilla.org cloudflare.com wordpress.com medium.com substack.com shopify.com ebay.com ebay.de etsy.com
  walmart.com target.com bestbuy.com netflix.com spotify.com uber.com airbnb.com booking.com ups.com fedex.com usps.com
  dhl.com dhl.de dpd.com royalmail.com gls-group.com irs.gov ssa.gov usa.gov ftc.gov fbi.gov ic3.gov gov.uk
  actionfraud.police.uk bund.de europa.eu interpol.int anydesk.com teamviewer.com rustdesk.com ultraviewer.net
  splashtop.com logmein.com bit.ly tinyurl.com ow.ly is.gd rebrand.ly cutt.ly linktr.ee`.split(
    /\s+/,
  ),
);
