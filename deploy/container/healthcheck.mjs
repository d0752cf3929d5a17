// A container's health: whether what listens at PORT, console or worker, says that it lives.
const answer = await fetch(`http://127.0.0.1:${process.env.PORT}/api/health/live`).catch(() => undefined);
process.exitCode = answer?.ok ? 0 : 1;
