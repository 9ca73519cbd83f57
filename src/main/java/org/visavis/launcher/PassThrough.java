package org.visavis.launcher;

import jakarta.websocket.Extension;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.tomcat.websocket.MessagePart;
import org.apache.tomcat.websocket.Transformation;
import org.apache.tomcat.websocket.TransformationResult;

/** What stands between a socket and its messages in Tomcat, and changes nothing: for those who change one thing. */
abstract class PassThrough implements Transformation {
    private Transformation next;

    @Override
    public void setNext(Transformation last) {
        if (next == null) {
            next = last;
        } else {
            next.setNext(last);
        }
    }

    @Override
    public TransformationResult getMoreData(byte opCode, boolean fin, int rsv, ByteBuffer target) throws IOException {
        return next.getMoreData(opCode, fin, rsv, target);
    }

    @Override
    public boolean validateRsv(int rsv, byte opCode) {
        return next.validateRsv(rsv, opCode);
    }

    @Override
    public boolean validateRsvBits(int bits) {
        return next.validateRsvBits(bits);
    }

    @Override
    public Extension getExtensionResponse() {
        return next.getExtensionResponse();
    }

    @Override
    public List<MessagePart> sendMessagePart(List<MessagePart> parts) throws IOException {
        return next.sendMessagePart(parts);
    }

    @Override
    public void close() {
        next.close();
    }
}
