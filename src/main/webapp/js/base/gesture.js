// The person's gestures in the page: after one, browsers let it play sound.

/** The HTML standard's activation triggering input events, and the click of a screen reader. */
const GESTURES = ["keydown", "mousedown", "pointerup", "touchend", "click"];

/**
 * @param {() => void} act runs at each gesture, before other listeners
 * @param {AbortSignal} [signal] ends that
 */
export function onGesture(act, signal) {
  for (const type of GESTURES) {
    document.addEventListener(type, act, { capture: true, passive: true, signal });
  }
}
