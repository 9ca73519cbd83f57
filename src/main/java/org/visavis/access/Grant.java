package org.visavis.access;

import java.io.Serializable;

/**
 * What a token has said of somebody, as far as it matters after that person has entered.
 *
 * @param token the id of the token: its claim {@code jti}, or a hash that nobody can get the token from
 * @param user the claim {@code sub}; null if there is none
 * @param atOnce how many may be in a room with this token at the same time; 0 for any number
 */
public record Grant(String token, String user, int atOnce) implements Serializable {}
