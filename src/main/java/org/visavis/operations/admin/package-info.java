/** The administrator's view: who may come in, what is shown, and what an administrator can do. */
package org.visavis.operations.admin;
