/**
 * The config service under drill: devices made, changed and deleted, lists imported; and the bytes
 * of each phone's own file, worked out from what was acknowledged.
 */
package org.fingerpost.drills.config;
