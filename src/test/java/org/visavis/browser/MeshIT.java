package org.visavis.browser;

import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.visavis.Deployments;

/**
 * As many people as one slow computer of two processors bears in a mesh: twenty voices to encode and twenty to decode, and as
 * many pictures.
 */
@Tag("browser")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MeshIT {
    /** What is sent is at most what the governor allows for five, and what is sent of sound goes first. */
    private static final String MODEST = """
            () => recorder.live().length === 4 && recorder.live().every((connection) => {
              const encodingOf = (kind) => connection.getSenders().find(({ track }) => track?.kind === kind)?.getParameters().encodings[0];
              const { maxBitrate, maxFramerate } = encodingOf("video") ?? {};
              return maxBitrate <= 450_000 && maxFramerate <= 20 && encodingOf("audio")?.priority === "high";
            })""";

    @RegisterExtension
    final People people = new People();

    @ArquillianResource
    URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.war();
    }

    @Test
    void fiveKeepSoundAndPictures() {
        List<Person> five = List.of("Ada", "Grace", "Hedy", "Joan", "Mary").stream()
                .map(name -> people.person(name, Equipment.FRUGAL)
                        .opens(base, "five")
                        .joins())
                .toList();
        five.forEach(person -> person.until(MODEST, ""));
        for (int round = 1; round <= 2; round++) { // the second one finds what has frozen since the first
            five.forEach(Person::marksArrivals);
            for (Person person : five) {
                person.perceives("audio", 4);
                person.perceives("video", 4);
            }
        }
        five.get(0).photograph("five");
    }
}
