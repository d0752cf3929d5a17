// OpenTelemetry's spans to an OTLP receiver, switched on and set by its own standard variables. Loaded only then.
// @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/

type Environment = Readonly<Record<string, string | undefined>>;

/** An endpoint is named, and nothing says "off". */
export const tracingWanted = (env: Environment): boolean =>
  env.OTEL_SDK_DISABLED?.toLowerCase() !== 'true' &&
  env.OTEL_TRACES_EXPORTER !== 'none' &&
  Boolean(env.OTEL_EXPORTER_OTLP_ENDPOINT || env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT);

/** Starts tracing under the name `service`, unless OTEL_SERVICE_NAME says another; the function sends what is left. */
export async function startTracing(service: string): Promise<() => Promise<void>> {
  const [sdk, { OTLPTraceExporter }, { detectResources, envDetector, resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-proto'),
      import('@opentelemetry/resources'),
    ]);
  const provider = new sdk.NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }).merge(
      detectResources({ detectors: [envDetector] }),
    ),
    spanProcessors: [new sdk.BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  return () => provider.forceFlush();
}
