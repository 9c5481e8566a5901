import type { Language } from "#platform";
import { type MessageKey, say } from "../messages.ts";
import {
  aboutRefused,
  aboutScreen,
  leadOfPhoto,
  lookedOf,
  type PhotoFound,
  type Screen,
  sayPhoto,
} from "../photo/index.ts";
import { Mosaic } from "./mosaic.tsx";
import { OpenName } from "./open-name.tsx";
import type { Shown } from "./shown.ts";

type PhotoProps = { language: Language; shown: Shown; photo: PhotoFound };

/** Pictures of screens: where each mark stands, whose screen it is and of which minute, and what doesn't count. */
export function Photo({ language, shown, photo }: PhotoProps) {
  const looked = lookedOf(language, photo);
  const { screens, refused } = photo;
  return (
    <>
      {leadOfPhoto(language, photo).map((sentence) => (
        <p class="lead">{sentence}</p>
      ))}
      {screens.length === 0 && <p>{sayPhoto(language, "lead.none.hint")}</p>}
      {looked && <p class="notice tone-caution">{looked}</p>}
      {screens.length + refused.length > 0 && <Pictures language={language} photo={photo} />}
      {refused.length > 0 && (
        <section aria-labelledby="refused" class="verdict tone-danger">
          <h2 id="refused">{sayPhoto(language, "refused.title")}</h2>
          {refused.map((mark, place) => (
            <p>{aboutRefused(language, mark, screens.length + place + 1)}</p>
          ))}
        </section>
      )}
      {screens.length > 0 && (
        <ul class="cards">
          {screens.map((screen, place) => (
            <OneScreen {...{ language, shown, photo, screen }} number={place + 1} />
          ))}
        </ul>
      )}
    </>
  );
}

/** Each picture in which a mark was read, once. */
function Pictures({ language, photo }: Omit<PhotoProps, "shown">) {
  const { kind = "picture", pictures, screens, refused } = photo;
  const marks = [
    ...screens.map((screen, place) => ({ ...screen, number: place + 1, isRefused: false })),
    ...refused.map((mark, place) => ({
      ...mark,
      ...{ number: screens.length + place + 1, isRefused: true },
    })),
  ];
  const shown = [...Map.groupBy(marks, ({ picture }) => picture)].sort(([a], [b]) => a - b);
  return (
    <section aria-labelledby="screens">
      <h2 id="screens">{sayPhoto(language, "title")}</h2>
      <p class="hint">{sayPhoto(language, "picture.hint")}</p>
      {shown.map(([place, own]) => {
        const picture = pictures[place];
        if (!picture) return null;
        const about = { kind, number: place + 1, of: pictures.length };
        return (
          <figure>
            <Mosaic language={language} about={about} picture={picture} marks={own} />
            {pictures.length > 1 && (
              <figcaption class="hint">{sayPhoto(language, "picture.title", about)}</figcaption>
            )}
          </figure>
        );
      })}
    </section>
  );
}

type ScreenProps = PhotoProps & { screen: Screen; number: number };

function OneScreen({ language, shown, photo, screen, number }: ScreenProps) {
  const called = shown.called.of(screen.staff);
  const name = shown.names.get(screen.staff);
  const id = `screen-${number}`;
  const isFirst = photo.screens.find(({ staff }) => staff === screen.staff) === screen;
  return (
    <li class="card" aria-labelledby={id}>
      {isFirst && <span id={`person-${called}`} tabindex={-1} />}
      <h3 id={id}>
        {name === undefined
          ? sayPhoto(language, "screen.title", { number, called })
          : sayPhoto(language, "screen.named", { number, called, name })}
      </h3>
      <ul>
        {aboutScreen(language, photo, screen, number).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      {screen.shown.length > 0 && <ShownThere language={language} screen={screen} id={id} />}
      {isFirst && name === undefined && (
        <OpenName language={language} shown={shown} called={called} />
      )}
    </li>
  );
}

type TableProps = { language: Language; screen: Screen; id: string };

/** What was shown in the session about then: clients by their numbers, without the values. */
function ShownThere({ language, screen, id }: TableProps) {
  const title = sayPhoto(language, "screen.shown");
  const time = new Intl.DateTimeFormat(language.tag, { timeStyle: "medium", timeZone: "UTC" });
  return (
    <>
      <h4 id={`${id}-shown`}>{title}</h4>
      <section class="scroll" tabindex={0} aria-labelledby={`${id}-shown`}>
        <table>
          <thead>
            <tr>
              {(["at", "client", "field"] as const).map((head) => (
                <th scope="col">{sayPhoto(language, `screen.shown.${head}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {screen.shown.map(({ at, client, field }) => (
              <tr>
                <td>{time.format(at)}</td>
                <td>{client}</td>
                <td>{say(language, `field.${field}` as MessageKey)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
