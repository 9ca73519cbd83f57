// What carries sound, pictures and messages to the others in a room. The page knows it by this face alone, so that
// another way of carrying can stand beside the mesh.

/** @typedef {import("./peer.js").Kind} Kind */

/**
 * @callback Limit
 * @param {string} id
 * @param {Kind} kind
 * @param {RTCRtpEncodingParameters} encoding
 * @param {RTCDegradationPreference} [preference] what to keep where not all can be kept
 * @returns {void}
 */

/**
 * The face of a carrier. People are named by the ids that the server gave them; whoever is unknown or not connected is
 * passed over in silence, since that changes at any time.
 *
 * Events, each a CustomEvent:
 * - `track`: `detail` is `{id, kind, track}`, a MediaStreamTrack of that person, and what it is
 * - `state`: `{id, state}`, an RTCPeerConnectionState
 * - `open`: `{id}`, from now on messages reach that person
 * - `message`: `{id, message}`, what that person said past the server
 * - `channel`: `{id, channel}`, an RTCDataChannel that person has opened
 * - `gone`: `{id}`, nothing comes any more from somebody who was set adrift
 *
 * @typedef {object} Face
 * @property {string} self the own id
 * @property {(id: string) => "joined" | "returned"} connect to a person who is in the room; whether they are new, or
 *   were connected all along
 * @property {(id: string) => Promise<void>} call makes the first offer, or makes sure that what was connected is in
 *   order
 * @property {(id: string) => boolean} setAdrift the server has lost that person: keeps what is connected until it
 *   breaks; false where nothing is
 * @property {(id: string) => void} disconnect
 * @property {(signal: {from: string, data: any}) => void} receive what that person's carrier has sent by way of the
 *   server
 * @property {(ice: RTCConfiguration, renew?: boolean) => void} setIce what to connect through from now on, and whether
 *   all look for a way with it at once
 * @property {(kind: Kind, track: MediaStreamTrack | null) => void} setTrack sends this track to everybody, or none
 * @property {Limit} limit sends that person no more than this
 * @property {(message: object, id?: string) => void} say something past the server, to one or to all
 * @property {string[]} reachable the ids of those whom messages reach
 * @property {(id: string, label: string) => RTCDataChannel | undefined} openChannel
 * @property {(id: string) => RTCPeerConnectionState | undefined} stateOf undefined before there is a connection
 * @property {() => Promise<[string, RTCStatsReport][]>} getStats everybody's statistics, by id
 * @property {() => [string, number][]} getLoudness how loud everybody is just now, 0 to 1, by id
 * @property {(id: string) => void} recover looks for another way: nothing comes any more
 * @property {(id: string) => void} rebuild makes a new connection: there is a way, and nothing comes over it
 * @property {(id: string) => void} recovered something comes again
 */

/** @typedef {EventTarget & Face} Carrier */

export {};
