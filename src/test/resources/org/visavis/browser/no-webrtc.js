// A browser that cannot make calls, or whose administrator has switched them off.
delete window.RTCPeerConnection;
