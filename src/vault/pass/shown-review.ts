import { type StaffMember, staffHere, staffNames } from "#accounts";
import type { Id, Language } from "#platform";
import type { VaultDesk } from "../desk.ts";
import { looksUnder } from "../pass-look/index.ts";
import { purposeWords } from "./describing.ts";
import { say } from "./messages.ts";
import type { ShownReview } from "./pages/index.ts";
import type { Pass } from "./pass.ts";
import { mayReview } from "./review/index.ts";
import { accountsOf } from "./store.ts";

/** How uses of break-glass are shown to somebody who reviews them, or sees that others do. */
export async function showing(
  { database, accounts, access, clock }: VaultDesk,
  language: Language,
  member: StaffMember,
  passes: readonly Pass[],
): Promise<(pass: Pass) => Promise<ShownReview>> {
  const now = clock();
  const [rules, people, names, publicIds] = await Promise.all([
    access(),
    staffHere(database),
    staffNames(database, passes.flatMap(peopleIn)),
    accountsOf(
      database,
      passes.map(({ client }) => client),
    ),
  ]);

  const personOf = (id: Id<"staff">) => {
    const name = names.get(id) ?? id;
    const person = people.find((one) => one.id === id);
    if (!person) return name;
    const { team, employer } = person;
    return say(language, "review.person", { name, team, employer });
  };

  return async (pass) => {
    const { staff, approver, client } = pass;
    const by = pass.review?.by ?? pass.reviewer;
    return {
      ...{ pass, asker: personOf(staff), approver: personOf(approver) },
      account: publicIds.get(client),
      purpose: purposeWords(rules, language, pass.purpose),
      reason: (await accounts.approvals.find(pass.approval, now))?.reason ?? "",
      looks: await looksUnder(database, client, pass.id),
      reviewer: by && (names.get(by) ?? by),
      isOwn: staff === member.id || approver === member.id,
      mayClose: mayReview(pass, member, people, now),
    };
  };
}

function peopleIn({ staff, approver, reviewer, review }: Pass): Id<"staff">[] {
  return [staff, approver, ...(reviewer ? [reviewer] : []), ...(review ? [review.by] : [])];
}
