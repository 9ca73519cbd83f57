package org.visavis.launcher;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Proxy;

/**
 * SIGUSR1 from an administrator lets the server drain, and the next one ends that. The JVM itself uses SIGUSR2. The
 * JDK's class for signals, in the module jdk.unsupported, is no part of Java: where it is missing, or the system has no
 * such signal, as Windows, JMX is left.
 */
final class DrainSignal {
    private static final Logger LOG = System.getLogger(DrainSignal.class.getName());

    private static final String NAME = "USR1";

    private DrainSignal() {}

    /** Runs a task whenever the signal comes, on a thread of the JVM. */
    static void install(Runnable task) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object running = Proxy.newProxyInstance(
                    DrainSignal.class.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            task.run();
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(NAME), running);
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.DEBUG, "There is no signal " + NAME + " to let this server drain.", e);
        }
    }
}
