import { letterShift } from "#mark";
import type { Language } from "#platform";
import { say } from "../../messages.ts";
import { missingPath, overlayScript, overlayStyles, tilePath } from "../assets.ts";
import { bandHeight, bandShift } from "../tiles.ts";

/** Enough for a screen of 4,320 pixels of the page, as one of 2,160 is at half size. */
const bands = Array.from({ length: 72 }, (_, place) => place);

/**
 * What lies over a page of the staff: bands of the tile, which nothing is hidden by and no event is caught by. Without
 * JavaScript they are the tile of the minute in which the page was loaded; the script draws them anew each minute, and the
 * values that a page shows together with them.
 */
export function Overlay() {
  return (
    <>
      <link rel="stylesheet" href={overlayStyles.path} />
      <div
        class="screen-mark"
        aria-hidden="true"
        data-screen-mark={tilePath}
        data-missing={missingPath}
        data-band={bandHeight}
        data-shift={bandShift}
        data-letter-shift={letterShift}
      >
        {bands.map(() => (
          <i />
        ))}
      </div>
      <script type="module" src={overlayScript.path} />
    </>
  );
}

/** Shown by the script alone, when the mark was taken away. */
export function MarkMissing({ language }: { language: Language }) {
  return (
    <p class="notice tone-caution" data-mark-missing hidden role="status">
      {say(language, "mark.missing")}
    </p>
  );
}

/** A warning, and honest: a photo of this screen says whose it is. */
export function MarkLine({ language, alias }: { language: Language; alias: string }) {
  return <p class="small muted">{say(language, "mark.line", { alias })}</p>;
}
