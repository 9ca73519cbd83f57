package org.visavis.launcher;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import org.apache.tomcat.websocket.Transformation;
import org.apache.tomcat.websocket.TransformationResult;
import org.apache.tomcat.websocket.WsFrameBase;

/**
 * Takes the mask off what clients send (RFC 6455, section 5.3), eight bytes at a time. Tomcat does it byte by byte, and
 * writes a volatile field after each: with messages of 5 KB that was a third of the server's work.
 *
 * <p>Stands before Tomcat's own, does what there is to do, and lets that one, which finds nothing left, say how far the
 * frame has come. One for each connection; called as Tomcat's frames are, by one thread at a time.
 */
final class Unmasking extends PassThrough {
    /** Tomcat's, made for the same connection: an inner object of the frames, whose fields these are. */
    private static final VarHandle FRAMES;

    private static final VarHandle INPUT;
    private static final VarHandle MASK;
    private static final VarHandle MASK_INDEX;
    private static final VarHandle LENGTH;
    private static final VarHandle DONE;

    static {
        try {
            MethodHandles.Lookup frames = MethodHandles.privateLookupIn(WsFrameBase.class, MethodHandles.lookup());
            Class<?> unmask = frames.findClass(WsFrameBase.class.getName() + "$UnmaskTransformation");
            FRAMES = MethodHandles.privateLookupIn(unmask, frames).findVarHandle(unmask, "this$0", WsFrameBase.class);
            INPUT = frames.findVarHandle(WsFrameBase.class, "inputBuffer", ByteBuffer.class);
            MASK = frames.findVarHandle(WsFrameBase.class, "mask", byte[].class);
            MASK_INDEX = frames.findVarHandle(WsFrameBase.class, "maskIndex", int.class);
            LENGTH = frames.findVarHandle(WsFrameBase.class, "payloadLength", long.class);
            DONE = frames.findVarHandle(WsFrameBase.class, "payloadWritten", long.class);
        } catch (ReflectiveOperationException e) { // a Tomcat that is made otherwise than the one in this file
            throw new ExceptionInInitializerError(e);
        }
    }

    private WsFrameBase frames;

    @Override
    public void setNext(Transformation tomcats) {
        super.setNext(tomcats);
        frames = (WsFrameBase) FRAMES.get(tomcats);
    }

    @Override
    public TransformationResult getMoreData(byte opCode, boolean fin, int rsv, ByteBuffer target) throws IOException {
        ByteBuffer input = (ByteBuffer) INPUT.get(frames);
        long done = (long) DONE.getVolatile(frames);
        int index = (int) MASK_INDEX.get(frames);
        long left = (long) LENGTH.get(frames) - done;
        int count = (int) Math.min(left, Math.min(input.remaining(), target.remaining()));
        int mask = ByteBuffer.wrap((byte[]) MASK.get(frames)).getInt();
        unmask(input, target, count, Integer.rotateLeft(mask, index * Byte.SIZE));
        MASK_INDEX.set(frames, (index + count) % Integer.BYTES);
        DONE.setVolatile(frames, done + count);
        return super.getMoreData(opCode, fin, rsv, target);
    }

    /** @param mask begins with the byte for the first one */
    static void unmask(ByteBuffer input, ByteBuffer target, int count, int mask) {
        long twice = (Integer.toUnsignedLong(mask) << Integer.SIZE) | Integer.toUnsignedLong(mask);
        int end = input.position() + count;
        while (end - input.position() >= Long.BYTES) {
            target.putLong(input.getLong() ^ twice);
        }
        for (int rest = mask; input.position() < end; rest = Integer.rotateLeft(rest, Byte.SIZE)) {
            target.put((byte) (input.get() ^ (rest >>> (Integer.SIZE - Byte.SIZE))));
        }
    }
}
