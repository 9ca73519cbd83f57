// The entry script of the administrator's page.

import { open } from "./js/admin/page.js";

open();
