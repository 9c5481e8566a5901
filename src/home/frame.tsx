import type { Child, FC, PropsWithChildren } from "hono/jsx";
import { home, type ScreenMarks, type Session, type StaffMember } from "#accounts";
import { type Calls, callStrip } from "#calls";
import { Banners, bannersOf, type Library, RegionForm, regionOf, regionsAsked } from "#help";
import {
  type Clock,
  Document,
  type HttpContext,
  Icon,
  type Language,
  languages,
  type PageInformation,
} from "#platform";
import { isCurrent } from "./current.ts";
import { say } from "./messages.ts";
import { StaffPlaces } from "./pages/index.ts";
import { MarkLine, MarkMissing, Overlay } from "./screen-mark/index.ts";

const navigation = [
  { path: "/check", key: "nav.check" },
  { path: "/help", key: "nav.help" },
  { path: "/phone", key: "nav.phone" },
  { path: "/contacts", key: "nav.contacts" },
  { path: "/call", key: "nav.call", isInFooter: true },
] as const;

export type FrameOptions = {
  firm(): Promise<string>;
  library: Library;
  calls: Calls;
  clock: Clock;
  publicUrl: string | undefined;
  /** Who is signed in; nobody, while it can't be looked up. */
  signedIn(context: HttpContext): Promise<Session | undefined>;
  /** Who that is, where it is somebody of the staff. */
  memberOf(session: Session): Promise<StaffMember | undefined>;
  screenMarks: Pick<ScreenMarks, "markOf">;
};

/**
 * Puts every page into its frame, the public one or the staff's: `context.render(<Page />, { title })`. Whatever the staff
 * see has their mark over it; where it can't be made, nothing is shown but what went wrong.
 */
export function siteFrame(options: FrameOptions) {
  const { firm, library, calls, clock, publicUrl, signedIn, memberOf } = options;
  return async (context: HttpContext, next: () => Promise<void>) => {
    const isStaffs = isCurrent("/staff", context.req.path);
    const name = isStaffs ? "staff.name" : "site.name";
    const siteName = say(context.var.language, name, { firm: await firm() });
    context.setRenderer(async (content, page: PageInformation) => {
      const { language } = context.var;
      const session = await signedIn(context).catch(() => undefined);
      const [alias, member] = await Promise.all([
        aliasFor(options, context, session),
        isStaffs && session ? memberOf(session).catch(() => undefined) : undefined,
      ]);
      const strip = isStaffs ? undefined : await callStrip(calls, context, session);
      const { canonicalPath } = page;
      const Layout = context.getLayout() as FC<PageInformation> | undefined; // one, in no other
      const canonical = canonicalPath && publicUrl && new URL(canonicalPath, publicUrl).href;
      const Around = isStaffs ? StaffFrame : Frame;
      return context.html(
        <Document language={language} siteName={siteName} canonical={canonical} {...page}>
          <Around
            context={context}
            siteName={siteName}
            library={library}
            now={clock()}
            areBannersBelow={page.notices === "below"}
            session={session}
            member={member}
            strip={strip}
            alias={alias}
          >
            {Layout ? <Layout {...page}>{content}</Layout> : content}
          </Around>
          {alias !== undefined && <Overlay />}
        </Document>,
      );
    });
    await next();
  };
}

/** What a session of the staff is called in its mark. A page that says what went wrong may be without. */
async function aliasFor(
  { screenMarks, clock }: Pick<FrameOptions, "screenMarks" | "clock">,
  context: HttpContext,
  session: Session | undefined,
): Promise<string | undefined> {
  if (session?.holder.is !== "staff") return undefined;
  try {
    const { alias } = await screenMarks.markOf({ id: session.id, holder: session.holder }, clock());
    return alias;
  } catch (error) {
    if (context.error === undefined) throw error;
    return undefined;
  }
}

type FrameProps = PropsWithChildren<{
  context: HttpContext;
  siteName: string;
  library: Library;
  now: Date;
  areBannersBelow: boolean;
  session: Session | undefined;
  member: StaffMember | undefined;
  /** What stands above everything: the status of calls. */
  strip: Child;
  /** What the mark over the page calls its session; none has no mark. */
  alias: string | undefined;
}>;

function Frame(props: FrameProps) {
  const { context, siteName, library, now, areBannersBelow, session, strip, alias } = props;
  const { language } = context.var;
  const { path, method } = context.req;
  const { search } = new URL(context.req.url);
  const banners = (
    <Banners
      language={language}
      banners={bannersOf(context, library.banners, now)}
      back={path + search}
      canHide={method === "GET" && path !== "/" && path !== "/check"}
    />
  );
  return (
    <>
      <a class="skip" href="#content">
        {say(language, "skip")}
      </a>
      {strip}
      <Header language={language} siteName={siteName} path={path} session={session} />
      {!areBannersBelow && banners}
      <main id="content" tabindex={-1}>
        {props.children}
      </main>
      {areBannersBelow && banners}
      <footer class="site-footer">
        <p>{say(language, "footer.rule")}</p>
        <RegionForm
          language={language}
          regions={regionsAsked(library.banners, now)}
          chosen={regionOf(context)}
          path={path}
        />
        <FooterLinks language={language} />
        {session && <SignOut language={language} session={session} />}
        {languages.length > 1 && <LanguagePicker language={language} />}
        {alias !== undefined && <MarkLine language={language} alias={alias} />}
      </footer>
    </>
  );
}

/** Nothing that is said to clients, and nothing that leads away from the work but the way out. */
function StaffFrame({ context, siteName, session, member, alias, children }: FrameProps) {
  const { language } = context.var;
  return (
    <>
      <a class="skip" href="#content">
        {say(language, "skip")}
      </a>
      <header class="site-header">
        <a class="site-name" href="/staff">
          <Icon name="shield" />
          {siteName}
        </a>
        {session && (
          <div class="account-links">
            <SignOut language={language} session={session} />
          </div>
        )}
      </header>
      {member && <StaffPlaces language={language} path={context.req.path} member={member} />}
      <main id="content" tabindex={-1}>
        {alias !== undefined && <MarkMissing language={language} />}
        {children}
      </main>
      {(session || languages.length > 1) && (
        <footer class="site-footer">
          <p>
            <a href="/report/approach">{say(language, "footer.approach")}</a>
          </p>
          {session && <SignOut language={language} session={session} />}
          {languages.length > 1 && <LanguagePicker language={language} />}
          {alias !== undefined && <MarkLine language={language} alias={alias} />}
        </footer>
      )}
    </>
  );
}

type HeaderProps = {
  language: Language;
  siteName: string;
  path: string;
  session: Session | undefined;
};

function Header({ language, siteName, path, session }: HeaderProps) {
  return (
    <header class="site-header">
      <a class="site-name" href="/">
        <Icon name="shield" />
        {siteName}
      </a>
      <nav aria-label={say(language, "nav.label")}>
        <ul>
          {navigation.map((entry) => (
            <li class={"isInFooter" in entry ? "in-footer" : undefined}>
              <a href={entry.path} aria-current={isCurrent(entry.path, path) ? "page" : undefined}>
                {say(language, entry.key)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <AccountLinks language={language} path={path} session={session} />
    </header>
  );
}

function AccountLinks({ language, path, session }: Omit<HeaderProps, "siteName">) {
  const own = session?.holder.is === "staff" ? "/staff" : home;
  const place = session ? own : "/sign-in";
  return (
    <div class="account-links">
      <a href={place} aria-current={path === place ? "page" : undefined}>
        {say(language, session ? "account.open" : "account.sign_in")}
      </a>
      {session && <SignOut language={language} session={session} />}
    </div>
  );
}

/** It stands in the header, and on a phone, where that is full, in the footer. */
function SignOut({ language, session }: { language: Language; session: Session }) {
  const action = session.holder.is === "staff" ? "/staff/sign-out" : "/sign-out";
  return (
    <form class="sign-out" method="post" action={action}>
      <button type="submit" class="link">
        {say(language, "account.sign_out")}
      </button>
    </form>
  );
}

function FooterLinks({ language }: { language: Language }) {
  return (
    <nav aria-label={say(language, "footer.label")}>
      <ul>
        <li>
          <a href="/call">{say(language, "footer.call")}</a>
        </li>
        <li>
          <a href="/report">{say(language, "footer.report")}</a>
        </li>
        <li>
          <a href="/support">{say(language, "footer.support")}</a>
        </li>
        <li>
          <a href="/briefs">{say(language, "footer.briefs")}</a>
        </li>
        <li>
          <a href="/.well-known/official-contacts.json">{say(language, "footer.directory")}</a>
        </li>
        <li>
          <a href="/.well-known/holdfast-policy.json">{say(language, "footer.policy")}</a>
        </li>
        <li>
          <a href="/log">{say(language, "footer.log")}</a>
        </li>
      </ul>
    </nav>
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
