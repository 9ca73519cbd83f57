package org.visavis.web;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as an SVG image. */
final class QrImage {
    /** In modules, as ISO/IEC 18004 asks for. */
    private static final int QUIET_ZONE = 4;

    private QrImage() {}

    /** @param text short: a code with more than some hundred characters is hard to scan */
    static String of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder dark = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    dark.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        int width = code.size + 2 * QUIET_ZONE;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-%1$d -%1$d %2$d %2$d\" shape-rendering=\"crispEdges\">"
                        .formatted(QUIET_ZONE, width)
                + "<rect x=\"-%1$d\" y=\"-%1$d\" width=\"%2$d\" height=\"%2$d\" fill=\"#fff\"/>"
                        .formatted(QUIET_ZONE, width)
                + "<path d=\"" + dark + "\"/></svg>";
    }
}
