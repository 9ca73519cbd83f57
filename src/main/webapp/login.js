// After a failed login, some containers redirect to login.html?failed (web.xml), others show it at the address of the
// form.

import { element } from "./js/base/dom.js";
import { applyPreferences } from "./js/page/preferences.js";

if (location.search === "?failed" || location.pathname.endsWith("/j_security_check")) {
  element("failed").hidden = false;
}
applyPreferences();
