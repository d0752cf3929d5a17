// What the database knows, as Prometheus reads it: asked anew for each scrape, never kept.
import { Gauge, Registry } from 'prom-client';

/** The whole set-up's state, whichever process asks. `oldestDueSeconds`: how long the validation that waits longest has waited. */
export type Figures = Readonly<{
  queued: number;
  running: number;
  /** Running ones whose worker has fallen silent for longer than its lease. */
  abandoned: number;
  oldestDueSeconds: number;
  connectors: readonly Readonly<{ health: string; enabled: boolean; count: number }>[];
}>;

/** As Prometheus' text; without figures, only that the database does not answer. */
export function figuresText(figures: Figures | undefined): Promise<string> {
  const registry = new Registry();
  const gauge = (name: string, help: string, value: number) =>
    new Gauge({ name, help, registers: [registry] }).set(value);
  gauge('mailspan_database_up', 'Whether the database answered in time.', figures ? 1 : 0);
  if (figures) {
    const states = new Gauge({
      name: 'mailspan_validations',
      help: 'Validations that wait, run, or run at a worker that has fallen silent.',
      labelNames: ['state'] as const,
      registers: [registry],
    });
    for (const state of ['queued', 'running', 'abandoned'] as const) states.set({ state }, figures[state]);
    gauge(
      'mailspan_validation_oldest_due_seconds',
      'How long the validation that waits longest has waited; 0 where none waits.',
      figures.oldestDueSeconds,
    );
    const connectors = new Gauge({
      name: 'mailspan_connectors',
      help: 'Connectors by what their last validation came to, and whether they are on.',
      labelNames: ['health', 'enabled'] as const,
      registers: [registry],
    });
    for (const { health, enabled, count } of figures.connectors)
      connectors.set({ health, enabled: String(enabled) }, count);
  }
  return registry.metrics();
}
