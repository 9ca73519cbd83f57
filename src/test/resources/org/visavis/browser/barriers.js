// Asks axe-core, which is there already, what is wrong with the page as it is now. Also looks for targets smaller than
// 24 CSS pixels, of which axe allows those that stand apart (WCAG 2.2, 2.5.8). A link within a message is as high as its line.
async () => {
  const targets = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")];
  const small = targets.flatMap((target) => {
    const { width, height } = target.getBoundingClientRect();
    const shown = target.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return shown && !target.closest(".words") && Math.min(width, height) < 24
      ? [`target of ${width} x ${height} pixels: ${target.outerHTML.slice(0, 200)}`]
      : [];
  });
  const moving = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime < Infinity);
  await Promise.allSettled(moving.map(({ finished }) => finished)); // what fades in has no contrast yet
  const { violations } = await axe.run({
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { "target-size": { enabled: true } }, // not on by default
    resultTypes: ["violations"],
  });
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const where = target.flat().join(" ");
      return `${id} (${help}) at ${where}\n  ${failureSummary.replaceAll("\n", "\n  ")}`;
    }),
  );
  return [...small, ...found];
};
