import {
  homonyms,
  isThroughWall,
  mayImport,
  pure,
  refusedDoor,
  refusedPackage,
  web,
} from "./house.ts";
import { read, type Source } from "./source.ts";

/** Functions without any HTTP in them that come from packages with HTTP in them. */
const harmless: Readonly<Record<string, readonly string[]>> = {
  "@hono/zod-openapi": ["z"],
  "node:net": ["BlockList", "isIP", "isIPv4", "isIPv6"],
};
const webTypes = ["App", "HttpContext", "HttpEnvironment"];
const rendering = /^hono\/(?:jsx|html)/;

const statement =
  /^(?:[\s(]|--.*?(?:\n|\\n)|\/\*.*?\*\/)*(?:select(?:\s|$)|insert\s+into\b|delete\s+from\b|merge\s+into\b|truncate\s|update\s+\S+\s+(?:as\s+\w+\s+)?set\b|with\s+\w+\s+as\b|grant\s.+\sto\s|revoke\s.+\sfrom\s|(?:begin|commit|rollback)\s*;?$|(?:create|alter|drop)\s+(?:or\s+replace\s+|unique\s+)?(?:table|schema|role|index|view|function|extension|type|database|sequence|trigger)\b)/i;
const clause = /^\s*(?:where|and|or|set|values|from|join|union|returning|limit|order\s+by)\b/i;
const names = Object.keys(mayImport).join("|");
const table = new RegExp(`\\b(?:from|into|update|join|table)\\s+"?(?:${names})"?\\.`, "i");

const nouns =
  /^(?:agents?|articles?|banners?|briefs?|canar(?:y|ies)|claims?|clients?|contacts?|director(?:y|ies)|grants?|incidents?|polic(?:y|ies)|tickets?|vaults?|verdicts?)$/i;

const impure =
  /\b(?:process|Buffer|console|fetch|setTimeout|setInterval|setImmediate)\b|\bimport\.meta\b/;
const otherLoading =
  /\b(?:createRequire|getBuiltinModule)\b|(?<![$.\w])(?:require|eval)\s*\(|\bnew\s+Function\b/;
const network = /(?<![.\w])fetch\b(?!\s*:)|\bnew\s+(?:WebSocket|EventSource|XMLHttpRequest)\b/;
const clock =
  /\bDate\.now\b|\bnew\s+Date\s*(?:\(\s*\)|[;,)\n])|(?<!new\s)\bDate\s*\(|\bperformance\b|\bTemporal\.Now\b|\.\s*(?:hrtime|uptime)\b/;
const environment = /\bprocess\b\s*(?:\??\.\s*env\b|[^.?\s])|\bglobalThis\b/;
const vague = /(^|[/-])(utils?|helpers?|common|misc|shared|managers?|services?|types)([./-]|$)/;

const linesMax = 400;
const doorLinesMax = 20;

type Rule = {
  name: string;
  /** What to do instead: it ends each sentence about a violation. */
  remedy: string;
  /** Tests keep to it too. */
  tests?: true;
  find(source: Source): (string | false | undefined)[];
  /** Files and folders that it doesn't bind, each with the reason. */
  except?: Readonly<Record<string, string>>;
};

export const rules: readonly Rule[] = [
  {
    name: "length",
    remedy: `Split it: a file has ${linesMax} lines at most, a door ${doorLinesMax}`,
    tests: true,
    find: ({ path, text }) => {
      const lines = text.split("\n").length - 1;
      const max = /^src\/\w+\/index\.ts$/.test(path) ? doorLinesMax : linesMax;
      return [lines > max && `has ${lines} lines`];
    },
  },
  {
    name: "file names",
    remedy: "Name it for its idea",
    tests: true,
    find: ({ path }) => [vague.test(path) && "has a name that says nothing"],
  },
  {
    name: "slices",
    remedy: "Add the slice to the table here and in ARCHITECTURE.md, or move the file",
    tests: true,
    find: ({ slice }) => [slice !== undefined && !(slice in mayImport) && "is in no slice"],
  },
  {
    name: "named exports",
    remedy: "Name what it shows",
    tests: true,
    find: ({ code }) => [/\bexport\s*\*/.test(code) && "exports everything of a file"],
    except: { "src/platform/index.ts": "joins the doors of platform's folders" },
  },
  {
    name: "doors",
    remedy: "Import only doors of slices above; what stands below is handed over by src/server.ts",
    tests: true,
    find: (source) => source.imports.map(({ from = "" }) => refusedDoor(source, from)),
  },
  {
    name: "walls",
    remedy: "Go through the slice's door",
    tests: true,
    find: (source) =>
      source.imports.map(({ from = "" }) => isThroughWall(source, from) && `reaches to ${from}`),
    except: {
      "bin/holdfast.js": "loads the .tsx loader before anything else",
      "test/database.ts": "loads the .tsx loader before anything else",
      "test/peers/access-policy.test.ts": "compares the rules with a reference that nothing reads",
      "test/claim.ts": "makes a claim without the brief around it",
      "test/bench/mail-check.ts": "measures the mail checker without the checker around it",
      "test/bench/ledger-proof.ts": "measures an inclusion proof without the event around it",
      "test/bench/mark-visibility.ts": "weighs a mark's waves by the transform that reads them",
      "test/learning/": "learns by the parts that judge",
      "test/bench/trace-scan.ts": "asks without indexes what a trace asks",
      "test/bench/trace-steps.ts": "measures a trace without the case around it",
    },
  },
  {
    name: "imports that can be read",
    remedy: "Import by a plain string",
    tests: true,
    find: ({ imports, code }) => [
      imports.some(({ from }) => from === undefined) && "computes what it imports",
      otherLoading.test(code) && "loads code by another way than import",
    ],
    except: {
      "src/platform/database/engine.ts": "finds the PostgreSQL package of this processor",
      "test/peers/browser.ts": "finds tools that may be missing",
      "test/peers/parts.ts": "finds tools that may be missing",
      "test/runs/run.ts": "imports the test files of a run",
    },
  },
  {
    name: "purity",
    remedy: "Hand the value in as an argument",
    find: ({ slice = "", code }) => [
      pure.includes(slice) && impure.test(code) && "is pure but reaches the world",
    ],
    except: {
      "src/guard/weighing/table.ts": "unpacks its weights",
      "src/mark/demo.ts": "writes a picture",
      "src/mark/drawing/tile-drawer.ts": "starts a thread",
      "src/mark/finding/finding.ts": "bounds the time of a thread",
    },
  },
  {
    name: "packages",
    remedy: "Use what is there, or decide: the table in test/house.ts and docs/decisions",
    tests: true,
    find: (source) => source.imports.map(({ from = "." }) => refusedPackage(source, from)),
  },
  {
    name: "SQL in store.ts",
    remedy: "Give store.ts an exported function for the question",
    find: ({ name, literals, code }) => [
      name !== "store.ts" &&
        (literals.some(({ text }) => statement.test(text) || table.test(text)) ||
          /(?<!\breq)\.query\s*[(<]/.test(code)) &&
        "holds SQL",
    ],
    except: {
      "src/platform/database/connection.ts": "begins and ends transactions",
      "src/platform/database/database.ts": "begins and ends transactions",
      "src/platform/database/short-transaction.ts": "begins and ends transactions",
      "src/platform/database/embedded.ts": "creates the roles and the database",
      "src/platform/database/postmaster.ts": "asks whether the database answers",
      "src/platform/database/migrate.ts": "applies migrations and prepares graphile-worker",
    },
  },
  {
    name: "tables of one's own",
    remedy: "Ask the other slice's door, or read its view door_<name>",
    find: ({ slice, name, literals }) =>
      name !== "store.ts"
        ? []
        : literals.flatMap(({ text }) =>
            [...text.matchAll(/\b(\w+)"?\."?(\w+)/g)].map(
              ([, schema = "", table = ""]) =>
                schema !== slice &&
                schema in mayImport &&
                !table.startsWith("door_") &&
                `reads or writes ${schema}.${table}`,
            ),
          ),
  },
  {
    name: "SQL without values in it",
    remedy: "Pass the value as a parameter, $1",
    find: ({ name, literals }) => [
      name === "store.ts" && literals.some(isBuilt) && "builds SQL from values",
    ],
  },
  {
    name: "HTTP in routes",
    remedy: "Move it to routes.ts or routes-<part>.ts",
    find: ({ name, path, imports, code }) =>
      /^routes(-[a-z-]+)?\.tsx?$/.test(name)
        ? []
        : [
            ...imports.map(({ from = "", names }) => {
              const isWeb =
                web.test(from) && !names.every((name) => harmless[from]?.includes(name));
              const isPage = path.endsWith(".tsx") && rendering.test(from);
              const isType = from === "#platform" && names.some((name) => webTypes.includes(name));
              return ((isWeb && !isPage) || isType) && `speaks HTTP through ${from}`;
            }),
            network.test(code) && "asks the network",
          ],
    except: {
      "src/platform/http/": "is the edge",
      "src/platform/html/assets.ts": "serves the style sheet",
      "src/platform/instance.ts": "its lock is a socket that nobody talks to",
      "src/accounts/browser/": "runs in the page, and asks the desk",
      "src/tickets/browser/": "runs in the page, and asks the desk",
      "src/vault/browser/": "runs in the page, and asks the desk",
      "src/calls/browser/": "runs in the page, and asks the desk",
      "src/briefs/editor/browser/": "runs in the page, and asks the desk",
      "src/home/browser/": "runs in the page, and asks the desk",
      "src/tickets/attachment/clamd.ts": "asks the virus scanner",
      "src/tickets/mail/listen.ts": "speaks SMTP",
      "src/home/frame.tsx": "is put around every answer that is a page",
      "src/server.ts": "hands the network to what asks it",
      "src/site.ts": "puts the routes together",
    },
  },
  {
    name: "time and environment as arguments",
    remedy: "Take the time, the random value or the setting as an argument",
    find: ({ imports, code }) => [
      (clock.test(code) ||
        imports.some(({ from, names }) => from === "#platform" && names.includes("systemClock"))) &&
        "reads the clock",
      /\bMath\.random\b/.test(code) && "rolls dice",
      environment.test(code) && "reads the environment",
    ],
    except: {
      "src/platform/time/clock.ts": "is the clock",
      "src/platform/log.ts": "dates its lines",
      "src/calls/browser/": "runs in the page, where what was heard holds by the page's own clock",
      "src/main.ts": "hands the clock and the environment to commands",
      "src/serve.ts": "waits for the signal to stop",
    },
  },
  {
    name: "pages",
    remedy: "Move it to pages/",
    tests: true,
    find: ({ path }) => [/\.tsx$/.test(path) && !/\/pages\//.test(path) && "is a page elsewhere"],
    except: {
      "src/platform/html/": "holds the parts that pages are made of",
      "src/home/frame.tsx": "is the frame around every page",
    },
  },
  {
    name: "names of refusals",
    remedy: "Leave it out: HoldfastError names each for its class",
    tests: true,
    find: ({ code }) => [
      /\bclass \w+ extends (?!Error\b)[^}]*?\boverride readonly name\b/.test(code) &&
        "names a refusal by hand",
    ],
  },
  {
    name: "no business noun in platform",
    remedy: "Move what knows it into its slice",
    find: ({ slice, path, code, literals }) => {
      if (slice !== "platform") return [];
      const words = [path, code, ...literals.map(({ text }) => text)]
        .join(" ")
        .match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g);
      const found = new Set((words ?? []).map((word) => word.toLowerCase()));
      return [...found].map(
        (word) =>
          nouns.test(word) && !homonyms[word.replace(/ies$/, "y")]?.test(path) && `says ${word}`,
      );
    },
  },
];

/** Everything about one file that the house does not allow, each as a sentence that says what to do. */
export function violationsIn(path: string, text: string, among = rules): string[] {
  const source = read(path, text);
  return among
    .filter(({ tests }) => tests || !source.isTest)
    .filter(({ except = {} }) => !Object.keys(except).some((start) => path.startsWith(start)))
    .flatMap(({ find, remedy }) =>
      find(source)
        .filter((found) => typeof found === "string")
        .map((found) => `${path} ${found}. ${remedy}.`),
    );
}

/** SQL that a value is put into or added to, or that ends where only more can follow. */
function isBuilt({ text, grows }: Source["literals"][number]): boolean {
  const isSql = statement.test(text);
  const isOpen = /[\s=(,]$/.test(text) || text.split("'").length % 2 === 0;
  return (grows && (isSql || clause.test(text))) || (isSql && isOpen);
}
