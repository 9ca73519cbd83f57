package org.visavis.operations;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** A JMX bean that clients see until this is closed, such as {@code org.visavis:type=Rooms,context="/visavis"}. */
public final class PublishedBean implements AutoCloseable {
    private final ObjectName name;

    /**
     * Publishes a bean.
     *
     * @param type of the bean in its name
     * @param contextPath distinguishes several applications in one container
     * @param bean implements an interface whose name ends with {@code MXBean}
     */
    public PublishedBean(String type, String contextPath, Object bean) {
        try {
            name = new ObjectName("org.visavis:type=" + type + ",context=" + ObjectName.quote(contextPath));
            ManagementFactory.getPlatformMBeanServer().registerMBean(bean, name);
        } catch (JMException e) {
            throw new IllegalStateException(type + " cannot be shown in JMX.", e);
        }
    }

    @Override
    public void close() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        } catch (JMException e) {
            throw new IllegalStateException(name + " cannot be taken out of JMX.", e);
        }
    }
}
