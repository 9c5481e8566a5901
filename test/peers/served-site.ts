import { listen } from "#platform";
import { openSealedSite } from "#test";

const entriesCount = 9;

/** The whole site on a port of its own, for a real browser. In its log one witness is quick and another often away. */
export async function serveTestSite() {
  const sealed = await openSealedSite();
  const [quick, away] = sealed.witnesses;
  for (let count = 0; count < entriesCount; count++) {
    await sealed.note(`entry ${count}`, 60);
    await sealed.cosign(quick, count);
    if (count % 3 === 0) await sealed.cosign(away, 40);
  }
  const { site } = sealed;
  const listening = await listen(site.app, "127.0.0.1", 0);
  return {
    url: listening.url,
    site,
    sealed,
    [Symbol.asyncDispose]: async () => {
      await listening.stop();
      await sealed[Symbol.asyncDispose]();
    },
  };
}

/** Every kind of public page: a path, or what is typed into the checker. */
export const publicPages: readonly (string | { typed: string })[] = [
  "/",
  "/check",
  "/contacts",
  "/help",
  "/help/gave-a-code",
  "/help/never-ask-list",
  "/help/gave-a-code?voted=yes",
  "/help/search?q=somebdy+called+me",
  "/help/search?q=zzzqqq",
  "/phone",
  "/log",
  "/log/verify",
  "/nothing-here",
  { typed: "+1 202 555 0100" },
  { typed: "larkmoor-login.pages.dev" },
  { typed: "https://larkmoor.example/" },
  { typed: "noreply@larkmoor.example" },
  {
    typed:
      "Your account is locked. Ring +1 202 555 0187 or open https://larkrnoor.example.net/unlock",
  },
  { typed: " " },
];
