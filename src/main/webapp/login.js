// After a failed login, some containers redirect to login.html?failed (web.xml), others show it at the address of the
// form.

import { applyPreferences } from "./js/page/preferences.js";

if (location.search === "?failed" || location.pathname.endsWith("/j_security_check")) {
  /** @type {HTMLElement} */ (document.getElementById("failed")).hidden = false;
}
applyPreferences();
