package org.visavis.launcher;

import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.threads.TaskQueue;
import org.apache.tomcat.util.threads.TaskThreadFactory;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.apache.tomcat.websocket.server.WsHttpUpgradeHandler;

/**
 * The thread pool of Tomcat's connector, with Tomcat's usual sizes. It differs for one kind of task: Tomcat hands the result
 * of each asynchronous send to another thread, so that a handler which sends again does not grow the stack (Jakarta
 * WebSocket 2.1, {@code RemoteEndpoint.Async}). Our handlers never grow it, since an outbox sends in a loop, and waking a
 * thread costs more than sending a message. So the thread that has the result reports it.
 */
final class Workers extends ThreadPoolExecutor {

    /** Tomcat's defaults (maxThreads, minSpareThreads, and the idle time of a thread in seconds). */
    static final int MOST = 200;

    private static final int LEAST = 10;
    private static final int IDLE_SECONDS = 60;

    /** The package of the tasks that report the result of a send. All others are Tomcat's own, such as requests over HTTP/2. */
    private static final String WEBSOCKET = WsHttpUpgradeHandler.class.getPackageName();

    private Workers(TaskQueue queue) {
        super(
                LEAST,
                MOST,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                queue,
                new TaskThreadFactory("visavis-", true, Thread.NORM_PRIORITY));
        queue.setParent(this); // lets the queue start new threads before it queues tasks
    }

    static Workers start() {
        return new Workers(new TaskQueue());
    }

    @Override
    public void execute(Runnable task) {
        if (task.getClass().getPackageName().startsWith(WEBSOCKET)) {
            task.run();
        } else {
            super.execute(task);
        }
    }
}
