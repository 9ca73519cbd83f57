package org.visavis.bench;

/**
 * A page that people call each other with. All have a form with {@code #preview}, {@code #name} and {@code #join}, a button
 * {@code #leave}, and a {@code figure} for each person.
 *
 * @param address where it is, up to the name of the room
 * @param marks how the names of its marks begin
 */
record FacePage(String title, String address, String marks) {
    static final String VISAVIS = "Visavis";
    static final String PEERJS = "PeerJS";

    static FacePage visavis(int port) {
        return new FacePage(VISAVIS, "http://127.0.0.1:" + port + "/webrtc.html?room=", "visavis ");
    }

    /**
     * The one that is made with PeerJS.
     *
     * @param port where it is served
     * @param peerServer the port of the PeerServer that it is to use
     */
    static FacePage peerJs(int port, int peerServer) {
        String address = "http://127.0.0.1:%d/peerjs.html?port=%d&room=".formatted(port, peerServer);
        return new FacePage(PEERJS, address, "peerjs ");
    }
}
