// The entry script: builds the parts of the page that people need before a call and wires their events.
// It loads the other parts after the form is shown, so that nobody waits for them before pressing Join.

import { on } from "./js/base/dom.js";
import { text } from "./js/base/i18n.js";
import { attempt, log } from "./js/base/log.js";
import { reached } from "./js/base/milestones.js";
import { recall, rememberPlace } from "./js/base/storage.js";
import { Media } from "./js/devices/media.js";
import { Banner } from "./js/page/banner.js";
import { PageState } from "./js/page/page-state.js";
import { applyPreferences, offerPreferences } from "./js/page/preferences.js";
import { PrejoinForm } from "./js/page/prejoin-form.js";
import { Prejoin } from "./js/page/prejoin.js";
import { Toolbar } from "./js/page/toolbar.js";

/** @typedef {import("./js/devices/device-choice.js").DeviceChoice} DeviceChoice */
/** @typedef {import("./js/page/meeting.js").Meeting} Meeting */

/**
 * The pause between attempts to load the parts of a call, in milliseconds, and the attempt at which the page says that
 * something is missing.
 */
const TRY_AGAIN_AFTER = 2_000;
const MANY_ATTEMPTS = 4;

const page = new PageState();
const banner = new Banner();
const form = new PrejoinForm(page);
const toolbar = new Toolbar();
const media = new Media();
const prejoin = new Prejoin({ page, banner, form });
/** Follows the site that embeds this page; null where there is none. */
const embedding = parent === window ? null : await embed();

/** @type {Promise<Meeting> | undefined} the parts of a call, loading since the form could be filled in */
let loading;
/** @type {Meeting | undefined} the same, once loaded */
let meeting;
/** @type {Promise<DeviceChoice> | undefined} the settings dialog, loading */
let loadingChoice;
/** @type {DeviceChoice | undefined} */
let choice;
/** @type {object | undefined} the call that the person wants to join now */
let wanted;
/** @type {{name: string, room: string} | null} the call to return to when the page is reloaded */
let place = null;

on(prejoin, "join", join);
on(form, "cancel", () => {
  if (meeting) {
    meeting.cancel();
  } else {
    backToLobby();
  }
});
if (embedding) {
  on(embedding, "leave", () => {
    if (!meeting) { // otherwise the meeting handles it
      backToLobby();
    }
  });
}
on(toolbar, "microphone", () => media.toggleMicrophone());
on(toolbar, "camera", () => media.toggleCamera());
on(toolbar, "talk", (held) => media.setMicrophone(held));
on(toolbar, "settings", openSettings);
on(media, "track", ({ kind, track }) => {
  if (kind === "video") {
    form.showPreview(media.camera ? track : null);
  }
  toolbar.show({ microphone: media.microphone, camera: media.camera });
});
on(media, "replaced", ({ code, about, before, now }) => banner.say(code, text(code, { before, now }), { about }));
on(media, "problem", ({ code, about }) => banner.say(code, text(about[1] ? `${code}-both` : code), { about }));
on(media, "works", (device) => banner.unsayAbout(device));
on(page, "state", (state) => {
  if (state === "lobby" || state === "left") {
    place = null;
  }
});
addEventListener("pagehide", () => {
  if (place) {
    rememberPlace({ ...media.wanted, ...place });
  }
  media.close();
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) {
    location.reload();
  }
});

media.want({ audio: recall("microphone"), video: recall("camera") });
open(); // after all listeners are set: a page over plain HTTP reports at once that it gets no camera

/** Shows the prejoin form, or returns to the call that a reload has interrupted. */
async function open() {
  const interrupted = prejoin.takePlace();
  place = interrupted;
  await attempt("preferences", applyPreferences);
  await attempt("choice of preferences", offerPreferences);
  if (!(await prejoin.open())) {
    return;
  }
  media.open(interrupted ?? {});
  if (interrupted) {
    prejoin.join(interrupted);
    return;
  }
  requestAnimationFrame(() => setTimeout(prepare)); // after the form has been painted
}

async function embed() {
  const { Embedding } = await import("./js/page/embedding.js");
  return new Embedding({ page, banner, form, media });
}

/** Loads the parts of a call while the person fills in the form. */
async function prepare() {
  load().catch((error) => log("info", "the parts of a call could not be loaded:", error)); // Join tries again
  await attempt("getting ready", async () => (await import("./js/call/warm-up.js")).warmUp());
}

/** @returns {Promise<Meeting>} */
function load() {
  loading ??= Promise.all([import("./js/page/meeting.js"), loadChoice()]).then(([{ Meeting }, choice]) => {
    meeting = new Meeting({ page, banner, toolbar, media, prejoin, choice, embedding });
    return meeting;
  });
  loading.catch(() => (loading = undefined));
  return loading;
}

/** @returns {Promise<DeviceChoice>} */
function loadChoice() {
  loadingChoice ??= import("./js/devices/device-choice.js").then(({ DeviceChoice }) => {
    choice = new DeviceChoice(media);
    on(choice, "unheard", () => {
      if (banner.saying !== "microphone-muted") {
        banner.say("unheard", text("unheard"), { passing: true });
      }
    });
    return choice;
  });
  loadingChoice.catch(() => (loadingChoice = undefined));
  return loadingChoice;
}

function openSettings() {
  if (choice) {
    choice.openDialog();
  } else {
    attempt("settings", async () => (await loadChoice()).openDialog());
  }
}

/** @param {{name: string, room: string, title: string, link: string}} entered */
async function join(entered) {
  reached("join");
  wanted = entered;
  place = { name: entered.name, room: entered.title };
  attempt("address", () => history.replaceState(null, "", entered.link));
  media.open(); // already open, except after an earlier call
  page.show("joining");
  banner.say("connecting", text("connecting"));
  const ready = meeting ?? (await loadFor(entered));
  if (ready && wanted === entered) {
    ready.join(entered);
  }
}

/**
 * Tries to load the parts of a call until they are there or the person no longer wants this call.
 * Chromium asks the server each time. Firefox remembers a failed import, and there only a reload helps.
 * @param {object} entered identifies the call
 */
async function loadFor(entered) {
  for (let attempt = 1; wanted === entered; attempt++) {
    try {
      return await load();
    } catch (error) {
      log("warn", "the parts of a call could not be loaded:", error);
      const code = attempt < MANY_ATTEMPTS ? "unreachable" : "incomplete";
      banner.say(code, text(code));
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_AFTER));
    }
  }
  return undefined;
}

/** The person has cancelled before the parts of the call were loaded. */
function backToLobby() {
  wanted = undefined;
  banner.unsay();
  page.show("lobby");
}
