package example;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.visavis.room.Room;

/** Code of the application may use the classes of Visavis; this checks at start that its room has a valid name. */
@WebListener
public class Reception implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (!Room.isName("reception")) {
            throw new IllegalStateException("There is no room of this name.");
        }
    }
}
