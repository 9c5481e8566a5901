import { z } from "@hono/zod-openapi";
import { slugSchema } from "./article.ts";
import { parseYaml, readContent } from "./content.ts";

/** Mildest first. */
const severities = ["notice", "warning", "alarm"] as const;

const bannerSchema = z
  .strictObject({
    id: slugSchema,
    severity: z.enum(severities),
    start: z.iso.datetime().transform((text) => new Date(text)),
    /** The first moment at which it is gone. Without it, it stays until it is taken out. */
    end: z.iso
      .datetime()
      .transform((text) => new Date(text))
      .optional(),
    audience: z
      .strictObject({
        /** ISO 3166-1 alpha-2. */
        region: z
          .array(z.string().regex(/^[A-Z]{2}$/))
          .min(1)
          .optional(),
        product: z.array(slugSchema).min(1).optional(),
      })
      .default({}),
    /** The article that the link leads to. */
    article: slugSchema.optional(),
    text: z
      .record(
        z.string().min(2),
        z.strictObject({
          message: z.string().min(1).max(300),
          link: z.string().min(1).max(100).optional(),
        }),
      )
      .refine((text) => "en" in text, "has no English text"),
  })
  .refine((banner) => !banner.end || banner.end > banner.start, "ends before it starts")
  .refine(
    (banner) =>
      Object.values(banner.text).every(
        (text) => (text.link !== undefined) === (banner.article !== undefined),
      ),
    "needs a text for its link in every language, and an article to link to, or neither",
  );

/** Terminology. *Banner*: a sentence that stands above every help page and form for a time, for an *audience*. */
export type Banner = z.infer<typeof bannerSchema>;

export type Severity = Banner["severity"];

/** What is known about a reader. Nothing has to be. */
export type Reader = { region?: string; product?: string };

/**
 * Reads a file of banners.
 * @throws {InvalidInput} `bad_banners`, or `file_unreadable`
 */
export async function loadBanners(file: string): Promise<Banner[]> {
  return parseBanners(await readContent(file));
}

/** @throws {InvalidInput} `bad_banners` */
export function parseBanners(source: string): Banner[] {
  return parseYaml(source, z.array(bannerSchema), "bad_banners", "banners.yaml");
}

/**
 * The banners that a reader sees now, the gravest first. One for a region or product is shown also to a reader
 * of whom that isn't known: too many readers see it, never too few. So its words must name whom it is for.
 */
export function bannersFor(banners: readonly Banner[], reader: Reader, now: Date): Banner[] {
  return banners
    .filter((banner) => banner.start <= now && (!banner.end || now < banner.end))
    .filter(
      ({ audience }) =>
        includes(audience.region, reader.region) && includes(audience.product, reader.product),
    )
    .sort((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
}

/** What a banner says to a reader: in their language, or in English where it has none, and which of the two it is. */
export type BannerText = { language: string; message: string; link?: string | undefined };

export function bannerText(banner: Banner, language: string): BannerText {
  const spoken = banner.text[language] ? language : "en";
  const text = banner.text[spoken];
  if (!text) throw new Error(`Banner ${banner.id} has no English text`);
  return { language: spoken, ...text };
}

function includes(audience: string[] | undefined, value: string | undefined): boolean {
  return audience === undefined || value === undefined || audience.includes(value);
}
