/** HTTP beside the static page: headers that protect it, login and logout, and what the page asks before a call. */
package org.visavis.web;
