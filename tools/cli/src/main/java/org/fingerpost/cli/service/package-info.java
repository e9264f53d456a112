/**
 * The config service's API, as commands ask it: with an API key, which is in no sentence and no
 * output. What is asked is not known here.
 */
package org.fingerpost.cli.service;
