package org.visavis.protocol;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

/**
 * Lends Parsson's parsers a buffer for each thread. By itself it takes them from a queue for all threads that hangs on a weak
 * reference, which cost a fourteenth of what it takes to relay a message. Other implementations have no such setting, and
 * Parsson's interface belongs to whoever has brought it, the WAR or the container: so it is looked up, not compiled against.
 */
final class ParserBuffers {
    /** An interface, and the name of a setting of Parsson's factories. */
    private static final String POOL = "org.eclipse.parsson.api.BufferPool";

    /** How many characters there is room for, as in Parsson. A parser makes it larger for a long piece of text. */
    private static final int LENGTH = 4_096;

    /** A thread keeps no larger one; a session description of 5 KB asks for half of it. */
    static final int MAX_LENGTH = 16_384;

    private static final ThreadLocal<char[]> SPARE = new ThreadLocal<>();

    private ParserBuffers() {}

    /** What to configure a parser factory with, of an implementation that was loaded here. */
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
        SPARE.set(null); // else a parser within another one would get the same
        return buffer != null ? buffer : new char[LENGTH];
    }

    private static Object recycle(char[] buffer) {
        if (buffer.length <= MAX_LENGTH) {
            SPARE.set(buffer);
        }
        return null;
    }
}
