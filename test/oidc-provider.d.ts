// biome-ignore lint/correctness/noUnresolvedImports: it is found by its "exports", which Biome does not read
declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  /** The part of it that tests use. */
  type Context = {
    path: string;
    req: IncomingMessage;
    res: ServerResponse;
    body: { id_token?: string };
    oidc?: { route?: string; client: { clientId: string }; session: { accountId: string } };
  };

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): this;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { login: { accountId: string; acr?: string; ts?: number } },
    ): Promise<void>;
    readonly Grant: new (of: {
      clientId: string;
      accountId: string;
    }) => { addOIDCScope(scope: string): void; save(): Promise<string> };
  }
}
