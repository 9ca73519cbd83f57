package org.visavis.launcher;

import jakarta.websocket.SendHandler;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.tomcat.websocket.MessagePart;

/**
 * Sends as text what is given as bytes, which are UTF-8 already. What is given as text Tomcat encodes character by character,
 * and cuts into as many frames as it fills its buffer, each written by itself; bytes it passes on as they are.
 *
 * <p>One for each connection, which says so by {@link #PROPERTY}; called by the threads that send.
 */
final class BytesAsText extends PassThrough {
    /** A property of the session: whether bytes are sent as text there. The application knows it by this name. */
    static final String PROPERTY = "org.visavis.bytesAsText";

    /** RFC 6455, section 5.2. */
    private static final byte TEXT = 1;

    private static final byte BINARY = 2;

    private static final MethodHandle PART;

    static {
        try {
            MethodType constructor = MethodType.methodType(
                    void.class,
                    boolean.class,
                    int.class,
                    byte.class,
                    ByteBuffer.class,
                    SendHandler.class,
                    SendHandler.class,
                    long.class);
            PART = MethodHandles.privateLookupIn(MessagePart.class, MethodHandles.lookup())
                    .findConstructor(MessagePart.class, constructor);
        } catch (ReflectiveOperationException e) { // a Tomcat that is made otherwise than the one in this file
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public List<MessagePart> sendMessagePart(List<MessagePart> parts) throws IOException {
        parts.replaceAll(part -> part.getOpCode() == BINARY ? asText(part) : part);
        return super.sendMessagePart(parts);
    }

    private static MessagePart asText(MessagePart part) {
        try {
            return (MessagePart) PART.invokeExact(
                    part.isFin(),
                    part.getRsv(),
                    TEXT,
                    part.getPayload(),
                    part.getIntermediateHandler(),
                    part.getEndHandler(),
                    part.getBlockingWriteTimeoutExpiry());
        } catch (Throwable e) { // what method handles declare; the constructor throws nothing
            throw new IllegalStateException(e);
        }
    }
}
