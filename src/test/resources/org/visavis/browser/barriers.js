// Asks axe-core, which is there already, what is wrong with the page as it is now.
async () => {
  const moving = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime < Infinity);
  await Promise.allSettled(moving.map(({ finished }) => finished)); // what fades in has no contrast yet
  const { violations } = await axe.run({
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const where = target.flat().join(" ");
      return `${id} (${help}) at ${where}\n  ${failureSummary.replaceAll("\n", "\n  ")}`;
    }),
  );
};
