/**
 * A rollout's rule: which phones are chosen, and how far it is open. Two doors that know the same
 * rule decide the same for a phone, alone and without a list of phones.
 *
 * <p>Knows no release and no door, and neither how a rule travels nor when it is opened further.
 */
package org.fingerpost.rule;
