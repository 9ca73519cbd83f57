package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The people of one test, each with a browser profile of their own. After the test they all go, and none of their pages
 * may have complained: no error on the console, no exception, no violation of the content security policy.
 */
final class People implements BeforeEachCallback, AfterEachCallback {
    private static final AtomicInteger ROOMS = new AtomicInteger();

    private final List<Person> present = new ArrayList<>();
    private Browsers browsers;
    private String test;

    @Override
    public void beforeEach(ExtensionContext context) {
        browsers = Browsers.of(context);
        test = context.getRequiredTestClass().getSimpleName();
    }

    /** A room that nobody else is in: whoever left without a word may be seen in theirs for a minute. */
    static String room() {
        return "room-" + ROOMS.incrementAndGet();
    }

    Person person(String name) {
        return person(name, Equipment.COMPLETE);
    }

    Person person(String name, Equipment equipment) {
        Person person = new Person(name, test, browsers.with(equipment), equipment);
        present.add(person);
        return person;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<String> complaints =
                present.stream().flatMap(person -> person.complaints().stream()).toList();
        context.getExecutionException()
                .ifPresent(failure -> present.forEach(person -> {
                    tell(person, failure);
                    photograph(person, context);
                }));
        present.forEach(Person::close);
        present.clear();
        assertTrue(complaints.isEmpty(), () -> String.join("\n", complaints));
    }

    /** All tell, as why one gets nothing is often to be seen at the one who sends. */
    private static void tell(Person person, Throwable failure) {
        if (person.page().isClosed()) return;
        try {
            failure.addSuppressed(new AssertionError(person.report()));
        } catch (PlaywrightException crashed) {
            failure.addSuppressed(crashed);
        }
    }

    /** What the person saw when the test failed. */
    private static void photograph(Person person, ExtensionContext context) {
        if (!person.page().isClosed()) person.photograph("failed-" + context.getDisplayName() + "-" + person.name());
    }
}
