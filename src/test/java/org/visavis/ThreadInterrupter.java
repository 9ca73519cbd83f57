package org.visavis;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * An application of its own beside Visavis, which does harm: {@code interrupt?name=visavis-stun} interrupts all threads of this
 * name, waits until they have ended, and answers with their number.
 */
@WebServlet("/interrupt")
public class ThreadInterrupter extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int ended = 0;
        try {
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals(request.getParameter("name"))) {
                    thread.interrupt();
                    thread.join();
                    ended++;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        response.getWriter().print(ended);
    }
}
