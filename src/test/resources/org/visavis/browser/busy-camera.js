// As on systems where only one program gets the camera. Chromium's fake camera serves all.
(() => {
  const devices = navigator.mediaDevices;
  const native = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wanted) => {
    if (wanted.video) throw new DOMException("Could not start video source", "NotReadableError");
    return native(wanted);
  };
})();
