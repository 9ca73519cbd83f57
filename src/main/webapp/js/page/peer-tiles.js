// The tiles of the peers: who is in the room, and what the carrier brings of them.

import { on } from "../base/dom.js";
import { Roster } from "../call/roster.js";
import { Tiles } from "../stage/tiles.js";

/** @param {{carrier: import("../call/carrier.js").Carrier, roster: Roster, tiles: Tiles}} parts */
export function showPeers({ carrier, roster, tiles }) {
  /** @param {string} id of a peer that is shown now; its connection may have failed before */
  const showConnection = (id) => {
    const state = carrier.stateOf(id);
    if (state) {
      tiles.setConnection(id, state);
    }
  };
  on(roster, "joined", (person) => {
    tiles.add(person);
    showConnection(person.id);
  });
  on(roster, "returned", (person) => {
    tiles.update(person);
    showConnection(person.id);
  });
  on(roster, "left", ({ id }) => tiles.remove(id));
  on(carrier, "track", ({ id, kind, track }) => tiles.setTrack(id, kind, track));
  on(carrier, "state", ({ id, state }) => tiles.setConnection(id, state));
}
