// What decorates a call: it goes on without each of these.

import { Call } from "./call.js";
import { Controls } from "./controls.js";
import { Conversation } from "./conversation.js";
import { Details } from "./details.js";
import { DeviceChoice } from "./device-choice.js";
import { Embedding } from "./embedding.js";
import { text } from "./i18n.js";
import { attempt } from "./log.js";
import { PictureInPicture } from "./pip.js";
import { Present } from "./present.js";
import { Side } from "./side.js";
import { SELF, Tiles } from "./tiles.js";
import { View } from "./view.js";

/**
 * What decorations may hear and use. `life` tells of the call, each time with a CustomEvent:
 * - `begun`: `detail` is oneself, `{id, name, room, status}`; `ended`
 * - `welcomed`: `{id, name}` of oneself, when it has begun and after each loss; seldom with another id then
 * - `came`: `{name}`, somebody has just come
 * - `status`: `{id, status}`, somebody, or `SELF`, is shown otherwise
 * - `quality`: `{connection, rows}` as in watch.js
 * @typedef {object} Parts
 * @property {EventTarget} life
 * @property {View} view
 * @property {Controls} controls
 * @property {DeviceChoice} choice
 * @property {Embedding} embedding
 * @property {Call} call
 * @property {Tiles} tiles
 */

/** @type {(source: EventTarget, type: string, handle: (detail: any) => void) => void} */
const on = (source, type, handle) =>
  source.addEventListener(type, (/** @type {any} */ { detail }) => handle(detail));

/**
 * Starts them all. The call never calls one of them, but tells what happens: where a listener throws, the browser reports it,
 * and neither the call nor another listener notices. One that does not even start is left out.
 * @param {Parts} parts
 */
export function decorate(parts) {
  for (const start of [hosted, announcements, people, details, pictureInPicture, speakerView, devices, conversation]) {
    attempt(start.name, () => start(parts));
  }
}

/** The site around the page is told. @param {Parts} parts */
function hosted({ life, call, embedding }) {
  embedding.follow(call);
  on(life, "begun", ({ id, name, room }) => embedding.joined({ id, name, room }));
}

/** What those hear who do not see who comes, goes, and does what. @param {Parts} parts */
function announcements({ life, call, tiles, view }) {
  const announce = (/** @type {string} */ code, /** @type {string} */ id) =>
    view.announce(text(code, { name: tiles.nameOf(id) }));
  on(life, "came", ({ name }) => view.announce(text("came", { name })));
  on(call, "left", ({ id }) => announce("went", id));
  on(life, "status", ({ id, status }) => {
    if (id !== SELF) {
      status.hand && announce("hand-of", id);
      status.screen && announce("shared-by", id);
    }
  });
}

/** The list of the people. @param {Parts} parts */
function people({ life, call, tiles }) {
  const present = new Present();
  on(life, "begun", (self) => present.show({ ...self, id: SELF, name: text("you", self) }));
  on(call, "joined", (person) => present.show(person));
  on(call, "returned", (person) => present.show(person));
  on(call, "left", ({ id }) => present.remove(id));
  on(life, "status", ({ id, status }) => present.setStatus(id, status));
  on(life, "ended", () => present.clear());
  on(present, "pin", (id) => tiles.pin(id));
}

/** What is known of a connection. @param {Parts} parts */
function details({ life, tiles }) {
  const dialog = new Details();
  on(tiles, "details", ({ id }) => dialog.open(id, tiles.nameOf(id)));
  on(life, "quality", ({ connection, rows }) => dialog.update(connection.id, rows));
  on(life, "ended", () => dialog.close());
}

/** @param {Parts} parts */
function pictureInPicture({ life, controls, tiles }) {
  const pip = new PictureInPicture();
  const stream = () => tiles.mostInteresting?.stream ?? null;
  on(controls, "picture-in-picture", () => pip.toggle(stream()));
  on(pip, "change", () => controls.show({ "picture-in-picture": pip.on }));
  on(tiles, "change", () => pip.on && pip.show(stream()));
  on(life, "ended", () => pip.close());
}

/** @param {Parts} parts */
function speakerView({ controls, tiles }) {
  on(controls, "speaker-view", () => {
    tiles.speakerView = !tiles.speakerView;
    controls.show({ "speaker-view": tiles.speakerView });
  });
}

/** The speaker that was chosen, and the meter that shows whether one is heard. @param {Parts} parts */
function devices({ life, choice, tiles }) {
  on(life, "begun", () => choice.measure());
  on(choice, "speaker", (id) => tiles.setSpeaker(id));
  tiles.setSpeaker(choice.speaker);
}

/** What people write and send. @param {Parts} parts */
function conversation({ life, view, call, tiles }) {
  const side = new Side();
  const talk = new Conversation(call, side, (id) => tiles.nameOf(id));
  on(life, "welcomed", (self) => talk.begin(self));
  on(life, "ended", () => talk.end());
  on(life, "ended", () => side.show(null));
  on(talk, "heard", (summary) => view.announce(summary));
  on(talk, "problem", (problem) => view.say(problem.code, text(problem.code, problem), { passing: true }));
}
