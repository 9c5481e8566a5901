import { generateKeyPairSync } from "node:crypto";
import { parseNote, signerFrom, signNote } from "#tlog";
import type { Hand, Naming, Tamper } from "./tamper.ts";

/** Heads, checkpoints and cosignatures. */
export const headTampers: readonly Tamper[] = [
  {
    name: "a character of a checkpoint",
    act: async (hand) => {
      const { size, note } = await checkpoint(hand);
      await hand.owner.query("update ledger.checkpoints set note = $2 where size = $1", [
        size,
        hand.tamperedText(note),
      ]);
      return { named: [spoilt("checkpoint", size)] };
    },
  },
  {
    name: "a checkpoint's size is changed",
    act: async (hand) => {
      const { size } = await checkpoint(hand);
      await withoutForeignKey(hand);
      await hand.owner.query("update ledger.checkpoints set size = size + 1 where size = $1", [
        size,
      ]);
      return {
        named: [[{ code: "checkpoint_size_wrong", at: { size: size + 1 } }]],
        beside: ["cosignature_alone"],
      };
    },
  },
  {
    name: "a checkpoint is said to be older",
    act: async (hand) => {
      const { size } = await checkpoint(hand);
      await hand.owner.query(
        "update ledger.checkpoints set signed_at = signed_at - interval '2 seconds' where size = $1",
        [size],
      );
      return { named: [[{ code: "checkpoint_time_wrong", at: { size } }]] };
    },
  },
  {
    name: "a checkpoint is removed",
    act: async (hand) => {
      const { size } = await checkpoint(hand);
      await withoutForeignKey(hand);
      await hand.owner.query("delete from ledger.checkpoints where size = $1", [size]);
      return { named: [[{ code: "cosignature_alone", at: { size } }]] };
    },
  },
  {
    name: "a checkpoint gets another's note",
    act: async (hand) => {
      const [one, other] = hand.pickTwo(hand.log.checkpoints);
      await hand.owner.query(
        "update ledger.checkpoints c set note = o.note from ledger.checkpoints o where c.size = $1 and o.size = $2",
        [one, other],
      );
      return {
        named: [[{ code: "checkpoint_size_wrong", at: { size: one } }]],
        beside: ["cosignature_forged", "checkpoint_time_wrong"],
      };
    },
  },
  {
    name: "a checkpoint of a larger tree is put in",
    act: async (hand) => {
      const size = hand.log.size + 1 + hand.below(1_000);
      const { logSigner } = hand.log.ledger;
      const text = `${logSigner.origin}\n${size}\n${Buffer.alloc(32).toString("base64")}\n`;
      const note = signNote(text, logSigner.signers, hand.log.ledger.time.now);
      await hand.owner.query("insert into ledger.checkpoints values ($1, $2, $3)", [
        size,
        note,
        hand.log.ledger.time.now,
      ]);
      return {
        named: [[{ code: "checkpoint_beyond", at: { size } }]],
        beside: ["head_went_back"],
      };
    },
  },
  {
    name: "the log signs another history of a size",
    act: async (hand) => {
      const size = hand.pick(hand.log.checkpoints.slice(0, -1));
      const { logSigner } = hand.log.ledger;
      const text = `${logSigner.origin}\n${size}\n${Buffer.alloc(32, 7).toString("base64")}\n`;
      await hand.owner.query("update ledger.checkpoints set note = $2 where size = $1", [
        size,
        signNote(text, logSigner.signers, new Date("2026-11-20T12:00:01Z")),
      ]);
      return {
        named: [[{ code: "checkpoint_forked", at: { size } }]],
        beside: ["cosignature_forged"],
      };
    },
  },
  {
    name: "somebody else signs a checkpoint, or the head",
    act: async (hand) => {
      const { size, note } = await checkpoint(hand);
      const { text } = parseNote(note);
      const signer = signerFrom(
        hand.log.ledger.logSigner.origin,
        "ed25519",
        generateKeyPairSync("ed25519").privateKey,
      );
      const other = signNote(text, [signer], hand.log.ledger.time.now);
      if (hand.below(2) === 0) {
        await hand.owner.query("update ledger.tree set note = $1", [other]);
        return { named: [[{ code: "head_unknown" }]] };
      }
      await hand.owner.query("update ledger.checkpoints set note = $2 where size = $1", [
        size,
        other,
      ]);
      return { named: [[{ code: "checkpoint_unknown", at: { size } }]] };
    },
  },
  {
    name: "a character of the head",
    act: async (hand) => {
      const note = await hand.value<string>("select note from ledger.tree");
      await hand.owner.query("update ledger.tree set note = $1", [hand.tamperedText(note)]);
      return { named: [spoilt("head", hand.log.size)] };
    },
  },
  {
    name: "the head's size is changed",
    act: async (hand) => {
      const size = hand.log.size + hand.pick([-1, 1, 77]);
      await hand.owner.query("update ledger.tree set signed_size = $1", [size]);
      return { named: [[{ code: "head_size_wrong", at: { size } }]] };
    },
  },
  {
    name: "the head is removed",
    act: async (hand) => {
      await hand.owner.query("update ledger.tree set note = null");
      return { named: [[{ code: "head_missing" }]] };
    },
  },
  {
    name: "the head is said to be older",
    act: async (hand) => {
      await hand.owner.query("update ledger.tree set signed_at = signed_at - interval '1 day'");
      return { named: [[{ code: "head_time_wrong" }]] };
    },
  },
  {
    name: "the head is put back to an earlier one",
    act: async (hand) => {
      const size = hand.pick(hand.log.checkpoints.slice(0, -1));
      await hand.owner.query(
        "update ledger.tree set note = c.note, signed_size = c.size, signed_at = c.signed_at from ledger.checkpoints c where c.size = $1",
        [size],
      );
      return { named: [[{ code: "head_went_back", at: { size } }]] };
    },
  },
  {
    name: "a character of a cosignature",
    act: async (hand) => {
      const { size, witness, lines } = await cosignature(hand);
      await hand.owner.query(
        "update ledger.cosignatures set lines = $3 where size = $1 and witness = $2",
        [size, witness, hand.tamperedText(lines)],
      );
      return {
        named: [
          [
            { code: "cosignature_forged", at: { size, witness } },
            { code: "cosignature_malformed", at: { size, witness } },
            { code: "key_unlisted", at: { size } },
          ],
        ],
        beside: ["cosignature_time_wrong"],
      };
    },
  },
  {
    name: "a cosignature is put to another checkpoint",
    act: async (hand) => {
      const { size, witness, lines } = await cosignature(hand);
      const other = hand.pick(hand.log.checkpoints.filter((one) => one !== size));
      await hand.owner.query(
        "update ledger.cosignatures set lines = $3 where size = $1 and witness = $2",
        [other, witness, lines],
      );
      return { named: [[{ code: "cosignature_forged", at: { size: other, witness } }]] };
    },
  },
  {
    name: "a cosignature is said to be from another time",
    act: async (hand) => {
      const { size, witness } = await cosignature(hand);
      await hand.owner.query(
        "update ledger.cosignatures set cosigned_at = cosigned_at + interval '1 second' where size = $1 and witness = $2",
        [size, witness],
      );
      return { named: [[{ code: "cosignature_time_wrong", at: { size, witness } }]] };
    },
  },
];

function spoilt(what: "head" | "checkpoint", size: number): Naming[] {
  const at = what === "checkpoint" ? { size } : {};
  return [
    { code: `${what}_forged`, at },
    { code: `${what}_malformed`, at },
    { code: `${what}_unknown`, at },
    { code: "key_unlisted", at: { size } },
  ];
}

async function withoutForeignKey({ owner }: Hand): Promise<void> {
  await owner.query("alter table ledger.cosignatures drop constraint cosignatures_size_fkey");
}

async function checkpoint(hand: Hand): Promise<{ size: number; note: string }> {
  const size = hand.pick(hand.log.checkpoints);
  return {
    size,
    note: await hand.value("select note from ledger.checkpoints where size = $1", [size]),
  };
}

async function cosignature(hand: Hand): Promise<{ size: number; witness: string; lines: string }> {
  const { rows } = await hand.owner.query(
    "select size::int, witness, lines from ledger.cosignatures order by size, witness",
  );
  return hand.pick(rows);
}
