// The optional parts of a call: without any of them the call still works.

import { on } from "../base/dom.js";
import { text } from "../base/i18n.js";
import { attempt } from "../base/log.js";
import { Roster } from "../call/roster.js";
import { Router } from "../call/router.js";
import { DeviceChoice } from "../devices/device-choice.js";
import { PictureInPicture } from "../stage/pip.js";
import { SELF, Tiles } from "../stage/tiles.js";
import { Announcer } from "./announcer.js";
import { Banner } from "./banner.js";
import { Conversation } from "./conversation.js";
import { Details } from "./details.js";
import { PageState } from "./page-state.js";
import { Participants } from "./participants.js";
import { RoomHeader } from "./room-header.js";
import { SidePanel } from "./side-panel.js";
import { Toolbar } from "./toolbar.js";

/**
 * What the decorations listen to and use. `life` tells about the call by CustomEvents:
 * - `joining`: `detail` is `{title, link}` of the room
 * - `begun`: `detail` is the local participant, `{id, name, room, status}`
 * - `ended`
 * - `welcomed`: the local `{id, name}`, at the start and after each loss; the id seldom changes
 * - `came`: `{name}`, a participant has just joined
 * - `status`: `{id, status}`, the status of a peer or of `SELF` has changed
 * - `quality`: `{connection, rows}` as in monitor.js
 * @typedef {object} Parts
 * @property {EventTarget} life
 * @property {PageState} page
 * @property {Banner} banner
 * @property {Toolbar} toolbar
 * @property {DeviceChoice} choice
 * @property {import("./embedding.js").Embedding | null} embedding
 * @property {import("../call/carrier.js").Carrier} carrier
 * @property {Roster} roster
 * @property {Router} router
 * @property {Tiles} tiles
 */

/**
 * Starts all decorations. The call never calls them, it only dispatches events. If a listener throws, the browser
 * reports it, and the call and the other listeners go on. A decoration that fails to start is left out.
 * @param {Parts} parts
 */
export function decorate(parts) {
  const decorations = [
    hosted,
    header,
    announcements,
    people,
    details,
    pictureInPicture,
    speakerView,
    devices,
    conversation,
  ];
  const all = { ...parts, announcer: new Announcer() };
  for (const start of decorations) {
    attempt(`start ${start.name}`, () => start(all));
  }
}

/** Tells the embedding site. @param {Parts} parts */
function hosted({ life, roster, embedding }) {
  if (embedding) {
    embedding.follow(roster);
    on(life, "begun", ({ id, name, room }) => embedding.joined({ id, name, room }));
  }
}

/** The room's name and link. @param {Parts} parts */
function header({ life, page, banner }) {
  const room = new RoomHeader();
  on(life, "joining", ({ title, link }) => room.show(title, link));
  on(page, "state", (state) => {
    if (state === "left") {
      room.clear();
    }
  });
  on(room, "copy-link", async () => {
    const code = (await room.copyLink()) ? "link-copied" : "link-selected";
    banner.say(code, text(code), { passing: true });
  });
}

/** Announces who comes, goes, raises a hand or shares a screen. @param {Parts & {announcer: Announcer}} parts */
function announcements({ life, roster, tiles, announcer }) {
  const announce = (/** @type {string} */ code, /** @type {string} */ id) =>
    announcer.announce(text(code, { name: tiles.nameOf(id) }));
  on(life, "came", ({ name }) => announcer.announce(text("came", { name })));
  on(roster, "left", ({ id }) => announce("went", id));
  on(life, "status", ({ id, status }) => {
    if (id !== SELF) {
      if (status.hand) {
        announce("hand-of", id);
      }
      if (status.screen) {
        announce("shared-by", id);
      }
    }
  });
}

/** The list of participants. @param {Parts} parts */
function people({ life, roster, tiles }) {
  const participants = new Participants();
  on(life, "begun", (self) => participants.show({ ...self, id: SELF }));
  on(roster, "joined", (person) => participants.show(person));
  on(roster, "returned", (person) => participants.show(person));
  on(roster, "left", ({ id }) => participants.remove(id));
  on(life, "status", ({ id, status }) => participants.setStatus(id, status));
  on(life, "ended", () => participants.clear());
  on(participants, "pin", (id) => tiles.pin(id));
}

/** The details of a connection. @param {Parts} parts */
function details({ life, tiles }) {
  const dialog = new Details();
  on(tiles, "details", ({ id }) => dialog.open(id, tiles.nameOf(id)));
  on(life, "quality", ({ connection, rows }) => dialog.update(connection.id, rows));
  on(life, "ended", () => dialog.close());
}

/** @param {Parts} parts */
function pictureInPicture({ life, toolbar, tiles }) {
  const pip = new PictureInPicture();
  const stream = () => tiles.mostInteresting?.stream ?? null;
  on(toolbar, "picture-in-picture", () => pip.toggle(stream()));
  on(pip, "change", () => toolbar.show({ "picture-in-picture": pip.on }));
  on(tiles, "change", () => {
    if (pip.on) {
      pip.show(stream());
    }
  });
  on(life, "ended", () => pip.close());
}

/** @param {Parts} parts */
function speakerView({ toolbar, tiles }) {
  on(toolbar, "speaker-view", () => {
    tiles.speakerView = !tiles.speakerView;
    toolbar.show({ "speaker-view": tiles.speakerView });
  });
}

/** The chosen speaker, and the meter of the microphone. @param {Parts} parts */
function devices({ life, choice, tiles }) {
  on(life, "begun", () => choice.measure());
  on(choice, "speaker", (id) => tiles.setSpeaker(id));
  tiles.setSpeaker(choice.speaker);
}

/** Chat and files. @param {Parts & {announcer: Announcer}} parts */
function conversation({ life, banner, announcer, carrier, roster, router, tiles }) {
  const sidePanel = new SidePanel();
  sidePanel.offer("chat", false);
  const talk = new Conversation({ carrier, roster, router, sidePanel, nameOf: (id) => tiles.nameOf(id) });
  sidePanel.offer("chat", true); // now that the chat works
  on(life, "welcomed", (self) => talk.begin(self));
  on(life, "ended", () => talk.end());
  on(life, "ended", () => sidePanel.show(null));
  on(talk, "heard", (summary) => announcer.announce(summary));
  on(talk, "problem", (problem) => banner.say(problem.code, text(problem.code, problem), { passing: true }));
}
