/** What goes over HTTP beside the static page: headers that protect it. */
package org.visavis.web;
