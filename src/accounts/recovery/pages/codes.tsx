import type { Language } from "#platform";
import { say } from "../messages.ts";

export type CodesPageProps = { language: Language; left: number; since: Date | undefined };

/** `/account/recovery-codes` */
export function CodesPage({ language, left, since }: CodesPageProps) {
  return (
    <>
      <header>
        <h1>{say(language, "codes.title")}</h1>
        <p class="lead">{say(language, "codes.lead")}</p>
      </header>
      <p>
        {since ? say(language, "codes.left", { left, since }) : say(language, "codes.none")}{" "}
        {since && left < 4 && say(language, "codes.few")}
      </p>
      <form class="card" method="post" action="/account/recovery-codes">
        {since && <p>{say(language, "codes.replace")}</p>}
        <p class="actions">
          <button type="submit">{say(language, since ? "codes.make.again" : "codes.make")}</button>
        </p>
      </form>
      <p class="muted">{say(language, "codes.new.never")}</p>
    </>
  );
}

export type NewCodesProps = {
  language: Language;
  codes: readonly string[];
  firm: string;
  /** The public account id. */
  account: string;
  made: Date;
};

/** New codes, on the one page that shows them. */
export function NewCodes({ language, codes, firm, account, made }: NewCodesProps) {
  const about = say(language, "codes.file", { firm, account, made });
  const text = `${about}\n\n${codes.join("\n")}\n`;
  return (
    <section class="card" aria-labelledby="codes">
      <h2 id="codes">{say(language, "codes.new.title")}</h2>
      <p class="no-print">{say(language, "codes.new.lead")}</p>
      <p>{about}</p>
      <ol class="codes" translate="no">
        {codes.map((code) => (
          <li>
            <samp>{code}</samp>
          </li>
        ))}
      </ol>
      <p class="no-print">
        <a
          class="button plain"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="recovery-codes.txt"
        >
          {say(language, "codes.download")}
        </a>
      </p>
      <p class="no-print">{say(language, "codes.print")}</p>
    </section>
  );
}

/** The page after codes were made. */
export function NewCodesPage(props: NewCodesProps & { title: string; next: string }) {
  const { language, title, next } = props;
  return (
    <>
      <h1 class="no-print">{title}</h1>
      <NewCodes {...props} />
      <p class="no-print">{say(language, "codes.new.never")}</p>
      <p class="no-print">
        <a class="button" href={next}>
          {say(language, "codes.new.next")}
        </a>
      </p>
    </>
  );
}
