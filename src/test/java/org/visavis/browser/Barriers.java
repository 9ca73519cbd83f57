package org.visavis.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** What axe-core finds on a page that WCAG 2.2 (level AA) or good practice forbids. */
final class Barriers {
    private static final String AXE = Person.resource("/axe/axe.min.js");
    private static final String BARRIERS = Person.resource("barriers.js");

    private Barriers() {}

    /** One text for each element and rule; the content security policy lets only the driver in. */
    static List<String> on(Page page) {
        if (page.evaluate("() => 'axe' in globalThis").equals(false)) page.evaluate(AXE);
        List<?> found = (List<?>) page.evaluate(BARRIERS);
        return found.stream().map(String::valueOf).toList();
    }
}
