/**
 * How the catalog finds things by name and is changed a little at a time, without a word on what.
 */
package org.fingerpost.firmware.catalog.index;
