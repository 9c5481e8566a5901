/*
 * Several proofs in one file: each as `printEventProof` prints it, one after the other, with remarks between them, which
 * begin with `#` and prove nothing. A line that is `{` begins a proof: within one every line is indented.
 */

/** Room for some 30,000 proofs. */
export const proofFileBytesMax = 96 * 1024 * 1024;

const brace = 0x7b;
const mark = 0x23;
const lineFeed = 0x0a;

/** The proofs in a file, each as a file of its own. What is no such file comes back as it is. */
export function splitProofs(source: Uint8Array): Uint8Array[] {
  const proofs: Uint8Array[] = [];
  let start: number | undefined;
  for (let from = 0; from < source.length; ) {
    const end = source.indexOf(lineFeed, from);
    const next = end < 0 ? source.length : end + 1;
    const isStart = source[from] === brace && end === from + 1;
    if (isStart || source[from] === mark) {
      if (start !== undefined) proofs.push(source.subarray(start, from));
      start = isStart ? from : undefined;
    } else if (start === undefined) return [source];
    from = next;
  }
  if (start !== undefined) proofs.push(source.subarray(start));
  return proofs.length > 0 ? proofs : [source];
}

/** A remark for people, which stands between proofs. */
export function printRemark(text: string): string {
  return `# ${text.replace(/\s+/g, " ")}\n`;
}
