/**
 * The redirect service under drill: target servers made and re-pointed, phones registered, approved
 * and blocked, lists imported; and where each phone must be sent to.
 */
package org.fingerpost.drills.redirect;
