import {
  type Command,
  type CommandContext,
  HoldfastError,
  isId,
  readWords,
  UsageError,
} from "#platform";
import { clientByPublicId, publicIdIn } from "../account/index.ts";
import type { Holder } from "../session/index.ts";
import { StaffUnknown, staffById } from "../staff/index.ts";
import { type SigningOut, signOut, signOutAll } from "./sign-out.ts";

const becauseMax = 200;

/** What the command works with, also while the desk runs; what was started for it ends with `started`. */
export type ReachSignOut = (
  context: CommandContext,
  started: AsyncDisposableStack,
) => Promise<SigningOut>;

export class AccountUnknown extends HoldfastError {
  readonly code = "account_unknown";
  readonly refusal = "not_found";
  constructor() {
    super(
      "No open account has this public id, or this id. It looks like 4817-2093-6650, or client_….",
    );
  }
}

/** The verb by which the firm signs people out. There is none by which it signs anybody in. */
export function signOutCommands(reach: ReachSignOut): Command[] {
  return [
    {
      name: "sessions end",
      summary: "sign a client, somebody on the staff, or everybody out",
      usage: `holdfast sessions end --client PUBLIC-ID --because TEXT
holdfast sessions end --staff STAFF --because TEXT
holdfast sessions end --all --because TEXT

Ends every session at once, and sign-ins that are under way. Clients are told by mail and in their inbox; TEXT stands in the
ledger, where a client reads it: write nothing personal. Nothing else changes, and everybody can sign in again.
PUBLIC-ID is what a client tells support, or client_…; STAFF is as holdfast staff list prints it.`,
      async run(words, context) {
        const { positionals, options, flags } = readWords(
          words,
          ["client", "staff", "because"],
          ["all"],
        );
        const { client, staff, because } = options;
        const asked = [client, staff, flags.has("all") || undefined];
        if (positionals.length > 0 || asked.filter((one) => one !== undefined).length !== 1) {
          throw new UsageError("Give one of --client, --staff and --all.");
        }
        if (!because?.trim() || because.length > becauseMax) {
          throw new UsageError(`Give --because with a reason of at most ${becauseMax} letters.`);
        }
        await using started = new AsyncDisposableStack();
        const desk = await reach(context, started);
        const now = context.clock();
        const holder = await holderOf(desk, client, staff);
        const count = holder
          ? await signOut(desk, holder, because, now)
          : await signOutAll(desk, because, now);
        context.stdout.write(`${count} ${count === 1 ? "session" : "sessions"} ended.\n`);
        return 0;
      },
    },
  ];
}

/** @throws {AccountUnknown} {StaffUnknown} */
async function holderOf(
  { database }: SigningOut,
  client: string | undefined,
  staff: string | undefined,
): Promise<Holder | undefined> {
  if (client !== undefined) {
    const publicId = publicIdIn(client);
    const known = publicId === undefined ? undefined : await clientByPublicId(database, publicId);
    const id = known ?? (isId("client", client) ? client : undefined);
    if (!id) throw new AccountUnknown();
    return { is: "client", id };
  }
  if (staff === undefined) return undefined;
  const member = isId("staff", staff) ? await staffById(database, staff) : undefined;
  if (!member) throw new StaffUnknown(staff);
  return { is: "staff", id: member.id };
}
