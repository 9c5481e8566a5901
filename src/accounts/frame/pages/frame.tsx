import type { Child } from "hono/jsx";
import { type Language, Linked } from "#platform";
import type { Protection } from "../../lock/index.ts";
import { say } from "../messages.ts";

/** The pages of an account, in the order of how often they are wanted. */
const accountPages = [
  { path: "/account", key: "nav.check_up" },
  { path: "/inbox", key: "nav.inbox" },
  { path: "/account/tickets", key: "nav.tickets" },
  { path: "/account/calls", key: "nav.calls" },
  { path: "/account/looks", key: "nav.looks" },
  { path: "/account/requests", key: "nav.requests" },
  { path: "/account/passkeys", key: "nav.passkeys" },
  { path: "/account/password", key: "nav.password" },
  { path: "/account/authenticator", key: "nav.authenticator" },
  { path: "/account/sessions", key: "nav.sessions" },
  { path: "/account/recovery-codes", key: "nav.recovery" },
  { path: "/account/email", key: "nav.email" },
  { path: "/account/lock", key: "nav.lock" },
  { path: "/account/master-key", key: "nav.master_key" },
  { path: "/account/addresses", key: "nav.addresses" },
  { path: "/account/close", key: "nav.close" },
] as const;

const paths = { locked: "/account/locked", lock: "/account/lock" } as const;

type Standing = {
  protection: Protection;
  /** Since when somebody recovers the account, if anybody does. */
  recoveringSince: Date | undefined;
};

type AccountFrameProps = {
  language: Language;
  path: string;
  standing: Standing;
  children: Child;
};

/** What stands around every page of an account: what its owner must know now, and where everything is. */
export function AccountFrame({ language, path, standing, children }: AccountFrameProps) {
  return (
    <div class="account">
      <details class="account-nav no-print">
        <summary>{say(language, "nav.label")}</summary>
        <nav aria-label={say(language, "nav.label")}>
          <ul>
            {accountPages.map((page) => (
              <li>
                <a href={page.path} aria-current={isCurrent(page.path, path) ? "page" : undefined}>
                  {say(language, page.key)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </details>
      <div class="account-page stack">
        <Standings language={language} path={path} standing={standing} />
        {children}
      </div>
    </div>
  );
}

/** A page that is about it says it itself. */
function Standings({ language, path, standing }: Omit<AccountFrameProps, "children">) {
  const { protection, recoveringSince: since } = standing;
  const { account, settings } = protection;
  const { locked, lock } = paths;
  const told = [
    account.is === "locked" &&
      path !== locked && { tone: "danger", sentence: say(language, "banner.locked"), href: locked },
    since && {
      tone: "danger",
      sentence: say(language, "banner.recovery", { since }),
      href: locked,
    },
    settings.is === "opening" &&
      path !== lock && {
        tone: "caution",
        sentence: say(language, "banner.opening", { until: settings.until }),
        href: lock,
      },
  ].filter((one) => one !== undefined && one !== false);
  if (told.length === 0) return null;
  return (
    <section class="stack no-print" aria-label={say(language, "banner.label")}>
      {told.map(({ tone, sentence, href }) => (
        <p class={`notice tone-${tone}`}>
          <Linked sentence={sentence} href={href} />
        </p>
      ))}
    </section>
  );
}

function isCurrent(page: string, path: string): boolean {
  return page === "/account" ? path === page : path === page || path.startsWith(`${page}/`);
}
