// The administrator's page: comes in, then shows what the server tells every few seconds.

import { element } from "../base/dom.js";
import { LANGUAGES, alsoSay, hasText, text, usualLanguage, useLanguage } from "../base/i18n.js";
import { log } from "../base/log.js";
import { recall } from "../base/storage.js";
import { showErrors, showFigures, showServer, showSettings } from "./facts.js";
import { Orders } from "./orders.js";
import { Rooms } from "./rooms.js";
import { Refused, enter, signOut, state } from "./server.js";

/** How often the server is asked, in milliseconds. */
const INTERVAL = 3_000;

/** How long to wait after the last letter of the filter, in milliseconds. */
const TYPING = 250;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let way = "login";

/** The number of the latest question: an answer to an earlier one comes too late. */
let asked = 0;

/** Comes in by the link, if the address is one, and begins to show. */
export async function open() {
  const token = takeToken();
  document.documentElement.dataset.colours = recall("colours");
  const language = recall("language");
  alsoSay("admin");
  await useLanguage(language in LANGUAGES ? language : usualLanguage());
  const orders = new Orders(() => ask(rooms, orders, 0));
  const rooms = new Rooms(orders);
  element("filter").addEventListener("input", () => ask(rooms, orders, TYPING));
  element("sign-out").addEventListener("click", async () => {
    await signOut(way).catch((error) => log("info", "The server did not answer:", error));
    location.reload();
  });
  document.addEventListener("visibilitychange", () => ask(rooms, orders, 0));
  addEventListener("hashchange", () => location.reload()); // another link
  try {
    if (token) {
      await enter(token);
    }
  } catch (error) {
    failed(error);
    if (error instanceof Refused) {
      return; // the state would be refused, too, for a reason that says less
    }
  }
  ask(rooms, orders, 0);
}

/** The token in the address, which it leaves at once: nobody shall find it there. */
function takeToken() {
  const token = location.hash.slice(1);
  if (token) {
    history.replaceState(null, "", location.pathname + location.search);
  }
  return token;
}

/** @type {(rooms: Rooms, orders: Orders, delay: number) => void} */
function ask(rooms, orders, delay) {
  clearTimeout(timer);
  if (!document.hidden) {
    timer = setTimeout(() => show(rooms, orders), delay);
  }
}

/** @type {(rooms: Rooms, orders: Orders) => Promise<void>} */
async function show(rooms, orders) {
  const number = ++asked;
  try {
    const told = await state(/** @type {HTMLInputElement} */ (element("filter")).value.trim());
    if (number !== asked) {
      return;
    }
    way = told.way;
    element("gate").hidden = true;
    element("view").hidden = false;
    element("sign-out").hidden = false;
    say("live", text("live"));
    showFigures(told);
    rooms.show(told.rooms);
    showErrors(told.errors);
    showServer(told);
    orders.showDrain(told.draining);
    showSettings(told.settings);
  } catch (error) {
    if (number === asked) {
      failed(error);
    }
  }
  if (number === asked) {
    ask(rooms, orders, INTERVAL);
  }
}

/** @param {unknown} error */
function failed(error) {
  if (!(error instanceof Refused) || /^5/.test(error.code)) {
    log("info", "The server did not answer:", error);
    say("lost", text("unreachable"));
    return;
  }
  way = error.way;
  const code = error.code === "login-required" ? `${error.code}-${way}` : error.code;
  element("gate-text").textContent = hasText(code) ? text(code) : error.message;
  element("sign-in").hidden = way !== "login" || error.code === "insecure";
  element("gate").hidden = false;
  element("view").hidden = true;
  element("sign-out").hidden = error.code !== "not-administrator";
  say("refused", "");
}

/**
 * @param {string} situation
 * @param {string} words
 */
function say(situation, words) {
  const live = element("live");
  if (live.dataset.state !== situation) { // otherwise a screen reader would say it again and again
    live.dataset.state = situation;
    live.textContent = words;
  }
}
