import { type Language, Notice, type Tone } from "#platform";
import { type Banner, bannerText, type Severity } from "../banner.ts";
import { say } from "../messages.ts";

const tones: Record<Severity, Tone> = { notice: "quiet", warning: "caution", alarm: "danger" };

type BannersProps = {
  language: Language;
  banners: readonly Banner[];
  /** The address to come back to after one is put away. */
  back: string;
  /** Not where leaving the page would lose an answer or what was typed. */
  canHide: boolean;
};

/** Stands on every help page and form. Each can be put away; the choice is remembered in a cookie. */
export function Banners({ language, banners, back, canHide }: BannersProps) {
  if (banners.length === 0) return null;
  return (
    <div class="banners">
      {banners.map((banner) => (
        <BannerNotice language={language} banner={banner} back={canHide ? back : undefined} />
      ))}
    </div>
  );
}

type BannerNoticeProps = { language: Language; banner: Banner; back: string | undefined };

function BannerNotice({ language, banner, back }: BannerNoticeProps) {
  const { id, severity, article } = banner;
  const { language: spoken, message, link } = bannerText(banner, language.tag);
  return (
    <Notice tone={tones[severity]} label={say(language, `banner.label.${severity}`)}>
      <form class="banner" method="post" action="/banners/hidden">
        <p lang={spoken}>
          {message} {article && link && <a href={`/help/${article}`}>{link}</a>}
        </p>
        {back !== undefined && (
          <>
            <input type="hidden" name="back" value={back} />
            <button
              class="hide"
              type="submit"
              name="banner"
              value={id}
              aria-label={say(language, "banner.hide")}
            >
              <span aria-hidden="true">×</span>
            </button>
          </>
        )}
      </form>
    </Notice>
  );
}

/** Asked only while a banner is for some countries. */
export function RegionForm({ language, regions, chosen, path }: RegionFormProps) {
  if (regions.length === 0) return null;
  const names = new Intl.DisplayNames([language.tag], { type: "region" });
  return (
    <form class="region no-print" method="post" action="/region">
      <label for="region">{say(language, "region.label")}</label>
      <p class="hint" id="region-hint">
        {say(language, "region.lead")}
      </p>
      <div class="search">
        <select id="region" name="region" required aria-describedby="region-hint">
          {chosen === undefined && <option value="">{say(language, "region.choose")}</option>}
          {regions.map((region) => (
            <option value={region} selected={region === chosen}>
              {names.of(region)}
            </option>
          ))}
          <option value="ZZ" selected={chosen === "ZZ"}>
            {say(language, "region.elsewhere")}
          </option>
        </select>
        <input type="hidden" name="back" value={path} />
        <button class="plain" type="submit">
          {say(language, "region.save")}
        </button>
      </div>
    </form>
  );
}

type RegionFormProps = {
  language: Language;
  regions: readonly string[];
  chosen: string | undefined;
  path: string;
};
