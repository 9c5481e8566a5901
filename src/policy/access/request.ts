import type { StatefulAuthorizationCall } from "@cedar-policy/cedar-wasm/nodejs";
import type { AccessFacts } from "./facts.ts";

type Request = Pick<
  StatefulAuthorizationCall,
  "principal" | "action" | "resource" | "context" | "entities"
>;

/** What each fact with words is called in the Cedar schema. */
const entityTypes = {
  employer: "Employer",
  freeze: "Freeze",
  grant: "Grant",
  contact: "Contact",
  fieldClass: "FieldClass",
  clientClass: "ClientClass",
  budget: "Budget",
} as const;

/** The facts as Cedar reads them. Who asks and which field are no facts: rules that name a person are refused. */
export function requestFor({ action, ...facts }: AccessFacts): Request {
  const context: Request["context"] = { ...facts };
  for (const [name, type] of Object.entries(entityTypes)) {
    const id = facts[name as keyof typeof entityTypes];
    context[name] = { __entity: { type, id } };
  }
  return {
    principal: { type: "Staff", id: "who_asks" },
    action: { type: "Action", id: action },
    resource: { type: "Field", id: "asked_for" },
    context,
    entities: [],
  };
}
