/** What goes over HTTP beside the static page: headers that protect it, who signs in, and whether the server is well. */
package org.visavis.web;
