package org.fingerpost.firmware.rollouts.steering;

import org.fingerpost.access.Caller;

/**
 * Who decides.
 *
 * @param key the id of the API key: two people have two
 */
record Who(Caller caller, String key) {}
