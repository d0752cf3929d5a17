// Next resolves `server-only` itself when it bundles; the package is not installed, so its type stands here.
declare module 'server-only';
