package org.visavis.bench;

/** Names what is measured once each round: the scenario, its setup, who was measured, and the metric with its unit. */
record Series(String scenario, String setup, String contender, String metric) {}
