package org.visavis.browser;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * As many people as one slow computer of two processors bears in a mesh: twenty voices to encode and twenty to decode, and as
 * many pictures.
 */
class MeshIT extends DeployedPage {
    /** What is sent is at most what the governor allows for five, and what is sent of sound goes first. */
    private static final String MODEST = """
            () => recorder.live().length === 4 && recorder.live().every((connection) => {
              const encodingOf = (kind) => connection.getSenders().find(({ track }) => track?.kind === kind)?.getParameters().encodings[0];
              const { maxBitrate, maxFramerate } = encodingOf("video") ?? {};
              return maxBitrate <= 450_000 && maxFramerate <= 20 && encodingOf("audio")?.priority === "high";
            })""";

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
