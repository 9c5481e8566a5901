/** A sentence of the catalogue with one link in it, whose words stand between `<a>` and `</a>`. */
export function Linked({ sentence, href }: { sentence: string; href: string }) {
  const [before = "", words = "", after = ""] = sentence.split(/<a>|<\/a>/);
  return (
    <>
      {before}
      <a href={href}>{words}</a>
      {after}
    </>
  );
}
