// Loaded into each child: when the process that started it is gone, even by kill -9, the child ends too.
// Next.js hands `--import` on to processes of its own, which must be left alone: they live by their channel.
if (process.channel && process.env.MAILSPAN_PARENT === String(process.ppid)) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // Listening must not keep a process alive that has nothing else to do.
  process.channel.unref();
}
