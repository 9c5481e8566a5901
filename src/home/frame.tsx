import type { PropsWithChildren } from "hono/jsx";
import {
  Document,
  type HttpContext,
  type Language,
  languages,
  type PageInformation,
  Icon,
} from "#platform";
import { say } from "./messages.ts";

const navigation = [
  { path: "/check", key: "nav.check" },
  { path: "/help", key: "nav.help" },
  { path: "/phone", key: "nav.phone" },
  { path: "/contacts", key: "nav.contacts" },
] as const;

/** Puts every page of the public site into its frame: `context.render(<Page />, { title })`. */
export function publicFrame(firm: string) {
  return async (context: HttpContext, next: () => Promise<void>) => {
    context.setRenderer((content, page: PageInformation) => {
      const { language } = context.var;
      const siteName = say(language, "site.name", { firm });
      return context.html(
        <Document language={language} siteName={siteName} {...page}>
          <Frame language={language} siteName={siteName} path={context.req.path}>
            {content}
          </Frame>
        </Document>,
      );
    });
    await next();
  };
}

type FrameProps = PropsWithChildren<{ language: Language; siteName: string; path: string }>;

function Frame({ language, siteName, path, children }: FrameProps) {
  return (
    <>
      <a class="skip" href="#content">
        {say(language, "skip")}
      </a>
      <header class="site-header">
        <a class="site-name" href="/">
          <Icon name="shield" />
          {siteName}
        </a>
        <nav aria-label={say(language, "nav.label")}>
          <ul>
            {navigation.map((entry) => (
              <li>
                <a
                  href={entry.path}
                  aria-current={isCurrent(entry.path, path) ? "page" : undefined}
                >
                  {say(language, entry.key)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="content" tabindex={-1}>
        {children}
      </main>
      <Footer language={language} />
    </>
  );
}

function Footer({ language }: { language: Language }) {
  return (
    <footer class="site-footer">
      <p>{say(language, "footer.rule")}</p>
      <nav aria-label={say(language, "footer.label")}>
        <ul>
          <li>
            <a href="/.well-known/official-contacts.json">{say(language, "footer.directory")}</a>
          </li>
          <li>
            <a href="/.well-known/holdfast-policy.json">{say(language, "footer.policy")}</a>
          </li>
        </ul>
      </nav>
      {languages.length > 1 && <LanguagePicker language={language} />}
    </footer>
  );
}

function LanguagePicker({ language }: { language: Language }) {
  return (
    <nav aria-label={say(language, "language.label")}>
      <ul>
        {languages.map(({ tag }) => (
          <li>
            <a
              href={`?lang=${tag}`}
              lang={tag}
              aria-current={tag === language.tag ? "true" : undefined}
            >
              {new Intl.DisplayNames([tag], { type: "language" }).of(tag)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isCurrent(entry: string, path: string): boolean {
  return path === entry || path.startsWith(`${entry}/`);
}
