export { openTestClient, type TestClient } from "./account.ts";
export { openTestApiKey } from "./api-key.ts";
export { asksAndNotices } from "./asks-and-notices.ts";
export { TestAuthenticator } from "./authenticator.ts";
export { contentsOf, TestBackups } from "./backups.ts";
export { openBadRow } from "./bad-row.ts";
export {
  askTestBreakGlass,
  decideTestApproval,
  proveTestStaff,
  testReason,
} from "./break-glass.ts";
export { openTestBriefs } from "./briefs.ts";
export { openTestCall, type TestCall, testSession } from "./call.ts";
export {
  makeTestCanary,
  openTestCanaries,
  reportTestDecoy,
  type TestCanaries,
} from "./canary.ts";
export { makeTestClaim } from "./claim.ts";
export { runCommand } from "./command.ts";
export { assignTestTicket, keepTestField, openTestContact, type TestContact } from "./contact.ts";
export { cosignNewest, makeTestWitness, policyText, type TestWitness } from "./cosigning.ts";
export { databaseFilesWith } from "./database-files.ts";
export { breakLooks } from "./failpoints.ts";
export { testKeyEncryption } from "./key-encryption.ts";
export { openTestKeykeeper, type TestKeykeeper, testPermits } from "./keykeeper.ts";
export { type AskCase, askCases } from "./learning/ask-cases.ts";
export { type ReportCase, reportCases } from "./learning/report-cases.ts";
export { noted, openTestLedger, type TestLedger } from "./ledger.ts";
export { somebodyWaits } from "./lock-waiting.ts";
export { MadeLog } from "./made-log.ts";
export { madeTrace } from "./made-trace.ts";
export { openEmptyDatabase, openTestDatabase, type TestDatabase } from "./open-database.ts";
export { openSealedSite, openTestSite } from "./open-site.ts";
export { type SentNotice, sentTo } from "./outbox.ts";
export { PasswordClient } from "./password-client.ts";
export { keepPastCall } from "./past-call.ts";
export { TestProvider } from "./phone-provider.ts";
export { describeSchema } from "./schema.ts";
export type { SealedSite } from "./sealed-site.ts";
export { isWritten, seedForms, seedLanguages, seedPhrase } from "./seed-forms.ts";
export type { TestSite } from "./site.ts";
export { openTestSmtp } from "./smtp.ts";
export { openTestStaff, type TestPerson } from "./staff.ts";
export {
  findingsAfter,
  mistakesAfter,
  openUntouchedLog,
  tampers,
  verifyAs,
} from "./tampers/index.ts";
export { TestBrowser } from "./test-browser.ts";
