/**
 * A storm without a wire: doors as queues with measured costs, phones that obey Retry-After, and a
 * clock that jumps from one event to the next. The same for the same seed.
 */
package org.fingerpost.cli.storm.simulation;
