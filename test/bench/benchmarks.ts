import { openBenchDatabase } from "./database.ts";
import type { BenchLine } from "./line.ts";
import type { BenchOptions } from "./options.ts";

type Measure = (options: BenchOptions) => Promise<BenchLine[]>;

/** Every benchmark by its name; each is loaded only when it runs. */
export const benchmarks: Readonly<Record<string, () => Promise<Measure>>> = {
  "clients-import": async () => {
    const { clientsImport } = await import("./clients-import.ts");
    return async () => {
      await using opened = await openBenchDatabase();
      return await clientsImport(opened);
    };
  },
  "client-search": async () => {
    const { clientSearch } = await import("./client-search.ts");
    return async () => {
      await using opened = await openBenchDatabase();
      return await clientSearch(opened);
    };
  },
  "claims-pass": async () => (await import("./claims-pass.ts")).claimsPass,
  "brief-page": async () => {
    const { briefPage } = await import("./brief-page.ts");
    return async () => {
      await using opened = await openBenchDatabase();
      return await briefPage(opened);
    };
  },
  checker: async () => (await import("./checker.ts")).checker,
  "mail-check": async () => (await import("./mail-check.ts")).mailCheck,
  guard: async () => (await import("./guard.ts")).guard,
  "desk-live": async () => (await import("./desk-live.ts")).deskLive,
  mark: async () => (await import("./mark.ts")).mark,
  "guard-hostile": async () => (await import("./guard-hostile.ts")).guardHostile,
  "help-search": async () => {
    const { helpSearch } = await import("./help-search.ts");
    return async () => {
      await using opened = await openBenchDatabase();
      return await helpSearch(opened.database);
    };
  },
  "ledger-append": async () => {
    const { ledgerAppend } = await import("./ledger-append.ts");
    return async () => {
      await using opened = await openBenchDatabase();
      return await ledgerAppend(opened);
    };
  },
  "ledger-lag": async () => {
    const { ledgerLag } = await import("./ledger-lag.ts");
    return async () => {
      await using opened = await openBenchDatabase();
      return await ledgerLag(opened);
    };
  },
  "ledger-proof": async () => {
    const { ledgerProof } = await import("./ledger-proof.ts");
    return async () => {
      await using opened = await openBenchDatabase();
      return await ledgerProof(opened);
    };
  },
  "ledger-storage": async () => {
    const { ledgerStorage } = await import("./ledger-storage.ts");
    return async () => {
      await using opened = await openBenchDatabase();
      return await ledgerStorage(opened);
    };
  },
  "verify-log": async () => {
    const { verifyingLog } = await import("./verify-log.ts");
    return async () => {
      await using opened = await openBenchDatabase();
      return await verifyingLog(opened);
    };
  },
  reveal: async () => {
    const { reveal } = await import("./reveal.ts");
    return async () => {
      await using opened = await openBenchDatabase();
      return await reveal(opened);
    };
  },
  "reveal-open-loop": async () => {
    const { revealOpenLoop } = await import("./reveal.ts");
    return async () => {
      await using opened = await openBenchDatabase();
      return await revealOpenLoop(opened);
    };
  },
  "status-pages": async () => {
    const { statusPages } = await import("./status-pages.ts");
    return async () => {
      await using opened = await openBenchDatabase();
      return await statusPages(opened);
    };
  },
  "status-lag": async () => {
    const { statusLag } = await import("./status-pages.ts");
    return async () => {
      await using opened = await openBenchDatabase();
      return await statusLag(opened);
    };
  },
  trace: async () => (await import("./trace.ts")).trace,
  "who-looked": async () => (await import("./who-looked.ts")).whoLooked,
  "public-pages": async () => (await import("./public-pages.ts")).publicPages,
  "start-up": async () => (await import("./start-up.ts")).startUp,
};
