import type { PropsWithChildren } from "hono/jsx";

/** How serious something is; the colour only repeats what the words say. */
export type Tone = "good" | "caution" | "danger" | "quiet";

type NoticeProps = PropsWithChildren<{ tone: Tone; label: string }>;

/** A boxed remark. `label` names the region for people who cannot see the box. */
export function Notice({ tone, label, children }: NoticeProps) {
  return (
    <section class={`notice tone-${tone}`} aria-label={label}>
      {children}
    </section>
  );
}
