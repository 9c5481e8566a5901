import type { PropsWithChildren } from "hono/jsx";

/** One of the `facts` of a page: what it is, and what is so. */
export function Fact({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
