// Loaded into each child: when the process that started it is gone, even by kill -9, the child ends too.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // Listening must not keep a process alive that has nothing else to do.
  process.channel.unref();
}
