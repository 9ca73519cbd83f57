// Preloaded by the benchmark, with --expose-gc: on SIGUSR2 it collects all garbage, and says what memory is still in use.
process.on("SIGUSR2", () => {
  global.gc();
  global.gc(); // what finalizers of the first have let go
  console.log(JSON.stringify({ memory: process.memoryUsage() }));
});
