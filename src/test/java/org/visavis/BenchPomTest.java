package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The benchmark has a build of its own, and compiles sources of the tests: with the same versions of everything. */
class BenchPomTest {
    @Test
    void whatBothBuildsUseHasOneVersion() throws Exception {
        Map<String, String> ours = versions("pom.xml");
        Map<String, String> benchs = versions("bench/pom.xml");
        ours.put("junit-jupiter", ours.get("junit-bom"));
        benchs.keySet().retainAll(ours.keySet());
        assertTrue(benchs.size() > 8, benchs::toString);
        ours.keySet().retainAll(benchs.keySet());
        assertEquals(ours, benchs);
    }

    /** By artifact, and those of the properties that others share. */
    private static Map<String, String> versions(String pom) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File(pom));
        Map<String, String> versions = new TreeMap<>();
        NodeList elements = document.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            String name = element.getTagName();
            if (name.endsWith(".version")) versions.put(name, element.getTextContent());
            if (name.equals("artifactId")) {
                Node version = sibling(element, "version");
                if (version != null) versions.put(element.getTextContent(), version.getTextContent());
            }
        }
        return versions;
    }

    private static Node sibling(Element element, String name) {
        Node next = element.getNextSibling();
        while (next != null && !next.getNodeName().equals(name)) next = next.getNextSibling();
        return next;
    }
}
