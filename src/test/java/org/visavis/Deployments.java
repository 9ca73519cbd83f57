package org.visavis;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What the container tests deploy: the file that the build made and that people get, nothing else. */
public final class Deployments {
    private Deployments() {}

    /** The file; its name gives the context path {@code /visavis}. */
    public static File warFile() {
        return new File(System.getProperty("visavis.war"));
    }

    public static WebArchive war() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, warFile());
    }
}
