/**
 * Whose turn it is to decide about rollouts and their phones. For every room that does; knows no
 * rollout.
 */
package org.fingerpost.firmware.rollouts.turn;
