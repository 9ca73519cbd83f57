/**
 * For administrators: health checks, the drain, figures in JMX and for Prometheus, the audit log, and the tasks that run
 * once a second.
 */
package org.visavis.operations;
