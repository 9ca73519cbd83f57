// As behind a firewall that lets no packet through to anyone but the relay.
globalThis.RTCPeerConnection = class RTCPeerConnection extends globalThis.RTCPeerConnection {
  constructor(configuration) {
    super({ ...configuration, iceTransportPolicy: "relay" });
  }
};
