import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

export type RequestLabels = { method: string; route: string; status: number };

export type Metrics = {
  observeRequest(labels: RequestLabels, seconds: number): void;
  /** Counts something by a closed set of labels; never a person's datum. */
  count(name: string, help: string, labels: Record<string, string>): void;
  text(): Promise<string>;
  contentType: string;
};

/** The process's metrics, in a registry of their own so that tests can have several. */
export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "holdfast_request_seconds",
    help: "How long requests took, by route pattern",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  return {
    observeRequest: (labels, seconds) => requests.observe(labels, seconds),
    count: (name, help, labels) => counterIn(registry, name, help, labels).inc(labels),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function counterIn(registry: Registry, name: string, help: string, labels: Record<string, string>) {
  const existing = registry.getSingleMetric(name);
  if (existing instanceof Counter) return existing;
  return new Counter({ name, help, labelNames: Object.keys(labels), registers: [registry] });
}
