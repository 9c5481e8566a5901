import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import type { Page } from "./browser.ts";
import { missing, peerPackage } from "./parts.ts";

const axe = peerPackage("axe-core");

/** Why axe-core isn't here; false when it is. */
export const noAxe = missing({ "axe-core": axe });

/** A page is no wider than its window, and axe-core finds nothing wrong with it. */
export async function look(page: Page, name: string): Promise<void> {
  assert.ok(!(await page.evaluate(isTooWide)), `${name} is too wide`);
  await page.evaluate(await readFile(axe ?? "", "utf8"));
  assert.deepEqual(await page.evaluate(violations), [], name);
}

/** What axe-core, loaded before, finds wrong. Runs inside the page. */
export async function violations(): Promise<string[]> {
  type Found = { violations: { id: string; nodes: { html: string }[] }[] };
  const { axe: checker } = window as unknown as { axe: { run(): Promise<Found> } };
  const found = await checker.run();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Runs inside the page. */
export function isTooWide(): boolean {
  return document.documentElement.scrollWidth > window.innerWidth;
}
