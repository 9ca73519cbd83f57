// Whether the person is signed in, if that is required.

import { whoAmI } from "../../server/identity.js";
import { Findings } from "../findings.js";
import { failed, good, skipped } from "../finding.js";

export const id = "sign-in";

/** @param {Findings} soFar */
export async function run({ server }) {
  if (!server) {
    return [skipped("unknown")];
  }
  const { loginRequired, accepts, identity } = await whoAmI();
  if (identity) {
    return [good("good")];
  }
  if (loginRequired) {
    return [failed("needed", ["you"], {}, "login")];
  }
  return [accepts.includes("open") ? good("open") : skipped("token")];
}
