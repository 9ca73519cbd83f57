// "Test this computer": runs the checks in js/doctor, shows what each finds, and hands out a report.

import { element, on } from "./js/base/dom.js";
import { alsoSay } from "./js/base/i18n.js";
import { CheckList } from "./js/doctor/check-list.js";
import { Checkup } from "./js/doctor/checkup.js";
import { Findings } from "./js/doctor/findings.js";
import { offer, reportOf } from "./js/doctor/report.js";
import { applyPreferences } from "./js/page/preferences.js";

alsoSay("doctor");
await applyPreferences();
element("again").addEventListener("click", () => location.reload());

const soFar = new Findings(stream("local"), stream("remote"));
const checkup = new Checkup();
const list = new CheckList();
/** @type {Map<string, import("./js/doctor/finding.js").Finding[]>} */
const found = new Map();
on(checkup, "started", ({ id }) => list.start(id));
on(checkup, "found", ({ id, findings }) => {
  found.set(id, findings);
  list.show(id, findings);
});
await checkup.run(soFar);
list.summarize();
offer(reportOf(found, soFar.server?.version));

/**
 * A stream that the video with this id plays.
 * @param {string} id
 */
function stream(id) {
  const video = /** @type {HTMLVideoElement} */ (element(id));
  const media = new MediaStream();
  video.srcObject = media;
  return media;
}
