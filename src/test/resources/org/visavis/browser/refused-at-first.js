// As Chromium does after a frame is gone that had just asked.
(() => {
  const devices = navigator.mediaDevices;
  const native = devices.getUserMedia.bind(devices);
  let times = 2;
  devices.getUserMedia = async (wanted) => {
    if (times-- > 0) throw new DOMException("Permission dismissed", "NotAllowedError");
    return native(wanted);
  };
})();
