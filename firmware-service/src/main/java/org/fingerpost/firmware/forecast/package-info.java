/**
 * Which of a rollout's phones will ask for its release, as far as what they are told can say it.
 *
 * <p>Owns no rows: it is worked out of the rule, the phones that are known, and P194 and P238, when
 * somebody asks.
 */
package org.fingerpost.firmware.forecast;
