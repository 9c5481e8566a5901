/** 32 bits of a text, or of a part of it. */
export function hashOf(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let place = from; place < to; place++) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  return hash;
}

/** 32 bits of a feature: its kind and what it is made of. Its last bits are its place in a table of weights. */
export function mixed(kind: number, one: number, other: number): number {
  let hash = Math.imul(kind, 0x9e3779b1) ^ one;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ other;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
