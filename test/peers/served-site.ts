import { listen } from "#platform";
import { openTestSite } from "#test";

/** The whole site on a port of its own, for a real browser. */
export async function serveTestSite() {
  const site = await openTestSite();
  const listening = await listen(site.app, "127.0.0.1", 0);
  return {
    url: listening.url,
    site,
    [Symbol.asyncDispose]: async () => {
      await listening.stop();
      await site[Symbol.asyncDispose]();
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
