// Who is already in the room, shown in the prejoin form. Loaded when the form can be filled in, since nobody waits for it.

import { element, on } from "../base/dom.js";
import { text } from "../base/i18n.js";
import { PeopleInRoom } from "../server/people.js";
import { roomOf } from "../server/room-name.js";
import { PageState } from "./page-state.js";
import { PrejoinForm } from "./prejoin-form.js";

/** @param {{page: PageState, form: PrejoinForm}} parts */
export function showPeopleInRoom({ page, form }) {
  const people = new PeopleInRoom();
  const follow = () => {
    people.stop();
    form.showPeople("");
    const room = roomOf(form.room);
    if (room && page.state !== "call") {
      people.watch(room);
    }
  };
  on(people, "people", (present) => {
    const names = present.map((/** @type {{name: string}} */ { name }) => name);
    form.showPeople(names.length === 0 ? "" : text("people", { names }));
  });
  on(form, "room", follow);
  on(page, "state", (state) => {
    if (state !== "joining") { // nothing changes yet
      follow();
    }
  });
  on(element("sign-out"), "submit", () => people.stop()); // soon the server no longer tells this person
  follow();
}
