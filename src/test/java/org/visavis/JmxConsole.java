package org.visavis;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * An application of its own beside Visavis, which does what an administrator does in a JMX client: {@code
 * drain?context=/visavis} answers with the attribute {@code Draining}, after the operation in {@code do}, if there is one.
 */
@WebServlet("/drain")
public class JmxConsole extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName name = new ObjectName(
                    "org.visavis:type=Drain,context=" + ObjectName.quote(request.getParameter("context")));
            String operation = request.getParameter("do");
            if (operation != null) {
                beans.invoke(name, operation, null, null);
            }
            response.getWriter().print(beans.getAttribute(name, "Draining"));
        } catch (JMException e) {
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            response.getWriter().print(e);
        }
    }
}
