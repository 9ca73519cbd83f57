/** What goes over HTTP beside the static page: headers that protect it, and whether the server is well. */
package org.visavis.web;
