import type { Signal } from "./peer.ts";

const againMs = 2_000;

type Hearing<Told> = {
  call(told: Told): void;
  signal(leg: string, place: number, signal: Signal): void;
};

/** Hears how a call stands and what its other side tells, and goes on where it was when the stream breaks off. */
export function hear<Told>(path: string, { call, signal }: Hearing<Told>): void {
  let after = "";
  const open = () => {
    const source = new EventSource(after ? `${path}?after=${encodeURIComponent(after)}` : path);
    source.addEventListener("call", ({ data }) => call(JSON.parse(data)));
    source.addEventListener("signal", ({ data, lastEventId }) => {
      after = lastEventId;
      const [leg = "", place = ""] = lastEventId.split(" ");
      signal(leg, Number(place), JSON.parse(data));
    });
    source.addEventListener("error", () => {
      document.dispatchEvent(new Event("desk:away"));
      if (source.readyState === EventSource.CLOSED) setTimeout(open, againMs);
    });
  };
  open();
}
