// Whether the browser gives the microphone.

import { Findings } from "../findings.js";
import { failed, good, skipped } from "../finding.js";

export const id = "microphone";

/** @param {Findings} soFar */
export async function run(soFar) {
  const problem = await (soFar.devices ?? soFar.openDevices()).problemOf("microphone");
  if (problem === "insecure") {
    return [skipped("insecure")];
  }
  return [problem ? failed(problem, ["you"]) : good("good")];
}
