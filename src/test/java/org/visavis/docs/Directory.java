package org.visavis.docs;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;
import org.visavis.User;

/**
 * The directory of the examples in docs/containers.md: Ada and Grace, both in the group {@code visavis-moderator} or not, as
 * in the other tests. Grace is in the group {@code visavis}, too, as her entry says.
 */
final class Directory implements AutoCloseable {
    private static final String GROUPS = "ou=groups,dc=example";

    private final InMemoryDirectoryServer server;

    Directory() throws LDAPException, LDIFException {
        InMemoryDirectoryServerConfig configuration = new InMemoryDirectoryServerConfig("dc=example");
        configuration.setSchema(null); // which knows no memberOf
        configuration.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("loopback", InetAddress.getLoopbackAddress(), 0, null));
        server = new InMemoryDirectoryServer(configuration);
        add("dc=example", "objectClass: domain");
        add("ou=people,dc=example", "objectClass: organizationalUnit");
        add(GROUPS, "objectClass: organizationalUnit");
        add("cn=visavis,dc=example", "objectClass: person", "userPassword: PASSWORD");
        add(person(User.ADA), "objectClass: inetOrgPerson", "uid: ada", "userPassword: " + User.ADA.password());
        add(
                person(User.GRACE),
                "objectClass: inetOrgPerson",
                "uid: grace",
                "userPassword: " + User.GRACE.password(),
                "memberOf: cn=visavis," + GROUPS);
        add("cn=visavis-moderator," + GROUPS, "objectClass: groupOfNames", "member: " + person(User.GRACE));
        server.startListening();
    }

    private static String person(User user) {
        return "uid=" + user.login() + ",ou=people,dc=example";
    }

    private void add(String name, String... attributes) throws LDAPException, LDIFException {
        String[] lines = new String[attributes.length + 1];
        lines[0] = "dn: " + name;
        System.arraycopy(attributes, 0, lines, 1, attributes.length);
        server.add(lines);
    }

    String address() {
        return "ldap://127.0.0.1:" + server.getListenPort();
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
