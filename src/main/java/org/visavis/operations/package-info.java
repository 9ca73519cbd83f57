/** For administrators: health checks, figures in JMX and for Prometheus, and the tasks that run once a second. */
package org.visavis.operations;
