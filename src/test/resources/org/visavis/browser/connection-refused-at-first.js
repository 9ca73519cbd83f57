// As Chromium does where a page has made some hundred connections that it still keeps.
(() => {
  const Native = globalThis.RTCPeerConnection;
  let times = 1;
  globalThis.RTCPeerConnection = class RTCPeerConnection extends Native {
    constructor(...options) {
      if (options.length > 0 && times-- > 0) throw new DOMException("Cannot create so many PeerConnections", "UnknownError");
      super(...options);
    }
  };
})();
