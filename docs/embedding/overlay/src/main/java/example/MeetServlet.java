package example;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /meet/design} leads to the room of the team "design". */
@WebServlet("/meet/*")
public class MeetServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String team = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        if (team.matches("[A-Za-z0-9_-]{1,59}")) {
            response.sendRedirect(request.getContextPath() + "/webrtc.html?room=team-" + team);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
