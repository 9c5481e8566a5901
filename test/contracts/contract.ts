import assert from "node:assert/strict";

/**
 * An HTTP contract in plain text: exchanges with an empty line between them. An exchange is a request line, then lines
 * that send something (`send-header NAME: VALUE`, `form NAME=VALUE`, `json TEXT`), then lines that expect something
 * (`status N`, `header NAME == VALUE`, `header NAME ~ WORDS`, `body ~ WORDS`, `body !~ WORDS`). `#` begins a remark.
 */
export type Exchange = {
  name: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
  expectations: string[];
};

export function parseContract(text: string): Exchange[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.split("\n").filter((line) => line !== "" && !line.startsWith("#")))
    .filter((lines) => lines.length > 0)
    .map(parseExchange);
}

function parseExchange([first = "", ...lines]: string[]): Exchange {
  const [method = "", path = ""] = first.split(" ");
  const exchange: Exchange = {
    name: first,
    method,
    path,
    headers: {},
    body: undefined,
    expectations: [],
  };
  const form = new URLSearchParams();
  for (const line of lines) {
    const [verb = ""] = line.split(" ", 1);
    const rest = line.slice(verb.length + 1);
    const [name = ""] = rest.split(/[:=]/, 1);
    const value = rest.slice(name.length + 1);
    if (verb === "send-header") exchange.headers[name.toLowerCase()] = value.trim();
    else if (verb === "form") form.append(name, value);
    else if (verb === "json") {
      exchange.body = rest;
      exchange.headers["content-type"] ??= "application/json";
    } else exchange.expectations.push(line);
  }
  if (form.size > 0) {
    exchange.body = form.toString();
    exchange.headers["content-type"] = "application/x-www-form-urlencoded";
  }
  return exchange;
}

/** Holds an answer against what the contract expects of it. */
export async function holdTo(exchange: Exchange, response: Response): Promise<void> {
  const bytes = await response.arrayBuffer();
  const body = new TextDecoder().decode(bytes);
  assert.notEqual(exchange.expectations.length, 0, `${exchange.name}: expects nothing`);
  for (const line of exchange.expectations) {
    const told = `${exchange.name}: ${line}`;
    const [, subject, operator, wanted = ""] =
      /^(status|header \S+|body|length) ?(==|~|!~)? ?(.*)$/.exec(line) ?? [];
    if (subject === "status") assert.equal(response.status, Number(wanted), told);
    else if (subject === "length") assert.equal(bytes.byteLength, Number(wanted), told);
    else if (subject === "body" && operator === "~")
      assert.ok(body.includes(wanted), `${told}\n${body}`);
    else if (subject === "body" && operator === "!~") assert.ok(!body.includes(wanted), told);
    else if (subject?.startsWith("header ")) {
      const value = response.headers.get(subject.slice("header ".length)) ?? "";
      if (operator === "==") assert.equal(value, wanted, told);
      else assert.ok(value.includes(wanted), `${told}\n${value}`);
    } else assert.fail(`${told}: no such expectation`);
  }
}
