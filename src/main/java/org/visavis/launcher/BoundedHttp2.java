package org.visavis.launcher;

import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * HTTP/2, for the files of the page. One connection has several requests, so that each limit of HTTP/1.1 has its counterpart
 * here. Floods of frames (resets, settings, pings) end a connection by Tomcat's own count of overhead.
 */
final class BoundedHttp2 extends Http2Protocol {
    /** How many requests of a connection Tomcat keeps, each some 8,000 bytes with long headers; browsers queue the others. */
    private static final int STREAMS = 16;

    /** For how many of them threads are busy. */
    private static final int EXECUTED = 4;

    /** The bytes of a body that are kept per request. The pages send none to speak of; see {@link Gate}. */
    private static final int BODY_BYTES = 4_096;

    /** How long a thread waits for a client to read, in milliseconds. {@link Requests} cuts it off sooner if there are many. */
    private static final int WAIT_FOR_READER = 10_000;

    /** How long frames of the protocol itself wait for a client to read, in milliseconds: no {@link Requests} see to these. */
    private static final int WAIT_FOR_FRAME = 3_000;

    private final Requests requests;

    BoundedHttp2(Requests requests) {
        this.requests = requests;
        setMaxConcurrentStreams(STREAMS);
        setMaxConcurrentStreamExecution(EXECUTED);
        setInitialWindowSize(BODY_BYTES);
        setStreamReadTimeout(WAIT_FOR_READER);
        setStreamWriteTimeout(WAIT_FOR_READER);
        setWriteTimeout(WAIT_FOR_FRAME);
        setUseSendfile(false); // sendfile does not compress
    }

    @Override
    public InternalHttpUpgradeHandler getInternalUpgradeHandler(
            SocketWrapperBase<?> connection, Adapter adapter, Request request) {
        return super.getInternalUpgradeHandler(connection, new WatchedAdapter(adapter, connection), request);
    }

    /** Reports to {@link Requests} how long a thread is busy with a request, as {@link GuardedEndpoint} does for HTTP/1.1. */
    private final class WatchedAdapter implements Adapter {
        private final Adapter adapter;
        private final SocketWrapperBase<?> connection;

        WatchedAdapter(Adapter adapter, SocketWrapperBase<?> connection) {
            this.adapter = adapter;
            this.connection = connection;
        }

        @Override
        public void service(Request request, Response response) throws Exception {
            requests.begin(connection);
            try {
                adapter.service(request, response);
            } finally {
                requests.end();
            }
        }

        @Override
        public boolean prepare(Request request, Response response) throws Exception {
            return adapter.prepare(request, response);
        }

        @Override
        public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
            return adapter.asyncDispatch(request, response, status);
        }

        @Override
        public void log(Request request, Response response, long time) {
            adapter.log(request, response, time);
        }

        @Override
        public void checkRecycled(Request request, Response response) {
            adapter.checkRecycled(request, response);
        }

        @Override
        public String getDomain() {
            return adapter.getDomain();
        }
    }
}
