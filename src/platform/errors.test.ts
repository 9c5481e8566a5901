import assert from "node:assert/strict";
import { test } from "node:test";
import { InvalidInput, nameOf, UsageError } from "./errors.ts";

class WrongColour extends InvalidInput {}

test("a refusal is called what its class is called", () => {
  assert.equal(new WrongColour("wrong_colour", "Choose another.").name, "WrongColour");
  assert.equal(nameOf(new UsageError("Say which.")), "UsageError usage");
});
