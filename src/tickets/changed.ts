import { type Form, textIn } from "#platform";

/** What can be changed of a ticket in one form, which says beside each what it had shown. */
export const changeable = ["status", "priority", "tags"] as const;

type Changeable = (typeof changeable)[number];

/** What a form had shown where this is chosen. */
export function shownIn(form: Form, name: Changeable): string {
  return textIn(form, `shown_${name}`);
}

/** Whether somebody chose another value than the form had shown. */
export function isChanged(form: Form, name: Changeable): boolean {
  return textIn(form, name) !== shownIn(form, name);
}
