package org.visavis.launcher;

import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.SocketProcessorBase;
import org.apache.tomcat.util.threads.TaskQueue;
import org.apache.tomcat.util.threads.TaskThreadFactory;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;

/**
 * The threads that work for Tomcat's connector: its usual pool, in its usual sizes, but for one kind of task. Tomcat hands
 * the result of each asynchronous send to another thread, so that a handler which sends in turn does not grow the stack
 * (Jakarta WebSocket 2.1, {@code RemoteEndpoint.Async}). Ours never does, since an outbox sends in a loop; and to wake a
 * thread costs more than to send a message. So whoever has the result reports it.
 */
final class Workers extends ThreadPoolExecutor {

    /** Tomcat's defaults (maxThreads, minSpareThreads, and the idle time of a thread in seconds). */
    static final int MOST = 200;

    private static final int LEAST = 10;
    private static final int IDLE_SECONDS = 60;

    private Workers(TaskQueue queue) {
        super(
                LEAST,
                MOST,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                queue,
                new TaskThreadFactory("visavis-", true, Thread.NORM_PRIORITY));
        queue.setParent(this); // the queue has new threads made before it keeps tasks waiting
    }

    static Workers start() {
        return new Workers(new TaskQueue());
    }

    @Override
    public void execute(Runnable task) {
        if (task instanceof SocketProcessorBase) { // a connection for which something has come
            super.execute(task);
        } else {
            task.run();
        }
    }
}
