import { getCookie, setCookie } from "hono/cookie";
import type { HttpContext } from "#platform";
import { slugSchema } from "./article.ts";
import { type Banner, bannersFor, type Reader } from "./banner.ts";

const yearSeconds = 31_536_000;
const hiddenMax = 20;

/** The banners for this reader now: those for their region, without the ones they put away. */
export function bannersOf(context: HttpContext, banners: readonly Banner[], now: Date): Banner[] {
  const hidden = hiddenBanners(context);
  return bannersFor(banners, readerOf(context), now).filter(({ id }) => !hidden.includes(id));
}

/** The countries that some current banner is for: what it makes sense to ask a reader about. */
export function regionsAsked(banners: readonly Banner[], now: Date): string[] {
  const regions = bannersFor(banners, {}, now).flatMap(({ audience }) => audience.region ?? []);
  return [...new Set(regions)].sort();
}

/** ISO 3166-1 alpha-2, or `ZZ` for somewhere else; undefined until the reader says. */
export function regionOf(context: HttpContext): string | undefined {
  const region = getCookie(context, "region");
  return region && /^[A-Z]{2}$/.test(region) ? region : undefined;
}

export function rememberRegion(context: HttpContext, region: string): void {
  if (/^[A-Z]{2}$/.test(region)) remember(context, "region", region);
}

export function rememberHidden(context: HttpContext, banner: string): void {
  if (!slugSchema.safeParse(banner).success) return;
  const hidden = [...new Set([...hiddenBanners(context), banner])].slice(-hiddenMax);
  remember(context, "hidden_banners", hidden.join("."));
}

/** Where a small form came from: a path of this site, so that nobody can send a reader elsewhere. */
export function pathBack(given: unknown): string {
  return typeof given === "string" &&
    /^\/(?!\/)[A-Za-z0-9/_-]{0,200}(\?[A-Za-z0-9=&+%._~-]{0,700})?$/.test(given)
    ? given
    : "/";
}

function readerOf(context: HttpContext): Reader {
  const region = regionOf(context);
  return region ? { region } : {};
}

function hiddenBanners(context: HttpContext): string[] {
  return (getCookie(context, "hidden_banners") ?? "").slice(0, 2_000).split(".").filter(Boolean);
}

function remember(context: HttpContext, name: string, value: string): void {
  setCookie(context, name, value, {
    path: "/",
    sameSite: "Lax",
    httpOnly: true,
    maxAge: yearSeconds,
  });
}
