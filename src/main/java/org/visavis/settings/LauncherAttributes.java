package org.visavis.settings;

/**
 * Attributes of the servlet context by which the launcher of {@code java -jar} and the application tell each other what
 * only one of them knows. Their values have classes of the JDK, since each of the two loads its own for itself.
 */
public final class LauncherAttributes {
    /** What is on the command line: a {@code Map} from names of options to values. */
    public static final String OPTIONS = "org.visavis.options";

    /** The defaults that are not those of a container: a {@code Map} from names of settings to values. */
    public static final String DEFAULTS = "org.visavis.defaults";

    /** The {@code Path} of the data folder, which the launcher has taken. */
    public static final String DATA_FOLDER = "org.visavis.data.folder";

    /** Where the server listens, as a text for the log. */
    public static final String ADDRESSES = "org.visavis.addresses";

    /**
     * What the pages show of HTTPS: a {@code Map} from names to values, of which {@code certificate}, a {@code Supplier}, gives
     * the present {@code X509Certificate}; not there where HTTPS is off.
     */
    public static final String HTTPS = "org.visavis.https";

    /** The address of the administrator's page, for the links that let somebody in. */
    public static final String ADMINISTRATION = "org.visavis.administration";

    /** An {@code Executor} that runs sends at better moments than at once. */
    public static final String SENDS = "org.visavis.sends";

    /** A {@code Runnable} of the application: starts to drain, or ends that. */
    public static final String DRAIN = "org.visavis.drain";

    /** A {@code BooleanSupplier}: whether the threads of the launcher still do their work. */
    public static final String ALIVE = "org.visavis.alive";

    private LauncherAttributes() {}
}
