import { pino } from "pino";

export type Log = pino.Logger;

/**
 * Structured log lines, on standard output unless another destination is given: a command gives its own, which a full
 * disk doesn't stop. Callers log codes, counts, ids and durations; bodies, headers, query strings and secrets have no
 * place in one, and the redaction below is the second lock, not the first.
 */
export function openLog(level: string, destination?: { write(line: string): void }): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: [
        "*.password",
        "*.token",
        "*.authorization",
        "*.cookie",
        "*.body",
        "*.connectionString",
      ],
      censor: "(removed)",
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
