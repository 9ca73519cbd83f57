// A page that hangs as soon as it should make an offer or an answer: nobody ever gets one.
RTCPeerConnection.prototype.setLocalDescription = () => new Promise(() => {});
