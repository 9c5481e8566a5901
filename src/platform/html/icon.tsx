/** Drawings that stand beside words, never instead of them. */
const paths = {
  shield: "M12 2 4 5v6.4c0 4.9 3.3 8.8 8 10.4 4.7-1.6 8-5.5 8-10.4V5zM8.2 12l2.7 2.7 5-5.4",
  check: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12.3l2.7 2.7 5.3-5.6",
  stop: "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM9 9l6 6m0-6-6 6",
  warning: "M12 3.5 2.5 20.5h19zM12 10v5m0 2.6v.4",
  question:
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.6 9.5a2.5 2.5 0 1 1 3.5 2.3c-.8.4-1.1.9-1.1 1.9m0 2.9v.4",
  never: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5.8 5.8l12.4 12.4",
} as const;

export type IconName = keyof typeof paths;

/** In the colour of the words beside it; a screen reader passes over it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
