/** Through which servers browsers find each other where no direct way leads, and what these servers let them in with. */
package org.visavis.ice;
