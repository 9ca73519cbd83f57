package org.visavis.browser;

import java.util.List;

/**
 * What a person sits in front of.
 *
 * @param flags of the browser; people with the same flags share one browser process
 * @param permissions granted to the page, without a question
 * @param width of the page in CSS pixels, as is {@code height}
 * @param smallPictures whether the camera gives 320 by 240, for calls of many on a machine of two cores
 */
record Equipment(List<String> flags, List<String> permissions, int width, int height, boolean smallPictures) {
    private static final String FAKE_DEVICES = "--use-fake-device-for-media-stream";
    private static final List<String> BOTH = List.of("camera", "microphone");

    /** A camera of 20 pictures a second and a microphone that beeps, both allowed. */
    static final Equipment COMPLETE = new Equipment(List.of(FAKE_DEVICES), BOTH, 1280, 720, false);

    /** For calls of four on two cores. */
    static final Equipment FRUGAL = new Equipment(List.of(FAKE_DEVICES + "=fps=5"), BOTH, 1280, 720, true);

    /** Camera and microphone are there, but the person does not allow them. */
    static final Equipment NOT_ALLOWED = new Equipment(List.of(FAKE_DEVICES), List.of(), 1280, 720, false);

    /** A machine without camera and microphone. */
    static final Equipment WITHOUT_DEVICES =
            new Equipment(List.of(FAKE_DEVICES + "=device-count=0"), BOTH, 1280, 720, false);

    /** The size of a common phone, upright. */
    static final Equipment PHONE = new Equipment(List.of(FAKE_DEVICES), BOTH, 412, 839, false);

    /** Another name for loopback. Browsers trust {@code localhost} over plain HTTP, but no other name. */
    static final String INSECURE_HOST = "visavis.test";

    /** The page comes over plain HTTP from a host that is not this one, as far as the browser can tell. */
    static final Equipment PLAIN_HTTP = new Equipment(
            List.of(FAKE_DEVICES, "--host-resolver-rules=MAP " + INSECURE_HOST + " 127.0.0.1"),
            List.of(),
            1280,
            720,
            false);
}
