package org.visavis.operations;

/** The figures about the rooms that an administrator sees in a JMX client or in the container's console. */
public interface RoomsMXBean {

    /** How many rooms there are. */
    int getRooms();

    /** How many participants are in them. */
    int getParticipants();

    /** How many of these have lost their connection and may still come back. */
    int getAway();

    /** How many messages the histories of the rooms hold. */
    int getHistoryMessages();

    /** The length of these messages in UTF-16 code units, of which most take one byte. */
    long getHistoryLength();
}
