import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Machines that build the same sources have the same build: scripts/build-console.ts.
  generateBuildId: () => process.env.MAILSPAN_BUILD_ID ?? null,
  // Native code, or code that finds its files by itself: not to be bundled.
  serverExternalPackages: [
    ...['libsql', '@libsql/client', '@prisma/client', '@prisma/adapter-libsql', '@prisma/adapter-pg'],
    ...['pg', 'better-auth', 'pino', 'nodemailer', 'prom-client', '@opentelemetry/api'],
    ...[
      '@opentelemetry/sdk-trace-node',
      '@opentelemetry/exporter-trace-otlp-proto',
      '@opentelemetry/resources',
    ],
  ],
  experimental: {
    authInterrupts: true,
    // Operations go by their names in logs, metrics and traces, and an error's stack names functions.
    serverMinification: false,
    // Behind proxy.ts a longer body is cut off without a word: more than the 20 MB of a tenant's file.
    proxyClientMaxBodySize: '21mb',
    // An import of 20,000 rows is applied by their keys. proxy.ts refuses what is longer.
    serverActions: { bodySizeLimit: '4mb' },
  },
  // What changes with each request (the policy and its nonce) or with PUBLIC_URL is set in proxy.ts.
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
        {
          key: 'Permissions-Policy',
          value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
        },
      ],
    },
  ],
};

export default createNextIntlPlugin({
  requestConfig: './i18n/request.ts',
  // Messages are parsed while building, so that no parser goes to the browser.
  experimental: { messages: { path: './messages', format: 'json', locales: 'infer', precompile: true } },
})(config);
