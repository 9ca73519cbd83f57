package org.visavis.websocket;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.ObjLongConsumer;
import java.util.function.ToIntFunction;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.ProtocolException;

/**
 * What comes from the client of one connection: frames become messages, and these are processed in order, as fast as the
 * client may send. It says what is wrong with them, and leaves it to the connection to tell the client.
 *
 * <p>The container's threads call it, and the one that processes messages which had to wait. Thread-safe.
 */
final class Reception {
    private static final Logger LOG = System.getLogger(Reception.class.getName());

    private final ConnectionEnd end;
    private final Traffic traffic;
    private final Liveness liveness;
    private final MessageAssembler assembler;
    private final Inbox inbox;
    private final Consumer<ProtocolException> errors;

    private volatile ToIntFunction<String> work = text -> 0;

    /**
     * Starts before the first frame.
     *
     * @param end of the connection; nothing is received after it has begun
     * @param traffic how much the client may send, and the memory of all waiting messages
     * @param clock milliseconds, never running backwards
     * @param later runs a task after a number of milliseconds
     * @param errors takes what is wrong
     */
    Reception(
            ConnectionEnd end,
            Traffic traffic,
            LongSupplier clock,
            ObjLongConsumer<Runnable> later,
            Consumer<ProtocolException> errors) {
        this.end = end;
        this.traffic = traffic;
        this.errors = errors;
        this.liveness = new Liveness(clock);
        this.assembler = new MessageAssembler(traffic.memory(), clock);
        this.inbox = new Inbox(this::work, traffic.allowance(), traffic.memory(), later);
    }

    /** Whether the client is alive, by what has come. */
    Liveness liveness() {
        return liveness;
    }

    /** Sets what to do with each message, in order; it returns the number of recipients. Called before the first message. */
    void whenReceived(ToIntFunction<String> working) {
        work = working;
    }

    /** Takes a part of a text message. A complete one is processed at once, or when the client's rate allows it. */
    void text(String part, boolean last) {
        if (!hears(part.isEmpty() && !last)) {
            return;
        }
        try {
            String text = assembler.text(part, last);
            if (text != null && !inbox.take(text)) {
                throw new ProtocolException(ErrorCode.TOO_FAST);
            }
        } catch (ProtocolException e) {
            errors.accept(e);
        }
        traffic.relieve();
    }

    /** Takes a part of a binary message, which is an error. */
    void binary(ByteBuffer part, boolean last) {
        if (!hears(!part.hasRemaining() && !last)) {
            return;
        }
        try {
            assembler.binary(part.remaining(), last);
        } catch (ProtocolException e) {
            errors.accept(e);
        }
    }

    /** Takes a pong: the answer to a probe, or unsolicited. */
    void pong() {
        hears(true);
    }

    /** Whether the client sends more than it may. */
    boolean isTooFast() {
        return inbox.isWaiting();
    }

    /** See {@link MessageAssembler#heldUp}. */
    long heldUp() {
        return assembler.heldUp();
    }

    /** Drops all waiting and all further messages. */
    void dropMessages() {
        inbox.drop();
    }

    /** Drops these, and what has come of an incomplete message. */
    void drop() {
        inbox.drop();
        assembler.drop();
    }

    /** Notes that something came, perhaps without content, and returns whether it is wanted. */
    private boolean hears(boolean isEmpty) {
        liveness.heard();
        if (isEmpty && end.isOpen() && !inbox.spend()) {
            errors.accept(new ProtocolException(ErrorCode.TOO_FAST));
        }
        return end.isOpen();
    }

    private int work(String text) {
        try {
            return end.isOpen() ? work.applyAsInt(text) : 0;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A message could not be worked on.", e);
            errors.accept(new ProtocolException(ErrorCode.INTERNAL_ERROR));
            return 0;
        }
    }
}
