/**
 * A storm's own fleet at the services: registered by their APIs, known at their doors, and taken
 * away again. How its phones ask is not known here.
 */
package org.fingerpost.cli.storm.fleet;
