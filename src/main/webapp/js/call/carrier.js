// The carrier connects this page with the peers: audio, video and messages.
// The page uses only this interface, so that another carrier can replace the mesh.

/** @typedef {import("./tracks.js").Kind} Kind */

/**
 * @callback Limit
 * @param {string} id
 * @param {Kind} kind
 * @param {RTCRtpEncodingParameters} encoding
 * @param {RTCDegradationPreference} [preference] what to keep when bandwidth or CPU is short
 * @returns {void}
 */

/**
 * The interface of a carrier. The server's ids name the peers. Calls for an unknown or unconnected peer do nothing,
 * since peers come and go at any time.
 *
 * Events, each a CustomEvent:
 * - `track`: `detail` is `{id, kind, track}`: a MediaStreamTrack of that peer and its kind
 * - `state`: `{id, state}`, an RTCPeerConnectionState
 * - `open`: `{id}`, messages can be sent to that peer
 * - `message`: `{id, message}`, a message from that peer over the data channel
 * - `channel`: `{id, channel}`, an RTCDataChannel that the peer has opened
 * - `gone`: `{id}`, a peer that was adrift has lost its connection
 *
 * @typedef {object} Face
 * @property {string} self the local id
 * @property {(id: string) => "joined" | "returned"} connect adds a peer of the room: new, or still connected
 * @property {(id: string) => Promise<void>} call sends the first offer, or repairs an existing connection
 * @property {(id: string) => boolean} setAdrift marks a peer that the server has lost: its connection stays until it
 *   breaks; false without a connection
 * @property {(id: string) => void} disconnect
 * @property {(signal: {from: string, data: any}) => void} receive takes a signal from that peer's carrier
 * @property {(ice: RTCConfiguration, renew?: boolean) => void} setIce sets the ICE servers for later connections;
 *   `renew` restarts ICE on all at once
 * @property {(kind: Kind, track: MediaStreamTrack | null) => void} setTrack sends this track to all peers, or none
 * @property {Limit} limit limits what is sent to that peer
 * @property {(message: object, id?: string) => void} say sends a message over the data channel, to one peer or to all
 * @property {string[]} reachable the ids of the peers that messages can reach
 * @property {(id: string, label: string) => RTCDataChannel | undefined} openChannel
 * @property {(id: string) => RTCPeerConnectionState | undefined} stateOf undefined before there is a connection
 * @property {() => Promise<[string, RTCStatsReport][]>} getStats the statistics of each peer, by id
 * @property {() => [string, number][]} getLoudness how loud each peer is now, 0 to 1, by id
 * @property {(id: string) => void} recover looks for another path, because nothing arrives
 * @property {(id: string) => void} rebuild makes a new connection, because nothing arrives though it has a path
 * @property {(id: string) => void} recovered media arrive again
 */

/** @typedef {EventTarget & Face} Carrier */

export {};
