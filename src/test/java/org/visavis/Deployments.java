package org.visavis;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
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

    /** The same file under another name, and so at another address. */
    public static WebArchive warNamed(String name) {
        return ShrinkWrap.create(ZipImporter.class, name).importFrom(warFile()).as(WebArchive.class);
    }

    /** Something that is there from beginning to end; its address tells the container's. */
    public static WebArchive anchor() {
        return ShrinkWrap.create(WebArchive.class, "anchor.war")
                .addAsWebResource(new StringAsset("anchor"), "index.html");
    }
}
