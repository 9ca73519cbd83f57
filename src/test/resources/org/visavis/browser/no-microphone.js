// Chromium's fake microphone cannot be switched off by a flag, as its fake camera can.
(() => {
  const devices = navigator.mediaDevices;
  const native = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wanted) => {
    if (wanted.audio) throw new DOMException("Requested device not found", "NotFoundError");
    return native(wanted);
  };
})();
