// The way from the prejoin form to the call, and back to it after a reload.

import { loadStyle, on } from "../base/dom.js";
import { text } from "../base/i18n.js";
import { attempt, log } from "../base/log.js";
import { reached } from "../base/milestones.js";
import { rememberPlace } from "../base/storage.js";
import { Media } from "../devices/media.js";
import { heldToken } from "../server/token.js";
import { Banner } from "./banner.js";
import { PageState } from "./page-state.js";
import { applyPreferences, offerPreferences } from "./preferences.js";
import { PrejoinForm } from "./prejoin-form.js";
import { Prejoin } from "./prejoin.js";
import { Toolbar } from "./toolbar.js";

/** @typedef {import("../devices/device-choice.js").DeviceChoice} DeviceChoice */
/** @typedef {import("./meeting.js").Meeting} Meeting */
/** @typedef {{name: string, room: string, title: string, link: string, token?: string}} Entered as in prejoin.js */

/**
 * The pause between attempts to load the parts of a call, in milliseconds, and the attempt at which the page says that
 * something is missing.
 */
const TRY_AGAIN_AFTER = 2_000;
const MANY_ATTEMPTS = 4;

/** The style sheets of a call, which the prejoin form does not need. */
const STYLES = ["call.css", "tiles.css", "side-panel.css"];

/**
 * Loads the parts of a call after the form is shown, so that nobody waits for them before pressing Join, and remembers
 * which call the person wants.
 */
export class Joining {
  #page;
  #banner;
  #form;
  #toolbar;
  #media;
  #prejoin;
  #embedding;
  /** The settings dialog's devices. @type {Lazy<DeviceChoice>} */
  #choice = new Lazy(() => this.#loadChoice());
  #styles = new Lazy(() => Promise.all(STYLES.map(loadStyle)));
  /** @type {Lazy<Meeting>} */
  #meeting = new Lazy(() => this.#loadMeeting());
  /** The call that the person wants to join now. @type {Entered | undefined} */
  #wanted;
  /** The call to return to when the page is reloaded. @type {{name: string, room: string, token?: string} | null} */
  #place = null;

  /**
   * @param {object} parts
   * @param {PageState} parts.page
   * @param {Banner} parts.banner
   * @param {PrejoinForm} parts.form
   * @param {Toolbar} parts.toolbar
   * @param {Media} parts.media
   * @param {Prejoin} parts.prejoin
   * @param {import("./embedding.js").Embedding | null} parts.embedding null outside a frame
   */
  constructor({ page, banner, form, toolbar, media, prejoin, embedding }) {
    this.#page = page;
    this.#banner = banner;
    this.#form = form;
    this.#toolbar = toolbar;
    this.#media = media;
    this.#prejoin = prejoin;
    this.#embedding = embedding;
    on(page, "state", (state) => {
      if (state === "lobby" || state === "left") {
        this.#place = null;
      }
    });
  }

  /** Shows the prejoin form, or returns to the call that a reload has interrupted. */
  async open() {
    const interrupted = this.#prejoin.takePlace();
    this.#place = interrupted;
    await attempt("apply the preferences", applyPreferences);
    await attempt("offer the preferences", offerPreferences);
    if (!(await this.#prejoin.open())) {
      return;
    }
    this.#media.open(interrupted ?? {});
    if (!heldToken()) { // a token tells who may join, but not who may ask
      attempt("show who is in the room", () => this.#showPeople());
    }
    if (interrupted) {
      this.#prejoin.join(interrupted);
      return;
    }
    requestAnimationFrame(() => setTimeout(() => this.#prepare())); // after the form has been painted
  }

  /** @param {Entered} entered */
  async join(entered) {
    reached("join");
    this.#wanted = entered;
    this.#place = { name: entered.name, room: entered.title, token: entered.token };
    attempt("change the address", () => history.replaceState(null, "", entered.link));
    this.#media.open(); // already open, except after an earlier call
    this.#page.show("joining");
    this.#banner.say("connecting", text("connecting"));
    const meeting = this.#meeting.value ?? (await this.#loadFor(entered));
    if (meeting && this.#wanted === entered) {
      meeting.join(entered);
    }
  }

  /** The person cancels while joining. */
  cancel() {
    if (this.#meeting.value) {
      this.#meeting.value.cancel();
    } else {
      this.#backToForm();
    }
  }

  /** The embedding site ends the call. */
  leave() {
    if (!this.#meeting.value) { // otherwise the meeting handles it
      this.#backToForm();
    }
  }

  openSettings() {
    attempt("show the version", async () => (await import("./version.js")).showVersion());
    if (this.#choice.value) {
      this.#choice.value.openDialog();
    } else {
      attempt("open the settings", async () => (await this.#choice.get()).openDialog());
    }
  }

  /** Stores the call, if there is one, for the page that a reload opens. */
  rememberPlace() {
    if (this.#place) {
      rememberPlace({ ...this.#media.wanted, ...this.#place });
    }
  }

  /** Loads the parts of a call while the person fills in the form. */
  async #prepare() {
    this.#meeting.get().catch((error) => {
      log("info", "The parts of a call could not be loaded. Join will try again:", error);
    });
    await attempt("warm up the browser", async () => (await import("../call/warm-up.js")).warmUp());
  }

  async #showPeople() {
    const { showPeopleInRoom } = await import("./people-hint.js");
    showPeopleInRoom({ page: this.#page, form: this.#form });
  }

  async #loadMeeting() {
    const [{ Meeting }, choice] = await Promise.all([
      import("./meeting.js"),
      this.#choice.get(),
      this.#styles.get(),
    ]);
    return new Meeting({
      page: this.#page,
      banner: this.#banner,
      toolbar: this.#toolbar,
      media: this.#media,
      prejoin: this.#prejoin,
      choice,
      embedding: this.#embedding,
    });
  }

  async #loadChoice() {
    const { DeviceChoice } = await import("../devices/device-choice.js");
    const choice = new DeviceChoice(this.#media);
    on(choice, "unheard", () => {
      if (this.#banner.saying !== "microphone-muted") {
        this.#banner.say("unheard", text("unheard"), { passing: true });
      }
    });
    return choice;
  }

  /**
   * Tries to load the parts of a call until they are there or the person no longer wants this call.
   * Chromium asks the server each time. Firefox remembers a failed import, and there only a reload helps.
   * @param {Entered} entered
   */
  async #loadFor(entered) {
    for (let attempt = 1; this.#wanted === entered; attempt++) {
      try {
        return await this.#meeting.get();
      } catch (error) {
        log("warn", "The parts of a call could not be loaded:", error);
        const code = attempt < MANY_ATTEMPTS ? "unreachable" : "incomplete";
        this.#banner.say(code, text(code));
        await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_AFTER));
      }
    }
    return undefined;
  }

  /** The person no longer wants the call, whose parts are not loaded yet. */
  #backToForm() {
    this.#wanted = undefined;
    this.#banner.unsay();
    this.#page.show("lobby");
  }
}

/**
 * A part of the page that is loaded once, when it is needed. After a failure, the next `get` tries again.
 * @template T
 */
class Lazy {
  #load;
  /** @type {Promise<T> | undefined} */
  #loading;
  /** The part, or undefined before it is loaded. @type {T | undefined} */
  value;

  /** @param {() => Promise<T>} load */
  constructor(load) {
    this.#load = load;
  }

  /** @returns {Promise<T>} */
  get() {
    this.#loading ??= this.#begin();
    return this.#loading;
  }

  async #begin() {
    try {
      this.value = await this.#load();
      return this.value;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
  }
}
