import assert from "node:assert/strict";
import { generateKeySync } from "node:crypto";
import { test } from "node:test";
import type { KeyEncryption } from "#keys";

type Adapter = {
  /** The same key-encryption key each time, opened anew. */
  open(): Promise<KeyEncryption>;
  /** Another one of this kind. */
  openOther(): Promise<KeyEncryption>;
  skip?: string | false;
};

/** What every adapter of a key-encryption key must do, whether it is a file, a passphrase, a token or a cloud. */
export function testKeyEncryption(name: string, { open, openOther, skip = false }: Adapter): void {
  const bound = Buffer.from("dek of one client");
  const newKey = () => generateKeySync("aes", { length: 256 });

  test(`${name}: what it wraps it unwraps, also when it is opened anew`, { skip }, async () => {
    const key = newKey();
    const kek = await open();
    const wrapped = await kek.wrap(key, bound);
    assert.ok((await kek.unwrap(wrapped, bound))?.equals(key));
    const again = await open();
    assert.equal(again.id, kek.id);
    assert.ok((await again.unwrap(wrapped, bound))?.equals(key));
  });

  test(`${name}: a wrapped key shows nothing of the key and is different each time`, {
    skip,
  }, async () => {
    const key = newKey();
    const kek = await open();
    const wrapped = await kek.wrap(key, bound);
    assert.ok(!wrapped.includes(key.export()));
    assert.notDeepEqual(await kek.wrap(key, bound), wrapped);
  });

  test(`${name}: it unwraps for nothing else than it wrapped for`, { skip }, async () => {
    const kek = await open();
    const wrapped = await kek.wrap(newKey(), bound);
    for (const other of ["", "dek of one clienT", "dek of one client "]) {
      assert.equal(await kek.unwrap(wrapped, Buffer.from(other)), undefined);
    }
  });

  test(`${name}: another key-encryption key doesn't unwrap it`, { skip }, async () => {
    const wrapped = await (await open()).wrap(newKey(), bound);
    const other = await openOther();
    assert.notEqual(other.id, (await open()).id);
    assert.equal(await other.unwrap(wrapped, bound), undefined);
  });

  test(`${name}: a wrapped key with any one byte changed, or cut, isn't unwrapped`, {
    skip,
  }, async () => {
    const kek = await open();
    const wrapped = await kek.wrap(newKey(), bound);
    for (let at = 0; at < wrapped.length; at++) {
      const changed = Buffer.from(wrapped);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      assert.equal(await kek.unwrap(changed, bound), undefined, `byte ${at}`);
    }
    for (const length of [0, 1, 33, wrapped.length - 1]) {
      assert.equal(await kek.unwrap(wrapped.subarray(0, length), bound), undefined);
    }
  });

  test(`${name}: many at once don't get in each other's way`, { skip }, async () => {
    const kek = await open();
    const keys = Array.from({ length: 20 }, newKey);
    const opened = await Promise.all(
      keys.map(async (key) => await kek.unwrap(await kek.wrap(key, bound), bound)),
    );
    keys.forEach((key, place) => {
      assert.ok(opened[place]?.equals(key));
    });
  });
}
