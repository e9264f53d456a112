/**
 * The second phase of a phone that is set up with a PIN: the provisioning centre takes the call and
 * claims the phone, and the phone asks again.
 */
package org.fingerpost.cli.claim;
