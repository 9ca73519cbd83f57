package org.visavis.operations;

/** What an administrator sees of the rooms with a JMX client, or in the console of the container. */
public interface RoomsMXBean {

    /** How many rooms there are. */
    int getRooms();

    /** How many participants are in them. */
    int getParticipants();

    /** How many of these have lost their connection and may yet come back. */
    int getAway();

    /** How many messages are kept for them. */
    int getHistoryMessages();

    /** How many UTF-16 code units these messages have; most take a byte each. */
    long getHistoryLength();
}
