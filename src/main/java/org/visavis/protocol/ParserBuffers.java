package org.visavis.protocol;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

/**
 * Lends Parsson's parsers one buffer per thread. By default Parsson takes buffers from a queue for all threads behind a weak
 * reference, which cost a fourteenth of the time to relay a message. Other implementations have no such setting. Parsson's
 * interface is in the WAR or in the container, so this class looks it up at run time.
 */
final class ParserBuffers {
    /** Name of Parsson's interface for buffer pools, and of the factory setting that takes one. */
    private static final String POOL = "org.eclipse.parsson.api.BufferPool";

    /** Initial length in characters, as in Parsson. A parser enlarges its buffer for a long piece of text. */
    private static final int LENGTH = 4_096;

    /** Maximum length of the buffer that a thread keeps. A session description of 5 KB needs half of it. */
    static final int MAX_LENGTH = 16_384;

    private static final ThreadLocal<char[]> SPARE = new ThreadLocal<>();

    private ParserBuffers() {}

    /** The configuration for a parser factory of this class loader's JSON-P implementation; empty if that is not Parsson. */
    static Map<String, ?> configuration(ClassLoader implementation) {
        try {
            Class<?> pool = Class.forName(POOL, false, implementation);
            return Map.of(POOL, Proxy.newProxyInstance(implementation, new Class<?>[] {pool}, ParserBuffers::call));
        } catch (ClassNotFoundException another) {
            return Map.of();
        }
    }

    private static Object call(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "take" -> take();
            case "recycle" -> recycle((char[]) arguments[0]);
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private static char[] take() {
        char[] buffer = SPARE.get();
        SPARE.set(null); // or a parser within another one would get the same buffer
        return buffer != null ? buffer : new char[LENGTH];
    }

    private static Object recycle(char[] buffer) {
        if (buffer.length <= MAX_LENGTH) {
            SPARE.set(buffer);
        }
        return null;
    }
}
