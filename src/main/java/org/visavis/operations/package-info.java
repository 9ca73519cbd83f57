/** For administrators: health checks, the drain, figures in JMX and for Prometheus, and the audit log. */
package org.visavis.operations;
