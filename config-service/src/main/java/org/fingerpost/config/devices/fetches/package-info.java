/**
 * Which files phones were given, as the doors' sightings tell. What follows from it for a device is
 * for whoever listens to say.
 */
package org.fingerpost.config.devices.fetches;
