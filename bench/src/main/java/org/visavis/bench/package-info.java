/**
 * The benchmark: Visavis beside what one would use instead, in the same run and in turns, since a shared machine is never
 * twice the same. What it found is in bench/results and docs/performance.md; run it with {@code ./mvnw -Pbench verify}.
 */
package org.visavis.bench;
