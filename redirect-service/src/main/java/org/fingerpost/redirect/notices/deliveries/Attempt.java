package org.fingerpost.redirect.notices.deliveries;

import org.fingerpost.redirect.notices.Notice;
import org.fingerpost.redirect.notices.webhooks.Turn;

/** One try that is about to be made: nobody else makes it while the turn lasts. */
record Attempt(Turn turn, long delivery, Notice notice) {}
