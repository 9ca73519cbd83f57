package org.visavis.bench;

/**
 * What a server holds after a full collection.
 *
 * @param heapBytes of objects that are in use
 * @param nativeBytes beside the heap. Java: what the JVM has committed, or 0 if it was started without
 *     {@code -XX:NativeMemoryTracking=summary}. Node: what is resident less the heap, since V8 counts no more than that
 * @param residentBytes of the whole process
 */
record Memory(long heapBytes, long nativeBytes, long residentBytes) {}
