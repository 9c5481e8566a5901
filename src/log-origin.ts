/** The log's name while nobody gave it another. tlog-checkpoint: an address without its scheme. */
export function logOrigin(publicUrl = "http://localhost"): string {
  const { host, pathname } = new URL(publicUrl);
  return `${host}${pathname.replace(/\/$/, "")}/log`;
}
