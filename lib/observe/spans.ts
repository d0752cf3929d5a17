// Spans for whoever switched tracing on; without a tracer behind it, OpenTelemetry's interface does nothing and costs nothing.
import { type Attributes, type Span, SpanStatusCode, trace } from '@opentelemetry/api';

/** Runs `work` in a span that ends with it; what it throws marks the span and goes on. */
export const inSpan = <T>(
  name: string,
  attributes: Attributes,
  work: (span: Span) => Promise<T>,
): Promise<T> =>
  trace.getTracer('mailspan').startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.recordException(error instanceof Error ? error : String(error));
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });

/** Something that happened within the span that is open here. */
export const noteOnSpan = (name: string, attributes: Attributes): void =>
  void trace.getActiveSpan()?.addEvent(name, attributes);

/** The trace that this code is part of; undefined where nobody traces. */
export const traceId = (): string | undefined => trace.getActiveSpan()?.spanContext().traceId;
