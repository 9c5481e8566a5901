import { type Contact, writtenPhone } from "#contacts";
import type { Language } from "#platform";
import { NeverAskList, type Worded } from "#policy";
import { say } from "../messages.ts";

type PhonePageProps = {
  language: Language;
  /** The current numbers of the directory; none when it is expired. */
  phones: readonly Contact[];
  neverAsk: readonly Worded<string>[];
  callRules: readonly Worded<string>[];
};

/** The number stands at the foot, after what a person has to know before dialling it, and on no other page. */
export function PhonePage({ language, phones, neverAsk, callRules }: PhonePageProps) {
  return (
    <>
      <header>
        <h1>{say(language, "phone.title")}</h1>
        <p class="lead">{say(language, "phone.lead")}</p>
        <p>
          <a href="/check">{say(language, "phone.check")}</a>
        </p>
        <p>
          <a href="/report">{say(language, "phone.report")}</a>
        </p>
      </header>
      <section aria-labelledby="genuine">
        <h2 id="genuine">{say(language, "phone.genuine")}</h2>
        <ul>
          {callRules.map(({ sentence, language: worded }) => (
            <li lang={worded}>{sentence}</li>
          ))}
        </ul>
        <p>
          <a href="/help/how-a-genuine-call-works">{say(language, "phone.genuine.more")}</a>
        </p>
      </section>
      <section aria-labelledby="never">
        <h2 id="never">{say(language, "phone.never")}</h2>
        <p>{say(language, "phone.never.lead")}</p>
        <NeverAskList items={neverAsk} />
      </section>
      <section aria-labelledby="search">
        <h2 id="search">{say(language, "phone.search")}</h2>
        <ul>
          <li>{say(language, "phone.search.1")}</li>
          <li>{say(language, "phone.search.2")}</li>
          <li>{say(language, "phone.search.3")}</li>
        </ul>
      </section>
      <section class="card" aria-labelledby="number">
        <h2 id="number">{say(language, "phone.number")}</h2>
        {phones.length === 0 && <p>{say(language, "phone.none")}</p>}
        {phones.map((phone) => (
          <PhoneNumber language={language} phone={phone} />
        ))}
      </section>
    </>
  );
}

function PhoneNumber({ language, phone }: { language: Language; phone: Contact }) {
  const { value, purpose, region } = phone;
  const direction = phone.direction ?? "both";
  const digits = value.replace(/[^+\d]/g, "");
  return (
    <div class="phone-number">
      <p>
        {direction === "outbound" ? (
          <strong dir="ltr">{writtenPhone(phone)}</strong>
        ) : (
          <a href={`tel:${digits}`} dir="ltr">
            <strong>{writtenPhone(phone)}</strong>
          </a>
        )}{" "}
        <span class="muted">
          <span lang="">{purpose}</span>
          {region &&
            ` · ${say(language, "phone.region", { region: regionName(language, region) })}`}
        </span>
      </p>
      <p>{say(language, `phone.direction.${direction}`)}</p>
    </div>
  );
}

function regionName(language: Language, region: string): string {
  if (!/^[A-Z]{2}$/.test(region)) return region;
  return new Intl.DisplayNames([language.tag], { type: "region" }).of(region) ?? region;
}
